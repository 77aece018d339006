// Audit events (PEP 578): raised where CPython raises them, before what they announce is done.
#ifndef SKEIN_OBJECTS_AUDIT_H
#define SKEIN_OBJECTS_AUDIT_H

#include "objects/type.h"

// Calls the hooks; false: one raised. NULL until the first hook is added, set by module sys.
typedef bool (*SkAuditHook)(const char *event, const SkValue *args, size_t nargs);
extern _Atomic(SkAuditHook) sk_audit_hook;

bool sk_audit_values(const char *event, const SkValue *args, size_t nargs) SK_MUST_USE;
// sk_audit("os.mkdir", path, mode): args are words; an empty one becomes None. May run Python code.
#define sk_audit(event, ...)                                                                                   \
    (sk_likely(!sk_load_relaxed(&sk_audit_hook)) ||                                                            \
     sk_audit_values(event, (SkValue[]){SK_NONE, ##__VA_ARGS__} + 1, sizeof((SkValue[]){SK_NONE, ##__VA_ARGS__}) / sizeof(SkValue) - 1))
// For optional arguments: v, or the integer if there is none.
SK_INLINE SkValue sk_audit_or(SkValue v, int64_t otherwise) { return sk_is_empty(v) || sk_is_none(v) ? sk_from_small_int(otherwise) : v; }

#endif
