// itemgetter, attrgetter, methodcaller: immutable after construction.
#include <string.h>

#include "modules/_operator.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot args;    // tuple: keys; names; the arguments of the method
    SkSlot lookup;  // attrgetter: for each name a str or a tuple of str; methodcaller: the name
    SkSlot kwargs;  // methodcaller: a dict, or empty
} Getter;

static Getter *getter(SkValue v) { return (Getter *)sk_ptr(v); }

static void getter_trace(SkObject *o, SkVisit visit, void *arg) {
    Getter *g = (Getter *)o;
    sk_slot_visit(&g->args, visit, arg);
    sk_slot_visit(&g->lookup, visit, arg);
    sk_slot_visit(&g->kwargs, visit, arg);
}

static void getter_clear(SkObject *o) {
    Getter *g = (Getter *)o;
    sk_slot_set(o, &g->args, SK_EMPTY);
    sk_slot_set(o, &g->lookup, SK_EMPTY);
    sk_slot_set(o, &g->kwargs, SK_EMPTY);
}

static void getter_destroy(SkObject *o) {
    Getter *g = (Getter *)o;
    sk_slot_destroy(o, &g->args);
    sk_slot_destroy(o, &g->lookup);
    sk_slot_destroy(o, &g->kwargs);
    sk_object_free(o, sizeof(Getter));
}

// Steals the parts.
static SkValue make(SkType *type, SkValue args, SkValue lookup, SkValue kwargs) {
    Getter *g = (Getter *)sk_container_new(&type->head, sizeof(Getter));
    if (!g) {
        sk_release(args);
        sk_release(lookup);
        sk_release(kwargs);
        return sk_raise_memory();
    }
    sk_slot_init(&g->args, args);
    sk_slot_init(&g->lookup, lookup);
    sk_slot_init(&g->kwargs, kwargs);
    return sk_counted(g);
}

// "name(a, b)" of the arguments in args.
static SkValue repr_of(SkValue self, SkValue first, SkValue kwargs) {
    const char *name = sk_type_of(self)->name;
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_format("%s(...)", name);
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_cstr(&b, name);
    sk_sb_char(&b, '(');
    bool ok = true, comma = false;
    SkValue args = sk_slot_peek(&getter(self)->args);
    size_t n = sk_tuple_len(args);
    for (size_t i = 0; ok && i < n + !sk_is_empty(first); i++) {
        SkValue item = sk_is_empty(first) ? sk_tuple_peek(args, i) : i ? sk_tuple_peek(args, i - 1) : first;
        SK_AUTO SkValue text = sk_repr(item);
        ok = !sk_is_empty(text);
        if (!ok) break;
        if (comma) sk_sb_cstr(&b, ", ");
        sk_sb_str(&b, text);
        comma = true;
    }
    size_t pos = 0;
    SkValue k, v;
    while (ok && !sk_is_empty(kwargs) && sk_dict_next(kwargs, &pos, &k, &v)) {
        SK_AUTO SkValue key = k, value = v;
        SK_AUTO SkValue text = sk_repr(value);
        ok = !sk_is_empty(text);
        if (!ok) break;
        sk_sb_cstr(&b, ", ");
        sk_sb_str(&b, key);
        sk_sb_char(&b, '=');
        sk_sb_str(&b, text);
    }
    sk_repr_leave(self);
    if (!ok) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    sk_sb_char(&b, ')');
    return sk_sb_finish(&b);
}

// The only argument of a call; false with an exception.
static bool one_argument(const char *name, size_t nargs, SkValue kwnames) {
    return sk_no_kwargs(name, kwnames) && sk_check_nargs(name, nargs, 1, 1);
}

static SkValue getter_reduce(SkValue self) {
    return sk_tuple_pack(2, sk_type_value(sk_type_of(self)), sk_slot_peek(&getter(self)->args));
}

static const SkMethodDef getter_methods[] = {
    {"__reduce__", SK_NOARGS, .noargs = getter_reduce, .sig = "()", .doc = "What pickle needs."},
    {0},
};

// The result of get for one part, or a tuple of the results for each.
static SkValue collect(SkValue parts, SkValue (*get)(SkValue obj, SkValue part), SkValue obj) {
    size_t n = sk_tuple_len(parts);
    if (n == 1) return get(obj, sk_tuple_peek(parts, 0));
    SkTuple *t = sk_tuple_alloc(n);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue result = sk_counted(t);
    for (size_t i = 0; i < n; i++) {
        SkValue item = get(obj, sk_tuple_peek(parts, i));
        if (sk_is_empty(item)) return SK_EMPTY;
        sk_tuple_init(t, i, sk_own(item));
    }
    return sk_move(&result);
}

// ---- itemgetter ---------------------------------------------------------------------------------------------------------

static SkValue itemgetter_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("itemgetter", kwnames)) return SK_EMPTY;
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "itemgetter expected 1 argument, got 0");
    SkValue keys = sk_tuple_from(args, nargs);
    return sk_is_empty(keys) ? SK_EMPTY : make(type, keys, SK_EMPTY, SK_EMPTY);
}

static SkValue itemgetter_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!one_argument("itemgetter", nargs, kwnames)) return SK_EMPTY;
    return collect(sk_slot_peek(&getter(self)->args), sk_getitem, args[0]);
}

static SkValue itemgetter_repr(SkValue self) { return repr_of(self, SK_EMPTY, SK_EMPTY); }

SkType sk_itemgetter_type = {
    SK_TYPE_HEAD(0, sizeof(Getter), getter_trace, getter_clear, getter_destroy),
    .name = "operator.itemgetter",
    .doc = "itemgetter(item, /, *items)\n--\n\nA function that fetches the given items from its argument.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = itemgetter_new,
    .call = itemgetter_call,
    .repr = itemgetter_repr,
    .methods = getter_methods,
};

// ---- attrgetter -----------------------------------------------------------------------------------------------------------

// A name as it is looked up: an interned str, or a tuple of them where it has dots.
static SkValue split_name(SkValue name) {
    int64_t length = (int64_t)sk_str_len(name), start = 0;
    size_t parts = 1;
    for (int64_t i = 0; i < length; i++) parts += sk_str_at(sk_as_str(name), (size_t)i) == '.';
    if (parts == 1) return sk_intern(sk_str_slice(name, 0, (size_t)length));
    SkTuple *t = sk_tuple_alloc(parts);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue result = sk_counted(t);
    for (size_t n = 0; n < parts; n++) {
        int64_t end = start;
        while (end < length && sk_str_at(sk_as_str(name), (size_t)end) != '.') end++;
        SkValue part = sk_str_slice(name, (size_t)start, (size_t)end);
        if (!sk_is_empty(part)) part = sk_intern(part);
        if (sk_is_empty(part)) return SK_EMPTY;
        sk_tuple_init(t, n, part);
        start = end + 1;
    }
    return sk_move(&result);
}

static SkValue attrgetter_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("attrgetter", kwnames)) return SK_EMPTY;
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "attrgetter expected 1 argument, got 0");
    SkTuple *t = sk_tuple_alloc(nargs);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue lookup = sk_counted(t);
    for (size_t i = 0; i < nargs; i++) {
        if (!sk_is_str(args[i])) return sk_raise(sk_exc_TypeError, "attribute name must be a string");
        SkValue name = split_name(args[i]);
        if (sk_is_empty(name)) return SK_EMPTY;
        sk_tuple_init(t, i, name);
    }
    SkValue names = sk_tuple_from(args, nargs);
    return sk_is_empty(names) ? SK_EMPTY : make(type, names, sk_move(&lookup), SK_EMPTY);
}

static SkValue get_path(SkValue obj, SkValue name) {
    if (!sk_is_exact_tuple(name)) return sk_getattr(obj, name);
    SK_AUTO SkValue at = sk_retain(obj);
    for (size_t i = 0; i < sk_tuple_len(name); i++) {
        SkValue next = sk_getattr(at, sk_tuple_peek(name, i));
        if (sk_is_empty(next)) return SK_EMPTY;
        sk_release(at);
        at = next;
    }
    return sk_move(&at);
}

static SkValue attrgetter_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!one_argument("attrgetter", nargs, kwnames)) return SK_EMPTY;
    return collect(sk_slot_peek(&getter(self)->lookup), get_path, args[0]);
}

SkType sk_attrgetter_type = {
    SK_TYPE_HEAD(0, sizeof(Getter), getter_trace, getter_clear, getter_destroy),
    .name = "operator.attrgetter",
    .doc = "attrgetter(attr, /, *attrs)\n--\n\nA function that fetches the given attributes, which may be dotted, from its argument.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = attrgetter_new,
    .call = attrgetter_call,
    .repr = itemgetter_repr,
    .methods = getter_methods,
};

// ---- methodcaller -----------------------------------------------------------------------------------------------------------

static SkValue methodcaller_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "methodcaller needs at least one argument, the method name");
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "method name must be a string");
    SK_AUTO SkValue kwargs = SK_EMPTY;
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if (nkw) {
        kwargs = sk_dict_new();
        if (sk_is_empty(kwargs)) return SK_EMPTY;
        for (size_t i = 0; i < nkw; i++)
            if (!sk_dict_set(kwargs, sk_tuple_peek(kwnames, i), args[nargs + i])) return SK_EMPTY;
    }
    SK_AUTO SkValue rest = sk_tuple_from(args + 1, nargs - 1);
    if (sk_is_empty(rest)) return SK_EMPTY;
    SkValue name = sk_intern(sk_retain(args[0]));
    return sk_is_empty(name) ? SK_EMPTY : make(type, sk_move(&rest), name, sk_move(&kwargs));
}

static SkValue methodcaller_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!one_argument("methodcaller", nargs, kwnames)) return SK_EMPTY;
    Getter *g = getter(self);
    SK_AUTO SkValue method = sk_getattr(args[0], sk_slot_peek(&g->lookup));
    return sk_is_empty(method) ? SK_EMPTY : sk_call_tuple(method, sk_slot_peek(&g->args), sk_slot_peek(&g->kwargs));
}

static SkValue methodcaller_repr(SkValue self) {
    Getter *g = getter(self);
    return repr_of(self, sk_slot_peek(&g->lookup), sk_slot_peek(&g->kwargs));
}

// (type, (name, *args)); with keywords (partial(type, name, **kwargs), args).
static SkValue methodcaller_reduce(SkValue self) {
    Getter *g = getter(self);
    SkValue type = sk_type_value(sk_type_of(self)), args = sk_slot_peek(&g->args), name = sk_slot_peek(&g->lookup);
    SkValue kwargs = sk_slot_peek(&g->kwargs);
    if (sk_is_empty(kwargs)) {
        size_t n = sk_tuple_len(args);
        SkTuple *t = sk_tuple_alloc(n + 1);
        if (!t) return SK_EMPTY;
        sk_tuple_init(t, 0, sk_retain(name));
        for (size_t i = 0; i < n; i++) sk_tuple_init(t, i + 1, sk_retain(sk_tuple_peek(args, i)));
        SK_AUTO SkValue all = sk_counted(t);
        return sk_tuple_pack(2, type, all);
    }
    SK_AUTO SkValue module = sk_hooks.import("functools");
    SK_AUTO SkValue partial = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "partial");
    SK_AUTO SkValue first = sk_tuple_pack(2, type, name);
    if (sk_is_empty(partial) || sk_is_empty(first)) return SK_EMPTY;
    SK_AUTO SkValue bound = sk_call_tuple(partial, first, kwargs);
    return sk_is_empty(bound) ? SK_EMPTY : sk_tuple_pack(2, bound, args);
}

static const SkMethodDef methodcaller_methods[] = {
    {"__reduce__", SK_NOARGS, .noargs = methodcaller_reduce, .sig = "()", .doc = "What pickle needs."},
    {0},
};

SkType sk_methodcaller_type = {
    SK_TYPE_HEAD(0, sizeof(Getter), getter_trace, getter_clear, getter_destroy),
    .name = "operator.methodcaller",
    .doc = "methodcaller(name, /, *args, **kwargs)\n--\n\nA function that calls the named method of its argument.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = methodcaller_new,
    .call = methodcaller_call,
    .repr = methodcaller_repr,
    .methods = methodcaller_methods,
};
