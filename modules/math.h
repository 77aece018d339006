// The functions of the module math that have files of their own.
#ifndef SKEIN_MODULES_MATH_H
#define SKEIN_MODULES_MATH_H

#include "objects/type.h"

// modules/math_gamma.c: a NaN at a pole.
double sk_math_gamma(double x);
double sk_math_lgamma(double x);
// modules/math_sum.c
SkValue sk_math_fsum(SkValue module, SkValue iterable);
SkValue sk_math_sumprod(SkValue module, const SkValue *args, size_t nargs);
SkValue sk_math_hypot(SkValue module, const SkValue *args, size_t nargs);
SkValue sk_math_dist(SkValue module, const SkValue *args, size_t nargs);
SkValue sk_math_prod(SkValue module, const SkValue *a);
// modules/math_int.c
SkValue sk_math_gcd(SkValue module, const SkValue *args, size_t nargs);
SkValue sk_math_lcm(SkValue module, const SkValue *args, size_t nargs);
SkValue sk_math_factorial(SkValue module, SkValue n);
SkValue sk_math_isqrt(SkValue module, SkValue n);
SkValue sk_math_comb(SkValue module, const SkValue *args, size_t nargs);
SkValue sk_math_perm(SkValue module, const SkValue *args, size_t nargs);

#endif
