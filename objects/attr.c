// Attribute access: the generic protocol of objects (`object.__getattribute__` and `__setattr__`).
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/type_internal.h"

static SkValue no_attribute(SkValue v, SkValue name) {
    return sk_raise_attribute(v, name, "'%.100T' object has no attribute '%S'", v, name);
}

// name as an interned word that lives long enough; *owned is released by the caller.
static SkValue interned(SkValue name, SkValue *owned) {
    *owned = SK_EMPTY;
    if (sk_likely(sk_is_interned(name))) return name;
    return *owned = sk_intern(sk_is_exact_str(name) ? sk_retain(name) : sk_str(name));
}

// Word; SK_EMPTY: absent (nothing raised) or an exception.
static SkValue generic_lookup(SkValue v, SkValue name) {
    SkType *t = sk_type_of(v);
    SkValue found = sk_type_lookup(t, name);
    SkTernaryFn get = NULL;
    if (!sk_is_empty(found)) {
        SkType *ft = sk_type_of(found);
        get = sk_load_relaxed(&ft->descr_get);
        if (get && sk_load_relaxed(&ft->descr_set)) {
            SK_AUTO SkValue keep = sk_own(found);
            return get(keep, v, sk_type_value(t));
        }
    }
    if (t->shape_offset) {
        SkValue value = sk_instance_load(sk_ptr(v), t, name);
        if (!sk_is_empty(value)) {
            sk_release(found);
            return value;
        }
    }
    if (get) {
        SK_AUTO SkValue keep = sk_own(found);
        return get(keep, v, sk_type_value(t));
    }
    return found;
}

SkValue sk_generic_getattr(SkValue v, SkValue name) {
    SkValue owned;
    SkValue n = interned(name, &owned);
    if (sk_is_empty(n)) return n;
    SkValue r = generic_lookup(v, n);
    if (sk_is_empty(r) && !sk_error_occurred()) no_attribute(v, n);
    sk_release(owned);
    return r;
}

// An AttributeError that says neither object nor name, as one raised by __getattr__, is told.
SkValue sk_tell_attribute_error(SkValue v, SkValue name) {
    SkValue exc = sk_error_peek();
    if (sk_is_empty(exc) || !sk_is_instance_of(exc, sk_exc_AttributeError)) return SK_EMPTY;
    SkAttributeError *e = (SkAttributeError *)sk_ptr(exc);
    if (!sk_is_empty(sk_slot_peek(&e->name)) || !sk_is_empty(sk_slot_peek(&e->obj))) return SK_EMPTY;
    sk_slot_set(sk_ptr(exc), &e->name, sk_retain(name));
    sk_slot_set(sk_ptr(exc), &e->obj, sk_retain(v));
    return SK_EMPTY;
}

SkValue sk_getattr(SkValue v, SkValue name) {
    SkValue r = sk_own(sk_type_of(v)->getattr(v, name));
    return sk_unlikely(sk_is_empty(r)) ? sk_tell_attribute_error(v, name) : r;
}

SkValue sk_getattr_s(SkValue v, const char *name) {
    SkValue n = sk_intern_s(name);
    return sk_is_empty(n) ? n : sk_getattr(v, n);
}

// True if it is plain without asking that a module or class has no such attribute: then no exception need be made.
static bool surely_absent(SkValue v, SkValue name) {
    if (!sk_is_exact_str(name) || !sk_is_interned(name)) return false;
    bool module = sk_has_index(v, SK_T_MODULE);
    if (!module && !sk_has_index(v, SK_T_TYPE)) return false;
    SK_AUTO SkValue of_type = sk_type_lookup(sk_type_of(v), name);
    if (!sk_is_empty(of_type)) return false;
    if (!module) {
        SK_AUTO SkValue own = sk_type_lookup(sk_as_type(v), name);
        return sk_is_empty(own) && !sk_error_occurred();
    }
    SkValue dict = sk_module_dict(v);
    return sk_dict_contains(dict, name) == 0 && sk_dict_contains(dict, SK_N(__getattr__)) == 0;
}

SkValue sk_getattr_opt(SkValue v, SkValue name) {
    SkType *t = sk_type_of(v);
    if (t->getattr == sk_generic_getattr) {
        SkValue owned;
        SkValue n = interned(name, &owned);
        SkValue r = sk_is_empty(n) ? n : sk_own(generic_lookup(v, n));
        sk_release(owned);
        if (sk_is_empty(r)) sk_error_clear_if(sk_exc_AttributeError);
        return r;
    }
    if (surely_absent(v, name)) return SK_EMPTY;
    SkValue r = sk_own(t->getattr(v, name));
    if (sk_is_empty(r)) sk_error_clear_if(sk_exc_AttributeError);
    return r;
}

SkValue sk_getattr_opt_s(SkValue v, const char *name) {
    SkValue n = sk_intern_s(name);
    return sk_is_empty(n) ? n : sk_getattr_opt(v, n);
}

int sk_hasattr(SkValue v, SkValue name) {
    SkValue r = sk_getattr_opt(v, name);
    if (sk_is_empty(r)) return sk_error_occurred() ? -1 : 0;
    sk_release(r);
    return 1;
}

bool sk_setattr(SkValue v, SkValue name, SkValue value) {
    SkType *t = sk_type_of(v);
    if (!sk_is_str(name)) return sk_raise_false(sk_exc_TypeError, "attribute name must be string, not '%.200T'", name);
    return t->setattr(v, name, value);
}

bool sk_setattr_s(SkValue v, const char *name, SkValue value) {
    SkValue n = sk_intern_s(name);
    return !sk_is_empty(n) && sk_setattr(v, n, value);
}

static bool cannot_set(SkValue v, SkType *t, SkValue name, SkValue found, SkValue value) {
    if (t->shape_offset && sk_is_empty(value)) return no_attribute(v, name), false;
    if (sk_is_empty(found)) {
        if (t->setattr == sk_generic_setattr && !t->shape_offset)
            return sk_raise_attribute(v, name, "'%.100T' object has no attribute '%S' and no __dict__ for setting new attributes",
                                      v, name), false;
        return no_attribute(v, name), false;
    }
    sk_raise_attribute(v, name, "'%.100T' object attribute '%S' is read-only", v, name);
    return false;
}

static bool generic_set(SkValue v, SkValue name, SkValue value) {
    SkType *t = sk_type_of(v);
    SK_AUTO SkValue found = sk_own(sk_type_lookup(t, name));
    if (!sk_is_empty(found)) {
        SkSetFn set = sk_type_of(found)->descr_set;
        if (set) return set(found, v, value);
    }
    if (!t->shape_offset) return cannot_set(v, t, name, found, value);
    int r = sk_instance_store(sk_ptr(v), t, name, value);
    if (r == 0) no_attribute(v, name);
    return r > 0;
}

bool sk_generic_setattr(SkValue v, SkValue name, SkValue value) {
    SkValue owned;
    SkValue n = interned(name, &owned);
    bool ok = !sk_is_empty(n) && generic_set(v, n, value);
    sk_release(owned);
    return ok;
}

SkValue sk_instance_dict(SkValue v) {
    SkType *t = sk_type_of(v);
    if (sk_has_index(v, SK_T_MODULE) || sk_is_instance_of(v, &sk_module_type)) return sk_retain(sk_module_dict(v));
    if (t->shape_offset) return sk_instance_make_dict(sk_ptr(v), t);
    return sk_raise(sk_exc_AttributeError, "'%.100T' object has no attribute '__dict__'", v);
}

SkValue sk_get_dict_attr(SkValue self, void *unused) {
    (void)unused;
    // A metaclass may get this from an ordinary base: the dict of a class is its namespace all the same.
    if (sk_is_type(self)) return sk_call1(sk_type_value(&sk_mappingproxy_type), sk_slot_peek(&sk_as_type(self)->dict));
    return sk_instance_dict(self);
}

bool sk_set_dict_attr(SkValue self, SkValue value, void *unused) {
    (void)unused;
    SkType *t = sk_type_of(self);
    if (sk_is_type(self)) return sk_raise_false(sk_exc_AttributeError, "attribute '__dict__' of 'type' objects is not writable");
    if (sk_is_instance_of(self, &sk_module_type)) return sk_raise_false(sk_exc_AttributeError, "readonly attribute");
    if (!t->shape_offset) return sk_raise_false(sk_exc_AttributeError, "This object has no __dict__");
    if (sk_is_empty(value)) {
        SkType *native = t;
        while (native->flags & SK_TF_HEAP && native->base) native = native->base;
        if (native->shape_offset) return sk_raise_false(sk_exc_TypeError, "cannot delete __dict__");
        SK_AUTO SkValue fresh = sk_dict_new();
        return !sk_is_empty(fresh) && sk_instance_set_dict(sk_ptr(self), t, fresh);
    }
    if (!sk_is_dict(value))
        return sk_raise_false(sk_exc_TypeError, "__dict__ must be set to a dictionary, not a '%.200T'", value);
    return sk_instance_set_dict(sk_ptr(self), t, value);
}
