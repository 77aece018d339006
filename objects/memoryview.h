// memoryview: a window on the buffer of another object.
//
// The buffer itself is held by a managed buffer, which the views made from one another share; it is given back when the
// last of them is released or dies.
#ifndef SKEIN_OBJECTS_MEMORYVIEW_H
#define SKEIN_OBJECTS_MEMORYVIEW_H

#include "objects/buffer.h"

typedef struct {
    SkObject header;
    SkSlot exporter;          // view.owner while the buffer is held; empty afterwards
    SkBuffer view;            // fixed at creation
    _Atomic int64_t views;    // memoryviews that have not let go of it
} SkManagedBuffer;

typedef struct {
    SkObject header;
    SkSlot managed;           // SkManagedBuffer; never changes
    // The window; fixed at creation.
    char *data;
    int64_t length, item_size;
    const char *format;       // never NULL; the exporter's or static
    int64_t *shape, *strides; // ndim of each: in `one`, or allocated
    int64_t one[2];
    int ndim;
    bool readonly;
    _Atomic int64_t hash;     // -1: not computed; relaxed, idempotent
    // Under the object's lock.
    bool released;            // nothing may be read any more
    int64_t users;            // calls that are reading: the last of them gives the buffer back if it was released meanwhile
    int64_t exports;          // buffers handed out: as long as there is one, release() fails
} SkMemoryView;

SK_INLINE bool sk_is_memoryview(SkValue v) { return sk_has_index(v, SK_T_MEMORYVIEW); }

// memoryview(v): new.
SkValue sk_memoryview_new(SkValue v) SK_MUST_USE;
// v.__buffer__(flags): new.
SkValue sk_memoryview_from_flags(SkValue v, int flags) SK_MUST_USE;
// A view of memory that outlives it.
SkValue sk_memoryview_of_memory(void *data, int64_t length, bool readonly) SK_MUST_USE;
// memoryview.release(): false + BufferError while it is exported.
bool sk_memoryview_release(SkValue v) SK_MUST_USE;
// For a class that defines __buffer__: exports the memoryview it returned; when the buffer is given back,
// __release_buffer__ of `object` is called with it.
bool sk_buffer_get_by_method(SkValue object, SkValue memoryview, SkBuffer *view, int flags) SK_MUST_USE;

#endif
