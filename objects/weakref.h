// Weak references and proxies.
#ifndef SKEIN_OBJECTS_WEAKREF_H
#define SKEIN_OBJECTS_WEAKREF_H

#include "gc/weak.h"
#include "objects/type.h"

// References and proxies have one layout.
typedef struct SkWeakRef {
    SkObject header;
    SkWeakControl *control;         // immutable; one use is this object's
    SkSlot callback;                // empty: none, or done
    _Atomic int64_t hash;           // -1: not computed
    struct SkWeakRef *prev, *next;  // in the control's list, under its lock
    bool linked;                    // likewise
} SkWeakRef;

SK_INLINE SkWeakRef *sk_as_weakref(SkValue v) { return (SkWeakRef *)sk_ptr(v); }
SK_INLINE bool sk_is_weakref(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_weakref_type); }
SK_INLINE bool sk_is_weakproxy(SkValue v) {
    return sk_has_index(v, SK_T_WEAKPROXY) || sk_has_index(v, SK_T_WEAKCALLABLEPROXY);
}

// weakref.ref(target, callback); callback SK_NONE or SK_EMPTY: none, and the target's one such reference is returned
// if it has one. TypeError for objects that cannot be weakly referenced.
SkValue sk_weakref_new(SkValue target, SkValue callback) SK_MUST_USE;
SkValue sk_weakproxy_new(SkValue target, SkValue callback) SK_MUST_USE;
// What a reference or proxy refers to: counted, or SK_EMPTY when it is gone.
SkValue sk_weakref_get(SkValue ref) SK_MUST_USE;
// Weak references and proxies of an object.
size_t sk_weakref_count(SkValue target);
SkValue sk_weakref_list(SkValue target) SK_MUST_USE;   // a new list of them

// Sets the hook of gc/weak.h. At start-up.
void sk_weakrefs_init(void);

#endif
