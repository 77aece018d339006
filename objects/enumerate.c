#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/iter.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot iterator, start;  // never change but for the collector's clearing
    _Atomic int64_t count;   // items handed out: any thread
    SkSlot spare;            // the last result, to be used again (sk_tuple_steal_into)
} Enumerate;

static void enumerate_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Enumerate *)o)->iterator, visit, arg);
    sk_slot_visit(&((Enumerate *)o)->start, visit, arg);
    sk_slot_visit(&((Enumerate *)o)->spare, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void enumerate_clear(SkObject *o) {
    sk_slot_set(o, &((Enumerate *)o)->iterator, SK_EMPTY);
    sk_slot_set(o, &((Enumerate *)o)->spare, SK_EMPTY);
    sk_instance_clear(o);
}

static void enumerate_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Enumerate *)o)->iterator);
    sk_slot_destroy(o, &((Enumerate *)o)->start);
    sk_slot_destroy(o, &((Enumerate *)o)->spare);
    sk_instance_free(o, 0);
}

// (iterable, start=0), with messages of their own.
static bool parse(const SkValue *args, size_t nargs, SkValue kwnames, SkValue *iterable, SkValue *start) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    *iterable = nargs > 0 ? args[0] : SK_EMPTY;
    *start = nargs > 1 ? args[1] : SK_EMPTY;
    if (nargs + nkw > 2) return sk_raise_false(sk_exc_TypeError, "enumerate() takes at most 2 arguments (%zu given)", nargs + nkw);
    for (size_t i = 0; i < nkw; i++) {
        SkValue name = sk_tuple_peek(kwnames, i);
        SkValue *to = sk_str_equals_ascii(name, "iterable") ? iterable : sk_str_equals_ascii(name, "start") ? start : NULL;
        if (!to || !sk_is_empty(*to))
            return sk_raise_false(sk_exc_TypeError, "%R is an invalid keyword argument for enumerate()", name);
        *to = args[nargs + i];
    }
    return !sk_is_empty(*iterable) ||
           sk_raise_false(sk_exc_TypeError, "enumerate() missing required argument 'iterable'");
}

static SkValue enumerate_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue iterable, first;
    if (!parse(args, nargs, kwnames, &iterable, &first)) return SK_EMPTY;
    SK_AUTO SkValue start = sk_is_empty(first) ? sk_from_small_int(0) : sk_index(first);
    SK_AUTO SkValue it = sk_is_empty(start) ? SK_EMPTY : sk_iter(iterable);
    if (sk_is_empty(it)) return SK_EMPTY;
    Enumerate *e = (Enumerate *)sk_type_alloc(type, 0);
    if (!e) return SK_EMPTY;
    sk_slot_init(&e->iterator, sk_move(&it));
    sk_slot_init(&e->start, sk_move(&start));
    return sk_counted(e);
}

static SkValue number(Enumerate *e, int64_t count) {
    SkValue start = sk_slot_peek(&e->start);
    if (sk_is_small_int(start)) return sk_int_from_int64(sk_small_int(start) + count);
    SK_AUTO SkValue n = sk_int_from_int64(count);
    return sk_is_empty(n) ? SK_EMPTY : sk_own(sk_int_add(start, n));
}

static SkValue enumerate_next(SkValue self) {
    Enumerate *e = (Enumerate *)sk_ptr(self);
    SkValue it = sk_slot_peek(&e->iterator);
    if (sk_is_empty(it)) return SK_EMPTY;
    SkValue item = sk_next_at_hand(it);
    item = sk_own(sk_is_empty(item) ? sk_next_or_stop(it) : item);
    if (sk_is_empty(item)) return SK_EMPTY;
    int64_t count = sk_load_relaxed(&e->count);
    while (!sk_claim(&e->count, count, count + 1)) count = sk_load_relaxed(&e->count);
    SkValue n = number(e, count);
    if (!sk_is_empty(n)) return sk_tuple_pair_into(&e->spare, n, item);
    sk_release(item);
    return SK_EMPTY;
}

static SkValue enumerate_reduce(SkValue self) {
    Enumerate *e = (Enumerate *)sk_ptr(self);
    SK_AUTO SkValue it = sk_slot_get(&e->header, &e->iterator);
    SK_AUTO SkValue n = number(e, sk_load_relaxed(&e->count));
    SK_AUTO SkValue args = sk_is_empty(n) || sk_is_empty(it) ? SK_EMPTY : sk_tuple_pack(2, it, n);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static const SkMethodDef enumerate_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = enumerate_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)",
     .doc = "enumerate[int] as a type."},
    {0},
};

SkType sk_enumerate_type = {
    SK_TYPE_HEAD(SK_T_ENUMERATE, sizeof(Enumerate), enumerate_trace, enumerate_clear, enumerate_destroy),
    .name = "enumerate",
    .doc = "enumerate(iterable, start=0)\n--\n\nPairs of a count, from start on, and an item of the iterable.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = enumerate_new,
    .iter = sk_iter_self,
    .iternext = enumerate_next,
    .methods = enumerate_methods,
};
