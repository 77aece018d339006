// _csv: dialects, immutable sets of options.
#include "modules/_csv.h"

#include <string.h>

#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkCsvDialect *as_dialect(SkValue v) { return (SkCsvDialect *)sk_ptr(v); }

static void dialect_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkCsvDialect *)o)->lineterminator, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void dialect_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkCsvDialect *)o)->lineterminator);
    sk_instance_free(o, 0);
}

// ---- options -----------------------------------------------------------------------------------------------------------------

enum { DIALECT, DELIMITER, DOUBLEQUOTE, ESCAPECHAR, LINETERMINATOR, QUOTECHAR, QUOTING, SKIPINITIALSPACE, STRICT, NPARAMS };
static const char *const names[NPARAMS] = {"dialect",   "delimiter", "doublequote",      "escapechar", "lineterminator",
                                           "quotechar", "quoting",   "skipinitialspace", "strict"};

static bool bind(const SkValue *args, size_t nargs, SkValue kwnames, SkValue *out) {
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if (nargs + nkw > NPARAMS)
        return sk_raise_false(sk_exc_TypeError, "function takes at most %d %sarguments (%zu given)", NPARAMS, nargs ? "" : "keyword ", nargs + nkw);
    for (size_t i = 0; i < NPARAMS; i++) out[i] = i < nargs ? args[i] : SK_EMPTY;
    for (size_t k = 0; k < nkw; k++) {
        SkValue key = sk_tuple_peek(kwnames, k);
        size_t i = 0;
        while (i < NPARAMS && !sk_str_equals_ascii(key, names[i])) i++;
        if (i == NPARAMS) return sk_raise_false(sk_exc_TypeError, "this function got an unexpected keyword argument '%S'", key);
        if (!sk_is_empty(out[i]))
            return sk_raise_false(sk_exc_TypeError, "argument for function given by name ('%s') and position (%zu)", names[i], i + 1);
        out[i] = args[nargs + k];
    }
    return true;
}

static bool set_char(const char *name, SkValue v, bool none_too, uint32_t otherwise, uint32_t *out) {
    *out = otherwise;
    if (sk_is_empty(v)) return true;
    *out = SK_CSV_UNSET;
    if (none_too && sk_is_none(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "\"%s\" must be string%s, not %T", name, none_too ? " or None" : "", v);
    if (sk_str_len(v) != 1) return sk_raise_false(sk_exc_TypeError, "\"%s\" must be a 1-character string", name);
    *out = sk_str_at(sk_as_str(v), 0);
    return true;
}

static bool set_bool(SkValue v, bool otherwise, bool *out) {
    int truth = sk_is_empty(v) ? otherwise : sk_truth(v);
    *out = truth > 0;
    return truth >= 0;
}

static bool set_quoting(SkCsvDialect *d, SkValue v) {
    int quoting = SK_CSV_MINIMAL;
    if (!sk_is_empty(v)) {
        if (!sk_is_exact_int(v)) return sk_raise_false(sk_exc_TypeError, "\"quoting\" must be an integer");
        if (!sk_as_int(v, &quoting)) return false;
    }
    if (quoting < 0 || quoting >= SK_CSV_QUOTINGS) return sk_raise_false(sk_exc_TypeError, "bad \"quoting\" value");
    d->quoting = (SkCsvQuoting)quoting;
    return true;
}

static bool set_terminator(SkCsvDialect *d, SkValue v) {
    if (!sk_is_empty(v) && sk_is_none(v)) return sk_raise_false(sk_exc_TypeError, "lineterminator must be set");
    if (!sk_is_empty(v) && !sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "\"lineterminator\" must be a string");
    SkValue text = sk_is_empty(v) ? sk_str_from("\r\n") : sk_retain(v);
    if (sk_is_empty(text)) return false;
    sk_slot_init(&d->lineterminator, text);
    return true;
}

// ---- checks ------------------------------------------------------------------------------------------------------------------

static bool in_terminator(const SkCsvDialect *d, uint32_t c) {
    SkValue text = sk_slot_peek(&d->lineterminator);
    for (size_t i = 0; i < sk_str_len(text); i++)
        if (sk_str_at(sk_as_str(text), i) == c) return true;
    return false;
}

static bool check_char(const SkCsvDialect *d, const char *name, uint32_t c, bool space_too) {
    if (c == SK_CSV_UNSET) return true;
    if (c == '\r' || c == '\n' || (c == ' ' && !space_too)) return sk_raise_false(sk_exc_ValueError, "bad %s value", name);
    if (in_terminator(d, c)) return sk_raise_false(sk_exc_ValueError, "bad %s or lineterminator value", name);
    return true;
}
static bool check_pair(const char *a, const char *b, uint32_t x, uint32_t y) {
    return x != y || x == SK_CSV_UNSET || sk_raise_false(sk_exc_ValueError, "bad %s or %s value", a, b);
}

static bool check(const SkCsvDialect *d, bool quoting_given) {
    if (d->quoting != SK_CSV_NONE && d->quotechar == SK_CSV_UNSET && quoting_given)
        return sk_raise_false(sk_exc_TypeError, "quotechar must be set if quoting enabled");
    return check_char(d, "delimiter", d->delimiter, true) && check_char(d, "escapechar", d->escapechar, !d->skipinitialspace) &&
           check_char(d, "quotechar", d->quotechar, !d->skipinitialspace) &&
           check_pair("delimiter", "escapechar", d->delimiter, d->escapechar) &&
           check_pair("delimiter", "quotechar", d->delimiter, d->quotechar) &&
           check_pair("escapechar", "quotechar", d->escapechar, d->quotechar);
}

static bool fill(SkCsvDialect *d, const SkValue *p) {
    if (!set_char("delimiter", p[DELIMITER], false, ',', &d->delimiter) || !set_bool(p[DOUBLEQUOTE], true, &d->doublequote) ||
        !set_char("escapechar", p[ESCAPECHAR], true, SK_CSV_UNSET, &d->escapechar) || !set_terminator(d, p[LINETERMINATOR]) ||
        !set_char("quotechar", p[QUOTECHAR], true, '"', &d->quotechar) || !set_quoting(d, p[QUOTING]) ||
        !set_bool(p[SKIPINITIALSPACE], false, &d->skipinitialspace) || !set_bool(p[STRICT], false, &d->strict))
        return false;
    if (d->quotechar == SK_CSV_UNSET && sk_is_empty(p[QUOTING])) d->quoting = SK_CSV_NONE;
    return check(d, true);
}

// ---- making ------------------------------------------------------------------------------------------------------------------

// The options of an object with attributes of their names, where not given otherwise. *taken: those to be released.
static bool inherit(SkValue from, SkValue *p, SkValue *taken) {
    for (size_t i = DELIMITER; i < NPARAMS; i++) {
        if (!sk_is_empty(p[i])) continue;
        p[i] = taken[i] = sk_getattr_opt_s(from, names[i]);
        if (sk_is_empty(p[i]) && sk_error_occurred()) return false;
    }
    return true;
}

static SkValue make(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkValue p[NPARAMS], taken[NPARAMS] = {{0}};
    if (!bind(args, nargs, kwnames, p)) return SK_EMPTY;
    SK_AUTO SkValue from = sk_is_empty(p[DIALECT]) ? SK_EMPTY
                         : sk_is_str(p[DIALECT])   ? sk_csv_registered(p[DIALECT])
                                                   : sk_retain(p[DIALECT]);
    if (sk_is_empty(from) && !sk_is_empty(p[DIALECT])) return SK_EMPTY;
    bool options = false;
    for (size_t i = DELIMITER; i < NPARAMS; i++) options |= !sk_is_empty(p[i]);
    if (!sk_is_empty(from) && !options && sk_is_instance_of(from, &sk_csv_dialect_type)) return sk_move(&from);
    SkCsvDialect *d = NULL;
    bool ok = (sk_is_empty(from) || sk_is_none(from) || inherit(from, p, taken)) && (d = (SkCsvDialect *)sk_type_alloc(type, 0)) && fill(d, p);
    for (size_t i = 0; i < NPARAMS; i++) sk_release(taken[i]);
    if (ok) return sk_counted(d);
    if (d) sk_release(sk_counted(d));
    return SK_EMPTY;
}

SkValue sk_csv_dialect(const SkValue *args, size_t nargs, SkValue kwnames) { return make(&sk_csv_dialect_type, args, nargs, kwnames); }

// ---- the type ----------------------------------------------------------------------------------------------------------------

static SkValue char_value(uint32_t c) { return c == SK_CSV_UNSET ? SK_NONE : sk_str_from_code_point(c); }
static SkValue get_delimiter(SkValue v, void *closure SK_UNUSED) { return char_value(as_dialect(v)->delimiter); }
static SkValue get_quotechar(SkValue v, void *closure SK_UNUSED) { return char_value(as_dialect(v)->quotechar); }
static SkValue get_escapechar(SkValue v, void *closure SK_UNUSED) { return char_value(as_dialect(v)->escapechar); }
static SkValue get_quoting(SkValue v, void *closure SK_UNUSED) { return sk_from_small_int(as_dialect(v)->quoting); }
static SkValue get_terminator(SkValue v, void *closure SK_UNUSED) { return sk_slot_load(sk_ptr(v), &as_dialect(v)->lineterminator); }

static const SkGetSetDef dialect_getset[] = {
    {.name = "delimiter", .get = get_delimiter},       {.name = "escapechar", .get = get_escapechar},
    {.name = "lineterminator", .get = get_terminator}, {.name = "quotechar", .get = get_quotechar},
    {.name = "quoting", .get = get_quoting},           {0},
};

static const SkMemberDef dialect_members[] = {
    {"doublequote", SK_MEMBER_BOOL, offsetof(SkCsvDialect, doublequote), true, NULL},
    {"skipinitialspace", SK_MEMBER_BOOL, offsetof(SkCsvDialect, skipinitialspace), true, NULL},
    {"strict", SK_MEMBER_BOOL, offsetof(SkCsvDialect, strict), true, NULL},
    {0},
};

static SkValue dialect_reduce(SkValue self, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED) {
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    return sk_raise(sk_exc_TypeError, "cannot pickle '%.100s' instances", dot ? dot + 1 : name);
}

static const SkMethodDef dialect_methods[] = {
    {"__reduce__", SK_FAST, .fast = dialect_reduce, .doc = "raises an exception to avoid pickling"},
    {"__reduce_ex__", SK_FAST, .fast = dialect_reduce, .doc = "raises an exception to avoid pickling"},
    {0},
};

SkType sk_csv_dialect_type = {
    SK_TYPE_HEAD(0, sizeof(SkCsvDialect), dialect_trace, NULL, dialect_destroy),
    .name = "_csv.Dialect",
    .doc = "CSV dialect\n\nThe options of reading and writing CSV.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = make,
    .methods = dialect_methods,
    .getset = dialect_getset,
    .members = dialect_members,
};
