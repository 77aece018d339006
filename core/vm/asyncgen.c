// Async generators: what __anext__, asend, athrow and aclose return, and the awaitable of anext() with a default.
//
// What an async generator yields is wrapped, so that it can be told from what an await inside it passes up to the
// event loop. `running_async` of the generator is set from the first step of an awaitable to its last: two awaitables
// never drive one generator at a time. Each awaitable has a state of its own, moved by compare-and-swap.
#include "core/vm/frameobject.h"
#include "core/vm/generator.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

_Thread_local int sk_coroutine_origin_depth;
_Thread_local SkValue sk_asyncgen_firstiter, sk_asyncgen_finalizer;

enum { INIT, ITERATING, CLOSED };

typedef struct {
    SkObject header;
    SkSlot generator;
    SkSlot argument;          // asend: the value to send or empty; athrow: the exception, or empty for aclose
    _Atomic uint32_t state;
    bool throws;              // aclose has neither argument nor this
} Awaitable;

typedef struct {
    SkObject header;
    SkSlot value;
} Wrapped;

static SkGenerator *gen(SkValue v) { return (SkGenerator *)sk_ptr(v); }
static Awaitable *as_awaitable(SkValue v) { return (Awaitable *)sk_ptr(v); }
static SkGenerator *gen_of(Awaitable *a) { return gen(sk_slot_peek(&a->generator)); }

// ---- yielded values ----------------------------------------------------------------------------------------------------

static void wrapped_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Wrapped *)o)->value, visit, arg); }
static void wrapped_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Wrapped *)o)->value);
    sk_object_free(o, sizeof(Wrapped));
}

SkType sk_async_gen_wrapped_type = {
    SK_TYPE_HEAD(SK_T_ASYNC_GEN_WRAPPED, sizeof(Wrapped), wrapped_trace, NULL, wrapped_destroy),
    .name = "async_generator_wrapped_value",
    .flags = SK_TF_NO_NEW,
};

SkValue sk_async_gen_wrap(SkValue v) {
    Wrapped *w = (Wrapped *)sk_container_new(&sk_async_gen_wrapped_type.head, sizeof *w);
    if (!w) return sk_raise_memory();
    sk_slot_init(&w->value, sk_retain(v));
    return sk_counted(w);
}

static bool is_wrapped(SkValue v) { return sk_has_index(v, SK_T_ASYNC_GEN_WRAPPED); }

// What a step of the generator gave, as its awaitable hands it on: *ended with the value the generator yielded, a
// value for the event loop, or EMPTY with an exception. Takes r.
static SkValue step_result(SkGenerator *g, SkValue r, bool returned, bool *ended) {
    *ended = false;
    if (returned && !sk_is_empty(r)) {
        sk_release(r);
        r = sk_raise(sk_exc_StopAsyncIteration, NULL);
    }
    if (sk_is_empty(r)) {
        if (sk_error_matches(sk_exc_StopAsyncIteration) || sk_error_matches(sk_exc_GeneratorExit)) sk_store_relaxed(&g->closed, true);
        sk_store_release(&g->running_async, false);
        return SK_EMPTY;
    }
    if (!is_wrapped(r)) return r;
    SkValue value = sk_slot_get(sk_ptr(r), &((Wrapped *)sk_ptr(r))->value);
    sk_release(r);
    sk_store_release(&g->running_async, false);
    *ended = true;
    return value;
}

static SkValue as_stop(SkValue r, bool ended) {
    if (!ended || sk_is_empty(r)) return r;
    SK_AUTO SkValue value = r;
    // An exact tuple or an exception instance as a value must not be taken for arguments: sk_raise_stop_iteration sees to that.
    return sk_raise_stop_iteration(value);
}

// ---- awaitables -------------------------------------------------------------------------------------------------------------

static void awaitable_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Awaitable *)o)->generator, visit, arg);
    sk_slot_visit(&((Awaitable *)o)->argument, visit, arg);
}
static void awaitable_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Awaitable *)o)->generator);
    sk_slot_destroy(o, &((Awaitable *)o)->argument);
    sk_object_free(o, sizeof(Awaitable));
}

static void awaitable_finalize(SkObject *o) {
    Awaitable *a = (Awaitable *)o;
    if (sk_load_relaxed(&a->state) != INIT) return;
    const char *method = sk_type_index(o) == SK_T_ASYNC_GEN_ASEND ? "asend" : a->throws ? "athrow" : "aclose";
    SkValue saved = sk_error_take();
    if (!sk_warn(sk_exc_RuntimeWarning, 1, "coroutine method '%s' of %R was never awaited", method, sk_slot_peek(&gen_of(a)->qualname)))
        sk_error_unraisable(NULL, sk_counted(o));
    sk_error_restore(saved);
}

static SkValue awaitable_new(SkType *type, SkValue generator, SkValue argument, bool throws) {
    SkGenerator *g = gen(generator);
    if (!atomic_exchange_explicit(&g->hooks_inited, true, memory_order_relaxed)) {
        if (!sk_is_empty(sk_asyncgen_finalizer)) sk_slot_set(&g->header, &g->finalizer, sk_retain(sk_asyncgen_finalizer));
        if (!sk_is_empty(sk_asyncgen_firstiter)) {
            SK_AUTO SkValue hook = sk_retain(sk_asyncgen_firstiter);
            SkValue r = sk_call1(hook, generator);
            if (sk_is_empty(r)) return r;
            sk_release(r);
        }
    }
    Awaitable *a = (Awaitable *)sk_container_new(&type->head, sizeof *a);
    if (!a) return sk_raise_memory();
    sk_slot_init(&a->generator, sk_retain(generator));
    if (!sk_is_empty(argument)) sk_slot_init(&a->argument, sk_retain(argument));
    a->throws = throws;
    return sk_counted(a);
}

static bool begin_async(SkGenerator *g) {
    bool no = false;
    return sk_cas_acquire(&g->running_async, &no, true);
}

static void close_awaitable(Awaitable *a) { sk_store_relaxed(&a->state, CLOSED); }

// Leaves INIT: false with an exception if the generator is busy, or if another thread took this awaitable's first step.
static bool first_step(Awaitable *a, const char *busy) {
    uint32_t s = INIT;
    if (!sk_cas_acquire(&a->state, &s, ITERATING))
        return sk_raise_false(sk_exc_RuntimeError, "%.*s(): asynchronous generator is already running", (int)strcspn(busy, "("), busy);
    if (begin_async(gen_of(a))) return true;
    close_awaitable(a);
    return sk_raise_false(sk_exc_RuntimeError, "%s: asynchronous generator is already running", busy);
}

// ---- asend, __anext__ ----------------------------------------------------------------------------------------------------

SkValue sk_async_gen_asend_step(SkValue v, SkValue value, bool *returned) {
    Awaitable *a = as_awaitable(v);
    *returned = false;
    uint32_t s = sk_load_acquire(&a->state);
    if (s == CLOSED) return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited __anext__()/asend()");
    if (s == INIT) {
        if (!first_step(a, "anext()")) return SK_EMPTY;
        SkValue argument = sk_slot_peek(&a->argument);
        if (sk_is_none(value) && !sk_is_empty(argument)) value = argument;
    }
    bool ended;
    SkValue r = sk_generator_resume(gen_of(a), value, &ended);
    r = step_result(gen_of(a), r, ended, returned);
    if (sk_is_empty(r) || *returned) close_awaitable(a);
    return r;
}

static SkValue asend_send(SkValue v, SkValue value) {
    bool ended;
    SkValue r = sk_async_gen_asend_step(v, value, &ended);
    return as_stop(r, ended);
}

static SkValue asend_next(SkValue v) { return asend_send(v, SK_NONE); }

static SkValue asend_throw_exc(Awaitable *a, SkValue exc /* taken */) {
    uint32_t s = sk_load_acquire(&a->state);
    if (s == CLOSED) {
        sk_release(exc);
        return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited __anext__()/asend()");
    }
    if (s == INIT && !first_step(a, "anext()")) {
        sk_release(exc);
        return SK_EMPTY;
    }
    bool returned, ended;
    SkValue r = sk_generator_throw(gen_of(a), exc, &returned);
    r = step_result(gen_of(a), r, returned, &ended);
    r = as_stop(r, ended);
    if (sk_is_empty(r)) close_awaitable(a);
    return r;
}

static SkValue asend_throw(SkValue v, const SkValue *args, size_t nargs) {
    SkValue exc = sk_throw_argument(args, nargs);
    return sk_is_empty(exc) ? exc : asend_throw_exc(as_awaitable(v), exc);
}

// ---- athrow, aclose -------------------------------------------------------------------------------------------------------

// The end of a step of aclose (or of an athrow's failing one): maps what came out of the generator.
static SkValue close_step(Awaitable *a, SkValue r, bool returned, bool *ended) {
    SkGenerator *g = gen_of(a);
    *ended = false;
    if (!sk_is_empty(r) && !returned) {
        if (!is_wrapped(r)) return r;
        sk_release(r);
        sk_store_release(&g->running_async, false);
        close_awaitable(a);
        return sk_raise(sk_exc_RuntimeError, "async generator ignored GeneratorExit");
    }
    sk_release(r);
    sk_store_release(&g->running_async, false);
    close_awaitable(a);
    if (sk_is_empty(r) && !sk_error_clear_if(sk_exc_StopAsyncIteration) && !sk_error_clear_if(sk_exc_GeneratorExit)) return SK_EMPTY;
    *ended = true;
    return SK_NONE;
}

static SkValue athrow_send(SkValue v, SkValue value) {
    Awaitable *a = as_awaitable(v);
    SkGenerator *g = gen_of(a);
    uint32_t s = sk_load_acquire(&a->state);
    if (s == CLOSED) return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited aclose()/athrow()");
    if (sk_load_acquire(&g->state) == SK_GEN_FINISHED) {
        close_awaitable(a);
        return sk_raise_stop_iteration(SK_NONE);
    }
    bool returned, ended;
    SkValue r;
    if (s == INIT) {
        if (!first_step(a, a->throws ? "athrow()" : "aclose()")) return SK_EMPTY;
        if (sk_load_relaxed(&g->closed)) {
            sk_store_release(&g->running_async, false);
            close_awaitable(a);
            return sk_raise(sk_exc_StopAsyncIteration, NULL);
        }
        if (!sk_is_none(value)) {
            sk_store_release(&g->running_async, false);
            sk_store_relaxed(&a->state, INIT);
            return sk_raise(sk_exc_RuntimeError, "can't send non-None value to a just-started coroutine");
        }
        SkValue exc;
        if (a->throws) {
            SkValue arguments = sk_slot_peek(&a->argument);
            SkValue items[3];
            size_t n = sk_tuple_len(arguments);
            for (size_t i = 0; i < n; i++) items[i] = sk_tuple_peek(arguments, i);
            exc = sk_throw_argument(items, n);
        } else {
            sk_store_relaxed(&g->closed, true);
            exc = sk_call0(sk_type_value(sk_exc_GeneratorExit));
        }
        if (sk_is_empty(exc)) {
            sk_store_release(&g->running_async, false);
            close_awaitable(a);
            return SK_EMPTY;
        }
        r = sk_generator_throw(g, exc, &returned);
    } else {
        r = sk_generator_resume(g, value, &returned);
    }
    if (!a->throws) {
        r = close_step(a, r, returned, &ended);
        return as_stop(r, ended);
    }
    r = step_result(g, r, returned, &ended);
    r = as_stop(r, ended);
    if (sk_is_empty(r)) close_awaitable(a);
    return r;
}

static SkValue athrow_next(SkValue v) { return athrow_send(v, SK_NONE); }

static SkValue athrow_throw_exc(Awaitable *a, SkValue exc /* taken */) {
    uint32_t s = sk_load_acquire(&a->state);
    if (s == CLOSED) {
        sk_release(exc);
        return sk_raise(sk_exc_RuntimeError, "cannot reuse already awaited aclose()/athrow()");
    }
    if (s == INIT && !first_step(a, a->throws ? "athrow()" : "aclose()")) {
        sk_release(exc);
        return SK_EMPTY;
    }
    bool returned, ended;
    SkValue r = sk_generator_throw(gen_of(a), exc, &returned);
    if (!a->throws) {
        r = close_step(a, r, returned, &ended);
        return as_stop(r, ended);
    }
    r = step_result(gen_of(a), r, returned, &ended);
    r = as_stop(r, ended);
    if (sk_is_empty(r)) close_awaitable(a);
    return r;
}

static SkValue athrow_throw(SkValue v, const SkValue *args, size_t nargs) {
    SkValue exc = sk_throw_argument(args, nargs);
    return sk_is_empty(exc) ? exc : athrow_throw_exc(as_awaitable(v), exc);
}

static SkValue awaitable_close(SkValue v) {
    Awaitable *a = as_awaitable(v);
    if (sk_load_acquire(&a->state) == CLOSED) return SK_NONE;
    SkValue exc = sk_call0(sk_type_value(sk_exc_GeneratorExit));
    if (sk_is_empty(exc)) return exc;
    SkValue r = sk_has_index(v, SK_T_ASYNC_GEN_ASEND) ? asend_throw_exc(a, exc) : athrow_throw_exc(a, exc);
    if (!sk_is_empty(r)) {
        sk_release(r);
        return sk_raise(sk_exc_RuntimeError, "coroutine ignored GeneratorExit");
    }
    bool over = sk_error_clear_if(sk_exc_StopIteration) || sk_error_clear_if(sk_exc_StopAsyncIteration) ||
                sk_error_clear_if(sk_exc_GeneratorExit);
    return over ? SK_NONE : SK_EMPTY;
}

static SkValue self_value(SkValue v) { return sk_dup(v); }

static const SkMethodDef asend_methods[] = {
    {.name = "send", .kind = SK_ONEARG, .onearg = asend_send, .sig = "(object, /)", .doc = "Take a step with a value for the innermost await."},
    {.name = "throw", .kind = SK_FAST, .fast = asend_throw, .doc = "Raise an exception where the generator waits."},
    {.name = "close", .kind = SK_NOARGS, .noargs = awaitable_close, .sig = "()", .doc = "Raise GeneratorExit where the generator waits."},
    {0},
};
static const SkMethodDef athrow_methods[] = {
    {.name = "send", .kind = SK_ONEARG, .onearg = athrow_send, .sig = "(object, /)", .doc = "Take a step with a value for the innermost await."},
    {.name = "throw", .kind = SK_FAST, .fast = athrow_throw, .doc = "Raise an exception where the generator waits."},
    {.name = "close", .kind = SK_NOARGS, .noargs = awaitable_close, .sig = "()", .doc = "Raise GeneratorExit where the generator waits."},
    {0},
};

#define AWAITABLE_HEAD(index_)                                                                                                \
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL}, \
             .index = (index_), .basic_size = sizeof(Awaitable), .trace = awaitable_trace, .finalize = awaitable_finalize,   \
             .destroy = awaitable_destroy}

SkType sk_async_gen_asend_type = {
    AWAITABLE_HEAD(SK_T_ASYNC_GEN_ASEND),
    .name = "async_generator_asend",
    .flags = SK_TF_NO_NEW,
    .iter = self_value,
    .iternext = asend_next,
    .async_ = {.await_ = self_value},
    .methods = asend_methods,
};

SkType sk_async_gen_athrow_type = {
    AWAITABLE_HEAD(SK_T_ASYNC_GEN_ATHROW),
    .name = "async_generator_athrow",
    .flags = SK_TF_NO_NEW,
    .iter = self_value,
    .iternext = athrow_next,
    .async_ = {.await_ = self_value},
    .methods = athrow_methods,
};

// ---- the generator --------------------------------------------------------------------------------------------------------

static SkValue agen_anext(SkValue v) { return awaitable_new(&sk_async_gen_asend_type, v, SK_EMPTY, false); }
static SkValue agen_asend(SkValue v, SkValue value) { return awaitable_new(&sk_async_gen_asend_type, v, value, false); }
static SkValue agen_aclose(SkValue v) { return awaitable_new(&sk_async_gen_athrow_type, v, SK_EMPTY, false); }
static SkValue agen_athrow(SkValue v, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("athrow", nargs, 1, 3)) return SK_EMPTY;
    if (nargs > 1 && !sk_throw_is_contextlibs() &&
        !sk_warn(sk_exc_DeprecationWarning, 1,
                              "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead."))
        return SK_EMPTY;
    SK_AUTO SkValue arguments = sk_tuple_from(args, nargs);
    return sk_is_empty(arguments) ? SK_EMPTY : awaitable_new(&sk_async_gen_athrow_type, v, arguments, true);
}
static SkValue agen_sizeof(SkValue v) { return sk_from_small_int((int64_t)(sizeof(SkGenerator) + gen(v)->nregs * 8)); }

static SkValue get_slot(SkValue v, void *which) {
    SkGenerator *g = gen(v);
    return sk_slot_load(&g->header, which ? &g->qualname : &g->name);
}
static bool set_slot(SkValue v, SkValue value, void *which) {
    SkGenerator *g = gen(v);
    if (!sk_is_str(value)) return sk_raise_false(sk_exc_TypeError, "%s must be set to a string object", which ? "__qualname__" : "__name__");
    sk_slot_set(&g->header, which ? &g->qualname : &g->name, sk_retain(value));
    return true;
}
static SkValue get_code(SkValue v, void *c) {
    (void)c;
    return sk_retain(sk_counted(gen(v)->frame.code));
}
static SkValue get_running(SkValue v, void *c) {
    (void)c;
    return sk_bool(sk_load_relaxed(&gen(v)->running_async));
}
static SkValue get_suspended(SkValue v, void *c) {
    (void)c;
    return sk_bool(sk_load_relaxed(&gen(v)->state) == SK_GEN_SUSPENDED);
}
static SkValue get_frame(SkValue v, void *c) {
    (void)c;
    return sk_generator_frame_object(gen(v));
}
static SkValue get_await(SkValue v, void *c) {
    (void)c;
    return sk_generator_delegate(v);
}

static const SkMethodDef agen_methods[] = {
    {.name = "asend", .kind = SK_ONEARG, .onearg = agen_asend, .sig = "(object, /)", .doc = "Send a value in."},
    {.name = "athrow", .kind = SK_FAST, .fast = agen_athrow, .doc = "Raise an exception inside."},
    {.name = "aclose", .kind = SK_NOARGS, .noargs = agen_aclose, .sig = "()", .doc = "Raise GeneratorExit inside."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = agen_sizeof, .sig = "()", .doc = "The size in memory, in bytes."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkGetSetDef agen_getset[] = {
    {"__name__", get_slot, set_slot, "Name of the async generator.", NULL},
    {"__qualname__", get_slot, set_slot, "Qualified name of the async generator.", (void *)1},
    {"ag_code", get_code, NULL, NULL, NULL},
    {"ag_running", get_running, sk_readonly_member, NULL, NULL},
    {"ag_frame", get_frame, NULL, NULL, NULL},
    {"ag_await", get_await, NULL, "What it awaits, or None.", NULL},
    {"ag_suspended", get_suspended, NULL, NULL, NULL},
    {0},
};

SkType sk_async_generator_type = {
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED, .owner = SK_OWNER_IMMORTAL},
             .index = SK_T_ASYNC_GENERATOR, .basic_size = sizeof(SkGenerator), .trace = sk_generator_trace,
             .clear = sk_generator_clear, .finalize = sk_generator_finalize, .destroy = sk_generator_destroy},
    .name = "async_generator",
    .flags = SK_TF_NO_NEW | SK_TF_WEAKREF,
    .repr = sk_generator_repr,
    .async_ = {.aiter = self_value, .anext = agen_anext},
    .methods = agen_methods,
    .getset = agen_getset,
};

// ---- anext(iterator, default) ---------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot awaitable, otherwise;
} AnextAwaitable;

static void anext_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((AnextAwaitable *)o)->awaitable, visit, arg);
    sk_slot_visit(&((AnextAwaitable *)o)->otherwise, visit, arg);
}
static void anext_destroy(SkObject *o) {
    sk_slot_destroy(o, &((AnextAwaitable *)o)->awaitable);
    sk_slot_destroy(o, &((AnextAwaitable *)o)->otherwise);
    sk_object_free(o, sizeof(AnextAwaitable));
}

SkValue sk_anext_awaitable_new(SkValue awaitable, SkValue otherwise) {
    AnextAwaitable *a = (AnextAwaitable *)sk_container_new(&sk_anext_awaitable_type.head, sizeof *a);
    if (!a) return sk_raise_memory();
    sk_slot_init(&a->awaitable, sk_retain(awaitable));
    sk_slot_init(&a->otherwise, sk_retain(otherwise));
    return sk_counted(a);
}

static SkValue anext_iterator(SkValue v) {
    SK_AUTO SkValue it = sk_get_awaitable_iter(sk_slot_peek(&((AnextAwaitable *)sk_ptr(v))->awaitable));
    if (sk_is_empty(it)) return it;
    SkType *t = sk_type_of(it);
    if (t->iternext) return sk_move(&it);
    SkUnaryFn await = t->async_.await_;
    if (!await) return sk_raise(sk_exc_TypeError, "object %.100T can't be used in 'await' expression", it);
    SkValue inner = sk_own(await(it));
    if (!sk_is_empty(inner) && !sk_type_of(inner)->iternext) {
        sk_raise(sk_exc_TypeError, "__await__ must return an iterable, not %.200T", inner);
        sk_release(inner);
        return SK_EMPTY;
    }
    return inner;
}

static SkValue anext_result(SkValue v, SkValue r) {
    if (!sk_is_empty(r)) return r;
    if (sk_error_clear_if(sk_exc_StopAsyncIteration)) sk_raise_stop_iteration(sk_slot_peek(&((AnextAwaitable *)sk_ptr(v))->otherwise));
    return SK_EMPTY;
}

static SkValue anext_next(SkValue v) {
    SK_AUTO SkValue it = anext_iterator(v);
    if (sk_is_empty(it)) return SK_EMPTY;
    SkUnaryFn next = sk_type_of(it)->iternext;
    if (!next) return sk_raise(sk_exc_TypeError, "'%.200T' object is not an iterator", it);
    return anext_result(v, sk_own(next(it)));
}
static SkValue anext_send(SkValue v, SkValue value) {
    SK_AUTO SkValue it = anext_iterator(v);
    if (sk_is_empty(it)) return SK_EMPTY;
    return anext_result(v, sk_call_method(it, SK_N(send), &value, 1));
}
static SkValue anext_throw(SkValue v, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue it = anext_iterator(v);
    if (sk_is_empty(it)) return SK_EMPTY;
    return anext_result(v, sk_call_method(it, SK_N(throw), args, nargs));
}
static SkValue anext_close(SkValue v) {
    SK_AUTO SkValue it = anext_iterator(v);
    if (sk_is_empty(it)) return SK_EMPTY;
    return anext_result(v, sk_call_method(it, SK_N(close), NULL, 0));
}

static const SkMethodDef anext_methods[] = {
    {.name = "send", .kind = SK_ONEARG, .onearg = anext_send, .sig = "(object, /)", .doc = "Take a step with a value for the innermost await."},
    {.name = "throw", .kind = SK_FAST, .fast = anext_throw, .doc = "Raise an exception where the iterator waits."},
    {.name = "close", .kind = SK_NOARGS, .noargs = anext_close, .sig = "()", .doc = "Raise GeneratorExit where the iterator waits."},
    {0},
};

SkType sk_anext_awaitable_type = {
    SK_TYPE_HEAD(SK_T_ANEXT_AWAITABLE, sizeof(AnextAwaitable), anext_trace, NULL, anext_destroy),
    .name = "anext_awaitable",
    .flags = SK_TF_NO_NEW,
    .iter = self_value,
    .iternext = anext_next,
    .async_ = {.await_ = self_value},
    .methods = anext_methods,
};

// ---- coroutines nobody awaits ----------------------------------------------------------------------------------------------

void sk_coroutine_set_origin(SkGenerator *g) {
    int depth = sk_coroutine_origin_depth;
    if (depth <= 0) return;
    int n = 0;
    while (n < depth && sk_frame_at(n)) n++;
    SkTuple *t = sk_tuple_alloc((size_t)n);
    SK_AUTO SkValue origin = t ? sk_counted(t) : SK_EMPTY;
    for (int i = 0; t && i < n; i++) {
        SkFrame *f = sk_frame_at(i);
        SkValue entry = sk_tuple_pack(3, sk_slot_peek(&f->code->filename), sk_from_small_int(sk_frame_line(f)), sk_slot_peek(&f->code->name));
        if (sk_is_empty(entry)) {
            sk_error_clear();
            return;
        }
        sk_tuple_init(t, (size_t)i, entry);
    }
    if (!t) sk_error_clear();
    else sk_slot_set(&g->header, &g->origin, sk_move(&origin));
}

void sk_warn_unawaited(SkValue coroutine) {
    SkGenerator *g = gen(coroutine);
    bool warned = false;
    SK_AUTO SkValue module = sk_import("warnings");
    SK_AUTO SkValue warn = sk_is_empty(module) ? SK_EMPTY : sk_getattr_opt_s(module, "_warn_unawaited_coroutine");
    sk_error_clear();
    if (!sk_is_empty(warn)) {
        SkValue r = sk_call1(warn, coroutine);
        warned = !sk_is_empty(r) || sk_error_matches(sk_exc_RuntimeWarning);
        if (sk_is_empty(r)) sk_error_unraisable("Exception ignored while finalizing coroutine", coroutine);
        sk_release(r);
    }
    bool ok = warned || sk_warn(sk_exc_RuntimeWarning, 1, "coroutine '%S' was never awaited", sk_slot_peek(&g->qualname));
    if (!ok) sk_error_unraisable("Exception ignored while finalizing coroutine", coroutine);
}
