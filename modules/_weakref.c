// The native half of weakref.
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/weakref.h"

static SkValue weakref_count(SkValue module, SkValue target) {
    (void)module;
    return sk_int_from_int64((int64_t)sk_weakref_count(target));
}

static SkValue weakref_refs(SkValue module, SkValue target) {
    (void)module;
    return sk_weakref_list(target);
}

static SkValue weakref_proxy(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("proxy", nargs, 1, 2)) return SK_EMPTY;
    return sk_weakproxy_new(args[0], nargs > 1 ? args[1] : SK_NONE);
}

static bool is_dead(SkValue v) {
    if (!sk_is_weakref(v)) return false;
    SkValue target = sk_weakref_get(v);
    sk_release(target);
    return sk_is_empty(target);
}

// The dead reference may be replaced by a living one while this looks: what was taken out wrongly is put back, unless
// there is a newer one by then.
static SkValue remove_dead(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("_remove_dead_weakref", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_dict(args[0])) return sk_raise_bad_argument("_remove_dead_weakref", "argument 1", "dict", args[0]);
    SK_AUTO SkValue seen = sk_dict_get(args[0], args[1]);
    if (sk_is_empty(seen)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
    if (!is_dead(seen)) return sk_is_weakref(seen) ? SK_NONE : sk_raise(sk_exc_TypeError, "not a weakref");
    SK_AUTO SkValue taken = sk_dict_pop(args[0], args[1]);
    if (sk_is_empty(taken)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
    if (sk_is(taken, seen) || is_dead(taken)) return SK_NONE;
    SK_AUTO SkValue there = sk_dict_setdefault(args[0], args[1], taken, NULL);
    return sk_is_empty(there) ? SK_EMPTY : SK_NONE;
}

static const SkMethodDef functions[] = {
    {"getweakrefcount", SK_ONEARG, {.onearg = weakref_count}, "(object, /)", "The number of weak references to an object."},
    {"getweakrefs", SK_ONEARG, {.onearg = weakref_refs}, "(object, /)", "The weak references to an object, in a list."},
    {"proxy", SK_FAST, {.fast = weakref_proxy}, "(object, callback=None, /)", "A proxy that refers to the object weakly."},
    {"_remove_dead_weakref", SK_FAST, {.fast = remove_dead}, "(dct, key, /)", "Removes key if its value is a dead weak reference."},
    {0},
};

static bool exec(SkValue m) {
    return sk_module_add(m, "ref", sk_type_value(&sk_weakref_type)) &&
           sk_module_add(m, "ReferenceType", sk_type_value(&sk_weakref_type)) &&
           sk_module_add(m, "ProxyType", sk_type_value(&sk_weakproxy_type)) &&
           sk_module_add(m, "CallableProxyType", sk_type_value(&sk_weakcallableproxy_type));
}

const SkModuleDef sk_module__weakref = {.name = "_weakref", .doc = "Weak references.", .functions = functions, .exec = exec};
