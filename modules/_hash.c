// _md5, _sha1, _sha256, _sha512 and _sha3: hashes, computed by OpenSSL's libcrypto. hashlib is above these.
//
// A hash object's context is used under its mutex. Who holds the mutex runs no Python code; a thread that waits for it, or
// hashes much data, is detached meanwhile.
#include <openssl/evp.h>
#include <pthread.h>
#include <string.h>

// OpenSSL's old names for its stacks are macros.
#undef sk_dup
#undef sk_free

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    EVP_MD_CTX *ctx;          // under the mutex; made before anybody sees the object
    const char *name;         // immutable
    bool extensible;          // the length of the digest is the caller's choice
} Hash;

enum { LARGE = 2048 };

static SkType hash_type;
static Hash *as_hash(SkValue v) { return (Hash *)sk_ptr(v); }

static SkValue failed(void) { return sk_raise(sk_exc_RuntimeError, "the cryptographic library reports an error"); }

static void hash_destroy(SkObject *o) {
    Hash *h = (Hash *)o;
    EVP_MD_CTX_free(h->ctx);
    pthread_mutex_destroy(&h->mutex);
    sk_object_free(o, sizeof(Hash));
}

static Hash *hash_alloc(const char *name, bool extensible) {
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    Hash *h = ctx ? (Hash *)sk_object_new(&hash_type.head, sizeof(Hash)) : NULL;
    if (!h) {
        EVP_MD_CTX_free(ctx);
        sk_raise_memory();
        return NULL;
    }
    pthread_mutex_init(&h->mutex, NULL);
    h->ctx = ctx;
    h->name = name;
    h->extensible = extensible;
    return h;
}

// Never waits attached: a safepoint of the holder could be waiting for this thread.
static void mutex_lock(pthread_mutex_t *m) {
    while (pthread_mutex_trylock(m) != 0) {
        sk_thread_detach();
        pthread_mutex_lock(m);
        pthread_mutex_unlock(m);
        sk_thread_attach();
    }
}
static void hash_lock(Hash *h) { mutex_lock(&h->mutex); }

static bool feed(Hash *h, SkValue data) {
    if (sk_is_str(data)) return sk_raise_false(sk_exc_TypeError, "Strings must be encoded before hashing");
    if (!sk_has_buffer(data)) return sk_raise_false(sk_exc_TypeError, "object supporting the buffer API required");
    SkBuffer b;
    if (!sk_buffer_get(data, &b, SK_BUF_SIMPLE)) return false;
    bool ok;
    if (b.length < LARGE) {
        hash_lock(h);
        ok = EVP_DigestUpdate(h->ctx, b.data, (size_t)b.length) == 1;
        pthread_mutex_unlock(&h->mutex);
    } else {
        sk_thread_detach();
        pthread_mutex_lock(&h->mutex);
        ok = EVP_DigestUpdate(h->ctx, b.data, (size_t)b.length) == 1;
        pthread_mutex_unlock(&h->mutex);
        sk_thread_attach();
    }
    sk_buffer_release(&b);
    return ok || (failed(), false);
}

static SkValue make(const char *name, const EVP_MD *md, bool extensible, const SkValue *a) {
    Hash *h = hash_alloc(name, extensible);
    if (!h) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(h);
    if (!md || EVP_DigestInit_ex(h->ctx, md, NULL) != 1) return failed();
    if (!sk_is_empty(a[0]) && !feed(h, a[0])) return SK_EMPTY;
    return sk_move(&v);
}

static SkValue hash_copy(SkValue v) {
    Hash *h = as_hash(v), *copy = hash_alloc(h->name, h->extensible);
    if (!copy) return SK_EMPTY;
    hash_lock(h);
    bool ok = EVP_MD_CTX_copy_ex(copy->ctx, h->ctx) == 1;
    pthread_mutex_unlock(&h->mutex);
    if (ok) return sk_counted(copy);
    sk_release(sk_counted(copy));
    return failed();
}

static SkValue hash_update(SkValue v, SkValue data) { return feed(as_hash(v), data) ? SK_NONE : SK_EMPTY; }

static int digest_size(Hash *h) { return h->extensible ? 0 : EVP_MD_CTX_get_size(h->ctx); }

// The digest so far, as bytes.
static SkValue digest(Hash *h, size_t n) {
    SkBytes *out = sk_bytes_new(n);
    EVP_MD_CTX *ctx = out ? EVP_MD_CTX_new() : NULL;
    if (!ctx) return sk_raise_memory();
    hash_lock(h);
    bool ok = EVP_MD_CTX_copy_ex(ctx, h->ctx) == 1;
    pthread_mutex_unlock(&h->mutex);
    if (ok && n) ok = h->extensible ? EVP_DigestFinalXOF(ctx, (unsigned char *)out->data, n) == 1
                                    : EVP_DigestFinal_ex(ctx, (unsigned char *)out->data, NULL) == 1;
    EVP_MD_CTX_free(ctx);
    if (ok) return sk_counted(out);
    sk_release(sk_counted(out));
    return failed();
}

static bool digest_length(Hash *h, const char *function, const SkValue *a, size_t nargs, size_t *n) {
    *n = (size_t)digest_size(h);
    if (!h->extensible) return nargs == 0 || sk_raise_false(sk_exc_TypeError, "%s() takes no arguments (%zu given)", function, nargs);
    int64_t length;
    if (nargs != 1) return sk_raise_false(sk_exc_TypeError, "%s() takes exactly one argument (%zu given)", function, nargs);
    if (!sk_as_int64(a[0], &length)) return false;
    if (length < 0) return sk_raise_false(sk_exc_ValueError, "value must be positive");
    if (length >= (1 << 29)) return sk_raise_false(sk_exc_ValueError, "length is too large");
    *n = (size_t)length;
    return true;
}

static SkValue hash_digest(SkValue v, const SkValue *a, size_t nargs) {
    size_t n;
    return digest_length(as_hash(v), "digest", a, nargs, &n) ? digest(as_hash(v), n) : SK_EMPTY;
}

static SkValue hash_hexdigest(SkValue v, const SkValue *a, size_t nargs) {
    size_t n;
    if (!digest_length(as_hash(v), "hexdigest", a, nargs, &n)) return SK_EMPTY;
    SK_AUTO SkValue d = digest(as_hash(v), n);
    SkStr *s = sk_is_empty(d) ? NULL : sk_str_new(2 * n, 127);
    if (!s) return SK_EMPTY;
    for (size_t i = 0; i < 2 * n; i++) {
        unsigned byte = (uint8_t)sk_as_bytes(d)->data[i / 2];
        s->data[i] = "0123456789abcdef"[i % 2 ? byte & 15 : byte >> 4];
    }
    return sk_counted(s);
}

static SkValue get_name(SkValue v, void *closure) {
    (void)closure;
    return sk_str_from(as_hash(v)->name);
}
static SkValue get_digest_size(SkValue v, void *closure) {
    (void)closure;
    return sk_from_small_int(digest_size(as_hash(v)));
}
static SkValue get_block_size(SkValue v, void *closure) {
    (void)closure;
    return sk_from_small_int(EVP_MD_CTX_get_block_size(as_hash(v)->ctx));
}

static SkValue hash_repr(SkValue v) {
    return sk_str_format("<%s %T object @ %p>", as_hash(v)->name, v, (void *)sk_ptr(v));
}

static const SkMethodDef hash_methods[] = {
    {.name = "copy", .kind = SK_NOARGS, .noargs = hash_copy, .sig = "()", .doc = "Return a copy of the hash object."},
    {.name = "digest", .kind = SK_FAST, .fast = hash_digest, .doc = "Return the digest of what was hashed so far, as bytes."},
    {.name = "hexdigest", .kind = SK_FAST, .fast = hash_hexdigest, .doc = "Return the digest of what was hashed so far, in hexadecimal."},
    {.name = "update", .kind = SK_ONEARG, .onearg = hash_update, .sig = "(obj, /)", .doc = "Hash more data."},
    {0},
};
static const SkGetSetDef hash_getset[] = {
    {.name = "block_size", .get = get_block_size, .doc = "The block size of the algorithm, in bytes."},
    {.name = "digest_size", .get = get_digest_size, .doc = "The length of the digest, in bytes."},
    {.name = "name", .get = get_name, .doc = "The algorithm's name."},
    {0},
};

static SkType hash_type = {
    SK_TYPE_HEAD(0, sizeof(Hash), NULL, NULL, hash_destroy),
    .name = "_hashlib.HASH",
    .doc = "A hash of data that is given piece by piece.",
    .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE,
    .repr = hash_repr,
    .methods = hash_methods,
    .getset = hash_getset,
};

static bool exec(SkValue m) {
    (void)m;
    static pthread_mutex_t once = PTHREAD_MUTEX_INITIALIZER;   // several modules, imported at once, share the type
    mutex_lock(&once);
    bool ok = sk_type_ready(&hash_type);
    pthread_mutex_unlock(&once);
    return ok;
}

#define ALGORITHM(name, extensible)                                                    \
    static SkValue new_##name(SkValue m, const SkValue *a) {                           \
        (void)m;                                                                       \
        return make(#name, EVP_##name(), extensible, a);                               \
    }
#define FUNCTION(name_, text)                                                                                          \
    {.name = #name_, .kind = SK_SIG, .sig_fn = new_##name_, .sig = "(string=b'', *, usedforsecurity=True)", .doc = text}

ALGORITHM(md5, false)
ALGORITHM(sha1, false)
ALGORITHM(sha224, false)
ALGORITHM(sha256, false)
ALGORITHM(sha384, false)
ALGORITHM(sha512, false)
ALGORITHM(sha3_224, false)
ALGORITHM(sha3_256, false)
ALGORITHM(sha3_384, false)
ALGORITHM(sha3_512, false)
#define EVP_shake_128 EVP_shake128
#define EVP_shake_256 EVP_shake256
ALGORITHM(shake_128, true)
ALGORITHM(shake_256, true)

static const SkMethodDef md5_functions[] = {FUNCTION(md5, "Return a new MD5 hash object."), {0}};
static const SkMethodDef sha1_functions[] = {FUNCTION(sha1, "Return a new SHA1 hash object."), {0}};
static const SkMethodDef sha256_functions[] = {
    FUNCTION(sha224, "Return a new SHA-224 hash object."), FUNCTION(sha256, "Return a new SHA-256 hash object."), {0}};
static const SkMethodDef sha512_functions[] = {
    FUNCTION(sha384, "Return a new SHA-384 hash object."), FUNCTION(sha512, "Return a new SHA-512 hash object."), {0}};
static const SkMethodDef sha3_functions[] = {
    FUNCTION(sha3_224, "Return a new SHA3-224 hash object."),   FUNCTION(sha3_256, "Return a new SHA3-256 hash object."),
    FUNCTION(sha3_384, "Return a new SHA3-384 hash object."),   FUNCTION(sha3_512, "Return a new SHA3-512 hash object."),
    FUNCTION(shake_128, "Return a new SHAKE-128 hash object."), FUNCTION(shake_256, "Return a new SHAKE-256 hash object."), {0}};

const SkModuleDef sk_module__md5 = {"_md5", "MD5.", md5_functions, exec};
const SkModuleDef sk_module__sha1 = {"_sha1", "SHA-1.", sha1_functions, exec};
const SkModuleDef sk_module__sha256 = {"_sha256", "SHA-224 and SHA-256.", sha256_functions, exec};
const SkModuleDef sk_module__sha512 = {"_sha512", "SHA-384 and SHA-512.", sha512_functions, exec};
const SkModuleDef sk_module__sha3 = {"_sha3", "SHA-3 and SHAKE.", sha3_functions, exec};
