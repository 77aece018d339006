// _zoneinfo: the class ZoneInfo. Files are found and read by the Python half (zoneinfo._tzpath, zoneinfo._common); a zone is what the
// file says in arrays, made once and never changed, so that any number of threads ask it without a lock.
#include "modules/_zoneinfo.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "modules/_datetime.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

enum { EPOCH_ORDINAL = 719163 };

typedef enum { FROM_NOWHERE, FROM_CACHE, NO_CACHE, FROM_FILE } Source;

// Everything is written before the object is returned.
typedef struct {
    SkObject header;
    SkSlot key, file;        // file: the repr of the file object, or empty
    Source source;
    bool fixed, ruled;       // one type at all times; `rule` holds after the last transition, else `after`
    size_t ntransitions, ninfos;
    int64_t *utc, *local[2]; // times of the transitions: UTC, and local time by fold
    uint8_t *which;          // the type from there on
    SkZoneInfo *infos;
    const SkZoneInfo *before, *after;
    SkZoneRule rule;
} Zone;

static SkType zone_type;
static Zone *as_zone(SkValue v) { return (Zone *)sk_ptr(v); }

// From the Python half, immortal. Each import of the module sets them again.
static _Atomic(SkObject *) find_tzfile, load_tzdata, load_data, io_open;
static _Atomic(SkObject *) base_cache;   // set once. PAIR(zone-cache)
static _Atomic(SkObject *) deltas;       // dict: seconds to immortal timedelta. PAIR(zone-cache)

static SkValue function(_Atomic(SkObject *) *f) { return sk_counted(sk_load_acquire(f)); }   // PAIR(zone-cache)

// ---- local time types --------------------------------------------------------------------------------------------------------------

static bool delta_of(int64_t seconds, SkValue *out) {
    SkValue all = function(&deltas), key = sk_from_small_int(seconds);
    SkValue v = sk_dict_get(all, key);
    if (sk_is_empty(v)) {
        if (sk_error_occurred()) return false;
        SK_AUTO SkValue fresh = sk_own(sk_delta_from_us((__int128)seconds * 1000000));
        if (sk_is_empty(fresh)) return false;
        v = sk_dict_setdefault(all, key, fresh, NULL);
        if (sk_is_empty(v)) return false;
    }
    sk_make_immortal(sk_ptr(v));
    *out = sk_counted(sk_ptr(v));
    return true;
}

bool sk_zone_info_set(SkZoneInfo *info, int64_t utc, int64_t dst, SkValue name) {
    if (!sk_is_str(name)) return sk_raise_false(sk_exc_TypeError, "expected str, not %T", name);
    SkValue kept = sk_intern(sk_retain(name));
    if (sk_is_empty(kept)) return false;
    *info = (SkZoneInfo){.utc = (int32_t)utc, .dst = (int32_t)dst, .name = kept};
    return delta_of(utc, &info->utcoff) && delta_of(dst, &info->dstoff);
}

static bool is_same(const SkZoneInfo *a, const SkZoneInfo *b) {
    return a->utc == b->utc && a->dst == b->dst && sk_str_equal(a->name, b->name);
}

// ---- reading -------------------------------------------------------------------------------------------------------------------------

// The numbers of a sequence, at least `room` elements; NULL + exception.
static int64_t *numbers(SkValue sequence, size_t *n) {
    SK_AUTO SkValue items = sk_to_tuple(sequence);
    if (sk_is_empty(items)) return NULL;
    *n = sk_tuple_len(items);
    int64_t *out = sk_malloc((*n + 1) * sizeof *out);
    if (!out) return sk_raise_memory(), NULL;
    for (size_t i = 0; i < *n; i++) {
        SkValue v = sk_tuple_peek(items, i);
        if (sk_as_int64(v, &out[i])) continue;
        sk_free(out);
        return NULL;
    }
    return out;
}

// The DST offset of types that are daylight saving time, which files do not say: the difference to the standard time next to one of their
// transitions, before it or, unless the type is the last one, after it. An hour where no transition tells.
static void guess_dst(const Zone *z, const int64_t *isdst, int32_t *dst) {
    for (size_t i = 1; i < z->ntransitions; i++) {
        size_t type = z->which[i], before = z->which[i - 1];
        if (!isdst[type] || dst[type]) continue;
        if (!isdst[before]) dst[type] = z->infos[type].utc - z->infos[before].utc;
        if (dst[type] || type + 1 >= z->ninfos || i + 1 >= z->ntransitions) continue;
        size_t next = z->which[i + 1];
        if (!isdst[next]) dst[type] = z->infos[type].utc - z->infos[next].utc;
    }
    for (size_t i = 0; i < z->ninfos; i++)
        if (isdst[i] && !dst[i]) dst[i] = 3600;
}

static bool set_types(Zone *z, const int64_t *utcoff, const int64_t *isdst, SkValue names) {
    int32_t *dst = sk_calloc(z->ninfos + 1, sizeof *dst);
    if (!dst) return sk_raise_memory(), false;
    for (size_t i = 0; i < z->ninfos; i++) z->infos[i].utc = (int32_t)utcoff[i];
    guess_dst(z, isdst, dst);
    bool ok = true;
    for (size_t i = 0; i < z->ninfos && ok; i++) ok = sk_zone_info_set(&z->infos[i], utcoff[i], dst[i], sk_tuple_peek(names, i));
    sk_free(dst);
    return ok;
}

// Local times of the transitions: the later of both sides for the first fold, the earlier for the second.
static void set_local(Zone *z) {
    for (size_t i = 0; i < z->ntransitions; i++) {
        int32_t was = z->infos[i ? z->which[i - 1] : 0].utc, is = z->infos[z->which[i]].utc;
        z->local[0][i] = z->utc[i] + (was > is ? was : is);
        z->local[1][i] = z->utc[i] + (was > is ? is : was);
    }
}

typedef struct {
    int64_t *which, *utc, *utcoff, *isdst;
    size_t nwhich, nutc, nutcoff, nisdst;
} Arrays;

static bool check_arrays(const Arrays *a, size_t nnames) {
    if (a->nwhich != a->nutc || a->nutcoff != a->nisdst || a->nutcoff != nnames || nnames > 256)
        return sk_raise_false(sk_exc_ValueError, "Inconsistent time zone data");
    for (size_t i = 0; i < a->nwhich; i++)
        if (a->which[i] < 0 || (size_t)a->which[i] >= a->nutcoff)
            return sk_raise_false(sk_exc_ValueError, "Invalid transition index found while reading TZif: %lld", (long long)a->which[i]);
    for (size_t i = 0; i < a->nutcoff; i++)
        if (a->utcoff[i] <= INT32_MIN || a->utcoff[i] > INT32_MAX) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C int");
    return true;
}

static bool fill(Zone *z, const Arrays *a, SkValue names, SkValue text) {
    size_t n = z->ntransitions = a->nutc;
    z->ninfos = a->nutcoff;
    z->utc = sk_malloc((3 * n + 1) * sizeof *z->utc);
    z->which = sk_malloc(n + 1);
    z->infos = sk_calloc(z->ninfos + 1, sizeof *z->infos);
    if (!z->utc || !z->which || !z->infos) return sk_raise_memory(), false;
    z->local[0] = z->utc + n;
    z->local[1] = z->utc + 2 * n;
    memcpy(z->utc, a->utc, n * sizeof *z->utc);
    for (size_t i = 0; i < n; i++) z->which[i] = (uint8_t)a->which[i];
    if (!set_types(z, a->utcoff, a->isdst, names)) return false;
    set_local(z);
    size_t first = 0;
    while (first < z->ninfos && a->isdst[first]) first++;
    z->before = first < z->ninfos ? &z->infos[first] : n ? &z->infos[z->which[0]] : NULL;
    if (sk_is_bytes(text) && sk_as_bytes(text)->length) {
        if (!sk_zone_rule_parse(text, &z->rule)) return false;
        z->ruled = !z->rule.fixed;
        z->after = &z->rule.std;
    } else {
        if (!z->ninfos) return sk_raise_false(sk_exc_ValueError, "No time zone information found.");
        z->after = n ? &z->infos[z->which[n - 1]] : &z->infos[z->ninfos - 1];
    }
    z->fixed = !z->ruled && (!z->ninfos || (z->ninfos == 1 && is_same(&z->infos[0], z->after)));
    return true;
}

// (indices, times, offsets, dst flags, names, TZ string) of zoneinfo._common.load_data.
static bool read_zone(Zone *z, SkValue file) {
    SK_AUTO SkValue loaded = sk_call1(function(&load_data), file);
    SK_AUTO SkValue data = sk_is_empty(loaded) ? SK_EMPTY : sk_to_tuple(loaded);
    if (sk_is_empty(data)) return false;
    if (sk_tuple_len(data) != 6) return sk_raise_false(sk_exc_ValueError, "Inconsistent time zone data");
    SK_AUTO SkValue names = sk_to_tuple(sk_tuple_peek(data, 4));
    Arrays a = {0};
    bool ok = !sk_is_empty(names) && (a.which = numbers(sk_tuple_peek(data, 0), &a.nwhich)) && (a.utc = numbers(sk_tuple_peek(data, 1), &a.nutc)) &&
              (a.utcoff = numbers(sk_tuple_peek(data, 2), &a.nutcoff)) && (a.isdst = numbers(sk_tuple_peek(data, 3), &a.nisdst)) &&
              check_arrays(&a, sk_tuple_len(names)) && fill(z, &a, names, sk_tuple_peek(data, 5));
    sk_free(a.which);
    sk_free(a.utc);
    sk_free(a.utcoff);
    sk_free(a.isdst);
    return ok;
}

// ---- making ----------------------------------------------------------------------------------------------------------------------------

static void zone_destroy(SkObject *o) {
    Zone *z = (Zone *)o;
    sk_slot_destroy(o, &z->key);
    sk_slot_destroy(o, &z->file);
    sk_free(z->utc);
    sk_free(z->which);
    sk_free(z->infos);
    sk_instance_free(o, 0);
}

static SkValue make(SkType *type, SkValue key, SkValue file, Source source) {
    Zone *z = (Zone *)sk_type_alloc(type, 0);
    if (!z) return SK_EMPTY;
    SK_AUTO SkValue zone = sk_counted(z);
    z->source = source;
    sk_slot_init(&z->key, sk_retain(key));
    return read_zone(z, file) ? sk_move(&zone) : SK_EMPTY;
}

// From the file of that name.
static SkValue make_by_key(SkType *type, SkValue key, Source source) {
    SK_AUTO SkValue path = sk_call1(function(&find_tzfile), key);
    if (sk_is_empty(path)) return SK_EMPTY;
    SK_AUTO SkValue file = sk_is_none(path) ? sk_call1(function(&load_tzdata), key) : sk_call2(function(&io_open), path, sk_intern_s("rb"));
    if (sk_is_empty(file)) return SK_EMPTY;
    SK_AUTO SkValue zone = make(type, key, file, source);
    SkValue failed = sk_error_take();
    SkValue closed = sk_call_method_s(file, "close", NULL, 0);
    sk_release(closed);
    if (!sk_is_empty(failed)) {
        sk_error_clear();
        sk_error_restore(failed);
        return SK_EMPTY;
    }
    return sk_is_empty(closed) ? SK_EMPTY : sk_move(&zone);
}

// The cache of a class: counted.
static SkValue cache_of(SkType *type) {
    return type == &zone_type ? function(&base_cache) : sk_own(sk_getattr_s(sk_type_value(type), "_weak_cache"));
}

static SkValue cache_look(SkValue cache, SkValue key) {
    if (sk_is_zone_cache(cache)) return sk_zone_cache_get(cache, key);
    SkValue args[] = {key, SK_NONE};
    SkValue v = sk_own(sk_call_method_s(cache, "get", args, 2));
    return sk_is_none(v) ? SK_EMPTY : v;
}

static SkValue cache_put(SkValue cache, SkValue key, SkValue zone) {
    if (sk_is_zone_cache(cache)) return sk_zone_cache_add(cache, key, zone);
    SkValue args[] = {key, zone};
    SkValue v = sk_call_method_s(cache, "setdefault", args, 2);
    if (sk_is_empty(v)) return v;
    sk_release(v);
    return sk_retain(zone);
}

static SkValue get_zone(SkType *type, SkValue key) {
    if (type == &zone_type) {
        SkValue zone = sk_zone_recent_get(key);
        if (!sk_is_empty(zone)) return zone;
    }
    SK_AUTO SkValue cache = cache_of(type);
    if (sk_is_empty(cache)) return SK_EMPTY;
    SK_AUTO SkValue zone = cache_look(cache, key);
    if (sk_is_empty(zone)) {
        if (sk_error_occurred()) return SK_EMPTY;
        SK_AUTO SkValue fresh = make_by_key(type, key, FROM_CACHE);
        zone = sk_is_empty(fresh) ? SK_EMPTY : cache_put(cache, key, fresh);
        if (sk_is_empty(zone)) return SK_EMPTY;
    } else if (!sk_is_instance_of(zone, &zone_type)) {
        return sk_raise(sk_exc_RuntimeError, "Unexpected instance of %T in %s weak cache for key %R", zone, sk_load_relaxed(&type->name), key);
    }
    if (type == &zone_type) sk_zone_recent_add(key, zone);
    return sk_move(&zone);
}

static SkValue zone_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if (nargs + nkw > 1)
        return sk_raise(sk_exc_TypeError, "function takes at most 1 %sargument (%zu given)", nargs ? "" : "keyword ", nargs + nkw);
    if (nargs + nkw == 0 || (nkw && !sk_str_equals_ascii(sk_tuple_peek(kwnames, 0), "key")))
        return sk_raise(sk_exc_TypeError, "function missing required argument 'key' (pos 1)");
    return get_zone(type, args[0]);
}

static SkValue zone_from_file(SkValue cls, const SkValue *a) {
    SkValue key = sk_is_empty(a[1]) ? SK_NONE : a[1];
    SK_AUTO SkValue text = sk_repr(a[0]);
    if (sk_is_empty(text)) return SK_EMPTY;
    SkValue zone = make(sk_as_type(cls), key, a[0], FROM_FILE);
    if (!sk_is_empty(zone)) sk_slot_init(&as_zone(zone)->file, sk_own(sk_move(&text)));
    return zone;
}

static SkValue zone_no_cache(SkValue cls, const SkValue *a) { return make_by_key(sk_as_type(cls), a[0], NO_CACHE); }

static SkValue zone_clear_cache(SkValue cls, const SkValue *a) {
    SkType *type = sk_as_type(cls);
    SK_AUTO SkValue cache = cache_of(type);
    if (sk_is_empty(cache)) return SK_EMPTY;
    if (sk_is_empty(a[0]) || sk_is_none(a[0])) {
        if (type == &zone_type) sk_zone_recent_remove(SK_EMPTY);
        if (!sk_is_zone_cache(cache)) return sk_call_method_s(cache, "clear", NULL, 0);
        sk_zone_cache_clear(cache);
        return SK_NONE;
    }
    SK_AUTO SkValue keys = sk_iter(a[0]);
    if (sk_is_empty(keys)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue key = sk_own(sk_next(keys));
        if (sk_is_empty(key)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
        if (type == &zone_type) sk_zone_recent_remove(key);
        if (sk_is_zone_cache(cache)) {
            if (!sk_zone_cache_remove(cache, key)) return SK_EMPTY;
        } else {
            SkValue args[] = {key, SK_NONE};
            SkValue popped = sk_call_method_s(cache, "pop", args, 2);
            if (sk_is_empty(popped)) return SK_EMPTY;
            sk_release(popped);
        }
    }
}

static SkValue zone_init_subclass(SkValue cls, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SK_AUTO SkValue cache = sk_zone_cache_new();
    return !sk_is_empty(cache) && sk_setattr_s(cls, "_weak_cache", cache) ? SK_NONE : SK_EMPTY;
}

// ---- asking ------------------------------------------------------------------------------------------------------------------------------

typedef struct {
    int64_t seconds;   // since 1970-01-01T00:00, as the fields say
    int year, fold;
} Local;

static bool field(SkValue dt, const char *name, int *out) {
    SK_AUTO SkValue v = sk_own(sk_getattr_s(dt, name));
    return !sk_is_empty(v) && sk_as_int(v, out);
}

// What a datetime says; of its subclasses and of what looks like one, by their attributes.
static bool local_of(SkValue dt, Local *out) {
    if (sk_is_ptr(dt) && sk_type_of(dt) == &sk_datetime_type) {
        const SkDateTime *d = sk_as_datetime(dt);
        int64_t day = sk_dt_ordinal(d->year, d->month, d->day) - EPOCH_ORDINAL;
        *out = (Local){day * SK_DAY_SECONDS + d->clock.hour * 3600 + d->clock.minute * 60 + d->clock.second, d->year, d->clock.fold};
        return true;
    }
    int hour, minute, second, ordinal;
    SK_AUTO SkValue day = sk_own(sk_call_method_s(dt, "toordinal", NULL, 0));
    if (sk_is_empty(day) || !sk_as_int(day, &ordinal) || !field(dt, "hour", &hour) || !field(dt, "minute", &minute) ||
        !field(dt, "second", &second) || !field(dt, "fold", &out->fold) || !field(dt, "year", &out->year))
        return false;
    if (out->year < SK_MIN_YEAR || out->year > SK_MAX_YEAR) return sk_raise_false(sk_exc_ValueError, "year %i is out of range", out->year);
    out->seconds = ((int64_t)ordinal - EPOCH_ORDINAL) * SK_DAY_SECONDS + (int64_t)hour * 3600 + (int64_t)minute * 60 + second;
    return true;
}

// How many of the times are not after t.
static size_t passed(const int64_t *times, size_t n, int64_t t) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (times[middle] <= t) low = middle + 1;
        else high = middle;
    }
    return low;
}

// The type in force at a local time; *out NULL: not known, for None.
static bool type_at(const Zone *z, SkValue dt, const SkZoneInfo **out) {
    Local l;
    if (sk_is_none(dt)) {
        *out = z->fixed ? z->after : NULL;
        return true;
    }
    if (!local_of(dt, &l)) return false;
    size_t n = z->ntransitions;
    const int64_t *times = n ? z->local[l.fold != 0] : NULL;
    if (n && l.seconds < times[0]) *out = z->before;
    else if (!n || l.seconds > times[n - 1]) *out = z->ruled ? sk_zone_rule_local(&z->rule, l.seconds, l.year, l.fold) : z->after;
    else *out = &z->infos[z->which[passed(times, n, l.seconds) - 1]];
    return true;
}

static SkValue zone_utcoffset(SkValue self, SkValue dt) {
    const SkZoneInfo *info;
    return !type_at(as_zone(self), dt, &info) ? SK_EMPTY : info ? sk_dup(info->utcoff) : SK_NONE;
}
static SkValue zone_dst(SkValue self, SkValue dt) {
    const SkZoneInfo *info;
    return !type_at(as_zone(self), dt, &info) ? SK_EMPTY : info ? sk_dup(info->dstoff) : SK_NONE;
}
static SkValue zone_tzname(SkValue self, SkValue dt) {
    const SkZoneInfo *info;
    return !type_at(as_zone(self), dt, &info) ? SK_EMPTY : info ? sk_dup(info->name) : SK_NONE;
}

// The type in force at a time in UTC, and whether the local time has been before.
static const SkZoneInfo *type_at_utc(const Zone *z, Local l, bool *fold) {
    size_t n = z->ntransitions;
    *fold = false;
    if (n && l.seconds < z->utc[0]) return z->before;
    if (!n || l.seconds > z->utc[n - 1]) {
        if (z->ruled) return sk_zone_rule_utc(&z->rule, l.seconds, l.year, fold);
        if (!n) return z->after;
    }
    size_t i = passed(z->utc, n, l.seconds);
    const SkZoneInfo *was = i > 1 ? &z->infos[z->which[i - 2]] : z->before, *is = &z->infos[z->which[i - 1]];
    if (n == 1 && l.seconds > z->utc[0]) {
        was = is;
        is = z->after;
    }
    *fold = was->utc - is->utc > l.seconds - z->utc[i - 1];
    return is;
}

static SkValue zone_fromutc(SkValue self, SkValue dt) {
    if (!sk_is_datetime(dt)) return sk_raise(sk_exc_TypeError, "fromutc: argument must be a datetime");
    SkValue tz = sk_slot_peek(&sk_as_datetime(dt)->tz);
    if (!sk_is_ptr(tz) || sk_ptr(tz) != sk_ptr(self)) return sk_raise(sk_exc_ValueError, "fromutc: dt.tzinfo is not self");
    Local l;
    bool fold;
    if (!local_of(dt, &l)) return SK_EMPTY;
    const SkZoneInfo *info = type_at_utc(as_zone(self), l, &fold);
    if (sk_type_of(dt) == &sk_datetime_type)
        return sk_datetime_from_us(&sk_datetime_type, (__int128)sk_datetime_us(sk_as_datetime(dt)) + (__int128)info->utc * 1000000, fold, self);
    SkValue moved = sk_binary(SK_OP_ADD, dt, info->utcoff);
    if (!fold || sk_is_empty(moved)) return moved;
    SK_AUTO SkValue kept = sk_own(moved), replace = sk_getattr_s(kept, "replace"), args = SK_EMPTY, fields = sk_dict_new();
    args = sk_empty_tuple();
    if (sk_is_empty(replace) || sk_is_empty(fields) || !sk_dict_set_s(fields, "fold", sk_from_small_int(1))) return SK_EMPTY;
    return sk_call_tuple(replace, args, fields);
}

// ---- text and pickling ---------------------------------------------------------------------------------------------------------------------

static SkValue zone_repr(SkValue self) {
    const Zone *z = as_zone(self);
    const char *type = sk_load_relaxed(&sk_type_of(self)->name);
    SkValue key = sk_slot_peek(&z->key);
    return !sk_is_none(key) ? sk_str_format("%s(key=%R)", type, key) : sk_str_format("%s.from_file(%S)", type, sk_slot_peek(&z->file));
}
static SkValue zone_str(SkValue self) {
    SkValue key = sk_slot_peek(&as_zone(self)->key);
    return sk_is_none(key) ? sk_repr(self) : sk_str(key);
}

static SkValue zone_reduce(SkValue self) {
    const Zone *z = as_zone(self);
    if (z->source == FROM_FILE) {
        SK_AUTO SkValue pickle = sk_import("pickle");
        SK_AUTO SkValue error = sk_is_empty(pickle) ? SK_EMPTY : sk_own(sk_getattr_s(pickle, "PicklingError"));
        if (sk_is_empty(error)) return SK_EMPTY;
        return sk_raise(sk_as_type(error), "Cannot pickle a ZoneInfo file from a file stream.");
    }
    SK_AUTO SkValue make_again = sk_own(sk_getattr_s(self, "_unpickle"));
    SK_AUTO SkValue args = sk_is_empty(make_again) ? SK_EMPTY : sk_tuple_pack(2, sk_slot_peek(&z->key), sk_from_small_int(z->source == FROM_CACHE));
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, make_again, args);
}
static SkValue zone_unpickle(SkValue cls, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("_unpickle", nargs, 2, 2)) return SK_EMPTY;
    int cached = sk_truth(args[1]);
    if (cached < 0) return SK_EMPTY;
    return cached ? get_zone(sk_as_type(cls), args[0]) : make_by_key(sk_as_type(cls), args[0], NO_CACHE);
}

static const SkMemberDef members[] = {{"key", SK_MEMBER_OBJECT, offsetof(Zone, key), true, NULL}, {0}};

static const SkMethodDef methods[] = {
    {"clear_cache", SK_SIG | SK_CLASS_METHOD, .sig_fn = zone_clear_cache, .sig = "(*, only_keys=None)", .doc = "Clear the ZoneInfo cache."},
    {"no_cache", SK_SIG | SK_CLASS_METHOD, .sig_fn = zone_no_cache, .sig = "(key)", .doc = "Get a new instance of ZoneInfo, bypassing the cache."},
    {"from_file", SK_SIG | SK_CLASS_METHOD, .sig_fn = zone_from_file, .sig = "(fobj, /, key=None)", .doc = "Create a ZoneInfo file from a file object."},
    {"utcoffset", SK_ONEARG, .onearg = zone_utcoffset, .sig = "(dt, /)", .doc = "Retrieve a timedelta representing the UTC offset in a zone at the given datetime."},
    {"dst", SK_ONEARG, .onearg = zone_dst, .sig = "(dt, /)", .doc = "Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."},
    {"tzname", SK_ONEARG, .onearg = zone_tzname, .sig = "(dt, /)", .doc = "Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."},
    {"fromutc", SK_ONEARG, .onearg = zone_fromutc, .sig = "(dt, /)", .doc = "Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."},
    {"__reduce__", SK_NOARGS, .noargs = zone_reduce, .sig = "()", .doc = "Function for serialization with the pickle protocol."},
    {"_unpickle", SK_FAST | SK_CLASS_METHOD, .fast = zone_unpickle, .sig = "(key, from_cache, /)", .doc = "Private method used in unpickling."},
    {"__init_subclass__", SK_KW | SK_CLASS_METHOD, .kw = zone_init_subclass, .sig = "(**kwargs)", .doc = "Function to initialize subclasses."},
    {0},
};

static SkType zone_type = {
    SK_TYPE_HEAD(0, sizeof(Zone), NULL, NULL, zone_destroy),
    .name = "zoneinfo.ZoneInfo",
    .doc = "A time zone of the IANA database.",
    .base = &sk_tzinfo_type,
    .flags = SK_TF_BASE | SK_TF_WEAKREF | SK_TF_IMMUTABLE,
    .new_ = zone_new,
    .repr = zone_repr,
    .str = zone_str,
    .methods = methods,
    .members = members,
};

// ---- the module ----------------------------------------------------------------------------------------------------------------------------

static bool keep(_Atomic(SkObject *) *where, SkValue v, bool only_once) {
    if (sk_is_empty(v)) return false;
    sk_make_immortal(sk_ptr(v));
    SkObject *expected = NULL;
    if (only_once) (void)!sk_cas_acq_rel(where, &expected, sk_ptr(v));  // PAIR(zone-cache)
    else sk_store_release(where, sk_ptr(v));  // PAIR(zone-cache)
    return true;
}

static bool keep_function(_Atomic(SkObject *) *where, const char *module, const char *name) {
    SK_AUTO SkValue m = sk_import(module);
    return !sk_is_empty(m) && keep(where, sk_own(sk_getattr_s(m, name)), false);
}

static bool exec(SkValue m) {
    SK_AUTO SkValue datetime = sk_import("_datetime");
    if (sk_is_empty(datetime) || !sk_type_ready(&sk_zone_cache_type)) return false;
    if (!sk_load_acquire(&base_cache) && !keep(&base_cache, sk_zone_cache_new(), true)) return false;  // PAIR(zone-cache)
    if (!sk_load_acquire(&deltas) && !keep(&deltas, sk_dict_new(), true)) return false;                // PAIR(zone-cache)
    return keep_function(&find_tzfile, "zoneinfo._tzpath", "find_tzfile") && keep_function(&load_data, "zoneinfo._common", "load_data") &&
           keep_function(&load_tzdata, "zoneinfo._common", "load_tzdata") && keep_function(&io_open, "io", "open") && sk_module_add_type(m, &zone_type);
}

const SkModuleDef sk_module__zoneinfo = {"_zoneinfo", "C implementation of the zoneinfo module", NULL, exec};
