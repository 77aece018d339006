// sys: what other runtimes tell of their compilers and debuggers, answered for this one: there is no just-in-time
// compiler and nothing outside the process can attach.
#include "modules/sys.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/str.h"

static SkValue is_immortal(SkValue module, SkValue v) {
    (void)module;
    return sk_bool(!sk_is_ptr(v) || sk_is_immortal(sk_ptr(v)));
}

static SkValue no(SkValue module) {
    (void)module;
    return SK_FALSE;
}

static SkValue remote_exec(SkValue module, const SkValue *args) {
    (void)module, (void)args;
    return sk_raise(sk_exc_RuntimeError, "Remote debugging is not enabled in the remote process");
}

// dataclasses takes these two out of a class that it replaces by one with slots: they would keep the old one alive.
static SkValue clear_type_descriptors(SkValue module, SkValue type) {
    (void)module;
    if (!sk_is_type(type)) return sk_raise(sk_exc_TypeError, "sys._clear_type_descriptors() argument must be type, not %T", type);
    if (sk_as_type(type)->flags & SK_TF_IMMUTABLE) return sk_raise(sk_exc_TypeError, "argument is immutable");
    SkValue names[] = {SK_N(__dict__), SK_N(__weakref__)};
    for (size_t i = 0; i < SK_COUNT_OF(names); i++)
        if (!sk_type_set_attr(sk_as_type(type), names[i], SK_EMPTY)) {
            if (!sk_error_matches(sk_exc_AttributeError)) return SK_EMPTY;
            sk_error_clear();
        }
    return SK_NONE;
}

static const SkMethodDef debug_functions[] = {
    {"_clear_type_descriptors", SK_ONEARG, {.onearg = clear_type_descriptors}, "(type, /)", "Take __dict__ and __weakref__ out of a class."},
    {"_is_immortal", SK_ONEARG, {.onearg = is_immortal}, "(op, /)", "Whether the object lives as long as the process."},
    {"is_remote_debug_enabled", SK_NOARGS, {.noargs = no}, "()", "Whether a debugger may attach from outside."},
    {"remote_exec", SK_SIG, {.sig_fn = remote_exec}, "(pid, script)", "Run a script in another process: not supported."},
    {0},
};
static const SkMethodDef jit_functions[] = {
    {"is_available", SK_NOARGS, {.noargs = no}, "()", "Whether there is a just-in-time compiler."},
    {"is_enabled", SK_NOARGS, {.noargs = no}, "()", "Whether it is used in this process."},
    {"is_active", SK_NOARGS, {.noargs = no}, "()", "Whether the calling frame runs its code."},
    {0},
};
static const SkModuleDef jit = {.name = "sys._jit", .doc = "The just-in-time compiler: there is none.", .functions = jit_functions};

bool sk_sys_add_debug(SkValue module) {
    SkValue name = sk_intern_s("sys");
    if (sk_is_empty(name)) return false;
    for (const SkMethodDef *d = debug_functions; d->name; d++)
        if (!sk_module_add_steal(module, d->name, sk_native_new(d, module, name))) return false;
    return sk_module_add_steal(module, "_jit", sk_module_create(&jit));
}
