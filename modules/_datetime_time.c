// datetime.time.
#include <stdio.h>

#include "base/siphash.h"
#include "modules/_datetime.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue new_time(SkType *type, SkClock clock, SkValue tz) {
    bool exact = type == &sk_time_type;
    SkTime *t = (SkTime *)(exact ? sk_object_new(&type->head, sizeof *t) : sk_type_alloc(type, 0));
    if (!t) return exact ? sk_raise_memory() : SK_EMPTY;
    sk_store_relaxed(&t->hash, -1);
    t->clock = clock;
    sk_slot_init(&t->tz, sk_retain(tz));
    return sk_counted(t);
}

SkValue sk_time_make(SkType *cls, SkClock c, SkValue tz) {
    if (cls == &sk_time_type) return new_time(cls, c, tz);
    SkValue args[5] = {sk_from_small_int(c.hour), sk_from_small_int(c.minute), sk_from_small_int(c.second), sk_from_small_int(c.us), tz};
    SK_AUTO SkValue t = sk_call(sk_type_value(cls), args, 5, SK_EMPTY);
    if (!sk_is_empty(t) && sk_is_time(t)) sk_as_time(t)->clock.fold = c.fold;
    return sk_move(&t);
}

static SkValue from_state(SkType *type, const uint8_t s[6], SkValue tz) {
    SkClock c = {s[0] & 0x7f, s[1], s[2], s[0] >> 7, s[3] << 16 | s[4] << 8 | s[5]};
    if (!sk_is_none(tz) && !sk_is_tzinfo(tz)) return sk_raise(sk_exc_TypeError, "bad tzinfo state arg");
    return new_time(type, c, tz);
}

static SkValue time_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static const char *const names[] = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};
    uint8_t state[6];
    if (nargs >= 1 && nargs <= 2 && !sk_is_small_int(args[0]) && sk_dt_parse_state(args[0], 6, state) && (state[0] & 0x7f) < 24)
        return from_state(type, state, nargs > 1 ? args[1] : SK_NONE);
    SkValue a[6];
    int v[5] = {0}, fold = 0;
    if (!sk_dt_bind("", names, 0, 5, 6, args, nargs, kwnames, a)) return SK_EMPTY;
    for (int i = 0; i < 4; i++)
        if (!sk_dt_int(a[i], &v[i])) return SK_EMPTY;
    SkValue tz = sk_is_empty(a[4]) ? SK_NONE : a[4];
    if (!sk_dt_int(a[5], &fold) || !sk_dt_check_time(v[0], v[1], v[2], v[3], fold) || !sk_dt_check_tz(tz)) return SK_EMPTY;
    return new_time(type, (SkClock){(uint8_t)v[0], (uint8_t)v[1], (uint8_t)v[2], (uint8_t)fold, v[3]}, tz);
}

static void time_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkTime *)o)->tz);
    sk_instance_free(o, 0);
}

static SkValue tz_of(SkValue v) { return sk_slot_peek(&sk_as_time(v)->tz); }

// ---- text --------------------------------------------------------------------------------------------------------------------

static SkValue time_repr(SkValue self) {
    const SkTime *t = sk_as_time(self);
    SkClock c = t->clock;
    char text[96];
    int n = snprintf(text, sizeof text, "%d, %d", c.hour, c.minute);
    if (c.us) n += snprintf(text + n, sizeof text - (size_t)n, ", %d, %d", c.second, (int)c.us);
    else if (c.second) n += snprintf(text + n, sizeof text - (size_t)n, ", %d", c.second);
    if (sk_is_none(tz_of(self))) return sk_str_format("%N(%s%s)", sk_type_of(self), text, c.fold ? ", fold=1" : "");
    return sk_str_format("%N(%s, tzinfo=%R%s)", sk_type_of(self), text, tz_of(self), c.fold ? ", fold=1" : "");
}

static SkValue time_isoformat(SkValue self, const SkValue *args) {
    int spec = sk_dt_timespec(args[0]);
    char text[64], tail[32];
    if (spec < 0 || !sk_dt_zone_tail(tz_of(self), SK_NONE, ":", tail)) return SK_EMPTY;
    sk_dt_clock_text(text, sizeof text, sk_as_time(self)->clock, spec);
    return sk_str_format("%s%s", text, tail);
}

static SkValue time_str(SkValue self) { return sk_call_method_s(self, "isoformat", NULL, 0); }

static SkValue time_strftime(SkValue self, const SkValue *args) {
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "strftime() argument 1 must be str, not %T", args[0]);
    SkClock c = sk_as_time(self)->clock;
    SkValue part[9] = {sk_from_small_int(1900), sk_from_small_int(1), sk_from_small_int(1), sk_from_small_int(c.hour),
                       sk_from_small_int(c.minute), sk_from_small_int(c.second), sk_from_small_int(0), sk_from_small_int(1),
                       sk_from_small_int(-1)};
    SK_AUTO SkValue tuple = sk_tuple_from(part, 9);
    return sk_is_empty(tuple) ? tuple : sk_dt_strftime(self, args[0], tuple, tz_of(self), SK_NONE, (SkYmd){1900, 1, 1}, c.us);
}

static SkValue time_fromisoformat(SkValue cls, SkValue text) {
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "fromisoformat: argument must be str");
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    if (!u.text && !sk_error_clear_if(sk_exc_UnicodeEncodeError)) return SK_EMPTY;
    SkIsoParts p;
    int ok = 0;
    if (u.text) ok = u.len && u.text[0] == 'T' ? sk_iso_parse_time(u.text + 1, u.len - 1, &p) : sk_iso_parse_time(u.text, u.len, &p);
    if (ok < 0) return SK_EMPTY;
    if (!ok) return sk_raise(sk_exc_ValueError, "Invalid isoformat string: %R", text);
    SK_AUTO SkValue tz = sk_iso_zone(p.offset);
    if (sk_is_empty(tz)) return tz;
    return sk_time_make(sk_as_type(cls), p.clock, tz);
}

static SkValue time_strptime(SkValue cls, const SkValue *args) { return sk_dt_strptime(sk_as_type(cls), args[0], args[1], 2); }

// ---- comparing ---------------------------------------------------------------------------------------------------------------

static int64_t clock_us(SkClock c) { return ((c.hour * 60 + c.minute) * 60 + c.second) * INT64_C(1000000) + c.us; }

static SkValue outcome(int64_t diff, SkCompareOp op) {
    switch (op) {
    case SK_LT: return sk_bool(diff < 0);
    case SK_LE: return sk_bool(diff <= 0);
    case SK_EQ: return sk_bool(diff == 0);
    case SK_NE: return sk_bool(diff != 0);
    case SK_GT: return sk_bool(diff > 0);
    case SK_GE: return sk_bool(diff >= 0);
    }
    return SK_NOT_IMPLEMENTED;
}

static SkValue time_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_time(a) || !sk_is_time(b)) return SK_NOT_IMPLEMENTED;
    int64_t x = clock_us(sk_as_time(a)->clock), y = clock_us(sk_as_time(b)->clock);
    if (sk_is(tz_of(a), tz_of(b))) return outcome(x - y, op);
    SkOffset p, q;
    if (!sk_dt_offset(tz_of(a), "utcoffset", SK_NONE, &p) || !sk_dt_offset(tz_of(b), "utcoffset", SK_NONE, &q)) return SK_EMPTY;
    if (p.some == q.some) return outcome((x - p.us) - (y - q.us), op);
    if (op == SK_EQ || op == SK_NE) return sk_bool(op == SK_NE);
    return sk_raise(sk_exc_TypeError, "can't compare offset-naive and offset-aware times");
}

static int64_t time_hash(SkValue self) {
    SkTime *t = sk_as_time(self);
    int64_t h = sk_load_relaxed(&t->hash);  // idempotent: any order will do
    if (h != -1) return h;
    SkOffset o;
    if (!sk_dt_offset(tz_of(self), "utcoffset", SK_NONE, &o)) return -1;
    if (o.some) {
        SK_AUTO SkValue delta = sk_delta_from_us((__int128)clock_us(t->clock) - o.us);
        h = sk_is_empty(delta) ? -1 : sk_hash(delta);
    } else {
        SkClock c = t->clock;
        uint8_t state[6] = {c.hour, c.minute, c.second, (uint8_t)(c.us >> 16), (uint8_t)(c.us >> 8), (uint8_t)c.us};
        h = sk_hash_bytes(state, 6);
    }
    if (h != -1) sk_store_relaxed(&t->hash, h);
    return h;
}

// ---- methods -------------------------------------------------------------------------------------------------------------------

static SkValue time_utcoffset(SkValue self) { return sk_dt_offset_value(tz_of(self), "utcoffset", SK_NONE); }
static SkValue time_dst(SkValue self) { return sk_dt_offset_value(tz_of(self), "dst", SK_NONE); }
static SkValue time_tzname(SkValue self) { return sk_dt_tzname(tz_of(self), SK_NONE); }

static SkValue time_replace(SkValue self, const SkValue *args) {
    SkClock c = sk_as_time(self)->clock;
    int v[4] = {c.hour, c.minute, c.second, c.us}, fold = c.fold;
    for (int i = 0; i < 4; i++)
        if (!sk_dt_int(args[i], &v[i])) return SK_EMPTY;
    SkValue tz = sk_is_empty(args[4]) ? tz_of(self) : args[4];
    if (!sk_dt_int(args[5], &fold) || !sk_dt_check_time(v[0], v[1], v[2], v[3], fold) || !sk_dt_check_tz(tz)) return SK_EMPTY;
    return sk_time_make(sk_type_of(self), (SkClock){(uint8_t)v[0], (uint8_t)v[1], (uint8_t)v[2], (uint8_t)fold, v[3]}, tz);
}

static SkValue reduce(SkValue self, int protocol) {
    SkClock c = sk_as_time(self)->clock;
    uint8_t state[6] = {c.hour | (protocol > 3 && c.fold ? 0x80 : 0), c.minute, c.second, (uint8_t)(c.us >> 16), (uint8_t)(c.us >> 8), (uint8_t)c.us};
    SK_AUTO SkValue bytes = sk_bytes_from(state, 6);
    if (sk_is_empty(bytes)) return bytes;
    SK_AUTO SkValue args = sk_is_none(tz_of(self)) ? sk_tuple_pack(1, bytes) : sk_tuple_pack(2, bytes, tz_of(self));
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}
static SkValue time_reduce(SkValue self) { return reduce(self, 2); }
static SkValue time_reduce_ex(SkValue self, SkValue protocol) {
    int p = 0;
    return sk_dt_int(protocol, &p) ? reduce(self, p) : SK_EMPTY;
}

static SkValue get_clock(SkValue self, void *closure) {
    SkClock c = sk_as_time(self)->clock;
    int which = (int)(intptr_t)closure;
    return sk_from_small_int(which == 0 ? c.hour : which == 1 ? c.minute : which == 2 ? c.second : which == 3 ? c.us : c.fold);
}
static SkValue get_tz(SkValue self, void *unused) { return (void)unused, sk_slot_load(sk_ptr(self), &sk_as_time(self)->tz); }

#define REPLACE_SIG "(hour=<unrepresentable>, minute=<unrepresentable>, second=<unrepresentable>, microsecond=<unrepresentable>, tzinfo=<unrepresentable>, *, fold=<unrepresentable>)"
static const SkMethodDef methods[] = {
    {.name = "isoformat", .kind = SK_SIG, .sig_fn = time_isoformat, .sig = "(timespec='auto')", .doc = "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."},
    {.name = "strftime", .kind = SK_SIG, .sig_fn = time_strftime, .sig = "(format)", .doc = "format -> strftime() style string."},
    {.name = "__format__", .kind = SK_ONEARG, .onearg = sk_dt_format, .sig = "(format_spec, /)", .doc = "Formats self with strftime."},
    {.name = "utcoffset", .kind = SK_NOARGS, .noargs = time_utcoffset, .sig = "()", .doc = "Return self.tzinfo.utcoffset(self)."},
    {.name = "tzname", .kind = SK_NOARGS, .noargs = time_tzname, .sig = "()", .doc = "Return self.tzinfo.tzname(self)."},
    {.name = "dst", .kind = SK_NOARGS, .noargs = time_dst, .sig = "()", .doc = "Return self.tzinfo.dst(self)."},
    {.name = "replace", .kind = SK_SIG, .sig_fn = time_replace, .sig = REPLACE_SIG, .doc = "Return time with new specified fields."},
    {.name = "__replace__", .kind = SK_SIG, .sig_fn = time_replace, .sig = REPLACE_SIG, .doc = "The same as replace()."},
    {.name = "fromisoformat", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = time_fromisoformat, .sig = "(string, /)", .doc = "string -> time from a string in ISO 8601 format"},
    {.name = "strptime", .kind = SK_SIG | SK_CLASS_METHOD, .sig_fn = time_strptime, .sig = "(date_string, format, /)", .doc = "string, format -> new time parsed from a string (like time.strptime())."},
    {.name = "__reduce_ex__", .kind = SK_ONEARG, .onearg = time_reduce_ex, .sig = "(proto, /)", .doc = "__reduce_ex__(proto) -> (cls, state)"},
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = time_reduce, .sig = "()", .doc = "__reduce__() -> (cls, state)"},
    {0},
};
static const SkGetSetDef getset[] = {
    {"hour", get_clock, NULL, NULL, (void *)0},   {"minute", get_clock, NULL, NULL, (void *)1},
    {"second", get_clock, NULL, NULL, (void *)2}, {"microsecond", get_clock, NULL, NULL, (void *)3},
    {"tzinfo", get_tz, NULL, NULL, NULL},         {"fold", get_clock, NULL, NULL, (void *)4},
    {0},
};

SkType sk_time_type = {
    SK_TYPE_HEAD(0, sizeof(SkTime), NULL, NULL, time_destroy),
    .name = "datetime.time",
    .doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n"
           "All arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.",
    .flags = SK_TF_BASE,
    .new_ = time_new,
    .repr = time_repr,
    .str = time_str,
    .hash = time_hash,
    .compare = time_compare,
    .methods = methods,
    .getset = getset,
};
