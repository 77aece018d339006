// datetime.datetime, and the module _datetime.
#include "modules/_datetime.h"

#include <stdio.h>
#include <string.h>

#include "base/siphash.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue new_datetime(SkType *type, SkYmd date, SkClock clock, SkValue tz) {
    bool exact = type == &sk_datetime_type;
    SkDateTime *d = (SkDateTime *)(exact ? sk_object_new(&type->head, sizeof *d) : sk_type_alloc(type, 0));
    if (!d) return exact ? sk_raise_memory() : SK_EMPTY;
    sk_store_relaxed(&d->hash, -1);
    d->year = (int16_t)date.year;
    d->month = (uint8_t)date.month;
    d->day = (uint8_t)date.day;
    d->clock = clock;
    sk_slot_init(&d->tz, sk_retain(tz));
    return sk_counted(d);
}

SkValue sk_datetime_make(SkType *cls, SkYmd date, SkClock c, SkValue tz) {
    if (cls == &sk_datetime_type) return sk_dt_check_date(date.year, date.month, date.day) ? new_datetime(cls, date, c, tz) : SK_EMPTY;
    SkValue args[8] = {sk_from_small_int(date.year), sk_from_small_int(date.month), sk_from_small_int(date.day), sk_from_small_int(c.hour),
                       sk_from_small_int(c.minute), sk_from_small_int(c.second), sk_from_small_int(c.us), tz};
    SK_AUTO SkValue d = sk_call(sk_type_value(cls), args, 8, SK_EMPTY);
    if (!sk_is_empty(d) && c.fold && sk_is_datetime(d)) sk_as_datetime(d)->clock.fold = c.fold;
    return sk_own(sk_move(&d));
}

static int64_t clock_us(SkClock c) { return ((c.hour * 60 + c.minute) * 60 + c.second) * INT64_C(1000000) + c.us; }

int64_t sk_datetime_us(const SkDateTime *d) { return (sk_dt_ordinal(d->year, d->month, d->day) - 1) * SK_DAY_US + clock_us(d->clock); }

SkValue sk_datetime_from_us(SkType *cls, __int128 us, int fold, SkValue tz) {
    if (us < 0 || us >= (__int128)SK_MAX_ORDINAL * SK_DAY_US) return sk_raise(sk_exc_OverflowError, "date value out of range");
    int64_t n = (int64_t)us, rest = n % SK_DAY_US;
    int second = (int)(rest / 1000000);
    SkClock c = {(uint8_t)(second / 3600), (uint8_t)(second / 60 % 60), (uint8_t)(second % 60), (uint8_t)fold, (int32_t)(rest % 1000000)};
    return sk_datetime_make(cls, sk_dt_from_ordinal((int)(n / SK_DAY_US) + 1), c, tz);
}

static SkValue from_state(SkType *type, const uint8_t s[10], SkValue tz) {
    if (!sk_is_none(tz) && !sk_is_tzinfo(tz)) return sk_raise(sk_exc_TypeError, "bad tzinfo state arg");
    SkClock c = {s[4], s[5], s[6], s[2] >> 7, s[7] << 16 | s[8] << 8 | s[9]};
    return new_datetime(type, (SkYmd){s[0] * 256 + s[1], s[2] & 0x7f, s[3]}, c, tz);
}

static SkValue datetime_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"};
    uint8_t s[10];
    if (nargs >= 1 && nargs <= 2 && !sk_is_small_int(args[0]) && sk_dt_parse_state(args[0], 10, s) && (s[2] & 0x7f) >= 1 && (s[2] & 0x7f) <= 12)
        return from_state(type, s, nargs > 1 ? args[1] : SK_NONE);
    SkValue a[9];
    int v[7] = {0}, fold = 0;
    if (!sk_dt_bind("", names, 3, 8, 9, args, nargs, kwnames, a)) return SK_EMPTY;
    for (int i = 0; i < 7; i++)
        if (!sk_dt_int(a[i], &v[i])) return SK_EMPTY;
    SkValue tz = sk_is_empty(a[7]) ? SK_NONE : a[7];
    if (!sk_dt_int(a[8], &fold) || !sk_dt_check_date(v[0], v[1], v[2]) || !sk_dt_check_time(v[3], v[4], v[5], v[6], fold) || !sk_dt_check_tz(tz))
        return SK_EMPTY;
    return new_datetime(type, (SkYmd){v[0], v[1], v[2]}, (SkClock){(uint8_t)v[3], (uint8_t)v[4], (uint8_t)v[5], (uint8_t)fold, v[6]}, tz);
}

static void datetime_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkDateTime *)o)->tz);
    sk_instance_free(o, 0);
}

static SkValue tz_of(SkValue v) { return sk_slot_peek(&sk_as_datetime(v)->tz); }
static SkYmd ymd(SkValue v) {
    const SkDateTime *d = sk_as_datetime(v);
    return (SkYmd){d->year, d->month, d->day};
}

// ---- text --------------------------------------------------------------------------------------------------------------------

static SkValue datetime_repr(SkValue self) {
    const SkDateTime *d = sk_as_datetime(self);
    SkClock c = d->clock;
    char text[128];
    int n = snprintf(text, sizeof text, "%d, %d, %d, %d, %d", d->year, d->month, d->day, c.hour, c.minute);
    if (c.us) n += snprintf(text + n, sizeof text - (size_t)n, ", %d, %d", c.second, (int)c.us);
    else if (c.second) n += snprintf(text + n, sizeof text - (size_t)n, ", %d", c.second);
    const char *fold = c.fold ? ", fold=1" : "";
    if (sk_is_none(tz_of(self))) return sk_str_format("%N(%s%s)", sk_type_of(self), text, fold);
    return sk_str_format("%N(%s%s, tzinfo=%R)", sk_type_of(self), text, fold, tz_of(self));
}

static SkValue isoformat(SkValue self, uint32_t separator, int timespec) {
    const SkDateTime *d = sk_as_datetime(self);
    char date[64], clock[64], tail[32];
    if (!sk_dt_zone_tail(tz_of(self), self, ":", tail)) return SK_EMPTY;
    sk_dt_clock_text(clock, sizeof clock, d->clock, timespec);
    snprintf(date, sizeof date, "%04d-%02d-%02d", d->year, d->month, d->day);
    if (separator < 128) return sk_str_format("%s%c%s%s", date, (int)separator, clock, tail);
    SK_AUTO SkValue s = sk_str_from_code_point(separator);
    return sk_is_empty(s) ? s : sk_str_format("%s%S%s%s", date, s, clock, tail);
}

static SkValue datetime_isoformat(SkValue self, const SkValue *args) {
    uint32_t separator = 'T';
    if (!sk_is_empty(args[0])) {
        if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "isoformat() argument 1 must be a unicode character, not %T", args[0]);
        if (sk_str_len(args[0]) != 1)
            return sk_raise(sk_exc_TypeError, "isoformat() argument 1 must be a unicode character, not a string of length %zu", sk_str_len(args[0]));
        separator = sk_str_at(sk_as_str(args[0]), 0);
    }
    int timespec = sk_dt_timespec(args[1]);
    return timespec < 0 ? SK_EMPTY : isoformat(self, separator, timespec);
}

static SkValue datetime_str(SkValue self) {
    SkValue sep = sk_names.latin1[' '];
    return sk_call_method_s(self, "isoformat", &sep, 1);
}

static SkValue datetime_strftime(SkValue self, const SkValue *args) {
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "strftime() argument 1 must be str, not %T", args[0]);
    SK_AUTO SkValue tuple = sk_call_method_s(self, "timetuple", NULL, 0);
    return sk_is_empty(tuple) ? tuple : sk_dt_strftime(self, args[0], tuple, tz_of(self), self, ymd(self), sk_as_datetime(self)->clock.us);
}

static bool next_day(SkYmd *d) {
    int ordinal = sk_dt_ordinal(d->year, d->month, d->day) + 1;
    if (ordinal > SK_MAX_ORDINAL) return sk_dt_check_date(SK_MAX_YEAR + 1, 1, 1);
    *d = sk_dt_from_ordinal(ordinal);
    return true;
}

// 1, 0: invalid, -1: exception.
static int parse(const char *s, size_t n, SkIsoParts *p) {
    if (n < 7) return 0;
    size_t end = sk_iso_separator(s, n);
    *p = (SkIsoParts){0};
    if (end > n || !sk_iso_parse_date(s, end, &p->date)) return 0;
    SkYmd date = p->date;
    if (end < n) {
        end++;
        while (end < n && ((unsigned char)s[end] & 0xc0) == 0x80) end++;  // the rest of the separator
        if (end == n) return 0;
        int ok = sk_iso_parse_time(s + end, n - end, p);
        if (ok <= 0) return ok;
    }
    p->date = date;
    if (!sk_dt_check_date(date.year, date.month, date.day)) return -1;
    return !p->next_day || next_day(&p->date) ? 1 : -1;
}

static SkValue datetime_fromisoformat(SkValue cls, SkValue text) {
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "fromisoformat: argument must be str");
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(text);
    if (!u.text) return SK_EMPTY;
    SkIsoParts p;
    int ok = parse(u.text, u.len, &p);
    if (ok < 0) return SK_EMPTY;
    if (!ok) return sk_raise(sk_exc_ValueError, "Invalid isoformat string: %R", text);
    SK_AUTO SkValue tz = sk_iso_zone(p.offset);
    return sk_is_empty(tz) ? tz : sk_datetime_make(sk_as_type(cls), p.date, p.clock, tz);
}

static SkValue datetime_strptime(SkValue cls, const SkValue *args) { return sk_dt_strptime(sk_as_type(cls), args[0], args[1], 0); }

// ---- arithmetic --------------------------------------------------------------------------------------------------------------

static SkValue shift(SkValue d, SkValue delta, int sign) {
    return sk_datetime_from_us(sk_type_of(d), (__int128)sk_datetime_us(sk_as_datetime(d)) + sign * sk_delta_us(delta), 0, tz_of(d));
}

static SkValue datetime_add(SkValue a, SkValue b) {
    if (sk_is_datetime(a)) return sk_is_delta(b) ? shift(a, b, 1) : SK_NOT_IMPLEMENTED;
    return sk_is_delta(a) ? shift(b, a, 1) : SK_NOT_IMPLEMENTED;
}

// The offsets of two datetimes; none where both have the same zone. False + exception.
static bool both_offsets(SkValue a, SkValue b, SkOffset *x, SkOffset *y) {
    *x = *y = (SkOffset){0};
    if (sk_is(tz_of(a), tz_of(b))) return true;
    return sk_dt_offset(tz_of(a), "utcoffset", a, x) && sk_dt_offset(tz_of(b), "utcoffset", b, y);
}

static SkValue datetime_sub(SkValue a, SkValue b) {
    if (!sk_is_datetime(a)) return SK_NOT_IMPLEMENTED;
    if (sk_is_delta(b)) return shift(a, b, -1);
    if (!sk_is_datetime(b)) return SK_NOT_IMPLEMENTED;
    SkOffset x, y;
    if (!both_offsets(a, b, &x, &y)) return SK_EMPTY;
    if (x.some != y.some) return sk_raise(sk_exc_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    return sk_delta_from_us((__int128)(sk_datetime_us(sk_as_datetime(a)) - x.us) - (sk_datetime_us(sk_as_datetime(b)) - y.us));
}

// A copy with the other fold, in the same zone.
static SkValue other_fold(SkValue v) {
    SkClock c = sk_as_datetime(v)->clock;
    c.fold = !c.fold;
    return new_datetime(&sk_datetime_type, ymd(v), c, tz_of(v));
}

// PEP 495: times in a fold or a gap equal nothing in another zone. 1, 0, -1.
static int depends_on_fold(SkValue v, SkOffset offset) {
    SK_AUTO SkValue flipped = other_fold(v);
    SkOffset o;
    if (sk_is_empty(flipped) || !sk_dt_offset(tz_of(v), "utcoffset", flipped, &o)) return -1;
    return o.some != offset.some || o.us != offset.us;
}

static SkValue datetime_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_datetime(a) || !sk_is_datetime(b)) return SK_NOT_IMPLEMENTED;
    SkOffset x, y;
    if (!both_offsets(a, b, &x, &y)) return SK_EMPTY;
    bool equality = op == SK_EQ || op == SK_NE;
    if (x.some != y.some) {
        if (equality) return sk_bool(op == SK_NE);
        return sk_raise(sk_exc_TypeError, "can't compare offset-naive and offset-aware datetimes");
    }
    int64_t diff = (sk_datetime_us(sk_as_datetime(a)) - x.us) - (sk_datetime_us(sk_as_datetime(b)) - y.us);
    if (equality && diff == 0 && !sk_is(tz_of(a), tz_of(b))) {
        int first = depends_on_fold(a, x), second = first ? 0 : depends_on_fold(b, y);
        if (first < 0 || second < 0) return SK_EMPTY;
        if (first || second) return sk_bool(op == SK_NE);
    }
    switch (op) {
    case SK_LT: return sk_bool(diff < 0);
    case SK_LE: return sk_bool(diff <= 0);
    case SK_EQ: return sk_bool(diff == 0);
    case SK_NE: return sk_bool(diff != 0);
    case SK_GT: return sk_bool(diff > 0);
    case SK_GE: return sk_bool(diff >= 0);
    }
    return SK_NOT_IMPLEMENTED;
}

static void write_state(const SkDateTime *d, uint8_t s[10], bool fold) {
    SkClock c = d->clock;
    uint8_t state[10] = {(uint8_t)(d->year / 256), (uint8_t)(d->year % 256), d->month | (fold && c.fold ? 0x80 : 0), d->day, c.hour,
                         c.minute, c.second, (uint8_t)(c.us >> 16), (uint8_t)(c.us >> 8), (uint8_t)c.us};
    memcpy(s, state, sizeof state);
}

static int64_t datetime_hash(SkValue self) {
    SkDateTime *d = sk_as_datetime(self);
    int64_t h = sk_load_relaxed(&d->hash);  // idempotent: any order will do
    if (h != -1) return h;
    SK_AUTO SkValue unfolded = d->clock.fold ? other_fold(self) : SK_NONE;
    SkOffset o;
    if (sk_is_empty(unfolded) || !sk_dt_offset(tz_of(self), "utcoffset", sk_is_none(unfolded) ? self : unfolded, &o)) return -1;
    if (o.some) {
        SK_AUTO SkValue delta = sk_delta_from_us((__int128)sk_datetime_us(d) + SK_DAY_US - o.us);
        h = sk_is_empty(delta) ? -1 : sk_hash(delta);
    } else {
        uint8_t state[10];
        write_state(d, state, false);
        h = sk_hash_bytes(state, 10);
    }
    if (h != -1) sk_store_relaxed(&d->hash, h);
    return h;
}

// ---- methods -----------------------------------------------------------------------------------------------------------------

static SkValue datetime_date(SkValue self) {
    SkYmd d = ymd(self);
    return sk_date_make(&sk_date_type, d.year, d.month, d.day);
}
static SkValue datetime_time(SkValue self) { return sk_time_make(&sk_time_type, sk_as_datetime(self)->clock, SK_NONE); }
static SkValue datetime_timetz(SkValue self) { return sk_time_make(&sk_time_type, sk_as_datetime(self)->clock, tz_of(self)); }

static SkValue datetime_utcoffset(SkValue self) { return sk_dt_offset_value(tz_of(self), "utcoffset", self); }
static SkValue datetime_dst(SkValue self) { return sk_dt_offset_value(tz_of(self), "dst", self); }
static SkValue datetime_tzname(SkValue self) { return sk_dt_tzname(tz_of(self), self); }

static SkValue datetime_timetuple(SkValue self) {
    SkOffset dst;
    SkClock c = sk_as_datetime(self)->clock;
    if (!sk_dt_offset(tz_of(self), "dst", self, &dst)) return SK_EMPTY;
    return sk_dt_struct_time(ymd(self), c.hour, c.minute, c.second, dst.some ? dst.us != 0 : -1);
}

static SkValue datetime_utctimetuple(SkValue self) {
    SkOffset o;
    if (!sk_dt_offset(tz_of(self), "utcoffset", self, &o)) return SK_EMPTY;
    SK_AUTO SkValue utc = sk_datetime_from_us(&sk_datetime_type, (__int128)sk_datetime_us(sk_as_datetime(self)) - o.us, 0, SK_NONE);
    if (sk_is_empty(utc)) return utc;
    SkClock c = sk_as_datetime(utc)->clock;
    return sk_dt_struct_time(ymd(utc), c.hour, c.minute, c.second, 0);
}

static SkValue datetime_combine(SkValue cls, const SkValue *args) {
    if (!sk_is_date(args[0])) return sk_raise(sk_exc_TypeError, "combine() argument 1 must be datetime.date, not %T", args[0]);
    if (!sk_is_time(args[1])) return sk_raise(sk_exc_TypeError, "combine() argument 2 must be datetime.time, not %T", args[1]);
    const SkDate *d = sk_as_date(args[0]);
    SkValue tz = sk_is_empty(args[2]) ? sk_slot_peek(&sk_as_time(args[1])->tz) : args[2];
    if (!sk_dt_check_tz(tz)) return SK_EMPTY;
    return sk_datetime_make(sk_as_type(cls), (SkYmd){d->year, d->month, d->day}, sk_as_time(args[1])->clock, tz);
}

static SkValue datetime_replace(SkValue self, const SkValue *args) {
    const SkDateTime *d = sk_as_datetime(self);
    SkClock c = d->clock;
    int v[7] = {d->year, d->month, d->day, c.hour, c.minute, c.second, c.us}, fold = c.fold;
    for (int i = 0; i < 7; i++)
        if (!sk_dt_int(args[i], &v[i])) return SK_EMPTY;
    SkValue tz = sk_is_empty(args[7]) ? tz_of(self) : args[7];
    if (!sk_dt_int(args[8], &fold) || !sk_dt_check_date(v[0], v[1], v[2]) || !sk_dt_check_time(v[3], v[4], v[5], v[6], fold) || !sk_dt_check_tz(tz))
        return SK_EMPTY;
    SkClock clock = {(uint8_t)v[3], (uint8_t)v[4], (uint8_t)v[5], (uint8_t)fold, v[6]};
    return sk_datetime_make(sk_type_of(self), (SkYmd){v[0], v[1], v[2]}, clock, tz);
}

static SkValue reduce(SkValue self, int protocol) {
    uint8_t state[10];
    write_state(sk_as_datetime(self), state, protocol > 3);
    SK_AUTO SkValue bytes = sk_bytes_from(state, 10);
    if (sk_is_empty(bytes)) return bytes;
    SK_AUTO SkValue args = sk_is_none(tz_of(self)) ? sk_tuple_pack(1, bytes) : sk_tuple_pack(2, bytes, tz_of(self));
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}
static SkValue datetime_reduce(SkValue self) { return reduce(self, 2); }
static SkValue datetime_reduce_ex(SkValue self, SkValue protocol) {
    int p = 0;
    return sk_dt_int(protocol, &p) ? reduce(self, p) : SK_EMPTY;
}

static SkValue get_clock(SkValue self, void *closure) {
    SkClock c = sk_as_datetime(self)->clock;
    int which = (int)(intptr_t)closure;
    return sk_from_small_int(which == 0 ? c.hour : which == 1 ? c.minute : which == 2 ? c.second : which == 3 ? c.us : c.fold);
}
static SkValue get_tz(SkValue self, void *unused) { return (void)unused, sk_slot_load(sk_ptr(self), &sk_as_datetime(self)->tz); }

#define REPLACE_SIG                                                                                                           \
    "(year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>, hour=<unrepresentable>, minute=<unrepresentable>, " \
    "second=<unrepresentable>, microsecond=<unrepresentable>, tzinfo=<unrepresentable>, *, fold=<unrepresentable>)"
static const SkMethodDef methods[] = {
    {.name = "now", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = sk_datetime_now, .sig = "(tz=None)", .doc = "Returns new datetime object representing current time local to tz.\n\n  tz\n    Timezone object.\n\nIf no tz is specified, uses local timezone."},
    {.name = "utcnow", .kind = SK_NOARGS | SK_CLASS_METHOD, .noargs = sk_datetime_utcnow, .sig = "()", .doc = "Return a new datetime representing UTC day and time."},
    {.name = "fromtimestamp", .kind = SK_KW | SK_CLASS_METHOD, .kw = sk_datetime_fromtimestamp, .sig = "(timestamp, tz=None)", .doc = "timestamp[, tz] -> tz's local time from POSIX timestamp."},
    {.name = "utcfromtimestamp", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_datetime_utcfromtimestamp, .sig = "(timestamp, /)", .doc = "Construct a naive UTC datetime from a POSIX timestamp."},
    {.name = "strptime", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = datetime_strptime, .sig = "(date_string, format, /)", .doc = "string, format -> new datetime parsed from a string (like time.strptime())."},
    {.name = "combine", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = datetime_combine, .sig = "(date, time, tzinfo=<unrepresentable>)", .doc = "date, time -> datetime with same date and time fields"},
    {.name = "fromisoformat", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = datetime_fromisoformat, .sig = "(string, /)", .doc = "string -> datetime from a string in most ISO 8601 formats"},
    {.name = "date", .kind = SK_NOARGS, .noargs = datetime_date, .sig = "()", .doc = "Return date object with same year, month and day."},
    {.name = "time", .kind = SK_NOARGS, .noargs = datetime_time, .sig = "()", .doc = "Return time object with same time but with tzinfo=None."},
    {.name = "timetz", .kind = SK_NOARGS, .noargs = datetime_timetz, .sig = "()", .doc = "Return time object with same time and tzinfo."},
    {.name = "strftime", .kind = SK_SIG, .sig_fn = datetime_strftime, .sig = "(format)", .doc = "format -> strftime() style string."},
    {.name = "timetuple", .kind = SK_NOARGS, .noargs = datetime_timetuple, .sig = "()", .doc = "Return time tuple, compatible with time.localtime()."},
    {.name = "timestamp", .kind = SK_NOARGS, .noargs = sk_datetime_timestamp, .sig = "()", .doc = "Return POSIX timestamp as float."},
    {.name = "utctimetuple", .kind = SK_NOARGS, .noargs = datetime_utctimetuple, .sig = "()", .doc = "Return UTC time tuple, compatible with time.localtime()."},
    {.name = "isoformat", .kind = SK_SIG, .sig_fn = datetime_isoformat, .sig = "(sep='T', timespec='auto')", .doc = "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to separate the year from the time, and defaults to 'T'.\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'."},
    {.name = "utcoffset", .kind = SK_NOARGS, .noargs = datetime_utcoffset, .sig = "()", .doc = "Return self.tzinfo.utcoffset(self)."},
    {.name = "tzname", .kind = SK_NOARGS, .noargs = datetime_tzname, .sig = "()", .doc = "Return self.tzinfo.tzname(self)."},
    {.name = "dst", .kind = SK_NOARGS, .noargs = datetime_dst, .sig = "()", .doc = "Return self.tzinfo.dst(self)."},
    {.name = "replace", .kind = SK_SIG, .sig_fn = datetime_replace, .sig = REPLACE_SIG, .doc = "Return datetime with new specified fields."},
    {.name = "__replace__", .kind = SK_SIG, .sig_fn = datetime_replace, .sig = REPLACE_SIG, .doc = "The same as replace()."},
    {.name = "astimezone", .kind = SK_KW, .kw = sk_datetime_astimezone, .sig = "(tz=None)", .doc = "tz -> convert to local time in new timezone tz"},
    {.name = "__reduce_ex__", .kind = SK_ONEARG, .onearg = datetime_reduce_ex, .sig = "(proto, /)", .doc = "__reduce_ex__(proto) -> (cls, state)"},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = datetime_reduce, .sig = "()", .doc = "__reduce__() -> (cls, state)"},
    {0},
};
static const SkGetSetDef getset[] = {
    {"hour", get_clock, NULL, NULL, (void *)0},   {"minute", get_clock, NULL, NULL, (void *)1},
    {"second", get_clock, NULL, NULL, (void *)2}, {"microsecond", get_clock, NULL, NULL, (void *)3},
    {"tzinfo", get_tz, NULL, NULL, NULL},         {"fold", get_clock, NULL, NULL, (void *)4},
    {0},
};

SkType sk_datetime_type = {
    SK_TYPE_HEAD(0, sizeof(SkDateTime), NULL, NULL, datetime_destroy),
    .name = "datetime.datetime",
    .doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
           "The year, month and day arguments are required. tzinfo may be None, or an\n"
           "instance of a tzinfo subclass. The remaining arguments may be ints.",
    .flags = SK_TF_BASE,
    .base = &sk_date_type,
    .new_ = datetime_new,
    .repr = datetime_repr,
    .str = datetime_str,
    .hash = datetime_hash,
    .compare = datetime_compare,
    .number = {.add = datetime_add, .subtract = datetime_sub},
    .methods = methods,
    .getset = getset,
};

// ---- the module ----------------------------------------------------------------------------------------------------------------

static bool set_limit(SkType *type, const char *name, SkValue v) {
    SK_AUTO SkValue value = v;
    return !sk_is_empty(value) && sk_dict_set_s(sk_slot_peek(&type->dict), name, value);
}

static bool set_limits(void) {
    SkClock first = {0}, last = {23, 59, 59, 0, 999999};
    return set_limit(&sk_timedelta_type, "resolution", sk_delta_new(0, 0, 1)) &&
           set_limit(&sk_timedelta_type, "min", sk_delta_new(-SK_MAX_DELTA_DAYS, 0, 0)) &&
           set_limit(&sk_timedelta_type, "max", sk_delta_new(SK_MAX_DELTA_DAYS, SK_DAY_SECONDS - 1, 999999)) &&
           set_limit(&sk_date_type, "min", sk_date_make(&sk_date_type, 1, 1, 1)) &&
           set_limit(&sk_date_type, "max", sk_date_make(&sk_date_type, SK_MAX_YEAR, 12, 31)) &&
           set_limit(&sk_date_type, "resolution", sk_delta_new(1, 0, 0)) &&
           set_limit(&sk_time_type, "min", sk_time_make(&sk_time_type, first, SK_NONE)) &&
           set_limit(&sk_time_type, "max", sk_time_make(&sk_time_type, last, SK_NONE)) &&
           set_limit(&sk_time_type, "resolution", sk_delta_new(0, 0, 1)) &&
           set_limit(&sk_datetime_type, "min", sk_datetime_make(&sk_datetime_type, (SkYmd){1, 1, 1}, first, SK_NONE)) &&
           set_limit(&sk_datetime_type, "max", sk_datetime_make(&sk_datetime_type, (SkYmd){SK_MAX_YEAR, 12, 31}, last, SK_NONE)) &&
           set_limit(&sk_datetime_type, "resolution", sk_delta_new(0, 0, 1));
}

static bool exec(SkValue m) {
    bool first = !(sk_datetime_type.flags & SK_TF_READY);
    return sk_module_add_type(m, &sk_timedelta_type) && sk_date_init(m) && sk_module_add_type(m, &sk_time_type) &&
           sk_module_add_type(m, &sk_datetime_type) && sk_dt_zone_init(m) && (!first || set_limits()) &&
           sk_module_add_int(m, "MINYEAR", SK_MIN_YEAR) && sk_module_add_int(m, "MAXYEAR", SK_MAX_YEAR);
}

const SkModuleDef sk_module__datetime = {.name = "_datetime", .doc = "Fast implementation of the datetime type.", .exec = exec};
