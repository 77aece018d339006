// The per-object lock, slow half: a short spin, then a futex on the header's word. WAIT is set by whoever is about
// to sleep, and makes the unlocking thread wake all sleepers. Holders never block, run Python code or reach a
// safepoint, so a waiter stays attached. Progress: blocking, bounded by the holders' few dozen instructions.
#include <limits.h>

#include "gc/object.h"
#include "threading/thread.h"

enum { SPINS = 64 };

void sk_lock_slow(SkObject *o) {
    for (unsigned spins = 0;; spins++) {
        uint32_t tl = sk_load_relaxed(&o->tl);
        if (!(tl & SK_LOCKED)) {
            // WAIT stays: those who set it are still asleep. PAIR(object-lock): with sk_unlock
            if (sk_cas_acquire(&o->tl, &tl, (tl & ~(uint32_t)SK_LCAND) | SK_LOCKED)) return;
            continue;
        }
        if (spins == 0) sk_thread_self->contentions++;
        if (spins < SPINS) {
            sk_cpu_relax();
            continue;
        }
        if (!(tl & SK_LOCK_WAIT) && !sk_cas_acquire(&o->tl, &tl, tl | SK_LOCK_WAIT)) continue;
        sk_futex_wait(&o->tl, tl | SK_LOCK_WAIT, -1);
    }
}

void sk_unlock_slow(SkObject *o) {
    sk_and_relaxed(&o->tl, ~(uint32_t)SK_LOCK_WAIT);
    sk_futex_wake(&o->tl, INT_MAX);
}

void sk_lock_two(SkObject *a, SkObject *b) {
    if (a == b) {
        sk_lock(a);
        return;
    }
    sk_lock(a < b ? a : b);
    sk_lock(a < b ? b : a);
}

void sk_unlock_two(SkObject *a, SkObject *b) {
    sk_unlock(a);
    if (a != b) sk_unlock(b);
}

void sk_mark_shared_slow(SkObject *o) {
    sk_lock(o);
    sk_or_relaxed(&o->tl, SK_SHARED);
    sk_unlock(o);
}

SkValue sk_slot_load_slow(SkObject *container, SkSlot *s) {
    sk_mark_shared_slow(container);
    SkValue v = {sk_load_acquire(&s->w)};  // PAIR(slot)
    return sk_is_ptr(v) ? sk_borrowed(sk_ptr(v)) : v;
}

SkValue sk_slot_swap(SkObject *container, SkSlot *s, SkValue v) {
    sk_lock(container);
    sk_write_begin_locked(container);
    SkValue old = {sk_load_relaxed(&s->w)};
    sk_slot_publish(s, v);
    sk_flag_removed_locked(container, old);
    sk_unlock(container);
    return old;
}

void sk_slot_set(SkObject *container, SkSlot *s, SkValue v) { sk_release(sk_slot_swap(container, s, v)); }
