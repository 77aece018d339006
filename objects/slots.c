// See slots.h. Three things are made from objects/slots.def: the wrappers that call a slot of a built-in type from
// Python, the dispatchers that call a Python-level special method from a slot, and the table that pairs them.
#include "objects/slots.h"

#include "gc/collect.h"
#include "objects/memoryview.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

typedef SkValue (*Wrapper)(const SkSlotWrapper *w, SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);

struct SkSlotDef {
    const char *name;
    size_t name_offset;   // of the interned name in SkNames
    size_t offset;        // of the slot in SkType
    Wrapper wrapper;
    void *dispatcher;
    const char *parameters, *doc;
};

static SkValue def_name(const SkSlotDef *d) { return *(SkValue *)((char *)&sk_names + d->name_offset); }
static _Atomic(void *) *slot_at(SkType *t, const SkSlotDef *d) { return (_Atomic(void *) *)((char *)t + d->offset); }

// ---- wrappers: Python calls a slot ---------------------------------------------------------------------------------

static bool want(const SkSlotWrapper *w, size_t nargs, SkValue kwnames, size_t n) {
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames))
        return sk_raise_false(sk_exc_TypeError, "wrapper %s() takes no keyword arguments", w->def->name);
    if (nargs == n) return true;
    return sk_raise_false(sk_exc_TypeError, n == 2 ? " expected %zu argument%s, got %zu" : "expected %zu argument%s, got %zu", n,
                          n == 1 ? "" : "s", nargs);
}

#define WRAPPER(name)                                                                                           \
    static SkValue wrap_##name(SK_UNUSED const SkSlotWrapper *w, SK_UNUSED SkValue self,                        \
                               SK_UNUSED const SkValue *args, SK_UNUSED size_t nargs, SK_UNUSED SkValue kwnames)
#define WANT(n) \
    if (!want(w, nargs, kwnames, n)) return SK_EMPTY

static SkValue none_if(bool ok) { return ok ? SK_NONE : SK_EMPTY; }
static SkValue bool_if(int r) { return r < 0 ? SK_EMPTY : sk_bool(r); }

WRAPPER(none) { return sk_raise(sk_exc_SystemError, "%s has no wrapper", w->def->name); }
WRAPPER(unary) {
    WANT(0);
    return ((SkUnaryFn)w->function)(self);
}
WRAPPER(binary) {
    WANT(1);
    return ((SkBinaryFn)w->function)(self, args[0]);
}
WRAPPER(binary_left) {
    WANT(1);
    return ((SkBinaryFn)w->function)(self, args[0]);
}
WRAPPER(binary_right) {
    WANT(1);
    return ((SkBinaryFn)w->function)(args[0], self);
}
static bool want_power(const SkSlotWrapper *w, size_t nargs, SkValue kwnames) {
    if (nargs == 1 || nargs == 2) return want(w, nargs, kwnames, nargs);
    return want(w, nargs, kwnames, 1);
}
WRAPPER(power_left) {
    if (!want_power(w, nargs, kwnames)) return SK_EMPTY;
    return ((SkTernaryFn)w->function)(self, args[0], nargs > 1 ? args[1] : SK_NONE);
}
WRAPPER(power_right) {
    if (!want_power(w, nargs, kwnames)) return SK_EMPTY;
    return ((SkTernaryFn)w->function)(args[0], self, nargs > 1 ? args[1] : SK_NONE);
}
WRAPPER(inplace_power) {
    WANT(1);
    return ((SkTernaryFn)w->function)(self, args[0], SK_NONE);
}
WRAPPER(hash) {
    WANT(0);
    int64_t h = ((int64_t(*)(SkValue))w->function)(self);
    return h == -1 ? SK_EMPTY : sk_int_from_int64(h);
}
WRAPPER(call) { return ((SkKwFn)w->function)(self, args, nargs, kwnames); }
WRAPPER(init) {
    return none_if(((bool (*)(SkValue, const SkValue *, size_t, SkValue))w->function)(self, args, nargs, kwnames));
}
WRAPPER(next) {
    WANT(0);
    SkValue v = ((SkUnaryFn)w->function)(self);
    if (sk_is_empty(v) && !sk_error_occurred()) sk_raise_stop_iteration(SK_EMPTY);
    return v;
}
static bool want_attr_name(SkValue name) {
    if (sk_is_str(name)) return true;
    return sk_raise_false(sk_exc_TypeError, "attribute name must be string, not '%.200T'", name);
}
WRAPPER(getattr) {
    WANT(1);
    if (!want_attr_name(args[0])) return SK_EMPTY;
    return ((SkBinaryFn)w->function)(self, args[0]);
}
// object.__setattr__ must not go around a class's own idea of its attributes: type.__setattr__ for types only.
static bool may_set_attr(const SkSlotWrapper *w, SkValue self) {
    SkType *t = sk_type_of(self);
    while (t && (t->flags & SK_TF_HEAP)) t = t->base;
    if (!t || t->setattr == w->function || t->setattr == sk_generic_setattr) return true;
    return sk_raise_false(sk_exc_TypeError, "can't apply this %s to %s object", w->def->name, sk_type_of(self)->name);
}
WRAPPER(setattr) {
    WANT(2);
    if (!want_attr_name(args[0]) || !may_set_attr(w, self)) return SK_EMPTY;
    return none_if(((bool (*)(SkValue, SkValue, SkValue))w->function)(self, args[0], args[1]));
}
WRAPPER(delattr) {
    WANT(1);
    if (!want_attr_name(args[0]) || !may_set_attr(w, self)) return SK_EMPTY;
    return none_if(((bool (*)(SkValue, SkValue, SkValue))w->function)(self, args[0], SK_EMPTY));
}
#define COMPARE_WRAPPER(name, op)                              \
    WRAPPER(name) {                                            \
        WANT(1);                                               \
        return ((SkCompareFn)w->function)(self, args[0], op); \
    }
COMPARE_WRAPPER(lt, SK_LT)
COMPARE_WRAPPER(le, SK_LE)
COMPARE_WRAPPER(eq, SK_EQ)
COMPARE_WRAPPER(ne, SK_NE)
COMPARE_WRAPPER(gt, SK_GT)
COMPARE_WRAPPER(ge, SK_GE)
WRAPPER(descr_get) {
    if (nargs < 1 || nargs > 2) {
        if (nargs == 0) return sk_raise(sk_exc_TypeError, " expected at least 1 argument, got 0");
        return sk_raise(sk_exc_TypeError, " expected at most 2 arguments, got %zu", nargs);
    }
    SkValue obj = sk_is_none(args[0]) ? SK_EMPTY : args[0];
    SkValue type = nargs < 2 || sk_is_none(args[1]) ? SK_EMPTY : args[1];
    if (sk_is_empty(obj) && sk_is_empty(type)) return sk_raise(sk_exc_TypeError, "__get__(None, None) is invalid");
    return ((SkTernaryFn)w->function)(self, obj, type);
}
WRAPPER(descr_set) {
    WANT(2);
    return none_if(((bool (*)(SkValue, SkValue, SkValue))w->function)(self, args[0], args[1]));
}
WRAPPER(descr_delete) {
    WANT(1);
    return none_if(((bool (*)(SkValue, SkValue, SkValue))w->function)(self, args[0], SK_EMPTY));
}
WRAPPER(bool) {
    WANT(0);
    return bool_if(((int (*)(SkValue))w->function)(self));
}
WRAPPER(len) {
    WANT(0);
    int64_t n = ((int64_t(*)(SkValue))w->function)(self);
    return n < 0 ? SK_EMPTY : sk_int_from_int64(n);
}
WRAPPER(set_item) {
    WANT(2);
    return none_if(((bool (*)(SkValue, SkValue, SkValue))w->function)(self, args[0], args[1]));
}
WRAPPER(delete_item) {
    WANT(1);
    return none_if(((bool (*)(SkValue, SkValue, SkValue))w->function)(self, args[0], SK_EMPTY));
}
WRAPPER(contains) {
    WANT(1);
    return bool_if(((int (*)(SkValue, SkValue))w->function)(self, args[0]));
}
static bool position(SkValue self, SkValue arg, int64_t *i) {
    if (!sk_index_as_int64(arg, i, sk_exc_IndexError)) return false;
    SkLenFn len = sk_type_of(self)->container.len;
    if (*i < 0 && len) {
        int64_t n = len(self);
        if (n < 0) return false;
        *i += n;
    }
    return true;
}
WRAPPER(item) {
    WANT(1);
    int64_t i;
    if (!position(self, args[0], &i)) return SK_EMPTY;
    return ((SkValue(*)(SkValue, int64_t))w->function)(self, i);
}
WRAPPER(set_item_index) {
    WANT(2);
    int64_t i;
    if (!position(self, args[0], &i)) return SK_EMPTY;
    return none_if(((bool (*)(SkValue, int64_t, SkValue))w->function)(self, i, args[1]));
}
WRAPPER(delete_item_index) {
    WANT(1);
    int64_t i;
    if (!position(self, args[0], &i)) return SK_EMPTY;
    return none_if(((bool (*)(SkValue, int64_t, SkValue))w->function)(self, i, SK_EMPTY));
}
WRAPPER(repeat) {
    WANT(1);
    int64_t n;
    if (!sk_index_as_length(args[0], &n)) return SK_EMPTY;
    return ((SkValue(*)(SkValue, int64_t))w->function)(self, n);
}
WRAPPER(buffer) {
    WANT(1);
    int flags;
    if (!sk_as_int(args[0], &flags)) return SK_EMPTY;
    return sk_memoryview_from_flags(self, flags);
}
WRAPPER(release_buffer) {
    WANT(1);
    return sk_call_method_s(args[0], "release", NULL, 0);
}
WRAPPER(finalize) {
    WANT(0);
    ((void (*)(SkObject *))w->function)(sk_ptr(self));
    return SK_NONE;
}

// ---- dispatchers: a slot calls a Python-level special method ----------------------------------------------------------

// Calls f, found on the type of self, as a method of self.
static SkValue call_found(SkValue f, SkValue self, const SkValue *args, size_t nargs) {
    SkType *ft = sk_type_of(f);
    if (ft->flags & SK_TF_METHOD_DESCR) {
        SkValue with_self[4] = {self};
        for (size_t i = 0; i < nargs; i++) with_self[i + 1] = args[i];
        return sk_call(f, with_self, nargs + 1, SK_EMPTY);
    }
    SkTernaryFn get = ft->descr_get;
    SK_AUTO SkValue bound = get ? sk_own(get(f, self, sk_type_value(sk_type_of(self)))) : sk_retain(f);
    return sk_is_empty(bound) ? SK_EMPTY : sk_call(bound, args, nargs, SK_EMPTY);
}

// Looks the method up on the type and calls it with self and the arguments. *missing: no such method, nothing raised.
static SkValue call_special(SkValue self, SkValue name, const SkValue *args, size_t nargs, bool *missing) {
    SK_AUTO SkValue f = sk_own(sk_type_lookup(sk_type_of(self), name));
    *missing = sk_is_empty(f);
    return *missing ? SK_EMPTY : call_found(f, self, args, nargs);
}

// The same where the method's absence is an AttributeError, as after `del C.__repr__` in another thread.
static SkValue call_needed(SkValue self, SkValue name, const SkValue *args, size_t nargs) {
    bool missing;
    SkValue r = call_special(self, name, args, nargs, &missing);
    if (missing) return sk_raise(sk_exc_AttributeError, "%S", name);
    return r;
}

static SkValue slot_repr(SkValue self) { return call_needed(self, SK_N(__repr__), NULL, 0); }
static SkValue slot_str(SkValue self) { return call_needed(self, SK_N(__str__), NULL, 0); }

static SkValue slot_iter(SkValue self) {
    SkValue f = sk_type_lookup(sk_type_of(self), SK_N(__iter__));
    if (sk_is_none(f)) return sk_raise(sk_exc_TypeError, "'%.200T' object is not iterable", self);
    if (!sk_is_empty(f)) {
        sk_release(f);
        return call_needed(self, SK_N(__iter__), NULL, 0);
    }
    return sk_seq_iter_new(self);
}

// A StopIteration stays: `yield from` and next() want its value. sk_next swallows it.
static SkValue slot_iternext(SkValue self) { return call_needed(self, SK_N(__next__), NULL, 0); }

int64_t sk_hash_not_implemented(SkValue self) {
    sk_raise(sk_exc_TypeError, "unhashable type: '%.200T'", self);
    return -1;
}

static int64_t slot_hash(SkValue self) {
    SkValue f = sk_type_lookup(sk_type_of(self), SK_N(__hash__));
    if (sk_is_none(f)) return sk_hash_not_implemented(self);
    sk_release(f);
    SK_AUTO SkValue r = call_needed(self, SK_N(__hash__), NULL, 0);
    if (sk_is_empty(r)) return -1;
    if (!sk_is_int(r)) {
        sk_raise(sk_exc_TypeError, "__hash__ method should return an integer");
        return -1;
    }
    int64_t h;
    if (sk_int_fits_int64(r, &h)) return h == -1 ? -2 : h;
    return sk_int_hash(r);
}

static SkValue slot_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue f = sk_lookup_special(self, SK_N(__call__));
    if (sk_is_empty(f)) {
        if (sk_error_occurred()) return SK_EMPTY;
        return sk_raise(sk_exc_TypeError, "'%.200T' object is not callable", self);
    }
    return sk_call(f, args, nargs, kwnames);
}

static SkValue slot_getattr_hook(SkValue self, SkValue name) {
    SkType *t = sk_type_of(self);
    SK_AUTO SkValue get = sk_own(sk_type_lookup(t, SK_N(__getattribute__)));
    SkValue v;
    if (sk_is_empty(get) || (sk_has_index(get, SK_T_SLOT_WRAPPER) &&
                             ((SkSlotWrapper *)sk_ptr(get))->function == (void *)sk_generic_getattr))
        v = sk_generic_getattr(self, name);
    else
        v = call_found(get, self, &name, 1);
    if (!sk_is_empty(v) || !sk_error_matches(sk_exc_AttributeError)) return v;
    SK_AUTO SkValue hook = sk_own(sk_type_lookup(t, SK_N(__getattr__)));
    if (sk_is_empty(hook)) return SK_EMPTY;
    sk_error_clear();
    return call_found(hook, self, &name, 1);  // the one found: the class of self may change meanwhile
}

bool sk_has_getattr_hook(const SkType *t) { return t->getattr == slot_getattr_hook; }

static bool done(SkValue v) {
    if (sk_is_empty(v)) return false;
    sk_release(v);
    return true;
}

static bool slot_setattr(SkValue self, SkValue name, SkValue value) {
    SkValue args[2] = {name, value};
    return done(sk_is_empty(value) ? call_needed(self, SK_N(__delattr__), args, 1)
                                   : call_needed(self, SK_N(__setattr__), args, 2));
}

static SkValue slot_compare(SkValue a, SkValue b, SkCompareOp op) {
    static const size_t names[] = {
        offsetof(SkNames, n___lt__), offsetof(SkNames, n___le__), offsetof(SkNames, n___eq__),
        offsetof(SkNames, n___ne__), offsetof(SkNames, n___gt__), offsetof(SkNames, n___ge__),
    };
    SkType *t = sk_type_of(a);
    SK_AUTO SkValue f = sk_own(sk_type_lookup(t, *(SkValue *)((char *)&sk_names + names[op])));
    if (sk_is_empty(f)) return SK_NOT_IMPLEMENTED;
    SkType *ft = sk_type_of(f);
    if (ft->flags & SK_TF_METHOD_DESCR) return sk_call2(f, a, b);
    SK_AUTO SkValue bound = ft->descr_get ? sk_own(ft->descr_get(f, a, sk_type_value(t))) : sk_retain(f);
    if (!sk_is_empty(bound)) return sk_call1(bound, b);
    sk_error_clear();  // comparisons take a method that its descriptor does not give for none
    return SK_NOT_IMPLEMENTED;
}

static SkValue slot_descr_get(SkValue self, SkValue obj, SkValue type) {
    SkValue args[2] = {sk_is_empty(obj) ? SK_NONE : obj, sk_is_empty(type) ? SK_NONE : type};
    bool missing;
    SkValue r = call_special(self, SK_N(__get__), args, 2, &missing);
    return missing ? sk_retain(self) : r;
}

static bool slot_descr_set(SkValue self, SkValue obj, SkValue value) {
    SkValue args[2] = {obj, value};
    return done(sk_is_empty(value) ? call_needed(self, SK_N(__delete__), args, 1)
                                   : call_needed(self, SK_N(__set__), args, 2));
}

static bool slot_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue f = sk_lookup_special(self, SK_N(__init__));
    if (sk_is_empty(f)) return sk_error_occurred() ? false : true;
    SK_AUTO SkValue r = sk_call(f, args, nargs, kwnames);
    if (sk_is_empty(r)) return false;
    if (sk_is_none(r)) return true;
    return sk_raise_false(sk_exc_TypeError, "__init__() should return None, not '%.200T'", r);
}

// A binary operator of which one side at least is an instance of a class: the left method, then the reflected one;
// the reflected one first where the right operand's class is derived from the left one's and overrides it.
static bool overrides(SkValue a, SkValue b, SkValue name) {
    SkValue va = sk_type_lookup(sk_type_of(a), name), vb = sk_type_lookup(sk_type_of(b), name);
    bool r = !sk_is_empty(vb) && (sk_is_empty(va) || !sk_is(va, vb));
    sk_release(va);
    sk_release(vb);
    return r;
}

static SkValue dispatch_binary(SkValue a, SkValue b, size_t slot, void *self_fn, SkValue name, SkValue reflected) {
    SkType *ta = sk_type_of(a), *tb = sk_type_of(b);
    bool missing;
    bool do_other = ta != tb && sk_load_relaxed((_Atomic(void *) *)((char *)tb + slot)) == self_fn;
    if (sk_load_relaxed((_Atomic(void *) *)((char *)ta + slot)) == self_fn) {
        if (do_other && sk_is_subtype(tb, ta) && overrides(a, b, reflected)) {
            SkValue r = call_special(b, reflected, &a, 1, &missing);
            if (!missing && !sk_is_not_implemented(r)) return r;
            do_other = false;
        }
        SkValue r = call_special(a, name, &b, 1, &missing);
        if (!missing && (!sk_is_not_implemented(r) || ta == tb)) return r;
    }
    if (do_other) {
        SkValue r = call_special(b, reflected, &a, 1, &missing);
        if (!missing) return r;
    }
    return SK_NOT_IMPLEMENTED;
}

#define BINARY(field, method, reflected)                                                                         \
    static SkValue slot_##field(SkValue a, SkValue b) {                                                          \
        return dispatch_binary(a, b, offsetof(SkType, number.FIELD_##field), (void *)slot_##field, SK_N(method), \
                               SK_N(reflected));                                                                 \
    }
#define FIELD_add add
#define FIELD_subtract subtract
#define FIELD_multiply multiply
#define FIELD_remainder remainder
#define FIELD_divmod divmod
#define FIELD_lshift lshift
#define FIELD_rshift rshift
#define FIELD_and and_
#define FIELD_xor xor_
#define FIELD_or or_
#define FIELD_floor_divide floor_divide
#define FIELD_true_divide true_divide
#define FIELD_matrix_multiply matrix_multiply
BINARY(add, __add__, __radd__)
BINARY(subtract, __sub__, __rsub__)
BINARY(multiply, __mul__, __rmul__)
BINARY(remainder, __mod__, __rmod__)
BINARY(divmod, __divmod__, __rdivmod__)
BINARY(lshift, __lshift__, __rlshift__)
BINARY(rshift, __rshift__, __rrshift__)
BINARY(and, __and__, __rand__)
BINARY(xor, __xor__, __rxor__)
BINARY(or, __or__, __ror__)
BINARY(floor_divide, __floordiv__, __rfloordiv__)
BINARY(true_divide, __truediv__, __rtruediv__)
BINARY(matrix_multiply, __matmul__, __rmatmul__)

static SkValue slot_power(SkValue a, SkValue b, SkValue mod) {
    if (sk_is_none(mod))
        return dispatch_binary(a, b, offsetof(SkType, number.power), (void *)slot_power, SK_N(__pow__), SK_N(__rpow__));
    // With a modulus there is no reflected method before 3.14; there it is tried with three arguments.
    bool missing;
    if (sk_type_of(a)->number.power == slot_power) {
        SkValue args[2] = {b, mod};
        SkValue r = call_special(a, SK_N(__pow__), args, 2, &missing);
        if (!missing && !sk_is_not_implemented(r)) return r;
    }
    if (sk_type_of(b)->number.power == slot_power) {
        SkValue args[2] = {a, mod};
        SkValue r = call_special(b, SK_N(__rpow__), args, 2, &missing);
        if (!missing) return r;
    }
    return SK_NOT_IMPLEMENTED;
}

#define INPLACE(field, method)                                                              \
    static SkValue slot_##field(SkValue a, SkValue b) {                                     \
        bool missing;                                                                       \
        SkValue r = call_special(a, SK_N(method), &b, 1, &missing);                         \
        return missing ? SK_NOT_IMPLEMENTED : r;                                            \
    }
INPLACE(inplace_add, __iadd__)
INPLACE(inplace_subtract, __isub__)
INPLACE(inplace_multiply, __imul__)
INPLACE(inplace_remainder, __imod__)
INPLACE(inplace_lshift, __ilshift__)
INPLACE(inplace_rshift, __irshift__)
INPLACE(inplace_and, __iand__)
INPLACE(inplace_xor, __ixor__)
INPLACE(inplace_or, __ior__)
INPLACE(inplace_floor_divide, __ifloordiv__)
INPLACE(inplace_true_divide, __itruediv__)
INPLACE(inplace_matrix_multiply, __imatmul__)

static SkValue slot_inplace_power(SkValue a, SkValue b, SK_UNUSED SkValue mod) {
    bool missing;
    SkValue r = call_special(a, SK_N(__ipow__), &b, 1, &missing);
    return missing ? SK_NOT_IMPLEMENTED : r;
}

#define UNARY(field, method) \
    static SkValue slot_##field(SkValue self) { return call_needed(self, SK_N(method), NULL, 0); }
UNARY(negative, __neg__)
UNARY(positive, __pos__)
UNARY(absolute, __abs__)
UNARY(invert, __invert__)
UNARY(int, __int__)
UNARY(float, __float__)
UNARY(index, __index__)
UNARY(await, __await__)
UNARY(aiter, __aiter__)
UNARY(anext, __anext__)

static int slot_bool(SkValue self) {
    bool missing;
    SK_AUTO SkValue r = call_special(self, SK_N(__bool__), NULL, 0, &missing);
    if (missing) {
        SkValue len = sk_type_lookup(sk_type_of(self), SK_N(__len__));
        if (sk_is_empty(len)) return 1;
        sk_release(len);
        int64_t n = sk_len(self);
        return n < 0 ? -1 : n > 0;
    }
    if (sk_is_empty(r)) return -1;
    if (sk_is_bool(r)) return sk_is_true(r);
    sk_raise(sk_exc_TypeError, "__bool__ should return bool, returned %.200T", r);
    return -1;
}

static int64_t slot_len(SkValue self) {
    SK_AUTO SkValue r = call_needed(self, SK_N(__len__), NULL, 0);
    if (sk_is_empty(r)) return -1;
    SK_AUTO SkValue n = sk_index(r);
    if (sk_is_empty(n)) return -1;
    if (sk_int_sign(n) < 0) {
        sk_raise(sk_exc_ValueError, "__len__() should return >= 0");
        return -1;
    }
    int64_t len;
    if (!sk_index_as_length(n, &len)) return -1;
    return len;
}

static SkValue slot_get_key(SkValue self, SkValue key) { return call_needed(self, SK_N(__getitem__), &key, 1); }

static bool slot_set_key(SkValue self, SkValue key, SkValue value) {
    SkValue args[2] = {key, value};
    return done(sk_is_empty(value) ? call_needed(self, SK_N(__delitem__), args, 1)
                                   : call_needed(self, SK_N(__setitem__), args, 2));
}

static int slot_contains(SkValue self, SkValue item) {
    SkValue f = sk_type_lookup(sk_type_of(self), SK_N(__contains__));
    if (sk_is_none(f)) {
        sk_raise(sk_exc_TypeError, "'%.200T' object is not a container", self);
        return -1;
    }
    if (sk_is_empty(f)) return sk_contains_by_iteration(self, item);
    sk_release(f);
    SK_AUTO SkValue r = call_needed(self, SK_N(__contains__), &item, 1);
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

static bool slot_buffer_get(SkValue self, SkBuffer *view, int flags) {
    SkValue arg = sk_from_small_int(flags);
    SK_AUTO SkValue m = call_needed(self, SK_N(__buffer__), &arg, 1);
    if (sk_is_empty(m)) return false;
    if (!sk_has_index(m, SK_T_MEMORYVIEW))
        return sk_raise_false(sk_exc_TypeError, "__buffer__ returned non-memoryview object");
    return sk_buffer_get_by_method(self, m, view, flags);
}
static void slot_buffer_release(SK_UNUSED SkValue self, SK_UNUSED SkBuffer *view) {}

// `__del__` of a class: the base's native finalizer, if any, is the overriding method's business.
static void slot_finalize(SkObject *o) {
    SkValue self = sk_counted(o);
    SkValue saved = sk_error_take();
    SK_AUTO SkValue f = sk_lookup_special(self, SK_N(__del__));
    if (sk_is_empty(f)) {
        sk_error_clear();
    } else {
        SkValue r = sk_call0(f);
        if (sk_is_empty(r)) {
            SkValue where = sk_own(sk_type_lookup(sk_type_of(self), SK_N(__del__)));
            sk_error_unraisable("Exception ignored while calling deallocator", where);
            sk_release(where);
        }
        sk_release(r);
    }
    sk_error_restore(saved);
}

void sk_slots_init(void) { sk_collect_first_finalizer = slot_finalize; }

// ---- the table -------------------------------------------------------------------------------------------------------------

#define slot_NONE NULL
static const SkSlotDef defs[] = {
#define X(method, slot, wrapper, dispatcher, parameters, doc) \
    {#method, offsetof(SkNames, n_##method), offsetof(SkType, slot), wrap_##wrapper, (void *)slot_##dispatcher, parameters, doc},
#include "objects/slots.def"
#undef X
};
enum { NDEFS = SK_COUNT_OF(defs) };

bool sk_is_special_method(SkValue name) {
    const SkStr *s = sk_as_str(name);
    if (s->kind != 1 || s->length < 5 || s->data[0] != '_' || s->data[1] != '_') return false;
    for (size_t i = 0; i < NDEFS; i++)
        if (sk_is(def_name(&defs[i]), name)) return true;
    return false;
}

bool sk_slots_add_wrappers(SkType *type) {
    SkValue dict = sk_slot_peek(&type->dict);
    for (const SkSlotDef *d = defs; d < defs + NDEFS; d++) {
        void *fn = *slot_at(type, d);
        if (!fn || d->wrapper == wrap_none || fn == d->dispatcher) continue;
        if (d->offset == offsetof(SkType, hash) && fn == (void *)sk_hash_not_implemented) {
            if (!sk_dict_set(dict, SK_N(__hash__), SK_NONE)) return false;
            continue;
        }
        int has = sk_dict_contains(dict, def_name(d));
        if (has < 0) return false;
        if (has) continue;
        SkSlotWrapper *w = (SkSlotWrapper *)sk_object_new(&sk_slot_wrapper_type.head, sizeof *w);
        if (!w) return sk_raise_memory(), false;
        w->def = d;
        w->type = type;
        w->function = fn;
        if (!sk_dict_set_steal(dict, def_name(d), sk_counted(w))) return false;
    }
    return true;
}

void sk_slots_inherit(SkType *type, SkType *base) {
    for (size_t i = 0; i < NDEFS; i++) {
        // compare and hash go together: a type with its own __eq__ does not inherit its base's hash
        if (defs[i].offset == offsetof(SkType, hash) || defs[i].offset == offsetof(SkType, compare)) continue;
        _Atomic(void *) *s = slot_at(type, &defs[i]);
        if (!sk_load_relaxed(s)) sk_store_relaxed(s, sk_load_relaxed(slot_at(base, &defs[i])));
    }
    if (!type->compare && !type->hash) {
        type->compare = base->compare;
        type->hash = base->hash;
    } else if (!type->hash) {
        type->hash = sk_hash_not_implemented;
    } else if (!type->compare) {
        type->compare = base->compare;
    }
    if (!type->new_ && !(type->flags & SK_TF_NO_NEW)) type->new_ = base->new_;
}

// What the slot of a built-in type holds whose method for it is not a wrapper of the slot (list.__getitem__), as t inherits it; or NULL.
static void *inherited_beside_method(SkType *t, const SkSlotDef *d, SkValue method) {
    SkType *owner = sk_has_index(method, SK_T_METHOD_DESCR) ? sk_method_descr_owner(method) : NULL;
    if (!owner || owner->flags & SK_TF_HEAP || !sk_is_subtype(t, owner)) return NULL;
    return sk_load_relaxed(slot_at(owner, d));
}

// Decides one slot of a class from the entries d .. end that name methods for it.
static void update_slot(SkType *t, const SkSlotDef *d, const SkSlotDef *end) {
    void *specific = NULL, *generic = NULL;
    bool use_generic = false;
    for (; d < end; d++) {
        SkValue v = sk_type_lookup(t, def_name(d));
        if (sk_is_empty(v)) continue;
        void *beside = inherited_beside_method(t, d, v);
        if (beside && (!specific || specific == beside)) {
            specific = beside;
        } else if (sk_has_index(v, SK_T_SLOT_WRAPPER) && ((SkSlotWrapper *)sk_ptr(v))->def->offset == d->offset &&
            ((SkSlotWrapper *)sk_ptr(v))->def->wrapper == d->wrapper && sk_is_subtype(t, ((SkSlotWrapper *)sk_ptr(v))->type)) {
            void *fn = ((SkSlotWrapper *)sk_ptr(v))->function;
            if (!specific || specific == fn) specific = fn;
            else use_generic = true;
        } else if (d->offset == offsetof(SkType, hash) && sk_is_none(v)) {
            specific = (void *)sk_hash_not_implemented;
        } else if (d->offset == offsetof(SkType, container.item) || d->offset == offsetof(SkType, container.set_item) ||
                   !sk_has_index(v, SK_T_SLOT_WRAPPER) || d->dispatcher) {
            use_generic = true;
        }
        if (d->dispatcher) generic = d->dispatcher;
        sk_release(v);
    }
    d--;
    sk_store_relaxed(slot_at(t, d), specific && !use_generic ? specific : generic);
}

void sk_slots_update(SkType *t, SkValue name) {
    for (size_t i = 0; i < NDEFS;) {
        size_t end = i + 1;
        bool named = sk_is_empty(name) || sk_is(def_name(&defs[i]), name);
        for (; end < NDEFS && defs[end].offset == defs[i].offset; end++)
            named |= sk_is(def_name(&defs[end]), name);
        if (named) update_slot(t, &defs[i], &defs[end]);
        i = end;
    }
    if (!sk_is_empty(name)) sk_type_for_each_subclass(t, sk_slots_update, name);
}

// ---- slot_wrapper and method-wrapper ------------------------------------------------------------------------------------------

static SkValue wrapper_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkSlotWrapper *w = (SkSlotWrapper *)sk_ptr(v);
    if (nargs < 1)
        return sk_raise(sk_exc_TypeError, "descriptor '%s' of '%s' object needs an argument", w->def->name, w->type->name);
    if (!sk_is_instance_of(args[0], w->type))
        return sk_raise(sk_exc_TypeError, "descriptor '%s' requires a '%s' object but received a '%.200T'", w->def->name,
                        w->type->name, args[0]);
    return w->def->wrapper(w, args[0], args + 1, nargs - 1, kwnames);
}

typedef struct {
    SkObject header;
    SkSlotWrapper *wrapper;  // immortal with its type
    SkSlot self;
} MethodWrapper;

static SkValue wrapper_descr_get(SkValue v, SkValue obj, SkValue type) {
    SkSlotWrapper *w = (SkSlotWrapper *)sk_ptr(v);
    (void)type;
    if (sk_is_empty(obj)) return sk_dup(v);
    if (!sk_is_instance_of(obj, w->type))
        return sk_raise(sk_exc_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%.200T' object",
                        w->def->name, w->type->name, obj);
    MethodWrapper *m = (MethodWrapper *)sk_container_new(&sk_method_wrapper_type.head, sizeof *m);
    if (!m) return sk_raise_memory();
    sk_retain(v);
    m->wrapper = w;
    sk_slot_init(&m->self, sk_retain(obj));
    return sk_counted(m);
}

static SkValue wrapper_repr(SkValue v) {
    SkSlotWrapper *w = (SkSlotWrapper *)sk_ptr(v);
    return sk_str_format("<slot wrapper '%s' of '%s' objects>", w->def->name, w->type->name);
}

static SkValue wrapper_get_name(SkValue v, void *c) {
    (void)c;
    return sk_str_from(((SkSlotWrapper *)sk_ptr(v))->def->name);
}
static SkValue wrapper_get_qualname(SkValue v, void *c) {
    (void)c;
    SkSlotWrapper *w = (SkSlotWrapper *)sk_ptr(v);
    return sk_str_format("%s.%s", w->type->name, w->def->name);
}
static SkValue wrapper_get_objclass(SkValue v, void *c) {
    (void)c;
    return sk_dup(sk_type_value(((SkSlotWrapper *)sk_ptr(v))->type));
}
static SkValue wrapper_get_doc(SkValue v, void *c) {
    (void)c;
    return sk_str_from(((SkSlotWrapper *)sk_ptr(v))->def->doc);
}
static SkValue wrapper_get_signature(SkValue v, void *c) {
    (void)c;
    return sk_str_format("($self, %s)", ((SkSlotWrapper *)sk_ptr(v))->def->parameters);
}

static SkValue wrapper_reduce(SkValue v) {
    SkSlotWrapper *w = (SkSlotWrapper *)sk_ptr(v);
    return sk_reduce_getattr(sk_type_value(w->type), w->def->name);
}

static const SkMethodDef wrapper_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = wrapper_reduce, .sig = "()"},
    {0},
};
static const SkGetSetDef wrapper_getset[] = {
    {"__name__", wrapper_get_name, sk_readonly_member, NULL, NULL},
    {"__qualname__", wrapper_get_qualname, NULL, NULL, NULL},
    {"__objclass__", wrapper_get_objclass, sk_readonly_member, NULL, NULL},
    {"__doc__", wrapper_get_doc, NULL, NULL, NULL},
    {"__text_signature__", wrapper_get_signature, NULL, NULL, NULL},
    {0},
};

static void wrapper_destroy(SkObject *o) { sk_object_free(o, sizeof(SkSlotWrapper)); }

SkType sk_slot_wrapper_type = {
    SK_TYPE_HEAD(SK_T_SLOT_WRAPPER, sizeof(SkSlotWrapper), NULL, NULL, wrapper_destroy),
    .name = "wrapper_descriptor",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW | SK_TF_METHOD_DESCR,
    .call = wrapper_call,
    .descr_get = wrapper_descr_get,
    .repr = wrapper_repr,
    .methods = wrapper_methods,
    .getset = wrapper_getset,
};

static void method_wrapper_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((MethodWrapper *)o)->self, visit, arg);
}
static void method_wrapper_destroy(SkObject *o) {
    sk_slot_destroy(o, &((MethodWrapper *)o)->self);
    sk_release(sk_counted(((MethodWrapper *)o)->wrapper));
    sk_object_free(o, sizeof(MethodWrapper));
}
static SkValue method_wrapper_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    MethodWrapper *m = (MethodWrapper *)sk_ptr(v);
    return m->wrapper->def->wrapper(m->wrapper, sk_slot_peek(&m->self), args, nargs, kwnames);
}
static SkValue method_wrapper_repr(SkValue v) {
    MethodWrapper *m = (MethodWrapper *)sk_ptr(v);
    SkValue self = sk_slot_peek(&m->self);
    return sk_str_format("<method-wrapper '%s' of %T object at %p>", m->wrapper->def->name, self,
                         sk_is_ptr(self) ? (void *)sk_ptr(self) : (void *)(uintptr_t)self.w);
}
static SkValue method_wrapper_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_has_index(b, SK_T_METHOD_WRAPPER) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    MethodWrapper *x = (MethodWrapper *)sk_ptr(a), *y = (MethodWrapper *)sk_ptr(b);
    bool same = x->wrapper == y->wrapper && sk_is(sk_slot_peek(&x->self), sk_slot_peek(&y->self));
    return sk_bool(same == (op == SK_EQ));
}
static int64_t method_wrapper_hash(SkValue v) {
    MethodWrapper *m = (MethodWrapper *)sk_ptr(v);
    return sk_hash_pointer(m->wrapper) ^ (int64_t)(sk_slot_peek(&m->self).w & ~(uint64_t)15);
}
static SkValue method_wrapper_self(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &((MethodWrapper *)sk_ptr(v))->self);
}
#define VIA_WRAPPER(get)                                                              \
    static SkValue method_##get(SkValue v, void *c) {                                 \
        return get(sk_counted(((MethodWrapper *)sk_ptr(v))->wrapper), c);             \
    }
VIA_WRAPPER(wrapper_get_name)
VIA_WRAPPER(wrapper_get_qualname)
VIA_WRAPPER(wrapper_get_objclass)
VIA_WRAPPER(wrapper_get_doc)
VIA_WRAPPER(wrapper_get_signature)
static SkValue method_wrapper_reduce(SkValue v) {
    MethodWrapper *m = (MethodWrapper *)sk_ptr(v);
    return sk_reduce_getattr(sk_slot_peek(&m->self), m->wrapper->def->name);
}
static const SkMethodDef method_wrapper_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = method_wrapper_reduce, .sig = "()"},
    {0},
};
static const SkGetSetDef method_wrapper_getset[] = {
    {"__self__", method_wrapper_self, sk_readonly_member, NULL, NULL},
    {"__name__", method_wrapper_get_name, NULL, NULL, NULL},
    {"__qualname__", method_wrapper_get_qualname, NULL, NULL, NULL},
    {"__objclass__", method_wrapper_get_objclass, NULL, NULL, NULL},
    {"__doc__", method_wrapper_get_doc, NULL, NULL, NULL},
    {"__text_signature__", method_wrapper_get_signature, NULL, NULL, NULL},
    {0},
};

SkType sk_method_wrapper_type = {
    SK_TYPE_HEAD(SK_T_METHOD_WRAPPER, sizeof(MethodWrapper), method_wrapper_trace, NULL, method_wrapper_destroy),
    .name = "method-wrapper",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .call = method_wrapper_call,
    .repr = method_wrapper_repr,
    .compare = method_wrapper_compare,
    .hash = method_wrapper_hash,
    .methods = method_wrapper_methods,
    .getset = method_wrapper_getset,
};
