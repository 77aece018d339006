// The skein command.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/library.h"
#include "cli/options.h"
#include "cli/run.h"
#include "core/report.h"
#include "core/startup.h"
#include "core/vm/import.h"
#include "modules/registry.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "modules/sys_console.h"

static int fail(void) {
    SkValue exc = sk_error_take();
    SK_AUTO SkValue text = sk_is_empty(exc) ? SK_EMPTY : sk_repr(exc);
    SK_AUTO_UTF8 SkUtf8 u = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
    fprintf(stderr, "skein: the runtime did not start: %s\n", u.text ? u.text : "out of memory");
    return 1;
}

static bool add_path(SkValue path, const char *folder, size_t len) {
    return sk_list_append_steal(path, sk_str_from_fs(folder, len));
}

// PYTHONPATH and the library; what the program's own place adds comes before them later.
static bool make_path(void) {
    SK_AUTO SkValue path = sk_sys_get("path");
    const char *p = sk_environment("PYTHONPATH");
    while (p && *p) {
        const char *colon = strchrnul(p, ':');
        if (!add_path(path, p, (size_t)(colon - p))) return false;
        p = *colon ? colon + 1 : colon;
    }
    return add_path(path, sk_config.lib, strlen(sk_config.lib));
}

static bool make_streams(void) {
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    for (int fd = 0; fd < 3; fd++) {
        SK_AUTO SkValue stream = fd ? sk_console_new(fd) : SK_NONE;
        char original[16];
        snprintf(original, sizeof original, "__%s__", names[fd]);
        if (sk_is_empty(stream) || !sk_sys_set(names[fd], stream) || !sk_sys_set(original, stream)) return false;
    }
    return true;
}

int main(int argc, char **argv) {
    SkRun run;
    sk_parse_options(argc, argv, &run);
    if (run.kind == SK_RUN_NOTHING) return run.status;
    if (!sk_find_library(argv[0])) return 1;
    if (!sk_runtime_init(run.fixed_hash ? &run.hash_seed : NULL)) return fail();
    sk_report_init();
    sk_set_native_modules(sk_module_registry);
    if (!sk_import_init() || !make_path() || !make_streams()) return fail();
    return sk_run_program(&run);
}
