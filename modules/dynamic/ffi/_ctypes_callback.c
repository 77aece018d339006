// _ctypes: Python functions that C calls.
//
// C may call from any thread: one that is detached in a call of its own, one that is attached, or one the runtime never saw, which
// becomes one of its threads until it ends. The last reference to a callback may go while it runs, so it holds itself meanwhile.
#include <errno.h>
#include <pthread.h>
#include <string.h>

#include "base/alloc.h"
#include "modules/_asyncio.h"
#include "modules/_contextvars.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "modules/_thread.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/adopt.h"

enum { FEW = 8 };

typedef struct {
    SkObject header;
    SkSlot callable;       // immutable, as is all the rest
    SkCInfo *info;         // the class's
    SkCInfo *result;       // NULL: none
    ffi_closure *closure;
    ffi_cif cif;
    ffi_type **types;
} Callback;

static void callback_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Callback *)o)->callable, visit, arg); }
static void callback_clear(SkObject *o) { sk_slot_set(o, &((Callback *)o)->callable, SK_EMPTY); }
static void callback_destroy(SkObject *o) {
    Callback *c = (Callback *)o;
    sk_slot_destroy(o, &c->callable);
    if (c->closure) ffi_closure_free(c->closure);
    sk_free(c->types);
    sk_object_free(o, sizeof *c);
}

SkType sk_c_callback_type = {
    SK_TYPE_HEAD(0, sizeof(Callback), callback_trace, callback_clear, callback_destroy),
    .name = "_ctypes.CThunkObject",
    .doc = "CThunkObject",
    .flags = SK_TF_NO_NEW,
};

static void complain(const char *doing, SkValue callable) {
    SK_AUTO SkValue failure = sk_error_take();
    SK_AUTO SkValue message = sk_str_format("Exception ignored while %s ctypes callback function %R", doing, callable);
    SK_AUTO_UTF8 SkUtf8 text = sk_is_empty(message) ? (SkUtf8){0} : sk_str_utf8(message);
    sk_error_restore(sk_move(&failure));
    sk_error_unraisable(text.text, SK_EMPTY);
}

// Calling the class would do nothing but allocate.
static bool made_natively(SkType *t) {
    SkType *native = t;
    while (native->flags & SK_TF_HEAP) native = native->base;
    return t->new_ == native->new_ && t->init == native->init;
}

static SkValue argument(SkValue type, char *p) {
    SkCInfo *info = sk_c_info_of_value(type);
    if (!info) return sk_raise(sk_exc_TypeError, "cannot build parameter");
    if (info->plain) return sk_c_load(&info->place, p);
    if (made_natively(sk_as_type(type))) return sk_c_data_part(sk_as_type(type), SK_EMPTY, 0, p);
    SK_AUTO SkValue v = sk_call0(type);
    if (sk_is_empty(v)) return SK_EMPTY;
    if (!sk_c_is_data(v) || sk_c_size(sk_c_data(v)) < info->size) return sk_raise(sk_exc_TypeError, "unexpected result of create argument");
    sk_c_copy(sk_c_memory(sk_c_data(v)), p, info->size);
    return sk_move(&v);
}

// Integers fill a register.
static void widen(SkCInfo *info, const SkCUnion *v, void *result) {
    const SkCCode *code = info->place.code;
    SkCPlace place = {.code = code};
    if (code->ffi->type == FFI_TYPE_POINTER || code->kind == SK_CK_FLOAT || code->kind >= SK_CK_DOUBLE) {
        memcpy(result, v, code->size);
        return;
    }
    uint64_t n = 0;
    memcpy(&n, v, place.code->size);
    int unused = 64 - 8 * code->size;
    if (code->kind == SK_CK_INT || code->kind == SK_CK_CHAR || code->kind == SK_CK_WCHAR || code->kind == SK_CK_VARIANT_BOOL)
        n = (uint64_t)((int64_t)(n << unused) >> unused);
    memcpy(result, &n, sizeof n);
}

static void give_back(Callback *c, SkValue callable, SkValue v, void *result) {
    SkCUnion made = {0};
    SkValue keep = SK_EMPTY;
    if (!sk_c_store(&c->result->place, made.bytes, v, &keep)) {
        complain("converting result of", callable);
        return;
    }
    widen(c->result, &made, result);
    if (sk_is_empty(keep)) return;
    // A py_object's reference goes to the caller. Text has to stay for a caller who never says when it is done.
    if (c->result->place.code->kind != SK_CK_OBJECT && !sk_warn(sk_exc_RuntimeWarning, 1, "memory leak in callback function."))
        complain("converting result of", callable);
}

static void call_python(Callback *c, SkValue callable, void **args, void *result) {
    size_t n = sk_tuple_len(c->info->argtypes), done = 0;
    SkValue few[FEW], *values = n <= FEW ? few : sk_malloc(n * sizeof *values);
    if (!values) {
        sk_raise_memory();
        complain("calling", callable);
        return;
    }
    bool ok = true;
    for (; ok && done < n; done++) {
        values[done] = argument(sk_tuple_peek(c->info->argtypes, done), args[done]);
        ok = !sk_is_empty(values[done]);
    }
    SK_AUTO SkValue v = SK_EMPTY;
    if (ok) {
        int *copy = sk_c_errno(), now = errno;
        if (c->info->flags & SK_C_FLAG_ERRNO) errno = *copy, *copy = now;
        v = sk_call(callable, values, n, SK_EMPTY);
        now = errno;
        if (c->info->flags & SK_C_FLAG_ERRNO) errno = *copy, *copy = now;
    }
    if (sk_is_empty(v)) complain("calling", callable);
    else if (c->result) give_back(c, callable, v, result);
    for (size_t i = 0; i < done; i++) sk_release(values[i]);
    if (values != few) sk_free(values);
}

// What a thread of threading does at its end.
static void end_of_thread(void) {
    sk_thread_locals_clear();
    sk_aio_thread_exit();
    sk_context_thread_exit();
}

static void entered(ffi_cif *cif, void *result, void **args, void *user) {
    Callback *c = user;
    (void)cif;
    if (c->result) memset(result, 0, c->result->size > sizeof(ffi_arg) ? c->result->size : sizeof(ffi_arg));
    bool was_attached = sk_thread_is_attached();
    if (!sk_thread_self) {
        if (!sk_thread_adopt(end_of_thread)) return;
    } else if (!was_attached) {
        sk_thread_attach();
    }
    SkValue self = sk_retain(sk_counted(c));
    SkValue callable = sk_slot_get(&c->header, &c->callable);
    // What the thread was raising while C calls back stays its own.
    SkValue before = sk_error_take();
    if (!sk_is_empty(callable)) call_python(c, callable, args, result);
    sk_error_restore(before);
    sk_release(callable);
    sk_release(self);
    if (!was_attached) sk_thread_detach();
}

static bool fill(Callback *c, SkValue callable, SkCInfo *info, void **code) {
    size_t n = sk_tuple_len(info->argtypes);
    sk_slot_init(&c->callable, sk_retain(callable));
    c->info = info;
    if (!(c->types = sk_malloc((n + 1) * sizeof *c->types))) return sk_raise_memory(), false;
    for (size_t i = 0; i < n; i++) {
        SkCInfo *type = sk_c_info_of_value(sk_tuple_peek(info->argtypes, i));
        c->types[i] = type ? &type->ffi : &ffi_type_pointer;
    }
    ffi_type *result = &ffi_type_void;
    if (sk_is_empty(info->restype) || !sk_is_none(info->restype)) {
        c->result = sk_is_empty(info->restype) ? NULL : sk_c_info_of_value(info->restype);
        if (!c->result || c->result->kind != SK_C_SIMPLE) return sk_raise_false(sk_exc_TypeError, "invalid result type for callback function");
        result = &c->result->ffi;
    }
    if (!(c->closure = ffi_closure_alloc(sizeof *c->closure, code))) return sk_raise_memory(), false;
    if (ffi_prep_cif(&c->cif, FFI_DEFAULT_ABI, (unsigned)n, result, c->types) != FFI_OK)
        return sk_raise_false(sk_exc_RuntimeError, "ffi_prep_cif failed with %d", 1);
    if (ffi_prep_closure_loc(c->closure, &c->cif, entered, c, *code) != FFI_OK)
        return sk_raise_false(sk_exc_RuntimeError, "ffi_prep_closure failed with %d", 1);
    return true;
}

// libffi readies the allocator of closures at its first use, and asks without a lock whether it has done so.
static void ready_closures(void) {
    void *code;
    ffi_closure *c = ffi_closure_alloc(sizeof *c, &code);
    if (c) ffi_closure_free(c);
}

SkValue sk_c_callback_new(SkValue callable, SkCInfo *info, void **code) {
    Callback *c = (Callback *)sk_container_new(&sk_c_callback_type.head, sizeof *c);
    if (!c) return sk_raise_memory();
    SK_AUTO SkValue v = sk_counted(c);
    sk_thread_expect_others();
    static pthread_once_t closures_ready = PTHREAD_ONCE_INIT;
    pthread_once(&closures_ready, ready_closures);
    return fill(c, callable, info, code) ? sk_move(&v) : SK_EMPTY;
}
