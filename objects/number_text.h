// Text of number literals: what int(), float() and complex() read from a str.
#ifndef SKEIN_OBJECTS_NUMBER_TEXT_H
#define SKEIN_OBJECTS_NUMBER_TEXT_H

#include "base/alloc.h"
#include "objects/type.h"

typedef struct {
    const char *text;  // not zero-terminated
    size_t len;
    char *owned;
} SkNumberText;

// The str as ASCII: decimal digits of any script as 0..9, white space as spaces, other characters as '?'. Valid while the
// str is; release with sk_number_text_release. False: MemoryError.
bool sk_number_text(SkValue str, SkNumberText *out) SK_MUST_USE;
static inline void sk_number_text_release(SkNumberText *t) { sk_free(t->owned); }
#define SK_AUTO_NUMBER_TEXT SK_CLEANUP(sk_number_text_release)

#endif
