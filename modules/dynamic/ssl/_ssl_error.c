// _ssl: errors.
#include "modules/dynamic/ssl/_ssl.h"

#include <ctype.h>
#include <string.h>

#include "modules/error_class.h"
#include "objects/exception.h"
#include "objects/module.h"

// Its text alone where it has one: the number says little.
static SkValue error_str(SkValue self) {
    SkOSError *e = (SkOSError *)sk_ptr(self);
    SK_AUTO SkValue text = sk_slot_get(sk_ptr(self), &e->strerror);
    if (!sk_is_empty(text) && sk_is_str(text)) return sk_move(&text);
    SK_AUTO SkValue args = sk_exception_args(self);
    return sk_str(args);
}

#define ERROR_TYPE(variable, name_, doc_) \
    SkType variable = {SK_TYPE_HEAD(0, 0, NULL, NULL, NULL), .name = "ssl." name_, .doc = doc_, .flags = SK_TF_BASE | SK_TF_EXC_SUBCLASS | SK_TF_HAS_DICT}
ERROR_TYPE(sk_ssl_error_type, "SSLError", "An error occurred in the SSL implementation.");
static ERROR_TYPE(zero_return_type, "SSLZeroReturnError", "SSL/TLS session closed cleanly.");
static ERROR_TYPE(want_read_type, "SSLWantReadError", "Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed.");
static ERROR_TYPE(want_write_type, "SSLWantWriteError", "Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed.");
static ERROR_TYPE(syscall_type, "SSLSyscallError", "System error when attempting SSL operation.");
static ERROR_TYPE(eof_type, "SSLEOFError", "SSL/TLS connection terminated abruptly.");
static SkErrorClass verification_error;

static bool add_verification_error(SkValue m) {
    SkObject *there = sk_load_acquire(&verification_error.type);  // PAIR(error-class)
    if (!there) {
        SK_AUTO SkValue bases = sk_tuple_pack(2, sk_type_value(&sk_ssl_error_type), sk_type_value(sk_exc_ValueError));
        SK_AUTO SkValue dict = sk_dict_new(), module = sk_str_from("ssl"), doc = sk_str_from("A certificate could not be verified.");
        if (sk_is_empty(bases) || sk_is_empty(dict) || sk_is_empty(module) || sk_is_empty(doc)) return false;
        if (!sk_dict_set_s(dict, "__module__", module) || !sk_dict_set_s(dict, "__doc__", doc)) return false;
        SkValue made = sk_type_new_class(sk_intern_s("SSLCertVerificationError"), bases, dict);
        if (sk_is_empty(made)) return false;
        sk_make_immortal(sk_ptr(made));
        there = sk_ptr(made);
        sk_store_release(&verification_error.type, there);  // PAIR(error-class)
    }
    return sk_module_add(m, "SSLCertVerificationError", sk_counted(there));
}

bool sk_ssl_add_errors(SkValue m) {
    sk_ssl_error_type.str = error_str;
    sk_ssl_error_type.base = sk_exc_OSError;
    if (!sk_module_add_type(m, &sk_ssl_error_type)) return false;
    SkType *const others[] = {&zero_return_type, &want_read_type, &want_write_type, &syscall_type, &eof_type};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        others[i]->base = &sk_ssl_error_type;
        if (!sk_module_add_type(m, others[i])) return false;
    }
    return add_verification_error(m);
}

// ---- names -----------------------------------------------------------------------------------------------------------------------

static const struct {
    int code;
    const char *name;
} libraries[] = {
    {ERR_LIB_SSL, "SSL"}, {ERR_LIB_X509, "X509"}, {ERR_LIB_PEM, "PEM"}, {ERR_LIB_ASN1, "ASN1"}, {ERR_LIB_SYS, "SYS"},
    {ERR_LIB_RSA, "RSA"}, {ERR_LIB_EVP, "EVP"}, {ERR_LIB_BIO, "BIO"}, {ERR_LIB_DH, "DH"}, {ERR_LIB_DSA, "DSA"}, {ERR_LIB_EC, "EC"},
    {ERR_LIB_CRYPTO, "CRYPTO"}, {ERR_LIB_CONF, "CONF"}, {ERR_LIB_OBJ, "OBJ"}, {ERR_LIB_PKCS7, "PKCS7"}, {ERR_LIB_PKCS12, "PKCS12"},
    {ERR_LIB_X509V3, "X509V3"}, {ERR_LIB_BN, "BN"}, {ERR_LIB_BUF, "BUF"}, {ERR_LIB_RAND, "RAND"}, {ERR_LIB_ENGINE, "ENGINE"},
    {ERR_LIB_OCSP, "OCSP"}, {ERR_LIB_UI, "UI"}, {ERR_LIB_COMP, "COMP"}, {ERR_LIB_ECDSA, "ECDSA"}, {ERR_LIB_ECDH, "ECDH"},
    {ERR_LIB_DSO, "DSO"}, {ERR_LIB_TS, "TS"}, {ERR_LIB_HMAC, "HMAC"}, {ERR_LIB_CMS, "CMS"}, {ERR_LIB_CT, "CT"}, {ERR_LIB_ASYNC, "ASYNC"},
    {ERR_LIB_KDF, "KDF"}, {ERR_LIB_OSSL_STORE, "OSSL_STORE"}, {ERR_LIB_OSSL_ENCODER, "OSSL_ENCODER"},
    {ERR_LIB_OSSL_DECODER, "OSSL_DECODER"}, {ERR_LIB_PROV, "PROV"}, {ERR_LIB_HTTP, "HTTP"}, {ERR_LIB_PROP, "PROP"},
};

static SkValue library_name(unsigned long code) {
    for (size_t i = 0; code && i < sizeof libraries / sizeof *libraries; i++)
        if (libraries[i].code == ERR_GET_LIB(code)) return sk_str_from(libraries[i].name);
    return SK_NONE;
}

// The library's constant without its prefix: it is the words, but for case and spaces.
static SkValue reason_name(unsigned long code) {
    const char *words = code ? ERR_reason_error_string(code) : NULL;
    if (!words || ERR_SYSTEM_ERROR(code)) return SK_NONE;
    char name[128];
    size_t n = 0;
    for (; words[n] && n < sizeof name; n++) name[n] = isalnum((unsigned char)words[n]) ? (char)toupper((unsigned char)words[n]) : '_';
    return sk_str_from_utf8(name, n);
}

// ---- raising ---------------------------------------------------------------------------------------------------------------------

static SkValue verify_words(SkSslSocket *s, long code) {
    SK_AUTO SkValue host = sk_slot_get(&s->header, &s->server_hostname);
    SkValue name = sk_is_empty(host) ? SK_NONE : host;
    switch (code) {
    case X509_V_ERR_HOSTNAME_MISMATCH: return sk_str_format("Hostname mismatch, certificate is not valid for '%S'.", name);
    case X509_V_ERR_IP_ADDRESS_MISMATCH: return sk_str_format("IP address mismatch, certificate is not valid for '%S'.", name);
    default: return sk_str_from(X509_verify_cert_error_string(code));
    }
}

// s: NULL unless the connection's own error is meant.
static SkValue raise_full(SkSslSocket *s, SkType *type, int number, const char *words, unsigned long code) {
    SK_AUTO SkValue library = library_name(code), reason = reason_name(code), verify = SK_EMPTY;
    bool verification = s && type == sk_error_class(&verification_error);
    long verify_code = verification ? SSL_get_verify_result(s->ssl) : 0;
    ERR_clear_error();
    if (!words && code) words = ERR_reason_error_string(code);
    if (!words) words = "unknown error";
    if (verification) verify = verify_words(s, verify_code);
    if (sk_is_empty(library) || sk_is_empty(reason) || (verification && sk_is_empty(verify))) return SK_EMPTY;
    SK_AUTO SkValue message = verification && !sk_is_none(reason) && !sk_is_none(library)
                                  ? sk_str_format("[%S: %S] %s: %S (_ssl.c)", library, reason, words, verify)
                              : !sk_is_none(reason) && !sk_is_none(library) ? sk_str_format("[%S: %S] %s (_ssl.c)", library, reason, words)
                              : !sk_is_none(library)                        ? sk_str_format("[%S] %s (_ssl.c)", library, words)
                                                                            : sk_str_format("%s (_ssl.c)", words);
    SK_AUTO SkValue exc = sk_is_empty(message) ? SK_EMPTY : sk_call2(sk_type_value(type), sk_from_small_int(number), message);
    if (sk_is_empty(exc) || !sk_setattr_s(exc, "reason", reason) || !sk_setattr_s(exc, "library", library)) return SK_EMPTY;
    if (verification && (!sk_setattr_s(exc, "verify_code", sk_from_small_int(verify_code)) || !sk_setattr_s(exc, "verify_message", verify))) return SK_EMPTY;
    return sk_raise_object(exc);
}

static SkType *type_of_code(unsigned long code) {
    return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED ? sk_error_class(&verification_error)
                                                                                                       : &sk_ssl_error_type;
}

SkValue sk_ssl_raise(void) { return raise_full(NULL, &sk_ssl_error_type, 0, NULL, ERR_peek_last_error()); }
SkValue sk_ssl_raise_message(int number, const char *message) {
    return raise_full(NULL, &sk_ssl_error_type, number, message, message ? 0 : ERR_peek_last_error());
}

SkValue sk_ssl_raise_for(SkSslSocket *s, int result, int ssl_error, unsigned long code, int error) {
    const char *const eof = "EOF occurred in violation of protocol";
    switch (ssl_error) {
    case SSL_ERROR_ZERO_RETURN: return raise_full(s, &zero_return_type, ssl_error, "TLS/SSL connection has been closed (EOF)", code);
    case SSL_ERROR_WANT_READ: return raise_full(s, &want_read_type, ssl_error, "The operation did not complete (read)", code);
    case SSL_ERROR_WANT_WRITE: return raise_full(s, &want_write_type, ssl_error, "The operation did not complete (write)", code);
    case SSL_ERROR_WANT_X509_LOOKUP: return raise_full(s, &sk_ssl_error_type, ssl_error, "The operation did not complete (X509 lookup)", code);
    case SSL_ERROR_WANT_CONNECT: return raise_full(s, &sk_ssl_error_type, ssl_error, "The operation did not complete (connect)", code);
    case SSL_ERROR_SYSCALL:
        if (code) return raise_full(s, ERR_GET_LIB(code) == ERR_LIB_SYS ? &syscall_type : type_of_code(code), ssl_error, NULL, code);
        if (result == 0 || !s->has_socket || !error) return raise_full(s, &eof_type, SK_SSL_ERROR_EOF, eof, 0);
        ERR_clear_error();
        errno = error;
        return sk_raise_errno(SK_EMPTY);
    case SSL_ERROR_SSL:
        if (!code) return raise_full(s, &sk_ssl_error_type, ssl_error, "A failure in the SSL library occurred", 0);
        if (ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING)
            return raise_full(s, &eof_type, SK_SSL_ERROR_EOF, eof, code);
        return raise_full(s, type_of_code(code), ssl_error, NULL, code);
    default: return raise_full(s, &sk_ssl_error_type, SK_SSL_ERROR_INVALID_ERROR_CODE, "Invalid error code", code);
    }
}
