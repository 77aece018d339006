/* Simple statements. */
#include "core/front/parser_internal.h"

#include <string.h>

static bool statement_ends(SkParser *p)
{
    SkTokenKind k = kind(p);
    return k == SK_TOK_NEWLINE || k == SK_TOK_SEMI;
}

/* ---- Assignments and expressions ---- */

static SkAst *annotated(SkParser *p, SkPos start, SkAst *target)
{
    bool simple = target->kind == SK_AST_Name && !target->parenthesized;
    p->pos++;
    SkAst *annotation = sk_parse_expression(p), *value = NULL;
    if (!annotation)
        return NULL;
    if (kind(p) == SK_TOK_EQUAL) {
        uint32_t pos = p->pos++;
        value = sk_parse_annotated_rhs(p);
        if (p->failed)
            return NULL;
        if (!value)
            p->pos = pos;
    }
    sk_to_single_target(p, target);
    SkAstAnnAssign *node = NEW(p, AnnAssign, start);
    if (node) {
        node->target = target;
        node->annotation = annotation;
        node->value = value;
        node->simple = simple;
    }
    return (SkAst *)node;
}

/* target '=' ... '=' value; `first` was parsed, '=' is next. */
static SkAst *assignment(SkParser *p, SkPos start, SkAst *first)
{
    uint32_t mark = p->top;
    SkAst *value = first;
    while (kind(p) == SK_TOK_EQUAL) {
        if (value->kind == SK_AST_Yield || value->kind == SK_AST_YieldFrom || !sk_to_target(p, value, SK_CTX_Store) ||
            !sk_parser_push(p, value)) {
            p->top = mark;
            return NULL;
        }
        p->pos++;
        value = sk_parse_annotated_rhs(p);
        if (!value) {
            p->top = mark;
            return NULL;
        }
    }
    SkAstAssign *node = p->failed ? NULL : NEW(p, Assign, start);
    if (!node)
        return NULL;
    node->targets = sk_parser_pop(p, mark);
    node->value = value;
    return p->failed ? NULL : (SkAst *)node;
}

static SkAst *augmented(SkParser *p, SkPos start, SkAst *target, SkOperator op)
{
    p->pos++;
    SkAst *value = sk_parse_annotated_rhs(p);
    if (!value)
        return NULL;
    SkAstAugAssign *node = NEW(p, AugAssign, start);
    if (node) {
        node->target = target;
        node->op = op;
        node->value = value;
    }
    return (SkAst *)node;
}

static int augmenting_operator(SkTokenKind k)
{
    static const uint8_t ops[] = {SK_OP_BitOr, SK_OP_BitXor, SK_OP_BitAnd, SK_OP_LShift, SK_OP_RShift,
                                  SK_OP_Add, SK_OP_Sub, SK_OP_Mult, SK_OP_Div, SK_OP_FloorDiv,
                                  SK_OP_Mod, SK_OP_MatMult, SK_OP_Pow};
    return k >= SK_TOK_VBAREQUAL && k <= SK_TOK_DOUBLESTAREQUAL ? ops[k - SK_TOK_VBAREQUAL] : -1;
}

static SkAst *expression_statement(SkParser *p)
{
    SkPos start = here(p);
    uint32_t begin = p->pos;
    bool cut = false; /* an augmented assignment once begun is nothing else */
    SkAst *e = sk_parse_annotated_rhs(p), *node = NULL;
    if (p->failed)
        return NULL;
    uint32_t behind = p->pos;
    if (e) {
        bool single = e->kind == SK_AST_Name || e->kind == SK_AST_Attribute || e->kind == SK_AST_Subscript;
        int op = augmenting_operator(kind(p));
        if (kind(p) == SK_TOK_COLON && single) {
            node = annotated(p, start, e);
        } else if (kind(p) == SK_TOK_EQUAL) {
            node = assignment(p, start, e);
        } else if (op >= 0 && sk_to_single_target(p, e)) {
            node = augmented(p, start, e, (SkOperator)op);
            cut = true;
        }
        if (p->failed || node)
            return node;
        if (cut)
            return NULL;
    }
    if (p->invalid) {
        p->pos = begin;
        sk_diagnose_assignment(p);
        if (p->failed)
            return NULL;
    }
    if (!e)
        return NULL;
    p->pos = behind;
    if (!statement_ends(p))
        return NULL;
    SkAstExpr *stmt = NEW(p, Expr, start);
    if (stmt)
        stmt->value = e;
    return (SkAst *)stmt;
}

/* ---- Imports ---- */

static const SkName *dotted_name(SkParser *p)
{
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    const SkName *name = token(p)->name;
    p->pos++;
    while (kind(p) == SK_TOK_DOT && kind_at(p, 1) == SK_TOK_NAME) {
        const SkName *part = p->tokens[p->pos + 1].name;
        size_t len = name->len + 1 + part->len;
        char fixed[256], *joined = len <= sizeof fixed ? fixed : sk_arena_alloc(p->arena, len);
        if (!joined)
            return sk_fail_memory(p);
        memcpy(joined, name->utf8, name->len);
        joined[name->len] = '.';
        memcpy(joined + name->len + 1, part->utf8, part->len);
        name = sk_lexer_intern(&p->lexer, joined, len);
        if (!name)
            return sk_fail_memory(p);
        p->pos += 2;
    }
    return name;
}

static SkAst *alias(SkParser *p, SkPos start, const SkName *name)
{
    const SkName *as = NULL;
    if (kind(p) == SK_TOK_AS) {
        if (p->invalid)
            sk_diagnose_import_alias(p);
        if (p->failed || kind_at(p, 1) != SK_TOK_NAME)
            return NULL;
        p->pos++;
        as = token(p)->name;
        p->pos++;
    }
    SkAstAlias *node = NEW(p, Alias, start);
    if (node) {
        node->name = name;
        node->asname = as;
    }
    return (SkAst *)node;
}

static SkAst *import_name(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    p->pos++;
    if (p->invalid) {
        if (kind(p) == SK_TOK_NEWLINE) {
            const SkToken *t = token(p);
            return FAIL_FROM(p, t->lineno, t->col, "Expected one or more names after 'import'");
        }
        uint32_t pos = p->pos;
        while (dotted_name(p) && accept(p, SK_TOK_COMMA))
            ;
        if (p->pos > pos && accept(p, SK_TOK_FROM) && dotted_name(p))
            return FAIL_FROM(p, start.lineno, start.col, "Did you mean to use 'from ... import ...' instead?");
        p->pos = pos;
    }
    do {
        SkPos at = here(p);
        const SkName *name = dotted_name(p);
        SkAst *node = name ? alias(p, at, name) : NULL;
        if (!node || !sk_parser_push(p, node))
            return NULL;
    } while (accept(p, SK_TOK_COMMA));
    SkAstImport *node = p->failed ? NULL : NEW(p, Import, start);
    if (node)
        node->names = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}

static bool imported_names(SkParser *p)
{
    bool parentheses = accept(p, SK_TOK_LPAR);
    if (kind(p) == SK_TOK_NEWLINE) {
        const SkToken *t = token(p);
        return p->invalid ? FAIL_FROM(p, t->lineno, t->col, "Expected one or more names after 'import'") : false;
    }
    for (;;) {
        SkPos at = here(p);
        if (kind(p) != SK_TOK_NAME)
            return false;
        const SkName *name = token(p)->name;
        p->pos++;
        SkAst *node = alias(p, at, name);
        if (!node || !sk_parser_push(p, node))
            return false;
        if (!accept(p, SK_TOK_COMMA))
            break;
        if (parentheses && kind(p) == SK_TOK_RPAR)
            break;
        if (!parentheses && kind(p) == SK_TOK_NEWLINE)
            return p->invalid && sk_fail_last(p, SK_SYNTAX_ERROR,
                                              "trailing comma not allowed without surrounding parentheses");
    }
    return !parentheses || accept(p, SK_TOK_RPAR);
}

static SkAst *import_from(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    int level = 0;
    p->pos++;
    while (kind(p) == SK_TOK_DOT || kind(p) == SK_TOK_ELLIPSIS) {
        level += kind(p) == SK_TOK_DOT ? 1 : 3;
        p->pos++;
    }
    const SkName *module = dotted_name(p);
    if ((!module && !level) || !accept(p, SK_TOK_IMPORT))
        return NULL;
    if (kind(p) == SK_TOK_STAR) {
        SkPos at = here(p);
        p->pos++;
        const SkName *star = sk_lexer_intern(&p->lexer, "*", 1);
        SkAstAlias *node = NEW(p, Alias, at);
        if (!star || !node || !sk_parser_push(p, (SkAst *)node))
            return NULL;
        node->name = star;
    } else if (!imported_names(p)) {
        return NULL;
    }
    SkAstImportFrom *node = p->failed ? NULL : NEW(p, ImportFrom, start);
    if (!node)
        return NULL;
    node->module = module;
    node->names = sk_parser_pop(p, mark);
    node->level = level;
    return p->failed ? NULL : (SkAst *)node;
}

/* ---- The other keywords ---- */

static SkAst *return_stmt(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    SkAst *value = sk_parse_star_expressions(p);
    SkAstReturn *node = p->failed ? NULL : NEW(p, Return, start);
    if (node)
        node->value = value;
    return (SkAst *)node;
}

static SkAst *raise_stmt(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    SkAst *exc = sk_parse_expression(p), *cause = NULL;
    if (p->failed)
        return NULL;
    if (exc && kind(p) == SK_TOK_FROM) {
        uint32_t pos = p->pos++;
        cause = sk_parse_expression(p);
        if (p->failed)
            return NULL;
        if (!cause)
            p->pos = pos;
    }
    SkAstRaise *node = NEW(p, Raise, start);
    if (node) {
        node->exc = exc;
        node->cause = cause;
    }
    return (SkAst *)node;
}

static SkAst *names_stmt(SkParser *p, bool global)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    p->pos++;
    do {
        SkAst *name = kind(p) == SK_TOK_NAME ? sk_parse_name(p) : NULL;
        if (!name || !sk_parser_push(p, name))
            return NULL;
    } while (kind_at(p, 0) == SK_TOK_COMMA && (p->pos++, true));
    SkAstSeq carriers = sk_parser_pop(p, mark);
    if (p->failed)
        return NULL;
    SkNameSeq names = sk_parser_names(p, carriers);
    if (global) {
        SkAstGlobal *node = NEW(p, Global, start);
        if (node)
            node->names = names;
        return (SkAst *)node;
    }
    SkAstNonlocal *node = NEW(p, Nonlocal, start);
    if (node)
        node->names = names;
    return (SkAst *)node;
}

static SkAst *del_stmt(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top, pos = ++p->pos;
    bool ok = true;
    do {
        if (statement_ends(p) && p->top > mark)
            break;
        SkAst *target = sk_parse_primary(p);
        ok = target && sk_to_target(p, target, SK_CTX_Del) && sk_parser_push(p, target);
    } while (ok && accept(p, SK_TOK_COMMA));
    if (ok && statement_ends(p)) {
        SkAstDelete *node = NEW(p, Delete, start);
        if (node)
            node->targets = sk_parser_pop(p, mark);
        return p->failed ? NULL : (SkAst *)node;
    }
    p->top = mark;
    if (p->invalid && !p->failed) {
        p->pos = pos;
        SkAst *any = sk_parse_star_expressions(p);
        if (any)
            sk_fail_target(p, any, SK_TARGET_DEL);
    }
    return NULL;
}

static SkAst *assert_stmt(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    SkAst *parts[2] = {NULL, NULL};
    for (int i = 0; i < 2; i++) {
        parts[i] = sk_parse_expression(p);
        if (!parts[i])
            return NULL;
        if (i == 0 && !accept(p, SK_TOK_COMMA))
            break;
    }
    SkAstAssert *node = p->failed ? NULL : NEW(p, Assert, start);
    if (node) {
        node->test = parts[0];
        node->msg = parts[1];
        if (parts[0]->kind == SK_AST_Tuple && SK_AST(Tuple, parts[0])->elts.count)
            sk_warn_node(p, (SkAst *)node, "assertion is always true, perhaps remove parentheses?");
    }
    return (SkAst *)node;
}

static SkAst *word_stmt(SkParser *p, SkAstKind node_kind)
{
    SkPos start = here(p);
    if (p->invalid) { /* "pass if x else y" */
        sk_diagnose_expression(p);
        if (p->failed)
            return NULL;
    }
    p->pos++;
    return sk_parser_node(p, node_kind, sizeof(SkAstPass), start);
}

/* "type" NAME [type_params] '=' expression */
static SkAst *type_alias(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    SkAst *name = sk_parse_name(p);
    SkAstSeq params;
    if (!name || !sk_parse_type_params(p, &params) || !accept(p, SK_TOK_EQUAL))
        return NULL;
    SkAst *value = sk_parse_expression(p);
    SkAstTypeAlias *node = value ? NEW(p, TypeAlias, start) : NULL;
    if (node) {
        SK_AST(Name, name)->ctx = SK_CTX_Store;
        node->name = name;
        node->type_params = params;
        node->value = value;
    }
    return (SkAst *)node;
}

static SkAst *simple_stmt(SkParser *p)
{
    switch (kind(p)) {
    case SK_TOK_RETURN: return return_stmt(p);
    case SK_TOK_IMPORT: return import_name(p);
    case SK_TOK_FROM: return import_from(p);
    case SK_TOK_RAISE: return raise_stmt(p);
    case SK_TOK_PASS: return word_stmt(p, SK_AST_Pass);
    case SK_TOK_BREAK: return word_stmt(p, SK_AST_Break);
    case SK_TOK_CONTINUE: return word_stmt(p, SK_AST_Continue);
    case SK_TOK_DEL: return del_stmt(p);
    case SK_TOK_ASSERT: return assert_stmt(p);
    case SK_TOK_GLOBAL: return names_stmt(p, true);
    case SK_TOK_NONLOCAL: return names_stmt(p, false);
    case SK_TOK_NAME:
        if (is_name(p, p->name_type) && kind_at(p, 1) == SK_TOK_NAME) {
            uint32_t pos = p->pos;
            SkAst *node = type_alias(p);
            if (node || p->failed)
                return node;
            p->pos = pos;
        }
        return expression_statement(p);
    default:
        return expression_statement(p);
    }
}

bool sk_parse_simple_stmts(SkParser *p)
{
    do {
        uint32_t top = p->top;
        SkAst *node = simple_stmt(p);
        if (!node || p->failed)
            return false;
        p->top = top;
        if (!sk_parser_push(p, node))
            return false;
    } while (accept(p, SK_TOK_SEMI) && kind(p) != SK_TOK_NEWLINE);
    return accept(p, SK_TOK_NEWLINE);
}

bool sk_parse_statement(SkParser *p)
{
    bool compound;
    SkAst *node = sk_parse_compound(p, &compound);
    if (p->failed)
        return false;
    if (node)
        return sk_parser_push(p, node);
    return !compound && sk_parse_simple_stmts(p);
}
