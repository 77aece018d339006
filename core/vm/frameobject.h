// The Python object of a frame, for the files that read or change a frame's state: attributes, locals, tracing, jumps.
#ifndef SKEIN_CORE_VM_FRAMEOBJECT_H
#define SKEIN_CORE_VM_FRAMEOBJECT_H

#include "core/vm/frame.h"
#include "threading/thread.h"

typedef struct {
    SkObject header;
    _Atomic(SkFrame *) live;  // NULL once the frame is gone. Written by the frame's thread
    SkThread *thread;         // whose frame it is
    SkSlot code, globals, builtins, locals, back, trace;
    SkSlot extra;             // dict: names given to f_locals that the function does not have, or empty
    SkSlot replaced;          // list: locals that were replaced from outside while instructions may be using them
    SkSlot func;              // the function, for its closure, or empty
    _Atomic int32_t pc;       // word index after the current instruction, once the frame is gone
    _Atomic int32_t line;     // while tracing: of the last instruction that belongs to a line
    _Atomic bool trace_lines, trace_opcodes, generator;
    _Atomic uint32_t nlocals; // released after values. PAIR(frame-values)
    _Atomic(SkSlot *) values; // the locals of a frame that is gone
} SkFrameObject;

SK_INLINE SkFrameObject *sk_as_frame_object(SkValue v) { return (SkFrameObject *)sk_ptr(v); }

// Runs fn(o, f, t, arg) where the registers of the frame hold still: on t, the thread that runs it, or while that is kept from
// running; f is NULL if the frame is gone. fn must not run Python code. May block.
typedef void (*SkFrameVisit)(SkFrameObject *o, SkFrame *f, SkThread *t, void *arg);
void sk_frame_visit(SkFrameObject *o, SkFrameVisit fn, void *arg);
// The object of a frame that t runs, while t holds still: counted, or SK_EMPTY without an exception.
SkValue sk_frame_object_of(SkFrame *f, SkThread *t) SK_MUST_USE;
// The object of a generator's frame, made while nobody else runs it or by who does: counted; None if it has finished. May block.
SkValue sk_generator_frame_object(SkGenerator *g) SK_MUST_USE;
// The generator whose frame it is: counted, or SK_EMPTY if it is none's, or the generator is dead.
SkValue sk_frame_generator(SkFrameObject *o) SK_MUST_USE;
// f_locals: the namespace itself, or a FrameLocalsProxy. Counted.
SkValue sk_frame_get_locals(SkValue frame) SK_MUST_USE;
// f_lineno = line, from a trace function.
bool sk_frame_set_line(SkFrameObject *o, SkValue line) SK_MUST_USE;
bool sk_frame_proxy_init(void) SK_MUST_USE;

#endif
