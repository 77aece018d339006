#include "core/front/ast.h"

#include <string.h>

const SkAstInfo *sk_ast_info(SkAstKind kind)
{
    /* A sentinel keeps the tables of nodes without fields legal. The local typedef lets F name the struct. */
    switch (kind) {
#define F(fname, form, ftype) {#fname, #ftype, SK_FORM_##form, offsetof(SkAstNode, fname)},
#define SK_AST_NODE(CName, pyname, sum, nodefields)                                            \
    case SK_AST_##CName: {                                                                     \
        typedef SkAst##CName SkAstNode;                                                        \
        static const SkAstField table[] = {nodefields{NULL, NULL, 0, 0}};                      \
        static const SkAstInfo info = {pyname, SK_AST_SUM_##sum, sizeof table / sizeof *table - 1, \
                                       sizeof(SkAstNode), table};                              \
        return &info;                                                                          \
    }
#include "core/front/ast.def"
#undef F
    case SK_AST_KIND_COUNT:
        break;
    }
    return NULL;
}

const SkAstSumInfo sk_ast_sums[SK_AST_SUM_COUNT] = {
#define SK_AST_SUM(sname, ptr, attributes) {#sname, attributes},
#include "core/front/ast.def"
};

const char *sk_ast_enum_name(const char *type, unsigned value)
{
    static const struct {
        const char *type, *name;
        uint8_t value;
    } table[] = {
#define SK_AST_ENUM(etype, prefix, ename) {#etype, #ename, prefix##ename},
#include "core/front/ast.def"
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].value == value && strcmp(table[i].type, type) == 0)
            return table[i].name;
    return NULL;
}
