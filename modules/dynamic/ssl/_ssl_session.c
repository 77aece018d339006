// _ssl: sessions, to be resumed.
#include "modules/dynamic/ssl/_ssl.h"

static void session_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkSslSession *)o)->context, visit, arg); }
static void session_destroy(SkObject *o) {
    SkSslSession *s = (SkSslSession *)o;
    SSL_SESSION_free(s->session);
    sk_slot_destroy(o, &s->context);
    sk_object_free(o, sizeof *s);
}

SkValue sk_ssl_get_session(SkSslSocket *socket) {
    SK_SSL_LOCKED(socket);
    // What the library goes on using may change: a copy does not.
    SSL_SESSION *current = SSL_get_session(socket->ssl), *session;
    if (!current) return SK_NONE;
    session = SSL_SESSION_dup(current);
    if (!session) return sk_ssl_raise();
    SkSslSession *s = (SkSslSession *)sk_container_new(&sk_ssl_session_type.head, sizeof *s);
    if (!s) {
        SSL_SESSION_free(session);
        return sk_raise_memory();
    }
    s->session = session;
    sk_slot_publish(&s->context, sk_slot_get(&socket->header, &socket->context));
    return sk_counted(s);
}

bool sk_ssl_set_session(SkSslSocket *socket, SkValue v) {
    if (!sk_is_instance_of(v, &sk_ssl_session_type)) return sk_raise_false(sk_exc_TypeError, "Value is not a SSLSession.");
    SkSslSession *s = sk_as_ssl_session(v);
    SK_SSL_LOCKED(socket);
    if (sk_as_ssl_context(sk_slot_peek(&s->context))->ctx != SSL_get_SSL_CTX(socket->ssl))
        return sk_raise_false(sk_exc_ValueError, "Session refers to a different SSLContext.");
    if (socket->server_side) return sk_raise_false(sk_exc_ValueError, "Cannot set session for server-side SSLSocket.");
    if (SSL_is_init_finished(socket->ssl)) return sk_raise_false(sk_exc_ValueError, "Cannot set session after handshake.");
    SSL_SESSION *copy = SSL_SESSION_dup(s->session);
    bool ok = copy && SSL_set_session(socket->ssl, copy);
    SSL_SESSION_free(copy);
    if (!ok) sk_ssl_raise();
    return ok;
}

// A session never changes: it is a copy.
static SSL_SESSION *of(SkValue v) { return sk_as_ssl_session(v)->session; }

static SkValue id_of(SkValue v) {
    unsigned n;
    const unsigned char *id = SSL_SESSION_get_id(of(v), &n);
    return sk_bytes_from(id, n);
}
static SkValue get_id(SkValue v, void *c SK_UNUSED) { return id_of(v); }
static SkValue get_time(SkValue v, void *c SK_UNUSED) { return sk_int_from_int64(SSL_SESSION_get_time(of(v))); }
static SkValue get_timeout(SkValue v, void *c SK_UNUSED) { return sk_int_from_int64(SSL_SESSION_get_timeout(of(v))); }
static SkValue get_has_ticket(SkValue v, void *c SK_UNUSED) { return sk_bool(SSL_SESSION_has_ticket(of(v))); }
static SkValue get_hint(SkValue v, void *c SK_UNUSED) { return sk_int_from_uint64(SSL_SESSION_get_ticket_lifetime_hint(of(v))); }

static SkValue session_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_instance_of(a, &sk_ssl_session_type) || !sk_is_instance_of(b, &sk_ssl_session_type)) return SK_NOT_IMPLEMENTED;
    if (op != SK_EQ && op != SK_NE) return SK_NOT_IMPLEMENTED;
    unsigned n, m;
    const unsigned char *x = SSL_SESSION_get_id(of(a), &n), *y = SSL_SESSION_get_id(of(b), &m);
    bool equal = n == m && CRYPTO_memcmp(x, y, n) == 0;
    return sk_bool(equal == (op == SK_EQ));
}
static int64_t session_hash(SkValue v) {
    SK_AUTO SkValue id = id_of(v);
    return sk_is_empty(id) ? -1 : sk_hash(id);
}

static const SkGetSetDef getset[] = {
    {"has_ticket", get_has_ticket, NULL, "Does the session contain a ticket?", NULL},
    {"id", get_id, NULL, "Session ID.", NULL},
    {"ticket_lifetime_hint", get_hint, NULL, "Ticket life time hint.", NULL},
    {"time", get_time, NULL, "Session creation time (seconds since epoch).", NULL},
    {"timeout", get_timeout, NULL, "Session timeout (delta in seconds).", NULL},
    {0},
};

SkType sk_ssl_session_type = {
    SK_TYPE_HEAD(0, sizeof(SkSslSession), session_trace, NULL, session_destroy),
    .name = "_ssl.SSLSession",
    .flags = SK_TF_NO_NEW,
    .compare = session_compare,
    .hash = session_hash,
    .getset = getset,
};
