// Generators, coroutines and async generators.
//
// `state` guards everything else: whoever moves it from CREATED or SUSPENDED to RUNNING by compare-and-swap owns the
// frame until it stores SUSPENDED or FINISHED.
// PAIR(generator-state): that release store with the acquiring compare-and-swap of the next claim: registers and
// frame are as the last run left them.
#include "base/alloc.h"
#include "core/vm/frame.h"
#include "core/vm/frameobject.h"
#include "core/vm/generator.h"
#include "core/vm/slow.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/traceback.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

static SkGenerator *gen(SkValue v) { return (SkGenerator *)sk_ptr(v); }

static SkType *type_for(const SkCode *c) {
    if (c->flags & SK_CO_COROUTINE) return &sk_coroutine_type;
    if (c->flags & SK_CO_ASYNC_GENERATOR) return &sk_async_generator_type;
    return &sk_generator_type;
}

SkValue sk_generator_new(SkFunction *fn, SkCode *code, SkValue *from) {
    uint32_t nparams = code->nparams;
    SkType *t = type_for(code);
    SkGenerator *g = (SkGenerator *)sk_container_new(&t->head, sizeof *g + code->nregisters * sizeof(SkValue));
    if (!g) {
        for (uint32_t i = 0; i < nparams; i++) {
            sk_release(from[i]);
            from[i] = SK_EMPTY;
        }
        return sk_raise_memory();
    }
    g->nregs = code->nregisters;
    sk_slot_init(&g->name, sk_retain(sk_slot_peek(&fn->name)));
    sk_slot_init(&g->qualname, sk_retain(sk_slot_peek(&fn->qualname)));
    for (uint32_t i = 0; i < nparams; i++) {
        g->regs[i] = sk_own(from[i]);
        from[i] = SK_EMPTY;
    }
    sk_incref(&fn->header);
    g->frame = (SkFrame){.code = code, .regs = g->regs, .pc = code->code, .func = sk_counted(fn), .flags = SK_FRAME_GENERATOR,
                         .globals = (SkDict *)sk_ptr(sk_slot_peek(&fn->globals)),
                         .builtins = (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins))};
    if (t == &sk_coroutine_type) sk_coroutine_set_origin(g);
    return sk_counted(g);
}

bool sk_generator_claim(SkGenerator *g) {
    uint32_t s = sk_load_relaxed(&g->state);
    while (s <= SK_GEN_SUSPENDED)
        if (sk_generator_take(g, &s)) return true;
    if (s == SK_GEN_RUNNING) {
        uint32_t i = sk_type_index(&g->header);
        sk_raise(sk_exc_ValueError, "%s already executing",
                 i == SK_T_COROUTINE ? "coroutine" : i == SK_T_ASYNC_GENERATOR ? "async generator" : "generator");
    }
    return false;
}

static bool started(const SkGenerator *g) { return g->frame.pc != g->frame.code->code; }

// Requires: claimed. value EMPTY: the current exception is thrown in.
static SkValue run(SkGenerator *g, SkValue value, bool *returned) {
    SkFrame *f = &g->frame;
    SkVm *vm = &sk_vm;
    bool fresh = !started(g);
    if (vm->depth >= sk_load_relaxed(&sk_recursion_limit)) {
        SkValue keep = sk_error_take();
        sk_release(keep);
        sk_store_release(&g->state, fresh ? SK_GEN_CREATED : SK_GEN_SUSPENDED);  // PAIR(generator-state)
        return sk_raise(sk_exc_RecursionError, "maximum recursion depth exceeded");
    }
    if (!fresh && !sk_is_empty(value)) f->regs[SK_A(sk_load_relaxed(f->pc - 1))] = sk_retain(value);
    f->stack_end = sk_vm_stack_end();
    f->prev = vm->top;
    f->flags = SK_FRAME_GENERATOR;
    f->clean = false;
    vm->depth++;
    vm->top = f;
    // Only what the generator itself handles: the thrower's business is the thrower's.
    if (sk_is_empty(value) && !sk_is_empty(f->handled)) sk_exception_chain(sk_error_peek(), f->handled);
    SkValue r = sk_vm_run(f);
    *returned = sk_load_acquire(&g->state) == SK_GEN_FINISHED;
    return r;
}

SkValue sk_generator_resume(SkGenerator *g, SkValue value, bool *returned) {
    *returned = false;
    bool is_coroutine = sk_type_index(&g->header) == SK_T_COROUTINE;
    SkValue thrown = sk_is_empty(value) ? sk_error_take() : SK_EMPTY;
    if (!sk_generator_claim(g)) {
        if (sk_error_occurred()) {
            sk_release(thrown);
            return SK_EMPTY;
        }
        if (!sk_is_empty(thrown)) {
            if (is_coroutine) {
                sk_release(thrown);
                return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited coroutine");
            }
            sk_error_restore(thrown);
            return SK_EMPTY;
        }
        if (is_coroutine) return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited coroutine");
        *returned = true;
        return SK_NONE;
    }
    if (!started(g) && !sk_is_empty(value) && !sk_is_none(value)) {
        sk_store_release(&g->state, SK_GEN_CREATED);  // PAIR(generator-state)
        uint32_t i = sk_type_index(&g->header);
        return sk_raise(sk_exc_TypeError, "can't send non-None value to a just-started %s",
                        i == SK_T_COROUTINE ? "coroutine" : i == SK_T_ASYNC_GENERATOR ? "async generator" : "generator");
    }
    if (!sk_is_empty(thrown)) sk_error_restore(thrown);
    return run(g, value, returned);
}

// ---- sending along a chain of iterators -----------------------------------------------------------------------------

SkValue sk_gen_send(SkValue it, SkValue value, bool *returned) {
    *returned = false;
    uint32_t index = sk_type_index(sk_ptr(it));
    if (index == SK_T_GENERATOR || index == SK_T_COROUTINE) return sk_generator_resume(gen(it), value, returned);
    if (index == SK_T_ASYNC_GEN_ASEND) return sk_async_gen_asend_step(it, value, returned);
    SkValue r;
    SkType *t = sk_type_of(it);
    SkUnaryFn iternext = t->iternext;
    if (sk_is_none(value) && iternext) {
        // The slot of a class swallows StopIteration, whose value is wanted here.
        SK_AUTO SkValue next = t->flags & SK_TF_HEAP ? sk_lookup_special(it, SK_N(__next__)) : SK_EMPTY;
        if (sk_is_empty(next) && sk_error_occurred()) return SK_EMPTY;
        r = sk_is_empty(next) ? sk_own(iternext(it)) : sk_call0(next);
    } else {
        r = sk_call_method(it, SK_N(send), &value, 1);
    }
    if (!sk_is_empty(r)) return r;
    if (!sk_error_occurred()) {
        *returned = true;
        return SK_NONE;
    }
    if (!sk_error_matches(sk_exc_StopIteration)) return SK_EMPTY;
    SK_AUTO SkValue stop = sk_error_take();
    *returned = true;
    return sk_getattr(stop, SK_N(value));
}

// The iterator that the suspended generator is delegating to, counted, or EMPTY. Requires: claimed.
static SkValue delegate(SkGenerator *g) {
    if (!started(g)) return SK_EMPTY;
    SkInstr i = sk_load_relaxed(g->frame.pc - 1);
    if (SK_OP(i) != SK_OPC_YIELD || SK_C(i) != 1) return SK_EMPTY;
    // `L: SEND v, it -> done; YIELD v, v; JUMP_BACK L`: the iterator is the SEND's B.
    SkInstr back = sk_load_relaxed(g->frame.pc);
    if (SK_OP(back) != SK_OPC_JUMP_BACK) return SK_EMPTY;
    SkInstr send = sk_load_relaxed(g->frame.pc + 1 + SK_BX(back));
    return SK_OP(send) == SK_OPC_SEND ? sk_retain(g->frame.regs[SK_B(send)]) : SK_EMPTY;
}

// Resumes a generator whose delegate has ended with a value: as if SEND had jumped.
static SkValue resume_after_delegate(SkGenerator *g, SkValue value, bool *returned) {
    SkFrame *f = &g->frame;
    const _Atomic SkInstr *send = f->pc + 1 + SK_BX(sk_load_relaxed(f->pc));
    SkInstr i = sk_load_relaxed(send);
    sk_release(f->regs[SK_A(i)]);
    f->regs[SK_A(i)] = sk_retain(value);
    f->pc = send + 1 + SK_SC(i);
    // run() would store a sent value into the register of the instruction before pc: there is none to send.
    SkVm *vm = &sk_vm;
    f->stack_end = sk_vm_stack_end();
    f->prev = vm->top;
    f->flags = SK_FRAME_GENERATOR;
    f->clean = false;
    vm->depth++;
    vm->top = f;
    SkValue r = sk_vm_run(f);
    *returned = sk_load_acquire(&g->state) == SK_GEN_FINISHED;
    return r;
}

static bool close_iterator(SkValue it);

// While a delegate is called, the generator counts as running, and its frame is seen below the delegate's.
static SkFrame *stand_below(SkGenerator *g) {
    SkFrame *f = &g->frame;
    f->stack_end = sk_vm_stack_end();
    f->prev = sk_vm.top;
    f->flags = SK_FRAME_GENERATOR;
    f->clean = false;
    sk_vm.top = f;
    return f;
}

static void step_aside(SkFrame *f) {
    sk_vm.top = f->prev;
    f->prev = NULL;
}

// What is thrown: an instance (owned), or the arguments of throw() until an instance is needed. What delegates gets them as they are.
typedef struct {
    SkValue exc;
    const SkValue *args;
    size_t nargs;
} Thrown;

static SkValue thrown_instance(const SkValue *args, size_t nargs);

static bool has_instance(Thrown *t) {
    if (sk_is_empty(t->exc)) t->exc = thrown_instance(t->args, t->nargs);
    return !sk_is_empty(t->exc);
}

static bool is_exit(const Thrown *t) {
    SkValue v = sk_is_empty(t->exc) ? t->args[0] : t->exc;
    return sk_is_type(v) ? sk_is_subtype(sk_as_type(v), sk_exc_GeneratorExit) : sk_is_instance_of(v, sk_exc_GeneratorExit);
}

static SkValue throw_into(SkGenerator *g, Thrown t, bool *returned);

// Requires: claimed. Into the generator itself; `state` is what it goes back to if there turns out to be nothing to throw.
static SkValue throw_here(SkGenerator *g, Thrown *t, uint32_t state, bool *returned) {
    if (!has_instance(t)) {
        sk_store_release(&g->state, state);  // PAIR(generator-state)
        return SK_EMPTY;
    }
    sk_error_restore(t->exc);
    return run(g, SK_EMPTY, returned);
}

// Requires: claimed. Into what the generator delegates to.
static SkValue throw_on(SkGenerator *g, SkValue it, Thrown *t, bool *returned) {
    SkValue r = SK_EMPTY;
    bool ended = false;
    SkFrame *f = stand_below(g);
    if (is_exit(t)) {
        bool handled = close_iterator(it);
        step_aside(f);
        if (handled) return throw_here(g, t, SK_GEN_SUSPENDED, returned);
        sk_release(t->exc);  // what close raised goes into the generator instead
        return run(g, SK_EMPTY, returned);
    }
    uint32_t index = sk_type_index(sk_ptr(it));
    if (index == SK_T_GENERATOR || index == SK_T_COROUTINE) {
        r = throw_into(gen(it), *t, &ended);
    } else {
        SK_AUTO SkValue method = sk_getattr_opt(it, SK_N(throw));
        if (sk_is_empty(method)) {
            step_aside(f);
            if (!sk_error_occurred()) return throw_here(g, t, SK_GEN_SUSPENDED, returned);
            sk_release(t->exc);
            return run(g, SK_EMPTY, returned);
        }
        r = sk_is_empty(t->exc) ? sk_call(method, t->args, t->nargs, SK_EMPTY) : sk_call1(method, t->exc);
        sk_release(t->exc);
    }
    step_aside(f);
    if (!sk_is_empty(r) && !ended) {
        sk_store_release(&g->state, SK_GEN_SUSPENDED);  // PAIR(generator-state)
        return r;
    }
    if (sk_is_empty(r)) {
        if (!sk_error_matches(sk_exc_StopIteration)) return run(g, SK_EMPTY, returned);
        SK_AUTO SkValue stop = sk_error_take();
        r = sk_getattr(stop, SK_N(value));
    }
    SK_AUTO SkValue value = r;
    return resume_after_delegate(g, value, returned);
}

static SkValue throw_into(SkGenerator *g, Thrown t, bool *returned) {
    *returned = false;
    uint32_t state = sk_load_relaxed(&g->state);
    if (!sk_generator_claim(g)) {
        if (sk_error_occurred()) {
            sk_release(t.exc);
            return SK_EMPTY;
        }
        if (sk_type_index(&g->header) == SK_T_COROUTINE) {
            sk_release(t.exc);
            return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited coroutine");
        }
        if (has_instance(&t)) sk_error_restore(t.exc);
        return SK_EMPTY;
    }
    SK_AUTO SkValue it = delegate(g);
    return sk_is_empty(it) ? throw_here(g, &t, state, returned) : throw_on(g, it, &t, returned);
}

// What a generator's end looks like to Python: StopIteration with the value.
static SkValue as_next(SkValue r, bool returned, bool async_gen) {
    if (!returned || sk_is_empty(r)) return r;
    if (async_gen) {
        sk_release(r);
        return sk_raise(sk_exc_StopAsyncIteration, NULL);
    }
    SK_AUTO SkValue value = r;
    return sk_raise_stop_iteration(value);
}

static bool close_generator(SkGenerator *g) {
    uint32_t s = sk_load_relaxed(&g->state);
    if (s == SK_GEN_CREATED && sk_cas_acquire(&g->state, &s, SK_GEN_FINISHED)) {
        for (uint32_t i = 0; i < g->nregs; i++) {
            SkValue v = g->regs[i];
            g->regs[i] = SK_EMPTY;
            sk_release(v);
        }
        return true;
    }
    if (sk_load_relaxed(&g->state) == SK_GEN_FINISHED) return true;
    SkValue exc = sk_call0(sk_type_value(sk_exc_GeneratorExit));
    if (sk_is_empty(exc)) return false;
    bool returned;
    SkValue r = throw_into(g, (Thrown){.exc = exc}, &returned);
    if (!sk_is_empty(r)) {
        sk_release(r);
        if (returned) return true;
        uint32_t i = sk_type_index(&g->header);
        return sk_raise_false(sk_exc_RuntimeError, "%s ignored GeneratorExit",
                              i == SK_T_COROUTINE ? "coroutine" : i == SK_T_ASYNC_GENERATOR ? "async generator" : "generator");
    }
    return sk_error_clear_if(sk_exc_GeneratorExit) || sk_error_clear_if(sk_exc_StopIteration);
}

static bool close_iterator(SkValue it) {
    uint32_t index = sk_type_index(sk_ptr(it));
    if (index == SK_T_GENERATOR || index == SK_T_COROUTINE) return close_generator(gen(it));
    SK_AUTO SkValue close = sk_getattr_opt(it, SK_N(close));
    if (sk_is_empty(close)) {
        if (sk_error_occurred()) sk_error_unraisable("Exception ignored while closing generator", it);
        return true;
    }
    SkValue r = sk_call0(close);
    sk_release(r);
    return !sk_is_empty(r);
}

// ---- methods -----------------------------------------------------------------------------------------------------------

static SkValue gen_iternext(SkValue v) {
    bool returned;
    SkValue r = sk_generator_resume(gen(v), SK_NONE, &returned);
    if (!returned || sk_is_empty(r)) return r;
    if (sk_is_none(r)) return SK_EMPTY;
    return as_next(r, true, false);
}

static SkValue gen_send(SkValue v, SkValue value) {
    bool returned;
    SkValue r = sk_generator_resume(gen(v), value, &returned);
    return as_next(r, returned, false);
}

bool sk_throw_is_contextlibs(void) {
    if (!sk_vm.top) return false;
    SK_AUTO SkValue name = sk_dict_get(sk_counted(sk_vm.top->globals), SK_N(__name__));
    sk_error_clear();
    return !sk_is_empty(name) && sk_is_str(name) && sk_str_equals_ascii(name, "contextlib");
}

// Of throw(value) and throw(type[, value[, tb]]).
static bool may_throw(size_t nargs) {
    return sk_check_nargs("throw", nargs, 1, 3) &&
           (nargs == 1 || sk_throw_is_contextlibs() ||
            sk_warn(sk_exc_DeprecationWarning, 1, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead."));
}

SkValue sk_throw_argument(const SkValue *args, size_t nargs) { return may_throw(nargs) ? thrown_instance(args, nargs) : SK_EMPTY; }

static SkValue thrown_instance(const SkValue *args, size_t nargs) {
    SkValue type = args[0], value = nargs > 1 ? args[1] : SK_NONE, tb = nargs > 2 ? args[2] : SK_NONE;
    if (!sk_is_none(tb) && !sk_has_index(tb, SK_T_TRACEBACK)) return sk_raise(sk_exc_TypeError, "throw() third argument must be a traceback object");
    SkValue exc;
    if (sk_is_type(type) && (sk_as_type(type)->flags & SK_TF_EXC_SUBCLASS)) {
        if (sk_is_instance_of(value, sk_as_type(type))) exc = sk_retain(value);
        else if (sk_is_none(value)) exc = sk_call0(type);
        else if (sk_is_tuple(value)) exc = sk_call_tuple(type, value, SK_EMPTY);
        else exc = sk_call1(type, value);
        // What making it raises is thrown in its place.
        if (!sk_is_empty(exc) && !sk_is_exception(exc)) {
            SK_AUTO SkValue other = exc;
            exc = sk_raise(sk_exc_TypeError, "calling %R should have returned an instance of BaseException, not %T", type, other);
        }
        if (sk_is_empty(exc)) exc = sk_error_take();
    } else if (sk_is_exception(type)) {
        if (!sk_is_none(value)) return sk_raise(sk_exc_TypeError, "instance exception may not have a separate value");
        exc = sk_retain(type);
    } else {
        return sk_raise(sk_exc_TypeError, "exceptions must be classes or instances deriving from BaseException, not %.200T", type);
    }
    if (!sk_is_empty(exc) && !sk_is_none(tb) && !sk_setattr(exc, SK_N(__traceback__), tb)) {
        sk_release(exc);
        return SK_EMPTY;
    }
    return exc;
}

static SkValue gen_throw(SkValue v, const SkValue *args, size_t nargs) {
    if (!may_throw(nargs)) return SK_EMPTY;
    bool returned;
    SkValue r = throw_into(gen(v), (Thrown){SK_EMPTY, args, nargs}, &returned);
    return as_next(r, returned, false);
}

static SkValue gen_close(SkValue v) {
    SkGenerator *g = gen(v);
    if (sk_load_relaxed(&g->state) == SK_GEN_SUSPENDED && sk_type_index(&g->header) == SK_T_GENERATOR) {
        // 3.13: close() returns what the generator returns
        SkValue exc = sk_call0(sk_type_value(sk_exc_GeneratorExit));
        if (sk_is_empty(exc)) return exc;
        bool returned;
        SkValue r = throw_into(g, (Thrown){.exc = exc}, &returned);
        if (sk_is_empty(r)) return sk_error_clear_if(sk_exc_GeneratorExit) || sk_error_clear_if(sk_exc_StopIteration) ? SK_NONE : SK_EMPTY;
        if (returned) return r;
        sk_release(r);
        return sk_raise(sk_exc_RuntimeError, "generator ignored GeneratorExit");
    }
    return close_generator(g) ? SK_NONE : SK_EMPTY;
}

static void gen_finalize(SkObject *o) {
    SkGenerator *g = (SkGenerator *)o;
    uint32_t s = sk_load_relaxed(&g->state);
    uint32_t index = sk_type_index(o);
    SkValue v = sk_counted(o);
    if (s == SK_GEN_FINISHED) return;
    SkValue saved = sk_error_take();
    if (index == SK_T_COROUTINE && s == SK_GEN_CREATED) {
        sk_warn_unawaited(v);
    } else if (index == SK_T_ASYNC_GENERATOR && s == SK_GEN_SUSPENDED && !sk_load_relaxed(&g->closed) &&
               !sk_is_empty(sk_slot_peek(&g->finalizer))) {
        SkValue r = sk_call1(sk_slot_peek(&g->finalizer), v);
        if (sk_is_empty(r)) sk_error_unraisable("Exception ignored while finalizing generator", v);
        sk_release(r);
        sk_error_restore(saved);
        return;
    }
    if (s == SK_GEN_SUSPENDED && !close_generator(g)) {
        if (sk_error_occurred()) sk_error_unraisable("Exception ignored while closing generator", v);
    }
    sk_error_restore(saved);
}

// The collector may look while another thread resumes the generator and changes its registers, whole words: what it then
// sees is a guess, and fails its check (sk_generator_take). The interpreter's own accesses stay plain, so that they cost nothing.
__attribute__((no_sanitize("thread"))) static SkValue racy(SkValue *word) { return (SkValue){*(volatile uint64_t *)&word->w}; }
__attribute__((no_sanitize("thread"))) static SkObject *racy_object(SkGenerator *g) { return *(SkObject *volatile *)&g->frame.object; }
// It may still be being made: then the registers are empty words.
__attribute__((no_sanitize("thread"))) static uint32_t racy_count(SkGenerator *g) { return *(volatile uint32_t *)&g->nregs; }

static void gen_trace(SkObject *o, SkVisit visit, void *arg) {
    SkGenerator *g = (SkGenerator *)o;
    SkSlot *slots[] = {&g->name, &g->qualname, &g->origin, &g->finalizer};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
    if (sk_load_seq_cst(&g->state) == SK_GEN_RUNNING) return;  // PAIR(generator-lcand)
    for (uint32_t i = 0, n = racy_count(g); i < n; i++) {
        SkValue v = racy(&g->regs[i]);
        if (sk_is_counted(v)) visit(v, arg);
    }
    SkValue func = racy(&g->frame.func), handled = racy(&g->frame.handled);
    if (sk_is_counted(func)) visit(func, arg);
    if (sk_is_counted(handled)) visit(handled, arg);
    SkObject *object = racy_object(g);
    if (object) visit(sk_counted(object), arg);
}

static void gen_clear(SkObject *o) {
    SkGenerator *g = (SkGenerator *)o;
    uint32_t s = sk_load_relaxed(&g->state);
    if (s > SK_GEN_SUSPENDED || !sk_cas_acquire(&g->state, &s, SK_GEN_FINISHED)) return;
    for (uint32_t i = 0; i < g->nregs; i++) {
        SkValue v = g->regs[i];
        g->regs[i] = SK_EMPTY;
        sk_release(v);
    }
}

static void gen_destroy(SkObject *o) {
    SkGenerator *g = (SkGenerator *)o;
    if (g->frame.object) sk_frame_object_detach(&g->frame);
    bool shared = sk_is_shared(o);
    for (uint32_t i = 0; i < g->nregs; i++) {
        if (shared) sk_flag_removed_locked(o, g->regs[i]);
        sk_release(g->regs[i]);
    }
    sk_release(g->frame.func);
    sk_release(g->frame.handled);
    SkSlot *slots[] = {&g->name, &g->qualname, &g->origin, &g->finalizer};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_object_free(o, sizeof *g + g->nregs * sizeof(SkValue));
}

static SkValue gen_repr(SkValue v) {
    return sk_str_format("<%s object %S at %p>", sk_type_of(v)->name, sk_slot_peek(&gen(v)->qualname), (void *)sk_ptr(v));
}

static SkValue get_name(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &gen(v)->name);
}
static bool set_name(SkValue v, SkValue value, void *c) {
    (void)c;
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "__name__ must be set to a string object");
    sk_slot_set(sk_ptr(v), &gen(v)->name, sk_retain(value));
    return true;
}
static SkValue get_qualname(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &gen(v)->qualname);
}
static bool set_qualname(SkValue v, SkValue value, void *c) {
    (void)c;
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "__qualname__ must be set to a string object");
    sk_slot_set(sk_ptr(v), &gen(v)->qualname, sk_retain(value));
    return true;
}
static SkValue get_code(SkValue v, void *c) {
    (void)c;
    return sk_retain(sk_counted(gen(v)->frame.code));
}
static SkValue get_running(SkValue v, void *c) {
    (void)c;
    return sk_bool(sk_load_relaxed(&gen(v)->state) == SK_GEN_RUNNING);
}
static SkValue get_suspended(SkValue v, void *c) {
    (void)c;
    return sk_bool(sk_load_relaxed(&gen(v)->state) == SK_GEN_SUSPENDED);
}
static SkValue get_frame(SkValue v, void *c) {
    (void)c;
    return sk_generator_frame_object(gen(v));
}
static SkValue get_delegate(SkValue v, void *c) {
    (void)c;
    SkGenerator *g = gen(v);
    uint32_t s = sk_load_relaxed(&g->state);
    if (s != SK_GEN_SUSPENDED || !sk_generator_take(g, &s)) return SK_NONE;
    SkValue it = delegate(g);
    sk_store_release(&g->state, SK_GEN_SUSPENDED);  // PAIR(generator-state)
    return sk_is_empty(it) ? SK_NONE : it;
}
static SkValue get_origin(SkValue v, void *c) {
    (void)c;
    SkValue o = sk_slot_load(sk_ptr(v), &gen(v)->origin);
    return sk_is_empty(o) ? SK_NONE : o;
}
static SkValue gen_sizeof(SkValue v) { return sk_from_small_int((int64_t)(sizeof(SkGenerator) + gen(v)->nregs * 8)); }

#define COMMON_METHODS(what) \
    {.name = "send", .kind = SK_ONEARG, .onearg = gen_send, .sig = "(object, /)", \
     .doc = "Send a value into " what "; return the next one out or raise StopIteration."}, \
    {.name = "throw", .kind = SK_FAST, .fast = gen_throw, \
     .doc = "Raise an exception in " what "; return the next value out or raise StopIteration."}, \
    {.name = "close", .kind = SK_NOARGS, .noargs = gen_close, .sig = "()", .doc = "Raise GeneratorExit inside " what "."}

static const SkMethodDef generator_methods[] = {
    COMMON_METHODS("generator"),
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = gen_sizeof, .sig = "()", .doc = "The size in memory, in bytes."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkGetSetDef generator_getset[] = {
    {"__name__", get_name, set_name, "The name of the generator.", NULL},     {"__qualname__", get_qualname, set_qualname, "The qualified name of the generator.", NULL},
    {"gi_code", get_code, NULL, NULL, NULL},          {"gi_running", get_running, NULL, NULL, NULL},
    {"gi_frame", get_frame, NULL, NULL, NULL},        {"gi_yieldfrom", get_delegate, NULL, "What it waits for, or None.", NULL},
    {"gi_suspended", get_suspended, NULL, NULL, NULL}, {0},
};

static SkValue self_iter(SkValue v) { return sk_dup(v); }

SkType sk_generator_type = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL},
             .index = SK_T_GENERATOR, .basic_size = sizeof(SkGenerator), .trace = gen_trace, .clear = gen_clear,
             .finalize = gen_finalize, .destroy = gen_destroy},
    .name = "generator",
    .flags = SK_TF_NO_NEW | SK_TF_WEAKREF,
    .repr = gen_repr,
    .iter = self_iter,
    .iternext = gen_iternext,
    .methods = generator_methods,
    .getset = generator_getset,
};

// ---- coroutines -------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot coroutine;
} Wrapper;

static SkValue coroutine_await(SkValue v) {
    Wrapper *w = (Wrapper *)sk_container_new(&sk_coroutine_wrapper_type.head, sizeof *w);
    if (!w) return sk_raise_memory();
    sk_slot_init(&w->coroutine, sk_retain(v));
    return sk_counted(w);
}

static const SkMethodDef coroutine_methods[] = {
    COMMON_METHODS("coroutine"),
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = gen_sizeof, .sig = "()", .doc = "The size in memory, in bytes."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkGetSetDef coroutine_getset[] = {
    {"__name__", get_name, set_name, "The name of the coroutine.", NULL},     {"__qualname__", get_qualname, set_qualname, "The qualified name of the coroutine.", NULL},
    {"cr_code", get_code, NULL, NULL, NULL},          {"cr_running", get_running, NULL, NULL, NULL},
    {"cr_frame", get_frame, NULL, NULL, NULL},        {"cr_await", get_delegate, NULL, "What it waits for, or None.", NULL},
    {"cr_suspended", get_suspended, NULL, NULL, NULL}, {"cr_origin", get_origin, sk_readonly_member, NULL, NULL},
    {0},
};

SkType sk_coroutine_type = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL},
             .index = SK_T_COROUTINE, .basic_size = sizeof(SkGenerator), .trace = gen_trace, .clear = gen_clear,
             .finalize = gen_finalize, .destroy = gen_destroy},
    .name = "coroutine",
    .flags = SK_TF_NO_NEW | SK_TF_WEAKREF,
    .repr = gen_repr,
    .async_ = {.await_ = coroutine_await},
    .methods = coroutine_methods,
    .getset = coroutine_getset,
};

static SkValue wrapped(SkValue v) { return sk_slot_peek(&((Wrapper *)sk_ptr(v))->coroutine); }
static void wrapper_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Wrapper *)o)->coroutine, visit, arg); }
static void wrapper_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Wrapper *)o)->coroutine);
    sk_object_free(o, sizeof(Wrapper));
}
static SkValue wrapper_next(SkValue v) { return gen_iternext(wrapped(v)); }
static SkValue wrapper_send(SkValue v, SkValue value) { return gen_send(wrapped(v), value); }
static SkValue wrapper_throw(SkValue v, const SkValue *args, size_t nargs) { return gen_throw(wrapped(v), args, nargs); }
static SkValue wrapper_close(SkValue v) { return gen_close(wrapped(v)); }
static const SkMethodDef wrapper_methods[] = {
    {.name = "send", .kind = SK_ONEARG, .onearg = wrapper_send, .sig = "(object, /)", .doc = "Send a value in; return the next one out or raise StopIteration."},
    {.name = "throw", .kind = SK_FAST, .fast = wrapper_throw, .doc = "Raise an exception in it; return the next value out or raise StopIteration."},
    {.name = "close", .kind = SK_NOARGS, .noargs = wrapper_close, .sig = "()", .doc = "Raise GeneratorExit inside."},
    {0},
};
SkType sk_coroutine_wrapper_type = {
    SK_TYPE_HEAD(SK_T_COROUTINE_WRAPPER, sizeof(Wrapper), wrapper_trace, NULL, wrapper_destroy),
    .name = "coroutine_wrapper",
    .doc = "A wrapper object implementing __await__ for coroutines.",
    .flags = SK_TF_NO_NEW,
    .iter = self_iter,
    .iternext = wrapper_next,
    .methods = wrapper_methods,
};

bool sk_is_iterable_coroutine(SkValue v) {
    return sk_has_index(v, SK_T_GENERATOR) && (gen(v)->frame.code->flags & SK_CO_ITERABLE_COROUTINE);
}

SkValue sk_get_awaitable_iter(SkValue v) {
    if (sk_has_index(v, SK_T_COROUTINE) || sk_is_iterable_coroutine(v)) return sk_retain(v);
    SkType *t = sk_type_of(v);
    SkUnaryFn await = t->async_.await_;
    if (!await) return sk_raise(sk_exc_TypeError, "object %.100T can't be used in 'await' expression", v);
    SkValue r = sk_own(await(v));
    if (sk_is_empty(r)) return r;
    if (sk_has_index(r, SK_T_COROUTINE) || sk_is_iterable_coroutine(r)) {
        sk_release(r);
        return sk_raise(sk_exc_TypeError, "__await__() returned a coroutine");
    }
    if (!sk_type_of(r)->iternext) {
        sk_raise(sk_exc_TypeError, "__await__() returned non-iterator of type '%.100T'", r);
        sk_release(r);
        return SK_EMPTY;
    }
    return r;
}

SkValue sk_op_get_awaitable(SkValue v, unsigned where) {
    if (sk_has_index(v, SK_T_COROUTINE)) {
        SkGenerator *g = gen(v);
        uint32_t s = sk_load_relaxed(&g->state);
        if (s == SK_GEN_SUSPENDED) {
            SkValue d = get_delegate(v, NULL);
            bool awaited = !sk_is_none(d);
            sk_release(d);
            if (awaited) return sk_raise(sk_exc_RuntimeError, "coroutine is being awaited already");
        }
        return sk_retain(v);
    }
    SkValue r = sk_get_awaitable_iter(v);
    if (sk_is_empty(r) && where && sk_error_matches(sk_exc_TypeError) && !sk_type_of(v)->async_.await_) {
        sk_error_clear();
        sk_raise(sk_exc_TypeError, "'async with' received an object from %s that does not implement __await__: %.100T",
                 where == 1 ? "__aenter__" : "__aexit__", v);
    }
    return r;
}

SkValue sk_op_get_yield_from(SkFrame *f, SkValue v) {
    if (sk_has_index(v, SK_T_COROUTINE) || sk_is_iterable_coroutine(v)) {
        if (!(f->code->flags & (SK_CO_COROUTINE | SK_CO_ITERABLE_COROUTINE)) && sk_has_index(v, SK_T_COROUTINE))
            return sk_raise(sk_exc_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        return sk_retain(v);
    }
    if (sk_has_index(v, SK_T_GENERATOR)) return sk_retain(v);
    return sk_iter(v);
}

// For asyncgen.c
SkValue sk_generator_throw(SkGenerator *g, SkValue exc, bool *returned) { return throw_into(g, (Thrown){.exc = exc}, returned); }
void sk_generator_trace(SkObject *o, SkVisit visit, void *arg) { gen_trace(o, visit, arg); }
void sk_generator_clear(SkObject *o) { gen_clear(o); }
void sk_generator_finalize(SkObject *o) { gen_finalize(o); }
void sk_generator_destroy(SkObject *o) { gen_destroy(o); }
SkValue sk_generator_repr(SkValue v) { return gen_repr(v); }
SkValue sk_generator_delegate(SkValue v) { return get_delegate(v, NULL); }
