// The class Blob: one value of a table, read and written in place.
#include "base/alloc.h"
#include "modules/dynamic/sqlite3/_sqlite3.h"

#include <string.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef struct {
    SkObject header;
    SkSlot connection;
    SkSqlBlobHandle *blob;   // set at creation; its handle, and offset: under the connection's mutex
    int offset;
} Blob;

static Blob *blob_of(SkValue v) { return (Blob *)sk_ptr(v); }
static SkSqlConnection *connection_of(SkValue v) { return sk_as_connection(sk_slot_peek(&blob_of(v)->connection)); }

static void blob_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Blob *)o)->connection, visit, arg); }
static void blob_destroy(SkObject *o) {
    Blob *b = (Blob *)o;
    if (b->blob) sk_sql_discard(sk_as_connection(sk_slot_peek(&b->connection)), NULL, b->blob);
    sk_slot_destroy(o, &b->connection);
    sk_object_free(o, sizeof *b);
}

void sk_sql_close_blobs(SkSqlConnection *c) {
    for (SkSqlBlobHandle *b = c->blobs; b; b = b->next) {
        if (b->handle) sqlite3_blob_close(b->handle);
        b->handle = NULL;
    }
}

SkValue sk_sql_blobopen(SkValue self, const SkValue *args) {
    SkSqlConnection *c = sk_as_connection(self);
    for (int i = 0; i < 2; i++)
        if (!sk_is_str(args[i])) return sk_raise(sk_exc_TypeError, "blobopen() argument %d must be str, not %T", i + 1, args[i]);
    if (!sk_is_empty(args[4]) && !sk_is_str(args[4])) return sk_raise(sk_exc_TypeError, "blobopen() argument 'name' must be str, not %T", args[4]);
    int64_t row;
    int readonly = sk_is_empty(args[3]) ? 0 : sk_truth(args[3]);
    if (readonly < 0 || !sk_as_int64(args[2], &row)) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 table = sk_str_utf8(args[0]), column = sk_str_utf8(args[1]);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(sk_is_empty(args[4]) ? sk_intern_s("main") : args[4]);
    if (!table.text || !column.text || !name.text) return SK_EMPTY;
    Blob *b = (Blob *)sk_container_new(&sk_sql_blob_type.head, sizeof *b);
    if (!b) return sk_raise_memory();
    SK_AUTO SkValue result = sk_counted(b);
    sk_slot_init(&b->connection, sk_retain(self));
    SkSqlBlobHandle *handle = sk_calloc(1, sizeof *handle);
    if (!handle) return sk_raise_memory();
    if (!sk_sql_enter(c)) {
        sk_free(handle);
        return SK_EMPTY;
    }
    sk_thread_detach();
    int rc = sqlite3_blob_open(sk_load_relaxed(&c->db), name.text, table.text, column.text, row, !readonly, &handle->handle);
    sk_thread_attach();
    if (rc == SQLITE_OK) {
        handle->next = c->blobs;
        if (handle->next) handle->next->prev = handle;
        c->blobs = handle;
        b->blob = handle;
    } else {
        sk_free(handle);
        sk_sql_raise(sk_load_relaxed(&c->db));
    }
    sk_sql_leave(c);
    return rc == SQLITE_OK ? sk_move(&result) : SK_EMPTY;
}

// Takes the connection's mutex; false + ProgrammingError.
static bool enter(SkValue self) {
    SkSqlConnection *c = connection_of(self);
    if (!sk_sql_enter(c)) return false;
    if (blob_of(self)->blob->handle) return true;
    sk_sql_leave(c);
    return sk_raise_false(sk_sql_exception(SK_SQL_PROGRAMMING), "Cannot operate on a closed blob.");
}
static void leave(SkValue self) { sk_sql_leave(connection_of(self)); }

static int size_of(SkValue self) { return sqlite3_blob_bytes(blob_of(self)->blob->handle); }

static SkValue failed(SkValue self, int rc) {
    if (rc == SQLITE_ABORT) return sk_raise(sk_sql_exception(SK_SQL_OPERATIONAL), "Cannot operate on an expired blob handle");
    return sk_sql_raise(sk_load_relaxed(&connection_of(self)->db));
}

static SkValue read_at(SkValue self, int n, int offset) {
    SkBytes *b = sk_bytes_new((size_t)n);
    SK_AUTO SkValue out = sk_counted(b);
    if (!b) return SK_EMPTY;
    sk_thread_detach();
    int rc = sqlite3_blob_read(blob_of(self)->blob->handle, b->data, n, offset);
    sk_thread_attach();
    return rc == SQLITE_OK ? sk_move(&out) : failed(self, rc);
}

static bool write_at(SkValue self, const void *data, int64_t n, int offset) {
    if (offset + n > size_of(self)) return sk_raise_false(sk_exc_ValueError, "data longer than blob length");
    sk_thread_detach();
    int rc = sqlite3_blob_write(blob_of(self)->blob->handle, data, (int)n, offset);
    sk_thread_attach();
    if (rc != SQLITE_OK) failed(self, rc);
    return rc == SQLITE_OK;
}

// ---- as a file -------------------------------------------------------------------------------------------------------------------

static SkValue blob_close(SkValue self) {
    SkSqlConnection *c = connection_of(self);
    if (!sk_sql_enter(c)) return SK_EMPTY;
    SkSqlBlobHandle *b = blob_of(self)->blob;
    if (b->handle) sqlite3_blob_close(b->handle);
    b->handle = NULL;
    sk_sql_leave(c);
    return SK_NONE;
}

static SkValue blob_read(SkValue self, const SkValue *args) {
    int n = -1;
    if (!sk_is_empty(args[0]) && !sk_as_int(args[0], &n)) return SK_EMPTY;
    if (!enter(self)) return SK_EMPTY;
    Blob *b = blob_of(self);
    int left = size_of(self) - b->offset;
    if (n < 0 || n > left) n = left;
    SkValue out = n > 0 ? read_at(self, n, b->offset) : sk_bytes_from("", 0);
    if (!sk_is_empty(out)) b->offset += n > 0 ? n : 0;
    leave(self);
    return out;
}

static SkValue blob_write(SkValue self, SkValue data) {
    SkBuffer view;
    if (!sk_buffer_get(data, &view, SK_BUF_LIBRARY)) return SK_EMPTY;
    bool ok = enter(self);
    if (ok) {
        ok = write_at(self, view.data, view.length, blob_of(self)->offset);
        if (ok) blob_of(self)->offset += (int)view.length;
        leave(self);
    }
    sk_buffer_release(&view);
    return ok ? SK_NONE : SK_EMPTY;
}

static SkValue blob_seek(SkValue self, const SkValue *args) {
    int offset, origin = 0;
    if (!sk_as_int(args[0], &offset) || (!sk_is_empty(args[1]) && !sk_as_int(args[1], &origin)) || !enter(self)) return SK_EMPTY;
    int size = size_of(self);
    int64_t at = (int64_t)offset + (origin == 1 ? blob_of(self)->offset : origin == 2 ? size : 0);
    bool ok = origin >= 0 && origin <= 2 && at >= 0 && at <= size;
    if (ok) blob_of(self)->offset = (int)at;
    leave(self);
    if (ok) return SK_NONE;
    return sk_raise(sk_exc_ValueError, origin < 0 || origin > 2 ? "'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END" : "offset out of blob range");
}

static SkValue blob_tell(SkValue self) {
    if (!enter(self)) return SK_EMPTY;
    int at = blob_of(self)->offset;
    leave(self);
    return sk_from_small_int(at);
}

static SkValue blob_enter(SkValue self) {
    if (!enter(self)) return SK_EMPTY;
    leave(self);
    return sk_dup(self);
}
static SkValue blob_exit(SkValue self, const SkValue *args) {
    (void)args;
    if (!enter(self)) return SK_EMPTY;
    leave(self);
    SkValue closed = blob_close(self);
    return sk_is_empty(closed) ? closed : SK_FALSE;
}

// ---- as a sequence ---------------------------------------------------------------------------------------------------------------

static int64_t blob_len(SkValue self) {
    if (!enter(self)) return -1;
    int n = size_of(self);
    leave(self);
    return n;
}

static bool position(SkValue self, SkValue key, int *at) {
    int64_t i;
    if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return false;
    int n = size_of(self);
    if (i < 0) i += n;
    if (i < 0 || i >= n) return sk_raise_false(sk_exc_IndexError, "Blob index out of range");
    *at = (int)i;
    return true;
}

static SkValue get_slice(SkValue self, int64_t start, int64_t stop, int64_t step) {
    int64_t n = sk_slice_adjust(size_of(self), &start, &stop, step);
    if (n == 0) return sk_bytes_from("", 0);
    if (step == 1) return read_at(self, (int)n, (int)start);
    int64_t low = step > 0 ? start : start + (n - 1) * step, span = (n - 1) * (step > 0 ? step : -step) + 1;
    SK_AUTO SkValue all = read_at(self, (int)span, (int)low);
    SkBytes *b = sk_is_empty(all) ? NULL : sk_bytes_new((size_t)n);
    if (!b) return SK_EMPTY;
    for (int64_t i = 0; i < n; i++) b->data[i] = sk_as_bytes(all)->data[start + i * step - low];
    return sk_counted(b);
}

static bool not_indexable(SkValue key) { return sk_raise_false(sk_exc_TypeError, "Blob indices must be integers"), (void)key, false; }

static SkValue blob_get(SkValue self, SkValue key) {
    int64_t start = 0, stop = 0, step = 1;
    bool slice = sk_is_slice(key);
    if (slice ? !sk_slice_unpack(key, &start, &stop, &step) : !sk_has_index_method(key) && !not_indexable(key)) return SK_EMPTY;
    if (!enter(self)) return SK_EMPTY;
    SkValue out = SK_EMPTY;
    int at;
    if (slice) {
        out = get_slice(self, start, stop, step);
    } else if (position(self, key, &at)) {
        SK_AUTO SkValue byte = read_at(self, 1, at);
        if (!sk_is_empty(byte)) out = sk_from_small_int((uint8_t)sk_as_bytes(byte)->data[0]);
    }
    leave(self);
    return out;
}

static bool set_slice(SkValue self, SkValue v, int64_t start, int64_t stop, int64_t step) {
    SkBuffer view;
    int64_t n = sk_slice_adjust(size_of(self), &start, &stop, step);
    if (!sk_buffer_get(v, &view, SK_BUF_LIBRARY)) return false;
    bool ok = view.length == n || sk_raise_false(sk_exc_IndexError, "Blob slice assignment is wrong size");
    if (ok && n && step == 1) {
        ok = write_at(self, view.data, n, (int)start);
    } else if (ok && n) {
        for (int64_t i = 0; ok && i < n; i++) ok = write_at(self, (const char *)view.data + i, 1, (int)(start + i * step));
    }
    sk_buffer_release(&view);
    return ok;
}

static bool set_byte(SkValue self, SkValue key, SkValue v) {
    int at;
    int64_t n;
    if (!position(self, key, &at)) return false;
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
    if (!sk_int_fits_int64(v, &n) || n < 0 || n > 255) return sk_raise_false(sk_exc_ValueError, "byte must be in range(0, 256)");
    uint8_t byte = (uint8_t)n;
    return write_at(self, &byte, 1, at);
}

static bool blob_set(SkValue self, SkValue key, SkValue v) {
    int64_t start = 0, stop = 0, step = 1;
    bool slice = sk_is_slice(key);
    if (slice ? !sk_slice_unpack(key, &start, &stop, &step) : !sk_has_index_method(key) && !not_indexable(key)) return false;
    if (!enter(self)) return false;
    bool ok;
    if (sk_is_empty(v)) ok = sk_raise_false(sk_exc_TypeError, slice ? "Blob doesn't support slice deletion" : "Blob doesn't support item deletion");
    else ok = slice ? set_slice(self, v, start, stop, step) : set_byte(self, key, v);
    leave(self);
    return ok;
}

static SkValue blob_iter(SkValue self) { return sk_raise(sk_exc_TypeError, "'%T' object is not iterable", self); }

static const SkMethodDef methods[] = {
    {.name = "close", .kind = SK_NOARGS, .noargs = blob_close, .sig = "()", .doc = "Close the blob."},
    {.name = "read", .kind = SK_SIG, .sig_fn = blob_read, .sig = "(length=-1, /)", .doc = "Read data at the current offset position."},
    {.name = "write", .kind = SK_ONEARG, .onearg = blob_write, .sig = "(data, /)", .doc = "Write data at the current offset."},
    {.name = "seek", .kind = SK_SIG, .sig_fn = blob_seek, .sig = "(offset, origin=0, /)", .doc = "Set the current access position to offset."},
    {.name = "tell", .kind = SK_NOARGS, .noargs = blob_tell, .sig = "()", .doc = "Return the current access position for the blob."},
    {.name = "__enter__", .kind = SK_NOARGS, .noargs = blob_enter, .sig = "()", .doc = "Blob context manager enter."},
    {.name = "__exit__", .kind = SK_SIG, .sig_fn = blob_exit, .sig = "(type, val, tb, /)", .doc = "Blob context manager exit."},
    {0},
};

SkType sk_sql_blob_type = {
    SK_TYPE_HEAD(0, sizeof(Blob), blob_trace, NULL, blob_destroy),
    .name = "sqlite3.Blob",
    .flags = SK_TF_NO_NEW,
    .iter = blob_iter,
    .container = {.len = blob_len, .get_key = blob_get, .set_key = blob_set},
    .methods = methods,
};
