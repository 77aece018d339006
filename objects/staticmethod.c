// staticmethod and classmethod: they differ in __get__ and in what calling them does.
#include "objects/staticmethod.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/method.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

static SkWrapperMethod *as_wrapper(SkValue v) { return (SkWrapperMethod *)sk_ptr(v); }

static void wrapper_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkWrapperMethod *)o)->callable, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void wrapper_clear(SkObject *o) {
    sk_slot_set(o, &((SkWrapperMethod *)o)->callable, SK_EMPTY);
    sk_instance_clear(o);
}

static void wrapper_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkWrapperMethod *)o)->callable);
    sk_instance_free(o, 0);
}

SkValue sk_wrapper_method_callable(SkValue v) {
    SkValue f = sk_slot_get(sk_ptr(v), &as_wrapper(v)->callable);
    return sk_is_empty(f) ? SK_NONE : f;
}

static SkValue wrapper_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static bool init(const char *name, SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs(name, kwnames)) return false;
    if (nargs != 1) return sk_raise_false(sk_exc_TypeError, "%s expected 1 argument, got %zu", name, nargs);
    sk_slot_set(sk_ptr(self), &as_wrapper(self)->callable, sk_retain(args[0]));
    const SkValue copied[] = {SK_N(__module__), SK_N(__name__), SK_N(__qualname__), SK_N(__doc__)};
    for (size_t i = 0; i < SK_COUNT_OF(copied); i++) {
        SK_AUTO SkValue v = sk_getattr_opt(args[0], copied[i]);
        if (sk_is_empty(v) ? sk_error_occurred() : !sk_setattr(self, copied[i], v)) return false;
    }
    return true;
}

static bool static_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    return init("staticmethod", self, args, nargs, kwnames);
}
static bool class_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    return init("classmethod", self, args, nargs, kwnames);
}

static SkValue static_get(SkValue self, SkValue obj, SkValue type) {
    (void)obj, (void)type;
    SkValue f = sk_slot_load(sk_ptr(self), &as_wrapper(self)->callable);
    return sk_is_empty(f) ? sk_raise(sk_exc_RuntimeError, "uninitialized staticmethod object") : f;
}

static SkValue class_get(SkValue self, SkValue obj, SkValue type) {
    SK_AUTO SkValue f = sk_slot_get(sk_ptr(self), &as_wrapper(self)->callable);
    if (sk_is_empty(f)) return sk_raise(sk_exc_RuntimeError, "uninitialized classmethod object");
    if (sk_is_empty(type) || sk_is_none(type)) type = sk_type_value(sk_type_of(obj));
    return sk_method_new(f, type);
}

static SkValue static_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue f = sk_wrapper_method_callable(self);
    return sk_call(f, args, nargs, kwnames);
}

static SkValue static_repr(SkValue self) {
    SK_AUTO SkValue f = sk_wrapper_method_callable(self);
    return sk_str_format("<staticmethod(%R)>", f);
}
static SkValue class_repr(SkValue self) {
    SK_AUTO SkValue f = sk_wrapper_method_callable(self);
    return sk_str_format("<classmethod(%R)>", f);
}

static SkValue get_abstract(SkValue self, void *closure) {
    (void)closure;
    SK_AUTO SkValue f = sk_wrapper_method_callable(self);
    SK_AUTO SkValue v = sk_getattr_opt(f, SK_N(__isabstractmethod__));
    if (sk_is_empty(v)) return sk_error_occurred() ? SK_EMPTY : SK_FALSE;
    int truth = sk_truth(v);
    return truth < 0 ? SK_EMPTY : sk_bool(truth);
}

// __annotations__ and __annotate__ are the function's, kept from the first time they are asked for.
static SkValue get_wrapped(SkValue self, void *closure) {
    SkValue name = sk_intern_s(closure);
    SK_AUTO SkValue dict = sk_instance_dict(self);
    if (sk_is_empty(dict)) return SK_EMPTY;
    SkValue v = sk_dict_get(dict, name);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SK_AUTO SkValue f = sk_wrapper_method_callable(self);
    v = sk_getattr(f, name);
    if (sk_is_empty(v) || sk_dict_set(dict, name, v)) return v;
    sk_release(v);
    return SK_EMPTY;
}

static bool set_wrapped(SkValue self, SkValue value, void *closure) {
    SkValue name = sk_intern_s(closure);
    SK_AUTO SkValue dict = sk_instance_dict(self);
    if (sk_is_empty(dict)) return false;
    if (!sk_is_empty(value)) return sk_dict_set(dict, name, value);
    int r = sk_dict_delete(dict, name);
    return r > 0 || (r == 0 && sk_raise_false(sk_exc_AttributeError, "'%.200T' object has no attribute '%S'", self, name));
}

static const SkGetSetDef getset[] = {
    {"__isabstractmethod__", get_abstract, NULL, NULL, NULL},
    {"__dict__", sk_get_dict_attr, sk_set_dict_attr, NULL, NULL},
    {"__annotations__", get_wrapped, set_wrapped, NULL, "__annotations__"},
    {"__annotate__", get_wrapped, set_wrapped, NULL, "__annotate__"},
    {0},
};

static const SkMemberDef members[] = {
    {"__func__", SK_MEMBER_OBJECT, offsetof(SkWrapperMethod, callable), true, NULL},
    {"__wrapped__", SK_MEMBER_OBJECT, offsetof(SkWrapperMethod, callable), true, NULL},
    {0},
};

static const SkMethodDef methods[] = {
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, {.onearg = sk_generic_alias_new}, "(object, /)", "See PEP 585"},
    {0},
};

SkType sk_staticmethod_type = {
    SK_TYPE_HEAD(SK_T_STATICMETHOD, sizeof(SkWrapperMethod), wrapper_trace, wrapper_clear, wrapper_destroy),
    .name = "staticmethod", .doc = "staticmethod(function, /)\n--\n\nA function that is found on a class without being bound.",
    .flags = SK_TF_BASE | SK_TF_HAS_DICT, .shape_offset = offsetof(SkWrapperMethod, attributes),
    .new_ = wrapper_new, .init = static_init, .call = static_call, .repr = static_repr, .descr_get = static_get,
    .methods = methods, .getset = getset, .members = members,
};

SkType sk_classmethod_type = {
    SK_TYPE_HEAD(SK_T_CLASSMETHOD, sizeof(SkWrapperMethod), wrapper_trace, wrapper_clear, wrapper_destroy),
    .name = "classmethod", .doc = "classmethod(function, /)\n--\n\nA function that is bound to the class it is found on.",
    .flags = SK_TF_BASE | SK_TF_HAS_DICT, .shape_offset = offsetof(SkWrapperMethod, attributes),
    .new_ = wrapper_new, .init = class_init, .repr = class_repr, .descr_get = class_get,
    .methods = methods, .getset = getset, .members = members,
};
