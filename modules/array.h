// array.array: what its files share.
//
// Content, length and capacity are read and written under the object's lock, except through exported buffers: while there
// is one the block is pinned and the length fixed, and its bytes, which others write without the lock, are looked at by
// base/racy.h.
#ifndef SKEIN_MODULES_ARRAY_H
#define SKEIN_MODULES_ARRAY_H

#include "objects/type.h"

typedef enum { SK_ARRAY_INT, SK_ARRAY_UINT, SK_ARRAY_FLOAT, SK_ARRAY_CHAR } SkArrayKind;

typedef struct {
    char code;            // the typecode; 0 ends the table
    uint8_t size;         // bytes of an item, at most 8
    uint8_t kind;         // SkArrayKind
    uint8_t format;       // how it is pickled: one of SkArrayFormat
    const char *buffer;   // the format of exported buffers
} SkArrayCode;

typedef struct {
    SkObject header;
    char *data;                // capacity items, or NULL
    _Atomic size_t length;     // items; written under the lock; len() reads it without
    size_t capacity;           // items
    int64_t exports;
    const SkArrayCode *code;   // fixed at creation
} SkArray;

// An item as C sees it.
typedef union {
    uint8_t bytes[8];
    int64_t i;
    uint64_t u;
    double d;
} SkArrayItem;

extern SkType sk_array_type;
extern const SkArrayCode sk_array_codes[];
extern const SkMethodDef sk_array_methods[];
extern const SkMethodDef sk_array_functions[];

SK_INLINE SkArray *sk_as_array(SkValue v) { return (SkArray *)sk_ptr(v); }
SK_INLINE bool sk_is_array(SkValue v) { return sk_is_instance_of(v, &sk_array_type); }
SK_INLINE size_t sk_array_len(const SkArray *a) { return sk_load_relaxed(&((SkArray *)a)->length); }

const SkArrayCode *sk_array_code(uint32_t c);  // NULL: no such typecode

// ---- items (modules/array_item.c) ---------------------------------------------------------------------------------------
// An item's bytes as a value (counted): ValueError for what is no character.
SkValue sk_array_unpack(const SkArrayCode *c, const char *bytes) SK_MUST_USE;
// The bytes of a value. False with an exception.
bool sk_array_pack(const SkArrayCode *c, SkValue v, uint8_t *bytes) SK_MUST_USE;
// -1, 0, 1 for items of kinds that C can compare, 2: unordered; *ok false: by their values.
int sk_array_compare_items(const SkArrayCode *a, const char *x, const SkArrayCode *b, const char *y, bool *ok);
// The array module's _array_reconstructor.
SkValue sk_array_reconstruct(SkValue module, const SkValue *args, size_t nargs);
void sk_array_swap_bytes(char *data, size_t items, size_t size);

// ---- arrays (modules/array.c) --------------------------------------------------------------------------------------------
// Zeroed items: a new array or NULL with an exception.
SkArray *sk_array_new(SkType *type, const SkArrayCode *code, size_t items) SK_MUST_USE;
// A copy of the content, to be freed; NULL + MemoryError. *items gets the length.
char *sk_array_snapshot(SkArray *a, size_t *items) SK_MUST_USE;
// The item at i (not adjusted): SK_EMPTY without an exception when there is none.
SkValue sk_array_item(SkArray *a, int64_t i) SK_MUST_USE;
// Replaces start..end by n items. Clips start and end to the present length. False + BufferError or MemoryError.
bool sk_array_splice(SkArray *a, int64_t start, int64_t end, const void *items, size_t n) SK_MUST_USE;
// Removes the item at i, counted from the end if negative: 1, with its bytes, 0: none there, -1: exception.
int sk_array_take(SkArray *a, int64_t i, uint8_t *bytes);
// Appends an iterable's items (or another array's).
bool sk_array_extend(SkArray *a, SkValue iterable) SK_MUST_USE;
// Appends a list's items, all or none.
bool sk_array_extend_list(SkArray *a, SkValue list) SK_MUST_USE;
bool sk_array_append(SkArray *a, SkValue v) SK_MUST_USE;
// The characters appended: typecodes u and w only.
bool sk_array_append_str(SkArray *a, SkValue str) SK_MUST_USE;
bool sk_array_append_bytes(SkArray *a, SkValue buffer) SK_MUST_USE;
SkValue sk_array_to_list(SkArray *a) SK_MUST_USE;
SkValue sk_array_to_bytes(SkArray *a) SK_MUST_USE;
SkValue sk_array_to_str(SkArray *a) SK_MUST_USE;

#endif
