// Grace periods, on liburcu's QSBR flavour: the only file pair that includes liburcu.
//
// A reader is an attached thread; it is in a read section all the time, except at the moment of a quiescent
// report and while it is offline. Batches of what waits for a grace period are sealed with a ticket and looked
// at by their owner at its safepoints: one background thread runs synchronize_rcu for all of them, since
// liburcu 0.13 has no polling of grace periods.
#ifndef SKEIN_THREADING_RCU_H
#define SKEIN_THREADING_RCU_H

#include "base/compiler.h"

// This thread becomes a reader, online. Its record in liburcu's registry, for sk_rcu_forget.
void *sk_rcu_register(void);
void sk_rcu_unregister(void);
void sk_rcu_online(void);
void sk_rcu_offline(void);
bool sk_rcu_is_waited_for(void);  // a grace period is under way: a report is of use
void sk_rcu_quiescent(void);   // requires: no borrowed reference is live on this thread

// A ticket for a grace period that begins after this call. What was unlinked before it may be freed when
// sk_rcu_done answers true. Starts the background thread if need be.
uint64_t sk_rcu_request(void);
bool sk_rcu_done(uint64_t ticket);
// Asks for a grace period that begins within so many milliseconds, together with what others ask for until then.
void sk_rcu_request_within(unsigned ms);
// Blocks until a full grace period has passed. Requires: this thread is offline or detached.
void sk_rcu_synchronize(void);

// Called by the background thread: before each grace period, to ask every online reader to report soon; after
// each one, to let the owners of waiting batches know.
void sk_rcu_set_hooks(void (*expedite)(void), void (*ended)(void));
// In the child after fork: takes the record of a thread that is gone out of liburcu's registry (its memory, in that
// thread's TLS, will be used again).
void sk_rcu_forget(void *reader);
// Around fork: no grace period is waited for in between.
void sk_rcu_before_fork(void);
void sk_rcu_after_fork_parent(void);
void sk_rcu_after_fork_child(void);

#endif
