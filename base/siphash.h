// Hashes of byte strings (SipHash-1-3: Aumasson, Bernstein, "SipHash: a fast short-input PRF", 2012) and of doubles
// by Python's rule for numbers. Hash values are never -1, so that callers may use -1 for an error.
#ifndef SKEIN_BASE_SIPHASH_H
#define SKEIN_BASE_SIPHASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"

// Prime modulus of the hash of numbers: hash(p/q) = p * inverse(q) mod 2^61-1.
#define SK_HASH_BITS 61
#define SK_HASH_MODULUS ((UINT64_C(1) << SK_HASH_BITS) - 1)
#define SK_HASH_INF 314159

// The raw functions, keyed. sk_siphash13 reads words in little-endian order on any machine.
uint64_t sk_siphash13(uint64_t k0, uint64_t k1, const void *bytes, size_t n);

// Sets the process's key. Call once at start-up, before a second thread exists: afterwards the key is only read.
// sk_hash_init_seed(0) is the zero key; another seed is spread as PYTHONHASHSEED is, so that hashes of bytes agree with
// CPython's for the same seed. sk_hash_init_random returns false when the system gives no random bytes.
void sk_hash_init_seed(uint32_t seed);
bool sk_hash_init_random(void) SK_MUST_USE;

// Hash under the process's key; 0 for no bytes; never -1.
int64_t sk_hash_bytes(const void *bytes, size_t n);

// Python's hash of a float: equal to that of the equal int or fraction; ±314159 for the infinities. Never -1.
// 0 for a NaN: callers hash those by identity.
int64_t sk_hash_double(double d);

// Python's hash of an int in the range of int64_t. Never -1.
int64_t sk_hash_int64(int64_t v);

#endif
