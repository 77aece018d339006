// Whole databases: backup into another connection, and as bytes.
#include <limits.h>

#include "modules/dynamic/sqlite3/_sqlite3.h"

#include <string.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

// The two connections' mutexes in address order: two backups in opposite directions do not wait for each other.
static bool enter_both(SkSqlConnection *a, SkSqlConnection *b) {
    SkSqlConnection *first = a < b ? a : b, *second = a < b ? b : a;
    if (!sk_sql_enter(first)) return false;
    if (sk_sql_enter(second)) return true;
    sk_sql_leave(first);
    return false;
}
static void leave_both(SkSqlConnection *a, SkSqlConnection *b) {
    sk_sql_leave(a);
    sk_sql_leave(b);
}

static bool tell_progress(sqlite3_backup *backup, int rc, SkValue progress) {
    if (sk_is_none(progress)) return true;
    SK_AUTO SkValue done = sk_call3(progress, sk_from_small_int(rc), sk_from_small_int(sqlite3_backup_remaining(backup)),
                                    sk_from_small_int(sqlite3_backup_pagecount(backup)));
    return !sk_is_empty(done);
}

// False with an exception set; *rc: of the library.
static bool copy_pages(sqlite3_backup *backup, int pages, SkValue progress, double pause, int *rc) {
    do {
        sk_thread_detach();
        *rc = sqlite3_backup_step(backup, pages);
        sk_thread_attach();
        if (!tell_progress(backup, *rc, progress)) return false;
        if (*rc == SQLITE_BUSY || *rc == SQLITE_LOCKED) {
            sk_thread_detach();
            sqlite3_sleep((int)(pause * 1000.0));
            sk_thread_attach();
            if (!sk_safepoint_poll()) return false;
        }
    } while (*rc == SQLITE_OK || *rc == SQLITE_BUSY || *rc == SQLITE_LOCKED);
    return true;
}

SkValue sk_sql_backup(SkValue self, const SkValue *args) {
    int pages = -1;
    double pause = 0.25;
    SkValue target = args[0], progress = sk_is_empty(args[2]) ? SK_NONE : args[2];
    if (!sk_is_ptr(target) || !sk_is_instance_of(target, &sk_sql_connection_type))
        return sk_raise(sk_exc_TypeError, "backup() argument 1 must be sqlite3.Connection, not %T", target);
    if ((!sk_is_empty(args[1]) && !sk_as_int(args[1], &pages)) || (!sk_is_empty(args[4]) && !sk_as_double(args[4], &pause))) return SK_EMPTY;
    if (!sk_is_none(progress) && !sk_is_callable(progress)) return sk_raise(sk_exc_TypeError, "progress argument must be a callable");
    if (!sk_is_empty(args[3]) && !sk_is_str(args[3])) return sk_raise(sk_exc_TypeError, "backup() argument 'name' must be str, not %T", args[3]);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(sk_is_empty(args[3]) ? sk_intern_s("main") : args[3]);
    if (!name.text) return SK_EMPTY;
    if (sk_is(self, target)) return sk_raise(sk_exc_ValueError, "target cannot be the same connection instance");
    if (pages == 0) pages = -1;
    SkSqlConnection *from = sk_as_connection(self), *to = sk_as_connection(target);
    if (!enter_both(from, to)) return SK_EMPTY;
    sqlite3 *db = sk_load_relaxed(&to->db);
    sqlite3_backup *backup = sqlite3_backup_init(db, "main", sk_load_relaxed(&from->db), name.text);
    int rc = SQLITE_DONE;
    bool ok = backup != NULL;
    if (ok) {
        ok = copy_pages(backup, pages, progress, pause, &rc);
        int finished = sqlite3_backup_finish(backup);
        if (ok && finished != SQLITE_OK) rc = finished;
        if (ok && rc != SQLITE_DONE && rc != SQLITE_OK) ok = (sk_sql_raise_code(db, rc), false);
    } else {
        sk_sql_raise(db);
    }
    leave_both(from, to);
    return ok ? SK_NONE : SK_EMPTY;
}

static bool database_name(SkValue v, const char *function, SkUtf8 *out) {
    if (!sk_is_empty(v) && !sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument 'name' must be str, not %T", function, v);
    *out = sk_str_utf8(sk_is_empty(v) ? sk_intern_s("main") : v);
    return out->text;
}

SkValue sk_sql_serialize(SkValue self, const SkValue *args) {
    SkSqlConnection *c = sk_as_connection(self);
    SK_AUTO_UTF8 SkUtf8 name = {0};
    if (!database_name(args[0], "serialize", &name) || !sk_sql_enter(c)) return SK_EMPTY;
    sqlite3_int64 size = 0;
    bool copy = false;
    sk_thread_detach();
    unsigned char *data = sqlite3_serialize(sk_load_relaxed(&c->db), name.text, &size, SQLITE_SERIALIZE_NOCOPY);
    if (!data) {
        data = sqlite3_serialize(sk_load_relaxed(&c->db), name.text, &size, 0);
        copy = true;
    }
    sk_thread_attach();
    SkValue out = data ? sk_bytes_from(data, (size_t)size)
                       : sk_raise(sk_sql_exception(SK_SQL_OPERATIONAL), "unable to serialize '%s'", name.text);
    if (copy) sqlite3_free(data);
    sk_sql_leave(c);
    return out;
}

SkValue sk_sql_deserialize(SkValue self, const SkValue *args) {
    SkSqlConnection *c = sk_as_connection(self);
    SK_AUTO_UTF8 SkUtf8 name = {0}, text = {0};
    SkBuffer view = {0};
    if (!database_name(args[1], "deserialize", &name)) return SK_EMPTY;
    if (sk_is_str(args[0])) {
        text = sk_str_utf8(args[0]);
        if (!text.text) return SK_EMPTY;
    } else if (!sk_buffer_get(args[0], &view, SK_BUF_SIMPLE)) {
        return SK_EMPTY;
    }
    const void *data = text.text ? text.text : view.data;
    size_t n = text.text ? text.len : (size_t)view.length;
    bool ok = sk_sql_enter(c);
    if (ok) {
        unsigned char *copy = sqlite3_malloc64(n ? n : 1);
        if (copy) {
            memcpy(copy, data, n);
            int rc = sqlite3_deserialize(sk_load_relaxed(&c->db), name.text, copy, (sqlite3_int64)n, (sqlite3_int64)n,
                                         SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
            ok = rc == SQLITE_OK;
            if (!ok) sk_sql_raise(sk_load_relaxed(&c->db));
        } else {
            ok = sk_is_none(sk_raise_memory());
        }
        sk_sql_leave(c);
    }
    if (!text.text) sk_buffer_release(&view);
    return ok ? SK_NONE : SK_EMPTY;
}
