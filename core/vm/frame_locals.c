// f_locals of a function's frame: a mapping that writes through to the variables (PEP 667), and the looks into frames that
// other threads are running.
//
// A value that is replaced from outside stays alive until the frame ends: the instruction that is being executed may be using it.
#include "base/alloc.h"
#include "core/vm/frameobject.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot frame;   // immutable
} Proxy;

static SkType proxy_type;

static SkFrameObject *frame_of(SkValue proxy) { return sk_as_frame_object(sk_slot_peek(&((Proxy *)sk_ptr(proxy))->frame)); }
static SkCode *code_of(SkFrameObject *o) { return sk_as_code(sk_slot_peek(&o->code)); }

// ---- visits -----------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkFrameObject *o;
    SkFrameVisit fn;
    void *arg;
    bool done;
} Visit;

static bool runs(SkVm *vm, SkFrame *f) {
    for (SkFrame *x = vm ? vm->top : NULL; x; x = x->prev)
        if (x == f) return true;
    return false;
}

static void visit_if_runs(SkThread *t, void *arg) {
    Visit *v = arg;
    SkFrame *f = sk_load_acquire(&v->o->live);
    if (v->done || !f || !runs(t->vm, f)) return;
    v->fn(v->o, f, t, v->arg);
    v->done = true;
}

// A generator's memory outlasts its death by a grace period once it has a frame object (see sk_frame_object_of), so it may be asked.
SkValue sk_frame_generator(SkFrameObject *o) {
    SkFrame *f = sk_load_acquire(&o->live);
    if (!f || !sk_load_relaxed(&o->generator)) return SK_EMPTY;
    SkObject *g = (SkObject *)((char *)f - offsetof(SkGenerator, frame));
    return sk_try_incref(g) ? sk_counted(g) : SK_EMPTY;
}

void sk_frame_visit(SkFrameObject *o, SkFrameVisit fn, void *arg) {
    SkFrame *f = sk_load_acquire(&o->live);
    Visit v = {o, fn, arg, false};
    if (f) {
        bool generator = sk_load_relaxed(&o->generator);
        if (!generator && o->thread != sk_thread_self) {
            sk_thread_visit(o->thread, visit_if_runs, &v);
        } else if (!generator || runs(&sk_vm, f)) {
            fn(o, f, sk_thread_self, arg);
            v.done = true;
        } else {
            SK_AUTO SkValue owner = sk_frame_generator(o);   // while its frame is looked into it does not die
            SkGenerator *g = sk_is_empty(owner) ? NULL : (SkGenerator *)sk_ptr(owner);
            uint32_t was = g ? sk_load_relaxed(&g->state) : SK_GEN_FINISHED;
            while (was <= SK_GEN_SUSPENDED && !v.done) {
                if (!sk_generator_take(g, &was)) continue;
                fn(o, f, sk_thread_self, arg);
                v.done = true;
                sk_store_release(&g->state, was);  // PAIR(generator-state)
            }
            // Another thread is running it.
            for (uint32_t i = 1; i <= sk_thread_max_slot() && !v.done && was == SK_GEN_RUNNING; i++)
                sk_thread_visit(sk_thread_by_slot(i), visit_if_runs, &v);
        }
    }
    if (!v.done) fn(o, NULL, NULL, arg);
}

typedef struct {
    SkGenerator *g;
    SkValue object;
    bool done;
} Search;

static void object_if_runs(SkThread *t, void *arg) {
    Search *s = arg;
    if (s->done || !runs(t->vm, &s->g->frame)) return;
    s->object = sk_frame_object_of(&s->g->frame, t);
    s->done = true;
}

SkValue sk_generator_frame_object(SkGenerator *g) {
    if (runs(&sk_vm, &g->frame)) return sk_frame_object(&g->frame);
    Search s = {g, SK_EMPTY, false};
    uint32_t was = sk_load_acquire(&g->state);
    while (was != SK_GEN_FINISHED && !s.done) {
        if (was <= SK_GEN_SUSPENDED) {
            if (!sk_generator_take(g, &was)) continue;
            s.object = sk_frame_object_of(&g->frame, sk_thread_self);
            s.done = true;
            sk_store_release(&g->state, was);  // PAIR(generator-state)
            break;
        }
        for (uint32_t i = 1; i <= sk_thread_max_slot() && !s.done; i++) sk_thread_visit(sk_thread_by_slot(i), object_if_runs, &s);
        was = sk_load_acquire(&g->state);
    }
    if (!s.done) return SK_NONE;
    return sk_is_empty(s.object) ? sk_raise_memory() : s.object;
}

// ---- reading -----------------------------------------------------------------------------------------------------------------------

static SkValue closure_of(SkFrameObject *o) {
    SkValue func = sk_slot_peek(&o->func);
    if (!sk_has_index(func, SK_T_FUNCTION)) return SK_EMPTY;
    SkValue closure = sk_slot_peek(&((SkFunction *)sk_ptr(func))->closure);
    return sk_is_tuple(closure) ? closure : SK_EMPTY;
}

// The number of variables in o->values, which are there once the frame is gone for good.
static uint32_t values_left(SkFrameObject *o) {
    return sk_load_acquire(&o->live) ? 0 : sk_load_acquire(&o->nlocals);   // PAIR(frame-values)
}

// The cell of variable i (locals, then free variables) where there is one, counted.
static SkValue read_register(SkFrameObject *o, SkFrame *f, uint32_t i) {
    SkCode *c = code_of(o);
    if (i >= c->nlocals) {
        SkValue closure = closure_of(o);
        return sk_is_empty(closure) ? SK_EMPTY : sk_retain(sk_tuple_peek(closure, i - c->nlocals));
    }
    if (f) return sk_retain(f->regs[i]);
    return i < values_left(o) ? sk_slot_get(&o->header, &sk_load_relaxed(&o->values)[i]) : SK_EMPTY;
}

static bool is_cell(SkCode *c, uint32_t i, SkValue v) {
    return (i >= c->nlocals || (c->local_kinds[i] & SK_LOCAL_CELL)) && sk_has_index(v, SK_T_CELL);
}

static void read_all(SkFrameObject *o, SkFrame *f, SkThread *t, void *arg) {
    (void)t;
    SkValue *out = arg;
    SkCode *c = code_of(o);
    for (uint32_t i = 0; i < c->nlocals + c->nfree; i++) out[i] = read_register(o, f, i);
}

static SkValue name_of(SkCode *c, uint32_t i) {
    return i < c->nlocals ? sk_tuple_peek(sk_slot_peek(&c->varnames), i) : sk_tuple_peek(sk_slot_peek(&c->freevars), i - c->nlocals);
}

// The content of what was read (stolen): counted or EMPTY.
static SkValue content(SkCode *c, uint32_t i, SkValue v) {
    if (!is_cell(c, i, v)) return v;
    SkValue inside = sk_slot_get(sk_ptr(v), &((SkCell *)sk_ptr(v))->content);
    sk_release(v);
    return inside;
}

// A fresh dict of the variables that are set.
static SkValue snapshot(SkFrameObject *o) {
    SkCode *c = code_of(o);
    uint32_t n = c->nlocals + c->nfree;
    SkValue *values = sk_calloc(n + 1, sizeof *values), d = sk_dict_new();
    if (!values || sk_is_empty(d)) {
        sk_free(values);
        sk_release(d);
        return sk_raise_memory();
    }
    sk_frame_visit(o, read_all, values);
    bool ok = true;
    for (uint32_t i = 0; i < n; i++) {
        SK_AUTO SkValue v = content(c, i, values[i]);
        if (ok && !sk_is_empty(v)) ok = sk_dict_set(d, name_of(c, i), v);
    }
    sk_free(values);
    SK_AUTO SkValue extra = sk_slot_get(&o->header, &o->extra);
    if (ok && !sk_is_empty(extra)) ok = sk_dict_update(d, extra);
    if (ok) return d;
    sk_release(d);
    return SK_EMPTY;
}

SkValue sk_frame_get_locals(SkValue frame) {
    SkFrameObject *o = sk_as_frame_object(frame);
    SkFrame *f = sk_load_acquire(&o->live);
    SkCode *c = code_of(o);
    SkValue own = sk_slot_get(&o->header, &o->locals);
    if (!sk_is_empty(own)) {
        if (!f || (o->thread != sk_thread_self && !sk_load_relaxed(&o->generator))) return own;
        sk_release(own);
        return sk_frame_locals(f);
    }
    if (!(c->flags & SK_CO_OPTIMIZED)) return sk_slot_get(&o->header, &o->globals);
    Proxy *p = (Proxy *)sk_container_new(&proxy_type.head, sizeof *p);
    if (!p) return sk_raise_memory();
    sk_slot_init(&p->frame, sk_retain(frame));
    return sk_counted(p);
}

// ---- single variables ------------------------------------------------------------------------------------------------------------

typedef struct {
    uint32_t i;
    SkValue value;   // out: what was there, counted; in: what to put there, counted
    bool write;
} Access;

static void access_variable(SkFrameObject *o, SkFrame *f, SkThread *t, void *arg) {
    (void)t;
    Access *a = arg;
    SkValue there = read_register(o, f, a->i);
    if (!a->write || is_cell(code_of(o), a->i, there)) {
        SkValue fresh = a->value;
        a->value = there;
        if (!a->write) return;
        a->value = sk_slot_swap(sk_ptr(there), &((SkCell *)sk_ptr(there))->content, fresh);
        sk_release(there);
        return;
    }
    SkValue fresh = a->value;
    if (f) {
        a->value = sk_own(f->regs[a->i]);
        f->regs[a->i] = fresh;
    } else if (a->i < values_left(o)) {
        a->value = sk_slot_swap(&o->header, &sk_load_relaxed(&o->values)[a->i], fresh);
    }
    sk_release(there);
}

// The value of the variable, counted; EMPTY: it is not set.
static SkValue read_variable(SkFrameObject *o, uint32_t i) {
    Access a = {.i = i, .value = SK_EMPTY};
    sk_frame_visit(o, access_variable, &a);
    return content(code_of(o), i, a.value);
}

// What the slot of o holds, or fresh (stolen, may be EMPTY: no memory), which becomes it if the slot is free: of two threads that come
// with one each, the first wins, and nothing is lost. Counted.
static SkValue first_one(SkFrameObject *o, SkSlot *slot, SkValue fresh) {
    if (sk_is_empty(fresh)) return fresh;
    sk_lock(&o->header);
    bool won = sk_is_empty(sk_slot_peek(slot));
    if (won) {
        sk_write_begin_locked(&o->header);
        sk_slot_publish(slot, sk_retain(fresh));
    }
    sk_unlock(&o->header);
    if (won) return fresh;
    sk_release(fresh);
    return sk_slot_get(&o->header, slot);
}

static bool write_variable(SkFrameObject *o, uint32_t i, SkValue value) {
    Access a = {.i = i, .value = sk_retain(value), .write = true};
    sk_frame_visit(o, access_variable, &a);
    SK_AUTO SkValue old = a.value;
    if (!sk_is_ptr(old)) return true;
    SK_AUTO SkValue kept = sk_slot_get(&o->header, &o->replaced);
    if (sk_is_empty(kept)) {
        kept = first_one(o, &o->replaced, sk_list_new(0));
        if (sk_is_empty(kept)) return false;
    }
    return sk_list_append(kept, old);
}

// The variable of this name, a set one if there are several; -1: none. *set: it has a value, left in *value (counted) if wanted.
static int64_t find_variable(SkFrameObject *o, SkValue key, bool *is_set, SkValue *value) {
    *is_set = false;
    if (value) *value = SK_EMPTY;
    if (!sk_is_str(key)) return -1;
    SkCode *c = code_of(o);
    int64_t found = -1;
    for (uint32_t i = 0; i < c->nlocals + c->nfree; i++) {
        SkValue name = name_of(c, i);
        if (!sk_is(name, key) && !sk_str_equal(name, key)) continue;
        SkValue v = read_variable(o, i);
        if (found < 0 || !sk_is_empty(v)) found = i;
        if (sk_is_empty(v)) continue;
        *is_set = true;
        if (value) *value = v;
        else sk_release(v);
        break;
    }
    return found;
}

// ---- the mapping --------------------------------------------------------------------------------------------------------------------

static SkValue get_extra(SkFrameObject *o, SkValue key) {
    SK_AUTO SkValue extra = sk_slot_get(&o->header, &o->extra);
    if (!sk_is_empty(extra)) return sk_dict_get(extra, key);
    return sk_hash(key) == -1 ? SK_EMPTY : SK_EMPTY;   // an unhashable key is an error all the same
}

// Counted; EMPTY without an exception: not there.
static SkValue lookup(SkValue self, SkValue key) {
    bool is_set;
    SkValue v;
    find_variable(frame_of(self), key, &is_set, &v);
    return is_set ? v : get_extra(frame_of(self), key);
}

static SkValue proxy_getitem(SkValue self, SkValue key) {
    SkValue v = lookup(self, key);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return sk_raise(sk_exc_KeyError, "local variable '%R' is not defined", key);
}

static bool proxy_setitem(SkValue self, SkValue key, SkValue value) {
    SkFrameObject *o = frame_of(self);
    bool is_set;
    int64_t i = find_variable(o, key, &is_set, NULL);
    if (i >= 0) {
        if (sk_is_empty(value)) return sk_raise_false(sk_exc_ValueError, "cannot remove local variables from FrameLocalsProxy");
        return write_variable(o, (uint32_t)i, value);
    }
    SK_AUTO SkValue extra = sk_slot_get(&o->header, &o->extra);
    if (sk_is_empty(value)) {
        int r = sk_is_empty(extra) ? (sk_hash(key) == -1 ? -1 : 0) : sk_dict_delete(extra, key);
        if (r == 0) sk_raise_value(sk_exc_KeyError, key);
        return r > 0;
    }
    if (sk_is_empty(extra)) {
        extra = first_one(o, &o->extra, sk_dict_new());
        if (sk_is_empty(extra)) return false;
    }
    return sk_dict_set(extra, key, value);
}

static int proxy_contains(SkValue self, SkValue key) {
    SK_AUTO SkValue v = lookup(self, key);
    return sk_is_empty(v) ? (sk_error_occurred() ? -1 : 0) : 1;
}

static int64_t proxy_len(SkValue self) {
    SK_AUTO SkValue d = snapshot(frame_of(self));
    return sk_is_empty(d) ? -1 : (int64_t)sk_dict_len(d);
}

#define VIEW(name, call)                                    \
    static SkValue proxy_##name(SkValue self) {             \
        SK_AUTO SkValue d = snapshot(frame_of(self));       \
        return sk_is_empty(d) ? SK_EMPTY : call;            \
    }
VIEW(keys, sk_dict_keys_list(d))
VIEW(values, sk_dict_values_list(d))
VIEW(items, sk_dict_items_list(d))
VIEW(copy, sk_retain(d))
VIEW(repr, sk_repr(d))
static SkValue proxy_iter(SkValue self) {
    SK_AUTO SkValue keys = proxy_keys(self);
    return sk_is_empty(keys) ? SK_EMPTY : sk_iter(keys);
}
static SkValue proxy_reversed(SkValue self) {
    SK_AUTO SkValue keys = proxy_keys(self);
    return sk_is_empty(keys) ? SK_EMPTY : sk_call_method_s(keys, "__reversed__", NULL, 0);
}

static SkValue proxy_get(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 1, 2)) return SK_EMPTY;
    SkValue v = lookup(self, args[0]);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return nargs > 1 ? sk_dup(args[1]) : SK_NONE;
}

static SkValue proxy_setdefault(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("setdefault", nargs, 1, 2)) return SK_EMPTY;
    SkValue v = lookup(self, args[0]), otherwise = nargs > 1 ? args[1] : SK_NONE;
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return proxy_setitem(self, args[0], otherwise) ? sk_dup(otherwise) : SK_EMPTY;
}

static SkValue proxy_pop(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("pop", nargs, 1, 2)) return SK_EMPTY;
    SkFrameObject *o = frame_of(self);
    bool is_set;
    if (find_variable(o, args[0], &is_set, NULL) >= 0)
        return sk_raise(sk_exc_ValueError, "cannot remove local variables from FrameLocalsProxy");
    SK_AUTO SkValue extra = sk_slot_get(&o->header, &o->extra);
    SkValue v = sk_is_empty(extra) ? SK_EMPTY : sk_dict_pop(extra, args[0]);
    if (!sk_is_empty(v) || sk_error_occurred()) return v;
    return nargs > 1 ? sk_dup(args[1]) : sk_raise_value(sk_exc_KeyError, args[0]);
}

static bool merge(SkValue self, SkValue other) {
    if (!sk_is_dict(other) && !sk_has_index(other, proxy_type.head.index)) return false;
    SK_AUTO SkValue keys = sk_mapping_keys(other);
    if (sk_is_empty(keys)) return false;
    for (size_t i = 0; i < sk_list_len(keys); i++) {
        SK_AUTO SkValue key = sk_list_get(keys, i);
        SK_AUTO SkValue value = sk_is_empty(key) ? SK_EMPTY : sk_getitem(other, key);
        if (sk_is_empty(value) || !proxy_setitem(self, key, value)) return false;
    }
    return true;
}

static SkValue proxy_update(SkValue self, SkValue other) {
    if (merge(self, other)) return SK_NONE;
    if (!sk_error_occurred()) sk_raise(sk_exc_TypeError, "update() argument must be dict or another FrameLocalsProxy");
    return SK_EMPTY;
}

static SkValue proxy_inplace_or(SkValue self, SkValue other) {
    if (merge(self, other)) return sk_dup(self);
    return sk_error_occurred() ? SK_EMPTY : SK_NOT_IMPLEMENTED;
}

static SkValue proxy_or(SkValue a, SkValue b) {
    SkValue operands[] = {a, b};
    for (int i = 0; i < 2; i++)
        if (!sk_is_dict(operands[i]) && !sk_has_index(operands[i], proxy_type.head.index)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d) || !sk_dict_update(d, a) || !sk_dict_update(d, b)) return SK_EMPTY;
    return sk_move(&d);
}

static SkValue proxy_compare(SkValue self, SkValue other, SkCompareOp op) {
    if (op != SK_EQ && op != SK_NE) return SK_NOT_IMPLEMENTED;
    if (sk_has_index(other, proxy_type.head.index)) return sk_bool((frame_of(self) == frame_of(other)) == (op == SK_EQ));
    if (!sk_is_dict(other)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue d = snapshot(frame_of(self));
    return sk_is_empty(d) ? SK_EMPTY : sk_compare(d, other, op);
}

static int64_t proxy_hash(SkValue self) {
    sk_raise(sk_exc_TypeError, "unhashable type: '%T'", self);
    return -1;
}

static SkValue proxy_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    if (!sk_no_kwargs("FrameLocalsProxy", kwnames)) return SK_EMPTY;
    if (nargs != 1) return sk_raise(sk_exc_TypeError, "FrameLocalsProxy expected 1 argument, got %zu", nargs);
    if (!sk_has_index(args[0], SK_T_FRAME)) return sk_raise(sk_exc_TypeError, "expect frame, not %T", args[0]);
    Proxy *p = (Proxy *)sk_container_new(&proxy_type.head, sizeof *p);
    if (!p) return sk_raise_memory();
    sk_slot_init(&p->frame, sk_retain(args[0]));
    return sk_counted(p);
}

static void proxy_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Proxy *)o)->frame, visit, arg); }
static void proxy_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Proxy *)o)->frame);
    sk_object_free(o, sizeof(Proxy));
}

static const SkMethodDef methods[] = {
    {"keys", SK_NOARGS, {.noargs = proxy_keys}, "()", "A list of the names that have a value."},
    {"values", SK_NOARGS, {.noargs = proxy_values}, "()", "A list of the values."},
    {"items", SK_NOARGS, {.noargs = proxy_items}, "()", "A list of (name, value) pairs."},
    {"copy", SK_NOARGS, {.noargs = proxy_copy}, "()", "A dict with the variables as they are now."},
    {"get", SK_FAST, {.fast = proxy_get}, "(key, default=None, /)", "The value of the variable, or default."},
    {"setdefault", SK_FAST, {.fast = proxy_setdefault}, "(key, default=None, /)", "The value of the variable, which is set to default if it has none."},
    {"pop", SK_FAST, {.fast = proxy_pop}, "(key, default=<unrepresentable>, /)", "Remove a name that is no variable of the function."},
    {"update", SK_ONEARG, {.onearg = proxy_update}, "(mapping, /)", "Set variables from a dict or another proxy."},
    {"__reversed__", SK_NOARGS, {.noargs = proxy_reversed}, "()", "The names, backwards."},
    {0},
};

static SkType proxy_type = {
    SK_TYPE_HEAD(0, sizeof(Proxy), proxy_trace, NULL, proxy_destroy),
    .name = "FrameLocalsProxy",
    .doc = "The variables of a running function, for reading and writing.",
    .flags = SK_TF_IMMUTABLE | SK_TF_MAPPING,
    .new_ = proxy_new,
    .repr = proxy_repr,
    .iter = proxy_iter,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .number = {.or_ = proxy_or, .inplace_or = proxy_inplace_or},
    .container = {.len = proxy_len, .contains = proxy_contains, .get_key = proxy_getitem, .set_key = proxy_setitem},
    .methods = methods,
};

bool sk_frame_proxy_init(void) { return sk_type_ready(&proxy_type); }
