// Shapes and instances' attributes; see shape.h.
//
// Readers take no lock: shape (acquire), then the slot. A slot read through a shape that was replaced meanwhile still
// holds a live value or is empty; empty means "look again under the lock". Writers hold the object's lock. A new
// attribute's value is stored before the shape that names it is published.
// PAIR(shape): the release store of a new shape with the acquire load of readers: its slots and arrays are filled.
#include "objects/shape.h"

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/type_internal.h"

enum {
    MAX_ATTRIBUTES = 250,   // beyond, an instance goes over to a dict
    MAX_TRANSITIONS = 256,  // children of one shape
    TABLE_FROM = 8,         // attributes from which a shape gets a lookup table
};

typedef struct {
    size_t count;
    SkShape *children[];
} Transitions;

typedef struct {
    uint32_t mask;
    struct {
        uint64_t name;
        int32_t index;
    } entries[];
} Lookup;

static _Atomic uint32_t next_id = 1;

static uint32_t new_id(void) {
    uint32_t id = sk_load_relaxed(&next_id);
    do
        if (id >= UINT32_MAX - 1) return 0;
    while (!sk_cas_weak_relaxed(&next_id, &id, id + 1));
    return id;
}

static SkShape *shape_new(SkType *t, SkShape *parent, SkValue name, bool is_dict) {
    SkShape *s = sk_calloc(1, sizeof *s);
    if (!s) return sk_raise_memory(), NULL;
    s->type = t;
    s->parent = parent;
    s->name = name;
    s->count = parent ? parent->count + 1 : 0;
    s->is_dict = is_dict;
    sk_store_relaxed(&s->id, new_id());
    return s;
}

static SkShape *type_shape(SkType *t, _Atomic(SkShape *) *where, bool is_dict) {
    SkShape *s = sk_load_acquire(where);  // PAIR(shape)
    if (sk_likely(s != NULL)) return s;
    sk_types_lock();
    s = sk_load_relaxed(where);
    if (!s && (s = shape_new(t, NULL, SK_EMPTY, is_dict))) sk_store_release(where, s);  // PAIR(shape)
    sk_types_unlock();
    return s;
}

SkShape *sk_root_shape(SkType *t) { return type_shape(t, &t->root_shape, false); }
static SkShape *dict_shape(SkType *t) { return type_shape(t, &t->dict_shape, true); }

bool sk_type_has_dict_shape(SkType *t) { return dict_shape(t) != NULL; }

SkShape *sk_shape_of(SkObject *o, SkType *t) {
    SkShape *s = sk_load_acquire(&sk_instance_part(o, t)->shape);  // PAIR(shape)
    return sk_likely(s != NULL) ? s : sk_root_shape(t);
}

uint32_t sk_shape_id(SkShape *s) { return sk_load_relaxed(&s->id); }

static void renew(SkShape *s) {
    if (!s) return;
    sk_store_relaxed(&s->id, sk_load_relaxed(&s->type->modified) > 2000 ? 0 : new_id());
    Transitions *tr = sk_load_acquire(&s->transitions);
    for (size_t i = 0; tr && i < tr->count; i++) renew(tr->children[i]);
}

void sk_shapes_renew(SkType *t) {
    renew(sk_load_acquire(&t->root_shape));
    renew(sk_load_acquire(&t->dict_shape));
}

static void shape_free(SkShape *s) {
    if (!s) return;
    Transitions *tr = sk_load_relaxed(&s->transitions);
    for (size_t i = 0; tr && i < tr->count; i++) shape_free(tr->children[i]);
    sk_free(tr);
    sk_free(sk_load_relaxed(&s->lookup));
    sk_free(s);
}

void sk_shapes_free(SkType *t) {
    shape_free(sk_load_relaxed(&t->root_shape));
    shape_free(sk_load_relaxed(&t->dict_shape));
}

static uint32_t name_hash(SkValue name) { return (uint32_t)((uintptr_t)sk_ptr(name) >> 4) * 0x9E3779B1u; }

static Lookup *make_lookup(SkShape *s) {
    uint32_t size = 16;
    while (size < s->count * 2) size *= 2;
    Lookup *l = sk_calloc(1, sizeof *l + size * sizeof l->entries[0]);
    if (!l) return NULL;
    l->mask = size - 1;
    for (SkShape *p = s; p->parent; p = p->parent) {
        uint32_t i = name_hash(p->name) & l->mask;
        while (l->entries[i].name) i = (i + 1) & l->mask;
        l->entries[i].name = (uint64_t)(uintptr_t)sk_ptr(p->name);
        l->entries[i].index = (int32_t)p->count - 1;
    }
    void *none = NULL;
    if (sk_cas_acq_rel(&s->lookup, &none, (void *)l)) return l;
    sk_free(l);
    return none;
}

int32_t sk_shape_find(SkShape *s, SkValue name) {
    SkObject *n = sk_ptr(name);
    if (s->count < TABLE_FROM) {
        for (; s->parent; s = s->parent)
            if (sk_ptr(s->name) == n) return (int32_t)s->count - 1;
        return -1;
    }
    Lookup *l = sk_load_acquire(&s->lookup);
    if (!l && !(l = make_lookup(s))) {
        for (; s->parent; s = s->parent)
            if (sk_ptr(s->name) == n) return (int32_t)s->count - 1;
        return -1;
    }
    for (uint32_t i = name_hash(name) & l->mask; l->entries[i].name; i = (i + 1) & l->mask)
        if (l->entries[i].name == (uint64_t)(uintptr_t)n) return l->entries[i].index;
    return -1;
}

static SkShape *find_child(Transitions *tr, SkValue name) {
    for (size_t i = tr ? tr->count : 0; i-- > 0;)
        if (sk_is(tr->children[i]->name, name)) return tr->children[i];
    return NULL;
}

// The shape with one more attribute; NULL without an exception: go over to a dict.
static SkShape *add_transition(SkShape *s, SkValue name) {
    Transitions *tr = sk_load_acquire(&s->transitions);
    SkShape *child = find_child(tr, name);
    if (child || s->count >= MAX_ATTRIBUTES || (tr && tr->count >= MAX_TRANSITIONS)) return child;
    sk_types_lock();
    tr = sk_load_relaxed(&s->transitions);
    child = find_child(tr, name);
    if (!child) {
        size_t n = tr ? tr->count : 0;
        Transitions *grown = sk_malloc(sizeof *grown + (n + 1) * sizeof grown->children[0]);
        child = grown ? shape_new(s->type, s, name, false) : NULL;
        if (child) {
            grown->count = n + 1;
            if (n) memcpy(grown->children, tr->children, n * sizeof tr->children[0]);
            grown->children[n] = child;
            sk_make_immortal(sk_ptr(name));
            sk_store_release(&s->transitions, grown);  // PAIR(shape)
            sk_retire(tr, n * sizeof tr->children[0]);
        } else {
            sk_free(grown);
        }
    }
    sk_types_unlock();
    return child;
}

SkSlot *sk_member_slot(SkObject *o, const SkType *t, uint32_t i) { return (SkSlot *)((char *)o + t->slot_offsets[i]); }

// ---- reading ----------------------------------------------------------------------------------------------------

SkValue sk_instance_load(SkObject *o, SkType *t, SkValue name) {
    bool shared = sk_read_begin(o);
    for (;;) {
        SkInstance *part = sk_instance_part(o, t);
        SkShape *s = sk_load_acquire(&part->shape);  // PAIR(shape)
        if (!s) return SK_EMPTY;
        if (s->is_dict) {
            SkObject *d = sk_load_acquire(&part->extra);
            // Read through a shared object, the dict is reached by a borrow: its own reads must borrow, too.
            return d ? sk_dict_load(sk_borrowed(d), name) : SK_EMPTY;
        }
        int32_t i = sk_shape_find(s, name);
        if (i < 0) return SK_EMPTY;
        SkSlot *slot = sk_attribute_slot(o, t, (uint32_t)i);
        SkValue v = sk_slot_peek(slot);
        if (!sk_is_empty(v)) return sk_read_take(shared, v);
        if (s == sk_load_acquire(&part->shape)) return SK_EMPTY;
    }
}

// ---- writing ------------------------------------------------------------------------------------------------------

// Makes room for attribute i in `extra`; under the lock. *old: what to retire after the unlock.
static bool reserve(SkType *t, SkInstance *part, uint32_t i, SkExtra **old) {
    *old = NULL;
    if (i < t->inline_slots) return true;
    SkExtra *e = sk_load_relaxed(&part->extra);
    uint32_t need = i - t->inline_slots + 1;
    if (e && e->capacity >= need) return true;
    size_t capacity = e ? e->capacity * 2 : 4;
    while (capacity < need) capacity *= 2;
    SkExtra *grown = sk_calloc(1, sizeof *grown + capacity * sizeof(SkSlot));
    if (!grown) return false;
    grown->capacity = capacity;
    for (size_t k = 0; e && k < e->capacity; k++) sk_slot_init(&grown->slots[k], sk_slot_peek(&e->slots[k]));
    sk_store_release(&part->extra, grown);
    *old = e;
    return true;
}

static bool make_dict_locked(SkObject *o, SkType *t, SkShape *ds, SkValue dict, SkExtra **old);

// Goes over to a dict. True also if it has one already.
static bool become_dict(SkObject *o, SkType *t) {
    SkShape *ds = dict_shape(t);
    SkValue dict = ds ? sk_dict_new() : SK_EMPTY;
    if (sk_is_empty(dict)) return false;
    SkExtra *old = NULL;
    sk_lock(o);
    sk_write_begin_locked(o);
    SkShape *s = sk_load_relaxed(&sk_instance_part(o, t)->shape);
    bool done = s && s->is_dict;
    bool ok = done || make_dict_locked(o, t, ds, dict, &old);
    sk_unlock(o);
    if (old) sk_buffer_retire(o, old, sizeof *old + old->capacity * sizeof(SkSlot));
    if (done || !ok) sk_release(dict);
    return ok;
}

// Moves the attributes into the (private, empty) dict and publishes it. The dict is private until then and its keys are
// interned str, so that filling it runs no code.
static bool make_dict_locked(SkObject *o, SkType *t, SkShape *ds, SkValue dict, SkExtra **old) {
    SkInstance *part = sk_instance_part(o, t);
    SkShape *s = sk_load_relaxed(&part->shape);
    uint32_t n = s ? s->count : 0;
    SkShape *order[MAX_ATTRIBUTES + 1];
    for (SkShape *p = s; p && p->parent; p = p->parent) order[p->count - 1] = p;
    for (uint32_t i = 0; i < n; i++) {
        SkValue v = sk_slot_peek(sk_attribute_slot(o, t, i));
        if (!sk_is_empty(v) && !sk_dict_set(dict, order[i]->name, v)) return false;
    }
    if (sk_is_shared(o)) sk_or_relaxed(&sk_ptr(dict)->tl, SK_SHARED);
    *old = n > t->inline_slots ? sk_load_relaxed(&part->extra) : NULL;
    sk_store_release(&part->extra, (void *)sk_ptr(dict));
    sk_store_release(&part->shape, ds);  // PAIR(shape)
    // The dict has counts of its own; a reader that came through the old shape finds the slots or nothing.
    for (uint32_t i = 0; i < n && i < t->inline_slots; i++) {
        SkSlot *slot = (SkSlot *)(part + 1) + i;
        SkValue v = sk_slot_peek(slot);
        sk_slot_publish(slot, SK_EMPTY);
        sk_flag_removed_locked(o, v);
        if (sk_is_ptr(v)) sk_decref(sk_ptr(v));  // the dict's count keeps it alive: nothing runs
    }
    for (size_t k = 0; *old && k < (*old)->capacity; k++) {
        SkValue v = sk_slot_peek(&(*old)->slots[k]);
        sk_flag_removed_locked(o, v);
        if (sk_is_ptr(v)) sk_decref(sk_ptr(v));
    }
    return true;
}

int sk_instance_store(SkObject *o, SkType *t, SkValue name, SkValue value) {
    SkInstance *part = sk_instance_part(o, t);
    for (;;) {
        SkShape *s = sk_shape_of(o, t);
        if (!s) return -1;
        if (s->is_dict) {
            sk_lock(o);
            SkObject *d = sk_load_relaxed(&part->extra);
            if (d) sk_incref(d);
            sk_unlock(o);
            if (!d) {  // an instance that was cleared
                if (sk_is_empty(value)) return 0;
                SkValue dict = sk_dict_new();
                if (sk_is_empty(dict) || !sk_instance_set_dict(o, t, dict)) return sk_release(dict), -1;
                sk_release(dict);
                continue;
            }
            int r = sk_is_empty(value) ? sk_dict_delete(sk_counted(d), name)
                                       : (sk_dict_set(sk_counted(d), name, value) ? 1 : -1);
            sk_decref(d);
            return r;
        }
        int32_t found = sk_shape_find(s, name);
        if (found < 0 && sk_is_empty(value)) return 0;
        SkShape *next = found < 0 ? add_transition(s, name) : s;
        if (!next) {
            if (sk_error_occurred() || !become_dict(o, t)) return -1;
            continue;
        }
        uint32_t i = found < 0 ? s->count : (uint32_t)found;
        SkValue counted = sk_retain(value), old = SK_EMPTY;
        SkExtra *retired = NULL;
        bool stale, revived = false, room = true;
        sk_lock(o);
        sk_write_begin_locked(o);
        SkShape *now = sk_load_relaxed(&part->shape);
        stale = (now ? now : sk_load_relaxed(&t->root_shape)) != s;
        if (!stale && (room = reserve(t, part, i, &retired))) {
            SkSlot *slot = sk_attribute_slot(o, t, i);
            old = sk_slot_peek(slot);
            // A deleted attribute that comes back belongs at the end of the order, which the shape cannot say.
            revived = found >= 0 && sk_is_empty(old) && !sk_is_empty(value) && i + 1 != s->count;
            if (!revived) {
                sk_slot_publish(slot, counted);
                sk_flag_removed_locked(o, old);
                if (next != s) sk_store_release(&part->shape, next);  // PAIR(shape)
            }
        }
        sk_unlock(o);
        if (retired) sk_buffer_retire(o, retired, sizeof *retired + retired->capacity * sizeof(SkSlot));
        if (!stale && room && !revived) {
            if (found >= 0 && sk_is_empty(value) && sk_is_empty(old)) return 0;
            sk_release(old);
            return 1;
        }
        sk_release(counted);
        if (!room) return sk_raise_memory(), -1;
        if (revived && !become_dict(o, t)) return -1;
    }
}

bool sk_instance_add(SkObject *o, SkType *t, SkValue name, uint32_t id, SkValue value) {
    SkInstance *part = sk_instance_part(o, t);
    SkShape *now = sk_load_acquire(&part->shape), *s = now ? now : sk_load_acquire(&t->root_shape);   // PAIR(shape)
    if (!s || s->count >= t->inline_slots) return false;
    SkShape *child = find_child(sk_load_acquire(&s->transitions), name);
    if (!child || sk_load_relaxed(&child->id) != id) return false;
    sk_lock(o);
    sk_write_begin_locked(o);
    bool same = sk_load_relaxed(&part->shape) == now;
    if (same) {
        sk_slot_publish((SkSlot *)(part + 1) + s->count, sk_retain(value));
        sk_store_release(&part->shape, child);  // PAIR(shape)
    }
    sk_unlock(o);
    return same;
}

SkValue sk_instance_make_dict(SkObject *o, SkType *t) {
    if (!become_dict(o, t)) return SK_EMPTY;
    sk_lock(o);
    sk_write_begin_locked(o);
    SkObject *d = sk_load_relaxed(&sk_instance_part(o, t)->extra);
    if (d) sk_incref(d);
    sk_unlock(o);
    if (d) return sk_counted(d);
    SkValue dict = sk_dict_new();
    if (!sk_is_empty(dict) && sk_instance_set_dict(o, t, dict)) return dict;
    sk_release(dict);
    return SK_EMPTY;
}

bool sk_instance_set_dict(SkObject *o, SkType *t, SkValue dict) {
    if (!become_dict(o, t)) return false;
    SkValue counted = sk_retain(dict);
    SkInstance *part = sk_instance_part(o, t);
    sk_lock(o);
    sk_write_begin_locked(o);
    if (sk_is_shared(o) && !sk_is_empty(dict)) sk_or_relaxed(&sk_ptr(dict)->tl, SK_SHARED);
    SkObject *old = sk_load_relaxed(&part->extra);
    sk_store_release(&part->extra, sk_is_empty(counted) ? NULL : (void *)sk_ptr(counted));
    if (old) sk_flag_removed_locked(o, sk_counted(old));
    sk_unlock(o);
    if (old) sk_decref(old);
    return true;
}

// ---- life and death --------------------------------------------------------------------------------------------------

static void drop_attributes(SkObject *o, SkType *t, SkInstance *part, SkShape *s) {
    if (s->is_dict) {
        SkObject *d = sk_load_relaxed(&part->extra);
        if (!d) return;
        sk_store_relaxed(&part->extra, NULL);
        sk_flag_removed_locked(o, sk_counted(d));
        sk_decref(d);
        return;
    }
    for (uint32_t i = 0; i < t->inline_slots && i < s->count; i++) sk_slot_destroy(o, (SkSlot *)(part + 1) + i);
    SkExtra *e = sk_load_relaxed(&part->extra);
    for (size_t i = 0; e && i < e->capacity; i++) sk_slot_destroy(o, &e->slots[i]);
}

void sk_instance_drop_attributes(SkObject *o) {
    SkType *t = sk_ptr_type(o);
    for (uint32_t i = 0; i < t->nslots; i++) sk_slot_destroy(o, sk_member_slot(o, t, i));
    if (!t->shape_offset) return;
    SkInstance *part = sk_instance_part(o, t);
    SkShape *s = sk_load_relaxed(&part->shape);
    if (s) drop_attributes(o, t, part, s);
}

void sk_instance_part_destroy(SkObject *o, SkType *t) {
    SkInstance *part = sk_instance_part(o, t);
    SkShape *s = sk_load_relaxed(&part->shape);
    if (!s) return;
    drop_attributes(o, t, part, s);
    SkExtra *e = sk_load_relaxed(&part->extra);
    if (e && !s->is_dict) sk_buffer_retire(o, e, sizeof *e + e->capacity * sizeof(SkSlot));
}

void sk_instance_part_trace(SkObject *o, SkType *t, SkVisit visit, void *arg) {
    SkInstance *part = sk_instance_part(o, t);
    SkShape *s = sk_load_acquire(&part->shape);
    if (!s) return;
    if (s->is_dict) {
        SkObject *d = sk_load_acquire(&part->extra);
        if (d) visit(sk_counted(d), arg);
        return;
    }
    for (uint32_t i = 0; i < t->inline_slots; i++) sk_slot_visit((SkSlot *)(part + 1) + i, visit, arg);
    SkExtra *e = sk_load_acquire(&part->extra);
    for (size_t i = 0; e && i < e->capacity; i++) sk_slot_visit(&e->slots[i], visit, arg);
}

void sk_instance_part_clear(SkObject *o, SkType *t) {
    SkInstance *part = sk_instance_part(o, t);
    SkShape *s = sk_load_acquire(&part->shape);
    if (!s) return;
    if (s->is_dict) {
        if (!sk_instance_set_dict(o, t, SK_EMPTY)) sk_error_clear();
        return;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        SkSlot *slot = sk_attribute_slot(o, t, i);
        sk_slot_set(o, slot, SK_EMPTY);
    }
}
