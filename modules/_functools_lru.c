// functools.lru_cache.
//
// A wrapper has a Store: a dict from keys to links, and the links in the order of their use, the least recent first.
// L1  The dict alone counts the links; the list only points to them. A link enters the dict before the list and leaves
//     the list before the dict, so whoever finds one in the list under the store's lock may take a count on it.
// L2  `used` counts links in the list and those on their way in. Who brings one in takes out what is too many, before and
//     after.
// L3  cache_clear puts a new store in the place of the old one, which those who are still at work on it may finish
//     with as they like.
// Comparing keys may run Python code: the dict is used outside the lock. A hit with a plain key borrows everything; it
// takes the lock to move its link, unless that is the most recent one already.
#include "base/alloc.h"
#include "core/vm/frame.h"
#include "modules/_functools.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

typedef struct Link {
    SkObject header;
    SkSlot key, result;          // immutable
    struct Link *prev, *next;    // under the store's lock
    _Atomic(struct Store *) in;  // the store in whose list it is, or NULL. Written under that store's lock
} Link;

typedef struct Store {
    SkObject header;
    SkSlot dict;                 // empty once the collector has cleared the store
    Link *oldest;                // under the lock
    _Atomic(Link *) newest;      // written under the lock; a hit compares with it
    int64_t used;                // under the lock
} Store;

enum { STRIPES = 8 };
typedef struct {
    _Alignas(SK_CACHE_LINE) _Atomic int64_t hits, misses;
} Counters;

typedef struct {
    SkObject header;
    SkSlot func, info_type;      // immutable
    SkSlot store;
    int64_t maxsize;             // -1: no limit
    bool typed;
    Counters *counters;          // STRIPES of them: each thread counts in one of them
    SkInstance attributes;
} Cache;

static Cache *cache_of(SkValue v) { return (Cache *)sk_ptr(v); }

// ---- links and stores --------------------------------------------------------------------------------------------------

static void link_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Link *)o)->key, visit, arg);
    sk_slot_visit(&((Link *)o)->result, visit, arg);
}
static void link_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Link *)o)->key);
    sk_slot_destroy(o, &((Link *)o)->result);
    sk_object_free(o, sizeof(Link));
}
static SkType link_type = {
    SK_TYPE_HEAD(0, sizeof(Link), link_trace, NULL, link_destroy),
    .name = "functools._lru_list_elem",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
};

static void store_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Store *)o)->dict, visit, arg); }
// A link may live on without its store.
static void forget_links(Store *s) {
    sk_lock(&s->header);
    for (Link *l = s->oldest; l;) {
        Link *next = l->next;
        l->prev = l->next = NULL;
        sk_store_relaxed(&l->in, NULL);
        l = next;
    }
    s->oldest = NULL;
    sk_store_relaxed(&s->newest, NULL);
    s->used = 0;
    sk_unlock(&s->header);
}
static void store_clear(SkObject *o) {
    forget_links((Store *)o);
    sk_slot_set(o, &((Store *)o)->dict, SK_EMPTY);
}
static void store_destroy(SkObject *o) {
    forget_links((Store *)o);
    sk_slot_destroy(o, &((Store *)o)->dict);
    sk_object_free(o, sizeof(Store));
}
static SkType store_type = {
    SK_TYPE_HEAD(0, sizeof(Store), store_trace, store_clear, store_destroy),
    .name = "functools._lru_store",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
};

bool sk_lru_cache_init(void) { return sk_type_ready(&link_type) && sk_type_ready(&store_type); }

static SkValue store_new(void) {
    SK_AUTO SkValue dict = sk_dict_new();
    if (sk_is_empty(dict)) return dict;
    Store *s = (Store *)sk_container_new(&store_type.head, sizeof *s);
    if (!s) return sk_raise_memory();
    sk_slot_init(&s->dict, sk_move(&dict));
    return sk_counted(s);
}

static void unlink_locked(Store *s, Link *l) {
    if (l->prev) l->prev->next = l->next;
    else s->oldest = l->next;
    if (l->next) l->next->prev = l->prev;
    else sk_store_relaxed(&s->newest, l->prev);
    l->prev = l->next = NULL;
    sk_store_relaxed(&l->in, NULL);
}

static void append_locked(Store *s, Link *l) {
    Link *last = sk_load_relaxed(&s->newest);
    l->prev = last;
    if (last) last->next = l;
    else s->oldest = l;
    sk_store_relaxed(&s->newest, l);
    sk_store_relaxed(&l->in, s);
}

static void touch(Store *s, Link *l) {
    if (sk_load_relaxed(&s->newest) == l) return;  // a stale answer costs an order that another interleaving gives as well
    sk_lock(&s->header);
    if (sk_load_relaxed(&l->in) == s) {
        unlink_locked(s, l);
        append_locked(s, l);
    }
    sk_unlock(&s->header);
}

// ---- keys ----------------------------------------------------------------------------------------------------------------

static bool is_its_own_key(SkValue v) { return sk_is_exact_int(v) || sk_is_exact_str(v); }

// Counted. One int or str is its own key; else a tuple of the positional arguments, the type of links as a mark with the
// keywords behind it, and, for typed caches, the types of all values.
static SkValue make_key(const SkValue *args, size_t nargs, SkValue kwnames, bool typed) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if (!typed && nkw == 0 && nargs == 1 && is_its_own_key(args[0])) return sk_retain(args[0]);
    size_t n = nargs + (nkw ? 1 + 2 * nkw : 0) + (typed ? nargs + nkw : 0), at = 0;
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < nargs; i++) sk_tuple_init(t, at++, sk_retain(args[i]));
    if (nkw) sk_tuple_init(t, at++, sk_retain(sk_type_value(&link_type)));
    for (size_t i = 0; i < nkw; i++) {
        sk_tuple_init(t, at++, sk_retain(sk_tuple_peek(kwnames, i)));
        sk_tuple_init(t, at++, sk_retain(args[nargs + i]));
    }
    for (size_t i = 0; typed && i < nargs + nkw; i++) sk_tuple_init(t, at++, sk_retain(sk_type_value(sk_type_of(args[i]))));
    return sk_counted(t);
}

// ---- calls ---------------------------------------------------------------------------------------------------------------

static void count_hit(Cache *c) { sk_add_relaxed(&c->counters[sk_thread_self->slot % STRIPES].hits, 1); }
static void count_miss(Cache *c) { sk_add_relaxed(&c->counters[sk_thread_self->slot % STRIPES].misses, 1); }

static SkValue call_uncached(Cache *c, const SkValue *args, size_t nargs, SkValue kwnames) {
    count_miss(c);
    return sk_call(sk_slot_peek(&c->func), args, nargs, kwnames);
}

// The value of key in the current store as a word; SK_EMPTY without an exception if there is none.
static SkValue look_up(Cache *c, SkValue key) {
    bool plain = is_its_own_key(key);   // then nothing can run, and borrowed words stay good
    SkValue store = sk_slot_load(&c->header, &c->store);
    if (sk_is_empty(store)) return SK_EMPTY;
    SkValue dict = sk_slot_load(sk_ptr(store), &((Store *)sk_ptr(store))->dict);
    sk_release(store);
    if (sk_is_empty(dict)) return SK_EMPTY;
    if (!plain) dict = sk_own(dict);
    SkValue v = sk_dict_load(dict, key);
    sk_release(dict);
    return v;
}

static SkValue call_unbounded(Cache *c, SkValue key, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue v = look_up(c, key);
    if (!sk_is_empty(v)) return count_hit(c), v;
    if (sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue result = call_uncached(c, args, nargs, kwnames);
    if (sk_is_empty(result)) return result;
    SK_AUTO SkValue store = sk_slot_get(&c->header, &c->store);
    SK_AUTO SkValue dict = sk_is_empty(store) ? SK_EMPTY : sk_slot_get(sk_ptr(store), &((Store *)sk_ptr(store))->dict);
    if (!sk_is_empty(dict) && !sk_dict_set(dict, key, result)) return SK_EMPTY;
    return sk_move(&result);
}

// Takes out the oldest links while there are too many.
static bool evict(Store *s, SkValue dict, int64_t maxsize) {
    for (;;) {
        Link *oldest = NULL;
        sk_lock(&s->header);
        sk_write_begin_locked(&s->header);
        if (s->used > maxsize && s->oldest) {
            oldest = s->oldest;
            unlink_locked(s, oldest);
            s->used--;
            sk_incref(&oldest->header);
        }
        sk_unlock(&s->header);
        if (!oldest) return true;
        SK_AUTO SkValue held = sk_counted(oldest);
        SK_AUTO SkValue key = sk_slot_get(&oldest->header, &oldest->key);
        SK_AUTO SkValue out = sk_dict_pop(dict, key);
        if (sk_is_empty(out) && sk_error_occurred()) return false;
    }
}

static void reserve(Store *s, int change) {
    sk_lock(&s->header);
    s->used += change;
    sk_unlock(&s->header);
}

static bool remember(Cache *c, SkValue key, SkValue result) {
    SK_AUTO SkValue store = sk_slot_get(&c->header, &c->store);
    if (sk_is_empty(store)) return true;
    Store *s = (Store *)sk_ptr(store);
    SK_AUTO SkValue dict = sk_slot_get(&s->header, &s->dict);
    if (sk_is_empty(dict)) return true;
    int has = sk_dict_contains(dict, key);   // it may have come while the function ran
    if (has) return has > 0;
    Link *l = (Link *)sk_container_new(&link_type.head, sizeof *l);
    if (!l) return sk_raise_memory(), false;
    sk_slot_init(&l->key, sk_retain(key));
    sk_slot_init(&l->result, sk_retain(result));
    SK_AUTO SkValue link = sk_counted(l);
    reserve(s, 1);
    bool inserted = false;
    SK_AUTO SkValue there = evict(s, dict, c->maxsize) ? sk_dict_setdefault(dict, key, link, &inserted) : SK_EMPTY;
    if (!inserted) {
        reserve(s, -1);
        return !sk_is_empty(there);
    }
    sk_lock(&s->header);
    append_locked(s, l);
    sk_unlock(&s->header);
    return evict(s, dict, c->maxsize);
}

static SkValue call_bounded(Cache *c, SkValue key, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue link = look_up(c, key);
    if (!sk_is_empty(link)) {
        Link *l = (Link *)sk_ptr(link);
        SkValue store = sk_slot_load(&c->header, &c->store);
        if (!sk_is_empty(store)) touch((Store *)sk_ptr(store), l);
        sk_release(store);
        count_hit(c);
        SkValue result = sk_slot_load(&l->header, &l->result);
        sk_release(link);
        return result;
    }
    if (sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue result = call_uncached(c, args, nargs, kwnames);
    if (sk_is_empty(result) || !remember(c, key, result)) return SK_EMPTY;
    return sk_move(&result);
}

static SkValue cache_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    Cache *c = cache_of(self);
    if (c->maxsize == 0) return call_uncached(c, args, nargs, kwnames);
    SK_AUTO SkValue key = make_key(args, nargs, kwnames, c->typed);
    if (sk_is_empty(key) || (!is_its_own_key(key) && sk_hash(key) == -1)) return SK_EMPTY;
    return c->maxsize < 0 ? call_unbounded(c, key, args, nargs, kwnames) : call_bounded(c, key, args, nargs, kwnames);
}

// ---- the wrapper -----------------------------------------------------------------------------------------------------------

static SkValue cache_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    if (!sk_bind("lru_cache", "(user_function, maxsize, typed, cache_info_type)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_is_callable(a[0])) return sk_raise(sk_exc_TypeError, "the first argument must be callable");
    int64_t maxsize = -1;
    if (!sk_is_none(a[1])) {
        if (!sk_has_index_method(a[1])) return sk_raise(sk_exc_TypeError, "maxsize should be integer or None");
        if (!sk_index_as_int64(a[1], &maxsize, sk_exc_OverflowError)) return SK_EMPTY;
        if (maxsize < 0) maxsize = 0;
    }
    int typed = sk_truth(a[2]);
    if (typed < 0) return SK_EMPTY;
    SK_AUTO SkValue store = store_new();
    if (sk_is_empty(store)) return store;
    Counters *counters = sk_aligned_alloc(SK_CACHE_LINE, STRIPES * sizeof *counters);
    Cache *c = counters ? (Cache *)sk_type_alloc(type, 0) : NULL;
    if (!c) {
        sk_free(counters);
        return sk_error_occurred() ? SK_EMPTY : sk_raise_memory();
    }
    memset(counters, 0, STRIPES * sizeof *counters);
    c->counters = counters;
    c->maxsize = maxsize;
    c->typed = typed;
    sk_slot_init(&c->func, sk_retain(a[0]));
    sk_slot_init(&c->info_type, sk_retain(a[3]));
    sk_slot_init(&c->store, sk_move(&store));
    return sk_counted(c);
}

static void cache_trace(SkObject *o, SkVisit visit, void *arg) {
    Cache *c = (Cache *)o;
    sk_slot_visit(&c->func, visit, arg);
    sk_slot_visit(&c->info_type, visit, arg);
    sk_slot_visit(&c->store, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void cache_clear_refs(SkObject *o) {
    sk_slot_set(o, &((Cache *)o)->store, SK_EMPTY);
    sk_instance_clear(o);
}
static void cache_destroy(SkObject *o) {
    Cache *c = (Cache *)o;
    sk_slot_destroy(o, &c->func);
    sk_slot_destroy(o, &c->info_type);
    sk_slot_destroy(o, &c->store);
    sk_free(c->counters);
    sk_instance_free(o, 0);
}

static SkValue cache_info(SkValue self) {
    Cache *c = cache_of(self);
    int64_t hits = 0, misses = 0, size = 0;
    for (size_t i = 0; i < STRIPES; i++) {
        hits += sk_load_relaxed(&c->counters[i].hits);
        misses += sk_load_relaxed(&c->counters[i].misses);
    }
    SK_AUTO SkValue store = sk_slot_get(&c->header, &c->store);
    SK_AUTO SkValue dict = sk_is_empty(store) ? SK_EMPTY : sk_slot_get(sk_ptr(store), &((Store *)sk_ptr(store))->dict);
    if (!sk_is_empty(dict)) size = (int64_t)sk_dict_len(dict);
    SkValue args[] = {sk_int_from_int64(hits), sk_int_from_int64(misses), c->maxsize < 0 ? SK_NONE : sk_int_from_int64(c->maxsize),
                      sk_int_from_int64(size)};
    SkValue r = sk_call(sk_slot_peek(&c->info_type), args, 4, SK_EMPTY);
    for (size_t i = 0; i < 4; i++) sk_release(args[i]);
    return r;
}

static SkValue cache_clear(SkValue self) {
    Cache *c = cache_of(self);
    SkValue store = store_new();
    if (sk_is_empty(store)) return store;
    for (size_t i = 0; i < STRIPES; i++) {
        sk_store_relaxed(&c->counters[i].hits, 0);
        sk_store_relaxed(&c->counters[i].misses, 0);
    }
    sk_slot_set(&c->header, &c->store, store);
    return SK_NONE;
}

static SkValue cache_get(SkValue self, SkValue obj, SkValue type) {
    (void)type;
    return sk_is_empty(obj) || sk_is_none(obj) ? sk_dup(self) : sk_method_new(self, obj);
}

static SkValue cache_reduce(SkValue self) { return sk_getattr(self, SK_N(__qualname__)); }
static SkValue cache_copy(SkValue self) { return sk_dup(self); }
static SkValue cache_deepcopy(SkValue self, SkValue memo) {
    (void)memo;
    return sk_dup(self);
}

static const SkMethodDef cache_methods[] = {
    {.name = "cache_info", .kind = SK_NOARGS, .noargs = cache_info, .sig = "()", .doc = "Report cache statistics"},
    {.name = "cache_clear", .kind = SK_NOARGS, .noargs = cache_clear, .sig = "()", .doc = "Clear the cache and cache statistics"},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = cache_reduce, .sig = "()", .doc = "Pickled by name."},
    {.name = "__copy__", .kind = SK_NOARGS, .noargs = cache_copy, .sig = "()", .doc = "The object itself."},
    {.name = "__deepcopy__", .kind = SK_ONEARG, .onearg = cache_deepcopy, .sig = "(memo, /)", .doc = "The object itself."},
    {0},
};
static const SkGetSetDef cache_getset[] = {
    {"__dict__", sk_get_dict_attr, sk_set_dict_attr, NULL, NULL},
    {0},
};

SkType sk_lru_cache_type = {
    SK_TYPE_HEAD(0, sizeof(Cache), cache_trace, cache_clear_refs, cache_destroy),
    .name = "functools._lru_cache_wrapper",
    .doc = "A function with a cache of its results, of which the least recently used are dropped.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_HAS_DICT | SK_TF_WEAKREF | SK_TF_METHOD_DESCR,
    .shape_offset = offsetof(Cache, attributes),
    .new_ = cache_new,
    .call = cache_call,
    .descr_get = cache_get,
    .methods = cache_methods,
    .getset = cache_getset,
};
