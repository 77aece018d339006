// Syntax tree to code object.
#ifndef SKEIN_CORE_FRONT_COMPILE_H
#define SKEIN_CORE_FRONT_COMPILE_H

#include "core/front/ast.h"
#include "core/front/parser.h"
#include "core/front/syntax_error.h"
#include "objects/type.h"

typedef struct SkCompileOptions {
    int optimize;             // 0; 1: asserts dropped, __debug__ False; 2: docstrings dropped too
    uint32_t future;          // SK_CO_FUTURE_* in force from the start; on return, also what the source imports
    bool eager_annotations;   // annotations are evaluated where they stand, into __annotations__; else __annotate__ functions
    bool immortal_constants;  // SkCodeParts.immortal_constants of every code object
    bool top_level_await;     // await and its like are allowed in module code, which then is a coroutine
    bool script;              // mistakes in the encoding are worded as for the program's own file, not as for bytes
    bool interactive;         // the source is what an interactive prompt has read so far
} SkCompileOptions;

// The code object of a module, an expression or an interactive statement, according to the tree's root. New (counted), or
// SK_EMPTY with SyntaxError, RecursionError or MemoryError. source (may be NULL): the text, for the line shown with errors.
SkValue sk_compile(SkAst *tree, SkParseMode mode, SkValue filename, SkCompileOptions *options, const char *source,
                   size_t source_len) SK_MUST_USE;

// Parse and compile: utf8 is decoded source. A failure to parse is raised as the exception it stands for.
SkValue sk_compile_source(const char *utf8, size_t len, SkValue filename, SkParseMode mode,
                          SkCompileOptions *options) SK_MUST_USE;

// What the names of a program mean, without making code: parses utf8 and hands the list of its scopes (outer ones first; see
// scope.h) to use, for the time of the call. False with an exception set if the source is wrong or use answers false.
struct SkScope;
bool sk_compile_scopes(const char *utf8, size_t len, SkValue filename, SkParseMode mode, SkCompileOptions *options,
                       bool (*use)(const struct SkScope *first, void *arg), void *arg) SK_MUST_USE;

// Raises what `err` says: SyntaxError(message, (filename, line, offset, text, end line, end offset)), a class derived from
// it, RecursionError or MemoryError. For an interactive prompt whose input is merely unfinished, the exception is
// SyntaxError with the message "incomplete input".
void sk_raise_syntax_error(const SkSyntaxError *err, SkValue filename);

// Issues a SyntaxWarning or DeprecationWarning for a place in a source file. False with an exception set if a filter makes
// it an error. Set when the module _warnings is there; until then warnings are dropped.
typedef bool (*SkSyntaxWarningHook)(SkType *category, const char *message, SkValue filename, int line);
extern _Atomic(SkSyntaxWarningHook) sk_syntax_warning_hook;

#endif
