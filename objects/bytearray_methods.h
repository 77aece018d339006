// The methods of bytearray, and the changes they are made of. v: a bytearray.
#ifndef SKEIN_OBJECTS_BYTEARRAY_METHODS_H
#define SKEIN_OBJECTS_BYTEARRAY_METHODS_H

#include "objects/bytearray.h"

extern const SkMethodDef sk_bytearray_methods[];

// To n bytes, new ones zero. False + BufferError or MemoryError.
bool sk_bytearray_resize(SkValue v, size_t n) SK_MUST_USE;
// Removes the byte at i (from the end if negative): 1; 0: out of range; -3: it is empty; -1: exception.
int sk_bytearray_take(SkValue v, int64_t i, uint8_t *byte);
// Removes the first byte of this value: 1; 0: there is none; -1: exception.
int sk_bytearray_remove_byte(SkValue v, uint8_t byte);
void sk_bytearray_reverse(SkValue v);
// v += other, which has a buffer.
bool sk_bytearray_add_buffer(SkValue v, SkValue other) SK_MUST_USE;

#endif
