// The class Unpickler and its memo's proxy.
#include "base/alloc.h"
#include "modules/_pickle.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static size_t slots_of(SkUnpickler *u, SkSlot **out) {
    SkSlot *all[] = {&u->read, &u->readline, &u->peek, &u->persistent_load, &u->buffers, &u->encoding, &u->errors};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) out[i] = all[i];
    return sizeof all / sizeof *all;
}
enum { SLOTS = 7 };

static void unpickler_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSlot *slots[SLOTS];
    for (size_t i = 0, n = slots_of((SkUnpickler *)o, slots); i < n; i++) sk_slot_visit(slots[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void unpickler_clear(SkObject *o) {
    SkUnpickler *u = (SkUnpickler *)o;
    sk_slot_set(o, &u->read, SK_EMPTY);
    sk_slot_set(o, &u->readline, SK_EMPTY);
    sk_slot_set(o, &u->peek, SK_EMPTY);
    sk_slot_set(o, &u->persistent_load, SK_EMPTY);
    sk_slot_set(o, &u->buffers, SK_EMPTY);
    sk_instance_clear(o);
}
static void unpickler_destroy(SkObject *o) {
    SkUnpickler *u = (SkUnpickler *)o;
    SkSlot *slots[SLOTS];
    for (size_t i = 0, n = slots_of(u, slots); i < n; i++) sk_slot_destroy(o, slots[i]);
    sk_unpickle_memo_clear(u);
    sk_release(u->held);
    sk_free(u->stack);
    sk_free(u->marks);
    sk_instance_free(o, 0);
}

static SkValue unpickler_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SkUnpickler *u = (SkUnpickler *)sk_type_alloc(type, 0);
    if (u) {
        sk_slot_init(&u->encoding, sk_intern_s("ASCII"));
        sk_slot_init(&u->errors, sk_intern_s("strict"));
    }
    return sk_counted(u);
}

static bool set_text(SkUnpickler *u, SkSlot *slot, SkValue v, const char *otherwise, const char *name) {
    if (sk_is_empty(v)) v = sk_intern_s(otherwise);
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "Unpickler() argument '%s' must be str, not %T", name, v);
    sk_slot_set(&u->header, slot, sk_retain(v));
    return true;
}

// Everything but the source. buffers may be empty.
bool sk_unpickler_options(SkUnpickler *u, SkValue fix_imports, SkValue encoding, SkValue errors, SkValue buffers) {
    int fix = sk_is_empty(fix_imports) ? 1 : sk_truth(fix_imports);
    if (fix < 0 || !set_text(u, &u->encoding, encoding, "ASCII", "encoding") || !set_text(u, &u->errors, errors, "strict", "errors")) return false;
    u->fix_imports = fix;
    SkValue it = sk_is_empty(buffers) || sk_is_none(buffers) ? SK_EMPTY : sk_iter(buffers);
    if (sk_error_occurred()) return false;
    sk_slot_set(&u->header, &u->buffers, it);
    return true;
}

static bool unpickler_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[5];
    SkUnpickler *u = sk_as_unpickler(self);
    if (!sk_bind("Unpickler", "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", &sig, args, nargs, kwnames, a)) return false;
    if (!sk_pickle_enter(&u->running, "Unpickler")) return false;
    bool ok = sk_unpickler_set_file(u, a[0]) && sk_unpickler_options(u, a[1], a[2], a[3], a[4]);
    sk_unpickle_memo_clear(u);
    sk_pickle_leave(&u->running);
    return ok;
}

static SkValue unpickler_load(SkValue self) {
    SkUnpickler *u = sk_as_unpickler(self);
    if (sk_is_empty(sk_slot_peek(&u->read)))
        return sk_raise(sk_unpickling_error(), "Unpickler.__init__() was not called by %s.__init__()", sk_type_of(self)->name);
    if (!sk_pickle_enter(&u->running, "Unpickler")) return SK_EMPTY;
    SkValue v = sk_unpickle_load(u);
    sk_pickle_leave(&u->running);
    return v;
}

static SkValue unpickler_find_class(SkValue self, const SkValue *args) {
    for (int i = 0; i < 2; i++)
        if (!sk_is_str(args[i])) return sk_raise(sk_exc_TypeError, "find_class() argument %d must be str, not %T", i + 1, args[i]);
    return sk_unpickle_find_class(sk_as_unpickler(self), args[0], args[1]);
}

static SkValue unpickler_sizeof(SkValue self) {
    SkUnpickler *u = sk_as_unpickler(self);
    return sk_from_small_int((int64_t)(sk_type_of(self)->head.basic_size + u->memo_size * sizeof(SkValue) + u->marks_capacity * sizeof(size_t)));
}

// ---- the memo as an attribute ------------------------------------------------------------------------------------------------------

static SkValue proxy_clear_memo(SkValue self) {
    SkUnpickler *u = sk_as_unpickler(sk_pickle_proxied(self));
    if (!sk_pickle_enter(&u->running, "Unpickler")) return SK_EMPTY;
    sk_unpickle_memo_clear(u);
    sk_pickle_leave(&u->running);
    return SK_NONE;
}

// {index: object}
static SkValue proxy_copy(SkValue self) {
    SkUnpickler *u = sk_as_unpickler(sk_pickle_proxied(self));
    if (!sk_pickle_enter(&u->running, "Unpickler")) return SK_EMPTY;
    SK_AUTO SkValue d = sk_is_empty(u->sparse) ? sk_dict_new() : sk_dict_copy(u->sparse);
    bool ok = !sk_is_empty(d);
    for (size_t i = 0; ok && i < u->memo_size; i++) ok = sk_is_empty(u->memo[i]) || sk_dict_set(d, sk_from_small_int((int64_t)i), u->memo[i]);
    sk_pickle_leave(&u->running);
    return ok ? sk_move(&d) : SK_EMPTY;
}

static const SkMethodDef proxy_methods[] = {
    {.name = "clear", .kind = SK_NOARGS, .noargs = proxy_clear_memo, .sig = "()", .doc = "Remove all items from memo."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = proxy_copy, .sig = "()", .doc = "Copy the memo to a new object."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = sk_pickle_proxy_reduce, .sig = "()", .doc = "Implement pickling support."},
    {0},
};
static SkType proxy_type = {
    SK_TYPE_HEAD(0, sizeof(SkPickleProxy), sk_pickle_proxy_trace, NULL, sk_pickle_proxy_destroy),
    .name = "_pickle.UnpicklerMemoProxy",
    .flags = SK_TF_NO_NEW,
    .methods = proxy_methods,
};

static SkValue get_memo(SkValue self, void *unused SK_UNUSED) { return sk_pickle_proxy_new(&proxy_type, self); }

static bool fill_memo(SkUnpickler *u, SkValue d) {
    size_t pos = 0;
    SkValue k, v;
    bool ok = true;
    while (ok && sk_dict_next(d, &pos, &k, &v)) {
        SK_AUTO SkValue key = k;
        int64_t index;
        ok = sk_is_int(key) ? sk_as_int64(key, &index) : sk_raise_false(sk_exc_TypeError, "memo key must be integers");
        if (ok && index < 0) ok = sk_raise_false(sk_exc_ValueError, "memo key must be positive integers.");
        if (ok) ok = sk_unpickle_memo_set(u, (size_t)index, v);
        else sk_release(v);
    }
    return ok;
}

static bool set_memo(SkValue self, SkValue v, void *unused) {
    (void)unused;
    SkUnpickler *u = sk_as_unpickler(self);
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "attribute deletion is not supported");
    bool is_proxy = sk_is_ptr(v) && sk_type_of(v) == &proxy_type;
    if (!is_proxy && !sk_is_dict(v)) return sk_raise_false(sk_exc_TypeError, "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %.200T", v);
    SK_AUTO SkValue d = is_proxy ? proxy_copy(v) : sk_retain(v);
    if (sk_is_empty(d) || !sk_pickle_enter(&u->running, "Unpickler")) return false;
    sk_unpickle_memo_clear(u);
    bool ok = fill_memo(u, d);
    sk_pickle_leave(&u->running);
    return ok;
}

static SkValue get_persistent_load(SkValue self, void *unused) {
    (void)unused;
    SkValue v = sk_slot_load(sk_ptr(self), &sk_as_unpickler(self)->persistent_load);
    return sk_is_empty(v) ? sk_raise(sk_exc_AttributeError, "persistent_load") : v;
}
static bool set_persistent_load(SkValue self, SkValue v, void *unused) {
    (void)unused;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "attribute deletion is not supported");
    if (!sk_is_callable(v)) return sk_raise_false(sk_exc_TypeError, "persistent_load must be a callable taking one argument");
    sk_slot_set(sk_ptr(self), &sk_as_unpickler(self)->persistent_load, sk_retain(v));
    return true;
}

// ---- the type ----------------------------------------------------------------------------------------------------------------------

static const SkMethodDef methods[] = {
    {.name = "load", .kind = SK_NOARGS, .noargs = unpickler_load, .sig = "()", .doc = "Load a pickle.\n\nRead a pickled object representation from the open file object given\nin the constructor, and return the reconstituted object hierarchy\nspecified therein."},
    {.name = "find_class", .kind = SK_SIG, .sig_fn = unpickler_find_class, .sig = "(module_name, global_name, /)", .doc = "Return an object from a specified module."},
    {.name = "__sizeof__", .kind = SK_NOARGS, .noargs = unpickler_sizeof, .sig = "()", .doc = "Returns size in memory, in bytes."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"memo", get_memo, set_memo, NULL, NULL},
    {"persistent_load", get_persistent_load, set_persistent_load, NULL, NULL},
    {0},
};

SkType sk_unpickler_type = {
    SK_TYPE_HEAD(0, sizeof(SkUnpickler), unpickler_trace, unpickler_clear, unpickler_destroy),
    .name = "_pickle.Unpickler",
    .doc = "Unpickler(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())\n--\n\nThis takes a binary file for reading a pickle data stream.",
    .flags = SK_TF_BASE,
    .new_ = unpickler_new,
    .init = unpickler_init,
    .methods = methods,
    .getset = getset,
};

bool sk_unpickler_init(SkValue m) { return sk_type_ready(&proxy_type) && sk_module_add_type(m, &sk_unpickler_type); }
