// Atomic operations with the memory order in the name. Fields that two threads touch are _Atomic and are
// reached only through these. The order of an acquire or release is explained at its use by a PAIR comment.
#ifndef SKEIN_BASE_ATOMIC_H
#define SKEIN_BASE_ATOMIC_H

#include <stdatomic.h>

#include "base/compiler.h"

#define sk_load_relaxed(p) atomic_load_explicit((p), memory_order_relaxed)
#define sk_load_acquire(p) atomic_load_explicit((p), memory_order_acquire)
#define sk_store_relaxed(p, v) atomic_store_explicit((p), (v), memory_order_relaxed)
#define sk_store_release(p, v) atomic_store_explicit((p), (v), memory_order_release)

#define sk_swap_relaxed(p, v) atomic_exchange_explicit((p), (v), memory_order_relaxed)
#define sk_swap_acq_rel(p, v) atomic_exchange_explicit((p), (v), memory_order_acq_rel)

#define sk_add_relaxed(p, v) atomic_fetch_add_explicit((p), (v), memory_order_relaxed)
#define sk_add_acq_rel(p, v) atomic_fetch_add_explicit((p), (v), memory_order_acq_rel)
#define sk_sub_relaxed(p, v) atomic_fetch_sub_explicit((p), (v), memory_order_relaxed)
#define sk_sub_acq_rel(p, v) atomic_fetch_sub_explicit((p), (v), memory_order_acq_rel)
#define sk_or_relaxed(p, v) atomic_fetch_or_explicit((p), (v), memory_order_relaxed)
#define sk_or_acq_rel(p, v) atomic_fetch_or_explicit((p), (v), memory_order_acq_rel)
#define sk_and_relaxed(p, v) atomic_fetch_and_explicit((p), (v), memory_order_relaxed)
#define sk_and_acq_rel(p, v) atomic_fetch_and_explicit((p), (v), memory_order_acq_rel)

// Compare-and-swap; *expected is updated on failure. The weak forms may fail spuriously: use them in loops.
#define sk_cas_weak_relaxed(p, expected, v) \
    atomic_compare_exchange_weak_explicit((p), (expected), (v), memory_order_relaxed, memory_order_relaxed)
#define sk_cas_weak_acquire(p, expected, v) \
    atomic_compare_exchange_weak_explicit((p), (expected), (v), memory_order_acquire, memory_order_relaxed)
#define sk_cas_weak_release(p, expected, v) \
    atomic_compare_exchange_weak_explicit((p), (expected), (v), memory_order_release, memory_order_relaxed)
#define sk_cas_weak_acq_rel(p, expected, v) \
    atomic_compare_exchange_weak_explicit((p), (expected), (v), memory_order_acq_rel, memory_order_acquire)
#define sk_cas_acquire(p, expected, v) \
    atomic_compare_exchange_strong_explicit((p), (expected), (v), memory_order_acquire, memory_order_relaxed)
#define sk_cas_acq_rel(p, expected, v) \
    atomic_compare_exchange_strong_explicit((p), (expected), (v), memory_order_acq_rel, memory_order_acquire)

// Sequentially consistent: for a store that must be ordered before a later load of another word (Dekker patterns only).
#define sk_cas_seq_cst(p, expected, v) \
    atomic_compare_exchange_strong_explicit((p), (expected), (v), memory_order_seq_cst, memory_order_acquire)
#define sk_load_seq_cst(p) atomic_load_explicit((p), memory_order_seq_cst)

// A full two-way fence: orders an earlier store before a later load (Dekker patterns only).
#define sk_fence_full() atomic_thread_fence(memory_order_seq_cst)
#define sk_fence_acquire() atomic_thread_fence(memory_order_acquire)
#define sk_fence_release() atomic_thread_fence(memory_order_release)

SK_INLINE void sk_cpu_relax(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ __volatile__("yield");
#endif
}

#endif
