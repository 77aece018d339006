// str.replace, str.translate and str.maketrans.
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/str_replace.h"
#include "objects/str_search.h"
#include "objects/tuple.h"

// ---- replace ---------------------------------------------------------------------------------------------------------

static SkValue replace_empty(const SkStr *s, const SkStr *new, size_t max) {
    size_t count = s->length + 1 < max ? s->length + 1 : max;
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < count; i++) {
        sk_sb_str(&b, sk_counted(new));
        if (i < s->length) sk_sb_char(&b, sk_str_at(s, i));
    }
    sk_sb_slice(&b, sk_counted(s), count, s->length);
    return sk_sb_finish(&b);
}

// all: there are no more of old than count.
static SkValue replace_char(const SkStr *s, uint32_t old, uint32_t new, size_t count, bool all) {
    uint32_t bound = sk_str_class(s);
    if (new > bound) bound = new;
    SkStr *to = sk_str_new(s->length, bound);
    if (!to) return SK_EMPTY;
    if (all && s->kind == 1 && to->kind == 1) {
        // Where it is more frequent than every 32nd, looking for the next costs more than looking at each.
        const uint8_t *from = (const uint8_t *)s->data;
        size_t i = 0;
#if defined(__SSE2__)
        __m128i wanted = _mm_set1_epi8((char)old), put = _mm_set1_epi8((char)new);
        for (; i + 16 <= s->length; i += 16) {
            __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(from + i)), hits = _mm_cmpeq_epi8(v, wanted);
            v = _mm_or_si128(_mm_and_si128(hits, put), _mm_andnot_si128(hits, v));
            _mm_storeu_si128((__m128i *)(void *)(to->data + i), v);
        }
#endif
        for (; i < s->length; i++) to->data[i] = (char)(from[i] == old ? new : from[i]);
        return sk_counted(to);
    }
    sk_copy_units(to->data, to->kind, s->data, s->kind, s->length);
    for (size_t i = 0; count-- && (i = sk_search_unit(s->data, s->kind, i, s->length, old)) < s->length; i++)
        sk_str_set(to, i, new);
    return sk_counted(to);
}

SkValue sk_str_replace(SkValue self, SkValue old_value, SkValue new_value, int64_t max_count) {
    const SkStr *s = sk_as_str(self), *old = sk_as_str(old_value), *new = sk_as_str(new_value);
    size_t max = max_count < 0 ? SIZE_MAX : (size_t)max_count;
    if (max == 0 || old->kind > s->kind || old->length > s->length || old == new) return sk_str_exact_word(self);
    if (old->length == 0) return replace_empty(s, new, max);
    if (s->ascii && new->ascii && old->length == 1 && new->length == 1 && max >= s->length) {
        if (!memchr(s->data, old->data[0], s->length)) return sk_str_exact_word(self);
        return replace_char(s, (uint8_t)old->data[0], (uint8_t)new->data[0], 0, true);
    }
    size_t count = sk_search_count(s->data, s->kind, s->length, old->data, old->kind, old->length, max);
    if (count == 0) return sk_str_exact_word(self);
    // What is taken out may have been the widest there is: then the result may be narrower than the parts say.
    bool may_shrink = sk_str_class(old) == sk_str_class(s) && !s->ascii && sk_str_class(new) < sk_str_class(s);
    if (old->length == 1 && new->length == 1 && !may_shrink)
        return replace_char(s, sk_str_at(old, 0), sk_str_at(new, 0), count, max >= s->length && count > s->length / 32);
    size_t added;
    if (__builtin_mul_overflow(count, new->length, &added) || added > SK_STR_MAX_LENGTH)
        return sk_raise(sk_exc_OverflowError, "replace string is too long");
    size_t length = s->length - count * old->length + added;
    uint32_t bound = sk_str_class(s);
    if (new->length && sk_str_class(new) > bound) bound = sk_str_class(new);
    SkStr *to = sk_str_new(length, bound);
    if (!to) return SK_EMPTY;
    unsigned kind = to->kind;
    char *p = to->data;
    size_t from = 0;
    while (count--) {
        int64_t at = sk_search_first(sk_str_unit(s, from), s->kind, s->length - from, old->data, old->kind, old->length);
        if (at < 0) break; // cannot be
        sk_copy_units(p, kind, sk_str_unit(s, from), s->kind, (size_t)at);
        p += (size_t)at * kind;
        sk_copy_units(p, kind, new->data, new->kind, new->length);
        p += new->length * kind;
        from += (size_t)at + old->length;
    }
    sk_copy_units(p, kind, sk_str_unit(s, from), s->kind, s->length - from);
    SkValue result = sk_counted(to);
    if (!may_shrink && length > 1) return result;
    SkValue narrow = sk_str_from_units(to->data, to->kind, to->length);
    sk_release(result);
    return narrow;
}

// ---- translate --------------------------------------------------------------------------------------------------------

// Adds what the table has for c. False with an exception.
static bool add_translated(SkStrBuilder *b, SkValue table, uint32_t c) {
    SK_AUTO SkValue to = sk_getitem(table, sk_from_small_int(c));
    if (sk_is_empty(to)) {
        if (!sk_error_clear_if(sk_exc_LookupError)) return false;
        sk_sb_char(b, c);
        return true;
    }
    if (sk_is_none(to)) return true;
    if (sk_is_int(to)) {
        int64_t i;
        if (!sk_int_fits_int64(to, &i) || i < 0 || i > SK_CODEPOINT_MAX)
            return sk_raise_false(sk_exc_ValueError, "character mapping must be in range(0x110000)");
        sk_sb_char(b, (uint32_t)i);
        return true;
    }
    if (sk_is_str(to)) {
        sk_sb_str(b, to);
        return true;
    }
    return sk_raise_false(sk_exc_TypeError, "character mapping must return integer, None or str");
}

// ASCII text by a dict that has one ASCII character, or nothing, for each: a word, or SK_EMPTY where that is not so
// (or with an exception).
static SkValue translate_ascii(const SkStr *s, SkValue table) {
    enum { UNKNOWN = 0xff, DELETED = 0xfe };
    uint8_t cache[128];
    memset(cache, UNKNOWN, sizeof cache);
    SkStr *to = sk_str_new(s->length, 0x7f);
    if (!to) return SK_EMPTY;
    size_t n = 0;
    for (size_t i = 0; i < s->length; i++) {
        uint8_t c = (uint8_t)s->data[i];
        if (sk_unlikely(cache[c] == UNKNOWN)) {
            SK_AUTO SkValue v = sk_own(sk_dict_load(table, sk_from_small_int(c)));
            if (sk_is_empty(v)) cache[c] = c;
            else if (sk_is_none(v)) cache[c] = DELETED;
            else if (sk_is_small_int(v) && sk_small_int(v) >= 0 && sk_small_int(v) < 128) cache[c] = (uint8_t)sk_small_int(v);
            else if (sk_is_exact_str(v) && sk_str_len(v) == 1 && sk_as_str(v)->ascii) cache[c] = (uint8_t)sk_as_str(v)->data[0];
            if (cache[c] == UNKNOWN || sk_error_occurred()) {
                sk_release(sk_counted(to));
                return SK_EMPTY;
            }
        }
        if (cache[c] != DELETED) to->data[n++] = (char)cache[c];
    }
    if (n == s->length) return sk_counted(to);
    SkValue shorter = sk_str_from_units(to->data, 1, n);
    sk_release(sk_counted(to));
    return shorter;
}

SkValue sk_str_translate(SkValue self, SkValue table) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii && s->length > 1 && sk_is_exact_dict(table)) {
        SkValue r = translate_ascii(s, table);
        if (!sk_is_empty(r) || sk_error_occurred()) return r;
    }
    SkStrBuilder b;
    sk_sb_init(&b);
    // What each ASCII character became, for exact dicts, where a lookup has no effect of its own: 0xff not asked yet,
    // 0xfe no single ASCII character.
    uint8_t cache[128];
    bool cached = sk_is_exact_dict(table);
    if (cached) memset(cache, 0xff, sizeof cache);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (cached && c < 128 && cache[c] < 128) {
            sk_sb_char(&b, cache[c]);
            continue;
        }
        size_t before = b.length;
        if (!add_translated(&b, table, c)) {
            sk_sb_discard(&b);
            return SK_EMPTY;
        }
        if (cached && c < 128 && cache[c] == 0xff) {
            uint32_t made = b.length == before + 1 ? sk_unit_at(b.data, b.kind, before) : 0xfe;
            cache[c] = made < 128 ? (uint8_t)made : 0xfe;
        }
    }
    return sk_sb_finish(&b);
}

static SkValue table_of_dict(SkValue x) {
    if (!sk_is_exact_dict(x) && !sk_is_dict(x))
        return sk_raise(sk_exc_TypeError, "if you give only one argument to maketrans it must be a dict");
    SK_AUTO SkValue table = sk_dict_new();
    if (sk_is_empty(table)) return SK_EMPTY;
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(x, &pos, &key, &value)) {
        bool good;
        if (sk_is_str(key)) {
            if (sk_str_len(key) != 1)
                good = sk_raise_false(sk_exc_ValueError, "string keys in translate table must be of length 1");
            else good = sk_dict_set(table, sk_from_small_int(sk_str_at(sk_as_str(key), 0)), value);
        } else if (sk_is_int(key)) {
            good = sk_dict_set(table, key, value);
        } else {
            good = sk_raise_false(sk_exc_TypeError, "keys in translate table must be strings or integers");
        }
        sk_release(key);
        sk_release(value);
        if (!good) return SK_EMPTY;
    }
    return sk_move(&table);
}

SkValue sk_str_maketrans(SkValue x, SkValue y, SkValue z) {
    if (sk_is_empty(y)) return table_of_dict(x);
    if (!sk_is_str(x))
        return sk_raise(sk_exc_TypeError, "first maketrans argument must be a string if there is a second argument");
    const SkStr *from = sk_as_str(x), *to = sk_as_str(y);
    if (from->length != to->length)
        return sk_raise(sk_exc_ValueError, "the first two maketrans arguments must have equal length");
    SK_AUTO SkValue table = sk_dict_new();
    if (sk_is_empty(table)) return SK_EMPTY;
    for (size_t i = 0; i < from->length; i++)
        if (!sk_dict_set(table, sk_from_small_int(sk_str_at(from, i)), sk_from_small_int(sk_str_at(to, i)))) return SK_EMPTY;
    for (size_t i = 0; !sk_is_empty(z) && i < sk_str_len(z); i++)
        if (!sk_dict_set(table, sk_from_small_int(sk_str_at(sk_as_str(z), i)), SK_NONE)) return SK_EMPTY;
    return sk_move(&table);
}
