#include "base/strbuf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"

static void test_small_then_large(void **state) {
    (void)state;
    SkStrBuf b;
    sk_strbuf_init(&b);
    for (int i = 0; i < 255; i++) assert_true(sk_strbuf_append_char(&b, 'a'));
    assert_ptr_equal(b.data, b.small);
    assert_string_equal(sk_strbuf_cstr(&b) + 250, "aaaaa");
    for (int i = 0; i < 100000; i++) assert_true(sk_strbuf_append_char(&b, (char)('0' + i % 10)));
    assert_int_equal(b.len, 100255);
    assert_memory_equal(b.data + 253, "aa0123456789", 12);
    sk_strbuf_free(&b);
    assert_int_equal(b.len, 0);
}

static void test_appends(void **state) {
    (void)state;
    SkStrBuf b;
    sk_strbuf_init(&b);
    assert_true(sk_strbuf_append(&b, NULL, 0));
    sk_strbuf_append_cstr(&b, "x=");
    sk_strbuf_append_int(&b, INT64_MIN);
    sk_strbuf_append_codepoint(&b, 0x20AC);
    sk_strbuf_append_repeat(&b, '-', 3);
    sk_strbuf_printf(&b, "[%s:%d]", "line", 7);
    assert_string_equal(sk_strbuf_cstr(&b), "x=-9223372036854775808\xe2\x82\xac---[line:7]");
    assert_false(b.oom);
    sk_strbuf_clear(&b);
    sk_strbuf_printf(&b, "%0300d", 1);
    assert_int_equal(b.len, 300);
    sk_strbuf_printf(&b, "%0600d", 2);
    assert_int_equal(b.len, 900);
    assert_int_equal(b.data[299], '1');
    assert_int_equal(b.data[899], '2');
    sk_strbuf_free(&b);
}

static void test_detach(void **state) {
    (void)state;
    SkStrBuf b;
    sk_strbuf_init(&b);
    for (size_t size = 0; size < 600; size += 51) {
        sk_strbuf_append_repeat(&b, 'z', size);
        size_t len;
        char *s = sk_strbuf_detach(&b, &len);
        assert_non_null(s);
        assert_int_equal(len, size);
        assert_int_equal(strlen(s), size);
        sk_free(s);
        assert_int_equal(b.len, 0);
    }
}

static void test_out_of_memory_sticks(void **state) {
    (void)state;
    SkStrBuf b;
    sk_strbuf_init(&b);
    sk_strbuf_append_cstr(&b, "kept");
    assert_false(sk_strbuf_reserve(&b, SIZE_MAX - 2));
    assert_true(b.oom);
    assert_false(sk_strbuf_append_char(&b, 'x'));
    assert_false(sk_strbuf_printf(&b, "x"));
    assert_null(sk_strbuf_detach(&b, NULL));
    assert_string_equal(sk_strbuf_cstr(&b), "kept");
    sk_strbuf_free(&b);
    assert_true(sk_strbuf_append_char(&b, 'x'));
    sk_strbuf_free(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_then_large),
        cmocka_unit_test(test_appends),
        cmocka_unit_test(test_detach),
        cmocka_unit_test(test_out_of_memory_sticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
