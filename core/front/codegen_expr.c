// Expressions.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"

static const SkOpcode binary_ops[] = {
    [SK_OP_Add] = SK_OPC_ADD, [SK_OP_Sub] = SK_OPC_SUBTRACT, [SK_OP_Mult] = SK_OPC_MULTIPLY,
    [SK_OP_MatMult] = SK_OPC_MATRIX_MULTIPLY, [SK_OP_Div] = SK_OPC_TRUE_DIVIDE, [SK_OP_Mod] = SK_OPC_REMAINDER,
    [SK_OP_Pow] = SK_OPC_POWER, [SK_OP_LShift] = SK_OPC_LEFT_SHIFT, [SK_OP_RShift] = SK_OPC_RIGHT_SHIFT,
    [SK_OP_BitOr] = SK_OPC_BIT_OR, [SK_OP_BitXor] = SK_OPC_BIT_XOR, [SK_OP_BitAnd] = SK_OPC_BIT_AND,
    [SK_OP_FloorDiv] = SK_OPC_FLOOR_DIVIDE,
};
static const SkOpcode compare_ops[] = {
    [SK_CMP_Eq] = SK_OPC_EQ, [SK_CMP_NotEq] = SK_OPC_NE, [SK_CMP_Lt] = SK_OPC_LT, [SK_CMP_LtE] = SK_OPC_LE,
    [SK_CMP_Gt] = SK_OPC_GT, [SK_CMP_GtE] = SK_OPC_GE, [SK_CMP_Is] = SK_OPC_IS, [SK_CMP_IsNot] = SK_OPC_IS_NOT,
    [SK_CMP_In] = SK_OPC_IN, [SK_CMP_NotIn] = SK_OPC_NOT_IN,
};

bool sk_cg_is_small(SkValue v, int32_t *out) {
    if (!sk_is_small_int(v)) return false;
    int64_t i = sk_small_int(v);
    if (i < INT16_MIN || i > INT16_MAX) return false;
    *out = (int32_t)i;
    return true;
}

static bool fold_small(SkCompiler *c, const SkAst *e, int32_t *out) {
    SkValue v = sk_cg_fold(c, e);
    return !sk_is_empty(v) && sk_cg_is_small(v, out);
}

// ---- operands ------------------------------------------------------------------------------------------------------------

static bool contains_walrus(const SkAst *e);

static bool walrus_in_field(const SkAstField *f, const char *base) {
    switch (f->form) {
    case SK_FORM_NODE:
    case SK_FORM_OPT: {
        const SkAst *child = *(SkAst *const *)(base + f->offset);
        return child && contains_walrus(child);
    }
    case SK_FORM_SEQ:
    case SK_FORM_SEQ_OPT: {
        const SkAstSeq *seq = (const SkAstSeq *)(base + f->offset);
        for (uint32_t i = 0; i < seq->count; i++)
            if (seq->items[i] && contains_walrus(seq->items[i])) return true;
        return false;
    }
    default: return false;
    }
}

static bool contains_walrus(const SkAst *e) {
    if (e->kind == SK_AST_NamedExpr) return true;
    const SkAstInfo *info = sk_ast_info(e->kind);
    for (uint8_t i = 0; i < info->field_count; i++)
        if (walrus_in_field(&info->fields[i], (const char *)e)) return true;
    return false;
}

bool sk_cg_may_rebind(SkCompiler *c, const SkAst *e) { return e && c->unit->scope->has_walrus && contains_walrus(e); }

int32_t sk_cg_operand2(SkCompiler *c, const SkAst *e, const SkAst *later, const SkAst *later2) {
    if ((e->kind == SK_AST_Name || e->kind == SK_AST_NamedExpr) && (sk_cg_may_rebind(c, later) || sk_cg_may_rebind(c, later2))) return sk_cg_expr_push(c, e);
    return sk_cg_expr(c, e);
}

int32_t sk_cg_operand(SkCompiler *c, const SkAst *e, const SkAst *later) { return sk_cg_operand2(c, e, later, NULL); }

int32_t sk_cg_expr_push(SkCompiler *c, const SkAst *e) {
    int32_t t = sk_cg_top(c);
    sk_cg_expr_to(c, e, t);
    return sk_cg_temp(c);
}

int32_t sk_cg_expr(SkCompiler *c, const SkAst *e) {
    if (e->kind == SK_AST_Name && sk_is_empty(sk_cg_fold(c, e))) {
        SkUnit *u = c->unit;
        SkPos pos = sk_cg_at(u, e);
        int32_t r = sk_cg_load_name(c, sk_cg_mangled(c, SK_AST(Name, e)->id), -1);
        u->pos = pos;
        return r;
    }
    if (e->kind == SK_AST_NamedExpr) {
        const SkAst *target = SK_AST(NamedExpr, e)->target;
        int32_t local = sk_cg_local_register(c, sk_cg_mangled(c, SK_AST(Name, target)->id));
        if (local >= 0) {
            sk_cg_expr_to(c, e, local);
            return local;
        }
    }
    return sk_cg_expr_push(c, e);
}

// ---- operators ------------------------------------------------------------------------------------------------------------

static void binary(SkCompiler *c, SkOperator op, int32_t dest, int32_t a, int32_t b) {
    sk_cg_emit(c, binary_ops[op], sk_cg_kb(a) | sk_cg_kc(b), dest, a, b);
}

// A chain of operators along the left spine, without recursion.
static void binary_chain(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkUnit *u = c->unit;
    uint32_t n = 0;
    const SkAst *p = e;
    for (; p->kind == SK_AST_BinOp && sk_is_empty(sk_cg_fold(c, p)); p = SK_AST(BinOp, p)->left) n++;
    const SkAst **spine = sk_arena_alloc(&c->arena, n * sizeof *spine);
    if (!spine || !n) {
        sk_cg_memory(c);
        return;
    }
    n = 0;
    for (p = e; p->kind == SK_AST_BinOp && sk_is_empty(sk_cg_fold(c, p)); p = SK_AST(BinOp, p)->left) spine[n++] = p;
    int32_t depth = u->depth;
    int32_t left = sk_cg_operand(c, p, SK_AST(BinOp, spine[n - 1])->right);
    SkPos pos = u->pos;
    while (n-- > 0 && !c->failed) {
        SkAstBinOp *b = SK_AST(BinOp, spine[n]);
        int32_t small, to = n ? SK_TEMP0 + depth : dest;
        if ((b->op == SK_OP_Add || b->op == SK_OP_Sub) && fold_small(c, b->right, &small)) {
            sk_cg_at(u, b);
            sk_cg_emit(c, b->op == SK_OP_Add ? SK_OPC_ADD_INT : SK_OPC_SUBTRACT_INT, sk_cg_kb(left), to, left, small);
        } else {
            int32_t right = sk_cg_expr(c, b->right);
            sk_cg_at(u, b);
            binary(c, b->op, to, left, right);
        }
        u->depth = depth;
        if (n) left = sk_cg_temp(c);
    }
    u->depth = depth;
    u->pos = pos;
}

static void unary(SkCompiler *c, const SkAst *e, int32_t dest) {
    static const SkOpcode ops[] = {[SK_UNARY_Invert] = SK_OPC_INVERT, [SK_UNARY_Not] = SK_OPC_NOT,
                                   [SK_UNARY_UAdd] = SK_OPC_POSITIVE, [SK_UNARY_USub] = SK_OPC_NEGATIVE};
    int32_t r = sk_cg_expr(c, SK_AST(UnaryOp, e)->operand);
    sk_cg_emit(c, ops[SK_AST(UnaryOp, e)->op], sk_cg_kb(r), dest, r, 0);
}

// ---- comparisons ------------------------------------------------------------------------------------------------------------

// The right side of `in`: a list or set of constants is one constant.
static SkValue membership_constant(SkCompiler *c, SkCmpOp op, const SkAst *e) {
    if (op != SK_CMP_In && op != SK_CMP_NotIn) return SK_EMPTY;
    const SkAstSeq *elts = e->kind == SK_AST_List ? &SK_AST(List, e)->elts : e->kind == SK_AST_Set ? &SK_AST(Set, e)->elts : NULL;
    if (!elts || !elts->count) return SK_EMPTY;
    for (uint32_t i = 0; i < elts->count; i++)
        if (elts->items[i]->kind == SK_AST_Starred || sk_is_empty(sk_cg_fold(c, elts->items[i]))) return SK_EMPTY;
    SkTuple *t = sk_tuple_alloc(elts->count);
    if (!t) {
        sk_cg_failed(c);
        return SK_EMPTY;
    }
    for (uint32_t i = 0; i < elts->count; i++) sk_tuple_init(t, i, sk_retain(sk_cg_fold(c, elts->items[i])));
    SkValue v = sk_cg_keep(c, sk_counted(t));
    return e->kind == SK_AST_Set && !sk_is_empty(v) ? sk_cg_keep(c, sk_frozenset_new(v)) : v;
}

// later: what else of a chain is to come, or NULL.
static int32_t right_operand(SkCompiler *c, SkCmpOp op, const SkAst *e, const SkAst *later) {
    SkValue v = later ? SK_EMPTY : membership_constant(c, op, e);
    if (sk_is_empty(v)) return sk_cg_operand(c, e, later);
    int32_t t = sk_cg_temp(c);
    sk_cg_load_const(c, v, t);
    return t;
}

static void compare_value(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstCompare *k = SK_AST(Compare, e);
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    uint32_t n = k->comparators.count;
    if (n == 1) {
        int32_t a = sk_cg_operand(c, k->left, k->comparators.items[0]);
        int32_t b = right_operand(c, k->ops.items[0], k->comparators.items[0], NULL);
        sk_cg_emit(c, compare_ops[k->ops.items[0]], sk_cg_kb(a) | sk_cg_kc(b), dest, a, b);
        u->depth = depth;
        return;
    }
    int32_t result = sk_cg_is_temp(dest) && dest == SK_TEMP0 + depth ? sk_cg_temp(c) : sk_cg_temp(c);
    int32_t end = sk_cg_label(c), stop = sk_cg_label(c), first = u->depth;
    int32_t a = sk_cg_operand(c, k->left, e);
    for (uint32_t i = 0; i < n && !c->failed; i++) {
        const SkAst *later = i + 1 < n ? e : NULL;
        int32_t b = right_operand(c, k->ops.items[i], k->comparators.items[i], later);
        bool last = i + 1 == n;
        sk_cg_emit(c, compare_ops[k->ops.items[i]], sk_cg_kb(a) | (last ? sk_cg_kc(b) : 0), result, a, b);
        if (!last) sk_cg_emit_jump(c, SK_OPC_JUMP_IF, 0, result, 0, stop);
        a = b;
    }
    int32_t used = u->depth;
    if (used > first) {
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        sk_cg_place(c, stop);
        for (int32_t t = first; t < used; t++) sk_cg_clear(c, SK_TEMP0 + t);
        sk_cg_place(c, end);
    } else {
        sk_cg_place(c, stop);
    }
    u->depth = depth;
    sk_cg_move_reg(c, dest, result);
}

static bool is_none_constant(SkCompiler *c, const SkAst *e) {
    return e->kind == SK_AST_Constant && SK_AST(Constant, e)->value.kind == SK_CONST_NONE && !c->failed;
}

// Jumps by one comparison of registers. Kills a, and b if `last`.
static void jump_compare(SkCompiler *c, SkCmpOp op, int32_t a, int32_t b, bool kill_b, bool sense, int32_t label) {
    static const SkOpcode jumps[] = {[SK_CMP_Eq] = SK_OPC_JUMP_EQ, [SK_CMP_NotEq] = SK_OPC_JUMP_NE, [SK_CMP_Lt] = SK_OPC_JUMP_LT,
                                     [SK_CMP_LtE] = SK_OPC_JUMP_LE, [SK_CMP_Gt] = SK_OPC_JUMP_GT, [SK_CMP_GtE] = SK_OPC_JUMP_GE,
                                     [SK_CMP_Is] = SK_OPC_JUMP_IS, [SK_CMP_IsNot] = SK_OPC_JUMP_IS};
    if (op == SK_CMP_In || op == SK_CMP_NotIn) {
        int32_t t = sk_cg_temp(c);
        sk_cg_emit(c, compare_ops[op], sk_cg_kb(a) | (kill_b ? sk_cg_kc(b) : 0), t, a, b);
        sk_cg_emit_jump(c, SK_OPC_JUMP_IF, SK_KILL_A | (sense ? SK_SENSE : 0), t, 0, label);
        c->unit->depth--;
        return;
    }
    if (op == SK_CMP_IsNot) sense = !sense;
    sk_cg_emit_jump(c, jumps[op], sk_cg_ka(a) | (kill_b ? sk_cg_kb(b) : 0) | (sense ? SK_SENSE : 0), a, b, label);
}

static void jump_if_compare(SkCompiler *c, const SkAst *e, bool sense, int32_t label) {
    static const SkOpcode with_int[] = {[SK_CMP_Eq] = SK_OPC_JUMP_EQ_INT, [SK_CMP_NotEq] = SK_OPC_JUMP_NE_INT,
                                        [SK_CMP_Lt] = SK_OPC_JUMP_LT_INT, [SK_CMP_LtE] = SK_OPC_JUMP_LE_INT,
                                        [SK_CMP_Gt] = SK_OPC_JUMP_GT_INT, [SK_CMP_GtE] = SK_OPC_JUMP_GE_INT};
    SkAstCompare *k = SK_AST(Compare, e);
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    uint32_t n = k->comparators.count;
    int32_t stop = n > 1 ? sk_cg_label(c) : -1, first = u->depth;
    int32_t a = n > 1 ? sk_cg_operand(c, k->left, e) : sk_cg_operand(c, k->left, k->comparators.items[0]);
    first = sk_cg_is_temp(a) ? first + 1 : first;
    for (uint32_t i = 0; i < n && !c->failed; i++) {
        const SkAst *right = k->comparators.items[i];
        SkCmpOp op = k->ops.items[i];
        bool last = i + 1 == n;
        bool to_sense = last ? sense : false;
        int32_t to = last ? label : stop, small;
        if (last && (op == SK_CMP_Is || op == SK_CMP_IsNot) && is_none_constant(c, right)) {
            bool when = (op == SK_CMP_Is) == to_sense;
            sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, sk_cg_ka(a) | (when ? SK_SENSE : 0), a, 0, to);
            break;
        }
        if (last && op <= SK_CMP_GtE && fold_small(c, right, &small)) {
            sk_cg_emit_jump(c, with_int[op], sk_cg_ka(a) | (to_sense ? SK_SENSE : 0), a, small, to);
            break;
        }
        int32_t b = right_operand(c, op, right, last ? NULL : e);
        jump_compare(c, op, a, b, last, to_sense, to);
        a = b;
    }
    int32_t used = u->depth;
    u->depth = depth;
    if (n == 1) return;
    // A comparison before the last was false: drop what the chain still held.
    int32_t end = sk_cg_label(c);
    if (used > first || sense) {
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        sk_cg_place(c, stop);
        for (int32_t t = first; t < used; t++) sk_cg_clear(c, SK_TEMP0 + t);
        if (!sense) sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, label);
    } else {
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        sk_cg_place(c, stop);
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, label);
    }
    sk_cg_place(c, end);
}

// ---- conditions ------------------------------------------------------------------------------------------------------------

// Jumps to the label if the truth of e is `sense`; else falls through.
void sk_cg_jump_if(SkCompiler *c, const SkAst *e, bool sense, int32_t label) {
    if (c->failed || !sk_cg_enter(c)) return;
    SkUnit *u = c->unit;
    SkPos pos = sk_cg_at(u, e);
    int truth = sk_cg_static_truth(c, e);
    if (truth >= 0) {
        if (truth == sense) sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, label);
    } else if (e->kind == SK_AST_UnaryOp && SK_AST(UnaryOp, e)->op == SK_UNARY_Not) {
        sk_cg_jump_if(c, SK_AST(UnaryOp, e)->operand, !sense, label);
    } else if (e->kind == SK_AST_BoolOp) {
        SkAstBoolOp *b = SK_AST(BoolOp, e);
        bool stops_at = b->op == SK_BOOLOP_Or;  // the truth that decides early
        int32_t end = stops_at == sense ? label : sk_cg_label(c);
        for (uint32_t i = 0; i + 1 < b->values.count; i++) sk_cg_jump_if(c, b->values.items[i], stops_at, end);
        sk_cg_jump_if(c, b->values.items[b->values.count - 1], sense, label);
        if (end != label) sk_cg_place(c, end);
    } else if (e->kind == SK_AST_IfExp) {
        SkAstIfExp *i = SK_AST(IfExp, e);
        int32_t orelse = sk_cg_label(c), end = sk_cg_label(c);
        sk_cg_jump_if(c, i->test, false, orelse);
        sk_cg_jump_if(c, i->body, sense, label);
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        sk_cg_place(c, orelse);
        sk_cg_jump_if(c, i->orelse, sense, label);
        sk_cg_place(c, end);
    } else if (e->kind == SK_AST_Compare) {
        jump_if_compare(c, e, sense, label);
    } else {
        int32_t depth = u->depth, r = sk_cg_expr(c, e);
        sk_cg_emit_jump(c, SK_OPC_JUMP_IF, sk_cg_ka(r) | (sense ? SK_SENSE : 0), r, 0, label);
        u->depth = depth;
    }
    u->pos = pos;
    sk_cg_leave(c);
}

static void bool_value(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstBoolOp *b = SK_AST(BoolOp, e);
    SkUnit *u = c->unit;
    int32_t end = sk_cg_label(c), t = SK_TEMP0 + u->depth;
    for (uint32_t i = 0; i < b->values.count && !c->failed; i++) {
        int truth = sk_cg_static_truth(c, b->values.items[i]);
        bool last = i + 1 == b->values.count;
        // `True and x` is x; `False and x` is False.
        if (!last && truth >= 0 && (truth == 1) == (b->op == SK_BOOLOP_And)) continue;
        sk_cg_expr_to(c, b->values.items[i], t);
        if (last || truth >= 0) break;
        sk_cg_emit_jump(c, SK_OPC_JUMP_IF, b->op == SK_BOOLOP_Or ? SK_SENSE : 0, t, 0, end);
        sk_cg_clear(c, t);
    }
    sk_cg_place(c, end);
    sk_cg_move_reg(c, dest, t);
}

static void conditional(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstIfExp *i = SK_AST(IfExp, e);
    int32_t orelse = sk_cg_label(c), end = sk_cg_label(c);
    sk_cg_jump_if(c, i->test, false, orelse);
    sk_cg_expr_to(c, i->body, dest);
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
    sk_cg_place(c, orelse);
    sk_cg_expr_to(c, i->orelse, dest);
    sk_cg_place(c, end);
}

// ---- displays ------------------------------------------------------------------------------------------------------------

enum { CHUNK = 32 };  // items built from registers at once

static void push_constant_items(SkCompiler *c, bool as_set, const SkAstSeq *items, int32_t t) {
    SkTuple *tuple = sk_tuple_alloc(items->count);
    if (!tuple) {
        sk_cg_failed(c);
        return;
    }
    for (uint32_t i = 0; i < items->count; i++) sk_tuple_init(tuple, i, sk_retain(sk_cg_fold(c, items->items[i])));
    SkValue all = sk_cg_keep(c, sk_counted(tuple));
    // Twice, as CPython does when it puts a frozenset among the constants: a display then has its order.
    for (int i = 0; as_set && i < 2 && !sk_is_empty(all); i++) {
        if (i) all = sk_cg_keep(c, sk_to_tuple(all));
        if (!sk_is_empty(all)) all = sk_cg_keep(c, sk_frozenset_new(all));
    }
    sk_cg_load_const(c, all, t);
}

void sk_cg_build_sequence(SkCompiler *c, SkOpcode op, const SkAstSeq *items, int32_t dest) {
    SkUnit *u = c->unit;
    int32_t depth = u->depth, base = SK_TEMP0 + depth;
    bool starred = false, constant = items->count >= 3;
    for (uint32_t i = 0; i < items->count; i++) {
        starred |= items->items[i]->kind == SK_AST_Starred;
        constant = constant && !starred && !sk_is_empty(sk_cg_fold(c, items->items[i]));
    }
    if (!starred && !(constant && op != SK_OPC_BUILD_TUPLE) && items->count <= CHUNK * 8) {
        for (uint32_t i = 0; i < items->count; i++) sk_cg_expr_push(c, items->items[i]);
        sk_cg_emit(c, op, 0, dest, base, (int32_t)items->count);
        u->depth = depth;
        return;
    }
    SkOpcode collect = op == SK_OPC_BUILD_SET ? SK_OPC_BUILD_SET : SK_OPC_BUILD_LIST;
    SkOpcode add = op == SK_OPC_BUILD_SET ? SK_OPC_SET_ADD : SK_OPC_LIST_APPEND;
    SkOpcode extend = op == SK_OPC_BUILD_SET ? SK_OPC_SET_UPDATE : SK_OPC_LIST_EXTEND;
    uint32_t i = 0;
    if (constant) {
        sk_cg_emit(c, collect, 0, base, base, 0);
        sk_cg_temp(c);
        int32_t t = sk_cg_temp(c);
        push_constant_items(c, op == SK_OPC_BUILD_SET, items, t);
        sk_cg_emit(c, extend, SK_KILL_B, base, t, 0);
        i = items->count;
    } else {
        for (; i < items->count && i < CHUNK && items->items[i]->kind != SK_AST_Starred; i++) sk_cg_expr_push(c, items->items[i]);
        sk_cg_emit(c, collect, 0, base, base, (int32_t)i);
        u->depth = depth + 1;
        if (u->max_depth < u->depth) u->max_depth = u->depth;
    }
    for (; i < items->count && !c->failed; i++) {
        const SkAst *item = items->items[i];
        bool star = item->kind == SK_AST_Starred;
        SkPos pos = u->pos;
        int32_t r = sk_cg_expr(c, star ? SK_AST(Starred, item)->value : item);
        if (star) sk_cg_at(u, item);
        sk_cg_emit(c, star ? extend : add, sk_cg_kb(r), base, r, 0);
        u->pos = pos;
        u->depth = depth + 1;
    }
    u->depth = depth;
    if (op == SK_OPC_BUILD_TUPLE) sk_cg_emit(c, SK_OPC_LIST_TO_TUPLE, SK_KILL_B, dest, base, 0);
    else sk_cg_move_reg(c, dest, base);
}

static void dict_display(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstDict *d = SK_AST(Dict, e);
    SkUnit *u = c->unit;
    int32_t depth = u->depth, base = SK_TEMP0 + depth;
    uint32_t i = 0, n = d->values.count;
    for (; i < n && i < CHUNK && d->keys.items[i]; i++) {
        sk_cg_expr_push(c, d->keys.items[i]);
        sk_cg_expr_push(c, d->values.items[i]);
    }
    if (i == n) {
        sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, dest, base, (int32_t)i);
        u->depth = depth;
        return;
    }
    sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, base, base, (int32_t)i);
    u->depth = depth;
    sk_cg_temp(c);
    for (; i < n && !c->failed; i++) {
        if (d->keys.items[i]) {
            int32_t key = sk_cg_operand(c, d->keys.items[i], d->values.items[i]), value = sk_cg_expr(c, d->values.items[i]);
            sk_cg_emit(c, SK_OPC_MAP_ADD, sk_cg_kb(key) | sk_cg_kc(value), base, key, value);
        } else {
            int32_t r = sk_cg_expr(c, d->values.items[i]);
            sk_cg_emit(c, SK_OPC_DICT_UPDATE, sk_cg_kb(r), base, r, 0);
        }
        u->depth = depth + 1;
    }
    u->depth = depth;
    sk_cg_move_reg(c, dest, base);
}

// ---- f-strings and templates ---------------------------------------------------------------------------------------------

static void conversion(SkCompiler *c, int kind, int32_t dest, int32_t r) {
    int how = kind == 's' ? 1 : kind == 'r' ? 2 : 3;
    sk_cg_emit(c, SK_OPC_CONVERT, sk_cg_kb(r), dest, r, how);
}

static void formatted_value(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstFormattedValue *f = SK_AST(FormattedValue, e);
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    int32_t r = sk_cg_operand(c, f->value, f->format_spec);
    if (f->conversion != -1 && f->conversion != 0) {
        u->depth = depth;
        int32_t t = sk_cg_temp(c);
        conversion(c, f->conversion, t, r);
        r = t;
    }
    int32_t spec = f->format_spec ? sk_cg_expr(c, f->format_spec) : SK_NONE_REG;
    sk_cg_emit(c, SK_OPC_FORMAT, sk_cg_kb(r) | (f->format_spec ? sk_cg_kc(spec) : 0), dest, r, spec);
    u->depth = depth;
}

static void joined_str(SkCompiler *c, const SkAst *e, int32_t dest) {
    const SkAstSeq *values = &SK_AST(JoinedStr, e)->values;
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    if (!values->count) {
        sk_cg_load_const(c, sk_names.empty, dest);
        return;
    }
    if (values->count == 1 && values->items[0]->kind != SK_AST_Constant) {
        sk_cg_expr_to(c, values->items[0], dest);
        return;
    }
    if (values->count == 1) {
        sk_cg_expr_to(c, values->items[0], dest);
        return;
    }
    int32_t base = SK_TEMP0 + depth;
    uint32_t i = 0;
    // Long ones are joined piece by piece.
    while (i < values->count && !c->failed) {
        uint32_t pieces = 0;
        if (i) {
            u->depth = depth;
            sk_cg_temp(c);
            pieces = 1;
        }
        for (; i < values->count && pieces < 200; i++, pieces++) sk_cg_expr_push(c, values->items[i]);
        sk_cg_emit(c, SK_OPC_BUILD_STRING, 0, i == values->count ? dest : base, base, (int32_t)pieces);
    }
    u->depth = depth;
}

static void interpolation(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstInterpolation *p = SK_AST(Interpolation, e);
    SkUnit *u = c->unit;
    int32_t depth = u->depth, base = sk_cg_expr_push(c, p->value);
    sk_cg_load_const(c, sk_cg_const_value(c, &p->str), sk_cg_temp(c));
    int32_t t = sk_cg_temp(c);
    if (p->conversion > 0) {
        char text[2] = {(char)p->conversion, 0};
        sk_cg_load_const(c, sk_cg_str(c, text), t);
    } else {
        sk_cg_load_const(c, SK_NONE, t);
    }
    if (p->format_spec) sk_cg_expr_push(c, p->format_spec);
    else sk_cg_load_const(c, sk_names.empty, sk_cg_temp(c));
    sk_cg_emit(c, SK_OPC_BUILD_INTERPOLATION, 0, dest, base, 4);
    u->depth = depth;
}

static void template_str(SkCompiler *c, const SkAst *e, int32_t dest) {
    const SkAstSeq *values = &SK_AST(TemplateStr, e)->values;
    SkUnit *u = c->unit;
    int32_t depth = u->depth, base = SK_TEMP0 + depth;
    bool after_text = false;
    int32_t n = 0;
    for (uint32_t i = 0; i < values->count; i++) {
        const SkAst *v = values->items[i];
        if (v->kind == SK_AST_Interpolation) {
            if (!after_text) sk_cg_load_const(c, sk_names.empty, sk_cg_temp(c)), n++;
            after_text = false;
        } else {
            sk_cg_expr_push(c, v);
            n++;
            after_text = true;
        }
    }
    if (!after_text) sk_cg_load_const(c, sk_names.empty, sk_cg_temp(c)), n++;
    sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, base, base, n);
    u->depth = depth + 1;
    int32_t second = SK_TEMP0 + u->depth;
    n = 0;
    for (uint32_t i = 0; i < values->count; i++)
        if (values->items[i]->kind == SK_AST_Interpolation) sk_cg_expr_push(c, values->items[i]), n++;
    sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, second, second, n);
    if (u->max_depth < depth + 2) u->max_depth = depth + 2;
    sk_cg_emit(c, SK_OPC_BUILD_TEMPLATE, 0, dest, base, 0);
    u->depth = depth;
}

// ---- attributes and items ---------------------------------------------------------------------------------------------------

static void attribute(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstAttribute *a = SK_AST(Attribute, e);
    if (sk_cg_super_attribute(c, e, false, dest)) return;
    int32_t r = sk_cg_expr(c, a->value);
    c->unit->pos = sk_cg_attribute_pos(e);
    sk_cg_emit(c, SK_OPC_GET_ATTR, sk_cg_kb(r), dest, r, (int32_t)sk_cg_name_index(c, sk_cg_mangled(c, a->attr)));
}

// A slice with constant bounds is itself built once at most: the bounds are pushed as constants.
static void slice_object(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstSlice *s = SK_AST(Slice, e);
    const SkAst *parts[] = {s->lower, s->upper, s->step};
    SkUnit *u = c->unit;
    int32_t depth = u->depth, n = s->step ? 3 : 2;
    for (int32_t i = 0; i < n; i++) {
        if (parts[i]) sk_cg_expr_push(c, parts[i]);
        else sk_cg_load_const(c, SK_NONE, sk_cg_temp(c));
    }
    sk_cg_emit(c, SK_OPC_BUILD_SLICE, 0, dest, SK_TEMP0 + depth, n);
    u->depth = depth;
}

static void subscript(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstSubscript *s = SK_AST(Subscript, e);
    int32_t small, object = sk_cg_operand(c, s->value, s->slice);
    if (fold_small(c, s->slice, &small)) {
        sk_cg_emit(c, SK_OPC_GET_ITEM_INT, sk_cg_kb(object), dest, object, small);
        return;
    }
    int32_t key = sk_cg_expr(c, s->slice);
    sk_cg_emit(c, SK_OPC_GET_ITEM, sk_cg_kb(object) | sk_cg_kc(key), dest, object, key);
}

// ---- generators ------------------------------------------------------------------------------------------------------------

static bool in_function(SkCompiler *c) {
    SkScopeKind k = c->unit->scope->kind;
    return k == SK_SCOPE_FUNCTION;
}

// Drives the iterator in `it` (a taken temporary, the topmost) to its end; its value goes to dest.
static void delegate(SkCompiler *c, int32_t it, int32_t dest) {
    int32_t v = sk_cg_temp(c), loop = sk_cg_label(c), done = sk_cg_label(c);
    sk_cg_emit(c, SK_OPC_LOAD_IMM, 0, v, 2, 0);
    sk_cg_place(c, loop);
    sk_cg_emit_jump(c, SK_OPC_SEND, 0, v, it, done);
    sk_cg_emit(c, SK_OPC_YIELD, SK_KILL_B, v, v, 1);
    sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, loop);
    sk_cg_place(c, done);
    sk_cg_move_reg(c, dest, v);
    if (dest != it) sk_cg_clear(c, it);
    c->unit->depth -= 2;
}

void sk_cg_await(SkCompiler *c, int32_t value, int32_t dest, int how) {
    sk_cg_emit(c, SK_OPC_GET_AWAITABLE, SK_KILL_B, value, value, how);
    delegate(c, value, dest);
}

static void await_expr(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkUnit *u = c->unit;
    if (!(u->flags & (SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR))) {
        if (!in_function(c)) sk_cg_error(c, e, "'await' outside function");
        else sk_cg_error(c, e, "'await' outside async function");
        return;
    }
    int32_t t = sk_cg_expr_push(c, SK_AST(Await, e)->value);
    sk_cg_await(c, t, dest, 0);
}

static void yield_expr(SkCompiler *c, const SkAst *e, int32_t dest) {
    if (!in_function(c)) {
        sk_cg_error(c, e, "'yield' outside function");
        return;
    }
    SkUnit *u = c->unit;
    int32_t depth = u->depth, t;
    if (SK_AST(Yield, e)->value) {
        t = sk_cg_expr(c, SK_AST(Yield, e)->value);
    } else {
        t = sk_cg_temp(c);
        sk_cg_load_const(c, SK_NONE, t);
    }
    if (u->flags & SK_CO_ASYNC_GENERATOR) {
        u->depth = depth;
        int32_t wrapped = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_ASYNC_GEN_WRAP, sk_cg_kb(t), wrapped, t, 0);
        t = wrapped;
    }
    // What is sent arrives in a temporary: resuming overwrites the register without a look at what it held.
    u->depth = depth;
    int32_t sent = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_YIELD, sk_cg_kb(t), sent, t, 0);
    sk_cg_move_reg(c, dest, sent);
    u->depth = depth;
}

static void yield_from(SkCompiler *c, const SkAst *e, int32_t dest) {
    if (!in_function(c)) {
        sk_cg_error(c, e, "'yield from' outside function");
        return;
    }
    SkUnit *u = c->unit;
    if (u->scope->is_async_def) {
        sk_cg_error(c, e, "'yield from' inside async function");
        return;
    }
    int32_t t = sk_cg_expr_push(c, SK_AST(YieldFrom, e)->value);
    sk_cg_emit(c, SK_OPC_GET_YIELD_FROM, SK_KILL_B, t, t, 0);
    delegate(c, t, dest);
}

// ---- all ------------------------------------------------------------------------------------------------------------

static void expr_node(SkCompiler *c, const SkAst *e, int32_t dest) {
    switch (e->kind) {
    case SK_AST_BoolOp: bool_value(c, e, dest); break;
    case SK_AST_NamedExpr: {
        SkAstNamedExpr *n = SK_AST(NamedExpr, e);
        SkValue name = sk_cg_mangled(c, SK_AST(Name, n->target)->id);
        sk_cg_check_assignable(c, n->target, name, "assign to");
        int32_t local = sk_cg_local_register(c, name);
        if (local >= 0) {
            sk_cg_expr_to(c, n->value, local);
            sk_cg_move_reg(c, dest, local);
            break;
        }
        int32_t t = sk_cg_is_temp(dest) ? dest : SK_TEMP0 + c->unit->depth;
        sk_cg_expr_to(c, n->value, t);
        // The temporary is both stored and the result, so it is stored from a copy.
        SkUnit *u = c->unit;
        int32_t depth = u->depth;
        if (t >= SK_TEMP0 + u->depth) u->depth = t - SK_TEMP0 + 1;
        int32_t copy = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_MOVE, 0, copy, t, 0);
        SkPos pos = sk_cg_at(u, n->target);
        sk_cg_store_name(c, name, copy);
        u->pos = pos;
        u->depth = depth;
        if (t != dest) sk_cg_move_reg(c, dest, t);
        break;
    }
    case SK_AST_BinOp: binary_chain(c, e, dest); break;
    case SK_AST_UnaryOp: unary(c, e, dest); break;
    case SK_AST_Lambda: sk_cg_lambda(c, e, dest); break;
    case SK_AST_IfExp: conditional(c, e, dest); break;
    case SK_AST_Dict: dict_display(c, e, dest); break;
    case SK_AST_Set: sk_cg_build_sequence(c, SK_OPC_BUILD_SET, &SK_AST(Set, e)->elts, dest); break;
    case SK_AST_List: sk_cg_build_sequence(c, SK_OPC_BUILD_LIST, &SK_AST(List, e)->elts, dest); break;
    case SK_AST_Tuple: sk_cg_build_sequence(c, SK_OPC_BUILD_TUPLE, &SK_AST(Tuple, e)->elts, dest); break;
    case SK_AST_ListComp:
    case SK_AST_SetComp:
    case SK_AST_DictComp:
    case SK_AST_GeneratorExp: sk_cg_comprehension(c, e, dest); break;
    case SK_AST_Await: await_expr(c, e, dest); break;
    case SK_AST_Yield: yield_expr(c, e, dest); break;
    case SK_AST_YieldFrom: yield_from(c, e, dest); break;
    case SK_AST_Compare: compare_value(c, e, dest); break;
    case SK_AST_Call: sk_cg_call_expr(c, e, dest); break;
    case SK_AST_FormattedValue: formatted_value(c, e, dest); break;
    case SK_AST_JoinedStr: joined_str(c, e, dest); break;
    case SK_AST_Interpolation: interpolation(c, e, dest); break;
    case SK_AST_TemplateStr: template_str(c, e, dest); break;
    case SK_AST_Attribute: attribute(c, e, dest); break;
    case SK_AST_Subscript: subscript(c, e, dest); break;
    case SK_AST_Name: sk_cg_load_name(c, sk_cg_mangled(c, SK_AST(Name, e)->id), dest); break;
    case SK_AST_Slice: slice_object(c, e, dest); break;
    case SK_AST_Starred: sk_cg_error(c, e, "can't use starred expression here"); break;
    default: sk_cg_error(c, e, "unexpected node in an expression"); break;
    }
}

void sk_cg_expr_to(SkCompiler *c, const SkAst *e, int32_t dest) {
    if (c->failed || !sk_cg_enter(c)) return;
    SkUnit *u = c->unit;
    SkPos pos = sk_cg_at(u, e);
    int32_t depth = u->depth;
    SkValue v = sk_cg_fold(c, e);
    if (!sk_is_empty(v)) sk_cg_load_const(c, v, dest);
    else if (!c->failed) expr_node(c, e, dest);
    u->depth = depth;
    u->pos = pos;
    sk_cg_leave(c);
}
