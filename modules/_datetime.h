// What the files of _datetime share. All objects are immutable once made; only the cached hash is written later.
#ifndef SKEIN_MODULES__DATETIME_H
#define SKEIN_MODULES__DATETIME_H

#include <time.h>

#include "objects/type.h"

enum { SK_MIN_YEAR = 1, SK_MAX_YEAR = 9999, SK_MAX_DELTA_DAYS = 999999999, SK_MAX_ORDINAL = 3652059, SK_DAY_SECONDS = 86400 };
#define SK_DAY_US INT64_C(86400000000)

typedef struct {
    SkObject header;
    _Atomic int64_t hash;    // of all four: -1 not computed; relaxed, idempotent
    int32_t days, seconds, us;
} SkTimeDelta;

typedef struct {
    SkObject header;
    _Atomic int64_t hash;
    int16_t year;
    uint8_t month, day;
} SkDate;

typedef struct {
    uint8_t hour, minute, second, fold;
    int32_t us;
} SkClock;

// Begins as SkDate does: datetime is derived from date.
typedef struct {
    SkObject header;
    _Atomic int64_t hash;
    int16_t year;
    uint8_t month, day;
    SkClock clock;
    SkSlot tz;               // SK_NONE: naive
} SkDateTime;

typedef struct {
    SkObject header;
    _Atomic int64_t hash;
    SkClock clock;
    SkSlot tz;
} SkTime;

typedef struct {
    int year, month, day;
} SkYmd;

extern SkType sk_timedelta_type, sk_date_type, sk_time_type, sk_datetime_type, sk_tzinfo_type, sk_timezone_type;

SK_INLINE SkTimeDelta *sk_as_delta(SkValue v) { return (SkTimeDelta *)sk_ptr(v); }
SK_INLINE SkDate *sk_as_date(SkValue v) { return (SkDate *)sk_ptr(v); }
SK_INLINE SkDateTime *sk_as_datetime(SkValue v) { return (SkDateTime *)sk_ptr(v); }
SK_INLINE SkTime *sk_as_time(SkValue v) { return (SkTime *)sk_ptr(v); }
SK_INLINE bool sk_is_delta(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_timedelta_type); }
SK_INLINE bool sk_is_date(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_date_type); }
SK_INLINE bool sk_is_datetime(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_datetime_type); }
SK_INLINE bool sk_is_time(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_time_type); }
SK_INLINE bool sk_is_tzinfo(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_tzinfo_type); }

// ---- arguments (_datetime_args.c) ----------------------------------------------------------------------------------------------
// Binds arguments as PyArg_ParseTupleAndKeywords words its errors. function: "" or "name()"-like text without parentheses;
// names: n of them, the first `required` needed, the first `positional` allowed by position. out: SK_EMPTY where absent.
bool sk_dt_bind(const char *function, const char *const *names, size_t required, size_t positional, size_t n,
                const SkValue *args, size_t nargs, SkValue kwnames, SkValue *out) SK_MUST_USE;
bool sk_dt_int(SkValue v, int *out) SK_MUST_USE;                         // SK_EMPTY v: *out stays
bool sk_dt_check_date(int year, int month, int day) SK_MUST_USE;         // ValueError
bool sk_dt_check_time(int hour, int minute, int second, int us, int fold) SK_MUST_USE;
bool sk_dt_check_tz(SkValue tz) SK_MUST_USE;                             // None or a tzinfo, else TypeError
// One of the names of `timespec` arguments, in the order auto, hours ... microseconds; -1 + ValueError. v SK_EMPTY: auto.
int sk_dt_timespec(SkValue v);
SkValue sk_dt_as_int(__int128 n) SK_MUST_USE;                            // Python int

// ---- the calendar (_datetime_calendar.c): proleptic Gregorian ------------------------------------------------------------------
bool sk_dt_is_leap(int year);
int sk_dt_days_in_month(int year, int month);
int sk_dt_days_before_month(int year, int month);
int sk_dt_ordinal(int year, int month, int day);     // 1: 0001-01-01
SkYmd sk_dt_from_ordinal(int ordinal);
int sk_dt_weekday(int year, int month, int day);     // 0: Monday
int sk_dt_iso_week1(int year);                       // ordinal of the Monday of ISO week 1
void sk_dt_iso_calendar(int year, int month, int day, int *iso_year, int *week, int *weekday);
// 0: done; -2: week out of range; -3: weekday out of range; -4: year out of range.
int sk_dt_from_iso(int iso_year, int week, int weekday, SkYmd *out);

bool sk_date_init(SkValue module) SK_MUST_USE;

// ---- making --------------------------------------------------------------------------------------------------------------------
// From microseconds in all: OverflowError.
SkValue sk_delta_from_us(__int128 us) SK_MUST_USE;
SkValue sk_delta_new(int days, int seconds, int us) SK_MUST_USE;         // normalised already
SK_INLINE __int128 sk_delta_us(SkValue v) {
    const SkTimeDelta *d = sk_as_delta(v);
    return ((__int128)d->days * SK_DAY_SECONDS + d->seconds) * 1000000 + d->us;
}
// An instance of cls (which is called if it is a subclass). Values in range, but the year.
SkValue sk_date_make(SkType *cls, int year, int month, int day) SK_MUST_USE;
SkValue sk_time_make(SkType *cls, SkClock clock, SkValue tz) SK_MUST_USE;
SkValue sk_datetime_make(SkType *cls, SkYmd date, SkClock clock, SkValue tz) SK_MUST_USE;
// Microseconds since 0001-01-01T00:00, as the fields say.
int64_t sk_datetime_us(const SkDateTime *d);
// The inverse; OverflowError when out of range.
SkValue sk_datetime_from_us(SkType *cls, __int128 us, int fold, SkValue tz) SK_MUST_USE;
bool sk_dt_parse_state(SkValue v, size_t n, uint8_t *state);             // bytes, or text, of n bytes

// ---- time zones (_datetime_zone.c) ---------------------------------------------------------------------------------------------
typedef struct {
    bool some;
    int64_t us;
} SkOffset;
// tz.utcoffset(arg) or tz.dst(arg); none for tz SK_NONE. False + exception.
bool sk_dt_offset(SkValue tz, const char *name, SkValue arg, SkOffset *out) SK_MUST_USE;
SkValue sk_dt_offset_value(SkValue tz, const char *name, SkValue arg) SK_MUST_USE;  // as a timedelta or None
SkValue sk_dt_tzname(SkValue tz, SkValue arg) SK_MUST_USE;                          // None or a str
SkValue sk_timezone_new(SkValue offset, SkValue name /* or SK_EMPTY */) SK_MUST_USE;
SkValue sk_timezone_utc(void);                                                      // immortal
// "+05:30" with more where needed; at most 16 bytes and a zero.
void sk_dt_offset_text(char *out, int64_t us, const char *separator);
bool sk_dt_zone_init(SkValue module) SK_MUST_USE;

// ---- text (_datetime_text.c, _datetime_iso.c) ------------------------------------------------------------------------------------
void sk_dt_clock_text(char *out, size_t size, SkClock c, int timespec);  // "03:04:05.000006"
// self.strftime(format): timetuple is what time.strftime gets. arg: for the zone's methods, SK_NONE for a time.
SkValue sk_dt_strftime(SkValue self, SkValue format, SkValue timetuple, SkValue tz, SkValue arg, SkYmd date, int us) SK_MUST_USE;
SkValue sk_dt_format(SkValue self, SkValue spec) SK_MUST_USE;            // __format__
SkValue sk_dt_struct_time(SkYmd d, int hour, int minute, int second, int dst) SK_MUST_USE;
SkValue sk_dt_strptime(SkType *cls, SkValue text, SkValue format, int what /* 0 datetime, 1 date, 2 time */) SK_MUST_USE;
// "+05:30" appended when the offset is there; isoformat's tail. False + exception.
bool sk_dt_zone_tail(SkValue tz, SkValue arg, const char *separator, char *out) SK_MUST_USE;

typedef struct {
    SkYmd date;
    SkClock clock;
    SkOffset offset;
    bool next_day;       // 24:00
} SkIsoParts;
bool sk_iso_parse_date(const char *s, size_t n, SkYmd *out);             // false: invalid, nothing is raised
// 1, 0: invalid; -1: an exception is set (a field is out of range).
int sk_iso_parse_time(const char *s, size_t n, SkIsoParts *out);
size_t sk_iso_separator(const char *s, size_t n);                        // where the date ends
SkValue sk_iso_zone(SkOffset o) SK_MUST_USE;                             // None, utc or a timezone

// ---- the system's clock (_datetime_clock.c) --------------------------------------------------------------------------------------
bool sk_dt_local(int64_t seconds, struct tm *out) SK_MUST_USE;
bool sk_dt_timestamp_seconds(SkValue v, int64_t *seconds) SK_MUST_USE;   // rounded down
SkValue sk_datetime_now(SkValue cls, const SkValue *args) SK_MUST_USE;
SkValue sk_datetime_utcnow(SkValue cls) SK_MUST_USE;
SkValue sk_datetime_fromtimestamp(SkValue cls, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
SkValue sk_datetime_utcfromtimestamp(SkValue cls, SkValue timestamp) SK_MUST_USE;
SkValue sk_datetime_timestamp(SkValue self) SK_MUST_USE;
SkValue sk_datetime_astimezone(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;

#endif
