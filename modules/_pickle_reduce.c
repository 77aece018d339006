// Names of modules' attributes in a pickle, and what `__reduce__` returns.
#include "modules/_pickle.h"

#include <string.h>

#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- names -----------------------------------------------------------------------------------------------------------------------

static SkValue split_path(SkValue name) {
    SkValue dot = sk_names.latin1['.'];
    return sk_call_method_s(name, "split", &dot, 1);
}

SkValue sk_pickle_dotted(SkValue from, SkValue path) {
    SK_AUTO SkValue at = sk_retain(from);
    for (size_t i = 0, n = sk_list_len(path); i < n; i++) {
        SK_AUTO SkValue name = sk_list_get(path, i), above = at;
        at = sk_is_empty(name) ? name : sk_getattr(above, name);
        if (sk_is_empty(at)) return SK_EMPTY;
    }
    return sk_move(&at);
}

static bool is_local(SkValue path) {
    bool local = false;
    for (size_t i = 0, n = sk_list_len(path); i < n && !local; i++) {
        SK_AUTO SkValue name = sk_list_get(path, i);
        local = !sk_is_empty(name) && sk_is_str(name) && sk_str_equals_ascii(name, "<locals>");
    }
    return local;
}

// The loaded module that has v under the path: its name; None if there is none. For objects that do not tell.
static SkValue search_modules(SkValue v, SkValue path) {
    SK_AUTO SkValue modules = sk_dict_items_list(sk_sys_modules());
    if (sk_is_empty(modules)) return modules;
    for (size_t i = 0, n = sk_list_len(modules); i < n; i++) {
        SK_AUTO SkValue item = sk_list_get(modules, i);
        SkValue name = sk_tuple_peek(item, 0), module = sk_tuple_peek(item, 1);
        if (sk_is_none(module) || (sk_is_str(name) && (sk_str_equals_ascii(name, "__main__") || sk_str_equals_ascii(name, "__mp_main__")))) continue;
        SK_AUTO SkValue found = sk_pickle_dotted(module, path);
        if (sk_is_empty(found)) sk_error_clear();
        else if (sk_is(found, v)) return sk_retain(name);
    }
    return SK_NONE;
}

static SkValue module_of(SkValue v, SkValue path) {
    SK_AUTO SkValue name = sk_getattr_opt_s(v, "__module__");
    if (sk_is_empty(name) && sk_error_occurred()) return name;
    if (!sk_is_empty(name) && !sk_is_none(name)) return sk_move(&name);
    SkValue found = search_modules(v, path);
    return sk_is_none(found) ? sk_intern_s("__main__") : found;
}

// ---- globals ---------------------------------------------------------------------------------------------------------------------

// 0: not registered; -1: exception.
static int64_t extension_code(SkValue module, SkValue name) {
    SK_AUTO SkValue copyreg = sk_import("copyreg");
    SK_AUTO SkValue registry = sk_is_empty(copyreg) ? copyreg : sk_getattr_s(copyreg, "_extension_registry");
    SK_AUTO SkValue key = sk_is_empty(registry) ? registry : sk_tuple_pack(2, module, name);
    if (sk_is_empty(key) || !sk_is_dict(registry)) return sk_is_empty(key) ? -1 : 0;
    SK_AUTO SkValue code = sk_dict_get(registry, key);
    if (sk_is_empty(code)) return sk_error_occurred() ? -1 : 0;
    int64_t n;
    if (!sk_is_int(code)) {
        sk_raise(sk_pickling_error(), "Can't pickle %R: extension code %R isn't an integer", key, code);
        return -1;
    }
    if (sk_int_fits_int64(code, &n) && n > 0 && n <= INT32_MAX) return n;
    sk_raise(sk_exc_RuntimeError, "extension code %S is out of range", code);
    return -1;
}

// The names that Python 2 has for what moved: replaces *module and *name (counted).
static bool old_names(SkValue *module, SkValue *name) {
    SK_AUTO SkValue compat = sk_import("_compat_pickle");
    SK_AUTO SkValue names = sk_is_empty(compat) ? compat : sk_getattr_s(compat, "REVERSE_NAME_MAPPING");
    SK_AUTO SkValue imports = sk_is_empty(names) ? names : sk_getattr_s(compat, "REVERSE_IMPORT_MAPPING");
    SK_AUTO SkValue key = sk_is_empty(imports) ? imports : sk_tuple_pack(2, *module, *name);
    if (sk_is_empty(key) || !sk_is_dict(names) || !sk_is_dict(imports)) return !sk_is_empty(key);
    SK_AUTO SkValue both = sk_dict_get(names, key);
    if (!sk_is_empty(both) && sk_is_tuple(both) && sk_tuple_len(both) == 2) {
        sk_release(*module);
        sk_release(*name);
        *module = sk_retain(sk_tuple_peek(both, 0));
        *name = sk_retain(sk_tuple_peek(both, 1));
        return true;
    }
    SK_AUTO SkValue other = sk_dict_get(imports, *module);
    if (!sk_is_empty(other)) {
        sk_release(*module);
        *module = sk_move(&other);
    }
    return !sk_error_occurred();
}

static bool put_name(SkPickler *p, SkValue s, SkValue module, SkValue name) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(s);
    if (u.text && (p->protocol >= 3 || sk_as_str(s)->ascii)) return sk_pickle_put(p, u.text, u.len) && sk_pickle_op(p, '\n');
    sk_error_clear();
    return sk_raise_false(sk_pickling_error(), "can't pickle global identifier '%S.%S' using pickle protocol %d", module, name, p->protocol);
}

static bool save_global_lines(SkPickler *p, SkValue module, SkValue name) {
    SK_AUTO SkValue m = sk_retain(module), n = sk_retain(name);
    if (p->fix_imports && p->protocol < 3 && !old_names(&m, &n)) return false;
    return sk_pickle_op(p, OP_GLOBAL) && put_name(p, m, module, name) && put_name(p, n, module, name);
}

// Before protocol 4, C.D in m is getattr(m.C, 'D').
static bool save_path(SkPickler *p, SkValue module, SkValue path) {
    size_t n = sk_list_len(path);
    SK_AUTO SkValue getattr = n > 1 ? sk_builtin("getattr") : SK_NONE;
    SK_AUTO SkValue first = sk_list_get(path, 0);
    if (sk_is_empty(getattr) || sk_is_empty(first)) return false;
    for (size_t i = 1; i < n; i++)
        if (!sk_pickle_save(p, getattr, false) || (p->protocol < 2 && !sk_pickle_op(p, OP_MARK))) return false;
    if (!save_global_lines(p, module, first)) return false;
    for (size_t i = 1; i < n; i++) {
        SK_AUTO SkValue name = sk_list_get(path, i);
        if (sk_is_empty(name) || !sk_pickle_save(p, name, false) || !sk_pickle_op(p, p->protocol < 2 ? OP_TUPLE : OP_TUPLE2) ||
            !sk_pickle_op(p, OP_REDUCE))
            return false;
    }
    return true;
}

static bool put_global(SkPickler *p, SkValue v, SkValue module, SkValue name, SkValue path) {
    if (p->protocol >= 2) {
        int64_t code = extension_code(module, name);
        if (code < 0) return false;
        if (code) return code < 256 ? sk_pickle_le(p, OP_EXT1, (uint64_t)code, 1)
                         : code < 65536 ? sk_pickle_le(p, OP_EXT2, (uint64_t)code, 2)
                                        : sk_pickle_le(p, OP_EXT4, (uint64_t)code, 4);
    }
    if (p->protocol < 4) return save_path(p, module, path) && sk_pickle_memo_put(p, v);
    return sk_pickle_save(p, module, false) && sk_pickle_save(p, name, false) && sk_pickle_op(p, OP_STACK_GLOBAL) && sk_pickle_memo_put(p, v);
}

bool sk_pickle_global(SkPickler *p, SkValue v, SkValue given) {
    SK_AUTO SkValue name = sk_is_empty(given) ? sk_getattr_opt_s(v, "__qualname__") : sk_retain(given);
    if (sk_is_empty(name) && !sk_error_occurred()) name = sk_getattr(v, SK_N(__name__));
    if (sk_is_empty(name)) return false;
    if (!sk_is_str(name)) return sk_raise_false(sk_pickling_error(), "Can't pickle %R: name is no string", v);
    SK_AUTO SkValue path = split_path(name);
    SK_AUTO SkValue module_name = sk_is_empty(path) ? path : is_local(path) ? SK_NONE : module_of(v, path);
    if (sk_is_empty(module_name)) return false;
    if (is_local(path)) return sk_raise_false(sk_pickling_error(), "Can't pickle local object %R", v);
    if (!sk_is_str(module_name)) return sk_raise_false(sk_pickling_error(), "Can't pickle %R: module name is no string", v);
    SK_AUTO SkValue module = sk_import_module(module_name);
    if (sk_is_empty(module)) {
        sk_raise_from_current(sk_pickling_error(), "Can't pickle %R: No module named %R", v, module_name);
        return false;
    }
    SK_AUTO SkValue found = sk_pickle_dotted(module, path);
    if (sk_is_empty(found)) {
        sk_raise_from_current(sk_pickling_error(), "Can't pickle %R: it's not found as %S.%S", v, module_name, name);
        return false;
    }
    if (!sk_is(found, v)) return sk_raise_false(sk_pickling_error(), "Can't pickle %R: it's not the same object as %S.%S", v, module_name, name);
    return put_global(p, v, module_name, name, path);
}

bool sk_pickle_type(SkPickler *p, SkValue v) {
    SkType *t = sk_as_type(v);
    SkValue single = t == &sk_none_type              ? SK_NONE
                     : t == &sk_ellipsis_type        ? SK_ELLIPSIS
                     : t == &sk_not_implemented_type ? SK_NOT_IMPLEMENTED
                                                     : SK_EMPTY;
    if (sk_is_empty(single)) return sk_pickle_global(p, v, SK_EMPTY);
    return sk_pickle_call(p, sk_type_value(&sk_type_type), sk_tuple_pack(1, single), v);
}

// ---- reductions --------------------------------------------------------------------------------------------------------------------

bool sk_pickle_call(SkPickler *p, SkValue callable, SkValue stolen, SkValue obj) {
    SK_AUTO SkValue args = stolen;
    SK_AUTO SkValue reduced = sk_is_empty(args) ? args : sk_tuple_pack(2, callable, args);
    return !sk_is_empty(reduced) && sk_pickle_reduce(p, reduced, obj);
}

static bool wrong(SkValue v, const char *which, const char *what) {
    return sk_raise_false(sk_pickling_error(), "%s of the tuple returned by __reduce__ must be %s, not %T", which, what, v);
}

static bool check_class(SkValue cls, SkValue obj, const char *function) {
    SK_AUTO SkValue make = sk_getattr_opt_s(cls, "__new__");
    if (sk_is_empty(make)) {
        return !sk_error_occurred() && sk_raise_false(sk_pickling_error(), "first argument to %s() has no __new__", function);
    }
    if (sk_is_empty(obj)) return true;
    SK_AUTO SkValue actual = sk_getattr(obj, SK_N(__class__));
    if (sk_is_empty(actual)) return false;
    return sk_is(actual, cls) || sk_raise_false(sk_pickling_error(), "first argument to %s() must be %R, not %R", function, actual, cls);
}

// (cls, args, kwargs)
static bool save_newobj_ex(SkPickler *p, SkValue args, SkValue obj) {
    if (sk_tuple_len(args) != 3)
        return sk_raise_false(sk_pickling_error(), "__newobj_ex__ expected 3 arguments, got %zu", sk_tuple_len(args));
    SkValue cls = sk_tuple_peek(args, 0), rest = sk_tuple_peek(args, 1), kwargs = sk_tuple_peek(args, 2);
    if (!sk_is_tuple(rest)) return sk_raise_false(sk_pickling_error(), "second argument to __newobj_ex__() must be a tuple, not %T", rest);
    if (!sk_is_dict(kwargs)) return sk_raise_false(sk_pickling_error(), "third argument to __newobj_ex__() must be a dict, not %T", kwargs);
    if (!check_class(cls, obj, "__newobj_ex__")) return false;
    if (p->protocol >= 4)
        return sk_pickle_save(p, cls, false) && sk_pickle_save(p, rest, false) && sk_pickle_save(p, kwargs, false) && sk_pickle_op(p, OP_NEWOBJ_EX);
    // functools.partial(cls.__new__, cls, *args, **kwargs), called without arguments
    SK_AUTO SkValue functools = sk_import("functools");
    SK_AUTO SkValue partial = sk_is_empty(functools) ? functools : sk_getattr_s(functools, "partial");
    SK_AUTO SkValue make = sk_is_empty(partial) ? partial : sk_getattr_s(cls, "__new__");
    SK_AUTO SkValue head = sk_is_empty(make) ? make : sk_tuple_pack(2, make, cls);
    SK_AUTO SkValue all = sk_is_empty(head) ? head : sk_binary(SK_OP_ADD, head, rest);
    SK_AUTO SkValue call = sk_is_empty(all) ? all : sk_call_tuple(partial, all, kwargs);
    return !sk_is_empty(call) && sk_pickle_save(p, call, false) && sk_pickle_save(p, sk_empty_tuple(), false) && sk_pickle_op(p, OP_REDUCE);
}

static bool save_newobj(SkPickler *p, SkValue args, SkValue obj) {
    if (sk_tuple_len(args) < 1) return sk_raise_false(sk_pickling_error(), "__newobj__ expected at least 1 argument, got 0");
    SkValue cls = sk_tuple_peek(args, 0);
    if (!check_class(cls, obj, "__newobj__")) return false;
    SK_AUTO SkValue rest = sk_tuple_slice(args, 1, sk_tuple_len(args));
    return !sk_is_empty(rest) && sk_pickle_save(p, cls, false) && sk_pickle_save(p, rest, false) && sk_pickle_op(p, OP_NEWOBJ);
}

static bool save_constructor(SkPickler *p, SkValue callable, SkValue args, SkValue obj) {
    if (p->protocol >= 2) {
        SK_AUTO SkValue name = sk_getattr_opt_s(callable, "__name__");
        if (sk_is_empty(name) && sk_error_occurred()) return false;
        if (!sk_is_empty(name) && sk_is_str(name)) {
            if (sk_str_equals_ascii(name, "__newobj_ex__")) return save_newobj_ex(p, args, obj);
            if (sk_str_equals_ascii(name, "__newobj__")) return save_newobj(p, args, obj);
        }
    }
    return sk_pickle_save(p, callable, false) && sk_pickle_save(p, args, false) && sk_pickle_op(p, OP_REDUCE);
}

static bool save_state(SkPickler *p, SkValue state, SkValue setter, SkValue obj) {
    if (sk_is_none(setter)) return sk_pickle_save(p, state, false) && sk_pickle_op(p, OP_BUILD);
    return sk_pickle_save(p, setter, false) && sk_pickle_save(p, obj, false) && sk_pickle_save(p, state, false) &&
           sk_pickle_op(p, OP_TUPLE2) && sk_pickle_op(p, OP_REDUCE) && sk_pickle_op(p, OP_POP);
}

bool sk_pickle_reduce(SkPickler *p, SkValue reduced, SkValue obj) {
    size_t n = sk_tuple_len(reduced);
    if (n < 2 || n > 6) return sk_raise_false(sk_pickling_error(), "tuple returned by __reduce__ must contain 2 through 6 elements");
    SkValue part[6];
    for (size_t i = 0; i < 6; i++) part[i] = i < n ? sk_tuple_peek(reduced, i) : SK_NONE;
    if (!sk_is_callable(part[0])) return wrong(part[0], "first item", "callable");
    if (!sk_is_tuple(part[1])) return wrong(part[1], "second item", "a tuple");
    if (!sk_is_none(part[3]) && !sk_is_iterator(part[3])) return wrong(part[3], "fourth item", "an iterator");
    if (!sk_is_none(part[4]) && !sk_is_iterator(part[4])) return wrong(part[4], "fifth item", "an iterator");
    if (!sk_is_none(part[5]) && !sk_is_callable(part[5])) return wrong(part[5], "sixth item", "callable");
    if (!save_constructor(p, part[0], part[1], obj)) return false;
    if (!sk_is_empty(obj)) {
        // A reduction that led back to the object itself has saved it already.
        int64_t index = sk_memo_find(&p->memo, obj);
        if (index >= 0) return sk_pickle_op(p, OP_POP) && sk_pickle_memo_get(p, index);
        if (!sk_pickle_memo_put(p, obj)) return false;
    }
    SkValue of = sk_is_empty(obj) ? SK_NONE : obj;
    if (!sk_is_none(part[3]) && !sk_pickle_items(p, part[3], of, false)) return false;
    if (!sk_is_none(part[4]) && !sk_pickle_items(p, part[4], of, true)) return false;
    return sk_is_none(part[2]) || save_state(p, part[2], part[5], of);
}
