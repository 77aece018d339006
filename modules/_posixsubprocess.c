// _posixsubprocess: fork and exec in one, for the subprocess module. Between fork and exec the child calls only functions that
// are safe there: it may be a copy of a process with many threads.
#include <dirent.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "modules/sys.h"
#include "modules/posix.h"

typedef struct {
    char **programs, **argv, **env;
    const char *cwd;
    int p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write;
    bool close_fds, restore_signals, new_session, set_uid, set_gid, set_groups, own_env;
    int process_group, umask;
    uid_t uid;
    gid_t gid;
    gid_t *groups;
    size_t ngroups, nkeep;
    int *keep;  // in order
    SkValue preexec;
} Child;

static bool keeps(const Child *c, int fd) {
    for (size_t i = 0; i < c->nkeep; i++)
        if (c->keep[i] == fd) return true;
    return false;
}

static void close_from(const Child *c, int low) {
    int from = low;
    for (size_t i = 0; i < c->nkeep; i++) {
        if (c->keep[i] < from) continue;
        if (c->keep[i] > from) close_range((unsigned)from, (unsigned)c->keep[i] - 1, 0);
        from = c->keep[i] + 1;
    }
    if (close_range((unsigned)from, ~0u, 0) == 0) return;
    long max = sysconf(_SC_OPEN_MAX);
    for (int fd = low; fd < (max > 0 ? max : 256); fd++)
        if (!keeps(c, fd)) close(fd);
}

static int inheritable(int fd) {
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? -1 : flags & FD_CLOEXEC ? fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC) : 0;
}

// In the child: what to tell the parent when something failed, as subprocess reads it.
static const char *set_up(Child *c) {
    for (size_t i = 0; i < c->nkeep; i++)
        if (c->keep[i] != c->errpipe_write) inheritable(c->keep[i]);
    if (c->p2cwrite >= 0) close(c->p2cwrite);
    if (c->c2pread >= 0) close(c->c2pread);
    if (c->errread >= 0) close(c->errread);
    close(c->errpipe_read);
    // Descriptors that are about to be overwritten move out of the way.
    if (c->c2pwrite == 0 && (c->c2pwrite = dup(c->c2pwrite)) < 0) return "noexec";
    while (c->errwrite == 0 || c->errwrite == 1)
        if ((c->errwrite = dup(c->errwrite)) < 0) return "noexec";
    int from[3] = {c->p2cread, c->c2pwrite, c->errwrite};
    for (int i = 0; i < 3; i++) {
        if (from[i] == i ? inheritable(i) < 0 : from[i] >= 0 && dup2(from[i], i) < 0) return "noexec";
    }
    if (c->cwd && chdir(c->cwd) < 0) return sk_config.lib_minor > 11 ? "noexec:chdir" : "noexec";
    if (c->umask >= 0) umask((mode_t)c->umask);
    if (c->restore_signals) {
        signal(SIGPIPE, SIG_DFL);
        signal(SIGXFSZ, SIG_DFL);
    }
    if (c->new_session && setsid() < 0) return "noexec";
    if (c->process_group >= 0 && setpgid(0, c->process_group) < 0) return "noexec";
    if (c->set_groups && setgroups(c->ngroups, c->groups) < 0) return "noexec";
    if (c->set_gid && setregid(c->gid, c->gid) < 0) return "noexec";
    if (c->set_uid && setreuid(c->uid, c->uid) < 0) return "noexec";
    return NULL;
}

static void report(int to, const char *kind, int err, const char *what) {
    char text[128];
    int n = err ? snprintf(text, sizeof text, "OSError:%x:%s", (unsigned)err, what) : snprintf(text, sizeof text, "%s:0:%s", kind, what);
    ssize_t r = write(to, text, (size_t)n);
    (void)r;
}

static SK_NORETURN void run_child(Child *c) {
    const char *failed = set_up(c);
    if (failed) {
        report(c->errpipe_write, NULL, errno, failed);
        _exit(255);
    }
    if (!sk_is_none(c->preexec)) {
        SkValue r = sk_call0(c->preexec);
        if (sk_is_empty(r)) {
            sk_error_clear();
            report(c->errpipe_write, "SubprocessError", 0, "Exception occurred in preexec_fn.");
            _exit(255);
        }
    }
    if (c->close_fds) close_from(c, 3);
    int err = ENOENT;
    for (char **p = c->programs; *p; p++) {
        if (c->own_env) execve(*p, c->argv, c->env);
        else execv(*p, c->argv);
        if (errno != ENOENT && errno != ENOTDIR) err = errno;
    }
    report(c->errpipe_write, NULL, err, "");
    _exit(255);
}

static int by_number(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

static bool read_keep(SkValue v, Child *c) {
    if (!sk_is_tuple(v)) return sk_raise_false(sk_exc_TypeError, "fork_exec() argument 4 must be tuple, not %.50O", v);
    size_t n = sk_tuple_len(v);
    c->keep = sk_calloc(n + 1, sizeof *c->keep);
    if (!c->keep) return sk_raise_memory(), false;
    for (size_t i = 0; i < n; i++) {
        int64_t fd;
        if (!sk_is_int(sk_tuple_peek(v, i)) || !sk_int_fits_int64(sk_tuple_peek(v, i), &fd) || fd < 0 || fd > INT32_MAX)
            return sk_raise_false(sk_exc_ValueError, "bad value(s) in fds_to_keep");
        c->keep[i] = (int)fd;
    }
    c->nkeep = n;
    qsort(c->keep, n, sizeof *c->keep, by_number);
    return true;
}

static bool read_groups(SkValue v, Child *c) {
    if (sk_is_none(v)) return true;
    SK_AUTO SkValue items = sk_to_tuple(v);
    if (sk_is_empty(items)) return false;
    c->ngroups = sk_tuple_len(items);
    c->groups = sk_calloc(c->ngroups + 1, sizeof *c->groups);
    if (!c->groups) return sk_raise_memory(), false;
    for (size_t i = 0; i < c->ngroups; i++)
        if (!sk_gid(sk_tuple_peek(items, i), &c->groups[i])) return sk_error_clear_if(sk_exc_OverflowError) && sk_raise_false(sk_exc_ValueError, "invalid group id");
    return c->set_groups = true;
}

static bool read_arguments(const SkValue *a, Child *c, SkIoPath *cwd) {
    size_t n;
    if (!(c->argv = sk_argv_from(a[0], &n)) || !(c->programs = sk_argv_from(a[1], &n))) return false;
    int fds[8], close_fds = sk_truth(a[2]), restore = sk_truth(a[14]), session = sk_truth(a[15]);
    for (int i = 0; i < 8; i++)
        if (!sk_as_int(a[6 + i], &fds[i])) return false;
    if (close_fds < 0 || restore < 0 || session < 0 || !read_keep(a[3], c)) return false;
    if (close_fds && fds[7] < 3) return sk_raise_false(sk_exc_ValueError, "errpipe_write must be >= 3");
    if (!sk_is_none(a[4])) {
        if (!sk_io_path(a[4], cwd)) return false;
        c->cwd = cwd->text;
    }
    if (!sk_is_none(a[5])) {
        if (!(c->env = sk_argv_from(a[5], &n))) return false;
        c->own_env = true;
    }
    c->p2cread = fds[0], c->p2cwrite = fds[1], c->c2pread = fds[2], c->c2pwrite = fds[3];
    c->errread = fds[4], c->errwrite = fds[5], c->errpipe_read = fds[6], c->errpipe_write = fds[7];
    c->close_fds = close_fds, c->restore_signals = restore, c->new_session = session;
    if (!sk_as_int(a[16], &c->process_group)) return false;
    if (!sk_is_none(a[17]) && !(c->set_gid = sk_gid(a[17], &c->gid))) return false;
    if (!read_groups(a[18], c)) return false;
    if (!sk_is_none(a[19]) && !(c->set_uid = sk_uid(a[19], &c->uid))) return false;
    c->preexec = a[21];
    return sk_as_int(a[20], &c->umask);
}

// 22 arguments; older libraries give a 23rd, allow_vfork.
static SkValue fork_exec(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    if (!sk_check_nargs("fork_exec", n, 22, 23)) return SK_EMPTY;
    Child c = {.preexec = SK_NONE};
    SK_AUTO_IO_PATH SkIoPath cwd = {0};
    pid_t pid = -1;
    if (read_arguments(a, &c, &cwd)) {
        bool python = !sk_is_none(c.preexec);
        if (python) sk_run_at_fork_before();
        else sk_thread_before_fork();
        pid = fork();
        if (pid == 0) {
            if (python) sk_run_at_fork_child();
            run_child(&c);
        }
        int e = errno;
        if (python) sk_run_at_fork_parent();
        else sk_thread_after_fork_parent();
        errno = e;
        if (pid < 0) sk_raise_errno(SK_EMPTY);
    }
    sk_argv_free(c.argv);
    sk_argv_free(c.programs);
    sk_argv_free(c.env);
    sk_free(c.keep);
    sk_free(c.groups);
    return pid < 0 ? SK_EMPTY : sk_from_small_int(pid);
}

static const SkMethodDef functions[] = {
    {"fork_exec", SK_FAST, .fast = fork_exec,
     .sig = "(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, "
            "errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, /)",
     .doc = "Starts a program in a new process; its id."},
    {0},
};

const SkModuleDef sk_module__posixsubprocess = {
    .name = "_posixsubprocess",
    .doc = "What subprocess needs to start processes.",
    .functions = functions,
};
