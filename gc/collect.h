// The cycle collector: freeze and verify (gc/collect.c has the argument, stress/models/verify.pml and finalize.pml the
// checked protocol).
#ifndef SKEIN_GC_COLLECT_H
#define SKEIN_GC_COLLECT_H

#include "gc/object.h"

typedef struct {
    uint64_t collections;
    uint64_t candidates;   // objects suspected after the guess
    uint64_t found;        // objects found to be garbage
    uint64_t aborted;      // suspects that verification let go
    uint64_t last_ns, total_ns;
    uint64_t longest_holdup_ns;   // that a thread was kept from its program by an automatic one, by frees that waited for it, or by pauses
} SkCollectStats;

bool sk_collect_init(uint32_t capacity /* of the table of containers */) SK_MUST_USE;

// Runs a full collection on the calling thread, which must be attached; other threads go on. Runs finalizers and callbacks of weak
// references (Python code) on this thread. The number of objects found to be garbage; 0 if this thread is collecting already.
uint64_t sk_collect(void);
// The same; afterwards what it found is gone, types with their last instances, and all else that waited on this thread for a grace period.
uint64_t sk_collect_and_drain(void);
// Asked for when the table of containers has grown (any thread); carried out by sk_collect_poll at a safepoint.
void sk_collect_request(void);
void sk_collect_request_young(void);   // by the thread whose containers they are
// What a safepoint does about a request: with one thread, or under the GIL, collects here; else wakes the collector's thread.
void sk_collect_poll(void);
void sk_collect_enable(bool enabled);
bool sk_collect_enabled(void);
void sk_collect_pause(bool on);   // the same, told apart: by a threshold of zero
void sk_collect_stats(SkCollectStats *out);
uint64_t sk_collect_now_ns(void);
// Hold-ups: the processor time that a thread spends on collections, or the pause that one asks it for. How long it waits for a core is not
// the collector's doing and not counted.
uint64_t sk_collect_spent_ns(void);
void sk_collect_held_up(uint64_t ns);
SK_INLINE void sk_collect_note_longest(_Atomic uint64_t *longest, uint64_t ns) {
    uint64_t seen = sk_load_relaxed(longest);
    while (ns > seen && !sk_cas_weak_relaxed(longest, &seen, ns)) {}
}
void sk_collect_after_fork_child(void);
// The same as sk_collect_and_drain; of what is found, these objects' finalizers run before all others, in this order. Not dereferenced.
uint64_t sk_collect_in_order(SkObject *const *first, size_t n);
// Keeps the memory of dead objects readable while the table of containers is walked by hand. No collection runs meanwhile, but for one
// that this thread is in the middle of. Not nested. May block.
bool sk_collect_hold(void) SK_MUST_USE;   // what sk_collect_release is given
void sk_collect_release(bool held);

// Set by the layers above. silence: x is garbage; if it is a weak reference, its callback is not to run.
extern void (*sk_collect_silence)(SkObject *x);
// The finalizer of classes with __del__: it runs before those of native objects, which such a method may still want to use.
extern void (*sk_collect_first_finalizer)(SkObject *x);
// Told of what is found garbage, before it drops what it holds. True: it is to live on.
extern bool (*sk_collect_found)(SkObject *x);
// Everything is left to full collections, whose finds are told.
extern _Atomic bool sk_collect_watched;
// A line on stderr for each full collection. Set at start-up.
extern bool sk_collect_log;
// Young collections since the last full one, skipped ones included; and how many there are to be at least between two automatic full ones.
uint32_t sk_collect_young_since(void);
void sk_collect_set_least_young(uint32_t n);
// Around each automatic collection of a generation (0: young, 2: full), with what it found (0 at the start).
extern void (*sk_collect_phase)(bool start, int generation, uint64_t found);

#endif
