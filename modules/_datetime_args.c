// Arguments of _datetime's constructors, and the checks of their ranges.
#include <stdio.h>

#include <string.h>

#include "modules/_datetime.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/near_name.h"

static size_t find_name(const char *const *names, size_t n, SkValue name) {
    for (size_t i = 0; i < n; i++)
        if (sk_str_equals_ascii(name, names[i])) return i;
    return n;
}

bool sk_dt_bind(const char *function, const char *const *names, size_t required, size_t positional, size_t n,
                const SkValue *args, size_t nargs, SkValue kwnames, SkValue *out) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    const char *what = *function ? function : "function", *brackets = *function ? "()" : "";
    if (nargs + nkw > n)
        return sk_raise_false(sk_exc_TypeError, "%s%s takes at most %zu %sargument%s (%zu given)", what, brackets, n,
                              nargs == 0 ? "keyword " : "", n == 1 ? "" : "s", nargs + nkw);
    if (nargs > positional)
        return sk_raise_false(sk_exc_TypeError, "%s%s takes %s %zu positional argument%s (%zu given)", what, brackets,
                              required == positional ? "exactly" : "at most", positional, positional == 1 ? "" : "s", nargs);
    for (size_t i = 0; i < n; i++) out[i] = i < nargs ? args[i] : SK_EMPTY;
    SkValue stray = SK_EMPTY;
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        size_t i = find_name(names, n, name);
        if (i == n) {
            if (sk_is_empty(stray)) stray = name;
            continue;
        }
        if (i < nargs)
            return sk_raise_false(sk_exc_TypeError, "argument for %s%s given by name ('%s') and position (%zu)", what, brackets, names[i], i + 1);
        out[i] = args[nargs + k];
    }
    for (size_t i = 0; i < required; i++)
        if (sk_is_empty(out[i]))
            return sk_raise_false(sk_exc_TypeError, "%s%s missing required argument '%s' (pos %zu)", what, brackets, names[i], i + 1);
    if (sk_is_empty(stray)) return true;
    char text[64];
    snprintf(text, sizeof text, "%s%s", *function ? function : "this function", brackets);
    return sk_raise_stray_keyword(text, stray, names, n);
}

bool sk_dt_int(SkValue v, int *out) {
    if (sk_is_empty(v)) return true;
    SK_AUTO SkValue n = sk_is_small_int(v) ? v : sk_index(v);
    if (sk_is_empty(n)) return false;
    int64_t i;
    if (!sk_int_fits_int64(n, &i)) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C long");
    if (i > INT32_MAX) return sk_raise_false(sk_exc_OverflowError, "signed integer is greater than maximum");
    if (i < INT32_MIN) return sk_raise_false(sk_exc_OverflowError, "signed integer is less than minimum");
    *out = (int)i;
    return true;
}

bool sk_dt_check_date(int year, int month, int day) {
    if (year < SK_MIN_YEAR || year > SK_MAX_YEAR)
        return sk_raise_false(sk_exc_ValueError, "year must be in %d..%d, not %d", SK_MIN_YEAR, SK_MAX_YEAR, year);
    if (month < 1 || month > 12) return sk_raise_false(sk_exc_ValueError, "month must be in 1..12, not %d", month);
    int last = sk_dt_days_in_month(year, month);
    if (day < 1 || day > last)
        return sk_raise_false(sk_exc_ValueError, "day %d must be in range 1..%d for month %d in year %d", day, last, month, year);
    return true;
}

bool sk_dt_check_time(int hour, int minute, int second, int us, int fold) {
    if (hour < 0 || hour > 23) return sk_raise_false(sk_exc_ValueError, "hour must be in 0..23, not %d", hour);
    if (minute < 0 || minute > 59) return sk_raise_false(sk_exc_ValueError, "minute must be in 0..59, not %d", minute);
    if (second < 0 || second > 59) return sk_raise_false(sk_exc_ValueError, "second must be in 0..59, not %d", second);
    if (us < 0 || us > 999999) return sk_raise_false(sk_exc_ValueError, "microsecond must be in 0..999999, not %d", us);
    if (fold != 0 && fold != 1) return sk_raise_false(sk_exc_ValueError, "fold must be either 0 or 1, not %d", fold);
    return true;
}

bool sk_dt_check_tz(SkValue tz) {
    if (sk_is_none(tz) || sk_is_tzinfo(tz)) return true;
    return sk_raise_false(sk_exc_TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%T'", tz);
}

int sk_dt_timespec(SkValue v) {
    static const char *const names[] = {"auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"};
    if (sk_is_empty(v)) return 0;
    if (!sk_is_str(v)) {
        sk_raise(sk_exc_TypeError, "isoformat() argument 'timespec' must be str, not %T", v);
        return -1;
    }
    for (int i = 0; i < 6; i++)
        if (sk_str_equals_ascii(v, names[i])) return i;
    sk_raise(sk_exc_ValueError, "Unknown timespec value");
    return -1;
}

SkValue sk_dt_as_int(__int128 n) {
    if (n >= INT64_MIN && n <= INT64_MAX) return sk_int_from_int64((int64_t)n);
    unsigned __int128 u = n < 0 ? -(unsigned __int128)n : (unsigned __int128)n;
    mp_limb_t limbs[2] = {(mp_limb_t)u, (mp_limb_t)(u >> 64)};
    return sk_int_from_limbs(limbs, 2, n < 0);
}

bool sk_dt_parse_state(SkValue v, size_t n, uint8_t *state) {
    if (sk_is_bytes(v)) {
        if (sk_as_bytes(v)->length != n) return false;
        memcpy(state, sk_as_bytes(v)->data, n);
        return true;
    }
    if (!sk_is_str(v) || sk_str_len(v) != n) return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = sk_str_at(sk_as_str(v), i);
        if (c > 255) return false;
        state[i] = (uint8_t)c;
    }
    return true;
}
