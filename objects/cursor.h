// A walk over an iterable in C, as `for` makes it: lists, tuples, strings, bytes and small ranges by position, without an iterator object;
// everything else by its iterator, whose type is asked once.
//
//   SK_AUTO_CURSOR SkCursor c;
//   if (!sk_cursor_open(&c, iterable)) return SK_EMPTY;
//   for (SkValue v; !sk_is_empty(v = sk_cursor_next(&c));) ...
//   if (sk_error_occurred()) ...
//
// A cursor belongs to one thread. A list is looked at anew for each item, as by its iterator: the loop may change it.
#ifndef SKEIN_OBJECTS_CURSOR_H
#define SKEIN_OBJECTS_CURSOR_H

#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/list.h"

typedef struct {
    enum { SK_WALK_LIST, SK_WALK_TUPLE, SK_WALK_STR, SK_WALK_BYTES, SK_WALK_RANGE, SK_WALK_ITERATOR } kind;
    SkValue of;               // counted: the list, tuple, str or iterator
    SkUnaryFn next;           // the iterator's
    int64_t i, step, left;    // a position; a range's next value, step, and how many values are left
} SkCursor;

// False + exception: there is nothing to close.
bool sk_cursor_open(SkCursor *c, SkValue iterable) SK_MUST_USE;
// Goes on at position i of a list, tuple, str or bytes; others are begun.
bool sk_cursor_open_at(SkCursor *c, SkValue iterable, int64_t i) SK_MUST_USE;
SK_INLINE void sk_cursor_close(SkCursor *c) { sk_release(c->of); }
#define SK_AUTO_CURSOR SK_CLEANUP(sk_cursor_close)

SkValue sk_cursor_next_slow(SkCursor *c);

// The next item (word), or SK_EMPTY at the end or with an exception: then do not ask again.
SK_INLINE SkValue sk_cursor_next(SkCursor *c) {
    if (sk_likely(c->kind == SK_WALK_LIST)) {
        SkList *l = sk_as_list(c->of);
        if (sk_likely(sk_is_mine(&l->header) && !sk_is_shared(&l->header))) {
            size_t i = (size_t)c->i;
            if (i >= sk_load_relaxed(&l->length)) return SK_EMPTY;
            c->i = (int64_t)i + 1;
            return sk_retain(sk_slot_peek(&sk_load_relaxed(&l->array)->items[i]));
        }
    } else if (c->kind == SK_WALK_RANGE) {
        if (c->left <= 0) return SK_EMPTY;
        int64_t v = c->i;
        c->left--;
        c->i = (int64_t)((uint64_t)v + (uint64_t)c->step);
        return sk_int_from_int64(v);
    }
    if (c->kind == SK_WALK_BYTES) {
        const SkBytes *b = sk_as_bytes(c->of);
        if ((size_t)c->i >= b->length) return SK_EMPTY;
        return sk_from_small_int((uint8_t)b->data[c->i++]);
    }
    return sk_cursor_next_slow(c);
}

#endif
