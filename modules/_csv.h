// _csv: what its files share.
#ifndef SKEIN_MODULES_CSV_H
#define SKEIN_MODULES_CSV_H

#include "objects/type.h"

typedef enum {
    SK_CSV_MINIMAL, SK_CSV_ALL, SK_CSV_NONNUMERIC, SK_CSV_NONE, SK_CSV_STRINGS, SK_CSV_NOTNULL, SK_CSV_QUOTINGS,
} SkCsvQuoting;

#define SK_CSV_UNSET UINT32_MAX   // a character that is not given

// Immutable.
typedef struct {
    SkObject header;
    uint32_t delimiter, quotechar, escapechar;
    bool doublequote, skipinitialspace, strict;
    SkCsvQuoting quoting;
    SkSlot lineterminator;   // str
} SkCsvDialect;

extern SkType sk_csv_dialect_type, sk_csv_reader_type, sk_csv_writer_type;
extern _Atomic int64_t sk_csv_field_limit;   // characters; relaxed

// _csv.Error. SK_EMPTY, false.
SkValue sk_csv_error(const char *fmt, ...) SK_COLD;
// The registered dialect (counted).
SkValue sk_csv_registered(SkValue name) SK_MUST_USE;
// Dialect(*args, **keywords) for the arguments of a call: new, or an existing one.
SkValue sk_csv_dialect(const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;

SkValue sk_csv_reader(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames);
SkValue sk_csv_writer(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames);

#endif
