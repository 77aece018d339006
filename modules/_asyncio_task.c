// _asyncio.Task: a future whose result is what a coroutine returns.
//
// While a task is not done, either a step of it is scheduled and it waits for nothing, or it waits for a future one of whose callbacks
// wakes it up. A step is run by whatever thread calls it; that two do so at once is refused by the coroutine.
#include "modules/_asyncio.h"

#include "core/vm/generator.h"
#include "modules/_contextvars.h"
#include "modules/arguments.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

static _Atomic int64_t names_given;   // tasks are numbered by it

// ---- life --------------------------------------------------------------------------------------------------------------------

static void task_trace(SkObject *o, SkVisit visit, void *arg) {
    SkTask *t = (SkTask *)o;
    sk_slot_visit(&t->coroutine, visit, arg);
    sk_slot_visit(&t->task_context, visit, arg);
    sk_slot_visit(&t->waiter, visit, arg);
    sk_slot_visit(&t->name, visit, arg);
    sk_future_trace(o, visit, arg);
}
static void task_clear(SkObject *o) {
    SkTask *t = (SkTask *)o;
    sk_slot_set(o, &t->coroutine, SK_EMPTY);
    sk_slot_set(o, &t->task_context, SK_EMPTY);
    sk_slot_set(o, &t->waiter, SK_EMPTY);
    sk_slot_set(o, &t->name, SK_EMPTY);
    sk_future_clear(o);
}
static void task_destroy(SkObject *o) {
    SkTask *t = (SkTask *)o;
    sk_task_unlink(t);
    sk_slot_destroy(o, &t->coroutine);
    sk_slot_destroy(o, &t->task_context);
    sk_slot_destroy(o, &t->waiter);
    sk_slot_destroy(o, &t->name);
    sk_future_release(o);
    sk_instance_free(o, 0);
}
static void task_finalize(SkObject *o) {
    SkFuture *f = (SkFuture *)o;
    sk_task_unlink((SkTask *)o);   // whoever hears of its end may keep it
    if (sk_future_state(f) == SK_FUTURE_PENDING && sk_load_relaxed(&f->log_destroy_pending))
        sk_future_complain(f, SK_AN(task), "Task was destroyed but it is pending!", SK_EMPTY);
    sk_future_finalize(o);
}

static SkValue task_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkTask *t = (SkTask *)sk_type_alloc(type, 0);
    if (!t) return SK_EMPTY;
    t->shard = (uint8_t)sk_self_slot;
    return sk_counted(t);
}

// ---- what the loop calls -------------------------------------------------------------------------------------------------------

// A step to be taken: what call_soon() is given.
typedef struct {
    SkObject header;
    SkSlot task, exception;   // the latter may be empty
    bool eager;               // the loop has entered the task already
} Step;

static SkValue take_step(SkTask *t, SkValue exception, bool entered);

static Step *as_step(SkValue v) { return (Step *)sk_ptr(v); }
static void step_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Step *)o)->task, visit, arg);
    sk_slot_visit(&((Step *)o)->exception, visit, arg);
}
static void step_clear(SkObject *o) {
    sk_slot_set(o, &((Step *)o)->task, SK_EMPTY);
    sk_slot_set(o, &((Step *)o)->exception, SK_EMPTY);
}
static void step_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Step *)o)->task);
    sk_slot_destroy(o, &((Step *)o)->exception);
    sk_object_free(o, sizeof(Step));
}
static SkValue step_call(SkValue v, const SkValue *args SK_UNUSED, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("TaskStepMethWrapper", kwnames)) return SK_EMPTY;
    if (nargs) return sk_raise(sk_exc_TypeError, "function takes no positional arguments");
    SK_AUTO SkValue task = sk_slot_get(sk_ptr(v), &as_step(v)->task);
    SK_AUTO SkValue exception = sk_slot_get(sk_ptr(v), &as_step(v)->exception);
    if (sk_is_empty(task)) return SK_NONE;   // the collector has cleared it
    return take_step(sk_as_task(task), exception, as_step(v)->eager);
}
static SkValue step_self(SkValue v, void *closure SK_UNUSED) {
    SkValue task = sk_slot_load(sk_ptr(v), &as_step(v)->task);
    return sk_is_empty(task) ? SK_NONE : task;
}
static const SkGetSetDef step_getset[] = {{"__self__", step_self, NULL, NULL, NULL}, {0}};

static SkType step_type = {
    SK_TYPE_HEAD(0, sizeof(Step), step_trace, step_clear, step_destroy),
    .name = "TaskStepMethWrapper",
    .flags = SK_TF_NO_NEW,
    .call = step_call,
    .getset = step_getset,
};

static SkValue step_new(SkTask *t, SkValue exception /* or SK_EMPTY */, bool eager) {
    Step *s = (Step *)sk_container_new(&step_type.head, sizeof *s);
    if (!s) return sk_raise_memory();
    s->eager = eager;
    sk_slot_init(&s->task, sk_retain(sk_counted(t)));
    if (!sk_is_empty(exception)) sk_slot_init(&s->exception, sk_retain(exception));
    return sk_counted(s);
}

static bool schedule_step(SkTask *t, SkValue exception) {
    SK_AUTO SkValue step = step_new(t, exception, false);
    SK_AUTO SkValue loop = sk_slot_get(&t->future.header, &t->future.loop);
    SK_AUTO SkValue context = sk_slot_get(&t->future.header, &t->task_context);
    return !sk_is_empty(step) && sk_future_check(&t->future) && sk_aio_call_soon(loop, step, SK_EMPTY, context);
}

static SkValue task_wakeup(SkValue self, SkValue future) {
    SkTask *t = sk_as_task(self);
    SkValue r;
    if (sk_is_plain_future(future)) {
        SkFuture *f = sk_as_future(future);
        // A result is not wanted here, but by who awaits.
        if (sk_future_state(f) == SK_FUTURE_FINISHED && !sk_load_relaxed(&f->exception.w)) {
            sk_store_relaxed(&f->log_traceback, false);
            return take_step(t, SK_EMPTY, false);
        }
        r = sk_future_get_result(f);
    } else {
        r = sk_call_method(future, SK_AN(result), NULL, 0);
    }
    sk_release(r);
    SK_AUTO SkValue exception = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    return take_step(t, exception, false);
}
static const SkMethodDef wakeup_def = {"task_wakeup", SK_ONEARG, .onearg = task_wakeup, .sig = "(future, /)"};

// ---- a step --------------------------------------------------------------------------------------------------------------------

// The coroutine goes on: what it yields, or, with *returned, what it returns; counted. exception: empty, or to be raised in it.
static SkValue resume(SkValue coroutine, SkValue exception, bool *returned) {
    bool own = sk_has_index(coroutine, SK_T_COROUTINE) || sk_has_index(coroutine, SK_T_GENERATOR);
    *returned = false;
    if (sk_is_empty(exception)) {
        if (own) return sk_generator_resume((SkGenerator *)sk_ptr(coroutine), SK_NONE, returned);
        return sk_gen_send(coroutine, SK_NONE, returned);
    }
    if (own) return sk_generator_throw((SkGenerator *)sk_ptr(coroutine), sk_retain(exception), returned);
    SkValue r = sk_call_method(coroutine, SK_AN(throw), &exception, 1);
    if (!sk_is_empty(r) || !sk_error_matches(sk_exc_StopIteration)) return r;
    SK_AUTO SkValue stop = sk_error_take();
    *returned = true;
    return sk_stop_iteration_value(stop);
}

static SkValue raise_cancel(SkValue waiter, SkValue message) {
    if (sk_is_plain_future(waiter) && sk_type_of(waiter) == &sk_future_type) return sk_future_cancel(sk_as_future(waiter), message);
    SK_AUTO SkValue cancel = sk_getattr(waiter, SK_AN(cancel));
    if (sk_is_empty(cancel)) return cancel;
    SkValue given = sk_is_empty(message) ? SK_NONE : message;
    return sk_call(cancel, &given, 0, sk_aio_names.only_msg);
}

// Whether the future that the task waits for could be cancelled: -1 with an exception.
static int cancel_waiter(SkValue waiter, SkValue message) {
    SK_AUTO SkValue r = raise_cancel(waiter, message);
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

static SkValue fail_next(SkTask *t, SkValue text /* counted, taken */) {
    SK_AUTO SkValue message = text;
    SK_AUTO SkValue error = sk_is_empty(message) ? SK_EMPTY : sk_call1(sk_type_value(sk_exc_RuntimeError), message);
    return !sk_is_empty(error) && schedule_step(t, error) ? SK_NONE : SK_EMPTY;
}

static SkValue begin_to_wait(SkTask *t, SkValue future) {
    SK_AUTO SkValue wakeup = sk_native_new(&wakeup_def, sk_counted(t), SK_EMPTY);
    SK_AUTO SkValue context = sk_slot_get(&t->future.header, &t->task_context);
    if (sk_is_empty(wakeup)) return SK_EMPTY;
    if (sk_is_plain_future(future)) {
        sk_store_relaxed(&sk_as_future(future)->blocking, false);
        if (!sk_future_add_callback(sk_as_future(future), wakeup, context)) return SK_EMPTY;
    } else {
        if (!sk_setattr(future, SK_AN(_asyncio_future_blocking), SK_FALSE)) return SK_EMPTY;
        SK_AUTO SkValue add = sk_getattr(future, SK_AN(add_done_callback));
        SK_AUTO SkValue r = sk_is_empty(add) ? SK_EMPTY : sk_call(add, (SkValue[]){wakeup, context}, 1, sk_aio_names.only_context);
        if (sk_is_empty(r)) return SK_EMPTY;
    }
    sk_slot_set(&t->future.header, &t->waiter, sk_retain(future));
    if (sk_load_relaxed(&t->future.must_cancel)) {
        SK_AUTO SkValue message = sk_slot_get(&t->future.header, &t->future.cancel_message);
        int done = cancel_waiter(future, message);
        if (done < 0) return SK_EMPTY;
        if (done) sk_store_relaxed(&t->future.must_cancel, false);
    }
    return SK_NONE;
}

// What the coroutine has yielded.
static SkValue wait_for(SkTask *t, SkValue yielded) {
    SkValue self = sk_counted(t);
    bool is_future, blocking = false;
    if (sk_is_none(yielded)) return schedule_step(t, SK_EMPTY) ? SK_NONE : SK_EMPTY;
    if (sk_is_plain_future(yielded)) {
        is_future = true;
        blocking = sk_load_relaxed(&sk_as_future(yielded)->blocking);
    } else {
        SK_AUTO SkValue mark = sk_getattr_opt(yielded, SK_AN(_asyncio_future_blocking));
        if (sk_is_empty(mark) && sk_error_occurred()) return SK_EMPTY;
        is_future = !sk_is_empty(mark) && !sk_is_none(mark);
        int truth = is_future ? sk_truth(mark) : 0;
        if (truth < 0) return SK_EMPTY;
        blocking = truth;
    }
    if (is_future) {
        if (sk_is(yielded, self)) return fail_next(t, sk_str_format("Task cannot await on itself: %R", self));
        SK_AUTO SkValue loop = sk_aio_loop_of(yielded);
        if (sk_is_empty(loop)) return SK_EMPTY;
        if (!sk_is(loop, (SkValue){sk_load_relaxed(&t->future.loop.w)}))
            return fail_next(t, sk_str_format("Task %R got Future %R attached to a different loop", self, yielded));
        if (!blocking) return fail_next(t, sk_str_format("yield was used instead of yield from in task %R with %R", self, yielded));
        return begin_to_wait(t, yielded);
    }
    if (sk_has_index(yielded, SK_T_GENERATOR))
        return fail_next(t, sk_str_format("yield was used instead of yield from for generator in task %R with %R", self, yielded));
    return fail_next(t, sk_str_format("Task got bad yield: %R", yielded));
}

static SkValue ended(SkTask *t, bool ok) {
    sk_task_unlink(t);
    return ok ? SK_NONE : SK_EMPTY;
}

// The coroutine has raised what is the current exception.
static SkValue end_with_error(SkTask *t) {
    SkFuture *f = &t->future;
    SK_AUTO SkValue exception = sk_error_take();
    SkType *cancelled = sk_aio_class(SK_AIO_CancelledError);
    if (!cancelled) return SK_EMPTY;
    if (sk_is_instance_of(exception, cancelled)) {
        // Kept, so that who awaits the task sees where it was cancelled.
        sk_slot_set(&f->header, &f->cancelled_error, sk_retain(exception));
        SkValue r = sk_future_cancel(f, SK_EMPTY);
        return ended(t, !sk_is_empty(r));
    }
    bool ok = sk_future_set_exception(f, exception);
    (void)ended(t, ok);
    if (!ok) return SK_EMPTY;
    if (!sk_is_instance_of(exception, sk_exc_KeyboardInterrupt) && !sk_is_instance_of(exception, sk_exc_SystemExit)) return SK_NONE;
    sk_error_restore(sk_move(&exception));
    return SK_EMPTY;
}

static SkValue run_coroutine(SkTask *t, SkValue exception) {
    SkFuture *f = &t->future;
    SK_AUTO SkValue coroutine = sk_slot_get(&f->header, &t->coroutine);
    if (sk_is_empty(coroutine)) return sk_raise(sk_exc_RuntimeError, "uninitialized Task object");
    bool returned;
    SK_AUTO SkValue r = resume(coroutine, exception, &returned);
    if (sk_is_empty(r)) return end_with_error(t);
    if (!returned) return wait_for(t, r);
    if (!sk_load_relaxed(&f->must_cancel)) return ended(t, sk_future_set_result(f, r));
    // It was cancelled right before its end.
    sk_store_relaxed(&f->must_cancel, false);
    SK_AUTO SkValue message = sk_slot_get(&f->header, &f->cancel_message);
    SkValue c = sk_future_cancel(f, message);
    return ended(t, !sk_is_empty(c));
}

static SkValue take_step(SkTask *t, SkValue given, bool entered) {
    SkFuture *f = &t->future;
    SkValue self = sk_counted(t);
    if (sk_future_state(f) != SK_FUTURE_PENDING) {
        SkType *error = sk_aio_class(SK_AIO_InvalidStateError);
        return error ? sk_raise(error, "__step(): already done: %R %R", self, sk_is_empty(given) ? SK_NONE : given) : SK_EMPTY;
    }
    SK_AUTO SkValue exception = sk_retain(given);
    if (sk_load_relaxed(&f->must_cancel)) {
        SkType *cancelled = sk_aio_class(SK_AIO_CancelledError);
        if (!cancelled) return SK_EMPTY;
        if (sk_is_empty(exception) || !sk_is_instance_of(exception, cancelled)) {
            sk_release(exception);
            exception = sk_future_cancelled_error(f);
            if (sk_is_empty(exception)) return SK_EMPTY;
        }
        sk_store_relaxed(&f->must_cancel, false);
    }
    if (sk_load_relaxed(&t->waiter.w)) sk_slot_set(&f->header, &t->waiter, SK_EMPTY);

    SK_AUTO SkValue alive = sk_retain(self);
    if (entered) return run_coroutine(t, exception);
    SK_AUTO SkValue loop = sk_slot_get(&f->header, &f->loop);
    if (!sk_future_check(f) || !sk_task_enter(loop, self)) return SK_EMPTY;
    SkValue r = run_coroutine(t, exception);
    SkValue error = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    if (!sk_task_leave(loop, self)) {
        sk_release(error);
        return SK_EMPTY;
    }
    if (!sk_is_empty(error)) sk_error_restore(error);
    return r;
}

// ---- making one ----------------------------------------------------------------------------------------------------------------

// 1, 0, -1 with an exception.
static int is_coroutine(SkValue v) {
    if (sk_has_index(v, SK_T_COROUTINE)) return 1;
    SkValue f = sk_aio_import(SK_AIO_iscoroutine);
    SK_AUTO SkValue r = sk_is_empty(f) ? SK_EMPTY : sk_call1(f, v);
    return sk_is_empty(r) ? -1 : sk_truth(r);
}

// The first step, now, within the context.
static bool start_eagerly(SkTask *t) {
    SkFuture *f = &t->future;
    SkValue self = sk_counted(t);
    SK_AUTO SkValue loop = sk_slot_get(&f->header, &f->loop);
    SK_AUTO SkValue context = sk_slot_get(&f->header, &t->task_context);
    SK_AUTO SkValue step = step_new(t, SK_EMPTY, true);
    if (sk_is_empty(step)) return false;
    SK_AUTO SkValue before = sk_task_swap(loop, self);
    if (sk_is_empty(before)) return false;
    SkValue r = sk_call_method(context, SK_AN(run), &step, 1);
    sk_release(r);
    SkValue error = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    SK_AUTO SkValue after = sk_task_swap(loop, before);
    if (!sk_is_empty(error)) {
        if (sk_is_empty(after)) sk_error_clear();
        sk_error_restore(error);
        return false;
    }
    if (sk_is_empty(after)) return false;
    if (sk_future_state(f) == SK_FUTURE_PENDING) sk_task_link(t);
    return true;
}

static bool task_init(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[5];
    if (!sk_bind("Task", "(coro, *, loop=None, name=None, context=None, eager_start=False)", &sig, args, nargs, kwnames, a)) return false;
    SkTask *t = sk_as_task(v);
    SkFuture *f = &t->future;
    if (!sk_future_init(f, a[1])) return false;
    int ok = is_coroutine(a[0]);
    if (ok <= 0) {
        sk_store_relaxed(&f->log_destroy_pending, false);
        return ok == 0 && sk_raise_false(sk_exc_TypeError, "a coroutine was expected, got %R", a[0]);
    }
    bool eager;
    if (!sk_truth_argument(a[4], false, &eager)) return false;
    SkValue context = sk_is_empty(a[3]) || sk_is_none(a[3]) ? sk_context_copy_current() : sk_retain(a[3]);
    if (sk_is_empty(context)) return false;
    sk_slot_set(&f->header, &t->task_context, context);
    SkValue name = sk_is_empty(a[2]) || sk_is_none(a[2]) ? sk_from_small_int(sk_add_relaxed(&names_given, 1) + 1)
                   : sk_is_exact_str(a[2])               ? sk_retain(a[2])
                                                         : sk_str(a[2]);
    if (sk_is_empty(name)) return false;
    sk_slot_set(&f->header, &t->name, name);
    sk_slot_set(&f->header, &t->waiter, SK_EMPTY);
    sk_slot_set(&f->header, &t->coroutine, sk_retain(a[0]));
    sk_store_relaxed(&f->must_cancel, false);
    sk_store_relaxed(&t->cancels_requested, 0);
    sk_store_relaxed(&f->log_destroy_pending, true);
    if (eager) {
        SK_AUTO SkValue loop = sk_slot_get(&f->header, &f->loop);
        SK_AUTO SkValue running = sk_call_method(loop, SK_AN(is_running), NULL, 0);
        int is = sk_is_empty(running) ? -1 : sk_truth(running);
        if (is < 0) return false;
        if (is) return start_eagerly(t);
    }
    if (!schedule_step(t, SK_EMPTY)) return false;
    sk_task_link(t);
    return true;
}

// ---- methods -------------------------------------------------------------------------------------------------------------------

static SkValue task_cancel(SkValue v, const SkValue *a) {
    SkTask *t = sk_as_task(v);
    SkFuture *f = &t->future;
    sk_store_relaxed(&f->log_traceback, false);
    if (!sk_future_check(f)) return SK_EMPTY;
    if (sk_future_state(f) != SK_FUTURE_PENDING) return SK_FALSE;
    sk_add_relaxed(&t->cancels_requested, 1);
    SK_AUTO SkValue waiter = sk_slot_get(&f->header, &t->waiter);
    if (!sk_is_empty(waiter)) {
        // The waiter stays: it may be a task that ignores this, and is to be cancelled again.
        int done = cancel_waiter(waiter, a[0]);
        if (done) return done < 0 ? SK_EMPTY : SK_TRUE;
    }
    sk_store_relaxed(&f->must_cancel, true);
    sk_slot_set(&f->header, &f->cancel_message, sk_is_empty(a[0]) || sk_is_none(a[0]) ? SK_EMPTY : sk_retain(a[0]));
    return SK_TRUE;
}
static SkValue task_cancelling(SkValue v) { return sk_from_small_int(sk_load_relaxed(&sk_as_task(v)->cancels_requested)); }
static SkValue task_uncancel(SkValue v) {
    SkTask *t = sk_as_task(v);
    int64_t n = sk_load_relaxed(&t->cancels_requested);
    while (n > 0 && !sk_cas_weak_relaxed(&t->cancels_requested, &n, n - 1)) {}
    if (n == 1) sk_store_relaxed(&t->future.must_cancel, false);
    return sk_from_small_int(n > 0 ? n - 1 : 0);
}
static SkValue task_set_result(SkValue v SK_UNUSED, SkValue result SK_UNUSED) {
    return sk_raise(sk_exc_RuntimeError, "Task does not support set_result operation");
}
static SkValue task_set_exception(SkValue v SK_UNUSED, SkValue exception SK_UNUSED) {
    return sk_raise(sk_exc_RuntimeError, "Task does not support set_exception operation");
}
static SkValue get_coroutine(SkValue v, void *closure SK_UNUSED) {
    SkValue c = sk_slot_load(sk_ptr(v), &sk_as_task(v)->coroutine);
    return sk_is_empty(c) ? SK_NONE : c;
}
static SkValue task_get_coro(SkValue v) { return get_coroutine(v, NULL); }
static SkValue task_get_context(SkValue v) {
    SkValue c = sk_slot_load(sk_ptr(v), &sk_as_task(v)->task_context);
    return sk_is_empty(c) ? SK_NONE : c;
}
static SkValue task_get_name(SkValue v) {
    SkTask *t = sk_as_task(v);
    SkValue name = sk_slot_load(&t->future.header, &t->name);
    if (sk_is_empty(name)) return SK_NONE;
    if (!sk_is_small_int(name)) return name;
    SkValue text = sk_str_format("Task-%lld", (long long)sk_small_int(name));
    if (!sk_is_empty(text)) sk_slot_set(&t->future.header, &t->name, sk_retain(text));
    return text;
}
static SkValue task_set_name(SkValue v, SkValue value) {
    SkValue name = sk_is_exact_str(value) ? sk_retain(value) : sk_str(value);
    if (sk_is_empty(name)) return name;
    sk_slot_set(sk_ptr(v), &sk_as_task(v)->name, name);
    return SK_NONE;
}
static SkValue task_get_stack(SkValue v, const SkValue *a) {
    SkValue f = sk_aio_import(SK_AIO_task_get_stack);
    return sk_is_empty(f) ? f : sk_call2(f, v, sk_is_empty(a[0]) ? SK_NONE : a[0]);
}
static SkValue task_print_stack(SkValue v, const SkValue *a) {
    SkValue f = sk_aio_import(SK_AIO_task_print_stack);
    return sk_is_empty(f) ? f : sk_call3(f, v, sk_is_empty(a[0]) ? SK_NONE : a[0], sk_is_empty(a[1]) ? SK_NONE : a[1]);
}
static SkValue task_repr(SkValue v) {
    SkValue f = sk_aio_import(SK_AIO_task_repr);
    return sk_is_empty(f) ? f : sk_call1(f, v);
}

static SkValue get_waiter(SkValue v, void *closure SK_UNUSED) {
    SkValue w = sk_slot_load(sk_ptr(v), &sk_as_task(v)->waiter);
    return sk_is_empty(w) ? SK_NONE : w;
}
static SkValue get_must_cancel(SkValue v, void *closure SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_future(v)->must_cancel)); }
static SkValue get_log_destroy(SkValue v, void *closure SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_future(v)->log_destroy_pending)); }
static bool set_log_destroy(SkValue v, SkValue value, void *closure SK_UNUSED) {
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    int t = sk_truth(value);
    if (t >= 0) sk_store_relaxed(&sk_as_future(v)->log_destroy_pending, t);
    return t >= 0;
}

static const SkGetSetDef task_getset[] = {
    {"_coro", get_coroutine, NULL, NULL, NULL},
    {"_fut_waiter", get_waiter, NULL, NULL, NULL},
    {"_must_cancel", get_must_cancel, NULL, NULL, NULL},
    {"_log_destroy_pending", get_log_destroy, set_log_destroy, NULL, NULL},
    {0},
};

static const SkMethodDef task_methods[] = {
    {"cancel", SK_SIG, .sig_fn = task_cancel, .sig = "(msg=None)", .doc = "Ask the task to cancel itself: CancelledError is raised in its coroutine."},
    {"cancelling", SK_NOARGS, .noargs = task_cancelling, .sig = "()", .doc = "How many requests to cancel it are open."},
    {"uncancel", SK_NOARGS, .noargs = task_uncancel, .sig = "()", .doc = "Take a request to cancel it back; how many are left."},
    {"set_result", SK_ONEARG, .onearg = task_set_result, .sig = "(result, /)"},
    {"set_exception", SK_ONEARG, .onearg = task_set_exception, .sig = "(exception, /)"},
    {"get_coro", SK_NOARGS, .noargs = task_get_coro, .sig = "()", .doc = "The coroutine."},
    {"get_context", SK_NOARGS, .noargs = task_get_context, .sig = "()", .doc = "The context that it runs in."},
    {"get_name", SK_NOARGS, .noargs = task_get_name, .sig = "()", .doc = "The name."},
    {"set_name", SK_ONEARG, .onearg = task_set_name, .sig = "(value, /)", .doc = "Give it a name."},
    {"get_stack", SK_SIG, .sig_fn = task_get_stack, .sig = "(*, limit=None)", .doc = "The frames of the coroutine, or of its exception's traceback."},
    {"print_stack", SK_SIG, .sig_fn = task_print_stack, .sig = "(*, limit=None, file=None)", .doc = "Print what get_stack() gives."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};

SkType sk_task_type = {
    SK_TYPE_HEAD(0, sizeof(SkTask), task_trace, task_clear, task_destroy),
    .head.finalize = task_finalize,
    .name = "_asyncio.Task",
    .doc = "Task(coro, *, loop=None, name=None, context=None, eager_start=False)\n--\n\nA coroutine that the loop runs; its result is the task's.",
    .flags = SK_TF_BASE | SK_TF_HAS_DICT | SK_TF_WEAKREF | SK_TF_HAS_FINALIZER,
    .base = &sk_future_type,
    .shape_offset = offsetof(SkFuture, attributes),
    .new_ = task_new,
    .init = task_init,
    .repr = task_repr,
    .methods = task_methods,
    .getset = task_getset,
};

bool sk_task_types_ready(void) { return sk_type_ready(&step_type); }
