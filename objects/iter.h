// The iterators that belong to no container.
#ifndef SKEIN_OBJECTS_ITER_H
#define SKEIN_OBJECTS_ITER_H

#include "objects/type.h"

SkValue sk_seq_iter_new(SkValue sequence) SK_MUST_USE;                     // calls sequence[0], [1], ... until IndexError
SkValue sk_call_iter_new(SkValue callable, SkValue sentinel) SK_MUST_USE;  // iter(callable, sentinel)
SkValue sk_reversed(SkValue sequence) SK_MUST_USE;                         // reversed(sequence)

#endif
