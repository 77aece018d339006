// Hash objects, and the modules with one family of algorithms each: _md5, _sha1, _sha2, _sha256, _sha512, _sha3.
#include "modules/dynamic/crypto/_hash.h"

#include <ctype.h>
#include <string.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

enum { LARGE = 2048 };   // bytes: from here on hashing is done detached

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    EVP_MD_CTX *ctx;          // under the mutex; made before anybody sees the object
    const char *name;         // immutable, as are:
    bool extensible;
    int digest_size, block_size;
} Hash;

static Hash *as_hash(SkValue v) { return (Hash *)sk_ptr(v); }

// ---- algorithms ------------------------------------------------------------------------------------------------------------------

SkHashAlgorithm sk_hash_algorithms[] = {
    {"md5", "MD5", false, NULL}, {"sha1", "SHA1", false, NULL}, {"sha224", "SHA2-224", false, NULL}, {"sha256", "SHA2-256", false, NULL},
    {"sha384", "SHA2-384", false, NULL}, {"sha512", "SHA2-512", false, NULL}, {"sha3_224", "SHA3-224", false, NULL},
    {"sha3_256", "SHA3-256", false, NULL}, {"sha3_384", "SHA3-384", false, NULL}, {"sha3_512", "SHA3-512", false, NULL},
    {"shake_128", "SHAKE-128", true, NULL}, {"shake_256", "SHAKE-256", true, NULL}, {"blake2b", "BLAKE2B-512", false, NULL},
    {"blake2s", "BLAKE2S-256", false, NULL}, {"sha512_224", "SHA2-512/224", false, NULL}, {"sha512_256", "SHA2-512/256", false, NULL},
    {"md5-sha1", "MD5-SHA1", false, NULL}, {"ripemd160", "RIPEMD160", false, NULL}, {"sm3", "SM3", false, NULL}, {0}};

EVP_MD *sk_hash_md(SkHashAlgorithm *a) {
    EVP_MD *md = sk_load_acquire(&a->md);  // PAIR(hash-md)
    if (md) return md;
    EVP_MD *fetched = EVP_MD_fetch(NULL, a->openssl, NULL);
    if (!fetched || sk_cas_acq_rel(&a->md, &md, fetched)) return fetched;  // PAIR(hash-md)
    EVP_MD_free(fetched);
    return md;
}

const char *sk_hash_name(const EVP_MD *md) {
    for (SkHashAlgorithm *a = sk_hash_algorithms; a->name; a++)
        if (EVP_MD_is_a(md, a->openssl)) return a->name;
    char text[64] = "";
    const char *name = EVP_MD_get0_name(md);
    for (size_t i = 0; name && name[i] && i < sizeof text - 1; i++) text[i] = (char)tolower((unsigned char)name[i]);
    return sk_as_str(sk_intern_s(text))->data;
}

// ---- errors, arguments --------------------------------------------------------------------------------------------------------------

SkValue sk_hash_failed(SkType *otherwise, SkType *unsupported) {
    unsigned long code = ERR_peek_last_error();
    const char *library = code ? ERR_lib_error_string(code) : NULL, *reason = code ? ERR_reason_error_string(code) : NULL;
    bool lacks = unsupported && code && (ERR_GET_REASON(code) == ERR_R_UNSUPPORTED || ERR_GET_REASON(code) == EVP_R_UNSUPPORTED_ALGORITHM);
    ERR_clear_error();
    if (code && ERR_GET_REASON(code) == ERR_R_MALLOC_FAILURE) return sk_raise_memory();
    if (!reason) return sk_raise(otherwise, "no reason supplied");
    return library ? sk_raise(lacks ? unsupported : otherwise, "[%s] %s", library, reason) : sk_raise(lacks ? unsupported : otherwise, "%s", reason);
}

bool sk_hash_data_arg(const SkValue *a, SkValue *data) {
    bool old = !sk_is_empty(a[2]) && !sk_is_none(a[2]);
    *data = old ? a[2] : a[0];
    if (!old || sk_is_empty(a[0])) return true;
    return sk_raise_false(sk_exc_TypeError, "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for "
                                            "removal in a future version.");
}

bool sk_hash_buffer(SkValue v, SkBuffer *view) {
    if (sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "Strings must be encoded before hashing");
    if (!sk_has_buffer(v)) return sk_raise_false(sk_exc_TypeError, "object supporting the buffer API required");
    return sk_buffer_get(v, view, SK_BUF_LIBRARY);
}

// Never waits attached: a safepoint of the holder could be waiting for this thread.
void sk_hash_mutex_lock(pthread_mutex_t *m) {
    while (pthread_mutex_trylock(m) != 0) {
        sk_thread_detach();
        pthread_mutex_lock(m);
        pthread_mutex_unlock(m);
        sk_thread_attach();
    }
}

bool sk_hash_mutex_lock_for(pthread_mutex_t *m, int64_t length) {
    bool large = length >= LARGE;
    if (large) {
        sk_thread_detach();
        pthread_mutex_lock(m);
    } else {
        sk_hash_mutex_lock(m);
    }
    return large;
}
void sk_hash_mutex_unlock_for(pthread_mutex_t *m, bool detached) {
    pthread_mutex_unlock(m);
    if (detached) sk_thread_attach();
}

SkValue sk_hash_hex(SkValue digest) {
    if (sk_is_empty(digest)) return SK_EMPTY;
    SkBytes *d = sk_as_bytes(digest);
    SkStr *s = sk_str_new(2 * d->length, 127);
    for (size_t i = 0; s && i < d->length; i++) {
        s->data[2 * i] = "0123456789abcdef"[(uint8_t)d->data[i] >> 4];
        s->data[2 * i + 1] = "0123456789abcdef"[d->data[i] & 15];
    }
    sk_release(digest);
    return s ? sk_counted(s) : SK_EMPTY;
}

// ---- objects ------------------------------------------------------------------------------------------------------------------------

static void hash_destroy(SkObject *o) {
    Hash *h = (Hash *)o;
    EVP_MD_CTX_free(h->ctx);
    pthread_mutex_destroy(&h->mutex);
    sk_object_free(o, sizeof(Hash));
}

static Hash *hash_alloc(SkType *type, const char *name) {
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    Hash *h = ctx ? (Hash *)sk_object_new(&type->head, sizeof(Hash)) : NULL;
    if (!h) {
        EVP_MD_CTX_free(ctx);
        sk_raise_memory();
        return NULL;
    }
    pthread_mutex_init(&h->mutex, NULL);
    h->ctx = ctx;
    h->name = name;
    return h;
}

static bool feed(Hash *h, SkValue data) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_hash_buffer(data, &b)) return false;
    bool detached = sk_hash_mutex_lock_for(&h->mutex, b.length);
    bool ok = EVP_DigestUpdate(h->ctx, b.data, (size_t)b.length) == 1;
    sk_hash_mutex_unlock_for(&h->mutex, detached);
    return ok || (sk_hash_failed(sk_exc_ValueError, NULL), false);
}

SkValue sk_hash_new(SkType *type, const char *name, const EVP_MD *md, SkValue data) {
    Hash *h = hash_alloc(type, name);
    if (!h) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(h);
    if (EVP_DigestInit_ex2(h->ctx, md, NULL) != 1) return sk_hash_failed(sk_exc_ValueError, NULL);
    h->extensible = EVP_MD_get_flags(md) & EVP_MD_FLAG_XOF;
    h->digest_size = h->extensible ? 0 : EVP_MD_get_size(md);
    h->block_size = EVP_MD_get_block_size(md);
    if (!sk_is_empty(data) && !feed(h, data)) return SK_EMPTY;
    return sk_move(&v);
}

static SkValue hash_copy(SkValue v) {
    Hash *h = as_hash(v), *copy = hash_alloc(sk_type_of(v), h->name);
    if (!copy) return SK_EMPTY;
    copy->extensible = h->extensible;
    copy->digest_size = h->digest_size;
    copy->block_size = h->block_size;
    sk_hash_mutex_lock(&h->mutex);
    bool ok = EVP_MD_CTX_copy_ex(copy->ctx, h->ctx) == 1;
    pthread_mutex_unlock(&h->mutex);
    if (ok) return sk_counted(copy);
    sk_release(sk_counted(copy));
    return sk_hash_failed(sk_exc_ValueError, NULL);
}

static SkValue hash_update(SkValue v, SkValue data) { return feed(as_hash(v), data) ? SK_NONE : SK_EMPTY; }

// The digest so far, as bytes.
static SkValue digest(Hash *h, size_t n) {
    SkBytes *out = sk_bytes_new(n);
    if (!out) return SK_EMPTY;
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    bool ok = ctx;
    if (ok) {
        sk_hash_mutex_lock(&h->mutex);
        ok = EVP_MD_CTX_copy_ex(ctx, h->ctx) == 1;
        pthread_mutex_unlock(&h->mutex);
    }
    if (ok && n) ok = h->extensible ? EVP_DigestFinalXOF(ctx, (unsigned char *)out->data, n) == 1
                                    : EVP_DigestFinal_ex(ctx, (unsigned char *)out->data, NULL) == 1;
    EVP_MD_CTX_free(ctx);
    if (ok) return sk_counted(out);
    sk_release(sk_counted(out));
    return sk_hash_failed(sk_exc_ValueError, NULL);
}

static SkValue hash_digest(SkValue v) { return digest(as_hash(v), (size_t)as_hash(v)->digest_size); }
static SkValue hash_hexdigest(SkValue v) { return sk_hash_hex(hash_digest(v)); }
static SkValue xof_digest(SkValue v, const SkValue *a) {
    int64_t n;
    if (!sk_index_as_int64(a[0], &n, sk_exc_OverflowError)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "value must be positive");
    if (n >= (1 << 29)) return sk_raise(sk_exc_ValueError, "length is too large");
    return digest(as_hash(v), (size_t)n);
}
static SkValue xof_hexdigest(SkValue v, const SkValue *a) { return sk_hash_hex(xof_digest(v, a)); }

static SkValue get_name(SkValue v, void *closure SK_UNUSED) { return sk_str_from(as_hash(v)->name); }
static SkValue get_digest_size(SkValue v, void *closure SK_UNUSED) { return sk_from_small_int(as_hash(v)->digest_size); }
static SkValue get_block_size(SkValue v, void *closure SK_UNUSED) { return sk_from_small_int(as_hash(v)->block_size); }
static SkValue hash_repr(SkValue v) { return sk_str_format("<%s %T object @ %p>", as_hash(v)->name, v, (void *)sk_ptr(v)); }

#define COMMON                                                                                                             \
    {"copy", SK_NOARGS, .noargs = hash_copy, .sig = "()", .doc = "Return a copy of the hash object."},                     \
    {"update", SK_ONEARG, .onearg = hash_update, .sig = "(obj, /)", .doc = "Hash more data."}
static const SkMethodDef hash_methods[] = {
    COMMON,
    {"digest", SK_NOARGS, .noargs = hash_digest, .sig = "()", .doc = "Return the digest of what was hashed so far, as bytes."},
    {"hexdigest", SK_NOARGS, .noargs = hash_hexdigest, .sig = "()", .doc = "Return the digest of what was hashed so far, in hexadecimal."},
    {0},
};
static const SkMethodDef xof_methods[] = {
    COMMON,
    {"digest", SK_SIG, .sig_fn = xof_digest, .sig = "(length)", .doc = "Return `length` bytes of the digest of what was hashed so far."},
    {"hexdigest", SK_SIG, .sig_fn = xof_hexdigest, .sig = "(length)", .doc = "Return `length` bytes of the digest, in hexadecimal."},
    {0},
};
static const SkGetSetDef hash_getset[] = {
    {"block_size", get_block_size, NULL, "The block size of the algorithm, in bytes.", NULL},
    {"digest_size", get_digest_size, NULL, "The length of the digest, in bytes.", NULL},
    {"name", get_name, NULL, "The algorithm's name.", NULL},
    {0},
};

#define HASH_TYPE(name_, methods_, ...)                                                                                     \
    {                                                                                                                       \
        SK_TYPE_HEAD(0, sizeof(Hash), NULL, NULL, hash_destroy), .name = name_, .doc = "A hash of data that is given piece by piece.", \
        .methods = methods_, .getset = hash_getset, __VA_ARGS__                                                             \
    }
SkType sk_hash_type = HASH_TYPE("_hashlib.HASH", hash_methods, .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE, .repr = hash_repr);
SkType sk_hash_xof_type =
    HASH_TYPE("_hashlib.HASHXOF", xof_methods, .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE, .repr = hash_repr, .base = &sk_hash_type);

// ---- the modules of single families ------------------------------------------------------------------------------------------------

static SkHashAlgorithm *algorithm(const char *name) {
    SkHashAlgorithm *a = sk_hash_algorithms;
    while (a->name && strcmp(a->name, name)) a++;
    return a;
}

static SkValue make(SkType *type, const char *name, const SkValue *a) {
    SkValue data;
    EVP_MD *md = sk_hash_md(algorithm(name));
    if (!md) return sk_hash_failed(sk_exc_ValueError, NULL);
    return sk_hash_data_arg(a, &data) ? sk_hash_new(type, name, md, data) : SK_EMPTY;
}

#define FAMILY_TYPE(module, name_)                                                                                          \
    static SkType name_##_type = HASH_TYPE(module "." #name_, hash_methods, .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE);      \
    static SkValue new_##name_(SkValue m SK_UNUSED, const SkValue *a) { return make(&name_##_type, #name_, a); }
#define FUNCTION(name_, text) {#name_, SK_SIG, .sig_fn = new_##name_, .sig = SK_HASH_SIG, .doc = "Return a new " text " hash object."}

FAMILY_TYPE("_md5", md5)
FAMILY_TYPE("_sha1", sha1)
FAMILY_TYPE("_sha256", sha224)
FAMILY_TYPE("_sha256", sha256)
FAMILY_TYPE("_sha512", sha384)
FAMILY_TYPE("_sha512", sha512)

// Several modules, imported at once, share types.
static bool ready(SkType *t) {
    static pthread_mutex_t once = PTHREAD_MUTEX_INITIALIZER;
    sk_hash_mutex_lock(&once);
    bool ok = (t->flags & SK_TF_READY) || sk_type_ready(t);
    pthread_mutex_unlock(&once);
    return ok;
}
static bool add(SkValue m, const char *name, SkType *t) { return ready(t) && sk_module_add(m, name, sk_type_value(t)); }

static bool md5_exec(SkValue m) { return add(m, "MD5Type", &md5_type); }
static bool sha1_exec(SkValue m) { return add(m, "SHA1Type", &sha1_type); }
static bool sha256_exec(SkValue m) { return add(m, "SHA224Type", &sha224_type) && add(m, "SHA256Type", &sha256_type); }
static bool sha512_exec(SkValue m) { return add(m, "SHA384Type", &sha384_type) && add(m, "SHA512Type", &sha512_type); }
static bool sha2_exec(SkValue m) { return sha256_exec(m) && sha512_exec(m); }

static const SkMethodDef md5_functions[] = {FUNCTION(md5, "MD5"), {0}};
static const SkMethodDef sha1_functions[] = {FUNCTION(sha1, "SHA1"), {0}};
static const SkMethodDef sha256_functions[] = {FUNCTION(sha224, "SHA-224"), FUNCTION(sha256, "SHA-256"), {0}};
static const SkMethodDef sha512_functions[] = {FUNCTION(sha384, "SHA-384"), FUNCTION(sha512, "SHA-512"), {0}};
static const SkMethodDef sha2_functions[] = {FUNCTION(sha224, "SHA-224"), FUNCTION(sha256, "SHA-256"), FUNCTION(sha384, "SHA-384"),
                                             FUNCTION(sha512, "SHA-512"), {0}};

SK_EXPORT const SkModuleDef sk_module__md5 = {"_md5", "MD5.", md5_functions, md5_exec};
SK_EXPORT const SkModuleDef sk_module__sha1 = {"_sha1", "SHA-1.", sha1_functions, sha1_exec};
SK_EXPORT const SkModuleDef sk_module__sha2 = {"_sha2", "The SHA-2 family.", sha2_functions, sha2_exec};
SK_EXPORT const SkModuleDef sk_module__sha256 = {"_sha256", "SHA-224 and SHA-256.", sha256_functions, sha256_exec};
SK_EXPORT const SkModuleDef sk_module__sha512 = {"_sha512", "SHA-384 and SHA-512.", sha512_functions, sha512_exec};

// ---- _sha3: the names are types ---------------------------------------------------------------------------------------------------

#define SHA3_NEW(name)                                                                                                      \
    static SkValue sha3_##name(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {                          \
        static _Atomic(SkSig *) cache;                                                                                      \
        SkValue a[3];                                                                                                       \
        return sk_bind(#name, SK_HASH_SIG, &cache, args, nargs, kwnames, a) ? make(type, #name, a) : SK_EMPTY;              \
    }
SHA3_NEW(sha3_224) SHA3_NEW(sha3_256) SHA3_NEW(sha3_384) SHA3_NEW(sha3_512) SHA3_NEW(shake_128) SHA3_NEW(shake_256)

// The sponge's state is 1600 bits; a block is what of it takes input.
static SkValue get_rate(SkValue v, void *c SK_UNUSED) { return sk_from_small_int(8 * as_hash(v)->block_size); }
static SkValue get_capacity(SkValue v, void *c SK_UNUSED) { return sk_from_small_int(1600 - 8 * as_hash(v)->block_size); }
static SkValue get_suffix(SkValue v, void *c SK_UNUSED) { return sk_bytes_from(as_hash(v)->extensible ? "\x1f" : "\x06", 1); }
static const SkGetSetDef sha3_getset[] = {
    {"block_size", get_block_size, NULL, NULL, NULL}, {"digest_size", get_digest_size, NULL, NULL, NULL}, {"name", get_name, NULL, NULL, NULL},
    {"_rate_bits", get_rate, NULL, NULL, NULL}, {"_capacity_bits", get_capacity, NULL, NULL, NULL}, {"_suffix", get_suffix, NULL, NULL, NULL}, {0}};

#define SHA3_TYPE(name_, methods_)                                                                                          \
    {                                                                                                                       \
        SK_TYPE_HEAD(0, sizeof(Hash), NULL, NULL, hash_destroy), .name = "_sha3." #name_, .flags = SK_TF_IMMUTABLE,         \
        .doc = #name_ "(data=b'', *, usedforsecurity=True) -> hash object", .new_ = sha3_##name_, .methods = methods_, .getset = sha3_getset \
    }
static SkType sha3_types[] = {SHA3_TYPE(sha3_224, hash_methods), SHA3_TYPE(sha3_256, hash_methods), SHA3_TYPE(sha3_384, hash_methods),
                              SHA3_TYPE(sha3_512, hash_methods), SHA3_TYPE(shake_128, xof_methods), SHA3_TYPE(shake_256, xof_methods)};

static bool sha3_exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(sha3_types); i++)
        if (!sk_module_add_type(m, &sha3_types[i])) return false;
    return sk_module_add_str(m, "implementation", "OpenSSL");
}
SK_EXPORT const SkModuleDef sk_module__sha3 = {"_sha3", "SHA-3 and SHAKE.", NULL, sha3_exec};
