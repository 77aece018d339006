// _local: an object with other attributes in every thread.
//
// A local has one dict, from a thread's key (a number never used twice) to the dict of that thread's attributes; it is
// traced like any other field, so cycles through a local are collected. At its end a thread removes its entries; so that
// it finds them without keeping the locals alive, it remembers an anchor for each, which the local empties when it dies.
// The anchor's mutex orders that: who finds `dicts` there under it may take a reference, for the local still has its own.
#include <pthread.h>

#include "base/alloc.h"
#include "modules/_thread.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

typedef struct {
    pthread_mutex_t mutex;
    SkObject *dicts;           // not counted; NULL when the local is gone
    _Atomic uint32_t holders;
} Anchor;

typedef struct {
    SkObject header;
    SkSlot dicts;              // dict: key of a thread -> dict
    SkSlot args, kwargs;       // for __init__ in each thread: tuple, dict or empty
    Anchor *anchor;            // set once
} Local;

static _Atomic uint64_t next_key = 1;
static _Thread_local uint64_t my_key;
static _Thread_local Anchor **anchors;   // one for each local this thread has an entry in
static _Thread_local size_t nanchors, anchors_capacity;

static Local *as_local(SkValue v) { return (Local *)sk_ptr(v); }

static SkValue key(void) {
    if (!my_key) my_key = sk_add_relaxed(&next_key, 1);
    return sk_from_small_int((int64_t)my_key);
}

static void anchor_drop(Anchor *a) {
    if (sk_sub_acq_rel(&a->holders, 1) != 1) return;
    pthread_mutex_destroy(&a->mutex);
    sk_free(a);
}

static bool anchor_dead(Anchor *a) {
    pthread_mutex_lock(&a->mutex);
    bool dead = !a->dicts;
    pthread_mutex_unlock(&a->mutex);
    return dead;
}

static bool remember(Anchor *a) {
    if (nanchors == anchors_capacity) {
        size_t kept = 0;
        for (size_t i = 0; i < nanchors; i++) {
            if (anchor_dead(anchors[i])) anchor_drop(anchors[i]);
            else anchors[kept++] = anchors[i];
        }
        nanchors = kept;
        if (nanchors * 2 >= anchors_capacity) {
            size_t n = anchors_capacity ? anchors_capacity * 2 : 8;
            Anchor **grown = sk_realloc(anchors, n * sizeof *grown);
            if (!grown) return false;
            anchors = grown;
            anchors_capacity = n;
        }
    }
    sk_add_relaxed(&a->holders, 1);
    anchors[nanchors++] = a;
    return true;
}

void sk_thread_locals_clear(void) {
    // What dies here may use locals again.
    while (nanchors) {
        Anchor *a = anchors[--nanchors];
        pthread_mutex_lock(&a->mutex);
        SkValue dicts = a->dicts ? sk_retain(sk_counted(a->dicts)) : SK_EMPTY;
        pthread_mutex_unlock(&a->mutex);
        anchor_drop(a);
        if (sk_is_empty(dicts)) continue;
        if (sk_dict_delete(dicts, key()) < 0) sk_error_clear();
        sk_release(dicts);
    }
    sk_free(anchors);
    anchors = NULL;
    anchors_capacity = 0;
}

static void detach(Local *l) {
    if (!l->anchor) return;
    pthread_mutex_lock(&l->anchor->mutex);
    l->anchor->dicts = NULL;
    pthread_mutex_unlock(&l->anchor->mutex);
}

static void local_trace(SkObject *o, SkVisit visit, void *arg) {
    Local *l = (Local *)o;
    sk_slot_visit(&l->dicts, visit, arg);
    sk_slot_visit(&l->args, visit, arg);
    sk_slot_visit(&l->kwargs, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void local_clear(SkObject *o) {
    Local *l = (Local *)o;
    SkValue dicts = sk_slot_get(o, &l->dicts);
    if (!sk_is_empty(dicts)) sk_dict_clear(dicts);
    sk_release(dicts);
    sk_slot_set(o, &l->args, SK_EMPTY);
    sk_slot_set(o, &l->kwargs, SK_EMPTY);
    sk_instance_clear(o);
}

static void local_destroy(SkObject *o) {
    Local *l = (Local *)o;
    detach(l);
    sk_slot_destroy(o, &l->dicts);
    sk_slot_destroy(o, &l->args);
    sk_slot_destroy(o, &l->kwargs);
    if (l->anchor) anchor_drop(l->anchor);
    sk_instance_free(o, 0);
}

// This thread's dict: counted. Made, with a call of __init__ if the class has one, at the thread's first use.
static SkValue my_dict(SkValue v, bool init) {
    Local *l = as_local(v);
    SkValue dicts = sk_slot_peek(&l->dicts);
    SkValue k = key();
    SkValue d = sk_dict_get(dicts, k);
    if (!sk_is_empty(d) || sk_error_occurred()) return d;
    d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    if (!remember(l->anchor)) {
        sk_release(d);
        return sk_raise_memory();
    }
    if (!sk_dict_set(dicts, k, d)) {
        sk_release(d);
        return SK_EMPTY;
    }
    SkType *t = sk_type_of(v);
    if (!init || !t->init || t->init == sk_object_type.init) return d;
    SkValue args = sk_slot_peek(&l->args), kwargs = sk_slot_peek(&l->kwargs);
    SK_AUTO SkValue method = sk_getattr(v, SK_N(__init__));
    SkValue r = sk_is_empty(method) ? SK_EMPTY : sk_call_tuple(method, args, kwargs);
    if (sk_is_empty(r)) {
        SkValue raised = sk_error_take();
        if (sk_dict_delete(dicts, k) < 0) sk_error_clear();
        sk_error_restore(raised);
        sk_release(d);
        return SK_EMPTY;
    }
    sk_release(r);
    return d;
}

static SkValue local_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if ((nargs || nkw) && (!type->init || type->init == sk_object_type.init))
        return sk_raise(sk_exc_TypeError, "Initialization arguments are not supported");
    Local *l = (Local *)sk_type_alloc(type, 0);
    if (!l) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(l);
    SkValue dicts = sk_dict_new();
    if (sk_is_empty(dicts)) return SK_EMPTY;
    sk_slot_init(&l->dicts, dicts);
    SkValue tuple = sk_tuple_from(args, nargs);
    if (sk_is_empty(tuple)) return SK_EMPTY;
    sk_slot_init(&l->args, tuple);
    if (nkw) {
        SkValue kwargs = sk_dict_new();
        if (sk_is_empty(kwargs)) return SK_EMPTY;
        sk_slot_init(&l->kwargs, kwargs);
        for (size_t i = 0; i < nkw; i++)
            if (!sk_dict_set(kwargs, sk_tuple_peek(kwnames, i), args[nargs + i])) return SK_EMPTY;
    }
    Anchor *a = sk_calloc(1, sizeof *a);
    if (!a) return sk_raise_memory();
    pthread_mutex_init(&a->mutex, NULL);
    a->dicts = sk_ptr(dicts);
    sk_store_relaxed(&a->holders, 1);
    l->anchor = a;
    SkValue d = my_dict(v, false);  // the call that makes the object runs __init__ for this thread
    if (sk_is_empty(d)) return SK_EMPTY;
    sk_release(d);
    return sk_move(&v);
}

static SkValue local_getattr(SkValue v, SkValue name) {
    SkType *t = sk_type_of(v);
    SK_AUTO SkValue mine = my_dict(v, true);
    if (sk_is_empty(mine)) return SK_EMPTY;
    // A class made by Python code has a `__dict__` of its own, for the instance, which nothing is kept in.
    if (sk_is(name, SK_N(__dict__))) return sk_move(&mine);
    SK_AUTO SkValue found = sk_own(sk_type_lookup(t, name));
    SkType *ft = sk_is_empty(found) ? NULL : sk_type_of(found);
    SkTernaryFn get = ft ? ft->descr_get : NULL;
    if (get && ft->descr_set) return get(found, v, sk_type_value(t));
    SkValue value = sk_dict_get(mine, name);
    if (!sk_is_empty(value) || sk_error_occurred()) return value;
    if (get) return get(found, v, sk_type_value(t));
    if (ft) return sk_move(&found);
    return sk_raise_attribute(v, name, "'%.100T' object has no attribute '%S'", v, name);
}

static bool local_setattr(SkValue v, SkValue name, SkValue value) {
    SkType *t = sk_type_of(v);
    if (sk_is_str(name) && sk_is(name, SK_N(__dict__))) {
        sk_raise_attribute(v, name, "'%.100T' object attribute '%S' is read-only", v, name);
        return false;
    }
    SK_AUTO SkValue mine = my_dict(v, true);
    if (sk_is_empty(mine)) return false;
    SK_AUTO SkValue found = sk_own(sk_type_lookup(t, name));
    SkSetFn set = sk_is_empty(found) ? NULL : sk_type_of(found)->descr_set;
    if (set) return set(found, v, value);
    if (!sk_is_empty(value)) return sk_dict_set(mine, name, value);
    int r = sk_dict_delete(mine, name);
    if (r == 0) sk_raise_attribute(v, name, "'%.100T' object has no attribute '%S'", v, name);
    return r > 0;
}

static SkValue get_dict(SkValue v, void *c) {
    (void)c;
    return my_dict(v, true);
}

static const SkGetSetDef local_getset[] = {{"__dict__", get_dict, NULL, "The attributes in this thread.", NULL}, {0}};

SkType sk_thread_local_type = {
    SK_TYPE_HEAD(0, sizeof(Local), local_trace, local_clear, local_destroy),
    .name = "_thread._local",
    .doc = "_local()\n--\n\nData of its own for every thread.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = local_new,
    .getattr = local_getattr,
    .setattr = local_setattr,
    .getset = local_getset,
};
