#include "base/utf8.h"

#include <string.h>

#if defined(__SSE2__)
#    include <emmintrin.h>
#endif

#define HIGH_BITS UINT64_C(0x8080808080808080)

static inline uint64_t load64(const void *p) {
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

size_t sk_ascii_prefix(const void *text, size_t n) {
    const unsigned char *s = text;
    size_t i = 0;
#if defined(__SSE2__)
    for (; n - i >= 16; i += 16) {
        int mask = _mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(const void *)(s + i)));
        if (mask) return i + (size_t)__builtin_ctz((unsigned)mask);
    }
#endif
    for (; n - i >= 8; i += 8)
        if (load64(s + i) & HIGH_BITS) break;
    while (i < n && s[i] < 0x80) i++;
    return i;
}

// Changes the case of the letters first..first+25, eight bytes at a time: the high bits of the two sums say whether a byte below
// 0x80 reaches the first letter and whether it is past the last (Warren, "Hacker's Delight", chapter 6).
static inline void map_letters(uint8_t *to, const uint8_t *from, size_t n, uint8_t first) {
    const uint64_t each = HIGH_BITS >> 7;
    size_t i = 0;
    for (; n - i >= 8; i += 8) {
        uint64_t w = load64(from + i), low = w & ~HIGH_BITS;
        uint64_t reached = low + each * (0x80u - first), past = low + each * (0x80u - first - 26u);
        w ^= (reached & ~past & ~w & HIGH_BITS) >> 2;
        memcpy(to + i, &w, 8);
    }
    for (; i < n; i++) to[i] = (uint8_t)(from[i] - first) < 26 ? from[i] ^ 32 : from[i];
}

void sk_ascii_lower(uint8_t *to, const uint8_t *from, size_t n) { map_letters(to, from, n, 'A'); }
void sk_ascii_upper(uint8_t *to, const uint8_t *from, size_t n) { map_letters(to, from, n, 'a'); }

static inline bool is_tail(unsigned char c) { return (c & 0xC0) == 0x80; }

// Decodes the sequence at s (its first byte is 0x80 or more). Returns its length, or 0 with *bad = number of bytes to
// blame and *reason.
static SK_NOINLINE unsigned decode_one(const unsigned char *s, size_t left, unsigned flags, uint32_t *cp, unsigned *bad,
                                       const char **reason) {
    unsigned char lead = s[0];
    unsigned len = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *bad = 1;
    if (lead < 0xC2 || lead > 0xF4) {
        *reason = "invalid start byte";
        return 0;
    }
    // The second byte's range is what shuts out overlong forms, surrogates and the values above U+10FFFF.
    unsigned char lo = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char hi = lead == 0xED && !(flags & SK_UTF8_SURROGATES) ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    uint32_t v = lead & (0x7Fu >> len);
    for (unsigned i = 1; i < len; i++) {
        *bad = i;
        if (i == left) {
            *reason = "unexpected end of data";
            return 0;
        }
        if (i == 1 ? s[1] < lo || s[1] > hi : !is_tail(s[i])) {
            *reason = "invalid continuation byte";
            return 0;
        }
        v = v << 6 | (s[i] & 0x3F);
    }
    *cp = v;
    return len;
}

bool sk_utf8_scan(const char *text, size_t n, unsigned flags, SkUtf8Info *info, SkUtf8Error *err) {
    const unsigned char *s = (const unsigned char *)text;
    size_t i = 0, count = 0;
    uint32_t max = n ? 0x7F : 0;
    while (i < n) {
        size_t ascii = s[i] < 0x80 ? sk_ascii_prefix(s + i, n - i) : 0;
        i += ascii;
        count += ascii;
        while (i < n && s[i] >= 0x80) {
            // The common well-formed cases first; decode_one judges everything else.
            if (n - i >= 2 && s[i] - 0xC2u < 0x1E && is_tail(s[i + 1])) {
                uint32_t cp = (s[i] & 0x1Fu) << 6 | (s[i + 1] & 0x3F);
                max = cp > max ? cp : max;
                i += 2;
                count++;
                continue;
            }
            if (n - i >= 3 && s[i] - 0xE1u < 0xF && s[i] != 0xED && is_tail(s[i + 1]) && is_tail(s[i + 2])) {
                uint32_t cp = (s[i] & 0xFu) << 12 | (s[i + 1] & 0x3Fu) << 6 | (s[i + 2] & 0x3F);
                max = cp > max ? cp : max;
                i += 3;
                count++;
                continue;
            }
            uint32_t cp;
            unsigned bad;
            unsigned len = decode_one(s + i, n - i, flags, &cp, &bad, &err->reason);
            if (!len) {
                err->start = i;
                err->end = i + bad;
                *info = (SkUtf8Info){i, count, i ? max : 0};
                return false;
            }
            if (cp > max) max = cp;
            i += len;
            count++;
        }
    }
    *info = (SkUtf8Info){i, count, max};
    return true;
}

size_t sk_utf8_count(const char *text, size_t n) {
    const unsigned char *s = (const unsigned char *)text;
    size_t tails = 0, i = 0;
    for (; n - i >= 8; i += 8) {
        uint64_t v = load64(s + i);
        tails += (v & ~v << 1 & HIGH_BITS) / 0x80 * (HIGH_BITS / 0x80) >> 56;   // the sum of the bytes
    }
    for (; i < n; i++) tails += is_tail(s[i]);
    return n - tails;
}

uint32_t sk_utf8_next(const char **p) {
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t c = s[0];
    if (c < 0x80) {
        *p += 1;
        return c;
    }
    if (c < 0xE0) {
        *p += 2;
        return (c & 0x1F) << 6 | (s[1] & 0x3F);
    }
    if (c < 0xF0) {
        *p += 3;
        return (c & 0x0F) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3F);
    }
    *p += 4;
    return (c & 0x07) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3F);
}

static inline void widen(void *to, const char *s, size_t n, size_t size) {
    if (size == 1)
        memcpy(to, s, n);
    else if (size == 2)
        for (size_t i = 0; i < n; i++) ((uint16_t *)to)[i] = (unsigned char)s[i];
    else
        for (size_t i = 0; i < n; i++) ((uint32_t *)to)[i] = (unsigned char)s[i];
}

#define DEFINE_DECODE(NAME, UNIT)                                                                                      \
    size_t NAME(const char *s, size_t n, UNIT *out) {                                                                  \
        const char *end = s + n;                                                                                       \
        UNIT *o = out;                                                                                                 \
        while (s < end) {                                                                                              \
            if ((unsigned char)*s < 0x80) {                                                                            \
                size_t run = sk_ascii_prefix(s, (size_t)(end - s));                                                    \
                widen(o, s, run, sizeof(UNIT));                                                                        \
                o += run;                                                                                              \
                s += run;                                                                                              \
            } else {                                                                                                   \
                *o++ = (UNIT)sk_utf8_next(&s);                                                                         \
            }                                                                                                          \
        }                                                                                                              \
        return (size_t)(o - out);                                                                                      \
    }

DEFINE_DECODE(sk_utf8_decode1, uint8_t)
DEFINE_DECODE(sk_utf8_decode2, uint16_t)
DEFINE_DECODE(sk_utf8_decode4, uint32_t)

size_t sk_utf8_decode(const char *s, size_t n, unsigned width, void *out) {
    return width == 1   ? sk_utf8_decode1(s, n, out)
           : width == 2 ? sk_utf8_decode2(s, n, out)
                        : sk_utf8_decode4(s, n, out);
}

static inline size_t put(char *out, uint32_t cp) {
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

size_t sk_utf8_put(char *out, uint32_t cp) { return put(out, cp); }

static inline uint32_t unit_at(const void *text, unsigned width, size_t i) {
    return width == 1   ? ((const uint8_t *)text)[i]
           : width == 2 ? ((const uint16_t *)text)[i]
                        : ((const uint32_t *)text)[i];
}

// OR-ing keeps the class exact: each class ends at a power of two. Only the top one (up to U+10FFFF) needs a cap.
#define OR_BLOCKS(UNIT, FULL)                                                                                          \
    do {                                                                                                               \
        const UNIT *p = text;                                                                                          \
        for (size_t i = 0; i < n && all < (FULL);) {                                                                   \
            size_t stop = n - i > 64 ? i + 64 : n;                                                                     \
            for (; i < stop; i++) all |= p[i];                                                                         \
        }                                                                                                              \
    } while (0)

uint32_t sk_codepoints_max(const void *text, size_t n, unsigned width) {
    uint32_t all = 0;
    if (width == 1) return sk_ascii_prefix(text, n) == n ? (n ? 0x7F : 0) : 0xFF;
    if (width == 2)
        OR_BLOCKS(uint16_t, 0x100u);
    else
        OR_BLOCKS(uint32_t, 0x10000u);
    return all > SK_CODEPOINT_MAX ? SK_CODEPOINT_MAX : all;
}

static bool find_surrogates(const void *text, size_t n, unsigned width, SkUtf8Error *err) {
    size_t i = 0;
    while (i < n && !sk_is_surrogate(unit_at(text, width, i))) i++;
    if (i == n) return false;
    err->start = i;
    while (i < n && sk_is_surrogate(unit_at(text, width, i))) i++;
    err->end = i;
    err->reason = "surrogates not allowed";
    return true;
}

size_t sk_utf8_encoded_size(const void *text, size_t n, unsigned width, unsigned flags, SkUtf8Error *err) {
    size_t size = n;
    if (width == 1) {
        const uint8_t *p = text;
        size_t i = sk_ascii_prefix(p, n);
        for (; n - i >= 8; i += 8) size += (load64(p + i) & HIGH_BITS) / 0x80 * (HIGH_BITS / 0x80) >> 56;   // the sum of the bytes
        for (; i < n; i++) size += p[i] >> 7;
        return size;
    }
    bool surrogate = false;
    if (width == 2) {
        const uint16_t *p = text;
        size_t i = 0;
        // Four at a time: the high bit of a unit's sum says that it reaches 0x80, 0x800, or that it differs from a surrogate.
        const uint64_t each = UINT64_C(0x0001000100010001), high = each << 15;
        uint64_t other = high;
        for (; n - i >= 4; i += 4) {
            uint64_t w = load64(p + i), low = w & ~high, prefix = (w & each * 0xf800) ^ each * 0xd800;
            uint64_t two = ((low + each * 0x7f80) | w) & high, three = ((low + each * 0x7800) | w) & high;
            size += ((two >> 15) + (three >> 15)) * each >> 48;   // the sum of the four
            other &= ((prefix & ~high) + ~high) | prefix;
        }
        surrogate = (other & high) != high;
        for (; i < n; i++) {
            size += (size_t)(p[i] >= 0x80) + (p[i] >= 0x800);
            surrogate |= sk_is_surrogate(p[i]);
        }
    } else {
        const uint32_t *p = text;
        for (size_t i = 0; i < n; i++) {
            size += (size_t)(p[i] >= 0x80) + (p[i] >= 0x800) + (p[i] >= 0x10000);
            surrogate |= sk_is_surrogate(p[i]);
        }
    }
    if (surrogate && !(flags & SK_UTF8_SURROGATES) && find_surrogates(text, n, width, err)) return SIZE_MAX;
    return size;
}

size_t sk_utf8_encode(const void *text, size_t n, unsigned width, char *out) {
    char *o = out;
    if (width == 1) {
        const uint8_t *p = text;
        for (size_t i = 0; i < n;) {
            size_t run = sk_ascii_prefix(p + i, n - i);
            memcpy(o, p + i, run);
            o += run;
            for (i += run; i < n && p[i] >= 0x80; i++) {
                *o++ = (char)(0xC0 | p[i] >> 6);
                *o++ = (char)(0x80 | (p[i] & 0x3F));
            }
        }
    } else if (width == 2) {
        const uint16_t *p = text;
        for (size_t i = 0; i < n;) {
            uint16_t c = p[i++];
            if (c < 0x80) {
                *o++ = (char)c;
            } else if (c < 0x800) {
                *o++ = (char)(0xC0 | c >> 6);
                *o++ = (char)(0x80 | (c & 0x3F));
            } else {
                o += put(o, c);
            }
        }
    } else {
        const uint32_t *p = text;
        for (size_t i = 0; i < n; i++) o += put(o, p[i]);
    }
    return (size_t)(o - out);
}
