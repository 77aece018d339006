// The type int: slots and methods.
#include <string.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int_internal.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static void int_destroy(SkObject *o) {
    int64_t size = ((SkInt *)o)->size;
    sk_instance_free(o, (size_t)(size < 0 ? -size : size));
}

// ---- making ---------------------------------------------------------------------------------------------------------

static SkValue int_from_arguments(SkValue x, SkValue base) {
    if (sk_is_empty(x)) {
        if (!sk_is_empty(base)) return sk_raise(sk_exc_TypeError, "int() missing string argument");
        return sk_from_small_int(0);
    }
    if (sk_is_empty(base)) return sk_to_int(x);
    int64_t b;
    if (!sk_index_as_int64(base, &b, NULL)) return SK_EMPTY;
    if (b != 0 && (b < 2 || b > 36)) return sk_raise(sk_exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (sk_is_str(x) || sk_is_bytes(x) || sk_has_index(x, SK_T_BYTEARRAY) || sk_is_instance_of(x, &sk_bytearray_type))
        return sk_int_from_object_text(x, (int)b);
    return sk_raise(sk_exc_TypeError, "int() can't convert non-string with explicit base");
}

static SkValue int_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue v;
    if (sk_is_empty(kwnames) && nargs <= 1) {
        v = nargs ? sk_to_int(args[0]) : sk_from_small_int(0);
    } else {
        static _Atomic(SkSig *) sig;
        SkValue bound[2];
        if (sk_is_empty(kwnames) && !sk_check_nargs("int", nargs, 0, 2)) return SK_EMPTY;
        if (!sk_bind("int", "(_=0, /, base=10)", &sig, args, nargs, kwnames, bound)) return SK_EMPTY;
        v = int_from_arguments(bound[0], bound[1]);
    }
    if (type == &sk_int_type || sk_is_empty(v)) return v;
    SkValue r = sk_int_of_type(type, v);
    sk_release(v);
    return r;
}

// ---- slots ------------------------------------------------------------------------------------------------------------

static SkValue int_repr(SkValue v) { return sk_int_to_str(v, 10, false); }

static SkValue int_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_int(a) || !sk_is_int(b)) return SK_NOT_IMPLEMENTED;
    int c = sk_int_compare(a, b);
    switch (op) {
    case SK_LT: return sk_bool(c < 0);
    case SK_LE: return sk_bool(c <= 0);
    case SK_EQ: return sk_bool(c == 0);
    case SK_NE: return sk_bool(c != 0);
    case SK_GT: return sk_bool(c > 0);
    default: return sk_bool(c >= 0);
    }
}

#define BINARY(name)                                                                                                    \
    static SkValue int_##name(SkValue a, SkValue b) {                                                                   \
        if (!sk_is_int(a) || !sk_is_int(b)) return SK_NOT_IMPLEMENTED;                                                  \
        return sk_int_##name(a, b);                                                                                     \
    }
BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(floordiv)
BINARY(mod)
BINARY(truediv)
BINARY(lshift)
BINARY(rshift)
BINARY(and)
BINARY(or)
BINARY(xor)

static SkValue int_divmod(SkValue a, SkValue b) {
    if (!sk_is_int(a) || !sk_is_int(b)) return SK_NOT_IMPLEMENTED;
    SkValue parts[2];
    return sk_int_divmod(a, b, &parts[0], &parts[1]) ? sk_tuple_steal(parts, 2) : SK_EMPTY;
}

static SkValue int_pow(SkValue a, SkValue b, SkValue mod) {
    if (!sk_is_int(a) || !sk_is_int(b) || !(sk_is_none(mod) || sk_is_int(mod))) return SK_NOT_IMPLEMENTED;
    return sk_int_pow(a, b, mod);
}

static int int_bool(SkValue v) { return sk_int_sign(v) != 0; }

static SkValue int_float(SkValue v) {
    bool overflow;
    double d = sk_int_to_double(v, &overflow);
    if (overflow) return sk_raise(sk_exc_OverflowError, "int too large to convert to float");
    return sk_float_new(d);
}

// ---- methods ------------------------------------------------------------------------------------------------------------

static SkValue int_bit_length(SkValue v) { return sk_from_small_int((int64_t)sk_int_bit_length(v)); }

static SkValue int_bit_count(SkValue v) {
    SkIntView x;
    sk_int_view(v, &x);
    return sk_from_small_int(x.size ? (int64_t)mpn_popcount(x.limbs, sk_view_len(&x)) : 0);
}

// "little" or "big"; false with an exception otherwise. SK_EMPTY: big.
static bool byte_order(const char *function, SkValue v, bool *little) {
    *little = false;
    if (sk_is_empty(v)) return true;
    if (!sk_is_str(v)) {
        sk_raise_bad_argument(function, "argument 'byteorder'", "str", v);
        return false;
    }
    *little = sk_str_equals_ascii(v, "little");
    if (*little || sk_str_equals_ascii(v, "big")) return true;
    return sk_raise_false(sk_exc_ValueError, "byteorder must be either 'little' or 'big'");
}

static SkValue int_to_bytes(SkValue self, const SkValue *a) {
    int64_t length = 1;
    bool little;
    if (!sk_is_empty(a[0]) && !sk_index_as_int64(a[0], &length, sk_exc_OverflowError)) return SK_EMPTY;
    if (!byte_order("to_bytes", a[1], &little)) return SK_EMPTY;
    int is_signed = sk_is_empty(a[2]) ? 0 : sk_truth(a[2]);
    if (is_signed < 0) return SK_EMPTY;
    if (length < 0) return sk_raise(sk_exc_ValueError, "length argument must be non-negative");
    SkBytes *b = sk_bytes_new((size_t)length);
    if (!b) return SK_EMPTY;
    if (sk_int_to_bytes(self, (uint8_t *)b->data, (size_t)length, little, is_signed)) return sk_counted(b);
    sk_release(sk_counted(b));
    return SK_EMPTY;
}

// bytes(v), but a number is no size here.
static SkValue bytes_like(SkValue v) {
    if (sk_is_exact_bytes(v)) return sk_retain(v);
    if (sk_is_bytes(v) || sk_has_buffer(v)) return sk_bytes_of(v);
    int own = sk_hasattr(v, SK_N(__bytes__));
    if (own < 0) return SK_EMPTY;
    if (!own && (sk_is_str(v) || !sk_type_of(v)->iter))
        return sk_raise(sk_exc_TypeError, "cannot convert '%.200T' object to bytes", v);
    return sk_bytes_of(v);
}

static SkValue int_from_bytes(SkValue cls, const SkValue *a) {
    bool little;
    if (!byte_order("from_bytes", a[1], &little)) return SK_EMPTY;
    int is_signed = sk_is_empty(a[2]) ? 0 : sk_truth(a[2]);
    if (is_signed < 0) return SK_EMPTY;
    SK_AUTO SkValue bytes = bytes_like(a[0]);
    if (sk_is_empty(bytes)) return SK_EMPTY;
    SkBytes *b = sk_as_bytes(bytes);
    SkValue v = sk_int_from_bytes((const uint8_t *)b->data, b->length, little, is_signed);
    if (sk_is_empty(v) || sk_as_type(cls) == &sk_int_type) return v;
    SkValue r = sk_call1(cls, v);
    sk_release(v);
    return r;
}

static SkValue int_as_integer_ratio(SkValue v) {
    SkValue parts[2] = {sk_int_exact(v), sk_from_small_int(1)};
    return sk_is_empty(parts[0]) ? SK_EMPTY : sk_tuple_steal(parts, 2);
}

// Rounds to a multiple of 10**-ndigits, ties to the even multiple.
static SkValue round_to(SkValue v, SkValue ndigits) {
    SK_AUTO SkValue n = sk_int_neg(ndigits);
    SK_AUTO SkValue unit = sk_is_empty(n) ? SK_EMPTY : sk_int_pow(sk_from_small_int(10), n, SK_NONE);
    SkValue quotient, remainder;
    if (sk_is_empty(unit) || !sk_int_divmod(v, unit, &quotient, &remainder)) return SK_EMPTY;
    SK_AUTO SkValue q = quotient, r = remainder;
    SK_AUTO SkValue twice = sk_int_lshift(r, sk_from_small_int(1));
    if (sk_is_empty(twice)) return SK_EMPTY;
    int c = sk_int_compare(twice, unit);
    SK_AUTO SkValue floor = sk_int_sub(v, r);
    if (sk_is_empty(floor)) return SK_EMPTY;
    if (c > 0 || (c == 0 && sk_int_is_odd(q))) return sk_int_add(floor, unit);
    return sk_move(&floor);
}

static SkValue int_round(SkValue self, const SkValue *a) {
    if (sk_is_empty(a[0]) || sk_is_none(a[0])) return sk_int_exact(self);
    SK_AUTO SkValue n = sk_index(a[0]);
    if (sk_is_empty(n)) return SK_EMPTY;
    return sk_int_sign(n) >= 0 ? sk_int_exact(self) : round_to(self, n);
}

static SkValue int_is_integer(SkValue v SK_UNUSED) { return SK_TRUE; }

static SkValue int_getnewargs(SkValue v) {
    SkValue part = sk_int_exact(v);
    return sk_is_empty(part) ? SK_EMPTY : sk_tuple_steal(&part, 1);
}

static SkValue int_format(SkValue v, SkValue spec) {
    if (!sk_is_str(spec)) return sk_raise_bad_argument("__format__", "argument", "str", spec);
    return sk_format_int(v, spec);
}

static SkValue int_sizeof(SkValue v) {
    SkIntView x;
    sk_int_view(v, &x);
    return sk_from_small_int((int64_t)sizeof(SkInt) + sk_view_len(&x) * (int64_t)sizeof(mp_limb_t));
}

static SkValue int_get_real(SkValue v, void *closure SK_UNUSED) { return sk_int_exact(v); }
static SkValue int_get_constant(SkValue v SK_UNUSED, void *closure) { return sk_from_small_int((intptr_t)closure); }

static const SkMethodDef methods[] = {
    {"conjugate", SK_NOARGS, .noargs = sk_int_exact, .sig = "()", .doc = "The number itself."},
    {"bit_length", SK_NOARGS, .noargs = int_bit_length, .sig = "()", .doc = "Number of bits needed to write the number in binary."},
    {"bit_count", SK_NOARGS, .noargs = int_bit_count, .sig = "()", .doc = "Number of ones in the binary form of the absolute value."},
    {"to_bytes", SK_SIG, .sig_fn = int_to_bytes, .sig = "(length=1, byteorder='big', *, signed=False)",
     .doc = "The number as an array of bytes."},
    {"from_bytes", SK_SIG | SK_CLASS_METHOD, .sig_fn = int_from_bytes, .sig = "(bytes, byteorder='big', *, signed=False)",
     .doc = "The number that an array of bytes stands for."},
    {"as_integer_ratio", SK_NOARGS, .noargs = int_as_integer_ratio, .sig = "()", .doc = "The pair (the number, 1)."},
    {"__trunc__", SK_NOARGS, .noargs = sk_int_exact, .sig = "()", .doc = "The number itself."},
    {"__floor__", SK_NOARGS, .noargs = sk_int_exact, .sig = "()", .doc = "The number itself."},
    {"__ceil__", SK_NOARGS, .noargs = sk_int_exact, .sig = "()", .doc = "The number itself."},
    {"__round__", SK_SIG, .sig_fn = int_round, .sig = "(ndigits=None, /)", .doc = "Rounds to a power of ten, ties to even."},
    {"__getnewargs__", SK_NOARGS, .noargs = int_getnewargs, .sig = "()", .doc = "Arguments of __new__, for copying."},
    {"__format__", SK_ONEARG, .onearg = int_format, .sig = "(format_spec, /)", .doc = "The number as text by a format specifier."},
    {"__sizeof__", SK_NOARGS, .noargs = int_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {"is_integer", SK_NOARGS, .noargs = int_is_integer, .sig = "()", .doc = "True."},
    {0},
};

static const SkGetSetDef getset[] = {
    {.name = "real", .get = int_get_real, .doc = "The number itself."},
    {.name = "imag", .get = int_get_constant, .doc = "Zero.", .closure = (void *)0},
    {.name = "numerator", .get = int_get_real, .doc = "The number itself."},
    {.name = "denominator", .get = int_get_constant, .doc = "One.", .closure = (void *)1},
    {0},
};

SkType sk_int_type = {
    SK_TYPE_HEAD(SK_T_INT, sizeof(SkInt), NULL, NULL, int_destroy),
    .name = "int",
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nA whole number of any size: x truncated towards zero, or the text x read in the given base\n"
           "(0: as Python's own literals).",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_INT_SUBCLASS | SK_TF_MATCH_SELF,
    .item_size = sizeof(mp_limb_t),
    .new_ = int_new,
    .repr = int_repr,
    .hash = sk_int_hash,
    .compare = int_compare,
    .number =
        {
            .add = int_add,
            .subtract = int_sub,
            .multiply = int_mul,
            .remainder = int_mod,
            .divmod = int_divmod,
            .lshift = int_lshift,
            .rshift = int_rshift,
            .and_ = int_and,
            .xor_ = int_xor,
            .or_ = int_or,
            .floor_divide = int_floordiv,
            .true_divide = int_truediv,
            .power = int_pow,
            .negative = sk_int_neg,
            .positive = sk_int_exact,
            .absolute = sk_int_abs,
            .invert = sk_int_invert,
            .int_ = sk_int_exact,
            .float_ = int_float,
            .index = sk_int_exact,
            .bool_ = int_bool,
        },
    .methods = methods,
    .getset = getset,
};
