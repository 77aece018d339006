// time: struct_time, and what goes through it.
#include "modules/time_calendar.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/hooks.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/struct_seq.h"
#include "objects/tuple.h"

static const char *const fields[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",    "tm_sec",
                                     "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff", NULL};
static const SkStructSeqDef struct_time_def = {
    .name = "time.struct_time",
    .doc = "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().",
    .fields = fields,
    .nsequence = 9,
};
static SkType *struct_time;  // set once, by the module's exec

bool sk_time_seconds(SkValue v, time_t *out) {
    if (sk_is_float(v)) {
        double d = sk_float_value(v);
        if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
        d = floor(d);
        if (!(d >= -0x1p63 && d < 0x1p63)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
        *out = (time_t)d;
        return true;
    }
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    int64_t seconds;
    if (!sk_int_fits_int64(i, &seconds)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
    *out = seconds;
    return true;
}

// ---- to struct_time -----------------------------------------------------------------------------------------------------------

static SkValue from_tm(const struct tm *t) {
    SkValue v[11];
    const int numbers[] = {t->tm_mon + 1, t->tm_mday, t->tm_hour, t->tm_min, t->tm_sec, (t->tm_wday + 6) % 7, t->tm_yday + 1, t->tm_isdst};
    v[0] = sk_from_small_int((int64_t)t->tm_year + 1900);
    for (int i = 0; i < 8; i++) v[i + 1] = sk_from_small_int(numbers[i]);
    v[9] = sk_str_from_fs(t->tm_zone, strlen(t->tm_zone));
    v[10] = sk_from_small_int(t->tm_gmtoff);
    return sk_is_empty(v[9]) ? SK_EMPTY : sk_struct_seq_new(struct_time, v);
}

// The optional argument of gmtime and its like: seconds, now if there is none.
static bool optional_seconds(const char *name, const SkValue *args, size_t n, time_t *out) {
    if (!sk_check_nargs(name, n, 0, 1)) return false;
    if (n && !sk_is_none(args[0])) return sk_time_seconds(args[0], out);
    *out = time(NULL);
    return true;
}

static bool to_local(time_t seconds, struct tm *t) {
    errno = 0;
    if (localtime_r(&seconds, t)) return true;
    if (!errno) errno = EINVAL;
    sk_raise_errno(SK_EMPTY);
    return false;
}

static SkValue time_gmtime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    time_t seconds;
    struct tm t;
    if (!optional_seconds("gmtime", args, n, &seconds)) return SK_EMPTY;
    errno = 0;
    if (gmtime_r(&seconds, &t)) return from_tm(&t);
    if (!errno) errno = EINVAL;
    return sk_raise_errno(SK_EMPTY);
}

static SkValue time_localtime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    time_t seconds;
    struct tm t;
    return optional_seconds("localtime", args, n, &seconds) && to_local(seconds, &t) ? from_tm(&t) : SK_EMPTY;
}

// ---- from struct_time -------------------------------------------------------------------------------------------------------------

static bool int_item(SkValue tuple, size_t i, int *out) {
    int64_t v;
    if (!sk_index_as_int64(sk_tuple_peek(tuple, i), &v, NULL)) return false;
    if (v > INT_MAX) return sk_raise_false(sk_exc_OverflowError, "signed integer is greater than maximum");
    if (v < INT_MIN) return sk_raise_false(sk_exc_OverflowError, "signed integer is less than minimum");
    *out = (int)v;
    return true;
}

// Reads a tuple of nine or a struct_time, whose zone (an interned copy, kept by the process) is set too.
static bool to_tm(SkValue v, struct tm *t, const char *function) {
    memset(t, 0, sizeof *t);
    if (!sk_is_tuple(v)) return sk_raise_false(sk_exc_TypeError, "Tuple or struct_time argument required");
    if (sk_tuple_len(v) != 9) return sk_raise_false(sk_exc_TypeError, "%s(): illegal time tuple argument", function);
    int year;
    int *parts[] = {&year, &t->tm_mon, &t->tm_mday, &t->tm_hour, &t->tm_min, &t->tm_sec, &t->tm_wday, &t->tm_yday, &t->tm_isdst};
    for (size_t i = 0; i < 9; i++)
        if (!int_item(v, i, parts[i])) return false;
    if (year < INT_MIN + 1900) return sk_raise_false(sk_exc_OverflowError, "year out of range");
    t->tm_year = year - 1900;
    t->tm_mon--;
    t->tm_wday = (t->tm_wday + 1) % 7;
    t->tm_yday--;
    if (sk_type_of(v) != struct_time) return true;
    SK_AUTO SkValue offset = sk_getattr_s(v, "tm_gmtoff");
    SK_AUTO SkValue zone = sk_is_empty(offset) ? SK_EMPTY : sk_getattr_s(v, "tm_zone");
    if (sk_is_empty(zone)) return false;
    int64_t seconds;
    if (!sk_is_none(offset)) {
        if (!sk_index_as_int64(offset, &seconds, NULL)) return false;
        t->tm_gmtoff = seconds;
    }
    if (sk_is_str(zone) && sk_as_str(zone)->ascii) {
        SkValue kept = sk_intern(sk_move(&zone));
        if (sk_is_empty(kept)) return false;
        t->tm_zone = sk_as_str(kept)->data;
    }
    return true;
}

// Makes all fields fit for formatting; a month or day of zero counts as one.
static bool check_tm(struct tm *t) {
    if (t->tm_mon == -1) t->tm_mon = 0;
    if (t->tm_mon < 0 || t->tm_mon > 11) return sk_raise_false(sk_exc_ValueError, "month out of range");
    if (t->tm_mday == 0) t->tm_mday = 1;
    if (t->tm_mday < 0 || t->tm_mday > 31) return sk_raise_false(sk_exc_ValueError, "day of month out of range");
    if (t->tm_hour < 0 || t->tm_hour > 23) return sk_raise_false(sk_exc_ValueError, "hour out of range");
    if (t->tm_min < 0 || t->tm_min > 59) return sk_raise_false(sk_exc_ValueError, "minute out of range");
    if (t->tm_sec < 0 || t->tm_sec > 61) return sk_raise_false(sk_exc_ValueError, "seconds out of range");
    if (t->tm_wday < 0) return sk_raise_false(sk_exc_ValueError, "day of week out of range");
    if (t->tm_yday == -1) t->tm_yday = 0;
    if (t->tm_yday < 0 || t->tm_yday > 365) return sk_raise_false(sk_exc_ValueError, "day of year out of range");
    return true;
}

static SkValue time_mktime(SkValue m SK_UNUSED, SkValue arg) {
    struct tm t;
    if (!to_tm(arg, &t, "mktime")) return SK_EMPTY;
    t.tm_wday = -1;  // stays if the time cannot be represented, for -1 is also a valid result
    time_t seconds = mktime(&t);
    if (seconds == (time_t)-1 && t.tm_wday == -1) return sk_raise(sk_exc_OverflowError, "mktime argument out of range");
    return sk_float_new((double)seconds);
}

// ---- text ---------------------------------------------------------------------------------------------------------------------------

static SkValue ascii_time(const struct tm *t) {
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    return sk_str_format("%.3s %.3s%3d %02d:%02d:%02d %lld", days + 3 * t->tm_wday, months + 3 * t->tm_mon, t->tm_mday, t->tm_hour,
                         t->tm_min, t->tm_sec, (long long)t->tm_year + 1900);
}

static SkValue time_asctime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    struct tm t;
    if (!sk_check_nargs("asctime", n, 0, 1)) return SK_EMPTY;
    bool ok = n ? to_tm(args[0], &t, "asctime") && check_tm(&t) : to_local(time(NULL), &t);
    return ok ? ascii_time(&t) : SK_EMPTY;
}

static SkValue time_ctime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    time_t seconds;
    struct tm t;
    return optional_seconds("ctime", args, n, &seconds) && to_local(seconds, &t) ? ascii_time(&t) : SK_EMPTY;
}

// Appends a format without NULs to b. False: MemoryError.
static bool format_part(SkStrBuf *b, const char *format, size_t len, const struct tm *t) {
    if (!len) return true;
    char few[256], *copy = len < sizeof few ? few : sk_malloc(len + 1);
    bool ok = copy != NULL;
    if (ok) {
        memcpy(copy, format, len);
        copy[len] = '\0';
    }
    // No output may mean that the room was too small or that there is none (%p in some locales).
    for (size_t room = 1024; ok; room *= 2) {
        ok = sk_strbuf_reserve(b, room);
        size_t n = ok ? strftime(b->data + b->len, room, copy, t) : 0;
        b->len += n;
        if (n || room >= 256 * len) break;
    }
    if (copy != few) sk_free(copy);
    if (!ok) sk_raise_memory();
    return ok;
}

static SkValue time_strftime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    struct tm t;
    if (n == 0) return sk_raise(sk_exc_TypeError, "strftime() takes at least 1 argument (0 given)");
    if (!sk_check_nargs("strftime", n, 1, 2)) return SK_EMPTY;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "strftime() argument 1 must be str, not %.50O", args[0]);
    bool ok = n == 2 ? to_tm(args[1], &t, "strftime") && check_tm(&t) : to_local(time(NULL), &t);
    if (!ok) return SK_EMPTY;
    if (t.tm_isdst < -1) t.tm_isdst = -1;
    if (t.tm_isdst > 1) t.tm_isdst = 1;
    SK_AUTO_UTF8 SkUtf8 format = sk_str_wtf8(args[0]);
    if (!format.text) return SK_EMPTY;
    SkStrBuf b;
    sk_strbuf_init(&b);
    for (size_t i = 0; ok && i <= format.len; i++) {
        size_t len = strlen(format.text + i);
        ok = format_part(&b, format.text + i, len, &t);
        i += len;
        if (ok && i < format.len) sk_strbuf_append_char(&b, '\0');
    }
    SkValue r = ok ? sk_str_from_wtf8(b.data, b.len) : SK_EMPTY;
    sk_strbuf_free(&b);
    return r;
}

static SkValue time_strptime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    SK_AUTO SkValue module = sk_hooks.import("_strptime");
    SK_AUTO SkValue f = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "_strptime_time");
    return sk_is_empty(f) ? SK_EMPTY : sk_call(f, args, n, SK_EMPTY);
}

// ---- the time zone ----------------------------------------------------------------------------------------------------------------------

// Offset in seconds west of UTC and name of the zone at a moment.
static bool zone_at(time_t seconds, long *west, SkValue *name) {
    struct tm t;
    if (!to_local(seconds, &t)) return false;
    *west = -t.tm_gmtoff;
    *name = sk_str_from_fs(t.tm_zone, strlen(t.tm_zone));
    return !sk_is_empty(*name);
}

// Sets timezone, altzone, daylight and tzname: from the zone's rules half a year apart.
static bool set_zone(SkValue m) {
    const time_t year = (365 * 24 + 6) * 3600;
    time_t january = time(NULL) / year * year;
    long west1, west2;
    SK_AUTO SkValue name1 = SK_EMPTY, name2 = SK_EMPTY;
    if (!zone_at(january, &west1, &name1) || !zone_at(january + year / 2, &west2, &name2)) return false;
    // Summer time is the one further east.
    bool south = west1 < west2;
    SK_AUTO SkValue names = south ? sk_tuple_pack(2, name2, name1) : sk_tuple_pack(2, name1, name2);
    return !sk_is_empty(names) && sk_module_add_int(m, "timezone", south ? west2 : west1) &&
           sk_module_add_int(m, "altzone", south ? west1 : west2) && sk_module_add_int(m, "daylight", west1 != west2) &&
           sk_module_add(m, "tzname", names);
}

static SkValue time_tzset(SkValue m) {
    tzset();
    SK_AUTO SkValue module = sk_is_none(m) || sk_is_empty(m) ? sk_hooks.import("time") : sk_retain(m);
    return !sk_is_empty(module) && set_zone(module) ? SK_NONE : SK_EMPTY;
}

const SkMethodDef sk_time_calendar_functions[] = {
    {"gmtime", SK_FAST, .fast = time_gmtime, .doc = "gmtime([seconds]) -> struct_time\n\nThe moment in UTC; now if none is given."},
    {"localtime", SK_FAST, .fast = time_localtime, .doc = "localtime([seconds]) -> struct_time\n\nThe moment in local time; now if none is given."},
    {"asctime", SK_FAST, .fast = time_asctime, .doc = "asctime([tuple]) -> string\n\nText such as 'Sat Jun 06 16:26:11 1998'."},
    {"ctime", SK_FAST, .fast = time_ctime, .doc = "ctime([seconds]) -> string\n\nasctime(localtime(seconds))."},
    {"mktime", SK_ONEARG, .onearg = time_mktime, .sig = "(object, /)", .doc = "Seconds since the epoch of a local time."},
    {"strftime", SK_FAST, .fast = time_strftime, .doc = "strftime(format[, tuple]) -> string\n\nA time as text by a format."},
    {"strptime", SK_FAST, .fast = time_strptime, .doc = "strptime(string, format) -> struct_time\n\nA time from text by a format."},
    {"tzset", SK_NOARGS, .noargs = time_tzset, .sig = "()", .doc = "Takes the time zone from the environment anew."},
    {0},
};

bool sk_time_calendar_init(SkValue m) {
    if (!struct_time) struct_time = sk_struct_seq_type(&struct_time_def);
    tzset();
    return struct_time && sk_module_add(m, "struct_time", sk_type_value(struct_time)) && sk_module_add_int(m, "_STRUCT_TM_ITEMS", 11) &&
           set_zone(m);
}
