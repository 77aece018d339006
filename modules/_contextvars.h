// Context variables, for modules that keep state in them.
#ifndef SKEIN_MODULES__CONTEXTVARS_H
#define SKEIN_MODULES__CONTEXTVARS_H

#include "objects/type.h"

extern SkType sk_context_type, sk_context_var_type, sk_context_token_type;

SkValue sk_context_current(void) SK_MUST_USE;                                    // this thread's, counted
SkValue sk_context_copy_current(void) SK_MUST_USE;
SkValue sk_context_var_new(SkValue name, SkValue otherwise /* or SK_EMPTY */) SK_MUST_USE;
// The value, the default, or SK_EMPTY without an exception. Counted.
SkValue sk_context_var_get(SkValue var);
SkValue sk_context_var_set(SkValue var, SkValue value) SK_MUST_USE;              // the token
void sk_context_thread_exit(void);

#endif
