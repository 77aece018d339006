// The built-in error handlers.
#include <stdio.h>

#include "base/alloc.h"
#include "base/unicode_names.h"
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

SkErrorMode sk_error_mode(const char *errors) {
    static const struct {
        const char *name;
        SkErrorMode mode;
    } known[] = {
        {"strict", SK_ERRORS_STRICT},   {"ignore", SK_ERRORS_IGNORE},           {"replace", SK_ERRORS_REPLACE},
        {"surrogateescape", SK_ERRORS_ESCAPE}, {"surrogatepass", SK_ERRORS_PASS}, {"backslashreplace", SK_ERRORS_BACKSLASH},
        {"xmlcharrefreplace", SK_ERRORS_XML}, {"namereplace", SK_ERRORS_NAME},
    };
    if (!errors) return SK_ERRORS_STRICT;
    for (size_t i = 0; i < SK_COUNT_OF(known); i++)
        if (strcmp(errors, known[i].name) == 0) return known[i].mode;
    return SK_ERRORS_OTHER;
}

size_t sk_backslash_escape(uint32_t c, char out[10]) {
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out[0] = '\\';
    out[1] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (int i = digits - 1; i >= 0; i--, c >>= 4) out[2 + i] = "0123456789abcdef"[c & 15];
    return (size_t)digits + 2;
}

// ---- surrogates in the encodings that have a place for them ------------------------------------------------------------

enum { NO_UTF, UTF8, UTF16LE, UTF16BE, UTF32LE, UTF32BE };

static int utf_kind(const char *encoding) {
    char name[32];
    if (!sk_normalize_encoding(encoding, name, sizeof name) || strncmp(name, "utf", 3)) return NO_UTF;
    const char *p = name + 3;
    if (*p == '_') p++;
    if (strcmp(p, "8") == 0) return UTF8;
    bool wide = strncmp(p, "32", 2) == 0;
    if (!wide && strncmp(p, "16", 2)) return NO_UTF;
    p += 2;
    if (*p == '_') p++;
    if (*p == 0 || strcmp(p, "le") == 0) return wide ? UTF32LE : UTF16LE;
    if (strcmp(p, "be") == 0) return wide ? UTF32BE : UTF16BE;
    return NO_UTF;
}

static bool pass_decode(const char *encoding, const uint8_t *data, size_t n, size_t start, SkStrBuilder *out, size_t *pos) {
    const uint8_t *p = data + start;
    size_t left = n - start, used;
    uint32_t c;
    switch (utf_kind(encoding)) {
    case UTF8:
        used = 3;
        if (left < 3 || p[0] != 0xed || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80) return false;
        c = 0xd000u | (p[1] & 0x3fu) << 6 | (p[2] & 0x3f);
        break;
    case UTF16LE:
    case UTF16BE:
        used = 2;
        if (left < 2) return false;
        c = utf_kind(encoding) == UTF16LE ? (uint32_t)(p[1] << 8 | p[0]) : (uint32_t)(p[0] << 8 | p[1]);
        break;
    case UTF32LE:
    case UTF32BE:
        used = 4;
        if (left < 4) return false;
        c = utf_kind(encoding) == UTF32LE ? (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0]
                                          : (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
        break;
    default: return false;
    }
    if (!sk_is_surrogate(c)) return false;
    sk_sb_char(out, c);
    *pos = start + used;
    return true;
}

static bool pass_encode(const char *encoding, const SkStr *s, size_t start, size_t end, SkStrBuf *bytes) {
    int kind = utf_kind(encoding);
    if (kind == NO_UTF) return false;
    for (size_t i = start; i < end; i++) {
        uint32_t c = sk_str_at(s, i);
        if (!sk_is_surrogate(c)) return false;
        char high = (char)(c >> 8), low = (char)c;
        switch (kind) {
        case UTF8: sk_strbuf_append_codepoint(bytes, c); break;
        case UTF16LE: sk_strbuf_append(bytes, (char[]){low, high}, 2); break;
        case UTF16BE: sk_strbuf_append(bytes, (char[]){high, low}, 2); break;
        case UTF32LE: sk_strbuf_append(bytes, (char[]){low, high, 0, 0}, 4); break;
        default: sk_strbuf_append(bytes, (char[]){0, 0, high, low}, 4);
        }
    }
    return true;
}

// ---- what the handlers do ---------------------------------------------------------------------------------------------

bool sk_errors_decode(SkErrorMode mode, const char *encoding, const uint8_t *data, size_t n, size_t start, size_t end,
                      SkStrBuilder *out, size_t *pos) {
    *pos = end;
    switch (mode) {
    case SK_ERRORS_IGNORE: return true;
    case SK_ERRORS_REPLACE: sk_sb_char(out, 0xfffd); return true;
    case SK_ERRORS_BACKSLASH:
        for (size_t i = start; i < end; i++) {
            char text[10];
            sk_sb_ascii(out, text, sk_backslash_escape(data[i], text));
        }
        return true;
    case SK_ERRORS_ESCAPE: {
        size_t i = start;
        while (i < end && i < start + 4 && data[i] >= 0x80) sk_sb_char(out, 0xdc00u + data[i++]);
        *pos = i;
        return i > start;
    }
    case SK_ERRORS_PASS: return pass_decode(encoding, data, n, start, out, pos);
    default: return false;
    }
}

bool sk_errors_encode(SkErrorMode mode, const char *encoding, const SkStr *s, size_t start, size_t end, SkStrBuilder *text,
                      SkStrBuf *bytes, bool *is_bytes, size_t *pos) {
    *pos = end;
    *is_bytes = false;
    switch (mode) {
    case SK_ERRORS_IGNORE: return true;
    case SK_ERRORS_REPLACE: sk_sb_repeat(text, '?', end - start); return true;
    case SK_ERRORS_BACKSLASH:
    case SK_ERRORS_XML:
    case SK_ERRORS_NAME:
        for (size_t i = start; i < end; i++) {
            uint32_t c = sk_str_at(s, i);
            char piece[SK_UNICODE_NAME_MAX + 4];
            size_t n = mode == SK_ERRORS_NAME ? sk_unicode_name(c, piece + 3) : 0;
            if (n) {
                memcpy(piece, "\\N{", 3);
                piece[n + 3] = '}';
                n += 4;
            } else {
                n = mode == SK_ERRORS_XML ? (size_t)snprintf(piece, sizeof piece, "&#%u;", c) : sk_backslash_escape(c, piece);
            }
            sk_sb_ascii(text, piece, n);
        }
        return true;
    case SK_ERRORS_ESCAPE:
        *is_bytes = true;
        for (size_t i = start; i < end; i++) {
            uint32_t c = sk_str_at(s, i);
            if (c < 0xdc80 || c > 0xdcff) return false;
            sk_strbuf_append_char(bytes, (char)(c & 0xff));
        }
        return true;
    case SK_ERRORS_PASS: *is_bytes = true; return pass_encode(encoding, s, start, end, bytes);
    default: return false;
    }
}

// ---- as Python functions -------------------------------------------------------------------------------------------------

typedef struct {
    SkValue object, encoding;  // counted
    int64_t start, end;
    char kind;                 // encode, decode, translate: 'e' 'd' 't'; 0: none of these
} ErrorFields;

static bool int_field(SkValue exc, const char *name, int64_t *out) {
    SK_AUTO SkValue v = sk_getattr_s(exc, name);
    return !sk_is_empty(v) && sk_as_int64(v, out);
}

// False with an exception. Brings start and end into the object's length, as their getters in C do.
static bool read_fields(SkValue exc, ErrorFields *f) {
    *f = (ErrorFields){0};
    if (sk_is_instance_of(exc, sk_exc_UnicodeEncodeError)) f->kind = 'e';
    else if (sk_is_instance_of(exc, sk_exc_UnicodeDecodeError)) f->kind = 'd';
    else if (sk_is_instance_of(exc, sk_exc_UnicodeTranslateError)) f->kind = 't';
    else return true;
    f->object = sk_getattr_s(exc, "object");
    if (f->kind != 't') f->encoding = sk_getattr_s(exc, "encoding");
    if (sk_is_empty(f->object) || (f->kind != 't' && sk_is_empty(f->encoding))) return false;
    if (!(f->kind == 'd' ? sk_is_bytes(f->object) : sk_is_str(f->object)))
        return sk_raise_false(sk_exc_TypeError, "UnicodeError 'object' attribute must be a %s", f->kind == 'd' ? "bytes" : "string");
    if (!int_field(exc, "start", &f->start) || !int_field(exc, "end", &f->end)) return false;
    int64_t n = f->kind == 'd' ? (int64_t)sk_as_bytes(f->object)->length : (int64_t)sk_str_len(f->object);
    if (f->start < 0) f->start = 0;
    if (f->start >= n) f->start = n ? n - 1 : 0;
    if (f->end < 1) f->end = 1;
    if (f->end > n) f->end = n;
    if (f->end < f->start) f->end = f->start;
    return true;
}

static void drop_fields(ErrorFields *f) {
    sk_release(f->object);
    sk_release(f->encoding);
}

static SkValue unknown(SkValue exc) {
    return sk_raise(sk_exc_TypeError, "don't know how to handle %.200T in error callback", exc);
}

static SkValue answer(SkValue text, int64_t pos) {
    if (sk_is_empty(text)) return SK_EMPTY;
    SkValue items[2] = {text, sk_from_small_int(pos)};
    return sk_tuple_steal(items, 2);
}

static SkValue translate_answer(SkErrorMode mode, const ErrorFields *f) {
    SkStrBuilder b;
    sk_sb_init(&b);
    if (mode == SK_ERRORS_REPLACE) sk_sb_repeat(&b, 0xfffd, (size_t)(f->end - f->start));
    else if (mode == SK_ERRORS_BACKSLASH) {
        bool is_bytes;
        size_t pos;
        sk_errors_encode(mode, "", sk_as_str(f->object), (size_t)f->start, (size_t)f->end, &b, NULL, &is_bytes, &pos);
    }
    return answer(sk_sb_finish(&b), f->end);
}

// kinds: which of encode, decode and translate errors the handler knows.
static SkValue handle(SkErrorMode mode, const char *kinds, SkValue exc) {
    SK_CLEANUP(drop_fields) ErrorFields f;
    if (!read_fields(exc, &f)) return SK_EMPTY;
    if (!f.kind || !strchr(kinds, f.kind)) return unknown(exc);
    if (f.kind == 't') return translate_answer(mode, &f);
    SK_AUTO_UTF8 SkUtf8 encoding = {0};
    if (sk_is_str(f.encoding)) encoding = sk_str_wtf8(f.encoding);
    const char *name = encoding.text ? encoding.text : "";
    SkStrBuilder b;
    sk_sb_init(&b);
    size_t pos;
    if (f.kind == 'd') {
        const SkBytes *bytes = sk_as_bytes(f.object);
        if (sk_errors_decode(mode, name, (const uint8_t *)bytes->data, bytes->length, (size_t)f.start, (size_t)f.end, &b, &pos))
            return answer(sk_sb_finish(&b), (int64_t)pos);
    } else {
        SkStrBuf bytes;
        sk_strbuf_init(&bytes);
        bool is_bytes;
        bool done = sk_errors_encode(mode, name, sk_as_str(f.object), (size_t)f.start, (size_t)f.end, &b, &bytes, &is_bytes, &pos);
        SkValue made = done && is_bytes ? sk_bytes_from(bytes.data, bytes.len) : SK_EMPTY;
        sk_strbuf_free(&bytes);
        if (done) {
            if (is_bytes) sk_sb_discard(&b);
            return answer(is_bytes ? made : sk_sb_finish(&b), (int64_t)pos);
        }
    }
    sk_sb_discard(&b);
    return sk_raise_object(exc);
}

static SkValue strict(SkValue module, SkValue exc) {
    (void)module;
    return sk_is_exception(exc) ? sk_raise_object(exc) : sk_raise(sk_exc_TypeError, "codec must pass exception instance");
}

static SkValue ignore(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_IGNORE, "edt", exc); }
static SkValue replace(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_REPLACE, "edt", exc); }
static SkValue backslash(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_BACKSLASH, "edt", exc); }
static SkValue xml(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_XML, "e", exc); }
static SkValue name(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_NAME, "e", exc); }
static SkValue pass(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_PASS, "ed", exc); }
static SkValue escape(SkValue m, SkValue exc) { (void)m; return handle(SK_ERRORS_ESCAPE, "ed", exc); }

#define HANDLER(text, function, doc) {text, SK_ONEARG, .onearg = function, "(exception, /)", doc}
const SkMethodDef sk_codec_handlers[] = {
    HANDLER("strict_errors", strict, "The 'strict' error handler: raises the exception."),
    HANDLER("ignore_errors", ignore, "The 'ignore' error handler: leaves out what is malformed."),
    HANDLER("replace_errors", replace, "The 'replace' error handler: '?' or U+FFFD for what is malformed."),
    HANDLER("xmlcharrefreplace_errors", xml, "The 'xmlcharrefreplace' error handler: XML character references."),
    HANDLER("backslashreplace_errors", backslash, "The 'backslashreplace' error handler: backslash escapes."),
    HANDLER("namereplace_errors", name, "The 'namereplace' error handler: \\N{...} escapes."),
    HANDLER("surrogatepass", pass, "The 'surrogatepass' error handler: surrogates are encoded like other characters."),
    HANDLER("surrogateescape", escape, "The 'surrogateescape' error handler: undecodable bytes become lone surrogates."),
    {0},
};
