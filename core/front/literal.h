/* The values of literals: text of number and string tokens to SkConst. */
#ifndef SK_CORE_FRONT_LITERAL_H
#define SK_CORE_FRONT_LITERAL_H

#include "core/front/parser_internal.h"


/* False: error reported at `t`. */
bool sk_literal_number(SkParser *p, const SkToken *t, SkConst *out);

/* A growing byte string in the arena. */
typedef struct SkText {
    char *bytes;
    size_t len, capacity;
} SkText;

/* False: memory exhausted, reported. */
bool sk_text_add(SkParser *p, SkText *text, const char *bytes, size_t len);

typedef struct SkStringStyle {
    bool raw, bytes, field_text; /* field_text: f-string text, where "{{" stands for "{" */
} SkStringStyle;

/* Decodes the inside of a string and appends it. `t` is where errors and warnings point; `at` must lie in the source copy. */
bool sk_literal_decode(SkParser *p, const SkToken *t, const char *at, size_t len, SkStringStyle style, SkText *out);

#endif
