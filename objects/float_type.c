// The type float: slots and methods.
#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "base/siphash.h"
#include "base/strtod.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static void float_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkValue float_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if ((type == &sk_float_type || type->init == sk_float_type.init) && !sk_no_kwargs("float", kwnames)) return SK_EMPTY;
    if (!sk_check_nargs("float", nargs, 0, 1)) return SK_EMPTY;
    SkValue v = nargs ? sk_to_float(args[0]) : SK_FLOAT_ZERO;
    if (type == &sk_float_type || sk_is_empty(v)) return v;
    SkValue r = sk_float_of_type(type, sk_float_value(v));
    sk_release(v);
    return r;
}

// ---- slots ------------------------------------------------------------------------------------------------------------

static SkValue float_repr(SkValue v) { return sk_float_repr_str(sk_float_value(v)); }

static int64_t float_hash(SkValue v) {
    double d = sk_float_value(v);
    if (!isnan(d)) return sk_hash_double(d);
    uint64_t w = sk_is_ptr(v) ? (uint64_t)(uintptr_t)sk_ptr(v) : v.w;
    int64_t h = (int64_t)(w >> 4 | w << 60);
    return h == -1 ? -2 : h;
}

// The operand as a double. 1: done, 0: not a float or int, -1: exception.
SK_INLINE int operand(SkValue v, double *out) {
    if (sk_likely(sk_is_tagged_float(v))) {
        *out = sk_tagged_float(v);
        return 1;
    }
    if (sk_is_small_int(v)) {
        *out = (double)sk_small_int(v);
        return 1;
    }
    if (sk_is_float(v)) {
        *out = sk_float_value(v);
        return 1;
    }
    if (!sk_is_int(v)) return 0;
    return sk_as_double(v, out) ? 1 : -1;
}

#define OPERANDS                                                                                                        \
    double x, y;                                                                                                        \
    int got = operand(a, &x);                                                                                           \
    if (got > 0) got = operand(b, &y);                                                                                  \
    if (sk_unlikely(got <= 0)) return got ? SK_EMPTY : SK_NOT_IMPLEMENTED;

static SkValue division_by_zero(void) { return sk_raise(sk_exc_ZeroDivisionError, "division by zero"); }

static SkValue float_add(SkValue a, SkValue b) {
    OPERANDS
    return sk_float_new(x + y);
}
static SkValue float_sub(SkValue a, SkValue b) {
    OPERANDS
    return sk_float_new(x - y);
}
static SkValue float_mul(SkValue a, SkValue b) {
    OPERANDS
    return sk_float_new(x * y);
}
static SkValue float_truediv(SkValue a, SkValue b) {
    OPERANDS
    return y == 0.0 ? division_by_zero() : sk_float_new(x / y);
}
static SkValue float_mod(SkValue a, SkValue b) {
    OPERANDS
    return y == 0.0 ? division_by_zero() : sk_float_new(sk_float_mod(x, y));
}
static SkValue float_floordiv(SkValue a, SkValue b) {
    OPERANDS
    return y == 0.0 ? division_by_zero() : sk_float_new(sk_float_floordiv(x, y));
}
static SkValue float_divmod(SkValue a, SkValue b) {
    OPERANDS
    if (y == 0.0) return division_by_zero();
    SkValue parts[2] = {sk_float_new(sk_float_floordiv(x, y)), SK_EMPTY};
    if (sk_is_empty(parts[0])) return SK_EMPTY;
    parts[1] = sk_float_new(sk_float_mod(x, y));
    if (sk_is_empty(parts[1])) {
        sk_release(parts[0]);
        return SK_EMPTY;
    }
    return sk_tuple_steal(parts, 2);
}
static SkValue float_pow(SkValue a, SkValue b, SkValue mod) {
    if (!sk_is_none(mod)) return sk_raise(sk_exc_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    OPERANDS
    return sk_float_pow(x, y);
}

static SkValue float_neg(SkValue v) { return sk_float_new(-sk_float_value(v)); }
static SkValue float_abs(SkValue v) { return sk_float_new(fabs(sk_float_value(v))); }
static SkValue float_exact(SkValue v) {
    return sk_is_exact_float(v) ? sk_retain(v) : sk_float_new(sk_float_value(v));
}
static SkValue float_trunc(SkValue v) { return sk_int_from_double(sk_float_value(v)); }
static int float_bool(SkValue v) { return sk_float_value(v) != 0.0; }

static SkValue float_compare(SkValue a, SkValue b, SkCompareOp op) {
    double x, y;
    if (!sk_is_float(a)) return SK_NOT_IMPLEMENTED;
    x = sk_float_value(a);
    if (sk_is_float(b)) {
        y = sk_float_value(b);
    } else if (sk_is_int(b)) {
        y = 0.0;
        if (!isnan(x)) x = sk_float_compare_int(x, b);
    } else {
        return SK_NOT_IMPLEMENTED;
    }
    switch (op) {
    case SK_LT: return sk_bool(x < y);
    case SK_LE: return sk_bool(x <= y);
    case SK_EQ: return sk_bool(x == y);
    case SK_NE: return sk_bool(x != y);
    case SK_GT: return sk_bool(x > y);
    default: return sk_bool(x >= y);
    }
}

// ---- methods --------------------------------------------------------------------------------------------------------------

static SkValue float_floor(SkValue v) { return sk_int_from_double(floor(sk_float_value(v))); }
static SkValue float_ceil(SkValue v) { return sk_int_from_double(ceil(sk_float_value(v))); }

static SkValue float_round(SkValue self, const SkValue *a) {
    double d = sk_float_value(self);
    if (sk_is_empty(a[0]) || sk_is_none(a[0])) {
        double r = round(d);
        if (fabs(d - r) == 0.5) r = 2.0 * round(d / 2.0);
        return sk_int_from_double(r);
    }
    int64_t n;
    if (!sk_index_as_int64(a[0], &n, NULL)) return SK_EMPTY;
    return sk_float_round(d, n);
}

static SkValue float_as_integer_ratio(SkValue v) {
    double d = sk_float_value(v);
    if (isinf(d)) return sk_raise(sk_exc_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(d)) return sk_raise(sk_exc_ValueError, "cannot convert NaN to integer ratio");
    int e;
    double m = frexp(d, &e);
    while (m != floor(m)) {
        m *= 2.0;
        e--;
    }
    SK_AUTO SkValue whole = sk_int_from_double(m);
    SK_AUTO SkValue part = SK_EMPTY;
    if (sk_is_empty(whole)) return SK_EMPTY;
    if (e > 0) {
        part = sk_int_lshift(whole, sk_from_small_int(e));
        return sk_is_empty(part) ? SK_EMPTY : sk_tuple_pack(2, part, sk_from_small_int(1));
    }
    part = sk_int_lshift(sk_from_small_int(1), sk_from_small_int(-e));
    return sk_is_empty(part) ? SK_EMPTY : sk_tuple_pack(2, whole, part);
}

// A new float of class cls from a double.
static SkValue instance(SkValue cls, double d) {
    SkValue v = sk_float_new(d);
    if (sk_as_type(cls) == &sk_float_type || sk_is_empty(v)) return v;
    SkValue r = sk_call1(cls, v);
    sk_release(v);
    return r;
}

static SkValue float_fromhex(SkValue cls, SkValue text) {
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "bad argument type for built-in operation");
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    if (!u.text) return SK_EMPTY;
    double d;
    switch (sk_parse_hex_float(u.text, u.len, &d)) {
    case SK_PARSE_FLOAT_OK: return instance(cls, d);
    case SK_PARSE_FLOAT_OVERFLOW: return sk_raise(sk_exc_OverflowError, "hexadecimal value too large to represent as a float");
    case SK_PARSE_FLOAT_NO_MEMORY: return sk_raise_memory();
    default: return sk_raise(sk_exc_ValueError, "invalid hexadecimal floating-point string");
    }
}

static SkValue float_from_number(SkValue cls, SkValue number) {
    if (sk_is_exact_float(number) && sk_as_type(cls) == &sk_float_type) return sk_dup(number);
    double d;
    return sk_as_double(number, &d) ? instance(cls, d) : SK_EMPTY;
}

static SkValue float_hex(SkValue v) {
    char text[SK_FLOAT_TEXT_MAX];
    return sk_str_from_ascii(text, sk_float_hex(sk_float_value(v), text));
}

static SkValue float_is_integer(SkValue v) {
    double d = sk_float_value(v);
    return sk_bool(isfinite(d) && d == floor(d));
}

static SkValue float_getnewargs(SkValue v) {
    SkValue part = float_exact(v);
    return sk_is_empty(part) ? SK_EMPTY : sk_tuple_steal(&part, 1);
}

static SkValue float_getformat(SkValue cls SK_UNUSED, SkValue kind) {
    if (!sk_is_str(kind)) return sk_raise_bad_argument("__getformat__", "argument", "str", kind);
    if (!sk_str_equals_ascii(kind, "double") && !sk_str_equals_ascii(kind, "float"))
        return sk_raise(sk_exc_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return sk_str_from(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "IEEE, little-endian" : "IEEE, big-endian");
}

static SkValue float_format(SkValue v, SkValue spec) {
    if (!sk_is_str(spec)) return sk_raise_bad_argument("__format__", "argument", "str", spec);
    return sk_format_float(v, spec);
}

static SkValue float_get_real(SkValue v, void *closure SK_UNUSED) { return float_exact(v); }
static SkValue float_get_imag(SkValue v SK_UNUSED, void *closure SK_UNUSED) { return SK_FLOAT_ZERO; }

static const SkMethodDef methods[] = {
    {"conjugate", SK_NOARGS, .noargs = float_exact, .sig = "()", .doc = "The number itself."},
    {"__trunc__", SK_NOARGS, .noargs = float_trunc, .sig = "()", .doc = "The whole number next to it towards zero."},
    {"__floor__", SK_NOARGS, .noargs = float_floor, .sig = "()", .doc = "The greatest whole number not above it."},
    {"__ceil__", SK_NOARGS, .noargs = float_ceil, .sig = "()", .doc = "The least whole number not below it."},
    {"__round__", SK_SIG, .sig_fn = float_round, .sig = "(ndigits=None, /)", .doc = "Rounds, ties to even."},
    {"as_integer_ratio", SK_NOARGS, .noargs = float_as_integer_ratio, .sig = "()",
     .doc = "Two whole numbers in lowest terms whose quotient is exactly the number."},
    {"from_number", SK_ONEARG | SK_CLASS_METHOD, .onearg = float_from_number, .sig = "(number, /)", .doc = "A real number as a float."},
    {"fromhex", SK_ONEARG | SK_CLASS_METHOD, .onearg = float_fromhex, .sig = "(string, /)", .doc = "Reads a hexadecimal floating-point literal."},
    {"hex", SK_NOARGS, .noargs = float_hex, .sig = "()", .doc = "The number in hexadecimal, exactly."},
    {"is_integer", SK_NOARGS, .noargs = float_is_integer, .sig = "()", .doc = "True if the number is whole."},
    {"__getnewargs__", SK_NOARGS, .noargs = float_getnewargs, .sig = "()", .doc = "Arguments of __new__, for copying."},
    {"__getformat__", SK_ONEARG | SK_CLASS_METHOD, .onearg = float_getformat, .sig = "(typestr, /)", .doc = "How C's double or float is laid out."},
    {"__format__", SK_ONEARG, .onearg = float_format, .sig = "(format_spec, /)", .doc = "The number as text by a format specifier."},
    {0},
};

static const SkGetSetDef getset[] = {
    {.name = "real", .get = float_get_real, .doc = "The number itself."},
    {.name = "imag", .get = float_get_imag, .doc = "Zero."},
    {0},
};

SkType sk_float_type = {
    SK_TYPE_HEAD(SK_T_FLOAT, sizeof(SkFloat), NULL, NULL, float_destroy),
    .name = "float",
    .doc = "float(x=0, /)\n--\n\nA floating-point number: the value of a number, or of the literal in a string.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_FLOAT_SUBCLASS | SK_TF_MATCH_SELF,
    .new_ = float_new,
    .repr = float_repr,
    .hash = float_hash,
    .compare = float_compare,
    .number =
        {
            .add = float_add,
            .subtract = float_sub,
            .multiply = float_mul,
            .remainder = float_mod,
            .divmod = float_divmod,
            .floor_divide = float_floordiv,
            .true_divide = float_truediv,
            .power = float_pow,
            .negative = float_neg,
            .positive = float_exact,
            .absolute = float_abs,
            .int_ = float_trunc,
            .float_ = float_exact,
            .bool_ = float_bool,
        },
    .methods = methods,
    .getset = getset,
};
