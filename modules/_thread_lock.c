// lock and RLock.
//
// The state word is a futex. Whoever waits leaves it at 2, so that the release wakes somebody. A thread that releases and
// takes the lock again at once wins over those it woke; so a waiter of more than a millisecond counts itself as starving,
// and then a release leaves the state at 3: only a starving waiter may take it.
// A starving waiter that gives up lowers the counter first and then turns 3 into 0; who finds 3 with the counter at zero
// takes the lock: so a lock kept for nobody is never left (both in the total order of seq_cst).
// PAIR(python-lock): the releasing CAS of sk_mutex_release with the acquiring ones of try_take: what was done under the
// lock is seen under the next.
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <time.h>

#include "modules/_thread.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { FREE, HELD, WAITED, KEPT };
#define STARVING_NS 1000000

static int64_t now_ns(void) {
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec;
}

// Takes the lock if it is to be had; *seen is its state otherwise.
static bool try_take(SkMutex *m, uint32_t to, bool starving, uint32_t *seen) {
    uint32_t s = sk_load_relaxed(&m->state);
    while (s == FREE || (s == KEPT && (starving || atomic_load(&m->starving) == 0)))
        if (sk_cas_weak_acquire(&m->state, &s, to)) return true;  // PAIR(python-lock)
    *seen = s;
    return false;
}

static int wait_for(SkMutex *m, int64_t timeout_ns) {
    int64_t start = now_ns();
    bool starving = false;
    int result = 0;
    sk_thread_detach();
    for (;;) {
        uint32_t s;
        if (try_take(m, WAITED, starving, &s)) {
            result = 1;
            break;
        }
        if (s == HELD && !sk_cas_weak_relaxed(&m->state, &s, WAITED)) continue;
        if (s == HELD) s = WAITED;
        int64_t waited = now_ns() - start, left = timeout_ns < 0 ? -1 : timeout_ns - waited;
        if (timeout_ns >= 0 && left <= 0) break;
        if (!starving && waited > STARVING_NS) {
            starving = true;
            atomic_fetch_add(&m->starving, 1);
            continue;
        }
        if (!starving && (left < 0 || left > STARVING_NS)) left = STARVING_NS + 1;
        sk_futex_wait(&m->state, s, left);
        if (sk_likely(!(sk_load_relaxed(&sk_poll_word) & (SK_POLL_SIGNAL | SK_POLL_ASYNC | SK_POLL_EXIT)))) continue;
        if (try_take(m, WAITED, starving, &s)) {
            result = 1;
            break;
        }
        sk_thread_attach();
        bool ok = sk_safepoint_poll();
        if (!ok) {
            result = -1;
            break;
        }
        sk_thread_detach();
    }
    if (starving) {
        atomic_fetch_sub(&m->starving, 1);
        uint32_t kept = KEPT;
        if (result != 1 && atomic_compare_exchange_strong(&m->state, &kept, FREE)) sk_futex_wake(&m->state, INT_MAX);
    }
    if (result >= 0) sk_thread_attach();
    return result;
}

int sk_mutex_acquire(SkMutex *m, int64_t timeout_ns) {
    uint32_t s;
    for (int spins = 0; spins < 40; spins++) {
        if (sk_likely(try_take(m, HELD, false, &s))) return 1;
        if (timeout_ns == 0) return 0;
        if (s != HELD) break;
        sk_cpu_relax();
    }
    return wait_for(m, timeout_ns);
}

bool sk_mutex_release(SkMutex *m) {
    uint32_t s = sk_load_relaxed(&m->state);
    for (;;) {
        if (s == FREE || s == KEPT) return false;
        uint32_t to = s == WAITED && atomic_load(&m->starving) ? KEPT : FREE;
        if (!atomic_compare_exchange_weak(&m->state, &s, to)) continue;  // PAIR(python-lock)
        if (to == KEPT) sk_futex_wake(&m->state, INT_MAX);
        else if (s == WAITED) sk_futex_wake(&m->state, 1);
        return true;
    }
}

bool sk_mutex_is_locked(SkMutex *m) {
    uint32_t s = sk_load_relaxed(&m->state);
    return s == HELD || s == WAITED;
}

// ---- arguments ----------------------------------------------------------------------------------------------------------

bool sk_timeout_ns(SkValue seconds, int64_t *ns) {
    *ns = -1;
    if (sk_is_empty(seconds) || sk_is_none(seconds)) return true;
    if (sk_is_float(seconds)) {
        double d;
        if (!sk_as_double(seconds, &d)) return false;
        if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
        d = d < 0 ? floor(d * 1e9) : ceil(d * 1e9);
        if (!(d >= -0x1p63 && d < 0x1p63)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
        *ns = (int64_t)d;
        return true;
    }
    int64_t s;
    if (!sk_is_int(seconds) && !sk_has_index_method(seconds)) {
        return sk_raise_false(sk_exc_TypeError, "'%T' object cannot be interpreted as an integer", seconds);
    }
    if (!sk_as_int64(seconds, &s)) {
        if (!sk_error_clear_if(sk_exc_OverflowError)) return false;
        return sk_raise_false(sk_exc_OverflowError, "timestamp too large to convert to C PyTime_t");
    }
    if (s > INT64_MAX / 1000000000 || s < INT64_MIN / 1000000000)
        return sk_raise_false(sk_exc_OverflowError, "timestamp too large to convert to C PyTime_t");
    *ns = s * 1000000000;
    return true;
}

bool sk_lock_timeout(SkValue blocking, SkValue timeout, int64_t *ns) {
    int block = sk_is_empty(blocking) ? 1 : sk_truth(blocking);
    if (block < 0) return false;
    bool unset = sk_is_empty(timeout);
    *ns = -1;
    if (!unset) {
        if (sk_is_none(timeout)) return sk_raise_false(sk_exc_TypeError, "'NoneType' object cannot be interpreted as an integer");
        if (!sk_timeout_ns(timeout, ns)) return false;
        unset = *ns == INT64_C(-1000000000);
    }
    if (!block && !unset) return sk_raise_false(sk_exc_ValueError, "can't specify a timeout for a non-blocking call");
    if (!unset && *ns < 0) return sk_raise_false(sk_exc_ValueError, "timeout value must be a non-negative number");
    if (!block) *ns = 0;
    else if (unset) *ns = -1;
    return true;
}

// ---- lock ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkMutex mutex;
} Lock;

static SkMutex *mutex_of(SkValue v) { return &((Lock *)sk_ptr(v))->mutex; }

SkValue sk_lock_new(void) {
    Lock *l = (Lock *)sk_object_new(&sk_lock_type.head, sizeof *l);
    if (!l) return sk_raise_memory();
    memset(&l->mutex, 0, sizeof l->mutex);
    return sk_counted(l);
}

bool sk_lock_release(SkValue lock) { return sk_mutex_release(mutex_of(lock)); }

static void lock_destroy(SkObject *o) { sk_object_free(o, sizeof(Lock)); }

static SkValue lock_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    (void)args;
    if (!sk_no_kwargs("lock", kwnames) || !sk_check_nargs("lock", nargs, 0, 0)) return SK_EMPTY;
    return sk_lock_new();
}

static SkValue lock_acquire(SkValue v, const SkValue *args) {
    int64_t ns;
    if (!sk_lock_timeout(args[0], args[1], &ns)) return SK_EMPTY;
    int r = sk_mutex_acquire(mutex_of(v), ns);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

static SkValue lock_enter(SkValue v) { return sk_mutex_acquire(mutex_of(v), -1) < 0 ? SK_EMPTY : SK_TRUE; }

static SkValue lock_release(SkValue v) {
    return sk_mutex_release(mutex_of(v)) ? SK_NONE : sk_raise(sk_exc_RuntimeError, "release unlocked lock");
}

static SkValue lock_exit(SkValue v, const SkValue *args, size_t nargs) {
    (void)args;
    (void)nargs;
    return lock_release(v);
}

static SkValue lock_locked(SkValue v) { return sk_bool(sk_mutex_is_locked(mutex_of(v))); }

static SkValue lock_reinit(SkValue v) {
    sk_store_relaxed(&mutex_of(v)->starving, 0);
    sk_store_release(&mutex_of(v)->state, FREE);  // PAIR(python-lock)
    return SK_NONE;
}

static SkValue lock_repr(SkValue v) {
    return sk_str_format("<%s %s object at %p>", sk_mutex_is_locked(mutex_of(v)) ? "locked" : "unlocked", sk_type_of(v)->name, (void *)sk_ptr(v));
}

#define ACQUIRE_SIG "(blocking=True, timeout=-1)"

static const SkMethodDef lock_methods[] = {
    {"acquire", SK_SIG, .sig_fn = lock_acquire, .sig = ACQUIRE_SIG, .doc = "Take the lock: whether it was to be had in time."},
    {"acquire_lock", SK_SIG, .sig_fn = lock_acquire, .sig = ACQUIRE_SIG, .doc = "An obsolete synonym of acquire()."},
    {"release", SK_NOARGS, .noargs = lock_release, .sig = "()", .doc = "Release the lock; another thread may have taken it."},
    {"release_lock", SK_NOARGS, .noargs = lock_release, .sig = "()", .doc = "An obsolete synonym of release()."},
    {"locked", SK_NOARGS, .noargs = lock_locked, .sig = "()", .doc = "Whether the lock is held."},
    {"locked_lock", SK_NOARGS, .noargs = lock_locked, .sig = "()", .doc = "An obsolete synonym of locked()."},
    {"__enter__", SK_NOARGS, .noargs = lock_enter, .sig = "()", .doc = "Take the lock."},
    {"__exit__", SK_FAST, .fast = lock_exit, .sig = "(*exc_info)", .doc = "Release the lock."},
    {"_at_fork_reinit", SK_NOARGS, .noargs = lock_reinit, .sig = "()"},
    {0},
};

SkType sk_lock_type = {
    SK_TYPE_HEAD(0, sizeof(Lock), NULL, NULL, lock_destroy),
    .name = "_thread.lock",
    .doc = "lock()\n--\n\nA lock, which one thread holds at a time and any may release.",
    .flags = SK_TF_WEAKREF,
    .new_ = lock_new,
    .repr = lock_repr,
    .methods = lock_methods,
};

// ---- RLock -----------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkMutex mutex;
    _Atomic uint64_t owner;  // ident; written by the holder only
    _Atomic uint64_t count;  // likewise
} RLock;

static RLock *as_rlock(SkValue v) { return (RLock *)sk_ptr(v); }
static bool mine(RLock *l) { return sk_load_relaxed(&l->owner) == sk_thread_ident(); }

static void rlock_destroy(SkObject *o) { sk_instance_free(o, 0); }
static void rlock_trace(SkObject *o, SkVisit visit, void *arg) { sk_instance_trace(o, visit, arg); }
static void rlock_clear(SkObject *o) { sk_instance_clear(o); }

static SkValue rlock_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static int rlock_take(RLock *l, int64_t ns, uint64_t count) {
    uint64_t me = sk_thread_ident();
    if (sk_load_relaxed(&l->owner) == me) {
        sk_add_relaxed(&l->count, count);
        return 1;
    }
    int r = sk_mutex_acquire(&l->mutex, ns);
    if (r == 1) {
        sk_store_relaxed(&l->owner, me);
        sk_store_relaxed(&l->count, count);
    }
    return r;
}

static SkValue rlock_acquire(SkValue v, const SkValue *args) {
    int64_t ns;
    if (!sk_lock_timeout(args[0], args[1], &ns)) return SK_EMPTY;
    int r = rlock_take(as_rlock(v), ns, 1);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}
static SkValue rlock_enter(SkValue v) { return rlock_take(as_rlock(v), -1, 1) < 0 ? SK_EMPTY : SK_TRUE; }

static void rlock_let_go(RLock *l) {
    sk_store_relaxed(&l->count, 0);
    sk_store_relaxed(&l->owner, 0);
    (void)sk_mutex_release(&l->mutex);
}

static SkValue rlock_release(SkValue v) {
    RLock *l = as_rlock(v);
    if (!mine(l)) return sk_raise(sk_exc_RuntimeError, "cannot release un-acquired lock");
    if (sk_load_relaxed(&l->count) == 1) rlock_let_go(l);
    else sk_sub_relaxed(&l->count, 1);
    return SK_NONE;
}
static SkValue rlock_exit(SkValue v, const SkValue *args, size_t nargs) {
    (void)args;
    (void)nargs;
    return rlock_release(v);
}
static SkValue rlock_is_owned(SkValue v) { return sk_bool(mine(as_rlock(v))); }
static SkValue rlock_locked(SkValue v) { return sk_bool(sk_mutex_is_locked(&as_rlock(v)->mutex)); }
static SkValue rlock_count(SkValue v) { return sk_int_from_int64(mine(as_rlock(v)) ? (int64_t)sk_load_relaxed(&as_rlock(v)->count) : 0); }

static SkValue rlock_release_save(SkValue v) {
    RLock *l = as_rlock(v);
    if (!mine(l)) return sk_raise(sk_exc_RuntimeError, "cannot release un-acquired lock");
    SK_AUTO SkValue count = sk_int_from_int64((int64_t)sk_load_relaxed(&l->count));
    SK_AUTO SkValue owner = sk_is_empty(count) ? SK_EMPTY : sk_int_from_uint64(sk_load_relaxed(&l->owner));
    SkValue pair = sk_is_empty(owner) ? SK_EMPTY : sk_tuple_pack(2, count, owner);
    if (!sk_is_empty(pair)) rlock_let_go(l);
    return pair;
}

static SkValue rlock_restore(SkValue v, SkValue state) {
    RLock *l = as_rlock(v);
    uint64_t count, owner;
    if (!sk_is_tuple(state) || sk_tuple_len(state) != 2) return sk_raise(sk_exc_TypeError, "_acquire_restore() argument 1 must be a 2-item tuple");
    if (!sk_as_uint64(sk_tuple_peek(state, 0), &count) || !sk_as_uint64(sk_tuple_peek(state, 1), &owner)) return SK_EMPTY;
    // What a signal handler raises meanwhile is kept until the lock is held: who waits on a condition relies on it.
    SkValue raised = SK_EMPTY;
    while (sk_mutex_acquire(&l->mutex, -1) < 0) {
        sk_release(raised);
        raised = sk_error_take();
    }
    sk_store_relaxed(&l->owner, owner);
    sk_store_relaxed(&l->count, count);
    if (sk_is_empty(raised)) return SK_NONE;
    sk_error_restore(raised);
    return SK_EMPTY;
}

static SkValue rlock_reinit(SkValue v) {
    RLock *l = as_rlock(v);
    sk_store_relaxed(&l->owner, 0);
    sk_store_relaxed(&l->count, 0);
    sk_store_relaxed(&l->mutex.starving, 0);
    sk_store_release(&l->mutex.state, FREE);  // PAIR(python-lock)
    return SK_NONE;
}

static SkValue rlock_repr(SkValue v) {
    RLock *l = as_rlock(v);
    uint64_t count = sk_load_relaxed(&l->count);
    return sk_str_format("<%s %s object owner=%llu count=%llu at %p>", count ? "locked" : "unlocked", sk_type_of(v)->name,
                         (unsigned long long)sk_load_relaxed(&l->owner), (unsigned long long)count, (void *)sk_ptr(v));
}

static const SkMethodDef rlock_methods[] = {
    {"acquire", SK_SIG, .sig_fn = rlock_acquire, .sig = ACQUIRE_SIG, .doc = "Take the lock, once more if this thread holds it."},
    {"release", SK_NOARGS, .noargs = rlock_release, .sig = "()", .doc = "Undo one acquire()."},
    {"locked", SK_NOARGS, .noargs = rlock_locked, .sig = "()", .doc = "Whether the lock is held."},
    {"__enter__", SK_NOARGS, .noargs = rlock_enter, .sig = "()", .doc = "Take the lock."},
    {"__exit__", SK_FAST, .fast = rlock_exit, .sig = "(*exc_info)", .doc = "Release the lock."},
    {"_is_owned", SK_NOARGS, .noargs = rlock_is_owned, .sig = "()", .doc = "Whether this thread holds it."},
    {"_recursion_count", SK_NOARGS, .noargs = rlock_count, .sig = "()", .doc = "How often this thread holds it."},
    {"_release_save", SK_NOARGS, .noargs = rlock_release_save, .sig = "()", .doc = "Release it wholly; the state for _acquire_restore()."},
    {"_acquire_restore", SK_ONEARG, .onearg = rlock_restore, .sig = "(state, /)", .doc = "Acquire it as often as before _release_save()."},
    {"_at_fork_reinit", SK_NOARGS, .noargs = rlock_reinit, .sig = "()"},
    {0},
};

SkType sk_rlock_type = {
    SK_TYPE_HEAD(0, sizeof(RLock), rlock_trace, rlock_clear, rlock_destroy),
    .name = "_thread.RLock",
    .doc = "A lock that its holder may take again.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = rlock_new,
    .repr = rlock_repr,
    .methods = rlock_methods,
};
