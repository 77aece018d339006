// The codecs found through search functions, for encoding and decoding text.
#ifndef SKEIN_OBJECTS_CODEC_REGISTRY_H
#define SKEIN_OBJECTS_CODEC_REGISTRY_H

#include "objects/type.h"

// As sk_codec_encode and sk_codec_decode, but LookupError for what is not a text encoding.
SkValue sk_codec_encode_text(SkValue object, const char *encoding, const char *errors) SK_MUST_USE;
SkValue sk_codec_decode_text(SkValue object, const char *encoding, const char *errors) SK_MUST_USE;
// True: removed; false: there is no such handler (nothing raised), or ValueError for a built-in one.
bool sk_codec_unregister_error(const char *name);

#endif
