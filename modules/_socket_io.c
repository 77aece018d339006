// _socket: waiting, and the methods that move data.
#include <poll.h>
#include <time.h>

#include "modules/_socket.h"
#include "modules/_thread.h"

int64_t sk_socket_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

SkValue sk_socket_timed_out(void) { return sk_raise(sk_exc_TimeoutError, "timed out"); }

static bool gone(void) {
    errno = EBADF;
    sk_raise_errno(SK_EMPTY);
    return false;
}

int sk_socket_wait(SkSocketUse *use, short events, int64_t until) {
    for (;;) {
        struct pollfd p = {use->fd, events, 0};
        struct timespec t, *tp = NULL;
        if (until >= 0) {
            int64_t left = until - sk_socket_now();
            if (left < 0) left = 0;
            t = (struct timespec){left / 1000000000, left % 1000000000};
            tp = &t;
        }
        int r = SK_DETACHED(ppoll(&p, 1, tp, NULL));
        if (r >= 0 && !sk_socket_is_open(use)) return gone(), -1;
        if (r >= 0) return r > 0;
        if (errno != EINTR) return sk_raise_errno(SK_EMPTY), -1;
        if (!sk_safepoint_poll()) return -1;
        if (!sk_socket_is_open(use)) return gone(), -1;
    }
}

bool sk_socket_call(SkSocketUse *use, bool writing, SkSocketCall call, void *arg, int64_t timeout) {
    int64_t until = timeout > 0 ? sk_socket_now() + timeout : -1;
    for (;;) {
        if (SK_DETACHED(call(use->fd, arg))) return true;
        if (errno == EINTR) {
            if (!sk_safepoint_poll()) return false;
            if (!sk_socket_is_open(use)) return gone();
            continue;
        }
        if (timeout <= 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) return sk_raise_errno(SK_EMPTY), false;
        int r = sk_socket_wait(use, writing ? POLLOUT : POLLIN, until);
        if (r <= 0) return r == 0 && (sk_socket_timed_out(), false);
    }
}

bool sk_socket_timeout_arg(SkValue v, int64_t *ns) {
    if (!sk_timeout_ns(v, ns)) return false;
    if (sk_is_none(v)) return true;
    return *ns >= 0 || sk_raise_false(sk_exc_ValueError, "Timeout value out of range");
}

bool sk_socket_nargs(const char *function, size_t n, size_t min, size_t max) {
    if (n >= min && n <= max) return true;
    size_t limit = n < min ? min : max;
    const char *how = min == max ? "exactly" : n < min ? "at least" : "at most";
    return sk_raise_false(sk_exc_TypeError, "%s() takes %s %zu argument%s (%zu given)", function, how, limit, limit == 1 ? "" : "s", n);
}

// ---- receiving -----------------------------------------------------------------------------------------------------------------

typedef struct {
    void *data;
    size_t n;
    int flags;
    ssize_t result;
    SkSocketAddress *address;  // NULL: of no interest
    socklen_t address_len;
} Transfer;

static bool do_recv(int fd, void *arg) {
    Transfer *t = arg;
    t->address_len = sizeof *t->address;
    t->result = t->address ? recvfrom(fd, t->data, t->n, t->flags, &t->address->any, &t->address_len) : recv(fd, t->data, t->n, t->flags);
    return t->result >= 0;
}

static bool receive(SkValue self, Transfer *t) {
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use)) return false;
    if (t->address) memset(t->address, 0, sizeof *t->address);
    return sk_socket_call(&use, false, do_recv, t, sk_load_relaxed(&use.socket->timeout));
}

// Into a new bytes object.
static SkValue receive_bytes(SkValue self, int64_t size, Transfer *t) {
    SkBytes *b = sk_bytes_new((size_t)size);
    if (!b) return SK_EMPTY;
    t->data = b->data;
    t->n = (size_t)size;
    if (receive(self, t)) return sk_bytes_truncate(b, (size_t)t->result);
    sk_release(sk_counted(b));
    return SK_EMPTY;
}

static bool size_args(const char *function, const SkValue *a, size_t n, int64_t *size, int *flags) {
    *flags = 0;
    if (!sk_socket_nargs(function, n, 1, 2) || !sk_index_as_int64(a[0], size, sk_exc_OverflowError) || (n > 1 && !sk_as_int(a[1], flags))) return false;
    return *size >= 0 || sk_raise_false(sk_exc_ValueError, "negative buffersize in %s", function);
}

SkValue sk_socket_recv(SkValue self, const SkValue *a, size_t n) {
    int64_t size;
    Transfer t = {0};
    return size_args("recv", a, n, &size, &t.flags) ? receive_bytes(self, size, &t) : SK_EMPTY;
}

static SkValue with_address(SkValue self, SkValue first, const Transfer *t) {
    if (sk_is_empty(first)) return SK_EMPTY;
    SkValue address = sk_socket_address_value(t->address, t->address_len, sk_load_relaxed(&sk_as_socket(self)->proto));
    if (sk_is_empty(address)) {
        sk_release(first);
        return SK_EMPTY;
    }
    SkValue items[2] = {first, address};
    return sk_tuple_steal(items, 2);
}

SkValue sk_socket_recvfrom(SkValue self, const SkValue *a, size_t n) {
    int64_t size;
    SkSocketAddress address;
    Transfer t = {.address = &address};
    if (!size_args("recvfrom", a, n, &size, &t.flags)) return SK_EMPTY;
    return with_address(self, receive_bytes(self, size, &t), &t);
}

// (buffer, nbytes=0, flags=0)
static bool receive_into(SkValue self, const char *function, const char *too_small, const SkValue *a, Transfer *t) {
    int64_t size = 0;
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_has_buffer(a[0]) || !sk_buffer_get(a[0], &view, SK_BUF_WRITABLE)) {
        if (sk_error_occurred() && !sk_error_matches(sk_exc_BufferError)) return false;
        sk_error_clear();
        return sk_raise_false(sk_exc_TypeError, "%s() argument 1 must be read-write bytes-like object, not %.50T", function, a[0]);
    }
    if ((!sk_is_empty(a[1]) && !sk_index_as_int64(a[1], &size, sk_exc_OverflowError)) || (!sk_is_empty(a[2]) && !sk_as_int(a[2], &t->flags))) return false;
    if (size < 0) return sk_raise_false(sk_exc_ValueError, "negative buffersize in %s", function);
    if (size == 0) size = view.length;
    if (size > view.length) return sk_raise_false(sk_exc_ValueError, "%s", too_small);
    t->data = view.data;
    t->n = (size_t)size;
    return receive(self, t);
}

SkValue sk_socket_recv_into(SkValue self, const SkValue *a) {
    Transfer t = {0};
    return receive_into(self, "recv_into", "buffer too small for requested bytes", a, &t) ? sk_from_small_int(t.result) : SK_EMPTY;
}

SkValue sk_socket_recvfrom_into(SkValue self, const SkValue *a) {
    SkSocketAddress address;
    Transfer t = {.address = &address};
    if (!receive_into(self, "recvfrom_into", "nbytes is greater than the length of the buffer", a, &t)) return SK_EMPTY;
    return with_address(self, sk_from_small_int(t.result), &t);
}

// ---- sending --------------------------------------------------------------------------------------------------------------------

static bool do_send(int fd, void *arg) {
    Transfer *t = arg;
    t->result = t->address ? sendto(fd, t->data, t->n, t->flags, &t->address->any, t->address_len) : send(fd, t->data, t->n, t->flags);
    return t->result >= 0;
}

SkValue sk_socket_send(SkValue self, const SkValue *a, size_t n) {
    Transfer t = {0};
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_socket_nargs("send", n, 1, 2) || !sk_buffer_get(a[0], &view, SK_BUF_LIVE) || (n > 1 && !sk_as_int(a[1], &t.flags))) return SK_EMPTY;
    t.data = view.data;
    t.n = (size_t)view.length;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use)) return SK_EMPTY;
    return sk_socket_call(&use, true, do_send, &t, sk_load_relaxed(&use.socket->timeout)) ? sk_from_small_int(t.result) : SK_EMPTY;
}

// The time out is for the whole.
SkValue sk_socket_sendall(SkValue self, const SkValue *a, size_t n) {
    Transfer t = {0};
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_socket_nargs("sendall", n, 1, 2) || !sk_buffer_get(a[0], &view, SK_BUF_LIVE) || (n > 1 && !sk_as_int(a[1], &t.flags))) return SK_EMPTY;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use)) return SK_EMPTY;
    int64_t timeout = sk_load_relaxed(&use.socket->timeout), until = timeout > 0 ? sk_socket_now() + timeout : -1;
    t.data = view.data;
    t.n = (size_t)view.length;
    do {
        int64_t left = timeout;
        if (timeout > 0 && (left = until - sk_socket_now()) <= 0) return sk_socket_timed_out();
        if (!sk_socket_call(&use, true, do_send, &t, left)) return SK_EMPTY;
        t.data = (char *)t.data + t.result;
        t.n -= (size_t)t.result;
        if (t.n && !sk_safepoint_poll()) return SK_EMPTY;
        if (t.n && !sk_socket_is_open(&use)) return gone(), SK_EMPTY;
    } while (t.n);
    return SK_NONE;
}

// sendto(data, [flags,] address)
SkValue sk_socket_sendto(SkValue self, const SkValue *a, size_t n) {
    SkSocketAddress address;
    Transfer t = {.address = &address};
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (n < 2 || n > 3) return sk_raise(sk_exc_TypeError, "sendto() takes 2 or 3 arguments (%zu given)", n);
    if (!sk_buffer_get(a[0], &view, SK_BUF_LIVE) || (n > 2 && !sk_as_int(a[1], &t.flags))) return SK_EMPTY;
    if (!sk_socket_address(sk_as_socket(self), a[n - 1], &address, &t.address_len, "sendto")) return SK_EMPTY;
    t.data = view.data;
    t.n = (size_t)view.length;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    if (!sk_socket_enter(self, &use)) return SK_EMPTY;
    return sk_socket_call(&use, true, do_send, &t, sk_load_relaxed(&use.socket->timeout)) ? sk_from_small_int(t.result) : SK_EMPTY;
}
