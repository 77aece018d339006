// collections.deque: a ring of slots under the deque's lock. Threads may use one as a queue: append and popleft are atomic,
// with and without maxlen. Comparisons and other callbacks run outside the lock, on items owned meanwhile; a deque that
// changes then makes them raise, as iterators do.
#include <string.h>

#include "base/alloc.h"
#include "modules/_collections.h"
#include "objects/cursor.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/slice.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { FIRST_CAPACITY = 8 };

// ---- the ring ----------------------------------------------------------------------------------------------------------

static SkSlot *slot_at(const SkDequeRing *r, size_t start, size_t i) { return (SkSlot *)&r->items[(start + i) & (r->capacity - 1)]; }
static SkSlot *slot_locked(SkDeque *d, size_t i) { return slot_at(sk_load_relaxed(&d->ring), d->start, i); }
static size_t ring_size(const SkDequeRing *r) { return sizeof *r + r->capacity * sizeof(SkSlot); }

static SkDequeRing *ring_new(size_t capacity) {
    SkDequeRing *r = sk_calloc(1, sizeof *r + capacity * sizeof(SkSlot));
    if (r) r->capacity = capacity;
    return r;
}

// Room for one more. *old is to be retired after the unlock. False: memory is out.
static bool grow_locked(SkDeque *d, SkDequeRing **old) {
    SkDequeRing *r = sk_load_relaxed(&d->ring);
    size_t n = sk_load_relaxed(&d->length);
    if (r && n < r->capacity) return true;
    SkDequeRing *bigger = ring_new(r ? r->capacity * 2 : FIRST_CAPACITY);
    if (!bigger) return false;
    for (size_t i = 0; i < n; i++) sk_slot_init(&bigger->items[i], sk_slot_peek(slot_at(r, d->start, i)));
    d->start = 0;
    sk_store_release(&d->ring, bigger);   // PAIR(deque-ring): with deque_trace; without it the collector could see slots unwritten
    *old = r;
    return true;
}

static SkValue take_locked(SkDeque *d, bool left) {
    size_t n = sk_load_relaxed(&d->length);
    if (n == 0) return SK_EMPTY;
    SkSlot *s = slot_locked(d, left ? 0 : n - 1);
    SkValue v = sk_slot_peek(s);
    sk_flag_removed_locked(&d->header, v);
    sk_slot_publish(s, SK_EMPTY);
    if (left) d->start = (d->start + 1) & (sk_load_relaxed(&d->ring)->capacity - 1);
    sk_store_relaxed(&d->length, n - 1);
    d->changes++;
    return v;
}

// The same where nobody else can look and there is room. False: the general way, nothing was done.
static inline bool add_alone(SkDeque *d, SkValue v, bool left) {
    SkDequeRing *r = sk_load_relaxed(&d->ring);
    if (sk_multithreaded || sk_is_shared(&d->header) || !sk_is_mine(&d->header) || !r || d->maxlen == 0) return false;
    size_t n = sk_load_relaxed(&d->length), mask = r->capacity - 1, start = d->start;
    SkValue dropped = SK_EMPTY;
    if (d->maxlen > 0 && n >= (size_t)d->maxlen) {
        SkSlot *s = &r->items[(left ? start + n - 1 : start) & mask];
        dropped = sk_slot_peek(s);
        sk_slot_publish(s, SK_EMPTY);
        if (!left) start++;
        n--;
        d->changes++;
    } else if (n >= r->capacity) {
        return false;
    }
    if (left) start--;
    d->start = start &= mask;
    sk_slot_publish(&r->items[(left ? start : start + n) & mask], v);
    sk_store_relaxed(&d->length, n + 1);
    d->changes++;
    sk_release(dropped);
    return true;
}

// Adds v (counted, stolen), dropping an item of the other end if maxlen says so. False + MemoryError.
static bool add(SkDeque *d, SkValue v, bool left) {
    if (add_alone(d, v, left)) return true;
    SkDequeRing *old = NULL;
    SkValue dropped = SK_EMPTY;
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    size_t n = sk_load_relaxed(&d->length);
    bool ok = true;
    if (d->maxlen == 0) {
        dropped = v;
    } else {
        if (d->maxlen > 0 && n >= (size_t)d->maxlen) {
            dropped = take_locked(d, !left);
            n--;
        }
        ok = grow_locked(d, &old);
        if (ok) {
            if (left) d->start = (d->start - 1) & (sk_load_relaxed(&d->ring)->capacity - 1);
            sk_slot_publish(slot_locked(d, left ? 0 : n), v);
            sk_store_relaxed(&d->length, n + 1);
            d->changes++;
        }
    }
    sk_unlock(&d->header);
    if (old) sk_buffer_retire(&d->header, old, ring_size(old));
    sk_release(dropped);
    if (ok) return true;
    sk_release(v);
    return sk_raise_memory(), false;
}

static SkValue take(SkDeque *d, bool left) {
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    SkValue v = take_locked(d, left);
    sk_unlock(&d->header);
    return sk_is_empty(v) ? sk_raise(sk_exc_IndexError, "pop from an empty deque") : v;
}

SkValue sk_deque_load(SkDeque *d, size_t i, const uint64_t *changes, bool *changed) {
    SkValue v = SK_EMPTY;
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    if (changes && *changes != d->changes) *changed = true;
    else if (i < sk_load_relaxed(&d->length)) v = sk_read_take(sk_is_shared(&d->header), sk_slot_peek(slot_locked(d, i)));
    sk_unlock(&d->header);
    return v;
}

uint64_t sk_deque_changes(SkDeque *d) {
    sk_lock(&d->header);
    uint64_t c = d->changes;
    sk_unlock(&d->header);
    return c;
}

// Counted words of all items at one moment, followed by `extra` unused places: sk_free them. NULL + MemoryError.
static SkValue *snapshot(SkDeque *d, size_t extra, size_t *n, uint64_t *changes) {
    for (;;) {
        size_t room = sk_load_relaxed(&d->length);
        SkValue *out = sk_malloc((room + extra + 1) * sizeof *out);
        if (!out) return sk_raise_memory(), NULL;
        sk_lock(&d->header);
        size_t have = sk_load_relaxed(&d->length);
        bool fits = have <= room;
        for (size_t i = 0; fits && i < have; i++) out[i] = sk_retain(sk_slot_peek(slot_locked(d, i)));
        if (changes) *changes = d->changes;
        sk_unlock(&d->header);
        if (fits) {
            *n = have;
            return out;
        }
        sk_free(out);
    }
}

static void release_all(SkValue *items, size_t n) {
    for (size_t i = 0; i < n; i++) sk_release(items[i]);
    sk_free(items);
}

// Replaces the content by n counted words (stolen on success).
static bool replace_content(SkDeque *d, const SkValue *items, size_t n) {
    size_t capacity = FIRST_CAPACITY;
    while (capacity < n) capacity *= 2;
    SkDequeRing *r = ring_new(capacity);
    if (!r) return sk_raise_memory(), false;
    for (size_t i = 0; i < n; i++) sk_slot_init(&r->items[i], items[i]);
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    SkDequeRing *old = sk_load_relaxed(&d->ring);
    size_t before = sk_load_relaxed(&d->length), start = d->start;
    for (size_t i = 0; i < before; i++) sk_flag_removed_locked(&d->header, sk_slot_peek(slot_at(old, start, i)));
    sk_store_release(&d->ring, r);   // PAIR(deque-ring)
    d->start = 0;
    sk_store_relaxed(&d->length, n);
    d->changes++;
    sk_unlock(&d->header);
    for (size_t i = 0; i < before; i++) sk_release(sk_slot_peek(slot_at(old, start, i)));
    if (old) sk_buffer_retire(&d->header, old, ring_size(old));
    return true;
}

static bool changed_error(void) { return sk_raise_false(sk_exc_RuntimeError, "deque mutated during iteration"); }

// ---- making and dying -----------------------------------------------------------------------------------------------------

static SkValue deque_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkDeque *d = (SkDeque *)sk_type_alloc(type, 0);
    if (!d) return SK_EMPTY;
    d->maxlen = -1;
    return sk_counted(d);
}

static void deque_trace(SkObject *o, SkVisit visit, void *arg) {
    SkDequeRing *r = sk_load_acquire(&((SkDeque *)o)->ring);   // PAIR(deque-ring)
    for (size_t i = 0; r && i < r->capacity; i++) sk_slot_visit(&r->items[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void empty_out(SkDeque *d) {
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    SkDequeRing *old = sk_load_relaxed(&d->ring);
    size_t n = sk_load_relaxed(&d->length), start = d->start;
    for (size_t i = 0; i < n; i++) sk_flag_removed_locked(&d->header, sk_slot_peek(slot_at(old, start, i)));
    sk_store_release(&d->ring, NULL);   // PAIR(deque-ring)
    d->start = 0;
    sk_store_relaxed(&d->length, 0);
    if (n) d->changes++;
    sk_unlock(&d->header);
    for (size_t i = 0; i < n; i++) sk_release(sk_slot_peek(slot_at(old, start, i)));
    if (old) sk_buffer_retire(&d->header, old, ring_size(old));
}

static void deque_clear_refs(SkObject *o) {
    empty_out((SkDeque *)o);
    sk_instance_clear(o);
}

static void deque_destroy(SkObject *o) {
    empty_out((SkDeque *)o);
    sk_instance_free(o, 0);
}

// Appends what a list or tuple has, at one moment, to a deque without a limit. 1: done, 0: the general way, -1: MemoryError.
static int extend_at_once(SkDeque *d, SkValue iterable) {
    if (d->maxlen >= 0 || (!sk_is_exact_list(iterable) && !sk_is_exact_tuple(iterable))) return 0;
    SK_AUTO SkValue items = sk_to_tuple(iterable);
    if (sk_is_empty(items)) return -1;
    size_t more = sk_tuple_len(items);
    SkDequeRing *old = NULL;
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    size_t n = sk_load_relaxed(&d->length), capacity = FIRST_CAPACITY;
    SkDequeRing *r = sk_load_relaxed(&d->ring);
    bool ok = true;
    if (!r || n + more > r->capacity) {
        while (capacity < n + more) capacity *= 2;
        SkDequeRing *bigger = ring_new(capacity);
        ok = bigger != NULL;
        if (ok) {
            for (size_t i = 0; i < n; i++) sk_slot_init(&bigger->items[i], sk_slot_peek(slot_at(r, d->start, i)));
            d->start = 0;
            sk_store_release(&d->ring, bigger);   // PAIR(deque-ring)
            old = r;
            r = bigger;
        }
    }
    if (ok && more) {
        for (size_t i = 0; i < more; i++) sk_slot_publish(slot_at(r, d->start, n + i), sk_retain(sk_tuple_peek(items, i)));
        sk_store_relaxed(&d->length, n + more);
        d->changes++;
    }
    sk_unlock(&d->header);
    if (old) sk_buffer_retire(&d->header, old, ring_size(old));
    return ok ? 1 : (sk_raise_memory(), -1);
}

static bool extend(SkValue self, SkValue iterable, bool left) {
    SkDeque *d = sk_as_deque(self);
    if (!left) {
        int done = extend_at_once(d, iterable);
        if (done) return done > 0;
    }
    SK_AUTO SkValue copy = SK_EMPTY;
    if (sk_is(self, iterable)) {
        iterable = copy = sk_to_list(iterable);
        if (sk_is_empty(copy)) return false;
    }
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, iterable)) return false;
    for (;;) {
        if (!sk_safepoint_poll()) return false;
        SkValue v = sk_own(sk_cursor_next(&c));
        if (sk_is_empty(v)) return !sk_error_occurred();
        if (!add(d, v, left)) return false;
    }
}

static bool deque_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("deque", "(iterable=(), maxlen=None)", &sig, args, nargs, kwnames, a)) return false;
    int64_t maxlen = -1;
    if (!sk_is_empty(a[1]) && !sk_is_none(a[1])) {
        if (!sk_is_int(a[1])) return sk_raise_false(sk_exc_TypeError, "an integer is required");
        if (!sk_int_fits_int64(a[1], &maxlen)) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C ssize_t");
        if (maxlen < 0) return sk_raise_false(sk_exc_ValueError, "maxlen must be non-negative");
    }
    SkDeque *d = sk_as_deque(self);
    sk_lock(&d->header);
    d->maxlen = maxlen;
    sk_unlock(&d->header);
    if (sk_deque_len(self)) empty_out(d);
    return sk_is_empty(a[0]) || extend(self, a[0], false);
}

static int64_t maxlen_of(SkDeque *d) { return d->maxlen; }

// A deque of the same class, maxlen and items.
static SkValue copy(SkValue self) {
    SkDeque *d = sk_as_deque(self);
    if (sk_type_of(self) == &sk_deque_type) {
        SkValue new = deque_new(&sk_deque_type, NULL, 0, SK_EMPTY);
        if (sk_is_empty(new)) return new;
        size_t n;
        sk_as_deque(new)->maxlen = maxlen_of(d);
        SkValue *items = snapshot(d, 0, &n, NULL);
        if (items && replace_content(sk_as_deque(new), items, n)) {
            sk_free(items);
            return new;
        }
        if (items) release_all(items, n);
        sk_release(new);
        return SK_EMPTY;
    }
    SkValue cls = sk_type_value(sk_type_of(self));
    SK_AUTO SkValue new = SK_EMPTY;
    if (maxlen_of(d) < 0) {
        new = sk_call1(cls, self);
    } else {
        SK_AUTO SkValue names = sk_tuple_pack(1, sk_intern_s("maxlen"));
        SK_AUTO SkValue maxlen = sk_int_from_int64(maxlen_of(d));
        if (!sk_is_empty(names)) new = sk_call(cls, (SkValue[]){self, maxlen}, 1, names);
    }
    if (sk_is_empty(new) || sk_is_deque(new)) return sk_move(&new);
    return sk_raise(sk_exc_TypeError, "%.200s() must return a deque, not %.200T", sk_type_of(self)->name, new);
}

// ---- items ------------------------------------------------------------------------------------------------------------------

static int64_t deque_len(SkValue self) { return (int64_t)sk_deque_len(self); }

static SkValue deque_item(SkValue self, int64_t i) {
    bool changed;
    SkValue v = i < 0 ? SK_EMPTY : sk_deque_load(sk_as_deque(self), (size_t)i, NULL, &changed);
    return sk_is_empty(v) ? sk_raise(sk_exc_IndexError, "deque index out of range") : v;
}

// Takes the item at i out, moving the shorter side up. SK_EMPTY if there is none.
static SkValue remove_locked(SkDeque *d, size_t i) {
    size_t n = sk_load_relaxed(&d->length);
    if (i >= n) return SK_EMPTY;
    SkValue v = sk_slot_peek(slot_locked(d, i));
    sk_flag_removed_locked(&d->header, v);
    if (i < n / 2) {
        for (size_t k = i; k > 0; k--) sk_slot_publish(slot_locked(d, k), sk_slot_peek(slot_locked(d, k - 1)));
        sk_slot_publish(slot_locked(d, 0), SK_EMPTY);
        d->start = (d->start + 1) & (sk_load_relaxed(&d->ring)->capacity - 1);
    } else {
        for (size_t k = i; k + 1 < n; k++) sk_slot_publish(slot_locked(d, k), sk_slot_peek(slot_locked(d, k + 1)));
        sk_slot_publish(slot_locked(d, n - 1), SK_EMPTY);
    }
    sk_store_relaxed(&d->length, n - 1);
    d->changes++;
    return v;
}

static bool deque_set_item(SkValue self, int64_t i, SkValue value) {
    SkDeque *d = sk_as_deque(self);
    SkValue old = SK_EMPTY, new = sk_retain(value);
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    if (i >= 0 && (size_t)i < sk_load_relaxed(&d->length)) {
        if (sk_is_empty(value)) {
            old = remove_locked(d, (size_t)i);
        } else {
            SkSlot *s = slot_locked(d, (size_t)i);
            old = sk_slot_peek(s);
            sk_flag_removed_locked(&d->header, old);
            sk_slot_publish(s, new);
        }
    }
    sk_unlock(&d->header);
    if (!sk_is_empty(old)) return sk_release(old), true;
    sk_release(new);
    return sk_raise_false(sk_exc_IndexError, "deque index out of range");
}

// The position of the first item from `from` below `to` that equals v: *at. 1, 0, -1.
static int find(SkDeque *d, SkValue v, size_t from, size_t to, size_t *at) {
    uint64_t changes = sk_deque_changes(d);
    for (size_t i = from; i < to; i++) {
        bool changed = false;
        SK_AUTO SkValue item = sk_own(sk_deque_load(d, i, &changes, &changed));
        if (changed) return changed_error(), -1;
        if (sk_is_empty(item)) return 0;
        int r = sk_compare_bool(item, v, SK_EQ);
        if (r < 0) return -1;
        if (r) {
            *at = i;
            return 1;
        }
        if (sk_deque_changes(d) != changes) return changed_error(), -1;
    }
    if (sk_deque_changes(d) != changes) return changed_error(), -1;  // by the last comparison
    return 0;
}

static int deque_contains(SkValue self, SkValue v) {
    size_t at;
    return find(sk_as_deque(self), v, 0, SIZE_MAX, &at);
}

// ---- operators ----------------------------------------------------------------------------------------------------------------

static SkValue deque_concat(SkValue a, SkValue b) {
    if (!sk_is_deque(b)) return sk_raise(sk_exc_TypeError, "can only concatenate deque (not \"%.200T\") to deque", b);
    SkValue new = copy(a);
    if (sk_is_empty(new)) return new;
    SK_AUTO SkValue r = extend(new, b, false) ? new : SK_EMPTY;
    if (sk_is_empty(r)) sk_release(new);
    return sk_move(&r);
}

static SkValue deque_inplace_concat(SkValue a, SkValue b) { return extend(a, b, false) ? sk_dup(a) : SK_EMPTY; }

static bool repeat_content(SkDeque *d, int64_t count) {
    size_t n;
    if (count == 1 && maxlen_of(d) < 0) return true;
    SkValue *items = snapshot(d, 0, &n, NULL);
    if (!items) return false;
    size_t total = 0, limit = maxlen_of(d) < 0 ? SIZE_MAX : (size_t)maxlen_of(d);
    if (count > 0 && n && (size_t)count > PTRDIFF_MAX / sizeof(SkValue) / n) {
        if (limit == SIZE_MAX) return release_all(items, n), sk_raise_memory(), false;
        count = (int64_t)(limit / n + 1);
    }
    if (count > 0) total = n * (size_t)count;
    size_t keep = total < limit ? total : limit, skip = total - keep;
    SkValue *all = sk_malloc((keep + 1) * sizeof *all);
    if (!all) return release_all(items, n), sk_raise_memory(), false;
    for (size_t i = 0; i < keep; i++) all[i] = sk_retain(items[(skip + i) % n]);
    release_all(items, n);
    if (!replace_content(d, all, keep)) return release_all(all, keep), false;
    sk_free(all);
    return true;
}

static SkValue deque_repeat(SkValue self, int64_t count) {
    SkValue new = copy(self);
    if (sk_is_empty(new)) return new;
    if (repeat_content(sk_as_deque(new), count)) return new;
    sk_release(new);
    return SK_EMPTY;
}
static SkValue deque_inplace_repeat(SkValue self, int64_t count) { return repeat_content(sk_as_deque(self), count) ? sk_dup(self) : SK_EMPTY; }

static SkValue deque_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_deque(a) || !sk_is_deque(b)) return SK_NOT_IMPLEMENTED;
    if ((op == SK_EQ || op == SK_NE)) {
        if (sk_is(a, b)) return sk_bool(op == SK_EQ);
        if (sk_deque_len(a) != sk_deque_len(b)) return sk_bool(op == SK_NE);
    }
    uint64_t ca = sk_deque_changes(sk_as_deque(a)), cb = sk_deque_changes(sk_as_deque(b));
    for (size_t i = 0;; i++) {
        bool changed = false;
        SK_AUTO SkValue x = sk_own(sk_deque_load(sk_as_deque(a), i, &ca, &changed));
        SK_AUTO SkValue y = changed ? SK_EMPTY : sk_own(sk_deque_load(sk_as_deque(b), i, &cb, &changed));
        if (changed) return changed_error(), SK_EMPTY;
        if (sk_is_empty(x) || sk_is_empty(y)) {
            int c = sk_is_empty(x) ? (sk_is_empty(y) ? 0 : -1) : 1;
            bool r = op == SK_LT ? c < 0 : op == SK_LE ? c <= 0 : op == SK_EQ ? c == 0 : op == SK_NE ? c != 0 : op == SK_GT ? c > 0 : c >= 0;
            return sk_bool(r);
        }
        int same = sk_compare_bool(x, y, SK_EQ);
        if (same < 0) return SK_EMPTY;
        if (same) continue;
        if (op == SK_EQ || op == SK_NE) return sk_bool(op == SK_NE);
        return sk_compare(x, y, op);
    }
}

static SkValue deque_repr(SkValue self) {
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("[...]");
    SK_AUTO SkValue list = sk_to_list(self);
    SK_AUTO SkValue text = sk_is_empty(list) ? SK_EMPTY : sk_repr(list);
    sk_repr_leave(self);
    if (sk_is_empty(text)) return SK_EMPTY;
    SK_AUTO SkValue name = sk_getattr(sk_type_value(sk_type_of(self)), SK_N(__name__));
    if (sk_is_empty(name)) return name;
    int64_t maxlen = maxlen_of(sk_as_deque(self));
    return maxlen < 0 ? sk_str_format("%S(%S)", name, text) : sk_str_format("%S(%S, maxlen=%lld)", name, text, (long long)maxlen);
}

// ---- methods --------------------------------------------------------------------------------------------------------------------

static SkValue d_append(SkValue self, SkValue v) { return add(sk_as_deque(self), sk_retain(v), false) ? SK_NONE : SK_EMPTY; }
static SkValue d_appendleft(SkValue self, SkValue v) { return add(sk_as_deque(self), sk_retain(v), true) ? SK_NONE : SK_EMPTY; }
static SkValue d_pop(SkValue self) { return take(sk_as_deque(self), false); }
static SkValue d_popleft(SkValue self) { return take(sk_as_deque(self), true); }
static SkValue d_extend(SkValue self, SkValue iterable) { return extend(self, iterable, false) ? SK_NONE : SK_EMPTY; }
static SkValue d_extendleft(SkValue self, SkValue iterable) { return extend(self, iterable, true) ? SK_NONE : SK_EMPTY; }
static SkValue d_clear(SkValue self) {
    empty_out(sk_as_deque(self));
    return SK_NONE;
}

static SkValue d_rotate(SkValue self, const SkValue *args, size_t nargs) {
    int64_t n = 1;
    if (!sk_check_nargs("rotate", nargs, 0, 1) || (nargs && !sk_index_as_int64(args[0], &n, sk_exc_OverflowError))) return SK_EMPTY;
    SkDeque *d = sk_as_deque(self);
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    size_t len = sk_load_relaxed(&d->length);
    if (len > 1) {
        size_t steps = (size_t)(((n % (int64_t)len) + (int64_t)len) % (int64_t)len), mask = sk_load_relaxed(&d->ring)->capacity - 1;
        bool right = steps <= len / 2;
        for (size_t k = right ? steps : len - steps; k > 0; k--) {
            // The item never leaves the deque: while the lock is held nobody can see it missing.
            SkSlot *from = slot_locked(d, right ? len - 1 : 0);
            SkValue v = sk_slot_peek(from);
            sk_slot_publish(from, SK_EMPTY);
            d->start = (right ? d->start - 1 : d->start + 1) & mask;
            sk_slot_publish(slot_locked(d, right ? 0 : len - 1), v);
        }
        d->changes++;
    }
    sk_unlock(&d->header);
    return SK_NONE;
}

static SkValue d_reverse(SkValue self) {
    SkDeque *d = sk_as_deque(self);
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    size_t n = sk_load_relaxed(&d->length);
    for (size_t i = 0; i < n / 2; i++) {
        SkSlot *a = slot_locked(d, i), *b = slot_locked(d, n - 1 - i);
        SkValue v = sk_slot_peek(a);
        sk_slot_publish(a, sk_slot_peek(b));
        sk_slot_publish(b, v);
    }
    sk_unlock(&d->header);
    return SK_NONE;
}

static SkValue d_count(SkValue self, SkValue v) {
    SkDeque *d = sk_as_deque(self);
    uint64_t changes = sk_deque_changes(d);
    int64_t count = 0;
    for (size_t i = 0;; i++) {
        bool changed = false;
        SK_AUTO SkValue item = sk_own(sk_deque_load(d, i, &changes, &changed));
        if (changed) return changed_error(), SK_EMPTY;
        if (sk_is_empty(item)) return sk_from_small_int(count);
        int r = sk_compare_bool(item, v, SK_EQ);
        if (r < 0) return SK_EMPTY;
        count += r;
    }
}

static SkValue d_index(SkValue self, const SkValue *args, size_t nargs) {
    SkDeque *d = sk_as_deque(self);
    if (!sk_check_nargs("index", nargs, 1, 3)) return SK_EMPTY;
    int64_t n = (int64_t)sk_deque_len(self), start = 0, stop = n;
    if (nargs > 1 && !sk_slice_bound(args[1], n, &start)) return SK_EMPTY;
    if (nargs > 2 && !sk_slice_bound(args[2], n, &stop)) return SK_EMPTY;
    if (stop > n) stop = n;
    size_t at = 0;
    int r = find(d, args[0], (size_t)start, (size_t)(stop < 0 ? 0 : stop), &at);
    if (r < 0) return SK_EMPTY;
    return r ? sk_from_small_int((int64_t)at) : sk_raise(sk_exc_ValueError, "deque.index(x): x not in deque");
}

static SkValue d_insert(SkValue self, const SkValue *args, size_t nargs) {
    SkDeque *d = sk_as_deque(self);
    int64_t i;
    if (!sk_check_nargs("insert", nargs, 2, 2) || !sk_index_as_int64(args[0], &i, sk_exc_OverflowError)) return SK_EMPTY;
    SkDequeRing *old = NULL;
    SkValue v = sk_retain(args[1]);
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    size_t n = sk_load_relaxed(&d->length);
    bool full = d->maxlen >= 0 && n >= (size_t)d->maxlen;
    bool ok = !full && grow_locked(d, &old);
    if (ok) {
        if (i < 0) i += (int64_t)n;
        size_t at = i < 0 ? 0 : (size_t)i > n ? n : (size_t)i;
        if (at < n / 2) {
            d->start = (d->start - 1) & (sk_load_relaxed(&d->ring)->capacity - 1);
            for (size_t k = 0; k < at; k++) sk_slot_publish(slot_locked(d, k), sk_slot_peek(slot_locked(d, k + 1)));
        } else {
            for (size_t k = n; k > at; k--) sk_slot_publish(slot_locked(d, k), sk_slot_peek(slot_locked(d, k - 1)));
        }
        sk_slot_publish(slot_locked(d, at), v);
        sk_store_relaxed(&d->length, n + 1);
        d->changes++;
    }
    sk_unlock(&d->header);
    if (old) sk_buffer_retire(&d->header, old, ring_size(old));
    if (ok) return SK_NONE;
    sk_release(v);
    return full ? sk_raise(sk_exc_IndexError, "deque already at its maximum size") : sk_raise_memory();
}

static SkValue d_remove(SkValue self, SkValue v) {
    SkDeque *d = sk_as_deque(self);
    uint64_t changes = sk_deque_changes(d);
    for (size_t i = 0;; i++) {
        bool changed = false;
        SK_AUTO SkValue item = sk_own(sk_deque_load(d, i, &changes, &changed));
        if (changed) return sk_raise(sk_exc_IndexError, "deque mutated during iteration");
        if (sk_is_empty(item)) return sk_raise(sk_exc_ValueError, "deque.remove(x): x not in deque");
        int r = sk_compare_bool(item, v, SK_EQ);
        if (r < 0) return SK_EMPTY;
        if (r == 0) continue;
        SkValue out = SK_EMPTY;
        sk_lock(&d->header);
        sk_write_begin_locked(&d->header);
        if (d->changes == changes) out = remove_locked(d, i);
        sk_unlock(&d->header);
        if (sk_is_empty(out)) return sk_raise(sk_exc_IndexError, "deque mutated during iteration");
        sk_release(out);
        return SK_NONE;
    }
}

static SkValue d_reduce(SkValue self) {
    int64_t maxlen = maxlen_of(sk_as_deque(self));
    SK_AUTO SkValue state = sk_call_method_s(self, "__getstate__", NULL, 0);
    SK_AUTO SkValue it = sk_is_empty(state) ? SK_EMPTY : sk_iter(self);
    SK_AUTO SkValue limit = sk_int_from_int64(maxlen);
    SK_AUTO SkValue args = sk_is_empty(it) ? SK_EMPTY : maxlen < 0 ? sk_empty_tuple() : sk_tuple_pack(2, sk_empty_tuple(), limit);
    return sk_is_empty(args) ? args : sk_tuple_pack(4, sk_type_value(sk_type_of(self)), args, state, it);
}

static SkValue d_sizeof(SkValue self) {
    SkDeque *d = sk_as_deque(self);
    sk_lock(&d->header);
    SkDequeRing *r = sk_load_relaxed(&d->ring);
    size_t n = sk_type_of(self)->head.basic_size + (r ? ring_size(r) : 0);
    sk_unlock(&d->header);
    return sk_from_small_int((int64_t)n);
}

static SkValue get_maxlen(SkValue self, void *unused) {
    (void)unused;
    int64_t maxlen = maxlen_of(sk_as_deque(self));
    return maxlen < 0 ? SK_NONE : sk_int_from_int64(maxlen);
}

static const SkMethodDef methods[] = {
    {.name = "append", .kind = SK_ONEARG, .onearg = d_append, .sig = "(item, /)", .doc = "Add an element to the right side of the deque."},
    {.name = "appendleft", .kind = SK_ONEARG, .onearg = d_appendleft, .sig = "(item, /)", .doc = "Add an element to the left side of the deque."},
    {.name = "clear", .kind = SK_NOARGS, .noargs = d_clear, .sig = "()", .doc = "Remove all elements from the deque."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {.name = "__copy__", .kind = SK_NOARGS, .noargs = copy, .sig = "()", .doc = "Return a shallow copy of a deque."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = copy, .sig = "()", .doc = "Return a shallow copy of a deque."},
    {.name = "count", .kind = SK_ONEARG, .onearg = d_count, .sig = "(value, /)", .doc = "Return number of occurrences of value."},
    {.name = "extend", .kind = SK_ONEARG, .onearg = d_extend, .sig = "(iterable, /)", .doc = "Extend the right side of the deque with elements from the iterable."},
    {.name = "extendleft", .kind = SK_ONEARG, .onearg = d_extendleft, .sig = "(iterable, /)", .doc = "Extend the left side of the deque with elements from the iterable."},
    {.name = "index", .kind = SK_FAST, .fast = d_index, .sig = "(value, [start, [stop]])", .doc = "Return first index of value."},
    {.name = "insert", .kind = SK_FAST, .fast = d_insert, .sig = "(index, value, /)", .doc = "Insert value before index."},
    {.name = "pop", .kind = SK_NOARGS, .noargs = d_pop, .sig = "()", .doc = "Remove and return the rightmost element."},
    {.name = "popleft", .kind = SK_NOARGS, .noargs = d_popleft, .sig = "()", .doc = "Remove and return the leftmost element."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = d_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "remove", .kind = SK_ONEARG, .onearg = d_remove, .sig = "(value, /)", .doc = "Remove first occurrence of value."},
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = sk_deque_reversed, .sig = "()", .doc = "Return a reverse iterator over the deque."},
    {.name = "reverse", .kind = SK_NOARGS, .noargs = d_reverse, .sig = "()", .doc = "Reverse in place."},
    {.name = "rotate", .kind = SK_FAST, .fast = d_rotate, .sig = "(n=1, /)", .doc = "Rotate the deque n steps to the right; to the left if n is negative."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = d_sizeof, .sig = "()", .doc = "Return the size of the deque in memory, in bytes."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"maxlen", get_maxlen, NULL, "maximum size of a deque or None if unbounded", NULL},
    {0},
};

SkType sk_deque_type = {
    SK_TYPE_HEAD(0, sizeof(SkDeque), deque_trace, deque_clear_refs, deque_destroy),
    .name = "collections.deque",
    .doc = "deque([iterable[, maxlen]])\n--\n\nA sequence that is quick to change at both ends.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_WEAKREF | SK_TF_SEQUENCE,
    .new_ = deque_new,
    .init = deque_init,
    .repr = deque_repr,
    .iter = sk_deque_iter,
    .hash = sk_hash_not_implemented,
    .compare = deque_compare,
    .container = {.len = deque_len, .concat = deque_concat, .inplace_concat = deque_inplace_concat, .repeat = deque_repeat,
                  .inplace_repeat = deque_inplace_repeat, .item = deque_item, .set_item = deque_set_item, .contains = deque_contains},
    .methods = methods,
    .getset = getset,
};
