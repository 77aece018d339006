// posix: the module, put together from its parts.
#include "modules/posix.h"

#include "objects/dict.h"
#include "objects/list.h"

extern char **environ;

bool sk_posix_add_functions(SkValue m, const SkMethodDef *f) {
    SkValue name = sk_intern_s("posix");
    if (sk_is_empty(name)) return false;
    for (; f->name; f++)
        if (!sk_module_add_steal(m, f->name, sk_native_new(f, m, name))) return false;
    return true;
}

// The first of several variables with one name counts, as for getenv().
static SkValue create_environ(SkValue module) {
    (void)module;
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    for (char **e = environ; e && *e; e++) {
        const char *eq = strchr(*e, '=');
        if (!eq) continue;
        SK_AUTO SkValue key = sk_bytes_from(*e, (size_t)(eq - *e)), value = sk_bytes_from(eq + 1, strlen(eq + 1));
        if (sk_is_empty(key) || sk_is_empty(value)) return SK_EMPTY;
        SkValue kept = sk_dict_setdefault(d, key, value, NULL);
        if (sk_is_empty(kept)) return SK_EMPTY;
        sk_release(kept);
    }
    return sk_move(&d);
}

static const SkMethodDef environ_functions[] = {
    {"_create_environ", SK_NOARGS, .noargs = create_environ, .sig = "()", .doc = "The environment as it is now."},
    {0},
};

static bool add_have(SkValue m) {
    static const char *const have[] = {
        "HAVE_EVENTFD", "HAVE_TIMERFD_CREATE", "HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT", "HAVE_FEXECVE",
        "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_FUTIMES",
        "HAVE_FUTIMESAT", "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MEMFD_CREATE", "HAVE_MKDIRAT",
        "HAVE_MKFIFOAT", "HAVE_MKNODAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT",
        "HAVE_UTIMENSAT", "HAVE_PTSNAME_R"};
    SK_AUTO SkValue list = sk_list_new(SK_COUNT_OF(have));
    if (sk_is_empty(list)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(have); i++) {
        SkValue s = sk_str_from(have[i]);
        if (sk_is_empty(s) || !sk_list_append_steal(list, s)) return false;
    }
    return sk_module_add(m, "_have_functions", list);
}

static bool posix_exec(SkValue m) {
    static const SkMethodDef *const parts[] = {sk_posix_stat_functions, sk_posix_fs_functions, sk_posix_fd_functions,
                                               sk_posix_process_functions, sk_posix_ids_functions, sk_posix_system_functions,
                                               sk_posix_scandir_functions, sk_posix_sched_functions, environ_functions,
                                               sk_posix_spawn_functions, sk_posix_timerfd_functions};
    for (size_t i = 0; i < SK_COUNT_OF(parts); i++)
        if (!sk_posix_add_functions(m, parts[i])) return false;
    return sk_posix_add_constants(m) && sk_posix_add_stat_types(m) && sk_posix_add_process_types(m) && sk_posix_add_system_types(m) && sk_posix_add_scandir_types(m) && sk_posix_add_sched_types(m) &&
           sk_module_add_steal(m, "environ", create_environ(m)) && add_have(m) && sk_module_add(m, "error", sk_type_value(sk_exc_OSError));
}

const SkModuleDef sk_module_posix = {
    .name = "posix",
    .doc = "The operating system's functions. Use the os module.",
    .exec = posix_exec,
};
