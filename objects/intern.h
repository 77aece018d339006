// The table of interned strings (sk_intern, sk_intern_s of objects/str.h) and start-up.
#ifndef SKEIN_OBJECTS_INTERN_H
#define SKEIN_OBJECTS_INTERN_H

#include "base/compiler.h"

// The empty string and the one-character strings of latin-1. Once, before any other str is made; needs
// the key of sk_hash_bytes set.
bool sk_str_init(void) SK_MUST_USE;
// Fills sk_names from names.def. Once, after sk_str_init.
bool sk_names_init(void) SK_MUST_USE;
size_t sk_intern_count(void);   // strings in the table

#endif
