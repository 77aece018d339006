// The type dict: operators and methods.
#include "objects/cursor.h"
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/set_internal.h"
#include "objects/str.h"
#include "objects/tuple.h"

static int64_t dict_len(SkValue self) { return (int64_t)sk_dict_len(self); }

static SkValue missing(SkValue self, SkValue key) {
    if (!sk_is_exact_dict(self)) {
        SK_AUTO SkValue method = sk_lookup_special(self, SK_N(__missing__));
        if (!sk_is_empty(method)) return sk_call1(method, key);
        if (sk_error_occurred()) return SK_EMPTY;
    }
    return sk_raise_value(sk_exc_KeyError, key);
}

static SkValue dict_subscript(SkValue self, SkValue key) {
    SkValue v = sk_dict_load(self, key);
    if (sk_likely(!sk_is_empty(v))) return v;
    return sk_error_occurred() ? SK_EMPTY : missing(self, key);
}

static bool dict_assign(SkValue self, SkValue key, SkValue value) {
    if (!sk_is_empty(value)) return sk_dict_set(self, key, value);
    int deleted = sk_dict_delete(self, key);
    if (deleted == 0) sk_raise_value(sk_exc_KeyError, key);
    return deleted > 0;
}

static SkValue dict_repr(SkValue self) {
    if (sk_dict_len(self) == 0) return sk_str_from("{}");
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("{...}");
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_char(&b, '{');
    size_t pos = 0, i = 0;
    SkValue key, value;
    bool ok = true;
    while (ok && sk_dict_next(self, &pos, &key, &value)) {
        if (i++) sk_sb_ascii(&b, ", ", 2);
        SK_AUTO SkValue k = sk_repr(key);
        SK_AUTO SkValue v = sk_is_empty(k) ? SK_EMPTY : sk_repr(value);
        sk_release(key);
        sk_release(value);
        ok = !sk_is_empty(v);
        if (!ok) break;
        sk_sb_str(&b, k);
        sk_sb_ascii(&b, ": ", 2);
        sk_sb_str(&b, v);
    }
    sk_sb_char(&b, '}');
    sk_repr_leave(self);
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

// 1 equal, 0 not, -1.
static int dict_equal(SkValue a, SkValue b) {
    if (sk_dict_len(a) != sk_dict_len(b)) return 0;
    int quick = sk_dict_quick_equal(sk_as_dict(a), sk_as_dict(b));
    if (quick >= 0) return quick;
    size_t n;
    SkDictItem *items = sk_dict_snapshot(sk_as_dict(a), &n);
    if (!items) return -1;
    int equal = 1;
    for (size_t i = 0; equal > 0 && i < n; i++) {
        SK_AUTO SkValue other = sk_own(sk_dict_load_hashed(sk_as_dict(b), items[i].key, items[i].hash));
        if (sk_is_empty(other))
            equal = sk_error_occurred() ? -1 : 0;
        else
            equal = sk_compare_bool(items[i].value, other, SK_EQ);
    }
    sk_dict_items_free(items, n);
    return equal;
}

static SkValue dict_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_dict(a) || !sk_is_dict(b) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    int equal = dict_equal(a, b);
    return equal < 0 ? SK_EMPTY : sk_bool(equal == (op == SK_EQ));
}

static SkValue dict_copy(SkValue self) {
    if (sk_type_of(self)->iter == sk_dict_type.iter) return sk_dict_copy(self);
    SkValue copy = sk_dict_new();
    if (sk_is_empty(copy) || sk_dict_merge(copy, self, true)) return copy;
    sk_release(copy);
    return SK_EMPTY;
}

static SkValue dict_or(SkValue a, SkValue b) {
    if (!sk_is_dict(a) || !sk_is_dict(b)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue sum = dict_copy(a);
    if (sk_is_empty(sum) || !sk_dict_update(sum, b)) return SK_EMPTY;
    return sk_move(&sum);
}

static SkValue dict_inplace_or(SkValue self, SkValue other) {
    return sk_dict_update(self, other) ? sk_dup(self) : SK_EMPTY;
}

// ---- making ----------------------------------------------------------------------------------------------------------

static SkValue dict_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return sk_dict_new_of(type);
}

static bool update_args(const char *name, SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_check_nargs(name, nargs, 0, 1)) return false;
    if (nargs && !sk_dict_update(self, args[0])) return false;
    if (sk_is_empty(kwnames)) return true;
    for (size_t i = 0; i < sk_tuple_len(kwnames); i++)
        if (!sk_dict_set(self, sk_tuple_peek(kwnames, i), args[nargs + i])) return false;
    return true;
}

static bool dict_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    return update_args("dict", self, args, nargs, kwnames);
}

// A set knows its keys' hashes.
static bool put_keys(SkDict *d, SkSet *from, SkValue value) {
    size_t n;
    bool ok = true;
    SkSetItem *items = sk_set_snapshot(from, &n);
    if (!items) return false;
    for (size_t i = 0; ok && i < n; i++) ok = sk_dict_put(d, items[i].key, items[i].hash, sk_retain(value), false);
    sk_set_items_free(items, n);
    return ok;
}

static SkValue dict_fromkeys(SkValue cls, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("fromkeys", nargs, 1, 2)) return SK_EMPTY;
    SkValue value = nargs > 1 ? args[1] : SK_NONE;
    SK_AUTO SkValue d = sk_call0(cls);
    if (sk_is_empty(d)) return SK_EMPTY;
    bool exact = sk_is_exact_dict(d);
    if (exact && (sk_type_of(args[0]) == &sk_set_type || sk_type_of(args[0]) == &sk_frozenset_type))
        return put_keys(sk_as_dict(d), sk_as_set(args[0]), value) ? sk_move(&d) : SK_EMPTY;
    SK_AUTO_CURSOR SkCursor c;
    if (!sk_cursor_open(&c, args[0])) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue key = sk_own(sk_cursor_next(&c));
        if (sk_is_empty(key)) return sk_error_occurred() ? SK_EMPTY : sk_move(&d);
        if (!(exact ? sk_dict_set(d, key, value) : sk_setitem(d, key, value))) return SK_EMPTY;
    }
}

// ---- methods -----------------------------------------------------------------------------------------------------------

static SkValue dict_get(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 1, 2)) return SK_EMPTY;
    SkValue v = sk_dict_load(self, args[0]);
    if (!sk_is_empty(v)) return v;
    if (sk_error_occurred()) return SK_EMPTY;
    return nargs > 1 ? sk_dup(args[1]) : SK_NONE;
}

static SkValue dict_setdefault(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("setdefault", nargs, 1, 2)) return SK_EMPTY;
    return sk_dict_setdefault(self, args[0], nargs > 1 ? args[1] : SK_NONE, NULL);
}

static SkValue dict_pop(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("pop", nargs, 1, 2)) return SK_EMPTY;
    SkValue v = sk_dict_pop(self, args[0]);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return nargs > 1 ? sk_dup(args[1]) : sk_raise_value(sk_exc_KeyError, args[0]);
}

static SkValue dict_popitem(SkValue self) {
    SkValue pair[2];
    if (!sk_dict_take_last(sk_as_dict(self), &pair[0], &pair[1]))
        return sk_raise(sk_exc_KeyError, "popitem(): dictionary is empty");
    return sk_tuple_steal(pair, 2);
}

static SkValue dict_update(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    return update_args("update", self, args, nargs, kwnames) ? SK_NONE : SK_EMPTY;
}

static SkValue dict_clear(SkValue self) {
    sk_dict_clear(self);
    return SK_NONE;
}

static SkValue dict_sizeof(SkValue self) {
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + sk_dict_sizeof(sk_as_dict(self))));
}

static SkValue dict_getitem(SkValue self, SkValue key) { return sk_own(dict_subscript(self, key)); }

static SkValue dict_has(SkValue self, SkValue key) {
    int r = sk_dict_contains(self, key);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

static const SkMethodDef dict_methods[] = {
    {.name = "__getitem__", .kind = SK_ONEARG | SK_COEXIST, .onearg = dict_getitem, .sig = "(key, /)", .doc = "Return self[key]."},
    {.name = "__contains__", .kind = SK_ONEARG | SK_COEXIST, .onearg = dict_has, .sig = "(key, /)", .doc = "Whether the dict has the key."},
    {.name = "get", .kind = SK_FAST, .fast = dict_get, .sig = "(key, default=None, /)",
     .doc = "Return the value of key, or default if there is none."},
    {.name = "setdefault", .kind = SK_FAST, .fast = dict_setdefault, .sig = "(key, default=None, /)",
     .doc = "Return the value of key, storing default first if there is none."},
    {.name = "pop", .kind = SK_FAST, .fast = dict_pop, .sig = "(key, default=<unrepresentable>, /)",
     .doc = "D.pop(k[,d]) -> v, remove key and return its value, d, or raise KeyError."},
    {.name = "popitem", .kind = SK_NOARGS, .noargs = dict_popitem, .sig = "()", .doc = "Remove and return the last (key, value) pair."},
    {.name = "keys", .kind = SK_NOARGS, .noargs = sk_dict_keys_view, .sig = "()", .doc = "A set-like view of the keys."},
    {.name = "items", .kind = SK_NOARGS, .noargs = sk_dict_items_view, .sig = "()", .doc = "A set-like view of the (key, value) pairs."},
    {.name = "values", .kind = SK_NOARGS, .noargs = sk_dict_values_view, .sig = "()", .doc = "A view of the values."},
    {.name = "update", .kind = SK_KW, .kw = dict_update, .sig = NULL,
     .doc = "D.update([E, ]**F), set the items of the mapping or pairs E and of F."},
    {.name = "fromkeys", .kind = SK_FAST | SK_CLASS_METHOD, .fast = dict_fromkeys, .sig = "(iterable, value=None, /)",
     .doc = "A dict with the iterable's items as keys, all with the same value."},
    {.name = "clear", .kind = SK_NOARGS, .noargs = dict_clear, .sig = "()", .doc = "Remove all items."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = dict_copy, .sig = "()", .doc = "Return a shallow copy."},
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = sk_dict_reversed, .sig = "()", .doc = "Iterate the keys from the last to the first."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = dict_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)",
     .doc = "dict[str, int] as a type."},
    {0},
};

SkType sk_dict_type = {
    SK_TYPE_HEAD_PARTS(SK_T_DICT, sizeof(SkDict), sk_dict_trace, sk_dict_trace_some, sk_dict_clear_refs, sk_dict_destroy),
    .name = "dict",
    .doc = "dict() -> empty dictionary\ndict(mapping_or_pairs, **items) -> dictionary of these items",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_DICT_SUBCLASS | SK_TF_MAPPING | SK_TF_MATCH_SELF,
    .new_ = dict_new,
    .init = dict_init,
    .repr = dict_repr,
    .iter = sk_dict_key_iter,
    .compare = dict_compare,
    .number = {.or_ = dict_or, .inplace_or = dict_inplace_or},
    .container = {.len = dict_len, .contains = sk_dict_contains, .get_key = dict_subscript, .set_key = dict_assign},
    .methods = dict_methods,
};
