// Where the standard library and the command itself are.
#ifndef SKEIN_CLI_LIBRARY_H
#define SKEIN_CLI_LIBRARY_H

#include "base/compiler.h"

// Finds the folder of the library: -X lib, $SKEINLIB, then the distribution's. Sets lib, lib_minor, prefix and executable of
// sk_config. False, with a message printed, if there is none.
bool sk_find_library(const char *argv0) SK_MUST_USE;

#endif
