// _lzma: what its files share.
#ifndef SKEIN_MODULES_LZMA_H
#define SKEIN_MODULES_LZMA_H

#include <lzma.h>

#include "objects/type.h"

// LZMAError for a code of liblzma (MemoryError for want of memory).
SkValue sk_lzma_fail(lzma_ret code) SK_COLD;
SkValue sk_lzma_raise(const char *fmt, unsigned number) SK_COLD;   // LZMAError with one number in the text

// ---- filters (_lzma_filter.c) -------------------------------------------------------------------------------------------
typedef struct {
    lzma_filter chain[LZMA_FILTERS_MAX + 1];   // ended by LZMA_VLI_UNKNOWN; options are from malloc
} SkLzmaFilters;
// From a sequence of specifiers. False with an exception. Free in any case.
bool sk_lzma_filters(SkValue specs, SkLzmaFilters *out) SK_MUST_USE;
void sk_lzma_filters_free(SkLzmaFilters *f);
#define SK_AUTO_FILTERS SK_CLEANUP(sk_lzma_filters_free)

bool sk_lzma_as_uint32(SkValue v, uint32_t *out) SK_MUST_USE;

SkValue sk_lzma_encode_properties(SkValue module, SkValue spec);
SkValue sk_lzma_decode_properties(SkValue module, const SkValue *args, size_t nargs);

#endif
