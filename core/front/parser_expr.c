/* Expressions above atoms: conditional, boolean, comparison, arithmetic, primaries. */
#include "core/front/parser_internal.h"

#include <string.h>

/* ---- Warnings on comparisons and calls that cannot be meant ---- */

static const char *literal_type(const SkAst *e)
{
    switch (e->kind) {
    case SK_AST_Tuple: return "tuple";
    case SK_AST_List: case SK_AST_ListComp: return "list";
    case SK_AST_Dict: case SK_AST_DictComp: return "dict";
    case SK_AST_Set: case SK_AST_SetComp: return "set";
    case SK_AST_GeneratorExp: return "generator";
    case SK_AST_Lambda: return "function";
    case SK_AST_JoinedStr: return "str";
    case SK_AST_TemplateStr: return "string.templatelib.Template";
    case SK_AST_Constant:
        switch (SK_AST(Constant, e)->value.kind) {
        case SK_CONST_NONE: return "NoneType";
        case SK_CONST_TRUE: case SK_CONST_FALSE: return "bool";
        case SK_CONST_ELLIPSIS: return "ellipsis";
        case SK_CONST_INT: return "int";
        case SK_CONST_FLOAT: return "float";
        case SK_CONST_IMAG: return "complex";
        case SK_CONST_STR: return "str";
        default: return "bytes";
        }
    default: return NULL;
    }
}

static bool is_singleton(const SkAst *e)
{
    if (e->kind != SK_AST_Constant)
        return false;
    int k = SK_AST(Constant, e)->value.kind;
    return k == SK_CONST_NONE || k == SK_CONST_TRUE || k == SK_CONST_FALSE || k == SK_CONST_ELLIPSIS;
}

static void warn_is_literal(SkParser *p, const SkAst *compare, const SkAst *left, uint8_t op, const SkAst *right)
{
    const SkAst *sides[2] = {left, right};
    for (int i = 0; i < 2; i++) {
        const SkAst *e = sides[i];
        if ((e->kind == SK_AST_Constant && !is_singleton(e)) || e->kind == SK_AST_Tuple) {
            sk_warn_node(p, compare, "\"%s\" with '%s' literal. Did you mean \"%s\"?", op == SK_CMP_Is ? "is" : "is not",
                         literal_type(e), op == SK_CMP_Is ? "==" : "!=");
            return;
        }
    }
}

static void warn_call(SkParser *p, const SkAst *func)
{
    const char *type = literal_type(func);
    if (type && func->kind != SK_AST_Lambda)
        sk_warn_node(p, func, "'%s' object is not callable; perhaps you missed a comma?", type);
}

static void warn_subscript(SkParser *p, const SkAst *value, const SkAst *index)
{
    const char *type = literal_type(value);
    if (!type)
        return;
    bool sequence = value->kind == SK_AST_Tuple || value->kind == SK_AST_List || value->kind == SK_AST_ListComp ||
                    value->kind == SK_AST_JoinedStr ||
                    (value->kind == SK_AST_Constant && (SK_AST(Constant, value)->value.kind == SK_CONST_STR ||
                                                        SK_AST(Constant, value)->value.kind == SK_CONST_BYTES));
    if (!sequence) {
        if (value->kind != SK_AST_Dict && value->kind != SK_AST_DictComp)
            sk_warn_node(p, value, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
        return;
    }
    const char *index_type = literal_type(index);
    if (!index_type || !strcmp(index_type, "int") || !strcmp(index_type, "bool"))
        return;
    sk_warn_node(p, value, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type, index_type);
}

/* ---- Primaries ---- */

static SkAst *primary_tail(SkParser *p, SkAst *left, SkPos start)
{
    for (;;) {
        uint32_t pos = p->pos;
        SkAst *next = NULL;
        switch (kind(p)) {
        case SK_TOK_DOT: {
            p->pos++;
            if (kind(p) != SK_TOK_NAME)
                break;
            const SkName *name = token(p)->name;
            p->pos++;
            SkAstAttribute *a = NEW(p, Attribute, start);
            if (a) {
                a->value = left;
                a->attr = name;
            }
            next = (SkAst *)a;
            break;
        }
        case SK_TOK_LPAR: {
            SkCallArgs args;
            if (!sk_parse_call_tail(p, &args))
                break;
            SkAstCall *call = NEW(p, Call, start);
            if (call) {
                call->func = left;
                call->args = args.args;
                call->keywords = args.keywords;
                warn_call(p, left);
            }
            next = (SkAst *)call;
            break;
        }
        case SK_TOK_LSQB: {
            p->pos++;
            SkAst *slice = sk_parse_slices(p);
            if (!slice || !accept(p, SK_TOK_RSQB))
                break;
            SkAstSubscript *s = NEW(p, Subscript, start);
            if (s) {
                s->value = left;
                s->slice = slice;
                warn_subscript(p, left, slice);
            }
            next = (SkAst *)s;
            break;
        }
        default:
            return p->failed ? NULL : left;
        }
        if (p->failed)
            return NULL;
        if (!next) {
            p->pos = pos;
            return left;
        }
        left = next;
    }
}

SkAst *sk_parse_primary(SkParser *p)
{
    SkAst *node;
    uint32_t pos = p->pos;
    if (p->diagnose && sk_memo_get(p, SK_MEMO_PRIMARY, &node))
        return node;
    SkPos start = here(p);
    node = sk_parse_atom(p);
    if (node)
        node = primary_tail(p, node, start);
    return p->diagnose ? sk_memo_put(p, SK_MEMO_PRIMARY, pos, node) : node;
}

static SkAst *unary(SkParser *p);

/* [await] primary ['**' unary] */
static SkAst *power(SkParser *p)
{
    SkPos start = here(p);
    SkAst *left;
    if (kind(p) == SK_TOK_AWAIT) {
        uint32_t pos = p->pos++;
        SkAst *value = sk_parse_primary(p);
        if (!value) {
            if (!p->failed)
                p->pos = pos;
            return NULL;
        }
        SkAstAwait *await = NEW(p, Await, start);
        if (!await)
            return NULL;
        await->value = value;
        left = (SkAst *)await;
    } else {
        left = sk_parse_primary(p);
        if (!left)
            return NULL;
    }
    if (kind(p) != SK_TOK_DOUBLESTAR)
        return p->failed ? NULL : left;
    uint32_t pos = p->pos++;
    SkAst *right = unary(p);
    if (!right) {
        if (p->failed)
            return NULL;
        p->pos = pos;
        return left;
    }
    SkAstBinOp *node = NEW(p, BinOp, start);
    if (node) {
        node->left = left;
        node->op = SK_OP_Pow;
        node->right = right;
    }
    return (SkAst *)node;
}

static SkAst *inversion(SkParser *p);

static SkAst *unary(SkParser *p)
{
    SkTokenKind k = kind(p);
    if (k != SK_TOK_MINUS && k != SK_TOK_PLUS && k != SK_TOK_TILDE) {
        if (k != SK_TOK_AWAIT && k < SK_TOK_NAME)
            return NULL;
        if (!enter(p, SK_DEPTH_UNARY))
            return NULL;
        SkAst *node = power(p);
        p->depth -= SK_DEPTH_UNARY;
        return node;
    }
    SkPos start = here(p);
    uint32_t pos = p->pos++;
    if (p->invalid && kind(p) == SK_TOK_NOT) {
        SkToken not = *token(p);
        p->pos++;
        SkAst *operand = unary(p);
        if (operand)
            return sk_fail_at(p, SK_SYNTAX_ERROR, not.lineno, not.col, operand->end_lineno, operand->end_col_offset,
                              "'not' after an operator must be parenthesized");
        if (p->failed)
            return NULL;
        p->pos = pos + 1;
    }
    if (!enter(p, SK_DEPTH_UNARY))
        return NULL;
    SkAst *operand = unary(p);
    p->depth -= SK_DEPTH_UNARY;
    if (!operand) {
        if (!p->failed)
            p->pos = pos;
        return NULL;
    }
    SkAstUnaryOp *node = NEW(p, UnaryOp, start);
    if (node) {
        node->op = k == SK_TOK_MINUS ? SK_UNARY_USub : k == SK_TOK_PLUS ? SK_UNARY_UAdd : SK_UNARY_Invert;
        node->operand = operand;
    }
    return (SkAst *)node;
}

/* ---- Binary operators ---- */

typedef struct BinaryRow {
    uint8_t precedence, op;
} BinaryRow;

static const BinaryRow binary_rows[] = {
    {1, SK_OP_BitOr}, {2, SK_OP_BitXor}, {3, SK_OP_BitAnd}, {4, SK_OP_LShift}, {4, SK_OP_RShift}, {5, SK_OP_Add},
    {5, SK_OP_Sub}, {6, SK_OP_Mult}, {6, SK_OP_Div}, {6, SK_OP_FloorDiv}, {6, SK_OP_Mod}, {6, SK_OP_MatMult},
};

static const BinaryRow *binary_row(SkTokenKind k)
{
    return k >= SK_TOK_VBAR && k <= SK_TOK_AT ? &binary_rows[k - SK_TOK_VBAR] : NULL;
}

static SkAst *diagnose_not(SkParser *p)
{
    SkToken not = *token(p);
    uint32_t pos = p->pos++;
    SkAst *operand = inversion(p);
    if (operand)
        return sk_fail_at(p, SK_SYNTAX_ERROR, not.lineno, not.col, operand->end_lineno, operand->end_col_offset,
                          "'not' after an operator must be parenthesized");
    if (!p->failed)
        p->pos = pos;
    return NULL;
}

/* Precedence climbing; chains of equal precedence loop. */
static SkAst *binary(SkParser *p, unsigned least)
{
    SkPos start = here(p);
    SkAst *left = unary(p);
    if (!left)
        return NULL;
    for (;;) {
        const BinaryRow *row = binary_row(kind(p));
        if (!row || row->precedence < least)
            return p->failed ? NULL : left;
        uint32_t pos = p->pos++;
        if (p->invalid && kind(p) == SK_TOK_NOT && row->precedence >= 5)
            diagnose_not(p);
        SkAst *right = p->failed ? NULL : binary(p, row->precedence + 1);
        if (!right) {
            if (p->failed)
                return NULL;
            p->pos = pos;
            return left;
        }
        SkAstBinOp *node = NEW(p, BinOp, start);
        if (!node)
            return NULL;
        node->left = left;
        node->op = row->op;
        node->right = right;
        left = (SkAst *)node;
    }
}

SkAst *sk_parse_bitwise_or(SkParser *p)
{
    SkAst *node;
    uint32_t pos = p->pos;
    if (!p->diagnose)
        return binary(p, 1);
    if (sk_memo_get(p, SK_MEMO_BITWISE_OR, &node))
        return node;
    return sk_memo_put(p, SK_MEMO_BITWISE_OR, pos, binary(p, 1));
}

/* ---- Comparisons and boolean operators ---- */

/* Consumes a comparison operator; -1: none. */
static int comparison_operator(SkParser *p)
{
    switch (kind(p)) {
    case SK_TOK_EQEQUAL: p->pos++; return SK_CMP_Eq;
    case SK_TOK_NOTEQUAL: p->pos++; return SK_CMP_NotEq;
    case SK_TOK_LESS: p->pos++; return SK_CMP_Lt;
    case SK_TOK_LESSEQUAL: p->pos++; return SK_CMP_LtE;
    case SK_TOK_GREATER: p->pos++; return SK_CMP_Gt;
    case SK_TOK_GREATEREQUAL: p->pos++; return SK_CMP_GtE;
    case SK_TOK_IN: p->pos++; return SK_CMP_In;
    case SK_TOK_NOT:
        if (kind_at(p, 1) != SK_TOK_IN)
            return -1;
        p->pos += 2;
        return SK_CMP_NotIn;
    case SK_TOK_IS:
        p->pos++;
        return accept(p, SK_TOK_NOT) ? SK_CMP_IsNot : SK_CMP_Is;
    default:
        return -1;
    }
}

static SkAst *comparison_tail(SkParser *p, SkAst *left, SkPos start)
{
    uint32_t mark = p->top, count = 0, capacity = 0;
    uint8_t fixed[8], *ops = fixed;
    for (;;) {
        uint32_t pos = p->pos;
        int op = comparison_operator(p);
        if (op < 0)
            break;
        SkAst *right = sk_parse_bitwise_or(p);
        if (!right) {
            if (p->failed)
                return NULL;
            p->pos = pos;
            break;
        }
        if (count == (capacity ? capacity : sizeof fixed)) {
            uint32_t grown = count * 2;
            uint8_t *more = sk_arena_alloc(p->arena, grown);
            if (!more)
                return sk_fail_memory(p);
            memcpy(more, ops, count);
            ops = more;
            capacity = grown;
        }
        ops[count++] = (uint8_t)op;
        if (!sk_parser_push(p, right))
            return NULL;
    }
    if (p->failed)
        return NULL;
    if (!count)
        return left;
    SkAstCompare *node = NEW(p, Compare, start);
    uint8_t *kept = sk_arena_alloc(p->arena, count);
    if (!node || !kept)
        return sk_fail_memory(p);
    memcpy(kept, ops, count);
    node->left = left;
    node->ops = (SkAstEnumSeq){kept, count};
    node->comparators = sk_parser_pop(p, mark);
    for (uint32_t i = 0; i < count && !p->failed; i++)
        if (kept[i] == SK_CMP_Is || kept[i] == SK_CMP_IsNot)
            warn_is_literal(p, (SkAst *)node, i ? node->comparators.items[i - 1] : left, kept[i],
                            node->comparators.items[i]);
    return p->failed ? NULL : (SkAst *)node;
}

static SkAst *inversion(SkParser *p)
{
    SkPos start = here(p);
    if (kind(p) == SK_TOK_NOT) {
        uint32_t pos = p->pos++;
        if (!enter(p, SK_DEPTH_UNARY))
            return NULL;
        SkAst *operand = inversion(p);
        p->depth -= SK_DEPTH_UNARY;
        if (!operand) {
            if (!p->failed)
                p->pos = pos;
            return NULL;
        }
        SkAstUnaryOp *node = NEW(p, UnaryOp, start);
        if (node) {
            node->op = SK_UNARY_Not;
            node->operand = operand;
        }
        return (SkAst *)node;
    }
    SkAst *left = sk_parse_bitwise_or(p);
    return left ? comparison_tail(p, left, start) : NULL;
}

/* operand (operator operand)* into one BoolOp */
static SkAst *boolean(SkParser *p, bool is_or)
{
    SkTokenKind op = is_or ? SK_TOK_OR : SK_TOK_AND;
    SkPos start = here(p);
    SkAst *first = is_or ? boolean(p, false) : inversion(p);
    if (!first || kind(p) != op)
        return p->failed ? NULL : first;
    uint32_t mark = p->top;
    if (!sk_parser_push(p, first))
        return NULL;
    while (kind(p) == op) {
        uint32_t pos = p->pos++;
        SkAst *next = is_or ? boolean(p, false) : inversion(p);
        if (!next) {
            if (p->failed)
                return NULL;
            p->pos = pos;
            break;
        }
        if (!sk_parser_push(p, next))
            return NULL;
    }
    if (p->failed)
        return NULL;
    if (p->top == mark + 1) {
        p->top = mark;
        return first;
    }
    SkAstBoolOp *node = NEW(p, BoolOp, start);
    if (!node)
        return NULL;
    node->op = is_or ? SK_BOOLOP_Or : SK_BOOLOP_And;
    node->values = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}

SkAst *sk_parse_disjunction(SkParser *p)
{
    SkAst *node;
    uint32_t pos = p->pos;
    if (!p->diagnose)
        return boolean(p, true);
    if (sk_memo_get(p, SK_MEMO_DISJUNCTION, &node))
        return node;
    return sk_memo_put(p, SK_MEMO_DISJUNCTION, pos, boolean(p, true));
}

/* ---- Conditional expressions, lambda, and what stands around them ---- */

SkAst *sk_parse_lambda(SkParser *p)
{
    SkPos start = here(p);
    uint32_t pos = p->pos++;
    SkAst *body = NULL;
    SkAstArguments *args = sk_parse_parameters(p, true);
    if (args && accept(p, SK_TOK_COLON))
        body = sk_parse_expression(p);
    if (!body) {
        if (!p->failed)
            p->pos = pos;
        return NULL;
    }
    SkAstLambda *node = NEW(p, Lambda, start);
    if (node) {
        node->args = args;
        node->body = body;
    }
    return (SkAst *)node;
}

static SkAst *expression(SkParser *p)
{
    if (kind(p) == SK_TOK_LAMBDA)
        return sk_parse_lambda(p);
    SkPos start = here(p);
    SkAst *body = sk_parse_disjunction(p);
    if (!body || kind(p) != SK_TOK_IF)
        return p->failed ? NULL : body;
    uint32_t pos = p->pos++;
    SkAst *test = sk_parse_disjunction(p);
    SkAst *orelse = test && accept(p, SK_TOK_ELSE) ? sk_parse_expression(p) : NULL;
    if (p->failed)
        return NULL;
    if (!orelse) {
        p->pos = pos;
        return body;
    }
    SkAstIfExp *node = NEW(p, IfExp, start);
    if (node) {
        node->test = test;
        node->body = body;
        node->orelse = orelse;
    }
    return (SkAst *)node;
}

SkAst *sk_parse_expression(SkParser *p)
{
    SkAst *node;
    if (!enter(p, SK_DEPTH_EXPRESSION))
        return NULL;
    if (!p->diagnose) {
        node = expression(p);
    } else if (!sk_memo_get(p, SK_MEMO_EXPRESSION, &node)) {
        uint32_t pos = p->pos;
        if (p->invalid)
            sk_diagnose_expression(p);
        node = p->failed ? NULL : expression(p);
        node = sk_memo_put(p, SK_MEMO_EXPRESSION, pos, node);
    }
    p->depth -= SK_DEPTH_EXPRESSION;
    return node;
}

SkAst *sk_parse_expression_quiet(SkParser *p)
{
    bool invalid = p->invalid;
    p->invalid = false;
    if (!enter(p, SK_DEPTH_EXPRESSION))
        return NULL;
    SkAst *node = expression(p);
    p->depth -= SK_DEPTH_EXPRESSION;
    p->invalid = invalid;
    return node;
}

/* NAME ':=' expression | expression !':=' */
SkAst *sk_parse_named(SkParser *p)
{
    SkAst *node;
    uint32_t start_pos = p->pos;
    if (kind(p) == SK_TOK_NAME && kind_at(p, 1) == SK_TOK_WALRUS) {
        SkPos start = here(p);
        SkAst *target = sk_parse_name(p);
        p->pos++;
        SkAst *value = target ? sk_parse_expression(p) : NULL;
        if (!value) {
            if (!p->failed)
                p->pos = start_pos;
            return NULL;
        }
        SK_AST(Name, target)->ctx = SK_CTX_Store;
        SkAstNamedExpr *named = NEW(p, NamedExpr, start);
        if (named) {
            named->target = target;
            named->value = value;
        }
        return (SkAst *)named;
    }
    if (p->invalid && !sk_memo_get(p, SK_MEMO_NAMED, &node)) {
        sk_diagnose_named(p);
        if (p->failed)
            return NULL;
        sk_memo_put(p, SK_MEMO_NAMED, start_pos, NULL);
    }
    node = sk_parse_expression(p);
    if (node && kind(p) == SK_TOK_WALRUS) {
        p->pos = start_pos;
        return NULL;
    }
    return node;
}

static SkAst *starred(SkParser *p, SkAst *(*operand)(SkParser *))
{
    SkPos start = here(p);
    uint32_t pos = p->pos++;
    SkAst *value = operand(p);
    if (!value) {
        if (!p->failed)
            p->pos = pos;
        return NULL;
    }
    SkAstStarred *node = NEW(p, Starred, start);
    if (node)
        node->value = value;
    return (SkAst *)node;
}

SkAst *sk_parse_star_expression(SkParser *p)
{
    return kind(p) == SK_TOK_STAR ? starred(p, sk_parse_bitwise_or) : sk_parse_expression(p);
}

SkAst *sk_parse_star_named(SkParser *p)
{
    return kind(p) == SK_TOK_STAR ? starred(p, sk_parse_bitwise_or) : sk_parse_named(p);
}

SkAst *sk_parse_star_expressions(SkParser *p)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    SkAst *first = sk_parse_star_expression(p);
    if (!first || kind(p) != SK_TOK_COMMA)
        return p->failed ? NULL : first;
    if (!sk_parser_push(p, first))
        return NULL;
    while (accept(p, SK_TOK_COMMA)) {
        uint32_t pos = p->pos;
        SkAst *next = sk_parse_star_expression(p);
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
    return p->failed ? NULL : (SkAst *)tuple;
}

SkAst *sk_parse_yield(SkParser *p)
{
    SkPos start = here(p);
    uint32_t pos = p->pos++;
    if (kind(p) == SK_TOK_FROM) {
        p->pos++;
        SkAst *value = sk_parse_expression(p);
        if (!value) {
            if (!p->failed)
                p->pos = pos;
            return NULL;
        }
        SkAstYieldFrom *node = NEW(p, YieldFrom, start);
        if (node)
            node->value = value;
        return (SkAst *)node;
    }
    SkAst *value = sk_parse_star_expressions(p);
    if (p->failed)
        return NULL;
    SkAstYield *node = NEW(p, Yield, start);
    if (node)
        node->value = value;
    return (SkAst *)node;
}

SkAst *sk_parse_annotated_rhs(SkParser *p)
{
    return kind(p) == SK_TOK_YIELD ? sk_parse_yield(p) : sk_parse_star_expressions(p);
}
