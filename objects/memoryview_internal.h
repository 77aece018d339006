// What the files of memoryview share.
#ifndef SKEIN_OBJECTS_MEMORYVIEW_INTERNAL_H
#define SKEIN_OBJECTS_MEMORYVIEW_INTERNAL_H

#include "objects/memoryview.h"

SK_INLINE SkMemoryView *sk_as_memoryview(SkValue v) { return (SkMemoryView *)sk_ptr(v); }

// From enter to leave the buffer stays although release() is called. False + ValueError: it is released.
bool sk_memoryview_enter(SkMemoryView *m) SK_MUST_USE;
void sk_memoryview_leave(SkMemoryView *m);
#define SK_AUTO_VIEW SK_CLEANUP(sk_memoryview_leave_cleanup)
static inline void sk_memoryview_leave_cleanup(SkMemoryView **m) {
    if (*m) sk_memoryview_leave(*m);
}

// A view on the same managed buffer, the same window: change the new one's fields before anybody sees it. ndim may differ
// from the old one's: then shape and strides are to be filled in. NULL with an exception. Requires entered or unreleased.
SkMemoryView *sk_memoryview_derive(SkMemoryView *from, int ndim) SK_MUST_USE;
// The window as a buffer, without owner.
SkBuffer sk_memoryview_window(SkMemoryView *m);

// ---- elements (objects/memoryview_item.c) ----
// The one character of a native format ("@" before it is dropped), or 0.
char sk_native_format(const char *format);
size_t sk_native_size(char format);  // 0: no such format
// An element as a value: new. A format that is none of them: NotImplementedError.
SkValue sk_item_unpack(const char *p, char native, const char *format) SK_MUST_USE;
// Writes a value's bytes to p, which has room for item_size. False with an exception.
bool sk_item_pack(char *p, SkValue v, char native, const char *format) SK_MUST_USE;
// Whether the elements at p and q are equal as values: 1, 0, -1.
int sk_items_equal(const char *p, char f, const char *q, char g);

SkValue sk_memoryview_compare(SkValue a, SkValue b, SkCompareOp op);
SkValue sk_memoryview_get_key(SkValue self, SkValue key);
bool sk_memoryview_set_key(SkValue self, SkValue key, SkValue value);
SkValue sk_memoryview_iter(SkValue self);
extern const SkMethodDef sk_memoryview_methods[];
extern const SkGetSetDef sk_memoryview_getset[];

#endif
