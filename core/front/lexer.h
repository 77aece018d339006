/* Source text to tokens, one at a time.
 *
 * The lexer reads a private copy of the source, made in the arena: valid UTF-8 without NULs, newlines all "\n", a NUL behind
 * it. Tokens name their text by byte offsets into that copy. Inside an f-string the lexer alternates between
 * text (FSTRING_MIDDLE) and ordinary tokens, so the nesting is as deep as its stacks. Every limit (indentation, brackets, nested
 * f-strings) ends in an error. */
#ifndef SK_CORE_FRONT_LEXER_H
#define SK_CORE_FRONT_LEXER_H

#include "base/arena.h"
#include "core/front/ast.h"
#include "core/front/syntax_error.h"

typedef enum SkTokenKind {
#define SK_TOKEN(name) SK_TOK_##name,
#define SK_OPERATOR(name, text) SK_TOK_##name,
#define SK_KEYWORD(name, text) SK_TOK_##name,
#include "core/front/lexer.def"
    SK_TOK_COUNT
} SkTokenKind;

typedef struct SkToken {
    uint8_t kind;  /* SkTokenKind */
    uint8_t level; /* open brackets after this token */
    uint32_t start, end; /* bytes of the source copy */
    int32_t lineno, col, end_lineno, end_col; /* columns in bytes; -1 for END, INDENT, DEDENT */
    const SkName *name; /* NAME only */
} SkToken;

enum { SK_MAX_INDENT = 100, SK_MAX_BRACKETS = 200, SK_MAX_FSTRINGS = 150, SK_MAX_FIELDS = 3 };

typedef struct SkFStringMode {
    char quote;
    uint8_t quote_size; /* 1 or 3 */
    bool raw, template, in_text, in_spec;
    uint8_t fields; /* replacement fields open at this moment */
    uint8_t field_level[SK_MAX_FIELDS + 1]; /* bracket level inside each */
    const char *start, *line_start;
    int lineno;
} SkFStringMode;

typedef struct SkNameTable {
    const SkName **slots;
    uint32_t mask, used;
} SkNameTable;

typedef struct SkLexer {
    const char *source, *end; /* the private copy */
    const char *cur, *line_start;
    int lineno;
    SkArena *arena;
    SkNameTable names;
    SkSyntaxError *err;
    SkSyntaxWarning *warnings; /* newest first */
    bool single, implied_dedent; /* see sk_lexer_init */
    bool at_line_start, started, failed;
    bool all; /* set after sk_lexer_init: comments and all newlines are tokens, and what is only ill-formed passes (tokenize) */
    bool flufl; /* set after sk_lexer_init: see SK_PARSE_FLUFL */
    bool blank_line; /* only with `all`: a comment stood alone in its line */
    bool eof_reached; /* the end of input was seen, perhaps inside a literal */
    bool weak_error; /* the failure does not outrank an error that the parser found before it */
    int dedents; /* still to be handed out; negative: an INDENT */
    int indent_top;
    int32_t indents[SK_MAX_INDENT], alt_indents[SK_MAX_INDENT];
    uint8_t level;
    struct {
        char bracket;
        int lineno, col;
    } brackets[SK_MAX_BRACKETS];
    int fstring_top; /* -1: outside */
    SkFStringMode fstrings[SK_MAX_FSTRINGS];
} SkLexer;

/* Copies the source. `add_newline`: the text is a file, whose last line counts as complete. `single`: one interactive
 * statement, closed by the end of input, which also closes open blocks if `implied_dedent`.
 * False: out of memory, NULs or invalid UTF-8; *err is set. */
bool sk_lexer_init(SkLexer *lexer, const char *utf8, size_t len, bool add_newline, bool single, bool implied_dedent,
                   SkArena *arena, SkSyntaxError *err) __attribute__((warn_unused_result));

/* False on failure: lexer->err is set, `failed` stays true and later calls fail too. */
bool sk_lexer_next(SkLexer *lexer, SkToken *token) __attribute__((warn_unused_result));

/* The interned name of bytes[0..len), which are copied; NULL: out of memory. */
const SkName *sk_lexer_intern(SkLexer *lexer, const char *bytes, size_t len);

/* Reports "'(' was never closed" for the innermost open bracket; false always. */
bool sk_lexer_unclosed(SkLexer *lexer);

/* Adds a warning; message must live as long as the arena. */
void sk_lexer_warn(SkLexer *lexer, SkWarningCategory category, const char *message, int lineno, int col, int end_lineno,
                   int end_col);

/* Fixed spelling of operators and keywords, or NULL. */
const char *sk_token_text(SkTokenKind kind);

#endif
