#include "core/vm/import.h"

#include <stdio.h>
#include <time.h>

#include "core/native_modules.h"
#include "objects/audit.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Set once at start-up, immortal.
static SkValue modules, sys_module, builtin_import;

SkValue sk_sys_modules(void) { return modules; }
bool sk_is_builtin_import(SkValue v) { return sk_is(v, builtin_import); }

void sk_set_builtin_import(SkValue function) {
    builtin_import = sk_retain(function);
    sk_make_immortal(sk_ptr(function));
}

SkValue sk_sys_get(const char *name) {
    if (sk_is_empty(sys_module)) return SK_EMPTY;
    SkValue v = sk_dict_get_s(sk_module_dict(sys_module), name);
    if (sk_is_empty(v)) sk_error_clear();
    return v;
}

bool sk_sys_set(const char *name, SkValue value) { return sk_dict_set_s(sk_module_dict(sys_module), name, value); }

// ---- names ---------------------------------------------------------------------------------------------------------

static int64_t last_dot(SkValue name) {
    for (size_t i = sk_str_len(name); i-- > 0;)
        if (sk_str_at(sk_as_str(name), i) == '.') return (int64_t)i;
    return -1;
}

static int64_t first_dot(SkValue name) {
    for (size_t i = 0; i < sk_str_len(name); i++)
        if (sk_str_at(sk_as_str(name), i) == '.') return (int64_t)i;
    return -1;
}

static bool warn_if_not_parent(SkValue package, SkValue spec) {
    if (sk_is_empty(spec) || sk_is_none(spec)) return true;
    SK_AUTO SkValue parent = sk_getattr(spec, SK_N(parent));
    int same = sk_is_empty(parent) ? -1 : sk_compare_bool(package, parent, SK_EQ);
    return same > 0 || (same == 0 && sk_warn(sk_exc_DeprecationWarning, 1, "__package__ != __spec__.parent (%R != %R)", package, parent));
}

// The package that a relative import starts from: counted.
static SkValue package_of(SkValue globals) {
    if (sk_is_empty(globals) || !sk_is_dict(globals))
        return sk_raise(sk_exc_KeyError, "'__name__' not in globals");
    SK_AUTO SkValue package = sk_dict_get(globals, SK_N(__package__));
    SK_AUTO SkValue spec = sk_dict_get(globals, SK_N(__spec__));
    if (sk_error_occurred()) return SK_EMPTY;
    if (!sk_is_empty(package) && !sk_is_none(package)) {
        if (!sk_is_str(package)) return sk_raise(sk_exc_TypeError, "package must be a string");
        return warn_if_not_parent(package, spec) ? sk_move(&package) : SK_EMPTY;
    }
    if (!sk_is_empty(spec) && !sk_is_none(spec)) {
        SkValue parent = sk_getattr(spec, SK_N(parent));
        if (sk_is_empty(parent) || sk_is_str(parent)) return parent;
        sk_release(parent);
        return sk_raise(sk_exc_TypeError, "__spec__.parent must be a string");
    }
    if (!sk_warn(sk_exc_ImportWarning, 1, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"))
        return SK_EMPTY;
    SK_AUTO SkValue name = sk_dict_get(globals, SK_N(__name__));
    if (sk_is_empty(name)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_KeyError, "'__name__' not in globals");
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "__name__ must be a string");
    int has_path = sk_dict_contains(globals, SK_N(__path__));
    if (has_path < 0) return SK_EMPTY;
    if (has_path) return sk_move(&name);
    int64_t dot = last_dot(name);
    return dot < 0 ? sk_retain(sk_names.empty) : sk_str_slice(name, 0, (size_t)dot);
}

SkValue sk_resolve_name(SkValue name, SkValue package, int level) {
    size_t end = sk_str_len(package);
    for (int up = 1; up < level; up++) {
        SK_AUTO SkValue so_far = sk_str_slice(package, 0, end);
        int64_t dot = sk_is_empty(so_far) ? -1 : last_dot(so_far);
        if (dot < 0) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ImportError, "attempted relative import beyond top-level package");
        end = (size_t)dot;
    }
    SK_AUTO SkValue base = sk_str_slice(package, 0, end);
    if (sk_is_empty(base)) return base;
    return sk_str_len(name) ? sk_str_format("%S.%S", base, name) : sk_move(&base);
}

static SkValue absolute_name(SkValue name, SkValue globals, int level) {
    SK_AUTO SkValue package = package_of(globals);
    if (sk_is_empty(package)) return package;
    if (sk_str_len(package) == 0) return sk_raise(sk_exc_ImportError, "attempted relative import with no known parent package");
    return sk_resolve_name(name, package, level);
}

// ---- loading ---------------------------------------------------------------------------------------------------------

static SkValue no_module(SkValue name, const char *fmt, SkValue extra) {
    SK_AUTO SkValue message = sk_is_empty(extra) ? sk_str_format("No module named %R", name) : sk_str_format(fmt, name, extra);
    return sk_is_empty(message) ? message : sk_raise_import_error(sk_exc_ModuleNotFoundError, message, name, SK_EMPTY);
}

static void forget(SkValue name) {
    SkValue exc = sk_error_take();
    if (sk_dict_delete(modules, name) < 0) sk_error_clear();
    sk_error_restore(exc);
}

// A module may have put another object in its place.
static SkValue finished(SkValue name) {
    SkValue m = sk_dict_get(modules, name);
    if (sk_is_empty(m) && !sk_error_occurred()) sk_raise_value(sk_exc_KeyError, name);
    return m;
}

static SkValue load_native(SkValue name, const SkNativeModule *native) {
    const SkModuleDef *def = sk_native_module_def(native);
    SK_AUTO SkValue m = def ? sk_module_create(def) : SK_EMPTY;
    if (sk_is_empty(m)) return m;
    SkFound found = {.kind = SK_FOUND_NATIVE};
    if (!sk_module_set_attributes(m, name, &found) || !sk_dict_set(modules, name, m)) return SK_EMPTY;
    return sk_move(&m);
}

static SkValue load_found(SkValue name, const SkFound *found) {
    // importlib makes the paths of namespace packages, which follow sys.path.
    SK_AUTO SkValue library = found->kind == SK_FOUND_NAMESPACE ? sk_import("importlib") : SK_NONE;
    SK_AUTO SkValue m = sk_is_empty(library) ? SK_EMPTY : sk_module_new(name);
    if (sk_is_empty(m) || !sk_module_set_attributes(m, name, found)) return SK_EMPTY;
    if (found->kind == SK_FOUND_NAMESPACE) return sk_dict_set(modules, name, m) ? sk_move(&m) : SK_EMPTY;
    SkValue dict = sk_module_dict(m);
    if (!sk_dict_set(dict, SK_N(__builtins__), sk_module_builtins_dict())) return SK_EMPTY;
    if (!sk_module_set_initializing(m, true) || !sk_dict_set(modules, name, m)) return SK_EMPTY;
    SK_AUTO SkValue code = sk_load_source_code(found->file);
    SkValue r = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, dict, dict);
    if (sk_is_empty(r)) {
        forget(name);
        return SK_EMPTY;
    }
    sk_release(r);
    if (!sk_library_module_loaded(name, m) || !sk_module_set_initializing(m, false)) return SK_EMPTY;
    return finished(name);
}

// What another finder's spec says: create, enter, execute.
static SkValue load_spec(SkValue spec) {
    SK_AUTO SkValue bootstrap = sk_import("importlib._bootstrap");
    if (sk_is_empty(bootstrap)) return bootstrap;
    SkValue m = sk_call_method_s(bootstrap, "_load_unlocked", &spec, 1);
    if (sk_is_empty(m)) sk_library_trim_traceback();
    return m;
}

static bool ask_finder(SkValue finder, SkValue name, SkValue path, SkFound *out) {
    SK_AUTO SkValue find = sk_getattr_opt(finder, SK_N(find_spec));
    if (sk_is_empty(find)) return !sk_error_occurred();
    SkValue spec = sk_call3(find, name, sk_is_empty(path) ? SK_NONE : path, SK_NONE);
    if (sk_is_empty(spec)) return false;
    if (sk_is_none(spec)) return true;
    out->kind = SK_FOUND_SPEC;
    out->spec = spec;
    return true;
}

static bool find(SkValue name, SkValue tail, SkValue path, SkFound *out, const SkNativeModule **native) {
    *out = (SkFound){0};
    *native = NULL;
    SK_AUTO SkValue meta = sk_sys_get("meta_path");
    bool early = sk_is_empty(meta);  // sys is not there yet
    if (early) sk_error_clear();
    else if (sk_is_none(meta)) return sk_raise_false(sk_exc_ImportError, "sys.meta_path is None, Python is likely shutting down");
    SK_AUTO SkValue finders = early ? sk_empty_tuple() : sk_to_tuple(meta);
    if (sk_is_empty(finders)) return false;
    size_t n = sk_tuple_len(finders);
    if (!n && !early && !sk_warn(sk_exc_ImportWarning, 1, "sys.meta_path is empty")) return false;
    for (size_t i = 0; i < n + early && !out->kind; i++) {
        SkFinderKind kind = early ? SK_FINDER_ALL : sk_finder_kind(sk_tuple_peek(finders, i));
        if ((kind == SK_FINDER_ALL || kind == SK_FINDER_NATIVE) && (*native = sk_find_native_module(name))) {
            out->kind = SK_FOUND_NATIVE;
            return true;
        }
        if ((kind == SK_FINDER_ALL || kind == SK_FINDER_PATH) && !sk_find_on_path(name, tail, path, out)) return false;
        if (kind == SK_FINDER_OTHER && !ask_finder(sk_tuple_peek(finders, i), name, path, out)) return false;
    }
    return true;
}

static SkValue find_and_load(SkValue name);

// -X importtime: what importing takes, without and with the imports within it, on stderr.
bool sk_import_times;
static SkValue timed_load(SkValue name) {
    static _Thread_local int64_t inner, depth;
    static _Atomic bool begun;
    if (!sk_swap_relaxed(&begun, true)) fputs("import time: self [us] | cumulative | imported package\n", stderr);
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    int64_t start = t.tv_sec * INT64_C(1000000) + t.tv_nsec / 1000, outer = inner;
    inner = 0;
    depth++;
    SkValue m = find_and_load(name);
    depth--;
    clock_gettime(CLOCK_MONOTONIC, &t);
    int64_t total = t.tv_sec * INT64_C(1000000) + t.tv_nsec / 1000 - start;
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(name);
    fprintf(stderr, "import time: %9lld | %10lld | %*s%s\n", (long long)(total - inner), (long long)total, (int)(depth * 2), "", text.text ? text.text : "?");
    inner = outer + total;
    return m;
}

// The child becomes an attribute of what is the parent now: loading it may have put another module there.
static bool bind_in_parent(SkValue name, size_t dot, SkValue tail, SkValue m) {
    SK_AUTO SkValue parent_name = sk_str_slice(name, 0, dot);
    SK_AUTO SkValue parent = sk_is_empty(parent_name) ? SK_EMPTY : sk_dict_get(modules, parent_name);
    if (sk_is_empty(parent)) return sk_error_occurred() ? false : (sk_raise_value(sk_exc_KeyError, parent_name), false);
    if (sk_setattr(parent, tail, m)) return true;
    return sk_error_clear_if(sk_exc_AttributeError) &&
           sk_warn(sk_exc_ImportWarning, 1, "Cannot set an attribute on %R for child module %R", parent_name, tail);
}

// Requires: the module's lock.
static SkValue find_and_load(SkValue name) {
    SkValue loaded = sk_dict_get(modules, name);
    if (!sk_is_empty(loaded) || sk_error_occurred()) return loaded;
    if (sk_load_relaxed(&sk_audit_hook)) {
        SK_AUTO SkValue search = sk_sys_get("path"), finders = sk_sys_get("meta_path"), hooks = sk_sys_get("path_hooks");
        sk_error_clear();
        if (!sk_audit("import", name, SK_NONE, search, finders, hooks)) return SK_EMPTY;
    }
    int64_t dot = last_dot(name);
    SK_AUTO SkValue path = SK_EMPTY;
    SK_AUTO SkValue parent = SK_EMPTY;
    SK_AUTO SkValue tail = dot < 0 ? sk_retain(name) : sk_intern(sk_str_slice(name, (size_t)dot + 1, sk_str_len(name)));
    if (sk_is_empty(tail)) return tail;
    if (dot >= 0) {
        SK_AUTO SkValue parent_name = sk_str_slice(name, 0, (size_t)dot);
        if (sk_is_empty(parent_name)) return SK_EMPTY;
        SK_AUTO SkValue blocked = sk_dict_get(modules, parent_name);
        if (sk_is_empty(blocked) && sk_error_occurred()) return SK_EMPTY;
        parent = sk_is_none(blocked) ? SK_NONE : sk_import_module(parent_name);
        if (sk_is_empty(parent)) return parent;
        loaded = sk_dict_get(modules, name);  // the parent's import may have brought it
        if (!sk_is_empty(loaded) || sk_error_occurred()) return loaded;
        path = sk_getattr_opt(parent, SK_N(__path__));
        if (sk_is_empty(path)) {
            if (sk_error_occurred()) return SK_EMPTY;
            // A native module may be below one that is no package: string.templatelib with older libraries.
            if (!sk_find_native_module(name)) return no_module(name, "No module named %R; %R is not a package", parent_name);
        }
    }
    loaded = sk_library_alias(name);
    if (!sk_is_empty(loaded) || sk_error_occurred()) return loaded;
    SkFound found;
    const SkNativeModule *native;
    if (!find(name, tail, path, &found, &native)) return SK_EMPTY;
    SkValue m = SK_EMPTY;
    switch (found.kind) {
    case SK_FOUND_NOTHING: {
        SK_AUTO SkValue extension = sk_find_extension(tail, path);
        no_module(name, "No module named %R: %S is compiled for CPython and cannot be loaded", extension);
        break;
    }
    case SK_FOUND_NATIVE: m = load_native(name, native); break;
    case SK_FOUND_SPEC: m = load_spec(found.spec); break;
    default: m = load_found(name, &found); break;
    }
    sk_found_release(&found);
    if (!sk_is_empty(m) && !sk_is_empty(parent) && !bind_in_parent(name, (size_t)dot, tail, m)) {
        sk_release(m);
        return SK_EMPTY;
    }
    return m;
}

static bool initializing(SkValue m) {
    SK_AUTO SkValue spec = sk_getattr_opt(m, SK_N(__spec__));
    SK_AUTO SkValue flag = sk_is_empty(spec) || sk_is_none(spec) ? SK_EMPTY : sk_getattr_opt(spec, SK_N(_initializing));
    sk_error_clear();
    return !sk_is_empty(flag) && sk_truth(flag) > 0;
}

static SkValue import_interned(SkValue name) {
    SkValue m;
    while (!sk_is_empty(m = sk_dict_get(modules, name))) {
        if (sk_is_none(m)) {
            SK_AUTO SkValue message = sk_str_format("import of %S halted; None in sys.modules", name);
            return sk_is_empty(message) ? message : sk_raise_import_error(sk_exc_ModuleNotFoundError, message, name, SK_EMPTY);
        }
        if (sk_likely(!initializing(m))) return m;
        // Somebody, perhaps this thread further down, is at it.
        SK_AUTO SkValue unfinished = m;
        int held = sk_import_lock(name);
        if (held < 0) return SK_EMPTY;
        if (!held) return sk_move(&unfinished);
        sk_import_unlock(name);
        SK_AUTO SkValue now = sk_dict_get(modules, name);
        if (sk_is(now, unfinished)) return sk_move(&unfinished);
        if (sk_error_occurred()) return SK_EMPTY;
        // Its import failed, and it is gone: this thread tries for itself.
    }
    if (sk_error_occurred()) return SK_EMPTY;
    int held = sk_import_lock(name);
    if (held < 0) return SK_EMPTY;
    m = sk_unlikely(sk_import_times) ? timed_load(name) : find_and_load(name);
    if (held) sk_import_unlock(name);
    return m;
}

SkValue sk_import_module(SkValue name) {
    SK_AUTO SkValue interned = sk_intern(sk_retain(name));
    return sk_is_empty(interned) ? interned : import_interned(interned);
}

// ---- __import__ ----------------------------------------------------------------------------------------------------------

// None stands in sys.modules.
static SK_NOINLINE bool is_blocked(SkValue name) {
    SkValue m = sk_dict_get(modules, name);
    bool blocked = sk_is_none(m);
    sk_error_clear();
    sk_release(m);
    return blocked;
}

static bool import_from_list(SkValue module, SkValue fromlist, bool in_all) {
    SK_AUTO SkValue items = sk_to_tuple(fromlist);
    if (sk_is_empty(items)) return false;
    for (size_t i = 0; i < sk_tuple_len(items); i++) {
        SkValue item = sk_tuple_peek(items, i);
        if (!sk_is_str(item)) {
            SK_AUTO SkValue name = sk_getattr(module, SK_N(__name__));
            if (in_all) return sk_raise_false(sk_exc_TypeError, "Item in %S.__all__ must be str, not %T", name, item);
            return sk_raise_false(sk_exc_TypeError, "Item in ``from list'' must be str, not %T", item);
        }
        if (sk_str_equals_ascii(item, "*")) {
            SK_AUTO SkValue all = in_all ? SK_EMPTY : sk_getattr_opt(module, SK_N(__all__));
            if (sk_error_occurred() || (!sk_is_empty(all) && !import_from_list(module, all, true))) return false;
            continue;
        }
        int has = sk_hasattr(module, item);
        if (has < 0) return false;
        if (has) continue;
        SK_AUTO SkValue name = sk_getattr(module, SK_N(__name__));
        SK_AUTO SkValue full = sk_is_empty(name) ? SK_EMPTY : sk_str_format("%S.%S", name, item);
        SK_AUTO SkValue sub = sk_is_empty(full) ? SK_EMPTY : sk_import_module(full);
        if (!sk_is_empty(sub)) continue;
        // A name that is no submodule is the from-import's business; an error inside the submodule is not.
        if (!sk_error_matches(sk_exc_ModuleNotFoundError)) return false;
        SkValue exc = sk_error_take();
        SK_AUTO SkValue missing = sk_getattr_opt(exc, SK_N(name));
        bool that_one = !sk_is_empty(missing) && sk_is_str(missing) && !sk_is_empty(full) && sk_str_equal(missing, full);
        if (!that_one || is_blocked(full)) {
            sk_error_restore(exc);
            return false;
        }
        sk_release(exc);
    }
    return true;
}

SkValue sk_import_module_level(SkValue name, SkValue globals, SkValue fromlist, int level) {
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "module name must be a string");
    if (level < 0) return sk_raise(sk_exc_ValueError, "level must be >= 0");
    SK_AUTO SkValue full = level ? absolute_name(name, globals, level) : sk_retain(name);
    if (sk_is_empty(full)) return full;
    if (sk_str_len(full) == 0) return sk_raise(sk_exc_ValueError, "Empty module name");
    SK_AUTO SkValue m = sk_import_module(full);
    if (sk_is_empty(m)) return m;
    bool has_from = !sk_is_empty(fromlist) && !sk_is_none(fromlist);
    if (has_from) {
        int truth = sk_truth(fromlist);
        if (truth < 0) return SK_EMPTY;
        has_from = truth;
    }
    if (has_from) {
        SK_AUTO SkValue path = sk_getattr_opt(m, SK_N(__path__));
        if (sk_is_empty(path) ? sk_error_occurred() : !import_from_list(m, fromlist, false)) return SK_EMPTY;
        return sk_move(&m);
    }
    int64_t dot = first_dot(name);
    if (level && sk_str_len(name) == 0) return sk_move(&m);
    if (dot < 0) return sk_move(&m);
    // `import a.b.c` binds a; relative: as far up as the name goes.
    size_t cut = level ? sk_str_len(full) - (sk_str_len(name) - (size_t)dot) : (size_t)dot;
    SK_AUTO SkValue top = sk_str_slice(full, 0, cut);
    return sk_is_empty(top) ? top : sk_import_module(top);
}

// ---- hooks and start-up ----------------------------------------------------------------------------------------------------

static SkValue import_by_text(const char *name) {
    SK_AUTO SkValue n = sk_str_from(name);
    return sk_is_empty(n) ? n : sk_import_module(n);
}

static SkValue builtin_by_text(const char *name) {
    SkValue v = sk_dict_get_s(sk_module_builtins_dict(), name);
    return sk_is_empty(v) && !sk_error_occurred() ? sk_raise(sk_exc_NameError, "name '%s' is not defined", name) : v;
}

static SkValue current_globals(void) {
    SkFrame *f = sk_vm.top;
    return f ? sk_retain(sk_counted(f->globals)) : SK_EMPTY;
}

bool sk_import_init(void) {
    modules = sk_dict_new();
    if (sk_is_empty(modules)) return false;
    sk_make_immortal(sk_ptr(modules));
    sk_hooks.import = import_by_text;
    sk_hooks.builtin = builtin_by_text;
    sk_hooks.current_globals = current_globals;
    // builtins before sys: what sys makes may look at it.
    SkValue name = SK_N(builtins);
    const SkNativeModule *native = sk_find_native_module(name);
    SkValue builtins = native ? sk_module_new(name) : SK_EMPTY;
    if (sk_is_empty(builtins)) return false;
    sk_set_module_builtins_dict(sk_module_dict(builtins));
    sk_make_immortal(sk_ptr(builtins));
    sk_make_immortal(sk_ptr(sk_module_dict(builtins)));
    if (!sk_module_fill(builtins, native->def)) return false;
    SkFound found = {.kind = SK_FOUND_NATIVE};
    if (!sk_dict_set(modules, name, builtins)) return false;
    native = sk_find_native_module(SK_N(sys));
    sys_module = native ? sk_module_new(SK_N(sys)) : SK_EMPTY;
    if (sk_is_empty(sys_module)) return false;
    sk_make_immortal(sk_ptr(sys_module));
    if (!sk_sys_set("modules", modules) || !sk_module_fill(sys_module, native->def) || !sk_dict_set(modules, SK_N(sys), sys_module)) return false;
    return sk_module_set_attributes(builtins, name, &found) && sk_module_set_attributes(sys_module, SK_N(sys), &found);
}
