// What the neighbours of type objects share.
#ifndef SKEIN_OBJECTS_TYPE_INTERNAL_H
#define SKEIN_OBJECTS_TYPE_INTERNAL_H

#include "objects/dict.h"
#include "gc/weak.h"
#include "objects/type.h"

typedef struct SkTypeList {
    size_t count, capacity;
    struct SkSubclass {
        SkType *type;            // taken out before its memory goes
        SkWeakControl *weak;     // NULL: immortal
    } *items;
} SkTypeList;

// The lock of types: guards subclass lists, slot updates and class creation's publication. A leaf below no object lock:
// taken before any of them. Recursive for its holder.
void sk_types_lock(void);
void sk_types_unlock(void);
// Calls fn(subclass, arg) for each direct subclass, also those that are dying. Requires the lock of types.
void sk_type_for_each_subclass(SkType *t, void (*fn)(SkType *, SkValue), SkValue arg);
// A list of the direct subclasses.
SkValue sk_type_subclass_list(SkType *t) SK_MUST_USE;
bool sk_type_add_subclass(SkType *base, SkType *t) SK_MUST_USE;
void sk_type_remove_subclass(SkType *base, SkType *t);
// A free index in sk_type_table for t; false + MemoryError.
bool sk_type_take_index(SkType *t) SK_MUST_USE;
// The C3 linearisation of t with its bases: a tuple, or TypeError.
SkValue sk_type_compute_mro(SkType *t, SkValue bases);
// What type(t).mro(t) answers, checked: a tuple of compatible types.
SkValue sk_type_ask_mro(SkType *t);
// Name without its module: "deque" of "collections.deque".
const char *sk_type_short_name(const SkType *t);
// The docstring behind the "name(signature)\n--\n\n" that a doc may begin with; the length of "(signature)", 0 if none.
const char *sk_type_doc_text(const SkType *t, size_t *signature);
// Gives all shapes of the type and its subclasses new ids, and the types new versions. Requires the lock of types.
void sk_type_invalidate(SkType *t);
// __class__ assignment, __bases__ assignment.
// The nearest of t and its bases whose instances have fields of their own.
SkType *sk_solid_base(SkType *t);
bool sk_set_class(SkValue self, SkValue value) SK_MUST_USE;
bool sk_type_set_bases(SkValue self, SkValue value, void *) SK_MUST_USE;
// Instances of both have their parts at the same places; the slots' names are not compared.
bool sk_same_instances(SkType *a, SkType *b);
// The one of the bases that instances are laid out as; NULL + TypeError.
SkType *sk_best_base(SkValue bases);

SkValue sk_seq_iter_new(SkValue sequence);
int sk_contains_by_iteration(SkValue container, SkValue item);
int64_t sk_hash_pointer(const void *p);
// (getattr, (object, name)): __reduce__ of methods.
SkValue sk_reduce_getattr(SkValue object, const char *name);

SkValue sk_type_instancecheck(SkValue cls, SkValue v);
SkValue sk_type_subclasscheck(SkValue cls, SkValue derived);
// Merges the dicts of a class and its bases into dict.
bool sk_merge_class_dict(SkValue dict, SkValue cls) SK_MUST_USE;

SkValue sk_type_new_slot(SkType *meta, const SkValue *args, size_t nargs, SkValue kwnames);
void sk_type_update_new(SkType *t);
void sk_type_trace(SkObject *o, SkVisit visit, void *arg);
void sk_type_clear(SkObject *o);
void sk_type_destroy(SkObject *o);
// The type's index may be given to another one.
void sk_type_give_index_back(SkType *t);
// Makes the shape of instances that went over to a dict; false + MemoryError.
bool sk_type_has_dict_shape(SkType *t) SK_MUST_USE;
// `__weakref__`: the first weak reference of an object or None. (objects/weakref.c)
SkValue sk_get_weakref_attr(SkValue self, void *unused);

// Descriptors for the tables of a built-in type.
SkValue sk_method_descr_new(SkType *type, const SkMethodDef *def);
SkValue sk_getset_new(SkType *type, const SkGetSetDef *def);
SkValue sk_member_new(SkType *type, const SkMemberDef *def);
// A member for __slots__: def is copied.
SkValue sk_slot_member_new(SkType *type, SkValue name, int32_t offset);
// `__new__` of a built-in type, as a built-in function bound to it.
SkValue sk_native_new_new(SkType *type);
// True if v is that function, for type.
bool sk_is_native_new_of(SkValue v, SkType *type);

#endif
