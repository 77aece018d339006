// Arguments of native functions that several modules take.
#ifndef SKEIN_MODULES_ARGUMENTS_H
#define SKEIN_MODULES_ARGUMENTS_H

#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"

// A number of things or a position: __index__ as int64. SK_EMPTY: otherwise. False + TypeError or OverflowError.
SK_MUST_USE SK_INLINE bool sk_ssize_argument(SkValue v, int64_t otherwise, int64_t *out) {
    *out = otherwise;
    if (sk_is_empty(v)) return true;
    if (sk_is_small_int(v)) return *out = sk_small_int(v), true;
    SK_AUTO SkValue index = sk_index(v);
    if (sk_is_empty(index)) return false;
    return sk_int_fits_int64(index, out) || sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C ssize_t");
}

// A C int.
SK_MUST_USE SK_INLINE bool sk_int_argument(SkValue v, int otherwise, int *out) {
    *out = otherwise;
    return sk_is_empty(v) || sk_as_int(v, out);
}

// A truth value.
SK_MUST_USE SK_INLINE bool sk_truth_argument(SkValue v, bool otherwise, bool *out) {
    int t = sk_is_empty(v) ? otherwise : sk_truth(v);
    *out = t > 0;
    return t >= 0;
}

#endif
