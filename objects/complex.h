// complex: a pair of doubles, immutable.
#ifndef SKEIN_OBJECTS_COMPLEX_H
#define SKEIN_OBJECTS_COMPLEX_H

#include "objects/type.h"

typedef struct {
    double real, imag;
} SkComplex;

typedef struct {
    SkObject header;
    SkComplex value;
} SkComplexObject;

SK_INLINE bool sk_is_complex(SkValue v) { return sk_is_instance_of(v, &sk_complex_type); }
SK_INLINE SkComplex sk_complex_value(SkValue v) { return ((SkComplexObject *)sk_ptr(v))->value; }

SkValue sk_complex_new(double real, double imag) SK_MUST_USE;
// complex(v) without text: __complex__, then __float__, then __index__. False + TypeError "must be real number, not %T".
bool sk_as_complex(SkValue v, SkComplex *out) SK_MUST_USE;
// "(1+2j)", "2j": a new str.
SkValue sk_complex_repr_str(SkComplex z) SK_MUST_USE;

SkComplex sk_complex_mul(SkComplex a, SkComplex b);
SkComplex sk_complex_div(SkComplex a, SkComplex b);   // b not zero
SkComplex sk_real_div_complex(double a, SkComplex b); // b not zero
// a ** b: false + ZeroDivisionError or OverflowError.
bool sk_complex_pow_raw(SkComplex a, SkComplex b, SkComplex *out) SK_MUST_USE;

#endif
