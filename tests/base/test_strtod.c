#include "base/strtod.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"

typedef struct Case {
    const char *text;
    double value;
} Case;

// float() and float.fromhex() of CPython 3.13.
static const Case decimals[] = {
    {"0", 0x0.0p+0},
    {"-0", -0x0.0p+0},
    {"1", 0x1.0000000000000p+0},
    {"1.", 0x1.0000000000000p+0},
    {".5", 0x1.0000000000000p-1},
    {"-.5", -0x1.0000000000000p-1},
    {"1e5", 0x1.86a0000000000p+16},
    {"1E+5", 0x1.86a0000000000p+16},
    {"1e-5", 0x1.4f8b588e368f1p-17},
    {"0.1", 0x1.999999999999ap-4},
    {"123456789012345678", 0x1.b69b4ba630f35p+56},
    {"1234567890123456789012345678901234567890", 0x1.d064903ae06e0p+129},
    {"9007199254740993", 0x1.0000000000000p+53},
    {"9007199254740993.0000000000000000000000000000000000000000001", 0x1.0000000000001p+53},
    {"9007199254740992.9999999999999999999999999999999999999", 0x1.0000000000000p+53},
    {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
    {"2.2250738585072012e-308", 0x1.0000000000000p-1022},
    {"4.9406564584124654e-324", 0x0.0000000000001p-1022},
    {"2.4703282292062327e-324", 0x0.0p+0},
    {"2.4703282292062328e-324", 0x0.0000000000001p-1022},
    {"1.7976931348623157e308", 0x1.fffffffffffffp+1023},
    {"1.7976931348623158e308", 0x1.fffffffffffffp+1023},
    {"1.7976931348623159e308", INFINITY},
    {"1e400", INFINITY},
    {"-1e400", -INFINITY},
    {"1e-400", 0x0.0p+0},
    {"1e99999999999999999999999", INFINITY},
    {"0e99999999999999999999999", 0x0.0p+0},
    {"1e-99999999999999999999999", 0x0.0p+0},
    {"inf", INFINITY},
    {"-INF", -INFINITY},
    {"+Infinity", INFINITY},
    {"nan", NAN},
    {"NaN", NAN},
    {" 1.5\012", 0x1.8000000000000p+0},
    {"\0112\014", 0x1.0000000000000p+1},
    {"1_000.5_5", 0x1.f446666666666p+9},
    {"1e1_0", 0x1.2a05f20000000p+33},
    {"1e23", 0x1.52d02c7e14af6p+76},
    {"8.5e22", 0x1.1ffdbf6b2b2ebp+76},
    {"6.631236871469758276785396630275967242379e-317", 0x0.0000000cccccdp-1022},
    {"3.5844466002796428e+298", 0x1.b67769db917d9p+991},
    {"0.000000000000000000000000000000000000000000000000000000000000000000000001e72", 0x1.0000000000000p+0},
};

static const Case hexes[] = {
    {"0x.8", 0x1.0000000000000p-1},
    {"8.", 0x1.0000000000000p+3},
    {"0x1.8p1", 0x1.8000000000000p+1},
    {"-0x1p-1074", -0x0.0000000000001p-1022},
    {"0x1p-1075", 0x0.0p+0},
    {"0x1.8p-1075", 0x0.0000000000001p-1022},
    {"0x1.0000000000001p-1075", 0x0.0000000000001p-1022},
    {"0x1.fffffffffffff7p1023", 0x1.fffffffffffffp+1023},
    {"inf", INFINITY},
    {"+Infinity", INFINITY},
    {"-nan", NAN},
    {" 0x1 ", 0x1.0000000000000p+0},
    {"0x0p99999999999999999999", 0x0.0p+0},
    {"0x1p-99999999999999999999", 0x0.0p+0},
    {"-0x0", -0x0.0p+0},
    {"ff", 0x1.fe00000000000p+7},
    {"FF.8P-1", 0x1.ff00000000000p+6},
    {"0x1.00000000000008", 0x1.0000000000000p+0},
    {"0x1.00000000000018", 0x1.0000000000002p+0},
    {"0x1.000000000000080000000000000000001", 0x1.0000000000001p+0},
    {"0x0.00000000000000000000000000000000000001p160", 0x1.0000000000000p+8},
    {"1000000000000000000000000000000p-120", 0x1.0000000000000p+0},
};

static const char *const bad_decimals[] = {
    "",     ".",    "-",       "+",    "e5",   "1e",  "1e+", "1__0", "_1",    "1_",  "1_.5", "1._5",  "1.5_",
    "1e_1", "1_e1", "infinit", "infi", "nanx", "+ 1", "1 2", "0x10", "1.5.2", "--1", "1,5",  "\0341",
};

static const char *const bad_hexes[] = {
    "0x", ".", "0x.", "0x1p", "1p+", "p", "nanx", "1.0x", "0x1_0", "infinit", "", "-", "x", "+ 1", "0x1 p3",
};

static const char *const big_hexes[] = {
    "0x1p1024",
    "0x1.fffffffffffff8p1023",
    "0x1p99999999999999999999",
    "-0x1p1024",
};

static bool same(double a, double b) { return isnan(a) ? isnan(b) : memcmp(&a, &b, sizeof a) == 0; }

static void test_decimals(void **state) {
    (void)state;
    for (size_t i = 0; i < SK_COUNT_OF(decimals); i++) {
        double d = 42;
        const char *t = decimals[i].text;
        if (sk_parse_float(t, strlen(t), &d) != SK_PARSE_FLOAT_OK || !same(d, decimals[i].value))
            fail_msg("\"%s\": got %a, want %a", t, d, decimals[i].value);
    }
    for (size_t i = 0; i < SK_COUNT_OF(bad_decimals); i++) {
        double d = 42;
        const char *t = bad_decimals[i];
        if (sk_parse_float(t, strlen(t), &d) != SK_PARSE_FLOAT_INVALID || d != 42)
            fail_msg("\"%s\" was read as %a", t, d);
    }
    double d;
    assert_int_equal(sk_parse_float("1\0", 2, &d), SK_PARSE_FLOAT_INVALID);
}

static void test_hexes(void **state) {
    (void)state;
    double d;
    for (size_t i = 0; i < SK_COUNT_OF(hexes); i++) {
        const char *t = hexes[i].text;
        if (sk_parse_hex_float(t, strlen(t), &d) != SK_PARSE_FLOAT_OK || !same(d, hexes[i].value))
            fail_msg("\"%s\": got %a, want %a", t, d, hexes[i].value);
    }
    for (size_t i = 0; i < SK_COUNT_OF(bad_hexes); i++)
        assert_int_equal(sk_parse_hex_float(bad_hexes[i], strlen(bad_hexes[i]), &d), SK_PARSE_FLOAT_INVALID);
    for (size_t i = 0; i < SK_COUNT_OF(big_hexes); i++)
        assert_int_equal(sk_parse_hex_float(big_hexes[i], strlen(big_hexes[i]), &d), SK_PARSE_FLOAT_OVERFLOW);
}

static void test_prefixes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t used;
    } cases[] = {{"1.5j", 3}, {"1e", 1},      {"1e+x", 1}, {"2.e3.", 4},
                 {"1_0", 1},  {"infinit", 3}, {"nan1", 3}, {".5.", 2}};
    for (size_t i = 0; i < SK_COUNT_OF(cases); i++) {
        const char *t = cases[i].text, *stop;
        double d;
        assert_true(sk_strtod(t, t + strlen(t), &stop, &d));
        assert_int_equal(stop - t, cases[i].used);
    }
}

static void test_long_texts(void **state) {
    (void)state;
    enum { N = 6000 };
    char *text = malloc(N + 32);
    double d;
    memset(text, '0', N + 32);
    memcpy(text, "0.", 2);
    strcpy(text + N, "1e5999");
    assert_int_equal(sk_parse_float(text, strlen(text), &d), SK_PARSE_FLOAT_OK);
    assert_true(d == 1);
    // 2^53 + 1 is a tie, down to even; one digit anywhere behind it decides.
    memset(text, '0', N + 32);
    memcpy(text, "9007199254740993.", 17);
    assert_int_equal(sk_parse_float(text, N, &d), SK_PARSE_FLOAT_OK);
    assert_true(d == 9007199254740992.0);
    text[N - 1] = '1';
    assert_int_equal(sk_parse_float(text, N, &d), SK_PARSE_FLOAT_OK);
    assert_true(d == 9007199254740994.0);
    for (int i = 0; i < N; i++) text[i] = i % 2 ? '_' : '7';
    assert_int_equal(sk_parse_float(text, N - 1, &d), SK_PARSE_FLOAT_OK);
    assert_true(isinf(d));
    free(text);
}

static void check_against_libc(const char *text) {
    double d, want = strtod(text, NULL);
    if (sk_parse_float(text, strlen(text), &d) != SK_PARSE_FLOAT_OK || !same(d, want))
        fail_msg("%s: got %a, want %a", text, d, want);
}

static void test_random(void **state) {
    (void)state;
    uint64_t x = 88172645463325252u;
    for (int i = 0; i < 600000; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        char text[80];
        uint64_t bits = x;
        double d;
        memcpy(&d, &bits, sizeof d);
        switch (i % 4) {
        case 0:
            if (!isfinite(d)) continue;
            snprintf(text, sizeof text, "%.*e", (int)(x % 24), d);
            break;
        case 1:
            snprintf(text, sizeof text, "%llue%d", (unsigned long long)(x >> (x % 60)), (int)(x % 700) - 360);
            break;
        case 2: snprintf(text, sizeof text, "0.%llu%llu", (unsigned long long)x, (unsigned long long)(x * 7)); break;
        default: // near the middle between two doubles above 2^54
            snprintf(text, sizeof text, "%llu.%s", (unsigned long long)((x >> 9) | UINT64_C(1) << 54),
                     x & 1 ? "5" : "0");
        }
        check_against_libc(text);
    }
}

static void test_locale(void **state) {
    (void)state;
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8") && !setlocale(LC_NUMERIC, "fr_FR.UTF-8")) skip();
    double d;
    assert_int_equal(sk_parse_float("2.4703282292062328e-324", 23, &d), SK_PARSE_FLOAT_OK);
    assert_true(d == 5e-324);
    setlocale(LC_NUMERIC, "C");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimals),   cmocka_unit_test(test_hexes),  cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_long_texts), cmocka_unit_test(test_random), cmocka_unit_test(test_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
