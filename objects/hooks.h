// What the object layer asks of the layers above: set once at start-up.
#ifndef SKEIN_OBJECTS_HOOKS_H
#define SKEIN_OBJECTS_HOOKS_H

#include "gc/object.h"

typedef struct {
    SkValue (*import)(const char *name);     // the module, counted
    SkValue (*builtin)(const char *name);    // an attribute of builtins, counted
    SkValue (*current_globals)(void);        // of the running Python frame: counted, or SK_EMPTY without an exception
    const char *script_folder;               // what the program put in front of sys.path: "" the current folder, NULL nothing
    bool eager_annotations;                  // classes keep their annotations under `__annotations__`
    int bytes_warning;                       // -b: comparing bytes with str, and str(bytes), warn
} SkHooks;
extern SkHooks sk_hooks;

// The dict of the builtins module; set once at start-up, immortal.
SkValue sk_module_builtins_dict(void);
void sk_set_module_builtins_dict(SkValue dict);

#endif
