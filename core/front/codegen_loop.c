// Loops.
#include "core/front/compile_internal.h"

void sk_cg_for(SkCompiler *c, const SkAst *s) {
    SkAstFor *f = SK_AST(For, s);
    SkUnit *u = c->unit;
    int32_t depth = u->depth, state = SK_TEMP0 + depth;
    SkPos pos = u->pos;
    int32_t r = sk_cg_expr(c, f->iter);
    u->pos = sk_cg_pos_of(f->iter);
    sk_cg_emit(c, SK_OPC_GET_ITER, sk_cg_kb(r), state, r, 0);
    u->depth = depth;
    sk_cg_temps(c, 3);
    SkBlock b = {.top = sk_cg_label(c), .exit = sk_cg_label(c)};
    int32_t end = sk_cg_label(c);
    sk_cg_push_block(c, &b, SK_BLOCK_FOR, state);
    sk_cg_place(c, b.top);
    int32_t local = f->target->kind == SK_AST_Name ? sk_cg_local_register(c, sk_cg_mangled(c, SK_AST(Name, f->target)->id)) : -1;
    int32_t item = local >= 0 ? local : sk_cg_temp(c);
    if (f->target->kind == SK_AST_Name) sk_cg_check_assignable(c, f->target, sk_cg_mangled(c, SK_AST(Name, f->target)->id), "assign to");
    sk_cg_emit_jump(c, SK_OPC_FOR_ITER, 0, item, state, end);
    if (local < 0) {
        sk_cg_store_target(c, f->target, item);
        u->depth = depth + 3;
    }
    u->pos = pos;
    sk_cg_stmts(c, &f->body);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b.top);
    u->pos = pos;
    sk_cg_pop_block(c);
    sk_cg_place(c, end);
    u->depth = depth;
    sk_cg_stmts(c, &f->orelse);
    sk_cg_place(c, b.exit);
}

void sk_cg_while(SkCompiler *c, const SkAst *s) {
    SkAstWhile *w = SK_AST(While, s);
    SkUnit *u = c->unit;
    SkPos pos = u->pos;
    SkBlock b = {.top = sk_cg_label(c), .exit = sk_cg_label(c)};
    int32_t end = sk_cg_label(c);
    sk_cg_push_block(c, &b, SK_BLOCK_WHILE, -1);
    bool constant = sk_cg_static_truth(c, w->test) >= 0;
    if (constant) sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
    sk_cg_place(c, b.top);
    sk_cg_jump_if(c, w->test, false, end);
    sk_cg_stmts(c, &w->body);
    // Where there is no test that tells its line, the jump does.
    if (!constant) u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b.top);
    u->pos = pos;
    sk_cg_pop_block(c);
    sk_cg_place(c, end);
    sk_cg_stmts(c, &w->orelse);
    sk_cg_place(c, b.exit);
}

void sk_cg_async_for(SkCompiler *c, const SkAst *s) {
    SkAstAsyncFor *f = SK_AST(AsyncFor, s);
    SkUnit *u = c->unit;
    if (!(u->flags & (SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR))) {
        sk_cg_error(c, s, u->scope->kind == SK_SCOPE_FUNCTION ? "'async for' outside async function" : "'async for' outside async function");
        return;
    }
    int32_t depth = u->depth;
    SkPos pos = u->pos;
    int32_t it = sk_cg_expr_push(c, f->iter);
    u->pos = sk_cg_pos_of(f->iter);
    sk_cg_emit(c, SK_OPC_GET_AITER, SK_KILL_B, it, it, 0);
    SkBlock b = {.top = sk_cg_label(c), .exit = sk_cg_label(c)};
    int32_t stop = sk_cg_label(c);
    sk_cg_push_block(c, &b, SK_BLOCK_ASYNC_FOR, it);
    sk_cg_place(c, b.top);
    int32_t handler = u->handler;
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
    u->depth = depth + 2;
    sk_cg_store_target(c, f->target, item);
    u->depth = depth + 1;
    u->pos = pos;
    sk_cg_stmts(c, &f->body);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b.top);
    sk_cg_pop_block(c);
    u->pos = sk_cg_pos_of(f->iter);
    sk_cg_place(c, stop);
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    SkCleanup k = sk_cg_cleanup_begin(c, p);
    sk_cg_emit(c, SK_OPC_END_ASYNC_FOR, 0, p + 1, 0, 0);
    sk_cg_cleanup_end(c, &k);
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
    sk_cg_clear(c, it);
    u->depth = depth;
    u->pos = pos;
    sk_cg_stmts(c, &f->orelse);
    sk_cg_place(c, b.exit);
}
