// The proleptic Gregorian calendar: dates, ordinals, ISO weeks.
#include "modules/_datetime.h"

static const int before_month[14] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

bool sk_dt_is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int sk_dt_days_in_month(int year, int month) {
    return before_month[month + 1] - before_month[month] + (month == 2 && sk_dt_is_leap(year));
}

int sk_dt_days_before_month(int year, int month) { return before_month[month] + (month > 2 && sk_dt_is_leap(year)); }

static int days_before_year(int year) {
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int sk_dt_ordinal(int year, int month, int day) { return days_before_year(year) + sk_dt_days_before_month(year, month) + day; }

// Counting years from March puts the leap day at the end: then the month follows from the day of the year by one division
// (as in Fliegel and van Flandern's formulas of 1968).
SkYmd sk_dt_from_ordinal(int ordinal) {
    int64_t days = (int64_t)ordinal + 305;  // since 0000-03-01
    int64_t era = days / 146097, of_era = days % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t m = (5 * of_year + 2) / 153;
    int day = (int)(of_year - (153 * m + 2) / 5 + 1), month = (int)(m < 10 ? m + 3 : m - 9);
    return (SkYmd){(int)(year + era * 400) + (month <= 2), month, day};
}

int sk_dt_weekday(int year, int month, int day) { return (sk_dt_ordinal(year, month, day) + 6) % 7; }

int sk_dt_iso_week1(int year) {
    int first = sk_dt_ordinal(year, 1, 1), weekday = (first + 6) % 7;
    return first - weekday + (weekday > 3 ? 7 : 0);
}

void sk_dt_iso_calendar(int year, int month, int day, int *iso_year, int *week, int *weekday) {
    int today = sk_dt_ordinal(year, month, day);
    *iso_year = year;
    int first = sk_dt_iso_week1(year);
    if (today < first) {
        first = sk_dt_iso_week1(--*iso_year);
    } else if (today - first >= 52 * 7 && today >= sk_dt_iso_week1(year + 1)) {
        first = sk_dt_iso_week1(++*iso_year);
    }
    *week = (today - first) / 7 + 1;
    *weekday = (today - first) % 7 + 1;
}

int sk_dt_from_iso(int iso_year, int week, int weekday, SkYmd *out) {
    if (iso_year < SK_MIN_YEAR || iso_year > SK_MAX_YEAR) return -4;
    if (week <= 0 || week >= 53) {
        // A year has a week 53 if it begins on a Thursday, or on a Wednesday and is leap.
        int first = sk_dt_weekday(iso_year, 1, 1);
        if (week != 53 || !(first == 3 || (first == 2 && sk_dt_is_leap(iso_year)))) return -2;
    }
    if (weekday <= 0 || weekday >= 8) return -3;
    int ordinal = sk_dt_iso_week1(iso_year) + (week - 1) * 7 + weekday - 1;
    if (ordinal < 1 || ordinal > SK_MAX_ORDINAL) {
        out->year = ordinal < 1 ? 0 : SK_MAX_YEAR + 1;
        out->month = out->day = 1;
        return 0;
    }
    *out = sk_dt_from_ordinal(ordinal);
    return 0;
}
