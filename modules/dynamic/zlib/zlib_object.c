// zlib: compressors and decompressors.
//
// Streams, and what is kept between calls, are touched under the object's mutex by a detached thread (modules/_compress.h).
#include "modules/dynamic/zlib/zlib.h"

#include <limits.h>

#include "base/alloc.h"
#include "modules/arguments.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    z_stream stream;
    bool open;           // the stream is to be ended
    SkKept dictionary;   // of a decompressor; fixed at creation
    bool has_dictionary; // it may be empty
    SkKept unused, tail;
    _Atomic bool eof;    // written under the mutex
} Stream;

static SkType compress_type, decompress_type;
static Stream *as_stream(SkValue v) { return (Stream *)sk_ptr(v); }

static Stream *stream_new(SkType *type) {
    Stream *s = (Stream *)sk_type_alloc(type, 0);
    if (s) pthread_mutex_init(&s->mutex, NULL);
    return s;
}

static void common_destroy(Stream *s) {
    pthread_mutex_destroy(&s->mutex);
    sk_kept_free(&s->dictionary);
    sk_kept_free(&s->unused);
    sk_kept_free(&s->tail);
    sk_instance_free(&s->header, 0);
}
static void compress_destroy(SkObject *o) {
    if (((Stream *)o)->open) deflateEnd(&((Stream *)o)->stream);
    common_destroy((Stream *)o);
}
static void decompress_destroy(SkObject *o) {
    if (((Stream *)o)->open) inflateEnd(&((Stream *)o)->stream);
    common_destroy((Stream *)o);
}

static bool dictionary_fits(const SkBuffer *b) {
    return (uint64_t)b->length <= UINT_MAX || sk_raise_false(sk_exc_OverflowError, "zdict length does not fit in an unsigned int");
}

// ---- compressing ----------------------------------------------------------------------------------------------------------------

SkValue sk_zlib_compressobj(SkValue module SK_UNUSED, const SkValue *a) {
    int level, method, wbits, memory, strategy;
    if (!sk_int_argument(a[0], Z_DEFAULT_COMPRESSION, &level) || !sk_int_argument(a[1], Z_DEFLATED, &method) ||
        !sk_int_argument(a[2], MAX_WBITS, &wbits) || !sk_int_argument(a[3], 8, &memory) || !sk_int_argument(a[4], Z_DEFAULT_STRATEGY, &strategy))
        return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer b = {0};
    bool dictionary = !sk_is_empty(a[5]) && !sk_is_none(a[5]);
    if (dictionary && (!sk_buffer_get(a[5], &b, SK_BUF_SIMPLE) || !dictionary_fits(&b))) return SK_EMPTY;
    Stream *s = stream_new(&compress_type);
    if (!s) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(s);
    int code = deflateInit2(&s->stream, level, method, wbits, memory, strategy);
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Can't allocate memory for compression object");
    if (code == Z_STREAM_ERROR) return sk_raise(sk_exc_ValueError, "Invalid initialization option");
    if (code != Z_OK) return sk_zlib_raise(s->stream.msg, code, "while creating compression object");
    s->open = true;
    if (dictionary) {
        code = deflateSetDictionary(&s->stream, b.data, (uInt)b.length);
        if (code == Z_STREAM_ERROR) return sk_raise(sk_exc_ValueError, "Invalid dictionary");
        if (code != Z_OK) return sk_raise(sk_exc_ValueError, "deflateSetDictionary()");
    }
    return sk_move(&v);
}

// The output, or zlib.error for a code that is none of the good ones. message: of the stream, static text.
static SkValue result(SkOutput *out, int code, const char *message, bool good, const char *doing) {
    if (good) return sk_output_finish(out);
    sk_output_free_all(out);
    return code == Z_MEM_ERROR ? sk_raise_memory() : sk_zlib_raise(message, code, doing);
}

static SkValue compress_compress(SkValue self, SkValue data) {
    Stream *s = as_stream(self);
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(data, &b, SK_BUF_LIBRARY)) return SK_EMPTY;
    SkOutput out = sk_output(-1);
    sk_turn_begin(&s->mutex);
    int code = sk_zlib_deflate(&s->stream, b.data, (size_t)b.length, Z_NO_FLUSH, &out);
    const char *message = s->stream.msg;
    sk_turn_end(&s->mutex);
    return result(&out, code, message, code != Z_STREAM_ERROR && code != Z_MEM_ERROR, "while compressing data");
}

static SkValue compress_flush(SkValue self, const SkValue *a) {
    Stream *s = as_stream(self);
    int mode;
    if (!sk_int_argument(a[0], Z_FINISH, &mode)) return SK_EMPTY;
    if (mode == Z_NO_FLUSH) return sk_bytes_from("", 0);
    SkOutput out = sk_output(-1);
    const char *doing = "while flushing";
    sk_turn_begin(&s->mutex);
    int code = sk_zlib_deflate(&s->stream, NULL, 0, mode, &out);
    bool good = code == Z_OK || code == Z_BUF_ERROR;
    const char *message = s->stream.msg;
    if (code == Z_STREAM_END && mode == Z_FINISH) {
        s->open = false;
        code = deflateEnd(&s->stream);
        good = code == Z_OK;
        doing = "while finishing compression";
    }
    sk_turn_end(&s->mutex);
    return result(&out, code, message, good, doing);
}

static SkValue copy_failed(int code, const char *message, const char *what) {
    if (code == Z_STREAM_ERROR) return sk_raise(sk_exc_ValueError, "Inconsistent stream state");
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Can't allocate memory for %s object", what);
    return sk_zlib_raise(message, code, what[0] == 'c' ? "while copying compression object" : "while copying decompression object");
}

static SkValue compress_copy(SkValue self) {
    Stream *s = as_stream(self), *made = stream_new(&compress_type);
    if (!made) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(made);
    sk_turn_begin(&s->mutex);
    int code = s->open ? deflateCopy(&made->stream, &s->stream) : Z_STREAM_ERROR;
    made->open = code == Z_OK;
    const char *message = s->stream.msg;
    sk_turn_end(&s->mutex);
    return code == Z_OK ? sk_move(&v) : copy_failed(code, message, "compression");
}
static SkValue compress_deepcopy(SkValue self, SkValue memo SK_UNUSED) { return compress_copy(self); }

// ---- decompressing ----------------------------------------------------------------------------------------------------------------

SkValue sk_zlib_decompressobj(SkValue module SK_UNUSED, const SkValue *a) {
    int wbits;
    if (!sk_int_argument(a[0], MAX_WBITS, &wbits)) return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_is_empty(a[1])) {
        if (!sk_has_buffer(a[1])) return sk_raise(sk_exc_TypeError, "zdict argument must support the buffer protocol");
        if (!sk_buffer_get(a[1], &b, SK_BUF_SIMPLE) || !dictionary_fits(&b)) return SK_EMPTY;
    }
    Stream *s = stream_new(&decompress_type);
    if (!s) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(s);
    s->has_dictionary = !sk_is_empty(a[1]);
    if (!sk_kept_set(&s->dictionary, b.data, (size_t)b.length)) return sk_raise_memory();
    int code = inflateInit2(&s->stream, wbits);
    if (code == Z_STREAM_ERROR) return sk_raise(sk_exc_ValueError, "Invalid initialization option");
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Can't allocate memory for decompression object");
    if (code != Z_OK) return sk_zlib_raise(s->stream.msg, code, "while creating decompression object");
    s->open = true;
    // A raw stream does not ask for its dictionary.
    if (wbits < 0 && s->dictionary.data && inflateSetDictionary(&s->stream, s->dictionary.data, (uInt)s->dictionary.length) != Z_OK)
        return sk_zlib_raise(s->stream.msg, Z_DATA_ERROR, "while setting zdict");
    return sk_move(&v);
}

// Keeps what inflate left of the input: false: no memory.
static bool keep(Stream *s, int code, const uint8_t *in, size_t n) {
    if (code == Z_STREAM_END) {
        sk_store_relaxed(&s->eof, true);
        if (!sk_kept_append(&s->unused, in, n)) return false;
        n = 0;
    }
    return (n == 0 && s->tail.length == 0) || sk_kept_set(&s->tail, in, n);
}

static SkValue decompress_decompress(SkValue self, const SkValue *a) {
    Stream *s = as_stream(self);
    int64_t limit;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(a[0], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (!sk_ssize_argument(a[1], 0, &limit)) return SK_EMPTY;
    if (limit < 0) return sk_raise(sk_exc_ValueError, "max_length must be non-negative");
    SkOutput out = sk_output(limit ? limit : -1);
    const uint8_t *in = b.data;
    size_t n = (size_t)b.length;
    bool full;
    sk_turn_begin(&s->mutex);
    int code = sk_zlib_inflate(&s->stream, &in, &n, Z_SYNC_FLUSH, SK_ZLIB_BUFFER, s->has_dictionary ? &s->dictionary : NULL, &out, &full);
    const char *message = s->stream.msg;
    bool good = code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END;
    if (code != Z_MEM_ERROR && !keep(s, code, in, n)) {
        code = Z_MEM_ERROR;
        good = false;
    }
    sk_turn_end(&s->mutex);
    return result(&out, code, message, good, "while decompressing data");
}

static SkValue decompress_flush(SkValue self, const SkValue *a) {
    Stream *s = as_stream(self);
    int64_t size;
    if (!sk_ssize_argument(a[0], SK_ZLIB_BUFFER, &size)) return SK_EMPTY;
    if (size <= 0) return sk_raise(sk_exc_ValueError, "length must be greater than zero");
    SkOutput out = sk_output(-1);
    bool full;
    sk_turn_begin(&s->mutex);
    const uint8_t *in = s->tail.data;
    size_t n = s->tail.length;
    int code = sk_zlib_inflate(&s->stream, &in, &n, Z_FINISH, (size_t)size, s->has_dictionary ? &s->dictionary : NULL, &out, &full);
    bool good = code != Z_MEM_ERROR && code != SK_ZLIB_BAD_DICTIONARY;   // other errors end the output without a word
    if (good && !keep(s, code, in, n)) {
        code = Z_MEM_ERROR;
        good = false;
    } else if (code == Z_STREAM_END) {
        s->open = false;
        code = inflateEnd(&s->stream);
        good = code == Z_OK;
    }
    sk_turn_end(&s->mutex);
    return result(&out, code, NULL, good, "while finishing decompression");
}

static SkValue decompress_copy(SkValue self) {
    Stream *s = as_stream(self), *made = stream_new(&decompress_type);
    if (!made) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(made);
    sk_turn_begin(&s->mutex);
    int code = s->open ? inflateCopy(&made->stream, &s->stream) : Z_STREAM_ERROR;
    made->open = code == Z_OK;
    const char *message = s->stream.msg;
    made->has_dictionary = s->has_dictionary;
    bool ok = sk_kept_set(&made->dictionary, s->dictionary.data, s->dictionary.length) &&
              sk_kept_set(&made->unused, s->unused.data, s->unused.length) && sk_kept_set(&made->tail, s->tail.data, s->tail.length);
    sk_store_relaxed(&made->eof, sk_load_relaxed(&s->eof));
    sk_turn_end(&s->mutex);
    if (code != Z_OK) return copy_failed(code, message, "decompression");
    return ok ? sk_move(&v) : sk_raise_memory();
}
static SkValue decompress_deepcopy(SkValue self, SkValue memo SK_UNUSED) { return decompress_copy(self); }

static SkValue get_unused(SkValue v, void *closure SK_UNUSED) { return sk_kept_bytes(&as_stream(v)->mutex, &as_stream(v)->unused); }
static SkValue get_tail(SkValue v, void *closure SK_UNUSED) { return sk_kept_bytes(&as_stream(v)->mutex, &as_stream(v)->tail); }
static SkValue get_eof(SkValue v, void *closure SK_UNUSED) { return sk_bool(sk_load_relaxed(&as_stream(v)->eof)); }

// ---- zlib._ZlibDecompressor -----------------------------------------------------------------------------------------------------------

typedef struct {
    SkDecompressor base;
    z_stream stream;
    bool open;
    SkKept dictionary;  // fixed at creation
    bool has_dictionary;
} Decompressor;

static SkStep run(SkDecompressor *base, const uint8_t **in, size_t *n, SkOutput *out) {
    Decompressor *d = (Decompressor *)base;
    bool full;
    int code = sk_zlib_inflate(&d->stream, in, n, Z_SYNC_FLUSH, SK_ZLIB_BUFFER, d->has_dictionary ? &d->dictionary : NULL, out, &full);
    if (code == Z_MEM_ERROR) return SK_STEP_MEMORY;
    if (code == Z_STREAM_END) return SK_STEP_END;
    if (code == Z_OK || code == Z_BUF_ERROR) return full ? SK_STEP_LIMIT : SK_STEP_INPUT;
    base->error = code;
    return SK_STEP_FAILED;
}
static void raise(SkDecompressor *base) { sk_zlib_raise(((Decompressor *)base)->stream.msg, base->error, "while decompressing data"); }
static void end(SkDecompressor *base) {
    Decompressor *d = (Decompressor *)base;
    if (d->open) inflateEnd(&d->stream);
    sk_kept_free(&d->dictionary);
}
static const SkDecompressorKind kind = {run, raise, end, "End of stream already reached"};

static SkValue decompressor_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    int wbits;
    if (!sk_bind("_ZlibDecompressor", "(wbits=MAX_WBITS, zdict=b'')", &sig, args, nargs, kwnames, a) || !sk_int_argument(a[0], MAX_WBITS, &wbits))
        return SK_EMPTY;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_is_empty(a[1])) {
        if (!sk_has_buffer(a[1])) return sk_raise(sk_exc_TypeError, "zdict argument must support the buffer protocol");
        if (!sk_buffer_get(a[1], &b, SK_BUF_SIMPLE) || !dictionary_fits(&b)) return SK_EMPTY;
    }
    Decompressor *d = (Decompressor *)sk_type_alloc(type, 0);
    if (!d) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(d);
    sk_decompressor_init(&d->base, &kind);
    d->has_dictionary = !sk_is_empty(a[1]);
    if (!sk_kept_set(&d->dictionary, b.data, (size_t)b.length)) return sk_raise_memory();
    int code = inflateInit2(&d->stream, wbits);
    if (code == Z_STREAM_ERROR) return sk_raise(sk_exc_ValueError, "Invalid initialization option");
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Can't allocate memory for decompression object");
    if (code != Z_OK) return sk_zlib_raise(d->stream.msg, code, "while creating decompression object");
    d->open = true;
    if (wbits < 0 && d->dictionary.data && inflateSetDictionary(&d->stream, d->dictionary.data, (uInt)d->dictionary.length) != Z_OK)
        return sk_zlib_raise(d->stream.msg, Z_DATA_ERROR, "while setting zdict");
    return sk_move(&v);
}

// ---- types ------------------------------------------------------------------------------------------------------------------------------

static const SkMethodDef compress_methods[] = {
    {"compress", SK_ONEARG, .onearg = compress_compress, .sig = "(data, /)", .doc = "What is ready of the compressed data."},
    {"flush", SK_SIG, .sig_fn = compress_flush, .sig = "(mode=zlib.Z_FINISH, /)", .doc = "The compressed data that is still inside."},
    {"copy", SK_NOARGS, .noargs = compress_copy, .sig = "()", .doc = "Return a copy of the compression object."},
    {"__copy__", SK_NOARGS, .noargs = compress_copy, .sig = "()"},
    {"__deepcopy__", SK_ONEARG, .onearg = compress_deepcopy, .sig = "(memo, /)"},
    {0},
};
static const SkMethodDef decompress_methods[] = {
    {"decompress", SK_SIG, .sig_fn = decompress_decompress, .sig = "(data, /, max_length=0)", .doc = "What is ready of the decompressed data, at most max_length bytes (0: all)."},
    {"flush", SK_SIG, .sig_fn = decompress_flush, .sig = "(length=zlib.DEF_BUF_SIZE, /)", .doc = "The decompressed data that is still inside."},
    {"copy", SK_NOARGS, .noargs = decompress_copy, .sig = "()", .doc = "Return a copy of the decompression object."},
    {"__copy__", SK_NOARGS, .noargs = decompress_copy, .sig = "()"},
    {"__deepcopy__", SK_ONEARG, .onearg = decompress_deepcopy, .sig = "(memo, /)"},
    {0},
};
static const SkGetSetDef decompress_getset[] = {
    {.name = "unused_data", .get = get_unused, .doc = "Input behind the end of the stream."},
    {.name = "unconsumed_tail", .get = get_tail, .doc = "Input that max_length left over."},
    {.name = "eof", .get = get_eof, .doc = "Whether the end of the stream has been reached."},
    {0},
};
static const SkMethodDef decompressor_methods[] = {
    {"decompress", SK_SIG, .sig_fn = sk_decompressor_method, .sig = SK_DECOMPRESS_SIG, .doc = "What is ready of the decompressed data, at most max_length bytes (negative: all)."},
    {0},
};

static const SkGetSetDef decompressor_getset[] = {SK_DECOMPRESSOR_GETSET, {0}};

static SkType compress_type = {
    SK_TYPE_HEAD(0, sizeof(Stream), NULL, NULL, compress_destroy),
    .name = "zlib.Compress",
    .flags = SK_TF_NO_NEW,
    .methods = compress_methods,
};
static SkType decompress_type = {
    SK_TYPE_HEAD(0, sizeof(Stream), NULL, NULL, decompress_destroy),
    .name = "zlib.Decompress",
    .flags = SK_TF_NO_NEW,
    .methods = decompress_methods,
    .getset = decompress_getset,
};
static SkType decompressor_type = {
    SK_TYPE_HEAD(0, sizeof(Decompressor), NULL, NULL, sk_decompressor_destroy),
    .name = "zlib._ZlibDecompressor",
    .doc = "A decompressor which keeps the input that did not fit.",
    .new_ = decompressor_new,
    .methods = decompressor_methods,
    .getset = decompressor_getset,
};

bool sk_zlib_add_types(SkValue m) {
    return sk_type_ready(&compress_type) && sk_type_ready(&decompress_type) && sk_module_add_type(m, &decompressor_type);
}
