// UTF-8, UTF-16 and UTF-32.
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/error.h"

// ---- UTF-8 -----------------------------------------------------------------------------------------------------------------

// The data end in two bytes of a surrogate's three: the third may come, and with it a handler that lets it pass.
static bool half_surrogate(const char *p, size_t n) {
    return n == 2 && (uint8_t)p[0] == 0xed && (uint8_t)p[1] >= 0xa0 && (uint8_t)p[1] <= 0xbf;
}

SkValue sk_decode_utf8(const char *data, size_t n, const char *errors, size_t *consumed) {
    SkUtf8Info info;
    SkUtf8Error error;
    if (consumed) *consumed = n;
    if (sk_utf8_scan(data, n, SK_UTF8_STRICT, &info, &error)) return sk_str_from_utf8(data, n);
    SkDecoder d;
    sk_decoder_init(&d, "utf-8", data, n, errors);
    bool good = true;
    for (size_t pos = 0; good && pos < d.n;) {
        const char *p = (const char *)d.data + pos;
        bool whole = sk_utf8_scan(p, d.n - pos, SK_UTF8_STRICT, &info, &error);
        sk_sb_utf8(&d.out, p, info.bytes);
        if (whole) break;
        bool cut = pos + error.end == d.n && strcmp(error.reason, "unexpected end of data") == 0;
        if (consumed && (cut || half_surrogate(p + error.start, d.n - pos - error.start))) {
            *consumed = pos + error.start;
            break;
        }
        good = sk_decoder_error(&d, pos + error.start, pos + error.end, error.reason, &pos);
    }
    return sk_decoder_finish(&d, good);
}

// A handler's text: of what is not ASCII, CPython says that it cannot be encoded.
static int put_utf8(SkEncoder *e, uint32_t c) {
    if (c >= 0x80) return 0;
    sk_strbuf_append_char(&e->out, (char)c);
    return 1;
}

static SkValue encode_utf8_slowly(SkValue v, const char *errors) {
    SkEncoder e;
    sk_encoder_init(&e, "utf-8", v, errors, put_utf8);
    bool good = true;
    for (size_t i = 0; good && i < e.s->length;) {
        uint32_t c = sk_str_at(e.s, i);
        if (!sk_is_surrogate(c)) {
            sk_strbuf_append_codepoint(&e.out, c);
            i++;
            continue;
        }
        size_t end = i + 1;
        while (end < e.s->length && sk_is_surrogate(sk_str_at(e.s, end))) end++;
        good = sk_encoder_error(&e, i, end, "surrogates not allowed", &i);
    }
    return sk_encoder_finish(&e, good);
}

SkValue sk_encode_utf8(SkValue v, const char *errors) {
    const SkStr *s = sk_as_str(v);
    if (s->ascii) return sk_bytes_from(s->data, s->length);
    SkUtf8Error error;
    size_t size = sk_utf8_encoded_size(s->data, s->length, s->kind, SK_UTF8_STRICT, &error);
    if (size == SIZE_MAX) return encode_utf8_slowly(v, errors);
    SkBytes *b = sk_bytes_new(size);
    if (!b) return SK_EMPTY;
    sk_utf8_encode(s->data, s->length, s->kind, b->data);
    return sk_counted(b);
}

// ---- UTF-16 ----------------------------------------------------------------------------------------------------------------

static uint32_t unit16(const uint8_t *p, bool big) {
    return big ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}

SkValue sk_decode_utf16(const char *data, size_t n, const char *errors, int *order, size_t *consumed) {
    size_t pos = 0;
    const uint8_t *bom = (const uint8_t *)data;
    if (*order == 0 && n >= 2) {
        if (bom[0] == 0xff && bom[1] == 0xfe) *order = -1;
        else if (bom[0] == 0xfe && bom[1] == 0xff) *order = 1;
        if (*order) pos = 2;
    }
    bool big = *order > 0;
    SkDecoder d;
    sk_decoder_init(&d, big ? "utf-16-be" : "utf-16-le", data, n, errors);
    bool good = true;
    while (good && pos < d.n) {
        const uint8_t *p = d.data + pos;
        size_t left = d.n - pos, start = pos, end = pos + 2;
        const char *reason;
        if (left >= 2) {
            uint32_t c = unit16(p, big);
            if (!sk_is_surrogate(c)) {
                sk_sb_char(&d.out, c);
                pos += 2;
                continue;
            }
            if (c >= 0xdc00) {
                reason = "illegal encoding";
            } else if (left < 4) {
                if (consumed) break;
                reason = "unexpected end of data";
                end = d.n;
            } else {
                uint32_t low = unit16(p + 2, big);
                if (low >= 0xdc00 && low <= 0xdfff) {
                    sk_sb_char(&d.out, 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)));
                    pos += 4;
                    continue;
                }
                reason = "illegal UTF-16 surrogate";
            }
        } else {
            if (consumed) break;
            reason = "truncated data";
            end = d.n;
        }
        good = sk_decoder_error(&d, start, end, reason, &pos);
    }
    if (consumed) *consumed = pos;
    return sk_decoder_finish(&d, good);
}

static void put_utf16(SkEncoder *e, uint32_t c) {
    bool big = e->state != NULL;
    uint16_t units[2];
    size_t n = 1;
    if (c >= 0x10000) {
        units[0] = (uint16_t)(0xd800 + ((c - 0x10000) >> 10));
        units[1] = (uint16_t)(0xdc00 + (c & 0x3ff));
        n = 2;
    } else {
        units[0] = (uint16_t)c;
    }
    for (size_t i = 0; i < n; i++) {
        char high = (char)(units[i] >> 8), low = (char)units[i], pair[2] = {big ? high : low, big ? low : high};
        sk_strbuf_append(&e->out, pair, 2);
    }
}

static void put_utf32(SkEncoder *e, uint32_t c) {
    char b[4];
    for (int i = 0; i < 4; i++) b[e->state ? 3 - i : i] = (char)(c >> (8 * i));
    sk_strbuf_append(&e->out, b, 4);
}

static int put_wide(SkEncoder *e, uint32_t c) {
    if (c >= 0x80) return 0;
    (e->unit == 4 ? put_utf32 : put_utf16)(e, c);
    return 1;
}

static SkValue encode_wide(const char *encoding, SkValue v, const char *errors, int order, bool utf32) {
    static int big_marker;
    SkEncoder e;
    void (*put)(SkEncoder *, uint32_t) = utf32 ? put_utf32 : put_utf16;
    sk_encoder_init(&e, encoding, v, errors, put_wide);
    e.unit = utf32 ? 4 : 2;
    e.state = order > 0 ? &big_marker : NULL;
    bool good = true;
    if (order == 0) put(&e, 0xfeff);
    for (size_t i = 0; good && i < e.s->length;) {
        uint32_t c = sk_str_at(e.s, i);
        if (sk_is_surrogate(c)) {
            good = sk_encoder_error(&e, i, i + 1, "surrogates not allowed", &i);
        } else {
            put(&e, c);
            i++;
        }
    }
    return sk_encoder_finish(&e, good);
}

SkValue sk_encode_utf16(SkValue v, const char *errors, int order) {
    return encode_wide(order == 0 ? "utf-16" : order < 0 ? "utf-16-le" : "utf-16-be", v, errors, order, false);
}

SkValue sk_encode_utf32(SkValue v, const char *errors, int order) {
    return encode_wide(order == 0 ? "utf-32" : order < 0 ? "utf-32-le" : "utf-32-be", v, errors, order, true);
}

// ---- UTF-32 ----------------------------------------------------------------------------------------------------------------

SkValue sk_decode_utf32(const char *data, size_t n, const char *errors, int *order, size_t *consumed) {
    size_t pos = 0;
    const uint8_t *bom = (const uint8_t *)data;
    if (*order == 0 && n >= 4) {
        if (bom[0] == 0xff && bom[1] == 0xfe && !bom[2] && !bom[3]) *order = -1;
        else if (!bom[0] && !bom[1] && bom[2] == 0xfe && bom[3] == 0xff) *order = 1;
        if (*order) pos = 4;
    }
    bool big = *order > 0;
    SkDecoder d;
    sk_decoder_init(&d, big ? "utf-32-be" : "utf-32-le", data, n, errors);
    bool good = true;
    while (good && pos < d.n) {
        const uint8_t *p = d.data + pos;
        const char *reason;
        size_t end = pos + 4;
        if (d.n - pos < 4) {
            if (consumed) break;
            reason = "truncated data";
            end = d.n;
        } else {
            uint32_t c = big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                             : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
            if (sk_is_surrogate(c)) {
                reason = "code point in surrogate code point range(0xd800, 0xe000)";
            } else if (c > SK_CODEPOINT_MAX) {
                reason = "code point not in range(0x110000)";
            } else {
                sk_sb_char(&d.out, c);
                pos += 4;
                continue;
            }
        }
        good = sk_decoder_error(&d, pos, end, reason, &pos);
    }
    if (consumed) *consumed = pos;
    return sk_decoder_finish(&d, good);
}
