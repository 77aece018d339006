// Searching in arrays of 1, 2 or 4 bytes a unit. Pure.
#ifndef SKEIN_OBJECTS_STR_SEARCH_H
#define SKEIN_OBJECTS_STR_SEARCH_H

#include "base/compiler.h"

// The index of the first (last) occurrence of needle in hay, -1 if there is none. An empty needle is found at 0 (at n).
// The needle may be narrower than the hay; a wider one is not found, as a str that has the narrowest kind cannot
// occur in a narrower one.
int64_t sk_search_first(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m);
int64_t sk_search_last(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m);
// Non-overlapping occurrences, at most max. An empty needle occurs n + 1 times.
size_t sk_search_count(const void *hay, unsigned kind, size_t n, const void *needle, unsigned needle_kind, size_t m,
                       size_t max);
// The first unit equal to c at or after start, n if there is none.
size_t sk_search_unit(const void *hay, unsigned kind, size_t start, size_t n, uint32_t c);

#endif
