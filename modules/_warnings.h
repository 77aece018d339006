// Warnings about an object, for the modules that own resources.
#ifndef SKEIN_MODULES_WARNINGS_H
#define SKEIN_MODULES_WARNINGS_H

#include "objects/error.h"

// ResourceWarning about source, whose place of allocation is shown where it is known. Otherwise as sk_warn.
bool sk_warn_resource(SkValue source, const char *fmt, ...) SK_MUST_USE;

#endif
