// What a thread leaves on its zero list dies in another one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "gc/object.h"
#include "gc/reclaim.h"
#include "threading/thread.h"

static _Atomic int deaths;
static void destroy(SkObject *o) {
    sk_add_relaxed(&deaths, 1);
    sk_object_free(o, sizeof *o);
}
static SkTypeHead type = {.index = 1, .basic_size = sizeof(SkObject), .destroy = destroy};

static void nothing(void) {}
static int start(void **state) {
    (void)state;
    sk_thread_hooks = (SkThreadHooks){.convert_borrows = nothing, .thread_exit = nothing, .thread_enter = nothing};
    sk_type_table[1] = &type;
    return sk_gc_init() && sk_thread_init_main() ? 0 : -1;
}

static _Atomic(SkThread *) leaver;
static _Atomic bool go_away;

static void pause_ms(unsigned ms) {
    sk_thread_detach();
    usleep(ms * 1000);
    sk_thread_attach();
}

// Lists an object and blocks.
static void leave_one(void *unused) {
    (void)unused;
    SkObject *o = sk_object_new(&type, sizeof *o);
    sk_flag_removed_slow(o);
    sk_decref(o);
    sk_store_release(&leaver, sk_thread_self);   // PAIR(leaver)
    sk_thread_detach();
    while (!sk_load_relaxed(&go_away)) usleep(1000);
    sk_thread_attach();
}

static SkThread *start_leaver(void) {
    sk_store_relaxed(&leaver, NULL);
    sk_store_relaxed(&go_away, false);
    sk_store_relaxed(&deaths, 0);
    assert_int_equal(sk_thread_start(leave_one, NULL, 0, NULL), 0);
    SkThread *t;
    while (!(t = sk_load_acquire(&leaver)) || sk_load_relaxed(&t->state) == SK_SLOT_ATTACHED) pause_ms(1);   // PAIR(leaver)
    return t;
}

static void end_leaver(SkThread *t) {
    sk_store_relaxed(&go_away, true);
    while (sk_load_relaxed(&t->ident)) pause_ms(1);
}

static bool dies_within(unsigned ms) {
    for (; ms && !sk_load_relaxed(&deaths); ms--) {
        pause_ms(1);
        assert_true(sk_safepoint_poll());
    }
    return sk_load_relaxed(&deaths) == 1;
}

static void blocked_thread(void **state) {
    (void)state;
    SkThread *t = start_leaver();
    assert_true(dies_within(5000));
    end_leaver(t);
}

// Somebody else has the slot just when it is looked at.
static void held_slot(void **state) {
    (void)state;
    SkThread *t = start_leaver();
    assert_true(sk_thread_hold(t));
    sk_reclaim_poll();
    assert_int_equal(sk_load_relaxed(&deaths), 0);
    sk_thread_unhold(t);
    assert_true(dies_within(5000));
    end_leaver(t);
}

// A collection that was asked for does not wait for a safepoint.
static void drained(void **state) {
    (void)state;
    SkThread *t = start_leaver();
    sk_reclaim_drain(true);
    assert_int_equal(sk_load_relaxed(&deaths), 1);
    end_leaver(t);
}

#if !SKEIN_GIL
// Blocks until it is let go, attached and without a report.
static _Atomic bool may_attach, has_attached;
static void sit(void *unused) {
    (void)unused;
    sk_thread_detach();
    sk_store_release(&leaver, sk_thread_self);   // PAIR(leaver)
    while (!sk_load_relaxed(&may_attach)) usleep(100);
    sk_thread_attach();
    sk_store_relaxed(&has_attached, true);
    while (!sk_load_relaxed(&go_away)) usleep(1000);
}

enum { MANY = 1000 };

static void list_one(SkTypeHead *t) {
    SkObject *o = sk_object_new(t, sizeof *o);
    sk_flag_removed_slow(o);
    sk_decref(o);
}

// Another thread attaches, and then much is listed that it might be using.
static void destroy_and_list(SkObject *o) {
    sk_store_relaxed(&may_attach, true);
    while (!sk_load_relaxed(&has_attached)) pause_ms(1);
    for (int i = 0; i < MANY; i++) list_one(&type);
    sk_object_free(o, sizeof *o);
}
static void destroy_quietly(SkObject *o) { sk_object_free(o, sizeof *o); }
static SkTypeHead quiet = {.index = 3, .basic_size = sizeof(SkObject), .destroy = destroy_quietly};
static SkTypeHead lister = {.index = 2, .basic_size = sizeof(SkObject), .destroy = destroy_and_list};

static void attached_meanwhile(void **state) {
    (void)state;
    sk_type_table[2] = &lister;
    sk_type_table[3] = &quiet;
    sk_store_relaxed(&leaver, NULL);
    sk_store_relaxed(&go_away, false);
    sk_store_relaxed(&deaths, 0);
    assert_int_equal(sk_thread_start(sit, NULL, 0, NULL), 0);
    SkThread *t;
    while (!(t = sk_load_acquire(&leaver)) || sk_load_relaxed(&t->state) == SK_SLOT_ATTACHED) pause_ms(1);   // PAIR(leaver)
    list_one(&lister);
    for (int i = 0; i < MANY; i++) list_one(&quiet);   // so that it is not in the batch that is still open
    sk_reclaim_poll();
    assert_true(sk_load_relaxed(&has_attached));
    for (int i = 0; i < 20; i++) assert_true(sk_safepoint_poll());
    assert_int_equal(sk_load_relaxed(&deaths), 0);
    end_leaver(t);
    for (int i = 0; i < 5000 && sk_load_relaxed(&deaths) < MANY; i++) {
        pause_ms(1);
        assert_true(sk_safepoint_poll());
    }
    assert_int_equal(sk_load_relaxed(&deaths), MANY);
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocked_thread),
        cmocka_unit_test(held_slot),
        cmocka_unit_test(drained),
#if !SKEIN_GIL
        cmocka_unit_test(attached_meanwhile),   // with a GIL nobody sits beside
#endif
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
