// Numbers, text and bytes in a pickle.
#include "modules/_pickle.h"

#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static bool put_line(SkPickler *p, int op, SkValue text, const char *suffix) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    return u.text && sk_pickle_op(p, op) && sk_pickle_put(p, u.text, u.len) && sk_pickle_put(p, suffix, strlen(suffix));
}

// Two's complement, the fewest bytes.
static bool put_long(SkPickler *p, SkValue v) {
    size_t n = sk_int_sign(v) ? sk_int_bit_length(v) / 8 + 1 : 0;
    SkBytes *b = sk_bytes_new(n ? n : 1);
    if (!b) return false;
    SK_AUTO SkValue holder = sk_counted(b);
    uint8_t *data = (uint8_t *)b->data;
    if (n && !sk_int_to_bytes(v, data, n, true, true)) return false;
    if (sk_int_sign(v) < 0 && n > 1 && data[n - 1] == 0xff && (data[n - 2] & 0x80)) n--;
    if (n > INT32_MAX) return sk_raise_false(sk_exc_OverflowError, "int too large to pickle");
    return (n < 256 ? sk_pickle_le(p, OP_LONG1, n, 1) : sk_pickle_le(p, OP_LONG4, n, 4)) && sk_pickle_put(p, data, n);
}

bool sk_pickle_int(SkPickler *p, SkValue v) {
    int64_t n;
    if (sk_int_fits_int64(v, &n) && n >= INT32_MIN && n <= INT32_MAX) {
        if (!p->bin) {
            char text[32];
            int len = snprintf(text, sizeof text, "%c%lld\n", OP_INT, (long long)n);
            return sk_pickle_put(p, text, (size_t)len);
        }
        if (n >= 0 && n < 256) return sk_pickle_le(p, OP_BININT1, (uint64_t)n, 1);
        if (n >= 0 && n < 65536) return sk_pickle_le(p, OP_BININT2, (uint64_t)n, 2);
        return sk_pickle_le(p, OP_BININT, (uint64_t)n, 4);
    }
    if (p->protocol >= 2) return put_long(p, v);
    SK_AUTO SkValue text = sk_repr(v);
    return !sk_is_empty(text) && put_line(p, OP_LONG, text, "L\n");
}

bool sk_pickle_float(SkPickler *p, SkValue v) {
    double d = sk_float_value(v);
    if (!p->bin) {
        SK_AUTO SkValue text = sk_float_repr_str(d);
        return !sk_is_empty(text) && put_line(p, OP_FLOAT, text, "\n");
    }
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return sk_pickle_le(p, OP_BINFLOAT, __builtin_bswap64(bits), 8);
}

// ---- text ------------------------------------------------------------------------------------------------------------------------

// Each character that would end or change the line as an escape.
static bool put_escaped(SkPickler *p, SkValue v) {
    SkStrBuf b;
    sk_strbuf_init(&b);
    const SkStr *s = sk_as_str(v);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c >= 0x10000) sk_strbuf_printf(&b, "\\U%08x", c);
        else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) sk_strbuf_printf(&b, "\\u%04x", c);
        else sk_strbuf_append_char(&b, (char)c);
    }
    bool ok = b.oom ? sk_is_none(sk_raise_memory()) : sk_pickle_put(p, b.data, b.len);
    sk_strbuf_free(&b);
    return ok;
}

bool sk_pickle_str(SkPickler *p, SkValue v) {
    if (!p->bin)
        return sk_pickle_op(p, OP_UNICODE) && put_escaped(p, v) && sk_pickle_op(p, '\n') && sk_pickle_memo_put(p, v);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(v);
    if (!u.text) return false;
    char header[9];
    size_t size = 5;
    int bytes = 4;
    if (u.len < 256 && p->protocol >= 4) {
        header[0] = (char)OP_SHORT_BINUNICODE;
        bytes = 1;
    } else if (u.len <= UINT32_MAX) {
        header[0] = OP_BINUNICODE;
    } else if (p->protocol >= 4) {
        header[0] = (char)OP_BINUNICODE8;
        bytes = 8;
    } else {
        return sk_raise_false(sk_exc_OverflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
    }
    size = (size_t)bytes + 1;
    for (int i = 0; i < bytes; i++) header[i + 1] = (char)((uint64_t)u.len >> (8 * i));
    return sk_pickle_put_data(p, header, size, u.text, u.len, SK_EMPTY) && sk_pickle_memo_put(p, v);
}

// ---- bytes -----------------------------------------------------------------------------------------------------------------------

static bool put_bytes(SkPickler *p, SkValue obj, const char *data, size_t n, SkValue payload) {
    char header[9];
    int bytes = 4;
    if (n < 256) {
        header[0] = OP_SHORT_BINBYTES;
        bytes = 1;
    } else if (n <= UINT32_MAX) {
        header[0] = OP_BINBYTES;
    } else if (p->protocol >= 4) {
        header[0] = (char)OP_BINBYTES8;
        bytes = 8;
    } else {
        return sk_raise_false(sk_exc_OverflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
    }
    for (int i = 0; i < bytes; i++) header[i + 1] = (char)((uint64_t)n >> (8 * i));
    return sk_pickle_put_data(p, header, (size_t)bytes + 1, data, n, payload) && sk_pickle_memo_put(p, obj);
}

static bool put_bytearray(SkPickler *p, SkValue obj, const char *data, size_t n, SkValue payload) {
    char header[9] = {(char)OP_BYTEARRAY8};
    for (int i = 0; i < 8; i++) header[i + 1] = (char)((uint64_t)n >> (8 * i));
    return sk_pickle_put_data(p, header, 9, data, n, payload) && sk_pickle_memo_put(p, obj);
}

bool sk_pickle_bytes(SkPickler *p, SkValue v) {
    const SkBytes *b = sk_as_bytes(v);
    if (p->protocol >= 3) return put_bytes(p, v, b->data, b->length, v);
    // Older protocols know only text: codecs.encode(text, 'latin1') gives the bytes back.
    if (b->length == 0) return sk_pickle_call(p, sk_type_value(&sk_bytes_type), sk_retain(sk_empty_tuple()), v);
    SK_AUTO SkValue codecs = sk_import("_codecs");
    SK_AUTO SkValue encode = sk_is_empty(codecs) ? codecs : sk_getattr_s(codecs, "encode");
    SK_AUTO SkValue text = sk_is_empty(encode) ? encode : sk_str_from_latin1(b->data, b->length);
    if (sk_is_empty(text)) return false;
    return sk_pickle_call(p, encode, sk_tuple_pack(2, text, sk_intern_s("latin1")), v);
}

bool sk_pickle_bytearray(SkPickler *p, SkValue v) {
    SK_AUTO_BUFFER SkBuffer view;
    if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) {
        view = (SkBuffer){0};
        return false;
    }
    if (p->protocol >= 5) return put_bytearray(p, v, view.data, (size_t)view.length, SK_EMPTY);
    SkValue type = sk_type_value(&sk_bytearray_type);
    if (view.length == 0) return sk_pickle_call(p, type, sk_retain(sk_empty_tuple()), v);
    SK_AUTO SkValue bytes = sk_bytes_from(view.data, (size_t)view.length);
    return !sk_is_empty(bytes) && sk_pickle_call(p, type, sk_tuple_pack(1, bytes), v);
}

static bool out_of_band(SkPickler *p, SkValue v, bool *in_band) {
    *in_band = true;
    SK_AUTO SkValue callback = sk_slot_get(&p->header, &p->buffer_callback);
    if (sk_is_empty(callback) || sk_is_none(callback)) return true;
    SK_AUTO SkValue keep = sk_call1(callback, v);
    int truth = sk_is_empty(keep) ? -1 : sk_truth(keep);
    *in_band = truth > 0;
    return truth >= 0;
}

bool sk_pickle_buffer(SkPickler *p, SkValue v) {
    if (p->protocol < 5) return sk_raise_false(sk_pickling_error(), "PickleBuffer can only be pickled with protocol >= 5");
    SkBuffer view;
    if (!sk_buffer_get(v, &view, SK_BUF_FULL_RO)) return false;
    bool in_band, ok = sk_buffer_is_contiguous(&view, 'A');
    if (!ok) sk_raise(sk_pickling_error(), "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
    ok = ok && out_of_band(p, v, &in_band);
    if (ok && in_band)
        ok = view.readonly ? put_bytes(p, v, view.data, (size_t)view.length, SK_EMPTY)
                           : put_bytearray(p, v, view.data, (size_t)view.length, SK_EMPTY);
    else if (ok)
        ok = sk_pickle_op(p, OP_NEXT_BUFFER) && (!view.readonly || sk_pickle_op(p, OP_READONLY_BUFFER));
    sk_buffer_release(&view);
    return ok;
}
