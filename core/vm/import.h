// The import system.
#ifndef SKEIN_CORE_VM_IMPORT_H
#define SKEIN_CORE_VM_IMPORT_H

#include "core/vm/frame.h"

// __import__(name, globals, locals, fromlist, level). Counted.
SkValue sk_import_module_level(SkValue name, SkValue globals, SkValue fromlist, int level) SK_MUST_USE;
// True for the function builtins.__import__ itself, so that the interpreter may go around it.
bool sk_is_builtin_import(SkValue v);
// sys.modules. Borrowed, never replaced by the runtime itself.
SkValue sk_sys_modules(void);
// Compiles and runs source as a module: the dict is the module's. (start-up, -m, scripts)
bool sk_import_init(void) SK_MUST_USE;

#endif
