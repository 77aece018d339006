// The iteration protocol, and the iterators that belong to no container.
#include "objects/iter.h"

#include "objects/error.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- the protocol -------------------------------------------------------------------------------------------------------

SkValue sk_iter(SkValue v) {
    SkUnaryFn iter = sk_type_of(v)->iter;
    if (iter) {
        SkValue it = sk_own(iter(v));
        if (sk_is_empty(it) || sk_is_iterator(it)) return it;
        sk_raise(sk_exc_TypeError, "iter() returned non-iterator of type '%.100T'", it);
        sk_release(it);
        return SK_EMPTY;
    }
    if (sk_is_sequence(v)) return sk_seq_iter_new(v);
    return sk_raise(sk_exc_TypeError, "'%.200T' object is not iterable", v);
}

bool sk_is_iterator(SkValue v) { return sk_type_of(v)->iternext != NULL; }

SkValue sk_next_or_stop(SkValue iterator) {
    SkUnaryFn next = sk_type_of(iterator)->iternext;
    if (sk_unlikely(!next)) return sk_raise(sk_exc_TypeError, "'%.200T' object is not an iterator", iterator);
    return next(iterator);
}

static SkValue next_slow(SkValue iterator) {
    SkValue v = sk_next_or_stop(iterator);
    if (sk_unlikely(sk_is_empty(v)) && sk_error_occurred()) (void)sk_error_clear_if(sk_exc_StopIteration);
    return v;
}

SkValue sk_next(SkValue iterator) {
    SkValue v = sk_is_ptr(iterator) ? sk_next_at_hand(iterator) : SK_EMPTY;
    return sk_is_empty(v) ? next_slow(iterator) : v;
}

// ---- what iterators share --------------------------------------------------------------------------------------------------

SkValue sk_iter_self(SkValue self) { return sk_dup(self); }

SkValue sk_index_iter_new(SkType *type, SkValue of, int64_t index) {
    SkIndexIter *it = (SkIndexIter *)sk_container_new(&type->head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->of, sk_retain(of));
    sk_store_relaxed(&it->index, index);
    return sk_counted(it);
}

void sk_index_iter_finish(SkIndexIter *it) { sk_slot_set(&it->header, &it->of, SK_EMPTY); }

void sk_index_iter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkIndexIter *)o)->of, visit, arg); }

void sk_index_iter_clear(SkObject *o) { sk_index_iter_finish((SkIndexIter *)o); }

void sk_index_iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkIndexIter *)o)->of);
    sk_object_free(o, sizeof(SkIndexIter));
}

SkValue sk_iter_reduce(const char *name, SkValue of, SkValue empty, int64_t index) {
    SK_AUTO SkValue function = sk_builtin(sk_is_empty(of) ? "iter" : name);
    if (sk_is_empty(function)) return SK_EMPTY;
    SK_AUTO SkValue args = sk_tuple_from(sk_is_empty(of) ? &empty : &of, 1);
    if (sk_is_empty(args)) return SK_EMPTY;
    if (sk_is_empty(of)) return sk_tuple_pack(2, function, args);
    return sk_tuple_pack(3, function, args, sk_from_small_int(index));
}

// ---- by position: any object with __getitem__ -------------------------------------------------------------------------------

SkValue sk_seq_iter_new(SkValue sequence) { return sk_index_iter_new(&sk_seq_iter_type, sequence, 0); }

static SkValue seq_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        if (i == INT64_MAX) return sk_raise(sk_exc_OverflowError, "iter index too large");
        if (!sk_claim(&it->index, i, i + 1)) continue;
        SkValue v = sk_getitem_i(of, i);
        if (!sk_is_empty(v)) return v;
        if (sk_error_clear_if(sk_exc_IndexError) || sk_error_clear_if(sk_exc_StopIteration)) sk_index_iter_finish(it);
        return SK_EMPTY;
    }
}

static SkValue seq_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    if (sk_is_empty(of)) return sk_from_small_int(0);
    if (!sk_type_of(of)->container.len) return SK_NOT_IMPLEMENTED;
    int64_t n = sk_len(of);
    if (n < 0) return SK_EMPTY;
    int64_t left = n - sk_load_relaxed(&it->index);
    return sk_from_small_int(left < 0 ? 0 : left);
}

static SkValue seq_reduce(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i = sk_load_relaxed(&it->index);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    return sk_iter_reduce("iter", of, sk_empty_tuple(), i);
}

static SkValue seq_setstate(SkValue self, SkValue state) {
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    sk_store_relaxed(&((SkIndexIter *)sk_ptr(self))->index, i < 0 ? 0 : i);
    return SK_NONE;
}

static const SkMethodDef seq_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = seq_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = seq_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = seq_setstate, .sig = "(object, /)", .doc = "Set the position."},
    {0},
};

SkType sk_seq_iter_type = {
    SK_TYPE_HEAD(SK_T_SEQ_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = seq_next,
    .methods = seq_methods,
};

// ---- iter(callable, sentinel) ----------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot callable, sentinel;  // both empty once exhausted
} CallIter;

SkValue sk_call_iter_new(SkValue callable, SkValue sentinel) {
    CallIter *it = (CallIter *)sk_container_new(&sk_call_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->callable, sk_retain(callable));
    sk_slot_init(&it->sentinel, sk_retain(sentinel));
    return sk_counted(it);
}

static void call_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((CallIter *)o)->callable, visit, arg);
    sk_slot_visit(&((CallIter *)o)->sentinel, visit, arg);
}

static void call_clear(SkObject *o) {
    sk_slot_set(o, &((CallIter *)o)->callable, SK_EMPTY);
    sk_slot_set(o, &((CallIter *)o)->sentinel, SK_EMPTY);
}

static void call_destroy(SkObject *o) {
    sk_slot_destroy(o, &((CallIter *)o)->callable);
    sk_slot_destroy(o, &((CallIter *)o)->sentinel);
    sk_object_free(o, sizeof(CallIter));
}

static SkValue call_next(SkValue self) {
    CallIter *it = (CallIter *)sk_ptr(self);
    SK_AUTO SkValue callable = sk_slot_get(&it->header, &it->callable);
    SK_AUTO SkValue sentinel = sk_slot_get(&it->header, &it->sentinel);
    if (sk_is_empty(callable) || sk_is_empty(sentinel)) return SK_EMPTY;
    SK_AUTO SkValue v = sk_call0(callable);
    if (sk_is_empty(v)) {
        if (sk_error_clear_if(sk_exc_StopIteration)) call_clear(&it->header);
        return SK_EMPTY;
    }
    int end = sk_compare_bool(sentinel, v, SK_EQ);
    if (end == 0) return sk_move(&v);
    if (end > 0) call_clear(&it->header);
    return SK_EMPTY;
}

static SkValue call_reduce(SkValue self) {
    CallIter *it = (CallIter *)sk_ptr(self);
    SK_AUTO SkValue callable = sk_slot_get(&it->header, &it->callable);
    SK_AUTO SkValue sentinel = sk_slot_get(&it->header, &it->sentinel);
    if (sk_is_empty(callable) || sk_is_empty(sentinel)) return sk_iter_reduce("iter", SK_EMPTY, sk_empty_tuple(), 0);
    SK_AUTO SkValue function = sk_builtin("iter");
    if (sk_is_empty(function)) return SK_EMPTY;
    SK_AUTO SkValue args = sk_tuple_pack(2, callable, sentinel);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, function, args);
}

static const SkMethodDef call_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = call_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

SkType sk_call_iter_type = {
    SK_TYPE_HEAD(SK_T_CALL_ITER, sizeof(CallIter), call_trace, call_clear, call_destroy),
    .name = "callable_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = call_next,
    .methods = call_methods,
};
