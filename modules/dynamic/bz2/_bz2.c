// _bz2: compression by libbz2. The module bz2 is above it.
//
// Streams are worked on by a detached thread under the object's mutex (modules/_compress.h).
#include <bzlib.h>
#include <limits.h>

#include "modules/_compress.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    bz_stream stream;
    bool open;      // the stream is to be ended
    bool flushed;   // under the mutex
} Compressor;

typedef struct {
    SkDecompressor base;
    bz_stream stream;
    bool open;
    bool dead;   // under the mutex: libbz2 must not be called with a stream that has failed
} Decompressor;

enum { FIRST_BLOCK = 32 * 1024, AFTER_ERROR = -1000 };

static SkValue fail(int code) {
    switch (code) {
    case AFTER_ERROR: return sk_raise(sk_exc_ValueError, "Decompressor is unusable after a previous error");
    case BZ_PARAM_ERROR: return sk_raise(sk_exc_ValueError, "Internal error - invalid parameters passed to libbzip2");
    case BZ_MEM_ERROR: return sk_raise_memory();
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC: return sk_raise(sk_exc_OSError, "Invalid data stream");
    case BZ_IO_ERROR: return sk_raise(sk_exc_OSError, "Unknown I/O error");
    case BZ_UNEXPECTED_EOF:
        return sk_raise(sk_exc_EOFError, "Compressed file ended before the logical end-of-stream was detected");
    case BZ_SEQUENCE_ERROR: return sk_raise(sk_exc_RuntimeError, "Internal error - Invalid sequence of commands sent to libbzip2");
    default: return sk_raise(sk_exc_OSError, "Unrecognized error from libbzip2: %d", code);
    }
}

// ---- compressing ----------------------------------------------------------------------------------------------------------------

static SkValue compressor_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    int level = 9;
    if (!sk_no_kwargs("BZ2Compressor", kwnames) || !sk_check_nargs("BZ2Compressor", nargs, 0, 1)) return SK_EMPTY;
    if (nargs && !sk_as_int(args[0], &level)) return SK_EMPTY;
    if (level < 1 || level > 9) return sk_raise(sk_exc_ValueError, "compresslevel must be between 1 and 9");
    Compressor *c = (Compressor *)sk_type_alloc(type, 0);
    if (!c) return SK_EMPTY;
    pthread_mutex_init(&c->mutex, NULL);
    SK_AUTO SkValue v = sk_counted(c);
    int code = BZ2_bzCompressInit(&c->stream, level, 0, 0);
    if (code != BZ_OK) return fail(code);
    c->open = true;
    return sk_move(&v);
}

static void compressor_destroy(SkObject *o) {
    Compressor *c = (Compressor *)o;
    if (c->open) BZ2_bzCompressEnd(&c->stream);
    pthread_mutex_destroy(&c->mutex);
    sk_instance_free(o, 0);
}

// Compresses n bytes; with BZ_FINISH, to the end. A code below 0 on failure.
static int compress(Compressor *c, const uint8_t *in, size_t n, int action, SkOutput *out) {
    bz_stream *z = &c->stream;
    for (;;) {
        unsigned piece = n < UINT_MAX ? (unsigned)n : UINT_MAX;
        if (action == BZ_RUN && !piece) return BZ_OK;
        if (sk_output_room(out, FIRST_BLOCK) != SK_ROOM) return BZ_MEM_ERROR;
        unsigned room = (unsigned)sk_output_free(out, UINT_MAX);
        z->next_in = (char *)(uintptr_t)in;
        z->avail_in = piece;
        z->next_out = (char *)out->data + out->length;
        z->avail_out = room;
        int code = BZ2_bzCompress(z, action);
        out->length += room - z->avail_out;
        in += piece - z->avail_in;
        n -= piece - z->avail_in;
        if (code < 0 || code == BZ_STREAM_END) return code;
    }
}

static SkValue finish(Compressor *c, const SkBuffer *b, int action) {
    SkOutput out = sk_output(-1);
    int code = BZ_OK;
    sk_turn_begin(&c->mutex);
    bool flushed = c->flushed;
    if (!flushed) {
        c->flushed = action == BZ_FINISH;
        code = compress(c, b ? b->data : NULL, b ? (size_t)b->length : 0, action, &out);
    }
    sk_turn_end(&c->mutex);
    if (flushed) return sk_raise(sk_exc_ValueError, b ? "Compressor has been flushed" : "Repeated call to flush()");
    if (code >= 0) return sk_output_finish(&out);
    sk_output_free_all(&out);
    return fail(code);
}

static SkValue compressor_compress(SkValue self, SkValue data) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    return sk_buffer_get(data, &b, SK_BUF_LIBRARY) ? finish((Compressor *)sk_ptr(self), &b, BZ_RUN) : SK_EMPTY;
}
static SkValue compressor_flush(SkValue self) { return finish((Compressor *)sk_ptr(self), NULL, BZ_FINISH); }

static const SkMethodDef compressor_methods[] = {
    {"compress", SK_ONEARG, .onearg = compressor_compress, .sig = "(data, /)", .doc = "What is ready of the compressed data."},
    {"flush", SK_NOARGS, .noargs = compressor_flush, .sig = "()", .doc = "The rest of the compressed data; the compressor is used up."},
    {0},
};

static SkType compressor_type = {
    SK_TYPE_HEAD(0, sizeof(Compressor), NULL, NULL, compressor_destroy),
    .name = "_bz2.BZ2Compressor",
    .doc = "BZ2Compressor(compresslevel=9, /)\n--\n\nA compressor; the level is a number between 1 and 9.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = compressor_new,
    .methods = compressor_methods,
};

// ---- decompressing ----------------------------------------------------------------------------------------------------------------

static SkStep run(SkDecompressor *base, const uint8_t **in, size_t *n, SkOutput *out) {
    Decompressor *d = (Decompressor *)base;
    bz_stream *z = &d->stream;
    if (d->dead) {
        base->error = AFTER_ERROR;
        return SK_STEP_FAILED;
    }
    for (;;) {
        SkRoom r = sk_output_room(out, FIRST_BLOCK);
        if (r != SK_ROOM) return r == SK_ROOM_LIMIT ? SK_STEP_LIMIT : SK_STEP_MEMORY;
        unsigned room = (unsigned)sk_output_free(out, UINT_MAX), piece = *n < UINT_MAX ? (unsigned)*n : UINT_MAX;
        z->next_in = (char *)(uintptr_t)*in;
        z->avail_in = piece;
        z->next_out = (char *)out->data + out->length;
        z->avail_out = room;
        int code = BZ2_bzDecompress(z);
        out->length += room - z->avail_out;
        *in += piece - z->avail_in;
        *n -= piece - z->avail_in;
        if (code == BZ_STREAM_END) return SK_STEP_END;
        if (code != BZ_OK) {
            base->error = code;
            d->dead = true;
            return SK_STEP_FAILED;
        }
        if (*n == 0 && z->avail_out) return SK_STEP_INPUT;
    }
}
static void raise_error(SkDecompressor *base) { fail(base->error); }
static void end(SkDecompressor *base) {
    if (((Decompressor *)base)->open) BZ2_bzDecompressEnd(&((Decompressor *)base)->stream);
}
static const SkDecompressorKind kind = {run, raise_error, end, "End of stream already reached"};

static SkValue decompressor_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("BZ2Decompressor", kwnames)) return SK_EMPTY;
    if (nargs) return sk_raise(sk_exc_TypeError, "BZ2Decompressor() takes no positional arguments");
    Decompressor *d = (Decompressor *)sk_type_alloc(type, 0);
    if (!d) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(d);
    sk_decompressor_init(&d->base, &kind);
    int code = BZ2_bzDecompressInit(&d->stream, 0, 0);
    if (code != BZ_OK) return fail(code);
    d->open = true;
    return sk_move(&v);
}

static const SkMethodDef decompressor_methods[] = {
    {"decompress", SK_SIG, .sig_fn = sk_decompressor_method, .sig = SK_DECOMPRESS_SIG, .doc = "What is ready of the decompressed data, at most max_length bytes (negative: all)."},
    {0},
};

static const SkGetSetDef decompressor_getset[] = {SK_DECOMPRESSOR_GETSET, {0}};

static SkType decompressor_type = {
    SK_TYPE_HEAD(0, sizeof(Decompressor), NULL, NULL, sk_decompressor_destroy),
    .name = "_bz2.BZ2Decompressor",
    .doc = "BZ2Decompressor()\n--\n\nA decompressor of one stream.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = decompressor_new,
    .methods = decompressor_methods,
    .getset = decompressor_getset,
};

static bool exec(SkValue m) { return sk_module_add_type(m, &compressor_type) && sk_module_add_type(m, &decompressor_type); }

SK_EXPORT const SkModuleDef sk_module__bz2 = {"_bz2", "Compression of the bzip2 library.", NULL, exec};
