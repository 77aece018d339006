// The cold halves of the interpreter's instructions. Arguments are words in live registers; results are words
// or SK_EMPTY with an exception set, unless said otherwise.
#ifndef SKEIN_CORE_VM_SLOW_H
#define SKEIN_CORE_VM_SLOW_H

#include "core/vm/frame.h"
#include "objects/dict_internal.h"
#include "objects/protocol.h"

// The kind of an attribute's cache word, shape id << 32 | place << 2 | kind: byte offset, method on the class, index in extra.
enum { CACHE_INLINE = 1, CACHE_METHOD = 2, CACHE_EXTRA = 3 };

// Of objects without a __dict__.
SK_INLINE SkSlot *sk_op_cached_member(SkObject *o, SkType *t, SkInstr word) {
    SkShape *s = sk_load_acquire(&t->root_shape);
    if (!s || (word & 3) != CACHE_INLINE || sk_load_relaxed(&s->id) != (uint32_t)(word >> 32)) return NULL;
    return (SkSlot *)((char *)o + ((uint32_t)word >> 2));
}

// The attribute slot of an object that an inline cache names, or NULL. Cache word: shape id << 32 | byte offset << 2 | kind.
SK_INLINE SkSlot *sk_op_cached_slot(SkObject *o, SkType *t, SkInstr cache) {
    if (!t->shape_offset) return sk_op_cached_member(o, t, cache);
    SkShape *s = sk_load_acquire(&sk_instance_part(o, t)->shape);
    if (!s || sk_load_relaxed(&s->id) != (uint32_t)(cache >> 32)) return NULL;
    if ((cache & 3) == CACHE_INLINE) return (SkSlot *)((char *)o + ((uint32_t)cache >> 2));
    if ((cache & 3) == CACHE_EXTRA) return sk_attribute_slot(o, t, (uint32_t)cache >> 2);
    return NULL;
}

// The cache word that was remembered for objects of o's shape and this name, by whatever instruction; 0: none.
SkInstr sk_op_seen(SkObject *o, SkType *t, SkValue name, bool for_store);

// An attribute that is new to v, where the cache knows the shape that has it.
SK_INLINE bool sk_op_add_cached(SkValue v, SkValue name, SkValue value, SkInstr cache) {
    if (!sk_is_ptr(v) || (cache & 3) != CACHE_INLINE || !cache) return false;
    SkType *t = sk_ptr_type(sk_ptr(v));
    return t->shape_offset && sk_instance_add(sk_ptr(v), t, name, (uint32_t)(cache >> 32), value);
}

SkValue sk_op_binary(SkBinaryOp op, SkValue a, SkValue b) SK_NOINLINE;
SkValue sk_op_inplace(SkBinaryOp op, SkValue a, SkValue b) SK_NOINLINE;
SkValue sk_op_compare(SkCompareOp op, SkValue a, SkValue b) SK_NOINLINE;
int sk_op_compare_truth(SkCompareOp op, SkValue a, SkValue b) SK_NOINLINE;   // 1, 0, -1
// Cache words of LOAD_GLOBAL: entry << 1 | 1 for an entry of globals; for one of builtins, version of globals << 32 | entry << 1.
// The value of an entry: a word, or EMPTY if it is not this name's.
SK_INLINE SkValue sk_op_dict_entry(SkDict *d, uint64_t entry, SkValue name) {
    bool shared = sk_read_begin(&d->header);
    SkDictTable *t = sk_dict_table(d);
    if (entry >= sk_load_relaxed(&t->filled)) return SK_EMPTY;
    SkDictEntry *e = &t->entries[entry];
    if (!sk_is(sk_slot_peek(&e->key), name)) return SK_EMPTY;
    return sk_read_take(shared, sk_slot_peek(&e->value));
}

SK_INLINE SkValue sk_op_cached_global(SkFrame *f, SkValue name, uint64_t word) {
    if (sk_likely(word & 1)) return sk_op_dict_entry(f->globals, word >> 1, name);
    if (!word || (uint32_t)sk_load_relaxed(&f->globals->version) != word >> 32) return SK_EMPTY;
    return sk_op_dict_entry(f->builtins, (uint32_t)word >> 1, name);
}
SkValue sk_op_load_builtin(SkFrame *f, SkValue name) SK_NOINLINE;  // a word; empty without an exception: there is none
SkValue sk_op_load_global(SkFrame *f, SkValue name, _Atomic SkInstr *cache) SK_NOINLINE;
SkValue sk_op_load_name(SkFrame *f, SkValue name) SK_NOINLINE;
SkValue sk_op_get_attr(SkValue v, SkValue name, _Atomic SkInstr *cache) SK_NOINLINE;
bool sk_op_set_attr(SkValue v, SkValue name, SkValue value, _Atomic SkInstr *cache) SK_NOINLINE;
// out[0] and out[1] as LOAD_METHOD leaves them.
bool sk_op_load_method(SkValue v, SkValue name, SkValue *out, _Atomic SkInstr *cache) SK_NOINLINE;
// v[parts] and v[parts] = value without a slice object, where v is an exact list (to be read also: tuple, str) and the n parts are None or
// small ints. False, without an exception: it is not so. *out: a word, EMPTY with an exception.
bool sk_op_get_slice(SkValue v, const SkValue *parts, unsigned n, SkValue *out) SK_NOINLINE;
bool sk_op_set_slice(SkValue v, const SkValue *parts, unsigned n, SkValue value, bool *ok) SK_NOINLINE;
SkValue sk_op_get_item(SkValue v, SkValue key) SK_NOINLINE;
bool sk_op_get_iter(SkValue v, SkValue *state) SK_NOINLINE;
SkValue sk_op_for_iter(SkValue *state) SK_NOINLINE;     // EMPTY without an exception: the end
bool sk_op_unpack(SkValue v, size_t n, SkValue *out) SK_NOINLINE;
bool sk_op_unpack_star(SkValue v, size_t before, size_t after, SkValue *out) SK_NOINLINE;
SkValue sk_op_unbound_local(SkFrame *f, unsigned reg) SK_NOINLINE;
SkValue sk_op_unbound_cell(SkFrame *f, SkValue name, bool is_free) SK_NOINLINE;
bool sk_op_store_name(SkFrame *f, SkValue name, SkValue v) SK_NOINLINE;
bool sk_op_delete_name(SkFrame *f, SkValue name) SK_NOINLINE;
SkValue sk_op_name_or_free(SkFrame *f, unsigned index, SkValue mapping) SK_NOINLINE;
SkValue sk_op_name_or_global(SkFrame *f, SkValue name, SkValue mapping) SK_NOINLINE;
bool sk_op_set_function(SkValue f, SkValue v, unsigned which) SK_NOINLINE;
SkValue sk_op_import_name(SkFrame *f, SkValue name, SkValue level, SkValue fromlist) SK_NOINLINE;
SkValue sk_op_import_from(SkValue module, SkValue name) SK_NOINLINE;
bool sk_op_import_star(SkFrame *f, SkValue module) SK_NOINLINE;
// explicit: the arguments were written.
SkValue sk_op_super(SkValue *words, SkValue name, bool method, bool explicit, SkValue *self) SK_NOINLINE;
bool sk_op_setup_annotations(SkValue locals) SK_NOINLINE;
bool sk_op_with_enter(SkValue manager, bool is_async, SkValue *out) SK_NOINLINE;
SkValue sk_op_with_exit(SkValue exit, SkValue exc) SK_NOINLINE;
bool sk_op_exc_match(SkValue exc, SkValue cls, bool *match) SK_NOINLINE;
bool sk_op_exc_group_match(SkValue exc, SkValue cls, SkValue *out) SK_NOINLINE;
SkValue sk_op_reraise_star(SkValue orig, SkValue list) SK_NOINLINE;
// True: a bare raise, of the exception that is being handled, whose traceback stays as it is.
bool sk_op_raise(SkFrame *f, unsigned argc, SkValue exc, SkValue cause) SK_NOINLINE;
SkValue sk_op_match_class(SkValue subject, SkValue cls, SkValue kwnames, size_t npos) SK_NOINLINE;
SkValue sk_op_match_keys(SkValue subject, SkValue keys) SK_NOINLINE;
SkValue sk_op_match_rest(SkValue subject, SkValue keys) SK_NOINLINE;
SkValue sk_op_build_map(SkValue *words, size_t pairs) SK_NOINLINE;
bool sk_op_dict_merge(SkValue d, SkValue other, SkValue callee) SK_NOINLINE;
bool sk_op_dict_update(SkValue d, SkValue other) SK_NOINLINE;
bool sk_op_list_extend(SkValue l, SkValue other) SK_NOINLINE;
SkValue sk_op_build_interpolation(SkValue *words) SK_NOINLINE;
SkValue sk_op_intrinsic(unsigned which, SkValue a, SkValue b) SK_NOINLINE;
SkValue sk_op_get_aiter(SkValue v) SK_NOINLINE;
SkValue sk_op_get_anext(SkValue v) SK_NOINLINE;
SkValue sk_op_get_awaitable(SkValue v, unsigned where) SK_NOINLINE;
SkValue sk_op_get_yield_from(SkFrame *f, SkValue v) SK_NOINLINE;
bool sk_op_call_ex_args(SkValue callee, SkValue *args) SK_NOINLINE;
// The Python function that is the special method of that name of instances of t: a word, or EMPTY.
SkValue sk_op_special_function(SkType *t, SkValue name);
// Puts the arguments of f(*tuple, **dict) into registers from `to` on, which end before `end`: words, with *kwnames a counted tuple of
// the names or EMPTY. False, and nothing was done: there is no room, or the general way is to say what is wrong.
bool sk_op_spread(SkValue *to, SkValue *end, SkValue tuple, SkValue dict, size_t *nargs, SkValue *kwnames);
// An instance of a class whose __init__ is a Python function, for a call without keywords: the instance, counted, with
// *init a word of the function; EMPTY without an exception: not that kind of class.
SkValue sk_op_make_instance(SkType *t, SkValue *init);

#endif
