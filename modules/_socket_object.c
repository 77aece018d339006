// _socket: socket objects.
#include <net/if.h>
#include <poll.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <linux/vm_sockets.h>

#include "modules/_socket.h"
#include "modules/_warnings.h"
#include "objects/float.h"

_Atomic int64_t sk_socket_default_timeout = -1;

// ---- the descriptor and its holds ---------------------------------------------------------------------------------------------

static _Atomic uint32_t generation;  // of this process: its forks

void sk_socket_after_fork_child(void) { atomic_fetch_add(&generation, 1); }

// The holds of another process's threads do not count. Under the lock.
static void count_anew_locked(SkSocket *s) {
    uint32_t now = sk_load_relaxed(&generation);
    if (!s->cell || s->cell->generation == now) return;
    s->cell->generation = now;
    s->cell->holds = 1;
}

bool sk_socket_enter(SkValue self, SkSocketUse *use) {
    SkSocket *s = sk_as_socket(self);
    sk_lock(&s->header);
    count_anew_locked(s);
    SkSocketCell *c = s->cell;
    if (c) {
        c->holds++;
        *use = (SkSocketUse){s, c, c->generation, c->fd};
    }
    sk_unlock(&s->header);
    if (c) return true;
    errno = EBADF;
    sk_raise_errno(SK_EMPTY);
    return false;
}

// Gives up a hold: 0, or what close() returned.
static int give_up(SkSocket *s, SkSocketCell *c) {
    sk_lock(&s->header);
    bool last = --c->holds == 0;
    sk_unlock(&s->header);
    if (!last) return 0;
    int r = c->keep ? 0 : SK_DETACHED(close(c->fd));
    sk_free(c);
    return r;
}

void sk_socket_leave(SkSocketUse *use) {
    // After a fork out of a signal handler that ran during the call, the hold is not counted in the child.
    if (!use->cell || use->generation != sk_load_relaxed(&generation)) return;
    int e = errno;
    give_up(use->socket, use->cell);
    errno = e;
}

bool sk_socket_is_open(const SkSocketUse *use) {
    sk_lock(&use->socket->header);
    bool open = use->socket->cell == use->cell;
    sk_unlock(&use->socket->header);
    return open;
}

// Gives the object a descriptor. One it had is closed. False with an exception: fd is then closed too.
static bool put_fd(SkSocket *s, int fd) {
    SkSocketCell *c = sk_malloc(sizeof *c);
    if (!c) {
        close(fd);
        return sk_raise_memory(), false;
    }
    *c = (SkSocketCell){fd, 1, sk_load_relaxed(&generation), false};
    sk_lock(&s->header);
    count_anew_locked(s);
    SkSocketCell *old = s->cell;
    s->cell = c;
    sk_unlock(&s->header);
    if (old) give_up(s, old);
    return true;
}

// The cell with the object's hold on it, or NULL.
static SkSocketCell *take_cell(SkSocket *s, bool keep) {
    sk_lock(&s->header);
    count_anew_locked(s);
    SkSocketCell *c = s->cell;
    s->cell = NULL;
    if (c) c->keep = keep;
    sk_unlock(&s->header);
    return c;
}

static SkValue sock_close(SkValue self) {
    SkSocketCell *c = take_cell(sk_as_socket(self), false);
    // What comes with ECONNRESET is closed all the same.
    if (c && give_up(sk_as_socket(self), c) < 0 && errno != ECONNRESET) return sk_raise_errno(SK_EMPTY);
    return SK_NONE;
}

static SkValue sock_detach(SkValue self) {
    SkSocketCell *c = take_cell(sk_as_socket(self), true);
    if (!c) return sk_from_small_int(-1);
    int fd = c->fd;
    give_up(sk_as_socket(self), c);
    return sk_from_small_int(fd);
}

static int fd_of(SkValue self) {
    SkSocket *s = sk_as_socket(self);
    sk_lock(&s->header);
    int fd = s->cell ? s->cell->fd : -1;
    sk_unlock(&s->header);
    return fd;
}
static SkValue sock_fileno(SkValue self) { return sk_from_small_int(fd_of(self)); }

static void sock_finalize(SkObject *o) {
    SkValue self = sk_counted(o);
    if (fd_of(self) < 0) return;
    SkValue saved = sk_error_take();
    if (!sk_warn_resource(self, "unclosed %R", self)) {
        if (sk_error_matches(sk_exc_Warning)) sk_error_unraisable("Exception ignored while finalizing socket", self);
        sk_error_clear();
    }
    SkSocketCell *c = take_cell((SkSocket *)o, false);
    if (c) give_up((SkSocket *)o, c);
    sk_error_restore(saved);
}

static void sock_destroy(SkObject *o) {
    SkSocketCell *c = take_cell((SkSocket *)o, false);
    if (c) give_up((SkSocket *)o, c);
    sk_instance_free(o, 0);
}

// ---- making -------------------------------------------------------------------------------------------------------------------------

static SkValue sock_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkSocket *s = (SkSocket *)sk_type_alloc(type, 0);
    if (!s) return SK_EMPTY;
    sk_store_relaxed(&s->timeout, -1);
    return sk_counted(s);
}

static int get_int_option(int fd, int option) {
    int value = -1;
    socklen_t n = sizeof value;
    return getsockopt(fd, SOL_SOCKET, option, &value, &n) < 0 ? -1 : value;
}

static bool adopt(SkValue fileno, int *fd, int *family, int *type, int *proto) {
    if (sk_is_float(fileno)) return sk_raise_false(sk_exc_TypeError, "'float' object cannot be interpreted as an integer");
    if (!sk_as_int(fileno, fd)) return false;
    if (*fd < 0) return sk_raise_false(sk_exc_ValueError, "negative file descriptor");
    SkSocketAddress a;
    socklen_t len = sizeof a;
    if (getsockname(*fd, &a.any, &len) < 0) {
        if (*family == -1 || errno == EBADF || errno == ENOTSOCK) return sk_raise_errno(SK_EMPTY), false;
    } else if (*family == -1) {
        *family = a.any.sa_family;
    }
    if (*type == -1 && (*type = get_int_option(*fd, SO_TYPE)) < 0) return sk_raise_errno(SK_EMPTY), false;
    if (*proto == -1 && (*proto = get_int_option(*fd, SO_PROTOCOL)) < 0) return sk_raise_errno(SK_EMPTY), false;
    return true;
}

static bool set_nonblocking(int fd, bool on) {
    int value = on;
    return SK_DETACHED(ioctl(fd, FIONBIO, &value)) == 0 || (sk_raise_errno(SK_EMPTY), false);
}

static bool sock_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    SkSocket *s = sk_as_socket(self);
    int family, type, proto, fd = -1;
    if (!sk_bind("socket", "(family=-1, type=-1, proto=-1, fileno=None)", &sig, args, nargs, kwnames, a)) return false;
    if (!sk_optional_int(a[0], -1, &family) || !sk_optional_int(a[1], -1, &type) || !sk_optional_int(a[2], -1, &proto)) return false;
    if (!sk_is_empty(a[3]) && !sk_is_none(a[3])) {
        if (!adopt(a[3], &fd, &family, &type, &proto)) return false;
    } else {
        if (family == -1) family = AF_INET;
        if (type == -1) type = SOCK_STREAM;
        if (proto == -1) proto = 0;
        fd = SK_DETACHED(socket(family, type | SOCK_CLOEXEC, proto));
        if (fd < 0) return sk_raise_errno(SK_EMPTY), false;
    }
    sk_store_relaxed(&s->family, family);
    sk_store_relaxed(&s->type, type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC));
    sk_store_relaxed(&s->proto, proto);
    int64_t timeout = type & SOCK_NONBLOCK ? 0 : sk_load_relaxed(&sk_socket_default_timeout);
    sk_store_relaxed(&s->timeout, timeout);
    if (!put_fd(s, fd)) return false;
    return (type & SOCK_NONBLOCK) || timeout < 0 || set_nonblocking(fd, true);
}

// ---- addresses and connections -------------------------------------------------------------------------------------------------

static bool do_accept(int fd, void *arg) {
    struct {
        SkSocketAddress address;
        socklen_t len;
        int fd;
    } *a = arg;
    a->len = sizeof a->address;
    a->fd = accept4(fd, &a->address.any, &a->len, SOCK_CLOEXEC);
    return a->fd >= 0;
}
static SkValue sock_accept(SkValue self) {
    struct {
        SkSocketAddress address;
        socklen_t len;
        int fd;
    } a;
    memset(&a, 0, sizeof a);
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use) || !sk_socket_call(&use, false, do_accept, &a, sk_load_relaxed(&use.socket->timeout))) return SK_EMPTY;
    SkValue address = sk_socket_address_value(&a.address, a.len, sk_load_relaxed(&use.socket->proto));
    if (sk_is_empty(address)) {
        close(a.fd);
        return SK_EMPTY;
    }
    SkValue items[2] = {sk_from_small_int(a.fd), address};
    return sk_tuple_steal(items, 2);
}

static SkValue sock_bind(SkValue self, SkValue arg) {
    SkSocketAddress a;
    socklen_t len;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_address(sk_as_socket(self), arg, &a, &len, "bind") || !sk_socket_enter(self, &use)) return SK_EMPTY;
    return sk_done(SK_DETACHED(bind(use.fd, &a.any, len)));
}

static bool do_connect(int fd, void *arg) {
    const struct {
        SkSocketAddress *address;
        socklen_t len;
    } *a = arg;
    return connect(fd, &a->address->any, a->len) == 0;
}

// 0, an errno, or -1 with an exception. An interrupted or pending connect is not repeated but waited for.
static int connect_to(SkSocketUse *use, SkSocketAddress *address, socklen_t len) {
    struct {
        SkSocketAddress *address;
        socklen_t len;
    } a = {address, len};
    int64_t timeout = sk_load_relaxed(&use->socket->timeout);
    if (SK_DETACHED(do_connect(use->fd, &a))) return 0;
    int e = errno;
    bool wait = e == EINTR ? timeout != 0 : timeout > 0 && e == EINPROGRESS;
    if (e == EINTR && !sk_safepoint_poll()) return -1;
    if (!wait) return e;
    int r = sk_socket_wait(use, POLLOUT | POLLERR, timeout > 0 ? sk_socket_now() + timeout : -1);
    if (r < 0) return -1;
    if (r == 0) return EWOULDBLOCK;
    e = get_int_option(use->fd, SO_ERROR);
    return e < 0 ? errno : e == EISCONN ? 0 : e;
}

static int connect_arg(SkValue self, SkValue arg, const char *caller, bool *waited) {
    SkSocketAddress a;
    socklen_t len;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    *waited = sk_load_relaxed(&sk_as_socket(self)->timeout) > 0;
    if (!sk_socket_address(sk_as_socket(self), arg, &a, &len, caller)) return -1;
    if (!sk_socket_enter(self, &use)) return -1;
    return connect_to(&use, &a, len);
}
static SkValue sock_connect(SkValue self, SkValue arg) {
    bool waited;
    int e = connect_arg(self, arg, "connect", &waited);
    if (e == 0) return SK_NONE;
    if (e < 0) return SK_EMPTY;
    if (waited && e == EWOULDBLOCK) return sk_socket_timed_out();
    errno = e;
    return sk_raise_errno(SK_EMPTY);
}
static SkValue sock_connect_ex(SkValue self, SkValue arg) {
    bool waited;
    int e = connect_arg(self, arg, "connect_ex", &waited);
    if (e >= 0) return sk_from_small_int(e);
    // A closed socket's error is a number here too.
    if (sk_error_matches(sk_exc_OSError) && fd_of(self) < 0) {
        sk_error_clear();
        return sk_from_small_int(EBADF);
    }
    return SK_EMPTY;
}

static SkValue sock_listen(SkValue self, const SkValue *a, size_t n) {
    int backlog = SOMAXCONN < 128 ? SOMAXCONN : 128;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_nargs("listen", n, 0, 1) || (n && !sk_as_int(a[0], &backlog)) || !sk_socket_enter(self, &use)) return SK_EMPTY;
    return sk_done(SK_DETACHED(listen(use.fd, backlog < 0 ? 0 : backlog)));
}
static SkValue sock_shutdown(SkValue self, SkValue arg) {
    int how;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_as_int(arg, &how) || !sk_socket_enter(self, &use)) return SK_EMPTY;
    return sk_done(SK_DETACHED(shutdown(use.fd, how)));
}

static SkValue name_of(SkValue self, int (*get)(int, struct sockaddr *, socklen_t *)) {
    SkSocketAddress a;
    memset(&a, 0, sizeof a);
    socklen_t len = sizeof a;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use)) return SK_EMPTY;
    if (get(use.fd, &a.any, &len) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_socket_address_value(&a, len, sk_load_relaxed(&use.socket->proto));
}
static int own_name(int fd, struct sockaddr *a, socklen_t *len) { return getsockname(fd, a, len); }
static int peer_name(int fd, struct sockaddr *a, socklen_t *len) { return getpeername(fd, a, len); }
static SkValue sock_getsockname(SkValue self) { return name_of(self, own_name); }
static SkValue sock_getpeername(SkValue self) { return name_of(self, peer_name); }

// ---- options ----------------------------------------------------------------------------------------------------------------------

static SkValue sock_setsockopt(SkValue self, const SkValue *a, size_t n) {
    int level, option, value;
    if (n != 4 && !sk_socket_nargs("setsockopt", n, 3, 3)) return SK_EMPTY;
    if (!sk_as_int(a[0], &level) || !sk_as_int(a[1], &option)) return SK_EMPTY;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (n == 4) {
        int length;
        if (!sk_is_none(a[2])) return sk_raise(sk_exc_TypeError, "setsockopt() argument 3 must be None, not %.50T", a[2]);
        if (!sk_as_int(a[3], &length) || !sk_socket_enter(self, &use)) return SK_EMPTY;
        return sk_done(setsockopt(use.fd, level, option, NULL, (socklen_t)length));
    }
    if (level == AF_VSOCK && option <= SO_VM_SOCKETS_BUFFER_MAX_SIZE && sk_is_int(a[2])) {
        uint64_t size;
        if (!sk_as_uint64(a[2], &size) || !sk_socket_enter(self, &use)) return SK_EMPTY;
        return sk_done(setsockopt(use.fd, level, option, &size, sizeof size));
    }
    if (sk_is_int(a[2]) || !sk_has_buffer(a[2])) {
        if (!sk_is_int(a[2])) return sk_raise(sk_exc_TypeError, "a bytes-like object is required, not '%T'", a[2]);
        if (!sk_as_int(a[2], &value) || !sk_socket_enter(self, &use)) return SK_EMPTY;
        return sk_done(setsockopt(use.fd, level, option, &value, sizeof value));
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(a[2], &view, SK_BUF_LIVE)) return SK_EMPTY;
    if (view.length > INT32_MAX) return sk_raise(sk_exc_OverflowError, "socket option is larger than %i bytes", INT32_MAX);
    if (!sk_socket_enter(self, &use)) return SK_EMPTY;
    return sk_done(setsockopt(use.fd, level, option, view.data, (socklen_t)view.length));
}

static SkValue sock_getsockopt(SkValue self, const SkValue *a, size_t n) {
    int level, option, size = 0;
    if (!sk_socket_nargs("getsockopt", n, 2, 3) || !sk_as_int(a[0], &level) || !sk_as_int(a[1], &option) || (n > 2 && !sk_as_int(a[2], &size))) return SK_EMPTY;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (size == 0) {
        bool wide = level == AF_VSOCK;
        uint64_t value = 0;
        socklen_t len = wide ? sizeof value : sizeof(int);
        if (!sk_socket_enter(self, &use)) return SK_EMPTY;
        if (getsockopt(use.fd, level, option, &value, &len) < 0) return sk_raise_errno(SK_EMPTY);
        int narrow;
        memcpy(&narrow, &value, sizeof narrow);
        return wide ? sk_int_from_uint64(value) : sk_from_small_int(narrow);
    }
    if (size < 0 || size > 1024) return sk_raise(sk_exc_OSError, "getsockopt buflen out of range");
    char data[1024];
    socklen_t len = (socklen_t)size;
    if (!sk_socket_enter(self, &use)) return SK_EMPTY;
    if (getsockopt(use.fd, level, option, data, &len) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_bytes_from(data, len);
}

static SkValue set_timeout(SkValue self, int64_t ns) {
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use) || !set_nonblocking(use.fd, ns >= 0)) return SK_EMPTY;
    sk_store_relaxed(&use.socket->timeout, ns);
    return SK_NONE;
}
static SkValue sock_settimeout(SkValue self, SkValue arg) {
    int64_t ns;
    return sk_socket_timeout_arg(arg, &ns) ? set_timeout(self, ns) : SK_EMPTY;
}
static SkValue sock_setblocking(SkValue self, SkValue arg) {
    int block = sk_truth(arg);
    return block < 0 ? SK_EMPTY : set_timeout(self, block ? -1 : 0);
}
static SkValue sock_gettimeout(SkValue self) {
    int64_t ns = sk_load_relaxed(&sk_as_socket(self)->timeout);
    return ns < 0 ? SK_NONE : sk_float_new((double)ns / 1e9);
}
static SkValue sock_getblocking(SkValue self) { return sk_bool(sk_load_relaxed(&sk_as_socket(self)->timeout) != 0); }
static SkValue get_timeout(SkValue self, void *closure SK_UNUSED) { return sock_gettimeout(self); }
static SkValue get_field(SkValue self, void *closure) {
    return sk_from_small_int(sk_load_relaxed((_Atomic int *)(void *)((char *)sk_ptr(self) + (size_t)(uintptr_t)closure)));
}

static SkValue sock_repr(SkValue self) {
    SkSocket *s = sk_as_socket(self);
    return sk_str_format("<socket object, fd=%d, family=%d, type=%d, proto=%d>", fd_of(self), sk_load_relaxed(&s->family), sk_load_relaxed(&s->type),
                         sk_load_relaxed(&s->proto));
}

// ---- the type --------------------------------------------------------------------------------------------------------------------

static const SkMethodDef sock_methods[] = {
    {"_accept", SK_NOARGS, .noargs = sock_accept, .sig = "()", .doc = "Waits for a connection: (fd, address)."},
    {"bind", SK_ONEARG, .onearg = sock_bind, .sig = "(object, /)", .doc = "Gives the socket an address of this host."},
    {"close", SK_NOARGS, .noargs = sock_close, .sig = "()", .doc = "Closes the socket."},
    {"connect", SK_ONEARG, .onearg = sock_connect, .sig = "(object, /)", .doc = "Connects to an address."},
    {"connect_ex", SK_ONEARG, .onearg = sock_connect_ex, .sig = "(object, /)", .doc = "Connects to an address; the error's number instead of an exception."},
    {"detach", SK_NOARGS, .noargs = sock_detach, .sig = "()", .doc = "Closes the object, not the descriptor, which it returns."},
    {"fileno", SK_NOARGS, .noargs = sock_fileno, .sig = "()", .doc = "The descriptor; -1 when closed."},
    {"getpeername", SK_NOARGS, .noargs = sock_getpeername, .sig = "()", .doc = "The other end's address."},
    {"getsockname", SK_NOARGS, .noargs = sock_getsockname, .sig = "()", .doc = "This end's address."},
    {"getsockopt", SK_FAST, .fast = sock_getsockopt, .doc = "getsockopt(level, option[, buffersize]): an option, as int or as bytes."},
    {"listen", SK_FAST, .fast = sock_listen, .doc = "listen([backlog]): makes it accept connections."},
    {"recv", SK_FAST, .fast = sk_socket_recv, .doc = "recv(buffersize[, flags]): data, empty at the end."},
    {"recv_into", SK_SIG, .sig_fn = sk_socket_recv_into, .sig = "(buffer, nbytes=0, flags=0)", .doc = "Receives into a buffer; the number of bytes."},
    {"recvfrom", SK_FAST, .fast = sk_socket_recvfrom, .doc = "recvfrom(buffersize[, flags]): (data, address)."},
    {"recvfrom_into", SK_SIG, .sig_fn = sk_socket_recvfrom_into, .sig = "(buffer, nbytes=0, flags=0)", .doc = "Receives into a buffer: (number of bytes, address)."},
    {"send", SK_FAST, .fast = sk_socket_send, .doc = "send(data[, flags]): sends what there is room for; the number of bytes."},
    {"sendall", SK_FAST, .fast = sk_socket_sendall, .doc = "sendall(data[, flags]): sends all of it."},
    {"sendto", SK_FAST, .fast = sk_socket_sendto, .doc = "sendto(data, [flags,] address): sends to an address."},
    {"setblocking", SK_ONEARG, .onearg = sock_setblocking, .sig = "(object, /)", .doc = "Whether calls wait."},
    {"getblocking", SK_NOARGS, .noargs = sock_getblocking, .sig = "()", .doc = "Whether calls wait."},
    {"settimeout", SK_ONEARG, .onearg = sock_settimeout, .sig = "(object, /)", .doc = "How many seconds calls wait; None: for ever."},
    {"gettimeout", SK_NOARGS, .noargs = sock_gettimeout, .sig = "()", .doc = "How many seconds calls wait; None: for ever."},
    {"setsockopt", SK_FAST, .fast = sock_setsockopt, .doc = "setsockopt(level, option, value[, optlen]): sets an option to an int, to bytes, or to None."},
    {"shutdown", SK_ONEARG, .onearg = sock_shutdown, .sig = "(object, /)", .doc = "Ends one direction, or both."},
    {"recvmsg", SK_FAST, .fast = sk_socket_recvmsg, .doc = "recvmsg(bufsize[, ancbufsize[, flags]]): (data, ancdata, msg_flags, address)."},
    {"recvmsg_into", SK_FAST, .fast = sk_socket_recvmsg_into, .doc = "recvmsg_into(buffers[, ancbufsize[, flags]]): (nbytes, ancdata, msg_flags, address)."},
    {"sendmsg", SK_FAST, .fast = sk_socket_sendmsg, .doc = "sendmsg(buffers[, ancdata[, flags[, address]]]): sends buffers and ancillary data."},
    {0},
};
#define FIELD(name, text) {#name, get_field, NULL, text, (void *)offsetof(SkSocket, name)}
static const SkGetSetDef sock_getset[] = {
    FIELD(family, "the socket family"), FIELD(type, "the socket type"), FIELD(proto, "the socket protocol"),
    {"timeout", get_timeout, NULL, "the socket timeout", NULL}, {0}};

SkType sk_socket_type = {
    SK_TYPE_HEAD(0, sizeof(SkSocket), NULL, NULL, sock_destroy),
    .head.finalize = sock_finalize,
    .name = "_socket.socket",
    .doc = "socket(family=AF_INET, type=SOCK_STREAM, proto=0)\nsocket(family=-1, type=-1, proto=-1, fileno=None)\n\nAn end of a connection.",
    .flags = SK_TF_BASE | SK_TF_HAS_FINALIZER,
    .new_ = sock_new,
    .init = sock_init,
    .repr = sock_repr,
    .methods = sock_methods,
    .getset = sock_getset,
};
