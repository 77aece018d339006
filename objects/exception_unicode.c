// UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError.
#include <stdio.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/exception_internal.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

SK_EXCEPTION_FIELDS(SkUnicodeError, encoding, reason)

static SkUnicodeError *as_unicode(SkValue v) { return (SkUnicodeError *)sk_ptr(v); }

static bool want_str(const SkValue *args, size_t i) {
    if (sk_is_str(args[i])) return true;
    if (sk_is_none(args[i])) return sk_raise_false(sk_exc_TypeError, "argument %zu must be str, not None", i + 1);
    return sk_raise_false(sk_exc_TypeError, "argument %zu must be str, not %.50O", i + 1, args[i]);
}

// The range and the reason: args[at], args[at + 1], args[at + 2].
static bool set_range(SkValue self, const SkValue *args, size_t at) {
    SkUnicodeError *e = as_unicode(self);
    int64_t start, end;
    if (!sk_index_as_int64(args[at], &start, sk_exc_OverflowError) || !sk_index_as_int64(args[at + 1], &end, sk_exc_OverflowError) ||
        !want_str(args, at + 2))
        return false;
    sk_store_relaxed(&e->start, start);
    sk_store_relaxed(&e->end, end);
    sk_exception_set(self, &e->reason, args[at + 2]);
    return true;
}

static bool exact_nargs(size_t nargs, size_t want) {
    if (nargs == want) return true;
    return sk_raise_false(sk_exc_TypeError, "function takes exactly %zu arguments (%zu given)", want, nargs);
}

static bool encode_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_exception_init(self, args, nargs, kwnames) || !exact_nargs(nargs, 5) || !want_str(args, 0) || !want_str(args, 1) ||
        !set_range(self, args, 2))
        return false;
    sk_exception_set(self, &as_unicode(self)->encoding, args[0]);
    sk_exception_set(self, &as_unicode(self)->object, args[1]);
    return true;
}

static bool decode_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_exception_init(self, args, nargs, kwnames) || !exact_nargs(nargs, 5) || !want_str(args, 0) || !set_range(self, args, 2))
        return false;
    SkValue object;
    if (sk_is_bytes(args[1])) {
        object = sk_retain(args[1]);
    } else {
        SkBuffer view;
        if (!sk_buffer_get(args[1], &view, SK_BUF_SIMPLE)) return false;
        object = sk_bytes_from(view.data, (size_t)view.length);
        sk_buffer_release(&view);
        if (sk_is_empty(object)) return false;
    }
    sk_exception_set(self, &as_unicode(self)->encoding, args[0]);
    sk_slot_set(sk_ptr(self), &as_unicode(self)->object, object);
    return true;
}

static bool translate_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_exception_init(self, args, nargs, kwnames) || !exact_nargs(nargs, 4) || !want_str(args, 0) || !set_range(self, args, 1))
        return false;
    sk_exception_set(self, &as_unicode(self)->object, args[0]);
    return true;
}

// The code point or byte that the error is about, if it is about one: -1.
static int64_t single(SkUnicodeError *e, SkValue object) {
    int64_t start = sk_load_relaxed(&e->start), end = sk_load_relaxed(&e->end);
    int64_t len = sk_is_str(object) ? (int64_t)sk_str_len(object) : (int64_t)sk_as_bytes(object)->length;
    if (start < 0 || start >= len || end != start + 1) return -1;
    return sk_is_str(object) ? (int64_t)sk_str_at(sk_as_str(object), (size_t)start)
                             : (uint8_t)sk_as_bytes(object)->data[start];
}

typedef struct {
    SkValue object, encoding, reason;
} Parts;

static void parts_release(Parts *p) {
    sk_release(p->object);
    sk_release(p->encoding);
    sk_release(p->reason);
}

// 1; 0 if the exception was never initialised; -1.
static int parts_of(SkValue self, Parts *p, bool bytes, bool with_encoding) {
    SkUnicodeError *e = as_unicode(self);
    p->object = sk_exception_get(self, &e->object);
    if (sk_is_empty(p->object)) return 0;
    if (!(bytes ? sk_is_bytes(p->object) : sk_is_str(p->object))) {
        sk_raise(sk_exc_TypeError, "UnicodeError 'object' attribute must be a %s", bytes ? "bytes" : "string");
        return -1;
    }
    SK_AUTO SkValue reason = sk_exception_get(self, &e->reason), encoding = sk_exception_get(self, &e->encoding);
    p->reason = sk_str(sk_is_empty(reason) ? SK_NONE : reason);
    if (sk_is_empty(p->reason)) return -1;
    if (!with_encoding) return 1;
    p->encoding = sk_str(sk_is_empty(encoding) ? SK_NONE : encoding);
    return sk_is_empty(p->encoding) ? -1 : 1;
}

static void escape(char out[16], uint32_t c) {
    snprintf(out, 16, c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
}

static SkValue encode_str(SkValue self) {
    SK_CLEANUP(parts_release) Parts p = {SK_EMPTY, SK_EMPTY, SK_EMPTY};
    int r = parts_of(self, &p, false, true);
    if (r <= 0) return r < 0 ? SK_EMPTY : sk_names.empty;
    SkUnicodeError *e = as_unicode(self);
    int64_t c = single(e, p.object), start = sk_load_relaxed(&e->start), end = sk_load_relaxed(&e->end);
    if (c < 0)
        return sk_str_format("'%S' codec can't encode characters in position %lld-%lld: %S", p.encoding, (long long)start,
                             (long long)end - 1, p.reason);
    char text[16];
    escape(text, (uint32_t)c);
    return sk_str_format("'%S' codec can't encode character '%s' in position %lld: %S", p.encoding, text, (long long)start, p.reason);
}

static SkValue decode_str(SkValue self) {
    SK_CLEANUP(parts_release) Parts p = {SK_EMPTY, SK_EMPTY, SK_EMPTY};
    int r = parts_of(self, &p, true, true);
    if (r <= 0) return r < 0 ? SK_EMPTY : sk_names.empty;
    SkUnicodeError *e = as_unicode(self);
    int64_t c = single(e, p.object), start = sk_load_relaxed(&e->start), end = sk_load_relaxed(&e->end);
    if (c < 0)
        return sk_str_format("'%S' codec can't decode bytes in position %lld-%lld: %S", p.encoding, (long long)start,
                             (long long)end - 1, p.reason);
    char text[8];
    snprintf(text, sizeof text, "0x%02x", (unsigned)(c & 0xff));
    return sk_str_format("'%S' codec can't decode byte %s in position %lld: %S", p.encoding, text, (long long)start, p.reason);
}

static SkValue translate_str(SkValue self) {
    SK_CLEANUP(parts_release) Parts p = {SK_EMPTY, SK_EMPTY, SK_EMPTY};
    int r = parts_of(self, &p, false, false);
    if (r <= 0) return r < 0 ? SK_EMPTY : sk_names.empty;
    SkUnicodeError *e = as_unicode(self);
    int64_t c = single(e, p.object), start = sk_load_relaxed(&e->start), end = sk_load_relaxed(&e->end);
    if (c < 0)
        return sk_str_format("can't translate characters in position %lld-%lld: %S", (long long)start, (long long)end - 1, p.reason);
    char text[16];
    escape(text, (uint32_t)c);
    return sk_str_format("can't translate character '%s' in position %lld: %S", text, (long long)start, p.reason);
}

static const SkMemberDef members[] = {
    {"encoding", SK_MEMBER_OBJECT, offsetof(SkUnicodeError, encoding), false, "exception encoding"},
    {"object", SK_MEMBER_OBJECT, offsetof(SkUnicodeError, object), false, "exception object"},
    {"start", SK_MEMBER_SSIZE, offsetof(SkUnicodeError, start), false, "exception start"},
    {"end", SK_MEMBER_SSIZE, offsetof(SkUnicodeError, end), false, "exception end"},
    {"reason", SK_MEMBER_OBJECT, offsetof(SkUnicodeError, reason), false, "exception reason"},
    {0},
};

#define KIND(init_, str_)                                                                                                 \
    {.size = sizeof(SkUnicodeError), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields, .init = init_, \
     .str = str_, .members = members}
const SkExceptionKind sk_exception_kind_encode = KIND(encode_init, encode_str);
const SkExceptionKind sk_exception_kind_decode = KIND(decode_init, decode_str);
const SkExceptionKind sk_exception_kind_translate = KIND(translate_init, translate_str);
