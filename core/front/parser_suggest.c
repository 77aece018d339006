#include "core/front/parser_suggest.h"

#include <stdio.h>
#include <string.h>

#include "core/front/lexer.h"
#include "core/front/parser.h"

enum { LONGEST_LINE = 1024, LONGEST_WORD = 12, MOST_NAMES = 10, MOST_MATCHES = 3 };

static const char *const keywords[] = {
#define SK_KEYWORD(name, text) text,
#include "core/front/lexer.def"
};
enum { KEYWORDS = sizeof keywords / sizeof *keywords };

/* Length of the longest common subsequence. */
static unsigned common(const char *a, size_t n, const char *b, size_t m)
{
    unsigned row[LONGEST_WORD + 1] = {0};
    for (size_t i = 0; i < n; i++) {
        unsigned diagonal = 0;
        for (size_t j = 0; j < m; j++) {
            unsigned above = row[j + 1];
            row[j + 1] = a[i] == b[j] ? diagonal + 1 : above > row[j] ? above : row[j];
            diagonal = above;
        }
    }
    return row[m];
}

/* 0 to 200; from 100 on (half of the letters in common) a keyword counts as resembling. */
static unsigned likeness(const char *word, size_t len, const char *keyword)
{
    size_t m = strlen(keyword);
    if (len > LONGEST_WORD || m > LONGEST_WORD)
        return 0;
    return 200 * 2 * common(word, len, keyword, m) / (unsigned)(len + m);
}

static bool would_parse(const char *text, size_t len)
{
    SkArena arena;
    SkAst *tree;
    SkSyntaxError err;
    sk_arena_init(&arena);
    bool ok = sk_parse(text, len, SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, &arena, &tree, &err) || err.incomplete;
    sk_arena_free(&arena);
    return ok;
}

/* The best keyword in place of line[at..at+word), or NULL. */
static const char *replacement(const char *line, size_t len, size_t at, size_t word)
{
    bool tried[KEYWORDS] = {false};
    for (int round = 0; round < MOST_MATCHES; round++) {
        unsigned best = 99;
        int which = -1;
        for (int k = 0; k < KEYWORDS; k++) {
            unsigned score = likeness(line + at, word, keywords[k]);
            if (!tried[k] && score > best) {
                best = score;
                which = k;
            }
        }
        if (which < 0)
            return NULL;
        tried[which] = true;
        char text[LONGEST_LINE + LONGEST_WORD];
        size_t size = strlen(keywords[which]);
        memcpy(text, line, at);
        memcpy(text + at, keywords[which], size);
        memcpy(text + at + size, line + at + word, len - at - word);
        if (would_parse(text, len - word + size))
            return keywords[which];
    }
    return NULL;
}

const char *sk_suggest_keyword(const SkSyntaxError *err, SkArena *arena)
{
    if (err->cls != SK_SYNTAX_ERROR || !err->text || !err->message ||
        (strcmp(err->message, "invalid syntax") && !strstr(err->message, "Perhaps you forgot a comma")))
        return NULL;
    const char *line = err->text + strspn(err->text, " \t\f");
    size_t len = strcspn(line, "\n");
    if (len >= LONGEST_LINE)
        return NULL;
    SkArena scratch;
    SkSyntaxError ignored;
    SkLexer lexer;
    SkToken t;
    const char *found = NULL;
    sk_arena_init(&scratch);
    if (sk_lexer_init(&lexer, line, len, true, false, true, &scratch, &ignored))
        for (int names = 0; !found && names < MOST_NAMES && sk_lexer_next(&lexer, &t) && t.kind != SK_TOK_END;)
            if (t.kind == SK_TOK_NAME) {
                names++;
                found = replacement(line, len, t.start, t.end - t.start);
            }
    sk_arena_free(&scratch);
    if (!found)
        return NULL;
    char message[64];
    snprintf(message, sizeof message, "invalid syntax. Did you mean '%s'?", found);
    return sk_arena_copy(arena, message, strlen(message));
}
