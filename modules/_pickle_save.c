// What goes into a pickle for which object: containers, and the way to the reductions of everything else.
#include "base/alloc.h"
#include "modules/_pickle.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

static bool note(const char *fmt, SkValue v, long long i) {
    sk_error_add_note(fmt, v, i);
    return false;
}

// ---- fast mode has no memo: deep nesting is searched for cycles --------------------------------------------------------------------

enum { FAST_LIMIT = 50 };

static bool fast_enter(SkPickler *p, SkValue v) {
    if (!p->fast) return true;
    if (p->nesting >= FAST_LIMIT)
        for (size_t i = 0; i < p->nesting; i++)
            if (p->nested[i] == sk_ptr(v))
                return sk_raise_false(sk_exc_ValueError, "fast mode: can't pickle cyclic objects including object type %.200T at %p", v, (void *)sk_ptr(v));
    if (p->nesting == p->nested_capacity) {
        size_t capacity = p->nested_capacity * 2 + 64;
        SkObject **nested = sk_realloc(p->nested, capacity * sizeof *nested);
        if (!nested) return sk_is_none(sk_raise_memory());
        p->nested = nested;
        p->nested_capacity = capacity;
    }
    p->nested[p->nesting++] = sk_ptr(v);
    return true;
}

static void fast_leave(SkPickler *p) {
    if (p->fast && p->nesting) p->nesting--;
}

// ---- tuples --------------------------------------------------------------------------------------------------------------------

static bool save_members(SkPickler *p, SkValue v) {
    for (size_t i = 0, n = sk_tuple_len(v); i < n; i++)
        if (!sk_pickle_save(p, sk_tuple_peek(v, i), false)) return note("when serializing %T item %lld", v, (long long)i);
    return true;
}

static bool save_tuple(SkPickler *p, SkValue v) {
    size_t n = sk_tuple_len(v);
    if (n == 0) {
        if (p->protocol) return sk_pickle_op(p, OP_EMPTY_TUPLE);
        return sk_pickle_op(p, OP_MARK) && sk_pickle_op(p, OP_TUPLE);
    }
    bool small = n <= 3 && p->protocol >= 2;
    if (!small && !sk_pickle_op(p, OP_MARK)) return false;
    if (!save_members(p, v)) return false;
    int64_t index = sk_memo_find(&p->memo, v);
    if (index < 0) return sk_pickle_op(p, small ? OP_TUPLE1 + (int)n - 1 : OP_TUPLE) && sk_pickle_memo_put(p, v);
    // The tuple holds itself, and was saved on the way down: what has been made here is thrown away.
    if (!small && p->bin) {
        if (!sk_pickle_op(p, OP_POP_MARK)) return false;
    } else {
        for (size_t i = 0; i < n + !small; i++)
            if (!sk_pickle_op(p, OP_POP)) return false;
    }
    return sk_pickle_memo_get(p, index);
}

// ---- lists and dicts -------------------------------------------------------------------------------------------------------------

static bool save_next(SkPickler *p, SkValue item, SkValue of, bool pair, size_t i) {
    if (!pair) return sk_pickle_save(p, item, false) || note("when serializing %T item %lld", of, (long long)i);
    if (!sk_is_tuple(item) || sk_tuple_len(item) != 2) return sk_raise_false(sk_exc_TypeError, "dict items iterator must return 2-tuples");
    if (!sk_pickle_save(p, sk_tuple_peek(item, 0), false)) {
        sk_error_add_note("when serializing %T key", of);
        return false;
    }
    if (sk_pickle_save(p, sk_tuple_peek(item, 1), false)) return true;
    sk_error_add_note("when serializing %T item %R", of, sk_tuple_peek(item, 0));
    return false;
}

bool sk_pickle_items(SkPickler *p, SkValue it, SkValue of, bool pairs) {
    int one = pairs ? OP_SETITEM : OP_APPEND, many = pairs ? OP_SETITEMS : OP_APPENDS;
    size_t i = 0;
    if (p->protocol == 0) {
        for (;; i++) {
            SK_AUTO SkValue item = sk_own(sk_next(it));
            if (sk_is_empty(item)) return !sk_error_occurred();
            if (!save_next(p, item, of, pairs, i) || !sk_pickle_op(p, one)) return false;
        }
    }
    size_t n;
    do {
        SK_AUTO SkValue first = sk_own(sk_next(it));
        if (sk_is_empty(first)) return !sk_error_occurred();
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) return !sk_error_occurred() && save_next(p, first, of, pairs, i) && sk_pickle_op(p, one);
        if (!sk_pickle_op(p, OP_MARK) || !save_next(p, first, of, pairs, i++)) return false;
        n = 1;
        while (!sk_is_empty(item)) {
            if (!save_next(p, item, of, pairs, i++)) return false;
            if (++n == SK_PICKLE_BATCH) break;
            SkValue next = sk_own(sk_next(it));
            sk_release(item);
            item = next;
        }
        if (sk_error_occurred() || !sk_pickle_op(p, many)) return false;
    } while (n == SK_PICKLE_BATCH);
    return true;
}

static bool save_list_items(SkPickler *p, SkValue v) {
    size_t n = sk_list_len(v), i = 0;
    if (n == 1) {
        SK_AUTO SkValue item = sk_list_get(v, 0);
        if (sk_is_empty(item)) return sk_raise_false(sk_exc_RuntimeError, "list changed size during iteration");
        return (sk_pickle_save(p, item, false) || note("when serializing %T item %lld", v, 0)) && sk_pickle_op(p, OP_APPEND);
    }
    while (i < n) {
        if (!sk_pickle_op(p, OP_MARK)) return false;
        for (size_t k = 0; k < SK_PICKLE_BATCH && i < n; k++, i++) {
            SK_AUTO SkValue item = sk_list_get(v, i);
            if (sk_is_empty(item)) return sk_raise_false(sk_exc_RuntimeError, "list changed size during iteration");
            if (!sk_pickle_save(p, item, false)) return note("when serializing %T item %lld", v, (long long)i);
        }
        if (!sk_pickle_op(p, OP_APPENDS)) return false;
        n = sk_list_len(v);
    }
    return true;
}

static bool save_list(SkPickler *p, SkValue v) {
    if (!fast_enter(p, v)) return false;
    bool ok = p->bin ? sk_pickle_op(p, OP_EMPTY_LIST) : sk_pickle_op(p, OP_MARK) && sk_pickle_op(p, OP_LIST);
    ok = ok && sk_pickle_memo_put(p, v);
    if (ok && sk_list_len(v)) {
        if (p->protocol > 0) {
            ok = save_list_items(p, v);
        } else {
            SK_AUTO SkValue it = sk_iter(v);
            ok = !sk_is_empty(it) && sk_pickle_items(p, it, v, false);
        }
    }
    fast_leave(p);
    return ok;
}

static bool save_pair(SkPickler *p, SkValue v, SkValue key, SkValue value) {
    if (!sk_pickle_save(p, key, false)) {
        sk_error_add_note("when serializing %T key", v);
        return false;
    }
    if (sk_pickle_save(p, value, false)) return true;
    sk_error_add_note("when serializing %T item %R", v, key);
    return false;
}

static bool save_dict_items(SkPickler *p, SkValue v) {
    size_t size = sk_dict_len(v), pos = 0, n;
    do {
        n = 0;
        if (size != 1 && !sk_pickle_op(p, OP_MARK)) return false;
        SkValue k, x;
        while (n < (size == 1 ? 1 : SK_PICKLE_BATCH) && sk_dict_next(v, &pos, &k, &x)) {
            SK_AUTO SkValue key = k, value = x;
            if (!save_pair(p, v, key, value)) return false;
            n++;
        }
        if (!sk_pickle_op(p, size == 1 ? OP_SETITEM : OP_SETITEMS)) return false;
        if (sk_dict_len(v) != size) return sk_raise_false(sk_exc_RuntimeError, "dictionary changed size during iteration");
    } while (n == SK_PICKLE_BATCH);
    return true;
}

static bool save_dict(SkPickler *p, SkValue v) {
    if (!fast_enter(p, v)) return false;
    bool ok = p->bin ? sk_pickle_op(p, OP_EMPTY_DICT) : sk_pickle_op(p, OP_MARK) && sk_pickle_op(p, OP_DICT);
    ok = ok && sk_pickle_memo_put(p, v);
    if (ok && sk_dict_len(v)) {
        if (p->protocol > 0) {
            ok = save_dict_items(p, v);
        } else {
            SK_AUTO SkValue items = sk_call_method(v, SK_N(items), NULL, 0);
            SK_AUTO SkValue it = sk_is_empty(items) ? items : sk_iter(items);
            ok = !sk_is_empty(it) && sk_pickle_items(p, it, v, true);
        }
    }
    fast_leave(p);
    return ok;
}

// ---- sets ------------------------------------------------------------------------------------------------------------------------

static bool save_set_as_call(SkPickler *p, SkValue v) {
    SK_AUTO SkValue list = sk_to_list(v);
    return !sk_is_empty(list) && sk_pickle_call(p, sk_type_value(sk_type_of(v)), sk_tuple_pack(1, list), v);
}

static bool save_elements(SkPickler *p, SkValue v, size_t *pos, size_t limit, size_t *n) {
    SkValue e;
    for (*n = 0; *n < limit && sk_set_next(v, pos, &e); ++*n) {
        SK_AUTO SkValue element = e;
        if (!sk_pickle_save(p, element, false)) return note("when serializing %T element", v, 0);
    }
    return true;
}

static bool save_set(SkPickler *p, SkValue v) {
    if (p->protocol < 4) return save_set_as_call(p, v);
    if (!sk_pickle_op(p, OP_EMPTY_SET) || !sk_pickle_memo_put(p, v)) return false;
    size_t size = sk_set_len(v), pos = 0, n = SK_PICKLE_BATCH;
    while (size && n == SK_PICKLE_BATCH) {
        if (!sk_pickle_op(p, OP_MARK) || !save_elements(p, v, &pos, SK_PICKLE_BATCH, &n) || !sk_pickle_op(p, OP_ADDITEMS)) return false;
        if (sk_set_len(v) != size) return sk_raise_false(sk_exc_RuntimeError, "set changed size during iteration");
    }
    return true;
}

static bool save_frozenset(SkPickler *p, SkValue v) {
    if (!fast_enter(p, v)) return false;
    bool ok;
    if (p->protocol < 4) {
        ok = save_set_as_call(p, v);
    } else {
        size_t pos = 0, n;
        ok = sk_pickle_op(p, OP_MARK) && save_elements(p, v, &pos, SIZE_MAX, &n);
        int64_t index = ok ? sk_memo_find(&p->memo, v) : -1;
        if (ok && index >= 0) ok = sk_pickle_op(p, OP_POP_MARK) && sk_pickle_memo_get(p, index);
        else ok = ok && sk_pickle_op(p, OP_FROZENSET) && sk_pickle_memo_put(p, v);
    }
    fast_leave(p);
    return ok;
}

// ---- any object ------------------------------------------------------------------------------------------------------------------

// 1: saved as a persistent id, 0: it has none, -1.
static int save_persistent(SkPickler *p, SkValue v) {
    SK_AUTO SkValue id = sk_call1(p->pid, v);
    if (sk_is_empty(id)) return -1;
    if (sk_is_none(id)) return 0;
    if (p->bin) return sk_pickle_save(p, id, true) && sk_pickle_op(p, OP_BINPERSID) ? 1 : -1;
    SK_AUTO SkValue text = sk_str(id);
    if (sk_is_empty(text)) return -1;
    if (!sk_as_str(text)->ascii) {
        sk_raise(sk_pickling_error(), "persistent IDs in protocol 0 must be ASCII strings");
        return -1;
    }
    return sk_pickle_op(p, OP_PERSID) && sk_pickle_put(p, sk_as_str(text)->data, sk_str_len(text)) && sk_pickle_op(p, '\n') ? 1 : -1;
}

// The reduction that a table names for the type: counted function, SK_EMPTY without an exception if none.
static SkValue table_entry(SkPickler *p, SkType *type) {
    if (sk_is_empty(p->table)) {
        SK_AUTO SkValue copyreg = sk_import("copyreg");
        p->table = sk_is_empty(copyreg) ? copyreg : sk_getattr_s(copyreg, "dispatch_table");
        if (sk_is_empty(p->table)) return SK_EMPTY;
    }
    if (sk_is_exact_dict(p->table)) return sk_dict_get(p->table, sk_type_value(type));
    SkValue v = sk_getitem(p->table, sk_type_value(type));
    if (sk_is_empty(v)) (void)sk_error_clear_if(sk_exc_KeyError);
    return v;
}

static SkValue reduce_by_method(SkPickler *p, SkValue v) {
    SK_AUTO SkValue ex = sk_getattr_opt_s(v, "__reduce_ex__");
    if (!sk_is_empty(ex)) return sk_call1(ex, sk_from_small_int(p->protocol));
    if (sk_error_occurred()) return SK_EMPTY;
    SK_AUTO SkValue plain = sk_getattr_opt_s(v, "__reduce__");
    if (!sk_is_empty(plain)) return sk_call0(plain);
    return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_pickling_error(), "Can't pickle %T object", v);
}

static bool save_reduced(SkPickler *p, SkValue v, SkValue reduced) {
    if (sk_is_empty(reduced)) return false;
    if (sk_is_str(reduced)) return sk_pickle_global(p, v, reduced);
    if (!sk_is_tuple(reduced)) return sk_raise_false(sk_pickling_error(), "__reduce__ must return a string or tuple, not %T", reduced);
    if (sk_pickle_reduce(p, reduced, v)) return true;
    sk_error_add_note("when serializing %T object", v);
    return false;
}

static bool save_other(SkPickler *p, SkValue v) {
    SkType *type = sk_type_of(v);
    if (!sk_is_empty(p->reducer)) {
        SK_AUTO SkValue reduced = sk_call1(p->reducer, v);
        if (sk_is_empty(reduced)) return false;
        if (!sk_is_not_implemented(reduced)) return save_reduced(p, v, reduced);
    }
    if (type == &sk_type_type) return sk_pickle_type(p, v);
    if (type == &sk_function_type) return sk_pickle_global(p, v, SK_EMPTY);
    SK_AUTO SkValue function = table_entry(p, type);
    if (sk_is_empty(function) && sk_error_occurred()) return false;
    if (sk_is_empty(function) && sk_is_subtype(type, &sk_type_type)) return sk_pickle_global(p, v, SK_EMPTY);
    SK_AUTO SkValue reduced = sk_is_empty(function) ? reduce_by_method(p, v) : sk_call1(function, v);
    return save_reduced(p, v, reduced);
}

static bool save_container(SkPickler *p, SkValue v) {
    SkType *type = sk_type_of(v);
    if (type == &sk_dict_type) return save_dict(p, v);
    if (type == &sk_set_type) return save_set(p, v);
    if (type == &sk_frozenset_type) return save_frozenset(p, v);
    if (type == &sk_list_type) return save_list(p, v);
    if (type == &sk_tuple_type) return save_tuple(p, v);
    if (type == &sk_bytearray_type) return sk_pickle_bytearray(p, v);
    if (type == &sk_pickle_buffer_type) return sk_pickle_buffer(p, v);
    return save_other(p, v);
}

enum { SAVES_BETWEEN_POLLS = 256 };

bool sk_pickle_save(SkPickler *p, SkValue v, bool no_pid) {
    if (!sk_pickle_boundary(p)) return false;
    if (!no_pid && !sk_is_empty(p->pid)) {
        int saved = save_persistent(p, v);
        if (saved) return saved > 0;
    }
    if (sk_is_small_int(v)) return sk_pickle_int(p, v);
    if (sk_is_none(v)) return sk_pickle_op(p, OP_NONE);
    if (sk_is_bool(v)) {
        bool yes = sk_is_true(v);
        if (p->protocol >= 2) return sk_pickle_op(p, yes ? OP_NEWTRUE : OP_NEWFALSE);
        return sk_pickle_put(p, yes ? "I01\n" : "I00\n", 4);
    }
    if (sk_is_exact_int(v)) return sk_pickle_int(p, v);
    if (sk_is_exact_float(v)) return sk_pickle_float(p, v);
    int64_t index = sk_memo_find(&p->memo, v);
    if (index >= 0) return sk_pickle_memo_get(p, index);
    if (sk_is_exact_str(v)) return sk_pickle_str(p, v);
    if (sk_is_exact_bytes(v)) return sk_pickle_bytes(p, v);
    if (++p->saves % SAVES_BETWEEN_POLLS == 0 && !sk_safepoint_poll()) return false;
    if (!sk_enter_recursion(" while pickling an object")) return false;
    bool ok = save_container(p, v);
    sk_leave_recursion();
    return ok;
}
