// StringIO. The content is an array of 1, 2 or 4 bytes a character, as wide as what was ever written needs. Everything is
// under the stream's lock.
#include "modules/_io.h"
#include "objects/dict.h"
#include "objects/tuple.h"

typedef struct {
    SkIoBase base;
    SkIoLock lock;
    _Atomic uint8_t ready, closed;
    unsigned kind;
    void *data;
    size_t length, room;
    int64_t pos;
    SkLineEnds ends;
    SkNewlines newlines;
    SkNewlineArg newline;
    char write_newline[3];
} StringIO;

static StringIO *as_stringio(SkValue v) { return (StringIO *)sk_ptr(v); }

static bool usable(StringIO *s) {
    if (!sk_load_relaxed(&s->ready)) return sk_raise_false(sk_exc_ValueError, "I/O operation on uninitialized object");
    return !sk_load_relaxed(&s->closed) || sk_raise_false(sk_exc_ValueError, "I/O operation on closed file");
}

static void copy_units(void *to, unsigned to_kind, size_t at, const void *from, unsigned from_kind, size_t n) {
    if (to_kind == from_kind) {
        memcpy((char *)to + at * to_kind, from, n * to_kind);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t c = from_kind == 1 ? ((const uint8_t *)from)[i] : ((const uint16_t *)from)[i];
        if (to_kind == 2) ((uint16_t *)to)[at + i] = (uint16_t)c;
        else ((uint32_t *)to)[at + i] = c;
    }
}

static bool reserve(StringIO *s, size_t n, unsigned kind) {
    if (kind < s->kind) kind = s->kind;
    if (kind == s->kind && n <= s->room) return true;
    size_t room = n <= s->room ? s->room : n < 32 ? 32 : n + (n >> 2), bytes;
    if (__builtin_mul_overflow(room, (size_t)kind, &bytes) || bytes > INT64_MAX) return sk_raise_memory(), false;
    if (kind == s->kind) {
        void *data = sk_realloc(s->data, bytes);
        if (!data) return sk_raise_memory(), false;
        s->data = data;
    } else {
        void *data = sk_malloc(bytes);
        if (!data) return sk_raise_memory(), false;
        if (s->length) copy_units(data, kind, 0, s->data, s->kind, s->length);
        sk_free(s->data);
        s->data = data;
        s->kind = kind;
    }
    s->room = room;
    return true;
}

static bool put(StringIO *s, SkValue text) {
    SK_AUTO SkValue decoded = s->ends.universal ? sk_io_newlines_decode(&s->newlines, sk_retain(text), true) : sk_retain(text);
    if (sk_is_empty(decoded)) return false;
    SK_AUTO SkValue out = s->write_newline[0] ? sk_io_newlines_replace(decoded, s->write_newline) : sk_move(&decoded);
    if (sk_is_empty(out)) return false;
    SkStr *str = sk_as_str(out);
    size_t n = str->length, at = (size_t)s->pos, end;
    if (!n) return true;
    if (__builtin_add_overflow(at, n, &end) || end > (size_t)INT64_MAX / 4) return sk_raise_false(sk_exc_OverflowError, "new position too large");
    if (!reserve(s, end, str->kind)) return false;
    if (at > s->length) memset((char *)s->data + s->length * s->kind, 0, (at - s->length) * s->kind);
    copy_units(s->data, s->kind, at, str->data, str->kind, n);
    s->pos = (int64_t)end;
    if (end > s->length) s->length = end;
    return true;
}

static SkValue text_of(StringIO *s, size_t from, size_t n) {
    const char *p = (const char *)s->data + from * s->kind;
    if (!n) return sk_str_from_ascii("", 0);
    if (s->kind == 1) return sk_str_from_latin1(p, n);
    return s->kind == 2 ? sk_str_from_ucs2((const uint16_t *)(const void *)p, n) : sk_str_from_ucs4((const uint32_t *)(const void *)p, n);
}

static size_t left(StringIO *s) { return (size_t)s->pos < s->length ? s->length - (size_t)s->pos : 0; }
static SkValue take(StringIO *s, size_t n) {
    SkValue v = text_of(s, n ? (size_t)s->pos : 0, n);
    if (!sk_is_empty(v)) s->pos += (int64_t)n;
    return v;
}

static SkValue stringio_write(SkValue self, SkValue text) {
    StringIO *s = as_stringio(self);
    SK_IO_SCOPED(&s->lock);
    if (!sk_load_relaxed(&s->ready)) return usable(s), SK_EMPTY;
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "string argument expected, got '%.200T'", text);
    if (!usable(s) || !put(s, text)) return SK_EMPTY;
    return sk_from_small_int((int64_t)sk_str_len(text));
}

static SkValue stringio_read(SkValue self, const SkValue *args, size_t nargs) {
    StringIO *s = as_stringio(self);
    int64_t n = -1;
    if (!sk_io_size_args("read", args, nargs, &n)) return SK_EMPTY;
    SK_IO_SCOPED(&s->lock);
    if (!usable(s)) return SK_EMPTY;
    size_t have = left(s);
    return take(s, n < 0 || (size_t)n > have ? have : (size_t)n);
}

static SkValue line_locked(StringIO *s, int64_t limit) {
    size_t n = left(s), keep;
    if (!n) return sk_str_from_ascii("", 0);
    if (limit >= 0 && (size_t)limit < n) n = (size_t)limit;
    int64_t end = sk_io_line_end(&s->ends, s->data, s->kind, (size_t)s->pos, (size_t)s->pos + n, &keep);
    return take(s, end < 0 ? n : (size_t)(end - s->pos));
}

static SkValue stringio_readline(SkValue self, const SkValue *args, size_t nargs) {
    StringIO *s = as_stringio(self);
    int64_t n = -1;
    if (!sk_io_size_args("readline", args, nargs, &n)) return SK_EMPTY;
    SK_IO_SCOPED(&s->lock);
    return usable(s) ? line_locked(s, n) : SK_EMPTY;
}

static SkValue stringio_next(SkValue self) {
    StringIO *s = as_stringio(self);
    SkValue line;
    if (sk_type_of(self) == &sk_io_stringio_type) {
        SK_IO_SCOPED(&s->lock);
        line = usable(s) ? line_locked(s, -1) : SK_EMPTY;
    } else {
        line = sk_io_call(self, SK_ION(readline));
        if (!sk_is_empty(line) && !sk_is_str(line)) {
            sk_raise(sk_exc_OSError, "readline() should have returned a str object, not '%.200T'", line);
            sk_release(line);
            return SK_EMPTY;
        }
    }
    if (sk_is_empty(line) || sk_str_len(line)) return line;
    sk_release(line);
    return SK_EMPTY;
}

static SkValue stringio_getvalue(SkValue self) {
    StringIO *s = as_stringio(self);
    SK_IO_SCOPED(&s->lock);
    return usable(s) ? text_of(s, 0, s->length) : SK_EMPTY;
}

static SkValue stringio_tell(SkValue self) {
    StringIO *s = as_stringio(self);
    SK_IO_SCOPED(&s->lock);
    return usable(s) ? sk_int_from_int64(s->pos) : SK_EMPTY;
}

static SkValue stringio_seek(SkValue self, const SkValue *args, size_t nargs) {
    StringIO *s = as_stringio(self);
    int64_t to;
    int whence = 0;
    if (!sk_check_nargs("seek", nargs, 1, 2) || !sk_index_as_int64(args[0], &to, sk_exc_OverflowError) ||
        (nargs > 1 && !sk_as_int(args[1], &whence)))
        return SK_EMPTY;
    SK_IO_SCOPED(&s->lock);
    if (!usable(s)) return SK_EMPTY;
    if (whence < 0 || whence > 2) return sk_raise(sk_exc_ValueError, "Invalid whence (%i, should be 0, 1 or 2)", whence);
    if (to < 0 && whence == 0) return sk_raise(sk_exc_ValueError, "Negative seek position %lld", (long long)to);
    if (whence != 0 && to != 0) return sk_raise(sk_exc_OSError, "Can't do nonzero cur-relative seeks");
    s->pos = whence == 0 ? to : whence == 1 ? s->pos : (int64_t)s->length;
    return sk_int_from_int64(s->pos);
}

static SkValue stringio_truncate(SkValue self, const SkValue *args, size_t nargs) {
    StringIO *s = as_stringio(self);
    if (!sk_check_nargs("truncate", nargs, 0, 1)) return SK_EMPTY;
    SK_IO_SCOPED(&s->lock);
    if (!usable(s)) return SK_EMPTY;
    int64_t n = s->pos;
    if (nargs && !sk_io_size(args[0], &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "Negative size value %lld", (long long)n);
    if ((size_t)n < s->length) s->length = (size_t)n;
    return sk_int_from_int64(n);
}

static SkValue stringio_close(SkValue self) {
    StringIO *s = as_stringio(self);
    SK_IO_SCOPED(&s->lock);
    sk_store_relaxed(&s->closed, 1);
    sk_free(s->data);
    s->data = NULL;
    s->length = s->room = 0;
    return SK_NONE;
}

static SkValue stringio_yes(SkValue self) { return usable(as_stringio(self)) ? SK_TRUE : SK_EMPTY; }

static bool set_up(StringIO *s, SkValue value, const SkNewlineArg *newline) {
    SK_IO_SCOPED(&s->lock);
    sk_store_relaxed(&s->ready, 0);
    sk_store_relaxed(&s->closed, 0);
    s->length = 0;
    s->pos = 0;
    if (!s->kind) s->kind = 1;
    s->newline = *newline;
    s->ends = (SkLineEnds){.universal = !newline->given || !newline->text[0], .translate = !newline->given};
    memcpy(s->ends.text, newline->text, sizeof newline->text);
    memcpy(s->write_newline, newline->text[0] == '\r' ? newline->text : "", newline->text[0] == '\r' ? 3 : 1);
    s->newlines = (SkNewlines){.translate = !newline->given};
    if (!sk_is_empty(value) && !sk_is_none(value) && !put(s, value)) return false;
    s->pos = 0;
    sk_store_relaxed(&s->ready, 1);
    return true;
}

static bool stringio_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("StringIO", "(initial_value='', newline='\\n')", &sig, args, nargs, kwnames, a)) return false;
    SkNewlineArg newline = {true, "\n"};
    if (!sk_is_empty(a[1])) {
        if (!sk_is_none(a[1]) && !sk_is_str(a[1])) return sk_raise_false(sk_exc_TypeError, "newline must be str or None, not %.200T", a[1]);
        if (!sk_io_newline_arg("StringIO", a[1], &newline)) return false;
    }
    if (!sk_is_empty(a[0]) && !sk_is_none(a[0]) && !sk_is_str(a[0]))
        return sk_raise_false(sk_exc_TypeError, "initial_value must be str or None, not %.200T", a[0]);
    return set_up(as_stringio(self), a[0], &newline);
}

static SkValue stringio_getstate(SkValue self) {
    StringIO *s = as_stringio(self);
    SK_AUTO SkValue value = stringio_getvalue(self);
    SK_AUTO SkValue d = sk_is_empty(value) ? SK_EMPTY : sk_instance_dict(self);
    if (sk_is_empty(d)) return SK_EMPTY;
    SK_AUTO SkValue dict = sk_dict_len(d) ? sk_dict_copy(d) : SK_NONE;
    sk_io_lock(&s->lock);
    SkNewlineArg given = s->newline;
    int64_t at = s->pos;
    sk_io_unlock(&s->lock);
    SK_AUTO SkValue newline = given.given ? sk_str_from(given.text) : SK_NONE;
    SK_AUTO SkValue pos = sk_int_from_int64(at);
    return sk_is_empty(dict) || sk_is_empty(newline) ? SK_EMPTY : sk_tuple_pack(4, value, newline, pos, dict);
}

static SkValue stringio_setstate(SkValue self, SkValue state) {
    StringIO *s = as_stringio(self);
    if (sk_load_relaxed(&s->closed)) return usable(s), SK_EMPTY;
    if (!sk_is_tuple(state) || sk_tuple_len(state) < 4)
        return sk_raise(sk_exc_TypeError, "%.200s.__setstate__ argument should be 4-tuple, got %.200T", sk_type_of(self)->name, state);
    SkValue value = sk_tuple_peek(state, 0), pos = sk_tuple_peek(state, 2), dict = sk_tuple_peek(state, 3);
    SkNewlineArg newline;
    if (!sk_io_newline_arg("StringIO", sk_tuple_peek(state, 1), &newline)) return SK_EMPTY;
    if (!sk_is_str(value) && !sk_is_none(value)) return sk_raise(sk_exc_TypeError, "initial_value must be str or None, not %.200T", value);
    // The value is what was stored: no translation again.
    SkNewlineArg as_is = {true, "\n"};
    if (!set_up(s, value, &as_is)) return SK_EMPTY;
    {
        SK_IO_SCOPED(&s->lock);
        s->newline = newline;
        s->ends = (SkLineEnds){.universal = !newline.given || !newline.text[0], .translate = !newline.given};
        memcpy(s->ends.text, newline.text, sizeof newline.text);
        memcpy(s->write_newline, newline.text[0] == '\r' ? newline.text : "", newline.text[0] == '\r' ? 3 : 1);
        s->newlines = (SkNewlines){.translate = !newline.given};
    }
    if (!sk_is_int(pos)) return sk_raise(sk_exc_TypeError, "third item of state must be an integer, got %.200T", pos);
    int64_t n;
    if (!sk_as_int64(pos, &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "position value cannot be negative");
    sk_io_lock(&s->lock);
    s->pos = n;
    sk_io_unlock(&s->lock);
    if (sk_is_none(dict)) return SK_NONE;
    if (!sk_is_dict(dict)) return sk_raise(sk_exc_TypeError, "fourth item of state should be a dict, got a %.200T", dict);
    SK_AUTO SkValue own = sk_instance_dict(self);
    return sk_is_empty(own) || !sk_dict_update(own, dict) ? SK_EMPTY : SK_NONE;
}

static SkValue get_closed(SkValue self, void *c SK_UNUSED) {
    StringIO *s = as_stringio(self);
    if (!sk_load_relaxed(&s->ready)) return usable(s), SK_EMPTY;
    return sk_bool(sk_load_relaxed(&s->closed));
}
static SkValue get_newlines(SkValue self, void *c SK_UNUSED) {
    StringIO *s = as_stringio(self);
    SK_IO_SCOPED(&s->lock);
    return usable(s) ? sk_io_newlines_seen(s->newlines.seen) : SK_EMPTY;
}
static SkValue get_line_buffering(SkValue self, void *c SK_UNUSED) { return usable(as_stringio(self)) ? SK_FALSE : SK_EMPTY; }

static void destroy(SkObject *o) {
    StringIO *s = (StringIO *)o;
    sk_free(s->data);
    s->data = NULL;
    sk_instance_free(o, 0);
}

static const SkMethodDef methods[] = {
    {"close", SK_NOARGS, .noargs = stringio_close, .sig = "()", .doc = "Closes the stream and drops its content."},
    {"getvalue", SK_NOARGS, .noargs = stringio_getvalue, .sig = "()", .doc = "The content."},
    {"read", SK_FAST, .fast = stringio_read, .sig = "(size=-1, /)", .doc = "Up to size characters; all if negative."},
    {"readline", SK_FAST, .fast = stringio_readline, .sig = "(size=-1, /)", .doc = "One line."},
    {"tell", SK_NOARGS, .noargs = stringio_tell, .sig = "()", .doc = "The position."},
    {"truncate", SK_FAST, .fast = stringio_truncate, .sig = "(pos=None, /)", .doc = "Cuts the content."},
    {"seek", SK_FAST, .fast = stringio_seek, .sig = "(pos, whence=0, /)", .doc = "Moves to a position."},
    {"write", SK_ONEARG, .onearg = stringio_write, .sig = "(s, /)", .doc = "Writes a str; the number of its characters."},
    {"seekable", SK_NOARGS, .noargs = stringio_yes, .sig = "()", .doc = "True."},
    {"readable", SK_NOARGS, .noargs = stringio_yes, .sig = "()", .doc = "True."},
    {"writable", SK_NOARGS, .noargs = stringio_yes, .sig = "()", .doc = "True."},
    {"__getstate__", SK_NOARGS, .noargs = stringio_getstate, .sig = "()", .doc = NULL},
    {"__setstate__", SK_ONEARG, .onearg = stringio_setstate, .sig = "(state, /)", .doc = NULL},
    {0},
};
static const SkGetSetDef getset[] = {
    {"closed", get_closed, NULL, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL, NULL},
    {0},
};

SkType sk_io_stringio_type = {
    SK_TYPE_HEAD(0, sizeof(StringIO), sk_io_base_trace, sk_io_base_clear, destroy),
    .name = "_io.StringIO",
    .doc = "StringIO(initial_value='', newline='\\n')\n--\n\n"
           "A text stream in memory.",
    .flags = SK_TF_BASE,
    .base = &sk_io_textiobase_type,
    .new_ = sk_io_new,
    .init = stringio_init,
    .iternext = stringio_next,
    .methods = methods,
    .getset = getset,
};
