/* A bump allocator: many small blocks, one release.
 *
 * One thread at a time uses an arena. Blocks are 8-byte aligned, live until sk_arena_free
 * and are never moved. A failed allocation returns NULL and leaves the arena usable;
 * `failed` stays set so that a caller may check once, at the end, instead of at every node. */
#ifndef SK_BASE_ARENA_H
#define SK_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct SkArenaChunk SkArenaChunk;

typedef struct SkArena {
    char *at, *end;       /* the free part of the newest chunk */
    SkArenaChunk *chunks; /* newest first */
    size_t total;         /* bytes taken from malloc */
    size_t limit;         /* 0: none; else allocations beyond `total` fail */
    bool failed;
} SkArena;

void sk_arena_init(SkArena *arena);

/* Gives every chunk back. The arena is as after sk_arena_init. */
void sk_arena_free(SkArena *arena);

/* The slow half of sk_arena_alloc. NULL when memory (or the limit) is exhausted. */
void *sk_arena_alloc_slow(SkArena *arena, size_t size);

/* Uninitialised block of `size` bytes, or NULL. */
static inline void *sk_arena_alloc(SkArena *arena, size_t size)
{
    size_t rounded = (size + 7) & ~(size_t)7;
    if (rounded < size || (size_t)(arena->end - arena->at) < rounded)
        return sk_arena_alloc_slow(arena, size);
    void *block = arena->at;
    arena->at += rounded;
    return block;
}

/* Zeroed block, or NULL. */
void *sk_arena_zalloc(SkArena *arena, size_t size);

/* Copy of bytes[0..len), with a NUL behind it; or NULL. */
char *sk_arena_copy(SkArena *arena, const char *bytes, size_t len);

#endif
