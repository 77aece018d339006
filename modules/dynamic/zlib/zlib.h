// zlib: what its files share.
#ifndef SKEIN_MODULES_ZLIB_H
#define SKEIN_MODULES_ZLIB_H

#include <zlib.h>

#include "modules/_compress.h"

enum { SK_ZLIB_BUFFER = 16 * 1024, SK_ZLIB_BAD_DICTIONARY = 1000 };

// zlib.error for a code and a stream's message (may be NULL): "Error -3 while decompressing data: ...".
SkValue sk_zlib_raise(const char *message, int code, const char *doing) SK_COLD;

// Compresses n bytes, then flushes as told. Z_MEM_ERROR also where the output cannot grow.
int sk_zlib_deflate(z_stream *z, const uint8_t *in, size_t n, int flush, SkOutput *out);
// Decompresses until the end, the output's limit, or the input's end; *in and *n move on. dictionary: given where the stream
// asks for one, or NULL. The last code of inflate; Z_MEM_ERROR as above; SK_ZLIB_BAD_DICTIONARY. *full: the output's limit was
// reached.
int sk_zlib_inflate(z_stream *z, const uint8_t **in, size_t *n, int flush, size_t first, const SkKept *dictionary, SkOutput *out,
                    bool *full);

// zlib.Compress, zlib.Decompress, zlib._ZlibDecompressor (zlib_object.c)
bool sk_zlib_add_types(SkValue module) SK_MUST_USE;
SkValue sk_zlib_compressobj(SkValue module, const SkValue *args);
SkValue sk_zlib_decompressobj(SkValue module, const SkValue *args);

#endif
