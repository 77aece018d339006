// Looking at the whole heap, for tests: what holds each container, as counted and as found.
//
// Only at a quiescent point: no other thread runs, this one has converted its borrows, and nothing waits in a zero list.
#ifndef SKEIN_GC_HEAP_H
#define SKEIN_GC_HEAP_H

#include "gc/object.h"

typedef struct {
    SkObject *object;
    int64_t counted;    // references by its counts
    int64_t found;      // references from other containers and from types
    bool rooted;        // something immortal leads to it
} SkHeapEntry;

// Calls tell for every container that is not immortal. False: out of memory, or one has fewer counts than references
// (then tell was called for it, too).
bool sk_heap_walk(void (*tell)(const SkHeapEntry *e, void *arg), void *arg) SK_MUST_USE;

#endif
