// See trace.h.
//
// The previous instruction of a frame is the one before f->pc: sk_trace_step stores it for each instruction, and whatever
// is called in between leaves it alone. So lines, jumps and branches are told from two neighbouring steps, without state of their own.
// A frame whose first event was sent, or which ran when tracing began, has SK_FRAME_TRACED.
#include "core/vm/trace.h"

#include <pthread.h>

#include "base/alloc.h"
#include "core/vm/frameobject.h"
#include "core/vm/monitor.h"
#include "gc/alloc_watch.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// Calls of C functions in progress, of which the event of the end is still to come.
struct SkTraceCall {
    SkFrame *f;
    SkValue function, self;   // counted; self may be EMPTY
    uint32_t at;
};

static SkValue event_names[SK_EVENT_COUNT];   // immortal; set at start-up

// What was asked for all threads. A thread has taken notice when its number is the same.
static struct {
    pthread_mutex_t mutex;
    _Atomic uint32_t number;
    SkValue value;   // counted, or EMPTY. Under the mutex
} for_all[2] = {{.mutex = PTHREAD_MUTEX_INITIALIZER}, {.mutex = PTHREAD_MUTEX_INITIALIZER}};

bool sk_trace_init(void) {
    static const char *const names[] = {"call", "line", "return", "exception", "opcode", "c_call", "c_return", "c_exception"};
    for (size_t i = 0; i < SK_COUNT_OF(names); i++) {
        event_names[i] = sk_intern_s(names[i]);
        if (sk_is_empty(event_names[i])) return false;
    }
    sk_thread_hooks.trace = sk_trace_poll;
    return true;
}

// ---- who watches ------------------------------------------------------------------------------------------------------------

static bool wanted(const SkVm *vm) {
    return !sk_is_empty(vm->trace_function) || !sk_is_empty(vm->profile_function) || vm->profiler || sk_load_relaxed(&sk_monitor_active);
}

static void set_stop_value(SkVm *vm, SkValue v) {
    SkValue old = vm->stop_value;
    vm->stop_value = v;
    sk_release(old);
}

static void drop_calls(SkVm *vm, uint32_t keep) {
    while (vm->ncalls > keep) {
        SkTraceCall call = vm->calls[--vm->ncalls];
        sk_release(call.function);
        sk_release(call.self);
    }
}

void sk_trace_update(void) {
    SkVm *vm = &sk_vm;
    bool now = wanted(vm);
    if (now && !vm->watched) {
        for (SkFrame *f = vm->top; f; f = f->prev) f->flags |= SK_FRAME_TRACED;
        sk_or_relaxed(&sk_poll_word, SK_POLL_TRACE);
    } else if (!now && vm->watched) {
        drop_calls(vm, 0);
        set_stop_value(vm, SK_EMPTY);
    }
    vm->watched = now;
    vm->traced = now && !vm->inside;
}

void sk_trace_enter(void) {
    sk_vm.inside++;
    sk_vm.traced = false;
}
void sk_trace_leave(void) {
    sk_vm.inside--;
    sk_vm.traced = sk_vm.watched && !sk_vm.inside;
}
int sk_trace_current_event(void) { return sk_vm.event; }

static void set(SkValue *where, SkValue f) {
    SkValue old = *where;
    *where = sk_is_none(f) ? SK_EMPTY : sk_retain(f);
    sk_trace_update();
    sk_release(old);
}
void sk_trace_set(SkValue f) { set(&sk_vm.trace_function, f); }
void sk_trace_set_profile(SkValue f) { set(&sk_vm.profile_function, f); }
void sk_trace_set_profiler(SkProfiler fn, void *arg) {
    sk_vm.profiler = fn;
    sk_vm.profiler_arg = arg;
    sk_trace_update();
}

static void set_all(int which, SkValue f) {
    SkValue fresh = sk_is_none(f) ? SK_EMPTY : sk_retain(f);
    pthread_mutex_lock(&for_all[which].mutex);
    SkValue old = for_all[which].value;
    for_all[which].value = fresh;
    sk_add_relaxed(&for_all[which].number, 1);
    pthread_mutex_unlock(&for_all[which].mutex);
    sk_release(old);
    sk_poll_set_all(SK_POLL_TRACE);
    sk_trace_poll();
}
void sk_trace_set_all(SkValue f) { set_all(0, f); }
void sk_trace_set_profile_all(SkValue f) { set_all(1, f); }

void sk_trace_poll(void) {
    SkVm *vm = &sk_vm;
    sk_and_relaxed(&sk_poll_word, ~(uint32_t)SK_POLL_TRACE);
    sk_alloc_follow_watch();
    for (int which = 0; which < 2; which++) {
        uint32_t number = sk_load_relaxed(&for_all[which].number);
        if (number == vm->seen_for_all[which]) continue;
        pthread_mutex_lock(&for_all[which].mutex);
        vm->seen_for_all[which] = sk_load_relaxed(&for_all[which].number);
        SkValue f = sk_retain(for_all[which].value);
        pthread_mutex_unlock(&for_all[which].mutex);
        set(which ? &vm->profile_function : &vm->trace_function, sk_is_empty(f) ? SK_NONE : f);
        sk_release(f);
    }
    sk_trace_update();
    // The poll stays asked for until the loop has changed.
    if (vm->traced) sk_or_relaxed(&sk_poll_word, SK_POLL_TRACE);
}

void sk_trace_thread_enter(void) {
    sk_alloc_follow_watch();
    for (int which = 0; which < 2; which++) sk_vm.seen_for_all[which] = sk_load_relaxed(&for_all[which].number);
    sk_trace_update();
}

void sk_trace_thread_exit(void) {
    SkVm *vm = &sk_vm;
    vm->profiler = NULL;
    SkValue trace = vm->trace_function, profile = vm->profile_function;
    vm->trace_function = vm->profile_function = SK_EMPTY;
    vm->watched = vm->traced = false;
    drop_calls(vm, 0);
    set_stop_value(vm, SK_EMPTY);
    sk_free(vm->calls);
    vm->calls = NULL;
    vm->calls_capacity = 0;
    sk_release(trace);
    sk_release(profile);
}

SkValue sk_trace_call(SkValue f, SkValue args) {
    SkVm *vm = &sk_vm;
    uint32_t inside = vm->inside;
    int event = vm->event;
    vm->inside = 0;
    vm->traced = vm->watched;
    SkValue r = sk_call_tuple(f, args, SK_EMPTY);
    vm->inside = inside;
    vm->event = event;
    vm->traced = vm->watched && !inside;
    return r;
}

// ---- calling the functions of settrace and setprofile -----------------------------------------------------------------------------

static SkValue call_function(SkVm *vm, SkValue function, SkFrame *f, SkTraceEvent event, SkValue arg) {
    SK_AUTO SkValue frame = sk_frame_object(f);
    if (sk_is_empty(frame)) return frame;
    SK_AUTO SkValue callee = sk_retain(function);
    int outer = vm->event;
    SkFrame *outer_frame = vm->event_frame;
    vm->event = (int)event;
    vm->event_frame = f;
    sk_trace_enter();
    SkValue r = sk_call3(callee, frame, event_names[event], arg);
    sk_trace_leave();
    vm->event = outer;
    vm->event_frame = outer_frame;
    return r;
}

static bool trace_event(SkVm *vm, SkFrame *f, SkTraceEvent event, SkValue arg) {
    if (sk_is_empty(vm->trace_function)) return true;
    SK_AUTO SkValue function = SK_EMPTY;
    if (event == SK_EVENT_CALL) {
        function = sk_retain(vm->trace_function);
    } else {
        if (!f->object) return true;
        function = sk_slot_get(f->object, &((SkFrameObject *)f->object)->trace);
        if (sk_is_empty(function)) return true;
    }
    SkValue r = call_function(vm, function, f, event, arg);
    if (sk_is_empty(r)) {
        SkValue exc = sk_error_take();
        sk_trace_set(SK_NONE);
        if (f->object) sk_slot_set(f->object, &((SkFrameObject *)f->object)->trace, SK_EMPTY);
        sk_error_restore(exc);
        return false;
    }
    if (sk_is_none(r)) return true;
    SK_AUTO SkValue frame = sk_frame_object(f);
    if (sk_is_empty(frame)) {
        sk_release(r);
        return false;
    }
    sk_slot_set(sk_ptr(frame), &sk_as_frame_object(frame)->trace, r);
    return true;
}

static bool profile_event(SkVm *vm, SkFrame *f, SkTraceEvent event, SkValue function, SkValue arg) {
    if (vm->profiler) {
        sk_trace_enter();
        vm->profiler(vm->profiler_arg, event, f, function);
        sk_trace_leave();
    }
    if (sk_is_empty(vm->profile_function)) return true;
    SkValue r = call_function(vm, vm->profile_function, f, event, arg);
    if (sk_is_empty(r)) {
        SkValue exc = sk_error_take();
        sk_trace_set_profile(SK_NONE);
        sk_error_restore(exc);
        return false;
    }
    sk_release(r);
    return true;
}

static bool profiled(const SkVm *vm) { return vm->profiler || !sk_is_empty(vm->profile_function); }

// ---- calls of C functions -------------------------------------------------------------------------------------------------------

// What a call instruction calls: words of registers. self: the first argument, or EMPTY.
static bool callee_of(SkFrame *f, SkInstr i, SkValue *function, SkValue *self) {
    SkValue *r = f->regs;
    unsigned a = SK_A(i);
    *self = SK_EMPTY;
    switch (SK_OP(i)) {
        case SK_OPC_CALL:
        case SK_OPC_CALL_KW:
            *function = r[a];
            if (SK_B(i)) *self = r[a + 1];
            return true;
        case SK_OPC_CALL_METHOD:
        case SK_OPC_CALL_METHOD_KW:
            *function = r[a];
            if (!sk_is_empty(r[a + 1])) *self = r[a + 1];
            else if (SK_B(i)) *self = r[a + 2];
            return true;
        case SK_OPC_CALL_EX:
            *function = r[a];
            if (sk_is_tuple(r[a + 1]) && sk_tuple_len(r[a + 1])) *self = sk_tuple_peek(r[a + 1], 0);
            return true;
        case SK_OPC_WITH_EXIT:
            *function = r[SK_B(i)];
            return true;
        default:
            return false;
    }
}

static bool is_python(SkValue function) {
    if (!sk_is_ptr(function)) return false;
    if (sk_has_index(function, SK_T_METHOD)) function = sk_slot_peek(&((SkMethod *)sk_ptr(function))->function);
    return sk_has_index(function, SK_T_FUNCTION);
}

// The argument of c_call: a built-in function, bound if it is a method. Counted; EMPTY without an exception: nothing to report.
static SkValue reported(SkValue function, SkValue self) {
    if (sk_has_index(function, SK_T_METHOD)) function = sk_slot_peek(&((SkMethod *)sk_ptr(function))->function);
    if (sk_has_index(function, SK_T_NATIVE)) return sk_retain(function);
    if (!sk_has_index(function, SK_T_METHOD_DESCR) || sk_is_empty(self)) return SK_EMPTY;
    SK_AUTO SkValue get = sk_getattr_opt_s(function, "__get__");
    return sk_is_empty(get) ? SK_EMPTY : sk_call2(get, self, sk_type_value(sk_type_of(self)));
}

static bool c_event(SkVm *vm, SkFrame *f, SkTraceEvent event, SkValue function, SkValue self) {
    if (!profiled(vm)) return true;
    SK_AUTO SkValue arg = reported(function, self);
    if (sk_is_empty(arg)) return !sk_error_occurred();
    return profile_event(vm, f, event, arg, arg);
}

static bool call_begins(SkVm *vm, SkFrame *f, SkInstr i, uint32_t at, uint32_t events) {
    SkValue function, self;
    bool monitored = events & SK_MONITOR_BIT(CALL);
    if ((!monitored && !profiled(vm)) || !callee_of(f, i, &function, &self)) return true;
    SK_AUTO SkValue own_function = sk_retain(function);
    SK_AUTO SkValue own_self = sk_retain(self);
    if (monitored) {
        SkValue args[] = {own_function, sk_is_empty(own_self) ? sk_monitor_missing : own_self};
        if (!sk_monitor_fire(f->code, SK_MONITOR_CALL, at, args, 2)) return false;
    }
    if (is_python(own_function)) return true;
    if (!c_event(vm, f, SK_EVENT_C_CALL, own_function, own_self)) return false;
    if (vm->ncalls == vm->calls_capacity) {
        uint32_t n = vm->calls_capacity ? vm->calls_capacity * 2 : 16;
        SkTraceCall *calls = sk_realloc(vm->calls, n * sizeof *calls);
        if (!calls) return sk_raise_memory(), false;
        vm->calls = calls;
        vm->calls_capacity = n;
    }
    vm->calls[vm->ncalls++] = (SkTraceCall){f, sk_move(&own_function), sk_move(&own_self), at};
    return true;
}

static bool call_ends(SkVm *vm, SkFrame *f, bool raised) {
    bool ok = true;
    while (ok && vm->ncalls && vm->calls[vm->ncalls - 1].f == f) {
        SkTraceCall call = vm->calls[--vm->ncalls];
        SK_AUTO SkValue function = call.function;
        SK_AUTO SkValue self = call.self;
        if (!vm->traced) continue;
        SkValue args[] = {function, sk_is_empty(self) ? sk_monitor_missing : self};
        ok = c_event(vm, f, raised ? SK_EVENT_C_EXCEPTION : SK_EVENT_C_RETURN, function, self) &&
             (!(sk_monitor_wanted(f->code) & SK_MONITOR_BIT(CALL)) ||
              sk_monitor_fire(f->code, raised ? SK_MONITOR_C_RAISE : SK_MONITOR_C_RETURN, call.at, args, 2));
    }
    return ok;
}

// ---- steps ----------------------------------------------------------------------------------------------------------------------

static int line_at(const SkCode *c, int64_t at) { return at < 0 ? -1 : sk_code_position(c, (uint32_t)at).line; }

static bool is_branch(uint8_t op) { return (op >= SK_OPC_JUMP_IF && op <= SK_OPC_JUMP_IS) || op == SK_OPC_FOR_ITER || op == SK_OPC_NEXT; }

static bool entered(SkVm *vm, SkFrame *f, bool resumed, uint32_t events) {
    uint32_t at = resumed ? (uint32_t)(f->pc - f->code->code - 1) : 0;
    SkMonitorEvent event = resumed ? SK_MONITOR_PY_RESUME : SK_MONITOR_PY_START;
    if ((events & (1u << event)) && !sk_monitor_fire(f->code, event, at, NULL, 0)) return false;
    return profile_event(vm, f, SK_EVENT_CALL, SK_EMPTY, SK_NONE) && trace_event(vm, f, SK_EVENT_CALL, SK_NONE);
}

// The jump that the previous instruction was, if it was one.
static bool jumped(SkFrame *f, int64_t from, int64_t at, uint32_t events) {
    uint8_t op = SK_OP(sk_load_relaxed(&f->code->code[from]));
    SkMonitorEvent event;
    if (op == SK_OPC_JUMP || op == SK_OPC_JUMP_BACK) event = SK_MONITOR_JUMP;
    else if (is_branch(op)) event = at == from + 1 ? SK_MONITOR_BRANCH_LEFT : SK_MONITOR_BRANCH_RIGHT;
    else return true;
    if (!(events & (1u << event))) return true;
    SkValue to = sk_from_small_int(at * 8);
    return sk_monitor_fire(f->code, event, (uint32_t)from, &to, 1);
}

static bool left(SkVm *vm, SkFrame *f, SkMonitorEvent event, uint32_t at, SkValue word, uint32_t events) {
    SK_AUTO SkValue value = sk_retain(word);
    if ((events & (1u << event)) && !sk_monitor_fire(f->code, event, at, &value, 1)) return false;
    if (!profile_event(vm, f, SK_EVENT_RETURN, SK_EMPTY, value) || !trace_event(vm, f, SK_EVENT_RETURN, value)) return false;
    if (event == SK_MONITOR_PY_RETURN && (f->flags & SK_FRAME_FOR) && !sk_is_none(value)) set_stop_value(vm, sk_move(&value));
    return true;
}

static bool locally_traced(SkVm *vm, SkFrame *f) {
    return f->object && !sk_is_empty(vm->trace_function) && !sk_is_empty(sk_slot_peek(&((SkFrameObject *)f->object)->trace));
}

static bool exception_event(SkVm *vm, SkFrame *f, SkValue exc);

// A generator that ended with a value has raised StopIteration, for those who watch.
static bool stopped(SkVm *vm, SkFrame *f, int64_t from, int64_t at, uint32_t events) {
    SkInstr i = sk_load_relaxed(&f->code->code[from]);
    if ((SK_OP(i) != SK_OPC_FOR_ITER && SK_OP(i) != SK_OPC_SEND) || at == from + 1) return true;
    SK_AUTO SkValue value = SK_OP(i) == SK_OPC_SEND ? sk_retain(f->regs[SK_A(i)]) : sk_move(&vm->stop_value);
    if (sk_is_empty(value) || sk_is_none(value)) return true;
    if (!(events & SK_MONITOR_BIT(STOP_ITERATION)) && !locally_traced(vm, f)) return true;
    SK_AUTO SkValue exc = sk_exception_new(sk_exc_StopIteration, &value, 1);
    if (sk_is_empty(exc)) return false;
    if ((events & SK_MONITOR_BIT(STOP_ITERATION)) && !sk_monitor_fire(f->code, SK_MONITOR_STOP_ITERATION, (uint32_t)from, &exc, 1)) return false;
    return exception_event(vm, f, exc);
}

// f_lineno of an instruction that belongs to no line is that of the one before it.
static void remember_line(SkFrame *f, int64_t from) {
    int line = f->object ? line_at(f->code, from) : 0;
    if (line > 0) sk_store_relaxed(&((SkFrameObject *)f->object)->line, line);
}

SkTraceStep sk_trace_step(SkFrame *f, const _Atomic SkInstr *pc) {
    SkVm *vm = &sk_vm;
    SkCode *c = f->code;
    if (vm->landed) {   // PUSH_EXC takes the current exception over before anything else may run
        vm->landed = false;
        remember_line(f, f->pc - c->code - 1);
        f->pc = pc + 1;
        return SK_TRACE_GO;
    }
    bool fresh = !(f->flags & SK_FRAME_TRACED);
    int64_t from = -1;
    if (!fresh || pc != c->code) from = f->pc - c->code - 1;   // of a generator that goes on: its yield
    if (fresh) {
        while (vm->ncalls && vm->calls[vm->ncalls - 1].f == f) drop_calls(vm, vm->ncalls - 1);   // of a frame that was here before
        f->pc = pc;
        if (!vm->traced) return SK_TRACE_LEAVE;
        f->flags |= SK_FRAME_TRACED;
        if (!entered(vm, f, pc != c->code, sk_monitor_wanted(c))) return SK_TRACE_ERROR;
    } else if (vm->ncalls && vm->calls[vm->ncalls - 1].f == f && !call_ends(vm, f, false)) {
        return SK_TRACE_ERROR;
    }
    if (!vm->traced) {
        f->pc = pc;
        return SK_TRACE_LEAVE;
    }
    int64_t at = pc - c->code;
    uint32_t events = sk_monitor_wanted(c);
    remember_line(f, from);
    if (from >= 0 && !fresh && !stopped(vm, f, from, at, events)) return SK_TRACE_ERROR;
    f->pc = pc + 1;
    if (from >= 0 && !fresh && (events & (SK_MONITOR_BIT(JUMP) | SK_MONITOR_BIT(BRANCH_LEFT) | SK_MONITOR_BIT(BRANCH_RIGHT))) &&
        !jumped(f, from, at, events))
        return SK_TRACE_ERROR;
    SkInstr i = sk_load_relaxed(pc);
    bool moved = false;
    if ((events & SK_MONITOR_BIT(LINE)) || locally_traced(vm, f)) {
        int line = line_at(c, at);
        // A loop in one line is told each time round; that of `yield from` and `await` is none.
        bool back = from > at && SK_OP(sk_load_relaxed(&c->code[from])) == SK_OPC_JUMP_BACK && SK_OP(i) != SK_OPC_SEND;
        if (line > 0 && (back || line != line_at(c, from))) {
            SkValue number = sk_from_small_int(line);
            if ((events & SK_MONITOR_BIT(LINE)) && !sk_monitor_fire(c, SK_MONITOR_LINE, (uint32_t)at, &number, 1)) return SK_TRACE_ERROR;
            if (locally_traced(vm, f) && sk_load_relaxed(&((SkFrameObject *)f->object)->trace_lines)) {
                if (!trace_event(vm, f, SK_EVENT_LINE, SK_NONE)) return SK_TRACE_ERROR;
                if (f->pc != pc + 1) {   // f_lineno was set
                    moved = true;
                    pc = f->pc - 1;
                    at = pc - c->code;
                    i = sk_load_relaxed(pc);
                    f->pc = pc + 1;
                }
            }
        }
    }
    if ((events & SK_MONITOR_BIT(INSTRUCTION)) && !sk_monitor_fire(c, SK_MONITOR_INSTRUCTION, (uint32_t)at, NULL, 0)) return SK_TRACE_ERROR;
    if (locally_traced(vm, f) && sk_load_relaxed(&((SkFrameObject *)f->object)->trace_opcodes)) {
        if (!trace_event(vm, f, SK_EVENT_OPCODE, SK_NONE)) return SK_TRACE_ERROR;
    }
    bool ok = true;
    switch (SK_OP(i)) {
        case SK_OPC_RETURN:
            ok = left(vm, f, SK_MONITOR_PY_RETURN, (uint32_t)at, f->regs[SK_A(i)], events);
            break;
        case SK_OPC_RETURN_NONE:
            ok = left(vm, f, SK_MONITOR_PY_RETURN, (uint32_t)at, SK_NONE, events);
            break;
        case SK_OPC_YIELD:
            ok = left(vm, f, SK_MONITOR_PY_YIELD, (uint32_t)at, f->regs[SK_B(i)], events);
            break;
        default:
            ok = call_begins(vm, f, i, (uint32_t)at, events);
            break;
    }
    return !ok ? SK_TRACE_ERROR : moved ? SK_TRACE_JUMP : SK_TRACE_GO;
}

// ---- exceptions -------------------------------------------------------------------------------------------------------------------

static bool monitor_exception(SkFrame *f, SkMonitorEvent event, SkValue exc) {
    if (!(sk_monitor_wanted(f->code) & (1u << event))) return true;
    return sk_monitor_fire(f->code, event, (uint32_t)(f->pc - f->code->code - 1), &exc, 1);
}

// The exception that goes on: exc (stolen), unless a callback raised one.
static void go_on_with(SkValue exc, bool ok) {
    if (ok) sk_error_restore(exc);
    else sk_release(exc);
}

static bool exception_event(SkVm *vm, SkFrame *f, SkValue exc) {
    if (!locally_traced(vm, f)) return true;
    SkValue tb = sk_exception_traceback(exc);
    SkValue items[] = {sk_retain(sk_type_value(sk_type_of(exc))), sk_retain(exc), sk_is_empty(tb) ? SK_NONE : tb};
    SK_AUTO SkValue arg = sk_tuple_steal(items, 3);
    return !sk_is_empty(arg) && trace_event(vm, f, SK_EVENT_EXCEPTION, arg);
}

void sk_trace_raised(SkFrame *f) {
    SkVm *vm = &sk_vm;
    SkValue exc = sk_error_take();
    bool ok = call_ends(vm, f, true);
    if (ok && vm->traced) ok = monitor_exception(f, SK_MONITOR_RAISE, exc) && exception_event(vm, f, exc);
    go_on_with(exc, ok);
}

void sk_trace_reraised(SkFrame *f) {
    if (!sk_vm.traced) return;
    SkValue exc = sk_error_take();
    go_on_with(exc, monitor_exception(f, SK_MONITOR_RERAISE, exc));
}

void sk_trace_handled(SkFrame *f) {
    sk_vm.landed = true;
    if (!sk_vm.traced) return;
    SkValue exc = sk_error_take();
    go_on_with(exc, monitor_exception(f, SK_MONITOR_EXCEPTION_HANDLED, exc));
}

void sk_trace_unwound(SkFrame *f) {
    SkVm *vm = &sk_vm;
    if (!vm->traced || !(f->flags & SK_FRAME_TRACED)) return;
    SkValue exc = sk_error_take();
    bool ok = monitor_exception(f, SK_MONITOR_PY_UNWIND, exc) && profile_event(vm, f, SK_EVENT_RETURN, SK_EMPTY, SK_NONE) &&
              trace_event(vm, f, SK_EVENT_RETURN, SK_NONE);
    go_on_with(exc, ok);
}

void sk_trace_thrown(SkFrame *f) {
    SkVm *vm = &sk_vm;
    if (!vm->traced || (f->flags & SK_FRAME_TRACED)) return;
    f->flags |= SK_FRAME_TRACED;
    SkValue exc = sk_error_take();
    bool ok = monitor_exception(f, SK_MONITOR_PY_THROW, exc) && profile_event(vm, f, SK_EVENT_CALL, SK_EMPTY, SK_NONE) &&
              trace_event(vm, f, SK_EVENT_CALL, SK_NONE);
    go_on_with(exc, ok);
}

// ---- from one loop into the other ---------------------------------------------------------------------------------------------------

SkValue sk_vm_go_on(void) {
    for (;;) {
        SkVm *vm = &sk_vm;
        SkValue r = vm->traced ? sk_vm_loop_traced(vm->top) : sk_vm_loop(vm->top);
        if (sk_is_change_loop(r)) continue;
        if (vm->traced && vm->top) sk_or_relaxed(&sk_poll_word, SK_POLL_TRACE);   // a loop further out may be the other one
        return r;
    }
}
