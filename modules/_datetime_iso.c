// Reading ISO 8601: dates (calendar and week), times with fractions, offsets, in their basic and extended forms.
#include <string.h>

#include "modules/_datetime.h"
#include "objects/error.h"
#include "objects/protocol.h"

// Exactly `digits` digits at s.
static bool number(const char *s, size_t n, size_t digits, int *out) {
    if (n < digits) return false;
    *out = 0;
    for (size_t i = 0; i < digits; i++) {
        if (s[i] < '0' || s[i] > '9') return false;
        *out = *out * 10 + (s[i] - '0');
    }
    return true;
}

bool sk_iso_parse_date(const char *s, size_t n, SkYmd *out) {
    int a, b = 1;
    if (n < 7 || n > 10 || !number(s, n, 4, &out->year)) return false;
    bool extended = s[4] == '-';
    size_t i = extended ? 5 : 4;
    if (s[i] == 'W') {
        if (!number(s + i + 1, n - i - 1, 2, &a)) return false;
        i += 3;
        if (i < n) {
            if ((s[i] == '-') != extended) return false;
            if (extended) i++;
            if (i + 1 != n || !number(s + i, 1, 1, &b)) return false;
        }
        return sk_dt_from_iso(out->year, a, b, out) == 0;
    }
    if (!number(s + i, n - i, 2, &out->month)) return false;
    i += 2;
    if (extended) {
        if (i >= n || s[i] != '-') return false;
        i++;
    }
    return number(s + i, n - i, 2, &out->day) && i + 2 == n;
}

// The date is 7 to 10 characters long; which of the shorter forms it has shows in where the digits end.
size_t sk_iso_separator(const char *s, size_t n) {
    if (n == 7) return 7;
    if (n > 4 && s[4] == '-') {
        if (n <= 5 || s[5] != 'W') return 10;
        if (n < 8) return n;
        // YYYY-Www-D has a day if what follows the hyphen is one digit and no more
        if (n > 8 && s[8] == '-') {
            if (n == 9) return n;
            if (n > 10 && s[10] >= '0' && s[10] <= '9') return 8;
            return 10;
        }
        return 8;
    }
    if (n > 4 && s[4] == 'W') {
        // YYYYWww or YYYYWwwD: with a day, the digits up to the separator are an even number of characters with 'W'
        size_t i = 7;
        while (i < n && s[i] >= '0' && s[i] <= '9') i++;
        if (i < 9) return i;
        return i % 2 == 0 ? 7 : 8;
    }
    return 8;
}

typedef struct {
    int part[3];
    int us;
} Hms;

// HH[:MM[:SS]] or HH[MM[SS]], and after any of them a fraction, which counts as seconds. It may lack its digits if an offset
// follows.
static bool parse_hms(const char *s, size_t n, bool offset_follows, Hms *out) {
    *out = (Hms){0};
    bool extended = n > 2 && s[2] == ':';
    size_t i = 0;
    for (int k = 0;; k++) {
        if (!number(s + i, n - i, 2, &out->part[k])) return false;
        i += 2;
        if (i == n) return true;
        if (s[i] == '.' || s[i] == ',') break;
        if (k == 2 || (s[i] == ':') != extended) return false;
        i += extended;
    }
    if (++i == n) return offset_follows;
    for (int scale = 100000; i < n; i++, scale /= 10) {
        if (s[i] < '0' || s[i] > '9') return false;
        out->us += (s[i] - '0') * scale;
    }
    return true;
}

int sk_iso_parse_time(const char *s, size_t n, SkIsoParts *out) {
    size_t end = 0;
    while (end < n && s[end] != '+' && s[end] != '-' && s[end] != 'Z') end++;
    Hms t, o = {0};
    out->next_day = false;
    out->offset = (SkOffset){0};
    if (n < 2 || !parse_hms(s, end, end < n, &t)) return 0;
    if (end < n) {
        bool zulu = s[end] == 'Z';
        if (zulu ? end + 1 != n : !parse_hms(s + end + 1, n - end - 1, false, &o)) return 0;
        int64_t us = ((o.part[0] * 60 + o.part[1]) * INT64_C(60) + o.part[2]) * 1000000 + o.us;
        out->offset = (SkOffset){true, s[end] == '-' ? -us : us};
    }
    if (t.part[0] == 24) {
        if (t.part[1] || t.part[2] || t.us) {
            sk_raise(sk_exc_ValueError, "minute, second, and microsecond must be 0 when hour is 24");
            return -1;
        }
        t.part[0] = 0;
        out->next_day = true;
    }
    if (!sk_dt_check_time(t.part[0], t.part[1], t.part[2], t.us, 0)) return -1;
    out->clock = (SkClock){(uint8_t)t.part[0], (uint8_t)t.part[1], (uint8_t)t.part[2], 0, t.us};
    return 1;
}

SkValue sk_iso_zone(SkOffset o) {
    if (!o.some) return SK_NONE;
    if (o.us > -1000000 && o.us < 1000000) return sk_retain(sk_timezone_utc());
    SK_AUTO SkValue delta = sk_delta_from_us(o.us);
    return sk_is_empty(delta) ? delta : sk_timezone_new(delta, SK_EMPTY);
}
