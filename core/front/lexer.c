#include "core/front/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/unicode.h"
#include "core/front/lexer_internal.h"

#define L (SK_CH_START | SK_CH_CONTINUE)
#define X (SK_CH_START | SK_CH_CONTINUE | SK_CH_HEX)
#define D (SK_CH_CONTINUE | SK_CH_DIGIT | SK_CH_HEX)
const uint8_t sk_char_class[256] = {
    ['0'] = D, D, D, D, D, D, D, D, D, D,
    ['A'] = X, X, X, X, X, X, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    ['_'] = L,
    ['a'] = X, X, X, X, X, X, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    [0x80 ... 0xff] = L,
};
#undef L
#undef X
#undef D

const char *sk_token_text(SkTokenKind kind)
{
    switch (kind) {
#define SK_OPERATOR(name, text) \
    case SK_TOK_##name:         \
        return text;
#define SK_KEYWORD(name, text) SK_OPERATOR(name, text)
#include "core/front/lexer.def"
    default:
        return NULL;
    }
}

/* ---- Errors and warnings ---- */

static bool out_of_memory(SkLexer *lexer)
{
    lexer->failed = true;
    lexer->err->cls = SK_SYNTAX_MEMORY;
    lexer->err->message = "out of memory";
    return false;
}

static int count_chars(const char *from, const char *to)
{
    int n = 0;
    for (; from < to; from++)
        n += ((unsigned char)*from & 0xc0) != 0x80;
    return n;
}

/* end_offset -2: as the start. */
bool sk_lexer_error(SkLexer *lexer, SkSyntaxErrorClass cls, int offset, int end_offset, const char *format, ...)
{
    char message[400];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    SkSyntaxError *err = lexer->err;
    const char *line = lexer->line_start;
    size_t line_len = strcspn(line, "\n");
    err->cls = cls;
    err->message = sk_arena_copy(lexer->arena, message, strlen(message));
    err->text = sk_arena_copy(lexer->arena, line, line_len);
    if (!err->message || !err->text)
        return out_of_memory(lexer);
    err->text_len = line_len;
    err->lineno = err->end_lineno = lexer->lineno;
    err->offset = offset < 0 ? offset : count_chars(line, line + offset);
    err->end_offset = end_offset == -2 ? err->offset : end_offset < 0 ? end_offset : count_chars(line, line + end_offset);
    err->incomplete = lexer->eof_reached;
    lexer->failed = true;
    return false;
}

/* Errors in how lines are put together show the line with its end. */
static bool with_line_end(SkLexer *lexer)
{
    SkSyntaxError *err = lexer->err;
    if (!err->text || lexer->line_start[err->text_len] != '\n')
        return false;
    err->text = sk_arena_copy(lexer->arena, lexer->line_start, err->text_len + 1);
    if (!err->text)
        return out_of_memory(lexer);
    err->text_len++;
    return false;
}

bool sk_lexer_unclosed(SkLexer *lexer)
{
    if (!lexer->level)
        return false;
    int lineno = lexer->brackets[lexer->level - 1].lineno, col = lexer->brackets[lexer->level - 1].col;
    const char *line = lexer->source;
    for (int i = 1; i < lineno; i++)
        line = (const char *)memchr(line, '\n', (size_t)(lexer->end - line)) + 1;
    size_t len = strcspn(line, "\n");
    if (line[len] == '\n' && line + len + 1 >= lexer->end)
        len++; /* the last line is shown with its end */
    char message[32];
    snprintf(message, sizeof message, "'%c' was never closed", lexer->brackets[lexer->level - 1].bracket);
    SkSyntaxError *err = lexer->err;
    *err = (SkSyntaxError){.cls = SK_SYNTAX_ERROR, .lineno = lineno, .end_lineno = lineno};
    err->message = sk_arena_copy(lexer->arena, message, strlen(message));
    err->text = sk_arena_copy(lexer->arena, line, len);
    if (!err->message || !err->text)
        return out_of_memory(lexer);
    err->text_len = len;
    err->offset = count_chars(line, line + col) + 1;
    err->end_offset = 0;
    err->incomplete = true;
    lexer->failed = true;
    return false;
}

void sk_lexer_warn(SkLexer *lexer, SkWarningCategory category, const char *message, int lineno, int col, int end_lineno,
                   int end_col)
{
    SkSyntaxWarning *warning = sk_arena_alloc(lexer->arena, sizeof *warning);
    if (!warning)
        return;
    *warning = (SkSyntaxWarning){lexer->warnings, message, category, lineno, col, end_lineno, end_col, false};
    lexer->warnings = warning;
}

/* ---- Names ---- */

static bool grow_names(SkLexer *lexer)
{
    SkNameTable *table = &lexer->names;
    uint32_t size = table->slots ? (table->mask + 1) * 4 : 1024;
    const SkName **slots = sk_arena_zalloc(lexer->arena, size * sizeof *slots);
    if (!slots)
        return out_of_memory(lexer);
    if (table->slots)
        for (uint32_t i = 0; i <= table->mask; i++)
            if (table->slots[i]) {
                uint32_t at = table->slots[i]->hash & (size - 1);
                while (slots[at])
                    at = (at + 1) & (size - 1);
                slots[at] = table->slots[i];
            }
    table->slots = slots;
    table->mask = size - 1;
    return true;
}

static const SkName *intern(SkLexer *lexer, const char *bytes, size_t len, uint32_t hash)
{
    SkNameTable *table = &lexer->names;
    if ((!table->slots || table->used > table->mask / 2) && !grow_names(lexer))
        return NULL;
    uint32_t at = hash & table->mask;
    for (; table->slots[at]; at = (at + 1) & table->mask) {
        const SkName *name = table->slots[at];
        if (name->hash == hash && name->len == len && memcmp(name->utf8, bytes, len) == 0)
            return name;
    }
    SkName *name = sk_arena_alloc(lexer->arena, sizeof *name);
    char *copy = name ? sk_arena_copy(lexer->arena, bytes, len) : NULL;
    if (!copy) {
        out_of_memory(lexer);
        return NULL;
    }
    *name = (SkName){copy, (uint32_t)len, hash};
    table->slots[at] = name;
    table->used++;
    return name;
}

static inline uint32_t hash_step(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 16777619u;
}

static inline uint32_t hash_finish(uint32_t hash)
{
    return hash ^ hash >> 15;
}

const SkName *sk_lexer_intern(SkLexer *lexer, const char *bytes, size_t len)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < len; i++)
        hash = hash_step(hash, (unsigned char)bytes[i]);
    return intern(lexer, bytes, len, hash_finish(hash));
}

static SkTokenKind keyword(const char *s, size_t len)
{
#define KEYWORD(name, text)                                    \
    if (len == sizeof text - 1 && memcmp(s, text, len) == 0)   \
        return SK_TOK_##name;
    switch (s[0]) {
    case 'F': KEYWORD(FALSE, "False") break;
    case 'N': KEYWORD(NONE, "None") break;
    case 'T': KEYWORD(TRUE, "True") break;
    case 'a': KEYWORD(AND, "and") KEYWORD(AS, "as") KEYWORD(ASSERT, "assert") KEYWORD(ASYNC, "async") KEYWORD(AWAIT, "await") break;
    case 'b': KEYWORD(BREAK, "break") break;
    case 'c': KEYWORD(CLASS, "class") KEYWORD(CONTINUE, "continue") break;
    case 'd': KEYWORD(DEF, "def") KEYWORD(DEL, "del") break;
    case 'e': KEYWORD(ELIF, "elif") KEYWORD(ELSE, "else") KEYWORD(EXCEPT, "except") break;
    case 'f': KEYWORD(FINALLY, "finally") KEYWORD(FOR, "for") KEYWORD(FROM, "from") break;
    case 'g': KEYWORD(GLOBAL, "global") break;
    case 'i': KEYWORD(IF, "if") KEYWORD(IMPORT, "import") KEYWORD(IN, "in") KEYWORD(IS, "is") break;
    case 'l': KEYWORD(LAMBDA, "lambda") break;
    case 'n': KEYWORD(NONLOCAL, "nonlocal") KEYWORD(NOT, "not") break;
    case 'o': KEYWORD(OR, "or") break;
    case 'p': KEYWORD(PASS, "pass") break;
    case 'r': KEYWORD(RAISE, "raise") KEYWORD(RETURN, "return") break;
    case 't': KEYWORD(TRY, "try") break;
    case 'w': KEYWORD(WHILE, "while") KEYWORD(WITH, "with") break;
    case 'y': KEYWORD(YIELD, "yield") break;
    default: break;
    }
#undef KEYWORD
    return SK_TOK_NAME;
}

static bool bad_character(SkLexer *lexer, utf8proc_int32_t c, const char *at, size_t size)
{
    lexer->cur = at + size;
    if (sk_unicode_is_printable((uint32_t)c))
        return SK_LEX_ERROR(lexer, "invalid character '%.*s' (U+%04X)", (int)size, at, (unsigned)c);
    return SK_LEX_ERROR(lexer, "invalid non-printable character U+%04X", (unsigned)c);
}

static bool unicode_name(SkLexer *lexer, SkToken *token, const char *start)
{
    const char *c = start, *end = lexer->cur;
    while (c < end) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const uint8_t *)c, end - c, &code);
        if (n <= 0)
            n = 1, code = 0xfffd;
        bool ok = c == start ? sk_unicode_is_id_start((uint32_t)code) : sk_unicode_is_id_continue((uint32_t)code);
        if (!ok && !lexer->all)
            return bad_character(lexer, code, c, (size_t)n);
        c += n;
    }
    utf8proc_uint8_t *nfkc = NULL;
    utf8proc_ssize_t len = utf8proc_map((const uint8_t *)start, end - start, &nfkc,
                                        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    if (len < 0)
        return out_of_memory(lexer);
    token->name = sk_lexer_intern(lexer, (const char *)nfkc, (size_t)len);
    free(nfkc);
    return token->name != NULL;
}

/* ---- Words: names, keywords and string prefixes ---- */

static bool bad_prefixes(SkLexer *lexer, const char *start, const bool saw[128])
{
    static const char pairs[][2] = {{'u', 'b'}, {'u', 'r'}, {'u', 'f'}, {'u', 't'}, {'b', 'f'}, {'b', 't'}, {'f', 't'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (saw[(int)pairs[i][0]] && saw[(int)pairs[i][1]]) {
            lexer->cur++;
            sk_lexer_error(lexer, SK_SYNTAX_ERROR, (int)(start + 1 - lexer->line_start),
                           (int)(lexer->cur - lexer->line_start), "'%c' and '%c' prefixes are incompatible", pairs[i][0],
                           pairs[i][1]);
            return true;
        }
    return false;
}

/* The word at start..cur stands before a quote. *handled: it is a string's prefix and the string was lexed. */
static bool try_prefix(SkLexer *lexer, SkToken *token, const char *start, bool *handled)
{
    bool saw[128] = {false};
    *handled = false;
    for (const char *c = start; c < lexer->cur; c++) {
        int letter = *c | 32;
        if (!strchr("burft", letter) || saw[letter])
            return true;
        saw[letter] = true;
    }
    *handled = true;
    if (bad_prefixes(lexer, start, saw))
        return false;
    if (saw['f'] || saw['t'])
        return sk_lex_fstring_start(lexer, token, start, saw['r'], saw['t']);
    return sk_lex_string(lexer, token, start);
}

static bool word(SkLexer *lexer, SkToken *token)
{
    const char *start = lexer->cur, *c = start;
    uint32_t hash = 2166136261u;
    unsigned char seen = 0;
    while (sk_char_class[(unsigned char)*c] & SK_CH_CONTINUE) {
        seen |= (unsigned char)*c;
        hash = hash_step(hash, (unsigned char)*c++);
    }
    lexer->cur = c;
    size_t len = (size_t)(c - start);
    if ((*c == '"' || *c == '\'') && len <= 5 && !(seen & 0x80)) {
        bool handled;
        if (!try_prefix(lexer, token, start, &handled) || handled)
            return !lexer->failed;
    }
    SkTokenKind kind = len <= 8 && len >= 2 ? keyword(start, len) : SK_TOK_NAME;
    sk_lexer_finish(lexer, token, kind, start);
    if (kind != SK_TOK_NAME)
        return true;
    if (seen & 0x80)
        return unicode_name(lexer, token, start);
    token->name = intern(lexer, start, len, hash_finish(hash));
    return token->name != NULL;
}

/* ---- Operators and brackets ---- */

static bool open_bracket(SkLexer *lexer, char bracket)
{
    if (lexer->level >= SK_MAX_BRACKETS) {
        lexer->cur++;
        return SK_LEX_ERROR(lexer, "too many nested parentheses");
    }
    if (lexer->fstring_top >= 0 && bracket == '{') {
        SkFStringMode *mode = &lexer->fstrings[lexer->fstring_top];
        /* A field begins where text ended: directly in the string, or in the spec of the field around it. */
        if (mode->fields == 0 || mode->in_spec) {
            if (mode->fields >= SK_MAX_FIELDS)
                return SK_LEX_ERROR(lexer, "%c-string: expressions nested too deeply", mode->template ? 't' : 'f');
            mode->field_level[mode->fields++] = (uint8_t)(lexer->level + 1);
            mode->in_spec = false;
        }
    }
    lexer->brackets[lexer->level].bracket = bracket;
    lexer->brackets[lexer->level].lineno = lexer->lineno;
    lexer->brackets[lexer->level].col = (int)(lexer->cur - lexer->line_start);
    lexer->level++;
    return true;
}

static bool close_bracket(SkLexer *lexer, char bracket)
{
    SkFStringMode *mode = lexer->fstring_top >= 0 ? &lexer->fstrings[lexer->fstring_top] : NULL;
    if (mode && mode->fields == 0 && bracket == '}') {
        lexer->cur++;
        return SK_LEX_ERROR(lexer, "%c-string: single '}' is not allowed", mode->template ? 't' : 'f');
    }
    if (lexer->level == 0 && lexer->all)
        return true;
    if (lexer->level == 0) {
        lexer->cur++;
        return SK_LEX_ERROR(lexer, "unmatched '%c'", bracket);
    }
    char opening = lexer->brackets[lexer->level - 1].bracket;
    int line = lexer->brackets[lexer->level - 1].lineno;
    bool in_field = mode && mode->fields && mode->field_level[mode->fields - 1] == lexer->level;
    if (!((opening == '(' && bracket == ')') || (opening == '[' && bracket == ']') ||
          (opening == '{' && bracket == '}')) && (in_field || !lexer->all)) {
        lexer->cur++;
        if (in_field)
            return SK_LEX_ERROR(lexer, "%c-string: unmatched '%c'", mode->template ? 't' : 'f', bracket);
        if (line != lexer->lineno)
            return SK_LEX_ERROR(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d",
                                bracket, opening, line);
        return SK_LEX_ERROR(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", bracket, opening);
    }
    lexer->level--;
    if (in_field) {
        mode->fields--;
        mode->in_text = true;
        mode->in_spec = mode->fields > 0;
    }
    return true;
}

/* Is a ':' or '!' here the end of a replacement field's expression? */
static bool at_field_level(const SkLexer *lexer)
{
    if (lexer->fstring_top < 0)
        return false;
    const SkFStringMode *mode = &lexer->fstrings[lexer->fstring_top];
    return mode->fields && mode->field_level[mode->fields - 1] == lexer->level;
}

static bool operator_token(SkLexer *lexer, SkToken *token)
{
    const char *c = lexer->cur;
    SkTokenKind kind;
    unsigned size = 1;
#define ONE(k) kind = SK_TOK_##k
#define TWO(k) (kind = SK_TOK_##k, size = 2)
#define THREE(k) (kind = SK_TOK_##k, size = 3)
    switch (*c) {
    case '(': case '[': case '{':
        if (!open_bracket(lexer, *c))
            return false;
        kind = *c == '(' ? SK_TOK_LPAR : *c == '[' ? SK_TOK_LSQB : SK_TOK_LBRACE;
        break;
    case ')': case ']': case '}':
        if (!close_bracket(lexer, *c))
            return false;
        kind = *c == ')' ? SK_TOK_RPAR : *c == ']' ? SK_TOK_RSQB : SK_TOK_RBRACE;
        break;
    case ':':
        if (at_field_level(lexer)) {
            lexer->fstrings[lexer->fstring_top].in_text = true;
            lexer->fstrings[lexer->fstring_top].in_spec = true;
            ONE(COLON);
        } else if (c[1] == '=') {
            TWO(WALRUS);
        } else {
            ONE(COLON);
        }
        break;
    case ',': ONE(COMMA); break;
    case ';': ONE(SEMI); break;
    case '~': ONE(TILDE); break;
    case '.':
        if (c[1] == '.' && c[2] == '.')
            THREE(ELLIPSIS);
        else
            ONE(DOT);
        break;
    case '!':
        if (c[1] == '=' && lexer->flufl) {
            lexer->cur++;
            return sk_lexer_error(lexer, SK_SYNTAX_ERROR, (int)(c - lexer->line_start) + 1, (int)(c - lexer->line_start) + 3,
                                  "with Barry as BDFL, use '<>' instead of '!='");
        }
        if (c[1] == '=')
            TWO(NOTEQUAL);
        else
            ONE(EXCLAMATION);
        break;
    case '=':
        if (c[1] == '=')
            TWO(EQEQUAL);
        else
            ONE(EQUAL);
        break;
    case '<':
        if (c[1] == '<') {
            if (c[2] == '=')
                THREE(LSHIFTEQUAL);
            else
                TWO(LSHIFT);
        } else if (c[1] == '=') {
            TWO(LESSEQUAL);
        } else if (c[1] == '>') {
            kind = lexer->flufl ? SK_TOK_NOTEQUAL : SK_TOK_STRAY, size = 2;
        } else {
            ONE(LESS);
        }
        break;
    case '>':
        if (c[1] == '>') {
            if (c[2] == '=')
                THREE(RSHIFTEQUAL);
            else
                TWO(RSHIFT);
        } else if (c[1] == '=') {
            TWO(GREATEREQUAL);
        } else {
            ONE(GREATER);
        }
        break;
    case '-':
        if (c[1] == '>')
            TWO(ARROW);
        else if (c[1] == '=')
            TWO(MINUSEQUAL);
        else
            ONE(MINUS);
        break;
    case '*':
        if (c[1] == '*') {
            if (c[2] == '=')
                THREE(DOUBLESTAREQUAL);
            else
                TWO(DOUBLESTAR);
        } else if (c[1] == '=') {
            TWO(STAREQUAL);
        } else {
            ONE(STAR);
        }
        break;
    case '/':
        if (c[1] == '/') {
            if (c[2] == '=')
                THREE(DOUBLESLASHEQUAL);
            else
                TWO(DOUBLESLASH);
        } else if (c[1] == '=') {
            TWO(SLASHEQUAL);
        } else {
            ONE(SLASH);
        }
        break;
#define WITH_EQUAL(ch, k)  \
    case ch:               \
        if (c[1] == '=')   \
            TWO(k##EQUAL); \
        else               \
            ONE(k);        \
        break;
        WITH_EQUAL('+', PLUS)
        WITH_EQUAL('%', PERCENT)
        WITH_EQUAL('@', AT)
        WITH_EQUAL('&', AMPER)
        WITH_EQUAL('|', VBAR)
        WITH_EQUAL('^', CIRCUMFLEX)
    case '$': case '?': case '`':
        ONE(STRAY);
        break;
    default:
        return bad_character(lexer, *c, c, 1);
    }
#undef ONE
#undef TWO
#undef THREE
#undef WITH_EQUAL
    lexer->cur += size;
    sk_lexer_finish(lexer, token, kind, c);
    return true;
}

/* ---- Lines ---- */

static bool tab_error(SkLexer *lexer)
{
    lexer->weak_error = true;
    sk_lexer_error(lexer, SK_SYNTAX_TAB, 1, 0, "inconsistent use of tabs and spaces in indentation");
    return with_line_end(lexer);
}

static bool compare_indent(SkLexer *lexer, int32_t col, int32_t alt)
{
    int top = lexer->indent_top;
    if (col == lexer->indents[top])
        return alt == lexer->alt_indents[top] || tab_error(lexer);
    if (col > lexer->indents[top]) {
        if (top + 1 >= SK_MAX_INDENT) {
            lexer->weak_error = true;
            sk_lexer_error(lexer, SK_SYNTAX_INDENTATION, 1, 0, "too many levels of indentation");
            return with_line_end(lexer);
        }
        if (alt <= lexer->alt_indents[top])
            return tab_error(lexer);
        lexer->indents[top + 1] = col;
        lexer->alt_indents[top + 1] = alt;
        lexer->indent_top++;
        lexer->dedents = -1;
        return true;
    }
    while (lexer->indent_top > 0 && col < lexer->indents[lexer->indent_top]) {
        lexer->indent_top--;
        lexer->dedents++;
    }
    if (col != lexer->indents[lexer->indent_top]) {
        int len = (int)strcspn(lexer->line_start, "\n");
        lexer->weak_error = true;
        sk_lexer_error(lexer, SK_SYNTAX_INDENTATION, len + 1, -1, "unindent does not match any outer indentation level");
        return with_line_end(lexer);
    }
    return alt == lexer->alt_indents[lexer->indent_top] || tab_error(lexer);
}

/* A backslash: the line goes on. */
static bool continue_line(SkLexer *lexer)
{
    const char *c = lexer->cur + 1;
    if (*c == 0 || (*c == '\n' && c[1] == 0)) {
        lexer->cur = c;
        lexer->eof_reached = lexer->weak_error = true;
        if (lexer->level)
            return sk_lexer_unclosed(lexer);
        sk_lexer_error(lexer, SK_SYNTAX_ERROR, (int)(c - lexer->line_start) + 1, -1, "unexpected EOF while parsing");
        return with_line_end(lexer);
    }
    if (*c != '\n') {
        lexer->cur = c + 1;
        lexer->weak_error = true;
        sk_lexer_error(lexer, SK_SYNTAX_ERROR, (int)(lexer->cur - lexer->line_start), 0,
                       "unexpected character after line continuation character");
        return with_line_end(lexer);
    }
    lexer->cur = c + 1;
    lexer->lineno++;
    lexer->line_start = lexer->cur;
    return true;
}

/* At the start of a line: measure its indentation; lines that are blank change nothing. */
static bool start_line(SkLexer *lexer)
{
    int32_t col = 0, alt = 0, continued = 0;
    const char *c = lexer->cur;
    lexer->at_line_start = false;
    for (;; c++) {
        if (*c == ' ') {
            col++;
            alt++;
        } else if (*c == '\t') {
            col = (col / 8 + 1) * 8;
            alt++;
        } else if (*c == '\f') {
            col = alt = 0;
        } else if (*c == '\\') {
            /* Indentation counts up to the first backslash. */
            continued = continued ? continued : col;
            lexer->cur = c;
            if (!continue_line(lexer))
                return false;
            c = lexer->cur - 1;
        } else {
            break;
        }
        if (col > 1 << 28)
            return SK_LEX_ERROR(lexer, "too many levels of indentation");
    }
    lexer->cur = c;
    if (*c == '#' || *c == '\n')
        return true;
    /* What fails at a block that ends here could go on with more lines. */
    if (*c == 0 && c == lexer->line_start)
        lexer->eof_reached = true;
    if (*c == 0 && lexer->single)
        return true; /* an unfinished last line decides nothing; sk_lexer_next closes the blocks */
    return compare_indent(lexer, continued ? continued : col, continued ? continued : alt);
}

static bool end_of_input(SkLexer *lexer, SkToken *token)
{
    /* A last line without its newline gets one first: a text that fails there does not wait for more. */
    lexer->eof_reached = lexer->eof_reached || !lexer->single || !lexer->started || lexer->level || lexer->cur == lexer->line_start;
    if (lexer->level) {
        lexer->weak_error = true;
        return sk_lexer_unclosed(lexer);
    }
    sk_lexer_finish(lexer, token, SK_TOK_END, lexer->cur);
    token->col = token->end_col = -1;
    if (!lexer->single) {
        if (lexer->indent_top > 0) { /* only without a final newline */
            lexer->dedents = lexer->indent_top - 1;
            lexer->indent_top = 0;
            token->kind = SK_TOK_DEDENT;
        }
        return true;
    }
    if (lexer->started) {
        /* The end of a line typed in is a NEWLINE, once; then open blocks end too. */
        lexer->started = false;
        token->kind = SK_TOK_NEWLINE;
        if (lexer->implied_dedent) {
            lexer->dedents = lexer->indent_top;
            lexer->indent_top = 0;
        }
    }
    return true;
}

bool sk_lexer_next(SkLexer *lexer, SkToken *token)
{
    bool blank_line;
    if (lexer->failed)
        return false;
    if (lexer->fstring_top >= 0 && lexer->fstrings[lexer->fstring_top].in_text) {
        bool done;
        if (!sk_lex_fstring_text(lexer, token, &done))
            return false;
        if (done)
            return true;
    }
next_line:
    blank_line = false;
    if (lexer->at_line_start) {
        if (!start_line(lexer))
            return false;
        blank_line = *lexer->cur == '#' || *lexer->cur == '\n';
    } else if (lexer->all) {
        blank_line = lexer->blank_line;
        lexer->blank_line = false;
    }
    if (lexer->dedents) {
        sk_lexer_finish(lexer, token, lexer->dedents < 0 ? SK_TOK_INDENT : SK_TOK_DEDENT, lexer->cur);
        token->col = token->end_col = -1;
        lexer->dedents += lexer->dedents < 0 ? 1 : -1;
        lexer->started = true;
        return true;
    }
again:
    while (*lexer->cur == ' ' || *lexer->cur == '\t' || *lexer->cur == '\f')
        lexer->cur++;
    const char *c = lexer->cur, *token_start = c;
    if (*c == '#') {
        while (*c && *c != '\n')
            c++;
        lexer->cur = c;
        if (lexer->all) {
            lexer->blank_line = blank_line;
            sk_lexer_finish(lexer, token, SK_TOK_COMMENT, token_start);
            return true;
        }
    }
    if (*c == '\n') {
        bool skip = blank_line || lexer->level > 0;
        if (!skip || lexer->all) {
            lexer->cur = c + 1;
            sk_lexer_finish(lexer, token, skip ? SK_TOK_NL : SK_TOK_NEWLINE, token_start);
        }
        lexer->cur = c + 1;
        lexer->lineno++;
        lexer->line_start = lexer->cur;
        lexer->at_line_start = lexer->level == 0;
        if (!skip || lexer->all)
            return true;
        if (lexer->level > 0)
            goto again;
        goto next_line;
    }
    if (*c == 0) {
        if (c == lexer->line_start && lexer->single && lexer->indent_top > 0 && lexer->level == 0 && lexer->started) {
            /* The text ends in a whole line: its blocks are complete. */
            lexer->dedents = lexer->indent_top;
            lexer->indent_top = 0;
            goto next_line;
        }
        return end_of_input(lexer, token);
    }
    lexer->started = true;
    unsigned char cls = sk_char_class[(unsigned char)*c];
    if (cls & SK_CH_START)
        return word(lexer, token);
    if ((cls & SK_CH_DIGIT) || (*c == '.' && is_digit(c[1])))
        return sk_lex_number(lexer, token);
    if (*c == '"' || *c == '\'')
        return sk_lex_string(lexer, token, c);
    if (*c == '\\') {
        if (!continue_line(lexer))
            return false;
        goto again;
    }
    return operator_token(lexer, token);
}

/* ---- The private copy ---- */

static bool bad_utf8(SkLexer *lexer, const char *source, size_t len, size_t at)
{
    int lineno = 1;
    for (size_t i = 0; i < at; i++)
        lineno += source[i] == '\n';
    char message[120];
    unsigned byte = (unsigned char)source[at];
    bool start = byte >= 0xc2 && byte <= 0xf4;
    snprintf(message, sizeof message, "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s", byte, at,
             !start ? "invalid start byte" : at + 1 >= len ? "unexpected end of data" : "invalid continuation byte");
    *lexer->err = (SkSyntaxError){.cls = SK_SYNTAX_ERROR, .lineno = lineno, .end_lineno = lineno};
    lexer->err->message = sk_arena_copy(lexer->arena, message, strlen(message));
    lexer->failed = true;
    return lexer->err->message ? false : out_of_memory(lexer);
}

bool sk_lexer_init(SkLexer *lexer, const char *utf8, size_t len, bool add_newline, bool single, bool implied_dedent,
                   SkArena *arena, SkSyntaxError *err)
{
    /* The stacks need no clearing: their tops say what is valid. */
    memset(lexer, 0, offsetof(SkLexer, indents));
    lexer->level = 0;
    lexer->indents[0] = lexer->alt_indents[0] = 0;
    lexer->fstring_top = -1;
    lexer->arena = arena;
    lexer->err = err;
    lexer->single = single;
    lexer->implied_dedent = implied_dedent;
    lexer->lineno = 1;
    lexer->at_line_start = true;
    if (len >= INT32_MAX - 2) {
        *err = (SkSyntaxError){.cls = SK_SYNTAX_MEMORY, .message = "source too large"};
        lexer->failed = true;
        return false;
    }
    if (memchr(utf8, 0, len)) {
        *err = (SkSyntaxError){.cls = SK_SYNTAX_ERROR, .message = "source code string cannot contain null bytes"};
        lexer->failed = true;
        return false;
    }
    char *copy = sk_arena_alloc(arena, len + 2);
    if (!copy)
        return out_of_memory(lexer);
    size_t n = 0;
    if (!memchr(utf8, '\r', len)) {
        memcpy(copy, utf8, len);
        n = len;
    } else {
        for (size_t i = 0; i < len; i++) {
            bool carriage = utf8[i] == '\r';
            copy[n++] = carriage ? '\n' : utf8[i];
            if (carriage && i + 1 < len && utf8[i + 1] == '\n')
                i++;
        }
    }
    for (size_t i = 0; i < n;) {
        if ((unsigned char)copy[i] < 0x80) {
            i++;
            continue;
        }
        utf8proc_int32_t code;
        utf8proc_ssize_t step = utf8proc_iterate((const uint8_t *)copy + i, (utf8proc_ssize_t)(n - i), &code);
        if (step <= 0)
            return bad_utf8(lexer, copy, n, i);
        i += (size_t)step;
    }
    if (add_newline && n && copy[n - 1] != '\n')
        copy[n++] = '\n';
    copy[n] = 0;
    lexer->source = lexer->cur = lexer->line_start = copy;
    lexer->end = copy + n;
    return true;
}
