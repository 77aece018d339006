// The methods that bytes and bytearray share. Searching looks at a bytearray under its lock; what makes new objects works
// on a snapshot of it.
#include <limits.h>

#include "base/racy.h"
#include "objects/buffer.h"
#include "objects/bytes_internal.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/format.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/str_search.h"
#include "objects/tuple.h"

// ---- looking at self --------------------------------------------------------------------------------------------------

SkTextView sk_bytes_enter(SkValue self) {
    if (sk_is_bytes(self)) {
        SkBytes *b = sk_as_bytes(self);
        return (SkTextView){.data = b->data, .length = b->length, .kind = 1, .bytes = true, .make = &sk_bytes_type, .owner = self};
    }
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    return (SkTextView){.data = sk_bytearray_data_locked(a), .length = sk_load_relaxed(&a->length), .kind = 1, .bytes = true,
                        .make = &sk_bytearray_type};
}

void sk_bytes_leave(SkValue self) {
    if (!sk_is_bytes(self)) sk_unlock(sk_ptr(self));
}

// As sk_bytes_enter, but of a copy (in *keep, which replaces *self) if others may write to a bytearray by a view of it.
static bool enter_stable(SkValue *self, SkTextView *v, SkValue *keep) {
    *v = sk_bytes_enter(*self);
    if (sk_is_bytes(*self) || sk_as_bytearray(*self)->exports == 0) return true;
    sk_bytes_leave(*self);
    *self = *keep = sk_bytearray_snapshot(*self);
    if (sk_is_empty(*keep)) return false;
    *v = sk_bytes_enter(*self);
    return true;
}

bool sk_bytes_view(SkValue self, SkTextView *view, SkValue *keep) {
    *keep = SK_EMPTY;
    if (sk_is_bytes(self)) {
        *view = sk_bytes_enter(self);
        return true;
    }
    *keep = sk_bytearray_snapshot(self);
    if (sk_is_empty(*keep)) return false;
    SkBytes *b = sk_as_bytes(*keep);
    *view = (SkTextView){.data = b->data, .length = b->length, .kind = 1, .bytes = true, .make = &sk_bytearray_type};
    return true;
}

SkValue sk_bytes_like(SkValue self, const void *data, size_t n) {
    return sk_is_bytes(self) ? sk_bytes_from(data, n) : sk_bytearray_from(data, n);
}

// `VIEW(v, self);` declares v and what holds it; returns SK_EMPTY without memory.
#define VIEW(v, self)                       \
    SkTextView v;                           \
    SK_AUTO SkValue v##_keep = SK_EMPTY;    \
    if (!sk_bytes_view(self, &v, &v##_keep)) return SK_EMPTY

static SkTextView view_of(const SkBuffer *b) {
    return (SkTextView){.data = b->length ? b->data : "", .length = (size_t)b->length, .kind = 1, .bytes = true, .make = &sk_bytes_type};
}

// ---- searching -----------------------------------------------------------------------------------------------------------

// The thing searched for: a byte or the content of a buffer.
typedef struct {
    SkBuffer buffer;
    uint8_t byte;
    const void *data;
    size_t length;
} Needle;

static bool needle_of(SkValue v, Needle *out) {
    memset(out, 0, sizeof *out);
    if (!sk_is_small_int(v) && sk_has_buffer(v)) {
        if (!sk_buffer_get(v, &out->buffer, SK_BUF_SIMPLE)) return false;
        out->data = out->buffer.length ? out->buffer.data : "";
        out->length = (size_t)out->buffer.length;
        return true;
    }
    if (!sk_is_int(v) && !sk_has_index_method(v))
        return sk_raise_false(sk_exc_TypeError, "argument should be integer or bytes-like object, not '%.200T'", v);
    if (!sk_byte_value(v, "byte must be in range(0, 256)", &out->byte)) return false;
    out->data = &out->byte;
    out->length = 1;
    return true;
}

static void needle_done(Needle *n) { sk_buffer_release(&n->buffer); }

// What to do in self[start:end], whose first byte is at `from` and is number `start` of self.
typedef int64_t (*Search)(const char *from, size_t length, const Needle *n);

// The position plus start; -1: not found, -2: exception.
static int64_t search(const char *name, SkValue self, const SkValue *args, size_t nargs, Search how, bool is_position) {
    if (!sk_check_nargs(name, nargs, 1, 3)) return -2;
    int64_t start = 0, end = INT64_MAX;
    SK_CLEANUP(needle_done) Needle needle;
    if (!needle_of(args[0], &needle) || !sk_text_range(args, nargs, 1, &start, &end)) return -2;
    SkTextView v;
    SK_AUTO SkValue keep = SK_EMPTY;
    if (!enter_stable(&self, &v, &keep)) return -2;
    sk_adjust_range(&start, &end, (int64_t)v.length);
    int64_t at = -1;
    if (start <= end) {
        at = how((const char *)v.data + start, (size_t)(end - start), &needle);
        if (is_position && at >= 0) at += start;
    } else if (!is_position) {
        at = 0;
    }
    sk_bytes_leave(self);
    return at;
}

static int64_t first_in(const char *p, size_t n, const Needle *s) { return sk_search_first(p, 1, n, s->data, 1, s->length); }
static int64_t last_in(const char *p, size_t n, const Needle *s) { return sk_search_last(p, 1, n, s->data, 1, s->length); }
static int64_t count_in(const char *p, size_t n, const Needle *s) {
    return (int64_t)sk_search_count(p, 1, n, s->data, 1, s->length, SIZE_MAX);
}

static SkValue position(int64_t at, bool must) {
    if (at == -2) return SK_EMPTY;
    if (at < 0 && must) return sk_raise(sk_exc_ValueError, "subsection not found");
    return sk_from_small_int(at);
}

SkValue sk_bytes_find(SkValue self, const SkValue *a, size_t n) { return position(search("find", self, a, n, first_in, true), false); }
SkValue sk_bytes_rfind(SkValue self, const SkValue *a, size_t n) { return position(search("rfind", self, a, n, last_in, true), false); }
SkValue sk_bytes_index(SkValue self, const SkValue *a, size_t n) { return position(search("index", self, a, n, first_in, true), true); }
SkValue sk_bytes_rindex(SkValue self, const SkValue *a, size_t n) { return position(search("rindex", self, a, n, last_in, true), true); }
SkValue sk_bytes_count(SkValue self, const SkValue *a, size_t n) { return position(search("count", self, a, n, count_in, false), false); }

int sk_bytes_contains(SkValue self, SkValue item) {
    SK_CLEANUP(needle_done) Needle needle;
    if (!sk_has_buffer(item) && !sk_is_int(item) && !sk_has_index_method(item)) {
        sk_raise(sk_exc_TypeError, "a bytes-like object is required, not '%.100T'", item);
        memset(&needle, 0, sizeof needle);
        return -1;
    }
    if (!needle_of(item, &needle)) return -1;
    SkTextView v;
    SK_AUTO SkValue keep = SK_EMPTY;
    if (!enter_stable(&self, &v, &keep)) return -1;
    int64_t at = sk_search_first(v.data, 1, v.length, needle.data, 1, needle.length);
    sk_bytes_leave(self);
    return at >= 0;
}

// Whether the part is at one end of self[start:end]: 1, 0, -1.
static int end_matches(SkValue self, SkValue part, int64_t start, int64_t end, bool at_end) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(part, &b, SK_BUF_SIMPLE)) return -1;
    SkTextView v;
    SK_AUTO SkValue keep = SK_EMPTY;
    if (!enter_stable(&self, &v, &keep)) return -1;
    sk_adjust_range(&start, &end, (int64_t)v.length);
    bool same = start <= end && b.length <= end - start &&
                memcmp((const char *)v.data + (at_end ? end - b.length : start), b.length ? b.data : "", (size_t)b.length) == 0;
    sk_bytes_leave(self);
    return same;
}

static SkValue starts_or_ends(const char *name, SkValue self, const SkValue *args, size_t nargs, bool at_end) {
    if (!sk_check_nargs(name, nargs, 1, 3)) return SK_EMPTY;
    int64_t start = 0, end = INT64_MAX;
    if (!sk_text_range(args, nargs, 1, &start, &end)) return SK_EMPTY;
    if (sk_is_tuple(args[0])) {
        for (size_t i = 0; i < sk_tuple_len(args[0]); i++) {
            int same = end_matches(self, sk_tuple_peek(args[0], i), start, end, at_end);
            if (same) return same < 0 ? SK_EMPTY : SK_TRUE;
        }
        return SK_FALSE;
    }
    if (!sk_has_buffer(args[0]))
        return sk_raise(sk_exc_TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", name, args[0]);
    int same = end_matches(self, args[0], start, end, at_end);
    return same < 0 ? SK_EMPTY : sk_bool(same);
}

SkValue sk_bytes_startswith(SkValue self, const SkValue *a, size_t n) { return starts_or_ends("startswith", self, a, n, false); }
SkValue sk_bytes_endswith(SkValue self, const SkValue *a, size_t n) { return starts_or_ends("endswith", self, a, n, true); }

static SkValue remove_end(SkValue self, SkValue part, bool at_end) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(part, &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    VIEW(v, self);
    size_t n = (size_t)b.length;
    if (n && n <= v.length && memcmp((const char *)v.data + (at_end ? v.length - n : 0), b.data, n) == 0)
        return at_end ? sk_text_slice(&v, 0, v.length - n) : sk_text_slice(&v, n, v.length);
    return sk_text_slice(&v, 0, v.length);
}

SkValue sk_bytes_removeprefix(SkValue self, SkValue part) { return remove_end(self, part, false); }
SkValue sk_bytes_removesuffix(SkValue self, SkValue part) { return remove_end(self, part, true); }

// ---- splitting, stripping, joining -------------------------------------------------------------------------------------

static SkValue split(SkValue self, const SkValue *args, SkValue (*how)(const SkTextView *, const SkTextView *, int64_t)) {
    int64_t max = -1;
    if (!sk_is_empty(args[1]) && !sk_index_as_int64(args[1], &max, sk_exc_OverflowError)) return SK_EMPTY;
    bool by_space = sk_is_empty(args[0]) || sk_is_none(args[0]);
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!by_space && !sk_buffer_get(args[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    VIEW(v, self);
    if (by_space) return how(&v, NULL, max);
    SkTextView sep = view_of(&b);
    return how(&v, &sep, max);
}

SkValue sk_bytes_split(SkValue self, const SkValue *args) { return split(self, args, sk_text_split); }
SkValue sk_bytes_rsplit(SkValue self, const SkValue *args) { return split(self, args, sk_text_rsplit); }

SkValue sk_bytes_splitlines(SkValue self, const SkValue *args) {
    int keep = sk_is_empty(args[0]) ? 0 : sk_truth(args[0]);
    if (keep < 0) return SK_EMPTY;
    VIEW(v, self);
    return sk_text_splitlines(&v, keep);
}

static SkValue partition(SkValue self, SkValue sep_value, bool last) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(sep_value, &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    VIEW(v, self);
    SkTextView sep = view_of(&b);
    sep.make = v.make;
    if (sk_is_exact_bytes(sep_value)) sep.owner = sep_value;
    return sk_text_partition(&v, &sep, sep_value, last);
}

SkValue sk_bytes_partition(SkValue self, SkValue sep) { return partition(self, sep, false); }
SkValue sk_bytes_rpartition(SkValue self, SkValue sep) { return partition(self, sep, true); }

static SkValue strip(const char *name, SkValue self, const SkValue *args, size_t nargs, int sides) {
    if (!sk_check_nargs(name, nargs, 0, 1)) return SK_EMPTY;
    size_t start, end;
    if (nargs == 0 || sk_is_none(args[0])) {
        VIEW(v, self);
        sk_text_strip(&v, NULL, sides, &start, &end);
        return sk_text_slice(&v, start, end);
    }
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(args[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    SkTextView chars = view_of(&b);
    VIEW(v, self);
    sk_text_strip(&v, &chars, sides, &start, &end);
    return sk_text_slice(&v, start, end);
}

SkValue sk_bytes_strip(SkValue self, const SkValue *a, size_t n) { return strip("strip", self, a, n, 3); }
SkValue sk_bytes_lstrip(SkValue self, const SkValue *a, size_t n) { return strip("lstrip", self, a, n, 1); }
SkValue sk_bytes_rstrip(SkValue self, const SkValue *a, size_t n) { return strip("rstrip", self, a, n, 2); }

static SkValue items_of(SkValue iterable) {
    if (sk_is_exact_tuple(iterable) || sk_is_exact_list(iterable)) return sk_to_tuple(iterable);
    SK_AUTO SkValue iterator = sk_own(sk_iter(iterable));
    if (sk_is_empty(iterator)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "can only join an iterable");
        return SK_EMPTY;
    }
    return sk_to_tuple(iterator);
}

SkValue sk_bytes_join_method(SkValue self, SkValue iterable) {
    SK_AUTO SkValue items = items_of(iterable);
    if (sk_is_empty(items)) return SK_EMPTY;
    size_t n = sk_tuple_len(items);
    if (n == 1 && sk_is_exact_bytes(sk_tuple_peek(items, 0)) && sk_is_bytes(self)) return sk_retain(sk_tuple_peek(items, 0));
    VIEW(sep, self);
    SkStrBuf out;
    sk_strbuf_init(&out);
    SkValue result = SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        SkValue item = sk_tuple_peek(items, i);
        if (i) sk_strbuf_append(&out, sep.data, sep.length);
        if (sk_is_exact_bytes(item)) {
            sk_strbuf_append(&out, sk_as_bytes(item)->data, sk_as_bytes(item)->length);
            continue;
        }
        SK_AUTO_BUFFER SkBuffer b = {0};
        if (!sk_has_buffer(item)) {
            sk_raise(sk_exc_TypeError, "sequence item %zu: expected a bytes-like object, %.80T found", i, item);
            goto done;
        }
        if (!sk_buffer_get(item, &b, SK_BUF_LIVE)) goto done;
        char *room = b.length ? sk_strbuf_extend(&out, (size_t)b.length) : NULL;
        if (room) sk_racy_copy(room, b.data, (size_t)b.length);
    }
    result = out.oom ? sk_raise_memory() : sk_bytes_like(self, out.data, out.len);
done:
    sk_strbuf_free(&out);
    return result;
}

// ---- filling -------------------------------------------------------------------------------------------------------------

static bool fill_args(const char *name, const SkValue *args, size_t nargs, int64_t *width, uint8_t *fill) {
    if (!sk_check_nargs(name, nargs, 1, 2)) return false;
    if (!sk_index_as_int64(args[0], width, sk_exc_OverflowError)) return false;
    *fill = ' ';
    if (nargs < 2) return true;
    if (!sk_is_bytes(args[1]) && !sk_is_bytearray(args[1]))
        return sk_raise_false(sk_exc_TypeError, "%s() argument 2 must be a byte string of length 1, not %O", name, args[1]);
    SkTextView v = sk_bytes_enter(args[1]);
    size_t n = v.length;
    if (n == 1) *fill = *(const uint8_t *)v.data;
    sk_bytes_leave(args[1]);
    if (n == 1) return true;
    return sk_raise_false(sk_exc_TypeError, "%s(): argument 2 must be a byte string of length 1, not a %s object of length %zu",
                          name, sk_is_bytes(args[1]) ? "bytes" : "bytearray", n);
}

static SkValue padded(SkValue self, const SkTextView *v, int64_t left, int64_t right, uint8_t fill) {
    if (left < 0) left = 0;
    if (right < 0) right = 0;
    if (left == 0 && right == 0) return sk_text_slice(v, 0, v->length);
    if ((uint64_t)left > SK_STR_MAX_LENGTH || (uint64_t)right > SK_STR_MAX_LENGTH) return sk_raise_memory();
    SkBytes *b = sk_bytes_new((size_t)left + v->length + (size_t)right);
    if (!b) return SK_EMPTY;
    memset(b->data, fill, (size_t)left);
    memcpy(b->data + left, v->data, v->length);
    memset(b->data + left + v->length, fill, (size_t)right);
    if (sk_is_bytes(self)) return sk_counted(b);
    SkValue result = sk_bytearray_from(b->data, b->length);
    sk_release(sk_counted(b));
    return result;
}

static SkValue justify(const char *name, SkValue self, const SkValue *args, size_t nargs, int where) {
    int64_t width;
    uint8_t fill;
    if (!fill_args(name, args, nargs, &width, &fill)) return SK_EMPTY;
    VIEW(v, self);
    int64_t all = width <= 0 ? 0 : width - (int64_t)v.length;
    if (all < 0) all = 0;
    int64_t left = where == 'c' ? all / 2 + (all & width & 1) : where == 'r' ? all : 0;
    return padded(self, &v, left, all - left, fill);
}

SkValue sk_bytes_center(SkValue self, const SkValue *a, size_t n) { return justify("center", self, a, n, 'c'); }
SkValue sk_bytes_ljust(SkValue self, const SkValue *a, size_t n) { return justify("ljust", self, a, n, 'l'); }
SkValue sk_bytes_rjust(SkValue self, const SkValue *a, size_t n) { return justify("rjust", self, a, n, 'r'); }

SkValue sk_bytes_zfill(SkValue self, SkValue width_value) {
    int64_t width;
    if (!sk_index_as_int64(width_value, &width, sk_exc_OverflowError)) return SK_EMPTY;
    VIEW(v, self);
    int64_t fill = width <= 0 ? 0 : width - (int64_t)v.length;
    if (fill <= 0) return sk_text_slice(&v, 0, v.length);
    const char *p = v.data;
    bool sign = v.length && (*p == '+' || *p == '-');
    if ((uint64_t)fill > SK_STR_MAX_LENGTH) return sk_raise_memory();
    SkBytes *b = sk_bytes_new(v.length + (size_t)fill);
    if (!b) return SK_EMPTY;
    if (sign) b->data[0] = *p;
    memset(b->data + sign, '0', (size_t)fill);
    memcpy(b->data + sign + fill, p + sign, v.length - sign);
    SK_AUTO SkValue made = sk_counted(b);
    return sk_is_bytes(self) ? sk_move(&made) : sk_bytearray_from(b->data, b->length);
}

SkValue sk_bytes_expandtabs(SkValue self, const SkValue *args) {
    int size = 8;
    if (!sk_is_empty(args[0]) && !sk_as_int(args[0], &size)) return SK_EMPTY;
    VIEW(v, self);
    SkStrBuf out;
    sk_strbuf_init(&out);
    size_t column = 0;
    for (size_t i = 0; i < v.length; i++) {
        char c = ((const char *)v.data)[i];
        if (c == '\t') {
            size_t n = size > 0 ? (size_t)size - column % (size_t)size : 0;
            if (n && !sk_strbuf_append_repeat(&out, ' ', n)) break;
            column += n;
        } else {
            sk_strbuf_append_char(&out, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    SkValue result = out.oom ? sk_raise_memory() : sk_bytes_like(self, out.data, out.len);
    sk_strbuf_free(&out);
    return result;
}

// ---- replacing ------------------------------------------------------------------------------------------------------------

SkValue sk_bytes_replace(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("replace", nargs, 2, 3)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer old_buffer = {0};
    SK_AUTO_BUFFER SkBuffer new_buffer = {0};
    if (!sk_buffer_get(args[0], &old_buffer, SK_BUF_SIMPLE) || !sk_buffer_get(args[1], &new_buffer, SK_BUF_SIMPLE)) return SK_EMPTY;
    int64_t max = -1;
    if (nargs > 2 && !sk_index_as_int64(args[2], &max, sk_exc_OverflowError)) return SK_EMPTY;
    SkTextView old = view_of(&old_buffer), new = view_of(&new_buffer);
    VIEW(v, self);
    size_t count = sk_search_count(v.data, 1, v.length, old.data, 1, old.length, max < 0 ? SIZE_MAX : (size_t)max);
    if (count == 0) return sk_text_slice(&v, 0, v.length);
    size_t added;
    if (__builtin_mul_overflow(count, new.length, &added) || added > SK_STR_MAX_LENGTH)
        return sk_raise(sk_exc_OverflowError, "replace bytes is too long");
    SkBytes *b = sk_bytes_new(v.length - count * old.length + added);
    if (!b) return SK_EMPTY;
    SK_AUTO SkValue made = sk_counted(b);
    const char *from = v.data, *end = from + v.length;
    char *to = b->data;
    for (size_t i = 0; i < count; i++) {
        size_t keep = old.length ? (size_t)sk_search_first(from, 1, (size_t)(end - from), old.data, 1, old.length) : i > 0;
        memcpy(to, from, keep);
        to += keep;
        memcpy(to, new.data, new.length);
        to += new.length;
        from += keep + old.length;
    }
    memcpy(to, from, (size_t)(end - from));
    return sk_is_bytes(self) ? sk_move(&made) : sk_bytearray_from(b->data, b->length);
}

SkValue sk_bytes_translate(SkValue self, const SkValue *args) {
    SK_AUTO_BUFFER SkBuffer table_buffer = {0};
    SK_AUTO_BUFFER SkBuffer delete_buffer = {0};
    const uint8_t *table = NULL;
    if (!sk_is_none(args[0])) {
        if (!sk_buffer_get(args[0], &table_buffer, SK_BUF_SIMPLE)) return SK_EMPTY;
        if (table_buffer.length != 256) return sk_raise(sk_exc_ValueError, "translation table must be 256 characters long");
        table = table_buffer.data;
    }
    if (!sk_is_empty(args[1]) && !sk_buffer_get(args[1], &delete_buffer, SK_BUF_SIMPLE)) return SK_EMPTY;
    bool deleted[256] = {false};
    for (int64_t i = 0; i < delete_buffer.length; i++) deleted[((const uint8_t *)delete_buffer.data)[i]] = true;
    VIEW(v, self);
    SkBytes *b = sk_bytes_new(v.length);
    if (!b) return SK_EMPTY;
    size_t n = 0;
    bool changed = false;
    const uint8_t *from = v.data;
    if (table && delete_buffer.length == 0) {
        unsigned differ = 0;
        for (; n < v.length; n++) {
            uint8_t to = table[from[n]];
            differ |= to ^ from[n];
            b->data[n] = (char)to;
        }
        changed = differ != 0;
    }
    for (size_t i = n; i < v.length; i++) {
        uint8_t c = from[i];
        if (deleted[c]) {
            changed = true;
            continue;
        }
        uint8_t to = table ? table[c] : c;
        changed |= to != c;
        b->data[n++] = (char)to;
    }
    SK_AUTO SkValue made = sk_bytes_truncate(b, n);
    if (!changed) return sk_text_slice(&v, 0, v.length);
    if (sk_is_empty(made)) return SK_EMPTY;
    return sk_is_bytes(self) ? sk_move(&made) : sk_bytearray_from(sk_as_bytes(made)->data, n);
}

SkValue sk_bytes_maketrans(SkValue self, const SkValue *args, size_t nargs) {
    (void)self;
    if (!sk_check_nargs("maketrans", nargs, 2, 2)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer from = {0};
    SK_AUTO_BUFFER SkBuffer to = {0};
    if (!sk_buffer_get(args[0], &from, SK_BUF_SIMPLE) || !sk_buffer_get(args[1], &to, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (from.length != to.length) return sk_raise(sk_exc_ValueError, "maketrans arguments must have same length");
    SkBytes *b = sk_bytes_new(256);
    if (!b) return SK_EMPTY;
    for (int i = 0; i < 256; i++) b->data[i] = (char)i;
    for (int64_t i = 0; i < from.length; i++) b->data[((const uint8_t *)from.data)[i]] = ((const char *)to.data)[i];
    return sk_counted(b);
}

// ---- the others ------------------------------------------------------------------------------------------------------------

static bool name_argument(const char *argument, SkValue v, SkUtf8 *out) {
    if (sk_is_empty(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "decode() argument '%s' must be str, not %O", argument, v);
    *out = sk_str_utf8(v);
    if (out->text && strlen(out->text) != out->len) {
        sk_utf8_release(out);
        return sk_raise_false(sk_exc_ValueError, "embedded null character");
    }
    return out->text != NULL;
}

SkValue sk_bytes_decode(SkValue self, const SkValue *args) {
    if (sk_is_exact_bytes(self) && sk_is_empty(args[0]) && sk_is_empty(args[1])) {
        const SkBytes *b = sk_as_bytes(self);
        if (sk_ascii_prefix(b->data, b->length) == b->length) return sk_str_from_ascii(b->data, b->length);
    }
    SK_AUTO_UTF8 SkUtf8 encoding = {0};
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    if (!name_argument("encoding", args[0], &encoding) || !name_argument("errors", args[1], &errors)) return SK_EMPTY;
    VIEW(v, self);
    return sk_str_decode(v.data, v.length, encoding.text, errors.text);
}

SkValue sk_bytes_hex(SkValue self, const SkValue *args) {
    VIEW(v, self);
    return sk_hex_text(v.data, v.length, args[0], args[1]);
}

SkValue sk_bytes_mod_slot(SkValue a, SkValue b) {
    if (!sk_is_bytes(a) && !sk_is_bytearray(a)) return SK_NOT_IMPLEMENTED;
    return sk_bytes_mod(a, b);
}
