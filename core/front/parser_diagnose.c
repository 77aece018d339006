/* Well-known mistakes, looked for in the second pass.
 *
 * Each function is called at the position where the construct that failed would begin, tries the shapes of
 * the mistake in order, and reports the first that fits. Otherwise it rewinds. What counts as which mistake follows the
 * messages that CPython 3.14 gives. */
#include "core/front/parser_internal.h"

/* Run `body` with the position (and the sequence stack) rewound behind it. */
#define TRY(p, body)                          \
    do {                                      \
        uint32_t pos_ = (p)->pos, top_ = (p)->top; \
        body;                                 \
        if ((p)->failed)                      \
            return;                           \
        (p)->pos = pos_;                      \
        (p)->top = top_;                      \
    } while (0)

static bool is_legacy(SkParser *p, const SkAst *e)
{
    return e->kind == SK_AST_Name &&
           (SK_AST(Name, e)->id == p->name_print || SK_AST(Name, e)->id == p->name_exec);
}

static bool is_soft_keyword(SkParser *p)
{
    const SkName *name = token(p)->name;
    return kind(p) == SK_TOK_NAME &&
           (name == p->name_match || name == p->name_case || name == p->name_type || name == p->name_wildcard);
}

/* ---- expression ---- */

static void broken_string(SkParser *p)
{
    SkAst *first = NULL, *last = NULL;
    if (!accept(p, SK_TOK_STRING))
        return;
    bool apart = p->memo_apart;
    p->memo_apart = true; /* else mistakes inside the expressions would not be seen any more */
    while (kind(p) != SK_TOK_STRING) {
        SkAst *next = sk_parse_expression_quiet(p);
        if (!next)
            break;
        first = first ? first : next;
        last = next;
    }
    p->memo_apart = apart;
    if (first && kind(p) == SK_TOK_STRING)
        FAIL_RANGE(p, first, last, "invalid syntax. Is this intended to be part of the string?");
}

static void missing_comma(SkParser *p)
{
    if (is_soft_keyword(p) || (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_STRING))
        return;
    SkAst *a = sk_parse_disjunction(p);
    SkAst *b = a ? sk_parse_expression_quiet(p) : NULL;
    if (a && !b && !p->failed && kind(p) == SK_TOK_LBRACE) { /* braces never go on from an expression */
        bool apart = p->memo_apart;
        p->memo_apart = true;
        sk_parse_atom(p);
        p->memo_apart = apart;
        return;
    }
    if (!b || p->failed || is_legacy(p, a) || p->tokens[p->pos - 1].level == 0)
        return;
    FAIL_RANGE(p, a, b, "invalid syntax. Perhaps you forgot a comma?");
}

static void broken_conditional(SkParser *p)
{
    SkAst *a = sk_parse_disjunction(p);
    SkAst *b = a && accept(p, SK_TOK_IF) ? sk_parse_disjunction(p) : NULL;
    if (!b)
        return;
    if (kind(p) != SK_TOK_ELSE) {
        if (kind(p) != SK_TOK_COLON)
            FAIL_RANGE(p, a, b, "expected 'else' after 'if' expression");
        return;
    }
    p->pos++;
    uint32_t pos = p->pos;
    if (!sk_parse_expression(p) && !p->failed)
        FAIL_TOKEN(p, &p->tokens[pos], "expected expression after 'else', but statement is given");
}

static void statement_conditional(SkParser *p)
{
    SkTokenKind k = kind(p);
    if (k != SK_TOK_PASS && k != SK_TOK_BREAK && k != SK_TOK_CONTINUE)
        return;
    SkToken word = *token(p);
    p->pos++;
    if (!accept(p, SK_TOK_IF) || !sk_parse_disjunction(p) || !accept(p, SK_TOK_ELSE))
        return;
    k = kind(p);
    if (k == SK_TOK_PASS || k == SK_TOK_BREAK || k == SK_TOK_CONTINUE || k == SK_TOK_IMPORT || k == SK_TOK_RETURN ||
        k == SK_TOK_RAISE || sk_parse_expression(p))
        FAIL_TOKEN(p, &word, "expected expression before 'if', but statement is given");
}

static void lambda_in_field(SkParser *p)
{
    SkToken lambda = *token(p);
    if (lambda.kind != SK_TOK_LAMBDA)
        return;
    p->pos++;
    if (!sk_parse_parameters(p, true) || kind(p) != SK_TOK_COLON)
        return;
    SkTokenKind next = kind_at(p, 1);
    /* In a spec the lexer is in the text of the string again. */
    const SkLexer *lexer = &p->lexer;
    bool in_spec = next == SK_TOK_FSTRING_MIDDLE || next == SK_TOK_TSTRING_MIDDLE ||
                   (next == SK_TOK_RBRACE && lexer->fstring_top >= 0 && p->pos + 2 == p->fill);
    if (in_spec)
        FAIL_TOKENS(p, &lambda, token(p), "%c-string: lambda expressions are not allowed without parentheses",
                    next == SK_TOK_TSTRING_MIDDLE ||
                            (lexer->fstring_top >= 0 && lexer->fstrings[lexer->fstring_top].template)
                        ? 't'
                        : 'f');
}

static void legacy_call(SkParser *p)
{
    if (kind(p) != SK_TOK_NAME || kind_at(p, 1) == SK_TOK_LPAR)
        return;
    SkAst *a = sk_parse_name(p);
    SkAst *b = a ? sk_parse_star_expressions(p) : NULL;
    if (b && is_legacy(p, a))
        FAIL_RANGE(p, a, b, "Missing parentheses in call to '%s'. Did you mean %s(...)?", SK_AST(Name, a)->id->utf8,
                   SK_AST(Name, a)->id->utf8);
}

void sk_diagnose_expression(SkParser *p)
{
    TRY(p, broken_string(p));
    TRY(p, missing_comma(p));
    TRY(p, broken_conditional(p));
    TRY(p, statement_conditional(p));
    TRY(p, lambda_in_field(p));
    TRY(p, legacy_call(p));
}

/* ---- named_expression: '=' where a comparison was meant ---- */

static void walrus_target(SkParser *p)
{
    SkAst *a = sk_parse_expression(p);
    if (a && accept(p, SK_TOK_WALRUS) && sk_parse_expression(p))
        FAIL_NODE(p, a, "cannot use assignment expressions with %s", sk_expr_description(a));
}

static bool equals_then_operand(SkParser *p, SkAst **right)
{
    if (!accept(p, SK_TOK_EQUAL))
        return false;
    *right = sk_parse_bitwise_or(p);
    return *right && kind(p) != SK_TOK_EQUAL && kind(p) != SK_TOK_WALRUS;
}

static void name_equals(SkParser *p)
{
    if (kind(p) != SK_TOK_NAME || kind_at(p, 1) != SK_TOK_EQUAL)
        return;
    SkAst *right, *a = sk_parse_name(p);
    if (a && equals_then_operand(p, &right))
        FAIL_RANGE(p, a, right, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static void value_equals(SkParser *p)
{
    SkTokenKind k = kind(p);
    if (k == SK_TOK_TRUE || k == SK_TOK_FALSE || k == SK_TOK_NONE)
        return;
    if (k == SK_TOK_LSQB || k == SK_TOK_LPAR) {
        uint32_t pos = p->pos;
        SkAst *atom = sk_parse_atom(p);
        if (p->failed)
            return;
        if (atom && (atom->kind == SK_AST_List || (atom->kind == SK_AST_Tuple && atom->lineno == p->tokens[pos].lineno &&
                                                   atom->col_offset == p->tokens[pos].col) ||
                     (atom->kind == SK_AST_GeneratorExp && !atom->parenthesized)))
            return;
        p->pos = pos;
    }
    SkAst *right, *a = sk_parse_bitwise_or(p);
    if (a && equals_then_operand(p, &right))
        FAIL_NODE(p, a, "cannot assign to %s here. Maybe you meant '==' instead of '='?", sk_expr_description(a));
}

void sk_diagnose_named(SkParser *p)
{
    TRY(p, walrus_target(p));
    TRY(p, name_equals(p));
    TRY(p, value_equals(p));
}

/* ---- assignment ---- */

/* list | tuple | '(' one of them ')' */
static void annotated_display(SkParser *p)
{
    if (kind(p) != SK_TOK_LSQB && kind(p) != SK_TOK_LPAR)
        return;
    SkAst *a = sk_parse_atom(p);
    if (!a || (a->kind != SK_AST_List && a->kind != SK_AST_Tuple))
        return;
    if (accept(p, SK_TOK_COLON) && sk_parse_expression(p))
        FAIL_NODE(p, a, "only single target (not %s) can be annotated", sk_expr_description(a));
}

static void annotated_tuple(SkParser *p)
{
    SkAst *a = sk_parse_star_named(p);
    if (!a || !accept(p, SK_TOK_COMMA))
        return;
    for (;;) { /* commas may be missing here */
        uint32_t pos = p->pos;
        if (!sk_parse_star_named(p)) {
            if (p->failed)
                return;
            p->pos = pos;
            break;
        }
        accept(p, SK_TOK_COMMA);
    }
    if (accept(p, SK_TOK_COLON) && sk_parse_expression(p))
        FAIL_NODE(p, a, "only single target (not tuple) can be annotated");
}

static void annotated_expression(SkParser *p)
{
    SkAst *a = sk_parse_expression(p);
    if (a && accept(p, SK_TOK_COLON) && sk_parse_expression(p))
        FAIL_NODE(p, a, "illegal target for annotation");
}

static void assigned_value(SkParser *p)
{
    for (;;) {
        uint32_t pos = p->pos;
        SkAst *target = sk_parse_star_targets(p);
        if (p->failed)
            return;
        if (!target || !accept(p, SK_TOK_EQUAL)) {
            p->pos = pos;
            break;
        }
    }
    if (kind(p) == SK_TOK_YIELD) {
        SkAst *yield = sk_parse_yield(p);
        if (yield && kind(p) == SK_TOK_EQUAL)
            FAIL_NODE(p, yield, "assignment to yield expression not possible");
        return;
    }
    SkAst *a = sk_parse_star_expressions(p);
    if (a && kind(p) == SK_TOK_EQUAL)
        sk_fail_target(p, a, SK_TARGET_STAR);
}

static void augmented_value(SkParser *p)
{
    SkAst *a = sk_parse_star_expressions(p);
    if (!a || kind(p) < SK_TOK_VBAREQUAL || kind(p) > SK_TOK_DOUBLESTAREQUAL)
        return;
    p->pos++;
    if (sk_parse_annotated_rhs(p))
        FAIL_NODE(p, a, "'%s' is an illegal expression for augmented assignment", sk_expr_description(a));
}

void sk_diagnose_assignment(SkParser *p)
{
    TRY(p, annotated_display(p));
    TRY(p, annotated_tuple(p));
    TRY(p, annotated_expression(p));
    TRY(p, assigned_value(p));
    TRY(p, augmented_value(p));
}

/* ---- brackets ---- */

static void star_in_group(SkParser *p)
{
    SkPos start;
    if (!accept(p, SK_TOK_LPAR))
        return;
    start = here(p);
    bool doubled = kind(p) == SK_TOK_DOUBLESTAR;
    SkToken stars = *token(p);
    if (!doubled && kind(p) != SK_TOK_STAR)
        return;
    SkAst *value;
    if (doubled) {
        p->pos++;
        value = sk_parse_expression(p);
    } else {
        value = sk_parse_starred_argument(p);
    }
    if (!value || kind(p) != SK_TOK_RPAR)
        return;
    if (doubled)
        FAIL_TOKEN(p, &stars, "cannot use double starred expression here");
    else
        sk_fail_at(p, SK_SYNTAX_ERROR, start.lineno, start.col, value->end_lineno, value->end_col_offset,
                   "cannot use starred expression here");
}

void sk_diagnose_group(SkParser *p)
{
    TRY(p, star_in_group(p));
}

static void starred_comprehension(SkParser *p)
{
    SkAstSeq clauses;
    p->pos++;
    if (kind(p) != SK_TOK_STAR)
        return;
    SkAst *value = sk_parse_starred_argument(p);
    if (value && sk_parse_comprehensions(p, &clauses))
        FAIL_NODE(p, value, "iterable unpacking cannot be used in comprehension");
}

static void bare_comprehension_target(SkParser *p)
{
    SkAstSeq clauses;
    if (kind(p) != SK_TOK_LSQB && kind(p) != SK_TOK_LBRACE)
        return;
    p->pos++;
    SkAst *first = sk_parse_star_named(p), *last = NULL;
    if (!first || kind(p) != SK_TOK_COMMA)
        return;
    SkToken comma = *token(p);
    while (accept(p, SK_TOK_COMMA)) {
        uint32_t pos = p->pos;
        SkAst *next = sk_parse_star_named(p);
        if (p->failed)
            return;
        if (!next) {
            p->pos = pos;
            break;
        }
        last = next;
    }
    if (!sk_parse_comprehensions(p, &clauses))
        return;
    if (last)
        FAIL_RANGE(p, first, last, "did you forget parentheses around the comprehension target?");
    else
        sk_fail_at(p, SK_SYNTAX_ERROR, first->lineno, first->col_offset, comma.end_lineno, comma.end_col,
                   "did you forget parentheses around the comprehension target?");
}

static void unpacked_comprehension(SkParser *p)
{
    SkAstSeq clauses;
    bool brace = kind(p) == SK_TOK_LBRACE;
    p->pos++;
    SkToken stars = *token(p);
    if (!brace || !accept(p, SK_TOK_DOUBLESTAR) || !sk_parse_bitwise_or(p) || !sk_parse_comprehensions(p, &clauses))
        return;
    FAIL_TOKEN(p, &stars, "dict unpacking cannot be used in dict comprehension");
}

void sk_diagnose_comprehension(SkParser *p)
{
    TRY(p, starred_comprehension(p));
    TRY(p, bare_comprehension_target(p));
    TRY(p, unpacked_comprehension(p));
}

/* key ':' value, or what stands instead of one. True: an item. */
static bool dict_item(SkParser *p)
{
    if (accept(p, SK_TOK_DOUBLESTAR))
        return sk_parse_bitwise_or(p) != NULL;
    SkAst *key = sk_parse_expression(p);
    return key && accept(p, SK_TOK_COLON) && sk_parse_expression(p);
}

static void broken_dict_item(SkParser *p, bool first)
{
    SkAst *key = sk_parse_expression(p);
    if (!key)
        return;
    if (kind(p) != SK_TOK_COLON) {
        if (!first)
            sk_fail_at(p, SK_SYNTAX_ERROR, key->lineno, key->end_col_offset - 1, key->end_lineno, -1,
                       "':' expected after dictionary key");
        return;
    }
    SkToken colon = *token(p);
    p->pos++;
    if (!first && (kind(p) == SK_TOK_STAR)) {
        SkToken star = *token(p);
        p->pos++;
        if (sk_parse_bitwise_or(p))
            FAIL_FROM(p, star.lineno, star.col, "cannot use a starred expression in a dictionary value");
        return;
    }
    if (kind(p) == SK_TOK_RBRACE || kind(p) == SK_TOK_COMMA)
        FAIL_TOKEN(p, &colon, "expression expected after dictionary key and ':'");
}

static void first_dict_value(SkParser *p)
{
    p->pos++;
    SkAst *key = sk_parse_expression(p);
    if (!key || !accept(p, SK_TOK_COLON) || kind(p) != SK_TOK_STAR)
        return;
    SkToken star = *token(p);
    p->pos++;
    if (sk_parse_bitwise_or(p))
        FAIL_FROM(p, star.lineno, star.col, "cannot use a starred expression in a dictionary value");
}

static void broken_dict(SkParser *p)
{
    uint32_t pos = ++p->pos;
    bool first = true;
    while (dict_item(p)) {
        pos = p->pos;
        if (!accept(p, SK_TOK_COMMA))
            return;
        first = false;
        pos = p->pos;
    }
    if (p->failed)
        return;
    p->pos = pos;
    broken_dict_item(p, first);
}

void sk_diagnose_dict(SkParser *p)
{
    TRY(p, broken_dict(p));
    TRY(p, first_dict_value(p));
}

/* ---- calls ---- */

static void starred_assignment(SkParser *p)
{
    SkToken star = *token(p);
    p->pos++;
    if (!sk_parse_expression(p) || !accept(p, SK_TOK_EQUAL))
        return;
    SkAst *right = sk_parse_expression(p);
    if (right)
        sk_fail_at(p, SK_SYNTAX_ERROR, star.lineno, star.col, right->end_lineno, right->end_col_offset,
                   "cannot assign to iterable argument unpacking");
}

void sk_diagnose_starred(SkParser *p)
{
    TRY(p, starred_assignment(p));
}

static void constant_keyword(SkParser *p)
{
    SkTokenKind k = kind(p);
    if ((k == SK_TOK_TRUE || k == SK_TOK_FALSE || k == SK_TOK_NONE) && kind_at(p, 1) == SK_TOK_EQUAL)
        FAIL_TOKENS(p, token(p), token_at(p, 1), "cannot assign to %s", sk_token_text(k));
}

static void generator_keyword(SkParser *p)
{
    SkAstSeq clauses;
    if (kind(p) != SK_TOK_NAME || kind_at(p, 1) != SK_TOK_EQUAL)
        return;
    SkToken name = *token(p), equal = *token_at(p, 1);
    p->pos += 2;
    if (sk_parse_expression(p) && sk_parse_comprehensions(p, &clauses))
        FAIL_TOKENS(p, &name, &equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static void expression_keyword(SkParser *p)
{
    if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_EQUAL)
        return;
    SkAst *a = sk_parse_expression(p);
    if (a && kind(p) == SK_TOK_EQUAL) {
        const SkToken *equal = token(p);
        sk_fail_at(p, SK_SYNTAX_ERROR, a->lineno, a->col_offset, equal->end_lineno, equal->end_col,
                   "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
}

static void unpacking_keyword(SkParser *p)
{
    SkToken stars = *token(p);
    if (!accept(p, SK_TOK_DOUBLESTAR) || !sk_parse_expression(p) || !accept(p, SK_TOK_EQUAL))
        return;
    SkAst *b = sk_parse_expression(p);
    if (b)
        sk_fail_at(p, SK_SYNTAX_ERROR, stars.lineno, stars.col, b->end_lineno, b->end_col_offset,
                   "cannot assign to keyword argument unpacking");
}

void sk_diagnose_kwarg(SkParser *p)
{
    TRY(p, constant_keyword(p));
    TRY(p, generator_keyword(p));
    TRY(p, expression_keyword(p));
    TRY(p, unpacking_keyword(p));
}

static void fail_bare_generator(SkParser *p, const SkAst *elt, const SkAstSeq *clauses)
{
    const SkAstComprehension *last = SK_AST(Comprehension, clauses->items[clauses->count - 1]);
    const SkAst *end = last->ifs.count ? last->ifs.items[last->ifs.count - 1] : last->iter;
    FAIL_RANGE(p, elt, end, "Generator expression must be parenthesized");
}

static void star_after_unpacking(SkParser *p)
{
    SkCallArgs args;
    if (!sk_parse_args(p, &args) || !args.keywords.count || kind(p) != SK_TOK_COMMA)
        return;
    SkToken comma = *token(p);
    p->pos++;
    if (kind(p) != SK_TOK_STAR)
        return;
    bool any = false;
    while (accept(p, SK_TOK_STAR)) {
        if (!sk_parse_expression(p) || kind(p) == SK_TOK_EQUAL)
            break;
        any = true;
        if (kind(p) != SK_TOK_COMMA || kind_at(p, 1) != SK_TOK_STAR)
            break;
        p->pos++;
    }
    if (any)
        FAIL_FROM(p, comma.lineno, comma.col, "iterable argument unpacking follows keyword argument unpacking");
}

static void generator_first(SkParser *p)
{
    SkAstSeq clauses;
    SkAst *elt = sk_parse_expression(p);
    if (!elt || !sk_parse_comprehensions(p, &clauses) || !accept(p, SK_TOK_COMMA))
        return;
    uint32_t pos = p->pos;
    SkCallArgs args;
    if (!sk_parse_args(p, &args))
        return;
    if (!args.any)
        p->pos = pos;
    fail_bare_generator(p, elt, &clauses);
}

static void empty_keyword(SkParser *p)
{
    SkCallArgs args;
    uint32_t pos = p->pos;
    for (int with_args = 1; with_args >= 0 && !p->failed; with_args--) {
        p->pos = pos;
        if (with_args && (!sk_parse_args(p, &args) || !args.any || !accept(p, SK_TOK_COMMA)))
            continue;
        if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_EQUAL &&
            (kind_at(p, 2) == SK_TOK_COMMA || kind_at(p, 2) == SK_TOK_RPAR))
            FAIL_TOKENS(p, token(p), token_at(p, 1), "expected argument value expression");
    }
}

static void generator_last(SkParser *p)
{
    SkCallArgs args;
    SkAstSeq clauses;
    if (!sk_parse_args(p, &args) || !args.any)
        return;
    uint32_t pos = p->pos;
    if (sk_parse_comprehensions(p, &clauses)) {
        if (args.args.count > 1)
            fail_bare_generator(p, args.args.items[args.args.count - 1], &clauses);
        return;
    }
    if (p->failed)
        return;
    p->pos = pos;
    if (!accept(p, SK_TOK_COMMA))
        return;
    uint32_t behind = p->pos;
    SkAst *elt = sk_parse_expression(p);
    if (elt && sk_parse_comprehensions(p, &clauses)) {
        fail_bare_generator(p, elt, &clauses);
        return;
    }
    if (p->failed)
        return;
    SkCallArgs more;
    p->pos = behind;
    if (!sk_parse_args(p, &more) || !more.any)
        return;
    bool unpacked = false;
    for (uint32_t i = 0; i < args.keywords.count; i++)
        unpacked |= !SK_AST(Keyword, args.keywords.items[i])->arg;
    sk_fail_last(p, SK_SYNTAX_ERROR, unpacked ? "positional argument follows keyword argument unpacking"
                                              : "positional argument follows keyword argument");
}

void sk_diagnose_arguments(SkParser *p)
{
    TRY(p, star_after_unpacking(p));
    TRY(p, generator_first(p));
    TRY(p, generator_keyword(p));
    TRY(p, empty_keyword(p));
    TRY(p, generator_last(p));
}

/* ---- parameters ---- */

/* NAME [':' annotation] ['=' default]; a starred one stops at the '='. */
static bool param(SkParser *p, bool lambda, bool starred, bool *has_default, SkToken *whole)
{
    *has_default = false;
    if (kind(p) != SK_TOK_NAME)
        return false;
    *whole = *token(p);
    p->pos++;
    if (!lambda && accept(p, SK_TOK_COLON)) {
        SkAst *annotation = sk_parse_expression(p);
        if (!annotation)
            return false;
        whole->end_lineno = annotation->end_lineno;
        whole->end_col = annotation->end_col_offset;
    }
    if (kind(p) == SK_TOK_EQUAL) {
        *has_default = true;
        if (starred)
            return true;
        uint32_t pos = p->pos++;
        if (kind(p) == SK_TOK_RPAR || kind(p) == SK_TOK_COMMA) {
            FAIL_TOKEN(p, &p->tokens[pos], "expected default value expression");
            return false;
        }
        if (!sk_parse_expression(p))
            return false;
    }
    return true;
}

static void parenthesized_params(SkParser *p, bool lambda)
{
    SkToken open = *token(p), whole;
    bool has_default, any = false;
    p->pos++;
    while (param(p, lambda, false, &has_default, &whole) && !has_default) {
        any = true;
        if (!accept(p, SK_TOK_COMMA))
            break;
    }
    if (any && kind(p) == SK_TOK_RPAR)
        FAIL_TOKENS(p, &open, token(p), "%s parameters cannot be parenthesized", lambda ? "Lambda expression" : "Function");
}

/* '*' was read. False: stop looking. */
static bool after_star(SkParser *p, bool lambda, const SkToken *star)
{
    SkTokenKind close = lambda ? SK_TOK_COLON : SK_TOK_RPAR;
    bool has_default;
    SkToken whole;
    if (kind(p) == close ||
        (kind(p) == SK_TOK_COMMA && (kind_at(p, 1) == close || kind_at(p, 1) == SK_TOK_DOUBLESTAR))) {
        if (lambda)
            sk_fail_last(p, SK_SYNTAX_ERROR, "named arguments must follow bare *");
        else
            FAIL_TOKEN(p, star, "named arguments must follow bare *");
        return false;
    }
    if (kind(p) == SK_TOK_COMMA)
        return true;
    uint32_t pos = p->pos;
    bool ok = param(p, lambda, true, &has_default, &whole);
    if (has_default && !p->failed) {
        while (p->tokens[pos].kind != SK_TOK_EQUAL)
            pos++;
        FAIL_TOKEN(p, &p->tokens[pos], "var-positional argument cannot have default value");
    }
    return ok && !p->failed;
}

static void after_double_star(SkParser *p, bool lambda)
{
    bool has_default;
    SkToken whole;
    uint32_t pos = p->pos;
    bool ok = param(p, lambda, true, &has_default, &whole);
    if (has_default && !p->failed) {
        while (p->tokens[pos].kind != SK_TOK_EQUAL)
            pos++;
        FAIL_TOKEN(p, &p->tokens[pos], "var-keyword argument cannot have default value");
        return;
    }
    if (!ok || !accept(p, SK_TOK_COMMA))
        return;
    SkTokenKind k = kind(p);
    whole = *token(p);
    if (k == SK_TOK_STAR || k == SK_TOK_DOUBLESTAR || k == SK_TOK_SLASH || param(p, lambda, false, &has_default, &whole))
        FAIL_TOKEN(p, &whole, "arguments cannot follow var-keyword argument");
}

/* A comma, or a parameter without a default, makes it one. */
static void second_star(SkParser *p, bool lambda, const SkToken *star)
{
    bool has_default;
    SkToken whole;
    p->pos++;
    if (kind(p) != SK_TOK_COMMA) {
        if (!param(p, lambda, true, &has_default, &whole) || has_default ||
            (kind(p) != SK_TOK_COMMA && kind(p) != (lambda ? SK_TOK_COLON : SK_TOK_RPAR)))
            return;
    }
    FAIL_TOKEN(p, star, "* argument may appear only once");
}

static void parameter_list(SkParser *p, bool lambda)
{
    SkTokenKind close = lambda ? SK_TOK_COLON : SK_TOK_RPAR;
    bool slash = false, star = false, default_seen = false, has_default, first = true;
    while (kind(p) != close && !p->failed) {
        SkToken t = *token(p);
        if (t.kind == SK_TOK_SLASH) {
            if (first && kind_at(p, 1) == SK_TOK_COMMA)
                FAIL_TOKEN(p, &t, "at least one argument must precede /");
            else if (star)
                FAIL_TOKEN(p, &t, "/ must be ahead of *");
            else if (slash)
                FAIL_TOKEN(p, &t, "/ may appear only once");
            else if (kind_at(p, 1) == SK_TOK_STAR)
                FAIL_TOKEN(p, token_at(p, 1), "expected comma between / and *");
            p->pos++;
            slash = true;
        } else if (t.kind == SK_TOK_STAR) {
            if (star) {
                second_star(p, lambda, &t);
                return;
            }
            star = true;
            p->pos++;
            if (!after_star(p, lambda, &t))
                return;
        } else if (t.kind == SK_TOK_DOUBLESTAR) {
            p->pos++;
            after_double_star(p, lambda);
            return;
        } else if (t.kind == SK_TOK_LPAR) {
            if (!default_seen && !star)
                parenthesized_params(p, lambda);
            return;
        } else {
            SkToken whole;
            if (!param(p, lambda, false, &has_default, &whole))
                return;
            if (!star && default_seen && !has_default && (kind(p) == SK_TOK_COMMA || kind(p) == close)) {
                FAIL_TOKEN(p, &whole, "parameter without a default follows parameter with a default");
                return;
            }
            default_seen |= has_default;
        }
        first = false;
        if (!accept(p, SK_TOK_COMMA))
            return;
    }
}

void sk_diagnose_parameters(SkParser *p, bool lambda)
{
    TRY(p, parameter_list(p, lambda));
}

/* ---- statements ---- */

static void for_target(SkParser *p)
{
    accept(p, SK_TOK_ASYNC);
    if (!accept(p, SK_TOK_FOR))
        return;
    SkAst *a = sk_parse_star_expressions(p);
    if (a)
        sk_fail_target(p, a, SK_TARGET_FOR);
}

void sk_diagnose_for_target(SkParser *p)
{
    TRY(p, for_target(p));
}

static void import_alias(SkParser *p)
{
    p->pos++;
    if (kind(p) == SK_TOK_NAME) {
        SkTokenKind next = kind_at(p, 1);
        if (next == SK_TOK_COMMA || next == SK_TOK_RPAR || next == SK_TOK_SEMI || next == SK_TOK_NEWLINE)
            return;
    }
    SkAst *a = sk_parse_expression(p);
    if (a)
        FAIL_NODE(p, a, "cannot use %s as import target", sk_expr_description(a));
}

void sk_diagnose_import_alias(SkParser *p)
{
    TRY(p, import_alias(p));
}

/* Items of a with statement that end in a newline. */
static void with_line(SkParser *p, bool parentheses)
{
    p->pos++;
    if (parentheses && !accept(p, SK_TOK_LPAR))
        return;
    for (;;) {
        if (!sk_parse_expression(p) || (accept(p, SK_TOK_AS) && !sk_parse_star_target(p)))
            return;
        if (!accept(p, SK_TOK_COMMA))
            break;
        if (parentheses && kind(p) == SK_TOK_RPAR)
            break;
    }
    if (parentheses && !accept(p, SK_TOK_RPAR))
        return;
    if (kind(p) == SK_TOK_NEWLINE)
        sk_fail_last(p, SK_SYNTAX_ERROR, "expected ':'");
}

void sk_diagnose_with(SkParser *p)
{
    TRY(p, with_line(p, false));
    TRY(p, with_line(p, true));
}

/* ---- replacement fields of f-strings ---- */

static void broken_field(SkParser *p, char letter)
{
    p->pos++;
    SkTokenKind k = kind(p);
    if (k == SK_TOK_EQUAL || k == SK_TOK_EXCLAMATION || k == SK_TOK_COLON || k == SK_TOK_RBRACE) {
        FAIL_TOKEN(p, token(p), "%c-string: valid expression required before '%s'", letter, sk_token_text(k));
        return;
    }
    if (!sk_parse_annotated_rhs(p)) {
        if (!p->failed)
            FAIL_TOKEN(p, token(p), "%c-string: expecting a valid expression after '{'", letter);
        return;
    }
    k = kind(p);
    if (k != SK_TOK_EQUAL && k != SK_TOK_EXCLAMATION && k != SK_TOK_COLON && k != SK_TOK_RBRACE) {
        if (!p->failed)
            FAIL_TOKEN(p, token(p), "%c-string: expecting '=', or '!', or ':', or '}'", letter);
        return;
    }
    if (accept(p, SK_TOK_EQUAL)) {
        k = kind(p);
        if (k != SK_TOK_EXCLAMATION && k != SK_TOK_COLON && k != SK_TOK_RBRACE) {
            if (!p->failed)
                FAIL_TOKEN(p, token(p), "%c-string: expecting '!', or ':', or '}'", letter);
            return;
        }
    }
    if (accept(p, SK_TOK_EXCLAMATION)) {
        k = kind(p);
        if (p->failed)
            return;
        if (k == SK_TOK_COLON || k == SK_TOK_RBRACE) {
            FAIL_TOKEN(p, token(p), "%c-string: missing conversion character", letter);
            return;
        }
        if (k != SK_TOK_NAME) {
            FAIL_TOKEN(p, token(p), "%c-string: invalid conversion character", letter);
            return;
        }
        p->pos++;
        k = kind(p);
        if (k != SK_TOK_COLON && k != SK_TOK_RBRACE) {
            if (!p->failed)
                FAIL_TOKEN(p, token(p), "%c-string: expecting ':' or '}'", letter);
            return;
        }
    }
    if (accept(p, SK_TOK_COLON)) {
        for (;;) {
            if (kind(p) == SK_TOK_FSTRING_MIDDLE || kind(p) == SK_TOK_TSTRING_MIDDLE)
                p->pos++;
            else if (kind(p) != SK_TOK_LBRACE || !sk_parse_spec_field(p, letter == 't'))
                break;
        }
        if (kind(p) != SK_TOK_RBRACE && !p->failed)
            FAIL_TOKEN(p, token(p), "%c-string: expecting '}', or format specs", letter);
        return;
    }
    if (kind(p) != SK_TOK_RBRACE && !p->failed)
        FAIL_TOKEN(p, token(p), "%c-string: expecting '}'", letter);
}

void sk_diagnose_field(SkParser *p, char letter)
{
    TRY(p, broken_field(p, letter));
}
