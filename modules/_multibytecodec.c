// _multibytecodec: codecs of the East Asian encodings as objects, their incremental and stream forms, and the modules
// _codecs_cn, _codecs_hk, _codecs_iso2022, _codecs_jp, _codecs_kr and _codecs_tw, whose getcodec() hands them out.
//
// The state of an incremental codec or a stream (what is pending and what has been designated) is copied out under the
// object's lock, worked on, and stored under it again: threads that use one object at the same time get each other's
// text mixed up, but every state is one that somebody stored.
#include <string.h>

#include "modules/_cjk.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/hooks.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

enum { PENDING_CHARS = 2, PENDING_BYTES = 8 };

#define ILLEGAL "illegal multibyte sequence"
#define INCOMPLETE "incomplete multibyte sequence"

// ---- encoding ------------------------------------------------------------------------------------------------------------

typedef struct {
    const SkCjkCodec *codec;
    SkCjkState *state;
} Context;

// A character of a handler's text.
static int put_char(SkEncoder *e, uint32_t c) {
    Context *x = e->state;
    uint8_t out[SK_CJK_OUT_MAX];
    int n;
    int taken = x->codec->encode(x->codec, x->state, &c, 1, true, out, &n);
    if (taken == SK_CJK_MEMORY) return sk_raise_memory(), -1;
    if (taken <= 0) return 0;
    sk_strbuf_append(&e->out, (char *)out, (size_t)n);
    return 1;
}

// Encodes a str. last: all of it, else what depends on further characters is left; *taken says how many were encoded.
// reset: ends in the first state again.
static SkValue encode_text(const SkCjkCodec *codec, SkCjkState *state, SkValue text, const char *errors, bool last, bool reset, size_t *taken) {
    SkEncoder e;
    Context x = {codec, state};
    sk_encoder_init(&e, codec->name, text, errors, put_char);
    e.state = &x;
    e.huge_is_out = true;
    bool good = true;
    size_t i = 0, n = e.s->length;
    uint8_t out[SK_CJK_OUT_MAX];
    int size;
    while (good && i < n) {
        uint32_t in[2] = {sk_str_at(e.s, i), i + 1 < n ? sk_str_at(e.s, i + 1) : 0};
        int r = codec->encode(codec, state, in, i + 1 < n ? 2 : 1, last, out, &size);
        if (r > 0) {
            sk_strbuf_append(&e.out, (char *)out, (size_t)size);
            i += (size_t)r;
        } else if (r == SK_CJK_MORE) {
            break;
        } else if (r == SK_CJK_MEMORY) {
            sk_raise_memory();
            good = false;
        } else {
            good = sk_encoder_error(&e, i, i + (size_t)-r, ILLEGAL, &i);
        }
    }
    if (good && reset) {
        size = sk_cjk_end(codec, state, out);
        sk_strbuf_append(&e.out, (char *)out, (size_t)size);
    }
    *taken = i;
    return sk_encoder_finish(&e, good);
}

// ---- decoding ------------------------------------------------------------------------------------------------------------

// Decodes. last false: an unfinished sequence at the end is left. Nothing may be left over but up to PENDING_BYTES at the end
// of the text that the decoder ended in (a handler may have changed it): they go to rest, their number to *nrest.
static SkValue decode_bytes(const SkCjkCodec *codec, SkCjkState *state, const char *data, size_t n, const char *errors, bool last,
                            uint8_t rest[PENDING_BYTES], size_t *nrest) {
    SkDecoder d;
    sk_decoder_init(&d, codec->name, data, n, errors);
    d.huge_is_out = true;
    bool good = true;
    size_t pos = 0;
    *nrest = 0;
    while (good && pos < d.n) {
        uint32_t out[2];
        int nout;
        int r = codec->decode(codec, state, d.data + pos, d.n - pos, out, &nout);
        if (r > 0) {
            for (int i = 0; i < nout; i++) sk_sb_char(&d.out, out[i]);
            pos += (size_t)r;
        } else if (r < 0) {
            good = sk_decoder_error(&d, pos, pos + (size_t)-r, ILLEGAL, &pos);
        } else if (last) {
            good = sk_decoder_error(&d, pos, d.n, INCOMPLETE, &pos);
        } else if (d.n - pos > PENDING_BYTES) {
            sk_raise(sk_exc_UnicodeError, "pending buffer overflow");
            good = false;
        } else {
            memcpy(rest, d.data + pos, *nrest = d.n - pos);
            break;
        }
    }
    return sk_decoder_finish(&d, good);
}

// ---- arguments -----------------------------------------------------------------------------------------------------------

static bool errors_arg(const char *function, SkValue v, SkUtf8 *out) {
    *out = (SkUtf8){0};
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument 'errors' must be str or None, not %T", function, v);
    *out = sk_str_utf8(v);
    return out->text != NULL;
}

static SkValue pair(SkValue first, size_t n) {
    if (sk_is_empty(first)) return SK_EMPTY;
    SkValue items[2] = {first, sk_from_small_int((int64_t)n)};
    return sk_tuple_steal(items, 2);
}

// A str, or str() of what is none, as a counted value.
static SkValue text_of(SkValue v) {
    if (sk_is_str(v)) return sk_retain(v);
    SkValue text = sk_str(v);
    if (!sk_is_empty(text)) return text;
    return sk_raise(sk_exc_TypeError, "couldn't convert the object to str.");
}

// ---- MultibyteCodec ------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    const SkCjkCodec *codec;
} Codec;

static SkType codec_type;

static const SkCjkCodec *codec_of(SkValue v) { return ((Codec *)sk_ptr(v))->codec; }

static SkValue codec_encode(SkValue self, const SkValue *args) {
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    SK_AUTO SkValue text = text_of(args[0]);
    if (sk_is_empty(text) || !errors_arg("encode", args[1], &errors)) return SK_EMPTY;
    SkCjkState state;
    size_t taken;
    sk_cjk_start(codec_of(self), &state, false);
    return pair(encode_text(codec_of(self), &state, text, errors.text, true, true, &taken), sk_str_len(text));
}

static SkValue codec_decode(SkValue self, const SkValue *args) {
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(args[0], &b, SK_BUF_PRIVATE) || !errors_arg("decode", args[1], &errors)) return SK_EMPTY;
    SkCjkState state;
    uint8_t rest[PENDING_BYTES];
    size_t nrest;
    sk_cjk_start(codec_of(self), &state, true);
    return pair(decode_bytes(codec_of(self), &state, b.length ? b.data : "", (size_t)b.length, errors.text, true, rest, &nrest),
                (size_t)b.length);
}

static void codec_destroy(SkObject *o) { sk_object_free(o, sizeof(Codec)); }

static const SkMethodDef codec_methods[] = {
    {"encode", SK_SIG, .sig_fn = codec_encode, "(input, errors=None)", "Encode a str; the bytes and the number of characters."},
    {"decode", SK_SIG, .sig_fn = codec_decode, "(input, errors=None)", "Decode bytes; the str and the number of bytes."},
    {0},
};

static SkType codec_type = {
    SK_TYPE_HEAD(0, sizeof(Codec), NULL, NULL, codec_destroy),
    .name = "_multibytecodec.MultibyteCodec",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .methods = codec_methods,
};

// ---- what has a state ----------------------------------------------------------------------------------------------------

typedef struct {
    SkCjkState state;
    uint8_t nchars, nbytes;
    uint32_t chars[PENDING_CHARS];    // of an encoder
    uint8_t bytes[PENDING_BYTES];     // of a decoder
} Pending;

// Incremental encoders and decoders, and stream readers and writers, which have a stream.
typedef struct {
    SkObject header;
    const SkCjkCodec *codec;  // set by new, and constant
    SkSlot errors, stream;
    Pending pending;          // under the object's lock
} Stateful;

static Stateful *as_stateful(SkValue v) { return (Stateful *)sk_ptr(v); }

static Pending load(Stateful *o) {
    sk_lock(&o->header);
    Pending p = o->pending;
    sk_unlock(&o->header);
    return p;
}

static void store(Stateful *o, const Pending *p) {
    sk_lock(&o->header);
    o->pending = *p;
    sk_unlock(&o->header);
}

static void start(Stateful *o, bool decoder) {
    Pending p = {0};
    sk_cjk_start(o->codec, &p.state, decoder);
    store(o, &p);
}

static SkType decoder_type, reader_type;

static SkValue make(SkType *type, SkValue stream, SkValue errors) {
    if (!sk_is_empty(errors) && !sk_is_str(errors))
        return sk_raise(sk_exc_TypeError, "%s() argument %d must be str, not %T", strrchr(type->name, '.') ? strrchr(type->name, '.') + 1 : type->name,
                        sk_is_empty(stream) ? 1 : 2, errors);
    SK_AUTO SkValue codec = sk_getattr_s(sk_type_value(type), "codec");
    if (sk_is_empty(codec)) return SK_EMPTY;
    if (!sk_is_ptr(codec) || sk_ptr_type(sk_ptr(codec)) != &codec_type) return sk_raise(sk_exc_TypeError, "codec is unexpected type");
    Stateful *o = (Stateful *)sk_type_alloc(type, 0);
    if (!o) return SK_EMPTY;
    o->codec = codec_of(codec);
    sk_slot_init(&o->errors, sk_is_empty(errors) ? sk_intern_s("strict") : sk_retain(errors));
    sk_slot_init(&o->stream, sk_is_empty(stream) ? SK_EMPTY : sk_retain(stream));
    start(o, sk_is_subtype(type, &decoder_type) || sk_is_subtype(type, &reader_type));
    return sk_counted(o);
}

static SkValue incremental_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue a[1];
    if (!sk_bind("IncrementalCodec", "(errors='strict')", &cache, args, nargs, kwnames, a)) return SK_EMPTY;
    return make(type, SK_EMPTY, a[0]);
}

static SkValue stream_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue a[2];
    if (!sk_bind("StreamCodec", "(stream, errors='strict')", &cache, args, nargs, kwnames, a)) return SK_EMPTY;
    return make(type, a[0], a[1]);
}

// Keeps the __init__ of the classes in codecs, which come later in the order of bases, from running.
static bool no_init(SkValue self SK_UNUSED, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    return true;
}

static void stateful_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((Stateful *)o)->errors, visit, arg);
    sk_slot_visit(&((Stateful *)o)->stream, visit, arg);
}
static void stateful_clear(SkObject *o) {
    sk_instance_clear(o);
    sk_slot_set(o, &((Stateful *)o)->stream, SK_EMPTY);
}
static void stateful_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Stateful *)o)->errors);
    sk_slot_destroy(o, &((Stateful *)o)->stream);
    sk_instance_free(o, 0);
}

static SkValue get_errors(SkValue self, void *closure SK_UNUSED) { return sk_slot_load(sk_ptr(self), &as_stateful(self)->errors); }

static bool set_errors(SkValue self, SkValue v, void *closure SK_UNUSED) {
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "errors must be a string");
    sk_slot_set(sk_ptr(self), &as_stateful(self)->errors, sk_retain(v));
    return true;
}

static SkValue get_stream(SkValue self, void *closure SK_UNUSED) {
    SkValue v = sk_slot_load(sk_ptr(self), &as_stateful(self)->stream);
    return sk_is_empty(v) ? SK_NONE : v;
}

static const SkGetSetDef incremental_getset[] = {
    {.name = "errors", .get = get_errors, .set = set_errors, .doc = "how to treat errors"},
    {0},
};
static const SkGetSetDef stream_getset[] = {
    {.name = "errors", .get = get_errors, .set = set_errors, .doc = "how to treat errors"},
    {.name = "stream", .get = get_stream, .doc = "The stream."},
    {0},
};

// Encodes what is pending and text after it. On an error what was pending stays so.
static SkValue encode_more(Stateful *o, SkValue text, bool last) {
    Pending p = load(o);
    SK_AUTO SkValue errors = sk_slot_get(&o->header, &o->errors);
    SK_AUTO_UTF8 SkUtf8 how = sk_str_utf8(errors);
    SK_AUTO SkValue before = p.nchars ? sk_str_from_ucs4(p.chars, p.nchars) : SK_EMPTY;
    SK_AUTO SkValue all = p.nchars ? (sk_is_empty(before) ? SK_EMPTY : sk_str_concat(before, text)) : sk_retain(text);
    if (!how.text || sk_is_empty(all)) return SK_EMPTY;
    size_t taken, n = sk_str_len(all);
    SK_AUTO SkValue bytes = encode_text(o->codec, &p.state, all, how.text, last, last, &taken);
    if (!sk_is_empty(bytes)) {
        if (n - taken > PENDING_CHARS) return sk_raise(sk_exc_UnicodeError, "pending buffer overflow");
        for (size_t i = taken; i < n; i++) p.chars[i - taken] = sk_str_at(sk_as_str(all), i);
        p.nchars = (uint8_t)(n - taken);
    }
    store(o, &p);
    return sk_move(&bytes);
}

// Decodes what is pending and data after it. On an error in the last part what was pending stays so, if `keep`.
static SkValue decode_more(Stateful *o, const char *data, size_t n, bool last, bool keep) {
    Pending p = load(o), kept = p;
    SK_AUTO SkValue errors = sk_slot_get(&o->header, &o->errors);
    SK_AUTO_UTF8 SkUtf8 how = sk_str_utf8(errors);
    if (!how.text) return SK_EMPTY;
    SkStrBuf all;
    sk_strbuf_init(&all);
    if (p.nbytes) {
        sk_strbuf_append(&all, (char *)p.bytes, p.nbytes);
        sk_strbuf_append(&all, data, n);
        if (all.oom) {
            sk_strbuf_free(&all);
            return sk_raise_memory();
        }
        data = all.data;
        n = all.len;
    }
    size_t nrest;
    SkValue text = decode_bytes(o->codec, &p.state, data, n, how.text, last, p.bytes, &nrest);
    p.nbytes = (uint8_t)nrest;
    sk_strbuf_free(&all);
    if (!sk_is_empty(text)) {
        store(o, &p);
    } else if (last && keep) {
        kept.state = p.state;
        store(o, &kept);
    } else {
        p.nbytes = 0;
        store(o, &p);
    }
    return text;
}

// ---- incremental encoders --------------------------------------------------------------------------------------------------

static bool final_arg(SkValue v, bool *final) {
    int truth = sk_is_empty(v) ? 0 : sk_truth(v);
    *final = truth > 0;
    return truth >= 0;
}

static SkValue encoder_encode(SkValue self, const SkValue *args) {
    bool final;
    SK_AUTO SkValue text = text_of(args[0]);
    if (sk_is_empty(text) || !final_arg(args[1], &final)) return SK_EMPTY;
    return encode_more(as_stateful(self), text, final);
}

static SkValue encoder_reset(SkValue self) {
    start(as_stateful(self), false);
    return SK_NONE;
}

// As a number: the length of the pending text in UTF-8, that text, and the state, least significant first.
enum { STATE_BYTES = 1 + 4 * PENDING_CHARS + 8 };

static SkValue encoder_getstate(SkValue self) {
    Pending p = load(as_stateful(self));
    SkStrBuf text;
    sk_strbuf_init(&text);
    for (unsigned i = 0; i < p.nchars; i++) sk_strbuf_append_codepoint(&text, p.chars[i]);
    uint8_t bytes[STATE_BYTES] = {(uint8_t)text.len};
    memcpy(bytes + 1, text.data, text.len);
    memcpy(bytes + 1 + text.len, p.state.c, sizeof p.state.c);
    size_t n = 1 + text.len + sizeof p.state.c;
    sk_strbuf_free(&text);
    return sk_int_from_bytes(bytes, n, true, false);
}

static SkValue encoder_setstate(SkValue self, SkValue v) {
    uint8_t bytes[STATE_BYTES];
    if (!sk_is_int(v)) return sk_raise(sk_exc_TypeError, "setstate() argument must be int, not %T", v);
    if (!sk_int_to_bytes(v, bytes, sizeof bytes, true, false)) return SK_EMPTY;
    if (bytes[0] > 4 * PENDING_CHARS) return sk_raise(sk_exc_UnicodeError, "pending buffer too large");
    SK_AUTO SkValue text = sk_decode_utf8((char *)bytes + 1, bytes[0], "strict", NULL);
    if (sk_is_empty(text)) return SK_EMPTY;
    if (sk_str_len(text) > PENDING_CHARS) return sk_raise(sk_exc_UnicodeError, "pending buffer too large");
    Pending p = {.nchars = (uint8_t)sk_str_len(text)};
    for (unsigned i = 0; i < p.nchars; i++) p.chars[i] = sk_str_at(sk_as_str(text), i);
    memcpy(p.state.c, bytes + 1 + bytes[0], sizeof p.state.c);
    store(as_stateful(self), &p);
    return SK_NONE;
}

// ---- incremental decoders --------------------------------------------------------------------------------------------------

static SkValue decoder_decode(SkValue self, const SkValue *args) {
    bool final;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(args[0], &b, SK_BUF_PRIVATE) || !final_arg(args[1], &final)) return SK_EMPTY;
    return decode_more(as_stateful(self), b.length ? b.data : "", (size_t)b.length, final, true);
}

static SkValue decoder_reset(SkValue self) {
    Pending p = load(as_stateful(self));
    p.nbytes = 0;
    sk_cjk_reset_decoder(as_stateful(self)->codec, &p.state);
    store(as_stateful(self), &p);
    return SK_NONE;
}

static SkValue decoder_getstate(SkValue self) {
    Pending p = load(as_stateful(self));
    SK_AUTO SkValue bytes = sk_bytes_from(p.bytes, p.nbytes);
    SK_AUTO SkValue state = sk_int_from_bytes(p.state.c, sizeof p.state.c, true, false);
    return sk_is_empty(bytes) || sk_is_empty(state) ? SK_EMPTY : sk_tuple_pack(2, bytes, state);
}

static SkValue decoder_setstate(SkValue self, SkValue v) {
    Pending p = {0};
    if (!sk_is_tuple(v) || sk_tuple_len(v) != 2) return sk_raise(sk_exc_TypeError, "setstate() argument must be tuple, not %T", v);
    SkValue bytes = sk_tuple_peek(v, 0), state = sk_tuple_peek(v, 1);
    if (!sk_is_bytes(bytes) || !sk_is_int(state)) return sk_raise(sk_exc_TypeError, "setstate(): illegal state argument");
    if (!sk_int_to_bytes(state, p.state.c, sizeof p.state.c, true, false)) return SK_EMPTY;
    size_t n = sk_as_bytes(bytes)->length;
    if (n > PENDING_BYTES)
        return sk_raise_unicode_decode(as_stateful(self)->codec->name, sk_as_bytes(bytes)->data, n, 0, n, "pending buffer too large");
    memcpy(p.bytes, sk_as_bytes(bytes)->data, p.nbytes = (uint8_t)n);
    store(as_stateful(self), &p);
    return SK_NONE;
}

// ---- stream readers --------------------------------------------------------------------------------------------------------

// size below 0: all there is. Reads on byte by byte until there is a character.
static SkValue read_some(SkValue self, const char *method, int64_t size) {
    Stateful *o = as_stateful(self);
    if (size == 0) return sk_str_from_ascii("", 0);
    for (;; size = 1) {
        SK_AUTO SkValue stream = sk_slot_get(&o->header, &o->stream);
        SkValue wanted = sk_int_from_int64(size);
        SK_AUTO SkValue data = sk_own(sk_call_method_s(stream, method, &wanted, size < 0 ? 0 : 1));
        if (sk_is_empty(data)) return SK_EMPTY;
        if (!sk_is_bytes(data)) return sk_raise(sk_exc_TypeError, "stream function returned a non-bytes object (%.100T)", data);
        const SkBytes *b = sk_as_bytes(data);
        bool end = b->length == 0;
        SkValue text = decode_more(o, b->data, b->length, end || size < 0, false);
        if (sk_is_empty(text) || end || size < 0 || sk_str_len(text)) return text;
        sk_release(text);
    }
}

static bool size_arg(const SkValue *args, size_t nargs, const char *function, int64_t *size) {
    *size = -1;
    if (!sk_check_nargs(function, nargs, 0, 1)) return false;
    if (nargs == 0 || sk_is_none(args[0])) return true;
    if (!sk_is_int(args[0])) return sk_raise_false(sk_exc_TypeError, "arg 1 must be an integer");
    return sk_as_int64(args[0], size);
}

static SkValue reader_read(SkValue self, const SkValue *args, size_t nargs) {
    int64_t size;
    return size_arg(args, nargs, "read", &size) ? read_some(self, "read", size) : SK_EMPTY;
}

static SkValue reader_readline(SkValue self, const SkValue *args, size_t nargs) {
    int64_t size;
    return size_arg(args, nargs, "readline", &size) ? read_some(self, "readline", size) : SK_EMPTY;
}

static SkValue reader_readlines(SkValue self, const SkValue *args, size_t nargs) {
    int64_t size;
    if (!size_arg(args, nargs, "readlines", &size)) return SK_EMPTY;
    SK_AUTO SkValue text = read_some(self, "read", size);
    SkValue keep = SK_TRUE;
    return sk_is_empty(text) ? SK_EMPTY : sk_call_method_s(text, "splitlines", &keep, 1);
}

// ---- stream writers --------------------------------------------------------------------------------------------------------

static bool write_text(Stateful *o, SkValue v) {
    SK_AUTO SkValue text = text_of(v);
    SK_AUTO SkValue bytes = sk_is_empty(text) ? SK_EMPTY : encode_more(o, text, false);
    SK_AUTO SkValue stream = sk_slot_get(&o->header, &o->stream);
    SK_AUTO SkValue r = sk_is_empty(bytes) ? SK_EMPTY : sk_own(sk_call_method_s(stream, "write", &bytes, 1));
    return !sk_is_empty(r);
}

static SkValue writer_write(SkValue self, SkValue text) { return write_text(as_stateful(self), text) ? SK_NONE : SK_EMPTY; }

static SkValue writer_writelines(SkValue self, SkValue lines) {
    SK_AUTO SkValue items = sk_own(sk_iter(lines));
    if (sk_is_empty(items)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue line = sk_own(sk_next(items));
        if (sk_is_empty(line)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
        if (!write_text(as_stateful(self), line)) return SK_EMPTY;
    }
}

static SkValue writer_reset(SkValue self) {
    Stateful *o = as_stateful(self);
    if (load(o).nchars == 0) return SK_NONE;  // also after designations: as in CPython
    SK_AUTO SkValue nothing = sk_str_from_ascii("", 0);
    SK_AUTO SkValue bytes = sk_is_empty(nothing) ? SK_EMPTY : encode_more(o, nothing, true);
    if (sk_is_empty(bytes)) return SK_EMPTY;
    start(o, false);
    if (sk_as_bytes(bytes)->length == 0) return SK_NONE;
    SK_AUTO SkValue stream = sk_slot_get(&o->header, &o->stream);
    SK_AUTO SkValue r = sk_own(sk_call_method_s(stream, "write", &bytes, 1));
    return sk_is_empty(r) ? SK_EMPTY : SK_NONE;
}

// ---- types ---------------------------------------------------------------------------------------------------------------

#define TYPE(text, make_, methods_, getset_)                                                          \
    {                                                                                                 \
        SK_TYPE_HEAD(0, sizeof(Stateful), stateful_trace, stateful_clear, stateful_destroy),          \
        .name = "_multibytecodec." text, .flags = SK_TF_BASE | SK_TF_IMMUTABLE, .new_ = make_,        \
        .init = no_init,                                                                              \
        .methods = methods_, .getset = getset_,                                                       \
    }

static const SkMethodDef encoder_methods[] = {
    {"encode", SK_SIG, .sig_fn = encoder_encode, "(input, final=False)", "Encode the next part of a text."},
    {"getstate", SK_NOARGS, .noargs = encoder_getstate, "()", "The state as an int."},
    {"setstate", SK_ONEARG, .onearg = encoder_setstate, "(state, /)", "Go back to a state."},
    {"reset", SK_NOARGS, .noargs = encoder_reset, "()", "Begin anew."},
    {0},
};
static const SkMethodDef decoder_methods[] = {
    {"decode", SK_SIG, .sig_fn = decoder_decode, "(input, final=False)", "Decode the next part of the data."},
    {"getstate", SK_NOARGS, .noargs = decoder_getstate, "()", "The bytes that wait and the state."},
    {"setstate", SK_ONEARG, .onearg = decoder_setstate, "(state, /)", "Go back to a state."},
    {"reset", SK_NOARGS, .noargs = decoder_reset, "()", "Begin anew."},
    {0},
};
static const SkMethodDef reader_methods[] = {
    {"read", SK_FAST, .fast = reader_read, "(sizeobj=None, /)", "Read and decode."},
    {"readline", SK_FAST, .fast = reader_readline, "(sizeobj=None, /)", "Read and decode a line."},
    {"readlines", SK_FAST, .fast = reader_readlines, "(sizehintobj=None, /)", "Read and decode, as a list of lines."},
    {"reset", SK_NOARGS, .noargs = decoder_reset, "()", "Begin anew."},
    {0},
};
static const SkMethodDef writer_methods[] = {
    {"write", SK_ONEARG, .onearg = writer_write, "(strobj, /)", "Encode and write."},
    {"writelines", SK_ONEARG, .onearg = writer_writelines, "(lines, /)", "Encode and write each."},
    {"reset", SK_NOARGS, .noargs = writer_reset, "()", "Write what ends the text, and begin anew."},
    {0},
};

static SkType encoder_type = TYPE("MultibyteIncrementalEncoder", incremental_new, encoder_methods, incremental_getset);
static SkType decoder_type = TYPE("MultibyteIncrementalDecoder", incremental_new, decoder_methods, incremental_getset);
static SkType reader_type = TYPE("MultibyteStreamReader", stream_new, reader_methods, stream_getset);
static SkType writer_type = TYPE("MultibyteStreamWriter", stream_new, writer_methods, stream_getset);

static bool exec(SkValue m) {
    return sk_type_ready(&codec_type) && sk_module_add_type(m, &encoder_type) && sk_module_add_type(m, &decoder_type) &&
           sk_module_add_type(m, &reader_type) && sk_module_add_type(m, &writer_type);
}

const SkModuleDef sk_module__multibytecodec = {"_multibytecodec", "What the encodings of East Asia have in common.", NULL, exec};

// ---- the modules that have the codecs --------------------------------------------------------------------------------------

static SkValue find_codec(const char *module, SkValue name) {
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "encoding name must be a string.");
    for (const SkCjkCodec *c = sk_cjk_codecs; c->name; c++) {
        if (strcmp(c->module, module) || !sk_str_equals_ascii(name, c->name)) continue;
        SK_AUTO SkValue loaded = sk_import("_multibytecodec");  // readies the types
        if (sk_is_empty(loaded)) return SK_EMPTY;
        Codec *o = (Codec *)sk_object_new(&codec_type.head, sizeof *o);
        if (!o) return sk_raise_memory();
        o->codec = c;
        return sk_counted(o);
    }
    return sk_raise(sk_exc_LookupError, "no such codec is supported.");
}

#define MODULE(name)                                                                                             \
    static SkValue name##_getcodec(SkValue m SK_UNUSED, SkValue codec) { return find_codec("_codecs_" #name, codec); } \
    static const SkMethodDef name##_functions[] = {                                                              \
        {"getcodec", SK_ONEARG, .onearg = name##_getcodec, "(name, /)", "The codec of this name."}, {0}};         \
    const SkModuleDef sk_module__codecs_##name = {"_codecs_" #name, "Encodings of East Asia.", name##_functions, NULL};
MODULE(cn)
MODULE(hk)
MODULE(iso2022)
MODULE(jp)
MODULE(kr)
MODULE(tw)
