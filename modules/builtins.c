// The builtins module: its table, constants and types, and the functions about single objects.
#include "modules/builtins.h"

#include "core/vm/import.h"
#include "objects/audit.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/special.h"
#include "objects/str.h"

// ---- numbers -------------------------------------------------------------------------------------------------------

static SkValue b_abs(SkValue module, SkValue x) {
    (void)module;
    return sk_absolute(x);
}

static SkValue in_base(SkValue x, int base) {
    SK_AUTO SkValue i = sk_index(x);
    return sk_is_empty(i) ? i : sk_int_to_str(i, base, true);
}
static SkValue b_bin(SkValue module, SkValue x) {
    (void)module;
    return in_base(x, 2);
}
static SkValue b_oct(SkValue module, SkValue x) {
    (void)module;
    return in_base(x, 8);
}
static SkValue b_hex(SkValue module, SkValue x) {
    (void)module;
    return in_base(x, 16);
}

static SkValue b_divmod(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("divmod", nargs, 2, 2)) return SK_EMPTY;
    return sk_binary(SK_OP_DIVMOD, args[0], args[1]);
}

static SkValue b_pow(SkValue module, const SkValue *args) {
    (void)module;
    return sk_power(args[0], args[1], sk_is_empty(args[2]) ? SK_NONE : args[2]);
}

static SkValue b_round(SkValue module, const SkValue *args) {
    (void)module;
    SkValue r;
    size_t n = !sk_is_empty(args[1]) && !sk_is_none(args[1]);
    if (sk_call_special(args[0], SK_N(__round__), args + 1, n, &r) || sk_error_occurred()) return r;
    return sk_raise(sk_exc_TypeError, "type %.100T doesn't define __round__ method", args[0]);
}

static SkValue b_chr(SkValue module, SkValue x) {
    (void)module;
    int64_t c;
    if (!sk_index_as_int64(x, &c, NULL)) return SK_EMPTY;
    if (c < 0 || c > 0x10ffff) return sk_raise(sk_exc_ValueError, "chr() arg not in range(0x110000)");
    return sk_str_from_code_point((uint32_t)c);
}

static SkValue b_ord(SkValue module, SkValue x) {
    (void)module;
    int64_t n;
    if (sk_is_str(x)) {
        n = (int64_t)sk_str_len(x);
        if (n == 1) return sk_from_small_int(sk_str_at(sk_as_str(x), 0));
    } else if (sk_is_bytes(x) || sk_is_instance_of(x, &sk_bytearray_type)) {
        n = sk_len(x);
        if (n < 0) return SK_EMPTY;
        if (n == 1) return sk_getitem_i(x, 0);
    } else {
        return sk_raise(sk_exc_TypeError, "ord() expected string of length 1, but %.200T found", x);
    }
    return sk_raise(sk_exc_TypeError, "ord() expected a character, but string of length %lld found", (long long)n);
}

// ---- attributes ------------------------------------------------------------------------------------------------------

static bool check_name(SkValue name) {
    if (sk_likely(sk_is_str(name))) return true;
    return sk_raise_false(sk_exc_TypeError, "attribute name must be string, not '%.200T'", name);
}

static SkValue b_getattr(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("getattr", nargs, 2, 3) || !check_name(args[1])) return SK_EMPTY;
    if (nargs == 2) return sk_getattr(args[0], args[1]);
    SkValue v = sk_getattr_opt(args[0], args[1]);
    return sk_is_empty(v) && !sk_error_occurred() ? sk_dup(args[2]) : v;
}

static SkValue b_hasattr(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("hasattr", nargs, 2, 2) || !check_name(args[1])) return SK_EMPTY;
    int r = sk_hasattr(args[0], args[1]);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

static SkValue b_setattr(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("setattr", nargs, 3, 3) || !check_name(args[1])) return SK_EMPTY;
    return sk_setattr(args[0], args[1], args[2]) ? SK_NONE : SK_EMPTY;
}

static SkValue b_delattr(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("delattr", nargs, 2, 2) || !check_name(args[1])) return SK_EMPTY;
    return sk_setattr(args[0], args[1], SK_EMPTY) ? SK_NONE : SK_EMPTY;
}

// ---- any object --------------------------------------------------------------------------------------------------------

static SkValue b_ascii(SkValue module, SkValue x) {
    (void)module;
    return sk_ascii(x);
}
static SkValue b_repr(SkValue module, SkValue x) {
    (void)module;
    return sk_repr(x);
}
static SkValue b_callable(SkValue module, SkValue x) {
    (void)module;
    return sk_bool(sk_is_callable(x));
}
static SkValue b_id(SkValue module, SkValue x) {
    (void)module;
    SkValue id = sk_int_from_uint64(sk_is_ptr(x) ? (uint64_t)(uintptr_t)sk_ptr(x) : x.w);
    if (sk_audit("builtins.id", id)) return id;
    sk_release(id);
    return SK_EMPTY;
}
static SkValue b_hash(SkValue module, SkValue x) {
    (void)module;
    int64_t h = sk_hash(x);
    return h == -1 ? SK_EMPTY : sk_int_from_int64(h);
}

static SkValue b_format(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("format", nargs, 1, 2)) return SK_EMPTY;
    if (nargs > 1 && !sk_is_str(args[1])) return sk_raise(sk_exc_TypeError, "format() argument 2 must be str, not %.50O", args[1]);
    return sk_format(args[0], nargs > 1 ? args[1] : SK_EMPTY);
}

static SkValue b_isinstance(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("isinstance", nargs, 2, 2)) return SK_EMPTY;
    int r = sk_is_instance(args[0], args[1]);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

static SkValue b_issubclass(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("issubclass", nargs, 2, 2)) return SK_EMPTY;
    int r = sk_is_subclass(args[0], args[1]);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

// ---- the module ----------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {.name = "__build_class__", .kind = SK_KW, .kw = sk_build_class, .doc = "The function behind the class statement."},
    {.name = "abs", .kind = SK_ONEARG, .onearg = b_abs, .sig = "(x, /)", .doc = "Return the absolute value of a number."},
    {.name = "ascii", .kind = SK_ONEARG, .onearg = b_ascii, .sig = "(obj, /)", .doc = "Return repr(obj) with all but ASCII escaped."},
    {.name = "bin", .kind = SK_ONEARG, .onearg = b_bin, .sig = "(number, /)", .doc = "Return an integer in binary, with the prefix 0b."},
    {.name = "callable", .kind = SK_ONEARG, .onearg = b_callable, .sig = "(obj, /)", .doc = "Tell whether the object can be called."},
    {.name = "chr", .kind = SK_ONEARG, .onearg = b_chr, .sig = "(i, /)", .doc = "Return the character with this code point."},
    {.name = "delattr", .kind = SK_FAST, .fast = b_delattr, .sig = "(obj, name, /)", .doc = "Delete an attribute by name."},
    {.name = "divmod", .kind = SK_FAST, .fast = b_divmod, .sig = "(x, y, /)", .doc = "Return the tuple (x//y, x%y)."},
    {.name = "format", .kind = SK_FAST, .fast = b_format, .sig = "(value, format_spec='', /)", .doc = "Return value formatted as its type understands format_spec."},
    {.name = "getattr", .kind = SK_FAST, .fast = b_getattr, .doc = "getattr(object, name[, default]) -> value\n\nGet an attribute by name; with a default, a missing one is no error."},
    {.name = "hasattr", .kind = SK_FAST, .fast = b_hasattr, .sig = "(obj, name, /)", .doc = "Tell whether the object has an attribute of this name."},
    {.name = "hash", .kind = SK_ONEARG, .onearg = b_hash, .sig = "(obj, /)", .doc = "Return the hash value of the object."},
    {.name = "hex", .kind = SK_ONEARG, .onearg = b_hex, .sig = "(number, /)", .doc = "Return an integer in hexadecimal, with the prefix 0x."},
    {.name = "id", .kind = SK_ONEARG, .onearg = b_id, .sig = "(obj, /)", .doc = "Return a number no other living object has."},
    {.name = "isinstance", .kind = SK_FAST, .fast = b_isinstance, .sig = "(obj, class_or_tuple, /)", .doc = "Tell whether an object is an instance of a class or of one of several."},
    {.name = "issubclass", .kind = SK_FAST, .fast = b_issubclass, .sig = "(cls, class_or_tuple, /)", .doc = "Tell whether a class derives from another or from one of several."},
    {.name = "oct", .kind = SK_ONEARG, .onearg = b_oct, .sig = "(number, /)", .doc = "Return an integer in octal, with the prefix 0o."},
    {.name = "ord", .kind = SK_ONEARG, .onearg = b_ord, .sig = "(character, /)", .doc = "Return the code point of a character."},
    {.name = "pow", .kind = SK_SIG, .sig_fn = b_pow, .sig = "(base, exp, mod=None)", .doc = "Return base**exp, or base**exp % mod."},
    {.name = "repr", .kind = SK_ONEARG, .onearg = b_repr, .sig = "(obj, /)", .doc = "Return the text that stands for the object."},
    {.name = "round", .kind = SK_SIG, .sig_fn = b_round, .sig = "(number, ndigits=None)", .doc = "Round a number to so many decimal digits."},
    {.name = "setattr", .kind = SK_FAST, .fast = b_setattr, .sig = "(obj, name, value, /)", .doc = "Set an attribute by name."},
    {0},
};

static SkType *const types[] = {
    &sk_bool_type, &sk_bytearray_type, &sk_bytes_type, &sk_classmethod_type, &sk_complex_type, &sk_dict_type,
    &sk_enumerate_type, &sk_filter_type, &sk_float_type, &sk_frozenset_type, &sk_int_type, &sk_list_type, &sk_map_type,
    &sk_memoryview_type, &sk_object_type, &sk_property_type, &sk_range_type, &sk_reversed_type, &sk_set_type, &sk_slice_type,
    &sk_staticmethod_type, &sk_str_type, &sk_super_type, &sk_tuple_type, &sk_type_type, &sk_zip_type,
};

static bool add_functions(SkValue module, const SkMethodDef *defs) {
    for (; defs->name; defs++)
        if (!sk_module_add_steal(module, defs->name, sk_native_new(defs, module, SK_N(builtins)))) return false;
    return true;
}

static bool exec(SkValue m) {
    static const struct {
        const char *name;
        SkValue value;
    } constants[] = {
        {"None", SK_NONE}, {"False", SK_FALSE}, {"True", SK_TRUE}, {"NotImplemented", SK_NOT_IMPLEMENTED},
        {"Ellipsis", SK_ELLIPSIS}, {"__debug__", SK_TRUE},
    };
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add(m, constants[i].name, constants[i].value)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(types); i++)
        if (!sk_module_add(m, types[i]->name, sk_type_value(types[i]))) return false;
#define X(name, base, layout, doc) \
    if (!sk_module_add(m, #name, sk_type_value(sk_exc_##name))) return false;
#include "objects/exceptions.def"
#undef X
    if (!sk_module_add(m, "EnvironmentError", sk_type_value(sk_exc_OSError)) ||
        !sk_module_add(m, "IOError", sk_type_value(sk_exc_OSError)))
        return false;
    if (!add_functions(m, sk_builtins_iter_functions) || !add_functions(m, sk_builtins_run_functions) ||
        !add_functions(m, sk_builtins_io_functions))
        return false;
    SK_AUTO SkValue import = sk_dict_get(sk_module_dict(m), SK_N(__import__));
    if (sk_is_empty(import)) return false;
    sk_set_builtin_import(import);
    return true;
}

const SkModuleDef sk_module_builtins = {
    .name = "builtins",
    .doc = "Functions, types, exceptions and constants that are visible everywhere without an import.",
    .functions = functions,
    .exec = exec,
};
