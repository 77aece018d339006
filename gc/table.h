// The table of containers: every object that may hold references to others has an index here, so that the
// collector and the heap checker enumerate objects without asking the allocator.
//
// One reserved array; entry i is the object's address with the slot of the thread that allocated it in the upper 16 bits (and FROZEN), or, for a
// free index, (next free index << 1 | 1). A thread
// takes indexes from a free list of its own, which it refills from a global high-water mark.
#ifndef SKEIN_GC_TABLE_H
#define SKEIN_GC_TABLE_H

#include "gc/object.h"

bool sk_table_init(void) SK_MUST_USE;
// A new index for o; 0: the table is full.
uint32_t sk_table_insert(SkObject *o);
// The object is gone: a reader sees no object from here on. The index is not reused before sk_table_recycle.
void sk_table_clear(uint32_t index);
void sk_table_recycle(uint32_t index);
// Gives this thread's free indexes to whoever comes next.
void sk_table_thread_exit(void);

// How many free indexes this thread keeps before it gives some to all; it asks for further ones, and for what is done then, when it has none.
void sk_table_set_keep(uint32_t n);
// Gives this thread's free indexes to all threads.
void sk_table_share(void);
// Indexes that threads have: containers in use, and a portion or two for each thread.
uint64_t sk_table_in_use(void);
// When so many are in use, every further portion asks for a collection.
enum { SK_TABLE_FIRST_DUE = 50000 };
void sk_table_set_due(uint64_t n);

uint32_t sk_table_high_water(void);
// The object at an index, NULL if it is free. PAIR(table): with sk_table_insert: the header is complete.
SkObject *sk_table_get(uint32_t index);
// The same, for an object that this thread allocated and that is not frozen; NULL for others.
SkObject *sk_table_get_own(uint32_t index);
// Frozen objects no collection looks at: what they refer to is in use. Freezing what has died meanwhile does nothing.
void sk_table_freeze(uint32_t index, bool frozen);
bool sk_table_is_frozen(uint32_t index);
bool sk_table_is_free(uint32_t index);

#endif
