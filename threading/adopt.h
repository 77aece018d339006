// Threads that somebody else started and that come to run Python code.
#ifndef SKEIN_THREADING_ADOPT_H
#define SKEIN_THREADING_ADOPT_H

#include "threading/thread.h"

// Makes the calling thread one of the runtime's: attached, until it ends; at_end is then run, attached. False: it is one already, or no
// slot is free. Requires: sk_thread_expect_others has been called.
bool sk_thread_adopt(void (*at_end)(void)) SK_MUST_USE;
// From now on threads may come that the runtime did not start. Requires: attached, no lock held.
void sk_thread_expect_others(void);

#endif
