#include "objects/repr_guard.h"

#include <string.h>

#include "base/alloc.h"
#include "objects/error.h"

// Objects whose repr this thread is computing, innermost last. The array is given back when the last one leaves, so
// a thread that ends leaves nothing behind.
typedef struct {
    SkObject **objects;
    size_t count, capacity;
} InProgress;

static _Thread_local InProgress in_progress;

int sk_repr_enter(SkValue v) {
    InProgress *p = &in_progress;
    SkObject *o = sk_ptr(v);
    for (size_t i = p->count; i-- > 0;)
        if (p->objects[i] == o) return 1;
    if (p->count == p->capacity) {
        size_t capacity = p->capacity ? 2 * p->capacity : 16;
        SkObject **grown = sk_realloc(p->objects, capacity * sizeof *grown);
        if (!grown) {
            sk_raise_memory();
            return -1;
        }
        p->objects = grown;
        p->capacity = capacity;
    }
    p->objects[p->count++] = o;
    return 0;
}

void sk_repr_leave(SkValue v) {
    InProgress *p = &in_progress;
    for (size_t i = p->count; i-- > 0;) {
        if (p->objects[i] != sk_ptr(v)) continue;
        p->count--;
        memmove(p->objects + i, p->objects + i + 1, (p->count - i) * sizeof *p->objects);
        break;
    }
    if (p->count == 0) {
        sk_free(p->objects);
        *p = (InProgress){0};
    }
}
