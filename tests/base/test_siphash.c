#include "base/siphash.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"

typedef struct BytesCase {
    const char *text;
    int64_t zero_key, seed_42; // hash(bytes) of CPython 3.13 under PYTHONHASHSEED=0 and =42
} BytesCase;

static const BytesCase bytes_cases[] = {
    {"", 0, 0},
    {"a", INT64_C(4644417185603328019), INT64_C(-123207753977932514)},
    {"ab", INT64_C(6148830537548944441), INT64_C(-8834603240454725574)},
    {"abc", INT64_C(-4594863902769663758), INT64_C(3869580338025362921)},
    {"abcdefg", INT64_C(7904145750247929094), INT64_C(1375323160596907757)},
    {"abcdefgh", INT64_C(4574395652268504554), INT64_C(-5457871895989710762)},
    {"abcdefghi", INT64_C(-532774252720507163), INT64_C(-5970266004662334337)},
};

static void test_bytes(void **state) {
    (void)state;
    char run[64];
    for (int i = 0; i < 64; i++) run[i] = (char)i;
    sk_hash_init_seed(0);
    for (size_t i = 0; i < SK_COUNT_OF(bytes_cases); i++)
        assert_true(sk_hash_bytes(bytes_cases[i].text, strlen(bytes_cases[i].text)) == bytes_cases[i].zero_key);
    assert_true(sk_hash_bytes(run, 64) == INT64_C(8493894268803903686));
    sk_hash_init_seed(42);
    for (size_t i = 0; i < SK_COUNT_OF(bytes_cases); i++)
        assert_true(sk_hash_bytes(bytes_cases[i].text, strlen(bytes_cases[i].text)) == bytes_cases[i].seed_42);
    assert_true(sk_hash_bytes(run, 64) == INT64_C(-7970352128087731509));
}

static void test_alignment_does_not_matter(void **state) {
    (void)state;
    char buffer[80];
    sk_hash_init_seed(7);
    for (size_t n = 0; n < 40; n++) {
        for (size_t i = 0; i < n; i++) buffer[i] = (char)(i * 37 + n);
        int64_t h = sk_hash_bytes(buffer, n);
        for (size_t shift = 1; shift < 16; shift++) {
            char moved[80];
            memset(moved, (int)shift, sizeof moved);
            memcpy(moved + shift, buffer, n);
            assert_true(sk_hash_bytes(moved + shift, n) == h);
        }
    }
}

static void test_random_key(void **state) {
    (void)state;
    assert_true(sk_hash_init_random());
    int64_t first = sk_hash_bytes("abc", 3);
    assert_true(sk_hash_init_random());
    assert_true(sk_hash_bytes("abc", 3) != first);
}

static const struct {
    double d;
    int64_t hash;
} double_cases[] = {
    {0.0, 0},
    {-0.0, 0},
    {1.0, 1},
    {-1.0, -2},
    {0.5, INT64_C(1152921504606846976)},
    {0.1, INT64_C(230584300921369408)},
    {-0.1, INT64_C(-230584300921369408)},
    {1e300, INT64_C(1224995262755759164)},
    {5e-324, 16777216},
    {0x1p61, 1},
    {0x1p61 - 256, INT64_C(2305843009213693696)},
    {-0x1p61, -2},
    {3.14, INT64_C(322818021289917443)},
    {1e16, INT64_C(10000000000000000)},
    {-2.5, INT64_C(-1152921504606846978)},
    {0x1p-61, 1},
    {1.7976931348623157e308, INT64_C(2234066890152476671)},
    {INFINITY, 314159},
    {-INFINITY, -314159},
};

static void test_doubles(void **state) {
    (void)state;
    for (size_t i = 0; i < SK_COUNT_OF(double_cases); i++)
        assert_true(sk_hash_double(double_cases[i].d) == double_cases[i].hash);
    assert_true(sk_hash_double(NAN) == 0);
}

static void test_ints_agree_with_doubles(void **state) {
    (void)state;
    assert_true(sk_hash_int64((INT64_C(1) << 61) - 1) == 0);
    assert_true(sk_hash_int64(INT64_C(1) << 61) == 1);
    assert_true(sk_hash_int64(-(INT64_C(1) << 61)) == -2);
    assert_true(sk_hash_int64(INT64_MAX) == 3);
    assert_true(sk_hash_int64(INT64_MIN) == -4);
    assert_true(sk_hash_int64(-1) == -2);
    uint64_t x = 88172645463325252u;
    for (int i = 0; i < 100000; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        int64_t v = (int64_t)x >> (10 + i % 50);
        if ((int64_t)(double)v == v) assert_true(sk_hash_int64(v) == sk_hash_double((double)v));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_alignment_does_not_matter),
        cmocka_unit_test(test_random_key),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_ints_agree_with_doubles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
