// Powers of ten as 128-bit significands, shared by the conversions in dtoa.c and strtod.c.
#ifndef SKEIN_BASE_POW10_H
#define SKEIN_BASE_POW10_H

#include <stdint.h>

#define SK_POW10_MIN (-342)
#define SK_POW10_MAX 324

typedef struct SkPow10 {
    uint64_t hi, lo;
} SkPow10;

// Entry k - SK_POW10_MIN is 10^k scaled by a power of two into [2^127, 2^128) and rounded up; exact for 0 <= k <= 55.
extern const SkPow10 sk_pow10_table[SK_POW10_MAX - SK_POW10_MIN + 1];

// floor(log2(10^k)), right for |k| <= 1233.
static inline int sk_floor_log2_pow10(int k) { return (k * 1741647) >> 19; }

#endif
