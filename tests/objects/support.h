// For tests of containers of small integers: as much of a runtime as they need, no names and no exceptions.
#ifndef SKEIN_TESTS_OBJECTS_SUPPORT_H
#define SKEIN_TESTS_OBJECTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "objects/type.h"
#include "threading/thread.h"

static inline void nothing(void) {}

static inline void start_runtime(SkType *const *types, size_t n) {
    sk_thread_hooks = (SkThreadHooks){.convert_borrows = nothing, .flush = nothing, .thread_exit = nothing, .thread_enter = nothing};
    assert_true(sk_gc_init());
    assert_true(sk_thread_init_main());
    for (size_t i = 0; i < n; i++) sk_type_table[types[i]->head.index] = &types[i]->head;
}

// SplitMix64 (Steele, Lea, Flood, 2014).
static inline uint64_t random_word(void) {
    static uint64_t state = 1;
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}
static inline size_t random_below(size_t n) { return (size_t)(random_word() % n); }
static inline SkValue num(int64_t n) { return sk_from_small_int(n); }

#endif
