// staticmethod and classmethod.
#ifndef SKEIN_OBJECTS_STATICMETHOD_H
#define SKEIN_OBJECTS_STATICMETHOD_H

#include "objects/shape.h"

typedef struct {
    SkObject header;
    SkSlot callable;   // empty only between __new__ and __init__
    SkInstance attributes;
} SkWrapperMethod;

// The wrapped callable, counted; SK_NONE if __init__ never ran.
SkValue sk_wrapper_method_callable(SkValue v) SK_MUST_USE;

#endif
