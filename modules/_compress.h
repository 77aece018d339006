// What zlib, _bz2 and _lzma share: growing output, the turn at an object's stream, and decompressors which keep the input
// that did not fit.
//
// A stream is worked on under its object's mutex by a detached thread: who holds the mutex touches no Python object, so
// nothing that happens meanwhile can want the mutex again.
#ifndef SKEIN_MODULES_COMPRESS_H
#define SKEIN_MODULES_COMPRESS_H

#include <pthread.h>

#include "objects/buffer.h"

// ---- output ------------------------------------------------------------------------------------------------------------------

typedef struct {
    uint8_t *data;
    size_t length, capacity;
    size_t limit;   // never longer than this
} SkOutput;

typedef enum { SK_ROOM, SK_ROOM_LIMIT, SK_ROOM_MEMORY } SkRoom;

// limit < 0: none. first: bytes the first allocation has.
SK_INLINE SkOutput sk_output(int64_t limit) { return (SkOutput){.limit = limit < 0 ? (size_t)INT64_MAX : (size_t)limit}; }
// Makes room for at least one more byte.
SkRoom sk_output_room(SkOutput *o, size_t first) SK_MUST_USE;
// What is free, at most max bytes.
SK_INLINE size_t sk_output_free(const SkOutput *o, size_t max) {
    size_t n = o->capacity - o->length;
    return n < max ? n : max;
}
// The output as bytes (new); frees it. SK_EMPTY with MemoryError.
SkValue sk_output_finish(SkOutput *o) SK_MUST_USE;
void sk_output_free_all(SkOutput *o);

// ---- turns ---------------------------------------------------------------------------------------------------------------------

// Detaches the thread and takes the mutex; the reverse. Requires attached and detached respectively.
void sk_turn_begin(pthread_mutex_t *m);
void sk_turn_end(pthread_mutex_t *m);

// Bytes kept between calls, under the mutex.
typedef struct {
    uint8_t *data;
    size_t length;
} SkKept;
// Replaces or extends. data may lie inside k. False: no memory, k is unchanged.
bool sk_kept_set(SkKept *k, const uint8_t *data, size_t n) SK_MUST_USE;
bool sk_kept_append(SkKept *k, const uint8_t *data, size_t n) SK_MUST_USE;
void sk_kept_free(SkKept *k);
// A copy as bytes (new), for attributes: takes its turn.
SkValue sk_kept_bytes(pthread_mutex_t *m, const SkKept *k) SK_MUST_USE;

// ---- decompressors ----------------------------------------------------------------------------------------------------------------

typedef enum { SK_STEP_INPUT, SK_STEP_LIMIT, SK_STEP_END, SK_STEP_FAILED, SK_STEP_MEMORY } SkStep;

typedef struct SkDecompressor SkDecompressor;
typedef struct {
    // Decompresses as much as there is input and room for. Detached, under the mutex. Moves *in and *n on.
    SkStep (*run)(SkDecompressor *d, const uint8_t **in, size_t *n, SkOutput *out);
    // Raises for the code that run left in d->error. Attached.
    void (*raise)(SkDecompressor *d);
    // Ends the stream: nobody else has the object any more.
    void (*end)(SkDecompressor *d);
    const char *at_end;   // what is said of a call behind the end
} SkDecompressorKind;

// Followed by the stream in each type's own struct.
struct SkDecompressor {
    SkObject header;
    pthread_mutex_t mutex;
    const SkDecompressorKind *kind;
    // Under the mutex.
    SkKept pending;              // input not yet consumed
    SkKept unused;               // input behind the end of the stream
    int error;
    _Atomic bool eof, needs_input;   // read by anybody, relaxed
};

// Fills the common part of a new object.
void sk_decompressor_init(SkDecompressor *d, const SkDecompressorKind *kind);
void sk_decompressor_destroy(SkObject *o);    // the type's destroy function
// decompress(data, max_length=-1)
SkValue sk_decompressor_method(SkValue self, const SkValue *args);
#define SK_DECOMPRESS_SIG "(data, max_length=-1)"
SkValue sk_decompressor_eof(SkValue v, void *closure);
SkValue sk_decompressor_needs_input(SkValue v, void *closure);
SkValue sk_decompressor_unused(SkValue v, void *closure);
#define SK_DECOMPRESSOR_GETSET                                                                                                       \
    {.name = "eof", .get = sk_decompressor_eof, .doc = "True if the end-of-stream marker has been reached."},                        \
    {.name = "needs_input", .get = sk_decompressor_needs_input, .doc = "True if more input is needed before there is more output."}, \
    {.name = "unused_data", .get = sk_decompressor_unused, .doc = "Data found after the end of the compressed stream."}

#endif
