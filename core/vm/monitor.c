#include "core/vm/monitor.h"

#include <pthread.h>

#include "base/alloc.h"
#include "core/vm/trace.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "threading/thread.h"

// What is known of a watched code object. `off` is a set of places where a tool wants an event no more: at << 16 | event << 8 |
// tool + 1, open addressing, 0 is free. It holds as long as `restarts` is what it was.
typedef struct {
    _Atomic uint32_t events[SK_MONITOR_TOOLS];
    uint64_t *off;            // the rest: under the mutex
    uint32_t used, capacity, restarts;
} Watch;

static struct {
    SkValue name;                          // counted; EMPTY: free
    SkValue callbacks[SK_MONITOR_COUNT];   // counted or EMPTY
} tools[SK_MONITOR_TOOLS];
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static _Atomic uint32_t global_events[SK_MONITOR_TOOLS];
static _Atomic uint32_t any_global;   // all of them together
static _Atomic uint32_t local_watches;   // tools that watch single code objects: pairs of a tool and a code object
static uint32_t restarts;             // under the mutex
_Atomic bool sk_monitor_active;
SkValue sk_monitor_disable, sk_monitor_missing;

const char *sk_monitor_event_name(int event) {
    static const char *const names[] = {
#define X(name) #name,
        SK_MONITOR_EVENTS(X)
#undef X
    };
    return names[event];
}

static Watch *watch_of(SkCode *c) { return (Watch *)(uintptr_t)sk_load_acquire(&c->extra); }   // PAIR(code-watch)

static Watch *make_watch(SkCode *c) {
    Watch *w = watch_of(c);
    if (w) return w;
    w = sk_calloc(1, sizeof *w);
    if (!w) {
        sk_raise_memory();
        return NULL;
    }
    uint64_t none = 0;
    // PAIR(code-watch): with watch_of; without it a reader could see the record's fields unwritten
    if (sk_cas_acq_rel(&c->extra, &none, (uint64_t)(uintptr_t)w)) return w;
    sk_free(w);
    return watch_of(c);
}

uint32_t sk_monitor_wanted(SkCode *c) {
    uint32_t all = sk_load_relaxed(&any_global);
    Watch *w = watch_of(c);
    if (w)
        for (int i = 0; i < SK_MONITOR_TOOLS; i++) all |= sk_load_relaxed(&w->events[i]);
    return all;
}

// ---- places that are switched off ------------------------------------------------------------------------------------------

static uint64_t place(uint32_t at, int event, int tool) { return (uint64_t)at << 16 | (uint64_t)event << 8 | (uint64_t)(tool + 1); }

static uint64_t *find(Watch *w, uint64_t key) {
    uint32_t mask = w->capacity - 1;
    for (uint32_t i = (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 40) & mask;; i = (i + 1) & mask)
        if (w->off[i] == key || !w->off[i]) return &w->off[i];
}

static bool is_off_locked(Watch *w, uint64_t key) {
    if (!w || !w->used || w->restarts != restarts) return false;
    return *find(w, key) != 0;
}

static void switch_off_locked(Watch *w, uint64_t key) {
    if (w->restarts != restarts) {
        for (uint32_t i = 0; i < w->capacity; i++) w->off[i] = 0;
        w->used = 0;
        w->restarts = restarts;
    }
    if (w->used * 2 >= w->capacity) {
        uint32_t old = w->capacity, grown = old ? old * 2 : 16;
        uint64_t *before = w->off, *after = sk_calloc(grown, sizeof *after);
        if (!after) return;   // then the event comes again
        w->off = after;
        w->capacity = grown;
        for (uint32_t i = 0; i < old; i++)
            if (before[i]) *find(w, before[i]) = before[i];
        sk_free(before);
    }
    uint64_t *slot = find(w, key);
    if (!*slot) w->used++;
    *slot = key;
}

// ---- events ---------------------------------------------------------------------------------------------------------------------

// C_RETURN and C_RAISE come with CALL.
static bool wants(uint32_t events, int event) {
    if (event == SK_MONITOR_C_RETURN || event == SK_MONITOR_C_RAISE) return events & SK_MONITOR_BIT(CALL);
    return events >> event & 1;
}

// The callback is that of the event or, for branches, that of both. Under the mutex.
static SkValue callback_locked(int tool, int event) {
    SkValue f = tools[tool].callbacks[event];
    if (sk_is_empty(f) && (event == SK_MONITOR_BRANCH_LEFT || event == SK_MONITOR_BRANCH_RIGHT)) f = tools[tool].callbacks[SK_MONITOR_BRANCH];
    return sk_retain(f);
}

static bool cannot_disable(int tool, int event) {
    SkValue old = sk_monitor_set_callback(tool, event, SK_NONE);
    sk_release(old);
    return sk_raise_false(sk_exc_ValueError, "Cannot disable %s events. Callback removed.", sk_monitor_event_name(event));
}

bool sk_monitor_fire(SkCode *c, SkMonitorEvent event, uint32_t at, const SkValue *args, size_t nargs) {
    Watch *w = watch_of(c);
    for (int tool = 0; tool < SK_MONITOR_TOOLS; tool++) {
        uint32_t events = sk_load_relaxed(&global_events[tool]) | (w ? sk_load_relaxed(&w->events[tool]) : 0);
        if (!wants(events, event)) continue;
        SkValue callback = SK_EMPTY;
        pthread_mutex_lock(&mutex);
        if (!is_off_locked(w, place(at, event, tool))) callback = callback_locked(tool, event);
        pthread_mutex_unlock(&mutex);
        if (sk_is_empty(callback)) continue;
        SkValue all[5] = {sk_counted(c), event == SK_MONITOR_LINE ? args[0] : sk_from_small_int((int64_t)at * 8)};
        size_t n = 2;
        if (event != SK_MONITOR_LINE)
            for (size_t i = 0; i < nargs; i++) all[n++] = args[i];
        sk_trace_enter();
        SkValue r = sk_call(callback, all, n, SK_EMPTY);
        sk_trace_leave();
        sk_release(callback);
        if (sk_is_empty(r)) return false;
        bool disable = sk_is(r, sk_monitor_disable);
        sk_release(r);
        if (!disable) continue;
        if (!((1u << event) & (SK_MONITOR_LOCAL | SK_MONITOR_BIT(C_RETURN) | SK_MONITOR_BIT(C_RAISE)))) return cannot_disable(tool, event);
        if (!w && !(w = make_watch(c))) return false;
        pthread_mutex_lock(&mutex);
        switch_off_locked(w, place(at, event, tool));
        pthread_mutex_unlock(&mutex);
    }
    return true;
}

// ---- tools ----------------------------------------------------------------------------------------------------------------------

// Under the mutex as one: of two that ran side by side the one with the older sum could store last, and events would be lost.
static void update(void) {
    uint32_t all = 0;
    pthread_mutex_lock(&mutex);
    for (int i = 0; i < SK_MONITOR_TOOLS; i++) all |= sk_load_relaxed(&global_events[i]);
    sk_store_relaxed(&any_global, all);
    bool active = all || sk_load_relaxed(&local_watches), changed = sk_load_relaxed(&sk_monitor_active) != active;
    if (changed) sk_store_release(&sk_monitor_active, active);
    pthread_mutex_unlock(&mutex);
    if (changed) sk_poll_set_all(SK_POLL_TRACE);
    sk_trace_update();
}

bool sk_monitor_use(int tool, SkValue name) {
    SkValue mine = sk_retain(name);
    pthread_mutex_lock(&mutex);
    bool taken = !sk_is_empty(tools[tool].name);
    if (!taken) tools[tool].name = mine;
    pthread_mutex_unlock(&mutex);
    if (taken) sk_release(mine);
    return !taken;
}

// Code objects that the tool watches are found when their events come: what a freed tool wants is masked by its name's absence.
void sk_monitor_clear(int tool, bool free_it) {
    SkValue gone[SK_MONITOR_COUNT + 1];
    pthread_mutex_lock(&mutex);
    for (int i = 0; i < SK_MONITOR_COUNT; i++) {
        gone[i] = tools[tool].callbacks[i];
        tools[tool].callbacks[i] = SK_EMPTY;
    }
    gone[SK_MONITOR_COUNT] = free_it ? tools[tool].name : SK_EMPTY;
    if (free_it) tools[tool].name = SK_EMPTY;
    sk_store_relaxed(&global_events[tool], 0);
    restarts++;
    pthread_mutex_unlock(&mutex);
    update();
    for (int i = 0; i <= SK_MONITOR_COUNT; i++) sk_release(gone[i]);
}

SkValue sk_monitor_tool_name(int tool) {
    pthread_mutex_lock(&mutex);
    SkValue name = sk_retain(tools[tool].name);
    pthread_mutex_unlock(&mutex);
    return name;
}

SkValue sk_monitor_set_callback(int tool, int event, SkValue f) {
    SkValue fresh = sk_is_none(f) ? SK_EMPTY : sk_retain(f);
    pthread_mutex_lock(&mutex);
    SkValue old = tools[tool].callbacks[event];
    tools[tool].callbacks[event] = fresh;
    pthread_mutex_unlock(&mutex);
    return old;
}

uint32_t sk_monitor_events(int tool, SkCode *c) {
    if (!c) return sk_load_relaxed(&global_events[tool]);
    Watch *w = watch_of(c);
    return w ? sk_load_relaxed(&w->events[tool]) : 0;
}

bool sk_monitor_set_events(int tool, SkCode *c, uint32_t events) {
    if (!c) {
        sk_store_relaxed(&global_events[tool], events);
    } else {
        Watch *w = make_watch(c);
        if (!w) return false;
        pthread_mutex_lock(&mutex);
        uint32_t before = sk_load_relaxed(&w->events[tool]);
        sk_store_relaxed(&w->events[tool], events);
        if (!before != !events) sk_add_relaxed(&local_watches, events ? 1 : UINT32_MAX);
        pthread_mutex_unlock(&mutex);
    }
    update();
    return true;
}

void sk_monitor_forget(SkCode *c) {
    Watch *w = watch_of(c);
    if (!w) return;
    uint32_t watching = 0;
    for (int i = 0; i < SK_MONITOR_TOOLS; i++) watching += sk_load_relaxed(&w->events[i]) != 0;
    sk_sub_relaxed(&local_watches, watching);
    sk_store_relaxed(&c->extra, 0);
    sk_free(w->off);
    sk_free(w);
}

void sk_monitor_restart(void) {
    pthread_mutex_lock(&mutex);
    restarts++;
    pthread_mutex_unlock(&mutex);
}
