// The matcher: backtracking with an explicit stack, so that no pattern and no subject can use up the C stack.
//
// The stack holds what is to be tried when matching fails, newest on top, and, among it, how to undo the groups that were
// set since. Entering an atomic group, an assertion or a round of a possessive repeat puts a barrier there; at its end the
// alternatives above the barrier are thrown away and the undo entries kept. Rounds of a general repeat are records that
// never change: an alternative remembers which was current, and how many there were, so that failing takes them back.
#include "modules/_sre.h"

#include <ctype.h>
#include <string.h>

#include "base/alloc.h"
#include "base/unicode.h"
#include "objects/error.h"
#include "threading/thread.h"

enum EntryKind { ALTERNATIVE, UNMARK, GREEDY_ONE, LAZY_ONE, LAZY, BARRIER };

struct SkSreEntry {
    uint32_t kind, pc;
    int64_t ptr;
    uint32_t context, nrepeats;
    int64_t a, b;
};

struct SkSreRepeat {
    uint32_t previous, pc;  // pc: the REPEAT's skip word
    int64_t count;
    int64_t last;           // where the last round began, -1
};

enum { AT_BEGINNING, AT_BEGINNING_LINE, AT_BEGINNING_STRING, AT_BOUNDARY, AT_NON_BOUNDARY, AT_END, AT_END_LINE, AT_END_STRING,
       AT_LOC_BOUNDARY, AT_LOC_NON_BOUNDARY, AT_UNI_BOUNDARY, AT_UNI_NON_BOUNDARY };

// ---- characters ------------------------------------------------------------------------------------------------------------

uint32_t sk_sre_lower_ascii(uint32_t c) { return c - 'A' < 26 ? c + 32 : c; }
uint32_t sk_sre_lower_locale(uint32_t c) { return c < 256 ? (uint32_t)tolower((int)c) : c; }
uint32_t sk_sre_upper_locale(uint32_t c) { return c < 256 ? (uint32_t)toupper((int)c) : c; }

static bool ascii_word(uint32_t c) { return c - 'a' < 26 || c - 'A' < 26 || c - '0' < 10 || c == '_'; }
static bool locale_word(uint32_t c) { return c < 256 && (isalnum((int)c) || c == '_'); }
static bool unicode_word(uint32_t c) { return c == '_' || sk_unicode_is_alnum(c); }
static bool ascii_space(uint32_t c) { return c == ' ' || c - 9 < 5; }

// The ASCII characters of each category, in the order of the switch below; those of the locale are asked for.
#define DIGITS (UINT64_C(0x3ff) << '0')
#define BLANKS (UINT64_C(0x1f) << 9 | UINT64_C(1) << ' ')
#define LETTERS (UINT64_C(0x07fffffe) << 32 | UINT64_C(0x87fffffe))   // and _, from '@' on
enum { LOCALE_WORD = 4, CATEGORIES = 9 };
static const uint64_t ascii_of[CATEGORIES][2] = {
    {DIGITS, 0}, {BLANKS, 0}, {DIGITS, LETTERS}, {UINT64_C(1) << '\n', 0}, {0, 0}, {DIGITS, 0},
    {BLANKS | UINT64_C(0xf) << 28, 0}, {DIGITS, LETTERS}, {UINT64_C(0xf) << 10 | UINT64_C(7) << 28, 0},
};

static bool category_slow(uint32_t category, uint32_t c);

static inline bool in_category(uint32_t category, uint32_t c) {
    uint32_t k = category >> 1;
    if (sk_likely(c < 128 && k < CATEGORIES && k != LOCALE_WORD)) return (ascii_of[k][c >> 6] >> (c & 63) & 1) != (category & 1);
    return category_slow(category, c);
}

bool sk_sre_category(uint32_t category, uint32_t c) { return in_category(category, c); }

static bool category_slow(uint32_t category, uint32_t c) {
    bool yes;
    switch (category >> 1) {
    case 0: yes = c - '0' < 10; break;
    case 1: yes = ascii_space(c); break;
    case 2: yes = ascii_word(c); break;
    case 3: yes = c == '\n'; break;
    case 4: yes = locale_word(c); break;
    case 5: yes = sk_unicode_is_decimal(c); break;
    case 6: yes = sk_unicode_is_space(c); break;
    case 7: yes = unicode_word(c); break;
    case 8: yes = sk_unicode_is_line_break(c); break;
    default: return false;
    }
    return yes != (category & 1);
}

bool sk_sre_in_charset(const uint32_t *set, uint32_t c) {
    bool found = true;
    for (;;) {
        switch (*set++) {
        case SK_SRE_FAILURE: return !found;
        case SK_SRE_LITERAL:
            if (c == *set++) return found;
            break;
        case SK_SRE_CATEGORY:
            if (in_category(*set++, c)) return found;
            break;
        case SK_SRE_CHARSET:
            if (c < 256 && (set[c / 32] >> (c & 31) & 1)) return found;
            set += 8;
            break;
        case SK_SRE_RANGE:
            if (set[0] <= c && c <= set[1]) return found;
            set += 2;
            break;
        case SK_SRE_RANGE_UNI_IGNORE: {
            uint32_t upper = sk_unicode_to_upper(c);
            if ((set[0] <= c && c <= set[1]) || (set[0] <= upper && upper <= set[1])) return found;
            set += 2;
            break;
        }
        case SK_SRE_NEGATE: found = !found; break;
        case SK_SRE_BIGCHARSET: {
            uint32_t blocks = *set++;
            if (c < 65536) {
                uint32_t block = ((const uint8_t *)set)[c >> 8];
                if (set[64 + block * 8 + (c & 255) / 32] >> (c & 31) & 1) return found;
            }
            set += 64 + (size_t)blocks * 8;
            break;
        }
        default: return false;
        }
    }
}

// Whether the one-character item at `op` matches c.
static bool one(const uint32_t *op, uint32_t c) {
    switch (op[0]) {
    case SK_SRE_ANY: return c != '\n';
    case SK_SRE_ANY_ALL: return true;
    case SK_SRE_LITERAL: return c == op[1];
    case SK_SRE_NOT_LITERAL: return c != op[1];
    case SK_SRE_CATEGORY: return sk_sre_category(op[1], c);
    case SK_SRE_IN: return sk_sre_in_charset(op + 2, c);
    case SK_SRE_LITERAL_IGNORE: return sk_sre_lower_ascii(c) == op[1];
    case SK_SRE_NOT_LITERAL_IGNORE: return sk_sre_lower_ascii(c) != op[1];
    case SK_SRE_IN_IGNORE: return sk_sre_in_charset(op + 2, sk_sre_lower_ascii(c));
    case SK_SRE_LITERAL_UNI_IGNORE: return sk_unicode_to_lower(c) == op[1];
    case SK_SRE_NOT_LITERAL_UNI_IGNORE: return sk_unicode_to_lower(c) != op[1];
    case SK_SRE_IN_UNI_IGNORE: return sk_sre_in_charset(op + 2, sk_unicode_to_lower(c));
    case SK_SRE_LITERAL_LOC_IGNORE:
    case SK_SRE_NOT_LITERAL_LOC_IGNORE: {
        bool same = c == op[1] || sk_sre_lower_locale(c) == op[1] || sk_sre_upper_locale(c) == op[1];
        return same == (op[0] == SK_SRE_LITERAL_LOC_IGNORE);
    }
    case SK_SRE_IN_LOC_IGNORE: return sk_sre_in_charset(op + 2, sk_sre_lower_locale(c)) || sk_sre_in_charset(op + 2, sk_sre_upper_locale(c));
    default: return false;
    }
}

// ---- stack ---------------------------------------------------------------------------------------------------------------------

static bool grow_stack(SkSre *s) {
    size_t n = s->capacity ? s->capacity * 2 : 64;
    SkSreEntry *grown = sk_realloc(s->stack, n * sizeof *grown);
    if (!grown) {
        sk_raise_memory();
        return false;
    }
    s->stack = grown;
    s->capacity = n;
    return true;
}

SK_INLINE bool push(SkSre *s, SkSreEntry e) {
    if (sk_unlikely(s->top == s->capacity) && !grow_stack(s)) return false;
    s->stack[s->top++] = e;
    return true;
}

// A new round of a repeat; its number, or 0 with MemoryError. Number 0 is no round.
static uint32_t add_repeat(SkSre *s, SkSreRepeat r) {
    if (s->nrepeats >= s->repeats_capacity) {
        size_t n = s->repeats_capacity ? s->repeats_capacity * 2 : 32;
        SkSreRepeat *grown = n < UINT32_MAX ? sk_realloc(s->repeats, n * sizeof *grown) : NULL;
        if (!grown) {
            sk_raise_memory();
            return 0;
        }
        s->repeats = grown;
        s->repeats_capacity = n;
    }
    s->repeats[s->nrepeats] = r;
    return (uint32_t)s->nrepeats++;
}

static bool set_mark(SkSre *s, uint32_t i, int64_t ptr) {
    if (s->top && !push(s, (SkSreEntry){.kind = UNMARK, .pc = i, .a = s->marks[i], .b = s->last_index})) return false;
    if (i & 1) s->last_index = i / 2 + 1;
    s->marks[i] = ptr;
    return true;
}

// Throws away the alternatives above a barrier, and the barrier; what undoes marks stays.
static void cut(SkSre *s, size_t barrier) {
    size_t kept = barrier;
    for (size_t i = barrier + 1; i < s->top; i++)
        if (s->stack[i].kind == UNMARK) s->stack[kept++] = s->stack[i];
    s->top = kept;
}

void sk_sre_free(SkSre *s) {
    sk_free(s->stack);
    sk_free(s->repeats);
}

// ---- the three widths --------------------------------------------------------------------------------------------------------------

#define CHAR uint8_t
#define NAME(x) x##_1
#include "modules/_sre_run.h"
#undef CHAR
#undef NAME
#define CHAR uint16_t
#define NAME(x) x##_2
#include "modules/_sre_run.h"
#undef CHAR
#undef NAME
#define CHAR uint32_t
#define NAME(x) x##_4
#include "modules/_sre_run.h"
#undef CHAR
#undef NAME

int sk_sre_match(SkSre *s) {
    if (s->start > s->end) return 0;
    s->match_start = s->start;
    return s->kind == 1 ? run_1(s, s->start) : s->kind == 2 ? run_2(s, s->start) : run_4(s, s->start);
}

int sk_sre_search(SkSre *s) {
    if (s->start > s->end) return 0;
    return s->kind == 1 ? search_1(s) : s->kind == 2 ? search_2(s) : search_4(s);
}
