// Suggestions for misspelt names.
#ifndef SKEIN_OBJECTS_NEAR_NAME_H
#define SKEIN_OBJECTS_NEAR_NAME_H

#include "objects/type.h"

// The one of a list of names that is near enough to a wrong one to have been meant: counted, or SK_EMPTY (never with an
// exception).
SkValue sk_nearest_name(SkValue list, SkValue wrong);
// TypeError for a keyword argument that is none of names: "FUNCTION got an unexpected keyword argument ...", with the nearest of them.
bool sk_raise_stray_keyword(const char *function, SkValue keyword, const char *const *names, size_t n) SK_COLD;

#endif
