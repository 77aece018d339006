// Interned names the runtime itself uses, made at start-up, immortal: SK_N(__init__) is the str '__init__'.
#ifndef SKEIN_OBJECTS_NAMES_H
#define SKEIN_OBJECTS_NAMES_H

#include "gc/object.h"

typedef struct {
#define X(name) SkValue n_##name;
#include "objects/names.def"
#undef X
    SkValue empty;         // ''
    SkValue latin1[256];   // the one-character strings
} SkNames;
extern SkNames sk_names;
#define SK_N(name) (sk_names.n_##name)

#endif
