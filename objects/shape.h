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

#endif
