// gc: the interface to the collector and to the table of containers.
#include <stdio.h>

#include "gc/collect.h"
#include "gc/reclaim.h"
#include "gc/table.h"
#include "gc/young.h"
#include "objects/audit.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

enum { GENERATIONS = 3 };
enum { DEBUG_STATS = 1, DEBUG_COLLECTABLE = 2, DEBUG_UNCOLLECTABLE = 4, DEBUG_SAVEALL = 32, DEBUG_LEAK = 38 };

// Any thread, at any time.
static _Atomic int debug_flags;
static _Atomic int64_t thresholds[GENERATIONS] = {2000, 10, 0};

static SkValue gc_enable(SkValue module) {
    (void)module;
    sk_collect_enable(true);
    return SK_NONE;
}
static SkValue gc_disable(SkValue module) {
    (void)module;
    sk_collect_enable(false);
    return SK_NONE;
}
static SkValue gc_isenabled(SkValue module) {
    (void)module;
    return sk_bool(sk_collect_enabled());
}

static bool check_generation(SkValue v, int64_t lowest, int64_t *out) {
    int i;
    if (!sk_as_int(v, &i)) return false;
    *out = i;
    return (i >= lowest && i < GENERATIONS) || sk_raise_false(sk_exc_ValueError, "invalid generation");
}

// ---- debugging -----------------------------------------------------------------------------------------------------------------

static void say_begin(int generation) {
    if (!(sk_load_relaxed(&debug_flags) & DEBUG_STATS)) return;
    fprintf(stderr, "gc: collecting generation %d...\ngc: objects in each generation: %u %u %llu\n", generation, sk_young_held(), 0,
            (unsigned long long)sk_table_in_use());
}

static void say_end(uint64_t found, uint64_t start_ns) {
    if (!(sk_load_relaxed(&debug_flags) & DEBUG_STATS)) return;
    fprintf(stderr, "gc: done, %llu unreachable, 0 uncollectable, %.4fs elapsed\n", (unsigned long long)found,
            (double)(sk_collect_now_ns() - start_ns) / 1e9);
}

static SkSlot callbacks, garbage;   // the lists gc.callbacks and gc.garbage, set once; never released

// Calls what is in gc.callbacks. False: exception.
static bool phase(const char *name, int generation, uint64_t found) {
    SkValue list = sk_slot_peek(&callbacks);
    if (sk_is_empty(list) || !sk_list_len(list)) return true;
    SK_AUTO SkValue info = sk_dict_new(), word = sk_str_from(name), calls = sk_to_list(list);
    if (sk_is_empty(info) || sk_is_empty(word) || sk_is_empty(calls)) return false;
    if (!sk_dict_set_s(info, "generation", sk_from_small_int(generation)) ||
        !sk_dict_set_s(info, "collected", sk_from_small_int((int64_t)found)) ||
        !sk_dict_set_s(info, "uncollectable", sk_from_small_int(0)))
        return false;
    for (size_t i = 0, n = sk_list_len(calls); i < n; i++) {
        SK_AUTO SkValue f = sk_list_get(calls, (int64_t)i);
        SK_AUTO SkValue r = sk_is_empty(f) ? SK_EMPTY : sk_call2(f, word, info);
        if (sk_is_empty(r)) sk_error_unraisable("Exception ignored while calling GC callback", f);
    }
    return true;
}

static void automatic_phase(bool start, int generation, uint64_t found) {
    static _Thread_local uint64_t start_ns;
    if (start) {
        start_ns = sk_collect_now_ns();
        say_begin(generation);
    } else {
        say_end(found, start_ns);
    }
    SkValue saved = sk_error_take();
    if (!phase(start ? "start" : "stop", generation, found)) sk_error_clear();
    sk_error_restore(saved);
}

static bool on_found(SkObject *o) {
    int flags = sk_load_relaxed(&debug_flags);
    if (flags & DEBUG_COLLECTABLE) fprintf(stderr, "gc: collectable <%s %p>\n", ((SkType *)sk_type_head(o))->name, (void *)o);
    return (flags & DEBUG_SAVEALL) && sk_list_append(sk_slot_peek(&garbage), sk_counted(o));
}

// What waits for a grace period dies here, too.
static SkValue gc_collect(SkValue module, const SkValue *args) {
    (void)module;
    int64_t generation;
    if (!sk_is_empty(args[0]) && !check_generation(args[0], 0, &generation)) return SK_EMPTY;
    sk_reclaim_drain(true);
    if (!phase("start", GENERATIONS - 1, 0)) return SK_EMPTY;
    uint64_t start = sk_collect_now_ns();
    say_begin(GENERATIONS - 1);
    uint64_t found = sk_collect_and_drain();
    say_end(found, start);
    if (!phase("stop", GENERATIONS - 1, found)) return SK_EMPTY;
    return sk_int_from_uint64(found);
}

static SkValue gc_set_debug(SkValue module, SkValue flags) {
    (void)module;
    int f;
    if (!sk_as_int(flags, &f)) return SK_EMPTY;
    sk_store_relaxed(&debug_flags, f);
    sk_store_relaxed(&sk_collect_watched, (f & (DEBUG_COLLECTABLE | DEBUG_SAVEALL)) != 0);
    return SK_NONE;
}
static SkValue gc_get_debug(SkValue module) {
    (void)module;
    return sk_from_small_int(sk_load_relaxed(&debug_flags));
}

static SkValue gc_get_count(SkValue module) {
    (void)module;
    return sk_tuple_pack(3, sk_from_small_int(sk_young_held()), sk_from_small_int(sk_collect_young_since()), sk_from_small_int(0));
}

static SkValue gc_get_threshold(SkValue module) {
    (void)module;
    return sk_tuple_pack(3, sk_int_from_int64(sk_load_relaxed(&thresholds[0])), sk_int_from_int64(sk_load_relaxed(&thresholds[1])),
                         sk_int_from_int64(sk_load_relaxed(&thresholds[2])));
}

static SkValue gc_set_threshold(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int t[GENERATIONS];
    if (nargs < 1 || nargs > 3) return sk_raise(sk_exc_TypeError, "gc.set_threshold requires 1 to 3 arguments");
    for (size_t i = 0; i < nargs; i++)
        if (!sk_as_int(args[i], &t[i])) return SK_EMPTY;
    for (size_t i = 0; i < nargs; i++) sk_store_relaxed(&thresholds[i], t[i]);
    sk_collect_pause(t[0] <= 0);
    sk_young_set_threshold(t[0] > 0 ? (uint32_t)t[0] : 0);
    if (nargs > 1) sk_collect_set_least_young(t[1] > 0 ? (uint32_t)t[1] : 0);
    return SK_NONE;
}

// ---- the table of containers -------------------------------------------------------------------------------------------

// A count on the container at an index, or SK_EMPTY. What is frozen is as if it were not there, as in CPython.
static SkValue container_at(uint32_t i) {
    if (sk_table_is_free(i) || sk_table_is_frozen(i)) return SK_EMPTY;
    sk_young_keep_out();
    SkObject *o = sk_table_get(i);
    bool taken = o && sk_try_incref(o);
    sk_young_let_in();
    return taken ? sk_counted(o) : SK_EMPTY;
}

static SkValue gc_get_objects(SkValue module, const SkValue *args) {
    if (!sk_audit("gc.get_objects", sk_audit_or(args[0], -1))) return SK_EMPTY;
    (void)module;
    int64_t generation = -1;
    if (!sk_is_empty(args[0]) && !sk_is_none(args[0])) {
        int i;
        if (!sk_as_int(args[0], &i)) return SK_EMPTY;
        if (i >= GENERATIONS) return sk_raise(sk_exc_ValueError, "generation parameter must be less than the number of available generations (3)");
        if (i < 0) return sk_raise(sk_exc_ValueError, "generation parameter cannot be negative");
        generation = i;
    }
    SK_AUTO SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    bool ok = true;
    bool held = sk_collect_hold();
    for (uint32_t i = 1, end = sk_table_high_water(); ok && generation <= 0 && i < end; i++) {
        SkValue v = container_at(i);
        if (sk_is_empty(v)) continue;
        if (sk_is(v, list)) sk_release(v);
        else ok = sk_list_append_steal(list, v);
    }
    sk_collect_release(held);
    return ok ? sk_move(&list) : SK_EMPTY;
}

typedef struct {
    const SkValue *wanted;
    size_t count;
    bool found;
} Search;

static void search(SkValue referent, void *arg) {
    Search *s = arg;
    for (size_t i = 0; i < s->count && !s->found; i++) s->found = sk_is(referent, s->wanted[i]);
}

static SkValue gc_get_referrers(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (sk_load_relaxed(&sk_audit_hook)) {
        SK_AUTO SkValue objects = sk_tuple_from(args, nargs);
        if (sk_is_empty(objects) || !sk_audit("gc.get_referrers", objects)) return SK_EMPTY;
    }
    SK_AUTO SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    bool ok = true;
    bool held = sk_collect_hold();
    for (uint32_t i = 1, end = sk_table_high_water(); ok && i < end; i++) {
        SkValue v = container_at(i);
        if (sk_is_empty(v)) continue;
        Search s = {args, nargs, false};
        SkTypeHead *t = sk_type_head(sk_ptr(v));
        if (t->trace && !sk_is(v, list)) t->trace(sk_ptr(v), search, &s);
        if (!s.found) sk_release(v);
        else ok = sk_list_append_steal(list, v);
    }
    sk_collect_release(held);
    return ok ? sk_move(&list) : SK_EMPTY;
}

typedef struct {
    SkValue list;
    bool failed;
} Gather;

static void gather(SkValue referent, void *arg) {
    Gather *g = arg;
    if (g->failed || !sk_is_ptr(referent) || !sk_try_incref(sk_ptr(referent))) return;
    g->failed = !sk_list_append_steal(g->list, sk_counted(sk_ptr(referent)));
}

static SkValue gc_get_referents(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (sk_load_relaxed(&sk_audit_hook)) {
        SK_AUTO SkValue objects = sk_tuple_from(args, nargs);
        if (sk_is_empty(objects) || !sk_audit("gc.get_referents", objects)) return SK_EMPTY;
    }
    Gather g = {sk_list_new(0), false};
    if (sk_is_empty(g.list)) return g.list;
    for (size_t i = 0; i < nargs && !g.failed; i++) {
        if (!sk_is_ptr(args[i])) continue;
        SkTypeHead *t = sk_type_head(sk_ptr(args[i]));
        if (t->trace) t->trace(sk_ptr(args[i]), gather, &g);
    }
    if (!g.failed) return g.list;
    sk_release(g.list);
    return SK_EMPTY;
}

static SkValue gc_is_tracked(SkValue module, SkValue v) {
    (void)module;
    return sk_bool(sk_is_ptr(v) && sk_load_relaxed(&sk_ptr(v)->gcidx) != 0);
}

static SkValue gc_is_finalized(SkValue module, SkValue v) {
    (void)module;
    return sk_bool(sk_is_ptr(v) && (sk_load_relaxed(&sk_ptr(v)->tl) & SK_FINALIZED));
}

static SkValue set_frozen(bool frozen) {
    for (uint32_t i = 1, end = sk_table_high_water(); i < end; i++) sk_table_freeze(i, frozen);
    return SK_NONE;
}
static SkValue gc_freeze(SkValue module) {
    (void)module;
    return set_frozen(true);
}
static SkValue gc_unfreeze(SkValue module) {
    (void)module;
    return set_frozen(false);
}
static SkValue gc_get_freeze_count(SkValue module) {
    (void)module;
    int64_t n = 0;
    for (uint32_t i = 1, end = sk_table_high_water(); i < end; i++) n += sk_table_is_frozen(i);
    return sk_from_small_int(n);
}

// A dict for each generation: young collections, none of the middle one, full ones. Beyond CPython's keys: "candidates" (containers
// looked at, or suspected), "aborted" (suspects that were in use after all), "duration" (seconds), and "longest_holdup" (microseconds of
// processor time that a collection of this kind took from a thread at the most).
static SkValue gc_get_stats(SkValue module) {
    (void)module;
    SkYoungStats young;
    SkCollectStats full;
    sk_young_stats(&young);
    sk_collect_stats(&full);
    struct {
        uint64_t collections, collected, candidates, aborted, ns, holdup_ns;
    } of[GENERATIONS] = {
        [0] = {young.collections, young.found, young.looked_at, 0, young.total_ns, young.longest_ns},
        [GENERATIONS - 1] = {full.collections, full.found, full.candidates, full.aborted, full.total_ns, full.longest_holdup_ns},
    };
    SK_AUTO SkValue list = sk_list_new(GENERATIONS);
    if (sk_is_empty(list)) return list;
    for (int i = 0; i < GENERATIONS; i++) {
        const struct {
            const char *name;
            SkValue value;
        } entries[] = {
            {"collections", sk_int_from_uint64(of[i].collections)}, {"collected", sk_int_from_uint64(of[i].collected)},
            {"uncollectable", sk_from_small_int(0)}, {"candidates", sk_int_from_uint64(of[i].candidates)},
            {"aborted", sk_int_from_uint64(of[i].aborted)}, {"duration", sk_float_new((double)of[i].ns / 1e9)},
            {"longest_holdup", sk_float_new((double)of[i].holdup_ns / 1e3)},
        };
        SK_AUTO SkValue d = sk_dict_new();
        bool ok = !sk_is_empty(d);
        for (size_t k = 0; k < SK_COUNT_OF(entries); k++) {
            ok = ok && sk_dict_set_s(d, entries[k].name, entries[k].value);
            sk_release(entries[k].value);
        }
        if (!ok || !sk_list_append(list, d)) return SK_EMPTY;
    }
    return sk_move(&list);
}

static const SkMethodDef functions[] = {
    {.name = "enable", .kind = SK_NOARGS, .noargs = gc_enable, .sig = "()", .doc = "Enable automatic garbage collection."},
    {.name = "disable", .kind = SK_NOARGS, .noargs = gc_disable, .sig = "()", .doc = "Disable automatic garbage collection."},
    {.name = "isenabled", .kind = SK_NOARGS, .noargs = gc_isenabled, .sig = "()", .doc = "Tell whether automatic garbage collection is enabled."},
    {.name = "collect", .kind = SK_SIG, .sig_fn = gc_collect, .sig = "(generation=2)", .doc = "Run the garbage collector; returns the number of unreachable objects."},
    {.name = "set_debug", .kind = SK_ONEARG, .onearg = gc_set_debug, .sig = "(flags, /)", .doc = "Set the debugging flags."},
    {.name = "get_debug", .kind = SK_NOARGS, .noargs = gc_get_debug, .sig = "()", .doc = "Get the debugging flags."},
    {.name = "get_count", .kind = SK_NOARGS, .noargs = gc_get_count, .sig = "()", .doc = "Return the collection counts."},
    {.name = "get_threshold", .kind = SK_NOARGS, .noargs = gc_get_threshold, .sig = "()", .doc = "Return the collection thresholds."},
    {.name = "set_threshold", .kind = SK_FAST, .fast = gc_set_threshold, .doc = "Set the collection thresholds."},
    {.name = "get_objects", .kind = SK_SIG, .sig_fn = gc_get_objects, .sig = "(generation=None)", .doc = "Return a list of all containers."},
    {.name = "get_stats", .kind = SK_NOARGS, .noargs = gc_get_stats, .sig = "()", .doc = "Return a list of dictionaries with statistics."},
    {.name = "is_tracked", .kind = SK_ONEARG, .onearg = gc_is_tracked, .sig = "(obj, /)", .doc = "Tell whether the object is known to the collector."},
    {.name = "is_finalized", .kind = SK_ONEARG, .onearg = gc_is_finalized, .sig = "(obj, /)", .doc = "Tell whether the object's finalizer has run."},
    {.name = "get_referrers", .kind = SK_FAST, .fast = gc_get_referrers, .sig = "(*objs)", .doc = "Return the containers that refer to any of the objects."},
    {.name = "get_referents", .kind = SK_FAST, .fast = gc_get_referents, .sig = "(*objs)", .doc = "Return what the objects refer to."},
    {.name = "freeze", .kind = SK_NOARGS, .noargs = gc_freeze, .sig = "()", .doc = "Leave the present objects out of later collections."},
    {.name = "unfreeze", .kind = SK_NOARGS, .noargs = gc_unfreeze, .sig = "()", .doc = "Undo freeze()."},
    {.name = "get_freeze_count", .kind = SK_NOARGS, .noargs = gc_get_freeze_count, .sig = "()", .doc = "Return the number of frozen objects."},
    {0},
};

static bool exec(SkValue m) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"DEBUG_STATS", DEBUG_STATS},     {"DEBUG_COLLECTABLE", DEBUG_COLLECTABLE}, {"DEBUG_UNCOLLECTABLE", DEBUG_UNCOLLECTABLE},
        {"DEBUG_SAVEALL", DEBUG_SAVEALL}, {"DEBUG_LEAK", DEBUG_LEAK},
    };
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return false;
    sk_slot_init(&callbacks, sk_retain(list));
    sk_make_immortal(sk_ptr(list));
    sk_collect_phase = automatic_phase;
    SkValue saved = sk_list_new(0);
    if (sk_is_empty(saved)) return false;
    sk_slot_init(&garbage, sk_retain(saved));
    sk_make_immortal(sk_ptr(saved));
    sk_collect_found = on_found;
    return sk_module_add_steal(m, "garbage", saved) && sk_module_add_steal(m, "callbacks", list);
}

const SkModuleDef sk_module_gc = {
    .name = "gc", .doc = "The interface to the garbage collector.", .functions = functions, .exec = exec};
