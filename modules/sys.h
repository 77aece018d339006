// Module sys, and what the command line tells it.
#ifndef SKEIN_MODULES_SYS_H
#define SKEIN_MODULES_SYS_H

#include "objects/module.h"

#define SK_VERSION "0.1.0"
#define SK_CACHE_TAG "skein-01"

typedef struct {
    char **items;
    int count;
} SkTexts;

// Filled by the command before sys is made, and constant from then on.
typedef struct {
    int debug, inspect, interactive, optimize, dont_write_bytecode, no_user_site, no_site, ignore_environment, verbose,
        bytes_warning, quiet, hash_randomization, isolated, dev_mode, utf8_mode, warn_default_encoding, safe_path,
        int_max_str_digits, unbuffered;
    int lib_minor;             // of the library in use: 11 for 3.11
    const char *lib;           // its folder
    const char *executable;    // absolute path of the command, or ""
    const char *prefix;
    const char *pycache_prefix;  // NULL: none
    const char *check_hash_based_pycs;  // "default", "always" or "never"
    int cpu_count;             // what the program is told instead of the number of processors; -1: nothing
    SkTexts orig_argv, argv, warn_options, x_options;
} SkConfig;
extern SkConfig sk_config;

// The value of a -X option: "" if it was given without one, NULL if it was not given.
const char *sk_x_option(const char *name);

// True once the interpreter has begun to end (sys.is_finalizing).
extern _Atomic bool sk_finalizing;

// ---- between the files of the module ------------------------------------------------------------------------------------
bool sk_sys_add_info(SkValue module) SK_MUST_USE;         // constants and configuration
bool sk_sys_add_monitoring(SkValue module) SK_MUST_USE;
bool sk_sys_add_debug(SkValue module) SK_MUST_USE;        // _jit, remote_exec, ...
extern const SkMethodDef sk_sys_hook_functions[];         // displayhook, excepthook, ...

#endif
