// Between GenericAlias, Union and the types of type parameters.
#ifndef SKEIN_OBJECTS_TYPING_INTERNAL_H
#define SKEIN_OBJECTS_TYPING_INTERNAL_H

#include "objects/str.h"

// Writes a type argument as it is to be read: "int", "collections.abc.Sized", "None", "...". False + exception.
bool sk_type_arg_repr(SkStrBuilder *b, SkValue v) SK_MUST_USE;
// True (1) if v is type-like and has a true attribute of that name; 0, -1.
int sk_has_true_attr(SkValue v, const char *name);

// ---- objects/typing_alias.c
SkValue sk_typing_attr(const char *name) SK_MUST_USE;                                        // typing.<name>, counted
SkValue sk_typing_call(const char *name, const SkValue *args, size_t nargs) SK_MUST_USE;     // typing.<name>(*args)
SkValue sk_typing_unpack(SkValue v) SK_MUST_USE;                                             // typing.Unpack[v]
// `__name__` of the running frame's globals, or None: counted.
SkValue sk_typing_caller_module(void) SK_MUST_USE;
// The value in a slot, computed by the function in `evaluate` if need be: counted; SK_EMPTY without an exception if both
// are empty. Threads that ask at once may both call the function.
SkValue sk_typing_lazy(SkObject *o, SkSlot *value, SkSlot *evaluate) SK_MUST_USE;
// A function of one argument that gives the value, or None.
SkValue sk_typing_evaluator(SkObject *o, SkSlot *value, SkSlot *evaluate) SK_MUST_USE;
bool sk_typing_set_module(SkValue v) SK_MUST_USE;                                            // typing.c

#endif
