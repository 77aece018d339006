// Case mappings and the is...() questions of str.
#include "base/unicode.h"
#include "objects/str_case.h"
#include "objects/str_internal.h"

typedef unsigned (*FullMapping)(uint32_t c, uint32_t out[SK_UNICODE_CASE_MAX]);

static void add_mapped(SkStrBuilder *b, FullMapping map, uint32_t c) {
    uint32_t out[SK_UNICODE_CASE_MAX];
    unsigned n = map(c, out);
    for (unsigned i = 0; i < n; i++) sk_sb_char(b, out[i]);
}

// A capital sigma at the end of a word becomes a final one (Unicode 3.13, Final_Sigma): a cased letter before it, none
// after it, case-ignorable ones on the way not counting.
static bool is_final_sigma(const SkStr *s, size_t i) {
    size_t j = i;
    while (j > 0 && sk_unicode_is_case_ignorable(sk_str_at(s, j - 1))) j--;
    if (j == 0 || !sk_unicode_is_cased(sk_str_at(s, j - 1))) return false;
    j = i + 1;
    while (j < s->length && sk_unicode_is_case_ignorable(sk_str_at(s, j))) j++;
    return j == s->length || !sk_unicode_is_cased(sk_str_at(s, j));
}

static void add_lower(SkStrBuilder *b, const SkStr *s, size_t i) {
    uint32_t c = sk_str_at(s, i);
    if (c == 0x3a3) sk_sb_char(b, is_final_sigma(s, i) ? 0x3c2 : 0x3c3);
    else add_mapped(b, sk_unicode_lower_full, c);
}

static SkValue map_ascii(const SkStr *s, void (*map)(uint8_t *, const uint8_t *, size_t)) {
    SkStr *to = sk_str_new(s->length, 0x7f);
    if (!to) return SK_EMPTY;
    map((uint8_t *)to->data, (const uint8_t *)s->data, s->length);
    return sk_counted(to);
}

SkValue sk_str_lower(SkValue self) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii) return map_ascii(s, sk_ascii_lower);
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < s->length; i++) add_lower(&b, s, i);
    return sk_sb_finish(&b);
}

// `from`: the first of the ASCII letters that change, into those 32 places away.
static SkValue map_all(const SkStr *s, FullMapping map, char from) {
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c < 0x80) sk_sb_char(&b, c - (uint32_t)from < 26 ? c ^ 32 : c);
        else add_mapped(&b, map, c);
    }
    return sk_sb_finish(&b);
}

static bool is_ascii_letter(uint8_t c) { return (uint8_t)((c | 32) - 'a') < 26; }

// The first letter of each stretch of letters large; only_first: of the text alone.
static SkValue title_ascii(const SkStr *s, bool only_first) {
    SkValue v = map_ascii(s, sk_ascii_lower);
    if (sk_is_empty(v) || s->length == 0) return v;
    if (s->length == 1) return map_ascii(s, sk_ascii_upper);
    uint8_t *p = (uint8_t *)sk_as_str(v)->data;
    bool inside = false;
    for (size_t i = 0; i < s->length; i++) {
        bool letter = is_ascii_letter(p[i]);
        if (letter && !inside) p[i] ^= 32;
        if (only_first) break;
        inside = letter;
    }
    return v;
}

SkValue sk_str_upper(SkValue self) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii) return map_ascii(s, sk_ascii_upper);
    return map_all(s, sk_unicode_upper_full, 'a');
}

SkValue sk_str_casefold(SkValue self) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii) return map_ascii(s, sk_ascii_lower);
    return map_all(s, sk_unicode_casefold, 'A');
}

SkValue sk_str_swapcase(SkValue self) {
    const SkStr *s = sk_as_str(self);
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (sk_unicode_is_upper(c)) add_lower(&b, s, i);
        else if (sk_unicode_is_lower(c)) add_mapped(&b, sk_unicode_upper_full, c);
        else sk_sb_char(&b, c);
    }
    return sk_sb_finish(&b);
}

SkValue sk_str_capitalize(SkValue self) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii) return title_ascii(s, true);
    SkStrBuilder b;
    sk_sb_init(&b);
    if (s->length) add_mapped(&b, sk_unicode_title_full, sk_str_at(s, 0));
    for (size_t i = 1; i < s->length; i++) add_lower(&b, s, i);
    return sk_sb_finish(&b);
}

SkValue sk_str_title(SkValue self) {
    const SkStr *s = sk_as_str(self);
    if (s->ascii) return title_ascii(s, false);
    SkStrBuilder b;
    sk_sb_init(&b);
    bool inside = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        if (inside) add_lower(&b, s, i);
        else add_mapped(&b, sk_unicode_title_full, c);
        inside = sk_unicode_is_cased(c);
    }
    return sk_sb_finish(&b);
}

// ---- questions ------------------------------------------------------------------------------------------------------------

static SkValue all_have(SkValue self, unsigned flags, bool when_empty) {
    const SkStr *s = sk_as_str(self);
    if (s->length == 0) return sk_bool(when_empty);
    if (s->kind == 1) {
        const uint8_t *p = (const uint8_t *)s->data, *end = p + s->length;
        while (p < end && (sk_unicode_flags(*p) & flags)) p++;
        return sk_bool(p == end);
    }
    for (size_t i = 0; i < s->length; i++)
        if (!(sk_unicode_flags(sk_str_at(s, i)) & flags)) return SK_FALSE;
    return SK_TRUE;
}

SkValue sk_str_isalnum(SkValue self) { return all_have(self, SK_UNICODE_ALNUM, false); }
SkValue sk_str_isalpha(SkValue self) { return all_have(self, SK_UNICODE_ALPHA, false); }
SkValue sk_str_isdecimal(SkValue self) { return all_have(self, SK_UNICODE_DECIMAL, false); }
SkValue sk_str_isdigit(SkValue self) { return all_have(self, SK_UNICODE_DIGIT, false); }
SkValue sk_str_isnumeric(SkValue self) { return all_have(self, SK_UNICODE_NUMERIC, false); }
SkValue sk_str_isspace(SkValue self) { return all_have(self, SK_UNICODE_SPACE, false); }
SkValue sk_str_isprintable(SkValue self) { return all_have(self, SK_UNICODE_PRINTABLE, true); }
SkValue sk_str_isascii(SkValue self) { return sk_bool(sk_as_str(self)->ascii); }

bool sk_str_is_identifier(SkValue v) {
    const SkStr *s = sk_as_str(v);
    if (s->length == 0 || !sk_unicode_is_id_start(sk_str_at(s, 0))) return false;
    for (size_t i = 1; i < s->length; i++)
        if (!sk_unicode_is_id_continue(sk_str_at(s, i))) return false;
    return true;
}

SkValue sk_str_isidentifier(SkValue self) { return sk_bool(sk_str_is_identifier(self)); }

// At least one character has the flag `want`, none has one of `never`.
static SkValue cased_only(SkValue self, unsigned want, unsigned never) {
    const SkStr *s = sk_as_str(self);
    bool seen = false;
    for (size_t i = 0; i < s->length; i++) {
        unsigned flags = sk_unicode_flags(sk_str_at(s, i));
        if (flags & never) return SK_FALSE;
        seen |= (flags & want) != 0;
    }
    return sk_bool(seen);
}

SkValue sk_str_islower(SkValue self) { return cased_only(self, SK_UNICODE_LOWER, SK_UNICODE_UPPER | SK_UNICODE_TITLE); }
SkValue sk_str_isupper(SkValue self) { return cased_only(self, SK_UNICODE_UPPER, SK_UNICODE_LOWER | SK_UNICODE_TITLE); }

SkValue sk_str_istitle(SkValue self) {
    const SkStr *s = sk_as_str(self);
    bool inside = false, seen = false;
    for (size_t i = 0; i < s->length; i++) {
        unsigned flags = sk_unicode_flags(sk_str_at(s, i));
        if (flags & (SK_UNICODE_UPPER | SK_UNICODE_TITLE)) {
            if (inside) return SK_FALSE;
            inside = seen = true;
        } else if (flags & SK_UNICODE_LOWER) {
            if (!inside) return SK_FALSE;
        } else {
            inside = false;
        }
    }
    return sk_bool(seen);
}
