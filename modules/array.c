// array: arrays of numbers and characters: layout, the content and its changes, the type and its iterator.
//
// A1: data has room for capacity items, and the first `length` of them are the content; or data is NULL and capacity 0.
// A2: while exports > 0, data and length do not change.
// Content is touched under the lock only, so a replaced block is freed at once. Values are converted before the lock is
// taken: a conversion may run Python code, which may change the array.
#include "modules/array.h"

#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- making -----------------------------------------------------------------------------------------------------------------

SkArray *sk_array_new(SkType *type, const SkArrayCode *code, size_t items) {
    size_t bytes;
    if (__builtin_mul_overflow(items, code->size, &bytes) || bytes > INT64_MAX) {
        sk_raise_memory();
        return NULL;
    }
    SkArray *a = (SkArray *)sk_type_alloc(type, 0);
    if (!a) return NULL;
    a->code = code;
    if (items && !(a->data = sk_calloc(items, code->size))) {
        sk_release(sk_counted(a));
        sk_raise_memory();
        return NULL;
    }
    a->capacity = items;
    sk_store_relaxed(&a->length, items);
    return a;
}

static void destroy(SkObject *o) {
    SkArray *a = (SkArray *)o;
    sk_free(a->data);
    a->data = NULL;
    sk_instance_free(o, 0);
}

char *sk_array_snapshot(SkArray *a, size_t *items) {
    sk_lock(&a->header);
    *items = sk_array_len(a);
    char *copy = sk_malloc(*items * a->code->size + 1);
    if (copy && *items) sk_racy_copy(copy, a->data, *items * a->code->size);
    sk_unlock(&a->header);
    if (!copy) sk_raise_memory();
    return copy;
}

// A copy that ends with its scope.
typedef struct { char *data; size_t items; } Copy;
static void copy_free(Copy *c) { sk_free(c->data); }
#define AUTO_COPY SK_CLEANUP(copy_free)
static Copy snapshot(SkArray *a) {
    Copy c = {0};
    c.data = sk_array_snapshot(a, &c.items);
    return c;
}

// ---- changing ---------------------------------------------------------------------------------------------------------------

typedef enum { DONE, PINNED, NO_MEMORY } Outcome;

static bool outcome(Outcome o) {
    if (o == PINNED) return sk_raise_false(sk_exc_BufferError, "cannot resize an array that is exporting buffers");
    if (o == NO_MEMORY) sk_raise_memory();
    return o == DONE;
}

// Another length; new items are uninitialised.
static Outcome resize_locked(SkArray *a, size_t length) {
    size_t old = sk_array_len(a), bytes;
    if (length == old) return DONE;
    if (a->exports > 0) return PINNED;
    if (length > a->capacity || length < a->capacity / 2) {
        size_t capacity = length ? length + (length >> 4) + (old < 8 ? 3 : 7) : 0;
        if (__builtin_mul_overflow(capacity, a->code->size, &bytes) || bytes > INT64_MAX) return NO_MEMORY;
        if (!capacity) {
            sk_free(a->data);
            a->data = NULL;
        } else {
            char *data = sk_realloc(a->data, bytes);
            if (!data) return NO_MEMORY;
            a->data = data;
        }
        a->capacity = capacity;
    }
    sk_store_relaxed(&a->length, length);
    return DONE;
}

// start..end becomes n items, uninitialised.
static Outcome gap_locked(SkArray *a, size_t start, size_t end, size_t n) {
    size_t old = sk_array_len(a), size = a->code->size, tail = old - end;
    if (end - start == n) return DONE;
    if (a->exports > 0) return PINNED;
    if (n < end - start) {
        if (tail) memmove(a->data + (start + n) * size, a->data + end * size, tail * size);
        return resize_locked(a, start + n + tail);
    }
    size_t length;
    if (__builtin_add_overflow(start + tail, n, &length)) return NO_MEMORY;
    Outcome o = resize_locked(a, length);
    if (o == DONE && tail) memmove(a->data + (start + n) * size, a->data + end * size, tail * size);
    return o;
}

static Outcome splice_locked(SkArray *a, int64_t start, int64_t end, const void *items, size_t n) {
    int64_t length = (int64_t)sk_array_len(a);
    start = start < 0 ? 0 : start > length ? length : start;
    end = end < start ? start : end > length ? length : end;
    Outcome o = gap_locked(a, (size_t)start, (size_t)end, n);
    if (o == DONE && n) sk_racy_copy(a->data + (size_t)start * a->code->size, items, n * a->code->size);
    return o;
}

bool sk_array_splice(SkArray *a, int64_t start, int64_t end, const void *items, size_t n) {
    sk_lock(&a->header);
    Outcome o = splice_locked(a, start, end, items, n);
    sk_unlock(&a->header);
    return outcome(o);
}

int sk_array_take(SkArray *a, int64_t i, uint8_t *bytes) {
    sk_lock(&a->header);
    int64_t n = (int64_t)sk_array_len(a);
    if (i < 0) i += n;
    Outcome o = DONE;
    bool inside = i >= 0 && i < n;
    if (inside) {
        sk_racy_copy(bytes, a->data + (size_t)i * a->code->size, a->code->size);
        o = gap_locked(a, (size_t)i, (size_t)i + 1, 0);
    }
    sk_unlock(&a->header);
    return outcome(o) ? inside : -1;
}

bool sk_array_append(SkArray *a, SkValue v) {
    uint8_t bytes[8];
    return sk_array_pack(a->code, v, bytes) && sk_array_splice(a, INT64_MAX, INT64_MAX, bytes, 1);
}

static bool extend_array(SkArray *a, SkArray *other) {
    AUTO_COPY Copy copy = snapshot(other);
    return copy.data && sk_array_splice(a, INT64_MAX, INT64_MAX, copy.data, copy.items);
}

bool sk_array_extend(SkArray *a, SkValue iterable) {
    if (sk_is_array(iterable)) {
        if (sk_as_array(iterable)->code != a->code) return sk_raise_false(sk_exc_TypeError, "can only extend with array of same kind");
        return extend_array(a, sk_as_array(iterable));
    }
    SK_AUTO SkValue it = sk_iter(iterable);
    if (sk_is_empty(it)) return false;
    for (;;) {
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) return !sk_error_occurred();
        if (!sk_array_append(a, item)) return false;
    }
}

bool sk_array_extend_list(SkArray *a, SkValue list) {
    size_t n = sk_list_len(list), size = a->code->size;
    AUTO_COPY Copy made = {.data = sk_malloc(n * size + 1), .items = n};
    if (!made.data) return sk_raise_memory(), false;
    for (size_t i = 0; i < n; i++) {
        SK_AUTO SkValue item = sk_list_get(list, i);
        uint8_t bytes[8];
        if (sk_is_empty(item)) return sk_raise_false(sk_exc_RuntimeError, "list changed size during iteration");
        if (!sk_array_pack(a->code, item, bytes)) return false;
        memcpy(made.data + i * size, bytes, size);
    }
    if (sk_list_len(list) != n) return sk_raise_false(sk_exc_RuntimeError, "list changed size during iteration");
    return sk_array_splice(a, INT64_MAX, INT64_MAX, made.data, n);
}

bool sk_array_append_str(SkArray *a, SkValue str) {
    size_t n = sk_str_len(str);
    AUTO_COPY Copy made = {.data = sk_malloc(4 * n + 4), .items = n};
    if (!made.data) return sk_raise_memory(), false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = sk_str_at(sk_as_str(str), i);
        memcpy(made.data + 4 * i, &c, 4);
    }
    return sk_array_splice(a, INT64_MAX, INT64_MAX, made.data, n);
}

bool sk_array_append_bytes(SkArray *a, SkValue buffer) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(buffer, &b, SK_BUF_LIVE)) return false;
    if (b.item_size != 1) return sk_raise_false(sk_exc_TypeError, "a bytes-like object is required");
    if ((size_t)b.length % a->code->size) return sk_raise_false(sk_exc_ValueError, "bytes length not a multiple of item size");
    return sk_array_splice(a, INT64_MAX, INT64_MAX, b.data, (size_t)b.length / a->code->size);
}

// ---- the whole content ----------------------------------------------------------------------------------------------------------

SkValue sk_array_to_list(SkArray *a) {
    AUTO_COPY Copy copy = snapshot(a);
    SK_AUTO SkValue list = copy.data ? sk_list_new(copy.items) : SK_EMPTY;
    if (sk_is_empty(list)) return SK_EMPTY;
    for (size_t i = 0; i < copy.items; i++) {
        SkValue item = sk_array_unpack(a->code, copy.data + i * a->code->size);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) return SK_EMPTY;
    }
    return sk_move(&list);
}

SkValue sk_array_to_bytes(SkArray *a) {
    AUTO_COPY Copy copy = snapshot(a);
    return copy.data ? sk_bytes_from(copy.data, copy.items * a->code->size) : SK_EMPTY;
}

SkValue sk_array_to_str(SkArray *a) {
    AUTO_COPY Copy copy = snapshot(a);
    if (!copy.data) return SK_EMPTY;
    int order = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? -1 : 1;
    return sk_decode_utf32(copy.data, 4 * copy.items, NULL, &order, NULL);
}

// ---- as a sequence ----------------------------------------------------------------------------------------------------------------

static int64_t array_len(SkValue self) { return (int64_t)sk_array_len(sk_as_array(self)); }

// A size known to the compiler makes this one move.
SK_INLINE void copy_item(void *to, const void *from, size_t size) {
    switch (size) {
    case 1: sk_racy_copy(to, from, 1); break;
    case 2: sk_racy_copy(to, from, 2); break;
    case 4: sk_racy_copy(to, from, 4); break;
    default: sk_racy_copy(to, from, 8); break;
    }
}

static bool load_item(SkArray *a, int64_t i, bool from_end, char *bytes) {
    sk_lock(&a->header);
    int64_t n = (int64_t)sk_array_len(a);
    if (i < 0 && from_end) i += n;
    bool inside = i >= 0 && i < n;
    if (inside) copy_item(bytes, a->data + (size_t)i * a->code->size, a->code->size);
    sk_unlock(&a->header);
    return inside;
}

SkValue sk_array_item(SkArray *a, int64_t i) {
    char bytes[8];
    return load_item(a, i, false, bytes) ? sk_array_unpack(a->code, bytes) : SK_EMPTY;
}

static bool index_of(SkValue key, int64_t *i) {
    if (!sk_has_index_method(key)) return sk_raise_false(sk_exc_TypeError, "array indices must be integers");
    return sk_index_as_int64(key, i, sk_exc_IndexError);
}

static SkValue get_slice(SkArray *a, SkValue key) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return SK_EMPTY;
    size_t size = a->code->size;
    for (;;) {  // the result is made for the length seen, and again if another thread changed that
        int64_t from = start, to = stop, n = sk_slice_adjust((int64_t)sk_array_len(a), &from, &to, step);
        SkArray *result = sk_array_new(&sk_array_type, a->code, n > 0 ? (size_t)n : 0);
        if (!result || n <= 0) return result ? sk_counted(result) : SK_EMPTY;
        sk_lock(&a->header);
        from = start, to = stop;
        bool same = sk_slice_adjust((int64_t)sk_array_len(a), &from, &to, step) == n;
        if (same && step == 1) sk_racy_copy(result->data, a->data + (size_t)from * size, (size_t)n * size);
        else if (same)
            for (int64_t i = 0; i < n; i++) sk_racy_copy(result->data + (size_t)i * size, a->data + (size_t)(from + i * step) * size, size);
        sk_unlock(&a->header);
        if (same) return sk_counted(result);
        sk_release(sk_counted(result));
    }
}

static SkValue get_key(SkValue self, SkValue key) {
    SkArray *a = sk_as_array(self);
    if (sk_is_slice(key)) return get_slice(a, key);
    int64_t i;
    char bytes[8];
    if (!index_of(key, &i)) return SK_EMPTY;
    return load_item(a, i, true, bytes) ? sk_array_unpack(a->code, bytes) : sk_raise(sk_exc_IndexError, "array index out of range");
}

static bool set_index(SkArray *a, SkValue key, SkValue value) {
    int64_t i;
    uint8_t bytes[8];
    if (!index_of(key, &i)) return false;
    if (sk_is_empty(value)) {
        int taken = sk_array_take(a, i, bytes);
        return taken ? taken > 0 : sk_raise_false(sk_exc_IndexError, "array assignment index out of range");
    }
    if (!sk_array_pack(a->code, value, bytes)) return false;
    sk_lock(&a->header);
    int64_t n = (int64_t)sk_array_len(a);
    if (i < 0) i += n;
    bool inside = i >= 0 && i < n;
    if (inside) copy_item(a->data + (size_t)i * a->code->size, bytes, a->code->size);
    sk_unlock(&a->header);
    return inside || sk_raise_false(sk_exc_IndexError, "array assignment index out of range");
}

static Outcome delete_steps_locked(SkArray *a, int64_t start, int64_t step, int64_t n) {
    if (n <= 0) return DONE;
    size_t size = a->code->size, length = sk_array_len(a);
    if (step < 0) {
        start += (n - 1) * step;
        step = -step;
    }
    size_t to = (size_t)start;
    for (size_t i = to; i < length; i++) {
        size_t offset = i - (size_t)start;
        if (offset % (size_t)step == 0 && offset / (size_t)step < (size_t)n) continue;
        memmove(a->data + to++ * size, a->data + i * size, size);
    }
    return resize_locked(a, to);
}

// The array's part of a slice becomes n items; deleting if items is NULL.
static bool set_slice(SkArray *a, SkValue key, const char *items, size_t n) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return false;
    size_t size = a->code->size;
    sk_lock(&a->header);
    int64_t selected = sk_slice_adjust((int64_t)sk_array_len(a), &start, &stop, step);
    Outcome o = DONE;
    bool fits = true;
    if (selected < 0) selected = 0;
    // As for other sequences that can be pinned: taking nothing out is refused as well.
    if (a->exports > 0 && n == 0) o = PINNED;
    else if (step == 1) o = splice_locked(a, start, start + selected, items, n);
    else if (n == 0) o = delete_steps_locked(a, start, step, selected);
    else if ((fits = (int64_t)n == selected))
        for (int64_t i = 0; i < selected; i++) sk_racy_copy(a->data + (size_t)(start + i * step) * size, items + (size_t)i * size, size);
    sk_unlock(&a->header);
    if (!fits)
        return sk_raise_false(sk_exc_ValueError, "attempt to assign array of size %zu to extended slice of size %lld", n, (long long)selected);
    return outcome(o);
}

static bool set_key(SkValue self, SkValue key, SkValue value) {
    SkArray *a = sk_as_array(self);
    if (!sk_is_slice(key)) return set_index(a, key, value);
    if (sk_is_empty(value)) return set_slice(a, key, NULL, 0);
    if (!sk_is_array(value)) return sk_raise_false(sk_exc_TypeError, "can only assign array (not \"%.200T\") to array slice", value);
    if (sk_as_array(value)->code != a->code) return sk_raise_false(sk_exc_TypeError, "bad argument type for built-in operation");
    AUTO_COPY Copy copy = snapshot(sk_as_array(value));
    return copy.data && set_slice(a, key, copy.data, copy.items);
}

static SkValue concat(SkValue self, SkValue other) {
    SkArray *a = sk_as_array(self);
    if (!sk_is_array(other)) return sk_raise(sk_exc_TypeError, "can only append array (not \"%.200T\") to array", other);
    if (sk_as_array(other)->code != a->code) return sk_raise(sk_exc_TypeError, "bad argument type for built-in operation");
    AUTO_COPY Copy copy = snapshot(a);
    SkArray *result = copy.data ? sk_array_new(&sk_array_type, a->code, copy.items) : NULL;
    if (!result) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(result);
    if (copy.items) memcpy(result->data, copy.data, copy.items * a->code->size);
    return extend_array(result, sk_as_array(other)) ? sk_move(&v) : SK_EMPTY;
}

static SkValue inplace_concat(SkValue self, SkValue other) {
    if (!sk_is_array(other)) return sk_raise(sk_exc_TypeError, "can only extend array with array (not \"%.200T\")", other);
    return sk_array_extend(sk_as_array(self), other) ? sk_dup(self) : SK_EMPTY;
}

static void fill(char *to, const char *from, size_t n, size_t all) {
    for (size_t done = 0; done < all; done += n) memcpy(to + done, from, n);
}

static SkValue repeat(SkValue self, int64_t count) {
    SkArray *a = sk_as_array(self);
    AUTO_COPY Copy copy = snapshot(a);
    if (!copy.data) return SK_EMPTY;
    size_t n = copy.items, total;
    if (count < 0) count = 0;
    if (__builtin_mul_overflow(n, (size_t)count, &total)) return sk_raise_memory();
    SkArray *result = sk_array_new(&sk_array_type, a->code, total);
    if (!result) return SK_EMPTY;
    if (total) fill(result->data, copy.data, n * a->code->size, total * a->code->size);
    return sk_counted(result);
}

static SkValue inplace_repeat(SkValue self, int64_t count) {
    SkArray *a = sk_as_array(self);
    size_t size = a->code->size, total;
    if (count < 0) count = 0;
    sk_lock(&a->header);
    size_t n = sk_array_len(a);
    Outcome o = __builtin_mul_overflow(n, (size_t)count, &total) ? NO_MEMORY : resize_locked(a, total);
    if (o == DONE && total > n) fill(a->data + n * size, a->data, n * size, (total - n) * size);
    sk_unlock(&a->header);
    return outcome(o) ? sk_dup(self) : SK_EMPTY;
}

static int contains(SkValue self, SkValue value) {
    SkArray *a = sk_as_array(self);
    for (int64_t i = 0;; i++) {
        SK_AUTO SkValue item = sk_array_item(a, i);
        if (sk_is_empty(item)) return sk_error_occurred() ? -1 : 0;
        SK_AUTO SkValue equal = sk_compare(item, value, SK_EQ);
        int truth = sk_is_empty(equal) ? -1 : sk_truth(equal);
        if (truth) return truth;
    }
}

// ---- comparison, text -------------------------------------------------------------------------------------------------------------------

// The items at one place of both: -1, 0, 1 or 2 (neither less, equal nor greater); or the answer of a comparison by values.
static int compare_at(const SkArrayCode *c, const char *x, const SkArrayCode *d, const char *y) {
    bool ok;
    int order = sk_array_compare_items(c, x, d, y, &ok);
    if (ok) return order;
    SK_AUTO SkValue p = sk_array_unpack(c, x);
    SK_AUTO SkValue q = sk_is_empty(p) ? SK_EMPTY : sk_array_unpack(d, y);
    SK_AUTO SkValue equal = sk_is_empty(q) ? SK_EMPTY : sk_compare(p, q, SK_EQ);
    int truth = sk_is_empty(equal) ? -1 : sk_truth(equal);
    return truth < 0 ? -2 : truth ? 0 : 2;
}

static bool decide(int order, SkCompareOp op) {
    switch (op) {
    case SK_LT: return order < 0;
    case SK_LE: return order <= 0;
    case SK_EQ: return order == 0;
    case SK_NE: return order != 0;
    case SK_GT: return order > 0;
    default: return order >= 0;
    }
}

static SkValue compare(SkValue self, SkValue other, SkCompareOp op) {
    if (!sk_is_array(self) || !sk_is_array(other)) return SK_NOT_IMPLEMENTED;
    SkArray *a = sk_as_array(self), *b = sk_as_array(other);
    if ((op == SK_EQ || op == SK_NE) && sk_array_len(a) != sk_array_len(b)) return sk_bool(op == SK_NE);
    AUTO_COPY Copy x = snapshot(a);
    AUTO_COPY Copy y = snapshot(b);
    if (!x.data || !y.data) return SK_EMPTY;
    for (size_t i = 0; i < x.items && i < y.items; i++) {
        const char *p = x.data + i * a->code->size, *q = y.data + i * b->code->size;
        int order = compare_at(a->code, p, b->code, q);
        if (order == -2) return SK_EMPTY;
        if (order == 0) continue;
        if (op == SK_EQ || op == SK_NE) return sk_bool(op == SK_NE);
        if (order != 2) return sk_bool(decide(order, op));
        SK_AUTO SkValue v = sk_array_unpack(a->code, p);
        SK_AUTO SkValue w = sk_is_empty(v) ? SK_EMPTY : sk_array_unpack(b->code, q);
        return sk_is_empty(w) ? SK_EMPTY : sk_compare(v, w, op);
    }
    return sk_bool(decide(x.items < y.items ? -1 : x.items > y.items, op));
}

static SkValue repr(SkValue self) {
    SkArray *a = sk_as_array(self);
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    if (dot) name = dot + 1;
    if (sk_array_len(a) == 0) return sk_str_format("%s('%c')", name, a->code->code);
    SK_AUTO SkValue content = a->code->kind == SK_ARRAY_CHAR ? sk_array_to_str(a) : sk_array_to_list(a);
    return sk_is_empty(content) ? SK_EMPTY : sk_str_format("%s('%c', %R)", name, a->code->code, content);
}

// ---- exporting --------------------------------------------------------------------------------------------------------------------------

static bool get_buffer(SkValue self, SkBuffer *view, int flags) {
    SkArray *a = sk_as_array(self);
    static char none[8];  // never written: no array of length 0 has bytes
    sk_lock(&a->header);
    a->exports++;
    char *data = a->data ? a->data : none;
    int64_t n = (int64_t)sk_array_len(a);
    sk_unlock(&a->header);
    if (!sk_buffer_fill(view, self, data, n * a->code->size, false, flags)) return false;
    view->item_size = a->code->size;
    view->shape1 = n;
    view->stride1 = a->code->size;
    view->format = (flags & SK_BUF_FORMAT) ? a->code->buffer : NULL;
    return true;
}

static void release_buffer(SkValue self, SkBuffer *view) {
    (void)view;
    SkArray *a = sk_as_array(self);
    sk_lock(&a->header);
    a->exports--;
    sk_unlock(&a->header);
}

// ---- construction -------------------------------------------------------------------------------------------------------------------------

static bool check_initializer(const SkArrayCode *code, SkValue initial) {
    if (code->kind == SK_ARRAY_CHAR) return true;
    if (sk_is_str(initial))
        return sk_raise_false(sk_exc_TypeError, "cannot use a str to initialize an array with typecode '%c'", code->code);
    if (sk_is_array(initial) && sk_as_array(initial)->code->kind == SK_ARRAY_CHAR)
        return sk_raise_false(sk_exc_TypeError, "cannot use a unicode array to initialize an array with typecode '%c'", code->code);
    return true;
}

static bool fill_new(SkArray *a, SkValue initial) {
    if (sk_is_array(initial) && sk_as_array(initial)->code == a->code) return extend_array(a, sk_as_array(initial));
    if (sk_is_array(initial)) {
        SK_AUTO SkValue list = sk_array_to_list(sk_as_array(initial));
        return !sk_is_empty(list) && sk_array_extend_list(a, list);
    }
    if (sk_is_list(initial)) return sk_array_extend_list(a, initial);
    if (sk_is_bytes(initial) || sk_is_instance_of(initial, &sk_bytearray_type)) return sk_array_append_bytes(a, initial);
    if (sk_is_str(initial)) return sk_array_append_str(a, initial);
    return sk_array_extend(a, initial);
}

static SkValue array_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (type->init == sk_array_type.init && !sk_no_kwargs("array.array", kwnames)) return SK_EMPTY;
    if (nargs < 1 || nargs > 2)
        return sk_raise(sk_exc_TypeError, "array() takes at %s %d argument%s (%zu given)", nargs ? "most" : "least", nargs ? 2 : 1,
                        nargs ? "s" : "", nargs);
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "array() argument 1 must be a unicode character, not %T", args[0]);
    if (sk_str_len(args[0]) != 1)
        return sk_raise(sk_exc_TypeError, "array() argument 1 must be a unicode character, not a string of length %zu", sk_str_len(args[0]));
    uint32_t c = sk_str_at(sk_as_str(args[0]), 0);
    if (c == 'u' && !sk_warn(sk_exc_DeprecationWarning, 1, "The 'u' type code is deprecated and will be removed in Python 3.16"))
        return SK_EMPTY;
    const SkArrayCode *code = sk_array_code(c);
    if (!code) return sk_raise(sk_exc_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    if (nargs == 2 && !check_initializer(code, args[1])) return SK_EMPTY;
    SkArray *a = sk_array_new(type, code, 0);
    if (!a) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(a);
    if (nargs == 2 && !fill_new(a, args[1])) return SK_EMPTY;
    return sk_move(&v);
}

static SkType iter_type;
static SkValue array_iter(SkValue self) { return sk_index_iter_new(&iter_type, self, 0); }

static SkValue get_typecode(SkValue self, void *closure SK_UNUSED) { return sk_str_from_code_point((uint8_t)sk_as_array(self)->code->code); }
static SkValue get_itemsize(SkValue self, void *closure SK_UNUSED) { return sk_from_small_int(sk_as_array(self)->code->size); }

static const SkGetSetDef array_getset[] = {
    {.name = "typecode", .get = get_typecode, .doc = "the typecode character used to create the array"},
    {.name = "itemsize", .get = get_itemsize, .doc = "the size, in bytes, of one array item"},
    {0},
};

SkType sk_array_type = {
    SK_TYPE_HEAD(0, sizeof(SkArray), NULL, NULL, destroy),
    .name = "array.array",
    .doc = "array(typecode [, initializer]) -> array\n\nAn array of numbers or characters of one type, which its typecode names:\n\n"
           "    b, B    1 byte, signed and unsigned\n    h, H    2 bytes\n    i, I    4 bytes\n    l, L    8 bytes\n"
           "    q, Q    8 bytes\n    f, d    floating point of 4 and 8 bytes\n    w       a character (u: the old name)\n\n"
           "It is filled from a list, bytes, a string, or any iterable.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF | SK_TF_IMMUTABLE | SK_TF_SEQUENCE,
    .new_ = array_new,
    .repr = repr,
    .iter = array_iter,
    .hash = sk_hash_not_implemented,
    .compare = compare,
    .container = {.len = array_len,
                  .concat = concat,
                  .inplace_concat = inplace_concat,
                  .repeat = repeat,
                  .inplace_repeat = inplace_repeat,
                  .contains = contains,
                  .get_key = get_key,
                  .set_key = set_key},
    .buffer = {.get = get_buffer, .release = release_buffer},
    .methods = sk_array_methods,
    .getset = array_getset,
};

// ---- the iterator -------------------------------------------------------------------------------------------------------------------------

static SkValue iter_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        char bytes[8];
        if (!load_item(sk_as_array(of), i, false, bytes)) {
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        const SkArrayCode *code = sk_as_array(of)->code;
        if (sk_claim(&it->index, i, i + 1)) return sk_array_unpack(code, bytes);
    }
}

static SkValue iter_reduce(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    SK_AUTO SkValue result = sk_iter_reduce("iter", of, sk_empty_tuple(), sk_load_relaxed(&it->index));
    return sk_move(&result);
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
    {"__reduce__", SK_NOARGS, .noargs = iter_reduce, "()", "Return state information for pickling."},
    {"__setstate__", SK_ONEARG, .onearg = iter_setstate, "(state, /)", "Set state information for unpickling."},
    {0},
};

static SkType iter_type = {
    SK_TYPE_HEAD(0, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "array.arrayiterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};

// ---- the module ---------------------------------------------------------------------------------------------------------------------------

static bool exec(SkValue m) {
    char codes[32];
    size_t n = 0;
    for (const SkArrayCode *c = sk_array_codes; c->code; c++) codes[n++] = c->code;
    codes[n] = 0;
    if (!sk_type_ready(&iter_type) || !sk_module_add_type(m, &sk_array_type) ||
        !sk_module_add(m, "ArrayType", sk_type_value(&sk_array_type)) || !sk_module_add_str(m, "typecodes", codes))
        return false;
    SK_AUTO SkValue abc = sk_import("collections.abc");
    SK_AUTO SkValue sequence = sk_is_empty(abc) ? SK_EMPTY : sk_getattr_s(abc, "MutableSequence");
    SkValue type = sk_type_value(&sk_array_type);
    SK_AUTO SkValue done = sk_is_empty(sequence) ? SK_EMPTY : sk_call_method_s(sequence, "register", &type, 1);
    return !sk_is_empty(done);
}

const SkModuleDef sk_module_array = {"array", "Arrays of numbers or characters of one type.", sk_array_functions, exec};
