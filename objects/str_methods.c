// The methods of str, and what else its type's table needs.
#include "base/unicode.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/format.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str_case.h"
#include "objects/str_internal.h"
#include "objects/str_replace.h"
#include "objects/str_search.h"
#include "objects/str_shared.h"
#include "objects/tuple.h"

// ---- making ----------------------------------------------------------------------------------------------------------------

// A str argument that is the name of something: its text, or NULL with an exception.
static bool name_argument(const char *function, const char *argument, SkValue v, SkUtf8 *out) {
    if (sk_is_empty(v)) return true;
    if (!sk_is_str(v))
        return sk_raise_false(sk_exc_TypeError, "%s() argument '%s' must be str, not %O", function, argument, v);
    *out = sk_str_utf8(v);
    if (!out->text) return false;
    if (strlen(out->text) != out->len) {
        sk_utf8_release(out);
        return sk_raise_false(sk_exc_ValueError, "embedded null character");
    }
    return true;
}

static SkValue decode_object(SkValue object, const char *encoding, const char *errors) {
    if (sk_is_bytes(object)) {
        SkBytes *b = sk_as_bytes(object);
        return sk_str_decode(b->data, b->length, encoding, errors);
    }
    if (sk_is_str(object)) return sk_raise(sk_exc_TypeError, "decoding str is not supported");
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_has_buffer(object))
        return sk_raise(sk_exc_TypeError, "decoding to str: need a bytes-like object, %.80T found", object);
    if (!sk_buffer_get(object, &view, SK_BUF_PRIVATE)) return SK_EMPTY;
    return sk_str_decode(view.data, (size_t)view.length, encoding, errors);
}

static SkValue new_exact(const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    if (nargs == 1 && sk_is_empty(kwnames)) return sk_str(args[0]);
    if (sk_is_empty(kwnames) && !sk_check_nargs("str", nargs, 0, 3)) return SK_EMPTY;
    SkValue bound[3];
    if (!sk_bind("str", "(object='', encoding='utf-8', errors='strict')", &cache, args, nargs, kwnames, bound)) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 encoding = {0};
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    if (!name_argument("str", "encoding", bound[1], &encoding) || !name_argument("str", "errors", bound[2], &errors))
        return SK_EMPTY;
    if (sk_is_empty(bound[0])) return sk_names.empty;
    if (!encoding.text && !errors.text) return sk_str(bound[0]);
    return decode_object(bound[0], encoding.text, errors.text);
}

SkValue sk_str_new_slot(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue exact = new_exact(args, nargs, kwnames);
    if (type == &sk_str_type || sk_is_empty(exact)) return exact;
    SkValue result = sk_str_of_type(type, exact);
    sk_release(exact);
    return result;
}

// ---- repr --------------------------------------------------------------------------------------------------------------------

static void add_hex(SkStrBuilder *b, char letter, uint32_t c, int digits) {
    char text[10] = {'\\', letter};
    for (int i = digits - 1; i >= 0; i--, c >>= 4) text[2 + i] = "0123456789abcdef"[c & 15];
    sk_sb_ascii(b, text, (size_t)digits + 2);
}

// The quoted text of an ASCII string in which nothing needs an escape, or SK_EMPTY.
static SkValue plain_repr(const SkStr *s) {
    if (!s->ascii) return SK_EMPTY;
    unsigned char bad = 0;
    const unsigned char *p = (const unsigned char *)s->data;
    for (size_t i = 0; i < s->length; i++) bad |= (p[i] < ' ') | (p[i] == 0x7f) | (p[i] == '\'') | (p[i] == '\\');
    SkStr *to = bad ? NULL : sk_str_new(s->length + 2, 0x7f);
    if (!to) return SK_EMPTY;
    to->data[0] = to->data[s->length + 1] = '\'';
    memcpy(to->data + 1, s->data, s->length);
    return sk_counted(to);
}

SkValue sk_str_repr_slot(SkValue self) {
    const SkStr *s = sk_as_str(self);
    SkValue plain = plain_repr(s);
    if (!sk_is_empty(plain) || sk_error_occurred()) return plain;
    bool single = sk_search_unit(s->data, s->kind, 0, s->length, '\'') < s->length;
    char quote = single && sk_search_unit(s->data, s->kind, 0, s->length, '"') == s->length ? '"' : '\'';
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_char(&b, (uint32_t)quote);
    for (size_t i = 0; i < s->length;) {
        size_t start = i;
        uint32_t c = 0;
        for (; i < s->length; i++) {
            c = sk_str_at(s, i);
            if (c == '\\' || c == (uint32_t)quote || (c < 0x7f ? c < ' ' : !sk_unicode_is_printable(c))) break;
        }
        sk_sb_slice(&b, self, start, i);
        if (i == s->length) break;
        i++;
        if (c == '\\' || c == (uint32_t)quote) {
            char text[2] = {'\\', (char)c};
            sk_sb_ascii(&b, text, 2);
        } else if (c == '\t') sk_sb_ascii(&b, "\\t", 2);
        else if (c == '\n') sk_sb_ascii(&b, "\\n", 2);
        else if (c == '\r') sk_sb_ascii(&b, "\\r", 2);
        else if (c < 0x100) add_hex(&b, 'x', c, 2);
        else if (c < 0x10000) add_hex(&b, 'u', c, 4);
        else add_hex(&b, 'U', c, 8);
    }
    sk_sb_char(&b, (uint32_t)quote);
    return sk_sb_finish(&b);
}

// ---- subscripts -----------------------------------------------------------------------------------------------------------

static SkValue str_slice(const SkStr *s, SkValue self, SkValue key) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return SK_EMPTY;
    int64_t n = sk_slice_adjust((int64_t)s->length, &start, &stop, step);
    if (n <= 0) return sk_borrowed(sk_ptr(sk_names.empty));
    if (n == 1) return sk_str_char_word(sk_str_at(s, (size_t)start));
    if (step == 1) {
        if ((size_t)n == s->length) return sk_str_exact_word(self);
        return sk_str_slice(self, (size_t)start, (size_t)(start + n));
    }
    uint32_t all = 0;
    for (int64_t i = 0; i < n; i++) all |= sk_str_at(s, (size_t)(start + i * step));
    SkStr *to = sk_str_new((size_t)n, all > SK_CODEPOINT_MAX ? SK_CODEPOINT_MAX : all);
    if (!to) return SK_EMPTY;
    for (int64_t i = 0; i < n; i++) sk_str_set(to, (size_t)i, sk_str_at(s, (size_t)(start + i * step)));
    return sk_counted(to);
}

SkValue sk_str_get_key(SkValue self, SkValue key) {
    const SkStr *s = sk_as_str(self);
    int64_t i;
    if (sk_likely(sk_is_small_int(key))) i = sk_small_int(key);
    else if (sk_is_slice(key)) return str_slice(s, self, key);
    else if (!sk_has_index_method(key)) return sk_raise(sk_exc_TypeError, "string indices must be integers, not '%T'", key);
    else if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return SK_EMPTY;
    if (i < 0) i += (int64_t)s->length;
    if (i < 0 || i >= (int64_t)s->length) return sk_raise(sk_exc_IndexError, "string index out of range");
    return sk_str_char_word(sk_str_at(s, (size_t)i));
}

// ---- finding -----------------------------------------------------------------------------------------------------------------

typedef struct {
    SkTextView hay;  // narrowed to start..end
    const SkStr *sub;
    size_t start;
    bool possible;   // start is not past the end
} Search;

static bool search_args(const char *name, SkValue self, const SkValue *args, size_t nargs, Search *out) {
    if (!sk_check_nargs(name, nargs, 1, 3)) return false;
    if (!sk_is_str(args[0])) return sk_raise_false(sk_exc_TypeError, "%s() argument 1 must be str, not %O", name, args[0]);
    int64_t n = (int64_t)sk_str_len(self), start = 0, end = n;
    if (nargs > 1) {
        if (!sk_text_range(args, nargs, 1, &start, &end)) return false;
        sk_adjust_range(&start, &end, n);
    }
    const SkStr *s = sk_as_str(self);
    *out = (Search){.sub = sk_as_str(args[0]), .start = (size_t)start, .possible = start <= end};
    if (out->possible)
        out->hay = (SkTextView){.data = sk_str_unit(s, (size_t)start), .length = (size_t)(end - start), .kind = s->kind};
    return true;
}

// The position, -1, or -2 with an exception.
static int64_t find(const char *name, SkValue self, const SkValue *args, size_t nargs, bool last) {
    Search a;
    if (!search_args(name, self, args, nargs, &a)) return -2;
    if (!a.possible) return -1;
    int64_t at = last ? sk_search_last(a.hay.data, a.hay.kind, a.hay.length, a.sub->data, a.sub->kind, a.sub->length)
                      : sk_search_first(a.hay.data, a.hay.kind, a.hay.length, a.sub->data, a.sub->kind, a.sub->length);
    return at < 0 ? -1 : at + (int64_t)a.start;
}

static SkValue position(int64_t at, bool must) {
    if (at == -2) return SK_EMPTY;
    if (at < 0 && must) return sk_raise(sk_exc_ValueError, "substring not found");
    return sk_from_small_int(at);
}

static SkValue str_find(SkValue self, const SkValue *args, size_t n) { return position(find("find", self, args, n, false), false); }
static SkValue str_rfind(SkValue self, const SkValue *args, size_t n) { return position(find("rfind", self, args, n, true), false); }
static SkValue str_index(SkValue self, const SkValue *args, size_t n) { return position(find("index", self, args, n, false), true); }
static SkValue str_rindex(SkValue self, const SkValue *args, size_t n) { return position(find("rindex", self, args, n, true), true); }

static SkValue str_count(SkValue self, const SkValue *args, size_t nargs) {
    Search a;
    if (!search_args("count", self, args, nargs, &a)) return SK_EMPTY;
    if (!a.possible) return sk_from_small_int(0);
    size_t n = sk_search_count(a.hay.data, a.hay.kind, a.hay.length, a.sub->data, a.sub->kind, a.sub->length, SIZE_MAX);
    return sk_from_small_int((int64_t)n);
}

static bool matches_at(const SkStr *s, size_t at, const SkStr *part) {
    if (s->kind == part->kind) return memcmp(sk_str_unit(s, at), part->data, part->length * part->kind) == 0;
    for (size_t i = 0; i < part->length; i++)
        if (sk_str_at(s, at + i) != sk_str_at(part, i)) return false;
    return true;
}

static bool tail_matches(SkValue self, SkValue part_value, int64_t start, int64_t end, bool at_end) {
    const SkStr *s = sk_as_str(self), *part = sk_as_str(part_value);
    if (start > end || (int64_t)part->length > end - start) return false;
    return matches_at(s, (size_t)(at_end ? end - (int64_t)part->length : start), part);
}

static SkValue starts_or_ends(const char *name, SkValue self, const SkValue *args, size_t nargs, bool at_end) {
    if (!sk_check_nargs(name, nargs, 1, 3)) return SK_EMPTY;
    int64_t n = (int64_t)sk_str_len(self), start = 0, end = n;
    if (!sk_text_range(args, nargs, 1, &start, &end)) return SK_EMPTY;
    sk_adjust_range(&start, &end, n);
    if (sk_is_str(args[0])) return sk_bool(tail_matches(self, args[0], start, end, at_end));
    if (!sk_is_tuple(args[0]))
        return sk_raise(sk_exc_TypeError, "%s first arg must be str or a tuple of str, not %T", name, args[0]);
    for (size_t i = 0; i < sk_tuple_len(args[0]); i++) {
        SkValue part = sk_tuple_peek(args[0], i);
        if (!sk_is_str(part)) return sk_raise(sk_exc_TypeError, "tuple for %s must only contain str, not %T", name, part);
        if (tail_matches(self, part, start, end, at_end)) return SK_TRUE;
    }
    return SK_FALSE;
}

static SkValue str_startswith(SkValue self, const SkValue *args, size_t n) { return starts_or_ends("startswith", self, args, n, false); }
static SkValue str_endswith(SkValue self, const SkValue *args, size_t n) { return starts_or_ends("endswith", self, args, n, true); }

static SkValue str_removeprefix(SkValue self, SkValue part) {
    if (!sk_is_str(part)) return sk_raise(sk_exc_TypeError, "removeprefix() argument must be str, not %O", part);
    int64_t n = (int64_t)sk_str_len(self);
    if (!tail_matches(self, part, 0, n, false)) return sk_str_exact_word(self);
    return sk_str_slice(self, sk_str_len(part), (size_t)n);
}

static SkValue str_removesuffix(SkValue self, SkValue part) {
    if (!sk_is_str(part)) return sk_raise(sk_exc_TypeError, "removesuffix() argument must be str, not %O", part);
    int64_t n = (int64_t)sk_str_len(self);
    if (!tail_matches(self, part, 0, n, true)) return sk_str_exact_word(self);
    return sk_str_slice(self, 0, (size_t)n - sk_str_len(part));
}

// ---- splitting and stripping ----------------------------------------------------------------------------------------

static SkValue split(SkValue self, const SkValue *args, SkValue (*how)(const SkTextView *, const SkTextView *, int64_t)) {
    int64_t max = -1;
    if (!sk_is_empty(args[1]) && !sk_index_as_int64(args[1], &max, sk_exc_OverflowError)) return SK_EMPTY;
    SkTextView view = sk_text_of_str(self), sep;
    if (sk_is_empty(args[0]) || sk_is_none(args[0])) return how(&view, NULL, max);
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "must be str or None, not %T", args[0]);
    sep = sk_text_of_str(args[0]);
    return how(&view, &sep, max);
}

static SkValue str_split(SkValue self, const SkValue *args) { return split(self, args, sk_text_split); }
static SkValue str_rsplit(SkValue self, const SkValue *args) { return split(self, args, sk_text_rsplit); }

static SkValue str_splitlines(SkValue self, const SkValue *args) {
    int keep = sk_is_empty(args[0]) ? 0 : sk_truth(args[0]);
    if (keep < 0) return SK_EMPTY;
    SkTextView view = sk_text_of_str(self);
    return sk_text_splitlines(&view, keep);
}

static SkValue partition(SkValue self, SkValue sep_value, bool last) {
    if (!sk_is_str(sep_value)) return sk_raise(sk_exc_TypeError, "must be str, not %T", sep_value);
    SkTextView view = sk_text_of_str(self), sep = sk_text_of_str(sep_value);
    return sk_text_partition(&view, &sep, sep_value, last);
}

static SkValue str_partition(SkValue self, SkValue sep) { return partition(self, sep, false); }
static SkValue str_rpartition(SkValue self, SkValue sep) { return partition(self, sep, true); }

static SkValue strip(const char *name, SkValue self, const SkValue *args, size_t nargs, int sides) {
    if (!sk_check_nargs(name, nargs, 0, 1)) return SK_EMPTY;
    SkTextView view = sk_text_of_str(self), chars;
    bool given = nargs == 1 && !sk_is_none(args[0]);
    if (given) {
        if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "%s arg must be None or str", name);
        chars = sk_text_of_str(args[0]);
    }
    size_t start, end;
    sk_text_strip(&view, given ? &chars : NULL, sides, &start, &end);
    if (start == 0 && end == view.length) return sk_str_exact_word(self);
    return sk_str_slice(self, start, end);
}

static SkValue str_strip(SkValue self, const SkValue *args, size_t n) { return strip("strip", self, args, n, 3); }
static SkValue str_lstrip(SkValue self, const SkValue *args, size_t n) { return strip("lstrip", self, args, n, 1); }
static SkValue str_rstrip(SkValue self, const SkValue *args, size_t n) { return strip("rstrip", self, args, n, 2); }

// ---- filling ---------------------------------------------------------------------------------------------------------------

static SkValue padded(SkValue self, int64_t left, int64_t right, uint32_t fill) {
    const SkStr *s = sk_as_str(self);
    if (left <= 0 && right <= 0) return sk_str_exact_word(self);
    if (left < 0) left = 0;
    if (right < 0) right = 0;
    if ((uint64_t)left > SK_STR_MAX_LENGTH || (uint64_t)right > SK_STR_MAX_LENGTH)
        return sk_raise_memory();
    if (s->kind == 1 && fill <= 0xff && (size_t)left + (size_t)right <= SK_STR_MAX_LENGTH - s->length) {
        uint32_t bound = sk_str_class(s);
        SkStr *to = sk_str_new((size_t)left + s->length + (size_t)right, fill > bound ? fill : bound);
        if (!to) return SK_EMPTY;
        memset(to->data, (int)fill, (size_t)left);
        memcpy(to->data + left, s->data, s->length);
        memset(to->data + (size_t)left + s->length, (int)fill, (size_t)right);
        return sk_counted(to);
    }
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_repeat(&b, fill, (size_t)left);
    sk_sb_str(&b, sk_counted(s));
    sk_sb_repeat(&b, fill, (size_t)right);
    return sk_sb_finish(&b);
}

static bool fill_args(const char *name, const SkValue *args, size_t nargs, int64_t *width, uint32_t *fill) {
    if (!sk_check_nargs(name, nargs, 1, 2)) return false;
    if (!sk_index_as_int64(args[0], width, sk_exc_OverflowError)) return false;
    *fill = ' ';
    if (nargs < 2) return true;
    if (!sk_is_str(args[1]))
        return sk_raise_false(sk_exc_TypeError, "The fill character must be a unicode character, not %T", args[1]);
    if (sk_str_len(args[1]) != 1) return sk_raise_false(sk_exc_TypeError, "The fill character must be exactly one character long");
    *fill = sk_str_at(sk_as_str(args[1]), 0);
    return true;
}

static SkValue str_center(SkValue self, const SkValue *args, size_t nargs) {
    int64_t width;
    uint32_t fill;
    if (!fill_args("center", args, nargs, &width, &fill)) return SK_EMPTY;
    int64_t all = width - (int64_t)sk_str_len(self);
    if (width <= 0 || all <= 0) return sk_str_exact_word(self);
    int64_t left = all / 2 + (all & width & 1);
    return padded(self, left, all - left, fill);
}

static SkValue str_ljust(SkValue self, const SkValue *args, size_t nargs) {
    int64_t width;
    uint32_t fill;
    if (!fill_args("ljust", args, nargs, &width, &fill)) return SK_EMPTY;
    return padded(self, 0, width <= 0 ? 0 : width - (int64_t)sk_str_len(self), fill);
}

static SkValue str_rjust(SkValue self, const SkValue *args, size_t nargs) {
    int64_t width;
    uint32_t fill;
    if (!fill_args("rjust", args, nargs, &width, &fill)) return SK_EMPTY;
    return padded(self, width <= 0 ? 0 : width - (int64_t)sk_str_len(self), 0, fill);
}

static SkValue str_zfill(SkValue self, SkValue width_value) {
    int64_t width;
    if (!sk_index_as_int64(width_value, &width, sk_exc_OverflowError)) return SK_EMPTY;
    const SkStr *s = sk_as_str(self);
    int64_t fill = width <= 0 ? 0 : width - (int64_t)s->length;
    if (fill <= 0) return sk_str_exact_word(self);
    uint32_t first = s->length ? sk_str_at(s, 0) : 0;
    bool sign = first == '+' || first == '-';
    if ((uint64_t)fill > SK_STR_MAX_LENGTH) return sk_raise_memory();
    SkStrBuilder b;
    sk_sb_init(&b);
    if (sign) sk_sb_char(&b, first);
    sk_sb_repeat(&b, '0', (size_t)fill);
    sk_sb_slice(&b, self, sign, s->length);
    return sk_sb_finish(&b);
}

static SkValue str_expandtabs(SkValue self, const SkValue *args) {
    int size = 8;
    if (!sk_is_empty(args[0]) && !sk_as_int(args[0], &size)) return SK_EMPTY;
    const SkStr *s = sk_as_str(self);
    if (sk_search_unit(s->data, s->kind, 0, s->length, '\t') == s->length) return sk_str_exact_word(self);
    SkStrBuilder b;
    sk_sb_init(&b);
    size_t column = 0;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c == '\t') {
            size_t n = size > 0 ? (size_t)size - column % (size_t)size : 0;
            if (b.length > SK_STR_MAX_LENGTH - n) {
                sk_sb_discard(&b);
                return sk_raise(sk_exc_OverflowError, "new string is too long");
            }
            sk_sb_repeat(&b, ' ', n);
            column += n;
        } else {
            sk_sb_char(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return sk_sb_finish(&b);
}

// ---- the others --------------------------------------------------------------------------------------------------------------

static SkValue str_encode(SkValue self, const SkValue *args) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii && sk_is_empty(args[0]) && sk_is_empty(args[1])) return sk_bytes_from(s->data, s->length);
    SK_AUTO_UTF8 SkUtf8 encoding = {0};
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    if (!name_argument("encode", "encoding", args[0], &encoding) || !name_argument("encode", "errors", args[1], &errors))
        return SK_EMPTY;
    return sk_str_encode(self, encoding.text, errors.text);
}

static SkValue str_replace(SkValue self, const SkValue *args) {
    for (int i = 0; i < 2; i++)
        if (!sk_is_str(args[i])) return sk_raise(sk_exc_TypeError, "replace() argument %d must be str, not %O", i + 1, args[i]);
    int64_t max = -1;
    if (!sk_is_empty(args[2]) && !sk_index_as_int64(args[2], &max, sk_exc_OverflowError)) return SK_EMPTY;
    return sk_str_replace(self, args[0], args[1], max);
}

static SkValue str_maketrans(SkValue self, const SkValue *args, size_t nargs) {
    (void)self;
    if (!sk_check_nargs("maketrans", nargs, 1, 3)) return SK_EMPTY;
    for (size_t i = 1; i < nargs; i++)
        if (!sk_is_str(args[i]))
            return sk_raise(sk_exc_TypeError, "maketrans() argument %d must be str, not %O", (int)i + 1, args[i]);
    return sk_str_maketrans(args[0], nargs > 1 ? args[1] : SK_EMPTY, nargs > 2 ? args[2] : SK_EMPTY);
}

static SkValue str_format_method(SkValue self, SkValue spec) {
    if (!sk_is_str(spec)) return sk_raise(sk_exc_TypeError, "__format__() argument must be str, not %O", spec);
    return sk_format_str(self, spec);
}

static SkValue str_sizeof(SkValue self) {
    const SkStr *s = sk_as_str(self);
    return sk_from_small_int((int64_t)(sizeof(SkStr) + (s->length + 1) * s->kind));
}

static SkValue str_getnewargs(SkValue self) {
    SK_AUTO SkValue exact = sk_own(sk_str_exact_word(self));
    return sk_is_empty(exact) ? SK_EMPTY : sk_tuple_pack(1, exact);
}

SkValue sk_str_mod_slot(SkValue a, SkValue b) {
    if (!sk_is_str(a)) return SK_NOT_IMPLEMENTED;
    return sk_str_mod(a, b);
}

static SkValue str_join(SkValue self, SkValue iterable) { return sk_str_join(self, iterable); }

#define NOARGS(name, function, doc) {name, SK_NOARGS, .noargs = function, "()", doc}
#define ONEARG(name, function, sig, doc) {name, SK_ONEARG, .onearg = function, sig, doc}
#define FAST(name, function, sig, doc) {name, SK_FAST, .fast = function, sig, doc}
#define BY_SIG(name, function, sig, doc) {name, SK_SIG, .sig_fn = function, sig, doc}

const SkMethodDef sk_str_methods[] = {
    BY_SIG("encode", str_encode, "(encoding='utf-8', errors='strict')", "Encode the text as bytes."),
    BY_SIG("replace", str_replace, "(old, new, /, count=-1)", "A copy with the first count occurrences of old replaced by new; all if count is -1."),
    BY_SIG("split", str_split, "(sep=None, maxsplit=-1)", "A list of the parts between separators, from the left; white space separates if sep is None."),
    BY_SIG("rsplit", str_rsplit, "(sep=None, maxsplit=-1)", "A list of the parts between separators, splitting from the right."),
    ONEARG("join", str_join, "(iterable, /)", "Concatenate strings, with this one between them."),
    NOARGS("capitalize", sk_str_capitalize, "A copy with the first character in title case and the rest in lower case."),
    NOARGS("casefold", sk_str_casefold, "A copy for comparisons that ignore case."),
    NOARGS("title", sk_str_title, "A copy in which each word begins with a title-case character."),
    FAST("center", str_center, "(width, fillchar=' ', /)", "The text centred in a field of the given width."),
    FAST("count", str_count, "(sub[, start[, end]], /)", "The number of non-overlapping occurrences of sub in self[start:end]."),
    BY_SIG("expandtabs", str_expandtabs, "(tabsize=8)", "A copy with tabs replaced by spaces."),
    FAST("find", str_find, "(sub[, start[, end]], /)", "The lowest position of sub within self[start:end], or -1."),
    ONEARG("partition", str_partition, "(sep, /)", "(head, sep, tail) around the first occurrence of sep; (self, '', '') if there is none."),
    FAST("index", str_index, "(sub[, start[, end]], /)", "As find(), but ValueError if sub is not found."),
    FAST("ljust", str_ljust, "(width, fillchar=' ', /)", "The text at the left of a field of the given width."),
    NOARGS("lower", sk_str_lower, "A copy in lower case."),
    FAST("lstrip", str_lstrip, "(chars=None, /)", "A copy without leading white space, or characters of chars."),
    FAST("rfind", str_rfind, "(sub[, start[, end]], /)", "The highest position of sub within self[start:end], or -1."),
    FAST("rindex", str_rindex, "(sub[, start[, end]], /)", "As rfind(), but ValueError if sub is not found."),
    FAST("rjust", str_rjust, "(width, fillchar=' ', /)", "The text at the right of a field of the given width."),
    FAST("rstrip", str_rstrip, "(chars=None, /)", "A copy without trailing white space, or characters of chars."),
    ONEARG("rpartition", str_rpartition, "(sep, /)", "(head, sep, tail) around the last occurrence of sep; ('', '', self) if there is none."),
    BY_SIG("splitlines", str_splitlines, "(keepends=False)", "A list of the lines, with their ends if keepends is true."),
    FAST("strip", str_strip, "(chars=None, /)", "A copy without leading and trailing white space, or characters of chars."),
    NOARGS("swapcase", sk_str_swapcase, "A copy with upper case made lower and lower made upper."),
    ONEARG("translate", sk_str_translate, "(table, /)", "A copy with each character replaced by table[ord(character)]: an ordinal, a string, or None to delete it."),
    NOARGS("upper", sk_str_upper, "A copy in upper case."),
    FAST("startswith", str_startswith, "(prefix[, start[, end]], /)", "Whether self[start:end] starts with prefix, or with one of a tuple."),
    FAST("endswith", str_endswith, "(suffix[, start[, end]], /)", "Whether self[start:end] ends with suffix, or with one of a tuple."),
    ONEARG("removeprefix", str_removeprefix, "(prefix, /)", "A copy without prefix, if the text starts with it."),
    ONEARG("removesuffix", str_removesuffix, "(suffix, /)", "A copy without suffix, if the text ends with it."),
    NOARGS("isascii", sk_str_isascii, "Whether all characters are ASCII."),
    NOARGS("islower", sk_str_islower, "Whether all cased characters are lower case, and there is one."),
    NOARGS("isupper", sk_str_isupper, "Whether all cased characters are upper case, and there is one."),
    NOARGS("istitle", sk_str_istitle, "Whether the text is in title case."),
    NOARGS("isspace", sk_str_isspace, "Whether all characters are white space, and there is one."),
    NOARGS("isdecimal", sk_str_isdecimal, "Whether all characters are decimal digits, and there is one."),
    NOARGS("isdigit", sk_str_isdigit, "Whether all characters are digits, and there is one."),
    NOARGS("isnumeric", sk_str_isnumeric, "Whether all characters are numeric, and there is one."),
    NOARGS("isalpha", sk_str_isalpha, "Whether all characters are letters, and there is one."),
    NOARGS("isalnum", sk_str_isalnum, "Whether all characters are letters or digits, and there is one."),
    NOARGS("isidentifier", sk_str_isidentifier, "Whether the text is a valid identifier (a keyword may be one)."),
    NOARGS("isprintable", sk_str_isprintable, "Whether all characters are printable."),
    ONEARG("zfill", str_zfill, "(width, /)", "The text with zeros on the left, after a sign, up to the given width."),
    {"format", SK_KW, .kw = sk_str_format_call, "(*args, **kwargs)", "The text with its replacement fields filled in from the arguments."},
    ONEARG("format_map", sk_str_format_map, "(mapping, /)", "The text with its replacement fields filled in from the mapping."),
    {"maketrans", SK_FAST | SK_STATIC_METHOD, .fast = str_maketrans, "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
     "A table for translate(): from a dict, or from x to y by position and z to None."},
    ONEARG("__format__", str_format_method, "(format_spec, /)", "The text formatted as format_spec says."),
    NOARGS("__sizeof__", str_sizeof, "Size in memory, in bytes."),
    NOARGS("__getnewargs__", str_getnewargs, "Arguments for __new__ when unpickling."),
    {0},
};
