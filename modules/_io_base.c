// _IOBase and the abstract classes above it, and what all streams share.
#include <sys/types.h>

#include "base/strbuf.h"
#include "modules/_io.h"
#include "modules/_io_buffered.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/names.h"

SkIoNames sk_io_names;
_Atomic(SkType *) sk_io_unsupported;

SkValue sk_io_raise_unsupported(const char *message) {
    SkType *t = sk_load_acquire(&sk_io_unsupported);  // PAIR(io-unsupported): with the module's exec
    return sk_raise(t ? t : sk_exc_OSError, "%s", message);
}

// ---- the lock ------------------------------------------------------------------------------------------------------------------

enum { HELD = 1, WAITED = 2 };

static _Atomic uint32_t generation;
static _Atomic bool exiting;

void sk_io_after_fork_child(void) { sk_add_relaxed(&generation, 1); }
void sk_io_begin_exit(void) { sk_store_relaxed(&exiting, true); }

void sk_io_lock(SkIoLock *l) {
    uint32_t self = sk_thread_self->slot, wait = 0;
    if (sk_load_relaxed(&l->owner) == self) {
        l->depth++;
        return;
    }
    uint32_t w = sk_load_relaxed(&l->word);
    for (;;) {
        uint32_t gen = sk_load_relaxed(&generation) << 2;
        if (!(w & HELD) || ((w ^ gen) & ~3u)) {
            if (!sk_multithreaded) {   // or with the global lock: nobody else writes
                sk_store_relaxed(&l->word, gen | HELD | wait);
                break;
            }
            // PAIR(io-lock): with sk_io_unlock; without it the last holder's writes to the stream could look undone
            if (sk_cas_weak_acquire(&l->word, &w, gen | HELD | wait)) break;
            continue;
        }
        if (!(w & WAITED)) {
            if (!sk_cas_weak_relaxed(&l->word, &w, w | WAITED)) continue;
            w |= WAITED;
        }
        bool last = sk_load_relaxed(&exiting);
        sk_thread_detach();
        bool woken = sk_futex_wait(&l->word, w, last ? 1000000000 : -1);
        sk_thread_attach();
        if (!woken && last) sk_store_relaxed(&l->word, gen);  // its holder will never run again
        wait = WAITED;
        w = sk_load_relaxed(&l->word);
    }
    sk_store_relaxed(&l->owner, self);
    l->depth = 1;
}

void sk_io_unlock(SkIoLock *l) {
    if (--l->depth) return;
    sk_store_relaxed(&l->owner, 0);
    uint32_t w, gen = sk_load_relaxed(&generation) << 2;
    if (!sk_multithreaded) {
        w = sk_load_relaxed(&l->word);
        sk_store_relaxed(&l->word, gen);
    } else {
        w = sk_swap_acq_rel(&l->word, gen);   // PAIR(io-lock): with sk_io_lock
    }
    if (w & WAITED) sk_futex_wake(&l->word, 1);
}

// ---- helpers ---------------------------------------------------------------------------------------------------------------------

SkValue sk_io_call(SkValue v, SkValue name) { return sk_own(sk_call_method(v, name, NULL, 0)); }
SkValue sk_io_call1(SkValue v, SkValue name, SkValue arg) { return sk_own(sk_call_method(v, name, &arg, 1)); }

SkValue sk_io_cannot_pickle(SkValue self) {
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    return sk_raise(sk_exc_TypeError, "cannot pickle '%.100s' instances", dot ? dot + 1 : name);
}

int sk_io_closed(SkValue v) {
    SkType *t = sk_type_of(v);
    if (t == &sk_io_buffered_writer_type || t == &sk_io_buffered_reader_type || t == &sk_io_buffered_random_type) {
        SkBuffered *b = sk_as_buffered(v);
        SK_AUTO SkValue raw = sk_slot_get(&b->base.header, &b->raw);
        if (!sk_is_empty(raw) && sk_type_of(raw) == &sk_io_fileio_type) return sk_load_relaxed(&((SkFileIO *)sk_ptr(raw))->fd) < 0;
    }
    SK_AUTO SkValue c = sk_getattr(v, SK_ION(closed));
    return sk_is_empty(c) ? -1 : sk_truth(c);
}

bool sk_io_check_closed(SkValue v) {
    int c = sk_io_closed(v);
    return c > 0 ? sk_raise_false(sk_exc_ValueError, "I/O operation on closed file.") : c == 0;
}

bool sk_io_size(SkValue v, int64_t *out) {
    if (sk_is_none(v) || sk_is_empty(v)) return true;
    if (!sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "argument should be integer or None, not '%.200T'", v);
    return sk_index_as_length(v, out);
}

bool sk_io_size_args(const char *function, const SkValue *args, size_t nargs, int64_t *out) {
    return sk_check_nargs(function, nargs, 0, 1) && (!nargs || sk_io_size(args[0], out));
}

bool sk_io_offset(SkValue v, int64_t *out) {
    if (sk_is_small_int(v)) {
        *out = sk_small_int(v);
        return true;
    }
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    return sk_int_fits_int64(i, out) || sk_raise_false(sk_exc_OverflowError, "cannot fit '%.200T' into an offset-sized integer", v);
}

bool sk_io_interrupted(void) {
    return sk_error_clear_if(sk_exc_InterruptedError) && sk_safepoint_poll();
}

SkValue sk_io_repr_name(SkValue self) {
    SkValue name = sk_own(sk_getattr_opt(self, SK_ION(name)));
    if (sk_is_empty(name)) sk_error_clear_if(sk_exc_ValueError);
    return name;
}

void sk_io_chain(SkValue first) {
    if (sk_is_empty(first)) return;
    SkValue second = sk_error_take();
    if (sk_is_empty(second)) {
        sk_error_restore(first);
        return;
    }
    if (!sk_is(first, second)) sk_exception_set_context(second, first);
    sk_release(first);
    sk_error_restore(second);
}

bool sk_io_opt_text(const char *function, const char *argument, SkValue v, SkUtf8 *out) {
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument '%s' must be str or None, not %.50O", function, argument, v);
    *out = sk_str_utf8(v);
    if (!out->text) return false;
    return strlen(out->text) == out->len || sk_raise_false(sk_exc_ValueError, "embedded null character");
}

SkValue sk_io_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

void sk_io_base_trace(SkObject *o, SkVisit visit, void *arg) { sk_instance_trace(o, visit, arg); }
void sk_io_base_clear(SkObject *o) { sk_instance_clear(o); }
void sk_io_base_destroy(SkObject *o) { sk_instance_free(o, 0); }

void sk_io_finalize(SkObject *o) {
    SkValue self = sk_counted(o), saved = sk_error_take();
    int closed = 1;
    SK_AUTO SkValue c = sk_getattr_opt(self, SK_ION(closed));
    if (!sk_is_empty(c)) {
        closed = sk_truth(c);
        if (closed < 0) sk_error_clear();
    } else {
        sk_error_clear();
    }
    if (closed == 0) {
        if (!sk_setattr(self, SK_ION(_finalizing), SK_TRUE)) sk_error_clear();
        SkValue r = sk_call_method(self, SK_ION(close), NULL, 0);
        if (sk_is_empty(r)) sk_error_unraisable("Exception ignored while finalizing file", self);
        sk_release(r);
    }
    sk_error_restore(saved);
}

// ---- _IOBase ---------------------------------------------------------------------------------------------------------------------

static int base_is_closed(SkValue self) {
    SK_AUTO SkValue v = sk_getattr_opt(self, SK_ION(__IOBase_closed));
    return sk_is_empty(v) ? (sk_error_occurred() ? -1 : 0) : 1;
}

static SkValue base_get_closed(SkValue self, void *closure SK_UNUSED) {
    int c = base_is_closed(self);
    return c < 0 ? SK_EMPTY : sk_bool(c);
}

bool sk_io_writable(SkValue v, SkBuffer *view, const char *function) {
    if (sk_buffer_get(v, view, SK_BUF_WRITABLE | SK_BUF_C_CONTIGUOUS)) return true;
    if (sk_error_clear_if(sk_exc_BufferError) || sk_error_clear_if(sk_exc_TypeError))
        sk_raise(sk_exc_TypeError, "%s must be read-write bytes-like object, not %.50T", function, v);
    return false;
}

static SkValue base_seek(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED) { return sk_io_raise_unsupported("seek"); }
static SkValue base_truncate(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return sk_io_raise_unsupported("truncate");
}
static SkValue base_fileno(SkValue self SK_UNUSED) { return sk_io_raise_unsupported("fileno"); }
static SkValue base_tell(SkValue self) {
    SkValue args[2] = {sk_from_small_int(0), sk_from_small_int(1)};
    return sk_call_method(self, SK_ION(seek), args, 2);
}
static SkValue base_flush(SkValue self) {
    int c = base_is_closed(self);
    if (c < 0) return SK_EMPTY;
    return c ? sk_raise(sk_exc_ValueError, "I/O operation on closed file.") : SK_NONE;
}
static SkValue base_close(SkValue self) {
    int c = base_is_closed(self);
    if (c) return c < 0 ? SK_EMPTY : SK_NONE;
    SkValue r = sk_io_call(self, SK_ION(flush));
    SkValue first = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    sk_release(r);
    bool ok = sk_setattr(self, SK_ION(__IOBase_closed), SK_TRUE);
    sk_io_chain(first);
    return ok && sk_is_empty(first) ? SK_NONE : SK_EMPTY;
}
static SkValue base_no(SkValue self SK_UNUSED) { return SK_FALSE; }
static SkValue base_isatty(SkValue self) { return sk_io_check_closed(self) ? SK_FALSE : SK_EMPTY; }
static SkValue base_check_closed(SkValue self, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return sk_io_check_closed(self) ? SK_NONE : SK_EMPTY;
}
static SkValue check_able(SkValue self, SkValue method, const char *message) {
    SkValue r = sk_io_call(self, method);
    if (sk_is_empty(r) || sk_is_true(r)) return r;
    sk_release(r);
    return sk_io_raise_unsupported(message);
}
static SkValue base_check_seekable(SkValue self, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return check_able(self, SK_ION(seekable), "File or stream is not seekable.");
}
static SkValue base_check_readable(SkValue self, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return check_able(self, SK_ION(readable), "File or stream is not readable.");
}
static SkValue base_check_writable(SkValue self, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return check_able(self, SK_ION(writable), "File or stream is not writable.");
}
static SkValue base_enter(SkValue self) { return sk_io_check_closed(self) ? sk_dup(self) : SK_EMPTY; }
static SkValue base_exit(SkValue self, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return sk_call_method(self, SK_ION(close), NULL, 0);
}
static SkValue base_iter(SkValue self) { return sk_io_check_closed(self) ? sk_dup(self) : SK_EMPTY; }
static SkValue base_next(SkValue self) {
    SkValue line = sk_io_call(self, SK_ION(readline));
    if (sk_is_empty(line)) return SK_EMPTY;
    int64_t n = sk_len(line);
    if (n > 0) return line;
    sk_release(line);
    return SK_EMPTY;
}

// How many bytes to read for the rest of the line: what peek() shows of it, or 1. 0: an exception.
static size_t read_ahead(SkValue self, SkValue peek, int64_t left) {
    for (;;) {
        SK_AUTO SkValue b = sk_call1(peek, sk_from_small_int(1));
        if (sk_is_empty(b)) {
            if (sk_io_interrupted()) continue;
            return 0;
        }
        (void)self;
        if (!sk_is_bytes(b)) {
            sk_raise(sk_exc_OSError, "peek() should have returned a bytes object, not '%.200T'", b);
            return 0;
        }
        size_t n = sk_as_bytes(b)->length;
        if (!n) return 1;
        if (left >= 0 && n > (size_t)left) n = (size_t)left;
        const char *nl = memchr(sk_as_bytes(b)->data, '\n', n);
        return nl ? (size_t)(nl - sk_as_bytes(b)->data) + 1 : n;
    }
}

static SkValue base_readline(SkValue self, const SkValue *args, size_t nargs) {
    int64_t limit = -1;
    if (!sk_io_size_args("readline", args, nargs, &limit)) return SK_EMPTY;
    SK_AUTO SkValue peek = sk_getattr_opt(self, SK_ION(peek));
    if (sk_is_empty(peek) && sk_error_occurred()) return SK_EMPTY;
    SkStrBuf line;
    sk_strbuf_init(&line);
    bool ok = true;
    while (ok && (limit < 0 || line.len < (size_t)limit)) {
        size_t n = sk_is_empty(peek) ? 1 : read_ahead(self, peek, limit < 0 ? -1 : limit - (int64_t)line.len);
        if (!n) {
            ok = false;
            break;
        }
        SK_AUTO SkValue b = sk_io_call1(self, SK_ION(read), sk_from_small_int((int64_t)n));
        if (sk_is_empty(b)) {
            ok = sk_io_interrupted();
            continue;
        }
        if (!sk_is_bytes(b)) {
            sk_raise(sk_exc_OSError, "read() should have returned a bytes object, not '%.200T'", b);
            ok = false;
            break;
        }
        size_t got = sk_as_bytes(b)->length;
        if (!got) break;
        if (!sk_strbuf_append(&line, sk_as_bytes(b)->data, got)) {
            sk_raise_memory();
            ok = false;
        }
        if (sk_as_bytes(b)->data[got - 1] == '\n') break;
    }
    SkValue out = ok ? sk_bytes_from(line.data, line.len) : SK_EMPTY;
    sk_strbuf_free(&line);
    return out;
}

static SkValue base_readlines(SkValue self, const SkValue *args, size_t nargs) {
    int64_t hint = -1, total = 0;
    if (!sk_io_size_args("readlines", args, nargs, &hint)) return SK_EMPTY;
    if (hint <= 0) return sk_to_list(self);
    SK_AUTO SkValue lines = sk_list_new(0);
    SK_AUTO SkValue it = sk_is_empty(lines) ? SK_EMPTY : sk_iter(self);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue line = sk_own(sk_next(it));
        if (sk_is_empty(line)) return sk_error_occurred() ? SK_EMPTY : sk_move(&lines);
        int64_t n = sk_len(line);
        if (n < 0 || !sk_list_append(lines, line)) return SK_EMPTY;
        if (n > hint - total) return sk_move(&lines);
        total += n;
    }
}

static SkValue base_writelines(SkValue self, SkValue lines) {
    if (!sk_io_check_closed(self)) return SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(lines);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue line = sk_own(sk_next(it));
        if (sk_is_empty(line)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
        for (;;) {
            SkValue r = sk_io_call1(self, SK_ION(write), line);
            if (!sk_is_empty(r)) {
                sk_release(r);
                break;
            }
            if (!sk_io_interrupted()) return SK_EMPTY;
        }
    }
}

static const SkMethodDef base_methods[] = {
    {"seek", SK_SIG, .sig_fn = base_seek, .sig = "(offset, whence=os.SEEK_SET, /)", .doc = "Moves to a position of the stream."},
    {"tell", SK_NOARGS, .noargs = base_tell, .sig = "()", .doc = "The position in the stream."},
    {"truncate", SK_FAST, .fast = base_truncate, .sig = "(size=None, /)", .doc = "Cuts or extends the stream to a size."},
    {"flush", SK_NOARGS, .noargs = base_flush, .sig = "()", .doc = "Writes out what is buffered."},
    {"close", SK_NOARGS, .noargs = base_close, .sig = "()", .doc = "Flushes and closes the stream."},
    {"seekable", SK_NOARGS, .noargs = base_no, .sig = "()", .doc = "Whether seek() works."},
    {"readable", SK_NOARGS, .noargs = base_no, .sig = "()", .doc = "Whether it can be read."},
    {"writable", SK_NOARGS, .noargs = base_no, .sig = "()", .doc = "Whether it can be written."},
    {"_checkClosed", SK_FAST, .fast = base_check_closed, .sig = "()", .doc = NULL},
    {"_checkSeekable", SK_FAST, .fast = base_check_seekable, .sig = "()", .doc = NULL},
    {"_checkReadable", SK_FAST, .fast = base_check_readable, .sig = "()", .doc = NULL},
    {"_checkWritable", SK_FAST, .fast = base_check_writable, .sig = "()", .doc = NULL},
    {"fileno", SK_NOARGS, .noargs = base_fileno, .sig = "()", .doc = "The file descriptor, if there is one."},
    {"isatty", SK_NOARGS, .noargs = base_isatty, .sig = "()", .doc = "Whether it is a terminal."},
    {"__enter__", SK_NOARGS, .noargs = base_enter, .sig = "()", .doc = NULL},
    {"__exit__", SK_FAST, .fast = base_exit, .sig = "(*args)", .doc = NULL},
    {"readline", SK_FAST, .fast = base_readline, .sig = "(size=-1, /)", .doc = "One line, at most size bytes."},
    {"readlines", SK_FAST, .fast = base_readlines, .sig = "(hint=-1, /)", .doc = "A list of lines; stops when their sizes pass hint."},
    {"writelines", SK_ONEARG, .onearg = base_writelines, .sig = "(lines, /)", .doc = "Writes each of the lines; no line ends are added."},
    {0},
};
static const SkGetSetDef base_getset[] = {
    {"__dict__", sk_get_dict_attr, NULL, NULL, NULL},
    {"closed", base_get_closed, NULL, NULL, NULL},
    {0},
};

SkType sk_io_iobase_type = {
    SK_TYPE_HEAD(0, sizeof(SkIoBase), sk_io_base_trace, sk_io_base_clear, sk_io_base_destroy),
    .head.finalize = sk_io_finalize,
    .name = "_io._IOBase",
    .doc = "The abstract base class of all streams.",
    .flags = SK_TF_BASE | SK_TF_HAS_DICT | SK_TF_WEAKREF | SK_TF_HAS_FINALIZER,
    .shape_offset = offsetof(SkIoBase, attributes),
    .new_ = sk_io_new,
    .iter = base_iter,
    .iternext = base_next,
    .methods = base_methods,
    .getset = base_getset,
};

// ---- _RawIOBase ------------------------------------------------------------------------------------------------------------------

static SkValue raw_read(SkValue self, const SkValue *args, size_t nargs) {
    int64_t n = -1;
    if (!sk_check_nargs("read", nargs, 0, 1)) return SK_EMPTY;
    if (nargs && !sk_index_as_int64(args[0], &n, sk_exc_OverflowError)) return SK_EMPTY;
    if (n < 0) return sk_call_method(self, SK_ION(readall), NULL, 0);
    SK_AUTO SkValue zeros = sk_from_small_int(n);
    SK_AUTO SkValue room = sk_call1(sk_type_value(&sk_bytearray_type), zeros);
    if (sk_is_empty(room)) return SK_EMPTY;
    SkValue r = sk_io_call1(self, SK_ION(readinto), room);
    if (sk_is_empty(r) || sk_is_none(r)) return r;
    int64_t got;
    bool ok = sk_index_as_int64(r, &got, sk_exc_ValueError);
    sk_release(r);
    if (!ok) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(room, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (got < 0 || got > view.length)
        return sk_raise(sk_exc_ValueError, "readinto returned %lld outside buffer size %lld", (long long)got, (long long)view.length);
    return sk_bytes_from(view.data, (size_t)got);
}

static SkValue raw_readall(SkValue self) {
    SkStrBuf all;
    sk_strbuf_init(&all);
    SkValue out = SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue b = sk_io_call1(self, SK_ION(read), sk_from_small_int(SK_IO_BUFFER_SIZE));
        if (sk_is_empty(b)) {
            if (sk_io_interrupted()) continue;
            break;
        }
        if (sk_is_none(b) && !all.len) {
            out = SK_NONE;
            break;
        }
        if (!sk_is_none(b) && !sk_is_bytes(b)) {
            sk_raise(sk_exc_TypeError, "read() should return bytes");
            break;
        }
        if (sk_is_none(b) || !sk_as_bytes(b)->length) {
            out = sk_bytes_from(all.data, all.len);
            break;
        }
        if (!sk_strbuf_append(&all, sk_as_bytes(b)->data, sk_as_bytes(b)->length)) {
            sk_raise_memory();
            break;
        }
    }
    sk_strbuf_free(&all);
    return out;
}
static SkValue not_implemented(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) {
    return sk_raise_object(sk_type_value(sk_exc_NotImplementedError));
}

static const SkMethodDef raw_methods[] = {
    {"read", SK_FAST, .fast = raw_read, .sig = "(size=-1, /)", .doc = "Up to size bytes, with one system call."},
    {"readall", SK_NOARGS, .noargs = raw_readall, .sig = "()", .doc = "Everything until the end."},
    {"readinto", SK_FAST, .fast = not_implemented, .sig = "(buffer, /)", .doc = "Reads into a writable buffer."},
    {"write", SK_FAST, .fast = not_implemented, .sig = "(b, /)", .doc = "Writes a buffer; the number of bytes written."},
    {0},
};
SkType sk_io_rawiobase_type = {
    SK_TYPE_HEAD(0, sizeof(SkIoBase), sk_io_base_trace, sk_io_base_clear, sk_io_base_destroy),
    .name = "_io._RawIOBase",
    .doc = "Base class of unbuffered binary streams.",
    .flags = SK_TF_BASE,
    .base = &sk_io_iobase_type,
    .methods = raw_methods,
};

// ---- _BufferedIOBase ---------------------------------------------------------------------------------------------------------------

static SkValue buffered_readinto_by(SkValue self, SkValue arg, SkValue method, const char *argument) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_io_writable(arg, &view, argument)) return SK_EMPTY;
    SK_AUTO SkValue b = sk_io_call1(self, method, sk_from_small_int(view.length));
    if (sk_is_empty(b)) return SK_EMPTY;
    if (!sk_is_bytes(b)) return sk_raise(sk_exc_TypeError, "read() should return bytes");
    size_t n = sk_as_bytes(b)->length;
    if ((int64_t)n > view.length)
        return sk_raise(sk_exc_ValueError, "read() returned too much data: %lld bytes requested, %zu returned", (long long)view.length, n);
    memcpy(view.data, sk_as_bytes(b)->data, n);
    return sk_from_small_int((int64_t)n);
}
static SkValue buffered_readinto(SkValue self, SkValue arg) { return buffered_readinto_by(self, arg, SK_ION(read), "readinto() argument"); }
static SkValue buffered_readinto1(SkValue self, SkValue arg) { return buffered_readinto_by(self, arg, SK_ION(read1), "readinto1() argument"); }
static SkValue no_detach(SkValue self SK_UNUSED) { return sk_io_raise_unsupported("detach"); }
static SkValue no_read(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) { return sk_io_raise_unsupported("read"); }
static SkValue no_read1(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) { return sk_io_raise_unsupported("read1"); }
static SkValue no_readline(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED, size_t n SK_UNUSED) { return sk_io_raise_unsupported("readline"); }
static SkValue no_write(SkValue self SK_UNUSED, SkValue arg SK_UNUSED) { return sk_io_raise_unsupported("write"); }

static const SkMethodDef buffered_methods[] = {
    {"detach", SK_NOARGS, .noargs = no_detach, .sig = "()", .doc = "Gives up the underlying raw stream."},
    {"read", SK_FAST, .fast = no_read, .sig = "(size=-1, /)", .doc = "Up to size bytes; all if size is omitted or negative."},
    {"read1", SK_FAST, .fast = no_read1, .sig = "(size=-1, /)", .doc = "Up to size bytes, with one read of the raw stream at most."},
    {"readinto", SK_ONEARG, .onearg = buffered_readinto, .sig = "(buffer, /)", .doc = "Reads into a writable buffer."},
    {"readinto1", SK_ONEARG, .onearg = buffered_readinto1, .sig = "(buffer, /)", .doc = "The same with one read of the raw stream at most."},
    {"write", SK_ONEARG, .onearg = no_write, .sig = "(b, /)", .doc = "Writes a buffer; the number of its bytes."},
    {0},
};
SkType sk_io_bufferediobase_type = {
    SK_TYPE_HEAD(0, sizeof(SkIoBase), sk_io_base_trace, sk_io_base_clear, sk_io_base_destroy),
    .name = "_io._BufferedIOBase",
    .doc = "Base class of buffered binary streams.",
    .flags = SK_TF_BASE,
    .base = &sk_io_iobase_type,
    .methods = buffered_methods,
};

// ---- _TextIOBase ---------------------------------------------------------------------------------------------------------------------

static SkValue text_none(SkValue self SK_UNUSED, void *closure SK_UNUSED) { return SK_NONE; }
static const SkMethodDef text_methods[] = {
    {"detach", SK_NOARGS, .noargs = no_detach, .sig = "()", .doc = "Gives up the underlying buffer."},
    {"read", SK_FAST, .fast = no_read, .sig = "(size=-1, /)", .doc = "Up to size characters; all if size is negative."},
    {"readline", SK_FAST, .fast = no_readline, .sig = "(size=-1, /)", .doc = "One line."},
    {"write", SK_ONEARG, .onearg = no_write, .sig = "(s, /)", .doc = "Writes a str; the number of its characters."},
    {0},
};
static const SkGetSetDef text_getset[] = {
    {"encoding", text_none, NULL, "The name of the encoding.", NULL},
    {"newlines", text_none, NULL, "The line ends seen so far.", NULL},
    {"errors", text_none, NULL, "The error handler.", NULL},
    {0},
};
SkType sk_io_textiobase_type = {
    SK_TYPE_HEAD(0, sizeof(SkIoBase), sk_io_base_trace, sk_io_base_clear, sk_io_base_destroy),
    .name = "_io._TextIOBase",
    .doc = "Base class of text streams.",
    .flags = SK_TF_BASE,
    .base = &sk_io_iobase_type,
    .methods = text_methods,
    .getset = text_getset,
};
