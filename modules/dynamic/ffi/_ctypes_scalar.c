// _ctypes: numbers, characters and pointers in memory, and the type codes that name them.
#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/bytearray.h"
#include "objects/codec.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"

// ---- codes ------------------------------------------------------------------------------------------------------------------

#define INTEGER(code, pep, kind, type, ffi) {code, pep, kind, sizeof(type), _Alignof(type), &ffi}
static const SkCCode codes[] = {
    INTEGER('c', 'c', SK_CK_CHAR, char, ffi_type_schar),
    INTEGER('b', 'b', SK_CK_INT, char, ffi_type_schar),
    INTEGER('B', 'B', SK_CK_UINT, char, ffi_type_uchar),
    INTEGER('h', 'h', SK_CK_INT, short, ffi_type_sshort),
    INTEGER('H', 'H', SK_CK_UINT, short, ffi_type_ushort),
    INTEGER('i', 'i', SK_CK_INT, int, ffi_type_sint),
    INTEGER('I', 'I', SK_CK_UINT, int, ffi_type_uint),
    INTEGER('l', 'q', SK_CK_INT, long, ffi_type_slong),
    INTEGER('L', 'Q', SK_CK_UINT, long, ffi_type_ulong),
    INTEGER('q', 'q', SK_CK_INT, long long, ffi_type_sint64),
    INTEGER('Q', 'Q', SK_CK_UINT, long long, ffi_type_uint64),
    INTEGER('f', 'f', SK_CK_FLOAT, float, ffi_type_float),
    INTEGER('d', 'd', SK_CK_DOUBLE, double, ffi_type_double),
    INTEGER('g', 'g', SK_CK_LONG_DOUBLE, long double, ffi_type_longdouble),
#ifdef FFI_TARGET_HAS_COMPLEX_TYPE
    INTEGER('F', 'F', SK_CK_FLOAT_COMPLEX, _Complex float, ffi_type_complex_float),
    INTEGER('D', 'D', SK_CK_DOUBLE_COMPLEX, _Complex double, ffi_type_complex_double),
    INTEGER('G', 'G', SK_CK_LONG_DOUBLE_COMPLEX, _Complex long double, ffi_type_complex_longdouble),
#endif
    INTEGER('?', '?', SK_CK_BOOL, bool, ffi_type_uchar),
    INTEGER('v', 'v', SK_CK_VARIANT_BOOL, short, ffi_type_sshort),
    INTEGER('u', 'u', SK_CK_WCHAR, wchar_t, ffi_type_sint32),
    INTEGER('z', 'z', SK_CK_STRING, void *, ffi_type_pointer),
    INTEGER('Z', 'Z', SK_CK_WIDE_STRING, void *, ffi_type_pointer),
    INTEGER('P', 'P', SK_CK_POINTER, void *, ffi_type_pointer),
    INTEGER('O', 'O', SK_CK_OBJECT, void *, ffi_type_pointer),
};
const char sk_c_codes[] = "cbBhHiIlLdDfFgGuzZqQPOv?";

const SkCCode *sk_c_code(uint32_t c) {
    for (size_t i = 0; i < SK_COUNT_OF(codes); i++)
        if ((unsigned char)codes[i].code == c) return &codes[i];
    return NULL;
}

// ---- wide text ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    uint32_t *text;
} Wide;

static void wide_destroy(SkObject *o) {
    sk_free(((Wide *)o)->text);
    sk_object_free(o, sizeof(Wide));
}

SkType sk_c_wide_type = {
    SK_TYPE_HEAD(0, sizeof(Wide), NULL, NULL, wide_destroy),
    .name = "_ctypes.wide_text",
    .doc = "Characters as C's wchar_t.",
    .flags = SK_TF_NO_NEW,
};

SkValue sk_c_wide_text(SkValue str, void **chars) {
    size_t n = sk_str_len(str);
    uint32_t *text = sk_malloc((n + 1) * sizeof *text);
    Wide *w = text ? (Wide *)sk_object_new(&sk_c_wide_type.head, sizeof *w) : NULL;
    if (!w) {
        sk_free(text);
        return sk_raise_memory();
    }
    for (size_t i = 0; i < n; i++) text[i] = sk_str_at(sk_as_str(str), i);
    text[n] = 0;
    w->text = text;
    *chars = text;
    return sk_counted(w);
}

// ---- bytes and numbers -------------------------------------------------------------------------------------------------------------

static void copy_swapped(char *to, const char *from, size_t n) {
    for (size_t i = 0; i < n; i++) sk_racy_set_byte(to + i, sk_racy_byte(from + n - 1 - i));
}

// Constant sizes are moves of a register.
static void copy(void *to, const void *from, size_t n, bool swapped) {
    if (swapped) {
        copy_swapped(to, from, n);
        return;
    }
    switch (n) {
    case 1: sk_racy_copy(to, from, 1); return;
    case 2: sk_racy_copy(to, from, 2); return;
    case 4: sk_racy_copy(to, from, 4); return;
    default: sk_c_copy(to, from, n); return;
    }
}

static uint64_t load_bits(const SkCPlace *place, const char *p) {
    uint64_t v = 0;
    size_t size = place->code->size;
    _Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the low bytes come first");
    copy(&v, p, size, place->swapped);
    if (place->bits) v = v >> place->shift & (UINT64_MAX >> (64 - place->bits));
    return v;
}

static void store_bits(const SkCPlace *place, char *p, uint64_t v) {
    size_t size = place->code->size;
    if (place->bits) {
        uint64_t mask = UINT64_MAX >> (64 - place->bits) << place->shift, old = 0;
        copy(&old, p, size, place->swapped);
        v = (old & ~mask) | (v << place->shift & mask);
    }
    copy(p, &v, size, place->swapped);
}

static int width(const SkCPlace *place) { return place->bits ? place->bits : 8 * place->code->size; }

static bool store_int(const SkCPlace *place, char *p, SkValue v) {
    uint64_t n;
    if (sk_likely(sk_is_small_int(v))) {
        n = (uint64_t)sk_small_int(v);
    } else {
        SK_AUTO SkValue index = sk_index(v);
        bool ok = !sk_is_empty(index);
        n = ok ? sk_as_uint64_mask(index, &ok) : 0;
        if (!ok) return false;
    }
    store_bits(place, p, n);
    return true;
}

static SkValue load_pointer_text(const SkCPlace *place, const char *p) {
    const char *text;
    copy(&text, p, sizeof text, place->swapped);
    if (!text) return SK_NONE;
    return place->code->kind == SK_CK_STRING ? sk_c_bytes_until_0(text, SIZE_MAX) : sk_c_str_until_0(text, SIZE_MAX);
}

static SkValue load_long_double_complex(const char *p) {
    long double d[2];
    sk_c_copy(d, p, sizeof d);
    return sk_complex_new((double)d[0], (double)d[1]);
}

SkValue sk_c_load(const SkCPlace *place, const char *p) {
    switch ((SkCodeKind)place->code->kind) {
    case SK_CK_INT: {
        int unused = 64 - width(place);
        return sk_int_from_int64((int64_t)(load_bits(place, p) << unused) >> unused);
    }
    case SK_CK_UINT: return sk_int_from_uint64(load_bits(place, p));
    case SK_CK_BOOL:
    case SK_CK_VARIANT_BOOL: return sk_bool(load_bits(place, p));
    case SK_CK_CHAR: return sk_bytes_from_racy(p, 1);
    case SK_CK_WCHAR: {
        uint32_t c = (uint32_t)load_bits(place, p);
        return c > 0x10ffff ? sk_raise(sk_exc_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", c) : sk_str_from_ucs4(&c, 1);
    }
    case SK_CK_FLOAT: {
        float f;
        copy(&f, p, sizeof f, place->swapped);
        return sk_float_new((double)f);
    }
    case SK_CK_DOUBLE: {
        double d;
        copy(&d, p, sizeof d, place->swapped);
        return sk_float_new(d);
    }
    case SK_CK_LONG_DOUBLE: {
        long double g;
        sk_c_copy(&g, p, sizeof g);
        return sk_float_new((double)g);
    }
    case SK_CK_FLOAT_COMPLEX: {
        float f[2];
        sk_c_copy(f, p, sizeof f);
        return sk_complex_new((double)f[0], (double)f[1]);
    }
    case SK_CK_DOUBLE_COMPLEX: {
        double d[2];
        sk_c_copy(d, p, sizeof d);
        return sk_complex_new(d[0], d[1]);
    }
    case SK_CK_LONG_DOUBLE_COMPLEX: return load_long_double_complex(p);
    case SK_CK_STRING:
    case SK_CK_WIDE_STRING: return load_pointer_text(place, p);
    case SK_CK_POINTER: {
        uint64_t n = load_bits(place, p);
        return n ? sk_int_from_uint64(n) : SK_NONE;
    }
    case SK_CK_OBJECT: {
        SkValue v;
        sk_c_copy(&v, p, sizeof v);
        if (sk_is_empty(v)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ValueError, "PyObject is NULL");
        return sk_retain(v);
    }
    }
    return SK_EMPTY;
}

// ---- storing ---------------------------------------------------------------------------------------------------------------------------

static bool store_char(char *p, SkValue v) {
    static const char wanted[] = "one character bytes, bytearray, or an integer in range(256) expected, not";
    if (sk_is_bytes(v)) {
        size_t n = sk_as_bytes(v)->length;
        if (n != 1) return sk_raise_false(sk_exc_TypeError, "%s bytes of length %zu", wanted, n);
        sk_racy_set_byte(p, (uint8_t)sk_as_bytes(v)->data[0]);
        return true;
    }
    if (sk_is_instance_of(v, &sk_bytearray_type)) {
        SK_AUTO_BUFFER SkBuffer b = {0};
        if (!sk_buffer_get(v, &b, SK_BUF_SIMPLE)) return false;
        if (b.length != 1) return sk_raise_false(sk_exc_TypeError, "%s bytearray of length %lld", wanted, (long long)b.length);
        sk_racy_copy(p, b.data, 1);
        return true;
    }
    if (sk_is_int(v)) {
        int64_t n;
        if (!sk_int_fits_int64(v, &n) || n < 0 || n > 255) return sk_raise_false(sk_exc_TypeError, "integer not in range(256)");
        sk_racy_set_byte(p, (uint8_t)n);
        return true;
    }
    return sk_raise_false(sk_exc_TypeError, "%s %T", wanted, v);
}

static bool store_wchar(const SkCPlace *place, char *p, SkValue v) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "a unicode character expected, not instance of %T", v);
    if (sk_str_len(v) != 1) return sk_raise_false(sk_exc_TypeError, "a unicode character expected, not a string of length %zu", sk_str_len(v));
    store_bits(place, p, sk_str_at(sk_as_str(v), 0));
    return true;
}

// An address given as a number.
static bool store_address(const SkCPlace *place, char *p, SkValue v) {
    bool ok;
    uint64_t n = sk_as_uint64_mask(v, &ok);
    if (ok) store_bits(place, p, n);
    return ok;
}

static bool store_text(const SkCPlace *place, char *p, SkValue v, SkValue *keep) {
    bool wide = place->code->kind == SK_CK_WIDE_STRING;
    void *text = NULL;
    if (sk_is_int(v)) return store_address(place, p, v);
    if (wide ? sk_is_str(v) : sk_is_bytes(v)) {
        *keep = wide ? sk_c_wide_text(v, &text) : sk_retain(v);
        if (sk_is_empty(*keep)) return false;
        if (!wide) text = sk_as_bytes(v)->data;
    } else if (!sk_is_none(v)) {
        return sk_raise_false(sk_exc_TypeError, "%s or integer address expected instead of %T instance", wide ? "unicode string" : "bytes", v);
    }
    copy(p, &text, sizeof text, place->swapped);
    return true;
}

static bool store_complex(const SkCPlace *place, char *p, SkValue v) {
    SkComplex z;
    if (!sk_as_complex(v, &z)) return false;
    switch (place->code->kind) {
    case SK_CK_FLOAT_COMPLEX: sk_c_copy(p, (float[]){(float)z.real, (float)z.imag}, 2 * sizeof(float)); break;
    case SK_CK_DOUBLE_COMPLEX: sk_c_copy(p, (double[]){z.real, z.imag}, 2 * sizeof(double)); break;
    default: sk_c_copy(p, (long double[]){z.real, z.imag}, 2 * sizeof(long double));
    }
    return true;
}

static bool store_real(const SkCPlace *place, char *p, SkValue v) {
    double d;
    if (!sk_as_double(v, &d)) return false;
    if (place->code->kind == SK_CK_DOUBLE) {
        copy(p, &d, sizeof d, place->swapped);
    } else if (place->code->kind == SK_CK_FLOAT) {
        float f = (float)d;
        copy(p, &f, sizeof f, place->swapped);
    } else {
        long double g = d;
        char bytes[sizeof g] = {0};  // what lies beyond its ten bytes is no rest of anything
        memcpy(bytes, &g, sizeof g < 10 ? sizeof g : 10);
        sk_c_copy(p, bytes, sizeof g);
    }
    return true;
}

bool sk_c_store(const SkCPlace *place, char *p, SkValue v, SkValue *keep) {
    switch ((SkCodeKind)place->code->kind) {
    case SK_CK_INT:
    case SK_CK_UINT: return store_int(place, p, v);
    case SK_CK_BOOL:
    case SK_CK_VARIANT_BOOL: {
        int truth = sk_truth(v);
        if (truth < 0) return false;
        store_bits(place, p, !truth ? 0 : place->code->kind == SK_CK_BOOL ? 1 : UINT64_MAX);
        return true;
    }
    case SK_CK_CHAR: return store_char(p, v);
    case SK_CK_WCHAR: return store_wchar(place, p, v);
    case SK_CK_FLOAT:
    case SK_CK_DOUBLE:
    case SK_CK_LONG_DOUBLE: return store_real(place, p, v);
    case SK_CK_FLOAT_COMPLEX:
    case SK_CK_DOUBLE_COMPLEX:
    case SK_CK_LONG_DOUBLE_COMPLEX: return store_complex(place, p, v);
    case SK_CK_STRING:
    case SK_CK_WIDE_STRING: return store_text(place, p, v, keep);
    case SK_CK_POINTER:
        if (sk_is_none(v)) return store_bits(place, p, 0), true;
        if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "cannot be converted to pointer");
        return store_address(place, p, v);
    case SK_CK_OBJECT: {
        SkValue held = sk_retain(v);
        sk_c_copy(p, &held, sizeof held);
        *keep = held;
        return true;
    }
    }
    return false;
}
