// Loading, storing and deleting names, and the targets of assignments.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"

typedef enum { AT_LOCAL, AT_CELL, AT_FREE, AT_GLOBAL, AT_NAME, AT_CLASS_FREE, AT_CLASS_GLOBAL } Place;

static int32_t class_cell(SkCompiler *c, SkValue name) {
    SkUnit *u = c->unit;
    if (u->scope->kind != SK_SCOPE_CLASS) return -1;
    if (name.w != SK_N(__class__).w && name.w != SK_N(__classdict__).w && name.w != SK_N(__conditional_annotations__).w)
        return -1;
    for (uint32_t i = 0; i < u->nlocals; i++)
        if (u->locals[i].w == name.w && (u->local_kinds[i] & SK_LOCAL_CELL)) return (int32_t)i;
    return -1;
}

// Where a name used in the current scope lives; *at: its register or closure index.
static Place find(SkCompiler *c, SkValue name, int32_t *at) {
    SkUnit *u = c->unit;
    bool inlined = false;
    for (SkScope *s = u->names;; s = s->parent) {
        if (inlined && s->kind == SK_SCOPE_CLASS) {
            *at = sk_cg_free_index(c, name);
            return *at >= 0 ? AT_FREE : AT_GLOBAL;
        }
        SkSymbol *y = sk_scope_symbol(s, name);
        SkBinding binding = y ? y->binding : SK_BIND_UNKNOWN;
        if (binding == SK_BIND_LOCAL || binding == SK_BIND_CELL) {
            if (y->reg < 0) return AT_NAME;
            *at = y->reg;
            return binding == SK_BIND_LOCAL ? AT_LOCAL : AT_CELL;
        }
        if (binding == SK_BIND_GLOBAL_EXPLICIT) return AT_GLOBAL;
        if (s->inlined) {
            inlined = true;
            continue;
        }
        *at = sk_cg_free_index(c, name);
        if (*at >= 0 && (binding == SK_BIND_FREE || binding == SK_BIND_UNKNOWN || inlined)) {
            if (s->kind == SK_SCOPE_CLASS && !(y && (y->flags & SK_SYM_NONLOCAL)) && y) return AT_CLASS_FREE;
            if (s->sees_class && name.w != SK_N(__classdict__).w && name.w != SK_N(__class__).w &&
                sk_cg_free_index(c, SK_N(__classdict__)) >= 0 && name.w != SK_N(__conditional_annotations__).w) return AT_CLASS_FREE;
            return AT_FREE;
        }
        if (s->sees_class && sk_cg_free_index(c, SK_N(__classdict__)) >= 0) return AT_CLASS_GLOBAL;
        if (sk_scope_is_function_like(s)) return AT_GLOBAL;
        return AT_NAME;
    }
}

int32_t sk_cg_local_register(SkCompiler *c, SkValue name) {
    int32_t at = -1;
    return find(c, name, &at) == AT_LOCAL ? at : -1;
}

static int32_t load_class_namespace(SkCompiler *c, int32_t t) {
    SkUnit *u = c->unit;
    if (u->scope->kind == SK_SCOPE_CLASS) sk_cg_emit(c, SK_OPC_LOAD_LOCALS, 0, t, 0, 0);
    else sk_cg_emit(c, SK_OPC_LOAD_FREE, 0, t, sk_cg_free_index(c, SK_N(__classdict__)), 0);
    return t;
}

int32_t sk_cg_load_name(SkCompiler *c, SkValue name, int32_t dest) {
    int32_t at = -1;
    Place place = find(c, name, &at);
    if (place == AT_LOCAL) {
        sk_cg_emit(c, SK_OPC_CHECK_LOCAL, 0, at, 0, 0);
        if (dest < 0) return at;
        sk_cg_move_reg(c, dest, at);
        return dest;
    }
    if (dest < 0) dest = sk_cg_temp(c);
    switch (place) {
    case AT_CELL: sk_cg_emit(c, SK_OPC_LOAD_CELL, 0, dest, at, 0); break;
    case AT_FREE: sk_cg_emit(c, SK_OPC_LOAD_FREE, 0, dest, at, 0); break;
    case AT_GLOBAL: sk_cg_emit(c, SK_OPC_LOAD_GLOBAL, 0, dest, (int32_t)sk_cg_name_index(c, name), 0); break;
    case AT_CLASS_FREE:
    case AT_CLASS_GLOBAL: {
        // The mapping stands apart from the result.
        int32_t depth = c->unit->depth;
        if (dest == sk_cg_top(c)) sk_cg_temp(c);
        int32_t t = load_class_namespace(c, sk_cg_temp(c));
        if (place == AT_CLASS_FREE) sk_cg_emit(c, SK_OPC_LOAD_NAME_OR_FREE, SK_KILL_C, dest, at, t);
        else sk_cg_emit(c, SK_OPC_LOAD_NAME_OR_GLOBAL, SK_KILL_C, dest, (int32_t)sk_cg_name_index(c, name), t);
        c->unit->depth = depth;
        break;
    }
    default: sk_cg_emit(c, SK_OPC_LOAD_NAME, 0, dest, (int32_t)sk_cg_name_index(c, name), 0); break;
    }
    return dest;
}

void sk_cg_store_name(SkCompiler *c, SkValue name, int32_t value) {
    int32_t at = -1;
    if (sk_str_equals_ascii(name, "__debug__")) sk_cg_error_at(c, c->unit->pos, "cannot assign to __debug__");
    switch (find(c, name, &at)) {
    case AT_LOCAL: sk_cg_move_reg(c, at, value); break;
    case AT_CELL: sk_cg_emit(c, SK_OPC_STORE_CELL, sk_cg_kb(value), at, value, 0); break;
    case AT_CLASS_FREE:
    case AT_FREE: sk_cg_emit(c, SK_OPC_STORE_FREE, sk_cg_kb(value), at, value, 0); break;
    case AT_CLASS_GLOBAL:
    case AT_GLOBAL: sk_cg_emit(c, SK_OPC_STORE_GLOBAL, sk_cg_ka(value), value, (int32_t)sk_cg_name_index(c, name), 0); break;
    case AT_NAME: sk_cg_emit(c, SK_OPC_STORE_NAME, sk_cg_ka(value), value, (int32_t)sk_cg_name_index(c, name), 0); break;
    }
}

void sk_cg_delete_name(SkCompiler *c, SkValue name) {
    int32_t at = -1;
    switch (find(c, name, &at)) {
    case AT_LOCAL: sk_cg_emit(c, SK_OPC_DELETE_LOCAL, 0, at, 0, 0); break;
    case AT_CELL: sk_cg_emit(c, SK_OPC_DELETE_CELL, 0, at, 0, 0); break;
    case AT_CLASS_FREE:
    case AT_FREE: sk_cg_emit(c, SK_OPC_DELETE_FREE, 0, at, 0, 0); break;
    case AT_CLASS_GLOBAL:
    case AT_GLOBAL: sk_cg_emit(c, SK_OPC_DELETE_GLOBAL, 0, 0, (int32_t)sk_cg_name_index(c, name), 0); break;
    case AT_NAME: sk_cg_emit(c, SK_OPC_DELETE_NAME, 0, 0, (int32_t)sk_cg_name_index(c, name), 0); break;
    }
}

void sk_cg_load_cell(SkCompiler *c, SkValue name, int32_t dest) {
    int32_t at = class_cell(c, name);
    if (at < 0) {
        for (SkScope *s = c->unit->names;; s = s->parent) {
            SkSymbol *y = sk_scope_symbol(s, name);
            if (y && y->binding == SK_BIND_CELL && y->reg >= 0) {
                at = y->reg;
                break;
            }
            if (!s->inlined) break;
        }
    }
    if (at >= 0) {
        sk_cg_emit(c, SK_OPC_MOVE, 0, dest, at, 0);
        return;
    }
    at = sk_cg_free_index(c, name);
    if (at < 0) {
        sk_cg_error_at(c, c->unit->pos, "internal error: no cell for '%S'", name);
        return;
    }
    sk_cg_emit(c, SK_OPC_LOAD_CLOSURE, 0, dest, at, 0);
}

void sk_cg_check_assignable(SkCompiler *c, const void *node, SkValue name, const char *verb) {
    if (sk_str_equals_ascii(name, "__debug__")) sk_cg_error(c, node, "cannot %s __debug__", verb);
}

// ---- targets ------------------------------------------------------------------------------------------------------------

static void note_static_attribute(SkCompiler *c, const SkAst *target) {
    SkAstAttribute *a = SK_AST(Attribute, target);
    if (a->value->kind != SK_AST_Name) return;
    const SkName *self = SK_AST(Name, a->value)->id;
    if (self->len != 4 || memcmp(self->utf8, "self", 4)) return;
    SkUnit *u = c->unit;
    if (u->scope->kind != SK_SCOPE_FUNCTION) return;
    while (u && u->scope->kind != SK_SCOPE_CLASS) u = u->outer;
    if (!u) return;
    SkValue name = sk_cg_name(c, a->attr);
    if (sk_scope_map_get(&u->static_map, name.w)) return;
    u->static_attributes = sk_cg_grow(c, u->static_attributes, &u->static_capacity, u->nstatic + 1, sizeof *u->static_attributes);
    if (c->failed || !sk_scope_map_put(&c->arena, &u->static_map, name.w, u)) {
        sk_cg_memory(c);
        return;
    }
    u->static_attributes[u->nstatic++] = name;
}

// The first of consecutive registers which a, b, c, ... are, all plain locals on one line: UNPACK can write there. -1: it is not so.
static int32_t registers_in_row(SkCompiler *c, const SkAstSeq *elts, int32_t value) {
    int32_t first = -1;
    if (elts->count > SK_UNPACK_DIRECT) return -1;
    for (uint32_t i = 0; i < elts->count; i++) {
        const SkAst *t = elts->items[i];
        int32_t at = -1;
        if (t->kind != SK_AST_Name || sk_cg_pos_of(t).line != c->unit->pos.line) return -1;
        SkValue name = sk_cg_mangled(c, SK_AST(Name, t)->id);
        if (sk_is_empty(name) || sk_str_equals_ascii(name, "__debug__") || find(c, name, &at) != AT_LOCAL) return -1;
        if (i == 0) first = at;
        if (at != first + (int32_t)i || at == value) return -1;
    }
    return first;
}

static void store_sequence(SkCompiler *c, const SkAst *target, int32_t value) {
    const SkAstSeq *elts = target->kind == SK_AST_List ? &SK_AST(List, target)->elts : &SK_AST(Tuple, target)->elts;
    SkUnit *u = c->unit;
    uint32_t star = UINT32_MAX;
    for (uint32_t i = 0; i < elts->count; i++) {
        if (elts->items[i]->kind != SK_AST_Starred) continue;
        if (star != UINT32_MAX) {
            sk_cg_error(c, target, "multiple starred expressions in assignment");
            return;
        }
        star = i;
        if (i >= 256 || elts->count - i - 1 >= 256) {
            sk_cg_error(c, target, "too many expressions in star-unpacking assignment");
            return;
        }
    }
    if (elts->count >= 0x8000) {
        sk_cg_error(c, target, "too many targets in assignment");
        return;
    }
    int32_t depth = u->depth, first = star == UINT32_MAX ? registers_in_row(c, elts, value) : -1;
    if (first >= 0) {
        sk_cg_emit(c, SK_OPC_UNPACK, sk_cg_kb(value), first, value, (int32_t)elts->count);
        return;
    }
    first = sk_cg_temps(c, (int32_t)elts->count);
    if (star == UINT32_MAX)
        sk_cg_emit(c, SK_OPC_UNPACK, sk_cg_kb(value), first, value, (int32_t)elts->count);
    else
        sk_cg_emit(c, SK_OPC_UNPACK_STAR, sk_cg_kb(value), first, value, (int32_t)(star | (elts->count - star - 1) << 8));
    if (!elts->count && u->max_depth < 1) u->max_depth = 1;
    for (uint32_t i = 0; i < elts->count && !c->failed; i++) {
        const SkAst *t = elts->items[i];
        if (t->kind == SK_AST_Starred) t = SK_AST(Starred, t)->value;
        SkPos pos = sk_cg_at(u, t);
        sk_cg_store_target(c, t, first + (int32_t)i);
        u->pos = pos;
    }
    u->depth = depth;
}

// Stores a value held in a local or in a taken temporary; the temporary is dead afterwards, and remains taken.
void sk_cg_store_target(SkCompiler *c, const SkAst *target, int32_t value) {
    if (c->failed || !sk_cg_enter(c)) return;
    SkUnit *u = c->unit;
    SkPos pos = sk_cg_at(u, target);
    int32_t depth = u->depth;
    switch (target->kind) {
    case SK_AST_Name: {
        SkValue name = sk_cg_mangled(c, SK_AST(Name, target)->id);
        sk_cg_check_assignable(c, target, name, "assign to");
        sk_cg_store_name(c, name, value);
        break;
    }
    case SK_AST_Attribute: {
        SkAstAttribute *a = SK_AST(Attribute, target);
        SkValue name = sk_cg_mangled(c, a->attr);
        sk_cg_check_assignable(c, target, name, "assign to");
        note_static_attribute(c, target);
        int32_t object = sk_cg_expr(c, a->value);
        u->pos = sk_cg_attribute_pos(target);
        sk_cg_emit(c, SK_OPC_SET_ATTR, sk_cg_ka(object) | sk_cg_kb(value), object, value, (int32_t)sk_cg_name_index(c, name));
        break;
    }
    case SK_AST_Subscript: {
        SkAstSubscript *s = SK_AST(Subscript, target);
        int32_t object = sk_cg_operand(c, s->value, s->slice), key = sk_cg_expr(c, s->slice);
        sk_cg_emit(c, SK_OPC_SET_ITEM, sk_cg_ka(object) | sk_cg_kb(key) | sk_cg_kc(value), object, key, value);
        break;
    }
    case SK_AST_Tuple:
    case SK_AST_List: store_sequence(c, target, value); break;
    case SK_AST_Starred: sk_cg_error(c, target, "starred assignment target must be in a list or tuple"); break;
    default: sk_cg_error(c, target, "cannot assign to this expression"); break;
    }
    u->depth = depth;
    u->pos = pos;
    sk_cg_leave(c);
}

// target = value, the value's register chosen to suit the target.
void sk_cg_assign_expr(SkCompiler *c, const SkAst *target, const SkAst *value) {
    SkUnit *u = c->unit;
    int32_t depth = u->depth;
    if (target->kind == SK_AST_Name) {
        SkValue name = sk_cg_mangled(c, SK_AST(Name, target)->id);
        sk_cg_check_assignable(c, target, name, "assign to");
        int32_t local = sk_cg_local_register(c, name);
        if (local >= 0) {
            SkPos pos = u->pos;
            if (value->kind == SK_AST_Name || value->kind == SK_AST_Constant) u->pos = sk_cg_pos_of(value);
            sk_cg_expr_to(c, value, local);
            u->pos = pos;
            return;
        }
    }
    // a, b = b, a without a tuple between.
    if (target->kind == SK_AST_Tuple && value->kind == SK_AST_Tuple && sk_is_empty(sk_cg_fold(c, value))) {
        const SkAstSeq *to = &SK_AST(Tuple, target)->elts, *from = &SK_AST(Tuple, value)->elts;
        bool plain = to->count == from->count && to->count <= 16;
        for (uint32_t i = 0; plain && i < to->count; i++)
            plain = to->items[i]->kind != SK_AST_Starred && from->items[i]->kind != SK_AST_Starred;
        if (plain) {
            int32_t first = SK_TEMP0 + depth;
            for (uint32_t i = 0; i < from->count; i++) sk_cg_expr_push(c, from->items[i]);
            for (uint32_t i = 0; i < to->count; i++) sk_cg_store_target(c, to->items[i], first + (int32_t)i);
            u->depth = depth;
            return;
        }
    }
    int32_t r = sk_cg_operand(c, value, target);
    sk_cg_store_target(c, target, r);
    u->depth = depth;
}
