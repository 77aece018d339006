// The builtins module: functions by subject, each file giving a table of its own.
#ifndef SKEIN_MODULES_BUILTINS_H
#define SKEIN_MODULES_BUILTINS_H

#include "core/front/compile.h"
#include "objects/type.h"

extern const SkMethodDef sk_builtins_iter_functions[];   // builtins_iter.c: all any iter len max min next sorted sum aiter anext
extern const SkMethodDef sk_builtins_run_functions[];    // builtins_run.c: __import__ compile eval exec dir vars globals locals breakpoint
extern const SkMethodDef sk_builtins_io_functions[];     // builtins_io.c: print input open
// __build_class__(func, name, *bases, metaclass=..., **keywords)
SkValue sk_build_class(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames);

// What compile() asks of the module of syntax trees, which sets these when it is imported.
typedef struct {
    bool (*is_tree)(SkValue v);                                                      // an instance of _ast.AST
    SkValue (*to_python)(SkAst *tree);                                               // new
    // False + exception. The tree lives as long as the arena.
    bool (*from_python)(SkValue v, SkParseMode mode, SkArena *arena, SkAst **out);
} SkAstHooks;
extern SkAstHooks sk_ast_hooks;

#endif
