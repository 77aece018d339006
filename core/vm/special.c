// See special.h.
#include "core/vm/special.h"

#include "core/vm/bind.h"
#include "core/vm/slow.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/property.h"

// func: a word, given up.
static SkFrame *push(SkValue func, int32_t jump, size_t n, SkValue a, SkValue b, SkValue c) {
    SkFunction *fn = (SkFunction *)sk_ptr(func);
    SkCode *code = sk_as_code(sk_slot_peek(&fn->code));
    SkFrame *f = NULL;
    if (sk_takes_just(code, n)) {
        SkValue *regs = sk_vm_stack_end();
        f = sk_frame_push(code, func, (SkDict *)sk_ptr(sk_slot_peek(&fn->globals)), (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins)), regs);
        if (f) {
            SkValue args[] = {a, b, c};
            for (size_t i = 0; i < n; i++) regs[i] = sk_dup(args[i]);
            for (size_t i = n; i < code->nregisters; i++) regs[i] = SK_EMPTY;
            f->flags = SK_FRAME_SPECIAL;
            f->jump = jump;
            return f;
        }
        sk_error_clear();
    }
    sk_release(func);
    return NULL;
}

static SkFrame *push_method(SkValue name, int32_t jump, size_t n, SkValue a, SkValue b, SkValue c) {
    SkValue func = sk_op_special_function(sk_type_of(a), name);
    return sk_is_empty(func) ? NULL : push(func, jump, n, a, b, c);
}

SkFrame *sk_special_method(SkValue name, unsigned back, size_t n, SkValue self, SkValue b, SkValue c) {
    return push_method(name, (int32_t)back, n, self, b, c);
}

// The left operand is asked first unless the right one's class is derived from its class, or both know the operator.
static bool left_first(SkValue a, SkValue b) {
    SkType *ta = sk_type_of(a), *tb = sk_type_of(b);
    return ta == tb || !(tb->flags & SK_TF_HEAP);
}

SkFrame *sk_special_binary(SkBinaryOp op, SkValue a, SkValue b) {
    static const SkValue *const names[] = {
        [SK_OP_ADD] = &SK_N(__add__),         [SK_OP_SUB] = &SK_N(__sub__),       [SK_OP_MUL] = &SK_N(__mul__),
        [SK_OP_MATMUL] = &SK_N(__matmul__),   [SK_OP_TRUEDIV] = &SK_N(__truediv__), [SK_OP_FLOORDIV] = &SK_N(__floordiv__),
        [SK_OP_MOD] = &SK_N(__mod__),         [SK_OP_LSHIFT] = &SK_N(__lshift__), [SK_OP_RSHIFT] = &SK_N(__rshift__),
        [SK_OP_AND] = &SK_N(__and__),         [SK_OP_XOR] = &SK_N(__xor__),       [SK_OP_OR] = &SK_N(__or__),
    };
    return op < SK_OP_POW && left_first(a, b) ? push_method(*names[op], (int32_t)op << 8 | 1, 2, a, b, SK_EMPTY) : NULL;
}

SkFrame *sk_special_compare(SkCompareOp op, SkValue a, SkValue b) {
    static const SkValue *const names[] = {
        [SK_LT] = &SK_N(__lt__), [SK_LE] = &SK_N(__le__), [SK_EQ] = &SK_N(__eq__),
        [SK_NE] = &SK_N(__ne__), [SK_GT] = &SK_N(__gt__), [SK_GE] = &SK_N(__ge__),
    };
    return left_first(a, b) ? push_method(*names[op], (int32_t)op << 8 | 1, 2, a, b, SK_EMPTY) : NULL;
}

// The function in a field of the property that the class has under this name; EMPTY: no property, or no Python function.
static SkValue accessor(SkType *t, SkValue name, size_t field) {
    SkValue found = sk_type_lookup(t, name), func = SK_EMPTY;
    if (sk_is_ptr(found) && sk_ptr_type(sk_ptr(found)) == &sk_property_type)
        func = sk_slot_load(sk_ptr(found), (SkSlot *)((char *)sk_ptr(found) + field));
    sk_release(found);
    if (sk_has_index(func, SK_T_FUNCTION)) return func;
    sk_release(func);
    return SK_EMPTY;
}

SkFrame *sk_special_getter(SkValue v, SkValue name, unsigned back) {
    SkType *t = sk_type_of(v);
    if (t->getattr != sk_generic_getattr) return NULL;
    SkValue func = accessor(t, name, offsetof(SkProperty, fget));
    return sk_is_empty(func) ? NULL : push(func, (int32_t)back, 1, v, SK_EMPTY, SK_EMPTY);
}

SkFrame *sk_special_setter(SkValue v, SkValue name, SkValue value, unsigned back) {
    SkType *t = sk_type_of(v);
    if (t->setattr != sk_generic_setattr) return NULL;
    SkValue func = accessor(t, name, offsetof(SkProperty, fset));
    return sk_is_empty(func) ? NULL : push(func, (int32_t)back, 2, v, value, SK_EMPTY);
}
