// Weak references, as far as dying objects see them; objects/weakref.h has the Python types.
//
// The table maps an object to its control block, under one of many locks. The block is counted by the weak
// references that use it and by the table while the object lives; it outlives the object.
#ifndef SKEIN_GC_WEAK_H
#define SKEIN_GC_WEAK_H

#include "gc/object.h"

// What the collector decided about a component of suspects (V-DESC in gc/collect.c).
enum { SK_VERDICT_PENDING, SK_VERDICT_ABORTED, SK_VERDICT_COMMITTED };
typedef struct {
    _Atomic uint32_t state;
} SkWeakVerdict;
extern SkWeakVerdict sk_weak_committed;   // of what is garbage, once its collection has decided

typedef struct SkWeakControl {
    _Atomic(SkObject *) target;   // NULL once the object has died. PAIR(weak)
    _Atomic uint32_t users;       // weak references + 1 for the table
    _Atomic uint32_t lock;        // guards `first` and the links
    SkObject *first;              // the weak references on this object, most recent first: linked by their owner
    bool callbacks_done;
    _Atomic(SkWeakVerdict *) verdict;  // while the collector verifies the target; freed a grace period after it is taken out
} SkWeakControl;

// The object's control block, made on demand (sets WEAK); one use is the caller's. NULL: out of memory.
SkWeakControl *sk_weak_control(SkObject *o) SK_MUST_USE;
// The block if the object has one, without taking a use; valid while the caller holds the object.
SkWeakControl *sk_weak_find(SkObject *o);
void sk_weak_control_release(SkWeakControl *c);
// The object, counted, or NULL if it is dead.
SkObject *sk_weak_get(SkWeakControl *c) SK_MUST_USE;
void sk_weak_lock(SkWeakControl *c);
void sk_weak_unlock(SkWeakControl *c);

// The object is DEAD: clears the block's target and tells the layer above, which clears the weak references and runs
// their callbacks.
void sk_weak_object_died(SkObject *o);
extern void (*sk_weak_died_hook)(SkWeakControl *c);

#endif
