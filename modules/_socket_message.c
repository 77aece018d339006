// _socket: sendmsg, recvmsg and ancillary data (RFC 3542, section 20).
#include <limits.h>
#include <sys/uio.h>

#include "modules/_socket.h"
#include "objects/list.h"

// False for lengths whose CMSG_LEN or CMSG_SPACE a socklen_t may not hold.
static bool cmsg_size(int64_t length, bool space, size_t *out) {
    if (length < 0 || length > INT_MAX - (int64_t)(space ? CMSG_SPACE(1) : CMSG_LEN(0))) return false;
    *out = space ? CMSG_SPACE((size_t)length) : CMSG_LEN((size_t)length);
    return true;
}
static SkValue cmsg_number(SkValue arg, bool space, const char *message) {
    int64_t length;
    size_t size;
    if (!sk_index_as_int64(arg, &length, sk_exc_OverflowError)) return SK_EMPTY;
    return cmsg_size(length, space, &size) ? sk_int_from_int64((int64_t)size) : sk_raise(sk_exc_OverflowError, "%s", message);
}
SkValue sk_socket_cmsg_len(SkValue m SK_UNUSED, SkValue arg) { return cmsg_number(arg, false, "CMSG_LEN() argument out of range"); }
SkValue sk_socket_cmsg_space(SkValue m SK_UNUSED, SkValue arg) { return cmsg_number(arg, true, "CMSG_SPACE() argument out of range"); }

// ---- vectors of buffers -------------------------------------------------------------------------------------------------------------

typedef struct {
    struct iovec *iov;
    SkBuffer *views;
    size_t n;
} Vector;

static void vector_free(Vector *v) {
    for (size_t i = 0; i < v->n; i++) sk_buffer_release(&v->views[i]);
    sk_free(v->iov);
    sk_free(v->views);
}

static bool vector_of(SkValue items, bool writable, const char *not_iterable, const char *function, Vector *out) {
    SK_AUTO SkValue tuple = sk_to_tuple(items);
    if (sk_is_empty(tuple)) return sk_error_clear_if(sk_exc_TypeError) && sk_raise_false(sk_exc_TypeError, "%s", not_iterable);
    size_t n = sk_tuple_len(tuple);
    if (n > INT_MAX) return sk_raise_false(sk_exc_OSError, "%s() argument 1 is too long", function);
    out->iov = sk_calloc(n + 1, sizeof *out->iov);
    out->views = sk_calloc(n + 1, sizeof *out->views);
    if (!out->iov || !out->views) return sk_raise_memory(), false;
    for (; out->n < n; out->n++) {
        SkBuffer *view = &out->views[out->n];
        if (!sk_buffer_get(sk_tuple_peek(tuple, out->n), view, writable ? SK_BUF_WRITABLE : SK_BUF_LIVE)) {
            if (!writable || !(sk_error_clear_if(sk_exc_TypeError) || sk_error_clear_if(sk_exc_BufferError))) return false;
            return sk_raise_false(sk_exc_TypeError, "%s", not_iterable);
        }
        out->iov[out->n] = (struct iovec){view->data, (size_t)view->length};
    }
    return true;
}

// ---- sendmsg --------------------------------------------------------------------------------------------------------------------------

// The control buffer for a sequence of (level, type, data): NULL with an exception.
static bool pack_item(SkValue item, struct cmsghdr *h, char *end, bool measure, size_t *space) {
    SK_AUTO SkValue parts = SK_EMPTY;
    if (sk_is_sequence(item)) parts = sk_to_tuple(item);
    else sk_raise(sk_exc_TypeError, "[sendmsg() ancillary data items]() argument must be 3-item sequence, not %.50T", item);
    if (sk_is_empty(parts)) return false;
    if (sk_tuple_len(parts) != 3)
        return sk_raise_false(sk_exc_TypeError, "[sendmsg() ancillary data items]() argument must be sequence of length 3, not %zu", sk_tuple_len(parts));
    int level, type;
    size_t len;
    SK_AUTO_BUFFER SkBuffer data = {0};
    if (!sk_as_int(sk_tuple_peek(parts, 0), &level) || !sk_as_int(sk_tuple_peek(parts, 1), &type) ||
        !sk_buffer_get(sk_tuple_peek(parts, 2), &data, SK_BUF_LIVE))
        return false;
    if (!cmsg_size(data.length, true, space)) return sk_raise_false(sk_exc_OSError, "ancillary data item too large");
    if (measure) return true;
    // The second look may find a buffer of another size.
    if ((char *)h + *space > end) return sk_raise_false(sk_exc_RuntimeError, "ancillary data does not fit in calculated space");
    if (!cmsg_size(data.length, false, &len)) return false;
    h->cmsg_level = level;
    h->cmsg_type = type;
    h->cmsg_len = len;
    memcpy(CMSG_DATA(h), data.data, (size_t)data.length);
    return true;
}

static bool pack_control(SkValue items, struct msghdr *msg) {
    SK_AUTO SkValue tuple = sk_to_tuple(items);
    if (sk_is_empty(tuple)) return sk_error_clear_if(sk_exc_TypeError) && sk_raise_false(sk_exc_TypeError, "sendmsg() argument 2 must be an iterable");
    size_t total = 0, space = 0, n = sk_tuple_len(tuple);
    for (size_t i = 0; i < n; i++) {
        if (!pack_item(sk_tuple_peek(tuple, i), NULL, NULL, true, &space)) return false;
        if ((total += space) > INT_MAX) return sk_raise_false(sk_exc_OSError, "too much ancillary data");
    }
    if (!total) return true;
    char *control = sk_calloc(1, total);
    if (!control) return sk_raise_memory(), false;
    msg->msg_control = control;
    msg->msg_controllen = total;
    size_t at = 0;
    for (size_t i = 0; i < n; i++, at += space)
        if (!pack_item(sk_tuple_peek(tuple, i), (struct cmsghdr *)(void *)(control + at), control + total, false, &space)) return false;
    return true;
}

typedef struct {
    struct msghdr msg;
    int flags;
    ssize_t result;
} Message;

static bool do_sendmsg(int fd, void *arg) {
    Message *m = arg;
    m->result = sendmsg(fd, &m->msg, m->flags);
    return m->result >= 0;
}

SkValue sk_socket_sendmsg(SkValue self, const SkValue *a, size_t n) {
    if (!sk_socket_nargs("sendmsg", n, 1, 4)) return SK_EMPTY;
    Message m = {0};
    Vector v = {0};
    SkSocketAddress address;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    SkValue out = SK_EMPTY;
    if ((n > 2 && !sk_as_int(a[2], &m.flags)) || !vector_of(a[0], false, "sendmsg() argument 1 must be an iterable", "sendmsg", &v)) goto done;
    if (n > 3 && !sk_is_none(a[3])) {
        if (!sk_socket_address(sk_as_socket(self), a[3], &address, &m.msg.msg_namelen, "sendmsg")) goto done;
        m.msg.msg_name = &address;
    }
    m.msg.msg_iov = v.iov;
    m.msg.msg_iovlen = v.n;
    if (n > 1 && !sk_is_none(a[1]) && !pack_control(a[1], &m.msg)) goto done;
    if (sk_socket_enter(self, &use) && sk_socket_call(&use, true, do_sendmsg, &m, sk_load_relaxed(&use.socket->timeout)))
        out = sk_int_from_int64(m.result);
done:
    vector_free(&v);
    sk_free(m.msg.msg_control);
    return out;
}

// ---- recvmsg -------------------------------------------------------------------------------------------------------------------------

typedef struct {
    Message m;
    SkSocketAddress address;
    size_t room;
} Incoming;

static bool do_recvmsg(int fd, void *arg) {
    Incoming *in = arg;
    in->m.msg.msg_name = &in->address;
    in->m.msg.msg_namelen = sizeof in->address;
    in->m.msg.msg_controllen = in->room;
    in->m.result = recvmsg(fd, &in->m.msg, in->m.flags);
    return in->m.result >= 0;
}

// Descriptors that nobody will ever see are closed.
static void close_rights(const struct msghdr *msg) {
    const char *p = msg->msg_control;
    for (size_t at = 0; msg->msg_controllen - at >= sizeof(struct cmsghdr) && msg->msg_controllen > at;) {
        const struct cmsghdr *h = (const struct cmsghdr *)(const void *)(p + at);
        if (h->cmsg_len < CMSG_LEN(0) || h->cmsg_len > msg->msg_controllen - at) return;
        if (h->cmsg_level == SOL_SOCKET && h->cmsg_type == SCM_RIGHTS)
            for (size_t i = 0; i + sizeof(int) <= h->cmsg_len - CMSG_LEN(0); i += sizeof(int)) {
                int fd;
                memcpy(&fd, (const char *)CMSG_DATA(h) + i, sizeof fd);
                close(fd);
            }
        at += CMSG_ALIGN(h->cmsg_len);
    }
}

// The control data as a list of (level, type, data). What the system cut off is cut off here, with a warning.
static SkValue control_list(const struct msghdr *msg) {
    SK_AUTO SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return SK_EMPTY;
    const char *p = msg->msg_control;
    for (size_t at = 0; at < msg->msg_controllen;) {
        size_t left = msg->msg_controllen - at;
        const struct cmsghdr *h = (const struct cmsghdr *)(const void *)(p + at);
        bool whole = left >= CMSG_LEN(0) && h->cmsg_len >= CMSG_LEN(0) && h->cmsg_len <= left;
        if (!whole && !sk_warn(sk_exc_RuntimeWarning, 1, "received malformed or improperly-truncated ancillary data")) return SK_EMPTY;
        if (left < CMSG_LEN(0) || h->cmsg_len < CMSG_LEN(0)) break;
        size_t n = (whole ? h->cmsg_len : left) - CMSG_LEN(0);
        SkValue items[3] = {sk_from_small_int(h->cmsg_level), sk_from_small_int(h->cmsg_type), sk_bytes_from(CMSG_DATA(h), n)};
        SkValue item = sk_is_empty(items[2]) ? SK_EMPTY : sk_tuple_steal(items, 3);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) return SK_EMPTY;
        if (!whole) break;
        at += CMSG_ALIGN(h->cmsg_len);
    }
    return sk_move(&list);
}

// (data, ancdata, msg_flags, address), with data made by the caller once the length is known.
static SkValue receive(SkValue self, int64_t room, Incoming *in, SkValue (*data)(int64_t n, void *arg), void *arg) {
    SK_AUTO_SOCKET SkSocketUse use = {0};
    in->room = (size_t)room;
    SkValue items[4] = {SK_EMPTY, SK_EMPTY, SK_EMPTY, SK_EMPTY};
    if (room && !(in->m.msg.msg_control = sk_calloc(1, in->room))) {
        sk_raise_memory();
    } else if (sk_socket_enter(self, &use) && sk_socket_call(&use, false, do_recvmsg, in, sk_load_relaxed(&use.socket->timeout))) {
        items[1] = control_list(&in->m.msg);
        if (!sk_is_empty(items[1])) items[3] = sk_socket_address_value(&in->address, in->m.msg.msg_namelen, sk_load_relaxed(&use.socket->proto));
        if (!sk_is_empty(items[3])) items[0] = data(in->m.result, arg);
        items[2] = sk_from_small_int(in->m.msg.msg_flags);
        if (sk_is_empty(items[0])) {
            close_rights(&in->m.msg);
            sk_release(items[1]);
            sk_release(items[3]);
        }
    }
    sk_free(in->m.msg.msg_control);
    return sk_is_empty(items[0]) ? SK_EMPTY : sk_tuple_steal(items, 4);
}

static bool message_args(const SkValue *a, size_t n, Incoming *in, int64_t *room) {
    *room = 0;
    if ((n > 1 && !sk_index_as_int64(a[1], room, sk_exc_OverflowError)) || (n > 2 && !sk_as_int(a[2], &in->m.flags))) return false;
    return (*room >= 0 && *room <= INT_MAX) || sk_raise_false(sk_exc_ValueError, "invalid ancillary data buffer length");
}

static SkValue cut_bytes(int64_t n, void *arg) {
    SkBytes **b = arg;
    SkValue v = sk_bytes_truncate(*b, (size_t)n);
    *b = NULL;
    return v;
}

SkValue sk_socket_recvmsg(SkValue self, const SkValue *a, size_t n) {
    int64_t size, room;
    Incoming in = {0};
    if (!sk_socket_nargs("recvmsg", n, 1, 3) || !sk_index_as_int64(a[0], &size, sk_exc_OverflowError)) return SK_EMPTY;
    if (size < 0) return sk_raise(sk_exc_ValueError, "negative buffer size in recvmsg()");
    if (!message_args(a, n, &in, &room)) return SK_EMPTY;
    SkBytes *b = sk_bytes_new((size_t)size);
    if (!b) return SK_EMPTY;
    struct iovec iov = {b->data, (size_t)size};
    in.m.msg.msg_iov = &iov;
    in.m.msg.msg_iovlen = 1;
    SkValue r = receive(self, room, &in, cut_bytes, &b);
    if (b) sk_release(sk_counted(b));
    return r;
}

static SkValue count(int64_t n, void *arg SK_UNUSED) { return sk_int_from_int64(n); }

SkValue sk_socket_recvmsg_into(SkValue self, const SkValue *a, size_t n) {
    static const char message[] = "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers";
    int64_t room;
    Incoming in = {0};
    Vector v = {0};
    if (!sk_socket_nargs("recvmsg_into", n, 1, 3) || !message_args(a, n, &in, &room)) return SK_EMPTY;
    SkValue r = SK_EMPTY;
    if (vector_of(a[0], true, message, "recvmsg_into", &v)) {
        in.m.msg.msg_iov = v.iov;
        in.m.msg.msg_iovlen = v.n;
        r = receive(self, room, &in, count, NULL);
    }
    vector_free(&v);
    return r;
}
