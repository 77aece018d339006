// The table of native modules, made from registry.def.
#ifndef SKEIN_MODULES_REGISTRY_H
#define SKEIN_MODULES_REGISTRY_H

#include "objects/module.h"

extern const SkModuleDef *const sk_module_registry[];  // ended by NULL

#endif
