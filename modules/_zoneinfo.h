// What _zoneinfo's files share: local time types, the rule for the years after a file's last transition, and the cache of zones.
#ifndef SKEIN_MODULES_ZONEINFO_H
#define SKEIN_MODULES_ZONEINFO_H

#include "objects/type.h"

// A local time type. Its objects are immortal: there are few in all the world's files.
typedef struct {
    int32_t utc, dst;        // seconds
    SkValue utcoff, dstoff, name;
} SkZoneInfo;

// When a rule changes over, in local time: the day of the year, or the `week`th `day` of a month.
typedef struct {
    enum { SK_ZONE_DAY, SK_ZONE_JULIAN, SK_ZONE_MONTH } kind;
    int month, week, day;    // DAY: from 0. JULIAN: from 1, February 29 is not counted. MONTH: 0 is Sunday, week 5 the last one
    int32_t seconds;         // after midnight; may be negative, or more than a day
} SkZoneChange;

typedef struct {
    bool fixed;              // std at all times
    SkZoneInfo std, dst;
    SkZoneChange start, end; // of dst
} SkZoneRule;

bool sk_zone_info_set(SkZoneInfo *info, int64_t utc, int64_t dst, SkValue name) SK_MUST_USE;   // name: a str
// A TZ string of POSIX.1 with the extension of RFC 8536 for its hours, as a bytes object. False: ValueError.
bool sk_zone_rule_parse(SkValue text, SkZoneRule *out) SK_MUST_USE;
// The type at a local time, which lies in that year, or at a time in UTC; *fold: it is the second of two equal local times.
const SkZoneInfo *sk_zone_rule_local(const SkZoneRule *r, int64_t local, int year, int fold);
const SkZoneInfo *sk_zone_rule_utc(const SkZoneRule *r, int64_t utc, int year, bool *fold);

// ---- the cache of a class: zones by key, as long as somebody has them (_zoneinfo_cache.c) ------------------------------------------
extern SkType sk_zone_cache_type;
SkValue sk_zone_cache_new(void) SK_MUST_USE;
bool sk_is_zone_cache(SkValue v);
// Counted; SK_EMPTY without an exception: there is none.
SkValue sk_zone_cache_get(SkValue cache, SkValue key) SK_MUST_USE;
// The zone that is there, or else this one, which is kept: counted.
SkValue sk_zone_cache_add(SkValue cache, SkValue key, SkValue zone) SK_MUST_USE;
bool sk_zone_cache_remove(SkValue cache, SkValue key) SK_MUST_USE;
void sk_zone_cache_clear(SkValue cache);

// The last zones that were asked for, which stay alive. One for the whole process; keys are str.
SkValue sk_zone_recent_get(SkValue key);              // counted, or SK_EMPTY
void sk_zone_recent_add(SkValue key, SkValue zone);
void sk_zone_recent_remove(SkValue key);              // SK_EMPTY: all

#endif
