// The cycle collector. Garbage is stable: what no thread can reach, no thread can change. So a set S of objects, found by
// any guess, is garbage if over an interval every count in S equals the references from inside S, and nobody touched S
// meanwhile. The guess may therefore be racy; only the verification has to be exact. Labels as in stress/models/verify.pml:
//
//   V-GP0     gc_mode on, grace period: from here on a freed block stays readable for a grace period, so that headers and
//             fields of anything in the table may be read
//   guess     counts minus references from containers; what nothing else refers to is suspect; counted once more
//   V-PIN     each suspect is counted, its bias taken away (owner = none); grace period V-GP1: local counts no longer move
//   V-FREEZE  local counts folded in, CAND set in the shared word, LCAND in the lock byte
//   scan      the references inside S, kept as a list of edges
//   V-DESC    one verdict for each weakly connected component into the controls of its weak references
//   V-GP2     grace period between scan and check
//   V-USED    if there are types among S: the table is walked, and types of objects outside S are let go. An object allocated since
//             the freeze is in the table, or its allocation saw CAND of the type and cleared it, with V-GP2 between
//   check     CAND, LCAND and the count are as they were; count = pin + references from S; what fails takes with it all
//             it refers to
//   V-COMMIT  the verdict: a weak reference either saves its component or finds nothing
//
// Whoever changes a count without owning the object clears CAND in the same operation; whoever takes the lock, or resumes a
// generator, clears LCAND; nothing is moved out of a field otherwise. With a single thread, and under the GIL, nobody
// runs between scan and check: no flags and no grace periods are needed. The automatic collections of a single thread make their guess
// in slices, one for each portion of new containers.
//
// After the commit, in CPython's order: weak references and their callbacks, finalizers, and, if any ran, the verification
// once more (F-AGAIN: what was resurrected is let go), then every object drops what it holds. A type in S stays pinned until the
// table has no instance of it any more: instances do not count on their type, and their destruction needs it.
//
// Where finalizers run: on the thread that called gc.collect(); in automatic collections with one thread (or the GIL) on the thread
// that allocated, at a safepoint, as in CPython; else on a thread of the collector's own, because there a finalizer that waits
// for a lock cannot block the thread that holds it.
#include "gc/collect.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/assert.h"
#include "gc/reclaim.h"
#include "gc/table.h"
#include "gc/weak.h"
#include "gc/young.h"
#include "threading/rcu.h"
#include "threading/thread.h"

enum {
    UNCOUNTED = 1u << 31,   // mark of the edge from an object to its type
    RESUME = UINT32_MAX,    // on the stack, below it a place and how many parts of what is there are done
    STRIDE = 1024,          // table entries looked at between two reports
    SLACK = 250000,         // containers that may be in use beyond what a collection is to keep to
    SLICE_NS = 300000,      // of a guess made in slices
    BUNDLE = 1024,          // objects looked at between two looks at the clock,
    SIDES = 16,             // and so many places of which only Side is looked at as one
    GIVE_WAY_NS = 700000,   // the longest pause of who allocates while a collection is late
};

typedef enum { WHITE, ROOT, BLACK, MEMBER } Colour;

typedef struct {
    int32_t refs : 30;      // references from elsewhere; of a member: its place in members
    uint32_t colour : 2;    // Colour
} Side;
_Static_assert(sizeof(Side) == 4, "one word for each place of the table");

typedef struct {
    SkObject *object;   // pinned
    int32_t count;      // references when frozen, the pin included
    int32_t inside;     // of them from members
    uint32_t edges;     // where its references to members begin in `edges`; they end where the next one's begin
    uint32_t component; // union-find over members
    bool dropped;
} Member;

typedef enum { GUESS, FREEZE, CHECK, FINISH, PHASES } Phase;
typedef enum { CLEAR, COUNT, MARK, RESET, LIST, GUESSED } Step;

typedef struct {
    uint64_t began, ns[PHASES];
    bool exclusive;     // nobody else runs, but where this thread gives way
    bool gives_way;     // there are others
    bool sliced;        // the program goes on between the slices of the guess
    uint64_t live;      // containers that the guess reached
    uint32_t end;       // of the part of the table that this collection looks at
    Step step;          // the guess: where it is, and
    bool again;
    uint32_t at;        // in the table
    size_t part;        // of the object there
    uint64_t until;     // by this thread's processor time; 0: to the end
    Side *side;
    uint32_t *stack;    // places or indexes still to be followed; after the guess: suspects
    size_t stack_count, stack_capacity;
    Member *members;
    size_t count;
    size_t types;       // members that are types
    uint32_t *edges;
    size_t edge_count, edge_capacity;
    bool failed;        // out of memory
} Cycle;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;   // one collection, or walk over the table, at a time
static Side *sides;                                         // by place in the table, under the mutex
static _Thread_local bool collecting;                       // this thread is at it
static _Atomic bool running;                                // some thread is
static pthread_mutex_t stats_mutex = PTHREAD_MUTEX_INITIALIZER;
static SkCollectStats stats;                                // under stats_mutex
static _Atomic bool enabled = true;
static _Atomic uint64_t longest_holdup_ns;

void (*sk_collect_first_finalizer)(SkObject *x);
void (*sk_collect_silence)(SkObject *x);
bool (*sk_collect_found)(SkObject *x);
bool sk_collect_log;
_Atomic bool sk_collect_watched;
void (*sk_collect_phase)(bool start, int generation, uint64_t found);

bool sk_collect_init(uint32_t capacity) { return (sides = sk_reserve((size_t)capacity * sizeof *sides)) != NULL; }

static void grace_period(const Cycle *c) {
    if (c->exclusive) return;
    sk_thread_detach();
    sk_rcu_synchronize();
    sk_thread_attach();
}

// Between two reports only indexes are held, no addresses of what is not pinned.
static void breathe(const Cycle *c, size_t i) {
    if (i % STRIDE || !c->gives_way) return;
    sk_thread_detach();
    sk_thread_attach();
}

// With a GIL the others run in the steps between: in the guess and when the garbage dies. What is verified, is in one step.
#if SKEIN_GIL
static bool others_run(void) { return sk_thread_count() > 1; }
#else
static bool others_run(void) { return sk_multithreaded; }
#endif

static Cycle new_cycle(void) { return (Cycle){.began = sk_collect_now_ns(), .exclusive = !sk_multithreaded, .gives_way = others_run()}; }

static void end_phase(Cycle *c, Phase p) {
    uint64_t now = sk_collect_now_ns();
    c->ns[p] += now - c->began;
    c->began = now;
}

static void hold_memory(const Cycle *c) {
    if (c->exclusive || sk_load_relaxed(&sk_gc_mode)) return;
    sk_store_relaxed(&sk_gc_mode, true);
    grace_period(c);   // V-GP0
}

static void push(Cycle *c, uint32_t i) {
    if (c->stack_count == c->stack_capacity) {
        size_t capacity = c->stack_capacity ? c->stack_capacity * 2 : 4096;
        uint32_t *grown = sk_realloc(c->stack, capacity * sizeof *grown);
        if (!grown) {
            c->failed = true;
            return;
        }
        c->stack = grown;
        c->stack_capacity = capacity;
    }
    c->stack[c->stack_count++] = i;
}

// ---- the guess --------------------------------------------------------------------------------------------------------

static Side *side_of(Cycle *c, SkValue referent) {
    if (!sk_is_ptr(referent)) return NULL;
    uint32_t i = sk_load_relaxed(&sk_ptr(referent)->gcidx);
    return i && i < c->end ? &c->side[i] : NULL;
}

static void subtract(SkValue referent, void *arg) {
    Side *s = side_of(arg, referent);
    if (s && s->colour == WHITE) s->refs--;
}

static void reach(SkValue referent, void *arg) {
    Cycle *c = arg;
    Side *s = side_of(c, referent);
    if (!s || s->colour == BLACK) return;
    s->colour = BLACK;
    push(c, (uint32_t)(s - c->side));
}

// Visits the next part of the references of what is at i. True: it was the last.
static bool trace_part(Cycle *c, uint32_t i, SkVisit visit) {
    size_t from = c->part;
    c->part = 0;
    SkObject *o = sk_table_get(i);
    if (!o || (sk_load_relaxed(&o->shared) & SK_DEAD)) return true;
    SkTypeHead *t = sk_type_head(o);
    if (t->trace_some) c->part = t->trace_some(o, from, visit, c);
    else if (t->trace) t->trace(o, visit, c);
    if (c->part) return false;
    if (visit == reach) reach(sk_counted(&t->header), c);
    return true;
}

// Adds the counted references to what was subtracted for those that were met before.
static void count_at(Cycle *c, uint32_t i) {
    SkObject *o = sk_table_is_frozen(i) ? NULL : sk_table_get(i);
    Side *side = &c->side[i];
    side->colour = o ? ROOT : BLACK;
    if (!o) return;
    uint32_t s = sk_load_relaxed(&o->shared);
    // What is listed or dying is left to the zero lists, and what it holds lives so long.
    if (sk_is_immortal(o) || (s & (SK_DEAD | SK_LISTED))) return;
    int32_t n = sk_counted_references(o, s);
    if (n <= 0) return;
    side->colour = WHITE;
    side->refs += n;
}

// One place of the table, or a part of what is there.
SK_INLINE void count_one(Cycle *c) {
    Side *s = &c->side[c->at];
    if (!c->part && (!c->again || s->colour == WHITE)) count_at(c, c->at);
    if ((c->again && s->colour == BLACK) || trace_part(c, c->at, subtract)) c->at++;
}

// What is left of a big object goes below what was found in it just now: the stack stays small.
static void push_rest(Cycle *c, uint32_t i, size_t base) {
    const uint32_t rest[] = {(uint32_t)(c->part / SK_TRACE_PART), i, RESUME};
    c->part = 0;
    size_t found = c->stack_count - base;
    for (size_t k = 0; k < SK_COUNT_OF(rest); k++) push(c, rest[k]);
    for (size_t k = 0; k < SK_COUNT_OF(rest) && found >= SK_COUNT_OF(rest) && !c->failed; k++) {
        c->stack[base + found + k] = c->stack[base + k];
        c->stack[base + k] = rest[k];
    }
}

// One of the objects that were reached, or a part of it; where there are none left, one place of the table. False: a
// part.
SK_INLINE bool mark_one(Cycle *c) {
    if (c->stack_count) {
        uint32_t i = c->stack[--c->stack_count];
        if (i == RESUME) {
            i = c->stack[--c->stack_count];
            c->part = (size_t)c->stack[--c->stack_count] * SK_TRACE_PART;
        }
        size_t base = c->stack_count;
        bool all = trace_part(c, i, reach);
        if (all) c->live++;
        else push_rest(c, i, base);
        return all;
    }
    Side *s = &c->side[c->at];
    if (s->colour == ROOT || (s->colour == WHITE && s->refs > 0)) {
        s->colour = BLACK;
        push(c, c->at);
    }
#if SKEIN_DEBUG
    if (!c->gives_way && !c->sliced && s->colour == WHITE && s->refs < 0) {
        SkObject *o = sk_table_get(c->at);
        if (o) SK_FATAL("an object of type number %u has fewer counts than references", sk_type_index(o));
    }
#endif
    c->at++;
    return true;
}

static bool is_through(const Cycle *c) { return c->at == c->end && (!c->stack_count || c->step == LIST); }

// A bundle of work.
static void go_on(Cycle *c) {
    uint32_t left = c->end - c->at;
    switch (c->step) {
    case CLEAR:
        if (left > BUNDLE * SIDES) left = BUNDLE * SIDES;
        memset(c->side + c->at, 0, left * sizeof *c->side);
        c->at += left;
        return;
    case COUNT:
        for (int k = 0; k < BUNDLE && c->at < c->end && !(k && c->part); k++) count_one(c);
        return;
    case MARK:
        for (int k = 0; k < BUNDLE && !is_through(c) && mark_one(c); k++) {}
        return;
    default:
        for (int k = 0; k < BUNDLE * SIDES && !is_through(c); k++, c->at++) {
            if (c->side[c->at].colour != WHITE) continue;
            if (c->step == RESET) c->side[c->at].refs = 0;
            else push(c, c->at);
        }
    }
}

static Step next_step(const Cycle *c) {
    switch (c->step) {
    case CLEAR: return COUNT;
    case COUNT: return MARK;
    case MARK: return !c->again && (c->gives_way || c->sliced) ? RESET : LIST;
    case RESET: return COUNT;
    default: return GUESSED;
    }
}

// Afterwards what is WHITE is suspect and listed. Where the program goes on meanwhile, references move while the table is walked: the
// suspects are counted once more. False: the time is over.
static bool guess(Cycle *c) {
    while (c->step != GUESSED && !c->failed) {
        if (is_through(c)) {
            c->at = 1;
            c->again |= c->step == RESET;
            c->step = next_step(c);
            continue;
        }
        go_on(c);
        breathe(c, 0);
        if (c->until && sk_collect_spent_ns() >= c->until) return false;
    }
    return true;
}

// V-PIN. False: out of memory.
static bool pin_suspects(Cycle *c) {
    size_t n = c->stack_count;
    c->stack_count = 0;
    if (!n) return true;
    c->members = sk_malloc(n * sizeof *c->members);
    if (!c->members) return false;
    bool kept_out = false;
    for (size_t k = 0; k < n; k++) {
        if (k % STRIDE == 0) {
            if (kept_out) sk_young_let_in();
            kept_out = false;
            breathe(c, k);
        }
        if (!kept_out) sk_young_keep_out();
        kept_out = true;
        uint32_t i = c->stack[k];
        Side *s = &c->side[i];
        SkObject *o = sk_table_get(i);
        if (!o || sk_is_immortal(o) || !sk_try_incref(o)) {
            s->colour = ROOT;
            continue;
        }
        *s = (Side){.refs = (int32_t)c->count, .colour = MEMBER};
        c->members[c->count++] = (Member){.object = o};
    }
    if (kept_out) sk_young_let_in();
    return true;
}

// ---- verification -------------------------------------------------------------------------------------------------------

// V-REVOKE: the first half of taking the bias away; the grace period follows.
static void revoke(SkObject *o) {
    uint16_t owner = sk_load_relaxed(&o->owner);
    while (owner != SK_OWNER_NONE && owner != SK_OWNER_IMMORTAL)
        if (sk_cas_weak_relaxed(&o->owner, &owner, SK_OWNER_NONE)) return;
}

// V-FREEZE. After V-GP1 the local count does not move any more.
static void freeze(Member *m) {
    SkObject *o = m->object;
    uint32_t s = sk_load_relaxed(&o->shared), n;
    do {
        n = s | SK_MERGED | SK_CAND;
        if (!(s & SK_MERGED)) n += (uint32_t)sk_load_relaxed(&o->local) * SK_COUNT_ONE;
    } while (!sk_cas_weak_acq_rel(&o->shared, &s, n));
    m->count = sk_shared_count(n);
    uint32_t tl = sk_load_relaxed(&o->tl);
    do
        if (tl & (SK_LOCKED | SK_LOCK_WAIT)) {
            m->dropped = true;
            return;
        }
    while (!sk_cas_seq_cst(&o->tl, &tl, tl | SK_LCAND));  // PAIR(generator-lcand)
}

static uint32_t find(Cycle *c, uint32_t p) {
    while (c->members[p].component != p) {
        c->members[p].component = c->members[c->members[p].component].component;
        p = c->members[p].component;
    }
    return p;
}

static void edge(SkValue referent, void *arg) {
    Cycle *c = arg;
    Side *s = side_of(c, referent);
    if (!s || s->colour != MEMBER) return;
    if (c->edge_count == c->edge_capacity) {
        size_t capacity = c->edge_capacity ? c->edge_capacity * 2 : 4096;
        uint32_t *grown = sk_realloc(c->edges, capacity * sizeof *grown);
        if (!grown) {
            c->failed = true;
            return;
        }
        c->edges = grown;
        c->edge_capacity = capacity;
    }
    c->edges[c->edge_count++] = (uint32_t)s->refs;
}

static bool is_type(SkObject *o) { return sk_type_head(o)->makes_types; }

static void scan(Cycle *c) {
    c->edge_count = c->types = 0;
    for (uint32_t p = 0; p < c->count; p++) {
        c->members[p].inside = 0;
        c->members[p].component = p;
    }
    for (uint32_t p = 0; p < c->count && !c->failed; breathe(c, ++p)) {
        Member *m = &c->members[p];
        m->edges = (uint32_t)c->edge_count;
        SkTypeHead *t = sk_type_head(m->object);
        if (t->trace) t->trace(m->object, edge, c);
        size_t before = c->edge_count;
        edge(sk_counted(&t->header), c);
        if (c->edge_count > before) c->edges[before] |= UNCOUNTED;
        c->types += t->makes_types;
    }
    for (uint32_t p = 0; p < c->count && !c->failed; p++) {
        size_t end = p + 1 < c->count ? c->members[p + 1].edges : c->edge_count;
        for (size_t e = c->members[p].edges; e < end; e++) {
            uint32_t q = c->edges[e] & ~(uint32_t)UNCOUNTED;
            c->members[q].inside += q == c->edges[e];
            c->members[find(c, q)].component = find(c, p);
        }
    }
}

static bool untouched(const Cycle *c, const Member *m) {
    if (sk_is_immortal(m->object)) return false;
    if (c->exclusive) return true;
    uint32_t s = sk_load_relaxed(&m->object->shared), tl = sk_load_relaxed(&m->object->tl);
    return (s & SK_CAND) && sk_shared_count(s) == m->count && (tl & SK_LCAND) && !(tl & SK_LOCKED);
}

// Drops p and all that members reach from it.
static void drop(Cycle *c, uint32_t p) {
    c->members[p].dropped = true;
    push(c, p);
    while (c->stack_count) {
        uint32_t q = c->stack[--c->stack_count];
        size_t end = q + 1 < c->count ? c->members[q + 1].edges : c->edge_count;
        for (size_t e = c->members[q].edges; e < end; e++) {
            uint32_t r = c->edges[e] & ~(uint32_t)UNCOUNTED;
            if (c->members[r].dropped) continue;
            c->members[r].dropped = true;
            push(c, r);
        }
    }
}

// V-USED
static void drop_used_types(Cycle *c) {
    for (uint32_t i = 1, end = sk_table_high_water(); i < end; breathe(c, i++)) {
        SkObject *o = sk_table_get(i);
        if (!o || (i < c->end && c->side[i].colour == MEMBER)) continue;
        Side *type = side_of(c, sk_counted(&sk_type_head(o)->header));
        if (type && type->colour == MEMBER && !c->members[type->refs].dropped) drop(c, (uint32_t)type->refs);
    }
}

static void set_verdict(SkObject *o, SkWeakVerdict *v) {
    SkWeakControl *control = sk_weak_find(o);
    if (control) sk_store_release(&control->verdict, v);
}

// V-DESC. verdicts[root of a component], NULL where no member has weak references.
static SkWeakVerdict **install_verdicts(Cycle *c) {
    SkWeakVerdict **verdicts = sk_calloc(c->count, sizeof *verdicts);
    if (!verdicts) return NULL;
    for (uint32_t p = 0; p < c->count; p++) {
        if (!(sk_load_relaxed(&c->members[p].object->shared) & SK_WEAK)) continue;
        uint32_t root = find(c, p);
        if (!verdicts[root] && !(verdicts[root] = sk_calloc(1, sizeof **verdicts))) {
            c->failed = true;
            break;
        }
        set_verdict(c->members[p].object, verdicts[root]);
    }
    return verdicts;
}

static void commit(Cycle *c, SkWeakVerdict **verdicts) {
    // What lives on is taken out first: sk_weak_get looks again when it finds COMMITTED.
    for (uint32_t p = 0; p < c->count; p++)
        if (c->members[p].dropped && (sk_load_relaxed(&c->members[p].object->shared) & SK_WEAK)) set_verdict(c->members[p].object, NULL);
    for (uint32_t p = 0; p < c->count; p++) {
        uint32_t pending = SK_VERDICT_PENDING;
        if (verdicts[p] && !sk_cas_acq_rel(&verdicts[p]->state, &pending, SK_VERDICT_COMMITTED))   // V-COMMIT
            sk_store_relaxed(&verdicts[p]->state, SK_VERDICT_ABORTED);
    }
    for (uint32_t p = 0; p < c->count; p++) {
        Member *m = &c->members[p];
        SkWeakVerdict *v = verdicts[find(c, p)];
        if (m->dropped || !v || sk_load_relaxed(&v->state) != SK_VERDICT_ABORTED) continue;
        m->dropped = true;
        if (sk_load_relaxed(&m->object->shared) & SK_WEAK) set_verdict(m->object, NULL);
    }
    // No control names a verdict any more when the verdicts' memory goes.
    for (uint32_t p = 0; p < c->count; p++)
        if (!c->members[p].dropped && (sk_load_relaxed(&c->members[p].object->shared) & SK_WEAK))
            set_verdict(c->members[p].object, &sk_weak_committed);
    for (uint32_t p = 0; p < c->count; p++) sk_retire(verdicts[p], sizeof *verdicts[p]);
}

static void unfreeze(SkObject *o) {
    sk_and_relaxed(&o->shared, ~(uint32_t)SK_CAND);
    sk_and_relaxed(&o->tl, ~(uint32_t)SK_LCAND);
}

// Lets go of what is dropped and closes the gaps. May run finalizers of what dies meanwhile.
static void keep_the_rest(Cycle *c) {
    size_t kept = 0, dropped = 0;
    SkObject **gone = sk_malloc(c->count * sizeof *gone);
    for (size_t p = 0; p < c->count; p++) {
        Member m = c->members[p];
        Side *side = &c->side[sk_load_relaxed(&m.object->gcidx)];
        if (!c->exclusive) unfreeze(m.object);
        if (m.dropped) {
            side->colour = ROOT;
            if (gone) gone[dropped++] = m.object;   // out of memory: they stay pinned, for ever
        } else {
            side->refs = (int32_t)kept;
            c->members[kept++] = (Member){.object = m.object};
        }
    }
    c->count = kept;
    for (size_t i = 0; i < dropped; i++) sk_decref(gone[i]);
    sk_free(gone);
}

// Afterwards the members are garbage.
static void verify(Cycle *c) {
    if (!c->count) return;
    c->exclusive = !sk_multithreaded;
    c->gives_way = !c->exclusive;
    hold_memory(c);
    if (!c->exclusive) {
        for (size_t p = 0; p < c->count; p++) revoke(c->members[p].object);
        grace_period(c);   // V-GP1
    }
    for (size_t p = 0; p < c->count; p++) {
        Member *m = &c->members[p];
        m->dropped = false;
        if (c->exclusive) m->count = sk_counted_references(m->object, sk_load_relaxed(&m->object->shared));
        else freeze(m);
        breathe(c, p);
    }
    end_phase(c, FREEZE);
    scan(c);
    SkWeakVerdict **verdicts = c->exclusive ? NULL : install_verdicts(c);
    if (!c->exclusive && !verdicts) c->failed = true;
    grace_period(c);   // V-GP2
    if (c->types && !c->failed) drop_used_types(c);
    for (uint32_t p = 0; p < c->count; p++) {
        Member *m = &c->members[p];
        bool keep = !c->failed && !m->dropped && untouched(c, m) && m->count - 1 == m->inside;
        if (c->failed) m->dropped = true;
        else if (!keep) drop(c, p);
    }
    if (verdicts) commit(c, verdicts);
    sk_free(verdicts);
    keep_the_rest(c);
    c->gives_way = others_run();
    end_phase(c, CHECK);
}

// ---- the end of what is garbage ---------------------------------------------------------------------------------------------

static bool has_finalizer(SkObject *o) {
    return sk_load_relaxed(&sk_type_head(o)->finalize) && !(sk_load_relaxed(&o->tl) & SK_FINALIZED);
}

static void end_weak_references(Cycle *c) {
    for (size_t p = 0; p < c->count; p++)
        if (sk_load_relaxed(&c->members[p].object->shared) & SK_WEAK) sk_weak_object_died(c->members[p].object);
}

// ---- types ----

static SkTypeHead **condemned;   // pinned; this and what follows under the mutex
static size_t condemned_count, condemned_capacity;

static void condemn(SkTypeHead *t) {
    if (condemned_count == condemned_capacity) {
        size_t capacity = condemned_capacity ? condemned_capacity * 2 : 16;
        SkTypeHead **grown = sk_realloc(condemned, capacity * sizeof *grown);
        if (!grown) return;   // it stays pinned, for ever
        condemned = grown;
        condemned_capacity = capacity;
    }
    t->condemned = true;
    condemned[condemned_count++] = t;
}

// Unpins the condemned types that no object in the table is an instance of.
static void release_types(const Cycle *c) {
    if (!condemned_count) return;
    for (uint32_t i = 1, end = sk_table_high_water(); i < end; breathe(c, i++)) {
        SkObject *o = sk_table_get(i);
        if (o && sk_type_head(o)->condemned) sk_type_head(o)->condemned = false;
    }
    size_t kept = 0, n = condemned_count;
    SkTypeHead **all = condemned;
    condemned = NULL;
    condemned_count = condemned_capacity = 0;
    for (size_t i = 0; i < n; i++) {
        if (all[i]->condemned) sk_decref(&all[i]->header);
        else all[kept++] = all[i];
    }
    for (size_t i = 0; i < kept; i++) condemn(all[i]);
    sk_free(all);
}

// Of the thread that is in sk_collect_in_order.
static _Thread_local SkObject *const *run_first;
static _Thread_local size_t run_first_count;

static bool run_finalizer(SkObject *o) {
    if (!has_finalizer(o)) return false;
    sk_or_relaxed(&o->tl, SK_FINALIZED);
    void (*run)(SkObject *) = sk_load_relaxed(&sk_type_head(o)->finalize);
    if (run) run(o);
    return true;
}

static void finish(Cycle *c) {
    for (size_t p = 0; p < c->count && sk_collect_silence; p++) sk_collect_silence(c->members[p].object);
    end_weak_references(c);
    bool ran = false;
    for (size_t i = 0; i < run_first_count; i++)
        for (size_t p = 0; p < c->count; p++)
            if (c->members[p].object == run_first[i]) ran |= run_finalizer(run_first[i]);
    for (size_t p = 0; p < c->count; p++)
        if (sk_load_relaxed(&sk_type_head(c->members[p].object)->finalize) == sk_collect_first_finalizer)
            ran |= run_finalizer(c->members[p].object);
    for (size_t p = 0; p < c->count; p++) ran |= run_finalizer(c->members[p].object);
    if (ran) {
        verify(c);   // F-AGAIN
        for (size_t p = 0; p < c->count && sk_collect_silence; p++) sk_collect_silence(c->members[p].object);
        end_weak_references(c);   // F-WEAK: those a finalizer made
    }
    for (size_t p = 0; p < c->count; p++) {
        SkObject *o = c->members[p].object;
        if (sk_collect_found && sk_collect_found(o)) continue;
        if (sk_type_head(o)->clear) sk_type_head(o)->clear(o);
        breathe(c, p + 1);
    }
    for (size_t p = 0; p < c->count; p++) {
        SkObject *o = c->members[p].object;
        if (is_type(o)) condemn((SkTypeHead *)o);
        else sk_decref(o);
        breathe(c, p + 1);
    }
}

// ---- a collection -------------------------------------------------------------------------------------------------------------

static uint64_t read_clock(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

uint64_t sk_collect_now_ns(void) { return read_clock(CLOCK_MONOTONIC); }
uint64_t sk_collect_spent_ns(void) { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

void sk_collect_held_up(uint64_t ns) { sk_collect_note_longest(&longest_holdup_ns, ns); }

// The next collection is due when half as many containers again are in use as this one found alive; as many again if it found
// next to nothing else, and twice as many if that was so the time before, too: young collections see to what dies soon. From there to
// `late` who allocates pauses longer and longer, so that the collector keeps up.
static _Atomic uint64_t due = SK_TABLE_FIRST_DUE, late = 2 * SK_TABLE_FIRST_DUE + SLACK;

static void set_pace(uint64_t live, uint64_t found) {
    static unsigned in_vain;   // under the mutex of collections
    in_vain = found >= live / 16 ? 0 : in_vain < 2 ? in_vain + 1 : 2;
    uint64_t more = in_vain ? live * in_vain : live / 2;
    uint64_t at = live + more + SK_TABLE_FIRST_DUE;
    sk_store_relaxed(&due, at);
    sk_store_relaxed(&late, live + more + live / 2 + SLACK);
    sk_table_set_due(at);
}

// The mutex is waited for detached. False: whoever has it was stopped for good, at the end of the program.
static bool lock_collections(void) {
    if (pthread_mutex_trylock(&mutex) == 0) return true;
    if (sk_thread_others_stopped()) return false;
    sk_thread_detach();
    pthread_mutex_lock(&mutex);
    sk_thread_attach();
    return true;
}

// Young collections since the last full one, in which CPython's counters and thresholds are told and kept.
static _Atomic uint32_t young_since;

static void log_cycle(const Cycle *c, const SkCollectStats *s, uint64_t candidates, uint64_t found) {
    SkYoungStats young;
    sk_young_stats(&young);
    fprintf(stderr,
            "gc: full %llu: %u places looked at, %llu alive, %llu suspects, %llu freed, %llu in use again; ms: guess %.2f, freeze %.2f, check %.2f, finish %.2f; "
            "longest hold-up %.0f us; young so far: %llu, %llu freed, longest %.0f us\n",
            (unsigned long long)s->collections, c->end - 1, (unsigned long long)c->live, (unsigned long long)candidates, (unsigned long long)found,
            (unsigned long long)(candidates - found), (double)c->ns[GUESS] / 1e6, (double)c->ns[FREEZE] / 1e6, (double)c->ns[CHECK] / 1e6,
            (double)c->ns[FINISH] / 1e6, (double)sk_load_relaxed(&longest_holdup_ns) / 1e3, (unsigned long long)young.collections,
            (unsigned long long)young.found, (double)young.longest_ns / 1e3);
}

// The guess of a program with one thread, between two slices. Under the mutex.
static Cycle sliced;
static bool under_way;

static void free_cycle(Cycle *c) {
    sk_free(c->stack);
    sk_free(c->members);
    sk_free(c->edges);
}

static Cycle begin(void) {
    Cycle c = new_cycle();
    hold_memory(&c);
    c.side = sides;
    c.at = 1;
    c.end = sk_table_high_water();
    return c;
}

static bool enter(void) {
    if (collecting || !lock_collections()) return false;
    collecting = true;
    sk_store_relaxed(&running, true);
    return true;
}

static void leave(void) {
    collecting = false;
    sk_store_relaxed(&running, false);
    pthread_mutex_unlock(&mutex);
}

// After the guess. Leaves.
static uint64_t complete(Cycle *c, uint64_t start) {
    uint64_t candidates = 0, found = 0;
    bool pinned = !c->failed && pin_suspects(c);
    end_phase(c, GUESS);
    if (pinned) {
        candidates = c->count;
        verify(c);
        found = c->count;
        finish(c);
    }
    release_types(c);
    free_cycle(c);
    sk_store_release(&sk_gc_mode, false);   // PAIR(gc-mode)
    sk_table_share();
    set_pace(c->live, found);
    end_phase(c, FINISH);
    uint64_t took = sk_collect_now_ns() - start;
    pthread_mutex_lock(&stats_mutex);
    stats.collections++;
    stats.candidates += candidates;
    stats.found += found;
    stats.aborted += candidates - found;
    stats.last_ns = took;
    stats.total_ns += took;
    SkCollectStats now = stats;
    pthread_mutex_unlock(&stats_mutex);
    sk_store_relaxed(&young_since, 0);
    if (sk_collect_log) log_cycle(c, &now, candidates, found);
    leave();
    return found;
}

static void abandon_slices(void) {
    if (!under_way) return;
    under_way = false;
    free_cycle(&sliced);
}

uint64_t sk_collect(void) {
    if (!enter()) return 0;
    abandon_slices();
    uint64_t start = sk_collect_now_ns();
    Cycle c = begin();
    guess(&c);
    return complete(&c, start);
}

// The next slice of the guess of a program with one thread. True: it has come to its end, and the thread goes on with sk_collect_sliced.
static bool guess_slice(void) {
    uint64_t now = sk_collect_spent_ns();
    if (!enter()) return false;
    if (!under_way) sliced = begin();
    under_way = sliced.sliced = true;
    sliced.until = now + SLICE_NS;
    sliced.began = sk_collect_now_ns();
    bool done = guess(&sliced);
    end_phase(&sliced, GUESS);
    leave();
    sk_collect_held_up(sk_collect_spent_ns() - now);
    return done;
}

// What follows on the guess. 0 as well if another collection came in between.
static uint64_t complete_slices(void) {
    if (!enter()) return 0;
    if (!under_way) {
        leave();
        return 0;
    }
    under_way = false;
    Cycle c = sliced;
    c.began = sk_collect_now_ns();
    return complete(&c, c.began - c.ns[GUESS]);
}

static void release_types_again(void) {
    if (collecting || !lock_collections()) return;
    if (condemned_count) {
        Cycle c = new_cycle();
        hold_memory(&c);
        release_types(&c);
        sk_store_release(&sk_gc_mode, false);   // PAIR(gc-mode)
    }
    pthread_mutex_unlock(&mutex);
}

uint64_t sk_collect_and_drain(void) {
    uint64_t found = sk_collect();
    sk_reclaim_drain(true);
    release_types_again();
    sk_reclaim_drain(true);
    return found;
}

uint64_t sk_collect_in_order(SkObject *const *first, size_t n) {
    run_first = first;
    run_first_count = n;
    uint64_t found = sk_collect_and_drain();
    run_first = NULL;
    run_first_count = 0;
    return found;
}

void sk_collect_stats(SkCollectStats *out) {
    pthread_mutex_lock(&stats_mutex);
    *out = stats;
    pthread_mutex_unlock(&stats_mutex);
    out->longest_holdup_ns = sk_load_relaxed(&longest_holdup_ns);
}

bool sk_collect_hold(void) {
    if (collecting || !lock_collections()) return false;
    Cycle c = new_cycle();
    hold_memory(&c);
    return true;
}

void sk_collect_release(bool held) {
    if (!held) return;
    sk_store_release(&sk_gc_mode, false);   // PAIR(gc-mode)
    pthread_mutex_unlock(&mutex);
}

// ---- when ----------------------------------------------------------------------------------------------------------------------

static _Atomic uint32_t wanted;          // futex of the collector's thread: 1 while a collection is asked for
static _Atomic bool thread_runs;

#if SK_GCSTRESS
enum { LEAST_YOUNG = 0 };
#else
enum { LEAST_YOUNG = 10 };
#endif
static _Atomic uint32_t least_young = LEAST_YOUNG;   // young collections between two full ones
static _Atomic bool paused;
void sk_collect_pause(bool on) { sk_store_relaxed(&paused, on); }
static bool is_wanted(void) { return sk_load_relaxed(&enabled) && !sk_load_relaxed(&paused) && !collecting; }
void sk_collect_set_least_young(uint32_t n) { sk_store_relaxed(&least_young, n); }
void sk_collect_enable(bool on) { sk_store_relaxed(&enabled, on); }
bool sk_collect_enabled(void) { return sk_load_relaxed(&enabled); }

static _Thread_local bool full_due;      // what this thread's poll bit stands for, if not for young garbage

static void request(void) {
    if (is_wanted()) sk_or_relaxed(&sk_poll_word, SK_POLL_COLLECT);
}

uint32_t sk_collect_young_since(void) { return sk_load_relaxed(&young_since); }

void sk_collect_request(void) {
    full_due = true;
    request();
}

void sk_collect_request_young(void) { request(); }

static void automatic(void) {
    if (sk_load_relaxed(&running)) return;   // another thread is at it
    bool alone = !others_run();
    if (alone && !guess_slice()) return;
    if (sk_collect_phase) sk_collect_phase(true, 2, 0);
    uint64_t start = sk_collect_spent_ns();
    uint64_t found = alone ? complete_slices() : sk_collect();
    if (!sk_multithreaded) sk_collect_held_up(sk_collect_spent_ns() - start);
    if (sk_collect_phase) sk_collect_phase(false, 2, found);
}

static void young(void) {
    sk_add_relaxed(&young_since, 1);
    if (sk_load_relaxed(&sk_collect_watched)) return;
    if (sk_collect_phase) sk_collect_phase(true, 0, 0);
    uint64_t found = sk_young_collect();
    if (sk_collect_phase) sk_collect_phase(false, 0, found);
}

static void collector(void *unused) {
    (void)unused;
    for (;;) {
        sk_thread_detach();
        while (!sk_load_relaxed(&wanted)) sk_futex_wait(&wanted, 0, -1);
        sk_thread_attach();
        automatic();
        sk_reclaim_drain(true);
        sk_table_share();
        sk_store_relaxed(&wanted, 0);
    }
}

void sk_collect_poll(void) {
    if (!is_wanted()) return;
    if (sk_young_due()) young();
    if (!full_due) return;
    full_due = false;
    if (sk_load_relaxed(&young_since) < sk_load_relaxed(&least_young)) return;
    if (!sk_multithreaded) {
        automatic();
        return;
    }
    sk_store_relaxed(&wanted, 1);
    // Garbage is made faster than it is found: whoever makes it gives way to the collector, a little each time.
    uint64_t in_use = sk_table_in_use(), begin = sk_load_relaxed(&due), end = sk_load_relaxed(&late);
    if (in_use > begin && sk_load_relaxed(&thread_runs)) {
        uint64_t over = in_use < end ? in_use - begin : end - begin;
        struct timespec pause = {0, (long)(GIVE_WAY_NS * over / (end - begin))};
        sk_thread_detach();
        nanosleep(&pause, NULL);
        sk_thread_attach();
        sk_collect_held_up((uint64_t)pause.tv_nsec);
    }
    bool runs = false;
    if (sk_cas_acq_rel(&thread_runs, &runs, true)) {
        if (sk_thread_start(collector, NULL, 0, NULL) != 0) sk_store_relaxed(&thread_runs, false);
    } else {
        sk_futex_wake(&wanted, 1);
    }
}

void sk_collect_after_fork_child(void) {
    pthread_mutex_init(&mutex, NULL);
    pthread_mutex_init(&stats_mutex, NULL);
    sk_young_after_fork_child();
    sk_store_relaxed(&thread_runs, false);
    sk_store_relaxed(&wanted, 0);
    sk_store_release(&sk_gc_mode, false);   // PAIR(gc-mode)
    collecting = false;
    sk_store_relaxed(&running, false);
}
