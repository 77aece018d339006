#include "objects/hooks.h"

#include "objects/error.h"
#include "objects/protocol.h"

SkHooks sk_hooks;
static SkValue builtins_dict;

SkValue sk_module_builtins_dict(void) { return builtins_dict; }
void sk_set_module_builtins_dict(SkValue dict) { builtins_dict = dict; }

SkValue sk_import(const char *name) {
    if (!sk_hooks.import) return sk_raise(sk_exc_ImportError, "no imports yet");
    return sk_hooks.import(name);
}

SkValue sk_builtin(const char *name) {
    if (!sk_hooks.builtin) return sk_raise(sk_exc_SystemError, "no builtins yet");
    return sk_hooks.builtin(name);
}
