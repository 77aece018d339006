// The type `object`, and what can be done with any value: repr, str, hash, comparison, truth, isinstance, dir.

#include "base/siphash.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/special.h"
#include "objects/shape.h"
#include "objects/slots.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"
#include "objects/union.h"

// ---- text -------------------------------------------------------------------------------------------------------

static SkValue checked_str(SkValue r, const char *method) {
    if (sk_is_empty(r) || sk_is_str(r)) return r;
    sk_raise(sk_exc_TypeError, "%s returned non-string (type %.200T)", method, r);
    sk_release(r);
    return SK_EMPTY;
}

SkValue sk_repr(SkValue v) {
    if (sk_is_empty(v)) return sk_str_from("<NULL>");
    if (!sk_enter_recursion(" while getting the repr of an object")) return SK_EMPTY;
    SkValue r = sk_own(sk_type_of(v)->repr(v));
    sk_leave_recursion();
    return checked_str(r, "__repr__");
}

SkValue sk_str(SkValue v) {
    if (sk_is_empty(v)) return sk_str_from("<NULL>");
    if (sk_is_exact_str(v)) return sk_retain(v);
    if (!sk_enter_recursion(" while getting the str of an object")) return SK_EMPTY;
    SkValue r = sk_own(sk_type_of(v)->str(v));
    sk_leave_recursion();
    return checked_str(r, "__str__");
}

SkValue sk_ascii(SkValue v) {
    SkValue r = sk_repr(v);
    if (sk_is_empty(r) || sk_as_str(r)->ascii) return r;
    SkStrBuilder b;
    sk_sb_init(&b);
    static const char hex[] = "0123456789abcdef";
    const SkStr *s = sk_as_str(r);
    for (size_t i = 0; i < s->length;) {
        size_t start = i;
        while (i < s->length && sk_str_at(s, i) < 128) i++;
        sk_sb_units(&b, sk_str_unit(s, start), s->kind, i - start);
        if (i == s->length) break;
        uint32_t c = sk_str_at(s, i++);
        size_t digits = c < 256 ? 2 : c < 65536 ? 4 : 8;
        char text[10] = {'\\', c < 256 ? 'x' : c < 65536 ? 'u' : 'U'};
        for (size_t k = 0; k < digits; k++) text[2 + k] = hex[c >> 4 * (digits - 1 - k) & 15];
        sk_sb_ascii(&b, text, digits + 2);
    }
    sk_release(r);
    return sk_sb_finish(&b);
}

SkValue sk_bytes_of(SkValue v) { return sk_call1(sk_type_value(&sk_bytes_type), v); }

SkValue sk_format(SkValue v, SkValue spec) {
    if (sk_is_empty(spec)) spec = sk_names.empty;
    if (sk_str_len(spec) == 0) {
        if (sk_is_exact_str(v)) return sk_retain(v);
        if (sk_is_exact_int(v)) return sk_str(v);
    }
    if (sk_is_exact_int(v)) return sk_format_int(v, spec);
    if (sk_is_exact_float(v)) return sk_format_float(v, spec);
    if (sk_is_exact_str(v)) return sk_format_str(v, spec);
    SkValue r;
    bool found = sk_call_special(v, SK_N(__format__), &spec, 1, &r);
    if (sk_is_empty(r)) return found || sk_error_occurred() ? r : sk_raise(sk_exc_TypeError, "Type %.100T doesn't define __format__", v);
    if (sk_is_str(r)) return r;
    sk_raise(sk_exc_TypeError, "__format__ must return a str, not %.200T", r);
    sk_release(r);
    return SK_EMPTY;
}

// ---- hash and comparison --------------------------------------------------------------------------------------------

int64_t sk_hash_pointer(const void *p) {
    uint64_t a = (uint64_t)(uintptr_t)p;
    int64_t h = (int64_t)((a >> 4) | (a << 60));
    return h == -1 ? -2 : h;
}

int64_t sk_hash(SkValue v) {
    if (sk_is_small_int(v)) return sk_int_hash(v);
    if (sk_is_exact_str(v)) return sk_str_hash(sk_as_str(v));
    SkHashFn hash = sk_type_of(v)->hash;
    return hash ? hash(v) : sk_hash_not_implemented(v);
}

static const char *const op_text[] = {"<", "<=", "==", "!=", ">", ">="};
static const SkCompareOp swapped[] = {SK_GT, SK_GE, SK_EQ, SK_NE, SK_LT, SK_LE};

static SkValue after_left(SkValue a, SkValue b, SkCompareOp op, SkCompareFn right) {
    if (right) {
        SkValue r = sk_own(right(b, a, swapped[op]));
        if (!sk_is_not_implemented(r)) return r;
    }
    if (op == SK_EQ) return sk_bool(sk_is(a, b));
    if (op == SK_NE) return sk_bool(!sk_is(a, b));
    return sk_raise(sk_exc_TypeError, "'%s' not supported between instances of '%.100T' and '%.100T'", op_text[op], a, b);
}

static SkValue compare(SkValue a, SkValue b, SkCompareOp op) {
    SkType *ta = sk_type_of(a), *tb = sk_type_of(b);
    SkCompareFn left = ta->compare, right = tb->compare;
    bool tried = false;
    if (ta != tb && right && sk_is_subtype(tb, ta)) {
        tried = true;
        SkValue r = sk_own(right(b, a, swapped[op]));
        if (!sk_is_not_implemented(r)) return r;
    }
    if (left) {
        SkValue r = sk_own(left(a, b, op));
        if (!sk_is_not_implemented(r)) return r;
    }
    return after_left(a, b, op, tried ? NULL : right);
}

SkValue sk_compare_after(SkValue a, SkValue b, SkCompareOp op) {
    return after_left(a, b, op, sk_type_of(b)->compare);
}

SkValue sk_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_enter_recursion(" in comparison")) return SK_EMPTY;
    SkValue r = compare(a, b, op);
    sk_leave_recursion();
    return r;
}

int sk_compare_bool(SkValue a, SkValue b, SkCompareOp op) {
    if (sk_is(a, b)) {
        if (op == SK_EQ) return 1;
        if (op == SK_NE) return 0;
    }
    SkValue r = sk_compare(a, b, op);
    if (sk_is_empty(r)) return -1;
    if (sk_is_bool(r)) return sk_is_true(r);
    int truth = sk_truth(r);
    sk_release(r);
    return truth;
}

int sk_truth(SkValue v) {
    if (sk_is_bool(v)) return sk_is_true(v);
    if (sk_is_none(v)) return 0;
    if (sk_is_small_int(v)) return sk_small_int(v) != 0;
    SkType *t = sk_type_of(v);
    SkBoolFn truth = t->number.bool_;
    if (truth) return truth(v);
    SkLenFn len = t->container.len;
    if (len) {
        int64_t n = len(v);
        return n < 0 ? -1 : n > 0;
    }
    return 1;
}

// ---- isinstance and issubclass ------------------------------------------------------------------------------------------

static SkValue get_bases(SkValue cls) {
    SkValue bases = sk_getattr_opt(cls, SK_N(__bases__));
    if (!sk_is_empty(bases) && !sk_is_tuple(bases)) {
        sk_release(bases);
        return SK_EMPTY;
    }
    return bases;
}

static int abstract_subclass(SkValue derived, SkValue cls) {
    if (sk_is(derived, cls)) return 1;
    SK_AUTO SkValue bases = get_bases(derived);
    if (sk_is_empty(bases)) return sk_error_occurred() ? -1 : 0;
    if (!sk_enter_recursion(" in __issubclass__")) return -1;
    int r = 0;
    for (size_t i = 0; i < sk_tuple_len(bases) && r == 0; i++) r = abstract_subclass(sk_tuple_peek(bases, i), cls);
    sk_leave_recursion();
    return r;
}

static bool is_class_like(SkValue cls, const char *message) {
    SkValue bases = get_bases(cls);
    if (!sk_is_empty(bases)) {
        sk_release(bases);
        return true;
    }
    if (!sk_error_occurred()) sk_raise(sk_exc_TypeError, "%s", message);
    return false;
}

// True if v.__class__ is what `object` makes of it: the type.
static bool has_plain_class(SkValue v) {
    SkType *t = sk_type_of(v);
    if (t->getattr != sk_generic_getattr) return false;
    if (!(t->flags & SK_TF_HEAP)) return true;
    SK_AUTO SkValue found = sk_type_lookup(t, SK_N(__class__));
    SK_AUTO SkValue plain = sk_type_lookup(&sk_object_type, SK_N(__class__));
    return sk_is(found, plain);
}

static int real_is_instance(SkValue v, SkValue cls) {
    if (sk_is_type(cls)) {
        if (sk_is_instance_of(v, sk_as_type(cls))) return 1;
        if (has_plain_class(v)) return 0;
        SK_AUTO SkValue claimed = sk_getattr_opt(v, SK_N(__class__));
        if (sk_is_empty(claimed)) return sk_error_occurred() ? -1 : 0;
        if (sk_is_type(claimed) && sk_as_type(claimed) != sk_type_of(v)) return sk_is_subtype(sk_as_type(claimed), sk_as_type(cls));
        return 0;
    }
    if (!is_class_like(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union")) return -1;
    SK_AUTO SkValue claimed = sk_getattr_opt(v, SK_N(__class__));
    if (sk_is_empty(claimed)) return sk_error_occurred() ? -1 : 0;
    return abstract_subclass(claimed, cls);
}

static int real_is_subclass(SkValue derived, SkValue cls) {
    if (sk_is_type(derived) && sk_is_type(cls)) return sk_is_subtype(sk_as_type(derived), sk_as_type(cls));
    if (!is_class_like(derived, "issubclass() arg 1 must be a class")) return -1;
    if (!sk_has_index(cls, SK_T_UNION) &&
        !is_class_like(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
        return -1;
    return abstract_subclass(derived, cls);
}

// type.__instancecheck__ and type.__subclasscheck__
SkValue sk_type_instancecheck(SkValue cls, SkValue v) {
    int r = real_is_instance(v, cls);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}
SkValue sk_type_subclasscheck(SkValue cls, SkValue derived) {
    int r = real_is_subclass(derived, cls);
    return r < 0 ? SK_EMPTY : sk_bool(r);
}

// The first of a tuple of classes that says yes, or fails.
static int check_each(SkValue v, SkValue classes, int (*self)(SkValue, SkValue)) {
    if (!sk_enter_recursion(" in __instancecheck__")) return -1;
    int r = 0;
    for (size_t i = 0; i < sk_tuple_len(classes) && r == 0; i++) r = self(v, sk_tuple_peek(classes, i));
    sk_leave_recursion();
    return r;
}

static int check(SkValue v, SkValue cls, SkValue special, int (*plain)(SkValue, SkValue), int (*self)(SkValue, SkValue)) {
    if (sk_is_ptr(cls) && sk_type_index(sk_ptr(cls)) == SK_T_TYPE) return plain(v, cls);
    if (sk_is_tuple(cls)) return check_each(v, cls, self);
    SK_AUTO SkValue r = SK_EMPTY;
    if (!sk_enter_recursion(" in __instancecheck__")) return -1;
    bool found = sk_call_special(cls, special, &v, 1, &r);
    sk_leave_recursion();
    if (!found) return sk_error_occurred() ? -1 : plain(v, cls);
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

int sk_is_instance(SkValue v, SkValue cls) {
    if (sk_is_type(cls) && sk_type_of(v) == sk_as_type(cls)) return 1;
    if (sk_is_union(cls)) return check_each(v, sk_slot_peek(&((SkUnion *)sk_ptr(cls))->args), sk_is_instance);
    return check(v, cls, SK_N(__instancecheck__), real_is_instance, sk_is_instance);
}

int sk_is_subclass(SkValue derived, SkValue cls) {
    return check(derived, cls, SK_N(__subclasscheck__), real_is_subclass, sk_is_subclass);
}

// ---- dir -------------------------------------------------------------------------------------------------------------------

SkValue sk_dir(SkValue v) {
    SK_AUTO SkValue f = sk_lookup_special(v, SK_N(__dir__));
    if (sk_is_empty(f)) {
        if (!sk_error_occurred()) sk_raise(sk_exc_TypeError, "object does not provide __dir__");
        return SK_EMPTY;
    }
    SK_AUTO SkValue r = sk_call0(f);
    SkValue list = sk_is_empty(r) ? r : sk_to_list(r);
    if (!sk_is_empty(list) && !sk_list_sort(list)) {
        sk_release(list);
        return SK_EMPTY;
    }
    return list;
}

// Merges the dicts of a class and its bases into dict.
bool sk_merge_class_dict(SkValue dict, SkValue cls) {
    SK_AUTO SkValue own = sk_getattr_opt(cls, SK_N(__dict__));
    if (sk_is_empty(own)) {
        if (sk_error_occurred()) return false;
    } else if (!sk_dict_update(dict, own)) {
        return false;
    }
    SK_AUTO SkValue bases = get_bases(cls);
    if (sk_is_empty(bases)) return !sk_error_occurred();
    for (size_t i = 0; i < sk_tuple_len(bases); i++)
        if (!sk_merge_class_dict(dict, sk_tuple_peek(bases, i))) return false;
    return true;
}

static SkValue object_dir(SkValue self) {
    SK_AUTO SkValue own = sk_getattr_opt(self, SK_N(__dict__));
    if (sk_is_empty(own) && sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue all = sk_is_dict(own) ? sk_dict_copy(own) : sk_dict_new();
    if (sk_is_empty(all)) return all;
    SK_AUTO SkValue cls = sk_getattr_opt(self, SK_N(__class__));
    if (sk_is_empty(cls) ? sk_error_occurred() : !sk_merge_class_dict(all, cls)) return SK_EMPTY;
    return sk_dict_keys_list(all);
}

// ---- object ------------------------------------------------------------------------------------------------------------------

static bool excess(SkType *t, size_t nargs, SkValue kwnames) {
    (void)t;
    return nargs || (!sk_is_empty(kwnames) && sk_tuple_len(kwnames));
}

static SkValue object_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames);

static bool object_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args;
    SkType *t = sk_type_of(self);
    if (!excess(t, nargs, kwnames)) return true;
    if (t->init != object_init)
        return sk_raise_false(sk_exc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    if (t->new_ == object_new)
        return sk_raise_false(sk_exc_TypeError, "%.200s.__init__() takes exactly one argument (the instance to initialize)", t->name);
    return true;
}

static SkValue abstract_error(SkType *t) {
    SK_AUTO SkValue methods = sk_getattr(sk_type_value(t), SK_N(__abstractmethods__));
    if (sk_is_empty(methods)) return SK_EMPTY;
    SK_AUTO SkValue sorted = sk_to_list(methods);
    if (sk_is_empty(sorted) || !sk_list_sort(sorted)) return SK_EMPTY;
    size_t n = sk_list_len(sorted);
    SK_AUTO SkValue sep = sk_str_from("', '");
    SK_AUTO SkValue joined = sk_is_empty(sep) ? sep : sk_str_join(sep, sorted);
    if (sk_is_empty(joined)) return joined;
    return sk_raise(sk_exc_TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s '%S'",
                    t->name, n > 1 ? "s" : "", joined);
}

static SkValue object_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args;
    if (sk_unlikely(excess(t, nargs, kwnames))) {
        if (t->new_ != object_new)
            return sk_raise(sk_exc_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (t->init == object_init) return sk_raise(sk_exc_TypeError, "%.200s() takes no arguments", t->name);
    }
    if (sk_unlikely(t->flags & SK_TF_ABSTRACT)) return abstract_error(t);
    SkObject *o = sk_type_alloc(t, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static SkValue object_repr(SkValue self) {
    SkType *t = sk_type_of(self);
    SK_AUTO SkValue module = sk_getattr_opt(sk_type_value(t), SK_N(__module__));
    if (sk_is_empty(module)) sk_error_clear();
    SK_AUTO SkValue qualname = sk_getattr(sk_type_value(t), SK_N(__qualname__));
    if (sk_is_empty(qualname)) return qualname;
    void *address = sk_is_ptr(self) ? (void *)sk_ptr(self) : (void *)(uintptr_t)self.w;
    if (sk_is_empty(module) || !sk_is_str(module) || sk_str_equals_ascii(module, "builtins"))
        return sk_str_format("<%s object at %p>", t->name, address);
    return sk_str_format("<%S.%S object at %p>", module, qualname, address);
}

static SkValue object_str(SkValue self) { return sk_type_of(self)->repr(self); }

static int64_t object_hash(SkValue self) {
    return sk_hash_pointer(sk_is_ptr(self) ? (void *)sk_ptr(self) : (void *)(uintptr_t)self.w);
}

static SkValue object_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (op == SK_EQ) return sk_is(a, b) ? SK_TRUE : SK_NOT_IMPLEMENTED;
    if (op != SK_NE) return SK_NOT_IMPLEMENTED;
    SkCompareFn f = sk_type_of(a)->compare;
    if (!f || f == object_compare) return sk_is(a, b) ? SK_FALSE : SK_NOT_IMPLEMENTED;
    SkValue r = f(a, b, SK_EQ);
    if (sk_is_empty(r) || sk_is_not_implemented(r)) return r;
    r = sk_own(r);
    int truth = sk_truth(r);
    sk_release(r);
    return truth < 0 ? SK_EMPTY : sk_bool(!truth);
}

static SkValue object_class(SkValue self, void *c) {
    (void)c;
    return sk_dup(sk_type_value(sk_type_of(self)));
}

static bool object_set_class(SkValue self, SkValue value, void *c) {
    (void)c;
    return sk_set_class(self, value);
}

static SkValue object_format(SkValue self, SkValue spec) {
    if (!sk_is_str(spec)) return sk_raise(sk_exc_TypeError, "__format__() argument must be str, not %.100O", spec);
    if (sk_str_len(spec)) return sk_raise(sk_exc_TypeError, "unsupported format string passed to %.100T.__format__", self);
    return sk_str(self);
}

static SkValue object_sizeof(SkValue self) {
    SkType *t = sk_type_of(self);
    if (!sk_is_ptr(self)) return sk_from_small_int(8);
    int64_t n = 0;
    SkLenFn len = t->container.len;
    if (t->item_size && len && (n = len(self)) < 0) return SK_EMPTY;
    return sk_from_small_int((int64_t)t->head.basic_size + t->prefix_size + n * t->item_size);
}

static SkValue object_subclasshook(SkValue cls, SkValue other) {
    (void)cls, (void)other;
    return SK_NOT_IMPLEMENTED;
}
static SkValue object_init_subclass(SkValue cls) {
    (void)cls;
    return SK_NONE;
}

// The instance's state: its dict, or (dict or None, slots) if there are slots with values.
static SkValue object_getstate(SkValue self) {
    SkType *t = sk_type_of(self);
    SkValue dict = SK_NONE;
    if (t->shape_offset) {
        SK_AUTO SkValue d = sk_getattr_opt(self, SK_N(__dict__));
        if (sk_is_empty(d)) {
            if (sk_error_occurred()) return SK_EMPTY;
        } else {
            dict = sk_is_dict(d) ? (sk_dict_len(d) ? sk_dict_copy(d) : SK_NONE) : sk_retain(d);
            if (sk_is_empty(dict)) return SK_EMPTY;
        }
    }
    SK_AUTO SkValue state = dict;
    SK_AUTO SkValue copyreg = sk_import("copyreg");
    SK_AUTO SkValue slotnames = sk_is_empty(copyreg) ? SK_EMPTY : sk_getattr(copyreg, SK_N(_slotnames));
    SK_AUTO SkValue names = sk_is_empty(slotnames) ? SK_EMPTY : sk_call1(slotnames, sk_type_value(t));
    if (sk_is_empty(names)) return SK_EMPTY;
    if (sk_is_none(names) || (sk_is_list(names) && sk_list_len(names) == 0)) return sk_move(&state);
    SK_AUTO SkValue slots = sk_dict_new();
    if (sk_is_empty(slots)) return slots;
    for (size_t i = 0; i < sk_list_len(names); i++) {
        SK_AUTO SkValue name = sk_list_get(names, i);
        SK_AUTO SkValue value = sk_getattr_opt(self, name);
        if (sk_is_empty(value)) {
            if (sk_error_occurred()) return SK_EMPTY;
            continue;
        }
        if (!sk_dict_set(slots, name, value)) return SK_EMPTY;
    }
    return sk_dict_len(slots) ? sk_tuple_pack(2, state, slots) : sk_move(&state);
}

static SkValue state_of(SkValue self) {
    SK_AUTO SkValue f = sk_getattr(self, SK_N(__getstate__));
    return sk_is_empty(f) ? f : sk_call0(f);
}

static SkValue reduce_2(SkValue self) {
    SkType *t = sk_type_of(self);
    SK_AUTO SkValue copyreg = sk_import("copyreg");
    if (sk_is_empty(copyreg)) return copyreg;
    SK_AUTO SkValue cls = sk_getattr(self, SK_N(__class__));
    if (sk_is_empty(cls)) return cls;
    SK_AUTO SkValue new_args = SK_EMPTY;
    SK_AUTO SkValue new_kwargs = SK_EMPTY;
    SK_AUTO SkValue getter = sk_lookup_special(self, SK_N(__getnewargs_ex__));
    if (!sk_is_empty(getter)) {
        SK_AUTO SkValue both = sk_call0(getter);
        if (sk_is_empty(both)) return both;
        if (!sk_is_tuple(both))
            return sk_raise(sk_exc_TypeError, "__getnewargs_ex__ should return a tuple, not '%.200T'", both);
        if (sk_tuple_len(both) != 2)
            return sk_raise(sk_exc_ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %zu", sk_tuple_len(both));
        new_args = sk_retain(sk_tuple_peek(both, 0));
        new_kwargs = sk_retain(sk_tuple_peek(both, 1));
        if (!sk_is_tuple(new_args))
            return sk_raise(sk_exc_TypeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%.200T'", new_args);
        if (!sk_is_dict(new_kwargs))
            return sk_raise(sk_exc_TypeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%.200T'", new_kwargs);
    } else {
        if (sk_error_occurred()) return SK_EMPTY;
        SK_AUTO SkValue plain = sk_lookup_special(self, SK_N(__getnewargs__));
        if (!sk_is_empty(plain)) {
            new_args = sk_call0(plain);
            if (sk_is_empty(new_args)) return SK_EMPTY;
            if (!sk_is_tuple(new_args))
                return sk_raise(sk_exc_TypeError, "__getnewargs__ should return a tuple, not '%.200T'", new_args);
        } else if (sk_error_occurred()) {
            return SK_EMPTY;
        }
    }
    bool has_args = !sk_is_empty(new_args);
    // Native state that nothing here knows how to save.
    bool list_like = sk_is_list(self), dict_like = sk_is_dict(self);
    SkType *base = t;
    while (base && (base->flags & SK_TF_HEAP)) base = base->base;
    if (!has_args && !list_like && !dict_like && base && base != &sk_object_type &&
        !(base->flags & (SK_TF_EXC_SUBCLASS | SK_TF_TYPE_SUBCLASS))) {
        SK_AUTO SkValue custom = sk_own(sk_type_lookup(t, SK_N(__getstate__)));
        SK_AUTO SkValue plain = sk_own(sk_type_lookup(&sk_object_type, SK_N(__getstate__)));
        bool overridden = !sk_is_empty(custom) && !sk_is(custom, plain);
        if (!overridden && base->head.basic_size > sizeof(SkObject) + (base->shape_offset ? sizeof(SkInstance) : 0))
            return sk_raise(sk_exc_TypeError, sk_has_index(self, SK_T_MEMORYVIEW) || sk_has_index(self, SK_T_CODE)
                                                  ? "cannot pickle %.200T objects" : "cannot pickle '%.200T' object", self);
    }
    SK_AUTO SkValue state = state_of(self);
    if (sk_is_empty(state)) return state;
    SK_AUTO SkValue items = SK_NONE;
    SK_AUTO SkValue pairs = SK_NONE;
    if (list_like && sk_is_empty(items = sk_iter(self))) return SK_EMPTY;
    if (dict_like) {
        SK_AUTO SkValue view = sk_call_method(self, SK_N(items), NULL, 0);
        if (sk_is_empty(view) || sk_is_empty(pairs = sk_iter(view))) return SK_EMPTY;
    }
    SK_AUTO SkValue constructor = SK_EMPTY;
    SK_AUTO SkValue args = SK_EMPTY;
    if (!sk_is_empty(new_kwargs) && sk_dict_len(new_kwargs)) {
        constructor = sk_getattr(copyreg, SK_N(__newobj_ex__));
        args = sk_tuple_pack(3, cls, new_args, new_kwargs);
    } else {
        constructor = sk_getattr(copyreg, SK_N(__newobj__));
        size_t n = has_args ? sk_tuple_len(new_args) : 0;
        SkTuple *tuple = sk_tuple_alloc(n + 1);
        if (tuple) {
            sk_tuple_init(tuple, 0, sk_retain(cls));
            for (size_t i = 0; i < n; i++) sk_tuple_init(tuple, i + 1, sk_retain(sk_tuple_peek(new_args, i)));
            args = sk_counted(tuple);
        }
    }
    if (sk_is_empty(constructor) || sk_is_empty(args)) return SK_EMPTY;
    return sk_tuple_pack(5, constructor, args, state, items, pairs);
}

static SkValue reduce_protocol(SkValue self, int64_t protocol) {
    if (protocol >= 2) return reduce_2(self);
    SK_AUTO SkValue copyreg = sk_import("copyreg");
    if (sk_is_empty(copyreg)) return copyreg;
    SkValue n = sk_from_small_int(protocol);
    return sk_call_method_s(copyreg, "_reduce_ex", (SkValue[]){self, n}, 2);
}

static SkValue object_reduce(SkValue self) { return reduce_protocol(self, 0); }

static SkValue object_reduce_ex(SkValue self, SkValue protocol) {
    int64_t n;
    if (!sk_as_int64(protocol, &n)) return SK_EMPTY;
    SK_AUTO SkValue reduce = sk_getattr(self, SK_N(__reduce__));
    if (sk_is_empty(reduce)) return reduce;
    SK_AUTO SkValue on_class = sk_own(sk_type_lookup(sk_type_of(self), SK_N(__reduce__)));
    SK_AUTO SkValue on_object = sk_dict_get(sk_slot_peek(&sk_object_type.dict), SK_N(__reduce__));
    if (!sk_is(on_class, on_object)) return sk_call0(reduce);
    return reduce_protocol(self, n);
}

static const SkMethodDef methods[] = {
    {.name = "__dir__", .kind = SK_NOARGS, .noargs = object_dir, .sig = "()", .doc = "Default dir() implementation."},
    {.name = "__format__", .kind = SK_ONEARG, .onearg = object_format, .sig = "(format_spec, /)", .doc = "Default object formatter."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = object_sizeof, .sig = "()", .doc = "Size of object in memory, in bytes."},
    {.name = "__subclasshook__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = object_subclasshook, .sig = "(object, /)", .doc = "Abstract classes can override this to customize issubclass()."},
    {.name = "__init_subclass__", .kind = SK_NOARGS | SK_CLASS_METHOD, .noargs = object_init_subclass, .sig = "()", .doc = "This method is called when a class is subclassed."},
    {.name = "__getstate__", .kind = SK_NOARGS, .noargs = object_getstate, .sig = "()", .doc = "Helper for pickle."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = object_reduce, .sig = "()", .doc = "Helper for pickle."},
    {.name = "__reduce_ex__", .kind = SK_ONEARG, .onearg = object_reduce_ex, .sig = "(protocol, /)", .doc = "Helper for pickle."},
    {0},
};

static const SkGetSetDef getset[] = {
    {"__class__", object_class, object_set_class, "the object's class", NULL},
    {0},
};

static void object_destroy(SkObject *o) { sk_instance_free(o, 0); }

SkType sk_object_type = {
    SK_TYPE_HEAD(SK_T_OBJECT, sizeof(SkObject), NULL, NULL, object_destroy),
    .name = "object",
    .doc = "object()\n--\n\nThe base class of the class hierarchy.",
    .flags = SK_TF_BASE,
    .new_ = object_new,
    .init = object_init,
    .repr = object_repr,
    .str = object_str,
    .hash = object_hash,
    .compare = object_compare,
    .getattr = sk_generic_getattr,
    .setattr = sk_generic_setattr,
    .methods = methods,
    .getset = getset,
};
