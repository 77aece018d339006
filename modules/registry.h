// The table of native modules, made from registry.def.
#ifndef SKEIN_MODULES_REGISTRY_H
#define SKEIN_MODULES_REGISTRY_H

#include "core/native_modules.h"

extern const SkNativeModule sk_module_registry[];  // ended by a NULL name

#endif
