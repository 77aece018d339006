// The class Row: a row's values, by position and by column name. Immutable.
#include "modules/dynamic/sqlite3/_sqlite3.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot values;        // tuple
    SkSlot description;   // tuple, or None
} Row;

static SkValue values_of(SkValue v) { return sk_slot_peek(&((Row *)sk_ptr(v))->values); }
static SkValue description_of(SkValue v) { return sk_slot_peek(&((Row *)sk_ptr(v))->description); }

static void row_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Row *)o)->values, visit, arg);
    sk_slot_visit(&((Row *)o)->description, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void row_clear(SkObject *o) { sk_instance_clear(o); }
static void row_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Row *)o)->values);
    sk_slot_destroy(o, &((Row *)o)->description);
    sk_instance_free(o, 0);
}

static SkValue row_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("Row", kwnames) || !sk_check_nargs("Row", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_ptr(args[0]) || !sk_is_instance_of(args[0], &sk_sql_cursor_type))
        return sk_raise(sk_exc_TypeError, "Row() argument 1 must be sqlite3.Cursor, not %T", args[0]);
    if (!sk_is_tuple(args[1])) return sk_raise(sk_exc_TypeError, "Row() argument 2 must be tuple, not %T", args[1]);
    Row *r = (Row *)sk_type_alloc(type, 0);
    if (!r) return SK_EMPTY;
    SkValue description = sk_slot_get(sk_ptr(args[0]), &sk_as_cursor(args[0])->description);
    sk_slot_init(&r->values, sk_retain(args[1]));
    sk_slot_init(&r->description, sk_is_empty(description) ? SK_NONE : description);
    return sk_counted(r);
}

static SkValue column(SkValue self, size_t i) { return sk_tuple_peek(sk_tuple_peek(description_of(self), i), 0); }
static size_t columns(SkValue self) { return sk_is_tuple(description_of(self)) ? sk_tuple_len(description_of(self)) : 0; }

static uint32_t lower(uint32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

// ASCII letters of either case are the same, as in SQL.
static bool same_name(SkValue a, SkValue b) {
    size_t n = sk_str_len(a);
    if (n != sk_str_len(b)) return false;
    for (size_t i = 0; i < n; i++)
        if (lower(sk_str_at(sk_as_str(a), i)) != lower(sk_str_at(sk_as_str(b), i))) return false;
    return true;
}

static SkValue row_get(SkValue self, SkValue key) {
    SkValue values = values_of(self);
    if (sk_is_int(key)) {
        int64_t i, n = (int64_t)sk_tuple_len(values);
        if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return SK_EMPTY;
        if (i < 0) i += n;
        return i < 0 || i >= n ? sk_raise(sk_exc_IndexError, "tuple index out of range") : sk_tuple_load(values, (size_t)i);
    }
    if (sk_is_str(key)) {
        for (size_t i = 0, n = columns(self); i < n && i < sk_tuple_len(values); i++)
            if (same_name(key, column(self, i))) return sk_tuple_load(values, i);
        return sk_raise(sk_exc_IndexError, "No item with that key");
    }
    if (sk_has_index(key, SK_T_SLICE)) return sk_getitem(values, key);
    return sk_raise(sk_exc_IndexError, "Index must be int or string");
}

static SkValue row_keys(SkValue self) {
    SK_AUTO SkValue list = sk_list_new(columns(self));
    for (size_t i = 0, n = columns(self); i < n; i++)
        if (sk_is_empty(list) || !sk_list_append(list, column(self, i))) return SK_EMPTY;
    return sk_move(&list);
}

static int64_t row_len(SkValue self) { return (int64_t)sk_tuple_len(values_of(self)); }
static SkValue row_iter(SkValue self) { return sk_iter(values_of(self)); }

static int64_t row_hash(SkValue self) {
    int64_t a = sk_hash(description_of(self)), b = a == -1 ? -1 : sk_hash(values_of(self));
    return b == -1 ? -1 : (a ^ b) == -1 ? -2 : a ^ b;
}

static SkValue row_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !sk_is_ptr(b) || !sk_is_instance_of(b, &sk_sql_row_type)) return SK_NOT_IMPLEMENTED;
    int same = sk_compare_bool(description_of(a), description_of(b), SK_EQ);
    if (same > 0) same = sk_compare_bool(values_of(a), values_of(b), SK_EQ);
    return same < 0 ? SK_EMPTY : sk_bool(same == (op == SK_EQ));
}

static const SkMethodDef methods[] = {
    {.name = "keys", .kind = SK_NOARGS, .noargs = row_keys, .sig = "()", .doc = "Returns the keys of the row."},
    {0},
};

SkType sk_sql_row_type = {
    SK_TYPE_HEAD(0, sizeof(Row), row_trace, row_clear, row_destroy),
    .name = "sqlite3.Row",
    .flags = SK_TF_BASE,
    .new_ = row_new,
    .iter = row_iter,
    .hash = row_hash,
    .compare = row_compare,
    .container = {.len = row_len, .get_key = row_get},
    .methods = methods,
};
