// _pickle: PickleBuffer, the module's functions and exceptions.
#include "modules/_pickle.h"

#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/memoryview.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue errors[3];  // PickleError, PicklingError, UnpicklingError: set once, by the module's exec; immortal

SkValue sk_pickle_error(void) { return errors[0]; }
SkType *sk_pickling_error(void) { return sk_as_type(errors[1]); }
SkType *sk_unpickling_error(void) { return sk_as_type(errors[2]); }

// ---- PickleBuffer ------------------------------------------------------------------------------------------------------------------

// Holds the object's buffer until release(), and asks the object again for whoever wants a buffer: that one belongs to the
// object, as if it had been asked itself.
typedef struct {
    SkObject header;
    SkSlot of;       // empty once released: whoever empties it releases the view
    SkBuffer view;
} PickleBuffer;

static PickleBuffer *wrapper(SkValue v) { return (PickleBuffer *)sk_ptr(v); }

static void buffer_trace(SkObject *o, SkVisit visit, void *arg) {
    SkValue of = sk_slot_peek(&((PickleBuffer *)o)->of);
    if (!sk_is_ptr(of)) return;
    visit(of, arg);
    if (sk_is_ptr(((PickleBuffer *)o)->view.owner)) visit(((PickleBuffer *)o)->view.owner, arg);
}
static void buffer_clear(SkObject *o) {
    SK_AUTO SkValue of = sk_slot_swap(o, &((PickleBuffer *)o)->of, SK_EMPTY);
    if (!sk_is_empty(of)) sk_buffer_release(&((PickleBuffer *)o)->view);
}
static void buffer_destroy(SkObject *o) {
    buffer_clear(o);
    sk_object_free(o, sizeof(PickleBuffer));
}

static SkValue buffer_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("PickleBuffer", kwnames) || !sk_check_nargs("PickleBuffer", nargs, 1, 1)) return SK_EMPTY;
    PickleBuffer *b = (PickleBuffer *)sk_container_new(&type->head, sizeof *b);
    if (!b) return sk_raise_memory();
    SK_AUTO SkValue self = sk_counted(b);
    if (!sk_buffer_get(args[0], &b->view, SK_BUF_FULL_RO)) return SK_EMPTY;
    sk_slot_publish(&b->of, sk_retain(args[0]));
    return sk_move(&self);
}

static SkValue wrapped(SkValue self) {
    SkValue v = sk_slot_get(sk_ptr(self), &wrapper(self)->of);
    return sk_is_empty(v) ? sk_raise(sk_exc_ValueError, "operation forbidden on released PickleBuffer object") : v;
}

static bool buffer_get(SkValue self, SkBuffer *view, int flags) {
    SK_AUTO SkValue of = wrapped(self);
    return !sk_is_empty(of) && sk_buffer_get(of, view, flags);
}

// The memory as one flat view of bytes.
static SkValue buffer_raw(SkValue self) {
    SK_AUTO SkValue of = wrapped(self);
    SK_AUTO SkValue memory = sk_is_empty(of) ? of : sk_call1(sk_type_value(&sk_memoryview_type), of);
    if (sk_is_empty(memory)) return memory;
    SkBuffer view;
    if (!sk_buffer_get(memory, &view, SK_BUF_FULL_RO)) return SK_EMPTY;
    bool c_order = sk_buffer_is_contiguous(&view, 'C'), f_order = sk_buffer_is_contiguous(&view, 'F');
    bool flat = view.ndim == 1 && view.item_size == 1 && (!view.format || (view.format[0] == 'B' && !view.format[1]));
    sk_buffer_release(&view);
    if (!c_order && !f_order) return sk_raise(sk_exc_BufferError, "cannot extract raw buffer from non-contiguous buffer");
    if (flat) return sk_move(&memory);
    if (!c_order) {
        SK_AUTO SkValue order = sk_str_from("F");
        SK_AUTO SkValue bytes = sk_is_empty(order) ? order : sk_call_method_s(memory, "tobytes", &order, 1);
        return sk_is_empty(bytes) ? bytes : sk_call1(sk_type_value(&sk_memoryview_type), bytes);
    }
    SkValue format = sk_intern_s("B");
    return sk_call_method_s(memory, "cast", &format, 1);
}

static SkValue buffer_release(SkValue self) {
    buffer_clear(sk_ptr(self));
    return SK_NONE;
}

static const SkMethodDef buffer_methods[] = {
    {.name = "raw", .kind = SK_NOARGS, .noargs = buffer_raw, .sig = "()", .doc = "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous."},
    {.name = "release", .kind = SK_NOARGS, .noargs = buffer_release, .sig = "()", .doc = "Release the underlying buffer held by the PickleBuffer object."},
    {0},
};

SkType sk_pickle_buffer_type = {
    SK_TYPE_HEAD(0, sizeof(PickleBuffer), buffer_trace, buffer_clear, buffer_destroy),
    .name = "pickle.PickleBuffer",
    .doc = "Wrapper for potentially out-of-band buffers",
    .flags = SK_TF_WEAKREF,
    .new_ = buffer_new,
    .buffer = {.get = buffer_get},
    .methods = buffer_methods,
};

// ---- functions ---------------------------------------------------------------------------------------------------------------------

// A pickler without a file; its output is left in p->out.
static bool dump_to(SkPickler *p, SkValue obj, SkValue protocol, SkValue fix_imports, SkValue callback) {
    int fix = sk_is_empty(fix_imports) ? 1 : sk_truth(fix_imports);
    if (fix < 0 || !sk_pickler_set_protocol(p, protocol, fix)) return false;
    if (!sk_is_empty(callback) && !sk_is_none(callback)) {
        if (p->protocol < 5) return sk_raise_false(sk_exc_ValueError, "buffer_callback needs protocol >= 5");
        sk_slot_init(&p->buffer_callback, sk_retain(callback));
    }
    return sk_pickler_dump(p, obj);
}

static SkPickler *new_pickler(void) {
    SkPickler *p = (SkPickler *)sk_type_alloc(&sk_pickler_type, 0);
    if (p) p->frame_start = -1;
    return p;
}

static SkValue dumps(SkValue module, const SkValue *args) {
    (void)module;
    SkPickler *p = new_pickler();
    SK_AUTO SkValue holder = sk_counted(p);
    if (!p || !dump_to(p, args[0], args[1], args[2], args[3])) return SK_EMPTY;
    return sk_bytes_from(p->out, p->len);
}

static SkValue dump(SkValue module, const SkValue *args) {
    (void)module;
    SkPickler *p = new_pickler();
    SK_AUTO SkValue holder = sk_counted(p);
    if (!p || !sk_pickler_set_file(p, args[1]) || !dump_to(p, args[0], args[2], args[3], args[4])) return SK_EMPTY;
    return sk_pickle_flush(p) ? SK_NONE : SK_EMPTY;
}

static SkUnpickler *new_unpickler(void) {
    SkUnpickler *u = (SkUnpickler *)sk_type_alloc(&sk_unpickler_type, 0);
    if (!u) return NULL;
    sk_slot_init(&u->encoding, sk_intern_s("ASCII"));
    sk_slot_init(&u->errors, sk_intern_s("strict"));
    return u;
}

static SkValue load(SkValue module, const SkValue *args) {
    (void)module;
    SkUnpickler *u = new_unpickler();
    SK_AUTO SkValue holder = sk_counted(u);
    if (!u || !sk_unpickler_set_file(u, args[0]) || !sk_unpickler_options(u, args[1], args[2], args[3], args[4])) return SK_EMPTY;
    return sk_unpickle_load(u);
}

static SkValue loads(SkValue module, const SkValue *args) {
    (void)module;
    SkUnpickler *u = new_unpickler();
    SK_AUTO SkValue holder = sk_counted(u);
    if (!u || !sk_unpickler_options(u, args[1], args[2], args[3], args[4])) return SK_EMPTY;
    SkBuffer view;
    if (!sk_buffer_get(args[0], &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    u->in = view.data ? view.data : "";
    u->end = (size_t)view.length;
    SkValue v = sk_unpickle_load(u);
    sk_buffer_release(&view);
    return v;
}

static const SkMethodDef functions[] = {
    {.name = "dump", .kind = SK_SIG, .sig_fn = dump, .sig = "(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)", .doc = "Write a pickled representation of obj to the open file object file."},
    {.name = "dumps", .kind = SK_SIG, .sig_fn = dumps, .sig = "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", .doc = "Return the pickled representation of the object as a bytes object."},
    {.name = "load", .kind = SK_SIG, .sig_fn = load, .sig = "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", .doc = "Read and return an object from the pickle data stored in a file."},
    {.name = "loads", .kind = SK_SIG, .sig_fn = loads, .sig = "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", .doc = "Read and return an object from the given pickle data."},
    {0},
};

static SkValue make_error(const char *name, SkValue base) {
    SK_AUTO SkValue n = sk_str_from(name), bases = sk_tuple_pack(1, base), dict = sk_dict_new(), module = sk_str_from("_pickle");
    if (sk_is_empty(n) || sk_is_empty(bases) || sk_is_empty(dict) || !sk_dict_set(dict, SK_N(__module__), module)) return SK_EMPTY;
    SkValue cls = sk_type_new_class(n, bases, dict);
    if (!sk_is_empty(cls)) sk_make_immortal(sk_ptr(cls));
    return cls;
}

static bool exec(SkValue m) {
    static const char *const names[] = {"PickleError", "PicklingError", "UnpicklingError"};
    for (int i = 0; i < 3; i++) {
        if (sk_is_empty(errors[i])) errors[i] = make_error(names[i], i ? errors[0] : sk_type_value(sk_exc_Exception));
        if (sk_is_empty(errors[i]) || !sk_module_add(m, names[i], errors[i])) return false;
    }
    return sk_pickler_init(m) && sk_unpickler_init(m) && sk_module_add_type(m, &sk_pickle_buffer_type);
}

const SkModuleDef sk_module__pickle = {.name = "_pickle", .doc = "Optimized C implementation for the Python pickle module.", .functions = functions, .exec = exec};
