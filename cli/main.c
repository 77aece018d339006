// The skein command.
#include <locale.h>
#include <stdio.h>

#include "cli/finish.h"
#include "cli/library.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/streams.h"
#include "core/report.h"
#include "core/startup.h"
#include "core/vm/import.h"
#include "gc/collect.h"
#include "objects/codec.h"
#include "modules/_signal.h"
#include "modules/registry.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

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

// -X faulthandler, PYTHONFAULTHANDLER, -X dev
static bool start_faulthandler(void) {
    if (!sk_config.dev_mode && !sk_x_option("faulthandler") && !sk_environment("PYTHONFAULTHANDLER")) return true;
    SK_AUTO SkValue module = sk_import("faulthandler");
    SkValue r = sk_is_empty(module) ? SK_EMPTY : sk_call_method_s(module, "enable", NULL, 0);
    sk_release(r);
    return !sk_is_empty(r);
}

// -X tracemalloc, PYTHONTRACEMALLOC: as early as there are modules.
static bool start_tracemalloc(int frames) {
    if (!frames) return true;
    SK_AUTO SkValue module = sk_import("_tracemalloc");
    SkValue n = sk_from_small_int(frames);
    SkValue r = sk_is_empty(module) ? SK_EMPTY : sk_call_method_s(module, "start", &n, 1);
    sk_release(r);
    return !sk_is_empty(r);
}

int main(int argc, char **argv) {
    SkRun run;
    setlocale(LC_CTYPE, "");
    sk_parse_options(argc, argv, &run);
    if (run.kind == SK_RUN_NOTHING) return run.status;
    if (!sk_find_library(argv[0])) return 1;
    sk_check_codec_names = sk_config.dev_mode;
    sk_hooks.bytes_warning = sk_config.bytes_warning;
    sk_collect_log = sk_x_option("gclog");
    sk_import_times = sk_x_option("importtime") || sk_environment("PYTHONPROFILEIMPORTTIME");
    sk_deferred_annotations = sk_config.lib_minor >= 14 || sk_x_option("deferred_annotations");
    sk_hooks.eager_annotations = !sk_deferred_annotations;
    if (!sk_runtime_init(run.fixed_hash ? &run.hash_seed : NULL)) return fail();
    sk_report_init();
    if (!sk_signals_init()) return fail();
    sk_set_native_modules(sk_module_registry);
    if (!sk_import_init() || !start_tracemalloc(run.trace_frames) || !make_path() || !sk_make_streams()) return fail();
    if (!start_faulthandler()) return fail();
    sk_leave(sk_run_program(&run));
}
