// posix: scheduling.
#include <sched.h>
#include <time.h>

#include "modules/posix.h"
#include "objects/float.h"
#include "objects/set.h"
#include "objects/struct_seq.h"

static const char *const param_fields[] = {"sched_priority", NULL};
static const SkStructSeqDef param_def = {"posix.sched_param", "sched_param(sched_priority)\n--\n\nScheduling parameters.", param_fields, 1};
static _Atomic(SkType *) param_type;

// Unlike other struct sequences it takes its one field, not a sequence.
static SkValue param_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue priority;
    if (!sk_bind("sched_param", "(sched_priority)", &cache, args, nargs, kwnames, &priority)) return SK_EMPTY;
    SkValue value = sk_retain(priority);
    return sk_struct_seq_new(type, &value);
}

bool sk_posix_add_sched_types(SkValue m) {
    SkType *t = sk_load_acquire(&param_type);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(&param_def);
        if (!made) return false;
        made->new_ = param_new;
        if (sk_cas_acq_rel(&param_type, &t, made)) t = made;  // PAIR(posix-type)
    }
    return sk_module_add(m, "sched_param", sk_type_value(t));
}

static SkValue number(int r) { return r < 0 ? sk_raise_errno(SK_EMPTY) : sk_from_small_int(r); }

static SkValue posix_sched_get_priority_max(SkValue m SK_UNUSED, const SkValue *a) {
    int policy;
    return sk_as_int(a[0], &policy) ? number(sched_get_priority_max(policy)) : SK_EMPTY;
}
static SkValue posix_sched_get_priority_min(SkValue m SK_UNUSED, const SkValue *a) {
    int policy;
    return sk_as_int(a[0], &policy) ? number(sched_get_priority_min(policy)) : SK_EMPTY;
}
static SkValue posix_sched_getscheduler(SkValue m SK_UNUSED, SkValue arg) {
    int pid;
    return sk_as_int(arg, &pid) ? number(sched_getscheduler(pid)) : SK_EMPTY;
}
bool sk_sched_param(SkValue v, struct sched_param *out) {
    if (sk_type_of(v) != sk_load_acquire(&param_type))  // PAIR(posix-type)
        return sk_raise_false(sk_exc_TypeError, "must have a sched_param object");
    return sk_as_int(sk_tuple_peek(v, 0), &out->sched_priority);
}
static SkValue posix_sched_setscheduler(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid, policy;
    struct sched_param p;
    if (!sk_check_nargs("sched_setscheduler", n, 3, 3) || !sk_as_int(a[0], &pid) || !sk_as_int(a[1], &policy) || !sk_sched_param(a[2], &p)) return SK_EMPTY;
    return sk_done(sched_setscheduler(pid, policy, &p));
}
static SkValue posix_sched_getparam(SkValue m SK_UNUSED, SkValue arg) {
    int pid;
    struct sched_param p;
    if (!sk_as_int(arg, &pid)) return SK_EMPTY;
    if (sched_getparam(pid, &p) < 0) return sk_raise_errno(SK_EMPTY);
    SkValue v[] = {sk_from_small_int(p.sched_priority)};
    return sk_struct_seq_new(sk_load_acquire(&param_type), v);  // PAIR(posix-type)
}
static SkValue posix_sched_setparam(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid;
    struct sched_param p;
    if (!sk_check_nargs("sched_setparam", n, 2, 2) || !sk_as_int(a[0], &pid) || !sk_sched_param(a[1], &p)) return SK_EMPTY;
    return sk_done(sched_setparam(pid, &p));
}
static SkValue posix_sched_rr_get_interval(SkValue m SK_UNUSED, SkValue arg) {
    int pid;
    struct timespec t;
    if (!sk_as_int(arg, &pid)) return SK_EMPTY;
    if (sched_rr_get_interval(pid, &t) < 0) return sk_raise_errno(SK_EMPTY);
    return sk_float_new((double)t.tv_sec + 1e-9 * (double)t.tv_nsec);
}
static SkValue posix_sched_yield(SkValue m SK_UNUSED) { return sk_done(SK_DETACHED(sched_yield())); }

enum { MAX_CPUS = 8192 };
static SkValue posix_sched_getaffinity(SkValue m SK_UNUSED, SkValue arg) {
    int pid;
    if (!sk_as_int(arg, &pid)) return SK_EMPTY;
    cpu_set_t *set = CPU_ALLOC(MAX_CPUS);
    if (!set) return sk_raise_memory();
    SkValue out = SK_EMPTY;
    if (sched_getaffinity(pid, CPU_ALLOC_SIZE(MAX_CPUS), set) < 0) {
        sk_raise_errno(SK_EMPTY);
    } else {
        out = sk_call0(sk_type_value(&sk_set_type));
        for (size_t i = 0; !sk_is_empty(out) && i < MAX_CPUS; i++) {
            if (!CPU_ISSET_S(i, CPU_ALLOC_SIZE(MAX_CPUS), set)) continue;
            SkValue cpu = sk_from_small_int((int64_t)i), r = sk_call_method_s(out, "add", &cpu, 1);
            if (!sk_is_empty(r)) continue;
            sk_release(out);
            out = SK_EMPTY;
        }
    }
    CPU_FREE(set);
    return out;
}
static SkValue posix_sched_setaffinity(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int pid;
    if (!sk_check_nargs("sched_setaffinity", n, 2, 2) || !sk_as_int(a[0], &pid)) return SK_EMPTY;
    SK_AUTO SkValue cpus = sk_to_tuple(a[1]);
    if (sk_is_empty(cpus)) return SK_EMPTY;
    cpu_set_t *set = CPU_ALLOC(MAX_CPUS);
    if (!set) return sk_raise_memory();
    CPU_ZERO_S(CPU_ALLOC_SIZE(MAX_CPUS), set);
    bool ok = true;
    for (size_t i = 0; ok && i < sk_tuple_len(cpus); i++) {
        int cpu;
        SkValue v = sk_tuple_peek(cpus, i);
        if (!sk_is_int(v)) ok = sk_raise_false(sk_exc_TypeError, "expected an iterator of ints, but iterator yielded %T", v);
        else if (!sk_as_int(v, &cpu)) ok = false;
        else if (cpu < 0) ok = sk_raise_false(sk_exc_ValueError, "negative CPU number");
        else if (cpu < MAX_CPUS) CPU_SET_S((size_t)cpu, CPU_ALLOC_SIZE(MAX_CPUS), set);
    }
    SkValue r = ok ? sk_done(sched_setaffinity(pid, CPU_ALLOC_SIZE(MAX_CPUS), set)) : SK_EMPTY;
    CPU_FREE(set);
    return r;
}

const SkMethodDef sk_posix_sched_functions[] = {
    {"sched_get_priority_max", SK_SIG, .sig_fn = posix_sched_get_priority_max, .sig = "(policy)", .doc = "The highest priority of a policy."},
    {"sched_get_priority_min", SK_SIG, .sig_fn = posix_sched_get_priority_min, .sig = "(policy)", .doc = "The lowest priority of a policy."},
    {"sched_getscheduler", SK_ONEARG, .onearg = posix_sched_getscheduler, .sig = "(pid, /)", .doc = "The policy of a process."},
    {"sched_setscheduler", SK_FAST, .fast = posix_sched_setscheduler, .sig = "(pid, policy, param, /)", .doc = "Sets the policy of a process."},
    {"sched_getparam", SK_ONEARG, .onearg = posix_sched_getparam, .sig = "(pid, /)", .doc = "The parameters of a process."},
    {"sched_setparam", SK_FAST, .fast = posix_sched_setparam, .sig = "(pid, param, /)", .doc = "Sets the parameters of a process."},
    {"sched_rr_get_interval", SK_ONEARG, .onearg = posix_sched_rr_get_interval, .sig = "(pid, /)", .doc = "The round-robin interval in seconds."},
    {"sched_yield", SK_NOARGS, .noargs = posix_sched_yield, .sig = "()", .doc = "Lets others run."},
    {"sched_getaffinity", SK_ONEARG, .onearg = posix_sched_getaffinity, .sig = "(pid, /)", .doc = "The set of processors a process may use."},
    {"sched_setaffinity", SK_FAST, .fast = posix_sched_setaffinity, .sig = "(pid, mask, /)", .doc = "Sets the processors a process may use."},
    {0},
};
