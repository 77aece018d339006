// From the arguments of a call to the parameters of a function.
#ifndef SKEIN_CORE_VM_BIND_H
#define SKEIN_CORE_VM_BIND_H

#include "core/vm/frame.h"
#include "objects/tuple.h"

// What sk_bind_in_place places at most; fewer registers than there is room for behind any frame.
enum { SK_BIND_MAX = 32 };

// A function whose body runs at once, with nothing but positional parameters.
SK_INLINE bool sk_is_plain(const SkCode *c) {
    return !c->kwonly &&
           (c->flags & (SK_CO_OPTIMIZED | SK_CO_VARARGS | SK_CO_VARKEYWORDS | SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR)) ==
               SK_CO_OPTIMIZED;
}
// A call with this many positional arguments and no others needs no binding: they are the parameters.
SK_INLINE bool sk_takes_just(const SkCode *c, size_t nargs) { return c->argcount == nargs && sk_is_plain(c); }

// The commonest of what sk_bind_in_place does: the last arguments of a plain function are left out. False: nothing was done.
SK_INLINE bool sk_bind_defaults(const SkFunction *f, const SkCode *c, SkValue *args, size_t nargs) {
    SkValue defaults = sk_slot_peek(&f->defaults);
    if (nargs >= c->argcount || !sk_is_plain(c) || sk_is_empty(defaults) || sk_is_none(defaults)) return false;
    size_t n = sk_tuple_len(defaults), missing = c->argcount - nargs;
    if (missing > n || missing > SK_BIND_MAX) return false;
    for (size_t i = 0; i < missing; i++) args[nargs + i] = sk_tuple_load(defaults, n - missing + i);
    return true;
}

typedef enum {
    SK_BOUND,       // args[0 .. code->nparams) are the parameters, what follows of the arguments is EMPTY
    SK_BIND_GENERAL,   // nothing was done: sk_bind_arguments is to do it, or to say what is wrong
    SK_BIND_FAILED,    // exception; the words that are left in args are still the caller's
} SkBindResult;
// Moves the words of a call, positional ones first and those of kwnames (a tuple, or EMPTY) behind, to where the parameters are.
// There is room for SK_BIND_MAX words behind the arguments. Runs no Python code.
SkBindResult sk_bind_in_place(const SkFunction *f, const SkCode *code, SkValue *args, size_t nargs, SkValue kwnames);

// Binds arguments to the parameters of f in regs (which has room for code->nregisters); words are copied from args (dup'ed). On
// failure nothing is left in regs.
bool sk_bind_arguments(SkFunction *f, SkCode *code, const SkValue *args, size_t nargs, SkValue kwnames, SkValue *regs) SK_MUST_USE;

#endif
