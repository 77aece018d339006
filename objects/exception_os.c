// OSError: calling the class itself with an errno makes an instance of the subclass for that errno. Where a class keeps
// OSError's __init__, all the work is done in __new__; where it has its own, __new__ leaves the fields to __init__.
#include <errno.h>

#include "objects/exception_internal.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

SK_EXCEPTION_FIELDS(SkOSError, errno_, written)

static SkOSError *as_os(SkValue v) { return (SkOSError *)sk_ptr(v); }

static SkType *type_for_errno(int64_t e) {
    switch (e) {
        case EAGAIN: case EALREADY: case EINPROGRESS: return sk_exc_BlockingIOError;
        case EPIPE: case ESHUTDOWN: return sk_exc_BrokenPipeError;
        case ECHILD: return sk_exc_ChildProcessError;
        case ECONNABORTED: return sk_exc_ConnectionAbortedError;
        case ECONNREFUSED: return sk_exc_ConnectionRefusedError;
        case ECONNRESET: return sk_exc_ConnectionResetError;
        case EEXIST: return sk_exc_FileExistsError;
        case ENOENT: return sk_exc_FileNotFoundError;
        case EISDIR: return sk_exc_IsADirectoryError;
        case ENOTDIR: return sk_exc_NotADirectoryError;
        case EINTR: return sk_exc_InterruptedError;
        case EACCES: case EPERM: return sk_exc_PermissionError;
        case ESRCH: return sk_exc_ProcessLookupError;
        case ETIMEDOUT: return sk_exc_TimeoutError;
        default: return NULL;
    }
}

static bool os_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
static SkValue os_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames);

static bool fields_in_init(SkType *type) { return type->init != os_init && type->new_ == os_new; }

static bool fill(SkValue self, const SkValue *args, size_t nargs) {
    SkOSError *e = as_os(self);
    size_t kept = nargs;
    if (nargs >= 2 && nargs <= 5) {
        SkValue filename = nargs >= 3 ? args[2] : SK_NONE;
        if (!sk_is_none(filename)) {
            const SkNumberSlots *n = &sk_type_of(filename)->number;
            bool count = sk_type_of(self) == sk_exc_BlockingIOError && (n->index || n->int_ || n->float_);
            if (count) {
                int64_t written;
                if (!sk_index_as_int64(filename, &written, sk_exc_ValueError)) return false;
                sk_slot_set(sk_ptr(self), &e->written, sk_int_from_int64(written));
            } else {
                sk_exception_set(self, &e->filename, filename);
                if (nargs == 5 && !sk_is_none(args[4])) sk_exception_set(self, &e->filename2, args[4]);
                kept = 2;  // for programs older than the attribute
            }
        }
        sk_exception_set(self, &e->errno_, args[0]);
        sk_exception_set(self, &e->strerror, args[1]);
    }
    SkValue tuple = sk_tuple_from(args, kept);
    if (sk_is_empty(tuple)) return false;
    sk_slot_set(sk_ptr(self), &e->base.args, tuple);
    return true;
}

static SkValue os_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    bool later = fields_in_init(type);
    if (!later) {
        if (!sk_no_kwargs(sk_exception_type_name(type), kwnames)) return SK_EMPTY;
        int64_t code;
        if (type == sk_exc_OSError && nargs >= 2 && nargs <= 5 && sk_is_int(args[0]) && sk_int_fits_int64(args[0], &code)) {
            SkType *t = type_for_errno(code);
            if (t) type = t;
        }
    }
    SkValue self = sk_exception_new_(type, NULL, 0, SK_EMPTY);
    if (sk_is_empty(self) || later || fill(self, args, nargs)) return self;
    sk_release(self);
    return SK_EMPTY;
}

static bool os_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkType *type = sk_type_of(self);
    if (!fields_in_init(type)) return true;
    return sk_no_kwargs(sk_exception_type_name(type), kwnames) && fill(self, args, nargs);
}

static SkValue os_str(SkValue self) {
    SkOSError *e = as_os(self);
    SK_AUTO SkValue code = sk_exception_get(self, &e->errno_), text = sk_exception_get(self, &e->strerror);
    SK_AUTO SkValue filename = sk_exception_get(self, &e->filename), filename2 = sk_exception_get(self, &e->filename2);
    SkValue c = sk_is_empty(code) ? SK_NONE : code, t = sk_is_empty(text) ? SK_NONE : text;
    if (!sk_is_empty(filename)) {
        if (sk_is_empty(filename2)) return sk_str_format("[Errno %S] %S: %R", c, t, filename);
        return sk_str_format("[Errno %S] %S: %R -> %R", c, t, filename, filename2);
    }
    if (!sk_is_empty(code) && !sk_is_empty(text)) return sk_str_format("[Errno %S] %S", code, text);
    return sk_exception_str(self);
}

static SkValue os_reduce(SkValue self) {
    SkOSError *e = as_os(self);
    SkValue state = sk_exception_state(self);
    if (sk_is_empty(state) && sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue args = sk_exception_args(self);
    SK_AUTO SkValue filename = sk_exception_get(self, &e->filename), filename2 = sk_exception_get(self, &e->filename2);
    if (sk_tuple_len(args) == 2 && !sk_is_empty(filename)) {
        SkValue a = sk_tuple_peek(args, 0), b = sk_tuple_peek(args, 1);
        SkValue whole = sk_is_empty(filename2) ? sk_tuple_pack(3, a, b, filename)
                                               : sk_tuple_pack(5, a, b, filename, SK_NONE, filename2);
        if (sk_is_empty(whole)) {
            sk_release(state);
            return SK_EMPTY;
        }
        sk_release(args);
        args = whole;
    }
    return sk_exception_reduce(self, args, state);
}

static SkValue get_written(SkValue self, void *closure) {
    (void)closure;
    SkValue v = sk_exception_get(self, &as_os(self)->written);
    return sk_is_empty(v) ? sk_raise(sk_exc_AttributeError, "characters_written") : v;
}

static bool set_written(SkValue self, SkValue value, void *closure) {
    (void)closure;
    SkSlot *written = &as_os(self)->written;
    if (sk_is_empty(value)) {
        SkValue old = sk_slot_swap(sk_ptr(self), written, SK_EMPTY);
        if (sk_is_empty(old)) return sk_raise_false(sk_exc_AttributeError, "characters_written");
        sk_release(old);
        return true;
    }
    int64_t n;
    if (!sk_index_as_int64(value, &n, sk_exc_ValueError)) return false;
    sk_slot_set(sk_ptr(self), written, sk_int_from_int64(n));
    return true;
}

static const SkMemberDef members[] = {
    {"errno", SK_MEMBER_OBJECT, offsetof(SkOSError, errno_), false, "POSIX exception code"},
    {"strerror", SK_MEMBER_OBJECT, offsetof(SkOSError, strerror), false, "exception strerror"},
    {"filename", SK_MEMBER_OBJECT, offsetof(SkOSError, filename), false, "exception filename"},
    {"filename2", SK_MEMBER_OBJECT, offsetof(SkOSError, filename2), false, "second exception filename"},
    {0},
};

static const SkGetSetDef getset[] = {
    {"characters_written", get_written, set_written, NULL, NULL},
    {0},
};

static const SkMethodDef methods[] = {
    {"__reduce__", SK_NOARGS, {.noargs = os_reduce}, "()", NULL},
    {0},
};

const SkExceptionKind sk_exception_kind_os = {
    .size = sizeof(SkOSError), .trace = trace_fields, .clear = clear_fields, .destroy = destroy_fields,
    .new_ = os_new, .init = os_init, .str = os_str, .members = members, .getset = getset, .methods = methods,
};
