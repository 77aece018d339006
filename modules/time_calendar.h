// The calendar's part of the module time: struct_time, and text of dates.
#ifndef SKEIN_MODULES_TIME_CALENDAR_H
#define SKEIN_MODULES_TIME_CALENDAR_H

#include <time.h>

#include "objects/type.h"

// Seconds from a Python number, rounded towards minus infinity. False + TypeError, ValueError (NaN), OverflowError.
bool sk_time_seconds(SkValue v, time_t *out) SK_MUST_USE;

extern const SkMethodDef sk_time_calendar_functions[];
// Adds struct_time, the functions above, and the time zone's constants.
bool sk_time_calendar_init(SkValue module) SK_MUST_USE;

#endif
