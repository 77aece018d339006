// super.
#ifndef SKEIN_OBJECTS_SUPER_H
#define SKEIN_OBJECTS_SUPER_H

#include "objects/type.h"

// super(cls, self).name, without making the super object where it can be helped: a word, or SK_EMPTY with an exception.
// *is_method says on entry whether the caller can bind by itself; on return whether it must: the result is then a plain
// function (or method descriptor), to be called with self before its arguments.
SkValue sk_super_lookup(SkValue cls, SkValue self, SkValue name, bool *is_method) SK_MUST_USE;

#endif
