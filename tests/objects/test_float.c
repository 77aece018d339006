// float: which doubles are immediates, and division with remainder.
#include "tests/objects/support.h"

#include <math.h>
#include <string.h>

#include "objects/float.h"

static double random_double(void) {
    uint64_t bits = random_word();
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

static void every_double_survives(void **state) {
    (void)state;
    const double corners[] = {0.0, -0.0, 1.0, -1.0, INFINITY, -INFINITY, NAN, 0x1p-255, 0x1.fffffffffffffp256, 0x1p257, 0x1p-256, 0x1p769,
                              0x1.fffffffffffffp768, 5e-324, 1.7976931348623157e308};
    for (size_t i = 0; i < 300000 + SK_COUNT_OF(corners); i++) {
        double d = i < SK_COUNT_OF(corners) ? corners[i] : random_double();
        SkValue v = sk_float_new(d);
        assert_true(sk_is_exact_float(v));
        assert_true(same_bits(sk_float_value(v), d));
        double size = fabs(d);
        bool immediate = d == 0.0 || (size >= 0x1p-255 && size < 0x1p257) || size >= 0x1p769;
        assert_int_equal(sk_is_immediate(v), immediate);
        sk_release(v);
    }
}

static void division(void **state) {
    (void)state;
    for (int i = 0; i < 200000; i++) {
        double a = ldexp((double)(int64_t)random_word(), (int)random_below(80) - 100);
        double b = ldexp((double)(int64_t)random_word(), (int)random_below(80) - 100);
        if (b == 0.0) continue;
        double r = sk_float_mod(a, b), q = sk_float_floordiv(a, b);
        assert_true(fabs(r) <= fabs(b));
        assert_true(r == 0.0 || (r < 0) == (b < 0));
        assert_true(q == floor(q));
        if (fabs(q) < 0x1p53) assert_true(fabs(fma(q, b, r) - a) <= fabs(a) * 0x1p-50 + fabs(b) * 0x1p-50);
    }
    assert_true(same_bits(sk_float_mod(0.0, -1.0), -0.0));
    assert_true(same_bits(sk_float_mod(-0.0, 1.0), 0.0));
    assert_true(same_bits(sk_float_floordiv(-0.0, 1.0), -0.0));
    assert_true(sk_float_floordiv(-1.0, 3.0) == -1.0);
    assert_true(sk_float_mod(-1.0, INFINITY) == INFINITY);
}

static int setup(void **state) {
    (void)state;
    SkType *const types[] = {&sk_float_type};
    start_runtime(types, SK_COUNT_OF(types));
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_double_survives), cmocka_unit_test(division)};
    return cmocka_run_group_tests(tests, setup, NULL);
}
