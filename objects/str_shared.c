// Splitting and stripping for str and bytes. The loops are written once and compiled for each width of a unit.
#include "objects/str_shared.h"

#include <string.h>

#include "base/alloc.h"
#include "base/unicode.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/str_search.h"
#include "objects/tuple.h"

#define SPECIALIZE(v, call1, call2, call4) ((v)->kind == 1 ? (call1) : (v)->kind == 2 ? (call2) : (call4))

SkTextView sk_text_of_str(SkValue v) {
    const SkStr *s = sk_as_str(v);
    return (SkTextView){.data = s->data, .length = s->length, .kind = s->kind, .ascii = s->ascii, .owner = v};
}

SkValue sk_text_slice(const SkTextView *v, size_t start, size_t end) {
    if (!v->bytes) return sk_str_slice(v->owner, start, end);
    if (v->make == &sk_bytearray_type) return sk_bytearray_from((const char *)v->data + start, end - start);
    if (start == 0 && end == v->length && sk_is_ptr(v->owner) && sk_is_exact_bytes(v->owner)) return sk_retain(v->owner);
    return sk_bytes_from((const char *)v->data + start, end - start);
}

// The white space among the first 33 characters.
#define SPACES ((UINT64_C(0x1f) << 9) | (UINT64_C(0xf) << 28) | (UINT64_C(1) << 32))
#define BYTE_SPACES ((UINT64_C(0x1f) << 9) | (UINT64_C(1) << 32))

SK_INLINE bool is_space(bool bytes, uint32_t c) {
    if (c < 128) return c <= ' ' && ((bytes ? BYTE_SPACES : SPACES) >> c & 1);
    return !bytes && sk_unicode_is_space(c);
}

// What a text is split into: few mostly, and then without a block of their own.
typedef struct {
    SkValue *items, few[24];
    size_t n, capacity;
} Pieces;

static void start_pieces(Pieces *to) {
    to->items = to->few;
    to->n = 0;
    to->capacity = SK_COUNT_OF(to->few);
}

static bool more_room(Pieces *to) {
    SkValue *items = sk_malloc(to->capacity * 2 * sizeof *items);
    if (!items) return sk_raise_memory(), false;
    memcpy(items, to->items, to->n * sizeof *items);
    if (to->items != to->few) sk_free(to->items);
    to->items = items;
    to->capacity *= 2;
    return true;
}

// The list of them, or SK_EMPTY if not good.
static SkValue finish_pieces(Pieces *to, bool good) {
    SkValue list = good ? sk_list_steal(to->items, to->n) : SK_EMPTY;
    for (size_t i = 0; !good && i < to->n; i++) sk_release(to->items[i]);
    if (to->items != to->few) sk_free(to->items);
    return list;
}

// Appends a piece; false with an exception.
static inline bool add(Pieces *to, const SkTextView *v, size_t start, size_t end) {
    if (sk_unlikely(to->n == to->capacity) && !more_room(to)) return false;
    SkValue piece = v->ascii && end - start < v->length ? sk_str_from_ascii((const char *)v->data + start, end - start) : sk_text_slice(v, start, end);
    to->items[to->n] = piece;
    to->n += !sk_is_empty(piece);
    return !sk_is_empty(piece);
}

// ---- split -----------------------------------------------------------------------------------------------------------

SK_INLINE bool split_space(Pieces *list, const SkTextView *v, unsigned kind, bool bytes, int64_t max) {
    const void *p = v->data;
    size_t i = 0, n = v->length;
    for (;;) {
        while (i < n && is_space(bytes, sk_unit_at(p, kind, i))) i++;
        if (i == n) return true;
        if (max-- == 0) return add(list, v, i, n);
        size_t start = i;
        while (i < n && !is_space(bytes, sk_unit_at(p, kind, i))) i++;
        if (!add(list, v, start, i)) return false;
    }
}

SK_INLINE bool rsplit_space(Pieces *list, const SkTextView *v, unsigned kind, bool bytes, int64_t max) {
    const void *p = v->data;
    size_t i = v->length;
    for (;;) {
        while (i > 0 && is_space(bytes, sk_unit_at(p, kind, i - 1))) i--;
        if (i == 0) return true;
        if (max-- == 0) return add(list, v, 0, i);
        size_t end = i;
        while (i > 0 && !is_space(bytes, sk_unit_at(p, kind, i - 1))) i--;
        if (!add(list, v, i, end)) return false;
    }
}

static bool split_at_byte(Pieces *list, const SkTextView *v, char sep, int64_t max) {
    const char *start = v->data, *p = start, *end = start + v->length;
    for (const char *at; max-- != 0 && (at = memchr(p, sep, (size_t)(end - p))) != NULL; p = at + 1)
        if (!add(list, v, (size_t)(p - start), (size_t)(at - start))) return false;
    return add(list, v, (size_t)(p - start), v->length);
}

static bool split_at(Pieces *list, const SkTextView *v, const SkTextView *sep, int64_t max) {
    if (v->kind == 1 && sep->kind == 1 && sep->length == 1 && v->length) return split_at_byte(list, v, *(const char *)sep->data, max);
    size_t from = 0;
    while (max-- != 0) {
        int64_t at = sk_search_first((const char *)v->data + from * v->kind, v->kind, v->length - from, sep->data, sep->kind,
                                     sep->length);
        if (at < 0) break;
        if (!add(list, v, from, from + (size_t)at)) return false;
        from += (size_t)at + sep->length;
    }
    return add(list, v, from, v->length);
}

static bool rsplit_at(Pieces *list, const SkTextView *v, const SkTextView *sep, int64_t max) {
    size_t end = v->length;
    while (max-- != 0) {
        int64_t at = sk_search_last(v->data, v->kind, end, sep->data, sep->kind, sep->length);
        if (at < 0) break;
        if (!add(list, v, (size_t)at + sep->length, end)) return false;
        end = (size_t)at;
    }
    return add(list, v, 0, end);
}

SkValue sk_text_split(const SkTextView *v, const SkTextView *sep, int64_t max) {
    if (sep && sep->length == 0) return sk_raise(sk_exc_ValueError, "empty separator");
    if (max < 0) max = INT64_MAX;
    Pieces list;
    start_pieces(&list);
    bool good = sep        ? split_at(&list, v, sep, max)
                : v->bytes ? split_space(&list, v, 1, true, max)
                           : SPECIALIZE(v, split_space(&list, v, 1, false, max), split_space(&list, v, 2, false, max),
                                        split_space(&list, v, 4, false, max));
    return finish_pieces(&list, good);
}

SkValue sk_text_rsplit(const SkTextView *v, const SkTextView *sep, int64_t max) {
    if (sep && sep->length == 0) return sk_raise(sk_exc_ValueError, "empty separator");
    if (max < 0) max = INT64_MAX;
    Pieces list;
    start_pieces(&list);
    bool good = sep ? rsplit_at(&list, v, sep, max) : rsplit_space(&list, v, v->kind, v->bytes, max);
    for (size_t i = 0, k = list.n; i + 1 < k; i++) {
        SkValue swapped = list.items[--k];
        list.items[k] = list.items[i];
        list.items[i] = swapped;
    }
    return finish_pieces(&list, good);
}

SkValue sk_text_splitlines(const SkTextView *v, bool keep_ends) {
    Pieces list;
    start_pieces(&list);
    bool good = true;
    for (size_t i = 0, n = v->length; good && i < n;) {
        size_t start = i;
        while (i < n) {
            uint32_t c = sk_unit_at(v->data, v->kind, i);
            if (c < 128 ? c < ' ' && (v->bytes ? c == '\n' || c == '\r' : sk_unicode_is_line_break(c)) : !v->bytes && sk_unicode_is_line_break(c)) break;
            i++;
        }
        size_t end = i;
        if (i < n) i += sk_unit_at(v->data, v->kind, i) == '\r' && i + 1 < n && sk_unit_at(v->data, v->kind, i + 1) == '\n' ? 2 : 1;
        good = add(&list, v, start, keep_ends ? i : end);
    }
    return finish_pieces(&list, good);
}

SkValue sk_text_partition(const SkTextView *v, const SkTextView *sep, SkValue sep_value, bool last) {
    if (sep->length == 0) return sk_raise(sk_exc_ValueError, "empty separator");
    int64_t at = last ? sk_search_last(v->data, v->kind, v->length, sep->data, sep->kind, sep->length)
                      : sk_search_first(v->data, v->kind, v->length, sep->data, sep->kind, sep->length);
    size_t n = v->length, head = at >= 0 ? (size_t)at : last ? 0 : n, tail = at >= 0 ? (size_t)at + sep->length : last ? 0 : n;
    // Without the separator a str or bytes object is itself a part, whatever its class.
    bool whole = at < 0 && !sk_is_empty(v->owner);
    SkValue parts[3] = {whole && !last ? sk_retain(v->owner) : sk_text_slice(v, 0, head),
                        at >= 0 ? (v->bytes ? sk_text_slice(sep, 0, sep->length) : sk_retain(sep_value)) : sk_text_slice(v, 0, 0),
                        whole && last ? sk_retain(v->owner) : sk_text_slice(v, tail, n)};
    if (sk_is_empty(parts[0]) || sk_is_empty(parts[1]) || sk_is_empty(parts[2])) {
        for (int i = 0; i < 3; i++) sk_release(parts[i]);
        return SK_EMPTY;
    }
    return sk_tuple_steal(parts, 3);
}

void sk_text_strip(const SkTextView *v, const SkTextView *chars, int sides, size_t *start, size_t *end) {
    size_t i = 0, n = v->length;
    if (!chars && v->kind == 1) {
        const uint8_t *p = v->data;
        if (sides & 1)
            while (i < n && is_space(v->bytes, p[i])) i++;
        if (sides & 2)
            while (n > i && is_space(v->bytes, p[n - 1])) n--;
        *start = i;
        *end = n;
        return;
    }
#define STRIPPED(at)                                                                                         \
    (chars ? sk_search_unit(chars->data, chars->kind, 0, chars->length, sk_unit_at(v->data, v->kind, at)) < chars->length \
           : is_space(v->bytes, sk_unit_at(v->data, v->kind, at)))
    if (sides & 1)
        while (i < n && STRIPPED(i)) i++;
    if (sides & 2)
        while (n > i && STRIPPED(n - 1)) n--;
#undef STRIPPED
    *start = i;
    *end = n;
}

bool sk_text_range(const SkValue *args, size_t nargs, size_t first, int64_t *start, int64_t *end) {
    int64_t *places[] = {start, end};
    for (size_t i = 0; i < 2 && first + i < nargs; i++) {
        SkValue v = args[first + i];
        if (sk_is_empty(v) || sk_is_none(v)) continue;
        if (sk_is_small_int(v)) {
            *places[i] = sk_small_int(v);
            continue;
        }
        if (!sk_has_index_method(v))
            return sk_raise_false(sk_exc_TypeError, "slice indices must be integers or None or have an __index__ method");
        if (!sk_index_as_int64(v, places[i], NULL)) return false;
    }
    return true;
}
