// sys: the functions. What it says about the runtime is in sys_info.c, the hooks in sys_hooks.c.
#include "modules/sys.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/report.h"
#include "core/vm/frameobject.h"
#include "core/vm/generator.h"
#include "core/vm/import.h"
#include "core/vm/trace.h"
#include "gc/stash.h"
#include "gc/table.h"
#include "objects/audit.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/intern.h"
#include "objects/list.h"
#include "objects/method.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/struct_seq.h"
#include "objects/tuple.h"
#include "threading/thread.h"

_Atomic bool sk_finalizing;

// ---- exceptions ----------------------------------------------------------------------------------------------------------

static SkValue sys_exc_info(SkValue module) {
    (void)module;
    SkValue exc = sk_error_handled();
    if (sk_is_empty(exc) || sk_is_none(exc)) return sk_tuple_pack(3, SK_NONE, SK_NONE, SK_NONE);
    SkValue tb = sk_exception_traceback(exc);
    SkValue items[] = {sk_retain(sk_type_value(sk_type_of(exc))), exc, sk_is_empty(tb) ? SK_NONE : tb};
    return sk_tuple_steal(items, 3);
}

static SkValue sys_exception(SkValue module) {
    (void)module;
    SkValue exc = sk_error_handled();
    return sk_is_empty(exc) ? SK_NONE : exc;
}

static SkValue sys_exit(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("exit", nargs, 0, 1)) return SK_EMPTY;
    SkValue status = nargs ? args[0] : SK_NONE;
    // As `raise SystemExit, status` did: None is no argument, a tuple is all the arguments.
    SK_AUTO SkValue exc = sk_is_tuple(status)  ? sk_call_tuple(sk_type_value(sk_exc_SystemExit), status, SK_EMPTY)
                          : sk_is_none(status) ? sk_exception_new(sk_exc_SystemExit, NULL, 0)
                                               : sk_exception_new(sk_exc_SystemExit, &status, 1);
    return sk_is_empty(exc) ? exc : sk_raise_object(exc);
}

// ---- values ----------------------------------------------------------------------------------------------------------------

static SkValue sys_intern(SkValue module, SkValue s) {
    (void)module;
    if (sk_is_exact_str(s)) return sk_intern(sk_retain(s));
    if (sk_is_str(s)) return sk_raise(sk_exc_TypeError, "can't intern %.400T", s);
    return sk_raise_bad_argument("intern", NULL, "str", s);
}

static SkValue sys_is_interned(SkValue module, SkValue s) {
    (void)module;
    if (!sk_is_str(s)) return sk_raise_bad_argument("_is_interned", NULL, "str", s);
    return sk_bool(sk_is_interned(s));
}

static SkValue sys_getrefcount(SkValue module, SkValue v) {
    (void)module;
    if (!sk_is_ptr(v) || sk_is_immortal(sk_ptr(v))) return sk_int_from_int64(INT64_C(3) << 30);
    SkObject *o = sk_ptr(v);
    sk_stash_give_back();
    return sk_int_from_int64(sk_counted_references(o, sk_load_relaxed(&o->shared)));
}

static SkValue sys_getsizeof(SkValue module, const SkValue *args) {
    (void)module;
    SK_AUTO SkValue type = sk_retain(sk_type_value(sk_type_of(args[0])));
    SK_AUTO SkValue method = sk_getattr(type, sk_intern_s("__sizeof__"));
    SK_AUTO SkValue size = sk_is_empty(method) ? SK_EMPTY : sk_call1(method, args[0]);
    int64_t n;
    if (!sk_is_empty(size) && !sk_is_int(size)) sk_raise(sk_exc_TypeError, "an integer is required");
    if (sk_is_empty(size) || !sk_is_int(size) || !sk_index_as_int64(size, &n, sk_exc_OverflowError)) {
        if (sk_is_empty(args[1]) || !sk_error_clear_if(sk_exc_TypeError)) return SK_EMPTY;
        return sk_dup(args[1]);
    }
    if (n < 0) return sk_raise(sk_exc_ValueError, "__sizeof__() should return >= 0");
    return sk_int_from_int64(n);
}

// ---- settings ----------------------------------------------------------------------------------------------------------------

static SkValue sys_getrecursionlimit(SkValue module) {
    (void)module;
    return sk_int_from_int64(sk_load_relaxed(&sk_recursion_limit));
}

static SkValue sys_setrecursionlimit(SkValue module, SkValue limit) {
    (void)module;
    int n;
    if (!sk_as_int(limit, &n)) return SK_EMPTY;
    if (n < 1) return sk_raise(sk_exc_ValueError, "recursion limit must be greater or equal than 1");
    if (sk_vm.depth >= (uint32_t)n)
        return sk_raise(sk_exc_RecursionError, "cannot set the recursion limit to %d at the recursion depth %u: the limit is too low", n, sk_vm.depth);
    sk_store_relaxed(&sk_recursion_limit, (uint32_t)n);
    return SK_NONE;
}

static _Atomic uint64_t switch_interval = 5000;   // microseconds

static SkValue sys_getswitchinterval(SkValue module) {
    (void)module;
    return sk_float_new((double)sk_load_relaxed(&switch_interval) * 1e-6);
}

static SkValue sys_setswitchinterval(SkValue module, SkValue interval) {
    (void)module;
    double d;
    if (!sk_as_double(interval, &d)) return SK_EMPTY;
    if (!(d > 0.0)) return sk_raise(sk_exc_ValueError, "switch interval must be strictly positive");
    double us = d * 1e6;
    uint64_t n = us >= 4e9 ? UINT32_MAX : us < 1 ? 1 : (uint64_t)us;
    sk_store_relaxed(&switch_interval, n);
#if SKEIN_GIL
    sk_gil_set_interval((uint32_t)n);
#endif
    return SK_NONE;
}

static SkValue sys_get_int_max_str_digits(SkValue module) {
    (void)module;
    return sk_int_from_int64(sk_load_relaxed(&sk_int_max_str_digits));
}

static SkValue sys_set_int_max_str_digits(SkValue module, const SkValue *args) {
    (void)module;
    int n;
    if (!sk_as_int(args[0], &n)) return SK_EMPTY;
    if (n && n < SK_INT_MAX_STR_DIGITS_THRESHOLD)
        return sk_raise(sk_exc_ValueError, "maxdigits must be 0 or larger than %d", SK_INT_MAX_STR_DIGITS_THRESHOLD);
    sk_store_relaxed(&sk_int_max_str_digits, n);
    return SK_NONE;
}

static SkValue sys_getdefaultencoding(SkValue module) {
    (void)module;
    return sk_intern_s("utf-8");
}
static SkValue sys_getfilesystemencodeerrors(SkValue module) {
    (void)module;
    return SK_N(surrogateescape);
}

static _Atomic int dlopen_flags = RTLD_NOW;

static SkValue sys_getdlopenflags(SkValue module) {
    (void)module;
    return sk_int_from_int64(sk_load_relaxed(&dlopen_flags));
}
static SkValue sys_setdlopenflags(SkValue module, SkValue flags) {
    (void)module;
    int n;
    if (!sk_as_int(flags, &n)) return SK_EMPTY;
    sk_store_relaxed(&dlopen_flags, n);
    return SK_NONE;
}

static SkValue sys_is_finalizing(SkValue module) {
    (void)module;
    return sk_bool(sk_load_relaxed(&sk_finalizing));
}

static SkValue sys_is_gil_enabled(SkValue module) {
    (void)module;
#if SKEIN_GIL
    return SK_TRUE;
#else
    return SK_FALSE;
#endif
}

static SkValue nothing(SkValue module) {
    (void)module;
    return SK_NONE;
}
static SkValue sys_is_stack_trampoline_active(SkValue module) {
    (void)module;
    return SK_FALSE;
}
static SkValue sys_activate_stack_trampoline(SkValue module, SkValue backend) {
    (void)module;
    if (!sk_is_str(backend)) return sk_raise_bad_argument("activate_stack_trampoline", NULL, "str", backend);
    return sk_raise(sk_exc_ValueError, "perf trampoline not available");
}
static SkValue sys_get_cpu_count_config(SkValue module) {
    (void)module;
    return sk_from_small_int(sk_config.cpu_count);
}

static SkValue sys_getallocatedblocks(SkValue module) {
    (void)module;
    int64_t n = 0;
    for (uint32_t i = 1, end = sk_table_high_water(); i < end; i++) n += sk_table_get(i) != NULL;
    return sk_int_from_int64(n);
}
static SkValue sys_getunicodeinternedsize(SkValue module, const SkValue *args) {
    (void)module, (void)args;
    return sk_int_from_int64((int64_t)sk_intern_count());
}

// ---- frames ----------------------------------------------------------------------------------------------------------------------

static bool depth_argument(SkValue v, int *depth) {
    *depth = 0;
    return sk_is_empty(v) || sk_as_int(v, depth);
}

static SkValue sys_getframe(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int depth;
    if (!sk_check_nargs("_getframe", nargs, 0, 1) || !depth_argument(nargs ? args[0] : SK_EMPTY, &depth)) return SK_EMPTY;
    SkFrame *f = sk_frame_at(depth < 0 ? 0 : depth);
    if (f && sk_load_relaxed(&sk_audit_hook)) {
        SK_AUTO SkValue frame = sk_frame_object(f);
        if (sk_is_empty(frame) || !sk_audit("sys._getframe", frame)) return SK_EMPTY;
    }
    return f ? sk_frame_object(f) : sk_raise(sk_exc_ValueError, "call stack is not deep enough");
}

static SkValue sys_getframemodulename(SkValue module, const SkValue *args) {
    (void)module;
    int depth;
    if (!depth_argument(args[0], &depth) || !sk_audit("sys._getframemodulename", sk_from_small_int(depth))) return SK_EMPTY;
    SkFrame *f = sk_frame_at(depth < 0 ? 0 : depth);
    if (!f) return SK_NONE;
    if (!sk_has_index(f->func, SK_T_FUNCTION)) {
        SkValue module_name = sk_dict_get(sk_counted(f->globals), SK_N(__name__));
        return sk_is_empty(module_name) && !sk_error_occurred() ? SK_NONE : module_name;
    }
    SkFunction *function = (SkFunction *)sk_ptr(f->func);
    SkValue name = sk_slot_load(&function->header, &function->module);
    return sk_is_empty(name) ? SK_NONE : name;
}

// What is found of a thread while it holds still.
typedef struct {
    bool exceptions;
    SkValue value;   // counted; EMPTY: it runs no Python code
} ThreadLook;

static void look_at_thread(SkThread *t, void *arg) {
    ThreadLook *look = arg;
    SkVm *vm = t->vm;
    if (!vm || !vm->top) return;
    if (!look->exceptions) {
        look->value = sk_frame_object_of(vm->top, t);
        return;
    }
    look->value = SK_NONE;
    for (SkFrame *f = vm->top; f; f = f->prev) {
        if (sk_is_empty(f->handled)) continue;
        look->value = sk_retain(f->handled);
        break;
    }
}

static SkValue look_at_threads(bool exceptions) {
    SK_AUTO SkValue d = sk_dict_new();
    for (uint32_t i = 1; i <= sk_thread_max_slot() && !sk_is_empty(d); i++) {
        SkThread *t = sk_thread_by_slot(i);
        SK_AUTO SkValue ident = sk_int_from_uint64(sk_load_relaxed(&t->ident));
        ThreadLook look = {exceptions, SK_EMPTY};
        if (!sk_thread_visit(t, look_at_thread, &look)) continue;
        SK_AUTO SkValue value = look.value;
        if (sk_is_empty(ident) || (!sk_is_empty(value) && !sk_dict_set(d, ident, value))) return SK_EMPTY;
    }
    return sk_move(&d);
}

static SkValue sys_current_frames(SkValue module) {
    (void)module;
    return sk_audit("sys._current_frames") ? look_at_threads(false) : SK_EMPTY;
}
static SkValue sys_current_exceptions(SkValue module) {
    (void)module;
    return sk_audit("sys._current_exceptions") ? look_at_threads(true) : SK_EMPTY;
}

// ---- tracing -----------------------------------------------------------------------------------------------------------------------

static SkValue get_function(SkValue f) { return sk_is_empty(f) ? SK_NONE : sk_retain(f); }

static SkValue sys_settrace(SkValue module, SkValue f) {
    (void)module;
    if (!sk_audit("sys.settrace")) return SK_EMPTY;
    sk_trace_set(f);
    return SK_NONE;
}
static SkValue sys_gettrace(SkValue module) {
    (void)module;
    return get_function(sk_vm.trace_function);
}
static SkValue sys_setprofile(SkValue module, SkValue f) {
    (void)module;
    if (!sk_audit("sys.setprofile")) return SK_EMPTY;
    sk_trace_set_profile(f);
    return SK_NONE;
}
static SkValue sys_getprofile(SkValue module) {
    (void)module;
    return get_function(sk_vm.profile_function);
}
static SkValue sys_settraceallthreads(SkValue module, SkValue f) {
    (void)module;
    sk_trace_set_all(f);
    return SK_NONE;
}
static SkValue sys_setprofileallthreads(SkValue module, SkValue f) {
    (void)module;
    sk_trace_set_profile_all(f);
    return SK_NONE;
}

static SkValue sys_call_tracing(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("call_tracing", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_tuple(args[1])) return sk_raise_bad_argument("call_tracing", "argument 2", "tuple", args[1]);
    return sk_trace_call(args[0], args[1]);
}

// ---- coroutines and asynchronous generators ----------------------------------------------------------------------------------------

static SkValue sys_get_origin_depth(SkValue module) {
    (void)module;
    return sk_int_from_int64(sk_coroutine_origin_depth);
}
static SkValue sys_set_origin_depth(SkValue module, const SkValue *args) {
    (void)module;
    int n;
    if (!sk_as_int(args[0], &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "depth must be >= 0");
    sk_coroutine_origin_depth = n;
    return SK_NONE;
}

static SkType *hooks_type;   // set when the module is made

static SkValue sys_get_asyncgen_hooks(SkValue module) {
    (void)module;
    SkValue values[] = {get_function(sk_asyncgen_firstiter), get_function(sk_asyncgen_finalizer)};
    return sk_struct_seq_new(hooks_type, values);
}

static bool hook_argument(SkValue v, const char *what) {
    if (sk_is_empty(v) || sk_is_none(v) || sk_is_callable(v)) return true;
    return sk_raise_false(sk_exc_TypeError, "callable %s expected, got %.50T", what, v);
}
static void set_hook(SkValue *where, SkValue v) {
    if (sk_is_empty(v)) return;
    SkValue old = *where;
    *where = sk_is_none(v) ? SK_EMPTY : sk_retain(v);
    sk_release(old);
}
static SkValue sys_set_asyncgen_hooks(SkValue module, const SkValue *args) {
    (void)module;
    if (!hook_argument(args[1], "finalizer") || !hook_argument(args[0], "firstiter")) return SK_EMPTY;
    if (!sk_is_empty(args[1]) && !sk_audit("sys.set_asyncgen_hooks_finalizer")) return SK_EMPTY;
    if (!sk_is_empty(args[0]) && !sk_audit("sys.set_asyncgen_hooks_firstiter")) return SK_EMPTY;
    set_hook(&sk_asyncgen_finalizer, args[1]);
    set_hook(&sk_asyncgen_firstiter, args[0]);
    return SK_NONE;
}

// ---- audit ---------------------------------------------------------------------------------------------------------------------------

// Hooks are never removed. The list is made with the module.
static SkValue audit_hooks;

// Events of other code come here once there is a hook. They do not know what a hook may do to the thread's exception.
static bool audit(SkValue event, SkValue arguments);
static bool audit_event(const char *event, const SkValue *args, size_t nargs) {
    SkValue saved = sk_error_take();
    SK_AUTO SkValue name = sk_intern_s(event);
    SkValue values[16];
    for (size_t i = 0; i < nargs && i < SK_COUNT_OF(values); i++) values[i] = sk_is_empty(args[i]) ? SK_NONE : args[i];
    SK_AUTO SkValue arguments = sk_tuple_from(values, nargs);
    bool ok = !sk_is_empty(arguments) && audit(name, arguments);
    if (ok) sk_error_restore(saved);
    else sk_release(saved);
    return ok;
}

static bool audit(SkValue event, SkValue arguments) {
    for (size_t i = 0; i < sk_list_len(audit_hooks); i++) {
        SK_AUTO SkValue hook = sk_list_get(audit_hooks, i);
        // Hooks are not traced, unless they ask for it.
        SK_AUTO SkValue traced = sk_is_empty(hook) ? SK_EMPTY : sk_getattr_opt_s(hook, "__cantrace__");
        int trace = sk_is_empty(traced) ? (sk_error_occurred() ? -1 : 0) : sk_truth(traced);
        if (trace < 0) return false;
        if (!trace) sk_trace_enter();
        SkValue r = sk_is_empty(hook) ? SK_NONE : sk_call2(hook, event, arguments);
        if (!trace) sk_trace_leave();
        if (sk_is_empty(r)) return false;
        sk_release(r);
    }
    return true;
}

static SkValue sys_audit(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "audit() missing 1 required positional argument: 'event'");
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "expected str for argument 'event', not %T", args[0]);
    if (sk_list_len(audit_hooks) == 0) return SK_NONE;
    SK_AUTO SkValue arguments = sk_tuple_from(args + 1, nargs - 1);
    return sk_is_empty(arguments) || !audit(args[0], arguments) ? SK_EMPTY : SK_NONE;
}

static SkValue sys_addaudithook(SkValue module, const SkValue *args) {
    (void)module;
    SK_AUTO SkValue event = sk_str_from("sys.addaudithook");
    if (sk_is_empty(event)) return event;
    if (!audit(event, sk_empty_tuple())) {
        // A hook may refuse further ones.
        return sk_error_clear_if(sk_exc_Exception) ? SK_NONE : SK_EMPTY;
    }
    if (!sk_list_append(audit_hooks, args[0])) return SK_EMPTY;
    sk_store_release(&sk_audit_hook, audit_event);  // PAIR(audit-hook)
    return SK_NONE;
}

// ---- the module ----------------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"exc_info", SK_NOARGS, {.noargs = sys_exc_info}, "()", "(type, value, traceback) of the exception being handled."},
    {"exception", SK_NOARGS, {.noargs = sys_exception}, "()", "The exception being handled, or None."},
    {"exit", SK_FAST, {.fast = sys_exit}, "(status=None, /)", "Exit the interpreter by raising SystemExit(status)."},
    {"intern", SK_ONEARG, {.onearg = sys_intern}, "(string, /)", "The interned string equal to this one."},
    {"_is_interned", SK_ONEARG, {.onearg = sys_is_interned}, "(string, /)", "Whether the string is interned."},
    {"getrefcount", SK_ONEARG, {.onearg = sys_getrefcount}, "(object, /)", "The number of counted references to the object."},
    {"getsizeof", SK_SIG, {.sig_fn = sys_getsizeof}, "(object, default=<unrepresentable>)", "The size of the object in bytes."},
    {"getrecursionlimit", SK_NOARGS, {.noargs = sys_getrecursionlimit}, "()", "The greatest depth of the Python stack."},
    {"setrecursionlimit", SK_ONEARG, {.onearg = sys_setrecursionlimit}, "(limit, /)", "Set the greatest depth of the Python stack."},
    {"getswitchinterval", SK_NOARGS, {.noargs = sys_getswitchinterval}, "()", "The time a thread may keep the global lock, in seconds."},
    {"setswitchinterval", SK_ONEARG, {.onearg = sys_setswitchinterval}, "(interval, /)", "Set the time a thread may keep the global lock."},
    {"get_int_max_str_digits", SK_NOARGS, {.noargs = sys_get_int_max_str_digits}, "()", "The limit of digits in conversions between int and str."},
    {"set_int_max_str_digits", SK_SIG, {.sig_fn = sys_set_int_max_str_digits}, "(maxdigits)", "Set the limit of digits in conversions between int and str."},
    {"getdefaultencoding", SK_NOARGS, {.noargs = sys_getdefaultencoding}, "()", "'utf-8'."},
    {"getfilesystemencoding", SK_NOARGS, {.noargs = sys_getdefaultencoding}, "()", "The encoding of file names."},
    {"getfilesystemencodeerrors", SK_NOARGS, {.noargs = sys_getfilesystemencodeerrors}, "()", "The error handler for file names."},
    {"getdlopenflags", SK_NOARGS, {.noargs = sys_getdlopenflags}, "()", "The flags for dlopen()."},
    {"setdlopenflags", SK_ONEARG, {.onearg = sys_setdlopenflags}, "(flags, /)", "Set the flags for dlopen()."},
    {"is_finalizing", SK_NOARGS, {.noargs = sys_is_finalizing}, "()", "Whether the interpreter is ending."},
    {"_is_gil_enabled", SK_NOARGS, {.noargs = sys_is_gil_enabled}, "()", "Whether there is a global lock."},
    {"_clear_type_cache", SK_NOARGS, {.noargs = nothing}, "()", "Clear the caches of types."},
    {"_clear_internal_caches", SK_NOARGS, {.noargs = nothing}, "()", "Clear the caches of the runtime."},
    {"is_stack_trampoline_active", SK_NOARGS, {.noargs = sys_is_stack_trampoline_active}, "()", "Whether a stack profiler trampoline is active."},
    {"activate_stack_trampoline", SK_ONEARG, {.onearg = sys_activate_stack_trampoline}, "(backend, /)", "Not available."},
    {"deactivate_stack_trampoline", SK_NOARGS, {.noargs = nothing}, "()", "Nothing to deactivate."},
    {"_get_cpu_count_config", SK_NOARGS, {.noargs = sys_get_cpu_count_config}, "()", "The number of processors given by -X cpu_count, or -1."},
    {"getallocatedblocks", SK_NOARGS, {.noargs = sys_getallocatedblocks}, "()", "The number of container objects."},
    {"getunicodeinternedsize", SK_SIG, {.sig_fn = sys_getunicodeinternedsize}, "(*, _only_immortal=False)", "The number of interned strings."},
    {"_getframe", SK_FAST, {.fast = sys_getframe}, "(depth=0, /)", "The frame depth calls up."},
    {"_getframemodulename", SK_SIG, {.sig_fn = sys_getframemodulename}, "(depth=0)", "The name of the module of the function depth calls up."},
    {"_current_frames", SK_NOARGS, {.noargs = sys_current_frames}, "()", "The frame of each thread by the thread's identifier."},
    {"_current_exceptions", SK_NOARGS, {.noargs = sys_current_exceptions}, "()", "The exception that each thread is handling, by the thread's identifier."},
    {"settrace", SK_ONEARG, {.onearg = sys_settrace}, "(function, /)", "Set the trace function of this thread."},
    {"gettrace", SK_NOARGS, {.noargs = sys_gettrace}, "()", "The trace function of this thread."},
    {"setprofile", SK_ONEARG, {.onearg = sys_setprofile}, "(function, /)", "Set the profile function of this thread."},
    {"getprofile", SK_NOARGS, {.noargs = sys_getprofile}, "()", "The profile function of this thread."},
    {"_settraceallthreads", SK_ONEARG, {.onearg = sys_settraceallthreads}, "(function, /)", "Set the trace function of all threads."},
    {"_setprofileallthreads", SK_ONEARG, {.onearg = sys_setprofileallthreads}, "(function, /)", "Set the profile function of all threads."},
    {"call_tracing", SK_FAST, {.fast = sys_call_tracing}, "(func, args, /)", "Call func(*args) with tracing on."},
    {"get_coroutine_origin_tracking_depth", SK_NOARGS, {.noargs = sys_get_origin_depth}, "()", "How many frames of a coroutine's origin are kept."},
    {"set_coroutine_origin_tracking_depth", SK_SIG, {.sig_fn = sys_set_origin_depth}, "(depth)", "Set how many frames of a coroutine's origin are kept."},
    {"get_asyncgen_hooks", SK_NOARGS, {.noargs = sys_get_asyncgen_hooks}, "()", "The hooks of asynchronous generators in this thread."},
    {"set_asyncgen_hooks", SK_SIG, {.sig_fn = sys_set_asyncgen_hooks}, "(firstiter=None, finalizer=None)", "Set the hooks of asynchronous generators in this thread."},
    {"audit", SK_FAST, {.fast = sys_audit}, "(event, /, *args)", "Pass the event to the audit hooks."},
    {"addaudithook", SK_SIG, {.sig_fn = sys_addaudithook}, "(hook)", "Add an audit hook."},
    {0},
};

static bool add_hooks(SkValue m) {
    SK_AUTO SkValue name = sk_str_from("sys");
    if (sk_is_empty(name)) return false;
    for (const SkMethodDef *d = sk_sys_hook_functions; d->name; d++) {
        SK_AUTO SkValue f = sk_native_new(d, m, name);
        char original[40];
        snprintf(original, sizeof original, "__%s__", d->name);
        if (sk_is_empty(f) || !sk_module_add(m, d->name, f) || !sk_module_add(m, original, f)) return false;
    }
    return true;
}

static bool exec(SkValue m) {
    static const char *const fields[] = {"firstiter", "finalizer", NULL};
    static const SkStructSeqDef def = {"sys.asyncgen_hooks", "The hooks of asynchronous generators.", fields, 2};
    hooks_type = sk_struct_seq_type(&def);
    audit_hooks = sk_list_new(0);
    if (!hooks_type || sk_is_empty(audit_hooks)) return false;
    sk_make_immortal(sk_ptr(audit_hooks));
    if (!sk_sys_add_info(m) || !add_hooks(m) || !sk_sys_add_monitoring(m) || !sk_sys_add_debug(m)) return false;
    SK_AUTO SkValue finder = sk_importer_new();
    return !sk_is_empty(finder) && sk_module_add_steal(m, "meta_path", sk_list_from(&finder, 1)) && sk_module_add_steal(m, "path", sk_list_new(0)) &&
           sk_module_add_steal(m, "path_hooks", sk_list_new(0)) && sk_module_add_steal(m, "path_importer_cache", sk_dict_new());
}

const SkModuleDef sk_module_sys = {
    .name = "sys",
    .doc = "What the interpreter and the running program know of each other.",
    .functions = functions,
    .exec = exec,
};
