// Elements of a memoryview: the native formats of the struct module.
#include <string.h>
#include <sys/types.h>

#include "base/racy.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/memoryview_internal.h"
#include "objects/protocol.h"

// X(character, C type, how: i signed, u unsigned, f floating, the others by themselves)
#define FORMATS(X)                                                                                                   \
    X('b', int8_t, i) X('B', uint8_t, u) X('h', short, i) X('H', unsigned short, u) X('i', int, i) X('I', unsigned, u) \
    X('l', long, i) X('L', unsigned long, u) X('q', long long, i) X('Q', unsigned long long, u) X('n', ssize_t, i)   \
    X('N', size_t, u) X('P', uintptr_t, p) X('f', float, f) X('d', double, f)

char sk_native_format(const char *format) {
    if (*format == '@') format++;
    return format[0] && !format[1] && sk_native_size(format[0]) ? format[0] : 0;
}

size_t sk_native_size(char format) {
    switch (format) {
#define X(c, type, how) case c: return sizeof(type);
        FORMATS(X)
#undef X
    case 'c': return 1;
    case '?': return sizeof(_Bool);
    case 'e': return 2;
    case 'F': return 2 * sizeof(float);
    case 'D': return 2 * sizeof(double);
    default: return 0;
    }
}

// ---- half precision (IEEE 754 binary16) ----

static double half_value(uint16_t h) {
    int exponent = h >> 10 & 31;
    double fraction = h & 1023, value;
    if (exponent == 31) value = fraction != 0 ? __builtin_nan("") : __builtin_inf();
    else if (exponent == 0) value = fraction * 0x1p-24;
    else value = (fraction + 1024) * __builtin_ldexp(1.0, exponent - 25);
    return h >> 15 ? -value : value;
}

// Rounded to nearest, ties to even. False: too large.
static bool half_bits(double d, uint16_t *out) {
    uint16_t sign = __builtin_signbit(d) ? 0x8000 : 0;
    double a = __builtin_fabs(d);
    if (__builtin_isnan(d)) *out = sign | 0x7e00;
    else if (__builtin_isinf(d)) *out = sign | 0x7c00;
    else if (a < 0x1p-14) *out = sign | (uint16_t)__builtin_rint(a * 0x1p24);
    else {
        int exponent;
        double fraction = __builtin_frexp(a, &exponent); // in [0.5, 1)
        long steps = (long)__builtin_rint(fraction * 2048);  // 1024..2048
        if (exponent - 1 + 15 > 31) return false;
        long bits = ((long)(exponent - 1 + 15) << 10) + steps - 1024;
        if (bits >= 0x7c00) return false;
        *out = sign | (uint16_t)bits;
    }
    return true;
}

// ---- reading ----

typedef struct {
    enum { SIGNED, UNSIGNED, FLOATING, COMPLEX, CHAR, BOOLEAN } kind;
    int64_t i;
    uint64_t u;
    double d, imag;
} Item;

static bool load_item(const char *p, char format, Item *out) {
    switch (format) {
#define LOAD_i(type) out->kind = SIGNED, out->i = (int64_t)v
#define LOAD_u(type) out->kind = UNSIGNED, out->u = (uint64_t)v
#define LOAD_p(type) LOAD_u(type)
#define LOAD_f(type) out->kind = FLOATING, out->d = (double)v
#define X(c, type, how)              \
    case c: {                        \
        type v;                      \
        sk_racy_copy(&v, p, sizeof v);     \
        LOAD_##how(type);            \
        return true;                 \
    }
        FORMATS(X)
#undef X
    case 'c': out->kind = CHAR, out->u = sk_racy_byte(p); return true;
    case '?': out->kind = BOOLEAN, out->u = sk_racy_byte(p) != 0; return true;
    case 'e': {
        uint16_t h;
        sk_racy_copy(&h, p, 2);
        out->kind = FLOATING, out->d = half_value(h);
        return true;
    }
    case 'F': {
        float parts[2];
        sk_racy_copy(parts, p, sizeof parts);
        out->kind = COMPLEX, out->d = (double)parts[0], out->imag = (double)parts[1];
        return true;
    }
    case 'D': {
        double parts[2];
        sk_racy_copy(parts, p, sizeof parts);
        out->kind = COMPLEX, out->d = parts[0], out->imag = parts[1];
        return true;
    }
    default: return false;
    }
}

SkValue sk_item_unpack(const char *p, char native, const char *format) {
    Item item;
    if (!load_item(p, native, &item)) return sk_raise(sk_exc_NotImplementedError, "memoryview: format %s not supported", format);
    switch (item.kind) {
    case SIGNED: return sk_int_from_int64(item.i);
    case UNSIGNED: return sk_int_from_uint64(item.u);
    case FLOATING: return sk_float_new(item.d);
    case COMPLEX: return sk_complex_new(item.d, item.imag);
    case CHAR: return sk_bytes_from(&(char){(char)item.u}, 1);
    default: return sk_bool(item.u);
    }
}

int sk_items_equal(const char *p, char f, const char *q, char g) {
    Item a, b;
    if (!load_item(p, f, &a) || !load_item(q, g, &b)) return 0;
    if (a.kind == b.kind)
        switch (a.kind) {
        case SIGNED: return a.i == b.i;
        case FLOATING: return a.d == b.d;
        case COMPLEX: return a.d == b.d && a.imag == b.imag;
        default: return a.u == b.u;
        }
    SK_AUTO SkValue x = sk_item_unpack(p, f, "");
    SK_AUTO SkValue y = sk_item_unpack(q, g, "");
    return sk_is_empty(x) || sk_is_empty(y) ? -1 : sk_compare_bool(x, y, SK_EQ);
}

// ---- writing ----

static bool bad_type(const char *format) { return sk_raise_false(sk_exc_TypeError, "memoryview: invalid type for format '%s'", format); }
static bool bad_value(const char *format) {
    return sk_raise_false(sk_exc_ValueError, "memoryview: invalid value for format '%s'", format);
}

static bool pack_int(char *p, SkValue v, size_t size, bool is_signed, const char *format) {
    if (!sk_has_index_method(v)) return bad_type(format);
    SK_AUTO SkValue index = sk_index(v);
    if (sk_is_empty(index)) return false;
    if (is_signed) {
        int64_t i;
        if (!sk_int_fits_int64(index, &i)) return bad_value(format);
        if (size < 8 && (i < -((int64_t)1 << (8 * size - 1)) || i >= (int64_t)1 << (8 * size - 1))) return bad_value(format);
        memcpy(p, &i, size);
    } else {
        uint64_t u;
        if (!sk_int_fits_uint64(index, &u) || (size < 8 && u >> (8 * size))) return bad_value(format);
        memcpy(p, &u, size);
    }
    return true;
}

static bool pack_float(char *p, SkValue v, char native, const char *format) {
    double d;
    if (!sk_as_double(v, &d)) return sk_error_clear_if(sk_exc_TypeError) ? bad_type(format) : false;
    if (native == 'd') {
        memcpy(p, &d, sizeof d);
    } else if (native == 'f') {
        float f = (float)d;
        memcpy(p, &f, sizeof f);
    } else {
        uint16_t h;
        if (!half_bits(d, &h)) return bad_value(format);
        memcpy(p, &h, 2);
    }
    return true;
}

static bool pack_complex(char *p, SkValue v, char native, const char *format) {
    SkComplex z;
    if (!sk_as_complex(v, &z)) return sk_error_clear_if(sk_exc_TypeError) ? bad_type(format) : false;
    if (native == 'D') {
        memcpy(p, (double[]){z.real, z.imag}, 2 * sizeof(double));
    } else {
        memcpy(p, (float[]){(float)z.real, (float)z.imag}, 2 * sizeof(float));
    }
    return true;
}

bool sk_item_pack(char *p, SkValue v, char native, const char *format) {
    switch (native) {
#define PACK_i(type) return pack_int(p, v, sizeof(type), true, format)
#define PACK_u(type) return pack_int(p, v, sizeof(type), false, format)
#define PACK_p(type) PACK_u(type)
#define PACK_f(type) break
#define X(c, type, how) case c: PACK_##how(type);
        FORMATS(X)
#undef X
    case 'e': break;
    case 'c':
        if (!sk_is_bytes(v)) return bad_type(format);
        if (sk_as_bytes(v)->length != 1) return bad_value(format);
        *p = sk_as_bytes(v)->data[0];
        return true;
    case '?': {
        int truth = sk_truth(v);
        if (truth < 0) return false;
        *p = (char)truth;
        return true;
    }
    case 'F':
    case 'D': return pack_complex(p, v, native, format);
    default: return sk_raise_false(sk_exc_NotImplementedError, "memoryview: format %s not supported", format);
    }
    return pack_float(p, v, native, format);
}
