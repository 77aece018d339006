// Loops.
#include "core/front/compile_internal.h"

void sk_for(SkCompiler *c, const SkAst *s) {
    SkAstFor *f = SK_AST(For, s);
    SkUnit *u = c->unit;
    int32_t depth = u->depth, state = SK_TEMP0 + depth;
    SkPos pos = u->pos;
    int32_t r = sk_expr(c, f->iter);
    u->pos = sk_pos_of(f->iter);
    sk_emit(c, SK_OPC_GET_ITER, sk_kb(r), state, r, 0);
    u->depth = depth;
    sk_temps(c, 3);
    SkBlock b = {.top = sk_label(c), .exit = sk_label(c)};
    int32_t end = sk_label(c);
    sk_push_block(c, &b, SK_BLOCK_FOR, state);
    sk_bind(c, b.top);
    int32_t local = f->target->kind == SK_AST_Name ? sk_local_register(c, sk_cg_mangled(c, SK_AST(Name, f->target)->id)) : -1;
    int32_t item = local >= 0 ? local : sk_temp(c);
    if (f->target->kind == SK_AST_Name) sk_check_assignable(c, f->target, sk_cg_mangled(c, SK_AST(Name, f->target)->id), "assign to");
    sk_emit_jump(c, SK_OPC_FOR_ITER, 0, item, state, end);
    if (local < 0) {
        sk_store_target(c, f->target, item);
        u->depth = depth + 3;
    }
    u->pos = pos;
    sk_stmts(c, &f->body);
    u->pos = SK_NO_POS;
    sk_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b.top);
    u->pos = pos;
    sk_pop_block(c);
    sk_bind(c, end);
    u->depth = depth;
    sk_stmts(c, &f->orelse);
    sk_bind(c, b.exit);
}

void sk_while(SkCompiler *c, const SkAst *s) {
    SkAstWhile *w = SK_AST(While, s);
    SkUnit *u = c->unit;
    SkPos pos = u->pos;
    SkBlock b = {.top = sk_label(c), .exit = sk_label(c)};
    int32_t end = sk_label(c);
    sk_push_block(c, &b, SK_BLOCK_WHILE, -1);
    sk_bind(c, b.top);
    sk_jump_if(c, w->test, false, end);
    sk_stmts(c, &w->body);
    u->pos = SK_NO_POS;
    sk_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b.top);
    u->pos = pos;
    sk_pop_block(c);
    sk_bind(c, end);
    sk_stmts(c, &w->orelse);
    sk_bind(c, b.exit);
}

void sk_async_for(SkCompiler *c, const SkAst *s) {
    SkAstAsyncFor *f = SK_AST(AsyncFor, s);
    SkUnit *u = c->unit;
    if (!(u->flags & (SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR))) {
        sk_cg_error(c, s, u->scope->kind == SK_SCOPE_FUNCTION ? "'async for' outside async function" : "'async for' outside async function");
        return;
    }
    int32_t depth = u->depth;
    SkPos pos = u->pos;
    int32_t it = sk_expr_push(c, f->iter);
    u->pos = sk_pos_of(f->iter);
    sk_emit(c, SK_OPC_GET_AITER, SK_KILL_B, it, it, 0);
    SkBlock b = {.top = sk_label(c), .exit = sk_label(c)};
    int32_t stop = sk_label(c);
    sk_push_block(c, &b, SK_BLOCK_ASYNC_FOR, it);
    sk_bind(c, b.top);
    int32_t handler = u->handler;
    u->handler = sk_try_range(c, stop);
    int32_t item = sk_temp(c);
    sk_emit(c, SK_OPC_GET_ANEXT, 0, item, it, 0);
    int32_t v = sk_temp(c), loop = sk_label(c), done = sk_label(c);
    sk_emit(c, SK_OPC_LOAD_IMM, 0, v, 2, 0);
    sk_bind(c, loop);
    sk_emit_jump(c, SK_OPC_SEND, 0, v, item, done);
    sk_emit(c, SK_OPC_YIELD, SK_KILL_B, v, v, 1);
    sk_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, loop);
    sk_bind(c, done);
    sk_move_reg(c, item, v);
    u->handler = handler;
    u->depth = depth + 2;
    sk_store_target(c, f->target, item);
    u->depth = depth + 1;
    u->pos = pos;
    sk_stmts(c, &f->body);
    u->pos = SK_NO_POS;
    sk_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b.top);
    sk_pop_block(c);
    u->pos = sk_pos_of(f->iter);
    sk_bind(c, stop);
    int32_t p = sk_temps(c, 2);
    sk_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    SkCleanup k = sk_cleanup_begin(c, p);
    sk_emit(c, SK_OPC_END_ASYNC_FOR, 0, p + 1, 0, 0);
    sk_cleanup_end(c, &k);
    sk_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
    sk_clear(c, it);
    u->depth = depth;
    u->pos = pos;
    sk_stmts(c, &f->orelse);
    sk_bind(c, b.exit);
}
