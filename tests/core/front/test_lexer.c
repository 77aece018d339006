/* The lexer: kinds and places of tokens, its limits, interned names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/front/lexer.h"

static const char *kind_name(SkTokenKind kind)
{
    switch (kind) {
#define SK_TOKEN(name) \
    case SK_TOK_##name: \
        return #name;
#define SK_OPERATOR(name, text) \
    case SK_TOK_##name:         \
        return text;
#define SK_KEYWORD(name, text) SK_OPERATOR(name, text)
#include "core/front/lexer.def"
    default:
        return "?";
    }
}

/* The kinds of all tokens, separated by spaces; names and literals as NAME:text. */
static const char *kinds(const char *source)
{
    static char out[4096];
    SkArena arena;
    SkLexer lexer;
    SkSyntaxError err = {0};
    SkToken t;
    size_t n = 0;
    out[0] = 0;
    sk_arena_init(&arena);
    if (sk_lexer_init(&lexer, source, strlen(source), true, false, true, &arena, &err)) {
        while (sk_lexer_next(&lexer, &t)) {
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", n ? " " : "", kind_name((SkTokenKind)t.kind));
            bool literal = t.kind == SK_TOK_NUMBER || t.kind == SK_TOK_STRING || t.kind == SK_TOK_FSTRING_MIDDLE ||
                           t.kind == SK_TOK_TSTRING_MIDDLE;
            if (t.name)
                n += (size_t)snprintf(out + n, sizeof out - n, ":%s", t.name->utf8);
            else if (literal)
                n += (size_t)snprintf(out + n, sizeof out - n, ":%.*s", (int)(t.end - t.start), lexer.source + t.start);
            if (t.kind == SK_TOK_END)
                break;
        }
    }
    if (err.cls)
        snprintf(out + n, sizeof out - n, "%s!%s", n ? " " : "", err.message);
    sk_arena_free(&arena);
    return out;
}

static void test_kinds(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", "END"},
        {"# nothing\n\n   \n", "END"},
        {"x = 1", "NAME:x = NUMBER:1 NEWLINE END"},
        {"if a:\n  b\nc\n", "if NAME:a : NEWLINE INDENT NAME:b NEWLINE DEDENT NAME:c NEWLINE END"},
        {"if a:\n  if b:\n\n    c # x\n# y\n", "if NAME:a : NEWLINE INDENT if NAME:b : NEWLINE INDENT NAME:c NEWLINE DEDENT DEDENT END"},
        {"(a,\n b)\n", "( NAME:a , NAME:b ) NEWLINE END"},
        {"a \\\n + b", "NAME:a + NAME:b NEWLINE END"},
        {"a\r\nb\rc", "NAME:a NEWLINE NAME:b NEWLINE NAME:c NEWLINE END"},
        {"a->b:=c...d.e**=f//=g>>=h<<=i!=j", "NAME:a -> NAME:b := NAME:c ... NAME:d . NAME:e **= NAME:f //= NAME:g >>= NAME:h <<= "
                                             "NAME:i != NAME:j NEWLINE END"},
        {"1 1.5 .5 1. 1e5 1E-5j 0xFF 0o17 0b1 1_0 0_0", "NUMBER:1 NUMBER:1.5 NUMBER:.5 NUMBER:1. NUMBER:1e5 NUMBER:1E-5j NUMBER:0xFF "
                                                       "NUMBER:0o17 NUMBER:0b1 NUMBER:1_0 NUMBER:0_0 NEWLINE END"},
        {"1if", "NUMBER:1 if NEWLINE END"},
        {"1.real", "!invalid decimal literal"},
        {"'a' \"b\" '''c\nd''' 'd", "STRING:'a' STRING:\"b\" STRING:'''c\nd''' !unterminated string literal (detected at line 2)"},
        {"'d\\'", "!unterminated string literal (detected at line 1); perhaps you escaped the end quote?"},
        {"rb'\\'' bR'''x'y''' u''", "STRING:rb'\\'' STRING:bR'''x'y''' STRING:u'' NEWLINE END"},
        {"f'a{b}c'", "FSTRING_START FSTRING_MIDDLE:a { NAME:b } FSTRING_MIDDLE:c FSTRING_END NEWLINE END"},
        {"f'{a!r:>{w}x}'", "FSTRING_START { NAME:a ! NAME:r : FSTRING_MIDDLE:> { NAME:w } FSTRING_MIDDLE:x } FSTRING_END NEWLINE END"},
        {"f'{{}}{a}'", "FSTRING_START FSTRING_MIDDLE:{{}} { NAME:a } FSTRING_END NEWLINE END"},
        {"f'{f'{'x'}'}'", "FSTRING_START { FSTRING_START { STRING:'x' } FSTRING_END } FSTRING_END NEWLINE END"},
        {"f'{a[1:2]:3}{(lambda: 1)}'", "FSTRING_START { NAME:a [ NUMBER:1 : NUMBER:2 ] : FSTRING_MIDDLE:3 } { ( lambda : NUMBER:1 ) } "
                                      "FSTRING_END NEWLINE END"},
        {"f'\\N{DOT}\\{a}'", "FSTRING_START FSTRING_MIDDLE:\\N{DOT}\\ { NAME:a } FSTRING_END NEWLINE END"},
        {"tr'{a=}'", "TSTRING_START { NAME:a = } TSTRING_END NEWLINE END"},
        {"f'''a\n{\nb # c\n}'''", "FSTRING_START FSTRING_MIDDLE:a\n { NAME:b } FSTRING_END NEWLINE END"},
        {"\xef\xac\x81 = \xce\xbc\xc2\xb5", "NAME:fi = NAME:\xce\xbc\xce\xbc NEWLINE END"}, /* NFKC */
        {"a\xe2\x82\xac", "!invalid character '\xe2\x82\xac' (U+20AC)"},
        {"a\xc2\xa0", "!invalid non-printable character U+00A0"},
        {"bf'' ", "!'b' and 'f' prefixes are incompatible"},
        {"xf''", "NAME:xf STRING:'' NEWLINE END"},
        {"match case type _ print nonlocal", "NAME:match NAME:case NAME:type NAME:_ NAME:print nonlocal NEWLINE END"},
        {"a\tb\fc", "NAME:a NAME:b NAME:c NEWLINE END"},
        {"$", "STRAY NEWLINE END"},
        {"(]", "( !closing parenthesis ']' does not match opening parenthesis '('"},
        {"(\n}", "( !closing parenthesis '}' does not match opening parenthesis '(' on line 1"},
        {"(", "( !'(' was never closed"},
        {")", "!unmatched ')'"},
        {"a \\ b", "NAME:a !unexpected character after line continuation character"},
        {"if a:\n\tb\n        c\n", "if NAME:a : NEWLINE INDENT NAME:b NEWLINE !inconsistent use of tabs and spaces in indentation"},
        {"if a:\n    b\n  c\n", "if NAME:a : NEWLINE INDENT NAME:b NEWLINE !unindent does not match any outer indentation level"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(kinds(cases[i][0]), cases[i][1]);
}

static void test_places(void **state)
{
    (void)state;
    static const char source[] = "ab = '''\nx''' # c\n  \n(\xc3\xa9,\n  z)";
    static const struct {
        SkTokenKind kind;
        int lineno, col, end_lineno, end_col, level;
    } expected[] = {
        {SK_TOK_NAME, 1, 0, 1, 2, 0},   {SK_TOK_EQUAL, 1, 3, 1, 4, 0}, {SK_TOK_STRING, 1, 5, 2, 4, 0},
        {SK_TOK_NEWLINE, 2, 5, 2, 9, 0}, {SK_TOK_LPAR, 4, 0, 4, 1, 1}, {SK_TOK_NAME, 4, 1, 4, 3, 1},
        {SK_TOK_COMMA, 4, 3, 4, 4, 1},  {SK_TOK_NAME, 5, 2, 5, 3, 1}, {SK_TOK_RPAR, 5, 3, 5, 4, 0},
        {SK_TOK_NEWLINE, 5, 4, 5, 5, 0}, {SK_TOK_END, 6, -1, 6, -1, 0},
    };
    SkArena arena;
    SkLexer lexer;
    SkSyntaxError err = {0};
    SkToken t;
    sk_arena_init(&arena);
    assert_true(sk_lexer_init(&lexer, source, strlen(source), true, false, true, &arena, &err));
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(sk_lexer_next(&lexer, &t));
        assert_int_equal(t.kind, expected[i].kind);
        assert_int_equal(t.lineno, expected[i].lineno);
        assert_int_equal(t.col, expected[i].col);
        assert_int_equal(t.end_lineno, expected[i].end_lineno);
        assert_int_equal(t.end_col, expected[i].end_col);
        assert_int_equal(t.level, expected[i].level);
    }
    sk_arena_free(&arena);
}

static void test_names_are_interned(void **state)
{
    (void)state;
    static const char source[] = "alpha beta alpha";
    SkArena arena;
    SkLexer lexer;
    SkSyntaxError err = {0};
    SkToken a, b, c;
    sk_arena_init(&arena);
    assert_true(sk_lexer_init(&lexer, source, strlen(source), true, false, true, &arena, &err));
    assert_true(sk_lexer_next(&lexer, &a) && sk_lexer_next(&lexer, &b) && sk_lexer_next(&lexer, &c));
    assert_ptr_equal(a.name, c.name);
    assert_ptr_not_equal(a.name, b.name);
    assert_ptr_equal(sk_lexer_intern(&lexer, "beta", 4), b.name);
    char name[16];
    const SkName *first = sk_lexer_intern(&lexer, "n0", 2);
    for (int i = 0; i < 20000; i++)
        assert_non_null(sk_lexer_intern(&lexer, name, (size_t)snprintf(name, sizeof name, "n%d", i)));
    assert_ptr_equal(sk_lexer_intern(&lexer, "n0", 2), first);
    sk_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_names_are_interned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
