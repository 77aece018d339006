// _struct: formats, and the conversion of items to bytes and back.
#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "base/numtext.h"
#include "modules/_struct.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

static SkValue failure(const char *message) { return sk_raise(sk_as_type(sk_struct_error), "%s", message); }

// ---- formats ----------------------------------------------------------------------------------------------------------------

// Size and alignment of a code: natively as C has them, else the standard size without alignment. 0: no such code.
static int size_of(char code, bool native, int *align) {
    int size;
    switch (code) {
    case 'x': case 'b': case 'B': case 'c': case 's': case 'p': case '?': size = 1; break;
    case 'h': case 'H': case 'e': size = 2; break;
    case 'i': case 'I': case 'f': size = 4; break;
    case 'l': case 'L': size = native ? (int)sizeof(long) : 4; break;
    case 'q': case 'Q': case 'd': size = 8; break;
    case 'n': case 'N': case 'P': size = native ? 8 : 0; break;
    case 'F': size = 8; break;
    case 'D': size = 16; break;
    default: size = 0;
    }
    *align = !native ? 1 : code == 'F' ? 4 : code == 'D' ? 8 : size;
    return size;
}

// Walks a format. codes NULL: only measures. False with an exception.
static bool parse(const char *p, bool native, SkStructFormat *f, SkStructCode *codes) {
    f->size = f->nitems = 0;
    f->ncodes = 0;
    while (*p) {
        char c = *p++;
        if (sk_ascii_isspace((unsigned char)c)) continue;
        int64_t count = 1;
        if (c >= '0' && c <= '9') {
            count = 0;
            for (p--; *p >= '0' && *p <= '9'; p++)
                if (__builtin_mul_overflow(count, 10, &count) || __builtin_add_overflow(count, *p - '0', &count)) goto too_long;
            if (!*p) {
                failure("repeat count given without format specifier");
                return false;
            }
            c = *p++;
        }
        int align, size = size_of(c, native, &align);
        if (!size) {
            failure("bad char in struct format");
            return false;
        }
        int64_t bytes, padding = (align - f->size % align) % align;
        if (__builtin_add_overflow(f->size, padding, &f->size) || __builtin_mul_overflow(count, (int64_t)size, &bytes)) goto too_long;
        bool string = c == 's' || c == 'p';
        if (c != 'x' && (count || string)) {
            if (codes) codes[f->ncodes] = (SkStructCode){.code = c, .size = (uint8_t)size, .offset = f->size, .count = count};
            f->ncodes++;
            f->nitems += string ? 1 : count;
        }
        if (__builtin_add_overflow(f->size, bytes, &f->size)) goto too_long;
    }
    return true;
too_long:
    failure("total struct size too long");
    return false;
}

SkStructFormat *sk_struct_compile(const char *text) {
    bool native = true, little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, swap = false;
    switch (*text) {
    case '<': swap = !little; native = false; text++; break;
    case '>': case '!': swap = little; native = false; text++; break;
    case '=': native = false; text++; break;
    case '@': text++; break;
    }
    SkStructFormat measured;
    if (!parse(text, native, &measured, NULL)) return NULL;
    SkStructFormat *f = sk_malloc(sizeof *f + measured.ncodes * sizeof(SkStructCode));
    if (!f) {
        sk_raise_memory();
        return NULL;
    }
    *f = (SkStructFormat){.swap = swap, .native = native};
    if (parse(text, native, f, f->codes)) return f;
    sk_free(f);
    return NULL;
}

// ---- half precision -----------------------------------------------------------------------------------------------------------
// IEEE 754 binary16: 5 bits of exponent, 10 of mantissa.

static double from_half(uint16_t h) {
    int e = (h >> 10) & 31, m = h & 1023;
    double d = e == 31 ? (m ? NAN : INFINITY) : e ? ldexp(m + 1024, e - 25) : ldexp(m, -24);
    return h & 0x8000 ? -d : d;
}

// Rounds to nearest, ties to even. False: too large.
static bool to_half(double d, uint16_t *out) {
    uint16_t sign = signbit(d) ? 0x8000 : 0;
    if (isnan(d) || isinf(d)) {
        *out = sign | 0x7c00 | (isnan(d) ? 0x200 : 0);
        return true;
    }
    d = fabs(d);
    int e;
    frexp(d, &e);
    int unit = e < -13 ? -24 : e - 11;  // exponent of the last place
    double m = nearbyint(ldexp(d, -unit));
    if (m == 2048.0) {
        m = 1024.0;
        unit++;
    }
    if (m < 1024.0) {
        *out = sign | (uint16_t)m;
        return true;
    }
    if (unit > 5) return false;
    *out = (uint16_t)(sign | ((unit + 25) << 10) | ((int)m - 1024));
    return true;
}

// ---- items ----------------------------------------------------------------------------------------------------------------------

static void store(uint8_t *out, const void *item, int size, bool swap) {
    const uint8_t *in = item;
    for (int i = 0; i < size; i++) out[i] = in[swap ? size - 1 - i : i];
}

// An integer of `size` bytes from its low bits in v.
static void store_int(uint8_t *out, uint64_t v, int size, bool swap) {
    bool big = swap == (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
    for (int i = 0; i < size; i++) out[i] = (uint8_t)(v >> (8 * (big ? size - 1 - i : i)));
}

static uint64_t load_int(const uint8_t *in, int size, bool swap) {
    bool big = swap == (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
    uint64_t v = 0;
    for (int i = 0; i < size; i++) v |= (uint64_t)in[i] << (8 * (big ? size - 1 - i : i));
    return v;
}

static bool is_unsigned(char code) { return code >= 'A' && code <= 'Z'; }

static bool pack_int(const SkStructFormat *f, const SkStructCode *c, uint8_t *out, SkValue arg) {
    SK_AUTO SkValue i = sk_is_int(arg) || sk_has_index_method(arg) ? sk_index(arg) : failure("required argument is not an integer");
    if (sk_is_empty(i)) return false;
    if (c->code == 'P') {
        int64_t s;
        uint64_t u;
        if (sk_int_fits_int64(i, &s)) u = (uint64_t)s;
        else if (!sk_int_fits_uint64(i, &u)) return failure("int too large to convert"), false;
        store_int(out, u, c->size, f->swap);
        return true;
    }
    int bits = 8 * c->size;
    if (is_unsigned(c->code)) {
        uint64_t u, greatest = UINT64_MAX >> (64 - bits);
        if (sk_int_fits_uint64(i, &u) && u <= greatest) {
            store_int(out, u, c->size, f->swap);
            return true;
        }
        return sk_raise_false(sk_as_type(sk_struct_error), "'%c' format requires 0 <= number <= %llu", c->code, (unsigned long long)greatest);
    }
    int64_t s, least = INT64_MIN >> (64 - bits);
    if (sk_int_fits_int64(i, &s) && s >= least && s <= ~least) {
        store_int(out, (uint64_t)s, c->size, f->swap);
        return true;
    }
    return sk_raise_false(sk_as_type(sk_struct_error), "'%c' format requires %lld <= number <= %lld", c->code, (long long)least,
                          (long long)~least);
}

static bool store_float(const SkStructFormat *f, char code, uint8_t *out, double d) {
    if (code == 'd') {
        store(out, &d, 8, f->swap);
        return true;
    }
    if (code == 'e') {
        uint16_t h;
        if (!to_half(d, &h)) return sk_raise_false(sk_exc_OverflowError, "float too large to pack with e format");
        store_int(out, h, 2, f->swap);
        return true;
    }
    float x = (float)d;
    if (isinf(x) && !isinf(d) && !f->native) return sk_raise_false(sk_exc_OverflowError, "float too large to pack with f format");
    store(out, &x, 4, f->swap);
    return true;
}

static bool pack_float(const SkStructFormat *f, const SkStructCode *c, uint8_t *out, SkValue arg) {
    double d;
    if (sk_as_double(arg, &d)) return store_float(f, c->code, out, d);
    sk_error_clear();
    return failure("required argument is not a float"), false;
}

static bool pack_complex(const SkStructFormat *f, const SkStructCode *c, uint8_t *out, SkValue arg) {
    SkComplex z;
    if (!sk_as_complex(arg, &z)) {
        sk_error_clear();
        return failure("required argument is not a complex"), false;
    }
    char part = c->code == 'D' ? 'd' : 'f';
    return store_float(f, part, out, z.real) && store_float(f, part, out + c->size / 2, z.imag);
}

// The bytes of a bytes or bytearray, at most `room` of them copied to out; their number, -1 if it is neither.
static int64_t copy_bytes(SkValue v, uint8_t *out, int64_t room) {
    SK_AUTO SkValue b = SK_EMPTY;
    if (sk_is_bytes(v))
        b = sk_retain(v);
    else if (sk_is_instance_of(v, &sk_bytearray_type))
        b = sk_bytes_of(v);
    if (sk_is_empty(b)) return -1;
    int64_t n = (int64_t)sk_as_bytes(b)->length;
    if (n > room) n = room;
    memcpy(out, sk_as_bytes(b)->data, (size_t)n);
    return n;
}

static bool pack_string(const SkStructCode *c, uint8_t *out, SkValue arg) {
    bool pascal = c->code == 'p';
    int64_t room = c->count - (pascal && c->count > 0), n;
    n = copy_bytes(arg, out + (pascal && c->count > 0), room);
    if (n < 0) {
        if (sk_error_occurred()) return false;
        return failure(pascal ? "argument for 'p' must be a bytes object" : "argument for 's' must be a bytes object"), false;
    }
    if (pascal && c->count > 0) out[0] = n > 255 ? 255 : (uint8_t)n;
    return true;
}

static bool pack_item(const SkStructFormat *f, const SkStructCode *c, uint8_t *out, SkValue arg) {
    switch (c->code) {
    case 's': case 'p': return pack_string(c, out, arg);
    case 'e': case 'f': case 'd': return pack_float(f, c, out, arg);
    case 'F': case 'D': return pack_complex(f, c, out, arg);
    case 'c':
        if (!sk_is_bytes(arg) || sk_as_bytes(arg)->length != 1) return failure("char format requires a bytes object of length 1"), false;
        *out = (uint8_t)sk_as_bytes(arg)->data[0];
        return true;
    case '?': {
        int r = sk_truth(arg);
        *out = r > 0;
        return r >= 0;
    }
    default: return pack_int(f, c, out, arg);
    }
}

bool sk_struct_pack(const SkStructFormat *f, uint8_t *out, const SkValue *args) {
    memset(out, 0, (size_t)f->size);
    for (size_t i = 0; i < f->ncodes; i++) {
        const SkStructCode *c = &f->codes[i];
        bool string = c->code == 's' || c->code == 'p';
        for (int64_t k = 0; k < (string ? 1 : c->count); k++)
            if (!pack_item(f, c, out + c->offset + k * c->size, *args++)) return false;
    }
    return true;
}

static double load_float(const SkStructFormat *f, char code, const uint8_t *in) {
    uint8_t bytes[8];
    if (code == 'e') return from_half((uint16_t)load_int(in, 2, f->swap));
    store(bytes, in, code == 'd' ? 8 : 4, f->swap);
    if (code == 'd') {
        double d;
        memcpy(&d, bytes, sizeof d);
        return d;
    }
    float x;
    memcpy(&x, bytes, sizeof x);
    return x;
}

static SkValue unpack_item(const SkStructFormat *f, const SkStructCode *c, const uint8_t *in) {
    switch (c->code) {
    case 's': return sk_bytes_from(in, (size_t)c->count);
    case 'p': {
        int64_t n = c->count ? in[0] : 0;
        if (n >= c->count) n = c->count ? c->count - 1 : 0;
        return sk_bytes_from(in + 1, (size_t)n);
    }
    case 'c': return sk_bytes_from(in, 1);
    case '?': return sk_bool(*in != 0);
    case 'e': case 'f': case 'd': return sk_float_new(load_float(f, c->code, in));
    case 'F': return sk_complex_new(load_float(f, 'f', in), load_float(f, 'f', in + 4));
    case 'D': return sk_complex_new(load_float(f, 'd', in), load_float(f, 'd', in + 8));
    default: {
        uint64_t u = load_int(in, c->size, f->swap);
        if (is_unsigned(c->code)) return sk_int_from_uint64(u);
        int shift = 64 - 8 * c->size;
        return sk_int_from_int64((int64_t)(u << shift) >> shift);
    }
    }
}

enum { FEW = 16 };

// A tuple of few items, which the collector need not know of when they are numbers and bytes.
static SkValue unpack_few(const SkStructFormat *f, const uint8_t *in) {
    SkValue items[FEW];
    size_t n = 0;
    for (size_t i = 0; i < f->ncodes; i++) {
        const SkStructCode *c = &f->codes[i];
        int64_t count = c->code == 's' || c->code == 'p' ? 1 : c->count;
        for (int64_t k = 0; k < count; k++) {
            items[n] = sk_own(unpack_item(f, c, in + c->offset + k * c->size));
            if (sk_is_empty(items[n])) {
                while (n > 0) sk_release(items[--n]);
                return SK_EMPTY;
            }
            n++;
        }
    }
    return sk_tuple_steal(items, n);
}

SkValue sk_struct_unpack(const SkStructFormat *f, const uint8_t *in) {
    if (f->nitems <= FEW) return unpack_few(f, in);
    SkTuple *t = sk_tuple_alloc((size_t)f->nitems);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue result = sk_counted(t);
    size_t n = 0;
    for (size_t i = 0; i < f->ncodes; i++) {
        const SkStructCode *c = &f->codes[i];
        bool string = c->code == 's' || c->code == 'p';
        for (int64_t k = 0; k < (string ? 1 : c->count); k++) {
            SkValue item = unpack_item(f, c, in + c->offset + k * c->size);
            if (sk_is_empty(item)) return SK_EMPTY;
            sk_tuple_init(t, n++, item);
        }
    }
    return sk_move(&result);
}
