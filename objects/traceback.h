// Traceback objects: a list of frames with the instruction each was at.
#ifndef SKEIN_OBJECTS_TRACEBACK_H
#define SKEIN_OBJECTS_TRACEBACK_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot next;    // the next inner traceback, or empty
    SkSlot frame;   // immutable
    int lasti;      // word index of the instruction in the code
    int lineno;
} SkTraceback;

SK_INLINE SkTraceback *sk_as_traceback(SkValue v) { return (SkTraceback *)sk_ptr(v); }

// next: a traceback, SK_NONE or SK_EMPTY; retains both.
SkValue sk_traceback_new(SkValue next, SkValue frame, int lasti, int lineno) SK_MUST_USE;
// Puts an entry in front of the exception's traceback. False + MemoryError.
bool sk_traceback_add(SkValue exc, SkValue frame, int lasti, int lineno) SK_MUST_USE;
// The next inner traceback, counted; SK_EMPTY at the end.
SkValue sk_traceback_next(SkValue tb) SK_MUST_USE;

#endif
