// Each thread collects what it lists and retires in open batches. At a safepoint, after its report, it seals
// them with a ticket for a grace period and looks at sealed batches whose ticket is done. When no other thread is
// attached, its own report was the grace period.
#include "gc/reclaim.h"

#include "base/alloc.h"
#include "gc/table.h"
#include "threading/rcu.h"
#include "threading/thread.h"

enum {
    BATCH = 254,
    LIMBO_ENTRIES = 128,        // memory waits for company before a grace period is asked for ...
    LIMBO_BYTES = 256 * 1024,   // ... up to this many bytes
};

typedef struct {
    void *block;     // an object (zero list) or memory
    uint32_t index;  // limbo: table index to recycle, or 0
    bool is_object;  // on the zero list
} Entry;

typedef struct Batch {
    struct Batch *next;
    uint64_t ticket;
    uint32_t count;
    Entry entries[BATCH];
} Batch;

_Atomic bool sk_gc_mode;

static _Thread_local Batch *open_batch;                 // being filled
static _Thread_local Batch *sealed_first, *sealed_last; // in the order of their tickets
static _Thread_local size_t limbo_bytes;
static _Thread_local bool processing;

static void raw_free(const Entry *e) {
    if (e->index) sk_table_recycle(e->index);
    sk_free(e->block);
}

static void ask(void) { sk_or_relaxed(&sk_poll_word, SK_POLL_RETIRED); }

static void seal(void) {
    Batch *b = open_batch;
    if (!b || !b->count) return;
    open_batch = NULL;
    limbo_bytes = 0;
    b->next = NULL;
#if SKEIN_GIL
    b->ticket = 0;
#else
    b->ticket = sk_rcu_request();
#endif
    if (sealed_last) sealed_last->next = b;
    else sealed_first = b;
    sealed_last = b;
}

static Entry *push(void) {
    if (open_batch && open_batch->count == BATCH) seal();
    if (!open_batch) {
        open_batch = sk_malloc(sizeof *open_batch);
        if (!open_batch) SK_FATAL("out of memory while retiring memory");
        open_batch->count = 0;
    }
    return &open_batch->entries[open_batch->count++];
}

void sk_zero_list_push(SkObject *o) {
    *push() = (Entry){o, 0, true};
    ask();
}

void sk_limbo_push(void *block, size_t size, uint32_t index) {
    sk_thread_self->retired_bytes += size;
    *push() = (Entry){block, index, false};
    limbo_bytes += size;
    if (open_batch->count >= LIMBO_ENTRIES || limbo_bytes >= LIMBO_BYTES) ask();
}

static void process(Batch *b) {
    for (uint32_t i = 0; i < b->count; i++) {
        Entry e = b->entries[i];
        if (!e.is_object) raw_free(&e);
        else if (sk_zero_check(e.block)) *push() = e, ask();
    }
    sk_free(b);
}

void sk_reclaim_poll(void) {
    if (processing) return;  // a finalizer that ran below reached a safepoint
    processing = true;
    // What was listed before the report that has just been made; finalizers below list into a new batch.
#if SKEIN_GIL
    bool alone = true;
#else
    bool alone = sk_thread_alone();
#endif
    Batch *now = NULL;
    if (alone) {
        now = open_batch;
        open_batch = NULL;
        limbo_bytes = 0;
    } else {
        seal();
    }
    while (sealed_first && (alone || sk_rcu_done(sealed_first->ticket))) {
        Batch *b = sealed_first;
        sealed_first = b->next;
        if (!sealed_first) sealed_last = NULL;
        process(b);
    }
    if (now) process(now);
    processing = false;
}

void sk_reclaim_drain(void) {
    while (open_batch || sealed_first) {
        seal();
        sk_thread_hooks.convert_borrows();
#if !SKEIN_GIL
        if (!sk_thread_alone()) {
            sk_thread_detach();
            sk_rcu_synchronize();
            sk_thread_attach();
        }
#endif
        processing = true;
        Batch *b = sealed_first;
        sealed_first = sealed_last = NULL;
        while (b) {
            Batch *next = b->next;
            process(b);
            b = next;
        }
        processing = false;
        if (open_batch && open_batch->count == 0) {
            sk_free(open_batch);
            open_batch = NULL;
        }
    }
}
