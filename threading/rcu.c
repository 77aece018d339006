// See rcu.h. The background thread's sequence: a request takes the number `started + 1`, which names the first
// grace period that has not begun yet; the thread publishes `done` after each one.
// PAIR(grace-period): done is stored with release after synchronize_rcu and loaded with acquire by sk_rcu_done:
// what readers did before their report happens before what the asker does afterwards.
#include "threading/rcu.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

#include "base/assert.h"
#include "base/atomic.h"

// Inlined, but not where ThreadSanitizer would take liburcu's volatile accesses for races.
#if !SK_TSAN
#define _LGPL_SOURCE
#endif
#include <urcu-qsbr.h>
#include <urcu/static/urcu-qsbr.h>

// liburcu is not instrumented: ThreadSanitizer learns from these what a grace period orders.
#if SK_TSAN
#include <sanitizer/tsan_interface.h>
static char reports;
#define report_release() __tsan_release(&reports)
#define grace_acquire() __tsan_acquire(&reports)
#else
#define report_release() (void)0
#define grace_acquire() (void)0
#endif

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wanted_changed = PTHREAD_COND_INITIALIZER;
static bool running;                // under mutex
static _Atomic uint32_t waiting;    // threads inside synchronize_rcu: written under the mutex, read by any
static pthread_cond_t nobody_waits = PTHREAD_COND_INITIALIZER;
static uint64_t wanted;             // under mutex: the highest ticket asked for
static int64_t due;                 // under mutex: when a grace period is wanted at the latest, CLOCK_MONOTONIC ns; 0: none is
static _Atomic uint64_t started;    // grace periods begun: written by the background thread, read by any
static _Atomic uint64_t done;       // grace periods ended: likewise
static void (*expedite_readers)(void);
static void (*wake_owners)(void);

// Between grace periods: what is asked for meanwhile is served together.
enum { PAUSE_NS = 200000 };

void *sk_rcu_register(void) {
    rcu_register_thread();
    return &URCU_TLS(urcu_qsbr_reader);
}

void sk_rcu_forget(void *reader) { cds_list_del(&((struct urcu_qsbr_reader *)reader)->node); }
void sk_rcu_unregister(void) { rcu_unregister_thread(); }
void sk_rcu_online(void) { rcu_thread_online(); }

void sk_rcu_offline(void) {
    report_release();
    rcu_thread_offline();
}

void sk_rcu_quiescent(void) {
    report_release();
    rcu_quiescent_state();
}

bool sk_rcu_is_waited_for(void) { return sk_load_relaxed(&waiting) != 0; }

void sk_rcu_set_hooks(void (*expedite)(void), void (*ended)(void)) {
    expedite_readers = expedite;
    wake_owners = ended;
}

static void done_waiting(void) {
    pthread_mutex_lock(&mutex);
    sk_store_relaxed(&waiting, sk_load_relaxed(&waiting) - 1);
    if (sk_load_relaxed(&waiting) == 0) pthread_cond_broadcast(&nobody_waits);
    pthread_mutex_unlock(&mutex);
}

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void wait_for_wish(void) {
    if (!due) {
        pthread_cond_wait(&wanted_changed, &mutex);
    } else if (now_ns() >= due) {
        wanted = sk_load_relaxed(&started) + 1;
    } else {
        struct timespec at = {due / 1000000000, due % 1000000000};
        pthread_cond_clockwait(&wanted_changed, &mutex, CLOCK_MONOTONIC, &at);
    }
}

static void *background(void *unused) {
    (void)unused;
    pthread_mutex_lock(&mutex);
    for (;;) {
        while (wanted <= sk_load_relaxed(&done)) wait_for_wish();
        due = 0;
        // A request that reads the old value of started gets a ticket this grace period does not serve: only
        // requests made before this point, under the mutex, are served by it.
        uint64_t n = sk_load_relaxed(&started) + 1;
        sk_store_relaxed(&started, n);
        sk_store_relaxed(&waiting, sk_load_relaxed(&waiting) + 1);
        pthread_mutex_unlock(&mutex);
        sk_fence_release();  // who sees the bit sees `waiting`: sk_safepoint_quiet
        if (expedite_readers) expedite_readers();
        synchronize_rcu();
        sk_store_release(&done, n);  // PAIR(grace-period)
        done_waiting();
        if (wake_owners) wake_owners();
        struct timespec company = {0, PAUSE_NS};
        nanosleep(&company, NULL);
        pthread_mutex_lock(&mutex);
    }
    return NULL;
}

static void start_background_locked(void) {
    sigset_t all, old;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    pthread_t thread;
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attr, 256 * 1024);
    running = pthread_create(&thread, &attr, background, NULL) == 0;
    pthread_attr_destroy(&attr);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
}

uint64_t sk_rcu_request(void) {
    pthread_mutex_lock(&mutex);
    if (!running) start_background_locked();
    uint64_t ticket = sk_load_relaxed(&started) + 1;
    if (ticket > wanted) {
        wanted = ticket;
        pthread_cond_signal(&wanted_changed);
    }
    pthread_mutex_unlock(&mutex);
    return ticket;
}

void sk_rcu_request_within(unsigned ms) {
    pthread_mutex_lock(&mutex);
    if (!running) start_background_locked();
    if (!due) {
        due = now_ns() + ms * INT64_C(1000000);
        pthread_cond_signal(&wanted_changed);
    }
    pthread_mutex_unlock(&mutex);
}

bool sk_rcu_done(uint64_t ticket) {
    if (sk_load_acquire(&done) < ticket) return false;  // PAIR(grace-period)
    grace_acquire();
    return true;
}

void sk_rcu_synchronize(void) {
    pthread_mutex_lock(&mutex);
    sk_store_relaxed(&waiting, sk_load_relaxed(&waiting) + 1);
    pthread_mutex_unlock(&mutex);
    sk_fence_release();
    if (expedite_readers) expedite_readers();
    synchronize_rcu();
    done_waiting();
    grace_acquire();
}

void sk_rcu_before_fork(void) {
    pthread_mutex_lock(&mutex);
    while (sk_load_relaxed(&waiting)) pthread_cond_wait(&nobody_waits, &mutex);
}
void sk_rcu_after_fork_parent(void) { pthread_mutex_unlock(&mutex); }

void sk_rcu_after_fork_child(void) {
    // The background thread is gone. A grace period it was in the middle of is run again by its successor.
    running = false;
    sk_store_relaxed(&waiting, 0);
    sk_store_relaxed(&started, sk_load_relaxed(&done));
    pthread_mutex_unlock(&mutex);
    pthread_cond_init(&wanted_changed, NULL);
    pthread_cond_init(&nobody_waits, NULL);
}
