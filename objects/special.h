// Calls of special methods from C.
#ifndef SKEIN_OBJECTS_SPECIAL_H
#define SKEIN_OBJECTS_SPECIAL_H

#include "objects/type.h"

// Calls the special method `name` (interned) of v's type with at most 4 arguments, without making a bound method. True: *result is
// counted, or SK_EMPTY + exception. False: there is none, or (with an exception) looking for it failed; *result is SK_EMPTY.
bool sk_call_special(SkValue v, SkValue name, const SkValue *args, size_t nargs, SkValue *result) SK_MUST_USE;

#endif
