// super objects: attribute lookup along the MRO of an object's class, after a given class.
#include "objects/super.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot type;       // the class after which the lookup begins
    SkSlot obj;        // what is bound, or empty
    SkSlot obj_type;   // the class whose MRO is searched, or empty
} SkSuper;

static SkSuper *as_super(SkValue v) { return (SkSuper *)sk_ptr(v); }

static void super_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSuper *s = (SkSuper *)o;
    for (SkSlot *f = &s->type; f <= &s->obj_type; f++) sk_slot_visit(f, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void super_clear(SkObject *o) {
    SkSuper *s = (SkSuper *)o;
    for (SkSlot *f = &s->type; f <= &s->obj_type; f++) sk_slot_set(o, f, SK_EMPTY);
    sk_instance_clear(o);
}

static void super_destroy(SkObject *o) {
    SkSuper *s = (SkSuper *)o;
    for (SkSlot *f = &s->type; f <= &s->obj_type; f++) sk_slot_destroy(o, f);
    sk_instance_free(o, 0);
}

// The class whose MRO is searched: counted, or SK_EMPTY with TypeError.
static SkValue check(SkType *type, SkValue obj) {
    if (sk_is_type(obj) && sk_is_subtype(sk_as_type(obj), type)) return sk_retain(obj);
    SkType *of = sk_type_of(obj);
    if (sk_is_subtype(of, type)) return sk_retain(sk_type_value(of));
    // A proxy may claim another class.
    SkValue claimed = sk_getattr_opt(obj, SK_N(__class__));
    if (sk_is_empty(claimed) && sk_error_occurred()) return SK_EMPTY;
    if (!sk_is_empty(claimed) && sk_is_type(claimed) && sk_as_type(claimed) != of && sk_is_subtype(sk_as_type(claimed), type))
        return claimed;
    sk_release(claimed);
    bool is_type = sk_is_type(obj);
    return sk_raise(sk_exc_TypeError, "super(type, obj): obj (%s %.200N) is not an instance or subtype of type (%.200N).",
                    is_type ? "type" : "instance of", is_type ? sk_as_type(obj) : of, type);
}

// What the classes after `type` in the MRO have under that name: counted, or SK_EMPTY with or without an exception.
static SkValue find(SkType *type, SkType *start, SkValue name) {
    SK_AUTO SkValue mro = sk_slot_get(&start->head.header, &start->mro);
    if (sk_is_empty(mro)) return SK_EMPTY;
    size_t n = sk_tuple_len(mro), i = 0;
    while (i < n && sk_as_type(sk_tuple_peek(mro, i)) != type) i++;
    for (i++; i < n; i++) {
        SkType *t = sk_as_type(sk_tuple_peek(mro, i));
        SkValue v = sk_dict_get(sk_slot_peek(&t->dict), name);
        if (!sk_is_empty(v) || sk_error_occurred()) return v;
    }
    return SK_EMPTY;
}

static SkValue bind(SkValue found, SkValue obj, SkValue start) {
    SkTernaryFn get = sk_type_of(found)->descr_get;
    if (!get) return found;
    SkValue r = sk_own(get(found, sk_is(obj, start) ? SK_EMPTY : obj, start));
    sk_release(found);
    return r;
}

static SkValue super_getattr(SkValue self, SkValue name) {
    SkSuper *s = as_super(self);
    SK_AUTO SkValue start = sk_slot_get(sk_ptr(self), &s->obj_type);
    // super().__class__ is super itself.
    if (sk_is_empty(start) || sk_str_equals_ascii(name, "__class__")) return sk_generic_getattr(self, name);
    SK_AUTO SkValue type = sk_slot_get(sk_ptr(self), &s->type), obj = sk_slot_get(sk_ptr(self), &s->obj);
    SkValue found = find(sk_as_type(type), sk_as_type(start), name);
    if (!sk_is_empty(found)) return bind(found, obj, start);
    return sk_error_occurred() ? SK_EMPTY : sk_generic_getattr(self, name);
}

static SkValue make(SkType *type, SkValue cls, SkValue obj, SkValue obj_type) {
    SkSuper *s = (SkSuper *)sk_type_alloc(type, 0);
    if (!s) return SK_EMPTY;
    sk_slot_init(&s->type, sk_retain(cls));
    sk_slot_init(&s->obj, sk_retain(obj));
    sk_slot_init(&s->obj_type, sk_retain(obj_type));
    return sk_counted(s);
}

SkValue sk_super_lookup(SkValue cls, SkValue self, SkValue name, bool *is_method) {
    bool may_bind = *is_method;
    *is_method = false;
    if (!sk_is_type(cls)) return sk_raise_bad_argument("super", "argument 1", "a type", cls);
    SK_AUTO SkValue start = check(sk_as_type(cls), self);
    if (sk_is_empty(start)) return SK_EMPTY;
    SkValue found = sk_str_equals_ascii(name, "__class__") ? SK_EMPTY : find(sk_as_type(cls), sk_as_type(start), name);
    if (sk_is_empty(found)) {
        if (sk_error_occurred()) return SK_EMPTY;
        SK_AUTO SkValue object = make(&sk_super_type, cls, self, start);
        return sk_is_empty(object) ? SK_EMPTY : sk_own(sk_generic_getattr(object, name));
    }
    if (may_bind && (sk_type_of(found)->flags & SK_TF_METHOD_DESCR) && !sk_is(self, start)) {
        *is_method = true;
        return found;
    }
    return bind(found, self, start);
}

// ---- super() without arguments ---------------------------------------------------------------------------------------

static bool from_frame(SkValue *cls, SkValue *obj) {
    SK_AUTO SkValue frame = sk_frame_hook ? sk_frame_hook(0) : SK_EMPTY;
    if (sk_is_empty(frame)) return sk_error_occurred() ? false : sk_raise_false(sk_exc_RuntimeError, "super(): no current frame");
    SK_AUTO SkValue code = sk_getattr_s(frame, "f_code");
    SK_AUTO SkValue count = sk_is_empty(code) ? SK_EMPTY : sk_getattr_s(code, "co_argcount");
    SK_AUTO SkValue names = sk_is_empty(count) ? SK_EMPTY : sk_getattr_s(code, "co_varnames");
    SK_AUTO SkValue free = sk_is_empty(names) ? SK_EMPTY : sk_getattr_s(code, "co_freevars");
    SK_AUTO SkValue locals = sk_is_empty(free) ? SK_EMPTY : sk_getattr_s(frame, "f_locals");
    if (sk_is_empty(locals)) return false;
    if (sk_is_small_int(count) && sk_small_int(count) == 0)
        return sk_raise_false(sk_exc_RuntimeError, "super(): no arguments");
    *obj = sk_getitem(locals, sk_tuple_peek(names, 0));
    if (sk_is_empty(*obj)) {
        if (!sk_error_clear_if(sk_exc_KeyError)) return false;
        return sk_raise_false(sk_exc_RuntimeError, "super(): arg[0] deleted");
    }
    int has = sk_contains(free, SK_N(__class__));
    if (has < 0) return false;
    if (!has) return sk_raise_false(sk_exc_RuntimeError, "super(): __class__ cell not found");
    *cls = sk_getitem(locals, SK_N(__class__));
    if (sk_is_empty(*cls)) {
        if (!sk_error_clear_if(sk_exc_KeyError)) return false;
        return sk_raise_false(sk_exc_RuntimeError, "super(): empty __class__ cell");
    }
    return sk_is_type(*cls) || sk_raise_false(sk_exc_RuntimeError, "super(): __class__ is not a type (%T)", *cls);
}

static SkValue super_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static bool super_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("super", kwnames) || !sk_check_nargs("super()", nargs, 0, 2)) return false;
    SK_AUTO SkValue cls = SK_EMPTY, obj = SK_EMPTY;
    if (nargs == 0) {
        if (!from_frame(&cls, &obj)) return false;
    } else {
        if (!sk_is_type(args[0])) {
            sk_raise_bad_argument("super", "argument 1", "a type", args[0]);
            return false;
        }
        cls = sk_retain(args[0]);
        if (nargs == 2 && !sk_is_none(args[1])) obj = sk_retain(args[1]);
    }
    SkValue obj_type = SK_EMPTY;
    if (!sk_is_empty(obj)) {
        obj_type = check(sk_as_type(cls), obj);
        if (sk_is_empty(obj_type)) return false;
    }
    SkSuper *s = as_super(self);
    sk_slot_set(sk_ptr(self), &s->type, sk_move(&cls));
    sk_slot_set(sk_ptr(self), &s->obj, sk_move(&obj));
    sk_slot_set(sk_ptr(self), &s->obj_type, obj_type);
    return true;
}

static SkValue super_descr_get(SkValue self, SkValue obj, SkValue unused) {
    (void)unused;
    SkSuper *s = as_super(self);
    if (sk_is_empty(obj) || sk_is_none(obj) || !sk_is_empty(sk_slot_peek(&s->obj))) return sk_dup(self);
    SK_AUTO SkValue cls = sk_slot_get(sk_ptr(self), &s->type);
    if (sk_is_empty(cls)) return sk_dup(self);
    SkType *type = sk_type_of(self);
    if (type != &sk_super_type) return sk_call2(sk_type_value(type), cls, obj);
    SK_AUTO SkValue obj_type = check(sk_as_type(cls), obj);
    return sk_is_empty(obj_type) ? SK_EMPTY : make(type, cls, obj, obj_type);
}

static SkValue super_repr(SkValue self) {
    SkSuper *s = as_super(self);
    SK_AUTO SkValue cls = sk_slot_get(sk_ptr(self), &s->type), obj_type = sk_slot_get(sk_ptr(self), &s->obj_type);
    const char *name = sk_is_empty(cls) ? "NULL" : sk_as_type(cls)->name;
    if (sk_is_empty(obj_type)) return sk_str_format("<super: <class '%s'>, NULL>", name);
    return sk_str_format("<super: <class '%s'>, <%s object>>", name, sk_as_type(obj_type)->name);
}

static const SkMemberDef members[] = {
    {"__thisclass__", SK_MEMBER_OBJECT, offsetof(SkSuper, type), true, "the class invoking super()"},
    {"__self__", SK_MEMBER_OBJECT, offsetof(SkSuper, obj), true, "the instance invoking super(); may be None"},
    {"__self_class__", SK_MEMBER_OBJECT, offsetof(SkSuper, obj_type), true, "the type of the instance invoking super(); may be None"},
    {0},
};

SkType sk_super_type = {
    SK_TYPE_HEAD(SK_T_SUPER, sizeof(SkSuper), super_trace, super_clear, super_destroy),
    .name = "super", .doc = "Attributes as the classes after a given one in the MRO have them.",
    .flags = SK_TF_BASE, .new_ = super_new, .init = super_init, .repr = super_repr, .getattr = super_getattr,
    .descr_get = super_descr_get, .members = members,
};
