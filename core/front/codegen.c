// Units of code being made: instructions, labels, constants, names, registers.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/str.h"

// ---- units ------------------------------------------------------------------------------------------------------------

// `outer.<locals>.name`, `Class.name` or `name`.
static SkValue qualified(SkCompiler *c, SkUnit *u) {
    SkUnit *outer = u->outer;
    if (outer && outer->scope->kind == SK_SCOPE_TYPE_PARAMS && u->scope->kind != SK_SCOPE_TYPE_VARIABLE) outer = outer->outer;
    if (!outer || outer->scope->kind == SK_SCOPE_MODULE) return u->name;
    if (u->scope->kind == SK_SCOPE_FUNCTION || u->scope->kind == SK_SCOPE_CLASS) {
        SkSymbol *y = sk_scope_symbol(outer->scope, u->name);
        if (y && (y->flags & SK_SYM_GLOBAL) && !u->scope->comprehension) return u->name;
    }
    bool function = outer->scope->kind == SK_SCOPE_FUNCTION && !outer->scope->comprehension;
    const char *fmt = function ? "%S.<locals>.%S" : "%S.%S";
    SkValue v = sk_cg_keep(c, sk_str_format(fmt, outer->qualname, u->name));
    return sk_is_empty(v) ? u->name : v;
}

SkUnit *sk_cg_unit_enter(SkCompiler *c, SkScope *scope, SkValue name, uint32_t first_line) {
    SkUnit *u = c->failed ? NULL : sk_arena_zalloc(&c->arena, sizeof *u);
    if (!u || !scope) {
        sk_cg_memory(c);
        return NULL;
    }
    u->outer = c->unit;
    u->scope = u->names = scope;
    u->name = name;
    u->first_line = first_line;
    u->handler = -1;
    u->pos = (SkPos){(int32_t)first_line, 0, (int32_t)first_line, 0};
    u->qualname = qualified(c, u);
    c->unit = u;
    c->class_name = scope->class_name;
    c->mangled_only = scope->mangled_only;
    if (sk_scope_is_function_like(scope)) {
        u->flags |= SK_CO_OPTIMIZED | SK_CO_NEWLOCALS;
        if (scope->nested) u->flags |= SK_CO_NESTED;
        if (scope->varargs) u->flags |= SK_CO_VARARGS;
        if (scope->varkw) u->flags |= SK_CO_VARKEYWORDS;
        for (uint32_t i = 0; i < scope->nparams; i++) {
            SkSymbol *y = scope->params[i];
            y->reg = sk_cg_new_local(c, y->name, SK_LOCAL_ARG | (y->binding == SK_BIND_CELL ? SK_LOCAL_CELL : 0));
        }
        for (uint32_t i = 0; i < scope->nsymbols; i++) {
            SkSymbol *y = scope->symbols[i];
            if (y->reg >= 0 || (y->binding != SK_BIND_LOCAL && y->binding != SK_BIND_CELL)) continue;
            y->reg = sk_cg_new_local(c, y->name, y->binding == SK_BIND_CELL ? SK_LOCAL_CELL : 0);
        }
    }
    if (scope->kind == SK_SCOPE_CLASS) {
        if (scope->needs_class_cell) sk_cg_new_local(c, SK_N(__class__), SK_LOCAL_CELL);
        if (scope->needs_classdict) sk_cg_new_local(c, SK_N(__classdict__), SK_LOCAL_CELL);
        if (scope->has_conditional_annotations) sk_cg_new_local(c, SK_N(__conditional_annotations__), SK_LOCAL_CELL);
    }
    u->frees = scope->frees;
    u->nfrees = scope->nfrees;
    for (uint32_t i = 0; i < u->nfrees; i++)
        if (!sk_scope_map_put(&c->arena, &u->free_index, u->frees[i].w, (void *)(uintptr_t)(i + 1))) sk_cg_memory(c);
    u->flags |= c->future & (SK_CO_FUTURE_BARRY_AS_BDFL | SK_CO_FUTURE_ANNOTATIONS);
    return u;
}

SkValue sk_cg_unit_leave(SkCompiler *c) {
    SkUnit *u = c->unit;
    SkValue code = SK_EMPTY;
    SkCodeParts parts = {0};
    if (!c->failed && sk_cg_assemble(c, u, &parts)) {
        parts.nlocals = u->nlocals;
        parts.argcount = u->argcount;
        parts.posonly = u->posonly;
        parts.kwonly = u->kwonly;
        parts.flags = u->flags;
        parts.first_line = u->first_line;
        parts.constants = u->constants;
        parts.nconstants = u->nconstants;
        parts.names = u->names_list;
        parts.nnames = u->nnames;
        parts.varnames = u->locals;
        parts.local_kinds = u->local_kinds;
        parts.freevars = u->frees;
        parts.nfree = u->nfrees;
        parts.filename = c->filename;
        parts.name = u->name;
        parts.qualname = u->qualname;
        parts.immortal_constants = c->options->immortal_constants;
        code = sk_cg_keep(c, sk_code_new(&parts));
    }
    c->unit = u->outer;
    if (c->unit) {
        c->class_name = c->unit->scope->class_name;
        c->mangled_only = c->unit->scope->mangled_only;
    }
    return code;
}

// ---- emitting ------------------------------------------------------------------------------------------------------------

static void note_register(SkUnit *u, int32_t r) {
    if (sk_cg_is_temp(r) && r - SK_TEMP0 + 1 > u->max_depth) u->max_depth = r - SK_TEMP0 + 1;
}

static const struct {
    char a, b, c;
    bool raises;
} formats[] = {
#define RAISES 1
#define CACHE 2
#define POLL 4
#define X(name, a, b, c, properties) {#a[0], #b[0], #c[0], ((properties) & RAISES) != 0},
#include "core/opcodes.def"
#undef X
#undef RAISES
#undef CACHE
#undef POLL
};

static bool is_register(char kind) { return kind == 'D' || kind == 'R' || kind == 'M' || kind == 'S'; }

SkIns *sk_cg_emit(SkCompiler *c, SkOpcode op, unsigned flags, int32_t a, int32_t b, int32_t cc) {
    static _Thread_local SkIns nowhere;
    SkUnit *u = c->unit;
    if (c->failed || u->dead) return &nowhere;
    u->ins = sk_cg_grow(c, u->ins, &u->ins_capacity, u->nins + 1, sizeof *u->ins);
    if (c->failed) return &nowhere;
    SkIns *i = &u->ins[u->nins++];
    *i = (SkIns){.op = (uint8_t)op, .flags = (uint8_t)flags, .a = a, .b = b, .c = cc, .label = -1, .handler = -1, .pos = u->pos};
    if (is_register(formats[op].a)) note_register(u, a);
    if (is_register(formats[op].b)) note_register(u, b);
    if (is_register(formats[op].c)) note_register(u, cc);
    if (u->handler >= 0 && formats[op].raises) {
        i->handler = u->handler;
        u->label_used[u->handlers[u->handler].label] = 1;
    }
    if (op == SK_OPC_RETURN || op == SK_OPC_RETURN_NONE || op == SK_OPC_RAISE || op == SK_OPC_RERAISE) u->dead = true;
    return i;
}

void sk_cg_emit_jump(SkCompiler *c, SkOpcode op, unsigned flags, int32_t a, int32_t b, int32_t label) {
    SkUnit *u = c->unit;
    if (c->failed || u->dead) return;
    sk_cg_emit(c, op, flags, a, b, 0)->label = label;
    if (c->failed) return;
    u->label_used[label] = 1;
    if (op == SK_OPC_JUMP || op == SK_OPC_JUMP_BACK) u->dead = true;
}

int32_t sk_cg_label(SkCompiler *c) {
    SkUnit *u = c->unit;
    uint32_t capacity = u->labels_capacity;
    u->labels = sk_cg_grow(c, u->labels, &u->labels_capacity, u->nlabels + 1, sizeof *u->labels);
    u->label_used = sk_cg_grow(c, u->label_used, &capacity, u->nlabels + 1, sizeof *u->label_used);
    if (c->failed) return 0;
    u->labels[u->nlabels] = -1;
    u->label_used[u->nlabels] = 0;
    return (int32_t)u->nlabels++;
}

void sk_cg_place(SkCompiler *c, int32_t label) {
    SkUnit *u = c->unit;
    if (c->failed) return;
    u->labels[label] = (int32_t)u->nins;
    if (u->label_used[label]) u->dead = false;
}

int32_t sk_cg_try_range(SkCompiler *c, int32_t label) {
    SkUnit *u = c->unit;
    u->handlers = sk_cg_grow(c, u->handlers, &u->handlers_capacity, u->nhandlers + 1, sizeof *u->handlers);
    if (c->failed) return -1;
    u->handlers[u->nhandlers] = (SkTryRange){label, u->depth};
    return (int32_t)u->nhandlers++;
}

int32_t sk_cg_temps(SkCompiler *c, int32_t n) {
    SkUnit *u = c->unit;
    int32_t first = SK_TEMP0 + u->depth;
    u->depth += n;
    if (u->depth > u->max_depth) u->max_depth = u->depth;
    if (u->depth > SK_MAX_REGISTERS) sk_cg_error_at(c, u->pos, "expression needs too many registers");
    return first;
}

int32_t sk_cg_temp(SkCompiler *c) { return sk_cg_temps(c, 1); }
int32_t sk_cg_top(SkCompiler *c) { return SK_TEMP0 + c->unit->depth; }

void sk_cg_move_reg(SkCompiler *c, int32_t dest, int32_t from) {
    if (dest != from) sk_cg_emit(c, SK_OPC_MOVE, sk_cg_kb(from), dest, from, 0);
}

void sk_cg_clear(SkCompiler *c, int32_t reg) { sk_cg_emit(c, SK_OPC_CLEAR, 0, reg, 0, 0); }

// ---- constants, names, locals -------------------------------------------------------------------------------------------

static void rehash_constants(SkCompiler *c, SkUnit *u) {
    uint32_t capacity = u->constant_table_capacity ? u->constant_table_capacity * 2 : 16;
    uint32_t *table = sk_arena_zalloc(&c->arena, capacity * sizeof *table);
    if (!table) {
        sk_cg_memory(c);
        return;
    }
    for (uint32_t k = 0; k < u->nconstants; k++) {
        uint32_t i = (uint32_t)sk_cg_const_hash(u->constants[k]) & (capacity - 1);
        while (table[i]) i = (i + 1) & (capacity - 1);
        table[i] = k + 1;
    }
    u->constant_table = table;
    u->constant_table_capacity = capacity;
}

uint32_t sk_cg_constant(SkCompiler *c, SkValue v) {
    SkUnit *u = c->unit;
    if (c->failed || sk_is_empty(v)) return 0;
    if (u->nconstants * 2 >= u->constant_table_capacity) rehash_constants(c, u);
    if (c->failed) return 0;
    uint32_t mask = u->constant_table_capacity - 1, i = (uint32_t)sk_cg_const_hash(v) & mask;
    for (; u->constant_table[i]; i = (i + 1) & mask)
        if (sk_cg_const_equal(u->constants[u->constant_table[i] - 1], v)) return u->constant_table[i] - 1;
    u->constants = sk_cg_grow(c, u->constants, &u->constants_capacity, u->nconstants + 1, sizeof *u->constants);
    if (c->failed) return 0;
    u->constants[u->nconstants] = v;
    u->constant_table[i] = u->nconstants + 1;
    return u->nconstants++;
}

uint32_t sk_cg_name_index(SkCompiler *c, SkValue name) {
    SkUnit *u = c->unit;
    if (c->failed) return 0;
    uintptr_t known = (uintptr_t)sk_scope_map_get(&u->name_map, name.w);
    if (known) return (uint32_t)known - 1;
    u->names_list = sk_cg_grow(c, u->names_list, &u->names_capacity, u->nnames + 1, sizeof *u->names_list);
    if (c->failed) return 0;
    if (u->nnames >= 0xffff) {
        sk_cg_error_at(c, u->pos, "too many names");
        return 0;
    }
    u->names_list[u->nnames++] = name;
    if (!sk_scope_map_put(&c->arena, &u->name_map, name.w, (void *)(uintptr_t)u->nnames)) sk_cg_memory(c);
    return u->nnames - 1;
}

int32_t sk_cg_new_local(SkCompiler *c, SkValue name, uint8_t kind) {
    SkUnit *u = c->unit;
    uint32_t capacity = u->locals_capacity;
    u->locals = sk_cg_grow(c, u->locals, &u->locals_capacity, u->nlocals + 1, sizeof *u->locals);
    uint32_t capacity_too = capacity;
    u->local_kinds = sk_cg_grow(c, u->local_kinds, &capacity, u->nlocals + 1, sizeof *u->local_kinds);
    u->hidden_busy = sk_cg_grow(c, u->hidden_busy, &capacity_too, u->nlocals + 1, sizeof *u->hidden_busy);
    if (c->failed) return 0;
    if (u->nlocals >= SK_MAX_REGISTERS) {
        sk_cg_error_at(c, u->pos, "too many local variables");
        return 0;
    }
    u->locals[u->nlocals] = name;
    u->local_kinds[u->nlocals] = kind;
    u->hidden_busy[u->nlocals] = false;
    return (int32_t)u->nlocals++;
}

int32_t sk_cg_free_index(SkCompiler *c, SkValue name) {
    return (int32_t)(intptr_t)sk_scope_map_get(&c->unit->free_index, name.w) - 1;
}

void sk_cg_load_const(SkCompiler *c, SkValue v, int32_t dest) {
    int64_t i;
    if (sk_is_empty(v)) return;
    if (sk_is_small_int(v) && (i = sk_small_int(v)) >= INT32_MIN && i <= INT32_MAX)
        sk_cg_emit(c, SK_OPC_LOAD_INT, 0, dest, (int32_t)i, 0);
    else if (sk_is_bool(v) || sk_is_none(v) || v.w == SK_ELLIPSIS.w)
        sk_cg_emit(c, SK_OPC_LOAD_IMM, 0, dest, (int32_t)(v.w >> 3), 0);
    else
        sk_cg_emit(c, SK_OPC_LOAD_CONST, 0, dest, (int32_t)sk_cg_constant(c, v), 0);
}
