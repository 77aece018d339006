// The object header, reference counts, and how values are held.
//
// Header, 16 bytes:
//   tl      type index (24 bits) << 8 | lock byte. Written by compare-and-swap; type index changes only
//           under the object's lock (`__class__` assignment).
//   gcidx   index in the table of containers (gc/table.h); 0: not a container. Written by the allocating
//           thread before publication and at death.
//   owner   the owner's thread slot; 0: none (revoked or merged), 0xffff: immortal. Written by the owner when it merges,
//           by whoever holds a claim on the owner's slot, or by the collector to revoke.
//   local   the owner's count. Written by the owner alone (relaxed), or under a claim on its slot, or by the collector a
//           grace period after it revoked. Two fields, because a store of both at once by the owner could undo a
//           revocation (R-HALVES in stress/models/counting.pml).
//   shared  signed count (24 bits) << 8 | flags. Written by compare-and-swap only.
//
// Counting (Choi, Shull, Torrellas, "Biased reference counting", PACT 2018; PEP 703):
//   references to an object = local count + shared count, outside operations in flight (I1).
//   An object dies once, when that sum is zero (I2). See gc/count.c for the argument and the model's labels.
//
// How a reference is held:
//   counted   the holder owns one count. All words in the heap are counted.
//   borrowed  a register word with SK_TAG_BORROWED: no count. The object cannot die before this thread's
//             next quiescent report, which turns every live borrow in the interpreter's registers into a
//             counted reference (I13). A borrow may be taken
//               - by a load from a container after SHARED was seen on the container, or
//               - of any live object whose SH flag is set, or that is immortal.
//
// Rules for C code:
//   - Arguments are kept alive by the caller for the whole call, whatever their mark. Do not release them.
//   - Results are the caller's: release them (sk_release), store them, or return them. A result may carry
//     the borrow mark only if the function's contract says "word"; everything else returns counted words.
//   - A borrowed word must not be kept in a C variable across anything that may reach a safepoint (run
//     Python code, block, allocate a lot): sk_own turns it into a counted one first.
//   - To store a value you do not own: sk_retain. To return an argument or another word that the caller
//     keeps alive: sk_dup (no write where a borrow is legal).
#ifndef SKEIN_GC_OBJECT_H
#define SKEIN_GC_OBJECT_H

#include "base/atomic.h"
#include "gc/value.h"

struct SkObject {
    _Atomic uint32_t tl;
    _Atomic uint32_t gcidx;
    _Atomic uint16_t owner;
    _Atomic uint16_t local;
    _Atomic uint32_t shared;
};
_Static_assert(sizeof(SkObject) == 16, "the header is 16 bytes");

// The lock byte of tl.
enum {
    SK_LOCKED = 1,     // held
    SK_LOCK_WAIT = 2,  // somebody is parked on it
    SK_LCAND = 4,      // the collector watches for the lock being taken
    SK_SHARED = 8,     // a container a non-owner has accessed: loads borrow, removals flag
    SK_FINALIZED = 16, // __del__ has run
    SK_INTERNED = 32,  // a str in the table of interned strings
    SK_RESIZED = 128,  // `__class__` was assigned: the type's size is not the block's
    SK_FROZEN = 64,    // the holder's own use: an immutable type, a bytes buffer exported, ...
};
#define SK_TYPE_SHIFT 8

// The flags of shared.
enum {
    SK_MERGED = 1,    // the local count was folded in; there is no owner any more
    SK_QUEUED = 2,    // on the owner's merge queue, which holds one reference
    SK_SH = 4,        // left a SHARED container: dies only after a grace period
    SK_CAND = 8,      // untouched since the flag was set: every RMW of a non-owner clears it
    SK_LISTED = 16,   // on a zero list
    SK_WEAK = 32,     // has, or had, weak references
    SK_DEAD = 64,     // the count reached zero for good
};
#define SK_COUNT_SHIFT 8
#define SK_COUNT_ONE (1u << SK_COUNT_SHIFT)

#define SK_OWNER_NONE 0
#define SK_OWNER_IMMORTAL 0xffff

SK_INLINE int32_t sk_shared_count(uint32_t s) { return (int32_t)s >> SK_COUNT_SHIFT; }

// This thread's slot, with which an object's owner is compared. 0 while detached.
#if SKEIN_GIL
#define sk_self_slot ((uint16_t)1)
#else
extern _Thread_local uint16_t sk_self_slot;
#endif

// The references counted, given the shared word: a local count that was folded in is not reset.
SK_INLINE int32_t sk_counted_references(const SkObject *o, uint32_t s) {
    return s & SK_MERGED ? sk_shared_count(s) : sk_shared_count(s) + sk_load_relaxed(&((SkObject *)o)->local);
}

SK_INLINE bool sk_is_mine(const SkObject *o) { return sk_load_relaxed(&((SkObject *)o)->owner) == sk_self_slot; }

SK_INLINE bool sk_is_immortal(const SkObject *o) {
    return sk_load_relaxed(&((SkObject *)o)->owner) == SK_OWNER_IMMORTAL;
}

// True if the caller's counted reference is the only one: then nobody else can see the object.
SK_INLINE bool sk_is_sole(const SkObject *o) {
    return sk_is_mine(o) && sk_load_relaxed(&((SkObject *)o)->local) == 1 && sk_load_relaxed(&((SkObject *)o)->shared) == 0;
}

// ---- types, as far as this layer knows them -----------------------------------------------------------------

// Called with every slot of an object that holds a counted reference.
typedef void (*SkVisit)(SkValue referent, void *arg);

// The head of every type object (objects/type.h continues it).
typedef struct SkTypeHead {
    SkObject header;
    uint32_t index;        // its place in sk_type_table
    uint32_t basic_size;   // bytes of an instance without its variable part
    bool makes_types;      // instances begin with an SkTypeHead
    bool condemned;        // garbage, and kept while it has instances; under the collector's mutex
    // Calls visit for each counted reference held; reads fields as a racing reader would. NULL: holds none.
    void (*trace)(SkObject *o, SkVisit visit, void *arg);
    // The same for a part of the object's references, the one that begins at `from`; where the next one begins, 0: there is none. The
    // object may have changed between two parts. For types of many references; NULL: they are visited all at once.
    size_t (*trace_some)(SkObject *o, size_t from, SkVisit visit, void *arg);
    // Drops the references that may form cycles, leaving the object valid. NULL: cannot be in a cycle.
    void (*clear)(SkObject *o);
    // Runs `__del__` or its native equivalent. May resurrect. NULL: nothing to run.
    _Atomic(void (*)(SkObject *o)) finalize;
    // Releases everything the object holds and its side memory, then calls sk_object_free. Never NULL.
    void (*destroy)(SkObject *o);
} SkTypeHead;

#define SK_TRACE_PART 4096   // references, in trace_some
SK_INLINE size_t sk_trace_end(size_t from, size_t n) { return n > from + SK_TRACE_PART ? from + SK_TRACE_PART : n; }

// Every type by index; an entry never changes while an instance may exist.
#define SK_MAX_TYPES (1u << 24)
extern SkTypeHead *sk_type_table[SK_MAX_TYPES];

SK_INLINE uint32_t sk_type_index(const SkObject *o) {
    return sk_load_relaxed(&((SkObject *)o)->tl) >> SK_TYPE_SHIFT;
}
SK_INLINE SkTypeHead *sk_type_head(const SkObject *o) { return sk_type_table[sk_type_index(o)]; }

// ---- counting -----------------------------------------------------------------------------------------------

void sk_incref_slow(SkObject *o);
void sk_decref_slow(SkObject *o);

SK_INLINE void sk_incref(SkObject *o) {
    uint16_t n = sk_load_relaxed(&o->local);
    if (sk_likely(sk_is_mine(o) && n != UINT16_MAX)) sk_store_relaxed(&o->local, (uint16_t)(n + 1));
    else sk_incref_slow(o);
}

// May run finalizers (Python code) when the object dies.
SK_INLINE void sk_decref(SkObject *o) {
    uint16_t n = sk_load_relaxed(&o->local);
    if (sk_likely(sk_is_mine(o) && n > 1)) sk_store_relaxed(&o->local, (uint16_t)(n - 1));
    else sk_decref_slow(o);
}

// Takes a count on an object that may be dying under this thread (a table of the runtime named it without
// holding it). Requires: within this thread's section since it was loaded. False: it is dead.
bool sk_try_incref(SkObject *o) SK_MUST_USE;

// Makes an object immortal. Requires: nobody else has a reference yet, or any thread, at any time, if the
// caller holds a reference it will not release.
void sk_make_immortal(SkObject *o);

// A counted word for v, which the caller goes on holding as before. For storing.
SK_INLINE SkValue sk_retain(SkValue v) {
    if (!sk_is_ptr(v)) return v;
    sk_incref(sk_ptr(v));
    return sk_counted(sk_ptr(v));
}

// Gives up a word: one count if it is counted, nothing if it is borrowed, immediate or empty.
SK_INLINE void sk_release(SkValue v) {
    if (sk_is_counted(v)) sk_decref(sk_ptr(v));
}

SkValue sk_own_slow(SkValue v);
// Turns a word into a counted one (consumes v).
SK_INLINE SkValue sk_own(SkValue v) { return sk_unlikely(sk_is_borrowed(v)) ? sk_own_slow(v) : v; }

// A word for a value that somebody else keeps alive at this moment, to be put into a register or returned:
// borrowed where that is legal, else counted.
SK_INLINE SkValue sk_dup(SkValue v) {
    if (!sk_is_counted(v)) return v;
    SkObject *o = sk_ptr(v);
    uint16_t n = sk_load_relaxed(&o->local);
    if (sk_likely(sk_is_mine(o) && n != UINT16_MAX)) {
        sk_store_relaxed(&o->local, (uint16_t)(n + 1));
        return v;
    }
    if (sk_is_immortal(o) || (sk_load_relaxed(&o->shared) & SK_SH)) return sk_borrowed(o);
    sk_incref_slow(o);
    return v;
}

// A local that releases its value at the end of the scope: SK_AUTO SkValue v = ...;
static inline void sk_release_cleanup(SkValue *v) { sk_release(*v); }
#define SK_AUTO SK_CLEANUP(sk_release_cleanup)

// Takes the value out of an SK_AUTO local, to return or store it.
SK_INLINE SkValue sk_move(SkValue *v) {
    SkValue out = *v;
    *v = SK_EMPTY;
    return out;
}

// ---- allocation ---------------------------------------------------------------------------------------------

// New objects have one count, owned by this thread, and are not yet reachable by others. The memory after
// the header is not cleared. NULL when memory is out (no exception is set at this layer).
SkObject *sk_object_new(SkTypeHead *type, size_t size) SK_MUST_USE;
// The same for a container: an object with a trace function. It enters the table of containers, so all of
// its slots must be valid (or empty) before the next safepoint: the memory after the header is zeroed.
SkObject *sk_container_new(SkTypeHead *type, size_t size) SK_MUST_USE;
// Likewise, with `prefix` zeroed bytes before the header (a multiple of 16).
SkObject *sk_container_new_prefixed(SkTypeHead *type, size_t prefix, size_t size) SK_MUST_USE;
// Gives back the memory of a dying object; the last thing a destroy function does. size: as at allocation.
void sk_object_free(SkObject *o, size_t size);
void sk_object_free_prefixed(SkObject *o, size_t prefix, size_t size);

// Frees a buffer that readers of a shared container may still hold: at once if owner was never SHARED and no
// collection runs, else after a grace period. size: its size in bytes, for the limits on what waits.
void sk_buffer_retire(SkObject *owner, void *buffer, size_t size);
// Frees after a grace period, always.
void sk_retire(void *memory, size_t size);

// ---- per-object locks -----------------------------------------------------------------------------------------

// False until the second thread starts; never false again. While it is false, locks are not taken at all.
#if SKEIN_GIL
#define sk_multithreaded false
#else
extern _Atomic bool sk_multithreaded_flag;
#define sk_multithreaded sk_load_relaxed(&sk_multithreaded_flag)
#endif

void sk_lock_slow(SkObject *o);
void sk_unlock_slow(SkObject *o);

// The object's lock. Not recursive. Between lock and unlock no Python code runs, nothing blocks, and no
// reference is released (put what must be released aside, release it after the unlock).
// The acquiring compare-and-swap clears LCAND (I6).
SK_INLINE void sk_lock(SkObject *o) {
    if (!sk_multithreaded) return;
    uint32_t tl = sk_load_relaxed(&o->tl);
    uint32_t free = tl & ~(uint32_t)(SK_LOCKED | SK_LOCK_WAIT);
    // PAIR(object-lock): with sk_unlock; without it the fields written by the last holder could look unwritten
    if (sk_unlikely(tl != free || !sk_cas_acquire(&o->tl, &tl, (free & ~(uint32_t)SK_LCAND) | SK_LOCKED)))
        sk_lock_slow(o);
}

SK_INLINE void sk_unlock(SkObject *o) {
    if (!sk_multithreaded) return;
    // PAIR(object-lock): with sk_lock
    uint32_t tl = atomic_fetch_and_explicit(&o->tl, ~(uint32_t)SK_LOCKED, memory_order_release);
    if (sk_unlikely(tl & SK_LOCK_WAIT)) sk_unlock_slow(o);
}

// Two locks in address order; a and b may be the same object.
void sk_lock_two(SkObject *a, SkObject *b);
void sk_unlock_two(SkObject *a, SkObject *b);

// ---- slots: fields of heap objects that other threads may read -------------------------------------------------

typedef struct {
    _Atomic uint64_t w;  // a counted word or SK_EMPTY
} SkSlot;

// For objects not yet published, or under the lock where the old content is known to be empty. Steals v. PAIR(slot): the collector
// finds a container in the table before it is published.
SK_INLINE void sk_slot_init(SkSlot *s, SkValue v) {
    sk_assert(!sk_is_borrowed(v));
    sk_store_release(&s->w, v.w);
}

// PAIR(slot): with sk_slot_peek and sk_slot_load; without it a reader could see an object's fields unwritten
SK_INLINE void sk_slot_publish(SkSlot *s, SkValue v) {
    sk_assert(!sk_is_borrowed(v));
    sk_store_release(&s->w, v.w);
}

// The word in the slot, with no reference taken: valid while the caller knows that the slot still holds it
// (immutable container that the caller holds; or under the container's lock). PAIR(slot)
SK_INLINE SkValue sk_slot_peek(const SkSlot *s) { return (SkValue){sk_load_acquire(&((SkSlot *)s)->w)}; }

SkValue sk_slot_load_slow(SkObject *container, SkSlot *s);

// Loads a field of a live container: "word" result (borrowed if the container is SHARED). PAIR(slot)
SK_INLINE SkValue sk_slot_load(SkObject *container, const SkSlot *slot) {
    SkSlot *s = (SkSlot *)slot;
    if (sk_load_relaxed(&container->tl) & SK_SHARED) {
        SkValue v = {sk_load_acquire(&s->w)};
        return sk_is_ptr(v) ? sk_borrowed(sk_ptr(v)) : v;
    }
    if (sk_likely(sk_is_mine(container))) return sk_retain((SkValue){sk_load_relaxed(&s->w)});
    return sk_slot_load_slow(container, s);
}

// The same as a counted word.
SK_INLINE SkValue sk_slot_get(SkObject *container, const SkSlot *slot) {
    return sk_own(sk_slot_load(container, slot));
}

// Sets SHARED on a container that this thread is about to read and does not own. Takes and releases its
// lock if it must. After it, lock-free reads of the container's fields may borrow.
void sk_mark_shared_slow(SkObject *container);
SK_INLINE bool sk_is_shared(const SkObject *container) {
    return sk_load_relaxed(&((SkObject *)container)->tl) & SK_SHARED;
}
// Call before reading a container's fields without its lock: true if loads must borrow, false if the
// container is this thread's own and loads count.
SK_INLINE bool sk_read_begin(SkObject *container) {
    if (sk_load_relaxed(&container->tl) & SK_SHARED) return true;
    if (sk_likely(sk_is_mine(container))) return false;
    sk_mark_shared_slow(container);
    return true;
}
// A word for v, just loaded from a field of a container for which sk_read_begin answered `shared`.
SK_INLINE SkValue sk_read_take(bool shared, SkValue v) {
    if (!sk_is_ptr(v)) return v;
    if (shared) return sk_borrowed(sk_ptr(v));
    sk_incref(sk_ptr(v));
    return v;
}
// Call before writing a container's fields under its lock: a non-owner's access makes it SHARED.
SK_INLINE void sk_write_begin_locked(SkObject *container) {
    if (sk_unlikely(!sk_is_shared(container) && !sk_is_mine(container))) sk_or_relaxed(&container->tl, SK_SHARED);
}

void sk_flag_removed_slow(SkObject *o);
// Under the container's lock, for every value that leaves it (overwritten, deleted, moved out), before the
// removed reference can be used or released (I4).
SK_INLINE void sk_flag_removed_locked(SkObject *container, SkValue v) {
    if (sk_unlikely(sk_is_shared(container)) && sk_is_ptr(v)) sk_flag_removed_slow(sk_ptr(v));
}
// When a container dies: flags what a SHARED container still holds (E4), then releases it.
SK_INLINE void sk_slot_destroy(SkObject *container, SkSlot *s) {
    SkValue v = {sk_load_relaxed(&s->w)};
    if (!sk_is_ptr(v)) return;
    sk_store_relaxed(&s->w, 0);
    sk_flag_removed_locked(container, v);
    sk_release(v);
}
// Visits a slot in a trace function.
SK_INLINE void sk_slot_visit(const SkSlot *s, SkVisit visit, void *arg) {
    SkValue v = sk_slot_peek(s);
    if (sk_is_ptr(v)) visit(v, arg);
}

// Stores v (stolen) into a slot of a container, releasing what was there: lock, swap, flag, unlock, release.
// v may be SK_EMPTY. May run finalizers.
void sk_slot_set(SkObject *container, SkSlot *s, SkValue v);
// The same, but hands the old value to the caller as a counted word.
SkValue sk_slot_swap(SkObject *container, SkSlot *s, SkValue v) SK_MUST_USE;

// ---- start and end ----------------------------------------------------------------------------------------------
bool sk_gc_init(void) SK_MUST_USE;   // the table and the hooks; before the first thread attaches
void sk_alloc_thread_exit(void);     // this thread's free lists go back; the last thing it does attached

#endif
