// One list, written and read by all threads: every value seen is alive, and nothing appended is lost.
#include "objects/list.h"
#include "objects/slice.h"
#include "stress/support.h"

static SkValue shared;
static _Atomic int64_t balance, sum;  // of what went in and did not come out

static void count(int64_t n, int sign) {
    sk_add_relaxed(&balance, sign);
    sk_add_relaxed(&sum, sign * n);
}

static void check_all(SkValue list) {
    for (size_t i = 0; i < sk_list_len(list); i++) {
        SkValue v = sk_list_get(list, i);
        if (sk_is_empty(v)) break;
        stress_check_value(v);
        sk_release(v);
    }
}

static void put(uint64_t *r, int64_t how) {
    int64_t n = (int64_t)(stress_random(r) % 100000);
    SkValue v = stress_value(n);
    if (how == 0)
        STRESS_CHECK(sk_list_append(shared, v));
    else if (how == 1)
        STRESS_CHECK(sk_list_insert(shared, (int64_t)(stress_random(r) % 64) - 32, v));
    else
        STRESS_CHECK(sk_list_extend(shared, sk_list_len(shared) & 1 ? v = sk_list_steal(&v, 1) : (v = sk_tuple_steal(&v, 1))));
    sk_release(v);
    count(n, 1);
}

static void take(uint64_t *r) {
    SkValue index = sk_from_small_int((int64_t)(stress_random(r) % 8) - 4);
    SkValue v = sk_own(sk_call_method_s(shared, "pop", &index, stress_random(r) & 1));
    if (sk_is_empty(v)) {
        STRESS_CHECK(sk_error_clear_if(sk_exc_IndexError));
        return;
    }
    count(stress_check_value(v), -1);
    sk_release(v);
}

static void read_some(uint64_t *r) {
    SkValue v = sk_list_load(shared, stress_random(r) % 64);
    if (!sk_is_empty(v)) stress_check_value(v);
    sk_release(v);
    if (stress_random(r) % 16 == 0) {
        SkValue copy = sk_list_slice(shared, 0, 64);
        check_all(copy);
        sk_release(copy);
    }
    if (stress_random(r) % 64 == 0) {
        SkValue it = sk_iter(shared);
        for (int n = 0; n < 1000; n++) {
            v = sk_next(it);
            if (sk_is_empty(v)) break;
            stress_check_value(v);
            sk_release(v);
        }
        sk_release(it);
    }
    if (stress_random(r) % 64 == 0) check_all(shared);
}

static void counted(int thread, uint64_t r) {
    (void)thread;
    while (stress_goes_on())
        for (int i = 0; i < 50; i++) {
            uint64_t what = stress_random(&r) % 16;
            if (what < 3 && sk_list_len(shared) < 500)
                put(&r, (int64_t)what);
            else if (what < 7)
                take(&r);
            else if (what == 7)
                STRESS_CHECK(sk_list_reverse(shared));
            else
                read_some(&r);
        }
}

// Also what changes many items at once: only life is checked.
static void wild(int thread, uint64_t r) {
    (void)thread;
    while (stress_goes_on())
        for (int i = 0; i < 50; i++) {
            uint64_t what = stress_random(&r) % 16;
            SkValue slice = sk_slice_new(sk_from_small_int((int64_t)(stress_random(&r) % 40) - 20), sk_from_small_int((int64_t)(stress_random(&r) % 40) - 20),
                                         stress_random(&r) & 1 ? SK_EMPTY : sk_from_small_int((int64_t)(stress_random(&r) % 3) + 1));
            SkValue v = stress_value((int64_t)(stress_random(&r) % 1000));
            if (what < 4) {
                put(&r, (int64_t)what % 3);
            } else if (what == 4) {
                STRESS_CHECK(sk_setitem(shared, slice, SK_EMPTY));
            } else if (what < 7) {
                SkValue items[3] = {v, v, v};
                SkValue list = sk_list_from(items, stress_random(&r) % 4);
                if (!sk_setitem(shared, slice, list)) STRESS_CHECK(sk_error_clear_if(sk_exc_ValueError));
                sk_release(list);
            } else if (what == 7) {
                SkValue got = sk_getitem(shared, slice);
                check_all(got);
                sk_release(got);
            } else if (what == 8) {
                if (!sk_list_set(shared, stress_random(&r) % 20, v)) STRESS_CHECK(sk_error_clear_if(sk_exc_IndexError));
            } else if (what == 9 && stress_random(&r) % 100 == 0) {
                sk_list_clear(shared);
            } else if (what == 10 && stress_random(&r) % 20 == 0) {
                if (!sk_list_sort(shared)) STRESS_CHECK(sk_error_clear_if(sk_exc_ValueError));
            } else if (what == 11 && sk_list_len(shared) < 200) {
                SkValue twice = sk_inplace(SK_OP_MUL, shared, sk_from_small_int(2));
                sk_release(twice);
            } else {
                read_some(&r);
            }
            sk_release(slice);
            sk_release(v);
            if (sk_list_len(shared) > 500) sk_list_clear(shared);
        }
}

int main(int argc, char **argv) {
    stress_start(argc, argv);
    double end = stress_end;
    shared = sk_list_new(0);
    stress_end = stress_now() + (end - stress_now()) / 2;
    stress_run(counted);
    int64_t left = 0;
    for (size_t i = 0; i < sk_list_len(shared); i++) {
        SkValue v = sk_list_get(shared, i);
        left += stress_check_value(v);
        sk_release(v);
    }
    STRESS_CHECK((int64_t)sk_list_len(shared) == balance);
    STRESS_CHECK(left == sum);
    stress_end = end;
    stress_run(wild);
    check_all(shared);
    printf("list_race: seed %llu: ok, %zu items left\n", (unsigned long long)stress_seed, sk_list_len(shared));
    return 0;
}
