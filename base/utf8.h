// UTF-8: checking, measuring, decoding to and encoding from arrays of 1, 2 or 4 bytes per code point.
//
// Strict means Python's rules (Unicode table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
// With SK_UTF8_SURROGATES, surrogates pass as three bytes each ('surrogatepass').
// All functions are pure.
#ifndef SKEIN_BASE_UTF8_H
#define SKEIN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"

enum {
    SK_UTF8_MAX = 4, // bytes of the longest sequence
    SK_CODEPOINT_MAX = 0x10FFFF,
};

enum {
    SK_UTF8_STRICT = 0,
    SK_UTF8_SURROGATES = 1,
};

static inline bool sk_is_surrogate(uint32_t cp) { return (cp & 0xFFFFF800u) == 0xD800; }

// Where and why: as in UnicodeDecodeError (offsets in bytes) and UnicodeEncodeError (in code points), end exclusive.
// Decoding: "invalid start byte", "invalid continuation byte", "unexpected end of data" (the text stops inside a
// sequence that is good so far: an incremental decoder waits for more). Encoding: "surrogates not allowed", for the
// whole run of surrogates.
typedef struct SkUtf8Error {
    size_t start, end;
    const char *reason; // static
} SkUtf8Error;

// What a scanned text is made of. On an error it describes the good part before it.
typedef struct SkUtf8Info {
    size_t bytes;      // scanned
    size_t codepoints; // in them
    uint32_t max;      // upper bound of the code points, exact in its class: <0x80, <0x100, <0x10000, above
} SkUtf8Info;

// Length of the leading run of bytes below 0x80.
size_t sk_ascii_prefix(const void *s, size_t n);

// Copies n bytes with the ASCII letters in lower or upper case.
void sk_ascii_lower(uint8_t *to, const uint8_t *from, size_t n);
void sk_ascii_upper(uint8_t *to, const uint8_t *from, size_t n);

// Validates and measures. False: *err says what is wrong first; scan again from err->end to go on.
bool sk_utf8_scan(const char *s, size_t n, unsigned flags, SkUtf8Info *info, SkUtf8Error *err) SK_MUST_USE;

// The functions below require text that sk_utf8_scan accepted (in either mode).

// Number of code points.
size_t sk_utf8_count(const char *s, size_t n);

// Decodes into out, which has room for every code point; those of a 1-byte array are below 0x100, of a
// 2-byte one below 0x10000. Returns the number written.
size_t sk_utf8_decode1(const char *s, size_t n, uint8_t *out);
size_t sk_utf8_decode2(const char *s, size_t n, uint16_t *out);
size_t sk_utf8_decode4(const char *s, size_t n, uint32_t *out);
// The same by width: 1, 2 or 4.
size_t sk_utf8_decode(const char *s, size_t n, unsigned width, void *out);

// Reads the code point at *p and moves *p past it.
uint32_t sk_utf8_next(const char **p);

// Writes one code point (surrogates too), returns the number of bytes, 1..4.
size_t sk_utf8_put(char *out, uint32_t cp);

static inline size_t sk_utf8_size_of(uint32_t cp) { return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4; }

// Upper bound of the code points of an array, with the exactness of SkUtf8Info.max; stops early once the class is the
// highest that the width can have. width: 1, 2 or 4.
uint32_t sk_codepoints_max(const void *text, size_t n, unsigned width);

// Bytes needed to encode n code points, SIZE_MAX with *err filled for a surrogate in strict mode. Array elements are
// at most SK_CODEPOINT_MAX.
size_t sk_utf8_encoded_size(const void *text, size_t n, unsigned width, unsigned flags, SkUtf8Error *err);

// Encodes into out, which has the room that sk_utf8_encoded_size asked for. Returns the number of bytes.
size_t sk_utf8_encode(const void *text, size_t n, unsigned width, char *out);

#endif
