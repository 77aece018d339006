// range and its iterators. Small numbers, which is nearly all, go through int64; the others through objects/int.
#include "objects/range.h"

#include "objects/error.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkRange *as_range(SkValue v) { return (SkRange *)sk_ptr(v); }
static SkValue start_of(SkValue v) { return sk_slot_peek(&as_range(v)->start); }
static SkValue stop_of(SkValue v) { return sk_slot_peek(&as_range(v)->stop); }
static SkValue step_of(SkValue v) { return sk_slot_peek(&as_range(v)->step); }
static SkValue length_of(SkValue v) { return sk_slot_peek(&as_range(v)->length); }

static const SkValue one = {(UINT64_C(1) << 2) | SK_TAG_INT};
static const SkValue zero = {SK_TAG_INT};

static void range_trace(SkObject *o, SkVisit visit, void *arg) {
    SkRange *r = (SkRange *)o;
    sk_slot_visit(&r->start, visit, arg);
    sk_slot_visit(&r->stop, visit, arg);
    sk_slot_visit(&r->step, visit, arg);
    sk_slot_visit(&r->length, visit, arg);
}

static void range_destroy(SkObject *o) {
    SkRange *r = (SkRange *)o;
    sk_slot_destroy(o, &r->start);
    sk_slot_destroy(o, &r->stop);
    sk_slot_destroy(o, &r->step);
    sk_slot_destroy(o, &r->length);
    sk_object_free(o, sizeof *r);
}

// ---- making -----------------------------------------------------------------------------------------------------------

// (a - b - 1) // step + 1 for step > 0, 0 if a <= b.
static SkValue count_between(SkValue a, SkValue b, SkValue step) {
    if (sk_int_compare(a, b) <= 0) return zero;
    SK_AUTO SkValue distance = sk_own(sk_int_sub(a, b));
    if (sk_is_empty(distance)) return SK_EMPTY;
    SK_AUTO SkValue less = sk_own(sk_int_sub(distance, one));
    if (sk_is_empty(less)) return SK_EMPTY;
    SK_AUTO SkValue steps = sk_own(sk_int_floordiv(less, step));
    return sk_is_empty(steps) ? SK_EMPTY : sk_own(sk_int_add(steps, one));
}

static SkValue compute_length(SkValue start, SkValue stop, SkValue step) {
    if (sk_is_small_int(start) && sk_is_small_int(stop) && sk_is_small_int(step)) {
        // 62-bit numbers: no difference overflows.
        int64_t a = sk_small_int(start), b = sk_small_int(stop), by = sk_small_int(step);
        int64_t n = by > 0 ? (a < b ? (b - a - 1) / by + 1 : 0) : (a > b ? (a - b - 1) / -by + 1 : 0);
        return sk_int_from_int64(n);
    }
    if (sk_int_sign(step) > 0) return count_between(stop, start, step);
    SK_AUTO SkValue positive = sk_own(sk_int_neg(step));
    return sk_is_empty(positive) ? SK_EMPTY : count_between(start, stop, positive);
}

SkValue sk_range_new(SkValue start, SkValue stop, SkValue step) {
    SkValue length = compute_length(start, stop, step);
    if (sk_is_empty(length)) return SK_EMPTY;
    SkRange *r = (SkRange *)sk_container_new(&sk_range_type.head, sizeof *r);
    if (!r) {
        sk_release(length);
        return sk_raise_memory();
    }
    sk_slot_init(&r->start, sk_retain(start));
    sk_slot_init(&r->stop, sk_retain(stop));
    sk_slot_init(&r->step, sk_retain(step));
    sk_slot_init(&r->length, length);
    return sk_counted(r);
}

static SkValue range_call(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    if (!sk_no_kwargs("range", kwnames) || !sk_check_nargs("range", nargs, 1, 3)) return SK_EMPTY;
    SK_AUTO SkValue first = sk_index(args[0]);
    if (sk_is_empty(first)) return SK_EMPTY;
    if (nargs == 1) return sk_range_new(zero, first, one);
    SK_AUTO SkValue stop = sk_index(args[1]);
    if (sk_is_empty(stop)) return SK_EMPTY;
    SK_AUTO SkValue step = nargs > 2 ? sk_index(args[2]) : one;
    if (sk_is_empty(step)) return SK_EMPTY;
    if (sk_int_sign(step) == 0) return sk_raise(sk_exc_ValueError, "range() arg 3 must not be zero");
    return sk_range_new(first, stop, step);
}

bool sk_range_small(SkValue range, int64_t *start, int64_t *step, int64_t *length) {
    SkValue a = start_of(range), by = step_of(range), n = length_of(range);
    if (!sk_is_small_int(a) || !sk_is_small_int(by) || !sk_is_small_int(n)) return false;
    *start = sk_small_int(a);
    *step = sk_small_int(by);
    *length = sk_small_int(n);
    int64_t end;
    return !__builtin_mul_overflow(*length, *step, &end) && !__builtin_add_overflow(end, *start, &end);
}

// ---- reading -----------------------------------------------------------------------------------------------------------

static int64_t range_len(SkValue self) {
    int64_t n;
    if (sk_int_fits_int64(length_of(self), &n)) return n;
    sk_raise(sk_exc_OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
}

static int range_bool(SkValue self) { return sk_int_sign(length_of(self)) > 0; }

// start + i * step
static SkValue value_at(SkValue start, SkValue step, SkValue i) {
    SK_AUTO SkValue offset = sk_own(sk_int_mul(i, step));
    return sk_is_empty(offset) ? SK_EMPTY : sk_own(sk_int_add(start, offset));
}

static SkValue out_of_range(void) { return sk_raise(sk_exc_IndexError, "range object index out of range"); }

static SkValue range_item(SkValue self, int64_t i) {
    int64_t start, step, n;
    if (sk_range_small(self, &start, &step, &n))
        return i < 0 || i >= n ? out_of_range() : sk_int_from_int64(start + i * step);
    SK_AUTO SkValue index = sk_int_from_int64(i);
    if (sk_is_empty(index)) return SK_EMPTY;
    if (i < 0 || sk_int_compare(index, length_of(self)) >= 0) return out_of_range();
    return value_at(start_of(self), step_of(self), index);
}

static SkValue range_slice(SkValue self, SkValue slice) {
    SkValue from, to, by;
    if (!sk_slice_indices(slice, length_of(self), &from, &to, &by)) return SK_EMPTY;
    SK_AUTO SkValue start = value_at(start_of(self), step_of(self), from);
    SK_AUTO SkValue stop = value_at(start_of(self), step_of(self), to);
    SK_AUTO SkValue step = sk_own(sk_int_mul(step_of(self), by));
    sk_release(from);
    sk_release(to);
    sk_release(by);
    if (sk_is_empty(start) || sk_is_empty(stop) || sk_is_empty(step)) return SK_EMPTY;
    return sk_range_new(start, stop, step);
}

static SkValue range_subscript(SkValue self, SkValue key) {
    if (sk_is_slice(key)) return range_slice(self, key);
    if (!sk_has_index_method(key))
        return sk_raise(sk_exc_TypeError, "range indices must be integers or slices, not %.200T", key);
    SK_AUTO SkValue i = sk_index(key);
    if (sk_is_empty(i)) return SK_EMPTY;
    if (sk_int_sign(i) < 0) {
        SkValue moved = sk_own(sk_int_add(i, length_of(self)));
        sk_release(i);
        i = moved;
        if (sk_is_empty(i)) return SK_EMPTY;
    }
    if (sk_int_sign(i) < 0 || sk_int_compare(i, length_of(self)) >= 0) return out_of_range();
    return value_at(start_of(self), step_of(self), i);
}

static bool is_plain_int(SkValue v) { return sk_is_exact_int(v) || sk_is_bool(v); }

// The position of an int in the range (an exact int), SK_NONE if it is not there, SK_EMPTY with an exception.
static SkValue find_int(SkValue self, SkValue v) {
    SK_AUTO SkValue distance = sk_own(sk_int_sub(v, start_of(self)));
    if (sk_is_empty(distance)) return SK_EMPTY;
    SK_AUTO SkValue rest = sk_own(sk_int_mod(distance, step_of(self)));
    if (sk_is_empty(rest)) return SK_EMPTY;
    if (sk_int_sign(rest) != 0) return SK_NONE;
    SK_AUTO SkValue i = sk_own(sk_int_floordiv(distance, step_of(self)));
    if (sk_is_empty(i)) return SK_EMPTY;
    return sk_int_sign(i) < 0 || sk_int_compare(i, length_of(self)) >= 0 ? SK_NONE : sk_move(&i);
}

static int range_contains(SkValue self, SkValue v) {
    if (is_plain_int(v)) {
        SK_AUTO SkValue i = find_int(self, v);
        return sk_is_empty(i) ? -1 : !sk_is_none(i);
    }
    SK_AUTO SkValue it = sk_iter(self);
    if (sk_is_empty(it)) return -1;
    for (;;) {
        SK_AUTO SkValue x = sk_own(sk_next(it));
        if (sk_is_empty(x)) return sk_error_occurred() ? -1 : 0;
        int same = sk_compare_bool(x, v, SK_EQ);
        if (same) return same;
    }
}

static SkValue range_count(SkValue self, SkValue v) {
    if (is_plain_int(v)) {
        int in = range_contains(self, v);
        return in < 0 ? SK_EMPTY : sk_from_small_int(in);
    }
    SK_AUTO SkValue it = sk_iter(self);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (int64_t count = 0;;) {
        SK_AUTO SkValue x = sk_own(sk_next(it));
        if (sk_is_empty(x)) return sk_error_occurred() ? SK_EMPTY : sk_from_small_int(count);
        int same = sk_compare_bool(x, v, SK_EQ);
        if (same < 0) return SK_EMPTY;
        count += same;
    }
}

static SkValue range_index(SkValue self, SkValue v) {
    if (is_plain_int(v)) {
        SkValue i = find_int(self, v);
        return sk_is_none(i) ? sk_raise(sk_exc_ValueError, "range.index(x): x not in range") : i;
    }
    SK_AUTO SkValue it = sk_iter(self);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (int64_t i = 0;; i++) {
        SK_AUTO SkValue x = sk_own(sk_next(it));
        if (sk_is_empty(x))
            return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ValueError, "sequence.index(x): x not in sequence");
        int same = sk_compare_bool(x, v, SK_EQ);
        if (same) return same < 0 ? SK_EMPTY : sk_from_small_int(i);
    }
}

static bool same_range(SkValue a, SkValue b) {
    if (sk_int_compare(length_of(a), length_of(b))) return false;
    if (!range_bool(a)) return true;
    if (sk_int_compare(start_of(a), start_of(b))) return false;
    return sk_int_compare(length_of(a), one) == 0 || sk_int_compare(step_of(a), step_of(b)) == 0;
}

static SkValue range_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_range(a) || !sk_is_range(b) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    return sk_bool(same_range(a, b) == (op == SK_EQ));
}

static int64_t range_hash(SkValue self) {
    bool any = range_bool(self), several = any && sk_int_compare(length_of(self), one) != 0;
    SK_AUTO SkValue t = sk_tuple_pack(3, length_of(self), any ? start_of(self) : SK_NONE, several ? step_of(self) : SK_NONE);
    return sk_is_empty(t) ? -1 : sk_hash(t);
}

static SkValue range_repr(SkValue self) {
    if (sk_int_compare(step_of(self), one) == 0) return sk_str_format("range(%R, %R)", start_of(self), stop_of(self));
    return sk_str_format("range(%R, %R, %R)", start_of(self), stop_of(self), step_of(self));
}

static SkValue range_reduce(SkValue self) {
    SK_AUTO SkValue args = sk_tuple_pack(3, start_of(self), stop_of(self), step_of(self));
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(&sk_range_type), args);
}

// ---- the iterator over small numbers -------------------------------------------------------------------------------------

static SkValue small_iter(int64_t start, int64_t step, int64_t length) {
    SkRangeIter *it = (SkRangeIter *)sk_object_new(&sk_range_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    it->step = step;
    it->end = start + length * step;
    sk_store_relaxed(&it->next, start);
    return sk_counted(it);
}

static void small_destroy(SkObject *o) { sk_object_free(o, sizeof(SkRangeIter)); }

static SkValue small_next(SkValue self) {
    SkRangeIter *it = (SkRangeIter *)sk_ptr(self);
    for (;;) {
        int64_t v = sk_load_relaxed(&it->next);
        if (v == it->end) return SK_EMPTY;
        if (sk_claim(&it->next, v, v + it->step)) return sk_int_from_int64(v);
    }
}

static SkValue small_length_hint(SkValue self) {
    SkRangeIter *it = (SkRangeIter *)sk_ptr(self);
    return sk_int_from_int64((it->end - sk_load_relaxed(&it->next)) / it->step);
}

static SkValue pickled_iter(SkValue start, SkValue stop, SkValue step) {
    SK_AUTO SkValue range = sk_range_new(start, stop, step);
    SK_AUTO SkValue function = sk_is_empty(range) ? SK_EMPTY : sk_builtin("iter");
    SK_AUTO SkValue args = sk_is_empty(function) ? SK_EMPTY : sk_tuple_pack(1, range);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(3, function, args, SK_NONE);
}

static SkValue small_reduce(SkValue self) {
    SkRangeIter *it = (SkRangeIter *)sk_ptr(self);
    SK_AUTO SkValue start = sk_int_from_int64(sk_load_relaxed(&it->next));
    SK_AUTO SkValue stop = sk_int_from_int64(it->end);
    SK_AUTO SkValue step = sk_int_from_int64(it->step);
    if (sk_is_empty(start) || sk_is_empty(stop) || sk_is_empty(step)) return SK_EMPTY;
    return pickled_iter(start, stop, step);
}

static SkValue small_setstate(SkValue self, SkValue state) {
    SkRangeIter *it = (SkRangeIter *)sk_ptr(self);
    int64_t n;
    if (!sk_as_int64(state, &n)) return SK_EMPTY;
    int64_t from = sk_load_relaxed(&it->next), left = (it->end - from) / it->step;
    sk_store_relaxed(&it->next, from + (n < 0 ? 0 : n > left ? left : n) * it->step);
    return SK_NONE;
}

static const SkMethodDef small_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = small_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = small_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = small_setstate, .sig = "(object, /)", .doc = "Skip items."},
    {0},
};

SkType sk_range_iter_type = {
    SK_TYPE_HEAD(SK_T_RANGE_ITER, sizeof(SkRangeIter), NULL, NULL, small_destroy),
    .name = "range_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = small_next,
    .methods = small_methods,
};

// ---- the iterator over numbers of any size ----------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot start, stop, step;  // exact ints, never change; stop = start + length * step
    int64_t length;            // INT64_MAX if longer: nobody gets there
    _Atomic int64_t index;     // the next; any thread, by sk_claim
} LongIter;

static SkValue long_iter(SkValue start, SkValue step, SkValue length) {
    SkValue stop = value_at(start, step, length);
    if (sk_is_empty(stop)) return SK_EMPTY;
    LongIter *it = (LongIter *)sk_container_new(&sk_longrange_iter_type.head, sizeof *it);
    if (!it) {
        sk_release(stop);
        return sk_raise_memory();
    }
    sk_slot_init(&it->start, sk_retain(start));
    sk_slot_init(&it->stop, stop);
    sk_slot_init(&it->step, sk_retain(step));
    if (!sk_int_fits_int64(length, &it->length)) it->length = INT64_MAX;
    return sk_counted(it);
}

static void long_trace(SkObject *o, SkVisit visit, void *arg) {
    LongIter *it = (LongIter *)o;
    sk_slot_visit(&it->start, visit, arg);
    sk_slot_visit(&it->stop, visit, arg);
    sk_slot_visit(&it->step, visit, arg);
}

static void long_destroy(SkObject *o) {
    LongIter *it = (LongIter *)o;
    sk_slot_destroy(o, &it->start);
    sk_slot_destroy(o, &it->stop);
    sk_slot_destroy(o, &it->step);
    sk_object_free(o, sizeof *it);
}

static SkValue long_value(LongIter *it, int64_t i) {
    SK_AUTO SkValue index = sk_int_from_int64(i);
    return sk_is_empty(index) ? SK_EMPTY : value_at(sk_slot_peek(&it->start), sk_slot_peek(&it->step), index);
}

static SkValue long_next(SkValue self) {
    LongIter *it = (LongIter *)sk_ptr(self);
    for (;;) {
        int64_t i = sk_load_relaxed(&it->index);
        if (i >= it->length) return SK_EMPTY;
        if (sk_claim(&it->index, i, i + 1)) return long_value(it, i);
    }
}

static SkValue long_length_hint(SkValue self) {
    LongIter *it = (LongIter *)sk_ptr(self);
    SK_AUTO SkValue start = long_value(it, sk_load_relaxed(&it->index));
    return sk_is_empty(start) ? SK_EMPTY : compute_length(start, sk_slot_peek(&it->stop), sk_slot_peek(&it->step));
}

static SkValue long_reduce(SkValue self) {
    LongIter *it = (LongIter *)sk_ptr(self);
    SK_AUTO SkValue start = long_value(it, sk_load_relaxed(&it->index));
    return sk_is_empty(start) ? SK_EMPTY : pickled_iter(start, sk_slot_peek(&it->stop), sk_slot_peek(&it->step));
}

static SkValue long_setstate(SkValue self, SkValue state) {
    LongIter *it = (LongIter *)sk_ptr(self);
    int64_t n;
    if (!sk_index_as_int64(state, &n, NULL)) return SK_EMPTY;
    int64_t from = sk_load_relaxed(&it->index), left = it->length - from;
    sk_store_relaxed(&it->index, from + (n < 0 ? 0 : n > left ? left : n));
    return SK_NONE;
}

static const SkMethodDef long_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = long_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = long_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = long_setstate, .sig = "(object, /)", .doc = "Skip items."},
    {0},
};

SkType sk_longrange_iter_type = {
    SK_TYPE_HEAD(SK_T_LONGRANGE_ITER, sizeof(LongIter), long_trace, NULL, long_destroy),
    .name = "longrange_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = long_next,
    .methods = long_methods,
};

// ---- the type ---------------------------------------------------------------------------------------------------------------

static SkValue range_iter(SkValue self) {
    int64_t start, step, n;
    if (sk_range_small(self, &start, &step, &n)) return small_iter(start, step, n);
    return long_iter(start_of(self), step_of(self), length_of(self));
}

static SkValue range_reversed(SkValue self) {
    SK_AUTO SkValue last = sk_own(sk_int_sub(length_of(self), one));
    SK_AUTO SkValue start = sk_is_empty(last) ? SK_EMPTY : value_at(start_of(self), step_of(self), last);
    SK_AUTO SkValue step = sk_is_empty(start) ? SK_EMPTY : sk_own(sk_int_neg(step_of(self)));
    if (sk_is_empty(step)) return SK_EMPTY;
    int64_t first, by, n, end;
    if (sk_int_fits_int64(start, &first) && sk_int_fits_int64(step, &by) && sk_int_fits_int64(length_of(self), &n) &&
        !__builtin_mul_overflow(n, by, &end) && !__builtin_add_overflow(end, first, &end))
        return small_iter(first, by, n);
    return long_iter(start, step, length_of(self));
}

static const SkMethodDef range_methods[] = {
    {.name = "count", .kind = SK_ONEARG, .onearg = range_count, .sig = "(object, /)", .doc = "Return number of occurrences of value."},
    {.name = "index", .kind = SK_ONEARG, .onearg = range_index, .sig = "(object, /)",
     .doc = "Return the index of value; ValueError if it is not present."},
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = range_reversed, .sig = "()", .doc = "Iterate from the last number to the first."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = range_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

static const SkMemberDef range_members[] = {
    {"start", SK_MEMBER_OBJECT, offsetof(SkRange, start), true, NULL},
    {"stop", SK_MEMBER_OBJECT, offsetof(SkRange, stop), true, NULL},
    {"step", SK_MEMBER_OBJECT, offsetof(SkRange, step), true, NULL},
    {0},
};

SkType sk_range_type = {
    SK_TYPE_HEAD(SK_T_RANGE, sizeof(SkRange), range_trace, NULL, range_destroy),
    .name = "range",
    .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nThe integers from start (included) to "
           "stop (excluded), by step.",
    .flags = SK_TF_IMMUTABLE | SK_TF_SEQUENCE,
    .new_ = range_call,
    .repr = range_repr,
    .iter = range_iter,
    .hash = range_hash,
    .compare = range_compare,
    .number = {.bool_ = range_bool},
    .container = {.len = range_len, .item = range_item, .contains = range_contains, .get_key = range_subscript},
    .methods = range_methods,
    .members = range_members,
};
