#include "base/strbuf.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/numtext.h"
#include "base/utf8.h"

void sk_strbuf_free(SkStrBuf *b) {
    if (b->data != b->small) sk_free(b->data);
    sk_strbuf_init(b);
}

bool sk_strbuf_reserve(SkStrBuf *b, size_t extra) {
    if (b->oom) return false;
    if (extra < b->cap - b->len) return true;
    size_t need, cap = b->cap < SIZE_MAX / 2 ? b->cap + b->cap / 2 : b->cap;
    if (__builtin_add_overflow(b->len, extra, &need) || need >= PTRDIFF_MAX) {
        b->oom = true;
        return false;
    }
    if (cap <= need) cap = need + 1;
    char *p = b->data == b->small ? sk_malloc(cap) : sk_realloc(b->data, cap);
    if (!p) {
        b->oom = true;
        return false;
    }
    if (b->data == b->small) memcpy(p, b->small, b->len);
    b->data = p;
    b->cap = cap;
    return true;
}

char *sk_strbuf_extend(SkStrBuf *b, size_t n) {
    if (!sk_strbuf_reserve(b, n)) return NULL;
    char *p = b->data + b->len;
    b->len += n;
    return p;
}

bool sk_strbuf_append_slow(SkStrBuf *b, const void *bytes, size_t n) {
    char *p = sk_strbuf_extend(b, n);
    if (p && n) memcpy(p, bytes, n);
    return p != NULL;
}

bool sk_strbuf_append_repeat(SkStrBuf *b, char c, size_t n) {
    char *p = sk_strbuf_extend(b, n);
    if (p && n) memset(p, c, n);
    return p != NULL;
}

bool sk_strbuf_append_codepoint(SkStrBuf *b, uint32_t cp) {
    char tmp[SK_UTF8_MAX];
    return sk_strbuf_append(b, tmp, sk_utf8_put(tmp, cp));
}

bool sk_strbuf_append_int(SkStrBuf *b, int64_t v) {
    char tmp[SK_INT_DECIMAL_MAX];
    return sk_strbuf_append(b, tmp, sk_int_to_decimal(v, tmp));
}

bool sk_strbuf_vprintf(SkStrBuf *b, const char *fmt, va_list ap) {
    if (b->oom) return false;
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(b->data + b->len, b->cap - b->len, fmt, ap);
    bool ok = n >= 0;
    if (!ok)
        b->oom = true;
    else if ((size_t)n >= b->cap - b->len) {
        ok = sk_strbuf_reserve(b, (size_t)n);
        if (ok) vsnprintf(b->data + b->len, b->cap - b->len, fmt, again);
    }
    va_end(again);
    if (ok) b->len += (size_t)n;
    return ok;
}

bool sk_strbuf_printf(SkStrBuf *b, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    bool ok = sk_strbuf_vprintf(b, fmt, ap);
    va_end(ap);
    return ok;
}

char *sk_strbuf_detach(SkStrBuf *b, size_t *len) {
    if (b->oom) return NULL;
    char *p = b->data;
    if (p == b->small) {
        p = sk_malloc(b->len + 1);
        if (!p) return NULL;
        memcpy(p, b->small, b->len);
    }
    p[b->len] = '\0';
    if (len) *len = b->len;
    sk_strbuf_init(b);
    return p;
}
