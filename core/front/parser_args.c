/* Arguments of calls, parameters of functions, type parameters. */
#include <string.h>

#include "core/front/parser_internal.h"

/* ---- Calls ---- */

static SkAst *keyword_node(SkParser *p, SkPos start, const SkName *name, SkAst *value)
{
    SkAstKeyword *node = NEW(p, Keyword, start);
    if (node) {
        node->arg = name;
        node->value = value;
    }
    return (SkAst *)node;
}

SkAst *sk_parse_starred_argument(SkParser *p)
{
    SkPos start = here(p);
    if (p->invalid) {
        sk_diagnose_starred(p);
        if (p->failed)
            return NULL;
    }
    p->pos++;
    SkAst *value = sk_parse_expression(p);
    if (!value && p->invalid && !p->failed)
        return sk_fail_last(p, SK_SYNTAX_ERROR, "Invalid star expression");
    SkAstStarred *node = value ? NEW(p, Starred, start) : NULL;
    if (node)
        node->value = value;
    return (SkAst *)node;
}

/* (NAME ':=' expression | expression !':=') !'=' ; a generator without parentheses of its own is no item */
static SkAst *positional(SkParser *p)
{
    SkAst *node;
    if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_EQUAL)
        return NULL;
    if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_WALRUS) {
        bool invalid = p->invalid;
        node = sk_parse_named(p);
        p->invalid = invalid;
    } else {
        node = sk_parse_expression(p);
        if (node && kind(p) == SK_TOK_WALRUS)
            return NULL;
    }
    return node && kind(p) != SK_TOK_EQUAL ? node : NULL;
}

typedef struct ArgState {
    bool keyword, unpacked; /* NAME=... or **...; **... */
} ArgState;

/* One item; keywords are pushed as Keyword nodes, the others as expressions. */
static SkAst *argument(SkParser *p, ArgState *state)
{
    SkPos start = here(p);
    uint32_t pos = p->pos;
    if (kind(p) == SK_TOK_STAR) {
        if (state->unpacked)
            return NULL;
        SkAst *node = sk_parse_starred_argument(p);
        return node && kind(p) != SK_TOK_EQUAL ? node : NULL;
    }
    if (kind(p) != SK_TOK_DOUBLESTAR && !state->keyword && !state->unpacked) {
        SkAst *node = positional(p);
        if (node || p->failed)
            return node;
        p->pos = pos;
    }
    if (p->invalid) {
        sk_diagnose_kwarg(p);
        if (p->failed)
            return NULL;
    }
    if (accept(p, SK_TOK_DOUBLESTAR)) {
        SkAst *value = sk_parse_expression(p);
        if (!value)
            return NULL;
        state->unpacked = true;
        return keyword_node(p, start, NULL, value);
    }
    if (kind(p) != SK_TOK_NAME || kind_at(p, 1) != SK_TOK_EQUAL)
        return NULL;
    const SkName *name = token(p)->name;
    p->pos += 2;
    SkAst *value = sk_parse_expression(p);
    if (!value)
        return NULL;
    state->keyword = true;
    return keyword_node(p, start, name, value);
}

bool sk_parse_args(SkParser *p, SkCallArgs *out)
{
    uint32_t mark = p->top, keywords = 0;
    ArgState state = {false, false};
    memset(out, 0, sizeof *out);
    for (uint32_t pos = p->pos;;) {
        uint32_t top = p->top;
        SkAst *item = argument(p, &state);
        if (p->failed)
            return false;
        if (!item) {
            p->pos = pos;
            p->top = top;
            break;
        }
        if (!sk_parser_push(p, item))
            return false;
        out->last = item;
        keywords += item->kind == SK_AST_Keyword;
        pos = p->pos;
        if (!accept(p, SK_TOK_COMMA) || kind(p) == SK_TOK_RPAR) {
            p->pos = pos;
            break;
        }
    }
    uint32_t count = p->top - mark;
    out->any = count > 0;
    if (count - keywords) {
        out->args.items = sk_arena_alloc(p->arena, (count - keywords) * sizeof(SkAst *));
        if (!out->args.items)
            return sk_fail_memory(p);
    }
    if (keywords) {
        out->keywords.items = sk_arena_alloc(p->arena, keywords * sizeof(SkAst *));
        if (!out->keywords.items)
            return sk_fail_memory(p);
    }
    for (uint32_t i = mark; i < p->top; i++) {
        SkAst *item = p->stack[i];
        if (item->kind == SK_AST_Keyword)
            out->keywords.items[out->keywords.count++] = item;
        else
            out->args.items[out->args.count++] = item;
    }
    p->top = mark;
    return !p->failed;
}

bool sk_parse_call_tail(SkParser *p, SkCallArgs *out)
{
    uint32_t open = p->pos;
    memset(out, 0, sizeof *out);
    if (p->invalid) {
        /* The order in which mistakes are looked for: first as a generator expression. */
        SkAst *genexp = sk_parse_genexp(p);
        if (p->failed)
            return false;
        if (genexp) {
            out->args = sk_parser_single(p, genexp);
            return !p->failed;
        }
    }
    p->pos = open + 1;
    if (accept(p, SK_TOK_RPAR))
        return true;
    if (!enter(p, SK_DEPTH_EXPRESSION) || !sk_parse_args(p, out))
        return false;
    p->depth -= SK_DEPTH_EXPRESSION;
    if (out->any && out->args.count == 1 && !out->keywords.count && out->last->kind != SK_AST_Starred &&
        (kind(p) == SK_TOK_FOR || kind(p) == SK_TOK_ASYNC)) {
        /* f(x for x in y): the parentheses belong to both */
        SkAst *elt = out->last;
        SkAstSeq clauses;
        uint32_t pos = p->pos;
        if (sk_parse_comprehensions(p, &clauses) && accept(p, SK_TOK_RPAR)) {
            const SkToken *bracket = &p->tokens[open];
            SkAstGeneratorExp *node = NEW(p, GeneratorExp, ((SkPos){bracket->lineno, bracket->col}));
            if (!node)
                return false;
            node->elt = elt;
            node->generators = clauses;
            out->args = sk_parser_single(p, (SkAst *)node);
            return !p->failed;
        }
        if (p->failed)
            return false;
        p->pos = pos;
    } else {
        if (out->any)
            accept(p, SK_TOK_COMMA);
        if (accept(p, SK_TOK_RPAR))
            return !p->failed;
    }
    if (!p->failed && p->invalid) {
        p->pos = open + 1;
        sk_diagnose_arguments(p);
    }
    return false;
}

/* ---- Parameters ---- */

static SkAst *parameter(SkParser *p, bool lambda, bool star_annotation)
{
    SkPos start = here(p);
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    const SkName *name = token(p)->name;
    SkAst *annotation = NULL;
    p->pos++;
    if (!lambda && kind(p) == SK_TOK_COLON) {
        p->pos++;
        annotation = star_annotation ? sk_parse_star_expression(p) : sk_parse_expression(p);
        if (!annotation)
            return NULL;
    }
    SkAstArg *arg = NEW(p, Arg, start);
    if (arg) {
        arg->arg = name;
        arg->annotation = annotation;
    }
    return (SkAst *)arg;
}

typedef struct ParamLists {
    SkAst *vararg, *kwarg;
    uint32_t mark, positional, keyword_only; /* first the positional ones, then the others, on the stack as pairs */
    uint32_t positional_only;
    bool star, default_seen;
} ParamLists;

/* One item of the list; false: no match. Defaults follow their parameter on the stack, NULL for none. */
static bool parameter_item(SkParser *p, bool lambda, ParamLists *lists)
{
    if (lists->kwarg)
        return false;
    if (kind(p) == SK_TOK_SLASH) {
        if (lists->star || lists->positional_only || !lists->positional)
            return false;
        lists->positional_only = lists->positional;
        p->pos++;
        return true;
    }
    if (kind(p) == SK_TOK_STAR) {
        if (lists->star)
            return false;
        lists->star = true;
        p->pos++;
        if (kind(p) == SK_TOK_COMMA) /* a bare star needs a keyword-only parameter */
            return kind_at(p, 1) == SK_TOK_NAME;
        lists->vararg = parameter(p, lambda, true);
        return lists->vararg != NULL;
    }
    if (accept(p, SK_TOK_DOUBLESTAR)) {
        lists->kwarg = parameter(p, lambda, false);
        return lists->kwarg != NULL;
    }
    SkAst *param = parameter(p, lambda, false), *value = NULL;
    if (!param)
        return false;
    if (kind(p) == SK_TOK_EQUAL) {
        if (p->invalid && (kind_at(p, 1) == SK_TOK_RPAR || kind_at(p, 1) == SK_TOK_COMMA))
            return FAIL_TOKEN(p, token(p), "expected default value expression");
        p->pos++;
        value = sk_parse_expression(p);
        if (!value)
            return false;
    }
    if (!lists->star) {
        if (!value && lists->default_seen)
            return false;
        lists->default_seen |= value != NULL;
        lists->positional++;
    } else {
        lists->keyword_only++;
    }
    return sk_parser_push(p, param) && sk_parser_push(p, value);
}

static SkAstSeq every_other(SkParser *p, uint32_t from, uint32_t count, bool drop_null)
{
    SkAstSeq seq = {NULL, 0};
    if (!count)
        return seq;
    seq.items = sk_arena_alloc(p->arena, count * sizeof *seq.items);
    if (!seq.items) {
        sk_fail_memory(p);
        return seq;
    }
    for (uint32_t i = 0; i < count; i++) {
        SkAst *item = p->stack[from + 2 * i];
        if (item || !drop_null)
            seq.items[seq.count++] = item;
    }
    return seq;
}

SkAstArguments *sk_parse_parameters(SkParser *p, bool lambda)
{
    SkTokenKind close = lambda ? SK_TOK_COLON : SK_TOK_RPAR;
    ParamLists lists = {.mark = p->top};
    SkPos start = here(p);
    if (p->invalid) {
        sk_diagnose_parameters(p, lambda);
        if (p->failed)
            return NULL;
    }
    while (kind(p) != close) {
        uint32_t pos = p->pos;
        if (!parameter_item(p, lambda, &lists)) {
            if (p->failed)
                return NULL;
            p->pos = pos;
            break;
        }
        if (!accept(p, SK_TOK_COMMA))
            break;
    }
    SkAstArguments *args = p->failed ? NULL : NEW(p, Arguments, start);
    if (!args)
        return NULL;
    uint32_t m = lists.mark, only = lists.positional_only;
    args->posonlyargs = every_other(p, m, only, false);
    args->args = every_other(p, m + 2 * only, lists.positional - only, false);
    args->defaults = every_other(p, m + 1, lists.positional, true);
    args->kwonlyargs = every_other(p, m + 2 * lists.positional, lists.keyword_only, false);
    args->kw_defaults = every_other(p, m + 2 * lists.positional + 1, lists.keyword_only, false);
    args->vararg = (SkAstArg *)lists.vararg;
    args->kwarg = (SkAstArg *)lists.kwarg;
    p->top = m;
    return p->failed ? NULL : args;
}

/* ---- Type parameters ---- */

static SkAst *type_param(SkParser *p)
{
    SkPos start = here(p);
    SkTokenKind star = kind(p);
    bool starred = star == SK_TOK_STAR || star == SK_TOK_DOUBLESTAR;
    p->pos += starred;
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    const SkName *name = token(p)->name;
    SkAst *bound = NULL, *value = NULL;
    p->pos++;
    if (kind(p) == SK_TOK_COLON) {
        SkToken colon = *token(p);
        p->pos++;
        bound = sk_parse_expression(p);
        if (starred && bound && !p->failed)
            return FAIL_FROM(p, colon.lineno, colon.col, "cannot use %s with %s",
                             bound->kind == SK_AST_Tuple ? "constraints" : "bound",
                             star == SK_TOK_STAR ? "TypeVarTuple" : "ParamSpec");
        if (!bound)
            return NULL;
    }
    if (accept(p, SK_TOK_EQUAL)) {
        value = star == SK_TOK_STAR ? sk_parse_star_expression(p) : sk_parse_expression(p);
        if (!value)
            return NULL;
    }
    if (star == SK_TOK_STAR) {
        SkAstTypeVarTuple *node = NEW(p, TypeVarTuple, start);
        if (node) {
            node->name = name;
            node->default_value = value;
        }
        return (SkAst *)node;
    }
    if (star == SK_TOK_DOUBLESTAR) {
        SkAstParamSpec *node = NEW(p, ParamSpec, start);
        if (node) {
            node->name = name;
            node->default_value = value;
        }
        return (SkAst *)node;
    }
    SkAstTypeVar *node = NEW(p, TypeVar, start);
    if (node) {
        node->name = name;
        node->bound = bound;
        node->default_value = value;
    }
    return (SkAst *)node;
}

bool sk_parse_type_params(SkParser *p, SkAstSeq *out)
{
    uint32_t mark = p->top;
    *out = (SkAstSeq){NULL, 0};
    if (!accept(p, SK_TOK_LSQB))
        return !p->failed;
    if (kind(p) == SK_TOK_RSQB) {
        const SkToken *t = token(p);
        return FAIL_FROM(p, t->lineno, t->col, "Type parameter list cannot be empty");
    }
    do {
        if (kind(p) == SK_TOK_RSQB)
            break;
        SkAst *param = type_param(p);
        if (!param || !sk_parser_push(p, param)) {
            p->top = mark;
            return false;
        }
    } while (accept(p, SK_TOK_COMMA));
    *out = sk_parser_pop(p, mark);
    return accept(p, SK_TOK_RSQB) && !p->failed;
}
