#include "base/alloc.h"
#include "objects/error.h"
#include "objects/iter.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/near_name.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/zip_internal.h"

// ---- iterators in step, for zip and map ---------------------------------------------------------------------------------

SkValue sk_iterators_of(const SkValue *values, size_t n) {
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        SkValue it = sk_iter(values[i]);
        if (sk_is_empty(it)) {
            sk_release(sk_counted(t));
            return SK_EMPTY;
        }
        sk_tuple_init(t, i, it);
    }
    return sk_counted(t);
}

static bool release_items(SkValue *items, size_t n) {
    while (n > 0) sk_release(items[--n]);
    return false;
}

static bool unequal(const char *name, size_t i, const char *how) {
    return sk_raise_false(sk_exc_ValueError, "%s() argument %zu is %s than argument%s%zu", name, i + 1, how,
                          i == 1 ? " " : "s 1-", i);
}

// The first iterator has ended: so must the others.
static bool check_ended(const char *name, SkValue iterators) {
    for (size_t i = 1; i < sk_tuple_len(iterators); i++) {
        SkValue v = sk_next(sk_tuple_peek(iterators, i));
        if (!sk_is_empty(v)) {
            sk_release(v);
            return unequal(name, i, "longer");
        }
        if (sk_error_occurred()) return false;
    }
    return false;
}

bool sk_iterators_next(const char *name, SkValue iterators, bool strict, SkValue *out) {
    size_t n = sk_tuple_len(iterators);
    for (size_t i = 0; i < n; i++) {
        SkValue it = sk_tuple_peek(iterators, i), v = sk_next_at_hand(it);
        out[i] = sk_own(!sk_is_empty(v) ? v : strict ? sk_next(it) : sk_next_or_stop(it));
        if (!sk_is_empty(out[i])) continue;
        if (strict && !sk_error_occurred()) {
            if (i == 0) return check_ended(name, iterators);
            release_items(out, i);
            return unequal(name, i, "shorter");
        }
        return release_items(out, i);
    }
    return true;
}

bool sk_parse_strict(const char *name, const SkValue *kwvalues, SkValue kwnames, bool *strict) {
    *strict = false;
    if (sk_is_empty(kwnames)) return true;
    for (size_t i = 0; i < sk_tuple_len(kwnames); i++) {
        SkValue k = sk_tuple_peek(kwnames, i);
        if (!sk_str_equals_ascii(k, "strict")) return sk_raise_stray_keyword(*name == 'z' ? "zip()" : "map()", k, &(const char *){"strict"}, 1);
        int truth = sk_truth(kwvalues[i]);
        if (truth < 0) return false;
        *strict = truth;
    }
    return true;
}

// ---- zip ---------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot iterators;     // tuple; never changes but for the collector's clearing
    _Atomic bool strict;
    SkSlot spare;         // the last result, to be used again (sk_tuple_steal_into)
} Zip;

static void zip_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Zip *)o)->iterators, visit, arg);
    sk_slot_visit(&((Zip *)o)->spare, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void zip_clear(SkObject *o) {
    sk_slot_set(o, &((Zip *)o)->iterators, SK_EMPTY);
    sk_slot_set(o, &((Zip *)o)->spare, SK_EMPTY);
    sk_instance_clear(o);
}

static void zip_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Zip *)o)->iterators);
    sk_slot_destroy(o, &((Zip *)o)->spare);
    sk_instance_free(o, 0);
}

static SkValue zip_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    bool strict;
    if (!sk_parse_strict("zip", args + nargs, kwnames, &strict)) return SK_EMPTY;
    SK_AUTO SkValue iterators = sk_iterators_of(args, nargs);
    if (sk_is_empty(iterators)) return SK_EMPTY;
    Zip *z = (Zip *)sk_type_alloc(type, 0);
    if (!z) return SK_EMPTY;
    sk_slot_init(&z->iterators, sk_move(&iterators));
    sk_store_relaxed(&z->strict, strict);
    return sk_counted(z);
}

static inline SkValue next_item(SkValue iterator) {
    SkValue v = sk_next_at_hand(iterator);
    return sk_own(sk_is_empty(v) ? sk_next_or_stop(iterator) : v);
}

static SkValue next_pair(Zip *z, SkValue iterators) {
    SkValue first = next_item(sk_tuple_peek(iterators, 0));
    if (sk_is_empty(first)) return SK_EMPTY;
    SkValue second = next_item(sk_tuple_peek(iterators, 1));
    if (!sk_is_empty(second)) return sk_tuple_pair_into(&z->spare, first, second);
    sk_release(first);
    return SK_EMPTY;
}

static SkValue zip_next(SkValue self) {
    Zip *z = (Zip *)sk_ptr(self);
    SkValue iterators = sk_slot_peek(&z->iterators);
    size_t n = sk_is_empty(iterators) ? 0 : sk_tuple_len(iterators);
    if (n == 0) return SK_EMPTY;
    if (n == 2 && !sk_load_relaxed(&z->strict)) return next_pair(z, iterators);
    SkValue few[8], *items = n <= SK_COUNT_OF(few) ? few : sk_malloc(n * sizeof *items);
    if (!items) return sk_raise_memory();
    bool ok = sk_iterators_next("zip", iterators, sk_load_relaxed(&z->strict), items);
    SkValue t = ok ? sk_tuple_steal_into(&z->spare, items, n) : SK_EMPTY;
    if (items != few) sk_free(items);
    return t;
}

static SkValue zip_reduce(SkValue self) {
    Zip *z = (Zip *)sk_ptr(self);
    SK_AUTO SkValue iterators = sk_slot_get(&z->header, &z->iterators);
    if (sk_is_empty(iterators)) return sk_raise(sk_exc_RuntimeError, "zip object was cleared");
    SkValue type = sk_type_value(sk_type_of(self));
    return sk_load_relaxed(&z->strict) ? sk_tuple_pack(3, type, iterators, SK_TRUE) : sk_tuple_pack(2, type, iterators);
}

static SkValue zip_setstate(SkValue self, SkValue state) {
    int strict = sk_truth(state);
    if (strict < 0) return SK_EMPTY;
    sk_store_relaxed(&((Zip *)sk_ptr(self))->strict, strict);
    return SK_NONE;
}

static const SkMethodDef zip_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = zip_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = zip_setstate, .sig = "(object, /)", .doc = "Set strictness."},
    {0},
};

SkType sk_zip_type = {
    SK_TYPE_HEAD(SK_T_ZIP, sizeof(Zip), zip_trace, zip_clear, zip_destroy),
    .name = "zip",
    .doc = "zip(*iterables, strict=False)\n--\n\nTuples of one item of each iterable, until the shortest ends.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = zip_new,
    .iter = sk_iter_self,
    .iternext = zip_next,
    .methods = zip_methods,
};
