/* Atoms: names, literals, displays, comprehensions; and slices. */
#include "core/front/literal.h"
#include "core/front/parser_internal.h"

#include <string.h>

SkAst *sk_parse_name(SkParser *p)
{
    SkPos start = here(p);
    const SkName *id = token(p)->name;
    p->pos++;
    SkAstName *node = NEW(p, Name, start);
    if (node)
        node->id = id;
    return (SkAst *)node;
}

static SkAst *constant(SkParser *p, SkConstKind value)
{
    SkPos start = here(p);
    p->pos++;
    SkAstConstant *node = NEW(p, Constant, start);
    if (node)
        node->value.kind = (uint8_t)value;
    return (SkAst *)node;
}

static SkAst *number(SkParser *p)
{
    SkPos start = here(p);
    SkToken t = *token(p);
    p->pos++;
    SkAstConstant *node = NEW(p, Constant, start);
    return node && sk_literal_number(p, &t, &node->value) ? (SkAst *)node : NULL;
}

/* ---- Comprehensions ---- */

static bool comprehension_starts(SkParser *p)
{
    return kind(p) == SK_TOK_FOR || (kind(p) == SK_TOK_ASYNC && kind_at(p, 1) == SK_TOK_FOR);
}

/* One clause; NULL: no match. */
static SkAst *clause(SkParser *p)
{
    SkPos start = here(p);
    uint32_t begin = p->pos;
    bool is_async = accept(p, SK_TOK_ASYNC);
    p->pos++;
    uint32_t behind_for = p->pos;
    SkAst *target = sk_parse_star_targets(p);
    if (p->failed)
        return NULL;
    if (!target || kind(p) != SK_TOK_IN) {
        if (!target && kind(p) == SK_TOK_AWAIT && !p->invalid)
            sk_parse_bitwise_or(p); /* reads on, as CPython does: the error is where that ends */
        if (p->invalid) {
            /* Is there something like targets, but no "in"? */
            uint32_t back = p->pos;
            p->pos = behind_for;
            SkAst *any = sk_parse_bitwise_or(p);
            while (any && kind(p) == SK_TOK_COMMA) {
                uint32_t comma = p->pos++;
                any = sk_parse_bitwise_or(p);
                if (!any && !p->failed) {
                    p->pos = comma + 1;
                    any = NULL;
                    if (kind(p) != SK_TOK_IN)
                        return sk_fail_last(p, SK_SYNTAX_ERROR, "'in' expected after for-loop variables");
                }
            }
            if (any && kind(p) != SK_TOK_IN)
                sk_fail_last(p, SK_SYNTAX_ERROR, "'in' expected after for-loop variables");
            if (p->failed)
                return NULL;
            p->pos = begin;
            sk_diagnose_for_target(p);
            p->pos = back;
        }
        return NULL;
    }
    p->pos++;
    SkAst *iter = sk_parse_disjunction(p);
    if (!iter)
        return NULL;
    uint32_t mark = p->top;
    while (kind(p) == SK_TOK_IF) {
        uint32_t pos = p->pos++;
        SkAst *test = sk_parse_disjunction(p);
        if (!test) {
            if (p->failed)
                return NULL;
            p->pos = pos;
            break;
        }
        if (!sk_parser_push(p, test))
            return NULL;
    }
    SkAstComprehension *node = p->failed ? NULL : NEW(p, Comprehension, start);
    if (!node)
        return NULL;
    node->target = target;
    node->iter = iter;
    node->ifs = sk_parser_pop(p, mark);
    node->is_async = is_async;
    return p->failed ? NULL : (SkAst *)node;
}

bool sk_parse_comprehensions(SkParser *p, SkAstSeq *out)
{
    uint32_t mark = p->top;
    if (!comprehension_starts(p))
        return false;
    while (comprehension_starts(p)) {
        SkAst *node = clause(p); /* once begun it must match: "for" cannot go on otherwise */
        if (!node || !sk_parser_push(p, node)) {
            p->top = mark;
            return false;
        }
    }
    *out = sk_parser_pop(p, mark);
    return !p->failed;
}

static SkAst *generator(SkParser *p, SkPos start, SkAst *elt)
{
    SkAstSeq clauses;
    if (!sk_parse_comprehensions(p, &clauses) || !accept(p, SK_TOK_RPAR))
        return NULL;
    SkAstGeneratorExp *node = NEW(p, GeneratorExp, start);
    if (node) {
        node->elt = elt;
        node->generators = clauses;
    }
    return (SkAst *)node;
}

/* '(' (NAME ':=' expression | expression !':=') for... ')' */
SkAst *sk_parse_genexp(SkParser *p)
{
    SkPos start = here(p);
    uint32_t pos = p->pos++;
    SkAst *elt = NULL, *node = NULL;
    if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_WALRUS)
        elt = sk_parse_named(p);
    else
        elt = sk_parse_expression(p);
    if (elt && comprehension_starts(p))
        node = generator(p, start, elt);
    if (!node && !p->failed) {
        p->pos = pos;
        if (p->invalid)
            sk_diagnose_comprehension(p);
    }
    return p->failed ? NULL : node;
}

/* ---- Displays ---- */

/* Items up to the closing bracket, separated by commas, after the first was pushed. False: no match. */
static bool more_items(SkParser *p, SkTokenKind close)
{
    while (accept(p, SK_TOK_COMMA)) {
        if (kind(p) == close)
            break;
        SkAst *next = sk_parse_star_named(p);
        if (!next || !sk_parser_push(p, next))
            return false;
    }
    return accept(p, close) && !p->failed;
}

static SkAst *tuple_or_group(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    p->pos++;
    if (kind(p) == SK_TOK_RPAR) {
        p->pos++;
        return (SkAst *)NEW(p, Tuple, start);
    }
    if (kind(p) == SK_TOK_YIELD) {
        SkAst *yield = sk_parse_yield(p);
        if (!yield || !accept(p, SK_TOK_RPAR))
            return NULL;
        yield->parenthesized = true;
        return yield;
    }
    SkAst *first = sk_parse_star_named(p);
    if (!first)
        return NULL;
    if (kind(p) == SK_TOK_COMMA) {
        if (!sk_parser_push(p, first) || !more_items(p, SK_TOK_RPAR))
            return NULL;
        SkAstTuple *tuple = NEW(p, Tuple, start);
        if (tuple) {
            tuple->head.parenthesized = true;
            tuple->elts = sk_parser_pop(p, mark);
        }
        return p->failed ? NULL : (SkAst *)tuple;
    }
    if (first->kind == SK_AST_Starred)
        return NULL;
    if (comprehension_starts(p))
        return generator(p, start, first);
    if (!accept(p, SK_TOK_RPAR))
        return NULL;
    first->parenthesized = true;
    return first;
}

static SkAst *list_display(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    p->pos++;
    if (accept(p, SK_TOK_RSQB))
        return (SkAst *)NEW(p, List, start);
    SkAst *first = sk_parse_star_named(p);
    if (!first)
        return NULL;
    if (first->kind != SK_AST_Starred && comprehension_starts(p)) {
        SkAstSeq clauses;
        if (!sk_parse_comprehensions(p, &clauses) || !accept(p, SK_TOK_RSQB))
            return NULL;
        SkAstListComp *node = NEW(p, ListComp, start);
        if (node) {
            node->elt = first;
            node->generators = clauses;
        }
        return (SkAst *)node;
    }
    if (!sk_parser_push(p, first) || !more_items(p, SK_TOK_RSQB))
        return NULL;
    SkAstList *list = NEW(p, List, start);
    if (list)
        list->elts = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)list;
}

static SkAst *set_display(SkParser *p, SkPos start, SkAst *first)
{
    uint32_t mark = p->top;
    if (first->kind != SK_AST_Starred && comprehension_starts(p)) {
        SkAstSeq clauses;
        if (!sk_parse_comprehensions(p, &clauses) || !accept(p, SK_TOK_RBRACE))
            return NULL;
        SkAstSetComp *node = NEW(p, SetComp, start);
        if (node) {
            node->elt = first;
            node->generators = clauses;
        }
        return (SkAst *)node;
    }
    if (!sk_parser_push(p, first) || !more_items(p, SK_TOK_RBRACE))
        return NULL;
    SkAstSet *set = NEW(p, Set, start);
    if (set)
        set->elts = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)set;
}

/* Of an item after the first: without a colon, that is what is told, not what is wrong within the key. */
static bool key_has_colon(SkParser *p)
{
    uint32_t pos = p->pos, top = p->top;
    bool apart = p->memo_apart;
    if (kind(p) == SK_TOK_DOUBLESTAR)
        return true;
    p->memo_apart = true;
    SkAst *key = sk_parse_expression_quiet(p);
    p->memo_apart = apart;
    if (p->failed)
        return false;
    if (key && kind(p) != SK_TOK_COLON) {
        sk_fail_at(p, SK_SYNTAX_ERROR, key->lineno, key->end_col_offset - 1, key->end_lineno, -1,
                   "':' expected after dictionary key");
        return false;
    }
    p->pos = pos;
    p->top = top;
    return true;
}

/* Key and value are pushed; the key is NULL for "**value". */
static bool dict_item(SkParser *p)
{
    SkAst *key = NULL, *value;
    if (accept(p, SK_TOK_DOUBLESTAR)) {
        value = sk_parse_bitwise_or(p);
    } else {
        key = sk_parse_expression(p);
        value = key && accept(p, SK_TOK_COLON) ? sk_parse_expression(p) : NULL;
    }
    return value && sk_parser_push(p, key) && sk_parser_push(p, value);
}

static SkAst *dict_rest(SkParser *p, SkPos start, uint32_t mark)
{
    uint32_t count = (p->top - mark) / 2;
    SkAst **keys = sk_arena_alloc(p->arena, count * sizeof *keys + 1);
    SkAst **values = sk_arena_alloc(p->arena, count * sizeof *values + 1);
    SkAstDict *node = NEW(p, Dict, start);
    if (!keys || !values || !node)
        return sk_fail_memory(p);
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = p->stack[mark + 2 * i];
        values[i] = p->stack[mark + 2 * i + 1];
    }
    p->top = mark;
    node->keys = (SkAstSeq){keys, count};
    node->values = (SkAstSeq){values, count};
    return (SkAst *)node;
}

static SkAst *brace_display(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top, inside = ++p->pos;
    if (accept(p, SK_TOK_RBRACE))
        return (SkAst *)NEW(p, Dict, start);
    bool dict = kind(p) == SK_TOK_DOUBLESTAR;
    SkAst *key = NULL;
    if (!dict) {
        SkAst *first = kind(p) == SK_TOK_STAR ? sk_parse_star_named(p) : NULL;
        if (!first && !p->failed) {
            first = sk_parse_expression(p);
            if (first && kind(p) == SK_TOK_COLON) {
                dict = true;
            } else if (!p->failed && (p->invalid || (p->fill > inside + 1 && p->tokens[inside + 1].kind == SK_TOK_WALRUS))) {
                p->pos = inside; /* a set after all; anything longer is not parsed twice in the first pass */
                first = sk_parse_star_named(p);
            }
        }
        if (p->failed || !first)
            return NULL;
        if (!dict)
            return set_display(p, start, first);
        key = first;
    }
    if (key) {
        SkAst *value = accept(p, SK_TOK_COLON) ? sk_parse_expression(p) : NULL;
        if (!value)
            return NULL;
        if (comprehension_starts(p)) {
            SkAstSeq clauses;
            if (!sk_parse_comprehensions(p, &clauses) || !accept(p, SK_TOK_RBRACE))
                return NULL;
            SkAstDictComp *node = NEW(p, DictComp, start);
            if (node) {
                node->key = key;
                node->value = value;
                node->generators = clauses;
            }
            return (SkAst *)node;
        }
        if (!sk_parser_push(p, key) || !sk_parser_push(p, value))
            return NULL;
    } else {
        SkToken stars = *token(p);
        if (!dict_item(p))
            return NULL;
        if (comprehension_starts(p)) {
            if (p->invalid)
                FAIL_TOKEN(p, &stars, "dict unpacking cannot be used in dict comprehension");
            return NULL;
        }
    }
    while (accept(p, SK_TOK_COMMA)) {
        if (kind(p) == SK_TOK_RBRACE)
            break;
        if ((p->invalid && !key_has_colon(p)) || !dict_item(p))
            return NULL;
    }
    if (!accept(p, SK_TOK_RBRACE))
        return NULL;
    return dict_rest(p, start, mark);
}

static SkAst *bracketed(SkParser *p)
{
    SkAst *node;
    uint32_t pos = p->pos, top = p->top;
    SkTokenKind open = kind(p);
    if (sk_memo_get(p, SK_MEMO_ATOM, &node))
        return node;
    if (!enter(p, SK_DEPTH_EXPRESSION))
        return NULL;
    node = open == SK_TOK_LPAR ? tuple_or_group(p) : open == SK_TOK_LSQB ? list_display(p) : brace_display(p);
    p->depth -= SK_DEPTH_EXPRESSION;
    if (!node && !p->failed) {
        p->top = top;
        p->pos = pos;
        if (p->invalid) {
            if (open == SK_TOK_LPAR)
                sk_diagnose_group(p);
            if (open == SK_TOK_LBRACE && !p->failed)
                sk_diagnose_dict(p);
            if (!p->failed)
                sk_diagnose_comprehension(p);
        }
    }
    return sk_memo_put(p, SK_MEMO_ATOM, pos, p->failed ? NULL : node);
}

SkAst *sk_parse_atom(SkParser *p)
{
    switch (kind(p)) {
    case SK_TOK_NAME: return sk_parse_name(p);
    case SK_TOK_NUMBER: return number(p);
    case SK_TOK_STRING: case SK_TOK_FSTRING_START: case SK_TOK_TSTRING_START: return sk_parse_strings(p);
    case SK_TOK_NONE: return constant(p, SK_CONST_NONE);
    case SK_TOK_TRUE: return constant(p, SK_CONST_TRUE);
    case SK_TOK_FALSE: return constant(p, SK_CONST_FALSE);
    case SK_TOK_ELLIPSIS: return constant(p, SK_CONST_ELLIPSIS);
    case SK_TOK_LPAR: case SK_TOK_LSQB: case SK_TOK_LBRACE: return bracketed(p);
    default: return NULL;
    }
}

/* ---- Slices ---- */

static bool slice_ends(SkParser *p)
{
    SkTokenKind k = kind(p);
    return k == SK_TOK_COMMA || k == SK_TOK_RSQB || k == SK_TOK_COLON;
}

static SkAst *slice(SkParser *p)
{
    SkPos start = here(p);
    SkAst *parts[3] = {NULL, NULL, NULL};
    if (kind(p) == SK_TOK_STAR)
        return sk_parse_starred_argument(p);
    if (kind(p) != SK_TOK_COLON) {
        parts[0] = sk_parse_named(p);
        if (!parts[0] || kind(p) != SK_TOK_COLON)
            return p->failed ? NULL : parts[0];
        if (parts[0]->kind == SK_AST_NamedExpr && !parts[0]->parenthesized)
            return NULL;
    }
    for (int i = 1; i <= 2 && accept(p, SK_TOK_COLON); i++)
        if (!slice_ends(p)) {
            parts[i] = sk_parse_expression(p);
            if (!parts[i])
                return NULL;
        }
    SkAstSlice *node = p->failed ? NULL : NEW(p, Slice, start);
    if (node) {
        node->lower = parts[0];
        node->upper = parts[1];
        node->step = parts[2];
    }
    return (SkAst *)node;
}

/* What stands between '[' and ']'; a lone item with neither comma nor star is itself, else a tuple. */
SkAst *sk_parse_slices(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = slice(p);
    if (!first || (kind(p) != SK_TOK_COMMA && first->kind != SK_AST_Starred))
        return p->failed ? NULL : first;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_COMMA) && kind(p) != SK_TOK_RSQB) {
        SkAst *next = slice(p);
        if (!next || !sk_parser_push(p, next)) {
            p->top = mark;
            return NULL;
        }
    }
    SkAstTuple *tuple = p->failed ? NULL : NEW(p, Tuple, start);
    if (!tuple)
        return NULL;
    tuple->elts = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)tuple;
}
