// _csv: the reader, a state machine over the characters of lines.
//
// A call of __next__ begins and ends between records, so the machine lives in the call; of the object only the number of
// lines changes, and threads may share a reader as far as they may share the iterator it reads.
#include <string.h>

#include "base/alloc.h"
#include "modules/_csv.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

typedef struct {
    SkObject header;
    SkSlot input, dialect;      // fixed at creation
    _Atomic int64_t lines;
} Reader;

typedef enum {
    START_RECORD, START_FIELD, ESCAPED_CHAR, IN_FIELD, IN_QUOTED_FIELD, ESCAPE_IN_QUOTED_FIELD, QUOTE_IN_QUOTED_FIELD, EAT_CRNL,
    AFTER_ESCAPED_CRNL,
} State;

#define END_OF_LINE UINT32_MAX

typedef struct {
    const SkCsvDialect *d;
    State state;
    SkValue fields;        // list
    uint32_t *field;       // the present one
    size_t length, capacity;
    int64_t limit;
    bool unquoted;         // the present field has no quotes
} Parser;

// ---- fields ------------------------------------------------------------------------------------------------------------------

static bool grow(Parser *p) {
    size_t n = p->capacity ? p->capacity * 2 : 256;
    uint32_t *field = sk_realloc(p->field, n * sizeof *field);
    if (!field) return sk_raise_memory(), false;
    p->field = field;
    p->capacity = n;
    return true;
}

static bool too_long(Parser *p) {
    sk_csv_error("field larger than field limit (%lld)", (long long)p->limit);
    return false;
}

SK_INLINE bool add(Parser *p, uint32_t c) {
    if (sk_unlikely((int64_t)p->length >= p->limit)) return too_long(p);
    if (sk_unlikely(p->length == p->capacity) && !grow(p)) return false;
    p->field[p->length++] = c;
    return true;
}

static bool save(Parser *p) {
    SkCsvQuoting q = p->d->quoting;
    SkValue field;
    if (p->unquoted && p->length == 0 && (q == SK_CSV_NOTNULL || q == SK_CSV_STRINGS)) {
        field = SK_NONE;
    } else {
        field = sk_str_from_ucs4(p->field, p->length);
        if (!sk_is_empty(field) && p->unquoted && p->length && (q == SK_CSV_NONNUMERIC || q == SK_CSV_STRINGS)) {
            SkValue number = sk_float_from_text(field);
            sk_release(field);
            field = number;
        }
    }
    p->length = 0;
    return !sk_is_empty(field) && sk_list_append_steal(p->fields, field);
}

static bool end_record(Parser *p, uint32_t c) {
    if (!save(p)) return false;
    p->state = c == END_OF_LINE ? START_RECORD : EAT_CRNL;
    return true;
}

// ---- the machine -----------------------------------------------------------------------------------------------------------------

static bool is_end(uint32_t c) { return c == '\n' || c == '\r' || c == END_OF_LINE; }

static bool start_field(Parser *p, uint32_t c) {
    const SkCsvDialect *d = p->d;
    p->unquoted = true;
    if (is_end(c)) return end_record(p, c);
    if (c == d->quotechar && d->quoting != SK_CSV_NONE) {
        p->unquoted = false;
        p->state = IN_QUOTED_FIELD;
    } else if (c == d->escapechar) {
        p->state = ESCAPED_CHAR;
    } else if (c == ' ' && d->skipinitialspace) {
        // skipped
    } else if (c == d->delimiter) {
        return save(p);
    } else {
        p->state = IN_FIELD;
        return add(p, c);
    }
    return true;
}

static bool in_field(Parser *p, uint32_t c) {
    const SkCsvDialect *d = p->d;
    if (is_end(c)) return end_record(p, c);
    if (c == d->escapechar) {
        p->state = ESCAPED_CHAR;
    } else if (c == d->delimiter) {
        p->state = START_FIELD;
        return save(p);
    } else {
        return add(p, c);
    }
    return true;
}

static bool in_quotes(Parser *p, uint32_t c) {
    const SkCsvDialect *d = p->d;
    if (c == END_OF_LINE) return true;
    if (c == d->escapechar) p->state = ESCAPE_IN_QUOTED_FIELD;
    else if (c == d->quotechar && d->quoting != SK_CSV_NONE) p->state = d->doublequote ? QUOTE_IN_QUOTED_FIELD : IN_FIELD;
    else return add(p, c);
    return true;
}

static bool after_quote(Parser *p, uint32_t c) {
    const SkCsvDialect *d = p->d;
    if (d->quoting != SK_CSV_NONE && c == d->quotechar) {
        p->state = IN_QUOTED_FIELD;
        return add(p, c);
    }
    if (c == d->delimiter) {
        p->state = START_FIELD;
        return save(p);
    }
    if (is_end(c)) return end_record(p, c);
    if (!d->strict) {
        p->state = IN_FIELD;
        return add(p, c);
    }
    SK_AUTO SkValue delimiter = sk_str_from_code_point(d->delimiter);
    SK_AUTO SkValue quote = sk_str_from_code_point(d->quotechar);
    if (!sk_is_empty(delimiter) && !sk_is_empty(quote)) sk_csv_error("'%S' expected after '%S'", delimiter, quote);
    return false;
}

static bool step(Parser *p, uint32_t c) {
    switch (p->state) {
    case START_RECORD:
        if (c == END_OF_LINE) return true;   // an empty line: no fields
        if (c == '\n' || c == '\r') {
            p->state = EAT_CRNL;
            return true;
        }
        p->state = START_FIELD;
        return start_field(p, c);
    case START_FIELD: return start_field(p, c);
    case ESCAPED_CHAR:
        if (c == '\n' || c == '\r') {
            p->state = AFTER_ESCAPED_CRNL;
            return add(p, c);
        }
        p->state = IN_FIELD;
        return add(p, c == END_OF_LINE ? '\n' : c);
    case AFTER_ESCAPED_CRNL:
        if (c == END_OF_LINE) return true;
        p->state = IN_FIELD;
        return in_field(p, c);
    case IN_FIELD: return in_field(p, c);
    case IN_QUOTED_FIELD: return in_quotes(p, c);
    case ESCAPE_IN_QUOTED_FIELD:
        p->state = IN_QUOTED_FIELD;
        return add(p, c == END_OF_LINE ? '\n' : c);
    case QUOTE_IN_QUOTED_FIELD: return after_quote(p, c);
    case EAT_CRNL:
        if (c == '\n' || c == '\r') return true;
        if (c == END_OF_LINE) {
            p->state = START_RECORD;
            return true;
        }
        sk_csv_error("new-line character seen in unquoted field - do you need to open the file with newline=''?");
        return false;
    }
    return true;
}

// Where a field that begins at i, with nothing in it that needs the machine, ends: i if there is none such.
static size_t plain_field_end(const Parser *p, const SkStr *s, size_t i) {
    const SkCsvDialect *d = p->d;
    const uint8_t *text = (const uint8_t *)s->data;
    uint32_t c = text[i];
    if ((c == d->quotechar && d->quoting != SK_CSV_NONE) || (c == ' ' && d->skipinitialspace)) return i;
    size_t j = i;
    for (; j < s->length; j++) {
        c = text[j];
        if (c == d->delimiter || c == '\n' || c == '\r') break;
        if (c == d->escapechar) return i;
    }
    return (int64_t)(j - i) > p->limit ? i : j;
}

static bool takes_plain_fields(const Parser *p, const SkStr *s) {
    SkCsvQuoting q = p->d->quoting;
    return s->kind == 1 && q != SK_CSV_NONNUMERIC && q != SK_CSV_STRINGS && q != SK_CSV_NOTNULL;
}

static bool parse_line(Parser *p, SkValue line) {
    const SkStr *s = sk_as_str(line);
    size_t n = s->length;
    bool plain = takes_plain_fields(p, s);
    for (size_t i = 0; i < n; i++) {
        if (plain && (p->state == START_FIELD || p->state == START_RECORD)) {
            size_t end = plain_field_end(p, s, i);
            if (end > i) {
                SkValue field = sk_str_slice(line, i, end);
                if (sk_is_empty(field) || !sk_list_append_steal(p->fields, field)) return false;
                p->state = end == n ? START_RECORD : s->data[end] == '\n' || s->data[end] == '\r' ? EAT_CRNL : START_FIELD;
                i = end;
                continue;
            }
        }
        if (!step(p, sk_str_at(s, i))) return false;
    }
    return step(p, END_OF_LINE);
}

// ---- the object ---------------------------------------------------------------------------------------------------------------------

static Reader *as_reader(SkValue v) { return (Reader *)sk_ptr(v); }

// Reads lines until a record is complete: 1; 0: there are no more; -1: exception.
static int read_record(Reader *r, SkValue input, Parser *p) {
    do {
        SK_AUTO SkValue line = sk_own(sk_next(input));
        if (sk_is_empty(line)) {
            if (sk_error_occurred()) return -1;
            if (!p->length && p->state != IN_QUOTED_FIELD) return 0;
            if (!p->d->strict) return save(p) ? 1 : -1;
            sk_csv_error("unexpected end of data");
            return -1;
        }
        if (!sk_is_str(line)) {
            sk_csv_error("iterator should return strings, not %.200T (the file should be opened in text mode)", line);
            return -1;
        }
        atomic_fetch_add_explicit(&r->lines, 1, memory_order_relaxed);
        if (!parse_line(p, line)) return -1;
    } while (p->state != START_RECORD);
    return 1;
}

static SkValue reader_next(SkValue self) {
    Reader *r = as_reader(self);
    SK_AUTO SkValue input = sk_slot_get(&r->header, &r->input);
    SK_AUTO SkValue dialect = sk_slot_get(&r->header, &r->dialect);
    SK_AUTO SkValue fields = sk_list_new(0);
    if (sk_is_empty(fields) || sk_is_empty(input)) return SK_EMPTY;
    Parser p = {.d = (SkCsvDialect *)sk_ptr(dialect), .fields = fields, .limit = sk_load_relaxed(&sk_csv_field_limit)};
    int got = read_record(r, input, &p);
    sk_free(p.field);
    return got > 0 ? sk_move(&fields) : SK_EMPTY;
}

SkValue sk_csv_reader(SkValue module SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_check_nargs("", nargs, 1, 2)) return SK_EMPTY;
    SK_AUTO SkValue input = sk_iter(args[0]);
    SK_AUTO SkValue dialect = sk_is_empty(input) ? SK_EMPTY : sk_csv_dialect(args + 1, nargs - 1, kwnames);
    if (sk_is_empty(dialect)) return SK_EMPTY;
    Reader *r = (Reader *)sk_type_alloc(&sk_csv_reader_type, 0);
    if (!r) return SK_EMPTY;
    sk_slot_init(&r->input, sk_move(&input));
    sk_slot_init(&r->dialect, sk_move(&dialect));
    return sk_counted(r);
}

static void reader_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Reader *)o)->input, visit, arg);
    sk_slot_visit(&((Reader *)o)->dialect, visit, arg);
}
static void reader_clear(SkObject *o) { sk_slot_set(o, &((Reader *)o)->input, SK_EMPTY); }
static void reader_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Reader *)o)->input);
    sk_slot_destroy(o, &((Reader *)o)->dialect);
    sk_instance_free(o, 0);
}

static SkValue get_dialect(SkValue v, void *closure SK_UNUSED) { return sk_slot_load(sk_ptr(v), &as_reader(v)->dialect); }
static SkValue get_lines(SkValue v, void *closure SK_UNUSED) { return sk_int_from_int64(sk_load_relaxed(&as_reader(v)->lines)); }
static const SkGetSetDef reader_getset[] = {{.name = "dialect", .get = get_dialect}, {.name = "line_num", .get = get_lines}, {0}};

SkType sk_csv_reader_type = {
    SK_TYPE_HEAD(0, sizeof(Reader), reader_trace, reader_clear, reader_destroy),
    .name = "_csv.reader",
    .doc = "CSV reader\n\nAn iterator over the records of CSV text.",
    .flags = SK_TF_NO_NEW | SK_TF_IMMUTABLE,
    .iter = sk_iter_self,
    .iternext = reader_next,
    .getset = reader_getset,
};
