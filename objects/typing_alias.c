// TypeAliasType (PEP 695), Generic, NoDefault, and what the types of type parameters ask of the typing module.
#include "base/alloc.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/hooks.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/typing.h"
#include "objects/typing_internal.h"
#include "objects/union.h"

// ---- the typing module ------------------------------------------------------------------------------------------------

SkValue sk_typing_attr(const char *name) {
    SK_AUTO SkValue module = sk_import("typing");
    return sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, name);
}

SkValue sk_typing_call(const char *name, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue f = sk_typing_attr(name);
    return sk_is_empty(f) ? SK_EMPTY : sk_call(f, args, nargs, SK_EMPTY);
}

SkValue sk_typing_unpack(SkValue v) {
    SK_AUTO SkValue unpack = sk_typing_attr("Unpack");
    return sk_is_empty(unpack) ? SK_EMPTY : sk_getitem(unpack, v);
}

SkValue sk_typing_caller_module(void) {
    SK_AUTO SkValue globals = sk_hooks.current_globals ? sk_hooks.current_globals() : SK_EMPTY;
    if (sk_is_empty(globals) || !sk_is_dict(globals)) return SK_NONE;
    SkValue name = sk_dict_get(globals, SK_N(__name__));
    return sk_is_empty(name) && !sk_error_occurred() ? SK_NONE : name;
}

SkValue sk_typing_lazy(SkObject *o, SkSlot *value, SkSlot *evaluate) {
    SkValue known = sk_slot_get(o, value);
    if (!sk_is_empty(known)) return known;
    SK_AUTO SkValue function = sk_slot_get(o, evaluate);
    if (sk_is_empty(function)) return SK_EMPTY;
    SkValue r = sk_call1(function, sk_from_small_int(1));  // 1: the VALUE format
    if (!sk_is_empty(r)) sk_slot_set(o, value, sk_retain(r));
    return r;
}

static SkValue constant(SkValue self, SkValue format) {
    (void)format;
    return sk_dup(self);
}
static const SkMethodDef constant_evaluator = {.name = "constevaluator", .kind = SK_ONEARG, .onearg = constant, .sig = "(format, /)"};

SkValue sk_typing_evaluator(SkObject *o, SkSlot *value, SkSlot *evaluate) {
    SkValue function = sk_slot_get(o, evaluate);
    if (!sk_is_empty(function)) return function;
    SK_AUTO SkValue known = sk_slot_get(o, value);
    if (sk_is_empty(known) || sk_is(known, sk_no_default())) return SK_NONE;
    return sk_native_new(&constant_evaluator, known, SK_EMPTY);
}

// ---- NoDefault --------------------------------------------------------------------------------------------------------

static SkObject no_default = {.tl = ((uint32_t)SK_T_NO_DEFAULT << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL};

SkValue sk_no_default(void) { return sk_counted(&no_default); }

static void never_destroyed(SkObject *o) { (void)o; }
static SkValue no_default_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    (void)args;
    if (nargs || (!sk_is_empty(kwnames) && sk_tuple_len(kwnames))) return sk_raise(sk_exc_TypeError, "NoDefaultType takes no arguments");
    return sk_no_default();
}
static SkValue no_default_repr(SkValue v) {
    (void)v;
    return sk_str_from("typing.NoDefault");
}
static SkValue no_default_reduce(SkValue v) {
    (void)v;
    return sk_str_from("NoDefault");
}
static const SkMethodDef no_default_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = no_default_reduce, .sig = "()", .doc = "Pickled by name."}, {0}};

SkType sk_no_default_type = {
    SK_TYPE_HEAD(SK_T_NO_DEFAULT, sizeof(SkObject), NULL, NULL, never_destroyed),
    .name = "typing.NoDefaultType",
    .doc = "The type of the NoDefault singleton.",
    .new_ = no_default_new,
    .repr = no_default_repr,
    .methods = no_default_methods,
};

// ---- TypeAliasType ------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot name;          // str; never replaced, as type_params and module
    SkSlot type_params;   // tuple or empty
    SkSlot module;        // of an alias made by a call, or empty
    SkSlot value, evaluate;
} Alias;

static Alias *as_alias(SkValue v) { return (Alias *)sk_ptr(v); }

static void alias_trace(SkObject *o, SkVisit visit, void *arg) {
    for (SkSlot *s = &((Alias *)o)->name; s <= &((Alias *)o)->evaluate; s++) sk_slot_visit(s, visit, arg);
}
static void alias_clear(SkObject *o) {
    sk_slot_set(o, &((Alias *)o)->value, SK_EMPTY);
    sk_slot_set(o, &((Alias *)o)->evaluate, SK_EMPTY);
}
static void alias_destroy(SkObject *o) {
    for (SkSlot *s = &((Alias *)o)->name; s <= &((Alias *)o)->evaluate; s++) sk_slot_destroy(o, s);
    sk_object_free(o, sizeof(Alias));
}

static SkValue alias_make(SkValue name, SkValue type_params) {
    Alias *a = (Alias *)sk_container_new(&sk_type_alias_type.head, sizeof *a);
    if (!a) return sk_raise_memory();
    sk_slot_init(&a->name, sk_retain(name));
    if (sk_is_tuple(type_params) && sk_tuple_len(type_params)) sk_slot_init(&a->type_params, sk_retain(type_params));
    return sk_counted(a);
}

SkValue sk_typealias_new(SkValue name, SkValue type_params, SkValue value) {
    SkValue v = alias_make(name, type_params);
    if (!sk_is_empty(v)) sk_slot_init(&as_alias(v)->evaluate, sk_retain(value));
    return v;
}

static bool check_defaults(SkValue type_params) {
    bool seen = false;
    for (size_t i = 0; i < sk_tuple_len(type_params); i++) {
        SkValue p = sk_tuple_peek(type_params, i);
        SK_AUTO SkValue d = sk_getattr_opt(p, SK_N(__default__));
        if (sk_is_empty(d) && sk_error_occurred()) return false;
        bool has = !sk_is_empty(d) && !sk_is(d, sk_no_default());
        if (seen && !has) return sk_raise_false(sk_exc_TypeError, "non-default type parameter '%R' follows default type parameter", p);
        seen |= has;
    }
    return true;
}

static SkValue alias_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    if (!sk_bind("typealias", "(name, value, *, type_params=())", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_is_str(a[0])) return sk_raise_bad_argument("typealias", "argument 'name'", "str", a[0]);
    SkValue params = sk_is_empty(a[2]) ? SK_NONE : a[2];
    if (!sk_is_empty(a[2]) && !sk_is_tuple(a[2])) return sk_raise(sk_exc_TypeError, "type_params must be a tuple");
    if (sk_is_tuple(params) && !check_defaults(params)) return SK_EMPTY;
    SK_AUTO SkValue module = sk_typing_caller_module();
    SK_AUTO SkValue v = sk_is_empty(module) ? SK_EMPTY : alias_make(a[0], params);
    if (sk_is_empty(v)) return SK_EMPTY;
    sk_slot_init(&as_alias(v)->module, sk_move(&module));
    sk_slot_init(&as_alias(v)->value, sk_retain(a[1]));
    return sk_move(&v);
}

static SkValue get_value(SkValue v, void *c) {
    (void)c;
    return sk_typing_lazy(sk_ptr(v), &as_alias(v)->value, &as_alias(v)->evaluate);
}
static SkValue get_evaluate(SkValue v, void *c) {
    (void)c;
    return sk_typing_evaluator(sk_ptr(v), &as_alias(v)->value, &as_alias(v)->evaluate);
}
static SkValue get_name(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &as_alias(v)->name);
}
static SkValue get_type_params(SkValue v, void *c) {
    (void)c;
    SkValue p = sk_slot_load(sk_ptr(v), &as_alias(v)->type_params);
    return sk_is_empty(p) ? sk_empty_tuple() : p;
}

// Each TypeVarTuple replaced by Unpack[it].
static SkValue unpack_tuples(SkValue params) {
    bool any = false;
    for (size_t i = 0; i < sk_tuple_len(params); i++) any |= sk_has_index(sk_tuple_peek(params, i), SK_T_TYPE_VAR_TUPLE);
    if (!any) return sk_retain(params);
    SK_AUTO SkValue list = sk_list_new(sk_tuple_len(params));
    if (sk_is_empty(list)) return SK_EMPTY;
    for (size_t i = 0; i < sk_tuple_len(params); i++) {
        SkValue p = sk_tuple_peek(params, i);
        p = sk_has_index(p, SK_T_TYPE_VAR_TUPLE) ? sk_typing_unpack(p) : sk_retain(p);
        if (sk_is_empty(p) || !sk_list_append_steal(list, p)) return SK_EMPTY;
    }
    return sk_list_to_tuple(list);
}

static SkValue get_parameters(SkValue v, void *c) {
    (void)c;
    SkValue p = sk_slot_peek(&as_alias(v)->type_params);
    return sk_is_empty(p) ? sk_empty_tuple() : unpack_tuples(p);
}
static SkValue get_module(SkValue v, void *c) {
    (void)c;
    SkValue m = sk_slot_load(sk_ptr(v), &as_alias(v)->module);
    if (!sk_is_empty(m)) return m;
    SK_AUTO SkValue function = sk_slot_get(sk_ptr(v), &as_alias(v)->evaluate);
    return sk_is_empty(function) ? SK_NONE : sk_getattr(function, SK_N(__module__));
}

static SkValue alias_repr(SkValue v) { return sk_retain(sk_slot_peek(&as_alias(v)->name)); }
static SkValue alias_subscript(SkValue v, SkValue args) {
    if (sk_is_empty(sk_slot_peek(&as_alias(v)->type_params))) return sk_raise(sk_exc_TypeError, "Only generic type aliases are subscriptable");
    return sk_generic_alias_new(v, args);
}
static SkValue alias_or(SkValue a, SkValue b) {
    SK_AUTO SkValue pair = sk_tuple_pack(2, a, b);
    return sk_is_empty(pair) ? SK_EMPTY : sk_union_from(pair);
}

static const SkMethodDef alias_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = alias_repr, .sig = "()", .doc = "Pickled by name."}, {0}};
static const SkGetSetDef alias_getset[] = {
    {"__name__", get_name, sk_readonly_member, NULL, NULL},
    {"__value__", get_value, NULL, "What the alias stands for.", NULL},
    {"evaluate_value", get_evaluate, NULL, "A function that computes the value.", NULL},
    {"__type_params__", get_type_params, NULL, NULL, NULL},
    {"__parameters__", get_parameters, NULL, NULL, NULL},
    {"__module__", get_module, NULL, NULL, NULL},
    {0},
};

SkType sk_type_alias_type = {
    SK_TYPE_HEAD(SK_T_TYPE_ALIAS, sizeof(Alias), alias_trace, alias_clear, alias_destroy),
    .name = "typing.TypeAliasType",
    .doc = "A type alias.",
    .flags = SK_TF_WEAKREF,
    .new_ = alias_new,
    .repr = alias_repr,
    .number = {.or_ = alias_or},
    .container = {.get_key = alias_subscript},
    .methods = alias_methods,
    .getset = alias_getset,
};

// ---- Generic -----------------------------------------------------------------------------------------------------------------

SkValue sk_generic_subscript(SkValue params) {
    SK_AUTO SkValue args = unpack_tuples(params);
    SK_AUTO SkValue generic = sk_is_empty(args) ? SK_EMPTY : sk_typing_attr("Generic");  // a pure-Python typing has its own
    return sk_is_empty(generic) ? SK_EMPTY : sk_typing_call("_GenericAlias", (SkValue[]){generic, args}, 2);
}

static SkValue forward(const char *name, SkValue cls, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue f = sk_typing_attr(name);
    if (sk_is_empty(f)) return SK_EMPTY;
    size_t n = nargs + (sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames));
    SkValue few[16], *all = n + 1 <= SK_COUNT_OF(few) ? few : sk_malloc((n + 1) * sizeof *all);
    if (!all) return sk_raise_memory();
    all[0] = cls;
    if (n) memcpy(all + 1, args, n * sizeof *all);
    SkValue r = sk_call(f, all, nargs + 1, kwnames);
    if (all != few) sk_free(all);
    return r;
}
static SkValue generic_class_getitem(SkValue cls, const SkValue *args, size_t nargs, SkValue kwnames) {
    return forward("_generic_class_getitem", cls, args, nargs, kwnames);
}
static SkValue generic_init_subclass(SkValue cls, const SkValue *args, size_t nargs, SkValue kwnames) {
    return forward("_generic_init_subclass", cls, args, nargs, kwnames);
}

static void generic_trace(SkObject *o, SkVisit visit, void *arg) { sk_instance_trace(o, visit, arg); }
static void generic_clear(SkObject *o) { sk_instance_clear(o); }
static void generic_destroy(SkObject *o) { sk_instance_free(o, 0); }

static const SkMethodDef generic_methods[] = {
    {.name = "__class_getitem__", .kind = SK_KW | SK_CLASS_METHOD, .kw = generic_class_getitem, .doc = "Parameterizes a generic class."},
    {.name = "__init_subclass__", .kind = SK_KW | SK_CLASS_METHOD, .kw = generic_init_subclass, .doc = "Collects the type parameters of a new class."},
    {0},
};

SkType sk_generic_type = {
    SK_TYPE_HEAD(SK_T_GENERIC, sizeof(SkObject), generic_trace, generic_clear, generic_destroy),
    .name = "typing.Generic",
    .doc = "Abstract base class for generic types.",
    .flags = SK_TF_BASE,
    .methods = generic_methods,
};
