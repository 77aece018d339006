// The traces: which blocks are in use, how large they are, and where they were made.
//
//   T1  A trace is entered after its block was allocated and taken out before the block is given back, both by the thread that
//       does it: so a block has one trace at most. What a thread with free lists of its own recycles before it follows the watch
//       is replaced when the address comes up again.
//   T2  Traces lie in shards by address, places in shards by hash, each with a mutex. Both are leaves; who needs one of each takes
//       the trace's first. With all trace shards locked nobody refers to a place but through a trace, or through a pin.
//   T3  The tables hold no objects: names of files are copied. So any thread may enter a trace at any time, whatever it is about to
//       do with the object, and nothing that Python code sees lives longer for it.
//   T4  Memory that the tables themselves take is not traced (`busy`): the hook would come to its own lock.
#include "modules/_tracemalloc.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "core/vm/frame.h"
#include "gc/alloc_watch.h"
#include "threading/thread.h"

enum { SHARDS = 16, FILES = 256, FIRST_SLOTS = 64, LOOK_BACK = 64, FEW_FRAMES = 32 };

typedef struct {
    pthread_mutex_t mutex;
    SkTrace *slots;          // open addressing; block 0: empty
    size_t mask, used;       // mask 0: no slots yet
} Traces;

typedef struct {
    pthread_mutex_t mutex;
    SkTracePlace **heads;
    size_t count, mask;
} Places;

static Traces traces[SHARDS];
static Places places[SHARDS];
static _Atomic(SkTraceFile *) files[FILES];   // only ever grow. PAIR(trace-files)
static _Atomic int limit = 1;
static _Atomic bool on;
static _Atomic size_t traced, peak, own;
static pthread_mutex_t switching = PTHREAD_MUTEX_INITIALIZER;   // start and stop; before a shard's
static pthread_mutex_t pin_mutex = PTHREAD_MUTEX_INITIALIZER;   // after a trace shard's
static size_t pins;                  // under pin_mutex
static SkTracePlace *cleared;        // places that a pin keeps; likewise
static _Thread_local bool busy;      // in a hook or in a table: nothing is recorded
static _Thread_local unsigned quiet; // pins of this thread: blocks that go are recorded, new ones are not

// ---- memory ------------------------------------------------------------------------------------------------------------------

static void *take(size_t n, size_t size) {
    void *p = sk_calloc(n, size);
    if (p) sk_add_relaxed(&own, n * size);
    return p;
}

static void give(void *p, size_t n, size_t size) {
    if (!p) return;
    sk_sub_relaxed(&own, n * size);
    sk_free(p);
}

// ---- names of files ------------------------------------------------------------------------------------------------------------

static const SkTraceFile *find_file(const SkTraceFile *from, const SkTraceFile *end, const SkStr *s, int64_t hash) {
    for (; from != end; from = from->next)
        if (from->hash == hash && from->length == s->length && from->kind == s->kind && !memcmp(from->text, s->data, s->length * s->kind))
            return from;
    return NULL;
}

static const SkTraceFile *file_of(SkValue name) {
    if (!sk_is_str(name)) return NULL;
    SkStr *s = sk_as_str(name);
    int64_t hash = sk_str_hash(s);
    _Atomic(SkTraceFile *) *head = &files[(uint64_t)hash % FILES];
    SkTraceFile *first = sk_load_acquire(head);  // PAIR(trace-files)
    const SkTraceFile *known = find_file(first, NULL, s, hash);
    if (known) return known;
    size_t bytes = s->length * s->kind;
    SkTraceFile *file = take(1, sizeof *file + bytes);
    if (!file) return NULL;
    file->hash = hash;
    file->length = s->length;
    file->kind = s->kind;
    memcpy(file->text, s->data, bytes);
    for (SkTraceFile *seen = first;; seen = first) {
        file->next = first;
        if (sk_cas_acq_rel(head, &first, file)) return file;  // PAIR(trace-files): what a file says was written before it is found
        known = find_file(first, seen, s, hash);
        if (!known) continue;
        give(file, 1, sizeof *file + bytes);
        return known;
    }
}

// ---- places ----------------------------------------------------------------------------------------------------------------------

static uint64_t mix(uint64_t h, uint64_t v) {
    h = (h ^ v) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}

static void grow_places(Places *p) {
    size_t size = p->heads ? (p->mask + 1) * 4 : FIRST_SLOTS;
    SkTracePlace **heads = take(size, sizeof(SkTracePlace *));
    if (!heads) return;   // the chains get longer
    for (size_t i = 0; p->heads && i <= p->mask; i++) {
        for (SkTracePlace *next, *e = p->heads[i]; e; e = next) {
            next = e->next;
            e->next = heads[e->hash / SHARDS & (size - 1)];
            heads[e->hash / SHARDS & (size - 1)] = e;
        }
    }
    if (p->heads) give(p->heads, p->mask + 1, sizeof(SkTracePlace *));
    p->heads = heads;
    p->mask = size - 1;
}

static size_t place_size(const SkTracePlace *e) { return sizeof *e + e->count * sizeof *e->frames; }

// The place with these frames, or NULL: out of memory. The caller holds the lock of a trace shard.
static const SkTracePlace *intern_place(const SkTraceFrame *frames, uint32_t count, uint32_t total) {
    uint64_t hash = mix(count, total);
    for (uint32_t i = 0; i < count; i++) hash = mix(mix(hash, (uintptr_t)frames[i].file), (uint64_t)frames[i].line);
    Places *p = &places[hash % SHARDS];
    pthread_mutex_lock(&p->mutex);
    if (!p->heads || p->count > p->mask) grow_places(p);
    SkTracePlace *e = p->heads ? p->heads[hash / SHARDS & p->mask] : NULL;
    for (; e; e = e->next) {
        if (e->hash != hash || e->count != count || e->total != total) continue;
        uint32_t same = 0;
        while (same < count && e->frames[same].file == frames[same].file && e->frames[same].line == frames[same].line) same++;
        if (same == count) break;
    }
    if (!e && p->heads && (e = take(1, sizeof *e + count * sizeof *frames))) {
        e->hash = hash;
        e->count = count;
        e->total = total;
        memcpy(e->frames, frames, count * sizeof *frames);
        e->next = p->heads[hash / SHARDS & p->mask];
        p->heads[hash / SHARDS & p->mask] = e;
        p->count++;
    }
    pthread_mutex_unlock(&p->mutex);
    return e;
}

// ---- frames ------------------------------------------------------------------------------------------------------------------------

// The cells that a call makes for its variables first are the caller's.
static bool has_begun(const SkFrame *f) {
    const _Atomic SkInstr *end = f->code->code + f->code->ncode;
    for (const _Atomic SkInstr *p = f->code->code; p < f->pc && p < end; p++)
        if (SK_OP(sk_load_relaxed(p)) != SK_OPC_MAKE_CELL) return true;
    return false;
}

// The frames of this thread, at most `max`; how many there are in *total.
static uint32_t read_frames(SkTraceFrame *out, uint32_t max, uint32_t *total) {
    uint32_t count = 0, all = 0;
    const SkFrame *f = sk_thread_self ? sk_vm.top : NULL;
    while (f && !has_begun(f)) f = f->prev;
    for (; f && all < SK_TRACES_MAX_FRAMES; f = f->prev, all++)
        if (count < max) out[count++] = (SkTraceFrame){file_of(sk_slot_peek(&f->code->filename)), sk_frame_line(f)};
    if (!count) {
        out[count++] = (SkTraceFrame){NULL, 0};
        all = 1;
    }
    *total = all;
    return count;
}

// ---- traces ------------------------------------------------------------------------------------------------------------------------

static uint64_t spread(uintptr_t block) { return mix(0, block >> 4); }
static Traces *shard_of(uintptr_t block) { return &traces[spread(block) % SHARDS]; }
static size_t home(const Traces *t, uintptr_t block) { return spread(block) / SHARDS & t->mask; }

// Where the block is, or where it would go. Requires slots, and an empty one among them.
static SkTrace *locate(const Traces *t, uintptr_t block) {
    size_t i = home(t, block);
    while (t->slots[i].block && t->slots[i].block != block) i = (i + 1) & t->mask;
    return &t->slots[i];
}

static bool grow(Traces *t) {
    size_t size = t->slots ? (t->mask + 1) * 2 : FIRST_SLOTS;
    Traces bigger = {.slots = take(size, sizeof(SkTrace)), .mask = size - 1};
    if (!bigger.slots) return false;
    for (size_t i = 0; t->slots && i <= t->mask; i++)
        if (t->slots[i].block) *locate(&bigger, t->slots[i].block) = t->slots[i];
    if (t->slots) give(t->slots, t->mask + 1, sizeof(SkTrace));
    t->slots = bigger.slots;
    t->mask = bigger.mask;
    return true;
}

static void account(size_t size) {
    size_t now = sk_add_relaxed(&traced, size) + size, top = sk_load_relaxed(&peak);
    while (now > top && !sk_cas_weak_relaxed(&peak, &top, now)) {}
}

// Takes a trace out: what follows it in its run moves up.
static void take_out(Traces *t, SkTrace *slot) {
    sk_sub_relaxed(&traced, slot->size);
    size_t hole = (size_t)(slot - t->slots), i = hole;
    for (;;) {
        i = (i + 1) & t->mask;
        if (!t->slots[i].block) break;
        if (((i - home(t, t->slots[i].block)) & t->mask) < ((i - hole) & t->mask)) continue;
        t->slots[hole] = t->slots[i];
        hole = i;
    }
    t->slots[hole] = (SkTrace){0};
    t->used--;
}

static void enter(uintptr_t block, size_t size, const SkTraceFrame *frames, uint32_t count, uint32_t total) {
    Traces *t = shard_of(block);
    pthread_mutex_lock(&t->mutex);
    const SkTracePlace *place = sk_load_relaxed(&on) ? intern_place(frames, count, total) : NULL;
    if (place && (!t->slots || t->used * 3 > t->mask * 2) && !grow(t) && (!t->slots || t->used == t->mask)) place = NULL;
    if (place) {
        SkTrace *slot = locate(t, block);
        if (slot->block) sk_sub_relaxed(&traced, slot->size);
        else t->used++;
        *slot = (SkTrace){block, size, place};
        account(size);
    }
    pthread_mutex_unlock(&t->mutex);
}

static void block_made(void *block, size_t size) {
    if (busy || quiet) return;
    busy = true;
    SkTraceFrame few[FEW_FRAMES], *frames = few;
    uint32_t max = (uint32_t)sk_load_relaxed(&limit), total;
    if (max > FEW_FRAMES) frames = sk_malloc(max * sizeof *frames);
    if (frames) {
        uint32_t count = read_frames(frames, max, &total);
        enter((uintptr_t)block, size, frames, count, total);
    }
    if (frames != few) sk_free(frames);
    busy = false;
}

static void block_gone(void *block) {
    if (busy) return;
    Traces *t = shard_of((uintptr_t)block);
    pthread_mutex_lock(&t->mutex);
    SkTrace *slot = t->slots ? locate(t, (uintptr_t)block) : NULL;
    if (slot && slot->block) take_out(t, slot);
    pthread_mutex_unlock(&t->mutex);
}

// ---- all of them -------------------------------------------------------------------------------------------------------------------

static void lock_traces(void) {
    for (int i = 0; i < SHARDS; i++) pthread_mutex_lock(&traces[i].mutex);
}
static void unlock_traces(void) {
    for (int i = SHARDS; i-- > 0;) pthread_mutex_unlock(&traces[i].mutex);
}

// Around a fork nobody is inside. The hooks of a thread that is about to fork are over.
static void before_fork(void) {
    pthread_mutex_lock(&switching);
    lock_traces();
    for (int i = 0; i < SHARDS; i++) pthread_mutex_lock(&places[i].mutex);
    pthread_mutex_lock(&pin_mutex);
}
static void after_fork(void) {
    pthread_mutex_unlock(&pin_mutex);
    for (int i = SHARDS; i-- > 0;) pthread_mutex_unlock(&places[i].mutex);
    unlock_traces();
    pthread_mutex_unlock(&switching);
}

static void free_places(SkTracePlace *e) {
    while (e) {
        SkTracePlace *next = e->next;
        give(e, 1, place_size(e));
        e = next;
    }
}

// The caller holds the locks of all trace shards (T2).
static void drop_all(void) {
    SkTracePlace *all = NULL;
    for (int i = 0; i < SHARDS; i++) {
        give(traces[i].slots, traces[i].mask + 1, sizeof(SkTrace));
        traces[i].slots = NULL;
        traces[i].mask = traces[i].used = 0;
        Places *p = &places[i];
        for (size_t k = 0; p->heads && k <= p->mask; k++) {
            for (SkTracePlace *next, *e = p->heads[k]; e; e = next) {
                next = e->next;
                e->next = all;
                all = e;
            }
        }
        give(p->heads, p->mask + 1, sizeof(SkTracePlace *));
        p->heads = NULL;
        p->count = p->mask = 0;
    }
    sk_store_relaxed(&traced, 0);
    sk_store_relaxed(&peak, 0);
    pthread_mutex_lock(&pin_mutex);
    if (pins) {
        SkTracePlace **end = &cleared;
        while (*end) end = &(*end)->next;
        *end = all;
        all = NULL;
    }
    pthread_mutex_unlock(&pin_mutex);
    free_places(all);
}

static void clear_locked(void) {
    busy = true;
    lock_traces();
    drop_all();
    unlock_traces();
    busy = false;
}

static const SkAllocWatch watch = {block_made, block_gone};

// ---- for the module ------------------------------------------------------------------------------------------------------------------

bool sk_traces_on(void) { return sk_load_relaxed(&on); }
int sk_traces_limit(void) { return sk_load_relaxed(&limit); }

bool sk_traces_start(int max_frames) {
    static bool prepared;   // under `switching`
    bool ok = true;
    pthread_mutex_lock(&switching);
    if (!prepared) {
        for (int i = 0; i < SHARDS; i++) {
            pthread_mutex_init(&traces[i].mutex, NULL);
            pthread_mutex_init(&places[i].mutex, NULL);
        }
        prepared = ok = pthread_atfork(before_fork, after_fork, after_fork) == 0;
    }
    bool begun = ok && !sk_load_relaxed(&on);
    if (begun) {
        sk_store_relaxed(&limit, max_frames);
        sk_store_relaxed(&on, true);
        sk_alloc_watch(&watch);
    }
    pthread_mutex_unlock(&switching);
    if (begun) {
        sk_alloc_follow_watch();
        sk_poll_set_all(SK_POLL_TRACE);
    }
    return ok;
}

void sk_traces_stop(void) {
    pthread_mutex_lock(&switching);
    bool ended = sk_load_relaxed(&on);
    if (ended) {
        sk_alloc_watch(NULL);
        busy = true;
        lock_traces();
        sk_store_relaxed(&on, false);   // under the locks: who is in a hook still enters nothing any more
        drop_all();
        unlock_traces();
        busy = false;
    }
    pthread_mutex_unlock(&switching);
    if (ended) {
        sk_alloc_follow_watch();
        sk_poll_set_all(SK_POLL_TRACE);
    }
}

void sk_traces_clear(void) {
    pthread_mutex_lock(&switching);
    if (sk_load_relaxed(&on)) clear_locked();
    pthread_mutex_unlock(&switching);
}

void sk_traces_reset_peak(void) {
    if (sk_traces_on()) sk_store_relaxed(&peak, sk_load_relaxed(&traced));
}

void sk_traces_sizes(size_t *now, size_t *top) {
    *now = sk_load_relaxed(&traced);
    *top = sk_load_relaxed(&peak);
    if (*top < *now) *top = *now;
}

size_t sk_traces_own_size(void) { return sk_load_relaxed(&own) + sizeof traces + sizeof places + sizeof files; }

void sk_traces_pin(void) {
    pthread_mutex_lock(&pin_mutex);
    pins++;
    pthread_mutex_unlock(&pin_mutex);
    quiet++;
}

void sk_traces_unpin(void) {
    pthread_mutex_lock(&pin_mutex);
    SkTracePlace *unused = NULL;
    if (--pins == 0) {
        unused = cleared;
        cleared = NULL;
    }
    pthread_mutex_unlock(&pin_mutex);
    free_places(unused);
    quiet--;
}

bool sk_traces_all(SkTrace **out, size_t *n) {
    size_t count = 0, room = 0;
    SkTrace *all = NULL;
    for (int s = 0; s < SHARDS; s++) {
        Traces *t = &traces[s];
        if (!sk_traces_on()) break;
        busy = true;
        pthread_mutex_lock(&t->mutex);
        if (t->used > room - count) {
            room = count + t->used + (count + t->used) / 4 + 1;
            SkTrace *grown = sk_realloc(all, room * sizeof *all);
            if (!grown) {
                pthread_mutex_unlock(&t->mutex);
                busy = false;
                sk_free(all);
                return false;
            }
            all = grown;
        }
        for (size_t i = 0; t->slots && i <= t->mask; i++)
            if (t->slots[i].block) all[count++] = t->slots[i];
        pthread_mutex_unlock(&t->mutex);
        busy = false;
    }
    *out = all;
    *n = count;
    return true;
}

bool sk_traces_find(const void *address, SkTrace *out) {
    if (!sk_traces_on()) return false;
    for (size_t back = 0; back <= LOOK_BACK; back += 16) {   // objects may have something before their header
        uintptr_t block = (uintptr_t)address - back;
        Traces *t = shard_of(block);
        pthread_mutex_lock(&t->mutex);
        SkTrace *slot = t->slots ? locate(t, block) : NULL;
        bool found = slot && slot->block && slot->size > back;
        if (found) *out = *slot;
        pthread_mutex_unlock(&t->mutex);
        if (found) return true;
    }
    return false;
}
