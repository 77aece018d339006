// datetime.tzinfo and datetime.timezone, and what is asked of any time zone.
#include <stdio.h>
#include <string.h>

#include "modules/_datetime.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot offset;   // a timedelta
    SkSlot name;     // str, or empty
} TimeZone;

static SkValue utc;  // set once, by the module's exec; immortal

static TimeZone *zone(SkValue v) { return (TimeZone *)sk_ptr(v); }
static bool is_timezone(SkValue v) { return sk_is_ptr(v) && sk_type_of(v) == &sk_timezone_type; }
SkValue sk_timezone_utc(void) { return utc; }

// ---- asking ------------------------------------------------------------------------------------------------------------------

static bool in_range(SkValue delta) {
    __int128 us = sk_delta_us(delta);
    if (us > -SK_DAY_US && us < SK_DAY_US) return true;
    return sk_raise_false(sk_exc_ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %R", delta);
}

SkValue sk_dt_offset_value(SkValue tz, const char *name, SkValue arg) {
    if (sk_is_none(tz)) return SK_NONE;
    if (is_timezone(tz)) return strcmp(name, "dst") ? sk_retain(sk_slot_peek(&zone(tz)->offset)) : SK_NONE;
    SK_AUTO SkValue v = sk_call_method_s(tz, name, &arg, 1);
    if (sk_is_empty(v) || sk_is_none(v)) return sk_move(&v);
    if (!sk_is_delta(v)) return sk_raise(sk_exc_TypeError, "tzinfo.%s() must return None or timedelta, not '%.200T'", name, v);
    return in_range(v) ? sk_own(sk_move(&v)) : SK_EMPTY;
}

bool sk_dt_offset(SkValue tz, const char *name, SkValue arg, SkOffset *out) {
    SK_AUTO SkValue v = sk_dt_offset_value(tz, name, arg);
    *out = (SkOffset){0};
    if (sk_is_empty(v)) return false;
    if (!sk_is_none(v)) *out = (SkOffset){true, (int64_t)sk_delta_us(v)};
    return true;
}

SkValue sk_dt_tzname(SkValue tz, SkValue arg) {
    if (sk_is_none(tz)) return SK_NONE;
    SK_AUTO SkValue v = sk_call_method_s(tz, "tzname", &arg, 1);
    if (sk_is_empty(v) || sk_is_none(v) || sk_is_str(v)) return sk_own(sk_move(&v));
    return sk_raise(sk_exc_TypeError, "tzinfo.tzname() must return None or a string, not '%T'", v);
}

void sk_dt_offset_text(char *out, int64_t us, const char *separator) {
    char sign = us < 0 ? '-' : '+';
    uint64_t n = us < 0 ? (uint64_t)-us : (uint64_t)us;
    unsigned s = (unsigned)(n / 1000000 % 60), f = (unsigned)(n % 1000000), m = (unsigned)(n / 60000000 % 60), h = (unsigned)(n / 3600000000u) % 100;
    out += sprintf(out, "%c%02u%s%02u", sign, h, separator, m);
    if (s || f) out += sprintf(out, "%s%02u", separator, s);
    if (f) sprintf(out, ".%06u", f);
}

bool sk_dt_zone_tail(SkValue tz, SkValue arg, const char *separator, char *out) {
    SkOffset o;
    *out = 0;
    if (!sk_dt_offset(tz, "utcoffset", arg, &o)) return false;
    if (o.some) sk_dt_offset_text(out, o.us, separator);
    return true;
}

// ---- tzinfo ------------------------------------------------------------------------------------------------------------------

static SkValue tzinfo_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return sk_counted(sk_type_alloc(type, 0));
}

static void tzinfo_destroy(SkObject *o) { sk_instance_free(o, 0); }

static SkValue missing(const char *name) { return sk_raise(sk_exc_NotImplementedError, "a tzinfo subclass must implement %s()", name); }
static SkValue tzinfo_utcoffset(SkValue self, SkValue dt) { return (void)self, (void)dt, missing("utcoffset"); }
static SkValue tzinfo_dst(SkValue self, SkValue dt) { return (void)self, (void)dt, missing("dst"); }
static SkValue tzinfo_tzname(SkValue self, SkValue dt) { return (void)self, (void)dt, missing("tzname"); }

static SkValue moved(SkValue dt, int64_t us) {
    if (!sk_is_datetime(dt)) return sk_raise(sk_exc_TypeError, "fromutc: argument must be a datetime");  // a subclass made it
    const SkDateTime *d = sk_as_datetime(dt);
    return sk_datetime_from_us(sk_type_of(dt), (__int128)sk_datetime_us(d) + us, 0, sk_slot_peek(&d->tz));
}

static SkValue tzinfo_fromutc(SkValue self, SkValue dt) {
    if (!sk_is_datetime(dt)) return sk_raise(sk_exc_TypeError, "fromutc: argument must be a datetime");
    if (!sk_is(sk_slot_peek(&sk_as_datetime(dt)->tz), self)) return sk_raise(sk_exc_ValueError, "fromutc: dt.tzinfo is not self");
    SkOffset offset, dst, again;
    if (!sk_dt_offset(self, "utcoffset", dt, &offset)) return SK_EMPTY;
    if (!offset.some) return sk_raise(sk_exc_ValueError, "fromutc: non-None utcoffset() result required");
    if (!sk_dt_offset(self, "dst", dt, &dst)) return SK_EMPTY;
    if (!dst.some) return sk_raise(sk_exc_ValueError, "fromutc: non-None dst() result required");
    SK_AUTO SkValue standard = moved(dt, offset.us - dst.us);
    if (sk_is_empty(standard) || !sk_dt_offset(self, "dst", standard, &again)) return SK_EMPTY;
    if (!again.some) return sk_raise(sk_exc_ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    return again.us ? moved(standard, again.us) : sk_move(&standard);
}

static SkValue tzinfo_reduce(SkValue self) {
    SK_AUTO SkValue getter = sk_getattr_opt_s(self, "__getinitargs__");
    if (sk_is_empty(getter) && sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue args = sk_is_empty(getter) ? sk_empty_tuple() : sk_call0(getter);
    SK_AUTO SkValue state = sk_is_empty(args) ? args : sk_call_method_s(self, "__getstate__", NULL, 0);
    return sk_is_empty(state) ? state : sk_tuple_pack(3, sk_type_value(sk_type_of(self)), args, state);
}

static const SkMethodDef tzinfo_methods[] = {
    {.name = "tzname", .kind = SK_ONEARG, .onearg = tzinfo_tzname, .sig = "(dt, /)", .doc = "datetime -> string name of time zone."},
    {.name = "utcoffset", .kind = SK_ONEARG, .onearg = tzinfo_utcoffset, .sig = "(dt, /)", .doc = "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"},
    {.name = "dst", .kind = SK_ONEARG, .onearg = tzinfo_dst, .sig = "(dt, /)", .doc = "datetime -> DST offset as timedelta positive east of UTC."},
    {.name = "fromutc", .kind = SK_ONEARG, .onearg = tzinfo_fromutc, .sig = "(dt, /)", .doc = "datetime in UTC -> datetime in local time."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = tzinfo_reduce, .sig = "()", .doc = "-> (cls, state)"},
    {0},
};

SkType sk_tzinfo_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, tzinfo_destroy),
    .name = "datetime.tzinfo",
    .doc = "Abstract base class for time zone info objects.",
    .flags = SK_TF_BASE,
    .new_ = tzinfo_new,
    .methods = tzinfo_methods,
};

// ---- timezone ----------------------------------------------------------------------------------------------------------------

static void zone_destroy(SkObject *o) {
    sk_slot_destroy(o, &((TimeZone *)o)->offset);
    sk_slot_destroy(o, &((TimeZone *)o)->name);
    sk_object_free(o, sizeof(TimeZone));
}

static SkValue zone_make(SkValue offset, SkValue name) {
    TimeZone *z = (TimeZone *)sk_object_new(&sk_timezone_type.head, sizeof *z);
    if (!z) return sk_raise_memory();
    sk_slot_init(&z->offset, sk_retain(offset));
    sk_slot_init(&z->name, sk_is_empty(name) ? name : sk_retain(name));
    return sk_counted(z);
}

SkValue sk_timezone_new(SkValue offset, SkValue name) {
    if (!in_range(offset)) return SK_EMPTY;
    if (sk_is_empty(name) && sk_delta_us(offset) == 0) return sk_retain(utc);
    return zone_make(offset, name);
}

static SkValue zone_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"offset", "name"};
    (void)type;
    SkValue a[2];
    if (!sk_dt_bind("timezone", names, 1, 2, 2, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_is_delta(a[0])) return sk_raise(sk_exc_TypeError, "timezone() argument 1 must be datetime.timedelta, not %T", a[0]);
    if (!sk_is_empty(a[1]) && !sk_is_str(a[1])) return sk_raise(sk_exc_TypeError, "timezone() argument 2 must be str, not %T", a[1]);
    return sk_timezone_new(a[0], a[1]);
}

static bool check_arg(SkValue dt, const char *method) {
    if (sk_is_none(dt) || sk_is_datetime(dt)) return true;
    return sk_raise_false(sk_exc_TypeError, "%s(dt) argument must be a datetime instance or None, not %.200T", method, dt);
}

static SkValue zone_str(SkValue self) {
    TimeZone *z = zone(self);
    SkValue name = sk_slot_peek(&z->name);
    if (!sk_is_empty(name)) return sk_retain(name);
    int64_t us = (int64_t)sk_delta_us(sk_slot_peek(&z->offset));
    char text[32] = "UTC";
    if (us) sk_dt_offset_text(text + 3, us, ":");
    return sk_str_from(text);
}

static SkValue zone_repr(SkValue self) {
    if (sk_is(self, utc)) return sk_str_from("datetime.timezone.utc");
    SkValue offset = sk_slot_peek(&zone(self)->offset), name = sk_slot_peek(&zone(self)->name);
    return sk_is_empty(name) ? sk_str_format("datetime.timezone(%R)", offset) : sk_str_format("datetime.timezone(%R, %R)", offset, name);
}

static SkValue zone_utcoffset(SkValue self, SkValue dt) {
    return check_arg(dt, "utcoffset") ? sk_slot_load(sk_ptr(self), &zone(self)->offset) : SK_EMPTY;
}
static SkValue zone_dst(SkValue self, SkValue dt) { return (void)self, check_arg(dt, "dst") ? SK_NONE : SK_EMPTY; }
static SkValue zone_tzname(SkValue self, SkValue dt) { return check_arg(dt, "tzname") ? zone_str(self) : SK_EMPTY; }

static SkValue zone_fromutc(SkValue self, SkValue dt) {
    if (!sk_is_datetime(dt)) return sk_raise(sk_exc_TypeError, "fromutc: argument must be a datetime");
    if (!sk_is(sk_slot_peek(&sk_as_datetime(dt)->tz), self)) return sk_raise(sk_exc_ValueError, "fromutc: dt.tzinfo is not self");
    return moved(dt, (int64_t)sk_delta_us(sk_slot_peek(&zone(self)->offset)));
}

static SkValue zone_getinitargs(SkValue self) {
    SkValue offset = sk_slot_peek(&zone(self)->offset), name = sk_slot_peek(&zone(self)->name);
    return sk_is_empty(name) ? sk_tuple_pack(1, offset) : sk_tuple_pack(2, offset, name);
}

static SkValue zone_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !is_timezone(a) || !is_timezone(b)) return SK_NOT_IMPLEMENTED;
    bool same = sk_delta_us(sk_slot_peek(&zone(a)->offset)) == sk_delta_us(sk_slot_peek(&zone(b)->offset));
    return sk_bool(same == (op == SK_EQ));
}

static int64_t zone_hash(SkValue self) { return sk_hash(sk_slot_peek(&zone(self)->offset)); }

static const SkMethodDef zone_methods[] = {
    {.name = "tzname", .kind = SK_ONEARG, .onearg = zone_tzname, .sig = "(dt, /)", .doc = "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'."},
    {.name = "utcoffset", .kind = SK_ONEARG, .onearg = zone_utcoffset, .sig = "(dt, /)", .doc = "Return fixed offset."},
    {.name = "dst", .kind = SK_ONEARG, .onearg = zone_dst, .sig = "(dt, /)", .doc = "Return None."},
    {.name = "fromutc", .kind = SK_ONEARG, .onearg = zone_fromutc, .sig = "(dt, /)", .doc = "datetime in UTC -> datetime in local time."},
    {.name = "__getinitargs__", .kind = SK_NOARGS, .noargs = zone_getinitargs, .sig = "()", .doc = "pickle support"},
    {0},
};

SkType sk_timezone_type = {
    SK_TYPE_HEAD(0, sizeof(TimeZone), NULL, NULL, zone_destroy),
    .name = "datetime.timezone",
    .doc = "Fixed offset from UTC implementation of tzinfo.",
    .base = &sk_tzinfo_type,
    .new_ = zone_new,
    .repr = zone_repr,
    .str = zone_str,
    .hash = zone_hash,
    .compare = zone_compare,
    .methods = zone_methods,
};

bool sk_dt_zone_init(SkValue m) {
    if (!sk_module_add_type(m, &sk_tzinfo_type) || !sk_module_add_type(m, &sk_timezone_type)) return false;
    if (sk_is_empty(utc)) {
        SK_AUTO SkValue zero = sk_delta_new(0, 0, 0);
        if (sk_is_empty(zero)) return false;
        utc = zone_make(zero, SK_EMPTY);
        if (sk_is_empty(utc)) return false;
        sk_make_immortal(sk_ptr(utc));
        SK_AUTO SkValue limit = sk_delta_from_us(SK_DAY_US - 60000000), negative = sk_delta_from_us(60000000 - SK_DAY_US);
        SK_AUTO SkValue max = sk_is_empty(limit) ? limit : zone_make(limit, SK_EMPTY);
        SK_AUTO SkValue min = sk_is_empty(negative) ? negative : zone_make(negative, SK_EMPTY);
        SkValue dict = sk_slot_peek(&sk_timezone_type.dict);
        if (sk_is_empty(max) || sk_is_empty(min) || !sk_dict_set_s(dict, "utc", utc) || !sk_dict_set_s(dict, "min", min) ||
            !sk_dict_set_s(dict, "max", max))
            return false;
    }
    return sk_module_add(m, "UTC", utc);
}
