// weakref.ref, and the lists of weak references.
//
// W1  A reference is in its control's list from its making to its own death or its target's, whichever is first. The list
//     and the links are touched only under the control's lock, under which nothing is released, allocated or called.
// W2  A reference's memory outlives its presence in the list: destroy takes the lock to unlink. So whoever holds the lock
//     may try to count what the list names. For that, references carry WEAK themselves: an owner that drops the last
//     count of an object without any flag does so without telling (gc/count.c), and would not see the new count.
// W3  A callback runs once: whoever empties the slot runs it.
// The reference without a callback, and the proxy without one, stand first in the list, in this order.
#include "objects/weakref.h"

#include "base/alloc.h"
#include "gc/collect.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/type_internal.h"
#include "gc/collect.h"
#include "objects/weakref_internal.h"

// ---- the list --------------------------------------------------------------------------------------------------------

static SkWeakRef *first_of(SkWeakControl *c) { return (SkWeakRef *)c->first; }

static void link_after_locked(SkWeakControl *c, SkWeakRef *r, SkWeakRef *prev) {
    SkWeakRef *next = prev ? prev->next : first_of(c);
    r->prev = prev;
    r->next = next;
    r->linked = true;
    if (prev) prev->next = r;
    else c->first = &r->header;
    if (next) next->prev = r;
}

static void unlink_locked(SkWeakControl *c, SkWeakRef *r) {
    if (!r->linked) return;
    if (r->prev) r->prev->next = r->next;
    else c->first = r->next ? &r->next->header : NULL;
    if (r->next) r->next->prev = r->prev;
    r->prev = r->next = NULL;
    r->linked = false;
}

static bool is_plain(SkWeakRef *r, SkType *type) {
    return r && sk_ptr_type(&r->header) == type && sk_is_empty(sk_slot_peek(&r->callback));
}

static bool is_plain_proxy(SkWeakRef *r) { return is_plain(r, &sk_weakproxy_type) || is_plain(r, &sk_weakcallableproxy_type); }

// The plain reference or proxy if the list has a living one: with one count. Requires the lock.
static SkWeakRef *find_plain_locked(SkWeakControl *c, SkType *type) {
    for (SkWeakRef *r = first_of(c); r && (is_plain(r, &sk_weakref_type) || is_plain_proxy(r)); r = r->next)
        if (is_plain(r, type) && sk_try_incref(&r->header)) return r;
    return NULL;
}

static void insert_locked(SkWeakControl *c, SkWeakRef *r, SkType *type) {
    bool plain = is_plain(r, type) && type != NULL;
    SkWeakRef *prev = NULL, *at = first_of(c);
    if (plain && type == &sk_weakref_type) {
        link_after_locked(c, r, NULL);
        return;
    }
    for (; is_plain(at, &sk_weakref_type); at = at->next) prev = at;
    if (!(plain && is_plain_proxy(r)))
        for (; is_plain_proxy(at); at = at->next) prev = at;
    link_after_locked(c, r, prev);
}

// ---- life --------------------------------------------------------------------------------------------------------------

void sk_weakref_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkWeakRef *)o)->callback, visit, arg);
    sk_instance_trace(o, visit, arg);
}

static void leave(SkWeakRef *r) {
    if (!r->control) return;
    sk_weak_lock(r->control);
    unlink_locked(r->control, r);
    sk_weak_unlock(r->control);
}

void sk_weakref_clear(SkObject *o) {
    sk_slot_set(o, &((SkWeakRef *)o)->callback, SK_EMPTY);
    sk_instance_clear(o);
}

void sk_weakref_destroy(SkObject *o) {
    SkWeakRef *r = (SkWeakRef *)o;
    leave(r);
    if (r->control) sk_weak_control_release(r->control);
    sk_slot_destroy(o, &r->callback);
    sk_instance_free(o, 0);
}

SkValue sk_weakref_make(SkType *type, SkValue target, SkValue callback) {
    if (!sk_is_ptr(target) || !(sk_type_of(target)->flags & SK_TF_WEAKREF))
        return sk_raise(sk_exc_TypeError, "cannot create weak reference to '%s' object", sk_type_of(target)->name);
    if (sk_is_none(callback)) callback = SK_EMPTY;
    bool shareable = sk_is_empty(callback) && !(type->flags & SK_TF_HEAP);
    SkWeakControl *c = sk_weak_control(sk_ptr(target));
    if (!c) return sk_raise_memory();
    if (shareable) {
        sk_weak_lock(c);
        SkWeakRef *old = find_plain_locked(c, type);
        sk_weak_unlock(c);
        if (old) {
            sk_weak_control_release(c);
            return sk_counted(old);
        }
    }
    SkWeakRef *r = (SkWeakRef *)sk_type_alloc(type, 0);
    if (!r) {
        sk_weak_control_release(c);
        return SK_EMPTY;
    }
    sk_or_relaxed(&r->header.shared, SK_WEAK);  // W2
    r->control = c;
    sk_store_relaxed(&r->hash, -1);
    sk_slot_init(&r->callback, sk_retain(callback));
    sk_weak_lock(c);
    SkWeakRef *old = shareable ? find_plain_locked(c, type) : NULL;
    if (!old) insert_locked(c, r, type);
    sk_weak_unlock(c);
    if (!old) return sk_counted(r);
    sk_release(sk_counted(r));
    return sk_counted(old);
}

SkValue sk_weakref_new(SkValue target, SkValue callback) { return sk_weakref_make(&sk_weakref_type, target, callback); }

SkValue sk_weakref_get(SkValue ref) {
    SkWeakControl *c = sk_as_weakref(ref)->control;
    SkObject *o = c ? sk_weak_get(c) : NULL;
    return o ? sk_counted(o) : SK_EMPTY;
}

// ---- the target's death --------------------------------------------------------------------------------------------------

static void report(SkValue callback) {
    SkValue exc = sk_error_take();
    SK_AUTO SkValue text = sk_str_format("Exception ignored while calling weakref callback %R", callback);
    SK_AUTO_UTF8 SkUtf8 message = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
    sk_error_restore(exc);
    sk_error_unraisable(message.text, SK_EMPTY);
}

static void run_callback(SkWeakRef *r) {
    SK_AUTO SkValue callback = sk_slot_swap(&r->header, &r->callback, SK_EMPTY);
    if (sk_is_empty(callback)) return;
    SkValue saved = sk_error_take();
    SkValue result = sk_call1(callback, sk_counted(r));
    if (sk_is_empty(result)) report(callback);
    sk_release(result);
    sk_error_restore(saved);
}

static void target_died(SkWeakControl *c) {
    SkWeakRef *todo = NULL, **end = &todo;
    sk_weak_lock(c);
    for (SkWeakRef *r; (r = first_of(c));) {
        unlink_locked(c, r);
        if (sk_is_empty(sk_slot_peek(&r->callback)) || !sk_try_incref(&r->header)) continue;
        // Out of the list, `next` is this function's.
        *end = r;
        end = &r->next;
    }
    c->callbacks_done = true;
    sk_weak_unlock(c);
    while (todo) {
        SkWeakRef *r = todo;
        todo = r->next;
        r->next = NULL;
        run_callback(r);
        sk_release(sk_counted(r));
    }
}

// A weak reference that is garbage itself calls nobody back.
static void silence(SkObject *o) {
    if (!sk_is_instance_of(sk_counted(o), &sk_weakref_type) && !sk_has_index(sk_counted(o), SK_T_WEAKPROXY) &&
        !sk_has_index(sk_counted(o), SK_T_WEAKCALLABLEPROXY))
        return;
    sk_slot_set(o, &((SkWeakRef *)o)->callback, SK_EMPTY);
}

void sk_weakrefs_init(void) {
    sk_weak_died_hook = target_died;
    sk_collect_silence = silence;
}

// ---- all of an object's ----------------------------------------------------------------------------------------------------

size_t sk_weakref_count(SkValue target) {
    SkWeakControl *c = sk_is_ptr(target) ? sk_weak_find(sk_ptr(target)) : NULL;
    if (!c) return 0;
    size_t n = 0;
    sk_weak_lock(c);
    for (SkWeakRef *r = first_of(c); r; r = r->next) n++;
    sk_weak_unlock(c);
    return n;
}

SkValue sk_weakref_list(SkValue target) {
    SkWeakControl *c = sk_is_ptr(target) ? sk_weak_find(sk_ptr(target)) : NULL;
    if (!c) return sk_list_new(0);
    size_t room = sk_weakref_count(target) + 4, n = 0;
    SkValue *found = sk_malloc(room * sizeof *found);
    if (!found) return sk_raise_memory();
    sk_weak_lock(c);
    for (SkWeakRef *r = first_of(c); r && n < room; r = r->next)
        if (sk_try_incref(&r->header)) found[n++] = sk_counted(r);
    sk_weak_unlock(c);
    SkValue list = sk_list_steal(found, n);
    sk_free(found);
    return list;
}

SkValue sk_get_weakref_attr(SkValue self, void *unused) {
    (void)unused;
    SkWeakControl *c = sk_weak_find(sk_ptr(self));
    if (!c) return SK_NONE;
    SkValue found = SK_NONE;
    sk_weak_lock(c);
    for (SkWeakRef *r = first_of(c); r; r = r->next) {
        if (!sk_try_incref(&r->header)) continue;
        found = sk_counted(r);
        break;
    }
    sk_weak_unlock(c);
    return found;
}

// ---- weakref.ref ------------------------------------------------------------------------------------------------------------

static SkValue ref_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (type == &sk_weakref_type && !sk_no_kwargs("ref", kwnames)) return SK_EMPTY;
    if (!sk_check_nargs("__new__", nargs, 1, 2)) return SK_EMPTY;
    return sk_weakref_make(type, args[0], nargs > 1 ? args[1] : SK_EMPTY);
}

static bool ref_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)self, (void)args;
    return sk_no_kwargs("ref", kwnames) && sk_check_nargs("__init__", nargs, 1, 2);
}

static SkValue ref_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)args;
    if (nargs) return sk_raise(sk_exc_TypeError, "weakref expected 0 arguments, got %zu", nargs);
    if (!sk_no_kwargs("weakref", kwnames)) return SK_EMPTY;
    SkValue v = sk_weakref_get(self);
    return sk_is_empty(v) ? SK_NONE : v;
}

static int64_t ref_hash(SkValue self) {
    SkWeakRef *r = sk_as_weakref(self);
    int64_t h = sk_load_relaxed(&r->hash);
    if (h != -1) return h;
    SK_AUTO SkValue target = sk_weakref_get(self);
    if (sk_is_empty(target)) {
        sk_raise(sk_exc_TypeError, "weak object has gone away");
        return -1;
    }
    h = sk_hash(target);
    if (h != -1) sk_store_relaxed(&r->hash, h);
    return h;
}

static SkValue ref_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || !sk_is_weakref(a) || !sk_is_weakref(b)) return SK_NOT_IMPLEMENTED;
    SK_AUTO SkValue x = sk_weakref_get(a), y = sk_weakref_get(b);
    if (sk_is_empty(x) || sk_is_empty(y)) return sk_bool(sk_is(a, b) == (op == SK_EQ));
    return sk_compare(x, y, op);
}

static SkValue ref_repr(SkValue self) {
    SK_AUTO SkValue target = sk_weakref_get(self);
    if (sk_is_empty(target)) return sk_str_format("<weakref at %p; dead>", (void *)sk_ptr(self));
    SK_AUTO SkValue name = sk_getattr_opt(target, SK_N(__name__));
    if (sk_is_empty(name) && sk_error_occurred()) return SK_EMPTY;
    if (sk_is_str(name))
        return sk_str_format("<weakref at %p; to '%s' at %p (%S)>", (void *)sk_ptr(self), sk_type_of(target)->name,
                             (void *)sk_ptr(target), name);
    return sk_str_format("<weakref at %p; to '%s' at %p>", (void *)sk_ptr(self), sk_type_of(target)->name, (void *)sk_ptr(target));
}

static const SkMemberDef members[] = {
    {"__callback__", SK_MEMBER_OBJECT, offsetof(SkWeakRef, callback), true, NULL},
    {0},
};

static const SkMethodDef methods[] = {
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, {.onearg = sk_generic_alias_new}, "(object, /)", "See PEP 585"},
    {0},
};

SkType sk_weakref_type = {
    SK_TYPE_HEAD(SK_T_WEAKREF, sizeof(SkWeakRef), sk_weakref_trace, sk_weakref_clear, sk_weakref_destroy),
    .name = "weakref.ReferenceType", .doc = "A reference that does not keep its object alive.", .flags = SK_TF_BASE,
    .new_ = ref_new, .init = ref_init, .call = ref_call, .repr = ref_repr, .hash = ref_hash, .compare = ref_compare,
    .methods = methods, .members = members,
};
