// resource: what processes use, and may use.
#include <sys/resource.h>

#include "modules/posix.h"

static bool resource_arg(SkValue v, int *which) {
    if (!sk_as_int(v, which)) return false;
    return (*which >= 0 && *which < RLIM_NLIMITS) || sk_raise_false(sk_exc_ValueError, "invalid resource specified");
}

static SkValue number(rlim_t n) { return sk_int_from_int64((int64_t)n); }
static SkValue limits(const struct rlimit *r) {
    SkValue items[2] = {number(r->rlim_cur), number(r->rlim_max)};
    return sk_tuple_steal(items, 2);
}
static bool limit_of(SkValue v, rlim_t *out) {
    int64_t n;
    if (!sk_as_int64(v, &n)) return false;
    *out = (rlim_t)n;
    return true;
}
static bool limits_of(SkValue v, struct rlimit *r) {
    SK_AUTO SkValue pair = sk_to_tuple(v);
    if (sk_is_empty(pair)) return false;
    if (sk_tuple_len(pair) != 2) return sk_raise_false(sk_exc_ValueError, "expected a tuple of 2 integers");
    return limit_of(sk_tuple_peek(pair, 0), &r->rlim_cur) && limit_of(sk_tuple_peek(pair, 1), &r->rlim_max);
}
static SkValue set_failed(void) {
    if (errno == EINVAL) return sk_raise(sk_exc_ValueError, "current limit exceeds maximum limit");
    if (errno == EPERM) return sk_raise(sk_exc_ValueError, "not allowed to raise maximum limit");
    return sk_raise_errno(SK_EMPTY);
}

static SkValue resource_getrusage(SkValue m SK_UNUSED, SkValue arg) {
    int who;
    struct rusage r;
    if (!sk_as_int(arg, &who)) return SK_EMPTY;
    if (getrusage(who, &r) == 0) return sk_rusage_value(&r);
    return errno == EINVAL ? sk_raise(sk_exc_ValueError, "invalid who parameter") : sk_raise_errno(SK_EMPTY);
}
static SkValue resource_getrlimit(SkValue m SK_UNUSED, SkValue arg) {
    int which;
    struct rlimit r;
    if (!resource_arg(arg, &which)) return SK_EMPTY;
    return getrlimit(which, &r) < 0 ? sk_raise_errno(SK_EMPTY) : limits(&r);
}
static SkValue resource_setrlimit(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int which;
    struct rlimit r;
    if (!sk_check_nargs("setrlimit", n, 2, 2) || !resource_arg(a[0], &which) || !limits_of(a[1], &r)) return SK_EMPTY;
    return setrlimit(which, &r) < 0 ? set_failed() : SK_NONE;
}
static SkValue resource_prlimit(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid, which;
    struct rlimit r, old;
    if (!sk_check_nargs("prlimit", n, 2, 3) || !sk_as_int(a[0], &pid) || !resource_arg(a[1], &which)) return SK_EMPTY;
    bool sets = n > 2 && !sk_is_none(a[2]);
    if (sets && !limits_of(a[2], &r)) return SK_EMPTY;
    if (prlimit(pid, which, sets ? &r : NULL, &old) == 0) return limits(&old);
    return errno == EINVAL ? sk_raise(sk_exc_ValueError, "current limit exceeds maximum limit") : sk_raise_errno(SK_EMPTY);
}
static SkValue resource_getpagesize(SkValue m SK_UNUSED) { return sk_from_small_int(sysconf(_SC_PAGESIZE)); }

static const SkMethodDef functions[] = {
    {"getrusage", SK_ONEARG, .onearg = resource_getrusage, .sig = "(who, /)", .doc = "What a process has used."},
    {"getrlimit", SK_ONEARG, .onearg = resource_getrlimit, .sig = "(resource, /)", .doc = "The limits (soft, hard) of a resource."},
    {"prlimit", SK_FAST, .fast = resource_prlimit, .sig = "(pid, resource, limits=None, /)", .doc = "The limits of a process, which may be set."},
    {"setrlimit", SK_FAST, .fast = resource_setrlimit, .sig = "(resource, limits, /)", .doc = "Sets the limits (soft, hard) of a resource."},
    {"getpagesize", SK_NOARGS, .noargs = resource_getpagesize, .sig = "()", .doc = "The size of a page of memory."},
    {0},
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define C(name) {#name, (int64_t)name}
    C(RLIMIT_CPU), C(RLIMIT_FSIZE), C(RLIMIT_DATA), C(RLIMIT_STACK), C(RLIMIT_CORE), C(RLIMIT_NOFILE), C(RLIMIT_OFILE), C(RLIMIT_AS), C(RLIMIT_RSS),
    C(RLIMIT_NPROC), C(RLIMIT_MEMLOCK), C(RLIMIT_MSGQUEUE), C(RLIMIT_NICE), C(RLIMIT_RTPRIO), C(RLIMIT_RTTIME), C(RLIMIT_SIGPENDING), C(RUSAGE_SELF),
    C(RUSAGE_CHILDREN), C(RUSAGE_THREAD), C(RLIM_INFINITY),
#undef C
};

static bool exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    SkType *t = sk_rusage_type();
    return t && sk_module_add(m, "struct_rusage", sk_type_value(t)) && sk_module_add(m, "error", sk_type_value(sk_exc_OSError));
}

const SkModuleDef sk_module_resource = {"resource", "What processes use, and may use.", functions, exec};
