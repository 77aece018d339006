// datetime.date, and the named tuple that isocalendar() returns.
#include <stdio.h>

#include "base/siphash.h"
#include "modules/_datetime.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue new_date(SkType *type, int year, int month, int day) {
    bool exact = type == &sk_date_type;
    SkDate *d = (SkDate *)(exact ? sk_object_new(&type->head, sizeof *d) : sk_type_alloc(type, 0));
    if (!d) return exact ? sk_raise_memory() : SK_EMPTY;
    sk_store_relaxed(&d->hash, -1);
    d->year = (int16_t)year;
    d->month = (uint8_t)month;
    d->day = (uint8_t)day;
    return sk_counted(d);
}

SkValue sk_date_make(SkType *cls, int year, int month, int day) {
    if (cls == &sk_date_type) return sk_dt_check_date(year, month, day) ? new_date(cls, year, month, day) : SK_EMPTY;
    return sk_call3(sk_type_value(cls), sk_from_small_int(year), sk_from_small_int(month), sk_from_small_int(day));
}

static SkValue from_ordinal(SkType *cls, int64_t ordinal) {
    if (ordinal < 1 || ordinal > SK_MAX_ORDINAL) return sk_raise(sk_exc_OverflowError, "date value out of range");
    SkYmd d = sk_dt_from_ordinal((int)ordinal);
    return sk_date_make(cls, d.year, d.month, d.day);
}

// The state of a pickle, if v is one: bytes 0 and 1 the year, then month and day.
static bool pickled(SkValue v, uint8_t state[4]) { return sk_dt_parse_state(v, 4, state) && state[2] >= 1 && state[2] <= 12; }

static SkValue date_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"year", "month", "day"};
    uint8_t state[4];
    if (nargs == 1 && sk_is_empty(kwnames) && !sk_is_small_int(args[0]) && pickled(args[0], state))
        return new_date(type, state[0] * 256 + state[1], state[2], state[3]);
    SkValue a[3];
    int year = 0, month = 0, day = 0;
    if (!sk_dt_bind("", names, 3, 3, 3, args, nargs, kwnames, a) || !sk_dt_int(a[0], &year) || !sk_dt_int(a[1], &month) ||
        !sk_dt_int(a[2], &day) || !sk_dt_check_date(year, month, day))
        return SK_EMPTY;
    return new_date(type, year, month, day);
}

static void date_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkYmd ymd(SkValue v) {
    const SkDate *d = sk_as_date(v);
    return (SkYmd){d->year, d->month, d->day};
}
static int ordinal_of(SkValue v) {
    const SkDate *d = sk_as_date(v);
    return sk_dt_ordinal(d->year, d->month, d->day);
}
static SkType *class_of(SkValue cls) { return sk_as_type(cls); }

// ---- class methods -----------------------------------------------------------------------------------------------------------

static SkValue date_fromtimestamp(SkValue cls, SkValue timestamp) {
    int64_t seconds;
    struct tm t;
    if (!sk_dt_timestamp_seconds(timestamp, &seconds) || !sk_dt_local(seconds, &t)) return SK_EMPTY;
    return sk_date_make(class_of(cls), t.tm_year + 1900, t.tm_mon + 1, t.tm_mday);
}

static SkValue date_today(SkValue cls) {
    SK_AUTO SkValue time = sk_import("time");
    SK_AUTO SkValue now = sk_is_empty(time) ? time : sk_call_method_s(time, "time", NULL, 0);
    return sk_is_empty(now) ? now : sk_call_method_s(cls, "fromtimestamp", &now, 1);
}

static SkValue date_fromordinal(SkValue cls, SkValue arg) {
    int ordinal = 0;
    if (!sk_dt_int(arg, &ordinal)) return SK_EMPTY;
    if (ordinal < 1) return sk_raise(sk_exc_ValueError, "ordinal must be >= 1");
    if (ordinal > SK_MAX_ORDINAL) return sk_dt_check_date(SK_MAX_YEAR + 1, 1, 1) ? SK_NONE : SK_EMPTY;
    return from_ordinal(class_of(cls), ordinal);
}

static SkValue date_fromisocalendar(SkValue cls, const SkValue *args) {
    int year = 0, week = 0, day = 0;
    for (int i = 0; i < 3; i++)
        if (!sk_dt_int(args[i], i == 0 ? &year : i == 1 ? &week : &day)) {
            if (sk_error_clear_if(sk_exc_OverflowError)) sk_raise(sk_exc_ValueError, "ISO calendar component out of range");
            return SK_EMPTY;
        }
    SkYmd d;
    switch (sk_dt_from_iso(year, week, day, &d)) {
    case -4: return sk_raise(sk_exc_ValueError, "Year is out of range: %d", year);
    case -2: return sk_raise(sk_exc_ValueError, "Invalid week: %d", week);
    case -3: return sk_raise(sk_exc_ValueError, "Invalid weekday: %d (range is [1, 7])", day);
    default: return sk_dt_check_date(d.year, d.month, d.day) ? sk_date_make(class_of(cls), d.year, d.month, d.day) : SK_EMPTY;
    }
}

static SkValue date_fromisoformat(SkValue cls, SkValue text) {
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "fromisoformat: argument must be str");
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    if (!u.text && !sk_error_clear_if(sk_exc_UnicodeEncodeError)) return SK_EMPTY;
    SkYmd d;
    if (!u.text || !sk_iso_parse_date(u.text, u.len, &d)) return sk_raise(sk_exc_ValueError, "Invalid isoformat string: %R", text);
    if (!sk_dt_check_date(d.year, d.month, d.day)) return SK_EMPTY;
    return sk_date_make(class_of(cls), d.year, d.month, d.day);
}

static SkValue date_strptime(SkValue cls, const SkValue *args) { return sk_dt_strptime(class_of(cls), args[0], args[1], 1); }

// ---- isocalendar ---------------------------------------------------------------------------------------------------------------

static SkType iso_type;

static SkValue iso_make(SkType *type, SkValue year, SkValue week, SkValue weekday) {
    SkTuple *t = (SkTuple *)sk_type_alloc(type, 3);
    if (!t) return SK_EMPTY;
    t->length = 3;
    sk_tuple_init(t, 0, sk_retain(year));
    sk_tuple_init(t, 1, sk_retain(week));
    sk_tuple_init(t, 2, sk_retain(weekday));
    return sk_counted(t);
}

static SkValue iso_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"year", "week", "weekday"};
    SkValue a[3];
    return sk_dt_bind("IsoCalendarDate", names, 3, 3, 3, args, nargs, kwnames, a) ? iso_make(type, a[0], a[1], a[2]) : SK_EMPTY;
}

static SkValue iso_repr(SkValue self) {
    return sk_str_format("%N(year=%S, week=%S, weekday=%S)", sk_type_of(self), sk_tuple_peek(self, 0), sk_tuple_peek(self, 1),
                         sk_tuple_peek(self, 2));
}

static SkValue iso_reduce(SkValue self) {
    SK_AUTO SkValue plain = sk_tuple_slice(self, 0, 3);
    SK_AUTO SkValue args = sk_is_empty(plain) ? plain : sk_tuple_pack(1, plain);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(&sk_tuple_type), args);
}

static SkValue iso_field(SkValue self, void *closure) { return sk_tuple_load(self, (size_t)(uintptr_t)closure); }

static const SkMethodDef iso_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = iso_reduce, .sig = "()", .doc = "State for pickling."},
    {0},
};
static const SkGetSetDef iso_getset[] = {
    {"year", iso_field, NULL, NULL, (void *)0},
    {"week", iso_field, NULL, NULL, (void *)1},
    {"weekday", iso_field, NULL, NULL, (void *)2},
    {0},
};
static SkType iso_type = {
    SK_TYPE_HEAD(0, 0, NULL, NULL, NULL),
    .name = "datetime.IsoCalendarDate",
    .doc = "The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n"
           "  ((year, week, weekday))\nor via the object attributes as named in the above tuple.",
    .base = &sk_tuple_type,
    .new_ = iso_new,
    .repr = iso_repr,
    .methods = iso_methods,
    .getset = iso_getset,
};

static SkValue date_isocalendar(SkValue self) {
    int year, week, weekday;
    SkYmd d = ymd(self);
    sk_dt_iso_calendar(d.year, d.month, d.day, &year, &week, &weekday);
    return iso_make(&iso_type, sk_from_small_int(year), sk_from_small_int(week), sk_from_small_int(weekday));
}

// ---- methods -------------------------------------------------------------------------------------------------------------------

static SkValue date_toordinal(SkValue self) { return sk_from_small_int(ordinal_of(self)); }
static SkValue date_weekday(SkValue self) { return sk_from_small_int((ordinal_of(self) + 6) % 7); }
static SkValue date_isoweekday(SkValue self) { return sk_from_small_int((ordinal_of(self) + 6) % 7 + 1); }

static SkValue date_isoformat(SkValue self) {
    char text[64];
    SkYmd d = ymd(self);
    int n = snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    return sk_str_from_ascii(text, (size_t)n);
}

static SkValue date_str(SkValue self) { return sk_call_method_s(self, "isoformat", NULL, 0); }

static SkValue date_repr(SkValue self) {
    SkYmd d = ymd(self);
    return sk_str_format("%N(%d, %d, %d)", sk_type_of(self), d.year, d.month, d.day);
}

static const char *const day_names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static SkValue date_ctime(SkValue self) {
    SkYmd d = ymd(self);
    SkClock c = sk_is_datetime(self) ? sk_as_datetime(self)->clock : (SkClock){0};
    return sk_str_format("%s %s %2d %02d:%02d:%02d %04d", day_names[sk_dt_weekday(d.year, d.month, d.day)], month_names[d.month - 1],
                         d.day, c.hour, c.minute, c.second, d.year);
}

static SkValue date_timetuple(SkValue self) { return sk_dt_struct_time(ymd(self), 0, 0, 0, -1); }

static SkValue date_strftime(SkValue self, const SkValue *args) {
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "strftime() argument 1 must be str, not %T", args[0]);
    SK_AUTO SkValue tuple = sk_call_method_s(self, "timetuple", NULL, 0);
    return sk_is_empty(tuple) ? tuple : sk_dt_strftime(self, args[0], tuple, SK_NONE, SK_NONE, ymd(self), 0);
}

static SkValue date_replace(SkValue self, const SkValue *args) {
    SkYmd d = ymd(self);
    if (!sk_dt_int(args[0], &d.year) || !sk_dt_int(args[1], &d.month) || !sk_dt_int(args[2], &d.day)) return SK_EMPTY;
    return sk_date_make(sk_type_of(self), d.year, d.month, d.day);
}

static SkValue date_reduce(SkValue self) {
    SkYmd d = ymd(self);
    uint8_t state[4] = {(uint8_t)(d.year / 256), (uint8_t)(d.year % 256), (uint8_t)d.month, (uint8_t)d.day};
    SK_AUTO SkValue bytes = sk_bytes_from(state, 4);
    SK_AUTO SkValue args = sk_is_empty(bytes) ? bytes : sk_tuple_pack(1, bytes);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

// ---- operators -----------------------------------------------------------------------------------------------------------------

static bool is_plain_date(SkValue v) { return sk_is_date(v) && !sk_is_datetime(v); }

static SkValue shift(SkValue date, SkValue delta, int sign) {
    return from_ordinal(sk_type_of(date), (int64_t)ordinal_of(date) + (int64_t)sign * sk_as_delta(delta)->days);
}

static SkValue date_add(SkValue a, SkValue b) {
    if (sk_is_datetime(a) || sk_is_datetime(b)) return SK_NOT_IMPLEMENTED;
    if (sk_is_date(a)) return sk_is_delta(b) ? shift(a, b, 1) : SK_NOT_IMPLEMENTED;
    return sk_is_delta(a) ? shift(b, a, 1) : SK_NOT_IMPLEMENTED;
}

static SkValue date_sub(SkValue a, SkValue b) {
    if (sk_is_datetime(a) || sk_is_datetime(b) || !sk_is_date(a)) return SK_NOT_IMPLEMENTED;
    if (sk_is_date(b)) return sk_delta_new(ordinal_of(a) - ordinal_of(b), 0, 0);
    return sk_is_delta(b) ? shift(a, b, -1) : SK_NOT_IMPLEMENTED;
}

static SkValue date_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!is_plain_date(a) || !is_plain_date(b)) return SK_NOT_IMPLEMENTED;
    int x = ordinal_of(a), y = ordinal_of(b);
    switch (op) {
    case SK_LT: return sk_bool(x < y);
    case SK_LE: return sk_bool(x <= y);
    case SK_EQ: return sk_bool(x == y);
    case SK_NE: return sk_bool(x != y);
    case SK_GT: return sk_bool(x > y);
    case SK_GE: return sk_bool(x >= y);
    }
    return SK_NOT_IMPLEMENTED;
}

static int64_t date_hash(SkValue self) {
    SkDate *d = sk_as_date(self);
    int64_t h = sk_load_relaxed(&d->hash);  // idempotent: any order will do
    if (h != -1) return h;
    uint8_t state[4] = {(uint8_t)(d->year / 256), (uint8_t)(d->year % 256), d->month, d->day};
    h = sk_hash_bytes(state, 4);
    sk_store_relaxed(&d->hash, h);
    return h;
}

// ---- the type ------------------------------------------------------------------------------------------------------------------

static SkValue get_year(SkValue self, void *unused) { return (void)unused, sk_from_small_int(sk_as_date(self)->year); }
static SkValue get_month(SkValue self, void *unused) { return (void)unused, sk_from_small_int(sk_as_date(self)->month); }
static SkValue get_day(SkValue self, void *unused) { return (void)unused, sk_from_small_int(sk_as_date(self)->day); }

static const SkMethodDef methods[] = {
    {.name = "fromtimestamp", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = date_fromtimestamp, .sig = "(timestamp, /)", .doc = "Create a date from a POSIX timestamp.\n\nThe timestamp is a number, e.g. created via time.time(), that is interpreted\nas local time."},
    {.name = "fromordinal", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = date_fromordinal, .sig = "(ordinal, /)", .doc = "int -> date corresponding to a proleptic Gregorian ordinal."},
    {.name = "fromisoformat", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = date_fromisoformat, .sig = "(string, /)", .doc = "str -> Construct a date from a string in ISO 8601 format."},
    {.name = "fromisocalendar", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = date_fromisocalendar, .sig = "(year, week, day)", .doc = "int, int, int -> Construct a date from the ISO year, week number and weekday.\n\nThis is the inverse of the date.isocalendar() function"},
    {.name = "strptime", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = date_strptime, .sig = "(date_string, format, /)", .doc = "string, format -> new date parsed from a string (like time.strptime())."},
    {.name = "today", .kind = SK_NOARGS | SK_CLASS_METHOD, .noargs = date_today, .sig = "()", .doc = "Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."},
    {.name = "ctime", .kind = SK_NOARGS, .noargs = date_ctime, .sig = "()", .doc = "Return ctime() style string."},
    {.name = "strftime", .kind = SK_SIG, .sig_fn = date_strftime, .sig = "(format)", .doc = "format -> strftime() style string."},
    {.name = "__format__", .kind = SK_ONEARG, .onearg = sk_dt_format, .sig = "(format_spec, /)", .doc = "Formats self with strftime."},
    {.name = "timetuple", .kind = SK_NOARGS, .noargs = date_timetuple, .sig = "()", .doc = "Return time tuple, compatible with time.localtime()."},
    {.name = "isocalendar", .kind = SK_NOARGS, .noargs = date_isocalendar, .sig = "()", .doc = "Return a named tuple containing ISO year, week number, and weekday."},
    {.name = "isoformat", .kind = SK_NOARGS, .noargs = date_isoformat, .sig = "()", .doc = "Return string in ISO 8601 format, YYYY-MM-DD."},
    {.name = "isoweekday", .kind = SK_NOARGS, .noargs = date_isoweekday, .sig = "()", .doc = "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7"},
    {.name = "toordinal", .kind = SK_NOARGS, .noargs = date_toordinal, .sig = "()", .doc = "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."},
    {.name = "weekday", .kind = SK_NOARGS, .noargs = date_weekday, .sig = "()", .doc = "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6"},
    {.name = "replace", .kind = SK_SIG, .sig_fn = date_replace, .sig = "(year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>)", .doc = "Return date with new specified fields."},
    {.name = "__replace__", .kind = SK_SIG, .sig_fn = date_replace, .sig = "(year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>)", .doc = "The same as replace()."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = date_reduce, .sig = "()", .doc = "__reduce__() -> (cls, state)"},
    {0},
};
static const SkGetSetDef getset[] = {
    {"year", get_year, NULL, NULL, NULL},
    {"month", get_month, NULL, NULL, NULL},
    {"day", get_day, NULL, NULL, NULL},
    {0},
};

SkType sk_date_type = {
    SK_TYPE_HEAD(0, sizeof(SkDate), NULL, NULL, date_destroy),
    .name = "datetime.date",
    .doc = "date(year, month, day) --> date object",
    .flags = SK_TF_BASE,
    .new_ = date_new,
    .repr = date_repr,
    .str = date_str,
    .hash = date_hash,
    .compare = date_compare,
    .number = {.add = date_add, .subtract = date_sub},
    .methods = methods,
    .getset = getset,
};

bool sk_date_init(SkValue m) { return sk_type_ready(&iso_type) && sk_module_add_type(m, &sk_date_type); }
