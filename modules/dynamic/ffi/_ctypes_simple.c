// _ctypes: _SimpleCData, whose classes hold one number, character or pointer, and their metaclass.
#include <string.h>

#include "base/racy.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- classes ------------------------------------------------------------------------------------------------------------------

static const SkCCode *code_of_class(SkType *t) {
    SK_AUTO SkValue v = sk_c_class_attr(t, "_type_");
    if (sk_is_empty(v)) {
        if (!sk_error_occurred()) sk_raise(sk_exc_AttributeError, "class must define a '_type_' attribute");
        return NULL;
    }
    if (!sk_is_str(v)) return sk_raise(sk_exc_TypeError, "class must define a '_type_' string attribute"), NULL;
    if (sk_str_len(v) != 1)
        return sk_raise(sk_exc_ValueError, "class must define a '_type_' attribute which must be a string of length 1"), NULL;
    const SkCCode *code = sk_c_code(sk_str_at(sk_as_str(v), 0));
    if (!code)
        sk_raise(sk_exc_AttributeError,
                 "class must define a '_type_' attribute which must be\na single character string containing one of '%s'.", sk_c_codes);
    return code;
}

static SkCInfo *make_info(const SkCCode *code, bool swapped, bool plain) {
    SkCInfo *info = sk_c_info_new(SK_C_SIMPLE);
    if (!info) return NULL;
    info->size = code->size;
    info->align = code->align;
    info->place = (SkCPlace){.code = code, .swapped = swapped};
    info->plain = plain;
    info->is_pointer = code->kind >= SK_CK_STRING;
    info->ffi = *code->ffi;
    bool complex_number = code->kind >= SK_CK_FLOAT_COMPLEX && code->kind <= SK_CK_LONG_DOUBLE_COMPLEX;
    info->format = sk_c_text("%c%s%c", swapped ? '>' : '<', complex_number ? "Z" : "", code->pep);
    if (complex_number && info->format) info->format[2] = "fdg"[code->kind - SK_CK_FLOAT_COMPLEX];
    if (info->format) return info;
    sk_c_info_free(info);
    return NULL;
}

static bool publish(SkType *t, SkCInfo *info) {
    if (!info) return false;
    sk_store_relaxed(&info->final, true);
    if (sk_c_info_publish(t, info)) return true;
    sk_c_info_free(info);
    return sk_raise_false(sk_exc_SystemError, "class is already initialized");
}

// The same class in the other byte order; each is an attribute of the other.
static bool make_swapped(SkType *t, const SkCCode *code, const SkValue *args, bool plain) {
    SkNewFn make = sk_type_type.new_;
    SK_AUTO SkValue v = make(&sk_c_simple_meta, args, 3, SK_EMPTY);
    if (sk_is_empty(v) || !publish(sk_as_type(v), make_info(code, true, plain))) return false;
    SkValue self = sk_type_value(t);
    return sk_setattr_s(self, "__ctype_le__", self) && sk_setattr_s(self, "__ctype_be__", v) && sk_setattr_s(v, "__ctype_le__", self) &&
           sk_setattr_s(v, "__ctype_be__", v);
}

static bool meta_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_c_init_class(self, args, nargs, kwnames)) return false;
    SkType *t = sk_as_type(self);
    const SkCCode *code = code_of_class(t);
    bool plain = t->base == &sk_c_simple_type;
    if (!code || !publish(t, make_info(code, false, plain))) return false;
    bool has_order = (code->kind <= SK_CK_UINT && code->size > 1) || code->kind == SK_CK_FLOAT || code->kind == SK_CK_DOUBLE;
    return !has_order || sk_type_of(self) != &sk_c_simple_meta || make_swapped(t, code, args, plain);
}

// ---- as parameters ----------------------------------------------------------------------------------------------------------------

static bool is_class_of(SkValue v, SkValue cls) { return sk_is_instance_of(v, sk_as_type(cls)); }

static SkValue arg_of_address(char tag, const void *p, SkValue object) {
    SkCArg *a = sk_c_arg_new();
    if (!a) return SK_EMPTY;
    a->tag = tag;
    a->ffi = &ffi_type_pointer;
    a->value.p = (void *)(uintptr_t)p;
    sk_slot_init(&a->object, sk_own(object));
    return sk_counted(a);
}

static SkValue arg_of_str(SkValue v) {
    void *chars;
    SkValue wide = sk_c_wide_text(v, &chars);
    return sk_is_empty(wide) ? wide : arg_of_address('Z', chars, wide);
}

// The kind of scalars that an array has or a pointer points to; -1.
static int item_kind(SkType *t) {
    SkCInfo *info = sk_c_info(t), *item = info && info->item ? sk_c_info(info->item) : NULL;
    return info && (info->kind == SK_C_ARRAY || info->kind == SK_C_POINTER) && item && item->kind == SK_C_SIMPLE ? item->place.code->kind : -1;
}

// v stands for characters of the kind already: an array of them, a pointer to them, byref of one.
static bool points_to(SkValue v, SkCodeKind kind) {
    if (sk_c_is_arg(v)) {
        SkValue object = sk_slot_peek(&((SkCArg *)sk_ptr(v))->object);
        SkCInfo *info = sk_is_empty(object) ? NULL : sk_c_info(sk_type_of(object));
        return info && info->kind == SK_C_SIMPLE && info->place.code->kind == kind;
    }
    return item_kind(sk_type_of(v)) == (int)kind;
}

// What c_void_p takes besides; SK_EMPTY without an exception: it does not.
static SkValue as_void_pointer(SkValue v) {
    if (sk_is_bytes(v)) return arg_of_address('z', sk_as_bytes(v)->data, sk_retain(v));
    if (sk_is_str(v)) return arg_of_str(v);
    if (sk_c_is_arg(v)) return ((SkCArg *)sk_ptr(v))->tag == 'P' ? sk_dup(v) : SK_EMPTY;
    SkCInfo *info = sk_c_info(sk_type_of(v));
    if (!info) return SK_EMPTY;
    if (info->kind == SK_C_ARRAY || info->kind == SK_C_POINTER) return sk_dup(v);
    bool text = info->kind == SK_C_SIMPLE && (info->place.code->kind == SK_CK_STRING || info->place.code->kind == SK_CK_WIDE_STRING);
    if (info->kind != SK_C_FUNCTION && !text) return SK_EMPTY;
    return arg_of_address(text ? 'Z' : 'P', sk_c_pointer_at(sk_c_memory(sk_c_data(v))), sk_retain(v));
}

static SkValue pointer_param(SkValue cls, SkCInfo *info, SkValue v) {
    SkCodeKind kind = info->place.code->kind;
    if (kind == SK_CK_POINTER) return as_void_pointer(v);
    bool wide = kind == SK_CK_WIDE_STRING;
    if (wide && sk_is_str(v)) return arg_of_str(v);
    if (!wide && sk_is_bytes(v)) return arg_of_address('z', sk_as_bytes(v)->data, sk_retain(v));
    (void)cls;
    return points_to(v, wide ? SK_CK_WCHAR : SK_CK_CHAR) ? sk_dup(v) : SK_EMPTY;
}

static SkValue converted(SkCInfo *info, SkValue v) {
    SkCArg *a = sk_c_arg_new();
    if (!a) return SK_EMPTY;
    SK_AUTO SkValue made = sk_counted(a);
    SkValue keep = SK_EMPTY;
    a->tag = info->place.code->code;
    a->ffi = info->place.code->ffi;
    bool ok = sk_c_store(&info->place, a->value.bytes, v, &keep);
    sk_slot_init(&a->object, keep);
    return ok ? sk_move(&made) : SK_EMPTY;
}

static SkValue from_param(SkValue cls, SkValue v) {
    if (is_class_of(v, cls)) return sk_dup(v);
    SkCInfo *info = sk_c_info(sk_as_type(cls));
    if (!info) return sk_raise(sk_exc_TypeError, "abstract class");
    SkCodeKind kind = info->place.code->kind;
    bool pointer = kind >= SK_CK_STRING && kind <= SK_CK_POINTER;
    if (pointer && sk_is_none(v)) return SK_NONE;
    SK_AUTO SkValue made = pointer && !(kind == SK_CK_POINTER && sk_is_int(v)) ? pointer_param(cls, info, v) : converted(info, v);
    if (!sk_is_empty(made)) return sk_move(&made);
    if (pointer && sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue failure = sk_error_take();
    SK_AUTO SkValue other = sk_getattr_opt_s(v, "_as_parameter_");
    if (!sk_is_empty(other)) {
        if (!sk_enter_recursion(" while processing _as_parameter_")) return SK_EMPTY;
        SkValue result = from_param(cls, other);
        sk_leave_recursion();
        return result;
    }
    if (sk_error_occurred()) return SK_EMPTY;
    if (!pointer) return sk_error_restore(sk_move(&failure)), SK_EMPTY;
    return sk_raise(sk_exc_TypeError, "'%.200T' object cannot be interpreted as ctypes.%s", v,
                    kind == SK_CK_STRING ? "c_char_p" : kind == SK_CK_WIDE_STRING ? "c_wchar_p" : "c_void_p");
}

#define FROM_PARAM {"from_param", SK_ONEARG, .onearg = from_param, .sig = "(value, /)", .doc = "Convert a Python object into a function call parameter."}
static const SkMethodDef meta_methods[] = {FROM_PARAM, {0}};
const SkMethodDef *const sk_c_from_param_def = &meta_methods[0];

SkType sk_c_simple_meta = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL}, .basic_size = sizeof(SkType)},
    .name = "_ctypes.PyCSimpleType",
    .doc = "metatype for the PyCSimpleType objects",
    .flags = SK_TF_BASE,
    .base = &sk_c_meta,
    .init = meta_init,
    .methods = meta_methods,
};

// ---- instances ------------------------------------------------------------------------------------------------------------------------

static bool set_value(SkValue self, SkValue v, void *c) {
    (void)c;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "can't delete attribute");
    SkCData *d = sk_c_data(self);
    SkCInfo *info = sk_c_info(sk_type_of(self));
    if (!info) return sk_raise_false(sk_exc_TypeError, "abstract class");
    if (info->place.code->kind >= SK_CK_STRING) return sk_c_data_set(d, sk_type_of(self), &info->place, v, 0, info->size, sk_c_memory(d));
    SkValue none = SK_EMPTY;
    return sk_c_store(&info->place, sk_c_memory(d), v, &none);
}

static SkValue get_value(SkValue self, void *c) {
    (void)c;
    SkCData *d = sk_c_data(self);
    SkCInfo *info = sk_c_info(sk_type_of(self));
    if (!info) return sk_raise(sk_exc_TypeError, "abstract class");
    return sk_c_load(&info->place, sk_c_memory(d));
}

static bool init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)) return sk_raise_false(sk_exc_TypeError, "%s() takes no keyword arguments", "__init__");
    if (!sk_check_nargs("__init__", nargs, 0, 1)) return false;
    return nargs == 0 || set_value(self, args[0], NULL);
}

static int truth(SkValue self) {
    SkCData *d = sk_c_data(self);
    const char *p = sk_c_memory(d);
    for (size_t i = 0, n = sk_c_info(sk_type_of(self))->size; i < n; i++)
        if (sk_racy_byte(p + i)) return 1;
    return 0;
}

static SkValue repr(SkValue self) {
    SkType *t = sk_type_of(self);
    if (t->base != &sk_c_simple_type) return sk_str_format("<%s object at %p>", t->name, (void *)sk_ptr(self));
    SK_AUTO SkValue v = sk_own(get_value(self, NULL));
    return sk_is_empty(v) ? v : sk_str_format("%N(%R)", t, v);
}

static SkValue from_outparam(SkValue self) {
    SkCInfo *info = sk_c_info(sk_type_of(self));
    return info && info->plain ? get_value(self, NULL) : sk_dup(self);
}

static const SkGetSetDef simple_getset[] = {{"value", get_value, set_value, "current value", NULL}, {0}};
static const SkMethodDef simple_methods[] = {
    {"__ctypes_from_outparam__", SK_NOARGS, .noargs = from_outparam, .sig = "()"},
    {0},
};

SkType sk_c_simple_type = {
    SK_TYPE_HEAD(0, sizeof(SkCData), sk_c_data_trace, sk_c_data_clear, sk_c_data_destroy),
    .name = "_ctypes._SimpleCData",
    .doc = "A number, a character or a pointer of C.",
    .flags = SK_TF_BASE,
    .base = &sk_c_data_type,
    .new_ = sk_c_data_make,
    .init = init,
    .repr = repr,
    .number = {.bool_ = truth},
    .methods = simple_methods,
    .getset = simple_getset,
};
