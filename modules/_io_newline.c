// Universal newlines: the decoder, and the search for line ends.
#include <stdio.h>

#include "modules/_io.h"
#include "objects/tuple.h"

enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };

bool sk_io_newline_arg(const char *function, SkValue v, SkNewlineArg *out) {
    *out = (SkNewlineArg){0};
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument 'newline' must be str or None, not %.50O", function, v);
    static const char *const known[] = {"", "\n", "\r", "\r\n"};
    out->given = true;
    for (size_t i = 0; i < SK_COUNT_OF(known); i++) {
        if (!sk_str_equals_ascii(v, known[i])) continue;
        memcpy(out->text, known[i], strlen(known[i]) + 1);
        return true;
    }
    return sk_raise_false(sk_exc_ValueError, !strcmp(function, "StringIO") ? "illegal newline value: %R" : "illegal newline value: %S", v);
}

static int64_t find(const void *data, unsigned kind, size_t start, size_t n, char c) {
    if (start >= n) return -1;
    if (kind == 1) {
        const char *p = memchr((const char *)data + start, c, n - start);
        return p ? p - (const char *)data : -1;
    }
    const uint16_t *d2 = data;
    const uint32_t *d4 = data;
    for (size_t i = start; i < n; i++)
        if ((kind == 2 ? d2[i] : d4[i]) == (unsigned char)c) return (int64_t)i;
    return -1;
}

static uint32_t at(const void *data, unsigned kind, size_t i) {
    return kind == 1 ? ((const uint8_t *)data)[i] : kind == 2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}

int64_t sk_io_line_end(const SkLineEnds *ends, const void *data, unsigned kind, size_t start, size_t n, size_t *keep) {
    *keep = n;
    if (ends->translate || (!ends->universal && ends->text[0] == '\n')) {
        int64_t lf = find(data, kind, start, n, '\n');
        return lf < 0 ? -1 : lf + 1;
    }
    if (ends->universal) {
        int64_t lf = find(data, kind, start, n, '\n');
        int64_t cr = find(data, kind, start, lf < 0 ? n : (size_t)lf, '\r');
        if (cr < 0) return lf < 0 ? -1 : lf + 1;
        return cr + 1 == lf ? lf + 1 : cr + 1;
    }
    if (!ends->text[1]) {
        int64_t i = find(data, kind, start, n, ends->text[0]);
        return i < 0 ? -1 : i + 1;
    }
    for (size_t i = start;;) {
        int64_t cr = find(data, kind, i, n, '\r');
        if (cr < 0) return -1;
        if ((size_t)cr + 1 == n) {
            *keep = (size_t)cr;
            return -1;
        }
        if (at(data, kind, (size_t)cr + 1) == '\n') return cr + 2;
        i = (size_t)cr + 1;
    }
}

SkValue sk_io_newlines_replace(SkValue text, const char *with) {
    SkStr *s = sk_as_str(text);
    size_t n = s->length, k = strlen(with);
    int64_t lf = find(s->data, s->kind, 0, n, '\n');
    if (lf < 0) return sk_retain(text);
    SkStrBuilder b;
    sk_sb_init(&b);
    size_t from = 0;
    for (; lf >= 0; lf = find(s->data, s->kind, from, n, '\n')) {
        sk_sb_slice(&b, text, from, (size_t)lf);
        sk_sb_ascii(&b, with, k);
        from = (size_t)lf + 1;
    }
    sk_sb_slice(&b, text, from, n);
    return sk_sb_finish(&b);
}

// \r\n and \r become \n.
static SkValue translate(SkValue text, SkNewlines *n) {
    SkStr *s = sk_as_str(text);
    size_t length = s->length, from = 0;
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c == '\n') n->seen |= SEEN_LF;
        if (c != '\r') continue;
        sk_sb_slice(&b, text, from, i);
        sk_sb_char(&b, '\n');
        bool pair = i + 1 < length && sk_str_at(s, i + 1) == '\n';
        n->seen |= pair ? SEEN_CRLF : SEEN_CR;
        i += pair;
        from = i + 1;
    }
    sk_sb_slice(&b, text, from, length);
    return sk_sb_finish(&b);
}

SkValue sk_io_newlines_decode(SkNewlines *n, SkValue text, bool final) {
    if (sk_is_empty(text)) return text;
    size_t length = sk_str_len(text);
    if (n->pending_cr && (final || length)) {
        SK_AUTO SkValue cr = sk_str_from_ascii("\r", 1);
        SkValue joined = sk_is_empty(cr) ? SK_EMPTY : sk_str_concat(cr, text);
        sk_release(text);
        if (sk_is_empty(joined)) return joined;
        text = joined;
        n->pending_cr = false;
        length++;
    }
    // A \r at the end waits for what follows, so that \r\n is never torn.
    if (!final && length && sk_str_at(sk_as_str(text), length - 1) == '\r') {
        SkValue shorter = sk_str_slice(text, 0, length - 1);
        sk_release(text);
        if (sk_is_empty(shorter)) return shorter;
        text = shorter;
        length--;
        n->pending_cr = true;
    }
    SkStr *s = sk_as_str(text);
    if (!length) return text;
    if (find(s->data, s->kind, 0, length, '\r') < 0) {
        if (!(n->seen & SEEN_LF) && find(s->data, s->kind, 0, length, '\n') >= 0) n->seen |= SEEN_LF;
        return text;
    }
    if (n->translate) {
        SkValue out = translate(text, n);
        sk_release(text);
        return out;
    }
    for (size_t i = 0; i < length && n->seen != 7; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c == '\n') n->seen |= SEEN_LF;
        if (c != '\r') continue;
        bool pair = i + 1 < length && sk_str_at(s, i + 1) == '\n';
        n->seen |= pair ? SEEN_CRLF : SEEN_CR;
        i += pair;
    }
    return text;
}

SkValue sk_io_newlines_seen(unsigned seen) {
    if (!seen) return SK_NONE;
    SkValue items[3];
    size_t n = 0;
    if (seen & SEEN_CR) items[n++] = sk_str_from("\r");
    if (seen & SEEN_LF) items[n++] = sk_str_from("\n");
    if (seen & SEEN_CRLF) items[n++] = sk_str_from("\r\n");
    return n == 1 ? items[0] : sk_tuple_steal(items, n);
}

// ---- IncrementalNewlineDecoder ------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot decoder;  // empty before __init__; None: text comes in
    SkSlot errors;
    SkIoLock lock;
    SkNewlines state;
} NewlineDecoder;

static NewlineDecoder *as_decoder(SkValue v) { return (NewlineDecoder *)sk_ptr(v); }

static bool decoder_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    if (!sk_bind("IncrementalNewlineDecoder", "(decoder, translate, errors='strict')", &sig, args, nargs, kwnames, a)) return false;
    int t = sk_truth(a[1]);
    if (t < 0) return false;
    NewlineDecoder *d = as_decoder(self);
    sk_slot_set(&d->header, &d->decoder, sk_retain(a[0]));
    if (!sk_is_empty(a[2])) sk_slot_set(&d->header, &d->errors, sk_retain(a[2]));
    SK_IO_SCOPED(&d->lock);
    d->state = (SkNewlines){.translate = t};
    return true;
}

// The inner decoder, counted; SK_EMPTY with an exception before __init__.
static SkValue inner(NewlineDecoder *d) {
    SkValue v = sk_slot_get(&d->header, &d->decoder);
    return sk_is_empty(v) ? sk_raise(sk_exc_ValueError, "IncrementalNewlineDecoder.__init__() not called") : v;
}

static SkValue decoder_decode(SkValue self, const SkValue *args) {
    NewlineDecoder *d = as_decoder(self);
    int final = sk_is_empty(args[1]) ? 0 : sk_truth(args[1]);
    if (final < 0) return SK_EMPTY;
    SK_AUTO SkValue decoder = inner(d);
    if (sk_is_empty(decoder)) return SK_EMPTY;
    SK_IO_SCOPED(&d->lock);
    SK_AUTO SkValue text = SK_EMPTY;
    if (sk_is_none(decoder)) {
        text = sk_retain(args[0]);
    } else {
        SkValue a[2] = {args[0], sk_bool(final)};
        text = sk_own(sk_call_method(decoder, SK_ION(decode), a, 2));
        if (sk_is_empty(text)) return SK_EMPTY;
    }
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "decoder should return a string result, not '%.200T'", text);
    return sk_io_newlines_decode(&d->state, sk_move(&text), final);
}

static SkValue decoder_getstate(SkValue self) {
    NewlineDecoder *d = as_decoder(self);
    SK_AUTO SkValue decoder = inner(d);
    if (sk_is_empty(decoder)) return SK_EMPTY;
    SK_IO_SCOPED(&d->lock);
    SK_AUTO SkValue buffer = SK_EMPTY;
    uint64_t flag = 0;
    if (sk_is_none(decoder)) {
        buffer = sk_bytes_from("", 0);
    } else {
        SK_AUTO SkValue state = sk_io_call(decoder, SK_ION(getstate));
        if (sk_is_empty(state)) return SK_EMPTY;
        if (!sk_is_tuple(state)) return sk_raise(sk_exc_TypeError, "illegal decoder state");
        if (sk_tuple_len(state) != 2) return sk_raise(sk_exc_TypeError, "illegal decoder state");
        bool ok;
        flag = sk_as_uint64_mask(sk_tuple_peek(state, 1), &ok);
        if (!ok) return SK_EMPTY;
        buffer = sk_retain(sk_tuple_peek(state, 0));
    }
    SK_AUTO SkValue flags = sk_int_from_uint64(flag << 1 | d->state.pending_cr);
    return sk_is_empty(buffer) ? SK_EMPTY : sk_tuple_pack(2, buffer, flags);
}

static SkValue decoder_setstate(SkValue self, SkValue state) {
    NewlineDecoder *d = as_decoder(self);
    SK_AUTO SkValue decoder = inner(d);
    if (sk_is_empty(decoder)) return SK_EMPTY;
    if (!sk_is_tuple(state)) return sk_raise(sk_exc_TypeError, "state argument must be a tuple");
    if (sk_tuple_len(state) != 2) return sk_raise(sk_exc_TypeError, "setstate(): illegal state argument");
    bool ok;
    uint64_t flag = sk_as_uint64_mask(sk_tuple_peek(state, 1), &ok);
    if (!ok) return SK_EMPTY;
    SK_IO_SCOPED(&d->lock);
    d->state.pending_cr = flag & 1;
    if (sk_is_none(decoder)) return SK_NONE;
    SK_AUTO SkValue flags = sk_int_from_uint64(flag >> 1);
    SK_AUTO SkValue rest = sk_tuple_pack(2, sk_tuple_peek(state, 0), flags);
    return sk_is_empty(rest) ? SK_EMPTY : sk_call_method(decoder, SK_ION(setstate), &rest, 1);
}

static SkValue decoder_reset(SkValue self) {
    NewlineDecoder *d = as_decoder(self);
    SK_AUTO SkValue decoder = inner(d);
    if (sk_is_empty(decoder)) return SK_EMPTY;
    SK_IO_SCOPED(&d->lock);
    d->state.pending_cr = false;
    d->state.seen = 0;
    return sk_is_none(decoder) ? SK_NONE : sk_call_method(decoder, SK_ION(reset), NULL, 0);
}

static SkValue decoder_newlines(SkValue self, void *closure SK_UNUSED) {
    NewlineDecoder *d = as_decoder(self);
    SK_AUTO SkValue decoder = inner(d);
    if (sk_is_empty(decoder)) return SK_EMPTY;
    SK_IO_SCOPED(&d->lock);
    return sk_io_newlines_seen(d->state.seen);
}

static void trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((NewlineDecoder *)o)->decoder, visit, arg);
    sk_slot_visit(&((NewlineDecoder *)o)->errors, visit, arg);
}
static void clear(SkObject *o) {
    sk_instance_clear(o);
    sk_slot_set(o, &((NewlineDecoder *)o)->decoder, SK_EMPTY);
    sk_slot_set(o, &((NewlineDecoder *)o)->errors, SK_EMPTY);
}
static void destroy(SkObject *o) {
    sk_slot_destroy(o, &((NewlineDecoder *)o)->decoder);
    sk_slot_destroy(o, &((NewlineDecoder *)o)->errors);
    sk_instance_free(o, 0);
}

static const SkMethodDef methods[] = {
    {"decode", SK_SIG, .sig_fn = decoder_decode, .sig = "(input, final=False)", .doc = "Decodes and translates."},
    {"getstate", SK_NOARGS, .noargs = decoder_getstate, .sig = "()", .doc = "The state, for setstate()."},
    {"setstate", SK_ONEARG, .onearg = decoder_setstate, .sig = "(state, /)", .doc = "Goes back to a state."},
    {"reset", SK_NOARGS, .noargs = decoder_reset, .sig = "()", .doc = "Back to the beginning."},
    {0},
};
static const SkGetSetDef getset[] = {{"newlines", decoder_newlines, NULL, NULL, NULL}, {0}};

SkType sk_io_newline_decoder_type = {
    SK_TYPE_HEAD(0, sizeof(NewlineDecoder), trace, clear, destroy),
    .name = "_io.IncrementalNewlineDecoder",
    .doc = "IncrementalNewlineDecoder(decoder, translate, errors='strict')\n--\n\n"
           "Turns the line ends of what another decoder "
           "gives into newlines, and notes which there were.",
    .flags = SK_TF_BASE,
    .new_ = sk_io_new,
    .init = decoder_init,
    .methods = methods,
    .getset = getset,
};
