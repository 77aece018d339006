// "Did you mean ...": where the names come from that could have been meant.
#include "core/report_internal.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/near_name.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/traceback.h"

static SkValue innermost_frame(SkValue tb) {
    if (sk_is_empty(tb)) return SK_EMPTY;
    SkValue at = sk_retain(tb);
    for (;;) {
        SkValue next = sk_traceback_next(at);
        if (sk_is_empty(next)) break;
        sk_release(at);
        at = next;
    }
    SkValue frame = sk_slot_get(sk_ptr(at), &sk_as_traceback(at)->frame);
    sk_release(at);
    return frame;
}

// The variable `self` of a frame: counted or SK_EMPTY.
static SkValue self_of(SkValue frame) {
    SK_AUTO SkValue locals = sk_is_empty(frame) ? SK_EMPTY : sk_getattr_opt_s(frame, "f_locals");
    if (sk_is_empty(locals)) return SK_EMPTY;
    SkValue self = sk_getitem(locals, SK_N(self));
    sk_error_clear();
    return self;
}

static bool is_underscored(SkValue s) { return sk_str_len(s) && sk_str_at(sk_as_str(s), 0) == '_'; }

// dir(obj), without the names that begin with an underscore if so wanted.
static SkValue names_of(SkValue obj, bool hide) {
    SK_AUTO SkValue all = sk_dir(obj);
    if (sk_is_empty(all) || !hide) return sk_move(&all);
    SkValue list = sk_list_new(0);
    for (size_t i = 0; !sk_is_empty(list) && i < sk_list_len(all); i++) {
        SK_AUTO SkValue name = sk_list_get(all, i);
        if (!sk_is_str(name) || is_underscored(name)) continue;
        if (!sk_list_append(list, name)) {
            sk_release(list);
            return SK_EMPTY;
        }
    }
    return list;
}

static SkValue for_attribute(SkValue exc, SkValue wrong, SkValue tb) {
    SK_AUTO SkValue obj = sk_getattr_opt(exc, SK_N(obj));
    if (sk_is_empty(obj)) return SK_EMPTY;
    bool hide = !is_underscored(wrong);
    if (hide) {
        SK_AUTO SkValue frame = innermost_frame(tb);
        SK_AUTO SkValue self = self_of(frame);
        hide = sk_is_empty(self) || !sk_is(self, obj);
    }
    SK_AUTO SkValue names = names_of(obj, hide);
    return sk_is_empty(names) ? SK_EMPTY : sk_nearest_name(names, wrong);
}

static SkValue for_import(SkValue exc, SkValue wrong) {
    SK_AUTO SkValue module_name = sk_getattr_opt(exc, SK_N(name));
    SK_AUTO SkValue sys = sk_import("sys");
    SK_AUTO SkValue modules = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "modules");
    SK_AUTO SkValue module = sk_is_dict(modules) && sk_is_str(module_name) ? sk_dict_get(modules, module_name) : SK_EMPTY;
    if (sk_is_empty(module)) return SK_EMPTY;
    SK_AUTO SkValue names = names_of(module, !is_underscored(wrong));
    return sk_is_empty(names) ? SK_EMPTY : sk_nearest_name(names, wrong);
}

static SkValue for_name(SkValue wrong, SkValue tb) {
    SK_AUTO SkValue frame = innermost_frame(tb);
    if (sk_is_empty(frame)) return SK_EMPTY;
    SK_AUTO SkValue self = self_of(frame);
    if (!sk_is_empty(self) && sk_hasattr(self, wrong) > 0) return sk_str_format("self.%S", wrong);
    sk_error_clear();
    SK_AUTO SkValue names = sk_list_new(0);
    if (sk_is_empty(names)) return SK_EMPTY;
    const char *const where[] = {"f_locals", "f_globals", "f_builtins"};
    for (size_t i = 0; i < SK_COUNT_OF(where); i++) {
        SK_AUTO SkValue scope = sk_getattr_s(frame, where[i]);
        SK_AUTO SkValue keys = sk_is_empty(scope) ? SK_EMPTY : sk_to_list(scope);
        if (sk_is_empty(keys) || !sk_list_extend(names, keys)) return SK_EMPTY;
    }
    return sk_nearest_name(names, wrong);
}

SkValue sk_suggest(SkValue exc, SkValue tb) {
    bool import = sk_is_instance_of(exc, sk_exc_ImportError), attribute = sk_is_instance_of(exc, sk_exc_AttributeError);
    bool name = sk_is_instance_of(exc, sk_exc_NameError);
    if (!import && !attribute && !name) return SK_EMPTY;
    SK_AUTO SkValue wrong = sk_getattr_opt(exc, import ? SK_N(name_from) : SK_N(name));
    SkValue found = SK_EMPTY;
    if (sk_is_str(wrong))
        found = import ? for_import(exc, wrong) : attribute ? for_attribute(exc, wrong, tb) : for_name(wrong, tb);
    sk_error_clear();
    return found;
}
