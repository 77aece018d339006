// Iterators of deque. An item is claimed by compare-and-swap on the position before it is handed out, so that threads
// sharing an iterator get each item once.
#include "modules/_collections.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot of;               // the deque; empty once the collector has cleared it
    uint64_t changes;        // of the deque, when the iteration began; never changes
    _Atomic int64_t done;    // items handed out; claimed by compare-and-swap
    _Atomic int64_t total;   // items there were; 0 once the deque has changed
} DequeIter;

static DequeIter *iter_of(SkValue v) { return (DequeIter *)sk_ptr(v); }

static SkValue make(SkType *type, SkValue deque) {
    DequeIter *it = (DequeIter *)sk_container_new(&type->head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->of, sk_retain(deque));
    it->changes = sk_deque_changes(sk_as_deque(deque));
    sk_store_relaxed(&it->total, (int64_t)sk_deque_len(deque));
    return sk_counted(it);
}

SkValue sk_deque_iter(SkValue d) { return make(&sk_deque_iter_type, d); }
SkValue sk_deque_reversed(SkValue d) { return make(&sk_deque_reverse_iter_type, d); }

static void iter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((DequeIter *)o)->of, visit, arg); }
static void iter_clear(SkObject *o) { sk_slot_set(o, &((DequeIter *)o)->of, SK_EMPTY); }
static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((DequeIter *)o)->of);
    sk_object_free(o, sizeof(DequeIter));
}

static SkValue next_of(SkValue self, bool reverse) {
    DequeIter *it = iter_of(self);
    (void)sk_read_begin(&it->header);
    SkValue of = sk_slot_peek(&it->of);
    if (sk_is_empty(of)) return of;
    SkDeque *d = sk_as_deque(of);
    if (!sk_multithreaded && d->changes == it->changes && !sk_is_shared(&d->header)) {
        int64_t done = sk_load_relaxed(&it->done), total = sk_load_relaxed(&it->total);
        if (done >= total) return SK_EMPTY;
        SkDequeRing *r = sk_load_relaxed(&d->ring);
        size_t at = d->start + (size_t)(reverse ? total - 1 - done : done);
        sk_store_relaxed(&it->done, done + 1);
        return sk_retain(sk_slot_peek((SkSlot *)&r->items[at & (r->capacity - 1)]));
    }
    for (;;) {
        int64_t done = sk_load_relaxed(&it->done), total = sk_load_relaxed(&it->total);
        bool changed = false;
        size_t at = done >= total ? SIZE_MAX : (size_t)(reverse ? total - 1 - done : done);
        SkValue v = sk_deque_load(d, at, &it->changes, &changed);
        if (changed) {
            sk_store_relaxed(&it->total, 0);
            return sk_raise(sk_exc_RuntimeError, "deque mutated during iteration");
        }
        if (sk_is_empty(v)) return v;
        if (sk_claim(&it->done, done, done + 1)) return v;
        sk_release(v);
    }
}
static SkValue forward_next(SkValue self) { return next_of(self, false); }
static SkValue reverse_next(SkValue self) { return next_of(self, true); }

static SkValue iter_hint(SkValue self) {
    int64_t left = sk_load_relaxed(&iter_of(self)->total) - sk_load_relaxed(&iter_of(self)->done);
    return sk_from_small_int(left < 0 ? 0 : left);
}

static SkValue iter_reduce(SkValue self) {
    DequeIter *it = iter_of(self);
    SkValue done = sk_from_small_int(sk_load_relaxed(&it->done));
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    if (sk_is_empty(of)) return sk_raise(sk_exc_RuntimeError, "the iterator has lost its deque");
    SK_AUTO SkValue args = sk_tuple_pack(2, of, done);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static SkValue iter_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    const char *name = type == &sk_deque_iter_type ? "_deque_iterator" : "_deque_reverse_iterator";
    if (!sk_no_kwargs(name, kwnames) || !sk_check_nargs(name, nargs, 1, 2)) return SK_EMPTY;
    if (!sk_is_deque(args[0])) return sk_raise(sk_exc_TypeError, "%s() argument 1 must be collections.deque, not %.50O", name, args[0]);
    int64_t index = 0;
    if (nargs > 1 && !sk_index_as_int64(args[1], &index, sk_exc_OverflowError)) return SK_EMPTY;
    SkValue it = make(type, args[0]);
    if (sk_is_empty(it)) return it;
    int64_t total = sk_load_relaxed(&iter_of(it)->total);
    sk_store_relaxed(&iter_of(it)->done, index < 0 ? 0 : index > total ? total : index);
    return it;
}

static const SkMethodDef iter_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = iter_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iter_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

SkType sk_deque_iter_type = {
    SK_TYPE_HEAD(0, sizeof(DequeIter), iter_trace, iter_clear, iter_destroy),
    .name = "_collections._deque_iterator",
    .flags = SK_TF_IMMUTABLE,
    .new_ = iter_new,
    .iter = sk_iter_self,
    .iternext = forward_next,
    .methods = iter_methods,
};
SkType sk_deque_reverse_iter_type = {
    SK_TYPE_HEAD(0, sizeof(DequeIter), iter_trace, iter_clear, iter_destroy),
    .name = "_collections._deque_reverse_iterator",
    .flags = SK_TF_IMMUTABLE,
    .new_ = iter_new,
    .iter = sk_iter_self,
    .iternext = reverse_next,
    .methods = iter_methods,
};
