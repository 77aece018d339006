// Text of 64-bit integers, both ways. Output is never NUL-terminated: functions return the length.
#ifndef SKEIN_BASE_NUMTEXT_H
#define SKEIN_BASE_NUMTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"

enum {
    SK_INT_DECIMAL_MAX = 20, // "-9223372036854775808"
    SK_UINT_RADIX_MAX = 64,  // 64 binary digits
};

size_t sk_uint_to_decimal(uint64_t v, char *out);
size_t sk_int_to_decimal(int64_t v, char *out);
// bits: 1, 3 or 4 for base 2, 8, 16; no prefix.
size_t sk_uint_to_radix(uint64_t v, unsigned bits, bool uppercase, char *out);

// 0..35 for [0-9a-zA-Z], 255 for all else.
extern const uint8_t sk_digit_value[256];

typedef enum SkParseInt {
    SK_PARSE_INT_OK,
    SK_PARSE_INT_INVALID, // not a literal that int(text, base) accepts
    SK_PARSE_INT_BIG,     // well formed, out of the range of int64_t
} SkParseInt;

// What a text accepted by int(text, base) is made of. The digits lie in [digits, digits_end) and may contain
// single underscores between them; `base` is the one in force once a prefix is taken into account.
typedef struct SkIntText {
    const char *digits, *digits_end;
    size_t ndigits; // without underscores; leading zeros count
    unsigned base;
    bool negative;
} SkIntText;

// Checks a whole text by the rules of int(text, base): ASCII white space around it, a sign, a prefix (0x, 0o, 0b)
// where base is 0 or agrees, single underscores between digits and after a prefix; with base 0 no leading zeros
// but in zero itself. base: 0 or 2..36. False: not such a literal.
bool sk_int_text_scan(const char *s, size_t n, unsigned base, SkIntText *out) SK_MUST_USE;

// Scans and converts in one go. *value is untouched unless the result is SK_PARSE_INT_OK.
SkParseInt sk_parse_int(const char *s, size_t n, unsigned base, int64_t *value) SK_MUST_USE;

// Space, \t \n \v \f \r: what int() and float() skip around ASCII text. (str.strip also takes 0x1c..0x1f off.)
static inline bool sk_ascii_isspace(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }

#endif
