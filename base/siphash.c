#include "base/siphash.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/random.h>

// Written at start-up while the process has one thread, read-only ever after: plain loads are enough.
static struct { uint64_t k0, k1; } key;

static inline uint64_t rotl(uint64_t x, unsigned b) { return x << b | x >> (64 - b); }

static inline uint64_t load_le64(const unsigned char *p) {
    uint64_t v;
    memcpy(&v, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap64(v);
#endif
    return v;
}

typedef struct SipState {
    uint64_t v0, v1, v2, v3;
} SipState;

static inline void sip_round(SipState *s) {
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = rotl(s->v1, 13) ^ s->v0;
    s->v3 = rotl(s->v3, 16) ^ s->v2;
    s->v0 = rotl(s->v0, 32);
    s->v2 += s->v1;
    s->v0 += s->v3;
    s->v1 = rotl(s->v1, 17) ^ s->v2;
    s->v3 = rotl(s->v3, 21) ^ s->v0;
    s->v2 = rotl(s->v2, 32);
}

static inline void sip_word(SipState *s, uint64_t m) {
    s->v3 ^= m;
    sip_round(s);
    s->v0 ^= m;
}

// The last 0..7 bytes as a little-endian word, by at most three loads and without reading past them.
static inline uint64_t tail_word(const unsigned char *p, size_t n) {
    uint64_t v = 0;
    if (n & 4) {
        uint32_t w;
        memcpy(&w, p, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        w = __builtin_bswap32(w);
#endif
        v = w;
        p += 4;
    }
    if (n & 2) {
        uint64_t w = (uint64_t)p[0] | (uint64_t)p[1] << 8;
        v |= w << (n & 4) * 8;
        p += 2;
    }
    if (n & 1) v |= (uint64_t)p[0] << (n & 6) * 8;
    return v;
}

uint64_t sk_siphash13(uint64_t k0, uint64_t k1, const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    SipState s = {
        k0 ^ UINT64_C(0x736f6d6570736575),
        k1 ^ UINT64_C(0x646f72616e646f6d),
        k0 ^ UINT64_C(0x6c7967656e657261),
        k1 ^ UINT64_C(0x7465646279746573),
    };
    uint64_t last = (uint64_t)n << 56;
    if (n >= 8) {
        for (size_t i = n >> 3; i > 0; i--, p += 8) sip_word(&s, load_le64(p));
    }
    sip_word(&s, last | tail_word(p, n & 7));
    s.v2 ^= 0xff;
    sip_round(&s);
    sip_round(&s);
    sip_round(&s);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

void sk_hash_init_seed(uint32_t seed) {
    unsigned char raw[16] = {0};
    if (seed) {
        uint32_t x = seed;
        for (size_t i = 0; i < sizeof raw; i++) {
            x = x * 214013u + 2531011u;
            raw[i] = (unsigned char)(x >> 16);
        }
    }
    key.k0 = load_le64(raw);
    key.k1 = load_le64(raw + 8);
}

bool sk_hash_init_random(void) {
    unsigned char raw[16];
    size_t got = 0;
    while (got < sizeof raw) {
        ssize_t r = getrandom(raw + got, sizeof raw - got, 0);
        if (r > 0)
            got += (size_t)r;
        else if (errno != EINTR)
            return false;
    }
    key.k0 = load_le64(raw);
    key.k1 = load_le64(raw + 8);
    return true;
}

int64_t sk_hash_bytes(const void *bytes, size_t n) {
    if (n == 0) return 0;
    int64_t h = (int64_t)sk_siphash13(key.k0, key.k1, bytes, n);
    return h == -1 ? -2 : h;
}

static inline int64_t signed_hash(uint64_t h, bool negative) {
    int64_t r = negative ? -(int64_t)h : (int64_t)h;
    return r == -1 ? -2 : r;
}

int64_t sk_hash_int64(int64_t v) {
    uint64_t m = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    return signed_hash(m % SK_HASH_MODULUS, v < 0);
}

int64_t sk_hash_double(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    bool negative = bits >> 63;
    int e = (int)(bits >> 52 & 0x7FF);
    uint64_t m = bits & ((UINT64_C(1) << 52) - 1);
    if (e == 0x7FF) return m ? 0 : negative ? -SK_HASH_INF : SK_HASH_INF;
    if (e)
        m |= UINT64_C(1) << 52;
    else
        e = 1;
    // |d| = m * 2^(e-1075) with m below the modulus; times 2 modulo 2^61-1 is a rotation of 61 bits.
    int shift = (e - 1075) % SK_HASH_BITS;
    if (shift < 0) shift += SK_HASH_BITS;
    if (shift) m = (m << shift & SK_HASH_MODULUS) | m >> (SK_HASH_BITS - shift);
    return signed_hash(m, negative);
}
