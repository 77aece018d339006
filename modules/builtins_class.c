// __build_class__: what a class statement calls.
#include "base/alloc.h"
#include "core/vm/frame.h"
#include "modules/builtins.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Bases with those that are no types replaced by what their __mro_entries__ answers: bases itself (retained) if there
// are none.
static SkValue resolve_bases(SkValue bases) {
    SK_AUTO SkValue out = SK_EMPTY;
    size_t n = sk_tuple_len(bases);
    for (size_t i = 0; i < n; i++) {
        SkValue base = sk_tuple_peek(bases, i);
        SK_AUTO SkValue method = sk_is_type(base) ? SK_EMPTY : sk_getattr_opt(base, SK_N(__mro_entries__));
        if (sk_is_empty(method)) {
            if (sk_error_occurred()) return SK_EMPTY;
            if (!sk_is_empty(out) && !sk_list_append(out, base)) return SK_EMPTY;
            continue;
        }
        SK_AUTO SkValue entries = sk_call1(method, bases);
        if (sk_is_empty(entries)) return SK_EMPTY;
        if (!sk_is_tuple(entries)) return sk_raise(sk_exc_TypeError, "__mro_entries__ must return a tuple");
        if (sk_is_empty(out)) {
            out = sk_list_new(n);
            if (sk_is_empty(out)) return SK_EMPTY;
            for (size_t k = 0; k < i; k++)
                if (!sk_list_append(out, sk_tuple_peek(bases, k))) return SK_EMPTY;
        }
        if (!sk_list_extend(out, entries)) return SK_EMPTY;
    }
    return sk_is_empty(out) ? sk_retain(bases) : sk_list_to_tuple(out);
}

static SkType *derived_metatype(SkType *meta, SkValue bases) {
    for (size_t i = 0; i < sk_tuple_len(bases); i++) {
        SkType *t = sk_type_of(sk_tuple_peek(bases, i));
        if (sk_is_subtype(meta, t)) continue;
        if (!sk_is_subtype(t, meta)) {
            sk_raise(sk_exc_TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                       "of the metaclasses of all its bases");
            return NULL;
        }
        meta = t;
    }
    return meta;
}

// Keywords without `metaclass`, behind room for three positional arguments.
typedef struct {
    SkValue *args;
    SkValue names;      // tuple, counted, or SK_EMPTY
    SkValue metaclass;  // the caller's word, or SK_EMPTY
    SkValue inline_args[3 + 8];
} Keywords;

static bool split_keywords(Keywords *k, const SkValue *values, SkValue kwnames) {
    size_t n = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    k->names = k->metaclass = SK_EMPTY;
    k->args = n <= 8 ? k->inline_args : sk_malloc((n + 3) * sizeof *k->args);
    if (!k->args) return sk_raise_memory(), false;
    if (!n) return true;
    SK_AUTO SkValue names = sk_list_new(n);
    if (sk_is_empty(names)) return false;
    size_t out = 3;
    for (size_t i = 0; i < n; i++) {
        SkValue name = sk_tuple_peek(kwnames, i);
        if (sk_str_equals_ascii(name, "metaclass")) {
            k->metaclass = values[i];
            continue;
        }
        k->args[out++] = values[i];
        if (!sk_list_append(names, name)) return false;
    }
    if (out == 3) return true;
    k->names = sk_list_to_tuple(names);
    return !sk_is_empty(k->names);
}

static SkValue run_body(SkValue function, SkValue namespace) {
    SkFunction *fn = (SkFunction *)sk_ptr(function);
    SkCode *code = sk_as_code(sk_slot_peek(&fn->code));
    SkValue *regs = sk_vm_stack_end();
    SkFrame *f = sk_frame_push(code, sk_retain(function), (SkDict *)sk_ptr(sk_slot_peek(&fn->globals)),
                               (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins)), regs);
    if (!f) {
        sk_release(function);
        return SK_EMPTY;
    }
    for (uint32_t i = 0; i < code->nregisters; i++) regs[i] = SK_EMPTY;
    f->flags = SK_FRAME_CLASS;
    f->locals = sk_retain(namespace);
    return sk_vm_run(f);
}

// The keywords follow at args + 3: for __prepare__ its two arguments are put right before them.
static SkValue prepare(SkValue meta, SkValue name, SkValue bases, Keywords *k) {
    SK_AUTO SkValue method = sk_getattr_opt(meta, SK_N(__prepare__));
    if (sk_is_empty(method)) return sk_error_occurred() ? SK_EMPTY : sk_dict_new();
    k->args[1] = name;
    k->args[2] = bases;
    SkValue ns = sk_call(method, k->args + 1, 2, k->names);
    if (sk_is_empty(ns) || sk_is_dict(ns) || sk_is_mapping(ns)) return ns;
    sk_raise(sk_exc_TypeError, "%.200s.__prepare__() must return a mapping, not %.200T",
             sk_is_type(meta) ? sk_as_type(meta)->name : "<metaclass>", ns);
    sk_release(ns);
    return SK_EMPTY;
}

static bool check_cell(SkValue cell, SkValue cls, SkValue name) {
    if (!sk_has_index(cell, SK_T_CELL) || !sk_is_type(cls)) return true;
    SK_AUTO SkValue content = sk_slot_get(sk_ptr(cell), &((SkCell *)sk_ptr(cell))->content);
    if (sk_is(content, cls)) return true;
    if (sk_is_empty(content))
        return sk_raise_false(sk_exc_RuntimeError,
                              "__class__ not set defining %.200R as %.200R. Was __classcell__ propagated to type.__new__?", name, cls);
    return sk_raise_false(sk_exc_TypeError, "__class__ set to %.200R defining %.200R as %.200R", content, name, cls);
}

static SkValue make_class(SkValue function, SkValue name, SkValue orig_bases, Keywords *k) {
    SK_AUTO SkValue bases = resolve_bases(orig_bases);
    if (sk_is_empty(bases)) return SK_EMPTY;
    SkValue meta = k->metaclass;
    if (sk_is_empty(meta)) meta = sk_type_value(sk_tuple_len(bases) ? sk_type_of(sk_tuple_peek(bases, 0)) : &sk_type_type);
    if (sk_is_type(meta)) {
        SkType *winner = derived_metatype(sk_as_type(meta), bases);
        if (!winner) return SK_EMPTY;
        meta = sk_type_value(winner);
    }
    SK_AUTO SkValue held = sk_retain(meta);
    SK_AUTO SkValue ns = sk_is(meta, sk_type_value(&sk_type_type)) ? sk_dict_new() : prepare(meta, name, bases, k);
    if (sk_is_empty(ns)) return SK_EMPTY;
    SK_AUTO SkValue cell = run_body(function, ns);
    if (sk_is_empty(cell)) return SK_EMPTY;
    if (!sk_is(bases, orig_bases) && !sk_setitem(ns, SK_N(__orig_bases__), orig_bases)) return SK_EMPTY;
    k->args[0] = name;
    k->args[1] = bases;
    k->args[2] = ns;
    SK_AUTO SkValue cls = sk_call(meta, k->args, 3, k->names);
    if (sk_is_empty(cls) || !check_cell(cell, cls, name)) return SK_EMPTY;
    return sk_move(&cls);
}

SkValue sk_build_class(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    if (nargs < 2) return sk_raise(sk_exc_TypeError, "__build_class__: not enough arguments");
    if (!sk_has_index(args[0], SK_T_FUNCTION)) return sk_raise(sk_exc_TypeError, "__build_class__: func must be a function");
    if (!sk_is_str(args[1])) return sk_raise(sk_exc_TypeError, "__build_class__: name is not a string");
    SK_AUTO SkValue bases = sk_tuple_from(args + 2, nargs - 2);
    if (sk_is_empty(bases)) return SK_EMPTY;
    Keywords k;
    SkValue cls = SK_EMPTY;
    if (split_keywords(&k, args + nargs, kwnames)) cls = make_class(args[0], args[1], bases, &k);
    sk_release(k.names);
    if (k.args != k.inline_args) sk_free(k.args);
    return cls;
}
