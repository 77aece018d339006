// posix: processes.
#include <linux/sched.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "gc/collect.h"
#include "modules/_io.h"
#include "modules/_signal.h"
#include "modules/posix.h"
#include "modules/sys.h"
#include "objects/audit.h"
#include "objects/float.h"
#include "objects/list.h"
#include "objects/struct_seq.h"

extern char **environ;

// ---- strings for exec ---------------------------------------------------------------------------------------------------------------

void sk_argv_free(char **argv) {
    for (char **p = argv; p && *p; p++) sk_free(*p);
    sk_free(argv);
}

char **sk_argv_from(SkValue sequence, size_t *count) {
    SK_AUTO SkValue items = sk_to_tuple(sequence);
    if (sk_is_empty(items)) return NULL;
    size_t n = sk_tuple_len(items);
    char **argv = sk_calloc(n + 1, sizeof *argv);
    if (!argv) return sk_raise_memory(), NULL;
    for (size_t i = 0; i < n; i++) {
        SK_AUTO_IO_PATH SkIoPath p = {0};
        if (sk_io_path(sk_tuple_peek(items, i), &p) && (argv[i] = sk_strdup(p.text))) continue;
        if (!sk_error_occurred()) sk_raise_memory();
        sk_argv_free(argv);
        return NULL;
    }
    *count = n;
    return argv;
}

char **sk_env_from(SkValue mapping) {
    SK_AUTO SkValue keys = sk_mapping_keys(mapping);
    SK_AUTO SkValue key_tuple = sk_is_empty(keys) ? SK_EMPTY : sk_to_tuple(keys);
    if (sk_is_empty(key_tuple)) return NULL;
    size_t n = sk_tuple_len(key_tuple);
    char **env = sk_calloc(n + 1, sizeof *env);
    if (!env) return sk_raise_memory(), NULL;
    for (size_t i = 0; i < n; i++) {
        SkValue key = sk_tuple_peek(key_tuple, i);
        SK_AUTO SkValue value = sk_getitem(mapping, key);
        SK_AUTO_IO_PATH SkIoPath k = {0}, v = {0};
        bool ok = !sk_is_empty(value) && sk_io_path(key, &k) && sk_io_path(value, &v);
        if (ok && (!k.len || strchr(k.text + 1, '='))) ok = sk_raise_false(sk_exc_ValueError, "illegal environment variable name");
        if (ok && !(env[i] = sk_malloc(k.len + v.len + 2))) ok = false, sk_raise_memory();
        if (!ok) {
            sk_argv_free(env);
            return NULL;
        }
        memcpy(env[i], k.text, k.len);
        env[i][k.len] = '=';
        memcpy(env[i] + k.len + 1, v.text, v.len + 1);
    }
    return env;
}

static SkValue do_exec(const char *function, SkValue path, SkValue args, SkValue env) {
    if (!sk_audit("os.exec", path, args, env)) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    if (!sk_path(&p, function, "path", path, sk_is_empty(env) ? 0 : SK_PATH_FD)) return SK_EMPTY;
    if (!sk_is_list(args) && !sk_is_tuple(args)) {
        return sk_raise(sk_exc_TypeError, sk_is_empty(env) ? "%s() arg 2 must be a tuple or list" : "%s: argv must be a tuple or list", function);
    }
    size_t n;
    char **argv = sk_argv_from(args, &n);
    if (!argv) return SK_EMPTY;
    char **envp = NULL;
    if (!n) {
        sk_raise(sk_exc_ValueError, sk_is_empty(env) ? "%s() arg 2 must not be empty" : "%s: argv must not be empty", function);
    } else if (!argv[0][0]) {
        sk_raise(sk_exc_ValueError, sk_is_empty(env) ? "%s() arg 2 first element cannot be empty" : "%s: argv first element cannot be empty", function);
    } else if (sk_is_empty(env)) {
        execv(p.text, argv);
        sk_raise_errno(SK_EMPTY);
    } else if (!sk_is_mapping(env)) {
        sk_raise(sk_exc_TypeError, "%s: environment must be a mapping object", function);
    } else if ((envp = sk_env_from(env))) {
        if (p.text) execve(p.text, argv, envp);
        else fexecve(p.fd, argv, envp);
        sk_path_error(&p);
    }
    sk_argv_free(argv);
    sk_argv_free(envp);
    return SK_EMPTY;
}
static SkValue posix_execv(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("execv", n, 2, 2) ? do_exec("execv", a[0], a[1], SK_EMPTY) : SK_EMPTY;
}
static SkValue posix_execve(SkValue m SK_UNUSED, const SkValue *a) { return do_exec("execve", a[0], a[1], a[2]); }

// ---- fork ---------------------------------------------------------------------------------------------------------------------------

// Lists of functions, made with the module, immortal.
static _Atomic uint64_t hooks[3];
enum { BEFORE, IN_PARENT, IN_CHILD };

static SkValue hook_list(int i) {
    uint64_t w = sk_load_acquire(&hooks[i]);  // PAIR(fork-hooks)
    if (w) return (SkValue){w};
    SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    sk_make_immortal(sk_ptr(list));
    // PAIR(fork-hooks): the list is whole before it is seen
    return sk_cas_acq_rel(&hooks[i], &w, list.w) ? list : (SkValue){w};
}

static SkValue posix_register_at_fork(SkValue m SK_UNUSED, const SkValue *a) {
    static const char *const names[] = {"before", "after_in_child", "after_in_parent"};
    static const int lists[] = {BEFORE, IN_CHILD, IN_PARENT};
    bool any = false;
    for (int i = 0; i < 3; i++) {
        if (sk_is_empty(a[i])) continue;
        any = true;
        if (!sk_is_callable(a[i])) return sk_raise(sk_exc_TypeError, "'%s' must be callable, not %.200T", names[i], a[i]);
    }
    if (!any) return sk_raise(sk_exc_TypeError, "At least one argument is required.");
    for (int i = 0; i < 3; i++) {
        if (sk_is_empty(a[i])) continue;
        SkValue list = hook_list(lists[i]);
        if (sk_is_empty(list) || !sk_list_append(list, a[i])) return SK_EMPTY;
    }
    return SK_NONE;
}

static void run_hooks(int i, bool backwards) {
    SkValue list = hook_list(i);
    if (sk_is_empty(list)) {
        sk_error_clear();
        return;
    }
    SK_AUTO SkValue all = sk_list_to_tuple(list);
    size_t n = sk_is_empty(all) ? 0 : sk_tuple_len(all);
    for (size_t k = 0; k < n; k++) {
        SkValue f = sk_tuple_peek(all, backwards ? n - 1 - k : k);
        SkValue r = sk_call0(f);
        if (sk_is_empty(r)) sk_error_unraisable("Exception ignored in fork hook", f);
        sk_release(r);
    }
}

void sk_run_at_fork_before(void) {
    run_hooks(BEFORE, true);
    sk_thread_before_fork();
}
void sk_run_at_fork_parent(void) {
    sk_thread_after_fork_parent();
    run_hooks(IN_PARENT, false);
}
void sk_run_at_fork_child(void) {
    sk_thread_after_fork_child();
    sk_collect_after_fork_child();
    sk_io_after_fork_child();
    sk_signals_after_fork_child();
    run_hooks(IN_CHILD, false);
}

static bool warn_threads(const char *name, uint32_t threads) {
    return threads <= 1 || sk_warn(sk_exc_DeprecationWarning, 1,
                                   "This process (pid=%d) is multi-threaded, use of %s() may lead to deadlocks in the child.",
                                   (int)getpid(), name);
}

static SkValue posix_fork(SkValue m SK_UNUSED) {
    if (!sk_audit("os.fork")) return SK_EMPTY;
    if (sk_load_relaxed(&sk_finalizing)) return sk_raise(sk_exc_PythonFinalizationError, "can't fork at interpreter shutdown");
    uint32_t threads = sk_thread_count();
    sk_run_at_fork_before();
    pid_t pid = fork();
    int e = errno;
    if (pid == 0) {
        sk_run_at_fork_child();
        return sk_from_small_int(0);
    }
    sk_run_at_fork_parent();
    if (pid > 0 && !warn_threads("fork", threads)) return SK_EMPTY;
    errno = e;
    return pid < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(pid);
}

static SkValue posix_forkpty(SkValue m SK_UNUSED) {
    uint32_t threads = sk_thread_count();
    int fd = -1;
    sk_run_at_fork_before();
    pid_t pid = forkpty(&fd, NULL, NULL, NULL);
    int e = errno;
    if (pid == 0) {
        sk_run_at_fork_child();
    } else {
        sk_run_at_fork_parent();
        if (pid > 0 && !warn_threads("forkpty", threads)) return SK_EMPTY;
    }
    errno = e;
    if (pid < 0) return sk_raise_errno(SK_EMPTY);
    SkValue items[2] = {sk_from_small_int(pid), sk_from_small_int(fd)};
    return sk_tuple_steal(items, 2);
}

// ---- waiting -------------------------------------------------------------------------------------------------------------------------

static const char *const rusage_fields[] = {"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt",
                                            "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv",
                                            "ru_nsignals", "ru_nvcsw", "ru_nivcsw", NULL};
static const SkStructSeqDef rusage_def = {"resource.struct_rusage", "What a process has used.", rusage_fields, 16};
static const char *const waitid_fields[] = {"si_pid", "si_uid", "si_signo", "si_status", "si_code", NULL};
static const SkStructSeqDef waitid_def = {"posix.waitid_result", "What waitid() answers.", waitid_fields, 5};
static _Atomic(SkType *) rusage_type, waitid_type;

static SkType *type_of(_Atomic(SkType *) *at, const SkStructSeqDef *def) {
    SkType *t = sk_load_acquire(at);  // PAIR(posix-type)
    if (t) return t;
    SkType *made = sk_struct_seq_type(def);
    if (!made) return NULL;
    return sk_cas_acq_rel(at, &t, made) ? made : t;  // PAIR(posix-type)
}
bool sk_posix_add_process_types(SkValue m) {
    SkType *t = type_of(&waitid_type, &waitid_def);
    return t && sk_module_add(m, "waitid_result", sk_type_value(t));
}

static SkValue seconds(const struct timeval *t) { return sk_float_new((double)t->tv_sec + (double)t->tv_usec * 1e-6); }

SkType *sk_rusage_type(void) { return type_of(&rusage_type, &rusage_def); }
SkValue sk_rusage_value(const struct rusage *r) {
    SkType *t = sk_rusage_type();
    if (!t) return SK_EMPTY;
    SkValue v[] = {seconds(&r->ru_utime), seconds(&r->ru_stime), sk_from_small_int(r->ru_maxrss), sk_from_small_int(r->ru_ixrss),
                   sk_from_small_int(r->ru_idrss), sk_from_small_int(r->ru_isrss), sk_from_small_int(r->ru_minflt),
                   sk_from_small_int(r->ru_majflt), sk_from_small_int(r->ru_nswap), sk_from_small_int(r->ru_inblock),
                   sk_from_small_int(r->ru_oublock), sk_from_small_int(r->ru_msgsnd), sk_from_small_int(r->ru_msgrcv),
                   sk_from_small_int(r->ru_nsignals), sk_from_small_int(r->ru_nvcsw), sk_from_small_int(r->ru_nivcsw)};
    return sk_struct_seq_new(t, v);
}

static SkValue wait_result(pid_t pid, int status, const struct rusage *r) {
    SkValue items[3] = {sk_from_small_int(pid), sk_from_small_int(status)};
    if (!r) return sk_tuple_steal(items, 2);
    items[2] = sk_rusage_value(r);
    return sk_is_empty(items[2]) ? SK_EMPTY : sk_tuple_steal(items, 3);
}

static SkValue do_wait(pid_t pid, int options, bool usage) {
    int status = 0;
    struct rusage r;
    memset(&r, 0, sizeof r);
    pid_t got;
    bool stop;
    SK_RETRY(got, stop, wait4(pid, &status, options, usage ? &r : NULL));
    if (stop) return SK_EMPTY;
    return got < 0 ? sk_raise_errno(SK_EMPTY) : wait_result(got, status, usage ? &r : NULL);
}
static SkValue posix_wait(SkValue m SK_UNUSED) { return do_wait(-1, 0, false); }
static SkValue posix_waitpid(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid, options;
    if (!sk_check_nargs("waitpid", n, 2, 2) || !sk_as_int(a[0], &pid) || !sk_as_int(a[1], &options)) return SK_EMPTY;
    return do_wait(pid, options, false);
}
static SkValue posix_wait3(SkValue m SK_UNUSED, const SkValue *a) {
    int options;
    return sk_as_int(a[0], &options) ? do_wait(-1, options, true) : SK_EMPTY;
}
static SkValue posix_wait4(SkValue m SK_UNUSED, const SkValue *a) {
    int pid, options;
    return sk_as_int(a[0], &pid) && sk_as_int(a[1], &options) ? do_wait(pid, options, true) : SK_EMPTY;
}
static SkValue posix_waitid(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int type, id, options, r;
    bool stop;
    siginfo_t si;
    if (!sk_check_nargs("waitid", n, 3, 3) || !sk_as_int(a[0], &type) || !sk_as_int(a[1], &id) || !sk_as_int(a[2], &options)) return SK_EMPTY;
    si.si_pid = 0;
    SK_RETRY(r, stop, waitid((idtype_t)type, (id_t)id, &si, options));
    if (stop) return SK_EMPTY;
    if (r < 0) return sk_raise_errno(SK_EMPTY);
    if (!si.si_pid) return SK_NONE;
    SkValue v[] = {sk_from_small_int(si.si_pid), sk_from_uid(si.si_uid), sk_from_small_int(si.si_signo), sk_from_small_int(si.si_status),
                   sk_from_small_int(si.si_code)};
    return sk_struct_seq_new(sk_load_acquire(&waitid_type), v);  // PAIR(posix-type)
}

#define STATUS(name, expr)                                                                                              \
    static SkValue posix_##name(SkValue m SK_UNUSED, const SkValue *a) {                                                \
        int status;                                                                                                     \
        if (!sk_as_int(a[0], &status)) return SK_EMPTY;                                                                 \
        return expr;                                                                                                    \
    }
STATUS(WIFCONTINUED, sk_bool(WIFCONTINUED(status)))
STATUS(WIFSTOPPED, sk_bool(WIFSTOPPED(status)))
STATUS(WIFSIGNALED, sk_bool(WIFSIGNALED(status)))
STATUS(WIFEXITED, sk_bool(WIFEXITED(status)))
STATUS(WEXITSTATUS, sk_from_small_int(WEXITSTATUS(status)))
STATUS(WTERMSIG, sk_from_small_int(WTERMSIG(status)))
STATUS(WSTOPSIG, sk_from_small_int(WSTOPSIG(status)))
STATUS(WCOREDUMP, sk_bool(WCOREDUMP(status)))

static SkValue posix_waitstatus_to_exitcode(SkValue m SK_UNUSED, const SkValue *a) {
    int status;
    if (!sk_as_int(a[0], &status)) return SK_EMPTY;
    if (WIFEXITED(status)) return sk_from_small_int(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) {
        int sig = WTERMSIG(status);
        if (sig <= 0) return sk_raise(sk_exc_ValueError, "invalid WTERMSIG: %i", sig);
        return sk_from_small_int(-sig);
    }
    if (WIFSTOPPED(status)) return sk_raise(sk_exc_ValueError, "process stopped by delivery of signal %i", WSTOPSIG(status));
    return sk_raise(sk_exc_ValueError, "invalid wait status: %i", status);
}

// ---- the rest ---------------------------------------------------------------------------------------------------------------------------

static SkValue posix_exit(SkValue m SK_UNUSED, const SkValue *a) {
    int status;
    if (!sk_as_int(a[0], &status)) return SK_EMPTY;
    _exit(status);
}
static SkValue posix_abort(SkValue m SK_UNUSED) { abort(); }
static SkValue posix_kill(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid, sig;
    if (!sk_check_nargs("kill", n, 2, 2)) return SK_EMPTY;
    if (!sk_as_int(a[0], &pid)) {
        if (!sk_error_clear_if(sk_exc_OverflowError)) return SK_EMPTY;
        return sk_raise(sk_exc_OverflowError, "signed integer is %s", sk_int_sign(a[0]) < 0 ? "less than minimum" : "greater than maximum");
    }
    if (!sk_as_int(a[1], &sig)) return SK_EMPTY;
    if (kill(pid, sig) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
}
static SkValue posix_killpg(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid, sig;
    if (!sk_check_nargs("killpg", n, 2, 2) || !sk_as_int(a[0], &pid) || !sk_as_int(a[1], &sig)) return SK_EMPTY;
    if (killpg(pid, sig) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
}
static SkValue posix_system(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.system", a[0])) return SK_EMPTY;
    SK_AUTO_IO_PATH SkIoPath command = {0};
    if (!sk_io_path(a[0], &command)) return SK_EMPTY;
    return sk_from_small_int(SK_DETACHED(system(command.text)));
}
static SkValue posix_nice(SkValue m SK_UNUSED, SkValue arg) {
    int by;
    if (!sk_as_int(arg, &by)) return SK_EMPTY;
    errno = 0;
    int r = nice(by);
    return r == -1 && errno ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_getpriority(SkValue m SK_UNUSED, const SkValue *a) {
    int which, who;
    if (!sk_as_int(a[0], &which) || !sk_as_int(a[1], &who)) return SK_EMPTY;
    errno = 0;
    int r = getpriority((unsigned)which, (id_t)who);
    return errno ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_setpriority(SkValue m SK_UNUSED, const SkValue *a) {
    int which, who, priority;
    if (!sk_as_int(a[0], &which) || !sk_as_int(a[1], &who) || !sk_as_int(a[2], &priority)) return SK_EMPTY;
    return sk_done(setpriority((unsigned)which, (id_t)who, priority));
}
static SkValue posix_pidfd_open(SkValue m SK_UNUSED, const SkValue *a) {
    int pid, flags;
    if (!sk_as_int(a[0], &pid) || !sk_optional_int(a[1], 0, &flags)) return SK_EMPTY;
    long fd = syscall(SYS_pidfd_open, pid, flags);
    return fd < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(fd);
}
static SkValue posix_unshare(SkValue m SK_UNUSED, const SkValue *a) {
    int flags;
    return sk_as_int(a[0], &flags) ? sk_done(SK_DETACHED(unshare(flags))) : SK_EMPTY;
}
static SkValue posix_setns(SkValue m SK_UNUSED, const SkValue *a) {
    int fd, type;
    if (!sk_file_descriptor(a[0], &fd) || !sk_optional_int(a[1], 0, &type)) return SK_EMPTY;
    return sk_done(SK_DETACHED(setns(fd, type)));
}

#define STATUS_ENTRY(name, doc_) {#name, SK_SIG, .sig_fn = posix_##name, .sig = "(status)", .doc = doc_}
const SkMethodDef sk_posix_process_functions[] = {
    {"execv", SK_FAST, .fast = posix_execv, .sig = "(path, argv, /)", .doc = "Runs another program in this process."},
    {"execve", SK_SIG, .sig_fn = posix_execve, .sig = "(path, argv, env)", .doc = "The same with an environment."},
    {"register_at_fork", SK_SIG, .sig_fn = posix_register_at_fork,
     .sig = "(*, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)", .doc = "Registers functions to be called around fork()."},
    {"fork", SK_NOARGS, .noargs = posix_fork, .sig = "()", .doc = "Splits the process: 0 in the child."},
    {"forkpty", SK_NOARGS, .noargs = posix_forkpty, .sig = "()", .doc = "fork() with a new terminal: (pid, fd)."},
    {"wait", SK_NOARGS, .noargs = posix_wait, .sig = "()", .doc = "Waits for a child: (pid, status)."},
    {"waitpid", SK_FAST, .fast = posix_waitpid, .sig = "(pid, options, /)", .doc = "Waits for a child: (pid, status)."},
    {"wait3", SK_SIG, .sig_fn = posix_wait3, .sig = "(options)", .doc = "Waits for a child: (pid, status, rusage)."},
    {"wait4", SK_SIG, .sig_fn = posix_wait4, .sig = "(pid, options)", .doc = "Waits for a child: (pid, status, rusage)."},
    {"waitid", SK_FAST, .fast = posix_waitid, .sig = "(idtype, id, options, /)", .doc = "Waits for a change of children."},
    STATUS_ENTRY(WIFCONTINUED, "Whether the process went on."),
    STATUS_ENTRY(WIFSTOPPED, "Whether the process was stopped."),
    STATUS_ENTRY(WIFSIGNALED, "Whether a signal ended the process."),
    STATUS_ENTRY(WIFEXITED, "Whether the process exited."),
    STATUS_ENTRY(WEXITSTATUS, "The exit status."),
    STATUS_ENTRY(WTERMSIG, "The signal that ended the process."),
    STATUS_ENTRY(WSTOPSIG, "The signal that stopped the process."),
    STATUS_ENTRY(WCOREDUMP, "Whether it left a core file."),
    STATUS_ENTRY(waitstatus_to_exitcode, "The exit code of a wait status; negative for a signal."),
    {"_exit", SK_SIG, .sig_fn = posix_exit, .sig = "(status)", .doc = "Ends the process at once."},
    {"abort", SK_NOARGS, .noargs = posix_abort, .sig = "()", .doc = "Ends the process with SIGABRT."},
    {"kill", SK_FAST, .fast = posix_kill, .sig = "(pid, signal, /)", .doc = "Sends a signal."},
    {"killpg", SK_FAST, .fast = posix_killpg, .sig = "(pgid, signal, /)", .doc = "Sends a signal to a process group."},
    {"system", SK_SIG, .sig_fn = posix_system, .sig = "(command)", .doc = "Runs a command in the shell; its wait status."},
    {"nice", SK_ONEARG, .onearg = posix_nice, .sig = "(increment, /)", .doc = "Lowers the priority; the new one."},
    {"getpriority", SK_SIG, .sig_fn = posix_getpriority, .sig = "(which, who)", .doc = "A priority."},
    {"setpriority", SK_SIG, .sig_fn = posix_setpriority, .sig = "(which, who, priority)", .doc = "Sets a priority."},
    {"pidfd_open", SK_SIG, .sig_fn = posix_pidfd_open, .sig = "(pid, flags=0)", .doc = "A descriptor of a process."},
    {"unshare", SK_SIG, .sig_fn = posix_unshare, .sig = "(flags)", .doc = "Leaves namespaces."},
    {"setns", SK_SIG, .sig_fn = posix_setns, .sig = "(fd, nstype=0)", .doc = "Joins a namespace."},
    {0},
};
