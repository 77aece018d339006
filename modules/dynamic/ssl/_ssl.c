// _ssl: TLS on OpenSSL: the module's functions.
#include "modules/dynamic/ssl/_ssl.h"

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <string.h>

#include "modules/_io_path.h"
#include "modules/arguments.h"
#include "objects/module.h"

// ---- random numbers --------------------------------------------------------------------------------------------------------------

static SkValue rand_add(SkValue m SK_UNUSED, const SkValue *a) {
    double entropy;
    SK_AUTO_BUFFER SkBuffer view = {0};
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    if (!sk_as_double(a[1], &entropy)) return SK_EMPTY;
    if (sk_is_str(a[0])) {
        utf8 = sk_str_utf8(a[0]);
        if (!utf8.text) return SK_EMPTY;
        RAND_add(utf8.text, (int)utf8.len, entropy);
    } else {
        if (!sk_buffer_get(a[0], &view, SK_BUF_SIMPLE)) return SK_EMPTY;
        RAND_add(view.data, (int)(view.length > INT32_MAX ? INT32_MAX : view.length), entropy);
    }
    return SK_NONE;
}

static SkBytes *random_bytes(SkValue count) {
    int n;
    if (!sk_as_int(count, &n)) return NULL;
    if (n < 0) return sk_raise(sk_exc_ValueError, "num must be positive"), NULL;
    SkBytes *b = sk_bytes_new((size_t)n);
    if (!b || RAND_bytes((unsigned char *)b->data, n) == 1) return b;
    sk_release(sk_counted(b));
    sk_ssl_raise();
    return NULL;
}
static SkValue rand_bytes(SkValue m SK_UNUSED, SkValue n) {
    SkBytes *b = random_bytes(n);
    return b ? sk_counted(b) : SK_EMPTY;
}
static SkValue rand_pseudo_bytes(SkValue m SK_UNUSED, SkValue n) {
    if (!sk_warn(sk_exc_DeprecationWarning, 1, "ssl.RAND_pseudo_bytes() is deprecated")) return SK_EMPTY;
    SkBytes *b = random_bytes(n);
    if (!b) return SK_EMPTY;
    SkValue items[] = {sk_counted(b), SK_TRUE};
    return sk_tuple_steal(items, 2);
}
static SkValue rand_status(SkValue m SK_UNUSED) { return sk_bool(RAND_status() == 1); }

// ---- names of objects ------------------------------------------------------------------------------------------------------------

// (number, short name, long name, oid)
static SkValue object_tuple(const ASN1_OBJECT *o) {
    int nid = OBJ_obj2nid(o);
    if (nid == NID_undef) return sk_raise(sk_exc_ValueError, "Unknown object");
    SK_AUTO SkValue small = sk_str_from(OBJ_nid2sn(nid)), large = sk_str_from(OBJ_nid2ln(nid)), number = sk_ssl_object_name(o, true);
    if (sk_is_empty(small) || sk_is_empty(large) || sk_is_empty(number)) return SK_EMPTY;
    return sk_tuple_pack(4, sk_from_small_int(nid), small, large, number);
}

static SkValue txt2obj(SkValue m SK_UNUSED, const SkValue *a) {
    bool by_name;
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "txt2obj() argument 'txt' must be str, not %O", a[0]);
    if (!sk_truth_argument(a[1], false, &by_name)) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(a[0]);
    if (!text.text) return SK_EMPTY;
    if (strlen(text.text) != text.len) return sk_raise(sk_exc_ValueError, "embedded null character");
    ASN1_OBJECT *o = OBJ_txt2obj(text.text, !by_name);
    if (!o) {
        ERR_clear_error();
        return sk_raise(sk_exc_ValueError, "unknown object '%.100s'", text.text);
    }
    SkValue v = object_tuple(o);
    ASN1_OBJECT_free(o);
    return v;
}

static SkValue nid2obj(SkValue m SK_UNUSED, SkValue number) {
    int nid;
    if (!sk_as_int(number, &nid)) return SK_EMPTY;
    if (nid < NID_undef) return sk_raise(sk_exc_ValueError, "NID must be positive.");
    ASN1_OBJECT *o = OBJ_nid2obj(nid);
    if (!o || nid == NID_undef) {
        ERR_clear_error();
        return sk_raise(sk_exc_ValueError, "unknown NID %i", nid);
    }
    SkValue v = object_tuple(o);
    ASN1_OBJECT_free(o);
    return v;
}

// ---- the rest --------------------------------------------------------------------------------------------------------------------

static SkValue default_paths(SkValue m SK_UNUSED) {
    const char *const all[] = {X509_get_default_cert_file_env(), X509_get_default_cert_file(), X509_get_default_cert_dir_env(), X509_get_default_cert_dir()};
    SkTuple *t = sk_tuple_alloc(4);
    SK_AUTO SkValue v = sk_counted(t);
    for (size_t i = 0; t && i < 4; i++) {
        SkValue path = sk_str_from_fs(all[i], strlen(all[i]));
        if (sk_is_empty(path)) return SK_EMPTY;
        sk_tuple_init(t, i, path);
    }
    return sk_move(&v);
}

static SkValue decode_certificate(SkValue m SK_UNUSED, SkValue file) {
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!sk_io_path(file, &path)) return SK_EMPTY;
    BIO *in = BIO_new_file(path.text, "r");
    if (!in) return sk_ssl_raise_message(0, "Can't open file");
    X509 *cert = PEM_read_bio_X509(in, NULL, NULL, NULL);
    BIO_free(in);
    if (!cert) return sk_ssl_raise_message(0, "Error decoding PEM-encoded file");
    SkValue v = sk_ssl_certificate_dict(cert);
    X509_free(cert);
    return v;
}

static const SkMethodDef functions[] = {
    {"RAND_add", SK_SIG, .sig_fn = rand_add, .sig = "(string, entropy, /)", .doc = "Mix string into the OpenSSL PRNG state.\n\nentropy (a float) is a lower bound on the entropy contained in\nstring.  See RFC 4086."},
    {"RAND_bytes", SK_ONEARG, .onearg = rand_bytes, .sig = "(n, /)", .doc = "Generate n cryptographically strong pseudo-random bytes."},
    {"RAND_pseudo_bytes", SK_ONEARG, .onearg = rand_pseudo_bytes, .sig = "(n, /)", .doc = "Generate n pseudo-random bytes.\n\nReturn a pair (bytes, is_cryptographic).  is_cryptographic is True\nif the bytes generated are cryptographically strong."},
    {"RAND_status", SK_NOARGS, .noargs = rand_status, .sig = "()", .doc = "Returns True if the OpenSSL PRNG has been seeded with enough data and False if not.\n\nIt is necessary to seed the PRNG with RAND_add() on some platforms before\nusing the ssl() function."},
    {"txt2obj", SK_SIG, .sig_fn = txt2obj, .sig = "(txt, name=False)", .doc = "Lookup NID, short name, long name and OID of an ASN1_OBJECT.\n\nBy default objects are looked up by OID. With name=True short and\nlong name are also matched."},
    {"nid2obj", SK_ONEARG, .onearg = nid2obj, .sig = "(nid, /)", .doc = "Lookup NID, short name, long name and OID of an ASN1_OBJECT by NID."},
    {"get_default_verify_paths", SK_NOARGS, .noargs = default_paths, .sig = "()", .doc = "Return search paths and environment vars that are used by SSLContext's set_default_verify_paths() to load default CAs.\n\nThe values are 'cert_file_env', 'cert_file', 'cert_dir_env', 'cert_dir'."},
    {"_test_decode_cert", SK_ONEARG, .onearg = decode_certificate, .sig = "(path, /)", .doc = "The certificate in a file, as getpeercert() would give it."},
    {0},
};

static bool exec(SkValue m) {
    SkType *const types[] = {&sk_ssl_context_type, &sk_ssl_socket_type, &sk_ssl_memory_type, &sk_ssl_session_type, &sk_ssl_certificate_type};
    // A connection over a socket knows one by its type.
    SK_AUTO SkValue sockets = sk_import("_socket");
    if (sk_is_empty(sockets) || !sk_ssl_add_errors(m)) return false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!sk_module_add_type(m, types[i])) return false;
    return sk_ssl_add_constants(m);
}
SK_EXPORT const SkModuleDef sk_module__ssl = {"_ssl", "Implementation module for SSL socket operations.  See the socket module\nfor documentation.", functions, exec};
