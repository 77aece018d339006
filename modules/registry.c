#include "modules/registry.h"

#define X(name) extern const SkModuleDef sk_module_##name;
#include "modules/registry.def"
#undef X

const SkModuleDef *const sk_module_registry[] = {
#define X(name) &sk_module_##name,
#include "modules/registry.def"
#undef X
    NULL,
};
