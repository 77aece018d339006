// The types set and frozenset: operators, methods, and the iterator.
#include "objects/cursor.h"
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/set_internal.h"
#include "objects/str.h"
#include "objects/tuple.h"

static int64_t set_len(SkValue self) { return (int64_t)sk_set_len(self); }

// A set that cannot be hashed stands for the frozenset of its keys in `in`, remove and discard.
static SkValue as_key(SkValue key, int64_t *hash) {
    *hash = sk_set_hash_key(key);
    if (*hash != -1) return sk_retain(key);
    if (!sk_is_set(key) || !sk_error_clear_if(sk_exc_TypeError)) return SK_EMPTY;
    SkValue frozen = sk_set_copy_as(&sk_frozenset_type, key);
    if (!sk_is_empty(frozen)) *hash = sk_set_hash_key(frozen);
    return frozen;
}

static int set_contains(SkValue self, SkValue key) {
    int64_t hash;
    SK_AUTO SkValue k = as_key(key, &hash);
    return sk_is_empty(k) ? -1 : sk_set_contains_hashed(sk_as_set(self), k, hash);
}

static SkType *base_type(SkValue set) { return sk_is_set(set) ? &sk_set_type : &sk_frozenset_type; }

static SkValue set_repr(SkValue self) {
    SkValue type_name = self;
    if (sk_set_len(self) == 0) return sk_str_format("%T()", type_name);
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_format("%T(...)", type_name);
    SK_AUTO SkValue list = sk_to_list(self);
    SK_AUTO SkValue text = sk_is_empty(list) ? SK_EMPTY : sk_repr(list);
    sk_repr_leave(self);
    if (sk_is_empty(text)) return SK_EMPTY;
    SK_AUTO SkValue inner = sk_str_slice(text, 1, sk_str_len(text) - 1);
    if (sk_is_empty(inner)) return SK_EMPTY;
    return sk_is_exact_set(self) ? sk_str_format("{%S}", inner) : sk_str_format("%T({%S})", type_name, inner);
}

// Independent of the order; collections.abc.Set._hash computes the same.
static int64_t frozenset_hash(SkValue self) {
    SkSet *s = sk_as_set(self);
    int64_t cached = sk_load_relaxed(&s->hash);
    if (cached) return cached;
    size_t n;
    SkSetItem *items = sk_set_snapshot(s, &n);
    if (!items) return -1;
    uint64_t h = ((uint64_t)n + 1) * 1927868237u;
    for (size_t i = 0; i < n; i++) {
        uint64_t each = (uint64_t)items[i].hash;
        h ^= (each ^ (each << 16) ^ 89869747u) * 3644798167u;
    }
    sk_set_items_free(items, n);
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069u + 907133923u;
    if (h == UINT64_MAX) h = 590923713u;
    sk_store_relaxed(&s->hash, (int64_t)h);
    return (int64_t)h;
}

// All keys of a in b: 1, 0, -1.
static int all_in(SkValue a, SkValue b) {
    if (!sk_multithreaded) {  // the first few, before a snapshot is made: they tell most sets apart
        size_t pos = 0;
        SkValue key;
        for (int i = 0; i < 3 && sk_set_next(a, &pos, &key); i++) {
            int in = sk_set_contains(b, key);
            sk_release(key);
            if (in <= 0) return in;
        }
    }
    size_t n;
    SkSetItem *items = sk_set_snapshot(sk_as_set(a), &n);
    if (!items) return -1;
    int in = 1;
    for (size_t i = 0; in > 0 && i < n; i++) in = sk_set_contains_hashed(sk_as_set(b), items[i].key, items[i].hash);
    sk_set_items_free(items, n);
    return in;
}

static SkValue set_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_any_set(a) || !sk_is_any_set(b)) return SK_NOT_IMPLEMENTED;
    size_t n = sk_set_len(a), m = sk_set_len(b);
    int ok = 0;
    switch (op) {
    case SK_EQ:
    case SK_NE: {
        int64_t x = sk_is_frozenset(a) ? sk_load_relaxed(&sk_as_set(a)->hash) : 0;
        int64_t y = sk_is_frozenset(b) ? sk_load_relaxed(&sk_as_set(b)->hash) : 0;
        ok = n == m && !(x && y && x != y) ? all_in(a, b) : 0;
        break;
    }
    case SK_LT: ok = n < m ? all_in(a, b) : 0; break;
    case SK_LE: ok = n <= m ? all_in(a, b) : 0; break;
    case SK_GT: ok = n > m ? all_in(b, a) : 0; break;
    case SK_GE: ok = n >= m ? all_in(b, a) : 0; break;
    }
    return ok < 0 ? SK_EMPTY : sk_bool(ok == (op != SK_NE));
}

// ---- the algebra, in place ---------------------------------------------------------------------------------------------

// Calls fn for each key of an iterable with its hash, unless it answers false.
typedef bool (*KeyFn)(SkSet *s, SkValue key, int64_t hash, void *arg);

static bool for_each_key(SkValue iterable, KeyFn fn, SkSet *s, void *arg) {
    if (sk_is_any_set(iterable)) {
        size_t n;
        SkSetItem *items = sk_set_snapshot(sk_as_set(iterable), &n);
        if (!items) return false;
        bool ok = true;
        for (size_t i = 0; ok && i < n; i++) ok = fn(s, items[i].key, items[i].hash, arg);
        sk_set_items_free(items, n);
        return ok;
    }
    if (sk_is_exact_dict(iterable)) {
        size_t n;
        SkDictItem *items = sk_dict_snapshot(sk_as_dict(iterable), &n);
        if (!items) return false;
        bool ok = true;
        for (size_t i = 0; ok && i < n; i++) ok = fn(s, items[i].key, items[i].hash, arg);
        sk_dict_items_free(items, n);
        return ok;
    }
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, iterable)) return false;
    for (SkValue v; !sk_is_empty(v = sk_cursor_next(&c));) {
        SK_AUTO SkValue key = sk_own(v);
        int64_t hash = sk_set_hash_key(key);
        if (hash == -1 || !fn(s, key, hash, arg)) return false;
    }
    return !sk_error_occurred();
}

static bool add_key(SkSet *s, SkValue key, int64_t hash, void *arg) {
    (void)arg;
    return sk_set_add_hashed(s, key, hash, NULL);
}

static bool remove_key(SkSet *s, SkValue key, int64_t hash, void *arg) {
    (void)arg;
    return sk_set_remove_hashed(s, key, hash) >= 0;
}

// Adds to s what is in arg too.
static bool add_common(SkSet *s, SkValue key, int64_t hash, void *arg) {
    int in = sk_set_contains_hashed(arg, key, hash);
    return in >= 0 && (!in || sk_set_add_hashed(s, key, hash, NULL));
}

// Adds to s what is not in arg.
static bool add_other(SkSet *s, SkValue key, int64_t hash, void *arg) {
    int in = sk_set_contains_hashed(arg, key, hash);
    return in >= 0 && (in || sk_set_add_hashed(s, key, hash, NULL));
}

static bool add_unless_in_dict(SkSet *s, SkValue key, int64_t hash, void *arg) {
    bool in = !sk_is_empty(sk_dict_load_hashed(sk_as_dict(*(SkValue *)arg), key, hash));
    return in || (!sk_error_occurred() && sk_set_add_hashed(s, key, hash, NULL));
}

static bool toggle_key(SkSet *s, SkValue key, int64_t hash, void *arg) {
    (void)arg;
    int removed = sk_set_remove_hashed(s, key, hash);
    return removed > 0 || (removed == 0 && sk_set_add_hashed(s, key, hash, NULL));
}

// The characters of a str with one byte each: each once, in the order in which they first occur.
static bool add_latin1(SkSet *s, const SkStr *text) {
    uint64_t seen[4] = {0};
    const uint8_t *p = (const uint8_t *)text->data;
    for (size_t i = 0; i < text->length; i++) {
        uint64_t bit = UINT64_C(1) << (p[i] & 63);
        if (seen[p[i] >> 6] & bit) continue;
        seen[p[i] >> 6] |= bit;
        SkValue c = sk_names.latin1[p[i]];
        if (!sk_set_add_hashed(s, c, sk_str_hash(sk_as_str(c)), NULL)) return false;
    }
    return true;
}

static bool add_items(SkSet *s, SkValue iterable) {
    if (sk_is_exact_str(iterable) && sk_as_str(iterable)->kind == 1) return add_latin1(s, sk_as_str(iterable));
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, iterable)) return false;
    for (SkValue v; !sk_is_empty(v = sk_cursor_next(&c));) {
        // An immortal object needs no count.
        v = sk_is_borrowed(v) && sk_is_immortal(sk_ptr(v)) ? sk_counted(sk_ptr(v)) : sk_own(v);
        int64_t hash = sk_set_hash_key(v);
        if (sk_unlikely(hash == -1)) return sk_release(v), false;
        if (sk_unlikely(!sk_set_add_steal(s, v, hash))) return false;
    }
    return !sk_error_occurred();
}

bool sk_set_update(SkValue s, SkValue iterable) {
    SkSet *to = sk_as_set(s);
    if (sk_is_any_set(iterable)) {
        if (sk_is(s, iterable) || sk_set_len(iterable) == 0) return true;
        int adopted = sk_set_adopt_copy(to, sk_as_set(iterable));
        if (adopted) return adopted > 0;
        if (sk_set_is_fresh(to)) {
            SK_AUTO SkValue copy = sk_set_copy_as(&sk_set_type, iterable);
            if (sk_is_empty(copy)) return false;
            if (sk_set_take_all(to, sk_as_set(copy))) return true;
        }
        if (!sk_set_make_room(to, sk_set_len(iterable))) return false;
    } else if (sk_is_exact_dict(iterable) && !sk_set_make_room(to, sk_dict_len(iterable))) {
        return false;
    }
    if (sk_is_any_set(iterable) || sk_is_exact_dict(iterable)) return for_each_key(iterable, add_key, to, NULL);
    return add_items(to, iterable);
}

static SkValue intersection(SkValue a, SkValue b);

static bool difference_update(SkValue s, SkValue other) {
    if (sk_is(s, other)) {
        sk_set_clear(sk_as_set(s));
        return true;
    }
    if (sk_is_any_set(other) && sk_set_len(other) / 8 > sk_set_len(s)) {
        SK_AUTO SkValue common = intersection(s, other);
        if (sk_is_empty(common) || !for_each_key(common, remove_key, sk_as_set(s), NULL)) return false;
    } else if (!for_each_key(other, remove_key, sk_as_set(s), NULL)) {
        return false;
    }
    return sk_set_drop_dummies(sk_as_set(s));
}

static bool symmetric_update(SkValue s, SkValue other) {
    if (sk_is(s, other)) {
        sk_set_clear(sk_as_set(s));
        return true;
    }
    if (sk_is_any_set(other) || sk_is_exact_dict(other)) return for_each_key(other, toggle_key, sk_as_set(s), NULL);
    // Each key once, however often the iterable has it.
    SK_AUTO SkValue once = sk_set_new(other);
    return !sk_is_empty(once) && for_each_key(once, toggle_key, sk_as_set(s), NULL);
}

// ---- the algebra, new sets ------------------------------------------------------------------------------------------------

static SkValue intersection(SkValue a, SkValue b) {
    SK_AUTO SkValue result = sk_set_new_of(base_type(a));
    if (sk_is_empty(result)) return SK_EMPTY;
    if (sk_is_any_set(b) && sk_set_len(b) > sk_set_len(a)) {
        if (!for_each_key(a, add_common, sk_as_set(result), sk_as_set(b))) return SK_EMPTY;
    } else if (!for_each_key(b, add_common, sk_as_set(result), sk_as_set(a))) {
        return SK_EMPTY;
    }
    return sk_move(&result);
}

// A new set from few keys where `a` is not much larger than b, else a copy of a from which b's keys are taken.
static SkValue difference(SkValue a, SkValue b) {
    size_t n = sk_set_len(a);
    bool is_set = sk_is_any_set(b);
    if (n && (is_set || sk_is_exact_dict(b)) && n / 4 <= (is_set ? sk_set_len(b) : sk_dict_len(b))) {
        SK_AUTO SkValue few = sk_set_new_of(base_type(a));
        if (sk_is_empty(few) || !for_each_key(a, is_set ? add_other : add_unless_in_dict, sk_as_set(few), is_set ? (void *)sk_as_set(b) : &b))
            return SK_EMPTY;
        return sk_move(&few);
    }
    SK_AUTO SkValue result = sk_set_copy_as(base_type(a), a);
    if (sk_is_empty(result) || !difference_update(result, b)) return SK_EMPTY;
    return sk_move(&result);
}

static SkValue symmetric_difference(SkValue a, SkValue b) {
    SK_AUTO SkValue result = sk_set_new_of(base_type(a));
    if (sk_is_empty(result) || !sk_set_update(result, b) || !for_each_key(a, toggle_key, sk_as_set(result), NULL)) return SK_EMPTY;
    return sk_move(&result);
}

static SkValue set_and(SkValue a, SkValue b) {
    return sk_is_any_set(a) && sk_is_any_set(b) ? intersection(a, b) : SK_NOT_IMPLEMENTED;
}

static SkValue set_sub(SkValue a, SkValue b) {
    return sk_is_any_set(a) && sk_is_any_set(b) ? difference(a, b) : SK_NOT_IMPLEMENTED;
}

static SkValue set_xor(SkValue a, SkValue b) {
    return sk_is_any_set(a) && sk_is_any_set(b) ? symmetric_difference(a, b) : SK_NOT_IMPLEMENTED;
}

static SkValue set_or(SkValue a, SkValue b) {
    if (!sk_is_any_set(a) || !sk_is_any_set(b)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue result = sk_set_copy_as(base_type(a), a);
    if (sk_is_empty(result) || (!sk_is(a, b) && !sk_set_update(result, b))) return SK_EMPTY;
    return sk_move(&result);
}

static bool intersection_update(SkValue self, SkValue other) {
    SK_AUTO SkValue common = intersection(self, other);
    if (sk_is_empty(common)) return false;
    sk_set_swap(sk_as_set(self), sk_as_set(common));
    return true;
}

static SkValue inplace_or(SkValue self, SkValue other) {
    if (!sk_is_any_set(other)) return SK_NOT_IMPLEMENTED;
    return sk_set_update(self, other) ? sk_dup(self) : SK_EMPTY;
}

static SkValue inplace_and(SkValue self, SkValue other) {
    if (!sk_is_any_set(other)) return SK_NOT_IMPLEMENTED;
    return intersection_update(self, other) ? sk_dup(self) : SK_EMPTY;
}

static SkValue inplace_sub(SkValue self, SkValue other) {
    if (!sk_is_any_set(other)) return SK_NOT_IMPLEMENTED;
    return difference_update(self, other) ? sk_dup(self) : SK_EMPTY;
}

static SkValue inplace_xor(SkValue self, SkValue other) {
    if (!sk_is_any_set(other)) return SK_NOT_IMPLEMENTED;
    return symmetric_update(self, other) ? sk_dup(self) : SK_EMPTY;
}

// ---- methods -----------------------------------------------------------------------------------------------------------------

static SkValue set_add(SkValue self, SkValue key) { return sk_set_add(self, key) ? SK_NONE : SK_EMPTY; }

static SkValue set_clear(SkValue self) {
    sk_set_clear(sk_as_set(self));
    return SK_NONE;
}

static SkValue set_copy(SkValue self) {
    return sk_is_exact_frozenset(self) ? sk_dup(self) : sk_set_copy_as(base_type(self), self);
}

static int remove_any(SkValue self, SkValue key) {
    int64_t hash;
    SK_AUTO SkValue k = as_key(key, &hash);
    return sk_is_empty(k) ? -1 : sk_set_remove_hashed(sk_as_set(self), k, hash);
}

static SkValue set_discard(SkValue self, SkValue key) { return remove_any(self, key) < 0 ? SK_EMPTY : SK_NONE; }

static SkValue set_remove(SkValue self, SkValue key) {
    int removed = remove_any(self, key);
    if (removed == 0) return sk_raise_value(sk_exc_KeyError, key);
    return removed < 0 ? SK_EMPTY : SK_NONE;
}

static SkValue set_pop(SkValue self) {
    SkValue key = sk_set_take(sk_as_set(self));
    return sk_is_empty(key) ? sk_raise(sk_exc_KeyError, "pop from an empty set") : key;
}

static SkValue set_union(SkValue self, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue result = sk_set_copy_as(base_type(self), self);
    if (sk_is_empty(result)) return SK_EMPTY;
    for (size_t i = 0; i < nargs; i++)
        if (!sk_is(args[i], self) && !sk_set_update(result, args[i])) return SK_EMPTY;
    return sk_move(&result);
}

static SkValue set_update(SkValue self, const SkValue *args, size_t nargs) {
    for (size_t i = 0; i < nargs; i++)
        if (!sk_set_update(self, args[i])) return SK_EMPTY;
    return SK_NONE;
}

static SkValue set_intersection(SkValue self, const SkValue *args, size_t nargs) {
    if (nargs == 0) return sk_set_copy_as(base_type(self), self);
    SK_AUTO SkValue result = intersection(self, args[0]);
    for (size_t i = 1; !sk_is_empty(result) && i < nargs; i++) {
        SkValue next = intersection(result, args[i]);
        sk_release(result);
        result = next;
    }
    return sk_move(&result);
}

static SkValue set_intersection_update(SkValue self, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue common = set_intersection(self, args, nargs);
    if (sk_is_empty(common)) return SK_EMPTY;
    sk_set_swap(sk_as_set(self), sk_as_set(common));
    return SK_NONE;
}

static SkValue set_difference(SkValue self, const SkValue *args, size_t nargs) {
    if (nargs == 0) return sk_set_copy_as(base_type(self), self);
    SK_AUTO SkValue result = difference(self, args[0]);
    if (sk_is_empty(result)) return SK_EMPTY;
    for (size_t i = 1; i < nargs; i++)
        if (!difference_update(result, args[i])) return SK_EMPTY;
    return sk_move(&result);
}

static SkValue set_difference_update(SkValue self, const SkValue *args, size_t nargs) {
    for (size_t i = 0; i < nargs; i++)
        if (!difference_update(self, args[i])) return SK_EMPTY;
    return SK_NONE;
}

static SkValue set_symmetric_difference(SkValue self, SkValue other) { return symmetric_difference(self, other); }

static SkValue set_symmetric_difference_update(SkValue self, SkValue other) {
    return symmetric_update(self, other) ? SK_NONE : SK_EMPTY;
}

static SkValue set_issubset(SkValue self, SkValue other) {
    SK_AUTO SkValue set = sk_is_any_set(other) ? sk_retain(other) : sk_set_new(other);
    return sk_is_empty(set) ? SK_EMPTY : set_compare(self, set, SK_LE);
}

static bool is_missing(SkSet *s, SkValue key, int64_t hash, void *arg) {
    int in = sk_set_contains_hashed(s, key, hash);
    *(bool *)arg = in == 0;
    return in > 0;
}

static SkValue set_issuperset(SkValue self, SkValue other) {
    if (sk_is_any_set(other)) return set_compare(self, other, SK_GE);
    bool missing = false;
    if (for_each_key(other, is_missing, sk_as_set(self), &missing)) return SK_TRUE;
    return missing ? SK_FALSE : SK_EMPTY;
}

static bool is_absent(SkSet *s, SkValue key, int64_t hash, void *arg) {
    int in = sk_set_contains_hashed(s, key, hash);
    *(bool *)arg = in > 0;
    return in == 0;
}

static SkValue set_isdisjoint(SkValue self, SkValue other) {
    if (sk_is_any_set(other) && sk_set_len(other) > sk_set_len(self)) {
        SkValue swap = self;
        self = other;
        other = swap;
    }
    bool common = false;
    if (for_each_key(other, is_absent, sk_as_set(self), &common)) return SK_TRUE;
    return common ? SK_FALSE : SK_EMPTY;
}

static SkValue set_reduce(SkValue self) {
    SK_AUTO SkValue keys = sk_to_list(self);
    SK_AUTO SkValue args = sk_is_empty(keys) ? SK_EMPTY : sk_tuple_pack(1, keys);
    if (sk_is_empty(args)) return SK_EMPTY;
    SK_AUTO SkValue state = sk_call_method_s(self, "__getstate__", NULL, 0);
    return sk_is_empty(state) ? SK_EMPTY : sk_tuple_pack(3, sk_type_value(sk_type_of(self)), args, state);
}

static SkValue set_sizeof(SkValue self) {
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + sk_set_sizeof(sk_as_set(self))));
}

// ---- the types ------------------------------------------------------------------------------------------------------------------

static SkValue set_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return sk_set_new_of(type);
}

static bool set_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("set", kwnames)) return false;
    if (!sk_check_nargs("set", nargs, 0, 1)) return false;
    if (sk_set_len(self)) sk_set_clear(sk_as_set(self));
    return nargs == 0 || sk_set_update(self, args[0]);
}

static SkValue frozenset_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if ((type == &sk_frozenset_type || type->init == sk_frozenset_type.init) && !sk_no_kwargs("frozenset", kwnames))
        return SK_EMPTY;
    if (!sk_check_nargs("frozenset", nargs, 0, 1)) return SK_EMPTY;
    if (type == &sk_frozenset_type && nargs && sk_is_exact_frozenset(args[0])) return sk_dup(args[0]);
    if (nargs && sk_is_any_set(args[0])) return sk_set_copy_as(type, args[0]);
    SkValue s = sk_set_new_of(type);
    if (sk_is_empty(s) || nargs == 0 || sk_set_update(s, args[0])) return s;
    sk_release(s);
    return SK_EMPTY;
}

static SkValue set_iter(SkValue self);

static SkValue set_has(SkValue self, SkValue object) {
    int r = set_contains(self, object);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

#define COMMON_METHODS                                                                                                    \
    {.name = "copy", .kind = SK_NOARGS, .noargs = set_copy, .sig = "()", .doc = "Return a shallow copy."},                \
    {.name = "difference", .kind = SK_FAST, .fast = set_difference, .sig = "(*others)",                                    \
     .doc = "Return a new set with the elements that are not in the others."},                                             \
    {.name = "intersection", .kind = SK_FAST, .fast = set_intersection, .sig = "(*others)",                                \
     .doc = "Return a new set with the elements common to all."},                                                          \
    {.name = "isdisjoint", .kind = SK_ONEARG, .onearg = set_isdisjoint, .sig = "(other, /)",                               \
     .doc = "True if there is no common element."},                                                                        \
    {.name = "issubset", .kind = SK_ONEARG, .onearg = set_issubset, .sig = "(other, /)",                                   \
     .doc = "True if the other has every element."},                                                                       \
    {.name = "issuperset", .kind = SK_ONEARG, .onearg = set_issuperset, .sig = "(other, /)",                               \
     .doc = "True if every element of the other is here."},                                                                \
    {.name = "symmetric_difference", .kind = SK_ONEARG, .onearg = set_symmetric_difference, .sig = "(other, /)",           \
     .doc = "Return a new set with the elements that are in one of the two only."},                                        \
    {.name = "union", .kind = SK_FAST, .fast = set_union, .sig = "(*others)",                                              \
     .doc = "Return a new set with the elements of all."},                                                                 \
    {.name = "__contains__", .kind = SK_ONEARG | SK_COEXIST, .onearg = set_has, .sig = "(object, /)",             \
     .doc = "Whether the object is an element."},                                                                          \
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = set_reduce, .sig = "()", .doc = "State for pickling."},            \
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = set_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},      \
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new,                     \
     .sig = "(object, /)", .doc = "set[int] as a type."}

static const SkMethodDef set_methods[] = {
    COMMON_METHODS,
    {.name = "add", .kind = SK_ONEARG, .onearg = set_add, .sig = "(object, /)", .doc = "Add an element."},
    {.name = "clear", .kind = SK_NOARGS, .noargs = set_clear, .sig = "()", .doc = "Remove all elements."},
    {.name = "discard", .kind = SK_ONEARG, .onearg = set_discard, .sig = "(object, /)", .doc = "Remove an element if it is there."},
    {.name = "remove", .kind = SK_ONEARG, .onearg = set_remove, .sig = "(object, /)",
     .doc = "Remove an element; KeyError if it is not there."},
    {.name = "pop", .kind = SK_NOARGS, .noargs = set_pop, .sig = "()", .doc = "Remove and return some element."},
    {.name = "update", .kind = SK_FAST, .fast = set_update, .sig = "(*others)", .doc = "Add the elements of the others."},
    {.name = "difference_update", .kind = SK_FAST, .fast = set_difference_update, .sig = "(*others)",
     .doc = "Remove the elements of the others."},
    {.name = "intersection_update", .kind = SK_FAST, .fast = set_intersection_update, .sig = "(*others)",
     .doc = "Keep the elements that all the others have."},
    {.name = "symmetric_difference_update", .kind = SK_ONEARG, .onearg = set_symmetric_difference_update, .sig = "(other, /)",
     .doc = "Keep the elements that are in one of the two only."},
    {0},
};

static const SkMethodDef frozenset_methods[] = {COMMON_METHODS, {0}};

SkType sk_set_type = {
    SK_TYPE_HEAD_PARTS(SK_T_SET, sizeof(SkSet), sk_set_trace, sk_set_trace_some, sk_set_clear_refs, sk_set_destroy),
    .name = "set",
    .doc = "set(iterable=(), /)\n--\n\nAn unordered collection of distinct elements.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_SET_SUBCLASS | SK_TF_WEAKREF | SK_TF_MATCH_SELF,
    .new_ = set_new,
    .init = set_init,
    .repr = set_repr,
    .iter = set_iter,
    .compare = set_compare,
    .number = {.and_ = set_and, .or_ = set_or, .xor_ = set_xor, .subtract = set_sub, .inplace_and = inplace_and,
               .inplace_or = inplace_or, .inplace_xor = inplace_xor, .inplace_subtract = inplace_sub},
    .container = {.len = set_len, .contains = set_contains},
    .methods = set_methods,
};

SkType sk_frozenset_type = {
    SK_TYPE_HEAD_PARTS(SK_T_FROZENSET, sizeof(SkSet), sk_set_trace, sk_set_trace_some, sk_set_clear_refs, sk_set_destroy),
    .name = "frozenset",
    .doc = "frozenset(iterable=(), /)\n--\n\nAn immutable unordered collection of distinct elements.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_FROZENSET_SUBCLASS | SK_TF_WEAKREF | SK_TF_MATCH_SELF,
    .new_ = frozenset_new,
    .repr = set_repr,
    .iter = set_iter,
    .hash = frozenset_hash,
    .compare = set_compare,
    .number = {.and_ = set_and, .or_ = set_or, .xor_ = set_xor, .subtract = set_sub},
    .container = {.len = set_len, .contains = set_contains},
    .methods = frozenset_methods,
};

// ---- the iterator ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkIndexIter base;      // index: the next entry
    _Atomic int64_t used;  // the set's length at the beginning; -1 after it was seen to have changed
    _Atomic int64_t left;  // a hint
} SetIter;

static SkValue set_iter(SkValue self) {
    SetIter *it = (SetIter *)sk_container_new(&sk_set_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->base.of, sk_retain(self));
    sk_store_relaxed(&it->used, (int64_t)sk_set_len(self));
    sk_store_relaxed(&it->left, (int64_t)sk_set_len(self));
    return sk_counted(it);
}

static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SetIter *)o)->base.of);
    sk_object_free(o, sizeof(SetIter));
}

// The next key while set and iterator are this thread's own; SK_EMPTY: the general way.
static inline SkValue next_of_own(SetIter *it) {
    SkValue of = sk_slot_peek(&it->base.of);
    if (sk_multithreaded || sk_is_empty(of)) return SK_EMPTY;
    SkSet *s = sk_as_set(of);
    if (!sk_is_mine(&s->header) || sk_is_shared(&s->header)) return SK_EMPTY;
    if (sk_load_relaxed(&it->used) != (int64_t)sk_load_relaxed(&s->used)) return SK_EMPTY;
    SkSetTable *t = sk_load_relaxed(&s->table);
    for (size_t i = (size_t)sk_load_relaxed(&it->base.index); i <= t->mask; i++) {
        SkValue key = sk_slot_peek(&t->entries[i].key);
        if (sk_is_empty(key) || sk_is(key, SK_MARK_STOP)) continue;
        sk_store_relaxed(&it->base.index, (int64_t)i + 1);
        sk_store_relaxed(&it->left, sk_load_relaxed(&it->left) - 1);
        return sk_retain(key);
    }
    return SK_EMPTY;
}

static SkValue iter_next(SkValue self) {
    SetIter *it = (SetIter *)sk_ptr(self);
    SkValue quick = next_of_own(it);
    if (sk_likely(!sk_is_empty(quick))) return quick;
    for (;;) {
        SkValue of = sk_index_iter_peek(&it->base);
        if (sk_is_empty(of)) return SK_EMPTY;
        if (sk_load_relaxed(&it->used) != (int64_t)sk_set_len(of)) {
            sk_store_relaxed(&it->used, -1);
            return sk_raise(sk_exc_RuntimeError, "Set changed size during iteration");
        }
        int64_t from = sk_load_relaxed(&it->base.index);
        size_t pos = (size_t)from;
        SkValue key = sk_set_entry_from(sk_as_set(of), &pos);
        if (sk_is_empty(key)) {
            sk_index_iter_finish(&it->base);
            return SK_EMPTY;
        }
        if (sk_claim(&it->base.index, from, (int64_t)pos + 1)) {
            sk_store_relaxed(&it->left, sk_load_relaxed(&it->left) - 1);
            return key;
        }
        sk_release(key);
    }
}

static SkValue iter_length_hint(SkValue self) {
    SetIter *it = (SetIter *)sk_ptr(self);
    SkValue of = sk_index_iter_peek(&it->base);
    int64_t left = sk_load_relaxed(&it->left);
    if (sk_is_empty(of) || left < 0 || sk_load_relaxed(&it->used) != (int64_t)sk_set_len(of)) left = 0;
    return sk_from_small_int(left);
}

static SkValue iter_reduce(SkValue self) {
    SetIter *it = (SetIter *)sk_ptr(self);
    SK_AUTO SkValue of = sk_slot_get(&it->base.header, &it->base.of);
    SK_AUTO SkValue rest = sk_list_new(0);
    if (sk_is_empty(rest)) return SK_EMPTY;
    size_t pos = (size_t)sk_load_relaxed(&it->base.index);
    SkValue key;
    while (!sk_is_empty(of) && sk_set_next(of, &pos, &key))
        if (!sk_list_append_steal(rest, key)) return SK_EMPTY;
    return sk_iter_reduce("iter", SK_EMPTY, rest, 0);
}

static const SkMethodDef iter_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = iter_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iter_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

SkType sk_set_iter_type = {
    SK_TYPE_HEAD(SK_T_SET_ITER, sizeof(SetIter), sk_index_iter_trace, sk_index_iter_clear, iter_destroy),
    .name = "set_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};
