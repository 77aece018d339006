// Algorithms that str, bytes and bytearray have in common, over a view of their units.
#ifndef SKEIN_OBJECTS_STR_SHARED_H
#define SKEIN_OBJECTS_STR_SHARED_H

#include "objects/type.h"

// Units of 1, 2 or 4 bytes that nobody changes during the call. bytes: what is white space and a line end is
// decided for ASCII bytes, and pieces are of the type `make` (bytes or bytearray); else it is a str.
typedef struct {
    const void *data;
    size_t length;
    unsigned kind;
    bool bytes;
    bool ascii;     // a str's units, all below 128
    SkType *make;
    SkValue owner;  // the str or bytes that the view shows; SK_EMPTY where pieces are always copies
} SkTextView;

SkTextView sk_text_of_str(SkValue s);
// A new piece, the owner itself where the piece is all of it and its type is exact.
SkValue sk_text_slice(const SkTextView *v, size_t start, size_t end) SK_MUST_USE;

// Lists of pieces. sep NULL: at white space. max_split < 0: no limit.
SkValue sk_text_split(const SkTextView *v, const SkTextView *sep, int64_t max_split) SK_MUST_USE;
SkValue sk_text_rsplit(const SkTextView *v, const SkTextView *sep, int64_t max_split) SK_MUST_USE;
SkValue sk_text_splitlines(const SkTextView *v, bool keep_ends) SK_MUST_USE;
// A tuple of three; the middle one is sep_value where sep occurs. ValueError for an empty separator.
SkValue sk_text_partition(const SkTextView *v, const SkTextView *sep, SkValue sep_value, bool last) SK_MUST_USE;

// Narrows *start and *end (from 0, length) past what is to be stripped. chars NULL: white space. sides: 1 left, 2 right.
void sk_text_strip(const SkTextView *v, const SkTextView *chars, int sides, size_t *start, size_t *end);

// start and end of find() and its like: None or an index; absent ones are left alone. False with an exception.
bool sk_text_range(const SkValue *args, size_t nargs, size_t first, int64_t *start, int64_t *end) SK_MUST_USE;

#endif
