// What the files of _ssl share. Include before other headers of the project: OpenSSL's old names for its stacks are macros that
// would hide functions of ours.
//
// Threads. A connection has a recursive mutex, held around every use of the library's object; a context has one likewise. Threads
// wait for them, and use the library, detached; what the library calls back attaches the thread for the time of the call, and may
// use the connection again. The library never waits for the network: its streams (_ssl_bio.c) answer that they would block, and the
// thread waits without the mutex. So one thread can read while another writes.
#ifndef SKEIN_MODULES__SSL_H
#define SKEIN_MODULES__SSL_H

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#undef sk_dup
#undef sk_free

#include <pthread.h>

#include "base/alloc.h"
#include "modules/_socket.h"
#include "modules/_thread.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { SK_SSL_CERT_NONE, SK_SSL_CERT_OPTIONAL, SK_SSL_CERT_REQUIRED };
enum { SK_SSL_PROTOCOL_TLS = 2, SK_SSL_PROTOCOL_TLS_CLIENT = 16, SK_SSL_PROTOCOL_TLS_SERVER };
enum { SK_SSL_ENCODING_PEM = 1, SK_SSL_ENCODING_DER };
// What SSLError.errno is; the first are the library's.
enum { SK_SSL_ERROR_EOF = 8, SK_SSL_ERROR_NO_SOCKET, SK_SSL_ERROR_INVALID_ERROR_CODE };

// Protocols that a connection may be asked for. Handed to the library without a lock: never freed before the context.
typedef struct SkSslAlpn {
    struct SkSslAlpn *older;
    unsigned length;
    unsigned char data[];
} SkSslAlpn;

// What the library's context needs of ours: it may live longer, in connections that were given another one meanwhile.
typedef struct {
    SkValue context;             // a weak reference; counted, never changes
    _Atomic(SkSslAlpn *) alpn;   // the newest. PAIR(ssl-alpn)
    pthread_mutex_t mutex;       // a leaf
    BIO *keylog;                 // NULL: none. Under the mutex
} SkSslCore;

typedef struct {
    SkObject header;
    SSL_CTX *ctx;                // set at creation
    SkSslCore *core;             // likewise; freed with ctx
    int protocol;                // likewise
    pthread_mutex_t mutex;
    char *ciphers;               // what set_ciphers was given, or NULL. Under the mutex
    SkSlot sni_callback, msg_callback;
    _Atomic bool check_hostname, post_handshake_auth;
    _Atomic unsigned host_flags;
    SkSlot keylog_name;
} SkSslContext;

// The bytes between a connection and Python.
typedef struct {
    SkObject header;
    pthread_mutex_t mutex;       // a leaf, held for a copy
    char *data;                  // the rest: under the mutex
    size_t start, length, capacity;
    bool eof_written;
} SkSslMemory;

// Where the library reads or writes: a socket, while a call is in progress, or memory.
typedef struct {
    SkSslMemory *memory;         // NULL: a socket
    int fd, error;               // errno of the last failure
    bool eof;
} SkSslStream;

typedef struct {
    SkObject header;
    SSL *ssl;                    // set at creation
    bool server_side;            // likewise
    bool has_socket;             // likewise
    SkSslStream in, out;         // under the mutex
    pthread_mutex_t mutex;
    SkMutex writing;             // held for a whole write: what was begun is what must be gone on with
    _Atomic uint64_t writer;     // who holds it: a signal handler may write while its thread waits in a write
    SkSlot socket;               // weak reference to the socket, or empty
    SkSlot owner;                // weak reference, or empty
    SkSlot incoming, outgoing;   // memory
    SkSlot context;
    SkSlot server_hostname;
    SkSlot raised;               // what a callback raised: an exception, under the mutex
    bool shutdown_seen_zero;     // under the mutex
} SkSslSocket;

typedef struct {
    SkObject header;
    SSL_SESSION *session;
    SkSlot context;
} SkSslSession;

extern SkType sk_ssl_context_type, sk_ssl_socket_type, sk_ssl_memory_type, sk_ssl_session_type, sk_ssl_certificate_type;

SK_INLINE SkSslContext *sk_as_ssl_context(SkValue v) { return (SkSslContext *)sk_ptr(v); }
SK_INLINE SkSslSocket *sk_as_ssl_socket(SkValue v) { return (SkSslSocket *)sk_ptr(v); }
SK_INLINE SkSslMemory *sk_as_ssl_memory(SkValue v) { return (SkSslMemory *)sk_ptr(v); }
SK_INLINE SkSslSession *sk_as_ssl_session(SkValue v) { return (SkSslSession *)sk_ptr(v); }

// ---- mutexes ---------------------------------------------------------------------------------------------------------------------
void sk_ssl_mutex_init(pthread_mutex_t *m);   // recursive
void sk_ssl_lock(pthread_mutex_t *m);         // detached while it waits
SK_INLINE void sk_ssl_unlock(pthread_mutex_t **m) { pthread_mutex_unlock(*m); }
// A scope that has o's mutex.
#define SK_SSL_LOCKED(o)                                                       \
    SK_CLEANUP(sk_ssl_unlock) pthread_mutex_t *locked_ = &(o)->mutex;          \
    sk_ssl_lock(locked_)
// In a callback of the library: attaches the thread, if it is not; what is returned undoes it.
bool sk_ssl_callback_begin(void);
void sk_ssl_callback_end(bool attached);

// ---- errors (_ssl_error.c) -------------------------------------------------------------------------------------------------------
extern SkType sk_ssl_error_type;
// The library's last error, as SSLError.
SkValue sk_ssl_raise(void) SK_COLD;
// SSLError(number, message) without an error of the library's; message NULL: the library's after all.
SkValue sk_ssl_raise_message(int number, const char *message) SK_COLD;
// What a call on a connection ended with. s: under its mutex. eof: the stream's; error: errno.
SkValue sk_ssl_raise_for(SkSslSocket *s, int result, int ssl_error, unsigned long code, int error) SK_COLD;
bool sk_ssl_add_errors(SkValue module) SK_MUST_USE;

// ---- streams (_ssl_bio.c) ----------------------------------------------------------------------------------------------------------
BIO *sk_ssl_bio_new(SkSslStream *stream) SK_MUST_USE;   // NULL with an error of the library

// ---- connections (_ssl_socket.c) ---------------------------------------------------------------------------------------------------
// socket: SK_EMPTY for one between two memories.
SkValue sk_ssl_socket_new(SkValue context, SkValue socket, SkValue in, SkValue out, bool server, SkValue hostname, SkValue owner, SkValue session) SK_MUST_USE;
// Whom Python knows as the connection: counted.
SkValue sk_ssl_socket_face(SkSslSocket *s) SK_MUST_USE;
bool sk_ssl_set_session(SkSslSocket *s, SkValue session) SK_MUST_USE;   // _ssl_session.c
SkValue sk_ssl_get_session(SkSslSocket *s) SK_MUST_USE;
// What is known of a connection (_ssl_info.c).
SkValue sk_ssl_getpeercert(SkValue self, const SkValue *a);
SkValue sk_ssl_verified_chain(SkValue self);
SkValue sk_ssl_unverified_chain(SkValue self);
SkValue sk_ssl_cipher(SkValue self);
SkValue sk_ssl_shared_ciphers(SkValue self);
SkValue sk_ssl_version(SkValue self);
SkValue sk_ssl_selected_alpn(SkValue self);
SkValue sk_ssl_compression(SkValue self);
SkValue sk_ssl_channel_binding(SkValue self, const SkValue *a);
SkValue sk_ssl_pending(SkValue self);

// ---- contexts ----------------------------------------------------------------------------------------------------------------------
// Certificates, keys, ciphers, counts (_ssl_load.c).
SkValue sk_ssl_load_cert_chain(SkValue self, const SkValue *a);
SkValue sk_ssl_load_verify_locations(SkValue self, const SkValue *a);
SkValue sk_ssl_load_dh_params(SkValue self, SkValue path);
SkValue sk_ssl_set_default_verify_paths(SkValue self);
SkValue sk_ssl_set_ecdh_curve(SkValue self, SkValue name);
SkValue sk_ssl_cert_store_stats(SkValue self);
SkValue sk_ssl_get_ca_certs(SkValue self, const SkValue *a);
// What contexts call back (_ssl_callback.c).
SkValue sk_ssl_get_sni(SkValue self, void *closure);
bool sk_ssl_set_sni(SkValue self, SkValue v, void *closure);
SkValue sk_ssl_get_msg(SkValue self, void *closure);
bool sk_ssl_set_msg(SkValue self, SkValue v, void *closure);
SkValue sk_ssl_get_keylog(SkValue self, void *closure);
bool sk_ssl_set_keylog(SkValue self, SkValue v, void *closure);
SkValue sk_ssl_set_alpn(SkValue self, SkValue protocols);
// Gives a context its core. False with an exception.
bool sk_ssl_core_new(SkSslContext *c) SK_MUST_USE;
// Gives a connection a list of ciphers of its own: the library would read the context's, which set_ciphers frees.
void sk_ssl_give_ciphers(SkSslContext *c, SSL *ssl);

// ---- certificates (_ssl_cert.c) ------------------------------------------------------------------------------------------------------
SkValue sk_ssl_certificate_dict(X509 *cert) SK_MUST_USE;
SkValue sk_ssl_certificate_der(X509 *cert) SK_MUST_USE;
SkValue sk_ssl_certificate_new(X509 *cert) SK_MUST_USE;     // takes its own hold
SkValue sk_ssl_bio_text(BIO *bio) SK_MUST_USE;              // all there is in a memory BIO
SkValue sk_ssl_object_name(const ASN1_OBJECT *o, bool number) SK_MUST_USE;   // None for the undefined one
SkValue sk_ssl_cipher_tuple(const SSL_CIPHER *c) SK_MUST_USE;                // _ssl_info.c: (name, protocol, bits), or None
SkValue sk_ssl_cipher_dict(const SSL_CIPHER *c) SK_MUST_USE;

bool sk_ssl_add_constants(SkValue module) SK_MUST_USE;      // _ssl_constants.c

#endif
