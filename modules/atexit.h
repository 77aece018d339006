// Functions to be called when the interpreter ends.
#ifndef SKEIN_MODULES_ATEXIT_H
#define SKEIN_MODULES_ATEXIT_H

// Calls what is registered, the last first; errors go to sys.unraisablehook. Called once by the one who ends the
// interpreter, after the non-daemon threads have been joined.
void sk_atexit_run(void);

#endif
