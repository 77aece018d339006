// _csv: the writer. A row is made in the call that writes it; the object itself never changes.
#include "modules/_csv.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

typedef struct {
    SkObject header;
    SkSlot write, dialect;   // fixed at creation
} Writer;

static Writer *as_writer(SkValue v) { return (Writer *)sk_ptr(v); }

typedef struct {
    const SkCsvDialect *d;
    SkStrBuilder text;
    size_t fields;
} Row;

// ---- fields ------------------------------------------------------------------------------------------------------------------

static bool is_special(const SkCsvDialect *d, uint32_t c) {
    if (c == d->delimiter || c == d->escapechar || c == d->quotechar || c == '\n' || c == '\r') return true;
    SkValue end = sk_slot_peek(&d->lineterminator);
    for (size_t i = 0; i < sk_str_len(end); i++)
        if (sk_str_at(sk_as_str(end), i) == c) return true;
    return false;
}

// What stands before a special character in the output: SK_CSV_UNSET for nothing. *quote: the field needs quotes.
static bool guard(const SkCsvDialect *d, uint32_t c, uint32_t *before, bool *quote) {
    bool escape = false;
    *before = SK_CSV_UNSET;
    if (d->quoting == SK_CSV_NONE) {
        escape = true;
    } else {
        if (c == d->quotechar) {
            if (d->doublequote) *before = d->quotechar;
            else escape = true;
        } else if (c == d->escapechar) {
            escape = true;
        }
        if (!escape) *quote = true;
    }
    if (!escape) return true;
    if (d->escapechar == SK_CSV_UNSET) {
        sk_csv_error("need to escape, but no escapechar set");
        return false;
    }
    *before = d->escapechar;
    return true;
}

static bool append_text(Row *r, SkValue field, bool quote) {
    const SkCsvDialect *d = r->d;
    const SkStr *s = sk_as_str(field);
    size_t n = s->length;
    uint32_t before;
    bool special = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = sk_str_at(s, i);
        if (!is_special(d, c)) continue;
        special = true;
        if (!guard(d, c, &before, &quote)) return false;
    }
    if (quote) sk_sb_char(&r->text, d->quotechar);
    if (!special) {
        sk_sb_str(&r->text, field);
    } else {
        for (size_t i = 0; i < n; i++) {
            uint32_t c = sk_str_at(s, i);
            bool ignored = false;
            if (is_special(d, c) && guard(d, c, &before, &ignored) && before != SK_CSV_UNSET) sk_sb_char(&r->text, before);
            sk_sb_char(&r->text, c);
        }
    }
    if (quote) sk_sb_char(&r->text, d->quotechar);
    return true;
}

// A field's text (SK_EMPTY for None) with what parts it from the one before.
static bool append(Row *r, SkValue text, bool quote) {
    const SkCsvDialect *d = r->d;
    bool null = sk_is_empty(text), empty = null || sk_str_len(text) == 0;
    if (empty && d->delimiter == ' ' && d->skipinitialspace) {
        if (d->quoting == SK_CSV_NONE || (null && (d->quoting == SK_CSV_STRINGS || d->quoting == SK_CSV_NOTNULL))) {
            sk_csv_error("empty field must be quoted if delimiter is a space and skipinitialspace is true");
            return false;
        }
        quote = true;
    }
    if (r->fields++) sk_sb_char(&r->text, d->delimiter);
    if (!null) return append_text(r, text, quote);
    if (quote) sk_sb_repeat(&r->text, d->quotechar, 2);
    return true;
}

static bool is_number(SkValue v) {
    const SkType *t = sk_type_of(v);
    return t->number.float_ || t->number.int_ || t->number.index || sk_is_instance_of(v, &sk_complex_type);
}

static bool append_field(Row *r, SkValue field) {
    bool quote = false;
    switch (r->d->quoting) {
    case SK_CSV_NONNUMERIC: quote = !is_number(field); break;
    case SK_CSV_ALL: quote = true; break;
    case SK_CSV_STRINGS: quote = sk_is_str(field); break;
    case SK_CSV_NOTNULL: quote = !sk_is_none(field); break;
    default: break;
    }
    if (sk_is_str(field)) return append(r, field, quote);
    if (sk_is_none(field)) return append(r, SK_EMPTY, quote);
    SK_AUTO SkValue text = sk_str(field);
    return !sk_is_empty(text) && append(r, text, quote);
}

// ---- rows --------------------------------------------------------------------------------------------------------------------

static bool fill(Row *r, SkValue fields) {
    SK_AUTO SkValue it = sk_iter(fields);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_csv_error("iterable expected, not %.200T", fields);
        return false;
    }
    bool null = false;
    for (;;) {
        SK_AUTO SkValue field = sk_own(sk_next(it));
        if (sk_is_empty(field)) break;
        null = sk_is_none(field);
        if (!append_field(r, field)) return false;
    }
    if (sk_error_occurred()) return false;
    if (r->fields && r->text.length == 0) {   // one empty field would read back as none
        SkCsvQuoting q = r->d->quoting;
        if (q == SK_CSV_NONE || (null && (q == SK_CSV_STRINGS || q == SK_CSV_NOTNULL))) {
            sk_csv_error("single empty field record must be quoted");
            return false;
        }
        r->fields = 0;
        if (!append(r, SK_EMPTY, true)) return false;
    }
    sk_sb_str(&r->text, sk_slot_peek(&r->d->lineterminator));
    return true;
}

static SkValue writerow(SkValue self, SkValue fields) {
    Writer *w = as_writer(self);
    SK_AUTO SkValue dialect = sk_slot_get(&w->header, &w->dialect);
    SK_AUTO SkValue write = sk_slot_get(&w->header, &w->write);
    if (sk_is_empty(write)) return SK_NONE;   // cleared by the collector
    Row r = {.d = (SkCsvDialect *)sk_ptr(dialect)};
    sk_sb_init(&r.text);
    if (!fill(&r, fields)) {
        sk_sb_discard(&r.text);
        return SK_EMPTY;
    }
    SK_AUTO SkValue text = sk_sb_finish(&r.text);
    return sk_is_empty(text) ? SK_EMPTY : sk_call1(write, text);
}

static SkValue writerows(SkValue self, SkValue rows) {
    SK_AUTO SkValue it = sk_iter(rows);
    if (sk_is_empty(it)) return SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue row = sk_own(sk_next(it));
        if (sk_is_empty(row)) return sk_error_occurred() ? SK_EMPTY : SK_NONE;
        SK_AUTO SkValue done = sk_own(writerow(self, row));
        if (sk_is_empty(done)) return SK_EMPTY;
    }
}

// ---- the object --------------------------------------------------------------------------------------------------------------

SkValue sk_csv_writer(SkValue module SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_check_nargs("", nargs, 1, 2)) return SK_EMPTY;
    SK_AUTO SkValue dialect = sk_csv_dialect(args + 1, nargs - 1, kwnames);
    SK_AUTO SkValue write = sk_is_empty(dialect) ? SK_EMPTY : sk_getattr_opt_s(args[0], "write");
    if (sk_is_empty(write) && (sk_is_empty(dialect) || sk_error_occurred())) return SK_EMPTY;
    if (sk_is_empty(write) || !sk_is_callable(write)) return sk_raise(sk_exc_TypeError, "argument 1 must have a \"write\" method");
    Writer *w = (Writer *)sk_type_alloc(&sk_csv_writer_type, 0);
    if (!w) return SK_EMPTY;
    sk_slot_init(&w->write, sk_move(&write));
    sk_slot_init(&w->dialect, sk_move(&dialect));
    return sk_counted(w);
}

static void writer_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Writer *)o)->write, visit, arg);
    sk_slot_visit(&((Writer *)o)->dialect, visit, arg);
}
static void writer_clear(SkObject *o) { sk_slot_set(o, &((Writer *)o)->write, SK_EMPTY); }
static void writer_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Writer *)o)->write);
    sk_slot_destroy(o, &((Writer *)o)->dialect);
    sk_instance_free(o, 0);
}

static SkValue get_dialect(SkValue v, void *closure SK_UNUSED) { return sk_slot_load(sk_ptr(v), &as_writer(v)->dialect); }
static const SkGetSetDef writer_getset[] = {{.name = "dialect", .get = get_dialect}, {0}};

static const SkMethodDef writer_methods[] = {
    {"writerow", SK_ONEARG, .onearg = writerow, .doc = "writerow(iterable)\n\nWrite the iterable's items as a record."},
    {"writerows", SK_ONEARG, .onearg = writerows, .doc = "writerows(iterable of iterables)\n\nWrite a record for each iterable."},
    {0},
};

SkType sk_csv_writer_type = {
    SK_TYPE_HEAD(0, sizeof(Writer), writer_trace, writer_clear, writer_destroy),
    .name = "_csv.writer",
    .doc = "CSV writer\n\nWrites records as CSV text.",
    .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE,
    .methods = writer_methods,
    .getset = writer_getset,
};
