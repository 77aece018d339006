// Collections of young garbage by the thread that made it: no other thread takes part or notices (gc/young.c has the argument,
// stress/models/young.pml the checked protocol).
#ifndef SKEIN_GC_YOUNG_H
#define SKEIN_GC_YOUNG_H

#include "gc/object.h"

typedef struct {
    uint64_t collections;
    uint64_t looked_at;   // containers
    uint64_t found;       // of them garbage
    uint64_t total_ns, longest_ns;
} SkYoungStats;

bool sk_young_init(uint32_t capacity /* of the table of containers */) SK_MUST_USE;
// This thread has got an index of the table, free as yet (or after a grace period again): what is allocated there is young. The second:
// it gives a free one away.
void sk_young_took(uint32_t index);
void sk_young_gave(uint32_t index);
// The thread has taken more indexes, for want of free ones. True: so much is young that a collection is due.
bool sk_young_refilled(void);
bool sk_young_due(void);
// For all threads: a collection at so many containers, rounded up to a portion of the table; 0: as each thread finds best.
void sk_young_set_threshold(uint32_t n);
uint32_t sk_young_held(void);   // by this thread
// Collects on the calling thread. Runs no finalizers of what it finds, but those of what that held may run (Python code).
// The number of objects found to be garbage.
uint64_t sk_young_collect(void);
// Around taking references to what the table of containers names (sk_try_incref): no thread claims garbage meanwhile. For a few
// microseconds at a time; no safepoint in between.
void sk_young_keep_out(void);
void sk_young_let_in(void);
void sk_young_after_fork_child(void);
// This thread's memory for it goes back; what is young is left to full collections.
void sk_young_thread_exit(void);
// Of all threads.
void sk_young_stats(SkYoungStats *out);

#endif
