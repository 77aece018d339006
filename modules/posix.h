// What the files of posix share: arguments (paths, descriptors, ids), errors, the table of each file.
//
// Every call that may block, and every one that touches a file system, is made detached.
#ifndef SKEIN_MODULES_POSIX_H
#define SKEIN_MODULES_POSIX_H

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/alloc.h"
#include "modules/_io_path.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

#define SK_DETACHED(expr)                                                                                               \
    ({                                                                                                                  \
        sk_thread_detach();                                                                                             \
        __auto_type detached_result_ = (expr);                                                                          \
        sk_thread_attach();                                                                                             \
        detached_result_;                                                                                               \
    })

// Runs a call again while it is interrupted by signals whose handlers do not raise. *interrupted: a handler raised.
#define SK_RETRY(result, interrupted, expr)                                                                             \
    do {                                                                                                                \
        (interrupted) = false;                                                                                          \
        (result) = SK_DETACHED(expr);                                                                                   \
        if ((result) >= 0 || errno != EINTR) break;                                                                     \
        (interrupted) = !sk_safepoint_poll();                                                                           \
    } while (!(interrupted))

// A path argument.
typedef struct {
    const char *text;   // NULL for a descriptor, and for None
    int fd;             // -1: a name
    bool was_bytes;
    SkValue object;     // the argument: for errors; not counted
    SkIoPath held;
} SkPath;
enum { SK_PATH_FD = 1, SK_PATH_NONE = 2 };
// function and argument are for messages. v SK_EMPTY counts as None. Release in any case.
bool sk_path(SkPath *p, const char *function, const char *argument, SkValue v, int allow) SK_MUST_USE;
void sk_path_release(SkPath *p);
#define SK_AUTO_PATH SK_CLEANUP(sk_path_release)
SkValue sk_path_error(const SkPath *p) SK_COLD;                      // OSError for errno, with the path
SkValue sk_path_error2(const SkPath *p, const SkPath *q) SK_COLD;
// r < 0: the error; else None.
SkValue sk_path_done(int r, const SkPath *p);
SkValue sk_done(int r);                                              // without a path
// A name that came out of the system, as the kind of str or bytes that the caller used.
SkValue sk_path_name(bool bytes, const char *text, size_t n) SK_MUST_USE;

bool sk_dir_fd(SkValue v, int *fd) SK_MUST_USE;                      // SK_EMPTY or None: AT_FDCWD
bool sk_file_descriptor(SkValue v, int *fd) SK_MUST_USE;             // an int, or fileno()
bool sk_flag(SkValue v, bool otherwise, bool *out) SK_MUST_USE;      // truth, `otherwise` if absent
bool sk_uid(SkValue v, uid_t *out) SK_MUST_USE;
bool sk_gid(SkValue v, gid_t *out) SK_MUST_USE;
bool sk_optional_int(SkValue v, int otherwise, int *out) SK_MUST_USE;
SkValue sk_from_uid(uid_t id);

// Tables of functions: entries that end with {0}.
extern const SkMethodDef sk_posix_stat_functions[], sk_posix_fs_functions[], sk_posix_fd_functions[], sk_posix_process_functions[],
    sk_posix_ids_functions[], sk_posix_system_functions[], sk_posix_spawn_functions[], sk_posix_scandir_functions[], sk_posix_sched_functions[],
    sk_posix_timerfd_functions[];
bool sk_posix_add_functions(SkValue module, const SkMethodDef *functions) SK_MUST_USE;
bool sk_posix_add_constants(SkValue module) SK_MUST_USE;             // posix_constants.c
// Numbers for sysconf() and its like, by name or number.
bool sk_sysconf_name(SkValue v, int *out) SK_MUST_USE;
bool sk_pathconf_name(SkValue v, int *out) SK_MUST_USE;
bool sk_confstr_name(SkValue v, int *out) SK_MUST_USE;
bool sk_posix_add_stat_types(SkValue module) SK_MUST_USE;
bool sk_posix_add_scandir_types(SkValue module) SK_MUST_USE;
bool sk_posix_add_process_types(SkValue module) SK_MUST_USE;
bool sk_posix_add_system_types(SkValue module) SK_MUST_USE;
bool sk_posix_add_sched_types(SkValue module) SK_MUST_USE;

struct rusage;
struct sched_param;
bool sk_sched_param(SkValue v, struct sched_param *out) SK_MUST_USE;   // an os.sched_param
SkType *sk_rusage_type(void) SK_MUST_USE;                            // resource.struct_rusage; NULL + MemoryError
SkValue sk_rusage_value(const struct rusage *r) SK_MUST_USE;
SkValue sk_stat_value(const struct stat *st) SK_MUST_USE;            // os.stat_result
// Strings for exec: a NULL-terminated array, to be freed with sk_argv_free. function: for messages.
char **sk_argv_from(SkValue sequence, size_t *n) SK_MUST_USE;
char **sk_env_from(SkValue mapping) SK_MUST_USE;
void sk_argv_free(char **argv);
// Around fork(): the registered functions, and the runtime's own preparations.
void sk_run_at_fork_before(void);
void sk_run_at_fork_parent(void);
void sk_run_at_fork_child(void);

#endif
