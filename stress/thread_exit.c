// Threads that come and go: each makes objects, hands them to its successor and ends; slots are taken over, counts of what
// a dead thread owned are settled by others. Usage: thread_exit [chains] [generations] [seed]. Fails if an object is lost.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/startup.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

typedef struct {
    _Atomic uint32_t left;      // futex: generations to go
    _Atomic uint64_t parcel;    // a counted word handed from one generation to the next
    unsigned seed;
    unsigned length;
} Chain;

static void generation(void *arg) {
    Chain *c = arg;
    SkValue list = {sk_swap_acq_rel(&c->parcel, 0)};   // PAIR(parcel): with the next line's release in the last generation
    uint32_t left = sk_load_relaxed(&c->left);
    unsigned n = 1 + (unsigned)rand_r(&c->seed) % 50;
    for (unsigned i = 0; i < n; i++) {
        SkValue text = sk_str_format("%u.%u", left, i);
        SkValue pair = sk_tuple_pack(2, text, list);
        SkValue item = rand_r(&c->seed) & 1 ? sk_retain(text) : sk_tuple_slice(pair, 0, 1);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) SK_FATAL("out of memory");
        sk_release(pair);
        sk_release(text);
        if (!sk_safepoint_poll()) SK_FATAL("an exception at a safepoint");
    }
    c->length += n;
    if (sk_list_len(list) != c->length) SK_FATAL("a list lost or gained items");
    sk_swap_acq_rel(&c->parcel, list.w);   // PAIR(parcel)
    if (left > 1) {
        sk_store_relaxed(&c->left, left - 1);
        if (sk_thread_start(generation, c, 0, NULL)) SK_FATAL("cannot start a thread");
    } else {
        sk_store_release(&c->left, 0);   // PAIR(chain-end): with main's load
        sk_futex_wake(&c->left, 1);
    }
}

int main(int argc, char **argv) {
    unsigned chains = argc > 1 ? (unsigned)atoi(argv[1]) : 4, generations = argc > 2 ? (unsigned)atoi(argv[2]) : 200;
    unsigned seed = argc > 3 ? (unsigned)atoi(argv[3]) : 1;
    if (!sk_runtime_init(NULL) || chains == 0 || chains > 64 || generations == 0) return 2;
    printf("chains %u, generations %u, seed %u\n", chains, generations, seed);
    Chain all[64];
    for (unsigned i = 0; i < chains; i++) {
        Chain *c = &all[i];
        *c = (Chain){.seed = seed * 1000 + i};
        sk_store_relaxed(&c->left, generations);
        SkValue list = sk_list_new(0);
        if (sk_is_empty(list)) return 2;
        sk_swap_acq_rel(&c->parcel, list.w);
        if (sk_thread_start(generation, c, 0, NULL)) SK_FATAL("cannot start a thread");
    }
    for (unsigned i = 0; i < chains; i++) {
        for (uint32_t left; (left = sk_load_acquire(&all[i].left));) {   // PAIR(chain-end)
            sk_thread_detach();
            sk_futex_wait(&all[i].left, left, 100000000);
            sk_thread_attach();
        }
        SkValue list = {sk_swap_acq_rel(&all[i].parcel, 0)};
        if (sk_list_len(list) != all[i].length) SK_FATAL("a list lost or gained items");
        for (size_t k = 0; k < all[i].length; k++) {
            SkValue item = sk_list_get(list, k);
            if (!sk_is_str(item) && !(sk_is_tuple(item) && sk_is_str(sk_tuple_peek(item, 0)))) SK_FATAL("an item died");
            sk_release(item);
        }
        sk_release(list);
        if (!sk_safepoint_poll()) return 1;
    }
    if (sk_thread_max_slot() > chains * 16 + 64) SK_FATAL("slots are not used again");
    puts("ok");
    return 0;
}
