// The generated tables behind base/unicode.h; use that header's functions instead. Read-only data.
#ifndef SKEIN_BASE_UNICODE_DATA_H
#define SKEIN_BASE_UNICODE_DATA_H

#include <stddef.h>
#include <stdint.h>

enum { SK_UNICODE_SHIFT = 7, SK_UNICODE_INDEX_SIZE = 0x110000 >> SK_UNICODE_SHIFT };

typedef struct SkUnicodeRecord {
    uint16_t flags;              // SK_UNICODE_*
    int32_t upper, lower, title; // simple mappings, as differences to the code point
    int32_t fold;
    uint8_t category, bidi, width; // numbers into the name tables
    uint8_t combining;             // canonical combining class
    uint8_t digit;                 // value of what has SK_UNICODE_DIGIT
    uint8_t unstable;              // bit SkNormalForm: the code point may be absent from texts in that form
} SkUnicodeRecord;

// A code point with a mapping to several ones; each mapping ends at its first zero.
typedef struct SkUnicodeSpecialCase {
    uint32_t cp;
    uint16_t upper[3], lower[3], title[3], fold[3];
} SkUnicodeSpecialCase;

typedef struct SkUnicodeNumber {
    uint32_t cp;
    double value;
} SkUnicodeNumber;

extern const SkUnicodeRecord sk_unicode_records[];
extern const uint16_t sk_unicode_index[SK_UNICODE_INDEX_SIZE];
extern const uint16_t sk_unicode_blocks[][1 << SK_UNICODE_SHIFT];
extern const uint16_t sk_unicode_latin1_flags[256];
extern const uint8_t sk_unicode_latin1_lower[256];
extern const SkUnicodeSpecialCase sk_unicode_special_cases[]; // by code point
extern const size_t sk_unicode_special_case_count;
extern const SkUnicodeNumber sk_unicode_numbers[]; // by code point; without those that have SK_UNICODE_DIGIT
extern const size_t sk_unicode_number_count;
extern const char sk_unicode_category_names[][4], sk_unicode_bidi_names[][4], sk_unicode_width_names[][4];
extern const char sk_unicode_version[];

#endif
