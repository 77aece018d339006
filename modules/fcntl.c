// fcntl: control of descriptors.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>

#include "modules/posix.h"

enum { SMALL = 1024 };

// The bytes of the third argument, at most SMALL, and a zero behind them.
static bool copy_argument(const char *function, SkValue v, char room[SMALL + 1], size_t *len) {
    SK_AUTO_UTF8 SkUtf8 text = {0};
    SK_AUTO_BUFFER SkBuffer view = {0};
    const char *data;
    if (sk_is_str(v)) {
        text = sk_str_utf8(v);
        if (!text.text) return false;
        data = text.text;
        *len = text.len;
    } else {
        if (!sk_has_buffer(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument 3 must be int, bytes-like object, or str", function);
        if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return false;
        data = view.data;
        *len = (size_t)view.length;
    }
    if (*len > SMALL) return sk_raise_false(sk_exc_ValueError, "%s argument 3 is too long", function);
    memcpy(room, data, *len);
    room[*len] = 0;
    return true;
}

static SkValue fcntl_fcntl(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, command;
    if (!sk_check_nargs("fcntl", n, 2, 3) || !sk_file_descriptor(a[0], &fd) || !sk_as_int(a[1], &command)) return SK_EMPTY;
    int r;
    bool stop;
    if (n < 3 || sk_is_int(a[2])) {
        int64_t arg = 0;
        if (n > 2 && !sk_as_int64(a[2], &arg)) return SK_EMPTY;
        SK_RETRY(r, stop, fcntl(fd, command, (long)arg));
        return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
    }
    char room[SMALL + 1];
    size_t len;
    if (!copy_argument("fcntl", a[2], room, &len)) return SK_EMPTY;
    SK_RETRY(r, stop, fcntl(fd, command, room));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_bytes_from(room, len);
}

static SkValue fcntl_ioctl(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    bool ok, mutate = true;
    if (!sk_check_nargs("ioctl", n, 2, 4) || !sk_file_descriptor(a[0], &fd)) return SK_EMPTY;
    uint64_t request = sk_as_uint64_mask(a[1], &ok);
    if (!ok || (n > 3 && !sk_flag(a[3], true, &mutate))) return SK_EMPTY;
    int r;
    if (n < 3 || sk_is_int(a[2])) {
        int64_t arg = 0;
        if (n > 2 && !sk_as_int64(a[2], &arg)) return SK_EMPTY;
        r = SK_DETACHED(ioctl(fd, request, (long)arg));
        return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
    }
    char room[SMALL + 1];
    if (!sk_is_str(a[2]) && !sk_is_bytes(a[2]) && mutate) {
        SK_AUTO_BUFFER SkBuffer view = {0};
        if (sk_buffer_get(a[2], &view, SK_BUF_WRITABLE)) {
            // A small buffer goes through a copy with a zero behind it, for requests that read more than was given.
            bool small = view.length <= SMALL;
            if (small) {
                memcpy(room, view.data, (size_t)view.length);
                room[view.length] = 0;
            }
            r = SK_DETACHED(ioctl(fd, request, small ? room : view.data));
            if (small) memcpy(view.data, room, (size_t)view.length);
            return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
        }
        sk_error_clear();
    }
    size_t len;
    if (!copy_argument("ioctl", a[2], room, &len)) return SK_EMPTY;
    r = SK_DETACHED(ioctl(fd, request, room));
    return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_bytes_from(room, len);
}

static SkValue fcntl_flock(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, operation, r;
    bool stop;
    if (!sk_check_nargs("flock", n, 2, 2) || !sk_file_descriptor(a[0], &fd) || !sk_as_int(a[1], &operation)) return SK_EMPTY;
    SK_RETRY(r, stop, flock(fd, operation));
    return stop ? SK_EMPTY : sk_done(r);
}

static SkValue fcntl_lockf(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, operation, whence = 0, r;
    int64_t length = 0, start = 0;
    bool stop;
    if (!sk_check_nargs("lockf", n, 2, 5) || !sk_file_descriptor(a[0], &fd) || !sk_as_int(a[1], &operation) ||
        (n > 2 && !sk_as_int64(a[2], &length)) || (n > 3 && !sk_as_int64(a[3], &start)) || (n > 4 && !sk_as_int(a[4], &whence)))
        return SK_EMPTY;
    struct flock l = {.l_start = start, .l_len = length, .l_whence = (short)whence};
    if (operation == LOCK_UN) l.l_type = F_UNLCK;
    else if (operation & LOCK_SH) l.l_type = F_RDLCK;
    else if (operation & LOCK_EX) l.l_type = F_WRLCK;
    else return sk_raise(sk_exc_ValueError, "unrecognized lockf argument");
    SK_RETRY(r, stop, fcntl(fd, operation & LOCK_NB ? F_SETLK : F_SETLKW, &l));
    return stop ? SK_EMPTY : sk_done(r);
}

static const SkMethodDef functions[] = {
    {"fcntl", SK_FAST, .fast = fcntl_fcntl, .sig = "(fd, cmd, arg=0, /)", .doc = "An operation on a descriptor."},
    {"ioctl", SK_FAST, .fast = fcntl_ioctl, .sig = "(fd, request, arg=0, mutate_flag=True, /)", .doc = "A request to a device."},
    {"flock", SK_FAST, .fast = fcntl_flock, .sig = "(fd, operation, /)", .doc = "Locks or unlocks an open file."},
    {"lockf", SK_FAST, .fast = fcntl_lockf, .sig = "(fd, cmd, len=0, start=0, whence=0, /)", .doc = "Locks or unlocks a part of a file."},
    {0},
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define C(name) {#name, name}
    C(LOCK_SH), C(LOCK_EX), C(LOCK_NB), C(LOCK_UN), C(LOCK_MAND), C(LOCK_READ), C(LOCK_WRITE), C(LOCK_RW),
    C(F_DUPFD), C(F_DUPFD_CLOEXEC), C(F_GETFD), C(F_SETFD), C(F_GETFL), C(F_SETFL), C(F_GETLK), C(F_SETLK), C(F_SETLKW),
    C(F_OFD_GETLK), C(F_OFD_SETLK), C(F_OFD_SETLKW), C(F_GETOWN), C(F_SETOWN), C(F_GETSIG), C(F_SETSIG), C(F_RDLCK), C(F_WRLCK),
    C(F_UNLCK), C(F_EXLCK), C(F_SHLCK), C(F_SETLEASE), C(F_GETLEASE), C(F_NOTIFY), C(F_ADD_SEALS), C(F_GET_SEALS), C(F_SEAL_SEAL),
    C(F_SEAL_SHRINK), C(F_SEAL_GROW), C(F_SEAL_WRITE), C(F_GETPIPE_SZ), C(F_SETPIPE_SZ), C(FD_CLOEXEC), C(FASYNC),
    C(DN_ACCESS), C(DN_MODIFY), C(DN_CREATE), C(DN_DELETE), C(DN_RENAME), C(DN_ATTRIB), C(DN_MULTISHOT),
    {"F_GETLK64", 5}, {"F_SETLK64", 6}, {"F_SETLKW64", 7},
#undef C
};

static bool fcntl_exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    return true;
}

const SkModuleDef sk_module_fcntl = {
    .name = "fcntl",
    .doc = "Control of file descriptors.",
    .functions = functions,
    .exec = fcntl_exec,
};
