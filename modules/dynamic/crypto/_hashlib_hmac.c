// _hashlib: HMAC (RFC 2104), computed by OpenSSL.
#include "modules/dynamic/crypto/_hash.h"

#include <limits.h>
#include <openssl/core_names.h>
#include <openssl/hmac.h>
#include <openssl/params.h>
#include <string.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    EVP_MAC_CTX *ctx;         // under the mutex; made before anybody sees the object
    const char *name;         // immutable, as are:
    int digest_size, block_size;
} Hmac;

static Hmac *as_hmac(SkValue v) { return (Hmac *)sk_ptr(v); }
static SkValue failed(void) { return sk_hash_failed(sk_exc_ValueError, sk_load_acquire(&sk_hashlib_unsupported)); }  // PAIR(hashlib-error)

static void hmac_destroy(SkObject *o) {
    Hmac *h = (Hmac *)o;
    EVP_MAC_CTX_free(h->ctx);
    pthread_mutex_destroy(&h->mutex);
    sk_object_free(o, sizeof(Hmac));
}

// Steals ctx, which may be NULL.
static Hmac *hmac_alloc(EVP_MAC_CTX *ctx) {
    Hmac *h = ctx ? (Hmac *)sk_object_new(&sk_hmac_type.head, sizeof(Hmac)) : NULL;
    if (!h) {
        EVP_MAC_CTX_free(ctx);
        sk_raise_memory();
        return NULL;
    }
    pthread_mutex_init(&h->mutex, NULL);
    h->ctx = ctx;
    return h;
}

static bool feed(Hmac *h, SkValue data) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_hash_buffer(data, &b)) return false;
    bool detached = sk_hash_mutex_lock_for(&h->mutex, b.length);
    bool ok = EVP_MAC_update(h->ctx, b.data, (size_t)b.length) == 1;
    sk_hash_mutex_unlock_for(&h->mutex, detached);
    return ok || (failed(), false);
}

SkValue sk_hmac_new(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_BUFFER SkBuffer key = {0};
    if (!sk_buffer_get(a[0], &key, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (key.length > INT_MAX) return sk_raise(sk_exc_OverflowError, "key is too long.");
    if (sk_is_empty(a[2])) return sk_raise(sk_exc_TypeError, "Missing required parameter 'digestmod'.");
    EVP_MD *md = sk_hashlib_digest(a[2]);
    if (!md) return SK_EMPTY;
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    Hmac *h = hmac_alloc(mac ? EVP_MAC_CTX_new(mac) : NULL);
    EVP_MAC_free(mac);
    SK_AUTO SkValue v = h ? sk_counted(h) : SK_EMPTY;
    if (h) {
        OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)EVP_MD_get0_name(md), 0), OSSL_PARAM_construct_end()};
        h->name = sk_hash_name(md);
        h->digest_size = EVP_MD_get_size(md);
        h->block_size = EVP_MD_get_block_size(md);
        // A key of length zero is a key, not "the key as before".
        const unsigned char *k = key.length ? key.data : (const unsigned char *)"";
        if (EVP_MAC_init(h->ctx, k, (size_t)key.length, params) != 1) {
            failed();
            sk_release(sk_move(&v));
        }
    }
    EVP_MD_free(md);
    if (sk_is_empty(v) || (!sk_is_empty(a[1]) && !sk_is_none(a[1]) && !feed(as_hmac(v), a[1]))) return SK_EMPTY;
    return sk_move(&v);
}

SkValue sk_hmac_digest(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_BUFFER SkBuffer key = {0}, text = {0};
    if (!sk_buffer_get(a[0], &key, SK_BUF_SIMPLE) || !sk_buffer_get(a[1], &text, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (key.length > INT_MAX) return sk_raise(sk_exc_OverflowError, "key is too long.");
    if (text.length > INT_MAX) return sk_raise(sk_exc_OverflowError, "msg is too long.");
    EVP_MD *md = sk_hashlib_digest(a[2]);
    if (!md) return SK_EMPTY;
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    sk_thread_detach();
    bool ok = HMAC(md, key.length ? key.data : (const void *)"", (int)key.length, text.data, (size_t)text.length, out, &n) != NULL;
    sk_thread_attach();
    EVP_MD_free(md);
    return ok ? sk_bytes_from(out, n) : failed();
}

static SkValue hmac_update(SkValue v, const SkValue *a) { return feed(as_hmac(v), a[0]) ? SK_NONE : SK_EMPTY; }

static EVP_MAC_CTX *snapshot(Hmac *h) {
    sk_hash_mutex_lock(&h->mutex);
    EVP_MAC_CTX *ctx = EVP_MAC_CTX_dup(h->ctx);
    pthread_mutex_unlock(&h->mutex);
    return ctx;
}
static SkValue hmac_copy(SkValue v) {
    Hmac *h = as_hmac(v), *copy = hmac_alloc(snapshot(h));
    if (!copy) return SK_EMPTY;
    copy->name = h->name;
    copy->digest_size = h->digest_size;
    copy->block_size = h->block_size;
    return sk_counted(copy);
}
static SkValue hmac_digest(SkValue v) {
    EVP_MAC_CTX *ctx = snapshot(as_hmac(v));
    if (!ctx) return sk_raise_memory();
    unsigned char out[EVP_MAX_MD_SIZE];
    size_t n = 0;
    bool ok = EVP_MAC_final(ctx, out, &n, sizeof out) == 1;
    EVP_MAC_CTX_free(ctx);
    return ok ? sk_bytes_from(out, n) : failed();
}
static SkValue hmac_hexdigest(SkValue v) { return sk_hash_hex(hmac_digest(v)); }
static SkValue hmac_repr(SkValue v) { return sk_str_format("<%s HMAC object @ %p>", as_hmac(v)->name, (void *)sk_ptr(v)); }
static SkValue get_name(SkValue v, void *closure SK_UNUSED) { return sk_str_format("hmac-%s", as_hmac(v)->name); }
static SkValue get_digest_size(SkValue v, void *closure SK_UNUSED) { return sk_from_small_int(as_hmac(v)->digest_size); }
static SkValue get_block_size(SkValue v, void *closure SK_UNUSED) { return sk_from_small_int(as_hmac(v)->block_size); }

static const SkMethodDef hmac_methods[] = {
    {"copy", SK_NOARGS, .noargs = hmac_copy, .sig = "()", .doc = "Return a copy of the HMAC object."},
    {"digest", SK_NOARGS, .noargs = hmac_digest, .sig = "()", .doc = "Return the digest of what was given so far, as bytes."},
    {"hexdigest", SK_NOARGS, .noargs = hmac_hexdigest, .sig = "()", .doc = "Return the digest of what was given so far, in hexadecimal."},
    {"update", SK_SIG, .sig_fn = hmac_update, .sig = "(msg)", .doc = "Add data."},
    {0},
};
static const SkGetSetDef hmac_getset[] = {
    {"block_size", get_block_size, NULL, "The block size of the algorithm, in bytes.", NULL},
    {"digest_size", get_digest_size, NULL, "The length of the digest, in bytes.", NULL},
    {"name", get_name, NULL, "\"hmac-\" and the algorithm's name.", NULL},
    {0},
};
SkType sk_hmac_type = {
    SK_TYPE_HEAD(0, sizeof(Hmac), NULL, NULL, hmac_destroy),
    .name = "_hashlib.HMAC",
    .doc = "A hash with a key, of data that is given piece by piece.",
    .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE,
    .repr = hmac_repr,
    .methods = hmac_methods,
    .getset = hmac_getset,
};
