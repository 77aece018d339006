// The generated tables behind modules/_cjk.c; read-only but for the reverse tables, which are made when first used.
//
// A code is one or two bytes, the first the higher; three bytes 8F b c are the code b << 8 | (c & 0x7F).
// Segments are consecutive codes and what they mean: consecutive characters, or a piece of the pool.
#ifndef SKEIN_MODULES_CJK_DATA_H
#define SKEIN_MODULES_CJK_DATA_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <uchar.h>

typedef struct SkCjkSegment {
    uint16_t code;
    uint16_t count : 15, run : 1;
    uint16_t value;  // run: the first character; else a position in the pool
} SkCjkSegment;

// What is outside the BMP, or two characters (second not 0).
typedef struct SkCjkSpecial {
    uint16_t code;
    uint32_t first, second;
} SkCjkSpecial;

// Characters that are encoded in another way than the first of their codes says; code 0: not at all.
typedef struct SkCjkOdd {
    uint32_t cp;
    uint16_t code;
} SkCjkOdd;

enum { SK_CJK_PAGES = 0x300 };
typedef struct SkCjkPages {
    uint16_t *page[SK_CJK_PAGES];  // by the character / 256, NULL: none; codes by the rest
} SkCjkPages;
typedef struct SkCjkReverse {
    _Atomic(SkCjkPages *) pages;   // PAIR(cjk-reverse)
} SkCjkReverse;

typedef struct SkCjkTable {
    const SkCjkSegment *segments;  // by code
    unsigned nsegments;
    const SkCjkSpecial *special;   // by code
    unsigned nspecial;
    const SkCjkSpecial *pairs;     // those of them that are two characters
    unsigned npairs;
    const SkCjkOdd *odd;
    unsigned nodd;
    uint64_t leads[4];             // bit set of the bytes that begin a longer code
    bool three;                    // has codes of three bytes
    SkCjkReverse *reverse;
} SkCjkTable;

typedef struct SkCjkFour {
    uint32_t linear;
    uint16_t cp, count;
} SkCjkFour;

extern const char16_t sk_cjk_pool[];
extern const SkCjkTable sk_cjk_gb18030, sk_cjk_gbk, sk_cjk_gb2312, sk_cjk_cp949, sk_cjk_euc_kr, sk_cjk_johab, sk_cjk_big5, sk_cjk_cp950,
    sk_cjk_big5hkscs, sk_cjk_euc_jis_2004, sk_cjk_euc_jisx0213, sk_cjk_euc_jp, sk_cjk_shift_jis_2004, sk_cjk_shift_jisx0213,
    sk_cjk_cp932, sk_cjk_shift_jis;
// The characters of the BMP that GB 18030 writes in four bytes, by the linear number of these.
extern const SkCjkFour sk_cjk_four[];
extern const unsigned sk_cjk_four_count;

#endif
