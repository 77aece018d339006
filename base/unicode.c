#include "base/unicode.h"

#include <string.h>

#include <utf8proc.h>

#include "base/alloc.h"

static const SkUnicodeSpecialCase *special_case(uint32_t cp) {
    size_t low = 0, high = sk_unicode_special_case_count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (sk_unicode_special_cases[middle].cp <= cp)
            low = middle;
        else
            high = middle;
    }
    return &sk_unicode_special_cases[low];
}

static unsigned copy_mapping(const uint16_t map[3], uint32_t out[SK_UNICODE_CASE_MAX]) {
    unsigned n = 0;
    while (n < SK_UNICODE_CASE_MAX && map[n]) {
        out[n] = map[n];
        n++;
    }
    return n;
}

#define DEFINE_FULL_MAPPING(NAME, FIELD)                                                                               \
    unsigned NAME(uint32_t cp, uint32_t out[SK_UNICODE_CASE_MAX]) {                                                    \
        const SkUnicodeRecord *r = sk_unicode_record(cp);                                                              \
        if (sk_unlikely(r->flags & SK_UNICODE_SPECIAL_CASE)) return copy_mapping(special_case(cp)->FIELD, out);        \
        out[0] = cp + (uint32_t)r->FIELD;                                                                              \
        return 1;                                                                                                      \
    }

DEFINE_FULL_MAPPING(sk_unicode_upper_full, upper)
DEFINE_FULL_MAPPING(sk_unicode_lower_full, lower)
DEFINE_FULL_MAPPING(sk_unicode_title_full, title)
DEFINE_FULL_MAPPING(sk_unicode_casefold, fold)

int sk_unicode_decimal_value(uint32_t cp) {
    const SkUnicodeRecord *r = sk_unicode_record(cp);
    return r->flags & SK_UNICODE_DECIMAL ? r->digit : -1;
}

int sk_unicode_digit_value(uint32_t cp) {
    const SkUnicodeRecord *r = sk_unicode_record(cp);
    return r->flags & SK_UNICODE_DIGIT ? r->digit : -1;
}

bool sk_unicode_numeric_value(uint32_t cp, double *value) {
    const SkUnicodeRecord *r = sk_unicode_record(cp);
    if (!(r->flags & SK_UNICODE_NUMERIC)) return false;
    if (r->flags & SK_UNICODE_DIGIT) {
        *value = r->digit;
        return true;
    }
    size_t low = 0, high = sk_unicode_number_count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (sk_unicode_numbers[middle].cp <= cp)
            low = middle;
        else
            high = middle;
    }
    *value = sk_unicode_numbers[low].value;
    return true;
}

const char *sk_unicode_category(uint32_t cp) { return sk_unicode_category_names[sk_unicode_record(cp)->category]; }
const char *sk_unicode_bidirectional(uint32_t cp) { return sk_unicode_bidi_names[sk_unicode_record(cp)->bidi]; }
const char *sk_unicode_east_asian_width(uint32_t cp) { return sk_unicode_width_names[sk_unicode_record(cp)->width]; }

bool sk_unicode_is_normalized_quick(const void *text, size_t n, unsigned width, SkNormalForm form) {
    unsigned bit = 1u << form, last = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t cp = width == 1   ? ((const uint8_t *)text)[i]
                      : width == 2 ? ((const uint16_t *)text)[i]
                                   : ((const uint32_t *)text)[i];
        if (cp < 0xA0) { // nothing below changes in any form, nor combines with what precedes it
            last = 0;
            continue;
        }
        const SkUnicodeRecord *r = sk_unicode_record(cp);
        if (r->unstable & bit || (r->combining && r->combining < last)) return false;
        last = r->combining;
    }
    return true;
}

// Sorts every run of combining marks by class, stably (the canonical ordering algorithm). Runs are short but for
// hostile texts, so a long one is counted out by class instead of inserted.
static bool order_marks(uint32_t *text, size_t n) {
    for (size_t i = 0; i < n;) {
        if (sk_unicode_combining(text[i]) == 0) {
            i++;
            continue;
        }
        size_t start = i;
        while (i < n && sk_unicode_combining(text[i]) != 0) i++;
        size_t run = i - start;
        if (run <= 16) {
            for (size_t j = start + 1; j < i; j++) {
                uint32_t cp = text[j];
                unsigned class = sk_unicode_combining(cp);
                size_t k = j;
                for (; k > start && sk_unicode_combining(text[k - 1]) > class; k--) text[k] = text[k - 1];
                text[k] = cp;
            }
            continue;
        }
        size_t place[257] = {0};
        uint32_t *sorted = sk_malloc(run * sizeof *sorted);
        if (!sorted) return false;
        for (size_t j = start; j < i; j++) place[sk_unicode_combining(text[j]) + 1]++;
        for (size_t c = 1; c < 257; c++) place[c] += place[c - 1];
        for (size_t j = start; j < i; j++) sorted[place[sk_unicode_combining(text[j])]++] = text[j];
        memcpy(text + start, sorted, run * sizeof *sorted);
        sk_free(sorted);
    }
    return true;
}

// U+FDFA becomes 18 code points, the most of all.
enum { MAX_EXPANSION = 18 };

static bool decompose(const uint32_t *text, size_t n, SkNormalForm form, uint32_t **out, size_t *out_n) {
    unsigned bit = 1u << (form == SK_NFKC || form == SK_NFKD ? SK_NFKD : SK_NFD);
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    if (bit == 1u << SK_NFKD) options |= UTF8PROC_COMPAT;
    size_t cap = n, len = 0;
    if (cap > SIZE_MAX / sizeof(uint32_t) / 2 - MAX_EXPANSION) return false;
    cap += MAX_EXPANSION;
    uint32_t *to = sk_malloc(cap * sizeof *to);
    if (!to) return false;
    for (size_t i = 0; i < n; i++) {
        if (cap - len < MAX_EXPANSION) {
            uint32_t *more = NULL;
            if (cap <= SIZE_MAX / sizeof(uint32_t) / 2) more = sk_realloc(to, cap * 2 * sizeof *to);
            if (!more) {
                sk_free(to);
                return false;
            }
            to = more;
            cap *= 2;
        }
        if (text[i] < 0xA0 || !(sk_unicode_record(text[i])->unstable & bit)) {
            to[len++] = text[i];
            continue;
        }
        int last_class = 0;
        utf8proc_ssize_t got = utf8proc_decompose_char((utf8proc_int32_t)text[i], (utf8proc_int32_t *)(to + len),
                                                       MAX_EXPANSION, options, &last_class);
        if (got > 0)
            len += (size_t)got;
        else
            to[len++] = text[i];
    }
    *out = to;
    *out_n = len;
    return true;
}

// Composes a canonically ordered text in place, returns its new length. utf8proc 2.8 takes U+11A7, the filler one below
// the trailing Hangul consonants, for such a consonant and drops it; it is a starter that composes with nothing, so the
// text is composed piecewise around it.
static size_t compose(uint32_t *text, size_t n) {
    size_t to = 0;
    for (size_t i = 0; i < n;) {
        size_t start = i;
        while (i < n && text[i] != 0x11A7) i++;
        size_t len = i - start;
        utf8proc_ssize_t got = utf8proc_normalize_utf32((utf8proc_int32_t *)(text + start), (utf8proc_ssize_t)len,
                                                        UTF8PROC_STABLE | UTF8PROC_COMPOSE);
        if (got >= 0) len = (size_t)got;
        memmove(text + to, text + start, len * sizeof *text);
        to += len;
        if (i < n) text[to++] = text[i++];
    }
    return to;
}

bool sk_unicode_normalize(const uint32_t *text, size_t n, SkNormalForm form, uint32_t **out, size_t *out_n) {
    if (sk_unicode_is_normalized_quick(text, n, 4, form)) {
        uint32_t *copy = n <= SIZE_MAX / sizeof *copy ? sk_malloc(n * sizeof *copy + 1) : NULL;
        if (!copy) return false;
        if (n) memcpy(copy, text, n * sizeof *copy);
        *out = copy;
        *out_n = n;
        return true;
    }
    if (!decompose(text, n, form, out, out_n)) return false;
    if (!order_marks(*out, *out_n)) {
        sk_free(*out);
        return false;
    }
    if (form == SK_NFC || form == SK_NFKC) *out_n = compose(*out, *out_n);
    return true;
}
