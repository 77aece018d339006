// _dbm: databases by the interface of ndbm, which GNU dbm has, too.
#include <errno.h>
#include <fcntl.h>
#include <ndbm.h>
#include <stdlib.h>

#include "modules/_io_path.h"
#include "modules/dynamic/gdbm/_dbm_file.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "threading/thread.h"

static SkErrorClass error_class;

static datum in(SkDbmText t) { return (datum){(char *)t.data, (int)t.n}; }
static int out(datum d, SkDbmText *t) {
    *t = (SkDbmText){d.dptr, d.dptr ? (size_t)d.dsize : 0, NULL};
    return d.dptr != NULL;
}

static int fetch(void *f, SkDbmText key, SkDbmText *value) { return key.n <= INT32_MAX && out(dbm_fetch(f, in(key)), value); }
static int store(void *f, SkDbmText key, SkDbmText value) {
    return key.n <= INT32_MAX && value.n <= INT32_MAX && dbm_store(f, in(key), in(value), DBM_REPLACE) == 0 ? 1 : -1;
}
static int exists(void *f, SkDbmText key) {
    SkDbmText value;
    return fetch(f, key, &value);
}
static int remove_key(void *f, SkDbmText key) {
    if (key.n <= INT32_MAX && dbm_delete(f, in(key)) == 0) return 1;
    return dbm_rdonly((DBM *)f) || exists(f, key) ? -1 : 0;
}
static int next(void *f, const SkDbmText *after, SkDbmText *key) { return out(after ? dbm_nextkey(f) : dbm_firstkey(f), key); }
static int64_t count(void *f) {
    int64_t n = 0;
    for (datum d = dbm_firstkey(f); d.dptr; d = dbm_nextkey(f)) n++;
    return n;
}
static void close_file(void *f) { dbm_close(f); }
static int number(void *f) {
    dbm_clearerr((DBM *)f);
    return 0;
}
static SkValue fail(int err SK_UNUSED, int number SK_UNUSED, const char *what) {
    return sk_raise(sk_error_class(&error_class), *what == 'a' ? "cannot add item to database" : *what == 'd' ? "cannot delete item from database" : "cannot read database");
}

static const SkDbmKind kind = {
    .error = &error_class, .closed = "DBM object has already been closed", .keys = "dbm mappings have bytes or string keys only",
    .values = "dbm mappings have bytes or string elements only", .member = "dbm key must be bytes or string, not %.100T", .fetch = fetch,
    .store = store, .remove = remove_key, .exists = exists, .next = next, .count = count, .close = close_file, .fail = fail, .number = number,
};

static SkValue dbm_setdefault(SkValue self, const SkValue *args) {
    SK_AUTO SkValue nothing = sk_bytes_from("", 0);
    return sk_is_empty(nothing) ? nothing : sk_own(sk_dbm_setdefault(self, args, nothing));
}

static const SkMethodDef methods[] = {
    {"get", SK_FAST, .fast = sk_dbm_get, .sig = "(key, default=None, /)", .doc = "Return the value for key if present, otherwise default."},
    {"setdefault", SK_SIG, .sig_fn = dbm_setdefault, .sig = "(key, default=b'', /)", .doc = "Return the value for key if present, otherwise default.\n\nIf key is not in the database, it is inserted with default as the value."},
    {"keys", SK_NOARGS, .noargs = sk_dbm_keys, .sig = "()", .doc = "Return a list of all keys in the database."},
    {"clear", SK_NOARGS, .noargs = sk_dbm_clear, .sig = "()", .doc = "Remove all items from the database."},
    {"close", SK_NOARGS, .noargs = sk_dbm_close, .sig = "()", .doc = "Close the database."},
    {"__enter__", SK_NOARGS, .noargs = sk_dbm_enter, .sig = "()"},
    {"__exit__", SK_FAST, .fast = sk_dbm_exit, .sig = "(*args)"},
    {0},
};

static SkType dbm_type = {
    SK_TYPE_HEAD(0, sizeof(SkDbmFile), NULL, NULL, sk_dbm_destroy),
    .name = "_dbm.dbm",
    .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE | SK_TF_MAPPING,   // not a sequence: it cannot be iterated over
    .container = {.len = sk_dbm_len, .get_key = sk_dbm_getitem, .set_key = sk_dbm_setitem, .contains = sk_dbm_contains},
    .methods = methods,
};

static SkValue dbm_open_(SkValue m SK_UNUSED, const SkValue *args, size_t nargs) {
    int mode = 0666, flags = O_RDONLY;
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!sk_check_nargs("open", nargs, 1, 3)) return SK_EMPTY;
    if (nargs > 1 && !sk_is_str(args[1])) return sk_raise(sk_exc_TypeError, "open() argument 2 must be str, not %T", args[1]);
    if (nargs > 2 && !sk_as_int(args[2], &mode)) return SK_EMPTY;
    if (nargs > 1) {
        if (sk_str_equals_ascii(args[1], "w") || sk_str_equals_ascii(args[1], "rw")) flags = O_RDWR;
        else if (sk_str_equals_ascii(args[1], "c")) flags = O_RDWR | O_CREAT;
        else if (sk_str_equals_ascii(args[1], "n")) flags = O_RDWR | O_CREAT | O_TRUNC;
        else if (!sk_str_equals_ascii(args[1], "r")) return sk_raise(sk_error_class(&error_class), "arg 2 to open should be 'r', 'w', 'c', or 'n'");
    }
    if (!sk_io_path(args[0], &path)) return SK_EMPTY;
    sk_thread_detach();
    errno = 0;
    DBM *f = dbm_open((char *)path.text, flags, mode);
    int err = errno;
    sk_thread_attach();
    return f ? sk_dbm_new(&dbm_type, &kind, f) : sk_dbm_raise_errno(&error_class, err, args[0]);
}

static const SkMethodDef functions[] = {
    {"open", SK_FAST, .fast = dbm_open_, .sig = "(filename, flags='r', mode=0o666, /)", .doc = "Return a database object.\n\nflags: 'r' to read, 'w' to read and write, 'c' to create it if it does not exist, 'n' to make a new one."},
    {0},
};

static bool exec(SkValue m) {
    return sk_type_ready(&dbm_type) && sk_add_error_class(m, &error_class, "_dbm.error", sk_exc_OSError, NULL) && sk_module_add_str(m, "library", "GNU gdbm");
}

SK_EXPORT const SkModuleDef sk_module__dbm = {"_dbm", "Databases by the interface of ndbm.", functions, exec};
