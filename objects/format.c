// The mini-language of format specifications:
//   [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]
#include "objects/format.h"

#include <limits.h>
#include <locale.h>

#include "base/dtoa.h"
#include "base/numtext.h"
#include "base/unicode.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/format_internal.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"

// ---- the specification ------------------------------------------------------------------------------------------------

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

int64_t sk_format_digits(const SkStr *s, size_t *i, size_t end) {
    int64_t value = -1;
    for (; *i < end; ++*i) {
        uint32_t c = sk_str_at(s, *i);
        int digit = c < 0x80 ? (c >= '0' && c <= '9' ? (int)c - '0' : -1) : sk_unicode_decimal_value(c);
        if (digit < 0) break;
        if (value < 0) value = 0;
        if (value > (INT64_MAX - digit) / 10) {
            sk_raise(sk_exc_ValueError, "Too many decimal digits in format string");
            return -2;
        }
        value = value * 10 + digit;
    }
    return value;
}

static bool bad_separator(char separator, uint32_t type) {
    if (type > 32 && type < 128) return sk_raise_false(sk_exc_ValueError, "Cannot specify '%c' with '%c'.", separator, (int)type);
    return sk_raise_false(sk_exc_ValueError, "Cannot specify '%c' with '\\x%x'.", separator, type);
}

static bool both_separators(void) { return sk_raise_false(sk_exc_ValueError, "Cannot specify both ',' and '_'."); }

// An optional "," or "_" at *i.
static bool parse_grouping(const SkStr *s, size_t *i, char *out) {
    size_t n = s->length;
    if (*i < n && sk_str_at(s, *i) == ',') {
        *out = ',';
        ++*i;
    }
    if (*i < n && sk_str_at(s, *i) == '_') {
        if (*out) return both_separators();
        *out = '_';
        ++*i;
    }
    if (*i < n && sk_str_at(s, *i) == ',' && *out == '_') return both_separators();
    return true;
}

static bool check_grouping(char separator, uint32_t type, bool fraction) {
    switch (type) {
    case 0: case 'e': case 'f': case 'g': case 'E': case 'F': case 'G': case '%': return true;
    case 'd':
        if (!fraction) return true;
        break;
    case 'b': case 'o': case 'x': case 'X':
        if (separator == '_' && !fraction) return true;
        break;
    default: break;
    }
    return bad_separator(separator, type);
}

static bool parse(SkValue v, SkValue spec_value, uint32_t default_type, uint32_t default_align, SkFormatSpec *out) {
    const SkStr *s = sk_as_str(spec_value);
    size_t i = 0, n = s->length;
    SkFormatSpec spec = {.fill = ' ', .align = default_align, .width = -1, .precision = -1, .type = default_type};
    bool fill_given = false, align_given = false;
    if (n >= 2 && is_align(sk_str_at(s, 1))) {
        spec.fill = sk_str_at(s, 0);
        spec.align = sk_str_at(s, 1);
        fill_given = align_given = true;
        i = 2;
    } else if (n >= 1 && is_align(sk_str_at(s, 0))) {
        spec.align = sk_str_at(s, 0);
        align_given = true;
        i = 1;
    }
    uint32_t c;
    if (i < n && ((c = sk_str_at(s, i)) == '+' || c == '-' || c == ' ')) {
        spec.sign = c;
        i++;
    }
    if (i < n && sk_str_at(s, i) == 'z') {
        spec.no_neg_zero = true;
        i++;
    }
    if (i < n && sk_str_at(s, i) == '#') {
        spec.alternate = true;
        i++;
    }
    if (!fill_given && i < n && sk_str_at(s, i) == '0') {
        spec.fill = '0';
        if (!align_given && default_align == '>') spec.align = '=';
        i++;
    }
    spec.width = sk_format_digits(s, &i, n);
    if (spec.width == -2 || !parse_grouping(s, &i, &spec.thousands)) return false;
    if (i < n && sk_str_at(s, i) == '.') {
        i++;
        spec.precision = sk_format_digits(s, &i, n);
        if (spec.precision == -2 || !parse_grouping(s, &i, &spec.fraction)) return false;
        if (spec.precision < 0 && !spec.fraction) return sk_raise_false(sk_exc_ValueError, "Format specifier missing precision");
    }
    if (n - i > 1)
        return sk_raise_false(sk_exc_ValueError, "Invalid format specifier '%S' for object of type '%.200T'", spec_value, v);
    if (i < n) spec.type = sk_str_at(s, i);
    if (spec.thousands && !check_grouping(spec.thousands, spec.type, false)) return false;
    if (spec.fraction && !check_grouping(spec.fraction, spec.type, true)) return false;
    if (spec.width > INT_MAX || spec.precision > INT_MAX)
        return sk_raise_false(sk_exc_ValueError, spec.width > INT_MAX ? "width too big" : "precision too big");
    *out = spec;
    return true;
}

static SkValue unknown_type(SkValue v, uint32_t type) {
    if (type > 32 && type < 128)
        return sk_raise(sk_exc_ValueError, "Unknown format code '%c' for object of type '%.200T'", (int)type, v);
    return sk_raise(sk_exc_ValueError, "Unknown format code '\\x%x' for object of type '%.200T'", type, v);
}

// ---- laying out ---------------------------------------------------------------------------------------------------------

static void split_fill(const SkFormatSpec *spec, size_t length, size_t *left, size_t *right) {
    size_t all = spec->width > 0 && (size_t)spec->width > length ? (size_t)spec->width - length : 0;
    *left = spec->align == '<' ? 0 : spec->align == '^' ? all / 2 : all;
    *right = all - *left;
}

void sk_format_padded(SkStrBuilder *b, const SkFormatSpec *spec, SkValue text, size_t length) {
    size_t left, right;
    split_fill(spec, length, &left, &right);
    sk_sb_repeat(b, spec->fill, left);
    sk_sb_slice(b, text, 0, length);
    sk_sb_repeat(b, spec->fill, right);
}

typedef struct {
    const char *separator, *point;
    const char *sizes;  // as in struct lconv: sizes of the groups from the right
} Grouping;

static Grouping grouping_of(const SkFormatSpec *spec) {
    if (spec->thousands == 'L') {
        struct lconv *l = localeconv();
        return (Grouping){l->thousands_sep, l->decimal_point, l->grouping};
    }
    if (!spec->thousands) return (Grouping){"", ".", ""};
    bool four = spec->type == 'b' || spec->type == 'o' || spec->type == 'x' || spec->type == 'X';
    return (Grouping){spec->thousands == ',' ? "," : "_", ".", four ? "\4" : "\3"};
}

// The places before which a separator stands, counted in digits from the right, one at a time.
static size_t next_group(const char **sizes, size_t last) {
    if (**sizes == CHAR_MAX || **sizes < 0) return SIZE_MAX;
    if (**sizes == 0) return last ? last : SIZE_MAX; // the last size repeats
    return (size_t)(unsigned char)*(*sizes)++;
}

// The digits, led by zeros up to min_width characters, with separators. The separator never comes first.
static void add_grouped(SkStrBuilder *b, const Grouping *g, const char *digits, size_t n, int64_t min_width) {
    size_t sep = g->separator[0] ? strlen(g->separator) : 0, sep_chars = sep ? sk_utf8_count(g->separator, sep) : 0;
    size_t cuts[8] = {0}; // positions of separators: the first seven, then every `last` digits
    size_t count = 0, last = 0, at = 0;
    const char *sizes = g->sizes;
    while (sep && count < SK_COUNT_OF(cuts)) {
        size_t size = next_group(&sizes, last);
        if (size == SIZE_MAX) {
            last = SIZE_MAX;
            break;
        }
        last = size;
        cuts[count++] = at += size;
    }
    if (!count) last = SIZE_MAX;
    // How many digits: at least n, and so many that they and their separators fill min_width.
    size_t total = n ? n : 0, width = 0;
    if (min_width > 0) {
        size_t digits_now = 0, seps = 0;
        while ((int64_t)width < min_width || digits_now < n) {
            bool cut = false;
            for (size_t k = 0; k < count; k++) cut |= cuts[k] == digits_now && digits_now;
            if (!cut && count && last != SIZE_MAX && digits_now > cuts[count - 1])
                cut = (digits_now - cuts[count - 1]) % last == 0;
            if (cut) {
                seps++;
                width += sep_chars;
            }
            digits_now++;
            width++;
        }
        total = digits_now > n ? digits_now : n;
    }
    for (size_t left = total; left > 0; left--) {
        bool cut = false;
        if (left != total) {
            for (size_t k = 0; k < count; k++) cut |= cuts[k] == left;
            if (!cut && count && last != SIZE_MAX && left > cuts[count - 1]) cut = (left - cuts[count - 1]) % last == 0;
        }
        if (cut) sk_sb_cstr(b, g->separator);
        sk_sb_char(b, left > n ? '0' : (uint8_t)digits[n - left]);
    }
}

// The point and what follows it, where separators or a locale's point have to be put in.
static void add_rest(SkStrBuilder *b, const SkFormatSpec *spec, const Grouping *grouping, const SkNumberText *t) {
    const char *p = t->rest, *end = t->rest + t->rest_len;
    if (p < end && *p == '.') {
        sk_sb_cstr(b, grouping->point);
        p++;
        for (size_t k = 0; p < end && *p >= '0' && *p <= '9'; p++, k++) {
            if (spec->fraction && k && k % 3 == 0) sk_sb_char(b, (uint8_t)spec->fraction);
            sk_sb_char(b, (uint8_t)*p);
        }
    }
    sk_sb_ascii(b, p, (size_t)(end - p));
}

void sk_format_number(SkStrBuilder *b, const SkFormatSpec *spec, const SkNumberText *t) {
    Grouping grouping = grouping_of(spec);
    SkStrBuilder rest, digits;
    sk_sb_init(&rest);
    sk_sb_init(&digits);
    bool plain_rest = !spec->fraction && spec->thousands != 'L', grouped = grouping.separator[0] && t->digits_len;
    if (!plain_rest) add_rest(&rest, spec, &grouping, t);
    size_t rest_length = plain_rest ? t->rest_len : rest.length;
    char sign = t->sign ? t->sign : spec->sign == '+' || spec->sign == ' ' ? (char)spec->sign : 0;
    size_t around = (sign != 0) + t->prefix_len + rest_length;
    int64_t min_width = spec->fill == '0' && spec->align == '=' ? spec->width - (int64_t)around : 0;
    if (grouped) add_grouped(&digits, &grouping, t->digits, t->digits_len, min_width);
    // inf and nan have no digits: they are filled, not grouped
    size_t zeros = !grouped && t->digits_len && min_width > (int64_t)t->digits_len ? (size_t)min_width - t->digits_len : 0;
    size_t left, right, between = 0;
    split_fill(spec, around + (grouped ? digits.length : zeros + t->digits_len), &left, &right);
    if (spec->align == '=') {
        between = left;
        left = 0;
    }
    sk_sb_repeat(b, spec->fill, left);
    if (sign) sk_sb_char(b, (uint8_t)sign);
    sk_sb_ascii(b, t->prefix, t->prefix_len);
    sk_sb_repeat(b, spec->fill, between);
    if (grouped) {
        sk_sb_units(b, digits.data, digits.kind, digits.length);
    } else {
        sk_sb_repeat(b, '0', zeros);
        sk_sb_ascii(b, t->digits, t->digits_len);
    }
    if (plain_rest) sk_sb_ascii(b, t->rest, t->rest_len);
    else sk_sb_units(b, rest.data, rest.kind, rest.length);
    sk_sb_repeat(b, spec->fill, right);
    if (digits.failed || rest.failed) b->failed = true; // MemoryError is set already
    sk_sb_discard(&digits);
    sk_sb_discard(&rest);
}

// ---- str ------------------------------------------------------------------------------------------------------------------

SkValue sk_format_str(SkValue v, SkValue spec_value) {
    if (sk_str_len(spec_value) == 0) return sk_is_exact_str(v) ? sk_retain(v) : sk_str(v);
    SkFormatSpec spec;
    if (!parse(v, spec_value, 's', '<', &spec)) return SK_EMPTY;
    if (spec.type != 's') return unknown_type(v, spec.type);
    if (spec.sign)
        return sk_raise(sk_exc_ValueError, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                                            : "Sign not allowed in string format specifier");
    if (spec.no_neg_zero)
        return sk_raise(sk_exc_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) return sk_raise(sk_exc_ValueError, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') return sk_raise(sk_exc_ValueError, "'=' alignment not allowed in string format specifier");
    size_t n = sk_str_len(v);
    if (spec.precision >= 0 && (uint64_t)spec.precision < n) n = (size_t)spec.precision;
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_format_padded(&b, &spec, v, n);
    return sk_sb_finish(&b);
}

// ---- float ----------------------------------------------------------------------------------------------------------------

// Splits what sk_float_format wrote.
static void split_float(const SkStrBuf *text, SkNumberText *out) {
    const char *p = text->data, *end = text->data + text->len;
    *out = (SkNumberText){.prefix = ""};
    if (p < end && *p == '-') {
        out->sign = '-';
        p++;
    }
    out->digits = p;
    while (p < end && *p >= '0' && *p <= '9') p++;
    out->digits_len = (size_t)(p - out->digits);
    out->rest = p;
    out->rest_len = (size_t)(end - p);
}

// Text of d as the specification says; false with an exception. bare: without the ".0" that the type r adds.
static bool float_text(SkStrBuf *out, double d, const SkFormatSpec *spec, bool bare) {
    char type = (char)spec->type;
    int precision = spec->precision < 0 ? 6 : (int)spec->precision;
    unsigned flags = (spec->alternate ? SK_FLOAT_ALT : 0) | (spec->no_neg_zero ? SK_FLOAT_NO_NEG_0 : 0);
    if (type == 0) {
        type = spec->precision < 0 ? 'r' : 'g';
        if (!bare) flags |= SK_FLOAT_ADD_DOT_0;
    } else if (type == 'n') {
        type = 'g';
    }
    if (sk_float_format(out, d, type, precision, flags)) return true;
    sk_raise_memory();
    return false;
}

static bool is_float_type(uint32_t type) {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == 'n' || type == '%';
}

static SkValue format_double(double d, SkFormatSpec *spec) {
    SkStrBuf text;
    sk_strbuf_init(&text);
    SkValue result = SK_EMPTY;
    if (float_text(&text, d, spec, false)) {
        if (spec->type == 'n') spec->thousands = 'L';
        SkNumberText parts;
        split_float(&text, &parts);
        SkStrBuilder b;
        sk_sb_init(&b);
        sk_format_number(&b, spec, &parts);
        result = sk_sb_finish(&b);
    }
    sk_strbuf_free(&text);
    return result;
}

SkValue sk_format_float(SkValue v, SkValue spec_value) {
    if (sk_str_len(spec_value) == 0) return sk_str(v);
    SkFormatSpec spec;
    if (!parse(v, spec_value, 0, '>', &spec)) return SK_EMPTY;
    if (spec.type != 0 && !is_float_type(spec.type)) return unknown_type(v, spec.type);
    return format_double(sk_float_value(v), &spec);
}

// ---- int --------------------------------------------------------------------------------------------------------------------

static SkValue format_char(SkValue v, const SkFormatSpec *spec) {
    if (spec->sign) return sk_raise(sk_exc_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate) return sk_raise(sk_exc_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t c;
    if (!sk_int_fits_int64(v, &c)) return sk_raise(sk_exc_OverflowError, "Python int too large to convert to C long");
    if (c < 0 || c > SK_CODEPOINT_MAX) return sk_raise(sk_exc_OverflowError, "%%c arg not in range(0x110000)");
    SK_AUTO SkValue text = sk_str_from_code_point((uint32_t)c);
    if (sk_is_empty(text)) return SK_EMPTY;
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_format_padded(&b, spec, text, 1);
    return sk_sb_finish(&b);
}

static SkValue format_integer(SkValue v, SkFormatSpec *spec) {
    if (spec->precision >= 0) return sk_raise(sk_exc_ValueError, "Precision not allowed in integer format specifier");
    if (spec->no_neg_zero)
        return sk_raise(sk_exc_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec->type == 'c') return format_char(v, spec);
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : spec->type == 'x' || spec->type == 'X' ? 16 : 10;
    char small[80];
    const char *digits;
    size_t n;
    SK_AUTO SkValue text = SK_EMPTY;
    if (sk_is_small_int(v) && base == 10) {
        n = sk_int_to_decimal(sk_small_int(v), small);
        digits = small;
    } else {
        text = sk_int_to_str(v, base, false);
        if (sk_is_empty(text)) return SK_EMPTY;
        digits = sk_as_str(text)->data;
        n = sk_str_len(text);
    }
    SkNumberText parts = {.prefix = "", .rest = ""};
    if (n && *digits == '-') {
        parts.sign = '-';
        digits++;
        n--;
    }
    char prefix[2] = {'0', (char)spec->type};
    if (spec->alternate && base != 10) {
        parts.prefix = prefix;
        parts.prefix_len = 2;
    }
    SK_AUTO SkValue upper = SK_EMPTY;
    if (spec->type == 'X') {
        SkStr *u = sk_str_new(n, 0x7f);
        if (!u) return SK_EMPTY;
        for (size_t i = 0; i < n; i++) u->data[i] = digits[i] >= 'a' ? (char)(digits[i] - 32) : digits[i];
        upper = sk_counted(u);
        digits = u->data;
    }
    if (spec->type == 'n') spec->thousands = 'L';
    parts.digits = digits;
    parts.digits_len = n;
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_format_number(&b, spec, &parts);
    return sk_sb_finish(&b);
}

SkValue sk_format_int(SkValue v, SkValue spec_value) {
    if (sk_str_len(spec_value) == 0) return sk_is_exact_int(v) ? sk_int_to_str(v, 10, false) : sk_str(v);
    SkFormatSpec spec;
    if (!parse(v, spec_value, 'd', '>', &spec)) return SK_EMPTY;
    switch (spec.type) {
    case 'b': case 'c': case 'd': case 'o': case 'x': case 'X': case 'n':
        if (spec.fraction) return sk_raise(sk_exc_ValueError, "Cannot specify '%c' with '%c'.", spec.fraction, (int)spec.type);
        return format_integer(v, &spec);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': {
        bool overflow = false;
        double d = sk_int_to_double(v, &overflow);
        if (overflow) return sk_raise(sk_exc_OverflowError, "int too large to convert to float");
        return format_double(d, &spec);
    }
    default: return unknown_type(v, spec.type);
    }
}

// ---- complex ----------------------------------------------------------------------------------------------------------------

static bool add_part(SkStrBuilder *b, const SkFormatSpec *spec, double d, bool bare) {
    SkStrBuf text;
    sk_strbuf_init(&text);
    bool good = float_text(&text, d, spec, bare);
    if (good) {
        SkNumberText parts;
        split_float(&text, &parts);
        sk_format_number(b, spec, &parts);
    }
    sk_strbuf_free(&text);
    return good;
}

SkValue sk_format_complex(SkValue v, SkValue spec_value) {
    if (sk_str_len(spec_value) == 0) return sk_str(v);
    SkFormatSpec spec;
    if (!parse(v, spec_value, 0, '>', &spec)) return SK_EMPTY;
    if (spec.type != 0 && (!is_float_type(spec.type) || spec.type == '%')) return unknown_type(v, spec.type);
    if (spec.fill == '0') return sk_raise(sk_exc_ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=') return sk_raise(sk_exc_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    SkComplex z = sk_complex_value(v);
    double real = z.real, imag = z.imag;
    SkFormatSpec part = spec;
    part.width = -1;
    part.align = '>';
    if (part.type == 'n') part.thousands = 'L';
    bool plain = spec.type == 0, skip_real = plain && real == 0 && !__builtin_signbit(real);
    SkStrBuilder b;
    sk_sb_init(&b);
    if (plain && !skip_real) sk_sb_char(&b, '(');
    bool good = skip_real || add_part(&b, &part, real, true);
    if (good && !skip_real) part.sign = '+';
    good = good && add_part(&b, &part, imag, true);
    if (!good) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    sk_sb_char(&b, 'j');
    if (plain && !skip_real) sk_sb_char(&b, ')');
    SK_AUTO SkValue text = sk_sb_finish(&b);
    if (sk_is_empty(text)) return SK_EMPTY;
    sk_sb_init(&b);
    sk_format_padded(&b, &spec, text, sk_str_len(text));
    return sk_sb_finish(&b);
}
