// posix: what is known about files, and changing it.
#include <math.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include "modules/posix.h"
#include "objects/audit.h"
#include "objects/float.h"
#include "objects/list.h"
#include "objects/struct_seq.h"

enum { MAX_XATTR = 65536 };

static const char *const stat_fields[] = {"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "",
                                          "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns",
                                          "st_blksize", "st_blocks", "st_rdev", NULL};
static const SkStructSeqDef stat_def = {"os.stat_result", "What stat(), fstat() and lstat() answer.", stat_fields, 10};
static const char *const statvfs_fields[] = {"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree",
                                             "f_favail", "f_flag", "f_namemax", "f_fsid", NULL};
static const SkStructSeqDef statvfs_def = {"os.statvfs_result", "What statvfs() and fstatvfs() answer.", statvfs_fields, 10};

// Made with the module; later ones find them made.
static _Atomic(SkType *) stat_type, statvfs_type;

static bool add_type(SkValue m, const char *name, const SkStructSeqDef *def, _Atomic(SkType *) *at) {
    SkType *t = sk_load_acquire(at);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(def);
        if (!made) return false;
        if (sk_cas_acq_rel(at, &t, made)) t = made;  // PAIR(posix-type): the type is ready before it is seen
    }
    return sk_module_add(m, name, sk_type_value(t));
}
bool sk_posix_add_stat_types(SkValue m) {
    return add_type(m, "stat_result", &stat_def, &stat_type) && add_type(m, "statvfs_result", &statvfs_def, &statvfs_type);
}

static SkValue seconds(const struct timespec *t) { return sk_float_new((double)t->tv_sec + 1e-9 * (double)t->tv_nsec); }
static SkValue nanoseconds(const struct timespec *t) {
    __int128 ns = (__int128)t->tv_sec * 1000000000 + t->tv_nsec;
    if (ns == (int64_t)ns) return sk_int_from_int64((int64_t)ns);
    return sk_int_from_bytes((const uint8_t *)&ns, sizeof ns, true, true);
}

SkValue sk_stat_value(const struct stat *st) {
    SkValue v[] = {sk_from_small_int(st->st_mode), sk_int_from_uint64(st->st_ino), sk_int_from_uint64(st->st_dev),
                   sk_int_from_uint64(st->st_nlink), sk_from_uid(st->st_uid), sk_from_uid(st->st_gid), sk_int_from_int64(st->st_size),
                   sk_int_from_int64(st->st_atim.tv_sec), sk_int_from_int64(st->st_mtim.tv_sec), sk_int_from_int64(st->st_ctim.tv_sec),
                   seconds(&st->st_atim), seconds(&st->st_mtim), seconds(&st->st_ctim),
                   nanoseconds(&st->st_atim), nanoseconds(&st->st_mtim), nanoseconds(&st->st_ctim),
                   sk_int_from_int64(st->st_blksize), sk_int_from_int64(st->st_blocks), sk_int_from_uint64(st->st_rdev)};
    return sk_struct_seq_new(sk_load_acquire(&stat_type), v);  // PAIR(posix-type)
}

static SkValue do_stat(const char *function, SkValue path, SkValue dir_fd, bool follow) {
    SK_AUTO_PATH SkPath p = {0};
    int dir;
    if (!sk_path(&p, function, "path", path, follow || !strcmp(function, "stat") ? SK_PATH_FD : 0) || !sk_dir_fd(dir_fd, &dir)) return SK_EMPTY;
    if (p.fd >= 0 && dir != AT_FDCWD) return sk_raise(sk_exc_ValueError, "%s: can't specify dir_fd without matching path", function);
    if (p.fd >= 0 && !follow) return sk_raise(sk_exc_ValueError, "%s: cannot use fd and follow_symlinks together", function);
    struct stat st;
    int r = SK_DETACHED(p.fd >= 0 || !p.text ? fstat(p.fd, &st) : fstatat(dir, p.text, &st, follow ? 0 : AT_SYMLINK_NOFOLLOW));
    return r < 0 ? sk_path_error(&p) : sk_stat_value(&st);
}

static SkValue posix_stat(SkValue m SK_UNUSED, const SkValue *a) {
    bool follow;
    return sk_flag(a[2], true, &follow) ? do_stat("stat", a[0], a[1], follow) : SK_EMPTY;
}
static SkValue posix_lstat(SkValue m SK_UNUSED, const SkValue *a) { return do_stat("lstat", a[0], a[1], false); }
static SkValue posix_fstat(SkValue m SK_UNUSED, const SkValue *a) {
    int fd;
    struct stat st;
    if (!sk_as_int(a[0], &fd)) return SK_EMPTY;
    return SK_DETACHED(fstat(fd, &st)) < 0 ? sk_raise_errno(SK_EMPTY) : sk_stat_value(&st);
}

static SkValue statvfs_value(const struct statvfs *s) {
    SkValue v[] = {sk_int_from_uint64(s->f_bsize), sk_int_from_uint64(s->f_frsize), sk_int_from_uint64(s->f_blocks),
                   sk_int_from_uint64(s->f_bfree), sk_int_from_uint64(s->f_bavail), sk_int_from_uint64(s->f_files),
                   sk_int_from_uint64(s->f_ffree), sk_int_from_uint64(s->f_favail), sk_int_from_uint64(s->f_flag),
                   sk_int_from_uint64(s->f_namemax), sk_int_from_uint64(s->f_fsid)};
    return sk_struct_seq_new(sk_load_acquire(&statvfs_type), v);  // PAIR(posix-type)
}
static SkValue posix_statvfs(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    struct statvfs s;
    if (!sk_path(&p, "statvfs", "path", a[0], SK_PATH_FD)) return SK_EMPTY;
    return SK_DETACHED(p.text ? statvfs(p.text, &s) : fstatvfs(p.fd, &s)) < 0 ? sk_path_error(&p) : statvfs_value(&s);
}
static SkValue posix_fstatvfs(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    struct statvfs s;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    return SK_DETACHED(fstatvfs(fd, &s)) < 0 ? sk_raise_errno(SK_EMPTY) : statvfs_value(&s);
}

static SkValue posix_access(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    int mode, dir;
    bool effective, follow;
    if (!sk_path(&p, "access", "path", a[0], 0) || !sk_as_int(a[1], &mode) || !sk_dir_fd(a[2], &dir) ||
        !sk_flag(a[3], false, &effective) || !sk_flag(a[4], true, &follow))
        return SK_EMPTY;
    return sk_bool(SK_DETACHED(faccessat(dir, p.text, mode, (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW))) == 0);
}

static SkValue posix_chmod(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.chmod", a[0], a[1], sk_audit_or(a[2], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    int mode, dir;
    bool follow;
    if (!sk_path(&p, "chmod", "path", a[0], SK_PATH_FD) || !sk_as_int(a[1], &mode) || !sk_dir_fd(a[2], &dir) || !sk_flag(a[3], true, &follow))
        return SK_EMPTY;
    if (!p.text && dir != AT_FDCWD) return sk_raise(sk_exc_ValueError, "chmod: can't specify dir_fd without matching path");
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "chmod: cannot use fd and follow_symlinks together");
    int r = SK_DETACHED(!p.text ? fchmod(p.fd, (mode_t)mode) : fchmodat(dir, p.text, (mode_t)mode, follow ? 0 : AT_SYMLINK_NOFOLLOW));
    if (r < 0 && !follow && (errno == ENOTSUP || errno == EOPNOTSUPP))
        return sk_raise(sk_exc_NotImplementedError, "chmod: follow_symlinks unavailable on this platform");
    return sk_path_done(r, &p);
}
static SkValue posix_fchmod(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.chmod", a[0], a[1], sk_from_small_int(-1))) return SK_EMPTY;
    int fd, mode, r;
    bool stop;
    if (!sk_as_int(a[0], &fd) || !sk_as_int(a[1], &mode)) return SK_EMPTY;
    SK_RETRY(r, stop, fchmod(fd, (mode_t)mode));
    return stop ? SK_EMPTY : sk_done(r);
}

static SkValue do_chown(const char *function, SkValue path, int allow, SkValue u, SkValue g, SkValue dir_fd, bool follow) {
    SK_AUTO_PATH SkPath p = {0};
    uid_t uid;
    gid_t gid;
    int dir;
    if (!sk_path(&p, function, "path", path, allow) || !sk_uid(u, &uid) || !sk_gid(g, &gid) || !sk_dir_fd(dir_fd, &dir)) return SK_EMPTY;
    if (!p.text && dir != AT_FDCWD) return sk_raise(sk_exc_ValueError, "%s: can't specify dir_fd without matching path", function);
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "%s: cannot use fd and follow_symlinks together", function);
    return sk_path_done(SK_DETACHED(!p.text ? fchown(p.fd, uid, gid) : fchownat(dir, p.text, uid, gid, follow ? 0 : AT_SYMLINK_NOFOLLOW)), &p);
}
static SkValue posix_chown(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.chown", a[0], a[1], a[2], sk_audit_or(a[3], -1))) return SK_EMPTY;
    bool follow;
    return sk_flag(a[4], true, &follow) ? do_chown("chown", a[0], SK_PATH_FD, a[1], a[2], a[3], follow) : SK_EMPTY;
}
static SkValue posix_lchown(SkValue m SK_UNUSED, const SkValue *a) { return do_chown("lchown", a[0], 0, a[1], a[2], SK_EMPTY, false); }
static SkValue posix_fchown(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.chown", a[0], a[1], a[2], sk_from_small_int(-1))) return SK_EMPTY;
    int fd, r;
    uid_t uid;
    gid_t gid;
    bool stop;
    if (!sk_as_int(a[0], &fd) || !sk_uid(a[1], &uid) || !sk_gid(a[2], &gid)) return SK_EMPTY;
    SK_RETRY(r, stop, fchown(fd, uid, gid));
    return stop ? SK_EMPTY : sk_done(r);
}

// ---- times ---------------------------------------------------------------------------------------------------------------------

static bool time_of(SkValue v, struct timespec *t) {
    if (sk_is_float(v)) {
        double d = sk_float_value(v), whole, part = modf(d, &whole);
        if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
        if (part < 0) {
            part += 1;
            whole -= 1;
        }
        if (!(whole >= -0x1p63 && whole < 0x1p63)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
        long ns = (long)floor(part * 1e9);
        if (ns >= 1000000000) {
            ns -= 1000000000;
            whole += 1;
        }
        *t = (struct timespec){(time_t)whole, ns};
        return true;
    }
    int64_t s;
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    if (!sk_int_fits_int64(i, &s)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
    *t = (struct timespec){s, 0};
    return true;
}
static bool time_of_ns(SkValue v, struct timespec *t) {
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    SkValue q = SK_EMPTY, r = SK_EMPTY;
    if (!sk_int_divmod(i, sk_from_small_int(1000000000), &q, &r)) return false;
    int64_t s, ns;
    bool ok = sk_as_int64(q, &s) && sk_as_int64(r, &ns);
    sk_release(q);
    sk_release(r);
    if (ok) *t = (struct timespec){s, ns};
    return ok;
}

static SkValue posix_utime(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.utime", a[0], a[1], a[2], sk_audit_or(a[3], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    int dir;
    bool follow, times = !sk_is_empty(a[1]) && !sk_is_none(a[1]), ns = !sk_is_empty(a[2]);
    if (!sk_path(&p, "utime", "path", a[0], SK_PATH_FD) || !sk_dir_fd(a[3], &dir) || !sk_flag(a[4], true, &follow)) return SK_EMPTY;
    if (times && ns) return sk_raise(sk_exc_ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    struct timespec t[2];
    if (times) {
        if (!sk_is_tuple(a[1]) || sk_tuple_len(a[1]) != 2)
            return sk_raise(sk_exc_TypeError, "utime: 'times' must be either a tuple of two ints or None");
        if (!time_of(sk_tuple_peek(a[1], 0), &t[0]) || !time_of(sk_tuple_peek(a[1], 1), &t[1])) return SK_EMPTY;
    } else if (ns) {
        if (!sk_is_tuple(a[2]) || sk_tuple_len(a[2]) != 2) return sk_raise(sk_exc_TypeError, "utime: 'ns' must be a tuple of two ints");
        if (!time_of_ns(sk_tuple_peek(a[2], 0), &t[0]) || !time_of_ns(sk_tuple_peek(a[2], 1), &t[1])) return SK_EMPTY;
    }
    if (!p.text && dir != AT_FDCWD) return sk_raise(sk_exc_ValueError, "utime: can't specify dir_fd without matching path");
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "utime: cannot use fd and follow_symlinks together");
    const struct timespec *to = times || ns ? t : NULL;
    return sk_path_done(SK_DETACHED(!p.text ? futimens(p.fd, to) : utimensat(dir, p.text, to, follow ? 0 : AT_SYMLINK_NOFOLLOW)), &p);
}

// ---- extended attributes ------------------------------------------------------------------------------------------------------------

static SkValue posix_getxattr(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.getxattr", a[0], a[1])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0}, name = {0};
    bool follow;
    if (!sk_path(&p, "getxattr", "path", a[0], SK_PATH_FD) || !sk_path(&name, "getxattr", "attribute", a[1], 0) || !sk_flag(a[2], true, &follow))
        return SK_EMPTY;
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "getxattr: cannot use fd and follow_symlinks together");
    for (size_t room = 128;; room = MAX_XATTR) {
        SkBytes *b = sk_bytes_new(room);
        if (!b) return SK_EMPTY;
        ssize_t n = SK_DETACHED(!p.text ? fgetxattr(p.fd, name.text, b->data, room)
                                : follow ? getxattr(p.text, name.text, b->data, room) : lgetxattr(p.text, name.text, b->data, room));
        if (n >= 0) return sk_bytes_truncate(b, (size_t)n);
        sk_release(sk_counted(b));
        if (errno != ERANGE || room == MAX_XATTR) return sk_path_error(&p);
    }
}
static SkValue posix_setxattr(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.setxattr", a[0], a[1], a[2], sk_audit_or(a[3], 0))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0}, name = {0};
    SK_AUTO_BUFFER SkBuffer v = {0};
    int flags;
    bool follow;
    if (!sk_path(&p, "setxattr", "path", a[0], SK_PATH_FD) || !sk_path(&name, "setxattr", "attribute", a[1], 0) ||
        !sk_buffer_get(a[2], &v, SK_BUF_SIMPLE) || !sk_optional_int(a[3], 0, &flags) || !sk_flag(a[4], true, &follow))
        return SK_EMPTY;
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "setxattr: cannot use fd and follow_symlinks together");
    size_t n = (size_t)v.length;
    return sk_path_done(SK_DETACHED(!p.text ? fsetxattr(p.fd, name.text, v.data, n, flags)
                                    : follow ? setxattr(p.text, name.text, v.data, n, flags) : lsetxattr(p.text, name.text, v.data, n, flags)), &p);
}
static SkValue posix_removexattr(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.removexattr", a[0], a[1])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0}, name = {0};
    bool follow;
    if (!sk_path(&p, "removexattr", "path", a[0], SK_PATH_FD) || !sk_path(&name, "removexattr", "attribute", a[1], 0) || !sk_flag(a[2], true, &follow))
        return SK_EMPTY;
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "removexattr: cannot use fd and follow_symlinks together");
    return sk_path_done(SK_DETACHED(!p.text ? fremovexattr(p.fd, name.text) : follow ? removexattr(p.text, name.text) : lremovexattr(p.text, name.text)), &p);
}
static SkValue posix_listxattr(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.listxattr", a[0])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    bool follow;
    if (!sk_path(&p, "listxattr", "path", a[0], SK_PATH_FD | SK_PATH_NONE) || !sk_flag(a[1], true, &follow)) return SK_EMPTY;
    if (!p.text && !follow) return sk_raise(sk_exc_ValueError, "listxattr: cannot use fd and follow_symlinks together");
    char *names = sk_malloc(MAX_XATTR);
    if (!names) return sk_raise_memory();
    ssize_t n = SK_DETACHED(!p.text ? flistxattr(p.fd, names, MAX_XATTR)
                            : follow ? listxattr(p.text, names, MAX_XATTR) : llistxattr(p.text, names, MAX_XATTR));
    SkValue list = n < 0 ? sk_path_error(&p) : sk_list_new(0);
    for (const char *s = names; !sk_is_empty(list) && s < names + n; s += strlen(s) + 1) {
        SkValue name = sk_str_from_fs(s, strlen(s));
        if (sk_is_empty(name) || !sk_list_append_steal(list, name)) {
            sk_release(list);
            list = SK_EMPTY;
        }
    }
    sk_free(names);
    return list;
}

// ---- device numbers ------------------------------------------------------------------------------------------------------------------

static SkValue posix_major(SkValue m SK_UNUSED, SkValue v) {
    uint64_t d;
    return sk_as_uint64(v, &d) ? sk_from_small_int(major(d)) : SK_EMPTY;
}
static SkValue posix_minor(SkValue m SK_UNUSED, SkValue v) {
    uint64_t d;
    return sk_as_uint64(v, &d) ? sk_from_small_int(minor(d)) : SK_EMPTY;
}
static SkValue posix_makedev(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int64_t x, y;
    if (!sk_check_nargs("makedev", n, 2, 2) || !sk_as_int64(a[0], &x) || !sk_as_int64(a[1], &y)) return SK_EMPTY;
    return sk_int_from_uint64(makedev((unsigned)x, (unsigned)y));
}

const SkMethodDef sk_posix_stat_functions[] = {
    {"stat", SK_SIG, .sig_fn = posix_stat, .sig = "(path, *, dir_fd=None, follow_symlinks=True)", .doc = "What the system knows about a file."},
    {"lstat", SK_SIG, .sig_fn = posix_lstat, .sig = "(path, *, dir_fd=None)", .doc = "stat() of a link itself."},
    {"fstat", SK_SIG, .sig_fn = posix_fstat, .sig = "(fd)", .doc = "stat() of an open file."},
    {"statvfs", SK_SIG, .sig_fn = posix_statvfs, .sig = "(path)", .doc = "Facts about a file system."},
    {"fstatvfs", SK_ONEARG, .onearg = posix_fstatvfs, .sig = "(fd, /)", .doc = "statvfs() of an open file."},
    {"access", SK_SIG, .sig_fn = posix_access, .sig = "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", .doc = "Whether the user may do that with the file."},
    {"chmod", SK_SIG, .sig_fn = posix_chmod, .sig = "(path, mode, *, dir_fd=None, follow_symlinks=(os.name != 'nt'))", .doc = "Changes permissions."},
    {"fchmod", SK_SIG, .sig_fn = posix_fchmod, .sig = "(fd, mode)", .doc = "chmod() of an open file."},
    {"chown", SK_SIG, .sig_fn = posix_chown, .sig = "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", .doc = "Changes owner and group."},
    {"lchown", SK_SIG, .sig_fn = posix_lchown, .sig = "(path, uid, gid)", .doc = "chown() of a link itself."},
    {"fchown", SK_SIG, .sig_fn = posix_fchown, .sig = "(fd, uid, gid)", .doc = "chown() of an open file."},
    {"utime", SK_SIG, .sig_fn = posix_utime, .sig = "(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)", .doc = "Sets the times of access and modification."},
    {"getxattr", SK_SIG, .sig_fn = posix_getxattr, .sig = "(path, attribute, *, follow_symlinks=True)", .doc = "An extended attribute."},
    {"setxattr", SK_SIG, .sig_fn = posix_setxattr, .sig = "(path, attribute, value, flags=0, *, follow_symlinks=True)", .doc = "Sets an extended attribute."},
    {"removexattr", SK_SIG, .sig_fn = posix_removexattr, .sig = "(path, attribute, *, follow_symlinks=True)", .doc = "Removes an extended attribute."},
    {"listxattr", SK_SIG, .sig_fn = posix_listxattr, .sig = "(path=None, *, follow_symlinks=True)", .doc = "The names of the extended attributes."},
    {"major", SK_ONEARG, .onearg = posix_major, .sig = "(device, /)", .doc = "The major number of a device."},
    {"minor", SK_ONEARG, .onearg = posix_minor, .sig = "(device, /)", .doc = "The minor number of a device."},
    {"makedev", SK_FAST, .fast = posix_makedev, .sig = "(major, minor, /)", .doc = "A device number."},
    {0},
};
