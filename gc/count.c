// Reference counting: the slow half. The protocol and its labels are those of stress/models/counting.pml and
// sharing.pml; invariants I1 to I13 are stated in docs/counting.md.
//
// The owner counts in `local` with relaxed loads and stores; everybody else changes `shared` by compare-and-swap, and
// every such change clears CAND in the same operation (I5). When the owner's count reaches zero, or the queue tells it
// that others dropped more than they took, the two halves are merged once: owner becomes none, MERGED is set, and from
// then on `shared` alone decides (I2).
//
// A count that reaches zero after merging decides the object's fate in the same compare-and-swap:
//   LISTED                             "zero again": CAND stays clear, so the pending check waits another grace period (E1, E3)
//   SH                                 LISTED | CAND, and a push on this thread's zero list
//   has a finalizer that has not run   one count is kept for the call; it is dropped afterwards
//   a collection runs                  as for SH
//   otherwise                          DEAD, at once
//   a merge where no Python code may run: likewise
// SH goes before the finalizer: a borrower may still be using the object, so `__del__` waits for the grace period too.
//
// PAIR(count): releases are release operations and deaths acquire: what other holders did to the object before they
// let go happens before its destruction.
#include "base/alloc.h"
#include "gc/collect.h"
#include "gc/count.h"
#include "gc/object.h"
#include "gc/reclaim.h"
#include "gc/stash.h"
#include "gc/table.h"
#include "gc/weak.h"
#include "threading/thread.h"

SkTypeHead *sk_type_table[SK_MAX_TYPES];

enum {
    SPILL = 0x8000,               // local counts moved to the shared word when the local one is full
    SATURATED = 1 << 22,          // a shared count this high stays as it is: the object lives for ever
    NESTING = 48,                 // destructions nested in C before the rest is put off
};

typedef enum { LIVES, FINALIZE, LISTED_NOW, DIES } Fate;

// ---- death ------------------------------------------------------------------------------------------------------

static _Thread_local unsigned nesting;
static _Thread_local SkObject **put_off;
static _Thread_local size_t put_off_count, put_off_capacity;

static void destroy(SkObject *o) { sk_type_head(o)->destroy(o); }

static bool put_off_push(SkObject *o) {
    if (put_off_count == put_off_capacity) {
        size_t capacity = put_off_capacity ? put_off_capacity * 2 : 256;
        SkObject **grown = sk_realloc(put_off, capacity * sizeof *grown);
        if (!grown) return false;
        put_off = grown;
        put_off_capacity = capacity;
    }
    put_off[put_off_count++] = o;
    return true;
}

// DEAD is set, or (unmerged, nobody else knew it) implied. A chain of deaths goes NESTING deep in C; the rest is
// put off until the outermost one is through.
static void die(SkObject *o) {
    if (sk_unlikely(sk_load_relaxed(&o->shared) & SK_WEAK)) sk_weak_object_died(o);
    if (sk_unlikely(nesting >= NESTING) && put_off_push(o)) return;
    nesting++;
    destroy(o);
    if (--nesting == 0) {
        while (put_off_count) {
            SkObject *next = put_off[--put_off_count];
            nesting++;
            destroy(next);
            nesting--;
        }
    }
}

static bool has_finalizer_to_run(SkObject *o) {
    return sk_unlikely(sk_load_relaxed(&sk_type_head(o)->finalize) != NULL) && !(sk_load_relaxed(&o->tl) & SK_FINALIZED);
}

static void finalize(SkObject *o) {
    sk_or_relaxed(&o->tl, SK_FINALIZED);
    void (*run)(SkObject *) = sk_load_relaxed(&sk_type_head(o)->finalize);
    if (run) run(o);  // NULL: `del C.__del__` in another thread
    sk_decref(o);
}

// n has MERGED and count zero: what it becomes (see the head of the file).
static uint32_t at_zero(SkObject *o, uint32_t n, Fate *fate, bool later) {
    *fate = LIVES;
    if (n & SK_LISTED) return n & ~(uint32_t)SK_CAND;
    later |= (n & SK_SH) != 0;
    if (!later && has_finalizer_to_run(o)) return *fate = FINALIZE, n + SK_COUNT_ONE;
    if (later || sk_load_relaxed(&sk_gc_mode)) return *fate = LISTED_NOW, n | SK_LISTED | SK_CAND;
    return *fate = DIES, n | SK_DEAD;
}

static void carry_out(SkObject *o, Fate fate) {
    switch (fate) {
    case LIVES: break;
    case FINALIZE: finalize(o); break;
    case LISTED_NOW: sk_zero_list_push(o); break;
    case DIES: die(o); break;
    }
}

// Changes the shared word to what `count` more references and the flags make it, with the local count if it is not merged yet,
// and decides what follows. later: what would die or be finalized is listed.
static Fate change_merged(SkObject *o, int32_t count, uint16_t local, uint32_t clear, bool later) {
    uint32_t s = sk_load_relaxed(&o->shared), n;
    Fate fate;
    do {
        uint32_t more = (uint32_t)(s & SK_MERGED ? count : count + local);
        n = ((s + more * SK_COUNT_ONE) | SK_MERGED) & ~(clear | SK_CAND);
        fate = LIVES;
        sk_assert(sk_shared_count(n) >= 0);
        if (sk_shared_count(n) == 0) n = at_zero(o, n, &fate, later);
    } while (!sk_cas_weak_acq_rel(&o->shared, &s, n));  // PAIR(count)
    return fate;
}

// The owner's count has reached zero (the model's R-ZERO).
static void owner_zero(SkObject *o) {
    uint32_t s = sk_load_acquire(&o->shared);   // PAIR(count)
    if (s == SK_DEAD) {   // young garbage that nobody can get at any more: Y-CLAIM
        sk_store_relaxed(&o->local, 0);
        die(o);
        return;
    }
    if (s == 0) {  // nobody else has it
        if (has_finalizer_to_run(o)) {
            finalize(o);  // the last local count is kept for the call
            return;
        }
        if (!sk_load_relaxed(&sk_gc_mode)) {
            sk_store_relaxed(&o->local, 0);
            die(o);
            return;
        }
    }
    sk_store_relaxed(&o->local, 0);
    sk_store_relaxed(&o->owner, SK_OWNER_NONE);  // published by the compare-and-swap that sets MERGED
    carry_out(o, change_merged(o, 0, 0, 0, false));
}

// ---- merge queues -------------------------------------------------------------------------------------------------

typedef struct Node {
    struct Node *next;
    struct Node *rest;   // what was left of a list when this node was put back as its head
    SkObject *object;
    Fate fate;
} Node;

enum { MERGES = 512 };   // at one safepoint

static void push_node(SkThread *t, Node *n) {
    void *head = sk_load_relaxed(&t->merge_queue);
    do n->next = head;
    while (!sk_cas_weak_release(&t->merge_queue, &head, n));  // PAIR(merge-queue)
}

// Merges what is on t's queue (the model's R-MERGE): by the owner at a safepoint, or under a claim on a slot whose
// thread is detached or gone. The queue's own reference is given back even if the object is merged already (I10).
static void merge(SkThread *t, Node *n, bool later) {
    SkObject *o = n->object;
    t->merges++;
    // t is the owner, or was until the collector took its bias away: either folds the local count in, whoever comes first.
    if (sk_load_relaxed(&o->owner) == t->slot) sk_store_relaxed(&o->owner, SK_OWNER_NONE);
    n->fate = change_merged(o, -1, sk_load_relaxed(&o->local), SK_QUEUED, later);
}

// A list goes back to the queue as one node, which carries the others; those that carry some already go by themselves.
static void put_back(SkThread *t, Node *list) {
    while (list) {
        Node *n = list;
        list = n->rest ? n->next : NULL;
        if (!n->rest) n->rest = n->next;
        push_node(t, n);
    }
}

// Merges a part of the queue, `most` at the most; what it has merged. Another thread may have let go of very much at once.
static Node *merge_some(SkThread *t, bool later, size_t most) {
    Node *merged = NULL, *at = sk_swap_acq_rel(&t->merge_queue, NULL);   // PAIR(merge-queue): with push_node
    for (size_t count = 0; at && count < most; count++) {
        Node *n = at;
        at = n->next;
        if (n->rest) {
            if (at) put_back(t, at);
            at = n->rest;
        }
        merge(t, n, later);
        n->next = merged;
        merged = n;
    }
    if (at) put_back(t, at);
    return merged;
}

static void carry_out_all(Node *n) {
    while (n) {
        SkObject *o = n->object;
        Fate fate = n->fate;
        Node *next = n->next;
        sk_free(n);
        n = next;
        carry_out(o, fate);
    }
}

static void merge_queue(SkThread *t, bool later) {
    carry_out_all(merge_some(t, later, MERGES));
    if (sk_load_relaxed(&t->merge_queue)) sk_or_relaxed(&sk_poll_word, SK_POLL_MERGE);
}

// Drains t's queue if its thread is detached or gone and nobody else is at it. Destructors and finalizers, which may wait for
// that very thread, run when its slot is free again, or, `later`, after a grace period.
static void drain_unattached(SkThread *t, bool later) {
    for (;;) {
        sk_fence_full();  // PAIR(merge-detach)
        if (!sk_load_relaxed(&t->merge_queue) || !sk_thread_hold(t)) return;
        Node *merged = merge_some(t, later, SIZE_MAX);
        sk_thread_unhold(t);
        carry_out_all(merged);
    }
}

// The count of o went below zero by this thread's drop: the owner must merge. The queue inherits the reference.
static void enqueue(SkObject *o, uint32_t owner, bool later) {
    SkThread *t = sk_thread_by_slot(owner);
    Node *n = sk_malloc(sizeof *n);
    if (!n) SK_FATAL("out of memory while releasing an object");
    n->object = o;
    n->rest = NULL;
    push_node(t, n);
    // R-POKE, R-LOOK: the poll bit is set whatever the state, then the state is looked at. Whoever makes the slot DETACHED
    // or gives a claim back looks at the queue afterwards: one of the two sees the other.
    // PAIR(merge-detach): push, set bit; fence; load state here, against store state; fence; load queue in drain_unattached
    sk_poll_set(t, SK_POLL_MERGE);
    drain_unattached(t, later);
}

// ---- increments and decrements ---------------------------------------------------------------------------------------

void sk_make_immortal(SkObject *o) { sk_store_relaxed(&o->owner, SK_OWNER_IMMORTAL); }

static void spill(SkObject *o) {
    uint32_t s = sk_load_relaxed(&o->shared);
    do
        if (sk_shared_count(s) >= SATURATED) break;
    while (!sk_cas_weak_relaxed(&o->shared, &s, s + SPILL * SK_COUNT_ONE));
    sk_store_relaxed(&o->local, (uint16_t)(UINT16_MAX - SPILL + 1));
}

void sk_incref_slow(SkObject *o) {
    if (sk_is_immortal(o)) return;
    if (sk_is_mine(o)) {
        spill(o);
        return;
    }
    if (sk_stash_take(o)) return;
    uint32_t s = sk_load_relaxed(&o->shared);
    do {
        sk_assert(!(s & SK_DEAD));
        if (sk_unlikely(sk_shared_count(s) >= SATURATED)) return;
    } while (!sk_cas_weak_relaxed(&o->shared, &s, (s + SK_COUNT_ONE) & ~(uint32_t)SK_CAND));
}

// Not the owner (R-DEC). The owner is read before the compare-and-swap.
static void drop_foreign(SkObject *o, bool later) {
    uint32_t s = sk_load_relaxed(&o->shared), n;
    uint32_t owner;
    bool queue;
    Fate fate;
    do {
        if (sk_unlikely(sk_shared_count(s) >= SATURATED)) return;
        owner = sk_load_relaxed(&o->owner);
        queue = false;
        fate = LIVES;
        if (sk_shared_count(s) == 0 && !(s & (SK_QUEUED | SK_MERGED))) {
            // Revoked but not merged: whoever is merging folds the negative count in.
            n = owner == SK_OWNER_NONE ? (s - SK_COUNT_ONE) | SK_QUEUED : s | SK_QUEUED;
            queue = owner != SK_OWNER_NONE;
        } else {
            n = s - SK_COUNT_ONE;
        }
        n &= ~(uint32_t)SK_CAND;
        if ((n & SK_MERGED) && sk_shared_count(n) == 0) n = at_zero(o, n, &fate, later);
    } while (!sk_cas_weak_acq_rel(&o->shared, &s, n));  // PAIR(count)
    if (queue) enqueue(o, owner, later);
    else carry_out(o, fate);
}

void sk_decref_slow(SkObject *o) {
    if (sk_is_immortal(o)) return;
    if (sk_is_mine(o)) {
        sk_assert(sk_load_relaxed(&o->local) == 1);
        owner_zero(o);
        return;
    }
    if (sk_stash_put(o)) return;
    drop_foreign(o, false);
}

bool sk_count_take(SkObject *o, uint32_t n) {
    uint32_t s = sk_load_relaxed(&o->shared);
    do {
        if (sk_unlikely(sk_shared_count(s) >= SATURATED)) return false;
    } while (!sk_cas_weak_relaxed(&o->shared, &s, (s + n * SK_COUNT_ONE) & ~(uint32_t)SK_CAND));
    return true;
}

void sk_count_drop(SkObject *o, uint32_t n) {
    if (sk_is_immortal(o)) return;
    uint32_t s = sk_load_relaxed(&o->shared);
    do {
        if (sk_unlikely(sk_shared_count(s) >= SATURATED)) return;
        if (sk_shared_count(s) <= (int32_t)n) {   // may come to zero, or below: one by one
            while (n--) drop_foreign(o, true);
            return;
        }
    } while (!sk_cas_weak_release(&o->shared, &s, (s - n * SK_COUNT_ONE) & ~(uint32_t)SK_CAND));   // PAIR(count)
}

bool sk_try_incref(SkObject *o) {
    if (sk_is_immortal(o)) return true;
    if (sk_is_mine(o) && sk_load_relaxed(&o->local)) {
        sk_incref(o);
        return true;
    }
    uint32_t s = sk_load_relaxed(&o->shared);
    do {
        if (s & SK_DEAD) return false;
        if ((s & SK_MERGED) && sk_shared_count(s) == 0 && !(s & SK_LISTED)) return false;
    } while (!sk_cas_weak_acquire(&o->shared, &s, (s + SK_COUNT_ONE) & ~(uint32_t)SK_CAND));
    return true;
}

SkValue sk_own_slow(SkValue v) {
    sk_incref(sk_ptr(v));
    return sk_counted(sk_ptr(v));
}

// E1, E2: the pending check of a listed object decides in one compare-and-swap.
bool sk_zero_check(SkObject *o) {
    uint32_t s = sk_load_relaxed(&o->shared), n;
    Fate fate;
    bool again;
    do {
        fate = LIVES;
        again = false;
        if (sk_shared_count(s) > 0) {
            n = s & ~(uint32_t)(SK_LISTED | SK_CAND);
        } else if (!(s & SK_CAND)) {
            n = s | SK_CAND;
            again = true;
        } else if (has_finalizer_to_run(o)) {
            n = (s + SK_COUNT_ONE) & ~(uint32_t)(SK_LISTED | SK_CAND);
            fate = FINALIZE;
        } else {
            n = s | SK_DEAD;
            fate = DIES;
        }
    } while (!sk_cas_weak_acq_rel(&o->shared, &s, n));  // PAIR(count)
    carry_out(o, fate);
    return again;
}

void sk_flag_removed_slow(SkObject *o) {
    if (sk_is_immortal(o) || (sk_load_relaxed(&o->shared) & SK_SH)) return;
    sk_or_relaxed(&o->shared, SK_SH);
}

// ---- the hooks of the threading layer ----------------------------------------------------------------------------------

bool sk_gc_init(void) {
    sk_thread_hooks.merge = merge_queue;
    sk_thread_hooks.reclaim = sk_reclaim_poll;
    sk_thread_hooks.flush = sk_reclaim_flush;
    sk_thread_hooks.collect = sk_collect_poll;
    return sk_table_init();
}
