// The interpreter loop.
//
// A handler's fast path works on immediates and on this thread's own objects; everything else is in slow.c. Rules:
//   - f->pc is stored before anything that may run Python code or look at frames.
//   - A word that may be borrowed stays in a register across such a call: results are put into their register first,
//     what they replace and what was killed is released afterwards.
//   - An operand killed in the register that is also the result was released by the result taking its place.
//
// This file is compiled twice: as the loop that knows nothing of tracing, and by interp_traced.c, where SK_TRACED is 1, as
// the one that asks sk_trace_step before each instruction.
#include "core/vm/bind.h"
#include "core/vm/frame.h"
#include "core/vm/slow.h"
#include "core/vm/special.h"
#include "core/vm/trace.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/traceback.h"
#include "objects/tuple.h"
#include "threading/thread.h"

#ifndef SK_TRACED
#define SK_TRACED 0
#endif

#define FLOATS(a, b) (sk_is_tagged_float(a) && sk_is_tagged_float(b))
#define INTS(a, b) ((((a).w ^ SK_TAG_INT) | ((b).w ^ SK_TAG_INT)) % 4 == 0)

SK_INLINE void put(SkValue *reg, SkValue v) {
    SkValue old = *reg;
    *reg = v;
    if (sk_unlikely((old.w & SK_TAG_MASK) == 0 && old.w)) sk_decref(sk_ptr(old));
}

// For instructions that have not said where they are: a finalizer that this runs sees their line.
SK_INLINE void put_at(SkFrame *f, const _Atomic SkInstr *pc, SkValue *reg, SkValue v) {
    SkValue old = *reg;
    *reg = v;
    if (sk_unlikely((old.w & SK_TAG_MASK) == 0 && old.w)) {
        f->pc = pc;
        sk_decref(sk_ptr(old));
    }
}

SK_INLINE void kill(SkValue *reg) {
    SkValue v = *reg;
    if (!sk_is_ptr_or_empty(v)) return;
    *reg = SK_EMPTY;
    if (sk_is_counted(v)) sk_decref(sk_ptr(v));
}

static void clear_registers(SkValue *from, SkValue *to) {
    for (; from < to; from++) kill(from);
}

// Takes the topmost frame off. Its registers are released here, but for `keep` (or NULL).
SK_INLINE void leave(SkFrame *f, SkValue *keep) {
    if (sk_unlikely(f->object != NULL)) sk_frame_object_detach(f);
    SkValue *regs = f->regs, *end = regs + f->code->nregisters;
    for (SkValue *r = regs; r < end; r++) {
        SkValue v = *r;
        if (!sk_is_ptr_or_empty(v) || r == keep) continue;
        *r = SK_EMPTY;
        if (sk_is_counted(v)) sk_decref(sk_ptr(v));
    }
    if (sk_unlikely(!sk_is_empty(f->handled))) {
        SkValue h = f->handled;
        f->handled = SK_EMPTY;
        sk_release(h);
    }
    if (sk_unlikely(!sk_is_empty(f->locals))) sk_release(f->locals);
    if (sk_unlikely(f->object != NULL)) sk_frame_object_detach(f);   // made by what ran above
}

// After leave and after the result is safe.
SK_INLINE SkFrame *pop(SkVm *vm, SkFrame *f) {
    SkFrame *prev = f->prev;
    vm->top = prev;
    vm->depth--;
    if (prev) prev->clean = false;
    if (f->flags & SK_FRAME_GENERATOR) {
        SkGenerator *g = (SkGenerator *)((char *)f - offsetof(SkGenerator, frame));
        f->prev = NULL;
        // PAIR(generator-state): with sk_generator_claim
        sk_store_release(&g->state, SK_GEN_FINISHED);
    } else {
        vm->next_frame = f;
    }
    sk_release(f->func);
    f->func = SK_EMPTY;
    return prev;
}

static void suspend(SkVm *vm, SkFrame *f) {
    for (SkValue *r = f->regs, *end = r + f->code->nregisters; r < end; r++)
        if (sk_is_borrowed(*r)) *r = sk_own_slow(*r);
    if (sk_is_borrowed(f->func)) f->func = sk_own_slow(f->func);
    SkFrame *prev = f->prev;
    vm->top = prev;
    vm->depth--;
    if (prev) prev->clean = false;
    f->prev = NULL;
    SkGenerator *g = (SkGenerator *)((char *)f - offsetof(SkGenerator, frame));
    sk_store_release(&g->state, SK_GEN_SUSPENDED);  // PAIR(generator-state)
}

#if !SK_TRACED
SkFrame *sk_frame_push(SkCode *code, SkValue func, SkDict *globals, SkDict *builtins, SkValue *regs) {
    SkVm *vm = &sk_vm;
    SkFrame *f = vm->next_frame;
    if (sk_unlikely(f == vm->frames_end || regs + code->nregisters + 64 > vm->regs_end ||
                    vm->depth >= sk_load_relaxed(&sk_recursion_limit))) {
        sk_raise(sk_exc_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    vm->next_frame = f + 1;
    vm->depth++;
    *f = (SkFrame){.code = code, .regs = regs, .pc = code->code, .func = func, .globals = globals, .builtins = builtins,
                   .prev = vm->top};
    vm->top = f;
    return f;
}

#endif

// A generator's registers end in its object: what it calls has its registers on the thread's stack.
static SkValue *move_arguments(SkFrame *f, SkValue *args, size_t n) {
    SkValue *to = f->stack_end;
    if (sk_unlikely(to + n + 2 * SK_BIND_MAX > sk_vm.regs_end)) return args;  // the check of the limit comes right after
    for (size_t i = 0; i < n; i++) {
        to[i] = args[i];
        args[i] = SK_EMPTY;
    }
    return to;
}

// What a call of the class gives after its __init__ gave `result` (word, or EMPTY: exception). Both are given up.
static SkValue init_result(SkValue made, SkValue result) {
    if (sk_likely(sk_is_none(result))) return made;
    if (!sk_is_empty(result)) sk_raise(sk_exc_TypeError, "__init__() should return None, not '%.200T'", result);
    sk_release(result);
    sk_release(made);
    return SK_EMPTY;
}

// The truth of a word, which is given up; -1: exception.
static int truth_of(SkValue v) {
    if (sk_likely(sk_is_bool(v))) return sk_is_true(v);
    v = sk_own(v);
    int truth = sk_truth(v);
    sk_release(v);
    return truth;
}

// Finds the handler for an exception raised by the instruction before pc. NULL: none in this frame.
static const SkHandler *find_handler(const SkCode *c, uint32_t at) {
    for (uint32_t i = 0; i < c->nhandlers; i++)
        if (at >= c->handlers[i].start && at < c->handlers[i].end) return &c->handlers[i];
    return NULL;
}

static void add_traceback(SkFrame *f) {
    if (sk_unlikely(!sk_error_occurred())) sk_raise(sk_exc_SystemError, "error return without exception set");
    SkValue exc = sk_error_take();
    SkValue frame = sk_frame_object(f);
    if (!sk_is_empty(frame)) {
        if (!sk_traceback_add(exc, frame, (int)(f->pc - f->code->code - 1), sk_frame_line(f))) sk_error_clear();
        sk_release(frame);
    } else {
        sk_error_clear();
    }
    sk_error_restore(exc);
}

#if SK_TRACED
#define NEXT goto step
#else
#define NEXT                              \
    do {                                  \
        i = sk_load_relaxed(pc);          \
        pc++;                             \
        goto *labels[SK_OP(i)];           \
    } while (0)
#endif
#define CASE(name) op_##name:
#define A SK_A(i)
#define B SK_B(i)
#define C SK_C(i)
#define RA regs[A]
#define RB regs[B]
#define RC regs[C]
#define NAME(n) (f->code->names[n])
#define CONST(n) (f->code->constants[n])
#define SYNC (f->pc = pc)
#define KILLS(flag, n) \
    if ((SK_FLAGS(i) & (flag)) && (n) != A) kill(&regs[n])
#define KILL_BC                                                    \
    do {                                                           \
        if (sk_unlikely(SK_FLAGS(i) & (SK_KILL_B | SK_KILL_C))) {  \
            KILLS(SK_KILL_B, B);                                   \
            KILLS(SK_KILL_C, C);                                   \
        }                                                          \
    } while (0)
#define KILL_A_ALWAYS \
    if (SK_FLAGS(i) & SK_KILL_A) kill(&RA)
#define KILL_ABC                                             \
    do {                                                     \
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);              \
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);              \
        if (SK_FLAGS(i) & SK_KILL_C) kill(&RC);              \
    } while (0)
#define RESULT(expr)                          \
    do {                                      \
        SYNC;                                 \
        SkValue result_ = (expr);             \
        if (sk_unlikely(sk_is_empty(result_))) goto error; \
        put(&RA, result_);                    \
        KILL_BC;                              \
        NEXT;                                 \
    } while (0)
// The frame of a special method is on top, if there is one.
#define TRY_SPECIAL(self, expr)                                   \
    if (sk_unlikely(sk_is_heap_instance(self))) {                 \
        SYNC;                                                     \
        SkFrame *special_ = (expr);                               \
        if (special_) {                                           \
            f = special_;                                         \
            regs = f->regs;                                       \
            pc = f->pc;                                           \
            NEXT;                                                 \
        }                                                         \
    }
#define BINARY_RESULT(op, a, b)                        \
    do {                                               \
        TRY_SPECIAL(a, sk_special_binary(op, a, b));   \
        RESULT(sk_op_binary(op, a, b));                \
    } while (0)
#define INPLACE_RESULT(op, a, b) RESULT(sk_op_inplace(op, a, b))
#define CHECK(expr)                       \
    do {                                  \
        SYNC;                             \
        if (sk_unlikely(!(expr))) goto error; \
    } while (0)
#define POLL                                                  \
    if (sk_unlikely(sk_load_relaxed(&sk_poll_word) != 0)) {   \
        SYNC;                                                 \
        if (!sk_safepoint_slow()) goto error;                 \
        if (!SK_TRACED && sk_unlikely(vm->traced)) {          \
            f->pc = pc - 1;                                   \
            goto change_loop;                                 \
        }                                                     \
    }

#define ARITHMETIC(name, op, slow, int_overflow, adjust_a, adjust_b, float_op)               \
    CASE(name) {                                                                             \
        SkValue a = RB, b = RC;                                                              \
        if (sk_likely(INTS(a, b))) {                                                         \
            int64_t r;                                                                       \
            if (sk_likely(!int_overflow(adjust_a, adjust_b, &r))) {                          \
                put(&RA, (SkValue){(uint64_t)r});                                            \
                NEXT;                                                                        \
            }                                                                                \
        } else if (FLOATS(a, b)) {                                                           \
            SkValue r = sk_encode_float(sk_tagged_float(a) float_op sk_tagged_float(b));     \
            if (sk_likely(sk_is_tagged_float(r))) {                                          \
                put(&RA, r);                                                                 \
                NEXT;                                                                        \
            }                                                                                \
        }                                                                                    \
        slow(op, a, b);                                                                      \
    }
#define BINARY(name, op) \
    CASE(name) { BINARY_RESULT(op, RB, RC); }
#define INPLACE(name, op) \
    CASE(name) { RESULT(sk_op_inplace(op, RB, RC)); }
#define BITS(name, op, slow, expr)                  \
    CASE(name) {                                    \
        SkValue a = RB, b = RC;                     \
        if (sk_likely(INTS(a, b))) {                \
            put(&RA, (SkValue){expr});              \
            NEXT;                                   \
        }                                           \
        slow(op, a, b);                             \
    }
#define COMPARE(name, op, c_op)                                                      \
    CASE(name) {                                                                     \
        SkValue a = RB, b = RC;                                                      \
        if (sk_likely(INTS(a, b))) {                                                 \
            put(&RA, sk_bool((int64_t)a.w c_op (int64_t)b.w));                       \
            NEXT;                                                                    \
        }                                                                            \
        if (FLOATS(a, b)) {                                                          \
            put(&RA, sk_bool(sk_tagged_float(a) c_op sk_tagged_float(b)));           \
            NEXT;                                                                    \
        }                                                                            \
        TRY_SPECIAL(a, sk_special_compare(op, a, b));                                \
        RESULT(sk_op_compare(op, a, b));                                             \
    }
#define JUMP_TRUTH(truth)                                                      \
    do {                                                                       \
        if ((truth) == ((SK_FLAGS(i) & SK_SENSE) != 0)) pc += SK_SC(i);        \
        NEXT;                                                                  \
    } while (0)
#define COMPARE_JUMP(name, op, c_op)                                                      \
    CASE(name) {                                                                          \
        SkValue a = RA, b = RB;                                                           \
        if (sk_likely(INTS(a, b))) JUMP_TRUTH(((int64_t)a.w c_op (int64_t)b.w));          \
        if (FLOATS(a, b)) JUMP_TRUTH((sk_tagged_float(a) c_op sk_tagged_float(b)));       \
        TRY_SPECIAL(a, sk_special_compare(op, a, b));                                     \
        SYNC;                                                                             \
        int truth = sk_op_compare_truth(op, a, b);                                        \
        if (truth < 0) goto error;                                                        \
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);                                           \
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);                                           \
        JUMP_TRUTH(truth);                                                                \
    }
#define COMPARE_JUMP_INT(name, op, c_op)                                                       \
    CASE(name) {                                                                               \
        SkValue a = RA;                                                                        \
        if (sk_likely(sk_is_small_int(a))) JUMP_TRUTH(((int64_t)a.w >> 2 c_op SK_SB(i)));      \
        SYNC;                                                                                  \
        int truth = sk_op_compare_truth(op, a, sk_from_small_int(SK_SB(i)));                   \
        if (truth < 0) goto error;                                                             \
        KILL_A_ALWAYS;                                                                         \
        JUMP_TRUTH(truth);                                                                     \
    }

#if SK_TRACED
#define SK_LOOP sk_vm_loop_traced
#else
#define SK_LOOP sk_vm_loop
#endif

SkValue SK_LOOP(SkFrame *f) {
    static void *const labels[256] = {
#define X(name, a, b, c, properties) [SK_OPC_##name] = &&op_##name,
#include "core/opcodes.def"
#undef X
        [SK_OPCODE_COUNT ... 255] = &&bad_opcode,
    };
    SkVm *const vm = &sk_vm;
    SkValue *regs = f->regs;
    const _Atomic SkInstr *pc = f->pc;
    SkInstr i;
    SkValue special;     // special_result
    unsigned operator;
    if (!sk_enter_recursion("")) {
        SYNC;
        goto error_unguarded;
    }
#if SK_TRACED
    sk_and_relaxed(&sk_poll_word, ~(uint32_t)SK_POLL_TRACE);
    if (sk_error_occurred()) {
        sk_trace_thrown(f);
        goto error;
    }
step:
    switch (sk_trace_step(f, pc)) {
        case SK_TRACE_LEAVE: goto change_loop;
        case SK_TRACE_ERROR: pc = f->pc; goto error;
        case SK_TRACE_JUMP: pc = f->pc - 1; break;
        case SK_TRACE_GO: break;
    }
    i = sk_load_relaxed(pc);
    pc++;
    SYNC;
    goto *labels[SK_OP(i)];
#else
    if (sk_unlikely(sk_error_occurred())) goto error;  // thrown into a generator
    NEXT;
#endif

    CASE(NOP) { NEXT; }
    CASE(MOVE) {
        SkValue v = RB;
        if (SK_FLAGS(i) & SK_KILL_B) {
            if (sk_is_ptr_or_empty(v)) RB = SK_EMPTY;
            put_at(f, pc, &RA, v);
        } else {
            put_at(f, pc, &RA, sk_dup(v));
        }
        NEXT;
    }
    CASE(LOAD_CONST) {
        SkValue v = sk_slot_peek(&CONST(SK_BX(i)));
        put_at(f, pc, &RA, sk_is_ptr(v) ? sk_borrowed(sk_ptr(v)) : v);
        NEXT;
    }
    CASE(LOAD_INT) {
        put_at(f, pc, &RA, sk_from_small_int(SK_BX(i)));
        NEXT;
    }
    CASE(LOAD_IMM) {
        put_at(f, pc, &RA, SK_SPECIAL(SK_BX(i)));
        NEXT;
    }
    CASE(CLEAR) {
        put_at(f, pc, &RA, SK_EMPTY);
        NEXT;
    }
    CASE(CHECK_LOCAL) {
        if (sk_likely(!sk_is_empty(RA))) NEXT;
        SYNC;
        sk_op_unbound_local(f, A);
        goto error;
    }
    CASE(DELETE_LOCAL) {
        if (sk_unlikely(sk_is_empty(RA))) {
            SYNC;
            sk_op_unbound_local(f, A);
            goto error;
        }
        put_at(f, pc, &RA, SK_EMPTY);
        NEXT;
    }

    CASE(LOAD_GLOBAL) {
        _Atomic SkInstr *cache = (_Atomic SkInstr *)pc++;
        SkValue v = sk_op_cached_global(f, NAME(SK_BX(i)), sk_load_relaxed(cache));
        if (sk_unlikely(sk_is_empty(v))) {
            SYNC;
            v = sk_op_load_global(f, NAME(SK_BX(i)), cache);
            if (sk_unlikely(sk_is_empty(v))) goto error;
        }
        put(&RA, v);
        NEXT;
    }
    CASE(STORE_GLOBAL) {
        pc++;
        CHECK(sk_dict_set(sk_counted(f->globals), NAME(SK_BX(i)), RA));
        KILL_A_ALWAYS;
        NEXT;
    }
    CASE(DELETE_GLOBAL) {
        SYNC;
        int r = sk_dict_delete(sk_counted(f->globals), NAME(SK_BX(i)));
        if (r == 0) sk_raise_name(sk_exc_NameError, NAME(SK_BX(i)), "name '%S' is not defined", NAME(SK_BX(i)));
        if (r <= 0) goto error;
        NEXT;
    }
    CASE(LOAD_NAME) {
        _Atomic SkInstr *cache = (_Atomic SkInstr *)pc++;
        SYNC;
        SkValue v = sk_is(f->locals, sk_counted(f->globals)) ? sk_op_load_global(f, NAME(SK_BX(i)), cache)
                                                             : sk_op_load_name(f, NAME(SK_BX(i)));
        if (sk_unlikely(sk_is_empty(v))) goto error;
        put(&RA, v);
        NEXT;
    }
    CASE(STORE_NAME) {
        pc++;
        CHECK(sk_op_store_name(f, NAME(SK_BX(i)), RA));
        KILL_A_ALWAYS;
        NEXT;
    }
    CASE(DELETE_NAME) {
        CHECK(sk_op_delete_name(f, NAME(SK_BX(i))));
        NEXT;
    }
    CASE(LOAD_LOCALS) {
        put(&RA, sk_retain(f->locals));
        NEXT;
    }
    CASE(LOAD_BUILD_CLASS) {
        SYNC;
        SkValue v = sk_op_load_builtin(f, SK_N(__build_class__));
        if (sk_is_empty(v)) {
            if (!sk_error_occurred()) sk_raise(sk_exc_NameError, "__build_class__ not found");
            goto error;
        }
        put(&RA, v);
        NEXT;
    }
    CASE(LOAD_ASSERTION_ERROR) {
        put(&RA, sk_borrowed(sk_exc_AssertionError));
        NEXT;
    }
    CASE(SETUP_ANNOTATIONS) {
        SYNC;
        if (!sk_op_setup_annotations(f->locals)) goto error;
        NEXT;
    }

    CASE(MAKE_CELL) {
        SkValue v = sk_own(RA);
        RA = SK_EMPTY;
        SYNC;   // who follows allocations asks for the line
        SkValue cell = sk_cell_new(v);
        if (sk_unlikely(sk_is_empty(cell))) goto error;
        RA = cell;
        NEXT;
    }
    CASE(LOAD_CELL) {
        SkObject *cell = sk_ptr(RB);
        SkValue v = sk_slot_load(cell, &((SkCell *)cell)->content);
        if (sk_unlikely(sk_is_empty(v))) {
            SYNC;
            sk_op_unbound_local(f, B);
            goto error;
        }
        put(&RA, v);
        NEXT;
    }
    CASE(STORE_CELL) {
        SkObject *cell = sk_ptr(RA);
        SYNC;
        SkValue v;
        if (SK_FLAGS(i) & SK_KILL_B) {
            v = sk_own(RB);
            if (sk_is_ptr_or_empty(v)) RB = SK_EMPTY;
        } else {
            v = sk_retain(RB);
        }
        sk_slot_set(cell, &((SkCell *)cell)->content, v);
        NEXT;
    }
    CASE(DELETE_CELL) {
        SkObject *cell = sk_ptr(RA);
        SYNC;
        SkValue old = sk_slot_swap(cell, &((SkCell *)cell)->content, SK_EMPTY);
        if (sk_is_empty(old)) {
            sk_op_unbound_local(f, A);
            goto error;
        }
        sk_release(old);
        NEXT;
    }
#define CLOSURE(n) (sk_tuple_peek(sk_slot_peek(&((SkFunction *)sk_ptr(f->func))->closure), (n)))
    CASE(LOAD_FREE) {
        SkObject *cell = sk_ptr(CLOSURE(B));
        SkValue v = sk_slot_load(cell, &((SkCell *)cell)->content);
        if (sk_unlikely(sk_is_empty(v))) {
            SYNC;
            sk_op_unbound_cell(f, sk_tuple_peek(sk_slot_peek(&f->code->freevars), B), true);
            goto error;
        }
        put(&RA, v);
        NEXT;
    }
    CASE(STORE_FREE) {
        SkObject *cell = sk_ptr(CLOSURE(A));
        SYNC;
        SkValue v;
        if (SK_FLAGS(i) & SK_KILL_B) {
            v = sk_own(RB);
            if (sk_is_ptr_or_empty(v)) RB = SK_EMPTY;
        } else {
            v = sk_retain(RB);
        }
        sk_slot_set(cell, &((SkCell *)cell)->content, v);
        NEXT;
    }
    CASE(DELETE_FREE) {
        SkObject *cell = sk_ptr(CLOSURE(A));
        SYNC;
        SkValue old = sk_slot_swap(cell, &((SkCell *)cell)->content, SK_EMPTY);
        if (sk_is_empty(old)) {
            sk_op_unbound_cell(f, sk_tuple_peek(sk_slot_peek(&f->code->freevars), A), true);
            goto error;
        }
        sk_release(old);
        NEXT;
    }
    CASE(LOAD_CLOSURE) {
        SkValue closure = sk_slot_peek(&((SkFunction *)sk_ptr(f->func))->closure);
        put(&RA, sk_tuple_load(closure, B));
        NEXT;
    }
    CASE(LOAD_NAME_OR_FREE) { RESULT(sk_op_name_or_free(f, B, RC)); }
    CASE(LOAD_NAME_OR_GLOBAL) {
        SYNC;
        SkValue v = sk_op_name_or_global(f, NAME(B), RC);
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        if (SK_FLAGS(i) & SK_KILL_C) kill(&RC);
        NEXT;
    }

    CASE(MAKE_FUNCTION) {
        SYNC;
        SkValue fn = sk_function_new(sk_slot_peek(&CONST(SK_BX(i))), sk_counted(f->globals));
        if (sk_is_empty(fn)) goto error;
        put(&RA, fn);
        NEXT;
    }
    CASE(SET_FUNCTION) {
        CHECK(sk_op_set_function(RA, RB, C));
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }

    CASE(NEGATIVE) {
        SkValue v = RB;
        if (sk_is_small_int(v) && sk_likely(v.w != sk_from_small_int(SK_INT_MIN).w)) {
            put(&RA, sk_from_small_int(-sk_small_int(v)));
            NEXT;
        }
        if (sk_is_tagged_float(v)) {
            put(&RA, sk_encode_float(-sk_tagged_float(v)));
            NEXT;
        }
        RESULT(sk_negative(v));
    }
    CASE(POSITIVE) { RESULT(sk_positive(RB)); }
    CASE(INVERT) {
        SkValue v = RB;
        if (sk_is_small_int(v)) {
            put(&RA, (SkValue){v.w ^ ~(uint64_t)3});
            NEXT;
        }
        RESULT(sk_invert(v));
    }
    CASE(NOT) {
        SkValue v = RB;
        if (sk_is_bool(v)) {
            put(&RA, sk_bool(sk_is_false(v)));
            NEXT;
        }
        SYNC;
        int truth = sk_truth(v);
        if (truth < 0) goto error;
        put(&RA, sk_bool(!truth));
        KILL_BC;
        NEXT;
    }
    CASE(TO_BOOL) {
        SYNC;
        int truth = sk_truth(RB);
        if (truth < 0) goto error;
        put(&RA, sk_bool(truth));
        KILL_BC;
        NEXT;
    }

    ARITHMETIC(ADD, SK_OP_ADD, BINARY_RESULT, __builtin_add_overflow, (int64_t)a.w, (int64_t)(b.w - SK_TAG_INT), +)
    ARITHMETIC(SUBTRACT, SK_OP_SUB, BINARY_RESULT, __builtin_sub_overflow, (int64_t)a.w, (int64_t)(b.w - SK_TAG_INT), -)
    CASE(MULTIPLY) CASE(IMULTIPLY) {
        SkValue a = RB, b = RC;
        if (sk_likely(INTS(a, b))) {
            int64_t r;
            if (sk_likely(!__builtin_mul_overflow((int64_t)(a.w - SK_TAG_INT), sk_small_int(b), &r))) {
                put(&RA, (SkValue){(uint64_t)r | SK_TAG_INT});
                NEXT;
            }
        } else if (FLOATS(a, b)) {
            SkValue r = sk_encode_float(sk_tagged_float(a) * sk_tagged_float(b));
            if (sk_likely(sk_is_tagged_float(r))) {
                put(&RA, r);
                NEXT;
            }
        }
        if (SK_OP(i) == SK_OPC_MULTIPLY) BINARY_RESULT(SK_OP_MUL, a, b);
        RESULT(sk_op_inplace(SK_OP_MUL, a, b));
    }
    BINARY(MATRIX_MULTIPLY, SK_OP_MATMUL)
    CASE(TRUE_DIVIDE) {
        SkValue a = RB, b = RC;
        if (FLOATS(a, b)) {  // a tagged float is never zero
            SkValue r = sk_encode_float(sk_tagged_float(a) / sk_tagged_float(b));
            if (sk_likely(sk_is_tagged_float(r))) {
                put(&RA, r);
                NEXT;
            }
        }
        BINARY_RESULT(SK_OP_TRUEDIV, a, b);
    }
    CASE(FLOOR_DIVIDE) {
        SkValue a = RB, b = RC;
        if (sk_likely(INTS(a, b))) {
            int64_t x = sk_small_int(a), y = sk_small_int(b);
            if (sk_likely(y > 0)) {
                int64_t q = x / y;
                put(&RA, sk_from_small_int(q - (x % y < 0)));
                NEXT;
            }
        }
        BINARY_RESULT(SK_OP_FLOORDIV, a, b);
    }
    CASE(REMAINDER) {
        SkValue a = RB, b = RC;
        if (sk_likely(INTS(a, b))) {
            int64_t x = sk_small_int(a), y = sk_small_int(b);
            if (sk_likely(y > 0)) {
                int64_t r = x % y;
                put(&RA, sk_from_small_int(r < 0 ? r + y : r));
                NEXT;
            }
        }
        BINARY_RESULT(SK_OP_MOD, a, b);
    }
    CASE(LEFT_SHIFT) CASE(ILEFT_SHIFT) {
        SkValue a = RB, b = RC;
        if (sk_likely(INTS(a, b))) {
            int64_t x = sk_small_int(a), n = sk_small_int(b);
            if (n >= 0 && n < 60 && x < (INT64_C(1) << (60 - n)) && x > -(INT64_C(1) << (60 - n))) {
                put(&RA, sk_from_small_int((int64_t)((uint64_t)x << n)));
                NEXT;
            }
        }
        if (SK_OP(i) == SK_OPC_LEFT_SHIFT) BINARY_RESULT(SK_OP_LSHIFT, a, b);
        RESULT(sk_op_inplace(SK_OP_LSHIFT, a, b));
    }
    CASE(RIGHT_SHIFT) CASE(IRIGHT_SHIFT) {
        SkValue a = RB, b = RC;
        if (sk_likely(INTS(a, b))) {
            int64_t n = sk_small_int(b);
            if (n >= 0) {
                put(&RA, sk_from_small_int(sk_small_int(a) >> (n < 63 ? n : 63)));
                NEXT;
            }
        }
        if (SK_OP(i) == SK_OPC_RIGHT_SHIFT) BINARY_RESULT(SK_OP_RSHIFT, a, b);
        RESULT(sk_op_inplace(SK_OP_RSHIFT, a, b));
    }
    BITS(BIT_AND, SK_OP_AND, BINARY_RESULT, a.w & b.w)
    BITS(BIT_XOR, SK_OP_XOR, BINARY_RESULT, (a.w ^ b.w) | SK_TAG_INT)
    BITS(BIT_OR, SK_OP_OR, BINARY_RESULT, a.w | b.w)
    BINARY(POWER, SK_OP_POW)
    CASE(IADD) {
        SkValue a = RB, b = RC;
        if (sk_likely(INTS(a, b))) {
            int64_t r;
            if (sk_likely(!__builtin_add_overflow((int64_t)a.w, (int64_t)(b.w - SK_TAG_INT), &r))) {
                put(&RA, (SkValue){(uint64_t)r});
                NEXT;
            }
        } else if (FLOATS(a, b)) {
            SkValue r = sk_encode_float(sk_tagged_float(a) + sk_tagged_float(b));
            if (sk_likely(sk_is_tagged_float(r))) {
                put(&RA, r);
                NEXT;
            }
        } else if (A == B && sk_is_counted(a) && sk_is_exact_str(a) && sk_is_exact_str(b)) {
            // The register's own count goes along, so that a str that nobody else holds can grow in place.
            SYNC;
            RA = SK_EMPTY;
            SkValue r = sk_str_append(a, b);
            if (sk_is_empty(r)) goto error;
            RA = r;
            if (SK_FLAGS(i) & SK_KILL_C) kill(&RC);
            NEXT;
        }
        RESULT(sk_op_inplace(SK_OP_ADD, a, b));
    }
    ARITHMETIC(ISUBTRACT, SK_OP_SUB, INPLACE_RESULT, __builtin_sub_overflow, (int64_t)a.w, (int64_t)(b.w - SK_TAG_INT), -)
    INPLACE(IMATRIX_MULTIPLY, SK_OP_MATMUL)
    INPLACE(ITRUE_DIVIDE, SK_OP_TRUEDIV)
    INPLACE(IFLOOR_DIVIDE, SK_OP_FLOORDIV)
    INPLACE(IREMAINDER, SK_OP_MOD)
    BITS(IBIT_AND, SK_OP_AND, INPLACE_RESULT, a.w & b.w)
    BITS(IBIT_XOR, SK_OP_XOR, INPLACE_RESULT, (a.w ^ b.w) | SK_TAG_INT)
    BITS(IBIT_OR, SK_OP_OR, INPLACE_RESULT, a.w | b.w)
    INPLACE(IPOWER, SK_OP_POW)
    CASE(ADD_INT) {
        SkValue a = RB;
        int64_t r;
        if (sk_likely(sk_is_small_int(a)) &&
            sk_likely(!__builtin_add_overflow((int64_t)a.w, (int64_t)SK_SC(i) * 4, &r))) {
            put(&RA, (SkValue){(uint64_t)r});
            NEXT;
        }
        SYNC;
        SkValue v = SK_FLAGS(i) & SK_SENSE ? sk_op_inplace(SK_OP_ADD, a, sk_from_small_int(SK_SC(i)))
                                           : sk_op_binary(SK_OP_ADD, a, sk_from_small_int(SK_SC(i)));
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(SUBTRACT_INT) {
        SkValue a = RB;
        int64_t r;
        if (sk_likely(sk_is_small_int(a)) &&
            sk_likely(!__builtin_sub_overflow((int64_t)a.w, (int64_t)SK_SC(i) * 4, &r))) {
            put(&RA, (SkValue){(uint64_t)r});
            NEXT;
        }
        SYNC;
        SkValue v = SK_FLAGS(i) & SK_SENSE ? sk_op_inplace(SK_OP_SUB, a, sk_from_small_int(SK_SC(i)))
                                           : sk_op_binary(SK_OP_SUB, a, sk_from_small_int(SK_SC(i)));
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        KILLS(SK_KILL_B, B);
        NEXT;
    }

    COMPARE(LT, SK_LT, <)
    COMPARE(LE, SK_LE, <=)
    COMPARE(EQ, SK_EQ, ==)
    COMPARE(NE, SK_NE, !=)
    COMPARE(GT, SK_GT, >)
    COMPARE(GE, SK_GE, >=)
    CASE(IS) {
        put(&RA, sk_bool(sk_is(RB, RC)));
        KILL_BC;
        NEXT;
    }
    CASE(IS_NOT) {
        put(&RA, sk_bool(!sk_is(RB, RC)));
        KILL_BC;
        NEXT;
    }
    CASE(IN) CASE(NOT_IN) {
        TRY_SPECIAL(RC, sk_special_method(SK_N(__contains__), 1, 2, RC, RB, SK_EMPTY));
        SYNC;
        int r = sk_contains(RC, RB);
        if (r < 0) goto error;
        put(&RA, sk_bool(r == (SK_OP(i) == SK_OPC_IN)));
        KILL_BC;
        NEXT;
    }

    CASE(JUMP) {
        pc += SK_BX(i);
        NEXT;
    }
    CASE(JUMP_BACK) {
        POLL;  // before the jump: what it raises belongs to this instruction
        pc += SK_BX(i);
        NEXT;
    }
    CASE(JUMP_IF) {
        SkValue v = RA;
        int truth;
        if (sk_likely(sk_is_bool(v))) {
            truth = sk_is_true(v);
        } else {
            SYNC;
            truth = sk_truth(v);
            if (truth < 0) goto error;
            KILL_A_ALWAYS;
        }
        if (truth == ((SK_FLAGS(i) & SK_SENSE) != 0)) pc += SK_BX(i);
        NEXT;
    }
    CASE(JUMP_IF_NONE) {
        bool none = sk_is_none(RA);
        KILL_A_ALWAYS;
        if (none == ((SK_FLAGS(i) & SK_SENSE) != 0)) pc += SK_BX(i);
        NEXT;
    }
    COMPARE_JUMP(JUMP_LT, SK_LT, <)
    COMPARE_JUMP(JUMP_LE, SK_LE, <=)
    COMPARE_JUMP(JUMP_EQ, SK_EQ, ==)
    COMPARE_JUMP(JUMP_NE, SK_NE, !=)
    COMPARE_JUMP(JUMP_GT, SK_GT, >)
    COMPARE_JUMP(JUMP_GE, SK_GE, >=)
    COMPARE_JUMP_INT(JUMP_LT_INT, SK_LT, <)
    COMPARE_JUMP_INT(JUMP_LE_INT, SK_LE, <=)
    COMPARE_JUMP_INT(JUMP_EQ_INT, SK_EQ, ==)
    COMPARE_JUMP_INT(JUMP_NE_INT, SK_NE, !=)
    COMPARE_JUMP_INT(JUMP_GT_INT, SK_GT, >)
    COMPARE_JUMP_INT(JUMP_GE_INT, SK_GE, >=)
    CASE(JUMP_IS) {
        bool is = sk_is(RA, RB);
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        JUMP_TRUTH(is);
    }

    CASE(GET_ITER) {
        SYNC;
        SkValue state[3];
        if (!sk_op_get_iter(RB, state)) goto error;
        unsigned a = A;
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        regs[a] = state[0];
        regs[a + 1] = state[1];
        regs[a + 2] = state[2];
        NEXT;
    }
    CASE(FOR_ITER) {
        SkValue *state = &RB, s = state[0], v;
        if (s.w == SK_MARK_RANGE.w) {
            if ((int64_t)state[1].w < (int64_t)state[2].w) {
                v = state[1];
                state[1].w += 4;
                put(&RA, v);
                NEXT;
            }
            state[0] = SK_NONE;
            pc += SK_SC(i);
            NEXT;
        }
        uint32_t index = sk_type_index(sk_ptr(s));
        if (index == SK_T_LIST) {
            SkList *l = (SkList *)sk_ptr(s);
            size_t at = (size_t)(state[1].w >> 2);
            if (sk_likely(sk_is_mine(&l->header) && !sk_is_shared(&l->header)) && at < sk_load_relaxed(&l->length)) {
                v = sk_retain(sk_slot_peek(&sk_load_relaxed(&l->array)->items[at]));
                state[1].w += 4;
                put(&RA, v);
                NEXT;
            }
        } else if (index == SK_T_GENERATOR) {
            SkGenerator *g = (SkGenerator *)sk_ptr(s);
            uint32_t was = sk_load_relaxed(&g->state);
            if (sk_likely(was <= SK_GEN_SUSPENDED) && sk_generator_take(g, &was)) {
                SYNC;
                SkFrame *gf = &g->frame;
                if (sk_unlikely(vm->depth >= sk_load_relaxed(&sk_recursion_limit))) {
                    sk_store_release(&g->state, was);
                    sk_raise(sk_exc_RecursionError, "maximum recursion depth exceeded");
                    goto error;
                }
                if (was == SK_GEN_SUSPENDED) gf->regs[SK_A(sk_load_relaxed(gf->pc - 1))] = SK_NONE;
                gf->stack_end = sk_vm_stack_end();
                gf->prev = f;
                gf->flags = SK_FRAME_GENERATOR | SK_FRAME_FOR;
                gf->clean = false;
                vm->depth++;
                vm->top = f = gf;
                regs = f->regs;
                pc = f->pc;
                NEXT;
            }
        }
        TRY_SPECIAL(s, sk_special_method(SK_N(__next__), 1, 1, s, SK_EMPTY, SK_EMPTY));
        SYNC;
        v = sk_op_for_iter(state);
        if (sk_likely(!sk_is_empty(v))) {
            put(&RA, v);
            NEXT;
        }
        if (sk_unlikely(sk_error_occurred())) goto error;
        clear_registers(state, state + 3);
        pc += SK_SC(i);
        NEXT;
    }
    CASE(END_FOR) {
        SYNC;
        clear_registers(&RA, &RA + 3);
        NEXT;
    }
    CASE(GET_ITER_OBJECT) { RESULT(sk_iter(RB)); }
    CASE(NEXT) {
        SYNC;
        SkValue v = sk_next(RB);
        if (sk_is_empty(v)) {
            if (sk_error_occurred()) goto error;
            pc += SK_SC(i);
            NEXT;
        }
        put(&RA, v);
        NEXT;
    }
    CASE(UNPACK) {
        SkValue v = RB;
        unsigned a = A;
        if (sk_has_index(v, SK_T_TUPLE) && sk_likely(sk_tuple_len(v) == C)) {
            // The tuple may be in one of the target registers, but is alive until it is killed below.
            bool owned = (SK_FLAGS(i) & SK_KILL_B) != 0;
            if (owned && sk_is_ptr_or_empty(v)) RB = SK_EMPTY;
            unsigned n = C;
            for (unsigned j = 0; j < n; j++) put(&regs[a + j], sk_tuple_load(v, j));
            if (owned) sk_release(v);
            NEXT;
        }
        CHECK(sk_op_unpack(v, C, &regs[a]));
        if ((SK_FLAGS(i) & SK_KILL_B) && (B < a || B >= a + C)) kill(&RB);
        NEXT;
    }
    CASE(UNPACK_STAR) {
        unsigned before = C & 255, after = C >> 8, a = A;
        CHECK(sk_op_unpack_star(RB, before, after, &regs[a]));
        if ((SK_FLAGS(i) & SK_KILL_B) && (B < a || B > a + before + after)) kill(&RB);
        NEXT;
    }

    CASE(BUILD_TUPLE) {
        SYNC;
        SkValue v = sk_tuple_steal(&RB, C);
        for (unsigned j = 0; j < C; j++) regs[B + j] = SK_NONE;
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        NEXT;
    }
    CASE(BUILD_LIST) {
        SYNC;
        SkValue v = sk_list_steal(&RB, C);
        for (unsigned j = 0; j < C; j++) regs[B + j] = SK_NONE;
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        NEXT;
    }
    CASE(BUILD_SET) {
        SYNC;
        SkValue v = sk_set_new(SK_EMPTY);
        for (unsigned j = 0; j < C && !sk_is_empty(v); j++) {
            if (sk_set_add(v, regs[B + j])) continue;
            sk_release(v);
            v = SK_EMPTY;
        }
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + C);
        put(&RA, v);
        NEXT;
    }
    CASE(BUILD_MAP) {
        SYNC;
        SkValue v = sk_op_build_map(&RB, C);
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + 2 * C);
        put(&RA, v);
        NEXT;
    }
    CASE(BUILD_STRING) {
        SYNC;
        SkValue v = sk_str_join_array(SK_EMPTY, &RB, C);
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + C);
        put(&RA, v);
        NEXT;
    }
    CASE(BUILD_SLICE) {
#if !SK_TRACED
        // The next instruction mostly is the one that uses the slice: the two are done at once, without making it.
        SkInstr next = sk_load_relaxed(pc);
        if (SK_OP(next) == SK_OPC_GET_ITEM && SK_C(next) == A && (SK_FLAGS(next) & SK_KILL_C)) {
            f->pc = pc + 1;
            SkValue r;
            if (sk_op_get_slice(regs[SK_B(next)], &RB, C, &r)) {
                pc++;
                if (sk_unlikely(sk_is_empty(r))) goto error;
                i = next;
                put(&RA, r);
                KILLS(SK_KILL_B, B);
                NEXT;
            }
        } else if (SK_OP(next) == SK_OPC_SET_ITEM && SK_B(next) == A && (SK_FLAGS(next) & SK_KILL_B)) {
            f->pc = pc + 1;
            bool ok;
            if (sk_op_set_slice(regs[SK_A(next)], &RB, C, regs[SK_C(next)], &ok)) {
                pc++;
                if (sk_unlikely(!ok)) goto error;
                i = next;
                if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);
                if (SK_FLAGS(i) & SK_KILL_C) kill(&RC);
                NEXT;
            }
        }
#endif
        SYNC;
        SkValue v = sk_slice_new(RB, (&RB)[1], C > 2 ? (&RB)[2] : SK_NONE);
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + C);
        put(&RA, v);
        NEXT;
    }
    CASE(LIST_APPEND) {
        SYNC;
        bool ok;
        if (SK_FLAGS(i) & SK_KILL_B) {
            SkValue v = sk_own(RB);
            if (sk_is_ptr_or_empty(v)) RB = SK_EMPTY;
            ok = sk_list_append_steal(RA, v);
        } else {
            ok = sk_list_append(RA, RB);
        }
        if (!ok) goto error;
        NEXT;
    }
    CASE(SET_ADD) {
        CHECK(sk_set_add(RA, RB));
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(MAP_ADD) {
        CHECK(sk_dict_set(RA, RB, RC));
        KILL_BC;
        NEXT;
    }
    CASE(LIST_EXTEND) {
        CHECK(sk_op_list_extend(RA, RB));
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(SET_UPDATE) {
        CHECK(sk_set_update(RA, RB));
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(DICT_UPDATE) {
        CHECK(sk_op_dict_update(RA, RB));
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(DICT_MERGE) {
        CHECK(sk_op_dict_merge(RA, RB, RC));
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(LIST_TO_TUPLE) { RESULT(sk_list_to_tuple(RB)); }
    CASE(CONVERT) {
        SYNC;
        SkValue v = RB, r;
        if (C == 1 && sk_is_exact_str(v)) r = sk_dup(v);
        else r = C == 1 ? sk_str(v) : C == 2 ? sk_repr(v) : sk_ascii(v);
        if (sk_is_empty(r)) goto error;
        put(&RA, r);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(FORMAT) {
        SYNC;
        SkValue r = sk_format(RB, C == SK_NO_REGISTER ? SK_EMPTY : RC);
        if (sk_is_empty(r)) goto error;
        put(&RA, r);
        KILLS(SK_KILL_B, B);
        if (C != SK_NO_REGISTER) KILLS(SK_KILL_C, C);
        NEXT;
    }
    CASE(BUILD_INTERPOLATION) {
        SYNC;
        SkValue v = sk_op_build_interpolation(&RB);
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + 4);
        put(&RA, v);
        NEXT;
    }
    CASE(BUILD_TEMPLATE) {
        SYNC;
        SkValue v = sk_op_intrinsic(100, RB, regs[B + 1]);
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + 2);
        put(&RA, v);
        NEXT;
    }

    CASE(GET_ITEM) {
        SkValue v = RB, key = RC;
        if (sk_is_small_int(key) && sk_has_index(v, SK_T_LIST)) {
            SkList *l = (SkList *)sk_ptr(v);
            int64_t at = sk_small_int(key);
            if (sk_likely(sk_is_mine(&l->header) && !sk_is_shared(&l->header))) {
                int64_t n = (int64_t)sk_load_relaxed(&l->length);
                if (at < 0) at += n;
                if (sk_likely(at >= 0 && at < n)) {
                    put(&RA, sk_retain(sk_slot_peek(&sk_load_relaxed(&l->array)->items[at])));
                    KILL_BC;
                    NEXT;
                }
            }
        }
        TRY_SPECIAL(v, sk_special_method(SK_N(__getitem__), 1, 2, v, key, SK_EMPTY));
        RESULT(sk_op_get_item(v, key));
    }
    CASE(GET_ITEM_INT) {
        SkValue v = RB;
        int64_t at = SK_SC(i);
        if (sk_has_index(v, SK_T_TUPLE)) {
            int64_t n = (int64_t)sk_tuple_len(v);
            if (at < 0) at += n;
            if (sk_likely(at >= 0 && at < n)) {
                put(&RA, sk_tuple_load(v, (size_t)at));
                KILLS(SK_KILL_B, B);
                NEXT;
            }
        }
        TRY_SPECIAL(v, sk_special_method(SK_N(__getitem__), 1, 2, v, sk_from_small_int(at), SK_EMPTY));
        SYNC;
        SkValue r = sk_op_get_item(v, sk_from_small_int(SK_SC(i)));
        if (sk_is_empty(r)) goto error;
        put(&RA, r);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(SET_ITEM) {
        SkValue v = RA;
        TRY_SPECIAL(v, sk_special_method(SK_N(__setitem__), 1, 3, v, RB, RC));
        SYNC;
        bool ok;
        if (sk_has_index(v, SK_T_DICT)) ok = sk_dict_set(v, RB, RC);
        else ok = sk_setitem(v, RB, RC);
        if (sk_unlikely(!ok)) goto error;
        KILL_ABC;
        NEXT;
    }
    CASE(DELETE_ITEM) {
        CHECK(sk_setitem(RA, RB, SK_EMPTY));
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(GET_ATTR) {
        _Atomic SkInstr *cache = (_Atomic SkInstr *)pc++;
        SkValue v = RB;
        if (sk_likely(sk_is_ptr(v))) {
            SkObject *o = sk_ptr(v);
            SkType *t = sk_ptr_type(o);
            uint64_t word = sk_load_relaxed(cache);
            SkSlot *slot;
            if (word && ((slot = sk_op_cached_slot(o, t, word)) ||
                         ((word = sk_op_seen(o, t, NAME(C), false)) && (slot = sk_op_cached_slot(o, t, word))))) {
                SkValue r = sk_slot_load(o, slot);
                if (sk_likely(!sk_is_empty(r))) {
                    put(&RA, r);
                    KILLS(SK_KILL_B, B);
                    NEXT;
                }
            }
        }
        TRY_SPECIAL(v, sk_special_getter(v, NAME(C), 2));
        SYNC;
        SkValue r = sk_op_get_attr(v, NAME(C), cache);
        if (sk_unlikely(sk_is_empty(r))) goto error;
        put(&RA, r);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(SET_ATTR) {
        _Atomic SkInstr *cache = (_Atomic SkInstr *)pc++;
        SkValue v = RA;
        SkSlot *slot = NULL;
        if (sk_likely(sk_is_ptr(v))) {
            SkObject *o = sk_ptr(v);
            SkType *t = sk_ptr_type(o);
            uint64_t word = sk_load_relaxed(cache);
            slot = word ? sk_op_cached_slot(o, t, word) : NULL;
            if (word && !slot && (word = sk_op_seen(o, t, NAME(C), true))) slot = sk_op_cached_slot(o, t, word);
            if (slot && !sk_multithreaded && sk_is_mine(o) && !sk_is_shared(o)) {
                SkValue old = {sk_load_relaxed(&slot->w)};
                if (sk_likely(!sk_is_empty(old))) {
                    SYNC;
                    SkValue fresh;
                    if (SK_FLAGS(i) & SK_KILL_B) {
                        fresh = sk_own(RB);
                        if (sk_is_ptr_or_empty(fresh)) RB = SK_EMPTY;
                    } else {
                        fresh = sk_retain(RB);
                    }
                    sk_slot_publish(slot, fresh);
                    sk_release(old);
                    KILL_A_ALWAYS;
                    NEXT;
                }
            }
        }
        if (!slot) {
            if (sk_op_add_cached(v, NAME(C), RB, sk_load_relaxed(cache))) {
                SYNC;
                KILL_A_ALWAYS;
                if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
                NEXT;
            }
            TRY_SPECIAL(v, sk_special_setter(v, NAME(C), RB, 2));
        }
        CHECK(sk_op_set_attr(v, NAME(C), RB, cache));
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    }
    CASE(DELETE_ATTR) {
        CHECK(sk_setattr(RA, NAME(C), SK_EMPTY));
        KILL_A_ALWAYS;
        NEXT;
    }
    CASE(LOAD_METHOD) {
        _Atomic SkInstr *cache = (_Atomic SkInstr *)pc++;
        SYNC;
        SkValue out[2];
        if (sk_unlikely(!sk_op_load_method(RB, NAME(C), out, cache))) goto error;
        unsigned a = A;
        SkValue self = RB;
        if (SK_FLAGS(i) & SK_KILL_B) {
            // The object moves on as self, or is released.
            if (sk_is_ptr_or_empty(self)) RB = SK_EMPTY;
            regs[a] = out[0];
            regs[a + 1] = SK_EMPTY;
            if (sk_is_empty(out[1])) sk_release(self);
            else regs[a + 1] = self;
        } else {
            regs[a] = out[0];
            regs[a + 1] = sk_is_empty(out[1]) ? SK_EMPTY : sk_dup(self);
        }
        NEXT;
    }
    CASE(SUPER_ATTR) {
        SYNC;
        SkValue self;
        SkValue v = sk_op_super(&RB, NAME(C), false, SK_FLAGS(i) & SK_SENSE, &self);
        if (sk_is_empty(v)) goto error;
        v = sk_own(v);
        clear_registers(&RB, &RB + 3);
        put(&RA, v);
        NEXT;
    }
    CASE(SUPER_METHOD) {
        SYNC;
        SkValue self;
        SkValue v = sk_op_super(&RB, NAME(C), true, SK_FLAGS(i) & SK_SENSE, &self);
        if (sk_is_empty(v)) goto error;
        v = sk_own(v);
        self = sk_retain(self);
        clear_registers(&RB, &RB + 3);
        unsigned a = A;
        put(&regs[a], v);
        put(&regs[a + 1], self);
        NEXT;
    }

    // ---- calls
    {
        SkValue callee;      // word; once the arguments are in place (`function`), no longer in its register
        SkValue *args, result, kwnames;
        SkValue made;        // counted: the instance whose __init__ is called, or EMPTY
        SkFunction *fn;
        SkCode *code;
        size_t nargs;        // positional ones
        unsigned base, words;  // the call area: registers base .. base + words - 1

        CASE(CALL) {
            POLL;
            base = A;
            nargs = B;
            words = (unsigned)nargs + 1;
            callee = regs[base];
            args = &regs[base + 1];
            kwnames = SK_EMPTY;
            goto call;
        }
        CASE(CALL_METHOD) {
            POLL;
            base = A;
            callee = regs[base];
            words = B + 2u;
            kwnames = SK_EMPTY;
            if (sk_is_empty(regs[base + 1])) {
                nargs = B;
                args = &regs[base + 2];
            } else {
                nargs = B + 1u;
                args = &regs[base + 1];
            }
            goto call;
        }
        CASE(CALL_KW) {
            POLL;
            kwnames = sk_slot_peek(&CONST(sk_load_relaxed(pc)));
            pc++;
            base = A;
            words = B + 1u;
            callee = regs[base];
            args = &regs[base + 1];
            nargs = B - sk_tuple_len(kwnames);
            goto call;
        }
        CASE(CALL_METHOD_KW) {
            POLL;
            kwnames = sk_slot_peek(&CONST(sk_load_relaxed(pc)));
            pc++;
            base = A;
            words = B + 2u;
            callee = regs[base];
            nargs = B - sk_tuple_len(kwnames);
            args = &regs[base + 2];
            if (!sk_is_empty(regs[base + 1])) {
                args--;
                nargs++;
            }
        }
    call:
        made = SK_EMPTY;
        if (sk_likely(sk_is_ptr(callee))) {
            uint32_t index = sk_type_index(sk_ptr(callee));
            if (sk_likely(index == SK_T_FUNCTION)) {
                regs[base] = SK_EMPTY;
                goto function;
            }
            if (index == SK_T_METHOD_DESCR || index == SK_T_NATIVE) goto native;
            // What follows puts a first argument before the others: its register is the callee's own, or the empty one of a method.
            if (index == SK_T_METHOD) {
                SkMethod *m = (SkMethod *)sk_ptr(callee);
                if (sk_has_index(sk_slot_peek(&m->function), SK_T_FUNCTION)) {
                    SkValue func = sk_slot_load(&m->header, &m->function), self = sk_slot_load(&m->header, &m->self);
                    regs[base] = SK_EMPTY;
                    *--args = self;
                    sk_release(callee);
                    callee = func;
                    nargs++;
                    goto function;
                }
            } else if (index == SK_T_TYPE) {
                SYNC;
                SkValue init;
                made = sk_op_make_instance((SkType *)sk_ptr(callee), &init);
                if (!sk_is_empty(made)) {
                    regs[base] = SK_EMPTY;
                    *--args = sk_retain(made);
                    sk_release(callee);
                    callee = init;
                    nargs++;
                    goto function;
                }
                if (sk_unlikely(sk_error_occurred())) {
                    result = SK_EMPTY;
                    goto called;
                }
            } else if (sk_ptr_type(sk_ptr(callee))->flags & SK_TF_HEAP) {
                SkValue func = sk_op_special_function(sk_ptr_type(sk_ptr(callee)), SK_N(__call__));
                if (!sk_is_empty(func)) {
                    regs[base] = SK_EMPTY;
                    *--args = callee;
                    callee = func;
                    nargs++;
                    goto function;
                }
            }
        }
    native:
        SYNC;
        SkKwFn call = sk_load_relaxed(&sk_type_of(callee)->call);
        result = call ? call(callee, args, nargs, kwnames)
                      : sk_raise(sk_exc_TypeError, "'%.200T' object is not callable", callee);
        goto called;

    function:
        fn = (SkFunction *)sk_ptr(callee);
        code = sk_as_code(sk_slot_peek(&fn->code));
        SYNC;
        if (sk_likely(sk_takes_just(code, nargs) && sk_is_empty(kwnames))) {
            if (sk_unlikely(f->flags & SK_FRAME_GENERATOR)) args = move_arguments(f, args, nargs);
            goto enter;
        }
        {
            // A generator's registers have no room behind them.
            size_t given = nargs + (sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames));
            bool fits = true;
            if (f->flags & SK_FRAME_GENERATOR) {
                SkValue *moved = move_arguments(f, args, given);
                fits = moved != args;
                args = moved;
            }
            if (sk_is_empty(kwnames) && fits && sk_bind_defaults(fn, code, args, nargs)) {
                nargs = code->argcount;
                goto enter;
            }
            result = SK_EMPTY;
            switch (fits ? sk_bind_in_place(fn, code, args, nargs, kwnames) : SK_BIND_GENERAL) {
            case SK_BOUND:
                nargs = code->nparams;
                if (sk_likely(!(code->flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR)))) goto enter;
                callee = sk_own(callee);
                result = sk_generator_new(fn, code, args);
                break;
            case SK_BIND_GENERAL:
                callee = sk_own(callee);
                // What was moved lies where the function's registers would begin.
                if (f->flags & SK_FRAME_GENERATOR && fits) f->stack_end += given;
                result = sk_function_call(callee, args, nargs, kwnames);
                if (f->flags & SK_FRAME_GENERATOR && fits) f->stack_end -= given;
                break;
            case SK_BIND_FAILED: break;
            }
            clear_registers(args, args + given);
            sk_release(callee);
            if (!sk_is_empty(made)) result = init_result(made, result);
        }

    called: {
        // The result goes into its register before anything of the call area is released.
        unsigned c = C;
        if (sk_unlikely(sk_is_empty(result))) {
            clear_registers(&regs[base], &regs[base + words]);
            goto error;
        }
        SkValue old = regs[c];
        regs[c] = result;
        for (unsigned r = base; r < base + words; r++)
            if (r != c) kill(&regs[r]);
        sk_release(old);
        if (!SK_TRACED && sk_unlikely(f->flags & SK_FRAME_TRACED) && vm->traced) {
            f->pc = pc;
            goto change_loop;
        }
        NEXT;
    }

    enter: {   // args .. args + nargs - 1 are the parameters
        SkFrame *nf = vm->next_frame;
        if (sk_unlikely(nf == vm->frames_end || args + code->nregisters + 64 > vm->regs_end ||
                        vm->depth >= sk_load_relaxed(&sk_recursion_limit))) {
            sk_raise(sk_exc_RecursionError, "maximum recursion depth exceeded");
            clear_registers(args, args + nargs);
            sk_release(callee);
            sk_release(made);
            result = SK_EMPTY;
            goto called;
        }
        vm->next_frame = nf + 1;
        vm->depth++;
        nf->code = code;
        nf->regs = args;
        nf->func = callee;
        nf->globals = (SkDict *)sk_ptr(sk_slot_peek(&fn->globals));
        nf->builtins = (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins));
        nf->locals = SK_EMPTY;
        nf->prev = f;
        nf->handled = SK_EMPTY;
        nf->made = made;
        nf->object = NULL;
        nf->result = C;
        nf->flags = sk_is_empty(made) ? 0 : SK_FRAME_INIT;
        nf->clean = false;
        for (SkValue *r = args + nargs, *end = args + code->nregisters; r < end; r++) *r = SK_EMPTY;
        vm->top = f = nf;
        regs = args;
        pc = code->code;
        NEXT;
    }

        CASE(CALL_EX) {
            POLL;
            SYNC;
            base = A;
            words = 3;
            callee = regs[base];
            made = SK_EMPTY;
            if (!sk_op_call_ex_args(callee, &regs[base + 1])) {
                result = SK_EMPTY;
                goto called;
            }
            if (sk_has_index(callee, SK_T_FUNCTION)) {
                fn = (SkFunction *)sk_ptr(callee);
                code = sk_as_code(sk_slot_peek(&fn->code));
                args = sk_vm_stack_end();
                kwnames = SK_EMPTY;
                if (!(code->flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR)) &&
                    sk_op_spread(args, vm->regs_end, regs[base + 1], regs[base + 2], &nargs, &kwnames)) {
                    SkBindResult bound = sk_bind_in_place(fn, code, args, nargs, kwnames);
                    if (bound == SK_BOUND) {
                        sk_release(kwnames);
                        SkFrame *nf = sk_frame_push(code, callee, (SkDict *)sk_ptr(sk_slot_peek(&fn->globals)),
                                                    (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins)), args);
                        if (sk_unlikely(!nf)) {
                            clear_registers(args, args + code->nparams);
                            result = SK_EMPTY;
                            goto called;
                        }
                        nf->result = C;
                        for (SkValue *r = args + code->nparams, *end = args + code->nregisters; r < end; r++) *r = SK_EMPTY;
                        // What held the arguments is released with the frame on top, whose registers are safe then.
                        regs[base] = SK_EMPTY;
                        f = nf;
                        clear_registers(&regs[base + 1], &regs[base + 3]);
                        regs = f->regs;
                        pc = f->pc;
                        NEXT;
                    }
                    clear_registers(args, args + nargs + (sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames)));
                    sk_release(kwnames);
                    if (bound == SK_BIND_FAILED) {
                        result = SK_EMPTY;
                        goto called;
                    }
                }
            }
            result = sk_call_tuple(callee, regs[base + 1], regs[base + 2]);
            goto called;
        }
    }

    CASE(RETURN) CASE(RETURN_NONE) {
        SYNC;
        SkValue *keep = SK_OP(i) == SK_OPC_RETURN ? &RA : NULL, v = SK_NONE;
        leave(f, keep);
        if (keep) {
            v = *keep;
            if (sk_is_ptr_or_empty(v)) *keep = SK_EMPTY;
        }
        uint8_t flags = f->flags;
        if (sk_unlikely(flags & (SK_FRAME_ENTRY | SK_FRAME_INIT | SK_FRAME_GENERATOR | SK_FRAME_SPECIAL))) {
            if (flags & SK_FRAME_INIT) {
                v = init_result(f->made, v);
                f->made = SK_EMPTY;
                if (sk_unlikely(sk_is_empty(v))) {
                    f = pop(vm, f);
                    regs = f->regs;
                    pc = f->pc;
                    goto error;
                }
            }
            if (flags & SK_FRAME_ENTRY) {
                v = sk_own(v);
                pop(vm, f);
                sk_leave_recursion();
                return v;
            }
            if (flags & SK_FRAME_SPECIAL) {
                special = v;
                uint32_t back = sk_special_back(f);
                operator = sk_special_operator(f);
                f = pop(vm, f);
                regs = f->regs;
                pc = f->pc;
                i = sk_load_relaxed(pc - back);
                goto special_result;
            }
            if (flags & SK_FRAME_FOR) {
                sk_release(v);
                f = pop(vm, f);
                regs = f->regs;
                pc = f->pc;
                i = sk_load_relaxed(pc - 1);
                clear_registers(&RB, &RB + 3);
                pc += SK_SC(i);
                NEXT;
            }
        }
        unsigned c = f->result;
        SkValue func = f->func;
        vm->next_frame = f;
        vm->depth--;
        f = f->prev;
        vm->top = f;
        f->clean = false;
        regs = f->regs;
        pc = f->pc;
        put(&regs[c], v);
        sk_release(func);
        NEXT;
    }

    CASE(YIELD) {
        SYNC;
        SkValue v = RB;
        if (SK_FLAGS(i) & SK_KILL_B) {
            if (sk_is_ptr_or_empty(v)) RB = SK_EMPTY;
        } else {
            v = sk_dup(v);
        }
        uint8_t flags = f->flags;
        SkFrame *caller = f->prev;
        if (flags & SK_FRAME_ENTRY) v = sk_own(v);
        suspend(vm, f);
        if (flags & SK_FRAME_ENTRY) {
            sk_leave_recursion();
            return v;
        }
        f = caller;
        regs = f->regs;
        pc = f->pc;
        i = sk_load_relaxed(pc - 1);
        put(&RA, v);
        NEXT;
    }
    CASE(GET_YIELD_FROM) { RESULT(sk_op_get_yield_from(f, RB)); }
    CASE(SEND) {
        SYNC;
        bool returned;
        SkValue v = sk_gen_send(RB, RA, &returned);
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        if (returned) pc += SK_SC(i);
        NEXT;
    }
    CASE(GET_AWAITABLE) {
        SYNC;
        SkValue v = sk_op_get_awaitable(RB, C);
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(GET_AITER) { RESULT(sk_op_get_aiter(RB)); }
    CASE(GET_ANEXT) { RESULT(sk_op_get_anext(RB)); }
    CASE(ASYNC_GEN_WRAP) { RESULT(sk_async_gen_wrap(RB)); }
    CASE(END_ASYNC_FOR) {
        SYNC;
        SkValue exc = RA;
        if (sk_is_instance_of(exc, sk_exc_StopAsyncIteration)) {
            KILL_A_ALWAYS;
            NEXT;
        }
        sk_error_restore(sk_retain(exc));
        goto raise_again;
    }

    CASE(PUSH_EXC) {
        unsigned a = A;
        SkValue exc = sk_error_take();
        SkValue before = f->handled;
        f->handled = sk_retain(exc);
        put(&regs[a], before);
        put(&regs[a + 1], exc);
        NEXT;
    }
    CASE(POP_EXC) {
        SYNC;
        unsigned a = A;
        SkValue now = f->handled;
        f->handled = sk_own(regs[a]);
        regs[a] = SK_EMPTY;
        sk_release(now);
        kill(&regs[a + 1]);
        NEXT;
    }
    CASE(EXC_MATCH) {
        SYNC;
        bool match;
        if (!sk_op_exc_match(RB, RC, &match)) goto error;
        put(&RA, sk_bool(match));
        KILL_BC;
        NEXT;
    }
    CASE(EXC_GROUP_MATCH) {
        SYNC;
        SkValue out[2];
        if (!sk_op_exc_group_match(RB, RC, out)) goto error;
        unsigned a = A, b = B, c = C;
        put(&regs[a], out[0]);
        put(&regs[a + 1], out[1]);
        if ((SK_FLAGS(i) & SK_KILL_B) && b != a && b != a + 1) kill(&regs[b]);
        if ((SK_FLAGS(i) & SK_KILL_C) && c != a && c != a + 1) kill(&regs[c]);
        NEXT;
    }
    CASE(RERAISE_STAR) { RESULT(sk_op_reraise_star(RB, RC)); }
    CASE(RAISE) {
        SYNC;
        if (sk_op_raise(f, C, C > 0 ? RA : SK_EMPTY, C > 1 ? RB : SK_EMPTY)) goto raise_again;
        goto error;
    }
    CASE(RERAISE) {
        SYNC;
        sk_error_restore(sk_retain(RA));
        goto raise_again;
    }

    CASE(WITH_ENTER) {
        SYNC;
        SkValue out[2];
        if (!sk_op_with_enter(RB, C == 1, out)) goto error;
        unsigned a = A, b = B;
        put(&regs[a], out[0]);
        put(&regs[a + 1], out[1]);
        if ((SK_FLAGS(i) & SK_KILL_B) && b != a && b != a + 1) kill(&regs[b]);
        NEXT;
    }
    CASE(WITH_EXIT) {
        SYNC;
        SkValue v = sk_op_with_exit(RB, C == SK_NO_REGISTER ? SK_EMPTY : RC);
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        KILLS(SK_KILL_B, B);
        NEXT;
    }

    CASE(IMPORT_NAME) {
        SYNC;
        SkValue v = sk_op_import_name(f, NAME(C), RB, regs[B + 1]);
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + 2);
        put(&RA, v);
        NEXT;
    }
    CASE(IMPORT_FROM) {
        SYNC;
        SkValue v = sk_op_import_from(RB, NAME(C));
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(IMPORT_STAR) {
        CHECK(sk_op_import_star(f, RA));
        KILL_A_ALWAYS;
        NEXT;
    }

    CASE(MATCH_CLASS) {
        SYNC;
        SkValue v = sk_op_match_class(RB, regs[B + 1], regs[B + 2], C);
        if (sk_is_empty(v)) goto error;
        unsigned b = B;
        put(&RA, v);
        if (b + 1 != A) kill(&regs[b + 1]);
        if (b + 2 != A) kill(&regs[b + 2]);
        NEXT;
    }
    CASE(MATCH_MAPPING) {
        put(&RA, sk_bool(sk_type_of(RB)->flags & SK_TF_MAPPING));
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(MATCH_SEQUENCE) {
        put(&RA, sk_bool(sk_type_of(RB)->flags & SK_TF_SEQUENCE));
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(MATCH_KEYS) { RESULT(sk_op_match_keys(RB, RC)); }
    CASE(MATCH_REST) { RESULT(sk_op_match_rest(RB, RC)); }
    CASE(GET_LEN) {
        SYNC;
        int64_t n = sk_len(RB);
        if (n < 0) goto error;
        put(&RA, sk_int_from_int64(n));
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(INTRINSIC_1) {
        SYNC;
        SkValue v = sk_op_intrinsic(C, RB, SK_EMPTY);
        if (sk_is_empty(v)) goto error;
        put(&RA, v);
        KILLS(SK_KILL_B, B);
        NEXT;
    }
    CASE(INTRINSIC_2) {
        SYNC;
        SkValue v = sk_own(sk_op_intrinsic(C, RB, regs[B + 1]));
        if (sk_is_empty(v)) goto error;
        clear_registers(&RB, &RB + 2);
        put(&RA, v);
        NEXT;
    }

// A special method, whose frame was pushed by instruction i, has returned `special`, a word.
special_result:
    switch (SK_OP(i)) {
    case SK_OPC_GET_ATTR: case SK_OPC_GET_ITEM_INT:
        put(&RA, special);
        KILLS(SK_KILL_B, B);
        NEXT;
    case SK_OPC_GET_ITEM:
        put(&RA, special);
        KILL_BC;
        NEXT;
    case SK_OPC_FOR_ITER:
        put(&RA, special);
        NEXT;
    case SK_OPC_SET_ATTR:
        sk_release(special);
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        NEXT;
    case SK_OPC_SET_ITEM:
        sk_release(special);
        KILL_ABC;
        NEXT;
    case SK_OPC_IN: case SK_OPC_NOT_IN: {
        int truth = truth_of(special);
        if (truth < 0) goto error;
        put(&RA, sk_bool(truth == (SK_OP(i) == SK_OPC_IN)));
        KILL_BC;
        NEXT;
    }
    case SK_OPC_LT: case SK_OPC_LE: case SK_OPC_EQ: case SK_OPC_NE: case SK_OPC_GT: case SK_OPC_GE:
        if (sk_unlikely(sk_is_not_implemented(special))) RESULT(sk_compare_after(RB, RC, (SkCompareOp)operator));
        put(&RA, special);
        KILL_BC;
        NEXT;
    case SK_OPC_JUMP_LT: case SK_OPC_JUMP_LE: case SK_OPC_JUMP_EQ: case SK_OPC_JUMP_NE: case SK_OPC_JUMP_GT: case SK_OPC_JUMP_GE: {
        if (sk_unlikely(sk_is_not_implemented(special))) special = sk_compare_after(RA, RB, (SkCompareOp)operator);
        int truth = sk_is_empty(special) ? -1 : truth_of(special);
        if (truth < 0) goto error;
        if (SK_FLAGS(i) & SK_KILL_A) kill(&RA);
        if (SK_FLAGS(i) & SK_KILL_B) kill(&RB);
        JUMP_TRUTH(truth);
    }
    default:
        if (sk_unlikely(sk_is_not_implemented(special))) RESULT(sk_binary_after((SkBinaryOp)operator, RB, RC));
        put(&RA, special);
        KILL_BC;
        NEXT;
    }

bad_opcode:
    SK_FATAL("bad opcode %d in %p", SK_OP(i), (void *)f->code);

change_loop:
    sk_leave_recursion();
    return SK_CHANGE_LOOP;

raise_again:
    if (SK_TRACED) sk_trace_reraised(f);
    goto reraise;

error:
    SYNC;
error_unguarded:
    sk_assert(sk_error_occurred());
    add_traceback(f);
    if (SK_TRACED) sk_trace_raised(f);
reraise:
    for (;;) {
        const SkHandler *h = find_handler(f->code, (uint32_t)(f->pc - f->code->code - 1));
        if (h) {
            // The exception waits as the thread's current one until PUSH_EXC; what is cleared here may run code.
            SkValue exc = sk_error_take();
            clear_registers(f->regs + h->live, f->regs + f->code->nregisters);
            sk_error_restore(exc);
            if (SK_TRACED) sk_trace_handled(f);
            regs = f->regs;
            pc = f->code->code + h->handler;
            NEXT;
        }
        if (SK_TRACED) sk_trace_unwound(f);
        SkValue exc = sk_error_take();
        leave(f, NULL);
        uint8_t flags = f->flags;
        if (flags & SK_FRAME_INIT) {
            sk_release(f->made);
            f->made = SK_EMPTY;
        }
        uint32_t back = sk_special_back(f);
        SkFrame *prev = pop(vm, f);
        sk_error_restore(exc);
        if (flags & SK_FRAME_ENTRY) {
            sk_leave_recursion();
            return SK_EMPTY;
        }
        if (flags & SK_FRAME_SPECIAL) {
            f = prev;
            regs = f->regs;
            pc = f->pc;
            i = sk_load_relaxed(pc - back);
            if (SK_OP(i) == SK_OPC_GET_ATTR) {
                (void)sk_tell_attribute_error(RB, NAME(C));
            } else if (SK_OP(i) == SK_OPC_FOR_ITER && sk_error_clear_if(sk_exc_StopIteration)) {
                clear_registers(&RB, &RB + 3);
                pc += SK_SC(i);
                NEXT;
            }
        }
        f = prev;
        // The instruction of the call takes its place in the traceback.
        add_traceback(f);
        if (SK_TRACED) sk_trace_raised(f);
    }
}
