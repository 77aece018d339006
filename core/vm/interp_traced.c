// The interpreter loop once more, for threads that are watched: see core/vm/trace.h.
#define SK_TRACED 1
#include "core/vm/interp.c"
