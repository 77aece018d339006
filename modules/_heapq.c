// _heapq: binary heaps in lists, the least (or with _max the greatest) item first.
//
// While all comparisons are between values that C can compare (numbers, strings, tuples of them) an operation runs under
// the list's lock, so that threads that share a heap keep its order. At the first other comparison the lock
// is given up with the list whole, and the rest goes on item by item: comparisons may then run Python code, so items are
// owned while they are compared and the length is read again afterwards.
#include <math.h>

#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/list_internal.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- comparisons without Python code ------------------------------------------------------------------------------------

enum { UNKNOWN = 2 };

static bool is_plain_int(SkValue v) { return sk_is_exact_int(v) || sk_is_bool(v); }

// <0, 0, >0, or UNKNOWN.
static int plain_compare(SkValue a, SkValue b, int depth) {
    if (sk_is_small_int(a) && sk_is_small_int(b)) return ((int64_t)a.w > (int64_t)b.w) - ((int64_t)a.w < (int64_t)b.w);
    if (is_plain_int(a) && is_plain_int(b)) return sk_int_compare(a, b);
    if (sk_is_exact_float(a) && sk_is_exact_float(b)) {
        double x = sk_float_value(a), y = sk_float_value(b);
        return isnan(x) || isnan(y) ? UNKNOWN : (x > y) - (x < y);
    }
    if (sk_is_exact_str(a) && sk_is_exact_str(b)) {
        int c = sk_str_compare(a, b);
        return (c > 0) - (c < 0);
    }
    if (!sk_is_exact_tuple(a) || !sk_is_exact_tuple(b) || depth > 3) return UNKNOWN;
    size_t n = sk_tuple_len(a), m = sk_tuple_len(b);
    for (size_t i = 0; i < n && i < m; i++) {
        SkValue x = sk_tuple_peek(a, i), y = sk_tuple_peek(b, i);
        if (sk_is(x, y)) continue;
        int c = plain_compare(x, y, depth + 1);
        if (c) return c;
    }
    return (n > m) - (n < m);
}

// a belongs above b: 1, 0, UNKNOWN.
static int plain_before(SkValue a, SkValue b, bool max) {
    int c = max ? plain_compare(b, a, 0) : plain_compare(a, b, 0);
    return c == UNKNOWN ? UNKNOWN : c < 0;
}

// ---- under the lock -----------------------------------------------------------------------------------------------------

typedef enum { DONE, STUCK_UP, STUCK_DOWN } Progress;

// Moves the item at *pos up, not above start. STUCK_UP: as far as *pos.
static Progress sift_up_locked(SkSlot *items, size_t start, size_t *pos, bool max) {
    SkValue item = sk_slot_peek(&items[*pos]);
    Progress r = DONE;
    while (*pos > start) {
        size_t parent = (*pos - 1) >> 1;
        SkValue above = sk_slot_peek(&items[parent]);
        int c = plain_before(item, above, max);
        if (c == UNKNOWN) r = STUCK_UP;
        if (c != 1) break;
        sk_slot_publish(&items[*pos], above);
        *pos = parent;
    }
    sk_slot_publish(&items[*pos], item);
    return r;
}

// Moves the item at *pos down to a leaf, taking the better child each time, then up to where it belongs: fewer
// comparisons than stopping on the way (D. E. Knuth, "The Art of Computer Programming", vol. 3, 5.2.3, ex. 18).
static Progress sift_down_locked(SkSlot *items, size_t n, size_t *pos, bool max) {
    size_t start = *pos;
    SkValue item = sk_slot_peek(&items[start]);
    while (2 * *pos + 1 < n) {
        size_t child = 2 * *pos + 1;
        if (child + 1 < n) {
            int c = plain_before(sk_slot_peek(&items[child]), sk_slot_peek(&items[child + 1]), max);
            if (c == UNKNOWN) {
                sk_slot_publish(&items[*pos], item);
                return STUCK_DOWN;
            }
            child += !c;
        }
        sk_slot_publish(&items[*pos], sk_slot_peek(&items[child]));
        *pos = child;
    }
    sk_slot_publish(&items[*pos], item);
    return sift_up_locked(items, start, pos, max);
}

static SkSlot *items_of(SkList *l) { return sk_load_relaxed(&l->array)->items; }

// ---- item by item -----------------------------------------------------------------------------------------------------------

// a belongs above b: 1, 0, -1.
static int before(SkValue a, SkValue b, bool max) {
    SK_AUTO SkValue r = max ? sk_compare(b, a, SK_LT) : sk_compare(a, b, SK_LT);
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

static bool check_list(const char *function, SkValue heap) {
    if (sk_is_list(heap)) return true;
    bool alone = !strncmp(function, "heapify", 7) || !strncmp(function, "heappop", 8) || !strcmp(function, "_heapify_max");
    return sk_raise_false(sk_exc_TypeError, alone ? "%s() argument must be list, not %.100O" : "%s() argument 1 must be list, not %.100O",
                          function, heap);
}

static bool changed(void) { return sk_raise_false(sk_exc_RuntimeError, "list changed size during iteration"); }

// The item at i (counted); SK_EMPTY with an exception if the list has shrunk.
static SkValue item_at(SkValue heap, size_t i) {
    SkValue v = sk_list_get(heap, i);
    if (sk_is_empty(v)) changed();
    return v;
}

static bool put(SkValue heap, size_t i, SkValue v) {
    if (sk_list_set(heap, i, v)) return true;
    sk_error_clear();
    return changed();
}

// Moves the item at pos up to where it belongs, not above start.
static bool sift_up(SkValue heap, size_t start, size_t pos, bool max) {
    size_t n = sk_list_len(heap);
    SK_AUTO SkValue item = item_at(heap, pos);
    if (sk_is_empty(item)) return false;
    while (pos > start) {
        size_t parent = (pos - 1) >> 1;
        SK_AUTO SkValue above = item_at(heap, parent);
        int r = sk_is_empty(above) ? -1 : before(item, above, max);
        if (r < 0) return false;
        if (sk_list_len(heap) != n) return changed();
        if (!r) return true;
        if (!put(heap, pos, above) || !put(heap, parent, item)) return false;
        pos = parent;
    }
    return true;
}

static bool sift_down(SkValue heap, size_t start, size_t pos, bool max) {
    size_t n = sk_list_len(heap);
    SK_AUTO SkValue item = item_at(heap, pos);
    if (sk_is_empty(item)) return false;
    while (2 * pos + 1 < n) {
        size_t child = 2 * pos + 1;
        SK_AUTO SkValue best = item_at(heap, child);
        if (sk_is_empty(best)) return false;
        if (child + 1 < n) {
            SK_AUTO SkValue other = item_at(heap, child + 1);
            int r = sk_is_empty(other) ? -1 : before(best, other, max);
            if (r < 0) return false;
            if (!r) {
                child++;
                SkValue t = best;
                best = other;
                other = t;
            }
        }
        if (sk_list_len(heap) != n) return changed();
        if (!put(heap, pos, best) || !put(heap, child, item)) return false;
        pos = child;
    }
    return sift_up(heap, start, pos, max);
}

static bool go_on(Progress at, SkValue heap, size_t start, size_t pos, bool max) {
    if (at == DONE) return true;
    return at == STUCK_UP ? sift_up(heap, start, pos, max) : sift_down(heap, start, pos, max);
}

// ---- operations ---------------------------------------------------------------------------------------------------------------

static SkValue push(const char *name, const SkValue *a, size_t n, bool max) {
    if (!sk_check_nargs(name, n, 2, 2) || !check_list(name, a[0])) return SK_EMPTY;
    SkList *l = sk_as_list(a[0]);
    SkValue item = sk_retain(a[1]);
    SkListArray *old = NULL;
    Progress at = DONE;
    size_t pos = 0;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    bool ok = sk_list_insert_locked(l, SIZE_MAX, item, &old);
    if (ok) {
        pos = sk_load_relaxed(&l->length) - 1;
        at = sift_up_locked(items_of(l), 0, &pos, max);
    }
    sk_unlock(&l->header);
    if (old) sk_list_array_retire(l, old);
    if (!ok) {
        sk_release(item);
        return sk_raise_memory();
    }
    return go_on(at, a[0], 0, pos, max) ? SK_NONE : SK_EMPTY;
}

// Puts item (stolen) at the root and takes out what was there. Requires the lock, and a list that is not empty.
static SkValue exchange_locked(SkList *l, SkValue item, bool max, Progress *at, size_t *pos) {
    SkSlot *items = items_of(l);
    SkValue first = sk_slot_peek(&items[0]);
    sk_flag_removed_locked(&l->header, first);
    sk_slot_publish(&items[0], item);
    *pos = 0;
    *at = sift_down_locked(items, sk_load_relaxed(&l->length), pos, max);
    return first;
}

static SkValue finish(SkValue first, Progress at, SkValue heap, size_t pos, bool max) {
    if (go_on(at, heap, 0, pos, max)) return first;
    sk_release(first);
    return SK_EMPTY;
}

static SkValue out_of_range(void) { return sk_raise(sk_exc_IndexError, "index out of range"); }

static SkValue pop(const char *name, SkValue heap, bool max) {
    if (!check_list(name, heap)) return SK_EMPTY;
    SkList *l = sk_as_list(heap);
    SkListArray *old = NULL;
    SkValue first = SK_EMPTY;
    Progress at = DONE;
    size_t pos = 0;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length);
    if (n) {
        first = sk_list_take_locked(l, n - 1);
        if (n > 1) first = exchange_locked(l, first, max, &at, &pos);
        sk_list_shrink_locked(l, &old);
    }
    sk_unlock(&l->header);
    if (old) sk_list_array_retire(l, old);
    return n ? finish(first, at, heap, pos, max) : out_of_range();
}

static SkValue replace(const char *name, const SkValue *a, size_t n, bool max) {
    if (!sk_check_nargs(name, n, 2, 2) || !check_list(name, a[0])) return SK_EMPTY;
    SkList *l = sk_as_list(a[0]);
    SkValue item = sk_retain(a[1]), first = SK_EMPTY;
    Progress at = DONE;
    size_t pos = 0;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    if (sk_load_relaxed(&l->length)) first = exchange_locked(l, item, max, &at, &pos);
    sk_unlock(&l->header);
    if (!sk_is_empty(first)) return finish(first, at, a[0], pos, max);
    sk_release(item);
    return out_of_range();
}

static SkValue pushpop_slow(const SkValue *a, bool max) {
    SK_AUTO SkValue first = sk_list_get(a[0], 0);
    if (sk_is_empty(first)) return sk_dup(a[1]);
    int r = before(first, a[1], max);
    if (r <= 0) return r < 0 ? SK_EMPTY : sk_dup(a[1]);
    return replace("heappushpop", a, 2, max);
}

static SkValue pushpop(const char *name, const SkValue *a, size_t n, bool max) {
    if (!sk_check_nargs(name, n, 2, 2) || !check_list(name, a[0])) return SK_EMPTY;
    SkList *l = sk_as_list(a[0]);
    SkValue item = sk_retain(a[1]), result = item;
    Progress at = DONE;
    size_t pos = 0;
    int order = 0;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    if (sk_load_relaxed(&l->length)) {
        order = plain_before(sk_slot_peek(&items_of(l)[0]), item, max);
        if (order == 1) result = exchange_locked(l, item, max, &at, &pos);
    }
    sk_unlock(&l->header);
    if (order != UNKNOWN) return finish(result, at, a[0], pos, max);
    sk_release(item);
    return pushpop_slow(a, max);
}

static SkValue make_heap(const char *name, SkValue heap, bool max) {
    if (!check_list(name, heap)) return SK_EMPTY;
    SkList *l = sk_as_list(heap);
    Progress at = DONE;
    size_t pos = 0;
    sk_lock(&l->header);
    sk_write_begin_locked(&l->header);
    size_t n = sk_load_relaxed(&l->length), i = n / 2;
    while (i > 0 && at == DONE) {
        pos = --i;
        at = sift_down_locked(items_of(l), n, &pos, max);
    }
    sk_unlock(&l->header);
    if (!go_on(at, heap, i, pos, max)) return SK_EMPTY;
    while (i-- > 0)
        if (!sift_down(heap, i, i, max)) return SK_EMPTY;
    return SK_NONE;
}

#define FUNCTIONS(suffix, max)                                                                                          \
    static SkValue heappush##suffix(SkValue m SK_UNUSED, const SkValue *a, size_t n) { return push("heappush" #suffix, a, n, max); } \
    static SkValue heappop##suffix(SkValue m SK_UNUSED, SkValue heap) { return pop("heappop" #suffix, heap, max); }     \
    static SkValue heapreplace##suffix(SkValue m SK_UNUSED, const SkValue *a, size_t n) { return replace("heapreplace" #suffix, a, n, max); } \
    static SkValue heappushpop##suffix(SkValue m SK_UNUSED, const SkValue *a, size_t n) { return pushpop("heappushpop" #suffix, a, n, max); } \
    static SkValue heapify##suffix(SkValue m SK_UNUSED, SkValue heap) { return make_heap("heapify" #suffix, heap, max); }
FUNCTIONS(, false)
FUNCTIONS(_max, true)

static const SkMethodDef functions[] = {
    {"heappush", SK_FAST, .fast = heappush, .sig = "(heap, item, /)", .doc = "Adds an item to a heap."},
    {"heappop", SK_ONEARG, .onearg = heappop, .sig = "(heap, /)", .doc = "Takes the least item off a heap."},
    {"heapreplace", SK_FAST, .fast = heapreplace, .sig = "(heap, item, /)", .doc = "Takes the least item off a heap, then adds another."},
    {"heappushpop", SK_FAST, .fast = heappushpop, .sig = "(heap, item, /)", .doc = "Adds an item to a heap, then takes the least off."},
    {"heapify", SK_ONEARG, .onearg = heapify, .sig = "(heap, /)", .doc = "Turns a list into a heap."},
    {"heappush_max", SK_FAST, .fast = heappush_max, .sig = "(heap, item, /)", .doc = "Adds an item to a max-heap."},
    {"heappop_max", SK_ONEARG, .onearg = heappop_max, .sig = "(heap, /)", .doc = "Takes the greatest item off a max-heap."},
    {"heapreplace_max", SK_FAST, .fast = heapreplace_max, .sig = "(heap, item, /)", .doc = "Takes the greatest item off a max-heap, then adds another."},
    {"heappushpop_max", SK_FAST, .fast = heappushpop_max, .sig = "(heap, item, /)", .doc = "Adds an item to a max-heap, then takes the greatest off."},
    // The names of the three that libraries before 3.14 know.
    {"_heappop_max", SK_ONEARG, .onearg = heappop_max, .sig = "(heap, /)", .doc = "Takes the greatest item off a max-heap."},
    {"_heapreplace_max", SK_FAST, .fast = heapreplace_max, .sig = "(heap, item, /)", .doc = "Takes the greatest item off a max-heap, then adds another."},
    {"_heapify_max", SK_ONEARG, .onearg = heapify_max, .sig = "(heap, /)", .doc = "Turns a list into a max-heap."},
    {"heapify_max", SK_ONEARG, .onearg = heapify_max, .sig = "(heap, /)", .doc = "Turns a list into a max-heap."},
    {0},
};

static bool heapq_exec(SkValue m) {
    return sk_module_add_str(m, "__about__", "A heap is a list a in which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for all k.");
}

const SkModuleDef sk_module__heapq = {
    .name = "_heapq", .doc = "Binary heaps in lists.", .functions = functions, .exec = heapq_exec};
