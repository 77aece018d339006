// Line editing with history and completion, for the prompt.
#ifndef SKEIN_MODULES_DYNAMIC_EDIT_PROMPT_LINE_H
#define SKEIN_MODULES_DYNAMIC_EDIT_PROMPT_LINE_H

#include "base/strbuf.h"
#include "gc/value.h"

typedef struct SkEdit SkEdit;
typedef struct {
    // For the terminal on standard input and output; names is the dict whose names are completed. NULL: not possible.
    SkEdit *(*open)(SkValue names);
    // Reads a line, without its end. 1; 0: end of input; -1: a signal handler has raised, the exception is set.
    int (*line)(SkEdit *e, const char *prompt, SkStrBuf *line);
    // Saves the history.
    void (*close)(SkEdit *e);
} SkEditApi;

// sk_edit_api of the shared object `edit` is one of these.

#endif
