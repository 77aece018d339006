// Searching. One byte a unit: the C library's memchr and memmem (linear, and vectorised). Wider units: a scan for
// the needle's rarest-looking end, and two-way search (Crochemore, Perrin, "Two-way string-matching", 1991), linear
// without extra memory, once the needle is long enough to pay.
#include "objects/str_search.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/alloc.h"
#include "base/assert.h"

SK_INLINE uint32_t unit_at(const void *p, unsigned kind, size_t i) {
    return kind == 1 ? ((const uint8_t *)p)[i] : kind == 2 ? ((const uint16_t *)p)[i] : ((const uint32_t *)p)[i];
}

// By one byte of the unit as long as that seldom finds another unit, then four units at a time.
static size_t search_unit2(const uint16_t *p, size_t start, size_t n, uint16_t c) {
    unsigned char byte = (unsigned char)((c & 0xff) ? c & 0xff : c >> 8);
    for (int tries = 0; tries < 8 && n - start > 16; tries++) {
        const char *from = (const char *)&p[start], *found = memchr(from, byte, (n - start) * 2);
        if (!found) return n;
        start += (size_t)(found - from) / 2;
        if (p[start] == c) return start;
        start++;
        if (start >= n) return n;
    }
    const uint64_t ones = 0x0001000100010001u, pattern = ones * c;
    for (; n - start >= 4; start += 4) {
        uint64_t w;
        memcpy(&w, &p[start], sizeof w);
        w ^= pattern;
        if ((w - ones) & ~w & (ones << 15)) break;
    }
    while (start < n && p[start] != c) start++;
    return start;
}

size_t sk_search_unit(const void *hay, unsigned kind, size_t start, size_t n, uint32_t c) {
    if (kind == 1) {
        if (c > 0xff || start >= n) return n;
        const char *found = memchr((const char *)hay + start, (int)c, n - start);
        return found ? (size_t)(found - (const char *)hay) : n;
    }
    if (start >= n) return n;
    if (kind == 2) return c > 0xffff ? n : search_unit2(hay, start, n, (uint16_t)c);
    const uint32_t *p = hay;
    while (start < n && p[start] != c) start++;
    return start;
}

static size_t search_unit_back(const void *hay, unsigned kind, size_t n, uint32_t c) {
    if (kind == 1) {
        const char *found = c > 0xff ? NULL : memrchr(hay, (int)c, n);
        return found ? (size_t)(found - (const char *)hay) : SIZE_MAX;
    }
    while (n--)
        if (unit_at(hay, kind, n) == c) return n;
    return SIZE_MAX;
}

#define TWO_WAY(NAME, UNIT)                                                                             \
    /* The start of the greatest suffix of x (by < or, reversed, >), and its period. */                  \
    static size_t NAME##_suffix(const UNIT *x, size_t m, bool reversed, size_t *period) {                \
        size_t start = SIZE_MAX, j = 0, k = 1, p = 1;                                                    \
        while (j + k < m) {                                                                              \
            UNIT a = x[j + k], b = x[start + k];                                                         \
            if (a == b) {                                                                                \
                if (k == p) {                                                                            \
                    j += p;                                                                              \
                    k = 1;                                                                               \
                } else {                                                                                 \
                    k++;                                                                                 \
                }                                                                                        \
            } else if ((a < b) != reversed) {                                                            \
                j += k;                                                                                  \
                k = 1;                                                                                   \
                p = j - start;                                                                           \
            } else {                                                                                     \
                start = j++;                                                                             \
                k = p = 1;                                                                               \
            }                                                                                            \
        }                                                                                                \
        *period = p;                                                                                     \
        return start + 1;                                                                                \
    }                                                                                                    \
    static int64_t NAME(const UNIT *y, size_t n, const UNIT *x, size_t m) {                              \
        size_t p, q, a = NAME##_suffix(x, m, false, &p), b = NAME##_suffix(x, m, true, &q);              \
        size_t cut = a > b ? a : b, period = a > b ? p : q;                                              \
        bool periodic = memcmp(x, x + period, cut * sizeof(UNIT)) == 0;                                  \
        if (!periodic) period = (cut > m - cut ? cut : m - cut) + 1;                                     \
        size_t at = 0, known = 0; /* known: units of x that match at `at` for sure */                    \
        while (at + m <= n) {                                                                            \
            size_t i = cut > known ? cut : known;                                                        \
            while (i < m && x[i] == y[at + i]) i++;                                                      \
            if (i < m) {                                                                                 \
                at += i - cut + 1;                                                                       \
                known = 0;                                                                               \
                continue;                                                                                \
            }                                                                                            \
            i = cut;                                                                                     \
            while (i > known && x[i - 1] == y[at + i - 1]) i--;                                          \
            if (i <= known) return (int64_t)at;                                                          \
            at += period;                                                                                \
            known = periodic ? m - period : 0;                                                           \
        }                                                                                                \
        return -1;                                                                                       \
    }

TWO_WAY(two_way2, uint16_t)
TWO_WAY(two_way4, uint32_t)

// Same kind, 2 <= m <= n.
static int64_t search_wide(const void *hay, unsigned kind, size_t n, const void *needle, size_t m) {
    uint32_t first = unit_at(needle, kind, 0), last = unit_at(needle, kind, m - 1);
    size_t budget = 4 * n / m + 64; // units compared in vain before two-way search takes over
    for (size_t i = 0; (i = sk_search_unit(hay, kind, i, n - m + 1, first)) <= n - m; i++) {
        if (unit_at(hay, kind, i + m - 1) != last) continue;
        size_t k = 1;
        while (k < m && unit_at(hay, kind, i + k) == unit_at(needle, kind, k)) k++;
        if (k == m) return (int64_t)i;
        if (k <= budget) {
            budget -= k;
            continue;
        }
        const char *rest = (const char *)hay + (i + 1) * kind;
        int64_t at = kind == 2 ? two_way2((const uint16_t *)(const void *)rest, n - i - 1, needle, m)
                               : two_way4((const uint32_t *)(const void *)rest, n - i - 1, needle, m);
        return at < 0 ? -1 : at + (int64_t)i + 1;
    }
    return -1;
}

// The needle in the hay's width: in small if it fits, else allocated. NULL: out of memory.
static const void *widen(const void *needle, unsigned from, size_t m, unsigned to, uint32_t *small, size_t small_units,
                         void **allocated) {
    *allocated = NULL;
    if (from == to) return needle;
    void *wide = small;
    if (m > small_units) {
        wide = *allocated = sk_malloc(m * to);
        if (!wide) return NULL;
    }
    for (size_t i = 0; i < m; i++) {
        if (to == 2) ((uint16_t *)wide)[i] = (uint16_t)unit_at(needle, from, i);
        else ((uint32_t *)wide)[i] = unit_at(needle, from, i);
    }
    return wide;
}

// Without memory for a widened needle.
static int64_t search_mixed(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m) {
    for (size_t i = 0; i + m <= n; i++) {
        size_t k = 0;
        while (k < m && unit_at(hay, kind, i + k) == unit_at(needle, needle_kind, k)) k++;
        if (k == m) return (int64_t)i;
    }
    return -1;
}

// Like memmem, whose preparations cost more than a short search: sixteen places at a time where the first and the last byte
// fit. Gives up for memmem, which is linear, when that finds too much.
static const char *find_bytes(const char *hay, size_t n, const char *needle, size_t m) {
#if defined(__SSE2__)
    if (n < m) return NULL;
    __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[m - 1]);
    size_t i = 0, budget = 64;
    for (; i + m - 1 + 16 <= n; i += 16) {
        __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(hay + i));
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(hay + i + m - 1));
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last)));
        for (; mask; mask &= mask - 1) {
            const char *at = hay + i + __builtin_ctz(mask);
            if (memcmp(at, needle, m) == 0) return at;
            if (budget-- == 0) return memmem(at + 1, n - (size_t)(at + 1 - hay), needle, m);
        }
    }
    for (; i + m <= n; i++)
        if (hay[i] == needle[0] && memcmp(hay + i, needle, m) == 0) return hay + i;
    return NULL;
#else
    return memmem(hay, n, needle, m);
#endif
}

int64_t sk_search_first(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m) {
    if (m > n || needle_kind > kind) return m == 0 ? 0 : -1;
    if (m == 0) return 0;
    if (m == 1) {
        size_t at = sk_search_unit(hay, kind, 0, n, unit_at(needle, needle_kind, 0));
        return at == n ? -1 : (int64_t)at;
    }
    if (kind == 1) {
        const char *found = find_bytes(hay, n, needle, m);
        return found ? found - (const char *)hay : -1;
    }
    uint32_t small[64];
    void *allocated;
    const void *wide = widen(needle, needle_kind, m, kind, small, SK_COUNT_OF(small), &allocated);
    if (!wide) return search_mixed(hay, kind, n, needle, needle_kind, m);
    int64_t at = search_wide(hay, kind, n, wide, m);
    sk_free(allocated);
    return at;
}

int64_t sk_search_last(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m) {
    if (m == 0) return (int64_t)n;
    if (m > n || needle_kind > kind) return -1;
    uint32_t first = unit_at(needle, needle_kind, 0), last = unit_at(needle, needle_kind, m - 1);
    for (size_t end = n - m + 1; (end = search_unit_back(hay, kind, end, first)) != SIZE_MAX;) {
        if (unit_at(hay, kind, end + m - 1) != last) continue;
        size_t k = 1;
        if (kind == needle_kind) {
            if (memcmp((const char *)hay + end * kind, needle, m * kind) == 0) return (int64_t)end;
        } else {
            while (k < m && unit_at(hay, kind, end + k) == unit_at(needle, needle_kind, k)) k++;
            if (k == m) return (int64_t)end;
        }
    }
    return -1;
}

static size_t count_byte(const uint8_t *p, size_t n, uint8_t c) {
    size_t count = 0, i = 0;
#if defined(__SSE2__)
    __m128i wanted = _mm_set1_epi8((char)c);
    for (; i + 16 <= n; i += 16) {
        __m128i hits = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)(p + i)), wanted);
        // The bytes that are equal are -1: their sum in each half, negated.
        __m128i sums = _mm_sad_epu8(_mm_sub_epi8(_mm_setzero_si128(), hits), _mm_setzero_si128());
        count += (size_t)_mm_cvtsi128_si64(sums) + (size_t)_mm_cvtsi128_si64(_mm_srli_si128(sums, 8));
    }
#endif
    for (; i < n; i++) count += p[i] == c;
    return count;
}

size_t sk_search_count(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m,
                       size_t max) {
    if (m == 0) return n + 1 < max ? n + 1 : max;
    if (m > n || needle_kind > kind) return 0;
    size_t count = 0;
    if (m == 1) {
        uint32_t c = unit_at(needle, needle_kind, 0);
        if (kind == 1 && max >= n) return count_byte(hay, n, (uint8_t)c);
        for (size_t i = 0; count < max && (i = sk_search_unit(hay, kind, i, n, c)) < n; i++) count++;
        return count;
    }
    for (size_t i = 0; count < max; count++) {
        int64_t at = sk_search_first((const char *)hay + i * kind, kind, n - i, needle, needle_kind, m);
        if (at < 0) break;
        i += (size_t)at + m;
    }
    return count;
}
