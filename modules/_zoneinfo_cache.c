// The caches of zones.
//
// A class's cache is a dict of cells, a cell for each key that was ever found, with a weak reference to the zone. A cell stays where it is
// until the cache is cleared, and what is in it changes under its lock: so two threads that make the same zone at once agree on one.
//
// The recent zones are an array under a mutex, held for a few instructions; references are released after it.
#include "modules/_zoneinfo.h"

#include <pthread.h>
#include <string.h>

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/method.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/weakref.h"

typedef struct {
    SkObject header;
    SkSlot cells;   // dict; emptied by the collector only
} Cache;

static void cache_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Cache *)o)->cells, visit, arg); }
static void cache_clear_slots(SkObject *o) { sk_slot_set(o, &((Cache *)o)->cells, SK_EMPTY); }
static void cache_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Cache *)o)->cells);
    sk_object_free(o, sizeof(Cache));
}

bool sk_is_zone_cache(SkValue v) { return sk_is_ptr(v) && sk_type_of(v) == &sk_zone_cache_type; }

SkValue sk_zone_cache_new(void) {
    SkValue cells = sk_dict_new();
    if (sk_is_empty(cells)) return cells;
    Cache *c = (Cache *)sk_container_new(&sk_zone_cache_type.head, sizeof *c);
    if (!c) {
        sk_release(cells);
        return sk_raise_memory();
    }
    sk_slot_init(&c->cells, cells);
    return sk_counted(c);
}

static SkValue cells_of(SkValue cache) { return sk_slot_get(sk_ptr(cache), &((Cache *)sk_ptr(cache))->cells); }

// What a cell refers to: counted, or SK_EMPTY without an exception. *ref (counted): the reference that was found, or SK_EMPTY.
static SkValue zone_in(SkValue cell, SkValue *ref) {
    *ref = sk_slot_get(sk_ptr(cell), &((SkCell *)sk_ptr(cell))->content);
    return sk_is_empty(*ref) ? SK_EMPTY : sk_weakref_get(*ref);
}

SkValue sk_zone_cache_get(SkValue cache, SkValue key) {
    SK_AUTO SkValue cells = cells_of(cache), ref = SK_EMPTY;
    SK_AUTO SkValue cell = sk_is_empty(cells) ? SK_EMPTY : sk_dict_get(cells, key);
    return sk_is_empty(cell) ? SK_EMPTY : zone_in(cell, &ref);
}

// Puts `fresh` where `was` is still. Steals fresh.
static bool replace(SkValue cell, SkValue was, SkValue fresh) {
    SkObject *o = sk_ptr(cell);
    SkSlot *s = &((SkCell *)o)->content;
    sk_lock(o);
    SkValue now = sk_slot_peek(s);
    bool same = sk_is_empty(now) ? sk_is_empty(was) : !sk_is_empty(was) && sk_ptr(now) == sk_ptr(was);
    if (same) {
        sk_write_begin_locked(o);
        sk_flag_removed_locked(o, now);
        sk_slot_publish(s, fresh);
    }
    sk_unlock(o);
    sk_release(same ? now : fresh);
    return same;
}

SkValue sk_zone_cache_add(SkValue cache, SkValue key, SkValue zone) {
    SK_AUTO SkValue cells = cells_of(cache);
    if (sk_is_empty(cells)) return sk_retain(zone);
    SK_AUTO SkValue empty = sk_cell_new(SK_EMPTY);
    SK_AUTO SkValue cell = sk_is_empty(empty) ? SK_EMPTY : sk_dict_setdefault(cells, key, empty, NULL);
    if (sk_is_empty(cell)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue ref = SK_EMPTY;
        SkValue there = zone_in(cell, &ref);
        if (!sk_is_empty(there)) return there;
        SkValue fresh = sk_own(sk_weakref_new(zone, SK_NONE));
        if (sk_is_empty(fresh)) return SK_EMPTY;
        if (replace(cell, ref, fresh)) return sk_retain(zone);
    }
}

bool sk_zone_cache_remove(SkValue cache, SkValue key) {
    SK_AUTO SkValue cells = cells_of(cache);
    if (sk_is_empty(cells)) return true;
    SkValue cell = sk_dict_pop(cells, key);
    sk_release(cell);
    return !sk_is_empty(cell) || !sk_error_occurred();
}

void sk_zone_cache_clear(SkValue cache) {
    SK_AUTO SkValue cells = cells_of(cache);
    if (!sk_is_empty(cells)) sk_dict_clear(cells);
}

// ---- for Python ------------------------------------------------------------------------------------------------------------------

static SkValue cache_get(SkValue self, const SkValue *a, size_t n) {
    if (!sk_check_nargs("get", n, 1, 2)) return SK_EMPTY;
    SkValue zone = sk_zone_cache_get(self, a[0]);
    if (!sk_is_empty(zone) || sk_error_occurred()) return zone;
    return n > 1 ? sk_dup(a[1]) : SK_NONE;
}
static SkValue cache_setdefault(SkValue self, const SkValue *a, size_t n) {
    return sk_check_nargs("setdefault", n, 2, 2) ? sk_zone_cache_add(self, a[0], a[1]) : SK_EMPTY;
}
static SkValue cache_pop(SkValue self, const SkValue *a, size_t n) {
    if (!sk_check_nargs("pop", n, 1, 2)) return SK_EMPTY;
    SkValue zone = sk_zone_cache_get(self, a[0]);
    if (sk_is_empty(zone)) {
        if (sk_error_occurred()) return SK_EMPTY;
        return n > 1 ? sk_dup(a[1]) : sk_raise_value(sk_exc_KeyError, a[0]);
    }
    if (sk_zone_cache_remove(self, a[0])) return zone;
    sk_release(zone);
    return SK_EMPTY;
}
static SkValue cache_clear(SkValue self) {
    sk_zone_cache_clear(self);
    return SK_NONE;
}

static const SkMethodDef cache_methods[] = {
    {"get", SK_FAST, .fast = cache_get, .sig = "(key, default=None, /)", .doc = "The zone, while somebody has it."},
    {"setdefault", SK_FAST, .fast = cache_setdefault, .sig = "(key, zone, /)", .doc = "The zone that is there, or else this one."},
    {"pop", SK_FAST, .fast = cache_pop, .sig = "(key, default=<unrepresentable>, /)", .doc = "Forgets a zone and returns it."},
    {"clear", SK_NOARGS, .noargs = cache_clear, .sig = "()", .doc = "Forgets all."},
    {0},
};

SkType sk_zone_cache_type = {
    SK_TYPE_HEAD(0, sizeof(Cache), cache_trace, cache_clear_slots, cache_destroy),
    .name = "zoneinfo._ZoneCache",
    .doc = "Zones by their keys, as long as somebody has them.",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .methods = cache_methods,
};

// ---- the recent zones ------------------------------------------------------------------------------------------------------------

enum { RECENT = 8 };
typedef struct {
    SkValue key, zone;   // counted
} Recent;
static Recent recent[RECENT];   // the last one first; the rest is empty. Under the mutex
static pthread_mutex_t recent_mutex = PTHREAD_MUTEX_INITIALIZER;

static int find(SkValue key) {
    for (int i = 0; i < RECENT && !sk_is_empty(recent[i].key); i++)
        if (sk_ptr(recent[i].key) == sk_ptr(key) || sk_str_equal(recent[i].key, key)) return i;
    return -1;
}

static void to_front(int i, Recent r) {
    memmove(recent + 1, recent, (size_t)i * sizeof *recent);
    recent[0] = r;
}

SkValue sk_zone_recent_get(SkValue key) {
    if (!sk_is_str(key)) return SK_EMPTY;
    pthread_mutex_lock(&recent_mutex);
    int i = find(key);
    if (i > 0) to_front(i, recent[i]);
    SkValue zone = i < 0 ? SK_EMPTY : sk_retain(recent[0].zone);
    pthread_mutex_unlock(&recent_mutex);
    return zone;
}

void sk_zone_recent_add(SkValue key, SkValue zone) {
    if (!sk_is_str(key)) return;
    Recent fresh = {sk_retain(key), sk_retain(zone)};
    pthread_mutex_lock(&recent_mutex);
    int i = find(key);
    if (i < 0) i = RECENT - 1;
    Recent old = recent[i];
    to_front(i, fresh);
    pthread_mutex_unlock(&recent_mutex);
    sk_release(old.key);
    sk_release(old.zone);
}

void sk_zone_recent_remove(SkValue key) {
    Recent gone[RECENT];
    int n = 0;
    pthread_mutex_lock(&recent_mutex);
    if (sk_is_empty(key)) {
        memcpy(gone, recent, sizeof recent);
        memset(recent, 0, sizeof recent);
        n = RECENT;
    } else if (sk_is_str(key)) {
        int i = find(key);
        if (i >= 0) {
            gone[n++] = recent[i];
            memmove(recent + i, recent + i + 1, (size_t)(RECENT - 1 - i) * sizeof *recent);
            recent[RECENT - 1] = (Recent){SK_EMPTY, SK_EMPTY};
        }
    }
    pthread_mutex_unlock(&recent_mutex);
    for (int i = 0; i < n; i++) {
        sk_release(gone[i].key);
        sk_release(gone[i].zone);
    }
}
