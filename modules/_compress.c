// What the compression modules share.
#include "modules/_compress.h"

#include <string.h>

#include "base/alloc.h"
#include "modules/arguments.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "threading/thread.h"

// ---- output ------------------------------------------------------------------------------------------------------------------

SkRoom sk_output_room(SkOutput *o, size_t first) {
    if (o->length < o->capacity) return SK_ROOM;
    if (o->length >= o->limit) return SK_ROOM_LIMIT;
    size_t n = o->capacity ? o->capacity * 2 : first ? first : 1;
    if (n > o->limit) n = o->limit;
    uint8_t *data = sk_realloc(o->data, n);
    if (!data) return SK_ROOM_MEMORY;
    o->data = data;
    o->capacity = n;
    return SK_ROOM;
}

void sk_output_free_all(SkOutput *o) {
    sk_free(o->data);
    o->data = NULL;
    o->length = o->capacity = 0;
}

SkValue sk_output_finish(SkOutput *o) {
    SkValue v = sk_bytes_from(o->data, o->length);
    sk_output_free_all(o);
    return v;
}

// ---- turns -------------------------------------------------------------------------------------------------------------------

void sk_turn_begin(pthread_mutex_t *m) {
    sk_thread_detach();
    pthread_mutex_lock(m);
}

void sk_turn_end(pthread_mutex_t *m) {
    pthread_mutex_unlock(m);
    sk_thread_attach();
}

bool sk_kept_set(SkKept *k, const uint8_t *data, size_t n) {
    uint8_t *copy = NULL;
    if (n) {
        if (!(copy = sk_malloc(n))) return false;
        memcpy(copy, data, n);
    }
    sk_free(k->data);
    *k = (SkKept){copy, n};
    return true;
}

bool sk_kept_append(SkKept *k, const uint8_t *data, size_t n) {
    if (!n) return true;
    uint8_t *grown = sk_realloc(k->data, k->length + n);
    if (!grown) return false;
    memcpy(grown + k->length, data, n);
    *k = (SkKept){grown, k->length + n};
    return true;
}

void sk_kept_free(SkKept *k) {
    sk_free(k->data);
    *k = (SkKept){0};
}

SkValue sk_kept_bytes(pthread_mutex_t *m, const SkKept *k) {
    SkKept copy = {0};
    sk_turn_begin(m);
    bool ok = sk_kept_set(&copy, k->data, k->length);
    sk_turn_end(m);
    SkValue v = ok ? sk_bytes_from(copy.data, copy.length) : sk_raise_memory();
    sk_kept_free(&copy);
    return v;
}

// ---- decompressors -------------------------------------------------------------------------------------------------------------

void sk_decompressor_init(SkDecompressor *d, const SkDecompressorKind *kind) {
    pthread_mutex_init(&d->mutex, NULL);
    d->kind = kind;
    sk_store_relaxed(&d->needs_input, true);
}

void sk_decompressor_destroy(SkObject *o) {
    SkDecompressor *d = (SkDecompressor *)o;
    if (d->kind) {
        d->kind->end(d);
        pthread_mutex_destroy(&d->mutex);
    }
    sk_kept_free(&d->pending);
    sk_kept_free(&d->unused);
    sk_instance_free(o, 0);
}

// What did not fit, or lies behind the end, is kept.
static SkStep keep(SkDecompressor *d, SkStep step, const uint8_t *in, size_t n) {
    switch (step) {
    case SK_STEP_END:
        sk_store_relaxed(&d->eof, true);
        sk_store_relaxed(&d->needs_input, false);
        if (!sk_kept_set(&d->unused, in, n)) return SK_STEP_MEMORY;
        sk_kept_free(&d->pending);
        break;
    case SK_STEP_INPUT:
    case SK_STEP_LIMIT:
        if (!sk_kept_set(&d->pending, in, n)) return SK_STEP_MEMORY;
        // At the limit the stream may have more to give even if it has taken all input.
        sk_store_relaxed(&d->needs_input, step == SK_STEP_INPUT && n == 0);
        break;
    default:
        sk_store_relaxed(&d->needs_input, false);
        break;
    }
    return step;
}

static SkStep work(SkDecompressor *d, const SkBuffer *b, SkOutput *out) {
    const uint8_t *in = b->data;
    size_t n = (size_t)b->length;
    if (d->pending.length) {
        if (!sk_kept_append(&d->pending, in, n)) return SK_STEP_MEMORY;
        in = d->pending.data;
        n = d->pending.length;
    }
    SkStep step = d->kind->run(d, &in, &n, out);
    return keep(d, step, in, n);
}

SkValue sk_decompressor_method(SkValue self, const SkValue *args) {
    SkDecompressor *d = (SkDecompressor *)sk_ptr(self);
    int64_t limit;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(args[0], &b, SK_BUF_LIBRARY)) return SK_EMPTY;
    if (!sk_ssize_argument(args[1], -1, &limit)) return SK_EMPTY;
    SkOutput out = sk_output(limit);
    SkStep step = SK_STEP_END;
    sk_turn_begin(&d->mutex);
    bool over = sk_load_relaxed(&d->eof);
    if (!over) step = work(d, &b, &out);
    sk_turn_end(&d->mutex);
    if (over) return sk_raise(sk_exc_EOFError, "%s", d->kind->at_end);
    if (step != SK_STEP_FAILED && step != SK_STEP_MEMORY) return sk_output_finish(&out);
    sk_output_free_all(&out);
    if (step == SK_STEP_MEMORY) return sk_raise_memory();
    d->kind->raise(d);
    return SK_EMPTY;
}

SkValue sk_decompressor_eof(SkValue v, void *closure SK_UNUSED) {
    return sk_bool(sk_load_relaxed(&((SkDecompressor *)sk_ptr(v))->eof));
}
SkValue sk_decompressor_needs_input(SkValue v, void *closure SK_UNUSED) {
    return sk_bool(sk_load_relaxed(&((SkDecompressor *)sk_ptr(v))->needs_input));
}
SkValue sk_decompressor_unused(SkValue v, void *closure SK_UNUSED) {
    SkDecompressor *d = (SkDecompressor *)sk_ptr(v);
    return sk_kept_bytes(&d->mutex, &d->unused);
}
