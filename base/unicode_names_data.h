// The generated tables behind base/unicode_names.h; use that header's functions instead. Read-only data.
//
// Names are lists of words. Words are numbered by falling frequency and written as one byte below sk_name_wide, else as
// two. A word that ends with a hyphen is followed by the next one at once, others by a space.
// An entry is a byte (words shared with the entry before << 4 | further words), then the further words; a byte 255 and
// three more before it say how many code points are skipped. 32 entries are a block, whose first shares nothing.
// Entries are numbered ("ranks") in the order of their code points; aliases and named sequences follow, at
// pseudo code points from 0x110000.
#ifndef SKEIN_BASE_UNICODE_NAMES_DATA_H
#define SKEIN_BASE_UNICODE_NAMES_DATA_H

#include <stdint.h>

enum { SK_NAME_BLOCK = 32, SK_NAME_BUCKETS = 1 << 14 };

typedef struct SkNameBlock {
    uint32_t first;  // code point of its first entry
    uint32_t at;     // in sk_name_data
} SkNameBlock;

typedef struct SkNumberedNames {
    uint32_t first, last;
    const char *prefix;  // followed by the code point in hexadecimal
} SkNumberedNames;

extern const char sk_name_words[];
extern const uint16_t sk_name_word_at[];
extern const unsigned sk_name_wide;
extern const uint8_t sk_name_data[];
extern const unsigned sk_name_count;
extern const SkNameBlock sk_name_blocks[];
extern const uint16_t sk_name_bucket_at[SK_NAME_BUCKETS + 1];  // ranks by the hash of the name
extern const uint16_t sk_name_ranks[];
extern const unsigned sk_name_alias_count;
extern const uint32_t sk_name_aliases[];
extern const uint32_t sk_name_sequences[][4];  // ended by 0 when shorter
extern const SkNumberedNames sk_name_numbered[];
extern const unsigned sk_name_numbered_count;

#endif
