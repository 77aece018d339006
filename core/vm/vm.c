// A thread's stacks, running code from C, and the binding of arguments.
#include "base/alloc.h"
#include "core/vm/frame.h"
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
    sk_release(b);
    return sk_retain(sk_module_builtins_dict());
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
    if (!sk_bind_arguments(fn, code, args, nargs, kwnames, regs)) return SK_EMPTY;
    uint32_t nparams = code->argcount + code->kwonly + !!(code->flags & SK_CO_VARARGS) + !!(code->flags & SK_CO_VARKEYWORDS);
    clear_from(regs, nparams, code->nregisters);
    if (code->flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR)) return sk_generator_new(fn, code, regs);
    SkFrame *f = sk_frame_push(code, sk_retain(v), (SkDict *)sk_ptr(sk_slot_peek(&fn->globals)),
                               (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins)), regs);
    if (sk_unlikely(!f)) {
        sk_release(v);
        for (uint32_t i = 0; i < nparams; i++) sk_release(regs[i]);
        return SK_EMPTY;
    }
    if (!(code->flags & SK_CO_OPTIMIZED)) {  // of a module or class: its names are globals
        f->locals = sk_retain(sk_slot_peek(&fn->globals));
        f->flags = SK_FRAME_CLASS;
    }
    return sk_vm_run(f);
}

// ---- binding ------------------------------------------------------------------------------------------------------------

static SkValue qualname(SkFunction *f) { return sk_slot_peek(&f->qualname); }

static SkValue param_name(SkCode *c, uint32_t i) { return sk_tuple_peek(sk_slot_peek(&c->varnames), i); }

// "'a', 'b', and 'c'"
static SkValue list_names(SkValue *names, size_t n) {
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < n; i++) {
        if (i) sk_sb_cstr(&b, n == 2 ? " and " : i + 1 == n ? ", and " : ", ");
        sk_sb_char(&b, '\'');
        sk_sb_str(&b, names[i]);
        sk_sb_char(&b, '\'');
    }
    return sk_sb_finish(&b);
}

static void missing(SkFunction *f, SkCode *c, SkValue *regs, uint32_t from, uint32_t to, const char *kind) {
    size_t n = 0;
    SkValue *names = sk_malloc((to - from + 1) * sizeof *names);
    if (!names) {
        sk_raise_memory();
        return;
    }
    for (uint32_t i = from; i < to; i++)
        if (sk_is_empty(regs[i])) names[n++] = param_name(c, i);
    SK_AUTO SkValue list = list_names(names, n);
    sk_free(names);
    if (!sk_is_empty(list))
        sk_raise(sk_exc_TypeError, "%S() missing %zu required %s argument%s: %S", qualname(f), n, kind, n == 1 ? "" : "s", list);
}

static void too_many(SkFunction *f, SkCode *c, size_t given, size_t ndefaults, SkValue *regs) {
    uint32_t kwonly_given = 0;
    for (uint32_t i = c->argcount; i < c->argcount + c->kwonly; i++) kwonly_given += !sk_is_empty(regs[i]);
    bool plural = c->argcount != 1;
    SK_AUTO SkValue takes = ndefaults ? sk_str_format("from %u to %u", c->argcount - (uint32_t)ndefaults, c->argcount)
                                      : sk_str_format("%u", c->argcount);
    if (ndefaults) plural = true;
    SK_AUTO SkValue extra = kwonly_given ? sk_str_format(" positional argument%s (and %u keyword-only argument%s)", given != 1 ? "s" : "",
                                                         kwonly_given, kwonly_given != 1 ? "s" : "")
                                         : sk_str_from("");
    if (sk_is_empty(takes) || sk_is_empty(extra)) return;
    sk_raise(sk_exc_TypeError, "%S() takes %S positional argument%s but %zu%S %s given", qualname(f), takes, plural ? "s" : "", given,
             extra, given == 1 && !kwonly_given ? "was" : "were");
}

static bool positional_by_keyword(SkFunction *f, SkCode *c, SkValue kwnames) {
    SkValue names[64];
    size_t n = 0;
    for (uint32_t i = 0; i < c->posonly && n < 64; i++)
        for (size_t k = 0; k < sk_tuple_len(kwnames); k++)
            if (sk_str_equal(param_name(c, i), sk_tuple_peek(kwnames, k))) {
                names[n++] = param_name(c, i);
                break;
            }
    if (!n) return false;
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < n; i++) {
        if (i) sk_sb_cstr(&b, ", ");
        sk_sb_str(&b, names[i]);
    }
    SK_AUTO SkValue list = sk_sb_finish(&b);
    if (!sk_is_empty(list))
        sk_raise(sk_exc_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", qualname(f), list);
    return true;
}

static void unexpected(SkFunction *f, SkCode *c, uint32_t named, SkValue name) {
    SK_AUTO SkValue names = sk_list_new(0);
    for (uint32_t i = c->posonly; i < named && !sk_is_empty(names); i++)
        if (!sk_list_append(names, param_name(c, i))) return;
    if (sk_is_empty(names)) return;
    SK_AUTO SkValue near = sk_nearest_name(names, name);
    if (sk_is_empty(near)) sk_raise(sk_exc_TypeError, "%S() got an unexpected keyword argument '%S'", qualname(f), name);
    else sk_raise(sk_exc_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", qualname(f), name, near);
}

bool sk_bind_arguments(SkFunction *f, SkCode *c, const SkValue *args, size_t nargs, SkValue kwnames, SkValue *regs) {
    uint32_t npos = c->argcount, named = npos + c->kwonly;
    bool has_varargs = c->flags & SK_CO_VARARGS, has_varkw = c->flags & SK_CO_VARKEYWORDS;
    uint32_t at_varargs = named, at_varkw = named + has_varargs, nparams = at_varkw + has_varkw;
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    clear_from(regs, 0, nparams);
    size_t direct = nargs < npos ? nargs : npos;
    for (size_t i = 0; i < direct; i++) regs[i] = sk_dup(args[i]);
    SkValue defaults = sk_slot_peek(&f->defaults), kwdefaults = sk_slot_peek(&f->kwdefaults);
    size_t ndefaults = sk_is_empty(defaults) || sk_is_none(defaults) ? 0 : sk_tuple_len(defaults);
    if (has_varargs) {
        regs[at_varargs] = sk_tuple_from(args + direct, nargs - direct);
        if (sk_is_empty(regs[at_varargs])) goto fail;
    }
    if (has_varkw) {
        regs[at_varkw] = sk_dict_new();
        if (sk_is_empty(regs[at_varkw])) goto fail;
    }
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        if (!sk_is_str(name)) {
            sk_raise(sk_exc_TypeError, "keywords must be strings");
            goto fail;
        }
        uint32_t i = c->posonly;
        while (i < named && !sk_is(param_name(c, i), name)) i++;
        if (i == named)
            for (i = c->posonly; i < named && !sk_str_equal(param_name(c, i), name);) i++;
        if (i < named) {
            if (!sk_is_empty(regs[i])) {
                sk_raise(sk_exc_TypeError, "%S() got multiple values for argument '%S'", qualname(f), name);
                goto fail;
            }
            regs[i] = sk_dup(args[nargs + k]);
        } else if (has_varkw) {
            if (!sk_dict_set(regs[at_varkw], name, args[nargs + k])) goto fail;
        } else {
            if (!(c->posonly && positional_by_keyword(f, c, kwnames)) && !sk_error_occurred())
                unexpected(f, c, named, name);
            goto fail;
        }
    }
    if (nargs > npos && !has_varargs) {
        too_many(f, c, nargs, ndefaults, regs);
        goto fail;
    }
    uint32_t required = npos - (uint32_t)(ndefaults < npos ? ndefaults : npos);
    for (uint32_t i = (uint32_t)direct; i < required; i++) {
        if (!sk_is_empty(regs[i])) continue;
        missing(f, c, regs, 0, required, "positional");
        goto fail;
    }
    for (uint32_t i = (uint32_t)direct > required ? (uint32_t)direct : required; i < npos; i++)
        if (sk_is_empty(regs[i])) regs[i] = sk_tuple_load(defaults, i - (npos - ndefaults));
    for (uint32_t i = npos; i < named; i++) {
        if (!sk_is_empty(regs[i])) continue;
        if (!sk_is_empty(kwdefaults) && !sk_is_none(kwdefaults)) {
            regs[i] = sk_dict_load(kwdefaults, param_name(c, i));
            if (!sk_is_empty(regs[i])) continue;
            if (sk_error_occurred()) goto fail;
        }
        for (uint32_t j = i + 1; j < named; j++)
            if (sk_is_empty(regs[j]) && !sk_is_empty(kwdefaults) && !sk_is_none(kwdefaults)) regs[j] = sk_dict_load(kwdefaults, param_name(c, j));
        missing(f, c, regs, npos, named, "keyword-only");
        goto fail;
    }
    return true;
fail:
    for (uint32_t i = 0; i < nparams; i++) {
        SkValue v = regs[i];
        regs[i] = SK_EMPTY;
        sk_release(v);
    }
    return false;
}
