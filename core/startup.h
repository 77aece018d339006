// Bringing the runtime up and down, layer by layer.
#ifndef SKEIN_CORE_STARTUP_H
#define SKEIN_CORE_STARTUP_H

#include "objects/module.h"

// The main thread, the types, the exceptions. hash_seed: NULL random, else PYTHONHASHSEED's number. False: out of memory.
bool sk_runtime_init(const uint32_t *hash_seed) SK_MUST_USE;

#endif
