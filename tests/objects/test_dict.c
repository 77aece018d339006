// dict and set against arrays, with keys that collide.
#include "tests/objects/support.h"

#include <string.h>

#include "objects/dict.h"
#include "objects/dict_internal.h"
#include "objects/list.h"
#include "objects/set_internal.h"

enum { KEYS = 64 };

// Many share their low bits.
static SkValue key_of(size_t i) { return num((int64_t)(i % 8) << 20 | (int64_t)(i / 8)); }

typedef struct {
    size_t order[KEYS], count;  // keys in order of insertion
    int64_t values[KEYS];
} Model;

static void model_remove(Model *m, size_t key) {
    size_t i = 0;
    while (m->order[i] != key) i++;
    memmove(m->order + i, m->order + i + 1, (m->count - i - 1) * sizeof *m->order);
    m->count--;
}

static bool model_has(const Model *m, size_t key) {
    for (size_t i = 0; i < m->count; i++)
        if (m->order[i] == key) return true;
    return false;
}

static void check_same(SkValue dict, const Model *m) {
    assert_int_equal(sk_dict_len(dict), m->count);
    size_t pos = 0, n = 0;
    SkValue key, value;
    while (sk_dict_next(dict, &pos, &key, &value)) {
        assert_true(n < m->count);
        assert_true(sk_is(key, key_of(m->order[n])));
        assert_true(sk_is(value, num(m->values[m->order[n]])));
        n++;
    }
    assert_int_equal(n, m->count);
    for (size_t i = 0; i < KEYS; i++) assert_int_equal(sk_dict_contains(dict, key_of(i)), model_has(m, i));
}

static void dict_operations(void **state) {
    (void)state;
    SkValue dict = sk_dict_new();
    Model m = {.count = 0};
    for (int step = 0; step < 20000; step++) {
        size_t k = random_below(KEYS);
        int64_t v = (int64_t)random_below(1000);
        bool has = model_has(&m, k), inserted;
        switch (random_below(7)) {
        case 0:
        case 1:
            assert_true(sk_dict_set(dict, key_of(k), num(v)));
            if (!has) m.order[m.count++] = k;
            m.values[k] = v;
            break;
        case 2:
            assert_int_equal(sk_dict_delete(dict, key_of(k)), has);
            if (has) model_remove(&m, k);
            break;
        case 3: {
            SkValue got = sk_dict_pop(dict, key_of(k));
            assert_true(sk_is(got, has ? num(m.values[k]) : SK_EMPTY));
            if (has) model_remove(&m, k);
            break;
        }
        case 4: {
            SkValue got = sk_dict_setdefault(dict, key_of(k), num(v), &inserted);
            assert_int_equal(inserted, !has);
            if (!has) {
                m.order[m.count++] = k;
                m.values[k] = v;
            }
            assert_true(sk_is(got, num(m.values[k])));
            break;
        }
        case 5: {
            SkValue key, value;
            bool any = sk_dict_take_last(sk_as_dict(dict), &key, &value);
            assert_int_equal(any, m.count > 0);
            if (any) {
                m.count--;
                assert_true(sk_is(key, key_of(m.order[m.count])) && sk_is(value, num(m.values[m.order[m.count]])));
            }
            break;
        }
        default:
            if (random_below(50)) break;
            SkValue copy = sk_dict_copy(dict);
            if (random_below(2)) sk_dict_clear(dict);
            check_same(copy, &m);
            if (sk_dict_len(dict) == 0) assert_true(sk_dict_merge(dict, copy, true));
            sk_release(copy);
        }
        check_same(dict, &m);
    }
    sk_release(dict);
}

static void dict_as_queue(void **state) {
    (void)state;
    SkValue dict = sk_dict_new();
    for (int64_t i = 0; i < 5000; i++) {
        assert_true(sk_dict_set(dict, num(i), num(-i)));
        if (i < 10) continue;
        size_t pos = 0;
        SkValue key, value;
        assert_true(sk_dict_next(dict, &pos, &key, &value));
        assert_true(sk_is(key, num(i - 10)));
        assert_int_equal(sk_dict_delete(dict, key), 1);
    }
    assert_int_equal(sk_dict_len(dict), 10);
    sk_release(dict);
}

static void large_dict(void **state) {
    (void)state;
    SkValue dict = sk_dict_new();
    const int64_t n = 100000;  // beyond indices of 8 and of 16 bits
    for (int64_t i = 0; i < n; i++) assert_true(sk_dict_set(dict, num(i * 7), num(i)));
    assert_int_equal(sk_dict_len(dict), n);
    for (int64_t i = 0; i < n; i++) assert_true(sk_is(sk_dict_load(dict, num(i * 7)), num(i)));
    for (int64_t i = 0; i < n; i += 2) assert_int_equal(sk_dict_delete(dict, num(i * 7)), 1);
    for (int64_t i = 0; i < n; i++) assert_int_equal(sk_dict_contains(dict, num(i * 7)), i & 1);
    sk_release(dict);
}

static void set_operations(void **state) {
    (void)state;
    SkValue set = sk_set_new(SK_EMPTY);
    bool in[KEYS] = {false};
    size_t count = 0;
    for (int step = 0; step < 20000; step++) {
        size_t k = random_below(KEYS);
        switch (random_below(4)) {
        case 0:
        case 1:
            assert_true(sk_set_add(set, key_of(k)));
            count += !in[k];
            in[k] = true;
            break;
        case 2:
            assert_int_equal(sk_set_discard(set, key_of(k)), in[k]);
            count -= in[k];
            in[k] = false;
            break;
        default:
            if (random_below(10) || count == 0) break;
            SkValue key = sk_set_take(sk_as_set(set));
            size_t i = 0;
            while (!sk_is(key_of(i), key)) i++;
            assert_true(in[i]);
            in[i] = false;
            count--;
        }
        assert_int_equal(sk_set_len(set), count);
        size_t pos = 0, n = 0;
        SkValue key;
        while (sk_set_next(set, &pos, &key)) n++;
        assert_int_equal(n, count);
        for (size_t i = 0; i < KEYS; i++) assert_int_equal(sk_set_contains(set, key_of(i)), in[i]);
    }
    SkValue copy = sk_set_copy_as(&sk_frozenset_type, set);
    assert_int_equal(sk_set_len(copy), count);
    sk_set_clear(sk_as_set(set));
    assert_int_equal(sk_set_len(set), 0);
    sk_release(copy);
    sk_release(set);
}

int main(void) {
    static SkType *const types[] = {&sk_list_type, &sk_tuple_type, &sk_dict_type, &sk_set_type, &sk_frozenset_type};
    start_runtime(types, SK_COUNT_OF(types));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dict_operations),
        cmocka_unit_test(dict_as_queue),
        cmocka_unit_test(large_dict),
        cmocka_unit_test(set_operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
