// _sqlite3: the module's functions, exceptions and tables.
#include "modules/dynamic/sqlite3/_sqlite3.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Set once, by the module's exec; immortal.
static SkValue exceptions[SK_SQL_EXCEPTIONS], adapters, converters;

const char *const sk_sql_exception_names[] = {"Warning", "Error", "InterfaceError", "DatabaseError", "DataError", "OperationalError",
                                              "IntegrityError", "InternalError", "ProgrammingError", "NotSupportedError"};
_Atomic bool sk_sql_callback_tracebacks;

SkType *sk_sql_exception(SkSqlException which) { return sk_as_type(exceptions[which]); }
SkValue sk_sql_adapters(void) { return adapters; }
SkValue sk_sql_converters(void) { return converters; }

// The type that adapters are registered under: it has nothing to it.
static SkValue protocol_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return sk_counted(sk_type_alloc(type, 0));
}
static void protocol_destroy(SkObject *o) { sk_instance_free(o, 0); }
SkType sk_sql_protocol_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, protocol_destroy),
    .name = "sqlite3.PrepareProtocol",
    .doc = "PEP 246 style object adaption protocol type.",
    .flags = SK_TF_BASE,
    .new_ = protocol_new,
};

// ---- functions ---------------------------------------------------------------------------------------------------------------------

static SkValue connect(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    if (nargs > 1 && !sk_warn(sk_exc_DeprecationWarning, 1, SK_SQL_POSITIONAL, "sqlite3.connect")) return SK_EMPTY;
    SkValue factory = nargs > 5 ? args[5] : SK_EMPTY;
    for (size_t i = 0, n = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames); i < n; i++)
        if (sk_str_equals_ascii(sk_tuple_peek(kwnames, i), "factory")) factory = args[nargs + i];
    return sk_call(sk_is_empty(factory) ? sk_type_value(&sk_sql_connection_type) : factory, args, nargs, kwnames);
}

static SkValue complete_statement(SkValue module, const SkValue *args) {
    (void)module;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "complete_statement() argument 'statement' must be str, not %T", args[0]);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(args[0]);
    return u.text ? sk_bool(sqlite3_complete(u.text)) : SK_EMPTY;
}

static SkValue register_adapter(SkValue module, const SkValue *args) {
    (void)module;
    SK_AUTO SkValue key = sk_tuple_pack(2, args[0], sk_type_value(&sk_sql_protocol_type));
    return !sk_is_empty(key) && sk_dict_set(adapters, key, args[1]) ? SK_NONE : SK_EMPTY;
}

static SkValue register_converter(SkValue module, const SkValue *args) {
    (void)module;
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "register_converter() argument 1 must be str, not %T", args[0]);
    SK_AUTO SkValue name = sk_call_method_s(args[0], "upper", NULL, 0);
    return !sk_is_empty(name) && sk_dict_set(converters, name, args[1]) ? SK_NONE : SK_EMPTY;
}

static SkValue adapt(SkValue module, const SkValue *args) {
    (void)module;
    return sk_sql_adapt(args[0], sk_is_empty(args[1]) ? sk_type_value(&sk_sql_protocol_type) : args[1], args[2]);
}

static SkValue enable_tracebacks(SkValue module, SkValue enable) {
    (void)module;
    int on = sk_truth(enable);
    if (on < 0) return SK_EMPTY;
    sk_store_relaxed(&sk_sql_callback_tracebacks, on);  // a switch: no order is needed
    return SK_NONE;
}

static SkValue enable_shared_cache(SkValue module, SkValue enable) {
    (void)module;
    int on = sk_truth(enable);
    if (on < 0) return SK_EMPTY;
    return sqlite3_enable_shared_cache(on) == SQLITE_OK ? SK_NONE : sk_raise(sk_sql_exception(SK_SQL_OPERATIONAL), "Changing the shared_cache flag failed");
}

static const SkMethodDef functions[] = {
    {.name = "connect", .kind = SK_KW, .kw = connect, .sig = "(database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=Connection, cached_statements=128, uri=False, *, autocommit=-1)", .doc = "Open a connection to the SQLite database file 'database'.\n\nYou can use \":memory:\" to open a database connection to a database that\nresides in RAM instead of on disk."},
    {.name = "complete_statement", .kind = SK_SIG, .sig_fn = complete_statement, .sig = "(statement)", .doc = "Checks if a string contains a complete SQL statement."},
    {.name = "register_adapter", .kind = SK_SIG, .sig_fn = register_adapter, .sig = "(type, adapter, /)", .doc = "Register a function to adapt Python objects to SQLite values."},
    {.name = "register_converter", .kind = SK_SIG, .sig_fn = register_converter, .sig = "(typename, converter, /)", .doc = "Register a function to convert SQLite values to Python objects."},
    {.name = "adapt", .kind = SK_SIG, .sig_fn = adapt, .sig = "(obj, proto=PrepareProtocol, alt=<unrepresentable>, /)", .doc = "Adapt given object to given protocol."},
    {.name = "enable_callback_tracebacks", .kind = SK_ONEARG, .onearg = enable_tracebacks, .sig = "(enable, /)", .doc = "Enable or disable callback functions throwing errors to stderr."},
    {.name = "enable_shared_cache", .kind = SK_ONEARG, .onearg = enable_shared_cache, .sig = "(do_enable)", .doc = "Enable or disable shared cache mode for the calling thread."},
    {0},
};

// ---- the module --------------------------------------------------------------------------------------------------------------------

static SkValue make_exception(const char *name, SkValue base) {
    SK_AUTO SkValue n = sk_str_from(name), bases = sk_tuple_pack(1, base), dict = sk_dict_new(), module = sk_str_from("sqlite3");
    if (sk_is_empty(n) || sk_is_empty(bases) || sk_is_empty(dict) || sk_is_empty(module) || !sk_dict_set(dict, SK_N(__module__), module)) return SK_EMPTY;
    SkValue cls = sk_type_new_class(n, bases, dict);
    if (!sk_is_empty(cls)) sk_make_immortal(sk_ptr(cls));
    return cls;
}

static bool make_exceptions(void) {
    for (int i = 0; i < SK_SQL_EXCEPTIONS; i++) {
        SkValue base = i <= SK_SQL_ERROR ? sk_type_value(sk_exc_Exception)
                       : i <= SK_SQL_DATABASE ? exceptions[SK_SQL_ERROR]
                                              : exceptions[SK_SQL_DATABASE];
        exceptions[i] = make_exception(sk_sql_exception_names[i], base);
        if (sk_is_empty(exceptions[i])) return false;
    }
    return true;
}

static bool make_tables(void) {
    adapters = sk_dict_new();
    converters = sk_dict_new();
    if (sk_is_empty(adapters) || sk_is_empty(converters)) return false;
    sk_make_immortal(sk_ptr(adapters));
    sk_make_immortal(sk_ptr(converters));
    return true;
}

static bool exec(SkValue m) {
    if (sqlite3_initialize() != SQLITE_OK) return sk_raise_false(sk_exc_ImportError, "SQLite initialization failed");
    if (sk_is_empty(adapters) && (!make_exceptions() || !make_tables())) return false;
    for (int i = 0; i < SK_SQL_EXCEPTIONS; i++)
        if (!sk_module_add(m, sk_sql_exception_names[i], exceptions[i])) return false;
    SkType *const types[] = {&sk_sql_connection_type, &sk_sql_cursor_type, &sk_sql_row_type, &sk_sql_blob_type, &sk_sql_protocol_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!sk_module_add_type(m, types[i])) return false;
    return sk_module_add(m, "adapters", adapters) && sk_module_add(m, "converters", converters) && sk_sql_add_constants(m) &&
           sk_module_add_str(m, "sqlite_version", sqlite3_libversion()) && sk_module_add_str(m, "version", "2.6.0") &&
           sk_module_add_str(m, "_deprecated_version", "2.6.0");
}

SK_EXPORT const SkModuleDef sk_module__sqlite3 = {.name = "_sqlite3", .doc = "The database library SQLite.", .functions = functions, .exec = exec};
