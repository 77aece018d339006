// Each thread collects what it lists and retires in open batches. At a safepoint, after its report, it seals
// them with a ticket for a grace period and looks at sealed batches whose ticket is done. When no other thread is
// attached, its own report was the grace period (is_alone).
//
// What a thread has listed when it detaches does not wait for it: it seals its batches, and a thread that is attached when
// their grace period is over, or attaches later, takes them out of the slot, which it holds meanwhile.
// PAIR(left-behind): who detaches stores DETACHED, then swaps sk_thread_left_behind; who takes over swaps it, then looks at the
// states. Either the second swap is the detaching thread's, and the flag stays up, or DETACHED is seen.
#include "gc/reclaim.h"

#include <limits.h>

#include "base/alloc.h"
#include "gc/collect.h"
#include "gc/table.h"
#include "gc/young.h"
#include "threading/rcu.h"
#include "threading/thread.h"

enum {
    BATCH = 254,
    LIMBO_ENTRIES = 128,        // memory waits for company before a grace period is asked for ...
    LIMBO_BYTES = 256 * 1024,   // ... up to this many bytes
    BUDGET_NS = 200000,         // no further batch is processed at a safepoint that has spent so much
    AT_ONCE = 2,                // batches taken over at one safepoint, from one slot
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

// Of a slot: used by the thread that is attached to it, or holds it.
typedef struct SkReclaim {
    Batch *open;                  // being filled
    Batch *first, *last;          // sealed, in the order of their tickets
    size_t limbo_bytes;           // in the open one
} SkReclaim;

static _Thread_local bool processing;

static void raw_free(const Entry *e) {
    if (e->index) {
        sk_young_took(e->index);
        sk_table_recycle(e->index);
    }
    sk_free(e->block);
}

static void ask(void) { sk_or_relaxed(&sk_poll_word, SK_POLL_RETIRED); }

static void seal(SkReclaim *r) {
    Batch *b = r->open;
    if (!b || !b->count) return;
    r->open = NULL;
    r->limbo_bytes = 0;
    b->next = NULL;
#if SKEIN_GIL
    b->ticket = 0;
#else
    b->ticket = sk_rcu_request();
#endif
    if (r->last) r->last->next = b;
    else r->first = b;
    r->last = b;
}

// The first sealed batch, whose grace period is over.
static Batch *unseal(SkReclaim *r) {
    Batch *b = r->first;
    r->first = b->next;
    if (!r->first) r->last = NULL;
    return b;
}

static SkReclaim *mine(void) {
    SkThread *t = sk_thread_self;
    if (sk_unlikely(!t->reclaim) && !(t->reclaim = sk_calloc(1, sizeof *t->reclaim))) SK_FATAL("out of memory while retiring memory");
    return t->reclaim;
}

static SkReclaim *push(Entry e) {
    SkReclaim *r = mine();
    if (r->open && r->open->count == BATCH) seal(r);
    if (!r->open) {
        r->open = sk_malloc(sizeof *r->open);
        if (!r->open) SK_FATAL("out of memory while retiring memory");
        r->open->count = 0;
    }
    r->open->entries[r->open->count++] = e;
    return r;
}

// Only who has the slot writes its zeros.
static void add_zeros(SkThread *t, uint32_t n) { sk_store_relaxed(&t->zeros, sk_load_relaxed(&t->zeros) + n); }

void sk_zero_list_push(SkObject *o) {
    push((Entry){o, 0, true});
    add_zeros(sk_thread_self, 1);
    ask();
}

void sk_limbo_push(void *block, size_t size, uint32_t index) {
    sk_thread_self->retired_bytes += size;
    SkReclaim *r = push((Entry){block, index, false});
    r->limbo_bytes += size;
    if (r->open->count >= LIMBO_ENTRIES || r->limbo_bytes >= LIMBO_BYTES) ask();
}

static uint32_t zeros_in(const Batch *b) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->count; i++) n += b->entries[i].is_object;
    return n;
}

// b is in nobody's list any more, and its zeros are not counted.
static void process(Batch *b) {
    for (uint32_t i = 0; i < b->count; i++) {
        Entry e = b->entries[i];
        if (!e.is_object) raw_free(&e);
        else if (sk_zero_check(e.block)) sk_zero_list_push(e.block);
    }
    sk_free(b);
}

static void process_own(Batch *b) {
    add_zeros(sk_thread_self, -zeros_in(b));
    process(b);
}

void sk_reclaim_flush(void) {
    if (sk_thread_self->reclaim) seal(sk_thread_self->reclaim);
}

// No other thread is attached at this moment: nobody uses what was listed before. To be asked anew after each finalizer, which may have let
// others attach while it blocked, and list what they may be using.
static bool is_alone(void) {
#if SKEIN_GIL
    return true;
#else
    return sk_thread_alone();
#endif
}

static bool is_done(const Batch *b) { return sk_rcu_done(b->ticket) || is_alone(); }

// What detached threads have left behind, `most` batches of each at the most; waiting: also those whose grace period is not over.
// A slot that somebody else holds is looked at again: only who detaches from one raises the flag, and its holder is not that.
static Batch *take_over(bool waiting, int most) {
    if (!sk_load_relaxed(&sk_thread_left_behind)) return NULL;
    sk_swap_acq_rel(&sk_thread_left_behind, false);  // PAIR(left-behind)
    Batch *taken = NULL;
    bool more = false;
    for (uint32_t i = 1, n = sk_thread_max_slot(); i <= n; i++) {
        SkThread *t = sk_thread_by_slot(i);
        if (!t || t == sk_thread_self || !sk_load_relaxed(&t->zeros)) continue;
        if (!sk_thread_hold(t)) {
            more |= sk_load_relaxed(&t->state) != SK_SLOT_ATTACHED;
            continue;
        }
        for (int k = 0; k < most && t->reclaim->first && (waiting || is_done(t->reclaim->first)); k++) {
            Batch *b = unseal(t->reclaim);
            add_zeros(t, -zeros_in(b));
            b->next = taken;
            taken = b;
        }
        more |= sk_load_relaxed(&t->zeros) != 0;
        sk_thread_unhold(t);
    }
    if (more) sk_store_relaxed(&sk_thread_left_behind, true);
    return taken;
}

static void process_all(Batch *b) {
    while (b) {
        Batch *next = b->next;
        process(b);
        b = next;
    }
}

void sk_reclaim_poll(void) {
    if (processing) return;  // a finalizer that ran below reached a safepoint
    processing = true;
    // What was listed before the report that has just been made; finalizers below list into a new batch.
    SkReclaim *r = mine();
    Batch *now = NULL;
    if (is_alone()) {
        now = r->open;
        r->open = NULL;
        r->limbo_bytes = 0;
    } else {
        seal(r);
    }
    uint64_t start = r->first ? sk_collect_spent_ns() : 0;
    uint64_t spent = 0;
    while (r->first && spent < BUDGET_NS && is_done(r->first)) {
        process_own(unseal(r));
        spent = sk_collect_spent_ns() - start;
    }
    if (spent) sk_collect_held_up(spent);
    if (r->first && is_done(r->first)) ask();   // the next safepoint goes on
    if (now) process_own(now);
    process_all(take_over(false, AT_ONCE));
    processing = false;
}

void sk_reclaim_drain(bool left_behind) {
    SkReclaim *r = mine();
    Batch *left = left_behind ? take_over(true, INT_MAX) : NULL;
    while (r->open || r->first || left) {
        seal(r);
        // Not to be taken over by another thread while this one is detached: what is listed is to have died at the end.
        Batch *b = r->first;
        r->first = r->last = NULL;
        for (Batch *each = b; each; each = each->next) add_zeros(sk_thread_self, -zeros_in(each));
        sk_thread_hooks.convert_borrows();
#if !SKEIN_GIL
        if (!sk_thread_alone()) {
            sk_thread_detach();
            sk_rcu_synchronize();
            sk_thread_attach();
        }
#endif
        processing = true;
        process_all(b);
        process_all(left);
        left = NULL;
        processing = false;
        if (r->open && r->open->count == 0) {
            sk_free(r->open);
            r->open = NULL;
        }
    }
}
