// float: immediate for practically every value (gc/value.h), else a heap object.
#ifndef SKEIN_OBJECTS_FLOAT_H
#define SKEIN_OBJECTS_FLOAT_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    double value;
} SkFloat;

SkValue sk_float_new_slow(double d);
SK_INLINE SkValue sk_float_new(double d) {
    SkValue v = sk_encode_float(d);
    return sk_likely(sk_is_tagged_float(v)) ? v : sk_float_new_slow(d);
}
// Requires sk_is_float(v).
SK_INLINE double sk_float_value(SkValue v) {
    if (sk_likely(sk_is_tagged_float(v))) return sk_tagged_float(v);
    return sk_is_ptr(v) ? ((SkFloat *)sk_ptr(v))->value : sk_immediate_float(v);
}
SkValue sk_float_from_text(SkValue str_or_bytes);
SkValue sk_float_repr_str(double d);
double sk_float_mod(double a, double b);       // Python's %: b not zero
double sk_float_floordiv(double a, double b);
SkValue sk_float_pow(double a, double b);      // may be complex, may raise
// OverflowError(34, 'Numerical result out of range').
SkValue sk_raise_range_error(void) SK_COLD;
// A float as an instance of float or of a subclass: new counted word.
SkValue sk_float_of_type(SkType *type, double d) SK_MUST_USE;
// d, not a NaN, against an int, exactly: <0, 0, >0.
int sk_float_compare_int(double d, SkValue i);
SkValue sk_float_round(double d, int64_t digits);

#endif
