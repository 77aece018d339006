// itertools: the module, what its iterators have in common, and the endless ones: count, cycle, repeat.
#include "modules/itertools.h"

#include <string.h>

#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- common ---------------------------------------------------------------------------------------------------------------

void sk_tool_trace(SkObject *o, SkVisit visit, void *arg) {
    SkIterTool *t = (SkIterTool *)o;
    sk_instance_trace(o, visit, arg);
    for (size_t i = 0; i < SK_COUNT_OF(t->s); i++) sk_slot_visit(&t->s[i], visit, arg);
}

void sk_tool_clear(SkObject *o) {
    SkIterTool *t = (SkIterTool *)o;
    sk_instance_clear(o);
    for (size_t i = 0; i < SK_COUNT_OF(t->s); i++) sk_slot_set(o, &t->s[i], SK_EMPTY);
}

void sk_tool_destroy(SkObject *o) {
    SkIterTool *t = (SkIterTool *)o;
    for (size_t i = 0; i < SK_COUNT_OF(t->s); i++) sk_slot_destroy(o, &t->s[i]);
    sk_instance_free(o, 0);
}

SkValue sk_tool_iter(SkValue self) { return sk_dup(self); }

SkIterTool *sk_tool_new(SkType *type, int required, SkValue a, SkValue b, SkValue c, SkValue d) {
    SkValue parts[4] = {sk_own(a), sk_own(b), sk_own(c), sk_own(d)};
    bool ok = true;
    for (int i = 0; i < required; i++) ok = ok && !sk_is_empty(parts[i]);
    SkIterTool *t = ok ? (SkIterTool *)sk_type_alloc(type, 0) : NULL;
    for (int i = 0; i < 4; i++) {
        if (t)
            sk_slot_init(&t->s[i], parts[i]);
        else
            sk_release(parts[i]);
    }
    return t;
}

bool sk_tool_no_kwargs(SkType *type, SkType *exact, const char *name, SkValue kwnames) {
    return type == exact || type->init == exact->init ? sk_no_kwargs(name, kwnames) : true;
}

// ---- count ------------------------------------------------------------------------------------------------------------------
// s[0] the next number, s[1] the step (fixed).

enum { COUNT_NEXT, COUNT_STEP };

static bool is_number(SkValue v) {
    const SkNumberSlots *n = &sk_type_of(v)->number;
    return n->index || n->int_ || n->float_ || sk_type_of(v) == &sk_complex_type;
}

static SkValue count_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("count", "(start=0, step=1)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    SkValue start = sk_is_empty(a[0]) ? sk_from_small_int(0) : a[0], step = sk_is_empty(a[1]) ? sk_from_small_int(1) : a[1];
    if (!is_number(start) || !is_number(step)) return sk_raise(sk_exc_TypeError, "a number is required");
    return sk_tool_value(sk_tool_new(type, 2, sk_retain(start), sk_retain(step), SK_EMPTY, SK_EMPTY));
}

// Puts `next` (stolen) in the place of `now`: false, and nothing done, if another thread was faster.
static bool advance(SkIterTool *t, int slot, SkValue now, SkValue next) {
    SkObject *o = &t->header;
    sk_lock(o);
    sk_write_begin_locked(o);
    SkValue there = sk_slot_peek(&t->s[slot]);
    bool same = sk_is(there, now);
    if (same) {
        sk_flag_removed_locked(o, there);
        sk_slot_publish(&t->s[slot], next);
    }
    sk_unlock(o);
    sk_release(same ? there : next);
    return same;
}

static SkValue count_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkValue step = sk_tool_fixed(t, COUNT_STEP);
    for (;;) {
        uint64_t w = sk_load_relaxed(&t->s[COUNT_NEXT].w);
        SkValue now = {w};
        if (sk_likely(sk_is_small_int(now) && sk_is_small_int(step))) {
            int64_t sum = sk_small_int(now) + sk_small_int(step);
            // Both words are immediates, so that no count is taken or given up.
            if (sk_likely(sk_fits_small_int(sum))) {
                if (!sk_multithreaded) return sk_slot_init(&t->s[COUNT_NEXT], sk_from_small_int(sum)), now;
                if (sk_cas_weak_relaxed(&t->s[COUNT_NEXT].w, &w, sk_from_small_int(sum).w)) return now;
                continue;
            }
        }
        SK_AUTO SkValue held = sk_slot_get(&t->header, &t->s[COUNT_NEXT]);
        if (sk_is_empty(held)) return SK_EMPTY;
        SkValue next = sk_binary(SK_OP_ADD, held, step);
        if (sk_is_empty(next)) return SK_EMPTY;
        if (advance(t, COUNT_NEXT, held, next)) return sk_move(&held);
    }
}

static SkValue count_repr(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SK_AUTO SkValue next = sk_slot_get(&t->header, &t->s[COUNT_NEXT]);
    SkValue step = sk_tool_fixed(t, COUNT_STEP);
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    if (dot) name = dot + 1;
    if (sk_is(step, sk_from_small_int(1))) return sk_str_format("%s(%R)", name, next);
    return sk_str_format("%s(%R, %R)", name, next, step);
}

SK_TOOL_TYPE(count, count_new, count_next, .repr = count_repr,
             .doc = "count(start=0, step=1)\n--\n\nstart, start + step, start + 2*step, and so on without end.");

// ---- cycle --------------------------------------------------------------------------------------------------------------------
// s[0] the source, emptied at its end; s[1] a list of its items (fixed); n: the next to be repeated.

static SkValue cycle_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_tool_no_kwargs(type, &sk_itertools_cycle_type, "cycle", kwnames) || !sk_check_nargs("cycle", nargs, 1, 1))
        return SK_EMPTY;
    SkValue it = sk_iter(args[0]);
    if (sk_is_empty(it)) return SK_EMPTY;
    return sk_tool_value(sk_tool_new(type, 2, it, sk_list_new(0), SK_EMPTY, SK_EMPTY));
}

static SkValue cycle_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkValue saved = sk_tool_fixed(t, 1);
    SK_AUTO SkValue source = sk_slot_get(&t->header, &t->s[0]);
    if (!sk_is_empty(source)) {
        SK_AUTO SkValue item = sk_own(sk_next(source));
        if (!sk_is_empty(item)) return sk_list_append(saved, item) ? sk_move(&item) : SK_EMPTY;
        if (sk_error_occurred()) return SK_EMPTY;
        sk_slot_set(&t->header, &t->s[0], SK_EMPTY);
    }
    int64_t length = sk_is_empty(saved) ? 0 : (int64_t)sk_list_len(saved);
    if (!length) return SK_EMPTY;
    int64_t i = sk_load_relaxed(&t->n);
    while (!sk_claim(&t->n, i, i + 1 >= length ? 0 : i + 1)) i = sk_load_relaxed(&t->n);
    return sk_list_load(saved, (size_t)i);
}

SK_TOOL_TYPE(cycle, cycle_new, cycle_next,
             .doc = "cycle(iterable, /)\n--\n\nThe items of the iterable, over and over again.");

// ---- repeat -------------------------------------------------------------------------------------------------------------------
// s[0] the object (fixed); n: how often still, -1 without end.

static SkValue repeat_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    int64_t times = -1;
    if (!sk_bind("repeat", "(object, times=None)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_is_empty(a[1])) {
        if (!sk_index_as_int64(a[1], &times, sk_exc_OverflowError)) return SK_EMPTY;
        if (times < 0) times = 0;
    }
    SkIterTool *t = sk_tool_new(type, 1, sk_retain(a[0]), SK_EMPTY, SK_EMPTY, SK_EMPTY);
    if (t) sk_store_relaxed(&t->n, times);
    return sk_tool_value(t);
}

static SkValue repeat_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    int64_t left = sk_load_relaxed(&t->n);
    while (left >= 0) {
        if (left == 0) return SK_EMPTY;
        if (sk_claim(&t->n, left, left - 1)) break;
        left = sk_load_relaxed(&t->n);
    }
    return sk_slot_load(&t->header, &t->s[0]);
}

static SkValue repeat_repr(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    if (dot) name = dot + 1;
    int64_t left = sk_load_relaxed(&t->n);
    if (left < 0) return sk_str_format("%s(%R)", name, sk_tool_fixed(t, 0));
    return sk_str_format("%s(%R, %lld)", name, sk_tool_fixed(t, 0), (long long)left);
}

static SkValue repeat_length_hint(SkValue self) {
    int64_t left = sk_load_relaxed(&sk_iter_tool(self)->n);
    if (left < 0) return sk_raise(sk_exc_TypeError, "len() of unsized object");
    return sk_int_from_int64(left);
}

static const SkMethodDef repeat_methods[] = {
    {"__length_hint__", SK_NOARGS, .noargs = repeat_length_hint, .sig = "()", .doc = "How many items are left."},
    {0},
};

SK_TOOL_TYPE(repeat, repeat_new, repeat_next, .repr = repeat_repr, .methods = repeat_methods,
             .doc = "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times, or without end.");

// ---- the module ---------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"tee", SK_FAST, .fast = sk_itertools_tee, .sig = "(iterable, n=2, /)", .doc = "A tuple of n independent iterators over one iterable."},
    {0},
};

static bool itertools_exec(SkValue m) {
#define X(name)                                                                                                         \
    if (!sk_module_add_type(m, &sk_itertools_##name##_type)) return false;
    SK_ITERTOOLS_TYPES(X)
#undef X
    return true;
}

const SkModuleDef sk_module_itertools = {
    .name = "itertools",
    .doc = "Iterators made of iterators.",
    .functions = functions,
    .exec = itertools_exec,
};
