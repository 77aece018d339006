#include "base/strtod.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/numtext.h"
#include "base/pow10.h"

typedef unsigned __int128 u128;

static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

static inline bool has_word(const char *s, const char *end, const char *word, size_t n) {
    if ((size_t)(end - s) < n) return false;
    for (size_t i = 0; i < n; i++)
        if ((s[i] | 0x20) != word[i]) return false;
    return true;
}

// inf, infinity, nan. Returns the end of the word, or NULL.
static const char *special_word(const char *s, const char *end, double *value) {
    if (has_word(s, end, "nan", 3)) {
        *value = NAN;
        return s + 3;
    }
    if (has_word(s, end, "inf", 3)) {
        *value = INFINITY;
        return has_word(s, end, "infinity", 8) ? s + 8 : s + 3;
    }
    return NULL;
}

// A number as read: its digits lie in [digits, digits_end), with at most one point among them.
typedef struct Decimal {
    const char *digits, *digits_end;
    uint64_t w;       // the first 19 significant digits
    int64_t exponent; // the value is w * 10^exponent, or a little more if `truncated`
    bool truncated;   // digits other than zero were left out of w
} Decimal;

static double double_from(uint64_t significand, int biased_exponent) {
    uint64_t bits = (significand & ~(UINT64_C(1) << 52)) | (uint64_t)biased_exponent << 52;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

// w * 10^q for w > 0 by Lemire's algorithm. False where it cannot decide, or the result is subnormal.
static bool eisel_lemire(uint64_t w, int64_t q, double *value) {
    if (q < SK_POW10_MIN) {
        *value = 0;
        return true;
    }
    if (q > 308) {
        *value = INFINITY;
        return true;
    }
    SkPow10 g = sk_pow10_table[q - SK_POW10_MIN];
    if (q < -27 || q > 55) { // the algorithm wants these rounded down
        g.hi -= g.lo == 0;
        g.lo--;
    }
    int zeros = __builtin_clzll(w);
    w <<= zeros;
    u128 product = (u128)w * g.hi;
    if (((uint64_t)(product >> 64) & 0x1FF) == 0x1FF) {
        product += (uint64_t)((u128)w * g.lo >> 64);
        if ((uint64_t)product == UINT64_MAX && (q < -27 || q > 55)) return false;
    }
    uint64_t hi = (uint64_t)(product >> 64), lo = (uint64_t)product;
    int upper = (int)(hi >> 63), shift = upper + 64 - 52 - 3;
    uint64_t m = hi >> shift;
    int e = sk_floor_log2_pow10((int)q) + 63 + upper - zeros + 1023;
    if (e <= 0) return false;
    if (lo <= 1 && q >= -4 && q <= 23 && (m & 3) == 1 && m << shift == hi) m &= ~UINT64_C(1); // a tie: down to even
    m = (m + (m & 1)) >> 1;
    if (m >= UINT64_C(1) << 53) {
        m = UINT64_C(1) << 52;
        e++;
    }
    *value = e >= 0x7FF ? INFINITY : double_from(m, e);
    return true;
}

// The C library's strtod is exact; without a decimal point in the text the locale does not matter. No tie between two
// doubles needs more than 768 digits: of what comes later it only matters whether it is all zeros.
static SK_COLD double slow_strtod(const Decimal *d) {
    enum { KEEP = 770 };
    char text[KEEP + 32];
    int n = 0;
    int64_t significant = 0;
    bool sticky = false;
    for (const char *p = d->digits; p < d->digits_end; p++) {
        if (*p == '.' || (*p == '0' && significant == 0)) continue;
        significant++;
        if (n < KEEP)
            text[n++] = *p;
        else
            sticky |= *p != '0';
    }
    // d->exponent is that of the 19th significant digit, or of the last if there are fewer.
    int64_t exponent = d->exponent - (n > 19 ? n - 19 : 0);
    if (sticky) {
        text[n++] = '1';
        exponent--;
    }
    snprintf(text + n, 31, "e%lld", (long long)exponent);
    return strtod(text, NULL);
}

static double convert(const Decimal *d) {
    static const double exact[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (d->w == 0) return 0;
    if (!d->truncated && d->w <= UINT64_C(1) << 53 && d->exponent >= -22 && d->exponent <= 22)
        return d->exponent < 0 ? (double)d->w / exact[-d->exponent] : (double)d->w * exact[d->exponent];
    double low, high;
    if (eisel_lemire(d->w, d->exponent, &low)) {
        if (!d->truncated) return low;
        if (eisel_lemire(d->w + 1, d->exponent, &high) && low == high) return low;
    }
    return slow_strtod(d);
}

// An exponent's digits, kept small enough never to overflow in sums, yet beyond what any text in memory can offset.
static const char *read_exponent(const char *p, const char *end, int64_t *exponent) {
    bool negative = false;
    if (p < end && (*p == '+' || *p == '-')) negative = *p++ == '-';
    if (p == end || !is_digit(*p)) return NULL;
    int64_t e = 0;
    for (; p < end && is_digit(*p); p++)
        if (e < INT64_C(100000000000000000)) e = e * 10 + (*p - '0');
    *exponent = negative ? -e : e;
    return p;
}

bool sk_strtod(const char *s, const char *end, const char **stop, double *value) {
    const char *p = s;
    bool negative = false;
    if (p < end && (*p == '+' || *p == '-')) negative = *p++ == '-';
    const char *after = special_word(p, end, value);
    if (after) {
        *stop = after;
        if (negative) *value = -*value;
        return true;
    }
    Decimal d = {.digits = p};
    bool point = false, any = false;
    int significant = 0;
    for (; p < end; p++) {
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(*p)) break;
        any = true;
        if (significant < 19) {
            d.w = d.w * 10 + (uint64_t)(*p - '0');
            significant += d.w != 0;
            d.exponent -= point;
        } else {
            d.truncated |= *p != '0';
            d.exponent += !point;
        }
    }
    if (!any) return false;
    d.digits_end = p;
    if (p < end && (*p | 0x20) == 'e') {
        int64_t e;
        after = read_exponent(p + 1, end, &e);
        if (after) {
            d.exponent += e;
            p = after;
        }
    }
    *stop = p;
    *value = convert(&d);
    if (negative) *value = -*value;
    return true;
}

size_t sk_strip_underscores(const char *s, size_t n, char *out) {
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] != '_')
            out[k++] = s[i];
        else if (i == 0 || i + 1 == n || !is_digit(s[i - 1]) || !is_digit(s[i + 1]))
            return SIZE_MAX;
    }
    return k;
}

static void trim(const char **s, const char **end) {
    while (*s < *end && sk_ascii_isspace((unsigned char)**s)) ++*s;
    while (*end > *s && sk_ascii_isspace((unsigned char)(*end)[-1])) --*end;
}

static SkParseFloat parse_whole(const char *s, const char *end, double *value) {
    const char *stop;
    double v;
    if (!sk_strtod(s, end, &stop, &v) || stop != end) return SK_PARSE_FLOAT_INVALID;
    *value = v;
    return SK_PARSE_FLOAT_OK;
}

SkParseFloat sk_parse_float(const char *s, size_t n, double *value) {
    const char *end = s + n;
    trim(&s, &end);
    n = (size_t)(end - s);
    if (n == 0) return SK_PARSE_FLOAT_INVALID;
    if (!memchr(s, '_', n)) return parse_whole(s, end, value);
    char small[128], *copy = n <= sizeof small ? small : sk_malloc(n);
    if (!copy) return SK_PARSE_FLOAT_NO_MEMORY;
    SkParseFloat r = SK_PARSE_FLOAT_INVALID;
    size_t len = sk_strip_underscores(s, n, copy);
    if (len != SIZE_MAX) r = parse_whole(copy, copy + len, value);
    if (copy != small) sk_free(copy);
    return r;
}

// m * 2^e for m < 2^61, rounded once.
static double scale_rounded(uint64_t m, int64_t e) {
    if (m == 0) return 0;
    int64_t top = e + 63 - __builtin_clzll(m); // the value is in [2^top, 2^(top+1))
    if (top > 1023) return INFINITY;
    if (top < -1075) return 0;
    int64_t unit = top - 52 > -1074 ? top - 52 : -1074;
    int64_t shift = unit - e;
    if (shift <= 0) return ldexp((double)m, (int)e);
    uint64_t rest = m & ((UINT64_C(1) << shift) - 1), half = UINT64_C(1) << (shift - 1);
    m >>= shift;
    m += rest > half || (rest == half && (m & 1));
    return ldexp((double)m, (int)unit);
}

SkParseFloat sk_parse_hex_float(const char *s, size_t n, double *value) {
    const char *p = s, *end = s + n;
    trim(&p, &end);
    bool negative = false;
    if (p < end && (*p == '+' || *p == '-')) negative = *p++ == '-';
    double v;
    const char *after = special_word(p, end, &v);
    if (after) {
        if (after != end) return SK_PARSE_FLOAT_INVALID;
        *value = negative ? -v : v;
        return SK_PARSE_FLOAT_OK;
    }
    if (end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x') p += 2;
    uint64_t m = 0, sticky = 0;
    int64_t e = 0, e2 = 0;
    bool point = false, any = false;
    for (; p < end; p++) {
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        unsigned digit = sk_digit_value[(unsigned char)*p];
        if (digit >= 16) break;
        any = true;
        if (m < UINT64_C(1) << 56) {
            m = m << 4 | digit;
            e -= point ? 4 : 0;
        } else {
            sticky |= digit;
            e += point ? 0 : 4;
        }
    }
    if (!any) return SK_PARSE_FLOAT_INVALID;
    if (p < end && (*p | 0x20) == 'p') {
        p = read_exponent(p + 1, end, &e2);
        if (!p) return SK_PARSE_FLOAT_INVALID;
    }
    if (p != end) return SK_PARSE_FLOAT_INVALID;
    v = scale_rounded(m << 1 | (sticky != 0), e + e2 - 1);
    if (isinf(v)) return SK_PARSE_FLOAT_OVERFLOW;
    *value = negative ? -v : v;
    return SK_PARSE_FLOAT_OK;
}
