#include "modules/dynamic/gdbm/_dbm_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

SkValue sk_dbm_new(SkType *type, const SkDbmKind *kind, void *file) {
    SkDbmFile *d = (SkDbmFile *)sk_type_alloc(type, 0);
    if (!d) {
        kind->close(file);
        return SK_EMPTY;
    }
    pthread_mutex_init(&d->mutex, NULL);
    d->kind = kind;
    d->file = file;
    return sk_counted(d);
}

void sk_dbm_destroy(SkObject *o) {
    SkDbmFile *d = (SkDbmFile *)o;
    if (d->file) d->kind->close(d->file);
    pthread_mutex_destroy(&d->mutex);
    sk_instance_free(o, 0);
}

SkValue sk_dbm_raise_errno(SkErrorClass *error, int err, SkValue filename) {
    SK_AUTO SkValue text = sk_str_from_fs(strerror(err), strlen(strerror(err)));
    SkValue args[] = {sk_from_small_int(err), text, filename};
    SK_AUTO SkValue e = sk_is_empty(text) ? SK_EMPTY : sk_own(sk_call(sk_type_value(sk_error_class(error)), args, sk_is_empty(filename) ? 2 : 3, SK_EMPTY));
    return sk_is_empty(e) ? e : sk_raise_object(e);
}

// ---- text --------------------------------------------------------------------------------------------------------------------

bool sk_dbm_text(SkValue v, const char *message, SkDbmText *out, SkUtf8 *utf8) {
    *out = (SkDbmText){0};
    if (sk_is_str(v)) {
        *utf8 = sk_str_utf8(v);
        out->data = utf8->text;
        out->n = utf8->len;
        return utf8->text != NULL;
    }
    if (sk_is_bytes(v)) {
        out->data = sk_as_bytes(v)->data;
        out->n = sk_as_bytes(v)->length;
        return true;
    }
    if (message) return sk_raise_false(sk_exc_TypeError, "%s", message);
    return sk_raise_false(sk_exc_TypeError, "a bytes-like object is required, not '%T'", v);
}

SkValue sk_dbm_take(SkDbmText *t) {
    SkValue v = sk_bytes_from(t->data, t->n);
    free(t->owned);
    *t = (SkDbmText){0};
    return v;
}

bool sk_dbm_own(SkDbmText *t) {
    if (t->owned) return true;
    char *copy = malloc(t->n + 1);
    if (!copy) return false;
    memcpy(copy, t->data, t->n);
    t->data = t->owned = copy;
    return true;
}

// ---- turns -------------------------------------------------------------------------------------------------------------------

bool sk_dbm_begin(SkValue self) {
    SkDbmFile *d = sk_as_dbm(self);
    sk_turn_begin(&d->mutex);
    if (d->file) {
        errno = 0;
        return true;
    }
    sk_turn_end(&d->mutex);
    return sk_raise_false(sk_error_class(d->kind->error), "%s", d->kind->closed);
}

void sk_dbm_end(SkValue self) { sk_turn_end(&sk_as_dbm(self)->mutex); }

// Ends the turn of an operation that has failed.
static SkValue fail(SkValue self, const char *what) {
    SkDbmFile *d = sk_as_dbm(self);
    int err = errno, number = d->kind->number(d->file);
    sk_dbm_end(self);
    return d->kind->fail(err, number, what);
}

// ---- operations ----------------------------------------------------------------------------------------------------------------

// The value: new; SK_EMPTY without an exception: not there.
static SkValue fetch(SkValue self, SkValue key, const char *message) {
    SkDbmText k, v = {0};
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    if (!sk_dbm_text(key, message, &k, &utf8) || !sk_dbm_begin(self)) return SK_EMPTY;
    int found = sk_as_dbm(self)->kind->fetch(sk_as_dbm(self)->file, k, &v);
    if (found < 0) return fail(self, "read");
    bool ok = !found || sk_dbm_own(&v);
    sk_dbm_end(self);
    if (!ok) return sk_raise_memory();
    return found ? sk_dbm_take(&v) : SK_EMPTY;
}

SkValue sk_dbm_getitem(SkValue self, SkValue key) {
    SkValue v = fetch(self, key, NULL);
    return sk_is_empty(v) && !sk_error_occurred() ? sk_raise_value(sk_exc_KeyError, key) : v;
}

SkValue sk_dbm_get(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 1, 2)) return SK_EMPTY;
    SkValue v = fetch(self, args[0], NULL);
    return !sk_is_empty(v) || sk_error_occurred() ? v : nargs > 1 ? sk_dup(args[1]) : SK_NONE;
}

static bool store(SkValue self, SkValue key, SkValue value) {
    const SkDbmKind *kind = sk_as_dbm(self)->kind;
    SkDbmText k, v;
    SK_AUTO_UTF8 SkUtf8 key_utf8 = {0}, value_utf8 = {0};
    if (!sk_dbm_text(key, kind->keys, &k, &key_utf8) || !sk_dbm_text(value, kind->values, &v, &value_utf8) || !sk_dbm_begin(self)) return false;
    if (kind->store(sk_as_dbm(self)->file, k, v) < 0) return fail(self, "add"), false;
    sk_dbm_end(self);
    return true;
}

static bool remove_key(SkValue self, SkValue key) {
    const SkDbmKind *kind = sk_as_dbm(self)->kind;
    SkDbmText k;
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    if (!sk_dbm_text(key, kind->keys, &k, &utf8) || !sk_dbm_begin(self)) return false;
    int found = kind->remove(sk_as_dbm(self)->file, k);
    if (found < 0) return fail(self, "delete"), false;
    sk_dbm_end(self);
    return found ? true : (sk_raise_value(sk_exc_KeyError, key), false);
}

bool sk_dbm_setitem(SkValue self, SkValue key, SkValue value) { return sk_is_empty(value) ? remove_key(self, key) : store(self, key, value); }

SkValue sk_dbm_setdefault(SkValue self, const SkValue *args, SkValue otherwise) {
    SkValue v = fetch(self, args[0], NULL);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SkValue value = sk_is_empty(args[1]) ? otherwise : args[1];
    if (!store(self, args[0], value)) return SK_EMPTY;
    return sk_is_none(otherwise) ? sk_dbm_getitem(self, args[0]) : sk_dup(value);
}

int sk_dbm_contains(SkValue self, SkValue key) {
    const SkDbmKind *kind = sk_as_dbm(self)->kind;
    SkDbmText k;
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    if (!sk_is_str(key) && !sk_is_bytes(key)) {
        if (sk_dbm_begin(self)) {
            sk_dbm_end(self);
            sk_raise(sk_exc_TypeError, kind->member, key);
        }
        return -1;
    }
    if (!sk_dbm_text(key, NULL, &k, &utf8) || !sk_dbm_begin(self)) return -1;
    int found = kind->exists(sk_as_dbm(self)->file, k);
    if (found < 0) return fail(self, "read"), -1;
    sk_dbm_end(self);
    return found;
}

int64_t sk_dbm_len(SkValue self) {
    if (!sk_dbm_begin(self)) return -1;
    int64_t n = sk_as_dbm(self)->kind->count(sk_as_dbm(self)->file);
    if (n < 0) return fail(self, "read"), -1;
    sk_dbm_end(self);
    return n;
}

// All keys in one turn, as texts that are owned. False: no memory. *failed: the library's operation failed.
static bool collect(void *file, const SkDbmKind *kind, SkDbmText **out, size_t *n, bool *failed) {
    size_t room = 0;
    for (*n = 0;; ++*n) {
        if (*n == room) {
            room = room ? room * 2 : 64;
            SkDbmText *grown = sk_realloc(*out, room * sizeof **out);
            if (!grown) return false;
            *out = grown;
        }
        SkDbmText *t = &(*out)[*n];
        *t = (SkDbmText){0};
        int found = kind->next(file, *n ? t - 1 : NULL, t);
        *failed = found < 0;
        if (found <= 0) return true;
        if (!sk_dbm_own(t)) return false;
    }
}

SkValue sk_dbm_keys(SkValue self) {
    SkDbmText *all = NULL;
    size_t n = 0;
    bool failed = false;
    if (!sk_dbm_begin(self)) return SK_EMPTY;
    bool ok = collect(sk_as_dbm(self)->file, sk_as_dbm(self)->kind, &all, &n, &failed);
    if (failed) fail(self, "read");
    else sk_dbm_end(self);
    SkValue list = failed ? SK_EMPTY : ok ? sk_list_new(n) : sk_raise_memory();
    for (size_t i = 0; i < n; i++) {
        if (sk_is_empty(list)) {
            free(all[i].owned);
        } else if (!sk_list_append_steal(list, sk_dbm_take(&all[i]))) {
            sk_release(list);
            list = SK_EMPTY;
        }
    }
    sk_free(all);
    return list;
}

SkValue sk_dbm_clear(SkValue self) {
    if (!sk_dbm_begin(self)) return SK_EMPTY;
    SkDbmFile *d = sk_as_dbm(self);
    for (;;) {
        SkDbmText first = {0};
        int found = d->kind->next(d->file, NULL, &first);
        bool ok = found <= 0 || sk_dbm_own(&first);
        if (found > 0 && ok) found = d->kind->remove(d->file, first);
        free(first.owned);
        if (found > 0 && ok) continue;
        if (found < 0) return fail(self, "delete");
        sk_dbm_end(self);
        return ok ? SK_NONE : sk_raise_memory();
    }
}

SkValue sk_dbm_close(SkValue self) {
    SkDbmFile *d = sk_as_dbm(self);
    sk_turn_begin(&d->mutex);
    void *file = d->file;
    d->file = NULL;
    if (file) d->kind->close(file);
    sk_turn_end(&d->mutex);
    return SK_NONE;
}

SkValue sk_dbm_enter(SkValue self) { return sk_dup(self); }
SkValue sk_dbm_exit(SkValue self, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED) { return sk_dbm_close(self); }
