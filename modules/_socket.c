// _socket: the module. Its parts are in _socket_*.c, their contracts in _socket.h.
#include "modules/_socket.h"

#include <pthread.h>

#include "objects/float.h"

static SkValue adopt(int fd, int family, int type, int proto) {
    SkValue args[4] = {sk_from_small_int(family), sk_from_small_int(type), sk_from_small_int(proto), sk_from_small_int(fd)};
    return sk_own(sk_call(sk_type_value(&sk_socket_type), args, 4, SK_EMPTY));
}

static SkValue socket_socketpair(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int family = AF_UNIX, type = SOCK_STREAM, proto = 0, fds[2];
    if (!sk_socket_nargs("socketpair", n, 0, 3) || (n > 0 && !sk_as_int(a[0], &family)) || (n > 1 && !sk_as_int(a[1], &type)) || (n > 2 && !sk_as_int(a[2], &proto)))
        return SK_EMPTY;
    if (SK_DETACHED(socketpair(family, type | SOCK_CLOEXEC, proto, fds)) < 0) return sk_raise_errno(SK_EMPTY);
    SkValue pair[2] = {adopt(fds[0], family, type, proto), SK_EMPTY};
    if (sk_is_empty(pair[0])) close(fds[0]);
    else pair[1] = adopt(fds[1], family, type, proto);
    if (!sk_is_empty(pair[1])) return sk_tuple_steal(pair, 2);
    close(fds[1]);
    sk_release(pair[0]);
    return SK_EMPTY;
}

static SkValue socket_close(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    // What comes with ECONNRESET is closed all the same.
    return SK_DETACHED(close(fd)) < 0 && errno != ECONNRESET ? sk_raise_errno(SK_EMPTY) : SK_NONE;
}
static SkValue socket_dup(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    if (!sk_as_int(arg, &fd)) return SK_EMPTY;
    int r = SK_DETACHED(fcntl(fd, F_DUPFD_CLOEXEC, 0));
    return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r);
}
static SkValue socket_getdefaulttimeout(SkValue m SK_UNUSED) {
    int64_t ns = sk_load_relaxed(&sk_socket_default_timeout);
    return ns < 0 ? SK_NONE : sk_float_new((double)ns / 1e9);
}
static SkValue socket_setdefaulttimeout(SkValue m SK_UNUSED, SkValue arg) {
    int64_t ns;
    if (!sk_socket_timeout_arg(arg, &ns)) return SK_EMPTY;
    sk_store_relaxed(&sk_socket_default_timeout, ns);
    return SK_NONE;
}

static const SkMethodDef functions[] = {
    {"close", SK_ONEARG, .onearg = socket_close, .sig = "(fd, /)", .doc = "Closes a descriptor of a socket."},
    {"dup", SK_ONEARG, .onearg = socket_dup, .sig = "(fd, /)", .doc = "A copy of a descriptor."},
    {"socketpair", SK_FAST, .fast = socket_socketpair, .doc = "socketpair([family[, type[, proto]]]): two sockets, connected with each other."},
    {"getdefaulttimeout", SK_NOARGS, .noargs = socket_getdefaulttimeout, .sig = "()", .doc = "The time out of new sockets."},
    {"setdefaulttimeout", SK_ONEARG, .onearg = socket_setdefaulttimeout, .sig = "(timeout, /)", .doc = "Sets the time out of new sockets."},
    {"CMSG_LEN", SK_ONEARG, .onearg = sk_socket_cmsg_len, .sig = "(length, /)", .doc = "The length of an ancillary item without padding."},
    {"CMSG_SPACE", SK_ONEARG, .onearg = sk_socket_cmsg_space, .sig = "(length, /)", .doc = "The length of an ancillary item with padding."},
    {0},
};

static bool add_names(SkValue m) {
    SkValue name = sk_intern_s("_socket");
    for (const SkMethodDef *f = sk_socket_name_functions; f->name; f++)
        if (!sk_module_add_steal(m, f->name, sk_native_new(f, m, name))) return false;
    return true;
}

// A class of errors, made once for all imports.
static bool add_error(SkValue m, const char *name, _Atomic(SkType *) *slot) {
    SkType *t = sk_load_acquire(slot);  // PAIR(socket-type)
    if (!t) {
        SK_AUTO SkValue dict = sk_call0(sk_type_value(&sk_dict_type)), bases = sk_tuple_pack(1, sk_type_value(sk_exc_OSError)), module = sk_intern_s("socket");
        if (sk_is_empty(dict) || sk_is_empty(bases) || !sk_setitem(dict, sk_intern_s("__module__"), module)) return false;
        SkValue made = sk_type_new_class(sk_intern_s(name), bases, dict);
        if (sk_is_empty(made)) return false;
        sk_make_immortal(sk_ptr(made));
        if (sk_cas_acq_rel(slot, &t, sk_as_type(made))) t = sk_as_type(made);  // PAIR(socket-type)
    }
    return sk_module_add(m, name, sk_type_value(t));
}

static void at_fork(void) { pthread_atfork(NULL, NULL, sk_socket_after_fork_child); }

static bool exec(SkValue m) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, at_fork);
    return add_names(m) && sk_module_add_type(m, &sk_socket_type) && sk_module_add(m, "SocketType", sk_type_value(&sk_socket_type)) &&
           add_error(m, "gaierror", &sk_socket_gaierror) && add_error(m, "herror", &sk_socket_herror) &&
           sk_module_add(m, "error", sk_type_value(sk_exc_OSError)) && sk_module_add(m, "timeout", sk_type_value(sk_exc_TimeoutError)) &&
           sk_module_add(m, "has_ipv6", SK_TRUE) && sk_socket_add_constants(m);
}

const SkModuleDef sk_module__socket = {"_socket", "Sockets. Use the socket module.", functions, exec};
