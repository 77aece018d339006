// Annotations: evaluated where they stand, kept as text (PEP 563), or behind __annotate__ functions (PEP 649).
#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

static bool as_text(SkCompiler *c) { return c->future & SK_CO_FUTURE_ANNOTATIONS; }
static bool deferred(SkCompiler *c) { return !c->options->eager_annotations && !as_text(c); }

static void push_annotation(SkCompiler *c, const SkAst *a) {
    SkUnit *u = c->unit;
    if (as_text(c)) {
        sk_cg_load_const(c, sk_cg_unparse(c, a), sk_cg_temp(c));
    } else if (a->kind == SK_AST_Starred) {
        // *args: *Ts
        int32_t depth = u->depth, list = sk_cg_temp(c);
        int32_t items = sk_cg_expr(c, SK_AST(Starred, a)->value), first = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_UNPACK, sk_cg_kb(items), first, items, 1);
        sk_cg_move_reg(c, list, first);
        u->depth = depth + 1;
    } else {
        sk_cg_expr_push(c, a);
    }
}

static int32_t push_pair(SkCompiler *c, const SkName *name, const SkAst *annotation) {
    if (!annotation) return 0;
    sk_cg_load_const(c, sk_cg_mangled(c, name), sk_cg_temp(c));
    push_annotation(c, annotation);
    return 1;
}

static int32_t push_list(SkCompiler *c, const SkAstSeq *args) {
    int32_t n = 0;
    for (uint32_t i = 0; i < args->count; i++) {
        SkAstArg *a = SK_AST(Arg, args->items[i]);
        n += push_pair(c, a->arg, a->annotation);
    }
    return n;
}

// Pushes name, annotation, name, annotation ...; the number of pairs.
static int32_t push_signature(SkCompiler *c, const SkAstArguments *a, const SkAst *returns) {
    int32_t n = push_list(c, &a->posonlyargs) + push_list(c, &a->args);
    if (a->vararg) n += push_pair(c, a->vararg->arg, a->vararg->annotation);
    n += push_list(c, &a->kwonlyargs);
    if (a->kwarg) n += push_pair(c, a->kwarg->arg, a->kwarg->annotation);
    static const SkName word = {.utf8 = "return", .len = 6};
    return n + push_pair(c, &word, returns);
}

// Begins a function __annotate__(format, /), which knows the format 1 only.
static SkUnit *enter_annotate(SkCompiler *c, SkScope *scope, uint32_t line) {
    SkUnit *u = sk_cg_unit_enter(c, scope, SK_N(__annotate__), line);
    if (!u) return NULL;
    u->argcount = u->posonly = 1;
    u->locals[0] = sk_cg_str(c, "format");
    sk_cg_body_prologue(c);
    int32_t body = sk_cg_label(c);
    sk_cg_emit_jump(c, SK_OPC_JUMP_GT_INT, 0, 0, 2, body);
    int32_t t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_LOAD_GLOBAL, 0, t, (int32_t)sk_cg_name_index(c, sk_cg_str(c, "NotImplementedError")), 0);
    sk_cg_emit(c, SK_OPC_RAISE, SK_KILL_A, t, 0, 1);
    u->depth--;
    sk_cg_place(c, body);
    return u;
}

void sk_cg_function_annotations(SkCompiler *c, const SkAst *def, const SkAstArguments *args, const SkAst *returns, int32_t fn) {
    SkUnit *u = c->unit;
    if (c->failed) return;
    if (!deferred(c)) {
        int32_t depth = u->depth, base = SK_TEMP0 + depth;
        int32_t n = push_signature(c, args, returns);
        if (n) {
            sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, base, base, n * 2);
            sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, fn, base, SK_FN_ANNOTATIONS);
        }
        u->depth = depth;
        return;
    }
    SkScope *scope = sk_scope_find(c, def, SK_SCOPE_OF_ANNOTATIONS);
    if (!scope) return;
    u = enter_annotate(c, scope, (uint32_t)def->lineno);
    if (!u) return;
    int32_t base = sk_cg_top(c), n = push_signature(c, args, returns);
    u->depth = base - SK_TEMP0;
    int32_t t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, t, base, n);
    sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, t, 0, 0);
    SkValue code = sk_cg_unit_leave(c);
    if (c->failed) return;
    int32_t f = sk_cg_temp(c);
    sk_cg_make_function(c, code, scope, f);
    sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, fn, f, SK_FN_ANNOTATE);
    c->unit->depth--;
}

// ---- variables ------------------------------------------------------------------------------------------------------------

static bool is_plain_name(const SkAstAnnAssign *a) { return a->simple && a->target->kind == SK_AST_Name; }

// The parts of a target that an annotation without a value still evaluates.
static void evaluate(SkCompiler *c, const SkAst *e) {
    SkUnit *u = c->unit;
    int32_t depth = u->depth, r = sk_cg_expr(c, e);
    if (sk_cg_is_temp(r)) sk_cg_clear(c, r);
    u->depth = depth;
}

static void conditional_mark(SkCompiler *c, uint32_t index) {
    SkUnit *u = c->unit;
    int32_t set = sk_cg_temp(c), t = sk_cg_temp(c);
    SkValue name = SK_N(__conditional_annotations__);
    if (u->scope->kind == SK_SCOPE_MODULE) {
        sk_cg_emit(c, SK_OPC_LOAD_NAME, 0, set, (int32_t)sk_cg_name_index(c, name), 0);
    } else {
        int32_t cell = -1;
        for (uint32_t i = 0; i < u->nlocals; i++)
            if (u->locals[i].w == name.w) cell = (int32_t)i;
        sk_cg_emit(c, SK_OPC_LOAD_CELL, 0, set, cell, 0);
    }
    sk_cg_emit(c, SK_OPC_LOAD_INT, 0, t, (int32_t)index, 0);
    sk_cg_emit(c, SK_OPC_SET_ADD, SK_KILL_B, set, t, 0);
    sk_cg_clear(c, set);
    u->depth -= 2;
}

void sk_cg_annotated_assign(SkCompiler *c, const SkAst *s) {
    SkAstAnnAssign *a = SK_AST(AnnAssign, s);
    SkUnit *u = c->unit;
    bool in_function = sk_scope_is_function_like(u->scope);
    if (a->value) sk_cg_assign_expr(c, a->target, a->value);
    switch (a->target->kind) {
    case SK_AST_Name: {
        SkValue name = sk_cg_mangled(c, SK_AST(Name, a->target)->id);
        sk_cg_check_assignable(c, s, name, "assign to");
        if (!is_plain_name(a) || in_function) break;
        if (deferred(c)) {
            uintptr_t index = (uintptr_t)sk_scope_map_get(&u->annotation_index, (uintptr_t)s);
            if (u->scope->has_conditional_annotations && index) conditional_mark(c, (uint32_t)index - 1);
            break;
        }
        int32_t depth = u->depth, value = SK_TEMP0 + depth;
        push_annotation(c, a->annotation);
        int32_t dict = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_LOAD_NAME, 0, dict, (int32_t)sk_cg_name_index(c, SK_N(__annotations__)), 0);
        int32_t key = sk_cg_temp(c);
        sk_cg_load_const(c, name, key);
        sk_cg_emit(c, SK_OPC_SET_ITEM, SK_KILL_A | SK_KILL_B | SK_KILL_C, dict, key, value);
        u->depth = depth;
        break;
    }
    case SK_AST_Attribute:
        sk_cg_check_assignable(c, s, sk_cg_mangled(c, SK_AST(Attribute, a->target)->attr), "assign to");
        if (!a->value) evaluate(c, SK_AST(Attribute, a->target)->value);
        break;
    case SK_AST_Subscript:
        if (!a->value) {
            evaluate(c, SK_AST(Subscript, a->target)->value);
            evaluate(c, SK_AST(Subscript, a->target)->slice);
        }
        break;
    default: sk_cg_error(c, s, "invalid node type for annotated assignment"); return;
    }
    if (!a->simple && !in_function && !as_text(c) && !deferred(c)) evaluate(c, a->annotation);
}

// ---- __annotate__ of a class or module -----------------------------------------------------------------------------------

typedef struct {
    const SkAst **items;
    uint32_t count, capacity;
} Found;

static void collect(SkCompiler *c, const SkAstSeq *body, Found *f);

static void collect_children(SkCompiler *c, const SkAst *s, Found *f) {
    switch (s->kind) {
    case SK_AST_For:
    case SK_AST_AsyncFor: collect(c, &((SkAstFor *)s)->body, f), collect(c, &((SkAstFor *)s)->orelse, f); break;
    case SK_AST_While: collect(c, &SK_AST(While, s)->body, f), collect(c, &SK_AST(While, s)->orelse, f); break;
    case SK_AST_If: collect(c, &SK_AST(If, s)->body, f), collect(c, &SK_AST(If, s)->orelse, f); break;
    case SK_AST_With:
    case SK_AST_AsyncWith: collect(c, &((SkAstWith *)s)->body, f); break;
    case SK_AST_Match:
        for (uint32_t i = 0; i < SK_AST(Match, s)->cases.count; i++)
            collect(c, &SK_AST(MatchCase, SK_AST(Match, s)->cases.items[i])->body, f);
        break;
    case SK_AST_Try:
    case SK_AST_TryStar: {
        SkAstTry *t = (SkAstTry *)s;
        collect(c, &t->body, f);
        for (uint32_t i = 0; i < t->handlers.count; i++) collect(c, &SK_AST(ExceptHandler, t->handlers.items[i])->body, f);
        collect(c, &t->orelse, f);
        collect(c, &t->finalbody, f);
        break;
    }
    default: break;
    }
}

static void collect(SkCompiler *c, const SkAstSeq *body, Found *f) {
    for (uint32_t i = 0; i < body->count; i++) {
        const SkAst *s = body->items[i];
        if (s->kind == SK_AST_AnnAssign && is_plain_name(SK_AST(AnnAssign, s))) {
            f->items = sk_cg_grow(c, f->items, &f->capacity, f->count + 1, sizeof *f->items);
            if (c->failed) return;
            f->items[f->count++] = s;
        } else if (sk_cg_enter(c)) {
            collect_children(c, s, f);
            sk_cg_leave(c);
        }
    }
}

static bool is_direct(const SkAstSeq *body, const SkAst *s) {
    for (uint32_t i = 0; i < body->count; i++)
        if (body->items[i] == s) return true;
    return false;
}

void sk_cg_number_annotations(SkCompiler *c, const SkAstSeq *body) {
    SkUnit *u = c->unit;
    Found f = {0};
    collect(c, body, &f);
    bool module = u->scope->kind == SK_SCOPE_MODULE;
    for (uint32_t i = 0; i < f.count && !c->failed; i++)
        if (module || !is_direct(body, f.items[i]))
            if (!sk_scope_map_put(&c->arena, &u->annotation_index, (uintptr_t)f.items[i], (void *)(uintptr_t)(i + 1))) sk_cg_memory(c);
}

void sk_cg_body_annotations(SkCompiler *c, const SkAstSeq *body) {
    SkUnit *u = c->unit;
    SkScope *outer = u->scope, *scope = sk_scope_find(c, outer->node, SK_SCOPE_OF_ANNOTATIONS);
    if (!scope || c->failed) return;
    Found f = {0};
    collect(c, body, &f);
    bool module = outer->kind == SK_SCOPE_MODULE;
    if (module && outer->has_conditional_annotations) {
        int32_t t = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_BUILD_SET, 0, t, t, 0);
        sk_cg_store_name(c, SK_N(__conditional_annotations__), t);
        u->depth--;
    }
    SkUnit *a = enter_annotate(c, scope, u->first_line);
    if (!a) return;
    int32_t dict = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, dict, dict, 0);
    for (uint32_t i = 0; i < f.count && !c->failed; i++) {
        SkAstAnnAssign *s = SK_AST(AnnAssign, f.items[i]);
        int32_t skip = sk_cg_label(c), depth = a->depth;
        a->pos = sk_cg_pos_of(s);
        if (sk_scope_map_get(&u->annotation_index, (uintptr_t)s)) {
            int32_t index = sk_cg_temp(c);
            sk_cg_emit(c, SK_OPC_LOAD_INT, 0, index, (int32_t)i, 0);
            int32_t set = sk_cg_load_name(c, SK_N(__conditional_annotations__), -1), in = sk_cg_temp(c);
            sk_cg_emit(c, SK_OPC_IN, SK_KILL_B | sk_cg_kc(set), in, index, set);
            sk_cg_emit_jump(c, SK_OPC_JUMP_IF, SK_KILL_A, in, 0, skip);
            a->depth = depth;
        }
        push_annotation(c, s->annotation);
        int32_t key = sk_cg_temp(c);
        sk_cg_load_const(c, sk_cg_mangled(c, SK_AST(Name, s->target)->id), key);
        sk_cg_emit(c, SK_OPC_SET_ITEM, SK_KILL_B | SK_KILL_C, dict, key, SK_TEMP0 + depth);
        a->depth = depth;
        sk_cg_place(c, skip);
    }
    sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, dict, 0, 0);
    SkValue code = sk_cg_unit_leave(c);
    if (c->failed) return;
    int32_t t = sk_cg_temp(c);
    sk_cg_make_function(c, code, scope, t);
    sk_cg_emit(c, SK_OPC_STORE_NAME, SK_KILL_A, t,
            (int32_t)sk_cg_name_index(c, module ? SK_N(__annotate__) : sk_cg_str(c, "__annotate_func__")), 0);
    u->depth--;
}
