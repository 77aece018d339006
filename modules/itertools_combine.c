// itertools: product, permutations, combinations.
//
// The state is an array of indices into pools of items, which are tuples that never change; it is advanced under the
// iterator's lock, together with the filling of the result, whose memory was taken before.
#include <string.h>

#include "base/alloc.h"
#include "modules/itertools.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot pools;       // a tuple of items, or of such tuples (product); fixed
    SkSlot spare;       // the last result, to be used again (sk_tuple_steal_into)
    int64_t r;          // length of a result
    int64_t n;          // length of the pool
    int64_t *indices;   // r of them; all n for permutations
    int64_t *cycles;    // permutations: r of them
    bool started, stopped;
} Combiner;

static Combiner *combiner(SkValue v) { return (Combiner *)sk_ptr(v); }

static void combiner_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((Combiner *)o)->pools, visit, arg);
    sk_slot_visit(&((Combiner *)o)->spare, visit, arg);
}

static void combiner_clear(SkObject *o) {
    sk_instance_clear(o);
    sk_slot_set(o, &((Combiner *)o)->pools, SK_EMPTY);
    sk_slot_set(o, &((Combiner *)o)->spare, SK_EMPTY);
}

static void combiner_destroy(SkObject *o) {
    Combiner *c = (Combiner *)o;
    sk_slot_destroy(o, &c->pools);
    sk_slot_destroy(o, &c->spare);
    sk_free(c->indices);
    sk_free(c->cycles);
    sk_instance_free(o, 0);
}

// Steals pools.
static Combiner *combiner_new(SkType *type, SkValue pools, int64_t n, int64_t r, int64_t nindices) {
    Combiner *c = (Combiner *)sk_type_alloc(type, 0);
    if (!c) {
        sk_release(pools);
        return NULL;
    }
    sk_slot_init(&c->pools, pools);
    c->n = n;
    c->r = r;
    if ((uint64_t)nindices < SIZE_MAX / sizeof(int64_t) / 2) c->indices = sk_calloc((size_t)nindices + 1, sizeof(int64_t));
    if (c->indices) return c;
    sk_release(sk_counted(c));
    sk_raise_memory();
    return NULL;
}

// One step: computes the next indices, false at the end. fill: the pools' items that they name, counted.
typedef struct {
    bool (*step)(Combiner *c, SkValue pools);
    void (*fill)(const Combiner *c, SkValue pools, SkValue *out);
} Kind;

static void fill_from_pool(const Combiner *c, SkValue pool, SkValue *out) {
    for (int64_t i = 0; i < c->r; i++) out[i] = sk_retain(sk_tuple_peek(pool, (size_t)c->indices[i]));
}

static SkValue combiner_next(SkValue self, const Kind *kind) {
    Combiner *c = combiner(self);
    SkValue pools = sk_slot_peek(&c->pools);
    if (sk_is_empty(pools)) return SK_EMPTY;
    size_t r = (size_t)c->r;
    SkValue few[8], *items = r <= SK_COUNT_OF(few) ? few : sk_malloc(r * sizeof *items);
    if (!items) return sk_raise_memory();
    sk_lock(&c->header);
    if (!c->stopped) {
        bool first = !c->started;
        c->started = true;
        c->stopped = !first && !kind->step(c, pools);
    }
    bool ok = !c->stopped;
    if (ok) kind->fill(c, pools, items);
    sk_unlock(&c->header);
    SkValue result = ok ? sk_tuple_steal_into(&c->spare, items, r) : SK_EMPTY;
    if (items != few) sk_free(items);
    return result;
}

static SkValue combiner_sizeof(SkValue self) {
    Combiner *c = combiner(self);
    return sk_from_small_int((int64_t)sizeof(Combiner) + (c->r + (c->cycles ? c->n : 0)) * (int64_t)sizeof(int64_t));
}

static const SkMethodDef methods[] = {
    {"__sizeof__", SK_NOARGS, .noargs = combiner_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {0},
};

#define COMBINER_TYPE(name_, doc_)                                                                                      \
    static SkValue name_##_next(SkValue self) { return combiner_next(self, &name_##_kind); }                            \
    SkType sk_itertools_##name_##_type = {                                                                              \
        SK_TYPE_HEAD(0, sizeof(Combiner), combiner_trace, combiner_clear, combiner_destroy),                            \
        .name = "itertools." #name_,                                                                                    \
        .doc = doc_,                                                                                                    \
        .flags = SK_TF_BASE | SK_TF_IMMUTABLE,                                                                          \
        .new_ = name_##_new,                                                                                            \
        .iter = sk_tool_iter,                                                                                           \
        .iternext = name_##_next,                                                                                       \
        .methods = methods,                                                                                             \
    }

// ---- product ----------------------------------------------------------------------------------------------------------------

static bool product_step(Combiner *c, SkValue pools) {
    // The pools come round again and again: r is a multiple of n.
    for (int64_t i = c->r, p = c->n; i-- > 0;) {
        size_t size = sk_tuple_len(sk_tuple_peek(pools, (size_t)--p));
        if ((size_t)++c->indices[i] < size) return true;
        c->indices[i] = 0;
        if (p == 0) p = c->n;
    }
    return false;
}

static void fill_from_pools(const Combiner *c, SkValue pools, SkValue *out) {
    for (int64_t i = 0, p = 0; i < c->r; i++) {
        out[i] = sk_retain(sk_tuple_peek(sk_tuple_peek(pools, (size_t)p), (size_t)c->indices[i]));
        if (++p == c->n) p = 0;
    }
}

static SkValue product_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    int64_t repeat = 1;
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)) {
        static _Atomic(SkSig *) sig;
        SkValue bound[1];
        if (!sk_bind("product", "(*, repeat=1)", &sig, args + nargs, 0, kwnames, bound)) return SK_EMPTY;
        if (!sk_is_empty(bound[0]) && !sk_index_as_int64(bound[0], &repeat, sk_exc_OverflowError)) return SK_EMPTY;
        if (repeat < 0) return sk_raise(sk_exc_ValueError, "repeat argument cannot be negative");
    }
    if (repeat == 0) nargs = 0;
    int64_t r;
    if (__builtin_mul_overflow((int64_t)nargs, repeat, &r)) return sk_raise(sk_exc_OverflowError, "repeat argument too large");
    SkTuple *t = sk_tuple_alloc(nargs);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue pools = sk_counted(t);
    bool none = false;
    for (size_t i = 0; i < nargs; i++) {
        SkValue pool = sk_to_tuple(args[i]);
        if (sk_is_empty(pool)) return SK_EMPTY;
        sk_tuple_init(t, i, pool);
        none |= sk_tuple_len(pool) == 0;
    }
    Combiner *c = combiner_new(type, sk_move(&pools), (int64_t)nargs, r, r);
    if (!c) return SK_EMPTY;
    c->stopped = none;
    return sk_counted(c);
}

static const Kind product_kind = {product_step, fill_from_pools};
COMBINER_TYPE(product, "product(*iterables, repeat=1)\n--\n\nThe tuples with an item of each iterable in each place: nested loops in one.");

// ---- combinations ---------------------------------------------------------------------------------------------------------------

// (iterable, r): the pool (counted) and r; r_optional: None for its length. SK_EMPTY with an exception.
static SkValue pool_and_r(const char *name, _Atomic(SkSig *) *sig, const char *text, const SkValue *args, size_t nargs,
                          SkValue kwnames, bool r_optional, int64_t *r) {
    SkValue a[2];
    if (!sk_bind(name, text, sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!r_optional && !sk_index_as_int64(a[1], r, sk_exc_OverflowError)) return SK_EMPTY;
    SkValue pool = sk_to_tuple(a[0]);
    if (sk_is_empty(pool)) return SK_EMPTY;
    bool ok = true;
    if (r_optional && (sk_is_empty(a[1]) || sk_is_none(a[1]))) {
        *r = (int64_t)sk_tuple_len(pool);
    } else if (r_optional) {
        ok = sk_is_int(a[1]) ? sk_index_as_int64(a[1], r, sk_exc_OverflowError)
                             : sk_raise_false(sk_exc_TypeError, "Expected int as r");
    }
    if (ok && *r < 0) ok = sk_raise_false(sk_exc_ValueError, "r must be non-negative");
    if (ok) return pool;
    sk_release(pool);
    return SK_EMPTY;
}

static bool combinations_step(Combiner *c, SkValue pools SK_UNUSED) {
    int64_t i = c->r - 1;
    while (i >= 0 && c->indices[i] == i + c->n - c->r) i--;
    if (i < 0) return false;
    c->indices[i]++;
    for (int64_t j = i + 1; j < c->r; j++) c->indices[j] = c->indices[j - 1] + 1;
    return true;
}

static SkValue combinations_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    int64_t r = 0;
    SkValue pool = pool_and_r("combinations", &sig, "(iterable, r)", args, nargs, kwnames, false, &r);
    if (sk_is_empty(pool)) return SK_EMPTY;
    int64_t n = (int64_t)sk_tuple_len(pool);
    Combiner *c = combiner_new(type, pool, n, r, r > n ? 0 : r);
    if (!c) return SK_EMPTY;
    c->stopped = r > n;
    if (c->stopped) c->r = 0;
    for (int64_t i = 0; i < c->r; i++) c->indices[i] = i;
    return sk_counted(c);
}

static const Kind combinations_kind = {combinations_step, fill_from_pool};
COMBINER_TYPE(combinations, "combinations(iterable, r)\n--\n\nThe subsequences of r items, in order of position.");

static bool combinations_with_replacement_step(Combiner *c, SkValue pools SK_UNUSED) {
    int64_t i = c->r - 1;
    while (i >= 0 && c->indices[i] == c->n - 1) i--;
    if (i < 0) return false;
    int64_t index = c->indices[i] + 1;
    for (; i < c->r; i++) c->indices[i] = index;
    return true;
}

static SkValue combinations_with_replacement_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    int64_t r = 0;
    SkValue pool = pool_and_r("combinations_with_replacement", &sig, "(iterable, r)", args, nargs, kwnames, false, &r);
    if (sk_is_empty(pool)) return SK_EMPTY;
    int64_t n = (int64_t)sk_tuple_len(pool);
    Combiner *c = combiner_new(type, pool, n, r, r);
    if (!c) return SK_EMPTY;
    c->stopped = n == 0 && r > 0;
    return sk_counted(c);
}

static const Kind combinations_with_replacement_kind = {combinations_with_replacement_step, fill_from_pool};
COMBINER_TYPE(combinations_with_replacement,
              "combinations_with_replacement(iterable, r)\n--\n\nThe subsequences of r items, each of which may be taken again.");

// ---- permutations ----------------------------------------------------------------------------------------------------------------

// cycles[i] counts how many more items can stand in place i with what stands before it.
static bool permutations_step(Combiner *c, SkValue pools SK_UNUSED) {
    for (int64_t i = c->r; i-- > 0;) {
        if (--c->cycles[i] == 0) {
            int64_t first = c->indices[i];
            memmove(&c->indices[i], &c->indices[i + 1], (size_t)(c->n - i - 1) * sizeof(int64_t));
            c->indices[c->n - 1] = first;
            c->cycles[i] = c->n - i;
        } else {
            int64_t j = c->n - c->cycles[i], t = c->indices[i];
            c->indices[i] = c->indices[j];
            c->indices[j] = t;
            return true;
        }
    }
    return false;
}

static SkValue permutations_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    int64_t r = 0;
    SkValue pool = pool_and_r("permutations", &sig, "(iterable, r=None)", args, nargs, kwnames, true, &r);
    if (sk_is_empty(pool)) return SK_EMPTY;
    int64_t n = (int64_t)sk_tuple_len(pool);
    Combiner *c = combiner_new(type, pool, n, r > n ? 0 : r, n);
    if (!c) return SK_EMPTY;
    c->stopped = r > n;
    c->cycles = sk_calloc((size_t)c->r + 1, sizeof(int64_t));
    if (!c->cycles) {
        sk_release(sk_counted(c));
        return sk_raise_memory();
    }
    for (int64_t i = 0; i < n; i++) c->indices[i] = i;
    for (int64_t i = 0; i < c->r; i++) c->cycles[i] = n - i;
    return sk_counted(c);
}

static const Kind permutations_kind = {permutations_step, fill_from_pool};
COMBINER_TYPE(permutations, "permutations(iterable, r=None)\n--\n\nThe arrangements of r of the items.");
