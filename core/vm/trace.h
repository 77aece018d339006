// Tracing: the events of sys.settrace, sys.setprofile and sys.monitoring.
//
// There are two interpreter loops, made from the same source. A thread that nobody watches runs sk_vm_loop, which knows
// nothing of tracing. One that is watched runs sk_vm_loop_traced, which asks sk_trace_step before each instruction.
// A loop changes into the other at a safepoint of Python code or after a call of C code (docs/bytecode.md).
//
// Everything here belongs to the calling thread but for the requests to all threads, which are taken at safepoints.
#ifndef SKEIN_CORE_VM_TRACE_H
#define SKEIN_CORE_VM_TRACE_H

#include "core/vm/frame.h"

typedef enum {
    SK_TRACE_GO,      // run the instruction
    SK_TRACE_JUMP,    // run another instruction: the one before f->pc
    SK_TRACE_ERROR,   // an exception is set; f->pc says where
    SK_TRACE_LEAVE,   // nobody watches any more: f->pc is where the other loop goes on
} SkTraceStep;

// Before the instruction at pc. Sets f->pc to the word after it. May run Python code.
SkTraceStep sk_trace_step(SkFrame *f, const _Atomic SkInstr *pc);
// An exception was raised in f, or came into it from a call. These four keep the current exception, or replace it by what a callback raised.
void sk_trace_raised(SkFrame *f);
void sk_trace_reraised(SkFrame *f);
void sk_trace_handled(SkFrame *f);   // a handler of f is about to run
void sk_trace_unwound(SkFrame *f);   // f is about to go
// The current exception is about to be thrown into the generator.
void sk_trace_thrown(SkFrame *f);

// ---- who watches this thread -----------------------------------------------------------------------------------------
// f: callable or SK_NONE.
void sk_trace_set(SkValue f);
void sk_trace_set_profile(SkValue f);
// A profiler in C: called for events (SkTraceEvent) with the frame, and the C function for those of calls (else SK_EMPTY). NULL: none.
typedef enum { SK_EVENT_CALL, SK_EVENT_LINE, SK_EVENT_RETURN, SK_EVENT_EXCEPTION, SK_EVENT_OPCODE, SK_EVENT_C_CALL, SK_EVENT_C_RETURN,
               SK_EVENT_C_EXCEPTION, SK_EVENT_COUNT } SkTraceEvent;
typedef void (*SkProfiler)(void *arg, int event, SkFrame *f, SkValue function);
void sk_trace_set_profiler(SkProfiler fn, void *arg);
// The same for all threads that exist; others take notice at their next safepoint.
void sk_trace_set_all(SkValue f);
void sk_trace_set_profile_all(SkValue f);
// After a change of what is to be watched: works out whether this thread's loops report.
void sk_trace_update(void);
// At a safepoint that was asked for by SK_POLL_TRACE.
void sk_trace_poll(void);
// Calls f(*args) with tracing on, from a trace function.
SkValue sk_trace_call(SkValue f, SkValue args) SK_MUST_USE;
// Around calls of callbacks: no events meanwhile.
void sk_trace_enter(void);
void sk_trace_leave(void);
// The event whose callback is being run by this thread, or -1.
int sk_trace_current_event(void);
bool sk_trace_init(void) SK_MUST_USE;
void sk_trace_thread_enter(void);
void sk_trace_thread_exit(void);

#endif
