#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 1024 * 1024 };

struct SkArenaChunk {
    SkArenaChunk *next;
    size_t size;
    max_align_t data[];
};

void sk_arena_init(SkArena *arena)
{
    *arena = (SkArena){0};
}

void sk_arena_free(SkArena *arena)
{
    for (SkArenaChunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    size_t limit = arena->limit;
    sk_arena_init(arena);
    arena->limit = limit;
}

void *sk_arena_alloc_slow(SkArena *arena, size_t size)
{
    size_t rounded = (size + 7) & ~(size_t)7;
    size_t want = arena->total < FIRST_CHUNK ? FIRST_CHUNK : arena->total;
    if (want > LARGEST_CHUNK)
        want = LARGEST_CHUNK;
    bool own = rounded > want / 4; /* a large block gets a chunk of its own, the current one goes on */
    if (own)
        want = rounded;
    size_t bytes = sizeof(SkArenaChunk) + want;
    if (rounded < size || bytes < want || (arena->limit && (bytes > arena->limit || arena->total > arena->limit - bytes))) {
        arena->failed = true;
        return NULL;
    }
    SkArenaChunk *chunk = malloc(bytes);
    if (!chunk) {
        arena->failed = true;
        return NULL;
    }
    chunk->size = want;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->total += bytes;
    char *data = (char *)chunk->data;
    if (!own) {
        arena->at = data + rounded;
        arena->end = data + want;
    }
    return data;
}

void *sk_arena_zalloc(SkArena *arena, size_t size)
{
    void *block = sk_arena_alloc(arena, size);
    if (block)
        memset(block, 0, size);
    return block;
}

char *sk_arena_copy(SkArena *arena, const char *bytes, size_t len)
{
    char *copy = len + 1 ? sk_arena_alloc(arena, len + 1) : NULL;
    if (copy) {
        memcpy(copy, bytes, len);
        copy[len] = 0;
    }
    return copy;
}
