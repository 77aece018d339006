#include "base/unicode_names.h"

#include <stdbool.h>
#include <string.h>

#include "base/unicode_names_data.h"

enum { PSEUDO = 0x110000 };

// ---- names made by rule --------------------------------------------------------------------------------------------------

enum { HANGUL_FIRST = 0xac00, HANGUL_COUNT = 11172, VOWELS = 21, TRAILING = 28 };

static const char hangul_prefix[] = "HANGUL SYLLABLE ";
static const char leading_names[][3] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static const char vowel_names[][4] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                      "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char trailing_names[][3] = {"",   "G",  "GG", "GS", "N", "NJ", "NH", "D", "L",  "LG", "LM", "LB", "LS", "LT",
                                         "LP", "LH", "M",  "B",  "BS", "S", "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};

static size_t put(char *out, size_t n, const char *text) {
    size_t len = strlen(text);
    memcpy(out + n, text, len);
    return n + len;
}

static size_t hangul_name(uint32_t i, char *out) {
    size_t n = put(out, 0, hangul_prefix);
    n = put(out, n, leading_names[i / (VOWELS * TRAILING)]);
    n = put(out, n, vowel_names[i / TRAILING % VOWELS]);
    return put(out, n, trailing_names[i % TRAILING]);
}

// The longest of the names that *text begins with; *text moves past it. -1: none.
static int longest(const char *names, size_t size, size_t count, const char **text, const char *end) {
    int best = -1;
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = names + i * size;
        size_t len = strlen(name);
        if (len > (size_t)(end - *text) || memcmp(name, *text, len) || (best >= 0 && len <= most)) continue;
        best = (int)i;
        most = len;
    }
    *text += most;
    return best;
}

static bool find_hangul(const char *p, const char *end, uint32_t *cp) {
    int l = longest(leading_names[0], sizeof leading_names[0], sizeof leading_names / sizeof *leading_names, &p, end);
    int v = longest(vowel_names[0], sizeof vowel_names[0], VOWELS, &p, end);
    int t = longest(trailing_names[0], sizeof trailing_names[0], TRAILING, &p, end);
    if (l < 0 || v < 0 || t < 0 || p != end) return false;
    *cp = (uint32_t)(HANGUL_FIRST + (l * VOWELS + v) * TRAILING + t);
    return true;
}

static size_t numbered_name(const SkNumberedNames *r, uint32_t cp, char *out) {
    size_t n = put(out, 0, r->prefix);
    for (int shift = cp > 0xffff ? 16 : 12; shift >= 0; shift -= 4) out[n++] = "0123456789ABCDEF"[cp >> shift & 15];
    return n;
}

static const SkNumberedNames *numbered_range(uint32_t cp) {
    for (unsigned i = 0; i < sk_name_numbered_count; i++)
        if (cp >= sk_name_numbered[i].first && cp <= sk_name_numbered[i].last) return &sk_name_numbered[i];
    return NULL;
}

// Four or five digits, of which only those in upper case count where `exact`.
static bool hex_digits(const char *p, const char *end, bool exact, uint32_t *cp) {
    if (end - p != 4 && end - p != 5) return false;
    for (*cp = 0; p < end; p++) {
        int c = *p >= 'a' && *p <= 'f' && !exact ? *p - 32 : *p;
        if (c >= '0' && c <= '9') *cp = *cp << 4 | (uint32_t)(c - '0');
        else if (c >= 'A' && c <= 'F') *cp = *cp << 4 | (uint32_t)(c - 'A' + 10);
        else return false;
    }
    return true;
}

// ---- the table ------------------------------------------------------------------------------------------------------------

// Reads a block's entries one after another.
typedef struct {
    const uint8_t *at;
    uint32_t cp;                // of the entry read last
    unsigned count;             // its words
    uint16_t words[16 + 15];
} Cursor;

static void open_block(Cursor *c, size_t block) {
    c->at = sk_name_data + sk_name_blocks[block].at;
    c->cp = sk_name_blocks[block].first - 1;
    c->count = 0;
}

static void next_entry(Cursor *c) {
    c->cp++;
    if (*c->at == 255) {
        c->cp += c->at[1] | (uint32_t)c->at[2] << 8 | (uint32_t)c->at[3] << 16;
        c->at += 4;
    }
    unsigned head = *c->at++;
    c->count = (head >> 4) + (head & 15);
    for (unsigned i = head >> 4; i < c->count; i++) {
        unsigned word = *c->at++;
        if (word >= sk_name_wide) word = sk_name_wide + ((word - sk_name_wide) << 8 | *c->at++);
        c->words[i] = (uint16_t)word;
    }
}

static size_t spell(const Cursor *c, char out[SK_UNICODE_NAME_MAX]) {
    size_t n = 0;
    for (unsigned i = 0; i < c->count; i++) {
        size_t start = sk_name_word_at[c->words[i]], len = sk_name_word_at[c->words[i] + 1] - start;
        if (n && out[n - 1] != '-') out[n++] = ' ';
        memcpy(out + n, sk_name_words + start, len);
        n += len;
    }
    return n;
}

size_t sk_unicode_name(uint32_t cp, char out[SK_UNICODE_NAME_MAX]) {
    if (cp - HANGUL_FIRST < HANGUL_COUNT) return hangul_name(cp - HANGUL_FIRST, out);
    const SkNumberedNames *r = numbered_range(cp);
    if (r) return numbered_name(r, cp, out);
    size_t low = 0, high = (sk_name_count + SK_NAME_BLOCK - 1) / SK_NAME_BLOCK;
    if (cp >= PSEUDO || cp < sk_name_blocks[0].first) return 0;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (sk_name_blocks[middle].first <= cp) low = middle;
        else high = middle;
    }
    Cursor c;
    open_block(&c, low);
    for (unsigned i = 0; i < SK_NAME_BLOCK && low * SK_NAME_BLOCK + i < sk_name_count; i++) {
        next_entry(&c);
        if (c.cp >= cp) return c.cp == cp ? spell(&c, out) : 0;
    }
    return 0;
}

static bool begins(const char *name, size_t n, const char *prefix, size_t *len) {
    *len = strlen(prefix);
    return n > *len && memcmp(name, prefix, *len) == 0;
}

SkNameKind sk_unicode_find_name(const char *name, size_t n, uint32_t out[SK_UNICODE_SEQUENCE_MAX], size_t *count) {
    size_t len;
    *count = 1;
    // These two are known in upper case only, as in CPython.
    if (begins(name, n, hangul_prefix, &len)) return find_hangul(name + len, name + n, out) ? SK_NAME_CHARACTER : SK_NAME_UNKNOWN;
    if (begins(name, n, "CJK UNIFIED IDEOGRAPH-", &len)) {
        if (!hex_digits(name + len, name + n, true, out)) return SK_NAME_UNKNOWN;
        const SkNumberedNames *r = numbered_range(*out);
        return r && strlen(r->prefix) == len && memcmp(r->prefix, name, len) == 0 ? SK_NAME_CHARACTER : SK_NAME_UNKNOWN;
    }
    if (n > SK_UNICODE_NAME_MAX) return SK_NAME_UNKNOWN;
    char upper[SK_UNICODE_NAME_MAX], other[SK_UNICODE_NAME_MAX];
    uint32_t hash = 0x811c9dc5;
    for (size_t i = 0; i < n; i++) {
        upper[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32) : name[i];
        hash = (hash ^ (uint8_t)upper[i]) * 0x01000193;
    }
    hash = (hash ^ hash >> 15) % SK_NAME_BUCKETS;
    for (unsigned i = sk_name_bucket_at[hash]; i < sk_name_bucket_at[hash + 1]; i++) {
        unsigned rank = sk_name_ranks[i];
        Cursor c;
        open_block(&c, rank / SK_NAME_BLOCK);
        for (unsigned k = 0; k <= rank % SK_NAME_BLOCK; k++) next_entry(&c);
        if (spell(&c, other) != n || memcmp(upper, other, n)) continue;
        if (c.cp < PSEUDO) {
            out[0] = c.cp;
            return SK_NAME_CHARACTER;
        }
        unsigned which = c.cp - PSEUDO;
        if (which < sk_name_alias_count) {
            out[0] = sk_name_aliases[which];
            return SK_NAME_ALIAS;
        }
        memcpy(out, sk_name_sequences[which - sk_name_alias_count], sizeof sk_name_sequences[0]);
        for (*count = 0; *count < SK_UNICODE_SEQUENCE_MAX && out[*count]; ++*count) {}
        return SK_NAME_SEQUENCE;
    }
    for (unsigned i = 0; i < sk_name_numbered_count; i++) {
        const SkNumberedNames *r = &sk_name_numbered[i];
        if (begins(upper, n, r->prefix, &len) && hex_digits(upper + len, upper + n, false, out) &&
            *out >= r->first && *out <= r->last && n - len == (*out > 0xffff ? 5u : 4u))
            return memcmp(r->prefix, "CJK UNIFIED", 11) ? SK_NAME_CHARACTER : SK_NAME_UNKNOWN;
    }
    return SK_NAME_UNKNOWN;
}
