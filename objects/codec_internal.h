// What the codecs share: the handling of what cannot be encoded or decoded.
#ifndef SKEIN_OBJECTS_CODEC_INTERNAL_H
#define SKEIN_OBJECTS_CODEC_INTERNAL_H

#include "base/strbuf.h"
#include "objects/codec.h"
#include "objects/str_internal.h"

typedef enum {
    SK_ERRORS_STRICT, SK_ERRORS_IGNORE, SK_ERRORS_REPLACE, SK_ERRORS_BACKSLASH, SK_ERRORS_XML, SK_ERRORS_NAME,
    SK_ERRORS_ESCAPE, SK_ERRORS_PASS, SK_ERRORS_OTHER,
} SkErrorMode;

SkErrorMode sk_error_mode(const char *errors);  // NULL: strict

// What a built-in handler makes of the bytes start..end (it may look beyond end): appended to out, and the
// position to go on from. False, nothing raised: the error is to be raised.
bool sk_errors_decode(SkErrorMode mode, const char *encoding, const uint8_t *data, size_t n, size_t start, size_t end,
                      SkStrBuilder *out, size_t *pos);
// The same for the characters start..end: text, or bytes (*is_bytes) that go into the result as they are.
bool sk_errors_encode(SkErrorMode mode, const char *encoding, const SkStr *s, size_t start, size_t end, SkStrBuilder *text,
                      SkStrBuf *bytes, bool *is_bytes, size_t *pos);

typedef struct {
    const char *encoding, *errors;
    SkErrorMode mode;
    const uint8_t *data;  // may change when a handler has run: another text, or the same elsewhere
    size_t n;
    SkStrBuilder out;
    SkValue object;       // counted bytes behind data once a handler has been called
    SkValue handler;      // counted, once looked up
    bool huge_is_out;     // a handler's position that fits no int64 is an IndexError, not an OverflowError
} SkDecoder;

void sk_decoder_init(SkDecoder *d, const char *encoding, const char *data, size_t n, const char *errors);
// Deals with an error in start..end: false with an exception, or *pos is where to go on.
bool sk_decoder_error(SkDecoder *d, size_t start, size_t end, const char *reason, size_t *pos) SK_MUST_USE;
// The result; good false: an exception is set already. Releases everything.
SkValue sk_decoder_finish(SkDecoder *d, bool good) SK_MUST_USE;

typedef struct SkEncoder {
    const char *encoding, *errors;
    SkErrorMode mode;
    SkValue str;
    const SkStr *s;
    SkStrBuf out;
    // Appends one character of a handler's text: 1, 0 if it cannot be encoded, -1 with an exception.
    int (*put)(struct SkEncoder *e, uint32_t c);
    void *state;
    size_t unit;          // replacing bytes must be a multiple of it
    SkValue handler;
    bool huge_is_out;     // as in SkDecoder
} SkEncoder;

void sk_encoder_init(SkEncoder *e, const char *encoding, SkValue s, const char *errors, int (*put)(SkEncoder *, uint32_t));
bool sk_encoder_error(SkEncoder *e, size_t start, size_t end, const char *reason, size_t *pos) SK_MUST_USE;
SkValue sk_encoder_finish(SkEncoder *e, bool good) SK_MUST_USE;

// The handlers themselves, as functions for the registry: "strict_errors" and so on.
extern const SkMethodDef sk_codec_handlers[];

// The encoding in lower case, with one '_' for each run of other characters than letters, digits and '.'. False: too long.
bool sk_normalize_encoding(const char *encoding, char *out, size_t size);

// \x, \u or \U and hexadecimal digits, whatever is the shortest; as in repr.
size_t sk_backslash_escape(uint32_t c, char out[10]);

#endif
