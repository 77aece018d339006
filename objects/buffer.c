// The buffer protocol.
#include "objects/buffer.h"

#include <string.h>

#include "base/racy.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/memoryview_internal.h"

bool sk_has_buffer(SkValue v) { return sk_is_ptr(v) && sk_ptr_type(sk_ptr(v))->buffer.get != NULL; }

SkValue sk_bytes_from_racy(const void *data, size_t n) {
    if (n < 2) return sk_bytes_from(&(char){n ? (char)sk_racy_byte(data) : 0}, n);
    SkBytes *b = sk_bytes_new(n);
    if (!b) return SK_EMPTY;
    sk_racy_copy(b->data, data, n);
    return sk_counted(b);
}

// Puts a private copy in the place of memory that may change.
static bool settle(SkBuffer *view, int flags) {
    SkValue owner = view->owner;
    bool foreign = view->foreign;
    if (sk_is_memoryview(owner)) {
        SkManagedBuffer *b = (SkManagedBuffer *)sk_ptr(sk_slot_peek(&sk_as_memoryview(owner)->managed));
        owner = sk_slot_peek(&b->exporter); // an exported view keeps it
        foreign = b->view.foreign;
    }
    if (sk_is_bytes(owner) || !(sk_multithreaded || foreign || (flags & SK_BUF_PRIVATE))) return true;
    SkValue copy = sk_bytes_from_racy(view->data, (size_t)view->length);
    SkBuffer private = {.length = view->length, .item_size = view->item_size, .readonly = view->readonly, .ndim = 1, .owner = copy};
    sk_buffer_release(view);
    if (sk_is_empty(copy)) return false;
    private.data = sk_as_bytes(copy)->data;
    *view = private;
    return true;
}

bool sk_buffer_get(SkValue v, SkBuffer *view, int flags) {
    if (sk_is_exact_bytes(v)) {
        SkBytes *b = sk_as_bytes(v);
        return sk_buffer_fill(view, v, b->data, (int64_t)b->length, true, flags);
    }
    memset(view, 0, sizeof *view);
    SkBufferFn get = sk_is_ptr(v) ? sk_ptr_type(sk_ptr(v))->buffer.get : NULL;
    if (!get) return sk_raise_false(sk_exc_TypeError, "a bytes-like object is required, not '%.100T'", v);
    if (get(v, view, flags & ~(SK_BUF_LIVE | SK_BUF_PRIVATE))) return (flags & ~SK_BUF_PRIVATE) || settle(view, flags);
    memset(view, 0, sizeof *view);
    return false;
}

void sk_buffer_release(SkBuffer *view) {
    SkValue owner = view->owner;
    if (sk_is_empty(owner)) return;
    view->owner = SK_EMPTY;
    SkReleaseBufferFn release = sk_type_of(owner)->buffer.release;
    if (release) release(owner, view);
    view->data = NULL;
    sk_release(owner);
}

bool sk_buffer_fill(SkBuffer *view, SkValue owner, void *data, int64_t length, bool readonly, int flags) {
    if ((flags & SK_BUF_WRITABLE) && readonly) return sk_raise_false(sk_exc_BufferError, "Object is not writable.");
    *view = (SkBuffer){
        .data = data,
        .length = length,
        .item_size = 1,
        .readonly = readonly,
        .ndim = 1,
        .format = (flags & SK_BUF_FORMAT) ? "B" : NULL,
        .owner = sk_retain(owner),
        .shape1 = length,
        .stride1 = 1,
    };
    // A view is moved about by value: what points into it would dangle. One dimension needs no arrays.
    return true;
}

// The extent of one dimension and its stride, whether the arrays are there or not.
static int64_t extent(const SkBuffer *v, int dim) {
    if (v->shape) return v->shape[dim];
    return v->item_size ? v->length / v->item_size : 0;
}

bool sk_buffer_is_contiguous(const SkBuffer *v, char order) {
    if (!v->strides || v->length == 0) return order != 'F' || v->ndim <= 1 || v->length == 0;
    bool c = true, f = true;
    int64_t step = v->item_size;
    for (int i = v->ndim - 1; i >= 0; i--) {
        if (extent(v, i) > 1 && v->strides[i] != step) c = false;
        step *= extent(v, i);
    }
    step = v->item_size;
    for (int i = 0; i < v->ndim; i++) {
        if (extent(v, i) > 1 && v->strides[i] != step) f = false;
        step *= extent(v, i);
    }
    return order == 'C' ? c : order == 'F' ? f : c || f;
}

static char *copy_c(const SkBuffer *v, int dim, const char *from, char *to) {
    if (dim == v->ndim) {
        sk_racy_copy(to, from, (size_t)v->item_size);
        return to + v->item_size;
    }
    int64_t n = extent(v, dim), stride = v->strides[dim];
    if (dim == v->ndim - 1 && stride == v->item_size) {
        sk_racy_copy(to, from, (size_t)(n * stride));
        return to + n * stride;
    }
    for (int64_t i = 0; i < n; i++) to = copy_c(v, dim + 1, from + i * stride, to);
    return to;
}

// Fortran's order: the first index runs fastest.
static char *copy_f(const SkBuffer *v, int dim, const char *from, char *to) {
    if (dim < 0) {
        sk_racy_copy(to, from, (size_t)v->item_size);
        return to + v->item_size;
    }
    for (int64_t i = 0; i < extent(v, dim); i++) to = copy_f(v, dim - 1, from + i * v->strides[dim], to);
    return to;
}

void sk_buffer_copy_out(const SkBuffer *v, void *to, char order) {
    if (v->length == 0) return;
    if (order == 'A') order = sk_buffer_is_contiguous(v, 'F') && !sk_buffer_is_contiguous(v, 'C') ? 'F' : 'C';
    if (sk_buffer_is_contiguous(v, order)) {
        sk_racy_copy(to, v->data, (size_t)v->length);
        return;
    }
    if (!v->strides) { // C-contiguous, wanted in Fortran's order
        SkBuffer with = *v;
        int64_t strides[SK_BUFFER_MAX_DIMS], step = v->item_size;
        for (int i = v->ndim - 1; i >= 0; i--) {
            strides[i] = step;
            step *= extent(v, i);
        }
        with.strides = strides;
        copy_f(&with, v->ndim - 1, v->data, to);
    } else if (order == 'F') {
        copy_f(v, v->ndim - 1, v->data, to);
    } else {
        copy_c(v, 0, v->data, to);
    }
}
