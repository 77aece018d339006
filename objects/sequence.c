// The containers' part of objects/protocol.h.
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/list_internal.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/special.h"
#include "objects/set_internal.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

int64_t sk_len(SkValue v) {
    SkType *type = sk_type_of(v);
    SkLenFn len = type->container.len;
    if (sk_likely(len != NULL)) return len(v);
    sk_raise(sk_exc_TypeError, "object of type '%.200T' has no len()", v);
    return -1;
}

int64_t sk_length_hint(SkValue v, int64_t otherwise) {
    if (sk_type_of(v)->container.len) {
        int64_t n = sk_len(v);
        if (n >= 0) return n;
        if (!sk_error_clear_if(sk_exc_TypeError)) return -1;
    }
    SK_AUTO SkValue hint = SK_EMPTY;
    if (!sk_call_special(v, SK_N(__length_hint__), NULL, 0, &hint)) return sk_error_occurred() ? -1 : otherwise;
    if (sk_is_empty(hint)) return sk_error_clear_if(sk_exc_TypeError) ? otherwise : -1;
    if (sk_is_not_implemented(hint)) return otherwise;
    int64_t n;
    if (!sk_is_int(hint)) {
        sk_raise(sk_exc_TypeError, "__length_hint__ must be an integer, not %.100T", hint);
        return -1;
    }
    if (!sk_as_int64(hint, &n)) return -1;
    if (n >= 0) return n;
    sk_raise(sk_exc_ValueError, "__length_hint__() should return >= 0");
    return -1;
}

bool sk_is_sequence(SkValue v) {
    if (sk_is_dict(v)) return false;
    SkType *type = sk_type_of(v);
    return type->container.item || (type->container.get_key && !(type->flags & SK_TF_MAPPING));
}

bool sk_is_mapping(SkValue v) { return sk_type_of(v)->container.get_key != NULL; }

// ---- by key ---------------------------------------------------------------------------------------------------------------

// The position that a key means for a type with only .item.
static bool position(SkValue v, SkValue key, int64_t *i) {
    if (!sk_index_as_int64(key, i, sk_exc_IndexError)) return false;
    if (*i >= 0 || !sk_type_of(v)->container.len) return true;
    int64_t n = sk_len(v);
    *i += n;
    return n >= 0;
}

static SkValue subscript_type(SkValue type, SkValue key) {
    if (sk_is(type, sk_type_value(&sk_type_type))) return sk_generic_alias_new(type, key);
    SK_AUTO SkValue method = sk_getattr_opt(type, SK_N(__class_getitem__));
    if (!sk_is_empty(method) && !sk_is_none(method)) return sk_call1(method, key);
    if (sk_error_occurred()) return SK_EMPTY;
    return sk_raise(sk_exc_TypeError, "type '%.200N' is not subscriptable", sk_as_type(type));
}

SkValue sk_getitem(SkValue v, SkValue key) {
    SkType *type = sk_type_of(v);
    SkBinaryFn get = type->container.get_key;
    if (sk_likely(get != NULL)) return sk_own(get(v, key));
    SkItemFn item = type->container.item;
    if (item) {
        int64_t i;
        if (!sk_has_index_method(key))
            return sk_raise(sk_exc_TypeError, "sequence index must be integer, not '%.200T'", key);
        return position(v, key, &i) ? sk_own(item(v, i)) : SK_EMPTY;
    }
    if (sk_is_type(v)) return subscript_type(v, key);
    return sk_raise(sk_exc_TypeError, "'%.200T' object is not subscriptable", v);
}

bool sk_setitem(SkValue v, SkValue key, SkValue value) {
    SkType *type = sk_type_of(v);
    SkSetFn set = type->container.set_key;
    if (sk_likely(set != NULL)) return set(v, key, value);
    SkSetItemFn set_item = type->container.set_item;
    if (set_item) {
        int64_t i;
        if (!sk_has_index_method(key))
            return sk_raise_false(sk_exc_TypeError, "sequence index must be integer, not '%.200T'", key);
        return position(v, key, &i) && set_item(v, i, value);
    }
    bool sequence = type->container.len || (type->flags & SK_TF_HEAP);
    return sk_raise_false(sk_exc_TypeError, "'%.200T' object does%s support item %s", v,
                          sk_is_empty(value) && sequence && sk_has_index_method(key) ? "n't" : " not",
                          sk_is_empty(value) ? "deletion" : "assignment");
}

// ---- by position ---------------------------------------------------------------------------------------------------------------

SkValue sk_getitem_i(SkValue v, int64_t i) {
    SkType *type = sk_type_of(v);
    SkItemFn item = type->container.item;
    if (item) {
        if (i < 0 && type->container.len) {
            int64_t n = sk_len(v);
            if (n < 0) return SK_EMPTY;
            i += n;
        }
        return sk_own(item(v, i));
    }
    SkBinaryFn get = type->container.get_key;
    if (!get) return sk_raise(sk_exc_TypeError, "'%.200T' object does not support indexing", v);
    SK_AUTO SkValue key = sk_int_from_int64(i);
    return sk_is_empty(key) ? SK_EMPTY : sk_own(get(v, key));
}

bool sk_setitem_i(SkValue v, int64_t i, SkValue value) {
    SK_AUTO SkValue key = sk_int_from_int64(i);
    return !sk_is_empty(key) && sk_setitem(v, key, value);
}

// ---- membership --------------------------------------------------------------------------------------------------------------------

int sk_contains_by_iteration(SkValue v, SkValue item) {
    SK_AUTO SkValue it = sk_iter(v);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError))
            sk_raise(sk_exc_TypeError, "argument of type '%.200T' is not a container or iterable", v);
        return -1;
    }
    for (;;) {
        SK_AUTO SkValue x = sk_own(sk_next(it));
        if (sk_is_empty(x)) return sk_error_occurred() ? -1 : 0;
        int same = sk_compare_bool(x, item, SK_EQ);
        if (same) return same;
    }
}

int sk_contains(SkValue v, SkValue item) {
    SkContainsFn contains = sk_type_of(v)->container.contains;
    return contains ? contains(v, item) : sk_contains_by_iteration(v, item);
}

// ---- conversions -----------------------------------------------------------------------------------------------------------------------

static SkValue set_list(SkValue set) {
    size_t n;
    SkSetItem *items = sk_set_snapshot(sk_as_set(set), &n);
    if (!items) return SK_EMPTY;
    SkValue list = sk_list_new(n);
    for (size_t i = 0; i < n && !sk_is_empty(list); i++) {
        if (sk_list_append(list, items[i].key)) continue;
        sk_release(list);
        list = SK_EMPTY;
    }
    sk_set_items_free(items, n);
    return list;
}

SkValue sk_container_snapshot(SkValue v) {
    if (sk_is_exact_dict(v)) return sk_dict_keys_list(v);
    if (sk_is_exact_set(v) || sk_is_exact_frozenset(v)) return set_list(v);
    return sk_dict_view_list(v);
}

SkValue sk_to_list(SkValue iterable) {
    SkValue snapshot = sk_container_snapshot(iterable);
    if (!sk_is_empty(snapshot) || sk_error_occurred()) return snapshot;
    SkValue list = sk_list_new(0);
    if (sk_is_empty(list) || sk_list_extend(list, iterable)) return list;
    sk_release(list);
    return SK_EMPTY;
}

SkValue sk_to_tuple(SkValue iterable) {
    if (sk_is_exact_tuple(iterable)) return sk_retain(iterable);
    if (sk_is_exact_list(iterable)) return sk_list_to_tuple(iterable);
    SK_AUTO SkValue list = sk_to_list(iterable);
    return sk_is_empty(list) ? SK_EMPTY : sk_list_to_tuple(list);
}

SkValue sk_mapping_keys(SkValue v) {
    if (sk_is_exact_dict(v)) return sk_dict_keys_list(v);
    SK_AUTO SkValue keys = sk_call_method_s(v, "keys", NULL, 0);
    if (sk_is_empty(keys)) return SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(keys);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError))
            sk_raise(sk_exc_TypeError, "%.200T.keys() returned a non-iterable (type %.200T)", v, keys);
        return SK_EMPTY;
    }
    return sk_to_list(it);
}
