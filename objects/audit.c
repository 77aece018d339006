#include "objects/audit.h"

#include "base/alloc.h"
#include "objects/error.h"

_Atomic(SkAuditHook) sk_audit_hook;

bool sk_audit_values(const char *event, const SkValue *args, size_t nargs) {
    SkAuditHook hook = sk_load_acquire(&sk_audit_hook);  // PAIR(audit-hook)
    return !hook || hook(event, args, nargs);
}
