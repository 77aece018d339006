// posix: scandir() and DirEntry.
//
// An iterator's directory stream is read under its lock, so that threads sharing it get each entry once. An entry's name and
// path are fixed; what stat() and lstat() said is kept once asked, and never changed.
#include <dirent.h>

#include "modules/_io.h"
#include "modules/_warnings.h"
#include "modules/posix.h"
#include "objects/audit.h"
#include "objects/generic_alias.h"
#include "objects/native.h"

typedef struct {
    SkObject header;
    SkSlot name, path;          // fixed
    SkSlot stat, lstat;         // os.stat_result, or empty
    int dir_fd;                 // -1: relative to the working directory
    unsigned char type;
    uint64_t inode;
} DirEntry;

typedef struct {
    SkObject header;
    SkSlot path;                // what was given, or empty: fixed
    SkIoLock lock;
    DIR *dir;                   // NULL once at the end
    int fd;                     // given, or -1
    bool bytes;
    char *prefix;               // before each name, with a slash; NULL: none
    _Atomic bool finished;
} Scan;

extern SkType sk_posix_dir_entry_type, sk_posix_scandir_type;

static DirEntry *as_entry(SkValue v) { return (DirEntry *)sk_ptr(v); }
static Scan *as_scan(SkValue v) { return (Scan *)sk_ptr(v); }

// ---- DirEntry ------------------------------------------------------------------------------------------------------------------

static SkValue fetch(DirEntry *e, bool follow) {
    SkSlot *slot = follow ? &e->stat : &e->lstat;
    SkValue known = sk_slot_load(&e->header, slot);
    if (!sk_is_empty(known)) return known;
    SkValue path = sk_slot_peek(&e->path);
    SK_AUTO_PATH SkPath p = {0};
    if (!sk_path(&p, "DirEntry", "path", e->dir_fd >= 0 ? sk_slot_peek(&e->name) : path, 0)) return SK_EMPTY;
    struct stat st;
    if (SK_DETACHED(fstatat(e->dir_fd >= 0 ? e->dir_fd : AT_FDCWD, p.text, &st, follow ? 0 : AT_SYMLINK_NOFOLLOW)) < 0) return sk_raise_errno(path);
    SkValue v = sk_stat_value(&st);
    if (!sk_is_empty(v)) sk_slot_set(&e->header, slot, sk_retain(v));
    return v;
}

static SkValue entry_stat(SkValue self, const SkValue *a) {
    bool follow;
    if (!sk_flag(a[0], true, &follow)) return SK_EMPTY;
    // What is no link says the same either way: one call serves for both.
    DirEntry *e = as_entry(self);
    return fetch(e, follow && (e->type == DT_LNK || e->type == DT_UNKNOWN));
}

// 1, 0, -1.
static int has_mode(DirEntry *e, bool follow, mode_t type, unsigned char dt) {
    if (e->type != DT_UNKNOWN && !(follow && e->type == DT_LNK)) return e->type == dt;
    SK_AUTO SkValue st = sk_own(fetch(e, follow));
    if (sk_is_empty(st)) return sk_error_clear_if(sk_exc_FileNotFoundError) ? 0 : -1;
    int64_t mode;
    if (!sk_as_int64(sk_tuple_peek(st, 0), &mode)) return -1;
    return ((mode_t)mode & S_IFMT) == type;
}
static SkValue answer(int r) { return r < 0 ? SK_EMPTY : sk_bool(r); }
static SkValue entry_is_dir(SkValue self, const SkValue *a) {
    bool follow;
    return sk_flag(a[0], true, &follow) ? answer(has_mode(as_entry(self), follow, S_IFDIR, DT_DIR)) : SK_EMPTY;
}
static SkValue entry_is_file(SkValue self, const SkValue *a) {
    bool follow;
    return sk_flag(a[0], true, &follow) ? answer(has_mode(as_entry(self), follow, S_IFREG, DT_REG)) : SK_EMPTY;
}
static SkValue entry_is_symlink(SkValue self) { return answer(has_mode(as_entry(self), false, S_IFLNK, DT_LNK)); }
static SkValue entry_is_junction(SkValue self SK_UNUSED) { return SK_FALSE; }
static SkValue entry_inode(SkValue self) { return sk_int_from_uint64(as_entry(self)->inode); }
static SkValue entry_fspath(SkValue self) { return sk_slot_load(sk_ptr(self), &as_entry(self)->path); }
static SkValue get_name(SkValue self, void *c SK_UNUSED) { return sk_slot_load(sk_ptr(self), &as_entry(self)->name); }
static SkValue get_path(SkValue self, void *c SK_UNUSED) { return sk_slot_load(sk_ptr(self), &as_entry(self)->path); }
static SkValue entry_repr(SkValue self) { return sk_str_format("<DirEntry %R>", sk_slot_peek(&as_entry(self)->name)); }

#define SLOTS(e) {&(e)->name, &(e)->path, &(e)->stat, &(e)->lstat}
static void entry_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSlot *slots[] = SLOTS((DirEntry *)o);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
}
static void entry_destroy(SkObject *o) {
    SkSlot *slots[] = SLOTS((DirEntry *)o);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_object_free(o, sizeof(DirEntry));
}

static const SkMethodDef entry_methods[] = {
    {"is_dir", SK_SIG, .sig_fn = entry_is_dir, .sig = "(*, follow_symlinks=True)", .doc = "Whether it is a directory."},
    {"is_file", SK_SIG, .sig_fn = entry_is_file, .sig = "(*, follow_symlinks=True)", .doc = "Whether it is a file."},
    {"is_symlink", SK_NOARGS, .noargs = entry_is_symlink, .sig = "()", .doc = "Whether it is a symbolic link."},
    {"is_junction", SK_NOARGS, .noargs = entry_is_junction, .sig = "()", .doc = "False on this system."},
    {"stat", SK_SIG, .sig_fn = entry_stat, .sig = "(*, follow_symlinks=True)", .doc = "os.stat_result, asked for once."},
    {"inode", SK_NOARGS, .noargs = entry_inode, .sig = "()", .doc = "The inode number."},
    {"__fspath__", SK_NOARGS, .noargs = entry_fspath, .sig = "()", .doc = "The path."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkGetSetDef entry_getset[] = {
    {"name", get_name, sk_readonly_member, "The name in the directory.", NULL},
    {"path", get_path, sk_readonly_member, "The path, with what scandir() was given.", NULL},
    {0},
};
SkType sk_posix_dir_entry_type = {
    SK_TYPE_HEAD(0, sizeof(DirEntry), entry_trace, NULL, entry_destroy),
    .name = "posix.DirEntry",
    .doc = "A directory entry from scandir().",
    .flags = SK_TF_NO_NEW,
    .repr = entry_repr,
    .methods = entry_methods,
    .getset = entry_getset,
};

// ---- the iterator ------------------------------------------------------------------------------------------------------------------

static void finish(Scan *s) {
    DIR *d = s->dir;
    s->dir = NULL;
    sk_store_relaxed(&s->finished, true);
    if (!d) return;
    if (s->fd >= 0) rewinddir(d);
    (void)SK_DETACHED(closedir(d));
}

static SkValue make_entry(Scan *s, const struct dirent *d) {
    SK_AUTO SkValue name = sk_path_name(s->bytes, d->d_name, strlen(d->d_name));
    if (sk_is_empty(name)) return SK_EMPTY;
    SK_AUTO SkValue path = SK_EMPTY;
    if (s->prefix) {
        size_t k = strlen(s->prefix), n = strlen(d->d_name);
        char *text = sk_malloc(k + n + 1);
        if (!text) return sk_raise_memory();
        memcpy(text, s->prefix, k);
        memcpy(text + k, d->d_name, n + 1);
        path = sk_path_name(s->bytes, text, k + n);
        sk_free(text);
        if (sk_is_empty(path)) return SK_EMPTY;
    } else {
        path = sk_retain(name);
    }
    DirEntry *e = (DirEntry *)sk_container_new(&sk_posix_dir_entry_type.head, sizeof(DirEntry));
    if (!e) return sk_raise_memory();
    sk_slot_init(&e->name, sk_move(&name));
    sk_slot_init(&e->path, sk_move(&path));
    e->dir_fd = s->fd;
    e->type = d->d_type;
    e->inode = d->d_ino;
    return sk_counted(e);
}

static SkValue scan_next(SkValue self) {
    Scan *s = as_scan(self);
    SK_IO_SCOPED(&s->lock);
    while (s->dir) {
        errno = 0;
        DIR *dir = s->dir;
        struct dirent *d = SK_DETACHED(readdir(dir));
        if (!d) {
            if (errno) sk_raise_errno(sk_slot_peek(&s->path));
            finish(s);
            return SK_EMPTY;
        }
        if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, "..")) continue;
        return make_entry(s, d);
    }
    return SK_EMPTY;
}

static SkValue scan_iter(SkValue self) { return sk_dup(self); }
static SkValue scan_close(SkValue self) {
    Scan *s = as_scan(self);
    SK_IO_SCOPED(&s->lock);
    finish(s);
    return SK_NONE;
}
static SkValue scan_exit(SkValue self, const SkValue *a SK_UNUSED, size_t n SK_UNUSED) { return scan_close(self); }

static void scan_finalize(SkObject *o) {
    Scan *s = (Scan *)o;
    if (sk_load_relaxed(&s->finished)) return;
    SkValue saved = sk_error_take();
    if (!sk_warn_resource(sk_counted(o), "unclosed scandir iterator %R", sk_counted(o))) {
        if (sk_error_matches(sk_exc_Warning)) sk_error_unraisable(NULL, sk_counted(o));
        else sk_error_clear();
    }
    finish(s);
    sk_error_restore(saved);
}
static void scan_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Scan *)o)->path, visit, arg); }
static void scan_destroy(SkObject *o) {
    Scan *s = (Scan *)o;
    if (s->dir) closedir(s->dir);
    sk_slot_destroy(o, &s->path);
    sk_free(s->prefix);
    sk_object_free(o, sizeof(Scan));
}

static const SkMethodDef scan_methods[] = {
    {"__enter__", SK_NOARGS, .noargs = scan_iter, .sig = "()", .doc = NULL},
    {"__exit__", SK_FAST, .fast = scan_exit, .sig = "(*args)", .doc = NULL},
    {"close", SK_NOARGS, .noargs = scan_close, .sig = "()", .doc = "Closes the directory."},
    {0},
};
SkType sk_posix_scandir_type = {
    SK_TYPE_HEAD(0, sizeof(Scan), scan_trace, NULL, scan_destroy),
    .head.finalize = scan_finalize,
    .name = "posix.ScandirIterator",
    .flags = SK_TF_NO_NEW | SK_TF_HAS_FINALIZER,
    .iter = scan_iter,
    .iternext = scan_next,
    .methods = scan_methods,
};

static SkValue posix_scandir(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_audit("os.scandir", a[0])) return SK_EMPTY;
    SK_AUTO_PATH SkPath p = {0};
    if (!sk_path(&p, "scandir", "path", a[0], SK_PATH_FD | SK_PATH_NONE)) return SK_EMPTY;
    Scan *s = (Scan *)sk_container_new(&sk_posix_scandir_type.head, sizeof(Scan));
    if (!s) return sk_raise_memory();
    SK_AUTO SkValue result = sk_counted(s);
    s->fd = p.fd;
    s->bytes = p.was_bytes;
    sk_store_relaxed(&s->finished, true);
    sk_slot_init(&s->path, sk_retain(p.object));
    if (p.text) {
        size_t n = strlen(p.text);
        s->prefix = sk_malloc(n + 2);
        if (!s->prefix) return sk_raise_memory();
        memcpy(s->prefix, p.text, n);
        if (n && p.text[n - 1] != '/') s->prefix[n++] = '/';
        s->prefix[n] = 0;
    }
    sk_thread_detach();
    if (p.text) {
        s->dir = opendir(p.text);
    } else {
        int fd = fcntl(p.fd, F_DUPFD_CLOEXEC, 3);
        if (fd >= 0 && !(s->dir = fdopendir(fd))) {
            int e = errno;
            close(fd);
            errno = e;
        }
        if (s->dir) rewinddir(s->dir);
    }
    sk_thread_attach();
    if (!s->dir) return sk_path_error(&p);
    sk_store_relaxed(&s->finished, false);
    return sk_move(&result);
}

bool sk_posix_add_scandir_types(SkValue m) {
    return sk_type_ready(&sk_posix_scandir_type) && sk_module_add_type(m, &sk_posix_dir_entry_type);
}

const SkMethodDef sk_posix_scandir_functions[] = {
    {"scandir", SK_SIG, .sig_fn = posix_scandir, .sig = "(path=None)", .doc = "An iterator of DirEntry objects of a directory."},
    {0},
};
