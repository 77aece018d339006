#include "objects/slice.h"

#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkSlice *as_slice(SkValue v) { return (SkSlice *)sk_ptr(v); }
static SkValue start_of(SkValue v) { return sk_slot_peek(&as_slice(v)->start); }
static SkValue stop_of(SkValue v) { return sk_slot_peek(&as_slice(v)->stop); }
static SkValue step_of(SkValue v) { return sk_slot_peek(&as_slice(v)->step); }

static void slice_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSlice *s = (SkSlice *)o;
    sk_slot_visit(&s->start, visit, arg);
    sk_slot_visit(&s->stop, visit, arg);
    sk_slot_visit(&s->step, visit, arg);
}

static void slice_destroy(SkObject *o) {
    SkSlice *s = (SkSlice *)o;
    sk_slot_destroy(o, &s->start);
    sk_slot_destroy(o, &s->stop);
    sk_slot_destroy(o, &s->step);
    sk_object_free(o, sizeof *s);
}

SkValue sk_slice_new(SkValue start, SkValue stop, SkValue step) {
    // One of numbers and None is in no cycle.
    bool plain = !sk_is_ptr(start) && !sk_is_ptr(stop) && !sk_is_ptr(step);
    SkSlice *s = (SkSlice *)(plain ? sk_object_new(&sk_slice_type.head, sizeof *s) : sk_container_new(&sk_slice_type.head, sizeof *s));
    if (!s) return sk_raise_memory();
    sk_slot_init(&s->start, sk_is_empty(start) ? SK_NONE : sk_retain(start));
    sk_slot_init(&s->stop, sk_is_empty(stop) ? SK_NONE : sk_retain(stop));
    sk_slot_init(&s->step, sk_is_empty(step) ? SK_NONE : sk_retain(step));
    return sk_counted(s);
}

// ---- arithmetic -------------------------------------------------------------------------------------------------------

static bool slice_index(SkValue v, int64_t *out, const char *expected) {
    if (sk_is_small_int(v)) {
        *out = sk_small_int(v);
        return true;
    }
    if (!sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "%s", expected);
    return sk_index_as_int64(v, out, NULL);
}

static const char index_or_none[] = "slice indices must be integers or None or have an __index__ method";

bool sk_slice_bound(SkValue v, int64_t length, int64_t *out) {
    if (!slice_index(v, out, "slice indices must be integers or have an __index__ method")) return false;
    if (*out < 0) {
        *out += length;
        if (*out < 0) *out = 0;
    }
    return true;
}

bool sk_slice_unpack(SkValue slice, int64_t *start, int64_t *stop, int64_t *step) {
    *step = 1;
    if (!sk_is_none(step_of(slice))) {
        if (!slice_index(step_of(slice), step, index_or_none)) return false;
        if (*step == 0) return sk_raise_false(sk_exc_ValueError, "slice step cannot be zero");
        if (*step < -INT64_MAX) *step = -INT64_MAX;
    }
    *start = *step < 0 ? INT64_MAX : 0;
    if (!sk_is_none(start_of(slice)) && !slice_index(start_of(slice), start, index_or_none)) return false;
    *stop = *step < 0 ? INT64_MIN : INT64_MAX;
    return sk_is_none(stop_of(slice)) || slice_index(stop_of(slice), stop, index_or_none);
}

bool sk_slice_small(const SkValue parts[3], int64_t *start, int64_t *stop, int64_t *step) {
    for (int i = 0; i < 3; i++)
        if (!sk_is_none(parts[i]) && !sk_is_small_int(parts[i])) return false;
    *step = sk_is_none(parts[2]) ? 1 : sk_small_int(parts[2]);
    *start = !sk_is_none(parts[0]) ? sk_small_int(parts[0]) : *step < 0 ? INT64_MAX : 0;
    *stop = !sk_is_none(parts[1]) ? sk_small_int(parts[1]) : *step < 0 ? INT64_MIN : INT64_MAX;
    return *step != 0;
}

static int64_t adjust_bound(int64_t v, int64_t len, int64_t step) {
    if (v < 0) {
        v += len;
        return v >= 0 ? v : step < 0 ? -1 : 0;
    }
    return v < len ? v : step < 0 ? len - 1 : len;
}

int64_t sk_slice_adjust(int64_t len, int64_t *start, int64_t *stop, int64_t step) {
    *start = adjust_bound(*start, len, step);
    *stop = adjust_bound(*stop, len, step);
    if (step < 0) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

// ---- slice.indices: numbers of any size ---------------------------------------------------------------------------------

// A bound as an exact int within lower..upper; SK_EMPTY with an exception.
static SkValue big_bound(SkValue v, SkValue length, SkValue lower, SkValue upper, SkValue otherwise) {
    if (sk_is_none(v)) return sk_retain(otherwise);
    if (!sk_has_index_method(v)) return sk_raise(sk_exc_TypeError, "%s", index_or_none);
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return SK_EMPTY;
    if (sk_int_sign(i) < 0) {
        SkValue moved = sk_int_add(i, length);
        if (sk_is_empty(moved)) return SK_EMPTY;
        sk_release(i);
        i = sk_own(moved);
        if (sk_int_compare(i, lower) < 0) return sk_retain(lower);
    } else if (sk_int_compare(i, upper) > 0) {
        return sk_retain(upper);
    }
    return sk_move(&i);
}

bool sk_slice_indices(SkValue slice, SkValue length, SkValue *start_out, SkValue *stop_out, SkValue *step_out) {
    SK_AUTO SkValue step = sk_from_small_int(1);
    if (!sk_is_none(step_of(slice))) {
        if (!sk_has_index_method(step_of(slice))) return sk_raise_false(sk_exc_TypeError, "%s", index_or_none);
        step = sk_index(step_of(slice));
        if (sk_is_empty(step)) return false;
    }
    int sign = sk_int_sign(step);
    if (sign == 0) return sk_raise_false(sk_exc_ValueError, "slice step cannot be zero");
    bool down = sign < 0;
    SK_AUTO SkValue upper = down ? sk_own(sk_int_sub(length, sk_from_small_int(1))) : sk_retain(length);
    if (sk_is_empty(upper)) return false;
    SkValue lower = sk_from_small_int(down ? -1 : 0);
    SK_AUTO SkValue start = big_bound(start_of(slice), length, lower, upper, down ? upper : lower);
    if (sk_is_empty(start)) return false;
    SK_AUTO SkValue stop = big_bound(stop_of(slice), length, lower, upper, down ? lower : upper);
    if (sk_is_empty(stop)) return false;
    *start_out = sk_move(&start);
    *stop_out = sk_move(&stop);
    *step_out = sk_move(&step);
    return true;
}

static SkValue slice_indices(SkValue self, SkValue arg) {
    SK_AUTO SkValue length = sk_index(arg);
    if (sk_is_empty(length)) return SK_EMPTY;
    if (sk_int_sign(length) < 0) return sk_raise(sk_exc_ValueError, "length should not be negative");
    SkValue numbers[3];
    if (!sk_slice_indices(self, length, &numbers[0], &numbers[1], &numbers[2])) return SK_EMPTY;
    return sk_tuple_steal(numbers, 3);
}

// ---- the type -----------------------------------------------------------------------------------------------------------

static SkValue slice_call(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    if (!sk_no_kwargs("slice", kwnames) || !sk_check_nargs("slice", nargs, 1, 3)) return SK_EMPTY;
    if (nargs == 1) return sk_slice_new(SK_NONE, args[0], SK_NONE);
    return sk_slice_new(args[0], args[1], nargs > 2 ? args[2] : SK_NONE);
}

static SkValue parts(SkValue self) { return sk_tuple_pack(3, start_of(self), stop_of(self), step_of(self)); }

static SkValue slice_repr(SkValue self) {
    return sk_str_format("slice(%R, %R, %R)", start_of(self), stop_of(self), step_of(self));
}

static int64_t slice_hash(SkValue self) {
    SK_AUTO SkValue t = parts(self);
    return sk_is_empty(t) ? -1 : sk_hash(t);
}

static SkValue slice_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_slice(a) || !sk_is_slice(b)) return SK_NOT_IMPLEMENTED;
    if (sk_is(a, b)) return sk_bool(op == SK_EQ || op == SK_LE || op == SK_GE);
    SK_AUTO SkValue x = parts(a);
    SK_AUTO SkValue y = parts(b);
    return sk_is_empty(x) || sk_is_empty(y) ? SK_EMPTY : sk_compare(x, y, op);
}

static SkValue slice_reduce(SkValue self) {
    SK_AUTO SkValue args = parts(self);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(&sk_slice_type), args);
}

static const SkMethodDef slice_methods[] = {
    {.name = "indices", .kind = SK_ONEARG, .onearg = slice_indices, .sig = "(object, /)",
     .doc = "The (start, stop, step) that this slice means for a sequence of the given length."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = slice_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

static const SkMemberDef slice_members[] = {
    {"start", SK_MEMBER_OBJECT, offsetof(SkSlice, start), true, NULL},
    {"stop", SK_MEMBER_OBJECT, offsetof(SkSlice, stop), true, NULL},
    {"step", SK_MEMBER_OBJECT, offsetof(SkSlice, step), true, NULL},
    {0},
};

SkType sk_slice_type = {
    SK_TYPE_HEAD(SK_T_SLICE, sizeof(SkSlice), slice_trace, NULL, slice_destroy),
    .name = "slice",
    .doc = "slice(stop)\nslice(start, stop[, step])\n\nWhat stands in the brackets of a[start:stop:step].",
    .flags = SK_TF_IMMUTABLE,
    .new_ = slice_call,
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .methods = slice_methods,
    .members = slice_members,
};
