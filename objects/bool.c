// bool: two immediates, of a subclass of int.
#include "objects/error.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

static void bool_destroy(SkObject *o SK_UNUSED) { SK_FATAL("a bool is never a heap object"); }

static SkValue bool_new(SkType *type SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("bool", kwnames) || !sk_check_nargs("bool", nargs, 0, 1)) return SK_EMPTY;
    int truth = nargs ? sk_truth(args[0]) : 0;
    return truth < 0 ? SK_EMPTY : sk_bool(truth);
}

static SkValue bool_repr(SkValue v) { return sk_is_true(v) ? sk_str_from_ascii("True", 4) : sk_str_from_ascii("False", 5); }

#define BINARY(name, op)                                                                                                \
    static SkValue bool_##name(SkValue a, SkValue b) {                                                                  \
        if (sk_is_bool(a) && sk_is_bool(b)) return sk_bool((int)sk_is_true(a) op (int)sk_is_true(b));                           \
        if (!sk_is_int(a) || !sk_is_int(b)) return SK_NOT_IMPLEMENTED;                                                  \
        return sk_int_##name(a, b);                                                                                     \
    }
BINARY(and, &)
BINARY(or, |)
BINARY(xor, ^)

static SkValue bool_invert(SkValue v) {
    if (!sk_warn(sk_exc_DeprecationWarning, 1,
                 "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the "
                 "bitwise inversion of the underlying int object and is usually not what you expect from the negation "
                 "of a bool object. Use the 'not' operator for boolean negation or ~int(x) for the bitwise inversion of "
                 "the underlying int."))
        return SK_EMPTY;
    return sk_from_small_int(sk_is_true(v) ? -2 : -1);
}

SkType sk_bool_type = {
    SK_TYPE_HEAD(SK_T_BOOL, sizeof(SkInt), NULL, NULL, bool_destroy),
    .name = "bool",
    .doc = "bool(object=False, /)\n--\n\nTrue if the argument is true, False otherwise. There are no other instances.",
    .flags = SK_TF_IMMUTABLE | SK_TF_INT_SUBCLASS | SK_TF_MATCH_SELF,
    .item_size = sizeof(mp_limb_t),
    .base = &sk_int_type,
    .new_ = bool_new,
    .repr = bool_repr,
    .number = {.and_ = bool_and, .or_ = bool_or, .xor_ = bool_xor, .invert = bool_invert},
};
