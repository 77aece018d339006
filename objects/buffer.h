// The buffer protocol: memory that an object exports.
#ifndef SKEIN_OBJECTS_BUFFER_H
#define SKEIN_OBJECTS_BUFFER_H

#include "objects/type.h"

#define SK_BUFFER_MAX_DIMS 64

// What a reader asks for with SK_BUF_SIMPLE does not change while it looks, so it may look twice: if other threads or
// processes may write to the memory, the view is of a private copy. SK_BUF_LIVE asks for the memory itself, for readers that
// look at each byte once, by base/racy.h or in the kernel, or that survive any change. With SK_BUF_PRIVATE everything that
// is not immutable is copied: for readers that run Python code in between.
enum {
    SK_BUF_SIMPLE = 0,
    SK_BUF_WRITABLE = 1,
    SK_BUF_FORMAT = 4,
    SK_BUF_ND = 8,
    SK_BUF_STRIDES = 16 | SK_BUF_ND,
    SK_BUF_C_CONTIGUOUS = 32 | SK_BUF_STRIDES,
    SK_BUF_F_CONTIGUOUS = 64 | SK_BUF_STRIDES,
    SK_BUF_ANY_CONTIGUOUS = 128 | SK_BUF_STRIDES,
    SK_BUF_INDIRECT = 256 | SK_BUF_STRIDES,
    SK_BUF_FULL_RO = SK_BUF_STRIDES | SK_BUF_FORMAT,
    SK_BUF_LIVE = 512,
    SK_BUF_PRIVATE = 1024,
    SK_BUF_FULL = SK_BUF_FULL_RO | SK_BUF_WRITABLE,
};

// For C libraries. They look plainly, and survive any change; ThreadSanitizer would see their copying.
#if SK_TSAN
#define SK_BUF_LIBRARY SK_BUF_SIMPLE
#else
#define SK_BUF_LIBRARY SK_BUF_LIVE
#endif

struct SkBuffer {
    void *data;
    int64_t length;        // bytes
    int64_t item_size;
    bool readonly;
    bool foreign;          // other processes may write to it
    int ndim;
    const char *format;    // NULL: "B". Lives as long as the view
    int64_t *shape;        // NULL for ndim <= 1 of simple views: then length / item_size
    int64_t *strides;      // NULL: C-contiguous
    SkValue owner;         // counted: the exporter
    int64_t shape1, stride1;  // storage for one dimension
    void *internal;        // the exporter's
};

// False + TypeError "a bytes-like object is required, not '%T'" or BufferError. Release with sk_buffer_release.
bool sk_buffer_get(SkValue v, SkBuffer *view, int flags) SK_MUST_USE;
void sk_buffer_release(SkBuffer *view);
bool sk_has_buffer(SkValue v);
// Fills a one-dimensional byte view of an exporter's memory.
bool sk_buffer_fill(SkBuffer *view, SkValue owner, void *data, int64_t length, bool readonly, int flags) SK_MUST_USE;
// Copies the elements of a view of any layout to `to`, which has room for length bytes: order 'C', 'F', or 'A' (as the
// view lies in memory, 'C' if it is not contiguous).
void sk_buffer_copy_out(const SkBuffer *view, void *to, char order);
// A bytes made of n bytes that others may be writing to: new.
SkValue sk_bytes_from_racy(const void *data, size_t n) SK_MUST_USE;
// The elements lie in memory without gaps: order 'C', 'F', or 'A' for either.
bool sk_buffer_is_contiguous(const SkBuffer *view, char order);
#define SK_AUTO_BUFFER SK_CLEANUP(sk_buffer_release)

#endif
