// memoryview: layout, life, export and the type.
//
// M1: a view that is not released counts in its managed buffer's `views`; so does a released one with users.
// M2: data, shape and format may be looked at under the view's lock while released is false, or between enter and leave.
#include "objects/memoryview.h"

#include <string.h>

#include "base/alloc.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/memoryview_internal.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

// ---- managed buffers ---------------------------------------------------------------------------------------------------

// Gives the buffer back, once.
static void give_back(SkManagedBuffer *b) {
    SkValue exporter = sk_slot_swap(&b->header, &b->exporter, SK_EMPTY);
    if (sk_is_empty(exporter)) return;
    b->view.owner = exporter;
    sk_buffer_release(&b->view);
}

static void drop_view(SkManagedBuffer *b) {
    // acq_rel: what the other views did with the memory comes before it is given back
    if (sk_sub_acq_rel(&b->views, 1) == 1) give_back(b);
}

static void managed_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkManagedBuffer *)o)->exporter, visit, arg);
}

static void managed_destroy(SkObject *o) {
    give_back((SkManagedBuffer *)o);
    sk_object_free(o, sizeof(SkManagedBuffer));
}

SkType sk_managed_buffer_type = {
    SK_TYPE_HEAD(SK_T_MANAGED_BUFFER, sizeof(SkManagedBuffer), managed_trace, NULL, managed_destroy),
    .name = "managedbuffer",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
};

static SkManagedBuffer *managed_new(SkValue v, int flags) {
    SkManagedBuffer *b = (SkManagedBuffer *)sk_container_new(&sk_managed_buffer_type.head, sizeof(SkManagedBuffer));
    if (!b) {
        sk_raise_memory();
        return NULL;
    }
    if (sk_buffer_get(v, &b->view, flags)) {
        sk_slot_init(&b->exporter, b->view.owner);
        b->view.owner = SK_EMPTY;
        return b;
    }
    sk_release(sk_counted(b));
    return NULL;
}

// ---- views ---------------------------------------------------------------------------------------------------------------

static SkMemoryView *view_new(SkManagedBuffer *b, int ndim) {
    SkMemoryView *m = (SkMemoryView *)sk_container_new(&sk_memoryview_type.head, sizeof(SkMemoryView));
    if (!m) {
        sk_raise_memory();
        return NULL;
    }
    m->released = true;
    m->shape = m->one;
    m->strides = m->one + 1;
    sk_store_relaxed(&m->hash, -1);
    if (ndim > 1) {
        int64_t *arrays = sk_malloc((size_t)ndim * 2 * sizeof *arrays);
        if (!arrays) {
            sk_release(sk_counted(m));
            sk_raise_memory();
            return NULL;
        }
        m->shape = arrays;
        m->strides = arrays + ndim;
    }
    m->ndim = ndim;
    sk_slot_init(&m->managed, sk_retain(sk_counted(b)));
    sk_add_relaxed(&b->views, 1);
    m->released = false;
    return m;
}

static SkManagedBuffer *managed_of(SkMemoryView *m) { return (SkManagedBuffer *)sk_ptr(sk_slot_peek(&m->managed)); }

static void c_strides(SkMemoryView *m) {
    int64_t step = m->item_size;
    for (int i = m->ndim - 1; i >= 0; i--) {
        m->strides[i] = step;
        step *= m->shape[i];
    }
}

// A view of the whole managed buffer (consumed).
static SkValue view_of(SkManagedBuffer *b) {
    const SkBuffer *v = &b->view;
    if (v->ndim > SK_BUFFER_MAX_DIMS) {
        sk_release(sk_counted(b));
        return sk_raise(sk_exc_ValueError, "memoryview: number of dimensions must not exceed 64");
    }
    SkMemoryView *m = view_new(b, v->ndim);
    sk_release(sk_counted(b));
    if (!m) return SK_EMPTY;
    m->data = v->data;
    m->length = v->length;
    m->item_size = v->item_size;
    m->format = v->format ? v->format : "B";
    m->readonly = v->readonly;
    if (v->shape) memcpy(m->shape, v->shape, (size_t)v->ndim * sizeof(int64_t));
    else if (v->ndim == 1) m->shape[0] = v->item_size ? v->length / v->item_size : 0;
    if (v->strides) memcpy(m->strides, v->strides, (size_t)v->ndim * sizeof(int64_t));
    else c_strides(m);
    return sk_counted(m);
}

SkMemoryView *sk_memoryview_derive(SkMemoryView *from, int ndim) {
    SkMemoryView *m = view_new(managed_of(from), ndim);
    if (!m) return NULL;
    m->data = from->data;
    m->length = from->length;
    m->item_size = from->item_size;
    m->format = from->format;
    m->readonly = from->readonly;
    if (ndim == from->ndim) {
        memcpy(m->shape, from->shape, (size_t)ndim * sizeof(int64_t));
        memcpy(m->strides, from->strides, (size_t)ndim * sizeof(int64_t));
    }
    return m;
}

SkBuffer sk_memoryview_window(SkMemoryView *m) {
    return (SkBuffer){.data = m->data, .length = m->length, .item_size = m->item_size, .readonly = m->readonly,
                      .ndim = m->ndim, .format = m->format, .shape = m->shape, .strides = m->strides};
}

bool sk_memoryview_enter(SkMemoryView *m) {
    sk_lock(&m->header);
    bool good = !m->released;
    m->users += good;
    sk_unlock(&m->header);
    return good || sk_raise_false(sk_exc_ValueError, "operation forbidden on released memoryview object");
}

void sk_memoryview_leave(SkMemoryView *m) {
    sk_lock(&m->header);
    bool last = --m->users == 0 && m->released;
    sk_unlock(&m->header);
    if (last) drop_view(managed_of(m));
}

bool sk_memoryview_release(SkValue v) {
    SkMemoryView *m = sk_as_memoryview(v);
    sk_lock(&m->header);
    int64_t exports = m->exports;
    bool last = false;
    if (exports == 0 && !m->released) {
        m->released = true;
        last = m->users == 0;
    }
    sk_unlock(&m->header);
    if (last) drop_view(managed_of(m));
    if (exports)
        return sk_raise_false(sk_exc_BufferError, "memoryview has %lld exported buffer%s", (long long)exports, exports == 1 ? "" : "s");
    return true;
}

SkValue sk_memoryview_from_flags(SkValue v, int flags) {
    if (sk_is_memoryview(v)) {
        SK_AUTO_VIEW SkMemoryView *from = NULL;
        if (!sk_memoryview_enter(sk_as_memoryview(v))) return SK_EMPTY;
        from = sk_as_memoryview(v);
        SkMemoryView *m = sk_memoryview_derive(from, from->ndim);
        return m ? sk_counted(m) : SK_EMPTY;
    }
    if (!sk_has_buffer(v)) return sk_raise(sk_exc_TypeError, "memoryview: a bytes-like object is required, not '%.200T'", v);
    SkManagedBuffer *b = managed_new(v, flags);
    return b ? view_of(b) : SK_EMPTY;
}

SkValue sk_memoryview_new(SkValue v) { return sk_memoryview_from_flags(v, SK_BUF_FULL_RO); }

SkValue sk_memoryview_of_memory(void *data, int64_t length, bool readonly) {
    SkManagedBuffer *b = (SkManagedBuffer *)sk_container_new(&sk_managed_buffer_type.head, sizeof(SkManagedBuffer));
    if (!b) return sk_raise_memory();
    b->view = (SkBuffer){.data = data, .length = length, .item_size = 1, .readonly = readonly, .ndim = 1};
    return view_of(b);
}

// ---- the collector -------------------------------------------------------------------------------------------------------

static void view_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkMemoryView *)o)->managed, visit, arg); }

static void view_clear(SkObject *o) {
    if (!sk_memoryview_release(sk_counted(o))) sk_error_clear();
}

static void view_destroy(SkObject *o) {
    SkMemoryView *m = (SkMemoryView *)o;
    if (!m->released) {
        m->released = true;
        drop_view(managed_of(m));
    }
    sk_slot_destroy(o, &m->managed);
    if (m->ndim > 1) sk_buffer_retire(o, m->shape, (size_t)m->ndim * 2 * sizeof(int64_t));
    sk_object_free(o, sizeof(SkMemoryView));
}

// ---- export --------------------------------------------------------------------------------------------------------------

static bool refuse(const char *what) { return sk_raise_false(sk_exc_BufferError, "memoryview: underlying buffer is not %s", what); }

static bool get_buffer(SkValue self, SkBuffer *out, int flags) {
    SkMemoryView *m = sk_as_memoryview(self);
    SkBuffer window = sk_memoryview_window(m);
    if ((flags & SK_BUF_WRITABLE) && m->readonly) return refuse("writable");
    bool c = sk_buffer_is_contiguous(&window, 'C');
    if ((flags & SK_BUF_C_CONTIGUOUS) == SK_BUF_C_CONTIGUOUS && !c) return refuse("C-contiguous");
    if ((flags & SK_BUF_F_CONTIGUOUS) == SK_BUF_F_CONTIGUOUS && !sk_buffer_is_contiguous(&window, 'F'))
        return refuse("Fortran contiguous");
    if ((flags & SK_BUF_ANY_CONTIGUOUS) == SK_BUF_ANY_CONTIGUOUS && !sk_buffer_is_contiguous(&window, 'A')) return refuse("contiguous");
    if ((flags & SK_BUF_STRIDES) != SK_BUF_STRIDES) {
        if (!c) return refuse("C-contiguous");
        window.strides = NULL;
    }
    if (!(flags & SK_BUF_ND)) {
        if (flags & SK_BUF_FORMAT)
            return sk_raise_false(sk_exc_BufferError, "memoryview: cannot cast to unsigned bytes if the format flag is present");
        window.ndim = 1;
        window.shape = NULL;
    }
    if (!(flags & SK_BUF_FORMAT)) window.format = NULL;
    sk_lock(&m->header);
    bool good = !m->released;
    m->exports += good;
    sk_unlock(&m->header);
    if (!good) return sk_raise_false(sk_exc_ValueError, "operation forbidden on released memoryview object");
    *out = window;
    out->owner = sk_retain(self);
    return true;
}

static void release_buffer(SkValue self, SkBuffer *view) {
    (void)view;
    SkMemoryView *m = sk_as_memoryview(self);
    sk_lock(&m->header);
    m->exports--;
    sk_unlock(&m->header);
}

// ---- the type ------------------------------------------------------------------------------------------------------------

static SkValue view_make(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    static _Atomic(SkSig *) cache;
    SkValue object;
    if (!sk_bind("memoryview", "(object)", &cache, args, nargs, kwnames, &object)) return SK_EMPTY;
    return sk_memoryview_new(object);
}

static SkValue view_repr(SkValue self) {
    SkMemoryView *m = sk_as_memoryview(self);
    sk_lock(&m->header);
    bool released = m->released;
    sk_unlock(&m->header);
    return sk_str_format("<%smemory at %p>", released ? "released " : "", (void *)m);
}

static int64_t view_len(SkValue self) {
    SK_AUTO_VIEW SkMemoryView *m = NULL;
    if (!sk_memoryview_enter(sk_as_memoryview(self))) return -1;
    m = sk_as_memoryview(self);
    if (m->ndim > 0) return m->shape[0];
    sk_raise(sk_exc_TypeError, "0-dim memory has no length");
    return -1;
}

static int64_t view_hash(SkValue self) {
    SK_AUTO_VIEW SkMemoryView *m = NULL;
    int64_t hash = sk_load_relaxed(&sk_as_memoryview(self)->hash);
    if (hash != -1) return hash;
    if (!sk_memoryview_enter(sk_as_memoryview(self))) return -1;
    m = sk_as_memoryview(self);
    char format = sk_native_format(m->format);
    if (!m->readonly) {
        sk_raise(sk_exc_ValueError, "cannot hash writable memoryview object");
        return -1;
    }
    if (format != 'B' && format != 'b' && format != 'c') {
        sk_raise(sk_exc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return -1;
    }
    SK_AUTO SkValue exporter = sk_slot_get(&managed_of(m)->header, &managed_of(m)->exporter);
    if (!sk_is_empty(exporter) && sk_hash(exporter) == -1) return -1; // what changes behind the view has no hash
    SkBytes *b = sk_bytes_new((size_t)m->length);
    if (!b) return -1;
    SK_AUTO SkValue bytes = sk_counted(b);
    SkBuffer window = sk_memoryview_window(m);
    sk_buffer_copy_out(&window, b->data, 'C');
    hash = sk_hash(bytes);
    sk_store_relaxed(&m->hash, hash);
    return hash;
}

SkType sk_memoryview_type = {
    SK_TYPE_HEAD(SK_T_MEMORYVIEW, sizeof(SkMemoryView), view_trace, view_clear, view_destroy),
    .name = "memoryview",
    .doc = "memoryview(object)\n--\n\nA view of the memory of another object.",
    .flags = SK_TF_IMMUTABLE | SK_TF_SEQUENCE | SK_TF_WEAKREF,
    .base = &sk_object_type,
    .new_ = view_make,
    .repr = view_repr,
    .hash = view_hash,
    .compare = sk_memoryview_compare,
    .iter = sk_memoryview_iter,
    .container = {.len = view_len, .get_key = sk_memoryview_get_key, .set_key = sk_memoryview_set_key},
    .buffer = {.get = get_buffer, .release = release_buffer},
    .methods = sk_memoryview_methods,
    .getset = sk_memoryview_getset,
};

// ---- buffers of classes that define __buffer__ -----------------------------------------------------------------------

// The owner of such a buffer: the memoryview it comes from, and the object to be told when it is given back.
typedef struct {
    SkObject header;
    SkSlot memoryview, object;  // never change
} Wrapper;

static void wrapper_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Wrapper *)o)->memoryview, visit, arg);
    sk_slot_visit(&((Wrapper *)o)->object, visit, arg);
}

static void wrapper_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Wrapper *)o)->memoryview);
    sk_slot_destroy(o, &((Wrapper *)o)->object);
    sk_object_free(o, sizeof(Wrapper));
}

static void wrapper_release(SkValue self, SkBuffer *view) {
    Wrapper *w = (Wrapper *)sk_ptr(self);
    SkValue mv = sk_slot_peek(&w->memoryview), object = sk_slot_peek(&w->object);
    release_buffer(mv, view);
    SkValue saved = sk_error_take();
    SK_AUTO SkValue method = sk_lookup_special(object, SK_N(__release_buffer__));
    if (!sk_is_empty(method)) {
        SkValue result = sk_call1(method, mv);
        if (sk_is_empty(result)) sk_error_unraisable("Exception ignored in __release_buffer__ of", object);
        sk_release(result);
    }
    sk_error_clear();
    if (!sk_memoryview_release(mv)) sk_error_clear();
    sk_error_restore(saved);
}

static bool wrapper_get(SkValue self, SkBuffer *view, int flags) {
    return sk_buffer_get(sk_slot_peek(&((Wrapper *)sk_ptr(self))->object), view, flags);
}

SkType sk_buffer_wrapper_type = {
    SK_TYPE_HEAD(SK_T_BUFFER_WRAPPER, sizeof(Wrapper), wrapper_trace, NULL, wrapper_destroy),
    .name = "_buffer_wrapper",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
    .buffer = {.get = wrapper_get, .release = wrapper_release},
};

bool sk_buffer_get_by_method(SkValue object, SkValue mv, SkBuffer *view, int flags) {
    Wrapper *w = (Wrapper *)sk_container_new(&sk_buffer_wrapper_type.head, sizeof(Wrapper));
    if (!w) {
        sk_raise_memory();
        return false;
    }
    sk_slot_init(&w->object, sk_retain(object));
    if (!sk_buffer_get(mv, view, flags)) {
        sk_release(sk_counted(w));
        return false;
    }
    sk_slot_init(&w->memoryview, view->owner);
    view->owner = sk_counted(w);
    return true;
}
