// UTF-7 (RFC 2152).
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/error.h"

static int base64_value(uint32_t c) {
    if (c >= 'A' && c <= 'Z') return (int)c - 'A';
    if (c >= 'a' && c <= 'z') return (int)c - 'a' + 26;
    if (c >= '0' && c <= '9') return (int)c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static char base64_digit(unsigned i) { return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[i & 63]; }

// ---- encoding ------------------------------------------------------------------------------------------------------------

// Sets D and O of the RFC and white space: written as they are.
static bool is_direct(uint32_t c) {
    if (c == '\t' || c == '\n' || c == '\r') return true;
    return c >= ' ' && c < 0x7f && c != '+' && c != '\\' && c != '~';
}

typedef struct {
    SkStrBuf out;
    bool shifted;
    unsigned bits, count;  // the low `count` bits wait to be written
} Writer;

static void put_unit(Writer *w, uint32_t unit) {
    w->bits = w->bits << 16 | unit;
    w->count += 16;
    while (w->count >= 6) {
        w->count -= 6;
        sk_strbuf_append_char(&w->out, base64_digit(w->bits >> w->count));
    }
    w->bits &= (1u << w->count) - 1;
}

static void flush_bits(Writer *w) {
    if (w->count) sk_strbuf_append_char(&w->out, base64_digit(w->bits << (6 - w->count)));
    w->bits = w->count = 0;
}

SkValue sk_encode_utf7(SkValue v) {
    const SkStr *s = sk_as_str(v);
    Writer w = {.shifted = false, .bits = 0, .count = 0};
    sk_strbuf_init(&w.out);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (is_direct(c)) {
            if (w.shifted) {
                flush_bits(&w);
                w.shifted = false;
                if (base64_value(c) >= 0 || c == '-') sk_strbuf_append_char(&w.out, '-');
            }
            sk_strbuf_append_char(&w.out, (char)c);
            continue;
        }
        if (!w.shifted) {
            sk_strbuf_append_char(&w.out, '+');
            if (c == '+') {
                sk_strbuf_append_char(&w.out, '-');
                continue;
            }
            w.shifted = true;
        }
        if (c >= 0x10000) {
            put_unit(&w, 0xd800 + ((c - 0x10000) >> 10));
            c = 0xdc00 + (c & 0x3ff);
        }
        put_unit(&w, c);
    }
    if (w.shifted) {
        flush_bits(&w);
        sk_strbuf_append_char(&w.out, '-');
    }
    SkValue result = w.out.oom ? sk_raise_memory() : sk_bytes_from(w.out.data, w.out.len);
    sk_strbuf_free(&w.out);
    return result;
}

// ---- decoding ------------------------------------------------------------------------------------------------------------

typedef struct {
    bool shifted;
    size_t start;         // of the shift sequence or of the error
    size_t out_before;    // characters written before it
    uint64_t bits;
    unsigned count;
    uint32_t surrogate;   // a high one waiting for its partner, or 0
} Reader;

static void take_unit(SkDecoder *d, Reader *r, uint32_t unit) {
    if (r->surrogate) {
        uint32_t high = r->surrogate;
        r->surrogate = 0;
        if (unit >= 0xdc00 && unit <= 0xdfff) {
            sk_sb_char(&d->out, 0x10000 + ((high & 0x3ff) << 10 | (unit & 0x3ff)));
            return;
        }
        sk_sb_char(&d->out, high);
    }
    if (unit >= 0xd800 && unit <= 0xdbff) r->surrogate = unit;
    else sk_sb_char(&d->out, unit);
}

// At a character that ends a shift sequence: the reason if the sequence is malformed, else NULL; *pos moves on.
static const char *end_shift(SkDecoder *d, Reader *r, size_t *pos) {
    uint8_t c = d->data[*pos];
    r->shifted = false;
    const char *reason = NULL;
    if (r->count >= 6) reason = "partial character in shift sequence";
    else if (r->count && r->bits) reason = "non-zero padding bits in shift sequence";
    if (reason) {
        ++*pos;
        return reason;
    }
    if (r->surrogate && c < 0x80 && c != '+') sk_sb_char(&d->out, r->surrogate);
    r->surrogate = 0;
    if (c == '-') ++*pos;
    return NULL;
}

static const char *step(SkDecoder *d, Reader *r, size_t *pos) {
    uint8_t c = d->data[*pos];
    if (r->shifted) {
        int value = base64_value(c);
        if (value < 0) return end_shift(d, r, pos);
        r->bits = r->bits << 6 | (unsigned)value;
        r->count += 6;
        ++*pos;
        if (r->count >= 16) {
            r->count -= 16;
            uint32_t unit = (uint32_t)(r->bits >> r->count) & 0xffff;
            r->bits &= ((uint64_t)1 << r->count) - 1;
            take_unit(d, r, unit);
        }
        return NULL;
    }
    r->start = (*pos)++;
    if (c == '+') {
        if (*pos < d->n && d->data[*pos] == '-') {
            ++*pos;
            sk_sb_char(&d->out, '+');
        } else if (*pos < d->n && base64_value(d->data[*pos]) < 0) {
            ++*pos;
            return "ill-formed sequence";
        } else {
            *r = (Reader){.shifted = true, .start = r->start, .out_before = d->out.length};
        }
        return NULL;
    }
    if (c >= 0x80) return "unexpected special character";
    sk_sb_char(&d->out, c);
    return NULL;
}

SkValue sk_decode_utf7(const char *data, size_t n, const char *errors, size_t *consumed) {
    SkDecoder d;
    sk_decoder_init(&d, "utf7", data, n, errors);
    Reader r = {0};
    size_t pos = 0;
    bool good = true;
    while (good) {
        while (good && pos < d.n) {
            const char *reason = step(&d, &r, &pos);
            if (reason) good = sk_decoder_error(&d, r.start, pos, reason, &pos);
        }
        if (!good || consumed || !r.shifted) break;
        r.shifted = false;
        if (!r.surrogate && r.count < 6 && !(r.count && r.bits)) break;
        good = sk_decoder_error(&d, r.start, d.n, "unterminated shift sequence", &pos);
        if (pos >= d.n) break;
    }
    if (consumed) {
        *consumed = r.shifted ? r.start : pos;
        if (good && r.shifted && d.out.length > r.out_before) { // what the unfinished sequence gave comes again next time
            SK_AUTO SkValue all = sk_decoder_finish(&d, true);
            return sk_is_empty(all) ? SK_EMPTY : sk_str_slice(all, 0, r.out_before);
        }
    }
    return sk_decoder_finish(&d, good);
}
