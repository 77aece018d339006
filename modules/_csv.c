// _csv: the module behind csv: the registry of dialects, limits, constants.
#include "modules/_csv.h"

#include <stdarg.h>

#include "modules/error_class.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

_Atomic int64_t sk_csv_field_limit = 128 * 1024;

static SkErrorClass error_class;          // _csv.Error
static _Atomic(SkObject *) registry;      // a dict: set by the first import, immortal. PAIR(csv-dialects)

SkValue sk_csv_error(const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    SK_AUTO SkValue text = sk_str_format_v(fmt, ap);
    va_end(ap);
    return sk_is_empty(text) ? SK_EMPTY : sk_raise_value(sk_error_class(&error_class), text);
}

static SkValue dialects(void) { return sk_counted(sk_load_acquire(&registry)); }  // PAIR(csv-dialects)

SkValue sk_csv_registered(SkValue name) {
    SkValue d = sk_dict_get(dialects(), name);
    if (sk_is_empty(d) && !sk_error_occurred()) sk_csv_error("unknown dialect");
    return d;
}

// ---- functions ---------------------------------------------------------------------------------------------------------------

static SkValue register_dialect(SkValue m SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_check_nargs("", nargs, 1, 2)) return SK_EMPTY;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "dialect name must be a string");
    SK_AUTO SkValue d = sk_csv_dialect(args + 1, nargs - 1, kwnames);
    return sk_is_empty(d) || !sk_dict_set(dialects(), args[0], d) ? SK_EMPTY : SK_NONE;
}

static SkValue unregister_dialect(SkValue m SK_UNUSED, const SkValue *a) {
    int done = sk_dict_delete(dialects(), a[0]);
    return done > 0 ? SK_NONE : done == 0 ? sk_csv_error("unknown dialect") : SK_EMPTY;
}
static SkValue get_dialect(SkValue m SK_UNUSED, const SkValue *a) { return sk_csv_registered(a[0]); }
static SkValue list_dialects(SkValue m SK_UNUSED) { return sk_dict_keys_list(dialects()); }

static SkValue field_size_limit(SkValue m SK_UNUSED, const SkValue *a) {
    int64_t limit, old = sk_load_relaxed(&sk_csv_field_limit);
    if (!sk_is_empty(a[0])) {
        if (!sk_is_exact_int(a[0])) return sk_raise(sk_exc_TypeError, "limit must be an integer");
        if (!sk_int_fits_int64(a[0], &limit)) return sk_raise(sk_exc_OverflowError, "Python int too large to convert to C long");
        sk_store_relaxed(&sk_csv_field_limit, limit);
    }
    return sk_int_from_int64(old);
}

static const SkMethodDef functions[] = {
    {"reader", SK_KW, .kw = sk_csv_reader, .doc = "reader(iterable, dialect='excel', **options)\n\nAn iterator over the records of the lines of an iterable."},
    {"writer", SK_KW, .kw = sk_csv_writer, .doc = "writer(file, dialect='excel', **options)\n\nAn object that writes records to a file."},
    {"list_dialects", SK_NOARGS, .noargs = list_dialects, .sig = "()", .doc = "Return a list of all known dialect names."},
    {"register_dialect", SK_KW, .kw = register_dialect, .doc = "register_dialect(name, dialect='excel', **options)\n\nGive a dialect a name."},
    {"unregister_dialect", SK_SIG, .sig_fn = unregister_dialect, .sig = "(name)", .doc = "Delete the name/dialect mapping associated with a string name."},
    {"get_dialect", SK_SIG, .sig_fn = get_dialect, .sig = "(name)", .doc = "Return the dialect instance associated with name."},
    {"field_size_limit", SK_SIG, .sig_fn = field_size_limit, .sig = "(new_limit=<unrepresentable>)", .doc = "The limit of a field's length; sets another one if it is given."},
    {0},
};

// ---- the module --------------------------------------------------------------------------------------------------------------

static bool add_registry(SkValue m) {
    if (!sk_load_acquire(&registry)) {  // PAIR(csv-dialects)
        SkValue d = sk_dict_new();
        if (sk_is_empty(d)) return false;
        sk_make_immortal(sk_ptr(d));
        sk_store_release(&registry, sk_ptr(d));  // PAIR(csv-dialects): with dialects(), which could else see an unfilled dict
    }
    return sk_module_add(m, "_dialects", dialects());
}

static bool exec(SkValue m) {
    if (!sk_module_add_type(m, &sk_csv_dialect_type) || !sk_type_ready(&sk_csv_reader_type) || !sk_type_ready(&sk_csv_writer_type))
        return false;
    return sk_add_error_class(m, &error_class, "_csv.Error", sk_exc_Exception, NULL) && add_registry(m) && sk_module_add(m, "Reader", sk_type_value(&sk_csv_reader_type)) &&
           sk_module_add(m, "Writer", sk_type_value(&sk_csv_writer_type)) && sk_module_add_str(m, "__version__", "1.0") &&
           sk_module_add_int(m, "QUOTE_MINIMAL", SK_CSV_MINIMAL) && sk_module_add_int(m, "QUOTE_ALL", SK_CSV_ALL) &&
           sk_module_add_int(m, "QUOTE_NONNUMERIC", SK_CSV_NONNUMERIC) && sk_module_add_int(m, "QUOTE_NONE", SK_CSV_NONE) &&
           sk_module_add_int(m, "QUOTE_STRINGS", SK_CSV_STRINGS) && sk_module_add_int(m, "QUOTE_NOTNULL", SK_CSV_NOTNULL);
}

const SkModuleDef sk_module__csv = {"_csv", "CSV parsing and writing.", functions, exec};
