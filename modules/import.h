// Imports by name, for native code that needs a module written in Python.
#ifndef SKEIN_MODULES_IMPORT_H
#define SKEIN_MODULES_IMPORT_H

#include "objects/type.h"

// What `import a.b` finds at a.b: the module (counted), or SK_EMPTY with an exception. Runs Python code.
SkValue sk_import_module(const char *dotted) SK_MUST_USE;

#endif
