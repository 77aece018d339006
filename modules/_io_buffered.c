// Buffered streams: construction, positions, writing, closing; the three types.
#include <unistd.h>

#include "modules/_io_buffered.h"
#include "base/racy.h"
#include "objects/exception.h"
#include "objects/native.h"

enum { FAILED = -1, BLOCKED = -2 };

// ---- state -------------------------------------------------------------------------------------------------------------------

bool sk_buffered_initialized(SkBuffered *b) {
    if (sk_likely(sk_load_relaxed(&b->ready))) return true;
    return sk_raise_false(sk_exc_ValueError, sk_load_relaxed(&b->detached) ? "raw stream has been detached"
                                                                           : "I/O operation on uninitialized object");
}

static bool enter(SkBuffered *b) {
    if (sk_unlikely(sk_io_lock_mine(&b->lock)))
        return sk_raise_false(sk_exc_RuntimeError, "reentrant call inside %R", sk_counted(b));
    sk_io_lock(&b->lock);
    return true;
}

static int closed_locked(SkBuffered *b) {
    if (!b->buf) return 1;
    if (b->file) return sk_load_relaxed(&b->file->fd) < 0;
    return sk_io_closed(sk_slot_peek(&b->raw));
}

bool sk_buffered_begin(SkBuffered *b, const char *closed) {
    if (!sk_buffered_initialized(b) || !enter(b)) return false;
    if (sk_buffered_initialized(b)) {
        int c = closed ? closed_locked(b) : 0;
        if (c == 0) return true;
        if (c > 0) sk_raise(sk_exc_ValueError, "%s", closed);
    }
    sk_io_unlock(&b->lock);
    return false;
}

// The raw stream, counted; SK_EMPTY with an exception if there is none.
static SkValue raw_of(SkBuffered *b) {
    if (!sk_buffered_initialized(b)) return SK_EMPTY;
    SkValue raw = sk_slot_get(&b->base.header, &b->raw);
    return sk_is_empty(raw) ? sk_raise(sk_exc_ValueError, "raw stream has been detached") : raw;
}

static SkValue forward(SkValue self, SkValue method) {
    SK_AUTO SkValue raw = raw_of(sk_as_buffered(self));
    return sk_is_empty(raw) ? SK_EMPTY : sk_io_call(raw, method);
}

static SkValue position(SkBuffered *b, SkValue v) {
    int64_t n;
    if (sk_is_empty(v)) return v;
    if (!sk_io_offset(v, &n)) {
        sk_release(v);
        b->raw_pos = -1;
        return SK_EMPTY;
    }
    if (n < 0) {
        sk_release(v);
        return sk_raise(sk_exc_OSError, "Raw stream returned invalid position %lld", (long long)n);
    }
    b->raw_pos = n;
    return v;
}

static bool raw_tell(SkBuffered *b) {
    SkValue raw = sk_slot_peek(&b->raw);
    SkValue v = position(b, b->file && sk_load_relaxed(&b->file->fd) >= 0 ? sk_io_file_seek(b->file, 0, SEEK_CUR) : sk_io_call(raw, SK_ION(tell)));
    sk_release(v);
    return !sk_is_empty(v);
}

SkValue sk_buffered_raw_seek_locked(SkBuffered *b, int64_t to, int whence) {
    if (b->file && sk_load_relaxed(&b->file->fd) >= 0) return position(b, sk_io_file_seek(b->file, to, whence));
    SK_AUTO SkValue offset = sk_int_from_int64(to);
    SkValue args[2] = {offset, sk_from_small_int(whence)};
    return position(b, sk_own(sk_call_method(sk_slot_peek(&b->raw), SK_ION(seek), args, 2)));
}

bool sk_buffered_rewind_locked(SkBuffered *b) {
    if (b->end > b->pos) {
        SkValue r = sk_buffered_raw_seek_locked(b, -(int64_t)(b->end - b->pos), SEEK_CUR);
        sk_release(r);
        if (sk_is_empty(r)) return false;
    }
    b->pos = b->end = 0;
    return true;
}

// ---- writing -------------------------------------------------------------------------------------------------------------------

static bool would_block(size_t written) {
    SkValue args[3] = {sk_from_small_int(EAGAIN), sk_str_from("write could not complete without blocking"),
                       sk_from_small_int((int64_t)written)};
    SkValue e = sk_is_empty(args[1]) ? SK_EMPTY : sk_exception_new(sk_exc_BlockingIOError, args, 3);
    sk_release(args[1]);
    if (!sk_is_empty(e)) sk_raise_object(e);
    sk_release(e);
    return false;
}

static int64_t raw_write(SkBuffered *b, const char *data, size_t n) {
    SK_AUTO SkValue r = SK_EMPTY;
    if (b->file) {
        r = sk_io_file_write(b->file, data, n);
    } else {
        SK_AUTO SkValue bytes = sk_bytes_from(data, n);
        SK_AUTO SkValue view = sk_is_empty(bytes) ? SK_EMPTY : sk_call1(sk_type_value(&sk_memoryview_type), bytes);
        if (sk_is_empty(view)) return FAILED;
        do r = sk_io_call1(sk_slot_peek(&b->raw), SK_ION(write), view);
        while (sk_is_empty(r) && sk_io_interrupted());
    }
    int64_t done;
    if (sk_is_empty(r)) return FAILED;
    if (sk_is_none(r)) return BLOCKED;
    if (!sk_index_as_int64(r, &done, sk_exc_ValueError)) return FAILED;
    if (done < 0 || done > (int64_t)n) {
        sk_raise(sk_exc_OSError, "raw write() returned invalid length %lld (should have been between 0 and %lld)",
                 (long long)done, (long long)n);
        return FAILED;
    }
    if (done > 0 && b->raw_pos >= 0) b->raw_pos += done;
    return done;
}

bool sk_buffered_flush_locked(SkBuffered *b) {
    while (b->wpos < b->wend) {
        int64_t n = raw_write(b, b->buf + b->wpos, b->wend - b->wpos);
        if (n == FAILED) return false;
        if (n == BLOCKED) return would_block(0);
        b->wpos += (size_t)n;
        // A partial write may mean that a signal has come.
        if (b->wpos < b->wend && !sk_safepoint_poll()) return false;
        if (!b->buf) break;
    }
    b->wpos = b->wend = 0;
    return true;
}

static bool put_locked(SkBuffered *b, const char *data, size_t n) {
    if (b->end > b->pos || b->pos) {
        if (!sk_buffered_rewind_locked(b)) return false;
    }
    if (sk_likely(n <= b->size - b->wend)) {
        sk_racy_copy(b->buf + b->wend, data, n);
        b->wend += n;
        return true;
    }
    size_t done = 0;
    if (!sk_buffered_flush_locked(b)) {
        if (!sk_error_matches(sk_exc_BlockingIOError)) return false;
        memmove(b->buf, b->buf + b->wpos, b->wend - b->wpos);
        b->wend -= b->wpos;
        b->wpos = 0;
        size_t room = b->size - b->wend;
        bool all = n <= room;
        if (all) room = n;
        sk_racy_copy(b->buf + b->wend, data, room);
        b->wend += room;
        if (all) {
            sk_error_clear();
            return true;
        }
        return would_block(room);
    }
    while (n - done > b->size) {
        int64_t r = raw_write(b, data + done, n - done);
        if (r == FAILED) return false;
        if (r == BLOCKED) {
            sk_racy_copy(b->buf, data + done, b->size);
            b->wend = b->size;
            return would_block(done + b->size);
        }
        done += (size_t)r;
        if (done < n && !sk_safepoint_poll()) return false;
    }
    sk_racy_copy(b->buf, data + done, n - done);
    b->wpos = 0;
    b->wend = n - done;
    return true;
}

bool sk_io_buffered_put(SkValue self, const char *data, size_t n) {
    SkBuffered *b = sk_as_buffered(self);
    if (!sk_buffered_begin(b, "write to closed file")) return false;
    bool ok = put_locked(b, data, n);
    sk_io_unlock(&b->lock);
    return ok;
}

static SkValue buffered_write(SkValue self, SkValue arg) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffered_initialized(sk_as_buffered(self)) || !sk_buffer_get(arg, &view, SK_BUF_C_CONTIGUOUS)) return SK_EMPTY;
    return sk_io_buffered_put(self, view.data, (size_t)view.length) ? sk_from_small_int(view.length) : SK_EMPTY;
}

static SkValue buffered_flush(SkValue self) {
    SkBuffered *b = sk_as_buffered(self);
    if (!sk_buffered_begin(b, "flush of closed file")) return SK_EMPTY;
    bool ok = sk_buffered_flush_locked(b) && (!b->readable || sk_buffered_rewind_locked(b));
    sk_io_unlock(&b->lock);
    return ok ? SK_NONE : SK_EMPTY;
}
static SkValue reader_flush(SkValue self) { return forward(self, SK_ION(flush)); }

// ---- positions -------------------------------------------------------------------------------------------------------------------

static SkValue buffered_tell(SkValue self) {
    SkBuffered *b = sk_as_buffered(self);
    if (!sk_buffered_begin(b, NULL)) return SK_EMPTY;
    SkValue out = SK_EMPTY;
    if (raw_tell(b)) {
        int64_t at = b->raw_pos - (int64_t)(b->end - b->pos) + (int64_t)(b->wend - b->wpos);
        out = sk_int_from_int64(at < 0 ? 0 : at);
    }
    sk_io_unlock(&b->lock);
    return out;
}

static bool check_seekable(SkBuffered *b) {
    if (b->file && sk_load_relaxed(&b->file->seekable) > 0) return true;
    SK_AUTO SkValue raw = sk_slot_get(&b->base.header, &b->raw);
    SkValue r = sk_is_empty(raw) ? SK_EMPTY : sk_io_call(raw, SK_ION(seekable));
    if (sk_is_empty(r)) return false;
    sk_release(r);
    if (sk_is_true(r)) return true;
    sk_io_raise_unsupported("File or stream is not seekable.");
    return false;
}

static SkValue seek_locked(SkBuffered *b, int64_t to, int whence) {
    if (whence != SEEK_END && b->readable && b->wpos == b->wend && (whence == SEEK_SET || whence == SEEK_CUR)) {
        // Within what was read ahead only the place in the buffer changes.
        if (b->raw_pos < 0 && !raw_tell(b)) return SK_EMPTY;
        int64_t ahead = (int64_t)(b->end - b->pos), current = b->raw_pos - ahead;
        int64_t by = whence == SEEK_SET ? to - current : to;
        if (ahead > 0 && by >= -(int64_t)b->pos && by <= ahead) {
            b->pos = (size_t)((int64_t)b->pos + by);
            return sk_int_from_int64(current + by >= 0 ? current + by : 0);
        }
    }
    if (b->writable && !sk_buffered_flush_locked(b)) return SK_EMPTY;
    if (whence == SEEK_CUR) to -= (int64_t)(b->end - b->pos);
    SkValue r = sk_buffered_raw_seek_locked(b, to, whence);
    if (!sk_is_empty(r)) b->pos = b->end = 0;
    return r;
}

static SkValue buffered_seek(SkValue self, const SkValue *args, size_t nargs) {
    SkBuffered *b = sk_as_buffered(self);
    int whence = 0;
    int64_t to;
    if (!sk_check_nargs("seek", nargs, 1, 2) || (nargs > 1 && !sk_as_int(args[1], &whence))) return SK_EMPTY;
    if (!sk_buffered_initialized(b)) return SK_EMPTY;
    if (whence < 0 || whence > SEEK_HOLE) return sk_raise(sk_exc_ValueError, "whence value %d unsupported", whence);
    if (!sk_buffered_begin(b, "seek of closed file")) return SK_EMPTY;
    SkValue r = check_seekable(b) && sk_io_offset(args[0], &to) ? seek_locked(b, to, whence) : SK_EMPTY;
    sk_io_unlock(&b->lock);
    return r;
}

static SkValue buffered_truncate(SkValue self, const SkValue *args, size_t nargs) {
    SkBuffered *b = sk_as_buffered(self);
    if (!sk_check_nargs("truncate", nargs, 0, 1)) return SK_EMPTY;
    if (!sk_buffered_begin(b, "truncate of closed file")) return SK_EMPTY;
    SkValue r = SK_EMPTY;
    if (!b->writable) {
        sk_io_raise_unsupported("truncate");
    } else if (sk_buffered_flush_locked(b) && sk_buffered_rewind_locked(b)) {
        SkValue size = nargs ? args[0] : SK_NONE;
        r = sk_io_call1(sk_slot_peek(&b->raw), SK_ION(truncate), size);
        if (!sk_is_empty(r) && !raw_tell(b)) sk_error_clear();
    }
    sk_io_unlock(&b->lock);
    return r;
}

// ---- the end --------------------------------------------------------------------------------------------------------------------

static SkValue warn(SkValue self, SkValue source) {
    SkBuffered *b = sk_as_buffered(self);
    SK_AUTO SkValue raw = sk_load_relaxed(&b->ready) ? sk_slot_get(&b->base.header, &b->raw) : SK_EMPTY;
    if (sk_is_empty(raw)) return SK_NONE;
    SkValue r = sk_io_call1(raw, SK_ION(_dealloc_warn), source);
    if (sk_is_empty(r)) sk_error_clear();
    sk_release(r);
    return SK_NONE;
}

static SkValue buffered_close(SkValue self) {
    SkBuffered *b = sk_as_buffered(self);
    if (!sk_buffered_begin(b, NULL)) return SK_EMPTY;
    int closed = closed_locked(b);
    SK_AUTO SkValue raw = sk_slot_get(&b->base.header, &b->raw);
    sk_io_unlock(&b->lock);
    if (closed) return closed > 0 ? SK_NONE : SK_EMPTY;
    if (sk_load_relaxed(&b->finalizing)) warn(self, self);
    SkValue r = sk_io_call(self, SK_ION(flush));
    SkValue first = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    sk_release(r);
    bool ok = sk_is_empty(first);
    if (!enter(b)) {
        sk_io_chain(first);
        return SK_EMPTY;
    }
    r = sk_io_call(raw, SK_ION(close));
    ok &= !sk_is_empty(r);
    if (b->buf) {
        sk_free(b->buf);
        b->buf = NULL;
        b->pos = b->end = b->wpos = b->wend = 0;
    }
    sk_io_unlock(&b->lock);
    sk_io_chain(first);
    if (ok) return r;
    sk_release(r);
    return SK_EMPTY;
}

static SkValue buffered_detach(SkValue self) {
    SkBuffered *b = sk_as_buffered(self);
    if (!sk_buffered_initialized(b)) return SK_EMPTY;
    SkValue r = sk_io_call(self, SK_ION(flush));
    if (sk_is_empty(r)) return SK_EMPTY;
    sk_release(r);
    if (!enter(b)) return SK_EMPTY;
    SkValue raw = SK_EMPTY;
    if (sk_buffered_initialized(b)) {
        raw = sk_slot_swap(&b->base.header, &b->raw, SK_EMPTY);
        b->file = NULL;
        sk_store_relaxed(&b->detached, 1);
        sk_store_relaxed(&b->ready, 0);
    }
    sk_io_unlock(&b->lock);
    return raw;
}

static void trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((SkBuffered *)o)->raw, visit, arg);
}
static void clear(SkObject *o) {
    SkBuffered *b = (SkBuffered *)o;
    sk_store_relaxed(&b->ready, 0);
    b->file = NULL;
    sk_instance_clear(o);
    sk_slot_set(o, &b->raw, SK_EMPTY);
}
static void destroy(SkObject *o) {
    SkBuffered *b = (SkBuffered *)o;
    sk_slot_destroy(o, &b->raw);
    sk_free(b->buf);
    b->buf = NULL;
    sk_instance_free(o, 0);
}

// ---- the beginning -----------------------------------------------------------------------------------------------------------------

static bool check(SkValue raw, SkValue method, const char *message) {
    SkValue r = sk_io_call(raw, method);
    sk_release(r);
    if (sk_is_empty(r)) return false;
    if (sk_is_true(r)) return true;
    sk_io_raise_unsupported(message);
    return false;
}

static bool init(SkValue self, const char *name, _Atomic(SkSig *) *sig, const SkValue *args, size_t nargs, SkValue kwnames,
                 bool readable, bool writable) {
    SkBuffered *b = sk_as_buffered(self);
    SkValue a[2];
    if (!sk_bind(name, "(raw, buffer_size=DEFAULT_BUFFER_SIZE)", sig, args, nargs, kwnames, a)) return false;
    int64_t size = SK_IO_BUFFER_SIZE;
    if (!sk_is_empty(a[1]) && !sk_index_as_int64(a[1], &size, sk_exc_OverflowError)) return false;
    sk_store_relaxed(&b->ready, 0);
    sk_store_relaxed(&b->detached, 0);
    if (readable && writable && !check(a[0], SK_ION(seekable), "File or stream is not seekable.")) return false;
    if (readable && !check(a[0], SK_ION(readable), "File or stream is not readable.")) return false;
    if (writable && !check(a[0], SK_ION(writable), "File or stream is not writable.")) return false;
    if (size <= 0) return sk_raise_false(sk_exc_ValueError, "buffer size must be strictly positive");
    char *buf = sk_malloc((size_t)size);
    if (!buf) return sk_raise_memory(), false;
    if (!enter(b)) {
        sk_free(buf);
        return false;
    }
    sk_free(b->buf);
    b->buf = buf;
    b->size = (size_t)size;
    b->pos = b->end = b->wpos = b->wend = 0;
    b->raw_pos = -1;
    b->readable = readable;
    b->writable = writable;
    b->file = sk_type_of(a[0]) == &sk_io_fileio_type ? (SkFileIO *)sk_ptr(a[0]) : NULL;
    sk_slot_set(&b->base.header, &b->raw, sk_retain(a[0]));
    if (!raw_tell(b)) sk_error_clear();
    sk_store_relaxed(&b->ready, 1);
    sk_io_unlock(&b->lock);
    return true;
}

static bool reader_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    return init(self, "BufferedReader", &sig, args, nargs, kwnames, true, false);
}
static bool writer_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    return init(self, "BufferedWriter", &sig, args, nargs, kwnames, false, true);
}
static bool random_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    return init(self, "BufferedRandom", &sig, args, nargs, kwnames, true, true);
}

// ---- small methods -----------------------------------------------------------------------------------------------------------------

static SkValue buffered_seekable(SkValue self) { return forward(self, SK_ION(seekable)); }
static SkValue buffered_readable(SkValue self) { return forward(self, SK_ION(readable)); }
static SkValue buffered_writable(SkValue self) { return forward(self, SK_ION(writable)); }
static SkValue buffered_fileno(SkValue self) { return forward(self, SK_ION(fileno)); }
static SkValue buffered_isatty(SkValue self) { return forward(self, SK_ION(isatty)); }
static SkValue cannot_pickle(SkValue self) { return sk_io_cannot_pickle(self); }
static SkValue cannot_pickle1(SkValue self, SkValue protocol SK_UNUSED) { return cannot_pickle(self); }
static SkValue size_of(SkValue self) {
    SkBuffered *b = sk_as_buffered(self);
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + (b->buf ? b->size : 0)));
}
static SkValue attribute(SkValue self, SkValue name) {
    SK_AUTO SkValue raw = raw_of(sk_as_buffered(self));
    return sk_is_empty(raw) ? SK_EMPTY : sk_getattr(raw, name);
}
static SkValue get_closed(SkValue self, void *c SK_UNUSED) {
    return attribute(self, SK_ION(closed));
}
static SkValue get_name(SkValue self, void *c SK_UNUSED) { return attribute(self, SK_ION(name)); }
static SkValue get_mode(SkValue self, void *c SK_UNUSED) { return attribute(self, SK_ION(mode)); }
static SkValue get_raw(SkValue self, void *c SK_UNUSED) {
    SkBuffered *b = sk_as_buffered(self);
    SkValue raw = sk_slot_load(&b->base.header, &b->raw);
    return sk_is_empty(raw) ? SK_NONE : raw;
}
static SkValue get_finalizing(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_buffered(self)->finalizing)); }
static bool set_finalizing(SkValue self, SkValue v, void *c SK_UNUSED) {
    sk_store_relaxed(&sk_as_buffered(self)->finalizing, sk_is_true(v));
    return true;
}

static SkValue repr(SkValue self) {
    SK_AUTO SkValue name = sk_io_repr_name(self);
    const char *type = sk_type_of(self)->name;
    if (sk_is_empty(name)) return sk_error_occurred() ? SK_EMPTY : sk_str_format("<%s>", type);
    if (!sk_enter_recursion(" while getting the repr of an object")) return SK_EMPTY;
    SkValue r = sk_str_format("<%s name=%R>", type, name);
    sk_leave_recursion();
    return r;
}

#define COMMON                                                                                                          \
    {"detach", SK_NOARGS, .noargs = buffered_detach, .sig = "()", .doc = "Gives up the raw stream."},                   \
    {"close", SK_NOARGS, .noargs = buffered_close, .sig = "()", .doc = "Flushes and closes the stream."},               \
    {"seekable", SK_NOARGS, .noargs = buffered_seekable, .sig = "()", .doc = "Whether seek() works."},                  \
    {"fileno", SK_NOARGS, .noargs = buffered_fileno, .sig = "()", .doc = "The file descriptor."},                       \
    {"isatty", SK_NOARGS, .noargs = buffered_isatty, .sig = "()", .doc = "Whether it is a terminal."},                  \
    {"_dealloc_warn", SK_ONEARG, .onearg = warn, .sig = "(source, /)", .doc = NULL},                                    \
    {"seek", SK_FAST, .fast = buffered_seek, .sig = "(target, whence=0, /)", .doc = "Moves to a position."},            \
    {"tell", SK_NOARGS, .noargs = buffered_tell, .sig = "()", .doc = "The position."},                                  \
    {"truncate", SK_FAST, .fast = buffered_truncate, .sig = "(pos=None, /)", .doc = "Cuts or extends the file."},       \
    {"__sizeof__", SK_NOARGS, .noargs = size_of, .sig = "()", .doc = NULL},                                             \
    {"__reduce__", SK_NOARGS, .noargs = cannot_pickle, .sig = "()", .doc = NULL},                                       \
    {"__reduce_ex__", SK_ONEARG, .onearg = cannot_pickle1, .sig = "(object, /)", .doc = NULL}
#define READING                                                                                                         \
    {"readable", SK_NOARGS, .noargs = buffered_readable, .sig = "()", .doc = "Whether it can be read."},                \
    {"read", SK_FAST, .fast = sk_buffered_read, .sig = "(size=-1, /)", .doc = "Up to size bytes; all if negative."},    \
    {"peek", SK_FAST, .fast = sk_buffered_peek, .sig = "(size=0, /)", .doc = "What is buffered, without advancing."},   \
    {"read1", SK_FAST, .fast = sk_buffered_read1, .sig = "(size=-1, /)", .doc = "Up to size bytes with one raw read."}, \
    {"readinto", SK_ONEARG, .onearg = sk_buffered_readinto, .sig = "(buffer, /)", .doc = "Reads into a buffer."},       \
    {"readinto1", SK_ONEARG, .onearg = sk_buffered_readinto1, .sig = "(buffer, /)", .doc = "The same with one raw read."}, \
    {"readline", SK_FAST, .fast = sk_buffered_readline, .sig = "(size=-1, /)", .doc = "One line, at most size bytes."}
#define WRITING                                                                                                         \
    {"writable", SK_NOARGS, .noargs = buffered_writable, .sig = "()", .doc = "Whether it can be written."},             \
    {"write", SK_ONEARG, .onearg = buffered_write, .sig = "(buffer, /)", .doc = "Writes bytes; their number."},         \
    {"flush", SK_NOARGS, .noargs = buffered_flush, .sig = "()", .doc = "Hands what is buffered to the raw stream."}

static const SkMethodDef reader_methods[] = {
    COMMON, READING, {"flush", SK_NOARGS, .noargs = reader_flush, .sig = "()", .doc = "Flushes the raw stream."}, {0}};
static const SkMethodDef writer_methods[] = {COMMON, WRITING, {0}};
static const SkMethodDef random_methods[] = {COMMON, READING, WRITING, {0}};

static const SkGetSetDef getset[] = {
    {"raw", get_raw, sk_readonly_member, NULL, NULL},
    {"_finalizing", get_finalizing, set_finalizing, NULL, NULL},
    {"closed", get_closed, NULL, NULL, NULL},
    {"name", get_name, NULL, NULL, NULL},
    {"mode", get_mode, NULL, NULL, NULL},
    {0},
};

#define BUFFERED_TYPE(name_, doc_, methods_, init_, ...)                                                                \
    {                                                                                                                   \
        SK_TYPE_HEAD(0, sizeof(SkBuffered), trace, clear, destroy),                                                     \
        .name = "_io." name_, .doc = name_ "(raw, buffer_size=DEFAULT_BUFFER_SIZE)\n--\n\n" doc_, .flags = SK_TF_BASE,  \
        .base = &sk_io_bufferediobase_type, .new_ = sk_io_new, .init = init_, .repr = repr, .methods = methods_,        \
        .getset = getset, __VA_ARGS__                                                                                   \
    }
SkType sk_io_buffered_reader_type = BUFFERED_TYPE("BufferedReader", "A buffer in front of a readable raw stream.", reader_methods,
                                                  reader_init, .iternext = sk_buffered_next);
SkType sk_io_buffered_writer_type = BUFFERED_TYPE("BufferedWriter", "A buffer in front of a writable raw stream.", writer_methods,
                                                  writer_init, .item_size = 0);
SkType sk_io_buffered_random_type = BUFFERED_TYPE("BufferedRandom", "A buffer in front of a raw stream that can be read, written and sought.",
                                                  random_methods, random_init, .iternext = sk_buffered_next);
