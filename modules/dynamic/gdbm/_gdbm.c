// _gdbm: databases of GNU dbm.
#include <errno.h>
#include <gdbm.h>
#include <stdlib.h>
#include <string.h>

#include "modules/_io_path.h"
#include "modules/dynamic/gdbm/_dbm_file.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "threading/thread.h"

static SkErrorClass error_class;

static datum in(SkDbmText t) { return (datum){(char *)t.data, (int)t.n}; }

// 1, or what a datum without data says.
static int out(GDBM_FILE f, datum d, SkDbmText *t) {
    if (!d.dptr) return gdbm_last_errno(f) == GDBM_ITEM_NOT_FOUND || gdbm_last_errno(f) == GDBM_NO_ERROR ? 0 : -1;
    *t = (SkDbmText){d.dptr, (size_t)d.dsize, d.dptr};
    return 1;
}

static bool fits(SkDbmText t) {
    if (t.n <= INT32_MAX) return true;
    errno = EFBIG;
    return false;
}

static int fetch(void *f, SkDbmText key, SkDbmText *value) { return fits(key) ? out(f, gdbm_fetch(f, in(key)), value) : -1; }
static int store(void *f, SkDbmText key, SkDbmText value) {
    return fits(key) && fits(value) && gdbm_store(f, in(key), in(value), GDBM_REPLACE) == 0 ? 1 : -1;
}
static int remove_key(void *f, SkDbmText key) {
    if (!fits(key)) return -1;
    if (gdbm_delete(f, in(key)) == 0) return 1;
    return gdbm_last_errno(f) == GDBM_ITEM_NOT_FOUND ? 0 : -1;
}
static int exists(void *f, SkDbmText key) { return fits(key) ? gdbm_exists(f, in(key)) != 0 : -1; }
static int next(void *f, const SkDbmText *after, SkDbmText *key) { return out(f, after ? gdbm_nextkey(f, in(*after)) : gdbm_firstkey(f), key); }
static int64_t count(void *f) {
    gdbm_count_t n;
    return gdbm_count(f, &n) == 0 ? (int64_t)n : -1;
}
static void close_file(void *f) { gdbm_close(f); }
static int number(void *f) { return gdbm_last_errno(f); }
static SkValue fail(int err, int number, const char *what SK_UNUSED) {
    return err ? sk_dbm_raise_errno(&error_class, err, SK_EMPTY) : sk_raise(sk_error_class(&error_class), "%s", gdbm_strerror(number));
}

#define ONLY "gdbm mappings have bytes or string indices only"
static const SkDbmKind kind = {
    .error = &error_class, .closed = "GDBM object has already been closed", .keys = ONLY, .values = ONLY,
    .member = "gdbm key must be bytes or string, not %.100T", .fetch = fetch, .store = store, .remove = remove_key, .exists = exists, .next = next,
    .count = count, .close = close_file, .fail = fail, .number = number,
};

// ---- methods -----------------------------------------------------------------------------------------------------------------

static SkValue next_key(SkValue self, const SkDbmText *after) {
    SkDbmText key = {0};
    if (!sk_dbm_begin(self)) return SK_EMPTY;
    void *f = sk_as_dbm(self)->file;
    int found = next(f, after, &key), err = errno, failed = number(f);
    sk_dbm_end(self);
    return found > 0 ? sk_dbm_take(&key) : found ? fail(err, failed, "") : SK_NONE;
}
static SkValue gdbm_firstkey_(SkValue self) { return next_key(self, NULL); }
static SkValue gdbm_nextkey_(SkValue self, SkValue key) {
    SkDbmText k;
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    return sk_dbm_text(key, NULL, &k, &utf8) ? next_key(self, &k) : SK_EMPTY;
}

static SkValue done(SkValue self, int (*operation)(GDBM_FILE f)) {
    if (!sk_dbm_begin(self)) return SK_EMPTY;
    void *f = sk_as_dbm(self)->file;
    int r = operation(f), err = errno, failed = number(f);
    sk_dbm_end(self);
    return r ? fail(err, failed, "") : SK_NONE;
}
static SkValue gdbm_reorganize_(SkValue self) { return done(self, gdbm_reorganize); }
static SkValue gdbm_sync_(SkValue self) { return done(self, gdbm_sync); }
static SkValue gdbm_setdefault(SkValue self, const SkValue *args) { return sk_dbm_setdefault(self, args, SK_NONE); }

static const SkMethodDef methods[] = {
    {"get", SK_FAST, .fast = sk_dbm_get, .sig = "(key, default=None, /)", .doc = "Get the value for key, or default if not present."},
    {"setdefault", SK_SIG, .sig_fn = gdbm_setdefault, .sig = "(key, default=None, /)", .doc = "Get value for key, or set it to default and return default if not present."},
    {"keys", SK_NOARGS, .noargs = sk_dbm_keys, .sig = "()", .doc = "Get a list of all keys in the database."},
    {"clear", SK_NOARGS, .noargs = sk_dbm_clear, .sig = "()", .doc = "Remove all items from the database."},
    {"close", SK_NOARGS, .noargs = sk_dbm_close, .sig = "()", .doc = "Close the database."},
    {"firstkey", SK_NOARGS, .noargs = gdbm_firstkey_, .sig = "()", .doc = "Return the starting key for the traversal."},
    {"nextkey", SK_ONEARG, .onearg = gdbm_nextkey_, .sig = "(key, /)", .doc = "Returns the key that follows key in the traversal."},
    {"reorganize", SK_NOARGS, .noargs = gdbm_reorganize_, .sig = "()", .doc = "Reorganize the database, which shortens its file after many deletions."},
    {"sync", SK_NOARGS, .noargs = gdbm_sync_, .sig = "()", .doc = "Flush the database to the disk file."},
    {"__enter__", SK_NOARGS, .noargs = sk_dbm_enter, .sig = "()"},
    {"__exit__", SK_FAST, .fast = sk_dbm_exit, .sig = "(*args)"},
    {0},
};

static SkType gdbm_type = {
    SK_TYPE_HEAD(0, sizeof(SkDbmFile), NULL, NULL, sk_dbm_destroy),
    .name = "_gdbm.gdbm",
    .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE | SK_TF_MAPPING,   // not a sequence: it cannot be iterated over
    .container = {.len = sk_dbm_len, .get_key = sk_dbm_getitem, .set_key = sk_dbm_setitem, .contains = sk_dbm_contains},
    .methods = methods,
};

// ---- the module ----------------------------------------------------------------------------------------------------------------

#define OPEN_FLAGS "rwcnfsum"

// -1 + exception.
static int open_flags(SkValue v) {
    if (sk_is_empty(v)) return GDBM_READER;
    if (!sk_is_str(v)) return sk_raise(sk_exc_TypeError, "open() argument 2 must be str, not %T", v), -1;
    const SkStr *s = sk_as_str(v);
    static const char first[] = "rwcn";
    static const int modes[] = {GDBM_READER, GDBM_WRITER, GDBM_WRCREAT, GDBM_NEWDB};
    uint32_t c = s->length ? sk_str_at(s, 0) : 0;
    const char *at = c && c < 128 ? strchr(first, (int)c) : NULL;
    if (!at) return sk_raise(sk_error_class(&error_class), "First flag must be one of 'r', 'w', 'c' or 'n'"), -1;
    int flags = modes[at - first];
    for (size_t i = 1; i < s->length; i++) {
        c = sk_str_at(s, i);
        if (c == 'f') flags |= GDBM_FAST;
        else if (c == 's') flags |= GDBM_SYNC;
        else if (c == 'u') flags |= GDBM_NOLOCK;
        else if (c == 'm') flags |= GDBM_NOMMAP;
        else {
            SK_AUTO SkValue text = sk_str_from_code_point(c);
            if (!sk_is_empty(text)) sk_raise(sk_error_class(&error_class), "Flag '%S' is not supported.", text);
            return -1;
        }
    }
    return flags;
}

static void fatal(const char *text SK_UNUSED) {}

static SkValue gdbm_open_(SkValue m SK_UNUSED, const SkValue *args, size_t nargs) {
    int mode = 0666;
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!sk_check_nargs("open", nargs, 1, 3)) return SK_EMPTY;
    if (nargs > 1 && !sk_is_str(args[1])) return sk_raise(sk_exc_TypeError, "open() argument 2 must be str, not %T", args[1]);
    if (nargs > 2 && !sk_as_int(args[2], &mode)) return SK_EMPTY;
    int flags = open_flags(nargs > 1 ? args[1] : SK_EMPTY);
    if (flags < 0 || !sk_io_path(args[0], &path)) return SK_EMPTY;
    sk_thread_detach();
    errno = 0;
    GDBM_FILE f = gdbm_open(path.text, 0, flags, mode, fatal);
    int err = errno, failed = gdbm_errno;
    sk_thread_attach();
    if (f) return sk_dbm_new(&gdbm_type, &kind, f);
    return err ? sk_dbm_raise_errno(&error_class, err, args[0]) : fail(0, failed, "");
}

static const SkMethodDef functions[] = {
    {"open", SK_FAST, .fast = gdbm_open_, .sig = "(filename, flags='r', mode=0o666, /)", .doc = "Open a dbm database and return a dbm object.\n\nThe flags: 'r' to read, 'w' to read and write, 'c' to create it if it does not exist, 'n' to make\na new one; then any of open_flags' others: 'f' does not write at once, 's' writes synchronously,\n'u' does not lock the file, 'm' does not map it into memory."},
    {0},
};

static bool exec(SkValue m) {
    SkValue parts[] = {sk_from_small_int(GDBM_VERSION_MAJOR), sk_from_small_int(GDBM_VERSION_MINOR), sk_from_small_int(GDBM_VERSION_PATCH)};
    return sk_type_ready(&gdbm_type) && sk_add_error_class(m, &error_class, "_gdbm.error", sk_exc_OSError, NULL) &&
           sk_module_add_str(m, "open_flags", OPEN_FLAGS) && sk_module_add_steal(m, "_GDBM_VERSION", sk_own(sk_tuple_steal(parts, 3)));
}

SK_EXPORT const SkModuleDef sk_module__gdbm = {"_gdbm", "Databases of GNU dbm.", functions, exec};
