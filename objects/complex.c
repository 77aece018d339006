// Arithmetic and text of complex numbers.
//
// Products and quotients follow C11's Annex G: an infinite operand gives an infinite result where the plain formula would
// give NaNs. A real operand is not widened to a complex one first, so that signs of zeros and infinities survive.
#include "objects/complex.h"

#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/str.h"

static double boxed(double d) { return copysign(isinf(d) ? 1.0 : 0.0, d); }
static double nan_to_zero(double d) { return isnan(d) ? copysign(0.0, d) : d; }

SkComplex sk_complex_mul(SkComplex z, SkComplex w) {
    double a = z.real, b = z.imag, c = w.real, d = w.imag;
    double ac = a * c, bd = b * d, ad = a * d, bc = b * c;
    SkComplex r = {ac - bd, ad + bc};
    if (!(isnan(r.real) && isnan(r.imag))) return r;
    bool recalculate = false;
    if (isinf(a) || isinf(b)) {
        a = boxed(a), b = boxed(b);
        c = nan_to_zero(c), d = nan_to_zero(d);
        recalculate = true;
    }
    if (isinf(c) || isinf(d)) {
        c = boxed(c), d = boxed(d);
        a = nan_to_zero(a), b = nan_to_zero(b);
        recalculate = true;
    }
    if (!recalculate && (isinf(ac) || isinf(bd) || isinf(ad) || isinf(bc))) {
        a = nan_to_zero(a), b = nan_to_zero(b), c = nan_to_zero(c), d = nan_to_zero(d);
        recalculate = true;
    }
    if (recalculate) r = (SkComplex){INFINITY * (a * c - b * d), INFINITY * (a * d + b * c)};
    return r;
}

// R. L. Smith, "Algorithm 116: Complex division", 1962: scales by the larger part of the divisor.
SkComplex sk_complex_div(SkComplex z, SkComplex w) {
    double a = z.real, b = z.imag, c = w.real, d = w.imag;
    SkComplex r;
    if (fabs(c) >= fabs(d)) {
        double ratio = d / c, scale = c + d * ratio;
        r = (SkComplex){(a + b * ratio) / scale, (b - a * ratio) / scale};
    } else if (fabs(d) >= fabs(c)) {
        double ratio = c / d, scale = c * ratio + d;
        r = (SkComplex){(a * ratio + b) / scale, (b * ratio - a) / scale};
    } else {
        r = (SkComplex){NAN, NAN};
    }
    if (!(isnan(r.real) && isnan(r.imag))) return r;
    if ((isinf(a) || isinf(b)) && isfinite(c) && isfinite(d)) {
        a = boxed(a), b = boxed(b);
        r = (SkComplex){INFINITY * (a * c + b * d), INFINITY * (b * c - a * d)};
    } else if ((isinf(c) || isinf(d)) && isfinite(a) && isfinite(b)) {
        c = boxed(c), d = boxed(d);
        r = (SkComplex){0.0 * (a * c + b * d), 0.0 * (b * c - a * d)};
    }
    return r;
}

SkComplex sk_real_div_complex(double a, SkComplex w) {
    double c = w.real, d = w.imag;
    SkComplex r;
    if (fabs(c) >= fabs(d)) {
        double ratio = d / c, scale = c + d * ratio;
        r = (SkComplex){a / scale, (-a * ratio) / scale};
    } else if (fabs(d) >= fabs(c)) {
        double ratio = c / d, scale = c * ratio + d;
        r = (SkComplex){(a * ratio) / scale, -a / scale};
    } else {
        r = (SkComplex){NAN, NAN};
    }
    if (isnan(r.real) && isnan(r.imag) && isfinite(a) && (isinf(c) || isinf(d))) {
        c = boxed(c), d = boxed(d);
        r = (SkComplex){0.0 * (a * c), 0.0 * (-a * d)};
    }
    return r;
}

// ---- powers -----------------------------------------------------------------------------------------------------------

static SkComplex whole_power(SkComplex z, unsigned n) {
    SkComplex r = {1.0, 0.0};
    for (;; z = sk_complex_mul(z, z)) {
        if (n & 1) r = sk_complex_mul(r, z);
        n >>= 1;
        if (!n) return r;
    }
}

// False where the direction of the result is undefined.
static bool polar_power(SkComplex a, SkComplex b, SkComplex *out) {
    double modulus = hypot(a.real, a.imag), argument = atan2(a.imag, a.real);
    double length = pow(modulus, b.real), phase = argument * b.real;
    if (b.imag != 0.0) {
        length /= exp(argument * b.imag);
        phase += b.imag * log(modulus);
    }
    *out = (SkComplex){length * cos(phase), length * sin(phase)};
    return !isinf(phase);
}

static bool undefined_power(void) {
    return sk_raise_false(sk_exc_ZeroDivisionError, "zero to a negative or complex power");
}

bool sk_complex_pow_raw(SkComplex a, SkComplex b, SkComplex *out) {
    bool zero = a.real == 0.0 && a.imag == 0.0;
    if (b.imag == 0.0 && b.real == floor(b.real) && fabs(b.real) <= 100.0) {
        int n = (int)b.real;
        *out = whole_power(a, (unsigned)(n < 0 ? -n : n));
        if (n < 0) {
            if (out->real == 0.0 && out->imag == 0.0) return undefined_power();
            *out = sk_complex_div((SkComplex){1.0, 0.0}, *out);
        }
    } else if (zero) {
        if (b.imag != 0.0 || b.real < 0.0) return undefined_power();
        *out = (SkComplex){0.0, 0.0};
    } else if (!polar_power(a, b, out)) {
        return undefined_power();
    }
    if (isinf(out->real) || isinf(out->imag)) return sk_raise_false(sk_exc_OverflowError, "complex exponentiation");
    return true;
}

// ---- text ---------------------------------------------------------------------------------------------------------------

// As repr(float), but whole numbers without a point.
static size_t part(double d, char *out) {
    size_t n = sk_float_repr(d, out);
    return n > 2 && out[n - 2] == '.' && out[n - 1] == '0' ? n - 2 : n;
}

SkValue sk_complex_repr_str(SkComplex z) {
    char text[2 * SK_FLOAT_TEXT_MAX + 4];
    size_t n = 0;
    if (z.real == 0.0 && !signbit(z.real)) {
        n = part(z.imag, text);
        text[n++] = 'j';
        return sk_str_from_ascii(text, n);
    }
    text[n++] = '(';
    n += part(z.real, text + n);
    if (isnan(z.imag) || !signbit(z.imag)) text[n++] = '+';  // a NaN is written without its sign
    n += part(z.imag, text + n);
    text[n++] = 'j';
    text[n++] = ')';
    return sk_str_from_ascii(text, n);
}

SkValue sk_complex_new(double real, double imag) {
    SkComplexObject *o = (SkComplexObject *)sk_object_new(&sk_complex_type.head, sizeof(SkComplexObject));
    if (!o) return sk_raise_memory();
    o->value = (SkComplex){real, imag};
    return sk_counted(o);
}
