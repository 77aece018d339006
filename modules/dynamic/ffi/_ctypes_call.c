// _ctypes: calling C.
//
// A call is made detached, so that the other threads and the collector go on: until it returns it has what the arguments keep
// alive, and nothing else of the runtime. Functions of a PyDLL are called attached.
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/audit.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { FEW = 8 };

int *sk_c_errno(void) {
    static _Thread_local int copy;
    return &copy;
}

static void swap_errno(void) {
    int *copy = sk_c_errno(), now = errno;
    errno = *copy;
    *copy = now;
}

// ---- the call -----------------------------------------------------------------------------------------------------------------

static bool prepare(ffi_cif *cif, const SkCCall *call, ffi_type *result, size_t n, ffi_type **types) {
    size_t fixed = sk_is_empty(call->converters) ? 0 : sk_tuple_len(call->converters);
    if (fixed && fixed < n && ffi_prep_cif_var(cif, FFI_DEFAULT_ABI, (unsigned)fixed, (unsigned)n, result, types) == FFI_OK) return true;
    return ffi_prep_cif(cif, FFI_DEFAULT_ABI, (unsigned)n, result, types) == FFI_OK || sk_raise_false(sk_exc_RuntimeError, "ffi_prep_cif failed");
}

static void invoke(ffi_cif *cif, const SkCCall *call, void *result, void **values) {
    bool detached = !(call->flags & SK_C_FLAG_PYTHONAPI);
    if (detached) sk_thread_detach();
    if (call->flags & SK_C_FLAG_ERRNO) swap_errno();
    ffi_call(cif, call->function, result, values);
    if (call->flags & SK_C_FLAG_ERRNO) swap_errno();
    if (detached) sk_thread_attach();
}

// Integers come back widened to a register.
static SkValue from_result(const SkCCall *call, SkCInfo *info, char *result) {
    if (sk_is_empty(call->restype)) return sk_int_from_int64(((SkCUnion *)(void *)result)->i);
    if (sk_is_none(call->restype)) return SK_NONE;
    if (!info) {
        SkValue number = sk_int_from_int64(((SkCUnion *)(void *)result)->i);
        return sk_call1(call->restype, number);
    }
    SkValue v;
    if (info->plain && info->place.code->kind == SK_CK_OBJECT) {
        memcpy(&v, result, sizeof v);   // a reference given away by the function
        if (sk_is_empty(v)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ValueError, "PyObject is NULL");
    } else if (info->plain) {
        v = sk_c_load(&info->place, result);
    } else {
        v = sk_c_data_part(sk_as_type(call->restype), SK_EMPTY, 0, result);
    }
    if (sk_is_empty(v) || sk_is_empty(call->checker)) return v;
    SK_AUTO SkValue unchecked = v;
    return sk_call1(call->checker, unchecked);
}

static SkValue call_passed(const SkCCall *call, SkCPass *passes, size_t n) {
    ffi_type *types[FEW], **t = types;
    void *values[FEW], **p = values;
    SkCInfo *info = sk_is_empty(call->restype) ? NULL : sk_c_info_of_value(call->restype);
    ffi_type *type = sk_is_empty(call->restype) || (!info && !sk_is_none(call->restype)) ? &ffi_type_sint : !info ? &ffi_type_void : &info->ffi;
    SkCUnion small = {0};
    char *big = NULL;
    SkValue v = SK_EMPTY;
    if (info && info->size > sizeof small && !(big = sk_calloc(1, info->size))) return sk_raise_memory();
    if (n > FEW) {
        t = sk_malloc(n * sizeof *t);
        p = sk_malloc(n * sizeof *p);
        if (!t || !p) {
            sk_raise_memory();
            goto done;
        }
    }
    for (size_t i = 0; i < n; i++) {
        t[i] = passes[i].ffi;
        p[i] = passes[i].address ? (void *)(uintptr_t)passes[i].address : &passes[i].value;
    }
    ffi_cif cif;
    if (!prepare(&cif, call, type, n, t)) goto done;
    char *result = big ? big : small.bytes;
    invoke(&cif, call, result, p);
    if (!((call->flags & SK_C_FLAG_PYTHONAPI) && sk_error_occurred())) v = from_result(call, info, result);
done:
    sk_free(big);
    if (t != types) sk_free(t);
    if (p != values) sk_free(p);
    return v;
}

SkValue sk_c_call(const SkCCall *call, const SkValue *args, size_t n) {
    SkCPass few[FEW], *passes = few;
    if (n > SK_C_MAX_ARGUMENTS)
        return sk_raise(sk_as_type(sk_c_argument_error), "too many arguments (%zu), maximum is %d", n, SK_C_MAX_ARGUMENTS);
    if (n > FEW && !(passes = sk_malloc(n * sizeof *passes))) return sk_raise_memory();
    size_t known = sk_is_empty(call->converters) ? 0 : sk_tuple_len(call->converters), done = 0;
    bool ok = true;
    for (; ok && done < n; done++) {
        SkCPass *pass = &passes[done];
        pass->address = NULL;
        pass->keep = SK_EMPTY;
        ok = done < known ? sk_c_pass_by(sk_tuple_peek(call->converters, done), args[done], done + 1, pass) : sk_c_pass(args[done], done + 1, pass);
        if (!ok) sk_c_extend_error(sk_as_type(sk_c_argument_error), "argument %zu: ", done + 1);
    }
    SkValue v = ok ? call_passed(call, passes, n) : SK_EMPTY;
    for (size_t i = 0; i < done; i++) sk_release(passes[i].keep);
    if (passes != few) sk_free(passes);
    return v;
}

// ---- the module's functions --------------------------------------------------------------------------------------------------------

static SkValue call_address(const char *name, const SkValue *args, size_t nargs, uint32_t flags) {
    if (!sk_check_nargs(name, nargs, 2, 2)) return SK_EMPTY;
    bool ok;
    uint64_t address = sk_as_uint64_mask(args[0], &ok);
    if (!ok) return SK_EMPTY;
    if (!sk_is_tuple(args[1])) return sk_raise_bad_argument(name, "argument 2", "tuple", args[1]);
    if (!sk_audit("ctypes.call_function", args[0], args[1])) return SK_EMPTY;
    SkCCall call = {.function = (void (*)(void))(uintptr_t)address, .flags = flags};
    size_t n = sk_tuple_len(args[1]);
    SkValue few[FEW], *items = n <= FEW ? few : sk_malloc(n * sizeof *items);
    if (!items) return sk_raise_memory();
    for (size_t i = 0; i < n; i++) items[i] = sk_tuple_peek(args[1], i);
    SkValue v = sk_c_call(&call, items, n);
    if (items != few) sk_free(items);
    return v;
}
static SkValue call_function(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    return call_address("call_function", args, nargs, 0);
}
static SkValue call_cdeclfunction(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    return call_address("call_cdeclfunction", args, nargs, SK_C_FLAG_CDECL);
}

static SkValue get_errno(SkValue m) {
    (void)m;
    return sk_audit("ctypes.get_errno") ? sk_from_small_int(*sk_c_errno()) : SK_EMPTY;
}

static SkValue set_errno(SkValue m, SkValue v) {
    (void)m;
    int n;
    if (!sk_as_int(v, &n) || !sk_audit("ctypes.set_errno", sk_from_small_int(n))) return SK_EMPTY;
    int *copy = sk_c_errno(), old = *copy;
    *copy = n;
    return sk_from_small_int(old);
}

const SkMethodDef sk_c_call_functions[] = {
    {"call_function", SK_FAST, .fast = call_function, .sig = "(address, arguments, /)"},
    {"call_cdeclfunction", SK_FAST, .fast = call_cdeclfunction, .sig = "(address, arguments, /)"},
    {"get_errno", SK_NOARGS, .noargs = get_errno, .sig = "()", .doc = "This thread's copy of errno."},
    {"set_errno", SK_ONEARG, .onearg = set_errno, .sig = "(value, /)", .doc = "Set this thread's copy of errno; returns the old one."},
    {0},
};
