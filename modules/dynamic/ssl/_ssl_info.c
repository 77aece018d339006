// _ssl: what is known of a connection, and of ciphers.
#include "modules/dynamic/ssl/_ssl.h"

#include <string.h>

#include "modules/arguments.h"

static SkValue text_or_none(const char *s) { return s ? sk_str_from(s) : SK_NONE; }

// ---- ciphers ---------------------------------------------------------------------------------------------------------------------

SkValue sk_ssl_cipher_tuple(const SSL_CIPHER *c) {
    if (!c) return SK_NONE;
    SK_AUTO SkValue name = text_or_none(SSL_CIPHER_get_name(c)), protocol = text_or_none(SSL_CIPHER_get_version(c));
    if (sk_is_empty(name) || sk_is_empty(protocol)) return SK_EMPTY;
    return sk_tuple_pack(3, name, protocol, sk_from_small_int(SSL_CIPHER_get_bits(c, NULL)));
}

static bool put(SkValue dict, const char *key, SkValue v) {
    bool ok = !sk_is_empty(v) && sk_dict_set_s(dict, key, v);
    sk_release(v);
    return ok;
}

static SkValue nid_name(int nid) { return nid == NID_undef ? SK_NONE : text_or_none(OBJ_nid2ln(nid)); }

SkValue sk_ssl_cipher_dict(const SSL_CIPHER *c) {
    char description[512];
    int bits, strength = SSL_CIPHER_get_bits(c, &bits);
    SSL_CIPHER_description(c, description, sizeof description);
    size_t n = strlen(description);
    if (n && description[n - 1] == '\n') description[n - 1] = '\0';
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return SK_EMPTY;
    bool ok = put(d, "id", sk_from_small_int((int64_t)SSL_CIPHER_get_id(c))) && put(d, "name", text_or_none(SSL_CIPHER_get_name(c))) &&
              put(d, "protocol", text_or_none(SSL_CIPHER_get_version(c))) && put(d, "description", sk_str_from(description)) &&
              put(d, "strength_bits", sk_from_small_int(strength)) && put(d, "alg_bits", sk_from_small_int(bits)) &&
              put(d, "aead", sk_bool(SSL_CIPHER_is_aead(c))) && put(d, "symmetric", nid_name(SSL_CIPHER_get_cipher_nid(c))) &&
              put(d, "digest", nid_name(SSL_CIPHER_get_digest_nid(c))) && put(d, "kea", nid_name(SSL_CIPHER_get_kx_nid(c))) &&
              put(d, "auth", nid_name(SSL_CIPHER_get_auth_nid(c)));
    return ok ? sk_move(&d) : SK_EMPTY;
}

SkValue sk_ssl_cipher(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    return sk_ssl_cipher_tuple(SSL_get_current_cipher(s->ssl));
}

SkValue sk_ssl_shared_ciphers(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    STACK_OF(SSL_CIPHER) *server = SSL_get_ciphers(s->ssl), *client = SSL_get_client_ciphers(s->ssl);
    if (!client) return SK_NONE;
    SK_AUTO SkValue list = sk_list_new(16);
    for (int i = 0; !sk_is_empty(list) && i < sk_SSL_CIPHER_num(server); i++) {
        const SSL_CIPHER *c = sk_SSL_CIPHER_value(server, i);
        if (sk_SSL_CIPHER_find(client, (SSL_CIPHER *)c) < 0) continue;
        SkValue item = sk_ssl_cipher_tuple(c);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) return SK_EMPTY;
    }
    return sk_move(&list);
}

// ---- certificates ----------------------------------------------------------------------------------------------------------------

SkValue sk_ssl_getpeercert(SkValue self, const SkValue *a) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    bool der;
    if (!sk_truth_argument(a[0], false, &der)) return SK_EMPTY;
    SK_SSL_LOCKED(s);
    if (!SSL_is_init_finished(s->ssl)) return sk_raise(sk_exc_ValueError, "handshake not done yet");
    X509 *cert = SSL_get1_peer_certificate(s->ssl);
    if (!cert) return SK_NONE;
    SkValue out = der                                                ? sk_ssl_certificate_der(cert)
                  : SSL_get_verify_mode(s->ssl) & SSL_VERIFY_PEER ? sk_ssl_certificate_dict(cert)
                                                                  : sk_dict_new();
    X509_free(cert);
    return out;
}

static bool append_certificate(SkValue list, X509 *cert) {
    SkValue v = sk_ssl_certificate_new(cert);
    return !sk_is_empty(v) && sk_list_append_steal(list, v);
}

SkValue sk_ssl_verified_chain(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    STACK_OF(X509) *chain = SSL_get0_verified_chain(s->ssl);
    if (!chain) return SK_NONE;
    SK_AUTO SkValue list = sk_list_new(4);
    for (int i = 0; !sk_is_empty(list) && i < sk_X509_num(chain); i++)
        if (!append_certificate(list, sk_X509_value(chain, i))) return SK_EMPTY;
    return sk_move(&list);
}

// A server's view of the chain lacks the client's own certificate.
SkValue sk_ssl_unverified_chain(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    STACK_OF(X509) *chain = SSL_get_peer_cert_chain(s->ssl);
    if (!chain) return SK_NONE;
    SK_AUTO SkValue list = sk_list_new(4);
    if (sk_is_empty(list)) return SK_EMPTY;
    X509 *peer = s->server_side ? SSL_get1_peer_certificate(s->ssl) : NULL;
    bool ok = !peer || append_certificate(list, peer);
    X509_free(peer);
    for (int i = 0; ok && i < sk_X509_num(chain); i++) ok = append_certificate(list, sk_X509_value(chain, i));
    return ok ? sk_move(&list) : SK_EMPTY;
}

// ---- the rest --------------------------------------------------------------------------------------------------------------------

SkValue sk_ssl_version(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    return SSL_is_init_finished(s->ssl) ? text_or_none(SSL_get_version(s->ssl)) : SK_NONE;
}

SkValue sk_ssl_selected_alpn(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    const unsigned char *name;
    unsigned n;
    SSL_get0_alpn_selected(s->ssl, &name, &n);
    return name ? sk_str_from_utf8((const char *)name, n) : SK_NONE;
}

SkValue sk_ssl_compression(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    const COMP_METHOD *m = SSL_get_current_compression(s->ssl);
    int nid = m ? COMP_get_type(m) : NID_undef;
    return nid == NID_undef ? SK_NONE : text_or_none(OBJ_nid2sn(nid));
}

SkValue sk_ssl_channel_binding(SkValue self, const SkValue *a) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    if (!sk_is_empty(a[0]) && !sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "get_channel_binding() argument 'cb_type' must be str, not %T", a[0]);
    if (!sk_is_empty(a[0]) && !sk_str_equals_ascii(a[0], "tls-unique")) return sk_raise(sk_exc_ValueError, "'%S' channel binding type not implemented", a[0]);
    SK_SSL_LOCKED(s);
    // The first message that ended a handshake: the client's, unless the session is resumed.
    char data[EVP_MAX_MD_SIZE];
    bool own = SSL_session_reused(s->ssl) ^ !s->server_side;
    size_t n = own ? SSL_get_finished(s->ssl, data, sizeof data) : SSL_get_peer_finished(s->ssl, data, sizeof data);
    return n ? sk_bytes_from(data, n) : SK_NONE;
}

SkValue sk_ssl_pending(SkValue self) {
    SkSslSocket *s = sk_as_ssl_socket(self);
    SK_SSL_LOCKED(s);
    int n = SSL_pending(s->ssl);
    return n < 0 ? sk_ssl_raise() : sk_from_small_int(n);
}
