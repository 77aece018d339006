// _operator: the operators as functions. Its three types of callables are in _operator_getters.c.
#include "modules/_operator.h"

#include <string.h>

#include "objects/buffer.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

// ---- operators ----------------------------------------------------------------------------------------------------------

#define BINARY_OPERATORS(X)                                                                                             \
    X(add, ADD, "a + b.") X(sub, SUB, "a - b.") X(mul, MUL, "a * b.") X(matmul, MATMUL, "a @ b.")                       \
    X(truediv, TRUEDIV, "a / b.") X(floordiv, FLOORDIV, "a // b.") X(mod, MOD, "a % b.") X(lshift, LSHIFT, "a << b.")   \
    X(rshift, RSHIFT, "a >> b.") X(and_, AND, "a & b.") X(xor, XOR, "a ^ b.") X(or_, OR, "a | b.")                      \
    X(pow, POW, "a ** b.")
#define INPLACE_OPERATORS(X)                                                                                            \
    X(iadd, ADD, "a += b.") X(isub, SUB, "a -= b.") X(imul, MUL, "a *= b.") X(imatmul, MATMUL, "a @= b.")               \
    X(itruediv, TRUEDIV, "a /= b.") X(ifloordiv, FLOORDIV, "a //= b.") X(imod, MOD, "a %= b.")                          \
    X(ilshift, LSHIFT, "a <<= b.") X(irshift, RSHIFT, "a >>= b.") X(iand, AND, "a &= b.") X(ixor, XOR, "a ^= b.")       \
    X(ior, OR, "a |= b.") X(ipow, POW, "a **= b.")
#define COMPARISONS(X)                                                                                                  \
    X(lt, LT, "a < b.") X(le, LE, "a <= b.") X(eq, EQ, "a == b.") X(ne, NE, "a != b.") X(gt, GT, "a > b.") X(ge, GE, "a >= b.")

#define X(name, op, doc)                                                                                                \
    static SkValue op_##name(SkValue module SK_UNUSED, const SkValue *a, size_t n) {                                    \
        return sk_check_nargs(#name, n, 2, 2) ? sk_binary(SK_OP_##op, a[0], a[1]) : SK_EMPTY;                           \
    }
BINARY_OPERATORS(X)
#undef X
#define X(name, op, doc)                                                                                                \
    static SkValue op_##name(SkValue module SK_UNUSED, const SkValue *a, size_t n) {                                    \
        return sk_check_nargs(#name, n, 2, 2) ? sk_inplace(SK_OP_##op, a[0], a[1]) : SK_EMPTY;                          \
    }
INPLACE_OPERATORS(X)
#undef X
#define X(name, op, doc)                                                                                                \
    static SkValue op_##name(SkValue module SK_UNUSED, const SkValue *a, size_t n) {                                    \
        return sk_check_nargs(#name, n, 2, 2) ? sk_compare(a[0], a[1], SK_##op) : SK_EMPTY;                             \
    }
COMPARISONS(X)
#undef X

#define UNARY(name, function)                                                                                           \
    static SkValue op_##name(SkValue module SK_UNUSED, SkValue a) { return function(a); }
UNARY(neg, sk_negative)
UNARY(pos, sk_positive)
UNARY(inv, sk_invert)
UNARY(abs, sk_absolute)
UNARY(index, sk_index)

static SkValue truth_value(int r) { return r < 0 ? SK_EMPTY : sk_bool(r); }
static SkValue op_truth(SkValue module SK_UNUSED, SkValue a) { return truth_value(sk_truth(a)); }
static SkValue op_not(SkValue module SK_UNUSED, SkValue a) {
    int r = sk_truth(a);
    return r < 0 ? SK_EMPTY : sk_bool(!r);
}
static SkValue op_is_none(SkValue module SK_UNUSED, SkValue a) { return sk_bool(sk_is_none(a)); }
static SkValue op_is_not_none(SkValue module SK_UNUSED, SkValue a) { return sk_bool(!sk_is_none(a)); }

static SkValue op_is(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("is_", n, 2, 2) ? sk_bool(sk_is(a[0], a[1])) : SK_EMPTY;
}
static SkValue op_is_not(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("is_not", n, 2, 2) ? sk_bool(!sk_is(a[0], a[1])) : SK_EMPTY;
}

// ---- containers -----------------------------------------------------------------------------------------------------------

static SkValue concatenate(const SkValue *a, bool inplace) {
    const SkContainerSlots *s = &sk_type_of(a[0])->container;
    SkBinaryFn fn = inplace && s->inplace_concat ? s->inplace_concat : s->concat;
    SkValue r = SK_NOT_IMPLEMENTED;
    if (fn)
        r = fn(a[0], a[1]);
    else if (sk_is_sequence(a[0]) && sk_is_sequence(a[1]))
        r = inplace ? sk_inplace(SK_OP_ADD, a[0], a[1]) : sk_binary(SK_OP_ADD, a[0], a[1]);
    if (!sk_is_not_implemented(r)) return r;
    return sk_raise(sk_exc_TypeError, "'%.200T' object can't be concatenated", a[0]);
}
static SkValue op_concat(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("concat", n, 2, 2) ? concatenate(a, false) : SK_EMPTY;
}
static SkValue op_iconcat(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("iconcat", n, 2, 2) ? concatenate(a, true) : SK_EMPTY;
}

static SkValue op_contains(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("contains", n, 2, 2) ? truth_value(sk_contains(a[0], a[1])) : SK_EMPTY;
}
static SkValue op_getitem(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("getitem", n, 2, 2) ? sk_getitem(a[0], a[1]) : SK_EMPTY;
}
static SkValue op_setitem(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("setitem", n, 3, 3) && sk_setitem(a[0], a[1], a[2]) ? SK_NONE : SK_EMPTY;
}
static SkValue op_delitem(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("delitem", n, 2, 2) && sk_setitem(a[0], a[1], SK_EMPTY) ? SK_NONE : SK_EMPTY;
}

// Walks an iterable up to the first item equal to x (or to its end, counting them): the count or the index, -1 with an
// exception.
static int64_t search(SkValue iterable, SkValue x, bool count_all) {
    SK_AUTO SkValue it = sk_iter(iterable);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError))
            sk_raise(sk_exc_TypeError, "argument of type '%.200T' is not iterable", iterable);
        return -1;
    }
    int64_t found = 0;
    for (int64_t i = 0;; i++) {
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) {
            if (sk_error_occurred()) return -1;
            if (count_all) return found;
            sk_raise(sk_exc_ValueError, "sequence.index(x): x not in sequence");
            return -1;
        }
        int r = sk_compare_bool(item, x, SK_EQ);
        if (r < 0) return -1;
        if (r && !count_all) return i;
        found += r;
    }
}
static SkValue op_countOf(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    int64_t r = sk_check_nargs("countOf", n, 2, 2) ? search(a[0], a[1], true) : -1;
    return r < 0 ? SK_EMPTY : sk_int_from_int64(r);
}
static SkValue op_indexOf(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    int64_t r = sk_check_nargs("indexOf", n, 2, 2) ? search(a[0], a[1], false) : -1;
    return r < 0 ? SK_EMPTY : sk_int_from_int64(r);
}

static SkValue op_length_hint(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    int64_t otherwise = 0;
    if (!sk_check_nargs("length_hint", n, 1, 2)) return SK_EMPTY;
    if (n == 2 && !sk_index_as_int64(a[1], &otherwise, sk_exc_OverflowError)) return SK_EMPTY;
    int64_t r = sk_length_hint(a[0], otherwise);
    return r == -1 && sk_error_occurred() ? SK_EMPTY : sk_int_from_int64(r);
}

// ---- others -----------------------------------------------------------------------------------------------------------------

static SkValue op_call(SkValue module SK_UNUSED, const SkValue *args, size_t n, SkValue kwnames) {
    if (!n) return sk_raise(sk_exc_TypeError, "call expected at least 1 argument, got 0");
    return sk_call(args[0], args + 1, n - 1, kwnames);
}

// The time depends on the length of b only.
static bool equal_bytes(const uint8_t *a, size_t n, const uint8_t *b, size_t m) {
    const volatile uint8_t *left = n == m ? a : b, *right = b;
    volatile uint8_t difference = n != m;
    for (size_t i = 0; i < m; i++) difference |= left[i] ^ right[i];
    return difference == 0;
}

SkValue sk_compare_digest(SkValue module SK_UNUSED, const SkValue *a, size_t n) {
    if (!sk_check_nargs("_compare_digest", n, 2, 2)) return SK_EMPTY;
    if (sk_is_str(a[0]) && sk_is_str(a[1])) {
        SkStr *x = sk_as_str(a[0]), *y = sk_as_str(a[1]);
        if (!x->ascii || !y->ascii) return sk_raise(sk_exc_TypeError, "comparing strings with non-ASCII characters is not supported");
        return sk_bool(equal_bytes((uint8_t *)x->data, x->length, (uint8_t *)y->data, y->length));
    }
    if (!sk_has_buffer(a[0]) && !sk_has_buffer(a[1]))
        return sk_raise(sk_exc_TypeError, "unsupported operand types(s) or combination of types: '%.100T' and '%.100T'", a[0], a[1]);
    SK_AUTO_BUFFER SkBuffer x = {0};
    if (!sk_buffer_get(a[0], &x, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (x.ndim > 1) return sk_raise(sk_exc_BufferError, "Buffer must be single dimension");
    SK_AUTO_BUFFER SkBuffer y = {0};
    if (!sk_buffer_get(a[1], &y, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (y.ndim > 1) return sk_raise(sk_exc_BufferError, "Buffer must be single dimension");
    return sk_bool(equal_bytes(x.data, (size_t)x.length, y.data, (size_t)y.length));
}

// ---- the module -----------------------------------------------------------------------------------------------------------------

#define X(name_, op, doc_) {.name = #name_, .kind = SK_FAST, .fast = op_##name_, .sig = "(a, b, /)", .doc = "Same as " doc_},
static const SkMethodDef functions[] = {
    BINARY_OPERATORS(X)
    INPLACE_OPERATORS(X)
    COMPARISONS(X)
    {"neg", SK_ONEARG, .onearg = op_neg, .sig = "(a, /)", .doc = "Same as -a."},
    {"pos", SK_ONEARG, .onearg = op_pos, .sig = "(a, /)", .doc = "Same as +a."},
    {"inv", SK_ONEARG, .onearg = op_inv, .sig = "(a, /)", .doc = "Same as ~a."},
    {"invert", SK_ONEARG, .onearg = op_inv, .sig = "(a, /)", .doc = "Same as ~a."},
    {"abs", SK_ONEARG, .onearg = op_abs, .sig = "(a, /)", .doc = "Same as abs(a)."},
    {"index", SK_ONEARG, .onearg = op_index, .sig = "(a, /)", .doc = "Same as a.__index__()."},
    {"truth", SK_ONEARG, .onearg = op_truth, .sig = "(a, /)", .doc = "True if a is true, False otherwise."},
    {"not_", SK_ONEARG, .onearg = op_not, .sig = "(a, /)", .doc = "Same as not a."},
    {"is_none", SK_ONEARG, .onearg = op_is_none, .sig = "(a, /)", .doc = "Same as a is None."},
    {"is_not_none", SK_ONEARG, .onearg = op_is_not_none, .sig = "(a, /)", .doc = "Same as a is not None."},
    {"is_", SK_FAST, .fast = op_is, .sig = "(a, b, /)", .doc = "Same as a is b."},
    {"is_not", SK_FAST, .fast = op_is_not, .sig = "(a, b, /)", .doc = "Same as a is not b."},
    {"concat", SK_FAST, .fast = op_concat, .sig = "(a, b, /)", .doc = "Same as a + b, for sequences."},
    {"iconcat", SK_FAST, .fast = op_iconcat, .sig = "(a, b, /)", .doc = "Same as a += b, for sequences."},
    {"contains", SK_FAST, .fast = op_contains, .sig = "(a, b, /)", .doc = "Same as b in a (the operands are reversed)."},
    {"getitem", SK_FAST, .fast = op_getitem, .sig = "(a, b, /)", .doc = "Same as a[b]."},
    {"setitem", SK_FAST, .fast = op_setitem, .sig = "(a, b, c, /)", .doc = "Same as a[b] = c."},
    {"delitem", SK_FAST, .fast = op_delitem, .sig = "(a, b, /)", .doc = "Same as del a[b]."},
    {"countOf", SK_FAST, .fast = op_countOf, .sig = "(a, b, /)", .doc = "Number of items in a that are b or equal to it."},
    {"indexOf", SK_FAST, .fast = op_indexOf, .sig = "(a, b, /)", .doc = "Index of the first item in a that is b or equal to it."},
    {"length_hint", SK_FAST, .fast = op_length_hint, .sig = "(obj, default=0, /)", .doc = "Estimate of the number of items in obj."},
    {"call", SK_KW, .kw = op_call, .sig = "(obj, /, *args, **kwargs)", .doc = "Same as obj(*args, **kwargs)."},
    {"_compare_digest", SK_FAST, .fast = sk_compare_digest, .sig = "(a, b, /)", .doc = "a == b, in a time that tells nothing about where they differ."},
    {0},
};
#undef X

static bool operator_exec(SkValue m) {
    return sk_module_add_type(m, &sk_itemgetter_type) && sk_module_add_type(m, &sk_attrgetter_type) &&
           sk_module_add_type(m, &sk_methodcaller_type);
}

const SkModuleDef sk_module__operator = {
    .name = "_operator",
    .doc = "The operators of the language as functions.",
    .functions = functions,
    .exec = operator_exec,
};
