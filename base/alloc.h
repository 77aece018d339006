// The allocator: mimalloc, or the C library's malloc in sanitizer builds (SK_PLAIN_MALLOC), which see
// into its blocks. Every function may return NULL; nothing here aborts.
#ifndef SKEIN_BASE_ALLOC_H
#define SKEIN_BASE_ALLOC_H

#include "base/compiler.h"

void *sk_malloc(size_t size) SK_MUST_USE;
void *sk_calloc(size_t count, size_t size) SK_MUST_USE;
void *sk_realloc(void *p, size_t size) SK_MUST_USE;
void *sk_aligned_alloc(size_t alignment, size_t size) SK_MUST_USE;
void sk_free(void *p);
char *sk_strdup(const char *s) SK_MUST_USE;

// The usable size of a block, at least what was asked for.
size_t sk_usable_size(const void *p);

// Reserves address space that costs memory only where it is touched. NULL on failure.
void *sk_reserve(size_t size) SK_MUST_USE;
void sk_unreserve(void *p, size_t size);

// Gives what this thread's heap keeps for later back to the system.
void sk_alloc_collect(void);

// A knob for tests: the Nth allocation from now fails (and only it); 0 switches it off. Debug builds only.
void sk_alloc_fail_after(uint64_t n);

#endif
