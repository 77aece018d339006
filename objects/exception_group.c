// BaseExceptionGroup and ExceptionGroup (PEP 654): a message and a non-empty tuple of exceptions; splitting a tree of
// groups; what except* needs.
#include "objects/exception_internal.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

SK_EXCEPTION_FIELDS(SkExceptionGroup, message, exceptions)

static SkExceptionGroup *as_group(SkValue v) { return (SkExceptionGroup *)sk_ptr(v); }

SkValue sk_group_exceptions(SkValue group) {
    SkValue members = sk_exception_get(group, &as_group(group)->exceptions);
    return sk_is_empty(members) ? sk_empty_tuple() : members;
}

// ---- making ----------------------------------------------------------------------------------------------------------

static SkValue group_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs != 2) return sk_raise(sk_exc_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", nargs);
    if (!sk_is_str(args[0]))
        return sk_raise(sk_exc_TypeError, sk_is_none(args[0]) ? "BaseExceptionGroup.__new__() argument 1 must be str, not None"
                                                              : "BaseExceptionGroup.__new__() argument 1 must be str, not %.50O",
                        args[0]);
    if (!sk_is_sequence(args[1])) return sk_raise(sk_exc_TypeError, "second argument (exceptions) must be a sequence");
    SK_AUTO SkValue exceptions = sk_to_tuple(args[1]);
    if (sk_is_empty(exceptions)) return SK_EMPTY;
    size_t n = sk_tuple_len(exceptions);
    if (n == 0) return sk_raise(sk_exc_ValueError, "second argument (exceptions) must be a non-empty sequence");
    bool all_exceptions = true;
    for (size_t i = 0; i < n; i++) {
        SkValue e = sk_tuple_peek(exceptions, i);
        if (!sk_is_exception(e))
            return sk_raise(sk_exc_ValueError, "Item %zu of second argument (exceptions) is not an exception", i);
        if (!sk_is_instance_of(e, sk_exc_Exception)) all_exceptions = false;
    }
    if (type == sk_exc_BaseExceptionGroup) {
        if (all_exceptions) type = sk_exc_ExceptionGroup;
    } else if (!all_exceptions) {
        if (type == sk_exc_ExceptionGroup) return sk_raise(sk_exc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
        if (sk_is_subtype(type, sk_exc_Exception))
            return sk_raise(sk_exc_TypeError, "Cannot nest BaseExceptions in '%.200N'", type);
    }
    SkValue self = sk_exception_new_(type, args, nargs, kwnames);
    if (sk_is_empty(self)) return self;
    sk_exception_set(self, &as_group(self)->message, args[0]);
    sk_slot_set(sk_ptr(self), &as_group(self)->exceptions, sk_move(&exceptions));
    return self;
}

static SkValue group_str(SkValue self) {
    SK_AUTO SkValue message = sk_exception_get(self, &as_group(self)->message), exceptions = sk_group_exceptions(self);
    size_t n = sk_tuple_len(exceptions);
    return sk_str_format("%S (%zu sub-exception%s)", sk_is_empty(message) ? SK_NONE : message, n, n > 1 ? "s" : "");
}

static SkValue derive(SkValue self, SkValue exceptions) {
    SK_AUTO SkValue message = sk_exception_get(self, &as_group(self)->message);
    SkValue args[] = {sk_is_empty(message) ? SK_NONE : message, exceptions};
    return sk_call(sk_type_value(sk_exc_BaseExceptionGroup), args, 2, SK_EMPTY);
}

// A group like `original` of the given list (or tuple) of exceptions; SK_NONE for an empty one.
static SkValue subset(SkValue original, SkValue list) {
    if (sk_list_len(list) == 0) return SK_NONE;
    SkValue group = sk_call_method_s(original, "derive", &list, 1);
    if (sk_is_empty(group)) return group;
    if (!sk_is_exception_group(group)) {
        sk_release(group);
        return sk_raise(sk_exc_TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    SK_AUTO SkValue traceback = sk_exception_traceback(original), context = sk_exception_context(original);
    SK_AUTO SkValue cause = sk_exception_cause(original);
    sk_exception_set_traceback(group, traceback);
    sk_exception_set_context(group, context);
    sk_exception_set_cause(group, cause);
    SK_AUTO SkValue notes = sk_getattr_opt(original, SK_N(__notes__));
    bool ok = !sk_is_empty(notes) || !sk_error_occurred();
    if (ok && !sk_is_empty(notes) && sk_is_sequence(notes)) {
        // A list of its own: the parts of a group are often changed independently.
        SK_AUTO SkValue copy = sk_to_list(notes);
        ok = !sk_is_empty(copy) && sk_setattr(group, SK_N(__notes__), copy);
    }
    if (ok) return group;
    sk_release(group);
    return SK_EMPTY;
}

// ---- splitting ---------------------------------------------------------------------------------------------------------

typedef struct {
    enum { BY_TYPE, BY_PREDICATE, BY_INSTANCES } kind;
    SkValue value;  // class, tuple of classes, callable, or list of exceptions
    bool want_rest;
} Matcher;

static bool is_class_or_tuple(SkValue v) {
    if (sk_is_exception_class(v)) return true;
    if (!sk_is_exact_tuple(v)) return false;
    for (size_t i = 0; i < sk_tuple_len(v); i++)
        if (!sk_is_exception_class(sk_tuple_peek(v, i))) return false;
    return true;
}

static bool matcher_of(SkValue value, Matcher *m) {
    m->value = value;
    if (sk_is_callable(value) && !sk_is_type(value)) return m->kind = BY_PREDICATE, true;
    if (is_class_or_tuple(value)) return m->kind = BY_TYPE, true;
    return sk_raise_false(sk_exc_TypeError,
                          "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

static int matches(SkValue exc, const Matcher *m) {
    if (m->kind == BY_TYPE) return sk_exception_matches(exc, m->value);
    if (m->kind == BY_PREDICATE) {
        SK_AUTO SkValue r = sk_call1(m->value, exc);
        return sk_is_empty(r) ? -1 : sk_truth(r);
    }
    for (size_t i = 0; i < sk_list_len(m->value); i++) {
        SK_AUTO SkValue item = sk_list_get(m->value, i);
        if (sk_is(item, exc)) return 1;
    }
    return 0;
}

static bool split(SkValue exc, const Matcher *m, SkValue *match, SkValue *rest);

static bool split_members(SkValue group, const Matcher *m, SkValue match_list, SkValue rest_list) {
    SK_AUTO SkValue exceptions = sk_group_exceptions(group);
    size_t n = sk_tuple_len(exceptions);
    for (size_t i = 0; i < n; i++) {
        SkValue a, b;
        if (!split(sk_tuple_peek(exceptions, i), m, &a, &b)) return false;
        bool ok = sk_is_none(a) || sk_list_append(match_list, a);
        ok = ok && (sk_is_none(b) || sk_list_append(rest_list, b));
        sk_release(a);
        sk_release(b);
        if (!ok) return false;
    }
    return true;
}

// *match and *rest: counted, SK_NONE for nothing (rest always, unless it is wanted).
static bool split(SkValue exc, const Matcher *m, SkValue *match, SkValue *rest) {
    *match = *rest = SK_NONE;
    int r = matches(exc, m);
    if (r < 0) return false;
    if (r) {
        *match = sk_retain(exc);
        return true;
    }
    if (!sk_is_exception_group(exc)) {
        if (m->want_rest) *rest = sk_retain(exc);
        return true;
    }
    if (!sk_enter_recursion(" in exceptiongroup_split_recursive")) return false;
    SK_AUTO SkValue match_list = sk_list_new(0), rest_list = sk_list_new(0);
    bool ok = !sk_is_empty(match_list) && !sk_is_empty(rest_list) && split_members(exc, m, match_list, rest_list);
    sk_leave_recursion();
    if (!ok) return false;
    *match = subset(exc, match_list);
    if (sk_is_empty(*match)) return false;
    if (m->want_rest) *rest = subset(exc, rest_list);
    if (!sk_is_empty(*rest)) return true;
    sk_release(*match);
    return false;
}

static SkValue group_split(SkValue self, SkValue value) {
    Matcher m = {.want_rest = true};
    SkValue parts[2];
    if (!matcher_of(value, &m) || !split(self, &m, &parts[0], &parts[1])) return SK_EMPTY;
    return sk_tuple_steal(parts, 2);
}

static SkValue group_subgroup(SkValue self, SkValue value) {
    Matcher m = {.want_rest = false};
    SkValue match, rest;
    if (!matcher_of(value, &m) || !split(self, &m, &match, &rest)) return SK_EMPTY;
    return match;
}

// ---- except* -------------------------------------------------------------------------------------------------------------

// Raised again unchanged, as opposed to raised anew in a handler: same metadata as the original group.
static bool same_metadata(SkValue a, SkValue b) {
    SkValue (*const parts[])(SkValue) = {sk_exception_traceback, sk_exception_context, sk_exception_cause};
    for (size_t i = 0; i < SK_COUNT_OF(parts); i++) {
        SK_AUTO SkValue x = parts[i](a), y = parts[i](b);
        if (!sk_is(x, y)) return false;
    }
    return true;
}

static bool collect_leaves(SkValue exc, SkValue list) {
    if (!sk_is_exception_group(exc)) return sk_list_append(list, exc);
    if (!sk_enter_recursion(" in collect_exception_group_leaf_ids")) return false;
    SK_AUTO SkValue exceptions = sk_group_exceptions(exc);
    bool ok = true;
    for (size_t i = 0; ok && i < sk_tuple_len(exceptions); i++) ok = collect_leaves(sk_tuple_peek(exceptions, i), list);
    sk_leave_recursion();
    return ok;
}

// The part of `original` whose leaves are those of the exceptions in `kept`.
static SkValue projection(SkValue original, SkValue kept) {
    SK_AUTO SkValue leaves = sk_list_new(0);
    if (sk_is_empty(leaves)) return leaves;
    for (size_t i = 0; i < sk_list_len(kept); i++) {
        SK_AUTO SkValue e = sk_list_get(kept, i);
        if (!collect_leaves(e, leaves)) return SK_EMPTY;
    }
    Matcher m = {BY_INSTANCES, leaves, false};
    SkValue match, rest;
    return split(original, &m, &match, &rest) ? match : SK_EMPTY;
}

SkValue sk_exception_prep_reraise_star(SkValue original, SkValue list) {
    size_t n = sk_list_len(list);
    if (n == 0) return SK_NONE;
    if (!sk_is_exception_group(original)) {
        // A bare exception: it was either raised again as it was, or handled, and then what was raised replaces it.
        return sk_list_get(list, 0);
    }
    SK_AUTO SkValue raised = sk_list_new(0), reraised = sk_list_new(0);
    if (sk_is_empty(raised) || sk_is_empty(reraised)) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        SK_AUTO SkValue e = sk_list_get(list, i);
        if (sk_is_none(e)) continue;
        if (!sk_list_append(same_metadata(e, original) ? reraised : raised, e)) return SK_EMPTY;
    }
    SkValue group = projection(original, reraised);
    if (sk_is_empty(group)) return group;
    if (sk_list_len(raised) == 0) return group;
    if (!sk_is_none(group)) {
        bool ok = sk_list_append(raised, group);
        sk_release(group);
        if (!ok) return SK_EMPTY;
    }
    if (sk_list_len(raised) == 1) return sk_list_get(raised, 0);
    SkValue args[] = {sk_names.empty, raised};
    return sk_call(sk_type_value(sk_exc_BaseExceptionGroup), args, 2, SK_EMPTY);
}

// ---- the type --------------------------------------------------------------------------------------------------------------

static const SkMemberDef members[] = {
    {"message", SK_MEMBER_OBJECT, offsetof(SkExceptionGroup, message), true, "exception message"},
    {"exceptions", SK_MEMBER_OBJECT, offsetof(SkExceptionGroup, exceptions), true, "nested exceptions"},
    {0},
};

static const SkMethodDef methods[] = {
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, {.onearg = sk_generic_alias_new}, "(object, /)", "See PEP 585"},
    {"derive", SK_ONEARG, {.onearg = derive}, "(object, /)", "A group of the given exceptions with this group's message."},
    {"split", SK_ONEARG, {.onearg = group_split}, "(object, /)", "The part that matches, and the rest."},
    {"subgroup", SK_ONEARG, {.onearg = group_subgroup}, "(object, /)", "The part that matches."},
    {0},
};

const SkExceptionKind sk_exception_kind_group = {
    .size = sizeof(SkExceptionGroup), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields,
    .new_ = group_new, .str = group_str, .members = members, .methods = methods,
};
