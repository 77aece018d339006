// Built-in functions that walk iterables: all any iter len max min next sorted sum aiter anext.
#include <math.h>

#include "core/vm/generator.h"
#include "modules/builtins.h"
#include "objects/bytearray.h"
#include "objects/complex.h"
#include "objects/cursor.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/iter.h"
#include "objects/list_internal.h"
#include "objects/native.h"
#include "objects/near_name.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// The next item, counted, after a safepoint: loops over native iterators can be interrupted.
static inline SkValue next_item(SkCursor *c) { return sk_safepoint_poll() ? sk_own(sk_cursor_next(c)) : SK_EMPTY; }

static SkValue b_len(SkValue module, SkValue x) {
    (void)module;
    int64_t n = sk_len(x);
    return n < 0 ? SK_EMPTY : sk_int_from_int64(n);
}

// ---- the front of a list or tuple, without an iterator --------------------------------------------------------------

// The items of a tuple, or of a list that is this thread's own, as long as nothing runs that could change it; at most
// so many that a safepoint does not wait long. NULL: another kind of iterable.
static const SkSlot *front_items(SkValue iterable, size_t *n) {
    enum { MOST = 1 << 16 };
    const SkSlot *items = NULL;
    if (sk_is_exact_tuple(iterable)) {
        items = sk_as_tuple(iterable)->items;
        *n = sk_tuple_len(iterable);
    } else if (sk_is_exact_list(iterable)) {
        SkList *l = sk_as_list(iterable);
        if (!sk_is_mine(&l->header) || sk_is_shared(&l->header)) return NULL;
        items = sk_load_relaxed(&l->array)->items;
        *n = sk_list_len(iterable);
    }
    if (items && *n > MOST) *n = MOST;
    return items;
}

// Stops at the first item whose truth is `stop`.
static SkValue find_truth(SkValue iterable, int stop) {
    size_t front = 0, n = 0;
    for (const SkSlot *items = front_items(iterable, &n); items && front < n; front++) {
        SkValue v = sk_slot_peek(&items[front]);
        bool known = sk_is_bool(v) || sk_is_none(v) || sk_is_small_int(v);
        if (!known) break;
        if ((sk_is_small_int(v) ? sk_small_int(v) != 0 : sk_is_bool(v) && sk_is_true(v)) == stop) return sk_bool(stop);
    }
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open_at(&c, iterable, (int64_t)front)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue item = next_item(&c);
        if (sk_is_empty(item)) return sk_error_occurred() ? SK_EMPTY : sk_bool(!stop);
        int truth = sk_truth(item);
        if (truth < 0) return SK_EMPTY;
        if (truth == stop) return sk_bool(stop);
    }
}
static SkValue b_all(SkValue module, SkValue iterable) {
    (void)module;
    return find_truth(iterable, 0);
}
static SkValue b_any(SkValue module, SkValue iterable) {
    (void)module;
    return find_truth(iterable, 1);
}

// ---- iterators -------------------------------------------------------------------------------------------------------

static SkValue b_iter(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("iter", nargs, 1, 2)) return SK_EMPTY;
    if (nargs == 1) return sk_iter(args[0]);
    if (!sk_is_callable(args[0])) return sk_raise(sk_exc_TypeError, "iter(v, w): v must be callable");
    return sk_call_iter_new(args[0], args[1]);
}

static SkValue b_next(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("next", nargs, 1, 2)) return SK_EMPTY;
    SkUnaryFn next = sk_type_of(args[0])->iternext;
    if (!next) return sk_raise(sk_exc_TypeError, "'%.200T' object is not an iterator", args[0]);
    SkValue v = next(args[0]);
    if (!sk_is_empty(v)) return v;
    if (nargs > 1) return !sk_error_occurred() || sk_error_clear_if(sk_exc_StopIteration) ? sk_dup(args[1]) : SK_EMPTY;
    return sk_error_occurred() ? SK_EMPTY : sk_raise_stop_iteration(SK_EMPTY);
}

static SkValue b_aiter(SkValue module, SkValue x) {
    (void)module;
    SkUnaryFn aiter = sk_type_of(x)->async_.aiter;
    if (!aiter) return sk_raise(sk_exc_TypeError, "'%.200T' object is not an async iterable", x);
    SkValue it = sk_own(aiter(x));
    if (sk_is_empty(it) || sk_type_of(it)->async_.anext) return it;
    sk_raise(sk_exc_TypeError, "aiter() returned not an async iterator of type '%.200T'", it);
    sk_release(it);
    return SK_EMPTY;
}

static SkValue b_anext(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("anext", nargs, 1, 2)) return SK_EMPTY;
    SkUnaryFn anext = sk_type_of(args[0])->async_.anext;
    if (!anext) return sk_raise(sk_exc_TypeError, "'%.200T' object is not an async iterator", args[0]);
    SkValue awaitable = anext(args[0]);
    if (sk_is_empty(awaitable) || nargs == 1) return awaitable;
    SK_AUTO SkValue held = sk_own(awaitable);
    return sk_anext_awaitable_new(held, args[1]);
}

// ---- min, max, sorted ----------------------------------------------------------------------------------------------------

typedef struct {
    const char *name;
    SkCompareOp op;   // candidate op best: the candidate wins
    SkValue key;      // or SK_EMPTY
    SkValue best, best_key;
} Extreme;

// Takes item (counted). False: exception.
static bool offer(Extreme *e, SkValue item) {
    SkValue key = sk_is_empty(e->key) ? sk_retain(item) : sk_call1(e->key, item);
    if (sk_is_empty(key)) return sk_release(item), false;
    if (!sk_is_empty(e->best)) {
        int wins = e->op == SK_LT ? sk_quick_less(key, e->best_key) : sk_quick_less(e->best_key, key);
        if (wins < 0) {
            SkValue r = sk_compare(key, e->best_key, e->op);
            if (!sk_is_empty(r)) wins = sk_truth(r);
            sk_release(r);
        }
        if (wins <= 0) {
            sk_release(key);
            sk_release(item);
            return wins == 0;
        }
    }
    SkValue old = e->best, old_key = e->best_key;
    e->best = item;
    e->best_key = key;
    sk_release(old);
    sk_release(old_key);
    return true;
}

// The best of the small ints, or of the immediate floats, at the front. How many items that were.
static size_t offer_front(Extreme *e, SkValue iterable) {
    size_t n = 0, i = 0;
    const SkSlot *items = sk_is_empty(e->key) ? front_items(iterable, &n) : NULL;
    if (!items || n == 0) return 0;
    SkValue best = sk_slot_peek(&items[0]);
    if (sk_is_small_int(best)) {
        int64_t b = sk_small_int(best);
        for (i = 1; i < n; i++) {
            SkValue v = sk_slot_peek(&items[i]);
            if (!sk_is_small_int(v)) break;
            int64_t x = sk_small_int(v);
            if (e->op == SK_LT ? x < b : x > b) b = x;
        }
        best = sk_from_small_int(b);
    } else if (sk_is_immediate_float(best)) {
        double b = sk_float_value(best);
        for (i = 1; i < n; i++) {
            SkValue v = sk_slot_peek(&items[i]);
            if (!sk_is_immediate_float(v)) break;
            double x = sk_float_value(v);
            if (e->op == SK_LT ? x < b : x > b) {
                b = x;
                best = v;
            }
        }
    }
    if (i) e->best = e->best_key = best;
    return i;
}

static bool offer_all(Extreme *e, SkValue iterable) {
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open_at(&c, iterable, (int64_t)offer_front(e, iterable))) return false;
    for (;;) {
        SkValue item = next_item(&c);
        if (sk_is_empty(item)) return !sk_error_occurred();
        if (!offer(e, item)) return false;
    }
}

static SkValue extreme(Extreme *e, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue otherwise = SK_EMPTY;
    static const char *const names[] = {"key", "default"};
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "%s expected at least 1 argument, got 0", e->name);
    for (size_t i = 0; !sk_is_empty(kwnames) && i < sk_tuple_len(kwnames); i++) {
        SkValue name = sk_tuple_peek(kwnames, i), value = args[nargs + i];
        if (sk_str_equals_ascii(name, "key")) e->key = sk_is_none(value) ? SK_EMPTY : value;
        else if (sk_str_equals_ascii(name, "default")) otherwise = value;
        else return (void)sk_raise_stray_keyword(e->op == SK_LT ? "min()" : "max()", name, names, SK_COUNT_OF(names)), SK_EMPTY;
    }
    if (nargs > 1 && !sk_is_empty(otherwise))
        return sk_raise(sk_exc_TypeError, "Cannot specify a default for %s() with multiple positional arguments", e->name);
    bool ok = true;
    if (nargs == 1) ok = offer_all(e, args[0]);
    for (size_t i = 0; nargs > 1 && ok && i < nargs; i++) ok = offer(e, sk_retain(args[i]));
    SkValue best = e->best;
    sk_release(e->best_key);
    if (!ok) return sk_release(best), SK_EMPTY;
    if (!sk_is_empty(best)) return best;
    if (!sk_is_empty(otherwise)) return sk_dup(otherwise);
    return sk_raise(sk_exc_ValueError, "%s() iterable argument is empty", e->name);
}

static SkValue b_min(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    return extreme(&(Extreme){.name = "min", .op = SK_LT}, args, nargs, kwnames);
}
static SkValue b_max(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    return extreme(&(Extreme){.name = "max", .op = SK_GT}, args, nargs, kwnames);
}

static SkValue b_sorted(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    if (!sk_check_nargs("sorted", nargs, 1, 1)) return SK_EMPTY;
    SkValue key = SK_EMPTY;
    int reverse = 0;
    static const char *const names[] = {"key", "reverse"};
    for (size_t i = 0; !sk_is_empty(kwnames) && i < sk_tuple_len(kwnames); i++) {
        SkValue name = sk_tuple_peek(kwnames, i), value = args[nargs + i];
        if (sk_str_equals_ascii(name, "key")) key = sk_is_none(value) ? SK_EMPTY : value;
        else if (sk_str_equals_ascii(name, "reverse")) reverse = sk_truth(value);
        else return (void)sk_raise_stray_keyword("sort()", name, names, SK_COUNT_OF(names)), SK_EMPTY;
        if (reverse < 0) return SK_EMPTY;
    }
    SK_AUTO SkValue list = sk_to_list(args[0]);
    if (sk_is_empty(list) || !sk_list_sort_by(list, key, reverse)) return SK_EMPTY;
    return sk_move(&list);
}

// ---- sum ---------------------------------------------------------------------------------------------------------------

// Compensated summation (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974).
typedef struct {
    double high, low;
} Sum;

static void sum_add(Sum *s, double x) {
    double t = s->high + x;
    s->low += fabs(s->high) >= fabs(x) ? (s->high - t) + x : (x - t) + s->high;
    s->high = t;
}

static double sum_value(const Sum *s) { return s->low != 0 && isfinite(s->low) ? s->high + s->low : s->high; }

typedef enum { ENDED, OTHER, FAILED } Stop;

// Each walks the items it understands, leaves the sum in *total (counted), and the first item it does not in *item.
static Stop sum_ints(SkCursor *c, SkValue *total, SkValue *item) {
    int64_t sum = 0;
    SkValue big = *total;   // what does not fit, or was there before
    if (sk_is_small_int(big)) {
        sum = sk_small_int(big);
        big = SK_EMPTY;
    }
    Stop stop = ENDED;
    for (;;) {
        SkValue v = next_item(c);
        int64_t i = 0;
        if (sk_likely(sk_is_small_int(v))) {
            i = sk_small_int(v);
        } else if (sk_is_bool(v)) {
            i = sk_is_true(v);
        } else if (!sk_is_empty(v) && sk_is_exact_int(v)) {
            SkValue r = sk_is_empty(big) ? v : sk_int_add(big, v);
            if (!sk_is_empty(big)) sk_release(v), sk_release(big);
            big = r;
            if (sk_is_empty(big)) return *total = SK_EMPTY, FAILED;
            continue;
        } else {
            *item = v;
            stop = !sk_is_empty(v) ? OTHER : sk_error_occurred() ? FAILED : ENDED;
            break;
        }
        int64_t r;
        if (sk_unlikely(__builtin_add_overflow(sum, i, &r))) {
            SkValue part = sk_int_from_int64(sum);
            SkValue all = sk_is_empty(big) ? sk_retain(part) : sk_int_add(big, part);
            sk_release(part);
            sk_release(big);
            big = all;
            if (sk_is_empty(big)) return *total = SK_EMPTY, FAILED;
            r = i;
        }
        sum = r;
    }
    SkValue part = sk_int_from_int64(sum);
    if (sk_is_empty(big) || sk_is_empty(part)) {
        sk_release(big);
        *total = part;
    } else {
        *total = sk_int_add(big, part);
        sk_release(part);
        sk_release(big);
    }
    return sk_is_empty(*total) ? FAILED : stop;
}

static bool int_as_double(SkValue v, double *out) {
    bool overflow = false;
    *out = sk_int_to_double(v, &overflow);
    return !overflow || sk_raise_false(sk_exc_OverflowError, "int too large to convert to float");
}

static Stop sum_floats(SkCursor *c, SkValue *total, SkValue *item) {
    Sum s = {sk_float_value(*total), 0};
    Stop stop = OTHER;
    for (;;) {
        SkValue v = next_item(c);
        if (sk_is_empty(v)) {
            stop = sk_error_occurred() ? FAILED : ENDED;
            break;
        }
        if (sk_is_exact_float(v)) {
            sum_add(&s, sk_float_value(v));
        } else if (sk_is_int(v)) {
            double d;
            if (!int_as_double(v, &d)) {
                sk_release(v);
                stop = FAILED;
                break;
            }
            sum_add(&s, d);
        } else {
            *item = v;
            break;
        }
        sk_release(v);
    }
    sk_release(*total);
    *total = stop == FAILED ? SK_EMPTY : sk_float_new(sum_value(&s));
    return sk_is_empty(*total) ? FAILED : stop;
}

static Stop sum_complexes(SkCursor *c, SkValue *total, SkValue *item) {
    SkComplex z = sk_complex_value(*total);
    Sum re = {z.real, 0}, im = {z.imag, 0};
    Stop stop = OTHER;
    for (;;) {
        SkValue v = next_item(c);
        if (sk_is_empty(v)) {
            stop = sk_error_occurred() ? FAILED : ENDED;
            break;
        }
        double d;
        if (sk_has_index(v, SK_T_COMPLEX)) {
            z = sk_complex_value(v);
            sum_add(&re, z.real);
            sum_add(&im, z.imag);
        } else if (sk_is_int(v)) {
            if (!int_as_double(v, &d)) {
                sk_release(v);
                stop = FAILED;
                break;
            }
            sum_add(&re, d);
        } else if (sk_is_float(v)) {
            sum_add(&re, sk_float_value(v));
        } else {
            *item = v;
            break;
        }
        sk_release(v);
    }
    sk_release(*total);
    *total = stop == FAILED ? SK_EMPTY : sk_complex_new(sum_value(&re), sum_value(&im));
    return sk_is_empty(*total) ? FAILED : stop;
}

static bool add_item(SkValue *total, SkValue item) {
    SkValue r = sk_binary(SK_OP_ADD, *total, item);
    sk_release(item);
    sk_release(*total);
    *total = r;
    return !sk_is_empty(r);
}

static SkValue b_sum(SkValue module, const SkValue *args) {
    (void)module;
    SkValue start = sk_is_empty(args[1]) ? sk_from_small_int(0) : args[1];
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, args[0])) return SK_EMPTY;
    if (sk_is_str(start)) return sk_raise(sk_exc_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (sk_is_bytes(start)) return sk_raise(sk_exc_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (sk_is_instance_of(start, &sk_bytearray_type))
        return sk_raise(sk_exc_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    SkValue total = sk_retain(start);
    typedef Stop (*Phase)(SkCursor *, SkValue *, SkValue *);
    static const Phase phases[] = {sum_ints, sum_floats, sum_complexes};
    for (size_t i = 0; i < SK_COUNT_OF(phases); i++) {
        bool fits = i == 0 ? sk_is_exact_int(total) : i == 1 ? sk_is_exact_float(total) : sk_has_index(total, SK_T_COMPLEX);
        if (!fits) continue;
        SkValue item = SK_EMPTY;
        Stop stop = phases[i](&c, &total, &item);
        if (stop == FAILED) return sk_release(item), sk_release(total), SK_EMPTY;
        if (stop == ENDED || !add_item(&total, item)) return total;
    }
    for (;;) {
        SkValue item = next_item(&c);
        if (sk_is_empty(item)) {
            if (!sk_error_occurred()) return total;
            sk_release(total);
            return SK_EMPTY;
        }
        if (!add_item(&total, item)) return SK_EMPTY;
    }
}

const SkMethodDef sk_builtins_iter_functions[] = {
    {.name = "aiter", .kind = SK_ONEARG, .onearg = b_aiter, .sig = "(async_iterable, /)", .doc = "Return an asynchronous iterator over an asynchronous iterable."},
    {.name = "all", .kind = SK_ONEARG, .onearg = b_all, .sig = "(iterable, /)", .doc = "Tell whether no item of the iterable is false."},
    {.name = "anext", .kind = SK_FAST, .fast = b_anext, .sig = "(aiterator, default=<unrepresentable>, /)", .doc = "Return an awaitable of the next item; with a default, the end is no error."},
    {.name = "any", .kind = SK_ONEARG, .onearg = b_any, .sig = "(iterable, /)", .doc = "Tell whether some item of the iterable is true."},
    {.name = "iter", .kind = SK_FAST, .fast = b_iter, .doc = "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator over an iterable, or over what a callable returns until it returns the sentinel."},
    {.name = "len", .kind = SK_ONEARG, .onearg = b_len, .sig = "(obj, /)", .doc = "Return the number of items in a container."},
    {.name = "max", .kind = SK_KW, .kw = b_max, .doc = "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nReturn the biggest item or argument."},
    {.name = "min", .kind = SK_KW, .kw = b_min, .doc = "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nReturn the smallest item or argument."},
    {.name = "next", .kind = SK_FAST, .fast = b_next, .doc = "next(iterator[, default])\n\nReturn the next item; with a default, the end is no error."},
    {.name = "sorted", .kind = SK_KW, .kw = b_sorted, .sig = "(iterable, /, *, key=None, reverse=False)", .doc = "Return a new list of the items in ascending order."},
    {.name = "sum", .kind = SK_SIG, .sig_fn = b_sum, .sig = "(iterable, /, start=0)", .doc = "Return start plus all items of the iterable."},
    {0},
};
