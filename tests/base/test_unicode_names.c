#include "base/unicode_names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// FNV-1a over the code points and names of all characters that have one: tools/gen_unicode_names.py --digest says what it must be.
static void test_all_names(void **state) {
    (void)state;
    uint64_t h = UINT64_C(0xCBF29CE484222325);
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        char name[SK_UNICODE_NAME_MAX];
        size_t n = sk_unicode_name(cp, name), count;
        if (!n) continue;
        h = (h ^ cp) * UINT64_C(0x100000001B3);
        for (size_t i = 0; i < n; i++) h = (h ^ (uint8_t)name[i]) * UINT64_C(0x100000001B3);
        if (n && cp % 7 && cp >= 0x3400 && cp < 0xd000) continue; // those that are made by rule are many
        uint32_t found[SK_UNICODE_SEQUENCE_MAX];
        assert_int_equal(sk_unicode_find_name(name, n, found, &count), SK_NAME_CHARACTER);
        assert_int_equal(count, 1);
        assert_int_equal(found[0], cp);
        assert_false(sk_unicode_find_name(name, n - 1, found, &count) == SK_NAME_CHARACTER && found[0] == cp);
    }
    assert_true(h == UINT64_C(0xf48819ed99252f9c));
}

static SkNameKind kind_of(const char *name, uint32_t *first, size_t *count) {
    uint32_t found[SK_UNICODE_SEQUENCE_MAX] = {0};
    SkNameKind kind = sk_unicode_find_name(name, strlen(name), found, count);
    *first = found[0];
    return kind;
}

static void test_lookup(void **state) {
    (void)state;
    static const struct {
        const char *name;
        SkNameKind kind;
        uint32_t first;
        size_t count;
    } cases[] = {
        {"bullet", SK_NAME_CHARACTER, 0x2022, 1},
        {"LF", SK_NAME_ALIAS, 10, 1},
        {"Line Feed", SK_NAME_ALIAS, 10, 1},
        {"LATIN SMALL LETTER R WITH TILDE", SK_NAME_SEQUENCE, 'r', 2},
        {"KEYCAP DIGIT ONE", SK_NAME_SEQUENCE, '1', 3},
        {"TIBETAN MARK BSKA- SHOG GI MGO RGYAN", SK_NAME_CHARACTER, 0xfd0, 1},
        {"TIBETAN LETTER -A", SK_NAME_CHARACTER, 0xf60, 1},
        {"HANGUL SYLLABLE GAGG", SK_NAME_CHARACTER, 0xac02, 1},
        {"HANGUL SYLLABLE A", SK_NAME_CHARACTER, 0xc544, 1},
        {"HANGUL SYLLABLE GX", SK_NAME_UNKNOWN, 0, 0},
        {"HANGUL SYLLABLE ", SK_NAME_UNKNOWN, 0, 0},
        {"hangul syllable ga", SK_NAME_UNKNOWN, 0, 0},
        {"CJK UNIFIED IDEOGRAPH-04E00", SK_NAME_CHARACTER, 0x4e00, 1},
        {"CJK UNIFIED IDEOGRAPH-FFFF", SK_NAME_UNKNOWN, 0, 0},
        {"CJK UNIFIED IDEOGRAPH-4e00", SK_NAME_UNKNOWN, 0, 0},
        {"cjk unified ideograph-4e00", SK_NAME_UNKNOWN, 0, 0},
        {"CJK COMPATIBILITY IDEOGRAPH-f900", SK_NAME_CHARACTER, 0xf900, 1},
        {"NUSHU CHARACTER-01B170", SK_NAME_UNKNOWN, 0, 0},
        {"", SK_NAME_UNKNOWN, 0, 0},
        {"LATIN  SMALL LETTER A", SK_NAME_UNKNOWN, 0, 0},
        {"LATIN SMALL LETTER A ", SK_NAME_UNKNOWN, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t first;
        size_t count;
        assert_int_equal(kind_of(cases[i].name, &first, &count), cases[i].kind);
        if (cases[i].kind == SK_NAME_UNKNOWN) continue;
        assert_int_equal(first, cases[i].first);
        assert_int_equal(count, cases[i].count);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_names), cmocka_unit_test(test_lookup)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
