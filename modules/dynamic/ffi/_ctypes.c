// _ctypes: the module, its constants and functions.
#include "modules/dynamic/ffi/_ctypes.h"

#include <dlfcn.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- about data ---------------------------------------------------------------------------------------------------------------

static SkCInfo *info_of_any(SkValue v) { return sk_is_type(v) ? sk_c_info(sk_as_type(v)) : sk_c_info(sk_type_of(v)); }

static SkValue c_sizeof(SkValue m, SkValue v) {
    (void)m;
    if (!sk_is_type(v) && sk_c_is_data(v)) return sk_int_from_uint64(sk_c_size(sk_c_data(v)));
    SkCInfo *info = sk_c_info_of_value(v);
    return info ? sk_int_from_uint64(info->size) : sk_raise(sk_exc_TypeError, "this type has no size");
}

static SkValue c_alignment(SkValue m, SkValue v) {
    (void)m;
    SkCInfo *info = info_of_any(v);
    return info ? sk_int_from_uint64(info->align) : sk_raise(sk_exc_TypeError, "no alignment info");
}

static SkValue address_of(SkValue m, SkValue v) {
    (void)m;
    if (!sk_c_is_data(v)) return sk_raise(sk_exc_TypeError, "invalid type");
    return sk_audit("ctypes.addressof", v) ? sk_int_from_uint64((uint64_t)(uintptr_t)sk_c_memory(sk_c_data(v))) : SK_EMPTY;
}

static SkValue by_ref(SkValue m, const SkValue *args) {
    (void)m;
    int64_t offset = 0;
    if (!sk_is_empty(args[1]) && !sk_index_as_int64(args[1], &offset, sk_exc_OverflowError)) return SK_EMPTY;
    return sk_c_byref(args[0], offset);
}

static SkValue resize(SkValue m, const SkValue *args) {
    (void)m;
    int64_t size;
    if (!sk_as_int64(args[1], &size)) return SK_EMPTY;
    SkCInfo *info = sk_c_is_data(args[0]) ? sk_c_info(sk_type_of(args[0])) : NULL;
    if (!info) return sk_raise(sk_exc_TypeError, "expected ctypes instance");
    if (size < (int64_t)info->size) return sk_raise(sk_exc_ValueError, "minimum size is %zu", info->size);
    if (!sk_c_data(args[0])->own) return sk_raise(sk_exc_ValueError, "Memory cannot be resized because this object doesn't own it");
    return sk_c_data_resize(sk_c_data(args[0]), (size_t)size) ? SK_NONE : SK_EMPTY;
}

static SkValue pointer_type(SkValue m, SkValue type) {
    (void)m;
    return sk_c_pointer_to(type);
}

static SkValue pointer(SkValue m, SkValue v) {
    (void)m;
    SK_AUTO SkValue type = sk_c_pointer_to(sk_type_value(sk_type_of(v)));
    return sk_is_empty(type) ? type : sk_call1(type, v);
}

static SkValue buffer_info(SkValue m, SkValue v) {
    (void)m;
    SkCInfo *info = info_of_any(v);
    if (!info) return sk_raise(sk_exc_TypeError, "not a ctypes type or object");
    SkTuple *t = sk_tuple_alloc((size_t)info->ndim);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue shape = sk_counted(t);
    for (int i = 0; i < info->ndim; i++) sk_tuple_init(t, (size_t)i, sk_int_from_int64(info->shape[i]));
    SK_AUTO SkValue format = info->format ? sk_str_from(info->format) : SK_NONE;
    return sk_is_empty(format) ? format : sk_tuple_pack(3, format, sk_from_small_int(info->ndim), shape);
}

// ---- objects by their address ----------------------------------------------------------------------------------------------------

static SkValue object_at(SkValue m, SkValue address) {
    (void)m;
    bool ok;
    SkValue v = {sk_as_uint64_mask(address, &ok)};
    if (!ok || !sk_audit("ctypes.PyObj_FromPtr", address)) return SK_EMPTY;
    return sk_is_empty(v) ? sk_raise(sk_exc_ValueError, "PyObject is NULL") : sk_retain(v);
}
static SkValue incref(SkValue m, SkValue v) {
    (void)m;
    (void)sk_retain(v);
    return sk_dup(v);
}
static SkValue decref(SkValue m, SkValue v) {
    (void)m;
    SkValue result = sk_dup(v);
    if (sk_is_ptr(v)) sk_decref(sk_ptr(v));
    return result;
}

// ---- functions that the package calls as C functions: a py_object is a value's word -------------------------------------------------

static bool is_pointer_class(SkValue type) {
    SkCInfo *info = sk_c_info_of_value(type);
    if (info && (info->kind == SK_C_POINTER || info->kind == SK_C_FUNCTION)) return true;
    return info && info->kind == SK_C_SIMPLE && info->place.code->kind >= SK_CK_STRING;
}

static uint64_t cast(void *p, uint64_t source, uint64_t type_word) {
    SkValue type = {type_word};
    if (!is_pointer_class(type)) {
        if (sk_c_info_of_value(type)) sk_raise(sk_exc_TypeError, "cast() argument 2 must be a pointer type, not %s", sk_as_type(type)->name);
        else sk_raise(sk_exc_TypeError, "cast() argument 2 must be a pointer type");
        return 0;
    }
    SK_AUTO SkValue made = sk_call0(type);
    if (sk_is_empty(made)) return 0;
    if (!sk_c_is_data(made)) return sk_raise(sk_exc_TypeError, "cast() argument 2 must be a pointer type"), (uint64_t)0;
    return sk_c_data_cast(sk_c_data(made), (SkValue){source}, p) ? sk_move(&made).w : 0;
}

static bool audit_text(const char *event, const void *p, int size) {
    SK_AUTO SkValue address = sk_int_from_uint64((uint64_t)(uintptr_t)p);
    return !sk_is_empty(address) && sk_audit_values(event, (SkValue[]){address, sk_from_small_int(size)}, 2);
}

static uint64_t string_at(const char *p, int size) {
    if (!audit_text("ctypes.string_at", p, size)) return 0;
    return (size == -1 ? sk_c_bytes_until_0(p, SIZE_MAX) : sk_bytes_from_racy(p, (size_t)size)).w;
}

static uint64_t wide_string_at(const char *p, int size) {
    if (!audit_text("ctypes.wstring_at", p, size)) return 0;
    return (size == -1 ? sk_c_str_until_0(p, SIZE_MAX) : sk_c_characters(true, p, 0, 1, size)).w;
}

// ---- the module --------------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"sizeof", SK_ONEARG, .onearg = c_sizeof, .sig = "(obj, /)", .doc = "sizeof(C type) -> integer\nsizeof(C instance) -> integer\nReturn the size in bytes of a C instance"},
    {"alignment", SK_ONEARG, .onearg = c_alignment, .sig = "(obj, /)", .doc = "alignment(C type) -> integer\nalignment(C instance) -> integer\nReturn the alignment requirements of a C instance"},
    {"addressof", SK_ONEARG, .onearg = address_of, .sig = "(obj, /)", .doc = "addressof(C instance) -> integer\nReturn the address of the C instance internal buffer"},
    {"byref", SK_SIG, .sig_fn = by_ref, .sig = "(obj, offset=0, /)", .doc = "byref(C instance[, offset=0]) -> byref-object\nReturn a pointer lookalike to a C instance, only usable\nas function argument"},
    {"resize", SK_SIG, .sig_fn = resize, .sig = "(obj, size, /)", .doc = "Resize the memory buffer of a ctypes instance"},
    {"POINTER", SK_ONEARG, .onearg = pointer_type, .sig = "(type, /)", .doc = "Create and return a new ctypes pointer type."},
    {"pointer", SK_ONEARG, .onearg = pointer, .sig = "(obj, /)", .doc = "Create a new pointer instance, pointing to 'obj'."},
    {"buffer_info", SK_ONEARG, .onearg = buffer_info, .sig = "(o, /)", .doc = "Return buffer interface information"},
    {"_unpickle", SK_SIG, .sig_fn = sk_c_unpickle, .sig = "(type, state, /)"},
    {"PyObj_FromPtr", SK_ONEARG, .onearg = object_at, .sig = "(address, /)"},
    {"Py_INCREF", SK_ONEARG, .onearg = incref, .sig = "(obj, /)"},
    {"Py_DECREF", SK_ONEARG, .onearg = decref, .sig = "(obj, /)"},
    {0},
};

static bool add_functions(SkValue m, const SkMethodDef *defs) {
    SK_AUTO SkValue name = sk_str_from("_ctypes");
    for (; defs->name; defs++)
        if (sk_is_empty(name) || !sk_module_add_steal(m, defs->name, sk_native_new(defs, m, name))) return false;
    return true;
}

#define ADDRESS(f) sk_int_from_uint64((uint64_t)(uintptr_t)(f))
static bool exec(SkValue m) {
    static const struct {
        const char *name;
        int64_t value;
    } numbers[] = {
        {"FUNCFLAG_CDECL", SK_C_FLAG_CDECL}, {"FUNCFLAG_PYTHONAPI", SK_C_FLAG_PYTHONAPI}, {"FUNCFLAG_USE_ERRNO", SK_C_FLAG_ERRNO},
        {"FUNCFLAG_USE_LASTERROR", SK_C_FLAG_LASTERROR}, {"RTLD_LOCAL", RTLD_LOCAL}, {"RTLD_GLOBAL", RTLD_GLOBAL},
        {"CTYPES_MAX_ARGCOUNT", SK_C_MAX_ARGUMENTS}, {"SIZEOF_TIME_T", sizeof(time_t)},
    };
    for (size_t i = 0; i < SK_COUNT_OF(numbers); i++)
        if (!sk_module_add_int(m, numbers[i].name, numbers[i].value)) return false;
    return sk_c_types_init(m) && add_functions(m, sk_c_call_functions) && add_functions(m, sk_c_library_functions) &&
           sk_module_add_steal(m, "_memmove_addr", ADDRESS(memmove)) && sk_module_add_steal(m, "_memset_addr", ADDRESS(memset)) &&
           sk_module_add_steal(m, "_cast_addr", ADDRESS(cast)) && sk_module_add_steal(m, "_string_at_addr", ADDRESS(string_at)) &&
           sk_module_add_steal(m, "_wstring_at_addr", ADDRESS(wide_string_at)) && sk_module_add_str(m, "__version__", "1.1.0");
}

SK_EXPORT const SkModuleDef sk_module__ctypes = {"_ctypes", "Create and manipulate C compatible data types in Python.", functions, exec};
