// _ssl: what contexts load: certificates, keys, parameters.
#include "modules/dynamic/ssl/_ssl.h"

#include <openssl/pem.h>
#include <string.h>
#include <strings.h>

#include "modules/_io_path.h"
#include "modules/arguments.h"

static bool given(SkValue v) { return !sk_is_empty(v) && !sk_is_none(v); }

// A path, with a message of its own where it is none.
static bool path_arg(const char *name, SkValue v, SkIoPath *path) {
    if (!given(v) || sk_io_path(v, path)) return true;
    return sk_error_clear_if(sk_exc_TypeError) && sk_raise_false(sk_exc_TypeError, "%s should be a valid filesystem path", name);
}

// The system's error if there was one, else the library's.
static SkValue load_failed(int error) {
    if (!error) return sk_ssl_raise_message(0, NULL);
    ERR_clear_error();
    errno = error;
    return sk_raise_errno(SK_EMPTY);
}

// ---- passwords -------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkValue source;    // a str, bytes, bytearray or something to call
    SkValue raised;    // what went wrong: taken by who called the library
} Password;

static bool copy_password(SkValue v, const char *otherwise, char *to, int room, int *n) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    const char *text;
    size_t length;
    if (sk_is_str(v)) {
        utf8 = sk_str_utf8(v);
        text = utf8.text;
        length = utf8.len;
        if (!text) return false;
    } else if (sk_is_bytes(v) || sk_is_instance_of(v, &sk_bytearray_type)) {
        if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) return false;
        text = view.data;
        length = (size_t)view.length;
    } else {
        return sk_raise_false(sk_exc_TypeError, "%s", otherwise);
    }
    if (length > (size_t)room) return sk_raise_false(sk_exc_ValueError, "password cannot be longer than %d bytes", room);
    if (length) memcpy(to, text, length);
    *n = (int)length;
    return true;
}

static int on_password(char *to, int room, int writing SK_UNUSED, void *arg) {
    Password *p = arg;
    int n = -1;
    bool attached = sk_ssl_callback_begin();
    if (sk_is_callable(p->source)) {
        SK_AUTO SkValue answer = sk_call0(p->source);
        if (!sk_is_empty(answer)) (void)!copy_password(answer, "password callback must return a string", to, room, &n);
    } else {
        (void)!copy_password(p->source, "password should be a string or callable", to, room, &n);
    }
    if (sk_error_occurred()) {
        sk_release(p->raised);
        p->raised = sk_error_take();
    }
    sk_ssl_callback_end(attached);
    return n;
}

// ---- own certificates ------------------------------------------------------------------------------------------------------------

static SkValue use_chain(SkSslContext *c, const char *cert, const char *key, Password *password) {
    for (int i = 0; i < 3; i++) {
        sk_thread_detach();
        errno = 0;
        int r = i == 0   ? SSL_CTX_use_certificate_chain_file(c->ctx, cert)
                : i == 1 ? SSL_CTX_use_PrivateKey_file(c->ctx, key, SSL_FILETYPE_PEM)
                         : SSL_CTX_check_private_key(c->ctx);
        int error = i < 2 ? errno : 0;
        sk_thread_attach();
        if (r == 1) continue;
        if (sk_is_empty(password->raised)) return load_failed(error);
        ERR_clear_error();
        sk_error_restore(sk_move(&password->raised));
        return SK_EMPTY;
    }
    return SK_NONE;
}

SkValue sk_ssl_load_cert_chain(SkValue self, const SkValue *a) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_AUTO_IO_PATH SkIoPath cert = {0}, key = {0};
    if (!given(a[0])) return sk_raise(sk_exc_TypeError, "certfile should be a valid filesystem path");
    if (!path_arg("certfile", a[0], &cert) || !path_arg("keyfile", a[1], &key)) return SK_EMPTY;
    Password password = {SK_EMPTY, SK_EMPTY};
    if (given(a[2])) {
        SkValue p = a[2];
        if (!sk_is_callable(p) && !sk_is_str(p) && !sk_is_bytes(p) && !sk_is_instance_of(p, &sk_bytearray_type))
            return sk_raise(sk_exc_TypeError, "password should be a string or callable");
        password.source = p;
    }
    SK_SSL_LOCKED(c);
    pem_password_cb *old = SSL_CTX_get_default_passwd_cb(c->ctx);
    void *old_data = SSL_CTX_get_default_passwd_cb_userdata(c->ctx);
    if (given(password.source)) {
        SSL_CTX_set_default_passwd_cb(c->ctx, on_password);
        SSL_CTX_set_default_passwd_cb_userdata(c->ctx, &password);
    }
    ERR_clear_error();
    SkValue out = use_chain(c, cert.text, key.text ? key.text : cert.text, &password);
    SSL_CTX_set_default_passwd_cb(c->ctx, old);
    SSL_CTX_set_default_passwd_cb_userdata(c->ctx, old_data);
    sk_release(password.raised);
    return out;
}

// ---- trusted certificates --------------------------------------------------------------------------------------------------------

static bool add_certificates(SkSslContext *c, const void *data, int64_t n, bool pem) {
    if (n <= 0) return sk_raise_false(sk_exc_ValueError, "Empty certificate data");
    if (n > INT32_MAX) return sk_raise_false(sk_exc_OverflowError, "Certificate data is too long.");
    BIO *in = BIO_new_mem_buf(data, (int)n);
    if (!in) return sk_ssl_raise_message(0, "Can't allocate buffer"), false;
    ERR_clear_error();
    X509_STORE *store = SSL_CTX_get_cert_store(c->ctx);
    int loaded = 0;
    bool ok = true;
    while (ok) {
        X509 *cert = pem ? PEM_read_bio_X509(in, NULL, SSL_CTX_get_default_passwd_cb(c->ctx), SSL_CTX_get_default_passwd_cb_userdata(c->ctx))
                         : d2i_X509_bio(in, NULL);
        if (!cert) break;
        // One that is there already is no error.
        ok = X509_STORE_add_cert(store, cert) || ERR_GET_REASON(ERR_peek_last_error()) == X509_R_CERT_ALREADY_IN_HASH_TABLE;
        if (ok) ERR_clear_error();
        X509_free(cert);
        loaded++;
    }
    unsigned long e = ERR_peek_last_error();
    bool at_end = pem ? ERR_GET_LIB(e) == ERR_LIB_PEM && ERR_GET_REASON(e) == PEM_R_NO_START_LINE
                      : (ERR_GET_LIB(e) == ERR_LIB_ASN1 && ERR_GET_REASON(e) == ASN1_R_HEADER_TOO_LONG) || BIO_pending(in) == 0;
    BIO_free(in);
    if (!loaded) {
        ERR_clear_error();
        sk_ssl_raise_message(0, pem ? "no start line: cadata does not contain a certificate" : "not enough data: cadata does not contain a certificate");
        return false;
    }
    if (ok && (!e || at_end)) return ERR_clear_error(), true;
    sk_ssl_raise();
    return false;
}

static bool add_data(SkSslContext *c, SkValue data) {
    const char *const wrong = "cadata should be an ASCII string or a bytes-like object";
    if (sk_is_str(data)) {
        if (!sk_as_str(data)->ascii) return sk_raise_false(sk_exc_TypeError, "%s", wrong);
        return add_certificates(c, sk_as_str(data)->data, (int64_t)sk_str_len(data), true);
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_has_buffer(data)) return sk_raise_false(sk_exc_TypeError, "%s", wrong);
    if (!sk_buffer_get(data, &view, SK_BUF_SIMPLE)) return false;
    return add_certificates(c, view.data, view.length, false);
}

SkValue sk_ssl_load_verify_locations(SkValue self, const SkValue *a) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_AUTO_IO_PATH SkIoPath file = {0}, folder = {0};
    if (!given(a[0]) && !given(a[1]) && !given(a[2])) return sk_raise(sk_exc_TypeError, "cafile, capath and cadata cannot be all omitted");
    if (!path_arg("cafile", a[0], &file) || !path_arg("capath", a[1], &folder)) return SK_EMPTY;
    SK_SSL_LOCKED(c);
    if (given(a[2]) && !add_data(c, a[2])) return SK_EMPTY;
    if (!file.text && !folder.text) return SK_NONE;
    sk_thread_detach();
    ERR_clear_error();
    errno = 0;
    int r = SSL_CTX_load_verify_locations(c->ctx, file.text, folder.text), error = errno;
    sk_thread_attach();
    return r == 1 ? SK_NONE : load_failed(error);
}

SkValue sk_ssl_set_default_verify_paths(SkValue self) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_SSL_LOCKED(c);
    ERR_clear_error();
    int r = SK_DETACHED(SSL_CTX_set_default_verify_paths(c->ctx));
    return r ? SK_NONE : sk_ssl_raise();
}

SkValue sk_ssl_cert_store_stats(SkValue self) {
    SkSslContext *c = sk_as_ssl_context(self);
    int64_t certs = 0, revocations = 0, authorities = 0;
    SK_SSL_LOCKED(c);
    X509_STORE *store = SSL_CTX_get_cert_store(c->ctx);
    X509_STORE_lock(store);
    STACK_OF(X509_OBJECT) *all = X509_STORE_get0_objects(store);
    for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
        X509_OBJECT *o = sk_X509_OBJECT_value(all, i);
        switch (X509_OBJECT_get_type(o)) {
        case X509_LU_X509:
            certs++;
            authorities += X509_check_ca(X509_OBJECT_get0_X509(o)) != 0;
            break;
        case X509_LU_CRL: revocations++; break;
        default: break;
        }
    }
    X509_STORE_unlock(store);
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d) || !sk_dict_set_s(d, "x509", sk_from_small_int(certs)) || !sk_dict_set_s(d, "crl", sk_from_small_int(revocations)) ||
        !sk_dict_set_s(d, "x509_ca", sk_from_small_int(authorities)))
        return SK_EMPTY;
    return sk_move(&d);
}

SkValue sk_ssl_get_ca_certs(SkValue self, const SkValue *a) {
    SkSslContext *c = sk_as_ssl_context(self);
    bool der;
    if (!sk_truth_argument(a[0], false, &der)) return SK_EMPTY;
    SK_SSL_LOCKED(c);
    // The certificates are held, so that nothing is made of them under the library's lock.
    STACK_OF(X509) *all = X509_STORE_get1_all_certs(SSL_CTX_get_cert_store(c->ctx));
    SK_AUTO SkValue list = sk_list_new(4);
    bool ok = !sk_is_empty(list);
    for (int i = 0; ok && i < sk_X509_num(all); i++) {
        X509 *cert = sk_X509_value(all, i);
        if (!X509_check_ca(cert)) continue;
        SkValue v = der ? sk_ssl_certificate_der(cert) : sk_ssl_certificate_dict(cert);
        ok = !sk_is_empty(v) && sk_list_append_steal(list, v);
    }
    sk_X509_pop_free(all, X509_free);
    return ok ? sk_move(&list) : SK_EMPTY;
}

// ---- key exchange ----------------------------------------------------------------------------------------------------------------

SkValue sk_ssl_load_dh_params(SkValue self, SkValue file) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!sk_io_path(file, &path)) return SK_EMPTY;
    FILE *f = SK_DETACHED(fopen(path.text, "rb"));
    if (!f) return sk_raise_errno(file);
    ERR_clear_error();
    sk_thread_detach();
    errno = 0;
    BIO *in = BIO_new_fp(f, BIO_CLOSE);
    EVP_PKEY *params = NULL;
    unsigned char *data = NULL;
    long n;
    // That there is nothing of the kind is not said by the decoders, but by who reads the frame.
    if (in && PEM_bytes_read_bio(&data, &n, NULL, PEM_STRING_DHPARAMS, in, NULL, NULL) && BIO_reset(in) == 0) params = PEM_read_bio_Parameters(in, NULL);
    int error = errno;
    OPENSSL_free(data);
    if (in) BIO_free(in);
    else fclose(f);
    sk_thread_attach();
    if (!params) return load_failed(ERR_peek_last_error() ? 0 : error);
    SK_SSL_LOCKED(c);
    if (SSL_CTX_set0_tmp_dh_pkey(c->ctx, params)) return SK_NONE;
    EVP_PKEY_free(params);
    return sk_ssl_raise();
}

SkValue sk_ssl_set_ecdh_curve(SkValue self, SkValue name) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_AUTO_IO_PATH SkIoPath text = {0};
    if (!sk_io_path(name, &text)) return SK_EMPTY;
    int nid = OBJ_sn2nid(text.text);
    if (nid == NID_undef) return sk_raise(sk_exc_ValueError, "unknown elliptic curve name %R", name);
    SK_SSL_LOCKED(c);
    return SSL_CTX_set1_groups(c->ctx, &nid, 1) ? SK_NONE : sk_ssl_raise();
}
