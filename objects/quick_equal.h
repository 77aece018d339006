// Comparisons of the values that are nearly always compared, without a call.
#ifndef SKEIN_OBJECTS_QUICK_EQUAL_H
#define SKEIN_OBJECTS_QUICK_EQUAL_H

#include "objects/protocol.h"
#include "objects/str.h"

// 1 equal (or identical), 0 different, -1: only sk_compare_bool can tell. Runs nothing, reaches no safepoint.
SK_INLINE int sk_quick_equal(SkValue a, SkValue b) {
    if (sk_is(a, b)) return 1;
    if (sk_is_small_int(a) && sk_is_small_int(b)) return 0;
    if (sk_is_exact_str(a) && sk_is_exact_str(b)) return sk_str_equal(a, b);
    return -1;
}

// a < b: 1 or 0, -1: only sk_compare can tell. Runs nothing, reaches no safepoint.
SK_INLINE int sk_quick_less(SkValue a, SkValue b) {
    if (sk_is_small_int(a) && sk_is_small_int(b)) return (int64_t)a.w < (int64_t)b.w;
    if (sk_is_immediate_float(a) && sk_is_immediate_float(b)) return sk_immediate_float(a) < sk_immediate_float(b);
    if (sk_is_exact_str(a) && sk_is_exact_str(b)) return sk_str_compare(a, b) < 0;
    return -1;
}

// The truth of `a < b`: 1, 0, -1 with an exception. May run Python code.
SK_INLINE int sk_less(SkValue a, SkValue b) {
    int less = sk_quick_less(a, b);
    if (sk_likely(less >= 0)) return less;
    SkValue r = sk_compare(a, b, SK_LT);
    if (sk_is_bool(r) || sk_is_empty(r)) return sk_is_empty(r) ? -1 : sk_is_true(r);
    less = sk_truth(r);
    sk_release(r);
    return less;
}

// The same for `a == b` where a is a word that this takes: 1, 0, or -1 with an exception.
SK_INLINE int sk_equal_steal(SkValue a, SkValue b) {
    int same = sk_quick_equal(a, b);
    if (sk_unlikely(same < 0)) {
        a = sk_own(a);
        same = sk_compare_bool(a, b, SK_EQ);
    }
    sk_release(a);
    return same;
}

#endif
