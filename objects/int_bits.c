// Shifts and bitwise operations of ints, which act as on two's complement of unlimited length.
#include <string.h>

#include "objects/int_internal.h"

// A shift count: false with an exception if negative; one too large for any shift is UINT64_MAX.
static bool shift_count(SkValue v, uint64_t *out) {
    if (sk_int_sign(v) < 0) return sk_raise_false(sk_exc_ValueError, "negative shift count");
    if (!sk_int_fits_uint64(v, out)) *out = UINT64_MAX;
    return true;
}

SkValue sk_int_lshift(SkValue a, SkValue b) {
    uint64_t count;
    if (!shift_count(b, &count)) return SK_EMPTY;
    if (sk_is_small_int(a) && count < 62) {
        int64_t i = sk_small_int(a), r = (int64_t)((uint64_t)i << count);
        if (r >> count == i && sk_fits_small_int(r)) return sk_from_small_int(r);
    }
    SkIntView x;
    sk_int_view(a, &x);
    int64_t n = sk_view_len(&x);
    if (n == 0) return sk_from_small_int(0);
    if (count / SK_LIMB_BITS > (uint64_t)(SK_INT_MAX_LIMBS - n - 1)) {
        SkIntView shift;
        sk_int_view(b, &shift);
        // Where CPython cannot even count the digits.
        bool uncountable = sk_view_len(&shift) > 2 || (sk_view_len(&shift) == 2 && shift.limbs[1] >= 15);
        return uncountable ? sk_raise(sk_exc_OverflowError, "too many digits in integer") : sk_raise_memory();
    }
    int64_t whole = (int64_t)(count / SK_LIMB_BITS);
    unsigned bits = (unsigned)(count % SK_LIMB_BITS);
    SK_AUTO_LIMBS SkLimbs r;
    if (!sk_limbs_get(&r, n + whole + 1)) return SK_EMPTY;
    memset(r.p, 0, (size_t)whole * sizeof(mp_limb_t));
    r.p[n + whole] = 0;
    if (bits)
        r.p[n + whole] = mpn_lshift(r.p + whole, x.limbs, n, bits);
    else
        memcpy(r.p + whole, x.limbs, (size_t)n * sizeof(mp_limb_t));
    return sk_int_from_limbs(r.p, (size_t)(n + whole + 1), x.size < 0);
}

SkValue sk_int_rshift(SkValue a, SkValue b) {
    uint64_t count;
    if (!shift_count(b, &count)) return SK_EMPTY;
    if (sk_is_small_int(a)) return sk_from_small_int(sk_small_int(a) >> (count > 63 ? 63 : count));
    SkIntView x;
    sk_int_view(a, &x);
    int64_t n = sk_view_len(&x);
    if (count / SK_LIMB_BITS >= (uint64_t)n) return sk_from_small_int(x.size < 0 ? -1 : 0);
    int64_t whole = (int64_t)(count / SK_LIMB_BITS), len = n - whole;
    unsigned bits = (unsigned)(count % SK_LIMB_BITS);
    SK_AUTO_LIMBS SkLimbs r;
    if (!sk_limbs_get(&r, len + 1)) return SK_EMPTY;
    mp_limb_t lost = whole ? !mpn_zero_p(x.limbs, whole) : 0;
    if (bits)
        lost |= mpn_rshift(r.p, x.limbs + whole, len, bits);
    else
        memcpy(r.p, x.limbs + whole, (size_t)len * sizeof(mp_limb_t));
    r.p[len] = 0;
    if (x.size < 0 && lost) mpn_add_1(r.p, r.p, len + 1, 1);
    return sk_int_from_limbs(r.p, (size_t)len + 1, x.size < 0);
}

typedef void (*Bitwise)(mpz_ptr, mpz_srcptr, mpz_srcptr);

// Of numbers that are not negative, x the longer one: limb by limb.
static SkValue bitwise_natural(const SkIntView *x, const SkIntView *y, Bitwise op) {
    int64_t n = x->size, m = y->size, all = op == mpz_and ? m : n;
    SK_AUTO_LIMBS SkLimbs r;
    if (!sk_limbs_get(&r, all ? all : 1)) return SK_EMPTY;
    if (op == mpz_and)
        for (int64_t i = 0; i < m; i++) r.p[i] = x->limbs[i] & y->limbs[i];
    else if (op == mpz_ior)
        for (int64_t i = 0; i < m; i++) r.p[i] = x->limbs[i] | y->limbs[i];
    else
        for (int64_t i = 0; i < m; i++) r.p[i] = x->limbs[i] ^ y->limbs[i];
    for (int64_t i = m; i < all; i++) r.p[i] = x->limbs[i];
    return sk_int_from_limbs(r.p, (size_t)all, false);
}

static SkValue bitwise(SkValue a, SkValue b, Bitwise op) {
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    int64_t n = sk_view_len(&x), m = sk_view_len(&y);
    if (x.size >= 0 && y.size >= 0) return n >= m ? bitwise_natural(&x, &y, op) : bitwise_natural(&y, &x, op);
    if (!sk_int_can_allocate((uint64_t)(n > m ? n : m) * 8)) return SK_EMPTY;
    mpz_t xz, yz;
    SK_AUTO_MPZ mpz_t r;
    mpz_init(r);
    op(r, sk_view_mpz(&x, xz), sk_view_mpz(&y, yz));
    return sk_int_from_mpz(r);
}

SkValue sk_int_and(SkValue a, SkValue b) {
    if (sk_likely(sk_is_small_int(a) && sk_is_small_int(b))) return sk_from_small_int(sk_small_int(a) & sk_small_int(b));
    return bitwise(a, b, mpz_and);
}

SkValue sk_int_or(SkValue a, SkValue b) {
    if (sk_likely(sk_is_small_int(a) && sk_is_small_int(b))) return sk_from_small_int(sk_small_int(a) | sk_small_int(b));
    return bitwise(a, b, mpz_ior);
}

SkValue sk_int_xor(SkValue a, SkValue b) {
    if (sk_likely(sk_is_small_int(a) && sk_is_small_int(b))) return sk_from_small_int(sk_small_int(a) ^ sk_small_int(b));
    return bitwise(a, b, mpz_xor);
}

SkValue sk_int_invert(SkValue a) {
    if (sk_is_small_int(a)) return sk_from_small_int(~sk_small_int(a));
    return sk_int_sub(sk_from_small_int(-1), a);
}
