// Buffered streams: reading.
#include "base/strbuf.h"
#include "modules/_io_buffered.h"

enum { FAILED = -1, BLOCKED = -2 };

// One read of the raw stream into memory that nobody else sees (or that is pinned): the count, FAILED or BLOCKED.
static int64_t raw_read(SkBuffered *b, char *to, size_t n) {
    int64_t got;
    if (b->file && sk_load_relaxed(&b->file->fd) >= 0) {
        got = sk_io_file_read(b->file, to, n);
    } else {
        SK_AUTO SkValue memory = sk_bytearray_from(NULL, 0);
        SK_AUTO SkValue count = sk_int_from_int64((int64_t)n);
        if (sk_is_empty(memory)) return FAILED;
        sk_release(memory);
        memory = sk_call1(sk_type_value(&sk_bytearray_type), count);
        SK_AUTO SkValue view = sk_is_empty(memory) ? SK_EMPTY : sk_call1(sk_type_value(&sk_memoryview_type), memory);
        if (sk_is_empty(view)) return FAILED;
        SK_AUTO SkValue r = SK_EMPTY;
        do r = sk_io_call1(sk_slot_peek(&b->raw), SK_ION(readinto), view);
        while (sk_is_empty(r) && sk_io_interrupted());
        if (sk_is_empty(r)) return FAILED;
        if (sk_is_none(r)) return BLOCKED;
        if (!sk_index_as_int64(r, &got, sk_exc_ValueError)) {
            sk_raise_from_current(sk_exc_OSError, "raw readinto() failed");
            return FAILED;
        }
        if (got < 0 || got > (int64_t)n) {
            sk_raise(sk_exc_OSError, "raw readinto() returned invalid length %lld (should have been between 0 and %lld)",
                     (long long)got, (long long)n);
            return FAILED;
        }
        SK_AUTO_BUFFER SkBuffer content = {0};
        if (!sk_buffer_get(memory, &content, SK_BUF_SIMPLE)) return FAILED;
        if (got > content.length) got = content.length;
        memcpy(to, content.data, (size_t)got);
    }
    if (got > 0 && b->raw_pos >= 0) b->raw_pos += got;
    return got;
}

// Requires an empty read-ahead. What arrived, or FAILED, BLOCKED.
static int64_t fill(SkBuffered *b) {
    b->pos = b->end = 0;
    int64_t n = raw_read(b, b->buf, b->size);
    if (n > 0) b->end = (size_t)n;
    return n;
}

static size_t take(SkBuffered *b, char *to, size_t n) {
    size_t have = b->end - b->pos;
    if (n > have) n = have;
    memcpy(to, b->buf + b->pos, n);
    b->pos += n;
    return n;
}

static SkValue take_bytes(SkBuffered *b, size_t n) {
    SkValue v = sk_bytes_from(b->buf + b->pos, n);
    if (!sk_is_empty(v)) b->pos += n;
    return v;
}

static SkValue read_all(SkBuffered *b) {
    SkValue raw = sk_slot_peek(&b->raw);
    SK_AUTO SkValue head = sk_bytes_from(b->buf + b->pos, b->end - b->pos);
    if (sk_is_empty(head)) return SK_EMPTY;
    b->pos = b->end = 0;
    size_t have = sk_as_bytes(head)->length;
    SK_AUTO SkValue readall = sk_getattr_opt(raw, SK_ION(readall));
    if (!sk_is_empty(readall)) {
        SK_AUTO SkValue rest = sk_call0(readall);
        b->raw_pos = -1;
        if (sk_is_empty(rest)) return SK_EMPTY;
        if (!sk_is_none(rest) && !sk_is_bytes(rest)) return sk_raise(sk_exc_TypeError, "readall() should return bytes");
        if (!have) return sk_move(&rest);
        return sk_is_none(rest) ? sk_move(&head) : sk_bytes_concat(head, rest);
    }
    if (sk_error_occurred()) return SK_EMPTY;
    SkStrBuf all;
    sk_strbuf_init(&all);
    SkValue out = SK_EMPTY;
    bool ok = sk_strbuf_append(&all, sk_as_bytes(head)->data, have);
    while (ok) {
        SK_AUTO SkValue part = sk_io_call(raw, SK_ION(read));
        b->raw_pos = -1;
        if (sk_is_empty(part)) break;
        if (!sk_is_none(part) && !sk_is_bytes(part)) {
            sk_raise(sk_exc_TypeError, "read() should return bytes");
            break;
        }
        if (sk_is_none(part) || !sk_as_bytes(part)->length) {
            out = all.len == 0 ? sk_move(&part) : sk_bytes_from(all.data, all.len);
            break;
        }
        ok = sk_strbuf_append(&all, sk_as_bytes(part)->data, sk_as_bytes(part)->length);
    }
    if (!ok) sk_raise_memory();
    sk_strbuf_free(&all);
    return out;
}

// Fills memory as far as the stream goes. The count; BLOCKED only if nothing was read.
static int64_t read_into(SkBuffered *b, char *to, size_t n, bool once) {
    size_t done = take(b, to, n);
    while (done < n) {
        int64_t r;
        if (n - done > b->size) {
            size_t want = n - done;
            if (!once) want -= want % b->size;
            r = raw_read(b, to + done, want);
            if (r > 0) done += (size_t)r;
        } else if (once && done) {
            break;
        } else {
            r = fill(b);
            if (r > 0) done += take(b, to + done, n - done);
        }
        if (r == FAILED) return FAILED;
        if (r == BLOCKED && !done) return BLOCKED;
        if (r <= 0 || once) break;
    }
    return (int64_t)done;
}

static bool begin_reading(SkBuffered *b, const char *closed) {
    if (!sk_buffered_begin(b, closed)) return false;
    if (b->wend == b->wpos || sk_buffered_flush_locked(b)) return true;
    sk_io_unlock(&b->lock);
    return false;
}

SkValue sk_buffered_read(SkValue self, const SkValue *args, size_t nargs) {
    SkBuffered *b = sk_as_buffered(self);
    int64_t n = -1;
    if (!sk_io_size_args("read", args, nargs, &n)) return SK_EMPTY;
    if (!sk_buffered_initialized(b)) return SK_EMPTY;
    if (n < -1) return sk_raise(sk_exc_ValueError, "read length must be non-negative or -1");
    if (!begin_reading(b, "read of closed file")) return SK_EMPTY;
    SkValue out = SK_EMPTY;
    if (n == -1) {
        out = read_all(b);
    } else if ((size_t)n <= b->end - b->pos) {
        out = take_bytes(b, (size_t)n);
    } else {
        SkBytes *bytes = sk_bytes_new((size_t)n);
        if (bytes) {
            int64_t got = read_into(b, bytes->data, (size_t)n, false);
            if (got >= 0) {
                out = sk_bytes_truncate(bytes, (size_t)got);
            } else {
                sk_release(sk_counted(bytes));
                if (got == BLOCKED) out = SK_NONE;
            }
        }
    }
    sk_io_unlock(&b->lock);
    return out;
}

SkValue sk_buffered_read1(SkValue self, const SkValue *args, size_t nargs) {
    SkBuffered *b = sk_as_buffered(self);
    int64_t n = -1;
    if (!sk_check_nargs("read1", nargs, 0, 1) || (nargs && !sk_index_as_int64(args[0], &n, sk_exc_OverflowError))) return SK_EMPTY;
    if (!begin_reading(b, "read of closed file")) return SK_EMPTY;
    if (n < 0) n = (int64_t)b->size;
    size_t have = b->end - b->pos;
    SkValue out = SK_EMPTY;
    if (have || n == 0) {
        out = take_bytes(b, have < (size_t)n ? have : (size_t)n);
    } else {
        b->pos = b->end = 0;
        SkBytes *bytes = sk_bytes_new((size_t)n);
        if (bytes) {
            int64_t got = raw_read(b, bytes->data, (size_t)n);
            if (got == FAILED) sk_release(sk_counted(bytes));
            else out = sk_bytes_truncate(bytes, got < 0 ? 0 : (size_t)got);
        }
    }
    sk_io_unlock(&b->lock);
    return out;
}

static SkValue readinto(SkValue self, SkValue arg, bool once) {
    SkBuffered *b = sk_as_buffered(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_io_writable(arg, &view, once ? "readinto1() argument" : "readinto() argument")) return SK_EMPTY;
    if (!begin_reading(b, "readinto of closed file")) return SK_EMPTY;
    int64_t got = read_into(b, view.data, (size_t)view.length, once);
    sk_io_unlock(&b->lock);
    return got == FAILED ? SK_EMPTY : got == BLOCKED ? SK_NONE : sk_from_small_int(got);
}
SkValue sk_buffered_readinto(SkValue self, SkValue arg) { return readinto(self, arg, false); }
SkValue sk_buffered_readinto1(SkValue self, SkValue arg) { return readinto(self, arg, true); }

SkValue sk_buffered_peek(SkValue self, const SkValue *args, size_t nargs) {
    SkBuffered *b = sk_as_buffered(self);
    int64_t n = 0;
    if (!sk_check_nargs("peek", nargs, 0, 1) || (nargs && !sk_index_as_int64(args[0], &n, sk_exc_OverflowError))) return SK_EMPTY;
    if (!begin_reading(b, "peek of closed file")) return SK_EMPTY;
    int64_t got = b->end > b->pos ? 1 : fill(b);
    SkValue out = got == FAILED ? SK_EMPTY : sk_bytes_from(b->buf + b->pos, b->end - b->pos);
    sk_io_unlock(&b->lock);
    return out;
}

static SkValue read_line(SkBuffered *b, int64_t limit) {
    if (!begin_reading(b, "readline of closed file")) return SK_EMPTY;
    SkValue out = SK_EMPTY;
    size_t have = b->end - b->pos, look = limit >= 0 && (size_t)limit < have ? (size_t)limit : have;
    const char *nl = look ? memchr(b->buf + b->pos, '\n', look) : NULL;
    if (nl || (limit >= 0 && (size_t)limit <= have)) {
        out = take_bytes(b, nl ? (size_t)(nl - (b->buf + b->pos)) + 1 : look);
        sk_io_unlock(&b->lock);
        return out;
    }
    SkStrBuf line;
    sk_strbuf_init(&line);
    bool ok = true, done = false;
    for (;;) {
        have = b->end - b->pos;
        size_t left = limit < 0 ? SIZE_MAX : (size_t)limit - line.len;
        look = left < have ? left : have;
        nl = look ? memchr(b->buf + b->pos, '\n', look) : NULL;
        if (nl) look = (size_t)(nl - (b->buf + b->pos)) + 1;
        ok = sk_strbuf_append(&line, b->buf + b->pos, look);
        b->pos += look;
        done = nl || look == left;
        if (!ok) sk_raise_memory();
        if (!ok || done) break;
        int64_t got = fill(b);
        ok = got != FAILED;
        if (got <= 0) break;
    }
    if (ok) out = sk_bytes_from(line.data, line.len);
    sk_strbuf_free(&line);
    sk_io_unlock(&b->lock);
    return out;
}

SkValue sk_buffered_readline(SkValue self, const SkValue *args, size_t nargs) {
    int64_t limit = -1;
    if (!sk_io_size_args("readline", args, nargs, &limit)) return SK_EMPTY;
    return read_line(sk_as_buffered(self), limit < 0 ? -1 : limit);
}

SkValue sk_buffered_next(SkValue self) {
    SkType *type = sk_type_of(self);
    SkValue line;
    if (type == &sk_io_buffered_reader_type || type == &sk_io_buffered_random_type) {
        line = read_line(sk_as_buffered(self), -1);
    } else {
        line = sk_io_call(self, SK_ION(readline));
        if (!sk_is_empty(line) && !sk_is_bytes(line)) {
            sk_raise(sk_exc_OSError, "readline() should have returned a bytes object, not '%.200T'", line);
            sk_release(line);
            return SK_EMPTY;
        }
    }
    if (sk_is_empty(line) || sk_as_bytes(line)->length) return line;
    sk_release(line);
    return SK_EMPTY;
}
