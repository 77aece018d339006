// Exception classes of native modules.
#include "modules/error_class.h"

#include <string.h>

#include "objects/dict.h"
#include "objects/module.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue make(const char *name, SkType *base, const char *doc) {
    const char *dot = strrchr(name, '.');
    SK_AUTO SkValue last = sk_str_from(dot + 1);
    SK_AUTO SkValue module = sk_str_from_utf8(name, (size_t)(dot - name));
    SK_AUTO SkValue bases = sk_tuple_pack(1, sk_type_value(base));
    SK_AUTO SkValue dict = sk_dict_new();
    if (sk_is_empty(last) || sk_is_empty(module) || sk_is_empty(bases) || sk_is_empty(dict) || !sk_dict_set_s(dict, "__module__", module))
        return SK_EMPTY;
    if (doc) {
        SK_AUTO SkValue text = sk_str_from(doc);
        if (sk_is_empty(text) || !sk_dict_set_s(dict, "__doc__", text)) return SK_EMPTY;
    }
    return sk_type_new_class(last, bases, dict);
}

bool sk_add_error_class(SkValue m, SkErrorClass *c, const char *name, SkType *base, const char *doc) {
    SkObject *there = sk_load_acquire(&c->type);  // PAIR(error-class)
    if (!there) {
        SkValue cls = make(name, base, doc);
        if (sk_is_empty(cls)) return false;
        sk_make_immortal(sk_ptr(cls));
        there = sk_ptr(cls);
        // PAIR(error-class): with sk_error_class on another thread, which could else see the class unfilled
        sk_store_release(&c->type, there);
    }
    return sk_module_add(m, strrchr(name, '.') + 1, sk_counted(there));
}
