// Bound methods of Python functions, and cells (variables that closures share).
#include "objects/method.h"

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

// ---- bound methods --------------------------------------------------------------------------------------------------

SkValue sk_method_new(SkValue function, SkValue self) {
    SkMethod *m = (SkMethod *)sk_container_new(&sk_method_type.head, sizeof *m);
    if (!m) return sk_raise_memory();
    sk_slot_init(&m->function, sk_retain(function));
    sk_slot_init(&m->self, sk_retain(self));
    return sk_counted(m);
}

static SkMethod *me(SkValue v) { return (SkMethod *)sk_ptr(v); }

static void method_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkMethod *)o)->function, visit, arg);
    sk_slot_visit(&((SkMethod *)o)->self, visit, arg);
}
static void method_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkMethod *)o)->function);
    sk_slot_destroy(o, &((SkMethod *)o)->self);
    sk_object_free(o, sizeof(SkMethod));
}

static SkValue method_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    SkValue small[10], *words = small;
    if (nargs + nkw + 1 > SK_COUNT_OF(small) && !(words = sk_malloc((nargs + nkw + 1) * sizeof *words))) return sk_raise_memory();
    words[0] = sk_slot_peek(&me(v)->self);
    for (size_t i = 0; i < nargs + nkw; i++) words[i + 1] = args[i];
    SkValue r = sk_call(sk_slot_peek(&me(v)->function), words, nargs + 1, kwnames);
    if (words != small) sk_free(words);
    return r;
}

static SkValue method_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)t;
    if (!sk_no_kwargs("method", kwnames) || !sk_check_nargs("method", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_callable(args[0])) return sk_raise(sk_exc_TypeError, "first argument must be callable");
    if (sk_is_none(args[1])) return sk_raise(sk_exc_TypeError, "instance must not be None");
    return sk_method_new(args[0], args[1]);
}

static SkValue method_repr(SkValue v) {
    SkValue f = sk_slot_peek(&me(v)->function);
    SK_AUTO SkValue name = sk_getattr_opt(f, SK_N(__qualname__));
    if (sk_is_empty(name)) {
        if (sk_error_occurred()) return SK_EMPTY;
        name = sk_getattr_opt(f, SK_N(__name__));
        if (sk_is_empty(name) && sk_error_occurred()) return SK_EMPTY;
    }
    if (sk_is_empty(name) || !sk_is_str(name)) return sk_str_format("<bound method ? of %R>", sk_slot_peek(&me(v)->self));
    return sk_str_format("<bound method %S of %R>", name, sk_slot_peek(&me(v)->self));
}

static SkValue method_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !sk_has_index(b, SK_T_METHOD)) return SK_NOT_IMPLEMENTED;
    int eq = sk_compare_bool(sk_slot_peek(&me(a)->function), sk_slot_peek(&me(b)->function), SK_EQ);
    if (eq < 0) return SK_EMPTY;
    eq = eq && sk_is(sk_slot_peek(&me(a)->self), sk_slot_peek(&me(b)->self));
    return sk_bool(eq == (op == SK_EQ));
}

static int64_t method_hash(SkValue v) {
    int64_t h = sk_hash(sk_slot_peek(&me(v)->function));
    if (h == -1) return -1;
    h ^= (int64_t)((sk_slot_peek(&me(v)->self).w & ~(uint64_t)1) >> 4);
    return h == -1 ? -2 : h;
}

static SkValue method_getattr(SkValue v, SkValue name) {
    SkValue on_type = sk_type_lookup(&sk_method_type, name);
    if (!sk_is_empty(on_type)) {
        SK_AUTO SkValue d = sk_own(on_type);
        SkTernaryFn get = sk_type_of(d)->descr_get;
        return get ? get(d, v, sk_type_value(&sk_method_type)) : sk_move(&d);
    }
    return sk_getattr(sk_slot_peek(&me(v)->function), name);
}

static SkValue method_function(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &me(v)->function);
}
static SkValue method_self(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &me(v)->self);
}
static SkValue method_doc(SkValue v, void *c) {
    (void)c;
    return sk_getattr(sk_slot_peek(&me(v)->function), SK_N(__doc__));
}
static SkValue method_get(SkValue v, SkValue obj, SkValue type) {
    (void)obj, (void)type;
    return sk_dup(v);
}
static SkValue method_reduce(SkValue v) {
    SK_AUTO SkValue name = sk_getattr(sk_slot_peek(&me(v)->function), SK_N(__name__));
    if (sk_is_empty(name)) return name;
    SK_AUTO SkValue getattr = sk_builtin("getattr");
    SK_AUTO SkValue args = sk_is_empty(getattr) ? SK_EMPTY : sk_tuple_pack(2, sk_slot_peek(&me(v)->self), name);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, getattr, args);
}
static const SkMethodDef method_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = method_reduce, .sig = "()"},
    {0},
};
static const SkGetSetDef method_getset[] = {
    {"__func__", method_function, sk_readonly_member, NULL, NULL},
    {"__self__", method_self, sk_readonly_member, NULL, NULL},
    {"__doc__", method_doc, NULL, NULL, NULL},
    {0},
};

SkType sk_method_type = {
    SK_TYPE_HEAD(SK_T_METHOD, sizeof(SkMethod), method_trace, NULL, method_destroy),
    .name = "method",
    .doc = "method(function, instance, /)\n--\n\nCreate a bound instance method object.",
    .flags = SK_TF_WEAKREF,
    .new_ = method_new,
    .call = method_call,
    .repr = method_repr,
    .compare = method_compare,
    .hash = method_hash,
    .getattr = method_getattr,
    .descr_get = method_get,
    .methods = method_methods,
    .getset = method_getset,
};

// ---- cells ---------------------------------------------------------------------------------------------------------------

SkValue sk_cell_new(SkValue content) {
    SkCell *c = (SkCell *)sk_container_new(&sk_cell_type.head, sizeof *c);
    if (!c) {
        sk_release(content);
        return sk_raise_memory();
    }
    sk_slot_init(&c->content, content);
    return sk_counted(c);
}

static SkCell *cell(SkValue v) { return (SkCell *)sk_ptr(v); }
static void cell_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkCell *)o)->content, visit, arg); }
static void cell_clear(SkObject *o) { sk_slot_set(o, &((SkCell *)o)->content, SK_EMPTY); }
static void cell_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkCell *)o)->content);
    sk_object_free(o, sizeof(SkCell));
}
static SkValue cell_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)t;
    if (!sk_no_kwargs("cell", kwnames) || !sk_check_nargs("cell", nargs, 0, 1)) return SK_EMPTY;
    return sk_cell_new(nargs ? sk_retain(args[0]) : SK_EMPTY);
}
static SkValue cell_repr(SkValue v) {
    SK_AUTO SkValue content = sk_slot_get(sk_ptr(v), &cell(v)->content);
    if (sk_is_empty(content)) return sk_str_format("<cell at %p: empty>", (void *)sk_ptr(v));
    return sk_str_format("<cell at %p: %T object at %p>", (void *)sk_ptr(v), content,
                         sk_is_ptr(content) ? (void *)sk_ptr(content) : (void *)(uintptr_t)content.w);
}
static SkValue cell_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_has_index(b, SK_T_CELL)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue x = sk_slot_get(sk_ptr(a), &cell(a)->content);
    SK_AUTO SkValue y = sk_slot_get(sk_ptr(b), &cell(b)->content);
    if (!sk_is_empty(x) && !sk_is_empty(y)) return sk_compare(x, y, op);
    int c = (int)sk_is_empty(y) - (int)sk_is_empty(x);
    switch (op) {
    case SK_LT: return sk_bool(c < 0);
    case SK_LE: return sk_bool(c <= 0);
    case SK_EQ: return sk_bool(c == 0);
    case SK_NE: return sk_bool(c != 0);
    case SK_GT: return sk_bool(c > 0);
    default: return sk_bool(c >= 0);
    }
}
static SkValue cell_get(SkValue v, void *c) {
    (void)c;
    SkValue content = sk_slot_load(sk_ptr(v), &cell(v)->content);
    return sk_is_empty(content) ? sk_raise(sk_exc_ValueError, "Cell is empty") : content;
}
static bool cell_set(SkValue v, SkValue value, void *c) {
    (void)c;
    sk_slot_set(sk_ptr(v), &cell(v)->content, sk_retain(value));
    return true;
}
static const SkGetSetDef cell_getset[] = {{"cell_contents", cell_get, cell_set, NULL, NULL}, {0}};

SkType sk_cell_type = {
    SK_TYPE_HEAD(SK_T_CELL, sizeof(SkCell), cell_trace, cell_clear, cell_destroy),
    .name = "cell",
    .doc = "cell([contents])\n--\n\nCreate a new cell object.",
    .new_ = cell_new,
    .repr = cell_repr,
    .compare = cell_compare,
    .hash = sk_hash_not_implemented,
    .getset = cell_getset,
};
