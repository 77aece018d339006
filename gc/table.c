// Free indexes lie in lists through the table itself: each thread has a short one of its own, and one
// is everybody's. Because indexes come and go in portions, `in_use` is known without counting at each allocation.
#include "gc/table.h"

#include <pthread.h>

#include "base/alloc.h"
#include "gc/collect.h"
#include "gc/young.h"

enum {
    REFILL = 512,            // new indexes that a thread takes at a time
    PORTION = 512,           // free indexes that a thread takes or gives back at a time
    LEAST = 2 * PORTION, KEEP = 8 * PORTION,   // free indexes that a thread keeps
    FREE = 1,                // of an entry
    FROZEN = 2,
    SLOT_SHIFT = 48,
};

static _Atomic uint64_t *table;
static uint32_t capacity;
static _Atomic uint32_t high_water = 1;          // indexes below it were handed out at least once
static pthread_mutex_t common_mutex = PTHREAD_MUTEX_INITIALIZER;
static uint32_t common;                           // everybody's free list; this and what follows under the mutex
static uint64_t in_use;                           // indexes that threads have, used or not
static uint64_t due = SK_TABLE_FIRST_DUE;                      // so many ask for a collection
static _Thread_local uint32_t free_head, free_count;   // this thread's free list
static _Thread_local uint32_t fresh, fresh_end;   // this thread's unused run of new indexes
static _Thread_local uint32_t keep = KEEP;

bool sk_table_init(void) {
    for (capacity = 1u << 30; capacity >= 1u << 20; capacity >>= 1)
        if ((table = sk_reserve((size_t)capacity * sizeof *table))) return sk_young_init(capacity) && sk_collect_init(capacity);
    return false;
}

static uint32_t next_free(uint32_t i) { return (uint32_t)(sk_load_relaxed(&table[i]) >> 1); }
static void set_next_free(uint32_t i, uint32_t next) { sk_store_relaxed(&table[i], (uint64_t)next << 1 | FREE); }

// The first n entries of a list: their last one, and how many there are.
static uint32_t portion(uint32_t head, uint32_t *n) {
    uint32_t last = head, next;
    for (*n = 1; *n < PORTION && (next = next_free(last)); ++*n) last = next;
    return last;
}

static bool refill(void) {
    pthread_mutex_lock(&common_mutex);
    bool full = in_use >= due;
    if (common) {
        uint32_t last = portion(common, &free_count);
        free_head = common;
        common = next_free(last);
        set_next_free(last, 0);
        in_use += free_count;
    } else if (sk_load_relaxed(&high_water) < capacity - REFILL) {
        fresh = sk_add_relaxed(&high_water, REFILL);
        fresh_end = fresh + REFILL;
        in_use += REFILL;
    }
    pthread_mutex_unlock(&common_mutex);
    for (uint32_t i = free_head; i; i = next_free(i)) sk_young_took(i);
    for (uint32_t i = fresh; i < fresh_end; i++) sk_young_took(i);
    if (full) sk_collect_request();
    if (sk_young_refilled()) sk_collect_request_young();
    return free_head || fresh < fresh_end;
}

// Between powers of two, so that the same place of a loop is not hit each time. Whole collections are asked for: fewer
// containers in between and programs with threads do little else.
static void stress(void) {
#if SK_GCSTRESS
    static _Thread_local uint32_t inserted;
    if (++inserted % 199 == 0) sk_collect_request();
#endif
}

uint32_t sk_table_insert(SkObject *o) {
    stress();
    for (;;) {
        uint32_t i = free_head;
        if (sk_likely(i)) {
            free_head = next_free(i);
            free_count--;
        } else if (sk_likely(fresh < fresh_end)) {
            i = fresh++;
        } else if (refill()) {
            continue;
        } else {
            return 0;
        }
        // PAIR(table): with sk_table_get
        sk_store_release(&table[i], (uint64_t)(uintptr_t)o | (uint64_t)sk_self_slot << SLOT_SHIFT);
        return i;
    }
}

void sk_table_clear(uint32_t index) { sk_store_relaxed(&table[index], FREE); }

// Gives back the first portion of the list.
static void give_back(void) {
    for (uint32_t i = free_head, k = 0; i && k < PORTION; i = next_free(i), k++) sk_young_gave(i);
    uint32_t n, last = portion(free_head, &n), rest = next_free(last);
    pthread_mutex_lock(&common_mutex);
    set_next_free(last, common);
    common = free_head;
    in_use -= n;
    pthread_mutex_unlock(&common_mutex);
    free_head = rest;
    free_count -= n;
}

void sk_table_recycle(uint32_t index) {
    set_next_free(index, free_head);
    free_head = index;
    if (sk_unlikely(++free_count >= keep)) give_back();
}

void sk_table_set_keep(uint32_t n) { keep = n < LEAST ? LEAST : n < KEEP ? n : KEEP; }

void sk_table_share(void) {
    while (free_head) give_back();
}

void sk_table_thread_exit(void) {
    while (fresh < fresh_end) sk_table_recycle(fresh++);
    sk_table_share();
    sk_young_thread_exit();
}

uint64_t sk_table_in_use(void) {
    pthread_mutex_lock(&common_mutex);
    uint64_t n = in_use;
    pthread_mutex_unlock(&common_mutex);
    return n;
}

void sk_table_set_due(uint64_t n) {
    pthread_mutex_lock(&common_mutex);
    due = n;
    pthread_mutex_unlock(&common_mutex);
}

uint32_t sk_table_high_water(void) {
    uint32_t n = sk_load_relaxed(&high_water);
    return n < capacity ? n : capacity;
}

static SkObject *address(uint64_t w) { return (SkObject *)(uintptr_t)(w & (((uint64_t)1 << SLOT_SHIFT) - 1) & ~(uint64_t)FROZEN); }

SkObject *sk_table_get(uint32_t index) {
    uint64_t w = sk_load_acquire(&table[index]);  // PAIR(table)
    return w & FREE ? NULL : address(w);
}

SkObject *sk_table_get_own(uint32_t index) {
    uint64_t w = sk_load_relaxed(&table[index]);
    return w >> SLOT_SHIFT == sk_self_slot && !(w & FROZEN) ? address(w) : NULL;
}

void sk_table_freeze(uint32_t index, bool frozen) {
    uint64_t w = sk_load_relaxed(&table[index]);
    while (w && !(w & FREE) && !sk_cas_weak_relaxed(&table[index], &w, frozen ? w | FROZEN : w & ~(uint64_t)FROZEN)) {}
}

bool sk_table_is_frozen(uint32_t index) { return (sk_load_relaxed(&table[index]) & (FREE | FROZEN)) == FROZEN; }

bool sk_table_is_free(uint32_t index) {
    uint64_t w = sk_load_relaxed(&table[index]);
    return !w || (w & FREE);   // 0: not used yet
}
