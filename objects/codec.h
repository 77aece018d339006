// Text encodings: the built-in codecs, error handlers, and the registry behind codecs.lookup.
#ifndef SKEIN_OBJECTS_CODEC_H
#define SKEIN_OBJECTS_CODEC_H

#include "objects/type.h"

// str -> bytes and back by the name of an encoding; encoding NULL: "utf-8", errors NULL: "strict". UTF-8, ASCII, latin-1,
// UTF-16 and UTF-32 are known without the registry; others are looked up and must be text encodings (else LookupError).
// New. May run Python code unless the encoding is one of those and errors is a built-in handler.
// sk_check_codec_names: names of encodings and handlers are looked up even where they are not needed (-X dev); set before
// the second thread exists.
extern bool sk_check_codec_names;
SkValue sk_str_encode(SkValue s, const char *encoding, const char *errors) SK_MUST_USE;
SkValue sk_str_decode(const char *data, size_t n, const char *encoding, const char *errors) SK_MUST_USE;

// Raise UnicodeEncodeError / UnicodeDecodeError; the answer is SK_EMPTY.
SkValue sk_raise_unicode_encode(const char *encoding, SkValue s, size_t start, size_t end, const char *reason) SK_COLD;
SkValue sk_raise_unicode_decode(const char *encoding, const char *data, size_t n, size_t start, size_t end,
                                const char *reason) SK_COLD;

// ---- the codecs. errors NULL: "strict" ------------------------------------------------------------------------------
// Decoders: a new str. consumed NULL: the data is complete; else *consumed says how much of it was decoded, and an
// incomplete sequence at its end is left for the next time.
SkValue sk_decode_utf8(const char *data, size_t n, const char *errors, size_t *consumed) SK_MUST_USE;
SkValue sk_decode_utf7(const char *data, size_t n, const char *errors, size_t *consumed) SK_MUST_USE;
// *order: -1 little endian, 1 big endian, 0: by the byte order mark, which is dropped and sets *order (none: little).
SkValue sk_decode_utf16(const char *data, size_t n, const char *errors, int *order, size_t *consumed) SK_MUST_USE;
SkValue sk_decode_utf32(const char *data, size_t n, const char *errors, int *order, size_t *consumed) SK_MUST_USE;
SkValue sk_decode_ascii(const char *data, size_t n, const char *errors) SK_MUST_USE;
SkValue sk_decode_unicode_escape(const char *data, size_t n, const char *errors, size_t *consumed) SK_MUST_USE;
SkValue sk_decode_raw_unicode_escape(const char *data, size_t n, const char *errors, size_t *consumed) SK_MUST_USE;
SkValue sk_decode_charmap(const char *data, size_t n, const char *errors, SkValue mapping /* SK_EMPTY: latin-1 */) SK_MUST_USE;
SkValue sk_decode_escape(const char *data, size_t n, const char *errors) SK_MUST_USE;  // bytes, of a bytes literal
// Encoders: a new bytes.
SkValue sk_encode_utf8(SkValue s, const char *errors) SK_MUST_USE;
SkValue sk_encode_utf7(SkValue s) SK_MUST_USE;
SkValue sk_encode_utf16(SkValue s, const char *errors, int order) SK_MUST_USE;  // 0: little, with a byte order mark
SkValue sk_encode_utf32(SkValue s, const char *errors, int order) SK_MUST_USE;
SkValue sk_encode_ascii(SkValue s, const char *errors) SK_MUST_USE;
SkValue sk_encode_latin1(SkValue s, const char *errors) SK_MUST_USE;
SkValue sk_encode_unicode_escape(SkValue s) SK_MUST_USE;
SkValue sk_encode_raw_unicode_escape(SkValue s) SK_MUST_USE;
SkValue sk_encode_charmap(SkValue s, const char *errors, SkValue mapping /* SK_EMPTY: latin-1 */) SK_MUST_USE;
SkValue sk_encode_escape(const char *data, size_t n) SK_MUST_USE;
// A mapping for sk_encode_charmap from a decoding table: an EncodingMap or a dict.
SkValue sk_charmap_build(SkValue table) SK_MUST_USE;

// ---- the registry (objects/codec_registry.c). All run Python code. -------------------------------------------------
bool sk_codec_register(SkValue search) SK_MUST_USE;
bool sk_codec_unregister(SkValue search) SK_MUST_USE;
// The CodecInfo tuple; LookupError.
SkValue sk_codec_lookup(const char *encoding) SK_MUST_USE;
bool sk_codec_register_error(SkValue name, SkValue handler) SK_MUST_USE;
SkValue sk_codec_lookup_error(const char *name) SK_MUST_USE;  // NULL: "strict"
// codecs.encode and codecs.decode: any object, any codec.
SkValue sk_codec_encode(SkValue object, const char *encoding, const char *errors) SK_MUST_USE;
SkValue sk_codec_decode(SkValue object, const char *encoding, const char *errors) SK_MUST_USE;

#endif
