// sys.stdin, sys.stdout and sys.stderr.
#ifndef SKEIN_CLI_STREAMS_H
#define SKEIN_CLI_STREAMS_H

#include "base/compiler.h"

// Opens the three and sets them in sys; a closed descriptor gives None. False with an exception.
bool sk_make_streams(void) SK_MUST_USE;
// Flushes stdout and stderr. False if stdout could not be flushed: the exit status becomes 120.
bool sk_flush_streams(bool report);

#endif
