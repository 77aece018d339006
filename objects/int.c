// Making ints and reading them: layout, normalisation, C numbers, hash.
//
// An int is immutable once it is published, so nothing here needs a lock. A heap int of the exact type never has a
// value that an immediate can hold; an instance of a subclass may have any value.
#include "objects/int.h"

#include <math.h>
#include <string.h>

#include "base/siphash.h"
#include "objects/int_internal.h"
#include "threading/thread.h"

bool sk_limbs_get(SkLimbs *s, int64_t n) {
    s->p = s->few;
    if (sk_likely(n <= SK_SCRATCH_LIMBS)) return true;
    s->p = NULL;
    if (n > SK_INT_MAX_LIMBS) return sk_raise_false(sk_exc_OverflowError, "too many digits in integer");
    s->p = sk_malloc((size_t)n * sizeof(mp_limb_t));
    if (!s->p) sk_raise_memory();
    return s->p != NULL;
}

bool sk_int_can_allocate(uint64_t bytes) {
    if (bytes < (uint64_t)1 << 24) return true;
    void *p = bytes < SIZE_MAX / 2 ? sk_malloc(bytes) : NULL;
    if (!p) {
        sk_raise_memory();
        return false;
    }
    sk_free(p);
    return true;
}

void sk_long_work_begin(SkLongWork *w, SkValue a, SkValue b, uint64_t cost_in_limb_products) {
    w->detached = cost_in_limb_products > 1000000;
    if (!w->detached) return;
    w->a = sk_retain(a);
    w->b = sk_retain(b);
    sk_thread_detach();
}

void sk_long_work_end(SkLongWork *w) {
    if (!w->detached) return;
    sk_thread_attach();
    sk_release(w->a);
    sk_release(w->b);
}

void sk_int_view(SkValue v, SkIntView *out) {
    if (!sk_is_ptr(v)) {
        int64_t i = sk_is_small_int(v) ? sk_small_int(v) : sk_is_true(v);
        out->small = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
        out->size = i < 0 ? -1 : i > 0;
        out->limbs = &out->small;
        return;
    }
    const SkInt *o = (const SkInt *)sk_ptr(v);
    out->limbs = o->limbs;
    out->size = o->size;
}

SkValue sk_int_from_limbs(const mp_limb_t *limbs, size_t n, bool negative) {
    while (n && limbs[n - 1] == 0) n--;
    if (n == 0) return sk_from_small_int(0);
    if (n == 1) {
        if (limbs[0] <= (uint64_t)SK_INT_MAX) return sk_from_small_int(negative ? -(int64_t)limbs[0] : (int64_t)limbs[0]);
        if (negative && limbs[0] == 0 - (uint64_t)SK_INT_MIN) return sk_from_small_int(SK_INT_MIN);
    }
    if (n > (size_t)SK_INT_MAX_LIMBS) return sk_raise(sk_exc_OverflowError, "too many digits in integer");
    SkInt *o = (SkInt *)sk_object_new(&sk_int_type.head, sizeof(SkInt) + n * sizeof(mp_limb_t));
    if (!o) return sk_raise_memory();
    o->size = negative ? -(int64_t)n : (int64_t)n;
    memcpy(o->limbs, limbs, n * sizeof(mp_limb_t));
    return sk_counted(o);
}

SkValue sk_int_from_mpz(mpz_srcptr z) { return sk_int_from_limbs(mpz_limbs_read(z), mpz_size(z), mpz_sgn(z) < 0); }

SkValue sk_int_from_int64_slow(int64_t i) {
    mp_limb_t limb = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    return sk_int_from_limbs(&limb, 1, i < 0);
}

SkValue sk_int_from_uint64(uint64_t i) {
    if (i <= (uint64_t)SK_INT_MAX) return sk_from_small_int((int64_t)i);
    mp_limb_t limb = i;
    return sk_int_from_limbs(&limb, 1, false);
}

SkValue sk_int_from_double(double d) {
    if (d > -0x1p62 && d < 0x1p62) return sk_int_from_int64((int64_t)d);
    if (isinf(d)) return sk_raise(sk_exc_OverflowError, "cannot convert float infinity to integer");
    if (isnan(d)) return sk_raise(sk_exc_ValueError, "cannot convert float NaN to integer");
    int e;
    uint64_t m = (uint64_t)ldexp(frexp(fabs(d), &e), 53);
    e -= 53;  // |d| = m * 2**e, e >= 10
    mp_limb_t limbs[18] = {0};
    size_t i = (size_t)e / SK_LIMB_BITS;
    unsigned bits = (unsigned)e % SK_LIMB_BITS;
    limbs[i] = m << bits;
    limbs[i + 1] = bits ? m >> (SK_LIMB_BITS - bits) : 0;
    return sk_int_from_limbs(limbs, i + 2, d < 0);
}

bool sk_int_fits_int64(SkValue v, int64_t *out) {
    if (sk_likely(sk_is_small_int(v))) {
        *out = sk_small_int(v);
        return true;
    }
    SkIntView w;
    sk_int_view(v, &w);
    if (w.size == 0) {
        *out = 0;
        return true;
    }
    if (sk_view_len(&w) != 1) return false;
    uint64_t m = w.limbs[0];
    if (w.size < 0 ? m > (uint64_t)1 << 63 : m > INT64_MAX) return false;
    *out = (int64_t)(w.size < 0 ? 0 - m : m);
    return true;
}

bool sk_int_fits_uint64(SkValue v, uint64_t *out) {
    SkIntView w;
    sk_int_view(v, &w);
    if (w.size < 0 || w.size > 1) return false;
    *out = w.size ? w.limbs[0] : 0;
    return true;
}

// The top 64 bits of a value of at least one limb, with the highest set; the last bit also stands for all that was
// cut off, so that rounding it to 53 bits rounds the value.
static uint64_t top_bits(const SkIntView *w) {
    int64_t n = sk_view_len(w);
    unsigned shift = (unsigned)__builtin_clzll(w->limbs[n - 1]);
    uint64_t top = w->limbs[n - 1] << shift;
    int64_t rest = n - 1;
    if (shift && n > 1) {
        top |= w->limbs[n - 2] >> (SK_LIMB_BITS - shift);
        rest = n - 2;
        if (w->limbs[n - 2] << shift) return top | 1;
    }
    for (int64_t i = 0; i < rest; i++)
        if (w->limbs[i]) return top | 1;
    return top;
}

double sk_int_frexp(SkValue v, int64_t *exponent) {
    SkIntView w;
    sk_int_view(v, &w);
    *exponent = 0;
    if (w.size == 0) return 0.0;
    double d = (double)top_bits(&w) * 0x1p-64;
    *exponent = (int64_t)sk_int_bit_length(v);
    if (d == 1.0) {
        d = 0.5;
        ++*exponent;
    }
    return w.size < 0 ? -d : d;
}

double sk_int_to_double(SkValue v, bool *overflow) {
    *overflow = false;
    if (sk_is_small_int(v)) return (double)sk_small_int(v);
    int64_t e;
    double d = sk_int_frexp(v, &e);
    if (e > 1024) {
        *overflow = true;
        return d;
    }
    return ldexp(d, (int)e);
}

int sk_int_sign(SkValue v) {
    if (sk_is_small_int(v)) return (sk_small_int(v) > 0) - (sk_small_int(v) < 0);
    SkIntView w;
    sk_int_view(v, &w);
    return (w.size > 0) - (w.size < 0);
}

bool sk_int_is_odd(SkValue v) {
    SkIntView w;
    sk_int_view(v, &w);
    return w.size && (w.limbs[0] & 1);
}

int sk_int_compare(SkValue a, SkValue b) {
    if (sk_is_small_int(a) && sk_is_small_int(b)) {
        int64_t x = sk_small_int(a), y = sk_small_int(b);
        return (x > y) - (x < y);
    }
    SkIntView x, y;
    sk_int_view(a, &x);
    sk_int_view(b, &y);
    if (x.size != y.size) return x.size < y.size ? -1 : 1;
    if (x.size == 0) return 0;
    int c = mpn_cmp(x.limbs, y.limbs, sk_view_len(&x));
    c = (c > 0) - (c < 0);
    return x.size < 0 ? -c : c;
}

int64_t sk_int_hash(SkValue v) {
    if (sk_is_small_int(v)) {
        int64_t i = sk_small_int(v);
        if (sk_likely(i > -(int64_t)SK_HASH_MODULUS && i < (int64_t)SK_HASH_MODULUS)) return i == -1 ? -2 : i;
    }
    SkIntView w;
    sk_int_view(v, &w);
    // Horner's rule modulo 2^61-1, where 2^64 is 8.
    uint64_t h = 0;
    for (int64_t i = sk_view_len(&w); i-- > 0;) {
        h = ((h << 3) & SK_HASH_MODULUS) | (h >> 58);
        h += (w.limbs[i] & SK_HASH_MODULUS) + (w.limbs[i] >> 61);
        h = (h & SK_HASH_MODULUS) + (h >> 61);
        if (h >= SK_HASH_MODULUS) h -= SK_HASH_MODULUS;
    }
    int64_t r = w.size < 0 ? -(int64_t)h : (int64_t)h;
    return r == -1 ? -2 : r;
}

size_t sk_int_bit_length(SkValue v) {
    SkIntView w;
    sk_int_view(v, &w);
    int64_t n = sk_view_len(&w);
    if (n == 0) return 0;
    return (size_t)n * SK_LIMB_BITS - (size_t)__builtin_clzll(w.limbs[n - 1]);
}

SkValue sk_int_exact(SkValue v) {
    if (sk_is_small_int(v)) return v;
    if (sk_is_bool(v)) return sk_from_small_int(sk_is_true(v));
    if (sk_is_exact_int(v)) return sk_retain(v);
    SkIntView w;
    sk_int_view(v, &w);
    return sk_int_from_limbs(w.limbs, (size_t)sk_view_len(&w), w.size < 0);
}

SkValue sk_int_of_type(SkType *type, SkValue v) {
    SkIntView w;
    sk_int_view(v, &w);
    size_t n = (size_t)sk_view_len(&w);
    SkInt *o = (SkInt *)sk_type_alloc(type, n);
    if (!o) return SK_EMPTY;
    o->size = w.size;
    memcpy(o->limbs, w.limbs, n * sizeof(mp_limb_t));
    return sk_counted(o);
}
