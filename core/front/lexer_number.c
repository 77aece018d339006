#include "core/front/lexer_internal.h"

#include <ctype.h>
#include <string.h>

/* A word right behind a number is an error, unless it is an operator or keyword that may follow a value. */
static bool check_end(SkLexer *lexer, const char *kind)
{
    const char *c = lexer->cur;
    bool keyword = false;
    switch (*c) {
    case 'a':
        keyword = strncmp(c, "and", 3) == 0;
        break;
    case 'e':
        keyword = strncmp(c, "else", 4) == 0;
        break;
    case 'f':
        keyword = strncmp(c, "for", 3) == 0;
        break;
    case 'i':
        keyword = c[1] == 'f' || c[1] == 'n' || c[1] == 's';
        break;
    case 'o':
        keyword = c[1] == 'r';
        break;
    case 'n':
        keyword = strncmp(c, "not", 3) == 0;
        break;
    default:
        break;
    }
    if (keyword) {
        const char *message = strcmp(kind, "decimal") == 0       ? "invalid decimal literal"
                              : strcmp(kind, "imaginary") == 0   ? "invalid imaginary literal"
                              : strcmp(kind, "hexadecimal") == 0 ? "invalid hexadecimal literal"
                              : strcmp(kind, "octal") == 0       ? "invalid octal literal"
                                                                 : "invalid binary literal";
        int col = (int)(c - lexer->line_start);
        sk_lexer_warn(lexer, SK_WARN_SYNTAX, message, lexer->lineno, col > 0 ? col - 1 : 0, lexer->lineno, col);
        return true;
    }
    if ((unsigned char)*c < 0x80 && (sk_char_class[(unsigned char)*c] & SK_CH_CONTINUE))
        return SK_LEX_ERROR(lexer, "invalid %s literal", kind);
    return true;
}

/* digit ("_"? digit)*; cur is at a digit. */
static bool decimal_tail(SkLexer *lexer)
{
    const char *c = lexer->cur;
    for (;;) {
        while (is_digit(*c))
            c++;
        if (*c != '_')
            break;
        c++;
        if (!is_digit(*c)) {
            lexer->cur = c;
            return SK_LEX_ERROR(lexer, "invalid decimal literal");
        }
    }
    lexer->cur = c;
    return true;
}

static int digit_value(char c)
{
    return is_digit(c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : 99;
}

static bool prefixed(SkLexer *lexer, int base, const char *kind)
{
    lexer->cur += 2;
    do {
        if (*lexer->cur == '_')
            lexer->cur++;
        char c = *lexer->cur;
        if (digit_value(c) >= base) {
            if (base < 10 && is_digit(c)) {
                lexer->cur++;
                return SK_LEX_ERROR(lexer, "invalid digit '%c' in %s literal", c, kind);
            }
            return SK_LEX_ERROR(lexer, "invalid %s literal", kind);
        }
        while (digit_value(*lexer->cur) < base)
            lexer->cur++;
    } while (*lexer->cur == '_');
    if (base < 10 && is_digit(*lexer->cur)) {
        lexer->cur++;
        return SK_LEX_ERROR(lexer, "invalid digit '%c' in %s literal", lexer->cur[-1], kind);
    }
    return check_end(lexer, kind);
}

/* Behind the integer part: fraction, exponent, imaginary unit. */
static bool fraction_tail(SkLexer *lexer)
{
    if (*lexer->cur == '.') {
        lexer->cur++;
        if (is_digit(*lexer->cur) && !decimal_tail(lexer))
            return false;
    }
    if ((*lexer->cur | 32) == 'e') {
        const char *c = lexer->cur + 1;
        bool sign = *c == '+' || *c == '-';
        c += sign;
        if (is_digit(*c)) {
            lexer->cur = c;
            if (!decimal_tail(lexer))
                return false;
        } else if (sign) {
            lexer->cur = c;
            return SK_LEX_ERROR(lexer, "invalid decimal literal");
        } else {
            return check_end(lexer, "decimal");
        }
    }
    if ((*lexer->cur | 32) == 'j') {
        lexer->cur++;
        return check_end(lexer, "imaginary");
    }
    return check_end(lexer, "decimal");
}

static bool leading_zero(SkLexer *lexer, const char *start)
{
    const char *c = start + 1;
    for (;;) {
        if (*c == '_') {
            c++;
            if (!is_digit(*c)) {
                lexer->cur = c;
                return SK_LEX_ERROR(lexer, "invalid decimal literal");
            }
        }
        if (*c != '0')
            break;
        c++;
    }
    const char *zeros_end = c;
    bool nonzero = is_digit(*c);
    lexer->cur = c;
    if (nonzero && !decimal_tail(lexer))
        return false;
    char next = *lexer->cur;
    if (next == '.' || (next | 32) == 'e' || (next | 32) == 'j')
        return fraction_tail(lexer);
    if (nonzero && !lexer->all)
        return sk_lexer_error(lexer, SK_SYNTAX_ERROR, (int)(start + 1 - lexer->line_start),
                              (int)(zeros_end - lexer->line_start) + 1,
                              "leading zeros in decimal integer literals are not permitted; "
                              "use an 0o prefix for octal integers");
    return check_end(lexer, "decimal");
}

bool sk_lex_number(SkLexer *lexer, SkToken *token)
{
    const char *start = lexer->cur;
    bool ok;
    if (*start == '0') {
        switch (start[1] | 32) {
        case 'x':
            ok = prefixed(lexer, 16, "hexadecimal");
            break;
        case 'o':
            ok = prefixed(lexer, 8, "octal");
            break;
        case 'b':
            ok = prefixed(lexer, 2, "binary");
            break;
        default:
            ok = leading_zero(lexer, start);
        }
    } else {
        ok = (*start == '.' || decimal_tail(lexer)) && fraction_tail(lexer);
    }
    if (ok)
        sk_lexer_finish(lexer, token, SK_TOK_NUMBER, start);
    return ok;
}
