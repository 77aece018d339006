// A value: one 64-bit word, an immediate or a pointer to a heap object.
//
//   low three bits   meaning
//   000              heap object, a counted reference (the whole word zero: SK_EMPTY, no value)
//   001              heap object, a borrowed reference: only in registers, never in the heap
//   x10              integer, 62 bits, two's complement
//   011, 100         float with magnitude in [2^-255, 2^257): the double's bits rotated left by four, so that
//                    the sign and the top three exponent bits land in the low four bits
//                    (Melancon, Serrano, Feeley, "Float Self-Tagging", 2024)
//   111              float of magnitude 2^769 or more or infinity, in the same encoding
//   101              None, False, True, NotImplemented, Ellipsis, +0.0, -0.0, and markers of the interpreter
//
// All other floats are heap objects. SkValue is a struct so that two values cannot be compared with == by
// mistake: a borrowed and a counted word may name the same object. Use sk_is.
#ifndef SKEIN_GC_VALUE_H
#define SKEIN_GC_VALUE_H

#include <string.h>

#include "base/assert.h"
#include "base/compiler.h"

typedef struct SkObject SkObject;

typedef struct {
    uint64_t w;
} SkValue;

enum {
    SK_TAG_MASK = 7,
    SK_TAG_BORROWED = 1,
    SK_TAG_INT = 2,       // in the low two bits
    SK_TAG_SPECIAL = 5,
    SK_TAG_FLOAT_HUGE = 7,
};

#define SK_SPECIAL(n) ((SkValue){((uint64_t)(n) << 3) | SK_TAG_SPECIAL})

#define SK_EMPTY ((SkValue){0})  // no value: an unset slot, or "an exception is set" as a result
#define SK_FALSE SK_SPECIAL(0)
#define SK_TRUE SK_SPECIAL(1)
#define SK_NONE SK_SPECIAL(2)
#define SK_NOT_IMPLEMENTED SK_SPECIAL(3)
#define SK_ELLIPSIS SK_SPECIAL(4)
#define SK_FLOAT_ZERO SK_SPECIAL(5)
#define SK_FLOAT_NEG_ZERO SK_SPECIAL(6)
#define SK_MARK_RANGE SK_SPECIAL(7)  // in an iterator's register: a range walked in registers
#define SK_MARK_STOP SK_SPECIAL(8)   // an iterator's end, where no exception is raised for it

#define SK_INT_MIN (-(INT64_C(1) << 61))
#define SK_INT_MAX ((INT64_C(1) << 61) - 1)

SK_INLINE bool sk_is_empty(SkValue v) { return v.w == 0; }
SK_INLINE bool sk_is_none(SkValue v) { return v.w == SK_NONE.w; }
SK_INLINE bool sk_is_not_implemented(SkValue v) { return v.w == SK_NOT_IMPLEMENTED.w; }
SK_INLINE bool sk_is_true(SkValue v) { return v.w == SK_TRUE.w; }    // the object True, not truth
SK_INLINE bool sk_is_false(SkValue v) { return v.w == SK_FALSE.w; }
SK_INLINE bool sk_is_bool(SkValue v) { return v.w == SK_TRUE.w || v.w == SK_FALSE.w; }
SK_INLINE bool sk_is_special(SkValue v) { return (v.w & SK_TAG_MASK) == SK_TAG_SPECIAL; }
SK_INLINE SkValue sk_bool(bool b) { return b ? SK_TRUE : SK_FALSE; }

// True for a heap object and for SK_EMPTY.
SK_INLINE bool sk_is_ptr_or_empty(SkValue v) { return (v.w & 6) == 0; }
SK_INLINE bool sk_is_ptr(SkValue v) { return (v.w & 6) == 0 && v.w != 0; }
SK_INLINE bool sk_is_immediate(SkValue v) { return (v.w & 6) != 0; }
SK_INLINE bool sk_is_borrowed(SkValue v) { return (v.w & SK_TAG_MASK) == SK_TAG_BORROWED; }
// A counted reference to a heap object; false for SK_EMPTY.
SK_INLINE bool sk_is_counted(SkValue v) { return (v.w & SK_TAG_MASK) == 0 && v.w != 0; }

// The heap object of a pointer word, whatever its mark. Requires sk_is_ptr.
SK_INLINE SkObject *sk_ptr(SkValue v) { return (SkObject *)(v.w & ~(uint64_t)SK_TAG_BORROWED); }

// The word for a reference the caller owns.
SK_INLINE SkValue sk_counted(const void *o) { return (SkValue){(uint64_t)(uintptr_t)o}; }
// The word for a borrowed reference: legal only as gc/object.h says.
SK_INLINE SkValue sk_borrowed(const void *o) { return (SkValue){(uint64_t)(uintptr_t)o | SK_TAG_BORROWED}; }

// Python's `is`. Floats that are not immediate compare by address, as any object.
SK_INLINE bool sk_is(SkValue a, SkValue b) {
    if (a.w == b.w) return true;
    return ((a.w ^ b.w) == SK_TAG_BORROWED) && (a.w & 6) == 0;
}

// ---- integers -------------------------------------------------------------------------------------------

SK_INLINE bool sk_is_small_int(SkValue v) { return (v.w & 3) == SK_TAG_INT; }
SK_INLINE int64_t sk_small_int(SkValue v) { return (int64_t)v.w >> 2; }
SK_INLINE bool sk_fits_small_int(int64_t i) { return i >= SK_INT_MIN && i <= SK_INT_MAX; }
// Requires sk_fits_small_int(i). For any int64 use sk_int_from_int64 (objects/int.h).
SK_INLINE SkValue sk_from_small_int(int64_t i) { return (SkValue){((uint64_t)i << 2) | SK_TAG_INT}; }

// ---- floats ---------------------------------------------------------------------------------------------

// The common encoding only; zeros and heap floats answer false.
SK_INLINE bool sk_is_tagged_float(SkValue v) { return ((v.w - 3) & 6) == 0; }

SK_INLINE double sk_tagged_float(SkValue v) {
    uint64_t bits = (v.w >> 4) | (v.w << 60);
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

// The word of d, or a word for which sk_is_tagged_float is false when d has no common encoding.
SK_INLINE SkValue sk_encode_float(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return (SkValue){(bits << 4) | (bits >> 60)};
}

// A float immediate of any encoding.
SK_INLINE bool sk_is_immediate_float(SkValue v) {
    return sk_is_tagged_float(v) || (v.w & SK_TAG_MASK) == SK_TAG_FLOAT_HUGE || v.w == SK_FLOAT_ZERO.w ||
           v.w == SK_FLOAT_NEG_ZERO.w;
}

SK_INLINE double sk_immediate_float(SkValue v) {
    if (v.w == SK_FLOAT_ZERO.w) return 0.0;
    if (v.w == SK_FLOAT_NEG_ZERO.w) return -0.0;
    return sk_tagged_float(v);
}

#endif
