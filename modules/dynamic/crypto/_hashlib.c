// _hashlib: OpenSSL's hashes by name, and what derives keys.
#include "modules/dynamic/crypto/_hash.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <string.h>

#include "modules/_operator.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/mappingproxy.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

_Atomic(SkType *) sk_hashlib_unsupported;

static SkValue failed(void) { return sk_hash_failed(sk_exc_ValueError, sk_load_acquire(&sk_hashlib_unsupported)); }  // PAIR(hashlib-error)

// ---- digests by name ----------------------------------------------------------------------------------------------------------------

// NULL with an exception; free with EVP_MD_free.
static EVP_MD *by_name(SkValue name) {
    SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(name);
    if (!text.text) return NULL;
    for (SkHashAlgorithm *a = sk_hash_algorithms; a->name; a++) {
        if (strcmp(a->name, text.text)) continue;
        EVP_MD *md = sk_hash_md(a);
        if (md && EVP_MD_up_ref(md)) return md;
        break;
    }
    EVP_MD *md = EVP_MD_fetch(NULL, text.text, NULL);
    if (!md) failed();
    return md;
}

static SkValue make(SkValue m SK_UNUSED, const char *name, const EVP_MD *md, const SkValue *a) {
    SkValue data;
    if (!sk_hash_data_arg(a, &data)) return SK_EMPTY;
    return sk_hash_new(EVP_MD_get_flags(md) & EVP_MD_FLAG_XOF ? &sk_hash_xof_type : &sk_hash_type, name, md, data);
}

static SkValue hashlib_new(SkValue m, const SkValue *a) {
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "name must be a string");
    EVP_MD *md = by_name(a[0]);
    if (!md) return SK_EMPTY;
    SkValue v = make(m, sk_hash_name(md), md, a + 1);
    EVP_MD_free(md);
    return v;
}

static SkValue make_known(SkValue m, const char *name, const SkValue *a) {
    SkHashAlgorithm *known = sk_hash_algorithms;
    while (strcmp(known->name, name)) known++;
    EVP_MD *md = sk_hash_md(known);
    return md ? make(m, known->name, md, a) : failed();
}

#define ALL(X) X(md5) X(sha1) X(sha224) X(sha256) X(sha384) X(sha512) X(sha3_224) X(sha3_256) X(sha3_384) X(sha3_512) X(shake_128) X(shake_256)
#define NEW(name) \
    static SkValue openssl_##name(SkValue m, const SkValue *a) { return make_known(m, #name, a); }
ALL(NEW)

static const SkMethodDef constructors[] = {
#define ENTRY(name) {"openssl_" #name, SK_SIG, .sig_fn = openssl_##name, .sig = SK_HASH_SIG, .doc = "Returns a " #name " hash object."},
    ALL(ENTRY) {0}};

EVP_MD *sk_hashlib_digest(SkValue v) {
    if (sk_is_str(v)) return by_name(v);
    if (sk_has_index(v, SK_T_NATIVE))
        for (const SkMethodDef *d = constructors; d->name; d++) {
            if (((SkNative *)sk_ptr(v))->def != d) continue;
            SK_AUTO SkValue name = sk_str_from(d->name + strlen("openssl_"));
            return sk_is_empty(name) ? NULL : by_name(name);
        }
    sk_raise(sk_load_acquire(&sk_hashlib_unsupported), "Unsupported digestmod %R", v);  // PAIR(hashlib-error)
    return NULL;
}

// ---- keys from passwords ------------------------------------------------------------------------------------------------------------

static SkValue hashlib_pbkdf2(SkValue m SK_UNUSED, const SkValue *a) {
    int64_t iterations, length;
    SK_AUTO_BUFFER SkBuffer password = {0}, salt = {0};
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %.50T", a[0]);
    if (!sk_buffer_get(a[1], &password, SK_BUF_SIMPLE) || !sk_buffer_get(a[2], &salt, SK_BUF_SIMPLE) || !sk_as_int64(a[3], &iterations)) return SK_EMPTY;
    EVP_MD *md = by_name(a[0]);
    if (!md) return SK_EMPTY;
    SkValue out = SK_EMPTY;
    length = EVP_MD_get_size(md);
    if (password.length > INT_MAX) sk_raise(sk_exc_OverflowError, "password is too long.");
    else if (salt.length > INT_MAX) sk_raise(sk_exc_OverflowError, "salt is too long.");
    else if (iterations < 1) sk_raise(sk_exc_ValueError, "iteration value must be greater than 0.");
    else if (iterations > INT_MAX) sk_raise(sk_exc_OverflowError, "iteration value is too great.");
    else if (!sk_is_empty(a[4]) && !sk_is_none(a[4]) && !sk_as_int64(a[4], &length)) out = SK_EMPTY;
    else if (length < 1) sk_raise(sk_exc_ValueError, "key length must be greater than 0.");
    else if (length > INT_MAX) sk_raise(sk_exc_OverflowError, "key length is too great.");
    else {
        SkBytes *key = sk_bytes_new((size_t)length);
        if (key) {
            out = sk_counted(key);
            sk_thread_detach();
            int ok = PKCS5_PBKDF2_HMAC(password.data, (int)password.length, salt.data, (int)salt.length, (int)iterations, md, (int)length,
                                       (unsigned char *)key->data);
            sk_thread_attach();
            if (!ok) {
                sk_release(out);
                out = failed();
            }
        }
    }
    EVP_MD_free(md);
    return out;
}

// Required: an int that is not negative and fits.
static bool cost(SkValue v, const char *name, uint64_t *out) {
    if (!sk_is_empty(v) && !sk_is_none(v) && !sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "scrypt() argument '%s' must be int, not %.50T", name, v);
    if (!sk_is_empty(v) && !sk_is_none(v) && sk_int_fits_uint64(v, out) && *out > 0) return true;
    return sk_raise_false(sk_exc_TypeError, "%s is required and must be an unsigned int", name);
}

static SkValue hashlib_scrypt(SkValue mod SK_UNUSED, const SkValue *a) {
    uint64_t n, r, p;
    int64_t memory = 0, length = 64;
    SK_AUTO_BUFFER SkBuffer password = {0}, salt = {0};
    if (!sk_buffer_get(a[0], &password, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (sk_is_empty(a[1]) || sk_is_none(a[1])) return sk_raise(sk_exc_TypeError, "salt is required");
    if (!sk_buffer_get(a[1], &salt, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (password.length > INT_MAX) return sk_raise(sk_exc_OverflowError, "password is too long.");
    if (salt.length > INT_MAX) return sk_raise(sk_exc_OverflowError, "salt is too long.");
    if (!cost(a[2], "n", &n)) return SK_EMPTY;
    if (n < 2 || n & (n - 1)) return sk_raise(sk_exc_ValueError, "n must be a power of 2.");
    if (!cost(a[3], "r", &r) || !cost(a[4], "p", &p)) return SK_EMPTY;
    if ((!sk_is_empty(a[5]) && !sk_as_int64(a[5], &memory)) || (!sk_is_empty(a[6]) && !sk_as_int64(a[6], &length))) return SK_EMPTY;
    if (memory < 0 || memory > INT_MAX) return sk_raise(sk_exc_ValueError, "maxmem must be positive and smaller than %d", INT_MAX);
    if (length < 1 || length > INT_MAX) return sk_raise(sk_exc_ValueError, "dklen must be greater than 0 and smaller than %d", INT_MAX);
    // Without output it only checks the costs.
    if (!EVP_PBE_scrypt(NULL, 0, NULL, 0, n, r, p, (uint64_t)memory, NULL, 0)) return failed();
    SkBytes *key = sk_bytes_new((size_t)length);
    if (!key) return SK_EMPTY;
    sk_thread_detach();
    int ok = EVP_PBE_scrypt(password.data, (size_t)password.length, salt.data, (size_t)salt.length, n, r, p, (uint64_t)memory, (unsigned char *)key->data,
                            (size_t)length);
    sk_thread_attach();
    if (ok) return sk_counted(key);
    sk_release(sk_counted(key));
    return failed();
}

static SkValue hashlib_get_fips_mode(SkValue m SK_UNUSED) { return sk_from_small_int(EVP_default_properties_is_fips_enabled(NULL)); }

// ---- the module ---------------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"new", SK_SIG, .sig_fn = hashlib_new, .sig = "(name, data=b'', *, usedforsecurity=True, string=None)", .doc = "Return a new hash object of a named algorithm."},
    {"pbkdf2_hmac", SK_SIG, .sig_fn = hashlib_pbkdf2, .sig = "(hash_name, password, salt, iterations, dklen=None)",
     .doc = "Derive a key from a password by PBKDF2 with HMAC."},
    {"scrypt", SK_SIG, .sig_fn = hashlib_scrypt, .sig = "(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)",
     .doc = "Derive a key from a password by scrypt."},
    {"get_fips_mode", SK_NOARGS, .noargs = hashlib_get_fips_mode, .sig = "()", .doc = "Whether OpenSSL works in FIPS mode."},
    {"compare_digest", SK_FAST, .fast = sk_compare_digest, .sig = "(a, b, /)", .doc = "a == b, in a time that tells nothing about where they differ."},
    {"hmac_new", SK_SIG, .sig_fn = sk_hmac_new, .sig = "(key, msg=b'', digestmod=None)", .doc = "Return a new HMAC object."},
    {"hmac_digest", SK_SIG, .sig_fn = sk_hmac_digest, .sig = "(key, msg, digest)", .doc = "The HMAC of a message, at once."},
    {0},
};

static bool add_constructors(SkValue m) {
    SK_AUTO SkValue name = sk_intern_s("_hashlib"), dict = sk_dict_new();
    if (sk_is_empty(dict)) return false;
    for (const SkMethodDef *d = constructors; d->name; d++) {
        SK_AUTO SkValue f = sk_native_new(d, m, name), text = sk_str_from(d->name + strlen("openssl_"));
        if (sk_is_empty(f) || sk_is_empty(text) || !sk_module_add(m, d->name, f) || !sk_dict_set(dict, f, text)) return false;
    }
    return sk_module_add_steal(m, "_constructors", sk_mappingproxy_new(dict));
}

static bool add_names(SkValue m) {
    SK_AUTO SkValue set = sk_frozenset_new(SK_EMPTY);
    if (sk_is_empty(set)) return false;
    for (SkHashAlgorithm *a = sk_hash_algorithms; a->name; a++) {
        if (!sk_hash_md(a)) continue;
        SK_AUTO SkValue text = sk_str_from(a->name);
        if (sk_is_empty(text) || !sk_set_add(set, text)) return false;
    }
    ERR_clear_error();
    return sk_module_add(m, "openssl_md_meth_names", set);
}

static bool add_error(SkValue m) {
    SkType *t = sk_load_acquire(&sk_hashlib_unsupported);  // PAIR(hashlib-error)
    if (!t) {
        SK_AUTO SkValue dict = sk_dict_new(), bases = sk_tuple_pack(1, sk_type_value(sk_exc_ValueError));
        if (sk_is_empty(dict) || sk_is_empty(bases) || !sk_dict_set_s(dict, "__module__", sk_intern_s("_hashlib"))) return false;
        SkValue made = sk_type_new_class(sk_intern_s("UnsupportedDigestmodError"), bases, dict);
        if (sk_is_empty(made)) return false;
        sk_make_immortal(sk_ptr(made));
        if (sk_cas_acq_rel(&sk_hashlib_unsupported, &t, sk_as_type(made))) t = sk_as_type(made);  // PAIR(hashlib-error)
    }
    return sk_module_add(m, "UnsupportedDigestmodError", sk_type_value(t));
}

static bool exec(SkValue m) {
    return add_error(m) && add_constructors(m) && add_names(m) && sk_module_add_type(m, &sk_hash_type) && sk_module_add_type(m, &sk_hash_xof_type) &&
           sk_module_add_type(m, &sk_hmac_type);
}

SK_EXPORT const SkModuleDef sk_module__hashlib = {"_hashlib", "OpenSSL's hash functions. Use the hashlib module.", functions, exec};
