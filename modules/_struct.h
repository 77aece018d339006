// Compiled formats of the module _struct.
#ifndef SKEIN_MODULES_STRUCT_H
#define SKEIN_MODULES_STRUCT_H

#include "objects/type.h"

typedef struct {
    char code;       // of the format
    uint8_t size;    // bytes of one item; for s and p: 1
    int64_t offset;  // in the packed bytes
    int64_t count;   // items, each of `size` bytes; for s and p: bytes of the only item
} SkStructCode;

// Immutable after compilation.
typedef struct {
    int64_t size, nitems;
    bool swap;    // the byte order is not the machine's
    bool native;  // '@': C's float conversion
    size_t ncodes;
    SkStructCode codes[];
} SkStructFormat;

extern SkValue sk_struct_error;  // the class struct.error, immortal once the module is there

// Parses a format (ASCII, NUL-terminated); free with sk_free. NULL: struct.error or MemoryError.
SkStructFormat *sk_struct_compile(const char *text) SK_MUST_USE;
// Packs args, as many as f->nitems, into f->size bytes, which are zeroed first.
bool sk_struct_pack(const SkStructFormat *f, uint8_t *out, const SkValue *args) SK_MUST_USE;
// A tuple of the items.
SkValue sk_struct_unpack(const SkStructFormat *f, const uint8_t *in) SK_MUST_USE;

#endif
