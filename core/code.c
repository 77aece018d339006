// Code objects: making, asking, comparing. They are immutable but for their inline caches.
#include "core/code.h"

#include <string.h>

#include "base/alloc.h"
#include "core/vm/monitor.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- layout ------------------------------------------------------------------------------------------------------------

static void code_trace(SkObject *o, SkVisit visit, void *arg) {
    SkCode *c = (SkCode *)o;
    for (uint32_t i = 0; c->constants && i < c->nconstants; i++) sk_slot_visit(&c->constants[i], visit, arg);
    SkSlot *slots[] = {&c->varnames, &c->cellvars, &c->freevars, &c->filename, &c->name, &c->qualname};
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) sk_slot_visit(slots[i], visit, arg);
}

static void code_destroy(SkObject *o) {
    SkCode *c = (SkCode *)o;
    sk_monitor_forget(c);
    for (uint32_t i = 0; c->constants && i < c->nconstants; i++) sk_slot_destroy(o, &c->constants[i]);
    SkSlot *slots[] = {&c->varnames, &c->cellvars, &c->freevars, &c->filename, &c->name, &c->qualname};
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) sk_slot_destroy(o, slots[i]);
    // Frames of other threads hold their code; a borrowed word may still lead here until the grace period is over.
    sk_buffer_retire(o, c->code, c->ncode * sizeof *c->code);
    sk_buffer_retire(o, c->constants, c->nconstants * sizeof *c->constants);
    sk_buffer_retire(o, c->names, c->nnames * sizeof *c->names);
    sk_buffer_retire(o, c->handlers, c->nhandlers * sizeof *c->handlers);
    sk_buffer_retire(o, c->positions, c->npositions * sizeof *c->positions);
    sk_buffer_retire(o, c->local_kinds, c->nlocals);
    sk_object_free(o, sizeof *c);
}

// ---- making ------------------------------------------------------------------------------------------------------------

static void make_constant_immortal(SkValue v) {
    if (!sk_is_ptr(v)) return;
    switch (sk_type_index(sk_ptr(v))) {
    case SK_T_TUPLE:
        for (size_t i = 0; i < sk_tuple_len(v); i++) make_constant_immortal(sk_tuple_peek(v, i));
        sk_make_immortal(sk_ptr(v));
        break;
    case SK_T_STR:
    case SK_T_BYTES:
    case SK_T_INT:
    case SK_T_FLOAT:
    case SK_T_COMPLEX: sk_make_immortal(sk_ptr(v)); break;
    default: break;
    }
}

bool sk_code_without_columns;

static void *copy_of(const void *data, size_t count, size_t item, bool *ok) {
    if (!count) return NULL;
    void *p = sk_malloc(count * item);
    if (p) memcpy(p, data, count * item);
    else *ok = false;
    return p;
}

static bool set_tuple(SkSlot *slot, const SkValue *items, size_t n) {
    SkValue t = sk_tuple_from(items, n);
    if (sk_is_empty(t)) return false;
    sk_slot_init(slot, sk_own(t));
    return true;
}

static bool set_cellvars(SkCode *c, const SkCodeParts *parts) {
    size_t n = 0;
    SkValue *names = sk_malloc((parts->nlocals + 1) * sizeof *names);
    if (!names) return false;
    // Parameters in their order, then the others by name.
    size_t nargs = 0;
    for (uint32_t i = 0; i < parts->nlocals; i++) {
        if (!(parts->local_kinds[i] & SK_LOCAL_CELL) || (parts->local_kinds[i] & SK_LOCAL_HIDDEN)) continue;
        names[n++] = parts->varnames[i];
        if (parts->local_kinds[i] & SK_LOCAL_ARG) nargs = n;
    }
    for (size_t i = nargs + 1; i < n; i++)
        for (size_t j = i; j > nargs && sk_str_compare(names[j - 1], names[j]) > 0; j--) {
            SkValue t = names[j];
            names[j] = names[j - 1];
            names[j - 1] = t;
        }
    bool ok = set_tuple(&c->cellvars, names, n);
    sk_free(names);
    return ok;
}

SkValue sk_code_new(const SkCodeParts *parts) {
    SkCode *c = (SkCode *)sk_container_new(&sk_code_type.head, sizeof *c);
    if (!c) return sk_raise_memory();
    sk_or_relaxed(&c->header.tl, SK_SHARED);
    bool ok = true;
    c->ncode = parts->ncode;
    c->nregisters = parts->nregisters;
    c->nlocals = parts->nlocals;
    c->argcount = parts->argcount;
    c->posonly = parts->posonly;
    c->kwonly = parts->kwonly;
    c->flags = parts->flags;
    c->nparams = c->argcount + c->kwonly + !!(c->flags & SK_CO_VARARGS) + !!(c->flags & SK_CO_VARKEYWORDS);
    c->nfree = parts->nfree;
    c->first_line = parts->first_line;
    c->nnames = parts->nnames;
    c->nhandlers = parts->nhandlers;
    c->npositions = parts->npositions;
    c->code = copy_of(parts->code, parts->ncode, sizeof *c->code, &ok);
    c->names = copy_of(parts->names, parts->nnames, sizeof *c->names, &ok);
    c->handlers = copy_of(parts->handlers, parts->nhandlers, sizeof *c->handlers, &ok);
    c->positions = copy_of(parts->positions, parts->npositions, sizeof *c->positions, &ok);
    for (uint32_t i = 0; ok && sk_code_without_columns && i < c->npositions; i++) {
        c->positions[i].end_line = c->positions[i].line;
        c->positions[i].col = c->positions[i].end_col = -1;
    }
    c->local_kinds = copy_of(parts->local_kinds, parts->nlocals, 1, &ok);
    if (parts->nconstants) {
        SkSlot *constants = sk_calloc(parts->nconstants, sizeof *constants);
        ok = ok && constants;
        if (constants) {
            for (uint32_t i = 0; i < parts->nconstants; i++) {
                if (parts->immortal_constants) make_constant_immortal(parts->constants[i]);
                sk_slot_init(&constants[i], sk_retain(parts->constants[i]));
            }
            c->constants = constants;
            c->nconstants = parts->nconstants;
        }
    }
    sk_slot_init(&c->filename, sk_retain(parts->filename));
    sk_slot_init(&c->name, sk_retain(parts->name));
    sk_slot_init(&c->qualname, sk_retain(parts->qualname));
    if (!ok) sk_raise_memory();
    ok = ok && set_tuple(&c->varnames, parts->varnames, parts->nlocals) && set_tuple(&c->freevars, parts->freevars, parts->nfree) &&
         set_cellvars(c, parts);
    if (ok) return sk_counted(c);
    sk_decref(&c->header);
    return SK_EMPTY;
}

SkPosition sk_code_position(const SkCode *c, uint32_t pc) {
    uint32_t low = 0, high = c->npositions;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (c->positions[middle].start <= pc) low = middle + 1;
        else high = middle;
    }
    if (!low) return (SkPosition){.col = -1, .end_col = -1};
    return c->positions[low - 1];
}

// ---- attributes ------------------------------------------------------------------------------------------------------------

// A number of the code object, or a slot: `closure` is the field's offset.
static SkValue get_number(SkValue self, void *closure) {
    uint32_t v;
    memcpy(&v, (char *)sk_ptr(self) + (uintptr_t)closure, sizeof v);
    return sk_from_small_int(v);
}

static SkValue get_slot(SkValue self, void *closure) {
    return sk_slot_load(sk_ptr(self), (SkSlot *)(void *)((char *)sk_ptr(self) + (uintptr_t)closure));
}

static bool is_plain_local(const SkCode *c, uint32_t i) {
    uint8_t kind = c->local_kinds[i];
    if (kind & SK_LOCAL_ARG) return true;
    if (kind & SK_LOCAL_CELL) return false;
    if (!(kind & SK_LOCAL_HIDDEN)) return true;
    if (!(c->flags & SK_CO_OPTIMIZED)) return false;
    // A comprehension's variable is listed unless one of that name has been.
    SkValue names = sk_slot_peek(&c->varnames), name = sk_tuple_peek(names, i);
    for (uint32_t k = 0; k < i; k++)
        if (!(c->local_kinds[k] & SK_LOCAL_CELL) && sk_is(sk_tuple_peek(names, k), name)) return false;
    return true;
}

static SkValue get_varnames(SkValue self, void *closure) {
    (void)closure;
    SkCode *c = sk_as_code(self);
    size_t n = 0;
    for (uint32_t i = 0; i < c->nlocals; i++) n += is_plain_local(c, i);
    if (!n) return sk_empty_tuple();
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    SkValue names = sk_slot_peek(&c->varnames);
    n = 0;
    for (uint32_t i = 0; i < c->nlocals; i++)
        if (is_plain_local(c, i)) sk_tuple_init(t, n++, sk_retain(sk_tuple_peek(names, i)));
    return sk_counted(t);
}

static SkValue get_nlocals(SkValue self, void *closure) {
    (void)closure;
    SkCode *c = sk_as_code(self);
    int64_t n = 0;
    for (uint32_t i = 0; i < c->nlocals; i++) n += is_plain_local(c, i);
    return sk_from_small_int(n);
}

static SkValue get_names(SkValue self, void *closure) {
    (void)closure;
    return sk_tuple_from(sk_as_code(self)->names, sk_as_code(self)->nnames);
}

static SkValue get_consts(SkValue self, void *closure) {
    (void)closure;
    SkCode *c = sk_as_code(self);
    if (!c->nconstants) return sk_empty_tuple();
    SkTuple *t = sk_tuple_alloc(c->nconstants);
    if (!t) return SK_EMPTY;
    for (uint32_t i = 0; i < c->nconstants; i++) sk_tuple_init(t, i, sk_retain(sk_slot_peek(&c->constants[i])));
    return sk_counted(t);
}

static SkValue get_stacksize(SkValue self, void *closure) {
    (void)closure;
    return sk_from_small_int(sk_as_code(self)->nregisters - sk_as_code(self)->nlocals);
}

static const uint8_t properties[] = {
#define RAISES 1
#define CACHE 2
#define POLL 4
#define X(name, a, b, c, properties) properties,
#include "core/opcodes.def"
#undef X
#undef RAISES
#undef CACHE
#undef POLL
};

void sk_code_clean_words(const SkCode *c, SkInstr *out) {
    for (uint32_t i = 0; i < c->ncode; i++) {
        out[i] = sk_load_relaxed(&c->code[i]);
        uint8_t op = SK_OP(out[i]);
        if (op < SK_OPCODE_COUNT && (properties[op] & 2) && i + 1 < c->ncode) {
            bool keep = op == SK_OPC_CALL_KW || op == SK_OPC_CALL_METHOD_KW;
            i++;
            out[i] = keep ? (uint32_t)sk_load_relaxed(&c->code[i]) : 0;
        }
    }
}

static SkValue get_code(SkValue self, void *closure) {
    (void)closure;
    SkCode *c = sk_as_code(self);
    SkBytes *b = sk_bytes_new(c->ncode * sizeof(SkInstr));
    if (!b) return SK_EMPTY;
    SkInstr *words = sk_malloc((c->ncode + 1) * sizeof *words);
    if (!words) {
        sk_decref(&b->header);
        return sk_raise_memory();
    }
    sk_code_clean_words(c, words);
    memcpy(b->data, words, c->ncode * sizeof *words);
    sk_free(words);
    return sk_counted(b);
}

static SkValue get_exceptiontable(SkValue self, void *closure) {
    (void)closure;
    SkCode *c = sk_as_code(self);
    return sk_bytes_from(c->handlers ? (const void *)c->handlers : "", c->nhandlers * sizeof *c->handlers);
}

static SkValue get_linetable(SkValue self, void *closure) {
    (void)closure;
    SkCode *c = sk_as_code(self);
    return sk_bytes_from(c->positions ? (const void *)c->positions : "", c->npositions * sizeof *c->positions);
}

#define FIELD(name) ((void *)offsetof(SkCode, name))
static const SkGetSetDef code_getset[] = {
    {"co_argcount", get_number, sk_readonly_member, "number of positional parameters", FIELD(argcount)},
    {"co_posonlyargcount", get_number, sk_readonly_member, "number of positional-only parameters", FIELD(posonly)},
    {"co_kwonlyargcount", get_number, sk_readonly_member, "number of keyword-only parameters", FIELD(kwonly)},
    {"co_nlocals", get_nlocals, sk_readonly_member, "number of local variables", NULL},
    {"co_stacksize", get_stacksize, sk_readonly_member, "number of temporary registers", NULL},
    {"co_flags", get_number, sk_readonly_member, "flags", FIELD(flags)},
    {"co_firstlineno", get_number, sk_readonly_member, "first line", FIELD(first_line)},
    {"co_code", get_code, NULL, "the instructions", NULL},
    {"_co_code_adaptive", get_code, NULL, "the instructions", NULL},
    {"co_consts", get_consts, sk_readonly_member, "constants", NULL},
    {"co_names", get_names, sk_readonly_member, "names of globals and attributes", NULL},
    {"co_varnames", get_varnames, NULL, "names of parameters and local variables", NULL},
    {"co_cellvars", get_slot, NULL, "local variables that inner functions use", FIELD(cellvars)},
    {"co_freevars", get_slot, NULL, "variables of outer functions", FIELD(freevars)},
    {"co_filename", get_slot, sk_readonly_member, "file of the source", FIELD(filename)},
    {"co_name", get_slot, sk_readonly_member, "name", FIELD(name)},
    {"co_qualname", get_slot, sk_readonly_member, "qualified name", FIELD(qualname)},
    {"co_exceptiontable", get_exceptiontable, sk_readonly_member, "the handlers", NULL},
    {"co_linetable", get_linetable, sk_readonly_member, "the positions", NULL},
    {"co_lnotab", get_linetable, NULL, "the positions", NULL},
    {0},
};

// ---- methods ------------------------------------------------------------------------------------------------------------

static SkValue number_or_none(int32_t n, bool none) { return none ? SK_NONE : sk_from_small_int(n); }

// Offsets count bytes, as those of co_code do.
static SkValue code_lines(SkValue self) {
    SkCode *c = sk_as_code(self);
    uint32_t n = c->npositions, slots = n + 1;
    SkTuple *t = sk_tuple_alloc(slots);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue all = sk_counted(t);
    uint32_t used = 0;
    // The line of the def counts as one of the function's, though no instruction stands for it.
    if (n && (c->flags & SK_CO_OPTIMIZED) && c->positions[0].line != (int32_t)c->first_line) {
        SkValue triple = sk_tuple_pack(3, sk_from_small_int(0), sk_from_small_int(0), sk_from_small_int(c->first_line));
        if (sk_is_empty(triple)) return SK_EMPTY;
        sk_tuple_init(t, used++, sk_own(triple));
    }
    for (uint32_t i = 0; i < n;) {
        uint32_t j = i + 1;
        while (j < n && c->positions[j].line == c->positions[i].line) j++;
        uint32_t end = j < n ? c->positions[j].start : c->ncode;
        SkValue triple = sk_tuple_pack(3, sk_from_small_int(c->positions[i].start * 8), sk_from_small_int(end * 8),
                                       number_or_none(c->positions[i].line, c->positions[i].line <= 0));
        if (sk_is_empty(triple)) return SK_EMPTY;
        sk_tuple_init(t, used++, sk_own(triple));
        i = j;
    }
    if (used == slots) return sk_iter(all);
    SK_AUTO SkValue shorter = sk_tuple_slice(all, 0, used);
    return sk_is_empty(shorter) ? SK_EMPTY : sk_iter(shorter);
}

// One for each two bytes of co_code, as CPython has it: the library counts with that (tb_lasti // 2).
static SkValue code_positions(SkValue self) {
    SkCode *c = sk_as_code(self);
    SkTuple *t = c->ncode ? sk_tuple_alloc((size_t)c->ncode * 4) : NULL;
    if (c->ncode && !t) return SK_EMPTY;
    SK_AUTO SkValue all = t ? sk_counted(t) : sk_empty_tuple();
    for (uint32_t i = 0; i < c->ncode; i++) {
        SkPosition p = sk_code_position(c, i);
        bool none = p.line <= 0;
        SkValue four = sk_tuple_pack(4, number_or_none(p.line, none), number_or_none(p.end_line, none),
                                     number_or_none(p.col, none || p.col < 0), number_or_none(p.end_col, none || p.end_col < 0));
        if (sk_is_empty(four)) return SK_EMPTY;
        four = sk_own(four);
        for (size_t k = 0; k < 4; k++) sk_tuple_init(t, (size_t)i * 4 + k, k ? sk_retain(four) : four);
    }
    return sk_iter(all);
}

static SkValue code_varname(SkValue self, const SkValue *args) {
    SkCode *c = sk_as_code(self);
    int64_t i;
    if (!sk_as_int64(args[0], &i)) return SK_EMPTY;
    SkValue names = sk_slot_peek(&c->varnames), frees = sk_slot_peek(&c->freevars);
    if (i >= 0 && (uint64_t)i < c->nlocals) return sk_tuple_load(names, (size_t)i);
    if (i >= 0 && (uint64_t)i - c->nlocals < c->nfree) return sk_tuple_load(frees, (size_t)i - c->nlocals);
    return sk_raise(sk_exc_IndexError, "tuple index out of range");
}

static SkCodeParts parts_of(SkCode *c) {
    return (SkCodeParts){
        .ncode = c->ncode, .nregisters = c->nregisters, .nlocals = c->nlocals, .argcount = c->argcount, .posonly = c->posonly,
        .kwonly = c->kwonly, .flags = c->flags, .first_line = c->first_line, .names = c->names, .nnames = c->nnames,
        .handlers = c->handlers, .nhandlers = c->nhandlers, .positions = c->positions, .npositions = c->npositions,
        .local_kinds = c->local_kinds, .nfree = c->nfree, .nconstants = c->nconstants,
        .filename = sk_slot_peek(&c->filename), .name = sk_slot_peek(&c->name), .qualname = sk_slot_peek(&c->qualname),
    };
}

// The items of a tuple as an array, to be freed.
static SkValue *items_of(SkValue tuple) {
    size_t n = sk_tuple_len(tuple);
    SkValue *items = sk_malloc((n + 1) * sizeof *items);
    if (!items) sk_raise_memory();
    for (size_t i = 0; items && i < n; i++) items[i] = sk_tuple_peek(tuple, i);
    return items;
}

static bool want(SkValue v, bool ok, const char *name, const char *kind) {
    if (ok) return true;
    return sk_raise_false(sk_exc_TypeError, "replace() argument '%s' must be %s, not %O", name, kind, v);
}

static bool all_str(SkValue tuple) {
    for (size_t i = 0; i < sk_tuple_len(tuple); i++)
        if (!sk_is_str(sk_tuple_peek(tuple, i))) return false;
    return true;
}

enum {
    R_ARGCOUNT, R_POSONLY, R_KWONLY, R_NLOCALS, R_STACKSIZE, R_FLAGS, R_FIRSTLINE, R_CODE, R_CONSTS, R_NAMES, R_VARNAMES,
    R_FREEVARS, R_CELLVARS, R_FILENAME, R_NAME, R_QUALNAME, R_LINETABLE, R_EXCTABLE,
};

static bool replace_number(SkValue v, uint32_t *field) {
    if (sk_is_empty(v)) return true;
    int n;
    if (!sk_as_int(v, &n)) return false;
    if (n < 0) return sk_raise_false(sk_exc_ValueError, "code: argcounts must not be negative");
    *field = (uint32_t)n;
    return true;
}

static bool replace_str(SkValue v, const char *name, SkValue *field) {
    if (sk_is_empty(v)) return true;
    if (!want(v, sk_is_str(v), name, "str")) return false;
    *field = v;
    return true;
}

// The layout of registers belongs to the instructions: names may change, their number may not.
static SkValue code_replace(SkValue self, const SkValue *args) {
    SkCode *c = sk_as_code(self);
    SkCodeParts p = parts_of(c);
    uint32_t ignored = 0;
    if (!replace_number(args[R_ARGCOUNT], &p.argcount) || !replace_number(args[R_POSONLY], &p.posonly) ||
        !replace_number(args[R_KWONLY], &p.kwonly) || !replace_number(args[R_NLOCALS], &ignored) ||
        !replace_number(args[R_STACKSIZE], &ignored) || !replace_number(args[R_FLAGS], &p.flags) ||
        !replace_number(args[R_FIRSTLINE], &p.first_line) || !replace_str(args[R_FILENAME], "co_filename", &p.filename) ||
        !replace_str(args[R_NAME], "co_name", &p.name) || !replace_str(args[R_QUALNAME], "co_qualname", &p.qualname))
        return SK_EMPTY;
    SkValue varnames = sk_slot_peek(&c->varnames), freevars = sk_slot_peek(&c->freevars);
    SK_AUTO SkValue consts = get_consts(self, NULL);
    SK_AUTO SkValue visible = get_varnames(self, NULL);
    SK_AUTO SkValue code = get_code(self, NULL);
    if (sk_is_empty(consts) || sk_is_empty(visible) || sk_is_empty(code)) return SK_EMPTY;
    static const int tuples[] = {R_CONSTS, R_NAMES, R_VARNAMES, R_FREEVARS, R_CELLVARS};
    static const char *const tuple_names[] = {"co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars"};
    for (int i = 0; i < 5; i++)
        if (!sk_is_empty(args[tuples[i]]) && !want(args[tuples[i]], sk_is_tuple(args[tuples[i]]), tuple_names[i], "tuple")) return SK_EMPTY;
    for (int i = 1; i < 5; i++)
        if (!sk_is_empty(args[tuples[i]]) && !all_str(args[tuples[i]]))
            return sk_raise(sk_exc_TypeError, "name tuples must contain only strings, not '%T'", sk_tuple_peek(args[tuples[i]], 0));
    static const int blobs[] = {R_CODE, R_LINETABLE, R_EXCTABLE};
    static const char *const blob_names[] = {"co_code", "co_linetable", "co_exceptiontable"};
    for (int i = 0; i < 3; i++)
        if (!sk_is_empty(args[blobs[i]]) && !want(args[blobs[i]], sk_is_bytes(args[blobs[i]]), blob_names[i], "bytes")) return SK_EMPTY;
    if (!sk_is_empty(args[R_CODE]) && sk_compare_bool(args[R_CODE], code, SK_EQ) != 1)
        return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_ValueError, "code: the instructions cannot be replaced");
    if (!sk_is_empty(args[R_CONSTS]) && sk_tuple_len(args[R_CONSTS]) < c->nconstants)
        return sk_raise(sk_exc_ValueError, "code: too few constants");
    if (!sk_is_empty(args[R_NAMES]) && sk_tuple_len(args[R_NAMES]) < c->nnames)
        return sk_raise(sk_exc_ValueError, "code: too few names");
    if (!sk_is_empty(args[R_VARNAMES]) && sk_tuple_len(args[R_VARNAMES]) != sk_tuple_len(visible))
        return sk_raise(sk_exc_ValueError, "code: co_nlocals != len(co_varnames)");
    if (!sk_is_empty(args[R_FREEVARS]) && sk_tuple_len(args[R_FREEVARS]) != c->nfree)
        return sk_raise(sk_exc_ValueError, "code: the number of free variables cannot change");

    SkValue result = SK_EMPTY;
    SkValue *names = NULL, *locals = items_of(varnames), *free = items_of(sk_is_empty(args[R_FREEVARS]) ? freevars : args[R_FREEVARS]);
    SkValue *constants = items_of(sk_is_empty(args[R_CONSTS]) ? consts : args[R_CONSTS]);
    SkInstr *words = sk_malloc((c->ncode + 1) * sizeof *words);
    if (!words) sk_raise_memory();
    if (!locals || !free || !constants || !words) goto out;
    if (!sk_is_empty(args[R_VARNAMES]))
        for (uint32_t i = 0, k = 0; i < c->nlocals; i++)
            if (is_plain_local(c, i)) locals[i] = sk_tuple_peek(args[R_VARNAMES], k++);
    if (!sk_is_empty(args[R_NAMES])) {
        names = items_of(args[R_NAMES]);
        if (!names) goto out;
        for (size_t i = 0; i < sk_tuple_len(args[R_NAMES]); i++) {
            names[i] = sk_intern(sk_retain(names[i]));
            if (sk_is_empty(names[i])) goto out;
        }
        p.names = names;
        p.nnames = (uint32_t)sk_tuple_len(args[R_NAMES]);
    }
    sk_code_clean_words(c, words);
    p.code = words;
    p.varnames = locals;
    p.freevars = free;
    p.constants = constants;
    if (!sk_is_empty(args[R_CONSTS])) p.nconstants = (uint32_t)sk_tuple_len(args[R_CONSTS]);
    const char *why;
    if (!sk_code_verify(&p, &why)) {
        sk_raise(sk_exc_ValueError, "code: %s", why);
        goto out;
    }
    result = sk_code_new(&p);
out:
    sk_free(names);
    sk_free(locals);
    sk_free(free);
    sk_free(constants);
    sk_free(words);
    return result;
}

#define REPLACE_SIG                                                                                                      \
    "(*, co_argcount=<unrepresentable>, co_posonlyargcount=<unrepresentable>, co_kwonlyargcount=<unrepresentable>, "     \
    "co_nlocals=<unrepresentable>, co_stacksize=<unrepresentable>, co_flags=<unrepresentable>, "                         \
    "co_firstlineno=<unrepresentable>, co_code=<unrepresentable>, co_consts=<unrepresentable>, "                         \
    "co_names=<unrepresentable>, co_varnames=<unrepresentable>, co_freevars=<unrepresentable>, "                         \
    "co_cellvars=<unrepresentable>, co_filename=<unrepresentable>, co_name=<unrepresentable>, "                          \
    "co_qualname=<unrepresentable>, co_linetable=<unrepresentable>, co_exceptiontable=<unrepresentable>)"

static const SkMethodDef code_methods[] = {
    {"replace", SK_SIG, {.sig_fn = code_replace}, REPLACE_SIG, "A copy with the given attributes changed."},
    {"__replace__", SK_SIG, {.sig_fn = code_replace}, REPLACE_SIG, "The same as replace()."},
    {"co_lines", SK_NOARGS, {.noargs = code_lines}, "()", "Ranges of instructions with their lines."},
    {"co_positions", SK_NOARGS, {.noargs = code_positions}, "()", "The source position of each instruction."},
    {"_varname_from_oparg", SK_SIG, {.sig_fn = code_varname}, "(oparg)", "The name of a local variable by its number."},
    {0},
};

// ---- comparing ------------------------------------------------------------------------------------------------------------

static bool same_words(const SkCode *a, const SkCode *b) {
    if (a->ncode != b->ncode) return false;
    for (uint32_t i = 0; i < a->ncode; i++) {
        SkInstr x = sk_load_relaxed(&a->code[i]), y = sk_load_relaxed(&b->code[i]);
        if (x != y) return false;
        uint8_t op = SK_OP(x);
        if (op < SK_OPCODE_COUNT && (properties[op] & 2)) {
            i++;
            bool keep = op == SK_OPC_CALL_KW || op == SK_OPC_CALL_METHOD_KW;
            if (keep && i < a->ncode && (uint32_t)sk_load_relaxed(&a->code[i]) != (uint32_t)sk_load_relaxed(&b->code[i])) return false;
        }
    }
    return true;
}

// Equal constants of the same type; 0.0 and -0.0 are not the same constant, nor 1 and True.
static int same_constant(SkValue a, SkValue b) {
    if (sk_is(a, b)) return 1;
    if (sk_type_of(a) != sk_type_of(b)) return 0;
    if (sk_is_exact_tuple(a)) {
        if (sk_tuple_len(a) != sk_tuple_len(b)) return 0;
        for (size_t i = 0; i < sk_tuple_len(a); i++) {
            int r = same_constant(sk_tuple_peek(a, i), sk_tuple_peek(b, i));
            if (r != 1) return r;
        }
        return 1;
    }
    if (sk_is_exact_float(a) || sk_has_index(a, SK_T_COMPLEX)) {
        SK_AUTO SkValue x = sk_repr(a);
        SK_AUTO SkValue y = sk_repr(b);
        return sk_is_empty(x) || sk_is_empty(y) ? -1 : sk_str_equal(x, y);
    }
    return sk_compare_bool(a, b, SK_EQ);
}

static SkValue code_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !sk_has_index(a, SK_T_CODE) || !sk_has_index(b, SK_T_CODE)) return SK_NOT_IMPLEMENTED;
    SkCode *x = sk_as_code(a), *y = sk_as_code(b);
    bool same = x == y || (x->argcount == y->argcount && x->posonly == y->posonly && x->kwonly == y->kwonly && x->flags == y->flags &&
                           x->first_line == y->first_line && x->nlocals == y->nlocals && x->nfree == y->nfree &&
                           x->nconstants == y->nconstants && x->nnames == y->nnames && x->npositions == y->npositions &&
                           x->nhandlers == y->nhandlers && same_words(x, y) &&
                           (!x->npositions || !memcmp(x->positions, y->positions, x->npositions * sizeof *x->positions)) &&
                           (!x->nhandlers || !memcmp(x->handlers, y->handlers, x->nhandlers * sizeof *x->handlers)));
    for (uint32_t i = 0; same && i < x->nnames; i++) same = sk_is(x->names[i], y->names[i]);
    if (same && x != y) {
        SkSlot *left[] = {&x->name, &x->varnames, &x->freevars, &x->cellvars}, *right[] = {&y->name, &y->varnames, &y->freevars, &y->cellvars};
        for (int i = 0; same && i < 4; i++) {
            int r = sk_compare_bool(sk_slot_peek(left[i]), sk_slot_peek(right[i]), SK_EQ);
            if (r < 0) return SK_EMPTY;
            same = r;
        }
        for (uint32_t i = 0; same && i < x->nconstants; i++) {
            int r = same_constant(sk_slot_peek(&x->constants[i]), sk_slot_peek(&y->constants[i]));
            if (r < 0) return SK_EMPTY;
            same = r;
        }
    }
    return sk_bool(same == (op == SK_EQ));
}

static int64_t code_hash(SkValue self) {
    SkCode *c = sk_as_code(self);
    uint64_t h = (uint64_t)sk_str_hash(sk_as_str(sk_slot_peek(&c->name)));
    h = h * 1000003 ^ c->argcount ^ c->posonly << 4 ^ c->kwonly << 8 ^ c->first_line << 12;
    h = h * 1000003 ^ c->flags;
    h = h * 1000003 ^ c->ncode;
    for (uint32_t i = 0; i < c->nnames; i++) h = h * 1000003 ^ (uint64_t)sk_str_hash(sk_as_str(c->names[i]));
    return h == UINT64_MAX ? -2 : (int64_t)h;
}

static SkValue code_repr(SkValue self) {
    SkCode *c = sk_as_code(self);
    return sk_str_format("<code object %S at %p, file \"%S\", line %u>", sk_slot_peek(&c->name), (void *)c,
                         sk_slot_peek(&c->filename), c->first_line);
}

// Instructions come from the compiler, not from bytes: a code object cannot be put together by hand.
static SkValue code_type_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    if (!sk_no_kwargs("code", kwnames) || !sk_check_nargs("code", nargs, 16, 18)) return SK_EMPTY;
    for (size_t i = 0; i < 6; i++) {
        if (sk_is_int(args[i])) continue;
        return sk_raise(sk_exc_TypeError, "'%T' object cannot be interpreted as an integer", args[i]);
    }
    if (!sk_is_bytes(args[6])) return sk_raise(sk_exc_TypeError, "code() argument 7 must be bytes, not %O", args[6]);
    return sk_raise(sk_exc_TypeError, "code objects cannot be created from instructions; use compile() or code.replace()");
}

SkType sk_code_type = {
    SK_TYPE_HEAD(SK_T_CODE, sizeof(SkCode), code_trace, NULL, code_destroy),
    .name = "code",
    .doc = "code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)\n--\n\n"
           "The compiled form of a piece of source.",
    .flags = SK_TF_WEAKREF,
    .new_ = code_type_new,
    .repr = code_repr,
    .hash = code_hash,
    .compare = code_compare,
    .methods = code_methods,
    .getset = code_getset,
};
