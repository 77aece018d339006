// cmath: functions of complex numbers.
//
// Finite arguments: W. Kahan, "Branch cuts for complex elementary functions; or, much ado about nothing's sign bit", 1987.
// Others: the C library's functions, whose values C99's Annex G fixes.
#include <complex.h>
#include <float.h>
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

// ---- finite arguments ---------------------------------------------------------------------------------------------------------
// Where a formula would leave the range of doubles on the way, another is used; its bounds are these.

#define LARGE (DBL_MAX / 4.0)
static double sqrt_large(void) { return sqrt(LARGE); }
static double log_large(void) { return log(LARGE); }

static SkComplex root(SkComplex z) {
    double x = fabs(z.real), y = fabs(z.imag), s;
    if (x == 0.0 && y == 0.0) return (SkComplex){0.0, z.imag};
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, 53);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, 53))), -27);
    } else {
        x /= 8.0;
        s = 2.0 * sqrt(x + hypot(x, y / 8.0));
    }
    double d = y / (2.0 * s);
    return z.real >= 0.0 ? (SkComplex){s, copysign(d, z.imag)} : (SkComplex){d, copysign(s, z.imag)};
}

static bool is_large(SkComplex z) { return fabs(z.real) > LARGE || fabs(z.imag) > LARGE; }
static double log_half_twice(SkComplex z) { return log(hypot(z.real / 2.0, z.imag / 2.0)) + M_LN2 * 2.0; }

static SkComplex arc_cosine(SkComplex z) {
    if (is_large(z)) {
        double imag = z.real < 0.0 ? -copysign(log_half_twice(z), z.imag) : copysign(log_half_twice(z), -z.imag);
        return (SkComplex){atan2(fabs(z.imag), z.real), imag};
    }
    SkComplex a = root((SkComplex){1.0 - z.real, -z.imag}), b = root((SkComplex){1.0 + z.real, z.imag});
    return (SkComplex){2.0 * atan2(a.real, b.real), asinh(b.real * a.imag - b.imag * a.real)};
}

static SkComplex area_cosine(SkComplex z) {
    if (is_large(z)) return (SkComplex){log_half_twice(z), atan2(z.imag, z.real)};
    SkComplex a = root((SkComplex){z.real - 1.0, z.imag}), b = root((SkComplex){z.real + 1.0, z.imag});
    return (SkComplex){asinh(a.real * b.real + a.imag * b.imag), 2.0 * atan2(a.imag, b.real)};
}

static SkComplex area_sine(SkComplex z) {
    if (is_large(z)) {
        double real = z.imag < 0.0 ? -copysign(log_half_twice(z), -z.real) : copysign(log_half_twice(z), z.real);
        return (SkComplex){real, atan2(z.imag, fabs(z.real))};
    }
    SkComplex a = root((SkComplex){1.0 + z.imag, -z.real}), b = root((SkComplex){1.0 - z.imag, z.real});
    return (SkComplex){asinh(a.real * b.imag - b.real * a.imag), atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}

static SkComplex area_tangent(SkComplex z) {
    if (signbit(z.real)) {
        SkComplex r = area_tangent((SkComplex){-z.real, -z.imag});
        return (SkComplex){-r.real, -r.imag};
    }
    double y = fabs(z.imag);
    if (z.real > sqrt_large() || y > sqrt_large()) {
        double h = hypot(z.real / 2.0, z.imag / 2.0);
        return (SkComplex){z.real / 4.0 / h / h, -copysign(M_PI_2, -z.imag)};
    }
    if (z.real == 1.0 && y < sqrt(DBL_MIN)) {
        if (y == 0.0) return (SkComplex){INFINITY, z.imag};  // a pole
        return (SkComplex){-log(sqrt(y) / sqrt(hypot(y, 2.0))), copysign(atan2(2.0, -y) / 2, z.imag)};
    }
    return (SkComplex){log1p(4.0 * z.real / ((1 - z.real) * (1 - z.real) + y * y)) / 4.0,
                       -atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - y * y) / 2.0};
}

static SkComplex exponential(SkComplex z) {
    bool large = z.real > log_large();
    double length = exp(large ? z.real - 1.0 : z.real);
    SkComplex r = {length * cos(z.imag), length * sin(z.imag)};
    return large ? (SkComplex){r.real * M_E, r.imag * M_E} : r;
}

static SkComplex hyperbolic_cosine(SkComplex z) {
    if (fabs(z.real) <= log_large()) return (SkComplex){cos(z.imag) * cosh(z.real), sin(z.imag) * sinh(z.real)};
    double x = z.real - copysign(1.0, z.real);
    return (SkComplex){cos(z.imag) * cosh(x) * M_E, sin(z.imag) * sinh(x) * M_E};
}

static SkComplex hyperbolic_sine(SkComplex z) {
    if (fabs(z.real) <= log_large()) return (SkComplex){cos(z.imag) * sinh(z.real), sin(z.imag) * cosh(z.real)};
    double x = z.real - copysign(1.0, z.real);
    return (SkComplex){cos(z.imag) * sinh(x) * M_E, sin(z.imag) * cosh(x) * M_E};
}

static SkComplex hyperbolic_tangent(SkComplex z) {
    if (fabs(z.real) > log_large())
        return (SkComplex){copysign(1.0, z.real), 4.0 * sin(z.imag) * cos(z.imag) * exp(-2.0 * fabs(z.real))};
    double x = tanh(z.real), y = tan(z.imag), c = 1.0 / cosh(z.real), product = x * y, d = 1.0 + product * product;
    return (SkComplex){x * (1.0 + y * y) / d, ((y / d) * c) * c};
}

// ---- all arguments --------------------------------------------------------------------------------------------------------------

typedef struct {
    SkComplex (*finite)(SkComplex z);
    double complex (*other)(double complex z);
} Function;

static SkComplex value(const Function *f, SkComplex z) {
    if (is_finite(z)) return f->finite(z);
    double complex r = f->other(to_c(z));
    return (SkComplex){creal(r), cimag(r)};
}

static SkValue checked(SkComplex z, SkComplex r) {
    if (is_finite(z) && (isinf(r.real) || isinf(r.imag))) return sk_raise(sk_exc_OverflowError, "math range error");
    return sk_complex_new(r.real, r.imag);
}

static SkValue domain_error(void) { return sk_raise(sk_exc_ValueError, "math domain error"); }

// f(i * z) / i, or with `same` f(i * z): what turns a hyperbolic function into a circular one.
static SkComplex turned(const Function *f, SkComplex z, bool same) {
    SkComplex r = value(f, (SkComplex){-z.imag, z.real});
    return same ? r : (SkComplex){r.imag, -r.real};
}

// At 0 + nan*i the C library knows one part of these two; here neither is known.
static bool is_unknown(double complex z) { return creal(z) == 0.0 && isnan(cimag(z)); }
static double complex acosh_other(double complex z) {
    return is_unknown(z) ? __builtin_complex((double)NAN, (double)NAN) : cacosh(z);
}
static double complex tanh_other(double complex z) {
    return is_unknown(z) ? __builtin_complex((double)NAN, (double)NAN) : ctanh(z);
}

static const Function acos_function = {arc_cosine, cacos}, acosh_function = {area_cosine, acosh_other}, asinh_function = {area_sine, casinh},
                      atanh_function = {area_tangent, catanh}, sqrt_function = {root, csqrt}, exp_function = {exponential, cexp},
                      cosh_function = {hyperbolic_cosine, ccosh}, sinh_function = {hyperbolic_sine, csinh},
                      tanh_function = {hyperbolic_tangent, tanh_other};

#define DEFINE(name, result)                                                                                            \
    static SkValue cmath_##name(SkValue module SK_UNUSED, SkValue arg) {                                                \
        SkComplex z;                                                                                                    \
        return sk_as_complex(arg, &z) ? (result) : SK_EMPTY;                                                            \
    }
DEFINE(acos, checked(z, value(&acos_function, z)))
DEFINE(acosh, checked(z, value(&acosh_function, z)))
DEFINE(asin, checked(z, turned(&asinh_function, z, false)))
DEFINE(asinh, checked(z, value(&asinh_function, z)))
DEFINE(sqrt, checked(z, value(&sqrt_function, z)))

static SkValue area_tangent_of(SkComplex z, double re, double im, bool turn) {
    if (im == 0.0 && fabs(re) == 1.0) return domain_error();
    return checked(z, turn ? turned(&atanh_function, z, false) : value(&atanh_function, z));
}
DEFINE(atanh, area_tangent_of(z, z.real, z.imag, false))
DEFINE(atan, area_tangent_of(z, z.imag, z.real, true))

// An infinite angle is undefined, unless the length there is zero (exp), or tends to a limit (tanh).
static bool undefined(double growth, double angle, bool to_zero, bool to_limit) {
    if (!isinf(angle) || isnan(growth)) return false;
    if (isfinite(growth)) return true;
    return !to_limit && !(to_zero && growth < 0);
}
DEFINE(exp, undefined(z.real, z.imag, true, false) ? domain_error() : checked(z, value(&exp_function, z)))
DEFINE(cosh, undefined(z.real, z.imag, false, false) ? domain_error() : checked(z, value(&cosh_function, z)))
DEFINE(sinh, undefined(z.real, z.imag, false, false) ? domain_error() : checked(z, value(&sinh_function, z)))
DEFINE(tanh, undefined(z.real, z.imag, false, true) ? domain_error() : checked(z, value(&tanh_function, z)))
DEFINE(cos, undefined(z.imag, z.real, false, false) ? domain_error() : checked(z, turned(&cosh_function, z, true)))
DEFINE(sin, undefined(z.imag, z.real, false, false) ? domain_error() : checked(z, turned(&sinh_function, z, false)))
DEFINE(tan, undefined(z.imag, z.real, false, true) ? domain_error() : checked(z, turned(&tanh_function, z, false)))

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
    if (isinf(r) && isnan(phi)) return sk_complex_new(INFINITY, phi);
    if (isnan(r) && phi == 0.0) return sk_complex_new(r, 0.0);
    if (isinf(r) && phi != 0.0) {
        double x = copysign(INFINITY, cos(phi)), y = copysign(INFINITY, sin(phi));
        return sk_complex_new(r < 0 ? -x : x, r < 0 ? -y : y);
    }
    // The imaginary part of a number on the real axis is a zero, also where r is infinite.
    return sk_complex_new(r * cos(phi), phi == 0.0 ? copysign(1.0, r) * phi : r * sin(phi));
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
