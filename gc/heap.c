#include "gc/heap.h"

#include "base/alloc.h"
#include "gc/table.h"

typedef struct {
    uint32_t end;
    int64_t *found;     // by table index
    bool *rooted;
    uint32_t *stack;    // rooted, not followed yet
    size_t depth;
} Walk;

static uint32_t index_of(const Walk *w, SkValue v) {
    uint32_t i = sk_is_ptr(v) ? sk_load_relaxed(&sk_ptr(v)->gcidx) : 0;
    return i < w->end ? i : 0;
}

static void count(SkValue referent, void *arg) {
    Walk *w = arg;
    w->found[index_of(w, referent)]++;
}

static void reach(SkValue referent, void *arg) {
    Walk *w = arg;
    uint32_t i = index_of(w, referent);
    if (!i || w->rooted[i]) return;
    w->rooted[i] = true;
    w->stack[w->depth++] = i;
}

static void trace(SkObject *o, SkVisit visit, Walk *w) {
    SkTypeHead *t = sk_type_head(o);
    if (t->trace) t->trace(o, visit, w);
    if (visit == reach) reach(sk_counted(&t->header), w);
}

// Types that are no containers: they are not in the table.
static void trace_static_types(SkVisit visit, Walk *w) {
    for (uint32_t i = 1; i < SK_MAX_TYPES && (sk_type_table[i] || i < 4096); i++) {
        SkTypeHead *t = sk_type_table[i];
        if (t && sk_is_immortal(&t->header) && !sk_load_relaxed(&t->header.gcidx)) trace(&t->header, visit, w);
    }
}

bool sk_heap_walk(void (*tell)(const SkHeapEntry *e, void *arg), void *arg) {
    Walk w = {.end = sk_table_high_water()};
    w.found = sk_calloc(w.end, sizeof *w.found);
    w.rooted = sk_calloc(w.end, sizeof *w.rooted);
    w.stack = sk_malloc(w.end * sizeof *w.stack);
    bool ok = w.found && w.rooted && w.stack;
    if (ok) {
        trace_static_types(count, &w);
        trace_static_types(reach, &w);
    }
    for (uint32_t i = 1; ok && i < w.end; i++) {
        SkObject *o = sk_table_get(i);
        if (!o) continue;
        trace(o, count, &w);
        if (sk_is_immortal(o)) reach(sk_counted(o), &w);
    }
    while (ok && w.depth) trace(sk_table_get(w.stack[--w.depth]), reach, &w);
    for (uint32_t i = 1; ok && i < w.end; i++) {
        SkObject *o = sk_table_get(i);
        if (!o || sk_is_immortal(o)) continue;
        SkHeapEntry e = {o, sk_counted_references(o, sk_load_relaxed(&o->shared)), w.found[i], w.rooted[i]};
        tell(&e, arg);
        ok = e.counted >= e.found;
    }
    sk_free(w.found);
    sk_free(w.rooted);
    sk_free(w.stack);
    return ok;
}
