// list: an array of slots behind one pointer.
//
// L1  A slot below the length holds a live value at every moment; slots from the length on are empty. Shifts are
//     word by word, from the side that keeps every item in some slot, so that a reader without the lock sees an
//     item twice or not at all, but never a dead one.
// L2  An array that was replaced is never written again; it is retired (sk_buffer_retire).
// L3  What leaves a SHARED list is flagged under the lock, before its reference is used or released.
// Readers take the array pointer, then the length, then the slot; the array's own capacity bounds the access, so
// that any mixture of old array and new length is safe. Readers are wait-free.
#include "objects/list.h"

#include <string.h>

#include "base/alloc.h"
#include "objects/cursor.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/list_internal.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"
#include "objects/repr_guard.h"
#include "objects/shape.h"
#include "objects/slice.h"
#include "objects/slot_drop.h"
#include "objects/str.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"

static SkListArray empty_array;

SkListArray *sk_list_empty_array(void) { return &empty_array; }

SkListArray *sk_list_array_new(size_t capacity) {
    if (capacity > PTRDIFF_MAX / sizeof(SkSlot) - 8) return NULL;
    SkListArray *a = sk_calloc(1, sizeof *a + capacity * sizeof(SkSlot));
    if (a) a->capacity = capacity;
    return a;
}

void sk_list_array_retire(SkList *l, SkListArray *a) {
    if (a && a != &empty_array) sk_buffer_retire(&l->header, a, sk_list_array_size(a));
}

static bool is_exact(const SkObject *o) { return sk_type_index(o) == SK_T_LIST; }

static SkListArray *array_of(SkList *l) {
    // PAIR(list-array): with publish_array; without it a reader could see the new array's slots unwritten
    return sk_load_acquire(&l->array);
}

// True if no other thread has seen the list: its fields are read as they are.
static bool is_own(SkList *l) { return sk_is_mine(&l->header) && !sk_is_shared(&l->header); }

static void publish_array(SkList *l, SkListArray *a) { sk_store_release(&l->array, a); }  // PAIR(list-array)

// ---- life -----------------------------------------------------------------------------------------------------------

static size_t list_trace_some(SkObject *o, size_t from, SkVisit visit, void *arg) {
    SkListArray *a = array_of((SkList *)o);
    size_t n = a ? a->capacity : 0, end = sk_trace_end(from, n);
    for (size_t i = from; i < end; i++) sk_slot_visit(&a->items[i], visit, arg);
    if (end < n) return end;
    if (!is_exact(o)) sk_instance_trace(o, visit, arg);
    return 0;
}

static void list_trace(SkObject *o, SkVisit visit, void *arg) {
    for (size_t at = 0; (at = list_trace_some(o, at, visit, arg));) {}
}

static void clear_items(SkList *l) {
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    SkListArray *a = sk_load_relaxed(&l->array);
    size_t n = sk_load_relaxed(&l->length);
    for (size_t i = 0; i < n; i++) sk_flag_removed_locked(&l->header, sk_slot_peek(&a->items[i]));
    sk_store_relaxed(&l->length, 0);
    publish_array(l, &empty_array);
    sk_unlock(&l->header);
    for (size_t i = n; i-- > 0;) sk_release(sk_slot_peek(&a->items[i]));  // the last first, as in CPython
    sk_list_array_retire(l, a);
}

void sk_list_clear(SkValue list) { clear_items(sk_as_list(list)); }

static void list_clear(SkObject *o) {
    clear_items((SkList *)o);
    if (!is_exact(o)) sk_instance_clear(o);
}

static void list_destroy(SkObject *o) {
    SkList *l = (SkList *)o;
    if (!is_exact(o)) sk_instance_drop_attributes(o);
    SkListArray *a = sk_load_relaxed(&l->array);
    size_t n = a ? sk_load_relaxed(&l->length) : 0;
    bool shared = sk_is_shared(o);
    while (n > 0) sk_slot_drop(shared, &a->items[--n]);
    sk_list_array_retire(l, a);
    if (is_exact(o))
        sk_object_free(o, sizeof *l);
    else
        sk_instance_free(o, 0);
}

static SkList *new_list(size_t capacity) {
    SkListArray *a = capacity ? sk_list_array_new(capacity) : &empty_array;
    SkList *l = a ? (SkList *)sk_container_new(&sk_list_type.head, sizeof *l) : NULL;
    if (!l) {
        if (capacity) sk_free(a);
        sk_raise_memory();
        return NULL;
    }
    sk_store_relaxed(&l->array, a);
    return l;
}

SkValue sk_list_new(size_t capacity) { return sk_counted(new_list(capacity)); }

// An array whose slots are not set yet. NULL: memory is out.
static SkListArray *unset_array(size_t capacity) {
    if (capacity > PTRDIFF_MAX / sizeof(SkSlot) - 8) return NULL;
    SkListArray *a = sk_malloc(sizeof *a + capacity * sizeof(SkSlot));
    if (a) a->capacity = capacity;
    return a;
}

// A list of the n items that an array is full of; takes it. NULL + MemoryError: the items are released.
static SkList *list_around(SkListArray *a, size_t n) {
    SkList *l = (SkList *)sk_container_new(&sk_list_type.head, sizeof *l);
    if (sk_likely(l != NULL)) {
        sk_store_release(&l->array, a);  // PAIR(list-array): the collector may be looking at it by its place in the table
        sk_store_relaxed(&l->length, n);
        return l;
    }
    for (size_t i = 0; i < n; i++) sk_release(sk_slot_peek(&a->items[i]));
    sk_free(a);
    sk_raise_memory();
    return NULL;
}

SkValue sk_list_from(const SkValue *items, size_t n) {
    if (n == 0) return sk_list_new(0);
    SkListArray *a = unset_array(n);
    if (!a) return sk_raise_memory();
    for (size_t i = 0; i < n; i++) sk_slot_init(&a->items[i], sk_retain(items[i]));
    return sk_counted(list_around(a, n));
}

SkValue sk_list_steal(SkValue *items, size_t n) {
    if (n == 0) return sk_list_new(0);
    SkListArray *a = unset_array(n);
    if (!a) {
        for (size_t i = 0; i < n; i++) sk_release(items[i]);
        return sk_raise_memory();
    }
    for (size_t i = 0; i < n; i++) sk_slot_init(&a->items[i], sk_own(items[i]));
    return sk_counted(list_around(a, n));
}

// ---- growing and shrinking --------------------------------------------------------------------------------------------

// An array of the given capacity with the first n items of a.
static SkListArray *copy_array(const SkListArray *a, size_t n, size_t capacity) {
    SkListArray *copy = unset_array(capacity);
    if (!copy) return NULL;
    for (size_t i = 0; i < n; i++) sk_slot_init(&copy->items[i], sk_slot_peek(&a->items[i]));
    memset((void *)&copy->items[n], 0, (capacity - n) * sizeof(SkSlot));
    return copy;
}

static size_t roomy(size_t n) { return n < 4 ? 4 : n + n / 2 + 2; }

// Makes room for n items in all; exact: without any to spare.
static bool reserve_locked(SkList *l, size_t n, bool exact, SkListArray **old) {
    SkListArray *a = sk_load_relaxed(&l->array);
    if (n <= a->capacity) return true;
    SkListArray *grown = copy_array(a, sk_load_relaxed(&l->length), exact ? n : roomy(n));
    if (!grown) return false;
    publish_array(l, grown);
    *old = a;
    return true;
}

// After a removal: a smaller array if this one is mostly empty. Not having the memory does no harm.
void sk_list_shrink_locked(SkList *l, SkListArray **old) {
    SkListArray *a = sk_load_relaxed(&l->array);
    size_t n = sk_load_relaxed(&l->length);
    if (a->capacity < 32 || n > a->capacity / 4) return;
    SkListArray *smaller = n ? copy_array(a, n, roomy(n)) : &empty_array;
    if (!smaller) return;
    publish_array(l, smaller);
    *old = a;
}

bool sk_list_insert_locked(SkList *l, size_t i, SkValue v, SkListArray **old) {
    size_t n = sk_load_relaxed(&l->length);
    if (!reserve_locked(l, n + 1, false, old)) return false;
    SkListArray *a = sk_load_relaxed(&l->array);
    if (i > n) i = n;
    for (size_t j = n; j > i; j--) sk_slot_publish(&a->items[j], sk_slot_peek(&a->items[j - 1]));
    sk_slot_publish(&a->items[i], v);
    sk_store_relaxed(&l->length, n + 1);
    return true;
}

SkValue sk_list_take_locked(SkList *l, size_t i) {
    SkListArray *a = sk_load_relaxed(&l->array);
    size_t n = sk_load_relaxed(&l->length);
    SkValue v = sk_slot_peek(&a->items[i]);
    sk_flag_removed_locked(&l->header, v);
    for (size_t j = i; j + 1 < n; j++) sk_slot_publish(&a->items[j], sk_slot_peek(&a->items[j + 1]));
    sk_slot_publish(&a->items[n - 1], SK_EMPTY);
    sk_store_relaxed(&l->length, n - 1);
    return v;
}

bool sk_list_append_steal(SkValue list, SkValue v) {
    SkList *l = sk_as_list(list);
    SkListArray *old = NULL;
    v = sk_own(v);
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    SkListArray *a = sk_load_relaxed(&l->array);
    bool ok = true;
    if (sk_unlikely(n == a->capacity)) {
        ok = reserve_locked(l, n + 1, false, &old);
        a = sk_load_relaxed(&l->array);
    }
    if (sk_likely(ok)) {
        sk_slot_publish(&a->items[n], v);
        sk_store_relaxed(&l->length, n + 1);
    }
    sk_unlock(&l->header);
    if (sk_unlikely(old != NULL)) sk_list_array_retire(l, old);
    if (sk_likely(ok)) return true;
    sk_release(v);
    sk_raise_memory();
    return false;
}

// Appends v (stolen, counted or immediate) where it needs neither lock nor room. False: nothing was done.
static inline bool append_at_end(SkList *l, SkValue v) {
    if (sk_multithreaded || !is_own(l) || sk_is_borrowed(v)) return false;
    SkListArray *a = sk_load_relaxed(&l->array);
    size_t n = sk_load_relaxed(&l->length);
    if (sk_unlikely(n >= a->capacity)) return false;
    sk_slot_publish(&a->items[n], v);
    sk_store_relaxed(&l->length, n + 1);
    return true;
}

bool sk_list_append(SkValue list, SkValue v) {
    v = sk_retain(v);
    return append_at_end(sk_as_list(list), v) || sk_list_append_steal(list, v);
}

bool sk_list_insert(SkValue list, int64_t i, SkValue v) {
    SkList *l = sk_as_list(list);
    SkListArray *old = NULL;
    v = sk_retain(v);
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    if (i < 0) {
        i += (int64_t)sk_load_relaxed(&l->length);
        if (i < 0) i = 0;
    }
    bool ok = sk_list_insert_locked(l, (size_t)i, v, &old);
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    if (ok) return true;
    sk_release(v);
    sk_raise_memory();
    return false;
}

// ---- reading -------------------------------------------------------------------------------------------------------------

SkValue sk_list_load(SkValue list, size_t i) {
    SkList *l = sk_as_list(list);
    bool shared = sk_read_begin(&l->header);
    SkListArray *a = array_of(l);
    if (sk_unlikely(i >= sk_load_relaxed(&l->length) || i >= a->capacity)) return SK_EMPTY;
    return sk_read_take(shared, sk_slot_peek(&a->items[i]));
}

SkValue *sk_list_snapshot(SkList *l, size_t *n) {
    sk_lock(&l->header);
    SkListArray *a = sk_load_relaxed(&l->array);
    *n = sk_load_relaxed(&l->length);
    SkValue *out = sk_malloc((*n ? *n : 1) * sizeof *out);
    if (out)
        for (size_t i = 0; i < *n; i++) out[i] = sk_retain(sk_slot_peek(&a->items[i]));
    sk_unlock(&l->header);
    if (!out) sk_raise_memory();
    return out;
}

SkValue sk_list_to_tuple(SkValue list) {
    SkList *l = sk_as_list(list);
    // Few leaves make a tuple that the collector need not know of.
    if (!sk_multithreaded && is_own(l) && sk_list_len(list) <= 16)
        return sk_tuple_from((const SkValue *)(const void *)sk_load_relaxed(&l->array)->items, sk_list_len(list));
    for (;;) {
        size_t n = sk_list_len(list);
        SkTuple *t = sk_tuple_alloc(n);
        if (!t) return SK_EMPTY;
        sk_lock(&l->header);
        SkListArray *a = sk_load_relaxed(&l->array);
        bool same = sk_load_relaxed(&l->length) == n;
        if (same)
            for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_retain(sk_slot_peek(&a->items[i])));
        sk_unlock(&l->header);
        if (same) return sk_counted(t);
        sk_release(sk_counted(t));
    }
}

// list[start:start + n * step] for numbers that were adjusted to some earlier length.
static SkValue copy_strided(SkList *l, int64_t start, int64_t step, int64_t n) {
    if (n <= 0) return sk_list_new(0);
    SkListArray *to = unset_array((size_t)n);
    if (!to) return sk_raise_memory();
    sk_lock(&l->header);
    SkListArray *a = sk_load_relaxed(&l->array);
    int64_t length = (int64_t)sk_load_relaxed(&l->length), i = 0, most = n;
    if (step == 1 && start >= 0 && start < length) {
        if (n > length - start) n = length - start;
        for (const SkSlot *from = a->items + start; i < n; i++) sk_slot_init(&to->items[i], sk_retain(sk_slot_peek(&from[i])));
    }
    for (; i < n; i++) {
        int64_t at = start + i * step;
        if (at < 0 || at >= length) break;
        sk_slot_init(&to->items[i], sk_retain(sk_slot_peek(&a->items[at])));
    }
    sk_unlock(&l->header);
    memset((void *)&to->items[i], 0, (size_t)(most - i) * sizeof(SkSlot));   // the list has become shorter
    return sk_counted(list_around(to, (size_t)i));
}

SkValue sk_list_slice(SkValue list, int64_t start, int64_t end) {
    int64_t length = (int64_t)sk_list_len(list);
    if (start < 0) start = 0;
    if (end > length) end = length;
    return copy_strided(sk_as_list(list), start, 1, end > start ? end - start : 0);
}

SkValue sk_list_get_slice(SkValue list, int64_t start, int64_t stop, int64_t step) {
    int64_t n = sk_slice_adjust((int64_t)sk_list_len(list), &start, &stop, step);
    return copy_strided(sk_as_list(list), start, step, n);
}

static SkValue out_of_range(void) { return sk_raise(sk_exc_IndexError, "list index out of range"); }

SkValue sk_list_subscript(SkValue self, SkValue key) {
    int64_t i;
    if (sk_is_small_int(key)) {
        i = sk_small_int(key);
    } else if (sk_has_index_method(key)) {
        if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return SK_EMPTY;
    } else if (sk_is_slice(key)) {
        int64_t start, stop, step;
        return sk_slice_unpack(key, &start, &stop, &step) ? sk_list_get_slice(self, start, stop, step) : SK_EMPTY;
    } else {
        return sk_raise(sk_exc_TypeError, "list indices must be integers or slices, not %.200T", key);
    }
    if (i < 0) i += (int64_t)sk_list_len(self);
    SkValue v = i < 0 ? SK_EMPTY : sk_list_load(self, (size_t)i);
    return sk_is_empty(v) ? out_of_range() : v;
}

// ---- writing -----------------------------------------------------------------------------------------------------------------

// Stores v (counted, stolen also on failure) at i, which counts from the end if negative.
static bool set_item(SkList *l, int64_t i, SkValue v) {
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    if (i < 0) i += (int64_t)n;
    bool ok = i >= 0 && (size_t)i < n;
    if (ok) {
        SkSlot *s = &sk_load_relaxed(&l->array)->items[i];
        SkValue old = sk_slot_peek(s);
        sk_flag_removed_locked(&l->header, old);
        sk_slot_publish(s, v);
        v = old;
    }
    sk_unlock(&l->header);
    sk_release(v);
    return ok || sk_raise_false(sk_exc_IndexError, "list assignment index out of range");
}

bool sk_list_set(SkValue list, size_t i, SkValue v) {
    return set_item(sk_as_list(list), i > INT64_MAX ? INT64_MAX : (int64_t)i, sk_retain(v));
}

static bool delete_item(SkList *l, int64_t i) {
    SkListArray *old = NULL;
    SkValue v = SK_EMPTY;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    if (i < 0) i += (int64_t)n;
    bool ok = i >= 0 && (size_t)i < n;
    if (ok) {
        v = sk_list_take_locked(l, (size_t)i);
        sk_list_shrink_locked(l, &old);
    }
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    sk_release(v);
    return ok || sk_raise_false(sk_exc_IndexError, "list assignment index out of range");
}

static void release_all(SkValue *items, size_t n) {
    for (size_t i = 0; i < n; i++) sk_release(items[i]);
}

bool sk_list_replace(SkList *l, int64_t start, int64_t stop, SkValue *items, size_t n) {
    SkListArray *old = NULL;
    SkValue few[8], *removed = few;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t length = sk_load_relaxed(&l->length);
    size_t from = start < 0 ? 0 : (size_t)start > length ? length : (size_t)start;
    size_t to = stop < (int64_t)from ? from : (size_t)stop > length ? length : (size_t)stop;
    size_t gone = to - from, left = length - gone + n;
    bool ok = gone <= SK_COUNT_OF(few) || (removed = sk_malloc(gone * sizeof *removed)) != NULL;
    SkListArray *a = sk_load_relaxed(&l->array);
    SkListArray *fresh = NULL;
    if (ok && left > a->capacity) {
        // Built beside the old one: no shift is seen.
        fresh = sk_list_array_new(length ? roomy(left) : left);
        ok = fresh != NULL;
        if (ok) {
            for (size_t i = 0; i < from; i++) sk_slot_init(&fresh->items[i], sk_slot_peek(&a->items[i]));
            for (size_t i = to; i < length; i++) sk_slot_init(&fresh->items[i - gone + n], sk_slot_peek(&a->items[i]));
        }
    }
    if (ok) {
        for (size_t i = 0; i < gone; i++) {
            removed[i] = sk_slot_peek(&a->items[from + i]);
            sk_flag_removed_locked(&l->header, removed[i]);
        }
        if (fresh) {
            for (size_t i = 0; i < n; i++) sk_slot_init(&fresh->items[from + i], items[i]);
            publish_array(l, fresh);
            old = a;
        } else {
            if (n > gone)
                for (size_t i = length; i-- > to;) sk_slot_publish(&a->items[i - gone + n], sk_slot_peek(&a->items[i]));
            for (size_t i = 0; i < n; i++) sk_slot_publish(&a->items[from + i], items[i]);
            if (n < gone) {
                for (size_t i = to; i < length; i++) sk_slot_publish(&a->items[i - gone + n], sk_slot_peek(&a->items[i]));
                for (size_t i = left; i < length; i++) sk_slot_publish(&a->items[i], SK_EMPTY);
            }
        }
        sk_store_relaxed(&l->length, left);
        if (!fresh) sk_list_shrink_locked(l, &old);
    }
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    while (ok && gone > 0) sk_release(removed[--gone]);  // the last first, as in CPython: programs see the order
    if (removed != few) sk_free(removed);
    if (!ok) sk_raise_memory();
    return ok;
}

static bool replace_range(SkList *l, SkValue value, int64_t start, int64_t stop) {
    SkValue *items = NULL;
    size_t n = 0;
    if (!sk_is_empty(value)) {
        SK_AUTO SkValue sequence = sk_is_tuple(value) || sk_is_list(value) ? sk_retain(value) : sk_to_list(value);
        if (sk_is_empty(sequence)) {
            if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "must assign iterable to extended slice");
            return false;
        }
        if (sk_is_list(sequence)) {
            items = sk_list_snapshot(sk_as_list(sequence), &n);
            if (!items) return false;
        } else {
            n = sk_tuple_len(sequence);
            items = sk_malloc((n ? n : 1) * sizeof *items);
            if (!items) return sk_raise_memory(), false;
            for (size_t i = 0; i < n; i++) items[i] = sk_retain(sk_tuple_peek(sequence, i));
        }
    }
    bool ok = sk_list_replace(l, start, stop, items, n);
    if (!ok) release_all(items, n);
    sk_free(items);
    return ok;
}

// del list[start:...:step], n items, step not 1: the numbers are adjusted again, for the list may have changed.
static bool delete_strided(SkList *l, int64_t start, int64_t stop, int64_t step) {
    SkListArray *old = NULL;
    SkValue *removed = NULL;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    SkListArray *a = sk_load_relaxed(&l->array);
    int64_t length = (int64_t)sk_load_relaxed(&l->length);
    int64_t n = sk_slice_adjust(length, &start, &stop, step);
    if (n > 0) removed = sk_malloc((size_t)n * sizeof *removed);
    if (removed) {
        if (step < 0) {
            start += (n - 1) * step;
            step = -step;
        }
        int64_t to = start, next = start, taken = 0;
        for (int64_t i = start; i < length; i++) {
            SkValue v = sk_slot_peek(&a->items[i]);
            if (i == next && taken < n) {
                removed[taken++] = v;
                sk_flag_removed_locked(&l->header, v);
                if (taken < n) next += step;
            } else {
                sk_slot_publish(&a->items[to++], v);
            }
        }
        for (int64_t i = to; i < length; i++) sk_slot_publish(&a->items[i], SK_EMPTY);
        sk_store_relaxed(&l->length, (size_t)to);
        sk_list_shrink_locked(l, &old);
    }
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    if (n > 0 && !removed) return sk_raise_memory(), false;
    release_all(removed, n > 0 ? (size_t)n : 0);
    sk_free(removed);
    return true;
}

static bool assign_strided(SkList *l, SkValue value, int64_t start, int64_t stop, int64_t step) {
    SK_AUTO SkValue sequence = sk_to_tuple(value);
    if (sk_is_empty(sequence)) {
        if (sk_error_clear_if(sk_exc_TypeError))
            sk_raise(sk_exc_TypeError, "must assign iterable to extended slice");
        return false;
    }
    int64_t count = (int64_t)sk_tuple_len(sequence);
    SkValue *removed = sk_malloc((count ? (size_t)count : 1) * sizeof *removed);
    if (!removed) return sk_raise_memory(), false;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    SkListArray *a = sk_load_relaxed(&l->array);
    int64_t n = sk_slice_adjust((int64_t)sk_load_relaxed(&l->length), &start, &stop, step);
    if (n == count)
        for (int64_t i = 0; i < n; i++) {
            SkSlot *s = &a->items[start + i * step];
            removed[i] = sk_slot_peek(s);
            sk_flag_removed_locked(&l->header, removed[i]);
            sk_slot_publish(s, sk_retain(sk_tuple_peek(sequence, (size_t)i)));
        }
    sk_unlock(&l->header);
    if (n == count) release_all(removed, (size_t)n);
    sk_free(removed);
    return n == count || sk_raise_false(sk_exc_ValueError,
                                        "attempt to assign sequence of size %lld to extended slice of size %lld",
                                        (long long)count, (long long)n);
}

bool sk_list_set_slice(SkValue list, int64_t start, int64_t stop, SkValue value) {
    sk_slice_adjust((int64_t)sk_list_len(list), &start, &stop, 1);
    return replace_range(sk_as_list(list), value, start, stop);
}

bool sk_list_assign_subscript(SkValue self, SkValue key, SkValue value) {
    SkList *l = sk_as_list(self);
    if (sk_is_small_int(key) || sk_has_index_method(key)) {
        int64_t i = 0;
        if (sk_is_small_int(key))
            i = sk_small_int(key);
        else if (!sk_index_as_int64(key, &i, sk_exc_IndexError))
            return false;
        return sk_is_empty(value) ? delete_item(l, i) : set_item(l, i, sk_retain(value));
    }
    if (!sk_is_slice(key))
        return sk_raise_false(sk_exc_TypeError, "list indices must be integers or slices, not %.200T", key);
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return false;
    if (step == 1) return sk_list_set_slice(self, start, stop, value);
    return sk_is_empty(value) ? delete_strided(l, start, stop, step) : assign_strided(l, value, start, stop, step);
}

// ---- extending ------------------------------------------------------------------------------------------------------------------

// Appends n slots' values. Both lists are locked, or `from` belongs to an immutable object.
static bool append_slots_locked(SkList *l, const SkSlot *from, size_t n, SkListArray **old) {
    size_t length = sk_load_relaxed(&l->length);
    if (length == 0 && n > sk_load_relaxed(&l->array)->capacity) {
        SkListArray *fresh = unset_array(n);
        if (!fresh) return false;
        for (size_t i = 0; i < n; i++) sk_slot_init(&fresh->items[i], sk_retain(sk_slot_peek(&from[i])));
        *old = sk_load_relaxed(&l->array);
        publish_array(l, fresh);
        sk_store_relaxed(&l->length, n);
        return true;
    }
    if (n > PTRDIFF_MAX / sizeof(SkSlot) - length || !reserve_locked(l, length + n, length == 0, old)) return false;
    SkListArray *a = sk_load_relaxed(&l->array);
    for (size_t i = 0; i < n; i++) sk_slot_publish(&a->items[length + i], sk_retain(sk_slot_peek(&from[i])));
    sk_store_relaxed(&l->length, length + n);
    return true;
}

static bool extend_from_array(SkList *l, SkValue from) {
    SkListArray *old = NULL;
    bool ok;
    if (sk_is_exact_tuple(from)) {
        sk_lock(&l->header);
        sk_write_begin_locked(&l->header);
        ok = append_slots_locked(l, sk_as_tuple(from)->items, sk_tuple_len(from), &old);
        sk_unlock(&l->header);
    } else {
        SkList *other = sk_as_list(from);
        sk_lock_two(&l->header, &other->header);
        sk_write_begin_locked(&l->header);
        // From itself: reserving may replace the array, but leaves the old one's items in place.
        ok = append_slots_locked(l, sk_load_relaxed(&other->array)->items, sk_load_relaxed(&other->length), &old);
        sk_unlock_two(&l->header, &other->header);
    }
    sk_list_array_retire(l, old);
    if (!ok) sk_raise_memory();
    return ok;
}

static bool reserve_hint(SkList *l, size_t more) {
    SkListArray *old = NULL;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    bool ok = more > PTRDIFF_MAX / sizeof(SkSlot) - n || reserve_locked(l, n + more, true, &old);
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    if (!ok) sk_raise_memory();
    return ok;
}

// The one-character strings below 256 are immortal: their words need no count.
static bool extend_by_latin1(SkList *l, const SkStr *s) {
    SkListArray *old = NULL;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    bool ok = reserve_locked(l, n + s->length, n == 0, &old);
    if (ok) {
        SkListArray *a = sk_load_relaxed(&l->array);
        for (size_t i = 0; i < s->length; i++) sk_slot_publish(&a->items[n + i], sk_names.latin1[(uint8_t)s->data[i]]);
        sk_store_relaxed(&l->length, n + s->length);
    }
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    if (!ok) sk_raise_memory();
    return ok;
}

static bool extend_by_chars(SkValue list, SkValue text) {
    const SkStr *s = sk_as_str(text);
    if (s->kind == 1) return extend_by_latin1(sk_as_list(list), s);
    if (s->length > 8 && !reserve_hint(sk_as_list(list), s->length)) return false;
    for (size_t i = 0; i < s->length; i++) {
        SkValue c = sk_str_char_word(sk_str_at(s, i));
        if (sk_is_empty(c) || !sk_list_append_steal(list, c)) return false;
    }
    return true;
}

bool sk_list_extend(SkValue list, SkValue iterable) {
    SkList *l = sk_as_list(list);
    if (sk_is_exact_list(iterable) || sk_is_exact_tuple(iterable) || sk_is(iterable, list)) return extend_from_array(l, iterable);
    if (sk_is_exact_str(iterable)) return extend_by_chars(list, iterable);
    SK_AUTO SkValue snapshot = sk_container_snapshot(iterable);
    if (!sk_is_empty(snapshot)) return extend_from_array(l, snapshot);
    if (sk_error_occurred()) return false;
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, iterable)) return false;
    int64_t hint = sk_length_hint(iterable, 8);
    if (hint < 0) return false;
    if (hint > 8 && !reserve_hint(l, (size_t)hint)) return false;
    for (SkValue v; !sk_is_empty(v = c.kind == SK_WALK_ITERATOR ? c.next(c.of) : sk_cursor_next(&c));)
        if (!append_at_end(l, v) && !sk_list_append_steal(list, v)) return false;
    return !sk_error_occurred() || (c.kind == SK_WALK_ITERATOR && sk_error_clear_if(sk_exc_StopIteration));
}

// ---- operators --------------------------------------------------------------------------------------------------------------------

static int64_t list_len(SkValue self) { return (int64_t)sk_list_len(self); }

static SkValue list_item(SkValue self, int64_t i) {
    SkValue v = i < 0 ? SK_EMPTY : sk_list_load(self, (size_t)i);
    return sk_is_empty(v) ? out_of_range() : v;
}

// Numbers, strings and constants: comparing two of them runs nothing.
static bool is_plain(SkValue v) {
    return sk_is_immediate(v) || sk_is_exact_str(v) || sk_has_index(v, SK_T_INT) || sk_has_index(v, SK_T_FLOAT);
}

int64_t sk_list_find_locked(SkList *l, SkValue value, int64_t from) {
    SkSlot *slots = sk_load_relaxed(&l->array)->items;
    int64_t n = (int64_t)sk_load_relaxed(&l->length);
    for (int64_t i = from; i < n; i++) {
        SkValue item = sk_slot_peek(&slots[i]);
        int same = sk_quick_equal(item, value);
        if (same < 0 && is_plain(item) && is_plain(value)) same = sk_compare_bool(item, value, SK_EQ);
        if (same) return same < 0 ? -1 : i;
    }
    return n;
}

int64_t sk_list_find_again(SkList *l, SkValue value, int64_t from) {
    if (!sk_multithreaded || is_own(l)) return -1;
    sk_lock(&l->header);
    int64_t at = sk_list_find_locked(l, value, from), n = (int64_t)sk_load_relaxed(&l->length);
    sk_unlock(&l->header);
    return at < n ? at : -1;
}

static int list_contains(SkValue self, SkValue item) {
    size_t i = 0;
    SkList *l = sk_as_list(self);
    if (is_own(l)) {
        SkSlot *slots = sk_load_relaxed(&l->array)->items;
        for (size_t n = sk_load_relaxed(&l->length); i < n; i++) {
            int same = sk_quick_equal(sk_slot_peek(&slots[i]), item);
            if (same > 0) return 1;
            if (same < 0) break;
        }
    }
    for (;; i++) {
        SkValue v = sk_list_load(self, i);
        if (sk_is_empty(v)) return sk_list_find_again(l, item, 0) >= 0;
        int same = sk_equal_steal(v, item);
        if (same) return same;
    }
}

static SkValue list_concat(SkValue a, SkValue b) {
    if (!sk_is_list(b)) return sk_raise(sk_exc_TypeError, "can only concatenate list (not \"%.200T\") to list", b);
    SkList *x = sk_as_list(a), *y = sk_as_list(b);
    SkList *sum = new_list(sk_list_len(a) + sk_list_len(b));
    if (!sum) return SK_EMPTY;
    SkListArray *old = NULL, *older = NULL;
    sk_lock_two(&x->header, &y->header);
    bool ok = append_slots_locked(sum, sk_load_relaxed(&x->array)->items, sk_load_relaxed(&x->length), &old) &&
              append_slots_locked(sum, sk_load_relaxed(&y->array)->items, sk_load_relaxed(&y->length), &older);
    sk_unlock_two(&x->header, &y->header);
    sk_list_array_retire(sum, old);
    sk_list_array_retire(sum, older);
    if (ok) return sk_counted(sum);
    sk_release(sk_counted(sum));
    return sk_raise_memory();
}

static SkValue list_inplace_concat(SkValue self, SkValue other) {
    return sk_list_extend(self, other) ? sk_dup(self) : SK_EMPTY;
}

static SkValue list_repeat(SkValue self, int64_t count) {
    size_t n;
    SkValue *items = sk_list_snapshot(sk_as_list(self), &n);
    if (!items) return SK_EMPTY;
    if (count < 0) count = 0;
    SkList *l = NULL;
    if (n == 0 || (uint64_t)count <= PTRDIFF_MAX / sizeof(SkSlot) / n)
        l = new_list(n * (size_t)count);
    else
        sk_raise_memory();
    if (l) {
        SkListArray *a = sk_load_relaxed(&l->array);
        if (n == 1 && !sk_is_ptr(items[0])) {
            for (size_t i = 0; i < (size_t)count; i++) sk_slot_init(&a->items[i], items[0]);
        } else {
            SkSlot *to = a->items;
            for (int64_t k = 0; k < count && n; k++)
                for (size_t i = 0; i < n; i++) sk_slot_init(to++, sk_retain(items[i]));
        }
        sk_store_relaxed(&l->length, n * (size_t)count);
    }
    release_all(items, n);
    sk_free(items);
    return sk_counted(l);
}

static SkValue list_inplace_repeat(SkValue self, int64_t count) {
    SkList *l = sk_as_list(self);
    if (count <= 0) {
        clear_items(l);
        return sk_dup(self);
    }
    SkListArray *old = NULL;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    bool ok = n == 0 || ((uint64_t)count <= PTRDIFF_MAX / sizeof(SkSlot) / n &&
                         reserve_locked(l, n * (size_t)count, true, &old));
    if (ok && n) {
        SkListArray *a = sk_load_relaxed(&l->array);
        for (size_t i = n; i < n * (size_t)count; i++) sk_slot_publish(&a->items[i], sk_retain(sk_slot_peek(&a->items[i % n])));
        sk_store_relaxed(&l->length, n * (size_t)count);
    }
    sk_unlock(&l->header);
    sk_list_array_retire(l, old);
    return ok ? sk_dup(self) : sk_raise_memory();
}

// How many items from the front are equal without asking Python, of lists that this thread alone can see.
static size_t equal_prefix(SkList *a, SkList *b) {
    if (!is_own(a) || !is_own(b)) return 0;
    SkSlot *x = sk_load_relaxed(&a->array)->items, *y = sk_load_relaxed(&b->array)->items;
    size_t n = sk_load_relaxed(&a->length), m = sk_load_relaxed(&b->length), i = 0;
    while (i < n && i < m && sk_quick_equal(sk_slot_peek(&x[i]), sk_slot_peek(&y[i])) > 0) i++;
    return i;
}

static SkValue list_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_list(a) || !sk_is_list(b)) return SK_NOT_IMPLEMENTED;
    if ((op == SK_EQ || op == SK_NE) && sk_list_len(a) != sk_list_len(b)) return sk_bool(op == SK_NE);
    size_t start = equal_prefix(sk_as_list(a), sk_as_list(b));
    for (size_t i = start;; i++) {
        SK_AUTO SkValue x = sk_list_get(a, i);
        SK_AUTO SkValue y = sk_list_get(b, i);
        if (sk_is_empty(x) || sk_is_empty(y)) break;
        int same = sk_compare_bool(x, y, SK_EQ);
        if (same < 0) return SK_EMPTY;
        if (same) continue;
        // The comparison may have made a list shorter: then the lengths decide.
        if (i >= sk_list_len(a) || i >= sk_list_len(b)) break;
        if (op == SK_EQ || op == SK_NE) return sk_bool(op == SK_NE);
        return sk_compare(x, y, op);
    }
    size_t n = sk_list_len(a), m = sk_list_len(b);
    switch (op) {
    case SK_LT: return sk_bool(n < m);
    case SK_LE: return sk_bool(n <= m);
    case SK_EQ: return sk_bool(n == m);
    case SK_NE: return sk_bool(n != m);
    case SK_GT: return sk_bool(n > m);
    default: return sk_bool(n >= m);
    }
}

static SkValue list_repr(SkValue self) {
    if (sk_list_len(self) == 0) return sk_str_from("[]");
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("[...]");
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_char(&b, '[');
    bool ok = true;
    for (size_t i = 0; ok; i++) {
        SK_AUTO SkValue v = sk_list_get(self, i);
        if (sk_is_empty(v)) break;
        if (i) sk_sb_ascii(&b, ", ", 2);
        SK_AUTO SkValue r = sk_repr(v);
        ok = !sk_is_empty(r);
        if (ok) sk_sb_str(&b, r);
    }
    sk_sb_char(&b, ']');
    sk_repr_leave(self);
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

// ---- the type ------------------------------------------------------------------------------------------------------------------------

static SkValue list_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    if (type == &sk_list_type) return sk_list_new(0);
    SkList *l = (SkList *)sk_type_alloc(type, 0);
    if (l) sk_store_relaxed(&l->array, &empty_array);
    return sk_counted(l);
}

static bool list_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkType *type = sk_type_of(self);
    if ((type == &sk_list_type || type->new_ == list_new) && !sk_no_kwargs("list", kwnames)) return false;
    if (!sk_check_nargs("list", nargs, 0, 1)) return false;
    if (sk_list_len(self)) clear_items(sk_as_list(self));
    return nargs == 0 || sk_list_extend(self, args[0]);
}

static SkValue list_iter(SkValue self) { return sk_index_iter_new(&sk_list_iter_type, self, 0); }

SkType sk_list_type = {
    SK_TYPE_HEAD_PARTS(SK_T_LIST, sizeof(SkList), list_trace, list_trace_some, list_clear, list_destroy),
    .name = "list",
    .doc = "list(iterable=(), /)\n--\n\nA mutable sequence of the iterable's items.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_LIST_SUBCLASS | SK_TF_SEQUENCE | SK_TF_MATCH_SELF,
    .new_ = list_new,
    .init = list_init,
    .repr = list_repr,
    .iter = list_iter,
    .compare = list_compare,
    .container = {.len = list_len, .concat = list_concat, .inplace_concat = list_inplace_concat, .repeat = list_repeat,
                  .inplace_repeat = list_inplace_repeat, .item = list_item, .contains = list_contains,
                  .get_key = sk_list_subscript, .set_key = sk_list_assign_subscript},
    .methods = sk_list_methods,
};
