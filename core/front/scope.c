#include "core/front/scope.h"

#include <stdlib.h>
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/str.h"

// ---- maps ------------------------------------------------------------------------------------------------------------

static uint32_t map_slot(const SkMap *m, uint64_t key) {
    uint32_t i = (uint32_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & (m->capacity - 1);
    while (m->keys[i] && m->keys[i] != key) i = (i + 1) & (m->capacity - 1);
    return i;
}

void *sk_scope_map_get(const SkMap *m, uint64_t key) {
    if (!m->capacity) return NULL;
    uint32_t i = map_slot(m, key);
    return m->keys[i] ? m->values[i] : NULL;
}

bool sk_scope_map_put(SkArena *arena, SkMap *m, uint64_t key, void *value) {
    if (m->count * 4 >= m->capacity * 3) {
        SkMap bigger = {.capacity = m->capacity ? m->capacity * 2 : 8};
        bigger.keys = sk_arena_zalloc(arena, bigger.capacity * sizeof *bigger.keys);
        bigger.values = sk_arena_zalloc(arena, bigger.capacity * sizeof *bigger.values);
        if (!bigger.keys || !bigger.values) return false;
        for (uint32_t i = 0; i < m->capacity; i++) {
            if (!m->keys[i]) continue;
            uint32_t j = map_slot(&bigger, m->keys[i]);
            bigger.keys[j] = m->keys[i];
            bigger.values[j] = m->values[i];
        }
        bigger.count = m->count;
        *m = bigger;
    }
    uint32_t i = map_slot(m, key);
    if (!m->keys[i]) m->count++;
    m->keys[i] = key;
    m->values[i] = value;
    return true;
}

// ---- scopes ------------------------------------------------------------------------------------------------------------

bool sk_scope_is_function_like(const SkScope *s) { return s->kind != SK_SCOPE_MODULE && s->kind != SK_SCOPE_CLASS; }

SkScope *sk_scope_frame(SkScope *s) {
    while (s->inlined) s = s->parent;
    return s;
}

SkSymbol *sk_scope_symbol(const SkScope *s, SkValue name) { return sk_scope_map_get(&s->map, name.w); }

static uint64_t scope_key(const void *node, int tag) { return (uint64_t)(uintptr_t)node + (unsigned)tag; }

SkScope *sk_scope_find(SkCompiler *c, const void *node, int tag) { return sk_scope_map_get(&c->scopes, scope_key(node, tag)); }

// A new scope within the current one, which it becomes.
static SkScope *enter(SkCompiler *c, SkScopeKind kind, const void *node, int tag, SkValue name) {
    SkScope *s = sk_arena_zalloc(&c->arena, sizeof *s);
    if (!s || !sk_scope_map_put(&c->arena, &c->scopes, scope_key(node, tag), s)) {
        sk_cg_memory(c);
        return NULL;
    }
    s->kind = kind;
    s->node = node;
    s->name = name;
    s->parent = c->scope;
    s->class_name = c->class_name;
    s->mangled_only = c->mangled_only;
    if (c->scope) s->in_iterable = c->scope->in_iterable;
    if (c->scope) s->nested = c->scope->nested || sk_scope_is_function_like(c->scope);
    if (c->last_scope) c->last_scope->next = s;
    else c->first_scope = s;
    c->last_scope = s;
    c->scope = s;
    return s;
}

static void leave(SkCompiler *c) { c->scope = c->scope->parent; }

static SkSymbol *symbol(SkCompiler *c, SkScope *s, SkValue name) {
    SkSymbol *y = sk_scope_map_get(&s->map, name.w);
    if (y) return y;
    y = sk_arena_zalloc(&c->arena, sizeof *y);
    s->symbols = sk_cg_grow(c, s->symbols, &s->symbols_capacity, s->nsymbols + 1, sizeof *s->symbols);
    if (!y || c->failed || !sk_scope_map_put(&c->arena, &s->map, name.w, y)) {
        sk_cg_memory(c);
        return NULL;
    }
    y->name = name;
    y->reg = -1;
    s->symbols[s->nsymbols++] = y;
    return y;
}

static void mention(SkCompiler *c, SkScope *s, SkValue name, uint32_t flags, const void *node) {
    if (c->failed) return;
    SkSymbol *y = symbol(c, s, name);
    if (!y) return;
    if ((flags & SK_SYM_PARAM) && (y->flags & SK_SYM_PARAM)) {
        sk_cg_error(c, node, "duplicate argument '%S' in function definition", name);
        return;
    }
    if ((flags & SK_SYM_TYPE_PARAM) && (y->flags & SK_SYM_TYPE_PARAM)) {
        sk_cg_error(c, node, "duplicate type parameter '%S'", name);
        return;
    }
    y->flags |= flags;
    if (s->in_target && (flags & SK_SYM_ASSIGNED)) {
        if (y->flags & (SK_SYM_GLOBAL | SK_SYM_NONLOCAL)) {
            sk_cg_error(c, node, "comprehension inner loop cannot rebind assignment expression target '%S'", name);
            return;
        }
        y->flags |= SK_SYM_ITERATION;
    }
    if (flags & SK_SYM_PARAM) {
        s->params = sk_cg_grow(c, s->params, &s->params_capacity, s->nparams + 1, sizeof *s->params);
        if (!c->failed) s->params[s->nparams++] = y;
    }
}

static void mention_name(SkCompiler *c, const SkName *name, uint32_t flags, const void *node) {
    mention(c, c->scope, sk_cg_mangled(c, name), flags, node);
}

// ---- walking ------------------------------------------------------------------------------------------------------------

static void visit_expr(SkCompiler *c, const SkAst *e);
static void visit_stmts(SkCompiler *c, const SkAstSeq *seq);

static void visit_exprs(SkCompiler *c, const SkAstSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++)
        if (seq->items[i]) visit_expr(c, seq->items[i]);
}

static void visit_keywords(SkCompiler *c, const SkAstSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) visit_expr(c, SK_AST(Keyword, seq->items[i])->value);
}

// The format parameter of the hidden functions of annotations and type parameters.
static void add_format_param(SkCompiler *c, const void *node) {
    mention(c, c->scope, sk_cg_str(c, ".format"), SK_SYM_PARAM | SK_SYM_USED, node);
}

static void see_class(SkCompiler *c, SkScope *s, const void *node) {
    if (!s || !s->parent) return;
    bool within = s->parent->kind == SK_SCOPE_TYPE_PARAMS && s->parent->sees_class;
    if (s->parent->kind != SK_SCOPE_CLASS && !within) return;
    s->sees_class = true;
    mention(c, s, SK_N(__classdict__), SK_SYM_USED, node);
}

static void visit_hidden(SkCompiler *c, SkScopeKind kind, const SkAst *node, int tag, SkValue name, const char *what,
                         const SkAst *value) {
    SkScope *s = enter(c, kind, node, tag, name);
    if (!s) return;
    s->what = what;
    add_format_param(c, node);
    see_class(c, s, node);
    visit_expr(c, value);
    leave(c);
}

static void visit_type_params(SkCompiler *c, const SkAstSeq *params) {
    for (uint32_t i = 0; i < params->count && !c->failed; i++) {
        const SkAst *p = params->items[i];
        const SkName *name;
        const SkAst *bound = NULL, *value;
        const char *what_default;
        if (p->kind == SK_AST_TypeVar) {
            SkAstTypeVar *t = SK_AST(TypeVar, p);
            name = t->name, bound = t->bound, value = t->default_value, what_default = "a TypeVar default";
        } else if (p->kind == SK_AST_ParamSpec) {
            SkAstParamSpec *t = SK_AST(ParamSpec, p);
            name = t->name, value = t->default_value, what_default = "a ParamSpec default";
        } else {
            SkAstTypeVarTuple *t = SK_AST(TypeVarTuple, p);
            name = t->name, value = t->default_value, what_default = "a TypeVarTuple default";
        }
        mention_name(c, name, SK_SYM_TYPE_PARAM | SK_SYM_ASSIGNED, p);
        if (bound)
            visit_hidden(c, SK_SCOPE_TYPE_VARIABLE, p, SK_SCOPE_MAIN, sk_cg_name(c, name),
                         bound->kind == SK_AST_Tuple ? "a TypeVar constraint" : "a TypeVar bound", bound);
        if (value)
            visit_hidden(c, SK_SCOPE_TYPE_VARIABLE, p, SK_SCOPE_OF_DEFAULT, sk_cg_name(c, name), what_default, value);
    }
}

static SkScope *enter_type_params(SkCompiler *c, const SkAst *node, const SkName *name, const SkAstSeq *params,
                                  bool defaults, bool kwdefaults) {
    SkScope *s = enter(c, SK_SCOPE_TYPE_PARAMS, node, SK_SCOPE_OF_PARAMS, sk_cg_name(c, name));
    if (!s) return NULL;
    s->what = "the definition of a generic";
    see_class(c, s, node);
    if (defaults) mention(c, s, sk_cg_str(c, ".defaults"), SK_SYM_PARAM, node);
    if (kwdefaults) mention(c, s, sk_cg_str(c, ".kwdefaults"), SK_SYM_PARAM, node);
    if (node->kind == SK_AST_ClassDef) {
        mention(c, s, sk_cg_str(c, ".type_params"), SK_SYM_ASSIGNED | SK_SYM_USED, node);
        mention(c, s, sk_cg_str(c, ".generic_base"), SK_SYM_ASSIGNED | SK_SYM_USED, node);
    }
    visit_type_params(c, params);
    return s;
}

static void check_text_annotation(SkCompiler *c, const SkAst *e);

static void check_children(SkCompiler *c, const SkAst *e) {
    const SkAstInfo *info = sk_ast_info(e->kind);
    for (uint8_t i = 0; i < info->field_count; i++) {
        const char *at = (const char *)e + info->fields[i].offset;
        uint8_t form = info->fields[i].form;
        if (form == SK_FORM_NODE || form == SK_FORM_OPT) {
            const SkAst *child = *(SkAst *const *)(const void *)at;
            if (child) check_text_annotation(c, child);
        } else if (form == SK_FORM_SEQ || form == SK_FORM_SEQ_OPT) {
            const SkAstSeq *seq = (const SkAstSeq *)(const void *)at;
            for (uint32_t k = 0; k < seq->count; k++)
                if (seq->items[k]) check_text_annotation(c, seq->items[k]);
        }
    }
}

// An annotation that is kept as text is not evaluated, but what could not be evaluated in one is an error all the same.
static void check_text_annotation(SkCompiler *c, const SkAst *e) {
    if (c->failed || !sk_cg_enter(c)) return;
    switch (e->kind) {
    case SK_AST_Yield:
    case SK_AST_YieldFrom: sk_cg_error(c, e, "yield expression cannot be used within an annotation"); break;
    case SK_AST_Await: sk_cg_error(c, e, "await expression cannot be used within an annotation"); break;
    case SK_AST_NamedExpr: sk_cg_error(c, e, "named expression cannot be used within an annotation"); break;
    case SK_AST_Lambda:
    case SK_AST_GeneratorExp:
    case SK_AST_ListComp:
    case SK_AST_SetComp:
    case SK_AST_DictComp: break;
    default: check_children(c, e); break;
    }
    sk_cg_leave(c);
}

static void visit_annotation(SkCompiler *c, const SkAst *a) {
    if (a && (c->future & SK_CO_FUTURE_ANNOTATIONS)) {
        check_text_annotation(c, a);
        return;
    }
    if (a) visit_expr(c, a);
}

static void visit_arg_annotations(SkCompiler *c, const SkAstSeq *args) {
    for (uint32_t i = 0; i < args->count; i++) visit_annotation(c, SK_AST(Arg, args->items[i])->annotation);
}

static void visit_annotations(SkCompiler *c, const SkAst *def, const SkAstArguments *a, const SkAst *returns) {
    SkScope *s = NULL;
    if (!c->options->eager_annotations && !(c->future & SK_CO_FUTURE_ANNOTATIONS)) {
        bool any = returns || (a->vararg && a->vararg->annotation) || (a->kwarg && a->kwarg->annotation);
        const SkAstSeq *lists[] = {&a->posonlyargs, &a->args, &a->kwonlyargs};
        for (int l = 0; l < 3; l++)
            for (uint32_t i = 0; i < lists[l]->count; i++) any |= SK_AST(Arg, lists[l]->items[i])->annotation != NULL;
        if (!any) return;
        s = enter(c, SK_SCOPE_ANNOTATION, def, SK_SCOPE_OF_ANNOTATIONS, sk_cg_str(c, "__annotate__"));
        if (!s) return;
        s->what = "an annotation";
        add_format_param(c, def);
        see_class(c, s, def);
    }
    visit_arg_annotations(c, &a->posonlyargs);
    visit_arg_annotations(c, &a->args);
    if (a->vararg) visit_annotation(c, a->vararg->annotation);
    visit_arg_annotations(c, &a->kwonlyargs);
    if (a->kwarg) visit_annotation(c, a->kwarg->annotation);
    visit_annotation(c, returns);
    if (s) leave(c);
}

static void add_params(SkCompiler *c, const SkAstArguments *a) {
    const SkAstSeq *lists[] = {&a->posonlyargs, &a->args, &a->kwonlyargs};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++)
            mention_name(c, SK_AST(Arg, lists[l]->items[i])->arg, SK_SYM_PARAM, lists[l]->items[i]);
    if (a->vararg) mention_name(c, a->vararg->arg, SK_SYM_PARAM, a->vararg), c->scope->varargs = true;
    if (a->kwarg) mention_name(c, a->kwarg->arg, SK_SYM_PARAM, a->kwarg), c->scope->varkw = true;
}

static bool any_item(const SkAstSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++)
        if (seq->items[i]) return true;
    return false;
}

static void visit_function(SkCompiler *c, const SkAst *s) {
    // Both kinds of definitions have the same fields.
    SkAstFunctionDef *f = (SkAstFunctionDef *)s;
    mention_name(c, f->name, SK_SYM_ASSIGNED, s);
    visit_exprs(c, &f->args->defaults);
    visit_exprs(c, &f->args->kw_defaults);
    visit_exprs(c, &f->decorator_list);
    SkScope *generic = NULL;
    if (f->type_params.count) {
        generic = enter_type_params(c, s, f->name, &f->type_params, f->args->defaults.count > 0,
                                    any_item(&f->args->kw_defaults));
        if (!generic) return;
    }
    visit_annotations(c, s, f->args, f->returns);
    SkScope *scope = enter(c, SK_SCOPE_FUNCTION, s, SK_SCOPE_MAIN, sk_cg_name(c, f->name));
    if (!scope) return;
    const SkScope *around = generic ? generic->parent : scope->parent;
    scope->is_method = around->kind == SK_SCOPE_CLASS;
    scope->is_async_def = scope->coroutine = s->kind == SK_AST_AsyncFunctionDef;
    add_params(c, f->args);
    bool conditional = c->conditional;
    c->conditional = false;
    visit_stmts(c, &f->body);
    c->conditional = conditional;
    leave(c);
    if (generic) leave(c);
}

static void visit_class(SkCompiler *c, const SkAst *s) {
    SkAstClassDef *d = SK_AST(ClassDef, s);
    mention_name(c, d->name, SK_SYM_ASSIGNED, s);
    visit_exprs(c, &d->decorator_list);
    SkScope *generic = NULL;
    const SkName *class_name = c->class_name;
    const SkAstSeq *mangled_only = c->mangled_only;
    if (d->type_params.count) {
        c->class_name = d->name;
        c->mangled_only = &d->type_params;
        generic = enter_type_params(c, s, d->name, &d->type_params, false, false);
        if (!generic) return;
    }
    visit_exprs(c, &d->bases);
    visit_keywords(c, &d->keywords);
    c->class_name = d->name;
    c->mangled_only = NULL;
    SkScope *scope = enter(c, SK_SCOPE_CLASS, s, SK_SCOPE_MAIN, sk_cg_name(c, d->name));
    if (!scope) return;
    if (generic) {
        mention(c, scope, SK_N(__type_params__), SK_SYM_ASSIGNED, s);
        mention(c, scope, sk_cg_str(c, ".type_params"), SK_SYM_USED, s);
    }
    bool conditional = c->conditional;
    c->conditional = false;
    visit_stmts(c, &d->body);
    c->conditional = conditional;
    c->class_name = class_name;
    c->mangled_only = mangled_only;
    leave(c);
    if (generic) leave(c);
}

static void visit_alias(SkCompiler *c, const SkAst *a) {
    SkAstAlias *alias = SK_AST(Alias, a);
    if (!alias->asname && alias->name->len == 1 && alias->name->utf8[0] == '*') {
        if (c->scope->kind != SK_SCOPE_MODULE) sk_cg_error(c, a, "import * only allowed at module level");
        return;
    }
    if (alias->asname) {
        mention_name(c, alias->asname, SK_SYM_IMPORTED, a);
        return;
    }
    const char *dot = memchr(alias->name->utf8, '.', alias->name->len);
    if (!dot) {
        mention_name(c, alias->name, SK_SYM_IMPORTED, a);
        return;
    }
    SkName first = {.utf8 = sk_arena_copy(&c->arena, alias->name->utf8, (size_t)(dot - alias->name->utf8))};
    first.len = (uint32_t)(dot - alias->name->utf8);
    SkName *kept = sk_arena_alloc(&c->arena, sizeof *kept);
    if (!first.utf8 || !kept) {
        sk_cg_memory(c);
        return;
    }
    *kept = first;
    mention_name(c, kept, SK_SYM_IMPORTED, a);
}

static void visit_global(SkCompiler *c, const SkAst *s, const SkNameSeq *names, bool global) {
    const char *word = global ? "global" : "nonlocal";
    for (uint32_t i = 0; i < names->count && !c->failed; i++) {
        SkValue name = sk_cg_mangled(c, names->items[i]);
        SkSymbol *y = sk_scope_symbol(c->scope, name);
        uint32_t flags = y ? y->flags : 0;
        if (flags & SK_SYM_PARAM) sk_cg_error(c, s, "name '%S' is parameter and %s", name, word);
        else if (flags & SK_SYM_USED) sk_cg_error(c, s, "name '%S' is used prior to %s declaration", name, word);
        else if (flags & SK_SYM_ANNOTATED) sk_cg_error(c, s, "annotated name '%S' can't be %s", name, word);
        else if (flags & SK_SYM_ASSIGNED) sk_cg_error(c, s, "name '%S' is assigned to before %s declaration", name, word);
        else if (!global && c->scope->kind == SK_SCOPE_MODULE)
            sk_cg_error(c, s, "nonlocal declaration not allowed at module level");
        else if (flags & (global ? SK_SYM_NONLOCAL : SK_SYM_GLOBAL))
            sk_cg_error(c, sk_scope_map_get(&c->scopes, scope_key(y, SK_SCOPE_MAIN)), "name '%S' is nonlocal and global", name);
        if (c->failed) return;
        mention(c, c->scope, name, global ? SK_SYM_GLOBAL : SK_SYM_NONLOCAL, s);
        // A name that is global anywhere is so at the top level: exec's locals do not hide it.
        if (global && c->scope != c->first_scope) mention(c, c->first_scope, name, SK_SYM_GLOBAL, s);
        // Whether an outer function binds a nonlocal name is known once that function has been read whole.
        y = sk_scope_symbol(c->scope, name);
        if (y && !sk_scope_map_get(&c->scopes, scope_key(y, SK_SCOPE_MAIN)))
            sk_scope_map_put(&c->arena, &c->scopes, scope_key(y, SK_SCOPE_MAIN), (void *)s);
    }
}

static void visit_annotated(SkCompiler *c, const SkAst *s) {
    SkAstAnnAssign *a = SK_AST(AnnAssign, s);
    SkScope *scope = c->scope;
    if (a->target->kind == SK_AST_Name) {
        SkValue name = sk_cg_mangled(c, SK_AST(Name, a->target)->id);
        SkSymbol *y = sk_scope_symbol(scope, name);
        if (a->simple && y && (y->flags & (SK_SYM_GLOBAL | SK_SYM_NONLOCAL)) && scope->kind != SK_SCOPE_MODULE) {
            sk_cg_error(c, s, y->flags & SK_SYM_GLOBAL ? "annotated name '%S' can't be global"
                                                       : "annotated name '%S' can't be nonlocal", name);
            return;
        }
        if (a->simple) {
            mention(c, scope, name, SK_SYM_ANNOTATED | SK_SYM_ASSIGNED, a->target);
            scope->has_annotations = true;
        } else if (a->value) {
            mention(c, scope, name, SK_SYM_ASSIGNED, a->target);
        }
    } else {
        visit_expr(c, a->target);
    }
    bool in_function = sk_scope_is_function_like(scope);
    if (c->future & SK_CO_FUTURE_ANNOTATIONS) {
        check_text_annotation(c, a->annotation);
    } else if (c->options->eager_annotations) {
        if (!in_function || !a->simple) visit_expr(c, a->annotation);
    } else if (!in_function && a->simple && a->target->kind == SK_AST_Name) {
        if (scope->kind == SK_SCOPE_MODULE || c->conditional) {
            if (!scope->has_conditional_annotations && scope->kind == SK_SCOPE_MODULE)
                mention(c, scope, SK_N(__conditional_annotations__), SK_SYM_USED | SK_SYM_ASSIGNED, s);
            scope->has_conditional_annotations = true;
        }
        SkScope *hidden = sk_scope_find(c, scope->node, SK_SCOPE_OF_ANNOTATIONS);
        if (hidden) {
            c->scope = hidden;
        } else {
            hidden = enter(c, SK_SCOPE_ANNOTATION, scope->node, SK_SCOPE_OF_ANNOTATIONS, SK_N(__annotate__));
            if (!hidden) return;
            hidden->what = "an annotation";
            add_format_param(c, s);
            see_class(c, hidden, s);
        }
        if (scope->has_conditional_annotations)
            mention(c, hidden, SK_N(__conditional_annotations__), SK_SYM_USED, s);
        visit_expr(c, a->annotation);
        leave(c);
    }
    if (a->value) visit_expr(c, a->value);
}

static void visit_pattern(SkCompiler *c, const SkAst *p) {
    if (c->failed || !sk_cg_enter(c)) return;
    switch (p->kind) {
    case SK_AST_MatchValue: visit_expr(c, SK_AST(MatchValue, p)->value); break;
    case SK_AST_MatchSequence:
        for (uint32_t i = 0; i < SK_AST(MatchSequence, p)->patterns.count; i++)
            visit_pattern(c, SK_AST(MatchSequence, p)->patterns.items[i]);
        break;
    case SK_AST_MatchMapping: {
        SkAstMatchMapping *m = SK_AST(MatchMapping, p);
        visit_exprs(c, &m->keys);
        for (uint32_t i = 0; i < m->patterns.count; i++) visit_pattern(c, m->patterns.items[i]);
        if (m->rest) mention_name(c, m->rest, SK_SYM_ASSIGNED, p);
        break;
    }
    case SK_AST_MatchClass: {
        SkAstMatchClass *m = SK_AST(MatchClass, p);
        visit_expr(c, m->cls);
        for (uint32_t i = 0; i < m->patterns.count; i++) visit_pattern(c, m->patterns.items[i]);
        for (uint32_t i = 0; i < m->kwd_patterns.count; i++) visit_pattern(c, m->kwd_patterns.items[i]);
        break;
    }
    case SK_AST_MatchStar:
        if (SK_AST(MatchStar, p)->name) mention_name(c, SK_AST(MatchStar, p)->name, SK_SYM_ASSIGNED, p);
        break;
    case SK_AST_MatchAs:
        if (SK_AST(MatchAs, p)->pattern) visit_pattern(c, SK_AST(MatchAs, p)->pattern);
        if (SK_AST(MatchAs, p)->name) mention_name(c, SK_AST(MatchAs, p)->name, SK_SYM_ASSIGNED, p);
        break;
    case SK_AST_MatchOr:
        for (uint32_t i = 0; i < SK_AST(MatchOr, p)->patterns.count; i++)
            visit_pattern(c, SK_AST(MatchOr, p)->patterns.items[i]);
        break;
    default: break;
    }
    sk_cg_leave(c);
}

static void visit_block(SkCompiler *c, const SkAstSeq *body) {
    bool conditional = c->conditional;
    c->conditional = true;
    visit_stmts(c, body);
    c->conditional = conditional;
}

static void visit_items(SkCompiler *c, const SkAstSeq *items) {
    for (uint32_t i = 0; i < items->count; i++) {
        SkAstWithItem *w = SK_AST(WithItem, items->items[i]);
        visit_expr(c, w->context_expr);
        if (w->optional_vars) visit_expr(c, w->optional_vars);
    }
}

static void visit_try(SkCompiler *c, const SkAst *s) {
    SkAstTry *t = (SkAstTry *)s;  // TryStar has the same fields
    visit_block(c, &t->body);
    for (uint32_t i = 0; i < t->handlers.count && !c->failed; i++) {
        SkAstExceptHandler *h = SK_AST(ExceptHandler, t->handlers.items[i]);
        if (h->type) visit_expr(c, h->type);
        if (h->name) mention_name(c, h->name, SK_SYM_ASSIGNED, h);
        visit_block(c, &h->body);
    }
    visit_block(c, &t->orelse);
    visit_block(c, &t->finalbody);
}

static void visit_stmt(SkCompiler *c, const SkAst *s) {
    switch (s->kind) {
    case SK_AST_FunctionDef:
    case SK_AST_AsyncFunctionDef: visit_function(c, s); break;
    case SK_AST_ClassDef: visit_class(c, s); break;
    case SK_AST_Return:
        if (SK_AST(Return, s)->value) {
            visit_expr(c, SK_AST(Return, s)->value);
            c->scope->returns_value = true;
            if (!c->scope->return_value) c->scope->return_value = (SkAst *)s;
        }
        break;
    case SK_AST_Delete: visit_exprs(c, &SK_AST(Delete, s)->targets); break;
    case SK_AST_Assign:
        visit_exprs(c, &SK_AST(Assign, s)->targets);
        visit_expr(c, SK_AST(Assign, s)->value);
        break;
    case SK_AST_TypeAlias: {
        SkAstTypeAlias *t = SK_AST(TypeAlias, s);
        visit_expr(c, t->name);
        const SkName *name = SK_AST(Name, t->name)->id;
        if (t->type_params.count && !enter_type_params(c, s, name, &t->type_params, false, false)) break;
        visit_hidden(c, SK_SCOPE_TYPE_ALIAS, s, SK_SCOPE_MAIN, sk_cg_name(c, name), "a type alias", t->value);
        if (t->type_params.count) leave(c);
        break;
    }
    case SK_AST_AugAssign:
        visit_expr(c, SK_AST(AugAssign, s)->target);
        visit_expr(c, SK_AST(AugAssign, s)->value);
        break;
    case SK_AST_AnnAssign: visit_annotated(c, s); break;
    case SK_AST_For:
    case SK_AST_AsyncFor: {
        SkAstFor *f = (SkAstFor *)s;
        visit_expr(c, f->target);
        visit_expr(c, f->iter);
        visit_block(c, &f->body);
        visit_block(c, &f->orelse);
        break;
    }
    case SK_AST_While:
        visit_expr(c, SK_AST(While, s)->test);
        visit_block(c, &SK_AST(While, s)->body);
        visit_block(c, &SK_AST(While, s)->orelse);
        break;
    case SK_AST_If:
        for (;;) {
            SkAstIf *f = SK_AST(If, s);
            visit_expr(c, f->test);
            visit_block(c, &f->body);
            if (f->orelse.count == 1 && f->orelse.items[0]->kind == SK_AST_If && !c->failed) {
                s = f->orelse.items[0];
                continue;
            }
            visit_block(c, &f->orelse);
            break;
        }
        break;
    case SK_AST_With:
    case SK_AST_AsyncWith:
        visit_items(c, &((SkAstWith *)s)->items);
        visit_block(c, &((SkAstWith *)s)->body);
        break;
    case SK_AST_Match: {
        SkAstMatch *m = SK_AST(Match, s);
        visit_expr(c, m->subject);
        for (uint32_t i = 0; i < m->cases.count; i++) {
            SkAstMatchCase *k = SK_AST(MatchCase, m->cases.items[i]);
            visit_pattern(c, k->pattern);
            if (k->guard) visit_expr(c, k->guard);
            visit_block(c, &k->body);
        }
        break;
    }
    case SK_AST_Raise:
        if (SK_AST(Raise, s)->exc) visit_expr(c, SK_AST(Raise, s)->exc);
        if (SK_AST(Raise, s)->cause) visit_expr(c, SK_AST(Raise, s)->cause);
        break;
    case SK_AST_Try:
    case SK_AST_TryStar: visit_try(c, s); break;
    case SK_AST_Assert:
        visit_expr(c, SK_AST(Assert, s)->test);
        if (SK_AST(Assert, s)->msg) visit_expr(c, SK_AST(Assert, s)->msg);
        break;
    case SK_AST_Import:
        for (uint32_t i = 0; i < SK_AST(Import, s)->names.count; i++) visit_alias(c, SK_AST(Import, s)->names.items[i]);
        break;
    case SK_AST_ImportFrom:
        for (uint32_t i = 0; i < SK_AST(ImportFrom, s)->names.count; i++)
            visit_alias(c, SK_AST(ImportFrom, s)->names.items[i]);
        break;
    case SK_AST_Global: visit_global(c, s, &SK_AST(Global, s)->names, true); break;
    case SK_AST_Nonlocal: visit_global(c, s, &SK_AST(Nonlocal, s)->names, false); break;
    case SK_AST_Expr: visit_expr(c, SK_AST(Expr, s)->value); break;
    default: break;
    }
}

static void visit_stmts(SkCompiler *c, const SkAstSeq *seq) {
    for (uint32_t i = 0; i < seq->count && !c->failed; i++) {
        if (!sk_cg_enter(c)) return;
        visit_stmt(c, seq->items[i]);
        sk_cg_leave(c);
    }
}

// An assignment expression in a comprehension binds in the scope around it.
static void bind_around(SkCompiler *c, const SkAst *e) {
    const SkAst *target = SK_AST(NamedExpr, e)->target;
    SkValue name = sk_cg_mangled(c, SK_AST(Name, target)->id);
    for (SkScope *s = c->scope; s && !c->failed; s = s->parent) {
        SkSymbol *y = sk_scope_symbol(s, name);
        if (s->comprehension) {
            if (y && (y->flags & SK_SYM_ITERATION))
                sk_cg_error(c, target, "assignment expression cannot rebind comprehension iteration variable '%S'",
                            sk_cg_name(c, SK_AST(Name, target)->id));
            continue;
        }
        switch (s->kind) {
        case SK_SCOPE_FUNCTION:
            if (y && (y->flags & SK_SYM_GLOBAL)) {
                mention(c, c->scope, name, SK_SYM_GLOBAL, target);
            } else {
                mention(c, c->scope, name, SK_SYM_NONLOCAL, target);
                SkSymbol *mine = sk_scope_symbol(c->scope, name);
                if (mine) sk_scope_map_put(&c->arena, &c->scopes, scope_key(mine, SK_SCOPE_MAIN), (void *)target);
                mention(c, s, name, SK_SYM_ASSIGNED, target);
            }
            return;
        case SK_SCOPE_MODULE:
            mention(c, c->scope, name, SK_SYM_GLOBAL, target);
            mention(c, s, name, SK_SYM_GLOBAL, target);
            return;
        case SK_SCOPE_CLASS:
            sk_cg_error(c, target, "assignment expression within a comprehension cannot be used in a class body");
            return;
        case SK_SCOPE_TYPE_PARAMS:
            sk_cg_error(c, target, "assignment expression within a comprehension cannot be used within the definition of a generic");
            return;
        case SK_SCOPE_TYPE_ALIAS:
            sk_cg_error(c, target, "assignment expression within a comprehension cannot be used in a type alias");
            return;
        case SK_SCOPE_TYPE_VARIABLE:
            sk_cg_error(c, target, "assignment expression within a comprehension cannot be used in a TypeVar bound");
            return;
        case SK_SCOPE_ANNOTATION: continue;
        }
    }
}

static const char *comprehension_word(SkComprehensionKind k) {
    switch (k) {
    case SK_COMP_LIST: return "list comprehension";
    case SK_COMP_SET: return "set comprehension";
    case SK_COMP_DICT: return "dict comprehension";
    default: return "generator expression";
    }
}

static void forbid_in_hidden(SkCompiler *c, const SkAst *e, const char *what) {
    const SkScope *s = c->scope;
    if (s->what) sk_cg_error(c, e, "%s cannot be used within %s", what, s->what);
}

static void visit_comprehension(SkCompiler *c, const SkAst *e) {
    SkComprehensionKind kind = e->kind == SK_AST_ListComp  ? SK_COMP_LIST
                               : e->kind == SK_AST_SetComp ? SK_COMP_SET
                               : e->kind == SK_AST_DictComp ? SK_COMP_DICT
                                                            : SK_COMP_GENERATOR;
    static const char *const names[] = {"", "<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"};
    const SkAstSeq *generators = kind == SK_COMP_DICT ? &SK_AST(DictComp, e)->generators : &((SkAstListComp *)e)->generators;
    SkAstComprehension *first = SK_AST(Comprehension, generators->items[0]);
    SkScope *outer = c->scope;
    bool in_iterable = outer->in_iterable;
    outer->in_iterable = true;
    visit_expr(c, first->iter);
    outer->in_iterable = in_iterable;

    SkScope *s = enter(c, SK_SCOPE_FUNCTION, e, SK_SCOPE_MAIN, sk_cg_str(c, names[kind]));
    if (!s) return;
    s->comprehension = kind;
    SkScope *frame = sk_scope_frame(outer);
    s->inlined = kind != SK_COMP_GENERATOR &&
                 (frame->kind == SK_SCOPE_FUNCTION || frame->kind == SK_SCOPE_MODULE || frame->kind == SK_SCOPE_CLASS);
    if (first->is_async) s->coroutine = true;
    if (!s->inlined) mention(c, s, sk_cg_str(c, ".0"), SK_SYM_PARAM, e);
    for (uint32_t i = 0; i < generators->count && !c->failed; i++) {
        SkAstComprehension *g = SK_AST(Comprehension, generators->items[i]);
        if (i > 0) {
            bool inherited = s->in_iterable;
            s->in_iterable = true;
            visit_expr(c, g->iter);
            s->in_iterable = inherited;
            if (g->is_async) s->coroutine = true;
        }
        s->in_target = true;
        visit_expr(c, g->target);
        s->in_target = false;
        visit_exprs(c, &g->ifs);
    }
    if (kind == SK_COMP_DICT) {
        visit_expr(c, SK_AST(DictComp, e)->key);
        visit_expr(c, SK_AST(DictComp, e)->value);
    } else {
        visit_expr(c, ((SkAstListComp *)e)->elt);
    }
    leave(c);
    if (s->coroutine && kind != SK_COMP_GENERATOR) outer->coroutine = true;
}

static void visit_lambda(SkCompiler *c, const SkAst *e) {
    SkAstLambda *l = SK_AST(Lambda, e);
    visit_exprs(c, &l->args->defaults);
    visit_exprs(c, &l->args->kw_defaults);
    if (!enter(c, SK_SCOPE_FUNCTION, e, SK_SCOPE_MAIN, sk_cg_str(c, "<lambda>"))) return;
    add_params(c, l->args);
    visit_expr(c, l->body);
    leave(c);
}

static void visit_yield(SkCompiler *c, const SkAst *e, const SkAst *value) {
    forbid_in_hidden(c, e, "yield expression");
    if (value) visit_expr(c, value);
    if (c->failed) return;
    c->scope->generator = true;
    if (c->scope->comprehension)
        sk_cg_error(c, e, "'yield' inside %s", comprehension_word(c->scope->comprehension));
}

static void visit_node(SkCompiler *c, const SkAst *e) {
    switch (e->kind) {
    case SK_AST_BoolOp: visit_exprs(c, &SK_AST(BoolOp, e)->values); break;
    case SK_AST_NamedExpr: {
        SkAstNamedExpr *n = SK_AST(NamedExpr, e);
        forbid_in_hidden(c, e, "named expression");
        if (c->failed) break;
        if (c->scope->in_iterable) {
            sk_cg_error(c, e, "assignment expression cannot be used in a comprehension iterable expression");
            break;
        }
        if (c->scope->comprehension) bind_around(c, e);
        sk_scope_frame(c->scope)->has_walrus = true;
        visit_expr(c, n->value);
        visit_expr(c, n->target);
        break;
    }
    case SK_AST_BinOp:
        // The left spine of a long sum is walked, not recursed into.
        for (;;) {
            visit_expr(c, SK_AST(BinOp, e)->right);
            e = SK_AST(BinOp, e)->left;
            if (e->kind != SK_AST_BinOp || c->failed) break;
        }
        visit_expr(c, e);
        break;
    case SK_AST_UnaryOp: visit_expr(c, SK_AST(UnaryOp, e)->operand); break;
    case SK_AST_Lambda: visit_lambda(c, e); break;
    case SK_AST_IfExp:
        visit_expr(c, SK_AST(IfExp, e)->test);
        visit_expr(c, SK_AST(IfExp, e)->body);
        visit_expr(c, SK_AST(IfExp, e)->orelse);
        break;
    case SK_AST_Dict:
        visit_exprs(c, &SK_AST(Dict, e)->keys);
        visit_exprs(c, &SK_AST(Dict, e)->values);
        break;
    case SK_AST_Set: visit_exprs(c, &SK_AST(Set, e)->elts); break;
    case SK_AST_ListComp:
    case SK_AST_SetComp:
    case SK_AST_DictComp:
    case SK_AST_GeneratorExp: visit_comprehension(c, e); break;
    case SK_AST_Await:
        forbid_in_hidden(c, e, "await expression");
        visit_expr(c, SK_AST(Await, e)->value);
        c->scope->coroutine = true;
        break;
    case SK_AST_Yield: visit_yield(c, e, SK_AST(Yield, e)->value); break;
    case SK_AST_YieldFrom: visit_yield(c, e, SK_AST(YieldFrom, e)->value); break;
    case SK_AST_Compare:
        visit_expr(c, SK_AST(Compare, e)->left);
        visit_exprs(c, &SK_AST(Compare, e)->comparators);
        break;
    case SK_AST_Call:
        visit_expr(c, SK_AST(Call, e)->func);
        visit_exprs(c, &SK_AST(Call, e)->args);
        visit_keywords(c, &SK_AST(Call, e)->keywords);
        break;
    case SK_AST_FormattedValue:
        visit_expr(c, SK_AST(FormattedValue, e)->value);
        if (SK_AST(FormattedValue, e)->format_spec) visit_expr(c, SK_AST(FormattedValue, e)->format_spec);
        break;
    case SK_AST_Interpolation:
        visit_expr(c, SK_AST(Interpolation, e)->value);
        if (SK_AST(Interpolation, e)->format_spec) visit_expr(c, SK_AST(Interpolation, e)->format_spec);
        break;
    case SK_AST_JoinedStr: visit_exprs(c, &SK_AST(JoinedStr, e)->values); break;
    case SK_AST_TemplateStr: visit_exprs(c, &SK_AST(TemplateStr, e)->values); break;
    case SK_AST_Attribute: visit_expr(c, SK_AST(Attribute, e)->value); break;
    case SK_AST_Subscript:
        visit_expr(c, SK_AST(Subscript, e)->value);
        visit_expr(c, SK_AST(Subscript, e)->slice);
        break;
    case SK_AST_Starred: visit_expr(c, SK_AST(Starred, e)->value); break;
    case SK_AST_Name: {
        SkAstName *n = SK_AST(Name, e);
        bool load = n->ctx == SK_CTX_Load;
        mention_name(c, n->id, load ? SK_SYM_USED : SK_SYM_ASSIGNED, e);
        if (load && sk_scope_is_function_like(c->scope) && n->id->len == 5 && !memcmp(n->id->utf8, "super", 5))
            mention(c, c->scope, SK_N(__class__), SK_SYM_USED, e);
        break;
    }
    case SK_AST_List: visit_exprs(c, &SK_AST(List, e)->elts); break;
    case SK_AST_Tuple: visit_exprs(c, &SK_AST(Tuple, e)->elts); break;
    case SK_AST_Slice:
        if (SK_AST(Slice, e)->lower) visit_expr(c, SK_AST(Slice, e)->lower);
        if (SK_AST(Slice, e)->upper) visit_expr(c, SK_AST(Slice, e)->upper);
        if (SK_AST(Slice, e)->step) visit_expr(c, SK_AST(Slice, e)->step);
        break;
    default: break;
    }
}

static void visit_expr(SkCompiler *c, const SkAst *e) {
    if (c->failed || !sk_cg_enter(c)) return;
    visit_node(c, e);
    sk_cg_leave(c);
}

// ---- resolving ------------------------------------------------------------------------------------------------------------

static void take_from_outside(SkCompiler *c, SkScope *s, SkValue name) {
    if (sk_scope_map_get(&s->free_map, name.w)) return;
    s->frees = sk_cg_grow(c, s->frees, &s->frees_capacity, s->nfrees + 1, sizeof *s->frees);
    if (c->failed || !sk_scope_map_put(&c->arena, &s->free_map, name.w, s)) {
        sk_cg_memory(c);
        return;
    }
    s->frees[s->nfrees++] = name;
}

// The scope outside s where a name used in s lives; NULL: it is global.
static SkScope *find_outside(SkScope *s, SkValue name) {
    for (SkScope *p = s->parent; p; p = p->parent) {
        if (p->kind == SK_SCOPE_MODULE) return NULL;
        if (p->kind == SK_SCOPE_CLASS) {
            if (name.w == SK_N(__class__).w) return p->needs_class_cell = true, p;
            if (name.w == SK_N(__classdict__).w && s->sees_class) return p->needs_classdict = true, p;
            if (name.w == SK_N(__conditional_annotations__).w && s->sees_class && s->parent == p) return p;
            continue;
        }
        SkSymbol *y = sk_scope_symbol(p, name);
        if (!y) continue;
        if (y->flags & SK_SYM_GLOBAL) return NULL;
        if ((y->flags & SK_SYM_BOUND) && !(y->flags & SK_SYM_NONLOCAL)) return p;
    }
    return NULL;
}

static void resolve_free(SkCompiler *c, SkScope *s, SkSymbol *y, SkScope *home) {
    y->binding = SK_BIND_FREE;
    bool crosses = false;
    for (SkScope *p = s; p != home; p = p->parent) {
        if (p->inlined) continue;
        crosses = true;
        take_from_outside(c, p, y->name);
    }
    if (!crosses || home->kind == SK_SCOPE_CLASS) return;
    SkSymbol *theirs = sk_scope_symbol(home, y->name);
    if (theirs) theirs->binding = SK_BIND_CELL;
}

static void resolve(SkCompiler *c, SkScope *s, SkSymbol *y) {
    if (y->flags & SK_SYM_GLOBAL) {
        y->binding = SK_BIND_GLOBAL_EXPLICIT;
        return;
    }
    if (y->flags & SK_SYM_NONLOCAL) {
        const void *where = sk_scope_map_get(&c->scopes, scope_key(y, SK_SCOPE_MAIN));
        SkScope *home = find_outside(s, y->name);
        if (!home) {
            sk_cg_error(c, where, "no binding for nonlocal '%S' found", y->name);
            return;
        }
        SkSymbol *theirs = sk_scope_symbol(home, y->name);
        if (theirs && (theirs->flags & SK_SYM_TYPE_PARAM)) {
            sk_cg_error(c, where, "nonlocal binding not allowed for type parameter '%S'", y->name);
            return;
        }
        resolve_free(c, s, y, home);
        return;
    }
    if (y->flags & SK_SYM_BOUND) {
        if (y->binding == SK_BIND_UNKNOWN) y->binding = SK_BIND_LOCAL;
        return;
    }
    if (s->sees_class && y->name.w != SK_N(__classdict__).w) {
        SkScope *class_scope = s->parent;
        while (class_scope->kind != SK_SCOPE_CLASS) class_scope = class_scope->parent;
        SkSymbol *in_class = sk_scope_symbol(class_scope, y->name);
        if (in_class && (in_class->flags & SK_SYM_GLOBAL)) {
            y->binding = SK_BIND_GLOBAL_EXPLICIT;
            return;
        }
        if (in_class && (in_class->flags & SK_SYM_BOUND) && !(in_class->flags & SK_SYM_NONLOCAL)) {
            y->binding = SK_BIND_GLOBAL;
            return;
        }
    }
    SkScope *home = find_outside(s, y->name);
    if (home) resolve_free(c, s, y, home);
    else y->binding = SK_BIND_GLOBAL;
}

static int by_text(const void *a, const void *b) { return sk_str_compare(*(const SkValue *)a, *(const SkValue *)b); }

bool sk_scope_build(SkCompiler *c, SkAst *tree) {
    SkScope *module = enter(c, SK_SCOPE_MODULE, tree, SK_SCOPE_MAIN, sk_cg_str(c, "<module>"));
    if (!module) return false;
    switch (tree->kind) {
    case SK_AST_Module: visit_stmts(c, &SK_AST(Module, tree)->body); break;
    case SK_AST_Interactive: visit_stmts(c, &SK_AST(Interactive, tree)->body); break;
    case SK_AST_Expression: visit_expr(c, SK_AST(Expression, tree)->body); break;
    default: sk_cg_error(c, tree, "this kind of tree cannot be compiled"); break;
    }
    c->scope = NULL;
    for (SkScope *s = c->first_scope; s && !c->failed; s = s->next)
        for (uint32_t i = 0; i < s->nsymbols && !c->failed; i++) resolve(c, s, s->symbols[i]);
    for (SkScope *s = c->first_scope; s && !c->failed; s = s->next)
        if (s->nfrees > 1) qsort(s->frees, s->nfrees, sizeof *s->frees, by_text);
    return !c->failed;
}
