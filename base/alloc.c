#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/alloc_watch.h"
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

static _Atomic(const SkAllocWatch *) watcher;

// PAIR(alloc-watch)
void sk_alloc_watch(const SkAllocWatch *watch) { sk_store_release(&watcher, watch); }
const SkAllocWatch *sk_alloc_watched(void) { return sk_load_relaxed(&watcher); }

SK_INLINE bool is_watched(void) { return sk_unlikely(sk_load_relaxed(&watcher) != NULL); }

static SK_COLD void *made(void *p, size_t size) {
    const SkAllocWatch *w = sk_load_acquire(&watcher);  // PAIR(alloc-watch): what it refers to was set up before
    if (p && w) w->made(p, size);
    return p;
}

// Before the block goes: afterwards it may be another thread's new one.
static SK_COLD void gone(void *p) {
    const SkAllocWatch *w = sk_load_acquire(&watcher);  // PAIR(alloc-watch)
    if (p && w) w->gone(p);
}

void *sk_malloc(size_t size) {
    if (must_fail()) return NULL;
    return is_watched() ? made(raw_malloc(size), size) : raw_malloc(size);
}

void *sk_calloc(size_t count, size_t size) {
    if (must_fail()) return NULL;
    return is_watched() ? made(raw_calloc(count, size), count * size) : raw_calloc(count, size);
}

static SK_COLD void *realloc_watched(void *p, size_t size) {
    size_t before = p ? raw_usable(p) : 0;
    gone(p);
    void *moved = raw_realloc(p, size);
    if (!moved) made(p, before);
    return made(moved, size);
}

void *sk_realloc(void *p, size_t size) {
    if (must_fail()) return NULL;
    return is_watched() ? realloc_watched(p, size) : raw_realloc(p, size);
}

void *sk_aligned_alloc(size_t alignment, size_t size) {
    if (must_fail()) return NULL;
    return is_watched() ? made(raw_aligned(alignment, size), size) : raw_aligned(alignment, size);
}

void sk_free(void *p) {
    if (is_watched()) gone(p);
    raw_free(p);
}

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
