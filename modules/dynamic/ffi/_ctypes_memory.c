// _ctypes: looks at memory that other threads, and C code, may be writing.
#include <string.h>

#include "base/alloc.h"
#include "base/atomic.h"
#include "base/racy.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/str.h"

void sk_c_copy(void *to, const void *from, size_t n) {
    _Atomic uint64_t *t = to, *f = (void *)(uintptr_t)from;
    size_t words = ((uintptr_t)to | (uintptr_t)from) % sizeof *t ? 0 : n / sizeof *t, rest = n - words * sizeof *t;
    if (t <= f) {
        for (size_t i = 0; i < words; i++) sk_store_release(&t[i], sk_load_acquire(&f[i]));  // PAIR(c-pointer)
        sk_racy_copy(t + words, f + words, rest);
    } else {
        sk_racy_copy(t + words, f + words, rest);
        while (words--) sk_store_release(&t[words], sk_load_acquire(&f[words]));  // PAIR(c-pointer)
    }
}

void *sk_c_pointer_at(const char *p) {
    void *v;
    sk_c_copy(&v, p, sizeof v);
    return v;
}

static size_t length_of(const char *p, size_t max) {
#if SK_TSAN
    size_t n = 0;
    while (n < max && sk_racy_byte(p + n)) n++;
    return n;
#else
    return max == SIZE_MAX ? strlen(p) : strnlen(p, max);
#endif
}

// A zero may have come in while the rest was copied: it ends the copy, too.
SkValue sk_c_bytes_until_0(const char *p, size_t max) {
    size_t n = length_of(p, max);
    SkValue v = sk_bytes_from_racy(p, n);
    size_t m = sk_is_empty(v) ? n : strnlen(sk_as_bytes(v)->data, n);
    if (sk_likely(m == n)) return v;
    SK_AUTO SkValue whole = v;
    return sk_bytes_from(sk_as_bytes(whole)->data, m);
}

static uint32_t wide_at(const char *p) {
    uint32_t c;
    sk_racy_copy(&c, p, sizeof c);
    return c;
}

static SkValue wide_text(const char *p, int64_t start, int64_t step, size_t n, bool until_0) {
    uint32_t *chars = n < SIZE_MAX / 8 ? sk_malloc(n * 4 + 4) : NULL;
    if (!chars) return sk_raise_memory();
    for (size_t i = 0; i < n; i++) {
        chars[i] = wide_at(p + 4 * (start + (int64_t)i * step));
        if (until_0 && !chars[i]) n = i;
    }
    SkValue s = sk_str_from_ucs4(chars, n);
    sk_free(chars);
    return s;
}

SkValue sk_c_str_until_0(const char *p, size_t max) {
    size_t n = 0;
    while (n < max && wide_at(p + 4 * n)) n++;
    return wide_text(p, 0, 1, n, true);
}

SkValue sk_c_characters(bool wide, const char *p, int64_t start, int64_t step, int64_t n) {
    if (wide) return wide_text(p, start, step, (size_t)n, false);
    SkBytes *b = sk_bytes_new((size_t)n);
    if (!b) return SK_EMPTY;
    for (int64_t i = 0; i < n; i++) b->data[i] = (char)sk_racy_byte(p + start + i * step);
    return sk_counted(b);
}

void sk_c_put_str(char *p, SkValue str, size_t room) {
    size_t n = sk_str_len(str);
    for (size_t i = 0; i <= n && i < room; i++) {
        uint32_t c = i < n ? sk_str_at(sk_as_str(str), i) : 0;
        sk_racy_copy(p + 4 * i, &c, sizeof c);
    }
}
