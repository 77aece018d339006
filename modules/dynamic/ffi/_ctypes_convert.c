// _ctypes: Python values as arguments of C functions.
#include <string.h>

#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- cparam -----------------------------------------------------------------------------------------------------------------

static void arg_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkCArg *)o)->object, visit, arg); }
static void arg_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkCArg *)o)->object);
    sk_object_free(o, sizeof(SkCArg));
}

SkCArg *sk_c_arg_new(void) {
    SkCArg *a = (SkCArg *)sk_container_new(&sk_c_arg_type.head, sizeof *a);
    if (!a) sk_raise_memory();
    return a;
}

static SkValue arg_repr(SkValue self) {
    SkCArg *a = (SkCArg *)sk_ptr(self);
    const SkCCode *code = sk_c_code((unsigned char)a->tag);
    if (a->tag == 'c') {
        unsigned char c = (unsigned char)a->value.b;
        bool plain = c >= 32 && c < 127 && c != '\'' && c != '\\';
        return plain ? sk_str_format("<cparam 'c' ('%c')>", c) : sk_str_format("<cparam 'c' ('\\x%02x')>", c);
    }
    if (a->tag == 'P' || a->tag == 'z' || a->tag == 'Z') return sk_str_format("<cparam '%c' (%p)>", a->tag, a->value.p);
    bool shown = code && (code->kind <= SK_CK_UINT || code->kind == SK_CK_FLOAT || code->kind == SK_CK_DOUBLE);
    if (!shown) return sk_str_format("<cparam '%c' at %p>", a->tag, (void *)a);
    SK_AUTO SkValue v = sk_c_load(&(SkCPlace){.code = code}, a->value.bytes);
    return sk_is_empty(v) ? v : sk_str_format("<cparam '%c' (%R)>", a->tag, v);
}

static SkValue arg_object(SkValue self, void *c) {
    (void)c;
    SkValue v = sk_slot_load(sk_ptr(self), &((SkCArg *)sk_ptr(self))->object);
    return sk_is_empty(v) ? SK_NONE : v;
}
static const SkGetSetDef arg_getset[] = {{"_obj", arg_object, sk_readonly_member, "the wrapped object", NULL}, {0}};

SkType sk_c_arg_type = {
    SK_TYPE_HEAD(0, sizeof(SkCArg), arg_trace, NULL, arg_destroy),
    .name = "_ctypes.CArgObject",
    .doc = "An argument for a C function.",
    .flags = SK_TF_NO_NEW,
    .repr = arg_repr,
    .getset = arg_getset,
};

SkValue sk_c_byref(SkValue v, int64_t offset) {
    if (!sk_c_is_data(v)) return sk_raise(sk_exc_TypeError, "byref() argument must be a ctypes instance, not '%T'", v);
    SkCArg *a = sk_c_arg_new();
    if (!a) return SK_EMPTY;
    a->tag = 'P';
    a->ffi = &ffi_type_pointer;
    a->value.p = (void *)((uintptr_t)sk_c_memory(sk_c_data(v)) + (uintptr_t)offset);
    sk_slot_init(&a->object, sk_retain(v));
    return sk_counted(a);
}

// ---- from_param of structures, unions, arrays and functions -------------------------------------------------------------------------

SkValue sk_c_from_param(SkValue cls, SkValue v) {
    int same = sk_is_instance(v, cls);
    if (same) return same > 0 ? sk_dup(v) : SK_EMPTY;
    SkType *t = sk_as_type(cls);
    SkCInfo *info = sk_c_info(t);
    if (sk_c_is_arg(v)) {
        SkValue object = sk_slot_peek(&((SkCArg *)sk_ptr(v))->object);
        if (!sk_is_empty(object) && info && info->item) {
            int fits = sk_is_instance(object, sk_type_value(info->item));
            if (fits) return fits > 0 ? sk_dup(v) : SK_EMPTY;
        }
        return sk_raise(sk_exc_TypeError, "expected %s instance instead of pointer to %s", t->name,
                        sk_is_empty(object) ? "???" : sk_c_name(sk_type_of(object)));
    }
    SK_AUTO SkValue other = sk_getattr_opt_s(v, "_as_parameter_");
    if (!sk_is_empty(other)) {
        if (!sk_enter_recursion(" while processing _as_parameter_")) return SK_EMPTY;
        SkValue result = sk_call_method_s(cls, "from_param", &other, 1);
        sk_leave_recursion();
        return result;
    }
    if (sk_error_occurred()) return SK_EMPTY;
    return sk_raise(sk_exc_TypeError, "expected %s instance instead of %T", t->name, v);
}

// ---- passing ---------------------------------------------------------------------------------------------------------------------

static bool pass_data(SkValue v, SkCInfo *info, SkCPass *out) {
    char *memory = sk_c_memory(sk_c_data(v));
    out->keep = sk_retain(v);
    out->ffi = &info->ffi;
    switch (info->kind) {
    case SK_C_SIMPLE: sk_c_copy(&out->value, memory, info->size); break;
    case SK_C_STRUCT:
    case SK_C_UNION: out->address = memory; break;
    case SK_C_ARRAY: out->value.p = memory; break;
    case SK_C_POINTER:
    case SK_C_FUNCTION: out->value.p = sk_c_pointer_at(memory); break;
    }
    return true;
}

static bool pass_int(SkValue v, SkCPass *out) {
    uint64_t u;
    int64_t i;
    out->ffi = &ffi_type_sint;
    if (sk_int_fits_int64(v, &i)) out->value.i = (int32_t)i;
    else if (sk_int_fits_uint64(v, &u)) out->value.i = (int32_t)u;
    else return sk_raise_false(sk_exc_OverflowError, "int too long to convert");
    return true;
}

bool sk_c_pass(SkValue v, size_t position, SkCPass *out) {
    SkCInfo *info = sk_is_ptr(v) ? sk_c_info(sk_type_of(v)) : NULL;
    if (info) return pass_data(v, info, out);
    if (sk_c_is_arg(v)) {
        SkCArg *a = (SkCArg *)sk_ptr(v);
        out->ffi = a->ffi;
        out->value = a->value;
        out->keep = sk_retain(v);
        return true;
    }
    if (sk_is_int(v)) return pass_int(v, out);
    out->ffi = &ffi_type_pointer;
    if (sk_is_none(v)) return out->value.p = NULL, true;
    if (sk_is_bytes(v)) {
        out->value.p = sk_as_bytes(v)->data;
        out->keep = sk_retain(v);
        return true;
    }
    if (sk_is_str(v)) return !sk_is_empty(out->keep = sk_c_wide_text(v, &out->value.p));
    SK_AUTO SkValue other = sk_getattr_opt_s(v, "_as_parameter_");
    if (!sk_is_empty(other)) {
        if (!sk_enter_recursion(" while processing _as_parameter_")) return false;
        bool ok = sk_c_pass(other, position, out);
        sk_leave_recursion();
        return ok;
    }
    return sk_error_occurred() ? false : sk_raise_false(sk_exc_TypeError, "Don't know how to convert parameter %zu", position);
}

// What from_param of a class of numbers would do, without its object. False, with nothing set: that has to be asked.
static bool pass_number(SkValue converter, SkValue v, SkCPass *out) {
    if (!sk_has_index(converter, SK_T_NATIVE)) return false;
    SkNative *f = (SkNative *)sk_ptr(converter);
    if (f->def != sk_c_from_param_def) return false;
    SkCInfo *info = sk_c_info_of_value(sk_slot_peek(&f->self));
    if (!info || (info->place.code->kind >= SK_CK_STRING && info->place.code->kind <= SK_CK_POINTER)) return false;
    if (sk_is_ptr(v) && sk_c_is_data(v)) return false;
    out->ffi = info->place.code->ffi;
    if (sk_c_store(&info->place, out->value.bytes, v, &out->keep)) return true;
    sk_error_clear();
    return false;
}

bool sk_c_pass_by(SkValue converter, SkValue v, size_t position, SkCPass *out) {
    if (pass_number(converter, v, out)) return true;
    SK_AUTO SkValue converted = sk_own(sk_call1(converter, v));
    return !sk_is_empty(converted) && sk_c_pass(converted, position, out);
}

bool sk_c_converters(SkValue argtypes, SkValue *out) {
    size_t n = sk_tuple_len(argtypes);
    SK_AUTO SkValue converters = SK_EMPTY;
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return false;
    converters = sk_counted(t);
    for (size_t i = 0; i < n; i++) sk_tuple_init(t, i, SK_NONE);
    for (size_t i = 0; i < n; i++) {
        SkValue type = sk_tuple_peek(argtypes, i);
        SkValue convert = sk_getattr_opt_s(type, "from_param");
        if (sk_is_empty(convert))
            return sk_error_occurred() ? false : sk_raise_false(sk_exc_TypeError, "item %zu in _argtypes_ has no from_param method", i + 1);
        sk_tuple_init(t, i, sk_own(convert));
    }
    *out = sk_move(&converters);
    return true;
}

void sk_c_extend_error(SkType *type, const char *fmt, ...) {
    SK_AUTO SkValue failure = sk_error_take();
    if (sk_is_empty(failure)) return;
    va_list ap;
    va_start(ap, fmt);
    SK_AUTO SkValue prefix = sk_str_format_v(fmt, ap);
    va_end(ap);
    SK_AUTO SkValue text = sk_is_empty(prefix) ? SK_EMPTY : sk_str(failure);
    if (sk_is_empty(text)) return;
    sk_raise(type, "%S%N: %S", prefix, sk_type_of(failure), text);
}
