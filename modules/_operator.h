// The types of the module _operator.
#ifndef SKEIN_MODULES_OPERATOR_H
#define SKEIN_MODULES_OPERATOR_H

#include "objects/type.h"

extern SkType sk_itemgetter_type, sk_attrgetter_type, sk_methodcaller_type;
// compare_digest(a, b) of hmac: a function of a module.
SkValue sk_compare_digest(SkValue module, const SkValue *args, size_t nargs);

#endif
