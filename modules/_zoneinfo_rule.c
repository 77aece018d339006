// TZ strings, as POSIX.1 has them (section 8.3) and RFC 8536 extends them: hours of changes from -167 to 167.
#include <string.h>

#include "modules/_datetime.h"
#include "modules/_zoneinfo.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/str.h"

enum { HOUR = 3600, EPOCH_ORDINAL = 719163 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A number of at least `least` and at most `most` digits.
static bool number(const char **p, int least, int most, int *out) {
    int n = 0, v = 0;
    for (; n < most && is_digit(**p); n++, ++*p) v = v * 10 + (**p - '0');
    *out = v;
    return n >= least;
}

// [+-]hh[:mm[:ss]] in seconds.
static bool clock_text(const char **p, int hour_digits, int32_t *out) {
    int sign = **p == '-' ? -1 : 1, h, m = 0, s = 0;
    if (**p == '-' || **p == '+') ++*p;
    if (!number(p, 1, hour_digits, &h)) return false;
    if (**p == ':') {
        ++*p;
        if (!number(p, 2, 2, &m)) return false;
        if (**p == ':') {
            ++*p;
            if (!number(p, 2, 2, &s)) return false;
        }
    }
    *out = sign * (h * HOUR + m * 60 + s);
    return m < 60 && s < 60;
}

// An offset counts to the west there, to the east here.
static bool offset(const char **p, int32_t *out) {
    if (!clock_text(p, 2, out) || *out < -SK_DAY_SECONDS || *out > SK_DAY_SECONDS) return false;
    *out = -*out;
    return true;
}

static bool abbreviation(const char **p, SkValue *out) {
    bool quoted = **p == '<';
    const char *start = *p += quoted;
    while (is_letter(**p) || (quoted && (is_digit(**p) || **p == '+' || **p == '-'))) ++*p;
    size_t n = (size_t)(*p - start);
    if (quoted && *(*p)++ != '>') return false;
    if (!n) return false;
    *out = sk_str_from_ascii(start, n);
    return !sk_is_empty(*out);
}

static bool change(const char **p, SkZoneChange *c) {
    bool ok;
    if (**p == 'M') {
        ++*p;
        c->kind = SK_ZONE_MONTH;
        ok = number(p, 1, 2, &c->month) && *(*p)++ == '.' && number(p, 1, 1, &c->week) && *(*p)++ == '.' && number(p, 1, 1, &c->day) &&
             c->month >= 1 && c->month <= 12 && c->week >= 1 && c->week <= 5 && c->day <= 6;
    } else {
        bool julian = **p == 'J';
        *p += julian;
        c->kind = julian ? SK_ZONE_JULIAN : SK_ZONE_DAY;
        ok = number(p, 1, 3, &c->day) && c->day >= julian && c->day <= 365;
    }
    c->seconds = 2 * HOUR;
    if (!ok || **p != '/') return ok;
    ++*p;
    return clock_text(p, 3, &c->seconds) && c->seconds > -168 * HOUR && c->seconds < 168 * HOUR;
}

static bool wrong(const char *what, SkValue text) {
    return sk_error_occurred() ? false : sk_raise_false(sk_exc_ValueError, "%s: %R", what, text);
}
static bool invalid(const char *what, SkValue text) {
    return sk_error_occurred() ? false : sk_raise_false(sk_exc_ValueError, "Invalid %s in %R", what, text);
}

bool sk_zone_rule_parse(SkValue text, SkZoneRule *out) {
    const char *start = sk_as_bytes(text)->data, *p = start;
    SK_AUTO SkValue std = SK_EMPTY, dst = SK_EMPTY;
    int32_t std_offset, dst_offset;
    if (!abbreviation(&p, &std)) return invalid("STD format", text);
    if (!offset(&p, &std_offset)) return invalid("STD offset", text);
    if (!sk_zone_info_set(&out->std, std_offset, 0, std)) return false;
    out->fixed = !*p;
    if (out->fixed) return p == start + sk_as_bytes(text)->length || wrong("Extraneous characters at end of TZ string", text);
    if (!abbreviation(&p, &dst)) return invalid("DST format", text);
    if (*p == ',') dst_offset = std_offset + HOUR;
    else if (!offset(&p, &dst_offset)) return invalid("DST offset", text);
    if (!sk_zone_info_set(&out->dst, dst_offset, dst_offset - std_offset, dst)) return false;
    for (int i = 0; i < 2; i++) {
        if (*p++ != ',') return wrong("Missing transition rules in TZ string", text);
        if (!change(&p, i ? &out->end : &out->start)) return wrong("Malformed transition rule in TZ string", text);
    }
    return p == start + sk_as_bytes(text)->length || wrong("Extraneous characters at end of TZ string", text);
}

// Seconds from 1970-01-01T00:00 to the change in that year, both in the local time in force before it.
static int64_t change_in(const SkZoneChange *c, int year) {
    int64_t day;
    if (c->kind == SK_ZONE_MONTH) {
        int first = (sk_dt_weekday(year, c->month, 1) + 1) % 7;   // 0: Sunday
        int date = 1 + (c->day - first + 7) % 7 + (c->week - 1) * 7;
        if (date > sk_dt_days_in_month(year, c->month)) date -= 7;
        day = sk_dt_ordinal(year, c->month, date);
    } else {
        // As CPython counts: a day from 0 is one too early, which the usual "all year" (0/0,J365/25) relies on, and J59 is one too late in
        // leap years.
        bool leap = c->kind == SK_ZONE_JULIAN && c->day >= 59 && sk_dt_is_leap(year);
        day = sk_dt_ordinal(year, 1, 1) + c->day - 1 + leap;
    }
    return (day - EPOCH_ORDINAL) * SK_DAY_SECONDS + c->seconds;
}

static bool is_between(int64_t t, int64_t start, int64_t end) { return start < end ? start <= t && t < end : !(end <= t && t < start); }

// Between the two readings of a change the clock shows some times twice, or never. In the first fold the type with the greater offset
// is in force until it has run out, in the second the other one from when it has begun.
const SkZoneInfo *sk_zone_rule_local(const SkZoneRule *r, int64_t local, int year, int fold) {
    if (r->fixed) return &r->std;
    int64_t start = change_in(&r->start, year), end = change_in(&r->end, year), gain = r->dst.dst;
    if ((fold != 0) == (gain >= 0)) end -= gain;
    else start += gain;
    return is_between(local, start, end) ? &r->dst : &r->std;
}

const SkZoneInfo *sk_zone_rule_utc(const SkZoneRule *r, int64_t utc, int year, bool *fold) {
    *fold = false;
    if (r->fixed) return &r->std;
    int64_t start = change_in(&r->start, year) - r->std.utc, end = change_in(&r->end, year) - r->dst.utc, gain = r->dst.dst;
    int64_t back = gain > 0 ? end : start;   // the change that turns the clock back
    *fold = back <= utc && utc < back + (gain > 0 ? gain : -gain);
    return is_between(utc, start, end) ? &r->dst : &r->std;
}
