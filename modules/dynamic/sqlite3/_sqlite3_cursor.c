// The class Cursor: executing, and fetching rows. A statement with rows stays with the cursor, one row ahead, until it is
// finished or another one is executed.
#include "modules/dynamic/sqlite3/_sqlite3.h"

#include <string.h>
#include <strings.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { DECLTYPES = 1, COLNAMES = 2 };

// ---- life ------------------------------------------------------------------------------------------------------------------------

static void cur_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSqlCursor *c = (SkSqlCursor *)o;
    SkSlot *slots[] = {&c->connection, &c->description, &c->row_factory, &c->converters, &c->lastrowid};
    for (size_t i = 0; i < 5; i++) sk_slot_visit(slots[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void cur_clear(SkObject *o) {
    sk_slot_set(o, &((SkSqlCursor *)o)->row_factory, SK_EMPTY);
    sk_instance_clear(o);
}
static void cur_destroy(SkObject *o) {
    SkSqlCursor *c = (SkSqlCursor *)o;
    if (c->statement) sk_sql_discard(sk_as_connection(sk_slot_peek(&c->connection)), c->statement, NULL);
    SkSlot *slots[] = {&c->connection, &c->description, &c->row_factory, &c->converters, &c->lastrowid};
    for (size_t i = 0; i < 5; i++) sk_slot_destroy(o, slots[i]);
    sk_instance_free(o, 0);
}

static SkValue cur_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return sk_counted(sk_type_alloc(type, 0));
}

static bool cur_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkSqlCursor *c = sk_as_cursor(self);
    if (!sk_no_kwargs("Cursor", kwnames) || !sk_check_nargs("Cursor", nargs, 1, 1)) return false;
    if (!sk_is_ptr(args[0]) || !sk_is_instance_of(args[0], &sk_sql_connection_type))
        return sk_raise_false(sk_exc_TypeError, "Cursor() argument 1 must be sqlite3.Connection, not %T", args[0]);
    if (sk_load_relaxed(&c->initialized)) {
        // Again: what it was doing is given up.
        SkSqlConnection *old = sk_as_connection(sk_slot_peek(&c->connection));
        if (!sk_sql_enter(old)) return false;
        bool running = c->running;
        if (!running && c->statement) {
            sk_sql_give_back(old, c->statement);
            c->statement = NULL;
        }
        bool same = sk_is(sk_slot_peek(&c->connection), args[0]);
        sk_sql_leave(old);
        if (running) return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Recursive use of cursors not allowed.");
        if (!same) return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "a cursor cannot change its connection");
    } else {
        if (!sk_sql_check_thread(sk_as_connection(args[0]))) return false;
        sk_slot_set(sk_ptr(self), &c->connection, sk_retain(args[0]));
    }
    sk_slot_set(sk_ptr(self), &c->description, SK_NONE);
    sk_slot_set(sk_ptr(self), &c->row_factory, SK_NONE);
    sk_slot_set(sk_ptr(self), &c->lastrowid, SK_NONE);
    c->arraysize = 1;
    sk_store_relaxed(&c->rowcount, -1);
    c->closed = false;
    sk_store_release(&c->initialized, true);  // PAIR(sqlite-cursor): with enter_cursor
    return true;
}

// Takes the connection's mutex for work on the cursor; NULL + ProgrammingError.
static SkSqlConnection *enter_cursor(SkSqlCursor *c) {
    // PAIR(sqlite-cursor): with cur_init; without it the connection's slot could look empty
    if (!sk_load_acquire(&c->initialized)) return sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "Base Cursor.__init__ not called."), NULL;
    SkSqlConnection *conn = sk_as_connection(sk_slot_peek(&c->connection));
    if (!sk_sql_check_thread(conn)) return NULL;
    if (!sk_sql_enter(conn)) return NULL;
    const char *wrong = c->closed ? "Cannot operate on a closed cursor." : c->running ? "Recursive use of cursors not allowed." : NULL;
    if (!wrong) return conn;
    sk_sql_leave(conn);
    sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "%s", wrong);
    return NULL;
}

static void drop_statement(SkSqlConnection *conn, SkSqlCursor *c) {
    SkSqlStatement *s = c->statement;
    c->statement = NULL;
    if (s) sk_sql_give_back(conn, s);
}

// ---- columns ---------------------------------------------------------------------------------------------------------------------

// A column's name without the "[type]" behind it.
static SkValue column_name(SkSqlConnection *conn, const char *name) {
    size_t n = strlen(name);
    const char *bracket = conn->detect_types & COLNAMES ? strchr(name, '[') : NULL;
    if (bracket) {
        n = (size_t)(bracket - name);
        if (n && name[n - 1] == ' ') n--;
    }
    return sk_str_from_wtf8(name, n);
}

static bool set_description(SkSqlConnection *conn, SkSqlCursor *c, sqlite3_stmt *s) {
    int n = sqlite3_column_count(s);
    SkTuple *t = sk_tuple_alloc((size_t)n);
    SK_AUTO SkValue all = sk_counted(t);
    if (!t) return false;
    for (int i = 0; i < n; i++) {
        const char *text = sqlite3_column_name(s, i);
        SK_AUTO SkValue name = text ? column_name(conn, text) : sk_raise_memory();
        SkValue d = sk_is_empty(name) ? name : sk_tuple_pack(7, name, SK_NONE, SK_NONE, SK_NONE, SK_NONE, SK_NONE, SK_NONE);
        if (sk_is_empty(d)) return false;
        sk_tuple_init(t, (size_t)i, d);
    }
    sk_slot_set(&c->header, &c->description, sk_move(&all));
    return true;
}

static SkValue converter_named(const char *name, size_t n) {
    SK_AUTO SkValue raw = sk_str_from_wtf8(name, n);
    SK_AUTO SkValue upper = sk_is_empty(raw) ? raw : sk_call_method_s(raw, "upper", NULL, 0);
    return sk_is_empty(upper) ? upper : sk_dict_get(sk_sql_converters(), upper);
}

// None where the column has none.
static SkValue column_converter(SkSqlConnection *conn, sqlite3_stmt *s, int i) {
    SkValue f = SK_EMPTY;
    if (conn->detect_types & COLNAMES) {
        const char *name = sqlite3_column_name(s, i), *open = name ? strchr(name, '[') : NULL, *close = open ? strchr(open, ']') : NULL;
        if (close) f = converter_named(open + 1, (size_t)(close - open - 1));
    }
    if (sk_is_empty(f) && !sk_error_occurred() && conn->detect_types & DECLTYPES) {
        const char *type = sqlite3_column_decltype(s, i);
        if (type) f = converter_named(type, strcspn(type, " ("));
    }
    return sk_is_empty(f) && !sk_error_occurred() ? SK_NONE : f;
}

static bool set_converters(SkSqlConnection *conn, SkSqlCursor *c, sqlite3_stmt *s) {
    if (!conn->detect_types) return true;
    SK_AUTO SkValue list = sk_list_new(0);
    for (int i = 0, n = sqlite3_column_count(s); i < n; i++) {
        SkValue f = sk_is_empty(list) ? list : column_converter(conn, s, i);
        if (sk_is_empty(f) || !sk_list_append_steal(list, f)) return false;
    }
    sk_slot_set(&c->header, &c->converters, sk_move(&list));
    return true;
}

static SkValue text_value(SkSqlConnection *conn, sqlite3_stmt *s, int i) {
    const char *text = (const char *)sqlite3_column_text(s, i);
    size_t n = (size_t)sqlite3_column_bytes(s, i);
    if (!text) return sk_raise_memory();
    SK_AUTO SkValue factory = sk_slot_get(&conn->header, &conn->text_factory);
    if (sk_is_empty(factory) || sk_is(factory, sk_type_value(&sk_str_type))) {
        SkValue v = sk_str_from_utf8(text, n);
        if (sk_is_empty(v) && sk_error_clear_if(sk_exc_UnicodeDecodeError))
            return sk_raise(sk_sql_exception(SK_SQL_OPERATIONAL), "Could not decode to UTF-8 column '%s' with text '%s'", sqlite3_column_name(s, i), text);
        return v;
    }
    if (sk_is(factory, sk_type_value(&sk_bytes_type))) return sk_bytes_from(text, n);
    if (sk_is(factory, sk_type_value(&sk_bytearray_type))) return sk_bytearray_from(text, n);
    SK_AUTO SkValue bytes = sk_bytes_from(text, n);
    return sk_is_empty(bytes) ? bytes : sk_own(sk_call1(factory, bytes));
}

static SkValue column_value(SkSqlConnection *conn, sqlite3_stmt *s, int i, SkValue converter) {
    int type = sqlite3_column_type(s, i);
    if (!sk_is_none(converter)) {
        const void *data = sqlite3_column_blob(s, i);
        if (type == SQLITE_NULL || !data) return SK_NONE;
        SK_AUTO SkValue bytes = sk_bytes_from(data, (size_t)sqlite3_column_bytes(s, i));
        return sk_is_empty(bytes) ? bytes : sk_own(sk_call1(converter, bytes));
    }
    switch (type) {
    case SQLITE_NULL: return SK_NONE;
    case SQLITE_INTEGER: return sk_int_from_int64(sqlite3_column_int64(s, i));
    case SQLITE_FLOAT: return sk_float_new(sqlite3_column_double(s, i));
    case SQLITE_TEXT: return text_value(conn, s, i);
    default: {
        const void *data = sqlite3_column_blob(s, i);
        return sk_bytes_from(data ? data : "", (size_t)sqlite3_column_bytes(s, i));
    }
    }
}

static SkValue read_row(SkSqlConnection *conn, SkSqlCursor *c, sqlite3_stmt *s) {
    int n = sqlite3_data_count(s);
    SkTuple *t = sk_tuple_alloc((size_t)n);
    SK_AUTO SkValue row = sk_counted(t);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue converters = conn->detect_types ? sk_slot_get(&c->header, &c->converters) : SK_EMPTY;
    for (int i = 0; i < n; i++) {
        SK_AUTO SkValue f = sk_is_empty(converters) ? SK_NONE : sk_list_get(converters, (size_t)i);
        SkValue v = column_value(conn, s, i, sk_is_empty(f) ? SK_NONE : f);
        if (sk_is_empty(v)) return v;
        sk_tuple_init(t, (size_t)i, v);
    }
    return sk_move(&row);
}

// ---- executing -------------------------------------------------------------------------------------------------------------------

// The next parameters for executemany: 1, 0 at the end, -1.
static int next_parameters(SkValue it, SkValue *out) {
    *out = sk_own(sk_next(it));
    return !sk_is_empty(*out) ? 1 : sk_error_occurred() ? -1 : 0;
}

// Runs the statement once for bound parameters. The first row stays with the cursor.
static bool run_once(SkSqlConnection *conn, SkSqlCursor *c, SkSqlStatement *s, bool many) {
    sqlite3 *db = sk_load_relaxed(&conn->db);
    int before = sqlite3_total_changes(db);
    int rc = sk_sql_step(s->handle);
    if (sk_error_occurred()) return false;
    if (rc != SQLITE_DONE && rc != SQLITE_ROW) {
        sk_sql_raise(db);
        return false;
    }
    if (sk_load_relaxed(&conn->db) != db) return sk_sql_check_open(conn);
    if (rc == SQLITE_ROW && many && !s->is_dml)
        return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "executemany() can only execute DML statements.");
    if (!many || rc == SQLITE_ROW)
        if (!set_description(conn, c, s->handle) || !set_converters(conn, c, s->handle)) return false;
    if (sqlite3_column_count(s->handle) == 0) sk_slot_set(&c->header, &c->description, SK_NONE);
    if (rc == SQLITE_ROW) {
        if (!many) return true;  // the row is fetched later
        while (rc == SQLITE_ROW) rc = sk_sql_step(s->handle);
        if (rc != SQLITE_DONE) return sk_sql_raise(db), false;
    }
    if (s->is_dml) sk_store_relaxed(&c->rowcount, sk_load_relaxed(&c->rowcount) + sqlite3_total_changes(db) - before);
    if (s->is_dml && sqlite3_column_count(s->handle) == 0 && !many) sk_store_relaxed(&c->rowcount, sqlite3_changes(db));
    return true;
}

static bool begin_if_needed(SkSqlConnection *conn, const SkSqlStatement *s) {
    if (conn->autocommit >= 0 || !conn->begin || !s->is_dml || !sqlite3_get_autocommit(sk_load_relaxed(&conn->db))) return true;
    return sk_sql_run(conn, conn->begin);
}

static bool run_all(SkSqlConnection *conn, SkSqlCursor *c, SkValue sql, SkValue parameters, SkValue many) {
    drop_statement(conn, c);
    sk_slot_set(&c->header, &c->description, SK_NONE);
    sk_store_relaxed(&c->rowcount, -1);
    SkSqlStatement *s = sk_sql_prepare(conn, sql);
    if (!s) return false;
    c->statement = s;
    if (!s->handle) return true;
    if (!sk_is_empty(many) && sqlite3_stmt_readonly(s->handle))
        return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "executemany() can only execute DML statements.");
    if (s->is_dml) sk_store_relaxed(&c->rowcount, 0);
    if (!begin_if_needed(conn, s)) return false;
    if (sk_is_empty(many)) {
        if (!sk_sql_bind(s, parameters) || !sk_sql_check_open(conn) || !run_once(conn, c, s, false)) return false;
        SkValue id = sk_int_from_int64(sqlite3_last_insert_rowid(sk_load_relaxed(&conn->db)));
        sk_slot_set(&c->header, &c->lastrowid, id);
        return true;
    }
    for (;;) {
        SK_AUTO SkValue p = SK_EMPTY;
        int more = next_parameters(many, &p);
        if (more <= 0) return more == 0;
        if (!sk_sql_check_open(conn) || !sk_safepoint_poll()) return false;
        sqlite3_reset(s->handle);
        if (!sk_sql_bind(s, p) || !sk_sql_check_open(conn) || !run_once(conn, c, s, true)) return false;
    }
}

static bool has_row(const SkSqlStatement *s) { return s && s->handle && sqlite3_data_count(s->handle) > 0; }

static SkValue execute(SkValue self, SkValue sql, SkValue parameters, SkValue many) {
    SkSqlCursor *c = sk_as_cursor(self);
    SkSqlConnection *conn = enter_cursor(c);
    if (!conn) return SK_EMPTY;
    c->running = true;
    bool ok = run_all(conn, c, sql, parameters, many);
    c->running = false;
    if (!ok) sk_store_relaxed(&c->rowcount, -1);
    if (!ok || !has_row(c->statement)) {
        SkValue exc = sk_error_take();
        drop_statement(conn, c);
        sk_error_restore(exc);
    }
    sk_sql_leave(conn);
    return ok ? sk_dup(self) : SK_EMPTY;
}

static SkValue cur_execute(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("execute", nargs, 1, 2)) return SK_EMPTY;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "execute() argument 1 must be str, not %T", args[0]);
    return execute(self, args[0], nargs > 1 ? args[1] : sk_empty_tuple(), SK_EMPTY);
}

static SkValue cur_executemany(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("executemany", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "executemany() argument 1 must be str, not %T", args[0]);
    SK_AUTO SkValue it = sk_iter(args[1]);
    return sk_is_empty(it) ? it : execute(self, args[0], SK_EMPTY, it);
}

// Each statement of a script is run to its end; rows are dropped.
static bool run_script(SkSqlConnection *conn, const char *sql) {
    sqlite3 *db = sk_load_relaxed(&conn->db);
    if (conn->autocommit < 0 && !sqlite3_get_autocommit(db) && !sk_sql_run(conn, "COMMIT")) return false;
    while (*sql) {
        sqlite3_stmt *s = NULL;
        sk_thread_detach();
        int rc = sqlite3_prepare_v2(db, sql, -1, &s, &sql);
        if (rc == SQLITE_OK && s) {
            do rc = sqlite3_step(s);
            while (rc == SQLITE_ROW);
            rc = sqlite3_finalize(s);
        }
        sk_thread_attach();
        if (rc != SQLITE_OK || sk_error_occurred()) return sk_sql_raise(db), false;
    }
    return true;
}

static SkValue cur_executescript(SkValue self, SkValue script) {
    if (!sk_is_str(script)) return sk_raise(sk_exc_TypeError, "executescript() argument must be str, not %T", script);
    SkSqlCursor *c = sk_as_cursor(self);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(script);
    if (!u.text) return SK_EMPTY;
    if (strlen(u.text) != u.len) return sk_raise(sk_exc_ValueError, "embedded null character");
    SkSqlConnection *conn = enter_cursor(c);
    if (!conn) return SK_EMPTY;
    bool ok;
    if (u.len > (size_t)sqlite3_limit(sk_load_relaxed(&conn->db), SQLITE_LIMIT_SQL_LENGTH, -1)) {
        ok = sk_raise_false(sk_sql_exception(SK_SQL_DATA), "query string is too large");
    } else {
        c->running = true;
        ok = run_script(conn, u.text);
        c->running = false;
    }
    sk_sql_leave(conn);
    return ok ? sk_dup(self) : SK_EMPTY;
}

// ---- fetching --------------------------------------------------------------------------------------------------------------------

// The row the statement stands at; then it goes one on. SK_EMPTY without an exception: no row.
static SkValue take_row(SkSqlConnection *conn, SkSqlCursor *c) {
    SkSqlStatement *s = c->statement;
    if (!s || !s->handle) return SK_EMPTY;
    c->running = true;
    SK_AUTO SkValue row = read_row(conn, c, s->handle);
    c->running = false;
    if (sk_is_empty(row)) {
        SkValue exc = sk_error_take();
        drop_statement(conn, c);
        sk_error_restore(exc);
        return row;
    }
    if (!s->handle) return (void)!sk_sql_check_open(conn), SK_EMPTY;  // a converter closed the connection
    sqlite3 *db = sk_load_relaxed(&conn->db);
    c->running = true;
    int rc = sk_sql_step(s->handle);
    c->running = false;
    if (rc == SQLITE_DONE && s->is_dml) sk_store_relaxed(&c->rowcount, sqlite3_changes(db));
    if (rc == SQLITE_ROW && !sk_error_occurred()) return sk_move(&row);
    if (rc != SQLITE_DONE) sk_sql_raise(db);
    SkValue exc = sk_error_take();
    drop_statement(conn, c);
    if (sk_is_empty(exc)) return sk_move(&row);
    sk_error_restore(exc);
    return SK_EMPTY;
}

static SkValue cur_next(SkValue self) {
    SkSqlCursor *c = sk_as_cursor(self);
    SkSqlConnection *conn = enter_cursor(c);
    if (!conn) return SK_EMPTY;
    SK_AUTO SkValue row = take_row(conn, c);
    sk_sql_leave(conn);
    if (sk_is_empty(row)) return row;
    SK_AUTO SkValue factory = sk_slot_get(&c->header, &c->row_factory);
    if (sk_is_empty(factory) || sk_is_none(factory)) return sk_move(&row);
    return sk_call2(factory, self, row);
}

static SkValue cur_fetchone(SkValue self) {
    SkValue row = cur_next(self);
    return sk_is_empty(row) && !sk_error_occurred() ? SK_NONE : row;
}

static SkValue fetch(SkValue self, int64_t limit) {
    SK_AUTO SkValue rows = sk_list_new(0);
    if (sk_is_empty(rows)) return rows;
    for (int64_t i = 0; limit < 0 || i < limit; i++) {
        if (!sk_safepoint_poll()) return SK_EMPTY;
        SkValue row = cur_next(self);
        if (sk_is_empty(row)) return sk_error_occurred() ? SK_EMPTY : sk_move(&rows);
        if (!sk_list_append_steal(rows, row)) return SK_EMPTY;
    }
    return sk_move(&rows);
}

static SkValue cur_fetchmany(SkValue self, const SkValue *args) {
    int size = sk_as_cursor(self)->arraysize;
    if (!sk_is_empty(args[0]) && !sk_as_int(args[0], &size)) return SK_EMPTY;
    return fetch(self, size <= 0 ? -1 : size);
}
static SkValue cur_fetchall(SkValue self) { return fetch(self, -1); }

static SkValue cur_close(SkValue self) {
    SkSqlCursor *c = sk_as_cursor(self);
    if (!sk_load_acquire(&c->initialized)) return sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "Base Cursor.__init__ not called.");
    SkSqlConnection *conn = sk_as_connection(sk_slot_peek(&c->connection));
    if (!sk_sql_enter(conn)) return SK_EMPTY;
    bool running = c->running;
    if (!running) {
        drop_statement(conn, c);
        c->closed = true;
    }
    sk_sql_leave(conn);
    return running ? sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "Recursive use of cursors not allowed.") : SK_NONE;
}

static SkValue cur_ignore(SkValue self, const SkValue *args, size_t nargs) {
    (void)self, (void)args, (void)nargs;
    return SK_NONE;
}

// ---- the type --------------------------------------------------------------------------------------------------------------------

static SkValue get_rowcount(SkValue self, void *unused) {
    (void)unused;
    return sk_int_from_int64(sk_load_relaxed(&sk_as_cursor(self)->rowcount));
}

static const SkMethodDef methods[] = {
    {.name = "execute", .kind = SK_FAST, .fast = cur_execute, .sig = "(sql, parameters=(), /)", .doc = "Executes an SQL statement."},
    {.name = "executemany", .kind = SK_FAST, .fast = cur_executemany, .sig = "(sql, seq_of_parameters, /)", .doc = "Repeatedly executes an SQL statement."},
    {.name = "executescript", .kind = SK_ONEARG, .onearg = cur_executescript, .sig = "(sql_script, /)", .doc = "Executes multiple SQL statements at once."},
    {.name = "fetchone", .kind = SK_NOARGS, .noargs = cur_fetchone, .sig = "()", .doc = "Fetches one row from the resultset."},
    {.name = "fetchmany", .kind = SK_SIG, .sig_fn = cur_fetchmany, .sig = "(size=1)", .doc = "Fetches several rows from the resultset.\n\n  size\n    The default value is set by the Cursor.arraysize attribute."},
    {.name = "fetchall", .kind = SK_NOARGS, .noargs = cur_fetchall, .sig = "()", .doc = "Fetches all rows from the resultset."},
    {.name = "close", .kind = SK_NOARGS, .noargs = cur_close, .sig = "()", .doc = "Closes the cursor."},
    {.name = "setinputsizes", .kind = SK_FAST, .fast = cur_ignore, .sig = "(sizes, /)", .doc = "Required by DB-API. Does nothing in sqlite3."},
    {.name = "setoutputsize", .kind = SK_FAST, .fast = cur_ignore, .sig = "(size, column=None, /)", .doc = "Required by DB-API. Does nothing in sqlite3."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"rowcount", get_rowcount, NULL, NULL, NULL},
    {0},
};
static const SkMemberDef members[] = {
    {"connection", SK_MEMBER_OBJECT, offsetof(SkSqlCursor, connection), true, NULL},
    {"description", SK_MEMBER_OBJECT, offsetof(SkSqlCursor, description), true, NULL},
    {"lastrowid", SK_MEMBER_OBJECT, offsetof(SkSqlCursor, lastrowid), true, NULL},
    {"arraysize", SK_MEMBER_INT, offsetof(SkSqlCursor, arraysize), false, NULL},
    {"row_factory", SK_MEMBER_OBJECT, offsetof(SkSqlCursor, row_factory), false, NULL},
    {0},
};

SkType sk_sql_cursor_type = {
    SK_TYPE_HEAD(0, sizeof(SkSqlCursor), cur_trace, cur_clear, cur_destroy),
    .name = "sqlite3.Cursor",
    .doc = "SQLite database cursor class.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = cur_new,
    .init = cur_init,
    .iter = sk_iter_self,
    .iternext = cur_next,
    .methods = methods,
    .getset = getset,
    .members = members,
};
