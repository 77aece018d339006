// _random: the generator behind the module random.
//
// M. Matsumoto, T. Nishimura, "Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom number
// generator", 1998 (MT19937), with the initialisation by an array of their later reference. The state changes under the
// object's lock.
#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

enum { N = 624, M = 397 };

typedef struct {
    uint32_t mt[N];
    uint32_t index;  // of the next word; N: the state is to be renewed first
} Twister;

typedef struct {
    SkObject header;
    Twister twister;  // under the lock
} Random;

// ---- the generator ----------------------------------------------------------------------------------------------------------

static uint32_t twist(uint32_t high, uint32_t low) {
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
}

static uint32_t next_word(Twister *t) {
    uint32_t *mt = t->mt;
    if (t->index >= N) {
        for (int i = 0; i < N; i++) mt[i] = mt[(i + M) % N] ^ twist(mt[i], mt[(i + 1) % N]);
        t->index = 0;
    }
    uint32_t y = mt[t->index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

static void seed_with(Twister *t, const uint32_t *key, size_t n) {
    uint32_t *mt = t->mt;
    mt[0] = 19650218u;
    for (uint32_t i = 1; i < N; i++) mt[i] = 1812433253u * (mt[i - 1] ^ (mt[i - 1] >> 30)) + i;
    uint32_t i = 1, j = 0;
    for (size_t k = n > N ? n : N; k; k--) {
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525u)) + key[j] + j;
        if (++i == N) {
            mt[0] = mt[N - 1];
            i = 1;
        }
        if (++j == n) j = 0;
    }
    for (size_t k = N - 1; k; k--) {
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941u)) - i;
        if (++i == N) {
            mt[0] = mt[N - 1];
            i = 1;
        }
    }
    mt[0] = 0x80000000u;
    t->index = N;
}

// ---- seeds ------------------------------------------------------------------------------------------------------------------

static Random *random_of(SkValue v) { return (Random *)sk_ptr(v); }

static void install(Random *r, const Twister *t) {
    sk_lock(&r->header);
    r->twister = *t;
    sk_unlock(&r->header);
}

static bool seed_from_system(Random *r) {
    uint32_t key[N];
    size_t have = 0;
    while (have < sizeof key) {
        ssize_t n = getrandom((char *)key + have, sizeof key - have, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            sk_raise_errno(SK_EMPTY);
            return false;
        }
        have += (size_t)n;
    }
    Twister t;
    seed_with(&t, key, N);
    install(r, &t);
    return true;
}

// The seed as a nonnegative int: the absolute value of an int, the hash of anything else.
static SkValue seed_number(SkValue arg) {
    if (sk_is_exact_int(arg)) return sk_int_abs(arg);
    if (sk_is_int(arg)) return sk_absolute(arg);
    int64_t h = sk_hash(arg);
    return h == -1 ? SK_EMPTY : sk_int_from_uint64((uint64_t)h);
}

static bool seed(Random *r, SkValue arg) {
    if (sk_is_empty(arg) || sk_is_none(arg)) return seed_from_system(r);
    SK_AUTO SkValue n = seed_number(arg);
    if (sk_is_empty(n)) return false;
    size_t bits = sk_int_bit_length(n), words = bits ? (bits - 1) / 32 + 1 : 1;
    uint32_t *key = sk_calloc(words, sizeof *key);
    if (!key) {
        sk_raise_memory();
        return false;
    }
    SkIntView v;
    sk_int_view(n, &v);
    for (size_t i = 0; i < words && v.size; i++) key[i] = (uint32_t)(v.limbs[i / 2] >> (32 * (i % 2)));
    Twister t;
    seed_with(&t, key, words);
    sk_free(key);
    install(r, &t);
    return true;
}

// ---- methods ------------------------------------------------------------------------------------------------------------------

static SkValue random_random(SkValue self) {
    Random *r = random_of(self);
    sk_lock(&r->header);
    uint32_t a = next_word(&r->twister) >> 5, b = next_word(&r->twister) >> 6;
    sk_unlock(&r->header);
    return sk_float_new((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

static SkValue random_seed(SkValue self, const SkValue *args, size_t n) {
    if (!sk_check_nargs("seed", n, 0, 1)) return SK_EMPTY;
    return seed(random_of(self), n ? args[0] : SK_EMPTY) ? SK_NONE : SK_EMPTY;
}

static SkValue many_bits(Random *r, uint64_t k) {
    size_t words = (size_t)((k - 1) / 32 + 1), limbs = (words + 1) / 2;
    mp_limb_t *p = k < (uint64_t)1 << 40 ? sk_calloc(limbs, sizeof *p) : NULL;
    if (!p) return sk_raise_memory();
    for (size_t i = 0; i < words; i++, k -= 32) {
        sk_lock(&r->header);
        uint32_t w = next_word(&r->twister);
        sk_unlock(&r->header);
        if (k < 32) w >>= 32 - k;
        p[i / 2] |= (mp_limb_t)w << (32 * (i % 2));
    }
    SkValue v = sk_int_from_limbs(p, limbs, false);
    sk_free(p);
    return v;
}

static SkValue random_getrandbits(SkValue self, SkValue arg) {
    Random *r = random_of(self);
    SK_AUTO SkValue n = sk_index(arg);
    if (sk_is_empty(n)) return SK_EMPTY;
    if (sk_int_sign(n) < 0) return sk_raise(sk_exc_ValueError, "number of bits must be non-negative");
    uint64_t k;
    if (!sk_int_fits_uint64(n, &k)) return sk_raise(sk_exc_OverflowError, "Python int too large to convert to C uint64_t");
    if (k == 0) return sk_from_small_int(0);
    if (k > 32) return many_bits(r, k);
    sk_lock(&r->header);
    uint32_t w = next_word(&r->twister);
    sk_unlock(&r->header);
    return sk_from_small_int(w >> (32 - k));
}

static SkValue random_getstate(SkValue self) {
    Random *r = random_of(self);
    SkTuple *t = sk_tuple_alloc(N + 1);
    if (!t) return SK_EMPTY;
    sk_lock(&r->header);
    for (int i = 0; i < N; i++) sk_tuple_init(t, (size_t)i, sk_from_small_int(r->twister.mt[i]));
    sk_tuple_init(t, N, sk_from_small_int(r->twister.index));
    sk_unlock(&r->header);
    return sk_counted(t);
}

static SkValue random_setstate(SkValue self, SkValue state) {
    if (!sk_is_tuple(state)) return sk_raise(sk_exc_TypeError, "state vector must be a tuple");
    if (sk_tuple_len(state) != N + 1) return sk_raise(sk_exc_ValueError, "state vector is the wrong size");
    Twister t;
    for (int i = 0; i <= N; i++) {
        SkValue v = sk_tuple_peek(state, (size_t)i);
        uint64_t w;
        if (!sk_is_int(v)) return sk_raise(sk_exc_TypeError, "an integer is required");
        if (i == N && sk_int_sign(v) < 0) return sk_raise(sk_exc_ValueError, "invalid state");
        if (!sk_as_uint64(v, &w)) return SK_EMPTY;
        if (i < N)
            t.mt[i] = (uint32_t)w;
        else if (w > N)
            return sk_raise(sk_exc_ValueError, "invalid state");
        else
            t.index = (uint32_t)w;
    }
    install(random_of(self), &t);
    return SK_NONE;
}

// ---- the type -------------------------------------------------------------------------------------------------------------------

static void random_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkValue random_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static bool random_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("Random", kwnames)) return false;
    if (nargs > 1) return sk_raise_false(sk_exc_TypeError, "Random() requires 0 or 1 argument");
    return seed(random_of(self), nargs ? args[0] : SK_EMPTY);
}

static const SkMethodDef methods[] = {
    {"random", SK_NOARGS, .noargs = random_random, .sig = "()", .doc = "random() -> x in the interval [0, 1)."},
    {"seed", SK_FAST, .fast = random_seed, .sig = "(n=None, /)", .doc = "Starts the sequence that belongs to a seed; None: to random bytes of the system."},
    {"getstate", SK_NOARGS, .noargs = random_getstate, .sig = "()", .doc = "The generator's state as a tuple."},
    {"setstate", SK_ONEARG, .onearg = random_setstate, .sig = "(state, /)", .doc = "Goes on from a state that getstate() returned."},
    {"getrandbits", SK_ONEARG, .onearg = random_getrandbits, .sig = "(k, /)", .doc = "getrandbits(k) -> x.  An int with k random bits."},
    {0},
};

static SkType random_type = {
    SK_TYPE_HEAD(0, sizeof(Random), NULL, NULL, random_destroy),
    .name = "_random.Random",
    .doc = "Random() -> create a random number generator with its own internal state.",
    .flags = SK_TF_BASE,
    .new_ = random_new,
    .init = random_init,
    .methods = methods,
};

static bool random_exec(SkValue m) { return sk_module_add_type(m, &random_type); }

const SkModuleDef sk_module__random = {.name = "_random", .doc = "The Mersenne Twister.", .exec = random_exec};
