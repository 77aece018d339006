// time: clocks and sleep. The calendar is in time_calendar.c.
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

#include "modules/time_calendar.h"
#include "objects/audit.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/namespace.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

enum { NS = 1000000000 };

// ---- clocks -----------------------------------------------------------------------------------------------------------------

static SkValue as_float(const struct timespec *t) {
    int64_t ns = (int64_t)t->tv_sec * NS + t->tv_nsec;
    return sk_float_new(ns % NS == 0 ? (double)(ns / NS) : (double)ns / 1e9);
}
static SkValue as_ns(const struct timespec *t) { return sk_int_from_int64((int64_t)t->tv_sec * NS + t->tv_nsec); }

static SkValue read_clock(clockid_t id, SkValue (*convert)(const struct timespec *)) {
    struct timespec t;
    return clock_gettime(id, &t) ? sk_raise_errno(SK_EMPTY) : convert(&t);
}

// X(name, clock): the function in seconds, and name_ns in nanoseconds.
#define CLOCKS(X)                                                                                                       \
    X(time, CLOCK_REALTIME, "Seconds since the epoch.")                                                                 \
    X(monotonic, CLOCK_MONOTONIC, "A clock that is never set back.")                                                    \
    X(perf_counter, CLOCK_MONOTONIC, "The clock for measuring short times.")                                            \
    X(process_time, CLOCK_PROCESS_CPUTIME_ID, "Processor time of the process.")                                         \
    X(thread_time, CLOCK_THREAD_CPUTIME_ID, "Processor time of the thread.")
#define X(name, id, doc)                                                                                                \
    static SkValue time_##name(SkValue m SK_UNUSED) { return read_clock(id, as_float); }                                \
    static SkValue time_##name##_ns(SkValue m SK_UNUSED) { return read_clock(id, as_ns); }
CLOCKS(X)
#undef X

static bool clock_id(SkValue v, clockid_t *out) {
    int id;
    if (!sk_is_int(v) && !sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "clk_id should be integer, not %.50T", v);
    if (!sk_as_int(v, &id)) return false;
    *out = id;
    return true;
}

static SkValue time_clock_gettime(SkValue m SK_UNUSED, SkValue arg) {
    clockid_t id;
    return clock_id(arg, &id) ? read_clock(id, as_float) : SK_EMPTY;
}
static SkValue time_clock_gettime_ns(SkValue m SK_UNUSED, SkValue arg) {
    clockid_t id;
    return clock_id(arg, &id) ? read_clock(id, as_ns) : SK_EMPTY;
}
static SkValue time_clock_getres(SkValue m SK_UNUSED, SkValue arg) {
    clockid_t id;
    struct timespec t;
    if (!clock_id(arg, &id)) return SK_EMPTY;
    return clock_getres(id, &t) ? sk_raise_errno(SK_EMPTY) : as_float(&t);
}

typedef enum { ROUND_FLOOR, ROUND_CEILING } Rounding;

// A number of seconds in nanoseconds.
static bool to_ns(SkValue v, int64_t *ns, Rounding rounding) {
    if (sk_is_float(v)) {
        double d = sk_float_value(v);
        if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
        d = rounding == ROUND_CEILING ? ceil(d * 1e9) : floor(d * 1e9);
        if (!(d >= -0x1p63 && d < 0x1p63)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
        *ns = (int64_t)d;
        return true;
    }
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    int64_t seconds;
    if (sk_int_fits_int64(i, &seconds) && !__builtin_mul_overflow(seconds, (int64_t)NS, ns)) return true;
    return sk_raise_false(sk_exc_OverflowError, "timestamp too large to convert to C PyTime_t");
}

static SkValue set_clock(SkValue clock, int64_t ns) {
    clockid_t id;
    if (!clock_id(clock, &id)) return SK_EMPTY;
    struct timespec t = {ns / NS, ns % NS};
    if (t.tv_nsec < 0) {
        t.tv_nsec += NS;
        t.tv_sec--;
    }
    return clock_settime(id, &t) ? sk_raise_errno(SK_EMPTY) : SK_NONE;
}

static SkValue time_clock_settime(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    int64_t ns;
    if (!sk_check_nargs("clock_settime", n, 2, 2) || !to_ns(args[1], &ns, ROUND_FLOOR)) return SK_EMPTY;
    return set_clock(args[0], ns);
}
static SkValue time_clock_settime_ns(SkValue m SK_UNUSED, const SkValue *args, size_t n) {
    int64_t ns;
    if (!sk_check_nargs("clock_settime_ns", n, 2, 2)) return SK_EMPTY;
    if (!sk_is_int(args[1])) return sk_raise(sk_exc_TypeError, "expect int, got %.50T", args[1]);
    return sk_as_int64(args[1], &ns) ? set_clock(args[0], ns) : SK_EMPTY;
}

static SkValue time_pthread_getcpuclockid(SkValue m SK_UNUSED, SkValue arg) {
    uint64_t ident;
    clockid_t id;
    if (!sk_is_int(arg)) return sk_raise(sk_exc_TypeError, "pthread_getcpuclockid() argument 1 must be int, not %.50O", arg);
    if (!sk_as_uint64(arg, &ident)) return SK_EMPTY;
    int err = pthread_getcpuclockid((pthread_t)ident, &id);
    if (!err) return sk_int_from_int64(id);
    errno = err;
    return sk_raise_errno(SK_EMPTY);
}

static SkValue time_get_clock_info(SkValue m SK_UNUSED, SkValue arg) {
    static const struct {
        const char *name, *implementation;
        clockid_t id;
    } clocks[] = {
#define X(name_, id_, doc) {#name_, "clock_gettime(" #id_ ")", id_},
        CLOCKS(X)
#undef X
    };
    if (!sk_is_str(arg)) return sk_raise(sk_exc_TypeError, "get_clock_info() argument 1 must be str, not %.50O", arg);
    for (size_t i = 0; i < SK_COUNT_OF(clocks); i++) {
        if (!sk_str_equals_ascii(arg, clocks[i].name)) continue;
        struct timespec t;
        if (clock_getres(clocks[i].id, &t)) return sk_raise_errno(SK_EMPTY);
        bool wall = clocks[i].id == CLOCK_REALTIME;
        SK_AUTO SkValue info = sk_dict_new(), implementation = sk_str_from(clocks[i].implementation), resolution = as_float(&t);
        if (sk_is_empty(info) || sk_is_empty(implementation) || sk_is_empty(resolution)) return SK_EMPTY;
        if (!sk_dict_set_s(info, "implementation", implementation) || !sk_dict_set_s(info, "monotonic", sk_bool(!wall)) ||
            !sk_dict_set_s(info, "adjustable", sk_bool(wall)) || !sk_dict_set_s(info, "resolution", resolution))
            return SK_EMPTY;
        return sk_namespace_new(info);
    }
    return sk_raise(sk_exc_ValueError, "unknown clock");
}

// ---- sleep --------------------------------------------------------------------------------------------------------------------

// Signals that arrive meanwhile are handled; if their handlers do not raise, the sleep goes on to its end.
static SkValue time_sleep(SkValue m SK_UNUSED, SkValue arg) {
    if (!sk_audit("time.sleep", arg)) return SK_EMPTY;
    int64_t ns;
    if (!to_ns(arg, &ns, ROUND_CEILING)) return SK_EMPTY;
    if (ns < 0) return sk_raise(sk_exc_ValueError, "sleep length must be non-negative");
    struct timespec until;
    if (clock_gettime(CLOCK_MONOTONIC, &until)) return sk_raise_errno(SK_EMPTY);
    if (__builtin_add_overflow(until.tv_sec, (time_t)(ns / NS), &until.tv_sec)) until.tv_sec = INT64_MAX / 2;
    until.tv_nsec += ns % NS;
    if (until.tv_nsec >= NS) {
        until.tv_nsec -= NS;
        until.tv_sec++;
    }
    for (;;) {
        sk_thread_detach();
        int err = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        sk_thread_attach();
        if (!err) return sk_safepoint_poll() ? SK_NONE : SK_EMPTY;
        if (err != EINTR) {
            errno = err;
            return sk_raise_errno(SK_EMPTY);
        }
        if (!sk_safepoint_poll()) return SK_EMPTY;
    }
}

// ---- the module -----------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
#define X(name_, id, doc_)                                                                                              \
    {#name_, SK_NOARGS, .noargs = time_##name_, .sig = "()", .doc = doc_ " As a float, in seconds."},                   \
        {#name_ "_ns", SK_NOARGS, .noargs = time_##name_##_ns, .sig = "()", .doc = doc_ " As an int, in nanoseconds."},
    CLOCKS(X)
#undef X
    {"clock_gettime", SK_ONEARG, .onearg = time_clock_gettime, .sig = "(clk_id, /)", .doc = "The time of a clock, in seconds."},
    {"clock_gettime_ns", SK_ONEARG, .onearg = time_clock_gettime_ns, .sig = "(clk_id, /)", .doc = "The time of a clock, in nanoseconds."},
    {"clock_getres", SK_ONEARG, .onearg = time_clock_getres, .doc = "clock_getres(clk_id) -> floating-point number\n\nThe precision of a clock, in seconds."},
    {"clock_settime", SK_FAST, .fast = time_clock_settime, .doc = "clock_settime(clk_id, time)\n\nSets a clock, in seconds."},
    {"clock_settime_ns", SK_FAST, .fast = time_clock_settime_ns, .doc = "clock_settime_ns(clk_id, time)\n\nSets a clock, in nanoseconds."},
    {"pthread_getcpuclockid", SK_ONEARG, .onearg = time_pthread_getcpuclockid, .doc = "pthread_getcpuclockid(thread_id) -> int\n\nThe clock of a thread's processor time."},
    {"get_clock_info", SK_ONEARG, .onearg = time_get_clock_info, .doc = "get_clock_info(name: str) -> dict\n\nFacts about a clock."},
    {"sleep", SK_ONEARG, .onearg = time_sleep, .sig = "(object, /)", .doc = "sleep(seconds)\n\nLets other threads run for so many seconds."},
    {0},
};

static const struct {
    const char *name;
    int value;
} constants[] = {
    {"CLOCK_REALTIME", CLOCK_REALTIME},
    {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
    {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
    {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
    {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
    {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
    {"CLOCK_TAI", CLOCK_TAI},
};

static bool time_exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    SK_AUTO SkValue module_name = sk_str_from("time");
    if (sk_is_empty(module_name)) return false;
    for (const SkMethodDef *def = sk_time_calendar_functions; def->name; def++)
        if (!sk_module_add_steal(m, def->name, sk_native_new(def, m, module_name))) return false;
    return sk_time_calendar_init(m);
}

const SkModuleDef sk_module_time = {
    .name = "time",
    .doc = "Clocks, the calendar, and sleep.",
    .functions = functions,
    .exec = time_exec,
};
