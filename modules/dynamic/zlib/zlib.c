// zlib: the module, its functions, and the loops around deflate and inflate.
#include "modules/dynamic/zlib/zlib.h"

#include <limits.h>

#include "modules/arguments.h"
#include "modules/error_class.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "threading/thread.h"

static SkErrorClass error_class;   // zlib.error

SkValue sk_zlib_raise(const char *message, int code, const char *doing) {
    SkType *type = sk_error_class(&error_class);
    if (code == SK_ZLIB_BAD_DICTIONARY) {
        code = Z_DATA_ERROR;
        message = NULL;
        doing = "while setting zdict";
    }
    if (code == Z_VERSION_ERROR) message = "library version mismatch";
    if (!message) {
        if (code == Z_BUF_ERROR) message = "incomplete or truncated stream";
        else if (code == Z_STREAM_ERROR) message = "inconsistent stream state";
        else if (code == Z_DATA_ERROR) message = "invalid input data";
    }
    if (!message) return sk_raise(type, "Error %d %s", code, doing);
    return sk_raise(type, "Error %d %s: %.200s", code, doing, message);
}

// ---- loops -------------------------------------------------------------------------------------------------------------------

int sk_zlib_deflate(z_stream *z, const uint8_t *in, size_t n, int flush, SkOutput *out) {
    int code;
    do {
        uInt piece = n < UINT_MAX ? (uInt)n : UINT_MAX;
        z->next_in = (Bytef *)(uintptr_t)in;
        z->avail_in = piece;
        in += piece;
        n -= piece;
        do {
            if (sk_output_room(out, SK_ZLIB_BUFFER) != SK_ROOM) return Z_MEM_ERROR;
            uInt room = (uInt)sk_output_free(out, UINT_MAX);
            z->next_out = out->data + out->length;
            z->avail_out = room;
            code = deflate(z, n ? Z_NO_FLUSH : flush);
            out->length += room - z->avail_out;
            if (code == Z_STREAM_ERROR) return code;
        } while (z->avail_out == 0);
    } while (n);
    return code;
}

int sk_zlib_inflate(z_stream *z, const uint8_t **in, size_t *n, int flush, size_t first, const SkKept *dictionary, SkOutput *out,
                    bool *full) {
    int code = Z_OK;
    *full = false;
    do {
        uInt piece = *n < UINT_MAX ? (uInt)*n : UINT_MAX;
        z->next_in = (Bytef *)(uintptr_t)*in;
        z->avail_in = piece;
        do {
            SkRoom r = sk_output_room(out, first);
            if (r == SK_ROOM_MEMORY) return Z_MEM_ERROR;
            if (r == SK_ROOM_LIMIT) {
                *full = true;
                break;
            }
            uInt room = (uInt)sk_output_free(out, UINT_MAX);
            z->next_out = out->data + out->length;
            z->avail_out = room;
            code = inflate(z, *n > piece ? Z_SYNC_FLUSH : flush);
            out->length += room - z->avail_out;
            if (code == Z_NEED_DICT && dictionary) {
                code = inflateSetDictionary(z, dictionary->data, (uInt)dictionary->length);
                if (code == Z_OK) continue;
                code = SK_ZLIB_BAD_DICTIONARY;
            }
            if (code != Z_OK && code != Z_BUF_ERROR) break;
        } while (z->avail_out == 0 || (z->avail_in && code == Z_OK));
        *in += piece - z->avail_in;
        *n -= piece - z->avail_in;
        if (*full || (code != Z_OK && code != Z_BUF_ERROR)) break;
    } while (*n);
    return code;
}

// ---- functions -----------------------------------------------------------------------------------------------------------------

static SkValue zlib_compress(SkValue m SK_UNUSED, const SkValue *a) {
    int level, wbits;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(a[0], &b, SK_BUF_LIBRARY) || !sk_int_argument(a[1], Z_DEFAULT_COMPRESSION, &level) ||
        !sk_int_argument(a[2], MAX_WBITS, &wbits))
        return SK_EMPTY;
    z_stream z = {0};
    int code = deflateInit2(&z, level, Z_DEFLATED, wbits, MAX_MEM_LEVEL < 8 ? MAX_MEM_LEVEL : 8, Z_DEFAULT_STRATEGY);
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Out of memory while compressing data");
    if (code == Z_STREAM_ERROR) return sk_raise(sk_error_class(&error_class), "Bad compression level");
    if (code != Z_OK) return sk_zlib_raise(z.msg, code, "while compressing data");
    SkOutput out = sk_output(-1);
    sk_thread_detach();
    code = sk_zlib_deflate(&z, b.data, (size_t)b.length, Z_FINISH, &out);
    sk_thread_attach();
    int ended = deflateEnd(&z);
    if (code == Z_STREAM_END && ended == Z_OK) return sk_output_finish(&out);
    sk_output_free_all(&out);
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Out of memory while compressing data");
    return sk_zlib_raise(z.msg, code == Z_STREAM_END ? ended : code, code == Z_STREAM_END ? "while finishing compression" : "while compressing data");
}

static SkValue zlib_decompress(SkValue m SK_UNUSED, const SkValue *a) {
    int wbits;
    int64_t size;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(a[0], &b, SK_BUF_LIBRARY) || !sk_int_argument(a[1], MAX_WBITS, &wbits)) return SK_EMPTY;
    if (!sk_ssize_argument(a[2], SK_ZLIB_BUFFER, &size)) return SK_EMPTY;
    if (size < 0) return sk_raise(sk_exc_ValueError, "bufsize must be non-negative");
    z_stream z = {0};
    int code = inflateInit2(&z, wbits);
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Out of memory while decompressing data");
    if (code != Z_OK) {
        inflateEnd(&z);
        return sk_zlib_raise(z.msg, code, "while preparing to decompress data");
    }
    const uint8_t *in = b.data;
    size_t n = (size_t)b.length;
    SkOutput out = sk_output(-1);
    bool full;
    sk_thread_detach();
    code = sk_zlib_inflate(&z, &in, &n, Z_FINISH, (size_t)size, NULL, &out, &full);
    sk_thread_attach();
    const char *message = z.msg;  // static text
    int ended = inflateEnd(&z);
    if (code == Z_STREAM_END && ended == Z_OK) return sk_output_finish(&out);
    sk_output_free_all(&out);
    if (code == Z_MEM_ERROR) return sk_raise(sk_exc_MemoryError, "Out of memory while decompressing data");
    return code == Z_STREAM_END ? sk_zlib_raise(message, ended, "while finishing decompression")
                                : sk_zlib_raise(message, code, "while decompressing data");
}

typedef uLong (*ChecksumFn)(uLong, const Bytef *, z_size_t);

static SkValue checksum(const SkValue *a, ChecksumFn fn, uint32_t start) {
    enum { LARGE = 5 * 1024 };
    bool ok = true;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(a[0], &b, SK_BUF_LIBRARY)) return SK_EMPTY;
    if (!sk_is_empty(a[1])) {
        if (!sk_is_int(a[1])) {
            SK_AUTO SkValue index = sk_index(a[1]);
            if (sk_is_empty(index)) return SK_EMPTY;
            start = (uint32_t)sk_as_uint64_mask(index, &ok);
        } else {
            start = (uint32_t)sk_as_uint64_mask(a[1], &ok);
        }
        if (!ok) return SK_EMPTY;
    }
    bool large = b.length > LARGE;
    if (large) sk_thread_detach();
    uLong sum = b.length ? fn(start, b.data, (size_t)b.length) : start;
    if (large) sk_thread_attach();
    return sk_from_small_int((int64_t)(uint32_t)sum);
}
static SkValue zlib_adler32(SkValue m SK_UNUSED, const SkValue *a) { return checksum(a, adler32_z, 1); }
static SkValue zlib_crc32(SkValue m SK_UNUSED, const SkValue *a) { return checksum(a, crc32_z, 0); }

static const SkMethodDef functions[] = {
    {"adler32", SK_SIG, .sig_fn = zlib_adler32, .sig = "(data, value=1, /)", .doc = "Adler-32 of the data, continued from value."},
    {"compress", SK_SIG, .sig_fn = zlib_compress, .sig = "(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)", .doc = "The data compressed, as bytes."},
    {"compressobj", SK_SIG, .sig_fn = sk_zlib_compressobj, .doc = "A compressor.",
     .sig = "(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None)"},
    {"crc32", SK_SIG, .sig_fn = zlib_crc32, .sig = "(data, value=0, /)", .doc = "CRC-32 of the data, continued from value."},
    {"decompress", SK_SIG, .sig_fn = zlib_decompress, .sig = "(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)", .doc = "The data decompressed, as bytes."},
    {"decompressobj", SK_SIG, .sig_fn = sk_zlib_decompressobj, .sig = "(wbits=MAX_WBITS, zdict=b'')", .doc = "A decompressor."},
    {0},
};

static const struct {
    const char *name;
    int value;
} constants[] = {
    {"MAX_WBITS", MAX_WBITS},
    {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", 8},
    {"DEF_BUF_SIZE", SK_ZLIB_BUFFER},
#define C(name) {#name, name}
    C(Z_NO_COMPRESSION), C(Z_BEST_SPEED), C(Z_BEST_COMPRESSION), C(Z_DEFAULT_COMPRESSION), C(Z_FILTERED), C(Z_HUFFMAN_ONLY), C(Z_RLE),
    C(Z_FIXED), C(Z_DEFAULT_STRATEGY), C(Z_NO_FLUSH), C(Z_PARTIAL_FLUSH), C(Z_SYNC_FLUSH), C(Z_FULL_FLUSH), C(Z_FINISH), C(Z_BLOCK),
    C(Z_TREES),
#undef C
};

static bool exec(SkValue m) {
    if (!sk_add_error_class(m, &error_class, "zlib.error", sk_exc_Exception, NULL) || !sk_zlib_add_types(m)) return false;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    return sk_module_add_str(m, "ZLIB_VERSION", ZLIB_VERSION) && sk_module_add_str(m, "ZLIB_RUNTIME_VERSION", zlibVersion()) &&
           sk_module_add_str(m, "__version__", "1.0");
}

SK_EXPORT const SkModuleDef sk_module_zlib = {"zlib", "Compression and checksums of the zlib library.", functions, exec};
