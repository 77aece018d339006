// _ctypes: what is known of a class of C data, and the classes derived from others: arrays and pointers.
#include <stdarg.h>
#include <stdio.h>

#include "base/alloc.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

SkValue sk_c_pointer_cache, sk_c_argument_error;
static SkValue array_cache;  // (item, length) -> class: immortal once the module is there

// ---- infos ----------------------------------------------------------------------------------------------------------------

static _Atomic(SkCInfo *) *info_place(SkType *t) { return (_Atomic(SkCInfo *) *)(void *)&t->native; }

SkCInfo *sk_c_info(SkType *t) {
    SkType *meta = sk_ptr_type(&t->head.header);
    if (meta == &sk_type_type || !sk_is_subtype(meta, &sk_c_meta)) return NULL;
    return sk_load_acquire(info_place(t));  // PAIR(c-info)
}

static SkCInfo *make_final(SkType *t) {
    sk_lock(&t->head.header);
    SkCInfo *info = sk_load_relaxed(info_place(t));
    sk_store_relaxed(&info->final, true);
    sk_unlock(&t->head.header);
    return info;
}

SkCInfo *sk_c_info_final(SkType *t) {
    SkCInfo *info = sk_c_info(t);
    if (sk_unlikely(!info)) {
        sk_raise(sk_exc_TypeError, "abstract class");
        return NULL;
    }
    // Set under the lock before it is seen here, and then nobody replaces the info.
    return sk_likely(sk_load_relaxed(&info->final)) ? info : make_final(t);
}

bool sk_c_init_class(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkInitFn base = sk_type_type.init;
    if (!base(self, args, nargs, kwnames)) return false;
    SkType *t = sk_as_type(self);
    return !sk_c_info(t) || sk_raise_false(sk_exc_SystemError, "StgInfo of '%s' is already initialized.", t->name);
}

SkCInfo *sk_c_info_new(SkCKind kind) {
    SkCInfo *info = sk_calloc(1, sizeof *info);
    if (!info) {
        sk_raise_memory();
        return NULL;
    }
    info->kind = kind;
    info->align = 1;
    return info;
}

void sk_c_info_free(SkCInfo *info) {
    if (!info) return;
    sk_release(info->names);
    sk_free(info->format);
    sk_free(info->shape);
    sk_free(info->elements);
    sk_free(info);
}

bool sk_c_info_publish(SkType *t, SkCInfo *info) {
    sk_lock(&t->head.header);
    SkCInfo *old = sk_load_relaxed(info_place(t));
    // Instances of a pointer have the same size whatever it points to.
    bool ok = !old || old->kind == SK_C_POINTER || !sk_load_relaxed(&old->final);
    // PAIR(c-info): with sk_c_info. The info before stays, as others may be looking at it.
    if (ok) sk_store_release(info_place(t), info);
    sk_unlock(&t->head.header);
    if (ok) {
        // Infos name classes without counting, and instances name infos: none of them ever goes.
        sk_incref(&t->head.header);
        sk_make_immortal(&t->head.header);
        SkValue held[] = {info->names, info->argtypes, info->converters};
        for (size_t i = 0; i < SK_COUNT_OF(held); i++)
            if (sk_is_ptr(held[i])) sk_make_immortal(sk_ptr(held[i]));
    }
    return ok;
}

char *sk_c_text(const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    char *text = sk_malloc((size_t)n + 1);
    if (!text) {
        sk_raise_memory();
        return NULL;
    }
    va_start(ap, fmt);
    vsnprintf(text, (size_t)n + 1, fmt, ap);
    va_end(ap);
    return text;
}

const char *sk_c_name(SkType *t) { return t ? t->name : "?"; }

// ---- classes --------------------------------------------------------------------------------------------------------------------

SkValue sk_c_class_attr(SkType *t, const char *name) { return sk_getattr_opt_s(sk_type_value(t), name); }

SkValue sk_c_new_class(SkValue name_, SkType *base, SkValue dict_) {
    SK_AUTO SkValue name = name_, dict = sk_is_empty(dict_) ? sk_dict_new() : sk_retain(dict_);
    if (sk_is_empty(name) || sk_is_empty(dict)) return SK_EMPTY;
    SK_AUTO SkValue bases = sk_tuple_pack(1, sk_type_value(base));
    if (sk_is_empty(bases)) return SK_EMPTY;
    return sk_call3(sk_type_value(sk_ptr_type(&base->head.header)), name, bases, dict);
}

SkValue sk_c_array_of(SkType *item, int64_t length) {
    if (length < 0) return sk_raise(sk_exc_ValueError, "Array length must be >= 0, not %lld", (long long)length);
    SK_AUTO SkValue n = sk_int_from_int64(length);
    SK_AUTO SkValue key = sk_tuple_pack(2, sk_type_value(item), n);
    if (sk_is_empty(key)) return SK_EMPTY;
    SkValue known = sk_dict_get(array_cache, key);
    if (!sk_is_empty(known) || sk_error_occurred()) return known;
    SK_AUTO SkValue dict = sk_dict_new();
    if (sk_is_empty(dict) || !sk_dict_set_s(dict, "_length_", n) || !sk_dict_set_s(dict, "_type_", sk_type_value(item))) return SK_EMPTY;
    SK_AUTO SkValue made = sk_c_new_class(sk_str_format("%N_Array_%lld", item, (long long)length), &sk_c_array_type, dict);
    return sk_is_empty(made) ? made : sk_dict_setdefault(array_cache, key, made, NULL);
}

// POINTER("name"): a class whose target is told later.
static SkValue pointer_to_name(SkValue name) {
    SK_AUTO SkValue made = sk_c_new_class(sk_str_format("LP_%S", name), &sk_c_pointer_type, SK_EMPTY);
    if (sk_is_empty(made)) return SK_EMPTY;
    SK_AUTO SkValue key = sk_int_from_uint64((uint64_t)(uintptr_t)sk_ptr(made));
    return !sk_is_empty(key) && sk_dict_set(sk_c_pointer_cache, key, made) ? sk_move(&made) : SK_EMPTY;
}

SkValue sk_c_pointer_to(SkValue type) {
    SkValue known = sk_dict_get(sk_c_pointer_cache, type);
    if (!sk_is_empty(known)) return known;
    if (sk_error_occurred()) return SK_EMPTY;
    if (sk_is_str(type)) return pointer_to_name(type);
    if (!sk_is_type(type)) return sk_raise(sk_exc_TypeError, "must be a ctypes type");
    SK_AUTO SkValue dict = sk_dict_new();
    if (sk_is_empty(dict) || !sk_dict_set_s(dict, "_type_", type)) return SK_EMPTY;
    SK_AUTO SkValue made = sk_c_new_class(sk_str_format("LP_%N", sk_as_type(type)), &sk_c_pointer_type, dict);
    return sk_is_empty(made) ? made : sk_dict_setdefault(sk_c_pointer_cache, type, made, NULL);
}

// ---- start ----------------------------------------------------------------------------------------------------------------------

static bool ready(SkType *t, SkType *meta) {
    if (t->flags & SK_TF_READY) return true;
    if (meta) sk_store_relaxed(&t->head.header.tl, meta->head.index << SK_TYPE_SHIFT | SK_SHARED);
    return sk_type_ready(t);
}

static bool immortal(SkValue *place, SkValue v) {
    if (sk_is_empty(v)) return false;
    sk_make_immortal(sk_ptr(v));
    *place = v;
    return true;
}

static bool make_argument_error(void) {
    SK_AUTO SkValue name = sk_str_from("ArgumentError");
    SK_AUTO SkValue bases = sk_is_empty(name) ? SK_EMPTY : sk_tuple_pack(1, sk_type_value(sk_exc_Exception));
    SK_AUTO SkValue dict = sk_is_empty(bases) ? SK_EMPTY : sk_dict_new();
    SK_AUTO SkValue module = sk_is_empty(dict) ? SK_EMPTY : sk_str_from("ctypes");
    return !sk_is_empty(module) && sk_dict_set_s(dict, "__module__", module) && immortal(&sk_c_argument_error, sk_type_new_class(name, bases, dict));
}

bool sk_c_types_init(SkValue m) {
    if (sk_is_empty(array_cache) && !immortal(&array_cache, sk_dict_new())) return false;
    if (sk_is_empty(sk_c_pointer_cache) && !immortal(&sk_c_pointer_cache, sk_dict_new())) return false;
    if (sk_is_empty(sk_c_argument_error) && !make_argument_error()) return false;
    SkType *const helpers[] = {&sk_c_wide_type, &sk_c_arg_type, &sk_c_field_type, &sk_c_callback_type, &sk_c_meta, &sk_c_data_type};
    for (size_t i = 0; i < SK_COUNT_OF(helpers); i++)
        if (!ready(helpers[i], NULL)) return false;
    static const struct {
        SkType *meta, *type;
    } pairs[] = {
        {&sk_c_simple_meta, &sk_c_simple_type}, {&sk_c_struct_meta, &sk_c_struct_type},   {&sk_c_union_meta, &sk_c_union_type},
        {&sk_c_array_meta, &sk_c_array_type},   {&sk_c_pointer_meta, &sk_c_pointer_type}, {&sk_c_function_meta, &sk_c_function_type},
    };
    for (size_t i = 0; i < SK_COUNT_OF(pairs); i++)
        if (!ready(pairs[i].meta, NULL) || !ready(pairs[i].type, pairs[i].meta) || !sk_module_add_type(m, pairs[i].type)) return false;
    return sk_module_add(m, "ArgumentError", sk_c_argument_error) && sk_module_add(m, "_pointer_type_cache", sk_c_pointer_cache);
}
