// dict_keys, dict_values, dict_items. A view holds its dict and nothing else; keys and items are set-like.
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/mappingproxy.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue dict_of(SkValue view) { return sk_dict_of_view(view); }

SkValue sk_dict_view_list(SkValue v) {
    if (sk_has_index(v, SK_T_DICT_KEYS)) return sk_dict_keys_list(dict_of(v));
    if (sk_has_index(v, SK_T_DICT_VALUES)) return sk_dict_values_list(dict_of(v));
    return sk_has_index(v, SK_T_DICT_ITEMS) ? sk_dict_items_list(dict_of(v)) : SK_EMPTY;
}

void sk_dict_view_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkDictView *)o)->dict, visit, arg); }

void sk_dict_view_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkDictView *)o)->dict);
    sk_object_free(o, sizeof(SkDictView));
}

SkValue sk_dict_view_new(SkType *type, SkValue dict) {
    SkDictView *v = (SkDictView *)sk_container_new(&type->head, sizeof *v);
    if (!v) return sk_raise_memory();
    sk_slot_init(&v->dict, sk_retain(dict));
    return sk_counted(v);
}

SkValue sk_dict_keys_view(SkValue dict) { return sk_dict_view_new(&sk_dict_keys_type, dict); }
SkValue sk_dict_values_view(SkValue dict) { return sk_dict_view_new(&sk_dict_values_type, dict); }
SkValue sk_dict_items_view(SkValue dict) { return sk_dict_view_new(&sk_dict_items_type, dict); }

static int64_t view_len(SkValue self) { return (int64_t)sk_dict_len(dict_of(self)); }

static SkValue keys_iter(SkValue self) { return sk_dict_iter_new(&sk_dict_key_iter_type, dict_of(self)); }
static SkValue values_iter(SkValue self) { return sk_dict_iter_new(&sk_dict_value_iter_type, dict_of(self)); }
static SkValue items_iter(SkValue self) { return sk_dict_iter_new(&sk_dict_item_iter_type, dict_of(self)); }
static SkValue keys_reversed(SkValue self) { return sk_dict_reverse_iter_new(&sk_dict_reverse_key_iter_type, dict_of(self)); }
static SkValue values_reversed(SkValue self) { return sk_dict_reverse_iter_new(&sk_dict_reverse_value_iter_type, dict_of(self)); }
static SkValue items_reversed(SkValue self) { return sk_dict_reverse_iter_new(&sk_dict_reverse_item_iter_type, dict_of(self)); }

static int keys_contains(SkValue self, SkValue key) { return sk_dict_contains(dict_of(self), key); }

static int items_contains(SkValue self, SkValue item) {
    if (!sk_is_tuple(item) || sk_tuple_len(item) != 2) return 0;
    SK_AUTO SkValue value = sk_dict_get(dict_of(self), sk_tuple_peek(item, 0));
    if (sk_is_empty(value)) return sk_error_occurred() ? -1 : 0;
    return sk_compare_bool(value, sk_tuple_peek(item, 1), SK_EQ);
}

static SkValue view_repr(SkValue self) {
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("...");
    SK_AUTO SkValue list = sk_to_list(self);
    SkValue r = sk_is_empty(list) ? SK_EMPTY : sk_str_format("%T(%R)", self, list);
    sk_repr_leave(self);
    return r;
}

// ---- as sets --------------------------------------------------------------------------------------------------------------

static bool is_set_view(SkValue v) {
    return sk_has_index(v, SK_T_DICT_KEYS) || sk_has_index(v, SK_T_DICT_ITEMS) ||
           (sk_is_ptr(v) && (sk_is_instance_of(v, &sk_dict_keys_type) || sk_is_instance_of(v, &sk_dict_items_type)));
}

// All of a's items in b: 1, 0, -1.
static int all_in(SkValue a, SkValue b) {
    SK_AUTO SkValue it = sk_iter(a);
    if (sk_is_empty(it)) return -1;
    for (;;) {
        SK_AUTO SkValue v = sk_own(sk_next(it));
        if (sk_is_empty(v)) return sk_error_occurred() ? -1 : 1;
        int in = sk_contains(b, v);
        if (in <= 0) return in;
    }
}

static SkValue view_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!is_set_view(a) || !(sk_is_any_set(b) || is_set_view(b))) return SK_NOT_IMPLEMENTED;
    int64_t n = view_len(a), m = sk_len(b);
    if (m < 0) return SK_EMPTY;
    int ok = 0;
    switch (op) {
    case SK_EQ:
    case SK_NE: ok = n == m ? all_in(a, b) : 0; break;
    case SK_LT: ok = n < m ? all_in(a, b) : 0; break;
    case SK_LE: ok = n <= m ? all_in(a, b) : 0; break;
    case SK_GT: ok = n > m ? all_in(b, a) : 0; break;
    case SK_GE: ok = n >= m ? all_in(b, a) : 0; break;
    }
    return ok < 0 ? SK_EMPTY : sk_bool(ok == (op != SK_NE));
}

// CPython's order: a set of keys is made from the dict, with room for them all.
static SkValue view_as_set(SkValue v) {
    if (!sk_has_index(v, SK_T_DICT_KEYS)) return sk_set_new(v);
    SkValue dict = dict_of(v);
    return sk_set_new(sk_is_exact_dict(dict) ? dict : v);
}

static SkValue updated(SkValue view, const char *method, SkValue other) {
    SK_AUTO SkValue set = view_as_set(view);
    SK_AUTO SkValue r = sk_is_empty(set) ? SK_EMPTY : sk_call_method_s(set, method, &other, 1);
    return sk_is_empty(r) ? SK_EMPTY : sk_move(&set);
}

static SkValue view_sub(SkValue a, SkValue b) { return updated(a, "difference_update", b); }

static SkValue view_and(SkValue a, SkValue b) {
    if (!is_set_view(a)) {  // the other way round: the view tests membership
        SkValue swap = a;
        a = b;
        b = swap;
    }
    if (is_set_view(b) && view_len(b) > view_len(a)) {
        SkValue swap = a;
        a = b;
        b = swap;
    }
    if (sk_is_exact_set(b) && view_len(a) < (int64_t)sk_set_len(b)) {
        SkValue swap = a;
        a = b;
        b = swap;
    }
    SK_AUTO SkValue set = sk_set_new(SK_EMPTY);
    if (sk_is_empty(set)) return SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(b);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue v = sk_own(sk_next(it));
        if (sk_is_empty(v)) return sk_error_occurred() ? SK_EMPTY : sk_move(&set);
        int in = sk_contains(a, v);
        if (in < 0 || (in && !sk_set_add(set, v))) return SK_EMPTY;
    }
}

static SkValue view_or(SkValue a, SkValue b) { return updated(a, "update", b); }
static SkValue view_xor(SkValue a, SkValue b) { return updated(a, "symmetric_difference_update", b); }

static SkValue view_isdisjoint(SkValue self, SkValue other) {
    if (sk_is(self, other)) return sk_bool(view_len(self) == 0);
    SkValue test = self, walk = other;
    if ((sk_is_any_set(other) || is_set_view(other)) && sk_len(other) > view_len(self)) {
        test = other;
        walk = self;
    }
    SK_AUTO SkValue it = sk_iter(walk);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue v = sk_own(sk_next(it));
        if (sk_is_empty(v)) return sk_error_occurred() ? SK_EMPTY : SK_TRUE;
        int in = sk_contains(test, v);
        if (in) return in < 0 ? SK_EMPTY : SK_FALSE;
    }
}

static SkValue view_mapping(SkValue self, void *closure) {
    (void)closure;
    return sk_mappingproxy_new(dict_of(self));
}

static const SkGetSetDef view_getset[] = {
    {"mapping", view_mapping, NULL, "The dict that this view refers to, read-only.", NULL},
    {0},
};

#define SET_VIEW_METHODS(reversed)                                                                                       \
    {                                                                                                                     \
        {.name = "isdisjoint", .kind = SK_ONEARG, .onearg = view_isdisjoint, .sig = "(object, /)",                         \
         .doc = "True if the view and the iterable have nothing in common."},                                             \
        {.name = "__reversed__", .kind = SK_NOARGS, .noargs = reversed, .sig = "()", .doc = "Iterate backwards."}, {0},    \
    }

static const SkMethodDef keys_methods[] = SET_VIEW_METHODS(keys_reversed);
static const SkMethodDef items_methods[] = SET_VIEW_METHODS(items_reversed);
static const SkMethodDef values_methods[] = {
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = values_reversed, .sig = "()", .doc = "Iterate backwards."},
    {0},
};

SkType sk_dict_keys_type = {
    SK_TYPE_HEAD(SK_T_DICT_KEYS, sizeof(SkDictView), sk_dict_view_trace, NULL, sk_dict_view_destroy),
    .name = "dict_keys",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .repr = view_repr,
    .iter = keys_iter,
    .compare = view_compare,
    .number = {.subtract = view_sub, .and_ = view_and, .or_ = view_or, .xor_ = view_xor},
    .container = {.len = view_len, .contains = keys_contains},
    .methods = keys_methods,
    .getset = view_getset,
};

SkType sk_dict_items_type = {
    SK_TYPE_HEAD(SK_T_DICT_ITEMS, sizeof(SkDictView), sk_dict_view_trace, NULL, sk_dict_view_destroy),
    .name = "dict_items",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .repr = view_repr,
    .iter = items_iter,
    .compare = view_compare,
    .number = {.subtract = view_sub, .and_ = view_and, .or_ = view_or, .xor_ = view_xor},
    .container = {.len = view_len, .contains = items_contains},
    .methods = items_methods,
    .getset = view_getset,
};

SkType sk_dict_values_type = {
    SK_TYPE_HEAD(SK_T_DICT_VALUES, sizeof(SkDictView), sk_dict_view_trace, NULL, sk_dict_view_destroy),
    .name = "dict_values",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .repr = view_repr,
    .iter = values_iter,
    .container = {.len = view_len},
    .methods = values_methods,
    .getset = view_getset,
};
