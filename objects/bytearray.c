// bytearray: layout, the content and its changes, the type.
//
// B1: start..start+length lies in block..block+capacity, and a zero follows it; or block and start are NULL and length 0.
// B2: while exports > 0, start and length do not change.
// Content and pointers are touched under the lock only, so a replaced block is freed at once: nobody else has its
// address (exporters are excluded by B2).
#include "objects/bytearray.h"

#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "objects/bytearray_methods.h"
#include "objects/bytes_internal.h"
#include "objects/buffer.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"

#define EXPORTED "Existing exports of data: object cannot be re-sized"

// ---- making ------------------------------------------------------------------------------------------------------------

static SkByteArray *new_empty(SkType *type) {
    if (type != &sk_bytearray_type) return (SkByteArray *)sk_type_alloc(type, 0);
    SkByteArray *a = (SkByteArray *)sk_object_new(&type->head, sizeof(SkByteArray));
    if (!a) {
        sk_raise_memory();
        return NULL;
    }
    memset((char *)a + sizeof(SkObject), 0, sizeof *a - sizeof(SkObject));
    return a;
}

SkValue sk_bytearray_from(const void *data, size_t len) {
    SkByteArray *a = new_empty(&sk_bytearray_type);
    if (!a) return SK_EMPTY;
    if (len == 0) return sk_counted(a);
    a->block = a->start = sk_malloc(len + 1);
    if (!a->block) {
        sk_release(sk_counted(a));
        return sk_raise_memory();
    }
    if (data) sk_racy_copy(a->start, data, len);
    a->start[len] = 0;
    a->capacity = len;
    sk_store_relaxed(&a->length, len);
    return sk_counted(a);
}

static void destroy(SkObject *o) {
    SkByteArray *a = (SkByteArray *)o;
    sk_free(a->block);
    a->block = a->start = NULL;
    if (sk_type_index(o) == SK_T_BYTEARRAY) sk_object_free(o, sizeof(SkByteArray));
    else sk_instance_free(o, 0);
}

SkValue sk_bytearray_snapshot(SkValue v) {
    SkByteArray *a = sk_as_bytearray(v);
    for (;;) {
        size_t n = sk_load_relaxed(&a->length);
        SkBytes *b = sk_bytes_new(n);
        if (!b) return SK_EMPTY;
        sk_lock(&a->header);
        bool same = sk_load_relaxed(&a->length) == n;
        if (same && n) sk_racy_copy(b->data, a->start, n);
        sk_unlock(&a->header);
        if (same) return sk_counted(b);
        sk_release(sk_counted(b));
    }
}

// ---- changing ----------------------------------------------------------------------------------------------------------

typedef enum { DONE, PINNED, NO_MEMORY } Outcome;

static bool outcome(Outcome o) {
    if (o == PINNED) return sk_raise_false(sk_exc_BufferError, EXPORTED);
    if (o == NO_MEMORY) sk_raise_memory();
    return o == DONE;
}

// Opens or closes a gap: start..end becomes n bytes, uninitialised.
static Outcome resize_locked(SkByteArray *a, size_t start, size_t end, size_t n) {
    size_t old = sk_load_relaxed(&a->length), length = old - (end - start) + n;
    if (length == old) return DONE;
    if (a->exports > 0) return PINNED;
    size_t tail = old - end, offset = (size_t)(a->start - a->block);
    if (a->block && offset + length <= a->capacity && length >= a->capacity / 4) {
        if (start == 0 && n == 0) a->start += end; // from the front: nothing moves
        else memmove(a->start + start + n, a->start + end, tail);
    } else {
        size_t capacity = length < old || !a->block ? length : length + (length >> 3) + (length < 9 ? 3 : 6);
        char *block = sk_malloc(capacity + 1);
        if (!block) return NO_MEMORY;
        if (start) memcpy(block, a->start, start);
        if (tail) memcpy(block + start + n, a->start + end, tail);
        sk_free(a->block);
        a->block = a->start = block;
        a->capacity = capacity;
    }
    a->start[length] = 0;
    sk_store_relaxed(&a->length, length);
    return DONE;
}

static void clip(const SkByteArray *a, int64_t *start, int64_t *end) {
    int64_t n = (int64_t)sk_load_relaxed(&a->length);
    if (*start < 0) *start = 0;
    if (*start > n) *start = n;
    if (*end < *start) *end = *start;
    if (*end > n) *end = n;
}

static Outcome splice_locked(SkByteArray *a, int64_t start, int64_t end, const void *bytes, size_t n) {
    clip(a, &start, &end);
    Outcome o = resize_locked(a, (size_t)start, (size_t)end, n);
    if (o == DONE && n) sk_racy_copy(a->start + start, bytes, n);
    return o;
}

bool sk_bytearray_splice(SkValue v, int64_t start, int64_t end, const void *bytes, size_t n) {
    SkByteArray *a = sk_as_bytearray(v);
    sk_lock(&a->header);
    Outcome o = splice_locked(a, start, end, bytes, n);
    sk_unlock(&a->header);
    return outcome(o);
}

bool sk_bytearray_resize(SkValue v, size_t n) {
    SkByteArray *a = sk_as_bytearray(v);
    sk_lock(&a->header);
    size_t old = sk_load_relaxed(&a->length);
    Outcome o = n < old ? resize_locked(a, n, old, 0) : resize_locked(a, old, old, n - old);
    if (o == DONE && n > old) memset(a->start + old, 0, n - old);
    sk_unlock(&a->header);
    return outcome(o);
}

int sk_bytearray_take(SkValue v, int64_t i, uint8_t *byte) {
    SkByteArray *a = sk_as_bytearray(v);
    sk_lock(&a->header);
    int64_t n = (int64_t)sk_load_relaxed(&a->length);
    if (i < 0) i += n;
    Outcome o = DONE;
    bool inside = i >= 0 && i < n;
    if (inside) {
        *byte = sk_racy_byte(a->start + i);
        o = resize_locked(a, (size_t)i, (size_t)i + 1, 0);
    }
    sk_unlock(&a->header);
    if (!outcome(o)) return -1;
    return inside ? 1 : n == 0 ? -3 : 0;
}

int sk_bytearray_remove_byte(SkValue v, uint8_t byte) {
    SkByteArray *a = sk_as_bytearray(v);
    sk_lock(&a->header);
    size_t n = sk_load_relaxed(&a->length);
    size_t i = 0;
    while (i < n && sk_racy_byte(a->start + i) != byte) i++;
    Outcome o = i < n ? resize_locked(a, i, i + 1, 0) : DONE;
    sk_unlock(&a->header);
    if (!outcome(o)) return -1;
    return i < n;
}

void sk_bytearray_reverse(SkValue v) {
    SkByteArray *a = sk_as_bytearray(v);
    sk_lock(&a->header);
    size_t n = sk_load_relaxed(&a->length);
    for (size_t i = 0; i < n / 2; i++) {
        uint8_t c = sk_racy_byte(a->start + i);
        sk_racy_set_byte(a->start + i, sk_racy_byte(a->start + n - 1 - i));
        sk_racy_set_byte(a->start + n - 1 - i, c);
    }
    sk_unlock(&a->header);
}

// ---- as a sequence -------------------------------------------------------------------------------------------------------

static int64_t array_len(SkValue self) { return (int64_t)sk_bytearray_len(self); }

// The byte at i, -1 outside.
static int byte_at(SkValue self, int64_t i, bool from_end) {
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    int64_t n = (int64_t)sk_load_relaxed(&a->length);
    if (i < 0 && from_end) i += n;
    int byte = i >= 0 && i < n ? sk_racy_byte(a->start + i) : -1;
    sk_unlock(&a->header);
    return byte;
}

static bool index_of(SkValue key, int64_t *i) {
    if (sk_is_small_int(key)) {
        *i = sk_small_int(key);
        return true;
    }
    if (!sk_has_index_method(key))
        return sk_raise_false(sk_exc_TypeError, "bytearray indices must be integers or slices, not %.200T", key);
    return sk_index_as_int64(key, i, sk_exc_IndexError);
}

static SkValue get_slice(SkValue self, SkValue key) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return SK_EMPTY;
    SkByteArray *a = sk_as_bytearray(self);
    for (;;) { // the result is made for the length seen, and again if another thread changed that
        int64_t from = start, to = stop, n = sk_slice_adjust(array_len(self), &from, &to, step);
        SkValue result = sk_bytearray_from(NULL, n > 0 ? (size_t)n : 0);
        if (sk_is_empty(result) || n <= 0) return result;
        char *out = sk_as_bytearray(result)->start;
        sk_lock(&a->header);
        from = start, to = stop;
        bool same = sk_slice_adjust(array_len(self), &from, &to, step) == n;
        if (same && step == 1) sk_racy_copy(out, a->start + from, (size_t)n);
        else if (same)
            for (int64_t i = 0; i < n; i++) out[i] = (char)sk_racy_byte(a->start + from + i * step);
        sk_unlock(&a->header);
        if (same) return result;
        sk_release(result);
    }
}

static SkValue get_key(SkValue self, SkValue key) {
    if (sk_is_slice(key)) return get_slice(self, key);
    int64_t i;
    if (!index_of(key, &i)) return SK_EMPTY;
    int byte = byte_at(self, i, true);
    return byte < 0 ? sk_raise(sk_exc_IndexError, "bytearray index out of range") : sk_from_small_int(byte);
}

static bool set_index(SkValue self, SkValue key, SkValue value) {
    int64_t i;
    if (!index_of(key, &i)) return false;
    if (sk_is_empty(value)) {
        uint8_t byte = 0;
        int taken = sk_bytearray_take(self, i, &byte);
        if (taken == 0 || taken == -3) sk_raise(sk_exc_IndexError, "bytearray index out of range");
        return taken == 1;
    }
    uint8_t byte = 0;
    if (!sk_byte_value(value, "byte must be in range(0, 256)", &byte)) return false;
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    int64_t n = (int64_t)sk_load_relaxed(&a->length);
    if (i < 0) i += n;
    bool inside = i >= 0 && i < n;
    if (inside) sk_racy_set_byte(a->start + i, byte);
    sk_unlock(&a->header);
    return inside || sk_raise_false(sk_exc_IndexError, "bytearray index out of range");
}

// Every step-th byte: n of them deleted, or replaced by as many.
static Outcome stepped_locked(SkByteArray *a, int64_t start, int64_t step, int64_t n, const char *bytes, bool deleting) {
    if (!deleting) {
        for (int64_t i = 0; i < n; i++) sk_racy_set_byte(a->start + start + i * step, (uint8_t)bytes[i]);
        return DONE;
    }
    if (n == 0) return DONE;
    if (a->exports > 0) return PINNED;
    if (step < 0) {
        start += (n - 1) * step;
        step = -step;
    }
    size_t length = sk_load_relaxed(&a->length), to = (size_t)start;
    for (size_t i = to; i < length; i++) {
        size_t from_start = i - (size_t)start;
        if (from_start % (size_t)step == 0 && from_start / (size_t)step < (size_t)n) continue;
        a->start[to++] = a->start[i];
    }
    return resize_locked(a, to, length, 0);
}

static bool set_slice(SkValue self, SkValue key, const char *bytes, size_t n, bool deleting) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return false;
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    int64_t selected = sk_slice_adjust((int64_t)sk_load_relaxed(&a->length), &start, &stop, step);
    Outcome o = DONE;
    bool fits = true;
    if (step == 1) o = splice_locked(a, start, start + selected, bytes, n);
    else if (deleting || n == 0) o = stepped_locked(a, start, step, selected, NULL, true);
    else if ((fits = (int64_t)n == selected)) o = stepped_locked(a, start, step, selected, bytes, false);
    sk_unlock(&a->header);
    if (!fits)
        return sk_raise_false(sk_exc_ValueError, "attempt to assign bytes of size %zu to extended slice of size %lld", n,
                              (long long)selected);
    return outcome(o);
}

static bool set_key(SkValue self, SkValue key, SkValue value) {
    if (!sk_is_slice(key)) return set_index(self, key, value);
    if (sk_is_empty(value)) return set_slice(self, key, NULL, 0, true);
    if (sk_is(self, value) || !sk_has_buffer(value)) {
        if (sk_is_int(value) || sk_is_str(value))
            return sk_raise_false(sk_exc_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        SK_AUTO SkValue copy = sk_bytes_from_arguments(value, SK_EMPTY, SK_EMPTY, true);
        if (sk_is_empty(copy)) return false;
        return set_slice(self, key, sk_as_bytes(copy)->data, sk_as_bytes(copy)->length, false);
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(value, &view, SK_BUF_LIVE)) return false;
    return set_slice(self, key, view.data, (size_t)view.length, false);
}

static SkValue concat(SkValue self, SkValue other) {
    if (!sk_has_buffer(self) || !sk_has_buffer(other))
        return sk_raise(sk_exc_TypeError, "can't concat %.100T to %.100T", other, self);
    SK_AUTO SkValue left = sk_bytearray_snapshot(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (sk_is_empty(left) || !sk_buffer_get(other, &view, SK_BUF_LIVE)) return SK_EMPTY;
    size_t n = sk_as_bytes(left)->length;
    SkValue result = sk_bytearray_from(NULL, n + (size_t)view.length);
    if (sk_is_empty(result) || n + (size_t)view.length == 0) return result;
    char *to = sk_as_bytearray(result)->start;
    memcpy(to, sk_as_bytes(left)->data, n);
    if (view.length) sk_racy_copy(to + n, view.data, (size_t)view.length);
    return result;
}

bool sk_bytearray_add_buffer(SkValue self, SkValue other) {
    if (sk_is(self, other) || (sk_multithreaded && sk_is_bytearray(other))) {
        SK_AUTO SkValue copy = sk_bytearray_snapshot(other);
        return !sk_is_empty(copy) &&
               sk_bytearray_splice(self, INT64_MAX, INT64_MAX, sk_as_bytes(copy)->data, sk_as_bytes(copy)->length);
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    return sk_buffer_get(other, &view, SK_BUF_LIVE) &&
           sk_bytearray_splice(self, INT64_MAX, INT64_MAX, view.data, (size_t)view.length);
}

static SkValue inplace_concat(SkValue self, SkValue other) {
    if (!sk_has_buffer(other)) return sk_raise(sk_exc_TypeError, "can't concat %.100T to %.100T", other, self);
    if (sk_is(self, other) && sk_bytearray_len(self)) return sk_raise(sk_exc_BufferError, EXPORTED);
    return sk_bytearray_add_buffer(self, other) ? sk_dup(self) : SK_EMPTY;
}

static bool fill_repeated(char *to, const char *from, size_t n, size_t all) {
    for (size_t done = 0; done < all; done += n) memcpy(to + done, from, n);
    return true;
}

static SkValue repeat(SkValue self, int64_t count) {
    SK_AUTO SkValue all = sk_bytearray_snapshot(self);
    if (sk_is_empty(all)) return SK_EMPTY;
    size_t n = sk_as_bytes(all)->length, total;
    if (count <= 0 || n == 0) return sk_bytearray_from(NULL, 0);
    if (__builtin_mul_overflow(n, (size_t)count, &total) || total > INT64_MAX / 2) return sk_raise_memory();
    SkValue result = sk_bytearray_from(NULL, total);
    if (!sk_is_empty(result)) fill_repeated(sk_as_bytearray(result)->start, sk_as_bytes(all)->data, n, total);
    return result;
}

static SkValue inplace_repeat(SkValue self, int64_t count) {
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    size_t n = sk_load_relaxed(&a->length), total;
    Outcome o = DONE;
    if (count < 0) count = 0;
    if (__builtin_mul_overflow(n, (size_t)count, &total) || total > INT64_MAX / 2) o = NO_MEMORY;
    else if (total < n) o = resize_locked(a, total, n, 0);
    else if ((o = resize_locked(a, n, n, total - n)) == DONE && total > n) fill_repeated(a->start + n, a->start, n, total - n);
    sk_unlock(&a->header);
    return outcome(o) ? sk_dup(self) : SK_EMPTY;
}

// ---- exporting ------------------------------------------------------------------------------------------------------------

static bool get_buffer(SkValue self, SkBuffer *view, int flags) {
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    a->exports++;
    char *data = (char *)(uintptr_t)sk_bytearray_data_locked(a);
    int64_t n = (int64_t)sk_load_relaxed(&a->length);
    sk_unlock(&a->header);
    return sk_buffer_fill(view, self, data, n, false, flags);
}

static void release_buffer(SkValue self, SkBuffer *view) {
    (void)view;
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    a->exports--;
    sk_unlock(&a->header);
}

// ---- construction and comparison --------------------------------------------------------------------------------------

static SkValue array_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkByteArray *a = new_empty(type);
    return a ? sk_counted(a) : SK_EMPTY;
}

static bool array_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue a[3];
    if (!sk_bind("bytearray", "(source=b'', encoding=<unrepresentable>, errors=<unrepresentable>)", &cache, args, nargs, kwnames, a))
        return false;
    if (sk_bytearray_len(self) && !sk_bytearray_resize(self, 0)) return false;
    if (sk_is_empty(a[0]) && sk_is_empty(a[1]) && sk_is_empty(a[2])) return true;
    SK_AUTO SkValue content = sk_bytes_from_arguments(a[0], a[1], a[2], true);
    if (sk_is_empty(content)) return false;
    return sk_bytearray_splice(self, 0, INT64_MAX, sk_as_bytes(content)->data, sk_as_bytes(content)->length);
}

static SkValue array_repr(SkValue self) {
    SK_AUTO SkValue all = sk_bytearray_snapshot(self);
    if (sk_is_empty(all)) return SK_EMPTY;
    SK_AUTO SkValue before = sk_str_format("%T(", self);
    if (sk_is_empty(before)) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(before);
    if (!text.text) return SK_EMPTY;
    return sk_bytes_repr_of(sk_as_bytes(all)->data, sk_as_bytes(all)->length, text.text, ")", true);
}

// Other threads may be changing a bytearray while it is compared: pinning it would make them fail.
static SkValue comparable(SkValue v) {
    return sk_is_bytearray(v) && sk_multithreaded ? sk_bytearray_snapshot(v) : sk_retain(v);
}

static SkValue array_compare(SkValue a, SkValue b, SkCompareOp op) {
    SK_AUTO SkValue x = comparable(a);
    SK_AUTO SkValue y = comparable(b);
    return sk_is_empty(x) || sk_is_empty(y) ? SK_EMPTY : sk_bytes_compare(x, y, op);
}

static SkValue array_iter(SkValue self) { return sk_index_iter_new(&sk_bytearray_iter_type, self, 0); }

SkType sk_bytearray_type = {
    SK_TYPE_HEAD(SK_T_BYTEARRAY, sizeof(SkByteArray), NULL, NULL, destroy),
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> bytearray\nbytearray(int) -> that many zero bytes\nbytearray() -> no bytes\n\n"
           "A mutable sequence of bytes.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_MATCH_SELF,
    .base = &sk_object_type,
    .new_ = array_new,
    .init = array_init,
    .repr = array_repr,
    .str = array_repr,
    .iter = array_iter,
    .hash = sk_hash_not_implemented,
    .compare = array_compare,
    .number = {.remainder = sk_bytes_mod_slot},
    .container = {.len = array_len,
                  .concat = concat,
                  .inplace_concat = inplace_concat,
                  .repeat = repeat,
                  .inplace_repeat = inplace_repeat,
                  .contains = sk_bytes_contains,
                  .get_key = get_key,
                  .set_key = set_key},
    .buffer = {.get = get_buffer, .release = release_buffer},
    .methods = sk_bytearray_methods,
};

// ---- the iterator ------------------------------------------------------------------------------------------------------

static SkValue iter_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        int byte = byte_at(of, i, false);
        if (byte < 0) {
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        if (sk_claim(&it->index, i, i + 1)) return sk_from_small_int(byte);
    }
}

static SkValue iter_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SkValue of = sk_index_iter_peek(it);
    int64_t left = sk_is_empty(of) ? 0 : array_len(of) - sk_load_relaxed(&it->index);
    return sk_from_small_int(left < 0 ? 0 : left);
}

static SkValue iter_reduce(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i = sk_load_relaxed(&it->index);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    return sk_iter_reduce("iter", of, sk_empty_tuple(), i);
}

static SkValue iter_setstate(SkValue self, SkValue state) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    SkValue of = sk_index_iter_peek(it);
    if (!sk_is_empty(of)) {
        int64_t n = array_len(of);
        sk_store_relaxed(&it->index, i < 0 ? 0 : i > n ? n : i);
    }
    return SK_NONE;
}

static const SkMethodDef iter_methods[] = {
    {"__length_hint__", SK_NOARGS, .noargs = iter_length_hint, "()", "How many bytes are left."},
    {"__reduce__", SK_NOARGS, .noargs = iter_reduce, "()", "State for pickling."},
    {"__setstate__", SK_ONEARG, .onearg = iter_setstate, "(object, /)", "Sets the position."},
    {0},
};

SkType sk_bytearray_iter_type = {
    SK_TYPE_HEAD(SK_T_BYTEARRAY_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "bytearray_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};
