// A text stream that writes straight to a descriptor.
#ifndef SKEIN_MODULES_SYS_CONSOLE_H
#define SKEIN_MODULES_SYS_CONSOLE_H

#include "objects/type.h"

SkValue sk_console_new(int fd) SK_MUST_USE;

#endif
