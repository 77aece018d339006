// The classes of syntax tree nodes, and the way between trees and their Python objects.
#ifndef SKEIN_MODULES_AST_H
#define SKEIN_MODULES_AST_H

#include "core/front/ast.h"
#include "core/front/compile.h"
#include "objects/type.h"

// Classes are made once, by the first import, and are immortal.
SkValue sk_ast_class(SkAstKind kind);                          // borrowed for good
SkValue sk_ast_sum_class(SkAstSum sum);
SkValue sk_ast_enum_instance(const char *type, unsigned value);  // the shared instance: Load(), Add(), ...
// The value of an instance of one of the enumeration's classes; -1 without an exception if v is none.
int sk_ast_enum_value(const char *type, SkValue v);
// The interned name of a field.
SkValue sk_ast_field_name(SkAstKind kind, unsigned field);
SkValue sk_ast_attribute_name(unsigned i);                     // lineno, col_offset, end_lineno, end_col_offset

SkValue sk_ast_to_python(SkAst *tree) SK_MUST_USE;             // new
bool sk_ast_from_python(SkValue v, SkParseMode mode, SkArena *arena, SkAst **out) SK_MUST_USE;
// False with ValueError or TypeError: not a tree that a parser makes. (_ast_validate.c)
bool sk_ast_validate(const SkAst *tree) SK_MUST_USE;

#endif
