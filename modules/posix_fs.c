// posix: names in directories.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "modules/posix.h"
#include "objects/audit.h"
#include "objects/list.h"

static SkValue posix_mkdir(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.mkdir", a[0], sk_audit_or(a[1], 0777), sk_audit_or(a[2], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    int mode, dir;
    if (!sk_path(&p, "mkdir", "path", a[0], 0) || !sk_optional_int(a[1], 0777, &mode) || !sk_dir_fd(a[2], &dir)) return SK_EMPTY;
    return sk_path_done(SK_DETACHED(mkdirat(dir, p.text, (mode_t)mode)), &p);
}
static SkValue remove_at(const char *function, const SkValue *a, int flags) {
    if (!sk_audit(flags ? "os.rmdir" : "os.remove", a[0], sk_audit_or(a[1], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    int dir;
    if (!sk_path(&p, function, "path", a[0], 0) || !sk_dir_fd(a[1], &dir)) return SK_EMPTY;
    return sk_path_done(SK_DETACHED(unlinkat(dir, p.text, flags)), &p);
}
static SkValue posix_rmdir(SkValue m SK_UNUSED, const SkValue *a) { return remove_at("rmdir", a, AT_REMOVEDIR); }
static SkValue posix_unlink(SkValue m SK_UNUSED, const SkValue *a) { return remove_at("unlink", a, 0); }
static SkValue posix_remove(SkValue m SK_UNUSED, const SkValue *a) { return remove_at("remove", a, 0); }

static SkValue rename_at(const char *function, const SkValue *a) {
    if (!sk_audit("os.rename", a[0], a[1], sk_audit_or(a[2], -1), sk_audit_or(a[3], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0}, q = {0};
    int from, to;
    if (!sk_path(&p, function, "src", a[0], 0) || !sk_path(&q, function, "dst", a[1], 0) || !sk_dir_fd(a[2], &from) || !sk_dir_fd(a[3], &to))
        return SK_EMPTY;
    return SK_DETACHED(renameat(from, p.text, to, q.text)) < 0 ? sk_path_error2(&p, &q) : SK_NONE;
}
static SkValue posix_rename(SkValue m SK_UNUSED, const SkValue *a) { return rename_at("rename", a); }
static SkValue posix_replace(SkValue m SK_UNUSED, const SkValue *a) { return rename_at("replace", a); }

static SkValue posix_link(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.link", a[0], a[1], sk_audit_or(a[2], -1), sk_audit_or(a[3], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0}, q = {0};
    int from, to;
    bool follow;
    if (!sk_path(&p, "link", "src", a[0], 0) || !sk_path(&q, "link", "dst", a[1], 0) || !sk_dir_fd(a[2], &from) || !sk_dir_fd(a[3], &to) ||
        !sk_flag(a[4], true, &follow))
        return SK_EMPTY;
    return SK_DETACHED(linkat(from, p.text, to, q.text, follow && !sk_is_empty(a[4]) ? AT_SYMLINK_FOLLOW : 0)) < 0 ? sk_path_error2(&p, &q) : SK_NONE;
}
static SkValue posix_symlink(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.symlink", a[0], a[1], sk_audit_or(a[3], -1))) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0}, q = {0};
    int dir;
    if (!sk_path(&p, "symlink", "src", a[0], 0) || !sk_path(&q, "symlink", "dst", a[1], 0) || !sk_dir_fd(a[3], &dir)) return SK_EMPTY;
    return SK_DETACHED(symlinkat(p.text, dir, q.text)) < 0 ? sk_path_error2(&p, &q) : SK_NONE;
}
static SkValue posix_readlink(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    int dir;
    if (!sk_path(&p, "readlink", "path", a[0], 0) || !sk_dir_fd(a[1], &dir)) return SK_EMPTY;
    char text[4097];
    ssize_t n = SK_DETACHED(readlinkat(dir, p.text, text, sizeof text - 1));
    return n < 0 ? sk_path_error(&p) : sk_path_name(p.was_bytes, text, (size_t)n);
}
static SkValue posix_mkfifo(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    int mode, dir, r;
    bool stop;
    if (!sk_path(&p, "mkfifo", "path", a[0], 0) || !sk_optional_int(a[1], 0666, &mode) || !sk_dir_fd(a[2], &dir)) return SK_EMPTY;
    SK_RETRY(r, stop, mkfifoat(dir, p.text, (mode_t)mode));
    return stop ? SK_EMPTY : sk_path_done(r, &p);
}
static SkValue posix_mknod(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    int mode, dir, r;
    uint64_t device = 0;
    bool stop;
    if (!sk_path(&p, "mknod", "path", a[0], 0) || !sk_optional_int(a[1], 0600, &mode) || (!sk_is_empty(a[2]) && !sk_as_uint64(a[2], &device)) ||
        !sk_dir_fd(a[3], &dir))
        return SK_EMPTY;
    SK_RETRY(r, stop, mknodat(dir, p.text, (mode_t)mode, device));
    return stop ? SK_EMPTY : sk_path_done(r, &p);
}
static SkValue posix_truncate(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.truncate", a[0], a[1])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    int64_t n;
    int r;
    bool stop;
    if (!sk_path(&p, "truncate", "path", a[0], SK_PATH_FD) || !sk_as_int64(a[1], &n)) return SK_EMPTY;
    SK_RETRY(r, stop, p.text ? truncate(p.text, n) : ftruncate(p.fd, n));
    return stop ? SK_EMPTY : sk_path_done(r, &p);
}

static SkValue posix_chdir(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.chdir", a[0])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    if (!sk_path(&p, "chdir", "path", a[0], SK_PATH_FD)) return SK_EMPTY;
    return sk_path_done(SK_DETACHED(p.text ? chdir(p.text) : fchdir(p.fd)), &p);
}
static SkValue posix_fchdir(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.chdir", a[0])) return SK_EMPTY;
    int fd, r;
    bool stop;
    if (!sk_file_descriptor(a[0], &fd)) return SK_EMPTY;
    SK_RETRY(r, stop, fchdir(fd));
    return stop ? SK_EMPTY : sk_done(r);
}
static SkValue posix_chroot(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_PATH SkPath p = {0};
    if (!sk_path(&p, "chroot", "path", a[0], 0)) return SK_EMPTY;
    return sk_path_done(SK_DETACHED(chroot(p.text)), &p);
}
static SkValue cwd(bool bytes) {
    char *text = SK_DETACHED(getcwd(NULL, 0));
    if (!text) return sk_raise_errno(SK_EMPTY);
    SkValue v = sk_path_name(bytes, text, strlen(text));
    free(text);
    return v;
}
static SkValue posix_getcwd(SkValue m SK_UNUSED) { return cwd(false); }
static SkValue posix_getcwdb(SkValue m SK_UNUSED) { return cwd(true); }
static SkValue posix_umask(SkValue m SK_UNUSED, SkValue arg) {
    int mask;
    return sk_as_int(arg, &mask) ? sk_from_small_int(umask((mode_t)mask)) : SK_EMPTY;
}

static SkValue posix_listdir(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.listdir", a[0])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    if (!sk_path(&p, "listdir", "path", a[0], SK_PATH_FD | SK_PATH_NONE)) return SK_EMPTY;
    sk_thread_detach();
    DIR *d = NULL;
    if (p.text) {
        d = opendir(p.text);
    } else {
        int fd = fcntl(p.fd, F_DUPFD_CLOEXEC, 3);
        if (fd >= 0 && !(d = fdopendir(fd))) {
            int e = errno;
            close(fd);
            errno = e;
        }
    }
    sk_thread_attach();
    if (!d) return sk_path_error(&p);
    SkValue list = sk_list_new(0);
    if (!p.text) rewinddir(d);
    while (!sk_is_empty(list)) {
        errno = 0;
        struct dirent *e = SK_DETACHED(readdir(d));
        bool failed = !e && errno;
        if (failed) sk_path_error(&p);
        if (!e && !failed) break;
        bool ok = !failed;
        if (ok && (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))) continue;
        SkValue name = ok ? sk_path_name(p.was_bytes, e->d_name, strlen(e->d_name)) : SK_EMPTY;
        if (sk_is_empty(name) || !sk_list_append_steal(list, name)) {
            sk_release(list);
            list = SK_EMPTY;
        }
    }
    SkValue error = sk_is_empty(list) ? sk_error_take() : SK_EMPTY;
    if (!p.text) rewinddir(d);
    (void)SK_DETACHED(closedir(d));
    if (sk_is_empty(list)) sk_error_restore(error);
    return list;
}

static SkValue posix_fspath(SkValue m SK_UNUSED, const SkValue *a) { return sk_io_fspath(a[0]); }

// ---- helpers of posixpath and importlib -----------------------------------------------------------------------------------------

static SkValue slice(SkValue path, bool bytes, size_t from, size_t to) {
    if (!bytes) return sk_str_slice(path, from, to);
    return sk_bytes_from(sk_as_bytes(path)->data + from, to - from);
}

static uint32_t unit(SkValue path, bool bytes, size_t i) {
    return bytes ? (uint8_t)sk_as_bytes(path)->data[i] : sk_str_at(sk_as_str(path), i);
}

// ("", root, rest): one or two leading slashes are kept apart, three or more are one.
static SkValue posix_path_splitroot_ex(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO SkValue path = sk_io_fspath(a[0]);
    if (sk_is_empty(path)) return SK_EMPTY;
    bool bytes = sk_is_bytes(path);
    size_t n = bytes ? sk_as_bytes(path)->length : sk_str_len(path), k = 0;
    while (k < n && k < 3 && unit(path, bytes, k) == '/') k++;
    if (k == 3) k = 1;
    SkValue items[3] = {slice(path, bytes, 0, 0), slice(path, bytes, 0, k), slice(path, bytes, k, n)};
    for (int i = 0; i < 3; i++)
        if (sk_is_empty(items[i])) return SK_EMPTY;
    return sk_tuple_steal(items, 3);
}

static SkValue posix_path_normpath(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO SkValue path = sk_io_fspath(a[0]);
    if (sk_is_empty(path)) return SK_EMPTY;
    bool bytes = sk_is_bytes(path);
    // UTF-8 keeps slashes and dots apart from everything else.
    SK_AUTO_UTF8 SkUtf8 u = {0};
    const char *in;
    size_t n;
    if (bytes) {
        in = sk_as_bytes(path)->data;
        n = sk_as_bytes(path)->length;
    } else {
        u = sk_str_wtf8(path);
        if (!u.text) return SK_EMPTY;
        in = u.text;
        n = u.len;
    }
    char *out = sk_malloc(n + 2);
    if (!out) return sk_raise_memory();
    size_t i = 0, k = 0;
    while (i < n && i < 3 && in[i] == '/') i++;
    size_t root = i == 3 ? 1 : i;
    memset(out, '/', root);
    k = root;
    size_t floor = root;  // what ".." may not go below
    while (i < n) {
        while (i < n && in[i] == '/') i++;
        size_t start = i;
        while (i < n && in[i] != '/') i++;
        size_t len = i - start;
        if (len == 0 || (len == 1 && in[start] == '.')) continue;
        if (len == 2 && in[start] == '.' && in[start + 1] == '.') {
            if (k > floor) {
                while (k > floor && out[k - 1] != '/') k--;
                if (k > floor) k--;
                continue;
            }
            if (root) continue;
        }
        if (k > root) out[k++] = '/';
        memcpy(out + k, in + start, len);
        k += len;
        if (len == 2 && in[start] == '.' && in[start + 1] == '.') floor = k;
    }
    if (!k) out[k++] = '.';
    SkValue v = bytes ? sk_bytes_from(out, k) : sk_str_from_wtf8(out, k);
    sk_free(out);
    return v;
}

const SkMethodDef sk_posix_fs_functions[] = {
    {"mkdir", SK_SIG, .sig_fn = posix_mkdir, .sig = "(path, mode=511, *, dir_fd=None)", .doc = "Makes a directory."},
    {"rmdir", SK_SIG, .sig_fn = posix_rmdir, .sig = "(path, *, dir_fd=None)", .doc = "Removes an empty directory."},
    {"unlink", SK_SIG, .sig_fn = posix_unlink, .sig = "(path, *, dir_fd=None)", .doc = "Removes a file."},
    {"remove", SK_SIG, .sig_fn = posix_remove, .sig = "(path, *, dir_fd=None)", .doc = "Removes a file."},
    {"rename", SK_SIG, .sig_fn = posix_rename, .sig = "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", .doc = "Gives a file another name."},
    {"replace", SK_SIG, .sig_fn = posix_replace, .sig = "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", .doc = "rename(), over what is there."},
    {"link", SK_SIG, .sig_fn = posix_link, .sig = "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", .doc = "Gives a file one more name."},
    {"symlink", SK_SIG, .sig_fn = posix_symlink, .sig = "(src, dst, target_is_directory=False, *, dir_fd=None)", .doc = "Makes a symbolic link dst to src."},
    {"readlink", SK_SIG, .sig_fn = posix_readlink, .sig = "(path, *, dir_fd=None)", .doc = "Where a symbolic link points."},
    {"mkfifo", SK_SIG, .sig_fn = posix_mkfifo, .sig = "(path, mode=438, *, dir_fd=None)", .doc = "Makes a named pipe."},
    {"mknod", SK_SIG, .sig_fn = posix_mknod, .sig = "(path, mode=384, device=0, *, dir_fd=None)", .doc = "Makes a node of the file system."},
    {"truncate", SK_SIG, .sig_fn = posix_truncate, .sig = "(path, length)", .doc = "Cuts or extends a file."},
    {"chdir", SK_SIG, .sig_fn = posix_chdir, .sig = "(path)", .doc = "Changes the working directory."},
    {"fchdir", SK_SIG, .sig_fn = posix_fchdir, .sig = "(fd)", .doc = "Changes the working directory."},
    {"chroot", SK_SIG, .sig_fn = posix_chroot, .sig = "(path)", .doc = "Changes the root directory."},
    {"getcwd", SK_NOARGS, .noargs = posix_getcwd, .sig = "()", .doc = "The working directory."},
    {"getcwdb", SK_NOARGS, .noargs = posix_getcwdb, .sig = "()", .doc = "The working directory, as bytes."},
    {"umask", SK_ONEARG, .onearg = posix_umask, .sig = "(mask, /)", .doc = "Sets the mask of new files' permissions; the old one."},
    {"listdir", SK_SIG, .sig_fn = posix_listdir, .sig = "(path=None)", .doc = "The names in a directory, without '.' and '..'."},
    {"fspath", SK_SIG, .sig_fn = posix_fspath, .sig = "(path)", .doc = "A path object as str or bytes."},
    {"_path_splitroot_ex", SK_SIG, .sig_fn = posix_path_splitroot_ex, .sig = "(path)", .doc = "Drive, root and the rest of a path."},
    {"_path_normpath", SK_SIG, .sig_fn = posix_path_normpath, .sig = "(path)", .doc = "The path without needless parts."},
    {0},
};
