// The generated tables behind modules/unicodedata.c. Read-only data.
#ifndef SKEIN_MODULES_UNICODEDATA_DATA_H
#define SKEIN_MODULES_UNICODEDATA_DATA_H

#include <stddef.h>
#include <stdint.h>

typedef struct SkDecomposition {
    uint32_t cp_tag;  // code point, and the tag's number << 21
    uint16_t at;      // its mapping in sk_decomposition_units: UTF-16
    uint16_t units;
} SkDecomposition;

// Code points that Unicode 3.2.0 described otherwise than the version of base/unicode.h.
typedef struct SkUnicodeOld {
    uint32_t first, last;
    char category[3];  // "": it was not assigned
    char bidi[4];
    char width[3];
    uint8_t mirrored;
    int8_t decimal;    // -1: no decimal
} SkUnicodeOld;

extern const SkDecomposition sk_decompositions[];  // by code point; one step each, without Hangul syllables
extern const size_t sk_decomposition_count;
extern const uint16_t sk_decomposition_units[];
extern const char *const sk_decomposition_tags[];
extern const SkUnicodeOld sk_unicode_old[];  // by code point
extern const size_t sk_unicode_old_count;
extern const uint32_t sk_unicode_old_decompositions[][2];  // corrected since: code point, what it decomposed to
extern const size_t sk_unicode_old_decomposition_count;

#endif
