// _ssl: certificates as Python sees them.
#include "modules/dynamic/ssl/_ssl.h"

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <string.h>

#include "modules/arguments.h"

SkValue sk_ssl_bio_text(BIO *bio) {
    char *data;
    long n = BIO_get_mem_data(bio, &data);
    return sk_str_from_utf8(data, n > 0 ? (size_t)n : 0);
}

SkValue sk_ssl_object_name(const ASN1_OBJECT *o, bool number) {
    char room[256];
    int n = OBJ_obj2txt(room, sizeof room, o, number);
    if (n < 0) return sk_ssl_raise();
    if (n == 0) return SK_NONE;
    if ((size_t)n < sizeof room) return sk_str_from_utf8(room, (size_t)n);
    char *more = sk_malloc((size_t)n + 1);
    if (!more) return sk_raise_memory();
    OBJ_obj2txt(more, n + 1, o, number);
    SkValue v = sk_str_from_utf8(more, (size_t)n);
    sk_free(more);
    return v;
}

// Takes both; SK_EMPTY if one is.
static SkValue pair(SkValue a, SkValue b) {
    SkValue p = sk_is_empty(a) || sk_is_empty(b) ? SK_EMPTY : sk_tuple_pack(2, a, b);
    sk_release(a);
    sk_release(b);
    return p;
}
static bool append(SkValue list, SkValue v) { return !sk_is_empty(v) && sk_list_append_steal(list, v); }
// Takes v.
static bool put(SkValue dict, const char *key, SkValue v) {
    bool ok = !sk_is_empty(v) && sk_dict_set_s(dict, key, v);
    sk_release(v);
    return ok;
}

// ---- names -----------------------------------------------------------------------------------------------------------------------

static SkValue attribute(const ASN1_OBJECT *name, const ASN1_STRING *value) {
    SkValue text;
    if (ASN1_STRING_type(value) == V_ASN1_BIT_STRING) {
        text = sk_bytes_from(ASN1_STRING_get0_data(value), (size_t)ASN1_STRING_length(value));
    } else {
        unsigned char *utf8;
        int n = ASN1_STRING_to_UTF8(&utf8, value);
        if (n < 0) return sk_ssl_raise();
        text = sk_str_from_utf8((char *)utf8, (size_t)n);
        OPENSSL_free(utf8);
    }
    return sk_is_empty(text) ? SK_EMPTY : pair(sk_ssl_object_name(name, false), text);
}

// A tuple of tuples: what stands in one set belongs together.
static SkValue name_tuple(const X509_NAME *name) {
    SK_AUTO SkValue sets = sk_list_new(8), set = sk_list_new(1);
    int level = -1;
    for (int i = 0, n = X509_NAME_entry_count(name); i < n && !sk_is_empty(sets) && !sk_is_empty(set); i++) {
        X509_NAME_ENTRY *e = X509_NAME_get_entry(name, i);
        if (level >= 0 && X509_NAME_ENTRY_set(e) != level) {
            if (!append(sets, sk_list_to_tuple(set))) return SK_EMPTY;
            sk_list_clear(set);
        }
        level = X509_NAME_ENTRY_set(e);
        if (!append(set, attribute(X509_NAME_ENTRY_get_object(e), X509_NAME_ENTRY_get_data(e)))) return SK_EMPTY;
    }
    if (sk_is_empty(sets) || sk_is_empty(set)) return SK_EMPTY;
    if (sk_list_len(set) && !append(sets, sk_list_to_tuple(set))) return SK_EMPTY;
    return sk_list_to_tuple(sets);
}

static SkValue address_text(const ASN1_OCTET_STRING *ip) {
    const unsigned char *p = ASN1_STRING_get0_data(ip);
    int n = ASN1_STRING_length(ip);
    if (n == 4) return sk_str_format("%d.%d.%d.%d", p[0], p[1], p[2], p[3]);
    if (n != 16) return sk_str_from("<invalid>");
    char text[48], *to = text;
    for (int i = 0; i < 16; i += 2) to += sprintf(to, i ? ":%X" : "%X", p[i] << 8 | p[i + 1]);
    return sk_str_from(text);
}

// As the library prints it: "kind:value".
static SkValue printed(const GENERAL_NAME *g) {
    BIO *out = BIO_new(BIO_s_mem());
    if (!out) return sk_raise_memory();
    GENERAL_NAME_print(out, (GENERAL_NAME *)g);
    char *data;
    long n = BIO_get_mem_data(out, &data);
    const char *colon = n > 0 ? memchr(data, ':', (size_t)n) : NULL;
    SkValue v;
    if (colon) v = pair(sk_str_from_utf8(data, (size_t)(colon - data)), sk_str_from_utf8(colon + 1, (size_t)(data + n - colon - 1)));
    else v = sk_raise(sk_exc_ValueError, "Invalid value %.200s", n > 0 ? "in a general name" : "");
    BIO_free(out);
    return v;
}

static SkValue general_name(const GENERAL_NAME *g) {
    const ASN1_STRING *s = g->d.ia5;
    switch (g->type) {
    case GEN_DIRNAME: return pair(sk_str_from("DirName"), name_tuple(g->d.dirn));
    case GEN_EMAIL:
    case GEN_DNS:
    case GEN_URI:
        return pair(sk_str_from(g->type == GEN_EMAIL ? "email" : g->type == GEN_DNS ? "DNS" : "URI"),
                    sk_str_from_utf8((const char *)ASN1_STRING_get0_data(s), (size_t)ASN1_STRING_length(s)));
    case GEN_RID: {
        SkValue name = sk_ssl_object_name(g->d.rid, true);
        return pair(sk_str_from("Registered ID"), sk_is_none(name) ? sk_str_from("<INVALID>") : name);
    }
    case GEN_IPADD: return pair(sk_str_from("IP Address"), address_text(g->d.ip));
    default: return printed(g);
    }
}

static SkValue alternative_names(X509 *cert) {
    GENERAL_NAMES *all = X509_get_ext_d2i(cert, NID_subject_alt_name, NULL, NULL);
    if (!all) return SK_NONE;
    SK_AUTO SkValue list = sk_list_new(4);
    bool ok = !sk_is_empty(list);
    for (int i = 0; ok && i < sk_GENERAL_NAME_num(all); i++) ok = append(list, general_name(sk_GENERAL_NAME_value(all, i)));
    sk_GENERAL_NAME_pop_free(all, GENERAL_NAME_free);
    return ok ? sk_list_to_tuple(list) : SK_EMPTY;
}

// ---- places ----------------------------------------------------------------------------------------------------------------------

static bool append_uri(SkValue list, const GENERAL_NAME *g) {
    if (g->type != GEN_URI) return true;
    const ASN1_IA5STRING *uri = g->d.uniformResourceIdentifier;
    return append(list, sk_str_from_utf8((const char *)ASN1_STRING_get0_data(uri), (size_t)ASN1_STRING_length(uri)));
}

static SkValue tuple_or_none(SkValue list) { return sk_list_len(list) ? sk_list_to_tuple(list) : SK_NONE; }

static SkValue access_uris(X509 *cert, int nid) {
    AUTHORITY_INFO_ACCESS *all = X509_get_ext_d2i(cert, NID_info_access, NULL, NULL);
    if (!all) return SK_NONE;
    SK_AUTO SkValue list = sk_list_new(1);
    bool ok = !sk_is_empty(list);
    for (int i = 0; ok && i < sk_ACCESS_DESCRIPTION_num(all); i++) {
        ACCESS_DESCRIPTION *d = sk_ACCESS_DESCRIPTION_value(all, i);
        if (OBJ_obj2nid(d->method) == nid) ok = append_uri(list, d->location);
    }
    AUTHORITY_INFO_ACCESS_free(all);
    return ok ? tuple_or_none(list) : SK_EMPTY;
}

static SkValue revocation_uris(X509 *cert) {
    STACK_OF(DIST_POINT) *all = X509_get_ext_d2i(cert, NID_crl_distribution_points, NULL, NULL);
    if (!all) return SK_NONE;
    SK_AUTO SkValue list = sk_list_new(1);
    bool ok = !sk_is_empty(list);
    for (int i = 0; ok && i < sk_DIST_POINT_num(all); i++) {
        DIST_POINT *p = sk_DIST_POINT_value(all, i);
        if (!p->distpoint || p->distpoint->type != 0) continue;
        STACK_OF(GENERAL_NAME) *names = p->distpoint->name.fullname;
        for (int j = 0; ok && j < sk_GENERAL_NAME_num(names); j++) ok = append_uri(list, sk_GENERAL_NAME_value(names, j));
    }
    CRL_DIST_POINTS_free(all);
    return ok ? tuple_or_none(list) : SK_EMPTY;
}

// ---- the whole -------------------------------------------------------------------------------------------------------------------

static SkValue time_text(const ASN1_TIME *t) {
    BIO *out = BIO_new(BIO_s_mem());
    if (!out) return sk_raise_memory();
    ASN1_TIME_print(out, t);
    SkValue v = sk_ssl_bio_text(out);
    BIO_free(out);
    return v;
}
static SkValue serial_text(X509 *cert) {
    BIO *out = BIO_new(BIO_s_mem());
    if (!out) return sk_raise_memory();
    i2a_ASN1_INTEGER(out, X509_get0_serialNumber(cert));
    SkValue v = sk_ssl_bio_text(out);
    BIO_free(out);
    return v;
}
// Puts what is there, takes v.
static bool put_if(SkValue dict, const char *key, SkValue v) { return sk_is_none(v) || put(dict, key, v); }

SkValue sk_ssl_certificate_dict(X509 *cert) {
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return SK_EMPTY;
    bool ok = put(d, "subject", name_tuple(X509_get_subject_name(cert))) && put(d, "issuer", name_tuple(X509_get_issuer_name(cert))) &&
              put(d, "version", sk_from_small_int(X509_get_version(cert) + 1)) && put(d, "serialNumber", serial_text(cert)) &&
              put(d, "notBefore", time_text(X509_get0_notBefore(cert))) && put(d, "notAfter", time_text(X509_get0_notAfter(cert))) &&
              put_if(d, "subjectAltName", alternative_names(cert)) && put_if(d, "OCSP", access_uris(cert, NID_ad_OCSP)) &&
              put_if(d, "caIssuers", access_uris(cert, NID_ad_ca_issuers)) && put_if(d, "crlDistributionPoints", revocation_uris(cert));
    ERR_clear_error();
    return ok ? sk_move(&d) : SK_EMPTY;
}

SkValue sk_ssl_certificate_der(X509 *cert) {
    unsigned char *data = NULL;
    int n = i2d_X509(cert, &data);
    if (n < 0) return sk_ssl_raise();
    SkValue v = sk_bytes_from(data, (size_t)n);
    OPENSSL_free(data);
    return v;
}

// ---- Certificate -----------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    X509 *cert;   // never changes
} Certificate;

static X509 *cert_of(SkValue v) { return ((Certificate *)sk_ptr(v))->cert; }
static void certificate_destroy(SkObject *o) {
    X509_free(((Certificate *)o)->cert);
    sk_object_free(o, sizeof(Certificate));
}

SkValue sk_ssl_certificate_new(X509 *cert) {
    Certificate *c = (Certificate *)sk_object_new(&sk_ssl_certificate_type.head, sizeof *c);
    if (!c) return sk_raise_memory();
    X509_up_ref(cert);
    c->cert = cert;
    return sk_counted(c);
}

static SkValue public_bytes(SkValue self, const SkValue *a) {
    int format;
    if (!sk_int_argument(a[0], SK_SSL_ENCODING_PEM, &format)) return SK_EMPTY;
    if (format == SK_SSL_ENCODING_DER) return sk_ssl_certificate_der(cert_of(self));
    if (format != SK_SSL_ENCODING_PEM) return sk_raise(sk_exc_ValueError, "Unsupported format");
    BIO *out = BIO_new(BIO_s_mem());
    if (!out) return sk_raise_memory();
    SkValue v = PEM_write_bio_X509(out, cert_of(self)) ? sk_ssl_bio_text(out) : sk_ssl_raise();
    BIO_free(out);
    return v;
}
static SkValue get_info(SkValue self) { return sk_ssl_certificate_dict(cert_of(self)); }

static SkValue certificate_repr(SkValue self) {
    BIO *out = BIO_new(BIO_s_mem());
    if (!out) return sk_raise_memory();
    X509_NAME_print_ex(out, X509_get_subject_name(cert_of(self)), 0, XN_FLAG_RFC2253);
    SK_AUTO SkValue subject = sk_ssl_bio_text(out);
    BIO_free(out);
    return sk_is_empty(subject) ? SK_EMPTY : sk_str_format("<_ssl.Certificate '%S'>", subject);
}
static SkValue certificate_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_instance_of(a, &sk_ssl_certificate_type) || !sk_is_instance_of(b, &sk_ssl_certificate_type)) return SK_NOT_IMPLEMENTED;
    if (op != SK_EQ && op != SK_NE) return SK_NOT_IMPLEMENTED;
    return sk_bool((X509_cmp(cert_of(a), cert_of(b)) == 0) == (op == SK_EQ));
}
static int64_t certificate_hash(SkValue v) {
    int64_t h = (int64_t)X509_subject_name_hash(cert_of(v));
    return h == -1 ? -2 : h;
}

static const SkMethodDef methods[] = {
    {"public_bytes", SK_SIG, .sig_fn = public_bytes, .sig = "(format=Encoding.PEM, /)", .doc = "The certificate as text (PEM) or bytes (DER)."},
    {"get_info", SK_NOARGS, .noargs = get_info, .sig = "()", .doc = "What the certificate says, as a dict."},
    {0},
};

SkType sk_ssl_certificate_type = {
    SK_TYPE_HEAD(0, sizeof(Certificate), NULL, NULL, certificate_destroy),
    .name = "_ssl.Certificate",
    .flags = SK_TF_NO_NEW,
    .repr = certificate_repr,
    .compare = certificate_compare,
    .hash = certificate_hash,
    .methods = methods,
};
