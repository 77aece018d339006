// Line editing for input(), once the module readline has been imported.
#ifndef SKEIN_MODULES_READLINE_H
#define SKEIN_MODULES_READLINE_H

#include "objects/type.h"

// The module has been imported; never false again.
extern _Atomic bool sk_readline_imported;
// A line of the terminal that is standard input and output: a str without its newline. EOFError at the end. May run Python code.
SkValue sk_readline_ask(SkValue prompt /* or SK_EMPTY */) SK_MUST_USE;

#endif
