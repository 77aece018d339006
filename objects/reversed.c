// reversed over any sequence; list, dict, range and others have iterators of their own.
#include "objects/error.h"
#include "objects/int.h"
#include "objects/iter.h"
#include "objects/iter_internal.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"

static void reversed_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_index_iter_trace(o, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void reversed_clear(SkObject *o) {
    sk_index_iter_clear(o);
    sk_instance_clear(o);
}

static void reversed_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkIndexIter *)o)->of);
    sk_instance_free(o, 0);
}

static SkValue not_reversible(SkValue v) { return sk_raise(sk_exc_TypeError, "'%.200T' object is not reversible", v); }

static SkValue make(SkType *type, SkValue sequence) {
    SK_AUTO SkValue method = sk_lookup_special(sequence, SK_N(__reversed__));
    if (sk_is_none(method)) return not_reversible(sequence);
    if (!sk_is_empty(method)) return sk_call0(method);
    if (sk_error_occurred()) return SK_EMPTY;
    if (!sk_is_sequence(sequence)) return not_reversible(sequence);
    int64_t n = sk_len(sequence);
    if (n < 0) return SK_EMPTY;
    SkIndexIter *it = (SkIndexIter *)sk_type_alloc(type, 0);
    if (!it) return SK_EMPTY;
    sk_slot_init(&it->of, sk_retain(sequence));
    sk_store_relaxed(&it->index, n - 1);
    return sk_counted(it);
}

SkValue sk_reversed(SkValue sequence) { return make(&sk_reversed_type, sequence); }

static SkValue reversed_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if ((type == &sk_reversed_type || type->init == sk_reversed_type.init) && !sk_no_kwargs("reversed", kwnames))
        return SK_EMPTY;
    if (!sk_check_nargs("reversed", nargs, 1, 1)) return SK_EMPTY;
    return make(type, args[0]);
}

static SkValue reversed_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    if (!sk_multithreaded && sk_is_mine(&it->header)) {
        SkValue of = sk_slot_peek(&it->of);
        int64_t i = sk_load_relaxed(&it->index);
        bool tuple = sk_is_exact_tuple(of);
        if (i >= 0 && (tuple || sk_is_exact_str(of)) && (size_t)i < (tuple ? sk_tuple_len(of) : sk_str_len(of))) {
            sk_store_relaxed(&it->index, i - 1);
            return tuple ? sk_tuple_load(of, (size_t)i) : sk_str_char_word(sk_str_at(sk_as_str(of), (size_t)i));
        }
    }
    for (;;) {
        SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
        int64_t i = sk_load_relaxed(&it->index);
        if (sk_is_empty(of)) return SK_EMPTY;
        if (i >= 0 && !sk_claim(&it->index, i, i - 1)) continue;
        SkValue v = i < 0 ? SK_EMPTY : sk_getitem_i(of, i);
        if (!sk_is_empty(v)) return v;
        if (i < 0 || sk_error_clear_if(sk_exc_IndexError) || sk_error_clear_if(sk_exc_StopIteration)) {
            sk_store_relaxed(&it->index, -1);
            sk_index_iter_finish(it);
        }
        return SK_EMPTY;
    }
}

static SkValue reversed_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    if (sk_is_empty(of)) return sk_from_small_int(0);
    int64_t left = sk_load_relaxed(&it->index) + 1, n = sk_len(of);
    if (n < 0) return SK_EMPTY;
    return sk_from_small_int(n < left ? 0 : left);
}

static SkValue reversed_reduce(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    SkValue type = sk_type_value(sk_type_of(self));
    SK_AUTO SkValue args = sk_tuple_pack(1, sk_is_empty(of) ? sk_empty_tuple() : of);
    if (sk_is_empty(args)) return SK_EMPTY;
    if (sk_is_empty(of)) return sk_tuple_pack(2, type, args);
    SK_AUTO SkValue i = sk_int_from_int64(sk_load_relaxed(&it->index));
    return sk_tuple_pack(3, type, args, i);
}

static SkValue reversed_setstate(SkValue self, SkValue state) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    if (sk_is_empty(of)) return SK_NONE;
    int64_t n = sk_len(of);
    if (n < 0) return SK_EMPTY;
    sk_store_relaxed(&it->index, i < -1 ? -1 : i > n - 1 ? n - 1 : i);
    return SK_NONE;
}

static const SkMethodDef reversed_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = reversed_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = reversed_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = reversed_setstate, .sig = "(object, /)", .doc = "Set the position."},
    {0},
};

SkType sk_reversed_type = {
    SK_TYPE_HEAD(SK_T_REVERSED, sizeof(SkIndexIter), reversed_trace, reversed_clear, reversed_destroy),
    .name = "reversed",
    .doc = "reversed(sequence, /)\n--\n\nIterate the sequence from its last item to its first.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = reversed_new,
    .iter = sk_iter_self,
    .iternext = reversed_next,
    .methods = reversed_methods,
};
