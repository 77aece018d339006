// What the files of _socket share: socket objects, the calls on their descriptors, addresses, errors.
//
// A descriptor closed while another thread works on it must not reach that thread as somebody else's: the system may give
// its number away at once. So the number lies in a counted cell. Every method holds the cell while it uses the number,
// close() takes the cell out of the object, and whoever gives up the last hold closes the descriptor. On Linux this is what
// close() would do anyway: a thread blocked in recv() or poll() keeps the open file; only the number stays taken meanwhile.
// A method that waits in several steps looks between them whether the object still has the cell, and ends with EBADF if not.
// detach() hands the number to its caller: then, and with fileno(), the caller answers for it.
// A fork leaves the holds of threads that are not in the child: the child counts each cell anew at first sight.
#ifndef SKEIN_MODULES__SOCKET_H
#define SKEIN_MODULES__SOCKET_H

#include <sys/socket.h>

#include "modules/posix.h"

typedef struct {
    int fd;
    uint32_t holds;       // under the socket's lock, as are the others: the object's own, and one a method at work
    uint32_t generation;  // of the process in which holds was counted
    bool keep;            // detached: not to be closed
} SkSocketCell;

typedef struct {
    SkObject header;
    SkSocketCell *cell;        // NULL: closed. Under the object's lock
    _Atomic int64_t timeout;   // nanoseconds; -1: blocks, 0: does not
    _Atomic int family, type, proto;
} SkSocket;

extern SkType sk_socket_type;
SK_INLINE SkSocket *sk_as_socket(SkValue v) { return (SkSocket *)sk_ptr(v); }

// ---- use of the descriptor ---------------------------------------------------------------------------------------------------
typedef struct {
    SkSocket *socket;
    SkSocketCell *cell;
    uint32_t generation;
    int fd;
} SkSocketUse;
// False + OSError(EBADF) if the socket is closed. Leave in any case.
bool sk_socket_enter(SkValue self, SkSocketUse *use) SK_MUST_USE;
void sk_socket_leave(SkSocketUse *use);   // preserves errno
#define SK_AUTO_SOCKET SK_CLEANUP(sk_socket_leave)
// The object still has the descriptor.
bool sk_socket_is_open(const SkSocketUse *use);
void sk_socket_after_fork_child(void);

// A system call: false with errno. It runs detached.
typedef bool (*SkSocketCall)(int fd, void *arg);
// Calls until it succeeds, waiting as the time out says; interrupted ones go on when the signal handlers do not raise.
// False with an exception. writing: wait for room, not for input.
bool sk_socket_call(SkSocketUse *use, bool writing, SkSocketCall call, void *arg, int64_t timeout_ns) SK_MUST_USE;
// Waits for readiness until the monotonic time `until` (-1: for ever): 1, 0 timed out, -1 exception.
int sk_socket_wait(SkSocketUse *use, short events, int64_t until);
int64_t sk_socket_now(void);
SkValue sk_socket_timed_out(void) SK_COLD;
// A time out argument: None gives -1. False with an exception.
bool sk_socket_timeout_arg(SkValue v, int64_t *ns) SK_MUST_USE;
extern _Atomic int64_t sk_socket_default_timeout;

// "f() takes at least 1 argument (0 given)" and its like.
bool sk_socket_nargs(const char *function, size_t n, size_t min, size_t max) SK_MUST_USE;

// ---- addresses (modules/_socket_address.c) -------------------------------------------------------------------------------------
typedef union {
    struct sockaddr any;
    struct sockaddr_storage storage;
} SkSocketAddress;
// An address as Python gives it, for a socket's family. May resolve names (detached). caller: for messages.
bool sk_socket_address(SkSocket *s, SkValue v, SkSocketAddress *out, socklen_t *len, const char *caller) SK_MUST_USE;
// As Python sees it; None for no address.
SkValue sk_socket_address_value(const SkSocketAddress *a, socklen_t len, int proto) SK_MUST_USE;
// A host by name or number, the first answer. False with gaierror.
bool sk_socket_resolve(const char *name, int family, SkSocketAddress *out, socklen_t *len) SK_MUST_USE;
// A host name argument: str (idna where it is not ASCII), bytes, bytearray. Release owner.
typedef struct {
    const char *text;
    SkValue owner;
} SkHostName;
bool sk_socket_host_arg(SkValue v, SkHostName *out) SK_MUST_USE;
void sk_socket_host_release(SkHostName *h);
#define SK_AUTO_HOST SK_CLEANUP(sk_socket_host_release)
SkValue sk_socket_host_text(const struct sockaddr *a) SK_MUST_USE;   // numeric

// ---- errors ----------------------------------------------------------------------------------------------------------------------
extern _Atomic(SkType *) sk_socket_gaierror, sk_socket_herror;
SkValue sk_socket_raise_gai(int code) SK_COLD;
SkValue sk_socket_raise_herror(int code) SK_COLD;

// ---- tables ------------------------------------------------------------------------------------------------------------------------
extern const SkMethodDef sk_socket_name_functions[];
SkValue sk_socket_sendmsg(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_recvmsg(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_recvmsg_into(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_cmsg_len(SkValue m, SkValue arg);
SkValue sk_socket_cmsg_space(SkValue m, SkValue arg);
SkValue sk_socket_recv(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_recv_into(SkValue self, const SkValue *a);
SkValue sk_socket_recvfrom(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_recvfrom_into(SkValue self, const SkValue *a);
SkValue sk_socket_send(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_sendall(SkValue self, const SkValue *a, size_t n);
SkValue sk_socket_sendto(SkValue self, const SkValue *a, size_t n);
bool sk_socket_add_constants(SkValue m) SK_MUST_USE;

#endif
