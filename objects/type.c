// Type objects: making built-in types ready, looking attributes up along the MRO, and keeping the caches honest.
//
// A lookup goes through a cache of its own thread: entries {version, name, value} that no other thread sees, so
// reading and filling it takes no atomics. Version numbers are unique; a type loses its number before one of its
// attributes changes and takes a new one at the next lookup, under the lock of types, so an entry can only match
// while the type answers as it did when the entry was filled. The value needs no count: it is in the dict of a type
// on the MRO, and these are SHARED from birth, so what leaves them is flagged and outlives this thread's section.
#include "objects/type.h"

#include <pthread.h>
#include <string.h>

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"
#include "threading/thread.h"

// ---- the lock of types ------------------------------------------------------------------------------------------

static pthread_mutex_t types_mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

void sk_types_lock(void) {
    if (pthread_mutex_trylock(&types_mutex) == 0) return;
    sk_thread_detach();
    pthread_mutex_lock(&types_mutex);
    sk_thread_attach();
}

void sk_types_unlock(void) { pthread_mutex_unlock(&types_mutex); }

// ---- indexes and subclasses -----------------------------------------------------------------------------------------

static uint32_t next_index = SK_T_FIRST_FREE;   // this and what follows under the lock of types
static uint32_t *free_indexes;
static size_t free_count, free_capacity;

bool sk_type_take_index(SkType *t) {
    sk_types_lock();
    uint32_t i = free_count ? free_indexes[--free_count] : next_index < SK_MAX_TYPES ? next_index++ : 0;
    if (i) {
        t->head.index = i;
        sk_type_table[i] = &t->head;
    }
    sk_types_unlock();
    if (!i) sk_raise(sk_exc_MemoryError, "too many types");
    return i != 0;
}

void sk_type_give_index_back(SkType *t) {
    if (!t->head.index) return;
    sk_types_lock();
    if (free_count == free_capacity) {
        size_t capacity = free_capacity ? free_capacity * 2 : 64;
        uint32_t *grown = sk_realloc(free_indexes, capacity * sizeof *grown);
        if (grown) {
            free_indexes = grown;
            free_capacity = capacity;
        }
    }
    if (free_count < free_capacity) free_indexes[free_count++] = t->head.index;
    sk_types_unlock();
}

bool sk_type_add_subclass(SkType *base, SkType *t) {
    sk_types_lock();
    SkTypeList *l = base->subclasses;
    if (!l && (l = sk_calloc(1, sizeof *l))) base->subclasses = l;
    if (l && l->count == l->capacity) {
        size_t capacity = l->capacity ? l->capacity * 2 : 4;
        struct SkSubclass *items = sk_realloc(l->items, capacity * sizeof *items);
        if (items) {
            l->items = items;
            l->capacity = capacity;
        } else {
            l = NULL;
        }
    }
    SkWeakControl *weak = l && t->flags & SK_TF_HEAP ? sk_weak_control(&t->head.header) : NULL;
    if (l && t->flags & SK_TF_HEAP && !weak) l = NULL;
    if (l) l->items[l->count++] = (struct SkSubclass){t, weak};
    sk_types_unlock();
    if (!l) sk_raise_memory();
    return l != NULL;
}

void sk_type_remove_subclass(SkType *base, SkType *t) {
    sk_types_lock();
    SkTypeList *l = base->subclasses;
    for (size_t i = 0; l && i < l->count; i++) {
        if (l->items[i].type != t) continue;
        if (l->items[i].weak) sk_weak_control_release(l->items[i].weak);
        memmove(&l->items[i], &l->items[i + 1], (l->count - i - 1) * sizeof *l->items);
        l->count--;
        break;
    }
    sk_types_unlock();
}

void sk_type_for_each_subclass(SkType *t, void (*fn)(SkType *, SkValue), SkValue arg) {
    SkTypeList *l = t->subclasses;
    for (size_t i = 0; l && i < l->count; i++) fn(l->items[i].type, arg);
}

SkValue sk_type_subclass_list(SkType *t) {
    SK_AUTO SkValue list = sk_list_new(0);
    bool ok = !sk_is_empty(list);
    sk_types_lock();
    SkTypeList *l = t->subclasses;
    for (size_t i = 0; ok && l && i < l->count; i++) {
        SkObject *o = l->items[i].weak ? sk_weak_get(l->items[i].weak) : &l->items[i].type->head.header;
        if (o) ok = sk_list_append_steal(list, sk_counted(o));
    }
    sk_types_unlock();
    return ok ? sk_move(&list) : SK_EMPTY;
}

// ---- versions ------------------------------------------------------------------------------------------------------------

enum { MODIFIED_LIMIT = 2000 };  // a type changed more often than this is not cached any more

static uint32_t next_version;  // under the lock of types

static uint32_t assign_version(SkType *t) {
    sk_types_lock();
    uint32_t v = sk_load_relaxed(&t->version);
    if (v == 0 && sk_load_relaxed(&t->modified) < MODIFIED_LIMIT && next_version < UINT32_MAX) {
        v = ++next_version;
        sk_store_release(&t->version, v);  // PAIR(type-version): with sk_type_lookup
    }
    sk_types_unlock();
    return v;
}

static void invalidate(SkType *t, SkValue unused) {
    (void)unused;
    sk_store_relaxed(&t->version, 0);
    sk_add_relaxed(&t->modified, 1);
    sk_shapes_renew(t);
    sk_type_for_each_subclass(t, invalidate, SK_EMPTY);
}

void sk_type_invalidate(SkType *t) { invalidate(t, SK_EMPTY); }

// After a change that makes nothing a data descriptor and takes none away: what shapes say of instances stays true.
static void forget_versions(SkType *t, SkValue unused) {
    (void)unused;
    sk_store_relaxed(&t->version, 0);
    if (next_version % 4096 == 0) sk_add_relaxed(&t->modified, 1);  // version numbers do not last for ever
    sk_type_for_each_subclass(t, forget_versions, SK_EMPTY);
}

static bool is_data_descriptor(SkValue v) { return sk_load_relaxed(&sk_type_of(v)->descr_set) != NULL; }

// True if name, an attribute of t's own, only gets another value that is no data descriptor either.
static bool is_plain_change(SkValue dict, SkValue name, SkValue value) {
    if (sk_is_empty(value) || is_data_descriptor(value) || sk_is_special_method(name)) return false;
    SK_AUTO SkValue old = sk_own(sk_dict_load(dict, name));
    return !sk_is_empty(old) && !is_data_descriptor(old);
}

void sk_type_modified(SkType *t) {
    sk_types_lock();
    invalidate(t, SK_EMPTY);
    sk_types_unlock();
}

// ---- lookup ------------------------------------------------------------------------------------------------------------------

enum { CACHE_SIZE = 2048 };

typedef struct {
    uint32_t version;
    uint64_t name;   // the interned name's address
    uint64_t value;  // 0: the type has no such attribute
} CacheEntry;

static _Thread_local CacheEntry cache[CACHE_SIZE];

static SkValue lookup_in_mro(SkType *t, SkValue name) {
    SkValue mro = sk_slot_peek(&t->mro);
    if (sk_is_empty(mro)) return SK_EMPTY;
    size_t n = sk_tuple_len(mro);
    for (size_t i = 0; i < n; i++) {
        SkType *base = sk_as_type(sk_tuple_peek(mro, i));
        SkValue v = sk_dict_load(sk_slot_peek(&base->dict), name);
        if (!sk_is_empty(v)) return v;
    }
    return SK_EMPTY;
}

SkValue sk_type_lookup(SkType *t, SkValue name) {
    SkObject *n = sk_ptr(name);
    if (sk_unlikely(!(sk_load_relaxed(&n->tl) & SK_INTERNED))) return lookup_in_mro(t, name);
    uint32_t version = sk_load_acquire(&t->version);  // PAIR(type-version)
    CacheEntry *e = &cache[(version * 0x9E37u ^ (uint32_t)((uintptr_t)n >> 5)) % CACHE_SIZE];
    if (sk_likely(version && e->version == version && e->name == (uint64_t)(uintptr_t)n)) {
        SkValue v = {e->value};
        return sk_is_ptr(v) ? sk_borrowed(sk_ptr(v)) : v;
    }
    if (!version) version = assign_version(t);
    SkValue v = lookup_in_mro(t, name);
    // A change that came between leaves the type without this version.
    sk_fence_acquire();
    if (version && sk_load_acquire(&t->version) == version) {
        e = &cache[(version * 0x9E37u ^ (uint32_t)((uintptr_t)n >> 5)) % CACHE_SIZE];
        *e = (CacheEntry){version, (uint64_t)(uintptr_t)n, sk_is_ptr(v) ? (uint64_t)(uintptr_t)sk_ptr(v) : v.w};
    }
    return v;
}

SkValue sk_lookup_special(SkValue self, SkValue name) {
    SkType *t = sk_type_of(self);
    SkValue f = sk_own(sk_type_lookup(t, name));
    if (sk_is_empty(f)) return f;
    SkTernaryFn get = sk_type_of(f)->descr_get;
    if (!get) return f;
    SkValue bound = sk_own(get(f, self, sk_type_value(t)));
    sk_release(f);
    return bound;
}

bool sk_is_subtype(SkType *a, SkType *b) {
    SkValue mro = sk_slot_peek(&a->mro);
    if (!sk_is_empty(mro)) {
        size_t n = sk_tuple_len(mro);
        for (size_t i = 0; i < n; i++)
            if (sk_as_type(sk_tuple_peek(mro, i)) == b) return true;
        return false;
    }
    for (; a; a = a->base)
        if (a == b) return true;
    return b == &sk_object_type;
}

SkType *sk_immediate_type(SkValue v) {
    if (sk_is_small_int(v)) return &sk_int_type;
    if (sk_is_immediate_float(v)) return &sk_float_type;
    if (sk_is_bool(v)) return &sk_bool_type;
    if (sk_is_none(v)) return &sk_none_type;
    if (v.w == SK_ELLIPSIS.w) return &sk_ellipsis_type;
    if (sk_is_not_implemented(v)) return &sk_not_implemented_type;
    SK_FATAL("a value without a type: %#llx", (unsigned long long)v.w);
}

// ---- changes -------------------------------------------------------------------------------------------------------------------

bool sk_type_set_attr(SkType *t, SkValue name, SkValue value) {
    SkValue dict = sk_slot_peek(&t->dict);
    SK_AUTO SkValue interned = sk_intern(sk_retain(name));
    if (sk_is_empty(interned)) return false;
    sk_types_lock();
    // Without a version nobody fills a cache from the old or the new content while it changes.
    if (is_plain_change(dict, interned, value)) {
        forget_versions(t, SK_EMPTY);
        bool done = sk_dict_set(dict, interned, value);
        sk_types_unlock();
        return done;
    }
    sk_type_invalidate(t);
    bool ok = true;
    if (sk_is_empty(value)) {
        int r = sk_dict_delete(dict, interned);
        if (r == 0) sk_raise(sk_exc_AttributeError, "type object '%s' has no attribute '%S'", t->name, interned);
        ok = r > 0;
    } else {
        ok = sk_dict_set(dict, interned, value);
    }
    sk_type_invalidate(t);
    if (ok && sk_is_special_method(interned)) sk_slots_update(t, interned);
    sk_types_unlock();
    return ok;
}

// ---- MRO ----------------------------------------------------------------------------------------------------------------------

// C3 (Barrett et al., 1996): merges the bases' linearisations and the list of bases.
SkValue sk_type_compute_mro(SkType *t, SkValue bases) {
    size_t nb = sk_tuple_len(bases), total = 1 + nb;
    for (size_t i = 0; i < nb; i++)
        for (size_t j = 0; j < i; j++)
            if (sk_is(sk_tuple_peek(bases, i), sk_tuple_peek(bases, j)))
                return sk_raise(sk_exc_TypeError, "duplicate base class %s", sk_as_type(sk_tuple_peek(bases, i))->name);
    size_t *at = sk_calloc(nb + 1, sizeof *at);
    SkValue *lists = sk_malloc((nb + 1) * sizeof *lists);
    // Each is looked at once: another thread may give a base another MRO meanwhile.
    for (size_t i = 0; lists && i < nb; i++) {
        lists[i] = sk_slot_peek(&sk_as_type(sk_tuple_peek(bases, i))->mro);
        total += sk_tuple_len(lists[i]);
    }
    SkValue *out = sk_malloc(total * sizeof *out);
    if (!out || !at || !lists) {
        sk_free(out), sk_free(at), sk_free(lists);
        return sk_raise_memory();
    }
    lists[nb] = bases;
    size_t n = 0;
    out[n++] = sk_type_value(t);
    SkValue result = SK_EMPTY;
    for (;;) {
        bool any = false;
        SkValue candidate = SK_EMPTY;
        for (size_t i = 0; i <= nb && sk_is_empty(candidate); i++) {
            SkValue list = lists[i];
            if (at[i] >= sk_tuple_len(list)) continue;
            any = true;
            SkValue c = sk_tuple_peek(list, at[i]);
            bool in_tail = false;
            for (size_t j = 0; j <= nb && !in_tail; j++) {
                SkValue other = lists[j];
                for (size_t k = at[j] + 1; k < sk_tuple_len(other) && !in_tail; k++) in_tail = sk_is(sk_tuple_peek(other, k), c);
            }
            if (!in_tail) candidate = c;
        }
        if (!any) {
            result = sk_tuple_from(out, n);
            break;
        }
        if (sk_is_empty(candidate)) {
            SkStrBuilder b;
            sk_sb_init(&b);
            for (size_t i = 0, shown = 0; i <= nb; i++) {
                SkValue list = lists[i];
                if (at[i] >= sk_tuple_len(list)) continue;
                SkValue c = sk_tuple_peek(list, at[i]);
                bool repeated = false;
                for (size_t j = 0; j < i; j++) {
                    SkValue other = lists[j];
                    if (at[j] < sk_tuple_len(other) && sk_is(sk_tuple_peek(other, at[j]), c)) repeated = true;
                }
                if (repeated) continue;
                if (shown++) sk_sb_cstr(&b, ", ");
                sk_sb_cstr(&b, sk_type_short_name(sk_as_type(c)));
            }
            SK_AUTO SkValue names = sk_sb_finish(&b);
            sk_raise(sk_exc_TypeError, "Cannot create a consistent method resolution order (MRO) for bases %S", names);
            break;
        }
        out[n++] = candidate;
        for (size_t i = 0; i <= nb; i++) {
            if (at[i] < sk_tuple_len(lists[i]) && sk_is(sk_tuple_peek(lists[i], at[i]), candidate)) at[i]++;
        }
    }
    sk_free(out);
    sk_free(at);
    sk_free(lists);
    return result;
}

// ---- built-in types --------------------------------------------------------------------------------------------------------------

const char *sk_type_short_name(const SkType *t) {
    if (t->flags & SK_TF_HEAP) return t->name;
    const char *dot = strrchr(t->name, '.');
    return dot ? dot + 1 : t->name;
}

static bool add_tables(SkType *t) {
    SkValue dict = sk_slot_peek(&t->dict);
    for (const SkMethodDef *m = t->methods; m && m->name; m++) {
        SkValue name = sk_intern_s(m->name);
        if (sk_is_empty(name)) return false;
        if (!(m->kind & SK_COEXIST)) {
            int has = sk_dict_contains(dict, name);
            if (has < 0) return false;
            if (has) continue;
        }
        if (!sk_dict_set_steal(dict, name, sk_method_descr_new(t, m))) return false;
    }
    for (const SkGetSetDef *g = t->getset; g && g->name; g++) {
        SkValue name = sk_intern_s(g->name);
        if (sk_is_empty(name) || !sk_dict_set_steal(dict, name, sk_getset_new(t, g))) return false;
    }
    for (const SkMemberDef *m = t->members; m && m->name; m++) {
        SkValue name = sk_intern_s(m->name);
        if (sk_is_empty(name) || !sk_dict_set_steal(dict, name, sk_member_new(t, m))) return false;
    }
    return true;
}

const char *sk_type_doc_text(const SkType *t, size_t *signature) {
    *signature = 0;
    const char *name = sk_type_short_name(t);
    size_t n = strlen(name);
    const char *end = t->doc && !strncmp(t->doc, name, n) && t->doc[n] == '(' ? strstr(t->doc, ")\n--\n\n") : NULL;
    if (!end) return t->doc;
    *signature = (size_t)(end + 1 - (t->doc + n));
    return end + strlen(")\n--\n\n");
}

static bool add_doc(SkType *t) {
    SkValue dict = sk_slot_peek(&t->dict);
    int has = sk_dict_contains(dict, SK_N(__doc__));
    if (has) return has > 0;
    size_t signature;
    const char *text = sk_type_doc_text(t, &signature);
    SkValue doc = text ? sk_str_from(text) : SK_NONE;
    return sk_dict_set_steal(dict, SK_N(__doc__), doc);
}

bool sk_type_ready(SkType *t) {
    if (t->flags & SK_TF_READY) return true;
    if (!t->base && t != &sk_object_type) t->base = &sk_object_type;
    if (t->base && !sk_type_ready(t->base)) return false;
    if (t->head.index == 0) {
        if (!sk_type_take_index(t)) return false;
    } else {
        sk_type_table[t->head.index] = &t->head;
    }
    sk_or_relaxed(&t->head.header.tl, SK_SHARED);
    t->flags |= SK_TF_READY | SK_TF_IMMUTABLE;
    if (t->base) {
        t->flags |= t->base->flags & SK_TF_INHERITED;
        if (!t->item_size) t->item_size = t->base->item_size;
        if (!t->shape_offset) {
            t->shape_offset = t->base->shape_offset;
            t->inline_slots = t->base->inline_slots;
            if (t->shape_offset) t->flags |= SK_TF_HAS_DICT;
        }
        if (!t->head.basic_size) t->head.basic_size = t->base->head.basic_size;
        if (!t->head.trace) t->head.trace = t->base->head.trace;
        if (!t->head.clear) t->head.clear = t->base->head.clear;
        if (!t->head.destroy) t->head.destroy = t->base->head.destroy;
        if (!t->head.finalize) t->head.finalize = t->base->head.finalize;
        t->head.makes_types |= t->base->head.makes_types;
    }
    SkValue dict = sk_dict_new();
    if (sk_is_empty(dict)) return false;
    sk_or_relaxed(&sk_ptr(dict)->tl, SK_SHARED);
    sk_slot_init(&t->dict, dict);
    SkValue bases = t->base ? sk_tuple_pack(1, sk_type_value(t->base)) : sk_tuple_from(NULL, 0);
    if (sk_is_empty(bases)) return false;
    sk_slot_init(&t->bases, bases);
    SkValue mro = sk_type_compute_mro(t, bases);
    if (sk_is_empty(mro)) return false;
    sk_or_relaxed(&sk_ptr(mro)->tl, SK_SHARED);
    sk_slot_init(&t->mro, mro);
    SkValue name = sk_intern_s(sk_type_short_name(t));
    if (sk_is_empty(name)) return false;
    sk_slot_init(&t->name_obj, name);
    sk_slot_init(&t->qualname, name);
    const char *dot = strrchr(t->name, '.');
    SkValue module = dot ? sk_intern(sk_str_from_utf8(t->name, dot - t->name)) : SK_N(builtins);
    if (sk_is_empty(module)) return false;
    sk_slot_init(&t->module, module);
    // `__new__` first: tables may override nothing of it. Wrappers before methods: a method of the same name says COEXIST.
    if (t->new_ && !(t->flags & SK_TF_NO_NEW) && (!t->base || t->new_ != t->base->new_) &&
        !sk_dict_set_steal(dict, SK_N(__new__), sk_native_new_new(t)))
        return false;
    if (!sk_slots_add_wrappers(t) || !add_tables(t) || !add_doc(t)) return false;
    // Instances of some types have a `__module__` of their own: then it is in the tables.
    if (dot) {
        int has = sk_dict_contains(dict, SK_N(__module__));
        if (has < 0 || (!has && !sk_dict_set(dict, SK_N(__module__), module))) return false;
    }
    if (t->base) {
        sk_slots_inherit(t, t->base);
        if (t->hash == sk_hash_not_implemented) {
            int has = sk_dict_contains(dict, SK_N(__hash__));
            if (has < 0 || (!has && !sk_dict_set(dict, SK_N(__hash__), SK_NONE))) return false;
        }
        if (!sk_type_add_subclass(t->base, t)) return false;
    }
    return true;
}

// ---- instances --------------------------------------------------------------------------------------------------------------------

SkObject *sk_type_alloc(SkType *t, size_t nitems) {
    size_t size;
    if (__builtin_mul_overflow(nitems, (size_t)t->item_size, &size) ||
        __builtin_add_overflow(size, (size_t)t->head.basic_size, &size)) {
        sk_raise_memory();
        return NULL;
    }
    SkObject *o = t->head.trace || t->prefix_size ? sk_container_new_prefixed(&t->head, t->prefix_size, size)
                                                  : sk_object_new(&t->head, size);
    if (!o) {
        sk_raise_memory();
        return NULL;
    }
    if (!t->head.trace) memset(o + 1, 0, size - sizeof *o);
    return o;
}

void sk_instance_free(SkObject *o, size_t nitems) {
    SkType *t = sk_ptr_type(o);
    for (uint32_t i = 0; i < t->nslots; i++) sk_slot_destroy(o, sk_member_slot(o, t, i));
    if (t->shape_offset) sk_instance_part_destroy(o, t);
    sk_object_free_prefixed(o, t->prefix_size, t->head.basic_size + nitems * t->item_size);
}

void sk_instance_trace(SkObject *o, SkVisit visit, void *arg) {
    SkType *t = sk_ptr_type(o);
    for (uint32_t i = 0; i < t->nslots; i++) sk_slot_visit(sk_member_slot(o, t, i), visit, arg);
    if (t->shape_offset) sk_instance_part_trace(o, t, visit, arg);
}

void sk_instance_clear(SkObject *o) {
    SkType *t = sk_ptr_type(o);
    for (uint32_t i = 0; i < t->nslots; i++) sk_slot_set(o, sk_member_slot(o, t, i), SK_EMPTY);
    if (t->shape_offset) sk_instance_part_clear(o, t);
}
