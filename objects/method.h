// types.MethodType and types.CellType.
#ifndef SKEIN_OBJECTS_METHOD_H
#define SKEIN_OBJECTS_METHOD_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot function, self;   // immutable
} SkMethod;

typedef struct {
    SkObject header;
    SkSlot content;          // empty: the variable is unbound
} SkCell;

SkValue sk_method_new(SkValue function, SkValue self) SK_MUST_USE;
SkValue sk_cell_new(SkValue content) SK_MUST_USE;   // takes the counted word (or SK_EMPTY)

#endif
