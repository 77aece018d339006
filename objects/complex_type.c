// The type complex: parsing, slots, methods.
#include <math.h>
#include <string.h>

#include "base/numtext.h"
#include "base/siphash.h"
#include "base/strtod.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static void complex_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkValue of_type(SkType *type, SkComplex z) {
    if (type == &sk_complex_type) return sk_complex_new(z.real, z.imag);
    SkComplexObject *o = (SkComplexObject *)sk_type_alloc(type, 0);
    if (!o) return SK_EMPTY;
    o->value = z;
    return sk_counted(o);
}

// ---- text ---------------------------------------------------------------------------------------------------------------

// "<real>", "<imag>j", "<real><sign><imag>j", the number before j optional; no underscores, no white space.
static bool parse_parts(const char *p, const char *end, SkComplex *z) {
    const char *stop;
    double first;
    *z = (SkComplex){0.0, 0.0};
    if (!sk_strtod(p, end, &stop, &first)) {
        first = 1.0;
        stop = p;
        if (stop < end && (*stop == '+' || *stop == '-')) first = *stop++ == '-' ? -1.0 : 1.0;
        if (stop >= end || (*stop | 32) != 'j') return false;
    }
    if (stop == end) {
        z->real = first;
        return true;
    }
    if ((*stop | 32) == 'j') {
        z->imag = first;
        return stop + 1 == end;
    }
    z->real = first;
    p = stop;
    if (*p != '+' && *p != '-') return false;
    if (!sk_strtod(p, end, &stop, &z->imag)) {
        z->imag = *p == '-' ? -1.0 : 1.0;
        stop = p + 1;
    }
    return stop + 1 == end && (*stop | 32) == 'j';
}

static bool parse(const char *s, size_t n, SkComplex *z) {
    const char *p = s, *end = s + n;
#define SKIP_SPACE                                                                                                      \
    while (p < end && sk_ascii_isspace((unsigned char)*p)) p++;                                                         \
    while (end > p && sk_ascii_isspace((unsigned char)end[-1])) end--;
    SKIP_SPACE
    if (p < end && *p == '(') {
        if (end[-1] != ')' || end - p < 2) return false;
        p++;
        end--;
        SKIP_SPACE
    }
#undef SKIP_SPACE
    return parse_parts(p, end, z);
}

static bool from_text(SkValue str, SkComplex *z) {
    SK_AUTO_NUMBER_TEXT SkNumberText text;
    if (!sk_number_text(str, &text)) return false;
    char few[64], *plain = text.len <= sizeof few ? few : sk_malloc(text.len);
    if (!plain) {
        sk_raise_memory();
        return false;
    }
    size_t n = sk_strip_underscores(text.text, text.len, plain);
    bool ok = n != SIZE_MAX && parse(plain, n, z);
    if (plain != few) sk_free(plain);
    if (n == SIZE_MAX) return sk_raise_false(sk_exc_ValueError, "could not convert string to complex: %R", str);
    return ok || sk_raise_false(sk_exc_ValueError, "complex() arg is a malformed string");
}

// ---- making ---------------------------------------------------------------------------------------------------------------

// __complex__ of v. 1: done, 0: it has none, -1: exception.
static int complex_method(SkValue v, SkComplex *z) {
    if (sk_is_ptr(v) && sk_has_index(v, SK_T_COMPLEX)) {
        *z = sk_complex_value(v);
        return 1;
    }
    if (sk_is_exact_float(v) || sk_is_small_int(v) || sk_is_str(v)) return 0;
    SK_AUTO SkValue method = sk_lookup_special(v, SK_N(__complex__));
    if (sk_is_empty(method)) return sk_error_occurred() ? -1 : 0;
    SK_AUTO SkValue r = sk_call0(method);
    if (sk_is_empty(r)) return -1;
    if (!sk_is_complex(r)) {
        sk_raise(sk_exc_TypeError, "__complex__ returned non-complex (type %.200T)", r);
        return -1;
    }
    *z = sk_complex_value(r);
    if (sk_has_index(r, SK_T_COMPLEX)) return 1;
    return sk_warn(sk_exc_DeprecationWarning, 1,
                   "__complex__ returned non-complex (type %.200T).  The ability to return an instance of a strict subclass of "
                   "complex is deprecated, and may not be supported in a future version of Python.",
                   r)
               ? 1
               : -1;
}

static bool is_real(SkValue v) {
    return sk_is_float(v) || sk_is_int(v) || sk_type_of(v)->number.float_ || sk_has_index_method(v);
}

bool sk_as_complex(SkValue v, SkComplex *out) {
    int r = complex_method(v, out);
    if (r) return r > 0;
    out->imag = 0.0;
    return sk_as_double(v, &out->real);
}

// complex(x) with one argument.
static bool from_one(SkValue v, SkComplex *z) {
    if (sk_is_str(v)) return from_text(v, z);
    int r = complex_method(v, z);
    if (r) return r > 0;
    if (!is_real(v)) return sk_raise_false(sk_exc_TypeError, "complex() argument must be a string or a number, not %.200T", v);
    z->imag = 0.0;
    return sk_as_double(v, &z->real);
}

// One of two arguments: *z gets its value. A complex one is deprecated.
static bool part(SkValue v, const char *name, SkComplex *z) {
    *z = (SkComplex){0.0, 0.0};
    int r = !strcmp(name, "real") ? complex_method(v, z) : 0;
    if (r < 0) return false;
    if (!r && sk_is_complex(v)) {
        *z = sk_complex_value(v);
        r = 1;
    }
    if (!r && !is_real(v))
        return sk_raise_false(sk_exc_TypeError, "complex() argument '%s' must be a real number, not %.200T", name, v);
    if (!r) return sk_as_double(v, &z->real);
    return sk_warn(sk_exc_DeprecationWarning, 1, "complex() argument '%s' must be a real number, not %.200T", name, v);
}

static SkValue complex_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    SkComplex z = {0.0, 0.0}, w = {0.0, 0.0};
    if (!sk_bind("complex", "(real=0, imag=0)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (nargs == 1 && sk_is_empty(kwnames)) {
        if (type == &sk_complex_type && sk_has_index(a[0], SK_T_COMPLEX)) return sk_dup(a[0]);
        return from_one(a[0], &z) ? of_type(type, z) : SK_EMPTY;
    }
    if (!sk_is_empty(a[0]) && !part(a[0], "real", &z)) return SK_EMPTY;
    if (!sk_is_empty(a[1]) && !part(a[1], "imag", &w)) return SK_EMPTY;
    if (sk_is_empty(a[1])) return of_type(type, z);
    bool complex_real = !sk_is_empty(a[0]) && sk_is_complex(a[0]), complex_imag = sk_is_complex(a[1]);
    SkComplex r = {complex_imag ? z.real - w.imag : z.real, complex_real ? w.real + z.imag : w.real};
    return of_type(type, r);
}

static SkValue complex_from_number(SkValue cls, SkValue number) {
    if (sk_has_index(number, SK_T_COMPLEX) && sk_as_type(cls) == &sk_complex_type) return sk_dup(number);
    SkComplex z;
    if (!sk_as_complex(number, &z)) return SK_EMPTY;
    SkValue v = sk_complex_new(z.real, z.imag);
    if (sk_as_type(cls) == &sk_complex_type || sk_is_empty(v)) return v;
    SkValue r = sk_call1(cls, v);
    sk_release(v);
    return r;
}

// ---- arithmetic ---------------------------------------------------------------------------------------------------------------

typedef struct {
    SkComplex z;
    bool real;  // a float or int: z.imag is meaningless
} Operand;

// 1: done, 0: not a number that complex works with, -1: exception.
static inline int operand(SkValue v, Operand *o) {
    if (sk_has_index(v, SK_T_COMPLEX)) {
        o->real = false;
        o->z = sk_complex_value(v);
        return 1;
    }
    o->real = true;
    o->z.imag = 0.0;
    if (sk_is_float(v)) {
        o->z.real = sk_float_value(v);
        return 1;
    }
    if (sk_is_int(v)) return sk_as_double(v, &o->z.real) ? 1 : -1;
    o->real = false;
    if (!sk_is_complex(v)) return 0;
    o->z = sk_complex_value(v);
    return 1;
}

#define OPERANDS                                                                                                        \
    Operand x, y;                                                                                                       \
    int got = operand(a, &x);                                                                                           \
    if (got > 0) got = operand(b, &y);                                                                                  \
    if (got <= 0) return got ? SK_EMPTY : SK_NOT_IMPLEMENTED;

static SkValue complex_add(SkValue a, SkValue b) {
    OPERANDS
    return sk_complex_new(x.z.real + y.z.real, x.real ? y.z.imag : y.real ? x.z.imag : x.z.imag + y.z.imag);
}

static SkValue complex_sub(SkValue a, SkValue b) {
    OPERANDS
    return sk_complex_new(x.z.real - y.z.real, x.real ? -y.z.imag : y.real ? x.z.imag : x.z.imag - y.z.imag);
}

static SkValue complex_mul(SkValue a, SkValue b) {
    OPERANDS
    if (x.real) return sk_complex_new(x.z.real * y.z.real, x.z.real * y.z.imag);
    if (y.real) return sk_complex_new(x.z.real * y.z.real, x.z.imag * y.z.real);
    SkComplex r = sk_complex_mul(x.z, y.z);
    return sk_complex_new(r.real, r.imag);
}

static SkValue complex_truediv(SkValue a, SkValue b) {
    OPERANDS
    if (y.z.real == 0.0 && (y.real || y.z.imag == 0.0)) return sk_raise(sk_exc_ZeroDivisionError, "division by zero");
    if (y.real) return sk_complex_new(x.z.real / y.z.real, x.z.imag / y.z.real);
    SkComplex r = x.real ? sk_real_div_complex(x.z.real, y.z) : sk_complex_div(x.z, y.z);
    return sk_complex_new(r.real, r.imag);
}

static SkValue complex_pow(SkValue a, SkValue b, SkValue mod) {
    OPERANDS
    if (!sk_is_none(mod)) return sk_raise(sk_exc_ValueError, "complex modulo");
    SkComplex r;
    return sk_complex_pow_raw(x.z, y.z, &r) ? sk_complex_new(r.real, r.imag) : SK_EMPTY;
}

static SkValue complex_neg(SkValue v) {
    SkComplex z = sk_complex_value(v);
    return sk_complex_new(-z.real, -z.imag);
}

static SkValue complex_exact(SkValue v) {
    if (sk_has_index(v, SK_T_COMPLEX)) return sk_retain(v);
    SkComplex z = sk_complex_value(v);
    return sk_complex_new(z.real, z.imag);
}

static SkValue complex_abs(SkValue v) {
    SkComplex z = sk_complex_value(v);
    double r = hypot(z.real, z.imag);
    if (isinf(r) && isfinite(z.real) && isfinite(z.imag)) return sk_raise(sk_exc_OverflowError, "absolute value too large");
    return sk_float_new(r);
}

static int complex_bool(SkValue v) {
    SkComplex z = sk_complex_value(v);
    return z.real != 0.0 || z.imag != 0.0;
}

static SkValue complex_repr(SkValue v) { return sk_complex_repr_str(sk_complex_value(v)); }

static int64_t complex_hash(SkValue v) {
    SkComplex z = sk_complex_value(v);
    uint64_t identity = (uint64_t)(uintptr_t)sk_ptr(v) >> 4;
    uint64_t real = isnan(z.real) ? identity : (uint64_t)sk_hash_double(z.real);
    uint64_t imag = isnan(z.imag) ? identity : (uint64_t)sk_hash_double(z.imag);
    int64_t h = (int64_t)(real + 1000003 * imag);
    return h == -1 ? -2 : h;
}

static SkValue complex_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !sk_is_complex(a)) return SK_NOT_IMPLEMENTED;
    SkComplex x = sk_complex_value(a);
    bool equal;
    if (sk_is_int(b)) {
        equal = x.imag == 0.0 && !isnan(x.real) && sk_float_compare_int(x.real, b) == 0;
    } else if (sk_is_float(b)) {
        equal = x.imag == 0.0 && x.real == sk_float_value(b);
    } else if (sk_is_complex(b)) {
        SkComplex y = sk_complex_value(b);
        equal = x.real == y.real && x.imag == y.imag;
    } else {
        return SK_NOT_IMPLEMENTED;
    }
    return sk_bool(equal == (op == SK_EQ));
}

// ---- methods -----------------------------------------------------------------------------------------------------------------------

static SkValue complex_conjugate(SkValue v) {
    SkComplex z = sk_complex_value(v);
    return sk_complex_new(z.real, -z.imag);
}

static SkValue complex_getnewargs(SkValue v) {
    SkComplex z = sk_complex_value(v);
    SK_AUTO SkValue real = sk_float_new(z.real);
    SK_AUTO SkValue imag = sk_float_new(z.imag);
    return sk_is_empty(real) || sk_is_empty(imag) ? SK_EMPTY : sk_tuple_pack(2, real, imag);
}

static SkValue complex_format(SkValue v, SkValue spec) {
    if (!sk_is_str(spec)) return sk_raise_bad_argument("__format__", "argument", "str", spec);
    return sk_format_complex(v, spec);
}

static SkValue get_real(SkValue v, void *closure SK_UNUSED) { return sk_float_new(sk_complex_value(v).real); }
static SkValue get_imag(SkValue v, void *closure SK_UNUSED) { return sk_float_new(sk_complex_value(v).imag); }

static const SkMethodDef methods[] = {
    {"from_number", SK_ONEARG | SK_CLASS_METHOD, .onearg = complex_from_number, .sig = "(number, /)", .doc = "A number as a complex."},
    {"conjugate", SK_NOARGS, .noargs = complex_conjugate, .sig = "()", .doc = "The number with the sign of its imaginary part turned."},
    {"__complex__", SK_NOARGS, .noargs = complex_exact, .sig = "()", .doc = "The number itself."},
    {"__getnewargs__", SK_NOARGS, .noargs = complex_getnewargs, .sig = "()", .doc = "Arguments of __new__, for copying."},
    {"__format__", SK_ONEARG, .onearg = complex_format, .sig = "(format_spec, /)", .doc = "The number as text by a format specifier."},
    {0},
};

static const SkGetSetDef getset[] = {
    {.name = "real", .get = get_real, .set = sk_readonly_member, .doc = "The real part."},
    {.name = "imag", .get = get_imag, .set = sk_readonly_member, .doc = "The imaginary part."},
    {0},
};

SkType sk_complex_type = {
    SK_TYPE_HEAD(SK_T_COMPLEX, sizeof(SkComplexObject), NULL, NULL, complex_destroy),
    .name = "complex",
    .doc = "complex(real=0, imag=0)\n--\n\nA complex number from its parts, or from a string or number.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = complex_new,
    .repr = complex_repr,
    .hash = complex_hash,
    .compare = complex_compare,
    .number =
        {
            .add = complex_add,
            .subtract = complex_sub,
            .multiply = complex_mul,
            .true_divide = complex_truediv,
            .power = complex_pow,
            .negative = complex_neg,
            .positive = complex_exact,
            .absolute = complex_abs,
            .bool_ = complex_bool,
        },
    .methods = methods,
    .getset = getset,
};
