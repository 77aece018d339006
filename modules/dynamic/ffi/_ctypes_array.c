// _ctypes: arrays of a fixed length.
#include <string.h>
#include <wchar.h>

#include "base/alloc.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

// ---- arrays of characters ---------------------------------------------------------------------------------------------------------------

static SkValue get_raw(SkValue self, void *c) {
    (void)c;
    SkCData *d = sk_c_data(self);
    size_t n = sk_c_size(d);
    return sk_bytes_from_racy(sk_c_memory(d), n);
}

static bool set_raw(SkValue self, SkValue v, void *c) {
    (void)c;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(v, &b, SK_BUF_SIMPLE)) return false;
    SkCData *d = sk_c_data(self);
    if ((size_t)b.length > sk_c_size(d)) return sk_raise_false(sk_exc_ValueError, "byte string too long");
    sk_c_copy(sk_c_memory(d), b.data, (size_t)b.length);
    return true;
}

static SkValue get_bytes(SkValue self, void *c) {
    (void)c;
    SkCData *d = sk_c_data(self);
    size_t n = sk_c_size(d);
    return sk_c_bytes_until_0(sk_c_memory(d), n);
}

static bool set_bytes(SkValue self, SkValue v, void *c) {
    (void)c;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "can't delete attribute");
    if (!sk_is_bytes(v)) return sk_raise_false(sk_exc_TypeError, "bytes expected instead of %T instance", v);
    SkCData *d = sk_c_data(self);
    size_t n = sk_as_bytes(v)->length, room = sk_c_size(d);
    if (n > room) return sk_raise_false(sk_exc_ValueError, "byte string too long");
    sk_c_copy(sk_c_memory(d), sk_as_bytes(v)->data, n < room ? n + 1 : n);
    return true;
}

static SkValue get_text(SkValue self, void *c) {
    (void)c;
    SkCData *d = sk_c_data(self);
    size_t n = sk_c_size(d) / sizeof(wchar_t);
    return sk_c_str_until_0(sk_c_memory(d), n);
}

static bool set_text(SkValue self, SkValue v, void *c) {
    (void)c;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "can't delete attribute");
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "unicode string expected instead of %T instance", v);
    SkCData *d = sk_c_data(self);
    size_t n = sk_str_len(v), room = sk_c_size(d) / sizeof(wchar_t);
    if (n > room) return sk_raise_false(sk_exc_ValueError, "string too long");
    sk_c_put_str(sk_c_memory(d), v, room);
    return true;
}

static const SkGetSetDef raw_def = {"raw", get_raw, set_raw, "value", NULL};
static const SkGetSetDef bytes_def = {"value", get_bytes, set_bytes, "string value", NULL};
static const SkGetSetDef text_def = {"value", get_text, set_text, "string value", NULL};

static bool add(SkType *t, const SkGetSetDef *def) {
    SK_AUTO SkValue v = sk_getset_new(t, def);
    return !sk_is_empty(v) && sk_setattr_s(sk_type_value(t), def->name, v);
}

// What arrays of characters have besides.
static bool add_text_attributes(SkType *t, SkCInfo *item) {
    if (item->kind != SK_C_SIMPLE) return true;
    if (item->place.code->kind == SK_CK_CHAR) return add(t, &bytes_def) && add(t, &raw_def);
    return item->place.code->kind != SK_CK_WCHAR || add(t, &text_def);
}

// ---- classes ------------------------------------------------------------------------------------------------------------------

static bool length_of_class(SkType *t, int64_t *length) {
    SK_AUTO SkValue v = sk_c_class_attr(t, "_length_");
    if (sk_is_empty(v)) return sk_error_occurred() ? false : sk_raise_false(sk_exc_AttributeError, "class must define a '_length_' attribute");
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "The '_length_' attribute must be an integer");
    if (sk_int_sign(v) < 0) return sk_raise_false(sk_exc_ValueError, "The '_length_' attribute must not be negative");
    return sk_int_fits_int64(v, length) || sk_raise_false(sk_exc_OverflowError, "The '_length_' attribute is too large");
}

static bool fill(SkCInfo *info, SkType *item_type, SkCInfo *item, size_t length) {
    size_t bytes;
    if (__builtin_mul_overflow(item->size, length, &bytes) || bytes > INT64_MAX) return sk_raise_false(sk_exc_OverflowError, "array too large");
    info->size = bytes;
    info->align = item->align;
    info->length = length;
    info->item = item_type;
    info->has_pointer = item->is_pointer || item->has_pointer;
    info->mixed = item->mixed;
    info->ffi = ffi_type_pointer;
    info->ndim = item->ndim + 1;
    info->shape = sk_malloc((size_t)info->ndim * sizeof *info->shape);
    if (!info->shape) return sk_raise_memory(), false;
    info->shape[0] = (int64_t)length;
    for (int i = 0; i < item->ndim; i++) info->shape[i + 1] = item->shape[i];
    return (info->format = sk_c_text("%s", item->format ? item->format : "B")) != NULL;
}

static bool meta_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_c_init_class(self, args, nargs, kwnames)) return false;
    SkType *t = sk_as_type(self);
    int64_t length;
    if (!length_of_class(t, &length)) return false;
    SK_AUTO SkValue item = sk_c_class_attr(t, "_type_");
    if (sk_is_empty(item)) return sk_error_occurred() ? false : sk_raise_false(sk_exc_AttributeError, "class must define a '_type_' attribute");
    if (!sk_c_info_of_value(item)) return sk_raise_false(sk_exc_TypeError, "_type_ must have storage info");
    SkCInfo *item_info = sk_c_info_final(sk_as_type(item)), *info = item_info ? sk_c_info_new(SK_C_ARRAY) : NULL;
    if (!info) return false;
    if (fill(info, sk_as_type(item), item_info, (size_t)length) && sk_c_info_publish(t, info)) return add_text_attributes(t, item_info);
    sk_c_info_free(info);
    return false;
}

SkType sk_c_array_meta = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL}, .basic_size = sizeof(SkType)},
    .name = "_ctypes.PyCArrayType",
    .doc = "metatype for the Array objects",
    .flags = SK_TF_BASE,
    .base = &sk_c_meta,
    .init = meta_init,
};

// ---- items ----------------------------------------------------------------------------------------------------------------------------

static SkCInfo *info_of(SkValue self) { return sk_c_info(sk_type_of(self)); }
static SkCInfo *item_of(SkCInfo *info) { return sk_c_info(info->item); }

static int item_kind(SkCInfo *info) {
    SkCInfo *item = item_of(info);
    return item->kind == SK_C_SIMPLE ? item->place.code->kind : -1;
}

static SkValue at(SkValue self, SkCInfo *info, int64_t i) {
    if (i < 0 || (size_t)i >= info->length) return sk_raise(sk_exc_IndexError, "invalid index");
    SkCInfo *item = item_of(info);
    char *p = sk_c_memory(sk_c_data(self)) + (size_t)i * item->size;
    return item->plain ? sk_c_load(&item->place, p) : sk_c_data_get(info->item, NULL, self, i, p);
}

static bool set_at(SkValue self, SkCInfo *info, int64_t i, SkValue v) {
    if (i < 0 || (size_t)i >= info->length) return sk_raise_false(sk_exc_IndexError, "invalid index");
    SkCInfo *item = item_of(info);
    char *p = sk_c_memory(sk_c_data(self)) + (size_t)i * item->size;
    return sk_c_data_set(sk_c_data(self), info->item, NULL, v, i, item->size, p);
}

static int64_t len(SkValue self) { return (int64_t)sk_c_data(self)->length; }

static SkValue get_slice(SkValue self, SkCInfo *info, SkValue key) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return SK_EMPTY;
    int64_t n = sk_slice_adjust((int64_t)info->length, &start, &stop, step);
    if (n < 0) n = 0;
    int kind = item_kind(info);
    if (kind == SK_CK_CHAR || kind == SK_CK_WCHAR) return sk_c_characters(kind == SK_CK_WCHAR, sk_c_memory(sk_c_data(self)), start, step, n);
    SK_AUTO SkValue list = sk_list_new((size_t)n);
    if (sk_is_empty(list)) return SK_EMPTY;
    for (int64_t i = 0; i < n; i++) {
        SkValue v = at(self, info, start + i * step);
        if (sk_is_empty(v) || !sk_list_append_steal(list, v)) return SK_EMPTY;
    }
    return sk_move(&list);
}

static bool position(SkValue key, SkCInfo *info, int64_t *i) {
    if (!sk_has_index_method(key)) return sk_raise_false(sk_exc_TypeError, "indices must be integers");
    if (!sk_index_as_int64(key, i, sk_exc_IndexError)) return false;
    if (*i < 0) *i += (int64_t)info->length;
    return true;
}

static SkValue get_key(SkValue self, SkValue key) {
    SkCInfo *info = info_of(self);
    if (sk_is_slice(key)) return get_slice(self, info, key);
    int64_t i;
    return position(key, info, &i) ? at(self, info, i) : SK_EMPTY;
}

static bool set_slice(SkValue self, SkCInfo *info, SkValue key, SkValue v) {
    int64_t start, stop, step;
    if (!sk_slice_unpack(key, &start, &stop, &step)) return false;
    int64_t n = sk_slice_adjust((int64_t)info->length, &start, &stop, step), given = sk_len(v);
    if (given < 0) return false;
    if (n < 0) n = 0;
    if (given != n) return sk_raise_false(sk_exc_ValueError, "Can only assign sequence of same size");
    for (int64_t i = 0; i < n; i++) {
        SK_AUTO SkValue item = sk_getitem_i(v, i);
        if (sk_is_empty(item) || !set_at(self, info, start + i * step, item)) return false;
    }
    return true;
}

static bool set_key(SkValue self, SkValue key, SkValue v) {
    SkCInfo *info = info_of(self);
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "Array does not support item deletion");
    if (sk_is_slice(key)) return set_slice(self, info, key, v);
    int64_t i;
    return position(key, info, &i) && set_at(self, info, i, v);
}

static bool init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)kwnames;
    SkCInfo *info = info_of(self);
    for (size_t i = 0; i < nargs; i++)
        if (!set_at(self, info, (int64_t)i, args[i])) return false;
    return true;
}

static const SkMethodDef array_methods[] = {
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};

SkType sk_c_array_type = {
    SK_TYPE_HEAD(0, sizeof(SkCData), sk_c_data_trace, sk_c_data_clear, sk_c_data_destroy),
    .name = "_ctypes.Array",
    .doc = "Abstract base class for arrays.",
    .flags = SK_TF_BASE,
    .base = &sk_c_data_type,
    .new_ = sk_c_data_make,
    .init = init,
    .container = {.len = len, .get_key = get_key, .set_key = set_key},
    .methods = array_methods,
};
