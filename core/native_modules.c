#include "core/native_modules.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "objects/error.h"
#include "objects/str.h"
#include "threading/thread.h"

static const SkNativeModule *native_modules;

void sk_set_native_modules(const SkNativeModule *modules) { native_modules = modules; }
const SkNativeModule *sk_native_modules(void) { return native_modules; }

const SkNativeModule *sk_find_native_module(SkValue name) {
    for (const SkNativeModule *m = native_modules; m && m->name; m++)
        if (sk_str_equals_ascii(name, m->name)) return m;
    return NULL;
}

// Where shared objects may be, seen from the program's folder: as built, as installed.
static const char *const places[] = {"lib/skein", "../lib/skein"};

static bool find_library(const char *library, char path[PATH_MAX]) {
    char program[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
    if (n < 0) return false;
    program[n] = 0;
    char *slash = strrchr(program, '/');
    if (slash) *slash = 0;
    for (size_t i = 0; i < SK_COUNT_OF(places); i++)
        if (snprintf(path, PATH_MAX, "%s/%s/%s.so", program, places[i], library) < PATH_MAX && access(path, R_OK) == 0) return true;
    return false;
}

void *sk_library_symbol(const char *library, const char *symbol) {
    char path[PATH_MAX];
    sk_thread_detach();
    bool found = find_library(library, path);
    void *handle = found ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    void *address = handle ? dlsym(handle, symbol) : NULL;
    const char *error = found && !address ? dlerror() : NULL;   // this thread's
    sk_thread_attach();
    if (!address) {
        SK_AUTO SkValue message = found ? sk_str_format("cannot load the native library %s: %s", library, error ? error : symbol)
                                        : sk_str_format("the native library %s is neither in lib/skein beside the program nor in ../lib/skein", library);
        if (!sk_is_empty(message)) sk_raise_import_error(sk_exc_ImportError, message, SK_NONE, SK_NONE);
    }
    return address;
}

const SkModuleDef *sk_native_module_def(const SkNativeModule *m) {
    char symbol[64];
    if (m->def) return m->def;
    snprintf(symbol, sizeof symbol, "sk_module_%s", m->name);
    return sk_library_symbol(m->library, symbol);
}
