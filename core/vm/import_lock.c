// One lock a module name being imported. A thread that is about to wait looks along the chain "lock - owner - lock it
// waits for" under the one mutex of this file; if the chain comes back to itself, waiting would never end. The chains of others end:
// who waits has looked first, and a lock goes to a thread that waits for none.
#include <pthread.h>

#include "base/alloc.h"
#include "core/vm/import.h"
#include "objects/error.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef struct Lock {
    struct Lock *next;
    SkValue name;          // interned: compared by address
    SkThread *owner;
    unsigned depth;        // the owner may import the name again (reload)
    unsigned users;
    _Atomic uint32_t turn; // futex: changes at every release
} Lock;

typedef struct Waiter {
    struct Waiter *next;
    SkThread *thread;
    Lock *lock;
} Waiter;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static Lock *locks;       // under mutex
static Waiter *waiters;   // under mutex

static Lock *awaited_by(SkThread *t) {
    for (Waiter *w = waiters; w; w = w->next)
        if (w->thread == t) return w->lock;
    return NULL;
}

static bool would_deadlock(Lock *l, SkThread *self) {
    for (Lock *at = l; at && at->owner; at = awaited_by(at->owner)) {
        if (at->owner == self) return true;
    }
    return false;
}

static void drop(Lock *l) {
    if (--l->users) return;
    Lock **p = &locks;
    while (*p != l) p = &(*p)->next;
    *p = l->next;
    sk_release(l->name);
    sk_free(l);
}

int sk_import_lock(SkValue name) {
    SkThread *self = sk_thread_self;
    pthread_mutex_lock(&mutex);
    Lock *l = locks;
    while (l && !sk_is(l->name, name)) l = l->next;
    if (!l) {
        l = sk_calloc(1, sizeof *l);
        if (!l) {
            pthread_mutex_unlock(&mutex);
            sk_raise_memory();
            return -1;
        }
        l->name = sk_retain(name);
        l->next = locks;
        locks = l;
    }
    l->users++;
    if (l->owner == self) {
        l->depth++;
        pthread_mutex_unlock(&mutex);
        return 1;
    }
    while (l->owner) {
        if (would_deadlock(l, self)) {
            drop(l);
            pthread_mutex_unlock(&mutex);
            return 0;
        }
        Waiter w = {waiters, self, l};
        waiters = &w;
        uint32_t turn = sk_load_relaxed(&l->turn);
        pthread_mutex_unlock(&mutex);
        sk_thread_detach();
        sk_futex_wait(&l->turn, turn, -1);
        sk_thread_attach();
        pthread_mutex_lock(&mutex);
        Waiter **p = &waiters;
        while (*p != &w) p = &(*p)->next;
        *p = w.next;
        pthread_mutex_unlock(&mutex);
        bool ok = sk_safepoint_poll();   // runs code that may import, and is not waiting meanwhile
        pthread_mutex_lock(&mutex);
        if (!ok) {
            drop(l);
            pthread_mutex_unlock(&mutex);
            return -1;
        }
    }
    l->owner = self;
    l->depth = 1;
    pthread_mutex_unlock(&mutex);
    return 1;
}

void sk_import_unlock(SkValue name) {
    pthread_mutex_lock(&mutex);
    Lock *l = locks;
    while (l && !sk_is(l->name, name)) l = l->next;
    if (l && --l->depth == 0) {
        l->owner = NULL;
        sk_add_relaxed(&l->turn, 1);
        sk_futex_wake(&l->turn, 1 << 30);
    }
    if (l) drop(l);
    pthread_mutex_unlock(&mutex);
}

static SkThread *owner_of(SkValue name) {
    pthread_mutex_lock(&mutex);
    Lock *l = locks;
    while (l && !sk_is(l->name, name)) l = l->next;
    SkThread *t = l ? l->owner : NULL;
    pthread_mutex_unlock(&mutex);
    return t;
}

bool sk_import_lock_held(SkValue name) { return owner_of(name) != NULL; }
bool sk_import_lock_mine(SkValue name) { return owner_of(name) == sk_thread_self; }
