// Raw bytes that other threads may write at the same time: memory that is exported through the buffer protocol, and
// mappings, which other processes write as well. A Python program that does so gets some mixture of the bytes written; the
// runtime itself looks at such bytes once, through these, and goes on with its private copy.
//
// By the letter of C a plain access to them would be undefined. What a compiler could make of that is a second look at the
// shared bytes where the copy is meant, and the barrier forbids it. ThreadSanitizer knows nothing of barriers: its builds
// copy by relaxed atomic operations. No order is needed: nothing is published through such bytes.
#ifndef SKEIN_BASE_RACY_H
#define SKEIN_BASE_RACY_H

#include <string.h>

#include "base/compiler.h"

SK_INLINE uint8_t sk_racy_byte(const void *p) { return __atomic_load_n((const uint8_t *)p, __ATOMIC_RELAXED); }
SK_INLINE void sk_racy_set_byte(void *p, uint8_t byte) { __atomic_store_n((uint8_t *)p, byte, __ATOMIC_RELAXED); }

// As memmove, but that either may be NULL for 0 bytes: one side is private, or both are shared. An aligned item of 2, 4 or
// 8 bytes is copied whole.
#if SK_TSAN
static inline void sk_racy_copy(void *to, const void *from, size_t n) {
    char *t = to;
    const char *f = from;
    uintptr_t both = (uintptr_t)t | (uintptr_t)f;
#define X(size, type) \
    if (n == size && both % size == 0) { __atomic_store_n((type *)t, __atomic_load_n((const type *)f, __ATOMIC_RELAXED), __ATOMIC_RELAXED); return; }
    X(2, uint16_t) X(4, uint32_t) X(8, uint64_t)
#undef X
    if (t <= f)
        for (size_t i = 0; i < n; i++) sk_racy_set_byte(t + i, sk_racy_byte(f + i));
    else
        while (n--) sk_racy_set_byte(t + n, sk_racy_byte(f + n));
}
#else
SK_INLINE void sk_racy_copy(void *to, const void *from, size_t n) {
    if (n) memmove(to, from, n);
    __asm__ __volatile__("" : : "r"(to) : "memory");
}
#endif

#endif
