// Backslash escapes: unicode_escape, raw_unicode_escape, and the escapes of bytes literals.
#include "base/numtext.h"
#include "base/unicode_names.h"
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/error.h"

// ---- unicode_escape --------------------------------------------------------------------------------------------------------

// Hexadecimal digits from *i, at most count: moves *i past them. True if all were there.
static bool hex_digits(const SkDecoder *d, size_t *i, int count, uint32_t *value) {
    *value = 0;
    for (; count > 0; count--, ++*i) {
        if (*i >= d->n || sk_digit_value[d->data[*i]] > 15) return false;
        *value = *value << 4 | sk_digit_value[d->data[*i]];
    }
    return true;
}

static uint32_t simple_escape(uint8_t c) {
    switch (c) {
    case '\\': case '\'': case '"': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 't': return '\t';
    case 'n': return '\n';
    case 'r': return '\r';
    case 'v': return '\v';
    case 'a': return '\a';
    default: return UINT32_MAX;
    }
}

// Octal digits at *i: up to three.
static uint32_t octal(const uint8_t *data, size_t n, size_t *i) {
    uint32_t c = 0;
    for (int k = 0; k < 3 && *i < n && data[*i] >= '0' && data[*i] <= '7'; k++) c = c << 3 | (uint32_t)(data[(*i)++] - '0');
    return c;
}

typedef enum { TAKEN, BAD, INCOMPLETE, FAILED } Taken;

// The escape whose backslash is at *i. TAKEN: *i is past it, its meaning added. BAD: it is *reason, and *i where it ends.
// INCOMPLETE: the data end in it.
static Taken take_escape(SkDecoder *d, size_t *i, const char **reason) {
    size_t p = *i + 1;
    *reason = "\\ at end of string";
    if (p >= d->n) {
        *i = p;
        return INCOMPLETE;
    }
    uint8_t c = d->data[p++];
    uint32_t value = simple_escape(c);
    if (value != UINT32_MAX) {
        sk_sb_char(&d->out, value);
    } else if (c == '\n') {
        // a line continued
    } else if (c >= '0' && c <= '7') {
        p--;
        value = octal(d->data, d->n, &p);
        if (value > 0377 && !sk_warn(sk_exc_DeprecationWarning, 1,
                                     "\"\\%o\" is an invalid octal escape sequence. Such sequences will not work in the future. ", value))
            return FAILED;
        sk_sb_char(&d->out, value);
    } else if (c == 'x' || c == 'u' || c == 'U') {
        *reason = c == 'x' ? "truncated \\xXX escape" : c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        bool whole = hex_digits(d, &p, c == 'x' ? 2 : c == 'u' ? 4 : 8, &value);
        *i = p;
        if (!whole) return p >= d->n ? INCOMPLETE : BAD;
        if (value > SK_CODEPOINT_MAX) {
            *reason = "illegal Unicode character";
            return BAD;
        }
        sk_sb_char(&d->out, value);
    } else if (c == 'N') {
        *reason = "malformed \\N character escape";
        *i = p;
        if (p >= d->n) return INCOMPLETE;
        if (d->data[p] != '{') return BAD;
        size_t name = ++p;
        while (p < d->n && d->data[p] != '}') p++;
        *i = p;
        if (p >= d->n) return INCOMPLETE;
        if (p == name) return BAD;
        *i = p + 1;
        *reason = "unknown Unicode character name";
        uint32_t found[SK_UNICODE_SEQUENCE_MAX];
        size_t count;
        SkNameKind kind = sk_unicode_find_name((const char *)d->data + name, p - name, found, &count);
        if (kind != SK_NAME_CHARACTER && kind != SK_NAME_ALIAS) return BAD;
        sk_sb_char(&d->out, found[0]);
        return TAKEN;
    } else {
        if (!sk_warn(sk_exc_DeprecationWarning, 1, "\"\\%c\" is an invalid escape sequence. Such sequences will not work in the future. ", c))
            return FAILED;
        sk_sb_char(&d->out, '\\');
        sk_sb_char(&d->out, c);
    }
    *i = p;
    return TAKEN;
}

SkValue sk_decode_unicode_escape(const char *data, size_t n, const char *errors, size_t *consumed) {
    SkDecoder d;
    sk_decoder_init(&d, "unicodeescape", data, n, errors);
    bool good = true;
    size_t pos = 0;
    while (good && pos < d.n) {
        size_t start = pos;
        while (pos < d.n && d.data[pos] != '\\') pos++;
        sk_sb_units(&d.out, d.data + start, 1, pos - start);
        if (pos >= d.n) break;
        start = pos;
        const char *reason;
        Taken taken = take_escape(&d, &pos, &reason);
        if (taken == TAKEN) continue;
        if (taken == INCOMPLETE && consumed) {
            pos = start;
            break;
        }
        good = taken != FAILED && sk_decoder_error(&d, start, pos, reason, &pos);
    }
    if (consumed) *consumed = pos;
    return sk_decoder_finish(&d, good);
}

SkValue sk_encode_unicode_escape(SkValue v) {
    const SkStr *s = sk_as_str(v);
    SkStrBuf out;
    sk_strbuf_init(&out);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        char text[10];
        if (c == '\\') sk_strbuf_append(&out, "\\\\", 2);
        else if (c == '\t') sk_strbuf_append(&out, "\\t", 2);
        else if (c == '\n') sk_strbuf_append(&out, "\\n", 2);
        else if (c == '\r') sk_strbuf_append(&out, "\\r", 2);
        else if (c >= ' ' && c < 0x7f) sk_strbuf_append_char(&out, (char)c);
        else sk_strbuf_append(&out, text, sk_backslash_escape(c, text));
    }
    SkValue result = out.oom ? sk_raise_memory() : sk_bytes_from(out.data, out.len);
    sk_strbuf_free(&out);
    return result;
}

// ---- raw_unicode_escape ------------------------------------------------------------------------------------------------

SkValue sk_decode_raw_unicode_escape(const char *data, size_t n, const char *errors, size_t *consumed) {
    SkDecoder d;
    sk_decoder_init(&d, "rawunicodeescape", data, n, errors);
    bool good = true;
    size_t pos = 0;
    while (good && pos < d.n) {
        uint8_t c = d.data[pos];
        if (c != '\\' || (pos + 1 >= d.n && !consumed)) {
            sk_sb_char(&d.out, c);
            pos++;
            continue;
        }
        if (pos + 1 >= d.n) break;
        uint8_t letter = d.data[pos + 1];
        if (letter != 'u' && letter != 'U') {
            sk_sb_char(&d.out, '\\');
            sk_sb_char(&d.out, letter);
            pos += 2;
            continue;
        }
        size_t end = pos + 2;
        uint32_t value;
        const char *reason = letter == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        if (hex_digits(&d, &end, letter == 'u' ? 4 : 8, &value)) {
            if (value <= SK_CODEPOINT_MAX) {
                sk_sb_char(&d.out, value);
                pos = end;
                continue;
            }
            reason = "\\Uxxxxxxxx out of range";
        } else if (end >= d.n && consumed) {
            break;
        }
        good = sk_decoder_error(&d, pos, end, reason, &pos);
    }
    if (consumed) *consumed = pos;
    return sk_decoder_finish(&d, good);
}

SkValue sk_encode_raw_unicode_escape(SkValue v) {
    const SkStr *s = sk_as_str(v);
    if (s->kind == 1) return sk_bytes_from(s->data, s->length);
    SkStrBuf out;
    sk_strbuf_init(&out);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        char text[10];
        if (c < 0x100) sk_strbuf_append_char(&out, (char)c);
        else sk_strbuf_append(&out, text, sk_backslash_escape(c, text));
    }
    SkValue result = out.oom ? sk_raise_memory() : sk_bytes_from(out.data, out.len);
    sk_strbuf_free(&out);
    return result;
}

// ---- escapes of bytes literals ------------------------------------------------------------------------------------------

static bool warn_bytes(const char *fmt, uint32_t c) { return sk_warn(sk_exc_DeprecationWarning, 1, fmt, c); }

// One escape whose backslash is at *i. False with an exception.
static bool take_byte_escape(const uint8_t *p, size_t n, size_t *i, const char *errors, SkStrBuf *out) {
    size_t start = (*i)++;
    if (*i >= n) return sk_raise_false(sk_exc_ValueError, "Trailing \\ in string");
    uint8_t c = p[*i];
    uint32_t value = simple_escape(c);
    if (value != UINT32_MAX) {
        sk_strbuf_append_char(out, (char)value);
        ++*i;
    } else if (c == '\n') {
        ++*i;
    } else if (c >= '0' && c <= '7') {
        value = octal(p, n, i);
        if (value > 0377 &&
            !warn_bytes("b\"\\%o\" is an invalid octal escape sequence. Such sequences will not work in the future. ", value))
            return false;
        sk_strbuf_append_char(out, (char)value);
    } else if (c == 'x') {
        ++*i;
        uint8_t high = *i < n ? sk_digit_value[p[*i]] : 255, low = *i + 1 < n ? sk_digit_value[p[*i + 1]] : 255;
        if (high < 16 && low < 16) {
            sk_strbuf_append_char(out, (char)(high << 4 | low));
            *i += 2;
            return true;
        }
        if (!errors || strcmp(errors, "strict") == 0)
            return sk_raise_false(sk_exc_ValueError, "invalid \\x escape at position %zu", start);
        if (strcmp(errors, "replace") == 0) sk_strbuf_append_char(out, '?');
        else if (strcmp(errors, "ignore"))
            return sk_raise_false(sk_exc_ValueError, "decoding error; unknown error handling code: %.400s", errors);
        if (high < 16) ++*i;
    } else {
        if (!warn_bytes("b\"\\%c\" is an invalid escape sequence. Such sequences will not work in the future. ", c)) return false;
        sk_strbuf_append_char(out, '\\');
        sk_strbuf_append_char(out, (char)c);
        ++*i;
    }
    return true;
}

SkValue sk_decode_escape(const char *data, size_t n, const char *errors) {
    const uint8_t *p = (const uint8_t *)data;
    SkStrBuf out;
    sk_strbuf_init(&out);
    bool good = true;
    for (size_t i = 0; good && i < n;) {
        if (p[i] == '\\') good = take_byte_escape(p, n, &i, errors, &out);
        else sk_strbuf_append_char(&out, (char)p[i++]);
    }
    SkValue result = !good ? SK_EMPTY : out.oom ? sk_raise_memory() : sk_bytes_from(out.data, out.len);
    sk_strbuf_free(&out);
    return result;
}

SkValue sk_encode_escape(const char *data, size_t n) {
    SkStrBuf out;
    sk_strbuf_init(&out);
    for (size_t i = 0; i < n; i++) {
        uint8_t c = (uint8_t)data[i];
        char text[10];
        if (c == '\\' || c == '\'') sk_strbuf_append(&out, (char[]){'\\', (char)c}, 2);
        else if (c == '\t') sk_strbuf_append(&out, "\\t", 2);
        else if (c == '\n') sk_strbuf_append(&out, "\\n", 2);
        else if (c == '\r') sk_strbuf_append(&out, "\\r", 2);
        else if (c >= ' ' && c < 0x7f) sk_strbuf_append_char(&out, (char)c);
        else sk_strbuf_append(&out, text, sk_backslash_escape(c, text));
    }
    SkValue result = out.oom ? sk_raise_memory() : sk_bytes_from(out.data, out.len);
    sk_strbuf_free(&out);
    return result;
}
