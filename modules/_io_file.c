// FileIO: a file descriptor as a raw stream. The fields are single atomic words: the stream needs no lock, as the system
// orders concurrent reads and writes; closing a file that another thread reads is as racy as it is in C.
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "modules/_io.h"
#include "modules/_io_path.h"
#include "modules/_warnings.h"
#include "objects/audit.h"
#include "objects/exception.h"
#include "objects/tuple.h"

static SkFileIO *as_file(SkValue v) { return (SkFileIO *)sk_ptr(v); }
static int fd_of(SkFileIO *f) { return sk_load_relaxed(&f->fd); }

static SkValue closed_error(void) { return sk_raise(sk_exc_ValueError, "I/O operation on closed file"); }
static SkValue mode_error(const char *action) {
    char text[64];
    snprintf(text, sizeof text, "File not open for %s", action);
    return sk_io_raise_unsupported(text);
}

static SkValue file_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkFileIO *f = (SkFileIO *)sk_type_alloc(type, 0);
    if (!f) return SK_EMPTY;
    sk_store_relaxed(&f->fd, -1);
    sk_store_relaxed(&f->seekable, -1);
    sk_store_relaxed(&f->estimated, -1);
    sk_store_relaxed(&f->closefd, 1);
    return sk_counted(f);
}

#if SK_TSAN
// To ThreadSanitizer a descriptor is a variable, and close() writes it. A program that closes a file, an epoll object, a number while
// another of its threads uses it gets what POSIX gives it, as in CPython. No other memory is named by these.
const char *__tsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *__tsan_default_suppressions(void) { return "race:^close$\nrace:^__interceptor_close$\n"; }
#endif

static bool close_fd(SkFileIO *f) {
    int fd = atomic_exchange(&f->fd, -1);
    if (fd < 0) return true;
    sk_thread_detach();
    int r = close(fd);
    sk_thread_attach();
    if (r == 0) return true;
    sk_raise_errno(SK_EMPTY);
    return false;
}

// The mode text: open()'s flags, or -1 with an exception.
static int parse_mode(SkFileIO *f, const char *mode) {
    int flags = 0;
    bool plus = false, one = false, readable = false, writable = false, created = false, appending = false;
    for (const char *p = mode; *p; p++) {
        if (*p == 'b') continue;
        if (*p == '+') {
            if (plus) goto bad;
            readable = writable = plus = true;
            continue;
        }
        if (!strchr("xrwa", *p)) {
            sk_raise(sk_exc_ValueError, "invalid mode: %.200s", mode);
            return -1;
        }
        if (one) goto bad;
        one = true;
        if (*p == 'r') readable = true;
        else writable = true;
        if (*p == 'x') created = true, flags |= O_EXCL | O_CREAT;
        if (*p == 'w') flags |= O_CREAT | O_TRUNC;
        if (*p == 'a') appending = true, flags |= O_APPEND | O_CREAT;
    }
    if (!one) goto bad;
    sk_store_relaxed(&f->created, created);
    sk_store_relaxed(&f->readable, readable);
    sk_store_relaxed(&f->writable, writable);
    sk_store_relaxed(&f->appending, appending);
    return flags | (readable && writable ? O_RDWR : readable ? O_RDONLY : O_WRONLY) | O_CLOEXEC;
bad:
    sk_raise(sk_exc_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    return -1;
}

static int open_path(SkValue name, int flags) {
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!sk_io_path(name, &path)) return -1;
    for (;;) {
        sk_thread_detach();
        int fd = open(path.text, flags, 0666);
        sk_thread_attach();
        if (fd >= 0) return fd;
        if (errno != EINTR) {
            sk_raise_errno(name);
            return -1;
        }
        if (!sk_safepoint_poll()) return -1;
    }
}

static int open_by(SkValue opener, SkValue name, int flags) {
    SK_AUTO SkValue r = sk_call2(opener, name, sk_from_small_int(flags));
    if (sk_is_empty(r)) return -1;
    if (!sk_is_int(r)) {
        sk_raise(sk_exc_TypeError, "expected integer from opener");
        return -1;
    }
    int fd;
    if (!sk_as_int(r, &fd)) return -1;
    if (fd < 0) {
        sk_raise(sk_exc_ValueError, "opener returned %d", fd);
        return -1;
    }
    int old = fcntl(fd, F_GETFD);
    if (old < 0 || (!(old & FD_CLOEXEC) && fcntl(fd, F_SETFD, old | FD_CLOEXEC) < 0)) {
        sk_raise_errno(SK_EMPTY);
        return -1;
    }
    return fd;
}

static bool look(SkFileIO *f, SkValue name) {
    struct stat st;
    sk_thread_detach();
    int r = fstat(fd_of(f), &st);
    sk_thread_attach();
    f->blksize = SK_IO_BUFFER_SIZE;
    if (r < 0) {
        if (errno != EBADF) return true;
        sk_raise_errno(SK_EMPTY);
        return false;
    }
    if (S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        sk_raise_errno(name);
        return false;
    }
    if (st.st_blksize > 1) f->blksize = st.st_blksize;
    if (S_ISREG(st.st_mode)) sk_store_relaxed(&f->estimated, st.st_size);
    sk_store_relaxed(&f->maybe_tty, S_ISCHR(st.st_mode));
    return true;
}

static bool file_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    if (!sk_bind("FileIO", "(file, mode='r', closefd=True, opener=None)", &sig, args, nargs, kwnames, a)) return false;
    SkFileIO *f = as_file(self);
    if (fd_of(f) >= 0) {
        if (!sk_load_relaxed(&f->closefd)) sk_store_relaxed(&f->fd, -1);
        else if (!close_fd(f)) return false;
    }
    SkValue file = a[0];
    const char *mode = "r";
    SK_AUTO_UTF8 SkUtf8 mode_text = {0};
    if (!sk_is_empty(a[1])) {
        if (!sk_is_str(a[1])) return sk_raise_false(sk_exc_TypeError, "FileIO() argument 'mode' must be str, not %.50O", a[1]);
        mode_text = sk_str_utf8(a[1]);
        if (!mode_text.text) return false;
        mode = mode_text.text;
    }
    int closefd = sk_is_empty(a[2]) ? 1 : sk_truth(a[2]);
    if (closefd < 0) return false;
    int fd = -1;
    if (sk_is_int(file)) {
        if (sk_is_bool(file) && !sk_warn(sk_exc_RuntimeWarning, 1, "bool is used as a file descriptor")) return false;
        if (!sk_as_int(file, &fd)) {
            sk_error_clear();
            return sk_raise_false(sk_exc_TypeError, "expected str, bytes or os.PathLike object, not int");
        }
        if (fd < 0) return sk_raise_false(sk_exc_ValueError, "negative file descriptor");
    }
    int flags = parse_mode(f, mode);
    if (flags < 0) return false;
    sk_store_relaxed(&f->seekable, -1);
    sk_store_relaxed(&f->estimated, -1);
    bool own = false;
    if (fd >= 0) {
        sk_store_relaxed(&f->closefd, closefd);
    } else {
        sk_store_relaxed(&f->closefd, 1);
        if (!closefd) return sk_raise_false(sk_exc_ValueError, "Cannot use closefd=False with file name");
        if (!sk_audit("open", file, sk_is_empty(a[1]) ? SK_NONE : a[1], sk_from_small_int(flags))) return false;
        bool by_opener = !sk_is_empty(a[3]) && !sk_is_none(a[3]);
        fd = by_opener ? open_by(a[3], file, flags) : open_path(file, flags);
        if (fd < 0) return false;
        own = true;
    }
    sk_store_relaxed(&f->fd, fd);
    bool ok = look(f, file) && sk_setattr(self, SK_ION(name), file);
    if (ok && sk_load_relaxed(&f->appending)) {
        SkValue r = sk_io_file_seek(f, 0, SEEK_END);
        if (sk_is_empty(r)) ok = sk_error_clear_if(sk_exc_OSError);
        sk_release(r);
    }
    if (ok) return true;
    if (!own) {
        sk_store_relaxed(&f->fd, -1);
    } else {
        SkValue first = sk_error_take();
        if (!close_fd(f)) sk_error_clear();
        sk_error_restore(first);
    }
    return false;
}

// ---- reading ------------------------------------------------------------------------------------------------------------------

int64_t sk_io_file_read(SkFileIO *f, char *to, size_t n) {
    if (n > INT64_MAX) n = INT64_MAX;
    for (;;) {
        int fd = fd_of(f);
        sk_thread_detach();
        ssize_t r = read(fd, to, n);
        sk_thread_attach();
        if (r >= 0) return r;
        if (errno == EAGAIN) return -2;
        if (errno != EINTR) {
            sk_raise_errno(SK_EMPTY);
            return -1;
        }
        if (!sk_safepoint_poll()) return -1;
    }
}

static bool can_read(SkFileIO *f) {
    if (fd_of(f) < 0) return closed_error(), false;
    if (!sk_load_relaxed(&f->readable)) return mode_error("reading"), false;
    return true;
}

static SkValue file_readall(SkValue self) {
    SkFileIO *f = as_file(self);
    if (fd_of(f) < 0) return closed_error();
    size_t room = 64 * 1024, n = 0;
    int64_t size = sk_load_relaxed(&f->estimated);
    if (size >= 0) {
        off_t at = size > 65536 ? lseek(fd_of(f), 0, SEEK_CUR) : 0;
        room = at >= 0 && at < size ? (size_t)(size - at) + 1 : 1;
        if (room > (size_t)INT64_MAX - 64) return sk_raise(sk_exc_OverflowError, "unbounded read returned more bytes than a Python bytes object can hold");
    }
    char *data = sk_malloc(room);
    if (!data) return sk_raise_memory();
    SkValue out = SK_EMPTY;
    for (;;) {
        if (n == room) {
            room += (room < 65536 ? 65536 : room / 8 + 256 * 1024);
            char *more = sk_realloc(data, room);
            if (!more) {
                sk_raise_memory();
                break;
            }
            data = more;
        }
        int64_t r = sk_io_file_read(f, data + n, room - n);
        if (r == -1) break;
        if (r == 0 || r == -2) {
            out = r == -2 && n == 0 ? SK_NONE : sk_bytes_from(data, n);
            break;
        }
        n += (size_t)r;
    }
    sk_free(data);
    return out;
}

static SkValue file_read(SkValue self, const SkValue *args, size_t nargs) {
    SkFileIO *f = as_file(self);
    int64_t n = -1;
    if (!sk_io_size_args("read", args, nargs, &n) || !can_read(f)) return SK_EMPTY;
    if (n < 0) return file_readall(self);
    SkBytes *b = sk_bytes_new((size_t)n);
    if (!b) return SK_EMPTY;
    int64_t r = sk_io_file_read(f, b->data, (size_t)n);
    if (r >= 0) return sk_bytes_truncate(b, (size_t)r);
    sk_release(sk_counted(b));
    return r == -2 ? SK_NONE : SK_EMPTY;
}

static SkValue file_readinto(SkValue self, SkValue arg) {
    SkFileIO *f = as_file(self);
    if (!can_read(f)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_io_writable(arg, &view, "readinto() argument 1")) return SK_EMPTY;
    int64_t r = sk_io_file_read(f, view.data, (size_t)view.length);
    return r >= 0 ? sk_from_small_int(r) : r == -2 ? SK_NONE : SK_EMPTY;
}

// ---- writing -------------------------------------------------------------------------------------------------------------------

SkValue sk_io_file_write(SkFileIO *f, const char *data, size_t n) {
    if (fd_of(f) < 0) return closed_error();
    if (!sk_load_relaxed(&f->writable)) return mode_error("writing");
    for (;;) {
        int fd = fd_of(f);
        sk_thread_detach();
        ssize_t r = write(fd, data, n);
        sk_thread_attach();
        if (r >= 0) return sk_from_small_int(r);
        if (errno == EAGAIN) return SK_NONE;
        if (errno != EINTR) return sk_raise_errno(SK_EMPTY);
        if (!sk_safepoint_poll()) return SK_EMPTY;
    }
}

static SkValue file_write(SkValue self, SkValue arg) {
    SkFileIO *f = as_file(self);
    if (fd_of(f) < 0) return closed_error();
    if (!sk_load_relaxed(&f->writable)) return mode_error("writing");
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(arg, &view, SK_BUF_C_CONTIGUOUS)) return SK_EMPTY;
    return sk_io_file_write(f, view.data, (size_t)view.length);
}

// ---- position --------------------------------------------------------------------------------------------------------------------

SkValue sk_io_file_seek(SkFileIO *f, int64_t to, int whence) {
    off_t r = lseek(fd_of(f), to, whence);
    if (sk_load_relaxed(&f->seekable) < 0) sk_store_relaxed(&f->seekable, r >= 0);
    return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_int_from_int64(r);
}

static SkValue file_seek(SkValue self, const SkValue *args, size_t nargs) {
    SkFileIO *f = as_file(self);
    int64_t to;
    int whence = 0;
    if (!sk_check_nargs("seek", nargs, 1, 2) || (nargs > 1 && !sk_as_int(args[1], &whence))) return SK_EMPTY;
    if (fd_of(f) < 0) return closed_error();
    if (sk_is_float(args[0])) return sk_raise(sk_exc_TypeError, "an integer is required");
    if (!sk_io_offset(args[0], &to)) return SK_EMPTY;
    return sk_io_file_seek(f, to, whence);
}

static SkValue file_tell(SkValue self) {
    SkFileIO *f = as_file(self);
    return fd_of(f) < 0 ? closed_error() : sk_io_file_seek(f, 0, SEEK_CUR);
}

static SkValue file_truncate(SkValue self, const SkValue *args, size_t nargs) {
    SkFileIO *f = as_file(self);
    if (!sk_check_nargs("truncate", nargs, 0, 1)) return SK_EMPTY;
    if (fd_of(f) < 0) return closed_error();
    if (!sk_load_relaxed(&f->writable)) return mode_error("writing");
    SK_AUTO SkValue size = !nargs || sk_is_none(args[0]) ? sk_io_file_seek(f, 0, SEEK_CUR) : sk_retain(args[0]);
    int64_t n;
    if (sk_is_empty(size)) return SK_EMPTY;
    if (sk_is_float(size)) return sk_raise(sk_exc_TypeError, "an integer is required");
    if (!sk_io_offset(size, &n)) return SK_EMPTY;
    for (;;) {
        sk_thread_detach();
        int r = ftruncate(fd_of(f), n);
        sk_thread_attach();
        if (r == 0) break;
        if (errno != EINTR) return sk_raise_errno(SK_EMPTY);
        if (!sk_safepoint_poll()) return SK_EMPTY;
    }
    sk_store_relaxed(&f->estimated, n);
    return sk_move(&size);
}

// ---- the rest --------------------------------------------------------------------------------------------------------------------

static const char *mode_text(SkFileIO *f) {
    bool r = sk_load_relaxed(&f->readable), w = sk_load_relaxed(&f->writable);
    if (sk_load_relaxed(&f->created)) return r ? "xb+" : "xb";
    if (sk_load_relaxed(&f->appending)) return r ? "ab+" : "ab";
    return r ? (w ? "rb+" : "rb") : "wb";
}

static SkValue dealloc_warn(SkValue self, SkValue source) {
    SkFileIO *f = as_file(self);
    if (fd_of(f) >= 0 && sk_load_relaxed(&f->closefd)) {
        SkValue saved = sk_error_take();
        if (!sk_warn_resource(source, "unclosed file %R", source)) {
            if (sk_error_matches(sk_exc_Warning)) sk_error_unraisable("Exception ignored while finalizing file", self);
            else sk_error_clear();
        }
        sk_error_restore(saved);
    }
    return SK_NONE;
}

static SkValue file_close(SkValue self) {
    SkFileIO *f = as_file(self);
    SK_AUTO SkValue super_close = sk_getattr(sk_type_value(&sk_io_rawiobase_type), SK_ION(close));
    SK_AUTO SkValue r = sk_is_empty(super_close) ? SK_EMPTY : sk_call1(super_close, self);
    SkValue first = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    bool ok = sk_is_empty(first);
    if (!sk_load_relaxed(&f->closefd)) {
        sk_store_relaxed(&f->fd, -1);
    } else {
        if (sk_load_relaxed(&f->finalizing)) dealloc_warn(self, self);
        ok &= close_fd(f);
    }
    sk_io_chain(first);
    return ok ? SK_NONE : SK_EMPTY;
}

static SkValue file_readable(SkValue self) {
    SkFileIO *f = as_file(self);
    return fd_of(f) < 0 ? closed_error() : sk_bool(sk_load_relaxed(&f->readable));
}
static SkValue file_writable(SkValue self) {
    SkFileIO *f = as_file(self);
    return fd_of(f) < 0 ? closed_error() : sk_bool(sk_load_relaxed(&f->writable));
}
static SkValue file_seekable(SkValue self) {
    SkFileIO *f = as_file(self);
    if (fd_of(f) < 0) return closed_error();
    if (sk_load_relaxed(&f->seekable) < 0) sk_store_relaxed(&f->seekable, lseek(fd_of(f), 0, SEEK_CUR) >= 0);
    return sk_bool(sk_load_relaxed(&f->seekable) > 0);
}
static SkValue file_fileno(SkValue self) {
    int fd = fd_of(as_file(self));
    return fd < 0 ? closed_error() : sk_from_small_int(fd);
}
static SkValue file_isatty(SkValue self) {
    int fd = fd_of(as_file(self));
    if (fd < 0) return closed_error();
    sk_thread_detach();
    int r = isatty(fd);
    sk_thread_attach();
    return sk_bool(r);
}
static SkValue file_isatty_open_only(SkValue self) {
    return sk_load_relaxed(&as_file(self)->maybe_tty) ? file_isatty(self) : SK_FALSE;
}
static SkValue cannot_pickle(SkValue self) { return sk_io_cannot_pickle(self); }
static SkValue cannot_pickle1(SkValue self, SkValue protocol SK_UNUSED) { return cannot_pickle(self); }

static SkValue file_repr(SkValue self) {
    SkFileIO *f = as_file(self);
    const char *type = sk_type_of(self)->name;
    if (fd_of(f) < 0) return sk_str_format("<%s [closed]>", type);
    const char *closefd = sk_load_relaxed(&f->closefd) ? "True" : "False";
    SK_AUTO SkValue name = sk_io_repr_name(self);
    if (sk_is_empty(name)) {
        if (sk_error_occurred()) return SK_EMPTY;
        return sk_str_format("<%s fd=%d mode='%s' closefd=%s>", type, fd_of(f), mode_text(f), closefd);
    }
    if (!sk_enter_recursion(" while getting the repr of an object")) return SK_EMPTY;
    SkValue r = sk_str_format("<%s name=%R mode='%s' closefd=%s>", type, name, mode_text(f), closefd);
    sk_leave_recursion();
    return r;
}

static SkValue get_closed(SkValue self, void *c SK_UNUSED) { return sk_bool(fd_of(as_file(self)) < 0); }
static SkValue get_closefd(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&as_file(self)->closefd)); }
static SkValue get_mode(SkValue self, void *c SK_UNUSED) { return sk_str_from(mode_text(as_file(self))); }
static SkValue get_blksize(SkValue self, void *c SK_UNUSED) { return sk_int_from_int64(as_file(self)->blksize); }
static bool set_blksize(SkValue self, SkValue v, void *c SK_UNUSED) {
    int64_t n;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "can't delete numeric/char attribute");
    if (!sk_as_int64(v, &n)) return false;
    as_file(self)->blksize = n;
    return true;
}
static SkValue get_finalizing(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&as_file(self)->finalizing)); }
static bool set_finalizing(SkValue self, SkValue v, void *c SK_UNUSED) {
    if (!sk_is_bool(v)) return sk_raise_false(sk_exc_TypeError, "attribute value type must be bool");
    sk_store_relaxed(&as_file(self)->finalizing, sk_is_true(v));
    return true;
}

static const SkMethodDef methods[] = {
    {"read", SK_FAST, .fast = file_read, .sig = "(size=-1, /)", .doc = "Up to size bytes; None if nothing is there yet."},
    {"readall", SK_NOARGS, .noargs = file_readall, .sig = "()", .doc = "Everything until the end."},
    {"readinto", SK_ONEARG, .onearg = file_readinto, .sig = "(buffer, /)", .doc = "Reads into a writable buffer."},
    {"write", SK_ONEARG, .onearg = file_write, .sig = "(b, /)", .doc = "Writes a buffer; the number of bytes written."},
    {"seek", SK_FAST, .fast = file_seek, .sig = "(pos, whence=0, /)", .doc = "Moves to a position."},
    {"tell", SK_NOARGS, .noargs = file_tell, .sig = "()", .doc = "The position."},
    {"truncate", SK_FAST, .fast = file_truncate, .sig = "(size=None, /)", .doc = "Cuts or extends the file."},
    {"close", SK_NOARGS, .noargs = file_close, .sig = "()", .doc = "Closes the file."},
    {"seekable", SK_NOARGS, .noargs = file_seekable, .sig = "()", .doc = "Whether seek() works."},
    {"readable", SK_NOARGS, .noargs = file_readable, .sig = "()", .doc = "Whether it was opened for reading."},
    {"writable", SK_NOARGS, .noargs = file_writable, .sig = "()", .doc = "Whether it was opened for writing."},
    {"fileno", SK_NOARGS, .noargs = file_fileno, .sig = "()", .doc = "The file descriptor."},
    {"isatty", SK_NOARGS, .noargs = file_isatty, .sig = "()", .doc = "Whether it is a terminal."},
    {"_isatty_open_only", SK_NOARGS, .noargs = file_isatty_open_only, .sig = "()", .doc = "isatty(), without a system call where the file is known not to be one."},
    {"_dealloc_warn", SK_ONEARG, .onearg = dealloc_warn, .sig = "(object, /)", .doc = NULL},
    {"__reduce__", SK_NOARGS, .noargs = cannot_pickle, .sig = "()", .doc = NULL},
    {"__reduce_ex__", SK_ONEARG, .onearg = cannot_pickle1, .sig = "(object, /)", .doc = NULL},
    {0},
};
static const SkGetSetDef getset[] = {
    {"closed", get_closed, NULL, "Whether it is closed.", NULL},
    {"closefd", get_closefd, NULL, "Whether close() closes the descriptor.", NULL},
    {"mode", get_mode, NULL, "The mode.", NULL},
    {"_blksize", get_blksize, set_blksize, NULL, NULL},
    {"_finalizing", get_finalizing, set_finalizing, NULL, NULL},
    {0},
};

SkType sk_io_fileio_type = {
    SK_TYPE_HEAD(0, sizeof(SkFileIO), sk_io_base_trace, sk_io_base_clear, sk_io_base_destroy),
    .name = "_io.FileIO",
    .doc = "FileIO(file, mode='r', closefd=True, opener=None)\n--\n\n"
           "A file as a raw stream: every call is a system call.",
    .flags = SK_TF_BASE,
    .base = &sk_io_rawiobase_type,
    .new_ = file_new,
    .init = file_init,
    .repr = file_repr,
    .methods = methods,
    .getset = getset,
};
