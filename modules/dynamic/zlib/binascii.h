// binascii: what its files share.
#ifndef SKEIN_MODULES_BINASCII_H
#define SKEIN_MODULES_BINASCII_H

#include "objects/buffer.h"

// binascii.Error with this text.
SkValue sk_binascii_fail(const char *message) SK_COLD;
// Bytes, or a str of ASCII. Give it back with sk_binascii_done(v, b).
bool sk_binascii_ascii(SkValue v, SkBuffer *b) SK_MUST_USE;
void sk_binascii_done(SkValue v, SkBuffer *b);

// ---- modules/binascii_text.c: uuencoding and quoted-printable ----
SkValue sk_binascii_a2b_uu(SkValue module, SkValue data);
SkValue sk_binascii_b2a_uu(SkValue module, const SkValue *args);
SkValue sk_binascii_a2b_qp(SkValue module, const SkValue *args);
SkValue sk_binascii_b2a_qp(SkValue module, const SkValue *args);

#endif
