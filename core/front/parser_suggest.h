/* "Did you mean 'while'?": for whoever shows a SyntaxError to a person. */
#ifndef SK_CORE_FRONT_PARSER_SUGGEST_H
#define SK_CORE_FRONT_PARSER_SUGGEST_H

#include "base/arena.h"
#include "core/front/syntax_error.h"

/* If the line of an "invalid syntax" error (or of a comma said to be missing) parses, or begins something that would, once a
 * name in it is read as a keyword that resembles it: the message that says so, in the arena. NULL otherwise, or out of memory. */
const char *sk_suggest_keyword(const SkSyntaxError *err, SkArena *arena);

#endif
