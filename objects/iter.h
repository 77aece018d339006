// The iterators that belong to no container.
#ifndef SKEIN_OBJECTS_ITER_H
#define SKEIN_OBJECTS_ITER_H

#include "objects/type.h"

SkValue sk_seq_iter_new(SkValue sequence) SK_MUST_USE;                     // calls sequence[0], [1], ... until IndexError
SkValue sk_call_iter_new(SkValue callable, SkValue sentinel) SK_MUST_USE;  // iter(callable, sentinel)
SkValue sk_reversed(SkValue sequence) SK_MUST_USE;                         // reversed(sequence)
// At start-up: the dict of the module builtins, which is made immortal by the caller. Iterators name `iter` and
// `reversed` from it in their pickles.
void sk_set_builtins(SkValue dict);

#endif
