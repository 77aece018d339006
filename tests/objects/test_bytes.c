// bytearray against a plain array; memoryview's windows and elements.
#include "tests/objects/support.h"

#include <string.h>

#include "base/siphash.h"
#include "objects/buffer.h"
#include "objects/bytearray_methods.h"
#include "objects/bytes.h"
#include "objects/intern.h"
#include "objects/memoryview_internal.h"
#include "objects/slice.h"
#include "objects/str.h"

enum { ROOM = 20000 };
static char model[ROOM];
static size_t model_len;

static void check(SkValue v) {
    assert_int_equal(sk_bytearray_len(v), model_len);
    SkValue all = sk_bytearray_snapshot(v);
    assert_memory_equal(sk_as_bytes(all)->data, model, model_len);
    assert_int_equal(sk_as_bytes(all)->data[model_len], 0);
    sk_release(all);
}

static void splicing(void **state) {
    (void)state;
    SkValue v = sk_bytearray_from(NULL, 0);
    for (int round = 0; round < 40000; round++) {
        char bytes[40];
        size_t n = random_below(random_below(4) ? 3 : sizeof bytes);
        for (size_t i = 0; i < n; i++) bytes[i] = (char)random_word();
        size_t end = random_below(model_len + 1), start = random_below(4) ? end - (end < 5 ? end : random_below(5)) : random_below(end + 1);
        if (random_below(3) == 0) start = end = model_len; // mostly at the ends, as programs do
        else if (random_below(3) == 0) start = 0, end = model_len < 3 ? model_len : random_below(3);
        if (model_len + n > ROOM) continue;
        assert_true(sk_bytearray_splice(v, (int64_t)start, (int64_t)end, bytes, n));
        memmove(model + start + n, model + end, model_len - end);
        memcpy(model + start, bytes, n);
        model_len += n - (end - start);
        if (round % 64 == 0) check(v);
        uint8_t byte;
        if (round % 7 == 0 && model_len) {
            assert_int_equal(sk_bytearray_take(v, -1, &byte), 1);
            assert_int_equal(byte, (uint8_t)model[--model_len]);
        }
    }
    check(v);
    assert_true(sk_bytearray_resize(v, 10));
    model_len = 10;
    check(v);
    sk_release(v);
}

static void windows(void **state) {
    (void)state;
    SkValue v = sk_bytearray_from("0123456789abcdef", 16);
    SkValue view = sk_memoryview_new(v);
    SkMemoryView *m = sk_as_memoryview(view);
    assert_int_equal(m->shape[0], 16);
    assert_false(m->readonly);
    SkValue key = sk_slice_new(num(14), num(2), num(-3));
    SkValue part = sk_memoryview_get_key(view, key);
    assert_int_equal(sk_as_memoryview(part)->shape[0], 4);
    SkBuffer window = sk_memoryview_window(sk_as_memoryview(part));
    char out[4];
    sk_buffer_copy_out(&window, out, 'C');
    assert_memory_equal(out, "eb85", 4);
    assert_false(sk_buffer_is_contiguous(&window, 'C'));
    assert_true(sk_memoryview_set_key(part, num(1), num('X')));
    SkValue item = sk_memoryview_get_key(view, num(11));
    assert_true(sk_is(item, num('X')));
    assert_int_equal(sk_as_bytearray(v)->exports, 1); // the views share one buffer
    sk_release(key);
    assert_true(sk_memoryview_release(view));
    assert_int_equal(sk_as_bytearray(v)->exports, 1);
    sk_release(part);
    assert_int_equal(sk_as_bytearray(v)->exports, 0);
    sk_release(view);
    sk_release(v);
}

static void elements(void **state) {
    (void)state;
    static const char formats[] = "bBhHiIlLqQnNPfde?";
    for (const char *f = formats; *f; f++) {
        char p[16] = {0}, text[2] = {*f, 0};
        bool floating = strchr("fde", *f);
        for (int64_t i = 0; i < 120; i++) {
            int64_t value = *f == '?' ? i % 2 : i;
            if (floating) continue; // converting needs the types made ready
            assert_true(sk_item_pack(p, *f == '?' ? sk_bool(value) : num(value), *f, text));
            assert_true(sk_is(sk_item_unpack(p, *f, text), *f == '?' ? sk_bool(value) : num(value)));
        }
    }
    uint16_t one = 0x3c00, tiny = 1, third = 0x3555;
    assert_true(sk_items_equal((char *)&one, 'e', (char *)&(double){1.0}, 'd'));
    assert_true(sk_items_equal((char *)&tiny, 'e', (char *)&(double){0x1p-24}, 'd'));
    assert_true(sk_items_equal((char *)&third, 'e', (char *)&(double){0.333251953125}, 'd'));
}

int main(void) {
    SkType *const types[] = {&sk_str_type, &sk_bytes_type, &sk_bytearray_type, &sk_memoryview_type, &sk_managed_buffer_type, &sk_slice_type};
    sk_hash_init_seed(1);
    start_runtime(types, SK_COUNT_OF(types));
    if (!sk_str_init()) return 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(splicing), cmocka_unit_test(windows), cmocka_unit_test(elements)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
