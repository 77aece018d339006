// binascii: uuencoding, and quoted-printable text (RFC 1521).
#include <string.h>

#include "base/strbuf.h"
#include "modules/arguments.h"
#include "modules/dynamic/zlib/binascii.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/protocol.h"

// ---- uuencoding --------------------------------------------------------------------------------------------------------------

enum { UU_MAX = 45 };

// Decodes a line into `to`, `n` bytes by its first character; the message of an error, or NULL.
static const char *uu_decode(const uint8_t *p, size_t length, uint8_t *to, size_t n) {
    uint32_t bits = 0;
    unsigned nbits = 0;
    size_t at = length ? 1 : 0, made = 0;
    for (; made < n; at++) {
        uint8_t c = at < length ? p[at] : '\n';
        if (c == '\n' || c == '\r') c = ' ';   // spaces at the end of a line may have got lost
        if (c < ' ' || c > ' ' + 64) return "Illegal char";
        bits = bits << 6 | ((c - ' ') & 63u);
        nbits += 6;
        if (nbits < 8) continue;
        nbits -= 8;
        to[made++] = (uint8_t)(bits >> nbits);
        bits &= (1u << nbits) - 1;
    }
    for (; at < length; at++)
        if (!strchr(" `\n\r", p[at]) || !p[at]) return "Trailing garbage";
    return NULL;
}

SkValue sk_binascii_a2b_uu(SkValue module SK_UNUSED, SkValue data) {
    SkBuffer b;
    if (!sk_binascii_ascii(data, &b)) return SK_EMPTY;
    const uint8_t *p = b.data;
    size_t length = (size_t)b.length, n = ((length ? p[0] : 0u) - ' ') & 63u;
    SkBytes *out = sk_bytes_new(n);
    const char *wrong = out ? uu_decode(p, length, (uint8_t *)out->data, n) : NULL;
    sk_binascii_done(data, &b);
    if (!out) return SK_EMPTY;
    if (!wrong) return sk_counted(out);
    sk_release(sk_counted(out));
    return sk_binascii_fail(wrong);
}

SkValue sk_binascii_b2a_uu(SkValue module SK_UNUSED, const SkValue *a) {
    bool backtick;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(a[0], &b, SK_BUF_SIMPLE) || !sk_truth_argument(a[1], false, &backtick)) return SK_EMPTY;
    if (b.length > UU_MAX) return sk_binascii_fail("At most 45 bytes at once");
    const uint8_t *p = b.data;
    size_t n = (size_t)b.length, length = 0;
    char text[2 + (UU_MAX + 2) / 3 * 4];
    char zero = backtick ? '`' : ' ';
    text[length++] = n ? (char)(' ' + n) : zero;
    for (size_t i = 0; i < n; i += 3) {
        uint32_t w = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0) | (i + 2 < n ? p[i + 2] : 0);
        for (int shift = 18; shift >= 0; shift -= 6) text[length++] = w >> shift & 63 ? (char)(' ' + (w >> shift & 63)) : zero;
    }
    text[length++] = '\n';
    return sk_bytes_from(text, length);
}

// ---- quoted-printable --------------------------------------------------------------------------------------------------------

enum { QP_LINE = 76 };

static int hex(uint8_t c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void qp_decode(const uint8_t *p, size_t n, bool header, SkStrBuf *out) {
    for (size_t i = 0; i < n;) {
        uint8_t c = p[i++];
        if (c != '=') {
            sk_strbuf_append_char(out, header && c == '_' ? ' ' : (char)c);
        } else if (i >= n) {
            break;
        } else if (p[i] == '\n' || p[i] == '\r') {   // a soft line break
            while (i < n && p[i] != '\n') i++;
            i++;
        } else if (p[i] == '=') {
            sk_strbuf_append_char(out, '=');
            i++;
        } else if (i + 1 < n && hex(p[i]) >= 0 && hex(p[i + 1]) >= 0) {
            sk_strbuf_append_char(out, (char)(hex(p[i]) * 16 + hex(p[i + 1])));
            i += 2;
        } else {
            sk_strbuf_append_char(out, '=');
        }
    }
}

typedef struct {
    SkStrBuf out;
    bool quotetabs, istext, header, crlf;
    size_t line;    // characters in the present line
} Quoter;

static void put_hex(Quoter *q, uint8_t c) {
    const char text[3] = {'=', "0123456789ABCDEF"[c >> 4], "0123456789ABCDEF"[c & 15]};
    sk_strbuf_append(&q->out, text, 3);
}

static void soft_break(Quoter *q) {
    sk_strbuf_append_cstr(&q->out, q->crlf ? "=\r\n" : "=\n");
    q->line = 0;
}

static bool must_quote(const Quoter *q, const uint8_t *p, size_t n, size_t i) {
    uint8_t c = p[i];
    bool last = i + 1 == n;
    if (c > 126 || c == '=' || (q->header && c == '_')) return true;
    // A lone dot ends a message of SMTP.
    if (c == '.' && q->line == 0 && (last || p[i + 1] == '\n' || p[i + 1] == '\r' || p[i + 1] == 0)) return true;
    if (c == '\r' || c == '\n') return !q->istext;
    if (c == '\t' || c == ' ') return last || q->quotetabs;
    return c < 33;
}

static void quote(Quoter *q, const uint8_t *p, size_t n) {
    for (size_t i = 0; i < n;) {
        uint8_t c = p[i];
        if (must_quote(q, p, n, i)) {
            if (q->line + 3 >= QP_LINE) soft_break(q);
            put_hex(q, c);
            q->line += 3;
            i++;
        } else if (q->istext && (c == '\n' || (c == '\r' && i + 1 < n && p[i + 1] == '\n'))) {
            // White space must not end a line.
            char before = q->out.len ? q->out.data[q->out.len - 1] : 0;
            if (before == ' ' || before == '\t') {
                q->out.len--;
                put_hex(q, (uint8_t)before);
            }
            sk_strbuf_append_cstr(&q->out, q->crlf ? "\r\n" : "\n");
            q->line = 0;
            i += c == '\r' ? 2 : 1;
        } else {
            if (i + 1 != n && p[i + 1] != '\n' && q->line + 1 >= QP_LINE) soft_break(q);
            q->line++;
            sk_strbuf_append_char(&q->out, q->header && c == ' ' ? '_' : (char)c);
            i++;
        }
    }
}

static SkValue finish(SkStrBuf *b) {
    SkValue v = b->oom ? sk_raise_memory() : sk_bytes_from(b->data, b->len);
    sk_strbuf_free(b);
    return v;
}

SkValue sk_binascii_a2b_qp(SkValue module SK_UNUSED, const SkValue *a) {
    bool header;
    SkBuffer b;
    SkStrBuf out;
    if (!sk_truth_argument(a[1], false, &header) || !sk_binascii_ascii(a[0], &b)) return SK_EMPTY;
    sk_strbuf_init(&out);
    qp_decode(b.data, (size_t)b.length, header, &out);
    sk_binascii_done(a[0], &b);
    return finish(&out);
}

SkValue sk_binascii_b2a_qp(SkValue module SK_UNUSED, const SkValue *a) {
    Quoter q = {.line = 0};
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(a[0], &b, SK_BUF_SIMPLE) || !sk_truth_argument(a[1], false, &q.quotetabs) || !sk_truth_argument(a[2], true, &q.istext) ||
        !sk_truth_argument(a[3], false, &q.header))
        return SK_EMPTY;
    const char *end = b.length ? memchr(b.data, '\n', (size_t)b.length) : NULL;
    q.crlf = end && end > (const char *)b.data && end[-1] == '\r';
    sk_strbuf_init(&q.out);
    quote(&q, b.data, (size_t)b.length);
    return finish(&q.out);
}
