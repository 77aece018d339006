// What the files of _sqlite3 share.
//
// Threads. A connection has a recursive mutex, taken (detached while waiting) around every use of its database handle, its
// statements and its cursors' state; whoever holds it detaches around calls that may take long. So the library's own mutexes are
// never contended by two threads of ours, and no thread waits in the library attached. What the library calls back attaches the
// thread for the time of the call; it may use the connection again, since the mutex is recursive, but not the running cursor.
// Objects that die do not take the mutex: they hand what they held over (sk_sql_discard), and the next user of the connection
// finalizes it.
#ifndef SKEIN_MODULES__SQLITE3_H
#define SKEIN_MODULES__SQLITE3_H

#include <pthread.h>
#include <sqlite3.h>

#include "objects/type.h"

// A compiled statement, used by one cursor or idle in the connection's cache. All fields: under the connection's mutex.
typedef struct SkSqlStatement {
    sqlite3_stmt *handle;       // NULL: nothing to run, or the connection was closed
    char *sql;
    size_t sql_len;
    bool is_dml, idle;
    struct SkSqlStatement *prev, *next;  // in the connection's list of all statements; idle ones in the order of use
} SkSqlStatement;

// What a dying object leaves behind.
typedef struct SkSqlDiscard {
    SkSqlStatement *statement;
    struct SkSqlBlobHandle *blob;
    struct SkSqlDiscard *next;
} SkSqlDiscard;

typedef struct SkSqlBlobHandle {
    sqlite3_blob *handle;       // NULL once closed
    struct SkSqlBlobHandle *prev, *next;
} SkSqlBlobHandle;

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    bool mutex_made;
    int depth;                  // how often the holder has the mutex: above 1 in a callback
    sqlite3 *closing;           // closed from a callback: the handle is given up when the outermost call is over
    _Atomic(sqlite3 *) db;      // NULL: closed. Changed under the mutex
    _Atomic bool initialized;
    int detect_types, autocommit;   // autocommit: -1 legacy, 0, 1
    bool check_thread;
    uint64_t thread;
    const char *begin;          // "BEGIN ..." or NULL: no implicit transactions. Under the mutex
    int cached;                 // idle statements kept
    SkSqlStatement *statements; // a list; under the mutex
    SkSqlBlobHandle *blobs;     // likewise
    _Atomic(SkSqlDiscard *) discarded;   // pushed by any thread, taken whole under the mutex
    SkSlot row_factory, text_factory;
    SkSlot authorizer, progress, trace;  // of the last call of set_...; kept alive here
} SkSqlConnection;

typedef struct {
    SkObject header;
    SkSlot connection;          // empty before __init__
    SkSlot description, row_factory, converters, lastrowid;
    int32_t arraysize;
    _Atomic int64_t rowcount;
    // Under the connection's mutex:
    SkSqlStatement *statement;  // with a row to fetch, or NULL
    bool running, closed;
    _Atomic bool initialized;
} SkSqlCursor;

extern SkType sk_sql_connection_type, sk_sql_cursor_type, sk_sql_row_type, sk_sql_blob_type, sk_sql_protocol_type;

typedef enum {
    SK_SQL_WARNING, SK_SQL_ERROR, SK_SQL_INTERFACE, SK_SQL_DATABASE, SK_SQL_DATA, SK_SQL_OPERATIONAL, SK_SQL_INTEGRITY,
    SK_SQL_INTERNAL, SK_SQL_PROGRAMMING, SK_SQL_NOT_SUPPORTED, SK_SQL_EXCEPTIONS,
} SkSqlException;
SkType *sk_sql_exception(SkSqlException which);
extern const char *const sk_sql_exception_names[];
SkValue sk_sql_adapters(void);     // dicts of the module, borrowed
SkValue sk_sql_converters(void);
extern _Atomic bool sk_sql_callback_tracebacks;

// Of connect() and Connection(), with the name of the function.
#define SK_SQL_POSITIONAL                                                                                                       \
    "Passing more than 1 positional argument to %s() is deprecated. Parameters 'timeout', 'detect_types', 'isolation_level', " \
    "'check_same_thread', 'factory', 'cached_statements' and 'uri' will become keyword-only parameters in Python 3.15."

SK_INLINE SkSqlConnection *sk_as_connection(SkValue v) { return (SkSqlConnection *)sk_ptr(v); }
SK_INLINE SkSqlCursor *sk_as_cursor(SkValue v) { return (SkSqlCursor *)sk_ptr(v); }

// ---- entering a connection (_sqlite3_connection.c) -----------------------------------------------------------------------------
// Checks the thread and that the connection is open, and takes its mutex. False + ProgrammingError.
bool sk_sql_enter(SkSqlConnection *c) SK_MUST_USE;
void sk_sql_leave(SkSqlConnection *c);
// As above where a closed connection will do.
bool sk_sql_check_thread(SkSqlConnection *c) SK_MUST_USE;
void sk_sql_lock(SkSqlConnection *c);
bool sk_sql_check_open(SkSqlConnection *c) SK_MUST_USE;
// Raises what the handle's last error is.
SkValue sk_sql_raise(sqlite3 *db) SK_COLD;
SkValue sk_sql_raise_code(sqlite3 *db, int code) SK_COLD;
// For dying objects: takes the statement or blob. Any thread, without the mutex.
void sk_sql_discard(SkSqlConnection *c, SkSqlStatement *s, SkSqlBlobHandle *b);
// Runs one statement that returns nothing ("COMMIT"). Under the mutex.
bool sk_sql_run(SkSqlConnection *c, const char *sql) SK_MUST_USE;
// Attaches the thread in a callback, if it is not; what is returned undoes it.
bool sk_sql_callback_begin(void);
void sk_sql_callback_end(bool attached);

// ---- statements (_sqlite3_statement.c): all under the mutex ----------------------------------------------------------------------
SkSqlStatement *sk_sql_prepare(SkSqlConnection *c, SkValue sql) SK_MUST_USE;
void sk_sql_give_back(SkSqlConnection *c, SkSqlStatement *s);   // resets it; into the cache or away
// in_use: those of cursors too.
void sk_sql_close_statements(SkSqlConnection *c, bool in_use);
void sk_sql_statement_free(SkSqlConnection *c, SkSqlStatement *s);
bool sk_sql_bind(SkSqlStatement *s, SkValue parameters) SK_MUST_USE;
int sk_sql_step(sqlite3_stmt *s);                                // detached
// The object as something the library knows: counted. alternative may be SK_EMPTY (then TypeError-like ProgrammingError).
SkValue sk_sql_adapt(SkValue v, SkValue protocol, SkValue alternative) SK_MUST_USE;

// ---- values (_sqlite3_function.c) -------------------------------------------------------------------------------------------------
SkValue sk_sql_create_function(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
SkValue sk_sql_create_aggregate(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
SkValue sk_sql_create_window(SkValue self, const SkValue *args) SK_MUST_USE;
SkValue sk_sql_create_collation(SkValue self, const SkValue *args) SK_MUST_USE;
SkValue sk_sql_set_authorizer(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
SkValue sk_sql_set_progress(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
SkValue sk_sql_set_trace(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;

SkValue sk_sql_backup(SkValue self, const SkValue *args) SK_MUST_USE;      // _sqlite3_backup.c
SkValue sk_sql_serialize(SkValue self, const SkValue *args) SK_MUST_USE;
SkValue sk_sql_deserialize(SkValue self, const SkValue *args) SK_MUST_USE;
SkValue sk_sql_blobopen(SkValue self, const SkValue *args) SK_MUST_USE;    // _sqlite3_blob.c
void sk_sql_close_blobs(SkSqlConnection *c);
bool sk_sql_add_constants(SkValue module) SK_MUST_USE;                      // _sqlite3_constants.c
const char *sk_sql_error_name(int code);                                   // NULL: unknown

#endif
