// _socket: addresses, and the resolving of host names.
#include <arpa/inet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stddef.h>
#include <linux/can.h>
#include <linux/netlink.h>
#include <linux/vm_sockets.h>
#include <netpacket/packet.h>
#include <sys/ioctl.h>
#include <sys/un.h>

#include "modules/_socket.h"
#include "objects/bytearray.h"

// ---- errors ------------------------------------------------------------------------------------------------------------------------

_Atomic(SkType *) sk_socket_gaierror, sk_socket_herror;

static SkValue raise_code(SkType *type, int code, const char *text) {
    SK_AUTO SkValue message = sk_str_from(text);
    SK_AUTO SkValue e = sk_is_empty(message) ? SK_EMPTY : sk_call2(sk_type_value(type), sk_from_small_int(code), message);
    return sk_is_empty(e) ? SK_EMPTY : sk_raise_object(e);
}
SkValue sk_socket_raise_gai(int code) {
    if (code == EAI_SYSTEM) return sk_raise_errno(SK_EMPTY);
    return raise_code(sk_load_acquire(&sk_socket_gaierror), code, gai_strerror(code));  // PAIR(socket-type)
}
SkValue sk_socket_raise_herror(int code) {
    return raise_code(sk_load_acquire(&sk_socket_herror), code, hstrerror(code));  // PAIR(socket-type)
}

// ---- host names ----------------------------------------------------------------------------------------------------------------------


bool sk_socket_host_arg(SkValue v, SkHostName *out) {
    const char *text;
    size_t n;
    if (sk_is_str(v)) {
        if (sk_as_str(v)->ascii) {
            text = sk_as_str(v)->data;
            n = sk_str_len(v);
            out->owner = sk_retain(v);
        } else {
            SK_AUTO SkValue codec = sk_intern_s("idna");
            out->owner = sk_own(sk_call_method_s(v, "encode", &codec, 1));
            if (sk_is_empty(out->owner)) return false;
            text = sk_as_bytes(out->owner)->data;
            n = sk_as_bytes(out->owner)->length;
        }
    } else if (sk_is_bytes(v) || sk_is_bytearray(v)) {
        out->owner = sk_is_bytes(v) ? sk_retain(v) : sk_bytearray_snapshot(v);
        if (sk_is_empty(out->owner)) return false;
        text = sk_as_bytes(out->owner)->data;
        n = sk_as_bytes(out->owner)->length;
    } else {
        return sk_raise_false(sk_exc_TypeError, "str, bytes or bytearray expected, not %.500T", v);
    }
    if (strlen(text) != n) return sk_raise_false(sk_exc_TypeError, "host name must not contain null character");
    out->text = text;
    return true;
}
void sk_socket_host_release(SkHostName *h) { sk_release(h->owner); }

static bool any_address(int family, SkSocketAddress *out, socklen_t *len) {
    memset(out, 0, sizeof *out);
    out->any.sa_family = (sa_family_t)(family == AF_INET6 ? AF_INET6 : AF_INET);
    *len = family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
    return true;
}

bool sk_socket_resolve(const char *name, int family, SkSocketAddress *out, socklen_t *len) {
    if (!*name) return any_address(family, out, len);
    if (!strcmp(name, "255.255.255.255") || !strcmp(name, "<broadcast>")) {
        if (family != AF_INET && family != AF_UNSPEC) return sk_raise_false(sk_exc_OSError, "address family mismatched");
        any_address(AF_INET, out, len);
        ((struct sockaddr_in *)out)->sin_addr.s_addr = INADDR_BROADCAST;
        return true;
    }
    if (family != AF_INET6) {
        any_address(AF_INET, out, len);
        if (inet_pton(AF_INET, name, &((struct sockaddr_in *)out)->sin_addr) > 0) return true;
    }
    if (family == AF_INET6 && !strchr(name, '%')) {
        any_address(AF_INET6, out, len);
        if (inet_pton(AF_INET6, name, &((struct sockaddr_in6 *)out)->sin6_addr) > 0) return true;
    }
    struct addrinfo hints = {.ai_family = family}, *list = NULL;
    int code = SK_DETACHED(getaddrinfo(name, NULL, &hints, &list));
    if (code) return sk_socket_raise_gai(code), false;
    memset(out, 0, sizeof *out);
    *len = list->ai_addrlen < sizeof *out ? list->ai_addrlen : sizeof *out;
    memcpy(out, list->ai_addr, *len);
    freeaddrinfo(list);
    return true;
}

SkValue sk_socket_host_text(const struct sockaddr *a) {
    char text[INET6_ADDRSTRLEN];
    const void *address = a->sa_family == AF_INET6 ? (const void *)&((const struct sockaddr_in6 *)(const void *)a)->sin6_addr
                                                   : (const void *)&((const struct sockaddr_in *)(const void *)a)->sin_addr;
    if (!inet_ntop(a->sa_family, address, text, sizeof text)) return sk_raise_errno(SK_EMPTY);
    return sk_str_from(text);
}

// ---- from Python -----------------------------------------------------------------------------------------------------------------------

typedef struct {
    const char *caller, *family, *shape;  // for messages
    size_t min, max;
} Form;

static bool tuple_of(SkValue v, const Form *f) {
    if (!sk_is_tuple(v)) return sk_raise_false(sk_exc_TypeError, "%s(): %s address must be tuple, not %.500T", f->caller, f->family, v);
    size_t n = sk_tuple_len(v);
    return (n >= f->min && n <= f->max) || sk_raise_false(sk_exc_TypeError, "%s address must be a %s", f->family, f->shape);
}

static bool item_int(SkValue v, size_t i, int *out) {
    if (sk_is_float(sk_tuple_peek(v, i))) return sk_raise_false(sk_exc_TypeError, "'float' object cannot be interpreted as an integer");
    return sk_as_int(sk_tuple_peek(v, i), out);
}
static bool item_uint(SkValue v, size_t i, unsigned *out) {
    bool ok;
    *out = (unsigned)sk_as_uint64_mask(sk_tuple_peek(v, i), &ok);
    return ok;
}

static bool port_of(SkValue v, const char *caller, int *port) {
    if (!item_int(v, 1, port)) {
        if (!sk_error_clear_if(sk_exc_OverflowError)) return false;
        *port = -1;
    }
    return (*port >= 0 && *port <= 0xffff) || sk_raise_false(sk_exc_OverflowError, "%s(): port must be 0-65535.", caller);
}

static bool parse_inet(SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) {
    SK_AUTO_HOST SkHostName host = {0};
    int port;
    if (!tuple_of(v, &(Form){caller, "AF_INET", "pair (host, port)", 2, 2}) || !sk_socket_host_arg(sk_tuple_peek(v, 0), &host) ||
        !port_of(v, caller, &port) || !sk_socket_resolve(host.text, AF_INET, out, len))
        return false;
    ((struct sockaddr_in *)out)->sin_port = htons((uint16_t)port);
    return true;
}

static bool parse_inet6(SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) {
    SK_AUTO_HOST SkHostName host = {0};
    int port;
    unsigned flow = 0, scope = 0;
    if (!tuple_of(v, &(Form){caller, "AF_INET6", "tuple (host, port[, flowinfo[, scopeid]])", 2, 4}) ||
        !sk_socket_host_arg(sk_tuple_peek(v, 0), &host) || !port_of(v, caller, &port) || (sk_tuple_len(v) > 2 && !item_uint(v, 2, &flow)) ||
        (sk_tuple_len(v) > 3 && !item_uint(v, 3, &scope)))
        return false;
    if (flow > 0xfffff) return sk_raise_false(sk_exc_OverflowError, "%s(): flowinfo must be 0-1048575.", caller);
    if (!sk_socket_resolve(host.text, AF_INET6, out, len)) return false;
    struct sockaddr_in6 *a = (struct sockaddr_in6 *)out;
    a->sin6_port = htons((uint16_t)port);
    a->sin6_flowinfo = htonl(flow);
    // A scope in the name itself ("fe80::1%eth0") counts unless a number is given.
    if (sk_tuple_len(v) > 3 || !strchr(host.text, '%')) a->sin6_scope_id = scope;
    return true;
}

// A name in the abstract space begins with a zero byte, and is as long as it is.
static bool parse_unix(SkValue v, SkSocketAddress *out, socklen_t *len) {
    struct sockaddr_un *a = (struct sockaddr_un *)out;
    SK_AUTO SkValue encoded = SK_EMPTY;
    if (sk_is_str(v)) {
        SkValue args[2] = {sk_intern_s("utf-8"), sk_intern_s("surrogateescape")};
        encoded = sk_own(sk_call_method_s(v, "encode", args, 2));
        if (sk_is_empty(encoded)) return false;
        v = encoded;
    }
    SK_AUTO_BUFFER SkBuffer path = {0};
    if (!sk_buffer_get(v, &path, SK_BUF_SIMPLE)) return false;
    bool abstract = path.length == 0 || *(const char *)path.data == 0;
    if ((size_t)path.length + !abstract > sizeof a->sun_path) return sk_raise_false(sk_exc_OSError, "AF_UNIX path too long");
    memset(a, 0, sizeof *a);
    a->sun_family = AF_UNIX;
    memcpy(a->sun_path, path.data, (size_t)path.length);
    *len = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + (size_t)path.length + !abstract);
    return true;
}

static bool parse_netlink(SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) {
    unsigned pid, groups;
    if (!tuple_of(v, &(Form){caller, "AF_NETLINK", "pair (pid, groups)", 2, 2}) || !item_uint(v, 0, &pid) || !item_uint(v, 1, &groups)) return false;
    struct sockaddr_nl a = {.nl_family = AF_NETLINK, .nl_pid = pid, .nl_groups = groups};
    memcpy(out, &a, *len = sizeof a);
    return true;
}

static bool parse_vsock(SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) {
    unsigned cid, port;
    if (!tuple_of(v, &(Form){caller, "AF_VSOCK", "pair (CID, port)", 2, 2}) || !item_uint(v, 0, &cid) || !item_uint(v, 1, &port)) return false;
    struct sockaddr_vm a = {.svm_family = AF_VSOCK, .svm_port = port, .svm_cid = cid};
    memcpy(out, &a, *len = sizeof a);
    return true;
}

// The number of an interface by its name; 0 for "".
static bool interface(SkValue v, int *index) {
    SK_AUTO SkValue encoded = SK_EMPTY;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "an interface name must be str, not %.50T", v);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_fs(v);
    if (!name.text) return false;
    *index = 0;
    if (!name.len) return true;
    *index = name.len < IFNAMSIZ ? (int)if_nametoindex(name.text) : 0;
    if (*index) return true;
    if (name.len >= IFNAMSIZ) return sk_raise_false(sk_exc_OSError, "interface name too long");
    return sk_raise_errno(SK_EMPTY), false;
}

static bool parse_packet(SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) {
    int index, proto, kind = 0, hardware = 0;
    struct sockaddr_ll a = {.sll_family = AF_PACKET};
    if (!tuple_of(v, &(Form){caller, "AF_PACKET", "tuple of two to five elements", 2, 5}) || !interface(sk_tuple_peek(v, 0), &index) ||
        !item_int(v, 1, &proto) || (sk_tuple_len(v) > 2 && !item_int(v, 2, &kind)) || (sk_tuple_len(v) > 3 && !item_int(v, 3, &hardware)))
        return false;
    if (proto < 0 || proto > 0xffff) return sk_raise_false(sk_exc_OverflowError, "%s(): proto must be 0-65535.", caller);
    if (sk_tuple_len(v) > 4) {
        SK_AUTO_BUFFER SkBuffer address = {0};
        if (!sk_buffer_get(sk_tuple_peek(v, 4), &address, SK_BUF_SIMPLE)) return false;
        if (address.length > 8) return sk_raise_false(sk_exc_ValueError, "hardware address must be 8 bytes or less");
        memcpy(a.sll_addr, address.data, (size_t)address.length);
        a.sll_halen = (uint8_t)address.length;
    }
    a.sll_protocol = htons((uint16_t)proto);
    a.sll_ifindex = index;
    a.sll_pkttype = (uint8_t)kind;
    a.sll_hatype = (uint16_t)hardware;
    memcpy(out, &a, *len = sizeof a);
    return true;
}

static bool parse_can(SkValue v, int proto, SkSocketAddress *out, socklen_t *len, const char *caller) {
    struct sockaddr_can a = {.can_family = AF_CAN};
    bool isotp = proto == CAN_ISOTP;
    unsigned rx = 0, tx = 0;
    if (!tuple_of(v, &(Form){caller, "AF_CAN", isotp ? "tuple (interface, rx_addr, tx_addr)" : "tuple (interface, )", isotp ? 3 : 1, isotp ? 3 : 1}) ||
        !interface(sk_tuple_peek(v, 0), &a.can_ifindex) || (isotp && (!item_uint(v, 1, &rx) || !item_uint(v, 2, &tx))))
        return false;
    a.can_addr.tp.rx_id = rx;
    a.can_addr.tp.tx_id = tx;
    memcpy(out, &a, *len = sizeof a);
    return true;
}

bool sk_socket_address(SkSocket *s, SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) {
    int proto = sk_load_relaxed(&s->proto);
    switch (sk_load_relaxed(&s->family)) {
    case AF_INET: return parse_inet(v, out, len, caller);
    case AF_INET6: return parse_inet6(v, out, len, caller);
    case AF_UNIX: return parse_unix(v, out, len);
    case AF_NETLINK: return parse_netlink(v, out, len, caller);
    case AF_PACKET: return parse_packet(v, out, len, caller);
    case AF_VSOCK: return parse_vsock(v, out, len, caller);
    case AF_CAN:
        if (proto == CAN_RAW || proto == CAN_BCM || proto == CAN_ISOTP) return parse_can(v, proto, out, len, caller);
        return sk_raise_false(sk_exc_OSError, "%s(): unsupported CAN protocol", caller);
    default: return sk_raise_false(sk_exc_OSError, "%s(): bad family", caller);
    }
}

// ---- to Python ------------------------------------------------------------------------------------------------------------------------

static SkValue tuple_with(SkValue first, const int64_t *numbers, size_t n) {
    if (sk_is_empty(first)) return SK_EMPTY;
    SkValue items[4] = {first};
    for (size_t i = 0; i < n; i++) items[i + 1] = sk_from_small_int(numbers[i]);
    return sk_tuple_steal(items, n + 1);
}

static SkValue unix_name(const struct sockaddr_un *a, size_t n) {
    n = n > offsetof(struct sockaddr_un, sun_path) ? n - offsetof(struct sockaddr_un, sun_path) : 0;
    if (n > 0 && a->sun_path[0] == 0) return sk_bytes_from(a->sun_path, n);
    return sk_str_from_fs(a->sun_path, strnlen(a->sun_path, n < sizeof a->sun_path ? n : sizeof a->sun_path));
}

static SkValue interface_name(int index) {
    char name[IFNAMSIZ] = "";
    if (index) if_indextoname((unsigned)index, name);
    return sk_str_from_fs(name, strlen(name));
}

SkValue sk_socket_address_value(const SkSocketAddress *address, socklen_t len, int proto) {
    if (len == 0) return SK_NONE;
    switch (address->any.sa_family) {
    case AF_INET: {
        const struct sockaddr_in *a = (const struct sockaddr_in *)address;
        return tuple_with(sk_socket_host_text(&address->any), (int64_t[]){ntohs(a->sin_port)}, 1);
    }
    case AF_INET6: {
        const struct sockaddr_in6 *a = (const struct sockaddr_in6 *)address;
        return tuple_with(sk_socket_host_text(&address->any), (int64_t[]){ntohs(a->sin6_port), ntohl(a->sin6_flowinfo), a->sin6_scope_id}, 3);
    }
    case AF_UNIX: return unix_name((const struct sockaddr_un *)address, len);
    case AF_NETLINK: {
        const struct sockaddr_nl *a = (const struct sockaddr_nl *)address;
        return tuple_with(sk_from_small_int(a->nl_pid), (int64_t[]){a->nl_groups}, 1);
    }
    case AF_VSOCK: {
        const struct sockaddr_vm *a = (const struct sockaddr_vm *)address;
        return tuple_with(sk_from_small_int(a->svm_cid), (int64_t[]){a->svm_port}, 1);
    }
    case AF_CAN: {
        const struct sockaddr_can *a = (const struct sockaddr_can *)address;
        return tuple_with(interface_name(a->can_ifindex), (int64_t[]){a->can_addr.tp.rx_id, a->can_addr.tp.tx_id}, proto == CAN_ISOTP ? 2 : 0);
    }
    case AF_PACKET: {
        const struct sockaddr_ll *a = (const struct sockaddr_ll *)address;
        SkValue items[5] = {interface_name(a->sll_ifindex), sk_from_small_int(ntohs(a->sll_protocol)), sk_from_small_int(a->sll_pkttype),
                            sk_from_small_int(a->sll_hatype), sk_bytes_from(a->sll_addr, a->sll_halen < 8 ? a->sll_halen : 8)};
        if (!sk_is_empty(items[0]) && !sk_is_empty(items[4])) return sk_tuple_steal(items, 5);
        sk_release(items[0]);
        sk_release(items[4]);
        return SK_EMPTY;
    }
    default: {
        SkValue items[2] = {sk_from_small_int(address->any.sa_family), sk_bytes_from(address->any.sa_data, sizeof address->any.sa_data)};
        return sk_is_empty(items[1]) ? SK_EMPTY : sk_tuple_steal(items, 2);
    }
    }
}
