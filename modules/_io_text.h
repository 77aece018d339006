// The layout of TextIOWrapper, and what its files share. Everything below `lock` is the holder's; the thread that holds it
// may come in again (a raw stream or a codec written in Python prints, a signal handler writes), so after a call
// into Python code nothing is assumed about these fields.
#ifndef SKEIN_MODULES_IO_TEXT_H
#define SKEIN_MODULES_IO_TEXT_H

#include "modules/_io.h"

// UTF-8, ASCII and Latin-1 are decoded and encoded here; all others by the incremental codecs of the registry.
typedef enum { SK_TEXT_CODEC, SK_TEXT_UTF8, SK_TEXT_ASCII, SK_TEXT_LATIN1 } SkTextKind;

typedef struct {
    SkIoBase base;
    SkSlot buffer, encoding, errors;
    SkSlot decoder, encoder;  // objects of the registry, for SK_TEXT_CODEC
    SkSlot decoded;           // str, of which the first `used` characters have been read; or empty
    SkSlot snapshot;          // bytes: what was given to the decoder since its state was snapshot_flags; or empty
    _Atomic uint8_t ready, detached, finalizing, line_buffering, write_through;
    SkIoLock lock;
    bool can_decode, can_encode, seekable, telling, has_read1, write_translate, start_of_stream;
    bool direct;              // buffer is exactly a BufferedWriter or BufferedRandom
    SkTextKind kind;
    char error_handler[24];   // errors as C text, if it fits; else empty
    SkLineEnds ends;
    char write_newline[3];
    SkNewlines newlines;
    char input[4];            // an incomplete UTF-8 sequence
    uint8_t ninput;
    int64_t chunk_size, snapshot_flags;
    size_t used;
    double bytes_per_char;
    char *pending;            // encoded, not yet written to the buffer
    size_t npending, pending_room;
} SkText;

SK_INLINE SkText *sk_as_text(SkValue v) { return (SkText *)sk_ptr(v); }

// All with the lock held.
bool sk_text_initialized(SkText *t) SK_MUST_USE;
bool sk_text_usable(SkText *t) SK_MUST_USE;                 // initialized and not closed
SkValue sk_text_buffer(SkText *t) SK_MUST_USE;              // counted
bool sk_text_write_pending(SkText *t) SK_MUST_USE;
void sk_text_set_decoded(SkText *t, SkValue text);          // steals; SK_EMPTY: none
void sk_text_forget_snapshot(SkText *t);
// Decodes n bytes; counted str.
SkValue sk_text_decode(SkText *t, const char *data, size_t n, bool final) SK_MUST_USE;
typedef struct {
    SkValue input;   // bytes, counted
    int64_t flags;
} SkDecoderState;
bool sk_text_get_state(SkText *t, SkDecoderState *out) SK_MUST_USE;
bool sk_text_set_state(SkText *t, SkValue input, int64_t flags) SK_MUST_USE;
bool sk_text_reset_decoder(SkText *t) SK_MUST_USE;
bool sk_text_reset_encoder(SkText *t, bool start) SK_MUST_USE;

SkValue sk_text_read(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_text_readline(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_text_next(SkValue self);
SkValue sk_text_seek(SkValue self, const SkValue *args, size_t nargs);
SkValue sk_text_tell(SkValue self);

#endif
