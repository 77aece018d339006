// array: the typecodes, items in and out, and how arrays are pickled.
#include "modules/array.h"

#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

// The layouts of pickled arrays, as the third argument of _array_reconstructor names them.
typedef enum {
    U8, S8, U16_LE, U16_BE, S16_LE, S16_BE, U32_LE, U32_BE, S32_LE, S32_BE, U64_LE, U64_BE, S64_LE, S64_BE,
    FLOAT_LE, FLOAT_BE, DOUBLE_LE, DOUBLE_BE, UTF16_LE, UTF16_BE, UTF32_LE, UTF32_BE,
    FORMATS,
} SkArrayFormat;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define NATIVE(x) x##_LE
enum { BIG = 0 };
#else
#define NATIVE(x) x##_BE
enum { BIG = 1 };
#endif
_Static_assert(sizeof(wchar_t) == 4, "typecode u is UTF-32");

const SkArrayCode sk_array_codes[] = {
    {'b', 1, SK_ARRAY_INT, S8, "b"},
    {'B', 1, SK_ARRAY_UINT, U8, "B"},
    {'u', 4, SK_ARRAY_CHAR, NATIVE(UTF32), "w"},
    {'w', 4, SK_ARRAY_CHAR, NATIVE(UTF32), "w"},
    {'h', 2, SK_ARRAY_INT, NATIVE(S16), "h"},
    {'H', 2, SK_ARRAY_UINT, NATIVE(U16), "H"},
    {'i', 4, SK_ARRAY_INT, NATIVE(S32), "i"},
    {'I', 4, SK_ARRAY_UINT, NATIVE(U32), "I"},
    {'l', 8, SK_ARRAY_INT, NATIVE(S64), "l"},
    {'L', 8, SK_ARRAY_UINT, NATIVE(U64), "L"},
    {'q', 8, SK_ARRAY_INT, NATIVE(S64), "q"},
    {'Q', 8, SK_ARRAY_UINT, NATIVE(U64), "Q"},
    {'f', 4, SK_ARRAY_FLOAT, NATIVE(FLOAT), "f"},
    {'d', 8, SK_ARRAY_FLOAT, NATIVE(DOUBLE), "d"},
    {0},
};

const SkArrayCode *sk_array_code(uint32_t c) {
    for (const SkArrayCode *code = sk_array_codes; code->code; code++)
        if ((uint32_t)(uint8_t)code->code == c) return code;
    return NULL;
}

// ---- reading --------------------------------------------------------------------------------------------------------------

static SkArrayItem load(const SkArrayCode *c, const char *p) {
    SkArrayItem item = {.u = 0};
    switch (c->kind << 4 | c->size) {
#define X(kind, size, type, member)             \
    case kind << 4 | size: {                    \
        type v;                                 \
        memcpy(&v, p, size);                    \
        item.member = v;                        \
        break;                                  \
    }
        X(SK_ARRAY_INT, 1, int8_t, i)
        X(SK_ARRAY_INT, 2, int16_t, i)
        X(SK_ARRAY_INT, 4, int32_t, i)
        X(SK_ARRAY_INT, 8, int64_t, i)
        X(SK_ARRAY_UINT, 1, uint8_t, u)
        X(SK_ARRAY_UINT, 2, uint16_t, u)
        X(SK_ARRAY_UINT, 4, uint32_t, u)
        X(SK_ARRAY_UINT, 8, uint64_t, u)
        X(SK_ARRAY_CHAR, 4, uint32_t, u)
        X(SK_ARRAY_FLOAT, 4, float, d)
        X(SK_ARRAY_FLOAT, 8, double, d)
#undef X
    }
    return item;
}

SkValue sk_array_unpack(const SkArrayCode *c, const char *bytes) {
    SkArrayItem item = load(c, bytes);
    switch (c->kind) {
    case SK_ARRAY_INT: return sk_int_from_int64(item.i);
    case SK_ARRAY_UINT: return sk_int_from_uint64(item.u);
    case SK_ARRAY_FLOAT: return sk_float_new(item.d);
    default:
        if (item.u > 0x10ffff)
            return sk_raise(sk_exc_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", (unsigned)item.u);
        return sk_str_from_code_point((uint32_t)item.u);
    }
}

static int order(bool less, bool greater) { return less ? -1 : greater; }

int sk_array_compare_items(const SkArrayCode *a, const char *x, const SkArrayCode *b, const char *y, bool *ok) {
    SkArrayItem p = load(a, x), q = load(b, y);
    *ok = true;
    if (a->kind == b->kind) {
        if (a->kind == SK_ARRAY_INT) return order(p.i < q.i, p.i > q.i);
        if (a->kind != SK_ARRAY_FLOAT) return order(p.u < q.u, p.u > q.u);
        return p.d != p.d || q.d != q.d ? 2 : order(p.d < q.d, p.d > q.d);
    }
    if (a->kind == SK_ARRAY_INT && b->kind == SK_ARRAY_UINT) return p.i < 0 ? -1 : order(p.u < q.u, p.u > q.u);
    if (a->kind == SK_ARRAY_UINT && b->kind == SK_ARRAY_INT) return q.i < 0 ? 1 : order(p.u < q.u, p.u > q.u);
    *ok = false;
    return 0;
}

// ---- writing --------------------------------------------------------------------------------------------------------------

static bool too_small(const char *type) { return sk_raise_false(sk_exc_OverflowError, "%s is less than minimum", type); }
static bool too_large(const char *type) { return sk_raise_false(sk_exc_OverflowError, "%s is greater than maximum", type); }

static bool in_range(int64_t i, int64_t min, int64_t max, const char *type) {
    return i < min ? too_small(type) : i > max ? too_large(type) : true;
}

static bool pack_small(char code, SkValue index, uint8_t *bytes) {
    int64_t i;
    if (!sk_int_fits_int64(index, &i)) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C long");
    switch (code) {
    case 'b':
        if (!in_range(i, INT16_MIN, INT16_MAX, "signed short integer") || !in_range(i, INT8_MIN, INT8_MAX, "signed char")) return false;
        break;
    case 'B':
        if (!in_range(i, 0, UINT8_MAX, "unsigned byte integer")) return false;
        break;
    case 'h':
        if (!in_range(i, INT16_MIN, INT16_MAX, "signed short integer")) return false;
        break;
    case 'H':
        if (!in_range(i, INT32_MIN, INT32_MAX, "signed integer") || !in_range(i, 0, UINT16_MAX, "unsigned short")) return false;
        break;
    case 'i':
        if (!in_range(i, INT32_MIN, INT32_MAX, "signed integer")) return false;
        break;
    default: break;
    }
    int8_t i8 = (int8_t)i;
    int16_t i16 = (int16_t)i;
    int32_t i32 = (int32_t)i;
    switch (code) {
    case 'b':
    case 'B': memcpy(bytes, &i8, 1); break;
    case 'h':
    case 'H': memcpy(bytes, &i16, 2); break;
    case 'i': memcpy(bytes, &i32, 4); break;
    default: memcpy(bytes, &i, 8); break;
    }
    return true;
}

static bool pack_int(const SkArrayCode *c, SkValue v, uint8_t *bytes) {
    SK_AUTO SkValue index = sk_is_exact_int(v) ? sk_retain(v) : sk_index(v);
    if (sk_is_empty(index)) return false;
    uint64_t u;
    int64_t i;
    switch (c->code) {
    case 'I':
    case 'L':
        if (sk_int_sign(index) < 0) return sk_raise_false(sk_exc_OverflowError, "can't convert negative value to unsigned int");
        if (!sk_int_fits_uint64(index, &u))
            return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C unsigned long");
        if (c->code == 'I') {
            if (u > UINT32_MAX) return too_large("unsigned int");
            uint32_t u32 = (uint32_t)u;
            memcpy(bytes, &u32, 4);
        } else {
            memcpy(bytes, &u, 8);
        }
        return true;
    case 'q':
        if (!sk_int_fits_int64(index, &i)) return sk_raise_false(sk_exc_OverflowError, "int too big to convert");
        memcpy(bytes, &i, 8);
        return true;
    case 'Q':
        if (sk_int_sign(index) < 0) return sk_raise_false(sk_exc_OverflowError, "can't convert negative int to unsigned");
        if (!sk_int_fits_uint64(index, &u)) return sk_raise_false(sk_exc_OverflowError, "int too big to convert");
        memcpy(bytes, &u, 8);
        return true;
    default: return pack_small(c->code, index, bytes);
    }
}

bool sk_array_pack(const SkArrayCode *c, SkValue v, uint8_t *bytes) {
    if (c->kind == SK_ARRAY_FLOAT) {
        double d;
        if (sk_is_float(v)) d = sk_float_value(v);
        else if (!sk_as_double(v, &d)) return false;
        float f = (float)d;
        if (c->size == 4) memcpy(bytes, &f, 4);
        else memcpy(bytes, &d, 8);
        return true;
    }
    if (c->kind == SK_ARRAY_CHAR) {
        if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "array item must be a unicode character, not %T", v);
        if (sk_str_len(v) != 1)
            return sk_raise_false(sk_exc_TypeError, "array item must be a string of length 1, not a string of length %zu", sk_str_len(v));
        uint32_t ch = sk_str_at(sk_as_str(v), 0);
        memcpy(bytes, &ch, 4);
        return true;
    }
    return pack_int(c, v, bytes);
}

void sk_array_swap_bytes(char *data, size_t items, size_t size) {
    switch (size) {
#define X(bytes, type, swap)                              \
    case bytes:                                           \
        for (size_t i = 0; i < items; i++) {              \
            type v;                                       \
            sk_racy_copy(&v, data + i * bytes, bytes);          \
            v = swap(v);                                  \
            sk_racy_copy(data + i * bytes, &v, bytes);          \
        }                                                 \
        break;
        X(2, uint16_t, __builtin_bswap16)
        X(4, uint32_t, __builtin_bswap32)
        X(8, uint64_t, __builtin_bswap64)
#undef X
    }
}

// ---- unpickling -------------------------------------------------------------------------------------------------------------

static size_t format_size(int format) {
    return format <= S8 ? 1 : format <= S16_BE ? 2 : format <= S32_BE ? 4 : format <= S64_BE ? 8 : format <= FLOAT_BE ? 4
         : format <= DOUBLE_BE ? 8 : format <= UTF16_BE ? 2 : 4;
}
static bool format_is_big(int format) { return format >= U16_LE && (format & 1); }

// The typecode of the last table row whose items are integers of this layout.
static const SkArrayCode *integer_code(int format) {
    const SkArrayCode *found = NULL;
    bool is_signed = format == S8 || (format >= U16_LE && ((format - U16_LE) & 2));
    for (const SkArrayCode *c = sk_array_codes; c->code; c++)
        if (c->kind == (is_signed ? SK_ARRAY_INT : SK_ARRAY_UINT) && c->size == format_size(format)) found = c;
    return found;
}

static SkValue from_parts(SkValue type, const SkArrayCode *code, SkValue content) {
    SK_AUTO SkValue typecode = sk_str_from_code_point((uint8_t)code->code);
    return sk_is_empty(typecode) ? SK_EMPTY : sk_call2(type, typecode, content);
}

static SkValue converted(SkValue type, const SkArrayCode *code, int format, SkValue bytes) {
    size_t size = format_size(format), n = sk_as_bytes(bytes)->length;
    if (format >= UTF16_LE) {
        int byte_order = format_is_big(format) ? 1 : -1;
        const char *data = sk_as_bytes(bytes)->data;
        SK_AUTO SkValue text = format <= UTF16_BE ? sk_decode_utf16(data, n, NULL, &byte_order, NULL)
                                                  : sk_decode_utf32(data, n, NULL, &byte_order, NULL);
        return sk_is_empty(text) ? SK_EMPTY : from_parts(type, code, text);
    }
    if (n % size) return sk_raise(sk_exc_ValueError, "bytes length not a multiple of item size");
    bool floating = format >= FLOAT_LE;
    const SkArrayCode *from = floating ? sk_array_code(size == 4 ? 'f' : 'd') : integer_code(format);
    SK_AUTO SkValue copy = sk_bytes_from(sk_as_bytes(bytes)->data, n);
    if (sk_is_empty(copy)) return SK_EMPTY;
    char *data = sk_as_bytes(copy)->data;
    if (size > 1 && format_is_big(format) != BIG) sk_array_swap_bytes(data, n / size, size);
    if (!floating) return from_parts(type, from, copy);
    SK_AUTO SkValue list = sk_list_new(n / size);
    if (sk_is_empty(list)) return SK_EMPTY;
    for (size_t i = 0; i < n / size; i++) {
        SkValue item = sk_array_unpack(from, data + i * size);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) return SK_EMPTY;
    }
    return from_parts(type, code, list);
}

SkValue sk_array_reconstruct(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int format;
    if (!sk_check_nargs("_array_reconstructor", nargs, 4, 4)) return SK_EMPTY;
    if (!sk_is_str(args[1]) || sk_str_len(args[1]) != 1) {
        if (sk_is_str(args[1]))
            return sk_raise(sk_exc_TypeError, "_array_reconstructor() argument 2 must be a unicode character, not a string of length %zu", sk_str_len(args[1]));
        return sk_raise(sk_exc_TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %T", args[1]);
    }
    if (!sk_as_int(args[2], &format)) return SK_EMPTY;
    if (!sk_is_type(args[0])) return sk_raise(sk_exc_TypeError, "first argument must be a type object, not %T", args[0]);
    if (!sk_is_subtype(sk_as_type(args[0]), &sk_array_type))
        return sk_raise(sk_exc_TypeError, "%N is not a subtype of array.array", sk_as_type(args[0]));
    const SkArrayCode *code = sk_array_code(sk_str_at(sk_as_str(args[1]), 0));
    if (!code) return sk_raise(sk_exc_ValueError, "second argument must be a valid type code");
    if (format < 0 || format >= FORMATS) return sk_raise(sk_exc_ValueError, "third argument must be a valid machine format code.");
    if (!sk_is_bytes(args[3])) return sk_raise(sk_exc_TypeError, "fourth argument should be bytes, not %T", args[3]);
    if (code->format == format) return from_parts(args[0], code, args[3]);
    return converted(args[0], code, format, args[3]);
}
