#include "objects/error.h"
#include "objects/iter.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot function, iterator;  // never change but for the collector's clearing
} Filter;

static void filter_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Filter *)o)->function, visit, arg);
    sk_slot_visit(&((Filter *)o)->iterator, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void filter_clear(SkObject *o) {
    sk_slot_set(o, &((Filter *)o)->iterator, SK_EMPTY);
    sk_slot_set(o, &((Filter *)o)->function, SK_EMPTY);
    sk_instance_clear(o);
}

static void filter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Filter *)o)->function);
    sk_slot_destroy(o, &((Filter *)o)->iterator);
    sk_instance_free(o, 0);
}

static SkValue filter_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if ((type == &sk_filter_type || type->init == sk_filter_type.init) && !sk_no_kwargs("filter", kwnames)) return SK_EMPTY;
    if (!sk_check_nargs("filter", nargs, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(args[1]);
    if (sk_is_empty(it)) return SK_EMPTY;
    Filter *f = (Filter *)sk_type_alloc(type, 0);
    if (!f) return SK_EMPTY;
    sk_slot_init(&f->function, sk_retain(args[0]));
    sk_slot_init(&f->iterator, sk_move(&it));
    return sk_counted(f);
}

static int wanted(SkValue function, SkValue v) {
    if (sk_is_none(function) || sk_is(function, sk_type_value(&sk_bool_type))) return sk_truth(v);
    SK_AUTO SkValue answer = sk_call1(function, v);
    return sk_is_empty(answer) ? -1 : sk_truth(answer);
}

static SkValue filter_next(SkValue self) {
    Filter *f = (Filter *)sk_ptr(self);
    for (;;) {
        SkValue it = sk_slot_peek(&f->iterator);
        if (sk_is_empty(it)) return SK_EMPTY;
        SkValue at_hand = sk_next_at_hand(it);
        SK_AUTO SkValue v = sk_own(sk_is_empty(at_hand) ? sk_next_or_stop(it) : at_hand);
        if (sk_is_empty(v)) return SK_EMPTY;
        int want = wanted(sk_slot_peek(&f->function), v);
        if (want) return want < 0 ? SK_EMPTY : sk_move(&v);
    }
}

static SkValue filter_reduce(SkValue self) {
    Filter *f = (Filter *)sk_ptr(self);
    SK_AUTO SkValue function = sk_slot_get(&f->header, &f->function);
    SK_AUTO SkValue it = sk_slot_get(&f->header, &f->iterator);
    if (sk_is_empty(it)) return sk_raise(sk_exc_RuntimeError, "filter object was cleared");
    SK_AUTO SkValue args = sk_tuple_pack(2, function, it);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static const SkMethodDef filter_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = filter_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

SkType sk_filter_type = {
    SK_TYPE_HEAD(SK_T_FILTER, sizeof(Filter), filter_trace, filter_clear, filter_destroy),
    .name = "filter",
    .doc = "filter(function, iterable, /)\n--\n\nThe items for which the function is true; None: that are true.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = filter_new,
    .iter = sk_iter_self,
    .iternext = filter_next,
    .methods = filter_methods,
};
