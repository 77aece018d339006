// float: values, text, arithmetic.
#include "objects/float.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "base/siphash.h"
#include "base/strtod.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/str.h"

SkValue sk_float_new_slow(double d) {
    if (d == 0.0) return signbit(d) ? SK_FLOAT_NEG_ZERO : SK_FLOAT_ZERO;
    SkValue v = sk_encode_float(d);
    // A NaN has an identity: `[x] == [x]`, but a list of another NaN is not equal.
    if ((v.w & SK_TAG_MASK) == SK_TAG_FLOAT_HUGE && !isnan(d)) return v;
    SkFloat *o = (SkFloat *)sk_object_new(&sk_float_type.head, sizeof(SkFloat));
    if (!o) return sk_raise_memory();
    o->value = d;
    return sk_counted(o);
}

SkValue sk_float_of_type(SkType *type, double d) {
    if (type == &sk_float_type) return sk_float_new(d);
    SkFloat *o = (SkFloat *)sk_type_alloc(type, 0);
    if (!o) return SK_EMPTY;
    o->value = d;
    return sk_counted(o);
}

// ---- text -----------------------------------------------------------------------------------------------------------

SkValue sk_float_repr_str(double d) {
    char text[SK_FLOAT_TEXT_MAX];
    return sk_str_from_ascii(text, sk_float_repr(d, text));
}

static SkValue from_ascii(const char *s, size_t n, SkValue shown) {
    double d;
    switch (sk_parse_float(s, n, &d)) {
    case SK_PARSE_FLOAT_OK: return sk_float_new(d);
    case SK_PARSE_FLOAT_NO_MEMORY: return sk_raise_memory();
    default: return sk_raise(sk_exc_ValueError, "could not convert string to float: %R", shown);
    }
}

SkValue sk_float_from_text(SkValue v) {
    if (sk_is_str(v)) {
        SK_AUTO_NUMBER_TEXT SkNumberText text;
        return sk_number_text(v, &text) ? from_ascii(text.text, text.len, v) : SK_EMPTY;
    }
    if (sk_is_bytes(v)) return from_ascii(sk_as_bytes(v)->data, sk_as_bytes(v)->length, v);
    if (!sk_has_buffer(v)) return sk_raise(sk_exc_TypeError, "float() argument must be a string or a real number, not '%.200T'", v);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    return from_ascii(view.data, (size_t)view.length, v);
}

// ---- division -------------------------------------------------------------------------------------------------------

double sk_float_mod(double a, double b) {
    double r = fmod(a, b);
    if (r == 0.0) return copysign(0.0, b);
    return (r < 0) != (b < 0) ? r + b : r;
}

double sk_float_floordiv(double a, double b) {
    double r = fmod(a, b), q = (a - r) / b;
    if (r != 0.0 && (r < 0) != (b < 0)) q -= 1.0;
    if (q == 0.0) return copysign(0.0, a / b);
    double whole = floor(q);
    return q - whole > 0.5 ? whole + 1.0 : whole;
}

// ---- powers -----------------------------------------------------------------------------------------------------------

SkValue sk_raise_range_error(void) {
    SK_AUTO SkValue text = sk_str_from_ascii("Numerical result out of range", 29);
    if (sk_is_empty(text)) return SK_EMPTY;
    SK_AUTO SkValue exc = sk_call2(sk_type_value(sk_exc_OverflowError), sk_from_small_int(ERANGE), text);
    return sk_is_empty(exc) ? SK_EMPTY : sk_raise_object(exc);
}

SkValue sk_float_pow(double a, double b) {
    if (b == 0.0 || a == 1.0) return sk_float_new(1.0);
    if (a == 0.0 && b < 0.0 && isfinite(b)) return sk_raise(sk_exc_ZeroDivisionError, "zero to a negative power");
    bool finite = isfinite(a) && isfinite(b);
    if (finite && a < 0.0 && b != floor(b)) {
        SkComplex r;
        if (!sk_complex_pow_raw((SkComplex){a, 0.0}, (SkComplex){b, 0.0}, &r)) return SK_EMPTY;
        return sk_complex_new(r.real, r.imag);
    }
    double r = pow(a, b);
    if (finite && isinf(r)) return sk_raise_range_error();
    return sk_float_new(r);
}

SkValue sk_float_round(double d, int64_t digits) {
    double r = sk_double_round(d, digits);
    if (isinf(r) && !isinf(d)) return sk_raise(sk_exc_OverflowError, "rounded value too large to represent");
    return sk_float_new(r);
}

// ---- comparison -----------------------------------------------------------------------------------------------------------

// d against an int, exactly: <0, 0, >0. d is not a NaN.
int sk_float_compare_int(double d, SkValue i) {
    if (isinf(d)) return d > 0 ? 1 : -1;
    int64_t small;
    if (sk_int_fits_int64(i, &small)) {
        if (small > -((int64_t)1 << 53) && small < ((int64_t)1 << 53)) return (d > (double)small) - (d < (double)small);
        if (fabs(d) < 0x1p62) {
            int64_t whole = (int64_t)d;
            if (whole != small) return whole < small ? -1 : 1;
            return (d > (double)whole) - (d < (double)whole);
        }
    }
    // Beyond 2**62 a double is whole, so the signs and then the exponents nearly always decide.
    int sign = sk_int_sign(i), sign_d = (d > 0) - (d < 0);
    if (sign != sign_d) return sign_d < sign ? -1 : 1;
    int e;
    frexp(d, &e);
    int64_t bits = (int64_t)sk_int_bit_length(i);
    if (e != bits) return (e < bits) == (sign > 0) ? -1 : 1;
    // Equal bit lengths: limb by limb. The product and the difference are exact, for a limb of d is at most 53 bits.
    SkIntView w;
    sk_int_view(i, &w);
    double m = fabs(d);
    for (int64_t k = w.size < 0 ? -w.size : w.size; k-- > 0;) {
        double unit = ldexp(1.0, (int)(64 * k)), limb = floor(m / unit);
        m -= limb * unit;
        uint64_t l = (uint64_t)limb;
        if (l != w.limbs[k]) return (l < w.limbs[k]) == (sign > 0) ? -1 : 1;
    }
    if (m == 0) return 0;
    return sign > 0 ? 1 : -1;
}
