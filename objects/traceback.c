#include "objects/traceback.h"

#include "objects/error.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

static void traceback_trace(SkObject *o, SkVisit visit, void *arg) {
    SkTraceback *t = (SkTraceback *)o;
    sk_slot_visit(&t->next, visit, arg);
    sk_slot_visit(&t->frame, visit, arg);
}

static void traceback_clear(SkObject *o) {
    SkTraceback *t = (SkTraceback *)o;
    sk_slot_set(o, &t->next, SK_EMPTY);
    sk_slot_set(o, &t->frame, SK_EMPTY);
}

static void traceback_destroy(SkObject *o) {
    SkTraceback *t = (SkTraceback *)o;
    sk_slot_destroy(o, &t->frame);
    sk_slot_destroy(o, &t->next);
    sk_object_free(o, sizeof *t);
}

// What Python calls an offset is one into co_code, in bytes.
enum { BYTES_OF_WORD = 8 };

SkValue sk_traceback_new(SkValue next, SkValue frame, int lasti, int lineno) {
    SkTraceback *t = (SkTraceback *)sk_container_new(&sk_traceback_type.head, sizeof *t);
    if (!t) return sk_raise_memory();
    if (!sk_is_none(next)) sk_slot_init(&t->next, sk_retain(next));
    sk_slot_init(&t->frame, sk_retain(frame));
    t->lasti = lasti < 0 ? -1 : lasti * BYTES_OF_WORD;
    t->lineno = lineno;
    return sk_counted(t);
}

bool sk_traceback_add(SkValue exc, SkValue frame, int lasti, int lineno) {
    SK_AUTO SkValue old = sk_exception_traceback(exc);
    SK_AUTO SkValue tb = sk_traceback_new(old, frame, lasti, lineno);
    if (sk_is_empty(tb)) return false;
    sk_exception_set_traceback(exc, tb);
    return true;
}

SkValue sk_traceback_next(SkValue tb) { return sk_slot_get(sk_ptr(tb), &sk_as_traceback(tb)->next); }

static SkValue traceback_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    (void)type;
    if (!sk_bind("traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_has_index(a[1], SK_T_FRAME)) return sk_raise_bad_argument("traceback", "argument 'tb_frame'", "frame", a[1]);
    int lasti, lineno;
    if (!sk_as_int(a[2], &lasti) || !sk_as_int(a[3], &lineno)) return SK_EMPTY;
    if (!sk_is_none(a[0]) && !sk_has_index(a[0], SK_T_TRACEBACK))
        return sk_raise(sk_exc_TypeError, "expected traceback object or None, got '%T'", a[0]);
    SkValue tb = sk_traceback_new(a[0], a[1], -1, lineno);
    if (!sk_is_empty(tb)) sk_as_traceback(tb)->lasti = lasti;
    return tb;
}

static SkValue get_next(SkValue self, void *closure) {
    (void)closure;
    SkValue next = sk_traceback_next(self);
    return sk_is_empty(next) ? SK_NONE : next;
}

static bool set_next(SkValue self, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "can't delete tb_next attribute");
    if (!sk_is_none(value) && !sk_has_index(value, SK_T_TRACEBACK))
        return sk_raise_false(sk_exc_TypeError, "expected traceback object, got '%T'", value);
    SkValue at = sk_is_none(value) ? SK_EMPTY : sk_retain(value);
    while (!sk_is_empty(at)) {
        if (sk_is(at, self)) {
            sk_release(at);
            return sk_raise_false(sk_exc_ValueError, "traceback loop detected");
        }
        SkValue next = sk_traceback_next(at);
        sk_release(at);
        at = next;
    }
    sk_slot_set(sk_ptr(self), &sk_as_traceback(self)->next, sk_is_none(value) ? SK_EMPTY : sk_retain(value));
    return true;
}

static SkValue get_frame(SkValue self, void *closure) {
    (void)closure;
    SkValue frame = sk_slot_load(sk_ptr(self), &sk_as_traceback(self)->frame);
    return sk_is_empty(frame) ? SK_NONE : frame;
}

static SkValue get_lasti(SkValue self, void *closure) {
    (void)closure;
    int at = sk_as_traceback(self)->lasti;
    return sk_from_small_int(at);
}

static SkValue get_lineno(SkValue self, void *closure) {
    (void)closure;
    int line = sk_as_traceback(self)->lineno;
    return line < 0 ? SK_NONE : sk_from_small_int(line);
}

static SkValue traceback_dir(SkValue self) {
    (void)self;
    SkValue names[] = {sk_intern_s("tb_frame"), sk_intern_s("tb_next"), sk_intern_s("tb_lasti"), sk_intern_s("tb_lineno")};
    return sk_list_from(names, SK_COUNT_OF(names));
}

static const SkGetSetDef getset[] = {
    {"tb_next", get_next, set_next, NULL, NULL},
    {"tb_frame", get_frame, sk_readonly_member, NULL, NULL},
    {"tb_lasti", get_lasti, sk_readonly_member, NULL, NULL},
    {"tb_lineno", get_lineno, NULL, NULL, NULL},
    {0},
};

static const SkMethodDef methods[] = {
    {"__dir__", SK_NOARGS, {.noargs = traceback_dir}, "()", NULL},
    {0},
};

SkType sk_traceback_type = {
    SK_TYPE_HEAD(SK_T_TRACEBACK, sizeof(SkTraceback), traceback_trace, traceback_clear, traceback_destroy),
    .name = "traceback", .doc = "traceback(tb_next, tb_frame, tb_lasti, tb_lineno)\n--\n\n"
           "Where an exception passed: a list of frames, the outermost first.",
    .new_ = traceback_new, .methods = methods, .getset = getset,
};
