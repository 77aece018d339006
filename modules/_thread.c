// _thread: starting threads, and what threading builds on.
#include "modules/_thread.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "core/report.h"
#include "modules/_asyncio.h"
#include "modules/_contextvars.h"
#include "modules/_signal.h"
#include "modules/sys.h"
#include "objects/audit.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/struct_seq.h"
#include "objects/tuple.h"
#include "threading/thread.h"

_Atomic size_t sk_thread_stack_size;
static _Atomic int64_t running;
static _Thread_local SkValue sentinel;   // counted or empty

uint64_t sk_thread_ident(void) { return sk_thread_self ? sk_load_relaxed(&sk_thread_self->ident) : (uint64_t)pthread_self(); }
int64_t sk_python_thread_count(void) { return sk_load_relaxed(&running); }

void sk_thread_set_sentinel(SkValue lock) {
    sk_release(sentinel);
    sentinel = sk_retain(lock);
}

typedef struct {
    SkValue function, args, kwargs, handle;  // counted; the last two may be empty
} Boot;

static void run_thread(void *p) {
    Boot *boot = p;
    Boot b = {.function = boot->function, .args = boot->args, .kwargs = boot->kwargs, .handle = boot->handle};
    sk_free(boot);
    if (!sk_is_empty(b.handle)) sk_thread_handle_started(b.handle, sk_thread_ident());
    SkValue r = sk_call_tuple(b.function, b.args, b.kwargs);
    if (sk_is_empty(r)) {
        if (!sk_error_clear_if(sk_exc_SystemExit)) sk_error_unraisable("Exception ignored in thread started by", b.function);
    }
    sk_release(r);
    sk_release(b.function);
    sk_release(b.args);
    sk_release(b.kwargs);
    sk_thread_locals_clear();
    sk_aio_thread_exit();
    sk_context_thread_exit();
    sk_sub_relaxed(&running, 1);
    SkValue s = sentinel;
    sentinel = SK_EMPTY;
    if (!sk_is_empty(s)) {
        (void)sk_lock_release(s);
        sk_release(s);
    }
    if (!sk_is_empty(b.handle)) {
        sk_thread_handle_done(b.handle);
        sk_release(b.handle);
    }
}

bool sk_start_python_thread(SkValue function, SkValue args, SkValue kwargs, SkValue handle, uint64_t *ident) {
    if (sk_load_relaxed(&sk_finalizing))
        return sk_raise_false(sk_exc_PythonFinalizationError, "can't create new thread at interpreter shutdown");
    Boot *b = sk_malloc(sizeof *b);
    if (!b) {
        sk_raise_memory();
        return false;
    }
    *b = (Boot){.function = sk_retain(function), .args = sk_retain(args), .kwargs = sk_retain(kwargs), .handle = sk_retain(handle)};
    sk_add_relaxed(&running, 1);
    int err = sk_thread_start(run_thread, b, sk_load_relaxed(&sk_thread_stack_size), ident);
    if (!err) return true;
    sk_sub_relaxed(&running, 1);
    sk_release(b->function);
    sk_release(b->args);
    sk_release(b->kwargs);
    sk_release(b->handle);
    sk_free(b);
    return sk_raise_false(sk_exc_RuntimeError, "can't start new thread");
}

static SkValue start_new_thread(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("start_new_thread", nargs, 2, 3)) return SK_EMPTY;
    if (!sk_is_callable(args[0])) return sk_raise(sk_exc_TypeError, "first arg must be callable");
    if (!sk_is_tuple(args[1])) return sk_raise(sk_exc_TypeError, "2nd arg must be a tuple");
    if (nargs == 3 && !sk_is_dict(args[2])) return sk_raise(sk_exc_TypeError, "optional 3rd arg must be a dictionary");
    if (!sk_audit("_thread.start_new_thread", args[0], args[1], nargs == 3 ? args[2] : SK_NONE)) return SK_EMPTY;
    uint64_t ident;
    if (!sk_start_python_thread(args[0], args[1], nargs == 3 ? args[2] : SK_EMPTY, SK_EMPTY, &ident)) return SK_EMPTY;
    return sk_int_from_uint64(ident);
}

static SkValue allocate_lock(SkValue module) {
    (void)module;
    return sk_lock_new();
}
static SkValue get_ident(SkValue module) {
    (void)module;
    return sk_int_from_uint64(sk_thread_ident());
}
static SkValue get_native_id(SkValue module) {
    (void)module;
    return sk_int_from_int64(gettid());
}
static SkValue count(SkValue module) {
    (void)module;
    return sk_int_from_int64(sk_python_thread_count());
}
static SkValue exit_thread(SkValue module) {
    (void)module;
    SkValue e = sk_call0(sk_type_value(sk_exc_SystemExit));
    if (!sk_is_empty(e)) sk_error_restore(e);
    return SK_EMPTY;
}

static SkValue stack_size(SkValue module, const SkValue *args) {
    (void)module;
    int64_t size = 0;
    if (!sk_is_empty(args[0]) && !sk_as_int64(args[0], &size)) return SK_EMPTY;
    if (size < 0) return sk_raise(sk_exc_ValueError, "size must be 0 or a positive value");
    size_t old = sk_load_relaxed(&sk_thread_stack_size);
    if (size && size < 32768) return sk_raise(sk_exc_ValueError, "size not valid: %lld bytes", (long long)size);
    sk_store_relaxed(&sk_thread_stack_size, (size_t)size);   // without an argument it is the default again
    return sk_int_from_uint64(old);
}

// As if the signal had arrived: nothing happens while it is ignored or has its default action.
static SkValue interrupt_main(SkValue module, const SkValue *args) {
    (void)module;
    int signum = SIGINT;
    if (!sk_is_empty(args[0]) && !sk_as_int(args[0], &signum)) return SK_EMPTY;
    if (signum < 1 || signum >= NSIG) return sk_raise(sk_exc_ValueError, "signal number out of range");
    struct sigaction now;
    if (sigaction(signum, NULL, &now) != 0) return sk_raise_errno(SK_EMPTY);
    if ((now.sa_flags & SA_SIGINFO) || (now.sa_handler != SIG_DFL && now.sa_handler != SIG_IGN)) {
        sk_signal_trip(signum);
        if (sk_thread_self->is_main && !sk_safepoint_poll()) return SK_EMPTY;
    }
    return SK_NONE;
}

static SkValue set_sentinel(SkValue module) {
    (void)module;
    SkValue lock = sk_lock_new();
    if (!sk_is_empty(lock)) sk_thread_set_sentinel(lock);
    return lock;
}

static SkValue excepthook(SkValue module, SkValue args) {
    SK_AUTO SkValue type = sk_getattr_s(module, "_ExceptHookArgs");
    if (sk_is_empty(type)) return SK_EMPTY;
    if (!sk_is_instance_of(args, sk_as_type(type))) return sk_raise(sk_exc_TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
    sk_default_thread_excepthook(args);
    return SK_NONE;
}

static SkValue yes(SkValue module) {
    (void)module;
    return SK_TRUE;
}

static SkValue get_main_ident(SkValue module) {
    (void)module;
    SkThread *t = sk_thread_by_slot(1);
    for (uint32_t i = 1; i <= sk_thread_max_slot(); i++) {
        SkThread *candidate = sk_thread_by_slot(i);
        if (candidate && candidate->is_main) t = candidate;
    }
    return sk_int_from_uint64(sk_load_relaxed(&t->ident));
}

static SkValue set_name(SkValue module, const SkValue *args) {
    (void)module;
    if (!sk_is_str(args[0])) return sk_raise_bad_argument("set_name", "argument 'name'", "str", args[0]);
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(args[0]);
    if (!text.text) return SK_EMPTY;
    char name[16];
    size_t n = text.len < 15 ? text.len : 15;
    while (n < text.len && n && ((unsigned char)text.text[n] & 0xc0) == 0x80) n--;
    memcpy(name, text.text, n);
    name[n] = 0;
    pthread_setname_np(pthread_self(), name);
    return SK_NONE;
}

static const SkMethodDef functions[] = {
    {"start_new_thread", SK_FAST, .fast = start_new_thread, .sig = "(function, args, kwargs={}, /)", .doc = "Start a thread; returns its identifier."},
    {"start_new", SK_FAST, .fast = start_new_thread, .sig = "(function, args, kwargs={}, /)", .doc = "An obsolete synonym of start_new_thread()."},
    {"start_joinable_thread", SK_SIG, .sig_fn = sk_thread_start_joinable, .sig = "(function, handle=None, daemon=True)", .doc = "Start a thread; returns its handle."},
    {"daemon_threads_allowed", SK_NOARGS, .noargs = yes, .sig = "()", .doc = "Whether daemon threads may be started: True."},
    {"allocate_lock", SK_NOARGS, .noargs = allocate_lock, .sig = "()", .doc = "A new lock."},
    {"allocate", SK_NOARGS, .noargs = allocate_lock, .sig = "()", .doc = "An obsolete synonym of allocate_lock()."},
    {"exit_thread", SK_NOARGS, .noargs = exit_thread, .sig = "()", .doc = "An obsolete synonym of exit()."},
    {"exit", SK_NOARGS, .noargs = exit_thread, .sig = "()", .doc = "Raise SystemExit, which ends the thread."},
    {"interrupt_main", SK_SIG, .sig_fn = interrupt_main, .sig = "(signum=signal.SIGINT, /)", .doc = "As if the signal had arrived."},
    {"get_ident", SK_NOARGS, .noargs = get_ident, .sig = "()", .doc = "This thread's identifier: not 0, unique among the living."},
    {"get_native_id", SK_NOARGS, .noargs = get_native_id, .sig = "()", .doc = "The system's number of this thread."},
    {"_count", SK_NOARGS, .noargs = count, .sig = "()", .doc = "How many threads started here are running."},
    {"stack_size", SK_SIG, .sig_fn = stack_size, .sig = "(size=0, /)", .doc = "The stack size of new threads, and a new value for it."},
    {"_set_sentinel", SK_NOARGS, .noargs = set_sentinel, .sig = "()", .doc = "A lock that is released when this thread ends."},
    {"_excepthook", SK_ONEARG, .onearg = excepthook, .sig = "((exc_type, exc_value, exc_traceback, thread), /)", .doc = "Print an uncaught exception of a thread."},
    {"_is_main_interpreter", SK_NOARGS, .noargs = yes, .sig = "()", .doc = "True."},
    {"_shutdown", SK_NOARGS, .noargs = sk_thread_shutdown, .sig = "()", .doc = "Wait for the threads that are no daemons."},
    {"_make_thread_handle", SK_ONEARG, .onearg = sk_thread_make_handle, .sig = "(ident, /)", .doc = "The handle of a thread by its identity."},
    {"_get_main_thread_ident", SK_NOARGS, .noargs = get_main_ident, .sig = "()", .doc = "The identity of the main thread."},
    {"set_name", SK_SIG, .sig_fn = set_name, .sig = "(name)", .doc = "Give this thread a name that the system shows."},
    {0},
};

static const char *const hook_fields[] = {"exc_type", "exc_value", "exc_traceback", "thread", NULL};
static const SkStructSeqDef hook_args = {"_thread._ExceptHookArgs", "What threading.excepthook is called with.", hook_fields, 4};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static SkType *hook_type;
static void init_once(void) {
    sk_thread_handles_init();
    hook_type = sk_struct_seq_type(&hook_args);
}

static bool exec(SkValue m) {
    pthread_once(&once, init_once);
    return hook_type && sk_module_add(m, "_ExceptHookArgs", sk_type_value(hook_type)) && sk_module_add_type(m, &sk_lock_type) &&
           sk_module_add(m, "LockType", sk_type_value(&sk_lock_type)) && sk_module_add_type(m, &sk_rlock_type) &&
           sk_module_add_type(m, &sk_thread_local_type) && sk_module_add_type(m, &sk_thread_handle_type) &&
           sk_module_add(m, "error", sk_type_value(sk_exc_RuntimeError)) &&
           sk_module_add_steal(m, "TIMEOUT_MAX", sk_encode_float(9223372036.0));
}

const SkModuleDef sk_module__thread = {"_thread", "Starting threads, and locks.", functions, exec};
