// What the files of _io share: names, the lock of a stream, the layout every stream begins with.
//
// Locks. A stream's lock (SkIoLock) is held across calls that block and across calls of Python code (a raw stream written in
// Python), unlike an object's lock. Waiting for it is done detached. Buffered streams refuse to be entered again by the
// thread that holds them ("reentrant call inside ..."); text and memory streams let it in.
#ifndef SKEIN_MODULES_IO_H
#define SKEIN_MODULES_IO_H

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "threading/thread.h"

enum { SK_IO_BUFFER_SIZE = 128 * 1024 };

// ---- names, interned when the module is made -----------------------------------------------------------------------------
#define SK_IO_NAMES(X)                                                                                                  \
    X(close) X(closed) X(decode) X(detach) X(encode) X(encoding) X(errors) X(fileno) X(flush) X(getstate) X(isatty)     \
    X(line_buffering) X(mode) X(name) X(newlines) X(peek) X(raw) X(read) X(read1) X(readable) X(readall) X(readinto)    \
    X(readinto1) X(readline) X(reset) X(seek) X(seekable) X(setstate) X(tell) X(truncate) X(writable) X(write)          \
    X(_dealloc_warn) X(_finalizing) X(__IOBase_closed) X(_checkClosed)
typedef struct {
#define X(n) SkValue n_##n;
    SK_IO_NAMES(X)
#undef X
} SkIoNames;
extern SkIoNames sk_io_names;
#define SK_ION(n) (sk_io_names.n_##n)

// ---- the lock ------------------------------------------------------------------------------------------------------------
typedef struct {
    _Atomic uint32_t word;   // generation of forks << 2 | held | waited for: a lock of an older generation is free
    _Atomic uint32_t owner;  // slot of the holder, written by the holder
    uint32_t depth;          // entries by the holder
} SkIoLock;
// May block. Enters again if this thread holds it.
void sk_io_lock(SkIoLock *l);
void sk_io_unlock(SkIoLock *l);
SK_INLINE bool sk_io_lock_mine(SkIoLock *l) {
    return sk_load_relaxed(&l->owner) == sk_thread_self->slot;
}
// In the child of a fork: locks held by threads that are no more become free.
void sk_io_after_fork_child(void);
// At exit, once the other threads are stopped for good: their locks are taken from them after a second.
void sk_io_begin_exit(void);

static inline void sk_io_unlock_cleanup(SkIoLock **l) { if (*l) sk_io_unlock(*l); }
#define SK_IO_SCOPED(l) SK_CLEANUP(sk_io_unlock_cleanup) SkIoLock *sk_io_held_lock SK_UNUSED = (sk_io_lock(l), (l))

// ---- streams --------------------------------------------------------------------------------------------------------------
typedef struct {
    SkObject header;
    SkInstance attributes;
} SkIoBase;

extern SkType sk_io_iobase_type, sk_io_rawiobase_type, sk_io_bufferediobase_type, sk_io_textiobase_type, sk_io_fileio_type,
    sk_io_bytesio_type, sk_io_bytesio_buffer_type, sk_io_stringio_type, sk_io_buffered_reader_type, sk_io_buffered_writer_type,
    sk_io_buffered_random_type, sk_io_rwpair_type, sk_io_newline_decoder_type, sk_io_text_type;

// io.UnsupportedOperation: OSError and ValueError at once. NULL before the module was made.
extern _Atomic(SkType *) sk_io_unsupported;
SkValue sk_io_raise_unsupported(const char *message) SK_COLD;
// A view to write to. False + TypeError "FUNCTION argument must be read-write bytes-like object, not %T".
bool sk_io_writable(SkValue v, SkBuffer *view, const char *function) SK_MUST_USE;

SkValue sk_io_cannot_pickle(SkValue self) SK_COLD;  // TypeError

// For new_: an empty instance.
SkValue sk_io_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames);
// What every native stream's finalizer does: close(), with _finalizing set first where the type has it.
void sk_io_finalize(SkObject *o);
void sk_io_base_trace(SkObject *o, SkVisit visit, void *arg);
void sk_io_base_clear(SkObject *o);
void sk_io_base_destroy(SkObject *o);

// v.closed as truth: 1, 0, -1.
int sk_io_closed(SkValue v);
// False + "I/O operation on closed file." if it is.
bool sk_io_check_closed(SkValue v) SK_MUST_USE;
// A size argument: None leaves *out, else __index__ ("argument should be integer or None, not '%T'").
bool sk_io_size(SkValue v, int64_t *out) SK_MUST_USE;
// The optional only argument of a method `read(size=-1, /)`: checks the number.
bool sk_io_size_args(const char *function, const SkValue *args, size_t nargs, int64_t *out) SK_MUST_USE;
// A position: __index__ into off_t.
bool sk_io_offset(SkValue v, int64_t *out) SK_MUST_USE;
// With -X warn_default_encoding: an EncodingWarning, which may have been made an error: false.
bool sk_io_warn_default(int level) SK_MUST_USE;
// The current exception is InterruptedError: cleared, and signal handlers are run. 1: go on; 0: another exception stands.
bool sk_io_interrupted(void);
SkValue sk_io_call(SkValue v, SkValue name) SK_MUST_USE;                  // v.name()
SkValue sk_io_call1(SkValue v, SkValue name, SkValue arg) SK_MUST_USE;
SkValue sk_io_repr_name(SkValue self) SK_MUST_USE;                        // name for repr: SK_EMPTY without exception if there is none
// An exception standing before a clean-up step ran into another one: the new one gets the old one as context.
void sk_io_chain(SkValue first);
// A text argument that goes to C: None gives NULL. False + TypeError "f() argument 'x' must be str or None, not T".
bool sk_io_opt_text(const char *function, const char *argument, SkValue v, SkUtf8 *out) SK_MUST_USE;

// ---- buffered streams -------------------------------------------------------------------------------------------------------
// For an instance of exactly BufferedWriter or BufferedRandom: write without making a bytes object. False with an exception.
bool sk_io_buffered_put(SkValue self, const char *data, size_t n) SK_MUST_USE;
SkValue sk_io_open(SkValue file, const char *mode, int buffering, SkValue encoding, SkValue errors, SkValue newline,
                   bool closefd, SkValue opener) SK_MUST_USE;

// ---- files -------------------------------------------------------------------------------------------------------------------
typedef struct {
    SkIoBase base;
    _Atomic int fd;               // -1: closed
    _Atomic int seekable;         // -1: not known yet
    _Atomic int64_t estimated;    // size by fstat when opened, -1: unknown
    _Atomic uint8_t created, readable, writable, appending, closefd, finalizing, maybe_tty;
    int64_t blksize;
} SkFileIO;
SkValue sk_io_file_write(SkFileIO *f, const char *data, size_t n) SK_MUST_USE;    // count, None if it would block
// Up to n bytes into memory that is not an object's, or is pinned: the count, -1 with an exception, -2 if it would block.
int64_t sk_io_file_read(SkFileIO *f, char *to, size_t n);
SkValue sk_io_file_seek(SkFileIO *f, int64_t to, int whence) SK_MUST_USE;

// ---- newlines -------------------------------------------------------------------------------------------------------------------
// Translation of \r\n and \r to \n, and which were seen. Under the lock of the stream it belongs to.
typedef struct {
    bool translate, pending_cr;
    uint8_t seen;  // 1: \r, 2: \n, 4: \r\n
} SkNewlines;
// Consumes text (counted), gives the translated str.
SkValue sk_io_newlines_decode(SkNewlines *n, SkValue text, bool final) SK_MUST_USE;
SkValue sk_io_newlines_seen(unsigned seen) SK_MUST_USE;
// Where the line that begins at `start` ends in n characters of 1, 2 or 4 bytes: the index behind its end, or -1; then
// *keep says how much is surely no line end.
typedef struct {
    bool translate, universal;  // universal: \n, \r and \r\n end lines; translate: they have become \n
    char text[3];               // else: "\n", "\r" or "\r\n"
} SkLineEnds;
int64_t sk_io_line_end(const SkLineEnds *ends, const void *data, unsigned kind, size_t start, size_t n, size_t *keep);
// The str with each \n replaced by `with`: counted.
SkValue sk_io_newlines_replace(SkValue text, const char *with) SK_MUST_USE;
// A newline argument (None, "", "\n", "\r" or "\r\n"): false + "illegal newline value: %R", or TypeError.
typedef struct {
    bool given;
    char text[3];
} SkNewlineArg;
bool sk_io_newline_arg(const char *function, SkValue v, SkNewlineArg *out) SK_MUST_USE;

// The encoding of the locale: "utf-8" in UTF-8 mode, which the C locale switches on.
const char *sk_io_locale_encoding(void);

#endif
