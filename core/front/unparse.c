// The text of an expression, for annotations that are kept as strings.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/str.h"

typedef enum {
    P_TUPLE, P_TEST, P_OR, P_AND, P_NOT, P_COMPARE, P_BIT_OR, P_BIT_XOR, P_BIT_AND, P_SHIFT, P_SUM, P_TERM, P_UNARY, P_POWER,
    P_AWAIT, P_ATOM,
} Level;

typedef struct {
    SkCompiler *c;
    SkStrBuilder *b;
} Out;

static void put(Out *o, const char *s) { sk_sb_cstr(o->b, s); }
static void put_name(Out *o, const SkName *n) { sk_sb_cstr(o->b, n->utf8); }
static void expr(Out *o, const SkAst *e, int level);

static void open_if(Out *o, bool yes) {
    if (yes) put(o, "(");
}
static void close_if(Out *o, bool yes) {
    if (yes) put(o, ")");
}

static void list(Out *o, const SkAstSeq *items) {
    for (uint32_t i = 0; i < items->count; i++) {
        if (i) put(o, ", ");
        expr(o, items->items[i], P_TEST);
    }
}

static void tuple(Out *o, const SkAstSeq *items, int level) {
    if (!items->count) {
        put(o, "()");
        return;
    }
    open_if(o, level > P_TUPLE);
    list(o, items);
    if (items->count == 1) put(o, ",");
    close_if(o, level > P_TUPLE);
}

static void binary(Out *o, const SkAst *e, int level) {
    static const struct {
        const char *text;
        int level;
    } ops[] = {
        [SK_OP_Add] = {" + ", P_SUM}, [SK_OP_Sub] = {" - ", P_SUM}, [SK_OP_Mult] = {" * ", P_TERM}, [SK_OP_MatMult] = {" @ ", P_TERM},
        [SK_OP_Div] = {" / ", P_TERM}, [SK_OP_Mod] = {" % ", P_TERM}, [SK_OP_LShift] = {" << ", P_SHIFT},
        [SK_OP_RShift] = {" >> ", P_SHIFT}, [SK_OP_BitOr] = {" | ", P_BIT_OR}, [SK_OP_BitXor] = {" ^ ", P_BIT_XOR},
        [SK_OP_BitAnd] = {" & ", P_BIT_AND}, [SK_OP_FloorDiv] = {" // ", P_TERM}, [SK_OP_Pow] = {" ** ", P_POWER},
    };
    SkAstBinOp *b = SK_AST(BinOp, e);
    bool right_first = b->op == SK_OP_Pow;
    int mine = ops[b->op].level;
    open_if(o, level > mine);
    expr(o, b->left, mine + right_first);
    put(o, ops[b->op].text);
    expr(o, b->right, mine + !right_first);
    close_if(o, level > mine);
}

static void unary(Out *o, const SkAst *e, int level) {
    static const char *const text[] = {[SK_UNARY_Invert] = "~", [SK_UNARY_Not] = "not ", [SK_UNARY_UAdd] = "+", [SK_UNARY_USub] = "-"};
    SkAstUnaryOp *u = SK_AST(UnaryOp, e);
    int mine = u->op == SK_UNARY_Not ? P_NOT : P_UNARY;
    open_if(o, level > mine);
    put(o, text[u->op]);
    expr(o, u->operand, mine);
    close_if(o, level > mine);
}

static void compare(Out *o, const SkAst *e, int level) {
    static const char *const text[] = {
        [SK_CMP_Eq] = " == ", [SK_CMP_NotEq] = " != ", [SK_CMP_Lt] = " < ", [SK_CMP_LtE] = " <= ", [SK_CMP_Gt] = " > ",
        [SK_CMP_GtE] = " >= ", [SK_CMP_Is] = " is ", [SK_CMP_IsNot] = " is not ", [SK_CMP_In] = " in ", [SK_CMP_NotIn] = " not in "};
    SkAstCompare *k = SK_AST(Compare, e);
    open_if(o, level > P_COMPARE);
    expr(o, k->left, P_COMPARE + 1);
    for (uint32_t i = 0; i < k->comparators.count; i++) {
        put(o, text[k->ops.items[i]]);
        expr(o, k->comparators.items[i], P_COMPARE + 1);
    }
    close_if(o, level > P_COMPARE);
}

static void one_arg(Out *o, bool *first, const SkAstArg *a, const SkAst *value) {
    if (!*first) put(o, ", ");
    *first = false;
    put_name(o, a->arg);
    if (a->annotation) {
        put(o, ": ");
        expr(o, a->annotation, P_TEST);
    }
    if (value) {
        put(o, "=");
        expr(o, value, P_TEST);
    }
}

static void arguments(Out *o, const SkAstArguments *a) {
    bool first = true;
    uint32_t positional = a->posonlyargs.count + a->args.count;
    for (uint32_t i = 0; i < positional; i++) {
        bool only = i < a->posonlyargs.count;
        const SkAst *arg = only ? a->posonlyargs.items[i] : a->args.items[i - a->posonlyargs.count];
        int64_t d = (int64_t)i - ((int64_t)positional - a->defaults.count);
        one_arg(o, &first, SK_AST(Arg, arg), d >= 0 ? a->defaults.items[d] : NULL);
        if (only && i + 1 == a->posonlyargs.count) put(o, ", /");
    }
    if (a->vararg || a->kwonlyargs.count) {
        put(o, first ? "*" : ", *");
        first = true;
        if (a->vararg) one_arg(o, &first, a->vararg, NULL);
        first = false;
    }
    for (uint32_t i = 0; i < a->kwonlyargs.count; i++)
        one_arg(o, &first, SK_AST(Arg, a->kwonlyargs.items[i]), a->kw_defaults.items[i]);
    if (a->kwarg) {
        put(o, first ? "**" : ", **");
        first = true;
        one_arg(o, &first, a->kwarg, NULL);
    }
}

static void lambda(Out *o, const SkAst *e, int level) {
    SkAstLambda *l = SK_AST(Lambda, e);
    const SkAstArguments *a = l->args;
    bool any = a->posonlyargs.count || a->args.count || a->vararg || a->kwonlyargs.count || a->kwarg;
    open_if(o, level > P_TEST);
    put(o, any ? "lambda " : "lambda");
    arguments(o, a);
    put(o, ": ");
    expr(o, l->body, P_TEST);
    close_if(o, level > P_TEST);
}

static void generators(Out *o, const SkAstSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) {
        SkAstComprehension *g = SK_AST(Comprehension, seq->items[i]);
        put(o, g->is_async ? " async for " : " for ");
        expr(o, g->target, P_TUPLE);
        put(o, " in ");
        expr(o, g->iter, P_TEST + 1);
        for (uint32_t k = 0; k < g->ifs.count; k++) {
            put(o, " if ");
            expr(o, g->ifs.items[k], P_TEST + 1);
        }
    }
}

static void call(Out *o, const SkAst *e) {
    SkAstCall *k = SK_AST(Call, e);
    expr(o, k->func, P_ATOM);
    if (k->args.count == 1 && !k->keywords.count && k->args.items[0]->kind == SK_AST_GeneratorExp) {
        expr(o, k->args.items[0], P_TEST);
        return;
    }
    put(o, "(");
    list(o, &k->args);
    for (uint32_t i = 0; i < k->keywords.count; i++) {
        SkAstKeyword *w = SK_AST(Keyword, k->keywords.items[i]);
        if (i || k->args.count) put(o, ", ");
        if (w->arg) {
            put_name(o, w->arg);
            put(o, "=");
        } else {
            put(o, "**");
        }
        expr(o, w->value, P_TEST);
    }
    put(o, ")");
}

static void constant(Out *o, const SkConst *k) {
    SkValue v = sk_cg_const_value(o->c, k);
    if (o->c->failed) return;
    if (v.w == SK_ELLIPSIS.w) {
        put(o, "...");
        return;
    }
    SK_AUTO SkValue text = sk_repr(v);
    if (sk_is_empty(text)) {
        sk_cg_failed(o->c);
        return;
    }
    if (k->u_prefix) put(o, "u");
    // An infinite literal has no spelling but a large one.
    bool number = k->kind == SK_CONST_FLOAT || k->kind == SK_CONST_IMAG;
    if (number && sk_str_len(text) >= 3 && sk_str_at(sk_as_str(text), 0) == 'i') put(o, k->kind == SK_CONST_IMAG ? "1e309j" : "1e309");
    else sk_sb_str(o->b, text);
}

// ---- f-strings ------------------------------------------------------------------------------------------------------------

static void literal_part(SkStrBuilder *b, SkValue text) {
    for (size_t i = 0; i < sk_str_len(text); i++) {
        uint32_t ch = sk_str_at(sk_as_str(text), i);
        sk_sb_char(b, ch);
        if (ch == '{' || ch == '}') sk_sb_char(b, ch);
    }
}

static void fields(Out *o, const SkAst *e);

static void field(Out *o, const SkAst *value, int conversion, const SkAst *spec) {
    SkStrBuilder inner;
    sk_sb_init(&inner);
    Out in = {o->c, &inner};
    expr(&in, value, P_TEST + 1);
    SK_AUTO SkValue text = sk_sb_finish(&inner);
    if (sk_is_empty(text)) {
        sk_cg_failed(o->c);
        return;
    }
    put(o, sk_str_len(text) && sk_str_at(sk_as_str(text), 0) == '{' ? "{ " : "{");
    sk_sb_str(o->b, text);
    if (conversion > 0) {
        char mark[3] = {'!', (char)conversion, 0};
        put(o, mark);
    }
    if (spec) {
        put(o, ":");
        fields(o, spec);
    }
    put(o, "}");
}

static void fields(Out *o, const SkAst *e) {
    if (o->c->failed || !sk_cg_enter(o->c)) return;
    switch (e->kind) {
    case SK_AST_JoinedStr:
        for (uint32_t i = 0; i < SK_AST(JoinedStr, e)->values.count; i++) fields(o, SK_AST(JoinedStr, e)->values.items[i]);
        break;
    case SK_AST_TemplateStr:
        for (uint32_t i = 0; i < SK_AST(TemplateStr, e)->values.count; i++) fields(o, SK_AST(TemplateStr, e)->values.items[i]);
        break;
    case SK_AST_Constant: {
        SkValue v = sk_cg_const_value(o->c, &SK_AST(Constant, e)->value);
        if (!o->c->failed && sk_is_str(v)) literal_part(o->b, v);
        break;
    }
    case SK_AST_FormattedValue: {
        SkAstFormattedValue *f = SK_AST(FormattedValue, e);
        field(o, f->value, f->conversion, f->format_spec);
        break;
    }
    case SK_AST_Interpolation: {
        SkAstInterpolation *f = SK_AST(Interpolation, e);
        field(o, f->value, f->conversion, f->format_spec);
        break;
    }
    default: break;
    }
    sk_cg_leave(o->c);
}

static void joined(Out *o, const SkAst *e, const char *prefix) {
    SkStrBuilder inner;
    sk_sb_init(&inner);
    Out in = {o->c, &inner};
    fields(&in, e);
    SK_AUTO SkValue text = sk_sb_finish(&inner);
    SK_AUTO SkValue shown = sk_is_empty(text) ? SK_EMPTY : sk_repr(text);
    if (sk_is_empty(shown)) {
        sk_cg_failed(o->c);
        return;
    }
    put(o, prefix);
    sk_sb_str(o->b, shown);
}

// ---- all ------------------------------------------------------------------------------------------------------------

static void dict(Out *o, const SkAst *e) {
    SkAstDict *d = SK_AST(Dict, e);
    put(o, "{");
    for (uint32_t i = 0; i < d->values.count; i++) {
        if (i) put(o, ", ");
        if (d->keys.items[i]) {
            expr(o, d->keys.items[i], P_TEST);
            put(o, ": ");
            expr(o, d->values.items[i], P_TEST);
        } else {
            put(o, "**");
            expr(o, d->values.items[i], P_BIT_OR);
        }
    }
    put(o, "}");
}

static void slice(Out *o, const SkAst *e) {
    SkAstSlice *s = SK_AST(Slice, e);
    if (s->lower) expr(o, s->lower, P_TEST);
    put(o, ":");
    if (s->upper) expr(o, s->upper, P_TEST);
    if (!s->step) return;
    put(o, ":");
    expr(o, s->step, P_TEST);
}

static bool is_int_constant(const SkAst *e) { return e->kind == SK_AST_Constant && SK_AST(Constant, e)->value.kind == SK_CONST_INT; }

static void node(Out *o, const SkAst *e, int level) {
    switch (e->kind) {
    case SK_AST_BoolOp: {
        SkAstBoolOp *b = SK_AST(BoolOp, e);
        int mine = b->op == SK_BOOLOP_And ? P_AND : P_OR;
        open_if(o, level > mine);
        for (uint32_t i = 0; i < b->values.count; i++) {
            if (i) put(o, b->op == SK_BOOLOP_And ? " and " : " or ");
            expr(o, b->values.items[i], mine + 1);
        }
        close_if(o, level > mine);
        break;
    }
    case SK_AST_NamedExpr:
        open_if(o, level > P_TUPLE);
        expr(o, SK_AST(NamedExpr, e)->target, P_ATOM);
        put(o, " := ");
        expr(o, SK_AST(NamedExpr, e)->value, P_ATOM);
        close_if(o, level > P_TUPLE);
        break;
    case SK_AST_BinOp: binary(o, e, level); break;
    case SK_AST_UnaryOp: unary(o, e, level); break;
    case SK_AST_Lambda: lambda(o, e, level); break;
    case SK_AST_IfExp: {
        SkAstIfExp *i = SK_AST(IfExp, e);
        open_if(o, level > P_TEST);
        expr(o, i->body, P_TEST + 1);
        put(o, " if ");
        expr(o, i->test, P_TEST + 1);
        put(o, " else ");
        expr(o, i->orelse, P_TEST);
        close_if(o, level > P_TEST);
        break;
    }
    case SK_AST_Dict: dict(o, e); break;
    case SK_AST_Set:
        put(o, SK_AST(Set, e)->elts.count ? "{" : "{*()");
        list(o, &SK_AST(Set, e)->elts);
        put(o, "}");
        break;
    case SK_AST_ListComp:
    case SK_AST_SetComp:
    case SK_AST_GeneratorExp: {
        SkAstListComp *l = (SkAstListComp *)e;
        put(o, e->kind == SK_AST_ListComp ? "[" : e->kind == SK_AST_SetComp ? "{" : "(");
        expr(o, l->elt, P_TEST);
        generators(o, &l->generators);
        put(o, e->kind == SK_AST_ListComp ? "]" : e->kind == SK_AST_SetComp ? "}" : ")");
        break;
    }
    case SK_AST_DictComp:
        put(o, "{");
        expr(o, SK_AST(DictComp, e)->key, P_TEST);
        put(o, ": ");
        expr(o, SK_AST(DictComp, e)->value, P_TEST);
        generators(o, &SK_AST(DictComp, e)->generators);
        put(o, "}");
        break;
    case SK_AST_Await:
        open_if(o, level > P_AWAIT);
        put(o, "await ");
        expr(o, SK_AST(Await, e)->value, P_ATOM);
        close_if(o, level > P_AWAIT);
        break;
    case SK_AST_Yield:
        put(o, "(yield");
        if (SK_AST(Yield, e)->value) put(o, " "), expr(o, SK_AST(Yield, e)->value, P_TEST);
        put(o, ")");
        break;
    case SK_AST_YieldFrom:
        put(o, "(yield from ");
        expr(o, SK_AST(YieldFrom, e)->value, P_TEST);
        put(o, ")");
        break;
    case SK_AST_Compare: compare(o, e, level); break;
    case SK_AST_Call: call(o, e); break;
    case SK_AST_FormattedValue:
    case SK_AST_JoinedStr: joined(o, e, "f"); break;
    case SK_AST_Interpolation:
    case SK_AST_TemplateStr: joined(o, e, "t"); break;
    case SK_AST_Constant: constant(o, &SK_AST(Constant, e)->value); break;
    case SK_AST_Attribute:
        expr(o, SK_AST(Attribute, e)->value, P_ATOM);
        put(o, is_int_constant(SK_AST(Attribute, e)->value) ? " ." : ".");
        put_name(o, SK_AST(Attribute, e)->attr);
        break;
    case SK_AST_Subscript:
        expr(o, SK_AST(Subscript, e)->value, P_ATOM);
        put(o, "[");
        expr(o, SK_AST(Subscript, e)->slice, P_TUPLE);
        put(o, "]");
        break;
    case SK_AST_Starred:
        put(o, "*");
        expr(o, SK_AST(Starred, e)->value, P_BIT_OR);
        break;
    case SK_AST_Name: put_name(o, SK_AST(Name, e)->id); break;
    case SK_AST_List:
        put(o, "[");
        list(o, &SK_AST(List, e)->elts);
        put(o, "]");
        break;
    case SK_AST_Tuple: tuple(o, &SK_AST(Tuple, e)->elts, level); break;
    case SK_AST_Slice: slice(o, e); break;
    default: break;
    }
}

static void expr(Out *o, const SkAst *e, int level) {
    if (o->c->failed || !sk_cg_enter(o->c)) return;
    node(o, e, level);
    sk_cg_leave(o->c);
}

SkValue sk_cg_unparse(SkCompiler *c, const SkAst *e) {
    SkStrBuilder b;
    sk_sb_init(&b);
    Out o = {c, &b};
    expr(&o, e, P_TEST);
    SkValue v = sk_sb_finish(&b);
    if (c->failed) {
        sk_release(v);
        return SK_EMPTY;
    }
    return sk_cg_keep(c, v);
}
