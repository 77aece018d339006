#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/atomic.h"

#if SK_PLAIN_MALLOC
#include <malloc.h>
#define raw_malloc malloc
#define raw_calloc calloc
#define raw_realloc realloc
#define raw_aligned(a, n) aligned_alloc((a), ((n) + (a) - 1) & ~((a) - 1))
#define raw_free free
#define raw_usable(p) malloc_usable_size((void *)(p))
#else
#include <mimalloc.h>
#define raw_malloc mi_malloc
#define raw_calloc mi_calloc
#define raw_realloc mi_realloc
#define raw_aligned(a, n) mi_malloc_aligned((n), (a))
#define raw_free mi_free
#define raw_usable mi_usable_size
#endif

#if SK_DEBUG
static _Atomic uint64_t fail_countdown;

static bool must_fail(void) {
    if (sk_load_relaxed(&fail_countdown) == 0) return false;
    return sk_sub_relaxed(&fail_countdown, 1) == 1;
}

void sk_alloc_fail_after(uint64_t n) { sk_store_relaxed(&fail_countdown, n); }
#else
#define must_fail() false
void sk_alloc_fail_after(uint64_t n) { (void)n; }
#endif

void *sk_malloc(size_t size) { return must_fail() ? NULL : raw_malloc(size); }

void *sk_calloc(size_t count, size_t size) { return must_fail() ? NULL : raw_calloc(count, size); }

void *sk_realloc(void *p, size_t size) { return must_fail() ? NULL : raw_realloc(p, size); }

void *sk_aligned_alloc(size_t alignment, size_t size) {
    return must_fail() ? NULL : raw_aligned(alignment, size);
}

void sk_free(void *p) { raw_free(p); }

char *sk_strdup(const char *s) {
    size_t n = strlen(s) + 1;
    char *copy = sk_malloc(n);
    return copy ? memcpy(copy, s, n) : NULL;
}

size_t sk_usable_size(const void *p) { return raw_usable(p); }

void *sk_reserve(size_t size) {
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

void sk_unreserve(void *p, size_t size) { munmap(p, size); }

void sk_alloc_collect(void) {
#if !SK_PLAIN_MALLOC
    mi_collect(false);
#endif
}
