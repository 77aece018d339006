// builtin_function_or_method, and the descriptors that a built-in type's tables turn into: method_descriptor,
// classmethod_descriptor, getset_descriptor, member_descriptor.
#include "objects/native.h"

#include <pthread.h>

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/sig.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

enum { MAX_BOUND = 32 };

// ---- calling ------------------------------------------------------------------------------------------------------

static bool defines(const SkType *t, const SkMethodDef *def) {
    for (const SkMethodDef *d = t->methods; d && d->name; d++)
        if (d == def) return true;
    return false;
}

// The name in messages: with the type or module in front, but for builtins. Counted.
static SkValue full_name(const SkMethodDef *def, SkValue self) {
    if (sk_is_empty(self) || sk_is_none(self)) return sk_str_from(def->name);
    if (sk_has_index(self, SK_T_MODULE)) {
        SK_AUTO SkValue name = sk_slot_get(sk_ptr(self), &((SkModule *)sk_ptr(self))->name);
        if (sk_is_empty(name) || sk_is(name, SK_N(builtins))) return sk_str_from(def->name);
        return sk_str_format("%S.%s", name, def->name);
    }
    if (sk_is_type(self)) {
        SK_AUTO SkValue qualname = sk_slot_load(sk_ptr(self), &sk_as_type(self)->qualname);
        return sk_is_empty(qualname) ? qualname : sk_str_format("%S.%s", qualname, def->name);
    }
    SkType *t = sk_type_of(self);
    while (t->flags & SK_TF_HEAP) t = t->base;
    for (SkType *of = t; of; of = of->base)
        if (defines(of, def)) t = of;
    return sk_str_format("%s.%s", sk_type_short_name(t), def->name);
}

static SkValue wrong_count(const SkMethodDef *def, SkValue self, size_t nargs, const char *takes) {
    SK_AUTO SkValue name = full_name(def, self);
    return sk_is_empty(name) ? name : sk_raise(sk_exc_TypeError, "%S() takes %s (%zu given)", name, takes, nargs);
}

static SkValue no_keywords(const SkMethodDef *def, SkValue self) {
    SK_AUTO SkValue name = full_name(def, self);
    return sk_is_empty(name) ? name : sk_raise(sk_exc_TypeError, "%S() takes no keyword arguments", name);
}

SkValue sk_native_call(const SkMethodDef *def, SkSig *sig, SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    int kind = def->kind & SK_METHOD_KIND_MASK;
    bool has_kw = sk_unlikely(!sk_is_empty(kwnames)) && sk_tuple_len(kwnames) > 0;
    if (has_kw && kind != SK_KW && kind != SK_SIG) return no_keywords(def, self);
    switch (kind) {
    case SK_NOARGS:
        if (sk_unlikely(nargs != 0)) return wrong_count(def, self, nargs, "no arguments");
        return def->noargs(self);
    case SK_ONEARG:
        if (sk_unlikely(nargs != 1)) return wrong_count(def, self, nargs, "exactly one argument");
        return def->onearg(self, args[0]);
    case SK_FAST: return def->fast(self, args, nargs);
    case SK_KW: return def->kw(self, args, nargs, has_kw ? kwnames : SK_EMPTY);
    default: break;
    }
    if (!sig && !(sig = sk_sig_of(def))) return SK_EMPTY;
    if (sig->simple && nargs == sig->nparams && nargs == sig->npositional && !has_kw) return def->sig_fn(self, args);
    SkValue bound[MAX_BOUND];
    if (sig->nparams > MAX_BOUND) SK_FATAL("%s has too many parameters", def->name);
    if (!sk_sig_bind(sig, def->name, args, nargs, kwnames, bound)) return SK_EMPTY;
    SkValue varargs = sig->varargs >= 0 ? bound[sig->varargs] : SK_EMPTY;
    SkValue varkw = sig->varkw >= 0 ? bound[sig->varkw] : SK_EMPTY;
    SkValue r = def->sig_fn(self, bound);
    // Arguments packed here may be what the result borrows from.
    if (!sk_is_empty(varargs) || !sk_is_empty(varkw)) r = sk_own(r);
    sk_release(varargs);
    sk_release(varkw);
    return r;
}

// The same without keywords.
static inline SkValue call_plain(const SkMethodDef *def, SkSig *sig, SkValue self, const SkValue *args, size_t nargs) {
    switch (def->kind & SK_METHOD_KIND_MASK) {
    case SK_NOARGS:
        if (sk_likely(nargs == 0)) return def->noargs(self);
        break;
    case SK_ONEARG:
        if (sk_likely(nargs == 1)) return def->onearg(self, args[0]);
        break;
    case SK_FAST: return def->fast(self, args, nargs);
    case SK_KW: return def->kw(self, args, nargs, SK_EMPTY);
    case SK_SIG: {
        enum { FEW = 6 };
        if (sk_unlikely(!sig || !sig->simple || nargs < sig->nrequired || nargs > sig->npositional || sig->nparams > FEW)) break;
        SkValue bound[FEW];
        if (nargs == sig->nparams) return def->sig_fn(self, args);
        for (size_t i = 0; i < nargs; i++) bound[i] = args[i];
        for (size_t i = nargs; i < sig->nparams; i++) bound[i] = SK_EMPTY;
        return def->sig_fn(self, bound);
    }
    default: break;
    }
    return sk_native_call(def, sig, self, args, nargs, SK_EMPTY);
}

// ---- signatures by definition -----------------------------------------------------------------------------------------

// Definitions are static data, so a table by address, filled under a mutex, serves; it only grows.
typedef struct {
    const SkMethodDef *def;
    SkSig *sig;
} SigEntry;
static pthread_mutex_t sig_mutex = PTHREAD_MUTEX_INITIALIZER;
static SigEntry *sig_table;
static size_t sig_capacity, sig_count;

static SigEntry *sig_find(const SkMethodDef *def) {
    size_t i = ((uintptr_t)def >> 4) * 0x9E3779B97F4A7C15u >> 20 & (sig_capacity - 1);
    while (sig_table[i].def && sig_table[i].def != def) i = (i + 1) & (sig_capacity - 1);
    return &sig_table[i];
}

// The signatures this thread asked for last; they live for ever.
static _Thread_local SigEntry sig_recent[64];

SkSig *sk_sig_of(const SkMethodDef *def) {
    SigEntry *recent = &sig_recent[((uintptr_t)def >> 4) * 0x9E3779B97F4A7C15u >> 58];
    if (recent->def == def) return recent->sig;
    pthread_mutex_lock(&sig_mutex);
    SkSig *sig = sig_capacity ? sig_find(def)->sig : NULL;
    pthread_mutex_unlock(&sig_mutex);
    if (sig) {
        *recent = (SigEntry){def, sig};
        return sig;
    }
    sig = sk_sig_parse(def->sig ? def->sig : "(*args, **kwargs)");
    if (!sig) return NULL;
    pthread_mutex_lock(&sig_mutex);
    if (sig_count * 2 >= sig_capacity) {
        size_t old_capacity = sig_capacity;
        SigEntry *old = sig_table, *grown = sk_calloc(old_capacity ? old_capacity * 2 : 512, sizeof *grown);
        if (!grown) {
            pthread_mutex_unlock(&sig_mutex);
            return sk_raise_memory(), NULL;
        }
        sig_table = grown;
        sig_capacity = old_capacity ? old_capacity * 2 : 512;
        for (size_t i = 0; i < old_capacity; i++)
            if (old[i].def) *sig_find(old[i].def) = old[i];
        sk_free(old);
    }
    SigEntry *e = sig_find(def);
    if (e->def) {
        sk_free(sig);
    } else {
        *e = (SigEntry){def, sig};
        sig_count++;
    }
    sig = e->sig;
    pthread_mutex_unlock(&sig_mutex);
    return sig;
}

static SkValue text_signature(const SkMethodDef *def, const char *self) {
    if (!def->sig) return SK_NONE;
    if (!strcmp(def->sig, "()")) return sk_str_format("($%s, /)", self);
    // A self before positional-only parameters joins them; else it is positional-only by itself.
    bool slash = strchr(def->sig, '/') != NULL;
    return sk_str_format("($%s, %s%s", self, slash ? "" : "/, ", def->sig + 1);
}

// ---- builtin_function_or_method --------------------------------------------------------------------------------------------

SkValue sk_native_new(const SkMethodDef *def, SkValue self, SkValue module) {
    SkSig *sig = NULL;
    if ((def->kind & SK_METHOD_KIND_MASK) == SK_SIG && !(sig = sk_sig_of(def))) return SK_EMPTY;
    SkNative *f = (SkNative *)sk_container_new(&sk_native_type.head, sizeof *f);
    if (!f) return sk_raise_memory();
    f->def = def;
    f->sig = sig;
    sk_slot_init(&f->self, sk_retain(self));
    sk_slot_init(&f->module, sk_retain(module));
    return sk_counted(f);
}

static SkValue native_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkNative *f = (SkNative *)sk_ptr(v);
    if (sk_likely(sk_is_empty(kwnames))) return call_plain(f->def, f->sig, sk_slot_peek(&f->self), args, nargs);
    return sk_native_call(f->def, f->sig, sk_slot_peek(&f->self), args, nargs, kwnames);
}

static void native_trace(SkObject *o, SkVisit visit, void *arg) {
    SkNative *f = (SkNative *)o;
    sk_slot_visit(&f->self, visit, arg);
    sk_slot_visit(&f->module, visit, arg);
    sk_slot_visit(&f->type, visit, arg);
}

static void native_destroy(SkObject *o) {
    SkNative *f = (SkNative *)o;
    sk_slot_destroy(o, &f->self);
    sk_slot_destroy(o, &f->module);
    sk_slot_destroy(o, &f->type);
    sk_object_free(o, sizeof *f);
}

static bool is_plain_function(const SkNative *f) {
    SkValue self = sk_slot_peek(&f->self);
    return sk_is_empty(self) || sk_is_none(self) || sk_has_index(self, SK_T_MODULE);
}

static SkValue native_repr(SkValue v) {
    SkNative *f = (SkNative *)sk_ptr(v);
    SkValue self = sk_slot_peek(&f->self);
    if (is_plain_function(f)) return sk_str_format("<built-in function %s>", f->def->name);
    return sk_str_format("<built-in method %s of %T object at %p>", f->def->name, self,
                         sk_is_ptr(self) ? (void *)sk_ptr(self) : (void *)(uintptr_t)self.w);
}

static SkValue native_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !sk_has_index(b, SK_T_NATIVE)) return SK_NOT_IMPLEMENTED;
    SkNative *x = (SkNative *)sk_ptr(a), *y = (SkNative *)sk_ptr(b);
    bool same = x->def == y->def && sk_is(sk_slot_peek(&x->self), sk_slot_peek(&y->self));
    return sk_bool(same == (op == SK_EQ));
}

static int64_t native_hash(SkValue v) {
    SkNative *f = (SkNative *)sk_ptr(v);
    int64_t h = sk_hash_pointer(f->def) ^ (int64_t)(sk_slot_peek(&f->self).w >> 4);
    return h == -1 ? -2 : h;
}

static SkValue native_name(SkValue v, void *c) {
    (void)c;
    return sk_intern_s(((SkNative *)sk_ptr(v))->def->name);
}
static SkValue native_qualname(SkValue v, void *c) {
    (void)c;
    SkNative *f = (SkNative *)sk_ptr(v);
    if (is_plain_function(f)) return sk_intern_s(f->def->name);
    SkValue self = sk_slot_peek(&f->self);
    SkType *t = sk_is_type(self) ? sk_as_type(self) : sk_type_of(self);
    SK_AUTO SkValue q = sk_getattr(sk_type_value(t), SK_N(__qualname__));
    return sk_is_empty(q) ? q : sk_str_format("%S.%s", q, f->def->name);
}
static SkValue native_self(SkValue v, void *c) {
    (void)c;
    SkNative *f = (SkNative *)sk_ptr(v);
    SkValue self = sk_slot_load(sk_ptr(v), &f->self);
    return sk_is_empty(self) ? SK_NONE : self;
}
static SkValue native_doc(SkValue v, void *c) {
    (void)c;
    const char *doc = ((SkNative *)sk_ptr(v))->def->doc;
    return doc ? sk_str_from(doc) : SK_NONE;
}
static const SkMethodDef new_def;
static SkValue native_signature(SkValue v, void *c) {
    (void)c;
    SkNative *f = (SkNative *)sk_ptr(v);
    SkValue self = sk_slot_peek(&f->self);
    if (f->def->kind & SK_STATIC_METHOD) return f->def->sig ? sk_str_from(f->def->sig) : SK_NONE;
    const char *first = is_plain_function(f) ? "module" : sk_is_type(self) ? "type" : "self";
    if (f->def == &new_def) return sk_str_from("($type, *args, **kwargs)");
    return text_signature(f->def, first);
}
static SkValue native_reduce(SkValue v) {
    SkNative *f = (SkNative *)sk_ptr(v);
    if (is_plain_function(f)) return sk_str_from(f->def->name);
    return sk_reduce_getattr(sk_slot_peek(&f->self), f->def->name);
}

SkValue sk_reduce_getattr(SkValue object, const char *name) {
    SK_AUTO SkValue getattr = sk_builtin("getattr");
    if (sk_is_empty(getattr)) return SK_EMPTY;
    SK_AUTO SkValue n = sk_str_from(name);
    SK_AUTO SkValue args = sk_tuple_pack(2, object, n);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, getattr, args);
}

static const SkMethodDef native_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = native_reduce, .sig = "()"},
    {0},
};
static const SkGetSetDef native_getset[] = {
    {"__name__", native_name, NULL, NULL, NULL},     {"__qualname__", native_qualname, NULL, NULL, NULL},
    {"__self__", native_self, NULL, NULL, NULL},     {"__doc__", native_doc, NULL, NULL, NULL},
    {"__text_signature__", native_signature, NULL, NULL, NULL},
    {0},
};
static const SkMemberDef native_members[] = {{"__module__", SK_MEMBER_OBJECT, offsetof(SkNative, module), false, NULL}, {0}};

SkType sk_native_type = {
    SK_TYPE_HEAD(SK_T_NATIVE, sizeof(SkNative), native_trace, NULL, native_destroy),
    .name = "builtin_function_or_method",
    .flags = SK_TF_NO_NEW | SK_TF_WEAKREF,
    .call = native_call,
    .repr = native_repr,
    .compare = native_compare,
    .hash = native_hash,
    .methods = native_methods,
    .getset = native_getset,
    .members = native_members,
};

// ---- descriptors ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkType *type;  // counted
    union {
        const SkMethodDef *method;
        const SkGetSetDef *getset;
        const SkMemberDef *member;
    };
    SkSig *sig;
    bool computed;      // a member_descriptor made from a getset
    SkMemberDef slot;   // for __slots__: member points here
    SkSlot slot_name;   // holds slot.name
} Descr;

static const char *descr_name(const Descr *d) {
    uint32_t i = sk_type_index(&d->header);
    return i == SK_T_GETSET || d->computed ? d->getset->name : i == SK_T_MEMBER ? d->member->name : d->method->name;
}

SkType *sk_method_descr_owner(SkValue method) { return ((Descr *)sk_ptr(method))->type; }

static Descr *descr_new(SkType *of, SkType *type) {
    Descr *d = (Descr *)sk_container_new(&of->head, sizeof *d);
    if (!d) return sk_raise_memory(), NULL;
    d->type = type;
    sk_incref(&type->head.header);
    return d;
}

static void descr_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Descr *)o)->slot_name, visit, arg);
    visit(sk_type_value(((Descr *)o)->type), arg);
}
static void descr_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Descr *)o)->slot_name);
    sk_decref(&((Descr *)o)->type->head.header);
    sk_free((void *)((Descr *)o)->slot.name);
    sk_object_free(o, sizeof(Descr));
}

static bool descr_check(const Descr *d, SkValue obj) {
    if (sk_is_instance_of(obj, d->type)) return true;
    return sk_raise_false(sk_exc_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%.100T' object",
                          descr_name(d), d->type->name, obj);
}

static SkValue descr_get_name(SkValue v, void *c) {
    (void)c;
    return sk_intern_s(descr_name((Descr *)sk_ptr(v)));
}
static SkValue descr_get_qualname(SkValue v, void *c) {
    (void)c;
    Descr *d = (Descr *)sk_ptr(v);
    SK_AUTO SkValue q = sk_getattr(sk_type_value(d->type), SK_N(__qualname__));
    return sk_is_empty(q) ? q : sk_str_format("%S.%s", q, descr_name(d));
}
static SkValue descr_get_objclass(SkValue v, void *c) {
    (void)c;
    return sk_dup(sk_type_value(((Descr *)sk_ptr(v))->type));
}
static SkValue descr_get_doc(SkValue v, void *c) {
    (void)c;
    Descr *d = (Descr *)sk_ptr(v);
    uint32_t i = sk_type_index(&d->header);
    const char *doc = i == SK_T_GETSET || d->computed ? d->getset->doc : i == SK_T_MEMBER ? d->member->doc : d->method->doc;
    return doc ? sk_str_from(doc) : SK_NONE;
}
static SkValue descr_reduce(SkValue v) {
    Descr *d = (Descr *)sk_ptr(v);
    return sk_reduce_getattr(sk_type_value(d->type), descr_name(d));
}
#define DESCR_COMMON                                                                                     \
    {"__name__", descr_get_name, sk_readonly_member, NULL, NULL}, {"__qualname__", descr_get_qualname, NULL, NULL, NULL}, \
        {"__objclass__", descr_get_objclass, sk_readonly_member, NULL, NULL}, {"__doc__", descr_get_doc, NULL, NULL, NULL}
static const SkMethodDef descr_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = descr_reduce, .sig = "()"},
    {0},
};

// -- methods

SkValue sk_method_descr_new(SkType *type, const SkMethodDef *def) {
    if (def->kind & SK_STATIC_METHOD) {
        SkValue f = sk_native_new(def, sk_type_value(type), SK_EMPTY);
        SkValue s = sk_is_empty(f) ? f : sk_call1(sk_type_value(&sk_staticmethod_type), f);
        sk_release(f);
        return s;
    }
    SkSig *sig = NULL;
    if ((def->kind & SK_METHOD_KIND_MASK) == SK_SIG && !(sig = sk_sig_of(def))) return SK_EMPTY;
    Descr *d = descr_new(def->kind & SK_CLASS_METHOD ? &sk_classmethod_descr_type : &sk_method_descr_type, type);
    if (!d) return SK_EMPTY;
    d->method = def;
    d->sig = sig;
    return sk_counted(d);
}

static SkValue method_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    Descr *d = (Descr *)sk_ptr(v);
    if (sk_unlikely(nargs < 1))
        return sk_raise(sk_exc_TypeError, "unbound method %s.%s() needs an argument", d->type->name, d->method->name);
    if (sk_unlikely(!sk_is_instance_of(args[0], d->type))) {
        descr_check(d, args[0]);
        return SK_EMPTY;
    }
    if (sk_likely(sk_is_empty(kwnames))) return call_plain(d->method, d->sig, args[0], args + 1, nargs - 1);
    return sk_native_call(d->method, d->sig, args[0], args + 1, nargs - 1, kwnames);
}

static SkValue method_get(SkValue v, SkValue obj, SkValue type) {
    (void)type;
    if (sk_is_empty(obj)) return sk_dup(v);
    Descr *d = (Descr *)sk_ptr(v);
    return descr_check(d, obj) ? sk_native_new(d->method, obj, SK_EMPTY) : SK_EMPTY;
}

static SkValue method_repr(SkValue v) {
    Descr *d = (Descr *)sk_ptr(v);
    return sk_str_format("<method '%s' of '%s' objects>", d->method->name, d->type->name);
}
static SkValue method_signature(SkValue v, void *c) {
    (void)c;
    Descr *d = (Descr *)sk_ptr(v);
    return text_signature(d->method, d->method->kind & SK_CLASS_METHOD ? "type" : "self");
}
static const SkGetSetDef method_getset[] = {
    DESCR_COMMON,
    {"__text_signature__", method_signature, NULL, NULL, NULL},
    {0},
};

SkType sk_method_descr_type = {
    SK_TYPE_HEAD(SK_T_METHOD_DESCR, sizeof(Descr), descr_trace, NULL, descr_destroy),
    .name = "method_descriptor",
    .flags = SK_TF_NO_NEW | SK_TF_METHOD_DESCR,
    .call = method_call,
    .descr_get = method_get,
    .repr = method_repr,
    .methods = descr_methods,
    .getset = method_getset,
};

static SkValue classmethod_get(SkValue v, SkValue obj, SkValue type) {
    Descr *d = (Descr *)sk_ptr(v);
    if (sk_is_empty(type)) type = sk_type_value(sk_type_of(obj));
    if (!sk_is_type(type))
        return sk_raise(sk_exc_TypeError, "descriptor '%s' for type '%s' needs a type, not a '%.100T' as arg 2",
                        d->method->name, d->type->name, type);
    if (!sk_is_subtype(sk_as_type(type), d->type))
        return sk_raise(sk_exc_TypeError, "descriptor '%s' requires a subtype of '%s' but received '%.100s'",
                        d->method->name, d->type->name, sk_as_type(type)->name);
    return sk_native_new(d->method, type, SK_EMPTY);
}

static SkValue classmethod_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    Descr *d = (Descr *)sk_ptr(v);
    if (nargs < 1)
        return sk_raise(sk_exc_TypeError, "descriptor '%s' of '%.100s' object needs an argument", d->method->name, d->type->name);
    if (!sk_is_type(args[0]) || !sk_is_subtype(sk_as_type(args[0]), d->type)) {
        if (sk_is_type(args[0]))
            return sk_raise(sk_exc_TypeError, "descriptor '%s' requires a subtype of '%s' but received '%s'", d->method->name,
                            d->type->name, sk_as_type(args[0])->name);
        return sk_raise(sk_exc_TypeError, "descriptor '%s' requires a type but received a '%.100T' instance", d->method->name, args[0]);
    }
    return sk_native_call(d->method, d->sig, args[0], args + 1, nargs - 1, kwnames);
}

SkType sk_classmethod_descr_type = {
    SK_TYPE_HEAD(SK_T_CLASSMETHOD_DESCR, sizeof(Descr), descr_trace, NULL, descr_destroy),
    .name = "classmethod_descriptor",
    .flags = SK_TF_NO_NEW,
    .call = classmethod_call,
    .descr_get = classmethod_get,
    .repr = method_repr,
    .methods = descr_methods,
    .getset = method_getset,
};

// -- getset

bool sk_readonly_member(SkValue self, SkValue value, void *closure) {
    (void)self, (void)value, (void)closure;
    return sk_raise_false(sk_exc_AttributeError, "readonly attribute");
}

SkValue sk_getset_new(SkType *type, const SkGetSetDef *def) {
    bool computed = def->set == sk_readonly_member;
    Descr *d = descr_new(computed ? &sk_member_type : &sk_getset_type, type);
    if (!d) return SK_EMPTY;
    d->getset = def;
    d->computed = computed;
    return sk_counted(d);
}

static SkValue getset_get(SkValue v, SkValue obj, SkValue type) {
    (void)type;
    if (sk_is_empty(obj)) return sk_dup(v);
    Descr *d = (Descr *)sk_ptr(v);
    if (!descr_check(d, obj)) return SK_EMPTY;
    if (!d->getset->get)
        return sk_raise(sk_exc_AttributeError, "attribute '%s' of '%.100s' objects is not readable", d->getset->name, d->type->name);
    return d->getset->get(obj, d->getset->closure);
}

static bool getset_set(SkValue v, SkValue obj, SkValue value) {
    Descr *d = (Descr *)sk_ptr(v);
    if (!descr_check(d, obj)) return false;
    if (!d->getset->set)
        return sk_raise_false(sk_exc_AttributeError, "attribute '%s' of '%.100s' objects is not writable", d->getset->name, d->type->name);
    return d->getset->set(obj, value, d->getset->closure);
}

static SkValue getset_repr(SkValue v) {
    Descr *d = (Descr *)sk_ptr(v);
    return sk_str_format("<attribute '%s' of '%s' objects>", descr_name(d), d->type->name);
}

static const SkGetSetDef getset_getset[] = {DESCR_COMMON, {0}};

SkType sk_getset_type = {
    SK_TYPE_HEAD(SK_T_GETSET, sizeof(Descr), descr_trace, NULL, descr_destroy),
    .name = "getset_descriptor",
    .flags = SK_TF_NO_NEW,
    .descr_get = getset_get,
    .descr_set = getset_set,
    .repr = getset_repr,
    .methods = descr_methods,
    .getset = getset_getset,
};

// -- members

SkValue sk_member_new(SkType *type, const SkMemberDef *def) {
    Descr *d = descr_new(&sk_member_type, type);
    if (!d) return SK_EMPTY;
    d->member = def;
    return sk_counted(d);
}

SkValue sk_slot_member_new(SkType *type, SkValue name, int32_t offset) {
    Descr *d = descr_new(&sk_member_type, type);
    if (!d) return SK_EMPTY;
    SK_AUTO SkValue result = sk_counted(d);
    d->member = &d->slot;
    SkValue interned = sk_intern(sk_retain(name));
    if (sk_is_empty(interned)) return SK_EMPTY;
    sk_slot_init(&d->slot_name, interned);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(interned);
    char *copy = u.text ? sk_strdup(u.text) : NULL;
    if (!copy) return sk_raise_memory();
    d->slot = (SkMemberDef){copy, SK_MEMBER_OBJECT_EX, (uint32_t)offset, false, NULL};
    return sk_move(&result);
}

int32_t sk_member_offset(SkValue v, SkType *t) {
    if (sk_is_empty(v) || !sk_has_index(v, SK_T_MEMBER)) return 0;
    Descr *d = (Descr *)sk_ptr(v);
    if (d->computed || d->member->kind != SK_MEMBER_OBJECT_EX || d->member->readonly || !sk_is_subtype(t, d->type)) return 0;
    return (int32_t)d->member->offset;
}

// A class is named in full here: with its qualified name, and its module unless that is __main__ or builtins.
static SkValue raise_no_member(SkValue obj, const char *name) {
    SkType *t = sk_type_of(obj);
    SK_AUTO SkValue qualname = t->flags & SK_TF_HEAP ? sk_slot_get(&t->head.header, &t->qualname) : SK_EMPTY;
    if (!sk_is_str(qualname)) return sk_raise(sk_exc_AttributeError, "'%T' object has no attribute '%s'", obj, name);
    SK_AUTO SkValue module = sk_own(sk_type_lookup(t, SK_N(__module__)));
    if (!sk_is_str(module) || sk_is(module, SK_N(__main__)) || sk_is(module, SK_N(builtins)))
        return sk_raise(sk_exc_AttributeError, "'%S' object has no attribute '%s'", qualname, name);
    return sk_raise(sk_exc_AttributeError, "'%S.%S' object has no attribute '%s'", module, qualname, name);
}

static SkValue member_get(SkValue v, SkValue obj, SkValue type) {
    Descr *d = (Descr *)sk_ptr(v);
    if (d->computed) return getset_get(v, obj, type);
    if (sk_is_empty(obj)) return sk_dup(v);
    if (!descr_check(d, obj)) return SK_EMPTY;
    SkObject *o = sk_ptr(obj);
    char *at = (char *)o + (int32_t)d->member->offset;
    switch (d->member->kind) {
    case SK_MEMBER_OBJECT:
    case SK_MEMBER_OBJECT_EX: {
        SkValue r = sk_slot_load(o, (SkSlot *)at);
        if (!sk_is_empty(r)) return r;
        if (d->member->kind == SK_MEMBER_OBJECT) return SK_NONE;
        return raise_no_member(obj, d->member->name);
    }
    case SK_MEMBER_INT: return sk_int_from_int64(sk_load_relaxed((_Atomic int32_t *)at));
    case SK_MEMBER_SSIZE: return sk_int_from_int64(sk_load_relaxed((_Atomic int64_t *)at));
    case SK_MEMBER_BOOL: return sk_bool(sk_load_relaxed((_Atomic bool *)at));
    case SK_MEMBER_DOUBLE: return sk_float_new(*(double *)at);
    }
    return SK_NONE;
}

static bool member_set(SkValue v, SkValue obj, SkValue value) {
    Descr *d = (Descr *)sk_ptr(v);
    if (d->computed) return getset_set(v, obj, value);
    if (!descr_check(d, obj)) return false;
    if (d->member->readonly) return sk_raise_false(sk_exc_AttributeError, "readonly attribute");
    SkObject *o = sk_ptr(obj);
    char *at = (char *)o + (int32_t)d->member->offset;
    if (d->member->kind <= SK_MEMBER_OBJECT_EX) {
        SkValue old = sk_slot_swap(o, (SkSlot *)at, sk_retain(value));
        bool was_empty = sk_is_empty(old);
        sk_release(old);
        if (sk_is_empty(value) && was_empty && d->member->kind == SK_MEMBER_OBJECT_EX)
            return sk_raise_false(sk_exc_AttributeError, "%s", d->member->name);
        return true;
    }
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "can't delete numeric/char attribute");
    int64_t i;
    switch (d->member->kind) {
    case SK_MEMBER_BOOL:
        if (!sk_is_bool(value)) return sk_raise_false(sk_exc_TypeError, "attribute value type must be bool");
        sk_store_relaxed((_Atomic bool *)at, sk_is_true(value));
        return true;
    case SK_MEMBER_INT:
        if (!sk_as_int64(value, &i)) return false;
        sk_store_relaxed((_Atomic int32_t *)at, (int32_t)i);
        return true;
    case SK_MEMBER_SSIZE:
        if (!sk_as_int64(value, &i)) return false;
        sk_store_relaxed((_Atomic int64_t *)at, i);
        return true;
    default: return sk_as_double(value, (double *)at);
    }
}

static SkValue member_repr(SkValue v) {
    Descr *d = (Descr *)sk_ptr(v);
    return sk_str_format("<member '%s' of '%s' objects>", descr_name(d), d->type->name);
}

SkType sk_member_type = {
    SK_TYPE_HEAD(SK_T_MEMBER, sizeof(Descr), descr_trace, NULL, descr_destroy),
    .name = "member_descriptor",
    .flags = SK_TF_NO_NEW,
    .descr_get = member_get,
    .descr_set = member_set,
    .repr = member_repr,
    .methods = descr_methods,
    .getset = getset_getset,
};

// ---- `__new__` of built-in types ------------------------------------------------------------------------------------------------------

// The function's self is the type it was made for.
static SkValue native_new(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkType *t = sk_as_type(self);
    if (!t->new_) return sk_raise(sk_exc_TypeError, "cannot create '%s' instances", t->name);
    if (nargs < 1) return sk_raise(sk_exc_TypeError, "%s.__new__(): not enough arguments", t->name);
    if (!sk_is_type(args[0])) return sk_raise(sk_exc_TypeError, "%s.__new__(X): X is not a type object (%.100T)", t->name, args[0]);
    SkType *sub = sk_as_type(args[0]);
    if (!sk_is_subtype(sub, t))
        return sk_raise(sk_exc_TypeError, "%s.__new__(%s): %s is not a subtype of %s", t->name, sub->name, sub->name, t->name);
    SkType *solid = sub;
    while (solid && (solid->flags & SK_TF_HEAP)) solid = solid->base;
    if (solid && solid != t && solid->new_ != t->new_)
        return sk_raise(sk_exc_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", t->name, sub->name, solid->name);
    return t->new_(sub, args + 1, nargs - 1, kwnames);
}

static const SkMethodDef new_def = {
    .name = "__new__", .kind = SK_KW, .kw = native_new, .sig = "(*args, **kwargs)",
    .doc = "Create and return a new object.  See help(type) for accurate signature.",
};

SkValue sk_native_new_new(SkType *type) { return sk_native_new(&new_def, sk_type_value(type), SK_EMPTY); }

bool sk_is_native_new_of(SkValue v, SkType *type) {
    if (!sk_has_index(v, SK_T_NATIVE)) return false;
    SkNative *f = (SkNative *)sk_ptr(v);
    return f->def == &new_def && (!type || sk_is(sk_slot_peek(&f->self), sk_type_value(type)));
}
