// The import system: what `import` does, in C, for built-in modules and source files on sys.path; every other finder on
// sys.meta_path is asked in its turn.
//
// A module's import runs under its own lock (import_lock.c), so that two threads never run one module's body, and two
// modules that import each other from two threads do not deadlock: the thread that would close the circle goes on
// with the other's partially initialised module.
#ifndef SKEIN_CORE_VM_IMPORT_H
#define SKEIN_CORE_VM_IMPORT_H

#include "core/front/compile.h"
#include "core/vm/frame.h"

// __import__(name, globals, locals, fromlist, level). globals may be SK_EMPTY. Counted.
SkValue sk_import_module_level(SkValue name, SkValue globals, SkValue fromlist, int level) SK_MUST_USE;
// The module itself for an absolute, perhaps dotted name. Counted.
SkValue sk_import_module(SkValue name) SK_MUST_USE;
// True for the function builtins.__import__ itself, so that the interpreter may go around it.
bool sk_is_builtin_import(SkValue v);
void sk_set_builtin_import(SkValue function);

// sys.modules, which is never replaced by the runtime; SK_EMPTY before sk_import_init.
SkValue sk_sys_modules(void);
// Attributes of sys: counted, or SK_EMPTY without an exception.
SkValue sk_sys_get(const char *name);
bool sk_sys_set(const char *name, SkValue value) SK_MUST_USE;

// Makes sys.modules, creates builtins and sys from the table of native modules, sets the hooks of the object layer.
bool sk_import_init(void) SK_MUST_USE;

// ---- between the files of the import system ------------------------------------------------------------------------

// The locks (import_lock.c). Acquire: 1 held, 0 this thread would wait in a circle (go on without it), -1 exception.
int sk_import_lock(SkValue name);
void sk_import_unlock(SkValue name);
bool sk_import_lock_held(SkValue name);   // by any thread
bool sk_import_lock_mine(SkValue name);

// Where a module was found (import_path.c).
typedef enum { SK_FOUND_NOTHING, SK_FOUND_NATIVE, SK_FOUND_SOURCE, SK_FOUND_PACKAGE, SK_FOUND_NAMESPACE, SK_FOUND_SPEC } SkFoundKind;
typedef struct {
    SkFoundKind kind;
    SkValue file;      // str: the source file (of a package: its __init__.py); counted
    SkValue portions;  // list: __path__ of a package; counted
    SkValue spec;      // what another finder answered; counted
} SkFound;
void sk_found_release(SkFound *f);
// An extension module of CPython's that would be found under this name, for an error message: its path, counted, or SK_EMPTY
// without an exception.
SkValue sk_find_extension(SkValue tail, SkValue path) SK_MUST_USE;
// Looks `tail` (the last component of name) up on path: a list, or SK_EMPTY for sys.path. False: exception.
bool sk_find_on_path(SkValue name, SkValue tail, SkValue path, SkFound *out) SK_MUST_USE;

// Decodes (PEP 263) and compiles. Counted.
SkValue sk_compile_bytes(const char *bytes, size_t len, SkValue filename, SkParseMode mode, SkCompileOptions *options) SK_MUST_USE;
// What the command line and the Lib in use say about compiling.
SkCompileOptions sk_default_compile_options(void);
// PEP 649: annotations are functions, called when asked for. Set before any code is compiled, and by one thread.
extern bool sk_deferred_annotations;
// The code object of a source file, from its cache if that is good (code_cache.c). Counted.
SkValue sk_load_source_code(SkValue file) SK_MUST_USE;
// The code of a compiled file, whatever its source. Counted; OSError, RuntimeError (not made by this runtime).
SkValue sk_load_compiled_code(SkValue file) SK_MUST_USE;
// Where that cache is (`__cached__`): a str, counted; SK_NONE: nowhere.
SkValue sk_cache_path(SkValue file) SK_MUST_USE;
// The first bytes of its files.
void sk_code_cache_magic(uint8_t magic[4]);
// `__spec__`, `__loader__` and the like for a module (import_spec.c). False: exception.
bool sk_module_set_attributes(SkValue module, SkValue name, const SkFound *found) SK_MUST_USE;
// The entry of sys.meta_path that stands for the C importer until Lib's importlib is there; see sk_finder_kind.
SkValue sk_importer_new(void) SK_MUST_USE;
bool sk_is_importer(SkValue finder);
// Loaders that modules have before importlib is there.
bool sk_is_native_loader(SkValue loader);
bool sk_is_source_loader(SkValue loader);
// `__loader__` of the program: that of a file, or without one (SK_EMPTY) that of native modules.
bool sk_set_main_loader(SkValue main_module, SkValue file) SK_MUST_USE;
bool sk_module_set_initializing(SkValue module, bool yes) SK_MUST_USE;
// The ModuleSpec type.
SkValue sk_module_spec_type(void) SK_MUST_USE;
// The name that a relative import means. Counted; ImportError.
SkValue sk_resolve_name(SkValue name, SkValue package, int level) SK_MUST_USE;

// ---- joining with Lib's importlib (import_library.c) -----------------------------------------------------------------

// What the C importer does itself for an entry of sys.meta_path: SK_FINDER_OTHER is asked by its find_spec.
typedef enum { SK_FINDER_OTHER, SK_FINDER_ALL, SK_FINDER_NATIVE, SK_FINDER_NOTHING, SK_FINDER_PATH } SkFinderKind;
SkFinderKind sk_finder_kind(SkValue finder);
// Called when the body of a module has run: does something for importlib and its two bootstrap modules.
bool sk_library_module_loaded(SkValue name, SkValue module) SK_MUST_USE;
// The loader that importlib knows for what was found. SK_EMPTY: with an exception, or, without, importlib is not there.
// For a namespace package *search becomes its `__path__`.
SkValue sk_library_loader(SkValue name, const SkFound *found, SkValue *search);
// The spec of a compiled module without a source; folder: where a package's modules are, or SK_EMPTY. Counted.
SkValue sk_library_compiled_spec(SkValue name, SkValue file, SkValue folder) SK_MUST_USE;
// `_frozen_importlib` and `_frozen_importlib_external`, which zipimport asks for: the modules of importlib under these
// names, once importlib is complete. SK_EMPTY: with an exception, or, without, another name or too early.
SkValue sk_library_alias(SkValue name);
// What sys.path_importer_cache and sys.path_hooks say about a path entry: an importer to be asked, counted; SK_NONE: nothing
// can be found there; SK_EMPTY: with an exception, or, without, an ordinary folder.
SkValue sk_path_entry_importer(SkValue entry, bool is_folder);
// Drops the entries of importlib's own frames from the traceback of the current exception.
void sk_library_trim_traceback(void);

// The namespace of the library's typing, just run. (import_typing.c)
bool sk_join_typing(SkValue dict) SK_MUST_USE;
// The same of dis. (import_dis.c)
bool sk_join_dis(SkValue dict) SK_MUST_USE;
// Those of _pydecimal and importlib.metadata. (import_adapt.c)
bool sk_join_decimal(SkValue dict) SK_MUST_USE;
bool sk_join_metadata(SkValue dict) SK_MUST_USE;

// -X importtime. Set before the first import.
extern bool sk_import_times;

#endif
