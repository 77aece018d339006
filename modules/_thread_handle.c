// _ThreadHandle: what start_joinable_thread returns, and the list of threads that the end of the program waits for.
#include <limits.h>
#include <pthread.h>
#include <time.h>

#include "base/alloc.h"
#include "modules/_thread.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { NOT_STARTED, STARTING, RUNNING, DONE };

typedef struct Handle Handle;
struct Handle {
    SkObject header;
    _Atomic uint32_t state;   // a futex: waiters sleep on it
    _Atomic uint64_t ident;
    bool awaited;             // on the list: a thread that is no daemon
    Handle *next, *previous;  // under list_mutex; being on the list holds a count
    Handle *all_next, *all_previous;  // the same, of every handle there is, without counts
};

static pthread_mutex_t list_mutex = PTHREAD_MUTEX_INITIALIZER;
static Handle *list, *all;  // under list_mutex

static Handle *as_handle(SkValue v) { return (Handle *)sk_ptr(v); }

static void handle_destroy(SkObject *o) {
    Handle *h = (Handle *)o;
    pthread_mutex_lock(&list_mutex);
    if (h->all_previous) h->all_previous->all_next = h->all_next;
    else all = h->all_next;
    if (h->all_next) h->all_next->all_previous = h->all_previous;
    pthread_mutex_unlock(&list_mutex);
    sk_object_free(o, sizeof(Handle));
}

static SkValue handle_make(uint32_t state, uint64_t ident) {
    Handle *h = (Handle *)sk_object_new(&sk_thread_handle_type.head, sizeof *h);
    if (!h) return sk_raise_memory();
    memset((char *)h + sizeof h->header, 0, sizeof *h - sizeof h->header);
    sk_store_relaxed(&h->state, state);
    sk_store_relaxed(&h->ident, ident);
    pthread_mutex_lock(&list_mutex);
    h->all_next = all;
    if (all) all->all_previous = h;
    all = h;
    pthread_mutex_unlock(&list_mutex);
    return sk_counted(h);
}

static void set_state(Handle *h, uint32_t state) {
    sk_store_release(&h->state, state);  // PAIR(thread-handle)
    sk_futex_wake(&h->state, INT_MAX);
}

static void list_add(Handle *h) {
    sk_incref(&h->header);
    pthread_mutex_lock(&list_mutex);
    h->awaited = true;
    h->next = list;
    if (list) list->previous = h;
    list = h;
    pthread_mutex_unlock(&list_mutex);
}

static void list_remove(Handle *h) {
    pthread_mutex_lock(&list_mutex);
    bool was = h->awaited;
    if (was) {
        h->awaited = false;
        if (h->previous) h->previous->next = h->next;
        else list = h->next;
        if (h->next) h->next->previous = h->previous;
        h->next = h->previous = NULL;
    }
    pthread_mutex_unlock(&list_mutex);
    if (was) sk_decref(&h->header);
}

void sk_thread_handle_started(SkValue handle, uint64_t ident) {
    sk_store_relaxed(&as_handle(handle)->ident, ident);
    set_state(as_handle(handle), RUNNING);
}

void sk_thread_handle_done(SkValue handle) {
    set_state(as_handle(handle), DONE);
    list_remove(as_handle(handle));
}

// Waits until the thread is done: 1; 0 timed out; -1 exception.
static int wait_done(Handle *h, int64_t ns) {
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    int64_t end = ns < 0 ? -1 : ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec + ns;
    for (;;) {
        uint32_t s = sk_load_acquire(&h->state);  // PAIR(thread-handle): what the thread did is seen by who joined it
        if (s == DONE) return 1;
        int64_t left = -1;
        if (ns >= 0) {
            clock_gettime(CLOCK_MONOTONIC, &ts);
            left = end - (ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec);
            if (left <= 0) return 0;
        }
        sk_thread_detach();
        sk_futex_wait(&h->state, s, left);
        sk_thread_attach();
        if (!sk_safepoint_poll()) return -1;
    }
}

static SkValue handle_join(SkValue v, const SkValue *args) {
    Handle *h = as_handle(v);
    int64_t ns;
    if (!sk_timeout_ns(args[0], &ns)) return SK_EMPTY;
    if (ns < 0) ns = -1;
    uint32_t s = sk_load_acquire(&h->state);
    if (s == NOT_STARTED) return sk_raise(sk_exc_RuntimeError, "thread not started");
    if (s != DONE && sk_load_relaxed(&h->ident) == sk_thread_ident()) return sk_raise(sk_exc_RuntimeError, "Cannot join current thread");
    return wait_done(h, ns) < 0 ? SK_EMPTY : SK_NONE;
}
static SkValue handle_is_done(SkValue v) { return sk_bool(sk_load_acquire(&as_handle(v)->state) == DONE); }
static SkValue handle_set_done(SkValue v) {
    if (sk_load_acquire(&as_handle(v)->state) == NOT_STARTED) return sk_raise(sk_exc_RuntimeError, "thread not started");
    sk_thread_handle_done(v);
    return SK_NONE;
}
static SkValue get_ident(SkValue v, void *c) {
    (void)c;
    return sk_int_from_uint64(sk_load_relaxed(&as_handle(v)->ident));
}
static SkValue handle_repr(SkValue v) {
    return sk_str_format("<%s object: ident=%llu>", sk_type_of(v)->name, (unsigned long long)sk_load_relaxed(&as_handle(v)->ident));
}
static SkValue handle_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    (void)args;
    if (!sk_no_kwargs("_ThreadHandle", kwnames) || !sk_check_nargs("_ThreadHandle", nargs, 0, 0)) return SK_EMPTY;
    return handle_make(NOT_STARTED, 0);
}

static const SkMethodDef handle_methods[] = {
    {"join", SK_SIG, .sig_fn = handle_join, .sig = "(timeout=None, /)", .doc = "Wait until the thread is done."},
    {"is_done", SK_NOARGS, .noargs = handle_is_done, .sig = "()", .doc = "Whether the thread is done."},
    {"_set_done", SK_NOARGS, .noargs = handle_set_done, .sig = "()"},
    {0},
};
static const SkGetSetDef handle_getset[] = {{"ident", get_ident, NULL, "The thread's identifier.", NULL}, {0}};

SkType sk_thread_handle_type = {
    SK_TYPE_HEAD(0, sizeof(Handle), NULL, NULL, handle_destroy),
    .name = "_thread._ThreadHandle",
    .flags = SK_TF_WEAKREF,
    .new_ = handle_new,
    .repr = handle_repr,
    .methods = handle_methods,
    .getset = handle_getset,
};

SkValue sk_thread_start_joinable(SkValue module, const SkValue *args) {
    (void)module;
    if (!sk_is_callable(args[0])) return sk_raise(sk_exc_TypeError, "thread function must be callable");
    bool given = !sk_is_empty(args[1]) && !sk_is_none(args[1]);
    if (given && sk_type_of(args[1]) != &sk_thread_handle_type) return sk_raise(sk_exc_TypeError, "'handle' must be a _ThreadHandle");
    int daemon = sk_is_empty(args[2]) ? 1 : sk_truth(args[2]);
    if (daemon < 0) return SK_EMPTY;
    SK_AUTO SkValue v = given ? sk_retain(args[1]) : handle_make(NOT_STARTED, 0);
    if (sk_is_empty(v)) return SK_EMPTY;
    Handle *h = as_handle(v);
    uint32_t s = NOT_STARTED;
    if (!sk_cas_acq_rel(&h->state, &s, STARTING)) return sk_raise(sk_exc_RuntimeError, "thread already started");
    if (!daemon) list_add(h);
    uint64_t ident;
    if (!sk_start_python_thread(args[0], sk_empty_tuple(), SK_EMPTY, v, &ident)) {
        list_remove(h);
        set_state(h, NOT_STARTED);
        return SK_EMPTY;
    }
    sk_store_relaxed(&h->ident, ident);
    return sk_move(&v);
}

SkValue sk_thread_make_handle(SkValue module, SkValue ident) {
    (void)module;
    uint64_t i;
    if (!sk_is_int(ident)) return sk_raise(sk_exc_TypeError, "ident must be an integer");
    return sk_as_uint64(ident, &i) ? handle_make(RUNNING, i) : SK_EMPTY;
}

SkValue sk_thread_shutdown(SkValue module) {
    (void)module;
    for (;;) {
        uint64_t me = sk_thread_ident();
        SkValue found = SK_EMPTY;
        pthread_mutex_lock(&list_mutex);
        for (Handle *h = list; h && sk_is_empty(found); h = h->next)
            if (sk_load_relaxed(&h->ident) != me) found = sk_retain(sk_counted(h));
        pthread_mutex_unlock(&list_mutex);
        if (sk_is_empty(found)) return SK_NONE;
        int r = wait_done(as_handle(found), -1);
        sk_release(found);
        if (r < 0) return SK_EMPTY;
    }
}

// In a child process only the forking thread lives on.
static void before_fork(void) { pthread_mutex_lock(&list_mutex); }
static void after_fork(void) { pthread_mutex_unlock(&list_mutex); }
static void after_fork_child(void) {
    uint64_t me = sk_thread_ident();
    Handle *h = list;
    list = NULL;
    while (h) {
        Handle *next = h->next;
        h->next = h->previous = NULL;
        if (sk_load_relaxed(&h->ident) == me) {
            h->next = list;
            if (list) list->previous = h;
            list = h;
        } else {
            h->awaited = false;
        }
        h = next;
    }
    for (h = all; h; h = h->all_next)
        if (sk_load_relaxed(&h->state) != NOT_STARTED && sk_load_relaxed(&h->ident) != me) sk_store_relaxed(&h->state, DONE);
    pthread_mutex_unlock(&list_mutex);
}

void sk_thread_handles_init(void) { pthread_atfork(before_fork, after_fork, after_fork_child); }
