// Hash objects on OpenSSL's libcrypto: what _hash.c, _hashlib.c and _hashlib_hmac.c share. Include before other headers of
// the project: OpenSSL's old names for its stacks are macros that would hide functions of ours.
//
// An object's context is used under its mutex. Who holds the mutex runs no Python code; a thread that waits for it, or
// hashes much data, is detached meanwhile.
#ifndef SKEIN_MODULES__HASH_H
#define SKEIN_MODULES__HASH_H

#include <openssl/err.h>
#include <openssl/evp.h>
#undef sk_dup
#undef sk_free

#include <pthread.h>

#include "objects/buffer.h"
#include "objects/type.h"

// An algorithm by its Python name. NULL without an exception: not known. The name lives for ever.
typedef struct {
    const char *name, *openssl;
    bool extensible;            // the length of the digest is the caller's choice
    _Atomic(EVP_MD *) md;       // fetched at first use. PAIR(hash-md)
} SkHashAlgorithm;
extern SkHashAlgorithm sk_hash_algorithms[];   // ends with a NULL name
EVP_MD *sk_hash_md(SkHashAlgorithm *a);        // NULL: the library does not have it
// The Python name of a digest of the library; interned.
const char *sk_hash_name(const EVP_MD *md);

// A new object of a type whose instances are SkHash, with `data` hashed (SK_EMPTY: nothing).
SkValue sk_hash_new(SkType *type, const char *name, const EVP_MD *md, SkValue data) SK_MUST_USE;
extern SkType sk_hash_type, sk_hash_xof_type;  // _hashlib.HASH and HASHXOF

// The argument of the constructors (data=b'', *, usedforsecurity=True, string=None): false + TypeError if both are given.
bool sk_hash_data_arg(const SkValue *a, SkValue *data) SK_MUST_USE;
#define SK_HASH_SIG "(data=b'', *, usedforsecurity=True, string=None)"
// A buffer to be hashed, with the messages of hashlib.
bool sk_hash_buffer(SkValue v, SkBuffer *view) SK_MUST_USE;
SkValue sk_hash_hex(SkValue digest) SK_MUST_USE;   // of a bytes object, which is released; SK_EMPTY passes
// The library's last error, as ValueError or another; unsupported: for what the library does not offer.
SkValue sk_hash_failed(SkType *otherwise, SkType *unsupported) SK_COLD;
void sk_hash_mutex_lock(pthread_mutex_t *m);       // may detach
// The mutex for hashing `length` bytes: much data is hashed detached. The second takes what the first returned.
bool sk_hash_mutex_lock_for(pthread_mutex_t *m, int64_t length) SK_MUST_USE;
void sk_hash_mutex_unlock_for(pthread_mutex_t *m, bool detached);

// ---- HMAC (_hashlib_hmac.c)
extern SkType sk_hmac_type;
SkValue sk_hmac_new(SkValue m, const SkValue *a);
SkValue sk_hmac_digest(SkValue m, const SkValue *a);
// The digest that digestmod names: a str, or one of _hashlib's constructors. NULL with an exception. Free with EVP_MD_free.
EVP_MD *sk_hashlib_digest(SkValue digestmod) SK_MUST_USE;
extern _Atomic(SkType *) sk_hashlib_unsupported;   // UnsupportedDigestmodError

#endif
