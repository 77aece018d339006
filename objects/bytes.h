// bytes (immutable) and bytearray (its buffer is replaced whole; pinned while exported).
#ifndef SKEIN_OBJECTS_BYTES_H
#define SKEIN_OBJECTS_BYTES_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    _Atomic int64_t hash;  // 0: not computed; relaxed, idempotent
    size_t length;
    char data[];           // length bytes and a zero
} SkBytes;

SK_INLINE SkBytes *sk_as_bytes(SkValue v) { return (SkBytes *)sk_ptr(v); }
SkValue sk_bytes_from(const void *data, size_t len) SK_MUST_USE;
SkBytes *sk_bytes_new(size_t len) SK_MUST_USE;   // uninitialised but for the final zero
// For the creator only, while nobody else has seen it: shorter, in place.
SkValue sk_bytes_truncate(SkBytes *b, size_t len) SK_MUST_USE;
SkValue sk_bytearray_from(const void *data, size_t len) SK_MUST_USE;
bool sk_bytes_init(void) SK_MUST_USE;             // the shared short ones; once, at start-up (sk_str_init calls it)
SkValue sk_bytes_concat(SkValue a, SkValue b) SK_MUST_USE;

#endif
