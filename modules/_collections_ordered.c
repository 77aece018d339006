// collections.OrderedDict: a dict whose items can be moved to either end. dict keeps insertion order anyway, so the order is
// the table's; its version tells iterators that an item was added, removed or moved. All operations are atomic as dict's are;
// lookups allow for items that are on the move (D6 in objects/dict_internal.h).
#include "modules/_collections.h"
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/shape.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

typedef struct {
    SkDict base;
    SkInstance attributes;
} OrderedDict;

static bool is_ordered(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_ordered_dict_type); }
static bool is_exact(SkValue v) { return sk_type_of(v) == &sk_ordered_dict_type; }
// No class in between has a `__setitem__` of its own.
static bool stores_plainly(SkValue v) { return sk_type_of(v)->container.set_key == sk_ordered_dict_type.container.set_key; }

// ---- iterators ---------------------------------------------------------------------------------------------------------------

enum { OF_KEYS = 1, OF_VALUES = 2, OF_ITEMS = 3, BACKWARD = 4 };

typedef struct {
    SkObject header;
    SkSlot of;               // the dict; empty once exhausted
    uint64_t version;        // the dict's, when the iteration began
    _Atomic int64_t pos;     // the next entry, or backward: one past it; by sk_claim
    int kind;
} OrderedIter;

static SkType ordered_iter_type;

static SkValue iter_new(SkValue dict, int kind) {
    OrderedIter *it = (OrderedIter *)sk_container_new(&ordered_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->of, sk_retain(dict));
    SkDict *d = sk_as_dict(dict);
    (void)sk_read_begin(&d->header);
    it->kind = kind;
    // Locked: an iteration that began within a move would take the version of that moment for its own (D6).
    sk_lock(&d->header);
    it->version = sk_load_relaxed(&d->version);
    sk_store_relaxed(&it->pos, kind & BACKWARD ? (int64_t)sk_dict_filled(d) : 0);
    sk_unlock(&d->header);
    return sk_counted(it);
}

static void iter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((OrderedIter *)o)->of, visit, arg); }
static void iter_clear(SkObject *o) { sk_slot_set(o, &((OrderedIter *)o)->of, SK_EMPTY); }
static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((OrderedIter *)o)->of);
    sk_object_free(o, sizeof(OrderedIter));
}

static SkValue iter_next(SkValue self) {
    OrderedIter *it = (OrderedIter *)sk_ptr(self);
    bool backward = it->kind & BACKWARD;
    for (;;) {
        (void)sk_read_begin(&it->header);
        SkValue dict = sk_slot_peek(&it->of);
        if (sk_is_empty(dict)) return SK_EMPTY;
        SkDict *d = sk_as_dict(dict);
        int64_t from = sk_load_relaxed(&it->pos);
        size_t pos = (size_t)from;
        SkValue pair[2];
        bool found = backward ? sk_dict_entry_before(d, &pos, &pair[0], &pair[1]) : sk_dict_entry_from(d, &pos, &pair[0], &pair[1]);
        // PAIR(dict-version): with keys_changed_locked
        if (sk_load_acquire(&d->version) != it->version) {
            if (found) sk_release(pair[0]), sk_release(pair[1]);
            iter_clear(&it->header);
            return sk_raise(sk_exc_RuntimeError, "OrderedDict mutated during iteration");
        }
        if (!found) {
            iter_clear(&it->header);
            return SK_EMPTY;
        }
        if (!sk_claim(&it->pos, from, backward ? (int64_t)pos : (int64_t)pos + 1)) {
            sk_release(pair[0]);
            sk_release(pair[1]);
            continue;
        }
        int what = it->kind & OF_ITEMS;
        if (what == OF_ITEMS) return sk_tuple_steal(pair, 2);
        sk_release(pair[what == OF_KEYS ? 1 : 0]);
        return pair[what == OF_KEYS ? 0 : 1];
    }
}

// iter(list of what is left).
static SkValue iter_reduce(SkValue self) {
    OrderedIter *it = (OrderedIter *)sk_ptr(self);
    SK_AUTO SkValue dict = sk_slot_get(&it->header, &it->of);
    if (sk_is_empty(dict)) {
        SK_AUTO SkValue none = sk_list_new(0);
        return sk_is_empty(none) ? none : sk_iter_reduce("iter", SK_EMPTY, none, 0);
    }
    SK_AUTO SkValue copy = iter_new(dict, it->kind);
    if (sk_is_empty(copy)) return copy;
    OrderedIter *c = (OrderedIter *)sk_ptr(copy);
    c->version = it->version;
    sk_store_relaxed(&c->pos, sk_load_relaxed(&it->pos));
    SK_AUTO SkValue list = sk_to_list(copy);
    return sk_is_empty(list) ? list : sk_iter_reduce("iter", SK_EMPTY, list, 0);
}

static const SkMethodDef iter_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iter_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

static SkType ordered_iter_type = {
    SK_TYPE_HEAD(0, sizeof(OrderedIter), iter_trace, iter_clear, iter_destroy),
    .name = "odict_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};

// ---- views -------------------------------------------------------------------------------------------------------------------

static SkValue keys_iter(SkValue v) { return iter_new(sk_dict_of_view(v), OF_KEYS); }
static SkValue values_iter(SkValue v) { return iter_new(sk_dict_of_view(v), OF_VALUES); }
static SkValue items_iter(SkValue v) { return iter_new(sk_dict_of_view(v), OF_ITEMS); }
static SkValue keys_reversed(SkValue v) { return iter_new(sk_dict_of_view(v), OF_KEYS | BACKWARD); }
static SkValue values_reversed(SkValue v) { return iter_new(sk_dict_of_view(v), OF_VALUES | BACKWARD); }
static SkValue items_reversed(SkValue v) { return iter_new(sk_dict_of_view(v), OF_ITEMS | BACKWARD); }

static int keys_contains(SkValue v, SkValue key) { return sk_dict_contains_moving(sk_dict_of_view(v), key); }
static int items_contains(SkValue v, SkValue item) {
    if (!sk_is_tuple(item) || sk_tuple_len(item) != 2) return 0;
    SK_AUTO SkValue value = sk_own(sk_dict_load_moving(sk_dict_of_view(v), sk_tuple_peek(item, 0)));
    if (sk_is_empty(value)) return sk_error_occurred() ? -1 : 0;
    return sk_compare_bool(value, sk_tuple_peek(item, 1), SK_EQ);
}

#define VIEW_TYPE(what)                                                                                                 \
    static const SkMethodDef what##_methods[] = {                                                                       \
        {.name = "__reversed__", .kind = SK_NOARGS, .noargs = what##_reversed, .sig = "()", .doc = "Iterate backwards."}, \
        {0},                                                                                                            \
    };                                                                                                                  \
    static SkType ordered_##what##_type = {                                                                             \
        SK_TYPE_HEAD(0, sizeof(SkDictView), sk_dict_view_trace, NULL, sk_dict_view_destroy),                            \
        .name = "odict_" #what,                                                                                         \
        .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,                                                                        \
        .base = &sk_dict_##what##_type,                                                                                 \
        .iter = what##_iter,                                                                                            \
        .methods = what##_methods,                                                                                      \
    }
VIEW_TYPE(keys);
VIEW_TYPE(values);
VIEW_TYPE(items);

static SkValue od_keys(SkValue self) { return sk_dict_view_new(&ordered_keys_type, self); }
static SkValue od_values(SkValue self) { return sk_dict_view_new(&ordered_values_type, self); }
static SkValue od_items(SkValue self) { return sk_dict_view_new(&ordered_items_type, self); }
static SkValue od_iter(SkValue self) { return iter_new(self, OF_KEYS); }
static SkValue od_reversed(SkValue self) { return iter_new(self, OF_KEYS | BACKWARD); }

// ---- filling -----------------------------------------------------------------------------------------------------------------

static bool store(SkValue self, SkValue key, SkValue value) {
    return stores_plainly(self) ? sk_dict_set(self, key, value) : sk_setitem(self, key, value);
}

static bool store_pair(SkValue self, SkValue pair) {
    SK_AUTO SkValue it = sk_iter(pair);
    if (sk_is_empty(it)) return false;
    SK_AUTO SkValue key = sk_own(sk_next(it));
    if (sk_is_empty(key))
        return sk_error_occurred() ? false : sk_raise_false(sk_exc_ValueError, "need more than 0 values to unpack");
    SK_AUTO SkValue value = sk_own(sk_next(it));
    if (sk_is_empty(value))
        return sk_error_occurred() ? false : sk_raise_false(sk_exc_ValueError, "need more than 1 value to unpack");
    SK_AUTO SkValue more = sk_own(sk_next(it));
    if (!sk_is_empty(more)) return sk_raise_false(sk_exc_ValueError, "too many values to unpack (expected 2)");
    return !sk_error_occurred() && store(self, key, value);
}

static bool store_pairs(SkValue self, SkValue pairs) {
    SK_AUTO SkValue it = sk_iter(pairs);
    if (sk_is_empty(it)) return false;
    for (;;) {
        if (!sk_safepoint_poll()) return false;
        SK_AUTO SkValue pair = sk_own(sk_next(it));
        if (sk_is_empty(pair)) return !sk_error_occurred();
        if (!store_pair(self, pair)) return false;
    }
}

static bool store_by_keys(SkValue self, SkValue other, SkValue keys_method) {
    SK_AUTO SkValue keys = sk_call0(keys_method);
    SK_AUTO SkValue it = sk_is_empty(keys) ? SK_EMPTY : sk_iter(keys);
    if (sk_is_empty(it)) return false;
    for (;;) {
        SK_AUTO SkValue key = sk_own(sk_next(it));
        if (sk_is_empty(key)) return !sk_error_occurred();
        SK_AUTO SkValue value = sk_getitem(other, key);
        if (sk_is_empty(value) || !store(self, key, value)) return false;
    }
}

// The items of a dict at one moment.
static bool store_items(SkValue self, SkValue other) {
    bool plain = stores_plainly(self), ok = true;
    size_t n;
    SkDictItem *items = sk_dict_snapshot(sk_as_dict(other), &n);
    if (!items) return false;
    for (size_t i = 0; ok && i < n; i++)
        ok = plain ? sk_dict_put(sk_as_dict(self), items[i].key, items[i].hash, sk_retain(items[i].value), false)
                   : sk_setitem(self, items[i].key, items[i].value);
    sk_dict_items_free(items, n);
    return ok;
}

static bool fill_from(SkValue self, SkValue other) {
    if (sk_is_exact_dict(other) || is_exact(other)) return store_items(self, other);
    SK_AUTO SkValue keys = sk_getattr_opt_s(other, "keys");
    if (!sk_is_empty(keys)) return store_by_keys(self, other, keys);
    SK_AUTO SkValue items = sk_error_occurred() ? SK_EMPTY : sk_getattr_opt_s(other, "items");
    if (sk_error_occurred()) return false;
    if (sk_is_empty(items)) return store_pairs(self, other);
    SK_AUTO SkValue pairs = sk_call0(items);
    return !sk_is_empty(pairs) && store_pairs(self, pairs);
}

static bool fill(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs && !fill_from(self, args[0])) return false;
    for (size_t i = 0, n = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames); i < n; i++)
        if (!store(self, sk_tuple_peek(kwnames, i), args[nargs + i])) return false;
    return true;
}

static bool od_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs > 1) return sk_raise_false(sk_exc_TypeError, "expected at most 1 arguments, got %zu", nargs);
    return fill(self, args, nargs, kwnames);
}

static SkValue od_update(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs > 1) return sk_raise(sk_exc_TypeError, "update() takes at most 1 positional argument (%zu given)", nargs);
    return fill(self, args, nargs, kwnames) ? SK_NONE : SK_EMPTY;
}

static SkValue od_fromkeys(SkValue cls, const SkValue *args) {
    SK_AUTO SkValue d = sk_call0(cls);
    SK_AUTO SkValue it = sk_is_empty(d) ? SK_EMPTY : sk_iter(args[0]);
    if (sk_is_empty(it)) return it;
    SkValue value = sk_is_empty(args[1]) ? SK_NONE : args[1];
    for (;;) {
        SK_AUTO SkValue key = sk_own(sk_next(it));
        if (sk_is_empty(key)) return sk_error_occurred() ? SK_EMPTY : sk_move(&d);
        if (!(is_exact(d) ? sk_dict_set(d, key, value) : sk_setitem(d, key, value))) return SK_EMPTY;
    }
}

// ---- reading and writing -----------------------------------------------------------------------------------------------------

static SkValue od_get_key(SkValue self, SkValue key) {
    SkValue v = sk_dict_load_moving(self, key);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SK_AUTO SkValue missing = is_exact(self) ? SK_EMPTY : sk_lookup_special(self, SK_N(__missing__));
    if (!sk_is_empty(missing)) return sk_call1(missing, key);
    return sk_error_occurred() ? SK_EMPTY : sk_raise_value(sk_exc_KeyError, key);
}

static bool od_set_key(SkValue self, SkValue key, SkValue value) {
    if (!sk_is_empty(value)) return sk_dict_set(self, key, value);
    int deleted = sk_dict_delete(self, key);
    if (deleted == 0) sk_raise_value(sk_exc_KeyError, key);
    return deleted > 0;
}

static SkValue od_get(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 1, 2)) return SK_EMPTY;
    SkValue v = sk_dict_load_moving(self, args[0]);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return nargs > 1 ? sk_dup(args[1]) : SK_NONE;
}

static SkValue od_setdefault(SkValue self, const SkValue *args) {
    SkValue value = sk_is_empty(args[1]) ? SK_NONE : args[1];
    if (is_exact(self) || stores_plainly(self)) return sk_dict_setdefault(self, args[0], value, NULL);
    int there = sk_contains(self, args[0]);
    if (there < 0) return SK_EMPTY;
    if (there) return sk_getitem(self, args[0]);
    return sk_setitem(self, args[0], value) ? sk_dup(value) : SK_EMPTY;
}

static SkValue od_pop(SkValue self, const SkValue *args) {
    SkValue v = sk_dict_pop(self, args[0]);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return sk_is_empty(args[1]) ? sk_raise_value(sk_exc_KeyError, args[0]) : sk_dup(args[1]);
}

// The argument `last`, True unless given. -1 with an exception.
static int last_argument(SkValue v) { return sk_is_empty(v) ? 1 : sk_truth(v); }

static SkValue od_popitem(SkValue self, const SkValue *args) {
    int last = last_argument(args[0]);
    if (last < 0) return SK_EMPTY;
    SkValue pair[2];
    SkDict *d = sk_as_dict(self);
    if (last ? sk_dict_take_last(d, &pair[0], &pair[1]) : sk_dict_take_first(d, &pair[0], &pair[1])) return sk_tuple_steal(pair, 2);
    return sk_raise(sk_exc_KeyError, "dictionary is empty");
}

static SkValue od_move_to_end(SkValue self, const SkValue *args) {
    int last = last_argument(args[1]);
    int moved = last < 0 ? -1 : sk_dict_move_to_end(sk_as_dict(self), args[0], last);
    if (moved < 0) return SK_EMPTY;
    return moved ? SK_NONE : sk_raise_value(sk_exc_KeyError, args[0]);
}

static SkValue od_clear(SkValue self) {
    sk_dict_clear(self);
    return SK_NONE;
}

static SkValue od_copy(SkValue self) {
    SK_AUTO SkValue copy = is_exact(self) ? sk_dict_new_of(&sk_ordered_dict_type) : sk_call0(sk_type_value(sk_type_of(self)));
    if (sk_is_empty(copy)) return copy;
    if (is_exact(self)) return store_items(copy, self) ? sk_move(&copy) : SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(self);
    if (sk_is_empty(it)) return it;
    for (;;) {
        SK_AUTO SkValue key = sk_own(sk_next(it));
        if (sk_is_empty(key)) return sk_error_occurred() ? SK_EMPTY : sk_move(&copy);
        SK_AUTO SkValue value = sk_getitem(self, key);
        if (sk_is_empty(value) || !sk_setitem(copy, key, value)) return SK_EMPTY;
    }
}

static SkValue od_reduce(SkValue self) {
    SK_AUTO SkValue state = sk_call_method_s(self, "__getstate__", NULL, 0);
    SK_AUTO SkValue items = sk_is_empty(state) ? SK_EMPTY : sk_call_method(self, SK_N(items), NULL, 0);
    SK_AUTO SkValue it = sk_is_empty(items) ? SK_EMPTY : sk_iter(items);
    if (sk_is_empty(it)) return it;
    return sk_tuple_pack(5, sk_type_value(sk_type_of(self)), sk_empty_tuple(), state, SK_NONE, it);
}

static SkValue od_sizeof(SkValue self) {
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + sk_dict_sizeof(sk_as_dict(self))));
}

// ---- operators ---------------------------------------------------------------------------------------------------------------

static SkValue od_repr(SkValue self) {
    SK_AUTO SkValue name = sk_getattr(sk_type_value(sk_type_of(self)), SK_N(__name__));
    if (sk_is_empty(name)) return name;
    if (sk_dict_len(self) == 0) return sk_str_format("%S()", name);
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("...");
    SK_AUTO SkValue plain = sk_dict_copy(self);
    SkValue r = sk_is_empty(plain) ? plain : sk_str_format("%S(%R)", name, plain);
    sk_repr_leave(self);
    return r;
}

static SkValue od_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_dict(a) || !sk_is_dict(b) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue same = sk_dict_type.compare(a, b, SK_EQ);
    if (sk_is_empty(same) || sk_is_not_implemented(same)) return sk_move(&same);
    int equal = sk_is_true(same);
    if (equal && is_ordered(a) && is_ordered(b)) {
        SK_AUTO SkValue left = sk_dict_keys_list(a);
        SK_AUTO SkValue right = sk_is_empty(left) ? left : sk_dict_keys_list(b);
        equal = sk_is_empty(right) ? -1 : sk_compare_bool(left, right, SK_EQ);
    }
    return equal < 0 ? SK_EMPTY : sk_bool(equal == (op == SK_EQ));
}

static SkValue od_or(SkValue a, SkValue b) {
    if (!sk_is_dict(a) || !sk_is_dict(b)) return SK_NOT_IMPLEMENTED;
    SkType *type = sk_type_of(is_ordered(a) ? a : b);
    SK_AUTO SkValue sum = sk_call1(sk_type_value(type), a);
    if (sk_is_empty(sum) || !is_ordered(sum)) return sk_move(&sum);
    return fill_from(sum, b) ? sk_move(&sum) : SK_EMPTY;
}

static SkValue od_inplace_or(SkValue self, SkValue other) { return fill_from(self, other) ? sk_dup(self) : SK_EMPTY; }

// ---- the type ----------------------------------------------------------------------------------------------------------------

static const SkMethodDef methods[] = {
    {.name = "get", .kind = SK_FAST, .fast = od_get, .sig = "(key, default=None, /)", .doc = "Return the value of key, or default if there is none."},
    {.name = "fromkeys", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = od_fromkeys, .sig = "(iterable, value=None)", .doc = "Create a new ordered dictionary with keys from iterable and values set to value."},
    {.name = "setdefault", .kind = SK_SIG, .sig_fn = od_setdefault, .sig = "(key, default=None)", .doc = "Insert key with a value of default if key is not in the dictionary."},
    {.name = "pop", .kind = SK_SIG, .sig_fn = od_pop, .sig = "(key, default=<unrepresentable>)", .doc = "Remove the key and return its value, or default, or raise KeyError."},
    {.name = "popitem", .kind = SK_SIG, .sig_fn = od_popitem, .sig = "(last=True)", .doc = "Remove and return the last (or first) (key, value) pair."},
    {.name = "move_to_end", .kind = SK_SIG, .sig_fn = od_move_to_end, .sig = "(key, last=True)", .doc = "Move an existing element to the end (or beginning if last is false)."},
    {.name = "keys", .kind = SK_NOARGS, .noargs = od_keys, .sig = "()", .doc = "A set-like view of the keys."},
    {.name = "values", .kind = SK_NOARGS, .noargs = od_values, .sig = "()", .doc = "A view of the values."},
    {.name = "items", .kind = SK_NOARGS, .noargs = od_items, .sig = "()", .doc = "A set-like view of the (key, value) pairs."},
    {.name = "update", .kind = SK_KW, .kw = od_update, .doc = "Sets the items of a mapping or of pairs, and those given by keyword."},
    {.name = "clear", .kind = SK_NOARGS, .noargs = od_clear, .sig = "()", .doc = "Remove all items from the ordered dictionary."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = od_copy, .sig = "()", .doc = "A shallow copy of the ordered dictionary."},
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = od_reversed, .sig = "()", .doc = "od.__reversed__() <==> reversed(od)"},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = od_reduce, .sig = "()", .doc = "Return state information for pickling"},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = od_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"__dict__", sk_get_dict_attr, sk_set_dict_attr, NULL, NULL},
    {0},
};

SkType sk_ordered_dict_type = {
    SK_TYPE_HEAD(0, sizeof(OrderedDict), sk_dict_trace, sk_dict_clear_refs, sk_dict_destroy),
    .name = "collections.OrderedDict",
    .doc = "Dictionary that remembers insertion order",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_WEAKREF | SK_TF_HAS_DICT,
    .base = &sk_dict_type,
    .shape_offset = offsetof(OrderedDict, attributes),
    .init = od_init,
    .repr = od_repr,
    .iter = od_iter,
    .hash = sk_hash_not_implemented,
    .compare = od_compare,
    .number = {.or_ = od_or, .inplace_or = od_inplace_or},
    .container = {.contains = sk_dict_contains_moving, .get_key = od_get_key, .set_key = od_set_key},
    .methods = methods,
    .getset = getset,
};

bool sk_ordered_dict_add(SkValue m) {
    ordered_keys_type.container.contains = keys_contains;
    ordered_items_type.container.contains = items_contains;
    return sk_type_ready(&ordered_iter_type) && sk_type_ready(&ordered_keys_type) && sk_type_ready(&ordered_values_type) &&
           sk_type_ready(&ordered_items_type) && sk_module_add_type(m, &sk_ordered_dict_type);
}
