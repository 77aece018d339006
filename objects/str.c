// str: layout, making, asking, joining, and the type.
//
// S1: kind is the narrowest that holds every code point; ascii is set exactly if all are below 128. So strings
//     of equal content are equal byte by byte.
// S2: after the end stands a zero of the string's kind.
// S3: nothing but `hash` changes once a second reference exists. sk_str_append alone changes a string in
//     place, and only where its one reference is the caller's.
// Memory: exact strings are not containers. Instances of subclasses come from sk_type_alloc, the data being their
// variable part.
#include "objects/str.h"

#include "base/alloc.h"
#include "base/siphash.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/str_search.h"
#include "objects/tuple.h"

// ---- blocks ----------------------------------------------------------------------------------------------------------

static size_t plain_size(size_t length, unsigned kind) { return sizeof(SkStr) + (length + 1) * kind; }

// Four sizes between two powers of two: growing by appends copies each byte a bounded number of times.
static size_t roomy_size(size_t size) {
    size_t step = (size_t)1 << (61 - __builtin_clzll(size));
    return (size + step - 1) & ~(step - 1);
}

static inline size_t block_size(const SkStr *s) {
    if (s->kind == 1 && !s->roomy) return sizeof *s + s->length + 1;
    size_t size = plain_size(s->length, s->kind);
    return s->roomy ? roomy_size(size) : size;
}

static inline void set_layout(SkStr *s, size_t length, unsigned kind, bool ascii, bool roomy) {
    sk_store_relaxed(&s->hash, 0);
    s->length = length;
    s->kind = kind;
    s->ascii = ascii;
    s->roomy = roomy;
    s->unused = 0;
    if (kind == 1) s->data[length] = 0;
    else memset(s->data + length * kind, 0, kind);
}

static SkStr *new_block(size_t length, uint32_t max_char, bool roomy) {
    if (length > SK_STR_MAX_LENGTH) {
        sk_raise_memory();
        return NULL;
    }
    unsigned kind = sk_kind_for(max_char);
    size_t size = plain_size(length, kind);
    SkStr *s = (SkStr *)sk_object_new(&sk_str_type.head, roomy ? roomy_size(size) : size);
    if (!s) {
        sk_raise_memory();
        return NULL;
    }
    set_layout(s, length, kind, max_char < 0x80, roomy);
    return s;
}

static inline SkStr *narrow_block(size_t length, bool ascii) {
    SkStr *s = length <= SK_STR_MAX_LENGTH ? (SkStr *)sk_object_new(&sk_str_type.head, sizeof *s + length + 1) : NULL;
    if (sk_likely(s != NULL)) set_layout(s, length, 1, ascii, false);
    else sk_raise_memory();
    return s;
}

SkStr *sk_str_new(size_t length, uint32_t max_char) {
    return max_char < 0x100 ? narrow_block(length, max_char < 0x80) : new_block(length, max_char, false);
}

static void str_destroy(SkObject *o) {
    SkStr *s = (SkStr *)o;
    if (sk_type_index(o) == SK_T_STR)
        sk_object_free(o, block_size(s));
    else
        sk_instance_free(o, (s->length + 1) * s->kind);
}

SkValue sk_str_of_type(SkType *type, SkValue v) {
    SkStr *from = sk_as_str(v);
    SkStr *s = (SkStr *)sk_type_alloc(type, (from->length + 1) * from->kind);
    if (!s) return SK_EMPTY;
    set_layout(s, from->length, from->kind, from->ascii, false);
    memcpy(s->data, from->data, from->length * from->kind);
    sk_store_relaxed(&s->hash, sk_load_relaxed(&from->hash));
    return sk_counted(s);
}

SkValue sk_str_exact_word(SkValue v) {
    if (sk_is_exact_str(v)) return sk_dup(v);
    SkStr *s = sk_as_str(v);
    return sk_str_from_units(s->data, s->kind, s->length);
}

// ---- making ------------------------------------------------------------------------------------------------------------

#define COPY(TO, FROM)                                                          \
    do {                                                                        \
        for (size_t i = 0; i < n; i++) ((TO *)to)[i] = (TO)((const FROM *)from)[i]; \
    } while (0)

void sk_copy_units(void *to, unsigned to_kind, const void *from, unsigned from_kind, size_t n) {
    if (to_kind == from_kind) memcpy(to, from, n * to_kind);
    else if (to_kind == 1 && from_kind == 2) COPY(uint8_t, uint16_t);
    else if (to_kind == 1) COPY(uint8_t, uint32_t);
    else if (to_kind == 2 && from_kind == 1) COPY(uint16_t, uint8_t);
    else if (to_kind == 2) COPY(uint16_t, uint32_t);
    else if (from_kind == 1) COPY(uint32_t, uint8_t);
    else COPY(uint32_t, uint16_t);
}

// The two strings everybody shares, or SK_EMPTY. Immortal: the counted word needs no count.
static SkValue shared_str(const void *units, unsigned kind, size_t n) {
    if (n == 0) return sk_names.empty;
    uint32_t c;
    if (n == 1 && (c = sk_unit_at(units, kind, 0)) < 256) return sk_names.latin1[c];
    return SK_EMPTY;
}

SkValue sk_str_from_units(const void *units, unsigned kind, size_t n) {
    SkValue shared = n <= 1 ? shared_str(units, kind, n) : SK_EMPTY;
    if (!sk_is_empty(shared)) return shared;
    SkStr *s = sk_str_new(n, sk_codepoints_max(units, n, kind));
    if (!s) return SK_EMPTY;
    sk_copy_units(s->data, s->kind, units, kind, n);
    return sk_counted(s);
}

SkValue sk_str_from_latin1(const void *s, size_t len) { return sk_str_from_units(s, 1, len); }
SkValue sk_str_from_ucs2(const uint16_t *s, size_t len) { return sk_str_from_units(s, 2, len); }
SkValue sk_str_from_ucs4(const uint32_t *s, size_t len) { return sk_str_from_units(s, 4, len); }

SkValue sk_str_from_ascii(const char *s, size_t len) {
    if (len <= 1) return shared_str(s, 1, len);
    SkStr *to = narrow_block(len, true);
    if (!to) return SK_EMPTY;
    memcpy(to->data, s, len);
    return sk_counted(to);
}

static SkValue from_scanned(const char *utf8, size_t len, const SkUtf8Info *info) {
    if (info->max < 0x80) return sk_str_from_ascii(utf8, len);
    if (info->codepoints == 1 && info->max < 0x100) {
        const char *p = utf8;
        return sk_names.latin1[sk_utf8_next(&p)];
    }
    SkStr *s = sk_str_new(info->codepoints, info->max);
    if (!s) return SK_EMPTY;
    sk_utf8_decode(utf8, len, s->kind, s->data);
    return sk_counted(s);
}

SkValue sk_str_from_utf8(const char *utf8, size_t len) {
    SkUtf8Info info;
    SkUtf8Error error;
    if (!sk_utf8_scan(utf8, len, SK_UTF8_STRICT, &info, &error))
        return sk_raise_unicode_decode("utf-8", utf8, len, error.start, error.end, error.reason);
    return from_scanned(utf8, len, &info);
}

SkValue sk_str_from_wtf8(const char *utf8, size_t len) {
    SkUtf8Info info;
    SkUtf8Error error;
    if (!sk_utf8_scan(utf8, len, SK_UTF8_SURROGATES, &info, &error))
        return sk_raise_unicode_decode("utf-8", utf8, len, error.start, error.end, error.reason);
    return from_scanned(utf8, len, &info);
}

SkValue sk_str_from(const char *utf8) { return sk_str_from_wtf8(utf8, strlen(utf8)); }

SkValue sk_str_from_fs(const char *bytes, size_t len) {
    SkUtf8Info info;
    SkUtf8Error error;
    if (sk_utf8_scan(bytes, len, SK_UTF8_STRICT, &info, &error)) return from_scanned(bytes, len, &info);
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < len;) {
        bool good = sk_utf8_scan(bytes + i, len - i, SK_UTF8_STRICT, &info, &error);
        const char *p = bytes + i;
        for (size_t k = 0; k < info.codepoints; k++) sk_sb_char(&b, sk_utf8_next(&p));
        if (good) break;
        for (size_t k = error.start; k < error.end; k++) sk_sb_char(&b, 0xdc00u + (uint8_t)bytes[i + k]);
        i += error.end;
    }
    return sk_sb_finish(&b);
}

SkValue sk_str_char_word(uint32_t c) {
    if (c < 256) return sk_borrowed(sk_ptr(sk_names.latin1[c]));
    SkStr *s = sk_str_new(1, c);
    if (!s) return SK_EMPTY;
    sk_str_set(s, 0, c);
    return sk_counted(s);
}

SkValue sk_str_from_code_point(uint32_t c) { return c < 256 ? sk_names.latin1[c] : sk_str_char_word(c); }

// ---- UTF-8 of a str --------------------------------------------------------------------------------------------------

static SkUtf8 utf8_with(SkValue v, unsigned flags) {
    SkStr *s = sk_as_str(v);
    if (s->ascii) return (SkUtf8){s->data, s->length, NULL};
    SkUtf8Error error;
    size_t size = sk_utf8_encoded_size(s->data, s->length, s->kind, flags, &error);
    if (size == SIZE_MAX) {
        sk_raise_unicode_encode("utf-8", v, error.start, error.end, error.reason);
        return (SkUtf8){NULL, 0, NULL};
    }
    char *text = sk_malloc(size + 1);
    if (!text) {
        sk_raise_memory();
        return (SkUtf8){NULL, 0, NULL};
    }
    sk_utf8_encode(s->data, s->length, s->kind, text);
    text[size] = 0;
    return (SkUtf8){text, size, text};
}

SkUtf8 sk_str_utf8(SkValue s) { return utf8_with(s, SK_UTF8_STRICT); }
SkUtf8 sk_str_wtf8(SkValue s) { return utf8_with(s, SK_UTF8_SURROGATES); }

static SkUtf8 fs_text(SkValue v) {
    SkStr *s = sk_as_str(v);
    SkUtf8Error error;
    if (s->kind == 1 || sk_utf8_encoded_size(s->data, s->length, s->kind, SK_UTF8_STRICT, &error) != SIZE_MAX)
        return utf8_with(v, SK_UTF8_STRICT);
    char *text = sk_malloc(s->length * SK_UTF8_MAX + 1), *p = text;
    if (!text) {
        sk_raise_memory();
        return (SkUtf8){NULL, 0, NULL};
    }
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c >= 0xdc80 && c <= 0xdcff) {
            *p++ = (char)(c & 0xff);
        } else if (sk_is_surrogate(c)) {
            sk_free(text);
            sk_raise_unicode_encode("utf-8", v, i, i + 1, "surrogates not allowed");
            return (SkUtf8){NULL, 0, NULL};
        } else {
            p += sk_utf8_put(p, c);
        }
    }
    *p = 0;
    return (SkUtf8){text, (size_t)(p - text), text};
}

SkUtf8 sk_str_fs(SkValue s) {
    SkUtf8 u = fs_text(s);
    if (u.text && memchr(u.text, 0, u.len)) {
        sk_utf8_release(&u);
        sk_raise(sk_exc_ValueError, "embedded null byte");
        return (SkUtf8){NULL, 0, NULL};
    }
    return u;
}

void sk_utf8_release(SkUtf8 *u) {
    if (u->owned) sk_free(u->owned);
    *u = (SkUtf8){NULL, 0, NULL};
}

// ---- asking ------------------------------------------------------------------------------------------------------------

int64_t sk_str_hash(SkStr *s) {
    int64_t hash = sk_load_relaxed(&s->hash);
    if (sk_likely(hash != 0)) return hash;
    hash = sk_hash_bytes(s->data, s->length * s->kind);
    sk_store_relaxed(&s->hash, hash);
    return hash;
}

static int64_t str_hash(SkValue v) { return sk_str_hash(sk_as_str(v)); }

bool sk_str_equal(SkValue va, SkValue vb) {
    const SkStr *a = sk_as_str(va), *b = sk_as_str(vb);
    if (a == b) return true;
    if (a->length != b->length || a->kind != b->kind) return false;
    int64_t ha = sk_load_relaxed(&((SkStr *)a)->hash), hb = sk_load_relaxed(&((SkStr *)b)->hash);
    if (ha && hb && ha != hb) return false;
    return memcmp(a->data, b->data, a->length * a->kind) == 0;
}

bool sk_str_equals_ascii(SkValue v, const char *ascii) {
    const SkStr *s = sk_as_str(v);
    size_t n = strlen(ascii);
    return s->length == n && s->ascii && memcmp(s->data, ascii, n) == 0;
}

int sk_str_compare(SkValue va, SkValue vb) {
    const SkStr *a = sk_as_str(va), *b = sk_as_str(vb);
    size_t n = a->length < b->length ? a->length : b->length;
    if (a->kind == 1 && b->kind == 1) {
        int order = memcmp(a->data, b->data, n);
        if (order) return order < 0 ? -1 : 1;
    } else {
        for (size_t i = 0; i < n; i++) {
            uint32_t x = sk_str_at(a, i), y = sk_str_at(b, i);
            if (x != y) return x < y ? -1 : 1;
        }
    }
    return a->length < b->length ? -1 : a->length > b->length;
}

uint32_t sk_str_max_char(const SkStr *s) {
    if (s->ascii) return 0x7f;
    uint32_t max = 0;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c > max) max = c;
    }
    return max;
}

static SkValue str_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_str(a) || !sk_is_str(b)) return SK_NOT_IMPLEMENTED;
    if (op == SK_EQ) return sk_bool(sk_str_equal(a, b));
    if (op == SK_NE) return sk_bool(!sk_str_equal(a, b));
    int order = sk_is(a, b) ? 0 : sk_str_compare(a, b);
    return sk_bool(op == SK_LT ? order < 0 : op == SK_LE ? order <= 0 : op == SK_GT ? order > 0 : order >= 0);
}

static int64_t str_len(SkValue v) { return (int64_t)sk_str_len(v); }

static int str_contains(SkValue self, SkValue item) {
    if (!sk_is_str(item)) {
        sk_raise(sk_exc_TypeError, "'in <string>' requires string as left operand, not %T", item);
        return -1;
    }
    return sk_str_find(self, item, 0, sk_str_len(self)) >= 0;
}

int64_t sk_str_find(SkValue v, SkValue sub, size_t start, size_t end) {
    const SkStr *s = sk_as_str(v), *part = sk_as_str(sub);
    if (start > end || part->length > end - start || part->kind > s->kind) return -1;
    int64_t at = sk_search_first(sk_str_unit(s, start), s->kind, end - start, part->data, part->kind, part->length);
    return at < 0 ? at : at + (int64_t)start;
}

// ---- joining -----------------------------------------------------------------------------------------------------------

static uint32_t wider(uint32_t a, uint32_t b) { return a > b ? a : b; }

static SkValue concat(const SkStr *a, const SkStr *b, bool roomy) {
    SkStr *s = new_block(a->length + b->length, wider(sk_str_class(a), sk_str_class(b)), roomy);
    if (!s) return SK_EMPTY;
    sk_copy_units(s->data, s->kind, a->data, a->kind, a->length);
    sk_copy_units(s->data + a->length * s->kind, s->kind, b->data, b->kind, b->length);
    return sk_counted(s);
}

static SkValue concat_word(SkValue a, SkValue b) {
    if (sk_str_len(a) == 0 && sk_is_exact_str(b)) return sk_dup(b);
    if (sk_str_len(b) == 0 && sk_is_exact_str(a)) return sk_dup(a);
    return concat(sk_as_str(a), sk_as_str(b), false);
}

SkValue sk_str_concat(SkValue a, SkValue b) { return sk_own(concat_word(a, b)); }

static SkValue str_add(SkValue a, SkValue b) {
    if (!sk_is_str(a)) return SK_NOT_IMPLEMENTED;
    if (!sk_is_str(b)) return sk_raise(sk_exc_TypeError, "can only concatenate str (not \"%T\") to str", b);
    return concat_word(a, b);
}

// True if the caller's reference is the only one there is, so that nobody else can see a change (S3). A borrow
// by another thread needs a container that holds the string, or that held it and set SH.
static bool is_only_mine(SkObject *o) {
    return sk_is_sole(o) &&
           sk_type_index(o) == SK_T_STR;
}

SkValue sk_str_append(SkValue va, SkValue vb) {
    SkStr *a = sk_as_str(va);
    const SkStr *b = sk_as_str(vb);
    if (b->length == 0 && sk_is_exact_str(va)) return va;
    if (a->length == 0 && sk_is_exact_str(vb)) {
        SkValue result = sk_retain(vb);
        sk_release(va);
        return result;
    }
    size_t length = a->length + b->length;
    if (a->roomy && a != b && b->kind <= a->kind && is_only_mine(&a->header) &&
        roomy_size(plain_size(length, a->kind)) == block_size(a)) {
        sk_copy_units(a->data + a->length * a->kind, a->kind, b->data, b->kind, b->length);
        set_layout(a, length, a->kind, a->ascii && b->ascii, true);
        return va;
    }
    SkValue result = concat(a, b, true);
    sk_release(va);
    return result;
}

SkValue sk_str_join_array(SkValue separator, const SkValue *parts, size_t n) {
    if (n == 0) return sk_names.empty;
    if (n == 1 && sk_is_exact_str(parts[0])) return sk_retain(parts[0]);
    const SkStr *sep = sk_is_empty(separator) ? NULL : sk_as_str(separator);
    size_t length = 0;
    uint32_t max_char = 0x7f;
    if (sep && n > 1) {
        length = sep->length * (n - 1);
        max_char = sk_str_class(sep);
    }
    for (size_t i = 0; i < n; i++) {
        const SkStr *part = sk_as_str(parts[i]);
        length += part->length;
        if (!part->ascii) max_char = wider(max_char, sk_str_class(part));
        if (length > SK_STR_MAX_LENGTH) return sk_raise(sk_exc_OverflowError, "join() result is too long for a Python string");
    }
    if (sep && sep->length == 0) sep = NULL;
    if (length == 0) return sk_names.empty;
    SkStr *s = sk_str_new(length, max_char);
    if (!s) return SK_EMPTY;
    char *to = s->data;
    if (s->kind == 1) {
        size_t between = sep ? sep->length : 0;
        for (size_t i = 0; i < n; i++) {
            if (between == 1 && i) *to++ = sep->data[0];
            else if (between && i) to = (char *)memcpy(to, sep->data, between) + between;
            const SkStr *part = sk_as_str(parts[i]);
            to = (char *)memcpy(to, part->data, part->length) + part->length;
        }
        return sk_counted(s);
    }
    for (size_t i = 0; i < n; i++) {
        if (i && sep) {
            sk_copy_units(to, s->kind, sep->data, sep->kind, sep->length);
            to += sep->length * s->kind;
        }
        const SkStr *part = sk_as_str(parts[i]);
        sk_copy_units(to, s->kind, part->data, part->kind, part->length);
        to += part->length * s->kind;
    }
    return sk_counted(s);
}

static SkValue items_of(SkValue iterable) {
    if (sk_is_exact_tuple(iterable) || sk_is_exact_list(iterable)) return sk_to_tuple(iterable);
    SK_AUTO SkValue iterator = sk_iter(iterable);
    if (sk_is_empty(iterator)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "can only join an iterable");
        return SK_EMPTY;
    }
    return sk_to_tuple(iterator);
}

// True if no thread but this one can change the list, and all its items are str.
static bool is_own_list_of_str(SkValue v) {
    if (!sk_is_exact_list(v)) return false;
    SkList *l = sk_as_list(v);
    if (!sk_is_mine(&l->header) || sk_is_shared(&l->header) || sk_multithreaded) return false;
    SkSlot *items = sk_load_relaxed(&l->array)->items;
    for (size_t i = 0, n = sk_list_len(v); i < n; i++)
        if (!sk_is_str(sk_slot_peek(&items[i]))) return false;
    return true;
}

SkValue sk_str_join(SkValue separator, SkValue iterable) {
    // Joining runs nothing that could change the list.
    if (is_own_list_of_str(iterable))
        return sk_str_join_array(separator, (const SkValue *)(const void *)sk_load_relaxed(&sk_as_list(iterable)->array)->items,
                                 sk_list_len(iterable));
    SK_AUTO SkValue items = items_of(iterable);
    if (sk_is_empty(items)) return SK_EMPTY;
    size_t n = sk_tuple_len(items);
    for (size_t i = 0; i < n; i++) {
        SkValue item = sk_tuple_peek(items, i);
        if (!sk_is_str(item))
            return sk_raise(sk_exc_TypeError, "sequence item %zu: expected str instance, %.80T found", i, item);
    }
    // SkSlot and SkValue are both one word; the tuple is complete and immutable.
    return sk_str_join_array(separator, (const SkValue *)(const void *)sk_as_tuple(items)->items, n);
}

SkValue sk_str_slice(SkValue v, size_t start, size_t end) {
    const SkStr *s = sk_as_str(v);
    if (end > s->length) end = s->length;
    if (start >= end) return sk_names.empty;
    if (start == 0 && end == s->length && sk_is_exact_str(v)) return sk_retain(v);
    if (s->ascii) return sk_str_from_ascii(s->data + start, end - start);
    return sk_str_from_units(sk_str_unit(s, start), s->kind, end - start);
}

static SkValue str_repeat(SkValue v, int64_t count) {
    const SkStr *s = sk_as_str(v);
    if (count <= 0 || s->length == 0) return sk_borrowed(sk_ptr(sk_names.empty));
    if (count == 1 && sk_is_exact_str(v)) return sk_dup(v);
    size_t length;
    if (__builtin_mul_overflow(s->length, (size_t)count, &length) || length > SK_STR_MAX_LENGTH) return sk_raise_memory();
    SkStr *to = sk_str_new(length, sk_str_class(s));
    if (!to) return SK_EMPTY;
    size_t unit = s->length * s->kind, all = length * s->kind;
    if (unit == 1) {
        memset(to->data, s->data[0], all);
        return sk_counted(to);
    }
    memcpy(to->data, s->data, unit);
    for (size_t done = unit; done < all;) {
        size_t next = done < all - done ? done : all - done;
        memcpy(to->data + done, to->data, next);
        done += next;
    }
    return sk_counted(to);
}

// ---- the type ------------------------------------------------------------------------------------------------------------

static SkValue str_str(SkValue self) { return sk_str_exact_word(self); }

SkType sk_str_type = {
    SK_TYPE_HEAD(SK_T_STR, sizeof(SkStr), NULL, NULL, str_destroy),
    .name = "str",
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "A text: the string form of an object, or bytes decoded with an encoding.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_MATCH_SELF | SK_TF_STR_SUBCLASS,
    .item_size = 1,
    .base = &sk_object_type,
    .new_ = sk_str_new_slot,
    .repr = sk_str_repr_slot,
    .str = str_str,
    .iter = sk_str_iter_slot,
    .hash = str_hash,
    .compare = str_compare,
    .number = {.remainder = sk_str_mod_slot},
    .container = {.len = str_len,
                  .concat = str_add,
                  .repeat = str_repeat,
                  .contains = str_contains,
                  .get_key = sk_str_get_key},
    .methods = sk_str_methods,
};
