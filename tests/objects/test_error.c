// Exceptions: the current one, chaining, the classes; weak references.
#include "tests/objects/support.h"

#include <errno.h>

#include "base/siphash.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/intern.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/weakref.h"

static SkValue handled;
static SkValue handled_now(void) { return sk_retain(handled); }

static void assert_text(SkValue exc, const char *text) {
    SkValue s = sk_str(exc);
    assert_true(sk_str_equals_ascii(s, text));
    sk_release(s);
}

static void raising(void **state) {
    (void)state;
    assert_false(sk_error_occurred());
    assert_true(sk_is_empty(sk_raise(sk_exc_ValueError, "%s %d %R", "a", 5, SK_NONE)));
    assert_true(sk_error_matches(sk_exc_ValueError) && sk_error_matches(sk_exc_Exception) && !sk_error_matches(sk_exc_TypeError));
    assert_false(sk_error_clear_if(sk_exc_KeyError));
    SkValue exc = sk_error_take();
    assert_false(sk_error_occurred());
    assert_text(exc, "a 5 None");
    sk_error_restore(exc);
    sk_raise_from_current(sk_exc_RuntimeError, "second");
    SkValue second = sk_error_take(), cause = sk_exception_cause(second), context = sk_exception_context(second);
    assert_true(sk_is(cause, exc) && sk_is(context, exc));
    assert_int_equal(sk_as_exception(second)->suppress_context, 1);
    sk_release(cause);
    sk_release(context);
    sk_release(second);
}

static void chaining_makes_no_cycles(void **state) {
    (void)state;
    enum { N = 5 };
    SkValue e[N];
    for (int i = 0; i < N; i++) {
        e[i] = sk_exception_new(sk_exc_ValueError, NULL, 0);
        if (i) sk_exception_chain(e[i], e[i - 1]);
    }
    // The oldest raised again while the newest is handled.
    sk_exception_chain(e[0], e[N - 1]);
    SkValue last = sk_exception_context(e[1]), first = sk_exception_context(e[0]);
    assert_true(sk_is_empty(last) && sk_is(first, e[N - 1]));
    sk_release(first);
    // A cycle that was there before does no harm.
    sk_exception_set_context(e[1], e[N - 1]);
    SkValue other = sk_exception_new(sk_exc_KeyError, NULL, 0);
    sk_exception_chain(other, e[2]);
    sk_exception_set_context(e[1], SK_EMPTY);
    sk_release(other);
    handled = e[2];
    sk_raise(sk_exc_TypeError, "x");
    handled = SK_EMPTY;
    SkValue raised = sk_error_take(), context = sk_exception_context(raised);
    assert_true(sk_is(context, e[2]));
    sk_release(context);
    sk_release(raised);
    for (int i = 0; i < N; i++) sk_release(e[i]);
}

static void classes(void **state) {
    (void)state;
    SkValue args[] = {num(ENOENT), sk_str_from("gone"), sk_str_from("file")};
    SkValue e = sk_exception_new(sk_exc_OSError, args, 3);
    assert_ptr_equal(sk_type_of(e), sk_exc_FileNotFoundError);
    assert_text(e, "[Errno 2] gone: 'file'");
    sk_release(e);
    sk_raise_stop_iteration(num(7));
    e = sk_error_take();
    SkValue v = sk_stop_iteration_value(e);
    assert_true(sk_is(v, num(7)));
    sk_release(e);
    assert_true(sk_is_subtype(sk_exc_ExceptionGroup, sk_exc_Exception));
    assert_true(sk_is_subtype(sk_exc_ExceptionGroup, sk_exc_BaseExceptionGroup));
    SkValue match = sk_tuple_pack(2, sk_type_value(sk_exc_OSError), sk_type_value(sk_exc_LookupError));
    e = sk_exception_new(sk_exc_KeyError, args + 1, 1);
    assert_true(sk_exception_matches(e, match));
    assert_text(e, "'gone'");
    sk_release(e);
    e = sk_exception_new(sk_exc_EOFError, NULL, 0);
    assert_false(sk_exception_matches(e, match));
    sk_release(e);
    sk_release(match);
    sk_release(args[1]);
    sk_release(args[2]);
}

static void out_of_memory(void **state) {
    (void)state;
    sk_raise_memory();
    assert_true(sk_error_matches(sk_exc_MemoryError));
    sk_error_clear();
}

static bool descend(int depth) {
    if (!sk_enter_recursion(" while testing")) return false;
    volatile char frame[1000];
    frame[0] = (char)depth;
    bool ok = depth < 1000000 ? descend(depth + 1) : true;
    sk_leave_recursion();
    return ok && frame[0] == (char)depth;
}

static void recursion_ends(void **state) {
    (void)state;
    assert_false(descend(0));
    SkValue e = sk_error_take();
    assert_ptr_equal(sk_type_of(e), sk_exc_RecursionError);
    assert_text(e, "maximum recursion depth exceeded while testing");
    sk_release(e);
}

static void weak_references(void **state) {
    (void)state;
    SkValue target = sk_call0(sk_type_value(&sk_set_type));
    SkValue a = sk_weakref_new(target, SK_EMPTY), b = sk_weakref_new(target, SK_NONE), p = sk_weakproxy_new(target, SK_NONE);
    assert_true(sk_is(a, b) && !sk_is(a, p));
    assert_int_equal(sk_weakref_count(target), 2);
    SkValue got = sk_weakref_get(a);
    assert_true(sk_is(got, target));
    sk_release(got);
    sk_release(p);
    assert_int_equal(sk_weakref_count(target), 1);
    sk_release(target);
    assert_true(sk_is_empty(sk_weakref_get(b)));
    sk_release(a);
    sk_release(b);
    assert_true(sk_is_empty(sk_weakref_new(num(1), SK_NONE)));
    assert_true(sk_error_clear_if(sk_exc_TypeError));
}

int main(void) {
    static SkType *const types[] = {
        &sk_object_type, &sk_type_type, &sk_native_type, &sk_staticmethod_type, &sk_none_type, &sk_bool_type, &sk_int_type, &sk_float_type,
        &sk_str_type, &sk_bytes_type, &sk_tuple_type, &sk_list_type, &sk_dict_type, &sk_set_type, &sk_slice_type, &sk_method_type,
        &sk_method_descr_type, &sk_classmethod_descr_type, &sk_slot_wrapper_type, &sk_method_wrapper_type, &sk_getset_type,
        &sk_member_type, &sk_classmethod_type, &sk_property_type, &sk_traceback_type, &sk_weakref_type, &sk_weakproxy_type,
        &sk_weakcallableproxy_type,
    };
    sk_hash_init_seed(1);
    start_runtime(types, SK_COUNT_OF(types));
    assert_true(sk_str_init() && sk_names_init());
    for (size_t i = 0; i < SK_COUNT_OF(types); i++) assert_true(sk_type_ready(types[i]));
    assert_true(sk_exceptions_init());
    sk_handled_hook = handled_now;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(raising),         cmocka_unit_test(chaining_makes_no_cycles),
        cmocka_unit_test(classes),         cmocka_unit_test(out_of_memory),
        cmocka_unit_test(recursion_ends),  cmocka_unit_test(weak_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
