// Text encodings: the built-in codecs, error handlers, and the registry behind codecs.lookup.
#ifndef SKEIN_OBJECTS_CODEC_H
#define SKEIN_OBJECTS_CODEC_H

#include "objects/type.h"

// str -> bytes and back by the name of an encoding; encoding NULL: "utf-8", errors NULL: "strict". UTF-8, ASCII, latin-1,
// UTF-16 and UTF-32 are known without the registry; others are looked up and must be text encodings (else LookupError).
// New. May run Python code unless the encoding is one of those and errors is a built-in handler.
SkValue sk_str_encode(SkValue s, const char *encoding, const char *errors) SK_MUST_USE;
SkValue sk_str_decode(const char *data, size_t n, const char *encoding, const char *errors) SK_MUST_USE;

// Raise UnicodeEncodeError / UnicodeDecodeError; the answer is SK_EMPTY.
SkValue sk_raise_unicode_encode(const char *encoding, SkValue s, size_t start, size_t end, const char *reason) SK_COLD;
SkValue sk_raise_unicode_decode(const char *encoding, const char *data, size_t n, size_t start, size_t end,
                                const char *reason) SK_COLD;

#endif
