// EncodingMap: what charmap_build makes of a decoding table.
#ifndef SKEIN_OBJECTS_CODEC_MAP_H
#define SKEIN_OBJECTS_CODEC_MAP_H

#include "objects/type.h"

bool sk_encoding_map_init(void) SK_MUST_USE;       // readies the type; before sk_charmap_build
bool sk_is_encoding_map(SkValue v);
int sk_encoding_map_get(SkValue map, uint32_t c);  // the byte, or -1

#endif
