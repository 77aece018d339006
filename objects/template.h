// string.templatelib's Template and Interpolation (PEP 750): what t-strings make.
#ifndef SKEIN_OBJECTS_TEMPLATE_H
#define SKEIN_OBJECTS_TEMPLATE_H

#include "objects/type.h"

// Arguments are retained; counted results.
SkValue sk_interpolation_new(SkValue value, SkValue expression, SkValue conversion, SkValue format_spec) SK_MUST_USE;
SkValue sk_template_new(SkValue strings /* tuple of str, one more than */, SkValue interpolations /* tuple */) SK_MUST_USE;

// What the tables of the types cannot say. After the types are ready.
bool sk_templates_init(void) SK_MUST_USE;

#endif
