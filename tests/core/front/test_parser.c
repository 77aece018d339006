/* The parser: trees, errors with their places, warnings, modes, limits.
 * Errors and trees were compared with CPython's by compare_errors.py and compare_ast.py. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/front/literal.h"
#include "core/front/parser.h"
#include "core/front/parser_suggest.h"
#include "core/front/source.h"

/* ---- A tree as text: kinds, fields in order; ctx, NULL and empty fields left out. ---- */

typedef struct Text {
    char bytes[8192];
    size_t len;
} Text;

static void put(Text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(Text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(t->bytes + t->len, sizeof t->bytes - t->len, format, args);
    va_end(args);
    assert_true(n >= 0 && t->len + (size_t)n < sizeof t->bytes);
    t->len += (size_t)n;
}

static void put_constant(Text *t, const SkConst *c)
{
    static const char *const names[] = {"None", "True", "False", "Ellipsis"};
    if (c->kind <= SK_CONST_ELLIPSIS) {
        put(t, "%s", names[c->kind]);
    } else if (c->kind == SK_CONST_INT) {
        put(t, "%s%.*s", c->base == 16 ? "0x" : c->base == 8 ? "0o" : c->base == 2 ? "0b" : "", (int)c->len, c->bytes);
    } else if (c->kind == SK_CONST_FLOAT || c->kind == SK_CONST_IMAG) {
        put(t, "%g%s", c->real, c->kind == SK_CONST_IMAG ? "j" : ".");
    } else {
        put(t, "%s'", c->kind == SK_CONST_BYTES ? "b" : c->u_prefix ? "u" : "");
        for (size_t i = 0; i < c->len; i++) {
            unsigned char b = (unsigned char)c->bytes[i];
            put(t, b >= 32 && b < 127 ? "%c" : "<%02x>", b);
        }
        put(t, "'");
    }
}

static void put_node(Text *t, const SkAst *node)
{
    if (!node) {
        put(t, "-");
        return;
    }
    if (node->kind == SK_AST_Name) {
        put(t, "%s", SK_AST(Name, node)->id->utf8);
        return;
    }
    if (node->kind == SK_AST_Constant) {
        put_constant(t, &SK_AST(Constant, node)->value);
        return;
    }
    const SkAstInfo *info = sk_ast_info(node->kind);
    put(t, "(%s", info->name);
    for (unsigned i = 0; i < info->field_count; i++) {
        const SkAstField *f = &info->fields[i];
        const char *at = (const char *)node + f->offset;
        switch ((SkAstForm)f->form) {
        case SK_FORM_NODE: case SK_FORM_OPT:
            if (*(SkAst *const *)at) {
                put(t, f->form == SK_FORM_OPT ? " %s=" : " ", f->name);
                put_node(t, *(SkAst *const *)at);
            }
            break;
        case SK_FORM_SEQ: case SK_FORM_SEQ_OPT: {
            const SkAstSeq *seq = (const SkAstSeq *)at;
            if (seq->count) {
                put(t, " %s=[", f->name);
                for (uint32_t k = 0; k < seq->count; k++) {
                    put(t, k ? " " : "");
                    put_node(t, seq->items[k]);
                }
                put(t, "]");
            }
            break;
        }
        case SK_FORM_NAME: case SK_FORM_NAME_OPT: case SK_FORM_STR_OPT:
            if (*(const SkName *const *)at)
                put(t, " %s", (*(const SkName *const *)at)->utf8);
            break;
        case SK_FORM_NAME_SEQ: {
            const SkNameSeq *seq = (const SkNameSeq *)at;
            for (uint32_t k = 0; k < seq->count; k++)
                put(t, " %s", seq->items[k]->utf8);
            break;
        }
        case SK_FORM_ENUM:
            if (strcmp(f->name, "ctx") != 0)
                put(t, " %s", sk_ast_enum_name(f->type, *(const uint8_t *)at));
            break;
        case SK_FORM_ENUM_SEQ: {
            const SkAstEnumSeq *seq = (const SkAstEnumSeq *)at;
            for (uint32_t k = 0; k < seq->count; k++)
                put(t, " %s", sk_ast_enum_name(f->type, seq->items[k]));
            break;
        }
        case SK_FORM_INT: put(t, " %d", *(const int *)at); break;
        case SK_FORM_CONST: put(t, " "), put_constant(t, (const SkConst *)at); break;
        }
    }
    put(t, ")");
}

static const struct {
    const char *source, *tree;
} trees[] = {
#include "tests/core/front/parser_trees.inc"
};

static void test_trees(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
        SkArena arena;
        SkAst *tree;
        SkSyntaxError err;
        Text text = {.len = 0};
        sk_arena_init(&arena);
        bool ok = sk_parse(trees[i].source, strlen(trees[i].source), SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &err);
        if (!ok)
            print_message("%s: %s\n", trees[i].source, err.message);
        assert_true(ok);
        const SkAstSeq *body = &SK_AST(Module, tree)->body;
        for (uint32_t k = 0; k < body->count; k++)
            put_node(&text, body->items[k]);
        if (getenv("SKEIN_PRINT_TREES"))
            printf("%s\n", text.bytes);
        else
            assert_string_equal(text.bytes, trees[i].tree);
        sk_arena_free(&arena);
    }
}

/* ---- Errors ---- */

static const struct {
    const char *source;
    SkSyntaxErrorClass cls;
    const char *message;
    int lineno, offset, end_lineno, end_offset;
} errors[] = {
#include "tests/core/front/parser_errors.inc"
};

static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        SkArena arena;
        SkAst *tree;
        SkSyntaxError err;
        sk_arena_init(&arena);
        bool ok = sk_parse(errors[i].source, strlen(errors[i].source), SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &err);
        if (ok || strcmp(err.message, errors[i].message) || err.lineno != errors[i].lineno ||
            err.offset != errors[i].offset)
            print_message("source: %s\n", errors[i].source);
        assert_false(ok);
        assert_null(tree);
        assert_string_equal(err.message, errors[i].message);
        assert_int_equal(err.cls, errors[i].cls);
        assert_int_equal(err.lineno, errors[i].lineno);
        assert_int_equal(err.offset, errors[i].offset);
        assert_int_equal(err.end_lineno, errors[i].end_lineno);
        assert_int_equal(err.end_offset, errors[i].end_offset);
        sk_arena_free(&arena);
    }
}

/* What happens to `text`: "ok", "incomplete", or the message. The result lives until the next call. */
static const char *outcome(const char *text, size_t len, SkParseMode mode, SkParseFlags flags)
{
    static char message[600];
    SkArena arena;
    SkAst *tree;
    SkSyntaxError err;
    sk_arena_init(&arena);
    bool ok = sk_parse(text, len, mode, flags, &arena, &tree, &err);
    snprintf(message, sizeof message, "%s", ok ? "ok" : err.incomplete ? "incomplete" : err.message);
    sk_arena_free(&arena);
    return message;
}

static void test_modes(void **state)
{
    (void)state;
    static const struct {
        SkParseMode mode;
        SkParseFlags flags;
        const char *text, *outcome;
    } cases[] = {
        {SK_PARSE_EVAL, 0, "1 + 2", "ok"},
        {SK_PARSE_EVAL, 0, "1, 2\n\n", "ok"},
        {SK_PARSE_EVAL, 0, "x = 1", "invalid syntax"},
        {SK_PARSE_EVAL, 0, "", "invalid syntax"},
        {SK_PARSE_EXEC, 0, "", "ok"},
        {SK_PARSE_EXEC, 0, "# only a comment", "ok"},
        {SK_PARSE_EXEC, 0, "x = 1\r\ny = 2\rz = 3", "ok"},
        {SK_PARSE_SINGLE, 0, "x = 1", "ok"},
        {SK_PARSE_SINGLE, 0, "x = 1\n# more\n", "ok"},
        {SK_PARSE_SINGLE, 0, "x = 1\ny = 2", "multiple statements found while compiling a single statement"},
        {SK_PARSE_SINGLE, 0, "if x:\n  pass\n", "ok"},
        {SK_PARSE_SINGLE, 0, "if x:\n  pass", "ok"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "if x:\n  pass\n", "ok"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "if x:\n  pass", "incomplete"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "if x:", "incomplete"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "def f(a,", "incomplete"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "x = '''abc", "incomplete"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "x = 1", "ok"},
        {SK_PARSE_SINGLE, SK_PARSE_ALLOW_INCOMPLETE, "x y", "invalid syntax"},
        {SK_PARSE_FUNC_TYPE, 0, "(int, *str, **Any) -> float", "ok"},
        {SK_PARSE_FUNC_TYPE, 0, "() -> None", "ok"},
        {SK_PARSE_FUNC_TYPE, 0, "(int", "incomplete"},
        {SK_PARSE_FUNC_TYPE, 0, "int -> int", "invalid syntax"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = outcome(cases[i].text, strlen(cases[i].text), cases[i].mode, cases[i].flags);
        if (strcmp(got, cases[i].outcome))
            print_message("source: %s\n", cases[i].text);
        assert_string_equal(got, cases[i].outcome);
    }
    assert_string_equal(outcome("a\0b", 3, SK_PARSE_EXEC, 0), "source code string cannot contain null bytes");
    assert_string_equal(outcome("'\xff'", 3, SK_PARSE_EXEC, 0),
                        "(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
}

static void test_warnings(void **state)
{
    (void)state;
    static const char source[] = "'\\d' '\\400'\nx is 1\nassert (a, 'b')\n1(2)\n[1][1, 2]\n1if x else 2\nx is ()\nb'\\q'\n";
    static const struct {
        int lineno;
        const char *message;
    } expected[] = {
        {1, "\"\\d\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\d\"\? A raw "
            "string is also an option."},
        {1, "\"\\400\" is an invalid octal escape sequence. Such sequences will not work in the future. Did you mean "
            "\"\\\\400\"\? A raw string is also an option."},
        {6, "invalid decimal literal"},
        {8, "\"\\q\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\q\"\? A raw "
            "string is also an option."},
        {2, "\"is\" with 'int' literal. Did you mean \"==\"\?"},
        {3, "assertion is always true, perhaps remove parentheses\?"},
        {4, "'int' object is not callable; perhaps you missed a comma\?"},
        {5, "list indices must be integers or slices, not tuple; perhaps you missed a comma\?"},
        {7, "\"is\" with 'tuple' literal. Did you mean \"==\"\?"},
    };
    SkArena arena;
    SkAst *tree;
    SkSyntaxError err;
    sk_arena_init(&arena);
    assert_true(sk_parse(source, strlen(source), SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &err));
    const SkSyntaxWarning *w = err.warnings;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++, w = w->next) {
        assert_non_null(w);
        assert_string_equal(w->message, expected[i].message);
        assert_int_equal(w->lineno, expected[i].lineno);
    }
    assert_null(w);
    sk_arena_free(&arena);
}

/* ---- Limits ---- */

/* head + unit * times + tail */
static const char *repeated(const char *head, const char *unit, size_t times, const char *tail)
{
    size_t h = strlen(head), u = strlen(unit), t = strlen(tail), len = h + u * times + t;
    char *text = malloc(len + 1);
    assert_non_null(text);
    memcpy(text, head, h);
    for (size_t i = 0; i < times; i++)
        memcpy(text + h + i * u, unit, u);
    memcpy(text + h + u * times, tail, t + 1);
    const char *got = outcome(text, len, SK_PARSE_EXEC, 0);
    free(text);
    return got;
}

static void test_limits(void **state)
{
    (void)state;
    static const char overflow[] = "Parser stack overflowed - Python source too complex to compile";
    assert_string_equal(repeated("", "(", 10000, ""), "too many nested parentheses");
    assert_string_equal(repeated("", "{", 190, ""), "incomplete");
    assert_string_equal(repeated("", "-", 100000, "1"), overflow);
    assert_string_equal(repeated("", "not ", 100000, "1"), overflow);
    assert_string_equal(repeated("", "lambda:", 100000, "1"), overflow);
    assert_string_equal(repeated("", "a if b else ", 100000, "1"), overflow);
    assert_string_equal(repeated("", "2**", 100000, "1"), overflow);
    assert_string_equal(repeated("", "f'{", 1000, ""), "too many nested f-strings or t-strings");
    assert_string_equal(repeated("a", "+a", 100000, ""), "ok");
    assert_string_equal(repeated("a", ".b", 100000, ""), "ok");
    assert_string_equal(repeated("a", "()", 100000, ""), "ok");
    assert_string_equal(repeated("a", " and a", 100000, ""), "ok");
    assert_string_equal(repeated("a", " < a", 100000, ""), "ok");
    assert_string_equal(repeated("x = [", "1,", 1000000, "]"), "ok");
    assert_string_equal(repeated("", "a = ", 100000, "1"), "ok");
    assert_string_equal(repeated("if a:\n b\n", "elif c:\n d\n", 10000, ""), "ok");
    assert_string_equal(repeated("x = '", "y", 1000000, "'"), "ok");
    assert_string_equal(repeated("", "pass\n", 100000, ""), "ok");
    assert_string_equal(repeated("", "1", 4300, ""), "ok");
    assert_true(strstr(repeated("", "1", 4301, ""), "Exceeds the limit (4300 digits) for integer string conversion"));
    /* Errors deep inside are found in time proportional to the text. */
#define TEN(x) x x x x x x x x x x
#define FIFTY(x) TEN(x) TEN(x) TEN(x) TEN(x) TEN(x)
    static const char comma[] = "invalid syntax. Perhaps you forgot a comma?";
    assert_string_equal(repeated("", "(", 150, "a b" FIFTY(")))")), comma);
    assert_string_equal(repeated("", "f(", 150, "a b" FIFTY(")))")), comma);
    assert_string_equal(repeated("", "{", 150, "a b" FIFTY("}}}")), comma);
    assert_string_equal(repeated("", "[x for x in ", 100, "(a b)" FIFTY("]]")), comma);
}

/* Whatever the bytes, parsing ends; and so it does whichever allocation fails. */
static void test_any_bytes(void **state)
{
    (void)state;
    static const char *const pieces[] = {"(", ")", "[", "]", "{", "}", "f'", "t\"", "'", "\"\"\"", "\\", "\n", "  ", "\t", "def ", "a",
                                         "1", ":", ",", "=", "*", "**", "lambda ", "for ", "in ", "if ", "else ", "!", ".", "match ",
                                         "case ", "as ", "with ", "\xc3\xa9", "\xff", "#", ";", "@", "async ", "await ", "0x", "1e", "_",
                                         "try:", "except ", "class ", "import ", "from ", ":=", "print ", "->", "\\N{", "is ", "not "};
    uint32_t seed = 12345;
    char text[400];
    for (int round = 0; round < 20000; round++) {
        size_t len = 0;
        for (int n = 0; n < 25; n++) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        assert_non_null(outcome(text, len, (SkParseMode)(round % 4), (SkParseFlags)(round / 4 % 2)));
    }
}

static void test_memory_limit(void **state)
{
    (void)state;
    static const char source[] = "def f(a, b=1, *c):\n    return [x for x in f'{a}' if x] or {b: c}\nmatch f:\n  case [1, *_]: pass\n";
    bool succeeded = false;
    for (size_t limit = 4096; limit < 400000 && !succeeded; limit += 3000) {
        SkArena arena;
        SkAst *tree;
        SkSyntaxError err;
        sk_arena_init(&arena);
        arena.limit = limit;
        succeeded = sk_parse(source, strlen(source), SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &err);
        if (!succeeded)
            assert_int_equal(err.cls, SK_SYNTAX_MEMORY);
        sk_arena_free(&arena);
    }
    assert_true(succeeded);
}

/* ---- Decoding ---- */

static void test_source(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *file, *text; /* text: the UTF-8, or the error */
        bool ok;
    } cases[] = {
        {"x = 1\n", "f", "x = 1\n", true},
        {"\xef\xbb\xbfx\n", "f", "x\n", true},
        {"# coding: latin-1\n\xe9", "f", "# coding: latin-1\n\xc3\xa9", true},
        {"#!/bin/x\n# -*- coding: iso-8859-15 -*-\n\xa4", "f", "#!/bin/x\n# -*- coding: iso-8859-15 -*-\n\xe2\x82\xac", true},
        {"# vim: set fileencoding=cp1252 :\n\x80", "f", "# vim: set fileencoding=cp1252 :\n\xe2\x82\xac", true},
        {"x\n# coding: latin-1\n\xc3\xa9", "f", "x\n# coding: latin-1\n\xc3\xa9", true},
        {"# coding: ascii\n\xe9", "f", "encoding problem: ascii", false},
        {"# coding: ascii\n\xe9", NULL, "'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)", false},
        {"# coding: klingon\n", "f", "encoding problem: klingon", false},
        {"# coding: klingon\n", NULL, "unknown encoding: klingon", false},
        {"\xef\xbb\xbf# coding: latin-1\n", "f", "encoding problem: iso-8859-1 with BOM", false},
        {"a\nb = '\xff'", "f",
         "Non-UTF-8 code starting with '\\xff' in file f on line 2, but no encoding declared; see "
         "https://peps.python.org/pep-0263/ for details",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        SkArena arena;
        SkSource source;
        SkSyntaxError err;
        sk_arena_init(&arena);
        bool ok = sk_source_decode(cases[i].bytes, strlen(cases[i].bytes), cases[i].file, NULL, NULL, &arena, &source, &err);
        assert_int_equal(ok, cases[i].ok);
        if (ok) {
            assert_int_equal(source.len, strlen(cases[i].text));
            assert_memory_equal(source.utf8, cases[i].text, source.len);
        } else {
            assert_string_equal(err.message, cases[i].text);
        }
        sk_arena_free(&arena);
    }
}

static void test_named_escapes(void **state)
{
    (void)state;
    static const char source[] = "'\\N{BULLET}'";
    assert_string_equal(outcome(source, strlen(source), SK_PARSE_EVAL, 0), "ok");
    static const char unknown[] = "'ab\\N{BULLE}'";
    assert_string_equal(outcome(unknown, strlen(unknown), SK_PARSE_EVAL, 0),
                        "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-10: unknown Unicode character name");
}

static void test_suggestions(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"whille True:\n  pass", "invalid syntax. Did you mean 'while'?"},
        {"fro x in y:\n  pass", "invalid syntax. Did you mean 'for'?"},
        {"x = 1\nimpotr os", "invalid syntax. Did you mean 'import'?"},
        {"if x:\n  retrun 1", "invalid syntax. Did you mean 'return'?"},
        {"[x fo x in range(3)]", "invalid syntax. Did you mean 'for'?"},
        {"zebra qux", NULL},
        {"x = (1]", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        SkArena arena;
        SkAst *tree;
        SkSyntaxError err;
        sk_arena_init(&arena);
        assert_false(sk_parse(cases[i][0], strlen(cases[i][0]), SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &err));
        const char *got = sk_suggest_keyword(&err, &arena);
        if (cases[i][1])
            assert_string_equal(got ? got : "(none)", cases[i][1]);
        else
            assert_null(got);
        sk_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trees),    cmocka_unit_test(test_errors),    cmocka_unit_test(test_modes),
        cmocka_unit_test(test_warnings), cmocka_unit_test(test_limits),    cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_memory_limit), cmocka_unit_test(test_source), cmocka_unit_test(test_named_escapes),
        cmocka_unit_test(test_suggestions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
