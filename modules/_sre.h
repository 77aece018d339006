// The regular expression engine behind re: what its files share.
#ifndef SKEIN_MODULES__SRE_H
#define SKEIN_MODULES__SRE_H

#include "objects/buffer.h"
#include "objects/type.h"

#define SK_SRE_MAXREPEAT UINT32_MAX

// Opcodes in the order of re._constants.OPCODES.
enum SkSreOp {
    SK_SRE_FAILURE, SK_SRE_SUCCESS, SK_SRE_ANY, SK_SRE_ANY_ALL, SK_SRE_ASSERT, SK_SRE_ASSERT_NOT, SK_SRE_AT, SK_SRE_BRANCH,
    SK_SRE_CATEGORY, SK_SRE_CHARSET, SK_SRE_BIGCHARSET, SK_SRE_GROUPREF, SK_SRE_GROUPREF_EXISTS, SK_SRE_IN, SK_SRE_INFO,
    SK_SRE_JUMP, SK_SRE_LITERAL, SK_SRE_MARK, SK_SRE_MAX_UNTIL, SK_SRE_MIN_UNTIL, SK_SRE_NOT_LITERAL, SK_SRE_NEGATE,
    SK_SRE_RANGE, SK_SRE_REPEAT, SK_SRE_REPEAT_ONE, SK_SRE_SUBPATTERN, SK_SRE_MIN_REPEAT_ONE, SK_SRE_ATOMIC_GROUP,
    SK_SRE_POSSESSIVE_REPEAT, SK_SRE_POSSESSIVE_REPEAT_ONE, SK_SRE_GROUPREF_IGNORE, SK_SRE_IN_IGNORE, SK_SRE_LITERAL_IGNORE,
    SK_SRE_NOT_LITERAL_IGNORE, SK_SRE_GROUPREF_LOC_IGNORE, SK_SRE_IN_LOC_IGNORE, SK_SRE_LITERAL_LOC_IGNORE,
    SK_SRE_NOT_LITERAL_LOC_IGNORE, SK_SRE_GROUPREF_UNI_IGNORE, SK_SRE_IN_UNI_IGNORE, SK_SRE_LITERAL_UNI_IGNORE,
    SK_SRE_NOT_LITERAL_UNI_IGNORE, SK_SRE_RANGE_UNI_IGNORE,
};
enum { SK_SRE_FLAG_IGNORECASE = 2, SK_SRE_FLAG_LOCALE = 4, SK_SRE_FLAG_UNICODE = 32, SK_SRE_FLAG_DEBUG = 128 };
enum { SK_SRE_INFO_PREFIX = 1, SK_SRE_INFO_LITERAL = 2, SK_SRE_INFO_CHARSET = 4 };

typedef struct SkSreEntry SkSreEntry;
typedef struct SkSreRepeat SkSreRepeat;

// One subject being matched against one program. Positions are indexes of characters.
typedef struct {
    const uint32_t *code;
    const void *text;
    unsigned kind;             // bytes a character
    int64_t start, end;        // where to begin; the subject ends at `end`, and begins at 0
    int64_t match_start, ptr;  // the match found
    int64_t *marks;            // begin and end of each group, -1: unset
    size_t nmarks;
    int64_t last_index;        // the group closed last, -1: none
    bool whole;                // fullmatch
    bool must_advance;         // an empty match at `start` does not count
    SkSreEntry *stack;
    size_t top, capacity;
    SkSreRepeat *repeats;
    size_t nrepeats, repeats_capacity;
    uint32_t steps;
} SkSre;

// 1: found; 0: not; -1: exception (MemoryError, or what a signal handler raised). May reach a safepoint and run Python code.
int sk_sre_match(SkSre *s);    // at start
int sk_sre_search(SkSre *s);   // at start or later
void sk_sre_free(SkSre *s);

bool sk_sre_in_charset(const uint32_t *set, uint32_t c);
bool sk_sre_category(uint32_t category, uint32_t c);
uint32_t sk_sre_lower_ascii(uint32_t c);
uint32_t sk_sre_lower_locale(uint32_t c);
uint32_t sk_sre_upper_locale(uint32_t c);

// ---- objects -------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    _Atomic int64_t hash;
    SkSlot pattern;      // str, bytes or None
    SkSlot groupindex;   // dict
    SkSlot indexgroup;   // tuple: names by number
    int64_t groups;
    int64_t flags;
    bool is_bytes;       // what `pattern` is
    size_t ncode;
    uint32_t code[];
} SkPattern;

typedef struct {
    SkObject header;
    SkSlot pattern;      // SkPattern
    SkSlot string;
    SkSlot regs;         // tuple made on demand
    int64_t pos, endpos, last_index;
    size_t groups;       // with the whole match as group 0
    int64_t mark[];      // 2 * groups
} SkMatch;

extern SkType sk_sre_pattern_type, sk_sre_match_type, sk_sre_scanner_type, sk_sre_template_type;

// A subject: keeps its memory readable. False with an exception.
typedef struct {
    SkValue string;      // kept alive by the caller
    const void *data;
    int64_t length;
    unsigned kind;
    bool is_bytes;
    bool has_view;
    SkBuffer view;
} SkSreSubject;
bool sk_sre_subject_open(SkSreSubject *s, SkPattern *p, SkValue string) SK_MUST_USE;
void sk_sre_subject_close(SkSreSubject *s);
SkValue sk_sre_subject_slice(SkSreSubject *s, int64_t from, int64_t to) SK_MUST_USE;
// A slice of a string a match keeps.
SkValue sk_sre_slice(SkValue string, int64_t from, int64_t to) SK_MUST_USE;

SkValue sk_sre_match_new(SkPattern *p, SkValue string, const SkSre *s, int64_t pos, int64_t endpos) SK_MUST_USE;
// Group `i` of a match; unset: `otherwise` (retained).
SkValue sk_sre_match_group(SkMatch *m, size_t i, SkValue otherwise) SK_MUST_USE;

// A replacement as sub and expand use it: literal str/bytes, a template object, or a callable. Counted; *kind says which.
typedef enum { SK_SRE_LITERAL_TEXT, SK_SRE_TEMPLATE, SK_SRE_CALLABLE } SkSreReplacement;
SkValue sk_sre_compile_template(SkPattern *p, SkValue template, SkSreReplacement *kind) SK_MUST_USE;
SkValue sk_sre_template_new(SkValue pattern, SkValue list) SK_MUST_USE;
SkValue sk_sre_template_expand(SkValue template, SkMatch *m) SK_MUST_USE;
SkValue sk_sre_join(bool is_bytes, SkValue list) SK_MUST_USE;

#endif
