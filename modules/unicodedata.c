// unicodedata: the character database. The functions take the module, or the object ucd_3_2_0, which answers as
// Unicode 3.2.0 did (stringprep and IDNA are defined by it): where that version differed, modules/unicodedata_data.c says how.
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/unicode.h"
#include "base/unicode_names.h"
#include "modules/sys.h"
#include "modules/unicodedata_data.h"
#include "objects/buffer.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/str.h"

static SkType ucd_type;

static bool is_old(SkValue self) { return sk_is_ptr(self) && sk_ptr_type(sk_ptr(self)) == &ucd_type; }

// What 3.2.0 had for c, if it was something else.
static const SkUnicodeOld *old_record(uint32_t c) {
    size_t low = 0, high = sk_unicode_old_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (sk_unicode_old[middle].last < c) low = middle + 1;
        else high = middle;
    }
    return low < sk_unicode_old_count && sk_unicode_old[low].first <= c ? &sk_unicode_old[low] : NULL;
}

// NULL unless self is the old database and it differs for c.
static const SkUnicodeOld *difference(SkValue self, uint32_t c) { return is_old(self) ? old_record(c) : NULL; }
static bool was_unassigned(const SkUnicodeOld *old) { return old && !old->category[0]; }

// ---- arguments -----------------------------------------------------------------------------------------------------------

// where: "argument" or "argument 1"
static bool char_arg(const char *function, const char *where, SkValue v, uint32_t *c) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() %s must be a unicode character, not %T", function, where, v);
    if (sk_str_len(v) != 1)
        return sk_raise_false(sk_exc_TypeError, "%s(): %s must be a unicode character, not a string of length %zu", function, where,
                              sk_str_len(v));
    *c = sk_str_at(sk_as_str(v), 0);
    return true;
}

// (chr, default=<absent>, /)
static bool char_and_default(const char *function, const SkValue *args, size_t nargs, uint32_t *c) {
    return sk_check_nargs(function, nargs, 1, 2) && char_arg(function, "argument 1", args[0], c);
}

static SkValue otherwise(const SkValue *args, size_t nargs, const char *message) {
    return nargs > 1 ? sk_dup(args[1]) : sk_raise(sk_exc_ValueError, "%s", message);
}

// ---- numbers -------------------------------------------------------------------------------------------------------------

static SkValue ucd_decimal(SkValue self, const SkValue *args, size_t nargs) {
    uint32_t c;
    if (!char_and_default("decimal", args, nargs, &c)) return SK_EMPTY;
    const SkUnicodeOld *old = difference(self, c);
    int value = old ? old->decimal : sk_unicode_decimal_value(c);
    return value < 0 ? otherwise(args, nargs, "not a decimal") : sk_from_small_int(value);
}

static SkValue ucd_digit(SkValue self SK_UNUSED, const SkValue *args, size_t nargs) {
    uint32_t c;
    if (!char_and_default("digit", args, nargs, &c)) return SK_EMPTY;
    int value = sk_unicode_digit_value(c);
    return value < 0 ? otherwise(args, nargs, "not a digit") : sk_from_small_int(value);
}

static SkValue ucd_numeric(SkValue self, const SkValue *args, size_t nargs) {
    uint32_t c;
    double value;
    if (!char_and_default("numeric", args, nargs, &c)) return SK_EMPTY;
    if (was_unassigned(difference(self, c)) || !sk_unicode_numeric_value(c, &value))
        return otherwise(args, nargs, "not a numeric character");
    return sk_float_new(value);
}

// ---- properties ----------------------------------------------------------------------------------------------------------

static SkValue ucd_category(SkValue self, SkValue arg) {
    uint32_t c;
    if (!char_arg("category", "argument", arg, &c)) return SK_EMPTY;
    const SkUnicodeOld *old = difference(self, c);
    return sk_intern_s(!old ? sk_unicode_category(c) : was_unassigned(old) ? "Cn" : old->category);
}

static SkValue ucd_bidirectional(SkValue self, SkValue arg) {
    uint32_t c;
    if (!char_arg("bidirectional", "argument", arg, &c)) return SK_EMPTY;
    const SkUnicodeOld *old = difference(self, c);
    return sk_intern_s(old ? old->bidi : sk_unicode_bidirectional(c));
}

static SkValue ucd_combining(SkValue self, SkValue arg) {
    uint32_t c;
    if (!char_arg("combining", "argument", arg, &c)) return SK_EMPTY;
    return sk_from_small_int(was_unassigned(difference(self, c)) ? 0 : sk_unicode_combining(c));
}

static SkValue ucd_mirrored(SkValue self, SkValue arg) {
    uint32_t c;
    if (!char_arg("mirrored", "argument", arg, &c)) return SK_EMPTY;
    const SkUnicodeOld *old = difference(self, c);
    return sk_from_small_int(old ? old->mirrored : sk_unicode_is_mirrored(c));
}

static SkValue ucd_east_asian_width(SkValue self, SkValue arg) {
    uint32_t c;
    if (!char_arg("east_asian_width", "argument", arg, &c)) return SK_EMPTY;
    const SkUnicodeOld *old = difference(self, c);
    return sk_intern_s(old ? old->width : sk_unicode_east_asian_width(c));
}

// ---- names ---------------------------------------------------------------------------------------------------------------

static SkValue ucd_name(SkValue self, const SkValue *args, size_t nargs) {
    uint32_t c;
    char name[SK_UNICODE_NAME_MAX];
    if (!char_and_default("name", args, nargs, &c)) return SK_EMPTY;
    size_t n = was_unassigned(difference(self, c)) ? 0 : sk_unicode_name(c, name);
    return n ? sk_str_from_ascii(name, n) : otherwise(args, nargs, "no such name");
}

static SkValue find(SkValue self, const char *name, size_t n) {
    enum { TOO_LONG = 256 };
    uint32_t found[SK_UNICODE_SEQUENCE_MAX];
    size_t count;
    if (n > TOO_LONG) return sk_raise(sk_exc_KeyError, "name too long");
    SkNameKind kind = sk_unicode_find_name(name, n, found, &count);
    if (kind != SK_NAME_UNKNOWN && (kind == SK_NAME_CHARACTER || !is_old(self))) return sk_str_from_ucs4(found, count);
    SK_AUTO SkValue text = sk_str_from_fs(name, strnlen(name, n));
    return sk_is_empty(text) ? SK_EMPTY : sk_raise(sk_exc_KeyError, "undefined character name '%S'", text);
}

static SkValue ucd_lookup(SkValue self, SkValue arg) {
    if (sk_is_str(arg)) {
        SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(arg);
        return name.text ? find(self, name.text, name.len) : SK_EMPTY;
    }
    SkBuffer b;
    if (!sk_buffer_get(arg, &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    SkValue result = find(self, b.length ? b.data : "", (size_t)b.length);
    sk_buffer_release(&b);
    return result;
}

// ---- decompositions ------------------------------------------------------------------------------------------------------

static int by_code_point(const void *key, const void *entry) {
    uint32_t c = *(const uint32_t *)key, other = ((const SkDecomposition *)entry)->cp_tag & 0x1fffff;
    return c < other ? -1 : c > other;
}

static SkValue ucd_decomposition(SkValue self, SkValue arg) {
    uint32_t c;
    if (!char_arg("decomposition", "argument", arg, &c)) return SK_EMPTY;
    const SkDecomposition *d = was_unassigned(difference(self, c))
                                   ? NULL
                                   : bsearch(&c, sk_decompositions, sk_decomposition_count, sizeof *d, by_code_point);
    if (!d) return sk_intern_s("");
    SkStrBuf out;
    sk_strbuf_init(&out);
    sk_strbuf_append_cstr(&out, sk_decomposition_tags[d->cp_tag >> 21]);
    const uint16_t *units = sk_decomposition_units + d->at;
    for (unsigned i = 0; i < d->units; i++) {
        uint32_t unit = units[i];
        if (unit >= 0xd800 && unit <= 0xdbff) unit = 0x10000 + ((unit & 0x3ff) << 10 | (units[++i] & 0x3ffu));
        sk_strbuf_printf(&out, out.len ? " %04X" : "%04X", unit);
    }
    SkValue text = out.oom ? sk_raise_memory() : sk_str_from_ascii(out.data, out.len);
    sk_strbuf_free(&out);
    return text;
}

// ---- normal forms --------------------------------------------------------------------------------------------------------

static bool form_arg(SkValue v, SkNormalForm *form) {
    static const char *const names[] = {[SK_NFC] = "NFC", [SK_NFD] = "NFD", [SK_NFKC] = "NFKC", [SK_NFKD] = "NFKD"};
    for (*form = SK_NFC; *form <= SK_NFKD; ++*form)
        if (sk_str_equals_ascii(v, names[*form])) return true;
    return sk_raise_false(sk_exc_ValueError, "invalid normalization form");
}

static bool append(uint32_t **text, size_t *n, size_t *capacity, const uint32_t *more, size_t count) {
    if (count > *capacity - *n) {
        size_t wanted = (*n + count) * 2;
        uint32_t *grown = sk_realloc(*text, wanted * sizeof **text);
        if (!grown) return false;
        *text = grown;
        *capacity = wanted;
    }
    if (count) memcpy(*text + *n, more, count * sizeof *more);
    *n += count;
    return true;
}

// Starters that 3.2.0 did not have stand for themselves and combine with nothing: the text is normalised in the pieces
// between them. Marks that it did not have are sorted in by their class, as CPython does. The few decompositions that were
// different are made beforehand. Changes text.
static bool stands_alone(uint32_t c) { return was_unassigned(old_record(c)) && sk_unicode_combining(c) == 0; }

static bool normalize_old(uint32_t *text, size_t n, SkNormalForm form, uint32_t **out, size_t *out_n) {
    size_t capacity = n + 1;
    *out_n = 0;
    *out = sk_malloc(capacity * sizeof **out);
    bool good = *out;
    for (size_t i = 0; good && i < n;) {
        if (stands_alone(text[i])) {
            good = append(out, out_n, &capacity, &text[i++], 1);
            continue;
        }
        size_t start = i, made;
        for (; i < n && !stands_alone(text[i]); i++)
            for (size_t k = 0; k < sk_unicode_old_decomposition_count; k++)
                if (sk_unicode_old_decompositions[k][0] == text[i]) text[i] = sk_unicode_old_decompositions[k][1];
        uint32_t *piece;
        good = sk_unicode_normalize(text + start, i - start, form, &piece, &made);
        if (!good) break;
        good = append(out, out_n, &capacity, piece, made);
        sk_free(piece);
    }
    if (good) return true;
    sk_free(*out);
    return false;
}

static SkValue normalized(bool old, SkValue v, SkNormalForm form) {
    const SkStr *s = sk_as_str(v);
    size_t n = s->length, made;
    uint32_t *text = sk_malloc(n * sizeof *text), *result;
    if (!text) return sk_raise_memory();
    for (size_t i = 0; i < n; i++) text[i] = sk_str_at(s, i);
    bool good = old ? normalize_old(text, n, form, &result, &made) : sk_unicode_normalize(text, n, form, &result, &made);
    sk_free(text);
    if (!good) return sk_raise_memory();
    SkValue str = sk_str_from_ucs4(result, made);
    sk_free(result);
    return str;
}

static bool is_normal_already(bool old, SkValue v, SkNormalForm form) {
    const SkStr *s = sk_as_str(v);
    return s->ascii || (!old && sk_unicode_is_normalized_quick(s->data, s->length, s->kind, form));
}

static bool text_args(const char *function, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs(function, nargs, 2, 2)) return false;
    for (int i = 0; i < 2; i++)
        if (!sk_is_str(args[i])) return sk_raise_false(sk_exc_TypeError, "%s() argument %d must be str, not %T", function, i + 1, args[i]);
    return true;
}

static SkValue exact(SkValue s) { return sk_is_exact_str(s) ? sk_dup(s) : sk_str_slice(s, 0, sk_str_len(s)); }

static SkValue ucd_normalize(SkValue self, const SkValue *args, size_t nargs) {
    SkNormalForm form;
    if (!text_args("normalize", args, nargs)) return SK_EMPTY;
    if (sk_str_len(args[1]) == 0) return exact(args[1]);
    if (!form_arg(args[0], &form)) return SK_EMPTY;
    return is_normal_already(is_old(self), args[1], form) ? exact(args[1]) : normalized(is_old(self), args[1], form);
}

static SkValue ucd_is_normalized(SkValue self, const SkValue *args, size_t nargs) {
    SkNormalForm form;
    if (!text_args("is_normalized", args, nargs)) return SK_EMPTY;
    if (sk_str_len(args[1]) == 0) return SK_TRUE;
    if (!form_arg(args[0], &form)) return SK_EMPTY;
    if (is_normal_already(is_old(self), args[1], form)) return SK_TRUE;
    SK_AUTO SkValue other = normalized(is_old(self), args[1], form);
    return sk_is_empty(other) ? SK_EMPTY : sk_bool(sk_str_equal(args[1], other));
}

// ---- the tables ----------------------------------------------------------------------------------------------------------

#define ONE(name, doc) {#name, SK_ONEARG, .onearg = ucd_##name, "(chr, /)", doc}
#define OR(name, doc) {#name, SK_FAST, .fast = ucd_##name, "(chr, default=<unrepresentable>, /)", doc}
static const SkMethodDef functions[] = {
    OR(decimal, "The character's value as a decimal digit."),
    OR(digit, "The character's value as a digit."),
    OR(numeric, "The character's numeric value, as a float."),
    ONE(category, "The general category."),
    ONE(bidirectional, "The bidirectional class; an empty string if there is none."),
    ONE(combining, "The canonical combining class, 0 if there is none."),
    ONE(mirrored, "1 for characters that are mirrored in right-to-left text, else 0."),
    ONE(east_asian_width, "The east Asian width."),
    ONE(decomposition, "The decomposition as hexadecimal code points, an empty string if there is none."),
    OR(name, "The character's name."),
    {"lookup", SK_ONEARG, .onearg = ucd_lookup, "(name, /)", "The character with this name."},
    {"normalize", SK_FAST, .fast = ucd_normalize, "(form, unistr, /)", "The text in a normal form: NFC, NFKC, NFD or NFKD."},
    {"is_normalized", SK_FAST, .fast = ucd_is_normalized, "(form, unistr, /)", "Whether the text is in a normal form."},
    {0},
};

static SkValue old_version(SkValue self SK_UNUSED, void *closure SK_UNUSED) { return sk_intern_s("3.2.0"); }

static const SkGetSetDef ucd_getset[] = {
    {.name = "unidata_version", .get = old_version},
    {0},
};

static void ucd_destroy(SkObject *o) { sk_object_free(o, sizeof *o); }

static SkType ucd_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, ucd_destroy),
    .name = "unicodedata.UCD",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .methods = functions,
    .getset = ucd_getset,
};

// The library asserts the version that it was released with; what it goes on to use is 3.2.0.
static const char *version(void) {
    switch (sk_config.lib_minor) {
    case 11: return "14.0.0";
    case 12: return "15.0.0";
    case 14: return "16.0.0";
    default: return sk_unicode_version;
    }
}

static bool exec(SkValue m) {
    if (!sk_module_add_type(m, &ucd_type) || !sk_module_add_str(m, "unidata_version", version())) return false;
    SkObject *old = sk_object_new(&ucd_type.head, sizeof *old);
    return old ? sk_module_add_steal(m, "ucd_3_2_0", sk_counted(old)) : (sk_raise_memory(), false);
}

const SkModuleDef sk_module_unicodedata = {"unicodedata", "The Unicode character database.", functions, exec};
