// int: immediates of 62 bits, GMP limbs beyond. A heap int never has a value that fits an immediate, except in
// instances of subclasses (and bool is two specials).
#ifndef SKEIN_OBJECTS_INT_H
#define SKEIN_OBJECTS_INT_H

#include <gmp.h>

#include "objects/type.h"

typedef struct {
    SkObject header;
    int64_t size;        // number of limbs, negative for a negative value; 0 for zero
    mp_limb_t limbs[];   // least significant first, the last is not zero
} SkInt;

// Any int value (bool, immediate, heap, subclass) as sign and limbs; small values use the caller's buffer.
typedef struct {
    const mp_limb_t *limbs;
    int64_t size;
    mp_limb_t small;
} SkIntView;
void sk_int_view(SkValue v, SkIntView *out);

SkValue sk_int_from_int64_slow(int64_t i);
SK_INLINE SkValue sk_int_from_int64(int64_t i) {
    return sk_likely(sk_fits_small_int(i)) ? sk_from_small_int(i) : sk_int_from_int64_slow(i);
}
SkValue sk_int_from_uint64(uint64_t i);
SkValue sk_int_from_double(double d);                 // truncates; OverflowError/ValueError for inf/nan
SkValue sk_int_from_limbs(const mp_limb_t *limbs, size_t n, bool negative);  // normalises
// Whole text in a base (0: by prefix), underscores and white space as int() takes them; ValueError if not.
SkValue sk_int_from_text(const char *s, size_t len, int base);
SkValue sk_int_to_str(SkValue v, int base, bool prefix);  // base 10: with the digits limit of sys
SkValue sk_int_from_bytes(const uint8_t *p, size_t n, bool little_endian, bool is_signed);
// OverflowError if it does not fit.
bool sk_int_to_bytes(SkValue v, uint8_t *p, size_t n, bool little_endian, bool is_signed) SK_MUST_USE;
// Exact values of an int (no __index__): false (no exception) if it does not fit.
bool sk_int_fits_int64(SkValue v, int64_t *out);
bool sk_int_fits_uint64(SkValue v, uint64_t *out);
double sk_int_to_double(SkValue v, bool *overflow);   // correctly rounded
double sk_int_frexp(SkValue v, int64_t *exponent);    // v = result * 2**exponent, 0.5 <= |result| < 1, rounded
int sk_int_sign(SkValue v);
int sk_int_compare(SkValue a, SkValue b);             // <0, 0, >0
int64_t sk_int_hash(SkValue v);
size_t sk_int_bit_length(SkValue v);
// Exact ints (or bool or subclasses, whose value is taken).
SkValue sk_int_add(SkValue a, SkValue b);
SkValue sk_int_sub(SkValue a, SkValue b);
SkValue sk_int_mul(SkValue a, SkValue b);
SkValue sk_int_floordiv(SkValue a, SkValue b);
SkValue sk_int_mod(SkValue a, SkValue b);
SkValue sk_int_truediv(SkValue a, SkValue b);
SkValue sk_int_pow(SkValue a, SkValue b, SkValue mod);
SkValue sk_int_lshift(SkValue a, SkValue b);
SkValue sk_int_rshift(SkValue a, SkValue b);
SkValue sk_int_and(SkValue a, SkValue b);
SkValue sk_int_or(SkValue a, SkValue b);
SkValue sk_int_xor(SkValue a, SkValue b);
SkValue sk_int_neg(SkValue a);
SkValue sk_int_abs(SkValue a);
SkValue sk_int_invert(SkValue a);
// divmod(a, b): quotient and remainder as counted words; false + ZeroDivisionError.
bool sk_int_divmod(SkValue a, SkValue b, SkValue *quotient, SkValue *remainder) SK_MUST_USE;
bool sk_int_is_odd(SkValue v);
// The same value as an instance of a subclass of int: new counted word.
SkValue sk_int_of_type(SkType *type, SkValue v) SK_MUST_USE;
// int(v) for a str, bytes, bytearray or buffer (counted), ValueError if it is not a literal.
SkValue sk_int_from_object_text(SkValue v, int base) SK_MUST_USE;

// sys.set_int_max_str_digits: 0 switches the limit off. Any thread, at any time.
extern _Atomic int sk_int_max_str_digits;
enum { SK_INT_DEFAULT_MAX_STR_DIGITS = 4300, SK_INT_MAX_STR_DIGITS_THRESHOLD = 640 };
// An exact int of a subclass instance or bool; v itself (retained) if exact.
SkValue sk_int_exact(SkValue v);

#endif
