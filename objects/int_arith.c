// Arithmetic of ints: sums, products, quotients, powers.
//
// Each operation tries the immediates first; beyond them it works on limbs through GMP's mpn layer, into scratch memory
// from which the result is copied to its exact size.
#include <math.h>
#include <string.h>

#include "objects/float.h"
#include "objects/int_internal.h"

// ---- sums -------------------------------------------------------------------------------------------------------

// a + b for magnitudes and signs in views.
static SkValue add_views(const SkIntView *a, const SkIntView *b) {
    int64_t n = sk_view_len(a), m = sk_view_len(b);
    if (n < m) {
        const SkIntView *t = a;
        a = b, b = t;
        int64_t k = n;
        n = m, m = k;
    }
    SK_AUTO_LIMBS SkLimbs r;
    if (!sk_limbs_get(&r, n + 1)) return SK_EMPTY;
    if (m == 0) return sk_int_from_limbs(a->limbs, (size_t)n, a->size < 0);
    if ((a->size < 0) == (b->size < 0)) {
        r.p[n] = mpn_add(r.p, a->limbs, n, b->limbs, m);
        return sk_int_from_limbs(r.p, (size_t)n + 1, a->size < 0);
    }
    if (n == m && mpn_cmp(a->limbs, b->limbs, n) < 0) {
        const SkIntView *t = a;
        a = b, b = t;
    }
    mpn_sub(r.p, a->limbs, n, b->limbs, m);
    return sk_int_from_limbs(r.p, (size_t)n, a->size < 0);
}

SkValue sk_int_add(SkValue a, SkValue b) {
    if (sk_likely(sk_is_small_int(a) && sk_is_small_int(b))) return sk_int_from_int64(sk_small_int(a) + sk_small_int(b));
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    return add_views(&x, &y);
}

SkValue sk_int_sub(SkValue a, SkValue b) {
    if (sk_likely(sk_is_small_int(a) && sk_is_small_int(b))) return sk_int_from_int64(sk_small_int(a) - sk_small_int(b));
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    y.size = -y.size;
    return add_views(&x, &y);
}

SkValue sk_int_neg(SkValue a) {
    if (sk_is_small_int(a)) return sk_int_from_int64(-sk_small_int(a));
    SkIntView x;
    sk_int_view(a, &x);
    return sk_int_from_limbs(x.limbs, (size_t)sk_view_len(&x), x.size > 0);
}

SkValue sk_int_abs(SkValue a) { return sk_int_sign(a) < 0 ? sk_int_neg(a) : sk_int_exact(a); }

// ---- products ---------------------------------------------------------------------------------------------------

SkValue sk_int_mul(SkValue a, SkValue b) {
    if (sk_likely(sk_is_small_int(a) && sk_is_small_int(b))) {
        int64_t r;
        if (sk_likely(!__builtin_mul_overflow(sk_small_int(a), sk_small_int(b), &r))) return sk_int_from_int64(r);
    }
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    int64_t n = sk_view_len(&x), m = sk_view_len(&y);
    if (n == 0 || m == 0) return sk_from_small_int(0);
    if (n == 1 && m == 1) {
        unsigned __int128 product = (unsigned __int128)x.limbs[0] * y.limbs[0];
        mp_limb_t two[2] = {(mp_limb_t)product, (mp_limb_t)(product >> 64)};
        return sk_int_from_limbs(two, 2, (x.size < 0) != (y.size < 0));
    }
    SK_AUTO_LIMBS SkLimbs r;
    if (!sk_limbs_get(&r, n + m) || !sk_int_can_allocate((uint64_t)(n + m) * 24)) return SK_EMPTY;
    SkLongWork work;
    sk_long_work_begin(&work, a, b, (uint64_t)n * (uint64_t)m / 16);
    if (x.limbs == y.limbs)
        mpn_sqr(r.p, x.limbs, n);
    else if (n >= m)
        mpn_mul(r.p, x.limbs, n, y.limbs, m);
    else
        mpn_mul(r.p, y.limbs, m, x.limbs, n);
    sk_long_work_end(&work);
    return sk_int_from_limbs(r.p, (size_t)(n + m), (x.size < 0) != (y.size < 0));
}

// ---- floor division -----------------------------------------------------------------------------------------------

static SkValue division_by_zero(void) { return sk_raise(sk_exc_ZeroDivisionError, "division by zero"); }

// Floor quotient and remainder; either of q and r may be NULL.
static bool divide(SkValue a, SkValue b, SkValue *q, SkValue *r) {
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    int64_t n = sk_view_len(&x), m = sk_view_len(&y);
    bool opposite = (x.size < 0) != (y.size < 0);
    if (m == 0) {
        division_by_zero();
        return false;
    }
    if (n < m && !opposite && sk_is_exact_int(a)) {   // |a| < |b|
        if (q) *q = sk_from_small_int(0);
        if (r) *r = sk_retain(a);
        return true;
    }
    SK_AUTO_LIMBS SkLimbs quotient = {0}, remainder = {0};
    int64_t qn = n >= m ? n - m + 1 : 1;
    if (!sk_limbs_get(&quotient, qn + 1) || !sk_limbs_get(&remainder, m)) return false;
    if (n < m) {
        memset(remainder.p, 0, (size_t)m * sizeof(mp_limb_t));
        memcpy(remainder.p, x.limbs, (size_t)n * sizeof(mp_limb_t));
        quotient.p[0] = 0;
    } else if (m == 1) {
        remainder.p[0] = mpn_divrem_1(quotient.p, 0, x.limbs, n, y.limbs[0]);
    } else {
        if (!sk_int_can_allocate((uint64_t)n * 24)) return false;
        SkLongWork work;
        sk_long_work_begin(&work, a, b, (uint64_t)(n - m + 1) * (uint64_t)m / 16);
        mpn_tdiv_qr(quotient.p, remainder.p, 0, x.limbs, n, y.limbs, m);
        sk_long_work_end(&work);
    }
    quotient.p[qn] = 0;
    if (opposite && !mpn_zero_p(remainder.p, m)) {
        mpn_add_1(quotient.p, quotient.p, qn + 1, 1);
        mpn_sub_n(remainder.p, y.limbs, remainder.p, m);
    }
    if (r) {
        *r = sk_int_from_limbs(remainder.p, (size_t)m, y.size < 0);
        if (sk_is_empty(*r)) return false;
    }
    if (q) {
        *q = sk_int_from_limbs(quotient.p, (size_t)qn + 1, opposite);
        if (sk_is_empty(*q)) {
            if (r) sk_release(*r);
            return false;
        }
    }
    return true;
}

SK_INLINE bool both_small(SkValue a, SkValue b) {
    return sk_is_small_int(a) && sk_is_small_int(b) && b.w != sk_from_small_int(0).w;
}

SkValue sk_int_floordiv(SkValue a, SkValue b) {
    if (sk_likely(both_small(a, b))) {
        int64_t x = sk_small_int(a), y = sk_small_int(b), q = x / y;
        return sk_int_from_int64(q - ((x ^ y) < 0 && q * y != x));
    }
    SkValue q;
    return divide(a, b, &q, NULL) ? q : SK_EMPTY;
}

SkValue sk_int_mod(SkValue a, SkValue b) {
    if (sk_likely(both_small(a, b))) {
        int64_t y = sk_small_int(b), r = sk_small_int(a) % y;
        if (r && (r ^ y) < 0) r += y;
        return sk_from_small_int(r);
    }
    SkValue r;
    return divide(a, b, NULL, &r) ? r : SK_EMPTY;
}

bool sk_int_divmod(SkValue a, SkValue b, SkValue *quotient, SkValue *remainder) {
    if (!both_small(a, b)) return divide(a, b, quotient, remainder);
    int64_t x = sk_small_int(a), y = sk_small_int(b), q = x / y, r = x % y;
    if (r != 0 && (r < 0) != (y < 0)) {
        q--;
        r += y;
    }
    *quotient = sk_int_from_int64(q);
    *remainder = sk_from_small_int(r);
    return true;
}

// ---- true division --------------------------------------------------------------------------------------------------

// a / b correctly rounded: the quotient to 55 or 56 bits (fewer where the result is subnormal) with a sticky bit, then
// one rounding to the bits that the result has. Infinite: an overflow.
static double divide_big(SkValue a, SkValue b) {
    int64_t d = (int64_t)sk_int_bit_length(a) - (int64_t)sk_int_bit_length(b);
    if (d > 1025) return INFINITY;
    if (d < -1080) return 0.0;
    int64_t shift = (d > -1021 ? d : -1021) - 55;
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    mpz_t xz, yz;
    SK_AUTO_MPZ mpz_t num, den, q, r;
    mpz_inits(num, den, q, r, NULL);
    mpz_abs(num, sk_view_mpz(&x, xz));
    mpz_abs(den, sk_view_mpz(&y, yz));
    if (shift < 0)
        mpz_mul_2exp(num, num, (mp_bitcnt_t)-shift);
    else
        mpz_mul_2exp(den, den, (mp_bitcnt_t)shift);
    mpz_tdiv_qr(q, r, num, den);
    uint64_t m = mpz_get_ui(q) | (mpz_sgn(r) != 0);
    if (!m) return 0.0;
    int64_t length = 64 - __builtin_clzll(m), least = -1021 - shift;
    int64_t extra = (length > least ? length : least) - 53;  // at least 2
    uint64_t half = (uint64_t)1 << (extra - 1), low = m & (2 * half - 1);
    m -= low;
    if (low > half || (low == half && (m & (2 * half)))) m += 2 * half;
    return ldexp((double)m, (int)shift);
}

SkValue sk_int_truediv(SkValue a, SkValue b) {
    int64_t x, y;
    const int64_t exact = (int64_t)1 << 53;
    if (sk_int_sign(b) == 0) return division_by_zero();
    if (sk_int_fits_int64(a, &x) && sk_int_fits_int64(b, &y) && x >= -exact && x <= exact && y >= -exact && y <= exact)
        return sk_float_new((double)x / (double)y);
    if (sk_int_sign(a) == 0) return sk_float_new(sk_int_sign(b) < 0 ? -0.0 : 0.0);
    double d = divide_big(a, b);
    if (isinf(d)) return sk_raise(sk_exc_OverflowError, "integer division result too large for a float");
    return sk_float_new((sk_int_sign(a) < 0) != (sk_int_sign(b) < 0) ? -d : d);
}

// ---- powers -----------------------------------------------------------------------------------------------------------

static SkValue power_of_floats(SkValue a, SkValue b) {
    bool overflow_a, overflow_b;
    double x = sk_int_to_double(a, &overflow_a), y = sk_int_to_double(b, &overflow_b);
    if (overflow_a || overflow_b) return sk_raise(sk_exc_OverflowError, "int too large to convert to float");
    return sk_float_pow(x, y);
}

static SkValue power(SkValue a, SkValue b) {
    SkIntView x;
    uint64_t e;
    sk_int_view(a, &x);
    bool fits = sk_int_fits_uint64(b, &e);
    if (fits && e == 0) return sk_from_small_int(1);
    if (x.size == 0) return sk_from_small_int(0);
    if (sk_view_len(&x) == 1 && x.limbs[0] == 1) return sk_from_small_int(x.size < 0 && sk_int_is_odd(b) ? -1 : 1);
    uint64_t bits;  // an upper bound of the result's
    if (!fits || __builtin_mul_overflow(e, (uint64_t)sk_int_bit_length(a), &bits)) return sk_raise_memory();
    if (bits / SK_LIMB_BITS > (uint64_t)SK_INT_MAX_LIMBS) return sk_raise_memory();
    if (bits <= 61) {
        int64_t r = 1, base = x.size < 0 ? -(int64_t)x.limbs[0] : (int64_t)x.limbs[0];
        for (;;) {
            if (e & 1) r *= base;
            e >>= 1;
            if (!e) return sk_int_from_int64(r);
            base *= base;
        }
    }
    if (!sk_int_can_allocate(bits / 2)) return SK_EMPTY;
    mpz_t z;
    mpz_srcptr base = sk_view_mpz(&x, z);
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    SkLongWork work;
    sk_long_work_begin(&work, a, b, (bits / SK_LIMB_BITS) * (bits / SK_LIMB_BITS) / 16);
    mpz_pow_ui(r, base, e);
    sk_long_work_end(&work);
    return sk_int_from_mpz(r);
}

static SkValue power_mod(SkValue a, SkValue b, SkValue mod) {
    SkIntView x, y, m;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    sk_int_view(mod, &m);
    if (m.size == 0) return sk_raise(sk_exc_ValueError, "pow() 3rd argument cannot be 0");
    if (sk_view_len(&m) == 1 && m.limbs[0] == 1) return sk_from_small_int(0);
    mpz_t xz, yz, mz;
    mpz_srcptr xs = sk_view_mpz(&x, xz), ys = sk_view_mpz(&y, yz), ms = sk_view_mpz(&m, mz);
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    if (y.size < 0) {
        SK_AUTO_MPZ mpz_t e;
        mpz_init(e);
        if (!mpz_invert(r, xs, ms))
            return sk_raise(sk_exc_ValueError, "base is not invertible for the given modulus");
        mpz_neg(e, ys);
        mpz_powm(r, r, e, ms);
    } else {
        uint64_t limbs = (uint64_t)sk_view_len(&m);
        SkLongWork work;
        sk_long_work_begin(&work, a, b, limbs * limbs * (uint64_t)sk_view_len(&y) * SK_LIMB_BITS);
        mpz_powm(r, xs, ys, ms);
        sk_long_work_end(&work);
    }
    if (m.size < 0 && mpz_sgn(r) != 0) mpz_add(r, r, ms);
    return sk_int_from_mpz(r);
}

SkValue sk_int_pow(SkValue a, SkValue b, SkValue mod) {
    if (!sk_is_none(mod)) return power_mod(a, b, mod);
    return sk_int_sign(b) < 0 ? power_of_floats(a, b) : power(a, b);
}
