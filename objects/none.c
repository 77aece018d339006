// The singletons None, Ellipsis and NotImplemented: immediates.
#include "objects/error.h"
#include "objects/native.h"
#include "objects/str.h"

static void singleton_destroy(SkObject *o SK_UNUSED) { SK_FATAL("a singleton is never a heap object"); }

static bool no_arguments(const char *type, size_t nargs, SkValue kwnames) {
    if (!nargs && sk_is_empty(kwnames)) return true;
    return sk_raise_false(sk_exc_TypeError, "%s takes no arguments", type);
}

// ---- None -----------------------------------------------------------------------------------------------------------

static SkValue none_new(SkType *type SK_UNUSED, const SkValue *args SK_UNUSED, size_t nargs, SkValue kwnames) {
    return no_arguments("NoneType", nargs, kwnames) ? SK_NONE : SK_EMPTY;
}
static SkValue none_repr(SkValue v SK_UNUSED) { return sk_str_from_ascii("None", 4); }
static int never(SkValue v SK_UNUSED) { return 0; }
static int64_t none_hash(SkValue v SK_UNUSED) { return 0xfca86420; }
static SkValue none_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (op != SK_EQ && op != SK_NE) return SK_NOT_IMPLEMENTED;
    return sk_is_none(a) && sk_is_none(b) ? sk_bool(op == SK_EQ) : SK_NOT_IMPLEMENTED;
}

SkType sk_none_type = {
    SK_TYPE_HEAD(SK_T_NONE, sizeof(SkObject), NULL, NULL, singleton_destroy),
    .name = "NoneType",
    .doc = "NoneType()\n--\n\nThe type of the None singleton.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = none_new,
    .repr = none_repr,
    .hash = none_hash,
    .compare = none_compare,
    .number = {.bool_ = never},
};

// ---- Ellipsis ---------------------------------------------------------------------------------------------------------

static SkValue ellipsis_new(SkType *type SK_UNUSED, const SkValue *args SK_UNUSED, size_t nargs, SkValue kwnames) {
    return no_arguments("EllipsisType", nargs, kwnames) ? SK_ELLIPSIS : SK_EMPTY;
}
static SkValue ellipsis_repr(SkValue v SK_UNUSED) { return sk_str_from_ascii("Ellipsis", 8); }

static const SkMethodDef ellipsis_methods[] = {
    {"__reduce__", SK_NOARGS, .noargs = ellipsis_repr, .sig = "()", .doc = "The name of the singleton, for pickle."},
    {0},
};

SkType sk_ellipsis_type = {
    SK_TYPE_HEAD(SK_T_ELLIPSIS, sizeof(SkObject), NULL, NULL, singleton_destroy),
    .name = "ellipsis",
    .doc = "ellipsis()\n--\n\nThe type of the Ellipsis singleton.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = ellipsis_new,
    .repr = ellipsis_repr,
    .methods = ellipsis_methods,
};

// ---- NotImplemented -----------------------------------------------------------------------------------------------------

static SkValue not_implemented_new(SkType *type SK_UNUSED, const SkValue *args SK_UNUSED, size_t nargs, SkValue kwnames) {
    return no_arguments("NotImplementedType", nargs, kwnames) ? SK_NOT_IMPLEMENTED : SK_EMPTY;
}
static SkValue not_implemented_repr(SkValue v SK_UNUSED) { return sk_str_from_ascii("NotImplemented", 14); }
static int not_implemented_bool(SkValue v SK_UNUSED) {
    sk_raise(sk_exc_TypeError, "NotImplemented should not be used in a boolean context");
    return -1;
}

static const SkMethodDef not_implemented_methods[] = {
    {"__reduce__", SK_NOARGS, .noargs = not_implemented_repr, .sig = "()", .doc = "The name of the singleton, for pickle."},
    {0},
};

SkType sk_not_implemented_type = {
    SK_TYPE_HEAD(SK_T_NOT_IMPLEMENTED, sizeof(SkObject), NULL, NULL, singleton_destroy),
    .name = "NotImplementedType",
    .doc = "NotImplementedType()\n--\n\nThe type of the NotImplemented singleton.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = not_implemented_new,
    .repr = not_implemented_repr,
    .number = {.bool_ = not_implemented_bool},
    .methods = not_implemented_methods,
};
