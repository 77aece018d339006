// The iterators that belong to no container.
#ifndef SKEIN_OBJECTS_ITER_H
#define SKEIN_OBJECTS_ITER_H

#include "objects/type.h"

SkValue sk_seq_iter_new(SkValue sequence) SK_MUST_USE;                     // calls sequence[0], [1], ... until IndexError
SkValue sk_call_iter_new(SkValue callable, SkValue sentinel) SK_MUST_USE;  // iter(callable, sentinel)
// sk_next for slots that hand on their source's end: a StopIteration that Python code raised stays set, with its value.
SkValue sk_next_or_stop(SkValue iterator) SK_MUST_USE;
SkValue sk_reversed(SkValue sequence) SK_MUST_USE;                         // reversed(sequence)

#endif
