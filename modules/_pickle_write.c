// A pickler's output, with the frames of protocol 4, and its memo.
#include "base/alloc.h"
#include "modules/_pickle.h"

#include <stdio.h>
#include <string.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/protocol.h"

enum { FRAME_MIN = 4, FRAME_TARGET = 64 * 1024, FRAME_HEADER = 9 };

static bool room(SkPickler *p, size_t n) {
    if (p->len + n <= p->capacity) return true;
    size_t capacity = (p->len + n) / 2 * 3 + 256;
    char *out = sk_realloc(p->out, capacity);
    if (!out) return sk_is_none(sk_raise_memory());
    p->out = out;
    p->capacity = capacity;
    return true;
}

static void write_le(char *to, uint64_t n, int bytes) {
    for (int i = 0; i < bytes; i++) to[i] = (char)(n >> (8 * i));
}

bool sk_pickle_put(SkPickler *p, const void *bytes, size_t n) {
    char *to = sk_pickle_reserve(p, n);
    if (sk_likely(to != NULL)) {
        memcpy(to, bytes, n);
        return true;
    }
    bool opens = p->framing && p->frame_start < 0;
    if (!room(p, n + FRAME_HEADER)) return false;
    if (opens) {
        p->frame_start = (int64_t)p->len;
        p->len += FRAME_HEADER;
    }
    memcpy(p->out + p->len, bytes, n);
    p->len += n;
    return true;
}

bool sk_pickle_le(SkPickler *p, int op, uint64_t n, int bytes) {
    char *to = sk_pickle_reserve(p, (size_t)bytes + 1);
    if (sk_likely(to != NULL)) {
        to[0] = (char)op;
        to[1] = (char)n;
        for (int i = 1; i < bytes; i++) to[i + 1] = (char)(n >>= 8);
        return true;
    }
    char text[9] = {(char)op};
    write_le(text + 1, n, bytes);
    return sk_pickle_put(p, text, (size_t)bytes + 1);
}

// A frame that is too short goes without its header.
bool sk_pickle_commit_frame(SkPickler *p) {
    if (!p->framing || p->frame_start < 0) return true;
    size_t start = (size_t)p->frame_start, n = p->len - start - FRAME_HEADER;
    char *frame = p->out + start;
    if (n >= FRAME_MIN) {
        frame[0] = (char)OP_FRAME;
        write_le(frame + 1, n, 8);
    } else {
        memmove(frame, frame + FRAME_HEADER, n);
        p->len -= FRAME_HEADER;
    }
    p->frame_start = -1;
    return true;
}

void sk_pickle_clear_output(SkPickler *p) {
    p->len = 0;
    p->frame_start = -1;
}

static bool write_out(SkPickler *p, SkValue bytes) {
    SK_AUTO SkValue write = sk_slot_get(&p->header, &p->write);
    SK_AUTO SkValue done = sk_call1(write, bytes);
    return !sk_is_empty(done);
}

static bool to_file(const SkPickler *p) { return !sk_is_empty(sk_slot_peek(&p->write)); }

bool sk_pickle_flush(SkPickler *p) {
    SK_AUTO SkValue bytes = sk_bytes_from(p->out, p->len);
    return !sk_is_empty(bytes) && write_out(p, bytes);
}

bool sk_pickle_boundary(SkPickler *p) {
    if (!p->framing || p->frame_start < 0 || p->len - (size_t)p->frame_start - FRAME_HEADER < FRAME_TARGET) return true;
    if (!sk_pickle_commit_frame(p)) return false;
    if (!to_file(p)) return true;
    if (!sk_pickle_flush(p)) return false;
    sk_pickle_clear_output(p);
    return true;
}

// Large data stands outside the frames, and goes to the file without a copy.
bool sk_pickle_put_data(SkPickler *p, const void *header, size_t header_size, const void *data, size_t n, SkValue payload) {
    bool large = n >= FRAME_TARGET, framing = p->framing;
    if (large) {
        if (!sk_pickle_commit_frame(p)) return false;
        p->framing = false;
    }
    bool ok = sk_pickle_put(p, header, header_size);
    if (ok && large && to_file(p)) {
        SK_AUTO SkValue bytes = sk_is_empty(payload) ? sk_bytes_from(data, n) : sk_retain(payload);
        ok = sk_pickle_flush(p) && !sk_is_empty(bytes) && write_out(p, bytes);
        sk_pickle_clear_output(p);
    } else {
        ok = ok && sk_pickle_put(p, data, n);
    }
    p->framing = framing;
    return ok;
}

// ---- the memo: objects by identity --------------------------------------------------------------------------------------------

// Ellipsis and NotImplemented are no heap objects, and are entered all the same.
static SkValue identity(SkValue v) { return sk_is_ptr(v) ? sk_counted(sk_ptr(v)) : v; }

static size_t place(const SkMemo *m, SkValue key) {
    size_t i = (key.w >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 20 & m->mask;
    while (!sk_is_empty(m->entries[i].key) && m->entries[i].key.w != key.w) i = (i + 1) & m->mask;
    return i;
}

int64_t sk_memo_find(const SkMemo *m, SkValue v) {
    if (!m->mask) return -1;
    const SkMemoEntry *e = &m->entries[place(m, identity(v))];
    return sk_is_empty(e->key) ? -1 : e->index;
}

static bool memo_grow(SkMemo *m) {
    SkMemo bigger = {.mask = m->mask ? m->mask * 2 + 1 : 63, .used = m->used};
    bigger.entries = sk_calloc(bigger.mask + 1, sizeof *bigger.entries);
    if (!bigger.entries) return sk_is_none(sk_raise_memory());
    for (size_t i = 0; m->mask && i <= m->mask; i++)
        if (!sk_is_empty(m->entries[i].key)) bigger.entries[place(&bigger, m->entries[i].key)] = m->entries[i];
    sk_free(m->entries);
    *m = bigger;
    return true;
}

bool sk_memo_set(SkMemo *m, SkValue v, int64_t index) {
    if (m->used * 3 >= m->mask * 2 && !memo_grow(m)) return false;
    SkMemoEntry *e = &m->entries[place(m, identity(v))];
    if (sk_is_empty(e->key)) {
        e->key = sk_retain(v);
        m->used++;
    }
    e->index = index;
    return true;
}

void sk_memo_clear(SkMemo *m) {
    SkMemo old = *m;
    *m = (SkMemo){0};
    for (size_t i = 0; old.mask && i <= old.mask; i++) sk_release(old.entries[i].key);
    sk_free(old.entries);
}

bool sk_pickle_memo_put(SkPickler *p, SkValue v) {
    if (p->fast) return true;
    size_t i = p->memo.used;
    if (!sk_memo_set(&p->memo, v, (int64_t)i)) return false;
    if (p->protocol >= 4) return sk_pickle_op(p, OP_MEMOIZE);
    if (p->bin) return i < 256 ? sk_pickle_le(p, OP_BINPUT, i, 1) : sk_pickle_le(p, OP_LONG_BINPUT, i, 4);
    char text[32];
    int n = snprintf(text, sizeof text, "%c%zu\n", OP_PUT, i);
    return sk_pickle_put(p, text, (size_t)n);
}

bool sk_pickle_memo_get(SkPickler *p, int64_t index) {
    uint64_t i = (uint64_t)index;
    if (p->bin) return i < 256 ? sk_pickle_le(p, OP_BINGET, i, 1) : sk_pickle_le(p, OP_LONG_BINGET, i, 4);
    char text[32];
    int n = snprintf(text, sizeof text, "%c%llu\n", OP_GET, (unsigned long long)i);
    return sk_pickle_put(p, text, (size_t)n);
}
