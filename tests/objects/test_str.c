// str against plain arrays of code points, and the codecs against each other.
#include "tests/objects/support.h"

#include <string.h>

#include "base/siphash.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/intern.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/str_internal.h"
#include "objects/str_replace.h"
#include "objects/str_shared.h"

enum { ROOM = 600 };

typedef struct {
    uint32_t c[ROOM];
    size_t n;
} Text;

static uint32_t random_char(void) {
    switch (random_below(8)) {
    case 0: return 0x80 + (uint32_t)random_below(0x80);
    case 1: return 0x100 + (uint32_t)random_below(0xd000);
    case 2: return 0x10000 + (uint32_t)random_below(0x100000);
    default: return 'a' + (uint32_t)random_below(4);
    }
}

static Text random_text(size_t max) {
    Text t = {.n = random_below(max + 1)};
    bool ascii = random_below(3) == 0;
    for (size_t i = 0; i < t.n; i++) t.c[i] = ascii ? 'a' + (uint32_t)random_below(3) : random_char();
    return t;
}

static SkValue str_of(const Text *t) { return sk_str_from_ucs4(t->c, t->n); }

// The content, and what the head of str.c promises (S1, S2).
static void check(SkValue v, const Text *t) {
    assert_false(sk_is_empty(v));
    const SkStr *s = sk_as_str(v);
    assert_int_equal(s->length, t->n);
    uint32_t max = 0;
    for (size_t i = 0; i < t->n; i++) {
        assert_int_equal(sk_str_at(s, i), t->c[i]);
        if (t->c[i] > max) max = t->c[i];
    }
    assert_int_equal(s->kind, sk_kind_for(max));
    assert_int_equal(s->ascii, max < 0x80);
    assert_int_equal(sk_str_at(s, t->n), 0);
}

static void append(Text *to, const Text *from) {
    memcpy(to->c + to->n, from->c, from->n * sizeof *from->c);
    to->n += from->n;
}

static Text part(const Text *t, size_t start, size_t end) {
    Text p = {.n = end - start};
    memcpy(p.c, t->c + start, p.n * sizeof *p.c);
    return p;
}

static void making_and_joining(void **state) {
    (void)state;
    for (int round = 0; round < 20000; round++) {
        Text a = random_text(40), b = random_text(40);
        SkValue x = str_of(&a), y = str_of(&b);
        check(x, &a);
        char utf8[ROOM * 4];
        size_t len = 0;
        for (size_t i = 0; i < a.n; i++) len += sk_utf8_put(utf8 + len, a.c[i]);
        SkValue z = sk_str_from_utf8(utf8, len);
        check(z, &a);
        assert_true(sk_str_equal(x, z));
        assert_int_equal(sk_str_hash(sk_as_str(x)), sk_str_hash(sk_as_str(z)));
        SkUtf8 u = sk_str_utf8(x);
        assert_int_equal(u.len, len);
        assert_memory_equal(u.text, utf8, len);
        sk_utf8_release(&u);
        sk_release(z);

        int order = sk_str_compare(x, y), expected = 0;
        for (size_t i = 0; i < a.n && i < b.n && !expected; i++) expected = a.c[i] < b.c[i] ? -1 : a.c[i] > b.c[i];
        if (!expected) expected = a.n < b.n ? -1 : a.n > b.n;
        assert_int_equal(order, expected);

        size_t end = random_below(a.n + 1), start = random_below(end + 1);
        Text p = part(&a, start, end);
        z = sk_str_slice(x, start, end);
        check(z, &p);
        sk_release(z);

        Text sum = a;
        append(&sum, &b);
        z = sk_str_concat(x, y);
        check(z, &sum);
        sk_release(z);
        SkValue pieces[3] = {x, y, x};
        Text joined = a;
        append(&joined, &b);
        append(&joined, &b);
        append(&joined, &b);
        append(&joined, &a);
        z = sk_str_join_array(y, pieces, 3);
        check(z, &joined);
        sk_release(z);
        sk_release(x);
        sk_release(y);
    }
}

static void appending(void **state) {
    (void)state;
    for (int round = 0; round < 3000; round++) {
        Text all = random_text(5);
        SkValue s = str_of(&all), kept = SK_EMPTY;
        Text kept_text = {.n = 0};
        while (all.n < 300) {
            Text more = random_text(20);
            SkValue v = str_of(&more);
            if (random_below(10) == 0) { // somebody else holds it: what they see must not change
                sk_release(kept);
                kept = sk_retain(s);
                kept_text = all;
            }
            s = sk_str_append(s, v);
            append(&all, &more);
            check(s, &all);
            sk_release(v);
        }
        if (!sk_is_empty(kept)) check(kept, &kept_text);
        sk_release(kept);
        sk_release(s);
    }
}

static void building(void **state) {
    (void)state;
    for (int round = 0; round < 5000; round++) {
        SkStrBuilder b;
        sk_sb_init(&b);
        Text all = {.n = 0};
        while (all.n < 200) {
            Text more = random_text(30);
            SkValue v = str_of(&more);
            switch (random_below(3)) {
            case 0: sk_sb_str(&b, v); break;
            case 1:
                for (size_t i = 0; i < more.n; i++) sk_sb_char(&b, more.c[i]);
                break;
            default: {
                size_t end = random_below(more.n + 1), start = random_below(end + 1);
                more = part(&more, start, end);
                sk_sb_slice(&b, v, start, end);
            }
            }
            append(&all, &more);
            sk_release(v);
        }
        SkValue s = sk_sb_finish(&b);
        check(s, &all);
        sk_release(s);
    }
}

static void formatting(void **state) {
    (void)state;
    SkValue v = sk_str_from("text");
    SkValue s = sk_str_format("%s|%5d|%-4u|%04x|%c|%.2s|%5s|%zu|%lld|%%|%.3S|%#x", "a", -12, 7u, 255u, 0x1234, "xyz", "q",
                              (size_t)9, INT64_MIN + 1LL, v, 255u);
    SkUtf8 u = sk_str_utf8(s);
    assert_string_equal(u.text, "a|  -12|7   |00ff|\xe1\x88\xb4|xy|    q|9|-9223372036854775807|%|tex|0xff");
    sk_utf8_release(&u);
    sk_release(s);
    s = sk_str_format("%s", "bad \xff\xc3");
    u = sk_str_utf8(s);
    assert_string_equal(u.text, "bad \xef\xbf\xbd\xef\xbf\xbd");
    sk_utf8_release(&u);
    sk_release(s);
    sk_release(v);
}

static void interning(void **state) {
    (void)state;
    SkValue first[3000];
    for (int i = 0; i < 3000; i++) {
        first[i] = sk_intern(sk_str_format("name %d \xc3\xa9", i));
        assert_true(sk_is_interned(first[i]));
    }
    for (int i = 0; i < 3000; i++) {
        SkValue again = sk_intern(sk_str_format("name %d \xc3\xa9", i));
        assert_ptr_equal(sk_ptr(again), sk_ptr(first[i]));
    }
    assert_ptr_equal(sk_ptr(sk_intern_s("__init__")), sk_ptr(SK_N(__init__)));
    assert_ptr_equal(sk_ptr(sk_intern_s("x")), sk_ptr(sk_names.latin1['x']));
    assert_ptr_equal(sk_ptr(sk_intern_s("")), sk_ptr(sk_names.empty));
}

static void replacing(void **state) {
    (void)state;
    for (int round = 0; round < 20000; round++) {
        Text text = random_text(40), old = random_text(2), new = random_text(3), expected = {.n = 0};
        int64_t max = random_below(2) ? -1 : (int64_t)random_below(4), left = max < 0 ? INT64_MAX : max;
        for (size_t i = 0; i <= text.n;) {
            bool here = left > 0 && i + old.n <= text.n && !memcmp(text.c + i, old.c, old.n * sizeof *old.c);
            if (here) {
                left--;
                append(&expected, &new);
                i += old.n;
            }
            if (i < text.n && (!here || old.n == 0)) expected.c[expected.n++] = text.c[i++];
            else if (!here || old.n == 0) break;
        }
        SkValue s = str_of(&text), o = str_of(&old), n = str_of(&new), r = sk_own(sk_str_replace(s, o, n, max));
        check(r, &expected);
        sk_release(s);
        sk_release(o);
        sk_release(n);
        sk_release(r);
    }
}

static void splitting(void **state) {
    (void)state;
    for (int round = 0; round < 10000; round++) {
        Text text = random_text(40), sep = {.n = 1 + random_below(2)};
        for (size_t i = 0; i < sep.n; i++) sep.c[i] = 'a' + (uint32_t)random_below(2);
        SkValue s = str_of(&text), by = str_of(&sep);
        SkTextView v = sk_text_of_str(s), w = sk_text_of_str(by);
        for (int right = 0; right < 2; right++) {
            SkValue list = (right ? sk_text_rsplit : sk_text_split)(&v, &w, random_below(2) ? -1 : 2);
            SkValue items[ROOM];
            size_t n = sk_list_len(list);
            for (size_t i = 0; i < n; i++) items[i] = sk_list_load(list, i);
            SkValue joined = sk_str_join_array(by, items, n);
            check(joined, &text);
            sk_release(joined);
            for (size_t i = 0; i < n; i++) sk_release(items[i]);
            sk_release(list);
        }
        sk_release(s);
        sk_release(by);
    }
}

// Every encoding of Unicode gives back what went in, in one piece and in two.
static void codecs(void **state) {
    (void)state;
    for (int round = 0; round < 5000; round++) {
        Text t = random_text(30);
        SkValue s = str_of(&t);
        for (int which = 0; which < 9; which++) {
            int order = which % 3 - 1;
            SkValue bytes = which < 3   ? sk_encode_utf16(s, NULL, order)
                            : which < 6 ? sk_encode_utf32(s, NULL, order)
                            : which < 7 ? sk_encode_utf8(s, NULL)
                            : which < 8 ? sk_encode_utf7(s)
                                        : sk_encode_unicode_escape(s);
            const char *data = sk_as_bytes(bytes)->data;
            size_t n = sk_as_bytes(bytes)->length, cut = random_below(n + 1), used = cut;
            SkValue halves[2];
            for (int half = 0; half < 2; half++) {
                const char *from = half ? data + used : data;
                size_t len = half ? n - used : cut, *consumed = half ? NULL : &used;
                halves[half] = which < 3   ? sk_decode_utf16(from, len, NULL, &order, consumed)
                               : which < 6 ? sk_decode_utf32(from, len, NULL, &order, consumed)
                               : which < 7 ? sk_decode_utf8(from, len, NULL, consumed)
                               : which < 8 ? sk_decode_utf7(from, len, NULL, consumed)
                                           : sk_decode_unicode_escape(from, len, NULL, consumed);
                assert_false(sk_is_empty(halves[half]));
            }
            SkValue whole = sk_str_concat(halves[0], halves[1]);
            check(whole, &t);
            sk_release(whole);
            sk_release(halves[0]);
            sk_release(halves[1]);
            sk_release(bytes);
        }
        sk_release(s);
    }
}

static void error_modes(void **state) {
    (void)state;
    static const struct {
        const char *bytes, *errors;
        size_t n;
        const char *text;
    } cases[] = {
        {"a\xffz", "replace", 3, "a\xef\xbf\xbdz"},
        {"a\xe2\x82z\xe2\x82", "replace", 6, "a\xef\xbf\xbdz\xef\xbf\xbd"},
        {"a\xf0\x90\xffz", "ignore", 5, "az"},
        {"a\xff\x80", "backslashreplace", 3, "a\\xff\\x80"},
        {"\xed\xa0\x80", "surrogatepass", 3, "\xed\xa0\x80"},
        {"a\xff", "surrogateescape", 2, "a\xed\xb3\xbf"},
    };
    for (size_t i = 0; i < SK_COUNT_OF(cases); i++) {
        SkValue s = sk_decode_utf8(cases[i].bytes, cases[i].n, cases[i].errors, NULL);
        SkUtf8 u = sk_str_wtf8(s);
        assert_string_equal(u.text, cases[i].text);
        sk_utf8_release(&u);
        if (strcmp(cases[i].errors, "surrogatepass") == 0 || strcmp(cases[i].errors, "surrogateescape") == 0) {
            SkValue back = sk_encode_utf8(s, cases[i].errors);
            assert_int_equal(sk_as_bytes(back)->length, cases[i].n);
            assert_memory_equal(sk_as_bytes(back)->data, cases[i].bytes, cases[i].n);
            sk_release(back);
        }
        sk_release(s);
    }
    SkValue s = sk_str_from("a\xe1\x88\xb4\xf0\x90\x80\x80");
    static const struct {
        const char *errors, *bytes;
    } encoded[] = {{"replace", "a??"}, {"ignore", "a"}, {"xmlcharrefreplace", "a&#4660;&#65536;"}, {"backslashreplace", "a\\u1234\\U00010000"}};
    for (size_t i = 0; i < SK_COUNT_OF(encoded); i++) {
        SkValue b = sk_encode_ascii(s, encoded[i].errors);
        assert_string_equal(sk_as_bytes(b)->data, encoded[i].bytes);
        sk_release(b);
    }
    sk_release(s);
}

int main(void) {
    SkType *const types[] = {&sk_str_type, &sk_bytes_type, &sk_list_type, &sk_tuple_type};
    sk_hash_init_seed(1);
    start_runtime(types, SK_COUNT_OF(types));
    // Type checks look at flags that are inherited when types are made ready, which these tests do without.
    sk_list_type.flags |= SK_TF_LIST_SUBCLASS;
    sk_tuple_type.flags |= SK_TF_TUPLE_SUBCLASS;
    if (!sk_str_init() || !sk_names_init()) return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(making_and_joining), cmocka_unit_test(appending), cmocka_unit_test(building),
        cmocka_unit_test(formatting),         cmocka_unit_test(interning), cmocka_unit_test(replacing),
        cmocka_unit_test(splitting),          cmocka_unit_test(codecs),    cmocka_unit_test(error_modes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
