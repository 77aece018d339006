#include "core/front/lexer_internal.h"

#include <string.h>

static bool quote_matches(const char *c, char quote, unsigned size)
{
    return c[0] == quote && (size == 1 || (c[1] == quote && c[2] == quote));
}

bool sk_lex_string(SkLexer *lexer, SkToken *token, const char *start)
{
    char quote = *lexer->cur;
    const char *line_start = lexer->line_start;
    int lineno = lexer->lineno;
    const char *c = lexer->cur + 1;
    unsigned size = 1;
    bool escaped_quote = false;
    if (c[0] == quote && c[1] == quote) {
        size = 3;
        c += 2;
    }
    for (;; c++) {
        if (*c == quote && quote_matches(c, quote, size))
            break;
        if (*c == '\\') {
            c++;
            escaped_quote |= *c == quote;
        } else if (*c == '\n' && size == 1) {
            goto unterminated;
        }
        if (*c == 0)
            goto unterminated;
        if (*c == '\n') {
            lexer->lineno++;
            lexer->line_start = c + 1;
        }
    }
    lexer->cur = c + size;
    sk_lexer_finish(lexer, token, SK_TOK_STRING, start);
    token->lineno = lineno;
    token->col = (int32_t)(start - line_start);
    return true;

unterminated:;
    int detected = lexer->lineno;
    if (*c == 0 && c > lexer->source && c[-1] == '\n' && detected > lineno)
        detected--; /* the end of input is not a line of its own */
    lexer->lineno = lineno;
    lexer->line_start = line_start;
    lexer->cur = start + 1;
    if (lexer->fstring_top >= 0) {
        SkFStringMode *mode = &lexer->fstrings[lexer->fstring_top];
        if (mode->quote == quote && mode->quote_size == size)
            return SK_LEX_ERROR(lexer, "%c-string: expecting '}'", mode->template ? 't' : 'f');
    }
    if (size == 3) {
        lexer->eof_reached = true;
        return SK_LEX_ERROR(lexer, "unterminated triple-quoted string literal (detected at line %d)", detected);
    }
    lexer->eof_reached = *c == 0 && (c[-1] == '\\' || c[-1] == '\n');
    return SK_LEX_ERROR(lexer, "unterminated string literal (detected at line %d)%s", detected,
                        escaped_quote ? "; perhaps you escaped the end quote?" : "");
}

bool sk_lex_fstring_start(SkLexer *lexer, SkToken *token, const char *start, bool raw, bool template)
{
    if (lexer->fstring_top + 1 >= SK_MAX_FSTRINGS)
        return SK_LEX_ERROR(lexer, "too many nested f-strings or t-strings");
    SkFStringMode *mode = &lexer->fstrings[++lexer->fstring_top];
    char quote = *lexer->cur;
    memset(mode, 0, sizeof *mode);
    mode->quote = quote;
    mode->quote_size = lexer->cur[1] == quote && lexer->cur[2] == quote ? 3 : 1;
    mode->raw = raw;
    mode->template = template;
    mode->in_text = true;
    mode->start = start;
    mode->line_start = lexer->line_start;
    mode->lineno = lexer->lineno;
    lexer->cur += mode->quote_size;
    sk_lexer_finish(lexer, token, template ? SK_TOK_TSTRING_START : SK_TOK_FSTRING_START, start);
    return true;
}

static bool unterminated_fstring(SkLexer *lexer, SkFStringMode *mode, const char *at)
{
    int detected = lexer->lineno;
    char letter = mode->template ? 't' : 'f';
    if (*at == 0 && at > lexer->source && at[-1] == '\n' && detected > mode->lineno)
        detected--;
    lexer->eof_reached = *at == 0;
    lexer->lineno = mode->lineno;
    lexer->line_start = mode->line_start;
    lexer->cur = mode->start + 1;
    if (mode->quote_size == 3)
        return SK_LEX_ERROR(lexer, "unterminated triple-quoted %c-string literal (detected at line %d)", letter, detected);
    return SK_LEX_ERROR(lexer, "unterminated %c-string literal (detected at line %d)", letter, detected);
}

bool sk_lex_fstring_text(SkLexer *lexer, SkToken *token, bool *done)
{
    SkFStringMode *mode = &lexer->fstrings[lexer->fstring_top];
    const char *start = lexer->cur, *c = start;
    const char *line_start = lexer->line_start;
    int lineno = lexer->lineno;
    bool named_escape = false;
    *done = true;
    if (quote_matches(c, mode->quote, mode->quote_size)) {
        lexer->cur = c + mode->quote_size;
        sk_lexer_finish(lexer, token, mode->template ? SK_TOK_TSTRING_END : SK_TOK_FSTRING_END, start);
        lexer->fstring_top--;
        return true;
    }
    for (;; c++) {
        if (*c == mode->quote && quote_matches(c, mode->quote, mode->quote_size))
            break;
        if (*c == 0)
            return unterminated_fstring(lexer, mode, c);
        if (*c == '\n') {
            if (mode->quote_size == 1) {
                if (mode->in_spec) {
                    lexer->cur = c + 1;
                    return SK_LEX_ERROR(lexer,
                                        "%c-string: newlines are not allowed in format specifiers for single quoted %c-strings",
                                        mode->template ? 't' : 'f', mode->template ? 't' : 'f');
                }
                return unterminated_fstring(lexer, mode, c);
            }
            lexer->lineno++;
            lexer->line_start = c + 1;
        } else if (*c == '{') {
            if (c[1] == '{' && !mode->in_spec) {
                c++;
                continue;
            }
            mode->in_text = false;
            break;
        } else if (*c == '}') {
            if (named_escape) {
                named_escape = false;
                continue;
            }
            if (c[1] == '}' && !mode->in_spec) {
                c++;
                continue;
            }
            mode->in_text = false;
            break;
        } else if (*c == '\\') {
            if (c[1] == '{' || c[1] == '}')
                continue;
            c++;
            if (!mode->raw && *c == 'N' && c[1] == '{') {
                named_escape = true;
                c++;
            } else if (*c == '\n') {
                lexer->lineno++;
                lexer->line_start = c + 1;
            } else if (*c == 0) {
                return unterminated_fstring(lexer, mode, c);
            }
        }
    }
    if (c == start) {
        *done = false;
        return true;
    }
    lexer->cur = c;
    sk_lexer_finish(lexer, token, mode->template ? SK_TOK_TSTRING_MIDDLE : SK_TOK_FSTRING_MIDDLE, start);
    token->lineno = lineno;
    token->col = (int32_t)(start - line_start);
    return true;
}
