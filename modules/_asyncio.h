// What the files of _asyncio share.
//
// Threads. A future's fields are slots and atomics: any thread may call any method. What has to change together (the state, what comes
// with it, and the callbacks that are to be told) changes under the future's object lock; Python code runs outside of it.
// Who moves the state away from PENDING, does so once, and is the one who schedules the callbacks.
#ifndef SKEIN_MODULES__ASYNCIO_H
#define SKEIN_MODULES__ASYNCIO_H

#include "objects/error.h"
#include "objects/shape.h"

// ---- names, interned when the module is made -----------------------------------------------------------------------------
#define SK_AIO_NAMES(X)                                                                                                  \
    X(_asyncio_future_blocking) X(_get_loop) X(_loop) X(add) X(add_done_callback) X(call_exception_handler) X(call_soon) \
    X(cancel) X(context) X(discard) X(done) X(exception) X(extract_stack) X(future) X(get_debug) X(get_event_loop)       \
    X(get_loop) X(is_running) X(message) X(msg) X(result) X(run) X(send) X(source_traceback) X(task)                     \
    X(__class__) X(throw)
typedef struct {
#define X(n) SkValue n_##n;
    SK_AIO_NAMES(X)
#undef X
    SkValue only_context, only_msg;   // the tuples ('context',) and ('msg',)
} SkAioNames;
extern SkAioNames sk_aio_names;   // written by the first import, before there is an object of these types
#define SK_AN(n) (sk_aio_names.n_##n)

// ---- what is had from Python modules, at the first use ------------------------------------------------------------------------
#define SK_AIO_IMPORTS(X)                                                              \
    X(CancelledError, "asyncio.exceptions", "CancelledError")                          \
    X(InvalidStateError, "asyncio.exceptions", "InvalidStateError")                    \
    X(future_repr, "asyncio.base_futures", "_future_repr")                             \
    X(task_repr, "asyncio.base_tasks", "_task_repr")                                   \
    X(task_get_stack, "asyncio.base_tasks", "_task_get_stack")                         \
    X(task_print_stack, "asyncio.base_tasks", "_task_print_stack")                     \
    X(iscoroutine, "asyncio.coroutines", "iscoroutine")                                \
    X(get_loop_of, "asyncio.futures", "_get_loop")                                     \
    X(extract_stack, "traceback", "extract_stack")                                     \
    X(WeakSet, "weakref", "WeakSet")
typedef enum {
#define X(name, module, attribute) SK_AIO_##name,
    SK_AIO_IMPORTS(X)
#undef X
    SK_AIO_IMPORT_COUNT,
} SkAioImport;
// Immortal: the word needs no release. SK_EMPTY with an exception.
SkValue sk_aio_import(SkAioImport which) SK_MUST_USE;
// The class, or NULL with an exception.
SkType *sk_aio_class(SkAioImport which) SK_MUST_USE;

// ---- futures (_asyncio_future.c) ---------------------------------------------------------------------------------------------
typedef enum { SK_FUTURE_PENDING, SK_FUTURE_CANCELLED, SK_FUTURE_FINISHED } SkFutureState;

typedef struct {
    _Atomic size_t count;   // pairs; written under the lock
    size_t capacity;
    SkSlot items[];         // callback, context, ...
} SkFutureCallbacks;

typedef struct {
    SkObject header;
    SkInstance attributes;
    SkSlot loop;              // empty: __init__ has not run
    // Written under the lock:
    SkSlot callback, context; // the first callback
    _Atomic(SkFutureCallbacks *) more;   // those that follow; replaced whole
    SkSlot result, exception, traceback;
    SkSlot source_traceback, cancel_message, cancelled_error;
    _Atomic uint8_t state;    // SkFutureState
    _Atomic bool log_traceback, blocking;
    // Tasks:
    _Atomic bool must_cancel, log_destroy_pending;
} SkFuture;

typedef struct SkTask {
    SkFuture future;
    SkSlot coroutine, task_context, waiter;
    SkSlot name;              // a str, or the number that it is to be made of
    _Atomic int64_t cancels_requested;
    // The list of tasks (_asyncio_running.c), under its mutex:
    struct SkTask *prev, *next;
    bool linked;
    uint8_t shard;            // set at creation
} SkTask;

extern SkType sk_future_type, sk_task_type, sk_future_iter_type;
SK_INLINE SkFuture *sk_as_future(SkValue v) { return (SkFuture *)sk_ptr(v); }
SK_INLINE SkTask *sk_as_task(SkValue v) { return (SkTask *)sk_ptr(v); }
SK_INLINE bool sk_is_native_future(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_future_type); }
SK_INLINE bool sk_is_native_task(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_task_type); }
// Exactly Future or Task: methods need not be looked up.
SK_INLINE bool sk_is_plain_future(SkValue v) {
    SkType *t = sk_type_of(v);
    return t == &sk_future_type || t == &sk_task_type;
}

void sk_future_trace(SkObject *o, SkVisit visit, void *arg);
void sk_future_clear(SkObject *o);
void sk_future_release(SkObject *o);              // all that it holds, for destroy functions
void sk_future_finalize(SkObject *o);
// loop.call_exception_handler({'message': message, kind: v, ...}): errors are told, not raised.
void sk_future_complain(SkFuture *f, SkValue kind, const char *message, SkValue exception /* or SK_EMPTY */);
// Makes it pending, of a loop (SK_NONE, SK_EMPTY: the running one). False with an exception.
bool sk_future_init(SkFuture *f, SkValue loop) SK_MUST_USE;
// RuntimeError unless __init__ has run.
bool sk_future_check(SkFuture *f) SK_MUST_USE;
SK_INLINE SkFutureState sk_future_state(SkFuture *f) { return sk_load_acquire(&f->state); }   // PAIR(future-state)
SkValue sk_future_cancel(SkFuture *f, SkValue message /* or SK_EMPTY */) SK_MUST_USE;         // True or False
bool sk_future_set_result(SkFuture *f, SkValue result) SK_MUST_USE;
bool sk_future_set_exception(SkFuture *f, SkValue exception) SK_MUST_USE;                     // a class, or an instance
bool sk_future_add_callback(SkFuture *f, SkValue callback, SkValue context) SK_MUST_USE;
// The result as a word, or its exception raised.
SkValue sk_future_get_result(SkFuture *f) SK_MUST_USE;
// The CancelledError to be raised: counted. What was kept is given out once.
SkValue sk_future_cancelled_error(SkFuture *f) SK_MUST_USE;
// loop.call_soon(callback, argument, context=context); argument and context may be empty.
bool sk_aio_call_soon(SkValue loop, SkValue callback, SkValue argument, SkValue context) SK_MUST_USE;
// Future.get_loop() of anything: counted.
SkValue sk_aio_loop_of(SkValue future) SK_MUST_USE;

// ---- tasks (_asyncio_task.c) -------------------------------------------------------------------------------------------------
bool sk_task_types_ready(void) SK_MUST_USE;

// ---- running loops, current tasks and all tasks (_asyncio_running.c) -------------------------------------------------------------
// This thread's running loop as a word; SK_EMPTY: none.
SkValue sk_running_loop(void);
bool sk_running_loop_set(SkValue loop /* SK_NONE: none */) SK_MUST_USE;
SkValue sk_aio_event_loop(void) SK_MUST_USE;     // get_event_loop(): counted
bool sk_task_enter(SkValue loop, SkValue task) SK_MUST_USE;
bool sk_task_leave(SkValue loop, SkValue task) SK_MUST_USE;
SkValue sk_task_swap(SkValue loop, SkValue task /* SK_NONE: none */) SK_MUST_USE;   // the task before: counted, or SK_NONE
SkValue sk_task_current(SkValue loop) SK_MUST_USE;                                  // counted, or SK_NONE
void sk_task_link(SkTask *t);
void sk_task_unlink(SkTask *t);
bool sk_aio_register(SkValue task, bool on) SK_MUST_USE;     // any task
SkValue sk_aio_all_tasks(SkValue loop) SK_MUST_USE;          // a set of those that are not done
bool sk_aio_running_add(SkValue module) SK_MUST_USE;         // _all_tasks and the like
void sk_aio_thread_exit(void);

#endif
