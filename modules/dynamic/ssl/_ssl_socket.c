// _ssl: connections.
#include "modules/dynamic/ssl/_ssl.h"

#include <poll.h>
#include <string.h>

#include "modules/arguments.h"
#include "objects/native.h"
#include "objects/weakref.h"

// ---- mutexes ---------------------------------------------------------------------------------------------------------------------

void sk_ssl_mutex_init(pthread_mutex_t *m) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(m, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

void sk_ssl_lock(pthread_mutex_t *m) {
    if (pthread_mutex_trylock(m) == 0) return;
    sk_thread_detach();
    pthread_mutex_lock(m);
    sk_thread_attach();
}

bool sk_ssl_callback_begin(void) {
    if (sk_thread_is_attached()) return false;
    sk_thread_attach();
    return true;
}
void sk_ssl_callback_end(bool attached) {
    if (attached) sk_thread_detach();
}

// ---- life ------------------------------------------------------------------------------------------------------------------------

static SkSlot *slot_of(SkSslSocket *s, int i) {
    SkSlot *const all[] = {&s->socket, &s->owner, &s->incoming, &s->outgoing, &s->context, &s->server_hostname, &s->raised};
    return i < (int)(sizeof all / sizeof *all) ? all[i] : NULL;
}
static void socket_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSlot *slot;
    for (int i = 0; (slot = slot_of((SkSslSocket *)o, i)); i++) sk_slot_visit(slot, visit, arg);
}
static void socket_destroy(SkObject *o) {
    SkSslSocket *s = (SkSslSocket *)o;
    SSL_free(s->ssl);
    pthread_mutex_destroy(&s->mutex);
    SkSlot *slot;
    for (int i = 0; (slot = slot_of(s, i)); i++) sk_slot_destroy(o, slot);
    sk_object_free(o, sizeof *s);
}

// The name that the other side is to prove: also said to it unless it is an address.
static bool set_hostname(SkSslSocket *s, SkSslContext *c, SkValue hostname) {
    SK_AUTO_UTF8 SkUtf8 name = {0};
    if (sk_is_str(hostname)) {
        if (!sk_as_str(hostname)->ascii) return sk_release(sk_raise(sk_exc_UnicodeError, "server_hostname must be ASCII")), false;
        name = sk_str_utf8(hostname);
        if (!name.text) return false;
    } else {
        return sk_raise_false(sk_exc_TypeError, "server_hostname must be str or None, not %T", hostname);
    }
    if (strlen(name.text) != name.len) return sk_raise_false(sk_exc_TypeError, "embedded null character");
    if (name.len == 0 || name.text[0] == '.')
        return sk_raise_false(sk_exc_ValueError, "server_hostname cannot be an empty string or start with a leading dot.");
    ASN1_OCTET_STRING *ip = a2i_IPADDRESS(name.text);
    if (!ip) ERR_clear_error();
    bool ok = ip || SSL_set_tlsext_host_name(s->ssl, name.text);
    if (ok && sk_load_relaxed(&c->check_hostname)) {
        X509_VERIFY_PARAM *param = SSL_get0_param(s->ssl);
        ok = ip ? X509_VERIFY_PARAM_set1_ip(param, ASN1_STRING_get0_data(ip), (size_t)ASN1_STRING_length(ip))
                : X509_VERIFY_PARAM_set1_host(param, name.text, 0);
    }
    ASN1_OCTET_STRING_free(ip);
    if (!ok) return sk_ssl_raise(), false;
    sk_slot_publish(&s->server_hostname, sk_retain(hostname));
    return true;
}

static void configure(SkSslSocket *s, SkSslContext *c) {
    SSL_set_app_data(s->ssl, s);
    SSL_set_mode(s->ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_AUTO_RETRY);
    if (sk_load_relaxed(&c->post_handshake_auth)) {
        if (!s->server_side) SSL_set_post_handshake_auth(s->ssl, 1);
        else if (SSL_get_verify_mode(s->ssl) & SSL_VERIFY_PEER)
            SSL_set_verify(s->ssl, SSL_get_verify_mode(s->ssl) | SSL_VERIFY_POST_HANDSHAKE, SSL_get_verify_callback(s->ssl));
    }
    if (s->server_side) SSL_set_accept_state(s->ssl);
    else SSL_set_connect_state(s->ssl);
}

static bool attach_streams(SkSslSocket *s) {
    BIO *in = sk_ssl_bio_new(&s->in), *out = sk_ssl_bio_new(&s->out);
    if (!in || !out) {
        BIO_free(in);
        BIO_free(out);
        return sk_ssl_raise(), false;
    }
    SSL_set_bio(s->ssl, in, out);
    return true;
}

static bool set_weak(SkSslSocket *s, SkSlot *slot, SkValue v) {
    SkValue ref = sk_is_empty(v) || sk_is_none(v) ? SK_EMPTY : sk_weakref_new(v, SK_EMPTY);
    if (sk_is_empty(ref) && sk_error_occurred()) return false;
    sk_slot_set(&s->header, slot, ref);
    return true;
}

SkValue sk_ssl_socket_new(SkValue context, SkValue socket, SkValue in, SkValue out, bool server, SkValue hostname, SkValue owner, SkValue session) {
    SkSslContext *c = sk_as_ssl_context(context);
    if (c->protocol == SK_SSL_PROTOCOL_TLS_CLIENT && server)
        return sk_ssl_raise_message(0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context");
    if (c->protocol == SK_SSL_PROTOCOL_TLS_SERVER && !server)
        return sk_ssl_raise_message(0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context");
    SkSslSocket *s = (SkSslSocket *)sk_container_new(&sk_ssl_socket_type.head, sizeof *s);
    if (!s) return sk_raise_memory();
    SK_AUTO SkValue self = sk_counted(s);
    sk_ssl_mutex_init(&s->mutex);
    s->server_side = server;
    s->has_socket = !sk_is_empty(socket);
    sk_slot_publish(&s->context, sk_retain(context));
    if (!s->has_socket) {
        sk_slot_publish(&s->incoming, sk_retain(in));
        sk_slot_publish(&s->outgoing, sk_retain(out));
        s->in.memory = sk_as_ssl_memory(in);
        s->out.memory = sk_as_ssl_memory(out);
    }
    {
        SK_SSL_LOCKED(c);
        ERR_clear_error();
        s->ssl = SSL_new(c->ctx);
        if (s->ssl) sk_ssl_give_ciphers(c, s->ssl);
    }
    if (!s->ssl) return sk_ssl_raise();
    configure(s, c);
    if (!attach_streams(s)) return SK_EMPTY;
    if (!sk_is_empty(hostname) && !sk_is_none(hostname) && !set_hostname(s, c, hostname)) return SK_EMPTY;
    if (!set_weak(s, &s->socket, socket) || !set_weak(s, &s->owner, owner)) return SK_EMPTY;
    if (!sk_is_empty(session) && !sk_is_none(session) && !sk_ssl_set_session(s, session)) return SK_EMPTY;
    return sk_move(&self);
}

static SkValue referent(SkSslSocket *s, SkSlot *slot) {
    SK_AUTO SkValue ref = sk_slot_get(&s->header, slot);
    return sk_is_empty(ref) ? SK_EMPTY : sk_weakref_get(ref);
}

SkValue sk_ssl_socket_face(SkSslSocket *s) {
    SkValue v = referent(s, &s->owner);
    if (sk_is_empty(v)) v = referent(s, &s->socket);
    return sk_is_empty(v) ? sk_retain(sk_counted(s)) : v;
}

// ---- calls on the network --------------------------------------------------------------------------------------------------------

typedef struct Operation {
    int (*call)(SkSslSocket *s, struct Operation *op);   // positive: done
    const char *read_timeout, *write_timeout;
    void *data;
    size_t length, done;
    bool reads;   // the end is an answer, no error
} Operation;

typedef enum { DONE, CLOSED, WAIT_IN, WAIT_OUT, FAILED } Step;

// Once, without waiting.
static Step step(SkSslSocket *s, Operation *op, int fd, bool may_wait) {
    SK_SSL_LOCKED(s);
    sk_thread_detach();
    s->in.fd = s->out.fd = fd;
    s->in.error = s->out.error = 0;
    ERR_clear_error();
    int r = op->call(s, op);
    int ssl_error = r > 0 ? SSL_ERROR_NONE : SSL_get_error(s->ssl, r);
    unsigned long code = ERR_peek_last_error();
    int error = s->in.error ? s->in.error : s->out.error;
    sk_thread_attach();
    SkValue raised = sk_slot_swap(&s->header, &s->raised, SK_EMPTY);
    if (!sk_is_empty(raised)) {
        ERR_clear_error();
        sk_error_restore(raised);
        return FAILED;
    }
    if (r > 0) return DONE;
    if (op->reads && ssl_error == SSL_ERROR_ZERO_RETURN && SSL_get_shutdown(s->ssl) == SSL_RECEIVED_SHUTDOWN) {
        ERR_clear_error();
        return CLOSED;
    }
    if (may_wait && ssl_error == SSL_ERROR_WANT_READ) return WAIT_IN;
    if (may_wait && ssl_error == SSL_ERROR_WANT_WRITE) return WAIT_OUT;
    sk_ssl_raise_for(s, r, ssl_error, code, error);
    return FAILED;
}

static const char *or_else(const char *a, const char *b) { return a ? a : b; }

// Until it is done: DONE, CLOSED or FAILED (with an exception).
static Step operate(SkSslSocket *s, Operation *op) {
    SK_AUTO SkValue socket = SK_EMPTY;
    SK_AUTO_SOCKET SkSocketUse use = {0};
    int64_t timeout = 0;
    if (s->has_socket) {
        socket = referent(s, &s->socket);
        if (sk_is_empty(socket) || !sk_socket_enter(socket, &use)) {
            sk_error_clear();
            return sk_ssl_raise_message(SK_SSL_ERROR_NO_SOCKET, "Underlying socket connection went away"), FAILED;
        }
        timeout = sk_load_relaxed(&use.socket->timeout);
    }
    int64_t until = timeout > 0 ? sk_socket_now() + timeout : -1;
    for (;;) {
        Step end = step(s, op, use.fd, timeout != 0);
        if (end != WAIT_IN && end != WAIT_OUT) return end;
        bool in = end == WAIT_IN;
        int r = sk_socket_wait(&use, in ? POLLIN : POLLOUT, until);
        if (r < 0) return FAILED;
        if (r == 0) {
            const char *words = in ? or_else(op->read_timeout, op->write_timeout) : or_else(op->write_timeout, op->read_timeout);
            return sk_raise(sk_exc_TimeoutError, "%s", words), FAILED;
        }
    }
}

static int call_handshake(SkSslSocket *s, Operation *op SK_UNUSED) { return SSL_do_handshake(s->ssl); }
static SkValue do_handshake(SkValue self) {
    Operation op = {.call = call_handshake, .read_timeout = "_ssl.c: The handshake operation timed out"};
    return operate(sk_as_ssl_socket(self), &op) == DONE ? SK_NONE : SK_EMPTY;
}

static int call_read(SkSslSocket *s, Operation *op) { return SSL_read_ex(s->ssl, op->data, op->length, &op->done); }
// read(size[, buffer])
static SkValue socket_read(SkValue self, const SkValue *a, size_t n) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    if (n < 1 || n > 2) return sk_raise(sk_exc_TypeError, "read requires 1 to 2 arguments");
    int64_t size;
    if (!sk_as_int64(a[0], &size)) return SK_EMPTY;
    if (n == 1 && size < 0) return sk_raise(sk_exc_ValueError, "size should not be negative");
    Operation op = {.call = call_read, .reads = true, .read_timeout = "The read operation timed out"};
    if (n == 1) {
        SkBytes *b = sk_bytes_new((size_t)size);
        if (!b || size == 0) return b ? sk_counted(b) : SK_EMPTY;
        SkValue out = sk_counted(b);
        op.data = b->data;
        op.length = (size_t)size;
        Step end = operate(s, &op);
        if (end != FAILED) return sk_bytes_truncate(b, end == DONE ? op.done : 0);
        sk_release(out);
        return SK_EMPTY;
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(a[1], &view, SK_BUF_WRITABLE)) return SK_EMPTY;
    if (size <= 0 || size > view.length) size = view.length;
    if (size == 0) return sk_from_small_int(0);
    op.data = view.data;
    op.length = (size_t)size;
    Step end = operate(s, &op);
    return end == FAILED ? SK_EMPTY : sk_from_small_int(end == DONE ? (int64_t)op.done : 0);
}

static int call_write(SkSslSocket *s, Operation *op) { return SSL_write_ex(s->ssl, op->data, op->length, &op->done); }
static SkValue socket_write(SkValue self, SkValue data) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(data, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    Operation op = {.call = call_write, .write_timeout = "The write operation timed out", .data = view.data, .length = (size_t)view.length};
    uint64_t me = sk_thread_ident();
    bool within = sk_load_relaxed(&s->writer) == me;  // only this thread writes its own number
    if (!within && sk_mutex_acquire(&s->writing, -1) < 0) return SK_EMPTY;
    if (!within) sk_store_relaxed(&s->writer, me);
    Step end = operate(s, &op);
    if (!within) {
        sk_store_relaxed(&s->writer, 0);
        sk_mutex_release(&s->writing);
    }
    return end == DONE ? sk_from_small_int((int64_t)op.done) : SK_EMPTY;
}

// Says that there is no more to come, and hears the other side say so: at the second time, or when it has said it.
static int call_shutdown(SkSslSocket *s, Operation *op) {
    for (;;) {
        // What follows the end is not the library's to read.
        if (s->shutdown_seen_zero) SSL_set_read_ahead(s->ssl, 0);
        int r = SSL_shutdown(s->ssl);
        if (r != 0) return r;
        if (op->done++) return 1;
        s->shutdown_seen_zero = true;
    }
}
static SkValue socket_shutdown(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    Operation op = {.call = call_shutdown, .read_timeout = "The read operation timed out", .write_timeout = "The write operation timed out"};
    if (operate(s, &op) != DONE) return SK_EMPTY;
    SkValue socket = referent(s, &s->socket);
    return sk_is_empty(socket) ? SK_NONE : socket;
}

static SkValue post_handshake(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    ERR_clear_error();
    return SSL_verify_client_post_handshake(s->ssl) == 1 ? SK_NONE : sk_ssl_raise();
}

// ---- attributes ------------------------------------------------------------------------------------------------------------------

static SkValue get_context(SkValue self, void *c SK_UNUSED) { return sk_slot_load(sk_ptr(self), &sk_as_ssl_socket(self)->context); }
static bool set_context(SkValue self, SkValue v, void *c SK_UNUSED) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    if (sk_is_empty(v) || !sk_is_instance_of(v, &sk_ssl_context_type)) return sk_raise_false(sk_exc_TypeError, "The value must be a SSLContext");
    SK_SSL_LOCKED(s);
    SSL_set_SSL_CTX(s->ssl, sk_as_ssl_context(v)->ctx);
    sk_ssl_give_ciphers(sk_as_ssl_context(v), s->ssl);
    sk_slot_set(&s->header, &s->context, sk_retain(v));
    return true;
}
static SkValue get_server_side(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_as_ssl_socket(self)->server_side); }
static SkValue get_server_hostname(SkValue self, void *c SK_UNUSED) {
    SkValue v = sk_slot_load(sk_ptr(self), &sk_as_ssl_socket(self)->server_hostname);
    return sk_is_empty(v) ? SK_NONE : v;
}
static SkValue get_owner(SkValue self, void *c SK_UNUSED) {
    SkValue v = referent(sk_as_ssl_socket(self), &sk_as_ssl_socket(self)->owner);
    return sk_is_empty(v) ? SK_NONE : v;
}
static bool set_owner(SkValue self, SkValue v, void *c SK_UNUSED) { return set_weak(sk_as_ssl_socket(self), &sk_as_ssl_socket(self)->owner, v); }
static SkValue get_session(SkValue self, void *c SK_UNUSED) { return sk_ssl_get_session(sk_as_ssl_socket(self)); }
static bool set_session(SkValue self, SkValue v, void *c SK_UNUSED) {
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    return sk_ssl_set_session(sk_as_ssl_socket(self), v);
}
static SkValue get_session_reused(SkValue self, void *c SK_UNUSED) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    return sk_bool(SSL_session_reused(s->ssl));
}

// ---- tables ----------------------------------------------------------------------------------------------------------------------

static const SkMethodDef methods[] = {
    {"do_handshake", SK_NOARGS, .noargs = do_handshake, .sig = "()", .doc = "Do SSL/TLS handshake."},
    {"read", SK_FAST, .fast = socket_read, .doc = "read(size, [buffer])\nRead up to size bytes from the SSL socket."},
    {"write", SK_ONEARG, .onearg = socket_write, .sig = "(b, /)", .doc = "Writes the bytes-like object b into the SSL object.\n\nReturns the number of bytes written."},
    {"shutdown", SK_NOARGS, .noargs = socket_shutdown, .sig = "()", .doc = "Does the SSL shutdown handshake with the remote end."},
    {"pending", SK_NOARGS, .noargs = sk_ssl_pending, .sig = "()", .doc = "Returns the number of already decrypted bytes available for read, pending on the connection."},
    {"getpeercert", SK_SIG, .sig_fn = sk_ssl_getpeercert, .sig = "(der=False, /)", .doc = "Returns the certificate for the peer.\n\nIf no certificate was provided, returns None.  If a certificate was\nprovided, but not validated, returns an empty dictionary.  Otherwise\nreturns a dict containing information about the peer certificate.\n\nIf the optional argument is True, returns a DER-encoded copy of the\npeer certificate, or None if no certificate was provided.  This will\nreturn the certificate even if it wasn't validated."},
    {"get_verified_chain", SK_NOARGS, .noargs = sk_ssl_verified_chain, .sig = "()", .doc = "The certificates from the peer's to the trusted one, or None."},
    {"get_unverified_chain", SK_NOARGS, .noargs = sk_ssl_unverified_chain, .sig = "()", .doc = "The certificates that the peer sent, or None."},
    {"cipher", SK_NOARGS, .noargs = sk_ssl_cipher, .sig = "()", .doc = "The cipher in use: (name, protocol, bits), or None."},
    {"shared_ciphers", SK_NOARGS, .noargs = sk_ssl_shared_ciphers, .sig = "()", .doc = "The ciphers that both sides have, or None."},
    {"version", SK_NOARGS, .noargs = sk_ssl_version, .sig = "()", .doc = "The protocol's version, or None."},
    {"selected_alpn_protocol", SK_NOARGS, .noargs = sk_ssl_selected_alpn, .sig = "()", .doc = "The protocol that was agreed on, or None."},
    {"compression", SK_NOARGS, .noargs = sk_ssl_compression, .sig = "()", .doc = "The compression in use, or None."},
    {"get_channel_binding", SK_SIG, .sig_fn = sk_ssl_channel_binding, .sig = "(cb_type='tls-unique')", .doc = "Get channel binding data for current connection.\n\nRaise ValueError if the requested `cb_type` is not supported.  Return bytes\nof the data or None if the data is not available (e.g. before the handshake).\nOnly 'tls-unique' channel binding data from RFC 5929 is supported."},
    {"verify_client_post_handshake", SK_NOARGS, .noargs = post_handshake, .sig = "()", .doc = "Initiate TLS 1.3 post-handshake authentication"},
    {0},
};
static const SkGetSetDef getset[] = {
    {"context", get_context, set_context, "This changes the context associated with the SSLSocket.\n\nThis is typically used from within a callback function set by the sni_callback\non the SSLContext to change the certificate information associated with the\nSSLSocket before the cryptographic exchange handshake messages.", NULL},
    {"server_side", get_server_side, NULL, "Whether this is a server-side socket.", NULL},
    {"server_hostname", get_server_hostname, NULL, "The currently set server hostname (for SNI).", NULL},
    {"owner", get_owner, set_owner, "The Python-level owner of this object.\n\nPassed as \"self\" in servername callback.", NULL},
    {"session", get_session, set_session, "The underlying SSLSession object.", NULL},
    {"session_reused", get_session_reused, NULL, "Was the client session reused during handshake?", NULL},
    {0},
};

SkType sk_ssl_socket_type = {
    SK_TYPE_HEAD(0, sizeof(SkSslSocket), socket_trace, NULL, socket_destroy),
    .name = "_ssl._SSLSocket",
    .flags = SK_TF_NO_NEW,
    .methods = methods,
    .getset = getset,
};
