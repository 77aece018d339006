// What the files of str share with each other.
#ifndef SKEIN_OBJECTS_STR_INTERNAL_H
#define SKEIN_OBJECTS_STR_INTERNAL_H

#include <string.h>

#include "base/utf8.h"
#include "objects/names.h"
#include "objects/str.h"

#define SK_STR_MAX_LENGTH ((uint64_t)1 << 48)

SK_INLINE unsigned sk_kind_for(uint32_t max_char) { return max_char < 0x100 ? 1 : max_char < 0x10000 ? 2 : 4; }

// The bound of what a str of this make may hold; exact in its class, as every str has the narrowest kind.
SK_INLINE uint32_t sk_str_class(const SkStr *s) {
    return s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : SK_CODEPOINT_MAX;
}

SK_INLINE uint32_t sk_unit_at(const void *data, unsigned kind, size_t i) {
    return kind == 1 ? ((const uint8_t *)data)[i] : kind == 2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}
SK_INLINE const void *sk_str_unit(const SkStr *s, size_t i) { return s->data + i * s->kind; }

// Copies n units from one width to another that can hold them.
void sk_copy_units(void *to, unsigned to_kind, const void *from, unsigned from_kind, size_t n);
// A str of n units of the given kind, narrowed where possible.
SkValue sk_str_from_units(const void *units, unsigned kind, size_t n);
// The one-character strings of latin-1 as a word; else a new one.
SkValue sk_str_char_word(uint32_t c);
// s itself if it is exactly a str, else an exact copy: a word.
SkValue sk_str_exact_word(SkValue s);
// A str with the content of s, of a subclass.
SkValue sk_str_of_type(SkType *type, SkValue s);

// Starts of a slice: start and end as Python gives them, brought into 0..length.
SK_INLINE void sk_adjust_range(int64_t *start, int64_t *end, int64_t length) {
    if (*end > length) *end = length;
    if (*end < 0 && (*end += length) < 0) *end = 0;
    if (*start < 0 && (*start += length) < 0) *start = 0;
}

extern const SkMethodDef sk_str_methods[];
SkValue sk_str_repr_slot(SkValue self);
SkValue sk_str_mod_slot(SkValue a, SkValue b);
SkValue sk_str_iter_slot(SkValue self);
SkValue sk_str_get_key(SkValue self, SkValue key);
SkValue sk_str_new_slot(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames);

#endif
