// The class Connection: opening, closing, transactions, attributes.
#include "base/alloc.h"
#include "modules/_warnings.h"
#include "modules/dynamic/sqlite3/_sqlite3.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

#define RAISE(which, ...) sk_raise(sk_sql_exception(which), __VA_ARGS__)

// ---- errors ----------------------------------------------------------------------------------------------------------------------

static SkSqlException exception_of(int code) {
    switch (code & 0xff) {
    case SQLITE_INTERNAL:
    case SQLITE_NOTFOUND: return SK_SQL_INTERNAL;
    case SQLITE_ERROR: case SQLITE_PERM: case SQLITE_ABORT: case SQLITE_BUSY: case SQLITE_LOCKED: case SQLITE_READONLY:
    case SQLITE_INTERRUPT: case SQLITE_IOERR: case SQLITE_FULL: case SQLITE_CANTOPEN: case SQLITE_PROTOCOL:
    case SQLITE_EMPTY: case SQLITE_SCHEMA: return SK_SQL_OPERATIONAL;
    case SQLITE_CORRUPT: return SK_SQL_DATABASE;
    case SQLITE_TOOBIG: return SK_SQL_DATA;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH: return SK_SQL_INTEGRITY;
    case SQLITE_MISUSE:
    case SQLITE_RANGE: return SK_SQL_INTERFACE;
    default: return SK_SQL_DATABASE;
    }
}

static SkValue raise_with(int code, int extended, const char *message) {
    if ((code & 0xff) == SQLITE_NOMEM) return sk_raise_memory();
    SkType *type = sk_sql_exception(exception_of(code));
    SK_AUTO SkValue text = sk_str_from_wtf8(message, strlen(message));
    SK_AUTO SkValue exc = sk_is_empty(text) ? text : sk_call1(sk_type_value(type), text);
    if (sk_is_empty(exc)) return exc;
    const char *name = sk_sql_error_name(extended);
    SK_AUTO SkValue label = sk_str_from(name ? name : "unknown");
    if (sk_is_empty(label) || !sk_setattr_s(exc, "sqlite_errorcode", sk_from_small_int(extended)) || !sk_setattr_s(exc, "sqlite_errorname", label))
        return SK_EMPTY;
    return sk_raise_object(exc);
}

// An exception of a callback or of the interpreter stays.
SkValue sk_sql_raise(sqlite3 *db) {
    if (sk_error_occurred()) return SK_EMPTY;
    return raise_with(sqlite3_errcode(db), sqlite3_extended_errcode(db), sqlite3_errmsg(db));
}

SkValue sk_sql_raise_code(sqlite3 *db, int code) {
    if (sk_error_occurred()) return SK_EMPTY;
    if (db && sqlite3_errcode(db) != SQLITE_OK) return sk_sql_raise(db);
    return raise_with(code, code, sqlite3_errstr(code));
}

// ---- the mutex -------------------------------------------------------------------------------------------------------------------

void sk_sql_lock(SkSqlConnection *c) {
    if (pthread_mutex_trylock(&c->mutex)) {
        sk_thread_detach();
        pthread_mutex_lock(&c->mutex);
        sk_thread_attach();
    }
    c->depth++;
}

static void take_discarded(SkSqlConnection *c) {
    // PAIR(sqlite-discard): with sk_sql_discard; without it the statement's fields could look unwritten
    SkSqlDiscard *d = sk_load_relaxed(&c->discarded) ? sk_swap_acq_rel(&c->discarded, NULL) : NULL;
    while (d) {
        SkSqlDiscard *next = d->next;
        if (d->statement) sk_sql_give_back(c, d->statement);
        if (d->blob) {
            SkSqlBlobHandle *b = d->blob;
            if (b->handle) sqlite3_blob_close(b->handle);
            if (b->prev) b->prev->next = b->next;
            else c->blobs = b->next;
            if (b->next) b->next->prev = b->prev;
            sk_free(b);
        }
        sk_free(d);
        d = next;
    }
}

void sk_sql_discard(SkSqlConnection *c, SkSqlStatement *s, SkSqlBlobHandle *b) {
    SkSqlDiscard *d = sk_malloc(sizeof *d);
    if (!d) return;  // the connection's end finalizes it
    d->statement = s;
    d->blob = b;
    SkSqlDiscard *head = sk_load_relaxed(&c->discarded);
    do d->next = head;
    while (!sk_cas_weak_release(&c->discarded, &head, d));  // PAIR(sqlite-discard): with take_discarded
}

bool sk_sql_check_thread(SkSqlConnection *c) {
    if (!sk_load_relaxed(&c->initialized)) return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Base Connection.__init__ not called.");
    if (!c->check_thread || (uint64_t)pthread_self() == c->thread) return true;
    return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING),
                          "SQLite objects created in a thread can only be used in that same thread. The object was created in thread id %lu and this is thread id %lu.",
                          (unsigned long)c->thread, (unsigned long)pthread_self());
}

bool sk_sql_check_open(SkSqlConnection *c) {
    if (sk_load_relaxed(&c->db)) return true;
    if (!sk_load_relaxed(&c->initialized)) return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Base Connection.__init__ not called.");
    return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Cannot operate on a closed database.");
}

bool sk_sql_enter(SkSqlConnection *c) {
    if (!sk_sql_check_thread(c)) return false;
    sk_sql_lock(c);
    take_discarded(c);
    if (sk_sql_check_open(c)) return true;
    sk_sql_leave(c);
    return false;
}

void sk_sql_leave(SkSqlConnection *c) {
    if (--c->depth == 0 && c->closing) {
        sqlite3_close_v2(c->closing);
        c->closing = NULL;
    }
    pthread_mutex_unlock(&c->mutex);
}

bool sk_sql_callback_begin(void) {
    if (sk_thread_is_attached()) return false;
    sk_thread_attach();
    return true;
}
void sk_sql_callback_end(bool attached) {
    if (attached) sk_thread_detach();
}

bool sk_sql_run(SkSqlConnection *c, const char *sql) {
    sqlite3 *db = sk_load_relaxed(&c->db);
    sk_thread_detach();
    int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sk_thread_attach();
    if (rc != SQLITE_OK) sk_sql_raise(db);
    return rc == SQLITE_OK && !sk_error_occurred();
}

// ---- life ------------------------------------------------------------------------------------------------------------------------

static void conn_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSqlConnection *c = (SkSqlConnection *)o;
    SkSlot *slots[] = {&c->row_factory, &c->text_factory, &c->authorizer, &c->progress, &c->trace};
    for (size_t i = 0; i < 5; i++) sk_slot_visit(slots[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void conn_clear(SkObject *o) {
    sk_slot_set(o, &((SkSqlConnection *)o)->row_factory, SK_EMPTY);
    sk_slot_set(o, &((SkSqlConnection *)o)->text_factory, SK_EMPTY);
    sk_instance_clear(o);
}

// Under the mutex, or when nobody else can see the connection.
static void close_handle(SkSqlConnection *c, bool statements_too) {
    bool inside = c->depth > 1;  // the library is at work further up: what it uses must stay
    take_discarded(c);
    if (!inside) sk_sql_close_blobs(c);
    sqlite3 *db = sk_load_relaxed(&c->db);
    sk_sql_close_statements(c, statements_too && !inside);
    sk_lock(&c->header);  // interrupt() does not take the mutex
    sk_store_relaxed(&c->db, NULL);
    sk_unlock(&c->header);
    if (!db) return;
    sqlite3_set_authorizer(db, NULL, NULL);
    sqlite3_progress_handler(db, 0, NULL, NULL);
    sqlite3_trace_v2(db, 0, NULL, NULL);
    if (inside && !c->closing) c->closing = db;
    else sqlite3_close_v2(db);
}

static void conn_destroy(SkObject *o) {
    SkSqlConnection *c = (SkSqlConnection *)o;
    if (c->mutex_made) {
        close_handle(c, true);
        while (c->statements) sk_sql_statement_free(c, c->statements);
        pthread_mutex_destroy(&c->mutex);
    }
    SkSlot *slots[] = {&c->row_factory, &c->text_factory, &c->authorizer, &c->progress, &c->trace};
    for (size_t i = 0; i < 5; i++) sk_slot_destroy(o, slots[i]);
    sk_instance_free(o, 0);
}

static void conn_finalize(SkObject *o) {
    SkSqlConnection *c = (SkSqlConnection *)o;
    if (!sk_load_relaxed(&c->db)) return;
    SkValue pending = sk_error_take();
    if (!sk_warn_resource(sk_counted(o), "unclosed database in %R", sk_counted(o))) sk_error_unraisable(NULL, sk_counted(o));
    sk_error_restore(pending);
}

static SkValue conn_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkSqlConnection *c = (SkSqlConnection *)sk_type_alloc(type, 0);
    if (!c) return SK_EMPTY;
    pthread_mutexattr_t recursive;
    pthread_mutexattr_init(&recursive);
    pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&c->mutex, &recursive);
    pthread_mutexattr_destroy(&recursive);
    c->mutex_made = true;
    return sk_counted(c);
}

// NULL in *out: no transactions of its own accord.
static bool begin_statement(SkValue level, const char **out) {
    static const struct {
        const char *name, *begin;
    } levels[] = {{"", "BEGIN "}, {"DEFERRED", "BEGIN DEFERRED"}, {"IMMEDIATE", "BEGIN IMMEDIATE"}, {"EXCLUSIVE", "BEGIN EXCLUSIVE"}};
    *out = NULL;
    if (sk_is_none(level)) return true;
    if (!sk_is_str(level)) return sk_raise_false(sk_exc_TypeError, "isolation_level must be str or None");
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(level);
    if (!u.text) return false;
    if (strlen(u.text) != u.len) return sk_raise_false(sk_exc_ValueError, "embedded null character");
    for (int i = 0; i < 4; i++)
        if (!strcasecmp(u.text, levels[i].name)) {
            *out = levels[i].begin;
            return true;
        }
    return sk_raise_false(sk_exc_ValueError, "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
}

static bool autocommit_mode(SkValue v, int *out) {
    int64_t n;
    *out = -1;
    if (sk_is_empty(v)) return true;
    if (sk_is_bool(v)) {
        *out = sk_is_true(v);
        return true;
    }
    if (sk_is_int(v) && sk_int_fits_int64(v, &n) && n == -1) return true;
    return sk_raise_false(sk_exc_ValueError, "autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL");
}

static SkValue path_bytes(SkValue database) {
    SK_AUTO SkValue os = sk_import("os");
    return sk_is_empty(os) ? os : sk_call_method_s(os, "fsencode", &database, 1);
}

static bool open_handle(SkSqlConnection *c, SkValue database, double timeout, bool uri) {
    SK_AUTO SkValue path = path_bytes(database);
    if (sk_is_empty(path)) return false;
    const char *name = sk_as_bytes(path)->data;
    if (strlen(name) != sk_as_bytes(path)->length) return sk_raise_false(sk_exc_ValueError, "embedded null byte");
    sqlite3 *db = NULL;
    sk_thread_detach();
    int rc = sqlite3_open_v2(name, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX | (uri ? SQLITE_OPEN_URI : 0), NULL);
    if (rc == SQLITE_OK) sqlite3_busy_timeout(db, (int)(timeout * 1000));
    sk_thread_attach();
    if (rc != SQLITE_OK) {
        if (db) sk_sql_raise(db);
        else sk_raise_memory();
        sqlite3_close_v2(db);
        return false;
    }
    sqlite3_extended_result_codes(db, 0);
    sk_store_relaxed(&c->db, db);
    return true;
}

static bool conn_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[9];
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_bind("Connection", "(database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=None, cached_statements=128, uri=False, *, autocommit=-1)",
                 &sig, args, nargs, kwnames, a))
        return false;
    if (nargs > 1 && !sk_warn(sk_exc_DeprecationWarning, 1, SK_SQL_POSITIONAL, "_sqlite3.Connection")) return false;
    double timeout = 5.0;
    int detect = 0, cached = 128, check = sk_is_empty(a[4]) ? 1 : sk_truth(a[4]), uri = sk_is_empty(a[7]) ? 0 : sk_truth(a[7]), autocommit;
    const char *begin = "BEGIN ";
    if ((!sk_is_empty(a[1]) && !sk_as_double(a[1], &timeout)) || (!sk_is_empty(a[2]) && !sk_as_int(a[2], &detect)) ||
        (!sk_is_empty(a[3]) && !begin_statement(a[3], &begin)) || check < 0 || (!sk_is_empty(a[6]) && !sk_as_int(a[6], &cached)) || uri < 0 ||
        !autocommit_mode(a[8], &autocommit))
        return false;
    sk_sql_lock(c);
    if (sk_load_relaxed(&c->initialized)) {
        sk_store_relaxed(&c->initialized, false);
        close_handle(c, false);
    }
    bool ok = open_handle(c, a[0], timeout, uri);
    if (ok) {
        c->detect_types = detect;
        c->cached = cached;
        c->check_thread = check;
        c->thread = (uint64_t)pthread_self();
        c->begin = begin;
        c->autocommit = autocommit;
        sk_slot_set(sk_ptr(self), &c->row_factory, SK_NONE);
        sk_slot_set(sk_ptr(self), &c->text_factory, sk_retain(sk_type_value(&sk_str_type)));
        ok = autocommit != 0 || sk_sql_run(c, "BEGIN");
        sk_store_relaxed(&c->initialized, true);
    }
    sk_sql_leave(c);
    return ok;
}

// ---- transactions ----------------------------------------------------------------------------------------------------------------

static SkValue conn_close(SkValue self) {
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_check_thread(c)) return SK_EMPTY;
    sk_sql_lock(c);
    sqlite3 *db = sk_load_relaxed(&c->db);
    bool ok = true;
    if (db && c->autocommit == 0 && !sqlite3_get_autocommit(db)) ok = sk_sql_run(c, "ROLLBACK");
    if (ok) close_handle(c, true);
    sk_sql_leave(c);
    return ok ? SK_NONE : SK_EMPTY;
}

// sql ends a transaction, if there is one; with autocommit False another begins.
static SkValue end_transaction(SkValue self, const char *sql) {
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    bool ok = true;
    if (c->autocommit == 0) ok = sk_sql_run(c, sql) && sk_sql_run(c, "BEGIN");
    else if (c->autocommit < 0 && !sqlite3_get_autocommit(sk_load_relaxed(&c->db))) ok = sk_sql_run(c, sql);
    sk_sql_leave(c);
    return ok ? SK_NONE : SK_EMPTY;
}
static SkValue conn_commit(SkValue self) { return end_transaction(self, "COMMIT"); }
static SkValue conn_rollback(SkValue self) { return end_transaction(self, "ROLLBACK"); }

static SkValue conn_enter(SkValue self) {
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    sk_sql_leave(c);
    return sk_dup(self);
}

static SkValue conn_exit(SkValue self, const SkValue *args) {
    if (sk_as_connection(self)->autocommit == 1) return SK_FALSE;
    bool commit = sk_is_none(args[0]);
    SK_AUTO SkValue done = sk_call_method_s(self, commit ? "commit" : "rollback", NULL, 0);
    if (!sk_is_empty(done)) return SK_FALSE;
    if (!commit) return SK_EMPTY;
    // The commit failed: what it would have kept is undone, and its own error goes on.
    SkValue exc = sk_error_take();
    SK_AUTO SkValue undone = sk_call_method_s(self, "rollback", NULL, 0);
    if (sk_is_empty(undone)) sk_error_clear();
    sk_error_restore(exc);
    return SK_EMPTY;
}

// ---- cursors ---------------------------------------------------------------------------------------------------------------------

static SkValue conn_cursor(SkValue self, const SkValue *args) {
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    sk_sql_leave(c);
    SkValue factory = sk_is_empty(args[0]) ? sk_type_value(&sk_sql_cursor_type) : args[0];
    SK_AUTO SkValue cursor = sk_own(sk_call1(factory, self));
    if (sk_is_empty(cursor)) return cursor;
    if (!sk_is_ptr(cursor) || !sk_is_instance_of(cursor, &sk_sql_cursor_type))
        return sk_raise(sk_exc_TypeError, "factory must return a cursor, not %.100T", cursor);
    SK_AUTO SkValue rows = sk_slot_get(sk_ptr(self), &c->row_factory);
    if (!sk_is_empty(rows) && !sk_is_none(rows)) sk_slot_set(sk_ptr(cursor), &sk_as_cursor(cursor)->row_factory, sk_move(&rows));
    return sk_move(&cursor);
}

// cursor().name(args...): the cursor.
static SkValue by_cursor(SkValue self, const char *name, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue cursor = sk_call_method_s(self, "cursor", NULL, 0);
    return sk_is_empty(cursor) ? cursor : sk_call_method_s(cursor, name, args, nargs);
}
static SkValue conn_execute(SkValue self, const SkValue *args, size_t n) { return by_cursor(self, "execute", args, n); }
static SkValue conn_executemany(SkValue self, const SkValue *args, size_t n) { return by_cursor(self, "executemany", args, n); }
static SkValue conn_executescript(SkValue self, SkValue script) { return by_cursor(self, "executescript", &script, 1); }

// ---- the rest --------------------------------------------------------------------------------------------------------------------

static SkValue conn_interrupt(SkValue self) {
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_load_relaxed(&c->initialized)) return RAISE(SK_SQL_PROGRAMMING, "Base Connection.__init__ not called.");
    sk_lock(&c->header);
    sqlite3 *db = sk_load_relaxed(&c->db);
    if (db) sqlite3_interrupt(db);
    sk_unlock(&c->header);
    return db || sk_sql_check_open(c) ? SK_NONE : SK_EMPTY;
}

static SkValue conn_iterdump(SkValue self, const SkValue *args) {
    if (!sk_sql_check_open(sk_as_connection(self))) return SK_EMPTY;
    SK_AUTO SkValue module = sk_import("sqlite3.dump");
    SK_AUTO SkValue dump = sk_is_empty(module) ? module : sk_getattr_s(module, "_iterdump");
    if (sk_is_empty(dump)) return dump;
    if (sk_is_empty(args[0]) || sk_is_none(args[0])) return sk_call1(dump, self);
    SK_AUTO SkValue names = sk_tuple_pack(1, sk_intern_s("filter"));
    SkValue all[2] = {self, args[0]};
    return sk_is_empty(names) ? names : sk_call(dump, all, 1, names);
}

static SkValue conn_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_sql_check_open(sk_as_connection(self)) || !sk_no_kwargs("Connection", kwnames) || !sk_check_nargs("Connection", nargs, 1, 1)) return SK_EMPTY;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "argument 1 must be str, not %T", args[0]);
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    SkSqlStatement *s = sk_sql_prepare(c, args[0]);
    if (s) sk_sql_give_back(c, s);
    sk_sql_leave(c);
    return s ? SK_NONE : SK_EMPTY;
}

static SkValue limit(SkValue self, SkValue category, int value) {
    SkSqlConnection *c = sk_as_connection(self);
    int which;
    if (!sk_as_int(category, &which) || !sk_sql_enter(c)) return SK_EMPTY;
    int old = sqlite3_limit(sk_load_relaxed(&c->db), which, value);
    sk_sql_leave(c);
    return old < 0 ? RAISE(SK_SQL_PROGRAMMING, "'category' is out of bounds") : sk_from_small_int(old);
}
static SkValue conn_getlimit(SkValue self, SkValue category) { return limit(self, category, -1); }
static SkValue conn_setlimit(SkValue self, const SkValue *args) {
    int value;
    return sk_as_int(args[1], &value) ? limit(self, args[0], value) : SK_EMPTY;
}

static bool known_option(int op) { return op >= SQLITE_DBCONFIG_ENABLE_FKEY && op <= SQLITE_DBCONFIG_LEGACY_FILE_FORMAT; }

static SkValue option(SkValue self, SkValue which, int value) {
    SkSqlConnection *c = sk_as_connection(self);
    int op, now = -1;
    if (!sk_as_int(which, &op)) return SK_EMPTY;
    if (!known_option(op)) return sk_raise(sk_exc_ValueError, "unknown config 'op': %d", op);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    int rc = sqlite3_db_config(sk_load_relaxed(&c->db), op, value, &now);
    if (rc != SQLITE_OK) sk_sql_raise_code(sk_load_relaxed(&c->db), rc);
    sk_sql_leave(c);
    if (rc != SQLITE_OK) return SK_EMPTY;
    if (value >= 0 && now != value) return RAISE(SK_SQL_OPERATIONAL, "Unable to set config");
    return value < 0 ? sk_bool(now) : SK_NONE;
}
static SkValue conn_getconfig(SkValue self, SkValue op) { return option(self, op, -1); }
static SkValue conn_setconfig(SkValue self, const SkValue *args) {
    int on = sk_is_empty(args[1]) ? 1 : sk_truth(args[1]);
    return on < 0 ? SK_EMPTY : option(self, args[0], on);
}

// ---- attributes ------------------------------------------------------------------------------------------------------------------

static SkValue get_total_changes(SkValue self, void *unused) {
    (void)unused;
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    int n = sqlite3_total_changes(sk_load_relaxed(&c->db));
    sk_sql_leave(c);
    return sk_from_small_int(n);
}

static SkValue get_in_transaction(SkValue self, void *unused) {
    (void)unused;
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    bool in = !sqlite3_get_autocommit(sk_load_relaxed(&c->db));
    sk_sql_leave(c);
    return sk_bool(in);
}

static SkValue get_isolation_level(SkValue self, void *unused) {
    (void)unused;
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    const char *begin = c->begin;
    sk_sql_leave(c);
    return begin ? sk_str_from(begin + 6) : SK_NONE;
}

static bool set_isolation_level(SkValue self, SkValue v, void *unused) {
    (void)unused;
    SkSqlConnection *c = sk_as_connection(self);
    const char *begin;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    if (!begin_statement(v, &begin)) return false;
    if (!begin) {
        // Leaving transactions to the program ends the one that is open.
        SK_AUTO SkValue done = conn_commit(self);
        if (sk_is_empty(done)) return false;
    }
    if (!sk_sql_enter(c)) return false;
    c->begin = begin;
    sk_sql_leave(c);
    return true;
}

static SkValue get_autocommit(SkValue self, void *unused) {
    (void)unused;
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    int mode = c->autocommit;
    sk_sql_leave(c);
    return mode < 0 ? sk_from_small_int(-1) : sk_bool(mode);
}

static bool set_autocommit(SkValue self, SkValue v, void *unused) {
    (void)unused;
    SkSqlConnection *c = sk_as_connection(self);
    int mode;
    if (!autocommit_mode(v, &mode) || !sk_sql_enter(c)) return false;
    bool in = !sqlite3_get_autocommit(sk_load_relaxed(&c->db));
    bool ok = mode == 1 && in ? sk_sql_run(c, "COMMIT") : mode == 0 && !in ? sk_sql_run(c, "BEGIN") : true;
    if (ok) c->autocommit = mode;
    sk_sql_leave(c);
    return ok;
}

static SkValue get_exception(SkValue self, void *closure) {
    (void)self;
    return sk_retain(sk_type_value(sk_sql_exception((SkSqlException)(intptr_t)closure)));
}

static const SkMethodDef methods[] = {
    {.name = "close", .kind = SK_NOARGS, .noargs = conn_close, .sig = "()", .doc = "Close the database connection.\n\nAny pending transaction is not committed implicitly."},
    {.name = "commit", .kind = SK_NOARGS, .noargs = conn_commit, .sig = "()", .doc = "Commit any pending transaction to the database.\n\nIf there is no open transaction, this method is a no-op."},
    {.name = "rollback", .kind = SK_NOARGS, .noargs = conn_rollback, .sig = "()", .doc = "Roll back to the start of any pending transaction.\n\nIf there is no open transaction, this method is a no-op."},
    {.name = "cursor", .kind = SK_SIG, .sig_fn = conn_cursor, .sig = "(factory=<unrepresentable>)", .doc = "Return a cursor for the connection."},
    {.name = "execute", .kind = SK_FAST, .fast = conn_execute, .sig = "(sql, parameters=<unrepresentable>, /)", .doc = "Executes an SQL statement."},
    {.name = "executemany", .kind = SK_FAST, .fast = conn_executemany, .sig = "(sql, parameters, /)", .doc = "Repeatedly executes an SQL statement."},
    {.name = "executescript", .kind = SK_ONEARG, .onearg = conn_executescript, .sig = "(sql_script, /)", .doc = "Executes multiple SQL statements at once."},
    {.name = "create_function", .kind = SK_KW, .kw = sk_sql_create_function, .sig = "(name, narg, func, /, *, deterministic=False)", .doc = "Creates a new function."},
    {.name = "create_aggregate", .kind = SK_KW, .kw = sk_sql_create_aggregate, .sig = "(name, n_arg, aggregate_class, /)", .doc = "Creates a new aggregate."},
    {.name = "create_window_function", .kind = SK_SIG, .sig_fn = sk_sql_create_window, .sig = "(name, num_params, aggregate_class, /)", .doc = "Creates or redefines an aggregate window function."},
    {.name = "create_collation", .kind = SK_SIG, .sig_fn = sk_sql_create_collation, .sig = "(name, callback, /)", .doc = "Creates a collation function."},
    {.name = "set_authorizer", .kind = SK_KW, .kw = sk_sql_set_authorizer, .sig = "(authorizer_callback, /)", .doc = "Set authorizer callback."},
    {.name = "set_progress_handler", .kind = SK_KW, .kw = sk_sql_set_progress, .sig = "(progress_handler, /, n)", .doc = "Set progress handler callback."},
    {.name = "set_trace_callback", .kind = SK_KW, .kw = sk_sql_set_trace, .sig = "(trace_callback, /)", .doc = "Set a trace callback called for each SQL statement (passed as unicode)."},
    {.name = "interrupt", .kind = SK_NOARGS, .noargs = conn_interrupt, .sig = "()", .doc = "Abort any pending database operation."},
    {.name = "iterdump", .kind = SK_SIG, .sig_fn = conn_iterdump, .sig = "(*, filter=None)", .doc = "Returns iterator to the dump of the database in an SQL text format."},
    {.name = "backup", .kind = SK_SIG, .sig_fn = sk_sql_backup, .sig = "(target, *, pages=-1, progress=None, name='main', sleep=0.25)", .doc = "Makes a backup of the database."},
    {.name = "blobopen", .kind = SK_SIG, .sig_fn = sk_sql_blobopen, .sig = "(table, column, row, /, *, readonly=False, name='main')", .doc = "Open and return a BLOB object."},
    {.name = "serialize", .kind = SK_SIG, .sig_fn = sk_sql_serialize, .sig = "(*, name='main')", .doc = "Serialize a database into a byte string."},
    {.name = "deserialize", .kind = SK_SIG, .sig_fn = sk_sql_deserialize, .sig = "(data, /, *, name='main')", .doc = "Load a serialized database."},
    {.name = "getlimit", .kind = SK_ONEARG, .onearg = conn_getlimit, .sig = "(category, /)", .doc = "Get connection run-time limits."},
    {.name = "setlimit", .kind = SK_SIG, .sig_fn = conn_setlimit, .sig = "(category, limit, /)", .doc = "Set connection run-time limits."},
    {.name = "getconfig", .kind = SK_ONEARG, .onearg = conn_getconfig, .sig = "(op, /)", .doc = "Query a boolean connection configuration option."},
    {.name = "setconfig", .kind = SK_SIG, .sig_fn = conn_setconfig, .sig = "(op, enable=True, /)", .doc = "Set a boolean connection configuration option."},
    {.name = "__enter__", .kind = SK_NOARGS, .noargs = conn_enter, .sig = "()", .doc = "Called when the connection is used as a context manager."},
    {.name = "__exit__", .kind = SK_SIG, .sig_fn = conn_exit, .sig = "(type, value, traceback, /)", .doc = "Called when the connection is used as a context manager."},
    {0},
};
#define EXCEPTION(name, which) {name, get_exception, NULL, NULL, (void *)which}
static const SkGetSetDef getset[] = {
    {"isolation_level", get_isolation_level, set_isolation_level, NULL, NULL},
    {"total_changes", get_total_changes, NULL, NULL, NULL},
    {"in_transaction", get_in_transaction, NULL, NULL, NULL},
    {"autocommit", get_autocommit, set_autocommit, NULL, NULL},
    EXCEPTION("Warning", SK_SQL_WARNING), EXCEPTION("Error", SK_SQL_ERROR), EXCEPTION("InterfaceError", SK_SQL_INTERFACE),
    EXCEPTION("DatabaseError", SK_SQL_DATABASE), EXCEPTION("DataError", SK_SQL_DATA), EXCEPTION("OperationalError", SK_SQL_OPERATIONAL),
    EXCEPTION("IntegrityError", SK_SQL_INTEGRITY), EXCEPTION("InternalError", SK_SQL_INTERNAL),
    EXCEPTION("ProgrammingError", SK_SQL_PROGRAMMING), EXCEPTION("NotSupportedError", SK_SQL_NOT_SUPPORTED),
    {0},
};
static const SkMemberDef members[] = {
    {"row_factory", SK_MEMBER_OBJECT, offsetof(SkSqlConnection, row_factory), false, NULL},
    {"text_factory", SK_MEMBER_OBJECT, offsetof(SkSqlConnection, text_factory), false, NULL},
    {0},
};

SkType sk_sql_connection_type = {
    SK_TYPE_HEAD(0, sizeof(SkSqlConnection), conn_trace, conn_clear, conn_destroy),
    .head.finalize = conn_finalize,
    .name = "sqlite3.Connection",
    .doc = "SQLite database connection object.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = conn_new,
    .init = conn_init,
    .call = conn_call,
    .methods = methods,
    .getset = getset,
    .members = members,
};
