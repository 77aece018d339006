// The % operator of str, bytes and bytearray. For bytes the format is read, and the result built, as latin-1.
#include <limits.h>

#include "base/dtoa.h"
#include "base/numtext.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"

typedef struct {
    const void *text;        // the format
    unsigned kind;
    size_t length, i;
    bool bytes;
    SkStrBuilder out;
    SkValue tuple;           // the tuple of arguments, or SK_EMPTY
    SkValue single;          // the one argument, where there is no tuple
    size_t next, count;      // of the arguments: which comes next, how many there are
    SkValue mapping;         // what `%(key)s` asks, or SK_EMPTY
    SkValue looked_up;       // counted: what it answered, now the single argument
} Format;

typedef struct {
    bool left, plus, space, alternate, zero;
    int width, precision;    // -1: none
    uint32_t code;
} Conversion;

static uint32_t peek(Format *f) { return f->i < f->length ? sk_unit_at(f->text, f->kind, f->i) : 0; }

static SkValue next_argument(Format *f) {
    if (f->next >= f->count) return sk_raise(sk_exc_TypeError, "not enough arguments for format string");
    size_t i = f->next++;
    return sk_is_empty(f->tuple) ? f->single : sk_tuple_peek(f->tuple, i);
}

// ---- reading a conversion ------------------------------------------------------------------------------------------------

static bool incomplete(void) { return sk_raise_false(sk_exc_ValueError, "incomplete format"); }

// At the "(" of a key: looks it up and makes the result the only argument.
static bool take_key(Format *f) {
    if (sk_is_empty(f->mapping)) return sk_raise_false(sk_exc_TypeError, "format requires a mapping");
    size_t start = ++f->i;
    int depth = 1;
    while (f->i < f->length && depth > 0) {
        uint32_t c = peek(f);
        if (c == '(') depth++;
        else if (c == ')') depth--;
        f->i++;
    }
    if (depth > 0) return sk_raise_false(sk_exc_ValueError, "incomplete format key");
    const void *from = (const char *)f->text + start * f->kind;
    size_t n = f->i - 1 - start;
    SK_AUTO SkValue key = f->bytes ? sk_bytes_from(from, n) : sk_str_from_units(from, f->kind, n);
    if (sk_is_empty(key)) return false;
    SkValue value = sk_getitem(f->mapping, key);
    if (sk_is_empty(value)) return false;
    sk_release(f->looked_up);
    f->looked_up = f->single = sk_own(value);
    f->tuple = SK_EMPTY;
    f->next = 0;
    f->count = 1;
    return true;
}

// "*" or digits at i; *value is unchanged where there are none.
// width: of a C ssize_t, not an int.
static bool take_number(Format *f, int *value, bool width, const char *too_big) {
    if (peek(f) == '*') {
        f->i++;
        SkValue v = next_argument(f);
        if (sk_is_empty(v)) return false;
        if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "* wants int");
        int64_t i;
        if (!sk_int_fits_int64(v, &i) || (!width && (i > INT_MAX || i < INT_MIN)))
            return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C %s", width ? "ssize_t" : "int");
        if (i > INT_MAX || i < -INT_MAX) return sk_raise_memory(), false;
        *value = (int)i;
        return true;
    }
    uint32_t c = peek(f);
    if (c < '0' || c > '9') return true;
    int64_t n = 0;
    for (; (c = peek(f)) >= '0' && c <= '9' && f->i < f->length; f->i++) {
        n = n * 10 + (c - '0');
        if (n > INT_MAX) return sk_raise_false(sk_exc_ValueError, "%s", too_big);
    }
    *value = (int)n;
    return true;
}

// From behind the "%" past the code.
static bool read_conversion(Format *f, Conversion *c) {
    *c = (Conversion){.width = -1, .precision = -1};
    if (peek(f) == '(' && !take_key(f)) return false;
    for (;; f->i++) {
        uint32_t flag = peek(f);
        if (flag == '-') c->left = true;
        else if (flag == '+') c->plus = true;
        else if (flag == ' ') c->space = true;
        else if (flag == '#') c->alternate = true;
        else if (flag == '0') c->zero = true;
        else break;
    }
    int width = 0;
    if (!take_number(f, &width, true, "width too big")) return false;
    if (width < 0) {
        c->left = true;
        width = -width;
    }
    c->width = width;
    if (peek(f) == '.') {
        f->i++;
        c->precision = 0;
        if (!take_number(f, &c->precision, false, f->bytes ? "prec too big" : "precision too big")) return false;
        if (c->precision < 0) c->precision = 0;
    }
    if (peek(f) == 'h' || peek(f) == 'l' || peek(f) == 'L') f->i++;
    if (f->i >= f->length) return incomplete();
    c->code = peek(f);
    f->i++;
    return true;
}

// ---- writing ---------------------------------------------------------------------------------------------------------------

static void add_fill(Format *f, const Conversion *c, size_t length, bool before) {
    if (c->left != before && c->width > 0 && (size_t)c->width > length)
        sk_sb_repeat(&f->out, ' ', (size_t)c->width - length);
}

static void add_text(Format *f, const Conversion *c, const void *units, unsigned kind, size_t n) {
    if (c->precision >= 0 && (size_t)c->precision < n) n = (size_t)c->precision;
    add_fill(f, c, n, true);
    sk_sb_units(&f->out, units, kind, n);
    add_fill(f, c, n, false);
}

static bool add_value(Format *f, const Conversion *c, SkValue text) {
    if (sk_is_empty(text)) return false;
    const SkStr *s = sk_as_str(text);
    add_text(f, c, s->data, s->kind, s->length);
    sk_release(text);
    return true;
}

// sign, prefix, then zeros (min_digits), then digits; all ASCII.
static void add_number(Format *f, const Conversion *c, bool negative, const char *prefix, const char *digits, size_t n,
                       size_t min_digits) {
    char sign = negative ? '-' : c->plus ? '+' : c->space ? ' ' : 0;
    size_t zeros = min_digits > n ? min_digits - n : 0, np = strlen(prefix), all = (sign != 0) + np + zeros + n;
    if (c->zero && !c->left && c->width > 0 && (size_t)c->width > all) {
        zeros += (size_t)c->width - all;
        all = (size_t)c->width;
    }
    add_fill(f, c, all, true);
    if (sign) sk_sb_char(&f->out, (uint8_t)sign);
    sk_sb_ascii(&f->out, prefix, np);
    sk_sb_repeat(&f->out, '0', zeros);
    sk_sb_ascii(&f->out, digits, n);
    add_fill(f, c, all, false);
}

static SkValue as_integer(const Conversion *c, SkValue v) {
    if (sk_is_int(v)) return sk_retain(v);
    bool decimal = c->code == 'd' || c->code == 'i' || c->code == 'u';
    SkValue result = SK_EMPTY;
    if (!decimal && sk_has_index_method(v)) result = sk_index(v);
    else if (decimal && !sk_is_str(v) && !sk_has_buffer(v)) result = sk_to_int(v);
    if (!sk_is_empty(result) || (sk_error_occurred() && !sk_error_clear_if(sk_exc_TypeError))) return result;
    return sk_raise(sk_exc_TypeError, "%%%c format: %s is required, not %.200T", (int)c->code,
                    decimal ? "a real number" : "an integer", v);
}

static bool add_integer(Format *f, const Conversion *c, SkValue v) {
    SK_AUTO SkValue number = as_integer(c, v);
    if (sk_is_empty(number)) return false;
    int base = c->code == 'o' ? 8 : c->code == 'x' || c->code == 'X' ? 16 : 10;
    SK_AUTO SkValue text = sk_int_to_str(number, base, false);
    if (sk_is_empty(text)) return false;
    SkStr *s = sk_as_str(text);
    const char *digits = s->data;
    size_t n = s->length;
    bool negative = n && *digits == '-';
    if (negative) {
        digits++;
        n--;
    }
    const char *prefix = !c->alternate || base == 10 ? "" : base == 8 ? "0o" : c->code == 'X' ? "0X" : "0x";
    size_t at = f->out.length;
    add_number(f, c, negative, prefix, digits, n, c->precision > 0 ? (size_t)c->precision : 0);
    if (c->code == 'X' && !f->out.failed)
        for (size_t i = at; i < f->out.length; i++) {
            uint32_t u = sk_unit_at(f->out.data, f->out.kind, i);
            if (u < 'a' || u > 'f') continue;
            if (f->out.kind == 1) ((uint8_t *)f->out.data)[i] = (uint8_t)(u - 32);
            else if (f->out.kind == 2) ((uint16_t *)f->out.data)[i] = (uint16_t)(u - 32);
            else ((uint32_t *)f->out.data)[i] = u - 32;
        }
    return true;
}

static bool add_float(Format *f, const Conversion *c, SkValue v) {
    double d;
    if (!sk_as_double(v, &d)) {
        if (f->bytes && sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "float argument required, not %.200T", v);
        return false;
    }
    SkStrBuf text;
    sk_strbuf_init(&text);
    bool good = sk_float_format(&text, d, (char)c->code, c->precision < 0 ? 6 : c->precision, c->alternate ? SK_FLOAT_ALT : 0);
    if (good) {
        bool negative = text.len && text.data[0] == '-';
        add_number(f, c, negative, "", text.data + negative, text.len - negative, 0);
    } else {
        sk_raise_memory();
    }
    sk_strbuf_free(&text);
    return good;
}

static bool add_str_char(Format *f, const Conversion *c, SkValue v) {
    uint32_t ch;
    if (sk_is_str(v)) {
        if (sk_str_len(v) != 1)
            return sk_raise_false(sk_exc_TypeError, "%%c requires an int or a unicode character, not a string of length %zu",
                                  sk_str_len(v));
        ch = sk_str_at(sk_as_str(v), 0);
    } else {
        if (!sk_has_index_method(v))
            return sk_raise_false(sk_exc_TypeError, "%%c requires an int or a unicode character, not %T", v);
        int64_t i;
        if (!sk_index_as_int64(v, &i, NULL)) return false;
        if (i < 0 || i > SK_CODEPOINT_MAX) return sk_raise_false(sk_exc_OverflowError, "%%c arg not in range(0x110000)");
        ch = (uint32_t)i;
    }
    add_text(f, c, &ch, 4, 1);
    return true;
}

static bool add_byte_char(Format *f, const Conversion *c, SkValue v) {
    uint8_t byte;
    if (sk_is_bytes(v) || sk_is_instance_of(v, &sk_bytearray_type)) {
        SK_AUTO_BUFFER SkBuffer view = {0};
        if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return false;
        if (view.length != 1)
            return sk_raise_false(sk_exc_TypeError, "%%c requires an integer in range(256) or a single byte, not a %T object of length %lld",
                                  v, (long long)view.length);
        byte = *(const uint8_t *)view.data;
    } else {
        if (!sk_has_index_method(v))
            return sk_raise_false(sk_exc_TypeError, "%%c requires an integer in range(256) or a single byte, not %T", v);
        int64_t i;
        if (!sk_index_as_int64(v, &i, NULL)) return false;
        if (i < 0 || i > 255) return sk_raise_false(sk_exc_OverflowError, "%%c arg not in range(256)");
        byte = (uint8_t)i;
    }
    add_text(f, c, &byte, 1, 1);
    return true;
}

// %b and %s of a bytes format.
static bool add_bytes(Format *f, const Conversion *c, SkValue v) {
    SK_AUTO SkValue made = SK_EMPTY;
    if (!sk_has_buffer(v)) {
        SK_AUTO SkValue method = sk_lookup_special(v, SK_N(__bytes__));
        if (sk_is_empty(method)) {
            if (sk_error_occurred()) return false;
            return sk_raise_false(sk_exc_TypeError,
                                  "%%b requires a bytes-like object, or an object that implements __bytes__, not '%.100T'", v);
        }
        made = sk_own(sk_call0(method));
        if (sk_is_empty(made)) return false;
        if (!sk_is_bytes(made))
            return sk_raise_false(sk_exc_TypeError, "__bytes__ returned non-bytes (type %.200T)", made);
        v = made;
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return false;
    add_text(f, c, view.data, 1, (size_t)view.length);
    return true;
}

static bool add_conversion(Format *f, const Conversion *c, SkValue v) {
    switch (c->code) {
    case 's':
        if (f->bytes) return add_bytes(f, c, v);
        if (sk_is_exact_str(v)) return add_value(f, c, sk_retain(v));
        return add_value(f, c, sk_str(v));
    case 'b':
        if (f->bytes) return add_bytes(f, c, v);
        break;
    case 'r': return add_value(f, c, f->bytes ? sk_ascii(v) : sk_repr(v));
    case 'a': return add_value(f, c, sk_ascii(v));
    case 'c': return f->bytes ? add_byte_char(f, c, v) : add_str_char(f, c, v);
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return add_integer(f, c, v);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return add_float(f, c, v);
    default: break;
    }
    return sk_raise_false(sk_exc_ValueError, "unsupported format character '%c' (0x%x) at index %zu",
                          c->code > 31 && c->code < 128 ? (int)c->code : '?', c->code, f->i - 1);
}

// %s and %d without anything between: what they mostly are.
static bool add_bare(Format *f, uint32_t code) {
    f->i++;
    SkValue v = next_argument(f);
    if (sk_is_empty(v)) return false;
    if (code == 's' && sk_is_exact_str(v)) {
        sk_sb_str(&f->out, v);
        return true;
    }
    if (sk_is_small_int(v)) {
        char text[SK_INT_DECIMAL_MAX];
        sk_sb_ascii(&f->out, text, sk_int_to_decimal(sk_small_int(v), text));
        return true;
    }
    Conversion c = {.width = 0, .precision = -1, .code = code};
    return add_conversion(f, &c, v);
}

static bool run(Format *f) {
    while (f->i < f->length) {
        size_t start = f->i;
        while (f->i < f->length && peek(f) != '%') f->i++;
        if (f->i > start) sk_sb_units(&f->out, (const char *)f->text + start * f->kind, f->kind, f->i - start);
        if (f->i >= f->length) break;
        f->i++;
        if (f->i >= f->length) return incomplete();
        if (peek(f) == '%') {
            sk_sb_char(&f->out, '%');
            f->i++;
            continue;
        }
        if (!f->bytes && (peek(f) == 's' || peek(f) == 'd')) {
            if (!add_bare(f, peek(f))) return false;
            continue;
        }
        Conversion c;
        if (!read_conversion(f, &c)) return false;
        SkValue v = next_argument(f);
        if (sk_is_empty(v) || !add_conversion(f, &c, v)) return false;
    }
    if (f->next < f->count && sk_is_empty(f->mapping))
        return sk_raise_false(sk_exc_TypeError, "not all arguments converted during %s formatting", f->bytes ? "bytes" : "string");
    return true;
}

// Sets every field: an initializer would clear the builder's room too.
static bool format(Format *f, const void *text, unsigned kind, size_t length, bool bytes, SkValue args) {
    f->text = text;
    f->kind = kind;
    f->length = length;
    f->i = f->next = 0;
    f->bytes = bytes;
    f->tuple = f->single = f->mapping = f->looked_up = SK_EMPTY;
    sk_sb_init(&f->out);
    if (sk_is_tuple(args)) {
        f->tuple = args;
        f->count = sk_tuple_len(args);
    } else {
        f->single = args;
        f->count = 1;
        bool text = f->bytes ? sk_is_bytes(args) || sk_is_instance_of(args, &sk_bytearray_type) || sk_is_str(args) : sk_is_str(args);
        if (!text && sk_is_mapping(args)) f->mapping = args;
    }
    bool good = run(f) && !f->out.failed;
    sk_release(f->looked_up);
    if (!good) sk_sb_discard(&f->out);
    return good;
}

SkValue sk_str_mod(SkValue self, SkValue args) {
    const SkStr *s = sk_as_str(self);
    Format f;
    return format(&f, s->data, s->kind, s->length, false, args) ? sk_sb_finish(&f.out) : SK_EMPTY;
}

SkValue sk_bytes_mod(SkValue self, SkValue args) {
    // A copy, for a bytearray may change while methods of the arguments run.
    bool array = !sk_is_bytes(self);
    SK_AUTO SkValue copy = array ? sk_bytes_of(self) : sk_retain(self);
    if (sk_is_empty(copy)) return SK_EMPTY;
    SkBytes *b = sk_as_bytes(copy);
    Format f;
    if (!format(&f, b->data, 1, b->length, true, args)) return SK_EMPTY;
    const char *data = f.out.length ? f.out.data : "";
    SkValue result = array ? sk_bytearray_from(data, f.out.length) : sk_bytes_from(data, f.out.length);
    sk_sb_discard(&f.out);
    return result;
}
