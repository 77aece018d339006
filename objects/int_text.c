// Ints as text and as bytes, both ways.
//
// Conversion between binary and bases that are not powers of two is subquadratic (GMP), yet limited by
// sys.set_int_max_str_digits as in CPython.
#include <math.h>
#include <string.h>

#include "base/numtext.h"
#include "objects/bytes.h"
#include "objects/buffer.h"
#include "objects/int_internal.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/str.h"

// Read and written relaxed: a thread that changes the limit orders nothing with it.
_Atomic int sk_int_max_str_digits = SK_INT_DEFAULT_MAX_STR_DIGITS;

static SkValue too_many_digits(int limit) {
    return sk_raise(sk_exc_ValueError,
                    "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to "
                    "increase the limit",
                    limit);
}

// ---- to text --------------------------------------------------------------------------------------------------------

static SkValue small_to_str(int64_t i, int base, const char *prefix) {
    char text[SK_UINT_RADIX_MAX + 4];
    size_t n = 0;
    if (base == 10) {
        n = sk_int_to_decimal(i, text);
    } else {
        if (i < 0) text[n++] = '-';
        while (*prefix) text[n++] = *prefix++;
        n += sk_uint_to_radix(i < 0 ? 0 - (uint64_t)i : (uint64_t)i, base == 2 ? 1 : base == 8 ? 3 : 4, false, text + n);
    }
    return sk_str_from_ascii(text, n);
}

SkValue sk_int_to_str(SkValue v, int base, bool prefix) {
    const char *lead = !prefix ? "" : base == 2 ? "0b" : base == 8 ? "0o" : base == 16 ? "0x" : "";
    int64_t i;
    if (sk_int_fits_int64(v, &i)) return small_to_str(i, base, lead);
    SkIntView x;
    sk_int_view(v, &x);
    bool power_of_two = (base & (base - 1)) == 0;
    int limit = power_of_two ? 0 : sk_load_relaxed(&sk_int_max_str_digits);
    double estimate = (double)sk_int_bit_length(v) * log(2) / log(base);  // within one of the number of digits
    if (limit && estimate > limit + 2.0) return too_many_digits(limit);
    int64_t n = sk_view_len(&x);
    if (!sk_int_can_allocate((uint64_t)n * 64)) return SK_EMPTY;
    SK_AUTO_LIMBS SkLimbs copy;
    if (!sk_limbs_get(&copy, n + 1)) return SK_EMPTY;
    memcpy(copy.p, x.limbs, (size_t)n * sizeof(mp_limb_t));
    char *digits = sk_malloc((size_t)estimate + 8);
    if (!digits) return sk_raise_memory();
    SkLongWork work;
    sk_long_work_begin(&work, v, SK_NONE, power_of_two ? 0 : (uint64_t)n * (uint64_t)n);
    size_t len = mpn_get_str((unsigned char *)digits, base, copy.p, n);
    sk_long_work_end(&work);
    size_t start = 0;
    while (start + 1 < len && digits[start] == 0) start++;
    SkValue result;
    if (limit && len - start > (size_t)limit) {
        result = too_many_digits(limit);
    } else {
        size_t lead_len = (x.size < 0) + strlen(lead);
        SkStr *s = sk_str_new(lead_len + len - start, 127);
        if (s) {
            char *p = s->data;
            if (x.size < 0) *p++ = '-';
            for (const char *c = lead; *c; c++) *p++ = *c;
            for (size_t k = start; k < len; k++) *p++ = "0123456789abcdefghijklmnopqrstuvwxyz"[(unsigned char)digits[k]];
        }
        result = s ? sk_counted(s) : SK_EMPTY;
    }
    sk_free(digits);
    return result;
}

// ---- from text --------------------------------------------------------------------------------------------------------

static SkValue invalid_literal(int base, SkValue shown) {
    return sk_raise(sk_exc_ValueError, "invalid literal for int() with base %d: %.200R", base, shown);
}

// The value of a scanned literal.
static SkValue convert(const SkIntText *t) {
    int limit = sk_load_relaxed(&sk_int_max_str_digits);
    if ((t->base & (t->base - 1)) && limit && t->ndigits > (size_t)limit)
        return sk_raise(sk_exc_ValueError,
                        "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                        "sys.set_int_max_str_digits() to increase the limit",
                        limit, t->ndigits);
    uint64_t i = 0;
    bool big = false;
    for (const char *p = t->digits; p < t->digits_end && !big; p++) {
        if (*p == '_') continue;
        big = __builtin_mul_overflow(i, (uint64_t)t->base, &i) ||
              __builtin_add_overflow(i, (uint64_t)sk_digit_value[(unsigned char)*p], &i);
    }
    if (!big) return sk_int_from_limbs(&i, 1, t->negative);
    unsigned char *digits = sk_malloc(t->ndigits);
    if (!digits) return sk_raise_memory();
    size_t n = 0;
    for (const char *p = t->digits; p < t->digits_end; p++)
        if (*p != '_' && (n || *p != '0')) digits[n++] = sk_digit_value[(unsigned char)*p];
    SkValue result = SK_EMPTY;
    SK_AUTO_LIMBS SkLimbs r = {0};
    int64_t limbs = (int64_t)((double)n * log2(t->base) / SK_LIMB_BITS) + 2;
    if (sk_int_can_allocate((uint64_t)limbs * 64) && sk_limbs_get(&r, limbs)) {
        SkLongWork work;
        sk_long_work_begin(&work, SK_NONE, SK_NONE, (uint64_t)limbs * (uint64_t)limbs);
        mp_size_t used = mpn_set_str(r.p, digits, n, (int)t->base);
        sk_long_work_end(&work);
        result = sk_int_from_limbs(r.p, (size_t)used, t->negative);
    }
    sk_free(digits);
    return result;
}

SkValue sk_int_from_text(const char *s, size_t len, int base) {
    SkIntText t;
    if (sk_int_text_scan(s, len, (unsigned)base, &t)) return convert(&t);
    SK_AUTO SkValue shown = sk_str_from_wtf8(s, len);
    return sk_is_empty(shown) ? SK_EMPTY : invalid_literal(base, shown);
}

static SkValue from_bytes_text(const char *s, size_t len, int base) {
    SkIntText t;
    if (sk_int_text_scan(s, len, (unsigned)base, &t)) return convert(&t);
    SK_AUTO SkValue shown = sk_bytes_from(s, len);
    return sk_is_empty(shown) ? SK_EMPTY : invalid_literal(base, shown);
}

SkValue sk_int_from_object_text(SkValue v, int base) {
    if (sk_is_str(v)) {
        SK_AUTO_NUMBER_TEXT SkNumberText text;
        if (!sk_number_text(v, &text)) return SK_EMPTY;
        SkIntText t;
        return sk_int_text_scan(text.text, text.len, (unsigned)base, &t) ? convert(&t) : invalid_literal(base, v);
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    return from_bytes_text(view.data, (size_t)view.length, base);
}

// ---- bytes ----------------------------------------------------------------------------------------------------------------

SkValue sk_int_from_bytes(const uint8_t *p, size_t n, bool little_endian, bool is_signed) {
    bool negative = is_signed && n && (p[little_endian ? n - 1 : 0] & 0x80);
    if (n <= 8 && !negative) {
        uint64_t word = 0;
        for (size_t i = 0; i < n; i++) word = word << 8 | p[little_endian ? n - 1 - i : i];
        return sk_int_from_uint64(word);
    }
    int64_t limbs = (int64_t)(n / 8 + 1);
    SK_AUTO_LIMBS SkLimbs r;
    if (!sk_limbs_get(&r, limbs)) return SK_EMPTY;
    memset(r.p, 0, (size_t)limbs * sizeof(mp_limb_t));
    mp_limb_t flip = negative ? 0xff : 0;
    for (size_t i = 0; i < n; i++) {
        mp_limb_t byte = (little_endian ? p[i] : p[n - 1 - i]) ^ flip;
        r.p[i / 8] |= byte << (8 * (i % 8));
    }
    if (negative) mpn_add_1(r.p, r.p, limbs, 1);
    return sk_int_from_limbs(r.p, (size_t)limbs, negative);
}

bool sk_int_to_bytes(SkValue v, uint8_t *p, size_t n, bool little_endian, bool is_signed) {
    SkIntView x;
    sk_int_view(v, &x);
    bool negative = x.size < 0;
    if (negative && !is_signed) return sk_raise_false(sk_exc_OverflowError, "can't convert negative int to unsigned");
    size_t bits = sk_int_bit_length(v);
    bool fits;
    if (!is_signed) {
        fits = bits <= 8 * n;
    } else if (!negative) {
        fits = bits == 0 || bits < 8 * n;
    } else {
        // The least value is a power of two, which needs no further bit; and -1 is all ones, in no bytes too.
        bool power_of_two = mpn_scan1(x.limbs, 0) == bits - 1;
        fits = power_of_two ? bits <= 8 * n || bits == 1 : bits < 8 * n;
    }
    if (!fits) return sk_raise_false(sk_exc_OverflowError, "int too big to convert");
    size_t len = (size_t)sk_view_len(&x);
    unsigned carry = 1;
    for (size_t i = 0; i < n; i++) {
        unsigned byte = i / 8 < len ? (x.limbs[i / 8] >> (8 * (i % 8))) & 0xff : 0;
        if (negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        p[little_endian ? i : n - 1 - i] = (uint8_t)byte;
    }
    return true;
}
