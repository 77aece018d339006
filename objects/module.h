// Module objects, and the definition of native modules.
#ifndef SKEIN_OBJECTS_MODULE_H
#define SKEIN_OBJECTS_MODULE_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot dict;   // never empty
    SkSlot name;   // for repr when the dict has none
    void *state;
} SkModule;

typedef struct SkModuleDef {
    const char *name;
    const char *doc;
    const SkMethodDef *functions;
    // Fills the rest of the module (types, constants): false with an exception. May be NULL.
    bool (*exec)(SkValue module);
} SkModuleDef;
// Heads the definition of a module in a shared object (modules/dynamic).
#define SK_EXPORT __attribute__((visibility("default")))

SkValue sk_module_new(SkValue name) SK_MUST_USE;
SkValue sk_module_create(const SkModuleDef *def) SK_MUST_USE;      // makes and fills it
// Adds the functions of def to an empty module and runs its exec.
bool sk_module_fill(SkValue module, const SkModuleDef *def) SK_MUST_USE;
SK_INLINE SkValue sk_module_dict(SkValue m) { return sk_slot_peek(&((SkModule *)sk_ptr(m))->dict); }  // never replaced
bool sk_module_add(SkValue m, const char *name, SkValue v) SK_MUST_USE;          // retains
bool sk_module_add_steal(SkValue m, const char *name, SkValue v) SK_MUST_USE;    // takes v; SK_EMPTY v: false (exception set)
bool sk_module_add_int(SkValue m, const char *name, int64_t v) SK_MUST_USE;
bool sk_module_add_str(SkValue m, const char *name, const char *utf8) SK_MUST_USE;
// Readies the type (if it is not yet) and adds it under the last part of its name.
bool sk_module_add_type(SkValue m, SkType *type) SK_MUST_USE;

#endif
