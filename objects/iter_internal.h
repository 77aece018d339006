// What the iterators over containers share.
//
// An iterator's position is claimed by compare-and-swap before the item is handed out, so that threads sharing an
// iterator get each item once. The container it walks is peeked at, not counted: whoever exhausts a shared iterator
// empties its slot, and a value removed from a SHARED holder lives until this thread's next quiescent report.
#ifndef SKEIN_OBJECTS_ITER_INTERNAL_H
#define SKEIN_OBJECTS_ITER_INTERNAL_H

#include "objects/list.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot of;              // the container; empty once exhausted
    _Atomic int64_t index;  // the next position; any thread, by sk_claim
} SkIndexIter;

// Moves *position from `from` to `to` unless another thread moved it first.
SK_INLINE bool sk_claim(_Atomic int64_t *position, int64_t from, int64_t to) {
    if (!sk_multithreaded) {
        sk_store_relaxed(position, to);
        return true;
    }
    return atomic_compare_exchange_strong_explicit(position, &from, to, memory_order_relaxed, memory_order_relaxed);
}

// The container, valid until the next safepoint; SK_EMPTY if the iterator is exhausted.
SK_INLINE SkValue sk_index_iter_peek(SkIndexIter *it) {
    (void)sk_read_begin(&it->header);
    return sk_slot_peek(&it->of);
}

SkValue sk_index_iter_new(SkType *type, SkValue of, int64_t index) SK_MUST_USE;  // retains of
// The next item (word) of a list or a tuple, when nobody else has seen iterator and list: without a call, and nothing runs that could
// change either. SK_EMPTY: the end, or another iterator; sk_next tells which. Requires sk_is_ptr.
SK_INLINE SkValue sk_next_at_hand(SkValue iterator) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(iterator);
    uint32_t tl = sk_load_relaxed(&it->header.tl), type = tl >> SK_TYPE_SHIFT;
    if ((type != SK_T_LIST_ITER && type != SK_T_TUPLE_ITER) || (tl & SK_SHARED) || !sk_is_mine(&it->header)) return SK_EMPTY;
    SkValue of = sk_slot_peek(&it->of);
    if (sk_is_empty(of)) return SK_EMPTY;
    int64_t i = sk_load_relaxed(&it->index);
    if (type == SK_T_TUPLE_ITER) {
        if ((uint64_t)i >= sk_tuple_len(of) || !sk_claim(&it->index, i, i + 1)) return SK_EMPTY;
        return sk_tuple_load(of, (size_t)i);
    }
    SkList *l = sk_as_list(of);
    if (!sk_is_mine(&l->header) || sk_is_shared(&l->header)) return SK_EMPTY;
    if ((uint64_t)i >= sk_load_relaxed(&l->length) || !sk_claim(&it->index, i, i + 1)) return SK_EMPTY;
    return sk_retain(sk_slot_peek(&sk_load_relaxed(&l->array)->items[i]));
}

// True of an iterator over a list or tuple, both seen by nobody else, that has no item left. Requires sk_is_ptr.
SK_INLINE bool sk_index_iter_at_end(SkValue iterator) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(iterator);
    uint32_t type = sk_type_index(&it->header);
    if ((type != SK_T_LIST_ITER && type != SK_T_TUPLE_ITER) || !sk_is_mine(&it->header) || sk_is_shared(&it->header)) return false;
    SkValue of = sk_slot_peek(&it->of);
    uint64_t i = (uint64_t)sk_load_relaxed(&it->index);
    if (sk_is_empty(of)) return true;
    return type == SK_T_TUPLE_ITER ? i >= sk_tuple_len(of) : i >= sk_list_len(of) && sk_is_mine(sk_ptr(of)) && !sk_is_shared(sk_ptr(of));
}

// Makes such an iterator walk over another list or tuple, if that is of the same kind and nobody else holds the iterator.
SK_INLINE bool sk_index_iter_restart(SkValue iterator, SkValue over) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(iterator);
    bool list = sk_type_index(&it->header) == SK_T_LIST_ITER;
    if (!sk_is_sole(&it->header) || !(list ? sk_is_exact_list(over) : sk_is_exact_tuple(over))) return false;
    SkValue old = sk_slot_peek(&it->of);
    sk_slot_init(&it->of, sk_retain(over));
    sk_store_relaxed(&it->index, 0);
    sk_release(old);
    return true;
}

// Ends the iteration for good: empties the slot.
void sk_index_iter_finish(SkIndexIter *it);
void sk_index_iter_trace(SkObject *o, SkVisit visit, void *arg);
void sk_index_iter_clear(SkObject *o);
void sk_index_iter_destroy(SkObject *o);
SkValue sk_iter_self(SkValue self);  // `__iter__` of an iterator

// (iter, (of,), index), or (iter, (empty,)) once exhausted: `__reduce__`. name: "iter" or "reversed". of and empty
// are retained.
SkValue sk_iter_reduce(const char *name, SkValue of, SkValue empty, int64_t index) SK_MUST_USE;

#endif
