// types.SimpleNamespace: an object with nothing but attributes.
#ifndef SKEIN_OBJECTS_NAMESPACE_H
#define SKEIN_OBJECTS_NAMESPACE_H

#include "objects/type.h"

SkValue sk_namespace_new(SkValue attributes /* dict or SK_EMPTY */) SK_MUST_USE;

#endif
