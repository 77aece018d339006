// _queue.SimpleQueue: an unbounded queue.
//
// Items lie in a ring under the queue's lock. `puts` counts what was put; who finds the queue empty sleeps on it.
// PAIR(queue-puts): the release of put's increment with get's acquire: who sees the count sees the item.
#include <limits.h>
#include <time.h>

#include "base/alloc.h"
#include "modules/_thread.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

typedef struct {
    size_t capacity;    // a power of two
    SkSlot items[];
} Ring;

typedef struct {
    SkObject header;
    _Atomic(Ring *) ring;      // replaced whole, under the lock
    _Atomic size_t head, count;  // written under the lock
    _Atomic uint32_t puts, waiters;
} Queue;

static SkType queue_type;
static SkValue empty_error;   // the class _queue.Empty: set by the first import, immortal

static Queue *as_queue(SkValue v) { return (Queue *)sk_ptr(v); }
static size_t ring_size(size_t n) { return sizeof(Ring) + n * sizeof(SkSlot); }

static Ring *ring_new(size_t n) {
    Ring *r = sk_calloc(1, ring_size(n));
    if (r) r->capacity = n;
    else sk_raise_memory();
    return r;
}

static void queue_trace(SkObject *o, SkVisit visit, void *arg) {
    Ring *r = sk_load_acquire(&((Queue *)o)->ring);  // PAIR(queue-ring)
    if (r)
        for (size_t i = 0; i < r->capacity; i++) sk_slot_visit(&r->items[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}

static SkValue take(Queue *q) {
    SkValue v = SK_EMPTY;
    sk_lock(&q->header);
    sk_write_begin_locked(&q->header);
    size_t n = sk_load_relaxed(&q->count);
    if (n) {
        Ring *r = sk_load_relaxed(&q->ring);
        size_t at = sk_load_relaxed(&q->head);
        v = (SkValue){sk_load_relaxed(&r->items[at].w)};
        sk_store_relaxed(&r->items[at].w, 0);
        sk_flag_removed_locked(&q->header, v);
        sk_store_relaxed(&q->head, (at + 1) & (r->capacity - 1));
        sk_store_relaxed(&q->count, n - 1);
    }
    sk_unlock(&q->header);
    return v;
}

static void queue_clear(SkObject *o) {
    for (;;) {
        SkValue v = take((Queue *)o);
        if (sk_is_empty(v)) break;
        sk_release(v);
    }
    sk_instance_clear(o);
}

static void queue_destroy(SkObject *o) {
    Queue *q = (Queue *)o;
    Ring *r = sk_load_relaxed(&q->ring);
    if (r) {
        for (size_t i = 0; i < r->capacity; i++) sk_slot_destroy(o, &r->items[i]);
        sk_buffer_retire(o, r, ring_size(r->capacity));
    }
    sk_instance_free(o, 0);
}

// Appends v (taken, also on failure).
static bool append(Queue *q, SkValue v) {
    for (;;) {
        size_t need = 0;
        Ring *old = NULL, *grown = NULL;
        sk_lock(&q->header);
        Ring *r = sk_load_relaxed(&q->ring);
        size_t n = sk_load_relaxed(&q->count);
        if (n == r->capacity) {
            need = n * 2;
        } else {
            sk_write_begin_locked(&q->header);
            sk_slot_publish(&r->items[(sk_load_relaxed(&q->head) + n) & (r->capacity - 1)], v);
            sk_store_relaxed(&q->count, n + 1);
        }
        sk_unlock(&q->header);
        if (!need) return true;
        grown = ring_new(need);
        if (!grown) {
            sk_release(v);
            return false;
        }
        sk_lock(&q->header);
        sk_write_begin_locked(&q->header);
        r = sk_load_relaxed(&q->ring);
        if (r->capacity < need) {
            size_t head = sk_load_relaxed(&q->head), count = sk_load_relaxed(&q->count);
            for (size_t i = 0; i < count; i++)
                sk_store_relaxed(&grown->items[i].w, sk_load_relaxed(&r->items[(head + i) & (r->capacity - 1)].w));
            sk_store_relaxed(&q->head, 0);
            sk_store_release(&q->ring, grown);  // PAIR(queue-ring): a tracer sees the items of the ring it sees
            old = r;
            grown = NULL;
        }
        sk_unlock(&q->header);
        sk_free(grown);
        if (old) sk_buffer_retire(&q->header, old, ring_size(old->capacity));
    }
}

static SkValue queue_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args;
    if (type == &queue_type) {
        if (!sk_no_kwargs("SimpleQueue", kwnames)) return SK_EMPTY;
        if (nargs) return sk_raise(sk_exc_TypeError, "SimpleQueue() takes no positional arguments");
    }
    Ring *r = ring_new(8);
    Queue *q = r ? (Queue *)sk_type_alloc(type, 0) : NULL;
    if (!q) {
        sk_free(r);
        return SK_EMPTY;
    }
    sk_store_release(&q->ring, r);  // PAIR(queue-ring)
    return sk_counted(q);
}

static SkValue put(SkValue v, SkValue item) {
    Queue *q = as_queue(v);
    if (!append(q, sk_retain(item))) return SK_EMPTY;
    atomic_fetch_add(&q->puts, 1);  // PAIR(queue-puts); in one order with `waiters`
    if (atomic_load(&q->waiters)) sk_futex_wake(&q->puts, 1);
    return SK_NONE;
}
static SkValue queue_put(SkValue v, const SkValue *a) { return put(v, a[0]); }

static int64_t now_ns(void) {
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec;
}

static SkValue raise_empty(void) { return sk_raise(sk_as_type(empty_error), NULL); }

static SkValue get(Queue *q, int64_t ns) {
    SkValue v = take(q);
    if (!sk_is_empty(v)) return v;
    if (ns == 0) return raise_empty();
    int64_t end = ns < 0 ? 0 : now_ns() + ns;
    for (;;) {
        atomic_fetch_add(&q->waiters, 1);
        uint32_t seen = atomic_load(&q->puts);  // PAIR(queue-puts)
        int64_t left = ns < 0 ? -1 : end - now_ns();
        bool late = ns >= 0 && left <= 0;
        v = take(q);
        if (sk_is_empty(v) && !late) {
            sk_thread_detach();
            sk_futex_wait(&q->puts, seen, left);
            sk_thread_attach();
            v = take(q);
        }
        atomic_fetch_sub(&q->waiters, 1);
        if (!sk_is_empty(v)) return v;
        if (late) return raise_empty();
        if (!sk_safepoint_poll()) {
            sk_futex_wake(&q->puts, 1);  // the wake-up may have been meant for whoever takes the item now
            return SK_EMPTY;
        }
    }
}

static SkValue queue_get(SkValue v, const SkValue *a) {
    int block = sk_is_empty(a[0]) ? 1 : sk_truth(a[0]);
    int64_t ns = 0;
    if (block < 0) return SK_EMPTY;
    if (block) {
        if (!sk_timeout_ns(a[1], &ns)) return SK_EMPTY;
        bool forever = sk_is_empty(a[1]) || sk_is_none(a[1]);
        if (!forever && ns < 0) return sk_raise(sk_exc_ValueError, "'timeout' must be a non-negative number");
    }
    return get(as_queue(v), ns);
}
static SkValue queue_get_nowait(SkValue v) { return get(as_queue(v), 0); }
static SkValue queue_empty(SkValue v) { return sk_bool(sk_load_relaxed(&as_queue(v)->count) == 0); }
static SkValue queue_qsize(SkValue v) { return sk_from_small_int((int64_t)sk_load_relaxed(&as_queue(v)->count)); }
static SkValue queue_sizeof(SkValue v) {
    return sk_from_small_int((int64_t)(sizeof(Queue) + ring_size(sk_load_acquire(&as_queue(v)->ring)->capacity)));  // PAIR(queue-ring)
}

static const SkMethodDef queue_methods[] = {
    {"put", SK_SIG, .sig_fn = queue_put, .sig = "(item, block=True, timeout=None)", .doc = "Put the item in; never blocks."},
    {"put_nowait", SK_ONEARG, .onearg = put, .sig = "(item)", .doc = "Put the item in."},
    {"get", SK_SIG, .sig_fn = queue_get, .sig = "(block=True, timeout=None)", .doc = "Take the oldest item out, waiting for one."},
    {"get_nowait", SK_NOARGS, .noargs = queue_get_nowait, .sig = "()", .doc = "Take the oldest item out, or raise Empty."},
    {"empty", SK_NOARGS, .noargs = queue_empty, .sig = "()", .doc = "Whether it is empty at this moment."},
    {"qsize", SK_NOARGS, .noargs = queue_qsize, .sig = "()", .doc = "How many items are in it at this moment."},
    {"__sizeof__", SK_NOARGS, .noargs = queue_sizeof, .sig = "()"},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};

static SkType queue_type = {
    SK_TYPE_HEAD(0, sizeof(Queue), queue_trace, queue_clear, queue_destroy),
    .name = "_queue.SimpleQueue",
    .doc = "SimpleQueue()\n--\n\nA first-in first-out queue without bounds that may be used by put() while get() waits.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = queue_new,
    .methods = queue_methods,
};

static bool exec(SkValue m) {
    if (sk_is_empty(empty_error)) {
        SK_AUTO SkValue name = sk_str_from("Empty");
        SK_AUTO SkValue bases = sk_is_empty(name) ? SK_EMPTY : sk_tuple_pack(1, sk_type_value(sk_exc_Exception));
        SK_AUTO SkValue dict = sk_is_empty(bases) ? SK_EMPTY : sk_dict_new();
        SK_AUTO SkValue module = sk_is_empty(dict) ? SK_EMPTY : sk_str_from("_queue");
        if (sk_is_empty(module) || !sk_dict_set_s(dict, "__module__", module)) return false;
        SkValue cls = sk_type_new_class(name, bases, dict);
        if (sk_is_empty(cls)) return false;
        sk_make_immortal(sk_ptr(cls));
        empty_error = cls;
    }
    return sk_module_add(m, "Empty", empty_error) && sk_module_add_type(m, &queue_type);
}

const SkModuleDef sk_module__queue = {"_queue", "A queue without bounds.", NULL, exec};
