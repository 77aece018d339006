// string.templatelib: the types that t-strings make, for libraries in which `string` is no package.
#include "objects/error.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"

static SkValue convert(SkValue module, const SkValue *args) {
    (void)module;
    SkValue v = args[0], conversion = args[1];
    if (sk_is_none(conversion)) return sk_dup(v);
    if (sk_is_str(conversion) && sk_str_len(conversion) == 1) {
        switch (sk_str_at(sk_as_str(conversion), 0)) {
        case 's': return sk_str(v);
        case 'r': return sk_repr(v);
        case 'a': return sk_ascii(v);
        default: break;
        }
    }
    return sk_raise(sk_exc_ValueError, "invalid conversion specifier: %S", conversion);
}

static const SkMethodDef functions[] = {
    {"convert", SK_SIG, {.sig_fn = convert}, "(obj, /, conversion)", "Convert *obj* using formatted string literal semantics."},
    {0},
};

static bool exec(SkValue m) {
    return sk_module_add_type(m, &sk_template_type) && sk_module_add_type(m, &sk_interpolation_type);
}

const SkModuleDef sk_module_templatelib = {"string.templatelib", "Support for template string literals (t-strings).", functions, exec};
