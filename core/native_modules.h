// The table of native modules. Those that need a library of their own are in shared objects beside the program, loaded when
// one of their modules is imported: starting does not pay for libraries that are not used.
#ifndef SKEIN_CORE_NATIVE_MODULES_H
#define SKEIN_CORE_NATIVE_MODULES_H

#include "objects/module.h"

typedef struct {
    const char *name;
    const SkModuleDef *def;   // NULL: sk_module_<name> of the shared object
    const char *library;      // lib/skein/<library>.so
} SkNativeModule;

// The table, ended by a NULL name (modules/registry.c); set before the first import.
void sk_set_native_modules(const SkNativeModule *modules);
const SkNativeModule *sk_native_modules(void);
// NULL if there is no native module of this name.
const SkNativeModule *sk_find_native_module(SkValue name);
// Loads the shared object where there is one. NULL with an ImportError.
const SkModuleDef *sk_native_module_def(const SkNativeModule *module) SK_MUST_USE;
// What a shared object exports under this name; it is loaded for good. Blocks detached. NULL with an ImportError.
void *sk_library_symbol(const char *library, const char *symbol) SK_MUST_USE;

#endif
