// Searching against the obvious algorithm, on texts of few letters, where partial matches abound.
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "objects/str_search.h"

static uint32_t state = 12345;
static uint32_t next(uint32_t n) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % n;
}

enum { HAY = 120, NEEDLE = 40 };
static uint32_t hay[HAY], needle[NEEDLE];

static void pack(void *to, unsigned kind, const uint32_t *from, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (kind == 1) ((uint8_t *)to)[i] = (uint8_t)from[i];
        else if (kind == 2) ((uint16_t *)to)[i] = (uint16_t)from[i];
        else ((uint32_t *)to)[i] = from[i];
    }
}

static int64_t obvious(size_t n, size_t m, int64_t from, int step) {
    for (int64_t i = from; i >= 0 && i + (int64_t)m <= (int64_t)n; i += step) {
        size_t k = 0;
        while (k < m && hay[i + (int64_t)k] == needle[k]) k++;
        if (k == m) return i;
    }
    return -1;
}

static void random_texts(void **unused) {
    (void)unused;
    for (int round = 0; round < 300000; round++) {
        size_t n = next(HAY), m = next(n < 8 || round % 3 ? 5 : NEEDLE);
        uint32_t letters = 1 + next(3);
        for (size_t i = 0; i < n; i++) hay[i] = 'a' + next(letters);
        if (round & 1 && m <= n) { // one that does occur, mostly periodic
            size_t at = next((uint32_t)(n - m) + 1);
            for (size_t i = 0; i < m; i++) needle[i] = hay[at + i];
        } else {
            for (size_t i = 0; i < m; i++) needle[i] = 'a' + next(letters);
        }
        static const unsigned kinds[] = {1, 2, 4};
        uint32_t h[HAY], s[NEEDLE];
        unsigned kind = kinds[next(3)], needle_kind = kinds[next(3)];
        pack(h, kind, hay, n);
        pack(s, needle_kind, needle, m);
        bool fits = needle_kind <= kind || m == 0;
        int64_t first = fits ? obvious(n, m, 0, 1) : -1, last = fits ? obvious(n, m, (int64_t)n - (int64_t)m, -1) : -1;
        assert_int_equal(sk_search_first(h, kind, n, s, needle_kind, m), first);
        assert_int_equal(sk_search_last(h, kind, n, s, needle_kind, m), last);
        size_t count = 0, max = next(2) ? SIZE_MAX : next(5);
        if (m == 0) count = n + 1 < max ? n + 1 : max;
        else
            for (int64_t i = 0; fits && count < max && (i = obvious(n, m, i, 1)) >= 0; i += (int64_t)m) count++;
        assert_int_equal(sk_search_count(h, kind, n, s, needle_kind, m, max), count);
    }
}

static void linear_time(void **unused) {
    (void)unused;
    enum { N = 400000, M = 100000 };
    static uint16_t text[N], part[M];
    for (size_t i = 0; i < N; i++) text[i] = 'a';
    for (size_t i = 0; i < M; i++) part[i] = i == M / 2 ? 'b' : 'a';
    assert_int_equal(sk_search_first(text, 2, N, part, 2, M), -1);
    text[N - M / 2] = 'b';
    assert_int_equal(sk_search_first(text, 2, N, part, 2, M), N - M);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_texts), cmocka_unit_test(linear_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
