#include "base/dtoa.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/numtext.h"
#include "base/pow10.h"

typedef unsigned __int128 u128;

static inline uint64_t bits_of(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

// floor(g * cp / 2^128) with the lowest bit set where bits were lost: enough to compare and to tell ties.
static inline uint64_t round_to_odd(const SkPow10 *g, uint64_t cp) {
    u128 low = (u128)g->lo * cp, high = (u128)g->hi * cp;
    high += (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

// The paper's algorithm for c * 2^q. All boundaries are scaled by 4, so that halves are integers.
static SkDecimal schubfach(uint64_t c, int q, bool lower_is_closer) {
    uint64_t odd = c & 1; // an even significand owns its interval's ends
    int k = (q * 1262611 - (lower_is_closer ? 524031 : 0)) >> 22;
    int h = q + sk_floor_log2_pow10(-k) + 1;
    const SkPow10 *g = &sk_pow10_table[-k - SK_POW10_MIN];
    uint64_t lower = round_to_odd(g, (4 * c - 2 + lower_is_closer) << h) + odd;
    uint64_t value = round_to_odd(g, 4 * c << h);
    uint64_t upper = round_to_odd(g, (4 * c + 2) << h) - odd;
    uint64_t s = value / 4;
    if (s >= 10) {
        uint64_t t = s / 10;
        bool below = lower <= 40 * t, above = 40 * t + 40 <= upper;
        if (below != above) return (SkDecimal){t + above, k + 1};
    }
    bool below = lower <= 4 * s, above = 4 * s + 4 <= upper;
    if (below != above) return (SkDecimal){s + above, k};
    uint64_t middle = 4 * s + 2;
    bool up = value > middle || (value == middle && (s & 1));
    return (SkDecimal){s + up, k};
}

SkDecimal sk_double_shortest(double d) {
    uint64_t bits = bits_of(d);
    uint64_t fraction = bits & ((UINT64_C(1) << 52) - 1);
    int e = (int)(bits >> 52 & 0x7FF);
    if (e == 0 && fraction == 0) return (SkDecimal){0, 0};
    SkDecimal r;
    uint64_t c = e ? fraction | UINT64_C(1) << 52 : fraction;
    int q = (e ? e : 1) - 1075;
    if (q <= 0 && q > -53 && (c & ((UINT64_C(1) << -q) - 1)) == 0)
        r = (SkDecimal){c >> -q, 0}; // an integer below 2^53 has no shorter neighbour than itself
    else
        r = schubfach(c, q, fraction == 0 && e > 1);
    while (r.digits % 100 == 0) r = (SkDecimal){r.digits / 100, r.exponent + 2};
    if (r.digits % 10 == 0) r = (SkDecimal){r.digits / 10, r.exponent + 1};
    return r;
}

// d is not finite. Returns the length.
static size_t put_special(double d, bool upper, bool plus, char *out) {
    char *o = out;
    if (!isnan(d) && d < 0)
        *o++ = '-';
    else if (plus)
        *o++ = '+';
    memcpy(o, isnan(d) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"), 3);
    return (size_t)(o + 3 - out);
}

// e+XX: at least two digits.
static char *put_exponent(char *o, int e, bool upper) {
    *o++ = upper ? 'E' : 'e';
    *o++ = e < 0 ? '-' : '+';
    unsigned a = (unsigned)(e < 0 ? -e : e);
    if (a < 10) *o++ = '0';
    return o + sk_uint_to_decimal(a, o);
}

size_t sk_float_repr(double d, char *out) {
    if (!isfinite(d)) return put_special(d, false, false, out);
    char *o = out, digits[SK_INT_DECIMAL_MAX];
    if (signbit(d)) *o++ = '-';
    SkDecimal dec = sk_double_shortest(d);
    int n = (int)sk_uint_to_decimal(dec.digits, digits);
    int point = dec.digits ? n + dec.exponent : 1; // the value is 0.DIGITS * 10^point
    if (point <= -4 || point > 16) {
        *o++ = digits[0];
        if (n > 1) {
            *o++ = '.';
            memcpy(o, digits + 1, (size_t)n - 1);
            o += n - 1;
        }
        o = put_exponent(o, point - 1, false);
    } else if (point <= 0) {
        memcpy(o, "0.000", 5);
        o += 2 - point;
        memcpy(o, digits, (size_t)n);
        o += n;
    } else if (point >= n) {
        memcpy(o, digits, (size_t)n);
        memset(o + n, '0', (size_t)(point - n));
        o += point;
        memcpy(o, ".0", 2);
        o += 2;
    } else {
        memcpy(o, digits, (size_t)point);
        o[point] = '.';
        memcpy(o + point + 1, digits + point, (size_t)(n - point));
        o += n + 1;
    }
    return (size_t)(o - out);
}

size_t sk_float_hex(double d, char *out) {
    if (!isfinite(d)) return put_special(d, false, false, out);
    char *o = out;
    uint64_t bits = bits_of(d), fraction = bits & ((UINT64_C(1) << 52) - 1);
    int e = (int)(bits >> 52 & 0x7FF);
    if (bits >> 63) *o++ = '-';
    memcpy(o, e ? "0x1." : "0x0.", 4);
    o += 4;
    if (e == 0 && fraction == 0) {
        memcpy(o, "0p+0", 4);
        return (size_t)(o + 4 - out);
    }
    for (int shift = 48; shift >= 0; shift -= 4) *o++ = "0123456789abcdef"[fraction >> shift & 15];
    *o++ = 'p';
    e = e ? e - 1023 : -1022;
    *o++ = e < 0 ? '-' : '+';
    o += sk_uint_to_decimal((uint64_t)(e < 0 ? -e : e), o);
    return (size_t)(o - out);
}

// Past these, every further digit of a double is a zero.
enum {
    MAX_FRACTION = 1074,
    MAX_SIGNIFICANT = 767,
    TEXT_ROOM = 1500, // 309 digits before the point, MAX_FRACTION after it
};

// Significant digits of a finite d >= 0, rounded to `count` (up to MAX_SIGNIFICANT): 0.DIGITS * 10^*point. Returns how
// many there are. snprintf is exact; only its decimal point follows the locale, and that is skipped over.
static int round_digits(double d, int count, char *digits, int *point) {
    char text[TEXT_ROOM];
    snprintf(text, sizeof text, "%.*e", count - 1, d);
    int n = 0;
    const char *p = text;
    for (; *p != 'e'; p++)
        if (*p >= '0' && *p <= '9') digits[n++] = *p;
    *point = d == 0 ? 1 : (int)strtol(p + 1, NULL, 10) + 1;
    return n;
}

static bool all_zeros(const char *digits, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (digits[i] != '0') return false;
    return true;
}

static void put_sign(SkStrBuf *out, bool negative, bool zero, unsigned flags) {
    if (negative && !(zero && (flags & SK_FLOAT_NO_NEG_0)))
        sk_strbuf_append_char(out, '-');
    else if (flags & SK_FLOAT_SIGN)
        sk_strbuf_append_char(out, '+');
}

// 10^0 to 10^19.
static uint64_t power_of_ten(int n) {
    uint64_t p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

// d * 10^precision rounded to a whole number, ties to even, where that is exact in 128 bits and below 10^18. d is finite and >= 0.
static bool scaled_whole(double d, int precision, uint64_t *out) {
    if (precision > 18) return false;
    uint64_t power = power_of_ten(precision);
    if (!(d < 1e18 / (double)power)) return false;
    int e;
    uint64_t m = (uint64_t)ldexp(frexp(d, &e), 53);
    int shift = 53 - e;
    unsigned __int128 product = (unsigned __int128)m * power; // 53 and 60 bits
    if (shift <= 0) {
        *out = (uint64_t)(product << -shift);
    } else if (shift >= 128) {
        *out = 0;
    } else {
        unsigned __int128 whole = product >> shift, half = (unsigned __int128)1 << (shift - 1), rest = product - (whole << shift);
        *out = (uint64_t)whole + (rest > half || (rest == half && (whole & 1)));
    }
    return true;
}

// |d| with `precision` digits behind a point, or without a point; the length.
static size_t fixed_text(double d, int precision, char *out) {
    uint64_t whole;
    if (!scaled_whole(d, precision, &whole)) return (size_t)snprintf(out, TEXT_ROOM, "%.*f", precision, d);
    char digits[24];
    size_t n = sk_uint_to_decimal(whole, digits), behind = (size_t)precision, zeros = n > behind ? 0 : behind + 1 - n;
    char *o = out;
    if (behind == 0) return memcpy(o, digits, n), n;
    if (zeros) {
        memset(o, '0', zeros + 1);
        memcpy(o + zeros + 1, digits, n);
        o[1] = '.';
    } else {
        memcpy(o, digits, n - behind);
        o[n - behind] = '.';
        memcpy(o + n - behind + 1, digits + n - behind, behind);
    }
    return n + zeros + 1;
}

static void format_fixed(SkStrBuf *out, double d, int precision, unsigned flags) {
    char text[TEXT_ROOM];
    int shown = precision < MAX_FRACTION ? precision : MAX_FRACTION;
    size_t n = fixed_text(fabs(d), shown, text);
    size_t whole = 0;
    while (whole < n && text[whole] >= '0' && text[whole] <= '9') whole++;
    const char *fraction = text + n - shown;
    put_sign(out, signbit(d), all_zeros(text, whole) && all_zeros(fraction, (size_t)shown), flags);
    sk_strbuf_append(out, text, whole);
    if (precision > 0 || (flags & (SK_FLOAT_ALT | SK_FLOAT_ADD_DOT_0))) sk_strbuf_append_char(out, '.');
    sk_strbuf_append(out, fraction, (size_t)shown);
    if (precision > shown) sk_strbuf_append_repeat(out, '0', (size_t)(precision - shown));
    if (precision == 0 && (flags & SK_FLOAT_ADD_DOT_0)) sk_strbuf_append_char(out, '0');
}

// d.ddde+XX, with `pad` zeros behind the digits.
static void layout_exponent(SkStrBuf *out, const char *digits, int n, int pad, int point, bool upper, unsigned flags) {
    sk_strbuf_append_char(out, digits[0]);
    if (n + pad > 1 || (flags & SK_FLOAT_ALT)) sk_strbuf_append_char(out, '.');
    sk_strbuf_append(out, digits + 1, (size_t)n - 1);
    sk_strbuf_append_repeat(out, '0', (size_t)pad);
    char e[8];
    sk_strbuf_append(out, e, (size_t)(put_exponent(e, point - 1, upper) - e));
}

// ddd.ddd, with `pad` zeros behind the digits.
static void layout_positional(SkStrBuf *out, const char *digits, int n, int pad, int point, unsigned flags) {
    int whole = point < 0 ? 0 : point < n ? point : n;
    if (point <= 0) sk_strbuf_append_char(out, '0');
    sk_strbuf_append(out, digits, (size_t)whole);
    if (point > n) {
        sk_strbuf_append_repeat(out, '0', (size_t)(point - n));
        pad -= point - n < pad ? point - n : pad;
    }
    bool more = n + pad > whole;
    if (more || (flags & (SK_FLOAT_ALT | SK_FLOAT_ADD_DOT_0))) sk_strbuf_append_char(out, '.');
    if (point < 0) sk_strbuf_append_repeat(out, '0', (size_t)-point);
    sk_strbuf_append(out, digits + whole, (size_t)(n - whole));
    sk_strbuf_append_repeat(out, '0', (size_t)pad);
    if (!more && (flags & SK_FLOAT_ADD_DOT_0)) sk_strbuf_append_char(out, '0');
}

static void format_general(SkStrBuf *out, double d, int precision, bool upper, unsigned flags) {
    if (precision == 0) precision = 1;
    char digits[MAX_SIGNIFICANT];
    int point, n = round_digits(fabs(d), precision < MAX_SIGNIFICANT ? precision : MAX_SIGNIFICANT, digits, &point);
    int pad = precision - n;
    if (!(flags & SK_FLOAT_ALT)) {
        while (n > 1 && digits[n - 1] == '0') n--;
        pad = 0;
    }
    put_sign(out, signbit(d), digits[0] == '0', flags);
    if (point <= -4 || point > precision - ((flags & SK_FLOAT_ADD_DOT_0) ? 1 : 0))
        layout_exponent(out, digits, n, pad, point, upper, flags);
    else
        layout_positional(out, digits, n, pad, point, flags);
}

static void format_exponent(SkStrBuf *out, double d, int precision, bool upper, unsigned flags) {
    char digits[MAX_SIGNIFICANT];
    int shown = precision < MAX_SIGNIFICANT ? precision + 1 : MAX_SIGNIFICANT;
    int point, n = round_digits(fabs(d), shown, digits, &point);
    put_sign(out, signbit(d), digits[0] == '0', flags);
    layout_exponent(out, digits, n, precision - (n - 1), point, upper, flags);
}

static void format_shortest(SkStrBuf *out, double d, bool upper, unsigned flags) {
    char digits[SK_INT_DECIMAL_MAX];
    SkDecimal dec = sk_double_shortest(d);
    int n = (int)sk_uint_to_decimal(dec.digits, digits);
    int point = dec.digits ? n + dec.exponent : 1;
    put_sign(out, signbit(d), dec.digits == 0, flags);
    if (point <= -4 || point > 16)
        layout_exponent(out, digits, n, 0, point, upper, flags);
    else
        layout_positional(out, digits, n, 0, point, flags);
}

bool sk_float_format(SkStrBuf *out, double d, char code, int precision, unsigned flags) {
    bool upper = code >= 'A' && code <= 'Z';
    if (precision < 0) precision = 6;
    if (code == '%') d *= 100;
    if (!isfinite(d)) {
        char text[4];
        sk_strbuf_append(out, text, put_special(d, upper, flags & SK_FLOAT_SIGN, text));
    } else {
        switch (code) {
        case 'e':
        case 'E': format_exponent(out, d, precision, upper, flags); break;
        case 'f':
        case 'F':
        case '%': format_fixed(out, d, precision, flags); break;
        case 'g':
        case 'G': format_general(out, d, precision, upper, flags); break;
        case 'r':
        case 'R': format_shortest(out, d, upper, flags); break;
        default: return false;
        }
    }
    if (code == '%') sk_strbuf_append_char(out, '%');
    return !out->oom;
}

// Rounds the digits of a whole number to its first `keep` ones, ties to even; `sticky` says that a fraction follows.
// Returns how many digits there are now.
static int round_whole(char *digits, int n, int keep, bool sticky) {
    char half = digits[keep];
    bool beyond = sticky || !all_zeros(digits + keep + 1, (size_t)(n - keep - 1));
    bool odd = keep > 0 && (digits[keep - 1] - '0') % 2;
    if (half < '5' || (half == '5' && !beyond && !odd)) return keep;
    int i = keep;
    while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
    if (i > 0) {
        digits[i - 1]++;
        return keep;
    }
    memmove(digits + 1, digits, (size_t)keep);
    digits[0] = '1';
    return keep + 1;
}

double sk_double_round(double d, int64_t ndigits) {
    if (!isfinite(d) || d == 0 || ndigits > MAX_FRACTION) return d;
    char text[TEXT_ROOM];
    uint64_t scaled;
    // Both numbers are exact doubles: their quotient is rounded once.
    if (ndigits >= 0 && ndigits <= 18 && scaled_whole(fabs(d), (int)ndigits, &scaled) && scaled < UINT64_C(1) << 53)
        return copysign((double)scaled / (double)power_of_ten((int)ndigits), d);
    if (ndigits >= 0) {
        // Re-read through digits and exponent: strtod then meets no decimal point, hence no locale.
        int n = snprintf(text, sizeof text, "%.*f", (int)ndigits, fabs(d));
        size_t whole = strspn(text, "0123456789");
        memmove(text + whole, text + n - ndigits, (size_t)ndigits);
        snprintf(text + whole + ndigits, 16, "e-%d", (int)ndigits);
    } else if (ndigits < -309) {
        return copysign(0.0, d);
    } else {
        double whole = trunc(fabs(d));
        int n = snprintf(text, sizeof text, "%.0f", whole);
        if (-ndigits > n) return copysign(0.0, d);
        int keep = round_whole(text, n, n + (int)ndigits, whole != fabs(d));
        if (keep == 0) return copysign(0.0, d);
        snprintf(text + keep, 16, "e%d", (int)-ndigits);
    }
    return copysign(strtod(text, NULL), d);
}
