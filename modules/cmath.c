// cmath: functions of complex numbers.
//
// C99's functions of complex numbers, whose Annex G fixes the values at infinities, NaNs and signed zeros as
// Python documents them; what is added here is the errors.
#include <complex.h>
#include <math.h>

#undef I

#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

// C11's CMPLX, which clang's headers lack: x + y * I would lose signs of zeros and infinities.
static double complex to_c(SkComplex z) {
    union {
        double parts[2];
        double complex z;
    } u = {.parts = {z.real, z.imag}};
    return u.z;
}

static bool is_finite(SkComplex z) { return isfinite(z.real) && isfinite(z.imag); }

// The value of f(z). A result that is not finite for a finite argument is an overflow; a NaN that was not in the argument,
// a domain error where `poles` says that the function has one there.
static SkValue apply(SkValue arg, double complex (*f)(double complex), bool can_overflow) {
    SkComplex z;
    if (!sk_as_complex(arg, &z)) return SK_EMPTY;
    double complex r = f(to_c(z));
    double x = creal(r), y = cimag(r);
    if (is_finite(z) && !(isfinite(x) && isfinite(y))) {
        if (can_overflow && !(isnan(x) || isnan(y))) return sk_raise(sk_exc_OverflowError, "math range error");
        return sk_raise(sk_exc_ValueError, "math domain error");
    }
    return sk_complex_new(x, y);
}

// exp, sin, cos and their like of an infinite argument whose direction is a NaN or infinity are undefined.
static SkValue periodic(SkValue arg, double complex (*f)(double complex), bool turned) {
    SkComplex z;
    if (!sk_as_complex(arg, &z)) return SK_EMPTY;
    double growth = turned ? z.imag : z.real, angle = turned ? z.real : z.imag;
    bool undefined = isinf(angle) && (isfinite(growth) || (isinf(growth) && (f != cexp || growth > 0)));
    if (undefined) return sk_raise(sk_exc_ValueError, "math domain error");
    double complex r = f(to_c(z));
    double x = creal(r), y = cimag(r);
    if (is_finite(z) && !(isfinite(x) && isfinite(y))) return sk_raise(sk_exc_OverflowError, "math range error");
    return sk_complex_new(x, y);
}

// tan and tanh tend to a limit, so that an infinite angle matters only where the growth is finite.
static SkValue bounded(SkValue arg, double complex (*f)(double complex), bool turned) {
    SkComplex z;
    if (!sk_as_complex(arg, &z)) return SK_EMPTY;
    double growth = turned ? z.imag : z.real, angle = turned ? z.real : z.imag;
    if (isinf(angle) && isfinite(growth)) return sk_raise(sk_exc_ValueError, "math domain error");
    double complex r = f(to_c(z));
    return sk_complex_new(creal(r), cimag(r));
}

#define FUNCTION(name, call)                                                                                            \
    static SkValue cmath_##name(SkValue module SK_UNUSED, SkValue arg) { return call; }
FUNCTION(acos, apply(arg, cacos, false))
FUNCTION(acosh, apply(arg, cacosh, false))
FUNCTION(asin, apply(arg, casin, false))
FUNCTION(asinh, apply(arg, casinh, false))
FUNCTION(atan, apply(arg, catan, false))
FUNCTION(atanh, apply(arg, catanh, false))
FUNCTION(sqrt, apply(arg, csqrt, false))
FUNCTION(exp, periodic(arg, cexp, false))
FUNCTION(cosh, periodic(arg, ccosh, false))
FUNCTION(sinh, periodic(arg, csinh, false))
FUNCTION(cos, periodic(arg, ccos, true))
FUNCTION(sin, periodic(arg, csin, true))
FUNCTION(tanh, bounded(arg, ctanh, false))
FUNCTION(tan, bounded(arg, ctan, true))

// ---- logarithms ---------------------------------------------------------------------------------------------------------------

// log |z| without overflow, and exact where |z| is close to 1.
static double log_abs(double x, double y) {
    double a = fabs(x), b = fabs(y);
    if (a < b) {
        double t = a;
        a = b;
        b = t;
    }
    if (!isfinite(a) || !isfinite(b)) return log(hypot(a, b));
    if (a > 0x1p1022) return log(hypot(a / 2.0, b / 2.0)) + M_LN2;
    if (a < 0x1p-1021) return log(hypot(ldexp(a, 53), ldexp(b, 53))) - 53.0 * M_LN2;
    double h = hypot(a, b);
    if (h >= 0.71 && h <= 1.73) return log1p((a - 1.0) * (a + 1.0) + b * b) / 2.0;
    return log(h);
}

static bool logarithm(SkValue arg, SkComplex *out) {
    SkComplex z;
    if (!sk_as_complex(arg, &z)) return false;
    if (z.real == 0.0 && z.imag == 0.0) return sk_raise_false(sk_exc_ValueError, "math domain error");
    *out = (SkComplex){log_abs(z.real, z.imag), atan2(z.imag, z.real)};
    return true;
}

static SkValue cmath_log(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    SkComplex z, base;
    if (!sk_check_nargs("log", nargs, 1, 2) || !logarithm(args[0], &z)) return SK_EMPTY;
    if (nargs == 1) return sk_complex_new(z.real, z.imag);
    if (!logarithm(args[1], &base)) return SK_EMPTY;
    if (base.real == 0.0 && base.imag == 0.0) return sk_raise(sk_exc_ValueError, "math domain error");
    z = sk_complex_div(z, base);
    return sk_complex_new(z.real, z.imag);
}

static SkValue cmath_log10(SkValue module SK_UNUSED, SkValue arg) {
    SkComplex z;
    return logarithm(arg, &z) ? sk_complex_new(z.real / M_LN10, z.imag / M_LN10) : SK_EMPTY;
}

// ---- polar coordinates ------------------------------------------------------------------------------------------------------------

static SkValue cmath_phase(SkValue module SK_UNUSED, SkValue arg) {
    SkComplex z;
    return sk_as_complex(arg, &z) ? sk_float_new(atan2(z.imag, z.real)) : SK_EMPTY;
}

static SkValue cmath_polar(SkValue module SK_UNUSED, SkValue arg) {
    SkComplex z;
    if (!sk_as_complex(arg, &z)) return SK_EMPTY;
    double r = hypot(z.real, z.imag);
    if (isinf(r) && is_finite(z)) return sk_raise(sk_exc_OverflowError, "math range error");
    SK_AUTO SkValue length = sk_float_new(r), phase = sk_float_new(atan2(z.imag, z.real));
    return sk_is_empty(length) || sk_is_empty(phase) ? SK_EMPTY : sk_tuple_pack(2, length, phase);
}

static SkValue cmath_rect(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double r, phi;
    if (!sk_check_nargs("rect", nargs, 2, 2) || !sk_as_double(args[0], &r) || !sk_as_double(args[1], &phi)) return SK_EMPTY;
    if (isinf(phi) && r != 0.0 && !isnan(r)) return sk_raise(sk_exc_ValueError, "math domain error");
    if (r == 0.0 && !isfinite(phi)) return sk_complex_new(0.0, 0.0);
    if (isinf(r) && phi == 0.0) return sk_complex_new(r, r * phi == r * phi ? r * phi : copysign(0.0, phi) * copysign(1.0, r));
    if (isinf(r) && isfinite(phi)) {
        double x = copysign(INFINITY, cos(phi)), y = copysign(INFINITY, sin(phi));
        return sk_complex_new(r < 0 ? -x : x, r < 0 ? -y : y);
    }
    return sk_complex_new(r * cos(phi), phi == 0.0 ? r * phi : r * sin(phi));
}

// ---- predicates ---------------------------------------------------------------------------------------------------------------------

#define PREDICATE(name, test)                                                                                           \
    static SkValue cmath_##name(SkValue module SK_UNUSED, SkValue arg) {                                                \
        SkComplex z;                                                                                                    \
        return sk_as_complex(arg, &z) ? sk_bool(test) : SK_EMPTY;                                                       \
    }
PREDICATE(isfinite, is_finite(z))
PREDICATE(isinf, isinf(z.real) || isinf(z.imag))
PREDICATE(isnan, isnan(z.real) || isnan(z.imag))

static SkValue cmath_isclose(SkValue module SK_UNUSED, const SkValue *a) {
    SkComplex x, y;
    double relative = 1e-9, absolute = 0.0;
    if (!sk_as_complex(a[0], &x) || !sk_as_complex(a[1], &y)) return SK_EMPTY;
    if (!sk_is_empty(a[2]) && !sk_as_double(a[2], &relative)) return SK_EMPTY;
    if (!sk_is_empty(a[3]) && !sk_as_double(a[3], &absolute)) return SK_EMPTY;
    if (relative < 0.0 || absolute < 0.0) return sk_raise(sk_exc_ValueError, "tolerances must be non-negative");
    if (x.real == y.real && x.imag == y.imag) return SK_TRUE;
    if (isinf(x.real) || isinf(x.imag) || isinf(y.real) || isinf(y.imag)) return SK_FALSE;
    double difference = hypot(x.real - y.real, x.imag - y.imag);
    return sk_bool(difference <= relative * hypot(y.real, y.imag) || difference <= relative * hypot(x.real, x.imag) ||
                   difference <= absolute);
}

#define ONE(name_, doc_) {.name = #name_, .kind = SK_ONEARG, .onearg = cmath_##name_, .sig = "(z, /)", .doc = doc_}
static const SkMethodDef functions[] = {
    ONE(acos, "Arc cosine."), ONE(acosh, "Inverse hyperbolic cosine."), ONE(asin, "Arc sine."),
    ONE(asinh, "Inverse hyperbolic sine."), ONE(atan, "Arc tangent."), ONE(atanh, "Inverse hyperbolic tangent."),
    ONE(cos, "Cosine."), ONE(cosh, "Hyperbolic cosine."), ONE(exp, "e to the power of z."),
    ONE(isfinite, "True if both parts are finite."), ONE(isinf, "True if a part is infinite."), ONE(isnan, "True if a part is a NaN."),
    ONE(log10, "Logarithm to base 10."), ONE(phase, "Argument, the phase angle."), ONE(polar, "Polar coordinates: length and phase."),
    ONE(sin, "Sine."), ONE(sinh, "Hyperbolic sine."), ONE(sqrt, "Square root."), ONE(tan, "Tangent."), ONE(tanh, "Hyperbolic tangent."),
    {"log", SK_FAST, .fast = cmath_log, .sig = "(z, base=<unrepresentable>, /)", .doc = "Logarithm to a base, e if none is given."},
    {"rect", SK_FAST, .fast = cmath_rect, .sig = "(r, phi, /)", .doc = "The number with the given polar coordinates."},
    {"isclose", SK_SIG, .sig_fn = cmath_isclose, .sig = "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", .doc = "True if a and b are close to each other."},
    {0},
};

static bool cmath_exec(SkValue m) {
    double nan = fabs(NAN);
    return sk_module_add_steal(m, "pi", sk_float_new(M_PI)) && sk_module_add_steal(m, "e", sk_float_new(M_E)) &&
           sk_module_add_steal(m, "tau", sk_float_new(2.0 * M_PI)) && sk_module_add_steal(m, "inf", sk_float_new(INFINITY)) &&
           sk_module_add_steal(m, "nan", sk_float_new(nan)) && sk_module_add_steal(m, "infj", sk_complex_new(0.0, INFINITY)) &&
           sk_module_add_steal(m, "nanj", sk_complex_new(0.0, nan));
}

const SkModuleDef sk_module_cmath = {
    .name = "cmath", .doc = "Mathematical functions of complex numbers.", .functions = functions, .exec = cmath_exec};
