// Frame objects: what Python sees of a frame. While the frame runs, the object points to its record; when the frame
// goes, the object takes over its locals. Only the thread that runs a frame looks into the live record.
#include "base/alloc.h"
#include "core/vm/frameobject.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

typedef SkFrameObject FrameObject;

static FrameObject *fo(SkValue v) { return (FrameObject *)sk_ptr(v); }

SkValue sk_frame_object(SkFrame *f) {
    SkValue o = sk_frame_object_of(f, sk_thread_self);
    return sk_is_empty(o) ? sk_raise_memory() : o;
}

SkValue sk_frame_object_of(SkFrame *f, SkThread *t) {
    if (f->object) return sk_retain(sk_counted(f->object));
    FrameObject *o = (FrameObject *)sk_container_new(&sk_frame_type.head, sizeof *o);
    if (!o) return SK_EMPTY;
    sk_store_relaxed(&o->live, f);
    o->thread = t;
    sk_slot_init(&o->code, sk_retain(sk_counted(f->code)));
    sk_slot_init(&o->globals, sk_retain(sk_counted(f->globals)));
    sk_slot_init(&o->builtins, sk_retain(sk_counted(f->builtins)));
    sk_slot_init(&o->locals, sk_retain(f->locals));
    if (f->code->nfree) sk_slot_init(&o->func, sk_retain(f->func));
    sk_store_relaxed(&o->trace_lines, true);
    if (f->flags & SK_FRAME_GENERATOR) {
        sk_store_relaxed(&o->generator, true);
        // The object names the generator without holding it, as a weak reference does.
        SkGenerator *g = (SkGenerator *)((char *)f - offsetof(SkGenerator, frame));
        uint32_t w = sk_load_relaxed(&g->header.shared);
        while (!sk_cas_weak_acq_rel(&g->header.shared, &w, (w | SK_WEAK) & ~(uint32_t)SK_CAND)) {}
    }
    f->object = &o->header;
    return sk_retain(sk_counted(o));
}

void sk_frame_object_detach(SkFrame *f) {
    FrameObject *o = (FrameObject *)f->object;
    f->object = NULL;
    sk_store_relaxed(&o->pc, (int32_t)(f->pc - f->code->code));
    // Only an object that somebody else holds, too, has to go on showing something.
    bool alone = sk_is_sole(&o->header);
    if (!alone) {
        uint32_t n = f->code->nlocals;
        SkSlot *values = n ? sk_calloc(n, sizeof *values) : NULL;
        for (uint32_t i = 0; values && i < n; i++) sk_slot_init(&values[i], sk_retain(f->regs[i]));
        sk_store_relaxed(&o->values, values);
        sk_store_release(&o->nlocals, values ? n : 0);   // PAIR(frame-values): the collector may be looking
        if (f->prev && sk_is_empty(sk_slot_peek(&o->back))) {
            SkValue saved = sk_error_take();
            SkValue back = sk_frame_object(f->prev);
            if (sk_is_empty(back)) sk_error_clear();
            sk_error_restore(saved);
            sk_slot_set(&o->header, &o->back, back);
        }
    }
    sk_store_release(&o->live, NULL);
    if (sk_unlikely(!sk_is_empty(sk_slot_peek(&o->replaced)))) sk_slot_set(&o->header, &o->replaced, SK_EMPTY);
    sk_decref(&o->header);
}

SkFrame *sk_frame_at(int depth) {
    SkFrame *f = sk_vm.top;
    while (f && depth-- > 0) f = f->prev;
    return f;
}

// Of an instruction, or -1 before the first, which a module has before its first line. What ends a handler or a with statement has no line of its own: it counts to
// where its frame was last seen, or to what stands before it.
static int line_at(const SkCode *c, ptrdiff_t at, int seen) {
    for (; at >= 0; at--, seen = 0) {
        SkPosition p = sk_code_position(c, (uint32_t)at);
        if (p.line > 0) return p.line;
        if (seen > 0) return seen;
    }
    return sk_str_equals_ascii(sk_slot_peek(&c->name), "<module>") ? 0 : (int)c->first_line;
}

int sk_frame_line(const SkFrame *f) {
    int seen = f->object ? sk_load_relaxed(&((FrameObject *)f->object)->line) : 0;
    return line_at(f->code, f->pc - f->code->code - 1, seen);
}

static void note_pc(FrameObject *o, SkFrame *f, SkThread *t, void *arg) {
    (void)t;
    *(int64_t *)arg = f ? f->pc - f->code->code : sk_load_relaxed(&o->pc);
}

// The word after the instruction that the frame is at.
static int64_t pc_of(FrameObject *o) {
    int64_t pc;
    sk_frame_visit(o, note_pc, &pc);
    return pc;
}

static int line_of(FrameObject *o) {
    SkFrame *f = sk_load_acquire(&o->live);
    if (f && o->thread == sk_thread_self && !sk_load_relaxed(&o->generator)) return sk_frame_line(f);
    SkCode *c = sk_as_code(sk_slot_peek(&o->code));
    return line_at(c, pc_of(o) - 1, sk_load_relaxed(&o->line));
}

// ---- locals ---------------------------------------------------------------------------------------------------------

static bool put(SkValue d, SkCode *c, uint32_t i, SkValue v) {
    if (sk_is_empty(v)) return true;
    SK_AUTO SkValue owned = SK_EMPTY;
    if ((c->local_kinds[i] & SK_LOCAL_CELL) && sk_has_index(v, SK_T_CELL)) {
        v = owned = sk_slot_get(sk_ptr(v), &((SkCell *)sk_ptr(v))->content);
        if (sk_is_empty(v)) return true;
    }
    return sk_dict_set(d, sk_tuple_peek(sk_slot_peek(&c->varnames), i), v);
}

static bool put_free(SkValue d, SkCode *c, SkValue func) {
    if (!sk_has_index(func, SK_T_FUNCTION)) return true;
    SkValue closure = sk_slot_peek(&((SkFunction *)sk_ptr(func))->closure);
    if (sk_is_empty(closure) || sk_is_none(closure)) return true;
    for (uint32_t i = 0; i < c->nfree; i++) {
        SkObject *cell = sk_ptr(sk_tuple_peek(closure, i));
        SK_AUTO SkValue v = sk_slot_get(cell, &((SkCell *)cell)->content);
        if (!sk_is_empty(v) && !sk_dict_set(d, sk_tuple_peek(sk_slot_peek(&c->freevars), i), v)) return false;
    }
    return true;
}

// Of a scope whose names live in a mapping: while an inlined comprehension runs, its variables alone (as in CPython).
static SkValue with_hidden(SkFrame *f) {
    SkCode *c = f->code;
    uint32_t i = 0;
    while (i < c->nlocals && (!(c->local_kinds[i] & SK_LOCAL_HIDDEN) || sk_is_empty(f->regs[i]))) i++;
    if (i == c->nlocals || !sk_is_dict(f->locals)) return sk_retain(f->locals);
    SkValue d = sk_dict_new();
    for (; i < c->nlocals && !sk_is_empty(d); i++)
        if ((c->local_kinds[i] & SK_LOCAL_HIDDEN) && !put(d, c, i, f->regs[i])) return sk_release(d), SK_EMPTY;
    return d;
}

SkValue sk_frame_locals(SkFrame *f) {
    if (!sk_is_empty(f->locals)) return with_hidden(f);
    if (!(f->code->flags & SK_CO_OPTIMIZED)) return sk_retain(sk_counted(f->globals));
    SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    for (uint32_t i = 0; i < f->code->nlocals; i++)
        if (!put(d, f->code, i, f->regs[i])) return sk_release(d), SK_EMPTY;
    if (!put_free(d, f->code, f->func)) return sk_release(d), SK_EMPTY;
    if (!f->object) return d;
    SK_AUTO SkValue extra = sk_slot_get(f->object, &((FrameObject *)f->object)->extra);
    if (!sk_is_empty(extra) && !sk_dict_update(d, extra)) return sk_release(d), SK_EMPTY;
    return d;
}

static SkValue get_locals(SkValue v, void *unused) {
    (void)unused;
    return sk_frame_get_locals(v);
}

// ---- attributes -------------------------------------------------------------------------------------------------------

static void find_back(FrameObject *o, SkFrame *f, SkThread *t, void *arg) {
    SkValue back = f ? (f->prev ? sk_frame_object_of(f->prev, t) : SK_EMPTY) : sk_slot_get(&o->header, &o->back);
    *(SkValue *)arg = sk_is_empty(back) ? SK_NONE : back;
}

static SkValue get_back(SkValue v, void *unused) {
    (void)unused;
    SkValue back;
    sk_frame_visit(fo(v), find_back, &back);
    return back;
}
#define FIELD(name, field)                                              \
    static SkValue get_##name(SkValue v, void *unused) {                \
        (void)unused;                                                   \
        SkValue r = sk_slot_load(sk_ptr(v), &fo(v)->field);             \
        return sk_is_empty(r) ? SK_NONE : r;                            \
    }
FIELD(code, code)
FIELD(globals, globals)
FIELD(builtins, builtins)
FIELD(trace, trace)
static bool set_trace(SkValue v, SkValue value, void *unused) {
    (void)unused;
    sk_slot_set(sk_ptr(v), &fo(v)->trace, sk_is_none(value) || sk_is_empty(value) ? SK_EMPTY : sk_retain(value));
    return true;
}
static SkValue get_line(SkValue v, void *unused) {
    (void)unused;
    return sk_from_small_int(line_of(fo(v)));
}
static bool set_line(SkValue v, SkValue line, void *unused) {
    (void)unused;
    return sk_frame_set_line(fo(v), line);
}
static SkValue get_lasti(SkValue v, void *unused) {
    (void)unused;
    int64_t at = pc_of(fo(v)) - 1;
    return sk_from_small_int(at < 0 ? -1 : at * 8);
}
static SkValue get_generator(SkValue v, void *unused) {
    (void)unused;
    SkValue g = sk_frame_generator(fo(v));
    return sk_is_empty(g) ? SK_NONE : g;
}

static SkValue frame_clear(SkValue v) {
    FrameObject *o = fo(v);
    SkFrame *f = sk_load_acquire(&o->live);
    if (f) {
        if (!sk_load_relaxed(&o->generator)) return sk_raise(sk_exc_RuntimeError, "cannot clear an executing frame");
        SK_AUTO SkValue owner = sk_frame_generator(o);
        if (sk_is_empty(owner)) return SK_NONE;
        SkGenerator *g = (SkGenerator *)sk_ptr(owner);
        if (sk_load_relaxed(&g->state) == SK_GEN_RUNNING) return sk_raise(sk_exc_RuntimeError, "cannot clear an executing frame");
        if (sk_load_relaxed(&g->state) == SK_GEN_SUSPENDED) return sk_raise(sk_exc_RuntimeError, "cannot clear a suspended frame");
        return sk_call_method_s(owner, "close", NULL, 0);
    }
    for (uint32_t i = 0; i < sk_load_relaxed(&o->nlocals); i++) sk_slot_set(sk_ptr(v), &sk_load_relaxed(&o->values)[i], SK_EMPTY);
    sk_slot_set(sk_ptr(v), &o->func, SK_EMPTY);
    sk_slot_set(sk_ptr(v), &o->extra, SK_EMPTY);
    return SK_NONE;
}

static SkValue frame_repr(SkValue v) {
    SkCode *c = sk_as_code(sk_slot_peek(&fo(v)->code));
    return sk_str_format("<frame at %p, file %R, line %d, code %S>", (void *)sk_ptr(v), sk_slot_peek(&c->filename), line_of(fo(v)),
                         sk_slot_peek(&c->name));
}

static void frame_trace(SkObject *x, SkVisit visit, void *arg) {
    FrameObject *o = (FrameObject *)x;
    SkSlot *slots[] = {&o->code, &o->globals, &o->builtins, &o->locals, &o->back, &o->trace, &o->extra, &o->replaced, &o->func};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
    if (sk_load_acquire(&o->live)) return;
    uint32_t n = sk_load_acquire(&o->nlocals);   // PAIR(frame-values)
    SkSlot *values = sk_load_relaxed(&o->values);
    for (uint32_t i = 0; i < n; i++) sk_slot_visit(&values[i], visit, arg);
}
static void frame_clear_refs(SkObject *x) {
    FrameObject *o = (FrameObject *)x;
    sk_slot_set(x, &o->trace, SK_EMPTY);
    sk_slot_set(x, &o->back, SK_EMPTY);
    sk_slot_set(x, &o->extra, SK_EMPTY);
    sk_slot_set(x, &o->replaced, SK_EMPTY);
    for (uint32_t i = 0; i < sk_load_relaxed(&o->nlocals); i++) sk_slot_set(x, &sk_load_relaxed(&o->values)[i], SK_EMPTY);
}
static void frame_destroy(SkObject *x) {
    FrameObject *o = (FrameObject *)x;
    SkSlot *slots[] = {&o->code, &o->globals, &o->builtins, &o->locals, &o->back, &o->trace, &o->extra, &o->replaced, &o->func};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(x, slots[i]);
    for (uint32_t i = 0; i < sk_load_relaxed(&o->nlocals); i++) sk_slot_destroy(x, &sk_load_relaxed(&o->values)[i]);
    sk_buffer_retire(x, sk_load_relaxed(&o->values), sk_load_relaxed(&o->nlocals) * sizeof *o->values);
    sk_object_free(x, sizeof *o);
}

static const SkMethodDef methods[] = {
    {.name = "clear", .kind = SK_NOARGS, .noargs = frame_clear, .sig = "()", .doc = "Clear all references held by the frame."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"f_back", get_back, NULL, NULL, NULL},       {"f_code", get_code, NULL, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL, NULL}, {"f_builtins", get_builtins, NULL, NULL, NULL},
    {"f_locals", get_locals, NULL, NULL, NULL},   {"f_lineno", get_line, set_line, NULL, NULL},
    {"f_lasti", get_lasti, NULL, NULL, NULL},     {"f_trace", get_trace, set_trace, NULL, NULL},
    {"f_generator", get_generator, NULL, NULL, NULL}, {0},
};
static const SkMemberDef members[] = {
    {"f_trace_lines", SK_MEMBER_BOOL, offsetof(FrameObject, trace_lines), false, NULL},
    {"f_trace_opcodes", SK_MEMBER_BOOL, offsetof(FrameObject, trace_opcodes), false, NULL},
    {0},
};

SkType sk_frame_type = {
    SK_TYPE_HEAD(SK_T_FRAME, sizeof(FrameObject), frame_trace, frame_clear_refs, frame_destroy),
    .name = "frame",
    .flags = SK_TF_NO_NEW,
    .repr = frame_repr,
    .methods = methods,
    .getset = getset,
    .members = members,
};
