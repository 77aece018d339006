// One dict, written and read by all threads: no insertion is lost, no key is there twice, every value belongs to its key.
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/set.h"
#include "stress/support.h"

enum { KEYS = 200 };

static SkValue shared;
static _Atomic int64_t balance;

// Keys of three kinds: found by identity, by content, and by a call of __eq__ (a tuple's). A new object each time.
static SkValue key_of(int64_t n) {
    switch (n % 3) {
    case 0: return sk_from_small_int(n);
    case 1: return sk_str_format("key%lld", (long long)n);
    default: return sk_tuple_pack(2, sk_from_small_int(n), sk_from_small_int(-n));
    }
}

static int64_t number_of(SkValue key) {
    if (sk_is_small_int(key)) return sk_small_int(key);
    if (sk_is_exact_tuple(key)) {
        STRESS_CHECK(sk_tuple_len(key) == 2);
        return sk_small_int(sk_tuple_peek(key, 0));
    }
    STRESS_CHECK(sk_is_exact_str(key) && sk_as_str(key)->ascii);
    return atoll(sk_as_str(key)->data + 3);
}

// Values are (n, 7 n + 3) for n = key number modulo KEYS.
static void check_pair(int64_t n, SkValue value) { STRESS_CHECK(stress_check_value(value) % KEYS == n); }

static void walk(void) {
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(shared, &pos, &key, &value)) {
        check_pair(number_of(key), value);
        sk_release(key);
        sk_release(value);
    }
}

static void iterate(void) {
    SkValue items = sk_call_method_s(shared, "items", NULL, 0);
    SkValue it = sk_iter(items);
    for (;;) {
        SkValue pair = sk_own(sk_next(it));
        if (sk_is_empty(pair)) break;
        check_pair(number_of(sk_tuple_peek(pair, 0)), sk_tuple_peek(pair, 1));
        sk_release(pair);
    }
    if (sk_error_occurred()) STRESS_CHECK(sk_error_clear_if(sk_exc_RuntimeError));
    sk_release(it);
    sk_release(items);
}

static void step(uint64_t *r) {
    int64_t n = (int64_t)(stress_random(r) % KEYS);
    SkValue key = key_of(n), value = stress_value(n + KEYS * (int64_t)(stress_random(r) % 100)), got = SK_EMPTY;
    bool inserted;
    switch (stress_random(r) % 16) {
    case 0:
    case 1:
    case 2:
        got = sk_dict_setdefault(shared, key, value, &inserted);
        check_pair(n, got);
        if (inserted) sk_add_relaxed(&balance, 1);
        break;
    case 3:
        got = sk_dict_pop(shared, key);
        if (!sk_is_empty(got)) {
            check_pair(n, got);
            sk_sub_relaxed(&balance, 1);
        }
        break;
    case 4: sk_sub_relaxed(&balance, sk_dict_delete(shared, key)); break;
    case 5:
        if (stress_random(r) % 4) break;
        got = sk_call_method_s(shared, "popitem", NULL, 0);
        if (sk_is_empty(got)) {
            STRESS_CHECK(sk_error_clear_if(sk_exc_KeyError));
        } else {
            check_pair(number_of(sk_tuple_peek(got, 0)), sk_tuple_peek(got, 1));
            sk_sub_relaxed(&balance, 1);
        }
        break;
    case 6:
        if (stress_random(r) % 8 == 0) walk();
        break;
    case 7:
        if (stress_random(r) % 8 == 0) iterate();
        break;
    case 8:
        if (stress_random(r) % 8) break;
        got = sk_dict_copy(shared);
        STRESS_CHECK(sk_dict_len(got) <= KEYS);
        break;
    case 9: {
        // A store that replaces: setdefault first, so that it is known who inserts.
        SkDictTable *table;
        if (!sk_is_exact_str(key)) break;
        SkValue interned = sk_intern(sk_retain(key));
        int64_t entry = sk_dict_find_entry(sk_as_dict(shared), interned, &table);
        if (entry < 0) break;
        if (stress_random(r) & 1) {
            (void)!sk_dict_store_at(sk_as_dict(shared), table, entry, value);
        } else {
            got = sk_own(sk_dict_load_at(sk_as_dict(shared), table, entry));
            if (!sk_is_empty(got)) check_pair(n, got);
        }
        break;
    }
    default:
        got = sk_own(sk_dict_load(shared, key));
        if (!sk_is_empty(got)) check_pair(n, got);
    }
    sk_release(got);
    sk_release(key);
    sk_release(value);
}

static void race(int thread, uint64_t r) {
    (void)thread;
    while (stress_goes_on())
        for (int i = 0; i < 50; i++) step(&r);
}

int main(int argc, char **argv) {
    stress_start(argc, argv);
    shared = sk_dict_new();
    stress_run(race);
    STRESS_CHECK((int64_t)sk_dict_len(shared) == balance);
    SkValue keys = sk_dict_keys_list(shared), once = sk_set_new(keys);
    STRESS_CHECK(sk_list_len(keys) == sk_dict_len(shared) && sk_set_len(once) == sk_list_len(keys));
    walk();
    for (size_t i = 0; i < sk_list_len(keys); i++) {
        SkValue key = sk_list_get(keys, i);
        STRESS_CHECK(sk_dict_contains(shared, key) == 1);
        STRESS_CHECK(sk_dict_delete(shared, key) == 1);
        sk_release(key);
    }
    STRESS_CHECK(sk_dict_len(shared) == 0);
    printf("dict_race: seed %llu: ok, %zu keys left\n", (unsigned long long)stress_seed, sk_list_len(keys));
    return 0;
}
