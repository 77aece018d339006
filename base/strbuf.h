// A growable byte buffer with 256 bytes of inline storage.
//
// A failed allocation sets `oom` for good: later appends do nothing and return false, so a long chain of
// appends needs one check at its end. `data` may point into the structure: never copy a SkStrBuf by value.
// Not thread-safe: one thread owns a buffer at a time.
#ifndef SKEIN_BASE_STRBUF_H
#define SKEIN_BASE_STRBUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/compiler.h"

enum { SK_STRBUF_INLINE = 256 };

typedef struct SkStrBuf {
    char *data;
    size_t len;
    size_t cap; // bytes at data; len < cap always, the spare one is for the NUL of sk_strbuf_cstr
    bool oom;
    char small[SK_STRBUF_INLINE];
} SkStrBuf;

static inline void sk_strbuf_init(SkStrBuf *b) {
    b->data = b->small;
    b->len = 0;
    b->cap = SK_STRBUF_INLINE;
    b->oom = false;
}

// Frees the storage; the buffer is empty and usable again, `oom` is cleared.
void sk_strbuf_free(SkStrBuf *b);

// Empties the buffer, keeps its storage and its `oom` flag.
static inline void sk_strbuf_clear(SkStrBuf *b) { b->len = 0; }

// Makes room for `extra` more bytes beyond len. False: out of memory (flag set).
bool sk_strbuf_reserve(SkStrBuf *b, size_t extra);

// Adds `n` bytes at the end, uninitialised, and returns their address, valid until the next append.
// NULL: out of memory (flag set).
char *sk_strbuf_extend(SkStrBuf *b, size_t n) SK_MUST_USE;

bool sk_strbuf_append_slow(SkStrBuf *b, const void *bytes, size_t n);

// All appends return false when the buffer is, or thereby gets, out of memory. `bytes` may not point into b.
static inline bool sk_strbuf_append(SkStrBuf *b, const void *bytes, size_t n) {
    if (n < b->cap - b->len && !b->oom) {
        if (n) memcpy(b->data + b->len, bytes, n);
        b->len += n;
        return true;
    }
    return sk_strbuf_append_slow(b, bytes, n);
}

static inline bool sk_strbuf_append_char(SkStrBuf *b, char c) { return sk_strbuf_append(b, &c, 1); }
static inline bool sk_strbuf_append_cstr(SkStrBuf *b, const char *s) { return sk_strbuf_append(b, s, strlen(s)); }
bool sk_strbuf_append_repeat(SkStrBuf *b, char c, size_t n);
// UTF-8 of one code point; surrogates are written as three bytes.
bool sk_strbuf_append_codepoint(SkStrBuf *b, uint32_t cp);
bool sk_strbuf_append_int(SkStrBuf *b, int64_t v);
// Not for floats: their decimal point would follow the process's locale. See base/dtoa.h.
bool sk_strbuf_printf(SkStrBuf *b, const char *fmt, ...) SK_PRINTF(2, 3);
bool sk_strbuf_vprintf(SkStrBuf *b, const char *fmt, va_list ap) SK_PRINTF(2, 0);

// The content as a C string, valid until the next append. Embedded NULs stay. Never NULL.
static inline const char *sk_strbuf_cstr(SkStrBuf *b) {
    b->data[b->len] = '\0';
    return b->data;
}

// Hands the content over as a NUL-terminated block to be released with sk_free; *len (may be NULL) gets its
// length without the NUL. The buffer is empty afterwards. NULL when `oom` is set or the copy fails.
char *sk_strbuf_detach(SkStrBuf *b, size_t *len) SK_MUST_USE;

#endif
