// property.
#ifndef SKEIN_OBJECTS_PROPERTY_H
#define SKEIN_OBJECTS_PROPERTY_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot fget, fset, fdel;   // callables, or empty for None; changed only by __init__
    SkSlot doc, name;
    _Atomic uint8_t doc_from_getter;
} SkProperty;

#endif
