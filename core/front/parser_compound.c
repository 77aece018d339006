/* Statements with blocks. */
#include "core/front/parser_internal.h"

/* ':' or the error that says so when the line ends instead. */
static bool colon(SkParser *p)
{
    if (accept(p, SK_TOK_COLON))
        return true;
    if (kind(p) == SK_TOK_NEWLINE)
        sk_fail_last(p, SK_SYNTAX_ERROR, "expected ':'");
    return false;
}

/* A token without which the rule cannot go on, whatever stands there. */
static bool forced(SkParser *p, SkTokenKind k)
{
    if (accept(p, k))
        return true;
    if (!p->failed)
        FAIL_TOKEN(p, token(p), "expected '%s'", sk_token_text(k));
    return false;
}

bool sk_parse_block(SkParser *p, const char *what, int lineno, SkAstSeq *out)
{
    uint32_t mark = p->top;
    if (!accept(p, SK_TOK_NEWLINE)) {
        if (!sk_parse_simple_stmts(p))
            return false;
        *out = sk_parser_pop(p, mark);
        return !p->failed;
    }
    if (!accept(p, SK_TOK_INDENT)) {
        if (!p->failed)
            sk_fail_last(p, SK_SYNTAX_INDENTATION, "expected an indented block after %s on line %d", what, lineno);
        return false;
    }
    if (!enter(p, SK_DEPTH_BLOCK))
        return false;
    while (!accept(p, SK_TOK_DEDENT))
        if (p->failed || !sk_parse_statement(p)) {
            p->depth -= SK_DEPTH_BLOCK;
            return false;
        }
    p->depth -= SK_DEPTH_BLOCK;
    *out = sk_parser_pop(p, mark);
    return !p->failed;
}

static bool else_block(SkParser *p, SkAstSeq *out, bool after_if)
{
    *out = (SkAstSeq){NULL, 0};
    if (kind(p) != SK_TOK_ELSE)
        return !p->failed;
    int lineno = token(p)->lineno;
    p->pos++;
    if (!forced(p, SK_TOK_COLON) || !sk_parse_block(p, "'else' statement", lineno, out))
        return false;
    if (after_if && kind(p) == SK_TOK_ELIF) {
        sk_fail_last(p, SK_SYNTAX_ERROR, "'elif' block follows an 'else' block");
        return false;
    }
    return true;
}

/* A chain of elif is built from its end without recursion: the nodes wait on the stack. */
static SkAst *if_stmt(SkParser *p)
{
    uint32_t mark = p->top;
    const char *what = "'if' statement";
    do {
        SkPos start = here(p);
        p->pos++;
        SkAst *test = sk_parse_named(p);
        SkAstSeq body;
        if (!test || !colon(p) || !sk_parse_block(p, what, start.lineno, &body))
            return NULL;
        SkAstIf *node = NEW(p, If, start);
        if (!node || !sk_parser_push(p, (SkAst *)node))
            return NULL;
        node->test = test;
        node->body = body;
        what = "'elif' statement";
    } while (kind(p) == SK_TOK_ELIF);
    SkAstSeq orelse;
    if (!else_block(p, &orelse, true))
        return NULL;
    const SkToken *last = sk_parser_last(p);
    for (uint32_t i = p->top; i-- > mark;) {
        SkAst *node = p->stack[i];
        SK_AST(If, node)->orelse = orelse;
        node->end_lineno = last->end_lineno;
        node->end_col_offset = last->end_col;
        if (i > mark)
            orelse = sk_parser_single(p, node);
    }
    SkAst *first = p->stack[mark];
    p->top = mark;
    return p->failed ? NULL : first;
}

static SkAst *while_stmt(SkParser *p)
{
    SkPos start = here(p);
    p->pos++;
    SkAst *test = sk_parse_named(p);
    SkAstSeq body, orelse;
    if (!test || !colon(p) || !sk_parse_block(p, "'while' statement", start.lineno, &body) ||
        !else_block(p, &orelse, false))
        return NULL;
    SkAstWhile *node = NEW(p, While, start);
    if (node) {
        node->test = test;
        node->body = body;
        node->orelse = orelse;
    }
    return (SkAst *)node;
}

static SkAst *for_stmt(SkParser *p, SkPos start, bool is_async)
{
    uint32_t pos = p->pos;
    int lineno = token(p)->lineno;
    p->pos++;
    SkAst *target = sk_parse_star_targets(p);
    if (!target || !accept(p, SK_TOK_IN)) {
        p->pos = pos;
        if (p->invalid && !p->failed)
            sk_diagnose_for_target(p);
        return NULL;
    }
    SkAst *iter = sk_parse_star_expressions(p);
    SkAstSeq body, orelse;
    if (!iter || !colon(p) || !sk_parse_block(p, "'for' statement", lineno, &body) || !else_block(p, &orelse, false))
        return NULL;
    SkAstFor *node = (SkAstFor *)sk_parser_node(p, is_async ? SK_AST_AsyncFor : SK_AST_For, sizeof *node, start);
    if (node) {
        node->target = target;
        node->iter = iter;
        node->body = body;
        node->orelse = orelse;
    }
    return (SkAst *)node;
}

/* ---- with ---- */

static SkAst *with_item(SkParser *p)
{
    SkPos start = here(p);
    SkAst *context = sk_parse_expression(p), *vars = NULL;
    if (!context)
        return NULL;
    if (kind(p) == SK_TOK_AS) {
        uint32_t pos = p->pos++;
        vars = sk_parse_star_target(p);
        SkTokenKind next = kind(p);
        if (p->failed)
            return NULL;
        if (!vars || (next != SK_TOK_COMMA && next != SK_TOK_RPAR && next != SK_TOK_COLON)) {
            vars = NULL;
            p->pos = pos + 1;
            if (p->invalid) {
                SkAst *any = sk_parse_expression(p);
                next = kind(p);
                if (any && (next == SK_TOK_COMMA || next == SK_TOK_RPAR || next == SK_TOK_COLON))
                    sk_fail_target(p, any, SK_TARGET_STAR);
                if (p->failed)
                    return NULL;
            }
            p->pos = pos;
        }
    }
    SkAstWithItem *node = NEW(p, WithItem, start);
    if (node) {
        node->context_expr = context;
        node->optional_vars = vars;
    }
    return (SkAst *)node;
}

/* Items up to ':', in parentheses or not. */
static bool with_items(SkParser *p, bool parentheses)
{
    if (parentheses && !accept(p, SK_TOK_LPAR))
        return false;
    do {
        if (parentheses && kind(p) == SK_TOK_RPAR)
            break;
        SkAst *item = with_item(p);
        if (!item || !sk_parser_push(p, item))
            return false;
    } while (accept(p, SK_TOK_COMMA));
    return (!parentheses || accept(p, SK_TOK_RPAR)) && kind(p) == SK_TOK_COLON && !p->failed;
}

static SkAst *with_stmt(SkParser *p, SkPos start, bool is_async)
{
    uint32_t mark = p->top, keyword = p->pos;
    int lineno = token(p)->lineno;
    p->pos++;
    bool ok = kind(p) == SK_TOK_LPAR && kind_at(p, 1) != SK_TOK_RPAR && with_items(p, true);
    if (!ok && !p->failed) {
        p->top = mark;
        p->pos = keyword + 1;
        ok = with_items(p, false);
    }
    if (!ok) {
        p->pos = keyword;
        if (p->invalid && !p->failed)
            sk_diagnose_with(p);
        return NULL;
    }
    p->pos++;
    SkAstSeq items = sk_parser_pop(p, mark), body;
    if (p->failed || !sk_parse_block(p, "'with' statement", lineno, &body))
        return NULL;
    SkAstWith *node = (SkAstWith *)sk_parser_node(p, is_async ? SK_AST_AsyncWith : SK_AST_With, sizeof *node, start);
    if (node) {
        node->items = items;
        node->body = body;
    }
    return (SkAst *)node;
}

/* ---- try ---- */

/* The types of a handler: one expression, or several without parentheses when no "as" follows. */
static SkAst *handler_types(SkParser *p)
{
    SkPos start = here(p);
    SkAst *first = sk_parse_expression(p);
    if (!first || kind(p) != SK_TOK_COMMA)
        return p->failed ? NULL : first;
    uint32_t mark = p->top;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_COMMA)) {
        uint32_t pos = p->pos;
        SkAst *next = sk_parse_expression(p);
        if (p->failed)
            return NULL;
        if (!next) {
            p->pos = pos;
            break;
        }
        if (!sk_parser_push(p, next))
            return NULL;
    }
    bool bare_comma = p->top == mark + 1;
    if (kind(p) == SK_TOK_AS && !bare_comma) {
        p->top = mark;
        if (kind_at(p, 1) == SK_TOK_NAME && kind_at(p, 2) == SK_TOK_COLON)
            FAIL_FROM(p, first->lineno, first->col_offset,
                      "multiple exception types must be parenthesized when using 'as'");
        return NULL;
    }
    SkAstTuple *tuple = p->failed ? NULL : NEW(p, Tuple, start);
    if (!tuple)
        return NULL;
    tuple->elts = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)tuple;
}

typedef enum HandlerStyle { NO_HANDLER, PLAIN, STARRED } HandlerStyle;

static void fail_mixed(SkParser *p, const SkToken *except, bool star)
{
    SkToken from = *except, to = star ? *token_at(p, 0) : from;
    FAIL_TOKENS(p, &from, &to, "cannot have both 'except' and 'except*' on the same 'try'");
}

static SkAst *handler(SkParser *p, HandlerStyle *style)
{
    SkPos start = here(p);
    SkToken except = *token(p);
    p->pos++;
    bool star = kind(p) == SK_TOK_STAR;
    if (star && (kind_at(p, 1) == SK_TOK_NEWLINE || kind_at(p, 1) == SK_TOK_COLON)) {
        sk_fail_last(p, SK_SYNTAX_ERROR, "expected one or more exception types");
        return NULL;
    }
    if (*style != NO_HANDLER && star != (*style == STARRED)) {
        fail_mixed(p, &except, star);
        return NULL;
    }
    *style = star ? STARRED : PLAIN;
    p->pos += star;
    SkAst *type = NULL;
    const SkName *name = NULL;
    if (kind(p) != SK_TOK_COLON && kind(p) != SK_TOK_NEWLINE) {
        type = handler_types(p);
        if (!type)
            return NULL;
        if (kind(p) == SK_TOK_AS) {
            uint32_t pos = p->pos++;
            if (kind(p) == SK_TOK_NAME && (kind_at(p, 1) == SK_TOK_COLON || kind_at(p, 1) == SK_TOK_NEWLINE)) {
                name = token(p)->name;
                p->pos++;
            } else {
                SkAst *any = p->invalid ? sk_parse_expression(p) : NULL;
                if (any && kind(p) == SK_TOK_COLON)
                    FAIL_NODE(p, any, "cannot use except%s statement with %s", star ? "*" : "",
                              sk_expr_description(any));
                if (!p->failed)
                    p->pos = pos + 1;
                return NULL;
            }
        }
    }
    SkAstSeq body;
    if (!colon(p) || !sk_parse_block(p, star ? "'except*' statement" : "'except' statement", start.lineno, &body))
        return NULL;
    SkAstExceptHandler *node = NEW(p, ExceptHandler, start);
    if (node) {
        node->type = type;
        node->name = name;
        node->body = body;
    }
    return (SkAst *)node;
}

static SkAst *try_stmt(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAstSeq body, handlers, orelse = {NULL, 0}, finalbody = {NULL, 0};
    p->pos++;
    if (!forced(p, SK_TOK_COLON) || !sk_parse_block(p, "'try' statement", start.lineno, &body))
        return NULL;
    if (kind(p) != SK_TOK_EXCEPT && kind(p) != SK_TOK_FINALLY) {
        if (!p->failed)
            sk_fail_last(p, SK_SYNTAX_ERROR, "expected 'except' or 'finally' block");
        return NULL;
    }
    HandlerStyle style = NO_HANDLER;
    while (kind(p) == SK_TOK_EXCEPT) {
        SkAst *node = handler(p, &style);
        if (!node || !sk_parser_push(p, node))
            return NULL;
    }
    handlers = sk_parser_pop(p, mark);
    if (handlers.count && !else_block(p, &orelse, false))
        return NULL;
    if (kind(p) == SK_TOK_FINALLY) {
        int lineno = token(p)->lineno;
        p->pos++;
        if (!forced(p, SK_TOK_COLON) || !sk_parse_block(p, "'finally' statement", lineno, &finalbody))
            return NULL;
    }
    if (p->failed)
        return NULL;
    SkAstTry *node =
        (SkAstTry *)sk_parser_node(p, style == STARRED ? SK_AST_TryStar : SK_AST_Try, sizeof *node, start);
    if (node) {
        node->body = body;
        node->handlers = handlers;
        node->orelse = orelse;
        node->finalbody = finalbody;
    }
    return (SkAst *)node;
}

/* ---- def and class ---- */

static SkAst *function(SkParser *p, SkPos start, bool is_async, SkAstSeq decorators)
{
    int lineno = token(p)->lineno;
    p->pos++;
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    const SkName *name = token(p)->name;
    p->pos++;
    SkAstSeq params, body;
    uint32_t before = p->pos;
    if (!sk_parse_type_params(p, &params) && !p->failed) {
        params = (SkAstSeq){NULL, 0};
        p->pos = before; /* then "(" was expected where they begin */
    }
    if (p->failed || !forced(p, SK_TOK_LPAR))
        return NULL;
    SkAstArguments *args = sk_parse_parameters(p, false);
    if (!args || !accept(p, SK_TOK_RPAR))
        return NULL;
    SkAst *returns = NULL;
    uint32_t arrow = p->pos;
    if (accept(p, SK_TOK_ARROW)) {
        returns = sk_parse_expression(p);
        if (p->failed)
            return NULL;
        if (!returns)
            p->pos = arrow;
    }
    if (!forced(p, SK_TOK_COLON) || !sk_parse_block(p, "function definition", lineno, &body))
        return NULL;
    SkAstFunctionDef *node = (SkAstFunctionDef *)sk_parser_node(
        p, is_async ? SK_AST_AsyncFunctionDef : SK_AST_FunctionDef, sizeof *node, start);
    if (node) {
        node->name = name;
        node->args = args;
        node->body = body;
        node->decorator_list = decorators;
        node->returns = returns;
        node->type_params = params;
    }
    return (SkAst *)node;
}

static SkAst *class_def(SkParser *p, SkAstSeq decorators)
{
    SkPos start = here(p);
    p->pos++;
    if (kind(p) != SK_TOK_NAME)
        return NULL;
    const SkName *name = token(p)->name;
    p->pos++;
    SkAstSeq params, body;
    SkCallArgs args = {0};
    if (!sk_parse_type_params(p, &params))
        return NULL;
    if (accept(p, SK_TOK_LPAR) && !accept(p, SK_TOK_RPAR)) {
        uint32_t pos = p->pos;
        if (!sk_parse_args(p, &args))
            return NULL;
        if (args.any)
            accept(p, SK_TOK_COMMA);
        if (!args.any || !accept(p, SK_TOK_RPAR)) {
            if (p->invalid && !p->failed) {
                p->pos = pos;
                sk_diagnose_arguments(p);
            }
            return NULL;
        }
    }
    if (!colon(p) || !sk_parse_block(p, "class definition", start.lineno, &body))
        return NULL;
    SkAstClassDef *node = NEW(p, ClassDef, start);
    if (node) {
        node->name = name;
        node->bases = args.args;
        node->keywords = args.keywords;
        node->body = body;
        node->decorator_list = decorators;
        node->type_params = params;
    }
    return (SkAst *)node;
}

static SkAst *async_stmt(SkParser *p, SkAstSeq decorators)
{
    SkPos start = here(p);
    SkTokenKind next = kind_at(p, 1);
    p->pos++;
    if (next == SK_TOK_DEF)
        return function(p, start, true, decorators);
    if (decorators.count)
        return NULL;
    return next == SK_TOK_FOR    ? for_stmt(p, start, true)
           : next == SK_TOK_WITH ? with_stmt(p, start, true)
                                 : NULL;
}

static SkAst *decorated(SkParser *p)
{
    uint32_t mark = p->top;
    while (accept(p, SK_TOK_AT)) {
        SkAst *decorator = sk_parse_named(p);
        if (!decorator || !accept(p, SK_TOK_NEWLINE) || !sk_parser_push(p, decorator))
            return NULL;
    }
    SkAstSeq decorators = sk_parser_pop(p, mark);
    if (p->failed)
        return NULL;
    switch (kind(p)) {
    case SK_TOK_DEF: return function(p, here(p), false, decorators);
    case SK_TOK_CLASS: return class_def(p, decorators);
    case SK_TOK_ASYNC: return async_stmt(p, decorators);
    default: return NULL;
    }
}

SkAst *sk_parse_compound(SkParser *p, bool *is_compound)
{
    uint32_t top = p->top, pos = p->pos;
    SkAst *node = NULL;
    *is_compound = true;
    switch (kind(p)) {
    case SK_TOK_IF: node = if_stmt(p); break;
    case SK_TOK_WHILE: node = while_stmt(p); break;
    case SK_TOK_FOR: node = for_stmt(p, here(p), false); break;
    case SK_TOK_WITH: node = with_stmt(p, here(p), false); break;
    case SK_TOK_TRY: node = try_stmt(p); break;
    case SK_TOK_DEF: node = function(p, here(p), false, (SkAstSeq){NULL, 0}); break;
    case SK_TOK_CLASS: node = class_def(p, (SkAstSeq){NULL, 0}); break;
    case SK_TOK_ASYNC: node = async_stmt(p, (SkAstSeq){NULL, 0}); break;
    case SK_TOK_AT: node = decorated(p); break;
    case SK_TOK_NAME:
        *is_compound = false;
        if (token(p)->name == p->name_match)
            node = sk_parse_match(p);
        break;
    default:
        *is_compound = false;
    }
    if (!node) {
        p->top = top;
        p->pos = pos;
    }
    return p->failed ? NULL : node;
}
