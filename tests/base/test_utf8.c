#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"

// The start, end and reason of CPython 3.13's UnicodeDecodeError.
static const struct {
    const char *hex;
    size_t start, end;
    const char *reason;
} errors[] = {
    {"80", 0, 1, "invalid start byte"},
    {"bf", 0, 1, "invalid start byte"},
    {"c0", 0, 1, "invalid start byte"},
    {"c180", 0, 1, "invalid start byte"},
    {"c2", 0, 1, "unexpected end of data"},
    {"c241", 0, 1, "invalid continuation byte"},
    {"c2c2", 0, 1, "invalid continuation byte"},
    {"c0af", 0, 1, "invalid start byte"},
    {"df", 0, 1, "unexpected end of data"},
    {"e0", 0, 1, "unexpected end of data"},
    {"e080", 0, 1, "invalid continuation byte"},
    {"e09f80", 0, 1, "invalid continuation byte"},
    {"e0a0", 0, 2, "unexpected end of data"},
    {"e0a041", 0, 2, "invalid continuation byte"},
    {"e0a080e1", 3, 4, "unexpected end of data"},
    {"e1", 0, 1, "unexpected end of data"},
    {"e180", 0, 2, "unexpected end of data"},
    {"e18041", 0, 2, "invalid continuation byte"},
    {"e1c0", 0, 1, "invalid continuation byte"},
    {"ec80", 0, 2, "unexpected end of data"},
    {"ed", 0, 1, "unexpected end of data"},
    {"eda0", 0, 1, "invalid continuation byte"},
    {"eda080", 0, 1, "invalid continuation byte"},
    {"edbfbf", 0, 1, "invalid continuation byte"},
    {"ed9f", 0, 2, "unexpected end of data"},
    {"ed9f41", 0, 2, "invalid continuation byte"},
    {"ef", 0, 1, "unexpected end of data"},
    {"efbf", 0, 2, "unexpected end of data"},
    {"efbfc0", 0, 2, "invalid continuation byte"},
    {"f0", 0, 1, "unexpected end of data"},
    {"f080", 0, 1, "invalid continuation byte"},
    {"f08f8080", 0, 1, "invalid continuation byte"},
    {"f090", 0, 2, "unexpected end of data"},
    {"f09080", 0, 3, "unexpected end of data"},
    {"f0908041", 0, 3, "invalid continuation byte"},
    {"f09041", 0, 2, "invalid continuation byte"},
    {"f0c0", 0, 1, "invalid continuation byte"},
    {"f1", 0, 1, "unexpected end of data"},
    {"f18080", 0, 3, "unexpected end of data"},
    {"f1808041", 0, 3, "invalid continuation byte"},
    {"f3bfbf", 0, 3, "unexpected end of data"},
    {"f4", 0, 1, "unexpected end of data"},
    {"f490", 0, 1, "invalid continuation byte"},
    {"f48fbf", 0, 3, "unexpected end of data"},
    {"f48fbf41", 0, 3, "invalid continuation byte"},
    {"f4908080", 0, 1, "invalid continuation byte"},
    {"f5", 0, 1, "invalid start byte"},
    {"f580", 0, 1, "invalid start byte"},
    {"fe", 0, 1, "invalid start byte"},
    {"ff", 0, 1, "invalid start byte"},
    {"6162ff63", 2, 3, "invalid start byte"},
    {"c3a9e282", 2, 4, "unexpected end of data"},
    {"c3a9c3", 2, 3, "unexpected end of data"},
    {"414243444546474849e24a", 9, 10, "invalid continuation byte"},
    {"f09f98", 0, 3, "unexpected end of data"},
    {"f09f9880f0", 4, 5, "unexpected end of data"},
    {"8080", 0, 1, "invalid start byte"},
    {"e28228", 0, 2, "invalid continuation byte"},
    {"eda0bdedb880", 0, 1, "invalid continuation byte"},
    {"fbbfbfbfbf", 0, 1, "invalid start byte"},
};

static size_t from_hex(const char *hex, char *out) {
    size_t n = strlen(hex) / 2;
    for (size_t i = 0; i < n; i++) {
        char two[3] = {hex[2 * i], hex[2 * i + 1], 0};
        out[i] = (char)strtoul(two, NULL, 16);
    }
    return n;
}

static void test_errors(void **state) {
    (void)state;
    for (size_t i = 0; i < SK_COUNT_OF(errors); i++) {
        // An exact heap block, so that a sanitizer sees a read past the end.
        size_t n = strlen(errors[i].hex) / 2;
        char *s = malloc(n);
        from_hex(errors[i].hex, s);
        SkUtf8Info info;
        SkUtf8Error err;
        assert_false(sk_utf8_scan(s, n, SK_UTF8_STRICT, &info, &err));
        if (err.start != errors[i].start || err.end != errors[i].end || strcmp(err.reason, errors[i].reason) != 0)
            fail_msg("%s: %zu-%zu %s", errors[i].hex, err.start, err.end, err.reason);
        assert_int_equal(info.bytes, err.start);
        assert_int_equal(info.codepoints, sk_utf8_count(s, info.bytes));
        free(s);
    }
}

static void test_surrogates(void **state) {
    (void)state;
    SkUtf8Info info;
    SkUtf8Error err;
    assert_true(sk_utf8_scan("a\xed\xa0\xbd\xed\xb8\x80", 7, SK_UTF8_SURROGATES, &info, &err));
    assert_int_equal(info.codepoints, 3);
    assert_int_equal(info.max, 0xDE00);
    uint16_t units[3];
    assert_int_equal(sk_utf8_decode2("a\xed\xa0\xbd\xed\xb8\x80", 7, units), 3);
    assert_int_equal(units[1], 0xD83D);
    assert_int_equal(units[2], 0xDE00);

    assert_false(sk_utf8_scan("\xed\xa0", 2, SK_UTF8_SURROGATES, &info, &err));
    assert_string_equal(err.reason, "unexpected end of data");

    const uint16_t text[] = {'x', 0xE9, 0xD800, 0xDFFF, 0xD900, 'y', 0xDC00};
    assert_true(sk_utf8_encoded_size(text, 7, 2, SK_UTF8_STRICT, &err) == SIZE_MAX);
    assert_int_equal(err.start, 2);
    assert_int_equal(err.end, 5);
    assert_string_equal(err.reason, "surrogates not allowed");
    assert_int_equal(sk_utf8_encoded_size(text, 7, 2, SK_UTF8_SURROGATES, &err), 4 + 12);
    const uint32_t wide[] = {0x1F600, 0xDC80};
    assert_true(sk_utf8_encoded_size(wide, 2, 4, SK_UTF8_STRICT, &err) == SIZE_MAX);
    assert_int_equal(err.start, 1);
    assert_int_equal(err.end, 2);
}

static void round_trip(const uint32_t *cps, size_t n) {
    SkUtf8Error err;
    size_t size = sk_utf8_encoded_size(cps, n, 4, SK_UTF8_SURROGATES, &err);
    char *s = malloc(size + 1);
    assert_int_equal(sk_utf8_encode(cps, n, 4, s), size);
    SkUtf8Info info;
    assert_true(sk_utf8_scan(s, size, SK_UTF8_SURROGATES, &info, &err));
    assert_int_equal(info.codepoints, n);
    assert_int_equal(info.bytes, size);
    assert_int_equal(sk_utf8_count(s, size), n);
    uint32_t max = sk_codepoints_max(cps, n, 4);
    unsigned width = info.max < 0x100 ? 1 : info.max < 0x10000 ? 2 : 4;
    assert_int_equal(width, max < 0x100 ? 1 : max < 0x10000 ? 2 : 4);
    assert_true(info.max < 0x80 ? max < 0x80 : max >= 0x80);
    uint32_t *back = malloc((n + 1) * sizeof *back);
    assert_int_equal(sk_utf8_decode4(s, size, back), n);
    assert_memory_equal(back, cps, n * sizeof *cps);
    if (width < 4) {
        uint16_t *narrow = malloc((n + 1) * sizeof *narrow);
        assert_int_equal(sk_utf8_decode(s, size, width, narrow), n);
        assert_int_equal(sk_codepoints_max(narrow, n, width) < 0x80, max < 0x80);
        assert_int_equal(sk_utf8_encoded_size(narrow, n, width, SK_UTF8_SURROGATES, &err), size);
        char *again = malloc(size + 1);
        assert_int_equal(sk_utf8_encode(narrow, n, width, again), size);
        assert_memory_equal(again, s, size);
        free(again);
        free(narrow);
    }
    free(back);
    free(s);
}

static void test_round_trips(void **state) {
    (void)state;
    uint32_t x = 12345, cps[300];
    for (int round = 0; round < 4000; round++) {
        size_t n = (x = x * 1664525u + 1013904223u) >> 8 & 0xFF;
        static const uint32_t limits[] = {0x80, 0x100, 0x10000, 0x110000};
        for (size_t i = 0; i < n; i++) {
            x = x * 1664525u + 1013904223u;
            uint32_t limit = limits[(x >> 28) > 2 ? 0 : round & 3];
            cps[i] = (x >> 4) % limit;
        }
        round_trip(cps, n);
    }
    for (uint32_t cp = 0; cp <= SK_CODEPOINT_MAX; cp++) {
        char s[SK_UTF8_MAX];
        size_t n = sk_utf8_put(s, cp);
        assert_true(n == sk_utf8_size_of(cp));
        SkUtf8Info info;
        SkUtf8Error err;
        assert_true(sk_utf8_scan(s, n, SK_UTF8_STRICT, &info, &err) == !sk_is_surrogate(cp));
        const char *p = s;
        assert_true(sk_utf8_next(&p) == cp && p == s + n);
    }
}

static void test_ascii_prefix(void **state) {
    (void)state;
    char s[100];
    for (size_t n = 0; n < 70; n++)
        for (size_t at = 0; at <= n; at++) {
            memset(s, 'q', sizeof s);
            s[at] = (char)0x80;
            assert_int_equal(sk_ascii_prefix(s, n), at);
        }
    assert_int_equal(sk_codepoints_max("", 0, 1), 0);
    assert_int_equal(sk_codepoints_max("abc", 3, 1), 0x7F);
    assert_int_equal(sk_codepoints_max("ab\x80", 3, 1), 0xFF);
    SkUtf8Info info;
    SkUtf8Error err;
    assert_true(sk_utf8_scan("", 0, SK_UTF8_STRICT, &info, &err));
    assert_int_equal(info.max, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_surrogates),
        cmocka_unit_test(test_round_trips),
        cmocka_unit_test(test_ascii_prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
