// Whether a tree made by Python code is one that the grammar could have made, which the compiler relies on.
//
// One walk over the fields that ast.def lists; what is special about a kind of node is in check_node, and the context an
// expression has to have in context_of.
#include "modules/_ast.h"
#include "objects/error.h"

#include <string.h>

static const char *const contexts[] = {"Load", "Store", "Del"};

static bool wrong(const char *message) { return sk_raise_false(sk_exc_ValueError, "%s", message); }

static bool is_set(const SkName *n) { return n != NULL; }

static bool name_ok(const SkName *n) {
    static const char *const forbidden[] = {"None", "True", "False"};
    for (size_t i = 0; n && i < SK_COUNT_OF(forbidden); i++)
        if (!strcmp(n->utf8, forbidden[i])) return sk_raise_false(sk_exc_ValueError, "identifier field can't represent '%s' constant", n->utf8);
    return true;
}

static bool capture_ok(const SkName *n) {
    if (n && !strcmp(n->utf8, "_")) return wrong("can't capture name '_' in patterns");
    return name_ok(n);
}

static bool filled(uint32_t count, const char *what, const SkAst *n) {
    return count || sk_raise_false(sk_exc_ValueError, "empty %s on %s", what, sk_ast_info(n->kind)->name);
}

// ---- places -----------------------------------------------------------------------------------------------------------

static bool place_ok(const SkAst *n) {
    int l = n->lineno, c = n->col_offset, el = n->end_lineno, ec = n->end_col_offset;
    if (l > el) return sk_raise_false(sk_exc_ValueError, "AST node line range (%d, %d) is not valid", l, el);
    if ((l < 0 && el != l) || (c < 0 && c != ec))
        return sk_raise_false(sk_exc_ValueError, "AST node column range (%d, %d) for line range (%d, %d) is not valid", c, ec, l, el);
    if (l == el && c > ec) return sk_raise_false(sk_exc_ValueError, "line %d, column %d-%d is not a valid range", l, c, ec);
    return true;
}

// ---- expressions --------------------------------------------------------------------------------------------------------

// The context of an expression in this field of n.
static uint8_t context_of(const SkAst *n, const char *field) {
    switch (n->kind) {
    case SK_AST_Delete: return SK_CTX_Del;
    case SK_AST_Assign: return !strcmp(field, "targets") ? SK_CTX_Store : SK_CTX_Load;
    case SK_AST_AugAssign: case SK_AST_AnnAssign: case SK_AST_For: case SK_AST_AsyncFor: case SK_AST_Comprehension:
    case SK_AST_NamedExpr: return !strcmp(field, "target") ? SK_CTX_Store : SK_CTX_Load;
    case SK_AST_WithItem: return !strcmp(field, "optional_vars") ? SK_CTX_Store : SK_CTX_Load;
    case SK_AST_TypeAlias: return !strcmp(field, "name") ? SK_CTX_Store : SK_CTX_Load;
    case SK_AST_List: return SK_AST(List, n)->ctx;
    case SK_AST_Tuple: return SK_AST(Tuple, n)->ctx;
    case SK_AST_Starred: return SK_AST(Starred, n)->ctx;
    default: return SK_CTX_Load;
    }
}

static bool context_ok(const SkAst *e, uint8_t wanted) {
    uint8_t has;
    switch (e->kind) {
    case SK_AST_Name: has = SK_AST(Name, e)->ctx; break;
    case SK_AST_Attribute: has = SK_AST(Attribute, e)->ctx; break;
    case SK_AST_Subscript: has = SK_AST(Subscript, e)->ctx; break;
    case SK_AST_Starred: has = SK_AST(Starred, e)->ctx; break;
    case SK_AST_List: has = SK_AST(List, e)->ctx; break;
    case SK_AST_Tuple: has = SK_AST(Tuple, e)->ctx; break;
    default:
        return wanted == SK_CTX_Load ||
               sk_raise_false(sk_exc_ValueError, "expression which can't be assigned to in %s context", contexts[wanted]);
    }
    return has == wanted ||
           sk_raise_false(sk_exc_ValueError, "expression must have %s context but has %s instead", contexts[wanted], contexts[has]);
}

static bool is_number(const SkAst *e, bool imaginary) {
    if (e->kind != SK_AST_Constant) return false;
    SkConstKind k = SK_AST(Constant, e)->value.kind;
    return imaginary ? k == SK_CONST_IMAG : k == SK_CONST_INT || k == SK_CONST_FLOAT;
}

static bool is_signed(const SkAst *e, bool imaginary) {
    return is_number(e, imaginary) || (e->kind == SK_AST_UnaryOp && SK_AST(UnaryOp, e)->op == SK_UNARY_USub &&
                                       is_number(SK_AST(UnaryOp, e)->operand, imaginary));
}

// A literal or a dotted name.
static bool pattern_value_ok(const SkAst *e) {
    switch (e->kind) {
    case SK_AST_Constant:
        switch (SK_AST(Constant, e)->value.kind) {
        case SK_CONST_INT: case SK_CONST_FLOAT: case SK_CONST_IMAG: case SK_CONST_STR: case SK_CONST_BYTES: return true;
        default: return wrong("unexpected constant inside of a literal pattern");
        }
    case SK_AST_Attribute: case SK_AST_JoinedStr: case SK_AST_TemplateStr: return true;
    case SK_AST_UnaryOp:
        if (is_signed(e, false) || is_signed(e, true)) return true;
        break;
    case SK_AST_BinOp: {
        const SkAstBinOp *b = SK_AST(BinOp, e);
        if ((b->op == SK_OP_Add || b->op == SK_OP_Sub) && is_signed(b->left, false) && is_number(b->right, true)) return true;
        break;
    }
    default: break;
    }
    return wrong("patterns may only match literals and attribute lookups");
}

static bool is_dotted_name(const SkAst *e) {
    while (e->kind == SK_AST_Attribute) e = SK_AST(Attribute, e)->value;
    return e->kind == SK_AST_Name;
}

// ---- nodes -----------------------------------------------------------------------------------------------------------------

static bool try_ok(const SkAst *n, const SkAstSeq *body, const SkAstSeq *handlers, const SkAstSeq *orelse, const SkAstSeq *finalbody) {
    if (!filled(body->count, "body", n)) return false;
    const char *name = sk_ast_info(n->kind)->name;
    if (!handlers->count && !finalbody->count) return sk_raise_false(sk_exc_ValueError, "%s has neither except handlers nor finalbody", name);
    return handlers->count || !orelse->count || sk_raise_false(sk_exc_ValueError, "%s has orelse but no except handlers", name);
}

static bool mapping_ok(const SkAstMatchMapping *m) {
    if (m->keys.count != m->patterns.count) return wrong("MatchMapping doesn't have the same number of keys as patterns");
    if (is_set(m->rest) && !capture_ok(m->rest)) return false;
    for (uint32_t i = 0; i < m->keys.count; i++) {
        const SkAst *key = m->keys.items[i];
        if (key->kind == SK_AST_Constant && SK_AST(Constant, key)->value.kind <= SK_CONST_FALSE) continue;
        if (!pattern_value_ok(key)) return false;
    }
    return true;
}

static bool class_ok(const SkAstMatchClass *m) {
    if (m->kwd_attrs.count != m->kwd_patterns.count)
        return wrong("MatchClass doesn't have the same number of keyword attributes as patterns");
    if (!is_dotted_name(m->cls)) return wrong("MatchClass cls field can only contain Name or Attribute nodes.");
    for (uint32_t i = 0; i < m->kwd_attrs.count; i++)
        if (!name_ok(m->kwd_attrs.items[i])) return false;
    return true;
}

static bool arguments_ok(const SkAstArguments *a) {
    if (a->posonlyargs.count + a->args.count < a->defaults.count) return wrong("more positional defaults than args on arguments");
    return a->kw_defaults.count == a->kwonlyargs.count || wrong("length of kwonlyargs is not the same as kw_defaults on arguments");
}

#define BODY(K) case SK_AST_##K: return filled(SK_AST(K, n)->body.count, "body", n)
#define FILLED(K, field) case SK_AST_##K: return filled(SK_AST(K, n)->field.count, #field, n)
#define GENERATORS(K) \
    case SK_AST_##K: return SK_AST(K, n)->generators.count ? true : wrong("comprehension with no generators")

static bool check_node(const SkAst *n) {
    switch (n->kind) {
    BODY(FunctionDef); BODY(AsyncFunctionDef); BODY(ClassDef); BODY(For); BODY(AsyncFor); BODY(While); BODY(If);
    BODY(ExceptHandler); BODY(MatchCase);
    FILLED(Delete, targets); FILLED(Assign, targets); FILLED(Match, cases); FILLED(Import, names);
    FILLED(Global, names); FILLED(Nonlocal, names);
    GENERATORS(ListComp); GENERATORS(SetComp); GENERATORS(DictComp); GENERATORS(GeneratorExp);
    case SK_AST_With: return filled(SK_AST(With, n)->items.count, "items", n) && filled(SK_AST(With, n)->body.count, "body", n);
    case SK_AST_AsyncWith:
        return filled(SK_AST(AsyncWith, n)->items.count, "items", n) && filled(SK_AST(AsyncWith, n)->body.count, "body", n);
    case SK_AST_ImportFrom:
        if (SK_AST(ImportFrom, n)->level < 0) return wrong("Negative ImportFrom level");
        return filled(SK_AST(ImportFrom, n)->names.count, "names", n);
    case SK_AST_AnnAssign:
        return !SK_AST(AnnAssign, n)->simple || SK_AST(AnnAssign, n)->target->kind == SK_AST_Name ||
               sk_raise_false(sk_exc_TypeError, "AnnAssign with simple non-Name target");
    case SK_AST_TypeAlias:
        return SK_AST(TypeAlias, n)->name->kind == SK_AST_Name || sk_raise_false(sk_exc_TypeError, "TypeAlias with non-Name name");
    case SK_AST_Raise:
        return SK_AST(Raise, n)->exc || !SK_AST(Raise, n)->cause || wrong("Raise with cause but no exception");
    case SK_AST_Try: {
        const SkAstTry *t = SK_AST(Try, n);
        return try_ok(n, &t->body, &t->handlers, &t->orelse, &t->finalbody);
    }
    case SK_AST_TryStar: {
        const SkAstTryStar *t = SK_AST(TryStar, n);
        return try_ok(n, &t->body, &t->handlers, &t->orelse, &t->finalbody);
    }
    case SK_AST_BoolOp: return SK_AST(BoolOp, n)->values.count >= 2 || wrong("BoolOp with less than 2 values");
    case SK_AST_NamedExpr:
        return SK_AST(NamedExpr, n)->target->kind == SK_AST_Name ||
               sk_raise_false(sk_exc_TypeError, "NamedExpr target must be a Name");
    case SK_AST_Dict:
        return SK_AST(Dict, n)->keys.count == SK_AST(Dict, n)->values.count ||
               wrong("Dict doesn't have the same number of keys as values");
    case SK_AST_Compare:
        if (!SK_AST(Compare, n)->comparators.count) return wrong("Compare with no comparators");
        return SK_AST(Compare, n)->ops.count == SK_AST(Compare, n)->comparators.count ||
               wrong("Compare has a different number of comparators and operands");
    case SK_AST_Name: return name_ok(SK_AST(Name, n)->id);
    case SK_AST_Arguments: return arguments_ok(SK_AST(Arguments, n));
    case SK_AST_MatchValue: return pattern_value_ok(SK_AST(MatchValue, n)->value);
    case SK_AST_MatchSingleton:
        return SK_AST(MatchSingleton, n)->value.kind <= SK_CONST_FALSE || wrong("MatchSingleton can only contain True, False and None");
    case SK_AST_MatchMapping: return mapping_ok(SK_AST(MatchMapping, n));
    case SK_AST_MatchClass: return class_ok(SK_AST(MatchClass, n));
    case SK_AST_MatchStar: return capture_ok(SK_AST(MatchStar, n)->name);
    case SK_AST_MatchAs:
        if (SK_AST(MatchAs, n)->pattern && !SK_AST(MatchAs, n)->name)
            return wrong("MatchAs must specify a target name if a pattern is given");
        return capture_ok(SK_AST(MatchAs, n)->name);
    case SK_AST_MatchOr: return SK_AST(MatchOr, n)->patterns.count >= 2 || wrong("MatchOr requires at least 2 patterns");
    default: return true;
    }
}

static bool check(const SkAst *n, uint8_t context);

// parent: its field holds the child.
static bool check_child(const SkAst *parent, const char *field, const SkAst *child) {
    if (!child) return true;
    if (child->kind == SK_AST_MatchStar && parent->kind != SK_AST_MatchSequence) return wrong("can't use MatchStar here");
    return check(child, context_of(parent, field));
}

static bool check_fields(const SkAst *n) {
    const SkAstInfo *info = sk_ast_info(n->kind);
    // The clauses of a comprehension, its last field, come before what it is made of.
    bool backwards = n->kind == SK_AST_ListComp || n->kind == SK_AST_SetComp || n->kind == SK_AST_DictComp || n->kind == SK_AST_GeneratorExp;
    for (unsigned i = 0; i < info->field_count; i++) {
        const SkAstField *f = &info->fields[backwards ? info->field_count - 1u - i : i];
        const char *at = (const char *)n + f->offset;
        if (f->form == SK_FORM_NODE || f->form == SK_FORM_OPT) {
            if (!check_child(n, f->name, *(SkAst *const *)(const void *)at)) return false;
        } else if (f->form == SK_FORM_SEQ || f->form == SK_FORM_SEQ_OPT) {
            const SkAstSeq *s = (const SkAstSeq *)(const void *)at;
            for (uint32_t k = 0; k < s->count; k++)
                if (!check_child(n, f->name, s->items[k])) return false;
        }
    }
    return true;
}

static bool check(const SkAst *n, uint8_t context) {
    uint8_t sum = sk_ast_info(n->kind)->sum;
    if (sk_ast_sums[sum].attributes && !place_ok(n)) return false;
    if (sum == SK_AST_SUM_expr && !context_ok(n, context)) return false;
    if (!sk_enter_recursion(" during compilation")) return false;
    // What is wrong inside the arguments is said first.
    bool ok = n->kind == SK_AST_Arguments ? check_fields(n) && check_node(n) : check_node(n) && check_fields(n);
    sk_leave_recursion();
    return ok;
}

bool sk_ast_validate(const SkAst *tree) { return check(tree, SK_CTX_Load); }
