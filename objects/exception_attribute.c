// AttributeError: the object and the name of the attribute it lacks.
#include "objects/dict.h"
#include "objects/exception_internal.h"
#include "objects/names.h"

SK_EXCEPTION_FIELDS(SkAttributeError, obj, name)

static SkAttributeError *as_attribute(SkValue v) { return (SkAttributeError *)sk_ptr(v); }

static bool attribute_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const keywords[] = {"name", "obj"};
    SkValue given[2];
    if (!sk_exception_init(self, args, nargs, SK_EMPTY) ||
        !sk_exception_keywords("AttributeError", keywords, 2, args + nargs, kwnames, given))
        return false;
    sk_exception_set(self, &as_attribute(self)->name, given[0]);
    sk_exception_set(self, &as_attribute(self)->obj, given[1]);
    return true;
}

// Without obj, which often cannot be pickled.
static SkValue attribute_getstate(SkValue self) {
    SkValue state = sk_exception_state(self);
    if (sk_is_empty(state) && (sk_error_occurred() || sk_is_empty(state = sk_dict_new()))) return SK_EMPTY;
    SK_AUTO SkValue name = sk_exception_get(self, &as_attribute(self)->name);
    SK_AUTO SkValue args = sk_exception_args(self);
    if ((sk_is_empty(name) || sk_dict_set(state, SK_N(name), name)) && sk_dict_set(state, SK_N(args), args)) return state;
    sk_release(state);
    return SK_EMPTY;
}

static SkValue attribute_reduce(SkValue self) {
    SkValue state = attribute_getstate(self);
    if (sk_is_empty(state)) return state;
    SK_AUTO SkValue args = sk_exception_args(self);
    return sk_exception_reduce(self, args, state);
}

static const SkMemberDef members[] = {
    {"name", SK_MEMBER_OBJECT, offsetof(SkAttributeError, name), false, "attribute name"},
    {"obj", SK_MEMBER_OBJECT, offsetof(SkAttributeError, obj), false, "object"},
    {0},
};

static const SkMethodDef methods[] = {
    {"__getstate__", SK_NOARGS, {.noargs = attribute_getstate}, "()", NULL},
    {"__reduce__", SK_NOARGS, {.noargs = attribute_reduce}, "()", NULL},
    {0},
};

const SkExceptionKind sk_exception_kind_attribute = {
    .size = sizeof(SkAttributeError), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields,
    .init = attribute_init, .members = members, .methods = methods,
};
