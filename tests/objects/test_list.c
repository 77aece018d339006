// list against a plain array, and sorting against the sort of the C library.
#include "tests/objects/support.h"

#include <stdlib.h>
#include <string.h>

#include "objects/list.h"
#include "objects/list_internal.h"
#include "objects/native.h"
#include "objects/slice.h"
#include "objects/tuple.h"

enum { ROOM = 4096 };

static int64_t model[ROOM];
static size_t model_len;

static void check_same(SkValue list) {
    assert_int_equal(sk_list_len(list), model_len);
    for (size_t i = 0; i < model_len; i++) assert_true(sk_is(sk_list_load(list, i), num(model[i])));
    assert_true(sk_is_empty(sk_list_load(list, model_len)));
}

static void model_replace(size_t from, size_t to, const int64_t *items, size_t n) {
    memmove(model + from + n, model + to, (model_len - to) * sizeof *model);
    if (n) memcpy(model + from, items, n * sizeof *items);
    model_len = model_len - (to - from) + n;
}

static void random_operations(void **state) {
    (void)state;
    SkValue list = sk_list_new(0);
    model_len = 0;
    for (int step = 0; step < 20000; step++) {
        int64_t n = (int64_t)random_below(1000), items[8];
        for (size_t i = 0; i < 8; i++) items[i] = n + (int64_t)i;
        switch (random_below(8)) {
        case 0:
        case 1:
            assert_true(sk_list_append(list, num(n)));
            model[model_len++] = n;
            break;
        case 2: {
            size_t at = random_below(model_len + 3);
            assert_true(sk_list_insert(list, (int64_t)at, num(n)));
            if (at > model_len) at = model_len;
            model_replace(at, at, &n, 1);
            break;
        }
        case 3:
            if (model_len == 0) break;
            size_t at = random_below(model_len);
            assert_true(sk_list_assign_subscript(list, num((int64_t)at), SK_EMPTY));
            model_replace(at, at + 1, NULL, 0);
            break;
        case 4: {
            size_t a = random_below(model_len + 1), b = a + random_below(6), k = random_below(8);
            if (b > model_len) b = model_len;
            SkValue values[8];
            for (size_t i = 0; i < k; i++) values[i] = num(items[i]);
            assert_true(sk_list_replace(sk_as_list(list), (int64_t)a, (int64_t)b, values, k));
            model_replace(a, b, items, k);
            break;
        }
        case 5: {
            int64_t step_by = (int64_t)random_below(5) - 2;
            if (step_by == 0 || model_len == 0) break;
            SkValue slice = sk_slice_new(num((int64_t)random_below(model_len)), SK_EMPTY, num(step_by));
            int64_t start, stop, by;
            assert_true(sk_slice_unpack(slice, &start, &stop, &by));
            int64_t count = sk_slice_adjust((int64_t)model_len, &start, &stop, by);
            SkValue got = sk_list_subscript(list, slice);
            assert_int_equal(sk_list_len(got), count);
            for (int64_t i = 0; i < count; i++) assert_true(sk_is(sk_list_load(got, (size_t)i), num(model[start + i * by])));
            sk_release(got);
            if (random_below(4) == 0) {
                assert_true(sk_list_assign_subscript(list, slice, SK_EMPTY));
                bool gone[ROOM] = {false};
                for (int64_t i = 0; i < count; i++) gone[start + i * by] = true;
                size_t to = 0;
                for (size_t i = 0; i < model_len; i++)
                    if (!gone[i]) model[to++] = model[i];
                model_len = to;
            }
            sk_release(slice);
            break;
        }
        case 6:
            assert_true(sk_list_reverse(list));
            for (size_t i = 0; i < model_len / 2; i++) {
                int64_t swap = model[i];
                model[i] = model[model_len - 1 - i];
                model[model_len - 1 - i] = swap;
            }
            break;
        default:
            if (model_len > 300) {
                sk_list_clear(list);
                model_len = 0;
            }
        }
        check_same(list);
    }
    sk_release(list);
}

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

// Random, few distinct, ascending with disturbances, descending, saw teeth.
static int64_t pattern(int kind, size_t i, size_t n) {
    switch (kind) {
    case 0: return (int64_t)random_below(1000000);
    case 1: return (int64_t)random_below(4);
    case 2: return random_below(50) ? (int64_t)i : (int64_t)random_below(n + 1);
    case 3: return -(int64_t)(i / 3);
    default: return (int64_t)(i % 37);
    }
}

static void sorts(void **state) {
    (void)state;
    static int64_t expected[ROOM];
    for (int round = 0; round < 400; round++) {
        size_t n = random_below(round % 10 ? 200 : ROOM);
        SkValue list = sk_list_new(0);
        for (size_t i = 0; i < n; i++) {
            expected[i] = pattern(round % 5, i, n);
            assert_true(sk_list_append(list, num(expected[i])));
        }
        qsort(expected, n, sizeof *expected, by_value);
        assert_true(sk_list_sort(list));
        for (size_t i = 0; i < n; i++) assert_true(sk_is(sk_list_load(list, i), num(expected[i])));
        sk_release(list);
    }
}

static SkValue high_part(SkValue self, SkValue v) {
    (void)self;
    return num(sk_small_int(v) >> 20);
}

// With a key that leaves many equal, in both directions: equal items stay in order.
static void sorts_stably(void **state) {
    (void)state;
    static const SkMethodDef def = {.name = "high_part", .kind = SK_ONEARG, .onearg = high_part};
    SkValue key = sk_native_new(&def, SK_EMPTY, SK_EMPTY);
    for (int round = 0; round < 200; round++) {
        size_t n = random_below(1000);
        bool reverse = round & 1;
        SkValue list = sk_list_new(0);
        for (size_t i = 0; i < n; i++) {
            int64_t k = pattern(round % 5, i, n) & 0xff;
            assert_true(sk_list_append(list, num(k << 20 | (int64_t)i)));
        }
        assert_true(sk_list_sort_by(list, key, reverse));
        for (size_t i = 1; i < n; i++) {
            int64_t a = sk_small_int(sk_list_load(list, i - 1)), b = sk_small_int(sk_list_load(list, i));
            assert_true(a >> 20 == b >> 20 ? a < b : (a < b) == !reverse);
        }
        sk_release(list);
    }
    sk_release(key);
}

int main(void) {
    static SkType *const types[] = {&sk_list_type, &sk_tuple_type, &sk_slice_type, &sk_native_type};
    start_runtime(types, SK_COUNT_OF(types));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_operations),
        cmocka_unit_test(sorts),
        cmocka_unit_test(sorts_stably),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
