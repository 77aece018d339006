// BytesIO. The content is in a block of its own, which does not move while buffers of it are exported. Everything is under
// the stream's lock.
#include "base/racy.h"
#include "modules/_io.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/tuple.h"

typedef struct {
    SkIoBase base;
    SkIoLock lock;
    _Atomic bool closed;
    char *data;
    size_t length, room;
    int64_t pos, exports;
} BytesIO;

typedef struct {
    SkObject header;
    SkSlot source;  // fixed
} BytesBuffer;

static BytesIO *as_bytesio(SkValue v) { return (BytesIO *)sk_ptr(v); }

static bool open_locked(BytesIO *b) {
    return !sk_load_relaxed(&b->closed) || sk_raise_false(sk_exc_ValueError, "I/O operation on closed file.");
}
static bool movable(BytesIO *b) {
    return b->exports == 0 || sk_raise_false(sk_exc_BufferError, "Existing exports of data: object cannot be re-sized");
}

static bool reserve(BytesIO *b, size_t n) {
    if (n <= b->room) return true;
    size_t room = n < 64 ? 64 : n + (n >> 3);
    char *data = sk_realloc(b->data, room);
    if (!data) return sk_raise_memory(), false;
    b->data = data;
    b->room = room;
    return true;
}

static bool put(BytesIO *b, const char *data, size_t n) {
    if (!n) return true;
    size_t at = (size_t)b->pos, end;
    if (__builtin_add_overflow(at, n, &end) || end > INT64_MAX) return sk_raise_memory(), false;
    if (!reserve(b, end)) return false;
    if (at > b->length) memset(b->data + b->length, 0, at - b->length);
    sk_racy_copy(b->data + at, data, n);
    b->pos = (int64_t)end;
    if (end > b->length) b->length = end;
    return true;
}

static SkValue bytesio_write(SkValue self, SkValue arg) {
    BytesIO *b = as_bytesio(self);
    if (sk_is_exact_bytes(arg)) {
        const SkBytes *bytes = sk_as_bytes(arg);
        SK_IO_SCOPED(&b->lock);
        if (!open_locked(b) || !movable(b) || !put(b, bytes->data, bytes->length)) return SK_EMPTY;
        return sk_from_small_int((int64_t)bytes->length);
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    {
        SK_IO_SCOPED(&b->lock);
        if (!open_locked(b) || !movable(b)) return SK_EMPTY;
    }
    if (!sk_buffer_get(arg, &view, SK_BUF_C_CONTIGUOUS)) return SK_EMPTY;
    SK_IO_SCOPED(&b->lock);
    if (!open_locked(b) || !movable(b) || !put(b, view.data, (size_t)view.length)) return SK_EMPTY;
    return sk_from_small_int(view.length);
}

static SkValue bytesio_writelines(SkValue self, SkValue lines) {
    BytesIO *b = as_bytesio(self);
    {
        SK_IO_SCOPED(&b->lock);
        if (!open_locked(b)) return SK_EMPTY;
    }
    SK_AUTO SkValue it = sk_iter(lines);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue line = sk_own(sk_next(it));
        if (sk_is_empty(line)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
        SkValue r = bytesio_write(self, line);
        if (sk_is_empty(r)) return SK_EMPTY;
    }
}

static size_t left(BytesIO *b) { return (size_t)b->pos < b->length ? b->length - (size_t)b->pos : 0; }

static SkValue take(BytesIO *b, size_t n) {
    const char *from = n ? b->data + b->pos : "";
    SkValue v = b->exports ? sk_bytes_from_racy(from, n) : sk_bytes_from(from, n);   // who has no view writes under the lock
    if (!sk_is_empty(v)) b->pos += (int64_t)n;
    return v;
}

static SkValue read_as(const char *name, SkValue self, const SkValue *args, size_t nargs) {
    BytesIO *b = as_bytesio(self);
    int64_t n = -1;
    if (!sk_io_size_args(name, args, nargs, &n)) return SK_EMPTY;
    SK_IO_SCOPED(&b->lock);
    if (!open_locked(b)) return SK_EMPTY;
    size_t have = left(b);
    return take(b, n < 0 || (size_t)n > have ? have : (size_t)n);
}
static SkValue bytesio_read(SkValue self, const SkValue *args, size_t nargs) { return read_as("read", self, args, nargs); }
static SkValue bytesio_read1(SkValue self, const SkValue *args, size_t nargs) { return read_as("read1", self, args, nargs); }

static SkValue line_locked(BytesIO *b, int64_t limit) {
    size_t n = left(b);
    if (limit >= 0 && (size_t)limit < n) n = (size_t)limit;
    size_t line = 0;
    const char *from = b->data + b->pos, *nl;
    if (b->exports)
        while (line < n && sk_racy_byte(from + line++) != '\n') continue;
    else line = n && (nl = memchr(from, '\n', n)) ? (size_t)(nl - from) + 1 : n;
    return take(b, line);
}

static SkValue bytesio_readline(SkValue self, const SkValue *args, size_t nargs) {
    BytesIO *b = as_bytesio(self);
    int64_t n = -1;
    if (!sk_io_size_args("readline", args, nargs, &n)) return SK_EMPTY;
    SK_IO_SCOPED(&b->lock);
    return open_locked(b) ? line_locked(b, n) : SK_EMPTY;
}

static SkValue bytesio_readlines(SkValue self, const SkValue *args, size_t nargs) {
    BytesIO *b = as_bytesio(self);
    int64_t hint = -1, total = 0;
    if (!sk_io_size_args("readlines", args, nargs, &hint)) return SK_EMPTY;
    SK_AUTO SkValue lines = sk_list_new(0);
    SK_IO_SCOPED(&b->lock);
    if (sk_is_empty(lines) || !open_locked(b)) return SK_EMPTY;
    while (left(b)) {
        SkValue line = line_locked(b, -1);
        if (sk_is_empty(line)) return SK_EMPTY;
        total += (int64_t)sk_as_bytes(line)->length;
        if (!sk_list_append_steal(lines, line)) return SK_EMPTY;
        if (hint > 0 && total >= hint) break;
    }
    return sk_move(&lines);
}

static SkValue bytesio_iter(SkValue self) { return sk_dup(self); }
static SkValue bytesio_next(SkValue self) {
    BytesIO *b = as_bytesio(self);
    SK_IO_SCOPED(&b->lock);
    if (!open_locked(b) || !left(b)) return SK_EMPTY;
    return line_locked(b, -1);
}

static SkValue bytesio_readinto(SkValue self, SkValue arg) {
    BytesIO *b = as_bytesio(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_io_writable(arg, &view, "readinto() argument")) return SK_EMPTY;
    SK_IO_SCOPED(&b->lock);
    if (!open_locked(b)) return SK_EMPTY;
    size_t n = left(b);
    if ((size_t)view.length < n) n = (size_t)view.length;
    if (n) sk_racy_copy(view.data, b->data + b->pos, n);
    b->pos += (int64_t)n;
    return sk_from_small_int((int64_t)n);
}

static SkValue bytesio_getvalue(SkValue self) {
    BytesIO *b = as_bytesio(self);
    SK_IO_SCOPED(&b->lock);
    return open_locked(b) ? sk_bytes_from_racy(b->length ? b->data : "", b->length) : SK_EMPTY;
}

static SkValue bytesio_seek(SkValue self, const SkValue *args, size_t nargs) {
    BytesIO *b = as_bytesio(self);
    int64_t to;
    int whence = 0;
    if (!sk_check_nargs("seek", nargs, 1, 2) || !sk_index_as_int64(args[0], &to, sk_exc_OverflowError) ||
        (nargs > 1 && !sk_as_int(args[1], &whence)))
        return SK_EMPTY;
    SK_IO_SCOPED(&b->lock);
    if (!open_locked(b)) return SK_EMPTY;
    if (to < 0 && whence == 0) return sk_raise(sk_exc_ValueError, "negative seek value %lld", (long long)to);
    if (whence < 0 || whence > 2) return sk_raise(sk_exc_ValueError, "invalid whence (%i, should be 0, 1 or 2)", whence);
    int64_t from = whence == 0 ? 0 : whence == 1 ? b->pos : (int64_t)b->length;
    if (__builtin_add_overflow(from, to, &to)) return sk_raise(sk_exc_OverflowError, "new position too large");
    b->pos = to < 0 ? 0 : to;
    return sk_int_from_int64(b->pos);
}

static SkValue bytesio_tell(SkValue self) {
    BytesIO *b = as_bytesio(self);
    SK_IO_SCOPED(&b->lock);
    return open_locked(b) ? sk_int_from_int64(b->pos) : SK_EMPTY;
}

static SkValue bytesio_truncate(SkValue self, const SkValue *args, size_t nargs) {
    BytesIO *b = as_bytesio(self);
    if (!sk_check_nargs("truncate", nargs, 0, 1)) return SK_EMPTY;
    SK_IO_SCOPED(&b->lock);
    if (!open_locked(b) || !movable(b)) return SK_EMPTY;
    int64_t n = b->pos;
    if (nargs && !sk_io_size(args[0], &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "negative size value %lld", (long long)n);
    if ((size_t)n < b->length) b->length = (size_t)n;
    return sk_int_from_int64(n);
}

static SkValue bytesio_close(SkValue self) {
    BytesIO *b = as_bytesio(self);
    SK_IO_SCOPED(&b->lock);
    if (!movable(b)) return SK_EMPTY;
    sk_free(b->data);
    b->data = NULL;
    b->length = b->room = 0;
    sk_store_relaxed(&b->closed, true);
    return SK_NONE;
}

static SkValue if_open(SkValue self, SkValue answer) {
    BytesIO *b = as_bytesio(self);
    return open_locked(b) ? answer : SK_EMPTY;
}
static SkValue bytesio_yes(SkValue self) { return if_open(self, SK_TRUE); }
static SkValue bytesio_isatty(SkValue self) { return if_open(self, SK_FALSE); }
static SkValue bytesio_flush(SkValue self) { return if_open(self, SK_NONE); }
static SkValue get_closed(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&as_bytesio(self)->closed)); }
static SkValue size_of(SkValue self) {
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + as_bytesio(self)->room));
}

static SkValue bytesio_getbuffer(SkValue self) {
    if (sk_is_empty(if_open(self, SK_NONE))) return SK_EMPTY;
    SkObject *o = sk_container_new(&sk_io_bytesio_buffer_type.head, sizeof(BytesBuffer));
    if (!o) return sk_raise_memory();
    sk_slot_init(&((BytesBuffer *)o)->source, sk_retain(self));
    SK_AUTO SkValue buffer = sk_counted(o);
    return sk_call1(sk_type_value(&sk_memoryview_type), buffer);
}

static SkValue bytesio_getstate(SkValue self) {
    BytesIO *b = as_bytesio(self);
    SK_AUTO SkValue value = bytesio_getvalue(self);
    if (sk_is_empty(value)) return SK_EMPTY;
    SK_AUTO SkValue d = sk_instance_dict(self);
    if (sk_is_empty(d)) return SK_EMPTY;
    SK_AUTO SkValue dict = sk_dict_len(d) ? sk_dict_copy(d) : SK_NONE;
    sk_io_lock(&b->lock);
    int64_t at = b->pos;
    sk_io_unlock(&b->lock);
    SK_AUTO SkValue pos = sk_int_from_int64(at);
    return sk_is_empty(dict) ? SK_EMPTY : sk_tuple_pack(3, value, pos, dict);
}

static SkValue bytesio_setstate(SkValue self, SkValue state) {
    BytesIO *b = as_bytesio(self);
    if (!sk_is_tuple(state) || sk_tuple_len(state) < 3)
        return sk_raise(sk_exc_TypeError, "%.200s.__setstate__ argument should be 3-tuple, got %.200T", sk_type_of(self)->name, state);
    SkValue value = sk_tuple_peek(state, 0), pos = sk_tuple_peek(state, 1), dict = sk_tuple_peek(state, 2);
    {
        SK_AUTO_BUFFER SkBuffer view = {0};
        if (!sk_buffer_get(value, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
        SK_IO_SCOPED(&b->lock);
        if (!open_locked(b) || !movable(b)) return SK_EMPTY;
        b->length = 0;
        b->pos = 0;
        if (!put(b, view.data, (size_t)view.length)) return SK_EMPTY;
    }
    if (!sk_is_int(pos)) return sk_raise(sk_exc_TypeError, "second item of state must be an integer, not %.200T", pos);
    int64_t n;
    if (!sk_as_int64(pos, &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "position value cannot be negative");
    sk_io_lock(&b->lock);
    b->pos = n;
    sk_io_unlock(&b->lock);
    if (sk_is_none(dict)) return SK_NONE;
    if (!sk_is_dict(dict)) return sk_raise(sk_exc_TypeError, "third item of state should be a dict, got a %.200T", dict);
    SK_AUTO SkValue own = sk_instance_dict(self);
    return sk_is_empty(own) || !sk_dict_update(own, dict) ? SK_EMPTY : SK_NONE;
}

static bool bytesio_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[1];
    if (!sk_bind("BytesIO", "(initial_bytes=b'')", &sig, args, nargs, kwnames, a)) return false;
    BytesIO *b = as_bytesio(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    bool given = !sk_is_empty(a[0]) && !sk_is_none(a[0]);
    if (given && !sk_buffer_get(a[0], &view, SK_BUF_C_CONTIGUOUS)) return false;
    SK_IO_SCOPED(&b->lock);
    if (!movable(b)) return false;
    sk_store_relaxed(&b->closed, false);
    b->length = 0;
    b->pos = 0;
    if (given && !put(b, view.data, (size_t)view.length)) return false;
    b->pos = 0;
    return true;
}

static void destroy(SkObject *o) {
    BytesIO *b = (BytesIO *)o;
    sk_free(b->data);
    b->data = NULL;
    sk_instance_free(o, 0);
}

static const SkMethodDef methods[] = {
    {"readable", SK_NOARGS, .noargs = bytesio_yes, .sig = "()", .doc = "True."},
    {"seekable", SK_NOARGS, .noargs = bytesio_yes, .sig = "()", .doc = "True."},
    {"writable", SK_NOARGS, .noargs = bytesio_yes, .sig = "()", .doc = "True."},
    {"close", SK_NOARGS, .noargs = bytesio_close, .sig = "()", .doc = "Closes the stream and drops its content."},
    {"flush", SK_NOARGS, .noargs = bytesio_flush, .sig = "()", .doc = "Does nothing."},
    {"isatty", SK_NOARGS, .noargs = bytesio_isatty, .sig = "()", .doc = "False."},
    {"tell", SK_NOARGS, .noargs = bytesio_tell, .sig = "()", .doc = "The position."},
    {"write", SK_ONEARG, .onearg = bytesio_write, .sig = "(b, /)", .doc = "Writes bytes; their number."},
    {"writelines", SK_ONEARG, .onearg = bytesio_writelines, .sig = "(lines, /)", .doc = "Writes each of the lines."},
    {"read1", SK_FAST, .fast = bytesio_read1, .sig = "(size=-1, /)", .doc = "As read()."},
    {"readinto", SK_ONEARG, .onearg = bytesio_readinto, .sig = "(buffer, /)", .doc = "Reads into a buffer."},
    {"readline", SK_FAST, .fast = bytesio_readline, .sig = "(size=-1, /)", .doc = "One line, at most size bytes."},
    {"readlines", SK_FAST, .fast = bytesio_readlines, .sig = "(size=None, /)", .doc = "A list of lines."},
    {"read", SK_FAST, .fast = bytesio_read, .sig = "(size=-1, /)", .doc = "Up to size bytes; all if negative."},
    {"getbuffer", SK_NOARGS, .noargs = bytesio_getbuffer, .sig = "()", .doc = "A view of the content that can be written."},
    {"getvalue", SK_NOARGS, .noargs = bytesio_getvalue, .sig = "()", .doc = "The content."},
    {"seek", SK_FAST, .fast = bytesio_seek, .sig = "(pos, whence=0, /)", .doc = "Moves to a position."},
    {"truncate", SK_FAST, .fast = bytesio_truncate, .sig = "(size=None, /)", .doc = "Cuts the content."},
    {"__getstate__", SK_NOARGS, .noargs = bytesio_getstate, .sig = "()", .doc = NULL},
    {"__setstate__", SK_ONEARG, .onearg = bytesio_setstate, .sig = "(object, /)", .doc = NULL},
    {"__sizeof__", SK_NOARGS, .noargs = size_of, .sig = "()", .doc = NULL},
    {0},
};
static const SkGetSetDef getset[] = {{"closed", get_closed, NULL, "Whether it is closed.", NULL}, {0}};

SkType sk_io_bytesio_type = {
    SK_TYPE_HEAD(0, sizeof(BytesIO), sk_io_base_trace, sk_io_base_clear, destroy),
    .name = "_io.BytesIO",
    .doc = "BytesIO(initial_bytes=b'')\n--\n\nA binary stream in memory.",
    .flags = SK_TF_BASE,
    .base = &sk_io_bufferediobase_type,
    .new_ = sk_io_new,
    .init = bytesio_init,
    .iter = bytesio_iter,
    .iternext = bytesio_next,
    .methods = methods,
    .getset = getset,
};

// ---- the exporter of getbuffer() ------------------------------------------------------------------------------------------------

static bool buffer_get(SkValue self, SkBuffer *view, int flags) {
    BytesIO *b = as_bytesio(sk_slot_peek(&((BytesBuffer *)sk_ptr(self))->source));
    SK_IO_SCOPED(&b->lock);
    if (!reserve(b, b->length ? b->length : 1)) return false;
    if (!sk_buffer_fill(view, self, b->data, (int64_t)b->length, false, flags)) return false;
    b->exports++;
    return true;
}
static void buffer_release(SkValue self, SkBuffer *view SK_UNUSED) {
    SkValue source = sk_slot_peek(&((BytesBuffer *)sk_ptr(self))->source);
    if (sk_is_empty(source)) return;
    BytesIO *b = as_bytesio(source);
    SK_IO_SCOPED(&b->lock);
    b->exports--;
}
static void buffer_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((BytesBuffer *)o)->source, visit, arg); }
static void buffer_destroy(SkObject *o) {
    sk_slot_destroy(o, &((BytesBuffer *)o)->source);
    sk_object_free(o, sizeof(BytesBuffer));
}

SkType sk_io_bytesio_buffer_type = {
    SK_TYPE_HEAD(0, sizeof(BytesBuffer), buffer_trace, NULL, buffer_destroy),
    .name = "_io._BytesIOBuffer",
    .flags = SK_TF_NO_NEW,
    .buffer = {.get = buffer_get, .release = buffer_release},
};
