#include "base/numtext.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"

static void check_decimal(int64_t v) {
    char got[SK_INT_DECIMAL_MAX + 1], want[32];
    got[sk_int_to_decimal(v, got)] = '\0';
    snprintf(want, sizeof want, "%" PRId64, v);
    assert_string_equal(got, want);
    int64_t back = 1;
    assert_int_equal(sk_parse_int(got, strlen(got), 10, &back), SK_PARSE_INT_OK);
    assert_true(back == v);
}

static void test_decimal(void **state) {
    (void)state;
    uint64_t power = 1;
    for (int i = 0; i < 20; i++, power *= 10)
        for (int d = -2; d <= 2; d++) {
            check_decimal((int64_t)(power + (uint64_t)d));
            check_decimal(-(int64_t)(power + (uint64_t)d));
        }
    check_decimal(INT64_MAX);
    check_decimal(INT64_MIN);
    uint64_t x = 1;
    for (int i = 0; i < 100000; i++) {
        x = x * 6364136223846793005u + 1442695040888963407u;
        check_decimal((int64_t)x >> (i % 64));
    }
}

static void test_radix(void **state) {
    (void)state;
    char out[SK_UINT_RADIX_MAX + 1];
    out[sk_uint_to_radix(0, 1, false, out)] = 0;
    assert_string_equal(out, "0");
    out[sk_uint_to_radix(10, 1, false, out)] = 0;
    assert_string_equal(out, "1010");
    out[sk_uint_to_radix(UINT64_MAX, 3, false, out)] = 0;
    assert_string_equal(out, "1777777777777777777777");
    out[sk_uint_to_radix(0xDEADBEEF, 4, false, out)] = 0;
    assert_string_equal(out, "deadbeef");
    out[sk_uint_to_radix(0xDEADBEEF, 4, true, out)] = 0;
    assert_string_equal(out, "DEADBEEF");
    assert_int_equal(sk_uint_to_radix(UINT64_MAX, 1, true, out), 64);
}

// Verdicts and values of CPython's int(text, base).
static const struct {
    const char *text;
    unsigned base;
    SkParseInt verdict;
    int64_t value;
} cases[] = {
    {"0", 10, SK_PARSE_INT_OK, 0},
    {"  12\n", 10, SK_PARSE_INT_OK, 12},
    {"\t-7\v", 10, SK_PARSE_INT_OK, -7},
    {"\x1c-7", 10, SK_PARSE_INT_INVALID, 0},
    {"+7", 10, SK_PARSE_INT_OK, 7},
    {"- 7", 10, SK_PARSE_INT_INVALID, 0},
    {"--7", 10, SK_PARSE_INT_INVALID, 0},
    {"", 10, SK_PARSE_INT_INVALID, 0},
    {"  ", 10, SK_PARSE_INT_INVALID, 0},
    {"+", 10, SK_PARSE_INT_INVALID, 0},
    {"1_000", 10, SK_PARSE_INT_OK, 1000},
    {"1__0", 10, SK_PARSE_INT_INVALID, 0},
    {"_1", 10, SK_PARSE_INT_INVALID, 0},
    {"1_", 10, SK_PARSE_INT_INVALID, 0},
    {"010", 10, SK_PARSE_INT_OK, 10},
    {"010", 0, SK_PARSE_INT_INVALID, 0},
    {"00", 0, SK_PARSE_INT_OK, 0},
    {"0_0", 0, SK_PARSE_INT_OK, 0},
    {"0x1F", 0, SK_PARSE_INT_OK, 31},
    {"0x_1f", 16, SK_PARSE_INT_OK, 31},
    {"0x", 16, SK_PARSE_INT_INVALID, 0},
    {"0x__1", 16, SK_PARSE_INT_INVALID, 0},
    {"-0B101", 0, SK_PARSE_INT_OK, -5},
    {"0b101", 16, SK_PARSE_INT_OK, 0xb101},
    {"0o17", 8, SK_PARSE_INT_OK, 15},
    {"0o17", 10, SK_PARSE_INT_INVALID, 0},
    {"08", 8, SK_PARSE_INT_INVALID, 0},
    {"zZ", 36, SK_PARSE_INT_OK, 35 * 36 + 35},
    {"12", 2, SK_PARSE_INT_INVALID, 0},
    {"9223372036854775807", 10, SK_PARSE_INT_OK, INT64_MAX},
    {"9223372036854775808", 10, SK_PARSE_INT_BIG, 0},
    {"-9223372036854775808", 10, SK_PARSE_INT_OK, INT64_MIN},
    {"-9223372036854775809", 10, SK_PARSE_INT_BIG, 0},
    {"99999999999999999999999", 10, SK_PARSE_INT_BIG, 0},
    {"99999999999999999999999x", 10, SK_PARSE_INT_INVALID, 0},
    {"1 2", 10, SK_PARSE_INT_INVALID, 0},
};

static void test_parse(void **state) {
    (void)state;
    for (size_t i = 0; i < SK_COUNT_OF(cases); i++) {
        int64_t v = 0;
        SkParseInt got = sk_parse_int(cases[i].text, strlen(cases[i].text), cases[i].base, &v);
        if (got != cases[i].verdict || v != cases[i].value)
            fail_msg("int(\"%s\", %u): verdict %d, value %" PRId64, cases[i].text, cases[i].base, (int)got, v);
    }
    SkIntText t;
    assert_true(sk_int_text_scan(" -0x_12_34 ", 11, 0, &t));
    assert_true(t.negative);
    assert_int_equal(t.base, 16);
    assert_int_equal(t.ndigits, 4);
    assert_int_equal(t.digits_end - t.digits, 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimal),
        cmocka_unit_test(test_radix),
        cmocka_unit_test(test_parse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
