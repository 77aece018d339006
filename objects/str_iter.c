// Iterators over a str. The position is advanced by compare-and-swap: threads sharing an iterator get each
// character once. The str is kept until the iterator dies: that it is at the end follows from the position.
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"

typedef struct {
    SkObject header;
    SkSlot str;               // never empty, never changes
    _Atomic uint64_t next;    // at most the length
} SkStrIter;

static void iter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkStrIter *)o)->str, visit, arg); }

static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkStrIter *)o)->str);
    sk_object_free(o, sizeof(SkStrIter));
}

SkValue sk_str_iter_slot(SkValue self) {
    SkStrIter *it = (SkStrIter *)sk_container_new(&(sk_as_str(self)->ascii ? &sk_str_ascii_iter_type : &sk_str_iter_type)->head, sizeof(SkStrIter));
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->str, sk_retain(self));
    return sk_counted(it);
}

static SkValue iter_next(SkValue self) {
    SkStrIter *it = (SkStrIter *)sk_ptr(self);
    const SkStr *s = sk_as_str(sk_slot_peek(&it->str));
    uint64_t i = sk_load_relaxed(&it->next);
    // relaxed: the str is immutable, nothing is published through the position
    do {
        if (i >= s->length) return SK_EMPTY;
        if (!sk_multithreaded) {
            sk_store_relaxed(&it->next, i + 1);
            break;
        }
    } while (!sk_cas_weak_relaxed(&it->next, &i, i + 1));
    if (s->kind == 1) return sk_borrowed(sk_ptr(sk_names.latin1[(uint8_t)s->data[i]]));
    return sk_str_char_word(sk_str_at(s, i));
}

static SkValue iter_length_hint(SkValue self) {
    SkStrIter *it = (SkStrIter *)sk_ptr(self);
    return sk_from_small_int((int64_t)(sk_str_len(sk_slot_peek(&it->str)) - sk_load_relaxed(&it->next)));
}

static SkValue iter_reduce(SkValue self) {
    SkStrIter *it = (SkStrIter *)sk_ptr(self);
    SkValue str = sk_slot_peek(&it->str);
    uint64_t i = sk_load_relaxed(&it->next);
    if (i >= sk_str_len(str)) return sk_iter_reduce("iter", SK_EMPTY, sk_names.empty, 0);
    return sk_iter_reduce("iter", str, sk_names.empty, (int64_t)i);
}

static SkValue iter_setstate(SkValue self, SkValue state) {
    SkStrIter *it = (SkStrIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    int64_t n = (int64_t)sk_str_len(sk_slot_peek(&it->str));
    sk_store_relaxed(&it->next, (uint64_t)(i < 0 ? 0 : i > n ? n : i));
    return SK_NONE;
}

static const SkMethodDef iter_methods[] = {
    {"__length_hint__", SK_NOARGS, .noargs = iter_length_hint, "()", "How many characters are left."},
    {"__reduce__", SK_NOARGS, .noargs = iter_reduce, "()", "State for pickling."},
    {"__setstate__", SK_ONEARG, .onearg = iter_setstate, "(object, /)", "Sets the position."},
    {0},
};

// Two types as in CPython; nothing but the name differs.
SkType sk_str_ascii_iter_type = {
    SK_TYPE_HEAD(SK_T_STR_ASCII_ITER, sizeof(SkStrIter), iter_trace, NULL, iter_destroy),
    .name = "str_ascii_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};
SkType sk_str_iter_type = {
    SK_TYPE_HEAD(SK_T_STR_ITER, sizeof(SkStrIter), iter_trace, NULL, iter_destroy),
    .name = "str_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};
