// list's methods and iterators.
#include "base/alloc.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"
#include "objects/slice.h"
#include "objects/tuple.h"

static SkValue list_append(SkValue self, SkValue v) { return sk_list_append(self, v) ? SK_NONE : SK_EMPTY; }

static SkValue list_extend(SkValue self, SkValue iterable) { return sk_list_extend(self, iterable) ? SK_NONE : SK_EMPTY; }

static SkValue list_insert(SkValue self, const SkValue *args, size_t nargs) {
    int64_t i;
    if (!sk_check_nargs("insert", nargs, 2, 2) || !sk_index_as_int64(args[0], &i, sk_exc_OverflowError)) return SK_EMPTY;
    return sk_list_insert(self, i, args[1]) ? SK_NONE : SK_EMPTY;
}

static SkValue list_pop(SkValue self, const SkValue *args, size_t nargs) {
    SkList *l = sk_as_list(self);
    int64_t i = -1;
    if (!sk_check_nargs("pop", nargs, 0, 1)) return SK_EMPTY;
    if (nargs && !sk_index_as_int64(args[0], &i, sk_exc_OverflowError)) return SK_EMPTY;
    SkListArray *old = NULL;
    SkValue v = SK_EMPTY;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    int64_t n = (int64_t)sk_load_relaxed(&l->length);
    if (i < 0) i += n;
    if (i >= 0 && i < n) {
        v = sk_list_take_locked(l, (size_t)i);
        sk_list_shrink_locked(l, &old);
    }
    sk_unlock(&l->header);
    if (old) sk_list_array_retire(l, old);
    if (sk_likely(!sk_is_empty(v))) return v;
    return sk_raise(sk_exc_IndexError, n == 0 ? "pop from empty list" : "pop index out of range");
}

// Removes v if it is at i: a comparison may have moved it. 1: removed, 0: it is elsewhere now.
static bool remove_if_at(SkList *l, size_t i, SkValue v) {
    SkListArray *old = NULL;
    SkValue taken = SK_EMPTY;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    SkListArray *a = sk_load_relaxed(&l->array);
    if (i < sk_load_relaxed(&l->length) && sk_is(sk_slot_peek(&a->items[i]), v)) {
        taken = sk_list_take_locked(l, i);
        sk_list_shrink_locked(l, &old);
    }
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    sk_release(taken);
    return !sk_is_empty(taken);
}

static SkValue list_remove(SkValue self, SkValue value) {
    SkList *l = sk_as_list(self);
    size_t i = 0;
    if (sk_multithreaded) {
        SkListArray *old = NULL;
        SkValue taken = SK_EMPTY;
        sk_lock(&l->header);
        sk_write_begin_locked(&l->header);
        int64_t at = sk_list_find_locked(l, value, 0);
        if (at >= 0 && at < (int64_t)sk_load_relaxed(&l->length)) {
            taken = sk_list_take_locked(l, (size_t)at);
            sk_list_shrink_locked(l, &old);
        }
        sk_unlock(&l->header);
        sk_list_array_retire(l, old);
        sk_release(taken);
        if (at >= 0) return sk_is_empty(taken) ? sk_raise(sk_exc_ValueError, "list.remove(x): x not in list") : SK_NONE;
    }
    if (sk_is_mine(&l->header) && !sk_is_shared(&l->header)) {
        SkSlot *slots = sk_load_relaxed(&l->array)->items;
        for (size_t n = sk_load_relaxed(&l->length); i < n && sk_quick_equal(sk_slot_peek(&slots[i]), value) == 0;) i++;
    }
    for (;;) {
        SK_AUTO SkValue v = sk_list_get(self, i);
        if (sk_is_empty(v)) return sk_raise(sk_exc_ValueError, "list.remove(x): x not in list");
        int same = sk_compare_bool(v, value, SK_EQ);
        if (same < 0) return SK_EMPTY;
        if (same && remove_if_at(l, i, v)) return SK_NONE;
        // The comparison, or another thread, took it away.
        if (same && i >= sk_list_len(self)) return SK_NONE;
        if (same)
            i = 0;
        else
            i++;
    }
}

static SkValue list_clear(SkValue self) { return sk_list_clear(self), SK_NONE; }

static SkValue list_copy(SkValue self) { return sk_list_slice(self, 0, INT64_MAX); }

static SkValue list_count(SkValue self, SkValue value) {
    int64_t count = 0;
    if (sk_multithreaded) {
        SkList *l = sk_as_list(self);
        sk_lock(&l->header);
        int64_t at = -1, n = (int64_t)sk_load_relaxed(&l->length);
        while ((at = sk_list_find_locked(l, value, at + 1)) >= 0 && at < n) count++;
        sk_unlock(&l->header);
        if (at >= 0) return sk_from_small_int(count);
        count = 0;
    }
    for (size_t i = 0;; i++) {
        SkValue v = sk_list_load(self, i);
        if (sk_is_empty(v)) return sk_from_small_int(count);
        int same = sk_equal_steal(v, value);
        if (same < 0) return SK_EMPTY;
        count += same;
    }
}

static SkValue list_index(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("index", nargs, 1, 3)) return SK_EMPTY;
    int64_t start = 0, stop = INT64_MAX;
    if (nargs > 1 && !sk_slice_bound(args[1], (int64_t)sk_list_len(self), &start)) return SK_EMPTY;
    if (nargs > 2 && !sk_slice_bound(args[2], (int64_t)sk_list_len(self), &stop)) return SK_EMPTY;
    for (int64_t i = start; i < stop; i++) {
        SkValue v = sk_list_load(self, (size_t)i);
        if (sk_is_empty(v)) break;
        int same = sk_equal_steal(v, args[0]);
        if (same < 0) return SK_EMPTY;
        if (same) return sk_from_small_int(i);
    }
    int64_t at = sk_list_find_again(sk_as_list(self), args[0], start);
    if (at >= 0 && at < stop) return sk_from_small_int(at);
    return sk_raise(sk_exc_ValueError, "list.index(x): x not in list");
}

static SkValue list_reverse(SkValue self) { return sk_list_reverse(self) ? SK_NONE : SK_EMPTY; }

static SkValue list_sort(SkValue self, const SkValue *args) {
    bool reverse = false;
    if (!sk_is_empty(args[1])) {
        int truth = sk_truth(args[1]);
        if (truth < 0) return SK_EMPTY;
        reverse = truth;
    }
    return sk_list_sort_by(self, sk_is_empty(args[0]) ? SK_NONE : args[0], reverse) ? SK_NONE : SK_EMPTY;
}

static SkValue list_reversed(SkValue self) {
    return sk_index_iter_new(&sk_list_reverse_iter_type, self, (int64_t)sk_list_len(self) - 1);
}

static SkValue list_sizeof(SkValue self) {
    SkList *l = sk_as_list(self);
    (void)sk_read_begin(&l->header);
    SkListArray *a = sk_load_acquire(&l->array);  // PAIR(list-array): with publish_array in list.c
    size_t array = a->capacity ? sk_list_array_size(a) : 0;
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + array));
}

static SkValue list_getitem(SkValue self, SkValue index) { return sk_own(sk_list_subscript(self, index)); }

const SkMethodDef sk_list_methods[] = {
    {.name = "__getitem__", .kind = SK_ONEARG | SK_COEXIST, .onearg = list_getitem, .sig = "(index, /)", .doc = "Return self[index]."},
    {.name = "append", .kind = SK_ONEARG, .onearg = list_append, .sig = "(object, /)", .doc = "Append object to the end."},
    {.name = "extend", .kind = SK_ONEARG, .onearg = list_extend, .sig = "(iterable, /)", .doc = "Append the iterable's items."},
    {.name = "insert", .kind = SK_FAST, .fast = list_insert, .sig = "(index, object, /)", .doc = "Insert object before index."},
    {.name = "pop", .kind = SK_FAST, .fast = list_pop, .sig = "(index=-1, /)", .doc = "Remove and return the item at index."},
    {.name = "remove", .kind = SK_ONEARG, .onearg = list_remove, .sig = "(value, /)", .doc = "Remove the first item equal to value."},
    {.name = "clear", .kind = SK_NOARGS, .noargs = list_clear, .sig = "()", .doc = "Remove all items."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = list_copy, .sig = "()", .doc = "Return a shallow copy."},
    {.name = "count", .kind = SK_ONEARG, .onearg = list_count, .sig = "(value, /)", .doc = "Return number of occurrences of value."},
    {.name = "index", .kind = SK_FAST, .fast = list_index, .sig = "(value, start=0, stop=sys.maxsize, /)",
     .doc = "Return first index of value; ValueError if it is not present."},
    {.name = "reverse", .kind = SK_NOARGS, .noargs = list_reverse, .sig = "()", .doc = "Reverse in place."},
    {.name = "sort", .kind = SK_SIG, .sig_fn = list_sort, .sig = "(*, key=None, reverse=False)",
     .doc = "Sort in place, in ascending order; equal items keep their order."},
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = list_reversed, .sig = "()", .doc = "Iterate from the last item to the first."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = list_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)",
     .doc = "list[int] as a type."},
    {0},
};

// ---- iterators ------------------------------------------------------------------------------------------------------------

static SkValue iter_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        SkValue v = i < 0 ? SK_EMPTY : sk_list_load(of, (size_t)i);
        if (sk_is_empty(v)) {
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        if (sk_likely(sk_claim(&it->index, i, i + 1))) return v;
        sk_release(v);
    }
}

static SkValue reverse_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SkValue list = sk_slot_peek(&it->of);
    if (!sk_multithreaded && !sk_is_empty(list) && sk_is_mine(sk_ptr(list)) && !sk_is_shared(sk_ptr(list))) {
        int64_t i = sk_load_relaxed(&it->index);
        if ((uint64_t)i < sk_list_len(list)) {
            sk_store_relaxed(&it->index, i - 1);
            return sk_retain(sk_slot_peek(&sk_load_relaxed(&sk_as_list(list)->array)->items[i]));
        }
    }
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        SkValue v = i < 0 ? SK_EMPTY : sk_list_load(of, (size_t)i);
        if (sk_is_empty(v)) {
            sk_store_relaxed(&it->index, -1);
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        if (sk_claim(&it->index, i, i - 1)) return v;
        sk_release(v);
    }
}

static SkValue iter_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SkValue of = sk_index_iter_peek(it);
    int64_t left = sk_is_empty(of) ? 0 : (int64_t)sk_list_len(of) - sk_load_relaxed(&it->index);
    return sk_from_small_int(left < 0 ? 0 : left);
}

static SkValue reverse_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SkValue of = sk_index_iter_peek(it);
    int64_t left = sk_load_relaxed(&it->index) + 1;
    return sk_from_small_int(sk_is_empty(of) || (int64_t)sk_list_len(of) < left ? 0 : left);
}

static SkValue reduce(SkValue self, const char *name) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i = sk_load_relaxed(&it->index);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    SK_AUTO SkValue empty = sk_is_empty(of) ? sk_list_new(0) : SK_NONE;
    return sk_is_empty(empty) ? SK_EMPTY : sk_iter_reduce(name, of, empty, i);
}

static SkValue iter_reduce(SkValue self) { return reduce(self, "iter"); }
static SkValue reverse_reduce(SkValue self) { return reduce(self, "reversed"); }

static SkValue iter_setstate(SkValue self, SkValue state) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    SkValue of = sk_index_iter_peek(it);
    if (!sk_is_empty(of)) {
        int64_t n = (int64_t)sk_list_len(of);
        sk_store_relaxed(&it->index, i < 0 ? 0 : i > n ? n : i);
    }
    return SK_NONE;
}

static SkValue reverse_setstate(SkValue self, SkValue state) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    SkValue of = sk_index_iter_peek(it);
    if (!sk_is_empty(of)) {
        int64_t n = (int64_t)sk_list_len(of);
        sk_store_relaxed(&it->index, i < -1 ? -1 : i > n - 1 ? n - 1 : i);
    }
    return SK_NONE;
}

static const SkMethodDef iter_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = iter_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iter_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = iter_setstate, .sig = "(object, /)", .doc = "Set the position."},
    {0},
};

static const SkMethodDef reverse_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = reverse_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = reverse_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = reverse_setstate, .sig = "(object, /)", .doc = "Set the position."},
    {0},
};

SkType sk_list_iter_type = {
    SK_TYPE_HEAD(SK_T_LIST_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "list_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};

SkType sk_list_reverse_iter_type = {
    SK_TYPE_HEAD(SK_T_LIST_REVERSE_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear,
                 sk_index_iter_destroy),
    .name = "list_reverseiterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = reverse_next,
    .methods = reverse_methods,
};
