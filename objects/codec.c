// Encoding and decoding by the name of an encoding.
#include "objects/codec.h"

#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/codec_registry.h"
#include "objects/error.h"
#include "objects/protocol.h"

bool sk_normalize_encoding(const char *encoding, char *out, size_t size) {
    size_t n = 0;
    bool gap = false;
    for (const char *p = encoding; *p; p++) {
        char c = *p;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        if (!letter) {
            gap = true;
            continue;
        }
        if (n + 3 > size) return false;
        if (gap && n) out[n++] = '_';
        gap = false;
        out[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    out[n] = 0;
    return true;
}

typedef enum { OTHER, UTF8, ASCII, LATIN1, UTF16, UTF16_LE, UTF16_BE, UTF32, UTF32_LE, UTF32_BE } Known;

static Known known_encoding(const char *encoding) {
    if (!encoding || strcmp(encoding, "utf-8") == 0) return UTF8;
    if (strcmp(encoding, "ascii") == 0) return ASCII;
    static const struct {
        const char *name;
        Known known;
    } names[] = {
        {"utf_8", UTF8},         {"utf8", UTF8},         {"ascii", ASCII},       {"us_ascii", ASCII},
        {"latin_1", LATIN1},     {"latin1", LATIN1},     {"iso_8859_1", LATIN1}, {"iso8859_1", LATIN1},
        {"utf_16", UTF16},       {"utf16", UTF16},       {"utf_32", UTF32},      {"utf32", UTF32},
        {"utf_16_le", UTF16_LE}, {"utf_16_be", UTF16_BE}, {"utf_32_le", UTF32_LE}, {"utf_32_be", UTF32_BE},
    };
    char name[16];
    if (!sk_normalize_encoding(encoding, name, sizeof name)) return OTHER;
    for (size_t i = 0; i < SK_COUNT_OF(names); i++)
        if (strcmp(name, names[i].name) == 0) return names[i].known;
    return OTHER;
}

bool sk_check_codec_names;

static bool check_names(Known known, const char *encoding, const char *errors) {
    if (!sk_check_codec_names) return true;
    if (known == OTHER) {
        SkValue codec = sk_codec_lookup(encoding);
        sk_release(codec);
        if (sk_is_empty(codec)) return false;
    }
    if (sk_error_mode(errors) != SK_ERRORS_OTHER) return true;
    SkValue handler = sk_codec_lookup_error(errors);
    sk_release(handler);
    return !sk_is_empty(handler);
}

SkValue sk_str_encode(SkValue s, const char *encoding, const char *errors) {
    Known known = known_encoding(encoding);
    if (!check_names(known, encoding, errors)) return SK_EMPTY;
    switch (known) {
    case UTF8: return sk_encode_utf8(s, errors);
    case ASCII: return sk_encode_ascii(s, errors);
    case LATIN1: return sk_encode_latin1(s, errors);
    case UTF16: return sk_encode_utf16(s, errors, 0);
    case UTF16_LE: return sk_encode_utf16(s, errors, -1);
    case UTF16_BE: return sk_encode_utf16(s, errors, 1);
    case UTF32: return sk_encode_utf32(s, errors, 0);
    case UTF32_LE: return sk_encode_utf32(s, errors, -1);
    case UTF32_BE: return sk_encode_utf32(s, errors, 1);
    case OTHER: break;
    }
    SK_AUTO SkValue result = sk_codec_encode_text(s, encoding, errors);
    if (sk_is_empty(result) || sk_is_bytes(result)) return sk_move(&result);
    if (sk_is_instance_of(result, &sk_bytearray_type)) {
        if (!sk_warn(sk_exc_RuntimeWarning, 1, "encoder %s returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types",
                     encoding))
            return SK_EMPTY;
        return sk_bytes_of(result);
    }
    return sk_raise(sk_exc_TypeError,
                    "'%.400s' encoder returned '%.400T' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
                    encoding, result);
}

SkValue sk_str_decode(const char *data, size_t n, const char *encoding, const char *errors) {
    int order = 0;
    Known known = known_encoding(encoding);
    if (!check_names(known, encoding, errors)) return SK_EMPTY;
    if (n == 0) return sk_dup(sk_names.empty); // whatever the encoding is called
    switch (known) {
    case UTF8: return sk_decode_utf8(data, n, errors, NULL);
    case ASCII: return sk_decode_ascii(data, n, errors);
    case LATIN1: return sk_str_from_latin1(data, n);
    case UTF16_LE: order = -1; return sk_decode_utf16(data, n, errors, &order, NULL);
    case UTF16_BE: order = 1; return sk_decode_utf16(data, n, errors, &order, NULL);
    case UTF16: return sk_decode_utf16(data, n, errors, &order, NULL);
    case UTF32_LE: order = -1; return sk_decode_utf32(data, n, errors, &order, NULL);
    case UTF32_BE: order = 1; return sk_decode_utf32(data, n, errors, &order, NULL);
    case UTF32: return sk_decode_utf32(data, n, errors, &order, NULL);
    case OTHER: break;
    }
    SK_AUTO SkValue bytes = sk_bytes_from(data, n);
    SK_AUTO SkValue result = sk_is_empty(bytes) ? SK_EMPTY : sk_codec_decode_text(bytes, encoding, errors);
    if (sk_is_empty(result) || sk_is_str(result)) return sk_move(&result);
    return sk_raise(sk_exc_TypeError,
                    "'%.400s' decoder returned '%.400T' instead of 'str'; use codecs.decode() to decode to arbitrary types",
                    encoding, result);
}
