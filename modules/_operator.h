// The types of the module _operator.
#ifndef SKEIN_MODULES_OPERATOR_H
#define SKEIN_MODULES_OPERATOR_H

#include "objects/type.h"

extern SkType sk_itemgetter_type, sk_attrgetter_type, sk_methodcaller_type;

#endif
