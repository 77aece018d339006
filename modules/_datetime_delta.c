// datetime.timedelta. Sums are made in 128 bits: the range in microseconds does not fit 64.
#include <math.h>
#include <stdio.h>

#include "modules/_datetime.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static bool is_exact(const SkType *t) { return t == &sk_timedelta_type; }

static SkValue delta_of(SkType *type, int days, int seconds, int us) {
    if (days < -SK_MAX_DELTA_DAYS || days > SK_MAX_DELTA_DAYS)
        return sk_raise(sk_exc_OverflowError, "days=%d; must have magnitude <= %d", days, SK_MAX_DELTA_DAYS);
    SkTimeDelta *d = (SkTimeDelta *)(is_exact(type) ? sk_object_new(&type->head, sizeof *d) : sk_type_alloc(type, 0));
    if (!d) return is_exact(type) ? sk_raise_memory() : SK_EMPTY;
    sk_store_relaxed(&d->hash, -1);
    d->days = days;
    d->seconds = seconds;
    d->us = us;
    return sk_counted(d);
}

SkValue sk_delta_new(int days, int seconds, int us) { return delta_of(&sk_timedelta_type, days, seconds, us); }

static SkValue from_us(SkType *type, __int128 us) {
    __int128 days = us / SK_DAY_US;
    int64_t rest = (int64_t)(us % SK_DAY_US);
    if (rest < 0) {
        rest += SK_DAY_US;
        days--;
    }
    if (days > INT32_MAX || days < INT32_MIN) return sk_raise(sk_exc_OverflowError, "Python int too large to convert to C int");
    return delta_of(type, (int)days, (int)(rest / 1000000), (int)(rest % 1000000));
}

SkValue sk_delta_from_us(__int128 us) { return from_us(&sk_timedelta_type, us); }

// ---- construction ------------------------------------------------------------------------------------------------------------

static bool overflow(void) { return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C int"); }

// Adds n * unit.
static bool add_int(__int128 *sum, SkValue n, int64_t unit) {
    int64_t i;
    __int128 product;
    if (!sk_int_fits_int64(n, &i)) return overflow();
    if (__builtin_mul_overflow((__int128)i, (__int128)unit, &product) || __builtin_add_overflow(*sum, product, sum)) return overflow();
    return true;
}

// The whole microseconds go to sum, the rest to *fraction.
static bool add_component(__int128 *sum, SkValue v, const char *name, int64_t unit, double *fraction) {
    if (sk_is_empty(v)) return true;
    if (sk_is_int(v)) return add_int(sum, v, unit);
    if (!sk_is_float(v)) return sk_raise_false(sk_exc_TypeError, "unsupported type for timedelta %s component: %T", name, v);
    double whole, part = modf(sk_float_value(v), &whole);
    SK_AUTO SkValue i = sk_int_from_double(whole);
    if (sk_is_empty(i) || !add_int(sum, i, unit)) return false;
    if (part == 0.0) return true;
    *fraction += modf((double)unit * part, &whole);
    *sum += (int64_t)whole;
    return true;
}

// The nearest integer to the fraction, such that sum + result is even in a tie.
static int64_t round_fraction(__int128 sum, double fraction) {
    double whole = round(fraction);
    if (fabs(whole - fraction) == 0.5) {
        int odd = (int)(sum & 1);
        whole = 2.0 * round((fraction + odd) * 0.5) - odd;
    }
    return (int64_t)whole;
}

static SkValue delta_type_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"};
    static const struct {
        int argument;
        int64_t unit;
    } order[] = {{2, 1}, {3, 1000}, {1, 1000000}, {4, 60000000}, {5, INT64_C(3600000000)}, {0, SK_DAY_US}, {6, 7 * SK_DAY_US}};
    SkValue a[7];
    if (!sk_dt_bind("__new__", names, 0, 7, 7, args, nargs, kwnames, a)) return SK_EMPTY;
    __int128 sum = 0;
    double fraction = 0;
    for (int i = 0; i < 7; i++)
        if (!add_component(&sum, a[order[i].argument], names[order[i].argument], order[i].unit, &fraction)) return SK_EMPTY;
    if (fraction != 0.0) sum += round_fraction(sum, fraction);
    return from_us(type, sum);
}

static void delta_destroy(SkObject *o) { sk_instance_free(o, 0); }

// ---- text --------------------------------------------------------------------------------------------------------------------

static SkValue delta_repr(SkValue self) {
    const SkTimeDelta *d = sk_as_delta(self);
    char text[80];
    size_t n = 0;
    text[0] = 0;
    const char *comma = "";
    if (d->days) n += (size_t)snprintf(text + n, sizeof text - n, "days=%d", d->days), comma = ", ";
    if (d->seconds) n += (size_t)snprintf(text + n, sizeof text - n, "%sseconds=%d", comma, d->seconds), comma = ", ";
    if (d->us) n += (size_t)snprintf(text + n, sizeof text - n, "%smicroseconds=%d", comma, d->us);
    return sk_str_format("%N(%s)", sk_type_of(self), n ? text : "0");
}

static SkValue delta_str(SkValue self) {
    const SkTimeDelta *d = sk_as_delta(self);
    char text[80];
    size_t n = 0;
    if (d->days) n = (size_t)snprintf(text, sizeof text, "%d day%s, ", d->days, d->days == 1 || d->days == -1 ? "" : "s");
    n += (size_t)snprintf(text + n, sizeof text - n, "%d:%02d:%02d", d->seconds / 3600, d->seconds / 60 % 60, d->seconds % 60);
    if (d->us) n += (size_t)snprintf(text + n, sizeof text - n, ".%06d", d->us);
    return sk_str_from_ascii(text, n);
}

// ---- arithmetic --------------------------------------------------------------------------------------------------------------

static SkValue delta_add(SkValue a, SkValue b) {
    if (!sk_is_delta(a) || !sk_is_delta(b)) return SK_NOT_IMPLEMENTED;
    return sk_delta_from_us(sk_delta_us(a) + sk_delta_us(b));
}
static SkValue delta_sub(SkValue a, SkValue b) {
    if (!sk_is_delta(a) || !sk_is_delta(b)) return SK_NOT_IMPLEMENTED;
    return sk_delta_from_us(sk_delta_us(a) - sk_delta_us(b));
}
static SkValue delta_neg(SkValue a) { return sk_delta_from_us(-sk_delta_us(a)); }
static SkValue delta_pos(SkValue a) { return sk_delta_from_us(sk_delta_us(a)); }
static SkValue delta_abs(SkValue a) { return sk_as_delta(a)->days < 0 ? delta_neg(a) : delta_pos(a); }
static int delta_bool(SkValue a) { return sk_delta_us(a) != 0; }

// A timedelta of that many microseconds, a Python int (consumed).
static SkValue from_int(SkValue us) {
    SK_AUTO SkValue n = us;
    if (sk_is_empty(n)) return n;
    SkIntView v;
    sk_int_view(n, &v);
    int64_t limbs = v.size < 0 ? -v.size : v.size;
    if (limbs > 2 || (limbs == 2 && v.limbs[1] >> 62)) return overflow(), SK_EMPTY;
    unsigned __int128 u = limbs ? v.limbs[0] : 0;
    if (limbs == 2) u |= (unsigned __int128)v.limbs[1] << 64;
    return sk_delta_from_us(v.size < 0 ? -(__int128)u : (__int128)u);
}

// a / b rounded to the nearest int, ties to even.
static SkValue divide_nearest(SkValue a, SkValue b) {
    SkValue quotient, remainder;
    if (!sk_int_divmod(a, b, &quotient, &remainder)) return SK_EMPTY;
    SK_AUTO SkValue q = quotient, r = remainder;
    SK_AUTO SkValue twice = sk_int_add(r, r);
    if (sk_is_empty(twice)) return twice;
    int c = sk_int_compare(twice, b);
    bool more = sk_int_sign(b) < 0 ? c < 0 : c > 0;
    return more || (c == 0 && sk_int_is_odd(q)) ? sk_int_add(q, sk_from_small_int(1)) : sk_move(&q);
}

// us * top / bottom, where the float is a ratio; inverse: us * bottom / top.
static SkValue scale(SkValue delta, SkValue number, bool inverse) {
    SK_AUTO SkValue ratio = sk_call_method_s(number, "as_integer_ratio", NULL, 0);
    if (sk_is_empty(ratio)) return ratio;
    if (!sk_is_tuple(ratio))
        return sk_raise(sk_exc_TypeError, "unexpected return type from as_integer_ratio(): expected tuple, got '%T'", ratio);
    if (sk_tuple_len(ratio) != 2) return sk_raise(sk_exc_ValueError, "as_integer_ratio() must return a 2-tuple");
    for (size_t i = 0; i < 2; i++)
        if (!sk_is_int(sk_tuple_peek(ratio, i)))
            return sk_raise(sk_exc_TypeError, "unsupported operand type(s) for *: 'int' and '%T'", sk_tuple_peek(ratio, i));
    SK_AUTO SkValue us = sk_dt_as_int(sk_delta_us(delta));
    SK_AUTO SkValue product = sk_is_empty(us) ? us : sk_int_mul(us, sk_tuple_peek(ratio, inverse));
    return sk_is_empty(product) ? product : from_int(divide_nearest(product, sk_tuple_peek(ratio, !inverse)));
}

static SkValue delta_mul(SkValue a, SkValue b) {
    SkValue d = sk_is_delta(a) ? a : b, n = sk_is_delta(a) ? b : a;
    if (sk_is_float(n)) return scale(d, n, false);
    if (!sk_is_int(n)) return SK_NOT_IMPLEMENTED;
    int64_t i;
    __int128 product;
    if (sk_int_fits_int64(n, &i) && !__builtin_mul_overflow(sk_delta_us(d), (__int128)i, &product)) return sk_delta_from_us(product);
    return delta_bool(d) ? (overflow(), SK_EMPTY) : sk_delta_new(0, 0, 0);
}

static SkValue delta_truediv(SkValue a, SkValue b) {
    if (!sk_is_delta(a)) return SK_NOT_IMPLEMENTED;
    if (sk_is_float(b)) return scale(a, b, true);
    if (!sk_is_delta(b) && !sk_is_int(b)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue us = sk_dt_as_int(sk_delta_us(a));
    if (sk_is_empty(us)) return us;
    if (sk_is_int(b)) return from_int(divide_nearest(us, b));
    SK_AUTO SkValue by = sk_dt_as_int(sk_delta_us(b));
    return sk_is_empty(by) ? by : sk_int_truediv(us, by);
}

// Both as ints of microseconds; false + exception, or with *unfit set: an operand is of another type.
static bool operands(SkValue a, SkValue b, bool *unfit, SkValue *x, SkValue *y) {
    *unfit = !sk_is_delta(a) || !sk_is_delta(b);
    if (*unfit) return false;
    *x = sk_dt_as_int(sk_delta_us(a));
    *y = sk_is_empty(*x) ? *x : sk_dt_as_int(sk_delta_us(b));
    return !sk_is_empty(*y);
}

static SkValue delta_floordiv(SkValue a, SkValue b) {
    if (sk_is_delta(a) && sk_is_int(b)) {
        SK_AUTO SkValue us = sk_dt_as_int(sk_delta_us(a));
        return sk_is_empty(us) ? us : from_int(sk_int_floordiv(us, b));
    }
    bool unfit;
    SK_AUTO SkValue x = SK_EMPTY, y = SK_EMPTY;
    if (!operands(a, b, &unfit, &x, &y)) return unfit ? SK_NOT_IMPLEMENTED : SK_EMPTY;
    return sk_int_floordiv(x, y);
}

static SkValue delta_mod(SkValue a, SkValue b) {
    bool unfit;
    SK_AUTO SkValue x = SK_EMPTY, y = SK_EMPTY;
    if (!operands(a, b, &unfit, &x, &y)) return unfit ? SK_NOT_IMPLEMENTED : SK_EMPTY;
    return from_int(sk_int_mod(x, y));
}

static SkValue delta_divmod(SkValue a, SkValue b) {
    bool unfit;
    SK_AUTO SkValue x = SK_EMPTY, y = SK_EMPTY;
    if (!operands(a, b, &unfit, &x, &y)) return unfit ? SK_NOT_IMPLEMENTED : SK_EMPTY;
    SkValue quotient, remainder;
    if (!sk_int_divmod(x, y, &quotient, &remainder)) return SK_EMPTY;
    SK_AUTO SkValue q = quotient, r = from_int(remainder);
    return sk_is_empty(r) ? r : sk_tuple_pack(2, q, r);
}

static SkValue delta_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_delta(a) || !sk_is_delta(b)) return SK_NOT_IMPLEMENTED;
    __int128 x = sk_delta_us(a), y = sk_delta_us(b);
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

static SkValue fields(SkValue self) {
    const SkTimeDelta *d = sk_as_delta(self);
    return sk_tuple_pack(3, sk_from_small_int(d->days), sk_from_small_int(d->seconds), sk_from_small_int(d->us));
}

static int64_t delta_hash(SkValue self) {
    SkTimeDelta *d = sk_as_delta(self);
    int64_t h = sk_load_relaxed(&d->hash);  // idempotent: any order will do
    if (h != -1) return h;
    SK_AUTO SkValue t = fields(self);
    if (sk_is_empty(t)) return -1;
    h = sk_hash(t);
    sk_store_relaxed(&d->hash, h);
    return h;
}

// ---- the type ----------------------------------------------------------------------------------------------------------------

static SkValue total_seconds(SkValue self) {
    SK_AUTO SkValue us = sk_dt_as_int(sk_delta_us(self));
    return sk_is_empty(us) ? us : sk_int_truediv(us, sk_from_small_int(1000000));
}

static SkValue delta_reduce(SkValue self) {
    SK_AUTO SkValue args = fields(self);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static SkValue get_field(SkValue self, void *closure) {
    const SkTimeDelta *d = sk_as_delta(self);
    int which = (int)(intptr_t)closure;
    return sk_from_small_int(which == 0 ? d->days : which == 1 ? d->seconds : d->us);
}

static const SkMethodDef methods[] = {
    {.name = "total_seconds", .kind = SK_NOARGS, .noargs = total_seconds, .sig = "()", .doc = "Total seconds in the duration."},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = delta_reduce, .sig = "()", .doc = "__reduce__() -> (cls, state)"},
    {0},
};
static const SkGetSetDef getset[] = {
    {"days", get_field, sk_readonly_member, "Number of days.", (void *)0},
    {"seconds", get_field, sk_readonly_member, "Number of seconds (>= 0 and less than 1 day).", (void *)1},
    {"microseconds", get_field, sk_readonly_member, "Number of microseconds (>= 0 and less than 1 second).", (void *)2},
    {0},
};

SkType sk_timedelta_type = {
    SK_TYPE_HEAD(0, sizeof(SkTimeDelta), NULL, NULL, delta_destroy),
    .name = "datetime.timedelta",
    .doc = "Difference between two datetime values.\n\n"
           "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n"
           "All arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
    .flags = SK_TF_BASE,
    .new_ = delta_type_new,
    .repr = delta_repr,
    .str = delta_str,
    .hash = delta_hash,
    .compare = delta_compare,
    .number = {.add = delta_add, .subtract = delta_sub, .multiply = delta_mul, .remainder = delta_mod, .divmod = delta_divmod,
               .floor_divide = delta_floordiv, .true_divide = delta_truediv, .negative = delta_neg, .positive = delta_pos,
               .absolute = delta_abs, .bool_ = delta_bool},
    .methods = methods,
    .getset = getset,
};
