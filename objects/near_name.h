// Suggestions for misspelt names.
#ifndef SKEIN_OBJECTS_NEAR_NAME_H
#define SKEIN_OBJECTS_NEAR_NAME_H

#include "objects/type.h"

// The one of a list of names that is near enough to a wrong one to have been meant: counted, or SK_EMPTY (never with an
// exception).
SkValue sk_nearest_name(SkValue list, SkValue wrong);

#endif
