// _lsprof: the profiler of cProfile. It hears of the calls of the thread that enabled it (core/vm/trace.h).
//
// An entry is a function, by its code object or by the definition of a built-in one; a subentry is what one function spent
// in another. What is collected is shared by the profiler object and the thread that enabled it: entries are guarded by a mutex, which
// is held for moments and under which nothing is released; calls in progress belong to the thread. When the object dies first,
// the thread stops at its next event.
#include <pthread.h>
#include <time.h>

#include "base/alloc.h"
#include "core/vm/trace.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/struct_seq.h"

typedef struct Entry {
    struct Entry *next;      // in its table's chain
    const void *key;         // SkCode or SkMethodDef; of a subentry: the callee's Entry
    SkValue code;            // counted: the code object, or the text that names a built-in function
    int64_t calls, recursive_calls, total, own;   // times in the timer's units
    int64_t depth;           // calls of it in progress
    struct Table *called;    // subentries by callee, or NULL
} Entry;

typedef struct Table {
    Entry *chains[64];
} Table;

typedef struct Call {
    struct Call *outer;
    Entry *entry, *sub;      // sub: of the caller's entry, or NULL
    int64_t start, inner;    // inner: time spent in calls from here
} Call;

typedef struct {
    _Atomic uint32_t users;  // the object, and the thread that enabled it
    _Atomic bool dead;       // the object is gone
    SkValue timer;           // counted: a callable, or empty: the clock. Set by __init__ while nobody has enabled it
    double unit;             // seconds of the timer's unit; 0: its values are seconds
    bool subcalls, builtins; // under the mutex
    pthread_mutex_t mutex;
    Table *entries;          // under the mutex
    Call *calls, *spare;     // the enabling thread's
    _Atomic(SkVm *) owner;   // the thread that enabled it, or NULL
} Profile;

typedef struct {
    SkObject header;
    Profile *profile;        // never changes
} Profiler;

static SkType *entry_type, *subentry_type;   // set when the module is made

static Profile *profile_of(SkValue v) { return ((Profiler *)sk_ptr(v))->profile; }

// ---- time -----------------------------------------------------------------------------------------------------------------------

static int64_t now(Profile *p) {
    SkValue timer = p->timer;
    if (sk_is_empty(timer)) {
        struct timespec ts;
        clock_gettime(CLOCK_MONOTONIC, &ts);
        return ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec;
    }
    SkValue saved = sk_error_take();
    SK_AUTO SkValue v = sk_call0(timer);
    int64_t t = 0;
    double d;
    bool ok = !sk_is_empty(v);
    if (ok && p->unit > 0) ok = sk_as_int64(v, &t);
    else if (ok && (ok = sk_as_double(v, &d))) t = (int64_t)(d * 1e9);
    if (!ok) sk_error_unraisable(NULL, timer);
    sk_error_restore(saved);
    return t;
}

static double factor(Profile *p) { return !sk_is_empty(p->timer) && p->unit > 0 ? p->unit : 1e-9; }

// ---- entries -----------------------------------------------------------------------------------------------------------------------

static Entry *find_locked(Table **table, const void *key, bool *fresh) {
    *fresh = false;
    if (!*table && !(*table = sk_calloc(1, sizeof **table))) return NULL;
    Entry **chain = &(*table)->chains[((uintptr_t)key >> 4 ^ (uintptr_t)key >> 10) % 64];
    for (Entry *e = *chain; e; e = e->next)
        if (e->key == key) return e;
    Entry *e = sk_calloc(1, sizeof *e);
    if (!e) return NULL;
    e->key = key;
    e->next = *chain;
    *chain = e;
    *fresh = true;
    return e;
}

static void free_table(Table *t) {
    for (int i = 0; t && i < 64; i++) {
        for (Entry *e = t->chains[i], *next; e; e = next) {
            next = e->next;
            free_table(e->called);
            sk_release(e->code);
            sk_free(e);
        }
    }
    sk_free(t);
}

// "<built-in method builtins.len>", "<method 'append' of 'list' objects>"
static SkValue name_of(SkValue function) {
    SkNative *n = (SkNative *)sk_ptr(function);
    SkValue self = sk_slot_peek(&n->self), module = sk_slot_peek(&n->module);
    if (sk_is_empty(self) || sk_is_instance_of(self, &sk_module_type)) {
        if (sk_is_str(module)) return sk_str_format("<built-in method %S.%s>", module, n->def->name);
        return sk_str_format("<built-in method %s>", n->def->name);
    }
    SK_AUTO SkValue name = sk_str_from(n->def->name);
    SK_AUTO SkValue method = sk_is_empty(name) ? SK_EMPTY : sk_getattr_opt(sk_type_value(sk_type_of(self)), name);
    if (!sk_is_empty(method) && !sk_is_type(self)) return sk_repr(method);
    sk_error_clear();
    return sk_str_format("<built-in method %s>", n->def->name);
}

static Entry *entry_for(Profile *p, SkFrame *f, SkValue function) {
    bool python = sk_is_empty(function), fresh;
    const void *key = python ? (const void *)f->code : (const void *)((SkNative *)sk_ptr(function))->def;
    pthread_mutex_lock(&p->mutex);
    Entry *e = find_locked(&p->entries, key, &fresh);
    pthread_mutex_unlock(&p->mutex);
    if (!e || !fresh) return e;
    SkValue saved = sk_error_take();
    SkValue code = python ? sk_retain(sk_counted(f->code)) : name_of(function);
    if (sk_is_empty(code)) sk_error_clear();
    sk_error_restore(saved);
    pthread_mutex_lock(&p->mutex);
    e->code = sk_is_empty(code) ? SK_NONE : code;
    pthread_mutex_unlock(&p->mutex);
    return e;
}

static void begin(Profile *p, Entry *e) {
    Call *call = p->spare;
    if (call) p->spare = call->outer;
    else if (!(call = sk_malloc(sizeof *call))) return;
    *call = (Call){.outer = p->calls, .entry = e};
    p->calls = call;
    pthread_mutex_lock(&p->mutex);
    e->depth++;
    if (p->subcalls && call->outer) {
        bool fresh;
        call->sub = find_locked(&call->outer->entry->called, e, &fresh);
        if (call->sub) call->sub->depth++;
    }
    pthread_mutex_unlock(&p->mutex);
    call->start = now(p);
}

static void add(Entry *e, int64_t total, int64_t own) {
    if (!e) return;
    if (--e->depth == 0) e->total += total;
    else e->recursive_calls++;
    e->own += own;
    e->calls++;
}

static void end(Profile *p) {
    Call *call = p->calls;
    int64_t total = now(p) - call->start;
    pthread_mutex_lock(&p->mutex);
    add(call->entry, total, total - call->inner);
    add(call->sub, total, total - call->inner);
    pthread_mutex_unlock(&p->mutex);
    if (call->outer) call->outer->inner += total;
    p->calls = call->outer;
    call->outer = p->spare;
    p->spare = call;
}

static void leave(Profile *p) {
    if (sk_sub_acq_rel(&p->users, 1) != 1) return;
    Call *lists[] = {p->calls, p->spare};
    for (int i = 0; i < 2; i++)
        for (Call *call = lists[i], *outer; call; call = outer) {
            outer = call->outer;
            sk_free(call);
        }
    free_table(p->entries);
    pthread_mutex_destroy(&p->mutex);
    sk_release(p->timer);
    sk_free(p);
}

static void hear(void *arg, int event, SkFrame *f, SkValue function) {
    Profile *p = arg;
    if (sk_load_relaxed(&p->dead)) {
        sk_trace_set_profiler(NULL, NULL);
        leave(p);
        return;
    }
    bool c = event == SK_EVENT_C_CALL || event == SK_EVENT_C_RETURN || event == SK_EVENT_C_EXCEPTION;
    if (c && !p->builtins) return;
    Entry *e = entry_for(p, f, function);
    if (!e) return;
    if (event == SK_EVENT_CALL || event == SK_EVENT_C_CALL) begin(p, e);
    else if (p->calls && p->calls->entry == e) end(p);
}

// ---- methods ------------------------------------------------------------------------------------------------------------------------

static void stop(Profile *p) {
    SkVm *owner = &sk_vm;
    if (!sk_cas_acq_rel(&p->owner, &owner, NULL)) return;
    sk_trace_set_profiler(NULL, NULL);
    while (p->calls) end(p);
    leave(p);
}

static SkValue profiler_enable(SkValue self, const SkValue *args) {
    Profile *p = profile_of(self);
    int subcalls = sk_is_empty(args[0]) ? -2 : sk_truth(args[0]), builtins = sk_is_empty(args[1]) ? -2 : sk_truth(args[1]);
    if (subcalls == -1 || builtins == -1) return SK_EMPTY;
    SkVm *none = NULL, *me = &sk_vm;
    if (sk_load_relaxed(&p->owner) != me && (me->profiler || !sk_cas_acq_rel(&p->owner, &none, me)))
        return sk_raise(sk_exc_ValueError, "Another profiling tool is already active");
    if (!me->profiler) sk_add_relaxed(&p->users, 1);
    pthread_mutex_lock(&p->mutex);
    if (subcalls >= 0) p->subcalls = subcalls;
    if (builtins >= 0) p->builtins = builtins;
    pthread_mutex_unlock(&p->mutex);
    sk_trace_set_profiler(hear, p);
    return SK_NONE;
}

static SkValue profiler_disable(SkValue self) {
    stop(profile_of(self));
    return SK_NONE;
}

static SkValue profiler_clear(SkValue self) {
    Profile *p = profile_of(self);
    SkVm *owner = sk_load_relaxed(&p->owner);
    if (owner && owner != &sk_vm) return sk_raise(sk_exc_ValueError, "the profiler is in use by another thread");
    while (p->calls) {
        Call *call = p->calls;
        p->calls = call->outer;
        sk_free(call);
    }
    pthread_mutex_lock(&p->mutex);
    Table *old = p->entries;
    p->entries = NULL;
    pthread_mutex_unlock(&p->mutex);
    free_table(old);
    return SK_NONE;
}

// What is copied under the mutex, to be turned into objects afterwards.
typedef struct {
    SkValue code;   // counted
    int64_t calls, recursive_calls, total, own;
    size_t first, count;   // its subentries
} Row;

typedef struct {
    Row *rows;
    size_t n, capacity;
    bool failed;
} Rows;

static void add_row(Rows *r, const Entry *e, SkValue code) {
    if (r->n == r->capacity) {
        size_t capacity = r->capacity ? r->capacity * 2 : 64;
        Row *rows = sk_realloc(r->rows, capacity * sizeof *rows);
        if (!rows) {
            r->failed = true;
            return;
        }
        r->rows = rows;
        r->capacity = capacity;
    }
    r->rows[r->n++] = (Row){sk_retain(code), e->calls, e->recursive_calls, e->total, e->own, 0, 0};
}

static SkValue make(SkType *type, const Row *row, double unit, SkValue calls /* stolen; EMPTY: a subentry */) {
    SkValue values[6] = {sk_retain(row->code), sk_int_from_int64(row->calls), sk_int_from_int64(row->recursive_calls),
                         sk_float_new((double)row->total * unit), sk_float_new((double)row->own * unit), calls};
    return sk_struct_seq_new(type, values);
}

static SkValue profiler_getstats(SkValue self) {
    Profile *p = profile_of(self);
    Rows rows = {0}, subs = {0};
    pthread_mutex_lock(&p->mutex);
    for (int i = 0; p->entries && i < 64; i++) {
        for (Entry *e = p->entries->chains[i]; e; e = e->next) {
            if (!e->calls) continue;
            size_t first = subs.n;
            for (int k = 0; e->called && k < 64; k++)
                for (Entry *s = e->called->chains[k]; s; s = s->next)
                    if (s->calls) add_row(&subs, s, ((const Entry *)s->key)->code);
            add_row(&rows, e, e->code);
            if (rows.failed || subs.failed) break;
            rows.rows[rows.n - 1].first = first;
            rows.rows[rows.n - 1].count = subs.n - first;
        }
    }
    pthread_mutex_unlock(&p->mutex);
    double unit = factor(p);
    SkValue list = rows.failed || subs.failed ? sk_raise_memory() : sk_list_new(0);
    for (size_t i = 0; i < rows.n && !sk_is_empty(list); i++) {
        SkValue calls = SK_NONE;
        if (rows.rows[i].count) calls = sk_list_new(0);
        bool ok = !sk_is_empty(calls);
        for (size_t k = 0; ok && k < rows.rows[i].count; k++) {
            SkValue sub = make(subentry_type, &subs.rows[rows.rows[i].first + k], unit, SK_EMPTY);
            ok = !sk_is_empty(sub) && sk_list_append_steal(calls, sub);
        }
        if (!ok) sk_release(calls);
        SkValue entry = ok ? make(entry_type, &rows.rows[i], unit, calls) : SK_EMPTY;
        if (!sk_is_empty(entry) && sk_list_append_steal(list, entry)) continue;
        sk_release(list);
        list = SK_EMPTY;
    }
    for (size_t i = 0; i < rows.n; i++) sk_release(rows.rows[i].code);
    for (size_t i = 0; i < subs.n; i++) sk_release(subs.rows[i].code);
    sk_free(rows.rows);
    sk_free(subs.rows);
    return list;
}

static bool profiler_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    double unit = 0;
    if (!sk_bind("Profiler", "(timer=None, timeunit=0.0, subcalls=True, builtins=True)", &sig, args, nargs, kwnames, a)) return false;
    int subcalls = sk_is_empty(a[2]) ? 1 : sk_truth(a[2]), builtins = sk_is_empty(a[3]) ? 1 : sk_truth(a[3]);
    if (subcalls < 0 || builtins < 0 || (!sk_is_empty(a[1]) && !sk_as_double(a[1], &unit))) return false;
    Profile *p = profile_of(self);
    SkVm *none = NULL;
    if (!sk_cas_acq_rel(&p->owner, &none, &sk_vm)) return sk_raise_false(sk_exc_ValueError, "the profiler is in use");
    SkValue old = p->timer;
    p->timer = sk_is_empty(a[0]) || sk_is_none(a[0]) ? SK_EMPTY : sk_retain(a[0]);
    p->unit = unit;
    p->subcalls = subcalls;
    p->builtins = builtins;
    sk_store_release(&p->owner, NULL);
    sk_release(old);
    return true;
}

static SkValue profiler_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Profile *profile = sk_calloc(1, sizeof *profile);
    Profiler *p = profile ? (Profiler *)sk_type_alloc(type, 0) : NULL;
    if (!p) {
        sk_free(profile);
        return sk_raise_memory();
    }
    pthread_mutex_init(&profile->mutex, NULL);
    sk_store_relaxed(&profile->users, 1);
    p->profile = profile;
    return sk_counted(p);
}

static void profiler_destroy(SkObject *o) {
    Profile *p = ((Profiler *)o)->profile;
    stop(p);
    sk_store_relaxed(&p->dead, true);
    leave(p);
    sk_instance_free(o, 0);
}

static const SkMethodDef methods[] = {
    {"enable", SK_SIG, {.sig_fn = profiler_enable}, "(subcalls=<unrepresentable>, builtins=<unrepresentable>)", "Start collecting profiling information."},
    {"disable", SK_NOARGS, {.noargs = profiler_disable}, "()", "Stop collecting profiling information."},
    {"clear", SK_NOARGS, {.noargs = profiler_clear}, "()", "Clear all profiling information collected so far."},
    {"getstats", SK_NOARGS, {.noargs = profiler_getstats}, "()", "A list of profiler_entry objects."},
    {0},
};

static SkType profiler_type = {
    SK_TYPE_HEAD(0, sizeof(Profiler), sk_instance_trace, sk_instance_clear, profiler_destroy),
    .name = "_lsprof.Profiler",
    .doc = "Profiler(timer=None, timeunit=0.0, subcalls=True, builtins=True)\n--\n\nBuild a profiler object using the specified timer function.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = profiler_new,
    .init = profiler_init,
    .methods = methods,
};

static bool exec(SkValue m) {
    static const char *const entry_fields[] = {"code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls", NULL};
    static const char *const sub_fields[] = {"code", "callcount", "reccallcount", "totaltime", "inlinetime", NULL};
    static const SkStructSeqDef entry = {"_lsprof.profiler_entry", NULL, entry_fields, 6};
    static const SkStructSeqDef sub = {"_lsprof.profiler_subentry", NULL, sub_fields, 5};
    if (!entry_type) entry_type = sk_struct_seq_type(&entry);
    if (!subentry_type) subentry_type = sk_struct_seq_type(&sub);
    return entry_type && subentry_type && sk_module_add_type(m, &profiler_type) && sk_module_add(m, "profiler_entry", sk_type_value(entry_type)) &&
           sk_module_add(m, "profiler_subentry", sk_type_value(subentry_type));
}

const SkModuleDef sk_module__lsprof = {.name = "_lsprof", .doc = "Fast profiler", .exec = exec};
