// posix: users, groups, sessions.
#include <grp.h>
#include <limits.h>
#include <pwd.h>

#include "modules/posix.h"
#include "objects/list.h"

#define GET(name, expr)                                                                                                 \
    static SkValue posix_##name(SkValue m SK_UNUSED) { return expr; }
GET(getpid, sk_from_small_int(getpid()))
GET(getppid, sk_from_small_int(getppid()))
GET(getuid, sk_from_uid(getuid()))
GET(geteuid, sk_from_uid(geteuid()))
GET(getgid, sk_from_uid(getgid()))
GET(getegid, sk_from_uid(getegid()))
GET(getpgrp, sk_from_small_int(getpgrp()))

static SkValue number(pid_t r) { return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r); }
static SkValue posix_setpgrp(SkValue m SK_UNUSED) { return sk_done(setpgrp()); }
static SkValue posix_setsid(SkValue m SK_UNUSED) { return sk_done(setsid()); }
static SkValue posix_getpgid(SkValue m SK_UNUSED, const SkValue *a) {
    int pid;
    return sk_as_int(a[0], &pid) ? number(getpgid(pid)) : SK_EMPTY;
}
static SkValue posix_getsid(SkValue m SK_UNUSED, SkValue arg) {
    int pid;
    return sk_as_int(arg, &pid) ? number(getsid(pid)) : SK_EMPTY;
}
static SkValue posix_setpgid(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid, group;
    if (!sk_check_nargs("setpgid", n, 2, 2) || !sk_as_int(a[0], &pid) || !sk_as_int(a[1], &group)) return SK_EMPTY;
    return sk_done(setpgid(pid, group));
}

#define SET1(name, convert)                                                                                             \
    static SkValue posix_##name(SkValue m SK_UNUSED, SkValue arg) {                                                     \
        uint32_t id;                                                                                                    \
        return convert(arg, &id) ? sk_done(name(id)) : SK_EMPTY;                                                        \
    }
SET1(setuid, sk_uid)
SET1(seteuid, sk_uid)
SET1(setgid, sk_gid)
SET1(setegid, sk_gid)
#define SET2(name, convert)                                                                                             \
    static SkValue posix_##name(SkValue m SK_UNUSED, const SkValue *a, size_t n) {                                      \
        uint32_t x, y;                                                                                                  \
        if (!sk_check_nargs(#name, n, 2, 2) || !convert(a[0], &x) || !convert(a[1], &y)) return SK_EMPTY;               \
        return sk_done(name(x, y));                                                                                     \
    }
SET2(setreuid, sk_uid)
SET2(setregid, sk_gid)
#define SET3(name, convert)                                                                                             \
    static SkValue posix_##name(SkValue m SK_UNUSED, const SkValue *a, size_t n) {                                      \
        uint32_t x, y, z;                                                                                               \
        if (!sk_check_nargs(#name, n, 3, 3) || !convert(a[0], &x) || !convert(a[1], &y) || !convert(a[2], &z)) return SK_EMPTY; \
        return sk_done(name(x, y, z));                                                                                  \
    }
SET3(setresuid, sk_uid)
SET3(setresgid, sk_gid)

static SkValue three(uint32_t x, uint32_t y, uint32_t z) {
    SkValue items[3] = {sk_from_uid(x), sk_from_uid(y), sk_from_uid(z)};
    return sk_tuple_steal(items, 3);
}
static SkValue posix_getresuid(SkValue m SK_UNUSED) {
    uid_t x, y, z;
    return getresuid(&x, &y, &z) < 0 ? sk_raise_errno(SK_EMPTY) : three(x, y, z);
}
static SkValue posix_getresgid(SkValue m SK_UNUSED) {
    gid_t x, y, z;
    return getresgid(&x, &y, &z) < 0 ? sk_raise_errno(SK_EMPTY) : three(x, y, z);
}

static SkValue group_list(const gid_t *groups, int n) {
    SkValue list = sk_list_new((size_t)n);
    for (int i = 0; i < n && !sk_is_empty(list); i++)
        if (!sk_list_append_steal(list, sk_from_uid(groups[i]))) {
            sk_release(list);
            return SK_EMPTY;
        }
    return list;
}
static SkValue posix_getgroups(SkValue m SK_UNUSED) {
    int n = getgroups(0, NULL);
    gid_t *groups = n < 0 ? NULL : sk_calloc((size_t)n + 1, sizeof *groups);
    if (n >= 0 && !groups) return sk_raise_memory();
    if (n >= 0) n = getgroups(n, groups);
    SkValue v = n < 0 ? sk_raise_errno(SK_EMPTY) : group_list(groups, n);
    sk_free(groups);
    return v;
}
static SkValue posix_setgroups(SkValue m SK_UNUSED, SkValue arg) {
    if (!sk_is_sequence(arg)) return sk_raise(sk_exc_TypeError, "setgroups argument must be a sequence");
    SK_AUTO SkValue items = sk_to_tuple(arg);
    if (sk_is_empty(items)) return SK_EMPTY;
    size_t n = sk_tuple_len(items);
    if (n > NGROUPS_MAX) return sk_raise(sk_exc_ValueError, "too many groups");
    gid_t *groups = sk_calloc(n + 1, sizeof *groups);
    if (!groups) return sk_raise_memory();
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        if (!sk_is_int(sk_tuple_peek(items, i))) ok = sk_raise_false(sk_exc_TypeError, "groups must be integers");
        else ok = sk_gid(sk_tuple_peek(items, i), &groups[i]);
    }
    SkValue r = ok ? sk_done(setgroups(n, groups)) : SK_EMPTY;
    sk_free(groups);
    return r;
}
static SkValue posix_getgrouplist(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_IO_PATH SkIoPath user = {0};
    gid_t group;
    if (!sk_check_nargs("getgrouplist", n, 2, 2) || !sk_io_path(a[0], &user) || !sk_gid(a[1], &group)) return SK_EMPTY;
    int count = 64;
    for (;;) {
        gid_t *groups = sk_calloc((size_t)count, sizeof *groups);
        if (!groups) return sk_raise_memory();
        int room = count;
        if (SK_DETACHED(getgrouplist(user.text, group, groups, &count)) >= 0) {
            SkValue v = group_list(groups, count);
            sk_free(groups);
            return v;
        }
        sk_free(groups);
        if (count <= room) count = room * 2;
    }
}
static SkValue posix_initgroups(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_IO_PATH SkIoPath user = {0};
    gid_t group;
    if (!sk_check_nargs("initgroups", n, 2, 2) || !sk_io_path(a[0], &user) || !sk_gid(a[1], &group)) return SK_EMPTY;
    return sk_done(SK_DETACHED(initgroups(user.text, group)));
}
static SkValue posix_getlogin(SkValue m SK_UNUSED) {
    char name[256];
    errno = SK_DETACHED(getlogin_r(name, sizeof name));
    return errno ? sk_raise_errno(SK_EMPTY) : sk_str_from_fs(name, strlen(name));
}

#define NOARGS(name, doc_) {#name, SK_NOARGS, .noargs = posix_##name, .sig = "()", .doc = doc_}
#define ONEARG(name, sig_, doc_) {#name, SK_ONEARG, .onearg = posix_##name, .sig = sig_, .doc = doc_}
#define FAST(name, sig_, doc_) {#name, SK_FAST, .fast = posix_##name, .sig = sig_, .doc = doc_}
const SkMethodDef sk_posix_ids_functions[] = {
    NOARGS(getpid, "This process's id."),
    NOARGS(getppid, "The parent's id."),
    NOARGS(getuid, "The real user id."),
    NOARGS(geteuid, "The effective user id."),
    NOARGS(getgid, "The real group id."),
    NOARGS(getegid, "The effective group id."),
    NOARGS(getpgrp, "The process group."),
    NOARGS(setpgrp, "Makes this process the leader of a group."),
    NOARGS(setsid, "Begins a session."),
    {"getpgid", SK_SIG, .sig_fn = posix_getpgid, .sig = "(pid)", .doc = "The group of a process."},
    ONEARG(getsid, "(pid, /)", "The session of a process."),
    FAST(setpgid, "(pid, pgrp, /)", "Puts a process into a group."),
    ONEARG(setuid, "(uid, /)", "Sets the user id."),
    ONEARG(seteuid, "(euid, /)", "Sets the effective user id."),
    ONEARG(setgid, "(gid, /)", "Sets the group id."),
    ONEARG(setegid, "(egid, /)", "Sets the effective group id."),
    FAST(setreuid, "(ruid, euid, /)", "Sets the real and effective user ids."),
    FAST(setregid, "(rgid, egid, /)", "Sets the real and effective group ids."),
    FAST(setresuid, "(ruid, euid, suid, /)", "Sets the real, effective and saved user ids."),
    FAST(setresgid, "(rgid, egid, sgid, /)", "Sets the real, effective and saved group ids."),
    NOARGS(getresuid, "The real, effective and saved user ids."),
    NOARGS(getresgid, "The real, effective and saved group ids."),
    NOARGS(getgroups, "The supplementary groups."),
    ONEARG(setgroups, "(groups, /)", "Sets the supplementary groups."),
    FAST(getgrouplist, "(user, group, /)", "The groups of a user."),
    FAST(initgroups, "(username, gid, /)", "Sets the supplementary groups of a user."),
    NOARGS(getlogin, "The name of the user logged in."),
    {0},
};
