// datetime and the system's clock: timestamps, local time, and the conversions between zones.
#include <errno.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "modules/_datetime.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

#define EPOCH_SECONDS INT64_C(62135596800)  // from 0001-01-01 to 1970-01-01

// ---- timestamps --------------------------------------------------------------------------------------------------------------

static bool out_of_range(void) { return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t"); }

static bool whole_seconds(SkValue v, int64_t *seconds) {
    SK_AUTO SkValue n = sk_index(v);
    if (sk_is_empty(n)) return false;
    return sk_int_fits_int64(n, seconds) || out_of_range();
}

static bool check_float(double d) {
    if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
    return (d >= -9.2e18 && d <= 9.2e18) || out_of_range();
}

bool sk_dt_timestamp_seconds(SkValue v, int64_t *seconds) {
    if (!sk_is_float(v)) return whole_seconds(v, seconds);
    double d = sk_float_value(v);
    if (!check_float(d)) return false;
    *seconds = (int64_t)floor(d);
    return true;
}

// Microseconds are rounded half to even.
static bool timestamp_parts(SkValue v, int64_t *seconds, int *us) {
    *us = 0;
    if (!sk_is_float(v)) return whole_seconds(v, seconds);
    double d = sk_float_value(v), whole;
    if (!check_float(d)) return false;
    double fraction = nearbyint(modf(d, &whole) * 1e6);
    if (fraction >= 1e6) fraction -= 1e6, whole += 1;
    else if (fraction < 0) fraction += 1e6, whole -= 1;
    *seconds = (int64_t)whole;
    *us = (int)fraction;
    return true;
}

static bool broken_down(int64_t seconds, bool utc, struct tm *out) {
    time_t t = (time_t)seconds;
    errno = 0;
    if (utc ? gmtime_r(&t, out) : localtime_r(&t, out)) return true;
    if (errno == 0) errno = EINVAL;
    sk_raise_errno(SK_EMPTY);
    return false;
}

bool sk_dt_local(int64_t seconds, struct tm *out) { return broken_down(seconds, false, out); }

static int64_t seconds_of(const struct tm *t) {
    return ((sk_dt_ordinal(t->tm_year + 1900, t->tm_mon + 1, t->tm_mday) - 1) * INT64_C(86400)) + t->tm_hour * 3600 + t->tm_min * 60 + t->tm_sec;
}

// The local clock's reading at u, both in seconds since year 1.
static bool local_reading(int64_t u, int64_t *out) {
    struct tm t;
    if (!broken_down(u - EPOCH_SECONDS, false, &t)) return false;
    if (t.tm_year + 1900 < SK_MIN_YEAR || t.tm_year + 1900 > SK_MAX_YEAR)
        return sk_raise_false(sk_exc_ValueError, "year %d is out of range", t.tm_year + 1900);
    if (t.tm_sec > 59) t.tm_sec = 59;
    *out = seconds_of(&t);
    return true;
}

enum { MAX_FOLD = 24 * 3600 };  // no zone has set its clock back by more

// The moment when the local clock shows t; the later one of two for fold 1.
static bool local_to_universal(int64_t t, int fold, int64_t *out) {
    int64_t lt;
    if (!local_reading(t, &lt)) return false;
    int64_t a = lt - t, u1 = t - a, t1, b;
    if (!local_reading(u1, &t1)) return false;
    if (t1 == t) {
        // One answer; is there another, before or after?
        int64_t u2 = fold ? u1 + MAX_FOLD : u1 - MAX_FOLD;
        if (!local_reading(u2, &lt)) return false;
        b = lt - u2;
        if (a == b) {
            *out = u1;
            return true;
        }
    } else {
        b = t1 - u1;
    }
    int64_t u2 = t - b, t2;
    if (!local_reading(u2, &t2)) return false;
    if (t2 == t) *out = u2;
    else if (t1 == t) *out = u1;
    else *out = (u1 < u2) == (fold == 0) ? u2 : u1;  // in a gap
    return true;
}

// ---- from the clock ------------------------------------------------------------------------------------------------------------

static SkValue from_parts(SkValue cls, int64_t seconds, int us, bool utc, SkValue tz) {
    struct tm t;
    if (!broken_down(seconds, utc, &t)) return SK_EMPTY;
    if (t.tm_sec > 59) t.tm_sec = 59;
    int year = t.tm_year + 1900, fold = 0;
    if (!sk_dt_check_date(year, 1, 1)) return SK_EMPTY;
    if (sk_is_none(tz) && !utc) {
        // fold is 1 when the clock has shown this before: a day earlier it was further ahead of universal time.
        int64_t shown = seconds_of(&t), before, again;
        int64_t u = seconds + EPOCH_SECONDS;
        if (u - MAX_FOLD > MAX_FOLD && local_reading(u - MAX_FOLD, &before)) {
            int64_t transition = shown - before - MAX_FOLD;
            if (transition < 0 && local_reading(u + transition, &again)) fold = again == shown;
        }
        if (sk_error_occurred()) return SK_EMPTY;
    }
    SkClock c = {(uint8_t)t.tm_hour, (uint8_t)t.tm_min, (uint8_t)t.tm_sec, (uint8_t)fold, us};
    return sk_datetime_make(sk_as_type(cls), (SkYmd){year, t.tm_mon + 1, t.tm_mday}, c, tz);
}

static SkValue from_timestamp(SkValue cls, int64_t seconds, int us, SkValue tz) {
    SK_AUTO SkValue d = from_parts(cls, seconds, us, !sk_is_none(tz), tz);
    if (sk_is_empty(d) || sk_is_none(tz)) return sk_move(&d);
    return sk_call_method_s(tz, "fromutc", &d, 1);
}

static void read_clock(int64_t *seconds, int *us) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *seconds = now.tv_sec;
    *us = (int)(now.tv_nsec / 1000);
}

SkValue sk_datetime_now(SkValue cls, const SkValue *args) {
    SkValue tz = sk_is_empty(args[0]) ? SK_NONE : args[0];
    int64_t seconds;
    int us;
    if (!sk_dt_check_tz(tz)) return SK_EMPTY;
    read_clock(&seconds, &us);
    return from_timestamp(cls, seconds, us, tz);
}

SkValue sk_datetime_fromtimestamp(SkValue cls, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"timestamp", "tz"};
    SkValue a[2];
    int64_t seconds;
    int us;
    if (!sk_dt_bind("fromtimestamp", names, 1, 2, 2, args, nargs, kwnames, a)) return SK_EMPTY;
    SkValue tz = sk_is_empty(a[1]) ? SK_NONE : a[1];
    if (!sk_dt_check_tz(tz) || !timestamp_parts(a[0], &seconds, &us)) return SK_EMPTY;
    return from_timestamp(cls, seconds, us, tz);
}

SkValue sk_datetime_utcnow(SkValue cls) {
    int64_t seconds;
    int us;
    if (!sk_warn(sk_exc_DeprecationWarning, 1,
                 "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. "
                 "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)."))
        return SK_EMPTY;
    read_clock(&seconds, &us);
    return from_parts(cls, seconds, us, true, SK_NONE);
}

SkValue sk_datetime_utcfromtimestamp(SkValue cls, SkValue timestamp) {
    int64_t seconds;
    int us;
    if (!sk_warn(sk_exc_DeprecationWarning, 1,
                 "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. "
                 "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).") ||
        !timestamp_parts(timestamp, &seconds, &us))
        return SK_EMPTY;
    return from_parts(cls, seconds, us, true, SK_NONE);
}

// ---- to timestamps and zones ---------------------------------------------------------------------------------------------------

static int64_t whole_second(int64_t us) { return us / 1000000; }

SkValue sk_datetime_timestamp(SkValue self) {
    const SkDateTime *d = sk_as_datetime(self);
    SkValue tz = sk_slot_peek(&d->tz);
    int64_t us = sk_datetime_us(d);
    if (sk_is_none(tz)) {
        int64_t u;
        if (!local_to_universal(whole_second(us), d->clock.fold, &u)) return SK_EMPTY;
        return sk_float_new((double)(u - EPOCH_SECONDS) + d->clock.us / 1e6);
    }
    SkOffset o;
    if (!sk_dt_offset(tz, "utcoffset", self, &o)) return SK_EMPTY;
    SK_AUTO SkValue since = sk_dt_as_int((__int128)us - (o.some ? o.us : 0) - (__int128)EPOCH_SECONDS * 1000000);
    return sk_is_empty(since) ? since : sk_int_truediv(since, sk_from_small_int(1000000));
}

// The zone in force locally at a moment, in seconds since 1970.
static SkValue local_zone(int64_t seconds) {
    struct tm t;
    if (!sk_dt_local(seconds, &t)) return SK_EMPTY;
    SK_AUTO SkValue delta = sk_delta_from_us((__int128)t.tm_gmtoff * 1000000);
    if (sk_is_empty(delta)) return delta;
    SK_AUTO SkValue name = t.tm_zone ? sk_str_from_fs(t.tm_zone, strlen(t.tm_zone)) : SK_EMPTY;
    if (t.tm_zone && sk_is_empty(name)) return name;
    return sk_timezone_new(delta, name);
}

SkValue sk_datetime_astimezone(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"tz"};
    SkValue a[1];
    if (!sk_dt_bind("astimezone", names, 0, 1, 1, args, nargs, kwnames, a)) return SK_EMPTY;
    SkValue to = sk_is_empty(a[0]) ? SK_NONE : a[0];
    if (!sk_dt_check_tz(to)) return SK_EMPTY;
    const SkDateTime *d = sk_as_datetime(self);
    SkValue from = sk_slot_peek(&d->tz);
    if (!sk_is_none(from) && sk_is(from, to)) return sk_dup(self);
    SkOffset o = {0};
    if (!sk_is_none(from) && !sk_dt_offset(from, "utcoffset", self, &o)) return SK_EMPTY;
    int64_t us = sk_datetime_us(d), utc_us;
    if (o.some) {
        utc_us = us - o.us;
    } else {
        int64_t u;
        if (!local_to_universal(whole_second(us), d->clock.fold, &u)) return SK_EMPTY;
        utc_us = u * 1000000 + d->clock.us;
    }
    int64_t seconds = utc_us / 1000000 - (utc_us % 1000000 < 0);
    SK_AUTO SkValue local = sk_is_none(to) ? local_zone(seconds - EPOCH_SECONDS) : SK_NONE;
    if (sk_is_empty(local)) return local;
    SkValue zone = sk_is_none(to) ? local : to;
    SK_AUTO SkValue utc = sk_datetime_from_us(sk_type_of(self), utc_us, 0, zone);
    return sk_is_empty(utc) ? utc : sk_call_method_s(zone, "fromutc", &utc, 1);
}
