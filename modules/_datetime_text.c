// strftime, strptime and __format__ of _datetime.
#include <stdio.h>

#include "modules/_datetime.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

void sk_dt_clock_text(char *out, size_t size, SkClock c, int timespec) {
    if (timespec == 0) timespec = c.us ? 5 : 3;
    int us = (int)c.us;
    switch (timespec) {
    case 1: snprintf(out, size, "%02d", c.hour); break;
    case 2: snprintf(out, size, "%02d:%02d", c.hour, c.minute); break;
    case 3: snprintf(out, size, "%02d:%02d:%02d", c.hour, c.minute, c.second); break;
    case 4: snprintf(out, size, "%02d:%02d:%02d.%03d", c.hour, c.minute, c.second, us / 1000); break;
    default: snprintf(out, size, "%02d:%02d:%02d.%06d", c.hour, c.minute, c.second, us); break;
    }
}

SkValue sk_dt_struct_time(SkYmd d, int hour, int minute, int second, int dst) {
    SK_AUTO SkValue time = sk_import("time");
    SK_AUTO SkValue type = sk_is_empty(time) ? time : sk_getattr_s(time, "struct_time");
    if (sk_is_empty(type)) return type;
    int yday = sk_dt_days_before_month(d.year, d.month) + d.day;
    int n[9] = {d.year, d.month, d.day, hour, minute, second, sk_dt_weekday(d.year, d.month, d.day), yday, dst};
    SkValue v[9];
    for (int i = 0; i < 9; i++) v[i] = sk_from_small_int(n[i]);
    SK_AUTO SkValue tuple = sk_tuple_from(v, 9);
    return sk_is_empty(tuple) ? tuple : sk_call1(type, tuple);
}

// What the C library would get wrong: years below 1000 are written with four digits.
static bool write_year(SkStrBuilder *b, uint32_t c, SkYmd d) {
    char text[48];
    int year = d.year, week, weekday;
    if (c == 'G') sk_dt_iso_calendar(d.year, d.month, d.day, &year, &week, &weekday);
    if (c == 'C') snprintf(text, sizeof text, "%02d", year / 100);
    else if (c == 'F') snprintf(text, sizeof text, "%04d-%02d-%02d", year, d.month, d.day);
    else snprintf(text, sizeof text, "%04d", year);
    sk_sb_cstr(b, text);
    return true;
}

// The name with its percent signs doubled.
static bool write_zone_name(SkStrBuilder *b, SkValue tz, SkValue arg) {
    SK_AUTO SkValue name = sk_dt_tzname(tz, arg);
    if (sk_is_empty(name) || sk_is_none(name)) return !sk_is_empty(name);
    SK_AUTO SkValue one = sk_str_from("%"), two = sk_str_from("%%");
    SkValue args[2] = {one, two};
    SK_AUTO SkValue doubled = sk_is_empty(one) || sk_is_empty(two) ? SK_EMPTY : sk_call_method_s(name, "replace", args, 2);
    if (sk_is_empty(doubled)) return false;
    if (!sk_is_str(doubled)) return sk_raise_false(sk_exc_TypeError, "tzname.replace() did not return a string");
    sk_sb_str(b, doubled);
    return true;
}

static bool write_offset(SkStrBuilder *b, SkValue tz, SkValue arg, const char *separator) {
    char text[32];
    if (!sk_dt_zone_tail(tz, arg, separator, text)) return false;
    sk_sb_cstr(b, text);
    return true;
}

SkValue sk_dt_strftime(SkValue self, SkValue format, SkValue timetuple, SkValue tz, SkValue arg, SkYmd date, int us) {
    (void)self;
    SkStrBuilder b;
    sk_sb_init(&b);
    const SkStr *f = sk_as_str(format);
    size_t n = f->length;
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        uint32_t c = sk_str_at(f, i), next = i + 1 < n ? sk_str_at(f, i + 1) : 0, after = i + 2 < n ? sk_str_at(f, i + 2) : 0;
        if (c != '%' || i + 1 >= n) {
            sk_sb_char(&b, c);
            continue;
        }
        i++;
        if (next == 'z') {
            ok = write_offset(&b, tz, arg, "");
        } else if (next == ':' && after == 'z') {
            ok = write_offset(&b, tz, arg, ":");
            i++;
        } else if (next == 'Z') {
            ok = write_zone_name(&b, tz, arg);
        } else if (next == 'f') {
            char text[16];
            snprintf(text, sizeof text, "%06d", us);
            sk_sb_cstr(&b, text);
        } else if (next == 'Y' || next == 'G' || next == 'C' || next == 'F') {
            ok = write_year(&b, next, date);
        } else {
            sk_sb_char(&b, '%');
            sk_sb_char(&b, next);
        }
    }
    if (!ok) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    SK_AUTO SkValue filled = sk_sb_finish(&b);
    SK_AUTO SkValue time = sk_is_empty(filled) ? filled : sk_import("time");
    SkValue args[2] = {filled, timetuple};
    return sk_is_empty(time) ? time : sk_call_method_s(time, "strftime", args, 2);
}

SkValue sk_dt_format(SkValue self, SkValue spec) {
    if (!sk_is_str(spec)) return sk_raise(sk_exc_TypeError, "__format__() argument must be str, not %T", spec);
    return sk_str_len(spec) ? sk_call_method_s(self, "strftime", &spec, 1) : sk_str(self);
}

// The library's function for the class; before 3.14 it has one for datetimes only, of which the others take a part.
SkValue sk_dt_strptime(SkType *cls, SkValue text, SkValue format, int what) {
    static const char *const functions[] = {"_strptime_datetime_datetime", "_strptime_datetime_date", "_strptime_datetime_time"};
    for (int i = 0; i < 2; i++)
        if (!sk_is_str(i ? format : text))
            return sk_raise(sk_exc_TypeError, "strptime() argument %d must be str, not %T", i + 1, i ? format : text);
    SK_AUTO SkValue module = sk_import("_strptime");
    SK_AUTO SkValue function = sk_is_empty(module) ? module : sk_getattr_opt_s(module, functions[what]);
    if (sk_is_empty(module) || (sk_is_empty(function) && sk_error_occurred())) return SK_EMPTY;
    if (!sk_is_empty(function)) return sk_call3(function, sk_type_value(cls), text, format);
    SkValue args[3] = {sk_type_value(what ? &sk_datetime_type : cls), text, format};
    SK_AUTO SkValue both = sk_call_method_s(module, "_strptime_datetime", args, 3);
    if (sk_is_empty(both) || what == 0 || !sk_is_datetime(both)) return sk_own(sk_move(&both));
    const SkDateTime *d = sk_as_datetime(both);
    if (what == 1) return sk_date_make(cls, d->year, d->month, d->day);
    return sk_time_make(cls, d->clock, sk_slot_peek(&d->tz));
}
