#include "objects/property.h"

#include "objects/error.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/type_internal.h"

static SkProperty *as_property(SkValue v) { return (SkProperty *)sk_ptr(v); }

static SkValue get(SkValue self, const SkSlot *s) { return sk_slot_get(sk_ptr(self), s); }

static void property_trace(SkObject *o, SkVisit visit, void *arg) {
    SkProperty *p = (SkProperty *)o;
    for (SkSlot *s = &p->fget; s <= &p->name; s++) sk_slot_visit(s, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void property_clear(SkObject *o) {
    SkProperty *p = (SkProperty *)o;
    for (SkSlot *s = &p->fget; s <= &p->name; s++) sk_slot_set(o, s, SK_EMPTY);
    sk_instance_clear(o);
}

static void property_destroy(SkObject *o) {
    SkProperty *p = (SkProperty *)o;
    for (SkSlot *s = &p->fget; s <= &p->name; s++) sk_slot_destroy(o, s);
    sk_instance_free(o, 0);
}

static SkValue property_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static void set_unless_none(SkValue self, SkSlot *s, SkValue v) {
    sk_slot_set(sk_ptr(self), s, sk_is_none(v) ? SK_EMPTY : sk_retain(v));
}

static bool property_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    if (!sk_bind("property", "(fget=None, fset=None, fdel=None, doc=None)", &sig, args, nargs, kwnames, a)) return false;
    SkProperty *p = as_property(self);
    set_unless_none(self, &p->fget, a[0]);
    set_unless_none(self, &p->fset, a[1]);
    set_unless_none(self, &p->fdel, a[2]);
    sk_slot_set(sk_ptr(self), &p->name, SK_EMPTY);
    sk_store_relaxed(&p->doc_from_getter, 0);
    SK_AUTO SkValue doc = SK_EMPTY;
    if (!sk_is_empty(a[3]) && !sk_is_none(a[3])) {
        doc = sk_retain(a[3]);
    } else if (!sk_is_empty(a[0]) && !sk_is_none(a[0])) {
        doc = sk_getattr_opt(a[0], SK_N(__doc__));
        if (sk_is_empty(doc) && sk_error_occurred()) return false;
        if (sk_is_none(doc)) doc = SK_EMPTY;
        if (!sk_is_empty(doc)) sk_store_relaxed(&p->doc_from_getter, 1);
    }
    if (sk_has_index(self, SK_T_PROPERTY)) {
        sk_slot_set(sk_ptr(self), &p->doc, sk_move(&doc));
        return true;
    }
    // In a subclass the class's own __doc__ would hide the field.
    if (sk_setattr(self, SK_N(__doc__), sk_is_empty(doc) ? SK_NONE : doc)) return true;
    return !sk_load_relaxed(&p->doc_from_getter) && sk_error_clear_if(sk_exc_AttributeError);
}

// The name for messages and __name__: counted, or SK_EMPTY with or without an exception.
static SkValue name_of(SkValue self) {
    SkProperty *p = as_property(self);
    SkValue name = get(self, &p->name);
    if (!sk_is_empty(name)) return name;
    SK_AUTO SkValue f = get(self, &p->fget);
    return sk_is_empty(f) ? SK_EMPTY : sk_getattr_opt(f, SK_N(__name__));
}

static SkValue lacks(SkValue self, SkValue obj, const char *what) {
    SK_AUTO SkValue name = name_of(self);
    if (sk_is_empty(name) && sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue type = sk_getattr(sk_type_value(sk_type_of(obj)), SK_N(__qualname__));
    if (sk_is_empty(type)) return SK_EMPTY;
    if (!sk_is_empty(name)) return sk_raise(sk_exc_AttributeError, "property %R of %R object has no %s", name, type, what);
    return sk_raise(sk_exc_AttributeError, "property of %R object has no %s", type, what);
}

static SkValue property_get(SkValue self, SkValue obj, SkValue type) {
    (void)type;
    if (sk_is_empty(obj) || sk_is_none(obj)) return sk_dup(self);
    SK_AUTO SkValue f = get(self, &as_property(self)->fget);
    return sk_is_empty(f) ? lacks(self, obj, "getter") : sk_call1(f, obj);
}

static bool property_set(SkValue self, SkValue obj, SkValue value) {
    SkProperty *p = as_property(self);
    bool delete = sk_is_empty(value);
    SK_AUTO SkValue f = get(self, delete ? &p->fdel : &p->fset);
    if (sk_is_empty(f)) {
        lacks(self, obj, delete ? "deleter" : "setter");
        return false;
    }
    SkValue r = delete ? sk_call1(f, obj) : sk_call2(f, obj, value);
    sk_release(r);
    return !sk_is_empty(r);
}

static SkValue copy_with(SkValue self, SkValue fget, SkValue fset, SkValue fdel) {
    SkProperty *p = as_property(self);
    SkValue given[] = {fget, fset, fdel}, args[4];
    for (size_t i = 0; i < 3; i++) {
        args[i] = sk_is_empty(given[i]) || sk_is_none(given[i]) ? get(self, &p->fget + i) : sk_retain(given[i]);
        if (sk_is_empty(args[i])) args[i] = SK_NONE;
    }
    args[3] = sk_load_relaxed(&p->doc_from_getter) && !sk_is_none(args[0]) ? SK_NONE : get(self, &p->doc);
    if (sk_is_empty(args[3])) args[3] = SK_NONE;
    SkValue copy = sk_call(sk_type_value(sk_type_of(self)), args, 4, SK_EMPTY);
    for (size_t i = 0; i < 4; i++) sk_release(args[i]);
    if (!sk_is_empty(copy) && sk_is_instance_of(copy, &sk_property_type))
        sk_slot_set(sk_ptr(copy), &as_property(copy)->name, get(self, &p->name));
    return copy;
}

static SkValue property_getter(SkValue self, SkValue f) { return copy_with(self, f, SK_EMPTY, SK_EMPTY); }
static SkValue property_setter(SkValue self, SkValue f) { return copy_with(self, SK_EMPTY, f, SK_EMPTY); }
static SkValue property_deleter(SkValue self, SkValue f) { return copy_with(self, SK_EMPTY, SK_EMPTY, f); }

static SkValue property_set_name(SkValue self, const SkValue *args, size_t nargs) {
    if (nargs != 2) return sk_raise(sk_exc_TypeError, "__set_name__() takes 2 positional arguments but %zu were given", nargs);
    sk_slot_set(sk_ptr(self), &as_property(self)->name, sk_retain(args[1]));
    return SK_NONE;
}

static SkValue get_name(SkValue self, void *closure) {
    (void)closure;
    SkValue name = name_of(self);
    if (!sk_is_empty(name) || sk_error_occurred()) return name;
    return sk_raise_attribute(self, SK_N(__name__), "'property' object has no attribute '__name__'");
}

static bool set_name(SkValue self, SkValue value, void *closure) {
    (void)closure;
    sk_slot_set(sk_ptr(self), &as_property(self)->name, sk_retain(value));
    return true;
}

static SkValue get_abstract(SkValue self, void *closure) {
    (void)closure;
    for (SkSlot *s = &as_property(self)->fget; s <= &as_property(self)->fdel; s++) {
        SK_AUTO SkValue f = get(self, s);
        SK_AUTO SkValue v = sk_is_empty(f) ? SK_EMPTY : sk_getattr_opt(f, SK_N(__isabstractmethod__));
        if (sk_error_occurred()) return SK_EMPTY;
        int truth = sk_is_empty(v) ? 0 : sk_truth(v);
        if (truth) return truth < 0 ? SK_EMPTY : SK_TRUE;
    }
    return SK_FALSE;
}

static const SkGetSetDef getset[] = {
    {"__isabstractmethod__", get_abstract, NULL, NULL, NULL},
    {"__name__", get_name, set_name, NULL, NULL},
    {0},
};

static const SkMemberDef members[] = {
    {"fget", SK_MEMBER_OBJECT, offsetof(SkProperty, fget), true, NULL},
    {"fset", SK_MEMBER_OBJECT, offsetof(SkProperty, fset), true, NULL},
    {"fdel", SK_MEMBER_OBJECT, offsetof(SkProperty, fdel), true, NULL},
    {"__doc__", SK_MEMBER_OBJECT, offsetof(SkProperty, doc), false, NULL},
    {0},
};

static const SkMethodDef methods[] = {
    {"getter", SK_ONEARG, {.onearg = property_getter}, "(object, /)", "A copy of the property with another getter."},
    {"setter", SK_ONEARG, {.onearg = property_setter}, "(object, /)", "A copy of the property with another setter."},
    {"deleter", SK_ONEARG, {.onearg = property_deleter}, "(object, /)", "A copy of the property with another deleter."},
    {"__set_name__", SK_FAST, {.fast = property_set_name}, "(owner, name, /)", "Tells the property its name."},
    {0},
};

SkType sk_property_type = {
    SK_TYPE_HEAD(SK_T_PROPERTY, sizeof(SkProperty), property_trace, property_clear, property_destroy),
    .name = "property", .doc = "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\n"
           "An attribute managed by functions.",
    .flags = SK_TF_BASE, .new_ = property_new, .init = property_init, .descr_get = property_get, .descr_set = property_set,
    .methods = methods, .getset = getset, .members = members,
};
