// What the files of generators share.
#ifndef SKEIN_CORE_VM_GENERATOR_H
#define SKEIN_CORE_VM_GENERATOR_H

#include "core/vm/frame.h"

// Throws exc (stolen, an instance) into a generator; results as sk_generator_resume.
SkValue sk_generator_throw(SkGenerator *g, SkValue exc, bool *returned) SK_MUST_USE;
// The exception that the arguments of throw() name: counted.
SkValue sk_throw_argument(const SkValue *args, size_t nargs) SK_MUST_USE;
// A generator made by types.coroutine.
bool sk_is_iterable_coroutine(SkValue v);
// cr_origin, if sys.set_coroutine_origin_tracking_depth asks for it.
void sk_coroutine_set_origin(SkGenerator *g);
// RuntimeWarning "coroutine 'x' was never awaited".
void sk_warn_unawaited(SkValue coroutine);
extern _Thread_local int sk_coroutine_origin_depth;
extern _Thread_local SkValue sk_asyncgen_firstiter, sk_asyncgen_finalizer;  // counted or empty: sys.set_asyncgen_hooks

// A step of what __anext__ and asend return, as sk_generator_resume answers.
SkValue sk_async_gen_asend_step(SkValue v, SkValue value, bool *returned) SK_MUST_USE;
// The awaitable of anext(iterator, otherwise): counted.
SkValue sk_anext_awaitable_new(SkValue awaitable, SkValue otherwise) SK_MUST_USE;

// For the types of asyncgen.c.
void sk_generator_trace(SkObject *o, SkVisit visit, void *arg);
void sk_generator_clear(SkObject *o);
void sk_generator_finalize(SkObject *o);
void sk_generator_destroy(SkObject *o);
SkValue sk_generator_repr(SkValue v);
SkValue sk_generator_delegate(SkValue v);   // what it awaits, or None

// The running Python code is contextlib's: that of 3.11 calls throw() and athrow() with three arguments in every context
// manager, which is deprecated since, and not the program's fault.
bool sk_throw_is_contextlibs(void);

#endif
