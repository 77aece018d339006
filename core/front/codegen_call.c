// Calls: the function, then its arguments, in consecutive temporaries.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

enum { MAX_DIRECT = 240 };  // arguments passed in registers; beyond, they are collected first

static bool name_is(const SkAst *e, const char *text) {
    if (e->kind != SK_AST_Name) return false;
    const SkName *n = SK_AST(Name, e)->id;
    return n->len == strlen(text) && !memcmp(n->utf8, text, n->len);
}

static SkValue keyword_names(SkCompiler *c, const SkAstSeq *keywords) {
    SkTuple *t = sk_tuple_alloc(keywords->count);
    if (!t) {
        sk_cg_failed(c);
        return SK_EMPTY;
    }
    for (uint32_t i = 0; i < keywords->count; i++)
        sk_tuple_init(t, i, sk_cg_name(c, SK_AST(Keyword, keywords->items[i])->arg));
    return sk_cg_keep(c, sk_counted(t));
}

static void check_keywords(SkCompiler *c, const SkAstSeq *keywords) {
    for (uint32_t i = 0; i < keywords->count && !c->failed; i++) {
        SkAstKeyword *k = SK_AST(Keyword, keywords->items[i]);
        if (!k->arg) continue;
        SkValue name = sk_cg_name(c, k->arg);
        sk_cg_check_assignable(c, k, name, "assign to");
        for (uint32_t j = 0; j < i; j++) {
            SkAstKeyword *before = SK_AST(Keyword, keywords->items[j]);
            if (before->arg == k->arg || (before->arg && sk_cg_name(c, before->arg).w == name.w)) {
                sk_cg_error(c, k, "keyword argument repeated: %S", name);
                break;
            }
        }
    }
}

// The positional arguments as a tuple, in the next temporary (taken).
static void push_args_tuple(SkCompiler *c, int32_t from, int32_t extra, const SkAstSeq *args) {
    SkUnit *u = c->unit;
    if (!extra && args->count == 1 && args->items[0]->kind == SK_AST_Starred) {
        // f(*args): the call itself makes a tuple of what is none.
        sk_cg_expr_push(c, SK_AST(Starred, args->items[0])->value);
        return;
    }
    sk_cg_emit(c, SK_OPC_BUILD_LIST, 0, from, from, extra);
    u->depth = from - SK_TEMP0;
    sk_cg_temp(c);
    for (uint32_t i = 0; i < args->count && !c->failed; i++) {
        const SkAst *a = args->items[i];
        int32_t depth = u->depth;
        bool star = a->kind == SK_AST_Starred;
        int32_t r = sk_cg_expr(c, star ? SK_AST(Starred, a)->value : a);
        sk_cg_emit(c, star ? SK_OPC_LIST_EXTEND : SK_OPC_LIST_APPEND, sk_cg_kb(r), from, r, 0);
        u->depth = depth;
    }
    sk_cg_emit(c, SK_OPC_LIST_TO_TUPLE, SK_KILL_B, from, from, 0);
}

// The keyword arguments as a dict in the next temporary (taken); f: the callable, for messages.
static void push_kwargs_dict(SkCompiler *c, int32_t f, const SkAstSeq *keywords) {
    SkUnit *u = c->unit;
    if (keywords->count == 1 && !SK_AST(Keyword, keywords->items[0])->arg) {
        sk_cg_expr_push(c, SK_AST(Keyword, keywords->items[0])->value);
        return;
    }
    int32_t dict = sk_cg_temp(c);
    if (!keywords->count) {
        sk_cg_clear(c, dict);
        return;
    }
    sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, dict, dict, 0);
    for (uint32_t i = 0; i < keywords->count && !c->failed;) {
        int32_t depth = u->depth;
        SkAstKeyword *k = SK_AST(Keyword, keywords->items[i]);
        if (!k->arg) {
            int32_t r = sk_cg_expr(c, k->value);
            sk_cg_emit(c, SK_OPC_DICT_MERGE, sk_cg_kb(r), dict, r, f);
            i++;
        } else if (i == 0) {
            // Nothing precedes: names cannot collide.
            for (; i < keywords->count && (k = SK_AST(Keyword, keywords->items[i]))->arg && !c->failed; i++) {
                int32_t key = sk_cg_temp(c);
                sk_cg_load_const(c, sk_cg_name(c, k->arg), key);
                int32_t r = sk_cg_expr(c, k->value);
                sk_cg_emit(c, SK_OPC_MAP_ADD, SK_KILL_B | sk_cg_kc(r), dict, key, r);
                u->depth = depth;
            }
        } else {
            int32_t pairs = sk_cg_top(c), n = 0;
            for (; i < keywords->count && n < 32 && (k = SK_AST(Keyword, keywords->items[i]))->arg; i++, n++) {
                sk_cg_load_const(c, sk_cg_name(c, k->arg), sk_cg_temp(c));
                sk_cg_expr_push(c, k->value);
            }
            sk_cg_emit(c, SK_OPC_BUILD_MAP, 0, pairs, pairs, n);
            sk_cg_emit(c, SK_OPC_DICT_MERGE, SK_KILL_B, dict, pairs, f);
        }
        u->depth = depth;
    }
}

void sk_cg_call_arguments(SkCompiler *c, int32_t f, bool method, int32_t extra, const SkAstSeq *args, const SkAstSeq *keywords,
                       int32_t dest) {
    SkUnit *u = c->unit;
    if (keywords->count) check_keywords(c, keywords);
    bool plain = args->count + keywords->count + (uint32_t)extra <= MAX_DIRECT;
    for (uint32_t i = 0; i < args->count; i++) plain = plain && args->items[i]->kind != SK_AST_Starred;
    for (uint32_t i = 0; i < keywords->count; i++) plain = plain && SK_AST(Keyword, keywords->items[i])->arg;
    if (plain) {
        for (uint32_t i = 0; i < args->count; i++) sk_cg_expr_push(c, args->items[i]);
        for (uint32_t i = 0; i < keywords->count; i++) sk_cg_expr_push(c, SK_AST(Keyword, keywords->items[i])->value);
        int32_t n = extra + (int32_t)(args->count + keywords->count);
        if (keywords->count) {
            SkIns *i = sk_cg_emit(c, method ? SK_OPC_CALL_METHOD_KW : SK_OPC_CALL_KW, 0, f, n, dest);
            uint32_t names = sk_cg_constant(c, keyword_names(c, keywords));
            i->cache = (int32_t)names;
        } else {
            sk_cg_emit(c, method ? SK_OPC_CALL_METHOD : SK_OPC_CALL, 0, f, n, dest);
        }
    } else {
        push_args_tuple(c, f + 1, extra, args);
        push_kwargs_dict(c, f, keywords);
        sk_cg_emit(c, SK_OPC_CALL_EX, 0, f, 0, dest);
    }
    u->depth = f - SK_TEMP0;
}

// super().name and super(class, self).name without making the super object. False: not of that form.
bool sk_cg_super_attribute(SkCompiler *c, const SkAst *e, bool method, int32_t dest) {
    SkAstAttribute *a = SK_AST(Attribute, e);
    if (a->value->kind != SK_AST_Call) return false;
    SkAstCall *call = SK_AST(Call, a->value);
    SkUnit *u = c->unit;
    if (!name_is(call->func, "super") || call->keywords.count || u->scope->kind != SK_SCOPE_FUNCTION) return false;
    SkValue super = sk_cg_str(c, "super");
    for (SkScope *s = u->names; s; s = s->parent) {
        SkSymbol *y = sk_scope_symbol(s, super);
        if (y && (y->flags & (SK_SYM_BOUND | SK_SYM_GLOBAL | SK_SYM_NONLOCAL))) return false;
    }
    if (a->attr->len == 9 && !memcmp(a->attr->utf8, "__class__", 9)) return false;
    bool two = call->args.count == 2 && call->args.items[0]->kind != SK_AST_Starred && call->args.items[1]->kind != SK_AST_Starred;
    bool none = call->args.count == 0 && u->argcount > 0 && sk_cg_free_index(c, SK_N(__class__)) >= 0 && u->names == u->scope;
    if (!two && !none) return false;
    SkPos pos = sk_cg_at(u, call->func);
    int32_t depth = u->depth, base = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_LOAD_GLOBAL, 0, base, (int32_t)sk_cg_name_index(c, super), 0);
    sk_cg_at(u, call);
    if (two) {
        sk_cg_expr_push(c, call->args.items[0]);
        sk_cg_expr_push(c, call->args.items[1]);
    } else {
        sk_cg_load_name(c, SK_N(__class__), sk_cg_temp(c));
        sk_cg_load_name(c, u->locals[0], sk_cg_temp(c));
    }
    u->pos = pos;
    SkValue name = sk_cg_mangled(c, a->attr);
    sk_cg_emit(c, method ? SK_OPC_SUPER_METHOD : SK_OPC_SUPER_ATTR, two ? SK_SENSE : 0, dest, base, (int32_t)sk_cg_name_index(c, name));
    u->depth = depth;
    return true;
}

static SkPos method_pos(const SkAst *func, const SkAst *call) {
    // A call spread over lines is blamed on the line of the name.
    SkPos p = sk_cg_pos_of(call);
    if (func->lineno != func->end_lineno) {
        uint32_t len = SK_AST(Attribute, func)->attr->len;
        p.line = func->end_lineno;
        p.col = func->end_col_offset - (int32_t)len;
        if (p.col < 0) p.col = -1;
    }
    return p;
}

// An attribute spread over lines is blamed on the line of its name.
SkPos sk_cg_attribute_pos(const SkAst *func) {
    SkPos p = sk_cg_pos_of(func);
    if (p.line != p.end_line) {
        p.line = p.end_line;
        p.col = p.end_col - (int32_t)SK_AST(Attribute, func)->attr->len;
        if (p.col < 0) p.col = -1;
    }
    return p;
}

void sk_cg_call_expr(SkCompiler *c, const SkAst *e, int32_t dest) {
    SkAstCall *call = SK_AST(Call, e);
    SkUnit *u = c->unit;
    bool star = call->args.count + call->keywords.count > MAX_DIRECT;
    for (uint32_t i = 0; i < call->args.count; i++) star |= call->args.items[i]->kind == SK_AST_Starred;
    for (uint32_t i = 0; i < call->keywords.count; i++) star |= !SK_AST(Keyword, call->keywords.items[i])->arg;
    if (call->func->kind == SK_AST_Attribute && !star) {
        SkAstAttribute *a = SK_AST(Attribute, call->func);
        int32_t f = SK_TEMP0 + u->depth;
        u->pos = sk_cg_attribute_pos(call->func);
        if (!sk_cg_super_attribute(c, call->func, true, f)) {
            int32_t r = sk_cg_expr(c, a->value);
            sk_cg_emit(c, SK_OPC_LOAD_METHOD, sk_cg_kb(r), f, r, (int32_t)sk_cg_name_index(c, sk_cg_mangled(c, a->attr)));
        }
        u->depth = f - SK_TEMP0;
        sk_cg_temps(c, 2);
        u->pos = method_pos(call->func, e);
        sk_cg_call_arguments(c, f, true, 0, &call->args, &call->keywords, dest);
        return;
    }
    int32_t f = sk_cg_expr_push(c, call->func);
    sk_cg_call_arguments(c, f, false, 0, &call->args, &call->keywords, dest);
}
