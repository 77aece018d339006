// Compiled statements: the connection's cache of them, and the binding of parameters.
#include "base/alloc.h"
#include "modules/dynamic/sqlite3/_sqlite3.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "objects/buffer.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// ---- the list --------------------------------------------------------------------------------------------------------------------

static void link_first(SkSqlConnection *c, SkSqlStatement *s) {
    s->prev = NULL;
    s->next = c->statements;
    if (s->next) s->next->prev = s;
    c->statements = s;
}

static void unlink_statement(SkSqlConnection *c, SkSqlStatement *s) {
    if (s->prev) s->prev->next = s->next;
    else if (c->statements == s) c->statements = s->next;
    if (s->next) s->next->prev = s->prev;
}

void sk_sql_statement_free(SkSqlConnection *c, SkSqlStatement *s) {
    unlink_statement(c, s);
    sqlite3_finalize(s->handle);
    sk_free(s->sql);
    sk_free(s);
}

// Statements that cursors still have stay as empty shells.
void sk_sql_close_statements(SkSqlConnection *c, bool in_use) {
    for (SkSqlStatement *s = c->statements, *next; s; s = next) {
        next = s->next;
        if (!s->idle && !in_use) continue;
        sqlite3_finalize(s->handle);
        s->handle = NULL;
        if (s->idle) sk_sql_statement_free(c, s);
    }
}

void sk_sql_give_back(SkSqlConnection *c, SkSqlStatement *s) {
    if (s->handle) {
        sqlite3_reset(s->handle);
        sqlite3_clear_bindings(s->handle);
    }
    if (!s->handle || !sk_load_relaxed(&c->db)) {
        sk_sql_statement_free(c, s);
        return;
    }
    unlink_statement(c, s);
    link_first(c, s);
    s->idle = true;
    int idle = 0;
    for (SkSqlStatement *t = c->statements, *next; t; t = next) {
        next = t->next;
        if (t->idle && ++idle > c->cached) sk_sql_statement_free(c, t);
    }
}

// ---- preparing -------------------------------------------------------------------------------------------------------------------

// Past white space and comments.
static const char *skip_blank(const char *s) {
    for (;;) {
        if (isspace((unsigned char)*s)) {
            s++;
        } else if (s[0] == '-' && s[1] == '-') {
            s += strcspn(s, "\n");
        } else if (s[0] == '/' && s[1] == '*') {
            const char *end = strstr(s + 2, "*/");
            s = end ? end + 2 : s + strlen(s);
        } else {
            return s;
        }
    }
}

static bool is_dml(const char *sql) {
    const char *s = skip_blank(sql);
    return !strncasecmp(s, "insert", 6) || !strncasecmp(s, "update", 6) || !strncasecmp(s, "delete", 6) || !strncasecmp(s, "replace", 7);
}

static SkSqlStatement *find_idle(SkSqlConnection *c, const char *sql, size_t n) {
    for (SkSqlStatement *s = c->statements; s; s = s->next)
        if (s->idle && s->sql_len == n && !memcmp(s->sql, sql, n)) return s;
    return NULL;
}

static SkSqlStatement *fail(sqlite3_stmt *handle) {
    sqlite3_finalize(handle);
    return NULL;
}

SkSqlStatement *sk_sql_prepare(SkSqlConnection *c, SkValue text) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    if (!u.text) return NULL;
    sqlite3 *db = sk_load_relaxed(&c->db);
    SkSqlStatement *s = find_idle(c, u.text, u.len);
    if (s) {
        s->idle = false;
        return s;
    }
    if (u.len > (size_t)sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, -1)) return sk_raise(sk_sql_exception(SK_SQL_DATA), "query string is too large"), NULL;
    if (memchr(u.text, 0, u.len)) return sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "the query contains a null character"), NULL;
    sqlite3_stmt *handle = NULL;
    const char *tail = NULL;
    sk_thread_detach();
    int rc = sqlite3_prepare_v2(db, u.text, (int)u.len + 1, &handle, &tail);
    sk_thread_attach();
    if (sk_error_occurred()) return fail(handle);
    if (rc != SQLITE_OK) return sk_sql_raise(db), fail(handle);
    if (tail && *skip_blank(tail)) {
        sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "You can only execute one statement at a time.");
        return fail(handle);
    }
    s = sk_calloc(1, sizeof *s);
    if (s) s->sql = sk_malloc(u.len + 1);
    if (!s || !s->sql) {
        sk_free(s);
        sk_raise_memory();
        return fail(handle);
    }
    memcpy(s->sql, u.text, u.len + 1);
    s->sql_len = u.len;
    s->handle = handle;
    s->is_dml = handle && is_dml(u.text);
    link_first(c, s);
    return s;
}

int sk_sql_step(sqlite3_stmt *s) {
    sk_thread_detach();
    int rc = sqlite3_step(s);
    sk_thread_attach();
    return rc;
}

// ---- adapting ----------------------------------------------------------------------------------------------------------------------

static SkValue call_opt(SkValue obj, const char *method, SkValue arg) {
    SK_AUTO SkValue f = sk_getattr_opt_s(obj, method);
    if (sk_is_empty(f)) return f;
    SK_AUTO SkValue r = sk_call1(f, arg);
    if (sk_is_empty(r)) {
        (void)sk_error_clear_if(sk_exc_TypeError);
        return r;
    }
    return sk_is_none(r) ? SK_EMPTY : sk_own(sk_move(&r));
}

SkValue sk_sql_adapt(SkValue v, SkValue protocol, SkValue alternative) {
    SK_AUTO SkValue key = sk_tuple_pack(2, sk_type_value(sk_type_of(v)), protocol);
    if (sk_is_empty(key)) return key;
    SK_AUTO SkValue adapter = sk_dict_get(sk_sql_adapters(), key);
    if (!sk_is_empty(adapter)) return sk_own(sk_call1(adapter, v));
    SkValue r = sk_error_occurred() ? SK_EMPTY : call_opt(protocol, "__adapt__", v);
    if (sk_is_empty(r) && !sk_error_occurred()) r = call_opt(v, "__conform__", protocol);
    if (!sk_is_empty(r) || sk_error_occurred()) return r;
    if (!sk_is_empty(alternative)) return sk_retain(alternative);
    return sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "can't adapt");
}

static bool needs_adapting(SkValue v) {
    return !(sk_is_none(v) || sk_is_exact_int(v) || sk_is_exact_float(v) || sk_is_exact_str(v) || sk_has_index(v, SK_T_BYTEARRAY));
}

// ---- binding -----------------------------------------------------------------------------------------------------------------------

static bool unsupported(SkValue v, int pos, const char *name) {
    if (name)
        return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Error binding parameter '%s': type '%T' is not supported", name, v);
    return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Error binding parameter %d: type '%T' is not supported", pos, v);
}

static int bind_buffer(sqlite3_stmt *s, int pos, SkValue v) {
    SkBuffer view;
    if (!sk_buffer_get(v, &view, SK_BUF_LIBRARY)) return -1;
    int rc = sqlite3_bind_blob64(s, pos, view.data ? view.data : "", (sqlite3_uint64)view.length, SQLITE_TRANSIENT);
    sk_buffer_release(&view);
    return rc;
}

static int bind_text(sqlite3_stmt *s, int pos, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(v);
    if (!u.text) return -1;
    return sqlite3_bind_text64(s, pos, u.text, u.len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static bool bind_one(sqlite3_stmt *s, int pos, const char *name, SkValue given) {
    SK_AUTO SkValue v = needs_adapting(given) ? sk_sql_adapt(given, sk_type_value(&sk_sql_protocol_type), given) : sk_retain(given);
    if (sk_is_empty(v)) return false;
    int rc;
    int64_t n;
    if (sk_is_none(v)) {
        rc = sqlite3_bind_null(s, pos);
    } else if (sk_is_int(v)) {
        if (!sk_int_fits_int64(v, &n)) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to SQLite INTEGER");
        rc = sqlite3_bind_int64(s, pos, n);
    } else if (sk_is_float(v)) {
        rc = sqlite3_bind_double(s, pos, sk_float_value(v));
    } else if (sk_is_str(v)) {
        rc = bind_text(s, pos, v);
    } else if (sk_has_buffer(v)) {
        rc = bind_buffer(s, pos, v);
    } else {
        return unsupported(given, pos, name);
    }
    if (rc == SQLITE_OK) return true;
    if (rc > 0) sk_sql_raise_code(sqlite3_db_handle(s), rc);
    return false;
}

static bool bind_sequence(sqlite3_stmt *s, SkValue p) {
    int needed = sqlite3_bind_parameter_count(s);
    int64_t have = sk_len(p);
    if (have < 0) return false;
    if (have != needed)
        return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING),
                              "Incorrect number of bindings supplied. The current statement uses %d, and there are %lld supplied.", needed, (long long)have);
    for (int i = 0; i < needed; i++) {
        const char *name = sqlite3_bind_parameter_name(s, i + 1);
        if (name && name[0] != '?')
            return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING),
                                  "Binding %d ('%s') is a named parameter, but you supplied a sequence which requires nominal (qmark) placeholders.", i + 1, name);
        SK_AUTO SkValue v = sk_getitem_i(p, i);
        if (sk_is_empty(v) || !bind_one(s, i + 1, NULL, v)) return false;
    }
    return true;
}

static bool bind_mapping(sqlite3_stmt *s, SkValue p) {
    int needed = sqlite3_bind_parameter_count(s);
    for (int i = 1; i <= needed; i++) {
        const char *name = sqlite3_bind_parameter_name(s, i);
        if (!name)
            return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING),
                                  "Binding %d has no name, but you supplied a dictionary (which has only names).", i);
        SK_AUTO SkValue key = sk_str_from(name + 1);
        SK_AUTO SkValue v = sk_is_empty(key) ? key : sk_is_exact_dict(p) ? sk_dict_get(p, key) : sk_getitem(p, key);
        if (sk_is_empty(v)) {
            if (!sk_error_occurred() || sk_error_matches(sk_exc_LookupError))
                sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "You did not supply a value for binding parameter :%s.", name + 1);
            return false;
        }
        if (!bind_one(s, i, name, v)) return false;
    }
    return true;
}

bool sk_sql_bind(SkSqlStatement *s, SkValue p) {
    if (!s->handle) return true;
    if (sk_is_exact_tuple(p) || sk_is_exact_list(p) || (!sk_is_dict(p) && sk_is_sequence(p))) return bind_sequence(s->handle, p);
    if (sk_is_mapping(p)) return bind_mapping(s->handle, p);
    return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "parameters are of unsupported type");
}
