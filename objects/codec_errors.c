// Calling error handlers from the codecs.
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

// The exception object for a handler: counted.
static SkValue make_error(SkType *type, const char *encoding, SkValue object, size_t start, size_t end, const char *reason) {
    SK_AUTO SkValue name = sk_str_from(encoding);
    SK_AUTO SkValue why = sk_str_from(reason);
    if (sk_is_empty(name) || sk_is_empty(why)) return SK_EMPTY;
    SkValue args[] = {name, object, sk_int_from_int64((int64_t)start), sk_int_from_int64((int64_t)end), why};
    return sk_own(sk_call(sk_type_value(type), args, SK_COUNT_OF(args), SK_EMPTY));
}

// Splits a handler's answer: (replacement, position), the position counted from the end if negative.
static bool read_answer(SkValue answer, bool decoding, bool huge_is_out, size_t n, SkValue *replacement, size_t *pos) {
    if (sk_is_empty(answer)) return false;
    if (!sk_is_tuple(answer) || sk_tuple_len(answer) != 2 || !sk_is_int(sk_tuple_peek(answer, 1)) ||
        !(sk_is_str(sk_tuple_peek(answer, 0)) || (!decoding && sk_is_bytes(sk_tuple_peek(answer, 0)))))
        return sk_raise_false(sk_exc_TypeError, decoding ? "decoding error handler must return (str, int) tuple"
                                                         : "encoding error handler must return (str/bytes, int) tuple");
    int64_t at;
    if (huge_is_out && !sk_int_fits_int64(sk_tuple_peek(answer, 1), &at))
        return sk_raise_false(sk_exc_IndexError, "position -1 from error handler out of bounds");
    if (!sk_as_int64(sk_tuple_peek(answer, 1), &at)) return false;
    int64_t given = at;
    if (at < 0) at += (int64_t)n;
    if (at < 0 || at > (int64_t)n)
        return sk_raise_false(sk_exc_IndexError, "position %lld from error handler out of bounds", (long long)given);
    *replacement = sk_tuple_peek(answer, 0);
    *pos = (size_t)at;
    return true;
}

static bool need_handler(SkValue *handler, const char *errors) {
    if (sk_is_empty(*handler)) *handler = sk_codec_lookup_error(errors);
    return !sk_is_empty(*handler);
}

// ---- decoding ------------------------------------------------------------------------------------------------------------

void sk_decoder_init(SkDecoder *d, const char *encoding, const char *data, size_t n, const char *errors) {
    *d = (SkDecoder){.encoding = encoding, .errors = errors, .mode = sk_error_mode(errors), .data = (const uint8_t *)data, .n = n};
    sk_sb_init(&d->out);
}

static bool raise_error(SkDecoder *d, size_t start, size_t end, const char *reason) {
    sk_raise_unicode_decode(d->encoding, (const char *)d->data, d->n, start, end, reason);
    return false;
}

bool sk_decoder_error(SkDecoder *d, size_t start, size_t end, const char *reason, size_t *pos) {
    if (d->mode == SK_ERRORS_XML || d->mode == SK_ERRORS_NAME)
        return sk_raise_false(sk_exc_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    if (d->mode != SK_ERRORS_OTHER) {
        if (sk_errors_decode(d->mode, d->encoding, d->data, d->n, start, end, &d->out, pos)) return !d->out.failed;
        return raise_error(d, start, end, reason);
    }
    if (!need_handler(&d->handler, d->errors)) return false;
    if (sk_is_empty(d->object)) {
        d->object = sk_bytes_from(d->data, d->n);
        if (sk_is_empty(d->object)) return false;
        d->data = (const uint8_t *)sk_as_bytes(d->object)->data;
    }
    SK_AUTO SkValue error = make_error(sk_exc_UnicodeDecodeError, d->encoding, d->object, start, end, reason);
    if (sk_is_empty(error)) return false;
    SK_AUTO SkValue answer = sk_own(sk_call1(d->handler, error));
    if (sk_is_empty(answer)) return false;
    // A handler may put another text in the exception: decoding goes on in it.
    SkValue object = sk_getattr_s(error, "object");
    if (sk_is_empty(object)) return false;
    if (!sk_is_bytes(object)) {
        sk_release(object);
        return sk_raise_false(sk_exc_TypeError, "exception attribute object must be bytes");
    }
    sk_release(d->object);
    d->object = object;
    d->data = (const uint8_t *)sk_as_bytes(object)->data;
    d->n = sk_as_bytes(object)->length;
    SkValue replacement;
    if (!read_answer(answer, true, d->huge_is_out, d->n, &replacement, pos)) return false;
    sk_sb_str(&d->out, replacement);
    return !d->out.failed;
}

SkValue sk_decoder_finish(SkDecoder *d, bool good) {
    sk_release(d->object);
    sk_release(d->handler);
    if (good) return sk_sb_finish(&d->out);
    sk_sb_discard(&d->out);
    return SK_EMPTY;
}

// ---- encoding ------------------------------------------------------------------------------------------------------------

void sk_encoder_init(SkEncoder *e, const char *encoding, SkValue s, const char *errors, int (*put)(SkEncoder *, uint32_t)) {
    memset(e, 0, offsetof(SkEncoder, out));
    e->encoding = encoding;
    e->errors = errors;
    e->mode = sk_error_mode(errors);
    e->str = s;
    e->s = sk_as_str(s);
    e->put = put;
    e->state = NULL;
    e->unit = 1;
    e->handler = SK_EMPTY;
    e->huge_is_out = false;
    sk_strbuf_init(&e->out);
}

static bool raise_encode(SkEncoder *e, size_t start, size_t end, const char *reason) {
    sk_raise_unicode_encode(e->encoding, e->str, start, end, reason);
    return false;
}

// Encodes a handler's text: what is itself unencodable raises the original error.
static bool put_text(SkEncoder *e, const void *units, unsigned kind, size_t n, size_t start, size_t end, const char *reason) {
    for (size_t i = 0; i < n; i++) {
        int done = e->put(e, sk_unit_at(units, kind, i));
        if (done < 0) return false;
        if (done == 0) return raise_encode(e, start, end, reason);
    }
    return true;
}

static bool put_bytes(SkEncoder *e, const char *data, size_t n, size_t start, size_t end, const char *reason) {
    if (n % e->unit) return raise_encode(e, start, end, reason);
    sk_strbuf_append(&e->out, data, n);
    return true;
}

bool sk_encoder_error(SkEncoder *e, size_t start, size_t end, const char *reason, size_t *pos) {
    if (e->mode != SK_ERRORS_OTHER) {
        SkStrBuilder text;
        SkStrBuf bytes;
        sk_sb_init(&text);
        sk_strbuf_init(&bytes);
        bool is_bytes;
        // The codecs that know surrogateescape themselves encode what it can do for, and report the rest.
        for (; e->mode == SK_ERRORS_ESCAPE && !e->state && e->unit == 1 && start < end; start++) {
            uint32_t c = sk_str_at(e->s, start);
            if (c < 0xdc80 || c > 0xdcff) break;
            sk_strbuf_append_char(&e->out, (char)(c & 0xff));
        }
        bool good = sk_errors_encode(e->mode, e->encoding, e->s, start, end, &text, &bytes, &is_bytes, pos);
        if (!good) raise_encode(e, start, end, reason);
        else if (is_bytes) good = put_bytes(e, bytes.data, bytes.len, start, end, reason);
        else good = !text.failed && put_text(e, text.data, text.kind, text.length, start, end, reason);
        sk_sb_discard(&text);
        sk_strbuf_free(&bytes);
        return good;
    }
    if (!need_handler(&e->handler, e->errors)) return false;
    SK_AUTO SkValue error = make_error(sk_exc_UnicodeEncodeError, e->encoding, e->str, start, end, reason);
    if (sk_is_empty(error)) return false;
    SK_AUTO SkValue answer = sk_own(sk_call1(e->handler, error));
    SkValue replacement;
    if (!read_answer(answer, false, e->huge_is_out, e->s->length, &replacement, pos)) return false;
    if (sk_is_bytes(replacement))
        return put_bytes(e, sk_as_bytes(replacement)->data, sk_as_bytes(replacement)->length, start, end, reason);
    const SkStr *s = sk_as_str(replacement);
    return put_text(e, s->data, s->kind, s->length, start, end, reason);
}

SkValue sk_encoder_finish(SkEncoder *e, bool good) {
    sk_release(e->handler);
    SkValue result = !good ? SK_EMPTY : e->out.oom ? sk_raise_memory() : sk_bytes_from(e->out.data, e->out.len);
    sk_strbuf_free(&e->out);
    return result;
}
