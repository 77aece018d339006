// types.MappingProxyType: a read-only view of a mapping.
#ifndef SKEIN_OBJECTS_MAPPINGPROXY_H
#define SKEIN_OBJECTS_MAPPINGPROXY_H

#include "objects/type.h"

SkValue sk_mappingproxy_new(SkValue mapping) SK_MUST_USE;  // retains; mapping is not checked

#endif
