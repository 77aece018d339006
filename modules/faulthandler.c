// faulthandler: tracebacks of all threads, written in the moment of a crash, of a signal, or when a time is over.
//
// The writer uses no memory of its own but a buffer on its stack, takes no lock and calls nothing but write(). It reads other
// threads' frames as they are: frame stacks stay mapped while their thread lives, so the worst it can find in a thread that runs on
// is a traceback that never was. From Python code (dump_traceback) it looks at threads while they hold still.
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "core/vm/frame.h"
#include "core/vm/import.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

enum { MAX_FRAMES = 100, MAX_THREADS = 100, MAX_TEXT = 500, ALT_STACK = 1 << 16 };

// ---- writing --------------------------------------------------------------------------------------------------------------------

typedef struct {
    int fd;
    size_t n;
    char buffer[512];
} Out;

static void flush(Out *o) {
    for (size_t done = 0; done < o->n;) {
        ssize_t r = write(o->fd, o->buffer + done, o->n - done);
        if (r < 0 && errno == EINTR) continue;
        if (r <= 0) break;
        done += (size_t)r;
    }
    o->n = 0;
}

static void put_char(Out *o, char c) {
    if (o->n == sizeof o->buffer) flush(o);
    o->buffer[o->n++] = c;
}
static void put(Out *o, const char *s) {
    while (*s) put_char(o, *s++);
}
static void put_number(Out *o, uint64_t v) {
    char digits[24];
    int n = 0;
    do digits[n++] = (char)('0' + v % 10);
    while (v /= 10);
    while (n) put_char(o, digits[--n]);
}
static void put_hex(Out *o, uint64_t v, int width) {
    for (int shift = (width - 1) * 4; shift >= 0; shift -= 4) put_char(o, "0123456789abcdef"[v >> shift & 15]);
}

static void put_str(Out *o, SkValue v) {
    if (!sk_is_str(v)) {
        put(o, "???");
        return;
    }
    const SkStr *s = sk_as_str(v);
    size_t n = s->length < MAX_TEXT ? s->length : MAX_TEXT;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c >= ' ' && c < 127) {
            put_char(o, (char)c);
        } else if (c < 256) {
            put(o, "\\x");
            put_hex(o, c, 2);
        } else if (c < 0x10000) {
            put(o, "\\u");
            put_hex(o, c, 4);
        } else {
            put(o, "\\U");
            put_hex(o, c, 8);
        }
    }
    if (n < s->length) put(o, "...");
}

static void put_frames(Out *o, const SkVm *vm) {
    const SkFrame *f = vm ? vm->top : NULL;
    if (!f) {
        put(o, "  <no Python frame>\n");
        return;
    }
    for (int depth = 0; f; f = f->prev, depth++) {
        if (depth == MAX_FRAMES) {
            put(o, "  ...\n");
            return;
        }
        SkCode *c = f->code;
        if (!c) return;
        put(o, "  File \"");
        put_str(o, sk_slot_peek(&c->filename));
        put(o, "\", line ");
        put_number(o, (uint64_t)sk_frame_line(f));
        put(o, " in ");
        put_str(o, sk_slot_peek(&c->name));
        put(o, "\n");
    }
}

static void put_thread(Out *o, const SkThread *t, bool current) {
    put(o, current ? "Current thread 0x" : "Thread 0x");
    put_hex(o, sk_load_relaxed(&((SkThread *)t)->ident), 16);
    put(o, " (most recent call first):\n");
    put_frames(o, t->vm);
}

static void put_this_thread(Out *o) {
    put(o, "Stack (most recent call first):\n");
    put_frames(o, sk_thread_self ? &sk_vm : NULL);
}

// Without waiting for anybody.
static void put_all_threads(Out *o) {
    int written = 0;
    for (uint32_t i = sk_thread_max_slot(); i > 0; i--) {   // the main thread comes last
        SkThread *t = sk_thread_by_slot(i);
        uint64_t ident = t ? sk_load_relaxed(&t->ident) : 0;
        if (!ident || ident == UINT64_MAX) continue;
        if (written == MAX_THREADS) {
            put(o, "...\n");
            return;
        }
        if (written++) put(o, "\n");
        bool held = t != sk_thread_self && sk_thread_hold(t);
        put_thread(o, t, t == sk_thread_self);
        flush(o);
        if (held) sk_thread_unhold(t);
    }
}

// ---- arguments --------------------------------------------------------------------------------------------------------------------

// The descriptor of file (EMPTY or None: sys.stderr), with *keep (counted) what must stay open. -1 with an exception.
static int descriptor(SkValue file, SkValue *keep) {
    *keep = SK_EMPTY;
    SK_AUTO SkValue own = SK_EMPTY;
    if (sk_is_empty(file) || sk_is_none(file)) {
        own = sk_sys_get("stderr");
        if (sk_is_empty(own)) return sk_raise(sk_exc_RuntimeError, "unable to get sys.stderr"), -1;
        if (sk_is_none(own)) return sk_raise(sk_exc_RuntimeError, "sys.stderr is None"), -1;
        file = own;
    } else if (sk_is_int(file)) {
        int fd;
        if (!sk_as_int(file, &fd)) return -1;
        if (fd < 0) return sk_raise(sk_exc_ValueError, "file is not a valid file descriptor"), -1;
        return fd;
    }
    SK_AUTO SkValue number = sk_call_method_s(file, "fileno", NULL, 0);
    int fd = -1;
    if (sk_is_empty(number)) return -1;
    if (!sk_is_int(number) || !sk_as_int(number, &fd) || fd < 0) {
        sk_error_clear();
        return sk_raise(sk_exc_RuntimeError, "file.fileno() is not a valid file descriptor"), -1;
    }
    SkValue r = sk_call_method_s(file, "flush", NULL, 0);
    if (sk_is_empty(r)) sk_error_clear();
    sk_release(r);
    *keep = sk_retain(file);
    return fd;
}

static bool flag(SkValue v, bool otherwise, bool *out) {
    int truth = sk_is_empty(v) ? otherwise : sk_truth(v);
    *out = truth > 0;
    return truth >= 0;
}

// ---- on demand ---------------------------------------------------------------------------------------------------------------------

typedef struct {
    Out *o;
    SkThread *caller;
    int written;
} Walk;

static void walk_thread(SkThread *t, void *arg) {
    Walk *w = arg;
    if (!t->vm) return;
    if (w->written++) put(w->o, "\n");
    put_thread(w->o, t, t == w->caller);
}

static SkValue dump_traceback(SkValue module, const SkValue *args) {
    (void)module;
    SK_AUTO SkValue keep = SK_EMPTY;
    bool all;
    int fd = descriptor(args[0], &keep);
    if (fd < 0 || !flag(args[1], true, &all)) return SK_EMPTY;
    Out o = {.fd = fd};
    if (!all) {
        put_this_thread(&o);
    } else {
        Walk w = {&o, sk_thread_self, 0};
        for (uint32_t i = sk_thread_max_slot(); i > 0 && w.written < MAX_THREADS; i--) sk_thread_visit(sk_thread_by_slot(i), walk_thread, &w);
    }
    flush(&o);
    return SK_NONE;
}

// ---- crashes -----------------------------------------------------------------------------------------------------------------------

static struct {
    int signum;
    const char *name;
    struct sigaction before;
    bool installed;
} faults[] = {{.signum = SIGBUS, .name = "Bus error"},   {.signum = SIGILL, .name = "Illegal instruction"},
              {.signum = SIGFPE, .name = "Floating-point exception"}, {.signum = SIGABRT, .name = "Aborted"},
              {.signum = SIGSEGV, .name = "Segmentation fault"}};

// Written under `settings`, read by handlers, which may come at any moment: the descriptor is the flag.
static _Atomic int fault_fd = -1;
static _Atomic bool fault_all;
static SkValue fault_file;   // counted, or empty. Under settings
static pthread_mutex_t settings = PTHREAD_MUTEX_INITIALIZER;

static void on_fault(int signum) {
    int saved = errno;
    size_t i = 0;
    while (i + 1 < SK_COUNT_OF(faults) && faults[i].signum != signum) i++;
    sigaction(signum, &faults[i].before, NULL);   // the next one kills
    int fd = sk_load_relaxed(&fault_fd);
    if (fd >= 0) {
        Out o = {.fd = fd};
        put(&o, "Fatal Python error: ");
        put(&o, faults[i].name);
        put(&o, "\n\n");
        if (sk_load_relaxed(&fault_all)) put_all_threads(&o);
        else put_this_thread(&o);
        flush(&o);
    }
    errno = saved;
    raise(signum);
}

static void uninstall_locked(void) {
    for (size_t i = 0; i < SK_COUNT_OF(faults); i++) {
        if (faults[i].installed) sigaction(faults[i].signum, &faults[i].before, NULL);
        faults[i].installed = false;
    }
}

static bool install_locked(void) {
    // Handlers of a stack overflow need a stack of their own; it belongs to the thread that enables.
    static void *stack;
    if (!stack && (stack = sk_malloc(ALT_STACK))) {
        stack_t alt = {.ss_sp = stack, .ss_size = ALT_STACK};
        sigaltstack(&alt, NULL);
    }
    for (size_t i = 0; i < SK_COUNT_OF(faults); i++) {
        if (faults[i].installed) continue;
        struct sigaction action = {.sa_handler = on_fault, .sa_flags = SA_NODEFER | SA_ONSTACK};
        sigemptyset(&action.sa_mask);
        if (sigaction(faults[i].signum, &action, &faults[i].before) != 0) return false;
        faults[i].installed = true;
    }
    return true;
}

static SkValue enable(SkValue module, const SkValue *args) {
    (void)module;
    bool all;
    SkValue keep;
    int fd = descriptor(args[0], &keep);
    if (fd < 0) return SK_EMPTY;
    if (!flag(args[1], true, &all)) {
        sk_release(keep);
        return SK_EMPTY;
    }
    pthread_mutex_lock(&settings);
    SkValue old = fault_file;
    fault_file = keep;
    sk_store_relaxed(&fault_all, all);
    sk_store_relaxed(&fault_fd, fd);
    bool ok = install_locked();
    pthread_mutex_unlock(&settings);
    sk_release(old);
    return ok ? SK_NONE : sk_raise_errno(SK_EMPTY);
}

static SkValue disable(SkValue module) {
    (void)module;
    pthread_mutex_lock(&settings);
    bool was = sk_load_relaxed(&fault_fd) >= 0;
    sk_store_relaxed(&fault_fd, -1);
    uninstall_locked();
    SkValue old = fault_file;
    fault_file = SK_EMPTY;
    pthread_mutex_unlock(&settings);
    sk_release(old);
    return sk_bool(was);
}

static SkValue is_enabled(SkValue module) {
    (void)module;
    return sk_bool(sk_load_relaxed(&fault_fd) >= 0);
}

// ---- after a time --------------------------------------------------------------------------------------------------------------------

static struct {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool started;            // the watchdog thread exists
    uint32_t order;          // grows with each change
    int64_t period;          // ns; 0: nothing to wait for
    bool repeat, exit;
    int fd;
    SkValue file;            // counted, or empty
    char header[64];
} later = {.mutex = PTHREAD_MUTEX_INITIALIZER};

static void *watchdog(void *unused) {
    (void)unused;
    pthread_mutex_lock(&later.mutex);
    for (;;) {
        uint32_t order = later.order;
        if (!later.period) {
            pthread_cond_wait(&later.changed, &later.mutex);
            continue;
        }
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += later.period / 1000000000;
        until.tv_nsec += later.period % 1000000000;
        if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
        while (order == later.order && pthread_cond_timedwait(&later.changed, &later.mutex, &until) != ETIMEDOUT) {}
        if (order != later.order) continue;
        Out o = {.fd = later.fd};
        put(&o, later.header);
        put_all_threads(&o);
        flush(&o);
        if (later.exit) _exit(1);
        if (!later.repeat) later.period = 0;
    }
    return NULL;
}

static bool start_watchdog_locked(void) {
    if (later.started) return true;
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&later.changed, &clock);
    pthread_condattr_destroy(&clock);
    sigset_t all, mask;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &mask);
    pthread_t thread;
    later.started = pthread_create(&thread, NULL, watchdog, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    if (later.started) pthread_detach(thread);
    return later.started;
}

static void forget_watchdog(void) {
    later.started = false;
    later.period = 0;
    pthread_mutex_init(&later.mutex, NULL);
}

static SkValue dump_traceback_later(SkValue module, const SkValue *args) {
    (void)module;
    double seconds;
    bool repeat, leave;
    if (!sk_as_double(args[0], &seconds)) return SK_EMPTY;
    if (!(seconds * 1e6 >= 1)) return sk_raise(sk_exc_ValueError, "timeout must be greater than 0");
    if (seconds > 9e9) return sk_raise(sk_exc_OverflowError, "timeout value is too large");
    if (!flag(args[1], false, &repeat) || !flag(args[3], false, &leave)) return SK_EMPTY;
    SkValue keep;
    int fd = descriptor(args[2], &keep);
    if (fd < 0) return SK_EMPTY;
    static _Atomic bool watches_forks;
    if (!sk_swap_relaxed(&watches_forks, true)) pthread_atfork(NULL, NULL, forget_watchdog);
    int64_t us = (int64_t)(seconds * 1e6), s = us / 1000000;
    pthread_mutex_lock(&later.mutex);
    bool ok = start_watchdog_locked();
    SkValue old = SK_EMPTY;
    if (ok) {
        old = later.file;
        later.file = keep;
        later.fd = fd;
        later.period = us * 1000;
        later.repeat = repeat;
        later.exit = leave;
        char fraction[16] = "";
        if (us % 1000000) snprintf(fraction, sizeof fraction, ".%06lld", (long long)(us % 1000000));
        snprintf(later.header, sizeof later.header, "Timeout (%lld:%02lld:%02lld%s)!\n", (long long)(s / 3600), (long long)(s / 60 % 60),
                 (long long)(s % 60), fraction);
        later.order++;
        pthread_cond_signal(&later.changed);
    }
    pthread_mutex_unlock(&later.mutex);
    sk_release(ok ? old : keep);
    return ok ? SK_NONE : sk_raise(sk_exc_RuntimeError, "unable to start watchdog thread");
}

static SkValue cancel_dump_traceback_later(SkValue module) {
    (void)module;
    pthread_mutex_lock(&later.mutex);
    SkValue old = later.file;
    later.file = SK_EMPTY;
    later.period = 0;
    later.order++;
    if (later.started) pthread_cond_signal(&later.changed);
    pthread_mutex_unlock(&later.mutex);
    sk_release(old);
    return SK_NONE;
}

// ---- on a signal -----------------------------------------------------------------------------------------------------------------------

static struct {
    _Atomic int fd;          // descriptor + 1; 0: not registered
    _Atomic bool all, chain;
    struct sigaction before;
    SkValue file;            // counted, or empty. Under settings
} users[NSIG];

static void install_user(int signum, bool chain, struct sigaction *before);

static void on_user_signal(int signum) {
    int saved = errno, fd = sk_load_relaxed(&users[signum].fd) - 1;
    if (fd < 0) return;
    Out o = {.fd = fd};
    if (sk_load_relaxed(&users[signum].all)) put_all_threads(&o);
    else put_this_thread(&o);
    flush(&o);
    if (sk_load_relaxed(&users[signum].chain)) {
        sigaction(signum, &users[signum].before, NULL);
        errno = saved;
        raise(signum);
        saved = errno;
        install_user(signum, true, NULL);
    }
    errno = saved;
}

static void install_user(int signum, bool chain, struct sigaction *before) {
    struct sigaction action = {.sa_handler = on_user_signal, .sa_flags = SA_RESTART | SA_ONSTACK};
    if (chain) action.sa_flags |= SA_NODEFER;
    sigemptyset(&action.sa_mask);
    sigaction(signum, &action, before);
}

static bool check_signal(int signum) {
    for (size_t i = 0; i < SK_COUNT_OF(faults); i++)
        if (faults[i].signum == signum)
            return sk_raise_false(sk_exc_RuntimeError, "signal %d cannot be registered, use enable() instead", signum);
    return (signum >= 1 && signum < NSIG) || sk_raise_false(sk_exc_ValueError, "signal number out of range");
}

static SkValue register_signal(SkValue module, const SkValue *args) {
    (void)module;
    int signum;
    bool all, chain;
    if (!sk_as_int(args[0], &signum) || !check_signal(signum)) return SK_EMPTY;
    SkValue keep;
    int fd = descriptor(args[1], &keep);
    if (fd < 0) return SK_EMPTY;
    if (!flag(args[2], true, &all) || !flag(args[3], false, &chain)) {
        sk_release(keep);
        return SK_EMPTY;
    }
    pthread_mutex_lock(&settings);
    bool fresh = sk_load_relaxed(&users[signum].fd) == 0;
    SkValue old = users[signum].file;
    users[signum].file = keep;
    sk_store_relaxed(&users[signum].all, all);
    sk_store_relaxed(&users[signum].chain, chain);
    sk_store_relaxed(&users[signum].fd, fd + 1);
    install_user(signum, chain, fresh ? &users[signum].before : NULL);
    pthread_mutex_unlock(&settings);
    sk_release(old);
    return SK_NONE;
}

static SkValue unregister_signal(SkValue module, SkValue number) {
    (void)module;
    int signum;
    if (!sk_as_int(number, &signum) || !check_signal(signum)) return SK_EMPTY;
    pthread_mutex_lock(&settings);
    bool was = sk_load_relaxed(&users[signum].fd) != 0;
    if (was) sigaction(signum, &users[signum].before, NULL);
    sk_store_relaxed(&users[signum].fd, 0);
    SkValue old = users[signum].file;
    users[signum].file = SK_EMPTY;
    pthread_mutex_unlock(&settings);
    sk_release(old);
    return sk_bool(was);
}

// ---- crashes on purpose ------------------------------------------------------------------------------------------------------------------

static void no_core(void) {
    struct rlimit none = {0, 0};
    getrlimit(RLIMIT_CORE, &none);
    none.rlim_cur = 0;
    setrlimit(RLIMIT_CORE, &none);
}

static SkValue kill_with(int signum) {
    no_core();
    raise(signum);
    return SK_NONE;
}
static SkValue crash_sigsegv(SkValue module, const SkValue *args) {
    (void)module, (void)args;
    return kill_with(SIGSEGV);
}
static SkValue crash_read_null(SkValue module) {
    (void)module;
    return kill_with(SIGSEGV);
}
static SkValue crash_sigabrt(SkValue module) {
    (void)module;
    no_core();
    abort();
}
static SkValue crash_sigfpe(SkValue module) {
    (void)module;
    return kill_with(SIGFPE);
}

static const SkMethodDef functions[] = {
    {"enable", SK_SIG, {.sig_fn = enable}, "(file=sys.stderr, all_threads=True)", "Enable the fault handler."},
    {"disable", SK_NOARGS, {.noargs = disable}, "()", "Disable the fault handler."},
    {"is_enabled", SK_NOARGS, {.noargs = is_enabled}, "()", "Check if the handler is enabled."},
    {"dump_traceback", SK_SIG, {.sig_fn = dump_traceback}, "(file=sys.stderr, all_threads=True)", "Dump the traceback of the current thread, or of all threads."},
    {"dump_traceback_later", SK_SIG, {.sig_fn = dump_traceback_later}, "(timeout, repeat=False, file=sys.stderr, exit=False)",
     "Dump the traceback of all threads in timeout seconds."},
    {"cancel_dump_traceback_later", SK_NOARGS, {.noargs = cancel_dump_traceback_later}, "()", "Cancel the previous call to dump_traceback_later()."},
    {"register", SK_SIG, {.sig_fn = register_signal}, "(signum, file=sys.stderr, all_threads=True, chain=False)",
     "Register a handler for the signal 'signum': dump the traceback of the current thread, or of all threads."},
    {"unregister", SK_ONEARG, {.onearg = unregister_signal}, "(signum, /)", "Unregister the handler of the signal 'signum'."},
    {"_sigsegv", SK_SIG, {.sig_fn = crash_sigsegv}, "(release_gil=False, /)", "Raise a SIGSEGV signal."},
    {"_sigabrt", SK_NOARGS, {.noargs = crash_sigabrt}, "()", "Raise a SIGABRT signal."},
    {"_sigfpe", SK_NOARGS, {.noargs = crash_sigfpe}, "()", "Raise a SIGFPE signal."},
    {"_read_null", SK_NOARGS, {.noargs = crash_read_null}, "()", "Read from NULL, raise a SIGSEGV signal."},
    {0},
};

const SkModuleDef sk_module_faulthandler = {"faulthandler", "Tracebacks of crashes, signals and timeouts.", functions, NULL};
