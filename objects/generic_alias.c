// types.GenericAlias, and the substitution of type variables (PEP 585, 604, 646).
#include "objects/generic_alias.h"

#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/typing_internal.h"
#include "objects/union.h"

static SkGenericAlias *as_alias(SkValue v) { return (SkGenericAlias *)sk_ptr(v); }
static SkValue origin_of(SkValue v) { return sk_slot_peek(&as_alias(v)->origin); }
static SkValue args_of(SkValue v) { return sk_slot_peek(&as_alias(v)->args); }

static void alias_trace(SkObject *o, SkVisit visit, void *arg) {
    SkGenericAlias *a = (SkGenericAlias *)o;
    sk_slot_visit(&a->origin, visit, arg);
    sk_slot_visit(&a->args, visit, arg);
    sk_slot_visit(&a->parameters, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void alias_destroy(SkObject *o) {
    SkGenericAlias *a = (SkGenericAlias *)o;
    sk_slot_destroy(o, &a->origin);
    sk_slot_destroy(o, &a->args);
    sk_slot_destroy(o, &a->parameters);
    sk_instance_free(o, 0);
}

static SkValue make(SkType *type, SkValue origin, SkValue args, bool starred) {
    SK_AUTO SkValue tuple = sk_is_tuple(args) ? sk_retain(args) : sk_tuple_pack(1, args);
    if (sk_is_empty(tuple)) return SK_EMPTY;
    SkGenericAlias *a = (SkGenericAlias *)sk_type_alloc(type, 0);
    if (!a) return SK_EMPTY;
    sk_slot_init(&a->origin, sk_retain(origin));
    sk_slot_init(&a->args, sk_move(&tuple));
    a->starred = starred;
    return sk_counted(a);
}

SkValue sk_generic_alias_new(SkValue origin, SkValue args) { return make(&sk_generic_alias_type, origin, args, false); }

static SkValue alias_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("GenericAlias", kwnames) || !sk_check_nargs("GenericAlias", nargs, 2, 2)) return SK_EMPTY;
    return make(type, args[0], args[1], false);
}

// ---- parameters ------------------------------------------------------------------------------------------------------


static int64_t tuple_position(SkValue tuple, SkValue v) {
    for (size_t i = 0; i < sk_tuple_len(tuple); i++)
        if (sk_is(sk_tuple_peek(tuple, i), v)) return (int64_t)i;
    return -1;
}

static bool add_once(SkValue list, SkValue v) {
    for (size_t i = 0; i < sk_list_len(list); i++) {
        SK_AUTO SkValue there = sk_list_get(list, i);
        if (sk_is(there, v)) return true;
    }
    return sk_list_append(list, v);
}

static bool collect_parameters(SkValue list, SkValue args);

static bool collect_from(SkValue list, SkValue arg) {
    if (sk_is_type(arg)) return true;  // __parameters__ of a class is its own affair
    if (sk_is_tuple(arg) || sk_is_list(arg)) return collect_parameters(list, arg);
    int variable = sk_hasattr(arg, SK_N(__typing_subst__));
    if (variable) return variable > 0 && add_once(list, arg);
    SK_AUTO SkValue inner = sk_getattr_opt(arg, SK_N(__parameters__));
    if (sk_is_empty(inner)) return !sk_error_occurred();
    if (!sk_is_tuple(inner)) return true;
    for (size_t i = 0; i < sk_tuple_len(inner); i++)
        if (!add_once(list, sk_tuple_peek(inner, i))) return false;
    return true;
}

static bool collect_parameters(SkValue list, SkValue args) {
    SK_AUTO SkValue tuple = sk_to_tuple(args);
    if (sk_is_empty(tuple)) return false;
    for (size_t i = 0; i < sk_tuple_len(tuple); i++)
        if (!collect_from(list, sk_tuple_peek(tuple, i))) return false;
    return true;
}

SkValue sk_generic_parameters(SkValue args) {
    SK_AUTO SkValue list = sk_list_new(0);
    if (sk_is_empty(list) || !collect_parameters(list, args)) return SK_EMPTY;
    return sk_list_to_tuple(list);
}

static SkValue parameters_of(SkValue self) {
    SkGenericAlias *a = as_alias(self);
    SkValue known = sk_slot_get(&a->header, &a->parameters);
    if (!sk_is_empty(known)) return known;
    SkValue found = sk_generic_parameters(args_of(self));
    if (!sk_is_empty(found)) sk_slot_set(&a->header, &a->parameters, sk_retain(found));
    return found;
}

// ---- substitution ---------------------------------------------------------------------------------------------------------

// Appends item to list, or, for *tuple[A, B] (not *tuple[A, ...]), its members.
static bool append_unpacked(SkValue list, SkValue item) {
    if (sk_is_type(item)) return sk_list_append(list, item);
    SK_AUTO SkValue members = sk_getattr_opt(item, SK_N(__typing_unpacked_tuple_args__));
    if (sk_is_empty(members) && sk_error_occurred()) return false;
    if (!sk_is_empty(members) && sk_is_tuple(members)) {
        size_t n = sk_tuple_len(members);
        if (n == 0 || !sk_is(sk_tuple_peek(members, n - 1), SK_ELLIPSIS)) return sk_list_extend(list, members);
    }
    return sk_list_append(list, item);
}

static SkValue unpack_items(SkValue item) {
    SK_AUTO SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return SK_EMPTY;
    if (!sk_is_tuple(item)) {
        if (!append_unpacked(list, item)) return SK_EMPTY;
    } else {
        for (size_t i = 0; i < sk_tuple_len(item); i++)
            if (!append_unpacked(list, sk_tuple_peek(item, i))) return SK_EMPTY;
    }
    return sk_list_to_tuple(list);
}

int sk_has_true_attr(SkValue v, const char *name) {
    if (sk_is_type(v)) return 0;
    SK_AUTO SkValue flag = sk_getattr_opt_s(v, name);
    if (sk_is_empty(flag)) return sk_error_occurred() ? -1 : 0;
    return sk_truth(flag);
}

// arg[...] with arg's own parameters replaced.
static SkValue substitute_inside(SkValue arg, SkValue parameters, SkValue items) {
    SK_AUTO SkValue inner = sk_getattr_opt(arg, SK_N(__parameters__));
    if (sk_is_empty(inner) && sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(inner) || !sk_is_tuple(inner) || sk_tuple_len(inner) == 0) return sk_retain(arg);
    SK_AUTO SkValue list = sk_list_new(sk_tuple_len(inner));
    if (sk_is_empty(list)) return SK_EMPTY;
    for (size_t i = 0; i < sk_tuple_len(inner); i++) {
        SkValue parameter = sk_tuple_peek(inner, i);
        int64_t at = tuple_position(parameters, parameter);
        SkValue v = at < 0 ? parameter : sk_tuple_peek(items, (size_t)at);
        // A TypeVarTuple is iterable, and stands for several.
        bool several = at >= 0 && sk_type_of(parameter)->iter && sk_is_tuple(v);
        if (!(several ? sk_list_extend(list, v) : sk_list_append(list, v))) return SK_EMPTY;
    }
    SK_AUTO SkValue tuple = sk_list_to_tuple(list);
    return sk_is_empty(tuple) ? SK_EMPTY : sk_getitem(arg, tuple);
}

static bool substitute_one(SkValue out, SkValue self, SkValue arg, SkValue parameters, SkValue item, SkValue items);

static SkValue substitute_all(SkValue self, SkValue args, SkValue parameters, SkValue item, SkValue items) {
    SK_AUTO SkValue out = sk_list_new(sk_tuple_len(args));
    if (sk_is_empty(out)) return SK_EMPTY;
    for (size_t i = 0; i < sk_tuple_len(args); i++)
        if (!substitute_one(out, self, sk_tuple_peek(args, i), parameters, item, items)) return SK_EMPTY;
    return sk_list_to_tuple(out);
}

static bool substitute_one(SkValue out, SkValue self, SkValue arg, SkValue parameters, SkValue item, SkValue items) {
    if (sk_is_type(arg)) return sk_list_append(out, arg);
    if (sk_is_tuple(arg) || sk_is_list(arg)) {
        SK_AUTO SkValue inner = sk_to_tuple(arg);
        SK_AUTO SkValue changed = sk_is_empty(inner) ? SK_EMPTY : substitute_all(self, inner, parameters, item, items);
        if (sk_is_empty(changed)) return false;
        return sk_list_append_steal(out, sk_is_list(arg) ? sk_to_list(changed) : sk_move(&changed));
    }
    int unpack = sk_has_true_attr(arg, "__typing_is_unpacked_typevartuple__");
    if (unpack < 0) return false;
    SK_AUTO SkValue substitute = sk_getattr_opt(arg, SK_N(__typing_subst__));
    if (sk_is_empty(substitute) && sk_error_occurred()) return false;
    SK_AUTO SkValue result = SK_EMPTY;
    if (sk_is_empty(substitute)) {
        result = substitute_inside(arg, parameters, items);
    } else {
        int64_t at = tuple_position(parameters, arg);
        result = at < 0 ? sk_retain(arg) : sk_call1(substitute, sk_tuple_peek(items, (size_t)at));
    }
    if (sk_is_empty(result)) return false;
    if (!unpack) return sk_list_append(out, result);
    if (!sk_is_tuple(result))
        return sk_raise_false(sk_exc_TypeError, "expected __typing_subst__ of %T objects to return a tuple, not %T", arg, result);
    return sk_list_extend(out, result);
}

SkValue sk_generic_substitute(SkValue self, SkValue args, SkValue parameters, SkValue item) {
    size_t n = sk_tuple_len(parameters);
    if (n == 0) return sk_raise(sk_exc_TypeError, "%R is not a generic class", self);
    SK_AUTO SkValue items = unpack_items(item);
    for (size_t i = 0; !sk_is_empty(items) && i < n; i++) {
        SK_AUTO SkValue prepare = sk_getattr_opt(sk_tuple_peek(parameters, i), SK_N(__typing_prepare_subst__));
        if (sk_is_empty(prepare) && sk_error_occurred()) return SK_EMPTY;
        if (sk_is_empty(prepare) || sk_is_none(prepare)) continue;
        SkValue prepared = sk_call2(prepare, self, items);
        sk_release(items);
        items = prepared;
    }
    if (sk_is_empty(items)) return SK_EMPTY;
    if (!sk_is_tuple(items)) {
        SkValue single = sk_tuple_pack(1, items);
        sk_release(items);
        items = single;
        if (sk_is_empty(items)) return SK_EMPTY;
    }
    size_t given = sk_tuple_len(items);
    if (given != n)
        return sk_raise(sk_exc_TypeError, "Too %s arguments for %R; actual %zu, expected %zu", given > n ? "many" : "few", self,
                        given, n);
    return substitute_all(self, args, parameters, item, items);
}

static SkValue alias_subscript(SkValue self, SkValue item) {
    SK_AUTO SkValue parameters = parameters_of(self);
    if (sk_is_empty(parameters)) return SK_EMPTY;
    SK_AUTO SkValue args = sk_generic_substitute(self, args_of(self), parameters, item);
    if (sk_is_empty(args)) return SK_EMPTY;
    return make(&sk_generic_alias_type, origin_of(self), args, as_alias(self)->starred);
}

// ---- text -------------------------------------------------------------------------------------------------------------------

static bool append_repr(SkStrBuilder *b, SkValue v) {
    SK_AUTO SkValue r = sk_repr(v);
    if (sk_is_empty(r)) return false;
    sk_sb_str(b, r);
    return true;
}

bool sk_type_arg_repr(SkStrBuilder *b, SkValue v) {
    if (sk_is(v, SK_ELLIPSIS)) return sk_sb_ascii(b, "...", 3), true;
    if (sk_is(v, sk_type_value(&sk_none_type))) return sk_sb_ascii(b, "None", 4), true;
    int has_origin = sk_hasattr(v, SK_N(__origin__));
    int has_args = has_origin > 0 ? sk_hasattr(v, SK_N(__args__)) : has_origin;
    if (has_args) return has_args > 0 && append_repr(b, v);
    SK_AUTO SkValue qualname = sk_getattr_opt(v, SK_N(__qualname__));
    if (sk_is_empty(qualname)) return !sk_error_occurred() && append_repr(b, v);
    SK_AUTO SkValue module = sk_getattr_opt(v, SK_N(__module__));
    if (sk_is_empty(module) || sk_is_none(module)) return !sk_error_occurred() && append_repr(b, v);
    SK_AUTO SkValue q = sk_str(qualname);
    SK_AUTO SkValue m = sk_is_empty(q) ? SK_EMPTY : sk_str(module);
    if (sk_is_empty(m)) return false;
    if (!sk_str_equals_ascii(m, "builtins")) {
        sk_sb_str(b, m);
        sk_sb_char(b, '.');
    }
    sk_sb_str(b, q);
    return true;
}

static bool append_arg(SkStrBuilder *b, SkValue v) {
    if (!sk_is_list(v)) return sk_type_arg_repr(b, v);
    sk_sb_char(b, '[');
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue item = sk_list_get(v, i);
        if (sk_is_empty(item)) break;
        if (i) sk_sb_ascii(b, ", ", 2);
        if (!sk_type_arg_repr(b, item)) return false;
    }
    sk_sb_char(b, ']');
    return true;
}

static SkValue alias_repr(SkValue self) {
    SkStrBuilder b;
    sk_sb_init(&b);
    if (as_alias(self)->starred) sk_sb_char(&b, '*');
    bool ok = sk_type_arg_repr(&b, origin_of(self));
    sk_sb_char(&b, '[');
    size_t n = sk_tuple_len(args_of(self));
    for (size_t i = 0; ok && i < n; i++) {
        if (i) sk_sb_ascii(&b, ", ", 2);
        ok = append_arg(&b, sk_tuple_peek(args_of(self), i));
    }
    if (n == 0) sk_sb_ascii(&b, "()", 2);
    sk_sb_char(&b, ']');
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

// ---- as an object ---------------------------------------------------------------------------------------------------------------

static int64_t alias_hash(SkValue self) {
    int64_t a = sk_hash(origin_of(self));
    int64_t b = a == -1 ? -1 : sk_hash(args_of(self));
    if (b == -1) return -1;
    int64_t h = a ^ b;
    return h == -1 ? -2 : h;
}

static SkValue alias_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_generic_alias(a) || !sk_is_generic_alias(b) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    int same = as_alias(a)->starred == as_alias(b)->starred;
    if (same > 0) same = sk_compare_bool(origin_of(a), origin_of(b), SK_EQ);
    if (same > 0) same = sk_compare_bool(args_of(a), args_of(b), SK_EQ);
    return same < 0 ? SK_EMPTY : sk_bool(same == (op == SK_EQ));
}

static const char *const own_attributes[] = {
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__", "__reduce__",
    "__bases__", "__copy__", "__deepcopy__",  // blocked: the origin's would be wrong for the alias
};
enum { FORWARDED_IN_DIR = 9 };

static SkValue alias_getattr(SkValue self, SkValue name) {
    for (size_t i = 0; i < SK_COUNT_OF(own_attributes); i++)
        if (sk_str_equals_ascii(name, own_attributes[i])) return sk_generic_getattr(self, name);
    return sk_getattr(origin_of(self), name);
}

static SkValue alias_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue v = sk_call(origin_of(self), args, nargs, kwnames);
    if (sk_is_empty(v)) return SK_EMPTY;
    if (!sk_setattr(v, SK_N(__orig_class__), self) && !sk_error_clear_if(sk_exc_AttributeError) &&
        !sk_error_clear_if(sk_exc_TypeError))
        return SK_EMPTY;
    return sk_move(&v);
}

// iter(alias) gives the alias starred, once: for f(*args: *tuple[int, str]).
static SkValue alias_iter(SkValue self) {
    SkValue starred = make(&sk_generic_alias_type, origin_of(self), args_of(self), true);
    if (sk_is_empty(starred)) return SK_EMPTY;
    SkIndexIter *it = (SkIndexIter *)sk_container_new(&sk_generic_alias_iter_type.head, sizeof *it);
    if (it) sk_slot_init(&it->of, sk_retain(starred));
    sk_release(starred);
    return it ? sk_counted(it) : sk_raise_memory();
}

static SkValue once_next(SkValue self) { return sk_slot_swap(sk_ptr(self), &((SkIndexIter *)sk_ptr(self))->of, SK_EMPTY); }

// The plain alias, whose iterator this is, or an empty tuple's.
static SkValue once_reduce(SkValue self) {
    SK_AUTO SkValue starred = sk_slot_get(sk_ptr(self), &((SkIndexIter *)sk_ptr(self))->of);
    SK_AUTO SkValue of = sk_is_empty(starred) ? sk_empty_tuple() : sk_generic_alias_new(origin_of(starred), args_of(starred));
    SK_AUTO SkValue iter = sk_is_empty(of) ? SK_EMPTY : sk_builtin("iter");
    SK_AUTO SkValue args = sk_is_empty(iter) ? SK_EMPTY : sk_tuple_pack(1, of);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, iter, args);
}

static const SkMethodDef once_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = once_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

SkType sk_generic_alias_iter_type = {
    SK_TYPE_HEAD(SK_T_GENERIC_ALIAS_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "generic_alias_iterator",
    .flags = SK_TF_NO_NEW,
    .iter = sk_iter_self,
    .iternext = once_next,
    .methods = once_methods,
};

static SkValue alias_mro_entries(SkValue self, SkValue bases) {
    (void)bases;
    return sk_tuple_pack(1, origin_of(self));
}

static SkValue alias_instancecheck(SkValue self, SkValue v) {
    (void)self, (void)v;
    return sk_raise(sk_exc_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static SkValue alias_subclasscheck(SkValue self, SkValue v) {
    (void)self, (void)v;
    return sk_raise(sk_exc_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static SkValue alias_reduce(SkValue self) {
    if (as_alias(self)->starred) {
        SK_AUTO SkValue plain = sk_generic_alias_new(origin_of(self), args_of(self));
        SK_AUTO SkValue it = sk_is_empty(plain) ? SK_EMPTY : sk_iter(plain);
        SK_AUTO SkValue next = sk_is_empty(it) ? SK_EMPTY : sk_builtin("next");
        SK_AUTO SkValue args = sk_is_empty(next) ? SK_EMPTY : sk_tuple_pack(1, it);
        return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, next, args);
    }
    SK_AUTO SkValue args = sk_tuple_pack(2, origin_of(self), args_of(self));
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static SkValue alias_dir(SkValue self) {
    SK_AUTO SkValue names = sk_dir(origin_of(self));
    if (sk_is_empty(names)) return SK_EMPTY;
    for (size_t i = 0; i < FORWARDED_IN_DIR; i++) {
        SkValue name = sk_intern_s(own_attributes[i]);
        int there = sk_is_empty(name) ? -1 : sk_contains(names, name);
        if (there < 0 || (!there && !sk_list_append(names, name))) return SK_EMPTY;
    }
    return sk_move(&names);
}

static SkValue get_parameters(SkValue self, void *closure) {
    (void)closure;
    return parameters_of(self);
}

static SkValue get_unpacked(SkValue self, void *closure) {
    (void)closure;
    return sk_bool(as_alias(self)->starred);
}

static SkValue get_unpacked_tuple_args(SkValue self, void *closure) {
    (void)closure;
    bool unpacked = as_alias(self)->starred && sk_is(origin_of(self), sk_type_value(&sk_tuple_type));
    return unpacked ? sk_dup(args_of(self)) : SK_NONE;
}

static const SkGetSetDef alias_getset[] = {
    {"__parameters__", get_parameters, NULL, "The type variables in the alias.", NULL},
    {"__unpacked__", get_unpacked, sk_readonly_member, "True for *alias.", NULL},
    {"__typing_unpacked_tuple_args__", get_unpacked_tuple_args, NULL, NULL, NULL},
    {0},
};

static const SkMemberDef alias_members[] = {
    {"__origin__", SK_MEMBER_OBJECT, offsetof(SkGenericAlias, origin), true, NULL},
    {"__args__", SK_MEMBER_OBJECT, offsetof(SkGenericAlias, args), true, NULL},
    {0},
};

static const SkMethodDef alias_methods[] = {
    {.name = "__mro_entries__", .kind = SK_ONEARG, .onearg = alias_mro_entries, .sig = "(object, /)", .doc = "The bases a class statement takes."},
    {.name = "__instancecheck__", .kind = SK_ONEARG, .onearg = alias_instancecheck, .sig = "(object, /)", .doc = "Raises TypeError."},
    {.name = "__subclasscheck__", .kind = SK_ONEARG, .onearg = alias_subclasscheck, .sig = "(object, /)", .doc = "Raises TypeError."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = alias_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__dir__", .kind = SK_NOARGS, .noargs = alias_dir, .sig = "()", .doc = "The origin's names and the alias's."},
    {0},
};

SkType sk_generic_alias_type = {
    SK_TYPE_HEAD(SK_T_GENERIC_ALIAS, sizeof(SkGenericAlias), alias_trace, NULL, alias_destroy),
    .name = "types.GenericAlias",
    .doc = "GenericAlias(origin, args, /)\n--\n\nA class with type arguments: list[int].",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_WEAKREF,
    .new_ = alias_new,
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .iter = alias_iter,
    .call = alias_call,
    .getattr = alias_getattr,
    .number = {.or_ = sk_union_or},
    .container = {.get_key = alias_subscript},
    .methods = alias_methods,
    .members = alias_members,
    .getset = alias_getset,
};
