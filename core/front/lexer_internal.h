/* Shared by lexer.c, lexer_number.c and lexer_string.c. */
#ifndef SK_CORE_FRONT_LEXER_INTERNAL_H
#define SK_CORE_FRONT_LEXER_INTERNAL_H

#include "core/front/lexer.h"

/* Character classes of ASCII; bytes from 0x80 on count as letters until an identifier is checked. */
enum { SK_CH_START = 1, SK_CH_CONTINUE = 2, SK_CH_DIGIT = 4, SK_CH_HEX = 8 };
extern const uint8_t sk_char_class[256];

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Report an error at byte offset `at` (1-based, counted from the line's start; the column of the last byte read) and
 * return false. Printf-style. */
bool sk_lexer_error(SkLexer *lexer, SkSyntaxErrorClass cls, int offset, int end_offset, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* The same at the current position. */
#define SK_LEX_ERROR(lexer, ...) \
    sk_lexer_error(lexer, SK_SYNTAX_ERROR, (int)((lexer)->cur - (lexer)->line_start), -2, __VA_ARGS__)

/* cur is at a digit, or at '.' followed by one. Leaves cur behind the number. */
bool sk_lex_number(SkLexer *lexer, SkToken *token);

/* cur is at the opening quote, `start` at the prefix. */
bool sk_lex_string(SkLexer *lexer, SkToken *token, const char *start);
bool sk_lex_fstring_start(SkLexer *lexer, SkToken *token, const char *start, bool raw, bool template);

/* The text part of the innermost f-string. *done is false when no text was there and ordinary tokens follow. */
bool sk_lex_fstring_text(SkLexer *lexer, SkToken *token, bool *done);

static inline void sk_lexer_finish(SkLexer *lexer, SkToken *token, SkTokenKind kind, const char *start)
{
    token->kind = (uint8_t)kind;
    token->level = lexer->level;
    token->start = (uint32_t)(start - lexer->source);
    token->end = (uint32_t)(lexer->cur - lexer->source);
    token->lineno = token->end_lineno = lexer->lineno;
    token->col = (int32_t)(start - lexer->line_start);
    token->end_col = (int32_t)(lexer->cur - lexer->line_start);
    token->name = NULL;
}

#endif
