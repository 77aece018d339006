// _ast: the classes of syntax tree nodes, made from the table in core/front/ast.def.
//
// The tables below are written by the first import, under the import lock, and never again: whoever reaches them has
// imported the module or got the hooks from it, both of which order the writes before.
#include "modules/_ast.h"

#include <string.h>

#include "modules/builtins.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkInstance attributes;
} AstObject;

enum { MAX_FIELDS = 8, MAX_ENUM = 16, ENUMS = 5 };

static const char *const enum_types[ENUMS] = {"expr_context", "boolop", "operator", "unaryop", "cmpop"};
static const char *const attribute_names[4] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
static SkValue node_classes[SK_AST_KIND_COUNT], sum_classes[SK_AST_SUM_COUNT];
static SkValue field_names[SK_AST_KIND_COUNT][MAX_FIELDS], position_names[4];
static SkValue enum_bases[ENUMS], enum_classes[ENUMS][MAX_ENUM], enum_instances[ENUMS][MAX_ENUM];

SkValue sk_ast_class(SkAstKind kind) { return node_classes[kind]; }
SkValue sk_ast_sum_class(SkAstSum sum) { return sum_classes[sum]; }
SkValue sk_ast_field_name(SkAstKind kind, unsigned field) { return field_names[kind][field]; }
SkValue sk_ast_attribute_name(unsigned i) { return position_names[i]; }

static int enum_index(const char *type) {
    for (int i = 0; i < ENUMS; i++)
        if (!strcmp(enum_types[i], type)) return i;
    return -1;
}

SkValue sk_ast_enum_instance(const char *type, unsigned value) { return enum_instances[enum_index(type)][value]; }

int sk_ast_enum_value(const char *type, SkValue v) {
    int e = enum_index(type);
    for (int i = 0; i < MAX_ENUM && !sk_is_empty(enum_classes[e][i]); i++)
        if (sk_is_instance_of(v, sk_as_type(enum_classes[e][i]))) return i;
    return -1;
}

// ---- the base class ------------------------------------------------------------------------------------------------------

static void ast_trace(SkObject *o, SkVisit visit, void *arg) { sk_instance_trace(o, visit, arg); }
static void ast_clear(SkObject *o) { sk_instance_clear(o); }
static void ast_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkValue ast_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return sk_counted(sk_type_alloc(type, 0));
}

// The class's _fields as a tuple; empty where there are none.
static SkValue fields_of(SkValue self) {
    SK_AUTO SkValue f = sk_getattr_opt_s(sk_type_value(sk_type_of(self)), "_fields");
    if (sk_is_empty(f)) return sk_error_occurred() ? SK_EMPTY : sk_retain(sk_empty_tuple());
    return sk_own(sk_to_tuple(f));
}

static int list_contains(SkValue tuple, SkValue name) {
    for (size_t i = 0; i < sk_tuple_len(tuple); i++) {
        int eq = sk_compare_bool(sk_tuple_peek(tuple, i), name, SK_EQ);
        if (eq) return eq;
    }
    return 0;
}

// What a field has that was not given: an empty list, Load(), nothing (the class's None), or a warning.
static bool default_field(SkValue self, SkValue types, SkValue name) {
    SK_AUTO SkValue type = sk_is_dict(types) ? sk_dict_get(types, name) : SK_EMPTY;
    if (sk_is_empty(type)) return !sk_error_occurred();
    SK_AUTO SkValue origin = sk_getattr_opt_s(type, "__origin__");
    if (sk_is_empty(origin) && sk_error_occurred()) return false;
    if (!sk_is_empty(origin) && sk_is(origin, sk_type_value(&sk_list_type))) {
        SK_AUTO SkValue list = sk_list_new(0);
        return !sk_is_empty(list) && sk_setattr(self, name, list);
    }
    if (sk_is(type, enum_bases[0])) return sk_setattr(self, name, enum_instances[0][0]);
    if (!sk_is_type(type)) return true;
    return sk_warn(sk_exc_DeprecationWarning, 1,
                   "%.400T.__init__ missing 1 required positional argument: %R. This will become an error in Python 3.15.", self, name);
}

static bool ast_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue fields = fields_of(self);
    if (sk_is_empty(fields)) return false;
    size_t nfields = sk_tuple_len(fields);
    if (nargs > nfields)
        return sk_raise_false(sk_exc_TypeError, "%.400T constructor takes at most %zu positional argument%s", self, nfields,
                              nfields == 1 ? "" : "s");
    for (size_t i = 0; i < nargs; i++)
        if (!sk_setattr(self, sk_tuple_peek(fields, i), args[i])) return false;
    SK_AUTO SkValue attributes = sk_getattr_opt_s(sk_type_value(sk_type_of(self)), "_attributes");
    if (sk_is_empty(attributes) && sk_error_occurred()) return false;
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        int known = 0;
        for (size_t i = 0; i < nfields && !known; i++) {
            if ((known = sk_compare_bool(sk_tuple_peek(fields, i), name, SK_EQ)) < 0) return false;
            if (known && i < nargs) return sk_raise_false(sk_exc_TypeError, "%.400T got multiple values for argument %R", self, name);
        }
        if (!known && !sk_is_empty(attributes) && (known = sk_contains(attributes, name)) < 0) return false;
        if (!known && !sk_warn(sk_exc_DeprecationWarning, 1,
                               "%.400T.__init__ got an unexpected keyword argument %R. Support for arbitrary keyword arguments is "
                               "deprecated and will be removed in Python 3.15.", self, name))
            return false;
        if (!sk_setattr(self, name, args[nargs + k])) return false;
    }
    if (nargs == nfields) return true;
    SK_AUTO SkValue types = sk_getattr_opt_s(sk_type_value(sk_type_of(self)), "_field_types");
    if (sk_is_empty(types) && sk_error_occurred()) return false;
    for (size_t i = nargs; i < nfields; i++) {
        SkValue name = sk_tuple_peek(fields, i);
        int given = nkw ? list_contains(kwnames, name) : 0;
        if (given < 0 || (!given && !default_field(self, types, name))) return false;
    }
    return true;
}

static SkValue ast_reduce(SkValue self) {
    SK_AUTO SkValue d = sk_instance_dict(self);
    if (sk_is_empty(d)) return d;
    SK_AUTO SkValue copy = sk_dict_copy(d);
    if (sk_is_empty(copy)) return copy;
    // Positional Nones spare the warning about what is missing; the state brings the values.
    SK_AUTO SkValue fields = fields_of(self);
    if (sk_is_empty(fields)) return fields;
    SkTuple *args = sk_tuple_alloc(sk_tuple_len(fields));
    if (!args) return SK_EMPTY;
    for (size_t i = 0; i < args->length; i++) sk_tuple_init(args, i, SK_NONE);
    SK_AUTO SkValue none = sk_counted(args);
    size_t n = 0;
    while (n < sk_tuple_len(fields)) {
        int has = sk_dict_contains(copy, sk_tuple_peek(fields, n));
        if (has < 0) return SK_EMPTY;
        if (!has) break;
        n++;
    }
    SK_AUTO SkValue given = sk_tuple_slice(none, 0, n);
    if (sk_is_empty(given)) return given;
    return sk_tuple_pack(3, sk_type_value(sk_type_of(self)), given, copy);
}

static SkValue ast_replace(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_check_nargs("__replace__", nargs, 0, 0)) return SK_EMPTY;
    SK_AUTO SkValue d = sk_instance_dict(self);
    SK_AUTO SkValue copy = sk_is_empty(d) ? SK_EMPTY : sk_dict_copy(d);
    if (sk_is_empty(copy)) return SK_EMPTY;
    for (size_t k = 0; !sk_is_empty(kwnames) && k < sk_tuple_len(kwnames); k++)
        if (!sk_dict_set(copy, sk_tuple_peek(kwnames, k), args[k])) return SK_EMPTY;
    return sk_call_tuple(sk_type_value(sk_type_of(self)), sk_empty_tuple(), copy);
}

static const SkMethodDef ast_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = ast_reduce, .doc = "For pickle and copy."},
    {.name = "__replace__", .kind = SK_KW, .kw = ast_replace, .doc = "Return a copy of the node with some fields replaced."},
    {0},
};
static const SkGetSetDef ast_getset[] = {
    {.name = "__dict__", .get = sk_get_dict_attr, .set = sk_set_dict_attr},
    {0},
};

static SkType ast_type = {
    SK_TYPE_HEAD(0, sizeof(AstObject), ast_trace, ast_clear, ast_destroy),
    .name = "ast.AST",
    .doc = "The base class of all nodes.",
    .flags = SK_TF_BASE | SK_TF_HAS_DICT,
    .shape_offset = offsetof(AstObject, attributes),
    .new_ = ast_new,
    .init = ast_init,
    .methods = ast_methods,
    .getset = ast_getset,
};

// ---- making the classes --------------------------------------------------------------------------------------------------

static SkValue names_tuple(const char *const *names, size_t n) {
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, sk_retain(sk_intern_s(names[i])));
    return sk_counted(t);
}

static bool set_steal(SkValue dict, const char *key, SkValue v) {
    bool ok = !sk_is_empty(v) && sk_dict_set_s(dict, key, v);
    sk_release(v);
    return ok;
}

// A class whose body is `dict` (taken); immortal.
static SkValue make_class(const char *name, SkValue base, SkValue dict) {
    SK_AUTO SkValue body = dict;
    SK_AUTO SkValue text = sk_str_from(name);
    SK_AUTO SkValue bases = sk_tuple_pack(1, base);
    if (sk_is_empty(text) || sk_is_empty(bases) || !set_steal(body, "__module__", sk_str_from("ast"))) return SK_EMPTY;
    SkValue cls = sk_type_new_class(text, bases, body);
    if (!sk_is_empty(cls)) sk_make_immortal(sk_ptr(cls));
    return cls;
}

static SkValue plain_body(void) {
    SkValue d = sk_dict_new();
    if (sk_is_empty(d) || (set_steal(d, "_fields", names_tuple(NULL, 0)) && set_steal(d, "__match_args__", names_tuple(NULL, 0)))) return d;
    sk_release(d);
    return SK_EMPTY;
}

static bool make_sums(void) {
    for (int s = 0; s < SK_AST_SUM_COUNT; s++) {
        SkValue d = plain_body();
        if (sk_is_empty(d)) return false;
        bool ok = set_steal(d, "_attributes", names_tuple(attribute_names, sk_ast_sums[s].attributes ? 4 : 0));
        for (int i = 2; ok && sk_ast_sums[s].attributes && i < 4; i++) ok = sk_dict_set_s(d, attribute_names[i], SK_NONE);
        if (!ok) return sk_release(d), false;
        sum_classes[s] = make_class(sk_ast_sums[s].name, sk_type_value(&ast_type), d);
        if (sk_is_empty(sum_classes[s])) return false;
    }
    return true;
}

static bool make_enums(void) {
    for (int e = 0; e < ENUMS; e++) {
        SkValue d = plain_body();
        if (sk_is_empty(d)) return false;
        enum_bases[e] = make_class(enum_types[e], sk_type_value(&ast_type), d);
        if (sk_is_empty(enum_bases[e])) return false;
        const char *name;
        for (unsigned i = 0; i < MAX_ENUM && (name = sk_ast_enum_name(enum_types[e], i)); i++) {
            d = sk_dict_new();
            if (sk_is_empty(d)) return false;
            enum_classes[e][i] = make_class(name, enum_bases[e], d);
            if (sk_is_empty(enum_classes[e][i])) return false;
            SkValue one = sk_call0(enum_classes[e][i]);
            if (sk_is_empty(one)) return false;
            enum_instances[e][i] = sk_own(one);
            sk_make_immortal(sk_ptr(enum_instances[e][i]));
        }
    }
    return true;
}

static SkValue class_named(const char *type) {
    for (int s = 0; s < SK_AST_SUM_COUNT; s++)
        if (!strcmp(sk_ast_sums[s].name, type)) return sum_classes[s];
    for (int k = 0; k < SK_AST_KIND_COUNT; k++)   // product types: the class bears the type's name
        if (!strcmp(sk_ast_info(k)->name, type)) return node_classes[k];
    int e = enum_index(type);
    if (e >= 0) return enum_bases[e];
    if (!strcmp(type, "int")) return sk_type_value(&sk_int_type);
    if (!strcmp(type, "constant")) return sk_type_value(&sk_object_type);
    return sk_type_value(&sk_str_type);
}

static bool is_list_form(int form) {
    return form == SK_FORM_SEQ || form == SK_FORM_SEQ_OPT || form == SK_FORM_NAME_SEQ || form == SK_FORM_ENUM_SEQ;
}
static bool is_optional_form(int form, const SkAstField *f) {
    return form == SK_FORM_OPT || form == SK_FORM_NAME_OPT || form == SK_FORM_STR_OPT ||
           (form == SK_FORM_INT && !strcmp(f->name, "level"));
}

// A product type stands directly below AST, with attributes of its own.
static bool is_product(const SkAstInfo *info) { return !strcmp(info->name, sk_ast_sums[info->sum].name); }

static SkValue field_types(SkAstKind kind) {
    const SkAstInfo *info = sk_ast_info(kind);
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    for (unsigned i = 0; i < info->field_count; i++) {
        const SkAstField *f = &info->fields[i];
        SkValue type = class_named(f->type);
        SK_AUTO SkValue t = is_list_form(f->form)           ? sk_generic_alias_new(sk_type_value(&sk_list_type), type)
                            : is_optional_form(f->form, f) ? sk_own(sk_binary(SK_OP_OR, type, SK_NONE))
                                                            : sk_retain(type);
        if (sk_is_empty(t) || !sk_dict_set(d, field_names[kind][i], t)) return SK_EMPTY;
    }
    return sk_move(&d);
}

static bool make_node(SkAstKind kind) {
    const SkAstInfo *info = sk_ast_info(kind);
    const char *names[MAX_FIELDS] = {0};
    sk_assert(info->field_count <= MAX_FIELDS);
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return false;
    for (unsigned i = 0; i < info->field_count; i++) {
        names[i] = info->fields[i].name;
        field_names[kind][i] = sk_intern_s(names[i]);
        if (is_optional_form(info->fields[i].form, &info->fields[i]) && !sk_dict_set(d, field_names[kind][i], SK_NONE)) return false;
    }
    if (!set_steal(d, "_fields", names_tuple(names, info->field_count)) ||
        !set_steal(d, "__match_args__", names_tuple(names, info->field_count)))
        return false;
    if (is_product(info)) {
        node_classes[kind] = sum_classes[info->sum];
        size_t pos = 0;
        SkValue key, value;
        bool ok = true;
        while (ok && sk_dict_next(d, &pos, &key, &value)) {
            ok = sk_setattr(node_classes[kind], key, value);
            sk_release(key);
            sk_release(value);
        }
        return ok;
    }
    node_classes[kind] = make_class(info->name, sum_classes[info->sum], sk_move(&d));
    return !sk_is_empty(node_classes[kind]);
}

static bool make_classes(void) {
    SK_AUTO SkValue none = sk_empty_tuple();
    SkValue base = sk_type_value(&ast_type);
    ast_type.flags &= ~(uint32_t)SK_TF_IMMUTABLE;   // a class like any other; nobody has seen it yet
    if (!sk_setattr_s(base, "_fields", none) || !sk_setattr_s(base, "_attributes", none) || !sk_setattr_s(base, "__match_args__", none))
        return false;
    for (int i = 0; i < 4; i++) position_names[i] = sk_intern_s(attribute_names[i]);
    if (!make_sums() || !make_enums()) return false;
    for (int k = 0; k < SK_AST_KIND_COUNT; k++)
        if (!make_node(k)) return false;
    for (int k = 0; k < SK_AST_KIND_COUNT; k++) {
        SK_AUTO SkValue types = field_types(k);
        if (sk_is_empty(types) || !sk_setattr_s(node_classes[k], "_field_types", types)) return false;
    }
    return true;
}

static bool is_tree(SkValue v) { return sk_is_instance_of(v, &ast_type); }

static bool exec(SkValue m) {
    if (!sk_module_add_type(m, &ast_type)) return false;
    if (!sk_ast_hooks.to_python && !make_classes()) return false;
    for (int s = 0; s < SK_AST_SUM_COUNT; s++)
        if (!sk_module_add(m, sk_ast_sums[s].name, sum_classes[s])) return false;
    for (int k = 0; k < SK_AST_KIND_COUNT; k++)
        if (!sk_module_add(m, sk_ast_info(k)->name, node_classes[k])) return false;
    for (int e = 0; e < ENUMS; e++) {
        if (!sk_module_add(m, enum_types[e], enum_bases[e])) return false;
        for (int i = 0; i < MAX_ENUM && !sk_is_empty(enum_classes[e][i]); i++)
            if (!sk_module_add(m, sk_ast_enum_name(enum_types[e], (unsigned)i), enum_classes[e][i])) return false;
    }
    if (!sk_module_add_int(m, "PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000) || !sk_module_add_int(m, "PyCF_ONLY_AST", 0x400) ||
        !sk_module_add_int(m, "PyCF_TYPE_COMMENTS", 0x1000) || !sk_module_add_int(m, "PyCF_OPTIMIZED_AST", 0x8400))
        return false;
    sk_ast_hooks.is_tree = is_tree;
    sk_ast_hooks.from_python = sk_ast_from_python;
    sk_ast_hooks.to_python = sk_ast_to_python;
    return true;
}

const SkModuleDef sk_module__ast = {"_ast", "The classes of syntax tree nodes.", NULL, exec};
