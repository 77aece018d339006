// _ctypes: CFuncPtr: functions of C as Python objects, their prototypes, and parameter flags.
#include <string.h>

#include "base/alloc.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkCFunction *as_function(SkValue v) { return (SkCFunction *)sk_ptr(v); }

// ---- classes ------------------------------------------------------------------------------------------------------------------

static bool read_checker(SkValue restype, SkValue *checker) {
    *checker = sk_is_none(restype) ? SK_EMPTY : sk_getattr_opt_s(restype, "_check_retval_");
    return !sk_is_empty(*checker) || !sk_error_occurred();
}

static bool read_prototype(SkType *t, SkCInfo *info) {
    SK_AUTO SkValue flags = sk_c_class_attr(t, "_flags_");
    int64_t n;
    if (sk_is_empty(flags) || !sk_is_int(flags) || !sk_int_fits_int64(flags, &n))
        return sk_raise_false(sk_exc_TypeError, "class must define _flags_ which must be an integer");
    info->flags = (uint32_t)n;
    SK_AUTO SkValue argtypes = sk_c_class_attr(t, "_argtypes_");
    if (sk_is_empty(argtypes) && sk_error_occurred()) return false;
    if (!sk_is_empty(argtypes)) {
        if (!sk_is_sequence(argtypes)) return sk_raise_false(sk_exc_TypeError, "_argtypes_ must be a sequence of types");
        info->argtypes = sk_to_tuple(argtypes);
        if (sk_is_empty(info->argtypes)) return false;
        size_t count = sk_tuple_len(info->argtypes);
        if (count > SK_C_MAX_ARGUMENTS)
            return sk_raise_false(sk_as_type(sk_c_argument_error), "_argtypes_ has too many arguments (%zu), maximum is %d", count, SK_C_MAX_ARGUMENTS);
        if (!sk_c_converters(info->argtypes, &info->converters)) return false;
    }
    SkValue restype = sk_c_class_attr(t, "_restype_");
    if (sk_is_empty(restype)) return !sk_error_occurred();
    info->restype = restype;
    if (!sk_is_none(restype) && !sk_c_info_of_value(restype) && !sk_is_callable(restype))
        return sk_raise_false(sk_exc_TypeError, "_restype_ must be a type, a callable, or None");
    return read_checker(restype, &info->checker);
}

static bool meta_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_c_init_class(self, args, nargs, kwnames)) return false;
    SkType *t = sk_as_type(self);
    SkCInfo *info = sk_c_info_new(SK_C_FUNCTION);
    if (!info) return false;
    info->size = sizeof(void *);
    info->align = _Alignof(void *);
    info->length = 1;
    info->is_pointer = true;
    info->ffi = ffi_type_pointer;
    if ((info->format = sk_c_text("X{}")) && read_prototype(t, info) && sk_c_info_publish(t, info)) return true;
    sk_release(info->argtypes);
    sk_release(info->converters);
    sk_release(info->restype);
    sk_c_info_free(info);
    return false;
}

SkType sk_c_function_meta = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL}, .basic_size = sizeof(SkType)},
    .name = "_ctypes.PyCFuncPtrType",
    .doc = "metatype for C function pointers",
    .flags = SK_TF_BASE,
    .base = &sk_c_meta,
    .init = meta_init,
};

// ---- the prototype of one function ----------------------------------------------------------------------------------------------------

// Each slot holds a pair which is replaced whole, so a call sees a checker that belongs to its result type.
static void set_slot(SkCFunction *f, SkSlot *slot, SkValue v) {
    sk_or_relaxed(&f->data.header.tl, SK_SHARED);
    sk_slot_set(&f->data.header, slot, v);
}

static SkValue get_argtypes(SkValue self, void *c) {
    (void)c;
    SK_AUTO SkValue own = sk_slot_get(sk_ptr(self), &as_function(self)->prototype);
    if (!sk_is_empty(own)) return sk_retain(sk_tuple_peek(own, 0));
    SkValue v = sk_c_info(sk_type_of(self))->argtypes;
    return sk_is_empty(v) ? SK_NONE : sk_dup(v);
}

static bool set_argtypes(SkValue self, SkValue v, void *c) {
    (void)c;
    SK_AUTO SkValue pair = SK_EMPTY;
    if (!sk_is_empty(v) && !sk_is_none(v)) {
        if (!sk_is_sequence(v)) return sk_raise_false(sk_exc_TypeError, "_argtypes_ must be a sequence of types");
        SK_AUTO SkValue types = sk_to_tuple(v);
        SK_AUTO SkValue converters = SK_EMPTY;
        if (sk_is_empty(types) || !sk_c_converters(types, &converters)) return false;
        if (sk_is_empty(pair = sk_tuple_pack(2, types, converters))) return false;
    }
    set_slot(as_function(self), &as_function(self)->prototype, sk_move(&pair));
    return true;
}

static SkValue get_restype(SkValue self, void *c) {
    (void)c;
    SK_AUTO SkValue own = sk_slot_get(sk_ptr(self), &as_function(self)->restype);
    if (!sk_is_empty(own)) return sk_retain(sk_tuple_peek(own, 0));
    SkValue v = sk_c_info(sk_type_of(self))->restype;
    return sk_is_empty(v) ? SK_NONE : sk_dup(v);
}

static bool set_restype(SkValue self, SkValue v, void *c) {
    (void)c;
    SK_AUTO SkValue pair = SK_EMPTY;
    if (!sk_is_empty(v)) {
        if (!sk_is_none(v) && !sk_c_info_of_value(v) && !sk_is_callable(v))
            return sk_raise_false(sk_exc_TypeError, "restype must be a type, a callable, or None");
        SK_AUTO SkValue checker = SK_EMPTY;
        if (!read_checker(v, &checker) || sk_is_empty(pair = sk_tuple_pack(2, v, sk_is_empty(checker) ? SK_NONE : checker))) return false;
    }
    set_slot(as_function(self), &as_function(self)->restype, sk_move(&pair));
    return true;
}

static SkValue get_errcheck(SkValue self, void *c) {
    (void)c;
    SkValue v = sk_slot_load(sk_ptr(self), &as_function(self)->errcheck);
    return sk_is_empty(v) ? SK_NONE : v;
}

static bool set_errcheck(SkValue self, SkValue v, void *c) {
    (void)c;
    if (!sk_is_empty(v) && !sk_is_callable(v)) return sk_raise_false(sk_exc_TypeError, "the errcheck attribute must be callable");
    set_slot(as_function(self), &as_function(self)->errcheck, sk_is_empty(v) ? v : sk_retain(v));
    return true;
}

static const SkGetSetDef function_getset[] = {
    {"errcheck", get_errcheck, set_errcheck, "a function to check for errors", NULL},
    {"restype", get_restype, set_restype, "specify the result type", NULL},
    {"argtypes", get_argtypes, set_argtypes, "specify the argument types", NULL},
    {0},
};

// ---- parameter flags --------------------------------------------------------------------------------------------------------------------

enum { FLAG_IN = 1, FLAG_OUT = 2, FLAG_LCID = 4, FLAG_MASK = 7 };

typedef struct {
    int64_t flag;
    SkValue name, value;   // empty where not given; of the tuple
} Param;

static bool read_param(SkValue paramflags, size_t i, Param *p) {
    SkValue item = sk_tuple_peek(paramflags, i);
    size_t n = sk_is_tuple(item) ? sk_tuple_len(item) : 0;
    *p = (Param){.name = SK_EMPTY, .value = SK_EMPTY};
    bool ok = n >= 1 && n <= 3 && sk_is_int(sk_tuple_peek(item, 0)) && sk_int_fits_int64(sk_tuple_peek(item, 0), &p->flag);
    if (ok && n >= 2) {
        p->name = sk_tuple_peek(item, 1);
        ok = sk_is_str(p->name) || sk_is_none(p->name);
        if (sk_is_none(p->name)) p->name = SK_EMPTY;
    }
    if (n == 3) p->value = sk_tuple_peek(item, 2);
    return ok || sk_raise_false(sk_exc_TypeError, "paramflags must be a sequence of (int [,string [,value]]) tuples");
}

static bool check_out_type(SkValue type, size_t position) {
    SkCInfo *info = sk_c_info_of_value(type);
    if (info && (info->kind == SK_C_POINTER || info->kind == SK_C_ARRAY)) return true;
    if (info && info->kind == SK_C_SIMPLE && info->place.code->kind >= SK_CK_STRING && info->place.code->kind <= SK_CK_POINTER) return true;
    return sk_raise_false(sk_exc_TypeError, "'out' parameter %zu must be a pointer type, not %s", position,
                          sk_is_type(type) ? sk_as_type(type)->name : sk_c_name(sk_type_of(type)));
}

static bool check_paramflags(SkCInfo *info, SkValue paramflags) {
    if (sk_is_empty(info->argtypes)) return true;
    if (!sk_is_tuple(paramflags)) return sk_raise_false(sk_exc_TypeError, "paramflags must be a tuple or None");
    size_t n = sk_tuple_len(paramflags);
    if (n != sk_tuple_len(info->argtypes)) return sk_raise_false(sk_exc_ValueError, "paramflags must have the same length as argtypes");
    for (size_t i = 0; i < n; i++) {
        Param p;
        if (!read_param(paramflags, i, &p)) return false;
        switch (p.flag & FLAG_MASK) {
        case 0:
        case FLAG_IN:
        case FLAG_IN | FLAG_LCID:
        case FLAG_IN | FLAG_OUT: break;
        case FLAG_OUT:
            if (!check_out_type(sk_tuple_peek(info->argtypes, i), i + 1)) return false;
            break;
        default: return sk_raise_false(sk_exc_TypeError, "paramflag value %lld not supported", (long long)p.flag);
        }
    }
    return true;
}

typedef struct {
    const SkValue *args;
    size_t nargs, used;
    SkValue kwnames;
} Given;

static size_t keywords(SkValue kwnames) { return sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames); }

// The argument for a parameter: counted.
static SkValue take(Given *g, const Param *p) {
    if (g->used < g->nargs) return sk_retain(g->args[g->used++]);
    for (size_t k = 0; !sk_is_empty(p->name) && k < keywords(g->kwnames); k++) {
        if (!sk_str_equal(sk_tuple_peek(g->kwnames, k), p->name)) continue;
        g->used++;
        return sk_retain(g->args[g->nargs + k]);
    }
    if (!sk_is_empty(p->value)) return sk_retain(p->value);
    if (!sk_is_empty(p->name)) return sk_raise(sk_exc_TypeError, "required argument '%S' missing", p->name);
    return sk_raise(sk_exc_TypeError, "not enough arguments");
}

// What an out parameter points to.
static SkValue make_out(SkValue type) {
    SkCInfo *info = sk_c_info_of_value(type);
    if (info && info->kind == SK_C_ARRAY) return sk_call0(type);
    if (info && info->kind == SK_C_POINTER && info->item) return sk_call0(sk_type_value(info->item));
    return sk_raise(sk_exc_TypeError, "%s 'out' parameter must be passed as default value", sk_is_type(type) ? sk_as_type(type)->name : "?");
}

typedef struct {
    SkValue args;           // tuple: what is passed
    uint64_t out, in_out;   // by position: which of them are results
    size_t results;
} Arranged;

static bool arrange(SkValue argtypes, SkValue paramflags, Given *g, Arranged *a) {
    size_t n = sk_tuple_len(argtypes);
    if (n > 64) return sk_raise_false(sk_exc_ValueError, "too many parameters for paramflags");
    SK_AUTO SkValue args = SK_EMPTY;
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return false;
    args = sk_counted(t);
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, SK_NONE);
    for (size_t i = 0; i < n; i++) {
        Param p;
        if (!read_param(paramflags, i, &p)) return false;
        SkValue v;
        switch (p.flag & FLAG_MASK) {
        case FLAG_IN | FLAG_LCID: v = sk_is_empty(p.value) ? sk_from_small_int(0) : sk_retain(p.value); break;
        case FLAG_IN | FLAG_OUT:
            a->in_out |= UINT64_C(1) << i;
            a->results++;
            v = take(g, &p);
            break;
        case 0:
        case FLAG_IN: v = take(g, &p); break;
        default:
            a->out |= UINT64_C(1) << i;
            a->results++;
            v = sk_is_empty(p.value) ? make_out(sk_tuple_peek(argtypes, i)) : sk_retain(p.value);
        }
        if (sk_is_empty(v)) return false;
        sk_tuple_init(t, i, v);
    }
    size_t given = g->nargs + keywords(g->kwnames);
    if (given != g->used) return sk_raise_false(sk_exc_TypeError, "call takes exactly %zu arguments (%zu given)", g->used, given);
    a->args = sk_move(&args);
    return true;
}

// The results among the arguments instead of the function's own.
static SkValue collect(const Arranged *a, SkValue result_) {
    SK_AUTO SkValue result = result_;
    if (!a->results || sk_is_empty(result)) return sk_move(&result);
    SK_AUTO SkValue all = SK_EMPTY;
    SkTuple *t = sk_tuple_alloc(a->results);
    if (!t) return SK_EMPTY;
    all = sk_counted(t);
    for (size_t k = 0; k < a->results; k++) sk_tuple_init(t, k, SK_NONE);
    for (size_t i = 0, k = 0; k < a->results; i++) {
        uint64_t bit = UINT64_C(1) << i;
        if (!((a->out | a->in_out) & bit)) continue;
        SkValue arg = sk_tuple_peek(a->args, i);
        SkValue v = a->in_out & bit ? sk_retain(arg) : sk_call_method_s(arg, "__ctypes_from_outparam__", NULL, 0);
        if (sk_is_empty(v)) return SK_EMPTY;
        if (a->results == 1) return v;
        sk_tuple_init(t, k++, v);
    }
    return sk_move(&all);
}

// ---- calling ------------------------------------------------------------------------------------------------------------------------------

static bool check_count(uint32_t flags, size_t required, size_t given) {
    bool cdecl = flags & SK_C_FLAG_CDECL;
    if (cdecl ? required <= given : required == given) return true;
    return sk_raise_false(sk_exc_TypeError, "this function takes %s%zu argument%s (%zu given)", cdecl ? "at least " : "", required,
                          required == 1 ? "" : "s", given);
}

// errcheck's answer; the arguments themselves mean: go on. Counted.
static SkValue check_result(SkValue errcheck, SkValue self, SkValue result, SkValue args, bool *go_on) {
    SkValue v = sk_call3(errcheck, result, self, args);
    *go_on = !sk_is_empty(v) && sk_is(v, args);
    return v;
}

static SkValue call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkCFunction *f = as_function(self);
    SkCInfo *info = sk_c_info(sk_type_of(self));
    SkObject *o = sk_ptr(self);
    SK_AUTO SkValue prototype = sk_slot_get(o, &f->prototype);
    SK_AUTO SkValue result_type = sk_slot_get(o, &f->restype);
    SK_AUTO SkValue errcheck = sk_slot_get(o, &f->errcheck);
    bool own = !sk_is_empty(prototype);
    SkCCall c = {.flags = info->flags, .converters = own ? sk_tuple_peek(prototype, 1) : info->converters, .restype = info->restype, .checker = info->checker};
    if (!sk_is_empty(result_type)) {
        c.restype = sk_tuple_peek(result_type, 0);
        c.checker = sk_is_none(sk_tuple_peek(result_type, 1)) ? SK_EMPTY : sk_tuple_peek(result_type, 1);
    }
    void *code = sk_c_pointer_at(sk_c_memory(&f->data));
    if (!code) return sk_raise(sk_exc_ValueError, "NULL function pointer called");
    c.function = (void (*)(void))(uintptr_t)code;

    SkValue argtypes = own ? sk_tuple_peek(prototype, 0) : info->argtypes, paramflags = sk_slot_peek(&f->paramflags);
    Arranged a = {.args = SK_EMPTY};
    Given given = {args, nargs, 0, kwnames};
    bool arranged = !sk_is_empty(paramflags) && !sk_is_empty(argtypes);
    if (arranged && !arrange(argtypes, paramflags, &given, &a)) return SK_EMPTY;
    if (!arranged && !sk_is_empty(errcheck) && sk_is_empty(a.args = sk_tuple_from(args, nargs))) return SK_EMPTY;
    SK_AUTO SkValue keep = a.args;
    size_t n = arranged ? sk_tuple_len(a.args) : nargs;
    if (!sk_is_empty(c.converters) && !check_count(info->flags, sk_tuple_len(c.converters), n)) return SK_EMPTY;
    SkValue items[64];
    for (size_t i = 0; arranged && i < n; i++) items[i] = sk_tuple_peek(a.args, i);
    SkValue result = sk_own(sk_c_call(&c, arranged ? items : args, n));
    if (!sk_is_empty(result) && !sk_is_empty(errcheck)) {
        bool go_on;
        SkValue answer = check_result(errcheck, self, result, a.args, &go_on);
        if (!go_on) {
            sk_release(result);
            return answer;
        }
        sk_release(answer);
    }
    return arranged ? collect(&a, result) : result;
}

// ---- making -------------------------------------------------------------------------------------------------------------------------------

static SkValue at_address(SkType *t, void *code) {
    SkCData *d = sk_c_data_new(t);
    if (!d) return SK_EMPTY;
    sk_c_copy(sk_c_memory(d), &code, sizeof code);
    return sk_counted(d);
}

// (name, library), paramflags
static SkValue from_library(SkType *t, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("CFuncPtr", nargs, 1, 2)) return SK_EMPTY;
    if (sk_tuple_len(args[0]) != 2) return sk_raise(sk_exc_TypeError, "illegal func_spec argument");
    SkValue name = sk_tuple_peek(args[0], 0), library = sk_tuple_peek(args[0], 1), paramflags = nargs == 2 ? args[1] : SK_NONE;
    if (!sk_is_str(name) && !sk_is_bytes(name)) return sk_raise(sk_exc_TypeError, "function name must be string, bytes object or integer");
    if (!sk_audit("ctypes.dlsym", library, name)) return SK_EMPTY;
    SK_AUTO SkValue handle = sk_getattr_s(library, "_handle");
    if (sk_is_empty(handle)) return SK_EMPTY;
    if (!sk_is_int(handle)) return sk_raise(sk_exc_TypeError, "the _handle attribute of the second argument must be an integer");
    bool ok;
    uint64_t number = sk_as_uint64_mask(handle, &ok);
    SkCInfo *info = ok ? sk_c_info_final(t) : NULL;
    if (!info) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 text = sk_is_str(name) ? sk_str_utf8(name) : (SkUtf8){.text = sk_as_bytes(name)->data};
    void *code = text.text ? sk_c_symbol((void *)(uintptr_t)number, text.text, sk_exc_AttributeError) : NULL;
    if (!code) {
        bool api = (info->flags & SK_C_FLAG_PYTHONAPI) && text.text && (!strncmp(text.text, "Py", 2) || !strncmp(text.text, "_Py", 3));
        return api ? sk_raise(sk_exc_AttributeError, "%s: this runtime has no C API", text.text) : SK_EMPTY;
    }
    if (!sk_is_none(paramflags) && !check_paramflags(info, paramflags)) return SK_EMPTY;
    SK_AUTO SkValue v = at_address(t, code);
    if (sk_is_empty(v) || !sk_c_keep(sk_c_data(v), 0, sk_retain(library))) return SK_EMPTY;
    if (!sk_is_none(paramflags)) sk_slot_init(&as_function(v)->paramflags, sk_retain(paramflags));
    return sk_move(&v);
}

static SkValue from_callable(SkType *t, SkValue callable) {
    SkCInfo *info = sk_c_info_final(t);
    if (!info) return SK_EMPTY;
    if (sk_is_empty(info->argtypes)) return sk_raise(sk_exc_TypeError, "cannot construct instance of this class: no argtypes");
    void *code;
    SK_AUTO SkValue callback = sk_c_callback_new(callable, info, &code);
    SK_AUTO SkValue v = sk_is_empty(callback) ? SK_EMPTY : at_address(t, code);
    if (sk_is_empty(v)) return SK_EMPTY;
    return sk_c_keep(sk_c_data(v), 0, sk_move(&callback)) ? sk_move(&v) : SK_EMPTY;
}

static SkValue make(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)kwnames;
    if (nargs == 0) return sk_c_data_make(t, args, nargs, kwnames);
    if (sk_is_tuple(args[0])) return from_library(t, args, nargs);
    if (nargs == 1 && sk_is_int(args[0])) {
        bool ok;
        uint64_t n = sk_as_uint64_mask(args[0], &ok);
        return ok ? at_address(t, (void *)(uintptr_t)n) : SK_EMPTY;
    }
    if (nargs != 1) return sk_raise(sk_exc_TypeError, "function takes exactly 1 argument (%zu given)", nargs);
    if (!sk_is_callable(args[0])) return sk_raise(sk_exc_TypeError, "argument must be callable or integer function address");
    return from_callable(t, args[0]);
}

// ---- the type -----------------------------------------------------------------------------------------------------------------------------

static void function_trace(SkObject *o, SkVisit visit, void *arg) {
    SkCFunction *f = (SkCFunction *)o;
    SkSlot *slots[] = {&f->prototype, &f->restype, &f->errcheck, &f->paramflags};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
    sk_c_data_trace(o, visit, arg);
}

static void function_clear(SkObject *o) {
    SkCFunction *f = (SkCFunction *)o;
    SkSlot *slots[] = {&f->prototype, &f->restype, &f->errcheck};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_set(o, slots[i], SK_EMPTY);
    sk_c_data_clear(o);
}

static void function_destroy(SkObject *o) {
    SkCFunction *f = (SkCFunction *)o;
    SkSlot *slots[] = {&f->prototype, &f->restype, &f->errcheck, &f->paramflags};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_c_data_destroy(o);
}

static SkValue repr(SkValue self) { return sk_str_format("<%s object at %p>", sk_type_of(self)->name, (void *)sk_ptr(self)); }

static int truth(SkValue self) { return sk_c_pointer_at(sk_c_memory(sk_c_data(self))) != NULL; }

SkType sk_c_function_type = {
    SK_TYPE_HEAD(0, sizeof(SkCFunction), function_trace, function_clear, function_destroy),
    .name = "_ctypes.CFuncPtr",
    .doc = "Function Pointer",
    .flags = SK_TF_BASE,
    .base = &sk_c_data_type,
    .new_ = make,
    .call = call,
    .repr = repr,
    .number = {.bool_ = truth},
    .getset = function_getset,
};
