// math: functions of real numbers. Sums are in math_sum.c, functions of integers in math_int.c.
#include "modules/math.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/special.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue domain_error(const char *message, double x) {
    if (!message) return sk_raise(sk_exc_ValueError, "math domain error");
    char text[SK_FLOAT_TEXT_MAX + 1];
    text[sk_float_repr(x, text)] = '\0';
    return sk_raise(sk_exc_ValueError, message, text);
}

static SkValue range_error(void) { return sk_raise(sk_exc_OverflowError, "math range error"); }

// ---- functions of one number --------------------------------------------------------------------------------------------

enum { CANNOT_OVERFLOW, CAN_OVERFLOW };

static SkValue apply(SkValue arg, double (*f)(double), int overflow, const char *message) {
    double x;
    if (!sk_as_double(arg, &x)) return SK_EMPTY;
    double r = f(x);
    if (isnan(r) && !isnan(x)) return domain_error(message, x);
    if (isinf(r) && isfinite(x)) return overflow == CAN_OVERFLOW ? range_error() : domain_error(message, x);
    return sk_float_new(r);
}

#define UNIT_RANGE "expected a number in range from -1 up to 1, got %s"
#define FINITE "expected a finite input, got %s"
#define GAMMA_DOMAIN "expected a noninteger or positive integer, got %s"

// X(name, function, overflow, message of a domain error, doc)
#define UNARY_FUNCTIONS(X)                                                                                              \
    X(acos, acos, CANNOT_OVERFLOW, UNIT_RANGE, "Arc cosine, in radians.")                                               \
    X(acosh, acosh, CANNOT_OVERFLOW, "expected argument value not less than 1, got %s", "Inverse hyperbolic cosine.")   \
    X(asin, asin, CANNOT_OVERFLOW, UNIT_RANGE, "Arc sine, in radians.")                                                 \
    X(asinh, asinh, CANNOT_OVERFLOW, NULL, "Inverse hyperbolic sine.")                                                  \
    X(atan, atan, CANNOT_OVERFLOW, NULL, "Arc tangent, in radians.")                                                    \
    X(atanh, atanh, CANNOT_OVERFLOW, "expected a number between -1 and 1, got %s", "Inverse hyperbolic tangent.")       \
    X(cbrt, cbrt, CANNOT_OVERFLOW, NULL, "Cube root.")                                                                  \
    X(cos, cos, CANNOT_OVERFLOW, FINITE, "Cosine of an angle in radians.")                                              \
    X(cosh, cosh, CAN_OVERFLOW, NULL, "Hyperbolic cosine.")                                                             \
    X(erf, erf, CANNOT_OVERFLOW, NULL, "Error function.")                                                               \
    X(erfc, erfc, CANNOT_OVERFLOW, NULL, "One minus the error function.")                                               \
    X(exp, exp, CAN_OVERFLOW, NULL, "e to the power of x.")                                                             \
    X(exp2, exp2, CAN_OVERFLOW, NULL, "Two to the power of x.")                                                         \
    X(expm1, expm1, CAN_OVERFLOW, NULL, "exp(x) - 1, also exact for small x.")                                          \
    X(fabs, fabs, CANNOT_OVERFLOW, NULL, "Absolute value, as a float.")                                                 \
    X(log1p, log1p, CANNOT_OVERFLOW, "expected argument value > -1, got %s", "Natural logarithm of 1 + x, also exact for small x.") \
    X(sin, sin, CANNOT_OVERFLOW, FINITE, "Sine of an angle in radians.")                                                \
    X(sinh, sinh, CAN_OVERFLOW, NULL, "Hyperbolic sine.")                                                               \
    X(sqrt, sqrt, CANNOT_OVERFLOW, "expected a nonnegative input, got %s", "Square root.")                              \
    X(tan, tan, CANNOT_OVERFLOW, FINITE, "Tangent of an angle in radians.")                                             \
    X(tanh, tanh, CANNOT_OVERFLOW, NULL, "Hyperbolic tangent.")

#define X(name, function, overflow, message, doc)                                                                       \
    static SkValue math_##name(SkValue module SK_UNUSED, SkValue arg) { return apply(arg, function, overflow, message); }
UNARY_FUNCTIONS(X)
#undef X

static SkValue gamma_like(SkValue arg, double (*f)(double)) {
    double x;
    if (!sk_as_double(arg, &x)) return SK_EMPTY;
    double r = f(x);
    if (isnan(r) && !isnan(x)) return domain_error(GAMMA_DOMAIN, x);
    if (isinf(r) && isfinite(x)) return range_error();
    return sk_float_new(r);
}
static SkValue math_gamma(SkValue module SK_UNUSED, SkValue arg) { return gamma_like(arg, sk_math_gamma); }
static SkValue math_lgamma(SkValue module SK_UNUSED, SkValue arg) { return gamma_like(arg, sk_math_lgamma); }

static SkValue math_degrees(SkValue module SK_UNUSED, SkValue arg) {
    double x;
    return sk_as_double(arg, &x) ? sk_float_new(x * (180.0 / M_PI)) : SK_EMPTY;
}
static SkValue math_radians(SkValue module SK_UNUSED, SkValue arg) {
    double x;
    return sk_as_double(arg, &x) ? sk_float_new(x * (M_PI / 180.0)) : SK_EMPTY;
}

#define PREDICATE(name, test)                                                                                           \
    static SkValue math_##name(SkValue module SK_UNUSED, SkValue arg) {                                                 \
        double x;                                                                                                       \
        return sk_as_double(arg, &x) ? sk_bool(test(x)) : SK_EMPTY;                                                     \
    }
PREDICATE(isfinite, isfinite)
PREDICATE(isinf, isinf)
PREDICATE(isnan, isnan)

// ---- logarithms -----------------------------------------------------------------------------------------------------------

// Ints of any size: log(m * 2**e) = log(m) + e * log(2).
static SkValue logarithm(SkValue arg, double (*f)(double)) {
    if (!sk_is_int(arg)) return apply(arg, f, CANNOT_OVERFLOW, "expected a positive input, got %s");
    if (sk_int_sign(arg) <= 0) return sk_raise(sk_exc_ValueError, "expected a positive input");
    bool overflow;
    double d = sk_int_to_double(arg, &overflow);
    if (!overflow) return sk_float_new(f(d));
    int64_t e;
    d = sk_int_frexp(arg, &e);
    return sk_float_new(f(d) + f(2.0) * (double)e);
}

static SkValue math_log(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("log", nargs, 1, 2)) return SK_EMPTY;
    SK_AUTO SkValue value = logarithm(args[0], log);
    if (nargs == 1 || sk_is_empty(value)) return sk_move(&value);
    SK_AUTO SkValue base = logarithm(args[1], log);
    return sk_is_empty(base) ? SK_EMPTY : sk_binary(SK_OP_TRUEDIV, value, base);
}
static SkValue math_log2(SkValue module SK_UNUSED, SkValue arg) { return logarithm(arg, log2); }
static SkValue math_log10(SkValue module SK_UNUSED, SkValue arg) { return logarithm(arg, log10); }

// ---- functions of two and three numbers ---------------------------------------------------------------------------------------

static bool two(const char *name, const SkValue *args, size_t nargs, double *x, double *y) {
    return sk_check_nargs(name, nargs, 2, 2) && sk_as_double(args[0], x) && sk_as_double(args[1], y);
}

static SkValue math_atan2(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double y, x;
    return two("atan2", args, nargs, &y, &x) ? sk_float_new(atan2(y, x)) : SK_EMPTY;
}

static SkValue math_copysign(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double x, y;
    return two("copysign", args, nargs, &x, &y) ? sk_float_new(copysign(x, y)) : SK_EMPTY;
}

static SkValue math_fmod(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double x, y;
    if (!two("fmod", args, nargs, &x, &y)) return SK_EMPTY;
    double r = fmod(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y)) return domain_error(NULL, x);
    return sk_float_new(r);
}

static SkValue math_remainder(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double x, y;
    if (!two("remainder", args, nargs, &x, &y)) return SK_EMPTY;
    double r = remainder(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y)) return domain_error(NULL, x);
    return sk_float_new(r);
}

static SkValue math_pow(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double x, y;
    if (!two("pow", args, nargs, &x, &y)) return SK_EMPTY;
    double r = pow(x, y);
    if (isfinite(x) && isfinite(y)) {
        if (isnan(r) || (isinf(r) && x == 0.0)) return domain_error(NULL, x);
        if (isinf(r)) return range_error();
    }
    return sk_float_new(r);
}

static SkValue math_fma(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double x, y, z;
    if (!sk_check_nargs("fma", nargs, 3, 3)) return SK_EMPTY;
    if (!sk_as_double(args[0], &x) || !sk_as_double(args[1], &y) || !sk_as_double(args[2], &z)) return SK_EMPTY;
    double r = fma(x, y, z);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z)) return sk_raise(sk_exc_ValueError, "invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z)) return sk_raise(sk_exc_OverflowError, "overflow in fma");
    return sk_float_new(r);
}

static SkValue math_isclose(SkValue module SK_UNUSED, const SkValue *a) {
    double x, y, relative = 1e-9, absolute = 0.0;
    if (!sk_as_double(a[0], &x) || !sk_as_double(a[1], &y)) return SK_EMPTY;
    if (!sk_is_empty(a[2]) && !sk_as_double(a[2], &relative)) return SK_EMPTY;
    if (!sk_is_empty(a[3]) && !sk_as_double(a[3], &absolute)) return SK_EMPTY;
    if (relative < 0.0 || absolute < 0.0) return sk_raise(sk_exc_ValueError, "tolerances must be non-negative");
    if (x == y) return SK_TRUE;
    if (isinf(x) || isinf(y)) return SK_FALSE;
    double difference = fabs(y - x);
    return sk_bool(difference <= fabs(relative * y) || difference <= fabs(relative * x) || difference <= absolute);
}

// ---- the parts of a float ---------------------------------------------------------------------------------------------------------

static SkValue math_frexp(SkValue module SK_UNUSED, SkValue arg) {
    double x;
    if (!sk_as_double(arg, &x)) return SK_EMPTY;
    int e = 0;
    if (isfinite(x)) x = frexp(x, &e);
    SK_AUTO SkValue m = sk_float_new(x);
    return sk_is_empty(m) ? SK_EMPTY : sk_tuple_pack(2, m, sk_from_small_int(e));
}

static SkValue math_ldexp(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    double x;
    int64_t e;
    if (!sk_check_nargs("ldexp", nargs, 2, 2) || !sk_as_double(args[0], &x)) return SK_EMPTY;
    if (!sk_is_int(args[1])) return sk_raise(sk_exc_TypeError, "Expected an int as second argument to ldexp.");
    if (!sk_index_as_int64(args[1], &e, NULL)) return SK_EMPTY;
    if (x == 0.0 || !isfinite(x)) return sk_float_new(x);
    double r = ldexp(x, e > 5000 ? 5000 : e < -5000 ? -5000 : (int)e);
    return isinf(r) ? range_error() : sk_float_new(r);
}

static SkValue math_modf(SkValue module SK_UNUSED, SkValue arg) {
    double x, whole;
    if (!sk_as_double(arg, &x)) return SK_EMPTY;
    double fraction = modf(x, &whole);
    SK_AUTO SkValue f = sk_float_new(fraction);
    SK_AUTO SkValue w = sk_float_new(whole);
    return sk_is_empty(f) || sk_is_empty(w) ? SK_EMPTY : sk_tuple_pack(2, f, w);
}

static SkValue math_ulp(SkValue module SK_UNUSED, SkValue arg) {
    double x;
    if (!sk_as_double(arg, &x)) return SK_EMPTY;
    x = fabs(x);
    if (!isfinite(x)) return sk_float_new(x);
    double above = nextafter(x, INFINITY);
    return sk_float_new(isinf(above) ? x - nextafter(x, 0.0) : above - x);
}

// Doubles in their order as integers: the distance of two is the number of steps between them.
static int64_t ordinal(double d) {
    int64_t i;
    memcpy(&i, &d, sizeof i);
    return i < 0 ? INT64_MIN - i : i;
}

static double from_ordinal(int64_t i) {
    if (i < 0) i = INT64_MIN - i;
    double d;
    memcpy(&d, &i, sizeof d);
    return d;
}

static SkValue math_nextafter(SkValue module SK_UNUSED, const SkValue *a) {
    double x, y;
    if (!sk_as_double(a[0], &x) || !sk_as_double(a[1], &y)) return SK_EMPTY;
    if (sk_is_empty(a[2]) || sk_is_none(a[2])) return sk_float_new(nextafter(x, y));
    SK_AUTO SkValue count = sk_index(a[2]);
    if (sk_is_empty(count)) return SK_EMPTY;
    if (sk_int_sign(count) < 0) return sk_raise(sk_exc_ValueError, "steps must be a non-negative integer");
    uint64_t steps;
    if (!sk_int_fits_uint64(count, &steps)) steps = UINT64_MAX;
    if (steps == 0) return sk_float_new(x);
    if (isnan(x) || isnan(y)) return sk_float_new(isnan(x) ? x : y);
    int64_t from = ordinal(x), to = ordinal(y);
    uint64_t distance = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (steps >= distance) return sk_float_new(y);
    int64_t at = (int64_t)(from < to ? (uint64_t)from + steps : (uint64_t)from - steps);
    if (at == 0 && from < 0) return SK_FLOAT_NEG_ZERO;
    return sk_float_new(from_ordinal(at));
}

// ---- rounding -------------------------------------------------------------------------------------------------------------------------

// The special method, if the type has one: true, with the result in *out.
static bool special(SkValue v, SkValue name, SkValue *out) {
    return sk_call_special(v, name, NULL, 0, out) || sk_error_occurred();
}

static SkValue rounded(SkValue arg, SkValue name, double (*f)(double)) {
    SkValue r;
    if (sk_is_small_int(arg)) return arg;
    if (!sk_is_exact_float(arg) && special(arg, name, &r)) return r;
    double x;
    return sk_as_double(arg, &x) ? sk_int_from_double(f(x)) : SK_EMPTY;
}
static SkValue math_ceil(SkValue module SK_UNUSED, SkValue arg) { return rounded(arg, SK_N(__ceil__), ceil); }
static SkValue math_floor(SkValue module SK_UNUSED, SkValue arg) { return rounded(arg, SK_N(__floor__), floor); }

static SkValue math_trunc(SkValue module SK_UNUSED, SkValue arg) {
    SkValue r;
    if (sk_is_small_int(arg)) return arg;
    if (sk_is_exact_float(arg)) return sk_int_from_double(sk_float_value(arg));
    if (special(arg, SK_N(__trunc__), &r)) return r;
    return sk_raise(sk_exc_TypeError, "type %.100T doesn't define __trunc__ method", arg);
}

// ---- the module -----------------------------------------------------------------------------------------------------------------------

#define X(name_, function, overflow, message, doc_)                                                                     \
    {.name = #name_, .kind = SK_ONEARG, .onearg = math_##name_, .sig = "(x, /)", .doc = doc_},
static const SkMethodDef functions[] = {
    UNARY_FUNCTIONS(X)
    {"gamma", SK_ONEARG, .onearg = math_gamma, .sig = "(x, /)", .doc = "Gamma function."},
    {"lgamma", SK_ONEARG, .onearg = math_lgamma, .sig = "(x, /)", .doc = "Natural logarithm of the absolute value of the gamma function."},
    {"degrees", SK_ONEARG, .onearg = math_degrees, .sig = "(x, /)", .doc = "Radians to degrees."},
    {"radians", SK_ONEARG, .onearg = math_radians, .sig = "(x, /)", .doc = "Degrees to radians."},
    {"isfinite", SK_ONEARG, .onearg = math_isfinite, .sig = "(x, /)", .doc = "True if x is neither infinite nor a NaN."},
    {"isinf", SK_ONEARG, .onearg = math_isinf, .sig = "(x, /)", .doc = "True if x is an infinity."},
    {"isnan", SK_ONEARG, .onearg = math_isnan, .sig = "(x, /)", .doc = "True if x is a NaN."},
    {"log", SK_FAST, .fast = math_log, .sig = NULL, .doc = "log(x, [base=math.e])\nLogarithm to the given base."},
    {"log2", SK_ONEARG, .onearg = math_log2, .sig = "(x, /)", .doc = "Logarithm to base 2."},
    {"log10", SK_ONEARG, .onearg = math_log10, .sig = "(x, /)", .doc = "Logarithm to base 10."},
    {"atan2", SK_FAST, .fast = math_atan2, .sig = "(y, x, /)", .doc = "Arc tangent of y/x in radians, in the quadrant of (x, y)."},
    {"copysign", SK_FAST, .fast = math_copysign, .sig = "(x, y, /)", .doc = "The magnitude of x with the sign of y."},
    {"fmod", SK_FAST, .fast = math_fmod, .sig = "(x, y, /)", .doc = "C's fmod: the remainder has the sign of x."},
    {"remainder", SK_FAST, .fast = math_remainder, .sig = "(x, y, /)", .doc = "Difference between x and the nearest multiple of y."},
    {"pow", SK_FAST, .fast = math_pow, .sig = "(x, y, /)", .doc = "x to the power of y, as floats."},
    {"fma", SK_FAST, .fast = math_fma, .sig = "(x, y, z, /)", .doc = "x * y + z with one rounding."},
    {"isclose", SK_SIG, .sig_fn = math_isclose, .sig = "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", .doc = "True if a and b are close to each other."},
    {"frexp", SK_ONEARG, .onearg = math_frexp, .sig = "(x, /)", .doc = "Mantissa and exponent: x == m * 2**e."},
    {"ldexp", SK_FAST, .fast = math_ldexp, .sig = "(x, i, /)", .doc = "x * 2**i."},
    {"modf", SK_ONEARG, .onearg = math_modf, .sig = "(x, /)", .doc = "Fractional and whole part of x."},
    {"ulp", SK_ONEARG, .onearg = math_ulp, .sig = "(x, /)", .doc = "Value of the least significant bit of x."},
    {"nextafter", SK_SIG, .sig_fn = math_nextafter, .sig = "(x, y, /, *, steps=None)", .doc = "The float that many steps after x towards y."},
    {"ceil", SK_ONEARG, .onearg = math_ceil, .sig = "(x, /)", .doc = "The least integer not below x."},
    {"floor", SK_ONEARG, .onearg = math_floor, .sig = "(x, /)", .doc = "The greatest integer not above x."},
    {"trunc", SK_ONEARG, .onearg = math_trunc, .sig = "(x, /)", .doc = "x without its fractional part."},
    {"fsum", SK_ONEARG, .onearg = sk_math_fsum, .sig = "(seq, /)", .doc = "Sum of floats, rounded once."},
    {"sumprod", SK_FAST, .fast = sk_math_sumprod, .sig = "(p, q, /)", .doc = "Sum of the products of the items of two iterables."},
    {"hypot", SK_FAST, .fast = sk_math_hypot, .sig = NULL, .doc = "hypot(*coordinates) -> value\n\nEuclidean length of a vector."},
    {"dist", SK_FAST, .fast = sk_math_dist, .sig = "(p, q, /)", .doc = "Euclidean distance of two points."},
    {"prod", SK_SIG, .sig_fn = sk_math_prod, .sig = "(iterable, /, *, start=1)", .doc = "Product of the items."},
    {"gcd", SK_FAST, .fast = sk_math_gcd, .sig = "(*integers)", .doc = "Greatest common divisor."},
    {"lcm", SK_FAST, .fast = sk_math_lcm, .sig = "(*integers)", .doc = "Least common multiple."},
    {"factorial", SK_ONEARG, .onearg = sk_math_factorial, .sig = "(n, /)", .doc = "n!"},
    {"isqrt", SK_ONEARG, .onearg = sk_math_isqrt, .sig = "(n, /)", .doc = "Whole part of the square root."},
    {"comb", SK_FAST, .fast = sk_math_comb, .sig = "(n, k, /)", .doc = "Number of ways to choose k of n items, without order."},
    {"perm", SK_FAST, .fast = sk_math_perm, .sig = "(n, k=None, /)", .doc = "Number of ways to choose k of n items, with order."},
    {0},
};
#undef X

static bool math_exec(SkValue m) {
    return sk_module_add_steal(m, "pi", sk_float_new(M_PI)) && sk_module_add_steal(m, "e", sk_float_new(M_E)) &&
           sk_module_add_steal(m, "tau", sk_float_new(2.0 * M_PI)) && sk_module_add_steal(m, "inf", sk_float_new(INFINITY)) &&
           sk_module_add_steal(m, "nan", sk_float_new(fabs(NAN)));
}

const SkModuleDef sk_module_math = {
    .name = "math",
    .doc = "Mathematical functions of real numbers, as the C standard defines them.",
    .functions = functions,
    .exec = math_exec,
};
