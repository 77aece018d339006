// BufferedRWPair: a reader and a writer as one stream.
#include "modules/_io.h"

typedef struct {
    SkIoBase base;
    SkSlot reader, writer;
} Pair;

static Pair *as_pair(SkValue v) { return (Pair *)sk_ptr(v); }

static bool check(SkValue raw, SkValue method, const char *message) {
    SkValue r = sk_io_call(raw, method);
    sk_release(r);
    if (sk_is_empty(r)) return false;
    if (sk_is_true(r)) return true;
    sk_io_raise_unsupported(message);
    return false;
}

static bool pair_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    if (!sk_bind("BufferedRWPair", "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)", &sig, args, nargs, kwnames, a)) return false;
    int64_t size = SK_IO_BUFFER_SIZE;
    if (!sk_is_empty(a[2]) && !sk_index_as_int64(a[2], &size, sk_exc_OverflowError)) return false;
    if (!check(a[0], SK_ION(readable), "File or stream is not readable.")) return false;
    if (!check(a[1], SK_ION(writable), "File or stream is not writable.")) return false;
    SK_AUTO SkValue n = sk_int_from_int64(size);
    SK_AUTO SkValue reader = sk_call2(sk_type_value(&sk_io_buffered_reader_type), a[0], n);
    SK_AUTO SkValue writer = sk_is_empty(reader) ? SK_EMPTY : sk_call2(sk_type_value(&sk_io_buffered_writer_type), a[1], n);
    if (sk_is_empty(writer)) return false;
    Pair *p = as_pair(self);
    sk_slot_set(&p->base.header, &p->reader, sk_move(&reader));
    sk_slot_set(&p->base.header, &p->writer, sk_move(&writer));
    return true;
}

static SkValue forward(SkValue self, SkSlot *slot, const char *method, const SkValue *args, size_t nargs) {
    SK_AUTO SkValue to = sk_slot_get(sk_ptr(self), slot);
    if (sk_is_empty(to)) return sk_raise(sk_exc_ValueError, "I/O operation on uninitialized object");
    return sk_call_method_s(to, method, args, nargs);
}

static SkValue pair_read(SkValue s, const SkValue *a, size_t n) { return forward(s, &as_pair(s)->reader, "read", a, n); }
static SkValue pair_peek(SkValue s, const SkValue *a, size_t n) { return forward(s, &as_pair(s)->reader, "peek", a, n); }
static SkValue pair_read1(SkValue s, const SkValue *a, size_t n) { return forward(s, &as_pair(s)->reader, "read1", a, n); }
static SkValue pair_readinto(SkValue s, const SkValue *a, size_t n) { return forward(s, &as_pair(s)->reader, "readinto", a, n); }
static SkValue pair_readinto1(SkValue s, const SkValue *a, size_t n) { return forward(s, &as_pair(s)->reader, "readinto1", a, n); }
static SkValue pair_write(SkValue s, const SkValue *a, size_t n) { return forward(s, &as_pair(s)->writer, "write", a, n); }
static SkValue pair_flush(SkValue s) { return forward(s, &as_pair(s)->writer, "flush", NULL, 0); }
static SkValue pair_readable(SkValue s) { return forward(s, &as_pair(s)->reader, "readable", NULL, 0); }
static SkValue pair_writable(SkValue s) { return forward(s, &as_pair(s)->writer, "writable", NULL, 0); }

static SkValue pair_close(SkValue self) {
    Pair *p = as_pair(self);
    SkValue r = sk_own(forward(self, &p->writer, "close", NULL, 0));
    SkValue first = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    sk_release(r);
    bool ok = sk_is_empty(first);
    r = sk_own(forward(self, &p->reader, "close", NULL, 0));
    ok &= !sk_is_empty(r);
    sk_io_chain(first);
    if (ok) return r;
    sk_release(r);
    return SK_EMPTY;
}

static SkValue pair_isatty(SkValue self) {
    SkValue r = sk_own(forward(self, &as_pair(self)->writer, "isatty", NULL, 0));
    if (!sk_is_false(r)) return r;
    return forward(self, &as_pair(self)->reader, "isatty", NULL, 0);
}

static SkValue get_closed(SkValue self, void *c SK_UNUSED) {
    SK_AUTO SkValue writer = sk_slot_get(sk_ptr(self), &as_pair(self)->writer);
    if (sk_is_empty(writer)) return sk_raise(sk_exc_RuntimeError, "the BufferedRWPair object is being garbage-collected");
    return sk_getattr(writer, SK_ION(closed));
}

static void trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((Pair *)o)->reader, visit, arg);
    sk_slot_visit(&((Pair *)o)->writer, visit, arg);
}
static void clear(SkObject *o) {
    sk_instance_clear(o);
    sk_slot_set(o, &((Pair *)o)->reader, SK_EMPTY);
    sk_slot_set(o, &((Pair *)o)->writer, SK_EMPTY);
}
static void destroy(SkObject *o) {
    sk_slot_destroy(o, &((Pair *)o)->reader);
    sk_slot_destroy(o, &((Pair *)o)->writer);
    sk_instance_free(o, 0);
}

static const SkMethodDef methods[] = {
    {"read", SK_FAST, .fast = pair_read, .doc = "As the reader's."},
    {"peek", SK_FAST, .fast = pair_peek, .doc = "As the reader's."},
    {"read1", SK_FAST, .fast = pair_read1, .doc = "As the reader's."},
    {"readinto", SK_FAST, .fast = pair_readinto, .doc = "As the reader's."},
    {"readinto1", SK_FAST, .fast = pair_readinto1, .doc = "As the reader's."},
    {"write", SK_FAST, .fast = pair_write, .doc = "As the writer's."},
    {"flush", SK_NOARGS, .noargs = pair_flush, .sig = "()", .doc = "As the writer's."},
    {"readable", SK_NOARGS, .noargs = pair_readable, .sig = "()", .doc = "As the reader's."},
    {"writable", SK_NOARGS, .noargs = pair_writable, .sig = "()", .doc = "As the writer's."},
    {"close", SK_NOARGS, .noargs = pair_close, .sig = "()", .doc = "Closes both."},
    {"isatty", SK_NOARGS, .noargs = pair_isatty, .sig = "()", .doc = "Whether either is a terminal."},
    {0},
};
static const SkGetSetDef getset[] = {{"closed", get_closed, NULL, NULL, NULL}, {0}};

SkType sk_io_rwpair_type = {
    SK_TYPE_HEAD(0, sizeof(Pair), trace, clear, destroy),
    .name = "_io.BufferedRWPair",
    .doc = "BufferedRWPair(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)\n--\n\n"
           "A readable and a writable raw stream as one buffered stream.",
    .flags = SK_TF_BASE,
    .base = &sk_io_bufferediobase_type,
    .new_ = sk_io_new,
    .init = pair_init,
    .methods = methods,
    .getset = getset,
};
