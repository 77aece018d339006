// Iterators over dicts, forward and backward, for keys, values and items.
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot dict;              // empty once exhausted
    _Atomic int64_t used;     // the dict's length at the beginning; -1 after it was seen to have changed
    _Atomic int64_t pos;      // the next entry, or backward: one past it; any thread, by sk_claim
    _Atomic int64_t left;     // items not handed out yet
    SkSlot spare;             // the last pair, to be used again (sk_tuple_steal_into)
} DictIter;

static SkValue new_iter(SkType *type, SkValue dict, size_t pos) {
    DictIter *it = (DictIter *)sk_container_new(&type->head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->dict, sk_retain(dict));
    int64_t used = (int64_t)sk_dict_len(dict);
    sk_store_relaxed(&it->used, used);
    sk_store_relaxed(&it->left, used);
    sk_store_relaxed(&it->pos, (int64_t)pos);
    return sk_counted(it);
}

SkValue sk_dict_iter_new(SkType *type, SkValue dict) { return new_iter(type, dict, 0); }

SkValue sk_dict_reverse_iter_new(SkType *type, SkValue dict) {
    (void)sk_read_begin(sk_ptr(dict));
    return new_iter(type, dict, sk_dict_filled(sk_as_dict(dict)));
}

SkValue sk_dict_key_iter(SkValue dict) { return sk_dict_iter_new(&sk_dict_key_iter_type, dict); }
SkValue sk_dict_reversed(SkValue dict) { return sk_dict_reverse_iter_new(&sk_dict_reverse_key_iter_type, dict); }

static void iter_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((DictIter *)o)->dict, visit, arg);
    sk_slot_visit(&((DictIter *)o)->spare, visit, arg);
}
static void iter_clear(SkObject *o) {
    sk_slot_set(o, &((DictIter *)o)->dict, SK_EMPTY);
    sk_slot_set(o, &((DictIter *)o)->spare, SK_EMPTY);
}
static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((DictIter *)o)->dict);
    sk_slot_destroy(o, &((DictIter *)o)->spare);
    sk_object_free(o, sizeof(DictIter));
}

// Claims the next entry: key and value as words. False: the end, or an exception.
static bool advance(DictIter *it, bool backward, SkValue *key, SkValue *value) {
    for (;;) {
        (void)sk_read_begin(&it->header);
        SkValue dict = sk_slot_peek(&it->dict);
        if (sk_is_empty(dict)) return false;
        SkDict *d = sk_as_dict(dict);
        if (sk_load_relaxed(&it->used) != (int64_t)sk_load_relaxed(&d->used)) {
            sk_store_relaxed(&it->used, -1);
            return sk_raise_false(sk_exc_RuntimeError, "dictionary changed size during iteration");
        }
        int64_t from = sk_load_relaxed(&it->pos);
        size_t pos = (size_t)from;
        bool found = backward ? sk_dict_entry_before(d, &pos, key, value) : sk_dict_entry_from(d, &pos, key, value);
        if (!found) {
            iter_clear(&it->header);
            return false;
        }
        if (sk_claim(&it->pos, from, backward ? (int64_t)pos : (int64_t)pos + 1)) {
            int64_t left = sk_multithreaded ? sk_sub_relaxed(&it->left, 1) : sk_load_relaxed(&it->left);
            if (!sk_multithreaded) sk_store_relaxed(&it->left, left - 1);
            if (left > 0) return true;
            sk_release(*key);
            sk_release(*value);
            sk_raise(sk_exc_RuntimeError, "dictionary keys changed during iteration");
            iter_clear(&it->header);
            return false;
        }
        sk_release(*key);
        sk_release(*value);
    }
}

// The next entry of a dict when dict and iterator are this thread's own. NULL: the general way.
SK_INLINE SkDictEntry *own_entry(DictIter *it, bool backward) {
    SkValue dict = sk_slot_peek(&it->dict);
    if (sk_multithreaded || sk_is_empty(dict) || !sk_is_mine(&it->header)) return NULL;
    SkDict *d = sk_as_dict(dict);
    if (!sk_is_mine(&d->header) || sk_is_shared(&d->header)) return NULL;
    if (sk_load_relaxed(&it->used) != (int64_t)sk_load_relaxed(&d->used)) return NULL;
    SkDictTable *t = sk_dict_table(d);
    size_t pos = (size_t)sk_load_relaxed(&it->pos), at = pos - backward;   // backward from 0: more than there are
    int64_t left = sk_load_relaxed(&it->left);
    if (at >= sk_load_relaxed(&t->filled) || left <= 0) return NULL;
    SkDictEntry *e = &t->entries[at];
    if (sk_is_empty(sk_slot_peek(&e->value))) return NULL;
    sk_store_relaxed(&it->pos, (int64_t)(backward ? at : pos + 1));
    sk_store_relaxed(&it->left, left - 1);
    return e;
}

static SkValue next_key(SkValue self, bool backward) {
    SkValue key, value;
    if (!advance((DictIter *)sk_ptr(self), backward, &key, &value)) return SK_EMPTY;
    sk_release(value);
    return key;
}

static SkValue next_value(SkValue self, bool backward) {
    SkValue key, value;
    if (!advance((DictIter *)sk_ptr(self), backward, &key, &value)) return SK_EMPTY;
    sk_release(key);
    return value;
}

static SkValue next_item(SkValue self, bool backward) {
    SkValue pair[2];
    DictIter *it = (DictIter *)sk_ptr(self);
    return advance(it, backward, &pair[0], &pair[1]) ? sk_tuple_steal_into(&it->spare, pair, 2) : SK_EMPTY;
}

static SkValue key_next(SkValue self) {
    SkDictEntry *e = own_entry((DictIter *)sk_ptr(self), false);
    return sk_likely(e != NULL) ? sk_retain(sk_slot_peek(&e->key)) : next_key(self, false);
}
static SkValue value_next(SkValue self) {
    SkDictEntry *e = own_entry((DictIter *)sk_ptr(self), false);
    return sk_likely(e != NULL) ? sk_retain(sk_slot_peek(&e->value)) : next_value(self, false);
}
static SkValue item_next(SkValue self) {
    DictIter *it = (DictIter *)sk_ptr(self);
    SkDictEntry *e = own_entry(it, false);
    if (sk_unlikely(!e)) return next_item(self, false);
    return sk_tuple_pair_into(&it->spare, sk_retain(sk_slot_peek(&e->key)), sk_retain(sk_slot_peek(&e->value)));
}
static SkValue reverse_key_next(SkValue self) {
    SkDictEntry *e = own_entry((DictIter *)sk_ptr(self), true);
    return sk_likely(e != NULL) ? sk_retain(sk_slot_peek(&e->key)) : next_key(self, true);
}
static SkValue reverse_value_next(SkValue self) {
    SkDictEntry *e = own_entry((DictIter *)sk_ptr(self), true);
    return sk_likely(e != NULL) ? sk_retain(sk_slot_peek(&e->value)) : next_value(self, true);
}
static SkValue reverse_item_next(SkValue self) { return next_item(self, true); }

static SkValue iter_length_hint(SkValue self) {
    DictIter *it = (DictIter *)sk_ptr(self);
    (void)sk_read_begin(&it->header);
    SkValue dict = sk_slot_peek(&it->dict);
    if (sk_is_empty(dict) || sk_load_relaxed(&it->used) != (int64_t)sk_dict_len(dict)) return sk_from_small_int(0);
    int64_t left = sk_load_relaxed(&it->left);
    return sk_from_small_int(left < 0 ? 0 : left);
}

// iter(list of what is left), found by walking a copy of the iterator.
static SkValue iter_reduce(SkValue self) {
    DictIter *it = (DictIter *)sk_ptr(self);
    SK_AUTO SkValue dict = sk_slot_get(&it->header, &it->dict);
    SK_AUTO SkValue list = SK_EMPTY;
    if (sk_is_empty(dict)) {
        list = sk_list_new(0);
    } else {
        SK_AUTO SkValue copy = new_iter(sk_type_of(self), dict, (size_t)sk_load_relaxed(&it->pos));
        if (sk_is_empty(copy)) return SK_EMPTY;
        DictIter *c = (DictIter *)sk_ptr(copy);
        sk_store_relaxed(&c->used, sk_load_relaxed(&it->used));
        sk_store_relaxed(&c->left, sk_load_relaxed(&it->left));
        list = sk_to_list(copy);
    }
    return sk_is_empty(list) ? SK_EMPTY : sk_iter_reduce("iter", SK_EMPTY, list, 0);
}

static const SkMethodDef iter_methods[] = {
    {.name = "__length_hint__", .kind = SK_NOARGS, .noargs = iter_length_hint, .sig = "()", .doc = "Number of items left."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iter_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};

#define DICT_ITER_TYPE(INDEX, c_name, py_name, next)                               \
    SkType sk_##c_name##_type = {                                                  \
        SK_TYPE_HEAD(SK_T_##INDEX, sizeof(DictIter), iter_trace, iter_clear, iter_destroy), \
        .name = py_name,                                                           \
        .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,                                   \
        .iter = sk_iter_self,                                                      \
        .iternext = next,                                                          \
        .methods = iter_methods,                                                   \
    }

DICT_ITER_TYPE(DICT_KEY_ITER, dict_key_iter, "dict_keyiterator", key_next);
DICT_ITER_TYPE(DICT_VALUE_ITER, dict_value_iter, "dict_valueiterator", value_next);
DICT_ITER_TYPE(DICT_ITEM_ITER, dict_item_iter, "dict_itemiterator", item_next);
DICT_ITER_TYPE(DICT_REVERSE_KEY_ITER, dict_reverse_key_iter, "dict_reversekeyiterator", reverse_key_next);
DICT_ITER_TYPE(DICT_REVERSE_VALUE_ITER, dict_reverse_value_iter, "dict_reversevalueiterator", reverse_value_next);
DICT_ITER_TYPE(DICT_REVERSE_ITEM_ITER, dict_reverse_item_iter, "dict_reverseitemiterator", reverse_item_next);
