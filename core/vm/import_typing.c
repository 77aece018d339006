// The library's typing of 3.11 with the runtime's own type parameters. `class C[T]` makes T of the native TypeVar; a typing
// that brings its own class of that name would not know it. So a typing without TypeAliasType (3.12) gets the native types,
// and its own variables (AnyStr, T_co, ...) are made again of them.
#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/typing.h"

// An older typing takes what newer class namespaces hold for members of protocols.
static bool exclude_entries(SkValue dict) {
    static const char *const entries[] = {"__firstlineno__", "__static_attributes__", "__annotate__", "__annotate_func__",
                                          "__annotations_cache__", "__type_params__"};
    SK_AUTO SkValue excluded = sk_dict_get_s(dict, "EXCLUDED_ATTRIBUTES");
    if (sk_is_empty(excluded)) return !sk_error_occurred();
    if (sk_is_frozenset(excluded)) {   // from 3.12 on
        SK_AUTO SkValue more = sk_list_new(0);
        for (size_t i = 0; i < SK_COUNT_OF(entries); i++)
            if (sk_is_empty(more) || !sk_list_append_steal(more, sk_intern_s(entries[i]))) return false;
        SK_AUTO SkValue set = sk_call1(sk_type_value(&sk_frozenset_type), more);
        SK_AUTO SkValue both = sk_is_empty(set) ? SK_EMPTY : sk_binary(SK_OP_OR, excluded, set);
        return !sk_is_empty(both) && sk_dict_set_s(dict, "EXCLUDED_ATTRIBUTES", both);
    }
    if (!sk_is_list(excluded)) return true;
    for (size_t i = 0; i < SK_COUNT_OF(entries); i++) {
        SK_AUTO SkValue name = sk_intern_s(entries[i]);
        if (sk_is_empty(name) || !sk_list_append(excluded, name)) return false;
    }
    return true;
}

// A native TypeVar like the given one of another class: counted.
static SkValue remake(SkValue old) {
    SK_AUTO SkValue name = sk_getattr(old, SK_N(__name__)), constraints = sk_getattr_s(old, "__constraints__");
    SK_AUTO SkValue bound = sk_getattr_s(old, "__bound__"), covariant = sk_getattr_s(old, "__covariant__");
    SK_AUTO SkValue contravariant = sk_getattr_s(old, "__contravariant__"), kwargs = sk_dict_new();
    if (sk_is_empty(name) || !sk_is_tuple(constraints) || sk_is_empty(bound) || sk_is_empty(covariant) ||
        sk_is_empty(contravariant) || sk_is_empty(kwargs))
        return SK_EMPTY;
    if ((!sk_is_none(bound) && !sk_dict_set_s(kwargs, "bound", bound)) || !sk_dict_set_s(kwargs, "covariant", covariant) ||
        !sk_dict_set_s(kwargs, "contravariant", contravariant))
        return SK_EMPTY;
    SK_AUTO SkValue first = sk_tuple_pack(1, name);
    SK_AUTO SkValue args = sk_is_empty(first) ? SK_EMPTY : sk_binary(SK_OP_ADD, first, constraints);
    SkValue made = sk_is_empty(args) ? SK_EMPTY : sk_call_tuple(sk_type_value(&sk_type_var_type), args, kwargs);
    SK_AUTO SkValue module = sk_intern_s("typing");
    if (!sk_is_empty(made) && !sk_setattr(made, SK_N(__module__), module)) sk_error_clear();
    return made;
}

static bool remake_variables(SkValue dict, SkValue old_class) {
    SkValue key, value;
    size_t pos = 0;
    SK_AUTO SkValue snapshot = sk_dict_copy(dict);
    if (sk_is_empty(snapshot)) return false;
    while (sk_dict_next(snapshot, &pos, &key, &value)) {
        SK_AUTO SkValue name = key, old = value;
        if (!sk_is(sk_type_value(sk_type_of(old)), old_class)) continue;
        SK_AUTO SkValue made = remake(old);
        if (sk_is_empty(made) || !sk_dict_set(dict, name, made)) return false;
        if (!sk_str_equals_ascii(name, "AnyStr")) continue;
        SK_AUTO SkValue io = sk_dict_get_s(dict, "IO"), parameters = sk_tuple_pack(1, made);
        if (sk_is_empty(io) || sk_is_empty(parameters) || !sk_setattr_s(io, "__parameters__", parameters)) return false;
    }
    return true;
}

static bool export_name(SkValue dict, const char *name, SkValue value) {
    SK_AUTO SkValue text = sk_intern_s(name), all = sk_dict_get_s(dict, "__all__");
    return !sk_is_empty(text) && sk_dict_set(dict, text, value) && (!sk_is_list(all) || sk_list_append(all, text));
}

bool sk_join_typing(SkValue dict) {
    if (!exclude_entries(dict)) return false;
    SK_AUTO SkValue alias = sk_dict_get_s(dict, "TypeAliasType");
    if (!sk_is_empty(alias) || sk_error_occurred()) return !sk_error_occurred();
    SK_AUTO SkValue old_class = sk_dict_get_s(dict, "TypeVar");
    if (!sk_is_type(old_class)) return !sk_error_occurred();
    static const struct { const char *name; SkType *type; } natives[] = {
        {"TypeVar", &sk_type_var_type}, {"TypeVarTuple", &sk_type_var_tuple_type}, {"ParamSpec", &sk_param_spec_type},
        {"ParamSpecArgs", &sk_param_spec_args_type}, {"ParamSpecKwargs", &sk_param_spec_kwargs_type},
    };
    for (size_t i = 0; i < SK_COUNT_OF(natives); i++)
        if (!sk_dict_set_s(dict, natives[i].name, sk_type_value(natives[i].type))) return false;
    return remake_variables(dict, old_class) && export_name(dict, "TypeAliasType", sk_type_value(&sk_type_alias_type)) &&
           export_name(dict, "NoDefault", sk_no_default());
}
