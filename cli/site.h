// What `import site` does for a program, without importing it: folders of installed packages and their .pth files,
// sitecustomize, and exit, quit, help and their like in builtins.
#ifndef SKEIN_CLI_SITE_H
#define SKEIN_CLI_SITE_H

#include "base/compiler.h"

// Errors in .pth files and customize modules are reported on stderr. False: the runtime itself failed, or SystemExit; the
// exception is set.
bool sk_site_init(void) SK_MUST_USE;

#endif
