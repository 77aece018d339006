// _ctypes: shared libraries.
#include <dlfcn.h>

#include "modules/dynamic/ffi/_ctypes.h"
#include "modules/_io_path.h"
#include "objects/audit.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// dlerror() tells of this thread's own calls.
static SkValue raise_dlerror(SkType *exc) {
    const char *text = dlerror();
    SK_AUTO SkValue message = text ? sk_str_from_fs(text, strlen(text)) : SK_EMPTY;
    if (sk_is_empty(message)) return sk_raise(exc, "dlsym() failed");
    return sk_raise(exc, "%S", message);
}

void *sk_c_symbol(void *handle, const char *name, SkType *exc) {
    dlerror();
    sk_thread_detach();
    void *p = dlsym(handle, name);
    sk_thread_attach();
    if (p) return p;
    raise_dlerror(exc);
    return NULL;
}

static bool handle_of(SkValue v, void **handle) {
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "an integer is required");
    bool ok;
    *handle = (void *)(uintptr_t)sk_as_uint64_mask(v, &ok);
    return ok;
}

static SkValue c_dlopen(SkValue m, const SkValue *args) {
    (void)m;
    int mode = RTLD_NOW;
    if (!sk_is_empty(args[1]) && !sk_as_int(args[1], &mode)) return SK_EMPTY;
    SK_AUTO_IO_PATH SkIoPath path = {0};
    bool self = sk_is_none(args[0]);
    if (!self && !sk_io_path(args[0], &path)) return SK_EMPTY;
    if (!sk_audit("ctypes.dlopen", args[0])) return SK_EMPTY;
    sk_thread_detach();
    void *handle = dlopen(self ? NULL : path.text, mode | RTLD_NOW);
    sk_thread_attach();
    return handle ? sk_int_from_uint64((uint64_t)(uintptr_t)handle) : raise_dlerror(sk_exc_OSError);
}

static SkValue c_dlclose(SkValue m, SkValue v) {
    (void)m;
    void *handle;
    if (!handle_of(v, &handle)) return SK_EMPTY;
    sk_thread_detach();
    int failed = dlclose(handle);
    sk_thread_attach();
    return failed ? raise_dlerror(sk_exc_OSError) : SK_NONE;
}

static SkValue c_dlsym(SkValue m, const SkValue *args) {
    (void)m;
    void *handle;
    if (!handle_of(args[0], &handle)) return SK_EMPTY;
    if (!sk_is_str(args[1])) return sk_raise_bad_argument("dlsym", "argument 2", "str", args[1]);
    if (!sk_audit("ctypes.dlsym/handle", args[0], args[1])) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(args[1]);
    void *p = name.text ? sk_c_symbol(handle, name.text, sk_exc_OSError) : NULL;
    return p ? sk_int_from_uint64((uint64_t)(uintptr_t)p) : SK_EMPTY;
}

const SkMethodDef sk_c_library_functions[] = {
    {"dlopen", SK_SIG, .sig_fn = c_dlopen, .sig = "(name, flag=RTLD_NOW, /)", .doc = "dlopen(name, flag={RTLD_GLOBAL|RTLD_LOCAL}) open a shared library"},
    {"dlclose", SK_ONEARG, .onearg = c_dlclose, .sig = "(handle, /)", .doc = "dlclose a library"},
    {"dlsym", SK_SIG, .sig_fn = c_dlsym, .sig = "(handle, name, /)", .doc = "find symbol in shared library"},
    {0},
};
