// Text of doubles. Never affected by the process's locale.
#ifndef SKEIN_BASE_DTOA_H
#define SKEIN_BASE_DTOA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/strbuf.h"

// digits * 10^exponent; digits does not end in a zero, unless it is zero.
typedef struct SkDecimal {
    uint64_t digits;
    int exponent;
} SkDecimal;

// The decimal with the fewest digits that rounds to |d|, and of those the closest to it. d is finite.
// Algorithm: R. Giulietti, "The Schubfach way to render doubles", 2021.
SkDecimal sk_double_shortest(double d);

enum { SK_FLOAT_TEXT_MAX = 32 };

// Python's repr(float): "0.1", "1e+16", "-0.0", "inf", "nan". Writes no NUL, returns the length, less than
// SK_FLOAT_TEXT_MAX.
size_t sk_float_repr(double d, char *out);

// Python's float.hex(): "0x1.8000000000000p+1", "inf", "nan". As above.
size_t sk_float_hex(double d, char *out);

enum {
    SK_FLOAT_SIGN = 1,      // '+' before what is not negative
    SK_FLOAT_ADD_DOT_0 = 2, // ".0" where the text would look like an int; codes g and r also turn to exponents sooner
    SK_FLOAT_ALT = 4,       // '#': keep the point, and in code g the trailing zeros
    SK_FLOAT_NO_NEG_0 = 8,  // 'z': no '-' before what rounded to zero
};

// Appends d formatted, correctly rounded (exact decimal value, ties to even).
//   code       e E f F g G as in C; r, R as repr (precision is ignored); % as f of 100*d with a '%' behind
//   precision  digits after the point (e, f, %) or significant digits (g; 0 means 1); negative means 6
// Infinities and NaN are "inf" and "nan", in capitals for E F G R; a NaN has no minus sign.
// False: out of memory, or a code that is none of these.
bool sk_float_format(SkStrBuf *out, double d, char code, int precision, unsigned flags) SK_MUST_USE;

// Python's round(d, ndigits): the double nearest to d's exact value rounded, ties to even, to a multiple of
// 10^-ndigits. May be infinite where d is not: an overflow. Infinities and NaN are returned as they are.
double sk_double_round(double d, int64_t ndigits);

#endif
