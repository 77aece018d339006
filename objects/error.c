// The current exception of each thread, and raising from C code.
#include "objects/error.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>

#include "objects/dict.h"
#include "objects/exception_internal.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/traceback.h"
#include "objects/tuple.h"

_Thread_local SkValue sk_error_current;  // counted, or SK_EMPTY

// Set once at start-up, before a second thread exists.
SkValue (*sk_handled_hook)(void);
SkValue (*sk_frame_hook)(int depth);
void (*sk_unraisable_hook)(SkValue exc, const char *message, SkValue where);
_Atomic(SkWarnHook) sk_warn_hook;

// ---- the current exception -------------------------------------------------------------------------------------------

bool sk_error_occurred(void) { return !sk_is_empty(sk_error_current); }
SkValue sk_error_peek(void) { return sk_error_current; }

SkValue sk_error_take(void) { return sk_move(&sk_error_current); }

void sk_error_restore(SkValue exc) {
    SkValue old = sk_error_current;
    sk_error_current = sk_own(exc);
    sk_release(old);
}

void sk_error_clear(void) { sk_release(sk_move(&sk_error_current)); }

bool sk_exception_matches(SkValue exc, SkValue match) {
    if (sk_is_tuple(match)) {
        for (size_t i = 0; i < sk_tuple_len(match); i++)
            if (sk_exception_matches(exc, sk_tuple_peek(match, i))) return true;
        return false;
    }
    if (!sk_is_exception_class(match)) return sk_is(exc, match);
    SkType *type = sk_is_exception_class(exc) ? sk_as_type(exc) : sk_type_of(exc);
    return type == sk_as_type(match) || sk_is_subtype(type, sk_as_type(match));
}

bool sk_error_matches(SkType *exc) { return sk_error_occurred() && sk_is_instance_of(sk_error_current, exc); }

bool sk_error_clear_if(SkType *exc) {
    if (!sk_error_matches(exc)) return false;
    sk_error_clear();
    return true;
}

SkValue sk_error_handled(void) { return sk_handled_hook ? sk_own(sk_handled_hook()) : SK_EMPTY; }

// Makes exc (stolen) current, with what is being handled as its context.
static SkValue raise_instance(SkValue exc) {
    SkValue handled = sk_error_handled();
    if (!sk_is_empty(handled)) {
        sk_exception_chain(exc, handled);
        sk_release(handled);
    }
    sk_error_restore(exc);
    return SK_EMPTY;
}

// ---- raising ------------------------------------------------------------------------------------------------------------

SkValue sk_exception_new(SkType *type, const SkValue *args, size_t nargs) {
    if (type->flags & SK_TF_HEAP) return sk_call(sk_type_value(type), args, nargs, SK_EMPTY);
    SkValue self = type->new_(type, args, nargs, SK_EMPTY);
    if (sk_is_empty(self) || type->init(self, args, nargs, SK_EMPTY)) return self;
    sk_release(self);
    return SK_EMPTY;
}

static SkValue new_formatted(SkType *type, const char *fmt, va_list ap) {
    sk_error_clear();
    if (!fmt) return sk_exception_new(type, NULL, 0);
    SK_AUTO SkValue message = sk_str_format_v(fmt, ap);
    return sk_is_empty(message) ? message : sk_exception_new(type, &message, 1);
}

static SkValue raise_v(SkType *type, const char *fmt, va_list ap) {
    SkValue exc = new_formatted(type, fmt, ap);
    return sk_is_empty(exc) ? exc : raise_instance(exc);
}

SkValue sk_raise(SkType *type, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    raise_v(type, fmt, ap);
    va_end(ap);
    return SK_EMPTY;
}

bool sk_raise_false(SkType *type, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    raise_v(type, fmt, ap);
    va_end(ap);
    return false;
}

SkValue sk_raise_from_current(SkType *type, const char *fmt, ...) {
    SK_AUTO SkValue old = sk_error_take();
    va_list ap;
    va_start(ap, fmt);
    SkValue exc = new_formatted(type, fmt, ap);
    va_end(ap);
    if (sk_is_empty(exc)) return exc;
    if (!sk_is_empty(old)) {
        sk_exception_set_cause(exc, old);
        sk_exception_set_context(exc, old);
    }
    sk_error_restore(exc);
    return SK_EMPTY;
}

SkValue sk_raise_value(SkType *type, SkValue value) {
    sk_error_clear();
    SkValue exc = sk_exception_new(type, &value, 1);
    return sk_is_empty(exc) ? exc : raise_instance(exc);
}

SkValue sk_raise_object(SkValue v) {
    if (sk_is_exception(v)) return raise_instance(sk_retain(v));
    if (!sk_is_exception_class(v)) return sk_raise(sk_exc_TypeError, "exceptions must derive from BaseException");
    SkValue exc = sk_call0(v);
    if (sk_is_empty(exc)) return exc;
    if (sk_is_exception(exc)) return raise_instance(exc);
    sk_raise(sk_exc_TypeError, "calling %R should have returned an instance of BaseException, not %R", v,
             sk_type_value(sk_type_of(exc)));
    sk_release(exc);
    return SK_EMPTY;
}

SkValue sk_raise_attribute(SkValue obj, SkValue name, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    SkValue exc = new_formatted(sk_exc_AttributeError, fmt, ap);
    va_end(ap);
    if (sk_is_empty(exc)) return exc;
    sk_exception_set(exc, &((SkAttributeError *)sk_ptr(exc))->obj, obj);
    sk_exception_set(exc, &((SkAttributeError *)sk_ptr(exc))->name, name);
    return raise_instance(exc);
}

SkValue sk_raise_name(SkType *type, SkValue name, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    SkValue exc = new_formatted(type, fmt, ap);
    va_end(ap);
    if (sk_is_empty(exc)) return exc;
    // An UnboundLocalError tells no name: the one misspelt, if any, is another.
    if (type == sk_exc_NameError) sk_exception_set(exc, &((SkNameError *)sk_ptr(exc))->name, name);
    return raise_instance(exc);
}

// ---- out of memory --------------------------------------------------------------------------------------------------------

static SkValue memory_reserve;  // immortal: for when not even the exception can be allocated; set at start-up

bool sk_errors_init(void) {
    memory_reserve = sk_exception_new_(sk_exc_MemoryError, NULL, 0, SK_EMPTY);
    if (sk_is_empty(memory_reserve)) return false;
    sk_make_immortal(sk_ptr(memory_reserve));
    return true;
}

SkValue sk_raise_memory(void) {
    SkType *type = sk_exc_MemoryError;
    SkException *e = (SkException *)sk_container_new(&type->head, type->head.basic_size);
    if (e) {
        sk_slot_init(&e->args, sk_empty_tuple());
        return raise_instance(sk_counted(e));
    }
    sk_error_restore(memory_reserve);
    return SK_EMPTY;
}

// ---- particular exceptions ----------------------------------------------------------------------------------------------------

SkValue sk_raise_errno2(int err, SkValue filename, SkValue filename2) {
    char buffer[256];
    const char *text = strerror_r(err, buffer, sizeof buffer);
    SK_AUTO SkValue message = sk_str_from_fs(text, strlen(text));
    if (sk_is_empty(message)) return message;
    SkValue args[] = {sk_from_small_int(err), message, filename, sk_from_small_int(0), filename2};
    sk_error_clear();
    SkValue exc = sk_exception_new(sk_exc_OSError, args, sk_is_empty(filename) ? 2 : sk_is_empty(filename2) ? 3 : 5);
    return sk_is_empty(exc) ? exc : raise_instance(exc);
}

SkValue sk_raise_errno(SkValue filename) { return sk_raise_errno2(errno, filename, SK_EMPTY); }

SkValue sk_raise_bad_argument(const char *function, const char *argument, const char *expected, SkValue got) {
    if (!argument) argument = "argument";
    if (sk_is_none(got))
        return sk_raise(sk_exc_TypeError, "%.200s() %.200s must be %.50s, not None", function, argument, expected);
    return sk_raise(sk_exc_TypeError, "%.200s() %.200s must be %.50s, not %.50T", function, argument, expected, got);
}

SkValue sk_raise_stop_iteration(SkValue value) {
    sk_error_clear();
    size_t n = sk_is_empty(value) || sk_is_none(value) ? 0 : 1;
    SkValue exc = sk_exception_new(sk_exc_StopIteration, &value, n);
    return sk_is_empty(exc) ? exc : raise_instance(exc);
}

SkValue sk_raise_import_error(SkType *type, SkValue message, SkValue name, SkValue path) {
    sk_error_clear();
    SK_AUTO SkValue kwnames = sk_tuple_pack(2, SK_N(name), SK_N(path));
    if (sk_is_empty(kwnames)) return kwnames;
    SkValue args[] = {message, sk_is_empty(name) ? SK_NONE : name, sk_is_empty(path) ? SK_NONE : path};
    SkValue exc = sk_call(sk_type_value(type), args, 1, kwnames);
    return sk_is_empty(exc) ? exc : raise_instance(exc);
}

void sk_error_add_note(const char *fmt, ...) {
    SkValue exc = sk_error_take();
    if (sk_is_empty(exc)) return;
    va_list ap;
    va_start(ap, fmt);
    SK_AUTO SkValue note = sk_str_format_v(fmt, ap);
    va_end(ap);
    if (sk_is_empty(note) || !sk_exception_add_note(exc, note)) sk_error_clear();
    sk_error_restore(exc);
}

// An exception that C code made and no frame has seen gets the running one for a traceback.
static void place(SkValue exc) {
    SK_AUTO SkValue tb = sk_exception_traceback(exc);
    SK_AUTO SkValue frame = sk_is_empty(tb) && sk_frame_hook ? sk_frame_hook(0) : SK_EMPTY;
    if (!sk_is_empty(frame)) {
        SK_AUTO SkValue line = sk_getattr_s(frame, "f_lineno");
        if (!sk_is_small_int(line) || !sk_traceback_add(exc, frame, -1, (int)sk_small_int(line))) sk_error_clear();
    }
    sk_error_clear();
}

void sk_error_unraisable(const char *message, SkValue where) {
    SkValue exc = sk_error_take();
    if (sk_is_empty(exc)) return;
    place(exc);
    if (sk_unraisable_hook)
        sk_unraisable_hook(exc, message, where);
    else
        fprintf(stderr, "%s: %s\n", message ? message : "Exception ignored", sk_type_of(exc)->name);
    sk_release(exc);
}

bool sk_warn(SkType *category, int stack_level, const char *fmt, ...) {
    SkWarnHook hook = sk_load_acquire(&sk_warn_hook);  // PAIR(warn-hook)
    if (!hook) return true;
    va_list ap;
    va_start(ap, fmt);
    SK_AUTO SkValue message = sk_str_format_v(fmt, ap);
    va_end(ap);
    return !sk_is_empty(message) && hook(category, message, stack_level);
}

// ---- recursion -------------------------------------------------------------------------------------------------------------------

#if SK_TSAN
#define STACK_MOST_MIB 3   // ThreadSanitizer keeps 65536 calls, and dies of one more
#else
#define STACK_MOST_MIB 512
#endif
enum { STACK_RESERVE = 256 * 1024, STACK_MOST = STACK_MOST_MIB * 1024 * 1024 };

static _Thread_local uintptr_t stack_limit;

static void find_stack_limit(uintptr_t here) {
    pthread_attr_t attr;
    void *low;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attr) != 0) {
        stack_limit = here - 4 * 1024 * 1024;
        return;
    }
    pthread_attr_getstack(&attr, &low, &size);
    pthread_attr_destroy(&attr);
    uintptr_t bottom = (uintptr_t)low, reserve = size > 4 * STACK_RESERVE ? STACK_RESERVE : size / 4;
    if (size > STACK_MOST) bottom = here - STACK_MOST;  // "unlimited"
    stack_limit = bottom + reserve;
}

bool sk_enter_recursion(const char *where) {
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    if (sk_unlikely(stack_limit == 0)) find_stack_limit(here);
    if (sk_likely(here > stack_limit)) return true;
    return sk_raise_false(sk_exc_RecursionError, "maximum recursion depth exceeded%s", where ? where : "");
}

void sk_leave_recursion(void) {}
