// Calls from C.
#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/special.h"
#include "objects/str.h"
#include "objects/tuple.h"

SkValue sk_call(SkValue f, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkType *t = sk_type_of(f);
    SkKwFn call = t->call;
    if (sk_unlikely(!call)) return sk_raise(sk_exc_TypeError, "'%.200T' object is not callable", f);
    // Chains of built-in callables reach the stack's end without a Python frame between them.
    if (sk_unlikely(!sk_enter_recursion(" while calling a Python object"))) return SK_EMPTY;
    SkValue r = sk_own(call(f, args, nargs, kwnames));
    sk_leave_recursion();
#if SK_DEBUG
    if (sk_is_empty(r) != sk_error_occurred()) SK_FATAL("a call of a %s answered %s", t->name, sk_is_empty(r) ? "nothing, without an exception" : "a value with an exception set");
#endif
    return r;
}

SkValue sk_call0(SkValue f) { return sk_call(f, NULL, 0, SK_EMPTY); }
SkValue sk_call1(SkValue f, SkValue a) { return sk_call(f, &a, 1, SK_EMPTY); }
SkValue sk_call2(SkValue f, SkValue a, SkValue b) { return sk_call(f, (SkValue[]){a, b}, 2, SK_EMPTY); }
SkValue sk_call3(SkValue f, SkValue a, SkValue b, SkValue c) { return sk_call(f, (SkValue[]){a, b, c}, 3, SK_EMPTY); }

enum { ON_STACK = 16 };

SkValue sk_call_tuple(SkValue f, SkValue args, SkValue kwargs) {
    size_t n = sk_tuple_len(args), nk = sk_is_empty(kwargs) ? 0 : sk_dict_len(kwargs);
    SkValue small[ON_STACK], *words = small;
    if (n + nk > ON_STACK && !(words = sk_malloc((n + nk) * sizeof *words))) return sk_raise_memory();
    for (size_t i = 0; i < n; i++) words[i] = sk_tuple_peek(args, i);
    SkValue result = SK_EMPTY, kwnames = SK_EMPTY;
    size_t k = 0;
    if (nk) {
        SkValue key, value;
        size_t pos = 0;
        SkTuple *names = sk_tuple_alloc(nk);
        bool ok = names != NULL;
        kwnames = ok ? sk_counted(names) : SK_EMPTY;
        while (ok && k < nk && sk_dict_next(kwargs, &pos, &key, &value)) {
            if (!sk_is_str(key)) {
                sk_raise(sk_exc_TypeError, "keywords must be strings");
                ok = false;
                sk_release(key);
                sk_release(value);
                break;
            }
            sk_tuple_init(names, k, key);
            words[n + k++] = value;
        }
        if (ok && k < nk) {  // another thread took some away
            SkValue fewer = sk_tuple_slice(kwnames, 0, k);
            sk_release(kwnames);
            kwnames = fewer;
            ok = !sk_is_empty(kwnames);
        }
        if (!ok) goto out;
    }
    result = sk_call(f, words, n, kwnames);
out:
    for (size_t i = 0; i < k; i++) sk_release(words[n + i]);
    sk_release(kwnames);
    if (words != small) sk_free(words);
    return result;
}

static SkValue call_with_self(SkValue f, SkValue self, const SkValue *args, size_t nargs) {
    SkValue words[ON_STACK + 1];
    words[0] = self;
    for (size_t i = 0; i < nargs; i++) words[i + 1] = args[i];
    return sk_call(f, words, nargs + 1, SK_EMPTY);
}

// True if an instance has an attribute of its own by that name, which goes before a method.
static bool has_own(SkValue v, SkType *t, SkValue name) {
    if (!t->shape_offset) return false;
    if (!sk_is_interned(name)) return true;
    SkValue own = sk_instance_load(sk_ptr(v), t, name);
    sk_release(own);
    return !sk_is_empty(own);
}

SkValue sk_call_method(SkValue v, SkValue name, const SkValue *args, size_t nargs) {
    SkType *t = sk_type_of(v);
    // A method found on the type is called with v in front, without making a bound method.
    if (t->getattr == sk_generic_getattr && nargs < ON_STACK) {
        SK_AUTO SkValue f = sk_own(sk_type_lookup(t, name));
        if (!sk_is_empty(f) && (sk_type_of(f)->flags & SK_TF_METHOD_DESCR) && !has_own(v, t, name))
            return call_with_self(f, v, args, nargs);
    }
    SK_AUTO SkValue f = sk_getattr(v, name);
    return sk_is_empty(f) ? f : sk_call(f, args, nargs, SK_EMPTY);
}

bool sk_call_special(SkValue v, SkValue name, const SkValue *args, size_t nargs, SkValue *result) {
    SkType *t = sk_type_of(v);
    *result = SK_EMPTY;
    SK_AUTO SkValue f = sk_own(sk_type_lookup(t, name));
    if (sk_is_empty(f)) return false;
    if (sk_type_of(f)->flags & SK_TF_METHOD_DESCR) {
        *result = call_with_self(f, v, args, nargs);
        return true;
    }
    SkTernaryFn get = sk_type_of(f)->descr_get;
    SK_AUTO SkValue bound = get ? sk_own(get(f, v, sk_type_value(t))) : SK_EMPTY;
    if (get && sk_is_empty(bound)) return false;
    *result = sk_call(get ? bound : f, args, nargs, SK_EMPTY);
    return true;
}

SkValue sk_call_method_s(SkValue v, const char *name, const SkValue *args, size_t nargs) {
    SkValue n = sk_intern_s(name);
    return sk_is_empty(n) ? n : sk_call_method(v, n, args, nargs);
}

bool sk_is_callable(SkValue v) { return sk_type_of(v)->call != NULL; }
