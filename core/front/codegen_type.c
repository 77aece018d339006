// Type parameters and type aliases (PEP 695, 696): the hidden functions behind them.
#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

// A function of one parameter, the format (1 by default), that evaluates an expression when asked to.
static void lazy_value(SkCompiler *c, const SkAst *node, int tag, SkValue name, const SkAst *value, int32_t dest) {
    SkScope *scope = sk_scope_find(c, node, tag);
    SkUnit *u = sk_cg_unit_enter(c, scope, name, (uint32_t)value->lineno);
    if (!u) return;
    u->argcount = 1;
    sk_cg_body_prologue(c);
    u->pos = sk_cg_pos_of(value);
    int32_t body = sk_cg_label(c);
    sk_cg_emit_jump(c, SK_OPC_JUMP_GT_INT, 0, 0, 2, body);
    int32_t t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_LOAD_GLOBAL, 0, t, (int32_t)sk_cg_name_index(c, sk_cg_str(c, "NotImplementedError")), 0);
    sk_cg_emit(c, SK_OPC_RAISE, SK_KILL_A, t, 0, 1);
    u->depth--;
    sk_cg_place(c, body);
    int32_t r;
    if (value->kind == SK_AST_Starred) {
        // *Ts: default: the unpacked items
        int32_t depth = u->depth, list = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_BUILD_LIST, 0, list, list, 0);
        int32_t items = sk_cg_expr(c, SK_AST(Starred, value)->value);
        sk_cg_emit(c, SK_OPC_LIST_EXTEND, sk_cg_kb(items), list, items, 0);
        sk_cg_emit(c, SK_OPC_LIST_TO_TUPLE, SK_KILL_B, list, list, 0);
        sk_cg_emit(c, SK_OPC_UNPACK, SK_KILL_B, list + 1, list, 1);
        u->depth = depth + 2;
        r = list + 1;
    } else {
        r = sk_cg_expr(c, value);
    }
    sk_cg_emit(c, SK_OPC_RETURN, sk_cg_ka(r), r, 0, 0);
    SkValue code = sk_cg_unit_leave(c);
    if (c->failed) return;
    u = c->unit;
    int32_t depth = u->depth;
    if (dest >= SK_TEMP0 + u->depth) u->depth = dest - SK_TEMP0 + 1;
    sk_cg_make_function(c, code, scope, dest);
    SkValue one = sk_from_small_int(1);
    int32_t defaults = sk_cg_temp(c);
    sk_cg_load_const(c, sk_cg_keep(c, sk_tuple_from(&one, 1)), defaults);
    sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, dest, defaults, SK_FN_DEFAULTS);
    u->depth = depth;
}

int32_t sk_cg_type_params(SkCompiler *c, const SkAstSeq *params) {
    SkUnit *u = c->unit;
    int32_t base = SK_TEMP0 + u->depth;
    bool seen_default = false;
    for (uint32_t i = 0; i < params->count && !c->failed; i++) {
        const SkAst *p = params->items[i];
        const SkName *name;
        const SkAst *bound = NULL, *value;
        SkIntrinsic make;
        if (p->kind == SK_AST_TypeVar) {
            name = SK_AST(TypeVar, p)->name, bound = SK_AST(TypeVar, p)->bound, value = SK_AST(TypeVar, p)->default_value;
            make = SK_INTRINSIC_TYPEVAR;
        } else if (p->kind == SK_AST_ParamSpec) {
            name = SK_AST(ParamSpec, p)->name, value = SK_AST(ParamSpec, p)->default_value, make = SK_INTRINSIC_PARAMSPEC;
        } else {
            name = SK_AST(TypeVarTuple, p)->name, value = SK_AST(TypeVarTuple, p)->default_value, make = SK_INTRINSIC_TYPEVARTUPLE;
        }
        sk_cg_at(u, p);
        SkValue text = sk_cg_name(c, name);
        int32_t t = sk_cg_temp(c);
        sk_cg_load_const(c, text, t);
        if (bound) {
            int32_t fn = sk_cg_temp(c);
            lazy_value(c, p, SK_SCOPE_MAIN, text, bound, fn);
            sk_cg_emit(c, SK_OPC_INTRINSIC_2, 0, t, t,
                    bound->kind == SK_AST_Tuple ? SK_INTRINSIC_TYPEVAR_CONSTRAINTS : SK_INTRINSIC_TYPEVAR_BOUND);
            u->depth--;
        } else {
            sk_cg_emit(c, SK_OPC_INTRINSIC_1, SK_KILL_B, t, t, make);
        }
        if (value) {
            seen_default = true;
            int32_t fn = sk_cg_temp(c);
            lazy_value(c, p, SK_SCOPE_OF_DEFAULT, text, value, fn);
            sk_cg_emit(c, SK_OPC_INTRINSIC_2, 0, t, t, SK_INTRINSIC_SET_TYPEPARAM_DEFAULT);
            u->depth--;
        } else if (seen_default) {
            sk_cg_error(c, p, "non-default type parameter '%S' follows default type parameter", text);
        }
        int32_t copy = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_MOVE, 0, copy, t, 0);
        sk_cg_store_name(c, sk_cg_mangled(c, name), copy);
        u->depth--;
    }
    u->depth = base - SK_TEMP0;
    sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, base, base, (int32_t)params->count);
    return sk_cg_temp(c);
}

// name, type parameters or None, value function: three temporaries from `t`; the alias goes to t.
static void make_alias(SkCompiler *c, const SkAst *s, int32_t t) {
    SkAstTypeAlias *a = SK_AST(TypeAlias, s);
    SkUnit *u = c->unit;
    int32_t fn = sk_cg_temp(c);
    lazy_value(c, s, SK_SCOPE_MAIN, sk_cg_name(c, SK_AST(Name, a->name)->id), a->value, fn);
    sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, t, t, 3);
    sk_cg_emit(c, SK_OPC_INTRINSIC_1, SK_KILL_B, t, t, SK_INTRINSIC_TYPEALIAS);
    u->depth = t + 1 - SK_TEMP0;
}

void sk_cg_type_alias(SkCompiler *c, const SkAst *s) {
    SkAstTypeAlias *a = SK_AST(TypeAlias, s);
    SkUnit *u = c->unit;
    const SkName *id = SK_AST(Name, a->name)->id;
    SkValue name = sk_cg_name(c, id);
    int32_t depth = u->depth, t = sk_cg_temp(c);
    if (a->type_params.count) {
        SkScope *generic = sk_scope_find(c, s, SK_SCOPE_OF_PARAMS);
        u = sk_cg_unit_enter(c, generic, sk_cg_keep(c, sk_str_format("<generic parameters of %S>", name)), (uint32_t)s->lineno);
        if (!u) return;
        sk_cg_body_prologue(c);
        int32_t inner = sk_cg_temp(c);
        sk_cg_load_const(c, name, inner);
        sk_cg_type_params(c, &a->type_params);
        make_alias(c, s, inner);
        sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, inner, 0, 0);
        SkValue code = sk_cg_unit_leave(c);
        u = c->unit;
        if (c->failed) return;
        sk_cg_make_function(c, code, generic, t);
        sk_cg_emit(c, SK_OPC_CALL, 0, t, 0, t);
    } else {
        sk_cg_load_const(c, name, t);
        sk_cg_load_const(c, SK_NONE, sk_cg_temp(c));
        make_alias(c, s, t);
    }
    u->depth = depth + 1;
    sk_cg_store_target(c, a->name, t);
    u->depth = depth;
}
