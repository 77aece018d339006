// _ctypes: instances of C data: their memory, what they keep, assigning to parts of them, buffers and pickles; and what every class
// of C data can do. The contract about threads is in _ctypes.h.
#include "modules/dynamic/ffi/_ctypes.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/memoryview.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- memory -----------------------------------------------------------------------------------------------------------------

// Before the bytes it stands for, as far as their alignment demands.
struct SkCBlock {
    SkCBlock *next;   // the one before
    size_t capacity;
};

static char *block_new(size_t size, size_t align, SkCBlock **block) {
    size_t head = align > 16 ? align : 16, total;
    if (__builtin_add_overflow(head, size, &total) || total > INT64_MAX) return NULL;
    SkCBlock *b = align > 16 ? sk_aligned_alloc(align, total) : sk_malloc(total);
    if (!b) return NULL;
    memset(b, 0, total);
    b->capacity = size;
    *block = b;
    return (char *)b + head;
}

static SkCData *data_alloc(SkType *t, SkCInfo *info) {
    SkCData *d = (SkCData *)sk_type_alloc(t, 0);
    if (!d) return NULL;
    d->length = info->length;
    sk_store_relaxed(&d->size, info->size);
    return d;
}

static bool give_memory(SkCData *d, SkCInfo *info) {
    d->own = true;
    char *memory = d->small;
    if ((info->size > sizeof d->small || info->align > 16) && !(memory = block_new(info->size, info->align, &d->blocks))) {
        sk_raise_memory();
        return false;
    }
    sk_store_release(&d->memory, memory);  // PAIR(c-resize)
    return true;
}

SkCData *sk_c_data_new(SkType *t) {
    SkCInfo *info = sk_c_info_final(t);
    SkCData *d = info ? data_alloc(t, info) : NULL;
    if (!d || give_memory(d, info)) return d;
    sk_release(sk_counted(d));
    return NULL;
}

SkValue sk_c_data_make(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkCData *d = sk_c_data_new(t);
    return d ? sk_counted(d) : SK_EMPTY;
}

SkValue sk_c_data_part(SkType *t, SkValue base, int64_t index, char *memory) {
    SkCInfo *info = sk_c_info_final(t);
    SkCData *d = info ? data_alloc(t, info) : NULL;
    if (!d) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(d);
    if (sk_is_empty(base)) {
        if (!give_memory(d, info)) return SK_EMPTY;
        sk_c_copy(sk_c_memory(d), memory, info->size);
        return sk_move(&v);
    }
    sk_slot_init(&d->base, sk_retain(base));
    d->index = index;
    sk_store_release(&d->memory, memory);  // PAIR(c-resize)
    return sk_move(&v);
}

SkValue sk_c_data_at(SkType *t, char *address) {
    SkCInfo *info = sk_c_info_final(t);
    SK_AUTO SkValue number = info ? sk_int_from_uint64((uint64_t)(uintptr_t)address) : SK_EMPTY;
    if (sk_is_empty(number) || !sk_audit("ctypes.cdata", number)) return SK_EMPTY;
    SkCData *d = data_alloc(t, info);
    if (!d) return SK_EMPTY;
    sk_store_release(&d->memory, address);  // PAIR(c-resize)
    return sk_counted(d);
}

bool sk_c_data_resize(SkCData *d, size_t size) {
    SkCBlock *made = NULL;
    for (;;) {
        char *fresh = made ? (char *)made + 16 : NULL;
        sk_lock(&d->header);
        size_t capacity = d->blocks ? d->blocks->capacity : sizeof d->small, old = sk_load_relaxed(&d->size);
        bool fits = size <= capacity;
        if (!fits && made) {
            sk_c_copy(fresh, sk_load_relaxed(&d->memory), old);
            made->next = d->blocks;
            d->blocks = made;
            made = NULL;
            sk_store_release(&d->memory, fresh);  // PAIR(c-resize)
            fits = true;
        }
        if (fits) sk_store_release(&d->size, size);  // PAIR(c-resize): after the memory that has room for it
        sk_unlock(&d->header);
        if (fits) {
            sk_free(made);
            return true;
        }
        if (!block_new(size, 1, &made)) return sk_raise_memory(), false;
    }
}

void sk_c_data_destroy(SkObject *o) {
    SkCData *d = (SkCData *)o;
    sk_slot_destroy(o, &d->objects);
    sk_slot_destroy(o, &d->base);
    for (SkCBlock *b = d->blocks, *next; b; b = next) {
        next = b->next;
        sk_free(b);
    }
    sk_instance_free(o, 0);
}

void sk_c_data_trace(SkObject *o, SkVisit visit, void *arg) {
    SkCData *d = (SkCData *)o;
    sk_slot_visit(&d->base, visit, arg);
    sk_slot_visit(&d->objects, visit, arg);
    sk_instance_trace(o, visit, arg);
}

void sk_c_data_clear(SkObject *o) {
    sk_slot_set(o, &((SkCData *)o)->objects, SK_EMPTY);
    sk_instance_clear(o);
}

// ---- what is kept -------------------------------------------------------------------------------------------------------------

static SkCData *base_of(SkCData *d) {
    SkValue base = sk_slot_peek(&d->base);
    return !sk_is_empty(base) && sk_c_is_data(base) ? sk_c_data(base) : NULL;
}

static SkCData *root_of(SkCData *d) {
    for (SkCData *base; (base = base_of(d));) d = base;
    return d;
}

static void share(SkObject *o) { sk_or_relaxed(&o->tl, SK_SHARED); }

// What root keeps, a dict where it has parts: made on demand.
static SkValue kept_by(SkCData *root) {
    SkValue v = sk_slot_get(&root->header, &root->objects);
    if (!sk_is_empty(v)) return v;
    SK_AUTO SkValue fresh = root->length ? sk_dict_new() : SK_NONE;
    if (sk_is_empty(fresh)) return SK_EMPTY;
    if (sk_is_ptr(fresh)) share(sk_ptr(fresh));
    share(&root->header);
    sk_lock(&root->header);
    v = sk_slot_peek(&root->objects);
    if (sk_is_empty(v)) sk_slot_publish(&root->objects, v = sk_retain(fresh));
    v = sk_retain(v);
    sk_unlock(&root->header);
    return v;
}

SkValue sk_c_kept(SkCData *d) { return kept_by(root_of(d)); }

// "0:2:1": the index in the object, and so on outwards, in hexadecimal digits.
static SkValue key_of(SkCData *d, int64_t index) {
    SkStrBuilder b;
    sk_sb_init(&b);
    char text[24];
    sk_sb_ascii(&b, text, (size_t)snprintf(text, sizeof text, "%x", (unsigned)index));
    for (SkCData *base; (base = base_of(d)); d = base) sk_sb_ascii(&b, text, (size_t)snprintf(text, sizeof text, ":%x", (unsigned)d->index));
    return sk_sb_finish(&b);
}

// By the outermost object's address: what is kept and the memory that needs it change together. Held for a few instructions; no
// Python code runs, and no safepoint is passed.
static pthread_mutex_t store_locks[16] = {[0 ... 15] = PTHREAD_MUTEX_INITIALIZER};

static bool keep_one(SkCData *root, SkValue kept, SkValue key, SkValue keep, SkValue *old) {
    if (sk_is_empty(keep) || sk_is_none(keep)) return true;
    if (sk_is_empty(key)) {
        *old = sk_slot_swap(&root->header, &root->objects, sk_retain(keep));
        return true;
    }
    *old = sk_dict_get(kept, key);
    return sk_dict_set(kept, key, keep);
}

bool sk_c_store_kept(SkCData *target, const SkCKeep keeps[2], char *to, const char *from, size_t size) {
    SkCData *root = root_of(target);
    SK_AUTO SkValue kept = kept_by(root);
    if (sk_is_empty(kept)) return false;
    bool dict = root->length && sk_is_exact_dict(kept);
    SK_AUTO SkValue key0 = dict ? key_of(target, keeps[0].index) : SK_EMPTY;
    SK_AUTO SkValue key1 = dict ? key_of(target, keeps[1].index) : SK_EMPTY;
    if (dict && (sk_is_empty(key0) || sk_is_empty(key1))) return false;
    SK_AUTO SkValue old0 = SK_EMPTY;
    SK_AUTO SkValue old1 = SK_EMPTY;
    pthread_mutex_t *lock = &store_locks[(uintptr_t)root / 64 % SK_COUNT_OF(store_locks)];
    pthread_mutex_lock(lock);
    bool ok = keep_one(root, kept, key0, keeps[0].keep, &old0) && keep_one(root, kept, key1, keeps[1].keep, &old1);
    if (ok && size) sk_c_copy(to, from, size);
    pthread_mutex_unlock(lock);
    return ok;
}

bool sk_c_keep(SkCData *target, int64_t index, SkValue keep_) {
    SK_AUTO SkValue keep = keep_;
    if (sk_is_empty(keep) || sk_is_none(keep)) return true;
    return sk_c_store_kept(target, (SkCKeep[]){{index, keep}, {index, SK_EMPTY}}, NULL, NULL, 0);
}

bool sk_c_data_cast(SkCData *made, SkValue source, char *p) {
    sk_c_copy(sk_c_memory(made), &p, sizeof p);
    if (!sk_c_is_data(source)) return true;
    SK_AUTO SkValue kept = sk_c_kept(sk_c_data(source));
    if (sk_is_empty(kept)) return false;
    share(&made->header);
    sk_slot_init(&made->objects, sk_retain(kept));
    if (!sk_is_exact_dict(kept)) return true;
    SK_AUTO SkValue key = sk_int_from_uint64((uint64_t)(uintptr_t)sk_ptr(source));
    return !sk_is_empty(key) && sk_dict_set(kept, key, source);
}

// ---- parts ----------------------------------------------------------------------------------------------------------------------

SkValue sk_c_data_get(SkType *t, const SkCPlace *place, SkValue base, int64_t index, char *memory) {
    if (place) return sk_c_load(place, memory);
    SkCInfo *info = sk_c_info_final(t);
    if (!info) return SK_EMPTY;
    return info->plain ? sk_c_load(&info->place, memory) : sk_c_data_part(t, base, index, memory);
}

// What is going to be stored, and needs something kept: counted, or empty.
typedef struct {
    const char *from;   // NULL: the memory has it already
    SkValue source;     // what `from` lies in
    SkValue keep;
    _Alignas(8) char small[8];
} Pending;

static void pending_free(Pending *p) {
    sk_release(p->source);
    sk_release(p->keep);
}

static bool assign(SkType *t, const SkCPlace *place, SkValue v, size_t size, char *memory, Pending *p);

// A tuple stands for the instance that the class makes of it.
static bool assign_tuple(SkType *t, SkValue v, size_t size, char *memory, Pending *p) {
    SK_AUTO SkValue made = sk_call_tuple(sk_type_value(t), v, SK_EMPTY);
    if (sk_is_empty(made)) {
        sk_c_extend_error(sk_exc_RuntimeError, "(%s) ", t->name);
        return false;
    }
    return assign(t, NULL, made, size, memory, p);
}

static bool incompatible(SkValue v, SkType *t) {
    return sk_raise_false(sk_exc_TypeError, "incompatible types, %T instance instead of %s instance", v, t->name);
}

static bool assign_scalar(const SkCPlace *place, SkValue v, char *memory, Pending *p) {
    if (place->code->kind < SK_CK_STRING) return sk_c_store(place, memory, v, &p->keep);
    p->from = p->small;
    return sk_c_store(place, p->small, v, &p->keep);
}

static bool assign(SkType *t, const SkCPlace *place, SkValue v, size_t size, char *memory, Pending *p) {
    if (place) return assign_scalar(place, v, memory, p);
    SkCInfo *info = sk_c_info(t);
    bool pointer = info && info->kind == SK_C_POINTER;
    if (!sk_c_is_data(v)) {
        if (info && info->kind == SK_C_SIMPLE) return assign_scalar(&info->place, v, memory, p);
        if (sk_is_tuple(v)) return assign_tuple(t, v, size, memory, p);
        if (pointer && sk_is_none(v)) return sk_c_copy(memory, &(void *){NULL}, sizeof(void *)), true;
        return sk_raise_false(sk_exc_TypeError, "expected %s instance, got %T", t->name, v);
    }
    SkCData *from = sk_c_data(v);
    int same = sk_is_instance(v, sk_type_value(t));
    if (same < 0) return false;
    if (same) {
        if (sk_c_size(from) < size) return incompatible(v, t);
        p->from = sk_c_memory(from);
        p->source = sk_retain(v);
        p->keep = sk_c_kept(from);
        return !sk_is_empty(p->keep);
    }
    SkCInfo *other = sk_c_info(sk_type_of(v));
    if (!pointer || !other || other->kind != SK_C_ARRAY || other->item != info->item) return incompatible(v, t);
    char *target = sk_c_memory(from);
    memcpy(p->small, &target, sizeof target);
    p->from = p->small;
    SK_AUTO SkValue kept = sk_c_kept(from);
    // The array itself is pointed to, so it has to stay too.
    return !sk_is_empty(kept) && !sk_is_empty(p->keep = sk_tuple_pack(2, kept, v));
}

bool sk_c_data_set(SkCData *target, SkType *t, const SkCPlace *place, SkValue v, int64_t index, size_t size, char *memory) {
    SK_CLEANUP(pending_free) Pending p = {0};
    if (!assign(t, place, v, size, memory, &p)) return false;
    if (!p.from) return true;
    if (!sk_is_empty(p.keep) && !sk_is_none(p.keep))
        return sk_c_store_kept(target, (SkCKeep[]){{index, p.keep}, {index, SK_EMPTY}}, memory, p.from, size);
    sk_c_copy(memory, p.from, size);
    return true;
}

// ---- what instances can do ----------------------------------------------------------------------------------------------------------

static bool get_buffer(SkValue self, SkBuffer *view, int flags) {
    (void)flags;
    SkCData *d = sk_c_data(self);
    SkType *t = sk_type_of(self);
    SkCInfo *info = sk_c_info(t);
    if (!info) return sk_raise_false(sk_exc_TypeError, "abstract class");
    SkCInfo *item = info;
    while (item->kind == SK_C_ARRAY) item = sk_c_info(item->item);
    size_t size = sk_c_size(d);
    *view = (SkBuffer){.data = sk_c_memory(d), .length = (int64_t)size, .item_size = (int64_t)item->size, .ndim = info->ndim,
                       .format = info->format ? info->format : "B", .shape = info->shape, .owner = sk_retain(self)};
    return true;
}

static int64_t hash(SkValue self) {
    (void)self;
    sk_raise(sk_exc_TypeError, "unhashable type");
    return -1;
}

static SkValue get_base(SkValue self, void *c) {
    (void)c;
    SkCData *base = base_of(sk_c_data(self));
    return base ? sk_slot_load(sk_ptr(self), &sk_c_data(self)->base) : SK_NONE;
}
static SkValue get_own(SkValue self, void *c) {
    (void)c;
    return sk_from_small_int(sk_c_data(self)->own);
}
static SkValue get_objects(SkValue self, void *c) {
    (void)c;
    SkValue v = sk_slot_load(sk_ptr(self), &sk_c_data(self)->objects);
    return sk_is_empty(v) ? SK_NONE : v;
}
static const SkGetSetDef data_getset[] = {
    {"_b_base_", get_base, sk_readonly_member, "the base object", NULL},
    {"_b_needsfree_", get_own, sk_readonly_member, "whether the object owns the memory or not", NULL},
    {"_objects", get_objects, sk_readonly_member, "internal objects tree (NEVER CHANGE THIS OBJECT!)", NULL},
    {0},
};

static SkValue from_outparam(SkValue self) { return sk_dup(self); }

static SkValue reduce(SkValue self) {
    SkCInfo *info = sk_c_info(sk_type_of(self));
    if (!info || info->is_pointer || info->has_pointer) return sk_raise(sk_exc_ValueError, "ctypes objects containing pointers cannot be pickled");
    SK_AUTO SkValue dict = sk_getattr(self, SK_N(__dict__));
    SK_AUTO SkValue module = sk_is_empty(dict) ? SK_EMPTY : sk_import("_ctypes");
    SK_AUTO SkValue make = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "_unpickle");
    SkCData *d = sk_c_data(self);
    size_t size = sk_c_size(d);
    SK_AUTO SkValue bytes = sk_is_empty(make) ? SK_EMPTY : sk_bytes_from_racy(sk_c_memory(d), size);
    SK_AUTO SkValue state = sk_is_empty(bytes) ? SK_EMPTY : sk_tuple_pack(2, dict, bytes);
    SK_AUTO SkValue args = sk_is_empty(state) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), state);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, make, args);
}

static SkValue set_state(SkValue self, SkValue state) {
    if (!sk_is_tuple(state) || sk_tuple_len(state) != 2) return sk_raise(sk_exc_TypeError, "__setstate__() argument 1 must be a tuple of 2 items");
    SkValue extra = sk_tuple_peek(state, 0), bytes = sk_tuple_peek(state, 1);
    if (!sk_is_dict(extra)) return sk_raise_bad_argument("__setstate__", "argument 1", "dict", extra);
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(bytes, &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    SkCData *d = sk_c_data(self);
    size_t size = sk_c_size(d);
    sk_c_copy(sk_c_memory(d), b.data, (size_t)b.length < size ? (size_t)b.length : size);
    SK_AUTO SkValue dict = sk_getattr(self, SK_N(__dict__));
    if (sk_is_empty(dict)) return SK_EMPTY;
    if (!sk_is_dict(dict)) return sk_raise(sk_exc_TypeError, "%.200T.__dict__ must be a dictionary, not %.200T", self, dict);
    return sk_dict_update(dict, extra) ? SK_NONE : SK_EMPTY;
}

SkValue sk_c_unpickle(SkValue module, const SkValue *args) {
    (void)module;
    if (!sk_is_tuple(args[1])) return sk_raise_bad_argument("_unpickle", "argument 2", "tuple", args[1]);
    SK_AUTO SkValue made = sk_call_method(args[0], SK_N(__new__), args, 1);
    SK_AUTO SkValue set = sk_is_empty(made) ? SK_EMPTY : sk_getattr_s(made, "__setstate__");
    SK_AUTO SkValue done = sk_is_empty(set) ? SK_EMPTY : sk_call1(set, args[1]);
    return sk_is_empty(done) ? SK_EMPTY : sk_move(&made);
}

static const SkMethodDef data_methods[] = {
    {"__ctypes_from_outparam__", SK_NOARGS, .noargs = from_outparam, .sig = "()", .doc = "default __ctypes_from_outparam__ method returns self."},
    {"__reduce__", SK_NOARGS, .noargs = reduce, .sig = "()"},
    {"__setstate__", SK_ONEARG, .onearg = set_state, .sig = "(state, /)"},
    {0},
};

SkType sk_c_data_type = {
    SK_TYPE_HEAD(0, sizeof(SkCData), sk_c_data_trace, sk_c_data_clear, sk_c_data_destroy),
    .name = "_ctypes._CData",
    .doc = "Memory as C sees it.",
    .flags = SK_TF_BASE | SK_TF_NO_NEW,
    .hash = hash,
    .buffer = {.get = get_buffer},
    .methods = data_methods,
    .getset = data_getset,
};

// ---- what classes can do ---------------------------------------------------------------------------------------------------------------

static SkValue from_address(SkValue cls, SkValue address) {
    if (!sk_is_int(address)) return sk_raise(sk_exc_TypeError, "integer expected");
    bool ok;
    uint64_t n = sk_as_uint64_mask(address, &ok);
    return ok ? sk_c_data_at(sk_as_type(cls), (char *)(uintptr_t)n) : SK_EMPTY;
}

// The class's info, if length bytes from offset on are enough.
static SkCInfo *info_for_bytes(SkValue cls, int64_t length, SkValue offset_arg, int64_t *offset) {
    SkCInfo *info = sk_c_info_final(sk_as_type(cls));
    *offset = 0;
    if (!info || (!sk_is_empty(offset_arg) && !sk_as_int64(offset_arg, offset))) return NULL;
    if (*offset < 0) {
        sk_raise(sk_exc_ValueError, "offset cannot be negative");
        return NULL;
    }
    uint64_t end;
    if (__builtin_add_overflow((uint64_t)*offset, (uint64_t)info->size, &end) || end > (uint64_t)length) {
        sk_raise(sk_exc_ValueError, "Buffer size too small (%lld instead of at least %llu bytes)", (long long)length,
                 (unsigned long long)((uint64_t)*offset + info->size));
        return NULL;
    }
    return info;
}

static bool audit_buffer(void *data, int64_t length, int64_t offset) {
    SK_AUTO SkValue address = sk_int_from_uint64((uint64_t)(uintptr_t)data);
    return !sk_is_empty(address) && sk_audit("ctypes.cdata/buffer", address, sk_from_small_int(length), sk_from_small_int(offset));
}

static SkValue from_buffer(SkValue cls, const SkValue *args) {
    if (!sk_c_info_final(sk_as_type(cls))) return SK_EMPTY;
    SK_AUTO SkValue view = sk_memoryview_new(args[0]);
    if (sk_is_empty(view)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(view, &b, SK_BUF_FULL_RO)) return SK_EMPTY;
    if (b.readonly) return sk_raise(sk_exc_TypeError, "underlying buffer is not writable");
    if (!sk_buffer_is_contiguous(&b, 'C')) return sk_raise(sk_exc_TypeError, "underlying buffer is not C contiguous");
    int64_t offset;
    SkCInfo *info = info_for_bytes(cls, b.length, args[1], &offset);
    if (!info || !audit_buffer(b.data, b.length, offset)) return SK_EMPTY;
    // A view of its own holds the memory: what `_objects` shows can be released and replaced.
    SK_AUTO SkValue hold = sk_memoryview_new(args[0]);
    SkCData *d = sk_is_empty(hold) ? NULL : data_alloc(sk_as_type(cls), info);
    if (!d) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(d);
    sk_slot_init(&d->base, sk_move(&hold));
    sk_store_release(&d->memory, (char *)b.data + offset);  // PAIR(c-resize)
    return sk_c_keep(d, -1, sk_move(&view)) ? sk_move(&v) : SK_EMPTY;
}

static SkValue from_buffer_copy(SkValue cls, const SkValue *args) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(args[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    int64_t offset;
    SkCInfo *info = info_for_bytes(cls, b.length, args[1], &offset);
    if (!info || !audit_buffer(b.data, b.length, offset)) return SK_EMPTY;
    SkCData *d = sk_c_data_new(sk_as_type(cls));
    if (!d) return SK_EMPTY;
    sk_c_copy(sk_c_memory(d), (char *)b.data + offset, info->size);
    return sk_counted(d);
}

static SkValue in_dll(SkValue cls, const SkValue *args) {
    if (!sk_is_str(args[1])) return sk_raise_bad_argument("in_dll", "argument 2", "str", args[1]);
    if (!sk_audit("ctypes.dlsym", args[0], args[1])) return SK_EMPTY;
    SK_AUTO SkValue handle = sk_getattr_s(args[0], "_handle");
    if (sk_is_empty(handle)) return SK_EMPTY;
    if (!sk_is_int(handle)) return sk_raise(sk_exc_TypeError, "the _handle attribute of the second argument must be an integer");
    bool ok;
    uint64_t n = sk_as_uint64_mask(handle, &ok);
    if (!ok) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(args[1]);
    if (!name.text) return SK_EMPTY;
    char *address = sk_c_symbol((void *)(uintptr_t)n, name.text, sk_exc_ValueError);
    return address ? sk_c_data_at(sk_as_type(cls), address) : SK_EMPTY;
}

static SkValue repeat(SkValue cls, int64_t count) { return sk_c_array_of(sk_as_type(cls), count); }

static const SkMethodDef meta_methods[] = {
    {"from_param", SK_ONEARG, .onearg = sk_c_from_param, .sig = "(value, /)", .doc = "Convert a Python object into a function call parameter."},
    {"from_address", SK_ONEARG, .onearg = from_address, .sig = "(value, /)", .doc = "C.from_address(integer) -> C instance\n\nAccess a C instance at the specified address."},
    {"from_buffer", SK_SIG, .sig_fn = from_buffer, .sig = "(obj, offset=0, /)", .doc = "C.from_buffer(object, offset=0, /) -> C instance\n\nCreate a C instance from a writeable buffer."},
    {"from_buffer_copy", SK_SIG, .sig_fn = from_buffer_copy, .sig = "(buffer, offset=0, /)", .doc = "C.from_buffer_copy(object, offset=0, /) -> C instance\n\nCreate a C instance from a readable buffer."},
    {"in_dll", SK_SIG, .sig_fn = in_dll, .sig = "(dll, name, /)", .doc = "C.in_dll(dll, name) -> C instance\n\nAccess a C instance in a dll."},
    {0},
};

SkType sk_c_meta = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL}, .basic_size = sizeof(SkType)},
    .name = "_ctypes.CType_Type",
    .doc = "The metaclass of the metaclasses of C data.",
    .flags = SK_TF_BASE,
    .base = &sk_type_type,
    .container = {.repeat = repeat},
    .methods = meta_methods,
};
