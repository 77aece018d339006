// _ctypes: pointers to data of a given type.
#include <string.h>

#include "base/alloc.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- classes ------------------------------------------------------------------------------------------------------------------

// "&<i", "&(2,3)<i".
static char *format_of(SkCInfo *item) {
    const char *format = item->format ? item->format : "B";
    if (!item->ndim) return sk_c_text("&%s", format);
    SK_AUTO SkValue dims = sk_str_from("");
    for (int i = 0; i < item->ndim && !sk_is_empty(dims); i++) {
        SkValue longer = sk_str_format("%S%s%lld", dims, i ? "," : "", (long long)item->shape[i]);
        sk_release(dims);
        dims = longer;
    }
    SK_AUTO_UTF8 SkUtf8 text = sk_is_empty(dims) ? (SkUtf8){0} : sk_str_utf8(dims);
    return text.text ? sk_c_text("&(%s)%s", text.text, format) : NULL;
}

// target NULL: told later.
static SkCInfo *make_info(SkType *target) {
    SkCInfo *info = sk_c_info_new(SK_C_POINTER);
    if (!info) return NULL;
    info->size = sizeof(void *);
    info->align = _Alignof(void *);
    info->length = 1;
    info->is_pointer = true;
    info->ffi = ffi_type_pointer;
    info->item = target;
    if (!target) return info;
    SkCInfo *item = sk_c_info(target);
    if (!item) sk_raise(sk_exc_TypeError, "_type_ must have storage info");
    if (item && (info->format = format_of(item))) return info;
    sk_c_info_free(info);
    return NULL;
}

static bool set_target(SkType *t, SkValue target) {
    if (!sk_is_type(target)) return sk_raise_false(sk_exc_TypeError, "_type_ must be a type");
    SkCInfo *info = make_info(sk_as_type(target));
    return info && sk_c_info_publish(t, info);
}

static bool meta_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_c_init_class(self, args, nargs, kwnames)) return false;
    SkType *t = sk_as_type(self);
    // Not inherited: a class derived from a pointer has to say again what it points to.
    SK_AUTO SkValue target = nargs == 3 && sk_is_dict(args[2]) ? sk_dict_get_s(args[2], "_type_") : SK_EMPTY;
    if (!sk_is_empty(target)) return set_target(t, target);
    if (sk_error_occurred()) return false;
    SkCInfo *info = make_info(NULL);
    return info && sk_c_info_publish(t, info);
}

static SkValue meta_set_type(SkValue self, SkValue target) {
    return set_target(sk_as_type(self), target) && sk_setattr_s(self, "_type_", target) ? SK_NONE : SK_EMPTY;
}

static SkValue from_param(SkValue cls, SkValue v) {
    if (sk_is_none(v)) return SK_NONE;
    SkCInfo *info = sk_c_info(sk_as_type(cls));
    if (!info) return sk_raise(sk_exc_TypeError, "abstract class");
    if (info->item) {
        int is_target = sk_is_instance(v, sk_type_value(info->item));
        if (is_target < 0) return SK_EMPTY;
        if (is_target) return sk_c_byref(v, 0);
        SkCInfo *other = sk_c_info(sk_type_of(v));
        if (other && other->item && (other->kind == SK_C_POINTER || other->kind == SK_C_ARRAY)) {
            int fits = sk_is_subclass(sk_type_value(other->item), sk_type_value(info->item));
            if (fits < 0) return SK_EMPTY;
            if (fits) return sk_dup(v);
        }
    }
    return sk_c_from_param(cls, v);
}

static const SkMethodDef meta_methods[] = {
    {"from_param", SK_ONEARG, .onearg = from_param, .sig = "(value, /)", .doc = "Convert a Python object into a function call parameter."},
    {"set_type", SK_ONEARG, .onearg = meta_set_type, .sig = "(type, /)"},
    {0},
};

SkType sk_c_pointer_meta = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL}, .basic_size = sizeof(SkType)},
    .name = "_ctypes.PyCPointerType",
    .doc = "metatype for the Pointer objects",
    .flags = SK_TF_BASE,
    .base = &sk_c_meta,
    .init = meta_init,
    .methods = meta_methods,
};

// ---- instances ------------------------------------------------------------------------------------------------------------------------

static char *address(SkValue self) { return sk_c_pointer_at(sk_c_memory(sk_c_data(self))); }

// The target's class and info, complete: false with an exception.
static bool target_of(SkValue self, SkType **t, SkCInfo **item) {
    SkCInfo *info = sk_c_info(sk_type_of(self));
    *t = info ? info->item : NULL;
    *item = *t ? sk_c_info_final(*t) : NULL;
    if (*item) return true;
    return sk_error_occurred() ? false : sk_raise_false(sk_exc_TypeError, "Cannot create instance: has no _type_");
}

static SkValue get_contents(SkValue self, void *c) {
    (void)c;
    SkType *t;
    SkCInfo *item;
    char *p = address(self);
    if (!p) return sk_raise(sk_exc_ValueError, "NULL pointer access");
    return target_of(self, &t, &item) ? sk_c_data_part(t, self, 0, p) : SK_EMPTY;
}

static bool set_contents(SkValue self, SkValue v, void *c) {
    (void)c;
    SkType *t;
    SkCInfo *item;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "Pointer does not support item deletion");
    if (!target_of(self, &t, &item)) return false;
    if (!sk_c_is_data(v)) return sk_raise_false(sk_exc_TypeError, "expected %s instead of %T", t->name, v);
    // C data of any type: what is reached through the pointer is taken as its target.
    SkCData *d = sk_c_data(self), *to = sk_c_data(v);
    char *p = sk_c_memory(to);
    SK_AUTO SkValue kept = sk_c_kept(to);
    // Both what is pointed to and what that keeps: they may be replaced later.
    return !sk_is_empty(kept) && sk_c_store_kept(d, (SkCKeep[]){{1, v}, {0, kept}}, sk_c_memory(d), (const char *)&p, sizeof p);
}

static SkValue at(SkValue self, int64_t i) {
    SkType *t;
    SkCInfo *item;
    char *p = address(self);
    if (!p) return sk_raise(sk_exc_ValueError, "NULL pointer access");
    if (!target_of(self, &t, &item)) return SK_EMPTY;
    return sk_c_data_get(t, NULL, self, i, (char *)((uintptr_t)p + (uintptr_t)i * item->size));
}

static SkValue get_slice(SkValue self, SkValue key) {
    SkSlice *s = (SkSlice *)sk_ptr(key);
    int64_t start, stop, step;
    SkValue first = sk_slot_peek(&s->start), last = sk_slot_peek(&s->stop), by = sk_slot_peek(&s->step);
    if (sk_is_none(by)) step = 1;
    else if (!sk_index_as_int64(by, &step, sk_exc_ValueError)) return SK_EMPTY;
    if (step == 0) return sk_raise(sk_exc_ValueError, "slice step cannot be zero");
    if (sk_is_none(first)) {
        if (step < 0) return sk_raise(sk_exc_ValueError, "slice start is required for step < 0");
        start = 0;
    } else if (!sk_index_as_int64(first, &start, sk_exc_ValueError)) {
        return SK_EMPTY;
    }
    if (sk_is_none(last)) return sk_raise(sk_exc_ValueError, "slice stop is required");
    if (!sk_index_as_int64(last, &stop, sk_exc_ValueError)) return SK_EMPTY;
    int64_t n = (step < 0 && start <= stop) || (step > 0 && start >= stop) ? 0 : step < 0 ? (stop - start + 1) / step + 1 : (stop - start - 1) / step + 1;
    SkType *t;
    SkCInfo *item;
    if (!target_of(self, &t, &item)) return SK_EMPTY;
    bool chars = item->kind == SK_C_SIMPLE && (item->place.code->kind == SK_CK_CHAR || item->place.code->kind == SK_CK_WCHAR);
    if (chars) {
        char *p = address(self);
        return n && !p ? sk_raise(sk_exc_ValueError, "NULL pointer access") : sk_c_characters(item->place.code->kind == SK_CK_WCHAR, p, start, step, n);
    }
    SK_AUTO SkValue list = sk_list_new((size_t)n);
    if (sk_is_empty(list)) return SK_EMPTY;
    for (int64_t i = 0; i < n; i++) {
        SkValue v = at(self, start + i * step);
        if (sk_is_empty(v) || !sk_list_append_steal(list, v)) return SK_EMPTY;
    }
    return sk_move(&list);
}

static SkValue get_key(SkValue self, SkValue key) {
    if (sk_is_slice(key)) return get_slice(self, key);
    int64_t i;
    if (!sk_has_index_method(key)) return sk_raise(sk_exc_TypeError, "Pointer indices must be integer");
    return sk_index_as_int64(key, &i, sk_exc_IndexError) ? at(self, i) : SK_EMPTY;
}

static bool set_key(SkValue self, SkValue key, SkValue v) {
    int64_t i;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "Pointer does not support item deletion");
    if (!sk_has_index_method(key)) return sk_raise_false(sk_exc_TypeError, "Pointer indices must be integer");
    if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return false;
    SkType *t;
    SkCInfo *item;
    char *p = address(self);
    if (!p) return sk_raise_false(sk_exc_ValueError, "NULL pointer access");
    if (!target_of(self, &t, &item)) return false;
    return sk_c_data_set(sk_c_data(self), t, NULL, v, i, item->size, (char *)((uintptr_t)p + (uintptr_t)i * item->size));
}

static int truth(SkValue self) { return address(self) != NULL; }

static SkValue make(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkCInfo *info = sk_c_info(t);
    if (!info || !info->item) return sk_raise(sk_exc_TypeError, "Cannot create instance: has no _type_");
    SkCData *d = sk_c_data_new(t);
    return d ? sk_counted(d) : SK_EMPTY;
}

static bool init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)) return sk_raise_false(sk_exc_TypeError, "POINTER() takes no keyword arguments");
    if (!sk_check_nargs("POINTER", nargs, 0, 1)) return false;
    return nargs == 0 || set_contents(self, args[0], NULL);
}

static const SkGetSetDef pointer_getset[] = {{"contents", get_contents, set_contents, "the object this pointer points to (read-write)", NULL}, {0}};

SkType sk_c_pointer_type = {
    SK_TYPE_HEAD(0, sizeof(SkCData), sk_c_data_trace, sk_c_data_clear, sk_c_data_destroy),
    .name = "_ctypes._Pointer",
    .doc = "A pointer to C data.",
    .flags = SK_TF_BASE,
    .base = &sk_c_data_type,
    .new_ = make,
    .init = init,
    .number = {.bool_ = truth},
    .container = {.get_key = get_key, .set_key = set_key},
    .getset = pointer_getset,
};
