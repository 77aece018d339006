// binascii: base64, hexadecimal and checksums.
#include "modules/dynamic/zlib/binascii.h"

#include <zlib.h>

#include "base/numtext.h"
#include "modules/error_class.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

static SkErrorClass error_class, incomplete_class;   // binascii.Error, binascii.Incomplete

SkValue sk_binascii_fail(const char *message) { return sk_raise(sk_error_class(&error_class), "%s", message); }

bool sk_binascii_ascii(SkValue v, SkBuffer *b) {
    *b = (SkBuffer){0};
    if (!sk_is_str(v)) {
        if (sk_has_buffer(v)) return sk_buffer_get(v, b, SK_BUF_SIMPLE);
        return sk_raise_false(sk_exc_TypeError, "argument should be bytes, buffer or ASCII string, not '%.100T'", v);
    }
    if (!sk_as_str(v)->ascii) return sk_raise_false(sk_exc_ValueError, "string argument should contain only ASCII characters");
    b->data = sk_as_str(v)->data;
    b->length = (int64_t)sk_str_len(v);
    return true;
}
void sk_binascii_done(SkValue v, SkBuffer *b) {
    if (!sk_is_str(v)) sk_buffer_release(b);
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static SkValue b2a_base64(SkValue m, const SkValue *a) {
    (void)m;
    int newline = sk_is_empty(a[1]) ? 1 : sk_truth(a[1]);
    SkBuffer b;
    if (newline < 0 || !sk_buffer_get(a[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    size_t n = (size_t)b.length;
    SkBytes *out = sk_bytes_new((n + 2) / 3 * 4 + (size_t)newline);
    if (out) {
        const uint8_t *p = b.data;
        char *to = out->data;
        for (size_t i = 0; i < n; i += 3) {
            uint32_t w = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0) | (i + 2 < n ? p[i + 2] : 0);
            *to++ = alphabet[w >> 18];
            *to++ = alphabet[w >> 12 & 63];
            *to++ = i + 1 < n ? alphabet[w >> 6 & 63] : '=';
            *to++ = i + 2 < n ? alphabet[w & 63] : '=';
        }
        if (newline) *to = '\n';
    }
    sk_buffer_release(&b);
    return out ? sk_counted(out) : sk_raise_memory();
}

// What each character stands for, plus one: 0 for those that stand for nothing.
static const uint8_t digits64[256] = {
    ['A'] = 1, ['B'] = 2, ['C'] = 3, ['D'] = 4, ['E'] = 5, ['F'] = 6, ['G'] = 7, ['H'] = 8,
    ['I'] = 9, ['J'] = 10, ['K'] = 11, ['L'] = 12, ['M'] = 13, ['N'] = 14, ['O'] = 15, ['P'] = 16,
    ['Q'] = 17, ['R'] = 18, ['S'] = 19, ['T'] = 20, ['U'] = 21, ['V'] = 22, ['W'] = 23, ['X'] = 24,
    ['Y'] = 25, ['Z'] = 26, ['a'] = 27, ['b'] = 28, ['c'] = 29, ['d'] = 30, ['e'] = 31, ['f'] = 32,
    ['g'] = 33, ['h'] = 34, ['i'] = 35, ['j'] = 36, ['k'] = 37, ['l'] = 38, ['m'] = 39, ['n'] = 40,
    ['o'] = 41, ['p'] = 42, ['q'] = 43, ['r'] = 44, ['s'] = 45, ['t'] = 46, ['u'] = 47, ['v'] = 48,
    ['w'] = 49, ['x'] = 50, ['y'] = 51, ['z'] = 52, ['0'] = 53, ['1'] = 54, ['2'] = 55, ['3'] = 56,
    ['4'] = 57, ['5'] = 58, ['6'] = 59, ['7'] = 60, ['8'] = 61, ['9'] = 62, ['+'] = 63, ['/'] = 64,
};

static int digit64(uint8_t c) { return digits64[c] - 1; }

// Decodes into `to`; the length, or -1 with an exception.
static int64_t decode64(const uint8_t *p, size_t n, uint8_t *to, bool strict) {
    uint8_t *start = to;
    unsigned quad = 0, pads = 0, left = 0;
    bool padded = false;
    if (strict && n && p[0] == '=') return sk_binascii_fail("Leading padding not allowed"), -1;
    for (size_t i = 0; i < n; i++) {
        while (quad == 0 && !padded && i + 4 < n) {   // four good characters at once
            int a = digit64(p[i]), b = digit64(p[i + 1]), c = digit64(p[i + 2]), d = digit64(p[i + 3]);
            if ((a | b | c | d) < 0) break;
            uint32_t w = (uint32_t)a << 18 | (uint32_t)b << 12 | (uint32_t)c << 6 | (uint32_t)d;
            to[0] = (uint8_t)(w >> 16), to[1] = (uint8_t)(w >> 8), to[2] = (uint8_t)w;
            to += 3;
            i += 4;
        }
        if (p[i] == '=') {
            padded = true;
            if (strict && quad == 0) return sk_binascii_fail("Excess padding not allowed"), -1;
            if (quad >= 2 && quad + ++pads >= 4) {
                if (strict && i + 1 < n) return sk_binascii_fail("Excess data after padding"), -1;
                return to - start;
            }
            continue;
        }
        int d = digit64(p[i]);
        if (d < 0) {
            if (strict) return sk_binascii_fail("Only base64 data is allowed"), -1;
            continue;
        }
        if (strict && padded) return sk_binascii_fail("Discontinuous padding not allowed"), -1;
        pads = 0;
        if (quad) *to++ = (uint8_t)(left << (2 * quad) | (unsigned)d >> (6 - 2 * quad));
        left = quad == 3 ? 0 : (unsigned)d & (63u >> (2 * quad));
        quad = (quad + 1) & 3;
    }
    if (quad == 1) {
        sk_raise(sk_error_class(&error_class),
                 "Invalid base64-encoded string: number of data characters (%zd) cannot be 1 more than a multiple of 4",
                 (ssize_t)((to - start) / 3 * 4 + 1));
        return -1;
    }
    if (quad) return sk_binascii_fail("Incorrect padding"), -1;
    return to - start;
}

static SkValue a2b_base64(SkValue m, const SkValue *a) {
    (void)m;
    int strict = sk_is_empty(a[1]) ? 0 : sk_truth(a[1]);
    SkBuffer b;
    if (strict < 0 || !sk_binascii_ascii(a[0], &b)) return SK_EMPTY;
    SkBytes *out = sk_bytes_new((size_t)b.length / 4 * 3 + 4);
    int64_t n = out ? decode64(b.data, (size_t)b.length, (uint8_t *)out->data, strict) : -1;
    sk_binascii_done(a[0], &b);
    if (!out) return sk_raise_memory();
    if (n >= 0) return sk_bytes_truncate(out, (size_t)n);
    sk_release(sk_counted(out));
    return SK_EMPTY;
}

static SkValue plain_hex(SkValue v) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(v, &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    size_t n = (size_t)b.length;
    SkBytes *out = sk_bytes_new(2 * n);
    if (!out) return SK_EMPTY;
    const uint8_t *p = b.data;
    for (size_t i = 0; i < n; i++) {
        out->data[2 * i] = "0123456789abcdef"[p[i] >> 4];
        out->data[2 * i + 1] = "0123456789abcdef"[p[i] & 15];
    }
    return sk_counted(out);
}

static SkValue hexlify(SkValue m, const SkValue *a) {
    (void)m;
    SkValue args[2] = {a[1], a[2]};
    if (!sk_has_buffer(a[0])) return sk_raise(sk_exc_TypeError, "a bytes-like object is required, not '%T'", a[0]);
    if (sk_is_empty(a[1])) return plain_hex(a[0]);
    SK_AUTO SkValue b = sk_bytes_of(a[0]);
    SK_AUTO SkValue text = sk_is_empty(b) ? SK_EMPTY : sk_call_method_s(b, "hex", args, sk_is_empty(a[1]) ? 0 : sk_is_empty(a[2]) ? 1 : 2);
    return sk_is_empty(text) ? SK_EMPTY : sk_bytes_from(sk_as_str(text)->data, sk_str_len(text));
}

static SkValue unhexlify(SkValue m, SkValue v) {
    (void)m;
    SkBuffer b;
    if (!sk_binascii_ascii(v, &b)) return SK_EMPTY;
    const uint8_t *p = b.data;
    size_t n = (size_t)b.length;
    SkBytes *out = n % 2 ? NULL : sk_bytes_new(n / 2);
    bool ok = out;
    for (size_t i = 0; ok && i < n; i += 2) {
        unsigned hi = sk_digit_value[p[i]], lo = sk_digit_value[p[i + 1]];
        ok = hi < 16 && lo < 16;
        out->data[i / 2] = (char)(hi * 16 + lo);
    }
    sk_binascii_done(v, &b);
    if (ok) return sk_counted(out);
    if (n % 2) return sk_binascii_fail("Odd-length string");
    if (!out) return sk_raise_memory();
    sk_release(sk_counted(out));
    return sk_binascii_fail("Non-hexadecimal digit found");
}

static SkValue binascii_crc32(SkValue m, const SkValue *a) {
    (void)m;
    bool ok = true;
    uint64_t start = sk_is_empty(a[1]) ? 0 : sk_as_uint64_mask(a[1], &ok);
    SkBuffer b;
    if (!ok || !sk_buffer_get(a[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    sk_thread_detach();
    unsigned long crc = crc32_z((uint32_t)start, b.data, (size_t)b.length);
    sk_thread_attach();
    if (!b.length) crc = (uint32_t)start;
    sk_buffer_release(&b);
    return sk_from_small_int((int64_t)(uint32_t)crc);
}

// CCITT's polynomial, as BinHex files use it.
static SkValue crc_hqx(SkValue m, const SkValue *a, size_t nargs) {
    (void)m;
    bool ok = true;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_check_nargs("crc_hqx", nargs, 2, 2) || !sk_buffer_get(a[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    SK_AUTO SkValue start = sk_index(a[1]);
    uint32_t crc = sk_is_empty(start) ? 0 : (uint32_t)sk_as_uint64_mask(start, &ok) & 0xffff;
    if (!ok || sk_is_empty(start)) return SK_EMPTY;
    const uint8_t *p = b.data;
    for (int64_t i = 0; i < b.length; i++) {
        uint32_t x = crc >> 8 ^ p[i];   // x**16 = x**12 + x**5 + 1, eight bits at once
        x ^= x >> 4;
        crc = (crc << 8 ^ x << 12 ^ x << 5 ^ x) & 0xffff;
    }
    return sk_from_small_int((int64_t)crc);
}

static bool exec(SkValue m) {
    return sk_add_error_class(m, &error_class, "binascii.Error", sk_exc_ValueError, NULL) &&
           sk_add_error_class(m, &incomplete_class, "binascii.Incomplete", sk_exc_Exception, NULL);
}

static const SkMethodDef functions[] = {
    {.name = "a2b_uu", .kind = SK_ONEARG, .onearg = sk_binascii_a2b_uu, .sig = "(data, /)", .doc = "Decode a line of uuencoded data."},
    {.name = "b2a_uu", .kind = SK_SIG, .sig_fn = sk_binascii_b2a_uu, .sig = "(data, /, *, backtick=False)", .doc = "Encode a line as uuencoded data."},
    {.name = "a2b_qp", .kind = SK_SIG, .sig_fn = sk_binascii_a2b_qp, .sig = "(data, header=False)", .doc = "Decode quoted-printable data."},
    {.name = "b2a_qp", .kind = SK_SIG, .sig_fn = sk_binascii_b2a_qp, .sig = "(data, quotetabs=False, istext=True, header=False)", .doc = "Encode as quoted-printable data."},
    {.name = "crc_hqx", .kind = SK_FAST, .fast = crc_hqx, .sig = "(data, crc, /)", .doc = "CRC-CCITT of the data, continued from crc."},
    {.name = "a2b_base64", .kind = SK_SIG, .sig_fn = a2b_base64, .sig = "(data, /, *, strict_mode=False)", .doc = "Decode base64."},
    {.name = "b2a_base64", .kind = SK_SIG, .sig_fn = b2a_base64, .sig = "(data, /, *, newline=True)", .doc = "Encode as base64."},
    {.name = "b2a_hex", .kind = SK_SIG, .sig_fn = hexlify, .sig = "(data, sep=None, bytes_per_sep=1)", .doc = "Encode in hexadecimal."},
    {.name = "hexlify", .kind = SK_SIG, .sig_fn = hexlify, .sig = "(data, sep=None, bytes_per_sep=1)", .doc = "Encode in hexadecimal."},
    {.name = "a2b_hex", .kind = SK_ONEARG, .onearg = unhexlify, .sig = "(hexstr, /)", .doc = "Decode hexadecimal."},
    {.name = "unhexlify", .kind = SK_ONEARG, .onearg = unhexlify, .sig = "(hexstr, /)", .doc = "Decode hexadecimal."},
    {.name = "crc32", .kind = SK_SIG, .sig_fn = binascii_crc32, .sig = "(data, crc=0, /)", .doc = "CRC-32 of the data, continued from crc."},
    {0},
};

SK_EXPORT const SkModuleDef sk_module_binascii = {"binascii", "Binary data in ASCII.", functions, exec};
