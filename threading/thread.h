// Threads: registry, attach and detach, safepoints, the GIL of the GIL build.
//
// Every thread that touches Python objects has a slot: a number from 1 to SK_MAX_SLOTS that marks what it owns
// (SkObject.owner). The slot outlives the thread: what it owns then belongs to a vacant slot,
// and to whichever thread takes the slot next.
//
// States of a slot, changed by compare-and-swap:
//   VACANT    no thread
//   DETACHED  its thread runs no Python code and touches no object (blocking call)
//   ATTACHED  its thread may touch objects; it is a reader of liburcu
//   HELD      another thread works on a DETACHED or VACANT slot's queue (at most a few microseconds); the owner
//             waits before it attaches (I11)
//
// An attached thread reports a quiescent state only at a safepoint, only when asked (a bit in its poll word). At
// the report, borrowed references in the interpreter's registers become counted (I13).
#ifndef SKEIN_THREADING_THREAD_H
#define SKEIN_THREADING_THREAD_H

#include <pthread.h>

#include "base/atomic.h"

#define SK_MAX_SLOTS 65534

enum SkSlotState { SK_SLOT_VACANT, SK_SLOT_DETACHED, SK_SLOT_ATTACHED, SK_SLOT_HELD = 8 };

// Bits of the poll word: set by anybody, cleared by the thread itself.
enum SkPollBits {
    SK_POLL_REPORT = 1,   // a grace period waits for this thread
    SK_POLL_MERGE = 2,    // its merge queue is not empty
    SK_POLL_RETIRED = 4,  // it has something waiting for a grace period
    SK_POLL_SIGNAL = 8,   // main thread: signal handlers to run
    SK_POLL_ASYNC = 16,   // an exception was sent to it
    SK_POLL_GIL = 32,     // somebody waits for the lock
    SK_POLL_PAUSE = 64,   // hold still while somebody forks
    SK_POLL_EXIT = 128,   // the interpreter is going away: never run Python code again
    SK_POLL_PENDING = 256,// pending calls of the layers above
    SK_POLL_TRACE = 512,  // who watches this thread's code has changed
    SK_POLL_VISIT = 1024, // somebody wants to look at it
    SK_POLL_COLLECT = 2048,  // the table of containers has grown: a collection is due
};

typedef struct SkThread {
    uint32_t slot;
    bool is_main;
    _Atomic uint32_t state;          // SkSlotState
    _Atomic(_Atomic uint32_t *) poll;  // the thread's poll word, NULL while vacant
    _Atomic(struct SkVisitRequest *) visit;  // sk_thread_visit: taken by the owner or taken back
    void *vm;                        // what the interpreter keeps of it; written by the owner, read at visits
    _Atomic(void *) merge_queue;     // gc/count.c: a stack of nodes, pushed by any, taken whole by the owner or a holder
    struct SkReclaim *reclaim;       // gc/reclaim.c: of the attached owner, or of who holds the slot
    _Atomic uint32_t zeros;          // objects in it whose pending check is due; written likewise, read by any
    pthread_t handle;
    void *reader;                    // its record in liburcu's registry; NULL: not registered. Under the registry's lock
    _Atomic uint64_t ident;          // get_ident() of the thread, 0 while vacant
    long native_id;
    // Statistics for -X stats: written by the owner only, read at its end
    uint64_t safepoints, merges, conversions, contentions, retired_bytes;
} SkThread;

extern _Thread_local SkThread *sk_thread_self;   // NULL: not a thread of ours
extern _Thread_local _Atomic uint32_t sk_poll_word;
#if !SKEIN_GIL
extern _Thread_local uint16_t sk_self_slot;   // the slot while attached, else 0: what SkObject.owner is compared with
extern _Atomic bool sk_multithreaded_flag;    // false until the second thread starts; never false again
#endif

// ---- life ------------------------------------------------------------------------------------------------------
// Makes the calling thread the main thread, attached.
bool sk_thread_init_main(void) SK_MUST_USE;
// Starts a thread which runs fn(arg) attached. 0 or an errno. stack_size 0: the default.
int sk_thread_start(void (*fn)(void *), void *arg, size_t stack_size, uint64_t *ident) SK_MUST_USE;
// Slots in use (VACANT ones excluded), and the slot by number (NULL if never used).
uint32_t sk_thread_count(void);
SkThread *sk_thread_by_slot(uint32_t slot);
uint32_t sk_thread_max_slot(void);
// Tells every thread but this one never to run Python code again (they block at their next safepoint or attach).
void sk_thread_stop_others(void);
bool sk_thread_others_stopped(void);

// ---- attach and detach --------------------------------------------------------------------------------------------
// Around everything that may block: while detached, touch no object. Preserves errno. Nothing happens on a
// thread that is not attached.
void sk_thread_detach(void);
void sk_thread_attach(void);
SK_INLINE bool sk_thread_is_attached(void) {
    return sk_thread_self && sk_load_relaxed(&sk_thread_self->state) == SK_SLOT_ATTACHED;
}
// Claims a slot whose thread is detached or vacant; false if it is attached or held by somebody else.
bool sk_thread_hold(SkThread *t) SK_MUST_USE;
void sk_thread_unhold(SkThread *t);
// A slot that nobody runs on has zeros. Set by who detaches from it; whoever clears it looks at all slots. PAIR(left-behind)
extern _Atomic bool sk_thread_left_behind;

// ---- safepoints ------------------------------------------------------------------------------------------------------
bool sk_safepoint_slow(void);
// Answers what is asked of this thread. False: an exception was set (a signal handler raised, or one was
// sent). May run Python code: borrowed words in C variables are dead after it.
SK_INLINE bool sk_safepoint_poll(void) {
    return sk_likely(sk_load_relaxed(&sk_poll_word) == 0) || sk_safepoint_slow();
}
// The same without running Python code (signal handlers and finalizers wait).
void sk_safepoint_quiet(void);
void sk_poll_set(SkThread *t, uint32_t bits);
void sk_poll_set_main(uint32_t bits);  // async-signal-safe
void sk_poll_set_all(uint32_t bits);   // every thread, attached or not

// True if no other thread is attached at this moment; then a grace period ends with this thread's own report.
bool sk_thread_alone(void);

// Runs fn(t, arg) while t's thread holds still: on that thread at its next safepoint, or on this one while that is detached. fn touches no
// lock that t may hold, runs no Python code and does not block. False: no thread has the slot. May block.
bool sk_thread_visit(SkThread *t, void (*fn)(SkThread *t, void *arg), void *arg);

// What the layers above do at a safepoint. Set once at start-up.
typedef struct {
    void (*convert_borrows)(void);     // interpreter registers: borrowed to counted
    void (*merge)(SkThread *t, bool later);  // drains this thread's merge queue; later: without running destructors or finalizers
    void (*reclaim)(void);             // zero lists and limbo whose grace period is over
    void (*flush)(void);               // before detaching with zeros: asks for their grace period
    void (*collect)(void);             // a collection is due; may run Python code
    bool (*run_pending)(uint32_t bits);  // signals, async exceptions, pending calls; false: exception set
    void (*trace)(void);               // SK_POLL_TRACE
    void (*thread_exit)(void);         // last thing a thread does attached
    void (*thread_enter)(void);        // first thing a thread does attached
} SkThreadHooks;
extern SkThreadHooks sk_thread_hooks;

// ---- fork ---------------------------------------------------------------------------------------------------------------
// The other threads hold still at a safepoint or detached; no lock of the runtime is held by anybody.
void sk_thread_before_fork(void);
void sk_thread_after_fork_parent(void);
void sk_thread_after_fork_child(void);

// ---- GIL build ------------------------------------------------------------------------------------------------------------
#if SKEIN_GIL
void sk_gil_set_interval(uint32_t microseconds);
#endif

// ---- waiting on a word (Linux futex) -----------------------------------------------------------------------------------------
// Blocks while *word == expected; spurious wake-ups happen. timeout_ns < 0: forever. False: timed out.
bool sk_futex_wait(_Atomic uint32_t *word, uint32_t expected, int64_t timeout_ns);
void sk_futex_wake(_Atomic uint32_t *word, int count);

#endif
