// Doubles from text, correctly rounded (to nearest, ties to even). Never affected by the process's locale.
#ifndef SKEIN_BASE_STRTOD_H
#define SKEIN_BASE_STRTOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"

typedef enum SkParseFloat {
    SK_PARSE_FLOAT_OK,
    SK_PARSE_FLOAT_INVALID,
    SK_PARSE_FLOAT_OVERFLOW, // hexadecimal only: decimal texts become infinite
    SK_PARSE_FLOAT_NO_MEMORY,
} SkParseFloat;

// Reads the longest prefix of [s, end) that is a float: a sign, digits with a point, an exponent; or inf, infinity, nan
// in any case. No white space, no underscores, no hexadecimal. *stop gets its end. False: there is none.
// Algorithm: D. Lemire, "Number Parsing at a Gigabyte per Second", 2021, for up to 19 digits and most longer texts.
bool sk_strtod(const char *s, const char *end, const char **stop, double *value) SK_MUST_USE;

// Python's float(text) for ASCII: a whole text, white space around it, single underscores between digits.
SkParseFloat sk_parse_float(const char *s, size_t n, double *value) SK_MUST_USE;

// Copies a text without the underscores that Python allows in number literals: single ones between two digits.
// out has room for n bytes. Returns the length, or SIZE_MAX where an underscore is out of place.
size_t sk_strip_underscores(const char *s, size_t n, char *out);

// Python's float.fromhex(text): a whole text, white space around it.
SkParseFloat sk_parse_hex_float(const char *s, size_t n, double *value) SK_MUST_USE;

#endif
