// Signals: the handlers of Python code run on the main thread at its safepoints.
#ifndef SKEIN_MODULES__SIGNAL_H
#define SKEIN_MODULES__SIGNAL_H

#include <signal.h>

#include "objects/type.h"

// Ignores SIGPIPE and SIGXFSZ, makes SIGINT raise KeyboardInterrupt unless it is ignored. Once, at start-up, after the
// runtime was made.
bool sk_signals_init(void) SK_MUST_USE;
// At the end: the signals get back the action they had before.
void sk_signals_end(void);
// As if the signal had come. From any thread.
void sk_signal_trip(int signum);
// In the child of a fork: what came before is the parent's.
void sk_signals_after_fork_child(void);

// A set of signals from an iterable of their numbers. False with an exception.
bool sk_signal_mask(SkValue iterable, sigset_t *set) SK_MUST_USE;

#endif
