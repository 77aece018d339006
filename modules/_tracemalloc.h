// What _tracemalloc's parts share: the table of the blocks that are in use and of the places that made them.
#ifndef SKEIN_MODULES_TRACEMALLOC_H
#define SKEIN_MODULES_TRACEMALLOC_H

#include "base/alloc.h"
#include "objects/str.h"

#define SK_TRACES_MAX_FRAMES 65535

// The text of a str, copied: no object is kept alive. Files are never freed.
typedef struct SkTraceFile {
    struct SkTraceFile *next;
    int64_t hash;
    size_t length;
    unsigned kind;
    char text[];
} SkTraceFile;

typedef struct {
    const SkTraceFile *file;   // NULL: unknown
    int line;
} SkTraceFrame;

// Where a block was made, innermost frame first. Freed by sk_traces_clear, or when the last pin goes.
typedef struct SkTracePlace {
    struct SkTracePlace *next;
    uint64_t hash;
    uint32_t count, total;     // frames kept, and frames there were
    SkTraceFrame frames[];
} SkTracePlace;

typedef struct {
    uintptr_t block;
    size_t size;
    const SkTracePlace *place;
} SkTrace;

// Begins and ends. Any thread; the other threads' free lists follow at their next safepoint. False: out of memory.
bool sk_traces_start(int max_frames) SK_MUST_USE;
void sk_traces_stop(void);
bool sk_traces_on(void);
int sk_traces_limit(void);

void sk_traces_clear(void);
void sk_traces_reset_peak(void);
void sk_traces_sizes(size_t *now, size_t *peak);
size_t sk_traces_own_size(void);

// This thread's new blocks are not traced between the two, and places that were read stay.
void sk_traces_pin(void);
void sk_traces_unpin(void);
// Requires: pinned. All traces, to be freed with sk_free; false: out of memory.
bool sk_traces_all(SkTrace **out, size_t *n) SK_MUST_USE;
// Requires: pinned. The trace of the block that holds this address or begins at most 64 bytes before it; false: there is none.
bool sk_traces_find(const void *address, SkTrace *out) SK_MUST_USE;

#endif
