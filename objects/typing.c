// TypeVar, ParamSpec and TypeVarTuple (PEP 484, 612, 646, 695, 696), ParamSpecArgs and ParamSpecKwargs.
//
// One layout serves the three kinds of parameters. Bound, constraints and default are either values or functions that
// compute them when first asked for; two threads that ask at once may both call the function: the first result stays.
#include "objects/typing.h"

#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/typing_internal.h"
#include "objects/union.h"

typedef struct {
    SkObject header;
    SkSlot name;                          // str; never replaced
    SkSlot bound, constraints, default_;  // values, empty: none, or not computed yet
    SkSlot evaluate_bound, evaluate_constraints, evaluate_default;  // functions or empty
    bool covariant, contravariant, infer_variance;
    SkInstance attributes;
} Parameter;

static Parameter *as_parameter(SkValue v) { return (Parameter *)sk_ptr(v); }
static SkValue name_of(SkValue v) { return sk_slot_peek(&as_parameter(v)->name); }

static void parameter_trace(SkObject *o, SkVisit visit, void *arg) {
    Parameter *p = (Parameter *)o;
    for (SkSlot *s = &p->name; s <= &p->evaluate_default; s++) sk_slot_visit(s, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void parameter_clear(SkObject *o) {
    Parameter *p = (Parameter *)o;
    for (SkSlot *s = &p->bound; s <= &p->evaluate_default; s++) sk_slot_set(o, s, SK_EMPTY);
    sk_instance_clear(o);
}
static void parameter_destroy(SkObject *o) {
    Parameter *p = (Parameter *)o;
    for (SkSlot *s = &p->name; s <= &p->evaluate_default; s++) sk_slot_destroy(o, s);
    sk_instance_free(o, 0);
}

static SkValue parameter_new(SkType *type, SkValue name) {
    Parameter *p = (Parameter *)sk_type_alloc(type, 0);
    if (!p) return SK_EMPTY;
    sk_slot_init(&p->name, sk_retain(name));
    return sk_counted(p);
}

bool sk_typing_set_module(SkValue v) {
    SK_AUTO SkValue module = sk_typing_caller_module();
    return !sk_is_empty(module) && sk_setattr(v, SK_N(__module__), module);
}

static bool check_name(const char *type, SkValue name) {
    if (sk_is_str(name)) return true;
    sk_raise_bad_argument(type, "argument 'name'", "str", name);
    return false;
}

static bool truth_or(SkValue v, bool *out) {
    int t = sk_is_empty(v) ? 0 : sk_truth(v);
    *out = t > 0;
    return t >= 0;
}

static SkValue checked_bound(SkValue bound) {
    if (sk_is_empty(bound) || sk_is_none(bound)) return SK_NONE;
    SK_AUTO SkValue message = sk_str_from("Bound must be a type.");
    if (sk_is_empty(message)) return SK_EMPTY;
    return sk_typing_call("_type_check", (SkValue[]){bound, message}, 2);
}

// ---- what the kinds have in common ---------------------------------------------------------------------------------

static SkValue lazy_or_none(SkValue v, SkSlot *value, SkSlot *evaluate) {
    SkValue r = sk_typing_lazy(sk_ptr(v), value, evaluate);
    return sk_is_empty(r) && !sk_error_occurred() ? SK_NONE : r;
}

static SkValue get_bound(SkValue v, void *c) {
    (void)c;
    return lazy_or_none(v, &as_parameter(v)->bound, &as_parameter(v)->evaluate_bound);
}
static SkValue get_constraints(SkValue v, void *c) {
    (void)c;
    SkValue r = sk_typing_lazy(sk_ptr(v), &as_parameter(v)->constraints, &as_parameter(v)->evaluate_constraints);
    return sk_is_empty(r) && !sk_error_occurred() ? sk_empty_tuple() : r;
}
static SkValue get_default(SkValue v, void *c) {
    (void)c;
    SkValue r = sk_typing_lazy(sk_ptr(v), &as_parameter(v)->default_, &as_parameter(v)->evaluate_default);
    return sk_is_empty(r) && !sk_error_occurred() ? sk_no_default() : r;
}
static SkValue get_evaluator(SkValue v, void *which) {
    Parameter *p = as_parameter(v);
    uintptr_t i = (uintptr_t)which;
    return sk_typing_evaluator(&p->header, &p->bound + i, &p->evaluate_bound + i);
}
static SkValue get_name(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &as_parameter(v)->name);
}

static SkValue has_default(SkValue v) {
    Parameter *p = as_parameter(v);
    if (!sk_is_empty(sk_slot_peek(&p->evaluate_default))) return SK_TRUE;
    SK_AUTO SkValue d = sk_slot_get(&p->header, &p->default_);
    return sk_bool(!sk_is_empty(d) && !sk_is(d, sk_no_default()));
}

static SkValue parameter_reduce(SkValue v) { return sk_retain(name_of(v)); }

static SkValue no_subclass(SkValue v, SkValue bases) {
    (void)bases;
    const char *name = strrchr(sk_type_of(v)->name, '.');
    return sk_raise(sk_exc_TypeError, "Cannot subclass an instance of %s", name ? name + 1 : sk_type_of(v)->name);
}

static SkValue parameter_repr(SkValue v) {
    Parameter *p = as_parameter(v);
    if (p->infer_variance) return sk_retain(name_of(v));
    return sk_str_format("%c%S", p->covariant ? '+' : p->contravariant ? '-' : '~', name_of(v));
}

static SkValue parameter_or(SkValue a, SkValue b) {
    SK_AUTO SkValue pair = sk_tuple_pack(2, a, b);
    if (sk_is_empty(pair)) return SK_EMPTY;
    // An older typing has a Union of its own, and its own idea of what a str in it means.
    SK_AUTO SkValue made_of = sk_is_str(a) || sk_is_str(b) ? sk_typing_attr("Union") : SK_NONE;
    if (sk_is_empty(made_of)) return SK_EMPTY;
    bool native = sk_is_none(made_of) || sk_is(made_of, sk_type_value(&sk_union_type));
    return native ? sk_union_from(pair) : sk_getitem(made_of, pair);
}

bool sk_typeparam_set_default(SkValue param, SkValue function) {
    sk_slot_set(sk_ptr(param), &as_parameter(param)->evaluate_default, sk_retain(function));
    return true;
}

// The position of self among alias.__parameters__, and the length of args; false with an exception.
static bool locate(SkValue self, SkValue alias, SkValue args, size_t *index, size_t *nparams, size_t *nargs, SkValue *params) {
    *params = SK_EMPTY;
    SK_AUTO SkValue found = sk_getattr(alias, SK_N(__parameters__));
    if (sk_is_empty(found)) return false;
    SK_AUTO SkValue tuple = sk_to_tuple(found);
    if (sk_is_empty(tuple)) return false;
    if (!sk_is_tuple(args)) return sk_raise_false(sk_exc_TypeError, "expected a tuple of arguments, not %T", args);
    *nparams = sk_tuple_len(tuple);
    *nargs = sk_tuple_len(args);
    for (size_t i = 0; i < *nparams; i++)
        if (sk_is(sk_tuple_peek(tuple, i), self)) {
            *index = i;
            *params = sk_move(&tuple);
            return true;
        }
    return sk_raise_false(sk_exc_ValueError, "tuple.index(x): x not in tuple");
}

static SkValue with_default(SkValue self, SkValue alias, SkValue args, size_t index, size_t nargs) {
    SK_AUTO SkValue otherwise = index == nargs ? get_default(self, NULL) : sk_no_default();
    if (sk_is_empty(otherwise)) return SK_EMPTY;
    if (sk_is(otherwise, sk_no_default())) return sk_raise(sk_exc_TypeError, "Too few arguments for %S", alias);
    SK_AUTO SkValue one = sk_tuple_pack(1, otherwise);
    return sk_is_empty(one) ? SK_EMPTY : sk_binary(SK_OP_ADD, args, one);
}

#define COMMON_METHODS                                                                                                     \
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = parameter_reduce, .sig = "()", .doc = "Pickled by name."},         \
    {.name = "__mro_entries__", .kind = SK_ONEARG, .onearg = no_subclass, .sig = "(object, /)"},                           \
    {.name = "has_default", .kind = SK_NOARGS, .noargs = has_default, .sig = "()", .doc = "Whether it has a default."}

#define DEFAULT_GETSET                                                                                                     \
    {"__default__", get_default, NULL, "The default, or NoDefault.", NULL},                                               \
    {"evaluate_default", get_evaluator, NULL, "A function that computes the default, or None.", (void *)2}

#define VARIANCE_MEMBERS                                                                                                   \
    {"__covariant__", SK_MEMBER_BOOL, offsetof(Parameter, covariant), true, NULL},                                        \
    {"__contravariant__", SK_MEMBER_BOOL, offsetof(Parameter, contravariant), true, NULL},                                \
    {"__infer_variance__", SK_MEMBER_BOOL, offsetof(Parameter, infer_variance), true, NULL}

// ---- TypeVar --------------------------------------------------------------------------------------------------------------

SkValue sk_typevar_new(SkValue name, SkValue bound, SkValue constraints) {
    SkValue v = parameter_new(&sk_type_var_type, name);
    if (sk_is_empty(v)) return v;
    if (!sk_is_empty(bound)) sk_slot_init(&as_parameter(v)->evaluate_bound, sk_retain(bound));
    if (!sk_is_empty(constraints)) sk_slot_init(&as_parameter(v)->evaluate_constraints, sk_retain(constraints));
    as_parameter(v)->infer_variance = true;
    return v;
}

static bool set_variance(SkValue v, SkValue covariant, SkValue contravariant, SkValue infer) {
    Parameter *p = as_parameter(v);
    return truth_or(covariant, &p->covariant) && truth_or(contravariant, &p->contravariant) && truth_or(infer, &p->infer_variance);
}

static SkValue typevar_make(SkType *type, const SkValue *a) {
    enum { NAME, CONSTRAINTS, BOUND, DEFAULT, COVARIANT, CONTRAVARIANT, INFER };
    if (!check_name("typevar", a[NAME])) return SK_EMPTY;
    SK_AUTO SkValue v = parameter_new(type, a[NAME]);
    if (sk_is_empty(v)) return SK_EMPTY;
    Parameter *p = as_parameter(v);
    if (!set_variance(v, a[COVARIANT], a[CONTRAVARIANT], a[INFER])) return SK_EMPTY;
    if (p->covariant && p->contravariant) return sk_raise(sk_exc_ValueError, "Bivariant types are not supported.");
    if (p->infer_variance && (p->covariant || p->contravariant))
        return sk_raise(sk_exc_ValueError, "Variance cannot be specified with infer_variance.");
    SK_AUTO SkValue bound = checked_bound(a[BOUND]);
    if (sk_is_empty(bound)) return SK_EMPTY;
    size_t n = sk_tuple_len(a[CONSTRAINTS]);
    if (n == 1) return sk_raise(sk_exc_TypeError, "A single constraint is not allowed");
    if (n && !sk_is_none(bound)) return sk_raise(sk_exc_TypeError, "Constraints cannot be combined with bound=...");
    if (!sk_is_none(bound)) sk_slot_init(&p->bound, sk_move(&bound));
    if (n) sk_slot_init(&p->constraints, sk_retain(a[CONSTRAINTS]));
    if (!sk_is_empty(a[DEFAULT])) sk_slot_init(&p->default_, sk_retain(a[DEFAULT]));
    return sk_typing_set_module(v) ? sk_move(&v) : SK_EMPTY;
}

static SkValue typevar_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[7];
    if (!sk_bind("typevar", "(name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
                 &sig, args, nargs, kwnames, a))
        return SK_EMPTY;
    SkValue v = typevar_make(type, a);
    sk_bind_release(sk_load_acquire(&sig), a);
    return v;
}

static SkValue typevar_subst(SkValue self, SkValue arg) {
    SK_AUTO SkValue message = sk_str_from("Parameters to generic types must be types.");
    if (sk_is_empty(message)) return SK_EMPTY;
    (void)self;
    SK_AUTO SkValue checked = sk_typing_call("_type_check", (SkValue[]){arg, message, SK_TRUE}, 3);
    if (sk_is_empty(checked)) return SK_EMPTY;
    int unpacked = sk_has_true_attr(checked, "__unpacked__");
    if (unpacked < 0) return SK_EMPTY;
    if (!unpacked) {
        SK_AUTO SkValue origin = sk_getattr_opt(checked, SK_N(__origin__));
        if (sk_is_empty(origin) && sk_error_occurred()) return SK_EMPTY;
        if (!sk_is_empty(origin)) {
            SK_AUTO SkValue unpack = sk_typing_attr("Unpack");
            if (sk_is_empty(unpack)) return SK_EMPTY;
            unpacked = sk_is(origin, unpack);
        }
    }
    return unpacked ? sk_raise(sk_exc_TypeError, "%S is not valid as type argument", checked) : sk_move(&checked);
}

static SkValue typevar_prepare(SkValue self, const SkValue *args, size_t n) {
    if (!sk_check_nargs("__typing_prepare_subst__", n, 2, 2)) return SK_EMPTY;
    size_t index, nparams, nargs;
    SK_AUTO SkValue params = SK_EMPTY;
    SK_AUTO SkValue given = sk_to_tuple(args[1]);
    if (sk_is_empty(given) || !locate(self, args[0], given, &index, &nparams, &nargs, &params)) return SK_EMPTY;
    if (index < nargs) return sk_move(&given);
    if (index > nargs || sk_is_false(has_default(self)))
        return sk_raise(sk_exc_TypeError, "Too few arguments for %S; actual %zu, expected at least %zu", args[0], nargs, index + 1);
    return with_default(self, args[0], given, index, nargs);
}

static const SkMethodDef typevar_methods[] = {
    {.name = "__typing_subst__", .kind = SK_ONEARG, .onearg = typevar_subst, .sig = "(arg, /)"},
    {.name = "__typing_prepare_subst__", .kind = SK_FAST, .fast = typevar_prepare, .sig = "(alias, args, /)"},
    COMMON_METHODS,
    {0},
};
static const SkGetSetDef typevar_getset[] = {
    {"__dict__", sk_get_dict_attr, NULL, NULL, NULL},
    {"__name__", get_name, sk_readonly_member, NULL, NULL},
    {"__bound__", get_bound, sk_readonly_member, "The upper bound, or None.", NULL},
    {"__constraints__", get_constraints, NULL, "The constraints, a tuple.", NULL},
    {"evaluate_bound", get_evaluator, NULL, "A function that computes the bound, or None.", (void *)0},
    {"evaluate_constraints", get_evaluator, NULL, "A function that computes the constraints, or None.", (void *)1},
    DEFAULT_GETSET,
    {0},
};
static const SkMemberDef variance_members[] = {VARIANCE_MEMBERS, {0}};

SkType sk_type_var_type = {
    SK_TYPE_HEAD(SK_T_TYPE_VAR, sizeof(Parameter), parameter_trace, parameter_clear, parameter_destroy),
    .name = "typing.TypeVar",
    .doc = "A type variable.",
    .flags = SK_TF_HAS_DICT | SK_TF_WEAKREF,
    .shape_offset = offsetof(Parameter, attributes),
    .new_ = typevar_new,
    .repr = parameter_repr,
    .number = {.or_ = parameter_or},
    .methods = typevar_methods,
    .members = variance_members,
    .getset = typevar_getset,
};

// ---- ParamSpec -------------------------------------------------------------------------------------------------------------

SkValue sk_paramspec_new(SkValue name) {
    SkValue v = parameter_new(&sk_param_spec_type, name);
    if (!sk_is_empty(v)) as_parameter(v)->infer_variance = true;
    return v;
}

static SkValue paramspec_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[6];
    if (!sk_bind("paramspec", "(name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)", &sig,
                 args, nargs, kwnames, a) || !check_name("paramspec", a[0]))
        return SK_EMPTY;
    SK_AUTO SkValue v = parameter_new(type, a[0]);
    if (sk_is_empty(v) || !set_variance(v, a[3], a[4], a[5])) return SK_EMPTY;
    Parameter *p = as_parameter(v);
    if (p->covariant && p->contravariant) return sk_raise(sk_exc_ValueError, "Bivariant types are not supported.");
    if (p->infer_variance && (p->covariant || p->contravariant))
        return sk_raise(sk_exc_ValueError, "Variance cannot be specified with infer_variance.");
    SK_AUTO SkValue bound = checked_bound(a[1]);
    if (sk_is_empty(bound)) return SK_EMPTY;
    if (!sk_is_none(bound)) sk_slot_init(&p->bound, sk_move(&bound));
    if (!sk_is_empty(a[2])) sk_slot_init(&p->default_, sk_retain(a[2]));
    return sk_typing_set_module(v) ? sk_move(&v) : SK_EMPTY;
}

static int is_param_expr(SkValue v) {
    if (sk_is(v, SK_ELLIPSIS) || sk_is_list(v) || sk_is_tuple(v) || sk_has_index(v, SK_T_PARAM_SPEC)) return 1;
    SK_AUTO SkValue r = sk_typing_call("_is_param_expr", &v, 1);
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

static SkValue paramspec_subst(SkValue self, SkValue arg) {
    (void)self;
    if (!sk_is_list(arg) && !sk_is_tuple(arg)) {
        int fits = is_param_expr(arg);
        if (fits < 0) return SK_EMPTY;
        if (!fits) return sk_raise(sk_exc_TypeError, "Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %S", arg);
        return sk_retain(arg);
    }
    SK_AUTO SkValue given = sk_to_tuple(arg);
    SK_AUTO SkValue message = sk_is_empty(given) ? SK_EMPTY : sk_str_from("Expected a type.");
    SK_AUTO SkValue out = sk_is_empty(message) ? SK_EMPTY : sk_list_new(sk_tuple_len(given));
    if (sk_is_empty(out)) return SK_EMPTY;
    for (size_t i = 0; i < sk_tuple_len(given); i++) {
        SkValue checked = sk_typing_call("_type_check", (SkValue[]){sk_tuple_peek(given, i), message}, 2);
        if (sk_is_empty(checked) || !sk_list_append_steal(out, checked)) return SK_EMPTY;
    }
    return sk_list_to_tuple(out);
}

static SkValue paramspec_prepare(SkValue self, const SkValue *args, size_t n) {
    if (!sk_check_nargs("__typing_prepare_subst__", n, 2, 2)) return SK_EMPTY;
    size_t index, nparams, nargs;
    SK_AUTO SkValue params = SK_EMPTY;
    SK_AUTO SkValue given = sk_to_tuple(args[1]);
    if (sk_is_empty(given) || !locate(self, args[0], given, &index, &nparams, &nargs, &params)) return SK_EMPTY;
    if (index >= nargs) {
        SkValue longer = with_default(self, args[0], given, index, nargs);
        sk_release(given);
        given = longer;
        if (sk_is_empty(given)) return SK_EMPTY;
        nargs++;
    }
    if (nparams == 1) {
        int fits = is_param_expr(sk_tuple_peek(given, 0));
        if (fits < 0) return SK_EMPTY;
        if (!fits) return sk_tuple_pack(1, given);
    }
    if (!sk_is_list(sk_tuple_peek(given, index))) return sk_move(&given);
    SK_AUTO SkValue inner = sk_to_tuple(sk_tuple_peek(given, index));
    SkTuple *t = sk_is_empty(inner) ? NULL : sk_tuple_alloc(nargs);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < nargs; i++) sk_tuple_init(t, i, sk_retain(i == index ? inner : sk_tuple_peek(given, i)));
    return sk_counted(t);
}

typedef struct {
    SkObject header;
    SkSlot origin;
} ParamSpecPart;

static SkValue part_new(SkType *type, SkValue origin) {
    ParamSpecPart *p = (ParamSpecPart *)sk_container_new(&type->head, sizeof *p);
    if (!p) return sk_raise_memory();
    sk_slot_init(&p->origin, sk_retain(origin));
    return sk_counted(p);
}
static SkValue get_args(SkValue v, void *c) {
    (void)c;
    return part_new(&sk_param_spec_args_type, v);
}
static SkValue get_kwargs(SkValue v, void *c) {
    (void)c;
    return part_new(&sk_param_spec_kwargs_type, v);
}

static const SkMethodDef paramspec_methods[] = {
    {.name = "__typing_subst__", .kind = SK_ONEARG, .onearg = paramspec_subst, .sig = "(arg, /)"},
    {.name = "__typing_prepare_subst__", .kind = SK_FAST, .fast = paramspec_prepare, .sig = "(alias, args, /)"},
    COMMON_METHODS,
    {0},
};
static const SkGetSetDef paramspec_getset[] = {
    {"__dict__", sk_get_dict_attr, NULL, NULL, NULL},
    {"__name__", get_name, sk_readonly_member, NULL, NULL},
    {"__bound__", get_bound, sk_readonly_member, "The upper bound, or None.", NULL},
    {"args", get_args, NULL, "Represents positional arguments.", NULL},
    {"kwargs", get_kwargs, NULL, "Represents keyword arguments.", NULL},
    DEFAULT_GETSET,
    {0},
};

SkType sk_param_spec_type = {
    SK_TYPE_HEAD(SK_T_PARAM_SPEC, sizeof(Parameter), parameter_trace, parameter_clear, parameter_destroy),
    .name = "typing.ParamSpec",
    .doc = "A parameter specification variable.",
    .flags = SK_TF_HAS_DICT | SK_TF_WEAKREF,
    .shape_offset = offsetof(Parameter, attributes),
    .new_ = paramspec_new,
    .repr = parameter_repr,
    .number = {.or_ = parameter_or},
    .methods = paramspec_methods,
    .members = variance_members,
    .getset = paramspec_getset,
};

static SkValue part_origin(SkValue v) { return sk_slot_peek(&((ParamSpecPart *)sk_ptr(v))->origin); }
static void part_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((ParamSpecPart *)o)->origin, visit, arg); }
static void part_destroy(SkObject *o) {
    sk_slot_destroy(o, &((ParamSpecPart *)o)->origin);
    sk_object_free(o, sizeof(ParamSpecPart));
}
static SkValue part_from_args(SkType *type, const char *name, const SkValue *args, size_t nargs, SkValue kwnames, _Atomic(SkSig *) *sig) {
    SkValue origin;
    if (!sk_bind(name, "(origin)", sig, args, nargs, kwnames, &origin)) return SK_EMPTY;
    return part_new(type, origin);
}
static SkValue args_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    return part_from_args(type, "paramspecargs", args, nargs, kwnames, &sig);
}
static SkValue kwargs_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    return part_from_args(type, "paramspeckwargs", args, nargs, kwnames, &sig);
}
static SkValue part_repr(SkValue v) {
    const char *part = sk_has_index(v, SK_T_PARAM_SPEC_ARGS) ? "args" : "kwargs";
    SkValue origin = part_origin(v);
    if (sk_has_index(origin, SK_T_PARAM_SPEC)) return sk_str_format("%S.%s", name_of(origin), part);
    return sk_str_format("%R.%s", origin, part);
}
static SkValue part_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (sk_type_of(a) != sk_type_of(b) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    return sk_compare(part_origin(a), part_origin(b), op);
}
static const SkMethodDef part_methods[] = {{.name = "__mro_entries__", .kind = SK_ONEARG, .onearg = no_subclass, .sig = "(object, /)"}, {0}};
static const SkMemberDef part_members[] = {{"__origin__", SK_MEMBER_OBJECT, offsetof(ParamSpecPart, origin), true, NULL}, {0}};

SkType sk_param_spec_args_type = {
    SK_TYPE_HEAD(SK_T_PARAM_SPEC_ARGS, sizeof(ParamSpecPart), part_trace, NULL, part_destroy),
    .name = "typing.ParamSpecArgs",
    .doc = "The args of a ParamSpec.",
    .flags = SK_TF_WEAKREF,
    .new_ = args_new,
    .repr = part_repr,
    .compare = part_compare,
    .methods = part_methods,
    .members = part_members,
};
SkType sk_param_spec_kwargs_type = {
    SK_TYPE_HEAD(SK_T_PARAM_SPEC_KWARGS, sizeof(ParamSpecPart), part_trace, NULL, part_destroy),
    .name = "typing.ParamSpecKwargs",
    .doc = "The kwargs of a ParamSpec.",
    .flags = SK_TF_WEAKREF,
    .new_ = kwargs_new,
    .repr = part_repr,
    .compare = part_compare,
    .methods = part_methods,
    .members = part_members,
};

// ---- TypeVarTuple ----------------------------------------------------------------------------------------------------------

SkValue sk_typevartuple_new(SkValue name) { return parameter_new(&sk_type_var_tuple_type, name); }

static SkValue tvt_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("typevartuple", "(name, *, default=typing.NoDefault)", &sig, args, nargs, kwnames, a) || !check_name("typevartuple", a[0]))
        return SK_EMPTY;
    SK_AUTO SkValue v = parameter_new(type, a[0]);
    if (sk_is_empty(v)) return SK_EMPTY;
    if (!sk_is_empty(a[1])) sk_slot_init(&as_parameter(v)->default_, sk_retain(a[1]));
    return sk_typing_set_module(v) ? sk_move(&v) : SK_EMPTY;
}

static SkValue tvt_repr(SkValue v) { return sk_retain(name_of(v)); }

static SkValue tvt_iter(SkValue v) {
    SK_AUTO SkValue unpacked = sk_typing_unpack(v);
    SK_AUTO SkValue one = sk_is_empty(unpacked) ? SK_EMPTY : sk_tuple_pack(1, unpacked);
    return sk_is_empty(one) ? SK_EMPTY : sk_iter(one);
}

static SkValue tvt_subst(SkValue self, SkValue arg) {
    (void)self;
    (void)arg;
    return sk_raise(sk_exc_TypeError, "Substitution of bare TypeVarTuple is not supported");
}

// *tuple[X, ...] among the arguments: its position, or -1, and X; -2 with an exception.
static int64_t open_tuple(SkValue given, SkValue *fill) {
    int64_t at = -1;
    for (size_t i = 0; i < sk_tuple_len(given); i++) {
        SkValue arg = sk_tuple_peek(given, i);
        if (sk_is_type(arg)) continue;
        SK_AUTO SkValue inner = sk_getattr_opt(arg, SK_N(__typing_unpacked_tuple_args__));
        if (sk_is_empty(inner) && sk_error_occurred()) return -2;
        if (sk_is_empty(inner) || !sk_is_tuple(inner) || sk_tuple_len(inner) != 2 || !sk_is(sk_tuple_peek(inner, 1), SK_ELLIPSIS)) continue;
        if (at >= 0) {
            sk_raise(sk_exc_TypeError, "More than one unpacked arbitrary-length tuple argument");
            return -2;
        }
        at = (int64_t)i;
        *fill = sk_retain(sk_tuple_peek(inner, 0));
    }
    return at;
}

static bool append_times(SkValue list, SkValue v, int64_t n) {
    while (n-- > 0)
        if (!sk_list_append(list, v)) return false;
    return true;
}
static bool append_range(SkValue list, SkValue tuple, int64_t from, int64_t to) {
    for (int64_t i = from; i < to; i++)
        if (!sk_list_append(list, sk_tuple_peek(tuple, (size_t)i))) return false;
    return true;
}

static SkValue default_members(SkValue self) {
    SK_AUTO SkValue d = get_default(self, NULL);
    if (sk_is_empty(d)) return SK_EMPTY;
    SK_AUTO SkValue inner = sk_getattr_opt(d, SK_N(__typing_unpacked_tuple_args__));
    if (sk_is_empty(inner) && sk_error_occurred()) return SK_EMPTY;
    if (!sk_is_empty(inner) && sk_is_tuple(inner) && sk_tuple_len(inner) && !sk_is(sk_tuple_peek(inner, sk_tuple_len(inner) - 1), SK_ELLIPSIS))
        return sk_move(&inner);
    return sk_tuple_pack(1, d);
}

// Makes of the arguments one tuple for this parameter, between those for the parameters before and after it.
static SkValue tvt_prepare(SkValue self, const SkValue *args, size_t n) {
    if (!sk_check_nargs("__typing_prepare_subst__", n, 2, 2)) return SK_EMPTY;
    SkValue alias = args[0];
    size_t index, nparams, nargs;
    SK_AUTO SkValue params = SK_EMPTY;
    SK_AUTO SkValue given = sk_to_tuple(args[1]);
    if (sk_is_empty(given) || !locate(self, alias, given, &index, &nparams, &nargs, &params)) return SK_EMPTY;
    for (size_t i = index + 1; i < nparams; i++)
        if (sk_has_index(sk_tuple_peek(params, i), SK_T_TYPE_VAR_TUPLE))
            return sk_raise(sk_exc_TypeError, "More than one TypeVarTuple parameter in %S", alias);
    int64_t alen = (int64_t)nargs, before = (int64_t)index, after = (int64_t)(nparams - index - 1), left = before, right = after;
    SK_AUTO SkValue fill = SK_EMPTY;
    int64_t open = open_tuple(given, &fill);
    if (open == -2) return SK_EMPTY;
    if (open >= 0) {
        if (open < left) left = open;
        if (alen - open - 1 < right) right = alen - open - 1;
    } else if (left + right > alen) {
        return sk_raise(sk_exc_TypeError, "Too few arguments for %S; actual %zu, expected at least %zu", alias, nargs, nparams - 1);
    }
    SK_AUTO SkValue own = left == alen - right && sk_is_true(has_default(self)) ? default_members(self)
                                                                               : sk_tuple_slice(given, (size_t)left, (size_t)(alen - right));
    SK_AUTO SkValue out = sk_is_empty(own) ? SK_EMPTY : sk_list_new(nparams);
    if (sk_is_empty(out) || !append_range(out, given, 0, left) || !append_times(out, fill, before - left) || !sk_list_append(out, own) ||
        !append_times(out, fill, after - right) || !append_range(out, given, alen - right, alen))
        return SK_EMPTY;
    return sk_list_to_tuple(out);
}

static const SkMethodDef tvt_methods[] = {
    {.name = "__typing_subst__", .kind = SK_ONEARG, .onearg = tvt_subst, .sig = "(arg, /)"},
    {.name = "__typing_prepare_subst__", .kind = SK_FAST, .fast = tvt_prepare, .sig = "(alias, args, /)"},
    COMMON_METHODS,
    {0},
};
static const SkGetSetDef tvt_getset[] = {
    {"__dict__", sk_get_dict_attr, NULL, NULL, NULL},
    {"__name__", get_name, sk_readonly_member, NULL, NULL},
    DEFAULT_GETSET,
    {0},
};

SkType sk_type_var_tuple_type = {
    SK_TYPE_HEAD(SK_T_TYPE_VAR_TUPLE, sizeof(Parameter), parameter_trace, parameter_clear, parameter_destroy),
    .name = "typing.TypeVarTuple",
    .doc = "A type variable for any number of types.",
    .flags = SK_TF_HAS_DICT | SK_TF_WEAKREF,
    .shape_offset = offsetof(Parameter, attributes),
    .new_ = tvt_new,
    .repr = tvt_repr,
    .iter = tvt_iter,
    .methods = tvt_methods,
    .getset = tvt_getset,
};
