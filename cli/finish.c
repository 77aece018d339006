#include "cli/finish.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/streams.h"
#include "core/vm/import.h"
#include "gc/collect.h"
#include "gc/heap.h"
#include "gc/reclaim.h"
#include "gc/table.h"
#include "modules/_contextvars.h"
#include "modules/_io.h"
#include "modules/_signal.h"
#include "modules/atexit.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/weakref.h"
#include "threading/thread.h"

// ---- threads -------------------------------------------------------------------------------------------------------------

static void join_threads(void) {
    SK_AUTO SkValue threading = sk_dict_get_s(sk_sys_modules(), "threading");
    if (sk_is_empty(threading) || sk_is_none(threading)) {
        sk_error_clear();
        return;
    }
    SkValue r = sk_call_method_s(threading, "_shutdown", NULL, 0);
    if (sk_is_empty(r)) sk_error_unraisable("Exception ignored on threading shutdown", threading);
    sk_release(r);
}

// ---- modules ----------------------------------------------------------------------------------------------------------------

static bool has_finalizer(SkValue v) { return sk_is_ptr(v) && !sk_is_type(v) && sk_type_of(v)->head.finalize; }

typedef enum { WITH_FINALIZER, PRIVATE, THE_REST } Pass;

// What goes in a pass: first what runs code as it dies, while that code still finds the module whole; then the names with
// one underscore; then the rest but for __builtins__.
static bool goes(Pass pass, SkValue key, SkValue value) {
    if (sk_is_none(value) || !sk_is_str(key) || sk_is(key, SK_N(__builtins__))) return false;
    if (pass == WITH_FINALIZER) return has_finalizer(value);
    if (pass == THE_REST) return true;
    size_t n = sk_str_len(key);
    return n && sk_str_at(sk_as_str(key), 0) == '_' && (n == 1 || sk_str_at(sk_as_str(key), 1) != '_');
}

static void clear_module(SkValue module) {
    SkValue dict = sk_module_dict(module);
    for (Pass pass = WITH_FINALIZER; pass <= THE_REST; pass++) {
        bool found = false;
        SkValue key, value;
        size_t pos = 0;
        while (sk_dict_next(dict, &pos, &key, &value)) {
            bool out = goes(pass, key, value);
            // The loop's own reference goes after the dict's: no finalizer runs within the walk over the table.
            found |= out;
            if (out && !sk_dict_set(dict, key, SK_NONE)) sk_error_clear();
            sk_release(key);
            sk_release(value);
        }
        if (pass == WITH_FINALIZER && found) sk_reclaim_drain(true);   // what is shared between threads dies later than its last reference
    }
}

static void forget_in_sys(void) {
    static const char *const names[] = {"path",       "argv",           "ps1",        "ps2",       "last_exc",
                                        "last_type",  "last_value",     "last_traceback", "path_hooks", "path_importer_cache",
                                        "meta_path",  "__interactivehook__"};
    static const char *const streams[] = {"stdin", "stdout", "stderr"};
    for (size_t i = 0; i < SK_COUNT_OF(names); i++) {
        SK_AUTO SkValue v = sk_sys_get(names[i]);
        if (!sk_is_empty(v) && !sk_sys_set(names[i], SK_NONE)) sk_error_clear();
    }
    for (size_t i = 0; i < SK_COUNT_OF(streams); i++) {
        char original[16];
        snprintf(original, sizeof original, "__%s__", streams[i]);
        SK_AUTO SkValue v = sk_sys_get(original);
        if (!sk_sys_set(streams[i], sk_is_empty(v) ? SK_NONE : v)) sk_error_clear();
    }
    if (!sk_dict_set(sk_module_builtins_dict(), SK_N(_), SK_NONE)) sk_error_clear();
}

// ---- cycles ----------------------------------------------------------------------------------------------------------------

#define STREAM_PARTS 9

// The streams of sys, their buffers and files: they are in no cycle, and sk_flush_streams looks after them.
static void stream_parts(SkValue parts[STREAM_PARTS]) {
    static const char *const names[] = {"__stdin__", "__stdout__", "__stderr__"};
    for (size_t i = 0; i < 3; i++) {
        parts[3 * i] = sk_sys_get(names[i]);
        parts[3 * i + 1] = sk_is_empty(parts[3 * i]) ? SK_EMPTY : sk_getattr_opt_s(parts[3 * i], "buffer");
        parts[3 * i + 2] = sk_is_empty(parts[3 * i + 1]) ? SK_EMPTY : sk_getattr_opt_s(parts[3 * i + 1], "raw");
    }
    sk_error_clear();
}

// Is there anything whose end is to be seen? If not, the process may end without looking for cycles.
static bool finalizers_wait(void) {
    SkValue parts[STREAM_PARTS];
    stream_parts(parts);
    bool found = false, held = sk_collect_hold();
    for (uint32_t i = 1, end = sk_table_high_water(); !found && i < end; i++) {
        SkObject *o = sk_table_get(i);
        found = o && sk_type_head(o)->finalize;
        for (size_t k = 0; found && k < STREAM_PARTS; k++) found = !sk_is_ptr(parts[k]) || sk_ptr(parts[k]) != o;
    }
    sk_collect_release(held);
    for (size_t k = 0; k < STREAM_PARTS; k++) sk_release(parts[k]);
    return found;
}

// Not beside daemon threads: what the collector has looked at while they ran may wait for reports that they, once stopped, never make.
static void collect(void) {
    if (sk_thread_count() > 1 || !finalizers_wait()) return;
    sk_collect_and_drain();
}

// ---- the end of modules --------------------------------------------------------------------------------------------------

// Is there an instance of a class with __del__?
static bool methods_wait(void) {
    bool found = false, held = sk_collect_hold();
    for (uint32_t i = 1, end = sk_table_high_water(); !found && i < end; i++) {
        SkObject *o = sk_table_get(i);
        found = o && sk_type_head(o)->finalize && (sk_type_of(sk_counted(o))->flags & SK_TF_HEAP);
    }
    sk_collect_release(held);
    return found;
}

// A walk from the variables of a module to objects with __del__.
typedef struct {
    SkValue module;
    SkObject **out;
    size_t n, room, depth;
    uint8_t *seen;    // by place in the table of containers
    uint32_t end;
} Walk;

// Types, modules and functions of other modules lead elsewhere.
static bool leads_elsewhere(const Walk *w, SkValue v) {
    if (sk_is_type(v) || sk_is_instance_of(v, &sk_module_type)) return true;
    return sk_has_index(v, SK_T_FUNCTION) && !sk_is(sk_slot_peek(&((SkFunction *)sk_ptr(v))->globals), sk_module_dict(w->module));
}

static void walk(SkValue v, void *arg) {
    enum { DEEPEST = 200 };
    Walk *w = arg;
    uint32_t i = sk_is_ptr(v) ? sk_load_relaxed(&sk_ptr(v)->gcidx) : 0;
    if (!i || i >= w->end || w->seen[i] || w->n == w->room || w->depth == DEEPEST) return;
    w->seen[i] = 1;
    if (leads_elsewhere(w, v)) return;
    if (w->depth > 1 && has_finalizer(v) && (sk_type_of(v)->flags & SK_TF_HEAP)) w->out[w->n++] = sk_ptr(v);
    w->depth++;
    SkTypeHead *t = sk_type_head(sk_ptr(v));
    if (t->trace) t->trace(sk_ptr(v), walk, w);
    w->depth--;
}

// The variables of a module that have finalizers, in the order in which they came, then the objects with __del__ to which the variables
// lead, likewise. While no other thread runs.
static size_t with_finalizers(SkValue module, SkObject **out, size_t room) {
    Walk w = {.module = module, .out = out, .room = room, .end = sk_table_high_water()};
    SkValue key, value;
    for (size_t pos = 0; w.n < room && sk_dict_next(sk_module_dict(module), &pos, &key, &value);) {
        if (has_finalizer(value)) out[w.n++] = sk_ptr(value);
        sk_release(key);
        sk_release(value);
    }
    w.seen = sk_calloc(w.end, 1);
    if (w.seen) walk(sk_counted(sk_ptr(sk_module_dict(module))), &w);
    sk_free(w.seen);
    return w.n;
}

// Modules made from files that only their own functions know are cycles: what dies with them finds them whole. Their places in the
// list are taken by weak references.
static void let_go_of_modules(SkValue list) {
    for (size_t i = 0; i < sk_list_len(list); i++) {
        SK_AUTO SkValue m = sk_list_get(list, i);
        if (!sk_has_index(m, SK_T_MODULE)) continue;
        SK_AUTO SkValue file = sk_dict_get_s(sk_module_dict(m), "__file__");
        if (sk_is_empty(file)) continue;
        SK_AUTO SkValue weak = sk_weakref_new(m, SK_EMPTY);
        if (sk_is_empty(weak) || !sk_list_set(list, i, weak)) sk_error_clear();
    }
    sk_error_clear();
}

// __main__ first, then the others, the last imported first; builtins and sys stay. Where nobody else knows __main__, it is a
// cycle like any other: what dies with it still finds it whole.
static void take_modules_apart(void) {
    SkValue modules = sk_sys_modules();
    SK_AUTO SkValue list = sk_dict_values_list(modules);
    SkValue main_module = sk_dict_get(modules, SK_N(__main__));
    SK_AUTO SkValue builtins = sk_dict_get(modules, SK_N(builtins)), sys = sk_dict_get(modules, SK_N(sys));
    bool is_module = sk_has_index(main_module, SK_T_MODULE);
    SK_AUTO SkValue seen = is_module ? sk_weakref_new(main_module, SK_EMPTY) : SK_EMPTY;
    SkObject *first[256];
    bool collected = sk_thread_count() == 1 && methods_wait();   // no collection beside daemon threads
    size_t firsts = is_module && collected ? with_finalizers(main_module, first, SK_COUNT_OF(first)) : 0;
    if (sk_is_empty(list)) {
        sk_error_clear();
        sk_release(main_module);
        return;
    }
    forget_in_sys();
    sk_dict_clear(modules);
    for (size_t i = sk_list_len(list); i-- > 0;) {
        SK_AUTO SkValue m = sk_list_get(list, i);
        if (sk_is(m, main_module) && !sk_list_set(list, i, SK_NONE)) sk_error_clear();
    }
    if (is_module && !collected) clear_module(main_module);
    sk_release(main_module);
    sk_reclaim_drain(true);
    if (collected) {
        let_go_of_modules(list);
        sk_collect_in_order(first, firsts);
    }
    SK_AUTO SkValue kept = sk_is_empty(seen) || sk_thread_count() > 1 ? SK_EMPTY : sk_weakref_get(seen);
    sk_error_clear();
    if (sk_has_index(kept, SK_T_MODULE)) clear_module(kept);
    for (size_t i = sk_list_len(list); i-- > 0;) {
        SK_AUTO SkValue m = sk_list_get(list, i);
        if (sk_has_index(m, SK_T_WEAKREF)) {
            SkValue module = sk_weakref_get(m);
            sk_release(m);
            m = module;
        }
        if (!sk_is_ptr(m) || !sk_is_instance_of(m, &sk_module_type) || sk_is(m, builtins) || sk_is(m, sys)) continue;
        clear_module(m);
        if (!sk_list_set(list, i, SK_NONE)) sk_error_clear();
    }
}

// ---- figures ------------------------------------------------------------------------------------------------------------------

static void print_stats(void) {
    fprintf(stderr, "thread  safepoints      merges  conversions  contentions  retired bytes\n");
    for (uint32_t i = 1; i <= sk_thread_max_slot(); i++) {
        const SkThread *t = sk_thread_by_slot(i);
        if (t)
            fprintf(stderr, "%6u %11llu %11llu %12llu %12llu %14llu\n", t->slot, (unsigned long long)t->safepoints, (unsigned long long)t->merges,
                    (unsigned long long)t->conversions, (unsigned long long)t->contentions, (unsigned long long)t->retired_bytes);
    }
}

// ---- what is left ----------------------------------------------------------------------------------------------------------

// What modules leave is found at once, what their classes leave when those are gone.
static void collect_all(void) {
    for (int i = 0; i < 20 && sk_collect_and_drain(); i++) {}
}

static void tell_left(const SkHeapEntry *e, void *left) {
    if (e->rooted && e->counted >= e->found) return;
    ++*(uint64_t *)left;
    SkValue v = sk_counted(e->object);
    fprintf(stderr, "left: %s %s, counted %lld, found %lld\n", sk_type_of(v)->name, sk_is_type(v) ? sk_as_type(v)->name : "",
            (long long)e->counted, (long long)e->found);
}

static void print_left(void) {
    uint64_t left = 0;
    if (!sk_heap_walk(tell_left, &left)) fprintf(stderr, "left: the walk over the heap failed\n");
    fprintf(stderr, "left: %llu containers that nothing immortal leads to\n", (unsigned long long)left);
}

int sk_finish(int status) {
    join_threads();
    sk_atexit_run();
    sk_reclaim_drain(true);  // what died in this thread's last instants still finds its modules whole
    if (sk_collect_enabled()) collect();   // so do cycles
    bool flushed = sk_flush_streams(true);
    sk_store_relaxed(&sk_finalizing, true);
    sk_thread_stop_others();
    sk_io_begin_exit();
    sk_signals_end();
    take_modules_apart();
    sk_context_thread_exit();
    sk_reclaim_drain(true);
    collect();   // the cycles in which the modules' own variables were
    if (!sk_flush_streams(flushed) || !flushed) status = 120;   // the same failure is told once
    if (sk_x_option("stats")) {
        if (sk_thread_count() == 1) {   // a daemon thread that was stopped holds on to what it holds
            collect_all();
            print_left();
        }
        print_stats();
    }
    return status;
}

void sk_leave(int status) {
    fflush(NULL);
    // Daemon threads may still be inside C code that uses what exit handlers would take away.
    if (sk_thread_count() > 1) _exit(status);
    exit(status);
}
