#include "base/numtext.h"

#include <string.h>

static const char pairs[201] = "0001020304050607080910111213141516171819"
                               "2021222324252627282930313233343536373839"
                               "4041424344454647484950515253545556575859"
                               "6061626364656667686970717273747576777879"
                               "8081828384858687888990919293949596979899";

size_t sk_uint_to_decimal(uint64_t v, char *out) {
    if (v < 10) {
        out[0] = (char)('0' + v);
        return 1;
    }
    char tmp[SK_INT_DECIMAL_MAX];
    char *p = tmp + sizeof tmp;
    while (v >= 100) {
        unsigned r = (unsigned)(v % 100);
        v /= 100;
        p -= 2;
        memcpy(p, pairs + 2 * r, 2);
    }
    if (v >= 10) {
        p -= 2;
        memcpy(p, pairs + 2 * v, 2);
    } else {
        *--p = (char)('0' + v);
    }
    size_t n = (size_t)(tmp + sizeof tmp - p);
    memcpy(out, p, n);
    return n;
}

size_t sk_int_to_decimal(int64_t v, char *out) {
    if (v >= 0) return sk_uint_to_decimal((uint64_t)v, out);
    *out = '-';
    return 1 + sk_uint_to_decimal(0 - (uint64_t)v, out + 1);
}

size_t sk_uint_to_radix(uint64_t v, unsigned bits, bool uppercase, char *out) {
    const char *digit = uppercase ? "0123456789ABCDEF" : "0123456789abcdef";
    uint64_t mask = (1u << bits) - 1;
    size_t n = 1;
    for (uint64_t rest = v >> bits; rest; rest >>= bits) n++;
    for (size_t i = n; i-- > 0; v >>= bits) out[i] = digit[v & mask];
    return n;
}

#define X16 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255
#define LETTERS 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35
const uint8_t sk_digit_value[256] = {
    X16, X16, X16, 0,   1,   2,   3,       4,   5,   6,   7,   8,   9,   255, 255, 255, 255, 255, 255, 255, LETTERS,
    255, 255, 255, 255, 255, 255, LETTERS, 255, 255, 255, 255, 255, X16, X16, X16, X16, X16, X16, X16, X16,
};

static unsigned prefix_base(const char *p, const char *end) {
    if (end - p < 2 || p[0] != '0') return 0;
    switch (p[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
    }
}

bool sk_int_text_scan(const char *s, size_t n, unsigned base, SkIntText *out) {
    const char *p = s, *end = s + n;
    while (p < end && sk_ascii_isspace((unsigned char)*p)) p++;
    while (end > p && sk_ascii_isspace((unsigned char)end[-1])) end--;
    out->negative = false;
    if (p < end && (*p == '+' || *p == '-')) out->negative = *p++ == '-';
    bool no_leading_zero = false;
    unsigned prefix = prefix_base(p, end);
    if (prefix && (base == 0 || base == prefix)) {
        base = prefix;
        p += 2;
        if (p < end && *p == '_') p++;
    } else if (base == 0) {
        base = 10;
        no_leading_zero = true;
    }
    out->digits = p;
    out->digits_end = end;
    out->base = base;
    size_t count = 0;
    bool nonzero = false;
    for (const char *q = p; q < end; q++) {
        if (*q == '_') {
            if (q == p || q[-1] == '_' || q + 1 == end) return false;
            continue;
        }
        unsigned d = sk_digit_value[(unsigned char)*q];
        if (d >= base) return false;
        nonzero |= d != 0;
        count++;
    }
    out->ndigits = count;
    return count > 0 && !(no_leading_zero && *p == '0' && nonzero);
}

SkParseInt sk_parse_int(const char *s, size_t n, unsigned base, int64_t *value) {
    SkIntText t;
    if (!sk_int_text_scan(s, n, base, &t)) return SK_PARSE_INT_INVALID;
    uint64_t v = 0;
    for (const char *p = t.digits; p < t.digits_end; p++) {
        if (*p == '_') continue;
        if (__builtin_mul_overflow(v, (uint64_t)t.base, &v) ||
            __builtin_add_overflow(v, (uint64_t)sk_digit_value[(unsigned char)*p], &v))
            return SK_PARSE_INT_BIG;
    }
    if (v > (uint64_t)INT64_MAX + t.negative) return SK_PARSE_INT_BIG;
    *value = (int64_t)(t.negative ? 0 - v : v);
    return SK_PARSE_INT_OK;
}
