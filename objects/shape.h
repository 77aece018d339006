// Shapes: the layout of instances' attributes, and the one-word caches built on them.
//
// An instance of a class with a __dict__ has an SkInstance part: its shape says which name is in which slot.
// Shapes form a tree of transitions (add an attribute) rooted in the type; a published shape never changes,
// except for its id. Slots 0..inline_slots-1 are in the object, the others in `extra`.
// A deleted attribute leaves its slot empty; when the order of attributes could no longer be told from the shape
// (an emptied name is set again), or __dict__ is asked for, the instance goes over to a real dict: its shape is
// the type's dict shape, and `extra` the SkDict.
//
// An id stands for "this shape, and nothing changed on its type since": when a type's attributes change,
// every shape of the type and its subclasses gets a new id, so a cache that compares one id is
// right about the instance's layout and about the class at once. Ids are never reused; 0 is never valid.
#ifndef SKEIN_OBJECTS_SHAPE_H
#define SKEIN_OBJECTS_SHAPE_H

#include "objects/type.h"

struct SkShape {
    _Atomic uint32_t id;          // 0: none given yet, or not cacheable
    uint32_t count;               // attributes
    SkType *type;                 // not counted: shapes die with their type
    SkShape *parent;
    SkValue name;                 // the last attribute: interned, immortal
    _Atomic(void *) lookup;       // name -> index table of large shapes, made on demand
    _Atomic(void *) transitions;  // name -> child: written under the type's lock
    bool is_dict;
};

typedef struct {
    _Atomic(SkShape *) shape;  // NULL until the first attribute: then as the type's root shape
    _Atomic(void *) extra;     // SkExtra of slots beyond the inline ones, or the SkDict; written under the object's lock
} SkInstance;

typedef struct {
    size_t capacity;
    SkSlot slots[];
} SkExtra;

SK_INLINE SkInstance *sk_instance_part(const SkObject *o, const SkType *t) {
    return (SkInstance *)((char *)o + t->shape_offset);
}

// The i-th __slots__ entry, counted over the bases.
SkSlot *sk_member_slot(SkObject *o, const SkType *t, uint32_t i);

// The attribute slot i of an instance with the given shape: inline or in extra.
SK_INLINE SkSlot *sk_attribute_slot(SkObject *o, const SkType *t, uint32_t i) {
    SkInstance *part = sk_instance_part(o, t);
    if (i < t->inline_slots) return (SkSlot *)(part + 1) + i;
    return &((SkExtra *)sk_load_acquire(&part->extra))->slots[i - t->inline_slots];
}

// The type's root shape (made on demand); NULL + MemoryError.
SkShape *sk_root_shape(SkType *t) SK_MUST_USE;
// The shape of an instance (the root shape if it has none yet). NULL + MemoryError.
SkShape *sk_shape_of(SkObject *o, SkType *t) SK_MUST_USE;
// Index of an interned name, or -1.
int32_t sk_shape_find(SkShape *s, SkValue name);
// The shape's id, given now if it has none; 0: not cacheable.
uint32_t sk_shape_id(SkShape *s);
// New ids for all shapes of a type. Requires the lock of types.
void sk_shapes_renew(SkType *t);
void sk_shapes_free(SkType *t);

// Attributes of an instance, without descriptors and class attributes; name: interned str.
// Word or SK_EMPTY (no exception unless a dict with strange keys raised one).
SkValue sk_instance_load(SkObject *o, SkType *t, SkValue name);
// value SK_EMPTY deletes; then 0 if there is no such attribute. 1 done, -1 exception.
int sk_instance_store(SkObject *o, SkType *t, SkValue name, SkValue value);
// Adds an attribute if that leads to the shape with this id, of which a cache said that storing the name needs nothing else,
// and its slot is in the object. False: nothing done.
bool sk_instance_add(SkObject *o, SkType *t, SkValue name, uint32_t id, SkValue value);
// The instance's dict, to which it goes over. Counted.
SkValue sk_instance_make_dict(SkObject *o, SkType *t);
bool sk_instance_set_dict(SkObject *o, SkType *t, SkValue dict) SK_MUST_USE;

// What a dying instance of a class refers to as its attributes, let go of before the base type lets go of its items.
void sk_instance_drop_attributes(SkObject *o);
void sk_instance_part_destroy(SkObject *o, SkType *t);
void sk_instance_part_trace(SkObject *o, SkType *t, SkVisit visit, void *arg);
void sk_instance_part_clear(SkObject *o, SkType *t);

#endif
