// What _gdbm and _dbm share: a database as a mapping of bytes. Each library is a table of operations; they are called by a detached
// thread, under the database's mutex.
#ifndef SKEIN_MODULES_DYNAMIC_GDBM_FILE_H
#define SKEIN_MODULES_DYNAMIC_GDBM_FILE_H

#include <pthread.h>

#include "modules/_compress.h"
#include "modules/error_class.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/str.h"

typedef struct {
    const char *data;
    size_t n;
    char *owned;         // to be freed with free(), or NULL
} SkDbmText;

typedef struct SkDbmKind {
    SkErrorClass *error;
    const char *closed, *keys, *values, *member;   // messages; member has a %T
    // 1; 0: not there; -1: failed, and errno or the library's own number says why. `out` need not be owned: it is copied before the next call.
    int (*fetch)(void *file, SkDbmText key, SkDbmText *out);
    int (*store)(void *file, SkDbmText key, SkDbmText value);
    int (*remove)(void *file, SkDbmText key);
    int (*exists)(void *file, SkDbmText key);
    int (*next)(void *file, const SkDbmText *after, SkDbmText *out);   // after NULL: the first
    int64_t (*count)(void *file);                                       // -1: failed
    void (*close)(void *file);
    // Raises for a failed operation: what of "add", "delete", "read" or what else was tried.
    SkValue (*fail)(int err, int number, const char *what);
    int (*number)(void *file);                                          // the library's own error number, after a failure
} SkDbmKind;

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    const SkDbmKind *kind;
    void *file;          // under the mutex; NULL: closed
} SkDbmFile;

SK_INLINE SkDbmFile *sk_as_dbm(SkValue v) { return (SkDbmFile *)sk_ptr(v); }

// Takes the file over. Counted.
SkValue sk_dbm_new(SkType *type, const SkDbmKind *kind, void *file) SK_MUST_USE;
void sk_dbm_destroy(SkObject *o);
// False + TypeError for what is neither str nor bytes; message NULL: the usual one.
bool sk_dbm_text(SkValue v, const char *message, SkDbmText *out, SkUtf8 *utf8) SK_MUST_USE;

// An operation in the middle: the thread is detached and the file, not NULL, is the caller's. False + exception: closed.
bool sk_dbm_begin(SkValue self) SK_MUST_USE;
void sk_dbm_end(SkValue self);
// The text as bytes, and gives it back.
SkValue sk_dbm_take(SkDbmText *t) SK_MUST_USE;
// A copy that is owned; false: no memory.
bool sk_dbm_own(SkDbmText *t) SK_MUST_USE;

// Methods and slots.
SkValue sk_dbm_close(SkValue self);
SkValue sk_dbm_keys(SkValue self);
SkValue sk_dbm_clear(SkValue self);
SkValue sk_dbm_get(SkValue self, const SkValue *args, size_t nargs);
// Returns what is stored then, or, unless `otherwise` is None, what was to be stored as it is.
SkValue sk_dbm_setdefault(SkValue self, const SkValue *args, SkValue otherwise);
SkValue sk_dbm_enter(SkValue self);
SkValue sk_dbm_exit(SkValue self, const SkValue *args, size_t nargs);
int64_t sk_dbm_len(SkValue self);
SkValue sk_dbm_getitem(SkValue self, SkValue key);
bool sk_dbm_setitem(SkValue self, SkValue key, SkValue value);
int sk_dbm_contains(SkValue self, SkValue key);

// OSError's arguments for a class of a module: (errno, text[, filename]).
SkValue sk_dbm_raise_errno(SkErrorClass *error, int err, SkValue filename) SK_COLD;

#endif
