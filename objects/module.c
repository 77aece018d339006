// Module objects. The dict is where attributes live; the instance part of subclasses is not used.
#include "objects/module.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "objects/dict.h"
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/hooks.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/type_internal.h"

static SkModule *as_module(SkValue v) { return (SkModule *)sk_ptr(v); }

static void module_trace(SkObject *o, SkVisit visit, void *arg) {
    SkModule *m = (SkModule *)o;
    sk_slot_visit(&m->dict, visit, arg);
    sk_slot_visit(&m->name, visit, arg);
    sk_instance_trace(o, visit, arg);
}

// The variables are not this object's to clear: functions that outlive it may use them, and where nobody does they are found by themselves.
static void module_clear(SkObject *o) { sk_instance_clear(o); }

static void module_destroy(SkObject *o) {
    SkModule *m = (SkModule *)o;
    sk_slot_destroy(o, &m->dict);
    sk_slot_destroy(o, &m->name);
    sk_instance_free(o, 0);
}

// ---- making ----------------------------------------------------------------------------------------------------------

static SkValue module_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkValue dict = sk_dict_new();
    if (sk_is_empty(dict)) return dict;
    SkModule *m = (SkModule *)sk_type_alloc(type, 0);
    if (!m) {
        sk_release(dict);
        return SK_EMPTY;
    }
    sk_slot_init(&m->dict, dict);
    return sk_counted(m);
}

static bool fill(SkValue m, SkValue name, SkValue doc) {
    SkValue dict = sk_module_dict(m);
    sk_slot_set(sk_ptr(m), &as_module(m)->name, sk_retain(name));
    return sk_dict_set(dict, SK_N(__name__), name) && sk_dict_set(dict, SK_N(__doc__), doc) &&
           sk_dict_set(dict, SK_N(__package__), SK_NONE) && sk_dict_set(dict, SK_N(__loader__), SK_NONE) &&
           sk_dict_set(dict, SK_N(__spec__), SK_NONE);
}

static bool module_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("module", "(name, doc=None)", &sig, args, nargs, kwnames, a)) return false;
    if (!sk_is_str(a[0])) {
        sk_raise_bad_argument("module", "argument 'name'", "str", a[0]);
        return false;
    }
    return fill(self, a[0], sk_is_empty(a[1]) ? SK_NONE : a[1]);
}

SkValue sk_module_new(SkValue name) {
    SkValue m = module_new(&sk_module_type, NULL, 0, SK_EMPTY);
    if (sk_is_empty(m) || fill(m, name, SK_NONE)) return m;
    sk_release(m);
    return SK_EMPTY;
}

bool sk_module_fill(SkValue m, const SkModuleDef *def) {
    SkValue name = sk_intern_s(def->name);
    if (sk_is_empty(name) || (def->doc && !sk_module_add_str(m, "__doc__", def->doc))) return false;
    for (const SkMethodDef *f = def->functions; f && f->name; f++)
        if (!sk_module_add_steal(m, f->name, sk_native_new(f, m, name))) return false;
    return !def->exec || def->exec(m);
}

SkValue sk_module_create(const SkModuleDef *def) {
    SkValue name = sk_intern_s(def->name);
    if (sk_is_empty(name)) return name;
    SkValue m = sk_module_new(name);
    if (sk_is_empty(m) || sk_module_fill(m, def)) return m;
    sk_release(m);
    return SK_EMPTY;
}

bool sk_module_add(SkValue m, const char *name, SkValue v) {
    SkValue n = sk_intern_s(name);
    return !sk_is_empty(n) && sk_dict_set(sk_module_dict(m), n, v);
}

bool sk_module_add_steal(SkValue m, const char *name, SkValue v) {
    if (sk_is_empty(v)) return false;
    SkValue n = sk_intern_s(name);
    if (!sk_is_empty(n)) return sk_dict_set_steal(sk_module_dict(m), n, v);
    sk_release(v);
    return false;
}

bool sk_module_add_int(SkValue m, const char *name, int64_t v) { return sk_module_add_steal(m, name, sk_int_from_int64(v)); }
bool sk_module_add_str(SkValue m, const char *name, const char *utf8) { return sk_module_add_steal(m, name, sk_str_from(utf8)); }

bool sk_module_add_type(SkValue m, SkType *type) {
    return sk_type_ready(type) && sk_module_add(m, sk_type_short_name(type), sk_type_value(type));
}

// ---- attributes ----------------------------------------------------------------------------------------------------------

static SkValue dict_get(SkValue m, SkValue name) { return sk_dict_get(sk_module_dict(m), name); }

// spec.origin where spec.has_location is true: counted str, or SK_EMPTY.
static SkValue file_origin(SkValue spec) {
    SK_AUTO SkValue has = sk_getattr_opt(spec, SK_N(has_location));
    if (sk_is_empty(has) || sk_truth(has) <= 0) return SK_EMPTY;
    SkValue origin = sk_getattr_opt(spec, SK_N(origin));
    if (sk_is_empty(origin) || sk_is_str(origin)) return origin;
    sk_release(origin);
    return SK_EMPTY;
}

static bool is_initializing(SkValue spec) {
    SK_AUTO SkValue v = sk_getattr_opt(spec, SK_N(_initializing));
    return !sk_is_empty(v) && sk_truth(v) > 0;
}

static bool is_uninitialized_submodule(SkValue spec, SkValue name) {
    SK_AUTO SkValue list = sk_getattr_opt_s(spec, "_uninitialized_submodules");
    return !sk_is_empty(list) && sk_contains(list, name) > 0;
}

// The file lies in the folder that the program put in front of sys.path at its start.
static bool shadows(SkValue origin) {
    const char *folder = sk_hooks.script_folder;
    char here[PATH_MAX];
    if (folder && !*folder) folder = getcwd(here, sizeof here);
    if (!folder) return false;
    SK_AUTO_UTF8 SkUtf8 file = sk_str_wtf8(origin);
    if (!file.text) return false;
    size_t n = file.len;
    while (n && file.text[n - 1] != '/') n--;
    if (n && strcmp(file.text + n, "__init__.py") == 0) {
        n--;
        while (n && file.text[n - 1] != '/') n--;
    }
    if (n) n--;
    return n == strlen(folder) && memcmp(file.text, folder, n) == 0;
}

static bool is_stdlib_name(SkValue name) {
    SK_AUTO SkValue sys = sk_hooks.import("sys");
    SK_AUTO SkValue names = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "stdlib_module_names");
    return !sk_is_empty(names) && sk_contains(names, name) > 0;
}

static SkValue no_attribute(SkValue m, SkValue name) {
    SK_AUTO SkValue module_name = dict_get(m, SK_N(__name__));
    if (!sk_is_str(module_name)) return sk_raise_attribute(m, name, "module has no attribute '%S'", name);
    SK_AUTO SkValue spec = dict_get(m, SK_N(__spec__));
    SK_AUTO SkValue origin = SK_EMPTY;
    bool shadow = false, initializing = false;
    if (!sk_is_empty(spec) && !sk_is_none(spec)) {
        origin = file_origin(spec);
        shadow = !sk_is_empty(origin) && shadows(origin);
        initializing = is_initializing(spec);
    }
    bool stdlib = shadow && is_stdlib_name(module_name);
    sk_error_clear();
    if (stdlib)
        return sk_raise_attribute(m, name,
                                  "module '%S' has no attribute '%S' (consider renaming '%S' since it has the same name as the "
                                  "standard library module named '%S' and prevents importing that standard library module)",
                                  module_name, name, origin, module_name);
    if (initializing && shadow)
        return sk_raise_attribute(m, name,
                                  "module '%S' has no attribute '%S' (consider renaming '%S' if it has the same name as a "
                                  "library you intended to import)",
                                  module_name, name, origin);
    if (initializing && !sk_is_empty(origin))
        return sk_raise_attribute(m, name,
                                  "partially initialized module '%S' from '%S' has no attribute '%S' (most likely due to a "
                                  "circular import)",
                                  module_name, origin, name);
    if (initializing)
        return sk_raise_attribute(m, name,
                                  "partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)",
                                  module_name, name);
    bool submodule = sk_is_ptr(spec) && is_uninitialized_submodule(spec, name);
    sk_error_clear();
    if (submodule)
        return sk_raise_attribute(m, name, "cannot access submodule '%S' of module '%S' (most likely due to a circular import)", name,
                                  module_name);
    return sk_raise_attribute(m, name, "module '%S' has no attribute '%S'", module_name, name);
}

static SkValue missing(SkValue m, SkValue name) {
    SK_AUTO SkValue getattr = dict_get(m, SK_N(__getattr__));
    return sk_is_empty(getattr) ? no_attribute(m, name) : sk_call1(getattr, name);
}

// The attributes of the type that go before the module's own (data descriptors) are all __special__.
static bool is_plain_name(SkValue name) {
    if (!sk_is_interned(name)) return false;
    const SkStr *s = sk_as_str(name);
    return s->kind == 1 && s->data[0] != '_';
}

static SkValue module_getattr(SkValue m, SkValue name) {
    if (sk_likely(sk_has_index(m, SK_T_MODULE) && sk_is_str(name) && is_plain_name(name))) {
        SkValue v = sk_dict_load_hashed(sk_as_dict(sk_module_dict(m)), name, sk_str_hash(sk_as_str(name)));
        if (sk_likely(!sk_is_empty(v)) || sk_error_occurred()) return v;
    }
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "attribute name must be string, not '%.200T'", name);
    SK_AUTO SkValue interned = sk_intern(sk_is_exact_str(name) ? sk_retain(name) : sk_str(name));
    if (sk_is_empty(interned)) return interned;
    SkType *t = sk_type_of(m);
    SK_AUTO SkValue found = sk_own(sk_type_lookup(t, interned));
    SkType *ft = sk_is_empty(found) ? NULL : sk_type_of(found);
    SkTernaryFn get = ft ? ft->descr_get : NULL;
    if (get && ft->descr_set) return get(found, m, sk_type_value(t));
    SkValue v = sk_dict_load(sk_module_dict(m), interned);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    if (!ft) return missing(m, interned);
    if (!get) return sk_move(&found);
    v = get(found, m, sk_type_value(t));
    if (!sk_is_empty(v) || !sk_error_matches(sk_exc_AttributeError)) return v;
    sk_error_clear();
    return missing(m, interned);
}

static bool module_setattr(SkValue m, SkValue name, SkValue value) {
    SK_AUTO SkValue interned = sk_intern(sk_is_exact_str(name) ? sk_retain(name) : sk_str(name));
    if (sk_is_empty(interned)) return false;
    SK_AUTO SkValue found = sk_own(sk_type_lookup(sk_type_of(m), interned));
    if (!sk_is_empty(found)) {
        SkSetFn set = sk_type_of(found)->descr_set;
        if (set) return set(found, m, value);
    }
    SkValue dict = sk_module_dict(m);
    if (!sk_is_empty(value)) return sk_dict_set(dict, interned, value);
    int r = sk_dict_delete(dict, interned);
    if (r == 0) sk_raise_attribute(m, interned, "'%.100T' object has no attribute '%S'", m, interned);
    return r > 0;
}

static SkValue get_dict(SkValue m, void *closure) {
    (void)closure;
    return sk_slot_load(sk_ptr(m), &as_module(m)->dict);
}

// ---- annotations (PEP 649) -------------------------------------------------------------------------------------------------

static SkValue get_annotate(SkValue m, void *closure) {
    (void)closure;
    SkValue v = dict_get(m, SK_N(__annotate__));
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return sk_dict_set(sk_module_dict(m), SK_N(__annotate__), SK_NONE) ? SK_NONE : SK_EMPTY;
}

static bool set_annotate(SkValue m, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete __annotate__ attribute");
    if (!sk_is_none(value) && !sk_is_callable(value))
        return sk_raise_false(sk_exc_TypeError, "__annotate__ must be callable or None");
    SkValue dict = sk_module_dict(m);
    return sk_dict_set(dict, SK_N(__annotate__), value) && (sk_is_none(value) || sk_dict_delete(dict, SK_N(__annotations__)) >= 0);
}

static SkValue get_annotations(SkValue m, void *closure) {
    (void)closure;
    SkValue dict = sk_module_dict(m);
    SkValue v = sk_dict_get(dict, SK_N(__annotations__));
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SK_AUTO SkValue annotate = sk_dict_get(dict, SK_N(__annotate__));
    SK_AUTO SkValue spec = sk_dict_get(dict, SK_N(__spec__));
    bool partial = sk_is_ptr(spec) && is_initializing(spec);
    sk_error_clear();
    if (!sk_is_empty(annotate) && sk_is_callable(annotate)) {
        v = sk_call1(annotate, sk_from_small_int(1));
        if (sk_is_empty(v)) return v;
        if (!sk_is_dict(v)) {
            sk_raise(sk_exc_TypeError, "__annotate__() must return a dict, not %T", v);
            sk_release(v);
            return SK_EMPTY;
        }
    } else {
        v = sk_dict_new();
    }
    // While the module runs, more annotations may come.
    if (sk_is_empty(v) || partial || sk_dict_set(dict, SK_N(__annotations__), v)) return v;
    sk_release(v);
    return SK_EMPTY;
}

static bool set_annotations(SkValue m, SkValue value, void *closure) {
    (void)closure;
    SkValue dict = sk_module_dict(m);
    if (sk_is_empty(value)) {
        int r = sk_dict_delete(dict, SK_N(__annotations__));
        if (r == 0) sk_raise(sk_exc_AttributeError, "__annotations__");
        if (r <= 0) return false;
    } else if (!sk_dict_set(dict, SK_N(__annotations__), value)) {
        return false;
    }
    return sk_dict_delete(dict, SK_N(__annotate__)) >= 0;
}

// ---- text and dir ------------------------------------------------------------------------------------------------------------

static SkValue repr_from_spec(SkValue spec) {
    SK_AUTO SkValue name = sk_getattr(spec, SK_N(name));
    if (sk_is_empty(name)) return SK_EMPTY;
    if (sk_is_none(name)) name = sk_str_from("?");
    SK_AUTO SkValue origin = sk_getattr(spec, SK_N(origin));
    if (sk_is_empty(origin)) return SK_EMPTY;
    if (sk_is_none(origin)) {
        SK_AUTO SkValue loader = sk_getattr(spec, SK_N(loader));
        if (sk_is_empty(loader)) return SK_EMPTY;
        if (sk_is_none(loader)) return sk_str_format("<module %R>", name);
        if (strcmp(sk_type_short_name(sk_type_of(loader)), "NamespaceLoader") == 0) {
            SK_AUTO SkValue path = sk_getattr_s(loader, "_path");
            SK_AUTO SkValue list = sk_is_empty(path) ? SK_EMPTY : sk_to_list(path);
            return sk_is_empty(list) ? SK_EMPTY : sk_str_format("<module %R (namespace) from %R>", name, list);
        }
        return sk_str_format("<module %R (%R)>", name, loader);
    }
    SK_AUTO SkValue has_location = sk_getattr(spec, SK_N(has_location));
    if (sk_is_empty(has_location)) return SK_EMPTY;
    int located = sk_truth(has_location);
    if (located < 0) return SK_EMPTY;
    return located ? sk_str_format("<module %R from %R>", name, origin) : sk_str_format("<module %R (%S)>", name, origin);
}

static SkValue module_repr(SkValue m) {
    SK_AUTO SkValue loader = sk_getattr_opt(m, SK_N(__loader__));
    SK_AUTO SkValue spec = sk_error_occurred() ? SK_EMPTY : sk_getattr_opt(m, SK_N(__spec__));
    if (sk_error_occurred()) return SK_EMPTY;
    if (!sk_is_empty(spec)) {
        int truth = sk_truth(spec);
        if (truth) return truth < 0 ? SK_EMPTY : repr_from_spec(spec);
    }
    SK_AUTO SkValue name = sk_getattr_opt(m, SK_N(__name__));
    if (sk_is_empty(name) && (sk_error_occurred() || sk_is_empty(name = sk_str_from("?")))) return SK_EMPTY;
    SK_AUTO SkValue file = sk_getattr_opt(m, SK_N(__file__));
    if (!sk_is_empty(file)) return sk_str_format("<module %R from %R>", name, file);
    if (sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(loader) || sk_is_none(loader)) return sk_str_format("<module %R>", name);
    return sk_str_format("<module %R (%R)>", name, loader);
}

static SkValue module_dir(SkValue m) {
    SK_AUTO SkValue dict = sk_getattr(m, SK_N(__dict__));
    if (sk_is_empty(dict)) return SK_EMPTY;
    if (!sk_is_dict(dict)) {
        SK_AUTO SkValue name = sk_getattr_opt(m, SK_N(__name__));
        sk_error_clear();
        return sk_raise(sk_exc_TypeError, "%S.__dict__ is not a dictionary", name);
    }
    SK_AUTO SkValue f = sk_dict_get(dict, SK_N(__dir__));
    if (!sk_is_empty(f)) return sk_call0(f);
    return sk_dict_keys_list(dict);
}

// ---- the type -----------------------------------------------------------------------------------------------------------------

static const SkGetSetDef getset[] = {
    {"__dict__", get_dict, sk_readonly_member, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__annotate__", get_annotate, set_annotate, NULL, NULL},
    {0},
};

static const SkMethodDef methods[] = {
    {"__dir__", SK_NOARGS, {.noargs = module_dir}, "()", "The names in the module."},
    {0},
};

SkType sk_module_type = {
    SK_TYPE_HEAD(SK_T_MODULE, sizeof(SkModule), module_trace, module_clear, module_destroy),
    .name = "module", .doc = "module(name, doc=None)\n--\n\nA module: a namespace with a name and documentation.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF, .new_ = module_new, .init = module_init, .repr = module_repr,
    .getattr = module_getattr, .setattr = module_setattr, .methods = methods, .getset = getset,
};
