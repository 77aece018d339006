// What importlib asks of the runtime. There are no frozen modules and no extension modules.
#include "base/siphash.h"
#include "core/code.h"
#include "core/native_modules.h"
#include "core/vm/import.h"
#include "modules/sys.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// The lock that importlib takes around its own tables: one more of the importer's locks, under a name no module has.
static SkValue lock_name(void) { return sk_intern_s("<import lock>"); }

static SkValue imp_acquire_lock(SkValue self) {
    (void)self;
    int held = sk_import_lock(lock_name());
    return held < 0 ? SK_EMPTY : SK_NONE;
}
static SkValue imp_release_lock(SkValue self) {
    (void)self;
    if (!sk_import_lock_mine(lock_name())) return sk_raise(sk_exc_RuntimeError, "not holding the import lock");
    sk_import_unlock(lock_name());
    return SK_NONE;
}
static SkValue imp_lock_held(SkValue self) {
    (void)self;
    return sk_bool(sk_import_lock_held(lock_name()));
}

static SkValue imp_extension_suffixes(SkValue self) {
    (void)self;
    return sk_list_new(0);
}

static bool want_str(const char *function, SkValue v) {
    return sk_is_str(v) || sk_raise_false(sk_exc_TypeError, "%s() argument must be str, not %O", function, v);
}

// -1 for those that are there once and for all, as sys.
static SkValue imp_is_builtin(SkValue self, SkValue name) {
    (void)self;
    if (!want_str("is_builtin", name)) return SK_EMPTY;
    if (!sk_find_native_module(name)) return sk_from_small_int(0);
    return sk_from_small_int(sk_str_equals_ascii(name, "sys") || sk_str_equals_ascii(name, "builtins") ? -1 : 1);
}
static SkValue imp_create_builtin(SkValue self, SkValue spec) {
    (void)self;
    SK_AUTO SkValue name = sk_getattr(spec, SK_N(name));
    if (sk_is_empty(name)) return name;
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "name must be string, not %T", name);
    const SkNativeModule *native = sk_find_native_module(name);
    if (!native) return SK_NONE;
    SkValue loaded = sk_dict_get(sk_sys_modules(), name);
    if (!sk_is_empty(loaded) || sk_error_occurred()) return loaded;
    const SkModuleDef *def = sk_native_module_def(native);
    return def ? sk_module_create(def) : SK_EMPTY;
}
static SkValue imp_exec_builtin(SkValue self, SkValue module) {
    (void)self, (void)module;
    return sk_from_small_int(0);
}

static SkValue no_extension(const SkValue *args) {
    SK_AUTO SkValue name = sk_getattr(args[0], SK_N(name));
    SK_AUTO SkValue path = sk_is_empty(name) ? SK_EMPTY : sk_getattr_s(args[0], "origin");
    if (sk_is_empty(path)) return path;
    SK_AUTO SkValue message = sk_str_format("extension modules are not supported: %S", path);
    return sk_is_empty(message) ? message : sk_raise_import_error(sk_exc_ImportError, message, name, path);
}
static SkValue imp_create_dynamic(SkValue self, const SkValue *args, size_t nargs) {
    (void)self;
    return sk_check_nargs("create_dynamic", nargs, 1, 2) ? no_extension(args) : SK_EMPTY;
}

// ---- frozen modules: none -----------------------------------------------------------------------------------------------

static SkValue no_frozen(SkValue name) {
    SK_AUTO SkValue message = sk_str_format("No such frozen object named %S", name);
    return sk_is_empty(message) ? message : sk_raise_import_error(sk_exc_ImportError, message, name, SK_EMPTY);
}
static SkValue imp_is_frozen(SkValue self, SkValue name) {
    (void)self;
    return want_str("is_frozen", name) ? SK_FALSE : SK_EMPTY;
}
static SkValue imp_is_frozen_package(SkValue self, SkValue name) {
    (void)self;
    return want_str("is_frozen_package", name) ? no_frozen(name) : SK_EMPTY;
}
static SkValue imp_get_frozen_object(SkValue self, const SkValue *args, size_t nargs) {
    (void)self;
    if (!sk_check_nargs("get_frozen_object", nargs, 1, 2)) return SK_EMPTY;
    return want_str("get_frozen_object", args[0]) ? no_frozen(args[0]) : SK_EMPTY;
}
static SkValue imp_init_frozen(SkValue self, SkValue name) {
    (void)self;
    return want_str("init_frozen", name) ? SK_NONE : SK_EMPTY;
}
static SkValue imp_find_frozen(SkValue self, const SkValue *args) {
    (void)self;
    return want_str("find_frozen", args[0]) ? SK_NONE : SK_EMPTY;
}
static SkValue imp_frozen_names(SkValue self) {
    (void)self;
    return sk_list_new(0);
}
static SkValue imp_override(SkValue self, SkValue value) {
    (void)self, (void)value;
    return SK_NONE;
}
static SkValue imp_override_check(SkValue self, SkValue value) {
    (void)self, (void)value;
    return sk_from_small_int(0);
}

// ---- code files -----------------------------------------------------------------------------------------------------------

static SkValue imp_source_hash(SkValue self, const SkValue *args) {
    (void)self;
    int64_t key;
    if (!sk_as_int64(args[0], &key)) return SK_EMPTY;
    SkBuffer source;
    if (!sk_buffer_get(args[1], &source, SK_BUF_SIMPLE)) return SK_EMPTY;
    uint64_t h = sk_siphash13((uint64_t)key, 0, source.data, (size_t)source.length);
    sk_buffer_release(&source);
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)(h >> 8 * i);
    return sk_bytes_from(bytes, 8);
}

// A code object and those among its constants that have the same file name.
static void fix_filename(SkCode *c, SkValue from, SkValue to) {
    SK_AUTO SkValue old = sk_slot_get(&c->header, &c->filename);
    if (!sk_str_equal(old, from)) return;
    sk_slot_set(&c->header, &c->filename, sk_retain(to));
    for (uint32_t i = 0; i < c->nconstants; i++) {
        SkValue v = sk_slot_peek(&c->constants[i]);
        if (sk_has_index(v, SK_T_CODE)) fix_filename(sk_as_code(v), from, to);
    }
}
static SkValue imp_fix_co_filename(SkValue self, const SkValue *args, size_t nargs) {
    (void)self;
    if (!sk_check_nargs("_fix_co_filename", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_has_index(args[0], SK_T_CODE)) return sk_raise_bad_argument("_fix_co_filename", "argument 1", "code", args[0]);
    if (!sk_is_str(args[1])) return sk_raise_bad_argument("_fix_co_filename", "argument 2", "str", args[1]);
    SkCode *c = sk_as_code(args[0]);
    SK_AUTO SkValue old = sk_slot_get(&c->header, &c->filename);
    if (!sk_str_equal(old, args[1])) fix_filename(c, old, args[1]);
    return SK_NONE;
}

static const SkMethodDef functions[] = {
    {"lock_held", SK_NOARGS, {.noargs = imp_lock_held}, "()", "True if the import lock is held by some thread."},
    {"acquire_lock", SK_NOARGS, {.noargs = imp_acquire_lock}, "()", "Takes the import lock for this thread."},
    {"release_lock", SK_NOARGS, {.noargs = imp_release_lock}, "()", "Gives the import lock back."},
    {"extension_suffixes", SK_NOARGS, {.noargs = imp_extension_suffixes}, "()", "The suffixes of extension modules: none."},
    {"is_builtin", SK_ONEARG, {.onearg = imp_is_builtin}, "(name, /)", "Whether there is a native module of this name."},
    {"create_builtin", SK_ONEARG, {.onearg = imp_create_builtin}, "(spec, /)", "Makes a native module."},
    {"exec_builtin", SK_ONEARG, {.onearg = imp_exec_builtin}, "(mod, /)", "Does nothing: native modules are made complete."},
    {"create_dynamic", SK_FAST, {.fast = imp_create_dynamic}, "(spec, file=<unrepresentable>, /)", "Raises ImportError: there are no extension modules."},
    {"exec_dynamic", SK_ONEARG, {.onearg = imp_exec_builtin}, "(mod, /)", "Does nothing."},
    {"is_frozen", SK_ONEARG, {.onearg = imp_is_frozen}, "(name, /)", "False: no module is frozen."},
    {"is_frozen_package", SK_ONEARG, {.onearg = imp_is_frozen_package}, "(name, /)", "Raises ImportError: no module is frozen."},
    {"get_frozen_object", SK_FAST, {.fast = imp_get_frozen_object}, "(name, data=None, /)", "Raises ImportError: no module is frozen."},
    {"init_frozen", SK_ONEARG, {.onearg = imp_init_frozen}, "(name, /)", "None: no module is frozen."},
    {"find_frozen", SK_SIG, {.sig_fn = imp_find_frozen}, "(name, /, *, withdata=False)", "None: no module is frozen."},
    {"_frozen_module_names", SK_NOARGS, {.noargs = imp_frozen_names}, "()", "The names of frozen modules: none."},
    {"_override_frozen_modules_for_tests", SK_ONEARG, {.onearg = imp_override}, "(override, /)", "Does nothing."},
    {"_override_multi_interp_extensions_check", SK_ONEARG, {.onearg = imp_override_check}, "(override, /)", "Does nothing."},
    {"source_hash", SK_SIG, {.sig_fn = imp_source_hash}, "(key, source)", "The hash of a source file that a cache file may carry."},
    {"_fix_co_filename", SK_FAST, {.fast = imp_fix_co_filename}, "(code, path, /)", "Sets the file name of a code object and those within."},
    {0},
};

static bool imp_exec(SkValue m) {
    uint8_t magic[4];
    sk_code_cache_magic(magic);
    return sk_module_add_str(m, "check_hash_based_pycs", sk_config.check_hash_based_pycs) &&
           sk_module_add_int(m, "pyc_magic_number_token", magic[0] | magic[1] << 8 | magic[2] << 16 | magic[3] << 24);
}

const SkModuleDef sk_module__imp = {"_imp", "What importlib asks of the runtime.", functions, imp_exec};
