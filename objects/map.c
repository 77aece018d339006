#include "base/alloc.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "objects/zip_internal.h"

typedef struct {
    SkObject header;
    SkSlot function, iterators;  // never change but for the collector's clearing
    _Atomic bool strict;
} Map;

static void map_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Map *)o)->function, visit, arg);
    sk_slot_visit(&((Map *)o)->iterators, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void map_clear(SkObject *o) {
    sk_slot_set(o, &((Map *)o)->function, SK_EMPTY);
    sk_slot_set(o, &((Map *)o)->iterators, SK_EMPTY);
    sk_instance_clear(o);
}

static void map_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Map *)o)->function);
    sk_slot_destroy(o, &((Map *)o)->iterators);
    sk_instance_free(o, 0);
}

static SkValue map_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    bool strict;
    if (!sk_parse_strict("map", args + nargs, kwnames, &strict)) return SK_EMPTY;
    if (nargs < 2) return sk_raise(sk_exc_TypeError, "map() must have at least two arguments.");
    SK_AUTO SkValue iterators = sk_iterators_of(args + 1, nargs - 1);
    if (sk_is_empty(iterators)) return SK_EMPTY;
    Map *m = (Map *)sk_type_alloc(type, 0);
    if (!m) return SK_EMPTY;
    sk_slot_init(&m->function, sk_retain(args[0]));
    sk_slot_init(&m->iterators, sk_move(&iterators));
    sk_store_relaxed(&m->strict, strict);
    return sk_counted(m);
}

static SkValue map_next(SkValue self) {
    Map *m = (Map *)sk_ptr(self);
    SkValue iterators = sk_slot_peek(&m->iterators);
    if (sk_is_empty(iterators)) return SK_EMPTY;
    size_t n = sk_tuple_len(iterators);
    SkValue few[8], *items = n <= SK_COUNT_OF(few) ? few : sk_malloc(n * sizeof *items);
    if (!items) return sk_raise_memory();
    SkValue result = SK_EMPTY;
    if (sk_iterators_next("map", iterators, sk_load_relaxed(&m->strict), items)) {
        result = sk_call(sk_slot_peek(&m->function), items, n, SK_EMPTY);
        for (size_t i = 0; i < n; i++) sk_release(items[i]);
    }
    if (items != few) sk_free(items);
    return result;
}

static SkValue map_reduce(SkValue self) {
    Map *m = (Map *)sk_ptr(self);
    SK_AUTO SkValue iterators = sk_slot_get(&m->header, &m->iterators);
    SK_AUTO SkValue function = sk_slot_get(&m->header, &m->function);
    if (sk_is_empty(iterators)) return sk_raise(sk_exc_RuntimeError, "map object was cleared");
    size_t n = sk_tuple_len(iterators);
    SkTuple *args = sk_tuple_alloc(n + 1);
    if (!args) return SK_EMPTY;
    sk_tuple_init(args, 0, sk_move(&function));
    for (size_t i = 0; i < n; i++) sk_tuple_init(args, i + 1, sk_retain(sk_tuple_peek(iterators, i)));
    SK_AUTO SkValue held = sk_counted(args);
    SkValue type = sk_type_value(sk_type_of(self));
    return sk_load_relaxed(&m->strict) ? sk_tuple_pack(3, type, held, SK_TRUE) : sk_tuple_pack(2, type, held);
}

static SkValue map_setstate(SkValue self, SkValue state) {
    int strict = sk_truth(state);
    if (strict < 0) return SK_EMPTY;
    sk_store_relaxed(&((Map *)sk_ptr(self))->strict, strict);
    return SK_NONE;
}

static const SkMethodDef map_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = map_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = map_setstate, .sig = "(object, /)", .doc = "Set strictness."},
    {0},
};

SkType sk_map_type = {
    SK_TYPE_HEAD(SK_T_MAP, sizeof(Map), map_trace, map_clear, map_destroy),
    .name = "map",
    .doc = "map(function, iterable, /, *iterables, strict=False)\n--\n\n"
           "The function's results on the iterables' items.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = map_new,
    .iter = sk_iter_self,
    .iternext = map_next,
    .methods = map_methods,
};
