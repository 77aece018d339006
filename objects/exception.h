// Exception objects. Every field that holds a value is a slot: exceptions are shared between threads like any object.
#ifndef SKEIN_OBJECTS_EXCEPTION_H
#define SKEIN_OBJECTS_EXCEPTION_H

#include "objects/error.h"
#include "objects/shape.h"

typedef struct {
    SkObject header;
    SkSlot args;         // tuple, never empty once __new__ has returned
    SkSlot traceback;    // a traceback, or empty
    SkSlot context, cause;
    _Atomic uint8_t suppress_context;
    SkInstance attributes;   // __notes__ and whatever else is set
} SkException;

typedef struct { SkException base; SkSlot value; } SkStopIteration;
typedef struct { SkException base; SkSlot code; } SkSystemExit;
typedef struct { SkException base; SkSlot obj, name; } SkAttributeError;
typedef struct { SkException base; SkSlot name; } SkNameError;
typedef struct { SkException base; SkSlot msg, name, path, name_from; } SkImportError;
typedef struct { SkException base; SkSlot message, exceptions; } SkExceptionGroup;
typedef struct {
    SkException base;
    SkSlot errno_, strerror, filename, filename2;
    SkSlot written;  // an int, or empty
} SkOSError;
typedef struct {
    SkException base;
    SkSlot msg, filename, lineno, offset, text, end_lineno, end_offset, print_file_and_line, metadata;
} SkSyntaxError_;
typedef struct {
    SkException base;
    SkSlot encoding, object, reason;
    _Atomic int64_t start, end;
} SkUnicodeError;

// Readies all exception types, and what reports errors by itself. After sk_type_ready has been done for the types it uses (str, tuple, dict ...).
bool sk_exceptions_init(void) SK_MUST_USE;

SK_INLINE SkException *sk_as_exception(SkValue v) { return (SkException *)sk_ptr(v); }
// v is a class derived from BaseException.
SK_INLINE bool sk_is_exception_class(SkValue v) { return sk_is_type(v) && (sk_as_type(v)->flags & SK_TF_EXC_SUBCLASS); }

// type(args...) for C code: without running Python code where the class is built in. New.
SkValue sk_exception_new(SkType *type, const SkValue *args, size_t nargs) SK_MUST_USE;

// The parts of an exception, counted; SK_EMPTY if there is none.
SkValue sk_exception_args(SkValue exc) SK_MUST_USE;
SkValue sk_exception_traceback(SkValue exc) SK_MUST_USE;
SkValue sk_exception_context(SkValue exc) SK_MUST_USE;
SkValue sk_exception_cause(SkValue exc) SK_MUST_USE;
// Set them, retaining; SK_EMPTY removes. The cause also sets __suppress_context__.
void sk_exception_set_traceback(SkValue exc, SkValue tb);
void sk_exception_set_context(SkValue exc, SkValue context);
void sk_exception_set_cause(SkValue exc, SkValue cause);
// Makes `handled` the context of exc unless it is exc, cutting handled's chain where it comes to exc.
void sk_exception_chain(SkValue exc, SkValue handled);
// What StopIteration carries, counted: never SK_EMPTY.
SkValue sk_stop_iteration_value(SkValue exc) SK_MUST_USE;
// exc.add_note(str).
bool sk_exception_add_note(SkValue exc, SkValue note) SK_MUST_USE;

// What the end of try/except* raises again, given the original and the list of what was raised or left: counted,
// SK_NONE for nothing.
SkValue sk_exception_prep_reraise_star(SkValue original, SkValue list) SK_MUST_USE;
// The exceptions in a group: a tuple, counted.
SkValue sk_group_exceptions(SkValue group) SK_MUST_USE;
SK_INLINE bool sk_is_exception_group(SkValue v) { return sk_is_instance_of(v, sk_exc_BaseExceptionGroup); }

#endif
