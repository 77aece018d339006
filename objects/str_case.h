// The methods of str that look at properties of characters, and their mappings. Each takes a str.
#ifndef SKEIN_OBJECTS_STR_CASE_H
#define SKEIN_OBJECTS_STR_CASE_H

#include "objects/type.h"

SkValue sk_str_lower(SkValue self);
SkValue sk_str_upper(SkValue self);
SkValue sk_str_casefold(SkValue self);
SkValue sk_str_swapcase(SkValue self);
SkValue sk_str_capitalize(SkValue self);
SkValue sk_str_title(SkValue self);

SkValue sk_str_isalnum(SkValue self);
SkValue sk_str_isalpha(SkValue self);
SkValue sk_str_isascii(SkValue self);
SkValue sk_str_isdecimal(SkValue self);
SkValue sk_str_isdigit(SkValue self);
SkValue sk_str_isidentifier(SkValue self);
SkValue sk_str_islower(SkValue self);
SkValue sk_str_isnumeric(SkValue self);
SkValue sk_str_isprintable(SkValue self);
SkValue sk_str_isspace(SkValue self);
SkValue sk_str_istitle(SkValue self);
SkValue sk_str_isupper(SkValue self);
bool sk_str_is_identifier(SkValue s);

#endif
