// A thread's stacks, and running code from C.
#include "base/alloc.h"
#include "core/vm/bind.h"
#include "core/vm/trace.h"
#include "gc/stash.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/near_name.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum {
    MAIN_REGISTERS = 1 << 24,    // words of address space; memory only where used
    OTHER_REGISTERS = 1 << 21,
    MAIN_FRAMES = 1 << 19,
    OTHER_FRAMES = 1 << 16,
};

_Thread_local SkVm sk_vm;
_Atomic uint32_t sk_recursion_limit = 1000;

bool sk_vm_thread_init(void) {
    SkVm *vm = &sk_vm;
    size_t nregs = sk_thread_self->is_main ? MAIN_REGISTERS : OTHER_REGISTERS;
    size_t nframes = sk_thread_self->is_main ? MAIN_FRAMES : OTHER_FRAMES;
    *vm = (SkVm){.event = -1};
    vm->regs = sk_reserve(nregs * sizeof *vm->regs);
    vm->frames = sk_reserve(nframes * sizeof *vm->frames);
    if (!vm->regs || !vm->frames) return false;
    vm->regs_end = vm->regs + nregs;
    vm->next_frame = vm->frames;
    vm->frames_end = vm->frames + nframes;
    sk_thread_self->vm = vm;
    sk_trace_thread_enter();
    return true;
}

void sk_vm_thread_exit(void) {
    SkVm *vm = &sk_vm;
    if (vm->regs) sk_unreserve(vm->regs, (size_t)((char *)vm->regs_end - (char *)vm->regs));
    if (vm->frames) sk_unreserve(vm->frames, (size_t)((char *)vm->frames_end - (char *)vm->frames));
    *vm = (SkVm){0};
}

// Frames below a clean one have not run since they were converted.
void sk_vm_convert_borrows(void) {
    uint64_t n = 0;
    for (SkFrame *f = sk_vm.top; f && !f->clean; f = f->prev) {
        for (SkValue *r = f->regs, *end = r + f->code->nregisters; r < end; r++) {
            if (!sk_is_borrowed(*r)) continue;
            *r = sk_own_slow(*r);
            n++;
        }
        if (sk_is_borrowed(f->func)) f->func = sk_own_slow(f->func);
        f->clean = f != sk_vm.top;
    }
    sk_thread_self->conversions += n;
    sk_stash_give_back();
}

// ---- running ---------------------------------------------------------------------------------------------------------

SkValue sk_builtins_of(SkValue globals) {
    SkValue b = sk_dict_get(globals, SK_N(__builtins__));
    if (sk_is_empty(b) && sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(b)) return sk_vm.top ? sk_retain(sk_counted(sk_vm.top->builtins)) : sk_retain(sk_module_builtins_dict());
    if (sk_is_dict(b)) return b;
    if (sk_is_instance_of(b, &sk_module_type)) {
        SkValue d = sk_retain(sk_module_dict(b));
        sk_release(b);
        return d;
    }
    // No name is in this dict: the item is asked when a name was not found.
    SK_AUTO SkValue item = b;
    SK_AUTO SkValue holder = sk_dict_new();
    return sk_is_empty(holder) || !sk_dict_set(holder, SK_NONE, item) ? SK_EMPTY : sk_move(&holder);
}

SkValue sk_builtins_shown(SkDict *builtins) {
    SkValue item = sk_dict_get(sk_counted(builtins), SK_NONE);
    return sk_is_empty(item) ? sk_retain(sk_counted(builtins)) : item;
}

static void clear_from(SkValue *regs, uint32_t from, uint32_t to) {
    for (; from < to; from++) regs[from] = SK_EMPTY;
}

SkValue sk_run_code(SkValue code_value, SkValue globals, SkValue locals) {
    SkCode *code = sk_as_code(code_value);
    SK_AUTO SkValue builtins = sk_builtins_of(globals);
    if (sk_is_empty(builtins)) return SK_EMPTY;
    SkValue *regs = sk_vm_stack_end();
    SkFrame *f = sk_frame_push(code, sk_retain(code_value), (SkDict *)sk_ptr(globals), (SkDict *)sk_ptr(builtins), regs);
    if (!f) {
        sk_release(code_value);
        return SK_EMPTY;
    }
    clear_from(regs, 0, code->nregisters);
    f->flags = SK_FRAME_CLASS;
    f->locals = sk_retain(locals);
    return sk_vm_run(f);
}

SkValue sk_function_call(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkFunction *fn = (SkFunction *)sk_ptr(v);
    SkCode *code = sk_as_code(sk_slot_peek(&fn->code));
    SkValue *regs = sk_vm_stack_end();
    if (sk_unlikely(regs + code->nregisters + 64 > sk_vm.regs_end))
        return sk_raise(sk_exc_RecursionError, "maximum recursion depth exceeded");
    if (sk_takes_just(code, nargs) && sk_is_empty(kwnames)) {
        for (size_t i = 0; i < nargs; i++) regs[i] = sk_dup(args[i]);
    } else if (!sk_bind_arguments(fn, code, args, nargs, kwnames, regs)) {
        return SK_EMPTY;
    }
    clear_from(regs, code->nparams, code->nregisters);
    if (code->flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR)) return sk_generator_new(fn, code, regs);
    SkFrame *f = sk_frame_push(code, sk_retain(v), (SkDict *)sk_ptr(sk_slot_peek(&fn->globals)),
                               (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins)), regs);
    if (sk_unlikely(!f)) {
        sk_release(v);
        for (uint32_t i = 0; i < code->nparams; i++) sk_release(regs[i]);
        return SK_EMPTY;
    }
    if (!(code->flags & SK_CO_OPTIMIZED)) {  // of a module or class: its names are globals
        f->locals = sk_retain(sk_slot_peek(&fn->globals));
        f->flags = SK_FRAME_CLASS;
    }
    return sk_vm_run(f);
}
