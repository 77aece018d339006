// posix: descriptors.
#include <limits.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <termios.h>
#include <utmp.h>

#include "modules/posix.h"
#include "objects/audit.h"

static SkValue posix_open(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("open", a[0], SK_NONE, a[1])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    int flags, mode, dir, fd;
    bool stop;
    if (!sk_path(&p, "open", "path", a[0], 0) || !sk_as_int(a[1], &flags) || !sk_optional_int(a[2], 0777, &mode) || !sk_dir_fd(a[3], &dir)) return SK_EMPTY;
    SK_RETRY(fd, stop, openat(dir, p.text, flags | O_CLOEXEC, (mode_t)mode));
    return stop ? SK_EMPTY : fd < 0 ? sk_path_error(&p) : sk_from_small_int(fd);
}
static SkValue posix_close(SkValue m SK_UNUSED, const SkValue *a) {
    int fd;
    return sk_as_int(a[0], &fd) ? sk_done(SK_DETACHED(close(fd))) : SK_EMPTY;
}
static SkValue posix_closerange(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int low, high;
    if (!sk_check_nargs("closerange", n, 2, 2) || !sk_as_int(a[0], &low) || !sk_as_int(a[1], &high)) return SK_EMPTY;
    sk_thread_detach();
    if (low < 0) low = 0;
    if (high > low && close_range((unsigned)low, (unsigned)high - 1, 0) != 0)
        for (int fd = low; fd < high; fd++) close(fd);
    sk_thread_attach();
    return SK_NONE;
}
static SkValue posix_dup(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    int r = SK_DETACHED(fcntl(fd, F_DUPFD_CLOEXEC, 0));
    return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_dup2(SkValue m SK_UNUSED, const SkValue *a) {
    int fd, to;
    bool inherit;
    if (!sk_as_int(a[0], &fd) || !sk_as_int(a[1], &to) || !sk_flag(a[2], true, &inherit)) return SK_EMPTY;
    int r = SK_DETACHED(inherit || fd == to ? dup2(fd, to) : dup3(fd, to, O_CLOEXEC));
    return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_read(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    int64_t length;
    if (!sk_check_nargs("read", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_index_as_int64(a[1], &length, sk_exc_OverflowError)) return SK_EMPTY;
    if (length < 0) {
        errno = EINVAL;
        return sk_raise_errno(SK_EMPTY);
    }
    SkBytes *b = sk_bytes_new((size_t)length);
    if (!b) return SK_EMPTY;
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, read(fd, b->data, (size_t)length));
    if (r >= 0) return sk_bytes_truncate(b, (size_t)r);
    int e = errno;
    sk_release(sk_counted(b));
    errno = e;
    return stop ? SK_EMPTY : sk_raise_errno(SK_EMPTY);
}
static SkValue posix_readinto(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    SK_AUTO_BUFFER SkBuffer v = {0};
    if (!sk_check_nargs("readinto", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_buffer_get(a[1], &v, SK_BUF_WRITABLE | SK_BUF_C_CONTIGUOUS)) return SK_EMPTY;
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, read(fd, v.data, (size_t)v.length));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_write(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    SK_AUTO_BUFFER SkBuffer v = {0};
    if (!sk_check_nargs("write", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_buffer_get(a[1], &v, SK_BUF_C_CONTIGUOUS)) return SK_EMPTY;
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, write(fd, v.data, (size_t)v.length));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_pread(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    int64_t length, at;
    if (!sk_check_nargs("pread", n, 3, 3) || !sk_as_int(a[0], &fd) || !sk_as_int64(a[1], &length) || !sk_as_int64(a[2], &at)) return SK_EMPTY;
    if (length < 0) {
        errno = EINVAL;
        return sk_raise_errno(SK_EMPTY);
    }
    SkBytes *b = sk_bytes_new((size_t)length);
    if (!b) return SK_EMPTY;
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, pread(fd, b->data, (size_t)length, at));
    if (r >= 0) return sk_bytes_truncate(b, (size_t)r);
    int e = errno;
    sk_release(sk_counted(b));
    errno = e;
    return stop ? SK_EMPTY : sk_raise_errno(SK_EMPTY);
}
static SkValue posix_pwrite(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    int64_t at;
    SK_AUTO_BUFFER SkBuffer v = {0};
    if (!sk_check_nargs("pwrite", n, 3, 3) || !sk_as_int(a[0], &fd) || !sk_buffer_get(a[1], &v, SK_BUF_C_CONTIGUOUS) || !sk_as_int64(a[2], &at)) return SK_EMPTY;
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, pwrite(fd, v.data, (size_t)v.length, at));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}

// readv, writev, preadv, pwritev: at < 0 for those without an offset.
static SkValue vectored(const char *function, SkValue fd_, SkValue buffers, bool writes, int64_t at, int flags) {
    int fd;
    if (!sk_as_int(fd_, &fd)) return SK_EMPTY;
    if (!sk_is_sequence(buffers)) return sk_raise(sk_exc_TypeError, "%s() arg 2 must be a sequence", function);
    SK_AUTO SkValue items = sk_to_tuple(buffers);
    if (sk_is_empty(items)) return SK_EMPTY;
    size_t n = sk_tuple_len(items), got = 0;
    struct iovec *iov = sk_calloc(n + 1, sizeof *iov);
    SkBuffer *views = sk_calloc(n + 1, sizeof *views);
    SkValue out = SK_EMPTY;
    if (!iov || !views) sk_raise_memory();
    else
        for (; got < n; got++) {
            if (!sk_buffer_get(sk_tuple_peek(items, got), &views[got], writes ? SK_BUF_C_CONTIGUOUS : SK_BUF_WRITABLE | SK_BUF_C_CONTIGUOUS)) break;
            iov[got] = (struct iovec){views[got].data, (size_t)views[got].length};
        }
    if (iov && views && got == n) {
        ssize_t r;
        bool stop;
        SK_RETRY(r, stop, at < 0 ? (writes ? writev(fd, iov, (int)n) : readv(fd, iov, (int)n))
                                 : (writes ? pwritev2(fd, iov, (int)n, at, flags) : preadv2(fd, iov, (int)n, at, flags)));
        if (!stop) out = r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
    }
    for (size_t i = 0; i < got; i++) sk_buffer_release(&views[i]);
    sk_free(iov);
    sk_free(views);
    return out;
}
static SkValue posix_readv(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("readv", n, 2, 2) ? vectored("readv", a[0], a[1], false, -1, 0) : SK_EMPTY;
}
static SkValue posix_writev(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    return sk_check_nargs("writev", n, 2, 2) ? vectored("writev", a[0], a[1], true, -1, 0) : SK_EMPTY;
}
static SkValue posix_preadv(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int64_t at;
    int flags = 0;
    if (!sk_check_nargs("preadv", n, 3, 4) || !sk_as_int64(a[2], &at) || (n > 3 && !sk_as_int(a[3], &flags))) return SK_EMPTY;
    return vectored("preadv", a[0], a[1], false, at, flags);
}
static SkValue posix_pwritev(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int64_t at;
    int flags = 0;
    if (!sk_check_nargs("pwritev", n, 3, 4) || !sk_as_int64(a[2], &at) || (n > 3 && !sk_as_int(a[3], &flags))) return SK_EMPTY;
    return vectored("pwritev", a[0], a[1], true, at, flags);
}

static SkValue posix_lseek(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, whence;
    int64_t at;
    if (!sk_check_nargs("lseek", n, 3, 3) || !sk_as_int(a[0], &fd) || !sk_as_int64(a[1], &at) || !sk_as_int(a[2], &whence)) return SK_EMPTY;
    off_t r = SK_DETACHED(lseek(fd, at, whence));
    return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_int_from_int64(r);
}
static SkValue posix_ftruncate(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, r;
    int64_t length;
    bool stop;
    if (!sk_check_nargs("ftruncate", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_as_int64(a[1], &length)) return SK_EMPTY;
    SK_RETRY(r, stop, ftruncate(fd, length));
    return stop ? SK_EMPTY : sk_done(r);
}
#define SYNC(name)                                                                                                      \
    static SkValue posix_##name(SkValue m SK_UNUSED, const SkValue *a) {                                                \
        int fd, r;                                                                                                      \
        bool stop;                                                                                                      \
        if (!sk_file_descriptor(a[0], &fd)) return SK_EMPTY;                                                            \
        SK_RETRY(r, stop, name(fd));                                                                                    \
        return stop ? SK_EMPTY : sk_done(r);                                                                            \
    }
SYNC(fsync)
SYNC(fdatasync)
static SkValue posix_sync(SkValue m SK_UNUSED) {
    sk_thread_detach();
    sync();
    sk_thread_attach();
    return SK_NONE;
}
static SkValue posix_isatty(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    return sk_as_int(arg, &fd) ? sk_bool(SK_DETACHED(isatty(fd))) : SK_EMPTY;
}
static SkValue fd_pair(const int *fds) {
    SkValue items[2] = {sk_from_small_int(fds[0]), sk_from_small_int(fds[1])};
    return sk_tuple_steal(items, 2);
}
static SkValue posix_pipe(SkValue m SK_UNUSED) {
    int fds[2];
    return SK_DETACHED(pipe2(fds, O_CLOEXEC)) < 0 ? sk_raise_errno(SK_EMPTY) : fd_pair(fds);
}
static SkValue posix_pipe2(SkValue m SK_UNUSED, SkValue arg) {
    int fds[2], flags;
    if (!sk_as_int(arg, &flags)) return SK_EMPTY;
    return pipe2(fds, flags) < 0 ? sk_raise_errno(SK_EMPTY) : fd_pair(fds);
}
static SkValue posix_get_blocking(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? sk_raise_errno(SK_EMPTY) : sk_bool(!(flags & O_NONBLOCK));
}
static SkValue posix_set_blocking(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    bool on;
    if (!sk_check_nargs("set_blocking", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_flag(a[1], false, &on)) return SK_EMPTY;
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0) return sk_raise_errno(SK_EMPTY);
    return sk_done(fcntl(fd, F_SETFL, on ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}
static SkValue posix_get_inheritable(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? sk_raise_errno(SK_EMPTY) : sk_bool(!(flags & FD_CLOEXEC));
}
static SkValue posix_set_inheritable(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    bool on;
    if (!sk_check_nargs("set_inheritable", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_flag(a[1], false, &on)) return SK_EMPTY;
    int flags = fcntl(fd, F_GETFD);
    if (flags < 0) return sk_raise_errno(SK_EMPTY);
    return sk_done(fcntl(fd, F_SETFD, on ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC));
}
static SkValue posix_lockf(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, command;
    int64_t length;
    if (!sk_check_nargs("lockf", n, 3, 3) || !sk_as_int(a[0], &fd) || !sk_as_int(a[1], &command) || !sk_as_int64(a[2], &length)) return SK_EMPTY;
    return sk_done(SK_DETACHED(lockf(fd, command, length)));
}
static SkValue posix_sendfile(SkValue m SK_UNUSED, const SkValue *a) {
    int out, in;
    int64_t at = 0, count;
    if (!sk_as_int(a[0], &out) || !sk_as_int(a[1], &in) || (!sk_is_none(a[2]) && !sk_as_int64(a[2], &at)) || !sk_as_int64(a[3], &count)) return SK_EMPTY;
    if (count < 0) return sk_raise(sk_exc_ValueError, "count cannot be negative");
    ssize_t r;
    bool stop;
    off_t offset = at;
    SK_RETRY(r, stop, sendfile(out, in, sk_is_none(a[2]) ? NULL : &offset, (size_t)count));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static bool offset_arg(SkValue v, off64_t *at, off64_t **p) {
    *p = NULL;
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    int64_t n;
    if (!sk_as_int64(v, &n)) return false;
    *at = n;
    *p = at;
    return true;
}
static SkValue posix_copy_file_range(SkValue m SK_UNUSED, const SkValue *a) {
    int in, out;
    int64_t count;
    off64_t x, y, *px, *py;
    if (!sk_as_int(a[0], &in) || !sk_as_int(a[1], &out) || !sk_as_int64(a[2], &count) || !offset_arg(a[3], &x, &px) || !offset_arg(a[4], &y, &py)) return SK_EMPTY;
    if (count < 0) return sk_raise(sk_exc_ValueError, "negative value for 'count' not allowed");
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, copy_file_range(in, px, out, py, (size_t)count, 0));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_splice(SkValue m SK_UNUSED, const SkValue *a) {
    int in, out, flags;
    int64_t count;
    off64_t x, y, *px, *py;
    if (!sk_as_int(a[0], &in) || !sk_as_int(a[1], &out) || !sk_as_int64(a[2], &count) || !offset_arg(a[3], &x, &px) || !offset_arg(a[4], &y, &py) ||
        !sk_optional_int(a[5], 0, &flags))
        return SK_EMPTY;
    if (count < 0) return sk_raise(sk_exc_ValueError, "negative value for 'count' not allowed");
    ssize_t r;
    bool stop;
    SK_RETRY(r, stop, splice(in, px, out, py, (size_t)count, (unsigned)flags));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue posix_fallocate_(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    int64_t at, length;
    if (!sk_check_nargs("posix_fallocate", n, 3, 3) || !sk_as_int(a[0], &fd) || !sk_as_int64(a[1], &at) || !sk_as_int64(a[2], &length)) return SK_EMPTY;
    errno = SK_DETACHED(posix_fallocate(fd, at, length));
    return errno ? sk_raise_errno(SK_EMPTY) : SK_NONE;
}
static SkValue posix_fadvise_(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, advice;
    int64_t at, length;
    if (!sk_check_nargs("posix_fadvise", n, 4, 4) || !sk_as_int(a[0], &fd) || !sk_as_int64(a[1], &at) || !sk_as_int64(a[2], &length) || !sk_as_int(a[3], &advice)) return SK_EMPTY;
    errno = SK_DETACHED(posix_fadvise(fd, at, length, advice));
    return errno ? sk_raise_errno(SK_EMPTY) : SK_NONE;
}
static SkValue posix_memfd_create(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath name = {0};
    int flags;
    if (!sk_path(&name, "memfd_create", "name", a[0], 0) || !sk_optional_int(a[1], MFD_CLOEXEC, &flags)) return SK_EMPTY;
    int fd = memfd_create(name.text, (unsigned)flags);
    return fd < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(fd);
}
static SkValue posix_eventfd(SkValue m SK_UNUSED, const SkValue *a) {
    int64_t initial;
    int flags;
    if (!sk_as_int64(a[0], &initial) || !sk_optional_int(a[1], EFD_CLOEXEC, &flags)) return SK_EMPTY;
    int fd = eventfd((unsigned)initial, flags);
    return fd < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(fd);
}
static SkValue posix_eventfd_read(SkValue m SK_UNUSED, const SkValue *a) {
    int fd;
    uint64_t v;
    if (!sk_file_descriptor(a[0], &fd)) return SK_EMPTY;
    return SK_DETACHED(eventfd_read(fd, &v)) < 0 ? sk_raise_errno(SK_EMPTY) : sk_int_from_uint64(v);
}
static SkValue posix_eventfd_write(SkValue m SK_UNUSED, const SkValue *a) {
    int fd;
    uint64_t v;
    if (!sk_file_descriptor(a[0], &fd) || !sk_as_uint64(a[1], &v)) return SK_EMPTY;
    return sk_done(SK_DETACHED(eventfd_write(fd, v)));
}

// ---- terminals ---------------------------------------------------------------------------------------------------------------------

static SkValue posix_ttyname(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    char name[256];
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    errno = SK_DETACHED(ttyname_r(fd, name, sizeof name));
    return errno ? sk_raise_errno(SK_EMPTY) : sk_str_from_fs(name, strlen(name));
}
static SkValue posix_openpty(SkValue m SK_UNUSED) {
    int fds[2];
    if (SK_DETACHED(openpty(&fds[0], &fds[1], NULL, NULL, NULL)) < 0) return sk_raise_errno(SK_EMPTY);
    fcntl(fds[0], F_SETFD, FD_CLOEXEC);
    fcntl(fds[1], F_SETFD, FD_CLOEXEC);
    return fd_pair(fds);
}
static SkValue posix_login_tty(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    return sk_file_descriptor(arg, &fd) ? sk_done(login_tty(fd)) : SK_EMPTY;
}
static SkValue openpt(SkValue m SK_UNUSED, SkValue arg) {
    int flags;
    if (!sk_as_int(arg, &flags)) return SK_EMPTY;
    int fd = posix_openpt(flags);
    return fd < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(fd);
}
static SkValue posix_grantpt(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    return sk_file_descriptor(arg, &fd) ? sk_done(grantpt(fd)) : SK_EMPTY;
}
static SkValue posix_unlockpt(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    return sk_file_descriptor(arg, &fd) ? sk_done(unlockpt(fd)) : SK_EMPTY;
}
static SkValue posix_ptsname(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    char name[256];
    if (!sk_file_descriptor(arg, &fd)) return SK_EMPTY;
    errno = ptsname_r(fd, name, sizeof name);
    return errno ? sk_raise_errno(SK_EMPTY) : sk_str_from_fs(name, strlen(name));
}
static SkValue posix_tcgetpgrp(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    pid_t p = tcgetpgrp(fd);
    return p < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(p);
}
static SkValue posix_tcsetpgrp(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, pgid;
    if (!sk_check_nargs("tcsetpgrp", n, 2, 2) || !sk_as_int(a[0], &fd) || !sk_as_int(a[1], &pgid)) return SK_EMPTY;
    return sk_done(tcsetpgrp(fd, pgid));
}

const SkMethodDef sk_posix_fd_functions[] = {
    {"open", SK_SIG, .sig_fn = posix_open, .sig = "(path, flags, mode=511, *, dir_fd=None)", .doc = "Opens a file: a descriptor, not inheritable."},
    {"close", SK_SIG, .sig_fn = posix_close, .sig = "(fd)", .doc = "Closes a descriptor."},
    {"closerange", SK_FAST, .fast = posix_closerange, .sig = "(fd_low, fd_high, /)", .doc = "Closes descriptors low up to high - 1; errors are ignored."},
    {"dup", SK_ONEARG, .onearg = posix_dup, .sig = "(fd, /)", .doc = "A second descriptor of the same open file."},
    {"dup2", SK_SIG, .sig_fn = posix_dup2, .sig = "(fd, fd2, inheritable=True)", .doc = "Makes fd2 a second descriptor of fd's open file."},
    {"read", SK_FAST, .fast = posix_read, .sig = "(fd, length, /)", .doc = "Reads bytes."},
    {"readinto", SK_FAST, .fast = posix_readinto, .sig = "(fd, buffer, /)", .doc = "Reads into a buffer."},
    {"write", SK_FAST, .fast = posix_write, .sig = "(fd, data, /)", .doc = "Writes bytes; their number."},
    {"pread", SK_FAST, .fast = posix_pread, .sig = "(fd, length, offset, /)", .doc = "Reads at a position."},
    {"pwrite", SK_FAST, .fast = posix_pwrite, .sig = "(fd, buffer, offset, /)", .doc = "Writes at a position."},
    {"readv", SK_FAST, .fast = posix_readv, .sig = "(fd, buffers, /)", .doc = "Reads into several buffers."},
    {"writev", SK_FAST, .fast = posix_writev, .sig = "(fd, buffers, /)", .doc = "Writes several buffers."},
    {"preadv", SK_FAST, .fast = posix_preadv, .sig = "(fd, buffers, offset, flags=0, /)", .doc = "readv() at a position."},
    {"pwritev", SK_FAST, .fast = posix_pwritev, .sig = "(fd, buffers, offset, flags=0, /)", .doc = "writev() at a position."},
    {"lseek", SK_FAST, .fast = posix_lseek, .sig = "(fd, position, whence, /)", .doc = "Moves to a position."},
    {"ftruncate", SK_FAST, .fast = posix_ftruncate, .sig = "(fd, length, /)", .doc = "Cuts or extends an open file."},
    {"fsync", SK_SIG, .sig_fn = posix_fsync, .sig = "(fd)", .doc = "Waits until the file is on disk."},
    {"fdatasync", SK_SIG, .sig_fn = posix_fdatasync, .sig = "(fd)", .doc = "Waits until the file's data are on disk."},
    {"sync", SK_NOARGS, .noargs = posix_sync, .sig = "()", .doc = "Waits until everything is on disk."},
    {"isatty", SK_ONEARG, .onearg = posix_isatty, .sig = "(fd, /)", .doc = "Whether it is a terminal."},
    {"pipe", SK_NOARGS, .noargs = posix_pipe, .sig = "()", .doc = "A pipe: (read_fd, write_fd)."},
    {"pipe2", SK_ONEARG, .onearg = posix_pipe2, .sig = "(flags, /)", .doc = "A pipe with flags."},
    {"get_blocking", SK_ONEARG, .onearg = posix_get_blocking, .sig = "(fd, /)", .doc = "Whether calls on it block."},
    {"set_blocking", SK_FAST, .fast = posix_set_blocking, .sig = "(fd, blocking, /)", .doc = "Sets whether calls on it block."},
    {"get_inheritable", SK_ONEARG, .onearg = posix_get_inheritable, .sig = "(fd, /)", .doc = "Whether new programs inherit it."},
    {"set_inheritable", SK_FAST, .fast = posix_set_inheritable, .sig = "(fd, inheritable, /)", .doc = "Sets whether new programs inherit it."},
    {"lockf", SK_FAST, .fast = posix_lockf, .sig = "(fd, command, length, /)", .doc = "Locks a part of a file."},
    {"sendfile", SK_SIG, .sig_fn = posix_sendfile, .sig = "(out_fd, in_fd, offset, count)", .doc = "Copies between descriptors."},
    {"copy_file_range", SK_SIG, .sig_fn = posix_copy_file_range, .sig = "(src, dst, count, offset_src=None, offset_dst=None)", .doc = "Copies between files."},
    {"splice", SK_SIG, .sig_fn = posix_splice, .sig = "(src, dst, count, offset_src=None, offset_dst=None, flags=0)", .doc = "Moves data to or from a pipe."},
    {"posix_fallocate", SK_FAST, .fast = posix_fallocate_, .sig = "(fd, offset, length, /)", .doc = "Makes sure there is room."},
    {"posix_fadvise", SK_FAST, .fast = posix_fadvise_, .sig = "(fd, offset, length, advice, /)", .doc = "Announces how a file will be used."},
    {"memfd_create", SK_SIG, .sig_fn = posix_memfd_create, .sig = "(name, flags=MFD_CLOEXEC)", .doc = "An anonymous file in memory."},
    {"eventfd", SK_SIG, .sig_fn = posix_eventfd, .sig = "(initval, flags=EFD_CLOEXEC)", .doc = "A descriptor for notification."},
    {"eventfd_read", SK_SIG, .sig_fn = posix_eventfd_read, .sig = "(fd)", .doc = "Reads its value."},
    {"eventfd_write", SK_SIG, .sig_fn = posix_eventfd_write, .sig = "(fd, value)", .doc = "Adds to its value."},
    {"ttyname", SK_ONEARG, .onearg = posix_ttyname, .sig = "(fd, /)", .doc = "The terminal's name."},
    {"openpty", SK_NOARGS, .noargs = posix_openpty, .sig = "()", .doc = "A pseudo-terminal: (master_fd, slave_fd)."},
    {"login_tty", SK_ONEARG, .onearg = posix_login_tty, .sig = "(fd, /)", .doc = "Makes a terminal the controlling one."},
    {"posix_openpt", SK_ONEARG, .onearg = openpt, .sig = "(oflag, /)", .doc = "Opens a pseudo-terminal's master."},
    {"grantpt", SK_ONEARG, .onearg = posix_grantpt, .sig = "(fd, /)", .doc = "Grants access to the slave."},
    {"unlockpt", SK_ONEARG, .onearg = posix_unlockpt, .sig = "(fd, /)", .doc = "Unlocks the slave."},
    {"ptsname", SK_ONEARG, .onearg = posix_ptsname, .sig = "(fd, /)", .doc = "The slave's name."},
    {"tcgetpgrp", SK_ONEARG, .onearg = posix_tcgetpgrp, .sig = "(fd, /)", .doc = "The terminal's foreground process group."},
    {"tcsetpgrp", SK_FAST, .fast = posix_tcsetpgrp, .sig = "(fd, pgid, /)", .doc = "Sets the terminal's foreground process group."},
    {0},
};
