// Allocation of objects: per-thread free lists by size class above the allocator, and the way a dead object's memory
// takes: at once to the free list, or through limbo when somebody may still read it (flag at removal, weak
// references, a running collection).
#include "base/alloc.h"
#include "gc/alloc_watch.h"
#include "gc/object.h"
#include "gc/reclaim.h"
#include "gc/table.h"
#include "threading/thread.h"

enum { CLASSES = 16, CLASS_SHIFT = 4, KEEP = 128 };  // blocks of 16 to 256 bytes

typedef struct FreeBlock {
    struct FreeBlock *next;
} FreeBlock;

typedef struct {
    FreeBlock *first;
    uint32_t count;
} FreeList;

#if SK_PLAIN_MALLOC
#define USE_FREE_LISTS 0
#else
#define USE_FREE_LISTS 1
#endif

// While allocations are watched, all blocks go through the allocator: a list is empty and says that it is full, so that neither take nor
// give have to ask.
static _Thread_local FreeList free_lists[CLASSES + 1] SK_UNUSED;
static _Thread_local bool bypassed SK_UNUSED;

SK_INLINE void *take(size_t size) {
#if USE_FREE_LISTS
    if (sk_likely(size <= CLASSES << CLASS_SHIFT)) {
        FreeList *l = &free_lists[(size + 15) >> CLASS_SHIFT];
        FreeBlock *b = l->first;
        if (sk_likely(b != NULL)) {
            l->first = b->next;
            l->count--;
            return b;
        }
        size = (size + 15) & ~(size_t)15;
    }
#endif
    return sk_malloc(size);
}

SK_INLINE void give(void *block, size_t size) {
#if USE_FREE_LISTS
    if (sk_likely(size <= CLASSES << CLASS_SHIFT)) {
        FreeList *l = &free_lists[(size + 15) >> CLASS_SHIFT];
        if (sk_likely(l->count < KEEP)) {
            FreeBlock *b = block;
            b->next = l->first;
            l->first = b;
            l->count++;
            return;
        }
    }
#else
    (void)size;
#endif
    sk_free(block);
}

SK_INLINE void init_header(SkObject *o, SkTypeHead *type, uint32_t gcidx) {
    sk_store_relaxed(&o->tl, type->index << SK_TYPE_SHIFT);
    sk_store_relaxed(&o->gcidx, gcidx);
    sk_store_relaxed(&o->owner, sk_self_slot);
    sk_store_relaxed(&o->local, 1);
    sk_store_relaxed(&o->shared, 0);
}

SkObject *sk_object_new(SkTypeHead *type, size_t size) {
    SkObject *o = take(size);
    if (sk_likely(o != NULL)) init_header(o, type, 0);
    return o;
}

SkObject *sk_container_new(SkTypeHead *type, size_t size) {
    SkObject *o = sk_container_new_prefixed(type, 0, size);
    return o;
}

SkObject *sk_container_new_prefixed(SkTypeHead *type, size_t prefix, size_t size) {
    char *block = take(prefix + size);
    if (sk_unlikely(!block)) return NULL;
    SkObject *o = (SkObject *)(block + prefix);
    memset(block, 0, prefix);
    memset(o + 1, 0, size - sizeof *o);
    init_header(o, type, 0);
    uint32_t index = sk_table_insert(o);
    if (sk_unlikely(!index)) {
        give(block, prefix + size);
        return NULL;
    }
    sk_store_relaxed(&o->gcidx, index);
    // Instances do not count on their type. Where the collector watches it, a new one speaks for it, or is in the table when that is
    // walked: V-USED in gc/collect.c.
    if (sk_unlikely(sk_load_relaxed(&type->header.shared) & SK_CAND)) sk_and_relaxed(&type->header.shared, ~(uint32_t)SK_CAND);
    return o;
}

void sk_object_free(SkObject *o, size_t size) { sk_object_free_prefixed(o, 0, size); }

void sk_object_free_prefixed(SkObject *o, size_t prefix, size_t size) {
    char *block = (char *)o - prefix;
    size += prefix;
    uint32_t index = sk_load_relaxed(&o->gcidx);
    if (index) sk_table_clear(index);
    // E5: a reader may still look at the header of what left a SHARED container or has weak references, and at the
    // fields of what was itself a SHARED container.
    // So may the thread that allocated a container, in a collection of young garbage.
    // PAIR(gc-mode): what a collection that is over has read of this block, it read before
    if ((sk_load_relaxed(&o->shared) & (SK_SH | SK_WEAK)) || sk_is_shared(o) || (index && !sk_is_mine(o)) || sk_load_acquire(&sk_gc_mode)) {
        sk_limbo_push(block, size, index);
        return;
    }
    if (index) sk_table_recycle(index);
    if (sk_unlikely(sk_load_relaxed(&o->tl) & SK_RESIZED)) sk_free(block);
    else give(block, size);
}

void sk_retire(void *memory, size_t size) {
    if (memory) sk_limbo_push(memory, size, 0);
}

void sk_buffer_retire(SkObject *owner, void *buffer, size_t size) {
    if (!buffer) return;
    if (sk_is_shared(owner) || sk_load_acquire(&sk_gc_mode)) sk_limbo_push(buffer, size, 0);  // PAIR(gc-mode)
    else sk_free(buffer);
}

#if USE_FREE_LISTS
static void empty_lists(uint32_t count) {
    for (int i = 0; i <= CLASSES; i++) {
        FreeList *l = &free_lists[i];
        while (l->first) {
            FreeBlock *b = l->first;
            l->first = b->next;
            sk_free(b);
        }
        l->count = count;
    }
}
#endif

void sk_alloc_follow_watch(void) {
#if USE_FREE_LISTS
    bool wanted = sk_alloc_watched() != NULL;
    if (sk_likely(wanted == bypassed)) return;
    bypassed = wanted;
    empty_lists(wanted ? KEEP : 0);
#endif
}

void sk_alloc_thread_exit(void) {
#if USE_FREE_LISTS
    empty_lists(0);
    bypassed = false;
#endif
    sk_table_thread_exit();
}
