// _tracemalloc: where the memory in use was allocated. The traces themselves: _tracemalloc_table.c.
#include "modules/_tracemalloc.h"

#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

// Objects made of files and places, by their address: a place that occurs again gives the same tuple.
typedef struct {
    const void *key;
    SkValue value;   // counted
} Made;
typedef struct {
    Made *slots;
    size_t mask, used;
} MadeTable;

static Made *made_slot(const MadeTable *t, const void *key) {
    size_t i = (size_t)((uintptr_t)key >> 4) * 0x9e3779b97f4a7c15u >> 20 & t->mask;
    while (t->slots[i].key && t->slots[i].key != key) i = (i + 1) & t->mask;
    return &t->slots[i];
}

// The slot of key, with room for it. NULL + MemoryError.
static Made *made_for(MadeTable *t, const void *key) {
    if (!t->slots || t->used * 2 > t->mask) {
        size_t size = t->slots ? (t->mask + 1) * 2 : 64;
        MadeTable bigger = {sk_calloc(size, sizeof(Made)), size - 1, t->used};
        if (!bigger.slots) return sk_raise_memory(), NULL;
        for (size_t i = 0; t->slots && i <= t->mask; i++)
            if (t->slots[i].key) *made_slot(&bigger, t->slots[i].key) = t->slots[i];
        sk_free(t->slots);
        *t = bigger;
    }
    Made *m = made_slot(t, key);
    t->used += m->key == NULL;
    m->key = key;
    return m;
}

static void made_free(MadeTable *t) {
    for (size_t i = 0; t->slots && i <= t->mask; i++) sk_release(t->slots[i].value);
    sk_free(t->slots);
}

static SkValue file_name(const SkTraceFile *f) {
    if (f->kind == 1) return sk_str_from_latin1(f->text, f->length);
    if (f->kind == 2) return sk_str_from_ucs2((const uint16_t *)(const void *)f->text, f->length);
    return sk_str_from_ucs4((const uint32_t *)(const void *)f->text, f->length);
}

static SkValue frame_tuple(const SkTraceFrame *f, MadeTable *made) {
    static const char unknown[1];
    Made *m = made_for(made, f->file ? (const void *)f->file : unknown);
    if (!m) return SK_EMPTY;
    if (sk_is_empty(m->value)) m->value = f->file ? file_name(f->file) : sk_str_from("<unknown>");
    if (sk_is_empty(m->value)) return SK_EMPTY;
    return sk_own(sk_tuple_pack(2, m->value, sk_from_small_int(f->line)));
}

// ((file, line), ...), innermost first: counted.
static SkValue place_tuple(const SkTracePlace *p, MadeTable *made) {
    Made *m = made_for(made, p);
    if (!m) return SK_EMPTY;
    if (!sk_is_empty(m->value)) return sk_retain(m->value);
    SkValue *frames = sk_calloc(p->count, sizeof *frames);
    if (!frames) return sk_raise_memory();
    SkValue result = SK_EMPTY;
    size_t n = 0;
    while (n < p->count && !sk_is_empty(frames[n] = frame_tuple(&p->frames[n], made))) n++;
    if (n == p->count) result = sk_own(sk_tuple_from(frames, n));
    for (size_t i = 0; i < n; i++) sk_release(frames[i]);
    sk_free(frames);
    if (!sk_is_empty(result)) made_slot(made, p)->value = sk_retain(result);   // the table may have grown
    return result;
}

static SkValue trace_tuple(const SkTrace *t, MadeTable *made) {
    SK_AUTO SkValue place = place_tuple(t->place, made);
    if (sk_is_empty(place)) return SK_EMPTY;
    SK_AUTO SkValue size = sk_int_from_uint64(t->size);
    if (sk_is_empty(size)) return SK_EMPTY;
    return sk_tuple_pack(4, sk_from_small_int(0), size, place, sk_from_small_int(t->place->total));
}

static SkValue tm_get_traces(SkValue m SK_UNUSED) {
    SkTrace *all = NULL;
    size_t n = 0;
    MadeTable made = {0};
    sk_traces_pin();
    SkValue list = sk_traces_all(&all, &n) ? sk_list_new(n) : sk_raise_memory();
    for (size_t i = 0; i < n && !sk_is_empty(list); i++) {
        SkValue t = trace_tuple(&all[i], &made);
        if (!sk_is_empty(t) && sk_list_append_steal(list, t)) continue;
        sk_release(list);
        list = SK_EMPTY;
    }
    made_free(&made);
    sk_free(all);
    sk_traces_unpin();
    return list;
}

static SkValue tm_get_object_traceback(SkValue m SK_UNUSED, SkValue object) {
    if (!sk_is_ptr(object)) return SK_NONE;
    SkTrace t;
    MadeTable made = {0};
    sk_traces_pin();
    SkValue place = sk_traces_find(sk_ptr(object), &t) ? place_tuple(t.place, &made) : SK_NONE;
    made_free(&made);
    sk_traces_unpin();
    return place;
}

static SkValue tm_start(SkValue m SK_UNUSED, const SkValue *args, size_t nargs) {
    int n = 1;
    if (!sk_check_nargs("start", nargs, 0, 1) || (nargs && !sk_as_int(args[0], &n))) return SK_EMPTY;
    if (n < 1 || n > SK_TRACES_MAX_FRAMES)
        return sk_raise(sk_exc_ValueError, "the number of frames must be in range [1; %d]", SK_TRACES_MAX_FRAMES);
    return sk_traces_start(n) ? SK_NONE : sk_raise_memory();
}
static SkValue tm_stop(SkValue m SK_UNUSED) {
    sk_traces_stop();
    return SK_NONE;
}
static SkValue tm_is_tracing(SkValue m SK_UNUSED) { return sk_bool(sk_traces_on()); }
static SkValue tm_clear_traces(SkValue m SK_UNUSED) {
    sk_traces_clear();
    return SK_NONE;
}
static SkValue tm_reset_peak(SkValue m SK_UNUSED) {
    sk_traces_reset_peak();
    return SK_NONE;
}
static SkValue tm_get_traceback_limit(SkValue m SK_UNUSED) { return sk_from_small_int(sk_traces_limit()); }
static SkValue tm_get_tracemalloc_memory(SkValue m SK_UNUSED) { return sk_int_from_uint64(sk_traces_own_size()); }
static SkValue tm_get_traced_memory(SkValue m SK_UNUSED) {
    size_t now, peak;
    sk_traces_sizes(&now, &peak);
    return sk_tuple_pack(2, sk_from_small_int((int64_t)now), sk_from_small_int((int64_t)peak));
}

static const SkMethodDef functions[] = {
    {"is_tracing", SK_NOARGS, .noargs = tm_is_tracing, .sig = "()", .doc = "Return True if the tracemalloc module is tracing Python memory allocations."},
    {"clear_traces", SK_NOARGS, .noargs = tm_clear_traces, .sig = "()", .doc = "Clear traces of memory blocks allocated by Python."},
    {"_get_traces", SK_NOARGS, .noargs = tm_get_traces, .sig = "()", .doc = "Get traces of all memory blocks: a list of (domain, size, frames, number of frames)."},
    {"_get_object_traceback", SK_ONEARG, .onearg = tm_get_object_traceback, .sig = "(obj, /)", .doc = "Where the object was allocated: a tuple of (file, line) pairs, or None."},
    {"start", SK_FAST, .fast = tm_start, .sig = "(nframe=1, /)", .doc = "Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a trace to nframe."},
    {"stop", SK_NOARGS, .noargs = tm_stop, .sig = "()", .doc = "Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python."},
    {"get_traceback_limit", SK_NOARGS, .noargs = tm_get_traceback_limit, .sig = "()", .doc = "Get the maximum number of frames stored in the traceback of a trace."},
    {"get_tracemalloc_memory", SK_NOARGS, .noargs = tm_get_tracemalloc_memory, .sig = "()", .doc = "Get the memory usage in bytes of the tracemalloc module."},
    {"get_traced_memory", SK_NOARGS, .noargs = tm_get_traced_memory, .sig = "()", .doc = "Get the current size and peak size of memory blocks traced by tracemalloc."},
    {"reset_peak", SK_NOARGS, .noargs = tm_reset_peak, .sig = "()", .doc = "Set the peak size of memory blocks traced by tracemalloc to the current size."},
    {0},
};

const SkModuleDef sk_module__tracemalloc = {"_tracemalloc", "Where memory was allocated.", functions, NULL};
