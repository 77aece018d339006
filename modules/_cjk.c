// Tables of double-byte character sets, and the codecs that are little more.
#include "modules/_cjk.h"

#include <string.h>

#include "base/alloc.h"
#include "base/atomic.h"

// ---- from codes ----------------------------------------------------------------------------------------------------------

static uint16_t segment_char(const SkCjkSegment *s, unsigned i) {
    return s->run ? (uint16_t)(s->value + i) : (uint16_t)sk_cjk_pool[s->value + i];
}

int sk_cjk_decode_code(const SkCjkTable *t, unsigned code, uint32_t out[2]) {
    size_t low = 0, high = t->nsegments;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (t->segments[middle].code <= code) low = middle;
        else high = middle;
    }
    const SkCjkSegment *s = &t->segments[low];
    if (code >= s->code && code - s->code < s->count) {
        out[0] = segment_char(s, code - s->code);
        return 1;
    }
    for (low = 0, high = t->nspecial; low < high;) {
        size_t middle = (low + high) / 2;
        const SkCjkSpecial *p = &t->special[middle];
        if (p->code == code) {
            out[0] = p->first;
            out[1] = p->second;
            return p->second ? 2 : 1;
        }
        if (p->code < code) low = middle + 1;
        else high = middle;
    }
    return 0;
}

// ---- to codes ------------------------------------------------------------------------------------------------------------

static bool put(SkCjkPages *pages, uint32_t c, unsigned code, bool replace) {
    uint16_t **page = &pages->page[c >> 8];
    if (!*page && !(*page = sk_calloc(256, sizeof **page))) return false;
    if (replace || !(*page)[c & 0xff]) (*page)[c & 0xff] = (uint16_t)code;
    return true;
}

static bool fill(const SkCjkTable *t, SkCjkPages *pages, bool threes) {
    for (unsigned i = 0; i < t->nsegments; i++) {
        const SkCjkSegment *s = &t->segments[i];
        for (unsigned k = 0; k < s->count; k++) {
            unsigned code = s->code + k;
            if ((t->three && !(code & 0x80)) == threes && !put(pages, segment_char(s, k), code, false)) return false;
        }
    }
    return true;
}

static bool fill_special(const SkCjkTable *t, SkCjkPages *pages, bool threes) {
    for (unsigned i = 0; i < t->nspecial; i++) {
        const SkCjkSpecial *p = &t->special[i];
        if (!p->second && (t->three && !(p->code & 0x80)) == threes && !put(pages, p->first, p->code, false)) return false;
    }
    return true;
}

static void drop(SkCjkPages *pages) {
    for (size_t i = 0; i < SK_CJK_PAGES; i++) sk_free(pages->page[i]);
    sk_free(pages);
}

// Made once and kept for ever; of two threads that make it at the same time, one throws its work away.
static const SkCjkPages *reverse(const SkCjkTable *t) {
    SkCjkPages *pages = sk_load_acquire(&t->reverse->pages);  // PAIR(cjk-reverse): without it the codes could look unwritten
    if (pages) return pages;
    pages = sk_calloc(1, sizeof *pages);
    if (!pages) return NULL;
    bool good = fill(t, pages, false) && fill(t, pages, true) && fill_special(t, pages, false) && fill_special(t, pages, true);
    for (unsigned i = 0; good && i < t->nodd; i++) good = put(pages, t->odd[i].cp, t->odd[i].code, true);
    SkCjkPages *first = NULL;
    if (good && sk_cas_acq_rel(&t->reverse->pages, &first, pages)) return pages;  // PAIR(cjk-reverse)
    drop(pages);
    return good ? first : NULL;
}

int sk_cjk_encode_char(const SkCjkTable *t, uint32_t c) {
    const SkCjkPages *pages = reverse(t);
    if (!pages) return -1;
    const uint16_t *page = c >> 8 < SK_CJK_PAGES ? pages->page[c >> 8] : NULL;
    unsigned code = page ? page[c & 0xff] : 0;
    return code ? (int)code : c < 0x80 ? (int)c : 0;
}

int sk_cjk_encode_pair(const SkCjkTable *t, uint32_t first, uint32_t second) {
    for (unsigned i = 0; i < t->npairs; i++) {
        const SkCjkSpecial *p = &t->pairs[i];
        if (p->first == first && (!second || p->second == second)) return p->code;
    }
    return 0;
}

// ---- codecs of codes -----------------------------------------------------------------------------------------------------

static bool is_lead(const SkCjkTable *t, unsigned byte) { return t->leads[byte >> 6] >> (byte & 63) & 1; }

static int decode_plain(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n, uint32_t out[2], int *nout) {
    (void)state;
    const SkCjkTable *t = codec->table;
    *nout = 1;
    if (!is_lead(t, in[0])) {
        if (sk_cjk_decode_code(t, in[0], out)) return 1;
        out[0] = in[0];
        return in[0] < 0x80 ? 1 : -1;
    }
    if (n < 2) return SK_CJK_MORE;
    if (t->three && in[0] == 0x8f) {
        if (n < 3) return SK_CJK_MORE;
        if (in[1] < 0xa1 || in[2] < 0xa1) return -1;
        *nout = sk_cjk_decode_code(t, (unsigned)in[1] << 8 | (in[2] & 0x7f), out);
        return *nout ? 3 : -1;
    }
    unsigned code = (unsigned)in[0] << 8 | in[1];
    if (t->three && !(code & 0x80)) return -1;
    *nout = sk_cjk_decode_code(t, code, out);
    if (*nout) return 2;
    return codec->newer && sk_cjk_decode_code(codec->newer, code, out) ? -2 : -1;
}

static int write_code(const SkCjkTable *t, int code, uint8_t *out) {
    if (code < 0x100) {
        out[0] = (uint8_t)code;
        return 1;
    }
    uint8_t high = (uint8_t)(code >> 8), low = (uint8_t)code;
    if (t->three && !(low & 0x80)) {
        out[0] = 0x8f;
        out[1] = high;
        out[2] = low | 0x80;
        return 3;
    }
    out[0] = high;
    out[1] = low;
    return 2;
}

static int encode_plain(const SkCjkCodec *codec, SkCjkState *state, const uint32_t *in, size_t n, bool last, uint8_t *out, int *nout) {
    (void)state;
    const SkCjkTable *t = codec->table;
    if (t->npairs && in[0] >= 0x80 && sk_cjk_encode_pair(t, in[0], 0)) {
        if (n < 2 && !last) return SK_CJK_MORE;
        int code = n < 2 ? 0 : sk_cjk_encode_pair(t, in[0], in[1]);
        if (code) {
            *nout = write_code(t, code, out);
            return 2;
        }
    }
    int code = sk_cjk_encode_char(t, in[0]);
    if (code < 0) return SK_CJK_MEMORY;
    if (code == 0 && in[0] != 0) return -1;
    *nout = write_code(t, code, out);
    return 1;
}

// ---- EUC-KR: syllables outside the set are written as their letters (KS X 1001, annex 3) ------------------------------------

enum { HANGUL = 0xac00, SYLLABLES = 11172, JAMO = 0xa4, FILLER = 0xd4 };
static const uint8_t leading[19] = {0, 1, 3, 6, 7, 8, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29};
static const uint8_t trailing[27] = {0,  1,  2,  3,  4,  5,  6,  8,  9,  10, 11, 12, 13, 14,
                                     15, 16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 28, 29};

static int position(const uint8_t *list, size_t n, int value) {
    for (size_t i = 0; i < n; i++)
        if (list[i] == value) return (int)i;
    return -1;
}

static int decode_euc_kr(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n, uint32_t out[2], int *nout) {
    if (n < 2 || in[0] != JAMO || in[1] != FILLER) return decode_plain(codec, state, in, n, out, nout);
    if (n < 8) return SK_CJK_MORE;
    if (in[2] != JAMO || in[4] != JAMO || in[6] != JAMO) return -1;
    int l = position(leading, sizeof leading, in[3] - 0xa1), v = in[5] - 0xbf;
    int t = in[7] == FILLER ? 0 : position(trailing, sizeof trailing, in[7] - 0xa1) + 1;
    if (l < 0 || v < 0 || v > 20 || (t == 0 && in[7] != FILLER)) return -1;
    out[0] = (uint32_t)(HANGUL + (l * 21 + v) * 28 + t);
    *nout = 1;
    return 8;
}

static int encode_euc_kr(const SkCjkCodec *codec, SkCjkState *state, const uint32_t *in, size_t n, bool last, uint8_t *out, int *nout) {
    int taken = encode_plain(codec, state, in, n, last, out, nout);
    uint32_t c = in[0] - HANGUL;
    if (taken != -1 || c >= SYLLABLES) return taken;
    const uint8_t letters[8] = {JAMO, FILLER, JAMO, (uint8_t)(0xa1 + leading[c / 588]), JAMO, (uint8_t)(0xbf + c / 28 % 21),
                                JAMO, c % 28 ? (uint8_t)(0xa1 + trailing[c % 28 - 1]) : FILLER};
    memcpy(out, letters, *nout = 8);
    return 1;
}

// ---- GB 18030: four bytes for what has not two -----------------------------------------------------------------------------

enum { ASTRAL = 189000 };  // linear number of U+10000

static int decode_gb18030(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n, uint32_t out[2], int *nout) {
    if (n < 2 || in[0] < 0x80 || in[1] < 0x30 || in[1] > 0x39) return decode_plain(codec, state, in, n, out, nout);
    if (n < 4) return SK_CJK_MORE;
    if (in[0] < 0x81 || in[2] < 0x81 || in[3] < 0x30 || in[0] > 0xfe || in[2] > 0xfe || in[3] > 0x39) return -1;
    uint32_t linear = (((in[0] - 0x81u) * 10 + in[1] - 0x30u) * 126 + in[2] - 0x81u) * 10 + in[3] - 0x30u;
    *nout = 1;
    if (linear >= ASTRAL && linear - ASTRAL < 0x100000) {
        out[0] = 0x10000 + linear - ASTRAL;
        return 4;
    }
    size_t low = 0, high = sk_cjk_four_count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (sk_cjk_four[middle].linear <= linear) low = middle;
        else high = middle;
    }
    const SkCjkFour *f = &sk_cjk_four[low];
    if (linear < f->linear || linear - f->linear >= f->count) return -1;
    out[0] = f->cp + linear - f->linear;
    return 4;
}

static int encode_gb18030(const SkCjkCodec *codec, SkCjkState *state, const uint32_t *in, size_t n, bool last, uint8_t *out, int *nout) {
    uint32_t c = in[0], linear = 0;
    if (c < 0x10000) {
        int taken = encode_plain(codec, state, in, n, last, out, nout);
        if (taken != -1) return taken;
        unsigned i = 0;
        while (i < sk_cjk_four_count && !(c >= sk_cjk_four[i].cp && c - sk_cjk_four[i].cp < sk_cjk_four[i].count)) i++;
        if (i == sk_cjk_four_count) return -1;
        linear = sk_cjk_four[i].linear + c - sk_cjk_four[i].cp;
    } else {
        linear = ASTRAL + c - 0x10000;
    }
    out[3] = (uint8_t)(0x30 + linear % 10);
    out[2] = (uint8_t)(0x81 + linear / 10 % 126);
    out[1] = (uint8_t)(0x30 + linear / 1260 % 10);
    out[0] = (uint8_t)(0x81 + linear / 12600);
    *nout = 4;
    return 1;
}

// ---- all of them -----------------------------------------------------------------------------------------------------------

#define PLAIN(module, name) {#name, module, decode_plain, encode_plain, &sk_cjk_##name, NULL, NULL, 0}
#define ISO(name, sets, flags) {"iso2022_" #name, "_codecs_iso2022", sk_iso2022_decode, sk_iso2022_encode, NULL, NULL, sets, flags}
enum { JP = SK_ISO_NO_SHIFT | SK_ISO_JISX0208_EXT };

const SkCjkCodec sk_cjk_codecs[] = {
    PLAIN("_codecs_cn", gb2312),
    PLAIN("_codecs_cn", gbk),
    {"gb18030", "_codecs_cn", decode_gb18030, encode_gb18030, &sk_cjk_gb18030, NULL, NULL, 0},
    {"hz", "_codecs_cn", sk_hz_decode, sk_hz_encode, &sk_cjk_gb2312, NULL, NULL, 0},
    PLAIN("_codecs_hk", big5hkscs),
    PLAIN("_codecs_jp", shift_jis),
    PLAIN("_codecs_jp", cp932),
    PLAIN("_codecs_jp", euc_jp),
    PLAIN("_codecs_jp", shift_jis_2004),
    PLAIN("_codecs_jp", euc_jis_2004),
    {"euc_jisx0213", "_codecs_jp", decode_plain, encode_plain, &sk_cjk_euc_jisx0213, &sk_cjk_euc_jis_2004, NULL, 0},
    {"shift_jisx0213", "_codecs_jp", decode_plain, encode_plain, &sk_cjk_shift_jisx0213, &sk_cjk_shift_jis_2004, NULL, 0},
    {"euc_kr", "_codecs_kr", decode_euc_kr, encode_euc_kr, &sk_cjk_euc_kr, NULL, NULL, 0},
    PLAIN("_codecs_kr", cp949),
    PLAIN("_codecs_kr", johab),
    PLAIN("_codecs_tw", big5),
    PLAIN("_codecs_tw", cp950),
    ISO(kr, sk_sets_kr, 0),
    ISO(jp, sk_sets_jp, JP),
    ISO(jp_1, sk_sets_jp_1, JP),
    ISO(jp_2, sk_sets_jp_2, JP | SK_ISO_G2),
    ISO(jp_2004, sk_sets_jp_2004, JP),
    ISO(jp_3, sk_sets_jp_3, JP),
    ISO(jp_ext, sk_sets_jp_ext, JP),
    {0},
};

void sk_cjk_start(const SkCjkCodec *codec, SkCjkState *state, bool decoder) {
    memset(state, 0, sizeof *state);
    if (codec->sets) state->c[0] = state->c[1] = 'B';
    if (codec->sets && decoder) state->c[2] = 'B';
}

int sk_cjk_end(const SkCjkCodec *codec, SkCjkState *state, uint8_t *out) {
    if (codec->sets) return sk_iso2022_end(state, out);
    return codec->encode == sk_hz_encode ? sk_hz_end(state, out) : 0;
}

void sk_cjk_reset_decoder(const SkCjkCodec *codec, SkCjkState *state) {
    if (codec->sets) {
        state->c[0] = 'B';
        state->c[4] &= (uint8_t)~1u;
    } else {
        memset(state, 0, sizeof *state);
    }
}
