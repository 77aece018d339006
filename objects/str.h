// str: immutable, one, two or four bytes a code point, the narrowest that fits.
#ifndef SKEIN_OBJECTS_STR_H
#define SKEIN_OBJECTS_STR_H

#include <stdarg.h>

#include "base/strbuf.h"
#include "objects/type.h"

typedef struct {
    SkObject header;
    _Atomic int64_t hash;   // 0: not computed yet. Any thread may compute it and store the same value, relaxed
    uint64_t length : 55;   // code points; fixed at creation (but see sk_str_append)
    uint64_t kind : 3;      // bytes a code point: 1, 2 or 4, the narrowest possible
    uint64_t ascii : 1;     // all below 128: data is also its UTF-8, ended by a zero byte
    uint64_t roomy : 1;     // the block has the size sk_str_append gives it, not the least possible
    uint64_t unused : 4;    // set with the others, so that all are one store
    char data[];            // length + 1 code points, the last is zero
} SkStr;
// A subclass of str has its instance part after the data: it is allocated with the data in a fixed layout,
// see str.c.

SK_INLINE SkStr *sk_as_str(SkValue v) { return (SkStr *)sk_ptr(v); }
SK_INLINE size_t sk_str_len(SkValue v) { return sk_as_str(v)->length; }
SK_INLINE uint32_t sk_str_at(const SkStr *s, size_t i) {
    return s->kind == 1 ? ((const uint8_t *)s->data)[i]
           : s->kind == 2 ? ((const uint16_t *)(const void *)s->data)[i]
                          : ((const uint32_t *)(const void *)s->data)[i];
}

// ---- making: new counted words, or SK_EMPTY with MemoryError (or what is said) --------------------------------------
SkValue sk_str_from(const char *utf8);                       // valid UTF-8
SkValue sk_str_from_utf8(const char *utf8, size_t len);      // UnicodeDecodeError if invalid
SkValue sk_str_from_wtf8(const char *utf8, size_t len);      // surrogates allowed
SkValue sk_str_from_ascii(const char *s, size_t len);        // known to be ASCII
SkValue sk_str_from_latin1(const void *s, size_t len);
SkValue sk_str_from_ucs2(const uint16_t *s, size_t len);     // narrowed where possible
SkValue sk_str_from_ucs4(const uint32_t *s, size_t len);
SkValue sk_str_from_code_point(uint32_t c);
SkValue sk_str_from_fs(const char *bytes, size_t len);       // file system encoding: UTF-8 with surrogateescape
SkValue sk_str_format(const char *fmt, ...);                 // as sk_raise's fmt
SkValue sk_str_format_v(const char *fmt, va_list ap);
// Uninitialised, to be filled before anybody sees it. max_char decides the width.
SkStr *sk_str_new(size_t length, uint32_t max_char) SK_MUST_USE;
SK_INLINE void sk_str_set(SkStr *s, size_t i, uint32_t c) {
    if (s->kind == 1) ((uint8_t *)s->data)[i] = (uint8_t)c;
    else if (s->kind == 2) ((uint16_t *)(void *)s->data)[i] = (uint16_t)c;
    else ((uint32_t *)(void *)s->data)[i] = c;
}

// Interning: the one str with this content, immortal. Steals v.
SkValue sk_intern(SkValue v);
SkValue sk_intern_s(const char *utf8);  // the word needs no release
SK_INLINE bool sk_is_interned(SkValue v) { return sk_load_relaxed(&sk_ptr(v)->tl) & SK_INTERNED; }

// ---- asking ------------------------------------------------------------------------------------------------------------
// UTF-8 of a str, zero-terminated, valid until the end of the caller's scope: release with sk_utf8_release.
// For an ASCII str it is the data itself. text NULL: UnicodeEncodeError (lone surrogate) or MemoryError is set.
typedef struct {
    const char *text;
    size_t len;
    char *owned;
} SkUtf8;
SkUtf8 sk_str_utf8(SkValue s);
SkUtf8 sk_str_wtf8(SkValue s);   // lone surrogates encoded
SkUtf8 sk_str_fs(SkValue s);     // file system encoding (surrogateescape); ValueError on embedded NUL
void sk_utf8_release(SkUtf8 *u);
#define SK_AUTO_UTF8 SK_CLEANUP(sk_utf8_release)

int64_t sk_str_hash(SkStr *s);
bool sk_str_equal(SkValue a, SkValue b);                     // both str (or subclasses): same content
bool sk_str_equals_ascii(SkValue a, const char *ascii);
int sk_str_compare(SkValue a, SkValue b);                    // by code point: <0, 0, >0
uint32_t sk_str_max_char(const SkStr *s);

// ---- operations (a and b: str) -------------------------------------------------------------------------------------------
SkValue sk_str_concat(SkValue a, SkValue b) SK_MUST_USE;
// a += b: consumes the counted word a; grows it in place when nobody else holds it.
SkValue sk_str_append(SkValue a, SkValue b) SK_MUST_USE;
SkValue sk_str_join(SkValue separator, SkValue iterable) SK_MUST_USE;
SkValue sk_str_join_array(SkValue separator /* or SK_EMPTY */, const SkValue *parts, size_t n) SK_MUST_USE;
SkValue sk_str_slice(SkValue s, size_t start, size_t end) SK_MUST_USE;
SkValue sk_str_mod(SkValue format, SkValue args) SK_MUST_USE;     // format % args
int64_t sk_str_find(SkValue s, SkValue sub, size_t start, size_t end);  // -1: not found

// ---- a builder ---------------------------------------------------------------------------------------------------------
// `data` may point into the structure: never copy a builder by value.
typedef struct {
    void *data;
    size_t length, capacity;  // in code points
    uint32_t max_char;
    uint8_t kind;
    bool failed;              // MemoryError is set
    uint8_t few[128];         // where short text needs no allocation
} SkStrBuilder;
void sk_sb_init(SkStrBuilder *b);
void sk_sb_char(SkStrBuilder *b, uint32_t c);
void sk_sb_ascii(SkStrBuilder *b, const char *s, size_t len);
void sk_sb_cstr(SkStrBuilder *b, const char *utf8);
void sk_sb_utf8(SkStrBuilder *b, const char *utf8, size_t len);  // what is invalid becomes U+FFFD; surrogates pass
void sk_sb_str(SkStrBuilder *b, SkValue s);
void sk_sb_units(SkStrBuilder *b, const void *units, unsigned kind, size_t n);  // n units of 1, 2 or 4 bytes
void sk_sb_repeat(SkStrBuilder *b, uint32_t c, size_t n);
void sk_sb_slice(SkStrBuilder *b, SkValue s, size_t start, size_t end);
// The str; the builder is empty afterwards. SK_EMPTY with an exception if anything failed.
SkValue sk_sb_finish(SkStrBuilder *b) SK_MUST_USE;
void sk_sb_discard(SkStrBuilder *b);

#endif
