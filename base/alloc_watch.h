// Following every block that the allocator gives out.
#ifndef SKEIN_BASE_ALLOC_WATCH_H
#define SKEIN_BASE_ALLOC_WATCH_H

#include "base/compiler.h"

// Somebody who follows every block: `made` right after it was allocated, `gone` right before it is given back or moved. Both may
// allocate; they are told of that, too. Blocks from before the watch began are told of when they go.
typedef struct {
    void (*made)(void *block, size_t size);
    void (*gone)(void *block);
} SkAllocWatch;
// NULL: nobody. The structure lives for ever. Any thread, at any time; one that is in a call may finish it with what was set before.
void sk_alloc_watch(const SkAllocWatch *watch);
const SkAllocWatch *sk_alloc_watched(void);

#endif
