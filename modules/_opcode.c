// _opcode: questions about opcodes that the table in opcode.py does not answer.
//
// The numbers are those of the library's opcode.py, which describes code that this runtime does not run. No effect on
// a stack can be given for it, so every opcode is as good as unknown.
#include "objects/error.h"
#include "objects/module.h"
#include "objects/protocol.h"

static SkValue stack_effect(SkValue m, const SkValue *a) {
    (void)m;
    int opcode;
    if (!sk_as_int(a[0], &opcode)) return SK_EMPTY;
    if (!sk_is_empty(a[2]) && !sk_is_none(a[2]) && !sk_is_bool(a[2]))
        return sk_raise(sk_exc_ValueError, "stack_effect: jump must be False, True or None");
    return sk_raise(sk_exc_ValueError, "invalid opcode or oparg");
}

static SkValue get_specialization_stats(SkValue m) {
    (void)m;
    return SK_NONE;
}

static SkValue has_nothing(SkValue m, const SkValue *a) {
    (void)m;
    int opcode;
    return sk_as_int(a[0], &opcode) ? SK_FALSE : SK_EMPTY;
}

#define HAS(what, text) {.name = "has_" what, .kind = SK_SIG, .sig_fn = has_nothing, .sig = "(opcode)", .doc = text}

static const SkMethodDef functions[] = {
    {.name = "stack_effect", .kind = SK_SIG, .sig_fn = stack_effect, .sig = "(opcode, oparg=None, /, *, jump=None)", .doc = "What an instruction adds to the stack."},
    {.name = "get_specialization_stats", .kind = SK_NOARGS, .noargs = get_specialization_stats, .sig = "()", .doc = "None: no statistics are kept."},
    HAS("arg", "Whether the opcode uses its argument."),
    HAS("const", "Whether the opcode accesses a constant."),
    HAS("name", "Whether the opcode accesses an attribute or a global by name."),
    HAS("jump", "Whether the opcode has a jump target."),
    HAS("free", "Whether the opcode accesses a free variable."),
    HAS("local", "Whether the opcode accesses a local variable."),
    HAS("exc", "Whether the opcode sets an exception handler."),
    {.name = "is_valid", .kind = SK_SIG, .sig_fn = has_nothing, .sig = "(opcode)", .doc = "Whether the opcode exists."},
    {0},
};

const SkModuleDef sk_module__opcode = {"_opcode", "What dis wants to know of opcodes.", functions, NULL};
