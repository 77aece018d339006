// Python functions.
#include "base/alloc.h"
#include "core/vm/frame.h"
#include "objects/audit.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

// ---- functions ---------------------------------------------------------------------------------------------------

static SkFunction *fn(SkValue v) { return (SkFunction *)sk_ptr(v); }

SkValue sk_function_new(SkValue code_value, SkValue globals) {
    SkCode *code = sk_as_code(code_value);
    SkValue builtins = sk_builtins_of(globals);
    if (sk_is_empty(builtins)) return builtins;
    SkFunction *f = (SkFunction *)sk_container_new(&sk_function_type.head, sizeof *f);
    if (!f) {
        sk_release(builtins);
        return sk_raise_memory();
    }
    sk_slot_init(&f->code, sk_retain(code_value));
    sk_slot_init(&f->globals, sk_retain(globals));
    sk_slot_init(&f->builtins, builtins);
    sk_slot_init(&f->name, sk_retain(sk_slot_peek(&code->name)));
    sk_slot_init(&f->qualname, sk_retain(sk_slot_peek(&code->qualname)));
    if ((code->flags & SK_CO_HAS_DOCSTRING) && code->nconstants) sk_slot_init(&f->doc, sk_retain(sk_slot_peek(&code->constants[0])));
    SkValue module = sk_dict_get(globals, SK_N(__name__));
    if (sk_is_empty(module)) sk_error_clear();
    sk_slot_init(&f->module, module);
    return sk_counted(f);
}

#define SLOTS(f) \
    {&(f)->code, &(f)->globals, &(f)->builtins, &(f)->closure, &(f)->defaults, &(f)->kwdefaults, &(f)->name, &(f)->qualname, \
     &(f)->module, &(f)->doc, &(f)->annotations, &(f)->annotate, &(f)->type_params}

static void function_trace(SkObject *o, SkVisit visit, void *arg) {
    SkFunction *f = (SkFunction *)o;
    SkSlot *slots[] = SLOTS(f);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
    sk_instance_part_trace(o, &sk_function_type, visit, arg);
}

static void function_clear(SkObject *o) {
    SkFunction *f = (SkFunction *)o;
    SkSlot *slots[] = {&f->closure, &f->defaults, &f->kwdefaults, &f->annotations, &f->annotate, &f->type_params, &f->doc};
    for (size_t i = 1; i < SK_COUNT_OF(slots); i++) sk_slot_set(o, slots[i], SK_EMPTY);
    sk_instance_part_clear(o, &sk_function_type);
}

static void function_destroy(SkObject *o) {
    SkFunction *f = (SkFunction *)o;
    SkSlot *slots[] = SLOTS(f);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_instance_part_destroy(o, &sk_function_type);
    sk_object_free(o, sizeof *f);
}

static SkValue function_repr(SkValue v) { return sk_str_format("<function %S at %p>", sk_slot_peek(&fn(v)->qualname), (void *)sk_ptr(v)); }

static SkValue function_get(SkValue v, SkValue obj, SkValue type) {
    (void)type;
    return sk_is_empty(obj) ? sk_dup(v) : sk_method_new(v, obj);
}

// A field that may be empty, read as None.
static SkValue slot_or_none(SkValue v, SkSlot *s) {
    SkValue r = sk_slot_load(sk_ptr(v), s);
    return sk_is_empty(r) ? SK_NONE : r;
}

#define FIELD(name, field) \
    static SkValue get_##name(SkValue v, void *c) { (void)c; return slot_or_none(v, &fn(v)->field); }
FIELD(code, code)
FIELD(defaults, defaults)
FIELD(kwdefaults, kwdefaults)
FIELD(name, name)
FIELD(qualname, qualname)
FIELD(module, module)
FIELD(doc, doc)

static bool set_code(SkValue v, SkValue value, void *c) {
    (void)c;
    if (!sk_has_index(value, SK_T_CODE)) return sk_raise_false(sk_exc_TypeError, "__code__ must be set to a code object");
    SkValue closure = sk_slot_peek(&fn(v)->closure);
    size_t have = sk_is_empty(closure) || sk_is_none(closure) ? 0 : sk_tuple_len(closure), want = sk_as_code(value)->nfree;
    if (have != want)
        return sk_raise_false(sk_exc_ValueError, "%S() requires a code object with %zu free vars, not %zu", sk_slot_peek(&fn(v)->name), have, want);
    uint32_t kinds = SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR;
    uint32_t now = sk_as_code(sk_slot_peek(&fn(v)->code))->flags & kinds, then = sk_as_code(value)->flags & kinds;
    if (now != then && !sk_warn(sk_exc_DeprecationWarning, 1,
                                "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)"))
        return false;
    // A frame may be running the old code: it stays.
    SkValue old = sk_slot_swap(sk_ptr(v), &fn(v)->code, sk_retain(value));
    sk_make_immortal(sk_ptr(old));
    return true;
}

static bool set_defaults(SkValue v, SkValue value, void *c) {
    (void)c;
    if (sk_is_none(value)) value = SK_EMPTY;
    if (!sk_is_empty(value) && !sk_is_tuple(value)) return sk_raise_false(sk_exc_TypeError, "__defaults__ must be set to a tuple object");
    sk_slot_set(sk_ptr(v), &fn(v)->defaults, sk_retain(value));
    return true;
}
static bool set_kwdefaults(SkValue v, SkValue value, void *c) {
    (void)c;
    if (sk_is_none(value)) value = SK_EMPTY;
    if (!sk_is_empty(value) && !sk_is_dict(value)) return sk_raise_false(sk_exc_TypeError, "__kwdefaults__ must be set to a dict object");
    sk_slot_set(sk_ptr(v), &fn(v)->kwdefaults, sk_retain(value));
    return true;
}
static bool set_name(SkValue v, SkValue value, void *c) {
    (void)c;
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "__name__ must be set to a string object");
    sk_slot_set(sk_ptr(v), &fn(v)->name, sk_retain(value));
    return true;
}
static bool set_qualname(SkValue v, SkValue value, void *c) {
    (void)c;
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "__qualname__ must be set to a string object");
    sk_slot_set(sk_ptr(v), &fn(v)->qualname, sk_retain(value));
    return true;
}
static bool set_module(SkValue v, SkValue value, void *c) {
    (void)c;
    sk_slot_set(sk_ptr(v), &fn(v)->module, sk_is_empty(value) ? SK_NONE : sk_retain(value));
    return true;
}
static bool set_doc(SkValue v, SkValue value, void *c) {
    (void)c;
    sk_slot_set(sk_ptr(v), &fn(v)->doc, sk_is_empty(value) ? SK_NONE : sk_retain(value));
    return true;
}

static SkValue get_annotations(SkValue v, void *c) {
    (void)c;
    SkFunction *f = fn(v);
    SkValue a = sk_slot_load(&f->header, &f->annotations);
    if (!sk_is_empty(a)) return a;
    SK_AUTO SkValue annotate = sk_slot_get(&f->header, &f->annotate);
    SkValue made = sk_is_empty(annotate) || sk_is_none(annotate) ? sk_dict_new() : sk_call1(annotate, sk_from_small_int(1));
    if (sk_is_empty(made)) return made;
    if (!sk_is_dict(made)) {
        sk_raise(sk_exc_TypeError, "__annotate__ returned non-dict of type '%.100T'", made);
        sk_release(made);
        return SK_EMPTY;
    }
    sk_slot_set(&f->header, &f->annotations, sk_retain(made));
    return made;
}
static bool set_annotations(SkValue v, SkValue value, void *c) {
    (void)c;
    if (sk_is_none(value)) value = SK_EMPTY;
    if (!sk_is_empty(value) && !sk_is_dict(value)) return sk_raise_false(sk_exc_TypeError, "__annotations__ must be set to a dict object");
    sk_slot_set(sk_ptr(v), &fn(v)->annotations, sk_retain(value));
    sk_slot_set(sk_ptr(v), &fn(v)->annotate, SK_EMPTY);
    return true;
}
FIELD(annotate, annotate)
static bool set_annotate(SkValue v, SkValue value, void *c) {
    (void)c;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "__annotate__ cannot be deleted");
    if (!sk_is_none(value) && !sk_is_callable(value)) return sk_raise_false(sk_exc_TypeError, "__annotate__ must be callable or None");
    sk_slot_set(sk_ptr(v), &fn(v)->annotate, sk_retain(value));
    if (!sk_is_none(value)) sk_slot_set(sk_ptr(v), &fn(v)->annotations, SK_EMPTY);
    return true;
}
static SkValue get_type_params(SkValue v, void *c) {
    (void)c;
    SkValue r = sk_slot_load(sk_ptr(v), &fn(v)->type_params);
    return sk_is_empty(r) ? sk_empty_tuple() : r;
}
static bool set_type_params(SkValue v, SkValue value, void *c) {
    (void)c;
    if (!sk_is_tuple(value)) return sk_raise_false(sk_exc_TypeError, "__type_params__ must be set to a tuple");
    sk_slot_set(sk_ptr(v), &fn(v)->type_params, sk_retain(value));
    return true;
}

static bool set_dict(SkValue v, SkValue value, void *c) {
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete __dict__");
    return sk_set_dict_attr(v, value, c);
}

static const SkGetSetDef function_getset[] = {
    {"__code__", get_code, set_code, NULL, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL, NULL},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, NULL, NULL},
    {"__name__", get_name, set_name, NULL, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL, NULL},
    {"__module__", get_module, set_module, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__annotate__", get_annotate, set_annotate, NULL, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL, NULL},
    {"__dict__", sk_get_dict_attr, set_dict, NULL, NULL},
    {0},
};

static const SkMemberDef function_members[] = {
    {"__globals__", SK_MEMBER_OBJECT, offsetof(SkFunction, globals), true, NULL},
    {"__builtins__", SK_MEMBER_OBJECT, offsetof(SkFunction, builtins), true, NULL},
    {"__closure__", SK_MEMBER_OBJECT, offsetof(SkFunction, closure), true, NULL},
    {0},
};

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
static SkValue function_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)t;
    static _Atomic(SkSig *) sig;
    SkValue a[6];
    if (!sk_bind("function", "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)", &sig, args, nargs, kwnames, a))
        return SK_EMPTY;
    if (!sk_has_index(a[0], SK_T_CODE)) return sk_raise(sk_exc_TypeError, "function() argument 'code' must be code, not %O", a[0]);
    if (!sk_is_dict(a[1])) return sk_raise(sk_exc_TypeError, "function() argument 'globals' must be dict, not %O", a[1]);
    if (!sk_is_empty(a[2]) && !sk_is_none(a[2]) && !sk_is_str(a[2])) return sk_raise(sk_exc_TypeError, "arg 3 (name) must be None or string");
    if (!sk_is_empty(a[3]) && !sk_is_none(a[3]) && !sk_is_tuple(a[3])) return sk_raise(sk_exc_TypeError, "arg 4 (defaults) must be None or tuple");
    size_t nfree = sk_as_code(a[0])->nfree;
    bool no_closure = sk_is_empty(a[4]) || sk_is_none(a[4]);
    if (!no_closure && !sk_is_tuple(a[4])) return sk_raise(sk_exc_TypeError, "arg 5 (closure) must be tuple");
    if (no_closure && nfree) return sk_raise(sk_exc_TypeError, "arg 5 (closure) must be tuple");
    if (!no_closure && sk_tuple_len(a[4]) != nfree)
        return sk_raise(sk_exc_ValueError, "%S requires closure of length %zu, not %zu", sk_slot_peek(&sk_as_code(a[0])->name), nfree, sk_tuple_len(a[4]));
    for (size_t i = 0; !no_closure && i < nfree; i++)
        if (!sk_has_index(sk_tuple_peek(a[4], i), SK_T_CELL))
            return sk_raise(sk_exc_TypeError, "arg 5 (closure) expected cell, found %T", sk_tuple_peek(a[4], i));
    if (!sk_audit("function.__new__", a[0])) return SK_EMPTY;
    SkValue v = sk_function_new(a[0], a[1]);
    if (sk_is_empty(v)) return v;
    if (!sk_is_empty(a[2]) && !sk_is_none(a[2])) sk_slot_set(sk_ptr(v), &fn(v)->name, sk_retain(a[2]));
    if (!sk_is_empty(a[3]) && !sk_is_none(a[3])) sk_slot_set(sk_ptr(v), &fn(v)->defaults, sk_retain(a[3]));
    if (!no_closure && nfree) sk_slot_set(sk_ptr(v), &fn(v)->closure, sk_retain(a[4]));
    if (!sk_is_empty(a[5]) && !sk_is_none(a[5])) sk_slot_set(sk_ptr(v), &fn(v)->kwdefaults, sk_retain(a[5]));
    return v;
}

SkType sk_function_type = {
    SK_TYPE_HEAD(SK_T_FUNCTION, sizeof(SkFunction), function_trace, function_clear, function_destroy),
    .name = "function",
    .doc = "function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)\n--\n\n"
           "Create a function object.",
    .flags = SK_TF_METHOD_DESCR | SK_TF_WEAKREF | SK_TF_HAS_DICT,
    .shape_offset = offsetof(SkFunction, instance),
    .new_ = function_new,
    .call = sk_function_call,
    .repr = function_repr,
    .descr_get = function_get,
    .getset = function_getset,
    .members = function_members,
};
