// list.sort and list.reverse.
//
// Sorting is Tim Peters's Timsort (described in CPython's listsort.txt, 2002): natural runs, short ones extended by
// binary insertion, stable merges with galloping. The order of merges is J. Munro's and S. Wild's Powersort
// ("Nearly-Optimal Mergesorts", 2018).
//
// While the comparisons run, the list is empty and its items are in a private array, which holds their references.
#include <string.h>

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/list_internal.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

typedef struct Sort Sort;
// 1: a < b, 0: not, -1: exception.
typedef int (*LessFn)(Sort *s, SkValue a, SkValue b);

// A run of keys, and of the values that move with them (NULL where the keys are the values).
typedef struct {
    SkValue *keys, *values;
} Part;

typedef struct {
    size_t start, length;
    int power;  // of the boundary to the next run
} Run;

enum { MAX_RUNS = 85, MIN_GALLOP = 7, POLL_EVERY = 4096 };

struct Sort {
    LessFn less;
    Part items;
    size_t count;
    Part spare;        // room for the shorter run of a merge
    size_t spare_size;
    size_t min_gallop;
    unsigned since_poll;
    int nruns;
    Run runs[MAX_RUNS];
};

// ---- comparisons ----------------------------------------------------------------------------------------------------

static int less_any(Sort *s, SkValue a, SkValue b) {
    (void)s;
    return sk_less(a, b);
}

// The native comparisons let others have their say now and then.
static inline int polled(Sort *s, bool less) {
    if (sk_unlikely(++s->since_poll >= POLL_EVERY)) {
        s->since_poll = 0;
        if (!sk_safepoint_poll()) return -1;
    }
    return less;
}

static int less_small_int(Sort *s, SkValue a, SkValue b) { return polled(s, (int64_t)a.w < (int64_t)b.w); }

static int less_float(Sort *s, SkValue a, SkValue b) { return polled(s, sk_float_value(a) < sk_float_value(b)); }

static int less_latin1(Sort *s, SkValue a, SkValue b) {
    SkStr *x = sk_as_str(a), *y = sk_as_str(b);
    size_t n = x->length < y->length ? x->length : y->length;
    int c = memcmp(x->data, y->data, n);
    return polled(s, c < 0 || (c == 0 && x->length < y->length));
}

static int less_str(Sort *s, SkValue a, SkValue b) { return polled(s, sk_str_compare(a, b) < 0); }

// Tuples, which are mostly told apart by numbers or strings: the first items that differ.
static int less_tuple(Sort *s, SkValue a, SkValue b) {
    size_t n = sk_tuple_len(a), m = sk_tuple_len(b), i = 0;
    for (; i < n && i < m; i++) {
        SkValue x = sk_tuple_peek(a, i), y = sk_tuple_peek(b, i);
        if (sk_is_small_int(x) && sk_is_small_int(y)) {
            if (x.w == y.w) continue;
            return polled(s, (int64_t)x.w < (int64_t)y.w);
        }
        if (sk_is_immediate_float(x) && sk_is_immediate_float(y)) {
            double c = sk_immediate_float(x), d = sk_immediate_float(y);
            if (c == d) continue;
            return polled(s, c < d);
        }
        if (sk_is(x, y)) continue;
        if (sk_is_exact_str(x) && sk_is_exact_str(y)) {
            int c = sk_str_compare(x, y);
            if (c == 0) continue;
            return polled(s, c < 0);
        }
        int same = sk_compare_bool(x, y, SK_EQ);
        if (same < 0) return -1;
        if (!same) return less_any(s, x, y);
    }
    return polled(s, n < m);
}

static LessFn choose_less(const SkValue *keys, size_t n) {
    bool ints = true, floats = true, latin1 = true, strs = true, tuples = true;
    for (size_t i = 0; i < n && (ints || floats || strs || tuples); i++) {
        ints = ints && sk_is_small_int(keys[i]);
        floats = floats && sk_is_exact_float(keys[i]);
        strs = strs && sk_is_exact_str(keys[i]);
        latin1 = latin1 && strs && sk_as_str(keys[i])->kind == 1;
        tuples = tuples && sk_is_exact_tuple(keys[i]);
    }
    if (ints) return less_small_int;
    if (floats) return less_float;
    if (strs) return latin1 ? less_latin1 : less_str;
    return tuples ? less_tuple : less_any;
}

// ---- parts ----------------------------------------------------------------------------------------------------------------

static inline Part at(Part p, size_t i) { return (Part){p.keys + i, p.values ? p.values + i : NULL}; }

static inline void move(Part to, size_t i, Part from, size_t j, size_t n) {
    memmove(to.keys + i, from.keys + j, n * sizeof(SkValue));
    if (to.values) memmove(to.values + i, from.values + j, n * sizeof(SkValue));
}

static inline void copy_one(Part to, size_t i, Part from, size_t j) {
    to.keys[i] = from.keys[j];
    if (to.values) to.values[i] = from.values[j];
}

static void reverse_words(SkValue *p, size_t n) {
    for (size_t i = 0; i < n / 2; i++) {
        SkValue v = p[i];
        p[i] = p[n - 1 - i];
        p[n - 1 - i] = v;
    }
}

static void reverse_part(Part p, size_t n) {
    reverse_words(p.keys, n);
    if (p.values) reverse_words(p.values, n);
}

// ---- runs --------------------------------------------------------------------------------------------------------------------

// The length of the run at the beginning of p, which is left ascending; 0 with an exception.
static size_t count_run(Sort *s, Part p, size_t n) {
    if (n < 2) return n;
    int down = s->less(s, p.keys[1], p.keys[0]);
    if (down < 0) return 0;
    size_t i = 2;
    for (; i < n; i++) {
        int less = s->less(s, p.keys[i], p.keys[i - 1]);
        if (less < 0) return 0;
        if (less != down) break;  // descending runs are strict, so that reversing keeps the order of equals
    }
    if (down) reverse_part(p, i);
    return i;
}

// Sorts p, whose first `sorted` items are in order.
static bool insertion_sort(Sort *s, Part p, size_t n, size_t sorted) {
    for (size_t i = sorted; i < n; i++) {
        size_t low = 0, high = i;
        SkValue key = p.keys[i], value = p.values ? p.values[i] : SK_EMPTY;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            int less = s->less(s, key, p.keys[middle]);
            if (less < 0) return false;
            if (less)
                high = middle;
            else
                low = middle + 1;
        }
        move(p, low + 1, p, low, i - low);
        p.keys[low] = key;
        if (p.values) p.values[low] = value;
    }
    return true;
}

// Shortest run worth merging: between 32 and 64, so that n / it is a power of two or just below.
static size_t min_run(size_t n) {
    size_t odd = 0;
    while (n >= 64) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

// ---- galloping -----------------------------------------------------------------------------------------------------------------

// The number of keys in the sorted run p[0..n) that come before key: those < key (left), or those <= key (right).
// Searches outward from `hint` in doubling steps, then by halves. -1: exception.
static int64_t gallop(Sort *s, SkValue key, const SkValue *p, size_t n, size_t hint, bool right) {
    // before(i): p[i] comes before key
#define BEFORE(i) (right ? 1 - s->less(s, key, p[i]) : s->less(s, p[i], key))
#define FAILED(b) ((b) != 0 && (b) != 1)
    size_t low, high, step = 1;  // p[low - 1] comes before key, p[high] does not
    int before = BEFORE(hint);
    if (FAILED(before)) return -1;
    if (before) {
        low = hint + 1;
        for (;;) {
            if (step >= n - hint) {
                high = n;
                break;
            }
            before = BEFORE(hint + step);
            if (FAILED(before)) return -1;
            if (!before) {
                high = hint + step;
                break;
            }
            low = hint + step + 1;
            step = 2 * step + 1;
        }
    } else {
        high = hint;
        for (;;) {
            if (step > hint) {
                low = 0;
                break;
            }
            before = BEFORE(hint - step);
            if (FAILED(before)) return -1;
            if (before) {
                low = hint - step + 1;
                break;
            }
            high = hint - step;
            step = 2 * step + 1;
        }
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        before = BEFORE(middle);
        if (FAILED(before)) return -1;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return (int64_t)low;
#undef BEFORE
#undef FAILED
}

// ---- merging ---------------------------------------------------------------------------------------------------------------------

static bool spare_room(Sort *s, size_t n) {
    if (n <= s->spare_size) return true;
    size_t words = s->items.values ? 2 * n : n;
    sk_free(s->spare.keys);
    s->spare.keys = sk_malloc(words * sizeof(SkValue));
    s->spare_size = s->spare.keys ? n : 0;
    s->spare.values = s->items.values && s->spare.keys ? s->spare.keys + n : NULL;
    if (!s->spare.keys) sk_raise_memory();
    return s->spare.keys != NULL;
}

// Merges a (na items) with b (nb items, right behind it), na <= nb: a is moved aside, the result grows from the left.
// Whatever happens, every item is back in place at the end, in some order.
static bool merge_low(Sort *s, Part a, size_t na, Part b, size_t nb) {
    if (!spare_room(s, na)) return false;
    move(s->spare, 0, a, 0, na);
    Part left = s->spare, out = a;
    size_t i = 0, j = 0, k = 0;  // next of left, of b, and of the result
    bool ok = true;
    copy_one(out, k++, b, j++);  // b's first is below a's first, as the caller found
    while (i < na && j < nb) {
        size_t won_left = 0, won_right = 0;
        while (i < na && j < nb && (won_left | won_right) < s->min_gallop) {
            int less = s->less(s, b.keys[j], left.keys[i]);
            if (less < 0) goto failed;
            if (less) {
                copy_one(out, k++, b, j++);
                won_right++;
                won_left = 0;
            } else {
                copy_one(out, k++, left, i++);
                won_left++;
                won_right = 0;
            }
        }
        s->min_gallop++;
        while (i < na && j < nb) {
            int64_t n = gallop(s, b.keys[j], left.keys + i, na - i, 0, true);
            if (n < 0) goto failed;
            move(out, k, left, i, (size_t)n);
            k += (size_t)n;
            i += (size_t)n;
            if (i == na) break;
            copy_one(out, k++, b, j++);
            if (j == nb) break;
            int64_t m = gallop(s, left.keys[i], b.keys + j, nb - j, 0, false);
            if (m < 0) goto failed;
            move(out, k, b, j, (size_t)m);
            k += (size_t)m;
            j += (size_t)m;
            if (j == nb) break;
            copy_one(out, k++, left, i++);
            if (s->min_gallop > 1) s->min_gallop--;
            if (n < MIN_GALLOP && m < MIN_GALLOP) {
                s->min_gallop++;
                break;
            }
        }
    }
    goto done;
failed:
    ok = false;
done:
    move(out, k, left, i, na - i);  // what is left of b is in place already
    return ok;
}

// The same for nb <= na: b is moved aside, the result grows from the right.
static bool merge_high(Sort *s, Part a, size_t na, Part b, size_t nb) {
    if (!spare_room(s, nb)) return false;
    move(s->spare, 0, b, 0, nb);
    Part right = s->spare, out = a;
    size_t i = na, j = nb, k = na + nb;  // one past the next of a, of right, and of the result
    bool ok = true;
    copy_one(out, --k, a, --i);  // a's last is above b's last, as the caller found
    while (i > 0 && j > 0) {
        size_t won_left = 0, won_right = 0;
        while (i > 0 && j > 0 && (won_left | won_right) < s->min_gallop) {
            int less = s->less(s, right.keys[j - 1], a.keys[i - 1]);
            if (less < 0) goto failed;
            if (less) {
                copy_one(out, --k, a, --i);
                won_left++;
                won_right = 0;
            } else {
                copy_one(out, --k, right, --j);
                won_right++;
                won_left = 0;
            }
        }
        s->min_gallop++;
        while (i > 0 && j > 0) {
            int64_t keep = gallop(s, right.keys[j - 1], a.keys, i, i - 1, true);
            if (keep < 0) goto failed;
            size_t n = i - (size_t)keep;
            k -= n;
            i -= n;
            move(out, k, a, i, n);
            if (i == 0) break;
            copy_one(out, --k, right, --j);
            if (j == 0) break;
            keep = gallop(s, a.keys[i - 1], right.keys, j, j - 1, false);
            if (keep < 0) goto failed;
            size_t m = j - (size_t)keep;
            k -= m;
            j -= m;
            move(out, k, right, j, m);
            if (j == 0) break;
            copy_one(out, --k, a, --i);
            if (s->min_gallop > 1) s->min_gallop--;
            if (n < MIN_GALLOP && m < MIN_GALLOP) {
                s->min_gallop++;
                break;
            }
        }
    }
    goto done;
failed:
    ok = false;
done:
    move(out, k - j, right, 0, j);  // what is left of a is in place already
    return ok;
}

// Merges the two topmost runs.
static bool merge_top(Sort *s) {
    Run *x = &s->runs[s->nruns - 2], *y = x + 1;
    Part a = at(s->items, x->start), b = at(s->items, y->start);
    size_t na = x->length, nb = y->length;
    x->length += y->length;
    s->nruns--;
    // What is in place at both ends needs no merging.
    int64_t skip = gallop(s, b.keys[0], a.keys, na, 0, true);
    if (skip < 0) return false;
    a = at(a, (size_t)skip);
    na -= (size_t)skip;
    if (na == 0) return true;
    int64_t keep = gallop(s, a.keys[na - 1], b.keys, nb, nb - 1, false);
    if (keep <= 0) return keep == 0;
    nb = (size_t)keep;
    return na <= nb ? merge_low(s, a, na, b, nb) : merge_high(s, a, na, b, nb);
}

// Powersort: the depth, in a perfectly balanced tree over n items, of the node whose boundary separates the midpoints
// of two neighbouring runs.
static int boundary_power(size_t start, size_t n1, size_t n2, size_t n) {
    size_t a = 2 * start + n1, b = a + n1 + n2;  // twice the midpoints
    int power = 0;
    for (;;) {
        power++;
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

static bool push_run(Sort *s, size_t start, size_t length) {
    if (s->nruns > 0) {
        Run *top = &s->runs[s->nruns - 1];
        int power = boundary_power(top->start, top->length, length, s->count);
        while (s->nruns > 1 && s->runs[s->nruns - 2].power > power)
            if (!merge_top(s)) return false;
        s->runs[s->nruns - 1].power = power;
    }
    s->runs[s->nruns++] = (Run){start, length, 0};
    return true;
}

static bool sort_items(Sort *s) {
    size_t shortest = min_run(s->count);
    for (size_t start = 0; start < s->count;) {
        Part p = at(s->items, start);
        size_t left = s->count - start, n = count_run(s, p, left);
        if (n == 0) return false;
        if (n < shortest) {
            size_t target = left < shortest ? left : shortest;
            if (!insertion_sort(s, p, target, n)) return false;
            n = target;
        }
        if (!push_run(s, start, n)) return false;
        start += n;
    }
    while (s->nruns > 1)
        if (!merge_top(s)) return false;
    return true;
}

// ---- the list ------------------------------------------------------------------------------------------------------------------------

// keys[i] = key(values[i]), all of them or none.
static bool call_keys(SkValue key, const SkValue *values, SkValue *keys, size_t n) {
    for (size_t i = 0; i < n; i++) {
        keys[i] = sk_call1(key, values[i]);
        if (!sk_is_empty(keys[i])) continue;
        while (i > 0) sk_release(keys[--i]);
        return false;
    }
    return true;
}

static bool sort_values(SkValue *values, size_t n, SkValue key, bool reverse) {
    Sort s = {.count = n, .min_gallop = MIN_GALLOP};
    SkValue *keys = NULL;
    bool keyed = !sk_is_none(key) && !sk_is_empty(key);
    if (keyed) {
        keys = sk_malloc((n ? n : 1) * sizeof *keys);
        if (!keys) {
            sk_raise_memory();
            return false;
        }
        if (!call_keys(key, values, keys, n)) {
            sk_free(keys);
            return false;
        }
    }
    s.items = keyed ? (Part){keys, values} : (Part){values, NULL};
    s.less = choose_less(s.items.keys, n);
    // Descending and stable: reverse, sort ascending, reverse.
    if (reverse) reverse_part(s.items, n);
    bool ok = sort_items(&s);
    if (reverse) reverse_part(s.items, n);
    sk_free(s.spare.keys);
    if (keyed) {
        for (size_t i = 0; i < n; i++) sk_release(keys[i]);
        sk_free(keys);
    }
    return ok;
}

bool sk_list_sort_by(SkValue list, SkValue key, bool reverse) {
    SkList *l = sk_as_list(list);
    // Room for the result first, for the list must get its items back whatever happens.
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    SkListArray *before = sk_load_relaxed(&l->array), *result = NULL;
    size_t n = sk_load_relaxed(&l->length);
    if (n) result = sk_list_array_new(n);
    if (result) {
        for (size_t i = 0; i < n; i++) sk_slot_init(&result->items[i], sk_slot_peek(&before->items[i]));
        sk_store_relaxed(&l->length, 0);
        sk_store_release(&l->array, sk_list_empty_array());  // PAIR(list-array)
    }
    sk_unlock(&l->header);
    if (!result) return n == 0 || (sk_raise_memory(), false);
    sk_list_array_retire(l, before);

    _Static_assert(sizeof(SkSlot) == sizeof(SkValue), "an unpublished array of slots is an array of values");
    bool ok = sort_values((SkValue *)(void *)result->items, n, key, reverse);

    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    SkListArray *meanwhile = sk_load_relaxed(&l->array);
    size_t extra = sk_load_relaxed(&l->length);
    for (size_t i = 0; i < extra; i++) sk_flag_removed_locked(&l->header, sk_slot_peek(&meanwhile->items[i]));
    sk_store_release(&l->array, result);  // PAIR(list-array)
    sk_store_relaxed(&l->length, n);
    sk_unlock(&l->header);
    bool modified = meanwhile != sk_list_empty_array();
    for (size_t i = 0; i < extra; i++) sk_release(sk_slot_peek(&meanwhile->items[i]));
    sk_list_array_retire(l, meanwhile);
    if (ok && modified) return sk_raise_false(sk_exc_ValueError, "list modified during sort");
    return ok;
}

bool sk_list_sort(SkValue list) { return sk_list_sort_by(list, SK_NONE, false); }

bool sk_list_reverse(SkValue list) {
    SkList *l = sk_as_list(list);
    SkListArray *old = sk_load_relaxed(&l->array);
    size_t n = sk_load_relaxed(&l->length);
    if (!sk_multithreaded) {
        for (size_t i = 0, k = n; i + 1 < k; i++) {
            SkValue v = sk_slot_peek(&old->items[--k]);
            sk_slot_publish(&old->items[k], sk_slot_peek(&old->items[i]));
            sk_slot_publish(&old->items[i], v);
        }
        return true;
    }
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    old = sk_load_relaxed(&l->array);
    n = sk_load_relaxed(&l->length);
    // A new array: swapping in place would hide an item from readers for a moment.
    SkListArray *turned = n > 1 ? sk_list_array_new(old->capacity) : NULL;
    if (turned) {
        for (size_t i = 0; i < n; i++) sk_slot_init(&turned->items[i], sk_slot_peek(&old->items[n - 1 - i]));
        sk_store_release(&l->array, turned);  // PAIR(list-array)
    }
    sk_unlock(&l->header);
    if (turned) sk_list_array_retire(l, old);
    if (n > 1 && !turned) return sk_raise_memory(), false;
    return true;
}
