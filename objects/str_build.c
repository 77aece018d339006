// The builder of strings, and formatted text for C code.
#include <stdio.h>
#include <sys/types.h>

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"

// ---- the builder ---------------------------------------------------------------------------------------------------------

void sk_sb_init(SkStrBuilder *b) {
    b->data = b->few;
    b->length = 0;
    b->capacity = sizeof b->few;
    b->max_char = 0;
    b->kind = 1;
    b->failed = false;
}

static void free_data(SkStrBuilder *b) {
    if (b->data != b->few) sk_free(b->data);
}

void sk_sb_discard(SkStrBuilder *b) {
    free_data(b);
    sk_sb_init(b);
}

static bool fail(SkStrBuilder *b) {
    if (!b->failed) sk_raise_memory();
    b->failed = true;
    return false;
}

// Room for n more units, none of them above max_char.
static bool prepare_slow(SkStrBuilder *b, size_t n, unsigned kind) {
    if (b->failed) return false;
    if (n > SK_STR_MAX_LENGTH - b->length) return fail(b);
    size_t need = b->length + n, capacity = b->capacity;
    if (need > capacity) {
        capacity += capacity / 2;
        if (capacity < need) capacity = need;
    }
    if (kind <= b->kind && b->data != b->few) {
        void *data = sk_realloc(b->data, capacity * b->kind);
        if (!data) return fail(b);
        b->data = data;
    } else {
        if (kind < b->kind) kind = b->kind;
        void *data = sk_malloc(capacity * kind);
        if (!data) return fail(b);
        sk_copy_units(data, kind, b->data, b->kind, b->length);
        free_data(b);
        b->data = data;
        b->kind = (uint8_t)kind;
    }
    b->capacity = capacity;
    return true;
}

SK_INLINE bool prepare(SkStrBuilder *b, size_t n, uint32_t max_char) {
    if (max_char > b->max_char) b->max_char = max_char;
    unsigned kind = sk_kind_for(max_char);
    if (sk_likely(n <= b->capacity - b->length && kind <= b->kind)) return !b->failed;
    return prepare_slow(b, n, kind);
}

void sk_sb_char(SkStrBuilder *b, uint32_t c) {
    if (!prepare(b, 1, c)) return;
    size_t i = b->length++;
    if (b->kind == 1) ((uint8_t *)b->data)[i] = (uint8_t)c;
    else if (b->kind == 2) ((uint16_t *)b->data)[i] = (uint16_t)c;
    else ((uint32_t *)b->data)[i] = c;
}

void sk_sb_repeat(SkStrBuilder *b, uint32_t c, size_t n) {
    if (n == 0 || !prepare(b, n, c)) return;
    if (b->kind == 1) memset((char *)b->data + b->length, (int)c, n);
    else
        for (size_t i = b->length; i < b->length + n; i++) {
            if (b->kind == 2) ((uint16_t *)b->data)[i] = (uint16_t)c;
            else ((uint32_t *)b->data)[i] = c;
        }
    b->length += n;
}

static void add_units(SkStrBuilder *b, const void *units, unsigned kind, size_t n, uint32_t max_char) {
    if (n == 0 || !prepare(b, n, max_char)) return;
    sk_copy_units((char *)b->data + b->length * b->kind, b->kind, units, kind, n);
    b->length += n;
}

void sk_sb_ascii(SkStrBuilder *b, const char *s, size_t len) { add_units(b, s, 1, len, 0x7f); }

void sk_sb_units(SkStrBuilder *b, const void *units, unsigned kind, size_t n) {
    if (n) add_units(b, units, kind, n, sk_codepoints_max(units, n, kind));
}

void sk_sb_utf8(SkStrBuilder *b, const char *s, size_t n) {
    while (n) {
        SkUtf8Info info;
        SkUtf8Error error;
        bool good = sk_utf8_scan(s, n, SK_UTF8_SURROGATES, &info, &error);
        if (info.codepoints == info.bytes) {
            sk_sb_ascii(b, s, info.bytes);
        } else {
            const char *p = s;
            for (size_t i = 0; i < info.codepoints; i++) sk_sb_char(b, sk_utf8_next(&p));
        }
        if (good) return;
        sk_sb_char(b, 0xfffd);
        s += error.end;
        n -= error.end;
    }
}

void sk_sb_cstr(SkStrBuilder *b, const char *utf8) { sk_sb_utf8(b, utf8, strlen(utf8)); }

void sk_sb_str(SkStrBuilder *b, SkValue v) {
    const SkStr *s = sk_as_str(v);
    add_units(b, s->data, s->kind, s->length, sk_str_class(s));
}

void sk_sb_slice(SkStrBuilder *b, SkValue v, size_t start, size_t end) {
    const SkStr *s = sk_as_str(v);
    if (end > s->length) end = s->length;
    if (start >= end) return;
    if (s->ascii) add_units(b, sk_str_unit(s, start), 1, end - start, 0x7f);
    else sk_sb_units(b, sk_str_unit(s, start), s->kind, end - start);
}

SkValue sk_sb_finish(SkStrBuilder *b) {
    SkValue result = SK_EMPTY;
    if (!b->failed) {
        if (b->length <= 1) {
            result = sk_str_from_units(b->data, b->kind, b->length);
        } else {
            SkStr *s = sk_str_new(b->length, b->max_char);
            if (s) {
                sk_copy_units(s->data, s->kind, b->data, b->kind, b->length);
                result = sk_counted(s);
            }
        }
    }
    sk_sb_discard(b);
    return result;
}

// ---- formatted text ------------------------------------------------------------------------------------------------------

typedef struct {
    char flags[8];
    int width, precision; // -1: none
    int size;             // 0: int, 1: long, 2: long long, 3: size_t
} Spec;

static const char *parse_spec(const char *p, Spec *spec) {
    *spec = (Spec){.width = -1, .precision = -1};
    size_t n = 0;
    while (*p && strchr("-+ #0", *p)) {
        if (n < sizeof spec->flags - 1) spec->flags[n++] = *p;
        p++;
    }
    if (*p >= '0' && *p <= '9') {
        spec->width = 0;
        while (*p >= '0' && *p <= '9') spec->width = spec->width * 10 + (*p++ - '0');
    }
    if (*p == '.') {
        p++;
        spec->precision = 0;
        while (*p >= '0' && *p <= '9') spec->precision = spec->precision * 10 + (*p++ - '0');
    }
    for (;; p++) {
        if (*p == 'l') spec->size = spec->size == 1 ? 2 : 1;
        else if (*p == 'z' || *p == 't' || *p == 'j') spec->size = 3;
        else return p;
    }
}

static void add_number(SkStrBuilder *b, const Spec *spec, char conversion, bool negative, unsigned long long magnitude) {
    char digits[32];
    int n = snprintf(digits, sizeof digits, conversion == 'x' ? "%llx" : conversion == 'X' ? "%llX" : conversion == 'o' ? "%llo" : "%llu",
                     magnitude);
    bool left = strchr(spec->flags, '-'), plus = strchr(spec->flags, '+');
    bool zero = strchr(spec->flags, '0') && !left && spec->precision < 0;
    char prefix[4];
    size_t np = 0;
    if (negative) prefix[np++] = '-';
    else if (plus) prefix[np++] = '+';
    if (strchr(spec->flags, '#') && (conversion == 'x' || conversion == 'X')) {
        prefix[np++] = '0';
        prefix[np++] = conversion;
    }
    int zeros = spec->precision > n ? spec->precision - n : 0;
    int fill = spec->width - (int)np - n - zeros;
    if (fill < 0) fill = 0;
    if (!left && !zero) sk_sb_repeat(b, ' ', (size_t)fill);
    sk_sb_ascii(b, prefix, np);
    sk_sb_repeat(b, '0', (size_t)(zeros + (zero ? fill : 0)));
    sk_sb_ascii(b, digits, (size_t)n);
    if (left) sk_sb_repeat(b, ' ', (size_t)fill);
}

static void add_padded(SkStrBuilder *b, const Spec *spec, SkValue text) {
    size_t n = sk_str_len(text);
    if (spec->precision >= 0 && (size_t)spec->precision < n) n = (size_t)spec->precision;
    size_t fill = spec->width > 0 && (size_t)spec->width > n ? (size_t)spec->width - n : 0;
    bool left = strchr(spec->flags, '-');
    if (!left) sk_sb_repeat(b, ' ', fill);
    sk_sb_slice(b, text, 0, n);
    if (left) sk_sb_repeat(b, ' ', fill);
}

// Consumes text.
static bool add_value(SkStrBuilder *b, const Spec *spec, SkValue text) {
    if (sk_is_empty(text)) return false;
    add_padded(b, spec, text);
    sk_release(text);
    return true;
}

static void add_chars(SkStrBuilder *b, const Spec *spec, const char *s) {
    size_t n = spec->precision >= 0 ? strnlen(s, (size_t)spec->precision) : strlen(s);
    size_t fill = spec->width > 0 && (size_t)spec->width > n ? (size_t)spec->width - n : 0;
    bool left = strchr(spec->flags, '-');
    if (!left) sk_sb_repeat(b, ' ', fill);
    sk_sb_utf8(b, s, n);
    if (left) sk_sb_repeat(b, ' ', fill);
}

SkValue sk_str_format_v(const char *fmt, va_list ap) {
    SkStrBuilder b;
    sk_sb_init(&b);
    bool good = true;
    while (good && *fmt) {
        const char *percent = strchr(fmt, '%');
        if (!percent) {
            sk_sb_cstr(&b, fmt);
            break;
        }
        sk_sb_utf8(&b, fmt, (size_t)(percent - fmt));
        Spec spec;
        const char *p = parse_spec(percent + 1, &spec);
        switch (*p) {
        case 'd':
        case 'i': {
            long long i = spec.size == 0   ? va_arg(ap, int)
                          : spec.size == 1 ? va_arg(ap, long)
                          : spec.size == 2 ? va_arg(ap, long long)
                                           : (long long)va_arg(ap, ssize_t);
            add_number(&b, &spec, 'u', i < 0, i < 0 ? 0 - (unsigned long long)i : (unsigned long long)i);
            break;
        }
        case 'u':
        case 'x':
        case 'X':
        case 'o': {
            unsigned long long u = spec.size == 0   ? va_arg(ap, unsigned)
                                   : spec.size == 1 ? va_arg(ap, unsigned long)
                                   : spec.size == 2 ? va_arg(ap, unsigned long long)
                                                    : va_arg(ap, size_t);
            add_number(&b, &spec, *p, false, u);
            break;
        }
        case 'c': sk_sb_char(&b, (uint32_t)va_arg(ap, int)); break;
        case 's': {
            const char *s = va_arg(ap, const char *);
            add_chars(&b, &spec, s ? s : "(null)");
            break;
        }
        case 'p': {
            Spec hex = {.flags = "#", .width = -1, .precision = -1};
            add_number(&b, &hex, 'x', false, (uintptr_t)va_arg(ap, void *));
            break;
        }
        case 'S': good = add_value(&b, &spec, sk_str(va_arg(ap, SkValue))); break;
        case 'R': good = add_value(&b, &spec, sk_repr(va_arg(ap, SkValue))); break;
        case 'A': good = add_value(&b, &spec, sk_ascii(va_arg(ap, SkValue))); break;
        case 'T': add_chars(&b, &spec, sk_type_of(va_arg(ap, SkValue))->name); break;
        case 'O': {
            SkValue v = va_arg(ap, SkValue);
            add_chars(&b, &spec, sk_is_none(v) ? "None" : sk_type_of(v)->name);
            break;
        }
        case 'N': add_chars(&b, &spec, va_arg(ap, SkType *)->name); break;
        case '%': sk_sb_char(&b, '%'); break;
        default: SK_FATAL("bad conversion in \"%s\"", percent);
        }
        fmt = p + 1;
    }
    if (!good) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    return sk_sb_finish(&b);
}

SkValue sk_str_format(const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    SkValue result = sk_str_format_v(fmt, ap);
    va_end(ap);
    return result;
}
