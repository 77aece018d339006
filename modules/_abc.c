// The native half of abc: what ABCMeta does.
//
// Each abstract base class has a Data object: the classes registered with it, and the classes known (not) to be its
// subclasses, as sets of weak references whose callbacks take the dead ones out. In front of these sets stands a
// table of one-word answers, read without a lock or a count:
//   version of the subclass (32 bits) << 32 | registrations so far (31 bits) << 1 | answer.
// A version names one state of one class and is never used again; a registration anywhere makes all answers stale.
#include "gc/weak.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"
#include "objects/weakref.h"

enum { ANSWERS = 64 };

typedef struct {
    SkObject header;
    SkSlot registry, cache, negative;   // sets of weak references, or empty
    _Atomic uint64_t negative_version;  // registrations when `negative` was begun
    _Atomic uint64_t answers[ANSWERS];
} Data;

static _Atomic uint64_t registrations;   // in the whole process: abc.get_cache_token()

static SkType data_type;

static void data_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Data *)o)->registry, visit, arg);
    sk_slot_visit(&((Data *)o)->cache, visit, arg);
    sk_slot_visit(&((Data *)o)->negative, visit, arg);
}
static void data_clear(SkObject *o) {
    sk_slot_set(o, &((Data *)o)->registry, SK_EMPTY);
    sk_slot_set(o, &((Data *)o)->cache, SK_EMPTY);
    sk_slot_set(o, &((Data *)o)->negative, SK_EMPTY);
}
static void data_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Data *)o)->registry);
    sk_slot_destroy(o, &((Data *)o)->cache);
    sk_slot_destroy(o, &((Data *)o)->negative);
    sk_object_free(o, sizeof(Data));
}

static SkValue data_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Data *d = (Data *)sk_container_new(&type->head, sizeof *d);
    if (!d) return sk_raise_memory();
    sk_store_relaxed(&d->negative_version, sk_load_relaxed(&registrations));
    return sk_counted(d);
}

static SkType data_type = {
    SK_TYPE_HEAD(0, sizeof(Data), data_trace, data_clear, data_destroy),
    .name = "_abc._abc_data",
    .doc = "Internal state held by ABC machinery.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = data_new,
};

// The data of a class: counted.
static SkValue data_of(SkValue cls) {
    SkValue v = sk_getattr_s(cls, "_abc_impl");
    if (sk_is_empty(v)) return v;
    if (sk_is_ptr(v) && sk_type_of(v) == &data_type) return v;
    sk_release(v);
    return sk_raise(sk_exc_TypeError, "_abc_impl is set to a wrong type");
}

// ---- one-word answers -----------------------------------------------------------------------------------------------

// 1, 0, or -1: not known.
static int quick_answer(Data *d, SkValue subclass) {
    uint32_t version = sk_load_relaxed(&sk_as_type(subclass)->version);
    if (!version) return -1;
    uint64_t word = sk_load_relaxed(&d->answers[version % ANSWERS]);   // all there is to it is in the word
    uint64_t want = (uint64_t)version << 32 | (sk_load_relaxed(&registrations) & 0x7fffffff) << 1;
    return (word & ~UINT64_C(1)) == want ? (int)(word & 1) : -1;
}

// token, version: as they were before the question was asked.
static void note_answer(Data *d, uint32_t version, uint64_t token, bool yes) {
    if (version) sk_store_relaxed(&d->answers[version % ANSWERS], (uint64_t)version << 32 | (token & 0x7fffffff) << 1 | yes);
}

// ---- sets of weak references --------------------------------------------------------------------------------------------

static SkValue forget(SkValue self, SkValue ref) {
    SK_AUTO SkValue set = sk_weakref_get(self);
    if (!sk_is_empty(set) && !sk_is_none(set) && sk_set_discard(set, ref) < 0) return SK_EMPTY;
    return SK_NONE;
}

static const SkMethodDef forget_def = {
    .name = "_destroy", .kind = SK_ONEARG, .onearg = forget, .sig = "(ref, /)", .doc = "Take a dead reference out of a set."};

static int weak_set_has(Data *d, SkSlot *slot, SkValue cls) {
    SK_AUTO SkValue set = sk_slot_get(&d->header, slot);
    if (sk_is_empty(set) || sk_set_len(set) == 0) return 0;
    SK_AUTO SkValue ref = sk_weakref_new(cls, SK_EMPTY);
    if (sk_is_empty(ref)) return sk_error_clear_if(sk_exc_TypeError) ? 0 : -1;
    return sk_set_contains(set, ref);
}

static bool weak_set_add(Data *d, SkSlot *slot, SkValue cls) {
    SK_AUTO SkValue set = sk_slot_get(&d->header, slot);
    if (sk_is_empty(set)) {
        SkValue fresh = sk_set_new(SK_EMPTY);
        if (sk_is_empty(fresh)) return false;
        sk_lock(&d->header);
        sk_write_begin_locked(&d->header);
        SkValue there = sk_slot_peek(slot);
        if (sk_is_empty(there)) sk_slot_publish(slot, sk_retain(fresh));
        else there = sk_retain(there);
        sk_unlock(&d->header);
        if (sk_is_empty(there)) {
            set = fresh;
        } else {
            sk_release(fresh);
            set = there;
        }
    }
    SK_AUTO SkValue set_ref = sk_weakref_new(set, SK_EMPTY);
    SK_AUTO SkValue callback = sk_is_empty(set_ref) ? SK_EMPTY : sk_native_new(&forget_def, set_ref, SK_EMPTY);
    SK_AUTO SkValue ref = sk_is_empty(callback) ? SK_EMPTY : sk_weakref_new(cls, callback);
    return !sk_is_empty(ref) && sk_set_add(set, ref);
}

// ---- making a class -----------------------------------------------------------------------------------------------------------

static int is_abstract(SkValue v) {
    SK_AUTO SkValue flag = sk_getattr_opt(v, SK_N(__isabstractmethod__));
    if (sk_is_empty(flag)) return sk_error_occurred() ? -1 : 0;
    return sk_truth(flag);
}

static bool add_own_abstract(SkValue cls, SkValue names) {
    SK_AUTO SkValue ns = sk_getattr(cls, SK_N(__dict__));
    SK_AUTO SkValue items = sk_is_empty(ns) ? SK_EMPTY : sk_call_method(ns, SK_N(items), NULL, 0);
    SK_AUTO SkValue list = sk_is_empty(items) ? SK_EMPTY : sk_to_list(items);
    if (sk_is_empty(list)) return false;
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue item = sk_list_get(list, i);
        if (sk_is_empty(item)) return true;
        if (!sk_is_tuple(item) || sk_tuple_len(item) != 2) return sk_raise_false(sk_exc_TypeError, "Iteration over __dict__.items() returned item which isn't a 2-tuple");
        int abstract = is_abstract(sk_tuple_peek(item, 1));
        if (abstract < 0 || (abstract && !sk_set_add(names, sk_tuple_peek(item, 0)))) return false;
    }
}

static bool add_inherited_abstract(SkValue cls, SkValue base, SkValue names) {
    SK_AUTO SkValue theirs = sk_getattr_opt(base, SK_N(__abstractmethods__));
    if (sk_is_empty(theirs)) return !sk_error_occurred();
    SK_AUTO SkValue list = sk_to_list(theirs);
    if (sk_is_empty(list)) return false;
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue name = sk_list_get(list, i);
        if (sk_is_empty(name)) return true;
        if (!sk_is_str(name)) continue;
        SK_AUTO SkValue v = sk_getattr_opt(cls, name);
        int abstract = sk_is_empty(v) ? (sk_error_occurred() ? -1 : 0) : is_abstract(v);
        if (abstract < 0 || (abstract && !sk_set_add(names, name))) return false;
    }
}

static bool set_abstract_methods(SkValue cls) {
    SK_AUTO SkValue names = sk_frozenset_new(SK_EMPTY);
    SK_AUTO SkValue found = sk_set_new(SK_EMPTY);
    SK_AUTO SkValue bases = sk_is_empty(names) || sk_is_empty(found) ? SK_EMPTY : sk_getattr(cls, SK_N(__bases__));
    if (sk_is_empty(bases) || !add_own_abstract(cls, found)) return false;
    if (!sk_is_tuple(bases)) return sk_raise_false(sk_exc_TypeError, "__bases__ is not tuple");
    for (size_t i = 0; i < sk_tuple_len(bases); i++)
        if (!add_inherited_abstract(cls, sk_tuple_peek(bases, i), found)) return false;
    SK_AUTO SkValue frozen = sk_frozenset_new(found);
    return !sk_is_empty(frozen) && sk_setattr(cls, SK_N(__abstractmethods__), frozen);
}

// `__abc_tpflags__` of collections.abc.Sequence and Mapping: for match statements. The values are Lib's.
enum { TP_SEQUENCE = 1 << 5, TP_MAPPING = 1 << 6 };

static bool take_collection_flags(SkValue cls) {
    if (!sk_is_type(cls)) return true;
    SkType *t = sk_as_type(cls);
    SK_AUTO SkValue flags = sk_dict_get_s(sk_slot_peek(&t->dict), "__abc_tpflags__");
    if (sk_is_empty(flags)) return !sk_error_occurred();
    int64_t f;
    if (sk_is_int(flags) && sk_int_fits_int64(flags, &f)) {
        if ((f & (TP_SEQUENCE | TP_MAPPING)) == (TP_SEQUENCE | TP_MAPPING))
            return sk_raise_false(sk_exc_TypeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
        sk_types_lock();
        t->flags |= (f & TP_SEQUENCE ? SK_TF_SEQUENCE : 0) | (f & TP_MAPPING ? SK_TF_MAPPING : 0);
        sk_types_unlock();
    }
    return sk_setattr_s(cls, "__abc_tpflags__", SK_EMPTY);
}

static SkValue abc_init(SkValue module, SkValue cls) {
    (void)module;
    if (!set_abstract_methods(cls)) return SK_EMPTY;
    SK_AUTO SkValue data = data_new(&data_type, NULL, 0, SK_EMPTY);
    if (sk_is_empty(data) || !sk_setattr_s(cls, "_abc_impl", data)) return SK_EMPTY;
    return take_collection_flags(cls) ? SK_NONE : SK_EMPTY;
}

// ---- register ---------------------------------------------------------------------------------------------------------------

static void give_flags(SkType *t, SkValue bits) {
    uint32_t flags = (uint32_t)sk_small_int(bits);
    if ((t->flags & (SK_TF_SEQUENCE | SK_TF_MAPPING)) == flags || (t->flags & SK_TF_IMMUTABLE)) return;
    t->flags = (t->flags & ~(uint32_t)(SK_TF_SEQUENCE | SK_TF_MAPPING)) | flags;
    sk_type_for_each_subclass(t, give_flags, bits);
}

static SkValue abc_register(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("_abc_register", nargs, 2, 2)) return SK_EMPTY;
    SkValue cls = args[0], subclass = args[1];
    if (!sk_is_type(subclass)) return sk_raise(sk_exc_TypeError, "Can only register classes");
    int r = sk_is_subclass(subclass, cls);
    if (r) return r < 0 ? SK_EMPTY : sk_dup(subclass);
    r = sk_is_subclass(cls, subclass);
    if (r) return r < 0 ? SK_EMPTY : sk_raise(sk_exc_RuntimeError, "Refusing to create an inheritance cycle");
    SK_AUTO SkValue data = data_of(cls);
    if (sk_is_empty(data)) return data;
    Data *d = (Data *)sk_ptr(data);
    if (!weak_set_add(d, &d->registry, subclass)) return SK_EMPTY;
    sk_add_acq_rel(&registrations, 1);   // PAIR(abc-registrations): an answer noted with the new number knows of the class
    uint32_t flags = sk_is_type(cls) ? sk_as_type(cls)->flags & (SK_TF_SEQUENCE | SK_TF_MAPPING) : 0;
    if (flags) {
        sk_types_lock();
        give_flags(sk_as_type(subclass), sk_from_small_int(flags));
        sk_types_unlock();
    }
    return sk_dup(subclass);
}

// ---- the questions ------------------------------------------------------------------------------------------------------------

static SkValue yes(Data *d, SkValue subclass) { return weak_set_add(d, &d->cache, subclass) ? SK_TRUE : SK_EMPTY; }
static SkValue no(Data *d, SkValue subclass) { return weak_set_add(d, &d->negative, subclass) ? SK_FALSE : SK_EMPTY; }

// 1, 0: what the sets say; -1: exception; 2: nothing.
static int remembered(Data *d, SkValue subclass) {
    int has = weak_set_has(d, &d->cache, subclass);
    if (has) return has;
    uint64_t now = sk_load_acquire(&registrations);              // PAIR(abc-registrations)
    uint64_t then = sk_load_acquire(&d->negative_version);       // PAIR(abc-negative): the set is emptied first
    if (then < now) {
        sk_slot_set(&d->header, &d->negative, SK_EMPTY);
        sk_store_release(&d->negative_version, now);             // PAIR(abc-negative)
        return 2;
    }
    has = weak_set_has(d, &d->negative, subclass);
    return has > 0 ? 0 : has < 0 ? -1 : 2;
}

// True or False, noted; SK_EMPTY: exception.
static SkValue find_out(Data *d, SkValue cls, SkValue subclass) {
    SK_AUTO SkValue hook = sk_call_method_s(cls, "__subclasshook__", &subclass, 1);
    if (sk_is_empty(hook)) return hook;
    if (sk_is_true(hook)) return yes(d, subclass);
    if (sk_is_false(hook)) return no(d, subclass);
    if (!sk_is_not_implemented(hook))
        return sk_raise(sk_exc_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    SkValue mro = sk_slot_peek(&sk_as_type(subclass)->mro);
    for (size_t i = 0; !sk_is_empty(mro) && i < sk_tuple_len(mro); i++)
        if (sk_is(sk_tuple_peek(mro, i), cls)) return yes(d, subclass);
    SK_AUTO SkValue live = sk_slot_get(&d->header, &d->registry);
    // As it is now: others register classes, and classes die, while this one is looked through.
    SK_AUTO SkValue registry = sk_is_empty(live) ? SK_EMPTY : sk_set_new(live);
    if (sk_is_empty(registry) && sk_error_occurred()) return SK_EMPTY;
    size_t pos = 0;
    SkValue next;
    while (!sk_is_empty(registry) && sk_set_next(registry, &pos, &next)) {
        SK_AUTO SkValue ref = next;
        SK_AUTO SkValue registered = sk_weakref_get(ref);
        if (sk_is_empty(registered)) continue;
        int r = sk_is_subclass(subclass, registered);
        if (r) return r < 0 ? SK_EMPTY : yes(d, subclass);
    }
    SK_AUTO SkValue children = sk_call_method_s(cls, "__subclasses__", NULL, 0);
    if (sk_is_empty(children)) return children;
    if (!sk_is_list(children)) return sk_raise(sk_exc_TypeError, "__subclasses__() must return a list");
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue child = sk_list_get(children, i);
        if (sk_is_empty(child)) break;
        int r = sk_is_subclass(subclass, child);
        if (r) return r < 0 ? SK_EMPTY : yes(d, subclass);
    }
    return no(d, subclass);
}

static SkValue abc_subclasscheck(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("_abc_subclasscheck", nargs, 2, 2)) return SK_EMPTY;
    SkValue cls = args[0], subclass = args[1];
    if (!sk_is_type(subclass)) return sk_raise(sk_exc_TypeError, "issubclass() arg 1 must be a class");
    SK_AUTO SkValue data = data_of(cls);
    if (sk_is_empty(data)) return data;
    Data *d = (Data *)sk_ptr(data);
    int known = quick_answer(d, subclass);
    if (known >= 0) return sk_bool(known);
    // Whoever answers has looked the class up and so given it a version, if it can have one at all.
    uint32_t version = sk_load_relaxed(&sk_as_type(subclass)->version);
    uint64_t token = sk_load_acquire(&registrations);   // PAIR(abc-registrations)
    known = remembered(d, subclass);
    SkValue answer = known < 0 ? SK_EMPTY : known < 2 ? sk_bool(known) : find_out(d, cls, subclass);
    if (!sk_is_empty(answer)) note_answer(d, version, token, sk_is_true(answer));
    return answer;
}

static SkValue ask(SkValue cls, SkValue subclass) {
    return sk_call_method_s(cls, "__subclasscheck__", &subclass, 1);
}

static SkValue abc_instancecheck(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("_abc_instancecheck", nargs, 2, 2)) return SK_EMPTY;
    SkValue cls = args[0], instance = args[1];
    SK_AUTO SkValue data = data_of(cls);
    SK_AUTO SkValue claimed = sk_is_empty(data) ? SK_EMPTY : sk_getattr(instance, SK_N(__class__));
    if (sk_is_empty(claimed)) return claimed;
    Data *d = (Data *)sk_ptr(data);
    SkValue type = sk_type_value(sk_type_of(instance));
    if (sk_is_type(claimed)) {
        int known = quick_answer(d, claimed);
        if (known > 0 || (known == 0 && sk_is(claimed, type))) return sk_bool(known);
    }
    int has = weak_set_has(d, &d->cache, claimed);
    if (has) return has < 0 ? SK_EMPTY : SK_TRUE;
    if (sk_is(claimed, type)) return ask(cls, claimed);
    SkValue r = ask(cls, claimed);
    if (sk_is_empty(r)) return r;
    int truth = sk_truth(r);
    if (truth) return truth < 0 ? (sk_release(r), SK_EMPTY) : r;
    sk_release(r);
    return ask(cls, type);
}

// ---- the rest ---------------------------------------------------------------------------------------------------------------------

static SkValue cache_token(SkValue module) {
    (void)module;
    return sk_int_from_uint64(sk_load_relaxed(&registrations));
}

static SkValue reset_registry(SkValue module, SkValue cls) {
    (void)module;
    SK_AUTO SkValue data = data_of(cls);
    if (sk_is_empty(data)) return data;
    Data *d = (Data *)sk_ptr(data);
    sk_slot_set(&d->header, &d->registry, SK_EMPTY);
    return SK_NONE;
}

static SkValue reset_caches(SkValue module, SkValue cls) {
    (void)module;
    SK_AUTO SkValue data = data_of(cls);
    if (sk_is_empty(data)) return data;
    Data *d = (Data *)sk_ptr(data);
    sk_slot_set(&d->header, &d->cache, SK_EMPTY);
    sk_slot_set(&d->header, &d->negative, SK_EMPTY);
    for (size_t i = 0; i < ANSWERS; i++) sk_store_relaxed(&d->answers[i], 0);
    return SK_NONE;
}

static SkValue copy_of(Data *d, SkSlot *slot) {
    SK_AUTO SkValue set = sk_slot_get(&d->header, slot);
    return sk_set_new(set);
}

static SkValue get_dump(SkValue module, SkValue cls) {
    (void)module;
    SK_AUTO SkValue data = data_of(cls);
    if (sk_is_empty(data)) return data;
    Data *d = (Data *)sk_ptr(data);
    SkValue parts[] = {copy_of(d, &d->registry), copy_of(d, &d->cache), copy_of(d, &d->negative),
                       sk_int_from_uint64(sk_load_relaxed(&d->negative_version))};
    for (size_t i = 0; i < 4; i++) {
        if (!sk_is_empty(parts[i])) continue;
        for (size_t k = 0; k < 4; k++) sk_release(parts[k]);
        return SK_EMPTY;
    }
    return sk_tuple_steal(parts, 4);
}

static const SkMethodDef functions[] = {
    {.name = "get_cache_token", .kind = SK_NOARGS, .noargs = cache_token, .sig = "()", .doc = "A value that changes with every registration."},
    {.name = "_abc_init", .kind = SK_ONEARG, .onearg = abc_init, .sig = "(self, /)", .doc = "Internal ABC helper for class set-up."},
    {.name = "_reset_registry", .kind = SK_ONEARG, .onearg = reset_registry, .sig = "(self, /)", .doc = "Internal ABC helper to reset registry of a given class."},
    {.name = "_reset_caches", .kind = SK_ONEARG, .onearg = reset_caches, .sig = "(self, /)", .doc = "Internal ABC helper to reset both caches of a given class."},
    {.name = "_get_dump", .kind = SK_ONEARG, .onearg = get_dump, .sig = "(self, /)", .doc = "Internal ABC helper for cache and registry debugging."},
    {.name = "_abc_register", .kind = SK_FAST, .fast = abc_register, .sig = "(self, subclass, /)", .doc = "Internal ABC helper for subclass registration."},
    {.name = "_abc_instancecheck", .kind = SK_FAST, .fast = abc_instancecheck, .sig = "(self, instance, /)", .doc = "Internal ABC helper for instance checks."},
    {.name = "_abc_subclasscheck", .kind = SK_FAST, .fast = abc_subclasscheck, .sig = "(self, subclass, /)", .doc = "Internal ABC helper for subclass checks."},
    {0},
};

static bool exec(SkValue m) { return sk_type_ready(&data_type) && sk_module_add(m, "_abc_data", sk_type_value(&data_type)); }

const SkModuleDef sk_module__abc = {
    .name = "_abc", .doc = "The native half of abc.", .functions = functions, .exec = exec};
