/* Targets: what can be assigned to, deleted, iterated over. They are parsed as expressions and then converted. */
#include "core/front/parser_internal.h"

static void set_context(SkAst *e, SkExprContext ctx)
{
    switch (e->kind) {
    case SK_AST_Name: SK_AST(Name, e)->ctx = ctx; break;
    case SK_AST_Attribute: SK_AST(Attribute, e)->ctx = ctx; break;
    case SK_AST_Subscript: SK_AST(Subscript, e)->ctx = ctx; break;
    case SK_AST_Starred: SK_AST(Starred, e)->ctx = ctx; break;
    case SK_AST_List: SK_AST(List, e)->ctx = ctx; break;
    case SK_AST_Tuple: SK_AST(Tuple, e)->ctx = ctx; break;
    default: break;
    }
}

/* Only reading `1[0]` is warned about; that it was a target is known once the warning is there. */
static void drop_subscript_warning(SkParser *p, const SkAst *value)
{
    if (value->kind == SK_AST_Compare) /* the only other expression that has a warning at the same place: `1 is 1` */
        return;
    for (SkSyntaxWarning **at = &p->lexer.warnings; *at; at = &(*at)->next)
        if ((*at)->about_meaning && (*at)->lineno == value->lineno &&
            (*at)->col_offset == value->col_offset && (*at)->end_lineno == value->end_lineno &&
            (*at)->end_col_offset == value->end_col_offset) {
            *at = (*at)->next;
            return;
        }
}

bool sk_to_target(SkParser *p, SkAst *e, SkExprContext ctx)
{
    switch (e->kind) {
    case SK_AST_Name: case SK_AST_Attribute:
        break;
    case SK_AST_Subscript:
        drop_subscript_warning(p, SK_AST(Subscript, e)->value);
        break;
    case SK_AST_Starred:
        if (ctx == SK_CTX_Del || SK_AST(Starred, e)->value->kind == SK_AST_Starred ||
            !sk_to_target(p, SK_AST(Starred, e)->value, ctx))
            return false;
        break;
    case SK_AST_List: case SK_AST_Tuple: {
        SkAstSeq *elts = e->kind == SK_AST_List ? &SK_AST(List, e)->elts : &SK_AST(Tuple, e)->elts;
        for (uint32_t i = 0; i < elts->count; i++)
            if (!sk_to_target(p, elts->items[i], ctx))
                return false;
        break;
    }
    default:
        return false;
    }
    set_context(e, ctx);
    return true;
}

bool sk_to_single_target(SkParser *p, SkAst *e)
{
    return (e->kind == SK_AST_Name || e->kind == SK_AST_Attribute || e->kind == SK_AST_Subscript) &&
           sk_to_target(p, e, SK_CTX_Store);
}

SkAst *sk_parse_star_target(SkParser *p)
{
    SkPos start = here(p);
    if (kind(p) == SK_TOK_STAR && kind_at(p, 1) != SK_TOK_STAR) {
        uint32_t pos = p->pos++;
        SkAst *value = sk_parse_star_target(p);
        if (!value) {
            if (!p->failed)
                p->pos = pos;
            return NULL;
        }
        SkAstStarred *node = NEW(p, Starred, start);
        if (node) {
            node->value = value;
            node->ctx = SK_CTX_Store;
        }
        return (SkAst *)node;
    }
    uint32_t pos = p->pos;
    SkAst *target = sk_parse_primary(p);
    if (target && !sk_to_target(p, target, SK_CTX_Store)) {
        p->pos = pos;
        return NULL;
    }
    return target;
}

SkAst *sk_parse_star_targets(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = sk_parse_star_target(p);
    if (!first || kind(p) != SK_TOK_COMMA)
        return p->failed ? NULL : first;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_COMMA)) {
        uint32_t pos = p->pos;
        SkAst *next = sk_parse_star_target(p);
        if (p->failed)
            return NULL;
        if (!next) {
            p->pos = pos;
            break;
        }
        if (!sk_parser_push(p, next))
            return NULL;
    }
    SkAstTuple *tuple = p->failed ? NULL : NEW(p, Tuple, start);
    if (!tuple)
        return NULL;
    tuple->elts = sk_parser_pop(p, mark);
    tuple->ctx = SK_CTX_Store;
    return p->failed ? NULL : (SkAst *)tuple;
}

const SkAst *sk_invalid_target(const SkAst *e, SkTargetUse use)
{
    switch (e->kind) {
    case SK_AST_Name: case SK_AST_Attribute: case SK_AST_Subscript:
        return NULL;
    case SK_AST_Starred:
        return use == SK_TARGET_DEL ? e : sk_invalid_target(SK_AST(Starred, e)->value, use);
    case SK_AST_Compare:
        if (use != SK_TARGET_FOR)
            return e;
        return SK_AST(Compare, e)->ops.items[0] == SK_CMP_In ? sk_invalid_target(SK_AST(Compare, e)->left, use) : NULL;
    case SK_AST_List: case SK_AST_Tuple: {
        const SkAstSeq *elts = e->kind == SK_AST_List ? &SK_AST(List, e)->elts : &SK_AST(Tuple, e)->elts;
        for (uint32_t i = 0; i < elts->count; i++) {
            const SkAst *bad = sk_invalid_target(elts->items[i], use);
            if (bad)
                return bad;
        }
        return NULL;
    }
    default:
        return e;
    }
}

void *sk_fail_target(SkParser *p, const SkAst *expr, SkTargetUse use)
{
    const SkAst *bad = sk_invalid_target(expr, use);
    if (bad)
        FAIL_NODE(p, bad, "cannot %s %s", use == SK_TARGET_DEL ? "delete" : "assign to", sk_expr_description(bad));
    return NULL;
}
