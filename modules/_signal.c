// Module _signal. What the system calls only notes that the signal came and asks the main thread for a safepoint; there the
// Python function runs.
#include "modules/_signal.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/atomic.h"
#include "core/vm/frame.h"
#include "modules/_thread.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/struct_seq.h"
#include "objects/tuple.h"
#include "threading/thread.h"

static struct {
    _Atomic bool tripped;   // set by the signal handler, taken by the main thread
    SkValue function;       // counted, under `mutex`: what signal() was given; None: not set by Python; EMPTY: not looked at
} handlers[NSIG];
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;   // held for moments, nothing is released under it
static _Atomic int wakeup_fd = -1, wakeup_errno;
static _Atomic bool wakeup_warns = true;

// Set when the module is made, immortal.
static SkValue itimer_error, int_handler;
static SkType *siginfo_type;

// ---- arrival -------------------------------------------------------------------------------------------------------------

void sk_signal_trip(int signum) {
    sk_store_release(&handlers[signum].tripped, true);   // PAIR(signal-tripped)
    sk_poll_set_main(SK_POLL_SIGNAL);
    int fd = sk_load_relaxed(&wakeup_fd);
    if (fd < 0) return;
    unsigned char byte = (unsigned char)signum;
    ssize_t n;
    do n = write(fd, &byte, 1);
    while (n < 0 && errno == EINTR);
    if (n < 0 && (sk_load_relaxed(&wakeup_warns) || (errno != EAGAIN && errno != EWOULDBLOCK))) sk_store_relaxed(&wakeup_errno, errno);
}

static void arrived(int signum) {
    int saved = errno;
    sk_signal_trip(signum);
    errno = saved;
}

static void report_wakeup_error(void) {
    int error = atomic_exchange_explicit(&wakeup_errno, 0, memory_order_relaxed);
    if (!error) return;
    sk_raise_errno2(error, SK_EMPTY, SK_EMPTY);
    sk_error_unraisable("Exception ignored when trying to write to the signal wakeup fd", SK_EMPTY);
}

static SkValue handler_of(int signum) {
    pthread_mutex_lock(&mutex);
    SkValue f = sk_retain(handlers[signum].function);
    pthread_mutex_unlock(&mutex);
    return sk_is_empty(f) ? SK_NONE : f;
}

static bool run_handlers(void) {
    report_wakeup_error();
    for (int i = 1; i < NSIG; i++) {
        // PAIR(signal-tripped)
        if (!sk_load_relaxed(&handlers[i].tripped) || !atomic_exchange_explicit(&handlers[i].tripped, false, memory_order_acquire)) continue;
        SK_AUTO SkValue function = handler_of(i);
        if (sk_is_none(function) || sk_is_int(function)) continue;   // was taken away meanwhile
        SkFrame *f = sk_frame_at(0);
        SK_AUTO SkValue frame = f ? sk_frame_object(f) : SK_NONE;
        SkValue r = sk_is_empty(frame) ? SK_EMPTY : sk_call2(function, sk_int_from_int64(i), frame);
        if (sk_is_empty(r)) {
            sk_poll_set_main(SK_POLL_SIGNAL);   // the others' turn comes
            return false;
        }
        sk_release(r);
    }
    return true;
}

static bool (*other_pending)(uint32_t bits);   // set once at start-up

static bool run_pending(uint32_t bits) {
    if ((bits & SK_POLL_SIGNAL) && sk_thread_self->is_main && !run_handlers()) {
        bits &= ~(uint32_t)SK_POLL_SIGNAL;
        if (bits) sk_or_relaxed(&sk_poll_word, bits);
        return false;
    }
    bits &= ~(uint32_t)SK_POLL_SIGNAL;
    return !bits || !other_pending || other_pending(bits);
}

// ---- arguments -------------------------------------------------------------------------------------------------------------

static bool signal_argument(SkValue v, int *signum) {
    if (!sk_as_int(v, signum)) return false;
    return (*signum >= 1 && *signum < NSIG) || sk_raise_false(sk_exc_ValueError, "signal number out of range");
}

bool sk_signal_mask(SkValue iterable, sigset_t *set) {
    sigemptyset(set);
    SK_AUTO SkValue it = sk_iter(iterable);
    if (sk_is_empty(it)) return false;
    for (;;) {
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) return !sk_error_occurred();
        int64_t n;
        if (!sk_as_int64(item, &n)) {
            if (!sk_error_clear_if(sk_exc_OverflowError)) return false;
            n = -1;
        }
        if (n < 1 || n >= NSIG) return sk_raise_false(sk_exc_ValueError, "signal number %lld out of range [1; %d]", (long long)n, NSIG - 1);
        // What the C library keeps for itself is refused; that is no error.
        if (sigaddset(set, (int)n) != 0 && errno != EINVAL) {
            sk_raise_errno(SK_EMPTY);
            return false;
        }
    }
}

static SkValue mask_value(const sigset_t *set) {
    SK_AUTO SkValue s = sk_set_new(SK_EMPTY);
    if (sk_is_empty(s)) return s;
    for (int i = 1; i < NSIG; i++)
        if (sigismember(set, i) == 1 && !sk_set_add(s, sk_from_small_int(i))) return SK_EMPTY;
    return sk_move(&s);
}

static bool main_thread_only(const char *message) {
    return sk_thread_self->is_main || sk_raise_false(sk_exc_ValueError, message);
}

// ---- handlers --------------------------------------------------------------------------------------------------------------

static SkValue signal_default_int_handler(SkValue module, const SkValue *args, size_t nargs) {
    (void)module, (void)args;
    if (!sk_check_nargs("default_int_handler", nargs, 2, 2)) return SK_EMPTY;
    SkValue exc = sk_exception_new(sk_exc_KeyboardInterrupt, NULL, 0);
    if (sk_is_empty(exc)) return exc;
    sk_raise_object(exc);
    sk_release(exc);
    return SK_EMPTY;
}

static bool set_action(int signum, void (*action)(int)) {
    struct sigaction a = {.sa_handler = action, .sa_flags = SA_ONSTACK};
    sigemptyset(&a.sa_mask);
    return sigaction(signum, &a, NULL) == 0;
}

static SkValue signal_signal(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int signum;
    if (!sk_check_nargs("signal", nargs, 2, 2) || !sk_as_int(args[0], &signum)) return SK_EMPTY;
    if (!main_thread_only("signal only works in main thread of the main interpreter")) return SK_EMPTY;
    if (signum < 1 || signum >= NSIG) return sk_raise(sk_exc_ValueError, "signal number out of range");
    SkValue f = args[1];
    void (*action)(int);
    int64_t n;
    if (sk_is_int(f) && sk_int_fits_int64(f, &n) && n == 1) action = SIG_IGN;
    else if (sk_is_int(f) && sk_int_fits_int64(f, &n) && n == 0) action = SIG_DFL;
    else if (sk_is_callable(f)) action = arrived;
    else return sk_raise(sk_exc_TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    if (!sk_safepoint_poll()) return SK_EMPTY;   // what came before still goes to the old handler
    if (!set_action(signum, action)) return sk_raise_errno(SK_EMPTY);
    SkValue counted = sk_retain(f);
    pthread_mutex_lock(&mutex);
    SkValue old = handlers[signum].function;
    handlers[signum].function = counted;
    pthread_mutex_unlock(&mutex);
    return sk_is_empty(old) ? SK_NONE : old;
}

static SkValue signal_getsignal(SkValue module, SkValue v) {
    (void)module;
    int signum;
    return signal_argument(v, &signum) ? handler_of(signum) : SK_EMPTY;
}

static SkValue signal_siginterrupt(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int signum, flag;
    if (!sk_check_nargs("siginterrupt", nargs, 2, 2) || !sk_as_int(args[0], &signum) || !sk_as_int(args[1], &flag)) return SK_EMPTY;
    if (signum < 1 || signum >= NSIG) return sk_raise(sk_exc_ValueError, "signal number out of range");
    struct sigaction a;
    if (sigaction(signum, NULL, &a) != 0) return sk_raise_errno(SK_EMPTY);
    if (flag) a.sa_flags &= ~SA_RESTART;
    else a.sa_flags |= SA_RESTART;
    return sigaction(signum, &a, NULL) ? sk_raise_errno(SK_EMPTY) : SK_NONE;
}

static SkValue signal_set_wakeup_fd(SkValue module, const SkValue *args) {
    (void)module;
    int fd;
    int warn = sk_is_empty(args[1]) ? 1 : sk_truth(args[1]);
    if (warn < 0 || !sk_as_int(args[0], &fd)) return SK_EMPTY;
    if (!main_thread_only("set_wakeup_fd only works in main thread of the main interpreter")) return SK_EMPTY;
    if (fd >= 0) {
        struct stat st;
        int flags = fstat(fd, &st) == 0 ? fcntl(fd, F_GETFL) : -1;
        if (flags < 0) return sk_raise_errno(SK_EMPTY);
        if (!(flags & O_NONBLOCK)) return sk_raise(sk_exc_ValueError, "the fd %i must be in non-blocking mode", fd);
    }
    sk_store_relaxed(&wakeup_warns, warn);
    return sk_int_from_int64(atomic_exchange_explicit(&wakeup_fd, fd < 0 ? -1 : fd, memory_order_relaxed));
}

// ---- sending ----------------------------------------------------------------------------------------------------------------

static SkValue signal_raise_signal(SkValue module, SkValue v) {
    (void)module;
    int signum;
    if (!sk_as_int(v, &signum)) return SK_EMPTY;
    if (raise(signum) != 0) return sk_raise_errno(SK_EMPTY);
    return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
}

static SkValue signal_pthread_kill(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    uint64_t ident;
    int signum;
    if (!sk_check_nargs("pthread_kill", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_int(args[0])) return sk_raise_bad_argument("pthread_kill", "argument 1", "int", args[0]);
    if (!sk_as_uint64(args[0], &ident) || !sk_as_int(args[1], &signum)) return SK_EMPTY;
    // The handle of a thread that has ended must not be used.
    int error = ESRCH;
    for (uint32_t i = 1; i <= sk_thread_max_slot() && error == ESRCH; i++) {
        SkThread *t = sk_thread_by_slot(i);
        if (t && sk_load_relaxed(&t->ident) == ident) {
            error = syscall(SYS_tgkill, getpid(), t->native_id, signum) ? errno : 0;
            break;
        }
    }
    if (error) return sk_raise_errno2(error, SK_EMPTY, SK_EMPTY);
    return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
}

static SkValue signal_pidfd_send_signal(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int pidfd, signum, flags = 0;
    if (!sk_check_nargs("pidfd_send_signal", nargs, 2, 4) || !sk_as_int(args[0], &pidfd) || !sk_as_int(args[1], &signum) ||
        (nargs > 3 && !sk_as_int(args[3], &flags)))
        return SK_EMPTY;
    if (nargs > 2 && !sk_is_none(args[2])) return sk_raise(sk_exc_TypeError, "siginfo must be None");
    if (syscall(SYS_pidfd_send_signal, pidfd, signum, NULL, flags) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
}

// ---- timers ------------------------------------------------------------------------------------------------------------------

static SkValue signal_alarm(SkValue module, SkValue v) {
    (void)module;
    int seconds;
    if (!sk_as_int(v, &seconds)) return SK_EMPTY;
    return sk_int_from_int64(alarm((unsigned)seconds));
}

static bool timeval_of(SkValue v, struct timeval *tv) {
    *tv = (struct timeval){0};
    if (sk_is_empty(v)) return true;
    double d;
    if (!sk_as_double(v, &d)) return false;
    if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
    if (!(fabs(d) < 9.2e18)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
    double whole = floor(d);
    tv->tv_sec = (time_t)whole;
    tv->tv_usec = (suseconds_t)ceil((d - whole) * 1e6);
    if (tv->tv_usec >= 1000000) tv->tv_sec++, tv->tv_usec -= 1000000;
    return true;
}

static SkValue itimer_value(const struct itimerval *t) {
    SkValue items[] = {sk_float_new((double)t->it_value.tv_sec + 1e-6 * (double)t->it_value.tv_usec),
                       sk_float_new((double)t->it_interval.tv_sec + 1e-6 * (double)t->it_interval.tv_usec)};
    return sk_tuple_steal(items, 2);
}

static SkValue raise_itimer_error(void) {
    int error = errno;
    SK_AUTO SkValue text = sk_str_from(strerror(error));
    SkValue exc = sk_is_empty(text) ? SK_EMPTY : sk_call2(itimer_error, sk_from_small_int(error), text);
    if (sk_is_empty(exc)) return exc;
    sk_raise_object(exc);
    sk_release(exc);
    return SK_EMPTY;
}

static SkValue signal_setitimer(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int which;
    struct itimerval now, old;
    if (!sk_check_nargs("setitimer", nargs, 2, 3) || !sk_as_int(args[0], &which) || !timeval_of(args[1], &now.it_value) ||
        !timeval_of(nargs > 2 ? args[2] : SK_EMPTY, &now.it_interval))
        return SK_EMPTY;
    return setitimer(which, &now, &old) ? raise_itimer_error() : itimer_value(&old);
}

static SkValue signal_getitimer(SkValue module, SkValue v) {
    (void)module;
    int which;
    struct itimerval now;
    if (!sk_as_int(v, &which)) return SK_EMPTY;
    return getitimer(which, &now) ? raise_itimer_error() : itimer_value(&now);
}

// ---- masks and waiting ---------------------------------------------------------------------------------------------------------

static SkValue signal_pthread_sigmask(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int how;
    sigset_t set, old;
    if (!sk_check_nargs("pthread_sigmask", nargs, 2, 2) || !sk_as_int(args[0], &how) || !sk_signal_mask(args[1], &set)) return SK_EMPTY;
    int error = pthread_sigmask(how, &set, &old);
    if (error) return sk_raise_errno2(error, SK_EMPTY, SK_EMPTY);
    return sk_safepoint_poll() ? mask_value(&old) : SK_EMPTY;
}

static SkValue signal_sigpending(SkValue module) {
    (void)module;
    sigset_t set;
    return sigpending(&set) ? sk_raise_errno(SK_EMPTY) : mask_value(&set);
}

static SkValue signal_pause(SkValue module) {
    (void)module;
    sk_thread_detach();
    pause();
    sk_thread_attach();
    return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
}

static SkValue siginfo_value(const siginfo_t *si) {
    SkValue values[] = {sk_int_from_int64(si->si_signo), sk_int_from_int64(si->si_code), sk_int_from_int64(si->si_errno),
                        sk_int_from_int64(si->si_pid),   sk_int_from_uint64(si->si_uid), sk_int_from_int64(si->si_status),
                        sk_int_from_int64(si->si_band)};
    return sk_struct_seq_new(siginfo_type, values);
}

// Waits for one of the signals; timeout NULL: for ever. 1: *si is filled, 0: timed out, -1: exception.
static int wait_for(const sigset_t *set, siginfo_t *si, int64_t timeout_ns) {
    struct timespec until = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &until);
    int64_t end = timeout_ns < 0 ? 0 : (int64_t)until.tv_sec * 1000000000 + until.tv_nsec + timeout_ns;
    for (;;) {
        struct timespec left = {timeout_ns / 1000000000, timeout_ns % 1000000000};
        sk_thread_detach();
        int r = timeout_ns < 0 ? sigwaitinfo(set, si) : sigtimedwait(set, si, &left);
        int error = errno;
        sk_thread_attach();
        if (r >= 0) return 1;
        if (error == EAGAIN) return 0;
        if (error != EINTR) {
            sk_raise_errno2(error, SK_EMPTY, SK_EMPTY);
            return -1;
        }
        if (!sk_safepoint_poll()) return -1;
        if (timeout_ns < 0) continue;
        clock_gettime(CLOCK_MONOTONIC, &left);
        timeout_ns = end - ((int64_t)left.tv_sec * 1000000000 + left.tv_nsec);
        if (timeout_ns < 0) return 0;
    }
}

static SkValue signal_sigwait(SkValue module, SkValue v) {
    (void)module;
    sigset_t set;
    siginfo_t si;
    if (!sk_signal_mask(v, &set)) return SK_EMPTY;
    return wait_for(&set, &si, -1) < 0 ? SK_EMPTY : sk_int_from_int64(si.si_signo);
}

static SkValue signal_sigwaitinfo(SkValue module, SkValue v) {
    (void)module;
    sigset_t set;
    siginfo_t si;
    if (!sk_signal_mask(v, &set)) return SK_EMPTY;
    return wait_for(&set, &si, -1) < 0 ? SK_EMPTY : siginfo_value(&si);
}

static SkValue signal_sigtimedwait(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    sigset_t set;
    siginfo_t si;
    double seconds;
    if (!sk_check_nargs("sigtimedwait", nargs, 2, 2) || !sk_signal_mask(args[0], &set) || !sk_as_double(args[1], &seconds)) return SK_EMPTY;
    if (seconds < 0) return sk_raise(sk_exc_ValueError, "timeout must be non-negative");
    int64_t ns;
    if (!sk_timeout_ns(args[1], &ns)) return SK_EMPTY;
    int r = wait_for(&set, &si, ns < 0 ? INT64_MAX : ns);
    return r < 0 ? SK_EMPTY : r ? siginfo_value(&si) : SK_NONE;
}

static SkValue signal_valid_signals(SkValue module) {
    (void)module;
    sigset_t set;
    sigfillset(&set);   // without those of the C library
    return mask_value(&set);
}

static SkValue signal_strsignal(SkValue module, SkValue v) {
    (void)module;
    int signum;
    if (!signal_argument(v, &signum)) return SK_EMPTY;
    const char *text = strsignal(signum);
    return !text || strstr(text, "Unknown signal") ? SK_NONE : sk_str_from_fs(text, strlen(text));
}

// ---- the module ----------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"default_int_handler", SK_FAST, {.fast = signal_default_int_handler}, "(signalnum, frame, /)", "Raises KeyboardInterrupt: the handler of SIGINT."},
    {"signal", SK_FAST, {.fast = signal_signal}, "(signalnum, handler, /)", "Set the action for the signal."},
    {"getsignal", SK_ONEARG, {.onearg = signal_getsignal}, "(signalnum, /)", "The current action for the signal."},
    {"siginterrupt", SK_FAST, {.fast = signal_siginterrupt}, "(signalnum, flag, /)", "Whether the signal interrupts system calls."},
    {"set_wakeup_fd", SK_SIG, {.sig_fn = signal_set_wakeup_fd}, "(fd, /, *, warn_on_full_buffer=True)", "Set the descriptor to which signal numbers are written."},
    {"raise_signal", SK_ONEARG, {.onearg = signal_raise_signal}, "(signalnum, /)", "Send a signal to this process."},
    {"pthread_kill", SK_FAST, {.fast = signal_pthread_kill}, "(thread_id, signalnum, /)", "Send a signal to a thread."},
    {"pidfd_send_signal", SK_FAST, {.fast = signal_pidfd_send_signal}, "(pidfd, signalnum, siginfo=None, flags=0, /)", "Send a signal to the process of a descriptor."},
    {"alarm", SK_ONEARG, {.onearg = signal_alarm}, "(seconds, /)", "Have SIGALRM sent after some seconds."},
    {"setitimer", SK_FAST, {.fast = signal_setitimer}, "(which, seconds, interval=0.0, /)", "Set an interval timer."},
    {"getitimer", SK_ONEARG, {.onearg = signal_getitimer}, "(which, /)", "The value of an interval timer."},
    {"pthread_sigmask", SK_FAST, {.fast = signal_pthread_sigmask}, "(how, mask, /)", "Fetch and change the signals this thread blocks."},
    {"sigpending", SK_NOARGS, {.noargs = signal_sigpending}, "()", "The signals that are blocked and have come."},
    {"pause", SK_NOARGS, {.noargs = signal_pause}, "()", "Wait until a signal comes."},
    {"sigwait", SK_ONEARG, {.onearg = signal_sigwait}, "(sigset, /)", "Wait for one of the signals: its number."},
    {"sigwaitinfo", SK_ONEARG, {.onearg = signal_sigwaitinfo}, "(sigset, /)", "Wait for one of the signals: what is known of it."},
    {"sigtimedwait", SK_FAST, {.fast = signal_sigtimedwait}, "(sigset, timeout, /)", "As sigwaitinfo(), with a time limit."},
    {"valid_signals", SK_NOARGS, {.noargs = signal_valid_signals}, "()", "The signals of this system."},
    {"strsignal", SK_ONEARG, {.onearg = signal_strsignal}, "(signalnum, /)", "What the system calls the signal."},
    {0},
};

static const struct { const char *name; int value; } constants[] = {
    {"NSIG", NSIG}, {"SIG_DFL", 0}, {"SIG_IGN", 1}, {"SIG_BLOCK", SIG_BLOCK}, {"SIG_UNBLOCK", SIG_UNBLOCK}, {"SIG_SETMASK", SIG_SETMASK},
    {"ITIMER_REAL", ITIMER_REAL}, {"ITIMER_VIRTUAL", ITIMER_VIRTUAL}, {"ITIMER_PROF", ITIMER_PROF},
    {"SIGHUP", SIGHUP}, {"SIGINT", SIGINT}, {"SIGQUIT", SIGQUIT}, {"SIGILL", SIGILL}, {"SIGTRAP", SIGTRAP}, {"SIGIOT", SIGIOT},
    {"SIGABRT", SIGABRT}, {"SIGFPE", SIGFPE}, {"SIGKILL", SIGKILL}, {"SIGBUS", SIGBUS}, {"SIGSEGV", SIGSEGV}, {"SIGSYS", SIGSYS},
    {"SIGPIPE", SIGPIPE}, {"SIGALRM", SIGALRM}, {"SIGTERM", SIGTERM}, {"SIGUSR1", SIGUSR1}, {"SIGUSR2", SIGUSR2},
    {"SIGCLD", SIGCHLD}, {"SIGCHLD", SIGCHLD}, {"SIGPWR", SIGPWR}, {"SIGIO", SIGIO}, {"SIGURG", SIGURG}, {"SIGWINCH", SIGWINCH},
    {"SIGPOLL", SIGPOLL}, {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP}, {"SIGCONT", SIGCONT}, {"SIGTTIN", SIGTTIN}, {"SIGTTOU", SIGTTOU},
    {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF}, {"SIGXCPU", SIGXCPU}, {"SIGXFSZ", SIGXFSZ}, {"SIGSTKFLT", SIGSTKFLT},
};

static bool make_itimer_error(SkValue m) {
    SK_AUTO SkValue name = sk_str_from("itimer_error"), module = sk_str_from("signal"), dict = sk_dict_new();
    SK_AUTO SkValue bases = sk_tuple_pack(1, sk_type_value(sk_exc_OSError));
    if (sk_is_empty(name) || sk_is_empty(module) || sk_is_empty(dict) || sk_is_empty(bases) || !sk_dict_set_s(dict, "__module__", module)) return false;
    SkValue args[] = {name, bases, dict};
    itimer_error = sk_call(sk_type_value(&sk_type_type), args, 3, SK_EMPTY);
    if (sk_is_empty(itimer_error)) return false;
    sk_make_immortal(sk_ptr(itimer_error));
    return sk_module_add(m, "ItimerError", itimer_error);
}

// The actions the process was started with.
static void look_at_actions(void) {
    for (int i = 1; i < NSIG; i++) {
        struct sigaction a;
        SkValue f = SK_NONE;
        if (sigaction(i, NULL, &a) == 0 && a.sa_handler == SIG_DFL) f = sk_from_small_int(0);
        else if (sigaction(i, NULL, &a) == 0 && a.sa_handler == SIG_IGN) f = sk_from_small_int(1);
        pthread_mutex_lock(&mutex);
        if (sk_is_empty(handlers[i].function)) handlers[i].function = f;
        pthread_mutex_unlock(&mutex);
    }
}

static bool exec(SkValue m) {
    static const char *const fields[] = {"si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band", NULL};
    static const SkStructSeqDef siginfo = {"signal.struct_siginfo", "What is known of a signal that came.", fields, 7};
    siginfo_type = sk_struct_seq_type(&siginfo);
    if (!siginfo_type || !sk_module_add(m, "struct_siginfo", sk_type_value(siginfo_type)) || !make_itimer_error(m)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    if (!sk_module_add_int(m, "SIGRTMIN", SIGRTMIN) || !sk_module_add_int(m, "SIGRTMAX", SIGRTMAX)) return false;
    look_at_actions();
    // What start-up has set for SIGINT is the module's own function.
    if (!sk_is_empty(int_handler) && !sk_module_add(m, "default_int_handler", int_handler)) return false;
    return true;
}

const SkModuleDef sk_module__signal = {.name = "_signal", .doc = "Signals.", .functions = functions, .exec = exec};

// ---- start, fork and end ---------------------------------------------------------------------------------------------------------

bool sk_signals_init(void) {
    other_pending = sk_thread_hooks.run_pending;
    sk_thread_hooks.run_pending = run_pending;
    set_action(SIGPIPE, SIG_IGN);
    set_action(SIGXFSZ, SIG_IGN);
    SK_AUTO SkValue name = sk_str_from("_signal");
    int_handler = sk_is_empty(name) ? SK_EMPTY : sk_native_new(&functions[0], SK_EMPTY, name);
    if (sk_is_empty(int_handler)) return false;
    sk_make_immortal(sk_ptr(int_handler));
    struct sigaction a;
    if (sigaction(SIGINT, NULL, &a) == 0 && a.sa_handler == SIG_DFL) {
        handlers[SIGINT].function = int_handler;
        set_action(SIGINT, arrived);
    }
    return true;
}

void sk_signals_after_fork_child(void) {
    for (int i = 1; i < NSIG; i++) sk_store_relaxed(&handlers[i].tripped, false);
}

void sk_signals_end(void) {
    sk_store_relaxed(&wakeup_fd, -1);
    for (int i = 1; i < NSIG; i++) {
        SkValue f = handler_of(i);
        if (!sk_is_none(f) && !sk_is_int(f)) {
            set_action(i, SIG_DFL);
            pthread_mutex_lock(&mutex);
            handlers[i].function = SK_EMPTY;
            pthread_mutex_unlock(&mutex);
            sk_release(f);
        }
        sk_release(f);
    }
}
