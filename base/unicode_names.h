// Names of characters: from a code point and back. Everything here is pure.
#ifndef SKEIN_BASE_UNICODE_NAMES_H
#define SKEIN_BASE_UNICODE_NAMES_H

#include <stddef.h>
#include <stdint.h>

enum { SK_UNICODE_NAME_MAX = 88, SK_UNICODE_SEQUENCE_MAX = 4 };

// The name of a code point, not terminated; answers its length, 0 if it has none.
size_t sk_unicode_name(uint32_t cp, char out[SK_UNICODE_NAME_MAX]);

typedef enum SkNameKind {
    SK_NAME_UNKNOWN,
    SK_NAME_CHARACTER,
    SK_NAME_ALIAS,     // one character by another name than sk_unicode_name has
    SK_NAME_SEQUENCE,  // of several characters
} SkNameKind;

// What name[0..n) means, in upper or lower case: its code points go to out, their number to *count.
SkNameKind sk_unicode_find_name(const char *name, size_t n, uint32_t out[SK_UNICODE_SEQUENCE_MAX], size_t *count);

#endif
