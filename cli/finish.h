// The end of the program.
#ifndef SKEIN_CLI_FINISH_H
#define SKEIN_CLI_FINISH_H

#include "base/compiler.h"

// Joins the threads that are not daemons, runs what atexit holds, flushes the streams, stops the other threads and takes the
// modules apart, so that what they hold is finalized. The exit status: 120 if the output could not be flushed.
int sk_finish(int status);
// The process ends here; the daemon threads with it. Does not return.
_Noreturn void sk_leave(int status);

#endif
