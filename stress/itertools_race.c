// Threads that share one iterator of itertools: each item of its source comes out once.
#include "stress/support.h"

#include <string.h>

#include "modules/itertools.h"
#include "objects/list.h"
#include "objects/protocol.h"

enum { ITEMS = 20000 };

static SkValue shared;           // the iterator
static _Atomic uint8_t *seen;    // how often each number came out
static bool batches;             // its items are tuples of the numbers

static void count_item(SkValue v) {
    int64_t n = stress_check_value(v);
    STRESS_CHECK(n >= 0 && n < ITEMS);
    sk_add_relaxed(&seen[n], 1);
}

static void consume(int thread, uint64_t seed) {
    (void)thread;
    (void)seed;
    for (;;) {
        STRESS_CHECK(sk_safepoint_poll());
        SkValue item = sk_own(sk_next(shared));
        if (sk_is_empty(item)) break;
        if (!batches)
            count_item(item);
        else
            for (size_t i = 0; i < sk_tuple_len(item); i++) count_item(sk_tuple_peek(item, i));
        sk_release(item);
    }
    STRESS_CHECK(!sk_error_occurred());
}

static SkValue numbers(int64_t from, int64_t to) {
    SkValue list = sk_list_new((size_t)(to - from));
    for (int64_t i = from; i < to; i++) STRESS_CHECK(sk_list_append_steal(list, stress_value(i)));
    return list;
}

static SkValue make(SkType *type, const SkValue *args, size_t n) {
    SkValue it = sk_call(sk_type_value(type), args, n, SK_EMPTY);
    STRESS_CHECK(!sk_is_empty(it));
    return it;
}

// Runs the threads on an iterator (stolen) until it ends; each of the numbers below ITEMS came out `times` times.
static void run(SkValue it, int times, bool in_batches) {
    shared = it;
    batches = in_batches;
    memset((void *)(uintptr_t)seen, 0, ITEMS);
    stress_run(consume);
    for (int64_t i = 0; i < ITEMS; i++) STRESS_CHECK(sk_load_relaxed(&seen[i]) == times);
    sk_release(it);
}

static void round_of_all(SkValue all, SkValue halves) {
    SkValue args[4] = {all};
    run(make(&sk_itertools_chain_type, &all, 1), 1, false);
    run(make(&sk_itertools_chain_type, (SkValue[]){all, all, all}, 3), 3, false);
    SkValue it = sk_call_method_s(sk_type_value(&sk_itertools_chain_type), "from_iterable", &halves, 1);
    STRESS_CHECK(!sk_is_empty(it));
    run(it, 1, false);
    run(make(&sk_itertools_islice_type, (SkValue[]){all, SK_NONE}, 2), 1, false);
    run(make(&sk_itertools_batched_type, (SkValue[]){all, sk_from_small_int(7)}, 2), 1, true);
    run(make(&sk_itertools__tee_type, args, 1), 1, false);
    run(make(&sk_itertools_filterfalse_type, (SkValue[]){SK_NONE, sk_list_new(0)}, 2), 0, false);
    run(make(&sk_itertools_product_type, &all, 1), 1, true);
    run(make(&sk_itertools_zip_longest_type, &all, 1), 1, true);
    run(make(&sk_itertools_combinations_type, (SkValue[]){all, sk_from_small_int(1)}, 2), 1, true);
}

// The numbers of a count are handed out once: their sum tells.
static _Atomic int64_t sum, calls;
static void take_numbers(int thread, uint64_t seed) {
    (void)thread;
    (void)seed;
    for (int i = 0; i < ITEMS; i++) {
        SkValue v = sk_own(sk_next(shared));
        int64_t n;
        STRESS_CHECK(!sk_is_empty(v) && (sk_is_small_int(v) || sk_is_float(v)));
        n = sk_is_small_int(v) ? sk_small_int(v) : -1;
        if (n < 0) STRESS_CHECK(sk_as_int64(sk_to_int(v), &n));
        sk_add_relaxed(&sum, n);
        sk_add_relaxed(&calls, 1);
        sk_release(v);
    }
}

static void counting(SkValue start) {
    shared = make(&sk_itertools_count_type, &start, 1);
    atomic_store(&sum, 0);
    atomic_store(&calls, 0);
    stress_run(take_numbers);
    int64_t n = atomic_load(&calls);
    STRESS_CHECK(atomic_load(&sum) == n * (n - 1) / 2);
    sk_release(shared);
}

int main(int argc, char **argv) {
    stress_start(argc, argv);
    static SkType *const types[] = {
#define X(name) &sk_itertools_##name##_type,
        SK_ITERTOOLS_TYPES(X)
#undef X
    };
    for (size_t i = 0; i < SK_COUNT_OF(types); i++) STRESS_CHECK(sk_type_ready(types[i]));
    seen = calloc(ITEMS, 1);
    SkValue all = numbers(0, ITEMS);
    SkValue halves = sk_list_new(0);
    for (int64_t i = 0; i < ITEMS; i += 10) STRESS_CHECK(sk_list_append_steal(halves, numbers(i, i + 10)));
    int rounds = 0;
    do {
        round_of_all(all, halves);
        counting(sk_from_small_int(0));
        counting(SK_FLOAT_ZERO);
        rounds++;
    } while (stress_goes_on());
    printf("itertools_race: seed %llu: ok, %d rounds\n", (unsigned long long)stress_seed, rounds);
    return 0;
}
