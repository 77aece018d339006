// Classes.
#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

static int32_t cell_register(SkUnit *u, SkValue name) {
    for (uint32_t i = 0; i < u->nlocals; i++)
        if (u->locals[i].w == name.w) return (int32_t)i;
    return -1;
}

static void store_const(SkCompiler *c, SkValue name, SkValue value) {
    int32_t t = sk_cg_temp(c);
    sk_cg_load_const(c, value, t);
    sk_cg_emit(c, SK_OPC_STORE_NAME, SK_KILL_A, t, (int32_t)sk_cg_name_index(c, name), 0);
    c->unit->depth--;
}

static void store_static_attributes(SkCompiler *c) {
    SkUnit *u = c->unit;
    SkValue names = sk_cg_keep(c, sk_tuple_from(u->static_attributes, u->nstatic));
    if (!c->failed) store_const(c, SK_N(__static_attributes__), names);
}

static SkValue class_code(SkCompiler *c, const SkAst *s, uint32_t first_line) {
    SkAstClassDef *d = SK_AST(ClassDef, s);
    SkScope *scope = sk_scope_find(c, s, SK_SCOPE_MAIN);
    SkUnit *u = sk_cg_unit_enter(c, scope, sk_cg_name(c, d->name), first_line);
    if (!u) return SK_EMPTY;
    sk_cg_body_prologue(c);
    int32_t t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_LOAD_NAME, 0, t, (int32_t)sk_cg_name_index(c, SK_N(__name__)), 0);
    sk_cg_emit(c, SK_OPC_STORE_NAME, SK_KILL_A, t, (int32_t)sk_cg_name_index(c, SK_N(__module__)), 0);
    u->depth--;
    store_const(c, SK_N(__qualname__), u->qualname);
    store_const(c, SK_N(__firstlineno__), sk_from_small_int(first_line));
    if (d->type_params.count) {
        t = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_LOAD_FREE, 0, t, sk_cg_free_index(c, sk_cg_str(c, ".type_params")), 0);
        sk_cg_emit(c, SK_OPC_STORE_NAME, SK_KILL_A, t, (int32_t)sk_cg_name_index(c, SK_N(__type_params__)), 0);
        u->depth--;
    }
    if (scope->needs_classdict) {
        t = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_LOAD_LOCALS, 0, t, 0, 0);
        sk_cg_emit(c, SK_OPC_STORE_CELL, SK_KILL_B, cell_register(u, SK_N(__classdict__)), t, 0);
        u->depth--;
    }
    if (scope->has_conditional_annotations) {
        t = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_BUILD_SET, 0, t, t, 0);
        sk_cg_emit(c, SK_OPC_STORE_CELL, SK_KILL_B, cell_register(u, SK_N(__conditional_annotations__)), t, 0);
        u->depth--;
    }
    sk_cg_body(c, &d->body, true);
    bool deferred = !c->options->eager_annotations && !(c->future & SK_CO_FUTURE_ANNOTATIONS);
    u->pos = SK_NO_POS;
    if (deferred && scope->has_annotations) sk_cg_body_annotations(c, &d->body);
    store_static_attributes(c);
    if (scope->needs_classdict) {
        t = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_MOVE, 0, t, cell_register(u, SK_N(__classdict__)), 0);
        sk_cg_emit(c, SK_OPC_STORE_NAME, SK_KILL_A, t, (int32_t)sk_cg_name_index(c, sk_cg_str(c, "__classdictcell__")), 0);
        u->depth--;
    }
    if (scope->needs_class_cell) {
        int32_t cell = cell_register(u, SK_N(__class__));
        t = sk_cg_temps(c, 2);
        sk_cg_emit(c, SK_OPC_MOVE, 0, t, cell, 0);
        sk_cg_emit(c, SK_OPC_MOVE, 0, t + 1, cell, 0);
        sk_cg_emit(c, SK_OPC_STORE_NAME, SK_KILL_A, t, (int32_t)sk_cg_name_index(c, SK_N(__classcell__)), 0);
        sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, t + 1, 0, 0);
        u->depth -= 2;
    } else {
        sk_cg_implicit_return(c);
    }
    return sk_cg_unit_leave(c);
}

// __build_class__(body, name, *bases, **keywords); the class is left in `dest`, a taken temporary at the top.
static void build_class(SkCompiler *c, const SkAst *s, SkValue code, const SkAstSeq *bases, int32_t dest) {
    SkAstClassDef *d = SK_AST(ClassDef, s);
    SkUnit *u = c->unit;
    u->depth = dest - SK_TEMP0;
    int32_t f = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_LOAD_BUILD_CLASS, 0, f, 0, 0);
    int32_t body = sk_cg_temp(c);
    sk_cg_make_function(c, code, sk_scope_find(c, s, SK_SCOPE_MAIN), body);
    sk_cg_load_const(c, sk_cg_name(c, d->name), sk_cg_temp(c));
    sk_cg_call_arguments(c, f, false, 2, bases, &d->keywords, dest);
    u->depth = dest + 1 - SK_TEMP0;
}

void sk_cg_class_def(SkCompiler *c, const SkAst *s) {
    SkAstClassDef *d = SK_AST(ClassDef, s);
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    SkValue name = sk_cg_mangled(c, d->name);
    sk_cg_check_assignable(c, s, name, "assign to");
    sk_cg_push_decorators(c, &d->decorator_list);
    uint32_t line = sk_cg_first_line(&d->decorator_list, s);
    SkPos pos = u->pos;
    int32_t f = sk_cg_temp(c);
    if (d->type_params.count) {
        SkScope *generic = sk_scope_find(c, s, SK_SCOPE_OF_PARAMS);
        u = sk_cg_unit_enter(c, generic, sk_cg_keep(c, sk_str_format("<generic parameters of %S>", sk_cg_name(c, d->name))), line);
        if (!u) return;
        sk_cg_body_prologue(c);
        int32_t params = sk_cg_type_params(c, &d->type_params);
        sk_cg_store_name(c, sk_cg_str(c, ".type_params"), params);
        u->depth--;
        SkValue code = class_code(c, s, line);
        if (c->failed) return;
        int32_t t = sk_cg_temp(c);
        sk_cg_load_name(c, sk_cg_str(c, ".type_params"), t);
        sk_cg_emit(c, SK_OPC_INTRINSIC_1, SK_KILL_B, t, t, SK_INTRINSIC_SUBSCRIPT_GENERIC);
        sk_cg_store_name(c, sk_cg_str(c, ".generic_base"), t);
        u->depth--;
        // The bases, with Generic[...] after them, as if it had been written there.
        SkAstSeq bases = {.count = d->bases.count + 1};
        bases.items = sk_arena_alloc(&c->arena, bases.count * sizeof *bases.items);
        SkAstName *base = sk_arena_zalloc(&c->arena, sizeof *base);
        SkName *base_name = sk_arena_zalloc(&c->arena, sizeof *base_name);
        if (!bases.items || !base || !base_name) {
            sk_cg_memory(c);
            return;
        }
        for (uint32_t i = 0; i < d->bases.count; i++) bases.items[i] = d->bases.items[i];
        *base_name = (SkName){.utf8 = ".generic_base", .len = 13};
        base->head = d->head;
        base->head.kind = SK_AST_Name;
        base->id = base_name;
        bases.items[d->bases.count] = &base->head;
        int32_t result = sk_cg_temp(c);
        build_class(c, s, code, &bases, result);
        sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, result, 0, 0);
        SkValue wrapper = sk_cg_unit_leave(c);
        u = c->unit;
        if (c->failed) return;
        sk_cg_make_function(c, wrapper, generic, f);
        sk_cg_emit(c, SK_OPC_CALL, 0, f, 0, f);
    } else {
        SkValue code = class_code(c, s, line);
        if (c->failed) return;
        build_class(c, s, code, &d->bases, f);
    }
    u->depth = f + 1 - SK_TEMP0;
    sk_cg_apply_decorators(c, &d->decorator_list, f);
    u->pos = pos;
    sk_cg_store_name(c, name, f - (int32_t)d->decorator_list.count);
    u->depth = depth;
}
