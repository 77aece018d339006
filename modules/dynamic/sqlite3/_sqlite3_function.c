// What the library calls back: functions, aggregates, window functions, collations, the authorizer, progress and trace
// handlers. The library keeps a callable with its registration and gives it back through a destructor, attached or not.
#include "base/alloc.h"
#include "modules/dynamic/sqlite3/_sqlite3.h"

#include <string.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { MAX_ARGUMENTS = 127 };

static void drop_callable(void *p) {
    bool attached = sk_sql_callback_begin();
    sk_decref(p);
    sk_sql_callback_end(attached);
}

static void *keep_callable(SkValue v) {
    SkValue kept = sk_retain(v);
    return sk_ptr(kept);
}

// The exception of a callback has nowhere to go: it is shown, where that was asked for.
static void swallow(SkValue where) {
    if (!sk_error_occurred()) return;
    if (sk_load_relaxed(&sk_sql_callback_tracebacks)) sk_error_unraisable(NULL, where);
    else sk_error_clear();
}

static void set_error(sqlite3_context *ctx, const char *message, SkValue where) {
    if (sk_error_matches(sk_exc_MemoryError)) sqlite3_result_error_nomem(ctx);
    else if (sk_error_matches(sk_exc_OverflowError)) sqlite3_result_error_toobig(ctx);
    else sqlite3_result_error(ctx, message, -1);
    swallow(where);
}

// ---- values ----------------------------------------------------------------------------------------------------------------------

static SkValue from_sql(sqlite3_value *v) {
    switch (sqlite3_value_type(v)) {
    case SQLITE_INTEGER: return sk_int_from_int64(sqlite3_value_int64(v));
    case SQLITE_FLOAT: return sk_float_new(sqlite3_value_double(v));
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_value_text(v);
        return text ? sk_str_from_utf8(text, (size_t)sqlite3_value_bytes(v)) : sk_raise_memory();
    }
    case SQLITE_BLOB: {
        const void *data = sqlite3_value_blob(v);
        return sk_bytes_from(data ? data : "", (size_t)sqlite3_value_bytes(v));
    }
    default: return SK_NONE;
    }
}

// False: an exception is set.
static bool to_sql(sqlite3_context *ctx, SkValue v) {
    int64_t n;
    if (sk_is_none(v)) {
        sqlite3_result_null(ctx);
    } else if (sk_is_int(v)) {
        if (!sk_int_fits_int64(v, &n)) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to SQLite INTEGER");
        sqlite3_result_int64(ctx, n);
    } else if (sk_is_float(v)) {
        sqlite3_result_double(ctx, sk_float_value(v));
    } else if (sk_is_str(v)) {
        SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(v);
        if (!u.text) return false;
        sqlite3_result_text64(ctx, u.text, u.len, SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (sk_has_buffer(v)) {
        SkBuffer view;
        if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return false;
        sqlite3_result_blob64(ctx, view.data ? view.data : "", (sqlite3_uint64)view.length, SQLITE_TRANSIENT);
        sk_buffer_release(&view);
    } else {
        return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "User-defined functions cannot return '%T' values to SQLite", v);
    }
    return true;
}

static SkValue call_with(SkValue f, int argc, sqlite3_value **argv) {
    SkValue args[MAX_ARGUMENTS];
    int n = 0;
    SkValue result = SK_EMPTY;
    while (n < argc && n < MAX_ARGUMENTS) {
        args[n] = from_sql(argv[n]);
        if (sk_is_empty(args[n])) break;
        n++;
    }
    if (n == argc) result = sk_own(sk_call(f, args, (size_t)n, SK_EMPTY));
    for (int i = 0; i < n; i++) sk_release(args[i]);
    return result;
}

// ---- functions and aggregates ------------------------------------------------------------------------------------------------------

static void run_function(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    bool attached = sk_sql_callback_begin();
    SkValue f = sk_counted(sqlite3_user_data(ctx));
    SkValue result = call_with(f, argc, argv);
    if (sk_is_empty(result) || !to_sql(ctx, result)) set_error(ctx, "user-defined function raised exception", f);
    sk_release(result);
    sk_sql_callback_end(attached);
}

// The aggregate's instance lies in the library's memory for it: a counted word, made by the first step.
static void call_aggregate(sqlite3_context *ctx, int argc, sqlite3_value **argv, const char *method, const char *absent, const char *failed) {
    bool attached = sk_sql_callback_begin();
    SkValue cls = sk_counted(sqlite3_user_data(ctx));
    SkValue *instance = sqlite3_aggregate_context(ctx, sizeof *instance);
    if (!instance) {
        sqlite3_result_error_nomem(ctx);
    } else {
        if (sk_is_empty(*instance)) *instance = sk_own(sk_call0(cls));
        if (sk_is_empty(*instance)) {
            set_error(ctx, "user-defined aggregate's '__init__' method raised error", cls);
        } else {
            SK_AUTO SkValue f = sk_getattr_s(*instance, method);
            SK_AUTO SkValue result = sk_is_empty(f) ? f : call_with(f, argc, argv);
            if (sk_is_empty(f)) set_error(ctx, absent, cls);
            else if (sk_is_empty(result)) set_error(ctx, failed, cls);
        }
    }
    sk_sql_callback_end(attached);
}

static void run_step(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    call_aggregate(ctx, argc, argv, "step", "user-defined aggregate's 'step' method not defined", "user-defined aggregate's 'step' method raised error");
}
static void run_inverse(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    call_aggregate(ctx, argc, argv, "inverse", "user-defined aggregate's 'inverse' method not defined", "user-defined aggregate's 'inverse' method raised error");
}

static void give_result(sqlite3_context *ctx, SkValue instance, const char *method, const char *absent, const char *failed) {
    SK_AUTO SkValue f = sk_getattr_s(instance, method);
    SK_AUTO SkValue result = sk_is_empty(f) ? f : sk_own(sk_call0(f));
    SkValue cls = sk_counted(sqlite3_user_data(ctx));
    if (sk_is_empty(f)) set_error(ctx, absent, cls);
    else if (sk_is_empty(result) || !to_sql(ctx, result)) set_error(ctx, failed, cls);
}

static void run_value(sqlite3_context *ctx) {
    bool attached = sk_sql_callback_begin();
    SkValue *instance = sqlite3_aggregate_context(ctx, sizeof *instance);
    if (instance && !sk_is_empty(*instance))
        give_result(ctx, *instance, "value", "user-defined aggregate's 'value' method not defined", "user-defined aggregate's 'value' method raised error");
    sk_sql_callback_end(attached);
}

// Also called, for its cleaning up, after an error and without any step.
static void run_finalize(sqlite3_context *ctx) {
    bool attached = sk_sql_callback_begin();
    SkValue *instance = sqlite3_aggregate_context(ctx, 0);
    if (instance && !sk_is_empty(*instance)) {
        SkValue pending = sk_error_take();
        give_result(ctx, *instance, "finalize", "user-defined aggregate's 'finalize' method not defined", "user-defined aggregate's 'finalize' method raised error");
        if (!sk_is_empty(pending)) sk_error_restore(pending);
        sk_release(*instance);
        *instance = SK_EMPTY;
    }
    sk_sql_callback_end(attached);
}

// Until 3.15 these parameters may be given by name, with a warning. quoted: their names in words.
static bool bind_deprecated(const char *method, const char *sig, _Atomic(SkSig *) *cache, size_t positional, const char *quoted, const SkValue *args,
                            size_t nargs, SkValue kwnames, SkValue *out) {
    const char *many = positional > 1 ? "s" : "";
    return sk_bind(method, sig, cache, args, nargs, kwnames, out) &&
           (nargs >= positional ||
            sk_warn(sk_exc_DeprecationWarning, 1,
                    "Passing keyword argument%s %s to _sqlite3.Connection.%s() is deprecated. Parameter%s %s will become positional-only in Python 3.15.", many,
                    quoted, method, many, quoted));
}

static bool name_and_count(const SkValue *a, const char *function, SkUtf8 *name, int *count) {
    if (!sk_is_str(a[0])) return sk_raise_false(sk_exc_TypeError, "%s() argument 1 must be str, not %T", function, a[0]);
    if (!sk_as_int(a[1], count)) return false;
    *name = sk_str_utf8(a[0]);
    if (!name->text) return false;
    return strlen(name->text) == name->len || sk_raise_false(sk_exc_ValueError, "embedded null character");
}

static SkValue registered(SkSqlConnection *c, int rc, const char *message) {
    sk_sql_leave(c);
    if (rc == SQLITE_OK) return SK_NONE;
    return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_sql_exception(SK_SQL_OPERATIONAL), "%s", message);
}

SkValue sk_sql_create_function(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    SkSqlConnection *c = sk_as_connection(self);
    SK_AUTO_UTF8 SkUtf8 name = {0};
    int count, flags = SQLITE_UTF8;
    if (!bind_deprecated("create_function", "(name, narg, func, *, deterministic=False)", &sig, 3, "'name', 'narg' and 'func'", args, nargs, kwnames, a) ||
        !name_and_count(a, "create_function", &name, &count))
        return SK_EMPTY;
    int deterministic = sk_is_empty(a[3]) ? 0 : sk_truth(a[3]);
    if (deterministic < 0 || !sk_sql_enter(c)) return SK_EMPTY;
    if (deterministic) flags |= SQLITE_DETERMINISTIC;
    bool remove = sk_is_none(a[2]) || !sk_is_ptr(a[2]);
    int rc = sqlite3_create_function_v2(sk_load_relaxed(&c->db), name.text, count, flags, remove ? NULL : keep_callable(a[2]), remove ? NULL : run_function,
                                        NULL, NULL, remove ? NULL : drop_callable);
    return registered(c, rc, "Error creating function");
}

SkValue sk_sql_create_aggregate(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    SkSqlConnection *c = sk_as_connection(self);
    SK_AUTO_UTF8 SkUtf8 name = {0};
    int count;
    if (!bind_deprecated("create_aggregate", "(name, n_arg, aggregate_class)", &sig, 3, "'name', 'n_arg' and 'aggregate_class'", args, nargs, kwnames, a) ||
        !name_and_count(a, "create_aggregate", &name, &count) || !sk_sql_enter(c))
        return SK_EMPTY;
    bool remove = sk_is_none(a[2]) || !sk_is_ptr(a[2]);
    int rc = sqlite3_create_function_v2(sk_load_relaxed(&c->db), name.text, count, SQLITE_UTF8, remove ? NULL : keep_callable(a[2]), NULL,
                                        remove ? NULL : run_step, remove ? NULL : run_finalize, remove ? NULL : drop_callable);
    return registered(c, rc, "Error creating aggregate");
}

SkValue sk_sql_create_window(SkValue self, const SkValue *a) {
    SkSqlConnection *c = sk_as_connection(self);
    SK_AUTO_UTF8 SkUtf8 name = {0};
    int count;
    if (!name_and_count(a, "create_window_function", &name, &count) || !sk_sql_enter(c)) return SK_EMPTY;
    sqlite3 *db = sk_load_relaxed(&c->db);
    bool remove = sk_is_none(a[2]) || !sk_is_ptr(a[2]);
    int rc = remove ? sqlite3_create_window_function(db, name.text, count, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL, NULL)
                    : sqlite3_create_window_function(db, name.text, count, SQLITE_UTF8, keep_callable(a[2]), run_step, run_finalize, run_value,
                                                     run_inverse, drop_callable);
    if (rc != SQLITE_OK) sk_raise(sk_sql_exception(SK_SQL_PROGRAMMING), "%s", sqlite3_errmsg(db));
    return registered(c, rc, "");
}

// ---- collations --------------------------------------------------------------------------------------------------------------------

static int run_collation(void *p, int n1, const void *s1, int n2, const void *s2) {
    bool attached = sk_sql_callback_begin();
    int order = 0;
    if (!sk_error_occurred()) {
        SkValue f = sk_counted(p);
        SK_AUTO SkValue a = sk_str_from_utf8(s1, (size_t)n1);
        SK_AUTO SkValue b = sk_is_empty(a) ? a : sk_str_from_utf8(s2, (size_t)n2);
        SK_AUTO SkValue r = sk_is_empty(b) ? b : sk_own(sk_call2(f, a, b));
        int64_t n = 0;
        if (!sk_is_empty(r) && sk_as_int64(r, &n)) order = n < 0 ? -1 : n > 0;
        swallow(f);
    }
    sk_sql_callback_end(attached);
    return order;
}

SkValue sk_sql_create_collation(SkValue self, const SkValue *a) {
    SkSqlConnection *c = sk_as_connection(self);
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "create_collation() argument 1 must be str, not %T", a[0]);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(a[0]);
    if (!name.text) return SK_EMPTY;
    if (!sk_is_none(a[1]) && !sk_is_callable(a[1])) return sk_raise(sk_exc_TypeError, "parameter must be callable");
    if (!sk_sql_enter(c)) return SK_EMPTY;
    sqlite3 *db = sk_load_relaxed(&c->db);
    bool remove = sk_is_none(a[1]);
    void *kept = remove ? NULL : keep_callable(a[1]);
    int rc = sqlite3_create_collation_v2(db, name.text, SQLITE_UTF8, kept, remove ? NULL : run_collation, remove ? NULL : drop_callable);
    if (rc != SQLITE_OK) {
        if (kept) drop_callable(kept);  // here the library does not
        sk_sql_raise(db);
    }
    return registered(c, rc, "");
}

// ---- handlers ----------------------------------------------------------------------------------------------------------------------

static SkValue text_or_none(const char *s) { return s ? sk_str_from_wtf8(s, strlen(s)) : SK_NONE; }

static int run_authorizer(void *p, int action, const char *a, const char *b, const char *db, const char *trigger) {
    bool attached = sk_sql_callback_begin();
    SkValue f = sk_counted(p);
    SkValue args[5] = {sk_from_small_int(action), text_or_none(a), text_or_none(b), text_or_none(db), text_or_none(trigger)};
    SK_AUTO SkValue r = sk_own(sk_call(f, args, 5, SK_EMPTY));
    for (int i = 1; i < 5; i++) sk_release(args[i]);
    int verdict = SQLITE_DENY;
    if (!sk_is_empty(r) && sk_is_int(r)) (void)!sk_as_int(r, &verdict);
    if (sk_error_occurred()) verdict = SQLITE_DENY;
    swallow(f);
    sk_sql_callback_end(attached);
    return verdict;
}

static int run_progress(void *p) {
    bool attached = sk_sql_callback_begin();
    SkValue f = sk_counted(p);
    SK_AUTO SkValue r = sk_own(sk_call0(f));
    int stop = sk_is_empty(r) ? -1 : sk_truth(r);
    swallow(f);
    sk_sql_callback_end(attached);
    return stop != 0;
}

static int run_trace(unsigned type, void *p, void *statement, void *sql) {
    if (type != SQLITE_TRACE_STMT) return 0;
    bool attached = sk_sql_callback_begin();
    SkValue f = sk_counted(p);
    char *expanded = sqlite3_expanded_sql(statement);
    SkValue text = SK_EMPTY;
    if (expanded) {
        text = text_or_none(expanded);
    } else {
        sqlite3 *db = sqlite3_db_handle(statement);
        if (sqlite3_errcode(db) == SQLITE_NOMEM) sk_raise_memory();
        else sk_raise(sk_sql_exception(SK_SQL_DATA), "Expanded SQL string exceeds the maximum string length");
        swallow(f);
        text = text_or_none(sql);
    }
    sqlite3_free(expanded);
    if (!sk_is_empty(text)) {
        SkValue r = sk_call1(f, text);
        sk_release(r);
    }
    sk_release(text);
    swallow(f);
    sk_sql_callback_end(attached);
    return 0;
}

// The callable is kept in the connection's slot until another takes its place.
static void *keep_in(SkSqlConnection *c, SkSlot *slot, SkValue f, SkValue *old) {
    *old = sk_slot_swap(&c->header, slot, sk_is_none(f) ? SK_EMPTY : sk_retain(f));
    return sk_is_none(f) ? NULL : (void *)sk_ptr(f);
}

static bool callable_or_none(SkValue v) {
    return sk_is_none(v) || sk_is_ptr(v) || sk_raise_false(sk_exc_TypeError, "parameter must be callable");
}

SkValue sk_sql_set_authorizer(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    SkSqlConnection *c = sk_as_connection(self);
    if (!bind_deprecated("set_authorizer", "(authorizer_callback)", &sig, 1, "'authorizer_callback'", args, nargs, kwnames, a)) return SK_EMPTY;
    if (!callable_or_none(a[0]) || !sk_sql_enter(c)) return SK_EMPTY;
    SkValue old;
    void *p = keep_in(c, &c->authorizer, a[0], &old);
    int rc = sqlite3_set_authorizer(sk_load_relaxed(&c->db), p ? run_authorizer : NULL, p);
    sk_release(old);
    return registered(c, rc, "Error setting authorizer callback");
}

SkValue sk_sql_set_progress(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    SkSqlConnection *c = sk_as_connection(self);
    if (!bind_deprecated("set_progress_handler", "(progress_handler, n)", &sig, 1, "'progress_handler'", args, nargs, kwnames, a)) return SK_EMPTY;
    int n;
    if (!sk_as_int(a[1], &n) || !callable_or_none(a[0]) || !sk_sql_enter(c)) return SK_EMPTY;
    SkValue old;
    void *p = keep_in(c, &c->progress, a[0], &old);
    sqlite3_progress_handler(sk_load_relaxed(&c->db), p ? n : 0, p ? run_progress : NULL, p);
    sk_release(old);
    return registered(c, SQLITE_OK, "");
}

SkValue sk_sql_set_trace(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    SkSqlConnection *c = sk_as_connection(self);
    if (!bind_deprecated("set_trace_callback", "(trace_callback)", &sig, 1, "'trace_callback'", args, nargs, kwnames, a)) return SK_EMPTY;
    if (!callable_or_none(a[0]) || !sk_sql_enter(c)) return SK_EMPTY;
    SkValue old;
    void *p = keep_in(c, &c->trace, a[0], &old);
    sqlite3_trace_v2(sk_load_relaxed(&c->db), p ? SQLITE_TRACE_STMT : 0, p ? run_trace : NULL, p);
    sk_release(old);
    return registered(c, SQLITE_OK, "");
}
