#include "objects/namespace.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkInstance attributes;
} Namespace;

static void namespace_trace(SkObject *o, SkVisit visit, void *arg) { sk_instance_trace(o, visit, arg); }
static void namespace_clear(SkObject *o) { sk_instance_clear(o); }
static void namespace_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkValue namespace_alloc(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkObject *o = sk_type_alloc(type, 0);
    return sk_counted(o);
}

static bool set_all(SkValue self, SkValue attributes) {
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(attributes, &pos, &key, &value)) {
        bool ok = sk_is_str(key) ? sk_generic_setattr(self, key, value)
                                 : sk_raise_false(sk_exc_TypeError, "keywords must be strings");
        sk_release(key);
        sk_release(value);
        if (!ok) return false;
    }
    return true;
}

SkValue sk_namespace_new(SkValue attributes) {
    SkValue ns = namespace_alloc(&sk_namespace_type, NULL, 0, SK_EMPTY);
    if (sk_is_empty(ns) || sk_is_empty(attributes) || set_all(ns, attributes)) return ns;
    sk_release(ns);
    return SK_EMPTY;
}

static bool set_keywords(SkValue self, const SkValue *values, SkValue kwnames) {
    if (sk_is_empty(kwnames)) return true;
    for (size_t i = 0; i < sk_tuple_len(kwnames); i++)
        if (!sk_generic_setattr(self, sk_tuple_peek(kwnames, i), values[i])) return false;
    return true;
}

static bool namespace_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs > 1) {
        SkType *type = sk_type_of(self);
        return sk_raise_false(sk_exc_TypeError, "%s expected at most 1 argument, got %zu",
                              type == &sk_namespace_type ? "SimpleNamespace" : type->name, nargs);
    }
    if (nargs) {
        SK_AUTO SkValue given = sk_is_exact_dict(args[0]) ? sk_retain(args[0]) : sk_dict_new();
        if (sk_is_empty(given) || (!sk_is(given, args[0]) && !sk_dict_update(given, args[0]))) return false;
        if (!set_all(self, given)) return false;
    }
    return set_keywords(self, args + nargs, kwnames);
}

static SkValue namespace_repr(SkValue self) {
    SkType *type = sk_type_of(self);
    const char *name = type == &sk_namespace_type ? "namespace" : type->name;
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_format("%s(...)", name);
    SK_AUTO SkValue dict = sk_instance_dict(self);
    bool ok = !sk_is_empty(dict);
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_cstr(&b, name);
    sk_sb_char(&b, '(');
    size_t pos = 0, n = 0;
    SkValue key, value;
    while (ok && sk_dict_next(dict, &pos, &key, &value)) {
        if (sk_is_str(key) && sk_str_len(key) > 0) {
            SK_AUTO SkValue r = sk_repr(value);
            ok = !sk_is_empty(r);
            if (ok) {
                if (n++) sk_sb_ascii(&b, ", ", 2);
                sk_sb_str(&b, key);
                sk_sb_char(&b, '=');
                sk_sb_str(&b, r);
            }
        }
        sk_release(key);
        sk_release(value);
    }
    sk_sb_char(&b, ')');
    sk_repr_leave(self);
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

static SkValue namespace_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_instance_of(a, &sk_namespace_type) || !sk_is_instance_of(b, &sk_namespace_type)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue x = sk_instance_dict(a);
    SK_AUTO SkValue y = sk_is_empty(x) ? SK_EMPTY : sk_instance_dict(b);
    return sk_is_empty(y) ? SK_EMPTY : sk_compare(x, y, op);
}

static SkValue namespace_reduce(SkValue self) {
    SK_AUTO SkValue dict = sk_instance_dict(self);
    if (sk_is_empty(dict)) return SK_EMPTY;
    return sk_tuple_pack(3, sk_type_value(sk_type_of(self)), sk_empty_tuple(), dict);
}

static SkValue namespace_replace(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs) return sk_raise(sk_exc_TypeError, "__replace__() takes no positional arguments");
    SK_AUTO SkValue copy = sk_call0(sk_type_value(sk_type_of(self)));
    if (sk_is_empty(copy)) return SK_EMPTY;
    SK_AUTO SkValue dict = sk_instance_dict(self);
    if (sk_is_empty(dict) || !set_all(copy, dict) || !set_keywords(copy, args, kwnames)) return SK_EMPTY;
    return sk_move(&copy);
}

static const SkMethodDef namespace_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = namespace_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__replace__", .kind = SK_KW, .kw = namespace_replace, .sig = "(**changes)",
     .doc = "A copy with some attributes changed."},
    {0},
};

static const SkGetSetDef namespace_getset[] = {
    {"__dict__", sk_get_dict_attr, sk_readonly_member, NULL, NULL},
    {0},
};

SkType sk_namespace_type = {
    SK_TYPE_HEAD(SK_T_NAMESPACE, sizeof(Namespace), namespace_trace, namespace_clear, namespace_destroy),
    .name = "types.SimpleNamespace",
    .doc = "SimpleNamespace(mapping_or_iterable=(), /, **kwargs)\n--\n\n"
           "An object with the given attributes.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_HAS_DICT,
    .shape_offset = offsetof(Namespace, attributes),
    .new_ = namespace_alloc,
    .init = namespace_init,
    .repr = namespace_repr,
    .compare = namespace_compare,
    .methods = namespace_methods,
    .getset = namespace_getset,
};
