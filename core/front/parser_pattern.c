/* match statements and their patterns. */
#include "core/front/parser_internal.h"

static SkAst *pattern(SkParser *p); /* or_pattern ['as' name] */
static SkAst *or_pattern(SkParser *p);
static SkAst *closed(SkParser *p);

static SkAst *match_value(SkParser *p, SkPos start, SkAst *value)
{
    SkAstMatchValue *node = value ? NEW(p, MatchValue, start) : NULL;
    if (node)
        node->value = value;
    return (SkAst *)node;
}

static SkAst *match_singleton(SkParser *p, SkConstKind value)
{
    SkPos start = here(p);
    p->pos++;
    SkAstMatchSingleton *node = NEW(p, MatchSingleton, start);
    if (node)
        node->value.kind = (uint8_t)value;
    return (SkAst *)node;
}

static bool is_imaginary(const SkAst *e)
{
    return e->kind == SK_AST_Constant && SK_AST(Constant, e)->value.kind == SK_CONST_IMAG;
}

static SkAst *signed_number(SkParser *p)
{
    SkPos start = here(p);
    bool minus = accept(p, SK_TOK_MINUS);
    if (kind(p) != SK_TOK_NUMBER)
        return NULL;
    SkAst *value = sk_parse_atom(p);
    if (!value || !minus)
        return value;
    SkAstUnaryOp *node = NEW(p, UnaryOp, start);
    if (node) {
        node->op = SK_UNARY_USub;
        node->operand = value;
    }
    return (SkAst *)node;
}

/* ['-'] NUMBER [('+' | '-') IMAGINARY] */
static SkAst *number(SkParser *p)
{
    SkPos start = here(p);
    SkAst *left = signed_number(p);
    if (!left || (kind(p) != SK_TOK_PLUS && kind(p) != SK_TOK_MINUS))
        return left;
    bool minus = kind(p) == SK_TOK_MINUS;
    const SkAst *real = left->kind == SK_AST_UnaryOp ? SK_AST(UnaryOp, left)->operand : left;
    p->pos++;
    if (kind(p) != SK_TOK_NUMBER)
        return NULL;
    SkAst *right = sk_parse_atom(p);
    if (!right)
        return NULL;
    if (is_imaginary(real))
        return FAIL_NODE(p, left, "real number required in complex literal");
    if (!is_imaginary(right))
        return FAIL_NODE(p, right, "imaginary number required in complex literal");
    SkAstBinOp *node = NEW(p, BinOp, start);
    if (node) {
        node->left = left;
        node->op = minus ? SK_OP_Sub : SK_OP_Add;
        node->right = right;
    }
    return (SkAst *)node;
}

/* A literal as an expression: for values and for keys of mappings. */
static SkAst *literal(SkParser *p)
{
    switch (kind(p)) {
    case SK_TOK_NUMBER: case SK_TOK_MINUS: return number(p);
    case SK_TOK_STRING: case SK_TOK_FSTRING_START: case SK_TOK_TSTRING_START: case SK_TOK_NONE: case SK_TOK_TRUE: case SK_TOK_FALSE:
        return sk_parse_atom(p);
    default: return NULL;
    }
}

/* NAME ('.' NAME)* */
static SkAst *dotted(SkParser *p)
{
    SkPos start = here(p);
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    SkAst *left = sk_parse_name(p);
    while (left && kind(p) == SK_TOK_DOT && kind_at(p, 1) == SK_TOK_NAME) {
        const SkName *attr = p->tokens[p->pos + 1].name;
        p->pos += 2;
        SkAstAttribute *node = NEW(p, Attribute, start);
        if (!node)
            return NULL;
        node->value = left;
        node->attr = attr;
        left = (SkAst *)node;
    }
    return left;
}

static SkAst *capture(SkParser *p, SkPos start, const SkName *name)
{
    SkAstMatchAs *node = NEW(p, MatchAs, start);
    if (node)
        node->name = name == p->name_wildcard ? NULL : name;
    return (SkAst *)node;
}

static SkAst *star_pattern(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    const SkName *name = token(p)->name;
    p->pos++;
    SkAstMatchStar *node = NEW(p, MatchStar, start);
    if (node)
        node->name = name == p->name_wildcard ? NULL : name;
    return (SkAst *)node;
}

static SkAst *maybe_star(SkParser *p)
{
    return kind(p) == SK_TOK_STAR ? star_pattern(p) : pattern(p);
}

static SkAst *sequence(SkParser *p, SkPos start, uint32_t mark)
{
    SkAstMatchSequence *node = NEW(p, MatchSequence, start);
    if (node)
        node->patterns = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}

/* '(' ... ')' or '[' ... ']' ; a single pattern in parentheses is itself */
static SkAst *bracketed(SkParser *p, SkTokenKind close)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    bool comma = false;
    SkAst *first = NULL;
    p->pos++;
    while (kind(p) != close) {
        SkAst *next = maybe_star(p);
        if (!next || !sk_parser_push(p, next))
            return NULL;
        first = first ? first : next;
        if (kind(p) == SK_TOK_COMMA)
            comma = true;
        if (!accept(p, SK_TOK_COMMA))
            break;
    }
    if (!accept(p, close))
        return NULL;
    if (close == SK_TOK_RPAR && first && !comma && first->kind != SK_AST_MatchStar) {
        p->top = mark;
        return first;
    }
    if (close == SK_TOK_RPAR && first && !comma)
        return NULL;
    return sequence(p, start, mark);
}

static SkAst *mapping(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    const SkName *rest = NULL;
    p->pos++;
    while (kind(p) != SK_TOK_RBRACE) {
        if (kind(p) == SK_TOK_DOUBLESTAR && !rest) {
            p->pos++;
            if (kind(p) != SK_TOK_NAME || token(p)->name == p->name_wildcard)
                return NULL;
            rest = token(p)->name;
            p->pos++;
        } else {
            if (rest)
                return NULL;
            SkAst *key = kind(p) == SK_TOK_NAME ? dotted(p) : literal(p);
            if (!key || key->kind == SK_AST_Name || !accept(p, SK_TOK_COLON))
                return NULL;
            SkAst *value = pattern(p);
            if (!value || !sk_parser_push(p, key) || !sk_parser_push(p, value))
                return NULL;
        }
        if (!accept(p, SK_TOK_COMMA))
            break;
    }
    if (!accept(p, SK_TOK_RBRACE))
        return NULL;
    uint32_t count = (p->top - mark) / 2;
    SkAst **keys = sk_arena_alloc(p->arena, count * sizeof *keys + 1);
    SkAst **values = sk_arena_alloc(p->arena, count * sizeof *values + 1);
    SkAstMatchMapping *node = NEW(p, MatchMapping, start);
    if (!keys || !values || !node)
        return sk_fail_memory(p);
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = p->stack[mark + 2 * i];
        values[i] = p->stack[mark + 2 * i + 1];
    }
    p->top = mark;
    node->keys = (SkAstSeq){keys, count};
    node->patterns = (SkAstSeq){values, count};
    node->rest = rest;
    return (SkAst *)node;
}

/* name_or_attr '(' patterns, then NAME '=' patterns ')' */
static SkAst *class_pattern(SkParser *p, SkPos start, SkAst *cls)
{
    uint32_t mark = p->top, positional = 0, names = 0;
    SkAst *misplaced = NULL;
    p->pos++;
    while (kind(p) != SK_TOK_RPAR) {
        if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_EQUAL) {
            if (misplaced)
                break;
            SkAst *name = sk_parse_name(p);
            p->pos++;
            SkAst *value = pattern(p);
            if (!name || !value || !sk_parser_push(p, name) || !sk_parser_push(p, value))
                return NULL;
            names++;
        } else {
            SkAst *value = pattern(p);
            if (!value)
                return NULL;
            if (names)
                misplaced = misplaced ? misplaced : value;
            else if (!sk_parser_push(p, value))
                return NULL;
            positional++;
            if (misplaced && kind(p) != SK_TOK_COMMA) {
                if (p->invalid)
                    FAIL_RANGE(p, misplaced, value, "positional patterns follow keyword patterns");
                return NULL;
            }
        }
        if (!accept(p, SK_TOK_COMMA))
            break;
    }
    if (misplaced) {
        if (p->invalid && !p->failed)
            FAIL_NODE(p, misplaced, "positional patterns follow keyword patterns");
        return NULL;
    }
    if (!accept(p, SK_TOK_RPAR))
        return NULL;
    SkAstMatchClass *node = NEW(p, MatchClass, start);
    const SkName **attrs = sk_arena_alloc(p->arena, names * sizeof *attrs + 1);
    SkAst **values = sk_arena_alloc(p->arena, names * sizeof *values + 1);
    if (!node || !attrs || !values)
        return sk_fail_memory(p);
    for (uint32_t i = 0; i < names; i++) {
        attrs[i] = SK_AST(Name, p->stack[mark + positional + 2 * i])->id;
        values[i] = p->stack[mark + positional + 2 * i + 1];
    }
    p->top = mark + positional;
    node->cls = cls;
    node->patterns = sk_parser_pop(p, mark);
    node->kwd_attrs = (SkNameSeq){attrs, names};
    node->kwd_patterns = (SkAstSeq){values, names};
    return p->failed ? NULL : (SkAst *)node;
}

static SkAst *closed(SkParser *p)
{
    SkPos start = here(p);
    switch (kind(p)) {
    case SK_TOK_NUMBER: case SK_TOK_MINUS: case SK_TOK_STRING: case SK_TOK_FSTRING_START: case SK_TOK_TSTRING_START: {
        SkAst *value = literal(p);
        return match_value(p, start, value);
    }
    case SK_TOK_NONE: return match_singleton(p, SK_CONST_NONE);
    case SK_TOK_TRUE: return match_singleton(p, SK_CONST_TRUE);
    case SK_TOK_FALSE: return match_singleton(p, SK_CONST_FALSE);
    case SK_TOK_LPAR: return bracketed(p, SK_TOK_RPAR);
    case SK_TOK_LSQB: return bracketed(p, SK_TOK_RSQB);
    case SK_TOK_LBRACE: return mapping(p);
    case SK_TOK_NAME: {
        SkAst *name = dotted(p);
        if (!name)
            return NULL;
        if (kind(p) == SK_TOK_LPAR)
            return class_pattern(p, start, name);
        if (name->kind == SK_AST_Attribute)
            return match_value(p, start, name);
        if (kind(p) == SK_TOK_DOT || kind(p) == SK_TOK_EQUAL)
            return NULL;
        return capture(p, start, SK_AST(Name, name)->id);
    }
    default: return NULL;
    }
}

static SkAst *or_pattern(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = closed(p);
    if (!first || kind(p) != SK_TOK_VBAR)
        return p->failed ? NULL : first;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_VBAR)) {
        SkAst *next = closed(p);
        if (!next || !sk_parser_push(p, next))
            return NULL;
    }
    SkAstMatchOr *node = NEW(p, MatchOr, start);
    if (node)
        node->patterns = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}

static SkAst *pattern(SkParser *p)
{
    SkPos start = here(p);
    if (!enter(p, SK_DEPTH_EXPRESSION))
        return NULL;
    SkAst *inner = or_pattern(p);
    p->depth -= SK_DEPTH_EXPRESSION;
    if (!inner || kind(p) != SK_TOK_AS)
        return p->failed ? NULL : inner;
    uint32_t pos = p->pos++;
    bool simple = kind(p) == SK_TOK_NAME && token(p)->name != p->name_wildcard;
    if (simple) {
        SkTokenKind after = kind_at(p, 1);
        simple = after != SK_TOK_DOT && after != SK_TOK_LPAR && after != SK_TOK_EQUAL;
    }
    if (!simple) {
        if (p->invalid) {
            if (is_name(p, p->name_wildcard))
                return FAIL_TOKEN(p, token(p), "cannot use '_' as a target");
            SkAst *any = sk_parse_expression(p);
            if (any)
                return FAIL_NODE(p, any, "cannot use %s as pattern target", sk_expr_description(any));
        }
        if (!p->failed)
            p->pos = pos;
        return NULL;
    }
    const SkName *name = token(p)->name;
    p->pos++;
    SkAstMatchAs *node = NEW(p, MatchAs, start);
    if (node) {
        node->pattern = inner;
        node->name = name;
    }
    return (SkAst *)node;
}

/* Several patterns without brackets are a sequence. */
static SkAst *patterns(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = maybe_star(p);
    if (!first || (kind(p) != SK_TOK_COMMA && first->kind != SK_AST_MatchStar))
        return p->failed ? NULL : first;
    if (first->kind == SK_AST_MatchStar && kind(p) != SK_TOK_COMMA)
        return NULL;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_COMMA) && kind(p) != SK_TOK_COLON && kind(p) != SK_TOK_IF) {
        SkAst *next = maybe_star(p);
        if (!next || !sk_parser_push(p, next))
            return NULL;
    }
    return sequence(p, start, mark);
}

static SkAst *case_block(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    SkAst *matched = patterns(p), *guard = NULL;
    if (!matched)
        return NULL;
    if (accept(p, SK_TOK_IF)) {
        guard = sk_parse_named(p);
        if (!guard)
            return NULL;
    }
    if (kind(p) == SK_TOK_NEWLINE)
        return sk_fail_last(p, SK_SYNTAX_ERROR, "expected ':'");
    SkAstSeq body;
    if (!accept(p, SK_TOK_COLON) || !sk_parse_block(p, "'case' statement", start.lineno, &body))
        return NULL;
    SkAstMatchCase *node = NEW(p, MatchCase, start);
    if (node) {
        node->pattern = matched;
        node->guard = guard;
        node->body = body;
    }
    return (SkAst *)node;
}

/* star_named (',' ...)* */
static SkAst *subject(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = sk_parse_star_named(p);
    if (!first || (kind(p) != SK_TOK_COMMA && first->kind != SK_AST_Starred))
        return p->failed ? NULL : first;
    if (kind(p) != SK_TOK_COMMA)
        return NULL;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_COMMA) && kind(p) != SK_TOK_COLON && kind(p) != SK_TOK_NEWLINE) {
        SkAst *next = sk_parse_star_named(p);
        if (!next || !sk_parser_push(p, next))
            return NULL;
    }
    SkAstTuple *tuple = p->failed ? NULL : NEW(p, Tuple, start);
    if (!tuple)
        return NULL;
    tuple->elts = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)tuple;
}

/* Can what follows the word "match" begin a subject? Spares ordinary uses of the name the attempt. */
static bool may_be_subject(SkParser *p)
{
    switch (kind_at(p, 1)) {
    case SK_TOK_NAME: case SK_TOK_NUMBER: case SK_TOK_STRING: case SK_TOK_FSTRING_START: case SK_TOK_TSTRING_START:
    case SK_TOK_LPAR: case SK_TOK_LSQB: case SK_TOK_LBRACE: case SK_TOK_STAR: case SK_TOK_MINUS: case SK_TOK_PLUS:
    case SK_TOK_TILDE: case SK_TOK_NOT: case SK_TOK_LAMBDA: case SK_TOK_AWAIT: case SK_TOK_NONE: case SK_TOK_TRUE:
    case SK_TOK_FALSE: case SK_TOK_ELLIPSIS: return true;
    default: return false;
    }
}

SkAst *sk_parse_match(SkParser *p)
{
    if (!may_be_subject(p))
        return NULL;
    SkPos start = here(p);
    uint32_t mark = p->top;
    bool call_like = kind_at(p, 1) == SK_TOK_LPAR || kind_at(p, 1) == SK_TOK_LSQB || kind_at(p, 1) == SK_TOK_STAR ||
                     kind_at(p, 1) == SK_TOK_MINUS || kind_at(p, 1) == SK_TOK_PLUS;
    bool invalid = p->invalid;
    p->invalid = invalid && !call_like;
    p->pos++;
    SkAst *value = subject(p);
    p->invalid = invalid;
    if (!value)
        return NULL;
    if (kind(p) == SK_TOK_NEWLINE && p->invalid && !call_like)
        return sk_fail_last(p, SK_SYNTAX_ERROR, "expected ':'");
    if (!accept(p, SK_TOK_COLON) || !accept(p, SK_TOK_NEWLINE))
        return NULL;
    if (!accept(p, SK_TOK_INDENT))
        return p->failed ? NULL
                         : sk_fail_last(p, SK_SYNTAX_INDENTATION,
                                        "expected an indented block after 'match' statement on line %d", start.lineno);
    if (!is_name(p, p->name_case) || !enter(p, SK_DEPTH_BLOCK))
        return NULL;
    while (is_name(p, p->name_case)) {
        SkAst *node = case_block(p);
        if (p->failed)
            return NULL;
        if (!node || !sk_parser_push(p, node)) {
            p->depth -= SK_DEPTH_BLOCK;
            return NULL;
        }
    }
    p->depth -= SK_DEPTH_BLOCK;
    if (!accept(p, SK_TOK_DEDENT))
        return NULL;
    SkAstMatch *node = NEW(p, Match, start);
    if (!node)
        return NULL;
    node->subject = value;
    node->cases = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}
