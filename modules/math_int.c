// math: functions of integers, on GMP.
#include <limits.h>
#include <math.h>

#include "modules/math.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/int_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"

// ---- common divisors and multiples -------------------------------------------------------------------------------------

static uint64_t small_gcd(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t r = a % b;
        a = b;
        b = r;
    }
    return a;
}

static SkValue combine(SkValue a, SkValue b, void (*op)(mpz_ptr, mpz_srcptr, mpz_srcptr)) {
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    mpz_t xz, yz;
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    op(r, sk_view_mpz(&x, xz), sk_view_mpz(&y, yz));
    return sk_int_from_mpz(r);
}

static SkValue gcd(SkValue a, SkValue b) {
    if (sk_is_small_int(a) && sk_is_small_int(b)) {
        int64_t x = sk_small_int(a), y = sk_small_int(b);
        return sk_int_from_int64((int64_t)small_gcd((uint64_t)(x < 0 ? -x : x), (uint64_t)(y < 0 ? -y : y)));
    }
    return combine(a, b, mpz_gcd);
}
static SkValue lcm(SkValue a, SkValue b) { return combine(a, b, mpz_lcm); }

// All arguments are converted, also after the result is known.
static SkValue fold(const SkValue *args, size_t nargs, int64_t start, SkValue (*f)(SkValue, SkValue)) {
    SK_AUTO SkValue acc = sk_from_small_int(start);
    for (size_t i = 0; i < nargs; i++) {
        SK_AUTO SkValue n = sk_index(args[i]);
        if (sk_is_empty(n)) return SK_EMPTY;
        SkValue next = f(acc, n);
        if (sk_is_empty(next)) return SK_EMPTY;
        sk_release(acc);
        acc = next;
    }
    return sk_move(&acc);
}

SkValue sk_math_gcd(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) { return fold(args, nargs, 0, gcd); }
SkValue sk_math_lcm(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) { return fold(args, nargs, 1, lcm); }

// ---- roots -----------------------------------------------------------------------------------------------------------------

SkValue sk_math_isqrt(SkValue module SK_UNUSED, SkValue arg) {
    SK_AUTO SkValue n = sk_index(arg);
    if (sk_is_empty(n)) return SK_EMPTY;
    if (sk_int_sign(n) < 0) return sk_raise(sk_exc_ValueError, "isqrt() argument must be nonnegative");
    if (sk_is_small_int(n)) {   // the double is off by less than one, either way
        uint64_t i = (uint64_t)sk_small_int(n), r = (uint64_t)sqrt((double)i);
        while (r * r > i) r--;
        while ((r + 1) * (r + 1) <= i) r++;
        return sk_from_small_int((int64_t)r);
    }
    SkIntView x;
    sk_int_view(n, &x);
    mpz_t xz;
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    mpz_sqrt(r, sk_view_mpz(&x, xz));
    return sk_int_from_mpz(r);
}

// ---- counting ----------------------------------------------------------------------------------------------------------------

SkValue sk_math_factorial(SkValue module SK_UNUSED, SkValue arg) {
    SK_AUTO SkValue n = sk_index(arg);
    if (sk_is_empty(n)) return SK_EMPTY;
    int64_t i;
    if (sk_int_sign(n) < 0) return sk_raise(sk_exc_ValueError, "factorial() not defined for negative values");
    if (!sk_int_fits_int64(n, &i)) return sk_raise(sk_exc_OverflowError, "factorial() argument should not exceed %ld", LONG_MAX);
    if (i > UINT32_MAX || !sk_int_can_allocate((uint64_t)i * 8)) return sk_raise_memory();
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    SkLongWork work;
    sk_long_work_begin(&work, n, SK_NONE, (uint64_t)i * (uint64_t)i);
    mpz_fac_ui(r, (unsigned long)i);
    sk_long_work_end(&work);
    return sk_int_from_mpz(r);
}

// n and k of comb and perm as exact ints (counted), neither negative; false with an exception.
static bool n_and_k(const SkValue *args, SkValue *n, SkValue *k) {
    *n = sk_index(args[0]);
    if (sk_is_empty(*n)) return false;
    *k = sk_index(args[1]);
    if (sk_is_empty(*k)) return false;
    if (sk_int_sign(*n) < 0) return sk_raise_false(sk_exc_ValueError, "n must be a non-negative integer");
    if (sk_int_sign(*k) < 0) return sk_raise_false(sk_exc_ValueError, "k must be a non-negative integer");
    return true;
}

static SkValue binomial(SkValue n, uint64_t k) {
    if (!sk_int_can_allocate(k / 8 * sk_int_bit_length(n))) return SK_EMPTY;
    SkIntView x;
    sk_int_view(n, &x);
    mpz_t xz;
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    SkLongWork work;
    sk_long_work_begin(&work, n, SK_NONE, k * k);
    if (x.size <= 1)
        mpz_bin_uiui(r, x.size ? x.limbs[0] : 0, k);
    else
        mpz_bin_ui(r, sk_view_mpz(&x, xz), k);
    sk_long_work_end(&work);
    return sk_int_from_mpz(r);
}

SkValue sk_math_comb(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue n = SK_EMPTY, k = SK_EMPTY;
    if (!sk_check_nargs("comb", nargs, 2, 2)) return SK_EMPTY;
    if (!n_and_k(args, &n, &k)) return SK_EMPTY;
    SK_AUTO SkValue rest = sk_int_sub(n, k);
    if (sk_is_empty(rest)) return SK_EMPTY;
    if (sk_int_sign(rest) < 0) return sk_from_small_int(0);
    SkValue least = sk_int_compare(rest, k) < 0 ? rest : k;
    uint64_t count;
    if (!sk_int_fits_uint64(least, &count) || count > INT64_MAX)
        return sk_raise(sk_exc_OverflowError, "min(n - k, k) must not exceed %lld", LLONG_MAX);
    return binomial(n, count);
}

// low * (low + 1) * ... * (low + count - 1), by halves, so that the factors of each product are alike in size.
static SkValue product_of_run(SkValue low, uint64_t count) {
    if (count <= 8) {
        SK_AUTO SkValue r = sk_from_small_int(1);
        for (uint64_t i = 0; i < count; i++) {
            SK_AUTO SkValue factor = sk_int_add(low, sk_from_small_int((int64_t)i));
            SkValue next = sk_is_empty(factor) ? SK_EMPTY : sk_int_mul(r, factor);
            if (sk_is_empty(next)) return SK_EMPTY;
            sk_release(r);
            r = next;
        }
        return sk_move(&r);
    }
    uint64_t half = count / 2;
    SK_AUTO SkValue left = product_of_run(low, half);
    SK_AUTO SkValue middle = sk_is_empty(left) ? SK_EMPTY : sk_int_add(low, sk_int_from_uint64(half));
    SK_AUTO SkValue right = sk_is_empty(middle) ? SK_EMPTY : product_of_run(middle, count - half);
    return sk_is_empty(right) ? SK_EMPTY : sk_int_mul(left, right);
}

SkValue sk_math_perm(SkValue module, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("perm", nargs, 1, 2)) return SK_EMPTY;
    if (nargs == 1 || sk_is_none(args[1])) return sk_math_factorial(module, args[0]);
    SK_AUTO SkValue n = SK_EMPTY, k = SK_EMPTY;
    if (!n_and_k(args, &n, &k)) return SK_EMPTY;
    if (sk_int_compare(n, k) < 0) return sk_from_small_int(0);
    int64_t count;
    if (!sk_int_fits_int64(k, &count)) return sk_raise(sk_exc_OverflowError, "k must not exceed %lld", LLONG_MAX);
    if (!sk_int_can_allocate((uint64_t)count / 8 * sk_int_bit_length(n))) return SK_EMPTY;
    SK_AUTO SkValue below = sk_int_sub(n, k);
    SK_AUTO SkValue low = sk_is_empty(below) ? SK_EMPTY : sk_int_add(below, sk_from_small_int(1));
    return sk_is_empty(low) ? SK_EMPTY : product_of_run(low, (uint64_t)count);
}
