// try, except, finally, with.
//
// A handler begins with PUSH_EXC p: p keeps what the frame was handling before, p + 1 the exception. When an exception
// leaves a handler for another one of the same frame, a clean-up range ends the handling first; without an outer handler
// the frame goes away and there is nothing to put right.
#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"

SkCleanup sk_cg_cleanup_begin(SkCompiler *c, int32_t p) {
    SkUnit *u = c->unit;
    SkCleanup k = {.label = -1, .saved = u->handler, .reg = p, .used = u->handler >= 0};
    if (!k.used) return k;
    k.label = sk_cg_label(c);
    int32_t depth = u->depth;
    u->depth = p + 2 - SK_TEMP0;
    u->handler = sk_cg_try_range(c, k.label);
    u->depth = depth;
    return k;
}

// Ends the range. The code that runs when it is left by an exception is emitted here, out of the way of what follows.
void sk_cg_cleanup_end(SkCompiler *c, SkCleanup *k) {
    SkUnit *u = c->unit;
    u->handler = k->saved;
    if (!k->used || c->failed) return;
    int32_t depth = u->depth, after = sk_cg_label(c);
    SkPos pos = u->pos;
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, after);
    sk_cg_place(c, k->label);
    u->depth = k->reg + 2 - SK_TEMP0;
    int32_t q = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, q, 0, 0);
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, k->reg, 0, 0);
    sk_cg_clear(c, q);
    sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, q + 1, 0, 0);
    u->depth = depth;
    u->pos = pos;
    u->dead = true;
    sk_cg_place(c, after);
}

// ---- try ... finally -----------------------------------------------------------------------------------------------------

static void except_clauses(SkCompiler *c, const SkAst *s);

static void finally_clause(SkCompiler *c, const SkAst *s, void (*inner)(SkCompiler *, const SkAst *)) {
    SkAstTry *t = (SkAstTry *)s;
    SkUnit *u = c->unit;
    int32_t handler_label = sk_cg_label(c), end = sk_cg_label(c), depth = u->depth, outer = u->handler;
    SkBlock b = {.stmts = &t->finalbody};
    sk_cg_push_block(c, &b, SK_BLOCK_FINALLY_TRY, -1);
    u->handler = sk_cg_try_range(c, handler_label);
    if (t->handlers.count) {
        inner(c, s);
    } else {
        sk_cg_stmts(c, &t->body);
        sk_cg_stmts(c, &t->orelse);
    }
    sk_cg_pop_block(c);
    u->handler = outer;
    sk_cg_stmts(c, &t->finalbody);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
    sk_cg_place(c, handler_label);
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    SkBlock e = {0};
    sk_cg_push_block(c, &e, SK_BLOCK_FINALLY_END, p);
    SkCleanup k = sk_cg_cleanup_begin(c, p);
    sk_cg_stmts(c, &t->finalbody);
    u->pos = SK_NO_POS;
    sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, p + 1, 0, 0);
    sk_cg_cleanup_end(c, &k);
    sk_cg_pop_block(c);
    u->depth = depth;
    sk_cg_place(c, end);
}

// ---- try ... except ------------------------------------------------------------------------------------------------------

// The body of `except E as name`: whatever way it is left, the name is unbound.
static void named_body(SkCompiler *c, SkAstExceptHandler *h, int32_t p) {
    SkUnit *u = c->unit;
    SkValue name = sk_cg_mangled(c, h->name);
    sk_cg_check_assignable(c, h, name, "assign to");
    int32_t copy = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_MOVE, 0, copy, p + 1, 0);
    sk_cg_store_name(c, name, copy);
    u->depth--;
    int32_t label = sk_cg_label(c), outer = u->handler;
    SkBlock n = {.node = (const SkAst *)h};
    sk_cg_push_block(c, &n, SK_BLOCK_NAME, -1);
    u->handler = sk_cg_try_range(c, label);
    sk_cg_stmts(c, &h->body);
    sk_cg_pop_block(c);
    u->handler = outer;
    int32_t end = sk_cg_label(c);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
    sk_cg_place(c, label);
    int32_t q = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, q, 0, 0);
    int32_t t = sk_cg_temp(c);
    sk_cg_load_const(c, SK_NONE, t);
    sk_cg_store_name(c, name, t);
    sk_cg_delete_name(c, name);
    // What the handler was handling is current again while the new exception travels on.
    sk_cg_emit(c, SK_OPC_MOVE, SK_KILL_B, t, q + 1, 0);
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, q, 0, 0);
    sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, t, 0, 0);
    u->depth -= 3;
    sk_cg_place(c, end);
}

static void unbind_name(SkCompiler *c, const SkName *n) {
    SkValue name = sk_cg_mangled(c, n);
    int32_t t = sk_cg_temp(c);
    sk_cg_load_const(c, SK_NONE, t);
    sk_cg_store_name(c, name, t);
    c->unit->depth--;
    sk_cg_delete_name(c, name);
}

static void except_clauses(SkCompiler *c, const SkAst *s) {
    SkAstTry *t = SK_AST(Try, s);
    SkUnit *u = c->unit;
    int32_t caught = sk_cg_label(c), end = sk_cg_label(c), depth = u->depth, outer = u->handler;
    SkBlock b = {0};
    sk_cg_push_block(c, &b, SK_BLOCK_TRY, -1);
    u->handler = sk_cg_try_range(c, caught);
    sk_cg_stmts(c, &t->body);
    sk_cg_pop_block(c);
    u->handler = outer;
    sk_cg_stmts(c, &t->orelse);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
    sk_cg_place(c, caught);
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    SkBlock hb = {0};
    sk_cg_push_block(c, &hb, SK_BLOCK_HANDLER, p);
    SkCleanup k = sk_cg_cleanup_begin(c, p);
    bool matched_all = false;
    for (uint32_t i = 0; i < t->handlers.count && !c->failed; i++) {
        SkAstExceptHandler *h = SK_AST(ExceptHandler, t->handlers.items[i]);
        int32_t next = sk_cg_label(c);
        u->pos = sk_cg_pos_of(h);
        if (!h->type && i + 1 < t->handlers.count) {
            sk_cg_error(c, h, "default 'except:' must be last");
            return;
        }
        if (h->type) {
            int32_t r = sk_cg_expr(c, h->type);
            u->pos = sk_cg_pos_of(h);
            u->depth = p + 2 - SK_TEMP0;
            int32_t m = sk_cg_temp(c);
            sk_cg_emit(c, SK_OPC_EXC_MATCH, sk_cg_kc(r), m, p + 1, r);
            sk_cg_emit_jump(c, SK_OPC_JUMP_IF, SK_KILL_A, m, 0, next);
            u->depth--;
        } else {
            matched_all = true;
            sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
        }
        u->pos = sk_cg_pos_of(h);
        if (h->name) named_body(c, h, p);
        else sk_cg_stmts(c, &h->body);
        u->pos = SK_NO_POS;
        int32_t handler = u->handler;
        u->handler = outer;
        sk_cg_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
        if (h->name) unbind_name(c, h->name);
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        u->handler = handler;
        sk_cg_place(c, next);
    }
    u->pos = SK_NO_POS;
    if (!matched_all) sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, p + 1, 0, 0);
    sk_cg_cleanup_end(c, &k);
    sk_cg_pop_block(c);
    u->depth = depth;
    sk_cg_place(c, end);
}

void sk_cg_try(SkCompiler *c, const SkAst *s) {
    sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
    if (SK_AST(Try, s)->finalbody.count) finally_clause(c, s, except_clauses);
    else except_clauses(c, s);
}

// ---- try ... except* -----------------------------------------------------------------------------------------------------
// Registers: p, p+1 PUSH_EXC's; p+2 the list of what handlers raised; p+3 what is left of the exception; p+4 what a clause
// matched. At the end what is left joins the list and RERAISE_STAR decides.

static void star_clauses(SkCompiler *c, const SkAst *s) {
    SkAstTryStar *t = SK_AST(TryStar, s);
    SkUnit *u = c->unit;
    int32_t caught = sk_cg_label(c), end = sk_cg_label(c), depth = u->depth, outer = u->handler;
    SkBlock b = {0};
    sk_cg_push_block(c, &b, SK_BLOCK_TRY, -1);
    u->handler = sk_cg_try_range(c, caught);
    sk_cg_stmts(c, &t->body);
    sk_cg_pop_block(c);
    u->handler = outer;
    sk_cg_stmts(c, &t->orelse);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
    sk_cg_place(c, caught);
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    SkBlock hb = {0};
    sk_cg_push_block(c, &hb, SK_BLOCK_STAR_HANDLER, p);
    SkCleanup k = sk_cg_cleanup_begin(c, p);
    int32_t list = sk_cg_temp(c), rest = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_BUILD_LIST, 0, list, list, 0);
    sk_cg_emit(c, SK_OPC_MOVE, 0, rest, p + 1, 0);
    int32_t all_done = sk_cg_label(c);
    for (uint32_t i = 0; i < t->handlers.count && !c->failed; i++) {
        SkAstExceptHandler *h = SK_AST(ExceptHandler, t->handlers.items[i]);
        int32_t next = sk_cg_label(c), unmatched = sk_cg_label(c);
        u->pos = sk_cg_pos_of(h);
        int32_t r = sk_cg_expr_push(c, h->type);
        int32_t parts = sk_cg_temps(c, 2);
        u->pos = sk_cg_pos_of(h);
        sk_cg_emit(c, SK_OPC_EXC_GROUP_MATCH, SK_KILL_B | SK_KILL_C, parts, rest, r);
        sk_cg_emit(c, SK_OPC_MOVE, SK_KILL_B, rest, parts, 0);
        sk_cg_emit(c, SK_OPC_MOVE, SK_KILL_B, r, parts + 1, 0);
        u->depth -= 2;
        int32_t matched = r;
        sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, SK_SENSE, matched, 0, unmatched);
        u->pos = sk_cg_pos_of(h);
        // While the clause runs, the matched part is what is being handled; its own registers keep that straight.
        int32_t raised = sk_cg_label(c), handler = u->handler;
        u->depth--;
        if (h->name) {
            SkValue name = sk_cg_mangled(c, h->name);
            sk_cg_check_assignable(c, h, name, "assign to");
            u->depth++;
            int32_t copy = sk_cg_temp(c);
            sk_cg_emit(c, SK_OPC_MOVE, 0, copy, matched, 0);
            sk_cg_store_name(c, name, copy);
            u->depth -= 2;
        }
        // The clause sees the matched group as sys.exception(): it is made current by raising and catching it.
        int32_t enter = sk_cg_label(c);
        u->handler = sk_cg_try_range(c, enter);
        sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, matched, 0, 0);
        u->handler = handler;
        sk_cg_place(c, enter);
        int32_t q = sk_cg_temps(c, 2);
        sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, q, 0, 0);
        SkBlock n = {.node = (const SkAst *)h};
        u->handler = sk_cg_try_range(c, raised);
        if (h->name) sk_cg_push_block(c, &n, SK_BLOCK_NAME, -1);
        sk_cg_stmts(c, &h->body);
        if (h->name) sk_cg_pop_block(c);
        u->handler = handler;
        u->pos = SK_NO_POS;
        sk_cg_emit(c, SK_OPC_POP_EXC, 0, q, 0, 0);
        if (h->name) unbind_name(c, h->name);
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, next);
        sk_cg_place(c, raised);
        int32_t x = sk_cg_temps(c, 2);
        sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, x, 0, 0);
        sk_cg_emit(c, SK_OPC_LIST_APPEND, SK_KILL_B, list, x + 1, 0);
        sk_cg_emit(c, SK_OPC_POP_EXC, 0, x, 0, 0);
        u->depth -= 2;
        sk_cg_emit(c, SK_OPC_POP_EXC, 0, q, 0, 0);
        u->depth = rest + 1 - SK_TEMP0;
        if (h->name) unbind_name(c, h->name);
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, next);
        sk_cg_place(c, unmatched);
        sk_cg_clear(c, matched);
        sk_cg_place(c, next);
        if (i + 1 < t->handlers.count) sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, SK_SENSE, rest, 0, all_done);
    }
    u->pos = SK_NO_POS;
    sk_cg_place(c, all_done);
    int32_t nothing = sk_cg_label(c);
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, SK_SENSE, rest, 0, nothing);
    sk_cg_emit(c, SK_OPC_LIST_APPEND, 0, list, rest, 0);
    sk_cg_place(c, nothing);
    sk_cg_clear(c, rest);
    u->depth = list + 1 - SK_TEMP0;
    int32_t result = sk_cg_temp(c), none = sk_cg_label(c);
    sk_cg_emit(c, SK_OPC_RERAISE_STAR, SK_KILL_C, result, p + 1, list);
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, SK_SENSE, result, 0, none);
    // The handling ends before the exception goes on, as nothing but its own history may become its context.
    u->handler = outer;
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
    sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, result, 0, 0);
    sk_cg_place(c, none);
    sk_cg_clear(c, result);
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
    u->depth = p + 2 - SK_TEMP0;
    sk_cg_cleanup_end(c, &k);
    sk_cg_pop_block(c);
    u->depth = depth;
    sk_cg_place(c, end);
}

void sk_cg_try_star(SkCompiler *c, const SkAst *s) {
    sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
    if (SK_AST(TryStar, s)->finalbody.count) finally_clause(c, s, star_clauses);
    else star_clauses(c, s);
}

// ---- with ------------------------------------------------------------------------------------------------------------

void sk_cg_with_exit(SkCompiler *c, int32_t exit, bool async_) {
    SkUnit *u = c->unit;
    int32_t t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_WITH_EXIT, SK_KILL_B, t, exit, SK_NONE_REG);
    if (async_) {
        u->depth--;
        sk_cg_temp(c);
        sk_cg_await(c, t, t, 2);
        u->depth = t + 1 - SK_TEMP0;
    }
    sk_cg_clear(c, t);
    u->depth = t - SK_TEMP0;
}

static void with_item(SkCompiler *c, const SkAst *s, uint32_t index, bool async_) {
    SkAstWith *w = (SkAstWith *)s;
    SkAstWithItem *item = SK_AST(WithItem, w->items.items[index]);
    SkUnit *u = c->unit;
    if (!sk_cg_enter(c)) return;
    int32_t depth = u->depth, outer = u->handler;
    SkPos pos = sk_cg_pos_of(item->context_expr);
    int32_t e = SK_TEMP0 + depth;
    // The manager stands apart from the two registers that are written.
    sk_cg_temps(c, 2);
    int32_t r = sk_cg_expr(c, item->context_expr);
    u->pos = pos;
    sk_cg_emit(c, SK_OPC_WITH_ENTER, sk_cg_kb(r), e, r, async_);
    u->depth = depth;
    sk_cg_temps(c, 2);
    if (async_) {
        sk_cg_await(c, e + 1, e + 1, 1);
        u->depth = depth + 2;
    }
    u->depth = depth + 1;
    int32_t caught = sk_cg_label(c), end = sk_cg_label(c);
    SkBlock b = {0};
    sk_cg_push_block(c, &b, async_ ? SK_BLOCK_ASYNC_WITH : SK_BLOCK_WITH, e);
    b.pos = pos;
    u->handler = sk_cg_try_range(c, caught);
    u->depth = depth + 2;
    if (item->optional_vars) sk_cg_store_target(c, item->optional_vars, e + 1);
    else sk_cg_clear(c, e + 1);
    u->depth = depth + 1;
    if (index + 1 < w->items.count) {
        with_item(c, s, index + 1, async_);
    } else {
        u->pos = sk_cg_pos_of(s);
        sk_cg_stmts(c, &w->body);
    }
    sk_cg_pop_block(c);
    u->handler = outer;
    u->pos = pos;
    sk_cg_with_exit(c, e, async_);
    u->pos = SK_NO_POS;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
    sk_cg_place(c, caught);
    u->depth = depth + 1;
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    u->pos = pos;
    SkCleanup k = sk_cg_cleanup_begin(c, p);
    int32_t t = sk_cg_temp(c), suppressed = sk_cg_label(c);
    sk_cg_emit(c, SK_OPC_WITH_EXIT, SK_KILL_B, t, e, p + 1);
    if (async_) {
        sk_cg_await(c, t, t, 2);
        u->depth = t + 1 - SK_TEMP0;
    }
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF, SK_KILL_A | SK_SENSE, t, 0, suppressed);
    u->depth--;
    u->pos = SK_NO_POS;
    sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, p + 1, 0, 0);
    u->pos = pos;
    sk_cg_place(c, suppressed);
    sk_cg_cleanup_end(c, &k);
    sk_cg_emit(c, SK_OPC_POP_EXC, 0, p, 0, 0);
    u->depth = depth;
    sk_cg_place(c, end);
    sk_cg_leave(c);
}

void sk_cg_with(SkCompiler *c, const SkAst *s) {
    bool async_ = s->kind == SK_AST_AsyncWith;
    if (async_ && !(c->unit->flags & (SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR))) {
        sk_cg_error(c, s, "'async with' outside async function");
        return;
    }
    with_item(c, s, 0, async_);
}
