// memoryview: subscripts, comparison, conversions and attributes.
#include <limits.h>
#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "objects/bytes.h"
#include "objects/bytes_internal.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/hooks.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/memoryview_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// `ENTER(m, self, failure)` declares m, which stays readable to the end of the scope.
#define ENTER(m, self, failure)                                                  \
    SK_AUTO_VIEW SkMemoryView *m = NULL;                                         \
    if (!sk_memoryview_enter(sk_as_memoryview(self))) return failure;            \
    m = sk_as_memoryview(self)

// ---- subscripts ----------------------------------------------------------------------------------------------------------

static SkValue unpack(SkMemoryView *m, const char *p) { return sk_item_unpack(p, sk_native_format(m->format), m->format); }

static char *item_at(SkMemoryView *m, char *p, int dim, int64_t i) {
    int64_t n = m->shape[dim];
    if (i < 0) i += n;
    if (i < 0 || i >= n) {
        sk_raise(sk_exc_IndexError, "index out of bounds on dimension %d", dim + 1);
        return NULL;
    }
    return p + i * m->strides[dim];
}

// The element that a tuple of indices names, NULL with an exception.
static char *item_by_tuple(SkMemoryView *m, SkValue key) {
    size_t n = sk_tuple_len(key);
    if (n > (size_t)m->ndim) {
        sk_raise(sk_exc_TypeError, "cannot index %d-dimension view with %zu-element tuple", m->ndim, n);
        return NULL;
    }
    char *p = m->data;
    for (size_t i = 0; i < n; i++) {
        int64_t index;
        if (!sk_index_as_int64(sk_tuple_peek(key, i), &index, sk_exc_IndexError)) return NULL;
        p = item_at(m, p, (int)i, index);
        if (!p) return NULL;
    }
    return p;
}

typedef enum { INDICES, SLICES, NEITHER } KeyKind;

static KeyKind tuple_kind(SkValue key) {
    bool indices = true, slices = true;
    for (size_t i = 0; i < sk_tuple_len(key); i++) {
        SkValue v = sk_tuple_peek(key, i);
        if (!sk_has_index_method(v)) indices = false;
        if (!sk_is_slice(v)) slices = false;
    }
    return indices ? INDICES : slices ? SLICES : NEITHER;
}

// ValueError if the conversion of v, which may have run Python code, released the view.
static bool still_usable(SkMemoryView *m, SkValue v) {
    if (sk_is_small_int(v)) return true;
    if (!sk_memoryview_enter(m)) return false;
    sk_memoryview_leave(m);
    return true;
}

// Where the key's element is; NULL with an exception, also for keys that name no element.
static char *item_of_key(SkMemoryView *m, SkValue key) {
    if (m->ndim == 0) {
        if (sk_is_tuple(key) && sk_tuple_len(key) == 0) return m->data;
        sk_raise(sk_exc_TypeError, "invalid indexing of 0-dim memory");
        return NULL;
    }
    if (sk_has_index_method(key)) {
        int64_t i;
        if (!sk_index_as_int64(key, &i, sk_exc_IndexError) || !still_usable(m, key)) return NULL;
        if (m->ndim == 1) return item_at(m, m->data, 0, i);
        sk_raise(sk_exc_NotImplementedError, "multi-dimensional sub-views are not implemented");
        return NULL;
    }
    if (sk_is_tuple(key)) {
        KeyKind kind = tuple_kind(key);
        if (kind == INDICES && sk_tuple_len(key) < (size_t)m->ndim) {
            sk_raise(sk_exc_NotImplementedError, "sub-views are not implemented");
            return NULL;
        }
        if (kind == INDICES) {
            char *p = item_by_tuple(m, key);
            return p && still_usable(m, key) ? p : NULL;
        }
        if (kind == SLICES) {
            sk_raise(sk_exc_NotImplementedError, "multi-dimensional slicing is not implemented");
            return NULL;
        }
    }
    sk_raise(sk_exc_TypeError, "memoryview: invalid slice key");
    return NULL;
}

// A view of part of the first dimension; NULL with an exception.
static SkMemoryView *slice_view(SkMemoryView *m, SkValue key) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return NULL;
    int64_t n = sk_slice_adjust(m->shape[0], &start, &stop, step);
    SkMemoryView *part = sk_memoryview_derive(m, m->ndim);
    if (!part) return NULL;
    part->data = m->data + start * m->strides[0];
    part->shape[0] = n;
    part->strides[0] = m->strides[0] * step;
    part->length = m->item_size;
    for (int i = 0; i < part->ndim; i++) part->length *= part->shape[i];
    return part;
}

SkValue sk_memoryview_get_key(SkValue self, SkValue key) {
    ENTER(m, self, SK_EMPTY);
    if (m->ndim == 0 && sk_has_index(key, SK_T_ELLIPSIS)) return sk_dup(self);
    if (m->ndim == 0 && key.w == SK_ELLIPSIS.w) return sk_dup(self);
    if (m->ndim > 0 && sk_is_slice(key)) {
        SkMemoryView *part = slice_view(m, key);
        return part ? sk_counted(part) : SK_EMPTY;
    }
    const char *p = item_of_key(m, key);
    return p ? unpack(m, p) : SK_EMPTY;
}

// ---- assignment ----------------------------------------------------------------------------------------------------------

static int64_t extent(const SkBuffer *b, int i) { return b->shape ? b->shape[i] : b->item_size ? b->length / b->item_size : 0; }
static int64_t stride(const SkBuffer *b, int i) { return b->strides ? b->strides[i] : b->item_size; }

static const char *bare_format(const char *f) { return f && *f == '@' ? f + 1 : f ? f : "B"; }

// m[...] = what has a buffer: one dimension.
static bool assign(SkMemoryView *to, const SkBuffer *from) {
    int64_t n = to->shape[0];
    if (from->ndim != 1 || to->item_size != from->item_size || strcmp(bare_format(to->format), bare_format(from->format)) ||
        extent(from, 0) != n)
        return sk_raise_false(sk_exc_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    if (n == 0) return true;
    size_t size = (size_t)to->item_size;
    char *copy = sk_malloc((size_t)n * size); // the two may overlap
    if (!copy) {
        sk_raise_memory();
        return false;
    }
    for (int64_t i = 0; i < n; i++) sk_racy_copy(copy + (size_t)i * size, (const char *)from->data + i * stride(from, 0), size);
    for (int64_t i = 0; i < n; i++) sk_racy_copy(to->data + i * to->strides[0], copy + (size_t)i * size, size);
    sk_free(copy);
    return true;
}

static bool set_slice(SkMemoryView *m, SkValue key, SkValue value) {
    if (m->ndim != 1)
        return sk_raise_false(sk_exc_NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    SK_AUTO_BUFFER SkBuffer from = {0};
    if (!sk_buffer_get(value, &from, SK_BUF_FULL_RO)) return false;
    SkMemoryView *part = slice_view(m, key);
    if (!part) return false;
    bool good = assign(part, &from);
    sk_release(sk_counted(part));
    return good;
}

bool sk_memoryview_set_key(SkValue self, SkValue key, SkValue value) {
    ENTER(m, self, false);
    char native = sk_native_format(m->format);
    if (!native) return sk_raise_false(sk_exc_NotImplementedError, "memoryview: unsupported format %s", m->format);
    if (m->readonly) return sk_raise_false(sk_exc_TypeError, "cannot modify read-only memory");
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete memory");
    if (m->ndim > 0 && sk_is_slice(key)) return set_slice(m, key, value);
    char packed[16];
    char *p;
    if (m->ndim == 0 && key.w == SK_ELLIPSIS.w) p = m->data;
    else p = item_of_key(m, key);
    if (!p || !sk_item_pack(packed, value, native, m->format) || !still_usable(m, value)) return false;
    sk_racy_copy(p, packed, (size_t)m->item_size);
    return true;
}

// ---- comparison ----------------------------------------------------------------------------------------------------------

// How the elements of one side are read: a native character, or struct.Struct(format).unpack_from.
typedef struct {
    char native;
    SkValue unpacker;  // counted or SK_EMPTY
} Elements;

static bool elements_of(const char *format, Elements *out) {
    *out = (Elements){.native = sk_native_format(format ? format : "B")};
    if (out->native) return true;
    SK_AUTO SkValue module = sk_hooks.import ? sk_hooks.import("struct") : SK_EMPTY;
    SK_AUTO SkValue text = sk_is_empty(module) ? SK_EMPTY : sk_str_from(format);
    SK_AUTO SkValue made = sk_is_empty(text) ? SK_EMPTY : sk_own(sk_call_method_s(module, "Struct", &text, 1));
    if (!sk_is_empty(made)) out->unpacker = sk_getattr_s(made, "unpack_from");
    return !sk_is_empty(out->unpacker);
}

static SkValue unpacked(const Elements *e, const char *p, int64_t size) {
    if (e->native) return sk_item_unpack(p, e->native, "");
    SK_AUTO SkValue bytes = sk_bytes_from(p, (size_t)size);
    if (sk_is_empty(bytes)) return SK_EMPTY;
    SkValue values = sk_own(sk_call1(e->unpacker, bytes));
    if (sk_is_empty(values) || !sk_is_tuple(values) || sk_tuple_len(values) != 1) return values;
    SkValue one = sk_retain(sk_tuple_peek(values, 0));
    sk_release(values);
    return one;
}

static int equal_items(const char *p, const Elements *e, int64_t n, const char *q, const Elements *f, int64_t k) {
    if (e->native && f->native) return sk_items_equal(p, e->native, q, f->native);
    SK_AUTO SkValue x = unpacked(e, p, n);
    SK_AUTO SkValue y = unpacked(f, q, k);
    return sk_is_empty(x) || sk_is_empty(y) ? -1 : sk_compare_bool(x, y, SK_EQ);
}

static int equal_dim(const SkBuffer *a, const Elements *e, const char *p, const SkBuffer *b, const Elements *f, const char *q,
                     int dim) {
    if (dim == a->ndim) return equal_items(p, e, a->item_size, q, f, b->item_size);
    for (int64_t i = 0, n = extent(a, dim); i < n; i++) {
        int equal = equal_dim(a, e, p + i * stride(a, dim), b, f, q + i * stride(b, dim), dim + 1);
        if (equal <= 0) return equal;
    }
    return 1;
}

static bool equal_bytes(const char *p, const char *q, size_t n) {
    char x[256], y[256];
    for (size_t part; n; p += part, q += part, n -= part) {
        part = n < sizeof x ? n : sizeof x;
        sk_racy_copy(x, p, part);
        sk_racy_copy(y, q, part);
        if (memcmp(x, y, part)) return false;
    }
    return true;
}

static int equal_buffers(const SkBuffer *a, const SkBuffer *b) {
    if (a->ndim != b->ndim) return 0;
    for (int i = 0; i < a->ndim; i++)
        if (extent(a, i) != extent(b, i)) return 0;
    Elements e = {0}, f = {0};
    int equal;
    if (!elements_of(a->format, &e) || !elements_of(b->format, &f)) {
        // A format that struct does not know: the views are not equal, as far as anybody can tell.
        equal = sk_error_matches(sk_exc_ImportError) || sk_error_matches(sk_exc_MemoryError) ? -1 : 0;
        if (equal == 0) sk_error_clear();
    } else {
        bool bytewise = e.native == f.native && e.native && !strchr("fdeFD?", e.native) && sk_buffer_is_contiguous(a, 'C') &&
                        sk_buffer_is_contiguous(b, 'C');
        equal = bytewise ? a->length == b->length && equal_bytes(a->data, b->data, (size_t)a->length)
                         : equal_dim(a, &e, a->data, b, &f, b->data, 0);
    }
    sk_release(e.unpacker);
    sk_release(f.unpacker);
    return equal;
}

// a's own window, or the other's buffer.
static bool window_of(SkValue v, SkBuffer *window, SkMemoryView **entered) {
    if (sk_is_memoryview(v)) {
        SkMemoryView *m = sk_as_memoryview(v);
        if (!sk_memoryview_enter(m)) return false;
        *entered = m;
        *window = sk_memoryview_window(m);
        return true;
    }
    return sk_has_buffer(v) && sk_buffer_get(v, window, SK_BUF_FULL_RO);
}

SkValue sk_memoryview_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (op != SK_EQ && op != SK_NE) return SK_NOT_IMPLEMENTED;
    SK_AUTO_BUFFER SkBuffer x = {0};
    SK_AUTO_BUFFER SkBuffer y = {0};
    SK_AUTO_VIEW SkMemoryView *m = NULL;
    SK_AUTO_VIEW SkMemoryView *n = NULL;
    if (!window_of(a, &x, &m) || !window_of(b, &y, &n)) {
        bool released = sk_error_clear_if(sk_exc_ValueError);
        if (released) return sk_bool(sk_is(a, b) == (op == SK_EQ)); // a released view equals itself only
        sk_error_clear();
        return SK_NOT_IMPLEMENTED;
    }
    int equal = equal_buffers(&x, &y);
    return equal < 0 ? SK_EMPTY : sk_bool(equal == (op == SK_EQ));
}

// ---- conversions ---------------------------------------------------------------------------------------------------------

static SkValue list_of(SkMemoryView *m, const char *p, int dim) {
    if (dim == m->ndim) return unpack(m, p);
    SK_AUTO SkValue list = sk_list_new((size_t)m->shape[dim]);
    if (sk_is_empty(list)) return SK_EMPTY;
    for (int64_t i = 0; i < m->shape[dim]; i++) {
        SkValue item = list_of(m, p + i * m->strides[dim], dim + 1);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) return SK_EMPTY;
    }
    return sk_move(&list);
}

static SkValue tolist(SkValue self) {
    ENTER(m, self, SK_EMPTY);
    return list_of(m, m->data, 0);
}

static SkValue bytes_of(SkMemoryView *m, char order) {
    SkBytes *b = sk_bytes_new((size_t)m->length);
    if (!b) return SK_EMPTY;
    SkBuffer window = sk_memoryview_window(m);
    sk_buffer_copy_out(&window, b->data, order);
    return sk_counted(b);
}

static SkValue tobytes(SkValue self, const SkValue *args) {
    char order = 'C';
    if (!sk_is_empty(args[0]) && !sk_is_none(args[0])) {
        if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "tobytes() argument 'order' must be str or None, not %O", args[0]);
        if (sk_str_equals_ascii(args[0], "C")) order = 'C';
        else if (sk_str_equals_ascii(args[0], "F")) order = 'F';
        else if (sk_str_equals_ascii(args[0], "A")) order = 'A';
        else return sk_raise(sk_exc_ValueError, "order must be 'C', 'F' or 'A'");
    }
    ENTER(m, self, SK_EMPTY);
    return bytes_of(m, order);
}

static SkValue hex(SkValue self, const SkValue *args) {
    ENTER(m, self, SK_EMPTY);
    SK_AUTO SkValue bytes = bytes_of(m, 'C');
    if (sk_is_empty(bytes)) return SK_EMPTY;
    return sk_hex_text((const uint8_t *)sk_as_bytes(bytes)->data, (size_t)m->length, args[0], args[1]);
}

static SkValue toreadonly(SkValue self) {
    ENTER(m, self, SK_EMPTY);
    SkMemoryView *copy = sk_memoryview_derive(m, m->ndim);
    if (!copy) return SK_EMPTY;
    copy->readonly = true;
    return sk_counted(copy);
}

static SkValue release(SkValue self) { return sk_memoryview_release(self) ? SK_NONE : SK_EMPTY; }

static SkValue enter(SkValue self) {
    ENTER(m, self, SK_EMPTY);
    return sk_dup(self);
}

static SkValue leave(SkValue self, const SkValue *args, size_t nargs) {
    (void)args, (void)nargs;
    return release(self);
}

static SkValue from_flags(SkValue cls, const SkValue *args) {
    (void)cls;
    int flags;
    return sk_as_int(args[1], &flags) ? sk_memoryview_from_flags(args[0], flags) : SK_EMPTY;
}

// ---- cast ------------------------------------------------------------------------------------------------------------------

// The static text of a native format, for views that outlive the str it was given in.
static const char *static_format(char native, bool at) {
    static const char texts[] = "b\0B\0h\0H\0i\0I\0l\0L\0q\0Q\0n\0N\0P\0f\0d\0e\0c\0?\0F\0D\0";
    static const char with_at[] = "@b\0@B\0@h\0@H\0@i\0@I\0@l\0@L\0@q\0@Q\0@n\0@N\0@P\0@f\0@d\0@e\0@c\0@?\0@F\0@D\0";
    for (size_t i = 0; texts[i * 2]; i++)
        if (texts[i * 2] == native) return at ? with_at + i * 3 : texts + i * 2;
    return "B";
}

static bool is_byte_format(char f) { return f == 'B' || f == 'b' || f == 'c'; }

static bool read_shape(SkValue shape, int64_t *out, int *ndim, int64_t *product) {
    if (!sk_is_list(shape) && !sk_is_tuple(shape)) return sk_raise_false(sk_exc_TypeError, "shape must be a list or a tuple");
    SK_AUTO SkValue items = sk_to_tuple(shape);
    if (sk_is_empty(items)) return false;
    size_t n = sk_tuple_len(items);
    if (n > SK_BUFFER_MAX_DIMS) return sk_raise_false(sk_exc_ValueError, "memoryview: number of dimensions must not exceed 64");
    *product = 1;
    for (size_t i = 0; i < n; i++) {
        SkValue v = sk_tuple_peek(items, i);
        if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "memoryview.cast(): elements of shape must be integers");
        if (!sk_as_int64(v, &out[i])) return false;
        if (out[i] <= 0) return sk_raise_false(sk_exc_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (__builtin_mul_overflow(*product, out[i], product))
            return sk_raise_false(sk_exc_ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
    }
    *ndim = (int)n;
    return true;
}

static SkValue cast(SkValue self, const SkValue *args) {
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "cast() argument 'format' must be str, not %O", args[0]);
    ENTER(m, self, SK_EMPTY);
    SkBuffer window = sk_memoryview_window(m);
    if (!sk_buffer_is_contiguous(&window, 'C'))
        return sk_raise(sk_exc_TypeError, "memoryview: casts are restricted to C-contiguous views");
    bool shaped = !sk_is_empty(args[1]);
    if ((shaped || m->ndim != 1) && m->length == 0)
        for (int i = 0; i < m->ndim; i++)
            if (m->shape[i] == 0) return sk_raise(sk_exc_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    int64_t shape[SK_BUFFER_MAX_DIMS], product = 0;
    int ndim = 1;
    if (shaped && !read_shape(args[1], shape, &ndim, &product)) return SK_EMPTY;
    if (shaped && m->ndim != 1 && ndim > 1) return sk_raise(sk_exc_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    char from = sk_native_format(m->format);   // 0: of any other kind, which may be looked at as bytes
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(args[0]);
    if (!text.text) return SK_EMPTY;
    char to = sk_native_format(text.text);
    if (!to)
        return sk_raise(sk_exc_ValueError,
                        "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if ((!from || !is_byte_format(from)) && !is_byte_format(to)) return sk_raise(sk_exc_TypeError, "memoryview: cannot cast between two non-byte formats");
    int64_t size = (int64_t)sk_native_size(to);
    if (m->length % size) return sk_raise(sk_exc_TypeError, "memoryview: length is not a multiple of itemsize");
    if (shaped && product != m->length / size)
        return sk_raise(sk_exc_TypeError, "memoryview: product(shape) * itemsize != buffer size");
    SkMemoryView *made = sk_memoryview_derive(m, ndim);
    if (!made) return SK_EMPTY;
    made->format = static_format(to, text.text[0] == '@');
    made->item_size = size;
    if (!shaped) shape[0] = m->length / size;
    int64_t step = size;
    for (int i = ndim - 1; i >= 0; i--) {
        made->shape[i] = shape[i];
        made->strides[i] = step;
        step *= shape[i];
    }
    return sk_counted(made);
}

// ---- as a sequence -------------------------------------------------------------------------------------------------------

static bool one_dimension(SkMemoryView *m) {
    if (m->ndim == 0) return sk_raise_false(sk_exc_TypeError, "invalid indexing of 0-dim memory");
    return m->ndim == 1 || sk_raise_false(sk_exc_NotImplementedError, "multi-dimensional sub-views are not implemented");
}

static SkValue count(SkValue self, SkValue value) {
    ENTER(m, self, SK_EMPTY);
    if (!one_dimension(m)) return SK_EMPTY;
    int64_t n = 0;
    for (int64_t i = 0; i < m->shape[0]; i++) {
        SK_AUTO SkValue item = unpack(m, m->data + i * m->strides[0]);
        int equal = sk_is_empty(item) ? -1 : sk_is(item, value) ? 1 : sk_compare_bool(item, value, SK_EQ);
        if (equal < 0) return SK_EMPTY;
        n += equal;
    }
    return sk_from_small_int(n);
}

static SkValue index_of(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("index", nargs, 1, 3)) return SK_EMPTY;
    int64_t start = 0, stop = INT64_MAX;
    if (nargs > 1 && !sk_index_as_int64(args[1], &start, NULL)) return SK_EMPTY;
    if (nargs > 2 && !sk_index_as_int64(args[2], &stop, NULL)) return SK_EMPTY;
    ENTER(m, self, SK_EMPTY);
    if (m->ndim == 0) return sk_raise(sk_exc_TypeError, "invalid lookup on 0-dim memory");
    if (m->ndim != 1) return sk_raise(sk_exc_NotImplementedError, "multi-dimensional lookup is not implemented");
    int64_t n = m->shape[0];
    if (start < 0 && (start += n) < 0) start = 0;
    if (stop < 0 && (stop += n) < 0) stop = 0;
    if (stop > n) stop = n;
    for (int64_t i = start; i < stop; i++) {
        SK_AUTO SkValue item = unpack(m, m->data + i * m->strides[0]);
        int equal = sk_is_empty(item) ? -1 : sk_is(item, args[0]) ? 1 : sk_compare_bool(item, args[0], SK_EQ);
        if (equal < 0) return SK_EMPTY;
        if (equal) return sk_from_small_int(i);
    }
    return sk_raise(sk_exc_ValueError, "memoryview.index(x): x not found");
}

SkValue sk_memoryview_iter(SkValue self) {
    ENTER(m, self, SK_EMPTY);
    if (!one_dimension(m)) return SK_EMPTY;
    if (!sk_native_format(m->format)) return sk_raise(sk_exc_NotImplementedError, "memoryview: format %s not supported", m->format);
    return sk_index_iter_new(&sk_memory_iter_type, self, 0);
}

static SkValue iter_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        SK_AUTO SkValue keep = sk_retain(of);
        ENTER(m, keep, SK_EMPTY);
        if (i >= m->shape[0]) {
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        if (sk_claim(&it->index, i, i + 1)) return unpack(m, m->data + i * m->strides[0]);
    }
}

SkType sk_memory_iter_type = {
    SK_TYPE_HEAD(SK_T_MEMORY_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "memory_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
    .iter = sk_iter_self,
    .iternext = iter_next,
};

// ---- attributes ----------------------------------------------------------------------------------------------------------

static SkValue numbers(const int64_t *values, int n) {
    SkTuple *t = sk_tuple_alloc((size_t)n);
    if (!t) return SK_EMPTY;
    for (int i = 0; i < n; i++) sk_tuple_init(t, (size_t)i, sk_from_small_int(values[i]));
    return sk_counted(t);
}

static SkValue get_obj(SkValue self, void *closure) {
    (void)closure;
    ENTER(m, self, SK_EMPTY);
    SkManagedBuffer *b = (SkManagedBuffer *)sk_ptr(sk_slot_peek(&m->managed));
    SkValue v = sk_slot_load(&b->header, &b->exporter);
    return sk_is_empty(v) ? SK_NONE : v;
}

#define ATTRIBUTE(name, value)                        \
    static SkValue get_##name(SkValue self, void *closure) { \
        (void)closure;                                \
        ENTER(m, self, SK_EMPTY);                     \
        SkBuffer window SK_UNUSED = sk_memoryview_window(m); \
        return (value);                               \
    }

ATTRIBUTE(nbytes, sk_from_small_int(m->length))
ATTRIBUTE(readonly, sk_bool(m->readonly))
ATTRIBUTE(itemsize, sk_from_small_int(m->item_size))
ATTRIBUTE(format, sk_str_from(m->format))
ATTRIBUTE(ndim, sk_from_small_int(m->ndim))
ATTRIBUTE(shape, numbers(m->shape, m->ndim))
ATTRIBUTE(strides, numbers(m->strides, m->ndim))
ATTRIBUTE(suboffsets, numbers(NULL, 0))
ATTRIBUTE(c_contiguous, sk_bool(sk_buffer_is_contiguous(&window, 'C')))
ATTRIBUTE(f_contiguous, sk_bool(sk_buffer_is_contiguous(&window, 'F')))
ATTRIBUTE(contiguous, sk_bool(sk_buffer_is_contiguous(&window, 'A')))

const SkGetSetDef sk_memoryview_getset[] = {
    {"obj", get_obj, NULL, "The object whose memory is viewed.", NULL},
    {"nbytes", get_nbytes, NULL, "Bytes that the elements take.", NULL},
    {"readonly", get_readonly, NULL, "Whether the memory cannot be written.", NULL},
    {"itemsize", get_itemsize, NULL, "Bytes of an element.", NULL},
    {"format", get_format, NULL, "Format of an element, as for the struct module.", NULL},
    {"ndim", get_ndim, NULL, "Number of dimensions.", NULL},
    {"shape", get_shape, NULL, "Elements in each dimension.", NULL},
    {"strides", get_strides, NULL, "Bytes from one element to the next in each dimension.", NULL},
    {"suboffsets", get_suboffsets, NULL, "Always empty: indirect buffers are not supported.", NULL},
    {"c_contiguous", get_c_contiguous, NULL, "Whether the elements lie in C order without gaps.", NULL},
    {"f_contiguous", get_f_contiguous, NULL, "Whether the elements lie in Fortran order without gaps.", NULL},
    {"contiguous", get_contiguous, NULL, "Whether the elements lie without gaps.", NULL},
    {0},
};

const SkMethodDef sk_memoryview_methods[] = {
    {"release", SK_NOARGS, .noargs = release, "()", "Give the memory back."},
    {"tobytes", SK_SIG, .sig_fn = tobytes, "(order='C')", "The elements as bytes."},
    {"hex", SK_SIG, .sig_fn = hex, "(sep=<unrepresentable>, bytes_per_sep=1)", "The bytes as hexadecimal digits."},
    {"tolist", SK_NOARGS, .noargs = tolist, "()", "The elements as a list."},
    {"cast", SK_SIG, .sig_fn = cast, "(format, shape=<unrepresentable>)", "The same memory in another format or shape."},
    {"toreadonly", SK_NOARGS, .noargs = toreadonly, "()", "A view that cannot be written through."},
    {"count", SK_ONEARG, .onearg = count, "(value, /)", "The number of elements equal to value."},
    {"index", SK_FAST, .fast = index_of, "(value, start=0, stop=sys.maxsize, /)", "The first position of value."},
    {"__enter__", SK_NOARGS, .noargs = enter, "()", "The view itself."},
    {"__exit__", SK_FAST, .fast = leave, "(*exc_info)", "Release the view."},
    {"_from_flags", SK_SIG | SK_CLASS_METHOD, .sig_fn = from_flags, "(object, flags)", "A view of an object's buffer, asked for with these flags."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, "(object, /)", "See PEP 585."},
    {0},
};
