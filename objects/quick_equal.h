// Equality of the values that are nearly always compared, without a call.
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
