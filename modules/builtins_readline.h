// Line editing for input(), once the module readline has been imported.
#ifndef SKEIN_MODULES_READLINE_H
#define SKEIN_MODULES_READLINE_H

#include "objects/type.h"

// A line of the terminal that is standard input and output: a str without its newline. EOFError at the end. May run Python code.
typedef SkValue SkAskLine(SkValue prompt /* or SK_EMPTY */);
// NULL until the module has been imported; set once. PAIR(readline): released by the import, acquired by input().
extern _Atomic(SkAskLine *) sk_readline_ask;

#endif
