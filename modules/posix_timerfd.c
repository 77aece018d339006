// posix: timers as descriptors.
#include <math.h>
#include <sys/timerfd.h>

#include "modules/posix.h"
#include "objects/float.h"

static SkValue posix_timerfd_create(SkValue m SK_UNUSED, const SkValue *a) {
    int clock, flags;
    if (!sk_as_int(a[0], &clock) || !sk_optional_int(a[1], TFD_CLOEXEC, &flags)) return SK_EMPTY;
    int fd = timerfd_create(clock, TFD_CLOEXEC | flags);
    return fd < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(fd);
}

static SkValue seconds(const struct timespec *t) { return sk_float_new((double)t->tv_sec + (double)t->tv_nsec * 1e-9); }
static SkValue nanoseconds(const struct timespec *t) { return sk_int_from_int64((int64_t)t->tv_sec * 1000000000 + t->tv_nsec); }
static SkValue times(const struct itimerspec *t, bool ns) {
    SkValue (*one)(const struct timespec *) = ns ? nanoseconds : seconds;
    SkValue items[2] = {one(&t->it_value), one(&t->it_interval)};
    return sk_tuple_steal(items, 2);
}

static bool time_arg(SkValue v, bool ns, struct timespec *out) {
    *out = (struct timespec){0, 0};
    if (sk_is_empty(v)) return true;
    if (ns) {
        int64_t n;
        if (!sk_as_int64(v, &n)) return false;
        *out = (struct timespec){n / 1000000000, n % 1000000000};
        if (out->tv_nsec < 0) out->tv_sec--, out->tv_nsec += 1000000000;
        return true;
    }
    double d;
    if (!sk_as_double(v, &d)) return false;
    if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
    if (!(d > -9.2e18 && d < 9.2e18)) return sk_raise_false(sk_exc_OverflowError, "timestamp out of range for platform time_t");
    double whole = floor(d), rest = floor((d - whole) * 1e9);
    if (rest >= 1e9) whole++, rest = 0;
    *out = (struct timespec){(time_t)whole, (long)rest};
    return true;
}

static SkValue set_time(const SkValue *a, bool ns) {
    int fd, flags;
    struct itimerspec t, old;
    if (!sk_file_descriptor(a[0], &fd) || !sk_optional_int(a[1], 0, &flags) || !time_arg(a[2], ns, &t.it_value) || !time_arg(a[3], ns, &t.it_interval)) return SK_EMPTY;
    return timerfd_settime(fd, flags, &t, &old) < 0 ? sk_raise_errno(SK_EMPTY) : times(&old, ns);
}
static SkValue get_time(SkValue fd_, bool ns) {
    int fd;
    struct itimerspec t;
    if (!sk_file_descriptor(fd_, &fd)) return SK_EMPTY;
    return timerfd_gettime(fd, &t) < 0 ? sk_raise_errno(SK_EMPTY) : times(&t, ns);
}
static SkValue posix_timerfd_settime(SkValue m SK_UNUSED, const SkValue *a) { return set_time(a, false); }
static SkValue posix_timerfd_settime_ns(SkValue m SK_UNUSED, const SkValue *a) { return set_time(a, true); }
static SkValue posix_timerfd_gettime(SkValue m SK_UNUSED, SkValue fd) { return get_time(fd, false); }
static SkValue posix_timerfd_gettime_ns(SkValue m SK_UNUSED, SkValue fd) { return get_time(fd, true); }

const SkMethodDef sk_posix_timerfd_functions[] = {
    {"timerfd_create", SK_SIG, .sig_fn = posix_timerfd_create, .sig = "(clockid, /, *, flags=TFD_CLOEXEC)", .doc = "A descriptor of a timer."},
    {"timerfd_settime", SK_SIG, .sig_fn = posix_timerfd_settime, .sig = "(fd, /, *, flags=0, initial=0.0, interval=0.0)",
     .doc = "Sets a timer, in seconds: (next, interval) as they were."},
    {"timerfd_settime_ns", SK_SIG, .sig_fn = posix_timerfd_settime_ns, .sig = "(fd, /, *, flags=0, initial=0, interval=0)",
     .doc = "Sets a timer, in nanoseconds: (next, interval) as they were."},
    {"timerfd_gettime", SK_ONEARG, .onearg = posix_timerfd_gettime, .sig = "(fd, /)", .doc = "(next, interval) of a timer, in seconds."},
    {"timerfd_gettime_ns", SK_ONEARG, .onearg = posix_timerfd_gettime_ns, .sig = "(fd, /)", .doc = "(next, interval) of a timer, in nanoseconds."},
    {0},
};
