// Objects passed among threads through shared slots: every thread loads (borrowing), retains, stores and releases at
// random. In the end every object must be held by exactly the references that are left. Usage: count_race [threads]
// [seconds] [seed].
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/startup.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { SLOTS = 32 };

static SkValue board;                       // a list of SLOTS tuples (i, text): set before the threads start
static _Atomic uint32_t running;            // futex
static _Atomic uint64_t operations;
static _Atomic bool stop;

static void check(SkValue item) {
    if (!sk_is_tuple(item) || sk_tuple_len(item) != 2 || !sk_is_small_int(sk_tuple_peek(item, 0)) || !sk_is_str(sk_tuple_peek(item, 1)))
        SK_FATAL("an object died while it was referenced");
    if (sk_str_len(sk_tuple_peek(item, 1)) != 7) SK_FATAL("an object was overwritten");
}

static SkValue fresh(unsigned n) {
    SkValue text = sk_str_format("%07u", n % 10000000);
    SkValue item = sk_is_empty(text) ? text : sk_tuple_pack(2, sk_from_small_int(n), text);
    if (sk_is_empty(item)) SK_FATAL("out of memory");
    sk_release(text);
    return item;
}

static void take_many(SkValue v, unsigned *seed) {
    SkValue many[300];
    size_t n = (size_t)rand_r(seed) % SK_COUNT_OF(many);
    for (size_t i = 0; i < n; i++) many[i] = sk_retain(v);
    check(v);
    for (size_t i = 0; i < n; i++) sk_release(many[i]);
}

static void worker(void *arg) {
    unsigned seed = (unsigned)(uintptr_t)arg;
    SkValue held[8] = {{0}};
    uint64_t n = 0;
    while (!sk_load_relaxed(&stop)) {
        size_t i = (size_t)rand_r(&seed) % SLOTS, k = (size_t)rand_r(&seed) % SK_COUNT_OF(held);
        SkValue v;
        switch (rand_r(&seed) % 7) {
        case 0:   // a look: borrowed until the next safepoint
            v = sk_list_load(board, i);
            check(v);
            sk_release(v);
            break;
        case 1:   // kept for long
            v = sk_list_get(board, i);
            check(v);
            sk_release(held[k]);
            held[k] = v;
            break;
        case 2:
            if (!sk_is_empty(held[k])) {
                check(held[k]);
                if (!sk_list_set(board, i, held[k])) SK_FATAL("cannot store");
            }
            break;
        case 3:
            v = fresh((unsigned)rand_r(&seed));
            if (!sk_list_set(board, i, v)) SK_FATAL("cannot store");
            sk_release(v);
            break;
        case 4:
            sk_release(held[k]);
            held[k] = SK_EMPTY;
            break;
        case 5:   // taken so often that the thread stashes references
            v = sk_list_get(board, i);
            take_many(v, &seed);
            sk_release(v);
            break;
        default:
            if (!sk_safepoint_poll()) SK_FATAL("an exception at a safepoint");
            if (rand_r(&seed) % 64 == 0) {
                sk_thread_detach();
                sk_thread_attach();
            }
            break;
        }
        n++;
    }
    for (size_t k = 0; k < SK_COUNT_OF(held); k++) {
        if (!sk_is_empty(held[k])) check(held[k]);
        sk_release(held[k]);
    }
    sk_add_relaxed(&operations, n);
    sk_sub_acq_rel(&running, 1);   // PAIR(race-end): with main's load
    sk_futex_wake(&running, 1);
}

int main(int argc, char **argv) {
    unsigned threads = argc > 1 ? (unsigned)atoi(argv[1]) : 4, seconds = argc > 2 ? (unsigned)atoi(argv[2]) : 2;
    unsigned seed = argc > 3 ? (unsigned)atoi(argv[3]) : 1;
    if (!sk_runtime_init(NULL) || threads == 0) return 2;
    printf("threads %u, seconds %u, seed %u\n", threads, seconds, seed);
    board = sk_list_new(SLOTS);
    for (unsigned i = 0; i < SLOTS; i++)
        if (sk_is_empty(board) || !sk_list_append_steal(board, fresh(i))) return 2;
    sk_store_relaxed(&running, threads);
    for (unsigned i = 0; i < threads; i++)
        if (sk_thread_start(worker, (void *)(uintptr_t)(seed * 7919 + i), 0, NULL)) SK_FATAL("cannot start a thread");
    sk_thread_detach();
    nanosleep(&(struct timespec){.tv_sec = seconds}, NULL);
    sk_thread_attach();
    sk_store_relaxed(&stop, true);
    for (uint32_t left; (left = sk_load_acquire(&running));) {   // PAIR(race-end)
        sk_thread_detach();
        sk_futex_wait(&running, left, 100000000);
        sk_thread_attach();
        if (!sk_safepoint_poll()) return 1;
    }
    for (size_t i = 0; i < SLOTS; i++) {
        SkValue v = sk_list_get(board, i);
        check(v);
        sk_release(v);
    }
    sk_release(board);
    printf("%llu operations\nok\n", (unsigned long long)sk_load_relaxed(&operations));
    return 0;
}
