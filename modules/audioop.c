// audioop: arithmetic on sound: samples of one to four bytes, signed, little-endian. Companding is that of ITU-T G.711, ADPCM that of
// the Interactive Multimedia Association.
#include <math.h>
#include <stdlib.h>

#include "modules/arguments.h"
#include "modules/error_class.h"
#include "modules/posix.h"
#include "objects/float.h"

static SkErrorClass error_class;

typedef struct {
    SkBuffer view;
    const uint8_t *data;
    int64_t length, count;   // bytes, samples
    int width;
} Sound;
static void sound_release(Sound *s) { sk_buffer_release(&s->view); }
#define SOUND SK_CLEANUP(sound_release) Sound

static SkValue fail(const char *words) { return sk_raise(sk_error_class(&error_class), "%s", words); }
static bool bad(const char *words) { return fail(words), false; }

static bool width_of(SkValue v, int *width) {
    return sk_as_int(v, width) && ((*width >= 1 && *width <= 4) || bad("Size should be 1, 2, 3 or 4"));
}
static bool bytes_of(SkValue v, Sound *s) {
    if (!sk_buffer_get(v, &s->view, SK_BUF_SIMPLE)) return false;
    s->data = s->view.data;
    s->length = s->view.length;
    return true;
}
static bool sound_of(SkValue v, SkValue width, Sound *s) {
    if (!bytes_of(v, s) || !width_of(width, &s->width)) return false;
    s->count = s->length / s->width;
    return s->length % s->width == 0 || bad("not a whole number of frames");
}

static int32_t load(const uint8_t *p, int width) {
    uint32_t v = 0;
    for (int i = 0; i < width; i++) v |= (uint32_t)p[i] << (32 - 8 * width + 8 * i);
    return (int32_t)v >> (32 - 8 * width);
}
static void store(uint8_t *p, int width, int32_t v) {
    for (int i = 0; i < width; i++) p[i] = (uint8_t)((uint32_t)v >> (8 * i));
}
static int32_t at(const Sound *s, int64_t i) { return load(s->data + i * s->width, s->width); }
// As if of four bytes.
static int32_t full(const uint8_t *p, int width) { return (int32_t)((uint32_t)load(p, width) << (32 - 8 * width)); }
static void store_full(uint8_t *p, int width, int32_t v) { store(p, width, v >> (32 - 8 * width)); }

static int32_t low(int width) { return (int32_t)(UINT32_C(0xffffffff) << (8 * width - 1)); }
static int32_t high(int width) { return (int32_t)~(uint32_t)low(width); }
static int32_t bounded(double v, int width) {
    if (v > high(width)) v = high(width);
    else if (v < (double)low(width) + 1.0) v = low(width);
    return (int32_t)floor(v);
}

static SkBytes *result(int64_t samples, int64_t width) {
    if (samples > INT64_MAX / 2 / width) return sk_raise_memory(), NULL;
    return sk_bytes_new((size_t)(samples * width));
}
static uint8_t *put(SkBytes *b) { return (uint8_t *)b->data; }

// ---- measures --------------------------------------------------------------------------------------------------------------------

static SkValue a_getsample(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t i;
    if (!sound_of(a[0], a[1], &s) || !sk_as_int64(a[2], &i)) return SK_EMPTY;
    return i < 0 || i >= s.count ? fail("Index out of range") : sk_from_small_int(at(&s, i));
}
static SkValue a_max(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t most = 0;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    for (int64_t i = 0; i < s.count; i++) {
        int64_t v = at(&s, i);
        if (v < 0) v = -v;
        if (v > most) most = v;
    }
    return sk_from_small_int(most);
}
static SkValue a_minmax(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t least = INT32_MAX, most = INT32_MIN;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    for (int64_t i = 0; i < s.count; i++) {
        int64_t v = at(&s, i);
        if (v > most) most = v;
        if (v < least) least = v;
    }
    return sk_tuple_pack(2, sk_from_small_int(least), sk_from_small_int(most));
}
static SkValue a_avg(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    double sum = 0;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    for (int64_t i = 0; i < s.count; i++) sum += at(&s, i);
    return sk_from_small_int(s.count ? (int64_t)floor(sum / (double)s.count) : 0);
}
static SkValue a_rms(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    double sum = 0;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    for (int64_t i = 0; i < s.count; i++) sum += (double)at(&s, i) * at(&s, i);
    return sk_from_small_int(s.count ? (int64_t)sqrt(sum / (double)s.count) : 0);
}
static SkValue a_cross(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t n = 0;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    for (int64_t i = 1; i < s.count; i++) n += (at(&s, i) < 0) != (at(&s, i - 1) < 0);
    return sk_from_small_int(s.count ? n : -1);
}

// What lies between one turn of the curve and the next: its number, sum and greatest.
static void peaks(const Sound *s, int64_t *n, double *sum, int64_t *most) {
    *n = *most = 0;
    *sum = 0;
    if (s->count < 2) return;
    int64_t previous = at(s, 0), turn = 0;
    int falling = -1;
    bool turned = false;
    for (int64_t i = 1; i < s->count; i++) {
        int64_t v = at(s, i);
        if (v == previous) continue;
        int falls = v < previous;
        if (falling == !falls) {
            int64_t d = previous < turn ? turn - previous : previous - turn;
            if (turned) {
                *sum += (double)d;
                ++*n;
                if (d > *most) *most = d;
            }
            turned = true;
            turn = previous;
        }
        previous = v;
        falling = falls;
    }
}
static SkValue a_avgpp(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t n, most;
    double sum;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    peaks(&s, &n, &sum, &most);
    return sk_from_small_int(n ? (int64_t)(sum / (double)n) : 0);
}
static SkValue a_maxpp(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t n, most;
    double sum;
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    peaks(&s, &n, &sum, &most);
    return sk_from_small_int(most);
}

// ---- likeness, of samples of two bytes --------------------------------------------------------------------------------------------

static bool pairs_of(SkValue v, Sound *s) {
    s->width = 2;
    if (!bytes_of(v, s)) return false;
    s->count = s->length / 2;
    return s->length % 2 == 0 || bad("Strings should be even-sized");
}
static double product(const Sound *a, int64_t i, const Sound *b, int64_t j, int64_t n) {
    double sum = 0;
    for (int64_t k = 0; k < n; k++) sum += (double)at(a, i + k) * at(b, j + k);
    return sum;
}
static SkValue a_findfit(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0}, r = {0};
    if (!pairs_of(a[0], &s) || !pairs_of(a[1], &r)) return SK_EMPTY;
    if (s.count < r.count) return fail("First sample should be longer");
    double reference = product(&r, 0, &r, 0, r.count), own = product(&s, 0, &s, 0, r.count), best = 0;
    int64_t where = 0;
    for (int64_t j = 0; j <= s.count - r.count; j++) {
        if (j) own += pow(at(&s, j + r.count - 1), 2) - pow(at(&s, j - 1), 2);
        double both = product(&s, j, &r, 0, r.count), distance = (reference * own - both * both) / own;
        if (j && !(distance < best)) continue;
        best = distance;
        where = j;
    }
    SK_AUTO SkValue factor = sk_float_new(product(&s, where, &r, 0, r.count) / reference);
    return sk_is_empty(factor) ? SK_EMPTY : sk_tuple_pack(2, sk_from_small_int(where), factor);
}
static SkValue a_findfactor(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0}, r = {0};
    if (!pairs_of(a[0], &s) || !pairs_of(a[1], &r)) return SK_EMPTY;
    if (s.count != r.count) return fail("Samples should be same size");
    return sk_float_new(product(&s, 0, &r, 0, s.count) / product(&r, 0, &r, 0, s.count));
}
static SkValue a_findmax(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int64_t n;
    if (!pairs_of(a[0], &s) || !sk_as_int64(a[1], &n)) return SK_EMPTY;
    if (n < 0 || s.count < n) return fail("Input sample should be longer");
    double energy = product(&s, 0, &s, 0, n), best = energy;
    int64_t where = 0;
    for (int64_t j = 1; j <= s.count - n; j++) {
        if (n) energy += pow(at(&s, j + n - 1), 2) - pow(at(&s, j - 1), 2);
        if (energy <= best) continue;
        best = energy;
        where = j;
    }
    return sk_from_small_int(where);
}

// ---- sample by sample ------------------------------------------------------------------------------------------------------------

static SkValue a_mul(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    double factor;
    if (!sound_of(a[0], a[1], &s) || !sk_as_double(a[2], &factor)) return SK_EMPTY;
    SkBytes *b = result(s.count, s.width);
    for (int64_t i = 0; b && i < s.count; i++) store(put(b) + i * s.width, s.width, bounded(at(&s, i) * factor, s.width));
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_tomono(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    double left, right;
    if (!sound_of(a[0], a[1], &s) || !sk_as_double(a[2], &left) || !sk_as_double(a[3], &right)) return SK_EMPTY;
    if (s.count % 2) return fail("not a whole number of frames");
    SkBytes *b = result(s.count / 2, s.width);
    for (int64_t i = 0; b && i < s.count / 2; i++)
        store(put(b) + i * s.width, s.width, bounded(at(&s, 2 * i) * left + at(&s, 2 * i + 1) * right, s.width));
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_tostereo(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    double left, right;
    if (!sound_of(a[0], a[1], &s) || !sk_as_double(a[2], &left) || !sk_as_double(a[3], &right)) return SK_EMPTY;
    SkBytes *b = result(s.count, 2 * s.width);
    for (int64_t i = 0; b && i < s.count; i++) {
        store(put(b) + 2 * i * s.width, s.width, bounded(at(&s, i) * left, s.width));
        store(put(b) + (2 * i + 1) * s.width, s.width, bounded(at(&s, i) * right, s.width));
    }
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_add(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0}, t = {0};
    if (!bytes_of(a[0], &s) || !bytes_of(a[1], &t) || !width_of(a[2], &s.width)) return SK_EMPTY;
    t.width = s.width;
    s.count = s.length / s.width;
    if (s.length % s.width) return fail("not a whole number of frames");
    if (s.length != t.length) return fail("Lengths should be the same");
    SkBytes *b = result(s.count, s.width);
    for (int64_t i = 0; b && i < s.count; i++) store(put(b) + i * s.width, s.width, bounded((double)at(&s, i) + at(&t, i), s.width));
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_bias(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int by;
    if (!sound_of(a[0], a[1], &s) || !sk_as_int(a[2], &by)) return SK_EMPTY;
    SkBytes *b = result(s.count, s.width);
    for (int64_t i = 0; b && i < s.count; i++) store(put(b) + i * s.width, s.width, (int32_t)((uint32_t)at(&s, i) + (uint32_t)by));
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_reverse(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    SkBytes *b = result(s.count, s.width);
    for (int64_t i = 0; b && i < s.count; i++) store(put(b) + (s.count - 1 - i) * s.width, s.width, at(&s, i));
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_byteswap(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    SkBytes *b = result(s.count, s.width);
    for (int64_t i = 0; b && i < s.length; i += s.width)
        for (int k = 0; k < s.width; k++) put(b)[i + k] = s.data[i + s.width - 1 - k];
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_lin2lin(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int width;
    if (!sound_of(a[0], a[1], &s) || !width_of(a[2], &width)) return SK_EMPTY;
    SkBytes *b = result(s.count, width);
    for (int64_t i = 0; b && i < s.count; i++) store_full(put(b) + i * width, width, full(s.data + i * s.width, s.width));
    return b ? sk_counted(b) : SK_EMPTY;
}

// ---- rates -----------------------------------------------------------------------------------------------------------------------

static int divisor(int a, int b) {
    while (b) {
        int r = a % b;
        a = b;
        b = r;
    }
    return a;
}

typedef struct {
    int previous, current;
} Channel;

// (d, ((previous, current), ...)) as it was returned
static bool rate_state(SkValue v, int64_t *d, Channel *channels, int n) {
    if (!sk_is_tuple(v)) return sk_raise_false(sk_exc_TypeError, "state must be a tuple or None");
    int first;
    if (sk_tuple_len(v) != 2 || !sk_is_tuple(sk_tuple_peek(v, 1))) return sk_raise_false(sk_exc_TypeError, "ratecv(): illegal state argument");
    SkValue all = sk_tuple_peek(v, 1);
    if (!sk_as_int(sk_tuple_peek(v, 0), &first)) return false;
    *d = first;
    if (sk_tuple_len(all) != (size_t)n) return bad("illegal state argument");
    for (int i = 0; i < n; i++) {
        SkValue c = sk_tuple_peek(all, (size_t)i);
        if (!sk_is_tuple(c) || sk_tuple_len(c) != 2) return sk_raise_false(sk_exc_TypeError, "ratecv(): illegal state argument");
        if (!sk_as_int(sk_tuple_peek(c, 0), &channels[i].previous) || !sk_as_int(sk_tuple_peek(c, 1), &channels[i].current)) return false;
    }
    return true;
}

static SkValue rate_result(SkBytes *b, size_t used, int64_t d, const Channel *channels, int n) {
    SK_AUTO SkValue sound = sk_bytes_truncate(b, used);
    SkTuple *t = sk_tuple_alloc((size_t)n);
    SK_AUTO SkValue all = sk_counted(t);
    for (int i = 0; t && i < n; i++) {
        SkValue c = sk_tuple_pack(2, sk_from_small_int(channels[i].previous), sk_from_small_int(channels[i].current));
        if (sk_is_empty(c)) return SK_EMPTY;
        sk_tuple_init(t, (size_t)i, c);
    }
    SK_AUTO SkValue state = t ? sk_tuple_pack(2, sk_from_small_int(d), all) : SK_EMPTY;
    return sk_is_empty(state) || sk_is_empty(sound) ? SK_EMPTY : sk_tuple_pack(2, sound, state);
}

static void free_channels(Channel **c) { sk_free(*c); }

static SkValue a_ratecv(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    int n, in, out, weight_a, weight_b;
    if (!bytes_of(a[0], &s) || !sk_as_int(a[1], &s.width) || !sk_as_int(a[2], &n) || !sk_as_int(a[3], &in) || !sk_as_int(a[4], &out) ||
        !sk_int_argument(a[6], 1, &weight_a) || !sk_int_argument(a[7], 0, &weight_b))
        return SK_EMPTY;
    if (s.width < 1 || s.width > 4) return fail("Size should be 1, 2, 3 or 4");
    if (n < 1) return fail("# of channels should be >= 1");
    if (s.width > INT32_MAX / n) return sk_raise(sk_exc_OverflowError, "width * nchannels too big for a C int");
    if (weight_a < 1 || weight_b < 0) return fail("weightA should be >= 1, weightB should be >= 0");
    int frame = s.width * n;
    if (s.length % frame) return fail("not a whole number of frames");
    if (in <= 0 || out <= 0) return fail("sampling rate not > 0");
    int common = divisor(in, out), weights = divisor(weight_a, weight_b);
    in /= common, out /= common, weight_a /= weights, weight_b /= weights;
    SK_CLEANUP(free_channels) Channel *channels = sk_calloc((size_t)n, sizeof *channels);
    if (!channels) return sk_raise_memory();
    int64_t d = -(int64_t)out, frames = s.length / frame;
    if (!sk_is_none(a[5]) && !rate_state(a[5], &d, channels, n)) return SK_EMPTY;
    // Each frame read adds `out`, each written takes `in`: one more than that many can come of it.
    __int128 most = ((__int128)frames * out + (d > 0 ? d : 0)) / in + 1;
    if (most > INT64_MAX / 2 / frame) return sk_raise_memory();
    SkBytes *b = result((int64_t)most, frame);
    if (!b) return SK_EMPTY;
    uint8_t *to = put(b);
    const uint8_t *from = s.data;
    for (;;) {
        while (d < 0) {
            if (frames-- == 0) return rate_result(b, (size_t)(to - put(b)), d, channels, n);
            for (int i = 0; i < n; i++, from += s.width) {
                Channel *c = &channels[i];
                c->previous = c->current;
                c->current = (int)((weight_a * (double)full(from, s.width) + weight_b * (double)c->previous) / ((double)weight_a + weight_b));
            }
            d += out;
        }
        for (; d >= 0; d -= in)
            for (int i = 0; i < n; i++, to += s.width)
                store_full(to, s.width, (int32_t)(int64_t)(((double)channels[i].previous * (double)d + (double)channels[i].current * (double)(out - d)) / out));
    }
}

// ---- G.711 -----------------------------------------------------------------------------------------------------------------------

static int segment(int v, int end) {
    int n = 0;
    while (n < 8 && v > end) {
        end = end << 1 | 1;
        n++;
    }
    return n;
}
static uint8_t to_ulaw(int v /* 14 bits */) {
    int mask = v < 0 ? 0x7f : 0xff;
    if (v < 0) v = -v;
    if (v > 8159) v = 8159;
    v += 0x21;
    int n = segment(v, 0x3f);
    return (uint8_t)((n >= 8 ? 0x7f : n << 4 | (v >> (n + 1) & 15)) ^ mask);
}
static int from_ulaw(uint8_t c) {
    int u = ~c & 0xff, v = (((u & 15) << 3) + 0x84) << ((u & 0x70) >> 4);
    return u & 0x80 ? 0x84 - v : v - 0x84;
}
static uint8_t to_alaw(int v /* 13 bits */) {
    int mask = v < 0 ? 0x55 : 0xd5;
    if (v < 0) v = -v - 1;
    int n = segment(v, 0x1f);
    return (uint8_t)((n >= 8 ? 0x7f : n << 4 | (v >> (n < 2 ? 1 : n) & 15)) ^ mask);
}
static int from_alaw(uint8_t c) {
    int a = c ^ 0x55, n = (a & 0x70) >> 4, v = (a & 15) << 4;
    v = n == 0 ? v + 8 : (v + 0x108) << (n - 1);
    return a & 0x80 ? v : -v;
}

static SkValue compress(const SkValue *a, uint8_t (*to)(int), int shift) {
    SOUND s = {0};
    if (!sound_of(a[0], a[1], &s)) return SK_EMPTY;
    SkBytes *b = result(s.count, 1);
    for (int64_t i = 0; b && i < s.count; i++) put(b)[i] = to(full(s.data + i * s.width, s.width) >> shift);
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue expand(const SkValue *a, int (*from)(uint8_t)) {
    SOUND s = {0};
    int width;
    if (!bytes_of(a[0], &s) || !width_of(a[1], &width)) return SK_EMPTY;
    SkBytes *b = result(s.length, width);
    for (int64_t i = 0; b && i < s.length; i++) store_full(put(b) + i * width, width, (int32_t)((uint32_t)from(s.data[i]) << 16));
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue a_lin2ulaw(SkValue m SK_UNUSED, const SkValue *a) { return compress(a, to_ulaw, 18); }
static SkValue a_lin2alaw(SkValue m SK_UNUSED, const SkValue *a) { return compress(a, to_alaw, 19); }
static SkValue a_ulaw2lin(SkValue m SK_UNUSED, const SkValue *a) { return expand(a, from_ulaw); }
static SkValue a_alaw2lin(SkValue m SK_UNUSED, const SkValue *a) { return expand(a, from_alaw); }

// ---- ADPCM -----------------------------------------------------------------------------------------------------------------------

static const int index_steps[8] = {-1, -1, -1, -1, 2, 4, 6, 8};
static const int steps[89] = {
    7,    8,    9,    10,   11,   12,   13,   14,   16,   17,   19,   21,   23,   25,   28,    31,    34,    37,    41,    45,    50,    55,    60,
    66,   73,   80,   88,   97,   107,  118,  130,  143,  157,  173,  190,  209,  230,  253,   279,   307,   337,   371,   408,   449,   494,   544,
    598,  658,  724,  796,  876,  963,  1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272,  2499,  2749,  3024,  3327,  3660,  4026,  4428,  4871,
    5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767};

typedef struct {
    int value, index;
} Predictor;

static bool predictor(const char *f, SkValue v, Predictor *p) {
    *p = (Predictor){0, 0};
    if (sk_is_none(v)) return true;
    if (!sk_is_tuple(v)) return sk_raise_false(sk_exc_TypeError, "state must be a tuple or None");
    if (sk_tuple_len(v) != 2) return sk_raise_false(sk_exc_TypeError, "%s(): illegal state argument", f);
    if (!sk_as_int(sk_tuple_peek(v, 0), &p->value) || !sk_as_int(sk_tuple_peek(v, 1), &p->index)) return false;
    return (p->value >= -0x8000 && p->value < 0x8000 && p->index >= 0 && p->index < 89) || sk_raise_false(sk_exc_ValueError, "bad state");
}
// What a code of four bits says; the predictor moves there.
static void follow(Predictor *p, int code) {
    int step = steps[p->index], by = step >> 3;
    if (code & 4) by += step;
    if (code & 2) by += step >> 1;
    if (code & 1) by += step >> 2;
    p->value += code & 8 ? -by : by;
    p->value = p->value > 32767 ? 32767 : p->value < -32768 ? -32768 : p->value;
    p->index += index_steps[code & 7];
    p->index = p->index < 0 ? 0 : p->index > 88 ? 88 : p->index;
}
static int code_for(const Predictor *p, int v) {
    int d = v - p->value, code = d < 0 ? 8 : 0, step = steps[p->index];
    if (d < 0) d = -d;
    for (int bit = 4; bit; bit >>= 1, step >>= 1)
        if (d >= step) {
            code |= bit;
            d -= step;
        }
    return code;
}
static SkValue with_state(SkBytes *b, Predictor p) {
    SK_AUTO SkValue sound = sk_counted(b);
    SK_AUTO SkValue state = sk_tuple_pack(2, sk_from_small_int(p.value), sk_from_small_int(p.index));
    return sk_is_empty(state) ? SK_EMPTY : sk_tuple_pack(2, sound, state);
}
static SkValue a_lin2adpcm(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    Predictor p;
    if (!sound_of(a[0], a[1], &s) || !predictor("lin2adpcm", a[2], &p)) return SK_EMPTY;
    SkBytes *b = result(s.count / 2, 1);
    for (int64_t i = 0; b && i < s.count; i++) {
        int code = code_for(&p, full(s.data + i * s.width, s.width) >> 16);
        follow(&p, code);
        if (i % 2) put(b)[i / 2] |= (uint8_t)code;
        else if (i / 2 < s.count / 2) put(b)[i / 2] = (uint8_t)(code << 4);
    }
    return b ? with_state(b, p) : SK_EMPTY;
}
static SkValue a_adpcm2lin(SkValue m SK_UNUSED, const SkValue *a) {
    SOUND s = {0};
    Predictor p;
    int width;
    if (!bytes_of(a[0], &s) || !width_of(a[1], &width) || !predictor("adpcm2lin", a[2], &p)) return SK_EMPTY;
    SkBytes *b = result(s.length, 2 * width);
    for (int64_t i = 0; b && i < 2 * s.length; i++) {
        follow(&p, i % 2 ? s.data[i / 2] & 15 : s.data[i / 2] >> 4);
        store_full(put(b) + i * width, width, (int32_t)((uint32_t)p.value << 16));
    }
    return b ? with_state(b, p) : SK_EMPTY;
}

// ---- the module ------------------------------------------------------------------------------------------------------------------

#define F(name, arguments, text) {#name, SK_SIG, .sig_fn = a_##name, .sig = "(" arguments ", /)", .doc = text}
static const SkMethodDef functions[] = {
    F(getsample, "fragment, width, index", "Return the value of sample index from the fragment."),
    F(max, "fragment, width", "Return the maximum of the absolute value of all samples in a fragment."),
    F(minmax, "fragment, width", "Return the minimum and maximum values of all samples in the sound fragment."),
    F(avg, "fragment, width", "Return the average over all samples in the fragment."),
    F(rms, "fragment, width", "Return the root-mean-square of the fragment, i.e. sqrt(sum(S_i^2)/n)."),
    F(cross, "fragment, width", "Return the number of zero crossings in the fragment passed as an argument."),
    F(avgpp, "fragment, width", "Return the average peak-peak value over all samples in the fragment."),
    F(maxpp, "fragment, width", "Return the maximum peak-peak value in the sound fragment."),
    F(findfit, "fragment, reference", "Try to match reference as well as possible to a portion of fragment."),
    F(findfactor, "fragment, reference", "Return a factor F such that rms(add(fragment, mul(reference, -F))) is minimal."),
    F(findmax, "fragment, length", "Search fragment for a slice of specified number of samples with maximum energy."),
    F(mul, "fragment, width, factor", "Return a fragment that has all samples in the original fragment multiplied by the floating-point value factor."),
    F(tomono, "fragment, width, lfactor, rfactor", "Convert a stereo fragment to a mono fragment."),
    F(tostereo, "fragment, width, lfactor, rfactor", "Generate a stereo fragment from a mono fragment."),
    F(add, "fragment1, fragment2, width", "Return a fragment which is the addition of the two samples passed as parameters."),
    F(bias, "fragment, width, bias", "Return a fragment that is the original fragment with a bias added to each sample."),
    F(reverse, "fragment, width", "Reverse the samples in a fragment and returns the modified fragment."),
    F(byteswap, "fragment, width", "Convert big-endian samples to little-endian and vice versa."),
    F(lin2lin, "fragment, width, newwidth", "Convert samples between 1-, 2-, 3- and 4-byte formats."),
    F(ratecv, "fragment, width, nchannels, inrate, outrate, state, weightA=1, weightB=0", "Convert the frame rate of the input fragment."),
    F(lin2ulaw, "fragment, width", "Convert samples in the audio fragment to u-LAW encoding."),
    F(ulaw2lin, "fragment, width", "Convert sound fragments in u-LAW encoding to linearly encoded sound fragments."),
    F(lin2alaw, "fragment, width", "Convert samples in the audio fragment to a-LAW encoding."),
    F(alaw2lin, "fragment, width", "Convert sound fragments in a-LAW encoding to linearly encoded sound fragments."),
    F(lin2adpcm, "fragment, width, state", "Convert samples to 4 bit Intel/DVI ADPCM encoding."),
    F(adpcm2lin, "fragment, width, state", "Decode an Intel/DVI ADPCM coded fragment to a linear fragment."),
    {0},
};

static bool exec(SkValue m) { return sk_add_error_class(m, &error_class, "audioop.error", sk_exc_Exception, NULL); }
const SkModuleDef sk_module_audioop = {"audioop", "Arithmetic on sound.", functions, exec};
