// The native half of functools: reduce, cmp_to_key; partial and lru_cache have files of their own.
#include "modules/_functools.h"
#include "objects/error.h"
#include "objects/iter.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "threading/thread.h"

static SkValue f_reduce(SkValue module, const SkValue *args) {
    (void)module;
    SK_AUTO SkValue it = sk_iter(args[1]);
    if (sk_is_empty(it)) {
        if (sk_error_matches(sk_exc_TypeError)) {
            sk_error_clear();
            sk_raise(sk_exc_TypeError, "reduce() arg 2 must support iteration");
        }
        return SK_EMPTY;
    }
    SK_AUTO SkValue so_far = sk_retain(args[2]);
    for (;;) {
        if (!sk_safepoint_poll()) return SK_EMPTY;
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) break;
        SkValue r = sk_is_empty(so_far) ? sk_move(&item) : sk_call2(args[0], so_far, item);
        if (sk_is_empty(r)) return r;
        sk_release(so_far);
        so_far = r;
    }
    if (sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(so_far)) return sk_raise(sk_exc_TypeError, "reduce() of empty iterable with no initial value");
    return sk_move(&so_far);
}

// ---- cmp_to_key ----------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot cmp;      // immutable
    SkSlot object;   // empty in the class-like object that cmp_to_key returns
} Key;

static SkType key_type;
static Key *key(SkValue v) { return (Key *)sk_ptr(v); }

static SkValue key_new(SkValue cmp, SkValue object) {
    Key *k = (Key *)sk_container_new(&key_type.head, sizeof *k);
    if (!k) return sk_raise_memory();
    sk_slot_init(&k->cmp, sk_retain(cmp));
    sk_slot_init(&k->object, sk_retain(object));
    return sk_counted(k);
}

static void key_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Key *)o)->cmp, visit, arg);
    sk_slot_visit(&((Key *)o)->object, visit, arg);
}
static void key_clear(SkObject *o) { sk_slot_set(o, &((Key *)o)->object, SK_EMPTY); }
static void key_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Key *)o)->cmp);
    sk_slot_destroy(o, &((Key *)o)->object);
    sk_object_free(o, sizeof(Key));
}

static SkValue key_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[1];
    if (!sk_bind("K", "(obj)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    return key_new(sk_slot_peek(&key(self)->cmp), a[0]);
}

static SkValue key_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_ptr(b) || sk_type_of(b) != &key_type || sk_type_of(a) != &key_type)
        return sk_raise(sk_exc_TypeError, "other argument must be K instance");
    SK_AUTO SkValue x = sk_slot_get(sk_ptr(a), &key(a)->object);
    SK_AUTO SkValue y = sk_slot_get(sk_ptr(b), &key(b)->object);
    if (sk_is_empty(x) || sk_is_empty(y)) return sk_raise(sk_exc_AttributeError, "object");
    SK_AUTO SkValue r = sk_call2(sk_slot_peek(&key(a)->cmp), x, y);
    return sk_is_empty(r) ? r : sk_compare(r, sk_from_small_int(0), op);
}

static const SkMemberDef key_members[] = {
    {"obj", SK_MEMBER_OBJECT, offsetof(Key, object), false, "Value wrapped by a key function."},
    {0},
};

static SkType key_type = {
    SK_TYPE_HEAD(0, sizeof(Key), key_trace, key_clear, key_destroy),
    .name = "functools.KeyWrapper",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .call = key_call,
    .compare = key_compare,
    .hash = sk_hash_not_implemented,
    .members = key_members,
};

static SkValue f_cmp_to_key(SkValue module, const SkValue *args) {
    (void)module;
    return key_new(args[0], SK_EMPTY);
}

// ---- the module ----------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {.name = "cmp_to_key", .kind = SK_SIG, .sig_fn = f_cmp_to_key, .sig = "(mycmp)", .doc = "Turn a function that compares into a key function."},
    {.name = "reduce", .kind = SK_SIG, .sig_fn = f_reduce, .sig = "(function, iterable, /, initial=<unrepresentable>)", .doc = "Apply a function of two arguments to all items, from left to right, to a single value."},
    {0},
};

static bool exec(SkValue m) {
    return sk_module_add_type(m, &sk_placeholder_type) && sk_placeholder_init() && sk_module_add(m, "Placeholder", sk_placeholder()) &&
           sk_module_add_type(m, &sk_partial_type) && sk_lru_cache_init() && sk_module_add_type(m, &sk_lru_cache_type) &&
           sk_type_ready(&key_type);
}

const SkModuleDef sk_module__functools = {
    .name = "_functools", .doc = "Tools that operate on functions.", .functions = functions, .exec = exec};
