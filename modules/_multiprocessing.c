// _multiprocessing: semaphores that processes share (sem_overview(7)).
//
// A SemLock counts how often this process's threads hold it. A recursive one is owned by a thread: only it changes count and
// owner while it holds the semaphore. Of a plain one any thread may release what another acquired.
#include <semaphore.h>
#include <time.h>

#include "modules/_thread.h"
#include "modules/posix.h"
#include "objects/dict.h"

enum { RECURSIVE_MUTEX, SEMAPHORE };

typedef struct {
    SkObject header;
    sem_t *handle;           // immutable, as are:
    int kind, maxvalue;
    SkValue name;            // counted, a str, or None
    _Atomic int64_t count;   // acquired by this process and not yet released; relaxed
    _Atomic uint64_t owner;  // the thread that acquired it last: only its own value means anything to a thread; relaxed
} SemLock;

static SkType semlock_type;
static SemLock *as_semlock(SkValue v) { return (SemLock *)sk_ptr(v); }
static bool is_mine(const SemLock *s) { return sk_load_relaxed(&s->count) > 0 && sk_load_relaxed(&s->owner) == sk_thread_ident(); }

static void semlock_destroy(SkObject *o) {
    SemLock *s = (SemLock *)o;
    if (s->handle) sem_close(s->handle);
    sk_release(s->name);
    sk_instance_free(o, 0);
}

static SkValue wrap(SkType *type, sem_t *handle, int kind, int maxvalue, SkValue name) {
    SemLock *s = (SemLock *)sk_type_alloc(type, 0);
    if (!s) {
        sem_close(handle);
        return SK_EMPTY;
    }
    s->handle = handle;
    s->kind = kind;
    s->maxvalue = maxvalue;
    s->name = sk_retain(name);
    return sk_counted(s);
}

static SkValue semlock_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[5];
    int kind, value, maxvalue;
    bool unlink;
    if (!sk_bind("SemLock", "(kind, value, maxvalue, name, unlink)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_as_int(a[0], &kind) || !sk_as_int(a[1], &value) || !sk_as_int(a[2], &maxvalue)) return SK_EMPTY;
    if (!sk_is_str(a[3])) return sk_raise(sk_exc_TypeError, "SemLock() argument 'name' must be str, not %.50T", a[3]);
    if (!sk_flag(a[4], false, &unlink)) return SK_EMPTY;
    if (kind != RECURSIVE_MUTEX && kind != SEMAPHORE) return sk_raise(sk_exc_ValueError, "unrecognized kind");
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(a[3]);
    if (!name.text) return SK_EMPTY;
    sem_t *handle = SK_DETACHED(sem_open(name.text, O_CREAT | O_EXCL, 0600, (unsigned)value));
    if (handle == SEM_FAILED) return sk_raise_errno(SK_EMPTY);
    if (unlink && SK_DETACHED(sem_unlink(name.text)) < 0) {
        sem_close(handle);
        return sk_raise_errno(SK_EMPTY);
    }
    return wrap(type, handle, kind, maxvalue, unlink ? SK_NONE : a[3]);
}

static SkValue semlock_rebuild(SkValue cls, const SkValue *a, size_t n) {
    int kind, maxvalue;
    bool ok;
    if (!sk_check_nargs("_rebuild", n, 4, 4)) return SK_EMPTY;
    uint64_t handle = sk_as_uint64_mask(a[0], &ok);
    if (!ok || !sk_as_int(a[1], &kind) || !sk_as_int(a[2], &maxvalue)) return SK_EMPTY;
    sem_t *sem = (sem_t *)(uintptr_t)handle;
    if (sk_is_str(a[3])) {
        SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(a[3]);
        if (!name.text) return SK_EMPTY;
        sem = SK_DETACHED(sem_open(name.text, 0));
        if (sem == SEM_FAILED) return sk_raise_errno(SK_EMPTY);
    }
    return wrap(sk_as_type(cls), sem, kind, maxvalue, a[3]);
}

static int wait_until(sem_t *sem, const struct timespec *until) { return until ? sem_timedwait(sem, until) : sem_wait(sem); }

static SkValue semlock_acquire(SkValue self, const SkValue *a) {
    SemLock *s = as_semlock(self);
    bool block;
    struct timespec until, *limit = NULL;
    if (!sk_flag(a[0], true, &block)) return SK_EMPTY;
    if (s->kind == RECURSIVE_MUTEX && is_mine(s)) {
        sk_store_relaxed(&s->count, sk_load_relaxed(&s->count) + 1);
        return SK_TRUE;
    }
    if (block && !sk_is_empty(a[1]) && !sk_is_none(a[1])) {
        double seconds;
        if (!sk_as_double(a[1], &seconds)) return SK_EMPTY;
        if (seconds < 0) seconds = 0;
        clock_gettime(CLOCK_REALTIME, &until);
        if (seconds < 1e9) {
            until.tv_sec += (time_t)seconds;
            until.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9 + 0.5);
            if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
            limit = &until;
        }
    }
    int r;
    bool stop = false;
    do r = sem_trywait(s->handle);
    while (r < 0 && errno == EINTR);
    if (r < 0 && errno == EAGAIN && block) SK_RETRY(r, stop, wait_until(s->handle, limit));
    if (stop) return SK_EMPTY;
    if (r < 0) return errno == EAGAIN || errno == ETIMEDOUT ? SK_FALSE : sk_raise_errno(SK_EMPTY);
    atomic_fetch_add(&s->count, 1);
    sk_store_relaxed(&s->owner, sk_thread_ident());
    return SK_TRUE;
}

static SkValue semlock_release(SkValue self) {
    SemLock *s = as_semlock(self);
    if (s->kind == RECURSIVE_MUTEX) {
        if (!is_mine(s)) return sk_raise(sk_exc_AssertionError, "attempt to release recursive lock not owned by thread");
        if (sk_load_relaxed(&s->count) > 1) {
            sk_store_relaxed(&s->count, sk_load_relaxed(&s->count) - 1);
            return SK_NONE;
        }
        sk_store_relaxed(&s->count, 0);
        return sk_done(sem_post(s->handle));
    }
    int value;
    if (sem_getvalue(s->handle, &value) < 0) return sk_raise_errno(SK_EMPTY);
    if (value >= s->maxvalue) return sk_raise(sk_exc_ValueError, "semaphore or lock released too many times");
    if (sem_post(s->handle) < 0) return sk_raise_errno(SK_EMPTY);
    atomic_fetch_sub(&s->count, 1);
    return SK_NONE;
}

static SkValue semlock_enter(SkValue self) {
    SkValue a[2] = {SK_TRUE, SK_NONE};
    return semlock_acquire(self, a);
}
static SkValue semlock_exit(SkValue self, const SkValue *a SK_UNUSED, size_t n SK_UNUSED) { return semlock_release(self); }
static SkValue semlock_count(SkValue self) { return sk_int_from_int64(sk_load_relaxed(&as_semlock(self)->count)); }
static SkValue semlock_is_mine(SkValue self) { return sk_bool(is_mine(as_semlock(self))); }
static SkValue semlock_get_value(SkValue self) {
    int value;
    if (sem_getvalue(as_semlock(self)->handle, &value) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_from_small_int(value < 0 ? 0 : value);
}
static SkValue semlock_is_zero(SkValue self) {
    int value;
    if (sem_getvalue(as_semlock(self)->handle, &value) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_bool(value == 0);
}
static SkValue semlock_after_fork(SkValue self) {
    sk_store_relaxed(&as_semlock(self)->count, 0);
    return SK_NONE;
}
static SkValue get_handle(SkValue self, void *c SK_UNUSED) { return sk_int_from_uint64((uintptr_t)as_semlock(self)->handle); }
static SkValue get_kind(SkValue self, void *c SK_UNUSED) { return sk_from_small_int(as_semlock(self)->kind); }
static SkValue get_maxvalue(SkValue self, void *c SK_UNUSED) { return sk_from_small_int(as_semlock(self)->maxvalue); }
static SkValue get_name(SkValue self, void *c SK_UNUSED) { return sk_dup(as_semlock(self)->name); }

static const SkMethodDef semlock_methods[] = {
    {"acquire", SK_SIG, .sig_fn = semlock_acquire, .sig = "(block=True, timeout=None)", .doc = "Acquires it: whether it was to be had."},
    {"release", SK_NOARGS, .noargs = semlock_release, .sig = "()", .doc = "Releases it."},
    {"__enter__", SK_NOARGS, .noargs = semlock_enter, .sig = "()", .doc = "Acquires it."},
    {"__exit__", SK_FAST, .fast = semlock_exit, .sig = "(exc_type=None, exc_value=None, exc_tb=None, /)", .doc = "Releases it."},
    {"_count", SK_NOARGS, .noargs = semlock_count, .sig = "()", .doc = "How often this process holds it."},
    {"_is_mine", SK_NOARGS, .noargs = semlock_is_mine, .sig = "()", .doc = "Whether this thread holds it."},
    {"_get_value", SK_NOARGS, .noargs = semlock_get_value, .sig = "()", .doc = "The semaphore's value."},
    {"_is_zero", SK_NOARGS, .noargs = semlock_is_zero, .sig = "()", .doc = "Whether the value is zero."},
    {"_rebuild", SK_FAST | SK_CLASS_METHOD, .fast = semlock_rebuild, .sig = "(handle, kind, maxvalue, name, /)", .doc = "An object for a semaphore that exists."},
    {"_after_fork", SK_NOARGS, .noargs = semlock_after_fork, .sig = "()", .doc = "Forgets what the parent process holds."},
    {0},
};
static const SkGetSetDef semlock_getset[] = {
    {"handle", get_handle, NULL, NULL, NULL}, {"kind", get_kind, NULL, NULL, NULL}, {"maxvalue", get_maxvalue, NULL, NULL, NULL}, {"name", get_name, NULL, NULL, NULL}, {0}};
static SkType semlock_type = {
    SK_TYPE_HEAD(0, sizeof(SemLock), NULL, NULL, semlock_destroy),
    .name = "_multiprocessing.SemLock",
    .doc = "SemLock(kind, value, maxvalue, name, unlink)\n--\n\nA semaphore shared by processes.",
    .flags = SK_TF_BASE,
    .new_ = semlock_new,
    .methods = semlock_methods,
    .getset = semlock_getset,
};

static SkValue sem_unlink_(SkValue m SK_UNUSED, SkValue arg) {
    if (!sk_is_str(arg)) return sk_raise(sk_exc_TypeError, "sem_unlink() argument must be str, not %.50T", arg);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(arg);
    return name.text ? sk_done(SK_DETACHED(sem_unlink(name.text))) : SK_EMPTY;
}

static bool exec(SkValue m) {
    SK_AUTO SkValue flags = sk_dict_new();
    return !sk_is_empty(flags) && sk_dict_set_s(flags, "HAVE_SEM_OPEN", sk_from_small_int(1)) &&
           sk_dict_set_s(flags, "HAVE_SEM_TIMEDWAIT", sk_from_small_int(1)) && sk_module_add(m, "flags", flags) && sk_module_add_type(m, &semlock_type) &&
           sk_type_set_attr(&semlock_type, sk_intern_s("SEM_VALUE_MAX"), sk_from_small_int(SEM_VALUE_MAX));
}
static const SkMethodDef functions[] = {
    {"sem_unlink", SK_ONEARG, .onearg = sem_unlink_, .sig = "(name, /)", .doc = "Removes the name of a semaphore."},
    {0},
};
const SkModuleDef sk_module__multiprocessing = {"_multiprocessing", "Semaphores for multiprocessing.", functions, exec};
