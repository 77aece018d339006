// ImportError: the message, the module's name and path, and the name asked of it.
#include "objects/dict.h"
#include "objects/exception_internal.h"
#include "objects/names.h"
#include "objects/str.h"

SK_EXCEPTION_FIELDS(SkImportError, msg, name_from)

static SkImportError *as_import(SkValue v) { return (SkImportError *)sk_ptr(v); }

static bool import_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const keywords[] = {"name", "path", "name_from"};
    SkValue given[3];
    if (!sk_exception_init(self, args, nargs, SK_EMPTY) ||
        !sk_exception_keywords("ImportError", keywords, 3, args + nargs, kwnames, given))
        return false;
    SkImportError *e = as_import(self);
    sk_exception_set(self, &e->name, given[0]);
    sk_exception_set(self, &e->path, given[1]);
    sk_exception_set(self, &e->name_from, given[2]);
    sk_exception_set(self, &e->msg, nargs == 1 ? args[0] : SK_EMPTY);
    return true;
}

static SkValue import_str(SkValue self) {
    SkValue msg = sk_exception_get(self, &as_import(self)->msg);
    if (sk_is_exact_str(msg)) return msg;
    sk_release(msg);
    return sk_exception_str(self);
}

static SkValue import_reduce(SkValue self) {
    SkImportError *e = as_import(self);
    SkValue state = sk_exception_state(self);
    if (sk_is_empty(state) && sk_error_occurred()) return SK_EMPTY;
    SkSlot *fields[] = {&e->name, &e->path, &e->name_from};
    SkValue names[] = {SK_N(name), SK_N(path), SK_N(name_from)};
    for (size_t i = 0; i < SK_COUNT_OF(fields); i++) {
        SK_AUTO SkValue v = sk_exception_get(self, fields[i]);
        if (sk_is_empty(v)) continue;
        if (sk_is_empty(state) && sk_is_empty(state = sk_dict_new())) return SK_EMPTY;
        if (!sk_dict_set(state, names[i], v)) {
            sk_release(state);
            return SK_EMPTY;
        }
    }
    SK_AUTO SkValue args = sk_exception_args(self);
    return sk_exception_reduce(self, args, state);
}

static const SkMemberDef members[] = {
    {"msg", SK_MEMBER_OBJECT, offsetof(SkImportError, msg), false, "exception message"},
    {"name", SK_MEMBER_OBJECT, offsetof(SkImportError, name), false, "module name"},
    {"path", SK_MEMBER_OBJECT, offsetof(SkImportError, path), false, "module path"},
    {"name_from", SK_MEMBER_OBJECT, offsetof(SkImportError, name_from), false, "name imported from module"},
    {0},
};

static const SkMethodDef methods[] = {
    {"__reduce__", SK_NOARGS, {.noargs = import_reduce}, "()", NULL},
    {0},
};

const SkExceptionKind sk_exception_kind_import = {
    .size = sizeof(SkImportError), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields,
    .init = import_init, .str = import_str, .members = members, .methods = methods,
};
