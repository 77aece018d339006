// _json: the module behind json: text of strings, both ways.
#include "modules/_json.h"

#include <string.h>

#include "modules/arguments.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

SkValue sk_json_error(const char *message, SkValue text, size_t position) {
    SK_AUTO SkValue module = sk_import("json.decoder");
    SK_AUTO SkValue cls = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "JSONDecodeError");
    SK_AUTO SkValue m = sk_is_empty(cls) ? SK_EMPTY : sk_str_from(message);
    SK_AUTO SkValue exc = sk_is_empty(m) ? SK_EMPTY : sk_call3(cls, m, text, sk_int_from_int64((int64_t)position));
    return sk_is_empty(exc) ? SK_EMPTY : sk_raise_object(exc);
}

// ---- out ---------------------------------------------------------------------------------------------------------------------

// Writes the escape of c, at most 12 characters: how many.
static size_t put_escape(char *text, uint32_t c) {
    static const char hex[] = "0123456789abcdef";
    size_t n = 2;
    text[0] = '\\';
    switch (c) {
    case '"':
    case '\\': text[1] = (char)c; break;
    case '\b': text[1] = 'b'; break;
    case '\f': text[1] = 'f'; break;
    case '\n': text[1] = 'n'; break;
    case '\r': text[1] = 'r'; break;
    case '\t': text[1] = 't'; break;
    default:
        if (c > 0xffff) {
            size_t first = put_escape(text, 0xd800 + ((c - 0x10000) >> 10));
            return first + put_escape(text + first, 0xdc00 + ((c - 0x10000) & 0x3ff));
        }
        text[1] = 'u';
        for (int i = 0; i < 4; i++) text[2 + i] = hex[c >> (12 - 4 * i) & 15];
        n = 6;
    }
    return n;
}

static void escape(SkStrBuilder *b, uint32_t c) {
    char text[12];
    sk_sb_ascii(b, text, put_escape(text, c));
}

static bool is_plain(uint32_t c, bool ascii_only) {
    return c >= ' ' && c != '"' && c != '\\' && (!ascii_only || c <= '~');
}

// How many bytes from p on need no escape, eight at a time where all are plain. A zero among the bytes of a word shows as a high
// bit of (w - 0x01...) & ~w (Warren, "Hacker's Delight", chapter 6); so do, with another number, bytes below ' '.
static size_t plain_prefix(const uint8_t *p, size_t n, bool ascii_only) {
    const uint64_t each = UINT64_C(0x0101010101010101), high = each << 7;
    size_t i = 0;
    for (uint64_t w; n - i >= sizeof w; i += sizeof w) {
        memcpy(&w, p + i, sizeof w);
        uint64_t quote = w ^ each * '"', backslash = w ^ each * '\\', del = w ^ each * 0x7f;
        uint64_t odd = ((w - each * ' ') & ~w) | ((quote - each) & ~quote) | ((backslash - each) & ~backslash);
        if (ascii_only) odd |= w | ((del - each) & ~del);
        if (odd & high) break;
    }
    while (i < n && is_plain(p[i], ascii_only)) i++;
    return i;
}

// Text that is not ASCII, in ASCII: many characters are escaped.
static void quote_wide(SkStrBuilder *b, const SkStr *s) {
    char out[512];
    size_t k = 0;
    out[k++] = '"';
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (is_plain(c, true)) out[k++] = (char)c;
        else k += put_escape(out + k, c);
        if (k > sizeof out - 13) {
            sk_sb_ascii(b, out, k);
            k = 0;
        }
    }
    out[k++] = '"';
    sk_sb_ascii(b, out, k);
}

void sk_json_quote(SkStrBuilder *b, SkValue text, bool ascii_only) {
    const SkStr *s = sk_as_str(text);
    if (ascii_only && !s->ascii) {
        quote_wide(b, s);
        return;
    }
    size_t n = s->length, start = 0;
    sk_sb_char(b, '"');
    for (size_t i = 0; i < n; i++) {
        if (s->kind == 1) i += plain_prefix((const uint8_t *)s->data + i, n - i, ascii_only);
        if (i == n) break;
        uint32_t c = sk_str_at(s, i);
        if (sk_likely(is_plain(c, ascii_only))) continue;
        if (i > start) sk_sb_slice(b, text, start, i);
        escape(b, c);
        start = i + 1;
    }
    if (start == 0) sk_sb_str(b, text);
    else if (n > start) sk_sb_slice(b, text, start, n);
    sk_sb_char(b, '"');
}

static SkValue quoted(SkValue v, bool ascii_only) {
    if (!sk_is_str(v)) return sk_raise(sk_exc_TypeError, "first argument must be a string, not %.80T", v);
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_json_quote(&b, v, ascii_only);
    return sk_sb_finish(&b);
}
SkValue sk_json_encode_basestring(SkValue module SK_UNUSED, SkValue v) { return quoted(v, false); }
SkValue sk_json_encode_basestring_ascii(SkValue module SK_UNUSED, SkValue v) { return quoted(v, true); }

// ---- in ----------------------------------------------------------------------------------------------------------------------

// The number that four hexadecimal digits make; UINT32_MAX if they are none.
static uint32_t four_digits(const SkStr *s, size_t at) {
    uint32_t value = 0;
    for (size_t i = at; i < at + 4; i++) {
        uint32_t c = sk_str_at(s, i);
        uint32_t d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
        if (d > 15) return UINT32_MAX;
        value = value << 4 | d;
    }
    return value;
}

// An escape whose backslash is before *at: the character, with *at behind it. UINT32_MAX with an exception.
static uint32_t read_escape(SkValue text, size_t begin, size_t *at) {
    const SkStr *s = sk_as_str(text);
    size_t n = s->length, i = *at;
    if (i >= n) return sk_json_error("Unterminated string starting at", text, begin), UINT32_MAX;
    uint32_t c = sk_str_at(s, i);
    *at = i + 1;
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'u': break;
    default: return sk_json_error("Invalid \\escape", text, i - 1), UINT32_MAX;
    }
    if (i + 5 >= n || (c = four_digits(s, i + 1)) == UINT32_MAX) return sk_json_error("Invalid \\uXXXX escape", text, i), UINT32_MAX;
    *at = i + 5;
    if ((c & 0xfffffc00) != 0xd800 || i + 11 >= n || sk_str_at(s, i + 5) != '\\' || sk_str_at(s, i + 6) != 'u') return c;
    uint32_t low = four_digits(s, i + 7);
    if (low == UINT32_MAX) return sk_json_error("Invalid \\uXXXX escape", text, i + 6), UINT32_MAX;
    if ((low & 0xfffffc00) != 0xdc00) return c;
    *at = i + 11;
    return 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
}

// The place of the first quote, backslash or (strict) control character from `at` on, or the length.
static size_t plain_end(const SkStr *s, size_t at, bool strict) {
    size_t n = s->length;
    if (s->kind == 1) {
        const uint8_t *p = (const uint8_t *)s->data;
        while (at < n && p[at] != '"' && p[at] != '\\' && (p[at] > 0x1f || !strict)) at++;
        return at;
    }
    for (; at < n; at++) {
        uint32_t c = sk_str_at(s, at);
        if (c == '"' || c == '\\' || (c <= 0x1f && strict)) break;
    }
    return at;
}

SkValue sk_json_scan_string(SkValue text, size_t at, bool strict, size_t *end) {
    const SkStr *s = sk_as_str(text);
    size_t begin = at - 1, stop = plain_end(s, at, strict);
    if (stop < s->length && sk_str_at(s, stop) == '"') {   // no escapes
        *end = stop + 1;
        return sk_str_slice(text, at, stop);
    }
    SkStrBuilder b;
    sk_sb_init(&b);
    for (;; stop = plain_end(s, at, strict)) {
        if (stop > at) sk_sb_slice(&b, text, at, stop);
        if (stop >= s->length) {
            sk_json_error("Unterminated string starting at", text, begin);
            break;
        }
        uint32_t c = sk_str_at(s, stop);
        if (c == '"') {
            *end = stop + 1;
            return sk_sb_finish(&b);
        }
        if (c != '\\') {
            sk_json_error("Invalid control character at", text, stop);
            break;
        }
        at = stop + 1;
        c = read_escape(text, begin, &at);
        if (c == UINT32_MAX) break;
        sk_sb_char(&b, c);
    }
    sk_sb_discard(&b);
    return SK_EMPTY;
}

static SkValue scanstring(SkValue m SK_UNUSED, const SkValue *a) {
    int64_t at;
    size_t end;
    int strict = sk_is_empty(a[2]) ? 1 : sk_truth(a[2]);
    if (strict < 0 || !sk_ssize_argument(a[1], 0, &at)) return SK_EMPTY;
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "first argument must be a string, not %.80T", a[0]);
    if (at < 0 || (size_t)at > sk_str_len(a[0])) return sk_raise(sk_exc_ValueError, "end is out of bounds");
    SkValue parts[2] = {sk_json_scan_string(a[0], (size_t)at, strict, &end)};
    if (sk_is_empty(parts[0])) return SK_EMPTY;
    parts[1] = sk_int_from_int64((int64_t)end);
    return sk_tuple_steal(parts, 2);
}

// ---- the module --------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"encode_basestring", SK_ONEARG, .onearg = sk_json_encode_basestring, .sig = "(string, /)", .doc = "The JSON of a string."},
    {"encode_basestring_ascii", SK_ONEARG, .onearg = sk_json_encode_basestring_ascii, .sig = "(string, /)", .doc = "The JSON of a string, in ASCII."},
    {"scanstring", SK_SIG, .sig_fn = scanstring, .sig = "(string, end, strict=True, /)",
     .doc = "The string literal whose opening quote is before end: the string, and the index behind the closing quote."},
    {0},
};

static bool exec(SkValue m) {
    return sk_type_ready(&sk_json_scanner_type) && sk_type_ready(&sk_json_encoder_type) &&
           sk_module_add(m, "make_scanner", sk_type_value(&sk_json_scanner_type)) &&
           sk_module_add(m, "make_encoder", sk_type_value(&sk_json_encoder_type));
}

const SkModuleDef sk_module__json = {"_json", "Parsing and writing JSON.", functions, exec};
