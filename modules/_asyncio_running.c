// Which loop runs in a thread, which task a loop is running, and which tasks there are.
//
// Places. A thread that runs a loop has a place: an object that lives for ever and is used again by a later thread. Its own thread writes
// its slots, any thread may read them. `everywhere` is the list of all places; it only grows.
// A task that is entered for a loop that does not run in this thread is in the dict `elsewhere`.
//
// Tasks. Native tasks that are not done are linked into one of several lists, by the thread that made them, each with a mutex that is
// held for a few instructions; a task leaves its list before its memory is given back, so what the list names may be tried under the
// mutex. Other tasks are in a weakref.WeakSet.
#include <pthread.h>

#include "base/alloc.h"
#include "modules/_asyncio.h"
#include "modules/arguments.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "threading/thread.h"

typedef struct Place {
    SkObject header;
    SkSlot loop, task;           // written by the thread whose place it is; the task is the loop's
    _Atomic uint32_t forks;      // what `forks` was when the loop was set: loops do not run in child processes
    _Atomic uint32_t taken;
    struct Place *next;          // set at creation
} Place;

static _Thread_local Place *here;          // NULL: none yet
static _Atomic(Place *) everywhere;        // pushed by compare-and-swap
static _Atomic uint32_t forks;             // written in a child process while it has one thread
static _Atomic(SkObject *) elsewhere;      // the dict, and the WeakSet, of the first import: immortal
static _Atomic(SkObject *) other_tasks;
static SkType place_type;

// ---- the running loop ------------------------------------------------------------------------------------------------------------

static void place_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Place *)o)->loop, visit, arg);
    sk_slot_visit(&((Place *)o)->task, visit, arg);
}
static void place_destroy(SkObject *o) { sk_object_free(o, sizeof(Place)); }   // never: they are immortal

static SkType place_type = {
    SK_TYPE_HEAD(0, sizeof(Place), place_trace, NULL, place_destroy),
    .name = "_asyncio._Place",
    .flags = SK_TF_NO_NEW,
};

static Place *need_place(void) {
    if (here) return here;
    // PAIR(asyncio-places): with the push below
    for (Place *p = sk_load_acquire(&everywhere); p; p = p->next) {
        uint32_t no = 0;
        // PAIR(asyncio-place): what the thread before left in it is seen
        if (!sk_load_relaxed(&p->taken) && sk_cas_acquire(&p->taken, &no, 1)) return here = p;
    }
    Place *p = (Place *)sk_container_new(&place_type.head, sizeof *p);
    if (!p) return sk_raise_memory(), NULL;
    sk_make_immortal(&p->header);
    sk_store_relaxed(&p->taken, 1);
    Place *first = sk_load_relaxed(&everywhere);
    do p->next = first;
    while (!sk_cas_weak_release(&everywhere, &first, p));  // PAIR(asyncio-places): who finds it sees its fields
    return here = p;
}

void sk_aio_thread_exit(void) {
    Place *p = here;
    if (!p) return;
    here = NULL;
    sk_slot_set(&p->header, &p->loop, SK_EMPTY);
    sk_slot_set(&p->header, &p->task, SK_EMPTY);
    sk_store_release(&p->taken, 0);  // PAIR(asyncio-place)
}

SkValue sk_running_loop(void) {
    if (!here || sk_load_relaxed(&here->forks) != sk_load_relaxed(&forks)) return SK_EMPTY;
    return sk_slot_load(&here->header, &here->loop);
}

static SkValue others(void) { return sk_counted(sk_load_acquire(&elsewhere)); }  // PAIR(asyncio-sets)

bool sk_running_loop_set(SkValue loop) {
    Place *p = need_place();
    if (!p) return false;
    // The tasks that the two loops are running change places.
    SK_AUTO SkValue before = sk_slot_get(&p->header, &p->loop);
    SK_AUTO SkValue task = sk_slot_swap(&p->header, &p->task, SK_EMPTY);
    bool ours = sk_load_relaxed(&p->forks) == sk_load_relaxed(&forks);
    if (ours && !sk_is_empty(task) && !sk_is_empty(before) && !sk_dict_set(others(), before, task)) return false;
    SkValue entered = sk_is_none(loop) || !sk_dict_len(others()) ? SK_EMPTY : sk_dict_pop(others(), loop);
    if (sk_is_empty(entered) && sk_error_occurred()) return false;
    sk_slot_set(&p->header, &p->loop, sk_is_none(loop) ? SK_EMPTY : sk_retain(loop));
    sk_slot_set(&p->header, &p->task, entered);
    sk_store_relaxed(&p->forks, sk_load_relaxed(&forks));
    return true;
}

SkValue sk_aio_event_loop(void) {
    SkValue running = sk_own(sk_running_loop());
    if (!sk_is_empty(running)) return running;
    SK_AUTO SkValue events = sk_import("asyncio.events");
    if (sk_is_empty(events)) return SK_EMPTY;
    SK_AUTO SkValue get = sk_getattr_opt_s(events, "_get_event_loop_policy");   // since 3.14
    if (sk_is_empty(get) && sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(get)) get = sk_getattr_s(events, "get_event_loop_policy");
    SK_AUTO SkValue policy = sk_is_empty(get) ? SK_EMPTY : sk_call0(get);
    return sk_is_empty(policy) ? SK_EMPTY : sk_call_method(policy, SK_AN(get_event_loop), NULL, 0);
}

// ---- the current task ------------------------------------------------------------------------------------------------------------

static bool runs_here(SkValue loop) {
    return here && sk_is((SkValue){sk_load_relaxed(&here->loop.w)}, loop) && sk_load_relaxed(&here->forks) == sk_load_relaxed(&forks);
}

// Counted; SK_EMPTY: none, or an exception.
static SkValue find_task(SkValue loop) {
    if (runs_here(loop)) return sk_slot_get(&here->header, &here->task);
    // PAIR(asyncio-places)
    for (Place *p = sk_load_acquire(&everywhere); p; p = p->next) {
        if (sk_load_relaxed(&p->forks) != sk_load_relaxed(&forks)) continue;
        SK_AUTO SkValue running = sk_slot_get(&p->header, &p->loop);
        if (sk_is_empty(running) || !sk_is(running, loop)) continue;
        SkValue task = sk_slot_get(&p->header, &p->task);
        if (!sk_is_empty(task)) return task;
    }
    return sk_dict_get(others(), loop);
}

static bool put_task(SkValue loop, SkValue task /* or SK_EMPTY: none */) {
    if (runs_here(loop)) {
        sk_slot_set(&here->header, &here->task, sk_is_empty(task) ? SK_EMPTY : sk_retain(task));
        return true;
    }
    return sk_is_empty(task) ? sk_dict_delete(others(), loop) >= 0 : sk_dict_set(others(), loop, task);
}

bool sk_task_enter(SkValue loop, SkValue task) {
    SK_AUTO SkValue current = find_task(loop);
    if (sk_is_empty(current)) return !sk_error_occurred() && put_task(loop, task);
    return sk_raise_false(sk_exc_RuntimeError, "Cannot enter into task %R while another task %R is being executed.", task, current);
}

bool sk_task_leave(SkValue loop, SkValue task) {
    if (runs_here(loop) && sk_is((SkValue){sk_load_relaxed(&here->task.w)}, task)) {
        sk_slot_set(&here->header, &here->task, SK_EMPTY);
        return true;
    }
    SK_AUTO SkValue current = find_task(loop);
    if (sk_is_empty(current) && sk_error_occurred()) return false;
    if (!sk_is_empty(current) && sk_is(current, task)) return put_task(loop, SK_EMPTY);
    return sk_raise_false(sk_exc_RuntimeError, "Leaving task %R does not match the current task %R.", task, sk_is_empty(current) ? SK_NONE : current);
}

SkValue sk_task_swap(SkValue loop, SkValue task) {
    SK_AUTO SkValue before = find_task(loop);
    if (sk_is_empty(before) && sk_error_occurred()) return SK_EMPTY;
    if (!put_task(loop, sk_is_none(task) ? SK_EMPTY : task)) return SK_EMPTY;
    return sk_is_empty(before) ? SK_NONE : sk_move(&before);
}

SkValue sk_task_current(SkValue loop) {
    SkValue task = find_task(loop);
    return sk_is_empty(task) && !sk_error_occurred() ? SK_NONE : task;
}

// `_current_tasks`: what has been a dict {loop: task}.
static SkValue current_getitem(SkValue self SK_UNUSED, SkValue loop) {
    SkValue task = find_task(loop);
    return sk_is_empty(task) && !sk_error_occurred() ? sk_raise_value(sk_exc_KeyError, loop) : task;
}
static bool current_setitem(SkValue self SK_UNUSED, SkValue loop, SkValue task) {
    if (sk_is_empty(task)) {
        SK_AUTO SkValue current = current_getitem(self, loop);
        if (sk_is_empty(current)) return false;
    }
    return put_task(loop, task);
}
static SkValue current_get(SkValue self SK_UNUSED, const SkValue *a) {
    SkValue task = find_task(a[0]);
    if (!sk_is_empty(task) || sk_error_occurred()) return task;
    return sk_is_empty(a[1]) ? SK_NONE : sk_dup(a[1]);
}
static SkValue current_pop(SkValue self, const SkValue *a) {
    SK_AUTO SkValue task = find_task(a[0]);
    if (sk_is_empty(task)) {
        if (sk_error_occurred()) return SK_EMPTY;
        return sk_is_empty(a[1]) ? sk_raise_value(sk_exc_KeyError, a[0]) : sk_dup(a[1]);
    }
    return current_setitem(self, a[0], SK_EMPTY) ? sk_move(&task) : SK_EMPTY;
}
static SkValue current_dict(void) {
    SK_AUTO SkValue all = sk_dict_copy(others());
    // PAIR(asyncio-places)
    for (Place *p = sk_load_acquire(&everywhere); p && !sk_is_empty(all); p = p->next) {
        SK_AUTO SkValue loop = sk_slot_get(&p->header, &p->loop);
        SK_AUTO SkValue task = sk_slot_get(&p->header, &p->task);
        if (!sk_is_empty(loop) && !sk_is_empty(task) && !sk_dict_set(all, loop, task)) return SK_EMPTY;
    }
    return sk_move(&all);
}
static SkValue current_repr(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = current_dict();
    return sk_is_empty(all) ? all : sk_repr(all);
}
static SkValue current_iter(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = current_dict();
    return sk_is_empty(all) ? all : sk_iter(all);
}
static SkValue current_items(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = current_dict();
    return sk_is_empty(all) ? all : sk_dict_items_list(all);
}
static int64_t current_len(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = current_dict();
    return sk_is_empty(all) ? -1 : (int64_t)sk_dict_len(all);
}
static int current_contains(SkValue self SK_UNUSED, SkValue loop) {
    SK_AUTO SkValue task = find_task(loop);
    return sk_is_empty(task) ? (sk_error_occurred() ? -1 : 0) : 1;
}
static void plain_destroy(SkObject *o) { sk_object_free(o, sizeof *o); }

static const SkMethodDef current_methods[] = {
    {"get", SK_SIG, .sig_fn = current_get, .sig = "(loop, default=None, /)", .doc = "The task that the loop is running, or a default."},
    {"pop", SK_SIG, .sig_fn = current_pop, .sig = "(loop, default=<unrepresentable>, /)", .doc = "Have the loop run no task; returns it."},
    {"items", SK_NOARGS, .noargs = current_items, .sig = "()", .doc = "Pairs of loops and tasks."},
    {0},
};
static SkType current_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, plain_destroy),
    .name = "_asyncio._CurrentTasks",
    .doc = "A mapping from loops to the tasks that they are running.",
    .flags = SK_TF_NO_NEW | SK_TF_MAPPING,
    .repr = current_repr,
    .iter = current_iter,
    .container = {.len = current_len, .contains = current_contains, .get_key = current_getitem, .set_key = current_setitem},
    .methods = current_methods,
};

// ---- all tasks -------------------------------------------------------------------------------------------------------------------

enum { SHARDS = 32 };
static struct {
    pthread_mutex_t mutex;
    SkTask *first;
    char apart[64];
} shards[SHARDS];

void sk_task_link(SkTask *t) {
    pthread_mutex_lock(&shards[t->shard % SHARDS].mutex);
    if (!t->linked) {
        SkTask **first = &shards[t->shard % SHARDS].first;
        t->linked = true;
        t->prev = NULL;
        t->next = *first;
        if (t->next) t->next->prev = t;
        *first = t;
    }
    pthread_mutex_unlock(&shards[t->shard % SHARDS].mutex);
}

void sk_task_unlink(SkTask *t) {
    pthread_mutex_lock(&shards[t->shard % SHARDS].mutex);
    if (t->linked) {
        t->linked = false;
        if (t->prev) t->prev->next = t->next;
        else shards[t->shard % SHARDS].first = t->next;
        if (t->next) t->next->prev = t->prev;
        t->prev = t->next = NULL;
    }
    pthread_mutex_unlock(&shards[t->shard % SHARDS].mutex);
}

static void before_fork(void) {
    for (int i = 0; i < SHARDS; i++) pthread_mutex_lock(&shards[i].mutex);
}
static void after_fork(void) {
    for (int i = 0; i < SHARDS; i++) pthread_mutex_unlock(&shards[i].mutex);
}
static void after_fork_child(void) {
    after_fork();
    sk_add_relaxed(&forks, 1);
    // The other threads' places are nobody's now.
    for (Place *p = sk_load_relaxed(&everywhere); p; p = p->next)
        if (p != here) sk_store_relaxed(&p->taken, 0);
}

// Appends the native tasks of a shard to a list.
static bool list_shard(SkValue list, int shard) {
    SkTask **found = NULL;
    size_t n = 0, room = 0;
    for (;;) {
        size_t need = 0;
        n = 0;
        pthread_mutex_lock(&shards[shard].mutex);
        for (SkTask *t = shards[shard].first; t; t = t->next) need++;
        for (SkTask *t = shards[shard].first; t && need <= room; t = t->next)
            if (sk_try_incref(&t->future.header)) found[n++] = t;
        pthread_mutex_unlock(&shards[shard].mutex);
        if (need <= room) break;
        sk_free(found);
        room = need + need / 4 + 8;
        if (!(found = sk_malloc(room * sizeof *found))) return sk_raise_memory(), false;
    }
    bool ok = true;
    for (size_t i = 0; i < n; i++) {
        if (ok) ok = sk_list_append_steal(list, sk_counted(found[i]));
        else sk_decref(&found[i]->future.header);
    }
    sk_free(found);
    return ok;
}

static SkValue weak_set(void) {
    SkObject *known = sk_load_acquire(&other_tasks);  // PAIR(asyncio-sets)
    if (known) return sk_counted(known);
    SkValue type = sk_aio_import(SK_AIO_WeakSet);
    SkValue set = sk_is_empty(type) ? SK_EMPTY : sk_call0(type);
    if (sk_is_empty(set)) return set;
    // PAIR(asyncio-sets): with its use, which could else see its fields unwritten
    if (sk_cas_acq_rel(&other_tasks, &known, sk_ptr(set))) {
        sk_make_immortal(sk_ptr(set));
        return set;
    }
    sk_release(set);
    return sk_counted(known);
}

bool sk_aio_register(SkValue task, bool on) {
    if (sk_is_native_task(task)) {
        if (on) sk_task_link(sk_as_task(task));
        else sk_task_unlink(sk_as_task(task));
        return true;
    }
    SkValue set = weak_set();
    SkValue r = sk_is_empty(set) ? SK_EMPTY : sk_call_method(set, on ? SK_AN(add) : SK_AN(discard), &task, 1);
    sk_release(r);
    return !sk_is_empty(r);
}

static SkValue all_list(void) {
    SK_AUTO SkValue list = sk_list_new(0);
    for (int i = 0; !sk_is_empty(list) && i < SHARDS; i++)
        if (!list_shard(list, i)) return SK_EMPTY;
    if (sk_is_empty(list) || !sk_load_acquire(&other_tasks)) return sk_move(&list);  // PAIR(asyncio-sets)
    // Another thread may add to it meanwhile.
    for (int tries = 0;; tries++) {
        SK_AUTO SkValue foreign = sk_to_list(weak_set());
        if (!sk_is_empty(foreign)) return sk_list_extend(list, foreign) ? sk_move(&list) : SK_EMPTY;
        if (tries >= 1000 || !sk_error_clear_if(sk_exc_RuntimeError)) return SK_EMPTY;
    }
}

SkValue sk_aio_all_tasks(SkValue loop) {
    SK_AUTO SkValue all = all_list();
    SK_AUTO SkValue set = sk_is_empty(all) ? SK_EMPTY : sk_set_new(SK_EMPTY);
    if (sk_is_empty(set)) return SK_EMPTY;
    for (size_t i = 0, n = sk_list_len(all); i < n; i++) {
        SK_AUTO SkValue task = sk_list_get(all, i);
        if (sk_is_plain_future(task)) {
            if (!sk_is((SkValue){sk_load_relaxed(&sk_as_future(task)->loop.w)}, loop) || sk_future_state(sk_as_future(task)) != SK_FUTURE_PENDING)
                continue;
        } else {
            SK_AUTO SkValue of = sk_aio_loop_of(task);
            if (sk_is_empty(of)) return SK_EMPTY;
            if (!sk_is(of, loop)) continue;
            SK_AUTO SkValue done = sk_call_method(task, SK_AN(done), NULL, 0);
            int is_done = sk_is_empty(done) ? -1 : sk_truth(done);
            if (is_done < 0) return SK_EMPTY;
            if (is_done) continue;
        }
        if (!sk_set_add(set, task)) return SK_EMPTY;
    }
    return sk_move(&set);
}

// `_all_tasks`: what has been a WeakSet.
static SkValue tasks_add(SkValue self SK_UNUSED, SkValue task) { return sk_aio_register(task, true) ? SK_NONE : SK_EMPTY; }
static SkValue tasks_discard(SkValue self SK_UNUSED, SkValue task) { return sk_aio_register(task, false) ? SK_NONE : SK_EMPTY; }
static SkValue tasks_iter(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = all_list();
    return sk_is_empty(all) ? all : sk_iter(all);
}
static int64_t tasks_len(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = all_list();
    return sk_is_empty(all) ? -1 : (int64_t)sk_list_len(all);
}
static int tasks_contains(SkValue self SK_UNUSED, SkValue task) {
    SK_AUTO SkValue all = all_list();
    return sk_is_empty(all) ? -1 : sk_contains(all, task);
}
static SkValue tasks_repr(SkValue self SK_UNUSED) {
    SK_AUTO SkValue all = all_list();
    SK_AUTO SkValue set = sk_is_empty(all) ? SK_EMPTY : sk_set_new(all);
    return sk_is_empty(set) ? set : sk_repr(set);
}
static const SkMethodDef tasks_methods[] = {
    {"add", SK_ONEARG, .onearg = tasks_add, .sig = "(task, /)", .doc = "Register a task."},
    {"discard", SK_ONEARG, .onearg = tasks_discard, .sig = "(task, /)", .doc = "Unregister a task."},
    {0},
};
static SkType tasks_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, plain_destroy),
    .name = "_asyncio._AllTasks",
    .doc = "The set of the tasks that are not done. It does not keep them alive.",
    .flags = SK_TF_NO_NEW,
    .repr = tasks_repr,
    .iter = tasks_iter,
    .container = {.len = tasks_len, .contains = tasks_contains},
    .methods = tasks_methods,
};

// ---- module ----------------------------------------------------------------------------------------------------------------------

static bool add_instance(SkValue m, SkType *type, const char *name, const char *other_name) {
    SK_AUTO SkValue v = SK_EMPTY;
    if (!sk_type_ready(type)) return false;
    SkObject *o = sk_object_new(&type->head, sizeof *o);
    if (!o) return sk_raise_memory(), false;
    v = sk_counted(o);
    return sk_module_add(m, name, v) && (!other_name || sk_module_add(m, other_name, v));
}

bool sk_aio_running_add(SkValue m) {
    if (!sk_type_ready(&place_type)) return false;
    if (!sk_load_relaxed(&elsewhere)) {   // no other import runs meanwhile
        SkValue dict = sk_dict_new();
        if (sk_is_empty(dict)) return false;
        sk_make_immortal(sk_ptr(dict));
        for (int i = 0; i < SHARDS; i++) pthread_mutex_init(&shards[i].mutex, NULL);
        pthread_atfork(before_fork, after_fork, after_fork_child);
        sk_store_release(&elsewhere, sk_ptr(dict));  // PAIR(asyncio-sets)
    }
    return add_instance(m, &current_type, "_current_tasks", NULL) && add_instance(m, &tasks_type, "_all_tasks", "_scheduled_tasks") &&
           sk_module_add_steal(m, "_eager_tasks", sk_set_new(SK_EMPTY));
}
