// _socket: names of hosts, services, protocols and interfaces, and the forms of addresses. All lookups run detached.
#include <arpa/inet.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>

#include "modules/_socket.h"
#include "objects/list.h"

static bool text_arg(const char *function, const char *argument, SkValue v, SkUtf8 *out) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument%s must be str, not %.50T", function, argument, v);
    *out = sk_str_utf8(v);
    if (!out->text) return false;
    return strlen(out->text) == out->len || sk_raise_false(sk_exc_ValueError, "embedded null character");
}

// ---- hosts ----------------------------------------------------------------------------------------------------------------------------

static SkValue socket_gethostname(SkValue m SK_UNUSED) {
    char name[1025];
    if (SK_DETACHED(gethostname(name, sizeof name - 1)) < 0) return sk_raise_errno(SK_EMPTY);
    name[sizeof name - 1] = 0;
    return sk_str_from_fs(name, strlen(name));
}
static SkValue socket_sethostname(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_PATH SkPath name = {0};
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (sk_has_buffer(arg)) {
        if (!sk_buffer_get(arg, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
        return sk_done(SK_DETACHED(sethostname(view.data, (size_t)view.length)));
    }
    if (!sk_path(&name, "sethostname", "name", arg, 0)) return SK_EMPTY;
    return sk_done(SK_DETACHED(sethostname(name.text, strlen(name.text))));
}

static SkValue socket_gethostbyname(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_HOST SkHostName host = {0};
    SkSocketAddress a;
    socklen_t len;
    if (!sk_socket_host_arg(arg, &host) || !sk_socket_resolve(host.text, AF_INET, &a, &len)) return SK_EMPTY;
    return sk_socket_host_text(&a.any);
}

static bool put_text(SkValue list, const char *text, size_t n) {
    SkValue v = sk_str_from_fs(text, n);
    return !sk_is_empty(v) && sk_list_append_steal(list, v);
}

// (name, aliases, addresses)
static SkValue host_entry(const struct hostent *h) {
    SK_AUTO SkValue name = sk_str_from_fs(h->h_name, strlen(h->h_name)), aliases = sk_list_new(0), addresses = sk_list_new(0);
    if (sk_is_empty(name) || sk_is_empty(aliases) || sk_is_empty(addresses)) return SK_EMPTY;
    for (char **p = h->h_aliases; p && *p; p++)
        if (!put_text(aliases, *p, strlen(*p))) return SK_EMPTY;
    for (char **p = h->h_addr_list; p && *p; p++) {
        char text[INET6_ADDRSTRLEN];
        if (!inet_ntop(h->h_addrtype, *p, text, sizeof text)) return sk_raise_errno(SK_EMPTY);
        if (!put_text(addresses, text, strlen(text))) return SK_EMPTY;
    }
    return sk_tuple_pack(3, name, aliases, addresses);
}

// By name, or if name is NULL by address.
static SkValue look_up(const char *name, const SkSocketAddress *a) {
    const struct sockaddr_in *v4 = (const struct sockaddr_in *)a;
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)a;
    bool six = a->any.sa_family == AF_INET6;
    for (size_t room = 4096;; room *= 2) {
        char *buffer = sk_malloc(room);
        if (!buffer) return sk_raise_memory();
        struct hostent entry, *found = NULL;
        int code = 0;
        int r = SK_DETACHED(name ? gethostbyname_r(name, &entry, buffer, room, &found, &code)
                            : six ? gethostbyaddr_r(&v6->sin6_addr, sizeof v6->sin6_addr, AF_INET6, &entry, buffer, room, &found, &code)
                                  : gethostbyaddr_r(&v4->sin_addr, sizeof v4->sin_addr, AF_INET, &entry, buffer, room, &found, &code));
        SkValue v = found ? host_entry(found) : SK_EMPTY;
        sk_free(buffer);
        if (r == ERANGE && room < (1u << 24)) continue;
        return found ? v : sk_socket_raise_herror(code);
    }
}

static SkValue socket_gethostbyname_ex(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_HOST SkHostName host = {0};
    SkSocketAddress a;
    socklen_t len;
    if (!sk_socket_host_arg(arg, &host) || !sk_socket_resolve(host.text, AF_INET, &a, &len)) return SK_EMPTY;
    return look_up(host.text, &a);
}
static SkValue socket_gethostbyaddr(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_HOST SkHostName host = {0};
    SkSocketAddress a;
    socklen_t len;
    if (!sk_socket_host_arg(arg, &host) || !sk_socket_resolve(host.text, AF_UNSPEC, &a, &len)) return SK_EMPTY;
    if (a.any.sa_family != AF_INET && a.any.sa_family != AF_INET6) return sk_raise(sk_exc_OSError, "unsupported address family");
    return look_up(NULL, &a);
}

// ---- getaddrinfo, getnameinfo ----------------------------------------------------------------------------------------------------------

// What the idna codec lets through as it is: ASCII with labels of 1 to 63 characters, the last of which may be empty.
static bool is_plain_host(SkValue v) {
    const SkStr *s = sk_as_str(v);
    if (!s->ascii) return false;
    size_t label = 0;
    for (size_t i = 0; i < s->length; i++) {
        if (s->data[i] == '.' && label == 0) return false;
        label = s->data[i] == '.' ? 0 : label + 1;
        if (label > 63) return false;
    }
    return true;
}

// A host or service argument as a C string: *out NULL for None. False with an exception.
static bool node_arg(SkValue v, bool host, SkValue *owner, const char **out, char *number) {
    *out = NULL;
    if (sk_is_none(v)) return true;
    if (host && sk_is_str(v) && !is_plain_host(v)) {
        SK_AUTO SkValue codec = sk_intern_s("idna");
        *owner = sk_own(sk_call_method_s(v, "encode", &codec, 1));
    } else if (sk_is_str(v)) {
        SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(v);
        *owner = text.text ? sk_bytes_from(text.text, text.len) : SK_EMPTY;
    } else if (sk_is_bytes(v)) {
        *owner = sk_retain(v);
    } else if (!host && sk_is_int(v)) {
        int64_t port;
        if (!sk_as_int64(v, &port)) return false;
        snprintf(number, 24, "%lld", (long long)port);
        *out = number;
        return true;
    } else {
        if (host) return sk_raise_false(sk_exc_TypeError, "getaddrinfo() argument 1 must be string or None");
        return sk_raise_false(sk_exc_OSError, "Int or String expected");
    }
    if (sk_is_empty(*owner)) return false;
    *out = sk_as_bytes(*owner)->data;
    return true;
}

static SkValue info_entry(const struct addrinfo *p, int proto) {
    SkSocketAddress a;
    memset(&a, 0, sizeof a);
    socklen_t len = p->ai_addrlen < sizeof a ? p->ai_addrlen : sizeof a;
    memcpy(&a, p->ai_addr, len);
    const char *name = p->ai_canonname ? p->ai_canonname : "";
    SkValue items[5] = {sk_from_small_int(p->ai_family), sk_from_small_int(p->ai_socktype), sk_from_small_int(p->ai_protocol),
                        sk_str_from_fs(name, strlen(name)), sk_socket_address_value(&a, len, proto)};
    if (!sk_is_empty(items[3]) && !sk_is_empty(items[4])) return sk_tuple_steal(items, 5);
    sk_release(items[3]);
    sk_release(items[4]);
    return SK_EMPTY;
}

static SkValue socket_getaddrinfo(SkValue m SK_UNUSED, const SkValue *a) {
    struct addrinfo hints = {0}, *found = NULL;
    SK_AUTO SkValue host_owner = SK_EMPTY, port_owner = SK_EMPTY;
    const char *host, *port;
    char number[24];
    if (!sk_optional_int(a[2], AF_UNSPEC, &hints.ai_family) || !sk_optional_int(a[3], 0, &hints.ai_socktype) ||
        !sk_optional_int(a[4], 0, &hints.ai_protocol) || !sk_optional_int(a[5], 0, &hints.ai_flags) ||
        !node_arg(a[0], true, &host_owner, &host, number) || !node_arg(a[1], false, &port_owner, &port, number))
        return SK_EMPTY;
    int code = SK_DETACHED(getaddrinfo(host, port, &hints, &found));
    if (code) return sk_socket_raise_gai(code);
    SkValue list = sk_list_new(0);
    for (struct addrinfo *p = found; p && !sk_is_empty(list); p = p->ai_next) {
        SkValue item = info_entry(p, hints.ai_protocol);
        if (!sk_is_empty(item) && sk_list_append_steal(list, item)) continue;
        sk_release(list);
        list = SK_EMPTY;
    }
    freeaddrinfo(found);
    return list;
}

static SkValue socket_getnameinfo(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int flags, port;
    if (!sk_socket_nargs("getnameinfo", n, 2, 2) || !sk_as_int(a[1], &flags)) return SK_EMPTY;
    if (!sk_is_tuple(a[0])) return sk_raise(sk_exc_TypeError, "getnameinfo() argument 1 must be a tuple");
    size_t count = sk_tuple_len(a[0]);
    uint64_t more[2] = {0};
    bool ok = true;
    if (count < 2 || count > 4 || !sk_is_str(sk_tuple_peek(a[0], 0))) return sk_raise(sk_exc_TypeError, "getnameinfo(): illegal sockaddr argument");
    if (!sk_as_int(sk_tuple_peek(a[0], 1), &port)) return SK_EMPTY;
    for (size_t i = 2; i < count && ok; i++) more[i - 2] = sk_as_uint64_mask(sk_tuple_peek(a[0], i), &ok);
    if (!ok) return SK_EMPTY;
    if (more[0] > 0xfffff) return sk_raise(sk_exc_OverflowError, "getnameinfo(): flowinfo must be 0-1048575.");
    SK_AUTO_UTF8 SkUtf8 host = sk_str_utf8(sk_tuple_peek(a[0], 0));
    if (!host.text) return SK_EMPTY;
    char text[24], name[NI_MAXHOST], service[NI_MAXSERV];
    snprintf(text, sizeof text, "%d", port);
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST}, *found = NULL;
    int code = SK_DETACHED(getaddrinfo(host.text, text, &hints, &found));
    if (code) return sk_socket_raise_gai(code);
    const char *wrong = NULL;
    if (found->ai_next) wrong = "sockaddr resolved to multiple addresses";
    else if (found->ai_family == AF_INET && count != 2) wrong = "IPv4 sockaddr must be 2 tuple";
    if (!wrong && found->ai_family == AF_INET6) {
        struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)found->ai_addr;
        six->sin6_flowinfo = htonl((uint32_t)more[0]);
        six->sin6_scope_id = (uint32_t)more[1];
    }
    if (!wrong) code = SK_DETACHED(getnameinfo(found->ai_addr, found->ai_addrlen, name, sizeof name, service, sizeof service, flags));
    freeaddrinfo(found);
    if (wrong) return sk_raise(sk_exc_OSError, "%s", wrong);
    if (code) return sk_socket_raise_gai(code);
    SkValue items[2] = {sk_str_from_fs(name, strlen(name)), sk_str_from_fs(service, strlen(service))};
    return sk_tuple_steal(items, 2);
}

// ---- services and protocols --------------------------------------------------------------------------------------------------------------

static SkValue socket_getservbyname(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_UTF8 SkUtf8 name = {0}, proto = {0};
    if (!sk_socket_nargs("getservbyname", n, 1, 2) || !text_arg("getservbyname", " 1", a[0], &name) || (n > 1 && !text_arg("getservbyname", " 2", a[1], &proto)))
        return SK_EMPTY;
    char buffer[4096];
    struct servent entry, *found = NULL;
    SK_DETACHED(getservbyname_r(name.text, proto.text, &entry, buffer, sizeof buffer, &found));
    return found ? sk_from_small_int(ntohs((uint16_t)found->s_port)) : sk_raise(sk_exc_OSError, "service/proto not found");
}
static SkValue socket_getservbyport(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_UTF8 SkUtf8 proto = {0};
    int port;
    if (!sk_socket_nargs("getservbyport", n, 1, 2) || !sk_as_int(a[0], &port) || (n > 1 && !text_arg("getservbyport", " 2", a[1], &proto))) return SK_EMPTY;
    if (port < 0 || port > 0xffff) return sk_raise(sk_exc_OverflowError, "getservbyport: port must be 0-65535.");
    char buffer[4096];
    struct servent entry, *found = NULL;
    SK_DETACHED(getservbyport_r(htons((uint16_t)port), proto.text, &entry, buffer, sizeof buffer, &found));
    return found ? sk_str_from_fs(found->s_name, strlen(found->s_name)) : sk_raise(sk_exc_OSError, "port/proto not found");
}
static SkValue socket_getprotobyname(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_UTF8 SkUtf8 name = {0};
    if (!text_arg("getprotobyname", "", arg, &name)) return SK_EMPTY;
    char buffer[4096];
    struct protoent entry, *found = NULL;
    SK_DETACHED(getprotobyname_r(name.text, &entry, buffer, sizeof buffer, &found));
    return found ? sk_from_small_int(found->p_proto) : sk_raise(sk_exc_OSError, "protocol not found");
}

// ---- byte order and forms of addresses ----------------------------------------------------------------------------------------------------

static SkValue short_order(const char *name, SkValue arg) {
    int v;
    if (!sk_as_int(arg, &v)) return SK_EMPTY;
    if (v < 0) return sk_raise(sk_exc_OverflowError, "%s: can't convert negative Python int to C 16-bit unsigned integer", name);
    if (v > 0xffff) return sk_raise(sk_exc_OverflowError, "%s: Python int too large to convert to C 16-bit unsigned integer", name);
    return sk_from_small_int(htons((uint16_t)v));
}
static SkValue socket_htons(SkValue m SK_UNUSED, SkValue arg) { return short_order("htons", arg); }
static SkValue socket_ntohs(SkValue m SK_UNUSED, SkValue arg) { return short_order("ntohs", arg); }
static SkValue long_order(SkValue m SK_UNUSED, SkValue arg) {
    uint64_t v;
    if (!sk_is_int(arg)) return sk_raise(sk_exc_TypeError, "expected int, %T found", arg);
    if (sk_int_sign(arg) < 0) return sk_raise(sk_exc_OverflowError, "can't convert negative value to unsigned int");
    if (!sk_int_fits_uint64(arg, &v)) return sk_raise(sk_exc_OverflowError, "Python int too large to convert to C unsigned long");
    if (v > UINT32_MAX) return sk_raise(sk_exc_OverflowError, "int larger than 32 bits");
    return sk_from_small_int(htonl((uint32_t)v));
}

static SkValue socket_inet_aton(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_UTF8 SkUtf8 text = {0};
    struct in_addr a;
    if (!text_arg("inet_aton", "", arg, &text)) return SK_EMPTY;
    if (!inet_aton(text.text, &a)) return sk_raise(sk_exc_OSError, "illegal IP address string passed to inet_aton");
    return sk_bytes_from(&a, sizeof a);
}
static SkValue socket_inet_ntoa(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    char text[INET_ADDRSTRLEN];
    if (!sk_buffer_get(arg, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (view.length != sizeof(struct in_addr)) return sk_raise(sk_exc_OSError, "packed IP wrong length for inet_ntoa");
    return sk_str_from(inet_ntop(AF_INET, view.data, text, sizeof text));
}
static SkValue socket_inet_pton(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_UTF8 SkUtf8 text = {0};
    int family;
    char packed[sizeof(struct in6_addr)];
    if (!sk_socket_nargs("inet_pton", n, 2, 2) || !sk_as_int(a[0], &family) || !text_arg("inet_pton", " 2", a[1], &text)) return SK_EMPTY;
    int r = inet_pton(family, text.text, packed);
    if (r < 0) return sk_raise_errno(SK_EMPTY);
    if (r == 0) return sk_raise(sk_exc_OSError, "illegal IP address string passed to inet_pton");
    return sk_bytes_from(packed, family == AF_INET ? sizeof(struct in_addr) : sizeof packed);
}
static SkValue socket_inet_ntop(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    int family;
    char text[INET6_ADDRSTRLEN];
    if (!sk_socket_nargs("inet_ntop", n, 2, 2) || !sk_as_int(a[0], &family) || !sk_buffer_get(a[1], &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (family != AF_INET && family != AF_INET6) return sk_raise(sk_exc_ValueError, "unknown address family %d", family);
    if ((size_t)view.length != (family == AF_INET ? sizeof(struct in_addr) : sizeof(struct in6_addr)))
        return sk_raise(sk_exc_ValueError, "invalid length of packed IP address string");
    return inet_ntop(family, view.data, text, sizeof text) ? sk_str_from(text) : sk_raise_errno(SK_EMPTY);
}

// ---- interfaces -------------------------------------------------------------------------------------------------------------------------

static SkValue socket_if_nameindex(SkValue m SK_UNUSED) {
    struct if_nameindex *all = SK_DETACHED(if_nameindex());
    if (!all) return sk_raise_errno(SK_EMPTY);
    SkValue list = sk_list_new(0);
    for (struct if_nameindex *p = all; p->if_index && !sk_is_empty(list); p++) {
        SkValue items[2] = {sk_from_small_int(p->if_index), sk_str_from_fs(p->if_name, strlen(p->if_name))};
        SkValue item = sk_is_empty(items[1]) ? SK_EMPTY : sk_tuple_steal(items, 2);
        if (!sk_is_empty(item) && sk_list_append_steal(list, item)) continue;
        sk_release(list);
        list = SK_EMPTY;
    }
    if_freenameindex(all);
    return list;
}
static SkValue socket_if_nametoindex(SkValue m SK_UNUSED, SkValue arg) {
    SK_AUTO_PATH SkPath name = {0};
    if (!sk_path(&name, "if_nametoindex", "oname", arg, 0)) return SK_EMPTY;
    unsigned index = SK_DETACHED(if_nametoindex(name.text));
    return index ? sk_from_small_int(index) : sk_raise(sk_exc_OSError, "no interface with this name");
}
static SkValue socket_if_indextoname(SkValue m SK_UNUSED, SkValue arg) {
    uint64_t index;
    char name[IF_NAMESIZE];
    if (!sk_is_int(arg)) return sk_raise(sk_exc_TypeError, "'%T' object cannot be interpreted as an integer", arg);
    if (sk_int_sign(arg) < 0) return sk_raise(sk_exc_OverflowError, "can't convert negative value to unsigned int");
    if (!sk_int_fits_uint64(arg, &index) || index > UINT32_MAX) return sk_raise(sk_exc_OverflowError, "index is too large");
    if (!SK_DETACHED(if_indextoname((unsigned)index, name))) return sk_raise_errno(SK_EMPTY);
    return sk_str_from_fs(name, strlen(name));
}

const SkMethodDef sk_socket_name_functions[] = {
    {"gethostbyname", SK_ONEARG, .onearg = socket_gethostbyname, .sig = "(host, /)", .doc = "The IPv4 address of a host, as text."},
    {"gethostbyname_ex", SK_ONEARG, .onearg = socket_gethostbyname_ex, .sig = "(host, /)", .doc = "(name, aliases, addresses) of a host."},
    {"gethostbyaddr", SK_ONEARG, .onearg = socket_gethostbyaddr, .sig = "(host, /)", .doc = "(name, aliases, addresses) of an address."},
    {"gethostname", SK_NOARGS, .noargs = socket_gethostname, .sig = "()", .doc = "This host's name."},
    {"sethostname", SK_ONEARG, .onearg = socket_sethostname, .sig = "(name, /)", .doc = "Sets this host's name."},
    {"getservbyname", SK_FAST, .fast = socket_getservbyname, .doc = "getservbyname(servicename[, protocolname]): the port of a service."},
    {"getservbyport", SK_FAST, .fast = socket_getservbyport, .doc = "getservbyport(port[, protocolname]): the service of a port."},
    {"getprotobyname", SK_ONEARG, .onearg = socket_getprotobyname, .sig = "(name, /)", .doc = "The number of a protocol."},
    {"getaddrinfo", SK_SIG, .sig_fn = socket_getaddrinfo, .sig = "(host, port, family=0, type=0, proto=0, flags=0)",
     .doc = "The addresses of a host and service: (family, type, proto, canonname, sockaddr) each."},
    {"getnameinfo", SK_FAST, .fast = socket_getnameinfo, .sig = "(sockaddr, flags, /)", .doc = "(host, port) of an address."},
    {"ntohs", SK_ONEARG, .onearg = socket_ntohs, .sig = "(integer, /)", .doc = "16 bits from network to host order."},
    {"ntohl", SK_ONEARG, .onearg = long_order, .sig = "(integer, /)", .doc = "32 bits from network to host order."},
    {"htons", SK_ONEARG, .onearg = socket_htons, .sig = "(integer, /)", .doc = "16 bits from host to network order."},
    {"htonl", SK_ONEARG, .onearg = long_order, .sig = "(integer, /)", .doc = "32 bits from host to network order."},
    {"inet_aton", SK_ONEARG, .onearg = socket_inet_aton, .sig = "(ip_addr, /)", .doc = "An IPv4 address as four bytes."},
    {"inet_ntoa", SK_ONEARG, .onearg = socket_inet_ntoa, .sig = "(packed_ip, /)", .doc = "An IPv4 address as text."},
    {"inet_pton", SK_FAST, .fast = socket_inet_pton, .sig = "(af, ip, /)", .doc = "An address as bytes."},
    {"inet_ntop", SK_FAST, .fast = socket_inet_ntop, .sig = "(af, packed_ip, /)", .doc = "An address as text."},
    {"if_nameindex", SK_NOARGS, .noargs = socket_if_nameindex, .sig = "()", .doc = "The interfaces: (index, name) each."},
    {"if_nametoindex", SK_ONEARG, .onearg = socket_if_nametoindex, .sig = "(oname, /)", .doc = "The index of an interface."},
    {"if_indextoname", SK_ONEARG, .onearg = socket_if_indextoname, .sig = "(if_index, /)", .doc = "The name of an interface."},
    {0},
};
