#include "modules/registry.h"

#define X(name) extern const SkModuleDef sk_module_##name;
#define N(text, name) X(name)
#define D(name, library)
#include "modules/registry.def"
#undef X
#undef N
#undef D

const SkNativeModule sk_module_registry[] = {
#define X(name) N(#name, name)
#define N(text, name) {text, &sk_module_##name, NULL},
#define D(name, library) {#name, NULL, #library},
#include "modules/registry.def"
#undef X
#undef N
#undef D
    {0},
};
