// Functions and lambdas.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Every cell variable of the frame gets its cell.
void sk_cg_body_prologue(SkCompiler *c) {
    SkUnit *u = c->unit;
    SkPos pos = u->pos;
    u->pos = SK_NO_POS;
    for (uint32_t i = 0; i < u->nlocals; i++)
        if (u->local_kinds[i] & SK_LOCAL_CELL) sk_cg_emit(c, SK_OPC_MAKE_CELL, 0, (int32_t)i, 0, 0);
    u->pos = pos;
}

// A generator's whole body is covered by a handler that turns a StopIteration into RuntimeError.
int32_t sk_cg_begin_generator(SkCompiler *c) {
    int32_t label = sk_cg_label(c);
    c->unit->handler = sk_cg_try_range(c, label);
    return label;
}

void sk_cg_finish_generator(SkCompiler *c, int32_t label) {
    SkUnit *u = c->unit;
    u->handler = -1;
    u->depth = 0;
    SkPos pos = u->pos;
    u->pos = SK_NO_POS;
    sk_cg_place(c, label);
    int32_t p = sk_cg_temps(c, 2);
    sk_cg_emit(c, SK_OPC_PUSH_EXC, 0, p, 0, 0);
    sk_cg_emit(c, SK_OPC_INTRINSIC_1, SK_KILL_B, p + 1, p + 1, SK_INTRINSIC_STOPITER_ERROR);
    sk_cg_emit(c, SK_OPC_RERAISE, SK_KILL_A, p + 1, 0, 0);
    u->depth = 0;
    u->pos = pos;
}

void sk_cg_implicit_return(SkCompiler *c) {
    SkPos pos = c->unit->pos;
    c->unit->pos = SK_NO_POS;
    sk_cg_emit(c, SK_OPC_RETURN_NONE, 0, 0, 0, 0);
    c->unit->pos = pos;
}

void sk_cg_make_function(SkCompiler *c, SkValue code, SkScope *inner, int32_t dest) {
    if (c->failed) return;
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    int32_t f = dest;
    if (f >= SK_TEMP0 + u->depth) u->depth = f - SK_TEMP0 + 1;
    sk_cg_emit(c, SK_OPC_MAKE_FUNCTION, 0, f, (int32_t)sk_cg_constant(c, code), 0);
    if (inner->nfrees) {
        int32_t base = SK_TEMP0 + u->depth;
        for (uint32_t i = 0; i < inner->nfrees; i++) sk_cg_load_cell(c, inner->frees[i], sk_cg_temp(c));
        sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, base, base, (int32_t)inner->nfrees);
        sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, f, base, SK_FN_CLOSURE);
    }
    u->depth = depth;
}

static void set_defaults(SkCompiler *c, const SkAstArguments *a, int32_t f) {
    SkUnit *u = c->unit;
    if (!a->defaults.count) return;
    int32_t depth = u->depth, t = sk_cg_temp(c);
    bool constant = true;
    for (uint32_t i = 0; i < a->defaults.count; i++) constant = constant && !sk_is_empty(sk_cg_fold(c, a->defaults.items[i]));
    if (constant && !c->failed) {
        SkTuple *tuple = sk_tuple_alloc(a->defaults.count);
        if (!tuple) {
            sk_cg_failed(c);
            return;
        }
        for (uint32_t i = 0; i < a->defaults.count; i++) sk_tuple_init(tuple, i, sk_retain(sk_cg_fold(c, a->defaults.items[i])));
        sk_cg_load_const(c, sk_cg_keep(c, sk_counted(tuple)), t);
    } else {
        u->depth = depth;
        sk_cg_build_sequence(c, SK_OPC_BUILD_TUPLE, &a->defaults, t);
        u->depth = depth + 1;
    }
    sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, f, t, SK_FN_DEFAULTS);
    u->depth = depth;
}

static bool has_kwdefaults(const SkAstArguments *a) {
    for (uint32_t i = 0; i < a->kw_defaults.count; i++)
        if (a->kw_defaults.items[i]) return true;
    return false;
}

// The dict of keyword-only defaults in the next temporary (taken).
static int32_t push_kwdefaults(SkCompiler *c, const SkAstArguments *a) {
    SkUnit *u = c->unit;
    int32_t t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, t, t, 0);
    for (uint32_t i = 0; i < a->kw_defaults.count; i++) {
        if (!a->kw_defaults.items[i]) continue;
        int32_t depth = u->depth, key = sk_cg_temp(c);
        sk_cg_load_const(c, sk_cg_mangled(c, SK_AST(Arg, a->kwonlyargs.items[i])->arg), key);
        int32_t r = sk_cg_expr(c, a->kw_defaults.items[i]);
        sk_cg_emit(c, SK_OPC_MAP_ADD, SK_KILL_B | sk_cg_kc(r), t, key, r);
        u->depth = depth;
    }
    return t;
}

static void set_kwdefaults(SkCompiler *c, const SkAstArguments *a, int32_t f) {
    if (!has_kwdefaults(a)) return;
    int32_t depth = c->unit->depth, t = push_kwdefaults(c, a);
    sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, f, t, SK_FN_KWDEFAULTS);
    c->unit->depth = depth;
}

static void check_arguments(SkCompiler *c, const SkAstArguments *a) {
    const SkAstSeq *lists[] = {&a->posonlyargs, &a->args, &a->kwonlyargs};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++)
            sk_cg_check_assignable(c, lists[l]->items[i], sk_cg_name(c, SK_AST(Arg, lists[l]->items[i])->arg), "assign to");
    if (a->vararg) sk_cg_check_assignable(c, a->vararg, sk_cg_name(c, a->vararg->arg), "assign to");
    if (a->kwarg) sk_cg_check_assignable(c, a->kwarg, sk_cg_name(c, a->kwarg->arg), "assign to");
}

static void set_counts(SkUnit *u, const SkAstArguments *a) {
    u->posonly = a->posonlyargs.count;
    u->argcount = a->posonlyargs.count + a->args.count;
    u->kwonly = a->kwonlyargs.count;
}

const SkAst *sk_cg_docstring(const SkAstSeq *body) {
    if (!body->count || body->items[0]->kind != SK_AST_Expr) return NULL;
    const SkAst *v = SK_AST(Expr, body->items[0])->value;
    return v->kind == SK_AST_Constant && SK_AST(Constant, v)->value.kind == SK_CONST_STR ? v : NULL;
}

static SkValue function_code(SkCompiler *c, const SkAst *s, uint32_t first_line) {
    SkAstFunctionDef *f = (SkAstFunctionDef *)s;
    SkScope *scope = sk_scope_find(c, s, SK_SCOPE_MAIN);
    SkUnit *u = sk_cg_unit_enter(c, scope, sk_cg_name(c, f->name), first_line);
    if (!u) return SK_EMPTY;
    set_counts(u, f->args);
    if (scope->is_method) u->flags |= SK_CO_METHOD;
    if (scope->is_async_def) u->flags |= scope->generator ? SK_CO_ASYNC_GENERATOR : SK_CO_COROUTINE;
    else if (scope->generator) u->flags |= SK_CO_GENERATOR;
    if (scope->is_async_def && scope->generator && scope->returns_value)
        sk_cg_error(c, scope->return_value, "'return' with value in async generator");
    const SkAst *doc = c->options->optimize < 2 ? sk_cg_docstring(&f->body) : NULL;
    if (doc) {
        sk_cg_constant(c, sk_cg_docstring_value(c, doc));
        u->flags |= SK_CO_HAS_DOCSTRING;
    }
    bool generator = u->flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR);
    int32_t handler = generator ? sk_cg_begin_generator(c) : -1;
    sk_cg_body_prologue(c);
    sk_cg_body(c, &f->body, false);
    sk_cg_implicit_return(c);
    if (generator) sk_cg_finish_generator(c, handler);
    if (!u->nconstants) sk_cg_constant(c, SK_NONE);  // nobody expects a function without constants
    return sk_cg_unit_leave(c);
}

// The function of a def in `f` (a taken temporary), without decorators.
static void make_def(SkCompiler *c, const SkAst *s, int32_t f, uint32_t first_line) {
    SkAstFunctionDef *d = (SkAstFunctionDef *)s;
    SkValue code = function_code(c, s, first_line);
    if (c->failed) return;
    sk_cg_make_function(c, code, sk_scope_find(c, s, SK_SCOPE_MAIN), f);
    sk_cg_function_annotations(c, s, d->args, d->returns, f);
}

void sk_cg_push_decorators(SkCompiler *c, const SkAstSeq *decorators) {
    for (uint32_t i = 0; i < decorators->count; i++) sk_cg_expr_push(c, decorators->items[i]);
}

// Calls the pushed decorators on the value above them; the result is in the first one's register.
void sk_cg_apply_decorators(SkCompiler *c, const SkAstSeq *decorators, int32_t value) {
    SkUnit *u = c->unit;
    SkPos pos = u->pos;
    for (uint32_t i = decorators->count; i-- > 0;) {
        u->pos = sk_cg_pos_of(decorators->items[i]);
        int32_t f = value - 1;
        // The result goes where the next call wants its argument.
        sk_cg_emit(c, SK_OPC_CALL, 0, f, 1, f);
        value = f;
    }
    u->pos = pos;
}

uint32_t sk_cg_first_line(const SkAstSeq *decorators, const SkAst *s);

void sk_cg_function_def(SkCompiler *c, const SkAst *s) {
    SkAstFunctionDef *d = (SkAstFunctionDef *)s;
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    SkValue name = sk_cg_mangled(c, d->name);
    sk_cg_check_assignable(c, s, name, "assign to");
    check_arguments(c, d->args);
    sk_cg_push_decorators(c, &d->decorator_list);
    uint32_t line = sk_cg_first_line(&d->decorator_list, s);
    SkPos pos = u->pos;
    int32_t f = sk_cg_temp(c);
    if (d->type_params.count) {
        // The hidden function takes the defaults and returns the function.
        SkScope *generic = sk_scope_find(c, s, SK_SCOPE_OF_PARAMS);
        int32_t extra = 0;
        SkUnit *outer = u;
        u = sk_cg_unit_enter(c, generic, sk_cg_keep(c, sk_str_format("<generic parameters of %S>", sk_cg_name(c, d->name))), line);
        if (!u) return;
        u->argcount = generic->nparams;
        sk_cg_body_prologue(c);
        int32_t params = sk_cg_type_params(c, &d->type_params), inner = sk_cg_temp(c);
        make_def(c, s, inner, line);
        for (uint32_t i = 0; i < generic->nparams; i++) {
            bool positional = sk_str_equals_ascii(generic->params[i]->name, ".defaults");
            sk_cg_emit(c, SK_OPC_SET_FUNCTION, 0, inner, generic->params[i]->reg, positional ? SK_FN_DEFAULTS : SK_FN_KWDEFAULTS);
        }
        sk_cg_emit(c, SK_OPC_SET_FUNCTION, SK_KILL_B, inner, params, SK_FN_TYPE_PARAMS);
        sk_cg_emit(c, SK_OPC_RETURN, SK_KILL_A, inner, 0, 0);
        SkValue code = sk_cg_unit_leave(c);
        u = outer;
        if (c->failed) return;
        sk_cg_make_function(c, code, generic, f);
        if (d->args->defaults.count) {
            int32_t t = sk_cg_top(c);
            sk_cg_build_sequence(c, SK_OPC_BUILD_TUPLE, &d->args->defaults, t);
            sk_cg_temp(c);
            extra++;
        }
        if (has_kwdefaults(d->args)) push_kwdefaults(c, d->args), extra++;
        sk_cg_emit(c, SK_OPC_CALL, 0, f, extra, f);
        u->depth = f + 1 - SK_TEMP0;
    } else {
        SkValue code = function_code(c, s, line);
        if (c->failed) return;
        sk_cg_make_function(c, code, sk_scope_find(c, s, SK_SCOPE_MAIN), f);
        set_defaults(c, d->args, f);
        set_kwdefaults(c, d->args, f);
        sk_cg_function_annotations(c, s, d->args, d->returns, f);
    }
    sk_cg_apply_decorators(c, &d->decorator_list, f);
    f -= (int32_t)d->decorator_list.count;
    u->pos = pos;
    sk_cg_store_name(c, name, f);
    u->depth = depth;
}

uint32_t sk_cg_first_line(const SkAstSeq *decorators, const SkAst *s) {
    return (uint32_t)(decorators->count ? decorators->items[0]->lineno : s->lineno);
}

void sk_cg_lambda(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstLambda *l = SK_AST(Lambda, e);
    SkUnit *u = c->unit;
    check_arguments(c, l->args);
    int32_t depth = u->depth, f = sk_cg_temp(c);
    SkScope *scope = sk_scope_find(c, e, SK_SCOPE_MAIN);
    u = sk_cg_unit_enter(c, scope, scope ? scope->name : SK_NONE, (uint32_t)e->lineno);
    if (!u) return;
    set_counts(u, l->args);
    if (scope->generator) u->flags |= scope->coroutine ? SK_CO_ASYNC_GENERATOR : SK_CO_GENERATOR;
    int32_t handler = scope->generator ? sk_cg_begin_generator(c) : -1;
    sk_cg_body_prologue(c);
    int32_t r = sk_cg_expr(c, l->body);
    sk_cg_at(u, l->body);
    sk_cg_emit(c, SK_OPC_RETURN, sk_cg_ka(r), r, 0, 0);
    if (scope->generator) sk_cg_finish_generator(c, handler);
    SkValue code = sk_cg_unit_leave(c);
    u = c->unit;
    if (c->failed) return;
    sk_cg_make_function(c, code, scope, f);
    set_defaults(c, l->args, f);
    set_kwdefaults(c, l->args, f);
    u->depth = depth;
    sk_cg_move_reg(c, dest, f);
}
