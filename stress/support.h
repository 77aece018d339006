// What the torture programs on the C interface share: the runtime, threads, random numbers, and values that can be told from freed memory.
#ifndef SKEIN_STRESS_SUPPORT_H
#define SKEIN_STRESS_SUPPORT_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "core/startup.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

#define STRESS_CHECK(c) (sk_likely(c) ? (void)0 : SK_FATAL("seed %llu: check failed: %s", (unsigned long long)stress_seed, #c))

static uint64_t stress_seed;
static double stress_end;
static int stress_threads;
static _Atomic int stress_active;

static inline double stress_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

// SplitMix64 (Steele, Lea, Flood, 2014).
static inline uint64_t stress_random(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static inline void stress_start(int argc, char **argv) {
    stress_threads = argc > 1 ? atoi(argv[1]) : 2;
    stress_end = stress_now() + (argc > 2 ? atof(argv[2]) : 1);
    stress_seed = argc > 3 ? strtoull(argv[3], NULL, 10) : (uint64_t)time(NULL);
    uint32_t hash_seed = (uint32_t)stress_seed;
    if (!sk_runtime_init(&hash_seed)) SK_FATAL("no runtime");
}

// True until the time is up; a safepoint.
static inline bool stress_goes_on(void) {
    STRESS_CHECK(sk_safepoint_poll());
    return stress_now() < stress_end;
}

typedef struct {
    void (*run)(int thread, uint64_t seed);
    int thread;
} StressJob;

static inline void stress_job(void *arg) {
    StressJob *job = arg;
    job->run(job->thread, stress_seed * 1000003 + (uint64_t)job->thread);
    sk_sub_acq_rel(&stress_active, 1);
    free(job);
}

// Runs fn on all threads and waits for them.
static inline void stress_run(void (*fn)(int thread, uint64_t seed)) {
    atomic_store(&stress_active, stress_threads);
    for (int i = 0; i < stress_threads; i++) {
        StressJob *job = malloc(sizeof *job);
        uint64_t ident;
        *job = (StressJob){fn, i};
        if (sk_thread_start(stress_job, job, 0, &ident)) SK_FATAL("no thread");
    }
    sk_thread_detach();
    while (atomic_load(&stress_active)) usleep(1000);
    sk_thread_attach();
}

// A heap object that knows what it should look like: (n, 7 * n + 3).
static inline SkValue stress_value(int64_t n) {
    SkValue v = sk_tuple_pack(2, sk_from_small_int(n), sk_from_small_int(7 * n + 3));
    STRESS_CHECK(!sk_is_empty(v));
    return v;
}

static inline int64_t stress_check_value(SkValue v) {
    STRESS_CHECK(sk_is_exact_tuple(v) && sk_tuple_len(v) == 2);
    SkValue a = sk_tuple_peek(v, 0), b = sk_tuple_peek(v, 1);
    STRESS_CHECK(sk_is_small_int(a) && sk_is_small_int(b) && sk_small_int(b) == 7 * sk_small_int(a) + 3);
    return sk_small_int(a);
}

#endif
