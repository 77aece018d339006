// The syntax of str.format's templates, for format_str.c and the _string module.
#ifndef SKEIN_OBJECTS_FORMAT_MARKUP_H
#define SKEIN_OBJECTS_FORMAT_MARKUP_H

#include "objects/str.h"

typedef struct {
    size_t start, end;  // of a part of the template
} SkSpan;

// Some literal text and the replacement field after it.
typedef struct {
    SkSpan literal;
    bool has_field;
    SkSpan name, spec;
    uint32_t conversion;  // 0: none
    bool nested;          // the spec holds fields itself
} SkMarkup;

// The next piece of template[*pos..end). 1: *out is filled; 0: the end; -1: ValueError is set.
int sk_markup_next(const SkStr *template, size_t *pos, size_t end, SkMarkup *out);

// The first part of a field's name ends before '.' or '['. *index: its value as a number, or -1 if it is none.
// False with an exception (number too big).
bool sk_field_first(const SkStr *template, SkSpan name, SkSpan *first, int64_t *index) SK_MUST_USE;
// The next accessor at *pos: 1 with *is_attribute, *part and *index (-1: not a number); 0: the end; -1: exception.
int sk_field_next(const SkStr *template, size_t *pos, size_t end, bool *is_attribute, SkSpan *part, int64_t *index);

#endif
