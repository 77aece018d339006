// The encodings of East Asia: one character at a time. Nothing here raises or knows of objects.
#ifndef SKEIN_MODULES_CJK_H
#define SKEIN_MODULES_CJK_H

#include <stddef.h>

#include "modules/_cjk_data.h"

// Zeroed and given to sk_cjk_start before use. A plain value: may be copied.
typedef struct {
    uint8_t c[8];
} SkCjkState;

typedef struct SkCjkCodec SkCjkCodec;

enum { SK_CJK_MORE = 0, SK_CJK_MEMORY = -100, SK_CJK_OUT_MAX = 16 };

// Answer how many bytes (characters) were taken; SK_CJK_MORE: more are needed; -k: k of them are malformed.
struct SkCjkCodec {
    const char *name, *module;
    int (*decode)(const SkCjkCodec *codec, SkCjkState *state, const uint8_t *in, size_t n, uint32_t out[2], int *nout);
    // last: no more characters will come. out has room for SK_CJK_OUT_MAX bytes. SK_CJK_MEMORY: out of memory.
    int (*encode)(const SkCjkCodec *codec, SkCjkState *state, const uint32_t *in, size_t n, bool last, uint8_t *out, int *nout);
    const SkCjkTable *table, *newer;  // newer: codes that only this one has are errors of two bytes
    const struct SkCjkSet *const *sets;  // ISO 2022: in the order of preference
    int flags;
};

void sk_cjk_start(const SkCjkCodec *codec, SkCjkState *state, bool decoder);
// The bytes that end a text in this state; answers their number.
int sk_cjk_end(const SkCjkCodec *codec, SkCjkState *state, uint8_t *out);
// What a decoder keeps over a reset().
void sk_cjk_reset_decoder(const SkCjkCodec *codec, SkCjkState *state);

// All codecs; the last has no name.
extern const SkCjkCodec sk_cjk_codecs[];

// ---- tables -------------------------------------------------------------------------------------------------------------

// The number of characters that a code means: 0, 1 or 2.
int sk_cjk_decode_code(const SkCjkTable *t, unsigned code, uint32_t out[2]);
// The code of a character; 0: it has none, -1: out of memory.
int sk_cjk_encode_char(const SkCjkTable *t, uint32_t c);
// The code of two characters; 0: they have none. second 0: whether some pair begins with first (answers its code).
int sk_cjk_encode_pair(const SkCjkTable *t, uint32_t first, uint32_t second);

// The codecs' functions for ISO 2022 and HZ (modules/_cjk_stateful.c).
int sk_iso2022_decode(const SkCjkCodec *, SkCjkState *, const uint8_t *, size_t, uint32_t *, int *);
int sk_iso2022_encode(const SkCjkCodec *, SkCjkState *, const uint32_t *, size_t, bool, uint8_t *, int *);
int sk_hz_decode(const SkCjkCodec *, SkCjkState *, const uint8_t *, size_t, uint32_t *, int *);
int sk_hz_encode(const SkCjkCodec *, SkCjkState *, const uint32_t *, size_t, bool, uint8_t *, int *);
int sk_iso2022_end(SkCjkState *state, uint8_t *out);
int sk_hz_end(SkCjkState *state, uint8_t *out);
extern const struct SkCjkSet *const sk_sets_kr[], *const sk_sets_jp[], *const sk_sets_jp_1[], *const sk_sets_jp_2[],
    *const sk_sets_jp_2004[], *const sk_sets_jp_3[], *const sk_sets_jp_ext[];
enum { SK_ISO_NO_SHIFT = 1, SK_ISO_G2 = 2, SK_ISO_JISX0208_EXT = 4 };

#endif
