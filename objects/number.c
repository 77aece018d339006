// The numbers' part of objects/protocol.h: dispatch of operators to slots, and conversions to C numbers.
//
// Binary operators follow the reference manual: the left operand's slot first, unless the right operand's type is a proper
// subclass of the left's with a slot of its own; a slot function is called with the operands in source order on either side.
#include <stddef.h>
#include <string.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

// ---- slots by operator ------------------------------------------------------------------------------------------------

typedef struct {
    const char *text, *inplace_text;
    size_t slot, inplace_slot;  // offsets in SkType
} Operator;

#define SLOT(name) offsetof(SkType, number.name)
static const Operator operators[] = {
    [SK_OP_ADD] = {"+", "+=", SLOT(add), SLOT(inplace_add)},
    [SK_OP_SUB] = {"-", "-=", SLOT(subtract), SLOT(inplace_subtract)},
    [SK_OP_MUL] = {"*", "*=", SLOT(multiply), SLOT(inplace_multiply)},
    [SK_OP_MATMUL] = {"@", "@=", SLOT(matrix_multiply), SLOT(inplace_matrix_multiply)},
    [SK_OP_TRUEDIV] = {"/", "/=", SLOT(true_divide), SLOT(inplace_true_divide)},
    [SK_OP_FLOORDIV] = {"//", "//=", SLOT(floor_divide), SLOT(inplace_floor_divide)},
    [SK_OP_MOD] = {"%", "%=", SLOT(remainder), SLOT(inplace_remainder)},
    [SK_OP_LSHIFT] = {"<<", "<<=", SLOT(lshift), SLOT(inplace_lshift)},
    [SK_OP_RSHIFT] = {">>", ">>=", SLOT(rshift), SLOT(inplace_rshift)},
    [SK_OP_AND] = {"&", "&=", SLOT(and_), SLOT(inplace_and)},
    [SK_OP_XOR] = {"^", "^=", SLOT(xor_), SLOT(inplace_xor)},
    [SK_OP_OR] = {"|", "|=", SLOT(or_), SLOT(inplace_or)},
    [SK_OP_POW] = {"** or pow()", "**=", SLOT(power), SLOT(inplace_power)},
    [SK_OP_DIVMOD] = {"divmod()", "divmod()", SLOT(divmod), 0},
};

// A slot may be replaced by another thread that changes the class: one load, either function is right.
SK_INLINE SkBinaryFn binary_slot(SkType *t, size_t offset) {
    return sk_load_relaxed((_Atomic(SkBinaryFn) *)(void *)((char *)t + offset));
}
SK_INLINE SkTernaryFn ternary_slot(SkType *t, size_t offset) {
    return sk_load_relaxed((_Atomic(SkTernaryFn) *)(void *)((char *)t + offset));
}
#define READ_SLOT(t, name) sk_load_relaxed(&(t)->name)

// ---- binary operators --------------------------------------------------------------------------------------------------

static SkValue dispatch(size_t offset, SkValue a, SkValue b) {
    SkType *ta = sk_type_of(a), *tb = sk_type_of(b);
    SkBinaryFn left = binary_slot(ta, offset);
    SkBinaryFn right = ta == tb ? NULL : binary_slot(tb, offset);
    if (right == left) right = NULL;
    if (left) {
        if (right && sk_is_subtype(tb, ta)) {
            SkValue r = right(a, b);
            if (!sk_is_not_implemented(r)) return sk_own(r);
            right = NULL;
        }
        SkValue r = left(a, b);
        if (!sk_is_not_implemented(r)) return sk_own(r);
    }
    return right ? sk_own(right(a, b)) : SK_NOT_IMPLEMENTED;
}

static SkValue unsupported(const char *op, SkValue a, SkValue b) {
    if (!strcmp(op, ">>") && sk_has_index(a, SK_T_NATIVE) && !strcmp(((SkNative *)sk_ptr(a))->def->name, "print"))
        return sk_raise(sk_exc_TypeError,
                        "unsupported operand type(s) for %s: '%.100T' and '%.100T'. Did you mean \"print(<message>, "
                        "file=<output_stream>)\"?",
                        op, a, b);
    return sk_raise(sk_exc_TypeError, "unsupported operand type(s) for %s: '%.100T' and '%.100T'", op, a, b);
}

static SkValue repeat(SkValue (*fn)(SkValue, int64_t), SkValue sequence, SkValue count) {
    if (!sk_has_index_method(count)) return sk_raise(sk_exc_TypeError, "can't multiply sequence by non-int of type '%.200T'", count);
    int64_t n;
    if (!sk_index_as_length(count, &n)) return SK_EMPTY;
    return sk_own(fn(sequence, n));
}

// What is left when no method of numbers knew the operands.
static SkValue by_sequence(SkBinaryOp op, SkValue a, SkValue b) {
    if (op == SK_OP_ADD) {
        SkBinaryFn concat = READ_SLOT(sk_type_of(a), container.concat);
        if (concat) {
            SkValue r = concat(a, b);
            if (!sk_is_not_implemented(r)) return sk_own(r);
        }
    } else if (op == SK_OP_MUL) {
        SkValue (*fn)(SkValue, int64_t) = READ_SLOT(sk_type_of(a), container.repeat);
        if (fn) return repeat(fn, a, b);
        fn = READ_SLOT(sk_type_of(b), container.repeat);
        if (fn) return repeat(fn, b, a);
    }
    return unsupported(operators[op].text, a, b);
}

SkValue sk_binary(SkBinaryOp op, SkValue a, SkValue b) {
    if (op == SK_OP_POW) return sk_power(a, b, SK_NONE);
    SkValue r = dispatch(operators[op].slot, a, b);
    return sk_likely(!sk_is_not_implemented(r)) ? r : by_sequence(op, a, b);
}

SkValue sk_binary_after(SkBinaryOp op, SkValue a, SkValue b) {
    SkType *ta = sk_type_of(a), *tb = sk_type_of(b);
    SkBinaryFn right = ta == tb ? NULL : binary_slot(tb, operators[op].slot);
    SkValue r = right ? sk_own(right(a, b)) : SK_NOT_IMPLEMENTED;
    return sk_is_not_implemented(r) ? by_sequence(op, a, b) : r;
}

// ---- in-place operators -----------------------------------------------------------------------------------------------------

static SkValue dispatch_power(SkValue a, SkValue b, SkValue mod, const char *op);

static SkValue inplace_power(SkValue a, SkValue b) {
    SkTernaryFn fn = READ_SLOT(sk_type_of(a), number.inplace_power);
    if (fn) {
        SkValue r = fn(a, b, SK_NONE);
        if (!sk_is_not_implemented(r)) return sk_own(r);
    }
    return dispatch_power(a, b, SK_NONE, "**=");
}

SkValue sk_inplace(SkBinaryOp op, SkValue a, SkValue b) {
    if (op == SK_OP_POW) return inplace_power(a, b);
    const Operator *o = &operators[op];
    SkType *ta = sk_type_of(a);
    SkBinaryFn fn = o->inplace_slot ? binary_slot(ta, o->inplace_slot) : NULL;
    if (fn) {
        SkValue r = fn(a, b);
        if (!sk_is_not_implemented(r)) return sk_own(r);
    }
    SkValue r = dispatch(o->slot, a, b);
    if (!sk_is_not_implemented(r)) return r;
    if (op == SK_OP_ADD) {
        SkBinaryFn concat = READ_SLOT(ta, container.inplace_concat);
        if (!concat) concat = READ_SLOT(ta, container.concat);
        if (concat) {
            r = concat(a, b);
            if (!sk_is_not_implemented(r)) return sk_own(r);
        }
    } else if (op == SK_OP_MUL) {
        SkValue (*times)(SkValue, int64_t) = READ_SLOT(ta, container.inplace_repeat);
        if (!times) times = READ_SLOT(ta, container.repeat);
        if (times) return repeat(times, a, b);
        times = READ_SLOT(sk_type_of(b), container.repeat);
        if (times) return repeat(times, b, a);
    }
    return unsupported(o->inplace_text, a, b);
}

// ---- power ----------------------------------------------------------------------------------------------------------------------

static SkValue dispatch_power(SkValue a, SkValue b, SkValue mod, const char *op) {
    SkType *ta = sk_type_of(a), *tb = sk_type_of(b), *tm = sk_type_of(mod);
    SkTernaryFn left = ternary_slot(ta, SLOT(power));
    SkTernaryFn right = ta == tb ? NULL : ternary_slot(tb, SLOT(power));
    if (right == left) right = NULL;
    bool right_first = left && right && sk_is_subtype(tb, ta);
    SkTernaryFn tries[3] = {right_first ? right : left, right_first ? left : right, NULL};
    SkTernaryFn third = ternary_slot(tm, SLOT(power));
    if (third && third != left && third != right) tries[2] = third;
    for (int i = 0; i < 3; i++) {
        if (!tries[i]) continue;
        SkValue r = tries[i](a, b, mod);
        if (!sk_is_not_implemented(r)) return sk_own(r);
    }
    if (sk_is_none(mod)) return unsupported(op, a, b);
    return sk_raise(sk_exc_TypeError, "unsupported operand type(s) for %s: '%.100T', '%.100T', '%.100T'", op, a, b, mod);
}

SkValue sk_power(SkValue a, SkValue b, SkValue mod) { return dispatch_power(a, b, mod, operators[SK_OP_POW].text); }

// ---- unary operators --------------------------------------------------------------------------------------------------------------

#define UNARY(name, slot, text)                                                                                         \
    SkValue sk_##name(SkValue v) {                                                                                      \
        SkUnaryFn fn = READ_SLOT(sk_type_of(v), number.slot);                                                           \
        if (fn) return sk_own(fn(v));                                                                                   \
        return sk_raise(sk_exc_TypeError, "bad operand type for " text ": '%.200T'", v);                                \
    }
UNARY(negative, negative, "unary -")
UNARY(positive, positive, "unary +")
UNARY(invert, invert, "unary ~")
UNARY(absolute, absolute, "abs()")

// ---- int(v), __index__ -----------------------------------------------------------------------------------------------------------------

bool sk_has_index_method(SkValue v) { return READ_SLOT(sk_type_of(v), number.index) != NULL; }

// Checks what __index__ or __int__ gave (stolen); an exact int comes back.
static SkValue checked_int(SkValue r, const char *method) {
    if (sk_is_empty(r)) return r;
    SK_AUTO SkValue owned = sk_own(r);
    if (sk_is_exact_int(owned)) return sk_move(&owned);
    if (!sk_is_int(owned)) return sk_raise(sk_exc_TypeError, "%s returned non-int (type %.200T)", method, owned);
    if (!sk_warn(sk_exc_DeprecationWarning, 1,
                 "%s returned non-int (type %.200T).  The ability to return an instance of a strict subclass of int is "
                 "deprecated, and may not be supported in a future version of Python.",
                 method, owned))
        return SK_EMPTY;
    return sk_int_exact(owned);
}

SkValue sk_index(SkValue v) {
    if (sk_likely(sk_is_small_int(v))) return v;
    if (sk_is_int(v)) return sk_int_exact(v);
    SkUnaryFn fn = READ_SLOT(sk_type_of(v), number.index);
    if (!fn) return sk_raise(sk_exc_TypeError, "'%.200T' object cannot be interpreted as an integer", v);
    return checked_int(fn(v), "__index__");
}

SkValue sk_to_int(SkValue v) {
    if (sk_is_small_int(v) || sk_has_index(v, SK_T_INT)) return sk_retain(v);
    SkType *t = sk_type_of(v);
    SkUnaryFn fn = READ_SLOT(t, number.int_);
    if (fn) return checked_int(fn(v), "__int__");
    if (READ_SLOT(t, number.index)) return sk_index(v);
    if (sk_is_str(v)) return sk_int_from_object_text(v, 10);
    if (READ_SLOT(t, buffer.get)) return sk_int_from_object_text(v, 10);
    return sk_raise(sk_exc_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%.200T'", v);
}

// ---- float(v) ------------------------------------------------------------------------------------------------------------------------------

static bool int_as_double(SkValue v, double *out) {
    bool overflow;
    *out = sk_int_to_double(v, &overflow);
    if (overflow) return sk_raise_false(sk_exc_OverflowError, "int too large to convert to float");
    return true;
}

// The result of the __float__ slot as a double.
static bool float_slot(SkUnaryFn fn, SkValue v, double *out) {
    SK_AUTO SkValue r = fn(v);
    if (sk_is_empty(r)) return false;
    if (!sk_is_float(r)) return sk_raise_false(sk_exc_TypeError, "%.50T.__float__ returned non-float (type %.50T)", v, r);
    *out = sk_float_value(r);
    if (sk_is_exact_float(r)) return true;
    return sk_warn(sk_exc_DeprecationWarning, 1,
                   "%.50T.__float__ returned non-float (type %.50T).  The ability to return an instance of a strict subclass "
                   "of float is deprecated, and may not be supported in a future version of Python.",
                   v, r);
}

// 1: done, 0: v has neither __float__ nor __index__, -1: exception.
static int number_as_double(SkValue v, double *out) {
    if (sk_is_float(v) && sk_is_exact_float(v)) {
        *out = sk_float_value(v);
        return 1;
    }
    if (sk_is_exact_int(v) || sk_is_bool(v)) return int_as_double(v, out) ? 1 : -1;
    SkUnaryFn fn = READ_SLOT(sk_type_of(v), number.float_);
    if (fn) return float_slot(fn, v, out) ? 1 : -1;
    if (!sk_has_index_method(v)) return 0;
    SK_AUTO SkValue i = sk_index(v);
    return !sk_is_empty(i) && int_as_double(i, out) ? 1 : -1;
}

SkValue sk_to_float(SkValue v) {
    if (sk_is_exact_float(v)) return sk_retain(v);
    double d;
    int r = number_as_double(v, &d);
    if (r) return r > 0 ? sk_float_new(d) : SK_EMPTY;
    return sk_float_from_text(v);
}

bool sk_as_double(SkValue v, double *out) {
    if (sk_is_float(v)) {
        *out = sk_float_value(v);
        return true;
    }
    int r = number_as_double(v, out);
    if (r) return r > 0;
    return sk_raise_false(sk_exc_TypeError, "must be real number, not %.50T", v);
}

// ---- C integers ----------------------------------------------------------------------------------------------------------------------------

bool sk_index_as_int64(SkValue v, int64_t *out, SkType *exc) {
    if (sk_likely(sk_is_small_int(v))) {
        *out = sk_small_int(v);
        return true;
    }
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    if (sk_int_fits_int64(i, out)) return true;
    if (exc == sk_exc_OverflowError) return sk_raise_false(exc, "Python int too large to convert to C ssize_t");
    if (exc) return sk_raise_false(exc, "cannot fit '%.200T' into an index-sized integer", v);
    *out = sk_int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    return true;
}

bool sk_index_as_length(SkValue v, int64_t *out) {
    if (sk_likely(sk_is_small_int(v))) {
        *out = sk_small_int(v);
        return true;
    }
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    return sk_int_fits_int64(i, out) || sk_raise_false(sk_exc_OverflowError, "cannot fit '%.200T' into an index-sized integer", v);
}

static bool as_int64(SkValue v, int64_t *out, const char *what) {
    if (sk_likely(sk_is_small_int(v))) {
        *out = sk_small_int(v);
        return true;
    }
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    if (sk_int_fits_int64(i, out)) return true;
    return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C %s", what);
}

bool sk_as_int64(SkValue v, int64_t *out) { return as_int64(v, out, "long"); }

bool sk_as_int(SkValue v, int *out) {
    int64_t i;
    if (!as_int64(v, &i, "int")) return false;
    *out = (int)i;
    if (i == *out) return true;
    return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C int");
}

bool sk_as_uint64(SkValue v, uint64_t *out) {
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    if (sk_int_fits_uint64(i, out)) return true;
    if (sk_int_sign(i) < 0) return sk_raise_false(sk_exc_OverflowError, "can't convert negative value to unsigned int");
    return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C unsigned long");
}

uint64_t sk_as_uint64_mask(SkValue v, bool *ok) {
    SK_AUTO SkValue i = sk_index(v);
    *ok = !sk_is_empty(i);
    if (!*ok) return 0;
    SkIntView w;
    sk_int_view(i, &w);
    uint64_t low = w.size ? w.limbs[0] : 0;
    return w.size < 0 ? 0 - low : low;
}
