// _struct: the class Struct and the module's functions.
//
// A Struct's compiled format is immutable; __init__ replaces it whole, so that methods of other threads go on with the one
// they have loaded, which is freed after a grace period. PAIR(struct-format): published with release, loaded with acquire.
#include "modules/_struct.h"

#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

SkValue sk_struct_error;  // set once, by the module's exec

typedef struct {
    SkObject header;
    _Atomic(SkStructFormat *) format;  // NULL before __init__
    SkSlot text;                       // str
} Struct;

typedef struct {
    SkObject header;
    SkSlot owner;            // the Struct; fixed
    SkBuffer view;           // released at the object's death
    SkStructFormat *format;  // a copy
    _Atomic int64_t offset;
} UnpackIterator;

#define FAIL(...) sk_raise(sk_as_type(sk_struct_error), __VA_ARGS__)

// ---- the class --------------------------------------------------------------------------------------------------------------

static void struct_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((Struct *)o)->text, visit, arg);
}

static void struct_clear(SkObject *o) { sk_instance_clear(o); }

static void struct_destroy(SkObject *o) {
    Struct *s = (Struct *)o;
    sk_slot_destroy(o, &s->text);
    sk_free(sk_load_relaxed(&s->format));
    sk_instance_free(o, 0);
}

static SkType struct_type, iterator_type;

// The text of a format argument: a str (counted) of ASCII characters.
static SkValue format_text(SkValue v) {
    if (sk_is_str(v)) {
        if (sk_as_str(v)->ascii) return sk_retain(v);
        SkValue ascii = SK_N(ascii);
        sk_release(sk_call_method_s(v, "encode", &ascii, 1));  // raises
        return SK_EMPTY;
    }
    if (sk_is_bytes(v)) return sk_str_from_latin1(sk_as_bytes(v)->data, sk_as_bytes(v)->length);
    return sk_raise(sk_exc_TypeError, "Struct() argument 1 must be a str or bytes object, not %.200O", v);
}

static bool struct_set_format(Struct *s, SkValue format) {
    SK_AUTO SkValue text = format_text(format);
    if (sk_is_empty(text)) return false;
    if (strlen(sk_as_str(text)->data) != sk_str_len(text)) return sk_raise_false(sk_as_type(sk_struct_error), "embedded null character");
    SkStructFormat *f = sk_struct_compile(sk_as_str(text)->data);
    if (!f) return false;
    sk_slot_set(&s->header, &s->text, sk_move(&text));
    // PAIR(struct-format): with format_of; without it a reader could see a format before its codes
    SkStructFormat *old = sk_swap_acq_rel(&s->format, f);
    if (old) sk_retire(old, sizeof *old + old->ncodes * sizeof(SkStructCode));
    return true;
}

static SkValue struct_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static bool struct_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[1];
    return sk_bind("Struct", "(format)", &sig, args, nargs, kwnames, a) && struct_set_format((Struct *)sk_ptr(self), a[0]);
}

static const SkStructFormat *format_of(SkValue self) {
    const SkStructFormat *f = sk_load_acquire(&((Struct *)sk_ptr(self))->format);  // PAIR(struct-format)
    if (!f) sk_raise(sk_exc_RuntimeError, "Struct object is not initialized");
    return f;
}

static SkValue struct_repr(SkValue self) {
    if (!format_of(self)) return SK_EMPTY;
    SK_AUTO SkValue text = sk_slot_get(sk_ptr(self), &((Struct *)sk_ptr(self))->text);
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    return sk_str_format("%s(%R)", dot ? dot + 1 : name, text);
}

// ---- packing ------------------------------------------------------------------------------------------------------------------

static bool check_items(const SkStructFormat *f, const char *name, size_t n) {
    if ((int64_t)n == f->nitems) return true;
    FAIL("%s expected %lld items for packing (got %zu)", name, (long long)f->nitems, n);
    return false;
}

static SkValue pack(const SkStructFormat *f, const SkValue *args, size_t n) {
    if (!check_items(f, "pack", n)) return SK_EMPTY;
    SkBytes *b = sk_bytes_new((size_t)f->size);
    if (!b) return SK_EMPTY;
    SK_AUTO SkValue result = sk_counted(b);
    return sk_struct_pack(f, (uint8_t *)b->data, args) ? sk_move(&result) : SK_EMPTY;
}

static SkValue pack_into(const SkStructFormat *f, const SkValue *args, size_t n) {
    if (n == 0) return FAIL("pack_into expected buffer argument");
    if (n == 1) return FAIL("pack_into expected offset argument");
    if (!check_items(f, "pack_into", n - 2)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(args[0], &view, SK_BUF_WRITABLE)) {
        if (sk_error_matches(sk_exc_BufferError) || sk_error_matches(sk_exc_TypeError)) {
            sk_error_clear();
            return sk_raise(sk_exc_TypeError, "argument must be read-write bytes-like object, not %.50O", args[0]);
        }
        return SK_EMPTY;
    }
    int64_t offset;
    if (!sk_index_as_int64(args[1], &offset, sk_exc_IndexError)) return SK_EMPTY;
    if (offset < 0) {
        if (offset + f->size > 0) return FAIL("no space to pack %lld bytes at offset %lld", (long long)f->size, (long long)offset);
        if (offset + view.length < 0)
            return FAIL("offset %lld out of range for %lld-byte buffer", (long long)offset, (long long)view.length);
        offset += view.length;
    }
    if (view.length - offset < f->size)
        return FAIL("pack_into requires a buffer of at least %llu bytes for packing %lld bytes at offset %lld (actual buffer size is %lld)",
                    (unsigned long long)f->size + (unsigned long long)offset, (long long)f->size, (long long)offset, (long long)view.length);
    SkBytes *packed = sk_bytes_new((size_t)f->size);
    if (!packed) return SK_EMPTY;
    SK_AUTO SkValue keep = sk_counted(packed);
    if (!sk_struct_pack(f, (uint8_t *)packed->data, args + 2)) return SK_EMPTY;
    sk_racy_copy((char *)view.data + offset, packed->data, (size_t)f->size);
    return SK_NONE;
}

// The packed bytes, copied when others may write to them.
static SkValue unpack_racy(const SkStructFormat *f, const SkBuffer *view, int64_t at) {
    const char *from = (const char *)view->data + at;
    char few[256];
    if (sk_is_bytes(view->owner)) return sk_struct_unpack(f, (const uint8_t *)from);
    if (f->size <= (int64_t)sizeof few) {
        sk_racy_copy(few, from, (size_t)f->size);
        return sk_struct_unpack(f, (const uint8_t *)few);
    }
    SK_AUTO SkValue copy = sk_bytes_from_racy(from, (size_t)f->size);
    return sk_is_empty(copy) ? SK_EMPTY : sk_struct_unpack(f, (const uint8_t *)sk_as_bytes(copy)->data);
}

// ---- unpacking ----------------------------------------------------------------------------------------------------------------

static SkValue unpack(const SkStructFormat *f, SkValue buffer) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(buffer, &view, SK_BUF_LIVE)) return SK_EMPTY;
    if (view.length != f->size) return FAIL("unpack requires a buffer of %lld bytes", (long long)f->size);
    return unpack_racy(f, &view, 0);
}

static SkValue unpack_from(const SkStructFormat *f, SkValue buffer, SkValue at) {
    int64_t offset = 0;
    if (!sk_is_empty(at) && !sk_index_as_int64(at, &offset, sk_exc_OverflowError)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(buffer, &view, SK_BUF_LIVE)) return SK_EMPTY;
    if (offset < 0) {
        if (offset + f->size > 0) return FAIL("not enough data to unpack %lld bytes at offset %lld", (long long)f->size, (long long)offset);
        if (offset + view.length < 0)
            return FAIL("offset %lld out of range for %lld-byte buffer", (long long)offset, (long long)view.length);
        offset += view.length;
    }
    if (view.length - offset < f->size)
        return FAIL("unpack_from requires a buffer of at least %llu bytes for unpacking %lld bytes at offset %lld (actual buffer size is %lld)",
                    (unsigned long long)f->size + (unsigned long long)offset, (long long)f->size, (long long)offset, (long long)view.length);
    return unpack_racy(f, &view, offset);
}

static SkValue iter_unpack(SkValue self, SkValue buffer) {
    const SkStructFormat *f = format_of(self);
    if (!f) return SK_EMPTY;
    if (f->size == 0) return FAIL("cannot iteratively unpack with a struct of length 0");
    SkBuffer view = {0};
    if (!sk_buffer_get(buffer, &view, SK_BUF_LIVE)) return SK_EMPTY;
    size_t size = sizeof *f + f->ncodes * sizeof(SkStructCode);
    SkStructFormat *copy = NULL;
    UnpackIterator *it = NULL;
    if (view.length % f->size != 0) {
        FAIL("iterative unpacking requires a buffer of a multiple of %lld bytes", (long long)f->size);
    } else if (!(copy = sk_malloc(size)) || !(it = (UnpackIterator *)sk_container_new(&iterator_type.head, sizeof *it))) {
        sk_free(copy);
        sk_raise_memory();
    }
    if (!it) {
        sk_buffer_release(&view);
        return SK_EMPTY;
    }
    memcpy(copy, f, size);
    it->format = copy;
    // A view may point into itself.
    bool own_shape = view.shape == &view.shape1, own_strides = view.strides == &view.stride1;
    it->view = view;
    if (own_shape) it->view.shape = &it->view.shape1;
    if (own_strides) it->view.strides = &it->view.stride1;
    sk_slot_init(&it->owner, sk_retain(self));
    return sk_counted(it);
}

static void iterator_trace(SkObject *o, SkVisit visit, void *arg) {
    UnpackIterator *it = (UnpackIterator *)o;
    sk_slot_visit(&it->owner, visit, arg);
    if (sk_is_ptr(it->view.owner)) visit(it->view.owner, arg);
}
static void iterator_destroy(SkObject *o) {
    UnpackIterator *it = (UnpackIterator *)o;
    sk_slot_destroy(o, &it->owner);
    if (!sk_is_empty(it->view.owner)) sk_buffer_release(&it->view);
    sk_free(it->format);
    sk_object_free(o, sizeof *it);
}

static SkValue iterator_iter(SkValue self) { return sk_dup(self); }

static SkValue iterator_next(SkValue self) {
    UnpackIterator *it = (UnpackIterator *)sk_ptr(self);
    int64_t at = sk_load_relaxed(&it->offset), size = it->format->size;
    for (;; at = sk_load_relaxed(&it->offset)) {
        if (it->view.length - at < size) return SK_EMPTY;
        if (sk_claim(&it->offset, at, at + size)) break;
    }
    return unpack_racy(it->format, &it->view, at);
}

static SkValue iterator_length_hint(SkValue self) {
    UnpackIterator *it = (UnpackIterator *)sk_ptr(self);
    return sk_int_from_int64((it->view.length - sk_load_relaxed(&it->offset)) / it->format->size);
}

static const SkMethodDef iterator_methods[] = {
    {"__length_hint__", SK_NOARGS, .noargs = iterator_length_hint, .sig = "()", .doc = "How many items are left."},
    {0},
};

static SkType iterator_type = {
    SK_TYPE_HEAD(0, sizeof(UnpackIterator), iterator_trace, NULL, iterator_destroy),
    .name = "_struct.unpack_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = iterator_iter,
    .iternext = iterator_next,
    .methods = iterator_methods,
};

// ---- methods --------------------------------------------------------------------------------------------------------------------

static SkValue struct_pack(SkValue self, const SkValue *args, size_t n) {
    const SkStructFormat *f = format_of(self);
    return f ? pack(f, args, n) : SK_EMPTY;
}
static SkValue struct_pack_into(SkValue self, const SkValue *args, size_t n) {
    const SkStructFormat *f = format_of(self);
    return f ? pack_into(f, args, n) : SK_EMPTY;
}
static SkValue struct_unpack(SkValue self, SkValue buffer) {
    const SkStructFormat *f = format_of(self);
    return f ? unpack(f, buffer) : SK_EMPTY;
}
static SkValue struct_unpack_from(SkValue self, const SkValue *a) {
    const SkStructFormat *f = format_of(self);
    return f ? unpack_from(f, a[0], a[1]) : SK_EMPTY;
}
static SkValue struct_sizeof(SkValue self) {
    const SkStructFormat *f = format_of(self);
    return f ? sk_from_small_int((int64_t)(sizeof(Struct) + sizeof *f + f->ncodes * sizeof(SkStructCode))) : SK_EMPTY;
}

static SkValue get_format(SkValue self, void *closure SK_UNUSED) {
    Struct *s = (Struct *)sk_ptr(self);
    SkValue text = sk_slot_load(&s->header, &s->text);
    return sk_is_empty(text) ? SK_NONE : text;
}
static SkValue get_size(SkValue self, void *closure SK_UNUSED) {
    const SkStructFormat *f = sk_load_acquire(&((Struct *)sk_ptr(self))->format);
    return f ? sk_int_from_int64(f->size) : sk_from_small_int(-1);
}

static const SkMethodDef struct_methods[] = {
    {"pack", SK_FAST, .fast = struct_pack, .sig = NULL, .doc = "pack(v1, v2, ...) -> bytes\n\nThe values packed by this format."},
    {"pack_into", SK_FAST, .fast = struct_pack_into, .sig = NULL, .doc = "pack_into(buffer, offset, v1, v2, ...)\n\nPacks into a writable buffer."},
    {"unpack", SK_ONEARG, .onearg = struct_unpack, .sig = "(buffer, /)", .doc = "The values packed in a buffer of exactly this size."},
    {"unpack_from", SK_SIG, .sig_fn = struct_unpack_from, .sig = "(buffer, offset=0)", .doc = "The values packed in a buffer from an offset on."},
    {"iter_unpack", SK_ONEARG, .onearg = iter_unpack, .sig = "(buffer, /)", .doc = "An iterator over the values of each stretch of a buffer."},
    {"__sizeof__", SK_NOARGS, .noargs = struct_sizeof, .sig = "()", .doc = "Size in memory, in bytes."},
    {0},
};

static const SkGetSetDef struct_getset[] = {
    {.name = "format", .get = get_format, .doc = "The format."},
    {.name = "size", .get = get_size, .doc = "Bytes of the packed values."},
    {0},
};

static SkType struct_type = {
    SK_TYPE_HEAD(0, sizeof(Struct), struct_trace, struct_clear, struct_destroy),
    .name = "_struct.Struct",
    .doc = "Struct(format)\n--\n\nA compiled format.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_WEAKREF,
    .new_ = struct_new,
    .init = struct_init,
    .repr = struct_repr,
    .methods = struct_methods,
    .getset = struct_getset,
};

// ---- functions --------------------------------------------------------------------------------------------------------------------

enum { CACHE_SIZE = 100 };
static SkValue cache;  // a dict from formats to Structs: set once by the module's exec, before anybody can call

// The Struct of a format argument (counted).
static SkValue cached(SkValue format) {
    bool key = sk_is_exact_str(format) || sk_is_exact_bytes(format);
    SK_AUTO SkValue s = key ? sk_dict_get(cache, format) : SK_EMPTY;
    if (!sk_is_empty(s) || sk_error_occurred()) return sk_move(&s);
    s = sk_call1(sk_type_value(&struct_type), format);
    if (sk_is_empty(s) || !key) return sk_move(&s);
    if (sk_dict_len(cache) >= CACHE_SIZE) sk_dict_clear(cache);
    return sk_dict_set(cache, format, s) ? sk_move(&s) : SK_EMPTY;
}

static SkValue module_calcsize(SkValue m SK_UNUSED, SkValue format) {
    SK_AUTO SkValue s = cached(format);
    return sk_is_empty(s) ? SK_EMPTY : get_size(s, NULL);
}
static SkValue module_pack(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    if (!n) return sk_raise(sk_exc_TypeError, "missing format argument");
    SK_AUTO SkValue s = cached(args[0]);
    return sk_is_empty(s) ? SK_EMPTY : struct_pack(s, args + 1, n - 1);
}
static SkValue module_pack_into(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    if (!n) return sk_raise(sk_exc_TypeError, "missing format argument");
    SK_AUTO SkValue s = cached(args[0]);
    return sk_is_empty(s) ? SK_EMPTY : struct_pack_into(s, args + 1, n - 1);
}
static SkValue module_unpack(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    if (!sk_check_nargs("unpack", n, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue s = cached(args[0]);
    return sk_is_empty(s) ? SK_EMPTY : struct_unpack(s, args[1]);
}
static SkValue module_unpack_from(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO SkValue s = cached(a[0]);
    return sk_is_empty(s) ? SK_EMPTY : struct_unpack_from(s, a + 1);
}
static SkValue module_iter_unpack(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    if (!sk_check_nargs("iter_unpack", n, 2, 2)) return SK_EMPTY;
    SK_AUTO SkValue s = cached(args[0]);
    return sk_is_empty(s) ? SK_EMPTY : iter_unpack(s, args[1]);
}
static SkValue module_clearcache(SkValue m SK_UNUSED) {
    sk_dict_clear(cache);
    return SK_NONE;
}

static const SkMethodDef functions[] = {
    {"_clearcache", SK_NOARGS, .noargs = module_clearcache, .sig = "()", .doc = "Forgets the compiled formats."},
    {"calcsize", SK_ONEARG, .onearg = module_calcsize, .sig = "(format, /)", .doc = "Bytes of the values packed by a format."},
    {"pack", SK_FAST, .fast = module_pack, .sig = NULL, .doc = "pack(format, v1, v2, ...) -> bytes\n\nThe values packed by a format."},
    {"pack_into", SK_FAST, .fast = module_pack_into, .sig = NULL, .doc = "pack_into(format, buffer, offset, v1, v2, ...)\n\nPacks into a writable buffer."},
    {"unpack", SK_FAST, .fast = module_unpack, .sig = "(format, buffer, /)", .doc = "The values packed in a buffer of exactly the format's size."},
    {"unpack_from", SK_SIG, .sig_fn = module_unpack_from, .sig = "(format, /, buffer, offset=0)", .doc = "The values packed in a buffer from an offset on."},
    {"iter_unpack", SK_FAST, .fast = module_iter_unpack, .sig = "(format, buffer, /)", .doc = "An iterator over the values of each stretch of a buffer."},
    {0},
};

// class error(Exception), of the module struct.
static SkValue make_error_class(void) {
    SK_AUTO SkValue name = sk_str_from("error"), module = sk_str_from("struct"), dict = sk_dict_new();
    SK_AUTO SkValue bases = sk_tuple_pack(1, sk_type_value(sk_exc_Exception));
    if (sk_is_empty(name) || sk_is_empty(module) || sk_is_empty(dict) || sk_is_empty(bases)) return SK_EMPTY;
    if (!sk_dict_set_s(dict, "__module__", module)) return SK_EMPTY;
    return sk_type_new_class(name, bases, dict);
}

static bool struct_exec(SkValue m) {
    if (sk_is_empty(sk_struct_error)) {
        SkValue error = make_error_class(), dict = sk_dict_new();
        if (sk_is_empty(error) || sk_is_empty(dict)) {
            sk_release(error);
            sk_release(dict);
            return false;
        }
        sk_make_immortal(sk_ptr(error));
        sk_make_immortal(sk_ptr(dict));
        cache = dict;
        sk_struct_error = error;
    }
    return sk_type_ready(&iterator_type) && sk_module_add_type(m, &struct_type) && sk_module_add(m, "error", sk_struct_error);
}

const SkModuleDef sk_module__struct = {
    .name = "_struct",
    .doc = "Conversion between values and C structs as bytes.",
    .functions = functions,
    .exec = struct_exec,
};
