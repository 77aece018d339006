// HZ (RFC 1843) and the ISO 2022 encodings (RFC 1468, 1554, 1557, 2237; JIS X 0213).
//
// State of ISO 2022: c[0] and c[1] are the sets designated to G0 and G1, c[2] to G2, by the final byte of the escape
// sequence, with the high bit set for double-byte ones; c[4] holds flags.
#include <string.h>

#include "modules/_cjk.h"

enum { ESC = 0x1b, SO = 0x0e, SI = 0x0f, ASCII = 'B', DOUBLE = 0x80, SHIFTED = 1, THROUGH = 2, MAX_ESCAPE = 16, WAIT = -1000 };

// ---- character sets --------------------------------------------------------------------------------------------------------

typedef struct SkCjkSet SkCjkSet;
struct SkCjkSet {
    uint8_t mark, width, plane;
    const SkCjkTable *table;  // EUC's: codes with both high bits set, or with one cleared for a second plane
    // Taken characters, 0: none, WAIT: the next one has to be known, SK_CJK_MEMORY. Fills *code.
    int (*encode)(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code);
    int (*decode)(const SkCjkSet *s, const uint8_t *in, uint32_t out[2]);  // how many characters
};

static int decode_first(const SkCjkSet *s, const uint8_t *in, uint32_t out[2]) {
    if (in[0] < 0x21 || in[0] > 0x7e || in[1] < 0x21 || in[1] > 0x7e) return 0;
    return sk_cjk_decode_code(s->table, (unsigned)(in[0] | 0x80) << 8 | in[1] | 0x80, out);
}

static int decode_second(const SkCjkSet *s, const uint8_t *in, uint32_t out[2]) {
    if (in[0] < 0x21 || in[0] > 0x7e || in[1] < 0x21 || in[1] > 0x7e) return 0;
    return sk_cjk_decode_code(s->table, (unsigned)(in[0] | 0x80) << 8 | in[1], out);
}

static int encode_plane(const SkCjkSet *s, uint32_t c, unsigned low, unsigned *code) {
    int found = sk_cjk_encode_char(s->table, c);
    if (found < 0) return SK_CJK_MEMORY;
    if (found < 0xa100 || (found & 0x80) != (int)low) return 0;
    *code = (unsigned)found & 0x7f7f;
    return 1;
}

static int encode_first(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)n, (void)last;
    return encode_plane(s, in[0], 0x80, code);
}

// EUC's second plane is that of JIS X 0212 where JIS X 0213 has no rows: these are not the set's.
static bool in_plane_2(unsigned high) {
    unsigned row = (high & 0x7f) - 0x20;
    return row == 1 || (row >= 3 && row <= 5) || row == 8 || (row >= 12 && row <= 15) || row >= 78;
}

static int decode_plane_2(const SkCjkSet *s, const uint8_t *in, uint32_t out[2]) {
    return in_plane_2(in[0]) ? decode_second(s, in, out) : 0;
}

static int encode_plane_2(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)n, (void)last;
    int taken = encode_plane(s, in[0], 0, code);
    return taken > 0 && !in_plane_2(*code >> 8) ? 0 : taken;
}

static int encode_second(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)n, (void)last;
    return encode_plane(s, in[0], 0, code);
}

// JIS X 0213, plane 1: letters with the mark that follows them, which come before what JIS X 0208 has.
static int encode_pairs(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    if (!sk_cjk_encode_pair(s->table, in[0], 0)) return 0;
    if (n < 2) return last ? 0 : WAIT;
    *code = (unsigned)sk_cjk_encode_pair(s->table, in[0], in[1]) & 0x7f7f;
    return *code ? 2 : 0;
}

static int encode_0213(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)n, (void)last;
    return in[0] == 0xff5e ? 0 : encode_plane(s, in[0], 0x80, code);  // only EUC and Shift_JIS have this tilde
}

static int decode_roman(const SkCjkSet *s, const uint8_t *in, uint32_t out[2]) {
    (void)s;
    out[0] = in[0] == '\\' ? 0xa5 : in[0] == '~' ? 0x203e : in[0];
    return 1;
}

static int encode_roman(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)s, (void)n, (void)last;
    if (in[0] != 0xa5 && in[0] != 0x203e) return 0;
    *code = in[0] == 0xa5 ? '\\' : '~';
    return 1;
}

static int decode_kana(const SkCjkSet *s, const uint8_t *in, uint32_t out[2]) {
    (void)s;
    out[0] = 0xff61 + in[0] - 0x21u;
    return in[0] >= 0x21 && in[0] <= 0x5f;
}

static int encode_kana(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)s, (void)n, (void)last;
    *code = in[0] - 0xff61 + 0x21;
    return in[0] >= 0xff61 && in[0] <= 0xff9f;
}

// Single-byte sets of G2 are only decoded.
static int encode_never(const SkCjkSet *s, const uint32_t *in, size_t n, bool last, unsigned *code) {
    (void)s, (void)in, (void)n, (void)last, (void)code;
    return 0;
}

static const SkCjkSet jisx0208 = {'B' | DOUBLE, 2, 0, &sk_cjk_euc_jp, encode_first, decode_first};
static const SkCjkSet jisx0208_old = {'@' | DOUBLE, 2, 0, &sk_cjk_euc_jp, encode_first, decode_first};
static const SkCjkSet jisx0212 = {'D' | DOUBLE, 2, 0, &sk_cjk_euc_jp, encode_second, decode_second};
static const SkCjkSet jisx0201_roman = {'J', 1, 0, NULL, encode_roman, decode_roman};
static const SkCjkSet jisx0201_kana = {'I', 1, 0, NULL, encode_kana, decode_kana};
static const SkCjkSet ksx1001_g1 = {'C' | DOUBLE, 2, 1, &sk_cjk_euc_kr, encode_first, decode_first};
static const SkCjkSet ksx1001_g0 = {'C' | DOUBLE, 2, 0, &sk_cjk_euc_kr, encode_first, decode_first};
static const SkCjkSet gb2312 = {'A' | DOUBLE, 2, 0, &sk_cjk_gb2312, encode_first, decode_first};
static const SkCjkSet latin_1 = {'A', 1, 2, NULL, encode_never, NULL};
static const SkCjkSet greek = {'F', 1, 2, NULL, encode_never, NULL};
static const SkCjkSet jisx0213_2000_pairs = {'O' | DOUBLE, 2, 0, &sk_cjk_euc_jisx0213, encode_pairs, decode_first};
static const SkCjkSet jisx0213_2000_1 = {'O' | DOUBLE, 2, 0, &sk_cjk_euc_jisx0213, encode_0213, decode_first};
static const SkCjkSet jisx0213_2000_2 = {'P' | DOUBLE, 2, 0, &sk_cjk_euc_jisx0213, encode_plane_2, decode_plane_2};
static const SkCjkSet jisx0213_2004_pairs = {'Q' | DOUBLE, 2, 0, &sk_cjk_euc_jis_2004, encode_pairs, decode_first};
static const SkCjkSet jisx0213_2004_1 = {'Q' | DOUBLE, 2, 0, &sk_cjk_euc_jis_2004, encode_0213, decode_first};
static const SkCjkSet jisx0213_2004_2 = {'P' | DOUBLE, 2, 0, &sk_cjk_euc_jis_2004, encode_plane_2, decode_plane_2};

const SkCjkSet *const sk_sets_kr[] = {&ksx1001_g1, NULL};
const SkCjkSet *const sk_sets_jp[] = {&jisx0208, &jisx0201_roman, &jisx0208_old, NULL};
const SkCjkSet *const sk_sets_jp_1[] = {&jisx0208, &jisx0212, &jisx0201_roman, &jisx0208_old, NULL};
const SkCjkSet *const sk_sets_jp_2[] = {&jisx0208,       &jisx0212,     &ksx1001_g0, &gb2312, &jisx0201_roman,
                                        &jisx0208_old, &latin_1, &greek,  NULL};
const SkCjkSet *const sk_sets_jp_2004[] = {&jisx0213_2004_pairs, &jisx0208, &jisx0213_2004_1, &jisx0213_2004_2, NULL};
const SkCjkSet *const sk_sets_jp_3[] = {&jisx0213_2000_pairs, &jisx0208, &jisx0213_2000_1, &jisx0213_2000_2, NULL};
const SkCjkSet *const sk_sets_jp_ext[] = {&jisx0208, &jisx0212, &jisx0201_roman, &jisx0201_kana, &jisx0208_old, NULL};

// ---- ISO 2022: decoding ------------------------------------------------------------------------------------------------------

static const SkCjkSet *find_set(const SkCjkCodec *codec, uint8_t mark) {
    for (const SkCjkSet *const *s = codec->sets; *s; s++)
        if ((*s)->mark == mark) return *s;
    return NULL;
}

static bool ends_escape(uint8_t c) { return (c >= 'A' && c <= 'Z') || c == '@'; }

// A designation: taken bytes, SK_CJK_MORE, or negative.
static int designate(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n) {
    int len = 0;
    for (size_t i = 1; i < MAX_ESCAPE && !len; i++) {
        if (i >= n) return SK_CJK_MORE;
        if (ends_escape(in[i])) len = (int)i + 1;
        else if (codec->flags & SK_ISO_JISX0208_EXT && i + 1 < n && in[i] == '&' && in[i + 1] == '@') i += 2;
    }
    int place, mark;
    if (len == 0) return -1;
    if (len == 3 && in[1] == '$') {
        if (in[2] != '@' && in[2] != 'A' && in[2] != 'B') return -3;
        place = 0;
        mark = in[2] | DOUBLE;
    } else if (len == 3) {
        place = in[1] == '(' ? 0 : in[1] == ')' ? 1 : in[1] == '.' && codec->flags & SK_ISO_G2 ? 2 : -1;
        mark = in[2];
    } else if (len == 4 && in[1] == '$') {
        place = in[2] == '(' ? 0 : in[2] == ')' ? 1 : -1;
        mark = in[3] | DOUBLE;
    } else if (len == 6 && codec->flags & SK_ISO_JISX0208_EXT && in[3] == ESC && in[4] == '$' && in[5] == 'B') {
        place = 0;
        mark = 'B' | DOUBLE;
    } else {
        return -len;
    }
    if (place < 0 || (mark != ASCII && !find_set(codec, (uint8_t)mark))) return -len;
    state->c[place] = (uint8_t)mark;
    return len;
}

// ESC N and a character of G2.
static int single_shift(const SkCjkState *state, const uint8_t *in, size_t n, uint32_t *out) {
    if (n < 3) return SK_CJK_MORE;
    uint8_t c = in[2];
    switch (state->c[2]) {
    case 'A':
        if (c >= 0x80) return -3;
        *out = c + 0x80u;
        return 3;
    case 'F': {
        c ^= 0x80;
        static const uint16_t few[] = {0xa0, 0x2018, 0x2019, 0xa3, 0x20ac, 0x20af};
        if (c < 0xa0 || c == 0xae || c == 0xd2 || c == 0xff) return -3;
        if (c <= 0xa5) *out = few[c - 0xa0];
        else if (c == 0xaa) *out = 0x37a;
        else if (c == 0xaf) *out = 0x2015;
        else if (c < 0xb4 || c == 0xb7 || c == 0xbb || c == 0xbd) *out = c;
        else *out = c + 0x2d0u;
        return 3;
    }
    default:
        if (c & 0x80) return -3;
        *out = c;
        return 3;
    }
}

int sk_iso2022_decode(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n, uint32_t *out, int *nout) {
    uint8_t c = in[0];
    *nout = 1;
    out[0] = c;
    if (state->c[4] & THROUGH) {
        if (ends_escape(c)) state->c[4] &= (uint8_t)~THROUGH;
        return 1;
    }
    bool shifts = !(codec->flags & SK_ISO_NO_SHIFT);
    if (c == ESC) {
        if (n < 2) return SK_CJK_MORE;
        if (memchr("()$.&", in[1], 5)) {
            *nout = 0;
            return designate(codec, state, in, n);
        }
        if (codec->flags & SK_ISO_G2 && in[1] == 'N') return single_shift(state, in, n, out);
        state->c[4] |= THROUGH;
        return 1;
    }
    if (shifts && (c == SI || c == SO)) {
        state->c[4] = (uint8_t)(c == SO ? state->c[4] | SHIFTED : state->c[4] & ~SHIFTED);
        *nout = 0;
        return 1;
    }
    if (c == '\n') state->c[4] &= (uint8_t)~SHIFTED;
    if (c < 0x20) return 1;
    if (c >= 0x80) return -1;
    uint8_t mark = state->c[4] & SHIFTED ? state->c[1] : state->c[0];
    const SkCjkSet *set = mark == ASCII ? NULL : find_set(codec, mark);
    if (!set) return 1;
    if (n < set->width) return SK_CJK_MORE;
    *nout = set->decode ? set->decode(set, in, out) : 0;
    return *nout ? set->width : -(int)set->width;
}

// ---- ISO 2022: encoding ------------------------------------------------------------------------------------------------------

static int shift_in(SkCjkState *state, uint8_t *out) {
    if (!(state->c[4] & SHIFTED)) return 0;
    state->c[4] &= (uint8_t)~SHIFTED;
    out[0] = SI;
    return 1;
}

static int to_ascii(SkCjkState *state, uint8_t *out) {
    if (state->c[0] == ASCII) return 0;
    state->c[0] = ASCII;
    memcpy(out, "\x1b(B", 3);
    return 3;
}

int sk_iso2022_end(SkCjkState *state, uint8_t *out) {
    int n = shift_in(state, out);
    return n + to_ascii(state, out + n);
}

static int write_designation(SkCjkState *state, const SkCjkSet *set, uint8_t *out) {
    int n = 0;
    if (state->c[set->plane] == set->mark) return 0;
    state->c[set->plane] = set->mark;
    uint8_t final = set->mark & 0x7f;
    out[n++] = ESC;
    if (set->width == 2) out[n++] = '$';
    if (set->plane == 1) out[n++] = ')';
    else if (set->width == 1 || set->mark != ('B' | DOUBLE)) out[n++] = '(';
    out[n++] = final;
    return n;
}

int sk_iso2022_encode(const SkCjkCodec *codec, SkCjkState *state, const uint32_t *in, size_t n, bool last, uint8_t *out, int *nout) {
    if (in[0] < 0x80) {
        int at = to_ascii(state, out);
        at += shift_in(state, out + at);
        out[at++] = (uint8_t)in[0];
        *nout = at;
        return 1;
    }
    for (const SkCjkSet *const *s = codec->sets; *s; s++) {
        unsigned code = 0;
        int taken = (*s)->encode(*s, in, n, last, &code);
        if (taken == 0) continue;
        if (taken == SK_CJK_MEMORY) return taken;
        if (taken < 0) return SK_CJK_MORE;
        int at = (*s)->plane == 0 ? shift_in(state, out) : 0;
        at += write_designation(state, *s, out + at);
        if ((*s)->plane == 1 && !(state->c[4] & SHIFTED)) {
            state->c[4] |= SHIFTED;
            out[at++] = SO;
        }
        if ((*s)->width == 2) out[at++] = (uint8_t)(code >> 8);
        out[at++] = (uint8_t)code;
        *nout = at;
        return taken;
    }
    return -1;
}

// ---- HZ ------------------------------------------------------------------------------------------------------------------------

int sk_hz_decode(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n, uint32_t *out, int *nout) {
    *nout = 0;
    bool chinese = state->c[0];
    if (in[0] == '~') {
        if (n < 2) return SK_CJK_MORE;
        if (in[1] == '~' && !chinese) {
            out[0] = '~';
            *nout = 1;
        } else if (in[1] == '{' && !chinese) {
            state->c[0] = 1;
        } else if (in[1] == '}' && chinese) {
            state->c[0] = 0;
        } else if (!(in[1] == '\n' && !chinese)) {
            return -1;
        }
        return 2;
    }
    if (in[0] & 0x80) return -1;
    *nout = 1;
    out[0] = in[0];
    if (!chinese) return 1;
    if (n < 2) return SK_CJK_MORE;
    *nout = in[1] & 0x80 ? 0 : sk_cjk_decode_code(codec->table, (unsigned)(in[0] | 0x80) << 8 | in[1] | 0x80, out);
    return *nout ? 2 : -1;
}

int sk_hz_end(SkCjkState *state, uint8_t *out) {
    if (!state->c[0]) return 0;
    state->c[0] = 0;
    memcpy(out, "~}", 2);
    return 2;
}

int sk_hz_encode(const SkCjkCodec *codec, SkCjkState *state, const uint32_t *in, size_t n, bool last, uint8_t *out, int *nout) {
    (void)n, (void)last;
    int at;
    if (in[0] < 0x80) {
        at = sk_hz_end(state, out);
        if (in[0] == '~') out[at++] = '~';
        out[at++] = (uint8_t)in[0];
        *nout = at;
        return 1;
    }
    int code = sk_cjk_encode_char(codec->table, in[0]);
    if (code < 0) return SK_CJK_MEMORY;
    if ((code & 0x8080) != 0x8080) return -1;
    at = 0;
    if (!state->c[0]) {
        memcpy(out, "~{", at = 2);
        state->c[0] = 1;
    }
    out[at++] = (uint8_t)(code >> 8 & 0x7f);
    out[at++] = (uint8_t)(code & 0x7f);
    *nout = at;
    return 1;
}
