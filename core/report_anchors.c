// Which part of an expression carets should stress.
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "core/front/parser.h"
#include "core/report_internal.h"

// ---- a cursor over the lines of a text -----------------------------------------------------------------------------------

typedef struct {
    const char *text, *end;
} Text;

// The given line (from 0) without its newline.
static SkLine line_of(Text t, int n) {
    const char *p = t.text;
    for (; n > 0 && p; n--) {
        p = memchr(p, '\n', (size_t)(t.end - p));
        if (p) p++;
    }
    if (!p) return (SkLine){NULL, 0};
    const char *eol = memchr(p, '\n', (size_t)(t.end - p));
    return (SkLine){p, (size_t)((eol ? eol : t.end) - p)};
}

typedef struct {
    int line, col;
} Place;

static bool settle(Text t, Place *at) {
    for (;;) {
        SkLine l = line_of(t, at->line);
        if (!l.text) return false;
        if ((size_t)at->col < l.len) return true;
        at->col = 0;
        at->line++;
    }
}

static char char_at(Text t, Place at) { return line_of(t, at.line).text[at.col]; }

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Goes on to the first character that is `wanted`, or, with wanted 0, an operator's; over comments and line ends.
static bool seek(Text t, Place *at, char wanted) {
    for (;;) {
        char c = char_at(t, *at);
        if (c == '\\' || c == '#') {
            at->col = 0;
            at->line++;
        } else if (wanted ? c == wanted : !is_space(c) && c != ')') {
            return true;
        } else {
            at->col++;
        }
        if (!settle(t, at)) return false;
    }
}

// Where a node ends; the text is in parentheses on lines of their own when it is parsed.
static Place end_of(const SkAst *node) { return (Place){node->end_lineno - 2, node->end_col_offset}; }

static bool binary_anchors(Text t, const SkAst *node, SkAnchors *out) {
    SkAstBinOp *b = SK_AST(BinOp, node);
    Place at = end_of(b->left);
    if (!settle(t, &at) || !seek(t, &at, 0)) return false;
    SkLine l = line_of(t, at.line);
    int right = at.col + 1;
    bool before_right = b->right->lineno - 2 > at.line || right < b->right->col_offset;
    if ((size_t)right < l.len && before_right && !is_space(l.text[right]) && l.text[right] != '\\' && l.text[right] != '#') right++;
    *out = (SkAnchors){at.line, at.col, at.line, right};
    return true;
}

static bool bracket_anchors(Text t, const SkAst *node, const SkAst *value, char bracket, SkAnchors *out) {
    Place at = end_of(value), end = end_of(node);
    if (!settle(t, &at) || !seek(t, &at, bracket)) return false;
    *out = (SkAnchors){at.line, at.col, end.line, end.col};
    return true;
}

bool sk_find_anchors(const char *segment, size_t len, SkAnchors *out) {
    SkStrBuf text;
    SkArena arena;
    SkAst *tree;
    SkSyntaxError error;
    sk_strbuf_init(&text);
    sk_arena_init(&arena);
    sk_strbuf_append(&text, "(\n", 2);
    sk_strbuf_append(&text, segment, len);
    sk_strbuf_append(&text, "\n)", 2);
    bool found = false;
    if (!text.oom && sk_parse(text.data, text.len, SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &error)) {
        SkAstSeq body = SK_AST(Module, tree)->body;
        SkAst *e = body.count == 1 && body.items[0]->kind == SK_AST_Expr ? SK_AST(Expr, body.items[0])->value : NULL;
        Text t = {segment, segment + len};
        if (e && e->kind == SK_AST_BinOp) found = binary_anchors(t, e, out);
        if (e && e->kind == SK_AST_Subscript) found = bracket_anchors(t, e, SK_AST(Subscript, e)->value, '[', out);
        if (e && e->kind == SK_AST_Call) found = bracket_anchors(t, e, SK_AST(Call, e)->func, '(', out);
    }
    sk_arena_free(&arena);
    sk_strbuf_free(&text);
    return found;
}

static const SkAst *only_call(const SkAst *s) {
    if (s->kind == SK_AST_Return) {
        const SkAst *v = SK_AST(Return, s)->value;
        return v && v->kind == SK_AST_Call && SK_AST(Call, v)->func->kind == SK_AST_Name ? v : NULL;
    }
    if (s->kind == SK_AST_Assign) {
        SkAstAssign *a = SK_AST(Assign, s);
        return a->value->kind == SK_AST_Call && a->targets.count == 1 && a->targets.items[0]->kind == SK_AST_Name ? a->value : NULL;
    }
    return NULL;
}

bool sk_is_whole_call(const char *text, size_t len, int nlines, int start, int end, bool *empty) {
    SkArena arena;
    SkAst *tree;
    SkSyntaxError error;
    sk_arena_init(&arena);
    bool whole = false;
    *empty = false;
    if (sk_parse(text, len, SK_PARSE_EXEC, SK_PARSE_DEFAULT, &arena, &tree, &error)) {
        SkAstSeq body = SK_AST(Module, tree)->body;
        *empty = body.count == 0;
        const SkAst *v = body.count ? only_call(body.items[0]) : NULL;
        whole = v && v->lineno == 1 && v->end_lineno == nlines && v->col_offset == start && v->end_col_offset == end;
    }
    sk_arena_free(&arena);
    return whole;
}
