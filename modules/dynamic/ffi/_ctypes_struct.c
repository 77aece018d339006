// _ctypes: Structure and Union, their metaclasses, and the descriptors of their fields.
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "base/alloc.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/iter.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- fields -----------------------------------------------------------------------------------------------------------------

static SkCField *as_field(SkValue v) { return (SkCField *)sk_ptr(v); }
static bool is_field(SkValue v) { return sk_is_ptr(v) && sk_has_index(v, sk_c_field_type.head.index); }

static void field_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkCField *)o)->name, visit, arg); }
static void field_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkCField *)o)->name);
    sk_object_free(o, sizeof(SkCField));
}

// The kind of characters that a field is an array of; -1.
static int text_kind(SkCField *f) {
    SkCInfo *info = sk_c_info(f->type), *item = info->kind == SK_C_ARRAY ? sk_c_info(info->item) : NULL;
    if (!item || item->kind != SK_C_SIMPLE) return -1;
    SkCodeKind kind = item->place.code->kind;
    return kind == SK_CK_CHAR || kind == SK_CK_WCHAR ? (int)kind : -1;
}

static SkValue new_field(SkValue name, SkType *type, const SkCPlace *place, size_t offset, size_t size, int64_t index) {
    SkCField *f = (SkCField *)sk_container_new(&sk_c_field_type.head, sizeof *f);
    if (!f) return sk_raise_memory();
    sk_slot_init(&f->name, sk_retain(name));
    f->type = type;
    if (place) f->place = *place;
    f->offset = offset;
    f->size = size;
    f->index = index;
    f->text = text_kind(f);
    return sk_counted(f);
}

// The place of the field in v; NULL with an exception.
static char *field_memory(SkCField *f, SkValue v) {
    if (!sk_c_is_data(v)) return sk_raise(sk_exc_TypeError, "not a ctype instance"), NULL;
    SkCData *d = sk_c_data(v);
    size_t size = sk_c_size(d);
    if (f->offset + f->size > size) return sk_raise(sk_exc_TypeError, "the instance is too small for this field"), NULL;
    return sk_c_memory(d) + f->offset;
}

static SkValue field_get(SkValue self, SkValue v, SkValue type) {
    (void)type;
    SkCField *f = as_field(self);
    if (sk_is_empty(v) || sk_is_none(v)) return sk_dup(self);
    char *p = field_memory(f, v);
    if (!p) return SK_EMPTY;
    if (f->place.code) return sk_c_load(&f->place, p);
    if (f->text == SK_CK_CHAR) return sk_c_bytes_until_0(p, f->size);
    if (f->text == SK_CK_WCHAR) return sk_c_str_until_0(p, f->size / sizeof(wchar_t));
    return sk_c_data_get(f->type, NULL, v, f->index, p);
}

static bool set_bytes(SkCField *f, char *p, SkValue v) {
    if (!sk_is_bytes(v)) return sk_raise_false(sk_exc_TypeError, "expected bytes, %T found", v);
    const char *text = sk_as_bytes(v)->data;
    size_t n = strlen(text);
    if (n > f->size) return sk_raise_false(sk_exc_ValueError, "bytes too long (%zu, maximum length %zu)", n, f->size);
    sk_c_copy(p, text, n < f->size ? n + 1 : n);
    return true;
}

static bool set_text(SkCField *f, char *p, SkValue v) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "unicode string expected instead of %T instance", v);
    size_t n = sk_str_len(v), room = f->size / sizeof(wchar_t);
    if (n > room) return sk_raise_false(sk_exc_ValueError, "string too long (%zu, maximum length %zu)", n, room);
    sk_c_put_str(p, v, room);
    return true;
}

static bool field_set(SkValue self, SkValue target, SkValue v) {
    SkCField *f = as_field(self);
    char *p = field_memory(f, target);
    if (!p) return false;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "can't delete attribute");
    if (f->text == SK_CK_CHAR) return set_bytes(f, p, v);
    if (f->text == SK_CK_WCHAR) return set_text(f, p, v);
    bool instance = !f->place.bits && sk_c_is_data(v);
    return sk_c_data_set(sk_c_data(target), f->type, f->place.code && !instance ? &f->place : NULL, v, f->index, f->size, p);
}

static SkValue field_repr(SkValue self) {
    SkCField *f = as_field(self);
    SkValue name = sk_slot_peek(&f->name);
    if (f->place.bits)
        return sk_str_format("<ctypes.CField %R type=%.200s, ofs=%zu, bit_size=%u, bit_offset=%u>", name, f->type->name, f->offset,
                             (unsigned)f->place.bits, (unsigned)f->place.shift);
    return sk_str_format("<ctypes.CField %R type=%.200s, ofs=%zu, size=%zu>", name, f->type->name, f->offset, f->size);
}

enum { NAME, TYPE, OFFSET, SIZE, BYTE_SIZE, BIT_SIZE, BIT_OFFSET, IS_BITFIELD, IS_ANONYMOUS };
static SkValue field_attr(SkValue self, void *which) {
    SkCField *f = as_field(self);
    int64_t bits = f->place.bits;
    switch ((intptr_t)which) {
    case NAME: return sk_slot_load(sk_ptr(self), &f->name);
    case TYPE: return sk_dup(sk_type_value(f->type));
    case OFFSET: return sk_from_small_int((int64_t)f->offset);
    case SIZE: return sk_from_small_int(bits ? bits << 16 | f->place.shift : (int64_t)f->size);
    case BYTE_SIZE: return sk_from_small_int((int64_t)f->size);
    case BIT_SIZE: return sk_from_small_int(bits ? bits : 8 * (int64_t)f->size);
    case BIT_OFFSET: return sk_from_small_int(f->place.shift);
    case IS_BITFIELD: return sk_bool(bits);
    default: return sk_bool(f->anonymous);
    }
}

#define ATTR(name, which, doc) {name, field_attr, NULL, doc, (void *)(intptr_t)which}
static const SkGetSetDef field_getset[] = {
    ATTR("name", NAME, "name of this field"),
    ATTR("type", TYPE, "type of this field"),
    ATTR("offset", OFFSET, "offset in bytes of this field (same as byte_offset)"),
    ATTR("byte_offset", OFFSET, "offset in bytes of this field"),
    ATTR("size", SIZE, "size in bytes of this field; of a bit field: bit_size << 16 | bit_offset"),
    ATTR("byte_size", BYTE_SIZE, "size of this field in bytes"),
    ATTR("bit_size", BIT_SIZE, "size of this field in bits"),
    ATTR("bit_offset", BIT_OFFSET, "additional offset in bits (relative to byte_offset)"),
    ATTR("is_bitfield", IS_BITFIELD, "true if this is a bitfield"),
    ATTR("is_anonymous", IS_ANONYMOUS, "true if this field is anonymous"),
    {0},
};

SkType sk_c_field_type = {
    SK_TYPE_HEAD(0, sizeof(SkCField), field_trace, NULL, field_destroy),
    .name = "ctypes.CField",
    .doc = "Structure/Union member",
    .flags = SK_TF_NO_NEW,
    .repr = field_repr,
    .descr_get = field_get,
    .descr_set = field_set,
    .getset = field_getset,
};

// ---- _fields_ ---------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkCFieldSpec *items;
    size_t n;
    SkValue pairs;   // a list of the tuples: keeps names alive
} Specs;

static void specs_free(Specs *s) {
    sk_free(s->items);
    sk_release(s->pairs);
}

static bool read_spec(SkValue pair, SkCFieldSpec *f) {
    size_t n = sk_tuple_len(pair);
    if (n != 2 && n != 3)
        return sk_raise_false(sk_exc_ValueError, "_fields_ must be a sequence of (name, C type) pairs or (name, C type, bit size) triples");
    SkValue name = sk_tuple_peek(pair, 0), type = sk_tuple_peek(pair, 1);
    *f = (SkCFieldSpec){.name = name, .bits = -1};
    if (n == 3) {
        SkValue bits = sk_tuple_peek(pair, 2);
        if (!sk_is_int(bits)) return sk_raise_false(sk_exc_TypeError, "'<=' not supported between instances of '%T' and 'int'", bits);
        int64_t count;
        f->bits = sk_int_fits_int64(bits, &count) && count > 0 && count < 1 << 20 ? (int)count : 0;
    }
    if (!sk_c_info_of_value(type)) return sk_raise_false(sk_exc_TypeError, "this type has no size");
    f->type = sk_as_type(type);
    f->info = sk_c_info(f->type)->kind == SK_C_POINTER ? sk_c_info(f->type) : sk_c_info_final(f->type);
    if (!sk_is_str(name)) return sk_raise_false(sk_exc_TypeError, "CField() argument 'name' must be str, not %T", name);
    return true;
}

static bool read_specs(SkValue fields, Specs *s) {
    SK_AUTO SkValue list = sk_to_list(fields);
    if (sk_is_empty(list)) return false;
    size_t n = sk_list_len(list);
    s->pairs = sk_list_new(n);
    if (sk_is_empty(s->pairs) || !(s->items = sk_calloc(n + 1, sizeof *s->items))) return sk_raise_memory(), false;
    for (size_t i = 0; i < n; i++) {
        SK_AUTO SkValue item = sk_list_get(list, i);
        SK_AUTO SkValue pair = sk_is_empty(item) ? SK_EMPTY : sk_to_tuple(item);
        if (sk_is_empty(pair) || !sk_list_append(s->pairs, pair) || !read_spec(pair, &s->items[i])) return false;
        s->n++;
    }
    return true;
}

// A class attribute that is a number: *out stays where there is none.
static bool number_attr(SkType *t, const char *name, size_t *out, bool *given) {
    SK_AUTO SkValue v = sk_c_class_attr(t, name);
    *given = !sk_is_empty(v);
    if (sk_is_empty(v)) return !sk_error_occurred();
    int64_t n;
    if (!sk_is_int(v) || !sk_int_fits_int64(v, &n) || n < 0 || n > INT32_MAX)
        return sk_raise_false(sk_exc_ValueError, "%s must be a non-negative integer", name);
    *out = (size_t)n;
    return true;
}

static bool read_rules(SkType *t, SkCLayout *layout, size_t *forced) {
    SK_AUTO SkValue swapped = sk_c_class_attr(t, "_swappedbytes_");
    if (sk_is_empty(swapped) && sk_error_occurred()) return false;
    layout->swapped = !sk_is_empty(swapped);
    bool packed, aligned;
    if (!number_attr(t, "_pack_", &layout->pack, &packed) || !number_attr(t, "_align_", forced, &aligned)) return false;
    SK_AUTO SkValue rule = sk_c_class_attr(t, "_layout_");
    if (sk_is_empty(rule)) {
        if (sk_error_occurred()) return false;
        layout->ms = packed;
        return !packed || sk_warn(sk_exc_DeprecationWarning, 3,
                                  "Due to '_pack_', the '%s' %s will use memory layout compatible with MSVC (Windows). If this is intended, "
                                  "set _layout_ to 'ms'. The implicit default is deprecated and slated to become an error in Python 3.19.",
                                  t->name, layout->is_union ? "Union" : "Structure");
    }
    layout->ms = sk_is_str(rule) && sk_str_equals_ascii(rule, "ms");
    if (!layout->ms && !(sk_is_str(rule) && sk_str_equals_ascii(rule, "gcc-sysv"))) return sk_raise_false(sk_exc_ValueError, "unknown _layout_: %R", rule);
    return layout->ms || !packed || sk_raise_false(sk_exc_ValueError, "_pack_ is not compatible with gcc-sysv layout");
}

// ---- how a structure is passed --------------------------------------------------------------------------------------------------------
//
// libffi knows structures of elements one after the other. Where fields overlap, the elements are made of what lies in each eight
// bytes, which is all that the System V ABI asks for.

enum { FLAT_LIMIT = 64 };  // larger ones go through memory on every machine: what is in them does not matter

static void classify(uint8_t *classes, SkCInfo *f, size_t offset) {
    if (f->kind == SK_C_ARRAY) {
        SkCInfo *item = sk_c_info(f->item);
        for (size_t i = 0; i < f->length; i++) classify(classes, item, offset + i * item->size);
        return;
    }
    bool nested = f->kind == SK_C_STRUCT || f->kind == SK_C_UNION;
    bool real = f->kind == SK_C_SIMPLE && (f->place.code->kind == SK_CK_FLOAT || f->place.code->kind == SK_CK_DOUBLE);
    for (size_t i = 0; i < f->size && offset + i < FLAT_LIMIT; i++) {
        uint8_t class = nested ? f->classes[i / 8] : real ? 1 : 2;
        if (class > classes[(offset + i) / 8]) classes[(offset + i) / 8] = class;
    }
}

static size_t count_elements(SkCInfo *info) {
    size_t n = 1;
    for (; info->kind == SK_C_ARRAY; info = sk_c_info(info->item)) n *= info->length;
    return n;
}

static ffi_type *element_of(SkCInfo *info) {
    while (info->kind == SK_C_ARRAY) info = sk_c_info(info->item);
    return &info->ffi;
}

static size_t elements_by_class(SkCInfo *info, ffi_type **out) {
    size_t n = 0;
    for (size_t at = 0; at < info->size;) {
        size_t left = info->size - at < 8 ? info->size - at : 8;
        bool real = info->classes[at / 8] == 1;
        if (left == 8) out[n++] = real ? &ffi_type_double : &ffi_type_uint64;
        else if (left >= 4) out[n++] = real ? &ffi_type_float : &ffi_type_uint32, left = 4;
        else if (left >= 2) out[n++] = &ffi_type_uint16, left = 2;
        else out[n++] = &ffi_type_uint8;
        at += left;
    }
    return n;
}

static size_t elements_in_order(SkCInfo *base, const Specs *s, ffi_type **out) {
    size_t n = 0;
    for (ffi_type **e = base ? base->elements : NULL; e && *e; e++) out[n++] = *e;
    for (size_t i = 0; i < s->n; i++) {
        ffi_type *element = element_of(s->items[i].info);
        for (size_t j = element->size ? count_elements(s->items[i].info) : 0; j; j--) out[n++] = element;
    }
    return n;
}

static bool add_elements(SkCInfo *info, SkCInfo *base, const Specs *s) {
    info->ffi = (ffi_type){.size = info->size, .alignment = (unsigned short)info->align, .type = FFI_TYPE_STRUCT};
    if (base) memcpy(info->classes, base->classes, sizeof info->classes);
    ffi_type *elements[2 * FLAT_LIMIT];
    size_t n = 0;
    if (info->size <= FLAT_LIMIT) {
        for (size_t i = 0; i < s->n; i++) classify(info->classes, s->items[i].info, s->items[i].offset);
        n = info->mixed ? elements_by_class(info, elements) : elements_in_order(base, s, elements);
    } else {
        elements[n++] = &ffi_type_pointer;
    }
    if (!(info->elements = sk_malloc((n + 1) * sizeof *info->elements))) return sk_raise_memory(), false;
    memcpy(info->elements, elements, n * sizeof *elements);
    info->elements[n] = NULL;
    info->ffi.elements = info->elements;
    return true;
}

// ---- formats ------------------------------------------------------------------------------------------------------------------------------

static void pad(SkStrBuilder *b, size_t from, size_t to) {
    if (to <= from) return;
    char text[32];
    int n = to - from == 1 ? 0 : snprintf(text, sizeof text, "%zu", to - from);
    sk_sb_ascii(b, text, (size_t)n);
    sk_sb_char(b, 'x');
}

// "T{<i:a:4x<d:b:}"
static char *format_of(SkCInfo *info, SkCInfo *base, const Specs *s, size_t end) {
    if (info->kind == SK_C_UNION) return sk_c_text("B");
    SkStrBuilder b;
    sk_sb_init(&b);
    size_t last = base ? base->size : 0;
    if (base && base->format && base->format[0] == 'T') {
        sk_sb_ascii(&b, base->format, strlen(base->format) - 1);
    } else {
        sk_sb_cstr(&b, "T{");
    }
    for (size_t i = 0; i < s->n; i++) {
        const SkCFieldSpec *f = &s->items[i];
        pad(&b, last, f->offset);
        if (f->info->ndim) {
            sk_sb_char(&b, '(');
            for (int d = 0; d < f->info->ndim; d++) {
                char text[32];
                sk_sb_ascii(&b, text, (size_t)snprintf(text, sizeof text, "%s%lld", d ? "," : "", (long long)f->info->shape[d]));
            }
            sk_sb_char(&b, ')');
        }
        sk_sb_cstr(&b, f->info->format ? f->info->format : "B");
        sk_sb_char(&b, ':');
        sk_sb_str(&b, f->name);
        sk_sb_char(&b, ':');
        last = f->end;
    }
    pad(&b, end, info->size);
    sk_sb_char(&b, '}');
    SK_AUTO SkValue text = sk_sb_finish(&b);
    SK_AUTO_UTF8 SkUtf8 u = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
    return u.text ? sk_c_text("%s", u.text) : NULL;
}

// ---- making a class -----------------------------------------------------------------------------------------------------------------------

static SkValue all_names(SkCInfo *base, const Specs *s) {
    size_t before = base && !sk_is_empty(base->names) ? sk_tuple_len(base->names) : 0;
    SkTuple *t = sk_tuple_alloc(before + s->n);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < before; i++) sk_tuple_init(t, i, sk_retain(sk_tuple_peek(base->names, i)));
    for (size_t i = 0; i < s->n; i++) sk_tuple_init(t, before + i, sk_retain(s->items[i].name));
    return sk_counted(t);
}

static bool add_fields(SkType *t, const Specs *s, size_t first) {
    for (size_t i = 0; i < s->n; i++) {
        const SkCFieldSpec *f = &s->items[i];
        SkCPlace place = f->info->place;
        bool scalar = f->info->kind == SK_C_SIMPLE && (f->info->plain || f->bits >= 0);
        if (f->bits >= 0) {
            place.bits = (uint8_t)f->bits;
            place.shift = f->shift;
        }
        SK_AUTO SkValue field = new_field(f->name, f->type, scalar ? &place : NULL, f->offset, f->info->size, (int64_t)(first + i));
        if (sk_is_empty(field) || !sk_type_set_attr(t, f->name, field)) return false;
    }
    return true;
}

// The fields of the anonymous field f become t's.
static bool adopt_fields(SkType *t, SkCField *f, int64_t index, size_t offset) {
    SK_AUTO SkValue fields = sk_getattr_s(sk_type_value(f->type), "_fields_");
    SK_AUTO SkValue list = sk_is_empty(fields) ? SK_EMPTY : sk_to_list(fields);
    if (sk_is_empty(list)) return false;
    for (size_t i = 0; i < sk_list_len(list); i++) {
        SK_AUTO SkValue pair = sk_list_get(list, i);
        SK_AUTO SkValue name = sk_is_empty(pair) ? SK_EMPTY : sk_getitem_i(pair, 0);
        SK_AUTO SkValue inner = sk_is_empty(name) ? SK_EMPTY : sk_getattr(sk_type_value(f->type), name);
        if (sk_is_empty(inner)) return false;
        if (!is_field(inner)) return sk_raise_false(sk_exc_TypeError, "unexpected type");
        SkCField *g = as_field(inner);
        if (g->anonymous) {
            if (!adopt_fields(t, g, index + g->index, offset + g->offset)) return false;
            continue;
        }
        SK_AUTO SkValue made = new_field(name, g->type, &g->place, offset + g->offset, g->size, index + g->index);
        if (sk_is_empty(made) || !sk_type_set_attr(t, name, made)) return false;
    }
    return true;
}

static bool adopt_anonymous(SkType *t) {
    SK_AUTO SkValue names = sk_c_class_attr(t, "_anonymous_");
    if (sk_is_empty(names)) return !sk_error_occurred();
    SK_AUTO SkValue list = sk_is_sequence(names) ? sk_to_list(names) : SK_EMPTY;
    if (sk_is_empty(list)) return sk_raise_false(sk_exc_TypeError, "_anonymous_ must be a sequence");
    for (size_t i = 0; i < sk_list_len(list); i++) {
        SK_AUTO SkValue name = sk_list_get(list, i);
        SK_AUTO SkValue v = sk_is_empty(name) ? SK_EMPTY : sk_getattr(sk_type_value(t), name);
        if (sk_is_empty(v)) return false;
        if (!is_field(v)) return sk_raise_false(sk_exc_AttributeError, "'%S' is specified in _anonymous_ but not in _fields_", name);
        SkCField *f = as_field(v);
        f->anonymous = true;
        if (!adopt_fields(t, f, f->index, f->offset)) return false;
    }
    return true;
}

static SkCInfo *make_info(SkCLayout layout, size_t forced, Specs *s, SkCInfo *base) {
    bool is_union = layout.is_union;
    SkCInfo *info = sk_c_lay_out(&layout, s->items, s->n) ? sk_c_info_new(is_union ? SK_C_UNION : SK_C_STRUCT) : NULL;
    if (!info) return NULL;
    info->align = layout.align > forced ? layout.align : forced;
    info->size = (layout.size + info->align - 1) / info->align * info->align;
    info->has_pointer = base && base->has_pointer;
    info->mixed = is_union || (base && base->mixed);
    for (size_t i = 0; i < s->n; i++) {
        SkCInfo *f = s->items[i].info;
        info->has_pointer |= f->is_pointer || f->has_pointer;
        info->mixed |= f->mixed || s->items[i].bits >= 0;
    }
    info->names = all_names(base, s);
    info->length = sk_is_empty(info->names) ? 0 : sk_tuple_len(info->names);
    if (!sk_is_empty(info->names) && add_elements(info, base, s) && (info->format = format_of(info, base, s, layout.size))) return info;
    sk_c_info_free(info);
    return NULL;
}

static bool abstract(SkType *t) {
    SK_AUTO SkValue v = sk_c_class_attr(t, "_abstract_");
    return !sk_is_empty(v);
}

static SkCInfo *base_info(SkType *t) { return t->base && sk_c_info(t->base) ? sk_c_info_final(t->base) : NULL; }

static bool set_fields(SkType *t, bool is_union, SkValue fields) {
    if (abstract(t)) return true;
    if (sk_error_occurred()) return false;
    SkCInfo *now = sk_c_info(t);
    if (!now) return sk_raise_false(sk_exc_TypeError, "ctypes state is not initialized");
    if (sk_load_relaxed(&now->final)) return sk_raise_false(sk_exc_AttributeError, "_fields_ is final");
    SkCInfo *base = base_info(t);
    SkCLayout layout = {.is_union = is_union, .size = base ? base->size : 0, .align = base ? base->align : 1};
    size_t forced = 0;
    SK_CLEANUP(specs_free) Specs s = {.pairs = SK_EMPTY};
    if (!read_rules(t, &layout, &forced) || !read_specs(fields, &s)) return false;
    SkCInfo *info = make_info(layout, forced, &s, base);
    if (!info) return false;
    sk_store_relaxed(&info->final, true);
    if (!sk_c_info_publish(t, info)) {
        sk_c_info_free(info);
        return sk_raise_false(sk_exc_AttributeError, "Structure or union cannot contain itself");
    }
    // Whoever sees the fields sees the size that has room for them.
    return add_fields(t, &s, info->length - s.n) && adopt_anonymous(t);
}

// Without `_fields_`: as the base, or empty.
static bool inherit(SkType *t, bool is_union) {
    SkCInfo *base = base_info(t), *info = sk_c_info_new(is_union ? SK_C_UNION : SK_C_STRUCT);
    if (!info) return false;
    Specs none = {.pairs = SK_EMPTY};
    if (base) {
        SkCInfo *copy = info;
        *copy = *base;
        sk_store_relaxed(&copy->final, false);
        copy->names = sk_retain(base->names);
        copy->elements = NULL;
        if ((copy->format = sk_c_text("%s", base->format)) && add_elements(copy, base, &none)) return sk_c_info_publish(t, copy);
    } else {
        info->names = sk_empty_tuple();
        info->mixed = is_union;
        if ((info->format = sk_c_text("B")) && add_elements(info, NULL, &none)) return sk_c_info_publish(t, info);
    }
    sk_c_info_free(info);
    return false;
}

static bool meta_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames, bool is_union) {
    if (!sk_c_init_class(self, args, nargs, kwnames)) return false;
    SkType *t = sk_as_type(self);
    if (nargs != 3 || !sk_is_dict(args[2])) return true;
    int is_abstract = sk_dict_contains(args[2], sk_intern_s("_abstract_"));
    if (is_abstract) return is_abstract > 0;
    if (!inherit(t, is_union)) return false;
    SK_AUTO SkValue fields = sk_dict_get_s(args[2], "_fields_");
    if (sk_is_empty(fields)) return !sk_error_occurred();
    // By way of the metaclass, which may have something to say about it.
    return sk_setattr_s(self, "_fields_", fields);
}

static bool struct_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) { return meta_init(self, args, nargs, kwnames, false); }
static bool union_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) { return meta_init(self, args, nargs, kwnames, true); }

static bool meta_setattr(SkValue self, SkValue name, SkValue v, bool is_union) {
    SkSetFn base = sk_type_type.setattr;
    if (!base(self, name, v)) return false;
    return sk_is_empty(v) || !sk_str_equals_ascii(name, "_fields_") || set_fields(sk_as_type(self), is_union, v);
}
static bool struct_setattr(SkValue self, SkValue name, SkValue v) { return meta_setattr(self, name, v, false); }
static bool union_setattr(SkValue self, SkValue name, SkValue v) { return meta_setattr(self, name, v, true); }

#define META(name_, doc_, init_, setattr_)                                                                                          \
    {                                                                                                                               \
        .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL},                   \
                 .basic_size = sizeof(SkType)},                                                                                     \
        .name = name_, .doc = doc_, .flags = SK_TF_BASE, .base = &sk_c_meta, .init = init_, .setattr = setattr_,                     \
    }
SkType sk_c_struct_meta = META("_ctypes.PyCStructType", "metatype for the CData Objects", struct_init, struct_setattr);
SkType sk_c_union_meta = META("_ctypes.UnionType", "metatype for the Union Objects", union_init, union_setattr);

// ---- instances ------------------------------------------------------------------------------------------------------------------------------

static bool init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkCInfo *info = sk_c_info(sk_type_of(self));
    if (!info) return sk_raise_false(sk_exc_TypeError, "abstract class");
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames), n = sk_is_empty(info->names) ? 0 : sk_tuple_len(info->names);
    if (nargs > n) return sk_raise_false(sk_exc_TypeError, "too many initializers");
    for (size_t i = 0; i < nargs; i++) {
        SkValue name = sk_tuple_peek(info->names, i);
        for (size_t k = 0; k < nkw; k++)
            if (sk_str_equal(name, sk_tuple_peek(kwnames, k))) return sk_raise_false(sk_exc_TypeError, "duplicate values for field %R", name);
        if (!sk_setattr(self, name, args[i])) return false;
    }
    for (size_t k = 0; k < nkw; k++)
        if (!sk_setattr(self, sk_tuple_peek(kwnames, k), args[nargs + k])) return false;
    return true;
}

#define DATA(name_, doc_)                                                                                                            \
    {                                                                                                                                \
        SK_TYPE_HEAD(0, sizeof(SkCData), sk_c_data_trace, sk_c_data_clear, sk_c_data_destroy), .name = name_, .doc = doc_,            \
        .flags = SK_TF_BASE, .base = &sk_c_data_type, .new_ = sk_c_data_make, .init = init,                                          \
    }
SkType sk_c_struct_type = DATA("_ctypes.Structure", "Structure base class");
SkType sk_c_union_type = DATA("_ctypes.Union", "Union base class");
