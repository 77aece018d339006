#include "gc/table.h"

#include <pthread.h>

#include "base/alloc.h"

enum { REFILL = 512 };

static _Atomic uint64_t *table;
static uint32_t capacity;
static _Atomic uint32_t high_water = 1;          // indexes below it were handed out at least once
static pthread_mutex_t orphan_mutex = PTHREAD_MUTEX_INITIALIZER;
static uint32_t orphans;                          // free lists of threads that ended, chained; under the mutex
static _Thread_local uint32_t free_head;          // this thread's free list
static _Thread_local uint32_t fresh, fresh_end;   // this thread's unused run of new indexes

bool sk_table_init(void) {
    for (capacity = 1u << 30; capacity >= 1u << 20; capacity >>= 1)
        if ((table = sk_reserve((size_t)capacity * sizeof *table))) return true;
    return false;
}

static uint32_t refill(void) {
    pthread_mutex_lock(&orphan_mutex);
    uint32_t i = orphans;
    orphans = 0;
    pthread_mutex_unlock(&orphan_mutex);
    if (i) {
        free_head = (uint32_t)(sk_load_relaxed(&table[i]) >> 1);
        return i;
    }
    uint32_t start = sk_add_relaxed(&high_water, REFILL);
    if (start >= capacity - REFILL) {
        sk_sub_relaxed(&high_water, REFILL);
        return 0;
    }
    fresh = start + 1;
    fresh_end = start + REFILL;
    return start;
}

uint32_t sk_table_insert(SkObject *o) {
    uint32_t i = free_head;
    if (sk_likely(i)) {
        free_head = (uint32_t)(sk_load_relaxed(&table[i]) >> 1);
    } else if (sk_likely(fresh < fresh_end)) {
        i = fresh++;
    } else {
        i = refill();
        if (!i) return 0;
    }
    sk_store_release(&table[i], (uint64_t)(uintptr_t)o);  // PAIR(table): with sk_table_get
    return i;
}

void sk_table_clear(uint32_t index) { sk_store_relaxed(&table[index], 1); }

void sk_table_recycle(uint32_t index) {
    sk_store_relaxed(&table[index], (uint64_t)free_head << 1 | 1);
    free_head = index;
}

void sk_table_thread_exit(void) {
    while (fresh < fresh_end) sk_table_recycle(fresh++);
    if (!free_head) return;
    uint32_t last = free_head, next;
    while ((next = (uint32_t)(sk_load_relaxed(&table[last]) >> 1))) last = next;
    pthread_mutex_lock(&orphan_mutex);
    sk_store_relaxed(&table[last], (uint64_t)orphans << 1 | 1);
    orphans = free_head;
    pthread_mutex_unlock(&orphan_mutex);
    free_head = 0;
}

uint32_t sk_table_high_water(void) {
    uint32_t n = sk_load_relaxed(&high_water);
    return n < capacity ? n : capacity;
}

SkObject *sk_table_get(uint32_t index) {
    uint64_t w = sk_load_acquire(&table[index]);  // PAIR(table)
    return w & 1 ? NULL : (SkObject *)(uintptr_t)w;
}
