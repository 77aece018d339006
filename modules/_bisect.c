// _bisect: search and insertion in sorted sequences.
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"

enum { A, X, LO, HI, KEY };  // parameters

// Where x belongs among a's items, after its equals if `right`. -1: exception.
static int64_t bisect(const SkValue *p, SkValue x, bool right) {
    int64_t lo = 0, hi = -1;
    if (!sk_is_empty(p[LO]) && !sk_index_as_int64(p[LO], &lo, sk_exc_OverflowError)) return -1;
    if (!sk_is_empty(p[HI]) && !sk_is_none(p[HI]) && !sk_index_as_int64(p[HI], &hi, sk_exc_OverflowError)) return -1;
    if (lo < 0) {
        sk_raise(sk_exc_ValueError, "lo must be non-negative");
        return -1;
    }
    if (hi == -1) hi = sk_len(p[A]);
    if (hi < 0) {
        if (hi == -1 && sk_error_occurred()) return -1;
        hi = lo;
    }
    bool keyed = !sk_is_empty(p[KEY]) && !sk_is_none(p[KEY]);
    while (lo < hi) {
        int64_t mid = lo + (hi - lo) / 2;
        SK_AUTO SkValue item = sk_is_exact_list(p[A]) ? sk_list_get(p[A], (size_t)mid) : SK_EMPTY;
        if (sk_is_empty(item)) item = sk_getitem_i(p[A], mid);   // or the error
        if (sk_is_empty(item)) return -1;
        if (keyed) {
            SkValue key = sk_call1(p[KEY], item);
            if (sk_is_empty(key)) return -1;
            sk_release(item);
            item = key;
        }
        int truth = right ? sk_less(x, item) : sk_less(item, x);
        if (truth < 0) return -1;
        if (truth == right)
            hi = mid;
        else
            lo = mid + 1;
    }
    return lo;
}

static SkValue insert(const SkValue *p, bool right) {
    SK_AUTO SkValue key = SK_EMPTY;
    if (!sk_is_empty(p[KEY]) && !sk_is_none(p[KEY])) {
        key = sk_call1(p[KEY], p[X]);
        if (sk_is_empty(key)) return SK_EMPTY;
    }
    int64_t at = bisect(p, sk_is_empty(key) ? p[X] : key, right);
    if (at < 0) return SK_EMPTY;
    if (sk_is_exact_list(p[A])) return sk_list_insert(p[A], at, p[X]) ? SK_NONE : SK_EMPTY;
    SkValue args[2] = {sk_int_from_int64(at), p[X]};
    SK_AUTO SkValue done = sk_call_method_s(p[A], "insert", args, 2);
    return sk_is_empty(done) ? SK_EMPTY : SK_NONE;
}

static SkValue bisect_right(SkValue module SK_UNUSED, const SkValue *p) {
    int64_t at = bisect(p, p[X], true);
    return at < 0 ? SK_EMPTY : sk_int_from_int64(at);
}
static SkValue bisect_left(SkValue module SK_UNUSED, const SkValue *p) {
    int64_t at = bisect(p, p[X], false);
    return at < 0 ? SK_EMPTY : sk_int_from_int64(at);
}
static SkValue insort_right(SkValue module SK_UNUSED, const SkValue *p) { return insert(p, true); }
static SkValue insort_left(SkValue module SK_UNUSED, const SkValue *p) { return insert(p, false); }

#define PARAMETERS "(a, x, lo=0, hi=None, *, key=None)"
static const SkMethodDef functions[] = {
    {"bisect_right", SK_SIG, .sig_fn = bisect_right, .sig = PARAMETERS, .doc = "Index at which to insert x in the sorted a, after its equals."},
    {"bisect_left", SK_SIG, .sig_fn = bisect_left, .sig = PARAMETERS, .doc = "Index at which to insert x in the sorted a, before its equals."},
    {"insort_right", SK_SIG, .sig_fn = insort_right, .sig = PARAMETERS, .doc = "Inserts x in the sorted a, after its equals."},
    {"insort_left", SK_SIG, .sig_fn = insort_left, .sig = PARAMETERS, .doc = "Inserts x in the sorted a, before its equals."},
    {0},
};

const SkModuleDef sk_module__bisect = {.name = "_bisect", .doc = "Search and insertion in sorted sequences.", .functions = functions};
