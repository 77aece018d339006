// _blake2: BLAKE2b and BLAKE2s (RFC 7693; the parameter block: "BLAKE2: simpler, smaller, fast as MD5", section 2.8).
//
// Both are one algorithm over words of 64 or 32 bits; the words lie in uint64_t and are cut to their width. A hash object's
// state is used under its mutex. Who holds the mutex runs no Python code; a thread that waits for it is detached meanwhile.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef struct {
    unsigned word;            // bytes
    unsigned rounds;
    unsigned rotate[4];
    uint64_t iv[8];
} Variant;

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    const Variant *variant;
    uint8_t digest_size;
    bool last_node;
    // Under the mutex:
    uint64_t h[8], count;
    unsigned filled;
    uint8_t block[128];
} Blake;

enum { LARGE = 2048 };

static const Variant variant_b = {8, 12, {32, 24, 16, 63},
    {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
     0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}};
static const Variant variant_s = {4, 10, {16, 12, 8, 7},
    {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
static const uint8_t sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

static SkType blake2b_type, blake2s_type;
static Blake *as_blake(SkValue v) { return (Blake *)sk_ptr(v); }

SK_INLINE uint64_t load_word(const uint8_t *p, unsigned n) {
    uint64_t w = 0;
    for (unsigned i = 0; i < n; i++) w |= (uint64_t)p[i] << (8 * i);
    return w;
}

SK_INLINE uint64_t turn(const Variant *k, uint64_t x, unsigned n) {
    return k->word == 8 ? x >> n | x << (64 - n) : (uint32_t)((uint32_t)x >> n | (uint32_t)x << (32 - n));
}

SK_INLINE void mix(const Variant *k, uint64_t *v, unsigned a, unsigned b, unsigned c, unsigned d, uint64_t x, uint64_t y) {
    const uint64_t mask = k->word == 8 ? UINT64_MAX : UINT32_MAX;
    v[a] = (v[a] + v[b] + x) & mask;
    v[d] = turn(k, v[d] ^ v[a], k->rotate[0]);
    v[c] = (v[c] + v[d]) & mask;
    v[b] = turn(k, v[b] ^ v[c], k->rotate[1]);
    v[a] = (v[a] + v[b] + y) & mask;
    v[d] = turn(k, v[d] ^ v[a], k->rotate[2]);
    v[c] = (v[c] + v[d]) & mask;
    v[b] = turn(k, v[b] ^ v[c], k->rotate[3]);
}

SK_INLINE void compress_as(const Variant *k, Blake *s, const uint8_t *block, bool last) {
    const uint64_t mask = k->word == 8 ? UINT64_MAX : UINT32_MAX;
    uint64_t v[16], m[16];
    for (unsigned i = 0; i < 16; i++) m[i] = load_word(block + i * k->word, k->word);
    memcpy(v, s->h, sizeof s->h);
    memcpy(v + 8, k->iv, sizeof k->iv);
    v[12] ^= s->count & mask;
    if (k->word == 4) v[13] ^= s->count >> 32;
    if (last) v[14] ^= mask;
    if (last && s->last_node) v[15] ^= mask;
    for (unsigned r = 0; r < k->rounds; r++) {
        const uint8_t *o = sigma[r % 10];
#pragma GCC unroll 4
        for (unsigned i = 0; i < 4; i++) mix(k, v, i, i + 4, i + 8, i + 12, m[o[2 * i]], m[o[2 * i + 1]]);
#pragma GCC unroll 4
        for (unsigned i = 0; i < 4; i++)
            mix(k, v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[o[8 + 2 * i]], m[o[9 + 2 * i]]);
    }
    for (unsigned i = 0; i < 8; i++) s->h[i] ^= v[i] ^ v[i + 8];
}

// One copy of the rounds for each variant, with its numbers as constants.
static SK_NOINLINE void compress_b(Blake *s, const uint8_t *block, bool last) { compress_as(&variant_b, s, block, last); }
static SK_NOINLINE void compress_s(Blake *s, const uint8_t *block, bool last) { compress_as(&variant_s, s, block, last); }
static void compress(Blake *s, const uint8_t *block, bool last) {
    if (s->variant == &variant_b) compress_b(s, block, last);
    else compress_s(s, block, last);
}

// The last block waits until it is known to be the last.
static void absorb(Blake *s, const uint8_t *p, size_t n) {
    const unsigned size = 16 * s->variant->word;
    while (n) {
        if (s->filled == size) {
            s->count += size;
            compress(s, s->block, false);
            s->filled = 0;
        }
        size_t take = n < size - s->filled ? n : size - s->filled;
        memcpy(s->block + s->filled, p, take);
        s->filled += (unsigned)take;
        p += take;
        n -= take;
    }
}

static void mutex_lock(pthread_mutex_t *m) {
    while (pthread_mutex_trylock(m) != 0) {
        sk_thread_detach();
        pthread_mutex_lock(m);
        pthread_mutex_unlock(m);
        sk_thread_attach();
    }
}

static bool feed(Blake *s, SkValue data) {
    if (sk_is_str(data)) return sk_raise_false(sk_exc_TypeError, "Strings must be encoded before hashing");
    if (!sk_has_buffer(data)) return sk_raise_false(sk_exc_TypeError, "object supporting the buffer API required");
    SkBuffer b;
    if (!sk_buffer_get(data, &b, SK_BUF_SIMPLE)) return false;
    bool large = b.length >= LARGE;
    if (large) {
        sk_thread_detach();
        pthread_mutex_lock(&s->mutex);
    } else {
        mutex_lock(&s->mutex);
    }
    absorb(s, b.data, (size_t)b.length);
    pthread_mutex_unlock(&s->mutex);
    if (large) sk_thread_attach();
    sk_buffer_release(&b);
    return true;
}

static void blake_destroy(SkObject *o) {
    pthread_mutex_destroy(&((Blake *)o)->mutex);
    sk_instance_free(o, 0);
}

// Copies a short argument; its length, or -1 with ValueError if it is longer than max.
static int short_bytes(SkValue v, const char *what, uint8_t *to, size_t max) {
    if (sk_is_empty(v)) return 0;
    SkBuffer b;
    if (!sk_buffer_get(v, &b, SK_BUF_SIMPLE)) return -1;
    int n = (int)b.length;
    bool fits = (size_t)b.length <= max;
    if (fits) memcpy(to, b.data, (size_t)b.length);
    sk_buffer_release(&b);
    if (!fits) sk_raise(sk_exc_ValueError, "maximum %s length is %zu bytes", what, max);
    return fits ? n : -1;
}

static bool ranged(SkValue v, int64_t otherwise, int64_t min, int64_t max, const char *message, int64_t *out) {
    *out = otherwise;
    if (sk_is_empty(v)) return true;
    int i;
    if (!sk_as_int(v, &i)) return false;
    *out = i;
    return (*out >= min && *out <= max) || sk_raise_false(sk_exc_ValueError, "%s", message);
}

static bool wide(SkValue v, const char *name, uint64_t max, uint64_t *out) {
    *out = 0;
    if (sk_is_empty(v)) return true;
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "an integer is required");
    if (sk_int_sign(v) < 0) return sk_raise_false(sk_exc_ValueError, "value must be positive");
    if (!sk_int_fits_uint64(v, out)) return sk_raise_false(sk_exc_OverflowError, "int too big to convert");
    return *out <= max || sk_raise_false(sk_exc_OverflowError, "%s is too large", name);
}

static bool setup(Blake *s, const SkValue *a) {
    const Variant *k = s->variant;
    const unsigned w = k->word;
    uint8_t p[64] = {0}, key[128] = {0};
    int64_t size, fanout, depth, node_depth, inner;
    uint64_t leaf, offset;
    char text[80];
    snprintf(text, sizeof text, "digest_size must be between 1 and %u bytes", 8 * w);
    if (!ranged(a[1], 8 * w, 1, 8 * w, text, &size)) return false;
    int key_len = short_bytes(a[2], "key", key, 8 * w);
    if (key_len < 0 || short_bytes(a[3], "salt", p + 4 * w, 2 * w) < 0 || short_bytes(a[4], "person", p + 6 * w, 2 * w) < 0) return false;
    if (!ranged(a[5], 1, 0, 255, "fanout must be between 0 and 255", &fanout) ||
        !ranged(a[6], 1, 1, 255, "depth must be between 1 and 255", &depth) ||
        !wide(a[7], "leaf_size", UINT32_MAX, &leaf) || !wide(a[8], "node_offset", w == 8 ? UINT64_MAX : (UINT64_C(1) << 48) - 1, &offset) ||
        !ranged(a[9], 0, 0, 255, "node_depth must be between 0 and 255", &node_depth) ||
        !ranged(a[10], 0, 0, 8 * w, w == 8 ? "inner_size must be between 0 and is 64" : "inner_size must be between 0 and is 32", &inner))
        return false;
    int last = sk_is_empty(a[11]) ? 0 : sk_truth(a[11]);
    if (last < 0) return false;
    s->last_node = last;
    s->digest_size = p[0] = (uint8_t)size;
    p[1] = (uint8_t)key_len;
    p[2] = (uint8_t)fanout;
    p[3] = (uint8_t)depth;
    for (unsigned i = 0; i < 4; i++) p[4 + i] = (uint8_t)(leaf >> (8 * i));
    for (unsigned i = 0; i < (w == 8 ? 8u : 6u); i++) p[8 + i] = (uint8_t)(offset >> (8 * i));
    p[w == 8 ? 16 : 14] = (uint8_t)node_depth;
    p[w == 8 ? 17 : 15] = (uint8_t)inner;
    for (unsigned i = 0; i < 8; i++) s->h[i] = k->iv[i] ^ load_word(p + i * w, w);
    if (key_len) absorb(s, key, 16 * w);
    bool old = !sk_is_empty(a[13]) && !sk_is_none(a[13]);
    if (old && !sk_is_empty(a[0]))
        return sk_raise_false(sk_exc_TypeError, "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for "
                                                "removal in a future version.");
    return (!old && sk_is_empty(a[0])) || feed(s, old ? a[13] : a[0]);
}

static Blake *blake_alloc(SkType *type, const Variant *k) {
    Blake *s = (Blake *)sk_type_alloc(type, 0);
    if (!s) return NULL;
    pthread_mutex_init(&s->mutex, NULL);
    s->variant = k;
    return s;
}

static SkValue blake_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue a[14];
    bool b = sk_is_subtype(type, &blake2b_type);
    if (!sk_bind(b ? "blake2b" : "blake2s",
                 "(data=b'', *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, "
                 "node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None)",
                 &cache, args, nargs, kwnames, a))
        return SK_EMPTY;
    Blake *s = blake_alloc(type, b ? &variant_b : &variant_s);
    if (!s) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(s);
    return setup(s, a) ? sk_move(&v) : SK_EMPTY;
}

static void copy_state(Blake *to, Blake *from) {
    mutex_lock(&from->mutex);
    to->digest_size = from->digest_size;
    to->last_node = from->last_node;
    to->count = from->count;
    to->filled = from->filled;
    memcpy(to->h, from->h, sizeof to->h);
    memcpy(to->block, from->block, sizeof to->block);
    pthread_mutex_unlock(&from->mutex);
}

static SkValue blake_copy(SkValue v) {
    Blake *copy = blake_alloc(sk_type_of(v), as_blake(v)->variant);
    if (!copy) return SK_EMPTY;
    copy_state(copy, as_blake(v));
    return sk_counted(copy);
}

static void finish(Blake *s, uint8_t *out) {
    Blake last = {.variant = s->variant};
    copy_state(&last, s);
    const unsigned w = s->variant->word;
    memset(last.block + last.filled, 0, sizeof last.block - last.filled);
    last.count += last.filled;
    compress(&last, last.block, true);
    for (unsigned i = 0; i < s->digest_size; i++) out[i] = (uint8_t)(last.h[i / w] >> (8 * (i % w)));
}

static SkValue blake_digest(SkValue v) {
    uint8_t d[64];
    finish(as_blake(v), d);
    return sk_bytes_from(d, as_blake(v)->digest_size);
}

static SkValue blake_hexdigest(SkValue v) {
    uint8_t d[64];
    char text[128];
    finish(as_blake(v), d);
    size_t n = as_blake(v)->digest_size;
    for (size_t i = 0; i < 2 * n; i++) text[i] = "0123456789abcdef"[i % 2 ? d[i / 2] & 15 : d[i / 2] >> 4];
    return sk_str_from_ascii(text, 2 * n);
}

static SkValue blake_update(SkValue v, SkValue data) { return feed(as_blake(v), data) ? SK_NONE : SK_EMPTY; }

static SkValue get_name(SkValue v, void *c) {
    (void)c;
    return sk_str_from(as_blake(v)->variant->word == 8 ? "blake2b" : "blake2s");
}
static SkValue get_block_size(SkValue v, void *c) {
    (void)c;
    return sk_from_small_int(16 * as_blake(v)->variant->word);
}
static SkValue get_digest_size(SkValue v, void *c) {
    (void)c;
    return sk_from_small_int(as_blake(v)->digest_size);
}

static const SkMethodDef blake_methods[] = {
    {.name = "copy", .kind = SK_NOARGS, .noargs = blake_copy, .sig = "()", .doc = "Return a copy of the hash object."},
    {.name = "digest", .kind = SK_NOARGS, .noargs = blake_digest, .sig = "()", .doc = "Return the digest of what was hashed so far, as bytes."},
    {.name = "hexdigest", .kind = SK_NOARGS, .noargs = blake_hexdigest, .sig = "()", .doc = "Return the digest of what was hashed so far, in hexadecimal."},
    {.name = "update", .kind = SK_ONEARG, .onearg = blake_update, .sig = "(data, /)", .doc = "Hash more data."},
    {0},
};
static const SkGetSetDef blake_getset[] = {
    {.name = "block_size", .get = get_block_size, .doc = "The block size of the algorithm, in bytes."},
    {.name = "digest_size", .get = get_digest_size, .doc = "The length of the digest, in bytes."},
    {.name = "name", .get = get_name, .doc = "The algorithm's name."},
    {0},
};

#define BLAKE_TYPE(name_)                                                                  \
    {                                                                                      \
        SK_TYPE_HEAD(0, sizeof(Blake), NULL, NULL, blake_destroy), .name = "_blake2." name_, \
        .doc = "A new " name_ " hash object.", .flags = SK_TF_BASE, .new_ = blake_new,     \
        .methods = blake_methods, .getset = blake_getset,                                  \
    }
static SkType blake2b_type = BLAKE_TYPE("blake2b"), blake2s_type = BLAKE_TYPE("blake2s");

static bool add_sizes(SkValue m, SkType *t, const char *prefix, int64_t word) {
    static const char *const names[] = {"SALT_SIZE", "PERSON_SIZE", "MAX_KEY_SIZE", "MAX_DIGEST_SIZE"};
    for (int i = 0; i < 4; i++) {
        SkValue size = sk_from_small_int(word * (i < 2 ? 2 : 8));
        char text[40];
        snprintf(text, sizeof text, "%s_%s", prefix, names[i]);
        if (!sk_type_set_attr(t, sk_intern_s(names[i]), size) || !sk_module_add(m, text, size)) return false;
    }
    return true;
}

static bool exec(SkValue m) {
    return sk_module_add_type(m, &blake2b_type) && sk_module_add_type(m, &blake2s_type) && add_sizes(m, &blake2b_type, "BLAKE2B", 8) &&
           add_sizes(m, &blake2s_type, "BLAKE2S", 4);
}

const SkModuleDef sk_module__blake2 = {"_blake2", "BLAKE2b and BLAKE2s.", NULL, exec};
