// Printing exceptions as the interpreter does when nobody catches them. Done in C, so that it works at any moment and
// without the standard library. None of these functions leaves an exception set.
#ifndef SKEIN_CORE_REPORT_H
#define SKEIN_CORE_REPORT_H

#include "objects/type.h"

// Writes the traceback, the exceptions it came from, notes and groups to file; SK_NONE: sys.stderr. May run Python code.
void sk_print_exception(SkValue exc, SkValue file);
// The same as a str; SK_EMPTY with an exception.
SkValue sk_format_exception(SkValue exc) SK_MUST_USE;
// The default sys.excepthook, sys.unraisablehook (of its one argument) and threading.excepthook (likewise: an object with
// exc_type, exc_value, exc_traceback, thread).
void sk_default_excepthook(SkValue type, SkValue value, SkValue traceback);
void sk_default_unraisablehook(SkValue unraisable);
bool sk_is_unraisable_args(SkValue v);   // what the hook is given
void sk_default_thread_excepthook(SkValue args);
// Calls sys.excepthook for exc, or does what CPython does when that is missing or raises.
void sk_call_excepthook(SkValue exc);
// The text of a source that is in no file ("<string>", "<stdin>-0"): shown in tracebacks. Retained.
bool sk_report_register_source(SkValue filename, SkValue text) SK_MUST_USE;

// The source text of a line (from 1), without the blanks around it; "" if it cannot be had. Counted; SK_EMPTY with an exception.
SkValue sk_report_source_line(SkValue filename, int line) SK_MUST_USE;

// Sets sk_unraisable_hook. At start-up.
void sk_report_init(void);

#endif
