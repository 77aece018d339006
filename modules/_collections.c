// The native half of collections: defaultdict, the getters of named tuples, Counter's loop; deque and OrderedDict have files of their own.
#include "modules/_collections.h"
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// ---- defaultdict -------------------------------------------------------------------------------------------------------

typedef struct {
    SkDict base;
    SkSlot factory;
} DefaultDict;

static DefaultDict *default_dict(SkValue v) { return (DefaultDict *)sk_ptr(v); }

static void dd_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((DefaultDict *)o)->factory, visit, arg);
    sk_dict_trace(o, visit, arg);
}
static void dd_clear(SkObject *o) {
    sk_slot_set(o, &((DefaultDict *)o)->factory, SK_EMPTY);
    sk_dict_clear_refs(o);
}
static void dd_destroy(SkObject *o) {
    sk_slot_destroy(o, &((DefaultDict *)o)->factory);
    sk_dict_destroy(o);
}

static bool dd_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs && !sk_is_none(args[0]) && !sk_is_callable(args[0]))
        return sk_raise_false(sk_exc_TypeError, "first argument must be callable or None");
    SkValue factory = nargs && !sk_is_none(args[0]) ? sk_retain(args[0]) : SK_EMPTY;
    sk_slot_set(sk_ptr(self), &default_dict(self)->factory, factory);
    return sk_dict_type.init(self, nargs ? args + 1 : args, nargs ? nargs - 1 : 0, kwnames);
}

// Of several threads that miss one key at once, all get the value of the first to come back.
static SkValue dd_missing(SkValue self, SkValue key) {
    SK_AUTO SkValue factory = sk_slot_get(sk_ptr(self), &default_dict(self)->factory);
    if (sk_is_empty(factory) || sk_is_none(factory)) return sk_raise_value(sk_exc_KeyError, key);
    SK_AUTO SkValue value = sk_call0(factory);
    if (sk_is_empty(value)) return value;
    if (sk_type_of(self)->container.set_key == sk_dict_type.container.set_key) return sk_dict_setdefault(self, key, value, NULL);
    return sk_setitem(self, key, value) ? sk_move(&value) : SK_EMPTY;
}

static SkValue factory_repr(SkValue self) {
    SK_AUTO SkValue factory = sk_slot_get(sk_ptr(self), &default_dict(self)->factory);
    if (sk_is_empty(factory)) return sk_str_from("None");
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("...");
    SkValue r = sk_repr(factory);
    sk_repr_leave(self);
    return r;
}

static SkValue dd_repr(SkValue self) {
    SK_AUTO SkValue base = sk_dict_type.repr(self);
    SK_AUTO SkValue factory = sk_is_empty(base) ? SK_EMPTY : factory_repr(self);
    SK_AUTO SkValue name = sk_is_empty(factory) ? SK_EMPTY : sk_getattr(sk_type_value(sk_type_of(self)), SK_N(__name__));
    return sk_is_empty(name) ? name : sk_str_format("%S(%S, %S)", name, factory, base);
}

static SkValue dd_copy(SkValue self) {
    SK_AUTO SkValue factory = sk_slot_get(sk_ptr(self), &default_dict(self)->factory);
    return sk_call2(sk_type_value(sk_type_of(self)), sk_is_empty(factory) ? SK_NONE : factory, self);
}

static SkValue dd_reduce(SkValue self) {
    SK_AUTO SkValue factory = sk_slot_get(sk_ptr(self), &default_dict(self)->factory);
    SK_AUTO SkValue args = sk_is_empty(factory) || sk_is_none(factory) ? sk_empty_tuple() : sk_tuple_pack(1, factory);
    SK_AUTO SkValue items = sk_is_empty(args) ? SK_EMPTY : sk_call_method(self, SK_N(items), NULL, 0);
    SK_AUTO SkValue it = sk_is_empty(items) ? SK_EMPTY : sk_iter(items);
    return sk_is_empty(it) ? it : sk_tuple_pack(5, sk_type_value(sk_type_of(self)), args, SK_NONE, SK_NONE, it);
}

static SkValue dd_or(SkValue a, SkValue b) {
    bool ours = sk_is_ptr(a) && sk_is_instance_of(a, &sk_defaultdict_type);
    SkValue self = ours ? a : b, other = ours ? b : a;
    if (!sk_is_dict(other)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue factory = sk_slot_get(sk_ptr(self), &default_dict(self)->factory);
    SkValue new = sk_call2(sk_type_value(sk_type_of(self)), sk_is_empty(factory) ? SK_NONE : factory, a);
    if (sk_is_empty(new) || (sk_is_dict(new) && sk_dict_update(new, b))) return new;
    sk_release(new);
    return sk_error_occurred() ? SK_EMPTY : SK_NOT_IMPLEMENTED;
}

static const SkMethodDef dd_methods[] = {
    {.name = "__missing__", .kind = SK_ONEARG, .onearg = dd_missing, .sig = "(object, /)", .doc = "__missing__(key) # Called by __getitem__ for a missing key: makes, keeps and returns the default."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = dd_copy, .sig = "()", .doc = "D.copy() -> a shallow copy of D."},
    {.name = "__copy__", .kind = SK_NOARGS, .noargs = dd_copy, .sig = "()", .doc = "D.copy() -> a shallow copy of D."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = dd_reduce, .sig = "()", .doc = "Return state information for pickling."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkMemberDef dd_members[] = {
    {"default_factory", SK_MEMBER_OBJECT, offsetof(DefaultDict, factory), false, "Factory for default value called by __missing__()."},
    {0},
};

SkType sk_defaultdict_type = {
    SK_TYPE_HEAD(0, sizeof(DefaultDict), dd_trace, dd_clear, dd_destroy),
    .name = "collections.defaultdict",
    .doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_WEAKREF,
    .base = &sk_dict_type,
    .init = dd_init,
    .repr = dd_repr,
    .number = {.or_ = dd_or},
    .methods = dd_methods,
    .members = dd_members,
};

// ---- named tuples --------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    int64_t index;
    SkSlot doc;
} TupleGetter;

static TupleGetter *getter(SkValue v) { return (TupleGetter *)sk_ptr(v); }

static void getter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((TupleGetter *)o)->doc, visit, arg); }
static void getter_clear(SkObject *o) { sk_slot_set(o, &((TupleGetter *)o)->doc, SK_EMPTY); }
static void getter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((TupleGetter *)o)->doc);
    sk_object_free(o, sizeof(TupleGetter));
}

static SkValue getter_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    int64_t index;
    if (!sk_no_kwargs("_tuplegetter", kwnames) || !sk_check_nargs("_tuplegetter", nargs, 2, 2) ||
        !sk_index_as_int64(args[0], &index, sk_exc_OverflowError))
        return SK_EMPTY;
    TupleGetter *g = (TupleGetter *)sk_container_new(&type->head, sizeof *g);
    if (!g) return sk_raise_memory();
    g->index = index;
    sk_slot_init(&g->doc, sk_retain(args[1]));
    return sk_counted(g);
}

static SkValue getter_get(SkValue self, SkValue obj, SkValue type) {
    (void)type;
    int64_t i = getter(self)->index;
    if (sk_is_empty(obj) || sk_is_none(obj)) return sk_dup(self);
    if (!sk_is_tuple(obj))
        return sk_raise(sk_exc_TypeError, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' object", (long long)i, obj);
    if (i < 0 || (size_t)i >= sk_tuple_len(obj)) return sk_raise(sk_exc_IndexError, "tuple index out of range");
    return sk_tuple_load(obj, (size_t)i);
}

static bool getter_set(SkValue self, SkValue obj, SkValue value) {
    (void)self, (void)obj;
    return sk_raise_false(sk_exc_AttributeError, sk_is_empty(value) ? "can't delete attribute" : "can't set attribute");
}

static SkValue getter_repr(SkValue self) {
    SK_AUTO SkValue doc = sk_slot_get(sk_ptr(self), &getter(self)->doc);
    return sk_str_format("_tuplegetter(%lld, %R)", (long long)getter(self)->index, sk_is_empty(doc) ? SK_NONE : doc);
}

static SkValue getter_reduce(SkValue self) {
    SK_AUTO SkValue doc = sk_slot_get(sk_ptr(self), &getter(self)->doc);
    SK_AUTO SkValue index = sk_int_from_int64(getter(self)->index);
    SK_AUTO SkValue args = sk_tuple_pack(2, index, sk_is_empty(doc) ? SK_NONE : doc);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static const SkMethodDef getter_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = getter_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};
static const SkMemberDef getter_members[] = {
    {"__doc__", SK_MEMBER_OBJECT, offsetof(TupleGetter, doc), false, NULL},
    {0},
};

SkType sk_tuplegetter_type = {
    SK_TYPE_HEAD(0, sizeof(TupleGetter), getter_trace, getter_clear, getter_destroy),
    .name = "collections._tuplegetter",
    .flags = SK_TF_IMMUTABLE,
    .new_ = getter_new,
    .repr = getter_repr,
    .descr_get = getter_get,
    .descr_set = getter_set,
    .methods = getter_methods,
    .members = getter_members,
};

// ---- counting --------------------------------------------------------------------------------------------------------------

static SkValue plus_one(SkValue count) {
    if (sk_is_empty(count)) return sk_from_small_int(1);
    if (sk_is_small_int(count)) return sk_int_from_int64(sk_small_int(count) + 1);
    return sk_binary(SK_OP_ADD, count, sk_from_small_int(1));
}

static bool count_in_dict(SkValue dict, SkValue key) {
    SkDict *d = sk_as_dict(dict);
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return false;
    SK_AUTO SkValue old = sk_own(sk_dict_load_hashed(d, key, hash));
    if (sk_is_empty(old) && sk_error_occurred()) return false;
    SkValue new = plus_one(old);
    return !sk_is_empty(new) && sk_dict_put(d, key, hash, new, false);
}

static bool count_in_mapping(SkValue mapping, SkValue get, SkValue key) {
    SK_AUTO SkValue old = sk_call2(get, key, sk_from_small_int(0));
    SK_AUTO SkValue new = sk_is_empty(old) ? SK_EMPTY : plus_one(old);
    return !sk_is_empty(new) && sk_setitem(mapping, key, new);
}

static bool is_plain_dict(SkValue v) {
    if (!sk_is_dict(v)) return false;
    SkType *t = sk_type_of(v);
    if (t == &sk_dict_type) return true;
    SK_AUTO SkValue ours = sk_own(sk_type_lookup(t, SK_N(get)));
    SK_AUTO SkValue dicts = sk_own(sk_type_lookup(&sk_dict_type, SK_N(get)));
    if (!sk_is(ours, dicts)) return false;
    if (t->container.set_key == sk_dict_type.container.set_key) return true;
    // The slot is shared with __delitem__, which Counter has.
    SK_AUTO SkValue setter = sk_own(sk_type_lookup(t, SK_N(__setitem__)));
    SK_AUTO SkValue plain = sk_own(sk_type_lookup(&sk_dict_type, SK_N(__setitem__)));
    return sk_is(setter, plain);
}

static SkValue count_elements(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("_count_elements", nargs, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(args[1]);
    if (sk_is_empty(it)) return it;
    bool plain = is_plain_dict(args[0]);
    SK_AUTO SkValue get = plain ? SK_EMPTY : sk_getattr(args[0], SK_N(get));
    if (!plain && sk_is_empty(get)) return SK_EMPTY;
    for (;;) {
        if (!sk_safepoint_poll()) return SK_EMPTY;
        SK_AUTO SkValue key = sk_own(sk_next(it));
        if (sk_is_empty(key)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
        if (!(plain ? count_in_dict(args[0], key) : count_in_mapping(args[0], get, key))) return SK_EMPTY;
    }
}

// ---- the module --------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {.name = "_count_elements", .kind = SK_FAST, .fast = count_elements, .sig = "(mapping, iterable, /)", .doc = "Count elements in the iterable, updating the mapping"},
    {0},
};

static bool exec(SkValue m) {
    return sk_module_add_type(m, &sk_deque_type) && sk_module_add_type(m, &sk_defaultdict_type) &&
           sk_module_add_type(m, &sk_deque_iter_type) && sk_module_add_type(m, &sk_deque_reverse_iter_type) &&
           sk_module_add_type(m, &sk_tuplegetter_type) && sk_ordered_dict_add(m);
}

const SkModuleDef sk_module__collections = {
    .name = "_collections", .doc = "High performance data structures.", .functions = functions, .exec = exec};
