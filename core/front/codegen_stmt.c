// Statements.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- blocks ------------------------------------------------------------------------------------------------------------

void sk_cg_push_block(SkCompiler *c, SkBlock *b, SkBlockKind kind, int32_t reg) {
    SkUnit *u = c->unit;
    b->kind = kind;
    b->outer = u->block;
    b->reg = reg;
    b->handler = u->handler;
    b->pos = u->pos;
    u->block = b;
}

void sk_cg_pop_block(SkCompiler *c) { c->unit->block = c->unit->block->outer; }

// keep: a temporary with the value being returned, or -1.
static void unwind_one(SkCompiler *c, SkBlock *b, int32_t keep) {
    SkUnit *u = c->unit;
    u->block = b->outer;
    u->handler = b->handler;
    switch (b->kind) {
    case SK_BLOCK_FOR: sk_cg_emit(c, SK_OPC_END_FOR, 0, b->reg, 0, 0); break;
    case SK_BLOCK_ASYNC_FOR: sk_cg_clear(c, b->reg); break;
    case SK_BLOCK_FINALLY_TRY: {
        SkBlock value = {0};
        if (keep >= 0) sk_cg_push_block(c, &value, SK_BLOCK_VALUE, keep);
        sk_cg_stmts(c, b->stmts);
        if (keep >= 0) sk_cg_pop_block(c);
        u->pos = SK_NO_POS;
        break;
    }
    case SK_BLOCK_VALUE: sk_cg_clear(c, b->reg); break;
    case SK_BLOCK_FINALLY_END:
    case SK_BLOCK_STAR_HANDLER:
    case SK_BLOCK_HANDLER: sk_cg_emit(c, SK_OPC_POP_EXC, 0, b->reg, 0, 0); break;
    case SK_BLOCK_NAME: {
        u->pos = SK_NO_POS;
        SkValue name = sk_cg_mangled(c, SK_AST(ExceptHandler, b->node)->name);
        int32_t t = sk_cg_temp(c);
        sk_cg_load_const(c, SK_NONE, t);
        sk_cg_store_name(c, name, t);
        u->depth--;
        sk_cg_delete_name(c, name);
        break;
    }
    case SK_BLOCK_WITH:
    case SK_BLOCK_ASYNC_WITH: {
        u->pos = b->pos;
        sk_cg_with_exit(c, b->reg, b->kind == SK_BLOCK_ASYNC_WITH);
        u->pos = SK_NO_POS;
        break;
    }
    default: break;
    }
}

// Leaves the blocks inside `until`; afterwards the block stack and the handler are as before the call. What follows belongs to no line
// if code of another one was run.
void sk_cg_unwind(SkCompiler *c, SkBlock *until, int32_t keep) {
    SkUnit *u = c->unit;
    SkBlock *block = u->block;
    int32_t handler = u->handler;
    for (SkBlock *b = block; b != until && !c->failed; b = b->outer) {
        if (u->dead) break;
        unwind_one(c, b, keep);
    }
    // What follows the last clean-up is outside all those blocks: it must not be covered by their handlers.
    u->block = block;
    u->handler = handler;
}

static bool runs_code(const SkBlock *b) {
    return b->kind == SK_BLOCK_FINALLY_TRY || b->kind == SK_BLOCK_WITH || b->kind == SK_BLOCK_ASYNC_WITH || b->kind == SK_BLOCK_NAME;
}

static void return_stmt(SkCompiler *c, const SkAst *s) {
    SkAstReturn *r = SK_AST(Return, s);
    SkUnit *u = c->unit;
    if (u->scope->kind != SK_SCOPE_FUNCTION) {
        sk_cg_error(c, s, "'return' outside function");
        return;
    }
    bool code = false, star = false;
    for (SkBlock *b = u->block; b; b = b->outer) {
        code |= runs_code(b);
        star |= b->kind == SK_BLOCK_STAR_HANDLER;
    }
    if (star) {
        sk_cg_error(c, s, "'break', 'continue' and 'return' cannot appear in an except* block");
        return;
    }
    if (!r->value) {
        sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
        sk_cg_unwind(c, NULL, -1);
        sk_cg_emit(c, SK_OPC_RETURN_NONE, 0, 0, 0, 0);
        return;
    }
    int32_t depth = u->depth;
    SkValue constant = sk_cg_fold(c, r->value);
    if (!sk_is_empty(constant)) {
        sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
        sk_cg_unwind(c, NULL, -1);
        if (sk_is_none(constant)) {
            sk_cg_emit(c, SK_OPC_RETURN_NONE, 0, 0, 0, 0);
        } else {
            int32_t t = sk_cg_temp(c);
            sk_cg_load_const(c, constant, t);
            sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, t, 0, 0);
        }
        u->depth = depth;
        return;
    }
    int32_t v = code ? sk_cg_expr_push(c, r->value) : sk_cg_expr(c, r->value);
    sk_cg_unwind(c, NULL, sk_cg_is_temp(v) ? v : -1);
    sk_cg_emit(c, SK_OPC_RETURN, sk_cg_ka(v), v, 0, 0);
    u->depth = depth;
}

static void break_continue(SkCompiler *c, const SkAst *s) {
    SkUnit *u = c->unit;
    bool leaving = s->kind == SK_AST_Break;
    SkBlock *b = u->block;
    for (; b; b = b->outer) {
        if (b->kind == SK_BLOCK_WHILE || b->kind == SK_BLOCK_FOR || b->kind == SK_BLOCK_ASYNC_FOR) break;
        if (b->kind == SK_BLOCK_STAR_HANDLER) {
            sk_cg_error(c, s, "'break', 'continue' and 'return' cannot appear in an except* block");
            return;
        }
    }
    if (!b) {
        sk_cg_error(c, s, leaving ? "'break' outside loop" : "'continue' not properly in loop");
        return;
    }
    sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
    sk_cg_unwind(c, leaving ? b->outer : b, -1);
    int32_t handler = u->handler;
    u->handler = b->handler;
    if (leaving) sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, b->exit);
    else sk_cg_emit_jump(c, SK_OPC_JUMP_BACK, 0, 0, 0, b->top);
    u->handler = handler;
}

// ---- simple statements --------------------------------------------------------------------------------------------------

static void assign(SkCompiler *c, const SkAst *s) {
    SkAstAssign *a = SK_AST(Assign, s);
    SkUnit *u = c->unit;
    if (a->targets.count == 1) {
        sk_cg_assign_expr(c, a->targets.items[0], a->value);
        return;
    }
    int32_t depth = u->depth;
    SkValue constant = sk_cg_fold(c, a->value);
    if (!sk_is_empty(constant) && !sk_is_ptr(constant)) {
        for (uint32_t i = 0; i < a->targets.count; i++) sk_cg_assign_expr(c, a->targets.items[i], a->value);
        return;
    }
    int32_t v = sk_cg_expr_push(c, a->value);
    for (uint32_t i = 0; i + 1 < a->targets.count; i++) {
        int32_t copy = sk_cg_temp(c);
        SkPos pos = sk_cg_at(u, a->targets.items[i]);
        sk_cg_emit(c, SK_OPC_MOVE, 0, copy, v, 0);
        u->pos = pos;
        sk_cg_store_target(c, a->targets.items[i], copy);
        u->depth = depth + 1;
    }
    sk_cg_store_target(c, a->targets.items[a->targets.count - 1], v);
    u->depth = depth;
}

static void augmented(SkCompiler *c, SkOperator op, int32_t dest, int32_t left, const SkAst *value, SkPos pos) {
    static const SkOpcode ops[] = {
        [SK_OP_Add] = SK_OPC_IADD, [SK_OP_Sub] = SK_OPC_ISUBTRACT, [SK_OP_Mult] = SK_OPC_IMULTIPLY,
        [SK_OP_MatMult] = SK_OPC_IMATRIX_MULTIPLY, [SK_OP_Div] = SK_OPC_ITRUE_DIVIDE, [SK_OP_Mod] = SK_OPC_IREMAINDER,
        [SK_OP_Pow] = SK_OPC_IPOWER, [SK_OP_LShift] = SK_OPC_ILEFT_SHIFT, [SK_OP_RShift] = SK_OPC_IRIGHT_SHIFT,
        [SK_OP_BitOr] = SK_OPC_IBIT_OR, [SK_OP_BitXor] = SK_OPC_IBIT_XOR, [SK_OP_BitAnd] = SK_OPC_IBIT_AND,
        [SK_OP_FloorDiv] = SK_OPC_IFLOOR_DIVIDE,
    };
    SkUnit *u = c->unit;
    int32_t small;
    SkValue k = sk_cg_fold(c, value);
    if ((op == SK_OP_Add || op == SK_OP_Sub) && !sk_is_empty(k) && sk_cg_is_small(k, &small)) {
        u->pos = pos;
        sk_cg_emit(c, op == SK_OP_Add ? SK_OPC_ADD_INT : SK_OPC_SUBTRACT_INT, sk_cg_kb(left) | SK_SENSE, dest, left, small);
        return;
    }
    int32_t r = sk_cg_expr(c, value);
    u->pos = pos;
    sk_cg_emit(c, ops[op], sk_cg_kb(left) | sk_cg_kc(r), dest, left, r);
}

static void aug_assign(SkCompiler *c, const SkAst *s) {
    SkAstAugAssign *a = SK_AST(AugAssign, s);
    SkUnit *u = c->unit;
    SkPos pos = u->pos;
    int32_t depth = u->depth;
    switch (a->target->kind) {
    case SK_AST_Name: {
        SkValue name = sk_cg_mangled(c, SK_AST(Name, a->target)->id);
        sk_cg_check_assignable(c, a->target, name, "assign to");
        int32_t local = sk_cg_local_register(c, name);
        sk_cg_at(u, a->target);
        if (local >= 0 && !sk_cg_may_rebind(c, a->value)) {
            sk_cg_load_name(c, name, -1);
            augmented(c, a->op, local, local, a->value, pos);
            break;
        }
        int32_t t = sk_cg_temp(c);
        sk_cg_load_name(c, name, t);
        augmented(c, a->op, t, t, a->value, pos);
        sk_cg_at(u, a->target);
        sk_cg_store_name(c, name, t);
        break;
    }
    case SK_AST_Attribute: {
        SkAstAttribute *t = SK_AST(Attribute, a->target);
        SkValue name = sk_cg_mangled(c, t->attr);
        int32_t object = sk_cg_operand(c, t->value, a->value), value = sk_cg_temp(c);
        u->pos = sk_cg_attribute_pos(a->target);
        sk_cg_emit(c, SK_OPC_GET_ATTR, 0, value, object, (int32_t)sk_cg_name_index(c, name));
        augmented(c, a->op, value, value, a->value, pos);
        u->pos = sk_cg_attribute_pos(a->target);
        sk_cg_emit(c, SK_OPC_SET_ATTR, sk_cg_ka(object) | SK_KILL_B, object, value, (int32_t)sk_cg_name_index(c, name));
        break;
    }
    case SK_AST_Subscript: {
        SkAstSubscript *t = SK_AST(Subscript, a->target);
        int32_t object = sk_cg_operand2(c, t->value, t->slice, a->value), key = sk_cg_operand(c, t->slice, a->value), value = sk_cg_temp(c);
        sk_cg_at(u, a->target);
        sk_cg_emit(c, SK_OPC_GET_ITEM, 0, value, object, key);
        augmented(c, a->op, value, value, a->value, pos);
        sk_cg_at(u, a->target);
        sk_cg_emit(c, SK_OPC_SET_ITEM, sk_cg_ka(object) | sk_cg_kb(key) | SK_KILL_C, object, key, value);
        break;
    }
    default: sk_cg_error(c, a->target, "illegal target for augmented assignment"); break;
    }
    u->depth = depth;
    u->pos = pos;
}

static void delete_target(SkCompiler *c, const SkAst *t) {
    if (c->failed || !sk_cg_enter(c)) return;
    SkUnit *u = c->unit;
    SkPos pos = sk_cg_at(u, t);
    int32_t depth = u->depth;
    switch (t->kind) {
    case SK_AST_Name: {
        SkValue name = sk_cg_mangled(c, SK_AST(Name, t)->id);
        sk_cg_check_assignable(c, t, name, "delete");
        sk_cg_delete_name(c, name);
        break;
    }
    case SK_AST_Attribute: {
        SkValue name = sk_cg_mangled(c, SK_AST(Attribute, t)->attr);
        sk_cg_check_assignable(c, t, name, "delete");
        int32_t object = sk_cg_expr(c, SK_AST(Attribute, t)->value);
        u->pos = sk_cg_attribute_pos(t);
        sk_cg_emit(c, SK_OPC_DELETE_ATTR, sk_cg_ka(object), object, 0, (int32_t)sk_cg_name_index(c, name));
        break;
    }
    case SK_AST_Subscript: {
        SkAstSubscript *s = SK_AST(Subscript, t);
        int32_t object = sk_cg_operand(c, s->value, s->slice), key = sk_cg_expr(c, s->slice);
        sk_cg_emit(c, SK_OPC_DELETE_ITEM, sk_cg_ka(object) | sk_cg_kb(key), object, key, 0);
        break;
    }
    case SK_AST_Tuple:
        for (uint32_t i = 0; i < SK_AST(Tuple, t)->elts.count; i++) delete_target(c, SK_AST(Tuple, t)->elts.items[i]);
        break;
    case SK_AST_List:
        for (uint32_t i = 0; i < SK_AST(List, t)->elts.count; i++) delete_target(c, SK_AST(List, t)->elts.items[i]);
        break;
    default: sk_cg_error(c, t, "cannot delete this expression"); break;
    }
    u->depth = depth;
    u->pos = pos;
    sk_cg_leave(c);
}

static void raise_stmt(SkCompiler *c, const SkAst *s) {
    SkAstRaise *r = SK_AST(Raise, s);
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    if (!r->exc) {
        sk_cg_emit(c, SK_OPC_RAISE, 0, 0, 0, 0);
    } else {
        int32_t exc = sk_cg_operand(c, r->exc, r->cause);
        int32_t cause = r->cause ? sk_cg_expr(c, r->cause) : 0;
        sk_cg_emit(c, SK_OPC_RAISE, sk_cg_ka(exc) | (r->cause ? sk_cg_kb(cause) : 0), exc, cause, r->cause ? 2 : 1);
    }
    u->depth = depth;
}

static void assert_stmt(SkCompiler *c, const SkAst *s) {
    SkAstAssert *a = SK_AST(Assert, s);
    SkUnit *u = c->unit;
    if (c->options->optimize > 0) return;
    int32_t end = sk_cg_label(c), depth = u->depth;
    sk_cg_jump_if(c, a->test, true, end);
    int32_t t = sk_cg_temp(c);
    SkPos pos = u->pos;
    u->pos = sk_cg_pos_of(a->test);
    sk_cg_emit(c, SK_OPC_LOAD_ASSERTION_ERROR, 0, t, 0, 0);
    if (a->msg) {
        sk_cg_expr_push(c, a->msg);
        sk_cg_emit(c, SK_OPC_CALL, 0, t, 1, t);
    }
    sk_cg_emit(c, SK_OPC_RAISE, SK_KILL_A, t, 0, 1);
    u->pos = pos;
    u->depth = depth;
    sk_cg_place(c, end);
}

// ---- imports ------------------------------------------------------------------------------------------------------------

static SkValue name_part(SkCompiler *c, const char *utf8, size_t len) {
    char *copy = sk_arena_copy(&c->arena, utf8, len);
    if (copy) return sk_cg_str(c, copy);
    sk_cg_memory(c);
    return sk_names.empty;
}

static SkValue mangled_part(SkCompiler *c, const char *utf8, size_t len) {
    SkName n = {.len = (uint32_t)len};
    SkName *kept = sk_arena_alloc(&c->arena, sizeof n);
    n.utf8 = sk_arena_copy(&c->arena, utf8, len);
    if (!kept || !n.utf8) {
        sk_cg_memory(c);
        return sk_names.empty;
    }
    *kept = n;
    return sk_cg_mangled(c, kept);
}

static int32_t import_module(SkCompiler *c, int level, SkValue from_list, SkValue module) {
    SkUnit *u = c->unit;
    int32_t t = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_LOAD_INT, 0, t, level, 0);
    sk_cg_load_const(c, from_list, t + 1);
    sk_cg_emit(c, SK_OPC_IMPORT_NAME, 0, t, t, (int32_t)sk_cg_name_index(c, module));
    u->depth--;
    return t;
}

static void import_stmt(SkCompiler *c, const SkAst *s) {
    SkAstImport *m = SK_AST(Import, s);
    SkUnit *u = c->unit;
    for (uint32_t i = 0; i < m->names.count && !c->failed; i++) {
        SkAstAlias *a = SK_AST(Alias, m->names.items[i]);
        int32_t depth = u->depth, t = import_module(c, 0, SK_NONE, sk_cg_mangled(c, a->name));
        const char *p = memchr(a->name->utf8, '.', a->name->len), *end = a->name->utf8 + a->name->len;
        if (!a->asname) {
            size_t len = p ? (size_t)(p - a->name->utf8) : a->name->len;
            sk_cg_store_name(c, mangled_part(c, a->name->utf8, len), t);
        } else {
            // import a.b.c as d: from the package down to the module
            while (p) {
                const char *start = p + 1, *next = memchr(start, '.', (size_t)(end - start));
                SkValue name = name_part(c, start, (size_t)((next ? next : end) - start));
                int32_t inner = sk_cg_temp(c);
                sk_cg_emit(c, SK_OPC_IMPORT_FROM, SK_KILL_B, inner, t, (int32_t)sk_cg_name_index(c, name));
                sk_cg_move_reg(c, t, inner);
                u->depth--;
                p = next;
            }
            sk_cg_store_name(c, sk_cg_mangled(c, a->asname), t);
        }
        u->depth = depth;
    }
}

static void import_from(SkCompiler *c, const SkAst *s) {
    SkAstImportFrom *m = SK_AST(ImportFrom, s);
    SkUnit *u = c->unit;
    if (m->level == 0 && m->module && m->module->len == 10 && !memcmp(m->module->utf8, "__future__", 10) &&
        !sk_scope_map_get(&c->scopes, (uintptr_t)s + 1)) {
        sk_cg_error(c, s, "from __future__ imports must occur at the beginning of the file");
        return;
    }
    int32_t depth = u->depth;
    SkTuple *names = sk_tuple_alloc(m->names.count);
    if (!names) {
        sk_cg_failed(c);
        return;
    }
    for (uint32_t i = 0; i < m->names.count; i++) sk_tuple_init(names, i, sk_cg_name(c, SK_AST(Alias, m->names.items[i])->name));
    SkValue list = sk_cg_keep(c, sk_counted(names));
    int32_t t = import_module(c, m->level, list, m->module ? sk_cg_mangled(c, m->module) : sk_names.empty);
    for (uint32_t i = 0; i < m->names.count && !c->failed; i++) {
        SkAstAlias *a = SK_AST(Alias, m->names.items[i]);
        if (i == 0 && a->name->len == 1 && a->name->utf8[0] == '*') {
            sk_cg_emit(c, SK_OPC_IMPORT_STAR, SK_KILL_A, t, 0, 0);
            u->depth = depth;
            return;
        }
        SkValue name = sk_cg_mangled(c, a->asname ? a->asname : a->name);
        int32_t local = sk_cg_local_register(c, name);
        bool last = i + 1 == m->names.count;
        int32_t to = local >= 0 ? local : sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_IMPORT_FROM, 0, to, t, (int32_t)sk_cg_name_index(c, sk_cg_mangled(c, a->name)));
        if (local < 0) sk_cg_store_name(c, name, to);
        u->depth = depth + 1;
        if (last) sk_cg_clear(c, t);
    }
    u->depth = depth;
}

// ---- all ------------------------------------------------------------------------------------------------------------

static void if_stmt(SkCompiler *c, const SkAst *s) {
    SkUnit *u = c->unit;
    int32_t end = sk_cg_label(c);
    for (;;) {
        SkAstIf *f = SK_AST(If, s);
        int32_t orelse = f->orelse.count ? sk_cg_label(c) : end;
        u->pos = sk_cg_pos_of(s);
        if (sk_cg_static_truth(c, f->test) >= 0) sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
        sk_cg_jump_if(c, f->test, false, orelse);
        sk_cg_stmts(c, &f->body);
        if (!f->orelse.count || c->failed) break;
        u->pos = SK_NO_POS;
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        sk_cg_place(c, orelse);
        // A long chain of elif is walked, not recursed into.
        if (f->orelse.count == 1 && f->orelse.items[0]->kind == SK_AST_If) {
            s = f->orelse.items[0];
            continue;
        }
        sk_cg_stmts(c, &f->orelse);
        break;
    }
    sk_cg_place(c, end);
}

static void expr_stmt(SkCompiler *c, const SkAst *s) {
    const SkAst *e = SK_AST(Expr, s)->value;
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    if (u->interactive && !u->outer) {
        int32_t r = sk_cg_expr(c, e), t = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_INTRINSIC_1, sk_cg_kb(r), t, r, SK_INTRINSIC_PRINT);
        sk_cg_clear(c, t);
    } else if (sk_is_empty(sk_cg_fold(c, e)) && e->kind != SK_AST_Constant) {
        int32_t r = sk_cg_expr(c, e);
        if (sk_cg_is_temp(r)) sk_cg_clear(c, r);
    } else {
        sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0);
    }
    u->depth = depth;
}

static void stmt(SkCompiler *c, const SkAst *s) {
    switch (s->kind) {
    case SK_AST_FunctionDef:
    case SK_AST_AsyncFunctionDef: sk_cg_function_def(c, s); break;
    case SK_AST_ClassDef: sk_cg_class_def(c, s); break;
    case SK_AST_Return: return_stmt(c, s); break;
    case SK_AST_Delete:
        for (uint32_t i = 0; i < SK_AST(Delete, s)->targets.count; i++) delete_target(c, SK_AST(Delete, s)->targets.items[i]);
        break;
    case SK_AST_Assign: assign(c, s); break;
    case SK_AST_TypeAlias: sk_cg_type_alias(c, s); break;
    case SK_AST_AugAssign: aug_assign(c, s); break;
    case SK_AST_AnnAssign: sk_cg_annotated_assign(c, s); break;
    case SK_AST_For: sk_cg_for(c, s); break;
    case SK_AST_AsyncFor: sk_cg_async_for(c, s); break;
    case SK_AST_While: sk_cg_while(c, s); break;
    case SK_AST_If: if_stmt(c, s); break;
    case SK_AST_With:
    case SK_AST_AsyncWith: sk_cg_with(c, s); break;
    case SK_AST_Match: sk_cg_match(c, s); break;
    case SK_AST_Raise: raise_stmt(c, s); break;
    case SK_AST_Try: sk_cg_try(c, s); break;
    case SK_AST_TryStar: sk_cg_try_star(c, s); break;
    case SK_AST_Assert: assert_stmt(c, s); break;
    case SK_AST_Import: import_stmt(c, s); break;
    case SK_AST_ImportFrom: import_from(c, s); break;
    case SK_AST_Global:
    case SK_AST_Nonlocal: break;
    case SK_AST_Expr: expr_stmt(c, s); break;
    case SK_AST_Pass: sk_cg_emit(c, SK_OPC_NOP, 0, 0, 0, 0); break;
    case SK_AST_Break:
    case SK_AST_Continue: break_continue(c, s); break;
    default: sk_cg_error(c, s, "unexpected node among statements"); break;
    }
}

void sk_cg_stmts(SkCompiler *c, const SkAstSeq *body) {
    for (uint32_t i = 0; i < body->count; i++) {
        if (!sk_cg_enter(c)) return;
        SkUnit *u = c->unit;
        int32_t depth = u->depth;
        SkPos pos = sk_cg_at(u, body->items[i]);
        stmt(c, body->items[i]);
        u->pos = pos;
        u->depth = depth;
        sk_cg_leave(c);
    }
}

// The body of a module, class or function.
void sk_cg_body(SkCompiler *c, const SkAstSeq *body, bool docstring) {
    SkUnit *u = c->unit;
    bool deferred = !c->options->eager_annotations && !(c->future & SK_CO_FUTURE_ANNOTATIONS);
    if (u->scope->has_annotations && !sk_scope_is_function_like(u->scope)) {
        if (!deferred) sk_cg_emit(c, SK_OPC_SETUP_ANNOTATIONS, 0, 0, 0, 0);
        else sk_cg_number_annotations(c, body);
        if (deferred && u->scope->kind == SK_SCOPE_MODULE) sk_cg_body_annotations(c, body);
    }
    if (docstring && c->options->optimize < 2) {
        const SkAst *doc = sk_cg_docstring(body);
        if (doc) {
            SkPos pos = sk_cg_at(u, doc);
            int32_t t = sk_cg_temp(c);
            SkValue text = sk_cg_docstring_value(c, doc);
            sk_cg_constant(c, text);
            sk_cg_load_const(c, text, t);
            sk_cg_store_name(c, SK_N(__doc__), t);
            u->depth--;
            u->pos = pos;
        }
    }
    SkAstSeq rest = *body;
    if (!(u->interactive && !u->outer) && sk_cg_docstring(body)) rest.items++, rest.count--;
    sk_cg_stmts(c, &rest);
}
