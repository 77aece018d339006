// NameError: the name that was not found.
#include "objects/exception_internal.h"

SK_EXCEPTION_FIELDS(SkNameError, name, name)

static bool name_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const keywords[] = {"name"};
    SkValue given[1];
    if (!sk_exception_init(self, args, nargs, SK_EMPTY) ||
        !sk_exception_keywords("NameError", keywords, 1, args + nargs, kwnames, given))
        return false;
    sk_exception_set(self, &((SkNameError *)sk_ptr(self))->name, given[0]);
    return true;
}

static const SkMemberDef members[] = {
    {"name", SK_MEMBER_OBJECT, offsetof(SkNameError, name), false, "name"},
    {0},
};

const SkExceptionKind sk_exception_kind_name = {
    .size = sizeof(SkNameError), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields,
    .init = name_init, .members = members,
};
