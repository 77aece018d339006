// The type `type`: calling classes, and what can be asked of and set on them.
#include <string.h>

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/hooks.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"
#include "objects/union.h"

// ---- calling a class ------------------------------------------------------------------------------------------------

SkValue sk_type_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkType *t = sk_as_type(self);
    if (sk_unlikely(t == &sk_type_type)) {
        if (nargs == 1 && sk_is_empty(kwnames)) return sk_dup(sk_type_value(sk_type_of(args[0])));
        if (nargs != 3) return sk_raise(sk_exc_TypeError, "type() takes 1 or 3 arguments");
    }
    SkNewFn new = t->new_;
    if (sk_unlikely(!new)) return sk_raise(sk_exc_TypeError, "cannot create '%s' instances", t->name);
    SkValue o = sk_own(new(t, args, nargs, kwnames));
    if (sk_is_empty(o) || !sk_is_ptr(o)) return o;
    SkType *made = sk_ptr_type(sk_ptr(o));
    if (made != t && !sk_is_subtype(made, t)) return o;
    SkInitFn init = made->init;
    if (init && !init(o, args, nargs, kwnames)) {
        sk_release(o);
        return SK_EMPTY;
    }
    return o;
}

// ---- attributes of classes --------------------------------------------------------------------------------------------

static SkValue type_getattr(SkValue self, SkValue given) {
    SkType *t = sk_as_type(self), *meta = sk_type_of(self);
    SK_AUTO SkValue name = sk_intern(sk_retain(given));
    if (sk_is_empty(name)) return name;
    SkValue on_meta = sk_type_lookup(meta, name);
    SkType *mt = sk_is_empty(on_meta) ? NULL : sk_type_of(on_meta);
    SkTernaryFn get = mt ? mt->descr_get : NULL;
    if (get && mt->descr_set) {
        SK_AUTO SkValue keep = sk_own(on_meta);
        return get(keep, self, sk_type_value(meta));
    }
    SkValue v = sk_type_lookup(t, name);
    if (!sk_is_empty(v)) {
        sk_release(on_meta);
        get = sk_type_of(v)->descr_get;
        if (!get) return v;
        SK_AUTO SkValue keep = sk_own(v);
        return get(keep, SK_EMPTY, self);
    }
    if (get) {
        SK_AUTO SkValue keep = sk_own(on_meta);
        return get(keep, self, sk_type_value(meta));
    }
    if (mt) return on_meta;
    if (sk_error_occurred()) return SK_EMPTY;
    return sk_raise_attribute(self, name, "type object '%.100s' has no attribute '%S'", t->name, name);
}

static bool immutable(SkType *t, SkValue name) {
    if (!(t->flags & SK_TF_IMMUTABLE)) return false;
    sk_raise(sk_exc_TypeError, "cannot set %R attribute of immutable type '%s'", name, t->name);
    return true;
}

static bool type_setattr(SkValue self, SkValue name, SkValue value) {
    SkType *t = sk_as_type(self), *meta = sk_type_of(self);
    if (immutable(t, name)) return false;
    SK_AUTO SkValue interned = sk_intern(sk_retain(name));
    if (sk_is_empty(interned)) return false;
    SK_AUTO SkValue on_meta = sk_own(sk_type_lookup(meta, interned));
    if (!sk_is_empty(on_meta)) {
        SkSetFn set = sk_type_of(on_meta)->descr_set;
        if (set) return set(on_meta, self, value);
    }
    bool ok = sk_type_set_attr(t, interned, value);
    if (ok && sk_is(interned, SK_N(__new__))) sk_type_update_new(t);
    return ok;
}

static SkValue type_repr(SkValue self) {
    SkType *t = sk_as_type(self);
    SK_AUTO SkValue module = sk_getattr_opt(self, SK_N(__module__));
    if (sk_is_empty(module)) sk_error_clear();
    SkValue qualname = sk_slot_peek(&t->qualname);
    if (sk_is_empty(module) || !sk_is_str(module) || sk_str_equals_ascii(module, "builtins"))
        return sk_str_format("<class '%S'>", qualname);
    return sk_str_format("<class '%S.%S'>", module, qualname);
}

static SkValue get_name(SkValue self, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(self), &sk_as_type(self)->name_obj);
}

static bool set_name(SkValue self, SkValue value, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (immutable(t, SK_N(__name__))) return false;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete '__name__' attribute of immutable type '%s'", t->name);
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "can only assign string to %s.__name__, not '%T'", t->name, value);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(value);
    if (!u.text) return false;
    if (strlen(u.text) != u.len) return sk_raise_false(sk_exc_ValueError, "type name must not contain null characters");
    char *copy = sk_strdup(u.text);
    if (!copy) return sk_raise_memory(), false;
    // The old text may be in use by another thread's message: it is retired.
    const char *old = sk_swap_acq_rel(&t->name, copy);
    sk_retire((void *)old, strlen(old) + 1);
    sk_slot_set(sk_ptr(self), &t->name_obj, sk_retain(value));
    return true;
}

static SkValue get_qualname(SkValue self, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(self), &sk_as_type(self)->qualname);
}

static bool set_qualname(SkValue self, SkValue value, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (immutable(t, SK_N(__qualname__))) return false;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete '__qualname__' attribute of immutable type '%s'", t->name);
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "can only assign string to %s.__qualname__, not '%T'", t->name, value);
    sk_slot_set(sk_ptr(self), &t->qualname, sk_retain(value));
    return true;
}

static SkValue get_module(SkValue self, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (!(t->flags & SK_TF_HEAP)) return sk_slot_load(sk_ptr(self), &t->module);
    SkValue m = sk_dict_load(sk_slot_peek(&t->dict), SK_N(__module__));
    if (sk_is_empty(m) && !sk_error_occurred()) sk_raise(sk_exc_AttributeError, "__module__");
    return m;
}

static bool set_in_dict(SkValue self, SkValue name, SkValue value) {
    SkType *t = sk_as_type(self);
    return !immutable(t, name) && sk_type_set_attr(t, name, value);
}

static bool set_module(SkValue self, SkValue value, void *c) {
    (void)c;
    if (sk_is_empty(value))
        return sk_raise_false(sk_exc_TypeError, "cannot delete '__module__' attribute of immutable type '%s'", sk_as_type(self)->name);
    return set_in_dict(self, SK_N(__module__), value);
}

static SkValue get_bases(SkValue self, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(self), &sk_as_type(self)->bases);
}

static SkValue get_mro(SkValue self, void *c) {
    (void)c;
    SkValue m = sk_slot_load(sk_ptr(self), &sk_as_type(self)->mro);
    return sk_is_empty(m) ? SK_NONE : m;
}
static SkValue get_base(SkValue self, void *c) {
    (void)c;
    SkType *b = sk_as_type(self)->base;
    return b ? sk_dup(sk_type_value(b)) : SK_NONE;
}
static SkValue get_dict(SkValue self, void *c) {
    (void)c;
    return sk_call1(sk_type_value(&sk_mappingproxy_type), sk_slot_peek(&sk_as_type(self)->dict));
}
static SkValue get_doc(SkValue self, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    // What the dict has may be a descriptor for the instances.
    if (!(t->flags & SK_TF_HEAP) && t->doc) {
        size_t signature;
        return sk_str_from(sk_type_doc_text(t, &signature));
    }
    SK_AUTO SkValue doc = sk_dict_get(sk_slot_peek(&t->dict), SK_N(__doc__));
    if (sk_is_empty(doc)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
    SkTernaryFn get = sk_type_of(doc)->descr_get;
    return get ? get(doc, SK_EMPTY, self) : sk_move(&doc);
}
static bool set_doc(SkValue self, SkValue value, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (sk_is_empty(value)) {
        if (immutable(t, SK_N(__doc__))) return false;
        return sk_raise_false(sk_exc_TypeError, "cannot delete '__doc__' attribute of immutable type '%s'", t->name);
    }
    return set_in_dict(self, SK_N(__doc__), value);
}

// Attributes that live in the class's own dict, and are not inherited.
static SkValue own_attribute(SkValue self, SkValue name) {
    SkValue v = sk_dict_load(sk_slot_peek(&sk_as_type(self)->dict), name);
    if (sk_is_empty(v) && !sk_error_occurred()) sk_raise(sk_exc_AttributeError, "%S", name);
    return v;
}

static SkValue get_abstract(SkValue self, void *c) {
    (void)c;
    // What `type` itself has by this name is the descriptor.
    if (sk_as_type(self) == &sk_type_type) return sk_raise(sk_exc_AttributeError, "__abstractmethods__");
    return own_attribute(self, SK_N(__abstractmethods__));
}
static bool set_abstract(SkValue self, SkValue value, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    int truth = sk_is_empty(value) ? 0 : sk_truth(value);
    if (truth < 0) return false;
    if (sk_is_empty(value)) {
        int has = sk_dict_contains(sk_slot_peek(&t->dict), SK_N(__abstractmethods__));
        if (has <= 0) return has == 0 ? sk_raise_false(sk_exc_AttributeError, "__abstractmethods__") : false;
    }
    if (!set_in_dict(self, SK_N(__abstractmethods__), value)) return false;
    sk_types_lock();
    t->flags = truth ? t->flags | SK_TF_ABSTRACT : t->flags & ~(uint32_t)SK_TF_ABSTRACT;
    sk_types_unlock();
    return true;
}

static SkValue get_annotate(SkValue self, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (!(t->flags & SK_TF_HEAP)) return sk_raise(sk_exc_AttributeError, "type object '%s' has no attribute '__annotate__'", t->name);
    SkValue dict = sk_slot_peek(&t->dict);
    SkValue f = sk_dict_load(dict, SK_N(__annotate__));
    if (sk_is_empty(f) && !sk_error_occurred()) f = sk_dict_load(dict, sk_intern_s("__annotate_func__"));
    return sk_is_empty(f) && !sk_error_occurred() ? SK_NONE : f;
}
static bool set_annotate(SkValue self, SkValue value, void *c) {
    (void)c;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete __annotate__ attribute");
    if (!sk_is_none(value) && !sk_is_callable(value)) return sk_raise_false(sk_exc_TypeError, "__annotate__ must be callable or None");
    if (!set_in_dict(self, sk_intern_s("__annotate_func__"), value)) return false;
    int r = sk_is_none(value) ? 0 : sk_dict_delete(sk_slot_peek(&sk_as_type(self)->dict), sk_intern_s("__annotations_cache__"));
    return r >= 0;
}

// A library that knows no deferred annotations looks for them under their own name in the class, and takes any other for an
// attribute of the program's.
static SkValue annotations_cache(void) { return sk_hooks.eager_annotations ? SK_N(__annotations__) : sk_intern_s("__annotations_cache__"); }

static SkValue get_annotations(SkValue self, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (!(t->flags & SK_TF_HEAP)) return sk_raise(sk_exc_AttributeError, "type object '%s' has no attribute '__annotations__'", t->name);
    SkValue dict = sk_slot_peek(&t->dict);
    SkValue a = sk_dict_load(dict, SK_N(__annotations__));
    if (sk_is_empty(a) && !sk_error_occurred()) a = sk_dict_load(dict, sk_intern_s("__annotations_cache__"));
    if (!sk_is_empty(a)) {
        SkTernaryFn get = sk_type_of(a)->descr_get;
        if (!get) return a;
        SK_AUTO SkValue keep = sk_own(a);
        return get(keep, SK_EMPTY, self);
    }
    if (sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue annotate = sk_own(get_annotate(self, NULL));
    if (sk_is_empty(annotate)) return SK_EMPTY;
    SkValue made = sk_is_none(annotate) ? sk_dict_new() : sk_call1(annotate, sk_from_small_int(1));
    if (sk_is_empty(made)) return made;
    if (!sk_is_dict(made)) {
        sk_raise(sk_exc_TypeError, "__annotate__ returned non-dict of type '%.100T'", made);
        sk_release(made);
        return SK_EMPTY;
    }
    if (!sk_dict_set(dict, annotations_cache(), made)) {
        sk_release(made);
        return SK_EMPTY;
    }
    return made;
}
static bool set_annotations(SkValue self, SkValue value, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (immutable(t, SK_N(__annotations__))) return false;
    SkValue dict = sk_slot_peek(&t->dict);
    int own = sk_dict_contains(dict, SK_N(__annotations__));
    if (own < 0) return false;
    SkValue where = own ? SK_N(__annotations__) : annotations_cache();
    if (sk_is_empty(value)) {
        int r = sk_dict_delete(dict, where);
        if (r < 0) return false;
        if (r == 0) return sk_raise_false(sk_exc_AttributeError, "__annotations__");
    } else if (!sk_dict_set(dict, where, value)) {
        return false;
    }
    sk_type_modified(t);
    return true;
}

static SkValue get_type_params(SkValue self, void *c) {
    (void)c;
    if (sk_as_type(self) == &sk_type_type) return sk_empty_tuple();   // what its dict has is this attribute
    SkValue v = sk_dict_load(sk_slot_peek(&sk_as_type(self)->dict), SK_N(__type_params__));
    if (sk_is_empty(v) && !sk_error_occurred()) return sk_empty_tuple();
    return v;
}
static bool set_type_params(SkValue self, SkValue value, void *c) {
    (void)c;
    if (!sk_is_empty(value) && !sk_is_tuple(value)) return sk_raise_false(sk_exc_TypeError, "__type_params__ must be set to a tuple");
    return set_in_dict(self, SK_N(__type_params__), value);
}
static SkValue get_text_signature(SkValue self, void *c) {
    (void)c;
    SkType *t = sk_as_type(self);
    if (t->flags & SK_TF_HEAP) return SK_NONE;
    size_t length;
    sk_type_doc_text(t, &length);
    return length ? sk_str_from_utf8(t->doc + strlen(sk_type_short_name(t)), length) : SK_NONE;
}

// Bits that the library looks at: HEAPTYPE, BASETYPE, READY, IS_ABSTRACT, subclass bits, IMMUTABLETYPE, MAPPING, SEQUENCE.
static SkValue get_flags(SkValue self, void *c) {
    (void)c;
    uint32_t f = sk_as_type(self)->flags;
    static const struct {
        uint32_t ours;
        int bit;
    } map[] = {
        {SK_TF_HEAP, 9}, {SK_TF_BASE, 10}, {SK_TF_READY, 12}, {SK_TF_ABSTRACT, 20}, {SK_TF_IMMUTABLE, 8},
        {SK_TF_SEQUENCE, 5}, {SK_TF_MAPPING, 6}, {SK_TF_NO_NEW, 7}, {SK_TF_METHOD_DESCR, 17},
        {SK_TF_INT_SUBCLASS, 24}, {SK_TF_LIST_SUBCLASS, 25}, {SK_TF_TUPLE_SUBCLASS, 26}, {SK_TF_BYTES_SUBCLASS, 27},
        {SK_TF_STR_SUBCLASS, 28}, {SK_TF_DICT_SUBCLASS, 29}, {SK_TF_EXC_SUBCLASS, 30}, {SK_TF_TYPE_SUBCLASS, 31},
    };
    int64_t out = 1 << 14;  // has GC
    // Types that CPython makes at run time; copyreg looks for the first base that is not one of them.
    if (!strcmp(sk_as_type(self)->name, "typing.Generic")) out |= 1 << 9;
    for (size_t i = 0; i < SK_COUNT_OF(map); i++)
        if (f & map[i].ours) out |= INT64_C(1) << map[i].bit;
    return sk_from_small_int(out);
}
static SkValue get_basic_size(SkValue self, void *c) {
    (void)c;
    return sk_from_small_int(sk_as_type(self)->head.basic_size);
}
static SkValue get_item_size(SkValue self, void *c) {
    (void)c;
    return sk_from_small_int(sk_as_type(self)->item_size);
}
static SkValue get_dict_offset(SkValue self, void *c) {
    (void)c;
    return sk_from_small_int(sk_as_type(self)->shape_offset);
}
static SkValue get_weakref_offset(SkValue self, void *c) {
    (void)c;
    return sk_from_small_int(sk_as_type(self)->flags & SK_TF_WEAKREF ? 8 : 0);
}

static const SkGetSetDef getset[] = {
    {"__name__", get_name, set_name, NULL, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL, NULL},
    {"__bases__", get_bases, sk_type_set_bases, NULL, NULL},
    {"__mro__", get_mro, NULL, NULL, NULL},
    {"__base__", get_base, sk_readonly_member, NULL, NULL},
    {"__module__", get_module, set_module, NULL, NULL},
    {"__abstractmethods__", get_abstract, set_abstract, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__annotate__", get_annotate, set_annotate, NULL, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL, NULL},
    {"__flags__", get_flags, sk_readonly_member, NULL, NULL},
    {"__basicsize__", get_basic_size, sk_readonly_member, NULL, NULL},
    {"__itemsize__", get_item_size, sk_readonly_member, NULL, NULL},
    {"__dictoffset__", get_dict_offset, sk_readonly_member, NULL, NULL},
    {"__weakrefoffset__", get_weakref_offset, sk_readonly_member, NULL, NULL},
    {0},
};

// ---- methods --------------------------------------------------------------------------------------------------------------

static SkValue type_mro(SkValue self) {
    SK_AUTO SkValue bases = sk_slot_get(sk_ptr(self), &sk_as_type(self)->bases);
    SK_AUTO SkValue mro = sk_type_compute_mro(sk_as_type(self), bases);
    return sk_is_empty(mro) ? mro : sk_to_list(mro);
}

static SkValue type_subclasses(SkValue self) { return sk_type_subclass_list(sk_as_type(self)); }

static SkValue type_prepare(SkValue cls, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)cls, (void)args, (void)nargs, (void)kwnames;
    return sk_dict_new();
}

static SkValue type_dir(SkValue self) {
    SK_AUTO SkValue all = sk_dict_new();
    if (sk_is_empty(all) || !sk_merge_class_dict(all, self)) return SK_EMPTY;
    return sk_dict_keys_list(all);
}

static SkValue type_sizeof(SkValue self) { return sk_from_small_int(sk_type_of(self)->head.basic_size); }

static SkValue type_or(SkValue a, SkValue b) { return sk_union_or(a, b); }

static const SkMethodDef methods[] = {
    {.name = "mro", .kind = SK_NOARGS, .noargs = type_mro, .sig = "()", .doc = "Return a type's method resolution order."},
    {.name = "__subclasses__", .kind = SK_NOARGS, .noargs = type_subclasses, .sig = "()", .doc = "Return a list of immediate subclasses."},
    {.name = "__prepare__", .kind = SK_KW | SK_CLASS_METHOD, .kw = type_prepare, .sig = "(name, bases, /, **kwds)", .doc = "Create the namespace for the class statement."},
    {.name = "__instancecheck__", .kind = SK_ONEARG, .onearg = sk_type_instancecheck, .sig = "(instance, /)", .doc = "Check if an object is an instance."},
    {.name = "__subclasscheck__", .kind = SK_ONEARG, .onearg = sk_type_subclasscheck, .sig = "(subclass, /)", .doc = "Check if a class is a subclass."},
    {.name = "__dir__", .kind = SK_NOARGS, .noargs = type_dir, .sig = "()", .doc = "Specialized __dir__ implementation for types."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = type_sizeof, .sig = "()", .doc = "Return memory consumption of the type object."},
    {0},
};

static bool type_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)self, (void)args, (void)kwnames;
    if (nargs == 1 && !sk_is_empty(kwnames)) return sk_raise_false(sk_exc_TypeError, "type.__init__() takes no keyword arguments");
    if (nargs != 1 && nargs != 3) return sk_raise_false(sk_exc_TypeError, "type.__init__() takes 1 or 3 arguments");
    return true;
}

SkType sk_type_type = {
    SK_TYPE_HEAD(SK_T_TYPE, sizeof(SkType), sk_type_trace, sk_type_clear, sk_type_destroy),
    .head.makes_types = true,
    .name = "type",
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .flags = SK_TF_BASE | SK_TF_TYPE_SUBCLASS | SK_TF_WEAKREF,
    .new_ = sk_type_new_slot,
    .init = type_init,
    .call = sk_type_call,
    .repr = type_repr,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .number = {.or_ = type_or},
    .methods = methods,
    .getset = getset,
};
