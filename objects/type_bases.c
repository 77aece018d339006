// Changing a class's bases, and asking metaclasses for the MRO.
//
// An MRO may be computed by Python code (`mro` of the metaclass), which may change the bases of any class in turn, as
// may other threads. Therefore
//   I1 `bases`, `base` and the subclass lists of the bases change together, under the lock of types, and never make a cycle;
//   I2 Python code runs without the lock, and whoever finds that a class was given another MRO meanwhile lets it stand.
#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

SkValue sk_type_ask_mro(SkType *t) {
    SK_AUTO SkValue method = sk_lookup_special(sk_type_value(t), SK_N(mro));
    SK_AUTO SkValue asked = sk_is_empty(method) ? SK_EMPTY : sk_call0(method);
    SK_AUTO SkValue mro = sk_is_empty(asked) ? SK_EMPTY : sk_to_tuple(asked);
    if (sk_is_empty(mro)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_AttributeError, "mro");
    if (sk_tuple_len(mro) == 0) return sk_raise(sk_exc_TypeError, "type MRO must not be empty");
    for (size_t i = 0; i < sk_tuple_len(mro); i++) {
        SkValue c = sk_tuple_peek(mro, i);
        if (!sk_is_type(c)) return sk_raise(sk_exc_TypeError, "mro() returned a non-class ('%.500T')", c);
        SkType *b = sk_as_type(c);
        if (!sk_is_subtype(sk_solid_base(t), sk_solid_base(b)))
            return sk_raise(sk_exc_TypeError, "mro() returned base with unsuitable layout ('%.500s')", b->name);
    }
    return sk_move(&mro);
}

// ---- renewing MROs ------------------------------------------------------------------------------------------------------

typedef struct {
    SkType *type;
    SkValue before, after;
} Change;

typedef struct {
    Change *items;  // a class before its subclasses
    size_t count, capacity;
} Changes;

static bool remember(Changes *c, SkType *t, SkValue before, SkValue after) {
    if (c->count == c->capacity) {
        size_t capacity = c->capacity ? c->capacity * 2 : 8;
        Change *items = sk_realloc(c->items, capacity * sizeof *items);
        if (!items) return sk_raise_memory(), false;
        c->items = items;
        c->capacity = capacity;
    }
    c->items[c->count++] = (Change){t, sk_retain(before), sk_retain(after)};
    return true;
}

static void forget(Changes *c) {
    for (size_t i = 0; i < c->count; i++) {
        sk_release(c->items[i].before);
        sk_release(c->items[i].after);
    }
    sk_free(c->items);
}

// False: it was given another one meanwhile.
static bool exchange_mro(SkType *t, SkValue before, SkValue after) {
    sk_types_lock();
    bool same = sk_is(sk_slot_peek(&t->mro), before);
    if (same) {
        sk_slot_set(&t->head.header, &t->mro, sk_retain(after));
        sk_type_invalidate(t);
    }
    sk_types_unlock();
    return same;
}

static bool renew(Changes *c, SkType *t) {
    SK_AUTO SkValue before = sk_slot_get(&t->head.header, &t->mro), bases = sk_slot_get(&t->head.header, &t->bases);
    SK_AUTO SkValue after = sk_type_of(sk_type_value(t)) == &sk_type_type ? sk_type_compute_mro(t, bases) : sk_type_ask_mro(t);
    if (sk_is_empty(after)) return false;
    sk_or_relaxed(&sk_ptr(after)->tl, SK_SHARED);
    if (!exchange_mro(t, before, after)) return true;
    if (!remember(c, t, before, after)) return false;
    SK_AUTO SkValue subclasses = sk_type_subclass_list(t);
    bool ok = !sk_is_empty(subclasses) && sk_enter_recursion(NULL);
    for (size_t i = 0; ok && i < sk_list_len(subclasses); i++) {
        SK_AUTO SkValue subclass = sk_list_get(subclasses, i);
        ok = renew(c, sk_as_type(subclass));
    }
    return ok;
}

// ---- __bases__ -----------------------------------------------------------------------------------------------------------

static bool derives(SkType *t, SkType *from) {
    if (t == from) return true;
    SkValue bases = sk_slot_peek(&t->bases);
    for (size_t i = 0; i < sk_tuple_len(bases); i++)
        if (derives(sk_as_type(sk_tuple_peek(bases, i)), from)) return true;
    return false;
}

// I1; false: it would make a cycle, or there is no memory.
static bool exchange_bases_locked(SkType *t, SkValue bases, SkType *base) {
    size_t n = sk_tuple_len(bases);
    for (size_t i = 0; i < n; i++)
        if (derives(sk_as_type(sk_tuple_peek(bases, i)), t))
            return sk_raise_false(sk_exc_TypeError, "a __bases__ item causes an inheritance cycle");
    for (size_t i = 0; i < n; i++) {
        if (sk_type_add_subclass(sk_as_type(sk_tuple_peek(bases, i)), t)) continue;
        while (i--) sk_type_remove_subclass(sk_as_type(sk_tuple_peek(bases, i)), t);
        return false;
    }
    SkValue old = sk_slot_swap(&t->head.header, &t->bases, sk_retain(bases));
    for (size_t i = 0; i < sk_tuple_len(old); i++) sk_type_remove_subclass(sk_as_type(sk_tuple_peek(old, i)), t);
    sk_release(old);
    sk_incref(&base->head.header);
    SkType *old_base = t->base;
    t->base = base;
    sk_decref(&old_base->head.header);  // a class dies a grace period later: its readers are through by then
    return true;
}

static bool can_stand_for(SkType *was, SkType *now) {
    return sk_same_instances(was, now) && was->nslots == now->nslots &&
           (was->nslots == 0 || !memcmp(was->slot_offsets, now->slot_offsets, was->nslots * sizeof *was->slot_offsets));
}

static bool check_bases(SkType *t, SkValue value) {
    if (t->flags & SK_TF_IMMUTABLE)
        return sk_raise_false(sk_exc_TypeError, "cannot set '__bases__' attribute of immutable type '%s'", t->name);
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "cannot delete '__bases__' attribute of immutable type '%s'", t->name);
    if (!sk_is_tuple(value))
        return sk_raise_false(sk_exc_TypeError, "can only assign tuple to %s.__bases__, not %T", t->name, value);
    if (sk_tuple_len(value) == 0)
        return sk_raise_false(sk_exc_TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", t->name);
    for (size_t i = 0; i < sk_tuple_len(value); i++) {
        SkValue b = sk_tuple_peek(value, i);
        if (!sk_is_type(b))
            return sk_raise_false(sk_exc_TypeError, "%s.__bases__ must be tuple of classes, not '%T'", t->name, b);
        if (sk_is_subtype(sk_as_type(b), t))
            return sk_raise_false(sk_exc_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return true;
}

bool sk_type_set_bases(SkValue self, SkValue value, void *unused) {
    (void)unused;
    SkType *t = sk_as_type(self);
    if (!check_bases(t, value)) return false;
    SkType *base = sk_best_base(value);
    if (!base) return false;
    // As in CPython: containers and others are not freed in the same way, so that `object` cannot be exchanged for a class.
    if ((t->base->head.trace != NULL) != (base->head.trace != NULL))
        return sk_raise_false(sk_exc_TypeError, "__bases__ assignment: '%s' deallocator differs from '%s'", base->name, t->base->name);
    if (!can_stand_for(t->base, base))
        return sk_raise_false(sk_exc_TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", base->name, t->base->name);
    sk_types_lock();
    SK_AUTO SkValue old = sk_slot_get(sk_ptr(self), &t->bases);
    SkType *old_base = t->base;
    bool ok = exchange_bases_locked(t, value, base);
    sk_types_unlock();
    if (!ok) return false;

    Changes changes = {0};
    ok = renew(&changes, t);
    if (ok) {
        for (size_t i = 0; i < changes.count; i++) {
            sk_types_lock();
            sk_slots_update(changes.items[i].type, SK_EMPTY);
            sk_types_unlock();
            sk_type_update_new(changes.items[i].type);
        }
    } else {
        SkValue error = sk_error_take();
        for (size_t i = changes.count; i--;) exchange_mro(changes.items[i].type, changes.items[i].after, changes.items[i].before);
        sk_types_lock();
        if (sk_is(sk_slot_peek(&t->bases), value) && !exchange_bases_locked(t, old, old_base)) sk_error_clear();
        sk_types_unlock();
        sk_error_restore(error);
    }
    forget(&changes);
    return ok;
}
