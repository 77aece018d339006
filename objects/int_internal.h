// What the files of int share: scratch memory for limbs, and the making of results.
#ifndef SKEIN_OBJECTS_INT_INTERNAL_H
#define SKEIN_OBJECTS_INT_INTERNAL_H

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/int.h"

enum {
    SK_LIMB_BITS = 64,
    SK_SCRATCH_LIMBS = 48,
};
// The most limbs of an int: GMP's own limit with room for carries.
#define SK_INT_MAX_LIMBS ((int64_t)1 << 30)

// Limbs for an intermediate result: on the C stack when few.
typedef struct {
    mp_limb_t *p;
    mp_limb_t few[SK_SCRATCH_LIMBS];
} SkLimbs;

// False with MemoryError (or OverflowError past the limit of all ints).
bool sk_limbs_get(SkLimbs *s, int64_t n) SK_MUST_USE;
static inline void sk_limbs_free(SkLimbs *s) {
    if (s->p && s->p != s->few) sk_free(s->p);
}
#define SK_AUTO_LIMBS SK_CLEANUP(sk_limbs_free)

SK_INLINE int64_t sk_view_len(const SkIntView *v) { return v->size < 0 ? -v->size : v->size; }
SK_INLINE bool sk_view_negative(const SkIntView *v) { return v->size < 0; }
SK_INLINE bool sk_view_is_one(const SkIntView *v) { return v->size == 1 && v->limbs[0] == 1; }

// A read-only mpz over a view's limbs; z lives as long as the view.
SK_INLINE mpz_srcptr sk_view_mpz(const SkIntView *v, mpz_ptr z) { return mpz_roinit_n(z, v->limbs, v->size); }
SkValue sk_int_from_mpz(mpz_srcptr z);
// Checks that about `bytes` of memory can be had, for GMP aborts when an allocation fails. False: MemoryError.
bool sk_int_can_allocate(uint64_t bytes) SK_MUST_USE;

// Around a computation of more than about a millisecond: other threads do not wait for this one meanwhile. The operands
// are retained, for a borrowed word of the caller's may lose its protection.
typedef struct {
    SkValue a, b;
    bool detached;
} SkLongWork;
void sk_long_work_begin(SkLongWork *w, SkValue a, SkValue b, uint64_t cost_in_limb_products);
void sk_long_work_end(SkLongWork *w);

// Frees an mpz at the end of the scope.
static inline void sk_mpz_cleanup(mpz_t *z) { mpz_clear(*z); }
#define SK_AUTO_MPZ SK_CLEANUP(sk_mpz_cleanup)

#endif
