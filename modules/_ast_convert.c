// Syntax trees to Python objects, and back.
#include <string.h>

#include "base/arena.h"
#include "modules/_ast.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- to Python -----------------------------------------------------------------------------------------------------------

static SkValue node_out(SkAst *n);

static SkValue name_out(const SkName *n) {
    return n ? sk_intern(sk_str_from_wtf8(n->utf8, n->len)) : SK_NONE;
}

static SkValue const_out(const SkConst *k) {
    switch (k->kind) {
    case SK_CONST_NONE: return SK_NONE;
    case SK_CONST_TRUE: return SK_TRUE;
    case SK_CONST_FALSE: return SK_FALSE;
    case SK_CONST_ELLIPSIS: return SK_ELLIPSIS;
    case SK_CONST_INT: return sk_int_from_text(k->bytes, k->len, k->base);
    case SK_CONST_FLOAT: return sk_float_new(k->real);
    case SK_CONST_IMAG: return sk_complex_new(0.0, k->real);
    case SK_CONST_STR: return sk_str_from_wtf8(k->bytes, k->len);
    default: return sk_bytes_from(k->bytes, k->len);
    }
}

static SkValue field_out(const SkAstField *f, const char *at) {
    SK_AUTO SkValue list = SK_EMPTY;
    switch (f->form) {
    case SK_FORM_NODE: case SK_FORM_OPT: {
        SkAst *n = *(SkAst *const *)(const void *)at;
        return n ? node_out(n) : SK_NONE;
    }
    case SK_FORM_NAME: case SK_FORM_NAME_OPT: case SK_FORM_STR_OPT: return name_out(*(const SkName *const *)(const void *)at);
    case SK_FORM_ENUM: return sk_retain(sk_ast_enum_instance(f->type, *(const uint8_t *)at));
    case SK_FORM_INT: return sk_from_small_int(*(const int *)(const void *)at);
    case SK_FORM_CONST: return const_out((const SkConst *)(const void *)at);
    default: break;
    }
    list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    uint32_t n = f->form == SK_FORM_NAME_SEQ ? ((const SkNameSeq *)(const void *)at)->count
                 : f->form == SK_FORM_ENUM_SEQ ? ((const SkAstEnumSeq *)(const void *)at)->count
                                                 : ((const SkAstSeq *)(const void *)at)->count;
    for (uint32_t i = 0; i < n; i++) {
        SkValue v;
        if (f->form == SK_FORM_NAME_SEQ) v = name_out(((const SkNameSeq *)(const void *)at)->items[i]);
        else if (f->form == SK_FORM_ENUM_SEQ) v = sk_retain(sk_ast_enum_instance(f->type, ((const SkAstEnumSeq *)(const void *)at)->items[i]));
        else {
            SkAst *item = ((const SkAstSeq *)(const void *)at)->items[i];
            v = item ? node_out(item) : SK_NONE;
        }
        if (sk_is_empty(v) || !sk_list_append_steal(list, v)) return SK_EMPTY;
    }
    return sk_move(&list);
}

static SkValue fill_out(SkAst *n) {
    const SkAstInfo *info = sk_ast_info(n->kind);
    SkType *type = sk_as_type(sk_ast_class(n->kind));
    SkObject *o = sk_type_alloc(type, 0);
    if (!o) return SK_EMPTY;
    SK_AUTO SkValue self = sk_counted(o);
    for (unsigned i = 0; i < info->field_count; i++) {
        SK_AUTO SkValue v = field_out(&info->fields[i], (const char *)n + info->fields[i].offset);
        if (sk_is_empty(v) || !sk_setattr(self, sk_ast_field_name(n->kind, i), v)) return SK_EMPTY;
    }
    if (sk_ast_sums[info->sum].attributes) {
        const int32_t at[4] = {n->lineno, n->col_offset, n->end_lineno, n->end_col_offset};
        for (unsigned i = 0; i < 4; i++)
            if (!sk_setattr(self, sk_ast_attribute_name(i), sk_from_small_int(at[i]))) return SK_EMPTY;
    }
    return sk_move(&self);
}

static SkValue node_out(SkAst *n) {
    if (!sk_enter_recursion(" during ast construction")) return SK_EMPTY;
    SkValue v = fill_out(n);
    sk_leave_recursion();
    return v;
}

SkValue sk_ast_to_python(SkAst *tree) { return node_out(tree); }

// ---- from Python ---------------------------------------------------------------------------------------------------------

typedef struct {
    SkArena *arena;
    const SkName **names;   // open addressing; in the arena
    uint32_t capacity, used;
} In;

static bool no_memory(void) { return sk_raise_memory(), false; }

static uint32_t hash_of(const char *s, size_t n) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) h = (h ^ (uint8_t)s[i]) * 16777619u;
    return h;
}

static bool grow_names(In *in) {
    uint32_t capacity = in->capacity ? in->capacity * 2 : 64;
    const SkName **table = sk_arena_zalloc(in->arena, capacity * sizeof *table);
    if (!table) return no_memory();
    for (uint32_t i = 0; i < in->capacity; i++) {
        if (!in->names[i]) continue;
        uint32_t at = in->names[i]->hash & (capacity - 1);
        while (table[at]) at = (at + 1) & (capacity - 1);
        table[at] = in->names[i];
    }
    in->names = table;
    in->capacity = capacity;
    return true;
}

static bool name_in(In *in, SkValue v, const SkName **out) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(v);
    if (!u.text || (in->used * 2 >= in->capacity && !grow_names(in))) return false;
    uint32_t hash = hash_of(u.text, u.len), at = hash & (in->capacity - 1);
    for (; in->names[at]; at = (at + 1) & (in->capacity - 1)) {
        const SkName *n = in->names[at];
        if (n->hash == hash && n->len == u.len && !memcmp(n->utf8, u.text, u.len)) return *out = n, true;
    }
    SkName *n = sk_arena_alloc(in->arena, sizeof *n);
    char *text = n ? sk_arena_copy(in->arena, u.text, u.len) : NULL;
    if (!text) return no_memory();
    *n = (SkName){.utf8 = text, .len = (uint32_t)u.len, .hash = hash};
    in->names[at] = n;
    in->used++;
    *out = n;
    return true;
}

static bool bytes_const(In *in, SkConst *out, const char *p, size_t n) {
    out->bytes = sk_arena_copy(in->arena, p, n);
    out->len = n;
    return out->bytes || no_memory();
}

static bool const_in(In *in, SkValue v, SkConst *out) {
    memset(out, 0, sizeof *out);
    if (sk_is_none(v)) out->kind = SK_CONST_NONE;
    else if (sk_is_bool(v)) out->kind = sk_is_true(v) ? SK_CONST_TRUE : SK_CONST_FALSE;
    else if (sk_is(v, SK_ELLIPSIS)) out->kind = SK_CONST_ELLIPSIS;
    else if (sk_is_exact_float(v)) out->kind = SK_CONST_FLOAT, out->real = sk_float_value(v);
    else if (sk_has_index(v, SK_T_COMPLEX)) out->kind = SK_CONST_IMAG, out->real = sk_complex_value(v).imag;
    else if (sk_is_exact_int(v)) {
        SK_AUTO SkValue magnitude = sk_int_abs(v);
        SK_AUTO SkValue text = sk_is_empty(magnitude) ? SK_EMPTY : sk_int_to_str(magnitude, 16, false);
        if (sk_is_empty(text)) return false;
        out->kind = SK_CONST_INT;
        out->base = 16;
        return bytes_const(in, out, sk_as_str(text)->data, sk_str_len(text));
    } else if (sk_is_exact_str(v)) {
        SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(v);
        out->kind = SK_CONST_STR;
        return u.text && bytes_const(in, out, u.text, u.len);
    } else if (sk_is_exact_bytes(v)) {
        out->kind = SK_CONST_BYTES;
        return bytes_const(in, out, sk_as_bytes(v)->data, sk_as_bytes(v)->length);
    } else {
        return sk_raise_false(sk_exc_TypeError, "got an invalid type in Constant: %T", v);
    }
    return true;
}

static void *new_node(In *in, SkAstKind kind, const SkAst *like) {
    SkAst *n = sk_arena_zalloc(in->arena, sk_ast_info(kind)->size);
    if (!n) return no_memory(), NULL;
    *n = *like;
    n->kind = (uint16_t)kind;
    return n;
}

// The node of a constant's value: a Constant, or the display or operation with that value.
static SkAst *constant_node(In *in, SkValue v, const SkAst *like) {
    if (sk_is_exact_tuple(v)) {
        SkAstTuple *t = new_node(in, SK_AST_Tuple, like);
        size_t n = sk_tuple_len(v);
        if (!t || !(t->elts.items = sk_arena_zalloc(in->arena, (n + 1) * sizeof(SkAst *)))) return no_memory(), NULL;
        if (!sk_enter_recursion(" during compilation")) return NULL;
        for (size_t i = 0; i < n; i++, t->elts.count++)
            if (!(t->elts.items[i] = constant_node(in, sk_tuple_peek(v, i), like))) break;
        sk_leave_recursion();
        return t->elts.count == n ? &t->head : NULL;
    }
    SkAstConstant *c = new_node(in, SK_AST_Constant, like);
    if (!c || !const_in(in, v, &c->value)) return NULL;
    if (sk_is_exact_int(v) && sk_int_sign(v) < 0) {
        SkAstUnaryOp *u = new_node(in, SK_AST_UnaryOp, like);
        if (!u) return NULL;
        u->op = SK_UNARY_USub;
        u->operand = &c->head;
        return &u->head;
    }
    if (sk_has_index(v, SK_T_COMPLEX) && sk_complex_value(v).real != 0.0) {
        SkAstConstant *re = new_node(in, SK_AST_Constant, like);
        SkAstBinOp *sum = re ? new_node(in, SK_AST_BinOp, like) : NULL;
        if (!sum) return NULL;
        re->value = (SkConst){.kind = SK_CONST_FLOAT, .real = sk_complex_value(v).real};
        sum->left = &re->head;
        sum->op = SK_OP_Add;
        sum->right = &c->head;
        return &sum->head;
    }
    return &c->head;
}

static SkAst *node_in(In *in, SkValue v, const char *type);

static bool int_in(SkValue v, int32_t *out) {
    int i;
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_ValueError, "invalid integer value: %R", v);
    if (!sk_as_int(v, &i)) return false;
    *out = i;
    return true;
}

static bool str_in(In *in, SkValue v, const SkAstField *f, const SkName **out) {
    if (!sk_is_exact_str(v))
        return sk_raise_false(sk_exc_TypeError, "AST %s must be of type str", strcmp(f->type, "identifier") ? "string" : "identifier");
    if (strcmp(f->type, "identifier") == 0)
        for (const char *const *bad = (const char *const[]){"None", "True", "False", NULL}; *bad; bad++)
            if (sk_str_equals_ascii(v, *bad)) return sk_raise_false(sk_exc_ValueError, "identifier field can't represent '%s' constant", *bad);
    return name_in(in, v, out);
}

static bool enum_in(SkValue v, const SkAstField *f, uint8_t *out) {
    int i = sk_ast_enum_value(f->type, v);
    if (i < 0) return sk_raise_false(sk_exc_TypeError, "expected some sort of %s, but got %R", f->type, v);
    *out = (uint8_t)i;
    return true;
}

static bool seq_in(In *in, SkValue v, const SkAstField *f, const SkAstInfo *info, char *at) {
    if (!sk_is_list(v)) return sk_raise_false(sk_exc_TypeError, "%s field \"%s\" must be a list, not a %.200T", info->name, f->name, v);
    size_t n = sk_list_len(v);
    void *items = sk_arena_zalloc(in->arena, (n + 1) * sizeof(void *));
    if (!items) return no_memory();
    size_t i = 0;
    for (; i < n; i++) {
        SK_AUTO SkValue item = sk_list_get(v, i);
        if (sk_is_empty(item)) break;
        if (f->form == SK_FORM_NAME_SEQ) {
            if (!str_in(in, item, f, (const SkName **)items + i)) return false;
        } else if (f->form == SK_FORM_ENUM_SEQ) {
            if (!enum_in(item, f, (uint8_t *)items + i)) return false;
        } else if (!sk_is_none(item)) {
            if (!(((SkAst **)items)[i] = node_in(in, item, f->type))) return false;
        } else if (f->form != SK_FORM_SEQ_OPT) {
            return sk_raise_false(sk_exc_ValueError, "None disallowed in %s list", !strcmp(f->type, "stmt") ? "statement" : "expression");
        }
    }
    if (i != n || sk_list_len(v) != n)
        return sk_raise_false(sk_exc_RuntimeError, "%s field \"%s\" changed size during iteration", info->name, f->name);
    if (f->form == SK_FORM_NAME_SEQ) *(SkNameSeq *)(void *)at = (SkNameSeq){items, (uint32_t)n};
    else if (f->form == SK_FORM_ENUM_SEQ) *(SkAstEnumSeq *)(void *)at = (SkAstEnumSeq){items, (uint32_t)n};
    else *(SkAstSeq *)(void *)at = (SkAstSeq){items, (uint32_t)n};
    return true;
}

static bool field_in(In *in, SkValue self, SkAstKind kind, unsigned i, char *node) {
    const SkAstInfo *info = sk_ast_info(kind);
    const SkAstField *f = &info->fields[i];
    char *at = node + f->offset;
    SK_AUTO SkValue v = sk_getattr_opt(self, sk_ast_field_name(kind, i));
    if (sk_is_empty(v) && sk_error_occurred()) return false;
    bool absent = sk_is_empty(v) || sk_is_none(v);
    switch (f->form) {
    case SK_FORM_OPT: case SK_FORM_NAME_OPT: case SK_FORM_STR_OPT:
        if (absent) return true;
        break;
    case SK_FORM_SEQ: case SK_FORM_SEQ_OPT: case SK_FORM_NAME_SEQ: case SK_FORM_ENUM_SEQ:
        return sk_is_empty(v) || seq_in(in, v, f, info, at);
    case SK_FORM_INT:
        if (absent && !strcmp(f->name, "level")) return true;
        break;
    case SK_FORM_CONST: absent = sk_is_empty(v); break;
    case SK_FORM_ENUM:
        if (sk_is_empty(v) && !strcmp(f->type, "expr_context")) return true;
        break;
    default: break;
    }
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "required field \"%s\" missing from %s", f->name, info->name);
    if (absent) return sk_raise_false(sk_exc_ValueError, "field '%s' is required for %s", f->name, info->name);
    switch (f->form) {
    case SK_FORM_NODE: case SK_FORM_OPT: return (*(SkAst **)(void *)at = node_in(in, v, f->type)) != NULL;
    case SK_FORM_ENUM: return enum_in(v, f, (uint8_t *)at);
    case SK_FORM_INT: return int_in(v, (int32_t *)(void *)at);
    case SK_FORM_CONST: return const_in(in, v, (SkConst *)(void *)at);
    default: return str_in(in, v, f, (const SkName **)(void *)at);
    }
}

static bool positions_in(SkValue self, const SkAstInfo *info, SkAst *n) {
    int32_t *const to[4] = {&n->lineno, &n->col_offset, &n->end_lineno, &n->end_col_offset};
    for (unsigned i = 0; i < 4; i++) {
        SK_AUTO SkValue v = sk_getattr_opt(self, sk_ast_attribute_name(i));
        if (sk_is_empty(v) && sk_error_occurred()) return false;
        if (sk_is_empty(v) && i < 2)
            return sk_raise_false(sk_exc_TypeError, "required field \"%s\" missing from %s", i ? "col_offset" : "lineno", sk_ast_sums[info->sum].name);
        if (sk_is_empty(v) || (i >= 2 && sk_is_none(v))) *to[i] = *to[i - 2];
        else if (!int_in(v, to[i])) return false;
    }
    return true;
}

static SkAst *fill_in(In *in, SkValue v, SkAstKind kind) {
    const SkAstInfo *info = sk_ast_info(kind);
    SkAst *n = new_node(in, kind, &(SkAst){0});
    if (!n || (sk_ast_sums[info->sum].attributes && !positions_in(v, info, n))) return NULL;
    if (kind == SK_AST_Constant) {
        SK_AUTO SkValue value = sk_getattr_opt(v, sk_ast_field_name(kind, 0));
        if (sk_is_empty(value))
            return sk_error_occurred() ? NULL : (sk_raise(sk_exc_TypeError, "required field \"value\" missing from Constant"), NULL);
        SkAst *c = constant_node(in, value, n);
        if (c && c->kind == SK_AST_Constant && !field_in(in, v, kind, 1, (char *)c)) return NULL;
        return c;
    }
    for (unsigned i = 0; i < info->field_count; i++)
        if (!field_in(in, v, kind, i, (char *)n)) return NULL;
    return n;
}

static SkAst *node_in(In *in, SkValue v, const char *type) {
    for (int k = 0; k < SK_AST_KIND_COUNT; k++) {
        if (strcmp(sk_ast_sums[sk_ast_info(k)->sum].name, type) || !sk_is_instance_of(v, sk_as_type(sk_ast_class(k)))) continue;
        if (!sk_enter_recursion(" during  ast traversal")) return NULL;
        SkAst *n = fill_in(in, v, k);
        sk_leave_recursion();
        return n;
    }
    sk_raise(sk_exc_TypeError, "expected some sort of %s, but got %R", type, v);
    return NULL;
}

bool sk_ast_from_python(SkValue v, SkParseMode mode, SkArena *arena, SkAst **out) {
    static const SkAstKind wanted[] = {[SK_PARSE_EXEC] = SK_AST_Module, [SK_PARSE_EVAL] = SK_AST_Expression,
                                       [SK_PARSE_SINGLE] = SK_AST_Interactive, [SK_PARSE_FUNC_TYPE] = SK_AST_FunctionType};
    if (!sk_is_instance_of(v, sk_as_type(sk_ast_class(wanted[mode]))))
        return sk_raise_false(sk_exc_TypeError, "expected %s node, got %.400T", sk_ast_info(wanted[mode])->name, v);
    In in = {.arena = arena};
    *out = node_in(&in, v, "mod");
    return *out && sk_ast_validate(*out);
}
