// Warnings. The filters, the once registry and the default action are attributes of the warnings module where that is
// loaded, and of this one until then.
#include "modules/_warnings.h"

#include <limits.h>
#include <pthread.h>

#include "base/atomic.h"
#include "core/front/compile.h"
#include "core/report.h"
#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// Set when the module is made, never released.
static SkValue first_filters, first_once_registry, first_default_action, own_dict;
static _Atomic int64_t filters_version = 1;   // registries of an older version start afresh

// ---- attributes of the warnings module ---------------------------------------------------------------------------------

// Counted; SK_EMPTY without an exception: no such module or attribute.
static SkValue warnings_attr(const char *name, bool try_import) {
    SK_AUTO SkValue module = SK_EMPTY;
    if (try_import) {
        module = sk_import("warnings");
        if (sk_is_empty(module)) {
            sk_error_clear_if(sk_exc_ImportError);
            return SK_EMPTY;
        }
    } else {
        SK_AUTO SkValue modules = sk_sys_get("modules");
        if (sk_is_dict(modules)) module = sk_dict_get_s(modules, "warnings");
        sk_error_clear();
    }
    return sk_is_empty(module) || sk_is_none(module) ? SK_EMPTY : sk_getattr_opt_s(module, name);
}

static SkValue attr_or(const char *name, SkValue otherwise) {
    SkValue v = warnings_attr(name, false);
    return sk_is_empty(v) && !sk_error_occurred() ? sk_retain(otherwise) : v;
}

// ---- registries ------------------------------------------------------------------------------------------------------------

// 1: the warning is known; 0; -1.
static int already_warned(SkValue registry, SkValue key, bool set) {
    if (sk_is_empty(key)) return -1;
    SK_AUTO SkValue version = sk_dict_get_s(registry, "version");
    int64_t now = sk_load_relaxed(&filters_version);
    if (sk_is_empty(version) && sk_error_occurred()) return -1;
    if (!sk_is_small_int(version) || sk_small_int(version) != now) {
        sk_dict_clear(registry);
        if (!sk_dict_set_s(registry, "version", sk_from_small_int(now))) return -1;
    } else {
        SK_AUTO SkValue known = sk_dict_get(registry, key);
        if (sk_is_empty(known) && sk_error_occurred()) return -1;
        int truth = sk_is_empty(known) ? 0 : sk_truth(known);
        if (truth) return truth;
    }
    return set && !sk_dict_set(registry, key, SK_TRUE) ? -1 : 0;
}

// ---- filters ----------------------------------------------------------------------------------------------------------------

static int matches(SkValue pattern, SkValue text) {
    if (sk_is_none(pattern)) return 1;
    if (sk_is_exact_str(pattern)) return sk_compare_bool(pattern, text, SK_EQ);
    SK_AUTO SkValue m = sk_call_method_s(pattern, "match", &text, 1);
    return sk_is_empty(m) ? -1 : sk_truth(m);
}

typedef struct {
    SkValue category, text, module;
    int64_t lineno;
} Query;

// The action of the first filter that fits: counted; SK_EMPTY without an exception if none does. *item: that filter, counted.
static SkValue search(SkValue filters, const Query *q, SkValue *item) {
    if (!sk_is_list(filters)) return sk_raise(sk_exc_ValueError, "_warnings.filters must be a list");
    for (size_t i = 0; i < sk_list_len(filters); i++) {
        SK_AUTO SkValue f = sk_list_get(filters, i);
        if (sk_is_empty(f)) break;
        if (!sk_is_tuple(f) || sk_tuple_len(f) != 5)
            return sk_raise(sk_exc_ValueError, "_warnings.filters item %zu isn't a 5-tuple", i);
        SkValue action = sk_tuple_peek(f, 0), line = sk_tuple_peek(f, 4);
        if (!sk_is_str(action)) return sk_raise(sk_exc_TypeError, "action must be a string, not '%.200T'", action);
        int ok = matches(sk_tuple_peek(f, 1), q->text);
        if (ok > 0) ok = sk_is_subclass(q->category, sk_tuple_peek(f, 2));
        if (ok > 0) ok = matches(sk_tuple_peek(f, 3), q->module);
        if (ok < 0) return SK_EMPTY;
        int64_t n;
        if (!sk_as_int64(line, &n)) return SK_EMPTY;
        if (!ok || (n != 0 && n != q->lineno)) continue;
        *item = sk_move(&f);
        return sk_retain(action);
    }
    return SK_EMPTY;
}

// The filters of catch_warnings() in this context, where sys.flags.context_aware_warnings says so.
static SkValue context_filters(void) {
    SK_AUTO SkValue var = sk_dict_get_s(own_dict, "_warnings_context");
    if (sk_is_empty(var)) return SK_EMPTY;
    SK_AUTO SkValue context = sk_call_method_s(var, "get", &SK_NONE, 1);
    return sk_is_empty(context) || sk_is_none(context) ? SK_EMPTY : sk_getattr_opt_s(context, "_filters");
}

static SkValue find_action(const Query *q, SkValue *item) {
    *item = SK_NONE;
    SK_AUTO SkValue local = context_filters();
    if (sk_error_occurred()) return SK_EMPTY;
    SkValue action = sk_is_empty(local) ? SK_EMPTY : search(local, q, item);
    if (!sk_is_empty(action) || sk_error_occurred()) return action;
    SK_AUTO SkValue filters = attr_or("filters", first_filters);
    if (sk_is_empty(filters)) return SK_EMPTY;
    action = search(filters, q, item);
    if (!sk_is_empty(action) || sk_error_occurred()) return action;
    action = attr_or("defaultaction", first_default_action);
    if (sk_is_empty(action) || sk_is_str(action)) return action;
    sk_raise(sk_exc_TypeError, "_warnings.defaultaction must be a string, not '%.200T'", action);
    sk_release(action);
    return SK_EMPTY;
}

// ---- showing ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkValue category;          // class
    SkValue message;           // instance of it
    SkValue text;
    SkValue filename, module;  // str; module may be any
    int64_t lineno;
    SkValue source;            // or SK_EMPTY
} Warning;

// Before there is a warnings module, and when it is gone.
static bool show_plainly(const Warning *w) {
    SK_AUTO SkValue file = sk_sys_get("stderr");
    SK_AUTO SkValue name = sk_getattr(w->category, SK_N(__name__));
    if (sk_is_empty(file) || sk_is_none(file) || sk_is_empty(name)) {
        sk_error_clear();
        return true;
    }
    SK_AUTO SkValue source = w->lineno > 0 && w->lineno <= INT_MAX ? sk_report_source_line(w->filename, (int)w->lineno) : sk_intern_s("");
    if (sk_is_empty(source)) {
        sk_error_clear();
        return true;
    }
    bool any = sk_str_len(source) != 0;
    SK_AUTO SkValue line = sk_str_format("%S:%lld: %S: %S\n%s%S%s", w->filename, (long long)w->lineno, name, w->text, any ? "  " : "",
                                         source, any ? "\n" : "");
    if (!sk_is_empty(line)) sk_release(sk_call_method(file, SK_N(write), &line, 1));
    sk_error_clear();
    return true;
}

static bool show(const Warning *w) {
    SK_AUTO SkValue f = warnings_attr("_showwarnmsg", !sk_is_empty(w->source));
    if (sk_is_empty(f)) return sk_error_occurred() ? false : show_plainly(w);
    if (!sk_is_callable(f)) return sk_raise_false(sk_exc_TypeError, "warnings._showwarnmsg() must be set to a callable");
    SK_AUTO SkValue cls = warnings_attr("WarningMessage", false);
    if (sk_is_empty(cls))
        return sk_error_occurred() ? false : sk_raise_false(sk_exc_RuntimeError, "unable to get warnings.WarningMessage");
    SkValue args[] = {w->message, w->category, w->filename, sk_from_small_int(w->lineno), SK_NONE, SK_NONE,
                      w->source};
    SK_AUTO SkValue msg = sk_call(cls, args, sk_is_empty(w->source) ? 6 : 7, SK_EMPTY);
    SK_AUTO SkValue r = sk_is_empty(msg) ? SK_EMPTY : sk_call1(f, msg);
    return !sk_is_empty(r);
}

// ---- issuing -------------------------------------------------------------------------------------------------------------------

// "a/b.py" -> "a/b"
static SkValue module_of(SkValue filename) {
    size_t n = sk_str_len(filename);
    if (n == 0) return sk_str_from("<unknown>");
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(filename);
    if (!text.text) return SK_EMPTY;
    bool py = text.len >= 3 && memcmp(text.text + text.len - 3, ".py", 3) == 0;
    return py ? sk_str_slice(filename, 0, n - 3) : sk_retain(filename);
}

static bool has_registry(SkValue registry) { return !sk_is_empty(registry) && !sk_is_none(registry); }

static bool act(Warning *w, SkValue registry) {
    SK_AUTO SkValue key = sk_tuple_pack(3, w->text, w->category, sk_from_small_int(w->lineno));
    if (sk_is_empty(key)) return false;
    if (has_registry(registry)) {
        int known = already_warned(registry, key, false);
        if (known) return known > 0;
    }
    Query q = {w->category, w->text, w->module, w->lineno};
    SK_AUTO SkValue item = SK_NONE;
    SK_AUTO SkValue action = find_action(&q, &item);
    if (sk_is_empty(action)) return false;
    if (sk_str_equals_ascii(action, "error")) {
        sk_raise_object(w->message);
        return false;
    }
    if (sk_str_equals_ascii(action, "ignore")) return true;
    if (sk_str_equals_ascii(action, "always") || sk_str_equals_ascii(action, "all")) return show(w);
    if (has_registry(registry) && !sk_dict_set(registry, key, SK_TRUE)) return false;
    SK_AUTO SkValue once = SK_EMPTY;
    if (sk_str_equals_ascii(action, "once")) {
        if (!has_registry(registry)) {
            once = attr_or("onceregistry", first_once_registry);
            if (sk_is_empty(once)) return false;
            if (!sk_is_dict(once))
                return sk_raise_false(sk_exc_TypeError, "_warnings.onceregistry must be a dict, not '%.200T'", once);
            registry = once;
        }
    } else if (sk_str_equals_ascii(action, "module")) {
        if (!has_registry(registry)) return show(w);
    } else if (sk_str_equals_ascii(action, "default")) {
        return show(w);
    } else {
        return sk_raise_false(sk_exc_RuntimeError, "Unrecognized action (%R) in warnings.filters:\n %R", action, item);
    }
    SK_AUTO SkValue short_key = sk_tuple_pack(2, w->text, w->category);
    int known = already_warned(registry, short_key, true);
    return known ? known > 0 : show(w);
}

// message: any object; registry: dict, SK_NONE or SK_EMPTY; module may be SK_EMPTY.
static bool issue(SkValue category, SkValue message, SkValue filename, int64_t lineno, SkValue module, SkValue registry, SkValue source) {
    if (sk_is_none(module)) return true;
    if (has_registry(registry) && !sk_is_dict(registry))
        return sk_raise_false(sk_exc_TypeError, "'registry' must be a dict or None");
    Warning w = {.filename = filename, .lineno = lineno, .source = source};
    SK_AUTO SkValue mod = sk_is_empty(module) ? module_of(filename) : sk_retain(module);
    SK_AUTO SkValue text = SK_EMPTY, instance = SK_EMPTY;
    if (sk_is_instance_of(message, sk_exc_Warning)) {
        text = sk_str(message);
        instance = sk_retain(message);
        category = sk_type_value(sk_type_of(message));
    } else {
        text = sk_retain(message);
        instance = sk_call1(category, message);
    }
    if (sk_is_empty(mod) || sk_is_empty(text) || sk_is_empty(instance)) return false;
    w.module = mod;
    w.text = text;
    w.message = instance;
    w.category = category;
    return act(&w, registry);
}

// ---- where a warning belongs ------------------------------------------------------------------------------------------------------

static SkValue frame_filename(SkValue frame) {
    SK_AUTO SkValue code = sk_getattr_s(frame, "f_code");
    return sk_is_empty(code) ? SK_EMPTY : sk_getattr_s(code, "co_filename");
}

static bool contains(SkUtf8 text, const char *part) { return memmem(text.text, text.len, part, strlen(part)) != NULL; }

// 1 for frames of the import system, and of files the caller wants skipped; -1.
static int is_skipped(SkValue frame, SkValue prefixes) {
    SK_AUTO SkValue filename = frame_filename(frame);
    if (sk_is_empty(filename)) return -1;
    if (!sk_is_str(filename)) return 0;
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(filename);
    if (!text.text) return -1;
    if (contains(text, "importlib") && contains(text, "_bootstrap")) return 1;
    for (size_t i = 0; sk_is_tuple(prefixes) && i < sk_tuple_len(prefixes); i++) {
        SK_AUTO_UTF8 SkUtf8 prefix = sk_str_wtf8(sk_tuple_peek(prefixes, i));
        if (!prefix.text) return -1;
        if (prefix.len <= text.len && memcmp(text.text, prefix.text, prefix.len) == 0) return 1;
    }
    return 0;
}

// Steps to the caller (skip: the next one that counts). *frame is SK_EMPTY at the end.
static bool step(SkValue *frame, bool skip, SkValue prefixes) {
    for (;;) {
        SkValue back = sk_getattr_s(*frame, "f_back");
        sk_release(*frame);
        *frame = back;
        if (sk_is_empty(back)) return false;
        if (sk_is_none(back)) {
            *frame = SK_EMPTY;
            return true;
        }
        int skipped = skip ? is_skipped(back, prefixes) : 0;
        if (skipped <= 0) return skipped == 0;
    }
}

static bool warn_at(SkValue category, SkValue message, int64_t level, SkValue source, SkValue prefixes) {
    SK_AUTO SkValue frame = sk_frame_hook ? sk_frame_hook(0) : SK_EMPTY;
    if (sk_is_empty(frame) && sk_error_occurred()) return false;
    int internal = sk_is_empty(frame) ? 0 : is_skipped(frame, SK_EMPTY);
    if (internal < 0) return false;
    bool skip = level > 0 && !internal;
    while (--level > 0 && !sk_is_empty(frame))
        if (!step(&frame, skip, prefixes)) return false;
    SK_AUTO SkValue globals = SK_EMPTY, filename = SK_EMPTY;
    int64_t lineno = 0;
    if (sk_is_empty(frame)) {
        SK_AUTO SkValue sys = sk_import("sys");
        globals = sk_is_empty(sys) ? SK_EMPTY : sk_getattr(sys, SK_N(__dict__));
        filename = sk_str_from("<sys>");
    } else {
        globals = sk_getattr_s(frame, "f_globals");
        filename = sk_is_empty(globals) ? SK_EMPTY : frame_filename(frame);
        SK_AUTO SkValue line = sk_is_empty(filename) ? SK_EMPTY : sk_getattr_s(frame, "f_lineno");
        if (sk_is_small_int(line)) lineno = sk_small_int(line);
    }
    if (sk_is_empty(globals) || sk_is_empty(filename)) return false;
    SK_AUTO SkValue fresh = sk_dict_new();
    SkValue key = sk_intern_s("__warningregistry__");
    if (sk_is_empty(fresh) || sk_is_empty(key)) return false;
    SK_AUTO SkValue registry = sk_dict_setdefault(globals, key, fresh, NULL);
    if (sk_is_empty(registry)) return false;
    SK_AUTO SkValue module = sk_dict_get(globals, SK_N(__name__));
    if (!sk_is_none(module) && !sk_is_str(module)) {
        if (sk_error_occurred()) return false;
        sk_release(module);
        module = sk_str_from("<string>");
    }
    return issue(category, message, filename, lineno, module, registry, source);
}

bool sk_warn_resource(SkValue source, const char *fmt, ...) {
    if (!sk_load_acquire(&sk_warn_hook)) return true;  // PAIR(warn-hook)
    va_list ap;
    va_start(ap, fmt);
    SK_AUTO SkValue message = sk_str_format_v(fmt, ap);
    va_end(ap);
    return !sk_is_empty(message) && warn_at(sk_type_value(sk_exc_ResourceWarning), message, 1, source, SK_EMPTY);
}

static bool from_c(SkType *category, SkValue message, int level) {
    return warn_at(sk_type_value(category), message, level, SK_EMPTY, SK_EMPTY);
}

static bool from_compiler(SkType *category, const char *message, SkValue filename, int line) {
    SK_AUTO SkValue text = sk_str_from(message);
    return !sk_is_empty(text) && issue(sk_type_value(category), text, filename, line, SK_EMPTY, SK_EMPTY, SK_EMPTY);
}

// ---- functions ----------------------------------------------------------------------------------------------------------------------

// A word, kept alive by the arguments; SK_EMPTY + TypeError.
static SkValue category_of(SkValue message, SkValue category) {
    if (sk_is_instance_of(message, sk_exc_Warning)) return sk_type_value(sk_type_of(message));
    if (sk_is_empty(category) || sk_is_none(category)) return sk_type_value(sk_exc_UserWarning);
    if (sk_is_type(category) && sk_is_subtype(sk_as_type(category), sk_exc_Warning)) return category;
    if (sk_is_type(category))
        return sk_raise(sk_exc_TypeError, "category must be a Warning subclass, not class '%N'", sk_as_type(category));
    return sk_raise(sk_exc_TypeError, "category must be a Warning subclass, not '%T'", category);
}

static SkValue warn(SkValue module, const SkValue *args) {
    (void)module;
    int64_t level = 1;
    if (!sk_is_empty(args[2]) && !sk_index_as_int64(args[2], &level, sk_exc_OverflowError)) return SK_EMPTY;
    SkValue prefixes = args[4];
    if (!sk_is_empty(prefixes)) {
        if (!sk_is_tuple(prefixes)) return sk_raise_bad_argument("warn", "argument 'skip_file_prefixes'", "tuple", prefixes);
        for (size_t i = 0; i < sk_tuple_len(prefixes); i++)
            if (!sk_is_str(sk_tuple_peek(prefixes, i)))
                return sk_raise(sk_exc_TypeError, "Found non-str '%T' in skip_file_prefixes.", sk_tuple_peek(prefixes, i));
        if (sk_tuple_len(prefixes) && level < 2) level = 2;
    }
    SkValue category = category_of(args[0], args[1]);
    if (sk_is_empty(category)) return category;
    SkValue source = sk_is_none(args[3]) ? SK_EMPTY : args[3];
    return warn_at(category, args[0], level, source, prefixes) ? SK_NONE : SK_EMPTY;
}

static SkValue warn_explicit(SkValue module, const SkValue *args) {
    (void)module;
    int64_t lineno;
    if (!sk_is_str(args[2])) return sk_raise_bad_argument("warn_explicit", "argument 'filename'", "str", args[2]);
    if (!sk_index_as_int64(args[3], &lineno, sk_exc_OverflowError)) return SK_EMPTY;
    if (!sk_is_empty(args[6]) && !sk_is_none(args[6]) && !sk_is_dict(args[6]))
        return sk_raise(sk_exc_TypeError, "module_globals must be a dict, not '%.200T'", args[6]);
    SkValue category = category_of(args[0], args[1]);
    if (sk_is_empty(category)) return category;
    SkValue source = sk_is_none(args[7]) ? SK_EMPTY : args[7];
    return issue(category, args[0], args[2], lineno, args[4], args[5], source) ? SK_NONE : SK_EMPTY;
}

static SkValue filters_mutated(SkValue module) {
    (void)module;
    sk_add_relaxed(&filters_version, 1);
    return SK_NONE;
}

// The lock that warnings.py holds around changes of the filters.
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

static SkValue acquire_lock(SkValue module) {
    (void)module;
    if (pthread_mutex_trylock(&mutex) == 0) return SK_NONE;
    sk_thread_detach();
    pthread_mutex_lock(&mutex);
    sk_thread_attach();
    return SK_NONE;
}

static SkValue release_lock(SkValue module) {
    (void)module;
    if (pthread_mutex_unlock(&mutex) != 0) return sk_raise(sk_exc_RuntimeError, "cannot release un-acquired lock");
    return SK_NONE;
}

// _warnings_context is made when first asked for: contextvars may not be there yet when this module is.
static SkValue module_getattr(SkValue module, SkValue name) {
    if (!sk_str_equals_ascii(name, "_warnings_context"))
        return sk_raise_attribute(module, name, "module '_warnings' has no attribute '%S'", name);
    SK_AUTO SkValue contextvars = sk_import("_contextvars");
    SK_AUTO SkValue cls = sk_is_empty(contextvars) ? SK_EMPTY : sk_getattr_s(contextvars, "ContextVar");
    SK_AUTO SkValue text = sk_str_from("warnings_context");
    SK_AUTO SkValue var = sk_is_empty(cls) ? SK_EMPTY : sk_call1(cls, text);
    return sk_is_empty(var) ? SK_EMPTY : sk_dict_setdefault(own_dict, name, var, NULL);
}

static const SkMethodDef functions[] = {
    {"warn", SK_SIG, {.sig_fn = warn}, "(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=<unrepresentable>)",
     "Issue a warning, or maybe ignore it or raise an exception."},
    {"warn_explicit", SK_SIG, {.sig_fn = warn_explicit},
     "(message, category, filename, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)",
     "Issue a warning for a given place."},
    {"_filters_mutated", SK_NOARGS, {.noargs = filters_mutated}, "()", NULL},
    {"_filters_mutated_lock_held", SK_NOARGS, {.noargs = filters_mutated}, "()", NULL},
    {"_acquire_lock", SK_NOARGS, {.noargs = acquire_lock}, "()", NULL},
    {"_release_lock", SK_NOARGS, {.noargs = release_lock}, "()", NULL},
    {"__getattr__", SK_ONEARG, {.onearg = module_getattr}, "(name, /)", NULL},
    {0},
};

static SkValue make_filters(void) {
    const struct {
        const char *action;
        SkType *category;
        const char *module;
    } table[] = {
        {"default", sk_exc_DeprecationWarning, "__main__"}, {"ignore", sk_exc_DeprecationWarning, NULL},
        {"ignore", sk_exc_PendingDeprecationWarning, NULL}, {"ignore", sk_exc_ImportWarning, NULL},
        {"ignore", sk_exc_ResourceWarning, NULL},
    };
    SkValue list = sk_list_new(SK_COUNT_OF(table));
    for (size_t i = 0; !sk_is_empty(list) && i < SK_COUNT_OF(table); i++) {
        SkValue item = sk_tuple_pack(5, sk_intern_s(table[i].action), SK_NONE, sk_type_value(table[i].category),
                                     table[i].module ? sk_intern_s(table[i].module) : SK_NONE, sk_from_small_int(0));
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) {
            sk_release(list);
            return SK_EMPTY;
        }
    }
    return list;
}

static bool exec(SkValue m) {
    if (sk_is_empty(own_dict)) {
        first_filters = make_filters();
        first_once_registry = sk_dict_new();
        first_default_action = sk_intern_s("default");
        if (sk_is_empty(first_filters) || sk_is_empty(first_once_registry) || sk_is_empty(first_default_action)) return false;
        own_dict = sk_retain(sk_module_dict(m));
        SkValue kept[] = {first_filters, first_once_registry, own_dict};
        for (size_t i = 0; i < SK_COUNT_OF(kept); i++) sk_make_immortal(sk_ptr(kept[i]));
    }
    if (!sk_module_add(m, "filters", first_filters) || !sk_module_add(m, "_onceregistry", first_once_registry) ||
        !sk_module_add(m, "_defaultaction", first_default_action))
        return false;
    sk_store_release(&sk_syntax_warning_hook, from_compiler);  // PAIR(warn-hook): likewise
    sk_store_release(&sk_warn_hook, from_c);  // PAIR(warn-hook): with sk_warn; without it the filters could look unset
    return true;
}

const SkModuleDef sk_module__warnings = {
    .name = "_warnings", .doc = "The native half of warnings.", .functions = functions, .exec = exec};
