// Lib's importlib on top of the C importer. importlib runs its bootstrap modules from source; from then on
//   - ModuleSpec there is the type that the C importer makes, and `_gcd_import` is the C importer, so that there is one
//     set of locks and one way in;
//   - sys.meta_path holds the documented finders, BuiltinImporter, FrozenImporter and PathFinder, in place of the entry
//     for the C importer, which still does their work; sys.path_hooks makes FileFinders;
//   - modules carry the loaders of importlib, also those that were imported before.
#include <sys/stat.h>

#include "base/atomic.h"
#include "base/alloc.h"
#include "core/vm/import.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/traceback.h"
#include "objects/tuple.h"

typedef struct {
    SkValue native, frozen, path;       // BuiltinImporter, FrozenImporter, PathFinder: classes
    SkValue source, name_space;         // SourceFileLoader, NamespaceLoader: classes
    SkValue file_finder, file_hook;     // FileFinder, and the hook that makes them
    SkValue zip_hook;                   // stands in for zipimport's
    SkValue native_module, bootstrap, external;
} Library;

static _Atomic(Library *) published;  // written once, immortal. PAIR(import-library)

static Library *library(void) {
    return sk_load_acquire(&published);  // PAIR(import-library): with join; without it the fields could look unset
}

// ---- replacements in importlib._bootstrap ---------------------------------------------------------------------------

static SkValue gcd_import(SkValue self, const SkValue *args) {
    (void)self;
    SkValue name = args[0], package = sk_is_empty(args[1]) ? SK_NONE : args[1];
    int level = 0;
    if (!sk_is_empty(args[2]) && !sk_as_int(args[2], &level)) return SK_EMPTY;
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "module name must be str, not %R", sk_type_value(sk_type_of(name)));
    if (level < 0) return sk_raise(sk_exc_ValueError, "level must be >= 0");
    if (level > 0) {
        if (!sk_is_str(package)) return sk_raise(sk_exc_TypeError, "__package__ not set to a string");
        if (!sk_str_len(package)) return sk_raise(sk_exc_ImportError, "attempted relative import with no known parent package");
    }
    if (!sk_str_len(name) && !level) return sk_raise(sk_exc_ValueError, "Empty module name");
    SK_AUTO SkValue full = level ? sk_resolve_name(name, package, level) : sk_retain(name);
    return sk_is_empty(full) ? full : sk_import_module(full);
}

static SkValue find_and_load(SkValue self, const SkValue *args, size_t nargs) {
    (void)self;
    if (!sk_check_nargs("_find_and_load", nargs, 1, 2)) return SK_EMPTY;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "module name must be a string");
    return sk_import_module(args[0]);
}

// _setup walks through sys.modules, which CPython does before there are threads. It may be done again from the beginning.
static SkValue setup(SkValue self, const SkValue *args, size_t nargs) {
    for (int i = 0;; i++) {
        SkValue done = sk_call(self, args, nargs, SK_EMPTY);
        if (!sk_is_empty(done) || i == 1000 || !sk_error_clear_if(sk_exc_RuntimeError)) return done;
    }
}

static bool wrap_setup(SkValue dict, SkValue module) {
    static const SkMethodDef def = {"_setup", SK_FAST, {.fast = setup}, "(sys_module, _imp_module, /)", "Set up importlib."};
    SK_AUTO SkValue old = sk_dict_get_s(dict, def.name);
    SK_AUTO SkValue f = sk_is_empty(old) ? SK_EMPTY : sk_native_new(&def, old, module);
    return !sk_is_empty(f) ? sk_dict_set_s(dict, def.name, f) : !sk_error_occurred();
}

static const SkMethodDef replacements[] = {
    {"_gcd_import", SK_SIG, {.sig_fn = gcd_import}, "(name, package=None, level=0)", "Imports a module and returns it."},
    {"_find_and_load", SK_FAST, {.fast = find_and_load}, "(name, import_, /)", "Finds and loads a module."},
};

// CPython runs these modules under another name, which is that of their classes.
static bool name_classes(SkValue dict, const char *module) {
    SK_AUTO SkValue name = sk_intern_s(module), own = sk_dict_get_s(dict, "__name__"), all = sk_dict_values_list(dict);
    if (sk_is_empty(name) || sk_is_empty(own) || sk_is_empty(all)) return false;
    for (size_t i = 0; i < sk_list_len(all); i++) {
        SK_AUTO SkValue v = sk_list_get(all, i);
        if (!sk_is_type(v) || !(sk_as_type(v)->flags & SK_TF_HEAP)) continue;
        SK_AUTO SkValue of = sk_getattr(v, SK_N(__module__));
        if (sk_is_empty(of)) return false;
        if (sk_compare_bool(of, own, SK_EQ) > 0 && !sk_setattr(v, SK_N(__module__), name)) return false;
    }
    return true;
}

static bool join_bootstrap(SkValue dict) {
    SK_AUTO SkValue name = sk_str_from("importlib._bootstrap");
    if (sk_is_empty(name)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(replacements); i++) {
        SK_AUTO SkValue f = sk_native_new(&replacements[i], SK_EMPTY, name);
        if (sk_is_empty(f) || !sk_dict_set_s(dict, replacements[i].name, f)) return false;
    }
    SkValue type = sk_module_spec_type();
    return !sk_is_empty(type) && wrap_setup(dict, name) && sk_dict_set_s(dict, "ModuleSpec", type) && name_classes(dict, "_frozen_importlib");
}

static bool join_external(SkValue dict) {
    uint8_t magic[4];
    sk_code_cache_magic(magic);
    SK_AUTO SkValue bytes = sk_bytes_from(magic, sizeof magic);
    return !sk_is_empty(bytes) && sk_dict_set_s(dict, "MAGIC_NUMBER", bytes) && name_classes(dict, "_frozen_importlib_external");
}

// ---- the whole ------------------------------------------------------------------------------------------------------

static bool fetch(SkValue from, const char *name, SkValue *out) {
    *out = sk_getattr_s(from, name);
    if (sk_is_empty(*out)) return false;
    if (sk_is_ptr(*out)) sk_make_immortal(sk_ptr(*out));
    return true;
}

// Modules imported before importlib get the loaders that importlib knows.
static bool convert(SkValue module) {
    if (!sk_has_index(module, SK_T_MODULE)) return true;
    SkValue dict = sk_module_dict(module);
    SK_AUTO SkValue name = sk_dict_get(dict, SK_N(__name__));
    SK_AUTO SkValue spec = sk_dict_get(dict, SK_N(__spec__));
    SK_AUTO SkValue file = sk_dict_get(dict, SK_N(__file__));
    SkValue type = sk_module_spec_type();
    if (sk_is_empty(spec) || sk_is_empty(type) || !sk_is_str(name) || !sk_is_ptr(spec) || sk_type_of(spec) != sk_as_type(type))
        return !sk_error_occurred();
    SK_AUTO SkValue loader = sk_getattr(spec, SK_N(loader));
    SK_AUTO SkValue portions = sk_getattr_s(spec, "submodule_search_locations");
    if (sk_is_empty(loader) || sk_is_empty(portions)) return false;
    SkFound found = {0};
    if (sk_is_none(loader)) {
        if (sk_is_none(portions)) return true;
        found.kind = SK_FOUND_NAMESPACE;
        found.portions = portions;
    } else if (sk_is_native_loader(loader) || sk_is(loader, library()->native)) {
        found.kind = SK_FOUND_NATIVE;
    } else if (sk_is_source_loader(loader) && sk_is_str(file)) {
        found.kind = SK_FOUND_SOURCE;
        found.file = file;
    } else {
        return true;
    }
    SkValue search = SK_EMPTY;
    SK_AUTO SkValue made = sk_library_loader(name, &found, &search);
    bool ok = !sk_is_empty(made) && sk_setattr(spec, SK_N(loader), made) && sk_dict_set(dict, SK_N(__loader__), made);
    if (ok && !sk_is_empty(search)) ok = sk_setattr_s(spec, "submodule_search_locations", search) && sk_dict_set(dict, SK_N(__path__), search);
    sk_release(search);
    return ok;
}

// ---- zip files ------------------------------------------------------------------------------------------------------------

// The hook for zip files is zipimport's. It is imported when the first path entry is met that is a file: by the importer here,
// or, where importlib itself looks at the entries, by a hook that stands in for it.
static bool is_stand_in(SkValue hook) { return library() && sk_is(hook, library()->zip_hook); }

static bool is_zipimporter(SkValue hook) {
    if (!sk_is_type(hook)) return false;
    return !strcmp(sk_as_type(hook)->name, "zipimporter");
}

// zipimport makes its hook known when a path entry that is a file is met; also anew, when sys.path_hooks was put back meanwhile.
static bool add_zipimport(SkValue hooks) {
    static _Thread_local bool importing;   // the search for zipimport itself meets the same entry
    if (importing) return true;
    for (size_t i = 0; i < sk_list_len(hooks); i++) {
        SK_AUTO SkValue hook = sk_list_get(hooks, i);
        if (!sk_is_empty(hook) && is_zipimporter(hook)) return true;
    }
    importing = true;
    SK_AUTO SkValue zipimport = sk_import("zipimport");
    importing = false;
    SK_AUTO SkValue type = sk_is_empty(zipimport) ? SK_EMPTY : sk_getattr_s(zipimport, "zipimporter");
    if (sk_is_empty(type)) {
        sk_error_clear();
        return true;
    }
    for (size_t i = 0; i < sk_list_len(hooks); i++) {
        SK_AUTO SkValue hook = sk_list_get(hooks, i);
        if (!sk_is_empty(hook) && is_stand_in(hook)) return sk_list_set(hooks, (int64_t)i, type);
    }
    return sk_list_insert(hooks, 0, type);
}

static SkValue zip_hook(SkValue self, SkValue entry) {
    (void)self;
    SK_AUTO_UTF8 SkUtf8 path = sk_is_str(entry) ? sk_str_wtf8(entry) : (SkUtf8){0};
    struct stat st;
    if (!path.text || stat(path.text, &st) != 0 || !S_ISREG(st.st_mode)) {
        sk_error_clear();
        return sk_raise(sk_exc_ImportError, "not a file: %R", entry);
    }
    SK_AUTO SkValue hooks = sk_sys_get("path_hooks");
    if (sk_is_list(hooks) && !add_zipimport(hooks)) return SK_EMPTY;
    // zipimport's own import comes here too, when the file stands before the library on the path.
    SK_AUTO SkValue zipimport = sk_dict_get_s(sk_sys_modules(), "zipimport");
    SK_AUTO SkValue type = sk_is_empty(zipimport) ? SK_EMPTY : sk_getattr_opt_s(zipimport, "zipimporter");
    if (sk_is_empty(type)) return sk_raise(sk_exc_ImportError, "zipimport is not there");
    return sk_call1(type, entry);
}
static const SkMethodDef zip_hook_def = {"path_hook_for_zipimporter", SK_ONEARG, {.onearg = zip_hook}, "(path, /)", "zipimport.zipimporter, imported when it is needed."};

static bool install(Library *l) {
    SK_AUTO SkValue meta = sk_sys_get("meta_path");
    if (sk_is_list(meta)) {
        for (size_t i = 0; i < sk_list_len(meta); i++) {
            SK_AUTO SkValue finder = sk_list_get(meta, i);
            if (sk_is_empty(finder) || !sk_is_importer(finder)) continue;
            if (!sk_list_set(meta, i, l->native) || !sk_list_insert(meta, (int64_t)i + 1, l->frozen) ||
                !sk_list_insert(meta, (int64_t)i + 2, l->path))
                return false;
            break;
        }
    }
    SK_AUTO SkValue hooks = sk_sys_get("path_hooks");
    if (sk_is_list(hooks)) {
        SK_AUTO SkValue first = sk_list_len(hooks) ? sk_list_get(hooks, 0) : SK_EMPTY;
        bool there = !sk_is_empty(first) && is_zipimporter(first);
        if (!sk_list_append(hooks, l->file_hook) || (!there && !sk_list_insert(hooks, 0, l->zip_hook))) return false;
    }
    SK_AUTO SkValue all = sk_dict_values_list(sk_sys_modules());
    for (size_t i = 0; !sk_is_empty(all) && i < sk_list_len(all); i++) {
        SK_AUTO SkValue module = sk_list_get(all, i);
        if (!convert(module)) return false;
    }
    return !sk_is_empty(all);
}

static bool join(SkValue importlib) {
    if (library()) return true;  // importlib was removed from sys.modules and imported again
    Library *l = sk_calloc(1, sizeof *l);
    if (!l) {
        sk_raise_memory();
        return false;
    }
    SK_AUTO SkValue loaders = SK_EMPTY;
    bool ok = fetch(importlib, "_bootstrap", &l->bootstrap) && fetch(importlib, "_bootstrap_external", &l->external) &&
              fetch(l->bootstrap, "BuiltinImporter", &l->native) && fetch(l->bootstrap, "FrozenImporter", &l->frozen) &&
              fetch(l->external, "PathFinder", &l->path) && fetch(l->external, "SourceFileLoader", &l->source) &&
              fetch(l->external, "FileFinder", &l->file_finder);
    if (ok) {
        l->name_space = sk_getattr_opt_s(l->external, "NamespaceLoader");
        if (sk_is_ptr(l->name_space)) sk_make_immortal(sk_ptr(l->name_space));
        loaders = sk_error_occurred() ? SK_EMPTY : sk_call_method_s(l->external, "_get_supported_file_loaders", NULL, 0);
        SK_AUTO SkValue args = sk_is_empty(loaders) ? SK_EMPTY : sk_to_tuple(loaders);
        SK_AUTO SkValue make = sk_is_empty(args) ? SK_EMPTY : sk_getattr_s(l->file_finder, "path_hook");
        l->file_hook = sk_is_empty(make) ? SK_EMPTY : sk_call_tuple(make, args, SK_EMPTY);
        ok = !sk_is_empty(l->file_hook);
        if (ok) sk_make_immortal(sk_ptr(l->file_hook));
        l->zip_hook = ok ? sk_native_new(&zip_hook_def, SK_NONE, SK_EMPTY) : SK_EMPTY;
        ok = !sk_is_empty(l->zip_hook);
        if (ok) sk_make_immortal(sk_ptr(l->zip_hook));
    }
    if (!ok) {
        sk_free(l);
        return false;
    }
    sk_store_release(&published, l);  // PAIR(import-library)
    return install(l);
}

// partial objects are method descriptors since 3.14; an older inspect takes those for builtins before it asks for partial.
static SkValue is_builtin(SkValue self, SkValue v) {
    int partial = sk_is_instance(v, sk_tuple_peek(self, 1));
    return partial < 0 ? SK_EMPTY : partial ? SK_FALSE : sk_call1(sk_tuple_peek(self, 0), v);
}

static bool join_inspect(SkValue dict) {
    static const SkMethodDef def = {"_signature_is_builtin", SK_ONEARG, {.onearg = is_builtin}, "(obj, /)", "Whether a callable may have a text signature."};
    SK_AUTO SkValue name = sk_intern_s(def.name);
    SK_AUTO SkValue old = sk_is_empty(name) ? SK_EMPTY : sk_dict_get(dict, name);
    SK_AUTO SkValue functools = sk_is_empty(old) ? SK_EMPTY : sk_import("functools");
    if (sk_is_empty(functools)) return !sk_error_occurred();
    SK_AUTO SkValue partial = sk_getattr_s(functools, "partial");
    SK_AUTO SkValue self = sk_is_empty(partial) ? SK_EMPTY : sk_tuple_pack(2, old, partial);
    SK_AUTO SkValue f = sk_is_empty(self) ? SK_EMPTY : sk_native_new(&def, self, SK_EMPTY);
    return !sk_is_empty(f) && sk_dict_set(dict, name, f);
}

// threading.Lock is a class since 3.13.
static bool join_threading(SkValue dict) {
    SK_AUTO SkValue lock = sk_dict_get_s(dict, "Lock");
    if (sk_is_empty(lock) || sk_is_type(lock)) return !sk_error_occurred();
    SK_AUTO SkValue native = sk_import("_thread");
    SK_AUTO SkValue type = sk_is_empty(native) ? SK_EMPTY : sk_getattr_s(native, "lock");
    return !sk_is_empty(type) && sk_dict_set_s(dict, "Lock", type);
}

bool sk_library_module_loaded(SkValue name, SkValue module) {
    if (sk_str_equals_ascii(name, "threading")) return join_threading(sk_module_dict(module));
    if (sk_str_equals_ascii(name, "typing")) return sk_join_typing(sk_module_dict(module));
    if (sk_str_equals_ascii(name, "dis")) return sk_join_dis(sk_module_dict(module));
    if (sk_str_equals_ascii(name, "_pydecimal")) return sk_join_decimal(sk_module_dict(module));
    if (!sk_str_len(name) || sk_str_at(sk_as_str(name), 0) != 'i') return true;
    if (sk_str_equals_ascii(name, "importlib")) return join(module);
    if (sk_str_equals_ascii(name, "importlib.metadata")) return sk_join_metadata(sk_module_dict(module));
    if (sk_str_equals_ascii(name, "inspect")) return join_inspect(sk_module_dict(module));
    if (sk_str_equals_ascii(name, "importlib._bootstrap")) return join_bootstrap(sk_module_dict(module));
    if (sk_str_equals_ascii(name, "importlib._bootstrap_external")) return join_external(sk_module_dict(module));
    return true;
}

// ---- asked by the importer --------------------------------------------------------------------------------------------

SkFinderKind sk_finder_kind(SkValue finder) {
    if (sk_is_importer(finder)) return SK_FINDER_ALL;
    Library *l = library();
    if (!l) return SK_FINDER_OTHER;
    return sk_is(finder, l->native)   ? SK_FINDER_NATIVE
           : sk_is(finder, l->frozen) ? SK_FINDER_NOTHING
           : sk_is(finder, l->path)   ? SK_FINDER_PATH
                                      : SK_FINDER_OTHER;
}

SkValue sk_library_loader(SkValue name, const SkFound *found, SkValue *search) {
    Library *l = library();
    if (!l) return SK_EMPTY;
    switch (found->kind) {
    case SK_FOUND_NATIVE: return l->native;
    case SK_FOUND_SOURCE:
    case SK_FOUND_PACKAGE: return sk_call2(l->source, name, found->file);
    case SK_FOUND_NAMESPACE: {
        if (sk_is_empty(l->name_space)) return SK_EMPTY;
        SK_AUTO SkValue again = sk_getattr_s(l->path, "_get_spec");
        SK_AUTO SkValue loader = sk_is_empty(again) ? SK_EMPTY : sk_call3(l->name_space, name, found->portions, again);
        SkValue path = sk_is_empty(loader) ? SK_EMPTY : sk_getattr_s(loader, "_path");
        if (sk_is_empty(path)) return SK_EMPTY;
        sk_release(*search);
        *search = path;
        return sk_move(&loader);
    }
    default: return SK_EMPTY;
    }
}

SkValue sk_library_compiled_spec(SkValue name, SkValue file, SkValue folder) {
    SK_AUTO SkValue importlib = sk_import("importlib");
    Library *l = library();
    if (sk_is_empty(importlib) || !l) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ImportError, "importlib is not there");
    SkValue args[] = {name, file};
    SK_AUTO SkValue loader = sk_call_method_s(l->external, "SourcelessFileLoader", args, 2);
    SkValue spec_args[] = {name, loader};
    SK_AUTO SkValue spec = sk_is_empty(loader) ? SK_EMPTY : sk_call(sk_module_spec_type(), spec_args, 2, SK_EMPTY);
    if (sk_is_empty(spec) || !sk_setattr(spec, SK_N(origin), file) || !sk_setattr_s(spec, "_set_fileattr", SK_TRUE)) return SK_EMPTY;
    if (!sk_is_empty(folder)) {
        SK_AUTO SkValue search = sk_list_from(&folder, 1);
        if (sk_is_empty(search) || !sk_setattr_s(spec, "submodule_search_locations", search)) return SK_EMPTY;
    }
    return sk_move(&spec);
}

SkValue sk_library_alias(SkValue name) {
    if (sk_str_at(sk_as_str(name), 0) != '_') return SK_EMPTY;
    bool external = sk_str_equals_ascii(name, "_frozen_importlib_external");
    if (!external && !sk_str_equals_ascii(name, "_frozen_importlib")) return SK_EMPTY;
    if (!library()) {
        SK_AUTO SkValue importlib = sk_import("importlib");
        if (sk_is_empty(importlib) || !library()) return SK_EMPTY;
    }
    SkValue m = external ? library()->external : library()->bootstrap;
    return sk_dict_set(sk_sys_modules(), name, m) ? sk_retain(m) : SK_EMPTY;
}

// ---- path entries -------------------------------------------------------------------------------------------------------

static SkValue ask_hooks(SkValue hooks, SkValue cache, SkValue entry) {
    SK_AUTO SkValue all = sk_list_to_tuple(hooks);
    if (sk_is_empty(all)) return all;
    SK_AUTO SkValue importer = SK_NONE;
    for (size_t i = 0; i < sk_tuple_len(all) && sk_is_none(importer); i++) {
        SkValue made = sk_call1(sk_tuple_peek(all, i), entry);
        if (!sk_is_empty(made)) importer = made;
        else if (!sk_error_clear_if(sk_exc_ImportError)) return SK_EMPTY;
    }
    return sk_dict_set(cache, entry, importer) ? sk_move(&importer) : SK_EMPTY;
}

SkValue sk_path_entry_importer(SkValue entry, bool is_folder) {
    SK_AUTO SkValue cache = sk_sys_get("path_importer_cache");
    SK_AUTO SkValue hooks = sk_sys_get("path_hooks");
    if (!sk_is_dict(cache) || !sk_is_list(hooks)) return SK_EMPTY;
    Library *l = library();
    SkValue importer = sk_dict_get(cache, entry);
    if (sk_is_empty(importer) && sk_error_occurred()) return importer;
    if (sk_is_empty(importer)) {
        bool foreign = false;
        for (size_t i = 0; is_folder && i < sk_list_len(hooks); i++) {
            SK_AUTO SkValue hook = sk_list_get(hooks, i);
            foreign = foreign || (!sk_is_empty(hook) && !(l && sk_is(hook, l->file_hook)) && !is_zipimporter(hook) && !is_stand_in(hook));
        }
        if (is_folder && !foreign) return SK_EMPTY;
        if (!is_folder && !add_zipimport(hooks)) return SK_EMPTY;
        importer = ask_hooks(hooks, cache, entry);
        if (sk_is_empty(importer)) return importer;
    }
    bool ordinary = is_folder && (sk_is_none(importer) || (l && sk_type_of(importer) == sk_as_type(l->file_finder)));
    if (!ordinary) return importer;
    sk_release(importer);
    return SK_EMPTY;
}

// ---- tracebacks ----------------------------------------------------------------------------------------------------------

static bool is_library_frame(SkValue tb) {
    SK_AUTO SkValue frame = sk_slot_get(sk_ptr(tb), &sk_as_traceback(tb)->frame);
    SK_AUTO SkValue code = sk_is_empty(frame) ? SK_EMPTY : sk_getattr_opt_s(frame, "f_code");
    SK_AUTO SkValue file = sk_is_empty(code) ? SK_EMPTY : sk_getattr_opt_s(code, "co_filename");
    sk_error_clear();
    if (!sk_is_str(file)) return false;
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(file);
    return u.text && (strstr(u.text, "/importlib/_bootstrap.py") || strstr(u.text, "/importlib/_bootstrap_external.py"));
}

void sk_library_trim_traceback(void) {
    SK_AUTO SkValue exc = sk_error_take();
    if (sk_is_empty(exc)) return;
    SK_AUTO SkValue tb = sk_getattr_opt(exc, SK_N(__traceback__));
    SK_AUTO SkValue first = SK_EMPTY;  // the new chain
    SK_AUTO SkValue last = SK_EMPTY;
    while (!sk_is_empty(tb) && !sk_is_none(tb)) {
        SkValue next = sk_traceback_next(tb);
        if (!is_library_frame(tb)) {
            if (sk_is_empty(first)) first = sk_retain(tb);
            else sk_slot_set(sk_ptr(last), &sk_as_traceback(last)->next, sk_retain(tb));
            sk_release(last);
            last = sk_retain(tb);
        }
        sk_release(tb);
        tb = next;
    }
    if (!sk_is_empty(last)) sk_slot_set(sk_ptr(last), &sk_as_traceback(last)->next, SK_EMPTY);
    sk_error_clear();
    if (!sk_setattr(exc, SK_N(__traceback__), sk_is_empty(first) ? SK_NONE : first)) sk_error_clear();
    sk_error_restore(sk_move(&exc));
}
