// Line editing with history and completion.
#ifndef SKEIN_CLI_EDIT_H
#define SKEIN_CLI_EDIT_H

#include "base/strbuf.h"
#include "gc/value.h"

typedef struct SkEdit SkEdit;
// For the terminal on standard input and output; names is the dict whose names are completed. NULL: not possible.
SkEdit *sk_edit_new(SkValue names);
// Reads a line, without its end. 1; 0: end of input; -1: a signal handler has raised, the exception is set.
int sk_edit_line(SkEdit *e, const char *prompt, SkStrBuf *line);
// Saves the history.
void sk_edit_free(SkEdit *e);

#endif
