// _ssl: what the library calls during a handshake, on a thread that may be detached, and the log of keys.
#include "modules/dynamic/ssl/_ssl.h"

#include <string.h>

#include "modules/_io_path.h"
#include "objects/weakref.h"

// ---- what outlives the context ---------------------------------------------------------------------------------------------------

static void close_log(SkSslCore *core) {
    pthread_mutex_lock(&core->mutex);
    BIO_free_all(core->keylog);
    core->keylog = NULL;
    pthread_mutex_unlock(&core->mutex);
}

static void free_core(void *ctx SK_UNUSED, void *p, CRYPTO_EX_DATA *ad SK_UNUSED, int i SK_UNUSED, long l SK_UNUSED, void *arg SK_UNUSED) {
    SkSslCore *core = p;
    if (!core) return;
    close_log(core);
    pthread_mutex_destroy(&core->mutex);
    for (SkSslAlpn *a = sk_load_relaxed(&core->alpn), *older; a; a = older) {
        older = a->older;
        sk_free(a);
    }
    sk_release(core->context);
    sk_free(core);
}

static int core_index;   // set once
static void make_index(void) { core_index = SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, free_core); }

bool sk_ssl_core_new(SkSslContext *c) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_index);
    SkValue weak = sk_weakref_new(sk_counted(c), SK_EMPTY);
    if (sk_is_empty(weak)) return false;
    SkSslCore *core = sk_calloc(1, sizeof *core);
    if (!core || !SSL_CTX_set_ex_data(c->ctx, core_index, core)) {
        sk_release(weak);
        sk_free(core);
        return sk_raise_memory(), false;
    }
    core->context = weak;
    pthread_mutex_init(&core->mutex, NULL);
    c->core = core;
    return true;
}

static SkValue get_slot(SkValue self, SkSlot *slot) {
    SkValue v = sk_slot_load(sk_ptr(self), slot);
    return sk_is_empty(v) ? SK_NONE : v;
}

// ---- the name that a client asks for ---------------------------------------------------------------------------------------------

static SkValue asked_name(SSL *ssl, SkValue callback) {
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    if (!name) return SK_NONE;
    // That it is ASCII is the client's duty.
    for (const char *c = name; *c; c++)
        if (*c & 0x80) {
            sk_raise(sk_exc_UnicodeError, "server name is not ASCII");
            sk_error_unraisable(NULL, callback);
            return SK_EMPTY;
        }
    return sk_str_from(name);
}

static int ask(SkSslCore *core, SSL *ssl, int *alert) {
    SK_AUTO SkValue context = sk_weakref_get(core->context);
    if (sk_is_empty(context)) return SSL_TLSEXT_ERR_OK;
    SK_AUTO SkValue callback = sk_slot_get(sk_ptr(context), &sk_as_ssl_context(context)->sni_callback);
    if (sk_is_empty(callback)) return SSL_TLSEXT_ERR_OK;
    SK_AUTO SkValue face = sk_ssl_socket_face(SSL_get_app_data(ssl)), name = asked_name(ssl, callback);
    *alert = SSL_AD_INTERNAL_ERROR;
    if (sk_is_empty(name)) {
        sk_error_clear();
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    SK_AUTO SkValue answer = sk_call3(callback, face, name, context);
    if (sk_is_none(answer)) return SSL_TLSEXT_ERR_OK;
    int64_t code;
    if (sk_is_empty(answer)) {
        sk_error_unraisable(NULL, callback);
        *alert = SSL_AD_HANDSHAKE_FAILURE;
    } else if (!sk_as_int64(answer, &code)) {
        sk_error_unraisable(NULL, answer);
    } else {
        *alert = (int)code;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

static int on_server_name(SSL *ssl, int *alert, void *arg) {
    bool attached = sk_ssl_callback_begin();
    int answer = ask(arg, ssl, alert);
    sk_ssl_callback_end(attached);
    return answer;
}

SkValue sk_ssl_get_sni(SkValue self, void *closure SK_UNUSED) { return get_slot(self, &sk_as_ssl_context(self)->sni_callback); }
bool sk_ssl_set_sni(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    if (c->protocol == SK_SSL_PROTOCOL_TLS_CLIENT) return sk_raise_false(sk_exc_ValueError, "sni_callback cannot be set on TLS_CLIENT context");
    bool on = !sk_is_empty(v) && !sk_is_none(v);
    if (on && !sk_is_callable(v)) {
        SSL_CTX_set_tlsext_servername_callback(c->ctx, NULL);
        return sk_raise_false(sk_exc_TypeError, "not a callable object");
    }
    SK_SSL_LOCKED(c);
    sk_slot_set(&c->header, &c->sni_callback, on ? sk_retain(v) : SK_EMPTY);
    // Connections may be made while it changes: the slot decides.
    if (on) {
        SSL_CTX_set_tlsext_servername_arg(c->ctx, c->core);
        SSL_CTX_set_tlsext_servername_callback(c->ctx, on_server_name);
    }
    return true;
}

// ---- every message ---------------------------------------------------------------------------------------------------------------

static void tell(SkSslSocket *s, bool writes, int version, int type, const unsigned char *data, size_t n) {
    SK_AUTO SkValue context = sk_slot_get(&s->header, &s->context);
    SkSslContext *c = sk_as_ssl_context(context);
    SK_AUTO SkValue callback = sk_slot_get(&c->header, &c->msg_callback);
    if (sk_is_empty(callback)) return;
    int message = n ? data[0] : -1;
    switch (type) {
    case SSL3_RT_CHANGE_CIPHER_SPEC: message = SSL3_MT_CHANGE_CIPHER_SPEC; break;
    case SSL3_RT_ALERT: message = n > 1 ? data[1] : -1; break;
    case SSL3_RT_HEADER:
        if (n > 2) version = data[1] << 8 | data[2];
        break;
    }
    SK_AUTO SkValue face = sk_ssl_socket_face(s), direction = sk_str_from(writes ? "write" : "read"), bytes = sk_bytes_from(data, n);
    SK_AUTO SkValue answer = SK_EMPTY;
    if (!sk_is_empty(direction) && !sk_is_empty(bytes)) {
        SkValue args[] = {face, direction, sk_from_small_int(version), sk_from_small_int(type), sk_from_small_int(message), bytes};
        answer = sk_call(callback, args, 6, SK_EMPTY);
    }
    // The call that the library is in raises it; the first stays.
    SkValue raised = sk_error_take();
    if (!sk_is_empty(raised) && sk_is_empty(sk_slot_peek(&s->raised))) sk_slot_set(&s->header, &s->raised, raised);
    else sk_release(raised);
}

static void on_message(int writes, int version, int type, const void *data, size_t n, SSL *ssl, void *arg SK_UNUSED) {
    SkSslSocket *s = SSL_get_app_data(ssl);
    if (!s) return;
    bool attached = sk_ssl_callback_begin();
    tell(s, writes, version, type, data, n);
    sk_ssl_callback_end(attached);
}

SkValue sk_ssl_get_msg(SkValue self, void *closure SK_UNUSED) { return get_slot(self, &sk_as_ssl_context(self)->msg_callback); }
bool sk_ssl_set_msg(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    bool on = !sk_is_empty(v) && !sk_is_none(v);
    if (on && !sk_is_callable(v)) return sk_raise_false(sk_exc_TypeError, "%S is not callable.", v);
    SK_SSL_LOCKED(c);
    sk_slot_set(&c->header, &c->msg_callback, on ? sk_retain(v) : SK_EMPTY);
    SSL_CTX_set_msg_callback(c->ctx, on ? on_message : NULL);
    return true;
}

// ---- protocols -------------------------------------------------------------------------------------------------------------------

static int choose(SSL *ssl SK_UNUSED, const unsigned char **out, unsigned char *outlen, const unsigned char *in, unsigned inlen, void *arg) {
    SkSslCore *core = arg;
    SkSslAlpn *mine = sk_load_acquire(&core->alpn);  // PAIR(ssl-alpn)
    if (!mine) return SSL_TLSEXT_ERR_NOACK;
    int r = SSL_select_next_proto((unsigned char **)out, outlen, mine->data, mine->length, in, inlen);
    return r == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

SkValue sk_ssl_set_alpn(SkValue self, SkValue protocols) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(protocols, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (view.length > UINT32_MAX / 2) return sk_raise(sk_exc_OverflowError, "protocols longer than %u bytes", UINT32_MAX / 2);
    SkSslAlpn *fresh = sk_malloc(sizeof *fresh + (size_t)view.length);
    if (!fresh) return sk_raise_memory();
    fresh->length = (unsigned)view.length;
    if (view.length) memcpy(fresh->data, view.data, (size_t)view.length);
    SK_SSL_LOCKED(c);
    fresh->older = sk_load_relaxed(&c->core->alpn);
    // PAIR(ssl-alpn): with choose, on the thread of any connection
    sk_store_release(&c->core->alpn, fresh);
    if (SSL_CTX_set_alpn_protos(c->ctx, fresh->data, fresh->length)) return sk_raise_memory();
    SSL_CTX_set_alpn_select_cb(c->ctx, choose, c->core);
    return SK_NONE;
}

// ---- the log of keys -------------------------------------------------------------------------------------------------------------

static void on_key(const SSL *ssl, const char *line) {
    SkSslCore *core = SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), core_index);
    pthread_mutex_lock(&core->mutex);
    if (core->keylog) {
        BIO_printf(core->keylog, "%s\n", line);
        (void)BIO_flush(core->keylog);
    }
    pthread_mutex_unlock(&core->mutex);
}

SkValue sk_ssl_get_keylog(SkValue self, void *closure SK_UNUSED) { return get_slot(self, &sk_as_ssl_context(self)->keylog_name); }
bool sk_ssl_set_keylog(SkValue self, SkValue v, void *closure SK_UNUSED) {
    SkSslContext *c = sk_as_ssl_context(self);
    SK_AUTO_IO_PATH SkIoPath path = {0};
    SK_SSL_LOCKED(c);
    SSL_CTX_set_keylog_callback(c->ctx, NULL);
    close_log(c->core);
    sk_slot_set(&c->header, &c->keylog_name, SK_EMPTY);
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    if (!sk_io_path(v, &path)) return false;
    FILE *f = fopen(path.text, "a");
    if (!f) return sk_raise_errno(v), false;
    BIO *log = BIO_new_fp(f, BIO_CLOSE | BIO_FP_TEXT);
    if (!log) {
        fclose(f);
        return sk_ssl_raise_message(0, "Can't malloc memory for keylog file"), false;
    }
    fseek(f, 0, SEEK_END);
    if (ftell(f) == 0) BIO_puts(log, "# TLS secrets log file, generated by OpenSSL / Python\n");
    (void)BIO_flush(log);
    pthread_mutex_lock(&c->core->mutex);
    c->core->keylog = log;
    pthread_mutex_unlock(&c->core->mutex);
    sk_slot_set(&c->header, &c->keylog_name, sk_retain(v));
    SSL_CTX_set_keylog_callback(c->ctx, on_key);
    return true;
}
