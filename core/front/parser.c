#include "core/front/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/front/parser_internal.h"

/* ---- Tokens ---- */

bool sk_parser_fetch(SkParser *p)
{
    if (p->fill && p->tokens[p->fill - 1].kind == SK_TOK_ERROR)
        return false;
    if (p->fill == p->capacity) {
        uint32_t capacity = p->capacity * 2;
        SkToken *grown = realloc(p->tokens, capacity * sizeof *grown);
        if (!grown) {
            p->tokens[p->fill - 1].kind = SK_TOK_ERROR;
            sk_fail_memory(p);
            return false;
        }
        p->tokens = grown;
        p->capacity = capacity;
    }
    SkToken *t = &p->tokens[p->fill];
    if (!sk_lexer_next(&p->lexer, t)) {
        memset(t, 0, sizeof *t);
        t->kind = SK_TOK_ERROR;
        t->lineno = t->end_lineno = p->lexer.lineno;
        p->failed = true;
    }
    p->fill++;
    return true;
}

/* Between top-level statements nobody looks back further than to the last token that is not white space. */
static void drop_tokens(SkParser *p)
{
    enum { KEEP = SK_MAX_INDENT + 8, ENOUGH = 4096 };
    if (p->pos < ENOUGH || p->diagnose)
        return;
    uint32_t drop = p->pos - KEEP;
    memmove(p->tokens, p->tokens + drop, (p->fill - drop) * sizeof *p->tokens);
    p->pos -= drop;
    p->fill -= drop;
}

const SkToken *sk_parser_last(SkParser *p)
{
    uint32_t i = p->pos;
    while (i > 1) {
        const SkToken *t = &p->tokens[--i];
        if (t->kind != SK_TOK_NEWLINE && t->kind != SK_TOK_INDENT && t->kind != SK_TOK_DEDENT && t->kind != SK_TOK_END)
            return t;
    }
    return &p->tokens[0];
}

/* ---- Nodes ---- */

SkAst *sk_parser_node(SkParser *p, SkAstKind kind, size_t size, SkPos start)
{
    SkAst *node = sk_arena_zalloc(p->arena, size);
    if (!node)
        return sk_fail_memory(p);
    const SkToken *last = sk_parser_last(p);
    node->kind = (uint16_t)kind;
    node->lineno = start.lineno;
    node->col_offset = start.col;
    node->end_lineno = last->end_lineno;
    node->end_col_offset = last->end_col;
    return node;
}

bool sk_parser_push(SkParser *p, SkAst *item)
{
    if (p->top == p->stack_capacity) {
        uint32_t capacity = p->stack_capacity ? p->stack_capacity * 2 : 256;
        SkAst **grown = realloc(p->stack, capacity * sizeof *grown);
        if (!grown)
            return sk_fail_memory(p);
        p->stack = grown;
        p->stack_capacity = capacity;
    }
    p->stack[p->top++] = item;
    return true;
}

SkAstSeq sk_parser_pop(SkParser *p, uint32_t mark)
{
    SkAstSeq seq = {NULL, p->top - mark};
    if (seq.count) {
        seq.items = sk_arena_alloc(p->arena, seq.count * sizeof *seq.items);
        if (seq.items) {
            memcpy(seq.items, p->stack + mark, seq.count * sizeof *seq.items);
        } else {
            sk_fail_memory(p);
            seq.count = 0;
        }
    }
    p->top = mark;
    return seq;
}

SkAstSeq sk_parser_single(SkParser *p, SkAst *item)
{
    SkAstSeq seq = {sk_arena_alloc(p->arena, sizeof *seq.items), 1};
    if (seq.items)
        seq.items[0] = item;
    else
        seq.count = 0, sk_fail_memory(p);
    return seq;
}

SkNameSeq sk_parser_names(SkParser *p, SkAstSeq carriers)
{
    SkNameSeq names = {NULL, carriers.count};
    if (carriers.count) {
        names.items = sk_arena_alloc(p->arena, carriers.count * sizeof *names.items);
        if (!names.items) {
            sk_fail_memory(p);
            return (SkNameSeq){NULL, 0};
        }
        for (uint32_t i = 0; i < carriers.count; i++)
            names.items[i] = SK_AST(Name, carriers.items[i])->id;
    }
    return names;
}

/* ---- Memo ---- */

static uint32_t memo_slot(const SkParser *p, uint32_t pos, uint8_t rule)
{
    return ((pos * 16 + rule) * 2654435761u) & p->memo_mask;
}

static uint8_t memo_key(const SkParser *p, SkMemoRule rule)
{
    return (uint8_t)(rule | (p->memo_apart ? 8 : 0));
}

bool sk_memo_get(SkParser *p, SkMemoRule which, SkAst **node)
{
    if (!p->diagnose || !p->memo)
        return false;
    uint8_t rule = memo_key(p, which);
    for (uint32_t i = memo_slot(p, p->pos + 1, rule); p->memo[i].pos; i = (i + 1) & p->memo_mask)
        if (p->memo[i].pos == p->pos + 1 && p->memo[i].rule == rule) {
            *node = p->memo[i].node;
            p->pos = p->memo[i].end;
            return true;
        }
    return false;
}

SkAst *sk_memo_put(SkParser *p, SkMemoRule which, uint32_t pos, SkAst *node)
{
    uint8_t rule = memo_key(p, which);
    if (p->failed)
        return NULL;
    if (!node)
        p->pos = pos;
    if (!p->diagnose)
        return node;
    if (p->memo_used * 2 >= p->memo_mask) {
        uint32_t size = p->memo ? (p->memo_mask + 1) * 2 : 1024;
        SkMemo *old = p->memo, *fresh = calloc(size, sizeof *fresh);
        if (!fresh)
            return sk_fail_memory(p);
        uint32_t old_size = old ? p->memo_mask + 1 : 0;
        p->memo = fresh;
        p->memo_mask = size - 1;
        for (uint32_t i = 0; i < old_size; i++)
            if (old[i].pos) {
                uint32_t at = memo_slot(p, old[i].pos, old[i].rule);
                while (fresh[at].pos)
                    at = (at + 1) & p->memo_mask;
                fresh[at] = old[i];
            }
        free(old);
    }
    uint32_t at = memo_slot(p, pos + 1, rule);
    while (p->memo[at].pos)
        at = (at + 1) & p->memo_mask;
    p->memo[at] = (SkMemo){pos + 1, p->pos, rule, node};
    p->memo_used++;
    return node;
}

/* ---- Errors ---- */

void *sk_fail_memory(SkParser *p)
{
    *p->err = (SkSyntaxError){.cls = SK_SYNTAX_MEMORY, .message = "out of memory"};
    p->failed = true;
    return NULL;
}

bool sk_parser_too_deep(SkParser *p)
{
    if (!p->failed)
        *p->err = (SkSyntaxError){.cls = SK_SYNTAX_RECURSION,
                                  .message = "Parser stack overflowed - Python source too complex to compile"};
    p->failed = true;
    return false;
}

static const char *line_of(SkParser *p, int lineno, size_t *len)
{
    const char *line = p->lexer.source;
    for (int i = 1; i < lineno; i++) {
        const char *newline = memchr(line, '\n', (size_t)(p->lexer.end - line));
        if (!newline)
            break;
        line = newline + 1;
    }
    *len = strcspn(line, "\n");
    /* A line that the lexer has left is shown without its end. */
    if (line[*len] == '\n' && p->lexer.cur <= line + *len + 1)
        ++*len;
    return line;
}

static int to_chars(const char *line, size_t len, int offset)
{
    int n = 0;
    if (offset <= 0)
        return offset;
    if ((size_t)offset > len + 1)
        offset = (int)len + 1; /* of a line below the one that is shown */
    for (int i = 0; i < offset; i++)
        n += (size_t)i >= len || ((unsigned char)line[i] & 0xc0) != 0x80;
    return n;
}

static void *fail(SkParser *p, SkSyntaxErrorClass cls, int lineno, int col, int end_lineno, int end_col,
                  const char *message)
{
    if (p->failed)
        return NULL;
    p->failed = true;
    size_t len;
    const char *line = line_of(p, lineno, &len);
    *p->err = (SkSyntaxError){.cls = cls, .lineno = lineno, .end_lineno = end_lineno, .text_len = len};
    p->err->offset = to_chars(line, len, col + 1);
    p->err->end_offset = to_chars(line, len, end_col + 1);
    p->err->message = sk_arena_copy(p->arena, message, strlen(message));
    p->err->text = sk_arena_copy(p->arena, line, len);
    return p->err->message && p->err->text ? NULL : sk_fail_memory(p);
}

void *sk_fail_at(SkParser *p, SkSyntaxErrorClass cls, int lineno, int col, int end_lineno, int end_col,
                 const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return fail(p, cls, lineno, col, end_lineno, end_col, message);
}

SkPos sk_parser_reached(SkParser *p)
{
    const SkToken *t = &p->tokens[p->fill - 1];
    const char *cur = p->lexer.cur, *line = p->lexer.line_start;
    int lineno = p->lexer.lineno;
    if (cur == line && cur > p->lexer.source && (t->kind == SK_TOK_NEWLINE || *cur == 0)) {
        /* The line that was read last, not the one that was not begun yet. */
        do
            line--;
        while (line > p->lexer.source && line[-1] != '\n');
        lineno--;
    }
    return (SkPos){lineno, (int)(cur - line)};
}

static void *fail_at_token(SkParser *p, const SkToken *t, SkSyntaxErrorClass cls, const char *message)
{
    int col = t->col, end_col = t->end_col;
    if (col < 0) { /* a token without extent: where the lexer stands */
        SkPos reached = sk_parser_reached(p);
        return fail(p, cls, reached.lineno, reached.col - 1, reached.lineno, -2, message);
    }
    return fail(p, cls, t->lineno, col, t->end_lineno, end_col, message);
}

void *sk_fail_last(SkParser *p, SkSyntaxErrorClass cls, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return fail_at_token(p, &p->tokens[p->fill - 1], cls, message);
}

void sk_warn_node(SkParser *p, const SkAst *at, const char *format, ...)
{
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    const char *copy = sk_arena_copy(p->arena, message, strlen(message));
    SkSyntaxWarning *newest = p->lexer.warnings;
    if (copy)
        sk_lexer_warn(&p->lexer, SK_WARN_SYNTAX, copy, at->lineno, at->col_offset, at->end_lineno, at->end_col_offset);
    if (p->lexer.warnings != newest)
        p->lexer.warnings->about_meaning = true;
}

const char *sk_expr_description(const SkAst *expr)
{
    switch (expr->kind) {
    case SK_AST_Attribute: return "attribute";
    case SK_AST_Subscript: return "subscript";
    case SK_AST_Starred: return "starred";
    case SK_AST_Name: return "name";
    case SK_AST_List: return "list";
    case SK_AST_Tuple: return "tuple";
    case SK_AST_Lambda: return "lambda";
    case SK_AST_Call: return "function call";
    case SK_AST_BoolOp: case SK_AST_BinOp: case SK_AST_UnaryOp: return "expression";
    case SK_AST_GeneratorExp: return "generator expression";
    case SK_AST_Yield: case SK_AST_YieldFrom: return "yield expression";
    case SK_AST_Await: return "await expression";
    case SK_AST_ListComp: return "list comprehension";
    case SK_AST_SetComp: return "set comprehension";
    case SK_AST_DictComp: return "dict comprehension";
    case SK_AST_Dict: return "dict literal";
    case SK_AST_Set: return "set display";
    case SK_AST_JoinedStr: case SK_AST_FormattedValue: return "f-string expression";
    case SK_AST_TemplateStr: case SK_AST_Interpolation: return "t-string expression";
    case SK_AST_Compare: return "comparison";
    case SK_AST_IfExp: return "conditional expression";
    case SK_AST_NamedExpr: return "named expression";
    case SK_AST_Constant:
        switch (SK_AST(Constant, expr)->value.kind) {
        case SK_CONST_NONE: return "None";
        case SK_CONST_TRUE: return "True";
        case SK_CONST_FALSE: return "False";
        case SK_CONST_ELLIPSIS: return "ellipsis";
        default: return "literal";
        }
    default: return "expression";
    }
}

/* ---- Whole inputs ---- */

static bool statements(SkParser *p)
{
    while (kind(p) != SK_TOK_END && !p->failed) {
        drop_tokens(p);
        p->statement_start = token(p)->start;
        if (p->second_pass && !p->diagnose && p->statement_start >= p->diagnose_from)
            p->diagnose = p->invalid = true;
        if (!sk_parse_statement(p))
            return false;
    }
    return !p->failed;
}

static SkAst *file(SkParser *p)
{
    uint32_t mark = p->top;
    if (!statements(p))
        return NULL;
    SkAstModule *module = NEW(p, Module, ((SkPos){1, 0}));
    if (module)
        module->body = sk_parser_pop(p, mark);
    return (SkAst *)module;
}

/* After one statement only blank lines and comments may follow. */
static bool only_blanks_follow(SkParser *p)
{
    const char *c = p->lexer.cur;
    for (;;) {
        while (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\f')
            c++;
        if (*c != '#')
            return *c == 0;
        while (*c && *c != '\n')
            c++;
    }
}

static SkAst *interactive(SkParser *p)
{
    uint32_t mark = p->top;
    if (p->second_pass)
        p->diagnose = p->invalid = true;
    SkPos start = here(p);
    if (accept(p, SK_TOK_NEWLINE)) {
        SkAst *pass = (SkAst *)NEW(p, Pass, start);
        if (!pass || !sk_parser_push(p, pass))
            return NULL;
    } else if (kind(p) == SK_TOK_END) {
        return NULL;
    } else {
        bool compound = false;
        SkAst *node = sk_parse_compound(p, &compound);
        if (p->failed || (compound && !node))
            return NULL;
        if (node) {
            if (!accept(p, SK_TOK_NEWLINE) || !sk_parser_push(p, node))
                return NULL;
        } else if (!sk_parse_simple_stmts(p)) {
            return NULL;
        }
    }
    SkAstInteractive *module = NEW(p, Interactive, start);
    if (module)
        module->body = sk_parser_pop(p, mark);
    if (module && p->pos == p->fill && !only_blanks_follow(p))
        return sk_fail_last(p, SK_SYNTAX_ERROR, "multiple statements found while compiling a single statement");
    return (SkAst *)module;
}

static SkAst *eval(SkParser *p)
{
    if (p->second_pass)
        p->diagnose = p->invalid = true;
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = sk_parse_expression(p), *body = first;
    if (!first)
        return NULL;
    if (kind(p) == SK_TOK_COMMA) {
        if (!sk_parser_push(p, first))
            return NULL;
        while (accept(p, SK_TOK_COMMA)) {
            uint32_t before = p->pos;
            SkAst *next = sk_parse_expression(p);
            if (p->failed)
                return NULL;
            if (!next) {
                p->pos = before;
                break;
            }
            if (!sk_parser_push(p, next))
                return NULL;
        }
        SkAstTuple *tuple = NEW(p, Tuple, start);
        if (!tuple)
            return NULL;
        tuple->elts = sk_parser_pop(p, mark);
        body = (SkAst *)tuple;
    }
    while (accept(p, SK_TOK_NEWLINE))
        ;
    if (kind(p) != SK_TOK_END)
        return NULL;
    SkAstExpression *module = NEW(p, Expression, start);
    if (module)
        module->body = body;
    return (SkAst *)module;
}

/* '(' [types] ')' '->' type; stars before the types are dropped. */
static SkAst *func_type(SkParser *p)
{
    uint32_t mark = p->top;
    SkPos start = here(p);
    if (!accept(p, SK_TOK_LPAR))
        return NULL;
    bool starred = false, doubled = false;
    while (kind(p) != SK_TOK_RPAR) {
        if (accept(p, SK_TOK_STAR)) {
            if (starred || doubled)
                return NULL;
            starred = true;
        } else if (accept(p, SK_TOK_DOUBLESTAR)) {
            if (doubled)
                return NULL;
            doubled = true;
        } else if (starred || doubled) {
            return NULL;
        }
        SkAst *type = sk_parse_expression(p);
        if (!type || !sk_parser_push(p, type))
            return NULL;
        if (kind(p) != SK_TOK_RPAR && (!accept(p, SK_TOK_COMMA) || kind(p) == SK_TOK_RPAR))
            return NULL;
    }
    p->pos++;
    SkAstSeq types = sk_parser_pop(p, mark);
    if (!accept(p, SK_TOK_ARROW))
        return NULL;
    SkAst *returns = sk_parse_expression(p);
    if (!returns)
        return NULL;
    while (accept(p, SK_TOK_NEWLINE))
        ;
    if (kind(p) != SK_TOK_END)
        return NULL;
    SkAstFunctionType *module = NEW(p, FunctionType, start);
    if (module) {
        module->argtypes = types;
        module->returns = returns;
    }
    return (SkAst *)module;
}

static SkAst *input(SkParser *p, SkParseMode mode)
{
    SkAst *tree;
    switch (mode) {
    case SK_PARSE_EXEC: tree = file(p); break;
    case SK_PARSE_EVAL: tree = eval(p); break;
    case SK_PARSE_SINGLE: tree = interactive(p); break;
    default: tree = func_type(p);
    }
    return p->failed ? NULL : tree;
}

/* The lexer's own errors further on outrank the parser's, except inside an f-string; and so do brackets
 * left open on an earlier line, when the lexer gets no further. */
static void look_for_lexer_errors(SkParser *p)
{
    SkSyntaxError saved = *p->err;
    int line = p->fill ? p->tokens[p->fill - 1].lineno : 0;
    SkToken t;
    if (p->lexer.failed)
        return;
    while (sk_lexer_next(&p->lexer, &t))
        if (t.kind == SK_TOK_END)
            break;
    if (p->lexer.failed && p->err->cls == SK_SYNTAX_MEMORY)
        return;
    if (p->lexer.failed && !p->lexer.weak_error && p->lexer.fstring_top < 0)
        return;
    if (p->lexer.failed && p->lexer.weak_error && p->lexer.level && line > p->lexer.brackets[p->lexer.level - 1].lineno &&
        p->lexer.fstring_top < 0) {
        sk_lexer_unclosed(&p->lexer);
        return;
    }
    *p->err = saved;
}

static void invalid_syntax(SkParser *p, const SkToken *last)
{
    if (last->kind == SK_TOK_INDENT || last->kind == SK_TOK_DEDENT) {
        fail_at_token(p, last, SK_SYNTAX_INDENTATION,
                      last->kind == SK_TOK_INDENT ? "unexpected indent" : "unexpected unindent");
        return;
    }
    if (p->lexer.end == p->lexer.source) {
        fail(p, SK_SYNTAX_ERROR, 0, -1, 0, -1, "invalid syntax");
        return;
    }
    int lineno = last->lineno;
    if (last->col < 0 && lineno > 1 && p->lexer.end[-1] == '\n')
        lineno--; /* the end belongs to the last line there is */
    fail(p, SK_SYNTAX_ERROR, lineno, last->col, last->col < 0 ? lineno : last->end_lineno, last->end_col,
         "invalid syntax");
}

static int compare_warnings(const void *a, const void *b)
{
    const SkSyntaxWarning *x = *(SkSyntaxWarning *const *)a, *y = *(SkSyntaxWarning *const *)b;
    if (x->about_meaning != y->about_meaning) /* those of the compiler's come after the lexer's */
        return x->about_meaning ? 1 : -1;
    if (x->lineno != y->lineno)
        return x->lineno < y->lineno ? -1 : 1;
    if (x->col_offset != y->col_offset)
        return x->col_offset < y->col_offset ? -1 : 1;
    return strcmp(x->message, y->message);
}

/* In source order; text that was parsed twice warns once. */
static SkSyntaxWarning *order_warnings(SkSyntaxWarning *list)
{
    size_t n = 0;
    for (SkSyntaxWarning *w = list; w; w = w->next)
        n++;
    SkSyntaxWarning **all = n ? malloc(n * sizeof *all) : NULL;
    if (!all)
        return list;
    n = 0;
    for (SkSyntaxWarning *w = list; w; w = w->next)
        all[n++] = w;
    qsort(all, n, sizeof *all, compare_warnings);
    list = NULL;
    for (size_t i = n; i-- > 0;)
        if (i + 1 == n || compare_warnings(&all[i], &all[i + 1]) != 0) {
            all[i]->next = list;
            list = all[i];
        } else {
            all[i]->next = list ? list->next : NULL;
            list = all[i];
        }
    free(all);
    return list;
}

static bool begin(SkParser *p, const char *utf8, size_t len, SkParseMode mode, SkParseFlags flags)
{
    p->pos = p->fill = p->top = 0;
    p->depth = 0;
    p->failed = false;
    if (!sk_lexer_init(&p->lexer, utf8, len, mode == SK_PARSE_EXEC, mode == SK_PARSE_SINGLE,
                       !(flags & SK_PARSE_ALLOW_INCOMPLETE), p->arena, p->err))
        return false;
    p->lexer.flufl = flags & SK_PARSE_FLUFL;
    p->name_match = sk_lexer_intern(&p->lexer, "match", 5);
    p->name_case = sk_lexer_intern(&p->lexer, "case", 4);
    p->name_type = sk_lexer_intern(&p->lexer, "type", 4);
    p->name_wildcard = sk_lexer_intern(&p->lexer, "_", 1);
    p->name_print = sk_lexer_intern(&p->lexer, "print", 5);
    p->name_exec = sk_lexer_intern(&p->lexer, "exec", 4);
    return !p->lexer.failed;
}

static SkAst *diagnose(SkParser *p, const char *utf8, size_t len, SkParseMode mode, SkParseFlags flags)
{
    SkToken last = p->tokens[p->fill - 1];
    p->diagnose_from = p->statement_start;
    if (!begin(p, utf8, len, mode, flags))
        return NULL;
    p->second_pass = true;
    input(p, mode);
    if (p->failed && p->err->cls == SK_SYNTAX_RECURSION)
        p->failed = false; /* diagnosing goes deeper than parsing: no reason for another error */
    if (!p->failed)
        invalid_syntax(p, &last);
    bool unexpected_indent = last.kind == SK_TOK_INDENT || last.kind == SK_TOK_DEDENT;
    if (p->err->cls == SK_SYNTAX_ERROR || (p->err->cls == SK_SYNTAX_INDENTATION && !unexpected_indent))
        look_for_lexer_errors(p);
    return NULL;
}

/* The first pass failed, having seen the end of input: more of it could help. */
static void incomplete(SkParser *p)
{
    p->failed = false;
    const SkToken *last = &p->tokens[p->fill - 1];
    fail(p, SK_SYNTAX_ERROR, last->lineno, -1, last->lineno, -1, "incomplete input");
    p->err->incomplete = true;
}

bool sk_parse(const char *utf8, size_t len, SkParseMode mode, SkParseFlags flags, SkArena *arena, SkAst **out,
              SkSyntaxError *err)
{
    SkSyntaxError scratch = {0};
    SkParser *p = calloc(1, sizeof *p);
    *out = NULL;
    *err = (SkSyntaxError){0};
    if (!p || !(p->tokens = malloc(512 * sizeof *p->tokens))) {
        free(p);
        err->cls = SK_SYNTAX_MEMORY;
        err->message = "out of memory";
        return false;
    }
    p->capacity = 512;
    p->arena = arena;
    p->err = &scratch;
    SkAst *tree = NULL;
    if (begin(p, utf8, len, mode, flags)) {
        tree = input(p, mode);
        if (!tree && (flags & SK_PARSE_ALLOW_INCOMPLETE) && p->lexer.eof_reached && scratch.cls <= SK_SYNTAX_TAB)
            incomplete(p);
        else if (!tree && !p->failed)
            tree = diagnose(p, utf8, len, mode, flags);
        else if (!tree && !p->lexer.failed && (scratch.cls == SK_SYNTAX_ERROR || scratch.cls == SK_SYNTAX_INDENTATION))
            look_for_lexer_errors(p);
    }
    *err = scratch;
    if (tree)
        *err = (SkSyntaxError){0};
    err->warnings = order_warnings(p->lexer.warnings);
    free(p->tokens);
    free(p->stack);
    free(p->memo);
    free(p);
    *out = tree;
    return tree != NULL;
}
