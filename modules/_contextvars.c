// Context, ContextVar and Token (PEP 567).
//
// The mapping of a context is a dict that is never changed once it is in a context: setting a variable puts a changed copy
// in its place. So copies of contexts share it, and it is read without a lock. A context is entered by one thread at a
// time (`entered`, taken by compare-and-swap), and only that thread sets variables in it.
#include "modules/_contextvars.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot vars;                // dict: ContextVar -> value
    SkSlot previous;            // the context that was current when this one was entered, or empty
    _Atomic uint32_t entered;
} Context;

typedef struct {
    SkObject header;
    SkSlot name, otherwise;     // otherwise: the default, or empty
} Var;

typedef struct {
    SkObject header;
    SkSlot context, var, old;   // old: the value before, or empty
    _Atomic uint32_t used;
} Token;

static _Thread_local SkValue current;   // counted, or empty: not needed yet

static Context *as_context(SkValue v) { return (Context *)sk_ptr(v); }
static Var *as_var(SkValue v) { return (Var *)sk_ptr(v); }
static Token *as_token(SkValue v) { return (Token *)sk_ptr(v); }
static bool is_var(SkValue v) { return sk_type_of(v) == &sk_context_var_type; }

// ---- contexts ---------------------------------------------------------------------------------------------------------

static void context_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Context *)o)->vars, visit, arg);
    sk_slot_visit(&((Context *)o)->previous, visit, arg);
}
static void context_clear(SkObject *o) {
    SkValue empty = sk_dict_new();
    if (sk_is_empty(empty)) sk_error_clear();
    else sk_slot_set(o, &((Context *)o)->vars, empty);
    sk_slot_set(o, &((Context *)o)->previous, SK_EMPTY);
}
static void context_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Context *)o)->vars);
    sk_slot_destroy(o, &((Context *)o)->previous);
    sk_object_free(o, sizeof(Context));
}

// vars is taken.
static SkValue context_make(SkValue vars) {
    if (sk_is_empty(vars)) return vars;
    Context *c = (Context *)sk_container_new(&sk_context_type.head, sizeof *c);
    if (!c) {
        sk_release(vars);
        return sk_raise_memory();
    }
    sk_slot_init(&c->vars, vars);
    return sk_counted(c);
}

static SkValue vars_of(SkValue context) { return sk_slot_get(sk_ptr(context), &as_context(context)->vars); }

static bool need_current(void) {
    if (!sk_is_empty(current)) return true;
    current = context_make(sk_dict_new());
    return !sk_is_empty(current);
}

SkValue sk_context_current(void) { return need_current() ? sk_retain(current) : SK_EMPTY; }
SkValue sk_context_copy_current(void) { return need_current() ? context_make(vars_of(current)) : SK_EMPTY; }
void sk_context_thread_exit(void) {
    SkValue c = current;
    current = SK_EMPTY;
    sk_release(c);
}

static bool change(SkValue context, SkValue var, SkValue value /* or SK_EMPTY: delete */) {
    if (!sk_multithreaded) {
        // Nobody else has the variables: no copy of this context was made since they changed last.
        SkValue own = sk_slot_peek(&as_context(context)->vars);
        if (!sk_is_empty(own) && sk_is_sole(sk_ptr(own)))
            return sk_is_empty(value) ? sk_dict_delete(own, var) >= 0 : sk_dict_set(own, var, value);
    }
    SK_AUTO SkValue vars = vars_of(context);
    SkValue copy = sk_dict_copy(vars);
    if (sk_is_empty(copy)) return false;
    if (sk_is_empty(value) ? sk_dict_delete(copy, var) < 0 : !sk_dict_set(copy, var, value)) {
        sk_release(copy);
        return false;
    }
    sk_slot_set(sk_ptr(context), &as_context(context)->vars, copy);
    return true;
}

static SkValue context_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    (void)args;
    if (nargs || (!sk_is_empty(kwnames) && sk_tuple_len(kwnames))) return sk_raise(sk_exc_TypeError, "Context() does not accept any arguments");
    return context_make(sk_dict_new());
}

static SkValue context_run(SkValue v, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs < 1) return sk_raise(sk_exc_TypeError, "run() missing 1 required positional argument");
    Context *c = as_context(v);
    uint32_t no = 0;
    if (!need_current()) return SK_EMPTY;
    if (!sk_cas_acquire(&c->entered, &no, 1))  // PAIR(context)
        return sk_raise(sk_exc_RuntimeError, "cannot enter context: %R is already entered", v);
    SkValue before = current;
    current = sk_retain(v);
    sk_slot_set(&c->header, &c->previous, sk_retain(before));
    SkValue r = sk_call(args[0], args + 1, nargs - 1, kwnames);
    SkValue left = current;
    current = before;
    sk_slot_set(&c->header, &c->previous, SK_EMPTY);
    sk_store_release(&c->entered, 0);  // PAIR(context): the variables set are seen by who enters next
    sk_release(left);
    return r;
}

static bool check_key(SkValue key) {
    return is_var(key) || sk_raise_false(sk_exc_TypeError, "a ContextVar key was expected, got %R", key);
}
static SkValue context_getitem(SkValue v, SkValue key) {
    if (!check_key(key)) return SK_EMPTY;
    SK_AUTO SkValue vars = vars_of(v);
    SkValue r = sk_dict_get(vars, key);
    return sk_is_empty(r) && !sk_error_occurred() ? sk_raise_value(sk_exc_KeyError, key) : r;
}
static int context_contains(SkValue v, SkValue key) {
    if (!check_key(key)) return -1;
    SK_AUTO SkValue vars = vars_of(v);
    return sk_dict_contains(vars, key);
}
static int64_t context_len(SkValue v) {
    SK_AUTO SkValue vars = vars_of(v);
    return (int64_t)sk_dict_len(vars);
}
static SkValue context_get(SkValue v, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 1, 2) || !check_key(args[0])) return SK_EMPTY;
    SK_AUTO SkValue vars = vars_of(v);
    SkValue r = sk_dict_get(vars, args[0]);
    return sk_is_empty(r) && !sk_error_occurred() ? (nargs > 1 ? sk_dup(args[1]) : SK_NONE) : r;
}
static SkValue iterator_of(SkValue list) {
    SK_AUTO SkValue l = list;
    return sk_is_empty(l) ? SK_EMPTY : sk_iter(l);
}
static SkValue context_keys(SkValue v) {
    SK_AUTO SkValue vars = vars_of(v);
    return iterator_of(sk_dict_keys_list(vars));
}
static SkValue context_values(SkValue v) {
    SK_AUTO SkValue vars = vars_of(v);
    return iterator_of(sk_dict_values_list(vars));
}
static SkValue context_items(SkValue v) {
    SK_AUTO SkValue vars = vars_of(v);
    return iterator_of(sk_dict_items_list(vars));
}
static SkValue context_copy(SkValue v) { return context_make(vars_of(v)); }
static SkValue context_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || sk_type_of(a) != &sk_context_type || sk_type_of(b) != &sk_context_type) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue x = vars_of(a);
    SK_AUTO SkValue y = vars_of(b);
    return sk_compare(x, y, op);
}

static const SkMethodDef context_methods[] = {
    {"run", SK_KW, .kw = context_run, .doc = "Call a function with this context entered."},
    {"get", SK_FAST, .fast = context_get, .sig = "(key, default=None, /)", .doc = "The value of a variable, or the default."},
    {"keys", SK_NOARGS, .noargs = context_keys, .sig = "()", .doc = "The variables."},
    {"values", SK_NOARGS, .noargs = context_values, .sig = "()", .doc = "The values."},
    {"items", SK_NOARGS, .noargs = context_items, .sig = "()", .doc = "Pairs of variables and values."},
    {"copy", SK_NOARGS, .noargs = context_copy, .sig = "()", .doc = "A context with the same variables."},
    {0},
};

SkType sk_context_type = {
    SK_TYPE_HEAD(0, sizeof(Context), context_trace, context_clear, context_destroy),
    .name = "_contextvars.Context",
    .doc = "A mapping from context variables to their values.",
    .flags = SK_TF_WEAKREF | SK_TF_MAPPING,
    .new_ = context_new,
    .iter = context_keys,
    .compare = context_compare,
    .container = {.len = context_len, .contains = context_contains, .get_key = context_getitem},
    .methods = context_methods,
};

// ---- variables ------------------------------------------------------------------------------------------------------------

static void var_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Var *)o)->name, visit, arg);
    sk_slot_visit(&((Var *)o)->otherwise, visit, arg);
}
static void var_clear(SkObject *o) { sk_slot_set(o, &((Var *)o)->otherwise, SK_EMPTY); }
static void var_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Var *)o)->name);
    sk_slot_destroy(o, &((Var *)o)->otherwise);
    sk_object_free(o, sizeof(Var));
}

SkValue sk_context_var_new(SkValue name, SkValue otherwise) {
    Var *var = (Var *)sk_container_new(&sk_context_var_type.head, sizeof *var);
    if (!var) return sk_raise_memory();
    sk_slot_init(&var->name, sk_retain(name));
    if (!sk_is_empty(otherwise)) sk_slot_init(&var->otherwise, sk_retain(otherwise));
    return sk_counted(var);
}

static SkValue var_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (nargs != 1) {
        const char *bound = nargs ? "at most" : "exactly";
        return sk_raise(sk_exc_TypeError, "ContextVar() takes %s 1 positional argument (%zu given)", bound, nargs);
    }
    if (!sk_bind("ContextVar", "(name, /, *, default=<unrepresentable>)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "context variable name must be a str");
    return sk_context_var_new(a[0], a[1]);
}

static SkValue value_now(SkValue var) {
    if (sk_is_empty(current)) return SK_EMPTY;
    // Only this thread, which has entered the context, replaces its variables.
    return sk_dict_get(sk_slot_peek(&as_context(current)->vars), var);
}

SkValue sk_context_var_get(SkValue var) {
    SkValue r = value_now(var);
    return sk_is_empty(r) && !sk_error_occurred() ? sk_slot_get(sk_ptr(var), &as_var(var)->otherwise) : r;
}

static SkValue var_get(SkValue v, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 0, 1)) return SK_EMPTY;
    SkValue r = value_now(v);
    if (!sk_is_empty(r) || sk_error_occurred()) return r;
    if (nargs) return sk_dup(args[0]);
    r = sk_slot_load(sk_ptr(v), &as_var(v)->otherwise);
    return sk_is_empty(r) ? sk_raise_value(sk_exc_LookupError, v) : r;
}

SkValue sk_context_var_set(SkValue var, SkValue value) {
    if (!need_current()) return SK_EMPTY;
    SK_AUTO SkValue old = value_now(var);
    if (sk_is_empty(old) && sk_error_occurred()) return SK_EMPTY;
    Token *t = (Token *)sk_container_new(&sk_context_token_type.head, sizeof *t);
    if (!t) return sk_raise_memory();
    SK_AUTO SkValue token = sk_counted(t);
    sk_slot_init(&t->context, sk_retain(current));
    sk_slot_init(&t->var, sk_retain(var));
    sk_slot_init(&t->old, sk_move(&old));
    return change(current, var, value) ? sk_move(&token) : SK_EMPTY;
}

static bool reset(SkValue var, SkValue token) {
    Token *t = as_token(token);
    if (sk_load_relaxed(&t->used)) return sk_raise_false(sk_exc_RuntimeError, "%R has already been used once", token);
    if (!sk_is(var, sk_slot_peek(&t->var))) return sk_raise_false(sk_exc_ValueError, "%R was created by a different ContextVar", token);
    if (!need_current()) return false;
    if (!sk_is(sk_slot_peek(&t->context), current)) return sk_raise_false(sk_exc_ValueError, "%R was created in a different Context", token);
    if (sk_swap_relaxed(&t->used, 1)) return sk_raise_false(sk_exc_RuntimeError, "%R has already been used once", token);
    return change(current, var, sk_slot_peek(&t->old));
}

static SkValue var_reset(SkValue v, SkValue token) {
    if (sk_type_of(token) != &sk_context_token_type) return sk_raise(sk_exc_TypeError, "expected an instance of Token, got %R", token);
    return reset(v, token) ? SK_NONE : SK_EMPTY;
}

static SkValue var_repr(SkValue v) {
    SkValue otherwise = sk_slot_peek(&as_var(v)->otherwise), name = sk_slot_peek(&as_var(v)->name);
    if (sk_is_empty(otherwise)) return sk_str_format("<ContextVar name=%R at %p>", name, (void *)sk_ptr(v));
    return sk_str_format("<ContextVar name=%R default=%R at %p>", name, otherwise, (void *)sk_ptr(v));
}

static const SkMethodDef var_methods[] = {
    {"get", SK_FAST, .fast = var_get, .sig = "(default=<unrepresentable>, /)", .doc = "The value in the current context, or a default."},
    {"set", SK_ONEARG, .onearg = sk_context_var_set, .sig = "(value, /)", .doc = "Set the value; returns a token to undo it."},
    {"reset", SK_ONEARG, .onearg = var_reset, .sig = "(token, /)", .doc = "Undo a set()."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkMemberDef var_members[] = {{"name", SK_MEMBER_OBJECT, offsetof(Var, name), true, NULL}, {0}};

SkType sk_context_var_type = {
    SK_TYPE_HEAD(0, sizeof(Var), var_trace, var_clear, var_destroy),
    .name = "_contextvars.ContextVar",
    .doc = "A variable with a value of its own in every context.",
    .new_ = var_new,
    .repr = var_repr,
    .methods = var_methods,
    .members = var_members,
};

// ---- tokens -----------------------------------------------------------------------------------------------------------------

static SkValue missing_repr(SkValue v) {
    (void)v;
    return sk_str_from("<Token.MISSING>");
}
static void missing_destroy(SkObject *o) { (void)o; }
static SkType missing_type = {
    SK_TYPE_HEAD(0, sizeof(SkObject), NULL, NULL, missing_destroy),
    .name = "Token.MISSING",
    .flags = SK_TF_NO_NEW,
    .repr = missing_repr,
};
static SkValue missing;   // set once, by the first import: immortal

static void token_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Token *)o)->context, visit, arg);
    sk_slot_visit(&((Token *)o)->var, visit, arg);
    sk_slot_visit(&((Token *)o)->old, visit, arg);
}
static void token_clear(SkObject *o) { sk_slot_set(o, &((Token *)o)->old, SK_EMPTY); }
static void token_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Token *)o)->context);
    sk_slot_destroy(o, &((Token *)o)->var);
    sk_slot_destroy(o, &((Token *)o)->old);
    sk_object_free(o, sizeof(Token));
}
static SkValue token_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)type;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return sk_raise(sk_exc_RuntimeError, "Tokens can only be created by ContextVars");
}
static SkValue token_repr(SkValue v) {
    return sk_str_format("<Token%s var=%R at %p>", sk_load_relaxed(&as_token(v)->used) ? " used" : "", sk_slot_peek(&as_token(v)->var),
                         (void *)sk_ptr(v));
}
static SkValue token_enter(SkValue v) { return sk_dup(v); }
static SkValue token_exit(SkValue v, const SkValue *args, size_t nargs) {
    (void)args;
    (void)nargs;
    return reset(sk_slot_peek(&as_token(v)->var), v) ? SK_NONE : SK_EMPTY;
}
static SkValue get_old(SkValue v, void *c) {
    (void)c;
    SkValue old = sk_slot_load(sk_ptr(v), &as_token(v)->old);
    return sk_is_empty(old) ? missing : old;
}

static const SkMethodDef token_methods[] = {
    {"__enter__", SK_NOARGS, .noargs = token_enter, .sig = "()", .doc = "The token itself."},
    {"__exit__", SK_FAST, .fast = token_exit, .sig = "(type, val, tb, /)", .doc = "Undo the set()."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkMemberDef token_members[] = {{"var", SK_MEMBER_OBJECT, offsetof(Token, var), true, NULL}, {0}};
static const SkGetSetDef token_getset[] = {{"old_value", get_old, NULL, "The value before, or Token.MISSING.", NULL}, {0}};

SkType sk_context_token_type = {
    SK_TYPE_HEAD(0, sizeof(Token), token_trace, token_clear, token_destroy),
    .name = "_contextvars.Token",
    .doc = "What ContextVar.set() returns.",
    .new_ = token_new,
    .repr = token_repr,
    .methods = token_methods,
    .members = token_members,
    .getset = token_getset,
};

// ---- module -------------------------------------------------------------------------------------------------------------------

static SkValue copy_context(SkValue module) {
    (void)module;
    return sk_context_copy_current();
}
static const SkMethodDef functions[] = {
    {"copy_context", SK_NOARGS, .noargs = copy_context, .sig = "()", .doc = "A copy of this thread's context."}, {0}};

static bool exec(SkValue m) {
    if (!sk_module_add_type(m, &sk_context_type) || !sk_module_add_type(m, &sk_context_var_type) || !sk_type_ready(&missing_type)) return false;
    if (sk_is_empty(missing)) {
        SkObject *o = sk_object_new(&missing_type.head, sizeof *o);
        if (!o) {
            sk_raise_memory();
            return false;
        }
        sk_make_immortal(o);
        missing = sk_counted(o);
    }
    return sk_module_add_type(m, &sk_context_token_type) && sk_dict_set_s(sk_slot_peek(&sk_context_token_type.dict), "MISSING", missing);
}

const SkModuleDef sk_module__contextvars = {"_contextvars", "Context variables.", functions, exec};
