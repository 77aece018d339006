// itertools: iterators that take, drop, join or regroup the items of others.
#include "base/alloc.h"
#include "modules/itertools.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"

// The next item of the iterator in a fixed slot, counted. SK_EMPTY: the end, or an exception.
static SkValue next_of(SkIterTool *t, int slot) {
    SkValue it = sk_tool_fixed(t, slot);
    if (sk_is_empty(it)) return SK_EMPTY;
    SkValue v = sk_next_at_hand(it);
    return sk_own(sk_is_empty(v) ? sk_next_or_stop(it) : v);
}

// ---- accumulate -----------------------------------------------------------------------------------------------------------
// s[0] source, s[1] function or empty (both fixed), s[2] the total so far, s[3] the initial value until it was given out.

static SkValue accumulate_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    if (!sk_bind("accumulate", "(iterable, func=None, *, initial=None)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    SkValue func = sk_is_none(a[1]) ? SK_EMPTY : sk_retain(a[1]);
    SkValue initial = sk_is_none(a[2]) ? SK_EMPTY : sk_retain(a[2]);
    return sk_tool_value(sk_tool_new(type, 1, sk_iter(a[0]), func, SK_EMPTY, initial));
}

static SkValue accumulate_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkObject *o = &t->header;
    if (!sk_is_empty(sk_slot_peek(&t->s[3]))) {
        SK_AUTO SkValue initial = sk_slot_swap(o, &t->s[3], SK_EMPTY);
        if (!sk_is_empty(initial)) {
            sk_slot_set(o, &t->s[2], sk_retain(initial));
            return sk_move(&initial);
        }
    }
    SK_AUTO SkValue item = next_of(t, 0);
    if (sk_is_empty(item)) return SK_EMPTY;
    SK_AUTO SkValue total = sk_slot_get(o, &t->s[2]);
    SkValue func = sk_tool_fixed(t, 1), sum;
    if (sk_is_empty(total))
        sum = sk_move(&item);
    else
        sum = sk_is_empty(func) ? sk_binary(SK_OP_ADD, total, item) : sk_own(sk_call2(func, total, item));
    if (!sk_is_empty(sum)) sk_slot_set(o, &t->s[2], sk_retain(sum));
    return sum;
}

SK_TOOL_TYPE(accumulate, accumulate_new, accumulate_next,
             .doc = "accumulate(iterable, func=None, *, initial=None)\n--\n\nThe running totals of the items, by addition or by func.");

// ---- batched ----------------------------------------------------------------------------------------------------------------
// s[0] source (fixed); k: size; m: strict; n: 1 after the end.

static SkValue batched_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    int64_t size;
    if (!sk_bind("batched", "(iterable, n, *, strict=False)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_index_as_int64(a[1], &size, sk_exc_OverflowError)) return SK_EMPTY;
    int strict = sk_is_empty(a[2]) ? 0 : sk_truth(a[2]);
    if (strict < 0) return SK_EMPTY;
    if (size < 1) return sk_raise(sk_exc_ValueError, "n must be at least one");
    SkIterTool *t = sk_tool_new(type, 1, sk_iter(a[0]), SK_EMPTY, SK_EMPTY, SK_EMPTY);
    if (!t) return SK_EMPTY;
    t->k = size;
    sk_store_relaxed(&t->m, strict);
    return sk_counted(t);
}

static SkValue batched_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    if (sk_load_relaxed(&t->n)) return SK_EMPTY;
    SK_AUTO SkValue items = sk_list_new(0);
    if (sk_is_empty(items)) return SK_EMPTY;
    int64_t have = 0;
    for (; have < t->k; have++) {
        SkValue item = next_of(t, 0);
        if (sk_is_empty(item)) {
            if (sk_error_occurred() && !sk_error_clear_if(sk_exc_StopIteration)) return SK_EMPTY;
            break;
        }
        if (!sk_list_append_steal(items, item)) return SK_EMPTY;
    }
    if (have == t->k) return sk_list_to_tuple(items);
    sk_store_relaxed(&t->n, 1);
    if (have == 0) return SK_EMPTY;
    if (sk_load_relaxed(&t->m)) return sk_raise(sk_exc_ValueError, "batched(): incomplete batch");
    return sk_list_to_tuple(items);
}

SK_TOOL_TYPE(batched, batched_new, batched_next,
             .doc = "batched(iterable, n, *, strict=False)\n--\n\nThe items in tuples of n; the last may be shorter unless strict.");

// ---- chain --------------------------------------------------------------------------------------------------------------------
// s[0] the iterator of iterables, emptied at its end; s[1] the one being read; s[2] a list of iterators that other
// threads took from s[0] meanwhile, in whose turn they come (made on demand).

static SkValue chain_of(SkType *type, SkValue iterables) {
    return sk_tool_value(sk_tool_new(type, 1, sk_iter(iterables), SK_EMPTY, SK_EMPTY, SK_EMPTY));
}

static SkValue chain_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_tool_no_kwargs(type, &sk_itertools_chain_type, "chain", kwnames)) return SK_EMPTY;
    SK_AUTO SkValue all = sk_tuple_from(args, nargs);
    return sk_is_empty(all) ? SK_EMPTY : chain_of(type, all);
}

// Makes it (stolen) the one being read, or queues it if there is one.
static bool chain_install(SkIterTool *t, SkValue it) {
    SkObject *o = &t->header;
    sk_lock(o);
    sk_write_begin_locked(o);
    bool free = sk_is_empty(sk_slot_peek(&t->s[1]));
    if (free) sk_slot_publish(&t->s[1], it);
    sk_unlock(o);
    if (free) return true;
    SK_AUTO SkValue queue = sk_slot_get(o, &t->s[2]);
    if (sk_is_empty(queue)) {
        SkValue list = sk_list_new(2);
        if (sk_is_empty(list)) {
            sk_release(it);
            return false;
        }
        sk_lock(o);
        sk_write_begin_locked(o);
        queue = sk_slot_peek(&t->s[2]);
        bool mine = sk_is_empty(queue);
        if (mine) sk_slot_publish(&t->s[2], queue = list);
        queue = sk_retain(queue);
        sk_unlock(o);
        if (!mine) sk_release(list);
    }
    return sk_list_append_steal(queue, it);
}

// Removes the exhausted iterator `old`, if it is still the one being read.
static void chain_remove(SkIterTool *t, SkValue old) {
    SkObject *o = &t->header;
    sk_lock(o);
    sk_write_begin_locked(o);
    SkValue there = sk_slot_peek(&t->s[1]);
    bool same = sk_is(there, old);
    if (same) {
        sk_flag_removed_locked(o, there);
        sk_slot_publish(&t->s[1], SK_EMPTY);
    }
    sk_unlock(o);
    if (same) sk_release(there);
}

// The first of the queued iterators: counted, or SK_EMPTY.
static SkValue chain_dequeue(SkIterTool *t) {
    SK_AUTO SkValue queue = sk_slot_get(&t->header, &t->s[2]);
    if (sk_is_empty(queue) || sk_list_len(queue) == 0) return SK_EMPTY;
    SkValue zero = sk_from_small_int(0);
    SkValue it = sk_own(sk_call_method_s(queue, "pop", &zero, 1));
    if (sk_is_empty(it)) sk_error_clear_if(sk_exc_IndexError);
    return it;
}

// While there is one thread and nothing is queued: the next item of a list or tuple, going on to the next iterable where an iterator that
// nobody else holds has ended. SK_EMPTY: the general way, or an exception.
static inline SkValue chain_at_hand(SkIterTool *t) {
    while (!sk_multithreaded && sk_is_empty(sk_slot_peek(&t->s[2]))) {
        SkValue active = sk_slot_peek(&t->s[1]), source = sk_slot_peek(&t->s[0]);
        SkValue item = sk_is_empty(active) ? SK_EMPTY : sk_next_at_hand(active);
        if (!sk_is_empty(item)) return item;
        if (sk_is_empty(source) || sk_is_empty(active) || !sk_is_sole(sk_ptr(active)) || !sk_index_iter_at_end(active)) break;
        SK_AUTO SkValue iterable = sk_own(sk_next_at_hand(source));
        if (sk_is_empty(iterable)) break;
        if (sk_index_iter_restart(active, iterable)) continue;
        SK_AUTO SkValue ended = sk_retain(active);   // whatever runs meanwhile
        SkValue it = sk_iter(iterable);
        if (sk_is_empty(it)) {
            sk_slot_set(&t->header, &t->s[0], SK_EMPTY);
            break;
        }
        if (sk_is(ended, sk_slot_peek(&t->s[1]))) {
            sk_slot_init(&t->s[1], it);
            sk_release(active);
        } else if (!chain_install(t, it)) {
            break;
        }
    }
    return SK_EMPTY;
}

static SkValue chain_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkObject *o = &t->header;
    SkValue at_hand = chain_at_hand(t);
    if (!sk_is_empty(at_hand) || sk_error_occurred()) return at_hand;
    for (;;) {
        SK_AUTO SkValue active = sk_slot_get(o, &t->s[1]);
        if (!sk_is_empty(active)) {
            SkValue item = sk_next(active);
            if (!sk_is_empty(item) || sk_error_occurred()) return item;
            chain_remove(t, active);
            continue;
        }
        SkValue queued = chain_dequeue(t);
        if (!sk_is_empty(queued)) {
            if (!chain_install(t, queued)) return SK_EMPTY;
            continue;
        }
        if (sk_error_occurred()) return SK_EMPTY;
        SK_AUTO SkValue source = sk_slot_get(o, &t->s[0]);
        if (sk_is_empty(source)) return SK_EMPTY;
        SK_AUTO SkValue iterable = sk_own(sk_next(source));
        SkValue it = sk_is_empty(iterable) ? SK_EMPTY : sk_iter(iterable);
        if (sk_is_empty(it)) {
            sk_slot_set(o, &t->s[0], SK_EMPTY);
            return SK_EMPTY;
        }
        if (!chain_install(t, it)) return SK_EMPTY;
    }
}

static SkValue chain_from_iterable(SkValue cls, SkValue iterable) { return chain_of(sk_as_type(cls), iterable); }

static const SkMethodDef chain_methods[] = {
    {"from_iterable", SK_ONEARG | SK_CLASS_METHOD, .onearg = chain_from_iterable, .sig = "(iterable, /)",
     .doc = "The items of each of the iterables that the iterable gives."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "chain[item type]"},
    {0},
};

SK_TOOL_TYPE(chain, chain_new, chain_next, .methods = chain_methods,
             .doc = "chain(*iterables)\n--\n\nThe items of the first iterable, then those of the second, and so on.");

// ---- compress -------------------------------------------------------------------------------------------------------------------
// s[0] data, s[1] selectors (fixed).

static SkValue compress_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("compress", "(data, selectors)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    SkValue data = sk_iter(a[0]);
    if (sk_is_empty(data)) return SK_EMPTY;
    return sk_tool_value(sk_tool_new(type, 2, data, sk_iter(a[1]), SK_EMPTY, SK_EMPTY));
}

static SkValue compress_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    for (;;) {
        SK_AUTO SkValue item = next_of(t, 0);
        if (sk_is_empty(item)) return SK_EMPTY;
        SK_AUTO SkValue selector = next_of(t, 1);
        if (sk_is_empty(selector)) return SK_EMPTY;
        int r = sk_truth(selector);
        if (r < 0) return SK_EMPTY;
        if (r) return sk_move(&item);
    }
}

SK_TOOL_TYPE(compress, compress_new, compress_next,
             .doc = "compress(data, selectors)\n--\n\nThe items of data whose selectors are true.");

// ---- predicates ---------------------------------------------------------------------------------------------------------------------
// s[0] predicate, s[1] source (fixed); n: 1 once the predicate has changed its answer.

static SkValue predicate_new(SkType *type, SkType *exact, const char *name, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_tool_no_kwargs(type, exact, name, kwnames) || !sk_check_nargs(name, nargs, 2, 2)) return SK_EMPTY;
    SkValue it = sk_iter(args[1]);
    if (sk_is_empty(it)) return SK_EMPTY;
    return sk_tool_value(sk_tool_new(type, 2, sk_retain(args[0]), it, SK_EMPTY, SK_EMPTY));
}

// The predicate's truth: 1, 0, -1.
static int holds(SkIterTool *t, SkValue item) {
    SkValue predicate = sk_tool_fixed(t, 0);
    if (sk_is_none(predicate) || sk_is(predicate, sk_type_value(&sk_bool_type))) return sk_truth(item);
    SK_AUTO SkValue r = sk_own(sk_call1(predicate, item));
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

#define PREDICATE_NEW(name)                                                                                             \
    static SkValue name##_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {                       \
        return predicate_new(type, &sk_itertools_##name##_type, #name, args, nargs, kwnames);                           \
    }
PREDICATE_NEW(dropwhile)
PREDICATE_NEW(takewhile)
PREDICATE_NEW(filterfalse)
PREDICATE_NEW(starmap)

static SkValue call_predicate(SkIterTool *t, SkValue item) {
    SkValue predicate = sk_tool_fixed(t, 0);
    return sk_own(sk_call1(predicate, item));
}

static SkValue dropwhile_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    for (;;) {
        SK_AUTO SkValue item = next_of(t, 1);
        if (sk_is_empty(item) || sk_load_relaxed(&t->n)) return sk_move(&item);
        SK_AUTO SkValue r = call_predicate(t, item);
        int truth = sk_is_empty(r) ? -1 : sk_truth(r);
        if (truth < 0) return SK_EMPTY;
        if (!truth) {
            sk_store_relaxed(&t->n, 1);
            return sk_move(&item);
        }
    }
}

static SkValue takewhile_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    if (sk_load_relaxed(&t->n)) return SK_EMPTY;
    SK_AUTO SkValue item = next_of(t, 1);
    if (sk_is_empty(item)) return SK_EMPTY;
    SK_AUTO SkValue r = call_predicate(t, item);
    int truth = sk_is_empty(r) ? -1 : sk_truth(r);
    if (truth == 0) sk_store_relaxed(&t->n, 1);
    return truth > 0 ? sk_move(&item) : SK_EMPTY;
}

static SkValue filterfalse_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    for (;;) {
        SK_AUTO SkValue item = next_of(t, 1);
        if (sk_is_empty(item)) return SK_EMPTY;
        int r = holds(t, item);
        if (r < 0) return SK_EMPTY;
        if (!r) return sk_move(&item);
    }
}

static SkValue starmap_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SK_AUTO SkValue item = next_of(t, 1);
    if (sk_is_empty(item)) return SK_EMPTY;
    SK_AUTO SkValue args = sk_to_tuple(item);
    return sk_is_empty(args) ? SK_EMPTY : sk_call_tuple(sk_tool_fixed(t, 0), args, SK_EMPTY);
}

SK_TOOL_TYPE(dropwhile, dropwhile_new, dropwhile_next,
             .doc = "dropwhile(predicate, iterable, /)\n--\n\nThe items from the first for which the predicate is false.");
SK_TOOL_TYPE(takewhile, takewhile_new, takewhile_next,
             .doc = "takewhile(predicate, iterable, /)\n--\n\nThe items up to the first for which the predicate is false.");
SK_TOOL_TYPE(filterfalse, filterfalse_new, filterfalse_next,
             .doc = "filterfalse(function, iterable, /)\n--\n\nThe items for which the function is false; None: the false items.");
SK_TOOL_TYPE(starmap, starmap_new, starmap_next,
             .doc = "starmap(function, iterable, /)\n--\n\nfunction(*item) for each item.");

// ---- islice -----------------------------------------------------------------------------------------------------------------------------
// s[0] source, emptied at the end; n: items taken from it; m: index of the next item wanted; k: step; s[1]: stop, an
// immediate int (fixed), -1 without end.

static bool slice_bound(SkValue v, int64_t otherwise, int64_t *out, const char *message) {
    *out = otherwise;
    if (sk_is_none(v)) return true;
    bool ok = sk_index_as_int64(v, out, sk_exc_OverflowError);
    if (!ok) sk_error_clear();
    if (ok && *out > SK_INT_MAX) *out = SK_INT_MAX;  // as good as endless
    if (ok && *out >= 0) return true;
    return sk_raise_false(sk_exc_ValueError, "%s", message);
}

#define SLICE_BOUNDS "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."

static SkValue islice_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    int64_t start = 0, stop, step = 1;
    if (!sk_tool_no_kwargs(type, &sk_itertools_islice_type, "islice", kwnames)) return SK_EMPTY;
    if (!sk_check_nargs("islice", nargs, 2, 4)) return SK_EMPTY;
    const char *stop_message = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    if (nargs == 2) {
        if (!slice_bound(args[1], -1, &stop, stop_message)) return SK_EMPTY;
    } else {
        if (!slice_bound(args[2], -1, &stop, stop_message) || !slice_bound(args[1], 0, &start, SLICE_BOUNDS)) return SK_EMPTY;
    }
    if (nargs == 4) {
        const char *message = "Step for islice() must be a positive integer or None.";
        if (!slice_bound(args[3], 1, &step, message)) return SK_EMPTY;
        if (step < 1) return sk_raise(sk_exc_ValueError, "%s", message);
    }
    SkIterTool *t = sk_tool_new(type, 1, sk_iter(args[0]), sk_from_small_int(stop), SK_EMPTY, SK_EMPTY);
    if (!t) return SK_EMPTY;
    sk_store_relaxed(&t->m, start);
    t->k = step;
    return sk_counted(t);
}

// The next item when nothing is skipped and it is at hand. SK_EMPTY: the general way.
static inline SkValue islice_step(SkIterTool *t) {
    SkValue source = sk_slot_peek(&t->s[0]);
    int64_t taken = sk_load_relaxed(&t->n), stop = sk_small_int(sk_tool_fixed(t, 1));
    if (sk_multithreaded || t->k != 1 || sk_is_empty(source) || taken != sk_load_relaxed(&t->m) || (uint64_t)taken >= (uint64_t)stop) return SK_EMPTY;
    SkValue item = sk_next_at_hand(source);
    if (sk_is_empty(item)) return SK_EMPTY;
    sk_store_relaxed(&t->n, taken + 1);
    sk_store_relaxed(&t->m, taken + 1);
    return item;
}

static SkValue islice_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkObject *o = &t->header;
    SkValue at_hand = islice_step(t);
    if (!sk_is_empty(at_hand)) return at_hand;
    SK_AUTO SkValue source = sk_slot_get(o, &t->s[0]);
    if (sk_is_empty(source)) return SK_EMPTY;
    int64_t stop = sk_small_int(sk_tool_fixed(t, 1));
    // Reserve a stretch of the source: what is skipped, and at its end the item wanted.
    sk_lock(o);
    int64_t taken = sk_load_relaxed(&t->n), wanted = sk_load_relaxed(&t->m);
    bool ended = stop >= 0 && wanted >= stop;
    int64_t skip = (ended ? stop : wanted) - taken;
    if (skip < 0) skip = 0;
    sk_store_relaxed(&t->n, taken + skip + !ended);
    if (!ended) {
        int64_t next;
        if (__builtin_add_overflow(wanted, t->k, &next)) next = INT64_MAX;
        if (stop >= 0 && next > stop) next = stop;
        sk_store_relaxed(&t->m, next);
    }
    sk_unlock(o);
    SkValue item = SK_EMPTY;
    for (int64_t i = 0; i < skip + !ended; i++) {
        sk_release(item);
        item = sk_next_or_stop(source);
        if (sk_is_empty(item)) break;
        if (i < skip) continue;
        return item;
    }
    sk_release(item);
    sk_slot_set(o, &t->s[0], SK_EMPTY);
    return SK_EMPTY;
}

SK_TOOL_TYPE(islice, islice_new, islice_next,
             .doc = "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nThe items that a slice of a list would select.");

// ---- pairwise -----------------------------------------------------------------------------------------------------------------------------
// s[0] source, emptied at its end; s[1] the item before; s[2] the last result, to be used again (sk_tuple_steal_into).

static SkValue pairwise_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_tool_no_kwargs(type, &sk_itertools_pairwise_type, "pairwise", kwnames) || !sk_check_nargs("pairwise", nargs, 1, 1))
        return SK_EMPTY;
    return sk_tool_value(sk_tool_new(type, 1, sk_iter(args[0]), SK_EMPTY, SK_EMPTY, SK_EMPTY));
}

static SkValue pairwise_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkObject *o = &t->header;
    if (!sk_multithreaded) {
        SkValue before = sk_slot_peek(&t->s[1]), source = sk_slot_peek(&t->s[0]);
        SkValue item = sk_is_empty(before) || sk_is_empty(source) ? SK_EMPTY : sk_own(sk_next_at_hand(source));
        if (!sk_is_empty(item)) {
            sk_slot_init(&t->s[1], sk_retain(item));
            return sk_tuple_pair_into(&t->s[2], before, item);
        }
    }
    SK_AUTO SkValue source = sk_slot_get(o, &t->s[0]);
    if (sk_is_empty(source)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue item = sk_own(sk_next_or_stop(source));
        if (sk_is_empty(item)) {
            sk_slot_set(o, &t->s[0], SK_EMPTY);
            sk_slot_set(o, &t->s[1], SK_EMPTY);
            return SK_EMPTY;
        }
        // Each item is swapped in once, so each is the first of one pair and the second of another.
        SK_AUTO SkValue before = sk_slot_swap(o, &t->s[1], sk_retain(item));
        if (!sk_is_empty(before)) return sk_tuple_pack(2, before, item);
    }
}

SK_TOOL_TYPE(pairwise, pairwise_new, pairwise_next,
             .doc = "pairwise(iterable, /)\n--\n\nThe pairs of neighbouring items.");

// ---- zip_longest ------------------------------------------------------------------------------------------------------------------------------
// s[0] a list of the sources, None where one has ended; s[1] the fill value (both fixed); s[2] the last result, to be used
// again (sk_tuple_steal_into); n: 1 when all have ended.

static SkValue zip_longest_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue fill = SK_NONE;
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)) {
        SkValue name = sk_tuple_peek(kwnames, 0);
        if (sk_tuple_len(kwnames) > 1 || !sk_str_equals_ascii(name, "fillvalue"))
            return sk_raise(sk_exc_TypeError, "zip_longest() got an unexpected keyword argument");
        fill = args[nargs];
    }
    SK_AUTO SkValue sources = sk_list_new(nargs);
    if (sk_is_empty(sources)) return SK_EMPTY;
    for (size_t i = 0; i < nargs; i++) {
        SkValue it = sk_iter(args[i]);
        if (sk_is_empty(it) || !sk_list_append_steal(sources, it)) return SK_EMPTY;
    }
    return sk_tool_value(sk_tool_new(type, 2, sk_move(&sources), sk_retain(fill), SK_EMPTY, SK_EMPTY));
}

// The next item of one source, or the fill value where it has ended. SK_EMPTY: an exception.
static SkValue zip_item(SkIterTool *t, SkValue sources, size_t i, bool *live) {
    SK_AUTO SkValue it = sk_list_get(sources, i);
    if (!sk_is_none(it)) {
        SkValue item = sk_own(sk_next(it));
        if (!sk_is_empty(item)) {
            *live = true;
            return item;
        }
        if (sk_error_occurred() || !sk_list_set(sources, i, SK_NONE)) return SK_EMPTY;
    }
    return sk_retain(sk_tool_fixed(t, 1));
}

// True if no source is left after the first i.
static bool all_ended(SkValue sources, size_t i) {
    for (; i < sk_list_len(sources); i++) {
        SK_AUTO SkValue it = sk_list_get(sources, i);
        if (!sk_is_none(it)) return false;
    }
    return true;
}

static SkValue zip_longest_next(SkValue self) {
    SkIterTool *t = sk_iter_tool(self);
    SkValue sources = sk_tool_fixed(t, 0);
    size_t n = sk_is_empty(sources) ? 0 : sk_list_len(sources);
    if (!n || sk_load_relaxed(&t->n)) return SK_EMPTY;
    SkValue few[8], *items = n <= SK_COUNT_OF(few) ? few : sk_malloc(n * sizeof *items), result = SK_EMPTY;
    if (!items) return sk_raise_memory();
    bool live = false;
    size_t i = 0;
    for (; i < n; i++) {
        items[i] = zip_item(t, sources, i, &live);
        if (sk_is_empty(items[i])) break;
        if (live || !all_ended(sources, i + 1)) continue;
        i++;
        break;
    }
    if (i == n && live) {
        result = sk_tuple_steal_into(&t->s[2], items, n);
    } else {
        sk_store_relaxed(&t->n, 1);
        while (i > 0) sk_release(items[--i]);
    }
    if (items != few) sk_free(items);
    return result;
}

SK_TOOL_TYPE(zip_longest, zip_longest_new, zip_longest_next,
             .doc = "zip_longest(*iterables, fillvalue=None)\n--\n\nTuples of the items of each iterable, up to the end of the longest.");
