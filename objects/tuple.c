// tuple. Its items are set before anybody else sees it and never change, so every read is a plain load.
#include "objects/shape.h"
#include "objects/tuple.h"

#include <stdarg.h>

#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"
#include "objects/repr_guard.h"
#include "objects/slice.h"
#include "objects/slot_drop.h"
#include "objects/str.h"

static SkTuple empty_tuple = {
    .header = {.tl = ((uint32_t)SK_T_TUPLE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL},
};

SkValue sk_empty_tuple(void) { return sk_counted(&empty_tuple); }

static bool is_exact(const SkObject *o) { return sk_type_index(o) == SK_T_TUPLE; }

// The collector may come by while the tuple is being made: it is in the table of containers before its length is known.
static void set_length(SkTuple *t, size_t n) { __atomic_store_n(&t->length, n, __ATOMIC_RELAXED); }

static size_t tuple_trace_some(SkObject *o, size_t from, SkVisit visit, void *arg) {
    SkTuple *t = (SkTuple *)o;
    size_t n = __atomic_load_n(&t->length, __ATOMIC_RELAXED), end = sk_trace_end(from, n);
    for (size_t i = from; i < end; i++) sk_slot_visit(&t->items[i], visit, arg);
    if (end < n) return end;
    if (!is_exact(o)) sk_instance_trace(o, visit, arg);
    return 0;
}

static void tuple_trace(SkObject *o, SkVisit visit, void *arg) {
    for (size_t at = 0; (at = tuple_trace_some(o, at, visit, arg));) {}
}

static void tuple_clear(SkObject *o) {
    if (!is_exact(o)) sk_instance_clear(o);
}

static void tuple_destroy(SkObject *o) {
    SkTuple *t = (SkTuple *)o;
    size_t n = t->length;
    if (!is_exact(o)) sk_instance_drop_attributes(o);
    bool shared = sk_is_shared(o);
    for (size_t i = n; i-- > 0;) sk_slot_drop(shared, &t->items[i]);  // the last first, as in CPython: programs see the order
    if (is_exact(o))
        sk_object_free(o, sizeof(SkTuple) + n * sizeof(SkSlot));
    else
        sk_instance_free(o, n);
}

// ---- making ---------------------------------------------------------------------------------------------------------

SkTuple *sk_tuple_alloc(size_t n) {
    if (n == 0) return &empty_tuple;
    SkTuple *t = NULL;
    if (n <= (PTRDIFF_MAX - sizeof(SkTuple)) / sizeof(SkSlot))
        t = (SkTuple *)sk_container_new(&sk_tuple_type.head, sizeof(SkTuple) + n * sizeof(SkSlot));
    if (!t) {
        sk_raise_memory();
        return NULL;
    }
    set_length(t, n);
    return t;
}

// An item that is no container, and never becomes one: what holds only such items is in no cycle.
static bool is_leaf(SkValue v) { return !sk_is_ptr(v) || sk_load_relaxed(&sk_ptr(v)->gcidx) == 0; }

static bool all_leaves(const SkValue *items, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (!is_leaf(items[i])) return false;
    return true;
}

// The tuple for these items, still empty: the collector need not know of one that is in no cycle.
static SkTuple *alloc_for(const SkValue *items, size_t n) {
    if (n == 0 || n > 16 || !all_leaves(items, n)) return sk_tuple_alloc(n);
    SkTuple *t = (SkTuple *)sk_object_new(&sk_tuple_type.head, sizeof(SkTuple) + n * sizeof(SkSlot));
    if (!t) {
        sk_raise_memory();
        return NULL;
    }
    sk_store_relaxed(&t->hash, 0);
    set_length(t, n);
    return t;
}

SkValue sk_tuple_from(const SkValue *items, size_t n) {
    SkTuple *t = alloc_for(items, n);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_retain(items[i]));
    return sk_counted(t);
}

SkValue sk_tuple_steal(SkValue *items, size_t n) {
    SkTuple *t = alloc_for(items, n);
    if (!t) {
        for (size_t i = 0; i < n; i++) sk_release(items[i]);
        return SK_EMPTY;
    }
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_own(items[i]));
    return sk_counted(t);
}

SkValue sk_tuple_steal_into(SkSlot *spare, SkValue *items, size_t n) {
    if (sk_multithreaded) return sk_tuple_steal(items, n);
    SkValue kept = sk_slot_peek(spare);
    SkTuple *t = sk_is_empty(kept) ? NULL : sk_as_tuple(kept);
    if (t && t->length == n && sk_is_sole(&t->header) && (!is_leaf(kept) || all_leaves(items, n))) {
        sk_incref(&t->header);
        sk_store_relaxed(&t->hash, 0);
        for (size_t i = 0; i < n; i++) {
            SkValue old = sk_slot_peek(&t->items[i]);
            sk_slot_init(&t->items[i], sk_own(items[i]));
            sk_release(old);
        }
        return kept;
    }
    SkValue v = sk_tuple_steal(items, n);
    if (sk_is_empty(v) || n > 8) return v;
    sk_slot_init(spare, sk_retain(v));
    sk_release(kept);
    return v;
}

SkValue sk_tuple_pair_into(SkSlot *spare, SkValue a, SkValue b) {
    SkValue kept = sk_slot_peek(spare);
    SkTuple *t = sk_as_tuple(kept);
    if (sk_likely(!sk_multithreaded && t && t->length == 2 && sk_is_sole(&t->header) && (!is_leaf(kept) || (is_leaf(a) && is_leaf(b))))) {
        sk_store_relaxed(&t->header.local, 2);
        sk_store_relaxed(&t->hash, 0);
        SkValue old_a = sk_slot_peek(&t->items[0]), old_b = sk_slot_peek(&t->items[1]);
        sk_slot_init(&t->items[0], a);
        sk_slot_init(&t->items[1], b);
        sk_release(old_a);
        sk_release(old_b);
        return kept;
    }
    SkValue pair[2] = {a, b};
    return sk_tuple_steal_into(spare, pair, 2);
}

SkValue sk_tuple_pack(size_t n, ...) {
    if (n <= 4) {
        SkValue few[4];
        va_list ap;
        va_start(ap, n);
        for (size_t i = 0; i < n; i++) few[i] = va_arg(ap, SkValue);
        va_end(ap);
        return sk_tuple_from(few, n);
    }
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    va_list ap;
    va_start(ap, n);
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_retain(va_arg(ap, SkValue)));
    va_end(ap);
    return sk_counted(t);
}

SkValue sk_tuple_slice(SkValue v, size_t start, size_t end) {
    SkTuple *from = sk_as_tuple(v);
    if (end > from->length) end = from->length;
    if (start > end) start = end;
    if (start == 0 && end == from->length && is_exact(&from->header)) return sk_retain(v);
    SkTuple *t = sk_tuple_alloc(end - start);
    if (!t) return SK_EMPTY;
    for (size_t i = start; i < end; i++) sk_tuple_init(t, i - start, sk_retain(sk_slot_peek(&from->items[i])));
    return sk_counted(t);
}

static SkValue tuple_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if ((type == &sk_tuple_type || type->init == sk_tuple_type.init) && !sk_no_kwargs("tuple", kwnames))
        return SK_EMPTY;
    if (!sk_check_nargs("tuple", nargs, 0, 1)) return SK_EMPTY;
    SK_AUTO SkValue plain = nargs ? sk_to_tuple(args[0]) : sk_empty_tuple();
    if (sk_is_empty(plain) || type == &sk_tuple_type) return sk_move(&plain);
    size_t n = sk_tuple_len(plain);
    SkTuple *t = (SkTuple *)sk_type_alloc(type, n);
    if (!t) return SK_EMPTY;
    set_length(t, n);
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_retain(sk_tuple_peek(plain, i)));
    return sk_counted(t);
}

// ---- reading ----------------------------------------------------------------------------------------------------------

static int64_t tuple_len(SkValue self) { return (int64_t)sk_tuple_len(self); }

static SkValue tuple_item(SkValue self, int64_t i) {
    if (i < 0 || (uint64_t)i >= sk_tuple_len(self)) return sk_raise(sk_exc_IndexError, "tuple index out of range");
    return sk_tuple_load(self, (size_t)i);
}

static SkValue tuple_subscript(SkValue self, SkValue key) {
    if (sk_has_index_method(key)) {
        int64_t i;
        if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return SK_EMPTY;
        return tuple_item(self, i < 0 ? i + (int64_t)sk_tuple_len(self) : i);
    }
    if (!sk_is_slice(key))
        return sk_raise(sk_exc_TypeError, "tuple indices must be integers or slices, not %.200T", key);
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return SK_EMPTY;
    SkTuple *from = sk_as_tuple(self);
    int64_t n = sk_slice_adjust((int64_t)from->length, &start, &stop, step);
    if (n == (int64_t)from->length && step == 1 && is_exact(&from->header)) return sk_dup(self);
    SkTuple *t = sk_tuple_alloc((size_t)n);
    if (!t) return SK_EMPTY;
    for (int64_t i = 0; i < n; i++) sk_tuple_init(t, (size_t)i, sk_retain(sk_slot_peek(&from->items[start + i * step])));
    return sk_counted(t);
}

static int tuple_contains(SkValue self, SkValue item) {
    for (size_t i = 0; i < sk_tuple_len(self); i++) {
        int same = sk_quick_equal(sk_tuple_peek(self, i), item);
        if (same < 0) same = sk_compare_bool(sk_tuple_peek(self, i), item, SK_EQ);
        if (same) return same;
    }
    return 0;
}

static SkValue tuple_concat(SkValue a, SkValue b) {
    if (!sk_is_tuple(b)) return sk_raise(sk_exc_TypeError, "can only concatenate tuple (not \"%.200T\") to tuple", b);
    size_t n = sk_tuple_len(a), m = sk_tuple_len(b);
    if (n == 0 && sk_is_exact_tuple(b)) return sk_dup(b);
    if (m == 0 && sk_is_exact_tuple(a)) return sk_dup(a);
    SkTuple *t = sk_tuple_alloc(n + m);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_retain(sk_tuple_peek(a, i)));
    for (size_t i = 0; i < m; i++) sk_tuple_init(t, n + i, sk_retain(sk_tuple_peek(b, i)));
    return sk_counted(t);
}

static SkValue tuple_repeat(SkValue self, int64_t count) {
    size_t n = sk_tuple_len(self);
    if (count == 1 && sk_is_exact_tuple(self)) return sk_dup(self);
    if (count <= 0 || n == 0) return sk_empty_tuple();
    if ((uint64_t)count > PTRDIFF_MAX / sizeof(SkSlot) / n) return sk_raise_memory();
    SkTuple *t = sk_tuple_alloc(n * (size_t)count);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < t->length; i++) sk_tuple_init(t, i, sk_retain(sk_tuple_peek(self, i % n)));
    return sk_counted(t);
}

// The mixing step of xxHash (Collet), one lane an item.
// Only what may hold further items can be nested too deeply for the C stack.
static int64_t hash_item(SkValue item) {
    if (!sk_is_ptr(item) || sk_is_exact_str(item)) return sk_hash(item);
    if (!sk_enter_recursion(" while hashing an object")) return -1;
    int64_t h = sk_hash(item);
    sk_leave_recursion();
    return h;
}

static int64_t tuple_hash(SkValue self) {
    SkTuple *t = sk_as_tuple(self);
    int64_t cached = sk_load_relaxed(&t->hash);
    if (cached) return cached;
    const uint64_t prime1 = UINT64_C(11400714785074694791), prime2 = UINT64_C(14029467366897019727),
                   prime5 = UINT64_C(2870177450012600261);
    uint64_t acc = prime5;
    for (size_t i = 0; i < t->length; i++) {
        int64_t lane = hash_item(sk_slot_peek(&t->items[i]));
        if (lane == -1) return -1;
        acc += (uint64_t)lane * prime2;
        acc = (acc << 31 | acc >> 33) * prime1;
    }
    acc += t->length ^ (prime5 ^ 3527539);
    int64_t h = acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
    sk_store_relaxed(&t->hash, h);
    return h;
}

static SkValue tuple_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_tuple(a) || !sk_is_tuple(b)) return SK_NOT_IMPLEMENTED;
    size_t n = sk_tuple_len(a), m = sk_tuple_len(b), i = 0;
    for (; i < n && i < m; i++) {
        int same = sk_quick_equal(sk_tuple_peek(a, i), sk_tuple_peek(b, i));
        if (same < 0) same = sk_compare_bool(sk_tuple_peek(a, i), sk_tuple_peek(b, i), SK_EQ);
        if (same < 0) return SK_EMPTY;
        if (!same) break;
    }
    if (i < n && i < m) {
        if (op == SK_EQ) return SK_FALSE;
        if (op == SK_NE) return SK_TRUE;
        return sk_compare(sk_tuple_peek(a, i), sk_tuple_peek(b, i), op);
    }
    switch (op) {
    case SK_LT: return sk_bool(n < m);
    case SK_LE: return sk_bool(n <= m);
    case SK_EQ: return sk_bool(n == m);
    case SK_NE: return sk_bool(n != m);
    case SK_GT: return sk_bool(n > m);
    default: return sk_bool(n >= m);
    }
}

static SkValue tuple_repr(SkValue self) {
    size_t n = sk_tuple_len(self);
    if (n == 0) return sk_str_from("()");
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("(...)");
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_char(&b, '(');
    for (size_t i = 0; i < n; i++) {
        if (i) sk_sb_ascii(&b, ", ", 2);
        SK_AUTO SkValue r = sk_repr(sk_tuple_peek(self, i));
        if (sk_is_empty(r)) {
            sk_sb_discard(&b);
            sk_repr_leave(self);
            return SK_EMPTY;
        }
        sk_sb_str(&b, r);
    }
    if (n == 1) sk_sb_char(&b, ',');
    sk_sb_char(&b, ')');
    sk_repr_leave(self);
    return sk_sb_finish(&b);
}

// ---- methods ------------------------------------------------------------------------------------------------------------

static SkValue tuple_count(SkValue self, SkValue value) {
    int64_t count = 0;
    for (size_t i = 0; i < sk_tuple_len(self); i++) {
        int same = sk_compare_bool(sk_tuple_peek(self, i), value, SK_EQ);
        if (same < 0) return SK_EMPTY;
        count += same;
    }
    return sk_from_small_int(count);
}

static SkValue tuple_index(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("index", nargs, 1, 3)) return SK_EMPTY;
    int64_t n = (int64_t)sk_tuple_len(self), start = 0, stop = n;
    if (nargs > 1 && !sk_slice_bound(args[1], n, &start)) return SK_EMPTY;
    if (nargs > 2 && !sk_slice_bound(args[2], n, &stop)) return SK_EMPTY;
    for (int64_t i = start; i < stop && i < n; i++) {
        int same = sk_compare_bool(sk_tuple_peek(self, (size_t)i), args[0], SK_EQ);
        if (same < 0) return SK_EMPTY;
        if (same) return sk_from_small_int(i);
    }
    return sk_raise(sk_exc_ValueError, "tuple.index(x): x not in tuple");
}

static SkValue tuple_getnewargs(SkValue self) {
    SkTuple *t = sk_as_tuple(self);
    SkTuple *copy = sk_tuple_alloc(t->length);
    if (!copy) return SK_EMPTY;
    for (size_t i = 0; i < t->length; i++) sk_tuple_init(copy, i, sk_retain(sk_slot_peek(&t->items[i])));
    SkValue item = sk_counted(copy);
    return sk_tuple_steal(&item, 1);
}

static SkValue tuple_sizeof(SkValue self) {
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + sk_tuple_len(self) * sizeof(SkSlot)));
}

static SkValue tuple_iter(SkValue self) { return sk_index_iter_new(&sk_tuple_iter_type, self, 0); }

static const SkMethodDef tuple_methods[] = {
    {.name = "count", .kind = SK_ONEARG, .onearg = tuple_count, .sig = "(value, /)", .doc = "Return number of occurrences of value."},
    {.name = "index", .kind = SK_FAST, .fast = tuple_index, .sig = "(value, start=0, stop=sys.maxsize, /)",
     .doc = "Return first index of value; ValueError if it is not present."},
    {.name = "__getnewargs__", .kind = SK_NOARGS, .noargs = tuple_getnewargs, .sig = "()", .doc = "Arguments for pickling."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = tuple_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)",
     .doc = "tuple[int, ...] as a type."},
    {0},
};

SkType sk_tuple_type = {
    SK_TYPE_HEAD_PARTS(SK_T_TUPLE, sizeof(SkTuple), tuple_trace, tuple_trace_some, tuple_clear, tuple_destroy),
    .name = "tuple",
    .doc = "tuple(iterable=(), /)\n--\n\nAn immutable sequence of the iterable's items.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_TUPLE_SUBCLASS | SK_TF_SEQUENCE | SK_TF_MATCH_SELF,
    .item_size = sizeof(SkSlot),
    .new_ = tuple_new,
    .repr = tuple_repr,
    .iter = tuple_iter,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .container = {.len = tuple_len, .concat = tuple_concat, .repeat = tuple_repeat, .item = tuple_item,
                  .contains = tuple_contains, .get_key = tuple_subscript},
    .methods = tuple_methods,
};

// ---- the iterator ----------------------------------------------------------------------------------------------------------

static SkValue iter_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        if (i < 0 || (uint64_t)i >= sk_tuple_len(of)) {
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        if (sk_claim(&it->index, i, i + 1)) return sk_tuple_load(of, (size_t)i);
    }
}

static SkValue iter_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SkValue of = sk_index_iter_peek(it);
    int64_t left = sk_is_empty(of) ? 0 : (int64_t)sk_tuple_len(of) - sk_load_relaxed(&it->index);
    return sk_from_small_int(left < 0 ? 0 : left);
}

static SkValue iter_reduce(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i = sk_load_relaxed(&it->index);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    return sk_iter_reduce("iter", of, sk_empty_tuple(), i);
}

static SkValue iter_setstate(SkValue self, SkValue state) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    SkValue of = sk_index_iter_peek(it);
    if (!sk_is_empty(of)) {
        int64_t n = (int64_t)sk_tuple_len(of);
        sk_store_relaxed(&it->index, i < 0 ? 0 : i > n ? n : i);
    }
    return SK_NONE;
}

static const SkMethodDef iter_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = iter_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iter_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = iter_setstate, .sig = "(object, /)", .doc = "Set the position."},
    {0},
};

SkType sk_tuple_iter_type = {
    SK_TYPE_HEAD(SK_T_TUPLE_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "tuple_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};
