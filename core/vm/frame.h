// Frames of the interpreter, Python functions, and a thread's stacks.
//
// A thread has two stacks: registers (one array of words; a call's registers begin at its first argument, in the
// caller's call area) and frame records. A generator has a frame record and registers of its own, in its object.
#ifndef SKEIN_CORE_VM_FRAME_H
#define SKEIN_CORE_VM_FRAME_H

#include "core/code.h"
#include "objects/dict.h"
#include "objects/method.h"
#include "objects/shape.h"

typedef struct {
    SkObject header;
    SkSlot code;        // replaced code stays alive for ever: a frame may be running it
    SkSlot globals;     // dict; never replaced
    SkSlot builtins;    // dict; never replaced
    SkSlot closure;     // tuple of cells or empty; never replaced
    SkSlot defaults;    // tuple or empty
    SkSlot kwdefaults;  // dict or empty
    SkSlot name, qualname, module, doc, annotations, annotate, type_params;
    SkInstance instance;
} SkFunction;

enum SkFrameFlags {
    SK_FRAME_ENTRY = 1,      // the interpreter loop returns to C when it leaves this frame
    SK_FRAME_GENERATOR = 2,  // embedded in a generator, coroutine or async generator
    SK_FRAME_INIT = 4,       // __init__ of `made`: the result is the instance
    SK_FRAME_FOR = 8,        // a generator resumed by FOR_ITER of the frame below
    SK_FRAME_CLASS = 16,     // locals are a mapping (class body, module, exec)
    SK_FRAME_TRACED = 32,    // tracing knows it: its first event was sent, or it ran when tracing began
    SK_FRAME_SPECIAL = 64,   // a special method: an instruction of the frame below goes on with the result (special.h)
};

typedef struct SkFrame SkFrame;
struct SkFrame {
    SkCode *code;            // kept alive by func or holder
    SkValue *regs;
    const _Atomic SkInstr *pc;  // the instruction after the one being executed; kept up to date where it matters
    SkValue func;            // word: the function, or the code object of module code; released at the end
    SkDict *globals, *builtins;  // kept alive by func or the caller of exec
    SkValue locals;          // counted: a mapping, or empty in optimised code
    SkFrame *prev;
    SkValue handled;         // counted: the exception being handled here, or empty
    SkValue made;            // counted: FRAME_INIT
    SkObject *object;        // counted: the Python frame object, if somebody asked
    SkValue *stack_end;      // generators: where the resumer's registers end
    uint16_t result;         // register of the caller that takes the result
    uint8_t flags;
    bool clean;              // no borrowed register is left since the last report
    int32_t jump;            // SPECIAL: which instruction (special.h)
};

typedef struct SkTraceCall SkTraceCall;
typedef struct {
    SkFrame *top;            // the running frame, or NULL
    SkFrame *next_frame;     // first unused record of the frame stack
    SkFrame *frames, *frames_end;
    SkValue *regs, *regs_end;
    uint32_t depth, depth_limit;  // Python calls in progress
    bool traced;             // the loops of this thread report what they do: somebody watches, and no callback is running
    // The rest: core/vm/trace.c
    bool watched;            // somebody watches
    bool landed;             // the last thing that happened was the jump to a handler
    int event;               // the event whose function is being called, or -1, and its frame
    SkFrame *event_frame;
    uint32_t inside;         // callbacks in progress
    SkValue trace_function, profile_function;   // sys.settrace, sys.setprofile: counted or empty
    void (*profiler)(void *arg, int event, SkFrame *f, SkValue function);
    void *profiler_arg;
    SkValue stop_value;      // counted: what the generator of a `for` returned, until its loop notices; or empty
    struct SkTraceCall *calls;
    uint32_t ncalls, calls_capacity;
    uint32_t seen_for_all[2];
} SkVm;
extern _Thread_local SkVm sk_vm;

extern _Atomic uint32_t sk_recursion_limit;

bool sk_vm_thread_init(void) SK_MUST_USE;   // the stacks of this thread
void sk_vm_thread_exit(void);
void sk_vm_convert_borrows(void);           // hook: at a report

// Where registers may be used from: above everything live.
SK_INLINE SkValue *sk_vm_stack_end(void) {
    SkFrame *f = sk_vm.top;
    if (!f) return sk_vm.regs;
    return f->flags & SK_FRAME_GENERATOR ? f->stack_end : f->regs + f->code->nregisters;
}

// ---- running ------------------------------------------------------------------------------------------------------
// Runs code with the given dicts; locals: a mapping. Counted result. (exec, modules, class bodies)
SkValue sk_run_code(SkValue code, SkValue globals, SkValue locals) SK_MUST_USE;
// Calls a Python function; args as in sk_call.
SkValue sk_function_call(SkValue f, const SkValue *args, size_t nargs, SkValue kwnames);
// The interpreter loops: run f, the topmost frame, until the frame marked ENTRY is left; or until the other loop is to go on.
SkValue sk_vm_loop(SkFrame *f);
SkValue sk_vm_loop_traced(SkFrame *f);
SkValue sk_vm_go_on(void) SK_COLD;   // whichever it is, until the end
#define SK_CHANGE_LOOP ((SkValue){SK_TAG_BORROWED})
SK_INLINE bool sk_is_change_loop(SkValue v) { return v.w == SK_TAG_BORROWED; }
// Runs the topmost frame until it returns or yields. Counted or EMPTY.
SK_INLINE SkValue sk_vm_run(SkFrame *f) {
    f->flags |= SK_FRAME_ENTRY;
    SkValue r = sk_unlikely(sk_vm.traced) ? SK_CHANGE_LOOP : sk_vm_loop(f);
    return sk_likely(!sk_is_change_loop(r)) ? r : sk_vm_go_on();
}
// Pushes a frame record for code; regs filled by the caller up to the parameters, the rest is cleared here. NULL: RecursionError.
SkFrame *sk_frame_push(SkCode *code, SkValue func, SkDict *globals, SkDict *builtins, SkValue *regs) SK_MUST_USE;
// The builtins dict for globals: its '__builtins__', or the running frame's, or the module's.
// Counted: a dict; one of which the only key is None holds what a program put in place of a dict.
SkValue sk_builtins_of(SkValue globals) SK_MUST_USE;
SkValue sk_builtins_shown(SkDict *builtins) SK_MUST_USE;   // that, or the dict: counted

// ---- functions -------------------------------------------------------------------------------------------------------
SkValue sk_function_new(SkValue code, SkValue globals) SK_MUST_USE;

// ---- frame objects -----------------------------------------------------------------------------------------------------
// The Python object of a frame, made on demand: counted.
SkValue sk_frame_object(SkFrame *f) SK_MUST_USE;
// The frame is about to go: its object takes over what it shows.
void sk_frame_object_detach(SkFrame *f);
// The frame `depth` Python calls up (0: the running one), or NULL.
SkFrame *sk_frame_at(int depth);
int sk_frame_line(const SkFrame *f);
// f_locals of a frame: for functions a fresh dict with the current values (a write-through proxy is made of it). Counted.
SkValue sk_frame_locals(SkFrame *f) SK_MUST_USE;

// ---- generators ------------------------------------------------------------------------------------------------------------
typedef enum { SK_GEN_CREATED, SK_GEN_SUSPENDED, SK_GEN_RUNNING, SK_GEN_FINISHED } SkGenState;
typedef struct {
    SkObject header;
    _Atomic uint32_t state;      // SkGenState: RUNNING is taken by compare-and-swap, and is what guards the rest
    uint32_t nregs;
    SkSlot name, qualname;
    SkSlot origin;               // coroutines: cr_origin
    SkSlot finalizer;            // async generators: the hook for their end
    _Atomic bool hooks_inited, closed, running_async;
    SkFrame frame;
    SkValue regs[];
} SkGenerator;
// Makes the generator, coroutine or async generator of a call: takes over the nargs-bound registers of `from`.
SkValue sk_generator_new(SkFunction *f, SkCode *code, SkValue *from) SK_MUST_USE;
// Resumes: sends value (or, EMPTY, throws the current exception into it). Counted: what it yields, with *returned false;
// what it returned, with *returned true; EMPTY: exception.
SkValue sk_generator_resume(SkGenerator *g, SkValue value, bool *returned) SK_MUST_USE;
// The claim itself: from `was`, which is updated on failure. What runs in a generator changes its registers without a lock, so the
// collector hears of it as of a lock that is taken. PAIR(generator-lcand): store of state, load of tl; the collector stores LCAND,
// then loads state.
SK_INLINE bool sk_generator_take(SkGenerator *g, uint32_t *was) {
    if (!sk_cas_seq_cst(&g->state, was, SK_GEN_RUNNING)) return false;  // PAIR(generator-state)
    if (sk_unlikely(sk_load_seq_cst(&g->header.tl) & SK_LCAND)) sk_and_relaxed(&g->header.tl, ~(uint32_t)SK_LCAND);
    return true;
}
// Claims a suspended generator for running; false with ValueError "generator already executing", or, finished: false
// without an exception.
bool sk_generator_claim(SkGenerator *g) SK_MUST_USE;
SkValue sk_gen_send(SkValue gen, SkValue value, bool *returned) SK_MUST_USE;   // any iterator: send or next
SkValue sk_get_awaitable_iter(SkValue v) SK_MUST_USE;
SkValue sk_async_gen_wrap(SkValue v) SK_MUST_USE;
SK_INLINE bool sk_is_generator_like(SkValue v) {
    uint32_t i = sk_is_ptr(v) ? sk_type_index(sk_ptr(v)) : 0;
    return i == SK_T_GENERATOR || i == SK_T_COROUTINE || i == SK_T_ASYNC_GENERATOR;
}

#endif
