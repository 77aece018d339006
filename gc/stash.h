// A thread's stash of references to objects that it counts again and again without owning them: code and globals of the
// closures it makes, the class it puts into a table, a configuration object it hands around.
//
// The count of such an object is a compare-and-swap on a line that all threads write. Who has retained the same object HOT
// times takes FILL references with one, and from then on hands them out and takes them back in memory of its own. The
// stash is a root like a register: the references in it are counted, so retaining from it is a move, and nothing in
// counting, sharing or collecting needs to know of it. It is given back before every quiescent report and every detach, so
// that it keeps nothing alive for longer than a borrow may; a thread that fills it asks for a grace period within
// SK_STASH_MS. What dies by giving back is listed, because no Python code may run there.
//
// Retaining may so give back another object's references, which allocates and takes the mutex of grace periods, but no object's lock: it may
// be done under one.
//
// Private to gc/count.c and the report.
#ifndef SKEIN_GC_STASH_H
#define SKEIN_GC_STASH_H

#include "gc/object.h"

#if SKEIN_GIL
SK_INLINE bool sk_stash_take(SkObject *o SK_UNUSED) { return false; }
SK_INLINE bool sk_stash_put(SkObject *o SK_UNUSED) { return false; }
SK_INLINE void sk_stash_give_back(void) {}
#else

enum { SK_STASH_BITS = 8, SK_STASH_ENTRIES = 1 << SK_STASH_BITS, SK_STASH_MS = 10 };

typedef struct {
    SkObject *object;   // held is 0: only a number that is compared, the object may be gone
    uint32_t held;      // references
    uint32_t heat;      // retains seen, at most HOT; objects that share the entry cool it
} SkStashEntry;

extern _Thread_local SkStashEntry sk_stash[SK_STASH_ENTRIES];

SK_INLINE SkStashEntry *sk_stash_entry(SkObject *o) {
    return &sk_stash[(uint64_t)(uintptr_t)o * UINT64_C(0x9E3779B97F4A7C15) >> (64 - SK_STASH_BITS)];
}

bool sk_stash_warm(SkStashEntry *e, SkObject *o);
void sk_stash_shrink(SkStashEntry *e);

// One reference out of the stash. False: the caller counts. Requires: o is alive, not immortal, and not this thread's own.
SK_INLINE bool sk_stash_take(SkObject *o) {
    SkStashEntry *e = sk_stash_entry(o);
    if (sk_likely(e->object == o && e->held)) {
        e->held--;
        return true;
    }
    return sk_stash_warm(e, o);
}

// One reference into the stash, if it has others of o. False: the caller counts.
SK_INLINE bool sk_stash_put(SkObject *o) {
    SkStashEntry *e = sk_stash_entry(o);
    if (e->object != o || !e->held) return false;
    e->held++;
    sk_stash_shrink(e);
    return true;
}

// Gives all references back. Runs no Python code.
void sk_stash_give_back(void);
#endif

#endif
