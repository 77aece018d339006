// Most cyclic garbage is young, small, and known to the thread that made it alone. Such garbage needs no verification: each
// thread looks through the containers it has allocated lately and frees those that only each other hold.
//
// Why it is right. Let S be containers that this thread owns, whose shared word is zero and which were never SHARED, with counts
// that the references from S to S make up in full. Another thread T could use a member m only
//   by a counted reference       that it took itself: m's shared word is not zero then (also one of a stash); or that it found in
//                                a container: the count is among m's, and its holder is not in S, for T does not know S
//   by a borrow                  taken from a SHARED container X. As long as X holds m, X is an external reference. Whoever takes m
//                                out of X, or X when it dies, flags m first: SH is in the shared word (I4)
//   by a weak reference          WEAK is in the shared word
//   by the table of containers   as the collector does, and gc.get_objects(): Y-LOCK and Y-CLAIM below.
// This thread itself holds borrows only of what SHARED containers hold, or what is flagged. So S is garbage, and stays it.
//
//   count     the local counts of the members, less the references between them; what has any left, and what is reachable from
//             there, is not garbage. Nobody else changes a local count, and this thread does nothing else meanwhile.
//   Y-PLACE   members are found by their index in `places`, which all threads share: another one that still has the index on
//             its list may overwrite the place at any time. It does not come back, and who is not found at once is not followed:
//             so, after the last step that followed references, what is given up as garbage has to have its place still
//   Y-LOCK    who takes references by the table keeps claims out meanwhile. Whom he has got one of, and what he has found through
//             it since, tells by its shared word, or by SHARED of what he looked into
//   Y-CLAIM   under that lock: what is not private any more is given up, with all it refers to. Each member is pinned (one more
//             local count) and its shared word set to DEAD: who names it by its place in the table gets no reference
//             any more (sk_try_incref)
//   end       every member drops what it holds, then its pin. With DEAD in the shared word the local count alone decides.
//
// What has weak references, a finalizer to run, or was shared is left to full collections, and so are types.
//
// Which containers are young is told by the table: a thread takes free indexes in portions and remembers them here. An index is only
// a hint where to look: what is found there may be gone, or have been allocated by another thread, which the entry says. Of what this
// thread allocated the header may be read: others free it after a grace period only (sk_object_free_prefixed).
//
// Pace: a thread looks when it has filled so many indexes, which takes a fraction of a millisecond, and fewer if that took long.
// Where next to nothing was found, most rounds are skipped: a program without cycles pays for a sample.
#include "gc/young.h"

#include <pthread.h>

#include "base/alloc.h"
#include "gc/collect.h"
#include "gc/reclaim.h"
#include "gc/table.h"

enum {
    LEAST = 1024,          // indexes between two collections ...
    MOST = 16384,          // ... adjusted between these
    FIRST = 4096,
    BUDGET_NS = 400000,    // a collection that took longer makes the next one smaller
    SKIPS = 15,            // rounds skipped at most
    HELD = INT32_MAX / 2,  // references from elsewhere, whatever is subtracted
};

typedef enum { OUTSIDE, WHITE, BLACK } Colour;

typedef struct {
    SkObject *object;
    int32_t refs;       // references from elsewhere
    uint8_t colour;     // Colour
} Young;

// Of one thread.
typedef struct {
    uint32_t *indexes;  // free when they came here; 0: given away
    Young *young;       // by place in indexes, during a collection
    uint32_t *stack;
    uint32_t count, capacity, depth;
    uint32_t held;      // indexes that are not 0
    uint32_t enough;    // a collection is due at so many
    uint32_t skip, skipped;
    bool due, busy;
} Nursery;

static _Thread_local Nursery nursery = {.enough = FIRST};
// Where an index is in `indexes` of the thread that has it there: to be believed if it is there. Y-PLACE
static _Atomic uint32_t *places;
static _Atomic uint32_t threshold;
static _Atomic uint64_t collections, looked_at, total_found, total_ns, longest_ns;   // relaxed: statistics

bool sk_young_init(uint32_t capacity) { return (places = sk_reserve((size_t)capacity * sizeof *places)) != NULL; }

void sk_young_set_threshold(uint32_t n) { sk_store_relaxed(&threshold, n < MOST ? n : MOST); }
uint32_t sk_young_held(void) { return nursery.held; }

bool sk_young_refilled(void) {
    uint32_t fixed = sk_load_relaxed(&threshold);
    return nursery.due = nursery.held >= (fixed ? fixed : nursery.enough);
}

bool sk_young_due(void) { return nursery.due && !nursery.busy; }

// Not during a collection. False: left to full collections.
static bool grow(Nursery *n) {
    uint32_t capacity = n->capacity ? 2 * n->capacity : LEAST;
    if (n->busy || capacity > 2 * MOST) return false;
    uint32_t *indexes = sk_realloc(n->indexes, capacity * sizeof *indexes), *stack;
    Young *young;
    if (!indexes) return false;
    n->indexes = indexes;
    if (!(stack = sk_realloc(n->stack, capacity * sizeof *stack))) return false;
    n->stack = stack;
    if (!(young = sk_realloc(n->young, capacity * sizeof *young))) return false;
    n->young = young;
    n->capacity = capacity;
    return true;
}

static bool is_place_of(const Nursery *n, uint32_t p, uint32_t index) { return p < n->count && n->indexes[p] == index; }

static Young *young_at(Nursery *n, uint32_t index) {
    uint32_t p = sk_load_relaxed(&places[index]);
    return is_place_of(n, p, index) ? &n->young[p] : NULL;
}

// Takes out what `stays` does not hold for, from place `from` on.
static void compact(Nursery *n, uint32_t from, bool (*stays)(uint32_t index)) {
    uint32_t kept = 0;
    for (uint32_t p = 0; p < n->count; p++) {
        uint32_t i = n->indexes[p];
        if (!i || (p < from && !stays(i))) continue;
        n->indexes[kept] = i;
        sk_store_relaxed(&places[i], kept++);
    }
    n->count = n->held = kept;
}

void sk_young_took(uint32_t index) {
    Nursery *n = &nursery;
    if (n->count && young_at(n, index)) return;
    if (n->count == n->capacity) {
        if (n->count && !n->busy && n->held <= n->count / 2) compact(n, 0, NULL);
        else if (!grow(n)) return;
    }
    sk_store_relaxed(&places[index], n->count);
    n->indexes[n->count++] = index;
    n->held++;
}

void sk_young_gave(uint32_t index) {
    Young *y = young_at(&nursery, index);
    if (!y) return;
    nursery.indexes[y - nursery.young] = 0;
    nursery.held--;
}

void sk_young_thread_exit(void) {
    Nursery *n = &nursery;
    sk_free(n->indexes);
    sk_free(n->stack);
    sk_free(n->young);
    *n = (Nursery){.enough = FIRST};
}

static Young *young_of(Nursery *n, SkValue referent) {
    if (!sk_is_ptr(referent)) return NULL;
    uint32_t i = sk_load_relaxed(&sk_ptr(referent)->gcidx);
    return i ? young_at(n, i) : NULL;
}

static bool is_private(SkObject *o) {
    SkTypeHead *t = sk_type_head(o);
    uint32_t local = sk_load_relaxed(&o->local);
    // 0: it is being destroyed, and that has run Python code
    // The shared word first: who had a reference and has dropped it (a release) may have set SHARED before. PAIR(count)
    return sk_is_mine(o) && sk_load_acquire(&o->shared) == 0 && !sk_is_shared(o) && local && local < UINT16_MAX / 2 &&
           !t->makes_types && (!sk_load_relaxed(&t->finalize) || (sk_load_relaxed(&o->tl) & SK_FINALIZED));
}

static void subtract(SkValue referent, void *arg) {
    Young *y = young_of(arg, referent);
    if (y && y->colour == WHITE) y->refs--;
}

static void reach(SkValue referent, void *arg) {
    Nursery *n = arg;
    Young *y = young_of(n, referent);
    if (!y || y->colour != WHITE) return;
    y->colour = BLACK;
    n->stack[n->depth++] = (uint32_t)(y - n->young);
}

// Of a big object only the first part, which keeps it: its other references are not subtracted, so what they lead to stays as well.
static void trace(Nursery *n, Young *y, SkVisit visit) {
    SkTypeHead *t = sk_type_head(y->object);
    if (t->trace_some) {
        if (t->trace_some(y->object, 0, visit, n)) y->refs = HELD;
    } else if (t->trace) {
        t->trace(y->object, visit, n);
    }
}

static void keep(Nursery *n, Young *y) {
    y->colour = BLACK;
    trace(n, y, reach);
    while (n->depth) trace(n, &n->young[n->stack[--n->depth]], reach);
}

// False: the list has the index twice, and this is not the place that counts.
static bool take_place(Nursery *n, uint32_t p) {
    uint32_t index = n->indexes[p], now = sk_load_relaxed(&places[index]);
    if (now == p) return true;
    if (is_place_of(n, now, index)) return false;
    sk_store_relaxed(&places[index], p);
    return true;
}

// Afterwards what is WHITE is garbage, unless Y-CLAIM finds somebody looking at it.
static uint32_t count_references(Nursery *n) {
    uint32_t looked = 0;
    for (uint32_t p = 0; p < n->count; p++) {
        SkObject *o = n->indexes[p] ? sk_table_get_own(n->indexes[p]) : NULL;
        n->young[p] = (Young){.colour = OUTSIDE};
        if (!o || !take_place(n, p)) continue;
        looked++;
        if (is_private(o)) n->young[p] = (Young){o, sk_load_relaxed(&o->local), WHITE};
    }
    for (uint32_t p = 0; p < n->count; p++)
        if (n->young[p].colour == WHITE) trace(n, &n->young[p], subtract);
    for (uint32_t p = 0; p < n->count; p++)
        if (n->young[p].colour == WHITE && n->young[p].refs > 0) keep(n, &n->young[p]);
    return looked;
}

// Claims share the lock, walks over the table have it alone.
static pthread_rwlock_t claims = PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP;

void sk_young_keep_out(void) {
    if (sk_multithreaded) pthread_rwlock_wrlock(&claims);
}

void sk_young_let_in(void) {
    if (sk_multithreaded) pthread_rwlock_unlock(&claims);
}

void sk_young_after_fork_child(void) { claims = (pthread_rwlock_t)PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP; }

// What is WHITE and not private any more, or whose place was overwritten, is given up. True: something was.
static bool give_up(Nursery *n) {
    bool any = false;
    for (uint32_t p = 0; p < n->count; p++) {
        Young *y = &n->young[p];
        if (y->colour != WHITE || (is_private(y->object) && young_at(n, n->indexes[p]) == y)) continue;
        keep(n, y);
        any = true;
    }
    return any;
}

#if SKEIN_DEBUG
static void is_not_claimed(SkValue referent, void *arg) {
    (void)arg;
    if (sk_is_ptr(referent) && sk_is_mine(sk_ptr(referent)) && sk_load_relaxed(&sk_ptr(referent)->shared) == SK_DEAD)
        SK_FATAL("young garbage of type number %u is referred to", sk_type_index(sk_ptr(referent)));
}

static void check_claims(Nursery *n) {
    for (uint32_t p = 0; p < n->count; p++)
        if (n->young[p].colour == BLACK) trace(n, &n->young[p], is_not_claimed);
}
#else
static void check_claims(Nursery *n) { (void)n; }
#endif

// Y-CLAIM, Y-PLACE
static uint32_t claim(Nursery *n) {
    uint32_t claimed = 0;
    if (sk_multithreaded) pthread_rwlock_rdlock(&claims);
    while (give_up(n)) {}
    for (uint32_t p = 0; p < n->count; p++) {
        if (n->young[p].colour != WHITE) continue;
        sk_incref(n->young[p].object);
        sk_store_relaxed(&n->young[p].object->shared, SK_DEAD);
        claimed++;
    }
    check_claims(n);
    if (sk_multithreaded) pthread_rwlock_unlock(&claims);
    return claimed;
}

// What dies with the garbage may run Python code, and that add indexes.
static void end(Nursery *n, uint32_t count) {
    for (uint32_t p = 0; p < count; p++) {
        SkObject *o = n->young[p].object;
        if (n->young[p].colour == WHITE && sk_type_head(o)->clear) sk_type_head(o)->clear(o);
    }
    for (uint32_t p = 0; p < count; p++)
        if (n->young[p].colour == WHITE) sk_decref(n->young[p].object);
}

// Indexes that are free now are filled again before the table is asked for others, unless they have to wait for a grace period first:
// then they come back by sk_young_took.
static bool will_be_filled(uint32_t index) { return sk_table_is_free(index) && !sk_load_relaxed(&sk_gc_mode); }

static void adjust(Nursery *n, uint64_t took, uint32_t looked, uint32_t found) {
    if (took > BUDGET_NS && n->enough > LEAST) n->enough /= 2;
    else if (took < BUDGET_NS / 4 && n->enough < MOST) n->enough *= 2;
    sk_table_set_keep(n->enough);
    if (looked < LEAST / 2) return;   // most of it waits for a grace period: says nothing
    if (found * 64 < looked) n->skip = n->skip * 2 + 1 < SKIPS ? n->skip * 2 + 1 : SKIPS;
    else n->skip = 0;
}

uint64_t sk_young_collect(void) {
    Nursery *n = &nursery;
    if (n->busy) return 0;
    n->due = false;
    if (n->skipped < n->skip) {
        n->skipped++;
        n->count = n->held = 0;
        return 0;
    }
    n->busy = true;
    n->skipped = 0;
    uint64_t start = sk_collect_spent_ns();
    uint32_t looked = count_references(n), found = claim(n), count = n->count;
    if (found) end(n, count);
    compact(n, count, will_be_filled);
    uint64_t took = sk_collect_spent_ns() - start;
    adjust(n, took, looked, found);
    sk_add_relaxed(&collections, 1);
    sk_add_relaxed(&looked_at, looked);
    sk_add_relaxed(&total_found, found);
    sk_add_relaxed(&total_ns, took);
    sk_collect_note_longest(&longest_ns, took);
    n->busy = false;
    return found;
}

void sk_young_stats(SkYoungStats *out) {
    *out = (SkYoungStats){sk_load_relaxed(&collections), sk_load_relaxed(&looked_at), sk_load_relaxed(&total_found),
                          sk_load_relaxed(&total_ns), sk_load_relaxed(&longest_ns)};
}
