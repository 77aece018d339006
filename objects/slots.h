// The bridge between slots of types and special methods.
#ifndef SKEIN_OBJECTS_SLOTS_H
#define SKEIN_OBJECTS_SLOTS_H

#include "objects/type.h"

typedef struct SkSlotDef SkSlotDef;

// slot_wrapper objects: `int.__add__`.
typedef struct {
    SkObject header;
    const SkSlotDef *def;
    SkType *type;     // the type whose slot it is; immortal
    void *function;   // what the slot held
} SkSlotWrapper;

// Puts wrappers for every filled slot of a built-in type into its dict.
bool sk_slots_add_wrappers(SkType *type) SK_MUST_USE;
// Sets the slots of a class from what its MRO defines: all of them, or those that `name` fills (SK_EMPTY: all).
// Goes on to the subclasses where name is given. Requires the lock of types.
void sk_slots_update(SkType *type, SkValue name);
// Tells the collector which finalizers are written in Python.
void sk_slots_init(void);
// Copies slots that are NULL from base, for built-in types.
void sk_slots_inherit(SkType *type, SkType *base);
// True if name is one that fills a slot.
bool sk_is_special_method(SkValue name);
// The `__hash__` slot of unhashable types: TypeError.
int64_t sk_hash_not_implemented(SkValue self);
// Holds a Python-level `__getattribute__`/`__getattr__`: for the interpreter's caches.
bool sk_has_getattr_hook(const SkType *type);

#endif
