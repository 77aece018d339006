// Weak proxies: every operation goes to the referent, or raises ReferenceError when it is gone.
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/weakref_internal.h"

// The referent of a proxy, anything else as it is: counted; SK_EMPTY with ReferenceError.
static SkValue open(SkValue v) {
    if (!sk_is_weakproxy(v)) return sk_retain(v);
    SkValue target = sk_weakref_get(v);
    return sk_is_empty(target) ? sk_raise(sk_exc_ReferenceError, "weakly-referenced object no longer exists") : target;
}

SkValue sk_weakproxy_new(SkValue target, SkValue callback) {
    return sk_weakref_make(sk_is_callable(target) ? &sk_weakcallableproxy_type : &sk_weakproxy_type, target, callback);
}

#define UNARY(name, call)                               \
    static SkValue proxy_##name(SkValue self) {         \
        SK_AUTO SkValue o = open(self);                 \
        return sk_is_empty(o) ? SK_EMPTY : call(o);     \
    }
#define BINARY(name, expression)                                                \
    static SkValue proxy_##name(SkValue a, SkValue b) {                         \
        SK_AUTO SkValue x = open(a);                                            \
        SK_AUTO SkValue y = sk_is_empty(x) ? SK_EMPTY : open(b);                \
        return sk_is_empty(y) ? SK_EMPTY : expression;                          \
    }
#define OPERATOR(name, op) BINARY(name, sk_binary(op, x, y)) BINARY(inplace_##name, sk_inplace(op, x, y))

UNARY(str, sk_str)
UNARY(iter, sk_iter)
UNARY(negative, sk_negative)
UNARY(positive, sk_positive)
UNARY(absolute, sk_absolute)
UNARY(invert, sk_invert)
UNARY(int, sk_to_int)
UNARY(float, sk_to_float)
UNARY(index, sk_index)
UNARY(bytes, sk_bytes_of)
OPERATOR(add, SK_OP_ADD)
OPERATOR(subtract, SK_OP_SUB)
OPERATOR(multiply, SK_OP_MUL)
OPERATOR(remainder, SK_OP_MOD)
OPERATOR(lshift, SK_OP_LSHIFT)
OPERATOR(rshift, SK_OP_RSHIFT)
OPERATOR(and, SK_OP_AND)
OPERATOR(xor, SK_OP_XOR)
OPERATOR(or, SK_OP_OR)
OPERATOR(floor_divide, SK_OP_FLOORDIV)
OPERATOR(true_divide, SK_OP_TRUEDIV)
OPERATOR(matrix_multiply, SK_OP_MATMUL)
BINARY(divmod, sk_binary(SK_OP_DIVMOD, x, y))
BINARY(getattr, sk_getattr(x, y))
BINARY(get_key, sk_getitem(x, y))

static SkValue power(SkValue a, SkValue b, SkValue c, bool inplace) {
    SK_AUTO SkValue x = open(a);
    SK_AUTO SkValue y = sk_is_empty(x) ? SK_EMPTY : open(b);
    SK_AUTO SkValue z = sk_is_empty(y) ? SK_EMPTY : open(c);
    if (sk_is_empty(z)) return z;
    return inplace && sk_is_none(z) ? sk_inplace(SK_OP_POW, x, y) : sk_power(x, y, z);
}
static SkValue proxy_power(SkValue a, SkValue b, SkValue c) { return power(a, b, c, false); }
static SkValue proxy_inplace_power(SkValue a, SkValue b, SkValue c) { return power(a, b, c, true); }

static SkValue proxy_compare(SkValue a, SkValue b, SkCompareOp op) {
    SK_AUTO SkValue x = open(a);
    SK_AUTO SkValue y = sk_is_empty(x) ? SK_EMPTY : open(b);
    return sk_is_empty(y) ? SK_EMPTY : sk_compare(x, y, op);
}

static bool proxy_setattr(SkValue self, SkValue name, SkValue value) {
    SK_AUTO SkValue o = open(self);
    return !sk_is_empty(o) && sk_setattr(o, name, value);
}

static bool proxy_set_key(SkValue self, SkValue key, SkValue value) {
    SK_AUTO SkValue o = open(self);
    return !sk_is_empty(o) && sk_setitem(o, key, value);
}

static SkValue proxy_iternext(SkValue self) {
    SK_AUTO SkValue o = open(self);
    if (sk_is_empty(o)) return SK_EMPTY;
    if (!sk_is_iterator(o)) return sk_raise(sk_exc_TypeError, "Weakref proxy referenced a non-iterator '%.200T' object", o);
    return sk_own(sk_next(o));
}

static int proxy_bool(SkValue self) {
    SK_AUTO SkValue o = open(self);
    return sk_is_empty(o) ? -1 : sk_truth(o);
}

static int64_t proxy_len(SkValue self) {
    SK_AUTO SkValue o = open(self);
    return sk_is_empty(o) ? -1 : sk_len(o);
}

static int proxy_contains(SkValue self, SkValue item) {
    SK_AUTO SkValue o = open(self);
    return sk_is_empty(o) ? -1 : sk_contains(o, item);
}

static SkValue proxy_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue o = open(self);
    return sk_is_empty(o) ? SK_EMPTY : sk_call(o, args, nargs, kwnames);
}

static SkValue proxy_reversed(SkValue self) {
    SK_AUTO SkValue o = open(self);
    return sk_is_empty(o) ? SK_EMPTY : sk_call_method_s(o, "__reversed__", NULL, 0);
}

static SkValue proxy_repr(SkValue self) {
    SK_AUTO SkValue o = sk_weakref_get(self);
    if (sk_is_empty(o)) return sk_str_format("<weakproxy at %p; dead>", (void *)sk_ptr(self));
    return sk_str_format("<weakproxy at %p; to '%s' at %p>", (void *)sk_ptr(self), sk_type_of(o)->name, (void *)sk_ptr(o));
}

static const SkMethodDef methods[] = {
    {"__bytes__", SK_NOARGS, {.noargs = proxy_bytes}, "()", NULL},
    {"__reversed__", SK_NOARGS, {.noargs = proxy_reversed}, "()", NULL},
    {0},
};

#define PROXY_SLOTS                                                                                                         \
    .flags = SK_TF_NO_NEW, .repr = proxy_repr, .str = proxy_str, .iter = proxy_iter, .iternext = proxy_iternext,            \
    .hash = sk_hash_not_implemented, .compare = proxy_compare, .getattr = proxy_getattr, .setattr = proxy_setattr,          \
    .number = {.add = proxy_add, .subtract = proxy_subtract, .multiply = proxy_multiply, .remainder = proxy_remainder,      \
               .divmod = proxy_divmod, .lshift = proxy_lshift, .rshift = proxy_rshift, .and_ = proxy_and,                   \
               .xor_ = proxy_xor, .or_ = proxy_or, .floor_divide = proxy_floor_divide, .true_divide = proxy_true_divide,    \
               .matrix_multiply = proxy_matrix_multiply, .inplace_add = proxy_inplace_add,                                  \
               .inplace_subtract = proxy_inplace_subtract, .inplace_multiply = proxy_inplace_multiply,                      \
               .inplace_remainder = proxy_inplace_remainder, .inplace_lshift = proxy_inplace_lshift,                        \
               .inplace_rshift = proxy_inplace_rshift, .inplace_and = proxy_inplace_and, .inplace_xor = proxy_inplace_xor,  \
               .inplace_or = proxy_inplace_or, .inplace_floor_divide = proxy_inplace_floor_divide,                          \
               .inplace_true_divide = proxy_inplace_true_divide, .inplace_matrix_multiply = proxy_inplace_matrix_multiply,  \
               .power = proxy_power, .inplace_power = proxy_inplace_power, .negative = proxy_negative,                      \
               .positive = proxy_positive, .absolute = proxy_absolute, .invert = proxy_invert, .int_ = proxy_int,           \
               .float_ = proxy_float, .index = proxy_index, .bool_ = proxy_bool},                                           \
    .container = {.len = proxy_len, .contains = proxy_contains, .get_key = proxy_get_key, .set_key = proxy_set_key}

SkType sk_weakproxy_type = {
    SK_TYPE_HEAD(SK_T_WEAKPROXY, sizeof(SkWeakRef), sk_weakref_trace, sk_weakref_clear, sk_weakref_destroy),
    .name = "weakref.ProxyType", .methods = methods, PROXY_SLOTS,
};

SkType sk_weakcallableproxy_type = {
    SK_TYPE_HEAD(SK_T_WEAKCALLABLEPROXY, sizeof(SkWeakRef), sk_weakref_trace, sk_weakref_clear, sk_weakref_destroy),
    .name = "weakref.CallableProxyType", .call = proxy_call, PROXY_SLOTS,
};
