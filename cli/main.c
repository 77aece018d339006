// The skein command.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/startup.h"
#include "core/vm/import.h"
#include "modules/registry.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

static int fail(void) {
    SkValue exc = sk_error_take();
    SkValue r = sk_repr(exc);
    SkUtf8 u = sk_is_empty(r) ? (SkUtf8){"?", 1, NULL} : sk_str_utf8(r);
    fflush(stdout);
    fprintf(stderr, "%s\n", u.text);
    return 1;
}

int main(int argc, char **argv) {
    if (!sk_runtime_init(NULL)) return fail();
    sk_set_native_modules(sk_module_registry);
    if (!sk_import_init()) return fail();
    SkValue file = sk_str_from(argc > 1 ? argv[1] : "");
    SkValue main_module = sk_module_new(SK_N(__main__));
    if (sk_is_empty(main_module)) return fail();
    SkValue dict = sk_module_dict(main_module);
    if (!sk_dict_set(sk_sys_modules(), SK_N(__main__), main_module) || !sk_dict_set(dict, SK_N(__builtins__), sk_module_builtins_dict()))
        return fail();
    SkValue code = sk_load_source_code(file);
    if (sk_is_empty(code)) return fail();
    SkValue r = sk_run_code(code, dict, dict);
    return sk_is_empty(r) ? fail() : 0;
}
