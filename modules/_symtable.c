// _symtable: the compiler's scopes as Python objects, for the library's symtable.
//
// A table is made whole before anybody sees it and never changes. An inlined comprehension has no table of its own: its
// names are those of the frame it runs in.
#include "base/alloc.h"
#include "core/front/compile_internal.h"
#include "core/vm/import.h"
#include "objects/buffer.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Bits and numbers of the interface; symtable takes them from the module.
enum {
    USE = 16, DEF_GLOBAL = 1, DEF_LOCAL = 2, DEF_PARAM = 4, DEF_NONLOCAL = 8, DEF_FREE = 32, DEF_FREE_CLASS = 64,
    DEF_IMPORT = 128, DEF_ANNOT = 256, DEF_COMP_ITER = 512, DEF_TYPE_PARAM = 1024, DEF_COMP_CELL = 2048,
    DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT,
    SCOPE_OFF = 12, SCOPE_MASK = 15,
    LOCAL = 1, GLOBAL_EXPLICIT = 2, GLOBAL_IMPLICIT = 3, FREE = 4, CELL = 5,
};
enum { TYPE_FUNCTION, TYPE_CLASS, TYPE_MODULE, TYPE_ANNOTATION, TYPE_TYPE_ALIAS, TYPE_TYPE_PARAMETERS, TYPE_TYPE_VARIABLE };

typedef struct {
    SkObject header;
    SkSlot name;                          // str
    SkSlot symbols, varnames, children;   // dict, list, list
    int kind;
    int32_t line;
    bool nested;
} Table;

static Table *table_of(SkValue v) { return (Table *)sk_ptr(v); }

static void table_trace(SkObject *o, SkVisit visit, void *arg) {
    Table *t = (Table *)o;
    sk_slot_visit(&t->symbols, visit, arg);
    sk_slot_visit(&t->varnames, visit, arg);
    sk_slot_visit(&t->children, visit, arg);
}
static void table_clear(SkObject *o) {
    SkValue children = sk_slot_peek(&((Table *)o)->children);
    if (!sk_is_empty(children)) sk_list_clear(children);
}
static void table_destroy(SkObject *o) {
    Table *t = (Table *)o;
    sk_slot_destroy(o, &t->name);
    sk_slot_destroy(o, &t->symbols);
    sk_slot_destroy(o, &t->varnames);
    sk_slot_destroy(o, &t->children);
    sk_object_free(o, sizeof *t);
}

static SkValue table_repr(SkValue self) {
    return sk_str_format("<symtable entry %S(%lld), line %d>", sk_slot_peek(&table_of(self)->name),
                         (long long)(intptr_t)sk_ptr(self), (int)table_of(self)->line);
}

static SkValue get_slot(SkValue self, void *closure) {
    return sk_slot_load(sk_ptr(self), (SkSlot *)((char *)sk_ptr(self) + (uintptr_t)closure));
}
static SkValue get_id(SkValue self, void *closure) {
    (void)closure;
    return sk_int_from_int64((int64_t)(intptr_t)sk_ptr(self));
}
static SkValue get_type(SkValue self, void *closure) {
    (void)closure;
    return sk_from_small_int(table_of(self)->kind);
}
static SkValue get_line(SkValue self, void *closure) {
    (void)closure;
    return sk_from_small_int(table_of(self)->line);
}
static SkValue get_nested(SkValue self, void *closure) {
    (void)closure;
    return sk_from_small_int(table_of(self)->nested);
}

static const SkGetSetDef table_getset[] = {
    {"id", get_id, NULL, NULL, NULL},
    {"name", get_slot, NULL, NULL, (void *)offsetof(Table, name)},
    {"symbols", get_slot, NULL, NULL, (void *)offsetof(Table, symbols)},
    {"varnames", get_slot, NULL, NULL, (void *)offsetof(Table, varnames)},
    {"children", get_slot, NULL, NULL, (void *)offsetof(Table, children)},
    {"nested", get_nested, NULL, NULL, NULL},
    {"type", get_type, NULL, NULL, NULL},
    {"lineno", get_line, NULL, NULL, NULL},
    {0},
};

static SkType table_type = {
    SK_TYPE_HEAD(0, sizeof(Table), table_trace, table_clear, table_destroy),
    .name = "symtable entry",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .repr = table_repr,
    .getset = table_getset,
};

// ---- from scopes ------------------------------------------------------------------------------------------------------------

static int kind_of(const SkScope *s) {
    switch (s->kind) {
    case SK_SCOPE_MODULE: return TYPE_MODULE;
    case SK_SCOPE_CLASS: return TYPE_CLASS;
    case SK_SCOPE_FUNCTION: return TYPE_FUNCTION;
    case SK_SCOPE_ANNOTATION: return TYPE_ANNOTATION;
    case SK_SCOPE_TYPE_PARAMS: return TYPE_TYPE_PARAMETERS;
    case SK_SCOPE_TYPE_ALIAS: return TYPE_TYPE_ALIAS;
    case SK_SCOPE_TYPE_VARIABLE: return TYPE_TYPE_VARIABLE;
    }
    return TYPE_FUNCTION;
}

static int64_t flags_of(const SkSymbol *y) {
    int64_t f = y->flags & (DEF_GLOBAL | DEF_LOCAL | DEF_PARAM | DEF_NONLOCAL | USE);
    if (y->flags & SK_SYM_IMPORTED) f |= DEF_IMPORT;
    if (y->flags & SK_SYM_ANNOTATED) f |= DEF_ANNOT;
    if (y->flags & SK_SYM_ITERATION) f |= DEF_COMP_ITER;
    if (y->flags & SK_SYM_TYPE_PARAM) f |= DEF_TYPE_PARAM;
    int64_t scope = y->binding == SK_BIND_LOCAL             ? LOCAL
                    : y->binding == SK_BIND_CELL            ? CELL
                    : y->binding == SK_BIND_FREE            ? FREE
                    : y->binding == SK_BIND_GLOBAL_EXPLICIT ? GLOBAL_EXPLICIT
                                                            : GLOBAL_IMPLICIT;
    return f | scope << SCOPE_OFF;
}

// "<genexpr>" as "genexpr", "<generic parameters of f>" as "f".
static SkValue name_of(const SkScope *s) {
    if (s->kind == SK_SCOPE_MODULE) return sk_str_from("top");
    size_t n = sk_str_len(s->name);
    static const char generic[] = "<generic parameters of ";
    if (n < 2 || sk_str_at(sk_as_str(s->name), 0) != '<') return sk_retain(s->name);
    SK_AUTO_UTF8 SkUtf8 text = sk_str_wtf8(s->name);
    if (!text.text) return SK_EMPTY;
    size_t skip = strncmp(text.text, generic, sizeof generic - 1) ? 1 : sizeof generic - 1;
    return sk_str_from_wtf8(text.text + skip, text.len - skip - 1);
}

static bool add_symbols(SkValue dict, const SkScope *s, bool merged) {
    for (uint32_t i = 0; i < s->nsymbols; i++) {
        const SkSymbol *y = s->symbols[i];
        if (merged && (y->flags & SK_SYM_PARAM)) continue;
        bool inserted;
        sk_release(sk_dict_setdefault(dict, y->name, sk_from_small_int(flags_of(y)), &inserted));
        if (sk_error_occurred()) return false;
    }
    for (uint32_t i = 0; i < s->nfrees; i++) {
        sk_release(sk_dict_setdefault(dict, s->frees[i], sk_from_small_int((int64_t)FREE << SCOPE_OFF), NULL));
        if (sk_error_occurred()) return false;
    }
    return true;
}

static SkValue table_new(const SkScope *s) {
    Table *t = (Table *)sk_container_new(&table_type.head, sizeof *t);
    if (!t) return sk_raise_memory();
    SK_AUTO SkValue self = sk_counted(t);
    t->kind = kind_of(s);
    t->nested = s->nested;
    t->line = s->kind == SK_SCOPE_MODULE ? 0 : sk_cg_pos_of(s->node).line;
    SkValue symbols = sk_dict_new(), varnames = sk_list_new(0), children = sk_list_new(0), name = name_of(s);
    sk_slot_init(&t->symbols, symbols);
    sk_slot_init(&t->varnames, varnames);
    sk_slot_init(&t->children, children);
    sk_slot_init(&t->name, name);
    if (sk_is_empty(symbols) || sk_is_empty(varnames) || sk_is_empty(children) || sk_is_empty(name)) return SK_EMPTY;
    for (uint32_t i = 0; i < s->nparams; i++)
        if (!sk_list_append(varnames, s->params[i]->name)) return SK_EMPTY;
    return add_symbols(symbols, s, false) ? sk_move(&self) : SK_EMPTY;
}

// Tables by scope, in the order of the list: a scope's parent comes before it.
typedef struct {
    const SkScope *scope;
    SkValue table;
} Entry;
typedef struct {
    Entry *entries;
    size_t n;
    SkValue top;
} Building;

static SkValue find_table(const Building *b, const SkScope *s) {
    for (size_t i = b->n; i-- > 0;)
        if (b->entries[i].scope == s) return b->entries[i].table;
    return SK_EMPTY;
}

// What a global statement names is a name of the module too.
static bool add_declared_globals(SkValue module_symbols, const SkScope *first) {
    for (const SkScope *s = first; s; s = s->next)
        for (uint32_t i = 0; i < s->nsymbols; i++) {
            if (!(s->symbols[i]->flags & SK_SYM_GLOBAL)) continue;
            SkValue flags = sk_from_small_int(DEF_GLOBAL | GLOBAL_EXPLICIT << SCOPE_OFF);
            sk_release(sk_dict_setdefault(module_symbols, s->symbols[i]->name, flags, NULL));
            if (sk_error_occurred()) return false;
        }
    return true;
}

static bool build(const SkScope *first, void *arg) {
    Building *b = arg;
    size_t count = 0;
    for (const SkScope *s = first; s; s = s->next) count++;
    b->entries = sk_calloc(count, sizeof *b->entries);
    if (!b->entries) return sk_is_none(sk_raise_memory());
    for (const SkScope *s = first; s; s = s->next) {
        const SkScope *home = s->parent;
        while (home && (home->inlined || home->kind == SK_SCOPE_ANNOTATION)) home = home->parent;
        if (s->kind == SK_SCOPE_ANNOTATION) continue;
        SkValue parent = home ? find_table(b, home) : SK_EMPTY;
        if (s->inlined) {
            if (!add_symbols(sk_slot_peek(&table_of(parent)->symbols), s, true)) return false;
            continue;
        }
        SkValue t = table_new(s);
        if (sk_is_empty(t)) return false;
        b->entries[b->n++] = (Entry){s, t};
        if (!sk_is_empty(parent) && !sk_list_append(sk_slot_peek(&table_of(parent)->children), t)) return false;
    }
    b->top = sk_retain(b->entries[0].table);
    return add_declared_globals(sk_slot_peek(&table_of(b->top)->symbols), first);
}

static bool mode_of(SkValue v, SkParseMode *mode) {
    if (sk_str_equals_ascii(v, "exec")) *mode = SK_PARSE_EXEC;
    else if (sk_str_equals_ascii(v, "eval")) *mode = SK_PARSE_EVAL;
    else if (sk_str_equals_ascii(v, "single")) *mode = SK_PARSE_SINGLE;
    else return sk_raise_false(sk_exc_ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
    return true;
}

static SkValue file_name(SkValue v) {
    if (sk_is_str(v)) return sk_retain(v);
    if (!sk_is_bytes(v) && sk_has_buffer(v)) {
        SK_AUTO SkValue bytes = sk_bytes_of(v);
        if (sk_is_empty(bytes) || !sk_warn(sk_exc_DeprecationWarning, 1, "path should be string, bytes, or os.PathLike, not %T", v))
            return SK_EMPTY;
        return file_name(bytes);
    }
    SK_AUTO SkValue os = sk_import("os");
    return sk_is_empty(os) ? os : sk_call_method_s(os, "fsdecode", &v, 1);
}

// The text of a str, or of bytes in the encoding they name.
static SkValue source_text(SkValue v) {
    if (sk_is_str(v)) return sk_retain(v);
    if (!sk_has_buffer(v)) return sk_raise(sk_exc_TypeError, "symtable() arg 1 must be a string or bytes object");
    SK_AUTO SkValue bytes = sk_bytes_of(v);
    SK_AUTO SkValue util = sk_is_empty(bytes) ? SK_EMPTY : sk_import("importlib.util");
    return sk_is_empty(util) ? util : sk_call_method_s(util, "decode_source", &bytes, 1);
}

static SkValue symtable(SkValue module, const SkValue *args) {
    (void)module;
    SkParseMode mode = SK_PARSE_EXEC;
    if (!sk_is_str(args[2])) return sk_raise(sk_exc_TypeError, "symtable() argument 3 must be str, not %T", args[2]);
    if (!mode_of(args[2], &mode)) return SK_EMPTY;
    SK_AUTO SkValue filename = file_name(args[1]);
    SK_AUTO SkValue source = sk_is_empty(filename) ? SK_EMPTY : source_text(args[0]);
    if (sk_is_empty(source)) return source;
    SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(source);
    if (!text.text) return SK_EMPTY;
    if (memchr(text.text, 0, text.len)) return sk_raise(sk_exc_SyntaxError, "source code string cannot contain null bytes");
    SkCompileOptions options = sk_default_compile_options();
    Building b = {.top = SK_EMPTY};
    bool ok = sk_compile_scopes(text.text, text.len, filename, mode, &options, build, &b);
    for (size_t i = 0; i < b.n; i++) sk_release(b.entries[i].table);
    sk_free(b.entries);
    if (ok) return b.top;
    sk_release(b.top);
    return SK_EMPTY;
}

// ---- the module ---------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {.name = "symtable", .kind = SK_SIG, .sig_fn = symtable, .sig = "(source, filename, startstr, /)",
     .doc = "Return symbol and scope dictionaries used internally by compiler."},
    {0},
};

static bool exec(SkValue m) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"USE", USE}, {"DEF_GLOBAL", DEF_GLOBAL}, {"DEF_NONLOCAL", DEF_NONLOCAL}, {"DEF_LOCAL", DEF_LOCAL},
        {"DEF_PARAM", DEF_PARAM}, {"DEF_TYPE_PARAM", DEF_TYPE_PARAM}, {"DEF_FREE", DEF_FREE}, {"DEF_FREE_CLASS", DEF_FREE_CLASS},
        {"DEF_IMPORT", DEF_IMPORT}, {"DEF_BOUND", DEF_BOUND}, {"DEF_ANNOT", DEF_ANNOT}, {"DEF_COMP_ITER", DEF_COMP_ITER}, {"DEF_COMP_CELL", DEF_COMP_CELL},
        {"TYPE_FUNCTION", TYPE_FUNCTION}, {"TYPE_CLASS", TYPE_CLASS}, {"TYPE_MODULE", TYPE_MODULE},
        {"TYPE_ANNOTATION", TYPE_ANNOTATION}, {"TYPE_TYPE_ALIAS", TYPE_TYPE_ALIAS},
        {"TYPE_TYPE_PARAMETERS", TYPE_TYPE_PARAMETERS}, {"TYPE_TYPE_VARIABLE", TYPE_TYPE_VARIABLE}, {"LOCAL", LOCAL},
        {"GLOBAL_EXPLICIT", GLOBAL_EXPLICIT}, {"GLOBAL_IMPLICIT", GLOBAL_IMPLICIT}, {"FREE", FREE}, {"CELL", CELL},
        {"SCOPE_OFF", SCOPE_OFF}, {"SCOPE_MASK", SCOPE_MASK},
    };
    if (!sk_type_ready(&table_type)) return false;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    return true;
}

const SkModuleDef sk_module__symtable = {.name = "_symtable", .doc = "Names and scopes, as the compiler sees them.", .functions = functions, .exec = exec};
