// Bringing the runtime up and down, layer by layer.
#ifndef SKEIN_CORE_STARTUP_H
#define SKEIN_CORE_STARTUP_H

#include "objects/module.h"

// The main thread, the types, the exceptions. hash_seed: NULL random, else PYTHONHASHSEED's number. False: out of memory.
bool sk_runtime_init(const uint32_t *hash_seed) SK_MUST_USE;

// The native modules, ended by NULL (modules/registry.c); set before the first import.
void sk_set_native_modules(const SkModuleDef *const *modules);
// NULL if there is no native module of this name.
const SkModuleDef *sk_find_native_module(SkValue name);
const SkModuleDef *const *sk_native_modules(void);

#endif
