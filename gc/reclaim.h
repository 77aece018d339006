// What waits for a grace period: objects on zero lists and memory in limbo, by thread.
#ifndef SKEIN_GC_RECLAIM_H
#define SKEIN_GC_RECLAIM_H

#include "gc/object.h"

// The object's count has just become zero with LISTED set by this thread's compare-and-swap.
void sk_zero_list_push(SkObject *o);
// Memory whose object died, or a replaced buffer; index: its table index or 0.
void sk_limbo_push(void *block, size_t size, uint32_t index);
// Processes what may be processed. Requires: this thread has just reported (safepoint). May run finalizers.
void sk_reclaim_poll(void);
// Before this thread detaches: what it has listed may be taken over by another thread after its grace period.
void sk_reclaim_flush(void);
// Processes everything, waiting for grace periods: at thread exit. left_behind: also what detached threads have listed.
void sk_reclaim_drain(bool left_behind);

// Called for a listed object after its grace period: lets it die, live, or wait again (gc/count.c).
// True: wait for another grace period.
bool sk_zero_check(SkObject *o);

// A collection is running: every freed block waits for a grace period. Read on the death path. Switched off with release, after the
// collection's last look at the table, and read with acquire by who frees at once. PAIR(gc-mode)
extern _Atomic bool sk_gc_mode;

#endif
