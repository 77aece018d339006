// The hooks of sys: what is done with the value of an expression, with exceptions nobody catches, with breakpoint().
#include <stdlib.h>

#include "core/report.h"
#include "core/vm/import.h"
#include "modules/sys.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Writes text with what the stream cannot encode escaped.
static bool write_escaped(SkValue out, SkValue text) {
    SK_AUTO SkValue encoding = sk_getattr(out, SK_N(encoding));
    if (sk_is_empty(encoding)) return false;
    SkValue args[] = {encoding, SK_N(backslashreplace)};
    SK_AUTO SkValue bytes = sk_call_method(text, SK_N(encode), args, 2);
    SK_AUTO SkValue buffer = sk_is_empty(bytes) ? SK_EMPTY : sk_getattr_opt(out, SK_N(buffer));
    if (sk_is_empty(bytes) || sk_error_occurred()) return false;
    SK_AUTO SkValue escaped = sk_is_empty(buffer) ? sk_call_method(bytes, SK_N(decode), args, 1) : SK_EMPTY;
    if (sk_is_empty(buffer) && sk_is_empty(escaped)) return false;
    SkValue r = sk_is_empty(buffer) ? sk_call_method(out, SK_N(write), &escaped, 1) : sk_call_method(buffer, SK_N(write), &bytes, 1);
    sk_release(r);
    return !sk_is_empty(r);
}

static SkValue sys_displayhook(SkValue module, SkValue value) {
    (void)module;
    SK_AUTO SkValue builtins = sk_dict_get(sk_sys_modules(), SK_N(builtins));
    if (sk_is_empty(builtins)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_RuntimeError, "lost builtins module");
    if (sk_is_none(value)) return SK_NONE;
    if (!sk_setattr(builtins, SK_N(_), SK_NONE)) return SK_EMPTY;
    SK_AUTO SkValue out = sk_sys_get("stdout");
    if (sk_is_empty(out) || sk_is_none(out)) return sk_raise(sk_exc_RuntimeError, "lost sys.stdout");
    SK_AUTO SkValue text = sk_repr(value);
    if (sk_is_empty(text)) return text;
    SkValue r = sk_call_method(out, SK_N(write), &text, 1);
    sk_release(r);
    if (sk_is_empty(r)) {
        if (!sk_error_clear_if(sk_exc_UnicodeEncodeError) || !write_escaped(out, text)) return SK_EMPTY;
    }
    SK_AUTO SkValue newline = sk_str_from("\n");
    r = sk_is_empty(newline) ? SK_EMPTY : sk_call_method(out, SK_N(write), &newline, 1);
    sk_release(r);
    if (sk_is_empty(r) || !sk_setattr(builtins, SK_N(_), value)) return SK_EMPTY;
    return SK_NONE;
}

static SkValue sys_excepthook(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("excepthook", nargs, 3, 3)) return SK_EMPTY;
    sk_default_excepthook(args[0], args[1], args[2]);
    return SK_NONE;
}

static SkValue sys_unraisablehook(SkValue module, SkValue unraisable) {
    (void)module;
    if (!sk_is_unraisable_args(unraisable)) return sk_raise(sk_exc_TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
    sk_default_unraisablehook(unraisable);
    return SK_NONE;
}

// PYTHONBREAKPOINT: unset or empty: pdb.set_trace; "0": nothing; else a dotted name to be called.
static SkValue sys_breakpointhook(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    const char *name = sk_config.ignore_environment ? NULL : getenv("PYTHONBREAKPOINT");
    if (!name || !*name) name = "pdb.set_trace";
    if (!strcmp(name, "0")) return SK_NONE;
    const char *dot = strrchr(name, '.');
    SK_AUTO SkValue module_name = dot ? sk_str_from_fs(name, (size_t)(dot - name)) : sk_str_from("builtins");
    SK_AUTO SkValue attr = sk_str_from_fs(dot ? dot + 1 : name, strlen(dot ? dot + 1 : name));
    if (sk_is_empty(module_name) || sk_is_empty(attr)) return SK_EMPTY;
    SK_AUTO SkValue m = sk_str_len(module_name) ? sk_import_module(module_name) : SK_EMPTY;
    SK_AUTO SkValue hook = sk_is_empty(m) ? SK_EMPTY : sk_getattr(m, attr);
    if (!sk_is_empty(hook)) return sk_call(hook, args, nargs, kwnames);
    if (sk_error_occurred() && !sk_error_matches(sk_exc_ImportError) && !sk_error_matches(sk_exc_AttributeError)) return SK_EMPTY;
    sk_error_clear();
    return sk_warn(sk_exc_RuntimeWarning, 0, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", name) ? SK_NONE : SK_EMPTY;
}

const SkMethodDef sk_sys_hook_functions[] = {
    {"displayhook", SK_ONEARG, {.onearg = sys_displayhook}, "(object, /)", "Print an object to sys.stdout and also save it in builtins._"},
    {"excepthook", SK_FAST, {.fast = sys_excepthook}, "(exctype, value, traceback, /)", "Handle an exception by displaying it with a traceback on sys.stderr."},
    {"unraisablehook", SK_ONEARG, {.onearg = sys_unraisablehook}, "(unraisable, /)", "Handle an unraisable exception."},
    {"breakpointhook", SK_KW, {.kw = sys_breakpointhook}, "(*args, **kwargs)", "Called by the built-in breakpoint()."},
    {0},
};
