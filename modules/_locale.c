// _locale: the C library's locale. It is one for the process; setlocale() is not safe against threads that format at the same
// time, and takes turns with itself and localeconv() here.
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <wchar.h>

#include "modules/_io.h"
#include "modules/_io_path.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/tuple.h"

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static _Atomic(SkType *) error_type;

static SkValue error(const char *text) {
    SkType *t = sk_load_acquire(&error_type);  // PAIR(locale-error)
    return sk_raise(t ? t : sk_exc_ValueError, "%s", text);
}

static SkValue locale_setlocale(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int category;
    SK_AUTO_UTF8 SkUtf8 name = {0};
    if (!sk_check_nargs("setlocale", n, 1, 2) || !sk_as_int(a[0], &category)) return SK_EMPTY;
    if (n > 1 && !sk_io_opt_text("setlocale", "2", a[1], &name)) return SK_EMPTY;
    if (category < LC_CTYPE || category > LC_IDENTIFICATION) return error("unsupported locale setting");
    char *copy = NULL;
    pthread_mutex_lock(&turn);
    const char *r = setlocale(category, name.text);
    if (r) copy = strdup(r);
    pthread_mutex_unlock(&turn);
    if (!r) return error(name.text ? "unsupported locale setting" : "locale query failed");
    if (!copy) return sk_raise_memory();
    SkValue v = sk_str_from_fs(copy, strlen(copy));
    free(copy);
    return v;
}

static SkValue grouping(const char *s) {
    SkValue list = sk_list_new(0);
    for (size_t i = 0; !sk_is_empty(list) && s[0]; i++) {
        bool last = !s[i] || s[i] == CHAR_MAX;
        if (!sk_list_append(list, sk_from_small_int(s[i]))) {
            sk_release(list);
            return SK_EMPTY;
        }
        if (last) break;
    }
    return list;
}

static SkValue locale_localeconv(SkValue m SK_UNUSED) {
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    pthread_mutex_lock(&turn);
    struct lconv c = *localeconv();
    char *texts[8];
    const char *from[8] = {c.decimal_point, c.thousands_sep, c.int_curr_symbol, c.currency_symbol,
                           c.mon_decimal_point, c.mon_thousands_sep, c.positive_sign, c.negative_sign};
    char *groups[2] = {strdup(c.grouping), strdup(c.mon_grouping)};
    for (int i = 0; i < 8; i++) texts[i] = strdup(from[i]);
    pthread_mutex_unlock(&turn);
    static const char *const text_names[8] = {"decimal_point", "thousands_sep", "int_curr_symbol", "currency_symbol",
                                              "mon_decimal_point", "mon_thousands_sep", "positive_sign", "negative_sign"};
    const struct {
        const char *name;
        int value;
    } numbers[] = {{"int_frac_digits", c.int_frac_digits}, {"frac_digits", c.frac_digits}, {"p_cs_precedes", c.p_cs_precedes},
                   {"p_sep_by_space", c.p_sep_by_space}, {"n_cs_precedes", c.n_cs_precedes}, {"n_sep_by_space", c.n_sep_by_space},
                   {"p_sign_posn", c.p_sign_posn}, {"n_sign_posn", c.n_sign_posn}};
    bool ok = true;
    for (int i = 0; i < 8; i++) {
        SK_AUTO SkValue v = sk_str_from_fs(texts[i] ? texts[i] : "", texts[i] ? strlen(texts[i]) : 0);
        ok = ok && !sk_is_empty(v) && sk_dict_set_s(d, text_names[i], v);
        free(texts[i]);
    }
    for (int i = 0; i < 2; i++) {
        SK_AUTO SkValue v = grouping(groups[i] ? groups[i] : "");
        ok = ok && !sk_is_empty(v) && sk_dict_set_s(d, i ? "mon_grouping" : "grouping", v);
        free(groups[i]);
    }
    for (size_t i = 0; i < SK_COUNT_OF(numbers); i++) ok = ok && sk_dict_set_s(d, numbers[i].name, sk_from_small_int(numbers[i].value));
    return ok ? sk_move(&d) : SK_EMPTY;
}

// The collation functions work on text without NULs, in the encoding of wchar_t: 4 bytes a code point here.
static wchar_t *wide(SkValue v, const char *function, int position, size_t *n) {
    if (!sk_is_str(v)) {
        sk_raise(sk_exc_TypeError, "%s() argument %d must be str, not %.50O", function, position, v);
        return NULL;
    }
    SkStr *s = sk_as_str(v);
    *n = s->length;
    wchar_t *w = sk_malloc((s->length + 1) * sizeof *w);
    if (!w) return sk_raise_memory(), NULL;
    for (size_t i = 0; i < s->length; i++) w[i] = (wchar_t)sk_str_at(s, i);
    w[s->length] = 0;
    return w;
}
static SkValue locale_strcoll(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    size_t k;
    if (!sk_check_nargs("strcoll", n, 2, 2)) return SK_EMPTY;
    size_t len = 0;
    wchar_t *x = wide(a[0], "strcoll", 1, &len), *y = x ? wide(a[1], "strcoll", 2, &k) : NULL;
    SkValue r = SK_EMPTY;
    if (y) r = wcslen(x) == len && wcslen(y) == k ? sk_from_small_int(wcscoll(x, y)) : sk_raise(sk_exc_ValueError, "embedded null character");
    sk_free(x);
    sk_free(y);
    return r;
}
static SkValue locale_strxfrm(SkValue m SK_UNUSED, SkValue arg) {
    size_t n;
    wchar_t *x = wide(arg, "strxfrm", 1, &n);
    if (!x) return SK_EMPTY;
    SkValue r = SK_EMPTY;
    if (wcslen(x) != n) {
        sk_raise(sk_exc_ValueError, "embedded null character");
    } else {
        errno = 0;
        size_t need = wcsxfrm(NULL, x, 0);
        wchar_t *y = sk_malloc((need + 1) * sizeof *y);
        if (!y) sk_raise_memory();
        else need = wcsxfrm(y, x, need + 1);
        if (y) r = sk_str_from_ucs4((const uint32_t *)(const void *)y, need);
        sk_free(y);
    }
    sk_free(x);
    return r;
}
static SkValue locale_nl_langinfo(SkValue m SK_UNUSED, SkValue arg) {
    int item;
    if (!sk_as_int(arg, &item)) return SK_EMPTY;
    const char *text = nl_langinfo(item);
    if (!text) return sk_raise(sk_exc_ValueError, "unsupported langinfo constant");
    return sk_str_from_fs(text, strlen(text));
}
static SkValue locale_getencoding(SkValue m SK_UNUSED) { return sk_str_from(sk_io_locale_encoding()); }

static const SkMethodDef functions[] = {
    {"setlocale", SK_FAST, .fast = locale_setlocale, .sig = "(category, locale=None, /)", .doc = "Asks for or sets the locale."},
    {"localeconv", SK_NOARGS, .noargs = locale_localeconv, .sig = "()", .doc = "How numbers and money are written."},
    {"strcoll", SK_FAST, .fast = locale_strcoll, .sig = "(os1, os2, /)", .doc = "Compares by the locale's order."},
    {"strxfrm", SK_ONEARG, .onearg = locale_strxfrm, .sig = "(string, /)", .doc = "A key for the locale's order."},
    {"nl_langinfo", SK_ONEARG, .onearg = locale_nl_langinfo, .sig = "(key, /)", .doc = "A text about the locale."},
    {"getencoding", SK_NOARGS, .noargs = locale_getencoding, .sig = "()", .doc = "The locale's encoding."},
    {0},
};

static const struct {
    const char *name;
    int value;
} constants[] = {
#define C(name) {#name, name}
    C(LC_CTYPE), C(LC_TIME), C(LC_COLLATE), C(LC_MONETARY), C(LC_MESSAGES), C(LC_NUMERIC), C(LC_ALL), C(CHAR_MAX), C(CODESET),
    C(RADIXCHAR), C(THOUSEP), C(CRNCYSTR), C(D_FMT), C(D_T_FMT), C(T_FMT), C(T_FMT_AMPM), C(AM_STR), C(PM_STR), C(YESEXPR), C(NOEXPR),
    C(ERA), C(ERA_D_T_FMT), C(ERA_D_FMT), C(ERA_T_FMT), C(ALT_DIGITS), C(DAY_1), C(DAY_2), C(DAY_3), C(DAY_4), C(DAY_5), C(DAY_6), C(DAY_7),
    C(ABDAY_1), C(ABDAY_2), C(ABDAY_3), C(ABDAY_4), C(ABDAY_5), C(ABDAY_6), C(ABDAY_7), C(MON_1), C(MON_2), C(MON_3), C(MON_4), C(MON_5),
    C(MON_6), C(MON_7), C(MON_8), C(MON_9), C(MON_10), C(MON_11), C(MON_12), C(ABMON_1), C(ABMON_2), C(ABMON_3), C(ABMON_4), C(ABMON_5),
    C(ABMON_6), C(ABMON_7), C(ABMON_8), C(ABMON_9), C(ABMON_10), C(ABMON_11), C(ABMON_12),
#undef C
};

static bool locale_exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    SkType *t = sk_load_acquire(&error_type);  // PAIR(locale-error)
    if (!t) {
        SK_AUTO SkValue name = sk_str_from("Error"), bases = sk_tuple_pack(1, sk_type_value(sk_exc_Exception)), dict = sk_dict_new(),
                        module = sk_str_from("locale");
        if (sk_is_empty(name) || sk_is_empty(bases) || sk_is_empty(dict) || sk_is_empty(module) || !sk_dict_set_s(dict, "__module__", module)) return false;
        SkValue made = sk_type_new_class(name, bases, dict);
        if (sk_is_empty(made)) return false;
        sk_make_immortal(sk_ptr(made));
        if (sk_cas_acq_rel(&error_type, &t, sk_as_type(made))) t = sk_as_type(made);  // PAIR(locale-error)
    }
    return sk_module_add(m, "Error", sk_type_value(t));
}

const SkModuleDef sk_module__locale = {
    .name = "_locale",
    .doc = "The locale, for the locale module.",
    .functions = functions,
    .exec = locale_exec,
};
