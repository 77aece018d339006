// posix: the system and the environment.
#include <dlfcn.h>
#include <langinfo.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/times.h>
#include <sys/utsname.h>

#include "modules/_io.h"
#include "modules/posix.h"
#include "modules/sys.h"
#include "objects/audit.h"
#include "objects/float.h"
#include "objects/struct_seq.h"

static const char *const uname_fields[] = {"sysname", "nodename", "release", "version", "machine", NULL};
static const SkStructSeqDef uname_def = {"posix.uname_result", "What uname() answers.", uname_fields, 5};
static const char *const times_fields[] = {"user", "system", "children_user", "children_system", "elapsed", NULL};
static const SkStructSeqDef times_def = {"posix.times_result", "What times() answers.", times_fields, 5};
static const char *const terminal_fields[] = {"columns", "lines", NULL};
static const SkStructSeqDef terminal_def = {"os.terminal_size", "The size of a terminal in characters.", terminal_fields, 2};
static _Atomic(SkType *) uname_type, times_type, terminal_type;

static bool add_type(SkValue m, const char *name, const SkStructSeqDef *def, _Atomic(SkType *) *at) {
    SkType *t = sk_load_acquire(at);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(def);
        if (!made) return false;
        if (sk_cas_acq_rel(at, &t, made)) t = made;  // PAIR(posix-type)
    }
    return sk_module_add(m, name, sk_type_value(t));
}
bool sk_posix_add_system_types(SkValue m) {
    return add_type(m, "uname_result", &uname_def, &uname_type) && add_type(m, "times_result", &times_def, &times_type) &&
           add_type(m, "terminal_size", &terminal_def, &terminal_type);
}

static SkValue posix_uname(SkValue m SK_UNUSED) {
    struct utsname u;
    if (uname(&u) < 0) return sk_raise_errno(SK_EMPTY);
    SkValue v[] = {sk_str_from_fs(u.sysname, strlen(u.sysname)), sk_str_from_fs(u.nodename, strlen(u.nodename)),
                   sk_str_from_fs(u.release, strlen(u.release)), sk_str_from_fs(u.version, strlen(u.version)),
                   sk_str_from_fs(u.machine, strlen(u.machine))};
    return sk_struct_seq_new(sk_load_acquire(&uname_type), v);  // PAIR(posix-type)
}
static SkValue posix_times(SkValue m SK_UNUSED) {
    struct tms t;
    double ticks = (double)sysconf(_SC_CLK_TCK);
    clock_t now = times(&t);
    if (now == (clock_t)-1) return sk_raise_errno(SK_EMPTY);
    SkValue v[] = {sk_float_new((double)t.tms_utime / ticks), sk_float_new((double)t.tms_stime / ticks), sk_float_new((double)t.tms_cutime / ticks),
                   sk_float_new((double)t.tms_cstime / ticks), sk_float_new((double)now / ticks)};
    return sk_struct_seq_new(sk_load_acquire(&times_type), v);  // PAIR(posix-type)
}
static SkValue posix_get_terminal_size(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd = 1;
    struct winsize w;
    if (!sk_check_nargs("get_terminal_size", n, 0, 1) || (n && !sk_as_int(a[0], &fd))) return SK_EMPTY;
    if (ioctl(fd, TIOCGWINSZ, &w) < 0) return sk_raise_errno(SK_EMPTY);
    SkValue v[] = {sk_from_small_int(w.ws_col), sk_from_small_int(w.ws_row)};
    return sk_struct_seq_new(sk_load_acquire(&terminal_type), v);  // PAIR(posix-type)
}

static SkValue posix_cpu_count(SkValue m SK_UNUSED) {
    long n = sk_config.cpu_count > 0 ? sk_config.cpu_count : sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? SK_NONE : sk_from_small_int(n);
}
static SkValue posix_getloadavg(SkValue m SK_UNUSED) {
    double load[3];
    if (getloadavg(load, 3) != 3) return sk_raise(sk_exc_OSError, "Load averages are unobtainable");
    SkValue items[3] = {sk_float_new(load[0]), sk_float_new(load[1]), sk_float_new(load[2])};
    return sk_tuple_steal(items, 3);
}
static SkValue posix_strerror(SkValue m SK_UNUSED, SkValue arg) {
    int code;
    char room[256];
    if (!sk_as_int(arg, &code)) return SK_EMPTY;
    return sk_str_from(strerror_r(code, room, sizeof room));
}

static SkValue random_bytes(int64_t n, unsigned flags, bool all) {
    if (n < 0) {
        if (all) return sk_raise(sk_exc_ValueError, "negative argument not allowed");
        errno = EINVAL;
        return sk_raise_errno(SK_EMPTY);
    }
    SkBytes *b = sk_bytes_new((size_t)n);
    if (!b) return SK_EMPTY;
    size_t done = 0;
    while (done < (size_t)n) {
        ssize_t r;
        bool stop;
        SK_RETRY(r, stop, getrandom(b->data + done, (size_t)n - done, flags));
        if (r < 0) {
            int e = errno;
            sk_release(sk_counted(b));
            errno = e;
            return stop ? SK_EMPTY : sk_raise_errno(SK_EMPTY);
        }
        done += (size_t)r;
        if (!all) break;
    }
    return sk_bytes_truncate(b, done);
}
static SkValue posix_urandom(SkValue m SK_UNUSED, SkValue arg) {
    int64_t n;
    return sk_index_as_int64(arg, &n, sk_exc_OverflowError) ? random_bytes(n, 0, true) : SK_EMPTY;
}
static SkValue posix_getrandom(SkValue m SK_UNUSED, const SkValue *a) {
    int64_t n;
    int flags;
    return sk_index_as_int64(a[0], &n, sk_exc_OverflowError) && sk_optional_int(a[1], 0, &flags) ? random_bytes(n, (unsigned)flags, false) : SK_EMPTY;
}

static SkValue posix_sysconf(SkValue m SK_UNUSED, SkValue arg) {
    int name;
    if (!sk_sysconf_name(arg, &name)) return SK_EMPTY;
    errno = 0;
    long v = sysconf(name);
    return v == -1 && errno ? sk_raise_errno(SK_EMPTY) : sk_int_from_int64(v);
}
static SkValue posix_pathconf(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    int name;
    if (!sk_path(&p, "pathconf", "path", a[0], SK_PATH_FD) || !sk_pathconf_name(a[1], &name)) return SK_EMPTY;
    errno = 0;
    long v = SK_DETACHED(p.text ? pathconf(p.text, name) : fpathconf(p.fd, name));
    return v == -1 && errno ? sk_path_error(&p) : sk_int_from_int64(v);
}
static SkValue posix_fpathconf(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, name;
    if (!sk_check_nargs("fpathconf", n, 2, 2) || !sk_file_descriptor(a[0], &fd) || !sk_pathconf_name(a[1], &name)) return SK_EMPTY;
    errno = 0;
    long v = fpathconf(fd, name);
    return v == -1 && errno ? sk_raise_errno(SK_EMPTY) : sk_int_from_int64(v);
}
static SkValue posix_confstr(SkValue m SK_UNUSED, SkValue arg) {
    int name;
    if (!sk_confstr_name(arg, &name)) return SK_EMPTY;
    errno = 0;
    size_t n = confstr(name, NULL, 0);
    if (!n) return errno ? sk_raise_errno(SK_EMPTY) : SK_NONE;
    char *text = sk_malloc(n);
    if (!text) return sk_raise_memory();
    confstr(name, text, n);
    SkValue v = sk_str_from_fs(text, n - 1);
    sk_free(text);
    return v;
}

static SkValue posix_ctermid(SkValue m SK_UNUSED) {
    char name[L_ctermid] = "";
    ctermid(name);
    return sk_str_from_fs(name, strlen(name));
}
static SkValue posix_device_encoding(SkValue m SK_UNUSED, const SkValue *a) {
    int fd;
    if (!sk_as_int(a[0], &fd)) return SK_EMPTY;
    return SK_DETACHED(isatty(fd)) ? sk_str_from(sk_io_locale_encoding()) : SK_NONE;
}

// The environment of the C library is one for the process and has no lock of its own: changes take turns here. A thread that
// reads it in C code at the same time races, as in C.
static pthread_mutex_t environment = PTHREAD_MUTEX_INITIALIZER;

static SkValue posix_putenv(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_IO_PATH SkIoPath name = {0}, value = {0};
    if (!sk_check_nargs("putenv", n, 2, 2) || !sk_io_path(a[0], &name) || !sk_io_path(a[1], &value)) return SK_EMPTY;
    if (strchr(name.text, '=')) return sk_raise(sk_exc_ValueError, "illegal environment variable name");
    pthread_mutex_lock(&environment);
    int r = setenv(name.text, value.text, 1);
    pthread_mutex_unlock(&environment);
    return sk_done(r);
}
static SkValue posix_unsetenv(SkValue m SK_UNUSED, SkValue arg) {
    if (!sk_audit("os.unsetenv", arg)) return SK_EMPTY;
    SK_AUTO_IO_PATH SkIoPath name = {0};
    if (!sk_io_path(arg, &name)) return SK_EMPTY;
    pthread_mutex_lock(&environment);
    int r = unsetenv(name.text);
    pthread_mutex_unlock(&environment);
    return sk_done(r);
}

const SkMethodDef sk_posix_system_functions[] = {
    {"uname", SK_NOARGS, .noargs = posix_uname, .sig = "()", .doc = "What system this is."},
    {"times", SK_NOARGS, .noargs = posix_times, .sig = "()", .doc = "Processor times of the process and its children."},
    {"get_terminal_size", SK_FAST, .fast = posix_get_terminal_size, .sig = "(fd=<unrepresentable>, /)", .doc = "The size of the terminal (columns, lines)."},
    {"cpu_count", SK_NOARGS, .noargs = posix_cpu_count, .sig = "()", .doc = "The number of processors."},
    {"getloadavg", SK_NOARGS, .noargs = posix_getloadavg, .sig = "()", .doc = "The load over 1, 5 and 15 minutes."},
    {"strerror", SK_ONEARG, .onearg = posix_strerror, .sig = "(code, /)", .doc = "The text of an error number."},
    {"urandom", SK_ONEARG, .onearg = posix_urandom, .sig = "(size, /)", .doc = "Random bytes fit for cryptography."},
    {"getrandom", SK_SIG, .sig_fn = posix_getrandom, .sig = "(size, flags=0)", .doc = "Random bytes."},
    {"sysconf", SK_ONEARG, .onearg = posix_sysconf, .sig = "(name, /)", .doc = "A limit or option of the system."},
    {"pathconf", SK_SIG, .sig_fn = posix_pathconf, .sig = "(path, name)", .doc = "A limit or option of a file."},
    {"fpathconf", SK_FAST, .fast = posix_fpathconf, .sig = "(fd, name, /)", .doc = "pathconf() of an open file."},
    {"confstr", SK_ONEARG, .onearg = posix_confstr, .sig = "(name, /)", .doc = "A text about the system."},
    {"ctermid", SK_NOARGS, .noargs = posix_ctermid, .sig = "()", .doc = "The name of the controlling terminal."},
    {"device_encoding", SK_SIG, .sig_fn = posix_device_encoding, .sig = "(fd)", .doc = "The encoding of a terminal."},
    {"putenv", SK_FAST, .fast = posix_putenv, .sig = "(name, value, /)", .doc = "Sets an environment variable."},
    {"unsetenv", SK_ONEARG, .onearg = posix_unsetenv, .sig = "(name, /)", .doc = "Removes an environment variable."},
    {0},
};
