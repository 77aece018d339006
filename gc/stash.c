// See stash.h.
#include "gc/stash.h"

#if !SKEIN_GIL
#include "gc/count.h"
#include "threading/rcu.h"

enum { HOT = 8, FILL = 64 };

_Thread_local SkStashEntry sk_stash[SK_STASH_ENTRIES];
static _Thread_local bool filled;   // some entry may hold references

static void empty(SkStashEntry *e) {
    uint32_t n = e->held;
    e->held = 0;
    sk_count_drop(e->object, n);
}

// Not in the stash: what shares the entry cools down, o warms up. True: o is hot, and one of the references taken is the caller's.
bool sk_stash_warm(SkStashEntry *e, SkObject *o) {
    if (e->object != o) {
        if (e->heat && --e->heat) return false;
        if (e->held) empty(e);
        e->object = o;
        e->heat = 1;
        return false;
    }
    if (e->heat < HOT) {
        e->heat++;
        return false;
    }
    if (!sk_count_take(o, FILL)) return false;
    if (!filled) sk_rcu_request_within(SK_STASH_MS);
    filled = true;
    e->held = FILL - 1;
    return true;
}

void sk_stash_shrink(SkStashEntry *e) {
    if (sk_likely(e->held <= 2 * FILL)) return;
    e->held -= FILL;
    sk_count_drop(e->object, FILL);
}

void sk_stash_give_back(void) {
    if (!filled) return;
    filled = false;
    for (SkStashEntry *e = sk_stash; e < sk_stash + SK_STASH_ENTRIES; e++)
        if (e->held) empty(e);
}
#endif
