// What modules carry of their import: `__spec__` (ModuleSpec), `__loader__`, and the entry of sys.meta_path that
// stands for the importer itself. The loaders do what the library asks of them: linecache, inspect, pkgutil, runpy.
#include "core/native_modules.h"
#include "core/vm/import.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- ModuleSpec ------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot name, loader, origin, search, cached, loader_state, uninitialized;
    _Atomic bool has_location, initializing;
    SkInstance instance;
} Spec;

static SkType spec_type;
static Spec *spec(SkValue v) { return (Spec *)sk_ptr(v); }

static void spec_trace(SkObject *o, SkVisit visit, void *arg) {
    Spec *s = (Spec *)o;
    SkSlot *slots[] = {&s->name, &s->loader, &s->origin, &s->search, &s->cached, &s->loader_state, &s->uninitialized};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
    sk_instance_part_trace(o, &spec_type, visit, arg);
}

static void spec_destroy(SkObject *o) {
    Spec *s = (Spec *)o;
    SkSlot *slots[] = {&s->name, &s->loader, &s->origin, &s->search, &s->cached, &s->loader_state, &s->uninitialized};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_instance_free(o, 0);
}

static SkValue spec_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[5];
    if (!nargs && sk_is_empty(kwnames))
        return sk_raise(sk_exc_TypeError, "ModuleSpec.__init__() missing 2 required positional arguments: 'name' and 'loader'");
    if (!sk_bind("ModuleSpec", "(name, loader, *, origin=None, loader_state=None, is_package=None)", &sig, args, nargs, kwnames, a))
        return SK_EMPTY;
    int package = sk_is_empty(a[4]) ? 0 : sk_truth(a[4]);
    if (package < 0) return SK_EMPTY;
    SkObject *o = sk_type_alloc(t, 0);
    if (!o) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(o);
    Spec *s = (Spec *)o;
    sk_slot_init(&s->name, sk_retain(a[0]));
    sk_slot_init(&s->loader, sk_retain(a[1]));
    sk_slot_init(&s->origin, sk_is_empty(a[2]) ? SK_NONE : sk_retain(a[2]));
    sk_slot_init(&s->loader_state, sk_is_empty(a[3]) ? SK_NONE : sk_retain(a[3]));
    SkValue search = package ? sk_list_new(0) : SK_NONE;
    if (sk_is_empty(search)) return search;
    sk_slot_init(&s->search, search);
    return sk_move(&v);
}

static SkValue spec_parent(SkValue v, void *c) {
    (void)c;
    SK_AUTO SkValue name = sk_slot_get(sk_ptr(v), &spec(v)->name);
    SK_AUTO SkValue search = sk_slot_get(sk_ptr(v), &spec(v)->search);
    if (!sk_is_none(search)) return sk_move(&name);
    for (size_t i = sk_str_len(name); i-- > 0;)
        if (sk_str_at(sk_as_str(name), i) == '.') return sk_str_slice(name, 0, i);
    return sk_retain(sk_names.empty);
}

static SkValue spec_cached(SkValue v, void *c) {
    (void)c;
    SkValue cached = sk_slot_load(sk_ptr(v), &spec(v)->cached);
    if (!sk_is_empty(cached) || !sk_load_relaxed(&spec(v)->has_location)) return sk_is_empty(cached) ? SK_NONE : cached;
    SK_AUTO SkValue origin = sk_slot_get(sk_ptr(v), &spec(v)->origin);
    if (!sk_is_str(origin)) return SK_NONE;
    SkValue path = sk_cache_path(origin);
    if (sk_is_empty(path)) {
        sk_error_clear();
        return SK_NONE;
    }
    return path;
}
static bool spec_set_cached(SkValue v, SkValue value, void *c) {
    (void)c;
    sk_slot_set(sk_ptr(v), &spec(v)->cached, sk_retain(value));
    return true;
}

static SkValue spec_repr(SkValue v) {
    SK_AUTO SkValue name = sk_slot_get(sk_ptr(v), &spec(v)->name);
    SK_AUTO SkValue loader = sk_slot_get(sk_ptr(v), &spec(v)->loader);
    SK_AUTO SkValue origin = sk_slot_get(sk_ptr(v), &spec(v)->origin);
    SK_AUTO SkValue search = sk_slot_get(sk_ptr(v), &spec(v)->search);
    SK_AUTO SkValue text = sk_is_none(origin) ? sk_str_format("ModuleSpec(name=%R, loader=%R", name, loader)
                                              : sk_str_format("ModuleSpec(name=%R, loader=%R, origin=%R", name, loader, origin);
    if (sk_is_empty(text)) return text;
    return sk_is_none(search) ? sk_str_format("%S)", text) : sk_str_format("%S, submodule_search_locations=%R)", text, search);
}

// Whatever has the attributes of a spec may be equal to one.
static SkValue compare_by_names(SkValue a, SkValue b, SkCompareOp op) {
    static const char *const names[] = {"name", "loader", "origin", "submodule_search_locations", "cached", "has_location"};
    bool equal = true;
    for (size_t i = 0; i < SK_COUNT_OF(names) && equal; i++) {
        SK_AUTO SkValue y = sk_getattr_opt_s(b, names[i]);
        if (sk_is_empty(y)) return sk_error_occurred() ? SK_EMPTY : SK_NOT_IMPLEMENTED;
        SK_AUTO SkValue x = sk_getattr_s(a, names[i]);
        int r = sk_is_empty(x) ? -1 : sk_compare_bool(x, y, SK_EQ);
        if (r < 0) return SK_EMPTY;
        equal = r;
    }
    return sk_bool(equal == (op == SK_EQ));
}

static SkValue spec_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (op != SK_EQ && op != SK_NE) return SK_NOT_IMPLEMENTED;
    if (!sk_is_instance_of(b, &spec_type)) return compare_by_names(a, b, op);
    size_t at[] = {offsetof(Spec, name), offsetof(Spec, loader), offsetof(Spec, origin), offsetof(Spec, search)};
    bool equal = sk_load_relaxed(&spec(a)->has_location) == sk_load_relaxed(&spec(b)->has_location);
    for (size_t i = 0; i < SK_COUNT_OF(at) && equal; i++) {
        SK_AUTO SkValue x = sk_slot_get(sk_ptr(a), (SkSlot *)((char *)sk_ptr(a) + at[i]));
        SK_AUTO SkValue y = sk_slot_get(sk_ptr(b), (SkSlot *)((char *)sk_ptr(b) + at[i]));
        int r = sk_compare_bool(x, y, SK_EQ);
        if (r < 0) return SK_EMPTY;
        equal = r;
    }
    return sk_bool(equal == (op == SK_EQ));
}

static const SkGetSetDef spec_getset[] = {
    {"parent", spec_parent, NULL, NULL, NULL},
    {"cached", spec_cached, spec_set_cached, NULL, NULL},
    {"__dict__", sk_get_dict_attr, sk_set_dict_attr, NULL, NULL},
    {0},
};
static const SkMemberDef spec_members[] = {
    {"name", SK_MEMBER_OBJECT, offsetof(Spec, name), false, NULL},
    {"loader", SK_MEMBER_OBJECT, offsetof(Spec, loader), false, NULL},
    {"origin", SK_MEMBER_OBJECT, offsetof(Spec, origin), false, NULL},
    {"submodule_search_locations", SK_MEMBER_OBJECT, offsetof(Spec, search), false, NULL},
    {"loader_state", SK_MEMBER_OBJECT, offsetof(Spec, loader_state), false, NULL},
    {"_uninitialized_submodules", SK_MEMBER_OBJECT, offsetof(Spec, uninitialized), false, NULL},
    {"has_location", SK_MEMBER_BOOL, offsetof(Spec, has_location), false, NULL},
    {"_set_fileattr", SK_MEMBER_BOOL, offsetof(Spec, has_location), false, NULL},
    {"_initializing", SK_MEMBER_BOOL, offsetof(Spec, initializing), false, NULL},
    {0},
};

static SkType spec_type = {
    SK_TYPE_HEAD(0, sizeof(Spec), spec_trace, NULL, spec_destroy),
    .name = "_frozen_importlib.ModuleSpec",
    .doc = "The specification for a module, used for loading.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .shape_offset = offsetof(Spec, instance),
    .new_ = spec_new,
    .repr = spec_repr,
    .compare = spec_compare,
    .getset = spec_getset,
    .members = spec_members,
};

// ---- loaders -------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot name, path;   // immutable; path empty: the loader of native modules, the finder
} Loader;

static Loader *loader(SkValue v) { return (Loader *)sk_ptr(v); }
static void loader_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Loader *)o)->name, visit, arg);
    sk_slot_visit(&((Loader *)o)->path, visit, arg);
}
static void loader_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Loader *)o)->name);
    sk_slot_destroy(o, &((Loader *)o)->path);
    sk_instance_free(o, 0);
}

static SkValue read_file(SkValue path) {
    SK_AUTO SkValue io = sk_import("_io");
    SK_AUTO SkValue open = sk_is_empty(io) ? SK_EMPTY : sk_getattr_s(io, "open_code");
    SK_AUTO SkValue file = sk_is_empty(open) ? SK_EMPTY : sk_call1(open, path);
    if (sk_is_empty(file)) return file;
    SkValue data = sk_call_method(file, SK_N(read), NULL, 0);
    SkValue exc = sk_error_take();
    SkValue closed = sk_call_method(file, SK_N(close), NULL, 0);
    sk_release(closed);
    if (!sk_is_empty(exc)) {
        sk_error_clear();
        sk_error_restore(exc);
    }
    return data;
}

static SkValue path_of(SkValue v) { return sk_slot_peek(&loader(v)->path); }

static SkValue source_get_filename(SkValue v, const SkValue *args, size_t nargs) {
    (void)args;
    if (!sk_check_nargs("get_filename", nargs, 0, 1)) return SK_EMPTY;
    return sk_slot_load(sk_ptr(v), &loader(v)->path);
}
static SkValue source_get_data(SkValue v, SkValue path) {
    (void)v;
    return read_file(path);
}
static SkValue source_get_source(SkValue v, SkValue name) {
    (void)name;
    SK_AUTO SkValue data = read_file(path_of(v));
    if (sk_is_empty(data)) {
        if (!sk_error_matches(sk_exc_OSError)) return SK_EMPTY;
        return sk_raise_from_current(sk_exc_ImportError, "source not available through get_data()");
    }
    SK_AUTO SkValue importlib = sk_import("importlib.util");
    return sk_is_empty(importlib) ? importlib : sk_call_method_s(importlib, "decode_source", &data, 1);
}
static SkValue source_get_code(SkValue v, SkValue name) {
    (void)name;
    return sk_load_source_code(path_of(v));
}
static bool is_init(SkValue path) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(path);
    const char *slash = u.text ? strrchr(u.text, '/') : NULL;
    return slash && !strcmp(slash, "/__init__.py");
}
static SkValue source_is_package(SkValue v, SkValue name) {
    (void)name;
    return sk_bool(is_init(path_of(v)));
}
static SkValue create_module(SkValue v, SkValue s) {
    (void)v, (void)s;
    return SK_NONE;
}
static SkValue source_exec(SkValue v, SkValue module) {
    SK_AUTO SkValue dict = sk_getattr(module, SK_N(__dict__));
    SK_AUTO SkValue code = sk_is_empty(dict) ? SK_EMPTY : sk_load_source_code(path_of(v));
    if (sk_is_empty(code)) return code;
    int has = sk_dict_contains(dict, SK_N(__builtins__));
    if (has < 0 || (!has && !sk_dict_set(dict, SK_N(__builtins__), sk_module_builtins_dict()))) return SK_EMPTY;
    SkValue r = sk_run_code(code, dict, dict);
    if (sk_is_empty(r)) return r;
    sk_release(r);
    return SK_NONE;
}
static SkValue source_to_code(SkValue v, const SkValue *args, size_t nargs) {
    (void)v;
    if (!sk_check_nargs("source_to_code", nargs, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue compile = sk_builtin("compile");
    SK_AUTO SkValue mode = sk_str_from("exec");
    return sk_is_empty(compile) || sk_is_empty(mode) ? SK_EMPTY : sk_call3(compile, args[0], args[1], mode);
}
static SkValue source_path_stats(SkValue v, SkValue path) {
    (void)v;
    SK_AUTO SkValue os = sk_import("posix");
    SK_AUTO SkValue st = sk_is_empty(os) ? SK_EMPTY : sk_call_method_s(os, "stat", &path, 1);
    SK_AUTO SkValue mtime = sk_is_empty(st) ? SK_EMPTY : sk_getattr_s(st, "st_mtime");
    SK_AUTO SkValue size = sk_is_empty(mtime) ? SK_EMPTY : sk_getattr_s(st, "st_size");
    SK_AUTO SkValue d = sk_is_empty(size) ? SK_EMPTY : sk_dict_new();
    if (sk_is_empty(d) || !sk_dict_set_s(d, "mtime", mtime) || !sk_dict_set_s(d, "size", size)) return SK_EMPTY;
    return sk_move(&d);
}
static SkValue source_resource_reader(SkValue v, SkValue name) {
    (void)name;
    SK_AUTO SkValue readers = sk_import("importlib.readers");
    return sk_is_empty(readers) ? readers : sk_call_method_s(readers, "FileReader", &v, 1);
}
// That of native modules passes for importlib's class.
static SkValue loader_repr(SkValue v) {
    SkValue path = path_of(v);
    if (sk_is_empty(path)) return sk_str_format("<class '%s'>", sk_type_of(v)->name);
    return sk_str_format("<%s %R at %p>", sk_type_of(v)->name, path, (void *)sk_ptr(v));
}
static SkValue loader_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || sk_type_of(a) != sk_type_of(b)) return SK_NOT_IMPLEMENTED;
    int same = sk_compare_bool(sk_slot_peek(&loader(a)->name), sk_slot_peek(&loader(b)->name), SK_EQ);
    if (same > 0 && !sk_is_empty(path_of(a)) && !sk_is_empty(path_of(b))) same = sk_compare_bool(path_of(a), path_of(b), SK_EQ);
    return same < 0 ? SK_EMPTY : sk_bool(same == (op == SK_EQ));
}
static int64_t loader_hash(SkValue v) { return sk_hash(sk_slot_peek(&loader(v)->name)); }

static SkValue loader_make(SkType *t, SkValue name, SkValue path) {
    Loader *l = (Loader *)sk_container_new(&t->head, sizeof *l);
    if (!l) return sk_raise_memory();
    sk_slot_init(&l->name, sk_retain(name));
    sk_slot_init(&l->path, sk_retain(path));
    return sk_counted(l);
}
static SkValue source_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("SourceFileLoader", "(fullname, path)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    Loader *l = (Loader *)sk_type_alloc(t, 0);
    if (!l) return SK_EMPTY;
    sk_slot_init(&l->name, sk_retain(a[0]));
    sk_slot_init(&l->path, sk_retain(a[1]));
    return sk_counted(l);
}

static const SkMethodDef source_methods[] = {
    {.name = "get_filename", .kind = SK_FAST, .fast = source_get_filename},
    {.name = "get_data", .kind = SK_ONEARG, .onearg = source_get_data},
    {.name = "get_source", .kind = SK_ONEARG, .onearg = source_get_source},
    {.name = "get_code", .kind = SK_ONEARG, .onearg = source_get_code},
    {.name = "is_package", .kind = SK_ONEARG, .onearg = source_is_package},
    {.name = "create_module", .kind = SK_ONEARG, .onearg = create_module},
    {.name = "exec_module", .kind = SK_ONEARG, .onearg = source_exec},
    {.name = "source_to_code", .kind = SK_FAST, .fast = source_to_code},
    {.name = "path_stats", .kind = SK_ONEARG, .onearg = source_path_stats},
    {.name = "get_resource_reader", .kind = SK_ONEARG, .onearg = source_resource_reader},
    {0},
};
static const SkMemberDef loader_members[] = {
    {"name", SK_MEMBER_OBJECT, offsetof(Loader, name), true, NULL},
    {"path", SK_MEMBER_OBJECT, offsetof(Loader, path), true, NULL},
    {0},
};
static SkType source_loader_type = {
    SK_TYPE_HEAD(0, sizeof(Loader), loader_trace, NULL, loader_destroy),
    .name = "_frozen_importlib_external.SourceFileLoader",
    .flags = SK_TF_BASE,
    .new_ = source_new,
    .repr = loader_repr,
    .compare = loader_compare,
    .hash = loader_hash,
    .methods = source_methods,
    .members = loader_members,
};

static SkValue native_exec(SkValue v, SkValue module) {
    (void)v, (void)module;
    return SK_NONE;
}
static SkValue native_create(SkValue v, SkValue s) {
    (void)v;
    SK_AUTO SkValue name = sk_getattr(s, SK_N(name));
    return sk_is_empty(name) ? name : sk_import_module(name);
}
static SkValue native_none(SkValue v, SkValue name) {
    (void)v, (void)name;
    return SK_NONE;
}
static SkValue native_is_package(SkValue v, SkValue name) {
    (void)v, (void)name;
    return SK_FALSE;
}
static const SkMethodDef native_methods[] = {
    {.name = "create_module", .kind = SK_ONEARG, .onearg = native_create},
    {.name = "exec_module", .kind = SK_ONEARG, .onearg = native_exec},
    {.name = "get_code", .kind = SK_ONEARG, .onearg = native_none},
    {.name = "get_source", .kind = SK_ONEARG, .onearg = native_none},
    {.name = "is_package", .kind = SK_ONEARG, .onearg = native_is_package},
    {0},
};
static SkType native_loader_type = {
    SK_TYPE_HEAD(0, sizeof(Loader), loader_trace, NULL, loader_destroy),
    .name = "_frozen_importlib.BuiltinImporter",
    .flags = SK_TF_NO_NEW,
    .repr = loader_repr,
    .methods = native_methods,
};

// ---- the finder ---------------------------------------------------------------------------------------------------------

static SkValue make_spec(SkValue name, const SkFound *found);

// find_spec(name, path=None, target=None) of the entry of sys.meta_path.
static SkValue finder_find_spec(SkValue v, const SkValue *args, size_t nargs) {
    (void)v;
    if (!sk_check_nargs("find_spec", nargs, 1, 3)) return SK_EMPTY;
    SkValue name = args[0], path = nargs > 1 && !sk_is_none(args[1]) ? args[1] : SK_EMPTY;
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "module name must be a string");
    SkFound found = {0};
    if (sk_find_native_module(name)) {
        found.kind = SK_FOUND_NATIVE;
    } else {
        size_t start = 0;
        for (size_t i = 0; i < sk_str_len(name); i++)
            if (sk_str_at(sk_as_str(name), i) == '.') start = i + 1;
        SK_AUTO SkValue tail = sk_str_slice(name, start, sk_str_len(name));
        if (sk_is_empty(tail) || !sk_find_on_path(name, tail, path, &found)) return SK_EMPTY;
    }
    if (found.kind == SK_FOUND_NOTHING) return SK_NONE;
    SkValue s = found.kind == SK_FOUND_SPEC ? sk_retain(found.spec) : make_spec(name, &found);
    sk_found_release(&found);
    return s;
}
static SkValue finder_invalidate(SkValue v) {
    (void)v;
    return SK_NONE;
}
static const SkMethodDef finder_methods[] = {
    {.name = "find_spec", .kind = SK_FAST, .fast = finder_find_spec},
    {.name = "invalidate_caches", .kind = SK_NOARGS, .noargs = finder_invalidate},
    {0},
};
static SkType finder_type = {
    SK_TYPE_HEAD(0, sizeof(Loader), loader_trace, NULL, loader_destroy),
    .name = "skein.Importer",
    .flags = SK_TF_NO_NEW,
    .repr = loader_repr,
    .methods = finder_methods,
};

bool sk_is_native_loader(SkValue v) { return sk_type_of(v) == &native_loader_type; }
bool sk_is_source_loader(SkValue v) { return sk_type_of(v) == &source_loader_type; }
bool sk_is_importer(SkValue v) { return sk_type_of(v) == &finder_type; }

// ---- attributes of modules -------------------------------------------------------------------------------------------------

static bool types_ready(void) {
    return sk_type_ready(&spec_type) && sk_type_ready(&source_loader_type) && sk_type_ready(&native_loader_type) && sk_type_ready(&finder_type);
}

SkValue sk_module_spec_type(void) { return types_ready() ? sk_type_value(&spec_type) : SK_EMPTY; }
SkValue sk_importer_new(void) { return types_ready() ? loader_make(&finder_type, SK_NONE, SK_EMPTY) : SK_EMPTY; }

static SkValue native_loader(void) {
    static _Atomic uint64_t made;  // immortal, made once
    uint64_t w = sk_load_acquire(&made);
    if (w) return (SkValue){w};
    SkValue l = loader_make(&native_loader_type, SK_NONE, SK_EMPTY);
    if (sk_is_empty(l)) return l;
    sk_make_immortal(sk_ptr(l));
    return sk_cas_acq_rel(&made, &w, l.w) ? l : (SkValue){w};
}

bool sk_set_main_loader(SkValue main_module, SkValue file) {
    if (!types_ready()) return false;
    SkFound found = {.kind = sk_is_empty(file) ? SK_FOUND_NATIVE : SK_FOUND_SOURCE, .file = file};
    SkValue search = SK_EMPTY;
    SK_AUTO SkValue l = sk_library_loader(SK_N(__main__), &found, &search);
    if (sk_is_empty(l) && sk_error_occurred()) return false;
    if (sk_is_empty(l)) l = sk_is_empty(file) ? sk_retain(native_loader()) : loader_make(&source_loader_type, SK_N(__main__), file);
    return !sk_is_empty(l) && sk_dict_set(sk_module_dict(main_module), SK_N(__loader__), l);
}

static SkValue make_spec(SkValue name, const SkFound *found) {
    if (!types_ready()) return SK_EMPTY;
    bool file = found->kind == SK_FOUND_SOURCE || found->kind == SK_FOUND_PACKAGE;
    SK_AUTO SkValue search = sk_retain(found->portions);
    SK_AUTO SkValue l = sk_library_loader(name, found, &search);
    if (sk_is_empty(l) && sk_error_occurred()) return l;
    if (sk_is_empty(l))
        l = found->kind == SK_FOUND_NATIVE ? sk_retain(native_loader()) : file ? loader_make(&source_loader_type, name, found->file) : SK_NONE;
    if (sk_is_empty(l)) return l;
    SkValue args[2] = {name, l};
    SkValue v = spec_new(&spec_type, args, 2, SK_EMPTY);
    if (sk_is_empty(v)) return v;
    Spec *s = spec(v);
    SkValue origin = file ? sk_retain(found->file) : found->kind == SK_FOUND_NATIVE ? sk_str_from("built-in") : SK_NONE;
    sk_slot_init(&s->origin, origin);
    sk_store_relaxed(&s->has_location, file);
    if (!sk_is_empty(search)) sk_slot_set(&s->header, &s->search, sk_move(&search));
    return v;
}

bool sk_module_set_attributes(SkValue module, SkValue name, const SkFound *found) {
    SK_AUTO SkValue s = make_spec(name, found);
    if (sk_is_empty(s)) return false;
    SkValue dict = sk_module_dict(module);
    SK_AUTO SkValue parent = spec_parent(s, NULL);
    SK_AUTO SkValue l = sk_slot_get(sk_ptr(s), &spec(s)->loader);
    if (sk_is_empty(parent) || !sk_dict_set(dict, SK_N(__name__), name) || !sk_dict_set(dict, SK_N(__spec__), s) ||
        !sk_dict_set(dict, SK_N(__package__), parent) || !sk_dict_set(dict, SK_N(__loader__), l))
        return false;
    SK_AUTO SkValue search = sk_slot_get(sk_ptr(s), &spec(s)->search);
    if (!sk_is_none(search) && !sk_dict_set(dict, SK_N(__path__), search)) return false;
    if (found->kind == SK_FOUND_NAMESPACE) return sk_dict_set(dict, SK_N(__file__), SK_NONE);
    if (sk_is_empty(found->file)) return true;
    SK_AUTO SkValue cached = sk_cache_path(found->file);
    return !sk_is_empty(cached) && sk_dict_set(dict, SK_N(__file__), found->file) && (sk_is_none(cached) || sk_dict_set(dict, SK_N(__cached__), cached));
}

bool sk_module_set_initializing(SkValue module, bool yes) {
    SK_AUTO SkValue s = sk_dict_get(sk_module_dict(module), SK_N(__spec__));
    if (!sk_is_empty(s) && sk_type_of(s) == &spec_type) sk_store_relaxed(&spec(s)->initializing, yes);
    return !sk_error_occurred();
}
