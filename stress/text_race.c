// What threads share of text and bytes: a bytearray with views of it, the table of interned strings, an iterator over a str.
#include "objects/bytearray_methods.h"
#include "objects/bytes.h"
#include "objects/memoryview.h"
#include "stress/support.h"

static SkValue array, text, iterator;
static _Atomic int64_t length, handed_out;

// Only bytes in pairs of n and ~n are ever in the array, so a torn read shows.
static void check_pairs(const char *p, size_t n) {
    for (size_t i = 0; i + 1 < n; i += 2) STRESS_CHECK((uint8_t)(p[i] ^ p[i + 1]) == 0xff);
}

static void change(uint64_t *r) {
    uint8_t n = (uint8_t)stress_random(r), pair[2] = {n, (uint8_t)~n};
    bool grow = stress_random(r) % 2 && sk_bytearray_len(array) < 4000;
    int64_t at = stress_random(r) % 2 ? 0 : INT64_MAX;
    if (grow ? sk_bytearray_splice(array, at, at, pair, 2) : sk_bytearray_splice(array, 0, 2, NULL, 0)) {
        if (grow) sk_add_relaxed(&length, 2);
        return;
    }
    STRESS_CHECK(sk_error_clear_if(sk_exc_BufferError));
}

static void look(uint64_t *r) {
    SkValue copy = sk_bytearray_snapshot(array);
    STRESS_CHECK(sk_as_bytes(copy)->length % 2 == 0);
    check_pairs(sk_as_bytes(copy)->data, sk_as_bytes(copy)->length);
    sk_release(copy);
    if (stress_random(r) % 8) return;
    SkValue view = sk_memoryview_new(array);
    STRESS_CHECK(!sk_is_empty(view));
    SkValue all = sk_call_method_s(view, "tobytes", NULL, 0);
    check_pairs(sk_as_bytes(all)->data, sk_as_bytes(all)->length);
    STRESS_CHECK(sk_as_bytes(all)->length == sk_bytearray_len(array)); // pinned
    sk_release(all);
    if (stress_random(r) & 1) STRESS_CHECK(sk_memoryview_release(view));
    sk_release(view);
}

static void intern_some(uint64_t *r) {
    unsigned n = (unsigned)(stress_random(r) % 50000);
    SkValue a = sk_intern(sk_str_format("name_%u", n)), b = sk_intern(sk_str_format("name_%u", n));
    STRESS_CHECK(sk_is(a, b) && sk_is_interned(a));
}

static void take_char(void) {
    SkValue c = sk_next(iterator);
    STRESS_CHECK(!sk_error_occurred());
    if (sk_is_empty(c)) return;
    STRESS_CHECK(sk_str_len(c) == 1);
    sk_add_relaxed(&handed_out, 1);
    sk_release(c);
}

static void mixed(int thread, uint64_t r) {
    (void)thread;
    while (stress_goes_on())
        for (int i = 0; i < 50; i++) switch (stress_random(&r) % 8) {
            case 0:
            case 1:
            case 2: change(&r); break;
            case 3:
            case 4: look(&r); break;
            case 5: intern_some(&r); break;
            default: take_char();
            }
}

int main(int argc, char **argv) {
    stress_start(argc, argv);
    array = sk_bytearray_from(NULL, 0);
    SkStr *s = sk_str_new(2000000, 0x1234);
    for (size_t i = 0; i < 2000000; i++) sk_str_set(s, i, i % 3 ? 'a' : 0x1234);
    text = sk_counted(s);
    iterator = sk_iter(text);
    stress_run(mixed);
    SkValue c;
    while (!sk_is_empty(c = sk_next(iterator))) {
        handed_out++;
        sk_release(c);
    }
    STRESS_CHECK(handed_out == 2000000);
    STRESS_CHECK(sk_bytearray_resize(array, 0)); // nothing is pinned any more
    printf("%lld bytes went in\n", (long long)length);
    return 0;
}
