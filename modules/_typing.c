// _typing: what typing takes from the runtime.
#include "objects/module.h"
#include "objects/typing.h"

static SkValue idfunc(SkValue module, SkValue v) {
    (void)module;
    return sk_dup(v);
}

static const SkMethodDef functions[] = {{"_idfunc", SK_ONEARG, .onearg = idfunc, .sig = "(x, /)"}, {0}};

static bool exec(SkValue m) {
    SkType *const types[] = {&sk_type_var_type, &sk_type_var_tuple_type, &sk_param_spec_type, &sk_param_spec_args_type,
                             &sk_param_spec_kwargs_type, &sk_type_alias_type, &sk_generic_type, &sk_union_type};
    for (size_t i = 0; i < SK_COUNT_OF(types); i++)
        if (!sk_module_add_type(m, types[i])) return false;
    return sk_module_add(m, "NoDefault", sk_no_default());
}

const SkModuleDef sk_module__typing = {"_typing", "What typing takes from the runtime.", functions, exec};
