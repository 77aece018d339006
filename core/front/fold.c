// Constants: their values, their identity in a table, and the folding of expressions made of them.
#include <math.h>
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"

enum { MAX_INT_BITS = 128, MAX_REPEAT_ITEMS = 256, MAX_STR = 4096, MAX_TOTAL_ITEMS = 1024 };

// ---- identity ------------------------------------------------------------------------------------------------------------

static bool same_double(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

bool sk_cg_const_equal(SkValue a, SkValue b) {
    if (sk_is(a, b)) return true;
    if (sk_type_of(a) != sk_type_of(b)) return false;
    if (sk_is_exact_float(a)) return same_double(sk_float_value(a), sk_float_value(b));
    if (!sk_is_ptr(a) || !sk_is_ptr(b)) return false;
    switch (sk_type_index(sk_ptr(a))) {
    case SK_T_STR: return sk_str_equal(a, b);
    case SK_T_INT: return sk_int_compare(a, b) == 0;
    case SK_T_BYTES:
        return sk_as_bytes(a)->length == sk_as_bytes(b)->length &&
               !memcmp(sk_as_bytes(a)->data, sk_as_bytes(b)->data, sk_as_bytes(a)->length);
    case SK_T_COMPLEX:
        return same_double(sk_complex_value(a).real, sk_complex_value(b).real) &&
               same_double(sk_complex_value(a).imag, sk_complex_value(b).imag);
    case SK_T_TUPLE:
        if (sk_tuple_len(a) != sk_tuple_len(b)) return false;
        for (size_t i = 0; i < sk_tuple_len(a); i++)
            if (!sk_cg_const_equal(sk_tuple_peek(a, i), sk_tuple_peek(b, i))) return false;
        return true;
    default: return false;
    }
}

static uint64_t mix(uint64_t h) {
    h ^= h >> 32;
    h *= UINT64_C(0x9e3779b97f4a7c15);
    return h ^ h >> 29;
}

uint64_t sk_cg_const_hash(SkValue v) {
    if (sk_is_immediate_float(v) || !sk_is_ptr(v)) return mix(v.w);
    switch (sk_type_index(sk_ptr(v))) {
    case SK_T_STR: return mix((uint64_t)sk_str_hash(sk_as_str(v)));
    case SK_T_INT: return mix((uint64_t)sk_int_hash(v) + 1);
    case SK_T_BYTES: {
        uint64_t h = 2;
        for (size_t i = 0; i < sk_as_bytes(v)->length; i++) h = h * 31 + (uint8_t)sk_as_bytes(v)->data[i];
        return mix(h);
    }
    case SK_T_TUPLE: {
        uint64_t h = 3;
        for (size_t i = 0; i < sk_tuple_len(v); i++) h = mix(h + sk_cg_const_hash(sk_tuple_peek(v, i)));
        return h;
    }
    case SK_T_FLOAT:
    case SK_T_COMPLEX: return 5;
    default: return mix((uintptr_t)sk_ptr(v));
    }
}

// ---- literals ------------------------------------------------------------------------------------------------------------

// Texts that could be names are interned, as attribute lookups by them will find.
static SkValue text_value(const char *utf8, size_t len) {
    SkValue v = sk_str_from_wtf8(utf8, len);
    if (sk_is_empty(v) || len > 64) return v;
    for (size_t i = 0; i < len; i++) {
        char ch = utf8[i];
        if (!(ch == '_' || (ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z'))) return v;
    }
    return sk_intern(v);
}

SkValue sk_cg_const_value(SkCompiler *c, const SkConst *k) {
    switch (k->kind) {
    case SK_CONST_NONE: return SK_NONE;
    case SK_CONST_TRUE: return SK_TRUE;
    case SK_CONST_FALSE: return SK_FALSE;
    case SK_CONST_ELLIPSIS: return SK_ELLIPSIS;
    case SK_CONST_INT: return sk_cg_keep(c, sk_int_from_text(k->bytes, k->len, k->base));
    case SK_CONST_FLOAT: return sk_cg_keep(c, sk_float_new(k->real));
    case SK_CONST_IMAG: return sk_cg_keep(c, sk_complex_new(0.0, k->real));
    case SK_CONST_STR: return sk_cg_keep(c, text_value(k->bytes, k->len));
    default: return sk_cg_keep(c, sk_bytes_from(k->bytes, k->len));
    }
}

// ---- folding ------------------------------------------------------------------------------------------------------------

static bool is_number(SkValue v) { return sk_is_int(v) || sk_is_exact_float(v) || sk_has_index(v, SK_T_COMPLEX); }

static size_t total_items(SkValue v) {
    if (!sk_is_exact_tuple(v)) return 1;
    size_t n = sk_tuple_len(v);
    for (size_t i = 0; i < sk_tuple_len(v) && n <= MAX_TOTAL_ITEMS; i++) n += total_items(sk_tuple_peek(v, i));
    return n;
}

static size_t length_of(SkValue v) {
    return sk_is_exact_str(v) ? sk_str_len(v) : sk_is_exact_bytes(v) ? sk_as_bytes(v)->length : sk_tuple_len(v);
}

static bool repeat_is_small(SkValue sequence, SkValue times) {
    int64_t n;
    if (!sk_int_fits_int64(times, &n) || n < 0) return false;
    size_t len = length_of(sequence);
    if (sk_is_exact_tuple(sequence)) return len == 0 || (n <= MAX_REPEAT_ITEMS && (uint64_t)n * total_items(sequence) <= MAX_TOTAL_ITEMS && len * (uint64_t)n <= MAX_REPEAT_ITEMS);
    return len == 0 || (n <= MAX_STR && len * (uint64_t)n <= MAX_STR);
}

static bool is_sequence(SkValue v) { return sk_is_exact_str(v) || sk_is_exact_bytes(v) || sk_is_exact_tuple(v); }

// Whether the operation is quick and its result small.
static bool worth_it(SkOperator op, SkValue a, SkValue b) {
    bool ints = sk_is_int(a) && sk_is_int(b);
    int64_t n;
    switch (op) {
    case SK_OP_Mult:
        if (ints) return sk_int_bit_length(a) + sk_int_bit_length(b) <= MAX_INT_BITS;
        if (is_sequence(a) && sk_is_int(b)) return repeat_is_small(a, b);
        if (is_sequence(b) && sk_is_int(a)) return repeat_is_small(b, a);
        return is_number(a) && is_number(b);
    case SK_OP_Pow:
        if (!ints) return is_number(a) && is_number(b) && !sk_is_complex(a) && !sk_is_complex(b);
        if (!sk_int_fits_int64(b, &n)) return false;
        return n <= 0 || (n <= MAX_INT_BITS && sk_int_bit_length(a) * (uint64_t)n <= MAX_INT_BITS);
    case SK_OP_LShift:
        if (!ints || !sk_int_fits_int64(b, &n) || n < 0) return false;
        return n <= MAX_INT_BITS && sk_int_bit_length(a) + (uint64_t)n <= MAX_INT_BITS;
    case SK_OP_Add:
        if (is_sequence(a) && sk_type_of(a) == sk_type_of(b)) return length_of(a) + length_of(b) <= MAX_STR;
        return is_number(a) && is_number(b);
    case SK_OP_MatMult: return false;
    default: return is_number(a) && is_number(b);
    }
}

static const SkBinaryOp binary_ops[] = {
    [SK_OP_Add] = SK_OP_ADD, [SK_OP_Sub] = SK_OP_SUB, [SK_OP_Mult] = SK_OP_MUL, [SK_OP_MatMult] = SK_OP_MATMUL,
    [SK_OP_Div] = SK_OP_TRUEDIV, [SK_OP_Mod] = SK_OP_MOD, [SK_OP_Pow] = SK_OP_POW, [SK_OP_LShift] = SK_OP_LSHIFT,
    [SK_OP_RShift] = SK_OP_RSHIFT, [SK_OP_BitOr] = SK_OP_OR, [SK_OP_BitXor] = SK_OP_XOR, [SK_OP_BitAnd] = SK_OP_AND,
    [SK_OP_FloorDiv] = SK_OP_FLOORDIV,
};

// A result of folding, or "not constant" when the operation failed or came out large.
static SkValue folded(SkCompiler *c, SkValue v) {
    if (sk_is_empty(v)) {
        sk_error_clear();
        return SK_EMPTY;
    }
    return sk_cg_keep(c, v);
}

static SkValue fold_binary(SkCompiler *c, SkOperator op, SkValue a, SkValue b) {
    if (sk_is_empty(a) || sk_is_empty(b) || !worth_it(op, a, b)) return SK_EMPTY;
    return folded(c, sk_binary(binary_ops[op], a, b));
}

static SkValue fold_unary(SkCompiler *c, SkUnaryOp op, SkValue v) {
    if (sk_is_empty(v)) return v;
    switch (op) {
    case SK_UNARY_Not: return sk_bool(!sk_truth(v));
    case SK_UNARY_Invert: return sk_is_int(v) && !sk_is_bool(v) ? folded(c, sk_invert(v)) : SK_EMPTY;
    case SK_UNARY_UAdd: return is_number(v) ? folded(c, sk_positive(v)) : SK_EMPTY;
    default: return is_number(v) ? folded(c, sk_negative(v)) : SK_EMPTY;
    }
}

static SkValue fold_tuple(SkCompiler *c, const SkAstSeq *items) {
    for (uint32_t i = 0; i < items->count; i++)
        if (items->items[i]->kind == SK_AST_Starred || sk_is_empty(sk_cg_fold(c, items->items[i]))) return SK_EMPTY;
    if (!items->count) return sk_empty_tuple();
    SkTuple *t = sk_tuple_alloc(items->count);
    if (!t) {
        c->failed = true;
        return SK_EMPTY;
    }
    for (uint32_t i = 0; i < items->count; i++) sk_tuple_init(t, i, sk_retain(sk_cg_fold(c, items->items[i])));
    return sk_cg_keep(c, sk_counted(t));
}

static SkValue remember(SkCompiler *c, const SkAst *e, SkValue v) {
    // The map holds non-null pointers, so words are kept behind one.
    SkValue *box = sk_arena_alloc(&c->arena, sizeof *box);
    if (!box || !sk_scope_map_put(&c->arena, &c->folded, (uintptr_t)e, box)) {
        sk_cg_memory(c);
        return v;
    }
    *box = v;
    return v;
}

static SkValue fold_node(SkCompiler *c, const SkAst *e) {
    switch (e->kind) {
    case SK_AST_Constant: return sk_cg_const_value(c, &SK_AST(Constant, e)->value);
    case SK_AST_Name: {
        const SkName *n = SK_AST(Name, e)->id;
        if (n->len == 9 && !memcmp(n->utf8, "__debug__", 9)) return sk_bool(c->options->optimize == 0);
        return SK_EMPTY;
    }
    case SK_AST_UnaryOp: return fold_unary(c, SK_AST(UnaryOp, e)->op, sk_cg_fold(c, SK_AST(UnaryOp, e)->operand));
    case SK_AST_BinOp: {
        // Down the left spine first, so that a long sum is not recursed into.
        uint32_t n = 0;
        const SkAst *p = e;
        for (; p->kind == SK_AST_BinOp && !sk_scope_map_get(&c->folded, (uintptr_t)p); p = SK_AST(BinOp, p)->left) n++;
        const SkAst **spine = sk_arena_alloc(&c->arena, (n + 1) * sizeof *spine);
        if (!spine) {
            sk_cg_memory(c);
            return SK_EMPTY;
        }
        n = 0;
        for (p = e; p->kind == SK_AST_BinOp && !sk_scope_map_get(&c->folded, (uintptr_t)p); p = SK_AST(BinOp, p)->left) spine[n++] = p;
        SkValue v = sk_cg_fold(c, p);
        while (n-- > 0) {
            SkAstBinOp *b = SK_AST(BinOp, spine[n]);
            v = sk_is_empty(v) ? v : fold_binary(c, b->op, v, sk_cg_fold(c, b->right));
            remember(c, spine[n], v);
        }
        return v;
    }
    case SK_AST_Tuple: return SK_AST(Tuple, e)->ctx == SK_CTX_Load ? fold_tuple(c, &SK_AST(Tuple, e)->elts) : SK_EMPTY;
    case SK_AST_Subscript: {
        SkAstSubscript *s = SK_AST(Subscript, e);
        if (s->ctx != SK_CTX_Load || s->slice->kind == SK_AST_Slice) return SK_EMPTY;
        SkValue v = sk_cg_fold(c, s->value), key = sk_is_empty(v) ? v : sk_cg_fold(c, s->slice);
        if (sk_is_empty(v) || sk_is_empty(key) || !is_sequence(v) || !sk_is_int(key)) return SK_EMPTY;
        return folded(c, sk_own(sk_getitem(v, key)));
    }
    default: return SK_EMPTY;
    }
}

SkValue sk_cg_fold(SkCompiler *c, const SkAst *e) {
    switch (e->kind) {
    case SK_AST_Constant:
    case SK_AST_Name:
    case SK_AST_UnaryOp:
    case SK_AST_BinOp:
    case SK_AST_Tuple:
    case SK_AST_Subscript: break;
    default: return SK_EMPTY;
    }
    if (c->failed) return SK_EMPTY;
    SkValue *known = sk_scope_map_get(&c->folded, (uintptr_t)e);
    if (known) return *known;
    if (!sk_cg_enter(c)) return SK_EMPTY;
    SkValue v = fold_node(c, e);
    sk_cg_leave(c);
    if (c->failed) return SK_EMPTY;
    return e->kind == SK_AST_Name ? v : remember(c, e, v);
}

int sk_cg_static_truth(SkCompiler *c, const SkAst *e) {
    SkValue v = sk_cg_fold(c, e);
    return sk_is_empty(v) ? -1 : sk_truth(v);
}

// ---- docstrings ------------------------------------------------------------------------------------------------------------

static SkValue expand_tabs(SkValue text) {
    SkStr *s = sk_as_str(text);
    SkStrBuilder b;
    sk_sb_init(&b);
    size_t column = 0;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t ch = sk_str_at(s, i);
        if (ch == '\t') {
            sk_sb_repeat(&b, ' ', 8 - column % 8);
            column += 8 - column % 8;
            continue;
        }
        sk_sb_char(&b, ch);
        column = ch == '\n' || ch == '\r' ? 0 : column + 1;
    }
    return sk_sb_finish(&b);
}

static size_t line_end(const SkStr *s, size_t at) {
    while (at < s->length && sk_str_at(s, at) != '\n') at++;
    return at;
}

static size_t skip_spaces(const SkStr *s, size_t at) {
    while (at < s->length && sk_str_at(s, at) == ' ') at++;
    return at;
}

// The indentation that all lines but the first share goes, and that of the first.
static SkValue dedent(SkValue text) {
    SkStr *s = sk_as_str(text);
    size_t margin = SIZE_MAX, first = line_end(s, 0);
    for (size_t at = first + 1; at < s->length; at = line_end(s, at) + 1) {
        size_t start = skip_spaces(s, at);
        if (start < s->length && sk_str_at(s, start) != '\n' && start - at < margin) margin = start - at;
    }
    if (margin == SIZE_MAX) margin = 0;
    size_t start = skip_spaces(s, 0);
    if (!start && !margin) return sk_retain(text);
    SkStrBuilder b;
    sk_sb_init(&b);
    // A first line of spaces only keeps nothing but its end.
    sk_sb_slice(&b, text, start, first > start ? first : start);
    for (size_t at = first; at < s->length;) {
        sk_sb_char(&b, '\n');
        size_t end = line_end(s, at + 1), from = at + 1 + margin;
        size_t blank = skip_spaces(s, at + 1);
        if (from > blank) from = blank;
        if (from > end) from = end;
        sk_sb_slice(&b, text, from, end);
        at = end;
    }
    return sk_sb_finish(&b);
}

SkValue sk_cg_docstring_value(SkCompiler *c, const SkAst *e) {
    SkValue v = sk_cg_fold(c, e);
    if (sk_is_empty(v)) return v;
    v = sk_cg_keep(c, expand_tabs(v));
    return sk_is_empty(v) ? v : sk_cg_keep(c, dedent(v));
}
