// The class Pickler and its memo's proxy.
#include "modules/_pickle.h"

#include "base/alloc.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

bool sk_pickle_enter(_Atomic uint32_t *running, const char *what) {
    uint32_t idle = 0;
    // PAIR(pickle-claim): with sk_pickle_leave; without it the next holder could see the state half changed
    if (sk_cas_acquire(running, &idle, 1)) return true;
    return sk_raise_false(sk_exc_RuntimeError, "%s object is already used", what);
}
void sk_pickle_leave(_Atomic uint32_t *running) { sk_store_release(running, 0); }  // PAIR(pickle-claim): with sk_pickle_enter

// ---- life ------------------------------------------------------------------------------------------------------------------------

static void pickler_trace(SkObject *o, SkVisit visit, void *arg) {
    SkPickler *p = (SkPickler *)o;
    sk_slot_visit(&p->write, visit, arg);
    sk_slot_visit(&p->dispatch_table, visit, arg);
    sk_slot_visit(&p->persistent_id, visit, arg);
    sk_slot_visit(&p->buffer_callback, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void pickler_clear(SkObject *o) {
    SkPickler *p = (SkPickler *)o;
    sk_slot_set(o, &p->write, SK_EMPTY);
    sk_slot_set(o, &p->dispatch_table, SK_EMPTY);
    sk_slot_set(o, &p->persistent_id, SK_EMPTY);
    sk_slot_set(o, &p->buffer_callback, SK_EMPTY);
    sk_instance_clear(o);
}
static void pickler_destroy(SkObject *o) {
    SkPickler *p = (SkPickler *)o;
    sk_slot_destroy(o, &p->write);
    sk_slot_destroy(o, &p->dispatch_table);
    sk_slot_destroy(o, &p->persistent_id);
    sk_slot_destroy(o, &p->buffer_callback);
    sk_memo_clear(&p->memo);
    sk_free(p->out);
    sk_free(p->nested);
    sk_instance_free(o, 0);
}

static SkValue pickler_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkPickler *p = (SkPickler *)sk_type_alloc(type, 0);
    if (p) p->frame_start = -1;
    return sk_counted(p);
}

bool sk_pickler_set_protocol(SkPickler *p, SkValue protocol, bool fix_imports) {
    int64_t n = SK_PICKLE_DEFAULT;
    if (!sk_is_empty(protocol) && !sk_is_none(protocol)) {
        if (!sk_as_int64(protocol, &n)) return false;
        if (n < 0) n = SK_PICKLE_HIGHEST;
        if (n > SK_PICKLE_HIGHEST) return sk_raise_false(sk_exc_ValueError, "pickle protocol must be <= %d", SK_PICKLE_HIGHEST);
    }
    p->protocol = (int)n;
    p->bin = n > 0;
    p->fix_imports = fix_imports && n < 3;
    return true;
}

bool sk_pickler_set_file(SkPickler *p, SkValue file) {
    SK_AUTO SkValue write = sk_getattr_opt_s(file, "write");
    if (sk_is_empty(write)) return !sk_error_occurred() && sk_raise_false(sk_exc_TypeError, "file must have a 'write' attribute");
    sk_slot_set(&p->header, &p->write, sk_own(sk_move(&write)));
    return true;
}

static bool set_callback(SkPickler *p, SkValue callback) {
    if (sk_is_empty(callback) || sk_is_none(callback)) {
        sk_slot_set(&p->header, &p->buffer_callback, SK_EMPTY);
        return true;
    }
    if (p->protocol < 5) return sk_raise_false(sk_exc_ValueError, "buffer_callback needs protocol >= 5");
    sk_slot_set(&p->header, &p->buffer_callback, sk_retain(callback));
    return true;
}

static bool pickler_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    SkPickler *p = sk_as_pickler(self);
    if (!sk_bind("Pickler", "(file, protocol=None, fix_imports=True, buffer_callback=None)", &sig, args, nargs, kwnames, a)) return false;
    int fix = sk_is_empty(a[2]) ? 1 : sk_truth(a[2]);
    if (fix < 0 || !sk_pickle_enter(&p->running, "Pickler")) return false;
    bool ok = sk_pickler_set_protocol(p, a[1], fix) && sk_pickler_set_file(p, a[0]) && set_callback(p, a[3]);
    if (ok) {
        p->fast = 0;
        sk_memo_clear(&p->memo);
        SkValue table = sk_getattr_opt_s(self, "dispatch_table");
        ok = !sk_is_empty(table) || !sk_error_occurred();
        if (ok) sk_slot_set(&p->header, &p->dispatch_table, sk_own(table));
    }
    sk_pickle_leave(&p->running);
    return ok;
}

// ---- dumping ---------------------------------------------------------------------------------------------------------------------

static bool prepare(SkPickler *p) {
    SkValue self = sk_counted(p);
    bool exact = sk_type_of(self) == &sk_pickler_type;
    p->pid = exact ? sk_slot_get(&p->header, &p->persistent_id) : sk_getattr_opt_s(self, "persistent_id");
    p->reducer = exact || sk_error_occurred() ? SK_EMPTY : sk_getattr_opt_s(self, "reducer_override");
    if (sk_error_occurred()) return false;
    p->table = sk_slot_get(&p->header, &p->dispatch_table);
    return true;
}

static void finish(SkPickler *p) {
    sk_release(p->pid);
    sk_release(p->reducer);
    sk_release(p->table);
    p->pid = p->reducer = p->table = SK_EMPTY;
    p->framing = false;
    p->nesting = 0;
}

bool sk_pickler_dump(SkPickler *p, SkValue obj) {
    sk_pickle_clear_output(p);
    bool ok = prepare(p);
    if (ok && p->protocol >= 2) {
        ok = sk_pickle_le(p, OP_PROTO, (uint64_t)p->protocol, 1);
        p->framing = p->protocol >= 4;
    }
    ok = ok && sk_pickle_save(p, obj, false) && sk_pickle_op(p, OP_STOP) && sk_pickle_commit_frame(p);
    finish(p);
    return ok;
}

static SkValue pickler_dump(SkValue self, SkValue obj) {
    SkPickler *p = sk_as_pickler(self);
    if (sk_is_empty(sk_slot_peek(&p->write)))
        return sk_raise(sk_pickling_error(), "Pickler.__init__() was not called by %s.__init__()", sk_type_of(self)->name);
    if (!sk_pickle_enter(&p->running, "Pickler")) return SK_EMPTY;
    bool ok = sk_pickler_dump(p, obj) && sk_pickle_flush(p);
    sk_pickle_clear_output(p);
    sk_pickle_leave(&p->running);
    return ok ? SK_NONE : SK_EMPTY;
}

static SkValue pickler_clear_memo(SkValue self) {
    SkPickler *p = sk_as_pickler(self);
    if (!sk_pickle_enter(&p->running, "Pickler")) return SK_EMPTY;
    SkMemo old = p->memo;
    p->memo = (SkMemo){0};
    sk_pickle_leave(&p->running);
    sk_memo_clear(&old);
    return SK_NONE;
}

static SkValue pickler_sizeof(SkValue self) {
    SkPickler *p = sk_as_pickler(self);
    if (!sk_pickle_enter(&p->running, "Pickler")) return SK_EMPTY;
    size_t n = sk_type_of(self)->head.basic_size + p->capacity + (p->memo.mask ? (p->memo.mask + 1) * sizeof(SkMemoEntry) : 0);
    sk_pickle_leave(&p->running);
    return sk_from_small_int((int64_t)n);
}

// ---- the memo as an attribute ------------------------------------------------------------------------------------------------------

static SkValue proxy_clear_memo(SkValue self) { return pickler_clear_memo(sk_pickle_proxied(self)); }

// {id: (index, object)}
static SkValue proxy_copy(SkValue self) {
    SkPickler *p = sk_as_pickler(sk_pickle_proxied(self));
    if (!sk_pickle_enter(&p->running, "Pickler")) return SK_EMPTY;
    SK_AUTO SkValue d = sk_dict_new();
    bool ok = !sk_is_empty(d);
    for (size_t i = 0; ok && p->memo.mask && i <= p->memo.mask; i++) {
        SkMemoEntry *e = &p->memo.entries[i];
        if (sk_is_empty(e->key)) continue;
        SK_AUTO SkValue id = sk_int_from_uint64(e->key.w), index = sk_int_from_int64(e->index);
        SkValue pair = sk_tuple_pack(2, index, e->key);
        ok = !sk_is_empty(pair) && sk_dict_set_steal(d, id, pair);
    }
    sk_pickle_leave(&p->running);
    return ok ? sk_move(&d) : SK_EMPTY;
}

static const SkMethodDef proxy_methods[] = {
    {.name = "clear", .kind = SK_NOARGS, .noargs = proxy_clear_memo, .sig = "()", .doc = "Remove all items from memo."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = proxy_copy, .sig = "()", .doc = "Copy the memo to a new object."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = sk_pickle_proxy_reduce, .sig = "()", .doc = "Implement pickle support."},
    {0},
};
static SkType proxy_type = {
    SK_TYPE_HEAD(0, sizeof(SkPickleProxy), sk_pickle_proxy_trace, NULL, sk_pickle_proxy_destroy),
    .name = "_pickle.PicklerMemoProxy",
    .flags = SK_TF_NO_NEW,
    .methods = proxy_methods,
};

static SkValue get_memo(SkValue self, void *unused SK_UNUSED) { return sk_pickle_proxy_new(&proxy_type, self); }

static bool memo_from_dict(SkValue d, SkMemo *out) {
    size_t pos = 0;
    SkValue k, v;
    bool ok = true;
    while (ok && sk_dict_next(d, &pos, &k, &v)) {
        SK_AUTO SkValue key = k, pair = v;
        int64_t index;
        if (!sk_is_tuple(pair) || sk_tuple_len(pair) != 2)
            ok = sk_raise_false(sk_exc_TypeError, "'memo' values must be 2-item tuples");
        else
            ok = sk_as_int64(sk_tuple_peek(pair, 0), &index) && sk_memo_set(out, sk_tuple_peek(pair, 1), index);
    }
    if (!ok) sk_memo_clear(out);
    return ok;
}

static bool set_memo(SkValue self, SkValue v, void *unused) {
    (void)unused;
    SkPickler *p = sk_as_pickler(self);
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "attribute deletion is not supported");
    bool is_proxy = sk_is_ptr(v) && sk_type_of(v) == &proxy_type;
    if (!is_proxy && !sk_is_dict(v)) return sk_raise_false(sk_exc_TypeError, "'memo' attribute must be a PicklerMemoProxy object or dict, not %.200T", v);
    SK_AUTO SkValue d = is_proxy ? proxy_copy(v) : sk_retain(v);
    SkMemo memo = {0};
    if (sk_is_empty(d) || !memo_from_dict(d, &memo)) return false;
    if (!sk_pickle_enter(&p->running, "Pickler")) return sk_memo_clear(&memo), false;
    SkMemo old = p->memo;
    p->memo = memo;
    sk_pickle_leave(&p->running);
    sk_memo_clear(&old);
    return true;
}

static SkValue get_persistent_id(SkValue self, void *unused) {
    (void)unused;
    SkValue v = sk_slot_load(sk_ptr(self), &sk_as_pickler(self)->persistent_id);
    return sk_is_empty(v) ? sk_raise(sk_exc_AttributeError, "persistent_id") : v;
}
static bool set_persistent_id(SkValue self, SkValue v, void *unused) {
    (void)unused;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "attribute deletion is not supported");
    if (!sk_is_callable(v)) return sk_raise_false(sk_exc_TypeError, "persistent_id must be a callable taking one argument");
    sk_slot_set(sk_ptr(self), &sk_as_pickler(self)->persistent_id, sk_retain(v));
    return true;
}

// ---- the type ----------------------------------------------------------------------------------------------------------------------

static const SkMethodDef methods[] = {
    {.name = "dump", .kind = SK_ONEARG, .onearg = pickler_dump, .sig = "(obj, /)", .doc = "Write a pickled representation of the given object to the open file."},
    {.name = "clear_memo", .kind = SK_NOARGS, .noargs = pickler_clear_memo, .sig = "()", .doc = "Clears the pickler's \"memo\".\n\nThe memo is the data structure that remembers which objects the\npickler has already seen, so that shared or recursive objects are\npickled by reference and not by value.  This method is useful when\nre-using picklers."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = pickler_sizeof, .sig = "()", .doc = "Returns size in memory, in bytes."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"memo", get_memo, set_memo, NULL, NULL},
    {"persistent_id", get_persistent_id, set_persistent_id, NULL, NULL},
    {0},
};
static const SkMemberDef members[] = {
    {"bin", SK_MEMBER_INT, offsetof(SkPickler, bin), false, NULL},
    {"fast", SK_MEMBER_INT, offsetof(SkPickler, fast), false, NULL},
    {"dispatch_table", SK_MEMBER_OBJECT_EX, offsetof(SkPickler, dispatch_table), false, NULL},
    {0},
};

SkType sk_pickler_type = {
    SK_TYPE_HEAD(0, sizeof(SkPickler), pickler_trace, pickler_clear, pickler_destroy),
    .name = "_pickle.Pickler",
    .doc = "Pickler(file, protocol=None, fix_imports=True, buffer_callback=None)\n--\n\nThis takes a binary file for writing a pickle data stream.",
    .flags = SK_TF_BASE,
    .new_ = pickler_new,
    .init = pickler_init,
    .methods = methods,
    .getset = getset,
    .members = members,
};

bool sk_pickler_init(SkValue m) { return sk_type_ready(&proxy_type) && sk_module_add_type(m, &sk_pickler_type); }
