// Comprehensions and generator expressions. List, set and dict comprehensions of functions, modules and classes run in the frame
// they stand in (PEP 709); all others are functions of one argument, the first iterator.
#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"

typedef struct {
    SkComprehensionKind kind;
    const SkAst *node;
    const SkAstSeq *generators;
    const SkAst *element, *value;  // value: of dict comprehensions
    int32_t result;                // the collection, -1 for generators
} Comprehension;

static Comprehension describe(const SkAst *e) {
    Comprehension k = {.node = e, .result = -1};
    if (e->kind == SK_AST_DictComp) {
        k.kind = SK_COMP_DICT;
        k.generators = &SK_AST(DictComp, e)->generators;
        k.element = SK_AST(DictComp, e)->key;
        k.value = SK_AST(DictComp, e)->value;
        return k;
    }
    // The other three have the same fields.
    k.kind = e->kind == SK_AST_ListComp ? SK_COMP_LIST : e->kind == SK_AST_SetComp ? SK_COMP_SET : SK_COMP_GENERATOR;
    k.generators = &((SkAstListComp *)e)->generators;
    k.element = ((SkAstListComp *)e)->elt;
    return k;
}

static void element(SkCompiler *c, Comprehension *k) {
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    SkPos pos = u->pos;
    if (k->kind == SK_COMP_DICT) {
        int32_t key = sk_cg_operand(c, k->element, k->value), value = sk_cg_expr(c, k->value);
        u->pos = sk_cg_pos_of(k->element);
        u->pos.end_line = k->value->end_lineno;
        u->pos.end_col = k->value->end_col_offset;
        sk_cg_emit(c, SK_OPC_MAP_ADD, sk_cg_kb(key) | sk_cg_kc(value), k->result, key, value);
    } else {
        int32_t r = sk_cg_expr(c, k->element);
        u->pos = sk_cg_pos_of(k->element);
        if (k->kind == SK_COMP_GENERATOR) {
            u->depth = depth;
            int32_t t = sk_cg_temp(c);
            if (u->flags & SK_CO_ASYNC_GENERATOR) {
                sk_cg_emit(c, SK_OPC_ASYNC_GEN_WRAP, sk_cg_kb(r), t, r, 0);
                r = t;
            }
            sk_cg_emit(c, SK_OPC_YIELD, sk_cg_kb(r), t, r, 0);
            sk_cg_clear(c, t);
        } else {
            sk_cg_emit(c, k->kind == SK_COMP_LIST ? SK_OPC_LIST_APPEND : SK_OPC_SET_ADD, sk_cg_kb(r), k->result, r, 0);
        }
    }
    u->pos = pos;
    u->depth = depth;
}

static void generator(SkCompiler *c, Comprehension *k, uint32_t index, int32_t first);

static void inside(SkCompiler *c, Comprehension *k, uint32_t index, int32_t skip) {
    SkAstComprehension *g = SK_AST(Comprehension, k->generators->items[index]);
    for (uint32_t i = 0; i < g->ifs.count; i++) sk_cg_jump_if(c, g->ifs.items[i], false, skip);
    if (index + 1 < k->generators->count) generator(c, k, index + 1, -1);
    else element(c, k);
}

static void store_item(SkCompiler *c, const SkAst *target, int32_t item, int32_t depth) {
    if (item >= SK_TEMP0) sk_cg_store_target(c, target, item);
    c->unit->depth = depth;
}

static int32_t item_register(SkCompiler *c, const SkAst *target) {
    int32_t local = target->kind == SK_AST_Name ? sk_cg_local_register(c, sk_cg_mangled(c, SK_AST(Name, target)->id)) : -1;
    return local >= 0 ? local : sk_cg_temp(c);
}

static void async_generator(SkCompiler *c, Comprehension *k, uint32_t index, int32_t it) {
    SkAstComprehension *g = SK_AST(Comprehension, k->generators->items[index]);
    SkUnit *u = c->unit;
    int32_t depth = u->depth, top = sk_cg_label(c), stop = sk_cg_label(c), next = sk_cg_label(c), handler = u->handler;
    sk_cg_place(c, top);
    u->handler = sk_cg_try_range(c, stop);
    int32_t item = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_GET_ANEXT, 0, item, it, 0);
    int32_t v = sk_cg_temp(c), loop = sk_cg_label(c), done = sk_cg_label(c);
    sk_cg_emit(c, SK_OPC_LOAD_IMM, 0, v, 2, 0);
    sk_cg_place(c, loop);
    sk_cg_emit_jump(c, SK_OPC_SEND, 0, v, item, done);
    sk_cg_emit(c, SK_OPC_YIELD, SK_KILL_B, v, v, 1);
    sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, loop);
    sk_cg_place(c, done);
    sk_cg_move_reg(c, item, v);
    u->handler = handler;
    u->depth = depth + 1;
    store_item(c, g->target, item, depth);
    inside(c, k, index, next);
    sk_cg_place(c, next);
    sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, top);
    sk_cg_place(c, stop);
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    SkCleanup x = sk_cg_cleanup_begin(c, p);
    sk_cg_emit(c, SK_OPC_END_ASYNC_FOR, 0, p + 1, 0, 0);
    sk_cg_cleanup_end(c, &x);
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
    u->depth = depth;
}

// A single item in a list or tuple display: `for y in [f(x)]` is an assignment.
static const SkAst *single_item(const SkAst *iter) {
    const SkAstSeq *elts = iter->kind == SK_AST_List ? &SK_AST(List, iter)->elts : iter->kind == SK_AST_Tuple ? &SK_AST(Tuple, iter)->elts : NULL;
    return elts && elts->count == 1 && elts->items[0]->kind != SK_AST_Starred ? elts->items[0] : NULL;
}

// One `for` of a comprehension. first: the register of the first iterable or iterator (its iteration state when the
// comprehension is inlined), -1 for the others.
static void generator(SkCompiler *c, Comprehension *k, uint32_t index, int32_t first) {
    if (c->failed || !sk_cg_enter(c)) return;
    SkAstComprehension *g = SK_AST(Comprehension, k->generators->items[index]);
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    SkPos pos = u->pos;
    const SkAst *single = index > 0 && !g->is_async ? single_item(g->iter) : NULL;
    if (single) {
        int32_t skip = sk_cg_label(c);
        sk_cg_assign_expr(c, g->target, single);
        inside(c, k, index, skip);
        sk_cg_place(c, skip);
    } else if (g->is_async) {
        int32_t it = first;
        if (it < 0) {
            it = sk_cg_expr_push(c, g->iter);
            sk_cg_emit(c, SK_OPC_GET_AITER, SK_KILL_B, it, it, 0);
        }
        async_generator(c, k, index, it);
        if (first < 0) sk_cg_clear(c, it);
    } else {
        int32_t top = sk_cg_label(c), end = sk_cg_label(c), next = sk_cg_label(c);
        bool parameter = first >= 0 && !sk_cg_is_temp(first);
        int32_t state = first;
        u->pos = sk_cg_pos_of(g->iter);
        if (first < 0) {
            int32_t r = sk_cg_expr(c, g->iter);
            u->depth = depth;
            state = sk_cg_temps(c, 3);
            sk_cg_emit(c, SK_OPC_GET_ITER, sk_cg_kb(r), state, r, 0);
        }
        sk_cg_place(c, top);
        int32_t inner = u->depth, item = item_register(c, g->target);
        sk_cg_emit_jump(c, parameter ? SK_OPC_NEXT : SK_OPC_FOR_ITER, 0, item, state, end);
        store_item(c, g->target, item, inner);
        u->pos = pos;
        inside(c, k, index, next);
        sk_cg_place(c, next);
        sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, top);
        sk_cg_place(c, end);
    }
    u->depth = depth;
    u->pos = pos;
    sk_cg_leave(c);
}

static void new_collection(SkCompiler *c, Comprehension *k) {
    static const SkOpcode ops[] = {[SK_COMP_LIST] = SK_OPC_BUILD_LIST, [SK_COMP_SET] = SK_OPC_BUILD_SET, [SK_COMP_DICT] = SK_OPC_BUILD_MAP};
    k->result = sk_cg_temp(c);
    sk_cg_emit(c, ops[k->kind], 0, k->result, k->result, 0);
}

// Comprehensions that do not contain each other share the registers of variables with the same name.
static int32_t hidden_local(SkCompiler *c, SkValue name, uint8_t kind) {
    SkUnit *u = c->unit;
    for (uint32_t i = 0; i < u->nlocals; i++)
        if (u->local_kinds[i] == kind && u->locals[i].w == name.w && !u->hidden_busy[i]) return (int32_t)i;
    return sk_cg_new_local(c, name, kind);
}

static void inlined(SkCompiler *c, Comprehension *k, SkScope *scope, int32_t dest) {
    SkUnit *u = c->unit;
    SkAstComprehension *g = SK_AST(Comprehension, k->generators->items[0]);
    int32_t depth = u->depth;
    SkPos pos = u->pos;
    if (scope->coroutine && !(u->flags & (SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR))) {
        sk_cg_error(c, k->node, "asynchronous comprehension outside of an asynchronous function");
        return;
    }
    new_collection(c, k);
    int32_t first = SK_TEMP0 + u->depth;
    int32_t r = sk_cg_expr(c, g->iter);
    u->pos = sk_cg_pos_of(g->iter);
    if (g->is_async) sk_cg_emit(c, SK_OPC_GET_AITER, sk_cg_kb(r), first, r, 0);
    else sk_cg_emit(c, SK_OPC_GET_ITER, sk_cg_kb(r), first, r, 0);
    u->pos = pos;
    u->depth = first - SK_TEMP0;
    sk_cg_temps(c, g->is_async ? 1 : 3);
    SkScope *names = u->names;
    u->names = scope;
    for (uint32_t i = 0; i < scope->nsymbols; i++) {
        SkSymbol *y = scope->symbols[i];
        if (y->binding != SK_BIND_LOCAL && y->binding != SK_BIND_CELL) continue;
        bool cell = y->binding == SK_BIND_CELL;
        // Code of a finally clause is made several times, with the same registers.
        if (y->reg < 0) y->reg = hidden_local(c, y->name, SK_LOCAL_HIDDEN | (cell ? SK_LOCAL_CELL : 0));
        if (c->failed) return;
        u->hidden_busy[y->reg] = true;
        if (!cell) continue;
        sk_cg_clear(c, y->reg);
        sk_cg_emit(c, SK_OPC_MAKE_CELL, 0, y->reg, 0, 0);
    }
    generator(c, k, 0, first);
    if (g->is_async) sk_cg_clear(c, first);
    for (uint32_t i = 0; i < scope->nsymbols; i++)
        if (scope->symbols[i]->reg >= 0) sk_cg_clear(c, scope->symbols[i]->reg), u->hidden_busy[scope->symbols[i]->reg] = false;
    u->names = names;
    u->depth = depth;
    sk_cg_move_reg(c, dest, k->result);
}

static SkValue comprehension_code(SkCompiler *c, Comprehension *k, SkScope *scope) {
    SkUnit *u = sk_cg_unit_enter(c, scope, scope->name, (uint32_t)k->node->lineno);
    if (!u) return SK_EMPTY;
    u->argcount = 1;
    u->pos = sk_cg_pos_of(k->node);
    bool is_generator = k->kind == SK_COMP_GENERATOR;
    if (is_generator) u->flags |= scope->coroutine ? SK_CO_ASYNC_GENERATOR : SK_CO_GENERATOR;
    else if (scope->coroutine) u->flags |= SK_CO_COROUTINE;
    bool handled = is_generator || scope->coroutine;
    int32_t handler = handled ? sk_cg_begin_generator(c) : -1;
    sk_cg_body_prologue(c);
    if (!is_generator) new_collection(c, k);
    generator(c, k, 0, 0);
    if (is_generator) sk_cg_implicit_return(c);
    else sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, k->result, 0, 0);
    if (handled) sk_cg_finish_generator(c, handler);
    return sk_cg_unit_leave(c);
}

void sk_cg_comprehension(SkCompiler *c, const SkAst *e, int32_t dest) {
    Comprehension k = describe(e);
    SkScope *scope = sk_scope_find(c, e, SK_SCOPE_MAIN);
    SkUnit *u = c->unit;
    if (scope->inlined) {
        inlined(c, &k, scope, dest);
        return;
    }
    bool awaited = k.kind != SK_COMP_GENERATOR && scope->coroutine;
    if (awaited && !(u->flags & (SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR))) {
        sk_cg_error(c, e, "asynchronous comprehension outside of an asynchronous function");
        return;
    }
    SkAstComprehension *g = SK_AST(Comprehension, k.generators->items[0]);
    int32_t depth = u->depth, f = sk_cg_temp(c);
    SkValue code = comprehension_code(c, &k, scope);
    u = c->unit;
    if (c->failed) return;
    sk_cg_make_function(c, code, scope, f);
    int32_t t = sk_cg_expr(c, g->iter);
    SkPos pos = u->pos;
    u->pos = sk_cg_pos_of(g->iter);
    sk_cg_emit(c, g->is_async ? SK_OPC_GET_AITER : SK_OPC_GET_ITER_OBJECT, sk_cg_kb(t), f + 1, t, 0);
    u->pos = pos;
    u->depth = depth + 2;
    sk_cg_emit(c, SK_OPC_CALL, 0, f, 1, awaited ? f : dest);
    if (awaited) {
        u->depth = depth + 1;
        sk_cg_await(c, f, dest, 0);
    }
    u->depth = depth;
}
