// What format.c, format_percent.c and format_str.c share.
#ifndef SKEIN_OBJECTS_FORMAT_INTERNAL_H
#define SKEIN_OBJECTS_FORMAT_INTERNAL_H

#include "objects/str.h"

typedef struct {
    uint32_t fill, align;     // align: one of < > = ^
    uint32_t sign;            // + - space, or 0
    bool alternate, no_neg_zero;
    int64_t width, precision; // -1: not given
    char thousands, fraction; // 0, ',', '_', or 'L' for the locale's; of the digits before and behind the point
    uint32_t type;
} SkFormatSpec;

// The parts of a number's text, all ASCII.
typedef struct {
    char sign;  // 0: none
    const char *prefix, *digits, *rest;  // rest: from the decimal point on
    size_t prefix_len, digits_len, rest_len;
} SkNumberText;

// Adds a number laid out as the specification says.
void sk_format_number(SkStrBuilder *b, const SkFormatSpec *spec, const SkNumberText *n);
// Adds text (padded, with the given default for an absent width).
void sk_format_padded(SkStrBuilder *b, const SkFormatSpec *spec, SkValue text, size_t length);

// A decimal number at s[*i..end): moves *i past it. -1: no digit there. -2: too big, ValueError is set.
int64_t sk_format_digits(const SkStr *s, size_t *i, size_t end);

#endif
