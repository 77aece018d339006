// One set, written and read by all threads: no element is lost or there twice. Then iterators that the threads share.
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/range.h"
#include "objects/set_internal.h"
#include "stress/support.h"

enum { KEYS = 150, ITEMS = 3000 };

static SkValue shared;
static _Atomic int64_t balance;

static SkValue key_of(int64_t n) { return n & 1 ? stress_value(n) : sk_str_format("%lld", (long long)n); }

static void check_key(SkValue key) {
    if (!sk_is_exact_str(key))
        stress_check_value(key);
    else
        STRESS_CHECK(atoll(sk_as_str(key)->data) % 2 == 0);
}

static void walk(SkValue set) {
    size_t pos = 0;
    SkValue key;
    while (sk_set_next(set, &pos, &key)) {
        check_key(key);
        sk_release(key);
    }
}

static void step(uint64_t *r) {
    SkValue key = key_of((int64_t)(stress_random(r) % KEYS)), got = SK_EMPTY;
    int64_t hash = sk_set_hash_key(key);
    bool added;
    switch (stress_random(r) % 12) {
    case 0:
    case 1:
    case 2:
        STRESS_CHECK(sk_set_add_hashed(sk_as_set(shared), key, hash, &added));
        if (added) sk_add_relaxed(&balance, 1);
        break;
    case 3:
    case 4: sk_sub_relaxed(&balance, sk_set_discard(shared, key)); break;
    case 5:
        if (stress_random(r) % 4) break;
        got = sk_set_take(sk_as_set(shared));
        if (!sk_is_empty(got)) {
            check_key(got);
            sk_sub_relaxed(&balance, 1);
        }
        break;
    case 6:
        if (stress_random(r) % 8 == 0) walk(shared);
        break;
    case 7:
        if (stress_random(r) % 8) break;
        got = sk_set_copy_as(&sk_set_type, shared);
        walk(got);
        break;
    case 8:
        if (stress_random(r) % 8) break;
        got = sk_binary(SK_OP_AND, shared, shared);
        walk(got);
        break;
    default: STRESS_CHECK(sk_set_contains(shared, key) >= 0);
    }
    sk_release(got);
    sk_release(key);
}

static void race(int thread, uint64_t r) {
    (void)thread;
    while (stress_goes_on())
        for (int i = 0; i < 50; i++) step(&r);
}

// ---- iterators ------------------------------------------------------------------------------------------------------

static SkValue iterator;
static _Atomic int64_t seen, seen_sum;

static void drain(int thread, uint64_t r) {
    (void)thread, (void)r;
    for (;;) {
        STRESS_CHECK(sk_safepoint_poll());
        SkValue v = sk_own(sk_next(iterator));
        if (sk_is_empty(v)) break;
        SkValue n = sk_is_exact_tuple(v) ? sk_tuple_peek(v, 1) : v;
        sk_add_relaxed(&seen, 1);
        sk_add_relaxed(&seen_sum, sk_small_int(n));
        sk_release(v);
    }
    STRESS_CHECK(!sk_error_occurred());
}

static void share_iterator(SkValue it) {
    STRESS_CHECK(!sk_is_empty(it));
    iterator = it;
    seen = 0;
    seen_sum = 0;
    stress_run(drain);
    STRESS_CHECK(seen == ITEMS && seen_sum == (int64_t)ITEMS * (ITEMS - 1) / 2);
    STRESS_CHECK(sk_is_empty(sk_next(it)));
    sk_release(it);
}

static void share_iterators(void) {
    SkValue range = sk_range_new(sk_from_small_int(0), sk_from_small_int(ITEMS), sk_from_small_int(1));
    SkValue list = sk_to_list(range), tuple = sk_to_tuple(list), set = sk_set_new(list), dict = sk_dict_new();
    for (int64_t i = 0; i < ITEMS; i++) STRESS_CHECK(sk_dict_set(dict, sk_from_small_int(i), sk_from_small_int(i)));
    share_iterator(sk_iter(range));
    share_iterator(sk_iter(list));
    share_iterator(sk_call_method_s(list, "__reversed__", NULL, 0));
    share_iterator(sk_iter(tuple));
    share_iterator(sk_iter(set));
    share_iterator(sk_iter(dict));
    share_iterator(sk_call_method_s(dict, "__reversed__", NULL, 0));
    share_iterator(sk_iter(sk_call_method_s(dict, "items", NULL, 0)));
    share_iterator(sk_call1(sk_type_value(&sk_enumerate_type), list));
}

int main(int argc, char **argv) {
    stress_start(argc, argv);
    shared = sk_set_new(SK_EMPTY);
    stress_run(race);
    STRESS_CHECK((int64_t)sk_set_len(shared) == balance);
    SkValue keys = sk_to_list(shared);
    for (size_t i = 0; i < sk_list_len(keys); i++) {
        SkValue key = sk_list_get(keys, i);
        check_key(key);
        STRESS_CHECK(sk_set_discard(shared, key) == 1);
        sk_release(key);
    }
    STRESS_CHECK(sk_set_len(shared) == 0);
    share_iterators();
    printf("set_race: seed %llu: ok, %zu elements left\n", (unsigned long long)stress_seed, sk_list_len(keys));
    return 0;
}
