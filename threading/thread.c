// See thread.h. The registry is an array of slot records that are never freed: whoever has a slot number has its
// record. A record's fields are atomics; the free list is under `registry`.
//
// Attach and detach against hold: the state word changes by compare-and-swap only, so of an owner that attaches and
// a helper that claims, one waits for the other.
// PAIR(slot-state): the releasing store that ends HELD or ATTACHED, with the acquiring compare-and-swap that begins
// the next period: what was done to the slot's objects under one claim is seen under the next.
#include "threading/thread.h"

#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/assert.h"
#include "threading/adopt.h"
#include "threading/rcu.h"

_Thread_local SkThread *sk_thread_self;
_Thread_local _Atomic uint32_t sk_poll_word;
SkThreadHooks sk_thread_hooks;
_Atomic bool sk_thread_left_behind;
#if !SKEIN_GIL
_Thread_local uint16_t sk_self_slot;
_Atomic bool sk_multithreaded_flag;
#endif

static _Atomic(SkThread *) slots[SK_MAX_SLOTS + 1];
static _Atomic uint32_t max_slot;   // highest slot ever used
static _Atomic uint32_t live;       // slots that are not vacant
static pthread_mutex_t registry = PTHREAD_MUTEX_INITIALIZER;
static SkThread *main_thread;
static _Atomic bool stopping;       // set once by sk_thread_stop_others
static pthread_t stopper;           // who may go on
static _Atomic uint32_t pause_word; // 1 while somebody forks; waited on by paused threads

// ---- futex ---------------------------------------------------------------------------------------------------

bool sk_futex_wait(_Atomic uint32_t *word, uint32_t expected, int64_t timeout_ns) {
    struct timespec ts = {timeout_ns / 1000000000, timeout_ns % 1000000000};
    long r = syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, timeout_ns < 0 ? NULL : &ts, NULL, 0);
    return !(r == -1 && errno == ETIMEDOUT);
}

void sk_futex_wake(_Atomic uint32_t *word, int count) {
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

// ---- the global lock of the GIL build ---------------------------------------------------------------------------

#if SKEIN_GIL
static pthread_mutex_t gil_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gil_free = PTHREAD_COND_INITIALIZER;
static pthread_cond_t gil_switched = PTHREAD_COND_INITIALIZER;
static SkThread *gil_holder, *gil_last;  // under gil_mutex
static uint32_t gil_waiters;             // under gil_mutex
static _Atomic uint32_t gil_interval_us = 5000;

void sk_gil_set_interval(uint32_t microseconds) { sk_store_relaxed(&gil_interval_us, microseconds); }

static void gil_take(SkThread *t) {
    pthread_mutex_lock(&gil_mutex);
    gil_waiters++;
    while (gil_holder) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += (long)sk_load_relaxed(&gil_interval_us) * 1000;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        SkThread *seen = gil_holder;
        if (pthread_cond_timedwait(&gil_free, &gil_mutex, &until) == ETIMEDOUT && gil_holder == seen)
            sk_poll_set(seen, SK_POLL_GIL);
    }
    gil_waiters--;
    gil_holder = t;
    if (gil_last != t) {
        gil_last = t;
        pthread_cond_broadcast(&gil_switched);
    }
    pthread_mutex_unlock(&gil_mutex);
}

static void gil_drop(SkThread *t) {
    pthread_mutex_lock(&gil_mutex);
    if (gil_holder == t) gil_holder = NULL;
    pthread_cond_signal(&gil_free);
    pthread_mutex_unlock(&gil_mutex);
}

// Hands the lock over and waits until somebody else has had it.
static void gil_yield(SkThread *t) {
    pthread_mutex_lock(&gil_mutex);
    gil_holder = NULL;
    pthread_cond_signal(&gil_free);
    while (gil_waiters && gil_last == t) pthread_cond_wait(&gil_switched, &gil_mutex);
    pthread_mutex_unlock(&gil_mutex);
    gil_take(t);
}
#endif

// ---- registry -----------------------------------------------------------------------------------------------------

SkThread *sk_thread_by_slot(uint32_t slot) { return slot <= SK_MAX_SLOTS ? sk_load_acquire(&slots[slot]) : NULL; }
uint32_t sk_thread_max_slot(void) { return sk_load_acquire(&max_slot); }
uint32_t sk_thread_count(void) { return sk_load_relaxed(&live); }

void sk_poll_set(SkThread *t, uint32_t bits) {
    _Atomic uint32_t *poll = sk_load_acquire(&t->poll);
    if (poll) sk_or_relaxed(poll, bits);
}

void sk_poll_set_main(uint32_t bits) {
    if (main_thread) sk_poll_set(main_thread, bits);
}

static void ask_attached(uint32_t bits) {
    uint32_t n = sk_thread_max_slot();
    for (uint32_t i = 1; i <= n; i++) {
        SkThread *t = sk_thread_by_slot(i);
        if (!t || sk_load_relaxed(&t->state) != SK_SLOT_ATTACHED) continue;
        // The poll word lives in the thread: under the registry's lock it cannot exit meanwhile.
        pthread_mutex_lock(&registry);
        sk_poll_set(t, bits);
        pthread_mutex_unlock(&registry);
    }
}

void sk_poll_set_all(uint32_t bits) {
    pthread_mutex_lock(&registry);
    for (uint32_t i = 1; i <= sk_load_relaxed(&max_slot); i++) sk_poll_set(sk_load_relaxed(&slots[i]), bits);
    pthread_mutex_unlock(&registry);
}

static void ask_reports(void) { ask_attached(SK_POLL_REPORT); }
static void ask_reclaim(void) { ask_attached(SK_POLL_RETIRED); }

// Takes the vacant slot with the lowest number, or a new one.
static SkThread *take_slot(void) {
    pthread_mutex_lock(&registry);
    SkThread *t = NULL;
    uint32_t n = sk_load_relaxed(&max_slot);
    for (uint32_t i = 1; i <= n && !t; i++) {
        SkThread *candidate = sk_load_relaxed(&slots[i]);
        if (sk_load_relaxed(&candidate->ident) == 0) t = candidate;
    }
    if (!t && n < SK_MAX_SLOTS && (t = sk_calloc(1, sizeof *t))) {
        t->slot = n + 1;
        sk_store_release(&slots[n + 1], t);
        sk_store_release(&max_slot, n + 1);
    }
    if (t) {
        sk_store_relaxed(&t->ident, UINT64_MAX);  // taken; the thread sets the real one
        sk_add_relaxed(&live, 1);
    }
    pthread_mutex_unlock(&registry);
    return t;
}

// Registering with liburcu, and leaving, under the registry's lock: a fork, which holds it, finds liburcu's locks free.
static void join_readers(SkThread *t) {
#if !SKEIN_GIL
    pthread_mutex_lock(&registry);
    t->reader = sk_rcu_register();
    sk_rcu_offline();
    pthread_mutex_unlock(&registry);
#else
    (void)t;
#endif
}

static void give_slot_back(SkThread *t) {
    pthread_mutex_lock(&registry);
#if !SKEIN_GIL
    if (t->reader) sk_rcu_unregister();
    t->reader = NULL;
#endif
    sk_store_relaxed(&t->poll, NULL);
    sk_store_relaxed(&t->ident, 0);
    sk_sub_relaxed(&live, 1);
    pthread_mutex_unlock(&registry);
}

static void wait_if_stopped(void) {
    if (!sk_load_acquire(&stopping) || pthread_equal(pthread_self(), stopper)) return;
#if SKEIN_GIL
    gil_drop(sk_thread_self);   // it may have come by the lock just now, and who stopped it wants to go on
#endif
    for (;;) pause();  // a daemon thread at the end of the program: the process goes away under it
}

static void become(SkThread *t) {
    t->handle = pthread_self();
    t->native_id = syscall(SYS_gettid);
    sk_store_relaxed(&t->ident, (uint64_t)t->handle);
    sk_store_release(&t->poll, &sk_poll_word);
    sk_thread_self = t;
}

// DETACHED or VACANT to ATTACHED, waiting for a holder.
static void set_attached(SkThread *t) {
    for (unsigned spins = 0;; spins++) {
        uint32_t s = sk_load_relaxed(&t->state);
        // PAIR(slot-state)
        if (!(s & SK_SLOT_HELD) && sk_cas_acquire(&t->state, &s, SK_SLOT_ATTACHED)) return;
        if (spins > 100) sk_futex_wait(&t->state, s, 1000000);
        else sk_cpu_relax();
    }
}

bool sk_thread_hold(SkThread *t) {
    uint32_t s = sk_load_relaxed(&t->state);
    if (s != SK_SLOT_DETACHED && s != SK_SLOT_VACANT) return false;
    return sk_cas_acquire(&t->state, &s, s | SK_SLOT_HELD);  // PAIR(slot-state)
}

void sk_thread_unhold(SkThread *t) {
    sk_and_acq_rel(&t->state, ~(uint32_t)SK_SLOT_HELD);  // PAIR(slot-state)
    sk_futex_wake(&t->state, INT_MAX);
}

void sk_thread_attach(void) {
    SkThread *t = sk_thread_self;
    if (!t || sk_load_relaxed(&t->state) == SK_SLOT_ATTACHED) return;
    int saved = errno;
    wait_if_stopped();
#if SKEIN_GIL
    gil_take(t);
    wait_if_stopped();
    set_attached(t);
#else
    for (;;) {
        while (sk_load_acquire(&pause_word)) sk_futex_wait(&pause_word, 1, -1);
        sk_rcu_online();
        set_attached(t);
        // The forking thread sets pause_word, then looks at our state; we set our state, then look at pause_word.
        sk_fence_full();
        if (sk_likely(!sk_load_relaxed(&pause_word))) break;
        sk_store_release(&t->state, SK_SLOT_DETACHED);
        sk_rcu_offline();
    }
    sk_self_slot = (uint16_t)t->slot;
#endif
    if (sk_unlikely(sk_load_relaxed(&sk_thread_left_behind))) sk_or_relaxed(&sk_poll_word, SK_POLL_RETIRED);
    errno = saved;
}

// False: the merge queue is not empty; the thread is attached as before.
static bool leave(SkThread *t) {
    sk_thread_hooks.convert_borrows();
    bool zeros = sk_load_relaxed(&t->zeros) != 0;
    if (zeros) sk_thread_hooks.flush();
#if !SKEIN_GIL
    sk_self_slot = 0;
#endif
    sk_store_release(&t->state, SK_SLOT_DETACHED);  // PAIR(slot-state)
    if (zeros) sk_swap_acq_rel(&sk_thread_left_behind, true);  // PAIR(left-behind)
#if SKEIN_GIL
    gil_drop(t);
#else
    sk_rcu_offline();
    // R-LOOK: an object queued before its pusher saw us detached is ours to merge. Counting takes a slot, so it is done attached.
    sk_fence_full();  // PAIR(merge-detach)
    if (sk_unlikely(sk_load_relaxed(&t->merge_queue) != NULL)) {
        sk_thread_attach();
        return false;
    }
#endif
    return true;
}

void sk_thread_detach(void) {
    SkThread *t = sk_thread_self;
    if (!t || sk_load_relaxed(&t->state) != SK_SLOT_ATTACHED) return;
    int saved = errno;
    while (!leave(t)) sk_thread_hooks.merge(t, true);
    errno = saved;
}

bool sk_thread_alone(void) {
    sk_fence_full();
    uint32_t n = sk_thread_max_slot();
    if (n > 16) return false;
    for (uint32_t i = 1; i <= n; i++) {
        SkThread *t = sk_thread_by_slot(i);
        if (t && t != sk_thread_self && (sk_load_acquire(&t->state) & ~(uint32_t)SK_SLOT_DETACHED)) return false;
    }
    return true;
}

// ---- life ----------------------------------------------------------------------------------------------------------------

bool sk_thread_init_main(void) {
    SkThread *t = take_slot();
    if (!t) return false;
    main_thread = t;
    t->is_main = true;
    become(t);
    sk_rcu_set_hooks(ask_reports, ask_reclaim);
    join_readers(t);
    sk_store_relaxed(&t->state, SK_SLOT_DETACHED);
    sk_thread_attach();
    if (sk_thread_hooks.thread_enter) sk_thread_hooks.thread_enter();
    return true;
}

typedef struct {
    SkThread *thread;
    void (*fn)(void *);
    void *arg;
    sigset_t mask;
} Start;

// What a thread does first, and last.
static void enter(SkThread *t) {
    join_readers(t);
    sk_thread_attach();
    // Attached: nobody holds the slot any more, who would count merges.
    t->safepoints = t->merges = t->conversions = t->contentions = t->retired_bytes = 0;
    sk_thread_hooks.thread_enter();
}

static void go(SkThread *t) {
    while (sk_thread_hooks.thread_exit(), !leave(t)) {
        sk_thread_hooks.thread_enter();   // finalizers may run
        sk_thread_hooks.merge(t, false);
    }
    give_slot_back(t);
    sk_store_relaxed(&sk_poll_word, 0);
    sk_thread_self = NULL;
}

static void *thread_main(void *p) {
    Start start = *(Start *)p;
    sk_free(p);
    SkThread *t = start.thread;
    become(t);
    pthread_sigmask(SIG_SETMASK, &start.mask, NULL);
    enter(t);
    start.fn(start.arg);
    go(t);
    // In a child forked by a thread that thread is the main one, and it ends here. The process ends with its last thread: the
    // background thread of the grace periods would keep it.
    if (sk_load_relaxed(&live) == 0) _exit(0);
    // From DETACHED to VACANT: only ident tells them apart for take_slot, so the state may stay as it is.
    return NULL;
}

int sk_thread_start(void (*fn)(void *), void *arg, size_t stack_size, uint64_t *ident) {
    Start *start = sk_malloc(sizeof *start);
    SkThread *t = start ? take_slot() : NULL;
    if (!t) {
        sk_free(start);
        return start ? EAGAIN : ENOMEM;
    }
    uint32_t s = sk_load_relaxed(&t->state);
    if (s == SK_SLOT_VACANT) sk_cas_acq_rel(&t->state, &s, SK_SLOT_DETACHED);
    t->is_main = false;
#if !SKEIN_GIL
    sk_store_relaxed(&sk_multithreaded_flag, true);  // before the thread exists: pthread_create orders it
#endif
    *start = (Start){t, fn, arg, {{0}}};
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &start->mask);  // no handler runs before the thread knows itself
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    int err = stack_size ? pthread_attr_setstacksize(&attr, stack_size) : 0;
    sigset_t mask = start->mask;
    pthread_t handle;
    if (!err) err = pthread_create(&handle, &attr, thread_main, start);
    pthread_attr_destroy(&attr);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    if (err) {
        give_slot_back(t);
        sk_free(start);
    } else if (ident) {
        *ident = (uint64_t)handle;
    }
    return err;
}

static pthread_key_t adopted;   // its destructor runs when an adopted thread ends
static pthread_once_t adopted_once = PTHREAD_ONCE_INIT;
static _Thread_local void (*run_at_end)(void);

static void end_adopted(void *p) {
    SkThread *t = p;
    if (t != sk_thread_self) return;
    sk_thread_attach();
    run_at_end();
    go(t);
}
static void make_key(void) {
    if (pthread_key_create(&adopted, end_adopted) != 0) SK_FATAL("no thread-specific key is left");
}

void sk_thread_expect_others(void) {
    pthread_once(&adopted_once, make_key);
#if !SKEIN_GIL
    // This thread holds no lock that was not taken because it was alone, and there is no other.
    sk_store_relaxed(&sk_multithreaded_flag, true);
#endif
}

bool sk_thread_adopt(void (*at_end)(void)) {
    if (sk_thread_self) return false;
    SkThread *t = take_slot();
    if (!t) return false;
    t->is_main = false;
    uint32_t s = sk_load_relaxed(&t->state);
    if (s == SK_SLOT_VACANT) sk_cas_acq_rel(&t->state, &s, SK_SLOT_DETACHED);
    sigset_t all, mask;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &mask);  // no handler runs before the thread knows itself
    become(t);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    enter(t);
    run_at_end = at_end;
    pthread_setspecific(adopted, t);
    return true;
}

bool sk_thread_others_stopped(void) { return sk_load_acquire(&stopping); }

void sk_thread_stop_others(void) {
    stopper = pthread_self();
    sk_store_release(&stopping, true);
    pthread_mutex_lock(&registry);
    for (uint32_t i = 1; i <= sk_load_relaxed(&max_slot); i++) {
        SkThread *t = sk_load_relaxed(&slots[i]);
        if (t != sk_thread_self) sk_poll_set(t, SK_POLL_EXIT);
    }
    pthread_mutex_unlock(&registry);
}

// ---- visits ---------------------------------------------------------------------------------------------------------------

// Whoever takes the request out of t->visit owns it: the visited thread, which answers it, or the visitor, who tries again.
// PAIR(visit): the release of `done` with the visitor's acquiring load: what fn wrote is seen.
struct SkVisitRequest {
    void (*fn)(SkThread *t, void *arg);
    void *arg;
    _Atomic uint32_t done;
};

static void answer_visit(SkThread *t) {
    struct SkVisitRequest *request = sk_swap_acq_rel(&t->visit, NULL);
    if (!request) return;
    request->fn(t, request->arg);
    sk_store_release(&request->done, 1);  // PAIR(visit)
    sk_futex_wake(&request->done, 1);
}

bool sk_thread_visit(SkThread *t, void (*fn)(SkThread *t, void *arg), void *arg) {
    if (t == sk_thread_self) {
        fn(t, arg);
        return true;
    }
    static pthread_mutex_t one_visitor = PTHREAD_MUTEX_INITIALIZER;
    sk_thread_detach();
    pthread_mutex_lock(&one_visitor);
    sk_thread_attach();
    struct SkVisitRequest request = {.fn = fn, .arg = arg};
    bool there = false;
    for (;;) {
        uint64_t ident = sk_load_acquire(&t->ident);
        if (!ident || ident == UINT64_MAX) break;
        if (sk_thread_hold(t)) {
            there = sk_load_relaxed(&t->poll) != NULL;
            if (there) fn(t, arg);
            sk_thread_unhold(t);
            break;
        }
        sk_store_release(&t->visit, &request);
        pthread_mutex_lock(&registry);
        sk_poll_set(t, SK_POLL_VISIT);
        pthread_mutex_unlock(&registry);
        sk_thread_detach();
        sk_futex_wait(&request.done, 0, 1000000);
        sk_thread_attach();
        if (sk_swap_acq_rel(&t->visit, NULL) == &request) continue;   // it did not come by a safepoint: perhaps it is detached now
        sk_thread_detach();
        while (!sk_load_acquire(&request.done)) sk_futex_wait(&request.done, 0, 1000000);  // PAIR(visit)
        sk_thread_attach();
        there = true;
        break;
    }
    pthread_mutex_unlock(&one_visitor);
    return there;
}

// ---- safepoints -------------------------------------------------------------------------------------------------------------

static void answer(SkThread *t, uint32_t bits) {
    t->safepoints++;
    // R-POLL: the bits are cleared before what they ask for is done.
    sk_and_acq_rel(&sk_poll_word, ~(bits & (SK_POLL_REPORT | SK_POLL_MERGE | SK_POLL_GIL | SK_POLL_PAUSE | SK_POLL_VISIT)));
    if (bits & SK_POLL_EXIT) {
        sk_thread_detach();
        wait_if_stopped();
        sk_thread_attach();
    }
    if (bits & (SK_POLL_REPORT | SK_POLL_RETIRED)) sk_thread_hooks.convert_borrows();
#if SKEIN_GIL
    if (bits & SK_POLL_GIL) {
        sk_thread_hooks.convert_borrows();
        sk_store_release(&t->state, SK_SLOT_DETACHED);
        gil_yield(t);
        set_attached(t);
        wait_if_stopped();
    }
#else
    if (bits & (SK_POLL_REPORT | SK_POLL_RETIRED)) sk_rcu_quiescent();
    // Whoever asks for reports asks before liburcu begins to count them: a report may come too early, so it is made at every
    // safepoint until nobody waits any more.
    if ((bits & SK_POLL_REPORT) && sk_rcu_is_waited_for()) sk_or_relaxed(&sk_poll_word, SK_POLL_REPORT);
    if (bits & SK_POLL_PAUSE) {
        sk_thread_detach();
        sk_thread_attach();  // waits while somebody forks
    }
#endif
    if (bits & SK_POLL_VISIT) answer_visit(t);
}

void sk_safepoint_quiet(void) {
    SkThread *t = sk_thread_self;
    answer(t, sk_load_relaxed(&sk_poll_word));
    if (sk_load_relaxed(&t->merge_queue)) sk_thread_hooks.merge(t, true);
}

bool sk_safepoint_slow(void) {
    SkThread *t = sk_thread_self;
    uint32_t bits = sk_load_relaxed(&sk_poll_word);
    answer(t, bits);
    if (sk_load_relaxed(&t->merge_queue)) sk_thread_hooks.merge(t, false);
    if (bits & SK_POLL_RETIRED) {
        sk_and_relaxed(&sk_poll_word, ~(uint32_t)SK_POLL_RETIRED);
        sk_thread_hooks.reclaim();
    }
    if (bits & SK_POLL_COLLECT) {
        sk_and_relaxed(&sk_poll_word, ~(uint32_t)SK_POLL_COLLECT);
        sk_thread_hooks.collect();
    }
    if (bits & SK_POLL_TRACE) sk_thread_hooks.trace();
    uint32_t upper = bits & (SK_POLL_SIGNAL | SK_POLL_ASYNC | SK_POLL_PENDING);
    if (!upper) return true;
    sk_and_relaxed(&sk_poll_word, ~upper);
    return sk_thread_hooks.run_pending(upper);
}

// ---- fork ----------------------------------------------------------------------------------------------------------------------

void sk_thread_before_fork(void) {
    sk_store_release(&pause_word, 1);
    sk_fence_full();
#if !SKEIN_GIL
    for (uint32_t i = 1; i <= sk_thread_max_slot(); i++) {
        SkThread *t = sk_thread_by_slot(i);
        if (t == sk_thread_self) continue;
        while (sk_load_acquire(&t->state) == SK_SLOT_ATTACHED || (sk_load_acquire(&t->state) & SK_SLOT_HELD)) {
            pthread_mutex_lock(&registry);
            sk_poll_set(t, SK_POLL_PAUSE);
            pthread_mutex_unlock(&registry);
            struct timespec short_time = {0, 20000};
            nanosleep(&short_time, NULL);
        }
    }
    // A grace period that is being waited for may wait for this thread.
    sk_thread_hooks.convert_borrows();
    sk_rcu_offline();
    sk_rcu_before_fork();
    sk_rcu_online();
#endif
    pthread_mutex_lock(&registry);
}

void sk_thread_after_fork_parent(void) {
    pthread_mutex_unlock(&registry);
#if !SKEIN_GIL
    sk_rcu_after_fork_parent();
#endif
    sk_store_release(&pause_word, 0);
    sk_futex_wake(&pause_word, INT_MAX);
}

void sk_thread_after_fork_child(void) {
    SkThread *self = sk_thread_self;
    for (uint32_t i = 1; i <= sk_load_relaxed(&max_slot); i++) {
        SkThread *t = sk_load_relaxed(&slots[i]);
        if (t == self) continue;
#if !SKEIN_GIL
        if (t->reader) sk_rcu_forget(t->reader);
        t->reader = NULL;
#endif
        sk_store_relaxed(&t->poll, NULL);
        sk_store_relaxed(&t->ident, 0);
        sk_store_relaxed(&t->state, SK_SLOT_VACANT);
        t->is_main = false;
    }
    sk_store_relaxed(&live, 1);
    main_thread = self;
    self->is_main = true;
    self->native_id = syscall(SYS_gettid);
    pthread_mutex_unlock(&registry);
#if SKEIN_GIL
    pthread_mutex_init(&gil_mutex, NULL);
    pthread_cond_init(&gil_free, NULL);
    pthread_cond_init(&gil_switched, NULL);
    gil_waiters = 0;
    gil_holder = gil_last = self;
#else
    sk_rcu_after_fork_child();
#endif
    sk_store_release(&pause_word, 0);
}
