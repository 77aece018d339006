// See slow.h.
#include "core/vm/slow.h"

#include "core/vm/bind.h"
#include "core/vm/import.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/slots.h"
#include "objects/staticmethod.h"
#include "objects/str.h"
#include "objects/super.h"
#include "objects/template.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"
#include "objects/typing.h"

// ---- operators --------------------------------------------------------------------------------------------------

static bool number(SkValue v, double *d) {
    if (sk_is_small_int(v)) {
        int64_t i = sk_small_int(v);
        *d = (double)i;
        return i > -(INT64_C(1) << 53) && i < INT64_C(1) << 53;
    }
    if (!sk_is_immediate_float(v)) return false;
    *d = sk_immediate_float(v);
    return true;
}

// int with float, and zeros, without the general dispatch; SK_EMPTY: not that.
static SkValue quick_float(SkBinaryOp op, SkValue a, SkValue b) {
    double x, y;
    if (op <= SK_OP_TRUEDIV && number(a, &x) && number(b, &y) && !(sk_is_small_int(a) && sk_is_small_int(b) && op != SK_OP_TRUEDIV)) {
        switch (op) {
        case SK_OP_ADD: return sk_float_new(x + y);
        case SK_OP_SUB: return sk_float_new(x - y);
        case SK_OP_MUL: return sk_float_new(x * y);
        case SK_OP_TRUEDIV:
            if (y != 0) return sk_float_new(x / y);
            break;
        default: break;
        }
    }
    return SK_EMPTY;
}

SkValue sk_op_binary(SkBinaryOp op, SkValue a, SkValue b) {
    SkValue r = quick_float(op, a, b);
    return sk_is_empty(r) ? sk_binary(op, a, b) : r;
}

SkValue sk_op_inplace(SkBinaryOp op, SkValue a, SkValue b) {
    SkValue r = quick_float(op, a, b);
    return sk_is_empty(r) ? sk_inplace(op, a, b) : r;
}

SkValue sk_op_compare(SkCompareOp op, SkValue a, SkValue b) {
    if (sk_is_exact_str(a) && sk_is_exact_str(b)) {
        if (op == SK_EQ) return sk_bool(sk_is(a, b) || sk_str_equal(a, b));
        if (op == SK_NE) return sk_bool(!sk_is(a, b) && !sk_str_equal(a, b));
    }
    return sk_compare(a, b, op);
}

int sk_op_compare_truth(SkCompareOp op, SkValue a, SkValue b) {
    SkValue r = sk_op_compare(op, a, b);
    if (sk_is_bool(r)) return sk_is_true(r);
    if (sk_is_empty(r)) return -1;
    int truth = sk_truth(r);
    sk_release(r);
    return truth;
}

static bool small_slice(const SkValue *parts, unsigned n, int64_t *start, int64_t *stop, int64_t *step) {
    return sk_slice_small((SkValue[]){parts[0], parts[1], n > 2 ? parts[2] : SK_NONE}, start, stop, step);
}

bool sk_op_get_slice(SkValue v, const SkValue *parts, unsigned n, SkValue *out) {
    int64_t start, stop, step;
    bool str = sk_is_exact_str(v), tuple = sk_has_index(v, SK_T_TUPLE);
    if ((!str && !tuple && !sk_has_index(v, SK_T_LIST)) || !small_slice(parts, n, &start, &stop, &step)) return false;
    if (!str && !tuple) return *out = sk_list_get_slice(v, start, stop, step), true;
    if (step != 1) return false;
    sk_slice_adjust((int64_t)(str ? sk_str_len(v) : sk_tuple_len(v)), &start, &stop, 1);
    *out = str ? sk_str_slice(v, (size_t)start, (size_t)stop) : sk_tuple_slice(v, (size_t)start, (size_t)stop);
    return true;
}

bool sk_op_set_slice(SkValue v, const SkValue *parts, unsigned n, SkValue value, bool *ok) {
    int64_t start, stop, step;
    if (!sk_has_index(v, SK_T_LIST) || !small_slice(parts, n, &start, &stop, &step) || step != 1) return false;
    return *ok = sk_list_set_slice(v, start, stop, value), true;
}

SkValue sk_op_get_item(SkValue v, SkValue key) {
    if (sk_is_ptr(v)) {
        switch (sk_type_index(sk_ptr(v))) {
        case SK_T_DICT: {
            SkValue r = sk_dict_load(v, key);
            if (sk_is_empty(r) && !sk_error_occurred()) sk_raise_value(sk_exc_KeyError, key);
            return r;
        }
        case SK_T_LIST:
            if (sk_is_small_int(key)) {
                int64_t i = sk_small_int(key);
                if (i < 0) i += (int64_t)sk_list_len(v);
                SkValue r = i < 0 ? SK_EMPTY : sk_list_load(v, (size_t)i);
                return sk_is_empty(r) ? sk_raise(sk_exc_IndexError, "list index out of range") : r;
            }
            break;
        case SK_T_TUPLE:
            if (sk_is_small_int(key)) {
                int64_t i = sk_small_int(key), n = (int64_t)sk_tuple_len(v);
                if (i < 0) i += n;
                return i < 0 || i >= n ? sk_raise(sk_exc_IndexError, "tuple index out of range") : sk_tuple_load(v, (size_t)i);
            }
            break;
        default: break;
        }
        SkBinaryFn get = sk_load_relaxed(&sk_ptr_type(sk_ptr(v))->container.get_key);
        if (get) return get(v, key);
    }
    return sk_getitem(v, key);
}

// ---- names ------------------------------------------------------------------------------------------------------------

static int64_t find_entry(SkDict *d, SkValue name) {
    SkDictTable *t;
    if (sk_type_index(&d->header) != SK_T_DICT) return -1;
    (void)sk_read_begin(&d->header);
    return sk_dict_find(d, name, sk_str_hash(sk_as_str(name)), &t);
}

static SkValue from_mapping(SkValue mapping, SkValue name) {
    if (sk_is_exact_dict(mapping)) return sk_dict_load(mapping, name);
    SkValue v = sk_getitem(mapping, name);
    if (sk_is_empty(v)) sk_error_clear_if(sk_exc_KeyError);
    return v;
}

SkValue sk_op_load_builtin(SkFrame *f, SkValue name) {
    SkValue v = from_mapping(sk_counted(f->builtins), name);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SK_AUTO SkValue shown = sk_builtins_shown(f->builtins);
    return sk_is(shown, sk_counted(f->builtins)) ? SK_EMPTY : from_mapping(shown, name);
}

SkValue sk_op_load_global(SkFrame *f, SkValue name, _Atomic SkInstr *cache) {
    uint64_t version = sk_load_acquire(&f->globals->version);
    SkValue v = from_mapping(sk_counted(f->globals), name);
    if (!sk_is_empty(v)) {
        int64_t entry = find_entry(f->globals, name);
        if (entry >= 0) sk_store_relaxed(cache, (uint64_t)entry << 1 | 1);
        return v;
    }
    if (sk_error_occurred()) return SK_EMPTY;
    v = sk_op_load_builtin(f, name);
    if (!sk_is_empty(v)) {
        int64_t entry = find_entry(f->builtins, name);
        if (entry >= 0 && entry < INT32_MAX) sk_store_relaxed(cache, version << 32 | (uint64_t)entry << 1);
        return v;
    }
    if (!sk_error_occurred()) sk_raise_name(sk_exc_NameError, name, "name '%S' is not defined", name);
    return SK_EMPTY;
}

static SkValue global_or_builtin(SkFrame *f, SkValue name) {
    SkValue v = from_mapping(sk_counted(f->globals), name);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    v = sk_op_load_builtin(f, name);
    if (sk_is_empty(v) && !sk_error_occurred()) sk_raise_name(sk_exc_NameError, name, "name '%S' is not defined", name);
    return v;
}

SkValue sk_op_load_name(SkFrame *f, SkValue name) {
    if (sk_is_empty(f->locals)) return global_or_builtin(f, name);
    SkValue v = from_mapping(f->locals, name);
    return !sk_is_empty(v) || sk_error_occurred() ? v : global_or_builtin(f, name);
}

bool sk_op_store_name(SkFrame *f, SkValue name, SkValue v) {
    if (sk_is_exact_dict(f->locals)) return sk_dict_set(f->locals, name, v);
    // The code of a module may be made a function: its names are global.
    return sk_setitem(sk_is_empty(f->locals) ? sk_counted(f->globals) : f->locals, name, v);
}

bool sk_op_delete_name(SkFrame *f, SkValue name) {
    if (sk_is_exact_dict(f->locals)) {
        int r = sk_dict_delete(f->locals, name);
        if (r == 0) sk_raise_name(sk_exc_NameError, name, "name '%S' is not defined", name);
        return r > 0;
    }
    if (sk_setitem(sk_is_empty(f->locals) ? sk_counted(f->globals) : f->locals, name, SK_EMPTY)) return true;
    if (sk_error_clear_if(sk_exc_KeyError)) sk_raise_name(sk_exc_NameError, name, "name '%S' is not defined", name);
    return false;
}

SkValue sk_op_name_or_free(SkFrame *f, unsigned index, SkValue mapping) {
    SkValue name = sk_tuple_peek(sk_slot_peek(&f->code->freevars), index);
    SkValue v = from_mapping(mapping, name);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SkValue closure = sk_slot_peek(&((SkFunction *)sk_ptr(f->func))->closure);
    SkObject *cell = sk_ptr(sk_tuple_peek(closure, index));
    v = sk_slot_load(cell, &((SkCell *)cell)->content);
    return sk_is_empty(v) ? sk_op_unbound_cell(f, name, true) : v;
}

SkValue sk_op_name_or_global(SkFrame *f, SkValue name, SkValue mapping) {
    SkValue v = from_mapping(mapping, name);
    return !sk_is_empty(v) || sk_error_occurred() ? v : global_or_builtin(f, name);
}

SkValue sk_op_unbound_local(SkFrame *f, unsigned reg) {
    SkValue name = sk_tuple_peek(sk_slot_peek(&f->code->varnames), reg);
    return sk_raise_name(sk_exc_UnboundLocalError, name, "cannot access local variable '%S' where it is not associated with a value", name);
}

SkValue sk_op_unbound_cell(SkFrame *f, SkValue name, bool is_free) {
    (void)f;
    if (!is_free) return sk_raise_name(sk_exc_UnboundLocalError, name, "cannot access local variable '%S' where it is not associated with a value", name);
    return sk_raise_name(sk_exc_NameError, name, "cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
}

// ---- attributes ------------------------------------------------------------------------------------------------------------

// What the caches of instructions were told lately, by shape and name: an instruction that meets instances of several classes has room
// for one of them, and finds the others here. Of one thread. Ids are never reused, and say more than the layout: nothing gets stale.
enum { SEEN_BITS = 10 };
typedef struct {
    SkInstr word;    // 0: nothing
    uint64_t name;   // plus 1: for storing
} Seen;
static _Thread_local Seen seen[1 << SEEN_BITS];

static Seen *seen_at(uint32_t id, uint64_t name) { return &seen[((uint64_t)id ^ name >> 4) * 0x9E3779B97F4A7C15u >> (64 - SEEN_BITS)]; }

static SkInstr seen_word(uint32_t id, SkValue name, bool for_store) {
    uint64_t key = name.w + for_store;
    const Seen *e = seen_at(id, key);
    return e->name == key && (uint32_t)(e->word >> 32) == id ? e->word : 0;
}

SkInstr sk_op_seen(SkObject *o, SkType *t, SkValue name, bool for_store) {
    SkShape *s = t->shape_offset ? sk_load_acquire(&sk_instance_part(o, t)->shape) : sk_load_acquire(&t->root_shape);
    uint32_t id = s ? sk_load_relaxed(&s->id) : 0;
    return id ? seen_word(id, name, for_store) : 0;
}

static void remember(_Atomic SkInstr *cache, uint32_t id, uint32_t what, SkValue name, bool for_store) {
    SkInstr word = (uint64_t)id << 32 | what;
    *seen_at(id, name.w + for_store) = (Seen){word, name.w + for_store};
    sk_store_relaxed(cache, word);
}

// Remembers where an attribute lies, for instances of this shape. A negative offset (before the header) does not fit: it is not cached.
static void remember_offset(uint32_t id, ptrdiff_t offset, _Atomic SkInstr *cache, SkValue name, bool for_store) {
    uint64_t where = (uint64_t)offset << 2 | CACHE_INLINE;
    if (where < UINT32_MAX) remember(cache, id, (uint32_t)where, name, for_store);
}

// Remembers that instances of this shape have no such attribute of their own.
static void remember_absence(const SkShape *s, uint32_t id, _Atomic SkInstr *cache, SkValue name) {
    if (id && sk_load_relaxed(&s->id) == id) remember(cache, id, CACHE_METHOD, name, false);
}

// Remembers where an instance's own attribute or slot lies, if nothing on the class comes before it.
static void remember_slot(SkObject *o, SkType *t, SkValue name, _Atomic SkInstr *cache, bool for_store) {
    SkShape *s = sk_load_acquire(&sk_instance_part(o, t)->shape);
    uint32_t id = s ? sk_shape_id(s) : 0;
    if (!id || (uint32_t)(sk_load_relaxed(cache) >> 32) == id) return;  // remembered already
    SK_AUTO SkValue on_type = sk_type_lookup(t, name);
    int32_t offset = sk_member_offset(on_type, t);
    int32_t i = offset || s->is_dict ? -1 : sk_shape_find(s, name);
    if (!for_store && i < 0 && !offset && !s->is_dict) return remember_absence(s, id, cache, name);
    bool hides = !sk_is_empty(on_type) && sk_type_of(on_type)->descr_set && (for_store || sk_type_of(on_type)->descr_get);
    if ((!offset && (i < 0 || hides)) || sk_load_relaxed(&s->id) != id) return;
    if (offset) remember_offset(id, offset, cache, name, for_store);
    else if ((uint32_t)i < t->inline_slots)
        remember_offset(id, (char *)((SkSlot *)(sk_instance_part(o, t) + 1) + i) - (char *)o, cache, name, for_store);
    else remember(cache, id, (uint32_t)i << 2 | CACHE_EXTRA, name, for_store);
}

// Objects without a __dict__: the id of their type's root shape stands for the class alone.
static void remember_member(SkType *t, SkValue name, _Atomic SkInstr *cache, bool for_store) {
    SkShape *s = sk_load_acquire(&t->root_shape);
    uint32_t id = s ? sk_shape_id(s) : 0;
    SK_AUTO SkValue on_type = sk_type_lookup(t, name);
    int32_t offset = sk_member_offset(on_type, t);
    if (!offset) return;
    if (!s && !sk_root_shape(t)) sk_error_clear();  // the next time finds it
    else if (id && sk_load_relaxed(&s->id) == id) remember_offset(id, offset, cache, name, for_store);
}

// An attribute of a module. Cache word: the index of the type above (entry of the dict + 1) << 2, whose low bits are 0.
static SkValue module_attr(SkValue m, SkValue name, _Atomic SkInstr *cache) {
    SkDict *d = sk_as_dict(sk_module_dict(m));
    SkInstr word = sk_load_relaxed(cache);
    if (sk_likely(word >> 48 == SK_T_MODULE && !(word & 3))) {
        SkValue v = sk_op_dict_entry(d, ((word & (UINT64_MAX >> 16)) >> 2) - 1, name);
        if (!sk_is_empty(v)) return v;
    }
    SkValue v = sk_getattr(m, name);
    // What begins otherwise nothing on the type goes before.
    if (!sk_is_empty(v) && sk_str_len(name) && sk_str_at(sk_as_str(name), 0) != '_') {
        int64_t entry = find_entry(d, name);
        if (entry >= 0) sk_store_relaxed(cache, (uint64_t)SK_T_MODULE << 48 | (uint64_t)(entry + 1) << 2);
    }
    return v;
}

SkValue sk_op_get_attr(SkValue v, SkValue name, _Atomic SkInstr *cache) {
    SkType *t = sk_type_of(v);
    if (t == &sk_module_type) return module_attr(v, name, cache);
    if (t->getattr != sk_generic_getattr) return sk_getattr(v, name);
    if (t->shape_offset) {
        SkShape *s = sk_load_acquire(&sk_instance_part(sk_ptr(v), t)->shape);
        uint64_t word = sk_load_relaxed(cache);
        uint32_t id = s ? sk_load_relaxed(&s->id) : 0;
        if (id && (uint32_t)(word >> 32) != id) word = seen_word(id, name, false);
        if (id && (word & 3) == CACHE_METHOD && (uint32_t)(word >> 32) == id) {
            SkValue found = sk_type_lookup(t, name);
            if (!sk_is_empty(found) && !sk_load_relaxed(&sk_type_of(found)->descr_get)) return found;
            sk_release(found);
        }
    }
    SkValue r = sk_getattr(v, name);
    if (sk_is_empty(r)) return r;
    if (t->shape_offset) remember_slot(sk_ptr(v), t, name, cache, false);
    else remember_member(t, name, cache, false);
    return r;
}

// Sets an attribute where a cache word says it lies. False: it does not, or it was deleted and comes back, which the shape has to tell.
static bool set_cached(SkObject *o, SkType *t, SkInstr word, SkValue value) {
    sk_lock(o);
    sk_write_begin_locked(o);
    SkSlot *slot = sk_op_cached_slot(o, t, word);
    SkValue old = slot ? sk_slot_peek(slot) : SK_EMPTY;
    bool done = slot && (!t->shape_offset || !sk_is_empty(old));
    if (done) {
        sk_slot_publish(slot, sk_retain(value));
        sk_flag_removed_locked(o, old);
    }
    sk_unlock(o);
    if (done) sk_release(old);
    return done;
}

bool sk_op_set_attr(SkValue v, SkValue name, SkValue value, _Atomic SkInstr *cache) {
    SkType *t = sk_type_of(v);
    if (t->setattr != sk_generic_setattr) return t->setattr(v, name, value);
    if (sk_is_ptr(v)) {
        SkInstr word = sk_load_relaxed(cache);
        if (word && !sk_op_cached_slot(sk_ptr(v), t, word)) word = sk_op_seen(sk_ptr(v), t, name, true);
        if (word && set_cached(sk_ptr(v), t, word, value)) return true;
    }
    if (!t->setattr(v, name, value)) return false;
    if (t->shape_offset) remember_slot(sk_ptr(v), t, name, cache, true);
    else remember_member(t, name, cache, true);
    return true;
}

static bool is_method(SkValue v) { return !sk_is_empty(v) && (sk_type_of(v)->flags & SK_TF_METHOD_DESCR); }

// The record of a method of a built-in type, which never changes: the index of the type above the descriptor's address,
// whose low bits are 0, unlike those of the other records.
static uint64_t method_record(SkType *t, SkValue found) {
    uint64_t address = (uint64_t)(uintptr_t)sk_ptr(found);
    bool fits = !(t->flags & SK_TF_HEAP) && (t->flags & SK_TF_IMMUTABLE) && t->head.index < UINT16_MAX && address >> 48 == 0;
    return fits && (address & 3) == 0 ? (uint64_t)t->head.index << 48 | address : 0;
}

// A method of a class, called through the class: without the object that binds it. False: the general way.
static bool load_class_method(SkType *t, SkValue name, SkValue *out) {
    if (!sk_is_interned(name)) return false;
    SK_AUTO SkValue on_meta = sk_type_lookup(&sk_type_type, name);
    if (!sk_is_empty(on_meta)) return false;
    SkValue found = sk_type_lookup(t, name);
    if (sk_is_empty(found)) return false;
    if (sk_has_index(found, SK_T_FUNCTION)) {
        out[0] = found;
        return true;
    }
    SK_AUTO SkValue wrapper = sk_own(found);
    bool with_class = sk_has_index(wrapper, SK_T_CLASSMETHOD);
    if (!with_class && !sk_has_index(wrapper, SK_T_STATICMETHOD)) return false;
    SkValue f = sk_wrapper_method_callable(wrapper);
    if (!sk_has_index(f, SK_T_FUNCTION)) {
        sk_release(f);
        return false;
    }
    out[0] = f;
    if (with_class) out[1] = SK_TRUE;
    return true;
}

bool sk_op_load_method(SkValue v, SkValue name, SkValue *out, _Atomic SkInstr *cache) {
    SkType *t = sk_type_of(v);
    out[1] = SK_EMPTY;
    if (t == &sk_type_type && load_class_method(sk_as_type(v), name, out)) return true;
    if (t == &sk_module_type) return out[0] = module_attr(v, name, cache), !sk_is_empty(out[0]);
    if (sk_likely(t->getattr == sk_generic_getattr)) {
        if (!t->shape_offset) {
            uint64_t word = sk_load_relaxed(cache);
            if (sk_likely(word >> 48 == t->head.index && word && !(word & 3))) {
                out[0] = sk_borrowed((SkObject *)(uintptr_t)(word & (UINT64_MAX >> 16)));  // the type's dict is SHARED and keeps it
                out[1] = SK_TRUE;
                return true;
            }
            SkValue found = sk_type_lookup(t, name);
            if (is_method(found)) {
                uint64_t record = method_record(t, found);
                if (record) sk_store_relaxed(cache, record);
                out[0] = found;
                out[1] = SK_TRUE;  // the caller puts the object itself there
                return true;
            }
            sk_release(found);
        } else {
            SkObject *o = sk_ptr(v);
            SkShape *s = sk_load_acquire(&sk_instance_part(o, t)->shape);
            if (!s) s = sk_root_shape(t);
            uint64_t word = sk_load_relaxed(cache);
            uint32_t id = s ? sk_load_relaxed(&s->id) : 0;
            if (id && (uint32_t)(word >> 32) != id) word = seen_word(id, name, false);
            bool absent = id && (uint32_t)(word >> 32) == id && (word & 3) == CACHE_METHOD;
            if (!absent && s && !s->is_dict && sk_shape_find(s, name) < 0) {
                absent = true;
                remember_absence(s, sk_shape_id(s), cache, name);
            }
            if (absent) {
                SkValue found = sk_type_lookup(t, name);
                if (is_method(found)) {
                    out[0] = found;
                    out[1] = SK_TRUE;
                    return true;
                }
                sk_release(found);
            }
        }
    }
    out[0] = sk_own(t->getattr(v, name));
    return !sk_is_empty(out[0]);
}

bool sk_op_setup_annotations(SkValue locals) {
    if (sk_is_exact_dict(locals)) {
        int has = sk_dict_contains(locals, SK_N(__annotations__));
        if (has) return has > 0;
    } else {
        SkValue there = sk_getitem(locals, SK_N(__annotations__));
        sk_release(there);
        if (!sk_is_empty(there)) return true;
        if (!sk_error_clear_if(sk_exc_KeyError)) return false;
    }
    SK_AUTO SkValue d = sk_dict_new();
    return !sk_is_empty(d) && sk_setitem(locals, SK_N(__annotations__), d);
}

SkValue sk_op_super(SkValue *words, SkValue name, bool method, bool explicit, SkValue *self) {
    *self = SK_EMPTY;
    if (!sk_is(words[0], sk_type_value(&sk_super_type))) {
        SK_AUTO SkValue s = sk_call(words[0], words + 1, explicit ? 2 : 0, SK_EMPTY);
        return sk_is_empty(s) ? s : sk_getattr(s, name);
    }
    bool is_plain = method;
    SkValue v = sk_super_lookup(words[1], words[2], name, &is_plain);
    if (!sk_is_empty(v) && method && is_plain) *self = words[2];
    return v;
}

// ---- iteration -----------------------------------------------------------------------------------------------------------------

bool sk_op_get_iter(SkValue v, SkValue *state) {
    state[1] = state[2] = SK_NONE;
    if (sk_is_ptr(v)) {
        uint32_t index = sk_type_index(sk_ptr(v));
        if (index == SK_T_RANGE) {
            int64_t start, step, length;
            if (sk_range_small(v, &start, &step, &length) && step == 1 && sk_fits_small_int(start) && sk_fits_small_int(start + length)) {
                state[0] = SK_MARK_RANGE;
                state[1] = sk_from_small_int(start);
                state[2] = sk_from_small_int(start + length);
                return true;
            }
        } else if (index == SK_T_LIST || index == SK_T_TUPLE) {
            state[0] = sk_dup(v);
            state[1] = sk_from_small_int(0);
            return true;
        } else if (index == SK_T_GENERATOR) {
            state[0] = sk_dup(v);
            return true;
        }
    }
    state[0] = sk_iter(v);
    return !sk_is_empty(state[0]);
}

SkValue sk_op_for_iter(SkValue *state) {
    SkValue s = state[0];
    uint32_t index = sk_type_index(sk_ptr(s));
    if (index == SK_T_LIST || index == SK_T_TUPLE) {
        size_t at = (size_t)sk_small_int(state[1]);
        SkValue v = index == SK_T_LIST ? sk_list_load(s, at) : at < sk_tuple_len(s) ? sk_tuple_load(s, at) : SK_EMPTY;
        state[1] = sk_from_small_int((int64_t)at + 1);
        return v;
    }
    SkUnaryFn next = sk_ptr_type(sk_ptr(s))->iternext;
    if (!next) return sk_raise(sk_exc_TypeError, "'%.100T' object is not an iterator", s);
    SkValue v = next(s);
    if (sk_is_empty(v) && sk_error_occurred()) sk_error_clear_if(sk_exc_StopIteration);
    return v;
}

static bool unpack_count(size_t got, size_t want, bool more, bool at_least) {
    if (more)
        return sk_raise_false(sk_exc_ValueError, "too many values to unpack (expected %zu, got %zu)", want, got);
    return sk_raise_false(sk_exc_ValueError, "not enough values to unpack (expected %s%zu, got %zu)", at_least ? "at least " : "", want, got);
}

static SkValue iter_to_unpack(SkValue v) {
    SkType *t = sk_type_of(v);
    SkValue it = sk_iter(v);
    if (sk_is_empty(it) && !t->iter && !t->container.get_key && !t->container.item && sk_error_clear_if(sk_exc_TypeError))
        sk_raise(sk_exc_TypeError, "cannot unpack non-iterable %.200T object", v);
    return it;
}

static void put_all(SkValue *out, SkValue *items, size_t n) {
    for (size_t i = 0; i < n; i++) {
        SkValue old = out[i];
        out[i] = items[i];
        sk_release(old);
    }
}

// The items of a list that only this thread can see. False, and nothing done: the general way, or an error, is due.
static bool unpack_own_list(SkValue v, size_t n, SkValue *out) {
    SkList *l = sk_as_list(v);
    if (!sk_is_mine(&l->header) || sk_is_shared(&l->header) || sk_list_len(v) != n || n > 8) return false;
    SkValue items[8];
    SkListArray *a = sk_load_relaxed(&l->array);
    for (size_t i = 0; i < n; i++) items[i] = sk_retain(sk_slot_peek(&a->items[i]));
    put_all(out, items, n);  // may free the list
    return true;
}

static bool at_its_end(SkValue v, SkValue it, size_t n) {
    SkValue extra = sk_next(it);
    if (sk_is_empty(extra)) return !sk_error_occurred();
    sk_release(extra);
    if (sk_is_exact_dict(v)) return unpack_count(sk_dict_len(v), n, true, false);
    return sk_raise_false(sk_exc_ValueError, "too many values to unpack (expected %zu)", n);
}

bool sk_op_unpack(SkValue v, size_t n, SkValue *out) {
    if (sk_is_exact_list(v) && unpack_own_list(v, n, out)) return true;
    if (sk_is_exact_list(v) || sk_is_exact_tuple(v)) {
        SK_AUTO SkValue items = sk_to_tuple(v);
        if (sk_is_empty(items)) return false;
        size_t len = sk_tuple_len(items);
        if (len != n) return unpack_count(len, n, len > n, false);
        for (size_t i = 0; i < n; i++) {
            SkValue item = sk_retain(sk_tuple_peek(items, i));
            put_all(&out[i], &item, 1);
        }
        return true;
    }
    SK_AUTO SkValue it = iter_to_unpack(v);
    if (sk_is_empty(it)) return false;
    // The targets may be variables, which keep their values if there are not so many items.
    SkValue held[SK_UNPACK_DIRECT] = {{0}};
    bool direct = n <= SK_UNPACK_DIRECT, ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) ok = sk_error_occurred() ? false : unpack_count(i, n, false, false);
        else if (direct) held[i] = item;
        else put_all(&out[i], &item, 1);
    }
    if (ok) ok = at_its_end(v, it, n);
    if (ok && direct) put_all(out, held, n);
    for (size_t i = 0; !ok && i < SK_UNPACK_DIRECT; i++) sk_release(held[i]);
    return ok;
}

bool sk_op_unpack_star(SkValue v, size_t before, size_t after, SkValue *out) {
    SK_AUTO SkValue it = iter_to_unpack(v);
    if (sk_is_empty(it)) return false;
    for (size_t i = 0; i < before; i++) {
        SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) return sk_error_occurred() ? false : unpack_count(i, before + after, false, true);
        put_all(&out[i], &item, 1);
    }
    SK_AUTO SkValue rest = sk_to_list(it);
    if (sk_is_empty(rest)) return false;
    size_t n = sk_list_len(rest);
    if (n < after) return unpack_count(before + n, before + after, false, true);
    for (size_t i = 0; i < after; i++) {
        SkValue item = sk_list_get(rest, n - after + i);
        put_all(&out[before + 1 + i], &item, 1);
    }
    SkValue head = after ? sk_list_slice(rest, 0, (int64_t)(n - after)) : sk_move(&rest);
    if (sk_is_empty(head)) return false;
    put_all(&out[before], &head, 1);
    return true;
}

// ---- building ------------------------------------------------------------------------------------------------------------------------

SkValue sk_op_build_map(SkValue *words, size_t pairs) {
    SkValue d = sk_dict_new_sized(pairs);
    for (size_t i = 0; i < pairs && !sk_is_empty(d); i++) {
        if (sk_dict_set(d, words[2 * i], words[2 * i + 1])) continue;
        sk_release(d);
        return SK_EMPTY;
    }
    return d;
}

bool sk_op_dict_update(SkValue d, SkValue other) {
    if (!sk_is_dict(other)) {
        int has = sk_hasattr(other, SK_N(keys));
        if (has < 0) return false;
        if (!has) return sk_raise_false(sk_exc_TypeError, "'%.200T' object is not a mapping", other);
    }
    return sk_dict_update(d, other);
}

static SkValue callee_name(SkValue callee) {
    SkValue q = sk_getattr_opt(callee, SK_N(__qualname__));
    if (sk_is_empty(q) || !sk_is_str(q)) {
        sk_error_clear();
        sk_release(q);
        return sk_str(callee);
    }
    SK_AUTO SkValue qualname = q;
    SK_AUTO SkValue module = sk_getattr_opt(callee, SK_N(__module__));
    sk_error_clear();
    if (sk_is_empty(module) || !sk_is_str(module) || sk_str_equals_ascii(module, "builtins")) return sk_str_format("%S()", qualname);
    return sk_str_format("%S.%S()", module, qualname);
}

// A KeyError from the mapping counts as a repeated keyword, whatever it is about.
static bool repeated_keyword(SkValue callee) {
    SK_AUTO SkValue name = SK_EMPTY, key = SK_EMPTY;
    if (!sk_error_matches(sk_exc_KeyError)) return false;
    SK_AUTO SkValue exc = sk_error_take();
    SK_AUTO SkValue args = sk_exception_args(exc);
    if (!sk_is_tuple(args) || sk_tuple_len(args) != 1) {
        sk_error_restore(sk_move(&exc));
        return false;
    }
    name = callee_name(callee);
    if (sk_is_empty(name)) return false;
    key = sk_retain(sk_tuple_peek(args, 0));
    return sk_raise_false(sk_exc_TypeError, "%S got multiple values for keyword argument '%S'", name, key);
}

bool sk_op_dict_merge(SkValue d, SkValue other, SkValue callee) {
    SkType *t = sk_type_of(other);
    bool mapping = sk_is_dict(other);
    if (!mapping) {
        SkValue keys = sk_getattr_opt(other, SK_N(keys));
        mapping = !sk_is_empty(keys);
        sk_release(keys);
        if (!mapping && sk_error_occurred()) return false;
    }
    SK_AUTO SkValue name = SK_EMPTY;
    if (!mapping) {
        name = callee_name(callee);
        if (sk_is_empty(name)) return false;
        return sk_raise_false(sk_exc_TypeError, "%S argument after ** must be a mapping, not %.200s", name, t->name);
    }
    // A subclass is asked for its keys and values only where it iterates in its own way.
    bool plain = sk_is_dict(other) && t->iter == sk_dict_type.iter;
    SK_AUTO SkValue keys = plain ? sk_dict_keys_list(other) : sk_mapping_keys(other);
    if (sk_is_empty(keys)) return repeated_keyword(callee);
    for (size_t i = 0; i < sk_list_len(keys); i++) {
        SK_AUTO SkValue key = sk_list_get(keys, i);
        if (sk_is_empty(key)) break;
        int has = sk_dict_contains(d, key);
        if (has < 0) return false;
        if (has) {
            name = callee_name(callee);
            if (sk_is_empty(name)) return false;
            return sk_raise_false(sk_exc_TypeError, "%S got multiple values for keyword argument '%S'", name, key);
        }
        SK_AUTO SkValue value = plain ? sk_dict_get(other, key) : sk_getitem(other, key);
        if (sk_is_empty(value) && plain && !sk_error_occurred()) continue;
        if (sk_is_empty(value)) return repeated_keyword(callee);
        if (!sk_dict_set(d, key, value)) return false;
    }
    return true;
}

bool sk_op_list_extend(SkValue l, SkValue other) {
    if (sk_list_extend(l, other)) return true;
    SkType *t = sk_type_of(other);
    if (!t->iter && !t->container.get_key && sk_error_clear_if(sk_exc_TypeError))
        sk_raise(sk_exc_TypeError, "Value after * must be an iterable, not %.200T", other);
    return false;
}

bool sk_op_set_function(SkValue v, SkValue value, unsigned which) {
    SkFunction *f = (SkFunction *)sk_ptr(v);
    SkSlot *slots[] = {
        [SK_FN_DEFAULTS] = &f->defaults,       [SK_FN_KWDEFAULTS] = &f->kwdefaults, [SK_FN_ANNOTATIONS] = &f->annotations,
        [SK_FN_ANNOTATE] = &f->annotate,       [SK_FN_CLOSURE] = &f->closure,       [SK_FN_TYPE_PARAMS] = &f->type_params,
    };
    if (which == SK_FN_ANNOTATIONS && sk_is_tuple(value)) {
        SkValue d = sk_dict_new();
        for (size_t i = 0; i + 1 < sk_tuple_len(value) && !sk_is_empty(d); i += 2)
            if (!sk_dict_set(d, sk_tuple_peek(value, i), sk_tuple_peek(value, i + 1))) return sk_release(d), false;
        if (sk_is_empty(d)) return false;
        sk_slot_set(&f->header, slots[which], d);
        return true;
    }
    sk_slot_set(&f->header, slots[which], sk_retain(value));
    return true;
}

// ---- calls --------------------------------------------------------------------------------------------------------------------------------

bool sk_op_call_ex_args(SkValue callee, SkValue *args) {
    if (!sk_is_exact_tuple(args[0])) {
        SkType *t = sk_type_of(args[0]);
        SkValue tuple = sk_to_tuple(args[0]);
        if (sk_is_empty(tuple)) {
            if (!t->iter && !t->container.get_key && sk_error_clear_if(sk_exc_TypeError)) {
                SK_AUTO SkValue name = callee_name(callee);
                if (!sk_is_empty(name)) sk_raise(sk_exc_TypeError, "%S argument after * must be an iterable, not %.200s", name, t->name);
            }
            return false;
        }
        SkValue old = args[0];
        args[0] = tuple;
        sk_release(old);
    }
    if (!sk_is_empty(args[1]) && (!sk_is_dict(args[1]) || sk_unlikely(sk_type_of(args[1])->iter != sk_dict_type.iter))) {
        SkValue d = sk_dict_new();
        if (sk_is_empty(d) || !sk_op_dict_merge(d, args[1], callee)) return sk_release(d), false;
        SkValue old = args[1];
        args[1] = d;
        sk_release(old);
    }
    return true;
}

SkValue sk_op_special_function(SkType *t, SkValue name) {
    SkValue f = sk_type_lookup(t, name);
    if (sk_has_index(f, SK_T_FUNCTION)) return f;
    sk_release(f);
    return SK_EMPTY;
}

bool sk_op_spread(SkValue *to, SkValue *end, SkValue tuple, SkValue dict, size_t *nargs, SkValue *kwnames) {
    size_t n = sk_tuple_len(tuple), nkw = sk_is_empty(dict) ? 0 : sk_dict_len(dict);
    if (nkw > SK_BIND_MAX || to + n + nkw + 2 * SK_BIND_MAX > end) return false;
    SkTuple *names = NULL;
    if (nkw) {
        SkValue key, value;
        size_t pos = 0, k = 0;
        if (!(names = sk_tuple_alloc(nkw))) return sk_error_clear(), false;
        bool ok = true;
        for (; ok && k < nkw && sk_dict_next(dict, &pos, &key, &value); k++) {
            to[n + k] = value;
            ok = sk_is_exact_str(key);
            if (ok) sk_tuple_init(names, k, key);
            else sk_release(key);
        }
        if (!ok || k < nkw) {   // no str, or another thread took some away
            while (k) sk_release(to[n + --k]);
            sk_release(sk_counted(names));
            return false;
        }
    }
    for (size_t i = 0; i < n; i++) to[i] = sk_tuple_load(tuple, i);
    *nargs = n;
    *kwnames = names ? sk_counted(names) : SK_EMPTY;
    return true;
}

SkValue sk_op_make_instance(SkType *t, SkValue *init) {
    if (t->new_ != sk_object_type.new_ || (t->flags & (SK_TF_ABSTRACT | SK_TF_HEAP)) != SK_TF_HEAP) return SK_EMPTY;
    SkValue f = sk_type_lookup(t, SK_N(__init__));
    if (!sk_has_index(f, SK_T_FUNCTION)) {
        sk_release(f);
        return SK_EMPTY;
    }
    SkObject *o = sk_type_alloc(t, 0);
    if (!o) {
        sk_release(f);
        return SK_EMPTY;
    }
    *init = f;
    return sk_counted(o);
}

// ---- exceptions ---------------------------------------------------------------------------------------------------------------------------------

static bool check_except_class(SkValue cls, bool star) {
    if (sk_is_tuple(cls)) {
        for (size_t i = 0; i < sk_tuple_len(cls); i++) {
            SkValue c = sk_tuple_peek(cls, i);
            if (!sk_is_type(c) || !(sk_as_type(c)->flags & SK_TF_EXC_SUBCLASS))
                return sk_raise_false(sk_exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
            if (star && sk_is_subtype(sk_as_type(c), sk_exc_BaseExceptionGroup))
                return sk_raise_false(sk_exc_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
        return true;
    }
    if (!sk_is_type(cls) || !(sk_as_type(cls)->flags & SK_TF_EXC_SUBCLASS))
        return sk_raise_false(sk_exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    if (star && sk_is_subtype(sk_as_type(cls), sk_exc_BaseExceptionGroup))
        return sk_raise_false(sk_exc_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return true;
}

bool sk_op_exc_match(SkValue exc, SkValue cls, bool *match) {
    if (!check_except_class(cls, false)) return false;
    *match = sk_exception_matches(exc, cls);
    return true;
}

bool sk_op_exc_group_match(SkValue exc, SkValue cls, SkValue *out) {
    if (!check_except_class(cls, true)) return false;
    out[0] = sk_retain(exc);
    out[1] = SK_NONE;
    if (sk_is_none(exc)) return true;
    bool group = sk_is_instance_of(exc, sk_exc_BaseExceptionGroup);
    if (sk_exception_matches(exc, cls)) {
        if (group) {
            out[1] = sk_retain(exc);
        } else {
            // A naked exception is wrapped; the wrapper takes its traceback.
            SK_AUTO SkValue one = sk_tuple_pack(1, exc);
            SK_AUTO SkValue text = sk_str_from("");
            if (sk_is_empty(one) || sk_is_empty(text)) goto fail;
            out[1] = sk_call2(sk_type_value(sk_exc_BaseExceptionGroup), text, one);
            if (sk_is_empty(out[1])) goto fail;
            SK_AUTO SkValue tb = sk_getattr(exc, SK_N(__traceback__));
            if (sk_is_empty(tb) || !sk_setattr(out[1], SK_N(__traceback__), tb)) goto fail;
        }
        sk_release(out[0]);
        out[0] = SK_NONE;
        return true;
    }
    if (group) {
        SK_AUTO SkValue pair = sk_call_method_s(exc, "split", &cls, 1);
        if (sk_is_empty(pair)) goto fail;
        if (!sk_is_tuple(pair) || sk_tuple_len(pair) < 2) {
            sk_raise(sk_exc_TypeError, "%.200T.split must return a tuple, not %.200T", exc, pair);
            goto fail;
        }
        sk_release(out[0]);
        out[1] = sk_retain(sk_tuple_peek(pair, 0));
        out[0] = sk_retain(sk_tuple_peek(pair, 1));
    }
    return true;
fail:
    sk_release(out[0]);
    sk_release(out[1]);
    return false;
}

SkValue sk_op_reraise_star(SkValue orig, SkValue list) { return sk_exception_prep_reraise_star(orig, list); }

bool sk_op_raise(SkFrame *f, unsigned argc, SkValue exc, SkValue cause) {
    (void)f;
    if (argc == 0) {
        SkValue handled = sk_error_handled();
        if (sk_is_empty(handled)) {
            sk_raise(sk_exc_RuntimeError, "No active exception to reraise");
            return false;
        }
        sk_error_restore(handled);
        return true;
    }
    SK_AUTO SkValue value = SK_EMPTY;
    if (sk_is_type(exc) && (sk_as_type(exc)->flags & SK_TF_EXC_SUBCLASS)) {
        value = sk_call0(exc);
        if (sk_is_empty(value)) return false;
        if (!sk_is_exception(value)) {
            sk_raise(sk_exc_TypeError, "calling %R should have returned an instance of BaseException, not %R", exc, sk_type_value(sk_type_of(value)));
            return false;
        }
    } else if (sk_is_exception(exc)) {
        value = sk_retain(exc);
    } else {
        sk_raise(sk_exc_TypeError, "exceptions must derive from BaseException");
        return false;
    }
    if (argc > 1) {
        SK_AUTO SkValue c = SK_EMPTY;
        if (sk_is_none(cause)) {
            c = SK_NONE;
        } else if (sk_is_type(cause) && (sk_as_type(cause)->flags & SK_TF_EXC_SUBCLASS)) {
            c = sk_call0(cause);
            if (sk_is_empty(c)) return false;
            if (!sk_is_exception(c)) {
                sk_raise(sk_exc_TypeError, "calling %R should have returned an instance of BaseException, not %R", cause, sk_type_value(sk_type_of(c)));
                return false;
            }
        } else if (sk_is_exception(cause)) {
            c = sk_retain(cause);
        } else {
            sk_raise(sk_exc_TypeError, "exception causes must derive from BaseException");
            return false;
        }
        if (!sk_setattr(value, SK_N(__cause__), c)) return false;
    }
    sk_raise_object(value);
    return false;
}

// ---- with ---------------------------------------------------------------------------------------------------------------------------------------------

bool sk_op_with_enter(SkValue manager, bool is_async, SkValue *out) {
    SkValue names[2] = {is_async ? SK_N(__aexit__) : SK_N(__exit__), is_async ? SK_N(__aenter__) : SK_N(__enter__)};
    SkValue others[2] = {is_async ? SK_N(__exit__) : SK_N(__aexit__), is_async ? SK_N(__enter__) : SK_N(__aenter__)};
    SkValue methods[2] = {SK_EMPTY, SK_EMPTY};
    for (int i = 0; i < 2; i++) {
        methods[i] = sk_lookup_special(manager, names[i]);
        if (!sk_is_empty(methods[i])) continue;
        sk_release(methods[0]);
        if (sk_error_occurred()) return false;
        bool other = true;
        for (int k = 0; k < 2; k++) {
            SkValue f = sk_type_lookup(sk_type_of(manager), others[k]);
            other &= !sk_is_empty(f);
            sk_release(f);
        }
        const char *hint = !other     ? ""
                           : is_async ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                                      : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
        return sk_raise_false(sk_exc_TypeError, "'%.200T' object does not support the %scontext manager protocol (missed %S method)%s",
                              manager, is_async ? "asynchronous " : "", names[i], hint);
    }
    out[0] = methods[0];
    out[1] = sk_call0(methods[1]);
    sk_release(methods[1]);
    if (!sk_is_empty(out[1])) return true;
    sk_release(out[0]);
    return false;
}

SkValue sk_op_with_exit(SkValue exit, SkValue exc) {
    if (sk_is_empty(exc)) return sk_call3(exit, SK_NONE, SK_NONE, SK_NONE);
    SK_AUTO SkValue tb = sk_getattr(exc, SK_N(__traceback__));
    return sk_is_empty(tb) ? tb : sk_call3(exit, sk_type_value(sk_type_of(exc)), exc, tb);
}

// ---- match ------------------------------------------------------------------------------------------------------------------------------------------------

static bool add_attr(SkValue subject, SkValue name, SkValue cls, SkValue seen, SkValue list, bool *missing) {
    int dup = sk_set_contains(seen, name);
    if (dup < 0) return false;
    if (dup) return sk_raise_false(sk_exc_TypeError, "%s() got multiple sub-patterns for attribute %R", sk_as_type(cls)->name, name);
    if (!sk_set_add(seen, name)) return false;
    SK_AUTO SkValue v = sk_getattr_opt(subject, name);
    if (sk_is_empty(v)) {
        *missing = true;
        return !sk_error_occurred();
    }
    return sk_list_append(list, v);
}

SkValue sk_op_match_class(SkValue subject, SkValue cls, SkValue kwnames, size_t npos) {
    if (!sk_is_type(cls)) return sk_raise(sk_exc_TypeError, "called match pattern must be a class");
    int is = sk_is_instance(subject, cls);
    if (is <= 0) return is < 0 ? SK_EMPTY : SK_NONE;
    SK_AUTO SkValue seen = sk_set_new(SK_EMPTY);
    SK_AUTO SkValue list = sk_list_new(0);
    if (sk_is_empty(seen) || sk_is_empty(list)) return SK_EMPTY;
    bool missing = false;
    if (npos) {
        SK_AUTO SkValue args = sk_getattr_opt(cls, SK_N(__match_args__));
        bool self = false;
        if (sk_is_empty(args)) {
            if (sk_error_occurred()) return SK_EMPTY;
            self = (sk_as_type(cls)->flags & SK_TF_MATCH_SELF) != 0;
        } else if (!sk_is_exact_tuple(args)) {
            return sk_raise(sk_exc_TypeError, "%s.__match_args__ must be a tuple (got %T)", sk_as_type(cls)->name, args);
        }
        size_t allowed = self ? 1 : sk_is_empty(args) ? 0 : sk_tuple_len(args);
        if (npos > allowed)
            return sk_raise(sk_exc_TypeError, "%s() accepts %zu positional sub-pattern%s (%zu given)", sk_as_type(cls)->name,
                            allowed, allowed == 1 ? "" : "s", npos);
        if (self) {
            if (!sk_list_append(list, subject)) return SK_EMPTY;
        } else {
            for (size_t i = 0; i < npos; i++) {
                SkValue name = sk_tuple_peek(args, i);
                if (!sk_is_exact_str(name))
                    return sk_raise(sk_exc_TypeError, "__match_args__ elements must be strings (got %T)", name);
                if (!add_attr(subject, name, cls, seen, list, &missing)) return SK_EMPTY;
                if (missing) return SK_NONE;
            }
        }
    }
    for (size_t i = 0; i < sk_tuple_len(kwnames); i++) {
        if (!add_attr(subject, sk_tuple_peek(kwnames, i), cls, seen, list, &missing)) return SK_EMPTY;
        if (missing) return SK_NONE;
    }
    return sk_list_to_tuple(list);
}

SkValue sk_op_match_keys(SkValue subject, SkValue keys) {
    size_t n = sk_tuple_len(keys);
    SK_AUTO SkValue list = sk_list_new(n);
    SK_AUTO SkValue seen = sk_set_new(SK_EMPTY);
    SK_AUTO SkValue get = n ? sk_getattr_s(subject, "get") : SK_NONE;
    SK_AUTO SkValue dummy = sk_call0(sk_type_value(&sk_object_type));
    if (sk_is_empty(list) || sk_is_empty(seen) || sk_is_empty(get) || sk_is_empty(dummy)) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        SkValue key = sk_tuple_peek(keys, i);
        int dup = sk_set_contains(seen, key);
        if (dup < 0) return SK_EMPTY;
        if (dup) return sk_raise(sk_exc_ValueError, "mapping pattern checks duplicate key (%R)", key);
        if (!sk_set_add(seen, key)) return SK_EMPTY;
        SK_AUTO SkValue v = sk_call2(get, key, dummy);
        if (sk_is_empty(v)) return SK_EMPTY;
        if (sk_is(v, dummy)) return SK_NONE;
        if (!sk_list_append(list, v)) return SK_EMPTY;
    }
    return sk_list_to_tuple(list);
}

SkValue sk_op_match_rest(SkValue subject, SkValue keys) {
    SkValue d = sk_dict_new();
    if (sk_is_empty(d) || !sk_dict_update(d, subject)) return sk_release(d), SK_EMPTY;
    for (size_t i = 0; i < sk_tuple_len(keys); i++)
        if (sk_dict_delete(d, sk_tuple_peek(keys, i)) < 0) return sk_release(d), SK_EMPTY;
    return d;
}

// ---- imports -----------------------------------------------------------------------------------------------------------------------------------------------

SkValue sk_op_import_name(SkFrame *f, SkValue name, SkValue level, SkValue fromlist) {
    SkValue fn = sk_own(sk_op_load_builtin(f, SK_N(__import__)));
    if (sk_is_empty(fn)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ImportError, "__import__ not found");
    SK_AUTO SkValue import = fn;
    if (sk_is_builtin_import(import)) return sk_import_module_level(name, sk_counted(f->globals), fromlist, (int)sk_small_int(level));
    SkValue args[5] = {name, sk_counted(f->globals), sk_is_empty(f->locals) ? SK_NONE : f->locals, fromlist, level};
    return sk_call(import, args, 5, SK_EMPTY);
}

static bool spec_initializing(SkValue spec) {
    if (sk_is_empty(spec)) return false;
    SK_AUTO SkValue v = sk_getattr_opt(spec, SK_N(_initializing));
    if (sk_is_empty(v)) sk_error_clear();
    bool r = !sk_is_empty(v) && sk_truth(v) > 0;
    return r;
}

SkValue sk_op_import_from(SkValue module, SkValue name) {
    SkValue v = sk_getattr_opt(module, name);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    SK_AUTO SkValue package = sk_getattr_opt(module, SK_N(__name__));
    if (!sk_is_empty(package) && sk_is_str(package)) {
        SK_AUTO SkValue full = sk_str_format("%S.%S", package, name);
        if (sk_is_empty(full)) return full;
        v = sk_dict_get(sk_sys_modules(), full);
        if (!sk_is_empty(v) || sk_error_occurred()) return v;
    }
    sk_error_clear();
    SK_AUTO SkValue spec = sk_getattr_opt(module, SK_N(__spec__));
    SK_AUTO SkValue file = sk_getattr_opt(module, SK_N(__file__));
    if (sk_error_occurred()) sk_error_clear();
    bool has_name = !sk_is_empty(package) && sk_is_str(package), has_file = !sk_is_empty(file) && sk_is_str(file);
    SK_AUTO SkValue message =
        !has_name ? sk_str_format("cannot import name %R from '<unknown module name>' (unknown location)", name)
        : !has_file ? sk_str_format("cannot import name %R from %R (unknown location)", name, package)
        : spec_initializing(spec)
            ? sk_str_format("cannot import name %R from partially initialized module %R (most likely due to a circular import) (%S)", name, package, file)
            : sk_str_format("cannot import name %R from %R (%S)", name, package, file);
    if (sk_is_empty(message)) return message;
    SkValue exc_args[1] = {message};
    SK_AUTO SkValue exc = sk_call(sk_type_value(sk_exc_ImportError), exc_args, 1, SK_EMPTY);
    if (sk_is_empty(exc) || !sk_setattr(exc, SK_N(name), has_name ? package : SK_NONE) ||
        !sk_setattr(exc, SK_N(path), has_file ? file : SK_NONE) || !sk_setattr(exc, SK_N(name_from), name))
        return SK_EMPTY;
    return sk_raise_object(exc);
}

// The items of __all__, asked for by number until there is none left.
static SkValue indexed_items(SkValue all) {
    if (sk_is_list(all) || sk_is_tuple(all)) return sk_to_list(all);
    if (sk_is_dict(all)) return sk_raise(sk_exc_TypeError, "%.200T is not a sequence", all);
    SK_AUTO SkValue names = sk_list_new(0);
    if (sk_is_empty(names)) return names;
    for (int64_t i = 0;; i++) {
        SK_AUTO SkValue name = sk_getitem_i(all, i);
        if (sk_is_empty(name)) return sk_error_clear_if(sk_exc_IndexError) ? sk_move(&names) : SK_EMPTY;
        if (!sk_list_append(names, name)) return SK_EMPTY;
    }
}

bool sk_op_import_star(SkFrame *f, SkValue module) {
    SK_AUTO SkValue all = sk_getattr_opt(module, SK_N(__all__));
    if (sk_is_empty(all) && sk_error_occurred()) return false;
    bool skip_underscore = sk_is_empty(all);
    SK_AUTO SkValue names = SK_EMPTY;
    if (skip_underscore) {
        SK_AUTO SkValue dict = sk_getattr_opt(module, SK_N(__dict__));
        if (sk_is_empty(dict)) {
            if (!sk_error_occurred()) sk_raise(sk_exc_ImportError, "from-import-* object has no __dict__ and no __all__");
            return false;
        }
        names = sk_mapping_keys(dict);
    } else {
        names = indexed_items(all);
    }
    if (sk_is_empty(names)) return false;
    for (size_t i = 0; i < sk_list_len(names); i++) {
        SK_AUTO SkValue name = sk_list_get(names, i);
        if (!sk_is_str(name)) {
            SK_AUTO SkValue modname = sk_getattr_opt(module, SK_N(__name__));
            if (sk_error_occurred()) return false;
            return sk_raise_false(sk_exc_TypeError, skip_underscore ? "Key in %S.__dict__ must be str, not %.100T" : "Item in %S.__all__ must be str, not %.100T",
                                  modname, name);
        }
        if (skip_underscore && sk_str_len(name) && sk_str_at(sk_as_str(name), 0) == '_') continue;
        SK_AUTO SkValue v = sk_getattr(module, name);
        if (sk_is_empty(v) || !sk_op_store_name(f, name, v)) return false;
    }
    return true;
}

// ---- async and the rest --------------------------------------------------------------------------------------------------------------------------------------

SkValue sk_op_get_aiter(SkValue v) {
    SkUnaryFn aiter = sk_type_of(v)->async_.aiter;
    if (!aiter) return sk_raise(sk_exc_TypeError, "'async for' requires an object with __aiter__ method, got %.100T", v);
    SkValue it = sk_own(aiter(v));
    if (sk_is_empty(it) || sk_type_of(it)->async_.anext) return it;
    sk_raise(sk_exc_TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %.100T", it);
    sk_release(it);
    return SK_EMPTY;
}

SkValue sk_op_get_anext(SkValue v) {
    SkUnaryFn anext = sk_type_of(v)->async_.anext;
    if (!anext) return sk_raise(sk_exc_TypeError, "'async for' requires an iterator with __anext__ method, got %.100T", v);
    SK_AUTO SkValue a = sk_own(anext(v));
    if (sk_is_empty(a)) return a;
    SkValue it = sk_get_awaitable_iter(a);
    if (sk_is_empty(it)) sk_raise_from_current(sk_exc_TypeError, "'async for' received an invalid object from __anext__: %.100T", a);
    return it;
}

SkValue sk_op_build_interpolation(SkValue *words) {
    return sk_interpolation_new(words[0], words[1], words[2], words[3]);
}

static SkValue stopiter_error(SkValue exc) {
    SkFrame *f = sk_vm.top;
    const char *kind = f->code->flags & SK_CO_ASYNC_GENERATOR ? "async generator" : f->code->flags & SK_CO_COROUTINE ? "coroutine" : "generator";
    const char *what = NULL;
    if (sk_is_instance_of(exc, sk_exc_StopIteration)) what = "StopIteration";
    else if ((f->code->flags & SK_CO_ASYNC_GENERATOR) && sk_is_instance_of(exc, sk_exc_StopAsyncIteration)) what = "StopAsyncIteration";
    if (!what) return sk_retain(exc);
    SK_AUTO SkValue text = sk_str_format("%s raised %s", kind, what);
    SkValue e = sk_is_empty(text) ? text : sk_call1(sk_type_value(sk_exc_RuntimeError), text);
    if (sk_is_empty(e)) return e;
    if (!sk_setattr(e, SK_N(__cause__), exc) || !sk_setattr(e, SK_N(__context__), exc)) {
        sk_release(e);
        return SK_EMPTY;
    }
    return e;
}

SkValue sk_op_intrinsic(unsigned which, SkValue a, SkValue b) {
    switch (which) {
    case SK_INTRINSIC_PRINT: {
        SK_AUTO SkValue sys = sk_import("sys");
        SK_AUTO SkValue hook = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt(sys, SK_N(displayhook));
        if (sk_is_empty(hook)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_RuntimeError, "lost sys.displayhook");
        return sk_call1(hook, a);
    }
    case SK_INTRINSIC_STOPITER_ERROR: return stopiter_error(a);
    case SK_INTRINSIC_TYPEVAR: return sk_typevar_new(a, SK_EMPTY, SK_EMPTY);
    case SK_INTRINSIC_PARAMSPEC: return sk_paramspec_new(a);
    case SK_INTRINSIC_TYPEVARTUPLE: return sk_typevartuple_new(a);
    case SK_INTRINSIC_SUBSCRIPT_GENERIC: return sk_generic_subscript(a);
    case SK_INTRINSIC_TYPEALIAS: return sk_typealias_new(sk_tuple_peek(a, 0), sk_tuple_peek(a, 1), sk_tuple_peek(a, 2));
    case SK_INTRINSIC_TYPEVAR_BOUND: return sk_typevar_new(a, b, SK_EMPTY);
    case SK_INTRINSIC_TYPEVAR_CONSTRAINTS: return sk_typevar_new(a, SK_EMPTY, b);
    case SK_INTRINSIC_SET_TYPEPARAM_DEFAULT: return sk_typeparam_set_default(a, b) ? sk_retain(a) : SK_EMPTY;
    case SK_INTRINSIC_SET_TYPE_PARAMS: return sk_setattr(a, SK_N(__type_params__), b) ? sk_retain(a) : SK_EMPTY;
    case 100: return sk_template_new(a, b);
    default: return sk_raise(sk_exc_SystemError, "unknown intrinsic %u", which);
    }
}
