#include "objects/cursor.h"

#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/range.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"

bool sk_cursor_open_at(SkCursor *c, SkValue iterable, int64_t i) {
    *c = (SkCursor){.of = SK_EMPTY, .i = i};
    if (sk_is_exact_list(iterable)) {
        c->kind = SK_WALK_LIST;
    } else if (sk_is_exact_tuple(iterable)) {
        c->kind = SK_WALK_TUPLE;
    } else if (sk_is_exact_str(iterable)) {
        c->kind = SK_WALK_STR;
    } else if (sk_is_exact_bytes(iterable)) {
        c->kind = SK_WALK_BYTES;
    } else if (sk_is_range(iterable) && sk_range_small(iterable, &c->i, &c->step, &c->left)) {
        c->kind = SK_WALK_RANGE;
        return true;
    } else {
        c->kind = SK_WALK_ITERATOR;
        c->of = sk_iter(iterable);
        if (sk_is_empty(c->of)) return false;
        c->next = sk_type_of(c->of)->iternext;
        return true;
    }
    c->of = sk_retain(iterable);
    return true;
}

bool sk_cursor_open(SkCursor *c, SkValue iterable) { return sk_cursor_open_at(c, iterable, 0); }

SkValue sk_cursor_next_slow(SkCursor *c) {
    if (c->kind == SK_WALK_ITERATOR) {
        SkValue v = c->next(c->of);
        if (sk_unlikely(sk_is_empty(v)) && sk_error_occurred()) (void)sk_error_clear_if(sk_exc_StopIteration);
        return v;
    }
    size_t i = (size_t)c->i;
    if (c->kind == SK_WALK_STR) {
        const SkStr *s = sk_as_str(c->of);
        if (i >= s->length) return SK_EMPTY;
        c->i = (int64_t)i + 1;
        return sk_str_char_word(sk_str_at(s, i));
    }
    SkValue v = c->kind == SK_WALK_LIST ? sk_list_load(c->of, i) : i < sk_tuple_len(c->of) ? sk_tuple_load(c->of, i) : SK_EMPTY;
    if (!sk_is_empty(v)) c->i = (int64_t)i + 1;
    return v;
}
