/* Source text to syntax tree: the grammar of Python 3.14.
 *
 * The parser knows no Python object. It is re-entrant: all state is on the C stack and in the arena given to it.
 * C stack use is bounded (about SK_PARSE_MAX_DEPTH levels); deeper input ends in SK_SYNTAX_RECURSION or a SyntaxError. */
#ifndef SK_CORE_FRONT_PARSER_H
#define SK_CORE_FRONT_PARSER_H

#include "base/arena.h"
#include "core/front/ast.h"
#include "core/front/syntax_error.h"

typedef enum SkParseMode {
    SK_PARSE_EXEC,      /* Module */
    SK_PARSE_EVAL,      /* Expression */
    SK_PARSE_SINGLE,    /* Interactive */
    SK_PARSE_FUNC_TYPE, /* FunctionType */
} SkParseMode;

typedef enum SkParseFlags {
    SK_PARSE_DEFAULT = 0,
    /* The source is what an interactive prompt has read so far. Whenever the end of input is part of the problem, the error
     * is "incomplete input"; and in SINGLE mode the end of input does not close open blocks, unless a newline is the last
     * character. */
    SK_PARSE_ALLOW_INCOMPLETE = 1,
    SK_PARSE_FLUFL = 2, /* "<>" stands for "!=", which is refused (PEP 401) */
} SkParseFlags;

/* Parses utf8[0..len) (decoded: see source.h; need not end in a newline; any bytes are safe). On success: true, *out is the tree.
 * On failure: false, *err says why. *err is always overwritten; its warnings are valid either way.
 * The tree does not point into `utf8`. */
bool sk_parse(const char *utf8, size_t len, SkParseMode mode, SkParseFlags flags, SkArena *arena, SkAst **out,
              SkSyntaxError *err) __attribute__((warn_unused_result));

#endif
