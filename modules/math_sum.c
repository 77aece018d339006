// math: sums that keep what rounding loses.
#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "modules/math.h"
#include "objects/cursor.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

// ---- exact pieces ---------------------------------------------------------------------------------------------------------
// hi + lo is exactly the sum or product (Knuth's two-sum; a product's error by fused multiply-add).

typedef struct {
    double hi, lo;
} Pair;

static Pair sum_of(double x, double y) {
    double s = x + y, z = s - x;
    return (Pair){s, (x - (s - z)) + (y - z)};
}

static Pair product_of(double x, double y) {
    double p = x * y;
    return (Pair){p, fma(x, y, -p)};
}

// ---- fsum -----------------------------------------------------------------------------------------------------------------
// J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates", 1997: the running
// sum is kept as doubles that do not overlap, in growing magnitude, whose sum is exact.

typedef struct {
    double *p;
    size_t n, capacity;
    double few[32];
    double special_sum, infinity_sum;  // what is not finite, and the infinities of it
} Partials;

static bool grow(Partials *s) {
    double *p = sk_malloc(2 * s->capacity * sizeof(double));
    if (!p) {
        sk_raise_memory();
        return false;
    }
    memcpy(p, s->p, s->n * sizeof(double));
    if (s->p != s->few) sk_free(s->p);
    s->p = p;
    s->capacity *= 2;
    return true;
}

static bool add_partial(Partials *s, double x) {
    const double start = x;
    size_t kept = 0;
    for (size_t j = 0; j < s->n; j++) {
        Pair r = sum_of(x, s->p[j]);
        if (!isfinite(r.hi)) r.lo = 0.0;
        if (r.lo != 0.0) s->p[kept++] = r.lo;
        x = r.hi;
    }
    s->n = kept;
    if (x == 0.0) return true;
    if (!isfinite(x)) {
        if (isfinite(start)) return sk_raise_false(sk_exc_OverflowError, "intermediate overflow in fsum");
        if (isinf(start)) s->infinity_sum += start;
        s->special_sum += start;
        s->n = 0;
        return true;
    }
    if (s->n == s->capacity && !grow(s)) return false;
    s->p[s->n++] = x;
    return true;
}

// The partials' sum, correctly rounded: from the greatest down until a remainder appears, then a tie is settled by the
// sign of the next partial.
static double total(const Partials *s) {
    if (!s->n) return 0.0;
    size_t i = s->n - 1;
    double hi = s->p[i], lo = 0.0;
    while (i > 0 && lo == 0.0) {
        Pair r = sum_of(hi, s->p[--i]);
        hi = r.hi;
        lo = r.lo;
    }
    if (i > 0 && ((lo < 0.0 && s->p[i - 1] < 0.0) || (lo > 0.0 && s->p[i - 1] > 0.0))) {
        double twice = lo * 2.0, x = hi + twice;
        if (x - hi == twice) hi = x;
    }
    return hi;
}

static bool sum_items(Partials *s, SkCursor *c) {
    for (;;) {
        SK_AUTO SkValue item = sk_own(sk_cursor_next(c));
        if (sk_is_empty(item)) return !sk_error_occurred();
        double x;
        if (!sk_as_double(item, &x) || !add_partial(s, x)) return false;
    }
}

SkValue sk_math_fsum(SkValue module SK_UNUSED, SkValue iterable) {
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, iterable)) return SK_EMPTY;
    Partials s = {.n = 0, .capacity = 32};
    s.p = s.few;
    bool ok = sum_items(&s, &c);
    double result = total(&s);
    if (s.p != s.few) sk_free(s.p);
    if (!ok) return SK_EMPTY;
    if (s.special_sum != 0.0) {
        if (isnan(s.infinity_sum)) return sk_raise(sk_exc_ValueError, "-inf + inf in fsum");
        return sk_float_new(s.special_sum);
    }
    return sk_float_new(result);
}

// ---- length of a vector ---------------------------------------------------------------------------------------------------

// Squares are summed in twice the precision, after scaling by a power of two that keeps them in range; the root is
// corrected by one step of Newton's method on the exact residue.
static double length(const double *v, size_t n) {
    double greatest = 0.0;
    bool nan = false;
    for (size_t i = 0; i < n; i++) {
        double x = fabs(v[i]);
        nan |= isnan(x);
        if (x > greatest) greatest = x;
    }
    if (isinf(greatest)) return greatest;
    if (nan) return NAN;
    if (greatest == 0.0 || n <= 1) return greatest;
    int e;
    frexp(greatest, &e);
    double high = 0.0, low = 0.0;
    for (size_t i = 0; i < n; i++) {
        double x = ldexp(v[i], -e);
        Pair square = product_of(x, x), s = sum_of(high, square.hi);
        high = s.hi;
        low += s.lo + square.lo;
    }
    double root = sqrt(high + low);
    Pair square = product_of(root, root);
    double residue = ((high - square.hi) - square.lo) + low;
    root += residue / (2.0 * root);
    return ldexp(root, e);
}

static SkValue norm(size_t n, bool (*coordinate)(void *source, size_t i, double *out), void *source) {
    double few[16], *v = n <= SK_COUNT_OF(few) ? few : sk_malloc(n * sizeof(double));
    if (!v) return sk_raise_memory();
    bool ok = true;
    for (size_t i = 0; i < n && ok; i++) ok = coordinate(source, i, &v[i]);
    double r = ok ? length(v, n) : 0.0;
    if (v != few) sk_free(v);
    return ok ? sk_float_new(r) : SK_EMPTY;
}

static bool argument(void *source, size_t i, double *out) { return sk_as_double(((const SkValue *)source)[i], out); }

SkValue sk_math_hypot(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    return norm(nargs, argument, (void *)(uintptr_t)args);
}

static bool difference(void *source, size_t i, double *out) {
    const SkValue *points = source;
    double x, y;
    if (!sk_as_double(sk_tuple_peek(points[0], i), &x) || !sk_as_double(sk_tuple_peek(points[1], i), &y)) return false;
    *out = fabs(x - y);
    return true;
}

SkValue sk_math_dist(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("dist", nargs, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue p = sk_is_tuple(args[0]) ? sk_retain(args[0]) : sk_to_tuple(args[0]);
    if (sk_is_empty(p)) return SK_EMPTY;
    SK_AUTO SkValue q = sk_is_tuple(args[1]) ? sk_retain(args[1]) : sk_to_tuple(args[1]);
    if (sk_is_empty(q)) return SK_EMPTY;
    if (sk_tuple_len(p) != sk_tuple_len(q)) return sk_raise(sk_exc_ValueError, "both points must have the same number of dimensions");
    SkValue points[2] = {p, q};
    return norm(sk_tuple_len(p), difference, points);
}

// ---- prod -------------------------------------------------------------------------------------------------------------------

SkValue sk_math_prod(SkValue module SK_UNUSED, const SkValue *a) {
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, a[0])) return SK_EMPTY;
    SK_AUTO SkValue acc = sk_is_empty(a[1]) ? sk_from_small_int(1) : sk_retain(a[1]);
    for (;;) {
        SK_AUTO SkValue item = sk_own(sk_cursor_next(&c));
        if (sk_is_empty(item)) return sk_error_occurred() ? SK_EMPTY : sk_move(&acc);
        SkValue next;
        if (sk_is_small_int(acc) && sk_is_small_int(item)) next = sk_own(sk_int_mul(acc, item));
        else if (sk_is_immediate_float(acc) && sk_is_immediate_float(item)) next = sk_float_new(sk_immediate_float(acc) * sk_immediate_float(item));
        else next = sk_binary(SK_OP_MUL, acc, item);
        if (sk_is_empty(next)) return SK_EMPTY;
        sk_release(acc);
        acc = next;
    }
}

// ---- sumprod ------------------------------------------------------------------------------------------------------------------
// Exact ints are summed as ints, floats in triple precision: T. Ogita, S. M. Rump, S. Oishi, "Accurate Sum and Dot
// Product", 2005 (algorithm 5.10 for K=3). Anything else goes through the operators. Both fast ways are given up for good
// at the first pair they do not cover.

typedef struct {
    SkValue sum;        // counted
    SkValue int_sum;    // counted
    double hi, lo, tiny;
    bool ints, floats, ints_used, floats_used;
} SumProd;

static bool add_to(SkValue *sum, SkValue v) {
    SkValue r = sk_binary(SK_OP_ADD, *sum, v);
    if (sk_is_empty(r)) return false;
    sk_release(*sum);
    *sum = r;
    return true;
}

static bool flush_ints(SumProd *s) {
    if (!s->ints_used) return true;
    s->ints_used = false;
    bool ok = add_to(&s->sum, s->int_sum);
    sk_release(s->int_sum);
    s->int_sum = sk_from_small_int(0);
    return ok;
}

static bool flush_floats(SumProd *s) {
    if (!s->floats_used) return true;
    s->floats_used = false;
    Pair r = sum_of(s->lo, s->tiny);
    Pair t = sum_of(s->hi, r.hi);
    SK_AUTO SkValue f = sk_float_new(t.hi + (t.lo + r.lo));
    s->hi = s->lo = s->tiny = 0.0;
    return !sk_is_empty(f) && add_to(&s->sum, f);
}

static bool as_factor(SkValue v, double *out) {
    if (sk_is_exact_float(v)) {
        *out = sk_float_value(v);
        return true;
    }
    bool overflow;
    if (!sk_is_exact_int(v) && !sk_is_bool(v)) return false;
    *out = sk_int_to_double(v, &overflow);
    return !overflow;
}

// True if the pair was taken in.
static bool add_floats(SumProd *s, SkValue p, SkValue q) {
    double x, y;
    if (!(sk_is_exact_float(p) || sk_is_exact_float(q)) || !as_factor(p, &x) || !as_factor(q, &y)) return false;
    Pair product = product_of(x, y), sum = sum_of(s->hi, product.hi);
    if (!isfinite(sum.hi)) return false;
    Pair low = sum_of(s->lo, product.lo), carry = sum_of(low.hi, sum.lo);
    s->hi = sum.hi;
    s->lo = carry.hi;
    s->tiny += low.lo + carry.lo;
    s->floats_used = true;
    return true;
}

static bool add_pair(SumProd *s, SkValue p, SkValue q) {
    if (s->ints) {
        if (sk_is_exact_int(p) && sk_is_exact_int(q)) {
            SK_AUTO SkValue product = sk_int_mul(p, q);
            s->ints_used = true;
            return !sk_is_empty(product) && add_to(&s->int_sum, product);
        }
        s->ints = false;
        if (!flush_ints(s)) return false;
    }
    if (s->floats) {
        if (add_floats(s, p, q)) return true;
        s->floats = false;
        if (!flush_floats(s)) return false;
    }
    SK_AUTO SkValue product = sk_binary(SK_OP_MUL, p, q);
    return !sk_is_empty(product) && add_to(&s->sum, product);
}

static bool sum_pairs(SumProd *s, SkValue p, SkValue q) {
    for (;;) {
        SK_AUTO SkValue x = sk_own(sk_next(p));
        if (sk_is_empty(x) && sk_error_occurred()) return false;
        SK_AUTO SkValue y = sk_own(sk_next(q));
        if (sk_is_empty(y) && sk_error_occurred()) return false;
        if (sk_is_empty(x) != sk_is_empty(y)) return sk_raise_false(sk_exc_ValueError, "Inputs are not the same length");
        if (sk_is_empty(x)) return flush_ints(s) && flush_floats(s);
        if (!add_pair(s, x, y)) return false;
    }
}

SkValue sk_math_sumprod(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("sumprod", nargs, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue p = sk_iter(args[0]);
    if (sk_is_empty(p)) return SK_EMPTY;
    SK_AUTO SkValue q = sk_iter(args[1]);
    if (sk_is_empty(q)) return SK_EMPTY;
    SumProd s = {.sum = sk_from_small_int(0), .int_sum = sk_from_small_int(0), .ints = true, .floats = true};
    bool ok = sum_pairs(&s, p, q);
    sk_release(s.int_sum);
    if (ok) return s.sum;
    sk_release(s.sum);
    return SK_EMPTY;
}
