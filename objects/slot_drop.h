// Emptying the slots of a container that dies, of which there may be many.
#ifndef SKEIN_OBJECTS_SLOT_DROP_H
#define SKEIN_OBJECTS_SLOT_DROP_H

#include "gc/object.h"

// As sk_slot_destroy, with the container's SHARED asked for once: a dying container does not become it. May run finalizers.
SK_INLINE void sk_slot_drop(bool shared, SkSlot *s) {
    SkValue v = {sk_load_relaxed(&s->w)};
    if (!sk_is_ptr(v)) return;
    sk_store_relaxed(&s->w, 0);
    if (sk_unlikely(shared)) sk_flag_removed_slow(sk_ptr(v));
    sk_decref(sk_ptr(v));
}

#endif
