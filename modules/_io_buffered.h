// The layout of BufferedReader, BufferedWriter and BufferedRandom, and what _io_buffered.c and _io_buffered_read.c share.
//
// B1: the buffer either holds what was read ahead, buf[pos..end), and the raw stream stands behind it; or it holds what is
//     to be written, buf[wpos..wend), and the raw stream stands where buf[wpos] belongs. Never both.
// B2: everything below `lock` is touched by its holder only. `raw` changes under it (detach, a second __init__).
#ifndef SKEIN_MODULES_IO_BUFFERED_H
#define SKEIN_MODULES_IO_BUFFERED_H

#include "modules/_io.h"

typedef struct {
    SkIoBase base;
    SkSlot raw;
    _Atomic uint8_t ready, detached, finalizing;
    bool readable, writable;  // what kind of stream it is; fixed by __init__
    SkIoLock lock;
    SkFileIO *file;           // raw, if it is exactly a FileIO: its C functions are called
    char *buf;                // NULL once closed
    size_t size, pos, end, wpos, wend;
    int64_t raw_pos;          // position of the raw stream, -1: not known
} SkBuffered;

SK_INLINE SkBuffered *sk_as_buffered(SkValue v) { return (SkBuffered *)sk_ptr(v); }

// Locks and checks that the stream is usable: false with an exception, not locked. closed: the ValueError's message for a
// closed stream, or NULL not to look. End with sk_io_unlock(&b->lock).
bool sk_buffered_begin(SkBuffered *b, const char *closed) SK_MUST_USE;
bool sk_buffered_initialized(SkBuffered *b) SK_MUST_USE;

// The rest requires the lock.
// Writes out what is pending. On failure the rest stays pending.
bool sk_buffered_flush_locked(SkBuffered *b) SK_MUST_USE;
// Puts the raw stream where the reader is, and forgets what was read ahead.
bool sk_buffered_rewind_locked(SkBuffered *b) SK_MUST_USE;
SkValue sk_buffered_raw_seek_locked(SkBuffered *b, int64_t to, int whence) SK_MUST_USE;

SkValue sk_buffered_read(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_buffered_read1(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_buffered_readinto(SkValue self, SkValue buffer);
SkValue sk_buffered_readinto1(SkValue self, SkValue buffer);
SkValue sk_buffered_readline(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_buffered_peek(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_buffered_next(SkValue self);

#endif
