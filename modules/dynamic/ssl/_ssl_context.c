// _ssl: contexts: what connections have in common.
#include "modules/dynamic/ssl/_ssl.h"

#include <string.h>

#include "modules/arguments.h"
#include "objects/native.h"

#define DEFAULT_CIPHERS "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

// ---- life ------------------------------------------------------------------------------------------------------------------------

static void context_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSslContext *c = (SkSslContext *)o;
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&c->sni_callback, visit, arg);
    sk_slot_visit(&c->msg_callback, visit, arg);
    sk_slot_visit(&c->keylog_name, visit, arg);
}
static void context_clear(SkObject *o) {
    SkSslContext *c = (SkSslContext *)o;
    sk_instance_clear(o);
    sk_slot_set(o, &c->sni_callback, SK_EMPTY);
    sk_slot_set(o, &c->msg_callback, SK_EMPTY);
}
static void context_destroy(SkObject *o) {
    SkSslContext *c = (SkSslContext *)o;
    SSL_CTX_free(c->ctx);
    sk_free(c->ciphers);
    pthread_mutex_destroy(&c->mutex);
    sk_slot_destroy(o, &c->sni_callback);
    sk_slot_destroy(o, &c->msg_callback);
    sk_slot_destroy(o, &c->keylog_name);
    sk_instance_free(o, 0);
}

// The methods of one version each are deprecated by the library too.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
static const struct {
    int protocol;
    const char *deprecated;      // its name, if its use is told of
    const SSL_METHOD *(*method)(void);
} protocols[] = {
    {3, "PROTOCOL_TLSv1", TLSv1_method}, {4, "PROTOCOL_TLSv1_1", TLSv1_1_method}, {5, "PROTOCOL_TLSv1_2", TLSv1_2_method},
    {SK_SSL_PROTOCOL_TLS, "PROTOCOL_TLS", TLS_method}, {SK_SSL_PROTOCOL_TLS_CLIENT, NULL, TLS_client_method},
    {SK_SSL_PROTOCOL_TLS_SERVER, NULL, TLS_server_method},
};
#pragma GCC diagnostic pop

static bool is_flexible(const SkSslContext *c) {
    return c->protocol == SK_SSL_PROTOCOL_TLS || c->protocol == SK_SSL_PROTOCOL_TLS_CLIENT || c->protocol == SK_SSL_PROTOCOL_TLS_SERVER;
}

static int mode_of(int cert) {
    return cert == SK_SSL_CERT_NONE ? SSL_VERIFY_NONE : SSL_VERIFY_PEER | (cert == SK_SSL_CERT_REQUIRED ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0);
}

static bool configure(SkSslContext *c) {
    SSL_CTX *ctx = c->ctx;
    uint64_t options = (SSL_OP_ALL & ~SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS) | SSL_OP_NO_SSLv3 | SSL_OP_NO_COMPRESSION |
                       SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_SINGLE_DH_USE | SSL_OP_SINGLE_ECDH_USE | SSL_OP_IGNORE_UNEXPECTED_EOF;
    SSL_CTX_set_options(ctx, options);
    SSL_CTX_set_mode(ctx, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_verify(ctx, mode_of(c->protocol == SK_SSL_PROTOCOL_TLS_CLIENT ? SK_SSL_CERT_REQUIRED : SK_SSL_CERT_NONE), NULL);
    SSL_CTX_set_session_id_context(ctx, (const unsigned char *)"Skein", 5);
    X509_VERIFY_PARAM *param = SSL_CTX_get0_param(ctx);
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_TRUSTED_FIRST);
    X509_VERIFY_PARAM_set_hostflags(param, c->host_flags);
    SSL_CTX_set_post_handshake_auth(ctx, 0);
    if (!SSL_CTX_set_cipher_list(ctx, DEFAULT_CIPHERS)) return sk_raise_false(&sk_ssl_error_type, "No cipher can be selected.");
    if (is_flexible(c) && !SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)) return sk_ssl_raise(), false;
    return true;
}

static SkValue context_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[1];
    int protocol;
    if (!sk_bind("_SSLContext", "(protocol, /)", &sig, args, nargs, kwnames, a) || !sk_as_int(a[0], &protocol)) return SK_EMPTY;
    size_t i = 0, n = sizeof protocols / sizeof *protocols;
    while (i < n && protocols[i].protocol != protocol) i++;
    if (i == n) return sk_raise(sk_exc_ValueError, "invalid or unsupported protocol version %i", protocol);
    if (protocols[i].deprecated && !sk_warn(sk_exc_DeprecationWarning, 2, "ssl.%s is deprecated", protocols[i].deprecated)) return SK_EMPTY;
    SkSslContext *c = (SkSslContext *)sk_type_alloc(type, 0);
    if (!c) return SK_EMPTY;
    SK_AUTO SkValue self = sk_counted(c);
    sk_ssl_mutex_init(&c->mutex);
    c->protocol = protocol;
    c->host_flags = X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
    c->check_hostname = protocol == SK_SSL_PROTOCOL_TLS_CLIENT;
    ERR_clear_error();
    c->ctx = SSL_CTX_new(protocols[i].method());
    if (!c->ctx) return sk_ssl_raise();
    return sk_ssl_core_new(c) && configure(c) ? sk_move(&self) : SK_EMPTY;
}

// ---- connections -----------------------------------------------------------------------------------------------------------------

static SkValue wrap_socket(SkValue self, const SkValue *a) {
    if (!sk_is_instance_of(a[0], &sk_socket_type)) return sk_raise(sk_exc_TypeError, "_wrap_socket() argument 'sock' must be _socket.socket, not %T", a[0]);
    int server = sk_truth(a[1]);
    return server < 0 ? SK_EMPTY : sk_ssl_socket_new(self, a[0], SK_EMPTY, SK_EMPTY, server, a[2], a[3], a[4]);
}
static SkValue wrap_bio(SkValue self, const SkValue *a) {
    static const char *const names[] = {"incoming", "outgoing"};
    for (int i = 0; i < 2; i++)
        if (!sk_is_instance_of(a[i], &sk_ssl_memory_type))
            return sk_raise(sk_exc_TypeError, "_wrap_bio() argument '%s' must be _ssl.MemoryBIO, not %T", names[i], a[i]);
    int server = sk_truth(a[2]);
    return server < 0 ? SK_EMPTY : sk_ssl_socket_new(self, SK_EMPTY, a[0], a[1], server, a[3], a[4], a[5]);
}

// ---- ciphers and counts ----------------------------------------------------------------------------------------------------------

static SkValue set_ciphers(SkValue self, SkValue list) {
    SkSslContext *c = sk_as_ssl_context(self);
    if (!sk_is_str(list)) return sk_raise(sk_exc_TypeError, "set_ciphers() argument must be str, not %O", list);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(list);
    if (!u.text) return SK_EMPTY;
    char *copy = sk_strdup(u.text);
    if (!copy) return sk_raise_memory();
    SK_SSL_LOCKED(c);
    if (SSL_CTX_set_cipher_list(c->ctx, u.text)) {
        sk_free(c->ciphers);
        c->ciphers = copy;
        return SK_NONE;
    }
    sk_free(copy);
    ERR_clear_error();
    return sk_raise(&sk_ssl_error_type, "No cipher can be selected.");
}

void sk_ssl_give_ciphers(SkSslContext *c, SSL *ssl) {
    SK_SSL_LOCKED(c);
    // It was accepted before; if memory is short, the context's list serves.
    if (!SSL_set_cipher_list(ssl, c->ciphers ? c->ciphers : DEFAULT_CIPHERS)) ERR_clear_error();
}

static SkValue get_ciphers(SkValue self) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    SSL *ssl = SSL_new(c->ctx);
    if (!ssl) return sk_ssl_raise();
    STACK_OF(SSL_CIPHER) *all = SSL_get_ciphers(ssl);
    SkValue list = sk_list_new(32);
    for (int i = 0; !sk_is_empty(list) && i < sk_SSL_CIPHER_num(all); i++) {
        SkValue d = sk_ssl_cipher_dict(sk_SSL_CIPHER_value(all, i));
        if (!sk_is_empty(d) && sk_list_append_steal(list, d)) continue;
        sk_release(list);
        list = SK_EMPTY;
    }
    SSL_free(ssl);
    return list;
}

static SkValue session_stats(SkValue self) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    const struct {
        const char *name;
        long n;
    } counts[] = {
        {"number", SSL_CTX_sess_number(c->ctx)}, {"connect", SSL_CTX_sess_connect(c->ctx)}, {"connect_good", SSL_CTX_sess_connect_good(c->ctx)},
        {"connect_renegotiate", SSL_CTX_sess_connect_renegotiate(c->ctx)}, {"accept", SSL_CTX_sess_accept(c->ctx)},
        {"accept_good", SSL_CTX_sess_accept_good(c->ctx)}, {"accept_renegotiate", SSL_CTX_sess_accept_renegotiate(c->ctx)},
        {"hits", SSL_CTX_sess_hits(c->ctx)}, {"misses", SSL_CTX_sess_misses(c->ctx)}, {"timeouts", SSL_CTX_sess_timeouts(c->ctx)},
        {"cache_full", SSL_CTX_sess_cache_full(c->ctx)},
    };
    SK_AUTO SkValue d = sk_dict_new();
    for (size_t i = 0; !sk_is_empty(d) && i < sizeof counts / sizeof *counts; i++)
        if (!sk_dict_set_s(d, counts[i].name, sk_from_small_int(counts[i].n))) return SK_EMPTY;
    return sk_move(&d);
}

// ---- attributes ------------------------------------------------------------------------------------------------------------------

static bool present(SkValue v) { return !sk_is_empty(v) || sk_raise_false(sk_exc_AttributeError, "cannot delete attribute"); }

static int cert_mode(SkSslContext *c) {
    int mode = SSL_CTX_get_verify_mode(c->ctx) & (SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT);
    return mode == SSL_VERIFY_NONE ? SK_SSL_CERT_NONE : mode == SSL_VERIFY_PEER ? SK_SSL_CERT_OPTIONAL : SK_SSL_CERT_REQUIRED;
}
static SkValue get_verify_mode(SkValue self, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    return sk_from_small_int(cert_mode(c));
}
static bool set_verify_mode(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    int n;
    if (!present(v) || !sk_as_int(v, &n)) return false;
    SK_SSL_LOCKED(c);
    if (n == SK_SSL_CERT_NONE && sk_load_relaxed(&c->check_hostname))
        return sk_raise_false(sk_exc_ValueError, "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
    if (n < SK_SSL_CERT_NONE || n > SK_SSL_CERT_REQUIRED) return sk_raise_false(sk_exc_ValueError, "invalid value for verify_mode");
    SSL_CTX_set_verify(c->ctx, mode_of(n), SSL_CTX_get_verify_callback(c->ctx));
    return true;
}

static SkValue get_check_hostname(SkValue self, void *closure SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_ssl_context(self)->check_hostname)); }
static bool set_check_hostname(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    if (!present(v)) return false;
    int on = sk_truth(v);
    if (on < 0) return false;
    SK_SSL_LOCKED(c);
    if (on && cert_mode(c) == SK_SSL_CERT_NONE) SSL_CTX_set_verify(c->ctx, mode_of(SK_SSL_CERT_REQUIRED), SSL_CTX_get_verify_callback(c->ctx));
    sk_store_relaxed(&c->check_hostname, on);
    return true;
}

static SkValue get_verify_flags(SkValue self, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    return sk_int_from_uint64(X509_VERIFY_PARAM_get_flags(SSL_CTX_get0_param(c->ctx)));
}
static bool set_verify_flags(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    uint64_t fresh;
    if (!present(v) || !sk_as_uint64(v, &fresh)) return false;
    SK_SSL_LOCKED(c);
    X509_VERIFY_PARAM *param = SSL_CTX_get0_param(c->ctx);
    unsigned long old = X509_VERIFY_PARAM_get_flags(param);
    bool ok = (!(old & ~fresh) || X509_VERIFY_PARAM_clear_flags(param, old & ~fresh)) && (!(fresh & ~old) || X509_VERIFY_PARAM_set_flags(param, fresh & ~old));
    if (!ok) sk_ssl_raise();
    return ok;
}

static SkValue get_host_flags(SkValue self, void *closure SK_UNUSED) { return sk_from_small_int(sk_load_relaxed(&sk_as_ssl_context(self)->host_flags)); }
static bool set_host_flags(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    uint64_t flags;
    if (!present(v) || !sk_as_uint64(v, &flags)) return false;
    SK_SSL_LOCKED(c);
    sk_store_relaxed(&c->host_flags, (unsigned)flags);
    X509_VERIFY_PARAM_set_hostflags(SSL_CTX_get0_param(c->ctx), (unsigned)flags);
    return true;
}

static SkValue get_options(SkValue self, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    return sk_int_from_uint64(SSL_CTX_get_options(c->ctx));
}
static bool set_options(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    const uint64_t versions = SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_TLSv1_2 | SSL_OP_NO_TLSv1_3;
    uint64_t fresh;
    if (!present(v)) return false;
    if (sk_is_int(v) && sk_int_sign(v) < 0) return sk_raise_false(sk_exc_OverflowError, "can't convert negative value to unsigned int");
    if (!sk_as_uint64(v, &fresh)) return false;
    SK_SSL_LOCKED(c);
    uint64_t old = SSL_CTX_get_options(c->ctx), clear = old & ~fresh, set = fresh & ~old;
    if ((set & versions) && !sk_warn(sk_exc_DeprecationWarning, 2, "ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated")) return false;
    if (clear) SSL_CTX_clear_options(c->ctx, clear);
    if (set) SSL_CTX_set_options(c->ctx, set);
    return true;
}

// ---- versions --------------------------------------------------------------------------------------------------------------------

enum { MINIMUM_SUPPORTED = -2, MAXIMUM_SUPPORTED = -1 };

static SkValue get_version(SkValue self, void *closure) {
    SkSslContext *c = sk_as_ssl_context(self);
    bool maximum = closure != NULL;
    SK_SSL_LOCKED(c);
    long v = maximum ? SSL_CTX_get_max_proto_version(c->ctx) : SSL_CTX_get_min_proto_version(c->ctx);
    return sk_from_small_int(v ? v : maximum ? MAXIMUM_SUPPORTED : MINIMUM_SUPPORTED);
}
static bool set_version(SkValue self, SkValue value, void *closure) {
    SkSslContext *c = sk_as_ssl_context(self);
    bool maximum = closure != NULL;
    int v;
    if (!present(value) || !sk_as_int(value, &v)) return false;
    if (!is_flexible(c))
        return sk_raise_false(sk_exc_ValueError, "The context's protocol doesn't support modification of highest and lowest version.");
    const char *old = v == SSL3_VERSION ? "SSLv3" : v == TLS1_VERSION ? "TLSv1" : v == TLS1_1_VERSION ? "TLSv1_1" : NULL;
    if (old && !sk_warn(sk_exc_DeprecationWarning, 2, "ssl.TLSVersion.%s is deprecated", old)) return false;
    if (v != MINIMUM_SUPPORTED && v != MAXIMUM_SUPPORTED && (v < SSL3_VERSION || v > TLS1_3_VERSION))
        return sk_raise_false(sk_exc_ValueError, "Unsupported TLS/SSL version 0x%x", v);
    // Zero: the library's own limit.
    if (v == (maximum ? MAXIMUM_SUPPORTED : MINIMUM_SUPPORTED)) v = 0;
    else if (v == MAXIMUM_SUPPORTED) v = TLS1_3_VERSION;
    else if (v == MINIMUM_SUPPORTED) v = TLS1_VERSION;
    SK_SSL_LOCKED(c);
    int ok = maximum ? SSL_CTX_set_max_proto_version(c->ctx, v) : SSL_CTX_set_min_proto_version(c->ctx, v);
    ERR_clear_error();
    return ok || sk_raise_false(sk_exc_ValueError, "Unsupported protocol version 0x%x", v);
}

static SkValue get_tickets(SkValue self, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    return sk_from_small_int((int64_t)SSL_CTX_get_num_tickets(c->ctx));
}
static bool set_tickets(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    int64_t n;
    if (!present(v) || !sk_as_int64(v, &n)) return false;
    if (n < 0) return sk_raise_false(sk_exc_ValueError, "value must be non-negative");
    if (c->protocol != SK_SSL_PROTOCOL_TLS_SERVER) return sk_raise_false(sk_exc_ValueError, "SSLContext is not a server context.");
    SK_SSL_LOCKED(c);
    return SSL_CTX_set_num_tickets(c->ctx, (size_t)n) == 1 || sk_raise_false(sk_exc_ValueError, "failed to set num tickets.");
}

static SkValue get_post_handshake(SkValue self, void *closure SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_ssl_context(self)->post_handshake_auth)); }
static bool set_post_handshake(SkValue self, SkValue v, void *closure SK_UNUSED) {
    if (!present(v)) return false;
    int on = sk_truth(v);
    if (on < 0) return false;
    sk_store_relaxed(&sk_as_ssl_context(self)->post_handshake_auth, on);
    return true;
}

static SkValue get_protocol(SkValue self, void *closure SK_UNUSED) { return sk_from_small_int(sk_as_ssl_context(self)->protocol); }
static SkValue get_security_level(SkValue self, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    return sk_from_small_int(SSL_CTX_get_security_level(c->ctx));
}

// ---- tables ----------------------------------------------------------------------------------------------------------------------

static const SkMethodDef methods[] = {
    {"_wrap_socket", SK_SIG, .sig_fn = wrap_socket, .sig = "(sock, server_side, server_hostname=None, *, owner=None, session=None)", .doc = "A connection over a socket."},
    {"_wrap_bio", SK_SIG, .sig_fn = wrap_bio, .sig = "(incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None)", .doc = "A connection between two memories."},
    {"set_ciphers", SK_ONEARG, .onearg = set_ciphers, .sig = "(cipherlist, /)", .doc = "Sets the ciphers that may be used, in the library's notation."},
    {"get_ciphers", SK_NOARGS, .noargs = get_ciphers, .sig = "()", .doc = "The ciphers that may be used, as dicts."},
    {"_set_alpn_protocols", SK_ONEARG, .onearg = sk_ssl_set_alpn, .sig = "(protos, /)", .doc = "Sets the protocols to be offered, each with its length before it."},
    {"load_cert_chain", SK_SIG, .sig_fn = sk_ssl_load_cert_chain, .sig = "(certfile, keyfile=None, password=None)", .doc = "Loads the own certificate, with those up to the trusted one, and its key."},
    {"load_verify_locations", SK_SIG, .sig_fn = sk_ssl_load_verify_locations, .sig = "(cafile=None, capath=None, cadata=None)", .doc = "Adds certificates to be trusted."},
    {"load_dh_params", SK_ONEARG, .onearg = sk_ssl_load_dh_params, .sig = "(path, /)", .doc = "Loads parameters for Diffie-Hellman key exchange."},
    {"set_default_verify_paths", SK_NOARGS, .noargs = sk_ssl_set_default_verify_paths, .sig = "()", .doc = "Trusts the certificates of the system."},
    {"set_ecdh_curve", SK_ONEARG, .onearg = sk_ssl_set_ecdh_curve, .sig = "(name, /)", .doc = "Sets the curve for key exchange."},
    {"cert_store_stats", SK_NOARGS, .noargs = sk_ssl_cert_store_stats, .sig = "()", .doc = "Returns quantities of loaded X.509 certificates.\n\nX.509 certificates with a CA extension and certificate revocation lists\ninside the context's cert store.\n\nNOTE: Certificates in a capath directory aren't loaded unless they have\nbeen used at least once."},
    {"get_ca_certs", SK_SIG, .sig_fn = sk_ssl_get_ca_certs, .sig = "(binary_form=False)", .doc = "Returns a list of dicts with information of loaded CA certs.\n\nIf the optional argument is True, returns a DER-encoded copy of the CA\ncertificate.\n\nNOTE: Certificates in a capath directory aren't loaded unless they have\nbeen used at least once."},
    {"session_stats", SK_NOARGS, .noargs = session_stats, .sig = "()", .doc = "Counts of the sessions made and resumed."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"check_hostname", get_check_hostname, set_check_hostname, NULL, NULL},
    {"_host_flags", get_host_flags, set_host_flags, NULL, NULL},
    {"minimum_version", get_version, set_version, NULL, NULL},
    {"maximum_version", get_version, set_version, NULL, (void *)1},
    {"sni_callback", sk_ssl_get_sni, sk_ssl_set_sni, "Set a callback that will be called when a server name is provided by the SSL/TLS client in the SNI extension.\n\nIf the argument is None then the callback is disabled. The method is called\nwith the SSLSocket, the server name as a string, and the SSLContext object.", NULL},
    {"_msg_callback", sk_ssl_get_msg, sk_ssl_set_msg, NULL, NULL},
    {"keylog_filename", sk_ssl_get_keylog, sk_ssl_set_keylog, NULL, NULL},
    {"num_tickets", get_tickets, set_tickets, "Control the number of TLSv1.3 session tickets.", NULL},
    {"options", get_options, set_options, NULL, NULL},
    {"protocol", get_protocol, NULL, NULL, NULL},
    {"verify_flags", get_verify_flags, set_verify_flags, NULL, NULL},
    {"verify_mode", get_verify_mode, set_verify_mode, NULL, NULL},
    {"post_handshake_auth", get_post_handshake, set_post_handshake, NULL, NULL},
    {"security_level", get_security_level, NULL, "The current security level.", NULL},
    {0},
};

SkType sk_ssl_context_type = {
    SK_TYPE_HEAD(0, sizeof(SkSslContext), context_trace, context_clear, context_destroy),
    .name = "_ssl._SSLContext",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = context_new,
    .methods = methods,
    .getset = getset,
};
