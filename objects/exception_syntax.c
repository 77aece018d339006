// SyntaxError: SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]])).
#include "objects/exception_internal.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

SK_EXCEPTION_FIELDS(SkSyntaxError_, msg, metadata)

static SkSyntaxError_ *as_syntax(SkValue v) { return (SkSyntaxError_ *)sk_ptr(v); }

static bool syntax_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_exception_init(self, args, nargs, kwnames)) return false;
    SkSyntaxError_ *e = as_syntax(self);
    if (nargs >= 1) sk_exception_set(self, &e->msg, args[0]);
    if (nargs != 2) return true;
    SK_AUTO SkValue info = sk_to_tuple(args[1]);
    if (sk_is_empty(info)) return false;
    size_t n = sk_tuple_len(info);
    if (n < 4) return sk_raise_false(sk_exc_TypeError, "function takes at least 4 arguments (%zu given)", n);
    if (n > 7) return sk_raise_false(sk_exc_TypeError, "function takes at most 7 arguments (%zu given)", n);
    SkSlot *fields[] = {&e->filename, &e->lineno, &e->offset, &e->text, &e->end_lineno, &e->end_offset, &e->metadata};
    for (size_t i = 0; i < SK_COUNT_OF(fields); i++)
        sk_exception_set(self, fields[i], i < n ? sk_tuple_peek(info, i) : SK_EMPTY);
    if (n == 5) return sk_raise_false(sk_exc_TypeError, "end_offset must be provided when end_lineno is provided");
    return true;
}

static SkValue base_name(SkValue path) {
    size_t start = 0, n = sk_str_len(path);
    for (size_t i = 0; i < n; i++)
        if (sk_str_at(sk_as_str(path), i) == '/') start = i + 1;
    return sk_str_slice(path, start, n);
}

static SkValue syntax_str(SkValue self) {
    SkSyntaxError_ *e = as_syntax(self);
    SK_AUTO SkValue msg = sk_exception_get(self, &e->msg), filename = sk_exception_get(self, &e->filename);
    SK_AUTO SkValue lineno = sk_exception_get(self, &e->lineno);
    SkValue m = sk_is_empty(msg) ? SK_NONE : msg;
    bool has_line = !sk_is_empty(lineno) && sk_is_exact_int(lineno);
    if (sk_is_str(filename)) {
        SK_AUTO SkValue name = base_name(filename);
        if (sk_is_empty(name)) return SK_EMPTY;
        if (has_line) return sk_str_format("%S (%S, line %S)", m, name, lineno);
        return sk_str_format("%S (%S)", m, name);
    }
    return has_line ? sk_str_format("%S (line %S)", m, lineno) : sk_str(m);
}

static const SkMemberDef members[] = {
    {"msg", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, msg), false, "exception msg"},
    {"filename", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, filename), false, "exception filename"},
    {"lineno", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, lineno), false, "exception lineno"},
    {"offset", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, offset), false, "exception offset"},
    {"text", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, text), false, "exception text"},
    {"end_lineno", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, end_lineno), false, "exception end lineno"},
    {"end_offset", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, end_offset), false, "exception end offset"},
    {"print_file_and_line", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, print_file_and_line), false, "exception print_file_and_line"},
    {"_metadata", SK_MEMBER_OBJECT, offsetof(SkSyntaxError_, metadata), false, "exception private metadata"},
    {0},
};

const SkExceptionKind sk_exception_kind_syntax = {
    .size = sizeof(SkSyntaxError_), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields,
    .init = syntax_init, .str = syntax_str, .members = members,
};
