// What the files of _thread share, and a lock for other modules.
#ifndef SKEIN_MODULES__THREAD_H
#define SKEIN_MODULES__THREAD_H

#include "objects/type.h"

// A lock that any thread may release. Zeroed: free.
typedef struct {
    _Atomic uint32_t state;     // 0 free, 1 held, 2 held and waited for, 3 free but kept for a starving waiter
    _Atomic uint32_t starving;  // waiters that have waited for long
} SkMutex;

// 1: taken; 0: timed out; -1: an exception was set (a signal handler raised). timeout_ns < 0: for ever. May run Python
// code (signal handlers), detaches while it waits.
int sk_mutex_acquire(SkMutex *m, int64_t timeout_ns);
// False if it was not held.
bool sk_mutex_release(SkMutex *m);
bool sk_mutex_is_locked(SkMutex *m);

// The arguments (blocking=True, timeout=-1) in nanoseconds: < 0 for ever, 0 not at all. False with an exception.
bool sk_lock_timeout(SkValue blocking, SkValue timeout, int64_t *ns) SK_MUST_USE;
// A number of seconds, rounded up; None or SK_EMPTY: -1.
bool sk_timeout_ns(SkValue seconds, int64_t *ns) SK_MUST_USE;

extern SkType sk_lock_type, sk_rlock_type, sk_thread_local_type, sk_thread_handle_type;
SkValue sk_lock_new(void) SK_MUST_USE;
bool sk_lock_release(SkValue lock);   // false if it was not held

// Starts a thread that calls function(*args, **kwargs); kwargs may be SK_EMPTY. handle: a _ThreadHandle or SK_EMPTY.
bool sk_start_python_thread(SkValue function, SkValue args, SkValue kwargs, SkValue handle, uint64_t *ident) SK_MUST_USE;
extern _Atomic size_t sk_thread_stack_size;
uint64_t sk_thread_ident(void);
int64_t sk_python_thread_count(void);
void sk_thread_set_sentinel(SkValue lock);   // released when the thread ends; retained

// A thread's own entries in _local objects go.
void sk_thread_locals_clear(void);

// ---- handles
void sk_thread_handle_started(SkValue handle, uint64_t ident);
void sk_thread_handle_done(SkValue handle);
SkValue sk_thread_start_joinable(SkValue module, const SkValue *args);
SkValue sk_thread_make_handle(SkValue module, SkValue ident);
SkValue sk_thread_shutdown(SkValue module);
void sk_thread_handles_init(void);

#endif
