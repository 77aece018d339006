// int against GMP's own integers: operands of all sizes, with those around the limits of the immediates.
#include "tests/objects/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "objects/float.h"
#include "objects/int.h"

static const int64_t corners[] = {0, 1, -1, 2, -2, 3, 7, -10, INT32_MAX, INT32_MIN, SK_INT_MAX, SK_INT_MIN, SK_INT_MAX - 1, SK_INT_MIN + 1,
                                  INT64_MAX, INT64_MIN, (int64_t)1 << 53, ((int64_t)1 << 53) + 1, (int64_t)1 << 32, -((int64_t)1 << 62)};

// A random int as a value and as its model.
static SkValue operand(mpz_t model) {
    size_t kind = random_below(4);
    if (kind == 0) {
        int64_t i = corners[random_below(SK_COUNT_OF(corners))];
        mpz_set_si(model, i);
        return sk_int_from_int64(i);
    }
    mp_limb_t limbs[70];
    size_t n = kind == 1 ? 1 : kind == 2 ? 1 + random_below(4) : 1 + random_below(SK_COUNT_OF(limbs));
    for (size_t i = 0; i < n; i++) limbs[i] = random_below(8) ? random_word() : random_below(2) ? 0 : ~(mp_limb_t)0;
    limbs[n - 1] >>= random_below(64);
    bool negative = random_below(2);
    mpz_t view;
    mpz_set(model, mpz_roinit_n(view, limbs, (mp_size_t)n));
    if (negative) mpz_neg(model, model);
    return sk_int_from_limbs(limbs, n, negative);
}

// v has the model's value, in the one form that this value may have.
static void check(SkValue v, const mpz_t model) {
    assert_false(sk_is_empty(v));
    SkIntView w;
    sk_int_view(v, &w);
    mpz_t view;
    assert_int_equal(mpz_cmp(mpz_roinit_n(view, w.limbs, w.size), model), 0);
    bool small = mpz_fits_slong_p(model) && sk_fits_small_int(mpz_get_si(model));
    assert_int_equal(sk_is_small_int(v), small);
    sk_release(v);
}

static void arithmetic(void **state) {
    (void)state;
    mpz_t a, b, m;
    mpz_inits(a, b, m, NULL);
    for (int step = 0; step < 30000; step++) {
        SkValue x = operand(a), y = random_below(50) ? operand(b) : sk_int_exact(x);
        if (sk_is(x, y)) mpz_set(b, a);
        mpz_add(m, a, b), check(sk_int_add(x, y), m);
        mpz_sub(m, a, b), check(sk_int_sub(x, y), m);
        mpz_mul(m, a, b), check(sk_int_mul(x, y), m);
        mpz_and(m, a, b), check(sk_int_and(x, y), m);
        mpz_ior(m, a, b), check(sk_int_or(x, y), m);
        mpz_xor(m, a, b), check(sk_int_xor(x, y), m);
        mpz_neg(m, a), check(sk_int_neg(x), m);
        mpz_com(m, a), check(sk_int_invert(x), m);
        if (mpz_sgn(b)) {
            SkValue q, r;
            mpz_fdiv_q(m, a, b), check(sk_int_floordiv(x, y), m);
            mpz_fdiv_r(m, a, b), check(sk_int_mod(x, y), m);
            assert_true(sk_int_divmod(x, y, &q, &r));
            check(r, m);
            mpz_fdiv_q(m, a, b), check(q, m);
        }
        int c = mpz_cmp(a, b);
        assert_int_equal(sk_int_compare(x, y), (c > 0) - (c < 0));
        sk_release(x);
        sk_release(y);
    }
    mpz_clears(a, b, m, NULL);
}

static void shifts_and_powers(void **state) {
    (void)state;
    mpz_t a, m;
    mpz_inits(a, m, NULL);
    for (int step = 0; step < 20000; step++) {
        SkValue x = operand(a);
        size_t by = random_below(3) ? random_below(70) : random_below(5000);
        mpz_mul_2exp(m, a, by), check(sk_int_lshift(x, num((int64_t)by)), m);
        mpz_fdiv_q_2exp(m, a, by), check(sk_int_rshift(x, num((int64_t)by)), m);
        size_t e = random_below(6);
        mpz_pow_ui(m, a, e), check(sk_int_pow(x, num((int64_t)e), SK_NONE), m);
        sk_release(x);
    }
    for (int64_t base = -12; base <= 12; base++)
        for (unsigned long e = 0; e < 80; e++) {
            mpz_set_si(a, base);
            mpz_pow_ui(m, a, e), check(sk_int_pow(num(base), num((int64_t)e), SK_NONE), m);
        }
    mpz_clears(a, m, NULL);
}

static void bytes(void **state) {
    (void)state;
    mpz_t a;
    mpz_init(a);
    uint8_t buffer[1024];
    for (int step = 0; step < 20000; step++) {
        SkValue x = operand(a);
        size_t n = sk_int_bit_length(x) / 8 + 1 + random_below(4);
        bool little = random_below(2);
        assert_true(sk_int_to_bytes(x, buffer, n, little, true));
        check(sk_int_from_bytes(buffer, n, little, true), a);
        if (mpz_sgn(a) >= 0) {
            assert_true(sk_int_to_bytes(x, buffer, n, little, false));
            check(sk_int_from_bytes(buffer, n, little, false), a);
        }
        sk_release(x);
    }
    mpz_clear(a);
}

static void text(void **state) {
    (void)state;
    mpz_t a;
    mpz_init(a);
    for (int step = 0; step < 5000; step++) {
        SkValue x = operand(a);
        int base = 2 + (int)random_below(35);
        char *s = mpz_get_str(NULL, base, a);
        check(sk_int_from_text(s, strlen(s), base), a);
        free(s);
        sk_release(x);
    }
    mpz_clear(a);
}

// The nearest double, by GMP's exact comparison with its neighbours.
static void check_nearest(double d, const mpq_t exact) {
    mpq_t q, best, other;
    mpq_inits(q, best, other, NULL);
    mpq_set_d(q, d), mpq_sub(best, q, exact), mpq_abs(best, best);
    const double neighbours[] = {nextafter(d, INFINITY), nextafter(d, -INFINITY)};
    for (int i = 0; i < 2; i++) {
        if (isinf(neighbours[i])) continue;
        mpq_set_d(q, neighbours[i]), mpq_sub(other, q, exact), mpq_abs(other, other);
        int c = mpq_cmp(best, other);
        assert_true(c <= 0);
        uint64_t bits;
        memcpy(&bits, &d, sizeof bits);
        if (c == 0) assert_int_equal(bits & 1, 0);
    }
    mpq_clears(q, best, other, NULL);
}

static void doubles(void **state) {
    (void)state;
    mpz_t a, b;
    mpq_t q;
    mpz_inits(a, b, NULL);
    mpq_init(q);
    for (int step = 0; step < 10000; step++) {
        SkValue x = operand(a), y = operand(b);
        bool overflow;
        double d = sk_int_to_double(x, &overflow);
        if (!overflow && !isinf(d)) mpq_set_z(q, a), check_nearest(d, q);
        if (mpz_sgn(b) && mpz_sizeinbase(a, 2) < mpz_sizeinbase(b, 2) + 1000) {
            SkValue f = sk_int_truediv(x, y);
            mpq_set_num(q, a), mpq_set_den(q, b), mpq_canonicalize(q);
            check_nearest(sk_float_value(f), q);
            sk_release(f);
        }
        double e = ldexp((double)(int64_t)random_word(), (int)random_below(200) - 60);
        int c = mpz_cmp_d(a, e);
        assert_int_equal(sk_float_compare_int(e, x), (c < 0) - (c > 0));
        if (fabs(e) < 0x1p1000) mpz_set_d(b, e), check(sk_int_from_double(e), b);
        sk_release(x);
        sk_release(y);
    }
    mpz_clears(a, b, NULL);
    mpq_clear(q);
}

static void hashes(void **state) {
    (void)state;
    mpz_t a, m;
    mpz_inits(a, m, NULL);
    for (int step = 0; step < 10000; step++) {
        SkValue x = operand(a);
        mpz_set_ui(m, 1), mpz_mul_2exp(m, m, 61), mpz_sub_ui(m, m, 1);
        mpz_tdiv_r(m, a, m);
        int64_t want = mpz_get_si(m);
        assert_int_equal(sk_int_hash(x), want == -1 ? -2 : want);
        sk_release(x);
    }
    mpz_clears(a, m, NULL);
}

static int setup(void **state) {
    (void)state;
    SkType *const types[] = {&sk_int_type, &sk_float_type};
    start_runtime(types, SK_COUNT_OF(types));
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic), cmocka_unit_test(shifts_and_powers), cmocka_unit_test(bytes), cmocka_unit_test(text),
        cmocka_unit_test(doubles),    cmocka_unit_test(hashes),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
