// posix: posix_spawn and posix_spawnp.
#include <sched.h>
#include <spawn.h>

#include "modules/_signal.h"
#include "modules/posix.h"

enum { ACTION_OPEN, ACTION_CLOSE, ACTION_DUP2, ACTION_CLOSEFROM };

static bool wrong_action(const char *text) { return sk_raise_false(sk_exc_TypeError, "%s", text); }

static bool add_action(posix_spawn_file_actions_t *to, SkValue action) {
    if (!sk_is_tuple(action) || !sk_tuple_len(action)) return wrong_action("Each file_actions element must be a non-empty tuple");
    int64_t tag;
    int fd, second, flags, mode, err;
    size_t n = sk_tuple_len(action);
    SkValue first = sk_tuple_peek(action, 0);
    if (!sk_is_int(first)) return sk_raise_false(sk_exc_TypeError, "'%T' object cannot be interpreted as an integer", first);
    if (!sk_as_int64(first, &tag)) return false;
    if (n > 1 && tag >= ACTION_OPEN && tag <= ACTION_CLOSEFROM && !sk_as_int(sk_tuple_peek(action, 1), &fd)) return false;
    switch (tag) {
    case ACTION_OPEN: {
        if (n != 5) return wrong_action("A open file_action tuple must have 5 elements");
        SK_AUTO_IO_PATH SkIoPath path = {0};
        if (!sk_io_path(sk_tuple_peek(action, 2), &path) || !sk_as_int(sk_tuple_peek(action, 3), &flags) || !sk_as_int(sk_tuple_peek(action, 4), &mode)) return false;
        err = posix_spawn_file_actions_addopen(to, fd, path.text, flags, (mode_t)mode);
        break;
    }
    case ACTION_CLOSE:
        if (n != 2) return wrong_action("A close file_action tuple must have 2 elements");
        err = posix_spawn_file_actions_addclose(to, fd);
        break;
    case ACTION_DUP2:
        if (n != 3) return wrong_action("A dup2 file_action tuple must have 3 elements");
        if (!sk_as_int(sk_tuple_peek(action, 2), &second)) return false;
        err = posix_spawn_file_actions_adddup2(to, fd, second);
        break;
    case ACTION_CLOSEFROM:
        if (n != 2) return wrong_action("A closefrom file_action tuple must have 2 elements");
        err = posix_spawn_file_actions_addclosefrom_np(to, fd);
        break;
    default: return wrong_action("Unknown file_actions identifier");
    }
    if (!err) return true;
    errno = err;
    return sk_raise_errno(SK_EMPTY), false;
}

static bool add_actions(posix_spawn_file_actions_t *to, SkValue v) {
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    SK_AUTO SkValue actions = sk_is_sequence(v) ? sk_to_tuple(v) : SK_EMPTY;
    if (sk_is_empty(actions)) return sk_error_occurred() ? false : wrong_action("file_actions must be a sequence or None");
    for (size_t i = 0; i < sk_tuple_len(actions); i++)
        if (!add_action(to, sk_tuple_peek(actions, i))) return false;
    return true;
}

// The keyword arguments from setpgroup on.
static bool set_attributes(posix_spawnattr_t *attr, const char *function, const SkValue *a) {
    short flags = 0;
    bool reset_ids, new_session;
    sigset_t set;
    if (!sk_is_empty(a[0])) {
        int group;
        if (!sk_as_int(a[0], &group)) return false;
        posix_spawnattr_setpgroup(attr, group);
        flags |= POSIX_SPAWN_SETPGROUP;
    }
    if (!sk_flag(a[1], false, &reset_ids) || !sk_flag(a[2], false, &new_session)) return false;
    if (reset_ids) flags |= POSIX_SPAWN_RESETIDS;
    if (new_session) flags |= POSIX_SPAWN_SETSID;
    if (!sk_is_empty(a[3])) {
        if (!sk_signal_mask(a[3], &set)) return false;
        posix_spawnattr_setsigmask(attr, &set);
        flags |= POSIX_SPAWN_SETSIGMASK;
    }
    if (!sk_is_empty(a[4])) {
        if (!sk_signal_mask(a[4], &set)) return false;
        posix_spawnattr_setsigdefault(attr, &set);
        flags |= POSIX_SPAWN_SETSIGDEF;
    }
    if (!sk_is_empty(a[5]) && !sk_is_none(a[5])) {
        struct sched_param param;
        int policy;
        if (!sk_is_tuple(a[5]) || sk_tuple_len(a[5]) != 2) return sk_raise_false(sk_exc_TypeError, "%s() argument 'scheduler' must be a tuple (policy, param)", function);
        SkValue chosen = sk_tuple_peek(a[5], 0);
        if (!sk_is_none(chosen)) {
            if (!sk_as_int(chosen, &policy)) return false;
            posix_spawnattr_setschedpolicy(attr, policy);
            flags |= POSIX_SPAWN_SETSCHEDULER;
        }
        if (!sk_sched_param(sk_tuple_peek(a[5], 1), &param)) return false;
        posix_spawnattr_setschedparam(attr, &param);
        flags |= POSIX_SPAWN_SETSCHEDPARAM;
    }
    posix_spawnattr_setflags(attr, flags);
    return true;
}

typedef int (*Spawn)(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const[], char *const[]);

static SkValue spawn(const char *function, Spawn call, const SkValue *a) {
    extern char **environ;
    SK_AUTO_PATH SkPath path = {0};
    size_t n;
    if (!sk_path(&path, function, "path", a[0], 0)) return SK_EMPTY;
    if (!sk_is_list(a[1]) && !sk_is_tuple(a[1])) return sk_raise(sk_exc_TypeError, "%s: argv must be a tuple or list", function);
    if (!sk_is_none(a[2]) && !sk_is_mapping(a[2])) return sk_raise(sk_exc_TypeError, "%s: environment must be a mapping object or None", function);
    char **argv = sk_argv_from(a[1], &n), **env = NULL;
    if (!argv) return SK_EMPTY;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attr;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attr);
    SkValue out = SK_EMPTY;
    bool ok = true;
    if (!n) ok = sk_raise_false(sk_exc_ValueError, "%s: argv must not be empty", function);
    else if (!argv[0][0]) ok = sk_raise_false(sk_exc_ValueError, "%s: argv first element cannot be empty", function);
    if (ok && !sk_is_none(a[2])) ok = (env = sk_env_from(a[2])) != NULL;
    if (ok && add_actions(&actions, a[3]) && set_attributes(&attr, function, a + 4)) {
        pid_t pid = -1;
        int err = SK_DETACHED(call(&pid, path.text, &actions, &attr, argv, sk_is_none(a[2]) ? environ : env));
        errno = err;
        out = err ? sk_path_error(&path) : sk_from_small_int(pid);
    }
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attr);
    sk_argv_free(argv);
    sk_argv_free(env);
    return out;
}
static SkValue posix_spawn_(SkValue m SK_UNUSED, const SkValue *a) { return spawn("posix_spawn", posix_spawn, a); }
static SkValue posix_spawnp_(SkValue m SK_UNUSED, const SkValue *a) { return spawn("posix_spawnp", posix_spawnp, a); }

#define SPAWN_SIG                                                                                                           \
    "(path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False, setsid=False, setsigmask=(), "   \
    "setsigdef=(), scheduler=<unrepresentable>)"
const SkMethodDef sk_posix_spawn_functions[] = {
    {"posix_spawn", SK_SIG, .sig_fn = posix_spawn_, .sig = SPAWN_SIG, .doc = "Runs a program in a new process; its id."},
    {"posix_spawnp", SK_SIG, .sig_fn = posix_spawnp_, .sig = SPAWN_SIG, .doc = "The same, with the program looked for along PATH."},
    {0},
};
