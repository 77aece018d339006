// Special methods and properties written in Python, reached by an instruction other than a call: the interpreter loop pushes their frame,
// marked SK_FRAME_SPECIAL, and does the rest of the instruction when it returns (`special_result` in interp.c).
//
// Each function pushes the frame and gives it, or NULL without an exception: there is no such function, it does not take just
// these arguments, or the stacks are full; then the general way does what is right. Requires: the running frame's pc is up to
// date. `back`: words from the instruction to that pc.
#ifndef SKEIN_CORE_VM_SPECIAL_H
#define SKEIN_CORE_VM_SPECIAL_H

#include "core/vm/frame.h"
#include "objects/protocol.h"

SK_INLINE bool sk_is_heap_instance(SkValue v) { return sk_is_ptr(v) && (sk_ptr_type(sk_ptr(v))->flags & SK_TF_HEAP); }

// What instruction waits for the frame: `jump` of a frame marked SPECIAL.
SK_INLINE uint32_t sk_special_back(const SkFrame *f) { return (uint32_t)f->jump & 255; }
SK_INLINE unsigned sk_special_operator(const SkFrame *f) { return (unsigned)f->jump >> 8; }   // SkBinaryOp or SkCompareOp

SkFrame *sk_special_method(SkValue name, unsigned back, size_t n, SkValue self, SkValue b, SkValue c) SK_NOINLINE;
SkFrame *sk_special_binary(SkBinaryOp op, SkValue a, SkValue b) SK_NOINLINE;
SkFrame *sk_special_compare(SkCompareOp op, SkValue a, SkValue b) SK_NOINLINE;
SkFrame *sk_special_getter(SkValue v, SkValue name, unsigned back) SK_NOINLINE;
SkFrame *sk_special_setter(SkValue v, SkValue name, SkValue value, unsigned back) SK_NOINLINE;

#endif
