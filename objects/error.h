// Raising and handling exceptions in C code. The current exception is a property of the thread.
#ifndef SKEIN_OBJECTS_ERROR_H
#define SKEIN_OBJECTS_ERROR_H

#include "objects/type.h"

// Every built-in exception: sk_exc_<Name> is its type (SkType *), from objects/exceptions.def.
#define X(name, base, layout, doc) extern SkType *const sk_exc_##name;
#include "objects/exceptions.def"
#undef X

// Sets an exception, replacing a current one without chaining; its __context__ is what the thread is handling.
// Returns SK_EMPTY, so that `return sk_raise(...)` serves functions that return a value.
// fmt NULL: an exception without arguments. Else: %s %d %i %u %ld %lu %lld %llu %zd %zu %x %c %p %% as in printf (with precision and width for %s), and
//   %S str(value)   %R repr(value)   %A ascii(value)   (an SkValue argument each)
//   %T the name of the value's type   %O the same, but None's is "None"   %N the name of an SkType *
//   precision applies to these too: %.200S, %.100T
SkValue sk_raise(SkType *exc, const char *fmt, ...) SK_COLD;
// The same, answering false.
bool sk_raise_false(SkType *exc, const char *fmt, ...) SK_COLD;
// As sk_raise, but what is set now becomes the new exception's __cause__ and __context__.
SkValue sk_raise_from_current(SkType *exc, const char *fmt, ...) SK_COLD;
// exc(value): value is the only argument (KeyError(key), StopIteration(value)).
SkValue sk_raise_value(SkType *exc, SkValue value) SK_COLD;
// An instance, or a class to be called without arguments; as the raise statement does, with context.
SkValue sk_raise_object(SkValue exc) SK_COLD;
// AttributeError with its obj and name attributes set; NameError with name.
SkValue sk_raise_attribute(SkValue obj, SkValue name, const char *fmt, ...) SK_COLD;
SkValue sk_raise_name(SkType *exc, SkValue name, const char *fmt, ...) SK_COLD;
SkValue sk_raise_memory(void) SK_COLD;      // MemoryError
SkValue sk_raise_errno(SkValue filename) SK_COLD;                     // OSError(errno, strerror, filename or SK_EMPTY), the right subclass
SkValue sk_raise_errno2(int err, SkValue filename, SkValue filename2) SK_COLD;
SkValue sk_raise_bad_argument(const char *function, const char *argument, const char *expected, SkValue got) SK_COLD;
SkValue sk_raise_stop_iteration(SkValue value) SK_COLD;               // value SK_NONE or SK_EMPTY: no arguments
SkValue sk_raise_import_error(SkType *exc, SkValue message, SkValue name, SkValue path) SK_COLD;

// ---- the current exception ---------------------------------------------------------------------------------------

bool sk_error_occurred(void);
// The current exception instance, borrowed from the thread; SK_EMPTY if none.
SkValue sk_error_peek(void);
// Takes it: counted, or SK_EMPTY. The thread has none afterwards.
SkValue sk_error_take(void) SK_MUST_USE;
// Makes exc (stolen, may be SK_EMPTY) the current exception as it is: no context is added.
void sk_error_restore(SkValue exc);
void sk_error_clear(void);
// The current exception is an instance of exc.
bool sk_error_matches(SkType *exc);
// As an except clause tests it: match is a class or a tuple of classes.
bool sk_exception_matches(SkValue exc, SkValue match);
// Clears the current exception if it is an instance of exc; true if it was.
bool sk_error_clear_if(SkType *exc);
// The exception being handled by the innermost except clause (sys.exception()): counted or SK_EMPTY.
SkValue sk_error_handled(void);
// sys.unraisablehook for the current exception, which is cleared. where: an object or SK_EMPTY; message may be NULL
// ("Exception ignored in").
void sk_error_unraisable(const char *message, SkValue where);
// Adds a note to the current exception.
void sk_error_add_note(const char *fmt, ...);

// ---- hooks of the layers above: set at start-up -----------------------------------------------------------------

extern SkValue (*sk_handled_hook)(void);         // what sk_error_handled answers: counted or SK_EMPTY
extern SkValue (*sk_frame_hook)(int depth);      // the frame object `depth` Python frames up (0: the innermost): counted, or SK_EMPTY
extern void (*sk_unraisable_hook)(SkValue exc, const char *message, SkValue where);
typedef bool (*SkWarnHook)(SkType *category, SkValue message, int stack_level);
extern _Atomic(SkWarnHook) sk_warn_hook;         // until it is set, warnings are dropped. PAIR(warn-hook)

// ---- warnings ------------------------------------------------------------------------------------------------------

// False with an exception set if the filter turns the warning into an error.
bool sk_warn(SkType *category, int stack_level, const char *fmt, ...) SK_MUST_USE;

// ---- recursion ------------------------------------------------------------------------------------------------------

// Guards C recursion (repr of nested lists, comparisons): false with RecursionError set when the C stack is
// nearly used up. `where` completes the message: " while getting the repr of an object".
bool sk_enter_recursion(const char *where) SK_MUST_USE;
void sk_leave_recursion(void);

#endif
