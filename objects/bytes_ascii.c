// What bytes and bytearray know of ASCII: case, classes of characters, hexadecimal digits.
#include "base/numtext.h"
#include "base/utf8.h"
#include "objects/buffer.h"
#include "objects/bytes_internal.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"

enum { LOWER = 1, UPPER = 2, DIGIT = 4, SPACE = 8, HIGH = 16 };

static inline unsigned class_of(uint8_t c) {
    if (c >= 'a' && c <= 'z') return LOWER;
    if (c >= 'A' && c <= 'Z') return UPPER;
    if (c >= '0' && c <= '9') return DIGIT;
    if (c == ' ' || (c >= 9 && c <= 13)) return SPACE;
    return c >= 128 ? HIGH : 0;
}

// ---- questions ---------------------------------------------------------------------------------------------------------------

// The classes that occur, and whether others than `allowed` do.
static SkValue all_in(SkValue self, unsigned allowed) {
    SkTextView v = sk_bytes_enter(self);
    const uint8_t *p = v.data;
    bool good = v.length > 0;
    for (size_t i = 0; good && i < v.length; i++) good = class_of(p[i]) & allowed;
    sk_bytes_leave(self);
    return sk_bool(good);
}

static SkValue cased(SkValue self, unsigned want, unsigned never) {
    SkTextView v = sk_bytes_enter(self);
    const uint8_t *p = v.data;
    unsigned seen = 0;
    for (size_t i = 0; i < v.length; i++) seen |= class_of(p[i]);
    sk_bytes_leave(self);
    return sk_bool((seen & want) && !(seen & never));
}

SkValue sk_bytes_isalnum(SkValue self) { return all_in(self, LOWER | UPPER | DIGIT); }
SkValue sk_bytes_isalpha(SkValue self) { return all_in(self, LOWER | UPPER); }
SkValue sk_bytes_isdigit(SkValue self) { return all_in(self, DIGIT); }
SkValue sk_bytes_isspace(SkValue self) { return all_in(self, SPACE); }
SkValue sk_bytes_islower(SkValue self) { return cased(self, LOWER, UPPER); }
SkValue sk_bytes_isupper(SkValue self) { return cased(self, UPPER, LOWER); }

SkValue sk_bytes_isascii(SkValue self) {
    SkTextView v = sk_bytes_enter(self);
    bool ascii = sk_ascii_prefix(v.data, v.length) == v.length;
    sk_bytes_leave(self);
    return sk_bool(ascii);
}

SkValue sk_bytes_istitle(SkValue self) {
    SkTextView v = sk_bytes_enter(self);
    const uint8_t *p = v.data;
    bool inside = false, seen = false, good = true;
    for (size_t i = 0; good && i < v.length; i++) {
        unsigned c = class_of(p[i]);
        if (c == UPPER) {
            good = !inside;
            inside = seen = true;
        } else if (c == LOWER) {
            good = inside;
        } else {
            inside = false;
        }
    }
    sk_bytes_leave(self);
    return sk_bool(good && seen);
}

// ---- case ----------------------------------------------------------------------------------------------------------------------

static inline uint8_t lower(uint8_t c) { return class_of(c) == UPPER ? c + 32 : c; }
static inline uint8_t upper(uint8_t c) { return class_of(c) == LOWER ? c - 32 : c; }

// how: l(ower), u(pper), s(wap), c(apitalize), t(itle)
static SkValue map_case(SkValue self, char how) {
    SkTextView v;
    SK_AUTO SkValue keep = SK_EMPTY;
    if (!sk_bytes_view(self, &v, &keep)) return SK_EMPTY;
    SkBytes *b = sk_bytes_new(v.length);
    if (!b) return SK_EMPTY;
    SK_AUTO SkValue made = sk_counted(b);
    const uint8_t *from = v.data;
    uint8_t *to = (uint8_t *)b->data;
    bool inside = false;
    if (how == 'l') sk_ascii_lower(to, from, v.length);
    if (how == 'u') sk_ascii_upper(to, from, v.length);
    for (size_t i = 0; how != 'l' && how != 'u' && i < v.length; i++) {
        uint8_t c = from[i];
        switch (how) {
        case 's': to[i] = class_of(c) == LOWER ? upper(c) : lower(c); break;
        case 'c': to[i] = i ? lower(c) : upper(c); break;
        default:
            to[i] = inside ? lower(c) : upper(c);
            inside = class_of(c) & (LOWER | UPPER);
        }
    }
    return sk_is_bytes(self) ? sk_move(&made) : sk_bytearray_from(b->data, b->length);
}

SkValue sk_bytes_lower(SkValue self) { return map_case(self, 'l'); }
SkValue sk_bytes_upper(SkValue self) { return map_case(self, 'u'); }
SkValue sk_bytes_swapcase(SkValue self) { return map_case(self, 's'); }
SkValue sk_bytes_capitalize(SkValue self) { return map_case(self, 'c'); }
SkValue sk_bytes_title(SkValue self) { return map_case(self, 't'); }

// ---- hexadecimal digits ------------------------------------------------------------------------------------------------

static SkValue bytes_of_hex(const void *text, unsigned kind, size_t n) {
    SkBytes *b = sk_bytes_new(n / 2);
    if (!b) return SK_EMPTY;
    size_t len = 0, i = 0, bad = 0;
    bool odd = false;
    while (i < n) {
        uint32_t c = sk_unit_at(text, kind, i);
        if (c < 128 && class_of((uint8_t)c) == SPACE) {
            i++;
            continue;
        }
        uint8_t high = c < 128 ? sk_digit_value[c] : 255;
        if (high > 15) {
            bad = i;
            goto fail;
        }
        if (i + 1 == n) {
            odd = true;
            goto fail;
        }
        c = sk_unit_at(text, kind, i + 1);
        uint8_t low = c < 128 ? sk_digit_value[c] : 255;
        if (low > 15) {
            bad = i + 1;
            goto fail;
        }
        b->data[len++] = (char)(high << 4 | low);
        i += 2;
    }
    return sk_bytes_truncate(b, len);
fail:
    sk_release(sk_counted(b));
    if (odd) return sk_raise(sk_exc_ValueError, "fromhex() arg must contain an even number of hexadecimal digits");
    return sk_raise(sk_exc_ValueError, "non-hexadecimal number found in fromhex() arg at position %zu", bad);
}

SkValue sk_bytes_fromhex(SkType *type, SkValue text) {
    (void)type;
    if (sk_is_str(text)) {
        const SkStr *s = sk_as_str(text);
        return bytes_of_hex(s->data, s->kind, s->length);
    }
    if (!sk_has_buffer(text)) return sk_raise(sk_exc_TypeError, "fromhex() argument must be str or bytes-like, not %O", text);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(text, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    return bytes_of_hex(view.length ? view.data : "", 1, (size_t)view.length);
}

static bool separator(SkValue sep, char *out) {
    int64_t n = sk_len(sep);
    if (n < 0) return false;
    if (n != 1) return sk_raise_false(sk_exc_ValueError, "sep must be length 1.");
    uint32_t c;
    if (sk_is_str(sep)) c = sk_str_at(sk_as_str(sep), 0);
    else if (sk_is_bytes(sep)) c = (uint8_t)sk_as_bytes(sep)->data[0];
    else return sk_raise_false(sk_exc_TypeError, "sep must be str or bytes.");
    if (c > 127) return sk_raise_false(sk_exc_ValueError, "sep must be ASCII.");
    *out = (char)c;
    return true;
}

SkValue sk_hex_text(const uint8_t *data, size_t n, SkValue sep_value, SkValue group_value) {
    char sep = 0;
    int group = 1;
    if (!sk_is_empty(group_value) && !sk_as_int(group_value, &group)) return SK_EMPTY;
    bool given = !sk_is_empty(sep_value);
    if (given && !separator(sep_value, &sep)) return SK_EMPTY;
    if (!given || n == 0) group = 0;
    size_t size = group < 0 ? 0 - (size_t)group : (size_t)group;
    size_t seps = size ? (n - 1) / size : 0;
    if (n > SK_STR_MAX_LENGTH / 4) return sk_raise_memory();
    if (n == 0) return sk_names.empty;
    SkStr *s = sk_str_new(n * 2 + seps, 0x7f);
    if (!s) return SK_EMPTY;
    char *p = s->data;
    for (size_t i = 0; i < n; i++) {
        // Groups are counted from the right, or from the left if the number is negative.
        if (size && i && (group < 0 ? i % size == 0 : (n - i) % size == 0)) *p++ = sep;
        *p++ = "0123456789abcdef"[data[i] >> 4];
        *p++ = "0123456789abcdef"[data[i] & 15];
    }
    return sk_counted(s);
}
