// bytearray: a buffer of bytes with room at both ends. Everything about the content (the pointers, the bytes) is read and
// written under the object's lock, except through exported buffers: while there is one, the buffer is pinned
// and its length fixed, and its bytes, which others write without the lock, are looked at by base/racy.h.
#ifndef SKEIN_OBJECTS_BYTEARRAY_H
#define SKEIN_OBJECTS_BYTEARRAY_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    char *block;               // capacity + 1 bytes, or NULL while empty from birth
    char *start;               // where the content begins; behind it stands a zero
    _Atomic size_t length;     // written under the lock; len() reads it without
    size_t capacity;
    int64_t exports;
} SkByteArray;

SK_INLINE bool sk_is_bytearray(SkValue v) {
    return sk_is_ptr(v) && (sk_has_index(v, SK_T_BYTEARRAY) || sk_is_instance_of(v, &sk_bytearray_type));
}
SK_INLINE SkByteArray *sk_as_bytearray(SkValue v) { return (SkByteArray *)sk_ptr(v); }
SK_INLINE size_t sk_bytearray_len(SkValue v) { return sk_load_relaxed(&sk_as_bytearray(v)->length); }

// Requires the lock. The content is never NULL.
SK_INLINE const char *sk_bytearray_data_locked(const SkByteArray *a) { return a->start ? a->start : ""; }

// A bytes with the present content: new.
SkValue sk_bytearray_snapshot(SkValue v) SK_MUST_USE;
// Replaces start..end by n bytes, none of which lie in the bytearray. Clips start and end to the present length.
// False + BufferError ("Existing exports of data: object cannot be re-sized") or MemoryError.
bool sk_bytearray_splice(SkValue v, int64_t start, int64_t end, const void *bytes, size_t n) SK_MUST_USE;

#endif
