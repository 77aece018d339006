// functools.partial and Placeholder.
//
// The fields change only in __setstate__. So that a call need not count what it uses of a SHARED partial object, what
// __setstate__ takes out of one lives for ever; as long as the object is its owner's alone, a call counts.
#include "base/alloc.h"
#include "core/vm/frame.h"
#include "modules/_functools.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- Placeholder -----------------------------------------------------------------------------------------------------

// Written once when the module is made; immortal. empty_kw: what the collector leaves in a partial object.
static SkValue placeholder, empty_kw;

SkValue sk_placeholder(void) { return placeholder; }

static void placeholder_destroy(SkObject *o) { sk_object_free(o, sizeof *o); }

static SkValue placeholder_repr(SkValue self) {
    (void)self;
    return sk_str_from("Placeholder");
}

static SkValue placeholder_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args;
    if (nargs || (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)))
        return sk_raise(sk_exc_TypeError, "%s takes no arguments", strrchr(type->name, '.') + 1);
    return sk_dup(placeholder);
}

static const SkMethodDef placeholder_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = placeholder_repr, .sig = "()", .doc = "Pickled by name."},
    {0},
};

SkType sk_placeholder_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, placeholder_destroy),
    .name = "functools._PlaceholderType",
    .doc = "The type of Placeholder, which keeps a place for a positional argument in partial().",
    .flags = SK_TF_IMMUTABLE,
    .new_ = placeholder_new,
    .repr = placeholder_repr,
    .methods = placeholder_methods,
};

bool sk_placeholder_init(void) {
    if (!sk_is_empty(placeholder)) return true;
    empty_kw = sk_dict_new();
    if (sk_is_empty(empty_kw)) return false;
    sk_make_immortal(sk_ptr(empty_kw));
    SkObject *o = sk_object_new(&sk_placeholder_type.head, sizeof *o);
    if (!o) return sk_raise_memory(), false;
    sk_make_immortal(o);
    placeholder = sk_counted(o);
    return true;
}

// ---- partial ---------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot func, args, kw;       // args: tuple; kw: dict
    SkInstance attributes;
} Partial;

static Partial *partial(SkValue v) { return (Partial *)sk_ptr(v); }
static bool is_partial(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_partial_type); }

static size_t count_placeholders(const SkValue *args, size_t n) {
    size_t count = 0;
    for (size_t i = 0; i < n; i++) count += sk_is_placeholder(args[i]);
    return count;
}

static size_t placeholders_in(SkValue args) {
    size_t count = 0;
    for (size_t i = 0; i < sk_tuple_len(args); i++) count += sk_is_placeholder(sk_tuple_peek(args, i));
    return count;
}

// The arguments of an inner partial object followed by those given, which first take the places kept: new tuple.
static SkValue merged_args(SkValue inner, const SkValue *args, size_t nargs) {
    size_t n = sk_tuple_len(inner), kept = placeholders_in(inner), used = 0;
    size_t rest = nargs > kept ? nargs - kept : 0;
    SkTuple *t = sk_tuple_alloc(n + rest);
    if (!t) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        SkValue v = sk_tuple_peek(inner, i);
        if (sk_is_placeholder(v) && used < nargs) v = args[used++];
        sk_tuple_init(t, i, sk_retain(v));
    }
    for (size_t i = 0; i < rest; i++) sk_tuple_init(t, n + i, sk_retain(args[used + i]));
    return sk_counted(t);
}

static bool has_attributes(SkObject *o) {
    SkShape *shape = sk_load_acquire(&sk_instance_part(o, sk_ptr_type(o))->shape);
    return shape && (shape->is_dict || shape->count);
}

static SkValue partial_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);

static SkValue partial_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "type 'partial' takes at least one argument");
    SkValue func = args[0];
    if (!sk_is_callable(func)) return sk_raise(sk_exc_TypeError, "the first argument must be callable");
    if (nargs > 1 && sk_is_placeholder(args[nargs - 1]))
        return sk_raise(sk_exc_TypeError, "trailing Placeholders are not allowed");
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if (count_placeholders(args + nargs, nkw)) return sk_raise(sk_exc_TypeError, "Placeholder cannot be passed as a keyword argument");
    SK_AUTO SkValue inner_args = SK_EMPTY;
    SK_AUTO SkValue inner_kw = SK_EMPTY;
    SK_AUTO SkValue inner_func = SK_EMPTY;
    if (is_partial(func) && sk_type_of(func)->call == partial_call && !has_attributes(sk_ptr(func))) {
        SkObject *o = sk_ptr(func);
        inner_func = sk_slot_get(o, &partial(func)->func);
        inner_args = sk_slot_get(o, &partial(func)->args);
        inner_kw = sk_slot_get(o, &partial(func)->kw);
        func = inner_func;
    }
    SK_AUTO SkValue all = sk_is_empty(inner_args) ? sk_tuple_from(args + 1, nargs - 1) : merged_args(inner_args, args + 1, nargs - 1);
    SK_AUTO SkValue kw = sk_is_empty(all) ? SK_EMPTY : sk_is_empty(inner_kw) ? sk_dict_new() : sk_dict_copy(inner_kw);
    if (sk_is_empty(kw)) return SK_EMPTY;
    for (size_t i = 0; i < nkw; i++)
        if (!sk_dict_set(kw, sk_tuple_peek(kwnames, i), args[nargs + i])) return SK_EMPTY;
    Partial *p = (Partial *)sk_type_alloc(type, 0);
    if (!p) return SK_EMPTY;
    sk_slot_init(&p->func, sk_retain(func));
    sk_slot_init(&p->args, sk_move(&all));
    sk_slot_init(&p->kw, sk_move(&kw));
    return sk_counted(p);
}

static void partial_trace(SkObject *o, SkVisit visit, void *arg) {
    Partial *p = (Partial *)o;
    sk_slot_visit(&p->func, visit, arg);
    sk_slot_visit(&p->args, visit, arg);
    sk_slot_visit(&p->kw, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void partial_clear(SkObject *o) {
    Partial *p = (Partial *)o;
    sk_slot_set(o, &p->func, SK_NONE);
    sk_slot_set(o, &p->args, sk_empty_tuple());
    sk_slot_set(o, &p->kw, empty_kw);
    sk_instance_clear(o);
}

static void partial_destroy(SkObject *o) {
    Partial *p = (Partial *)o;
    sk_slot_destroy(o, &p->func);
    sk_slot_destroy(o, &p->args);
    sk_slot_destroy(o, &p->kw);
    sk_instance_free(o, 0);
}

// ---- calling -----------------------------------------------------------------------------------------------------------

enum { ON_STACK = 16 };

typedef struct {
    SkValue *values;   // positional, then keyword values: words kept alive elsewhere, or by `held`
    size_t npos;
    SkValue *names;    // counted
    SkValue *held;     // counted: values from the dict
    size_t nkw, nheld;
} Merged;

static bool add_keyword(Merged *m, SkValue name, SkValue value) {
    for (size_t i = 0; i < m->nkw; i++)
        if (sk_is(m->names[i], name) || sk_str_equal(m->names[i], name)) {
            m->values[m->npos + i] = value;
            return true;
        }
    m->names[m->nkw] = sk_retain(name);
    m->values[m->npos + m->nkw++] = value;
    return true;
}

static SkValue call_with_keywords(SkValue func, SkValue *values, size_t npos, size_t room, SkValue kw, const SkValue *given, SkValue kwnames) {
    size_t ngiven = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    Merged m = {.values = values, .npos = npos};
    SkValue *space = sk_malloc(2 * (room + 1) * sizeof *space);
    if (!space) return sk_raise_memory();
    m.names = space;
    m.held = space + room + 1;
    size_t pos = 0;
    SkValue key, value;
    bool ok = true;
    while (m.nkw + ngiven < room && sk_dict_next(kw, &pos, &key, &value)) {
        if (!sk_is_str(key)) {
            sk_raise(sk_exc_TypeError, "keywords must be strings");
            ok = false;
            sk_release(key);
            sk_release(value);
            break;
        }
        m.held[m.nheld++] = value;
        add_keyword(&m, key, value);
        sk_release(key);
    }
    for (size_t i = 0; ok && i < ngiven; i++) add_keyword(&m, sk_tuple_peek(kwnames, i), given[i]);
    SkValue r = SK_EMPTY;
    if (ok) {
        SK_AUTO SkValue names = m.nkw ? sk_tuple_from(m.names, m.nkw) : SK_EMPTY;
        if (!m.nkw || !sk_is_empty(names)) r = sk_call(func, values, npos, names);
    }
    for (size_t i = 0; i < m.nkw; i++) sk_release(m.names[i]);
    for (size_t i = 0; i < m.nheld; i++) sk_release(m.held[i]);
    sk_free(space);
    return r;
}

static SkValue partial_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkObject *o = sk_ptr(self);
    Partial *p = partial(self);
    SK_AUTO SkValue func = sk_slot_load(o, &p->func);
    SK_AUTO SkValue own = sk_slot_load(o, &p->args);
    SK_AUTO SkValue kw = sk_slot_load(o, &p->kw);
    size_t nown = sk_tuple_len(own), nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames), nheld = sk_dict_len(kw);
    size_t kept = placeholders_in(own);
    if (sk_unlikely(nargs < kept))
        return sk_raise(sk_exc_TypeError, "missing positional arguments in 'partial' call; expected at least %zu, got %zu", kept, nargs);
    if (nown == 0 && nheld == 0) return sk_call(func, args, nargs, kwnames);
    size_t npos = nown + nargs - kept, room = nkw + nheld;
    SkValue on_stack[ON_STACK];
    SkValue *values = npos + room <= ON_STACK ? on_stack : sk_malloc((npos + room) * sizeof *values);
    if (!values) return sk_raise_memory();
    size_t used = 0;
    for (size_t i = 0; i < nown; i++) {
        SkValue v = sk_tuple_peek(own, i);
        values[i] = kept && sk_is_placeholder(v) ? args[used++] : v;
    }
    for (size_t i = used; i < nargs; i++) values[nown + i - used] = args[i];
    SkValue r;
    if (nheld == 0) {
        for (size_t i = 0; i < nkw; i++) values[npos + i] = args[nargs + i];
        r = sk_call(func, values, npos, kwnames);
    } else {
        r = call_with_keywords(func, values, npos, room, kw, args + nargs, kwnames);
    }
    if (values != on_stack) sk_free(values);
    return r;
}

static SkValue partial_get(SkValue self, SkValue obj, SkValue type) {
    (void)type;
    return sk_is_empty(obj) || sk_is_none(obj) ? sk_dup(self) : sk_method_new(self, obj);
}

// ---- text and pickling ---------------------------------------------------------------------------------------------------

static bool add_repr(SkStrBuilder *b, SkValue v) {
    SK_AUTO SkValue text = sk_repr(v);
    if (sk_is_empty(text)) return false;
    sk_sb_str(b, text);
    return true;
}

static bool build_repr(SkStrBuilder *b, SkValue self) {
    SkObject *o = sk_ptr(self);
    SkType *t = sk_type_of(self);
    SK_AUTO SkValue module = sk_getattr(sk_type_value(t), SK_N(__module__));
    SK_AUTO SkValue qualname = sk_is_empty(module) ? SK_EMPTY : sk_getattr(sk_type_value(t), SK_N(__qualname__));
    if (sk_is_empty(qualname)) return false;
    SK_AUTO SkValue head = sk_str_format("%S.%S(", module, qualname);
    if (sk_is_empty(head)) return false;
    sk_sb_str(b, head);
    SK_AUTO SkValue func = sk_slot_get(o, &partial(self)->func);
    SK_AUTO SkValue args = sk_slot_get(o, &partial(self)->args);
    SK_AUTO SkValue kw = sk_slot_get(o, &partial(self)->kw);
    if (!add_repr(b, func)) return false;
    for (size_t i = 0; i < sk_tuple_len(args); i++) {
        sk_sb_ascii(b, ", ", 2);
        if (!add_repr(b, sk_tuple_peek(args, i))) return false;
    }
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(kw, &pos, &key, &value)) {
        SK_AUTO SkValue k = key;
        SK_AUTO SkValue v = value;
        SK_AUTO SkValue name = sk_str(k);
        if (sk_is_empty(name)) return false;
        sk_sb_ascii(b, ", ", 2);
        sk_sb_str(b, name);
        sk_sb_char(b, '=');
        if (!add_repr(b, v)) return false;
    }
    sk_sb_char(b, ')');
    return true;
}

static SkValue partial_repr(SkValue self) {
    int entered = sk_repr_enter(self);
    if (entered) return entered < 0 ? SK_EMPTY : sk_str_from("...");
    SkStrBuilder b;
    sk_sb_init(&b);
    bool ok = build_repr(&b, self);
    sk_repr_leave(self);
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

static SkValue partial_reduce(SkValue self) {
    SkObject *o = sk_ptr(self);
    SkType *t = sk_type_of(self);
    SK_AUTO SkValue func = sk_slot_get(o, &partial(self)->func);
    SK_AUTO SkValue args = sk_slot_get(o, &partial(self)->args);
    SK_AUTO SkValue kw = sk_slot_get(o, &partial(self)->kw);
    SK_AUTO SkValue dict = SK_NONE;
    if (has_attributes(o)) dict = sk_instance_dict(self);
    if (sk_is_empty(dict)) return SK_EMPTY;
    SK_AUTO SkValue call = sk_tuple_pack(1, func);
    SK_AUTO SkValue state = sk_tuple_pack(4, func, args, kw, dict);
    return sk_is_empty(call) || sk_is_empty(state) ? SK_EMPTY : sk_tuple_pack(3, sk_type_value(t), call, state);
}

static void replace(SkObject *o, SkSlot *s, SkValue v) {
    bool shared = sk_is_shared(o);
    SkValue old = sk_slot_swap(o, s, v);
    if ((shared || sk_is_shared(o)) && sk_is_ptr(old)) sk_make_immortal(sk_ptr(old));
    else sk_release(old);
}

static SkValue partial_setstate(SkValue self, SkValue state) {
    SkValue f[4];
    bool ok = sk_is_tuple(state) && sk_tuple_len(state) == 4;
    for (size_t i = 0; ok && i < 4; i++) f[i] = sk_tuple_peek(state, i);
    if (!ok || !sk_is_callable(f[0]) || !sk_is_tuple(f[1]) || (!sk_is_none(f[2]) && !sk_is_dict(f[2])))
        return sk_raise(sk_exc_TypeError, "invalid partial state");
    size_t n = sk_tuple_len(f[1]);
    if (n && sk_is_placeholder(sk_tuple_peek(f[1], n - 1)))
        return sk_raise(sk_exc_TypeError, "trailing Placeholders are not allowed");
    SK_AUTO SkValue args = sk_is_exact_tuple(f[1]) ? sk_retain(f[1]) : sk_tuple_slice(f[1], 0, n);
    SK_AUTO SkValue kw = sk_is_none(f[2]) ? sk_dict_new() : sk_has_index(f[2], SK_T_DICT) ? sk_retain(f[2]) : sk_dict_copy(f[2]);
    if (sk_is_empty(args) || sk_is_empty(kw)) return SK_EMPTY;
    if (!sk_is_none(f[3])) {
        if (!sk_set_dict_attr(self, f[3], NULL)) return SK_EMPTY;
    } else {
        SK_AUTO SkValue dict = sk_dict_new();
        if (sk_is_empty(dict) || !sk_set_dict_attr(self, dict, NULL)) return SK_EMPTY;
    }
    SkObject *o = sk_ptr(self);
    replace(o, &partial(self)->func, sk_retain(f[0]));
    replace(o, &partial(self)->args, sk_move(&args));
    replace(o, &partial(self)->kw, sk_move(&kw));
    return SK_NONE;
}

static const SkMethodDef partial_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = partial_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__setstate__", .kind = SK_ONEARG, .onearg = partial_setstate, .sig = "(object, /)", .doc = "Set the state."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkMemberDef partial_members[] = {
    {"func", SK_MEMBER_OBJECT, offsetof(Partial, func), true, "The function to call."},
    {"args", SK_MEMBER_OBJECT, offsetof(Partial, args), true, "The tuple of arguments of future calls."},
    {"keywords", SK_MEMBER_OBJECT, offsetof(Partial, kw), true, "The dict of keyword arguments of future calls."},
    {0},
};
static const SkGetSetDef partial_getset[] = {
    {"__dict__", sk_get_dict_attr, sk_set_dict_attr, NULL, NULL},
    {0},
};

SkType sk_partial_type = {
    SK_TYPE_HEAD(0, sizeof(Partial), partial_trace, partial_clear, partial_destroy),
    .name = "functools.partial",
    .doc = "partial(func, /, *args, **keywords)\n--\n\nA function with some of its arguments given.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_HAS_DICT | SK_TF_WEAKREF | SK_TF_METHOD_DESCR,
    .shape_offset = offsetof(Partial, attributes),
    .new_ = partial_new,
    .call = partial_call,
    .repr = partial_repr,
    .descr_get = partial_get,
    .methods = partial_methods,
    .members = partial_members,
    .getset = partial_getset,
};
