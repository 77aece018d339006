// Replacing parts of a str. Results are words.
#ifndef SKEIN_OBJECTS_STR_REPLACE_H
#define SKEIN_OBJECTS_STR_REPLACE_H

#include "objects/type.h"

// All three are str; max_count < 0: all.
SkValue sk_str_replace(SkValue self, SkValue old_value, SkValue new_value, int64_t max_count);
SkValue sk_str_translate(SkValue self, SkValue table);
// x: a dict if y is SK_EMPTY, else anything; y and z are str or SK_EMPTY.
SkValue sk_str_maketrans(SkValue x, SkValue y, SkValue z);

#endif
