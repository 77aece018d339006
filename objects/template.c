// string.templatelib's Template, its iterator, and Interpolation (PEP 750). All immutable: fields are never replaced.
#include "objects/template.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot strings;         // tuple of str, one more than interpolations
    SkSlot interpolations;  // tuple
} Template;

typedef struct {
    SkObject header;
    SkSlot value, expression, conversion, format_spec;
} Interpolation;

typedef struct {
    SkObject header;
    SkSlot owner;
    _Atomic uint64_t next;  // 2i: strings[i], 2i + 1: interpolations[i]; claimed by compare-and-swap
} TemplateIter;

static Template *as_template(SkValue v) { return (Template *)sk_ptr(v); }
static Interpolation *as_interpolation(SkValue v) { return (Interpolation *)sk_ptr(v); }
static SkValue strings_of(SkValue v) { return sk_slot_peek(&as_template(v)->strings); }
static SkValue interpolations_of(SkValue v) { return sk_slot_peek(&as_template(v)->interpolations); }

// ---- interpolations ---------------------------------------------------------------------------------------------------

static void interpolation_trace(SkObject *o, SkVisit visit, void *arg) {
    Interpolation *p = (Interpolation *)o;
    SkSlot *slots[] = {&p->value, &p->expression, &p->conversion, &p->format_spec};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
}
static void interpolation_clear(SkObject *o) { sk_slot_set(o, &((Interpolation *)o)->value, SK_NONE); }
static void interpolation_destroy(SkObject *o) {
    Interpolation *p = (Interpolation *)o;
    SkSlot *slots[] = {&p->value, &p->expression, &p->conversion, &p->format_spec};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_object_free(o, sizeof *p);
}

SkValue sk_interpolation_new(SkValue value, SkValue expression, SkValue conversion, SkValue format_spec) {
    Interpolation *p = (Interpolation *)sk_container_new(&sk_interpolation_type.head, sizeof *p);
    if (!p) return sk_raise_memory();
    sk_slot_init(&p->value, sk_retain(value));
    sk_slot_init(&p->expression, sk_is_empty(expression) ? sk_names.empty : sk_retain(expression));
    sk_slot_init(&p->conversion, sk_is_empty(conversion) ? SK_NONE : sk_retain(conversion));
    sk_slot_init(&p->format_spec, sk_is_empty(format_spec) ? sk_names.empty : sk_retain(format_spec));
    return sk_counted(p);
}

static SkValue interpolation_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    if (!sk_bind("Interpolation", "(value, expression='', conversion=None, format_spec='')", &sig, args, nargs, kwnames, a))
        return SK_EMPTY;
    if (!sk_is_empty(a[1]) && !sk_is_str(a[1])) return sk_raise_bad_argument("Interpolation", "argument 'expression'", "str", a[1]);
    if (!sk_is_empty(a[2]) && !sk_is_none(a[2])) {
        if (!sk_is_str(a[2])) return sk_raise_bad_argument("Interpolation", "argument 'conversion'", "str", a[2]);
        if (!sk_str_equals_ascii(a[2], "s") && !sk_str_equals_ascii(a[2], "a") && !sk_str_equals_ascii(a[2], "r"))
            return sk_raise(sk_exc_ValueError, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
    }
    if (!sk_is_empty(a[3]) && !sk_is_str(a[3])) return sk_raise_bad_argument("Interpolation", "argument 'format_spec'", "str", a[3]);
    return sk_interpolation_new(a[0], a[1], a[2], a[3]);
}

static SkValue interpolation_repr(SkValue v) {
    Interpolation *p = as_interpolation(v);
    return sk_str_format("Interpolation(%R, %R, %R, %R)", sk_slot_peek(&p->value), sk_slot_peek(&p->expression),
                         sk_slot_peek(&p->conversion), sk_slot_peek(&p->format_spec));
}

static SkValue interpolation_reduce(SkValue v) {
    Interpolation *p = as_interpolation(v);
    SK_AUTO SkValue args = sk_tuple_pack(4, sk_slot_peek(&p->value), sk_slot_peek(&p->expression), sk_slot_peek(&p->conversion),
                                         sk_slot_peek(&p->format_spec));
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(&sk_interpolation_type), args);
}

static const SkMethodDef interpolation_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = interpolation_reduce, .sig = "()", .doc = "What pickle needs."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkMemberDef interpolation_members[] = {
    {"value", SK_MEMBER_OBJECT, offsetof(Interpolation, value), true, "Value"},
    {"expression", SK_MEMBER_OBJECT, offsetof(Interpolation, expression), true, "Expression"},
    {"conversion", SK_MEMBER_OBJECT, offsetof(Interpolation, conversion), true, "Conversion"},
    {"format_spec", SK_MEMBER_OBJECT, offsetof(Interpolation, format_spec), true, "Format specifier"},
    {0},
};

SkType sk_interpolation_type = {
    SK_TYPE_HEAD(SK_T_INTERPOLATION, sizeof(Interpolation), interpolation_trace, interpolation_clear, interpolation_destroy),
    .name = "string.templatelib.Interpolation",
    .doc = "Interpolation object",
    .new_ = interpolation_new,
    .repr = interpolation_repr,
    .methods = interpolation_methods,
    .members = interpolation_members,
};

// ---- templates ----------------------------------------------------------------------------------------------------------

static void template_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Template *)o)->strings, visit, arg);
    sk_slot_visit(&((Template *)o)->interpolations, visit, arg);
}
static void template_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Template *)o)->strings);
    sk_slot_destroy(o, &((Template *)o)->interpolations);
    sk_object_free(o, sizeof(Template));
}

SkValue sk_template_new(SkValue strings, SkValue interpolations) {
    Template *t = (Template *)sk_container_new(&sk_template_type.head, sizeof *t);
    if (!t) return sk_raise_memory();
    sk_slot_init(&t->strings, sk_retain(strings));
    sk_slot_init(&t->interpolations, sk_retain(interpolations));
    return sk_counted(t);
}

static SkValue template_from_lists(SkValue strings, SkValue interpolations) {
    SK_AUTO SkValue s = sk_list_to_tuple(strings);
    SK_AUTO SkValue i = sk_is_empty(s) ? SK_EMPTY : sk_list_to_tuple(interpolations);
    return sk_is_empty(i) ? SK_EMPTY : sk_template_new(s, i);
}

static SkValue template_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)) return sk_raise(sk_exc_TypeError, "Template.__new__ only accepts *args arguments");
    SK_AUTO SkValue strings = sk_list_new(nargs + 1);
    SK_AUTO SkValue interpolations = sk_is_empty(strings) ? SK_EMPTY : sk_list_new(nargs);
    SK_AUTO SkValue pending = sk_names.empty;
    if (sk_is_empty(interpolations)) return SK_EMPTY;
    for (size_t i = 0; i < nargs; i++) {
        if (sk_is_str(args[i])) {
            SkValue joined = sk_str_len(pending) ? sk_str_concat(pending, args[i]) : sk_retain(args[i]);
            if (sk_is_empty(joined)) return SK_EMPTY;
            sk_release(pending);
            pending = joined;
        } else if (sk_has_index(args[i], SK_T_INTERPOLATION)) {
            if (!sk_list_append(strings, pending) || !sk_list_append(interpolations, args[i])) return SK_EMPTY;
            sk_release(pending);
            pending = sk_names.empty;
        } else {
            return sk_raise(sk_exc_TypeError, "Template.__new__ *args need to be of type 'str' or 'Interpolation', got %T", args[i]);
        }
    }
    if (!sk_list_append(strings, pending)) return SK_EMPTY;
    return template_from_lists(strings, interpolations);
}

static SkValue template_concat(SkValue a, SkValue b) {
    if (!sk_has_index(a, SK_T_TEMPLATE) || !sk_has_index(b, SK_T_TEMPLATE))
        return sk_raise(sk_exc_TypeError, "can only concatenate string.templatelib.Template (not \"%T\") to string.templatelib.Template", b);
    SkValue sa = strings_of(a), sb = strings_of(b);
    size_t na = sk_tuple_len(sa), nb = sk_tuple_len(sb);
    SK_AUTO SkValue middle = sk_str_concat(sk_tuple_peek(sa, na - 1), sk_tuple_peek(sb, 0));
    if (sk_is_empty(middle)) return SK_EMPTY;
    SkTuple *strings = sk_tuple_alloc(na + nb - 1);
    if (!strings) return SK_EMPTY;
    SK_AUTO SkValue s = sk_counted(strings);
    for (size_t i = 0; i + 1 < na; i++) sk_tuple_init(strings, i, sk_retain(sk_tuple_peek(sa, i)));
    sk_tuple_init(strings, na - 1, sk_move(&middle));
    for (size_t i = 1; i < nb; i++) sk_tuple_init(strings, na - 1 + i, sk_retain(sk_tuple_peek(sb, i)));
    SK_AUTO SkValue i = sk_binary(SK_OP_ADD, interpolations_of(a), interpolations_of(b));
    return sk_is_empty(i) ? SK_EMPTY : sk_template_new(s, i);
}

static SkValue template_repr(SkValue v) {
    return sk_str_format("Template(strings=%R, interpolations=%R)", strings_of(v), interpolations_of(v));
}

static SkValue template_iter(SkValue v) {
    TemplateIter *it = (TemplateIter *)sk_container_new(&sk_template_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->owner, sk_retain(v));
    return sk_counted(it);
}

static SkValue get_values(SkValue v, void *c) {
    (void)c;
    SkValue interpolations = interpolations_of(v);
    size_t n = sk_tuple_len(interpolations);
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < n; i++)
        sk_tuple_init(t, i, sk_retain(sk_slot_peek(&as_interpolation(sk_tuple_peek(interpolations, i))->value)));
    return sk_counted(t);
}

static SkValue template_reduce(SkValue v) {
    SK_AUTO SkValue module = sk_import("string.templatelib");
    SK_AUTO SkValue function = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "_template_unpickle");
    SK_AUTO SkValue args = sk_is_empty(function) ? SK_EMPTY : sk_tuple_pack(2, strings_of(v), interpolations_of(v));
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, function, args);
}

static const SkMethodDef template_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = template_reduce, .sig = "()", .doc = "What pickle needs."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkMemberDef template_members[] = {
    {"strings", SK_MEMBER_OBJECT, offsetof(Template, strings), true, "Strings"},
    {"interpolations", SK_MEMBER_OBJECT, offsetof(Template, interpolations), true, "Interpolations"},
    {0},
};
static const SkGetSetDef template_getset[] = {{"values", get_values, NULL, "Values of interpolations", NULL}, {0}};

SkType sk_template_type = {
    SK_TYPE_HEAD(SK_T_TEMPLATE, sizeof(Template), template_trace, NULL, template_destroy),
    .name = "string.templatelib.Template",
    .doc = "Template object",
    .new_ = template_new,
    .repr = template_repr,
    .iter = template_iter,
    .container = {.concat = template_concat},
    .methods = template_methods,
    .members = template_members,
    .getset = template_getset,
};

// ---- their iterator -----------------------------------------------------------------------------------------------------

static void iter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((TemplateIter *)o)->owner, visit, arg); }
static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((TemplateIter *)o)->owner);
    sk_object_free(o, sizeof(TemplateIter));
}

static SkValue iter_self(SkValue v) { return sk_dup(v); }

static SkValue iter_next(SkValue v) {
    TemplateIter *it = (TemplateIter *)sk_ptr(v);
    SkValue owner = sk_slot_peek(&it->owner);
    SkValue strings = strings_of(owner), interpolations = interpolations_of(owner);
    uint64_t end = sk_tuple_len(strings) + sk_tuple_len(interpolations);
    uint64_t at = sk_load_relaxed(&it->next);
    while (at < end) {
        if (!sk_cas_weak_relaxed(&it->next, &at, at + 1)) continue;
        SkValue item = sk_tuple_peek(at & 1 ? interpolations : strings, (size_t)(at / 2));
        if ((at & 1) || sk_str_len(item)) return sk_retain(item);
        at++;
    }
    return SK_EMPTY;
}

SkType sk_template_iter_type = {
    SK_TYPE_HEAD(SK_T_TEMPLATE_ITER, sizeof(TemplateIter), iter_trace, NULL, iter_destroy),
    .name = "string.templatelib.TemplateIter",
    .doc = "Template iterator object",
    .flags = SK_TF_NO_NEW,
    .iter = iter_self,
    .iternext = iter_next,
};

bool sk_templates_init(void) {
    SkValue names = sk_tuple_pack(4, sk_intern_s("value"), sk_intern_s("expression"), sk_intern_s("conversion"), sk_intern_s("format_spec"));
    return !sk_is_empty(names) && sk_dict_set_steal(sk_slot_peek(&sk_interpolation_type.dict), SK_N(__match_args__), names);
}
