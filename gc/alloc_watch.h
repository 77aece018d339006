// What the allocation of objects has to do with base/alloc_watch.h.
#ifndef SKEIN_GC_ALLOC_WATCH_H
#define SKEIN_GC_ALLOC_WATCH_H

#include "base/alloc_watch.h"

// This thread's free lists: bypassed or not, as sk_alloc_watch has it now. A thread that starts asks by itself; the others do it when their
// SK_POLL_TRACE is answered.
void sk_alloc_follow_watch(void);

#endif
