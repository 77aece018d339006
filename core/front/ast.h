/* The abstract syntax tree, generated from ast.def.
 *
 * All nodes, names, sequences and constant bytes of one tree live in one SkArena and are
 * immutable once the parser has returned. A node begins with an SkAst; `kind` says which struct it is:
 *
 *     switch (node->kind) {
 *     case SK_AST_BinOp: { SkAstBinOp *b = SK_AST(BinOp, node); ... b->left ... b->op == SK_OP_Add
 *
 * Fields of sum types are SkAst *, of product types (arguments, arg, keyword, alias, withitem, comprehension,
 * match_case) pointers to their struct. Items of sequences are always SkAst *.
 * Identifiers are interned in each tree: within it, equal names are equal pointers. They are NOT
 * mangled. ImportFrom.module and Alias.name may hold dotted names; "*" is Alias.name of a star import. */
#ifndef SK_CORE_FRONT_AST_H
#define SK_CORE_FRONT_AST_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `utf8` is NUL-terminated; `hash` is of the tree's intern table only. */
typedef struct SkName {
    const char *utf8;
    uint32_t len;
    uint32_t hash;
} SkName;

typedef enum SkConstKind {
    SK_CONST_NONE,
    SK_CONST_TRUE,
    SK_CONST_FALSE,
    SK_CONST_ELLIPSIS,
    SK_CONST_INT,   /* bytes: digits of `base` (2, 8, 10, 16), lower case, no prefix, underscore or leading zero */
    SK_CONST_FLOAT, /* real */
    SK_CONST_IMAG,  /* real: the imaginary part */
    SK_CONST_STR,   /* bytes: UTF-8; lone surrogates from escapes in three bytes each (WTF-8) */
    SK_CONST_BYTES, /* bytes */
} SkConstKind;

typedef struct SkConst {
    uint8_t kind; /* SkConstKind */
    uint8_t base;
    bool u_prefix; /* STR: the (first) literal was written u'' */
    union {
        struct {
            const char *bytes; /* a NUL follows; may contain NULs */
            size_t len;
        };
        double real;
    };
} SkConst;

typedef enum SkAstKind {
#define SK_AST_NODE(CName, pyname, sum, fields) SK_AST_##CName,
#include "core/front/ast.def"
    SK_AST_KIND_COUNT
} SkAstKind;

typedef enum SkAstSum {
#define SK_AST_SUM(name, ptr, attributes) SK_AST_SUM_##name,
#include "core/front/ast.def"
    SK_AST_SUM_COUNT
} SkAstSum;

/* Constants of all the small enumerations; each enumeration starts at 0. */
#define SK_AST_ENUM_expr_context(prefix, name) prefix##name,
#define SK_AST_ENUM_boolop(prefix, name)
#define SK_AST_ENUM_operator(prefix, name)
#define SK_AST_ENUM_unaryop(prefix, name)
#define SK_AST_ENUM_cmpop(prefix, name)
typedef enum SkExprContext {
#define SK_AST_ENUM(type, prefix, name) SK_AST_ENUM_##type(prefix, name)
#include "core/front/ast.def"
    SK_CTX_COUNT
} SkExprContext;
#undef SK_AST_ENUM_expr_context
#undef SK_AST_ENUM_boolop
#define SK_AST_ENUM_expr_context(prefix, name)
#define SK_AST_ENUM_boolop(prefix, name) prefix##name,
typedef enum SkBoolOp {
#define SK_AST_ENUM(type, prefix, name) SK_AST_ENUM_##type(prefix, name)
#include "core/front/ast.def"
    SK_BOOLOP_COUNT
} SkBoolOp;
#undef SK_AST_ENUM_boolop
#undef SK_AST_ENUM_operator
#define SK_AST_ENUM_boolop(prefix, name)
#define SK_AST_ENUM_operator(prefix, name) prefix##name,
typedef enum SkOperator {
#define SK_AST_ENUM(type, prefix, name) SK_AST_ENUM_##type(prefix, name)
#include "core/front/ast.def"
    SK_OP_COUNT
} SkOperator;
#undef SK_AST_ENUM_operator
#undef SK_AST_ENUM_unaryop
#define SK_AST_ENUM_operator(prefix, name)
#define SK_AST_ENUM_unaryop(prefix, name) prefix##name,
typedef enum SkUnaryOp {
#define SK_AST_ENUM(type, prefix, name) SK_AST_ENUM_##type(prefix, name)
#include "core/front/ast.def"
    SK_UNARY_COUNT
} SkUnaryOp;
#undef SK_AST_ENUM_unaryop
#undef SK_AST_ENUM_cmpop
#define SK_AST_ENUM_unaryop(prefix, name)
#define SK_AST_ENUM_cmpop(prefix, name) prefix##name,
typedef enum SkCmpOp {
#define SK_AST_ENUM(type, prefix, name) SK_AST_ENUM_##type(prefix, name)
#include "core/front/ast.def"
    SK_CMP_COUNT
} SkCmpOp;
#undef SK_AST_ENUM_expr_context
#undef SK_AST_ENUM_boolop
#undef SK_AST_ENUM_operator
#undef SK_AST_ENUM_unaryop
#undef SK_AST_ENUM_cmpop

/* Lines count from 1, columns are UTF-8 bytes from 0. Nodes of sums without attributes carry a
 * position too where the parser had one at hand. */
typedef struct SkAst {
    uint16_t kind; /* SkAstKind */
    bool parenthesized; /* expression written directly between parentheses */
    int32_t lineno, col_offset, end_lineno, end_col_offset;
} SkAst;

typedef struct SkAstSeq {
    SkAst **items;
    uint32_t count;
} SkAstSeq;

typedef struct SkNameSeq {
    const SkName **items;
    uint32_t count;
} SkNameSeq;

typedef struct SkAstEnumSeq {
    uint8_t *items;
    uint32_t count;
} SkAstEnumSeq;

#define SK_AST_SUM(name, ptr, attributes) typedef ptr *SkAstRef_##name;
#include "core/front/ast.def"

#define SK_AST_FIELD_NODE(name, type) SkAstRef_##type name;
#define SK_AST_FIELD_OPT(name, type) SkAstRef_##type name;
#define SK_AST_FIELD_SEQ(name, type) SkAstSeq name;
#define SK_AST_FIELD_SEQ_OPT(name, type) SkAstSeq name;
#define SK_AST_FIELD_NAME(name, type) const SkName *name;
#define SK_AST_FIELD_NAME_OPT(name, type) const SkName *name;
#define SK_AST_FIELD_NAME_SEQ(name, type) SkNameSeq name;
#define SK_AST_FIELD_STR_OPT(name, type) const SkName *name;
#define SK_AST_FIELD_ENUM(name, type) uint8_t name;
#define SK_AST_FIELD_ENUM_SEQ(name, type) SkAstEnumSeq name;
#define SK_AST_FIELD_INT(name, type) int name;
#define SK_AST_FIELD_CONST(name, type) SkConst name;

#define F(name, form, type) SK_AST_FIELD_##form(name, type)
#define SK_AST_NODE(CName, pyname, sum, fields) \
    typedef struct SkAst##CName {               \
        SkAst head;                             \
        fields                                  \
    } SkAst##CName;
#include "core/front/ast.def"
#undef F

/* The struct behind `node`, whose kind must be CName. */
#define SK_AST(CName, node) ((SkAst##CName *)sk_ast_checked((SkAst *)(node), SK_AST_##CName))

static inline SkAst *sk_ast_checked(SkAst *node, SkAstKind kind)
{
    assert(node->kind == kind);
    (void)kind;
    return node;
}

/* ---- Metadata, for generic walks and for the _ast module ---- */

typedef enum SkAstForm {
    SK_FORM_NODE,
    SK_FORM_OPT,
    SK_FORM_SEQ,
    SK_FORM_SEQ_OPT,
    SK_FORM_NAME,
    SK_FORM_NAME_OPT,
    SK_FORM_NAME_SEQ,
    SK_FORM_STR_OPT,
    SK_FORM_ENUM,
    SK_FORM_ENUM_SEQ,
    SK_FORM_INT,
    SK_FORM_CONST,
} SkAstForm;

typedef struct SkAstField {
    const char *name;
    const char *type; /* "expr", "operator", "identifier", ... */
    uint8_t form;     /* SkAstForm */
    uint16_t offset;  /* within the node's struct */
} SkAstField;

typedef struct SkAstInfo {
    const char *name; /* as in Python: "BinOp", "arguments" */
    uint8_t sum;      /* SkAstSum */
    uint8_t field_count;
    uint16_t size;
    const SkAstField *fields;
} SkAstInfo;

typedef struct SkAstSumInfo {
    const char *name;
    bool attributes; /* nodes have lineno, col_offset, end_lineno, end_col_offset */
} SkAstSumInfo;

/* Never NULL for a valid kind. */
const SkAstInfo *sk_ast_info(SkAstKind kind);

extern const SkAstSumInfo sk_ast_sums[SK_AST_SUM_COUNT];

/* Name of a constant of the enumeration called `type` ("operator", 0 -> "Add"); NULL if there is none. */
const char *sk_ast_enum_name(const char *type, unsigned value);

#endif
