// SystemExit, StopIteration.
#include "objects/exception_internal.h"
#include "objects/tuple.h"

// ---- StopIteration -------------------------------------------------------------------------------------------------

static void stop_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkStopIteration *)o)->value, visit, arg);
    sk_exception_trace(o, visit, arg);
}

static void stop_clear(SkObject *o) {
    sk_slot_set(o, &((SkStopIteration *)o)->value, SK_EMPTY);
    sk_exception_clear(o);
}

static void stop_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkStopIteration *)o)->value);
    sk_exception_destroy(o);
}

static bool stop_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_exception_init(self, args, nargs, kwnames)) return false;
    sk_exception_set(self, &((SkStopIteration *)sk_ptr(self))->value, nargs ? args[0] : SK_NONE);
    return true;
}

SkValue sk_stop_iteration_value(SkValue exc) {
    SkValue v = sk_exception_get(exc, &((SkStopIteration *)sk_ptr(exc))->value);
    return sk_is_empty(v) ? SK_NONE : v;
}

static const SkMemberDef stop_members[] = {
    {"value", SK_MEMBER_OBJECT, offsetof(SkStopIteration, value), false, "generator return value"},
    {0},
};

const SkExceptionKind sk_exception_kind_stop_iteration = {
    .size = sizeof(SkStopIteration), .trace = stop_trace, .clear = stop_clear, .destroy = stop_destroy,
    .init = stop_init, .members = stop_members,
};

// ---- SystemExit ------------------------------------------------------------------------------------------------------

static void exit_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkSystemExit *)o)->code, visit, arg);
    sk_exception_trace(o, visit, arg);
}

static void exit_clear(SkObject *o) {
    sk_slot_set(o, &((SkSystemExit *)o)->code, SK_EMPTY);
    sk_exception_clear(o);
}

static void exit_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkSystemExit *)o)->code);
    sk_exception_destroy(o);
}

static bool exit_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_exception_init(self, args, nargs, kwnames)) return false;
    SkSlot *code = &((SkSystemExit *)sk_ptr(self))->code;
    if (nargs == 1) sk_exception_set(self, code, args[0]);
    if (nargs > 1) sk_slot_set(sk_ptr(self), code, sk_exception_args(self));
    return true;
}

static const SkMemberDef exit_members[] = {
    {"code", SK_MEMBER_OBJECT, offsetof(SkSystemExit, code), false, "exception code"},
    {0},
};

const SkExceptionKind sk_exception_kind_system_exit = {
    .size = sizeof(SkSystemExit), .trace = exit_trace, .clear = exit_clear, .destroy = exit_destroy,
    .init = exit_init, .members = exit_members,
};
